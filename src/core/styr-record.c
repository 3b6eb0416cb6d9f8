/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-record.h"

#include "styr-nick.h"

#include <string.h>

/**
 * StyrRecord:
 *
 * One row with named columns, whatever table or query it comes from. Values are canonical text (ISO
 * dates, decimal point, nicks of enums); an absent column and a NULL one are the same. A list keeps
 * the record of an id and assigns new values to it, which emits "changed".
 */
typedef struct
{
  const char *name; /* interned, or a literal */
  char *value;      /* never NULL */
} Cell;

struct _StyrRecord
{
  GObject parent_instance;
  const char *kind; /* interned */
  char *id;
  Cell *cells;
  guint n_cells, n_allocated;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StyrRecord, styr_record, G_TYPE_OBJECT)

static Cell *
find_cell (StyrRecord *self, const char *column)
{
  for (guint i = 0; i < self->n_cells; i++)
    {
      Cell *cell = &self->cells[i];

      /* most names differ in their first letter */
      if (cell->name == column || (cell->name[0] == column[0] && g_str_equal (cell->name, column)))
        return cell;
    }
  return NULL;
}

static void
add_cell (StyrRecord *self, const char *column, const char *value)
{
  if (self->n_cells == self->n_allocated)
    {
      self->n_allocated += MAX (self->n_allocated, 8);
      self->cells = g_renew (Cell, self->cells, self->n_allocated);
    }
  self->cells[self->n_cells++] = (Cell){ column, g_strdup (value) };
}

static void
clear_cells (StyrRecord *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    g_free (self->cells[i].value);
  self->n_cells = 0;
}

static void
styr_record_finalize (GObject *object)
{
  StyrRecord *self = STYR_RECORD (object);

  clear_cells (self);
  g_free (self->cells);
  g_free (self->id);
  G_OBJECT_CLASS (styr_record_parent_class)->finalize (object);
}

static void
styr_record_class_init (StyrRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = styr_record_finalize;

  /**
   * StyrRecord::changed: the record got other values through styr_record_assign().
   */
  signals[SIGNAL_CHANGED] = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
styr_record_init (StyrRecord *self)
{
}

/**
 * styr_record_new:
 * @kind: the table or the kind of row
 * @id: (nullable): its id; NULL for a row that has none
 */
StyrRecord *
styr_record_new (const char *kind, const char *id)
{
  StyrRecord *self = g_object_new (STYR_TYPE_RECORD, NULL);

  self->kind = g_intern_string (kind);
  self->id = g_strdup (id);
  return self;
}

const char *
styr_record_get_kind (StyrRecord *self)
{
  g_return_val_if_fail (STYR_IS_RECORD (self), NULL);
  return self->kind;
}

const char *
styr_record_get_id (StyrRecord *self)
{
  g_return_val_if_fail (STYR_IS_RECORD (self), NULL);
  return self->id;
}

/** Whether @column has a value. */
gboolean
styr_record_has (StyrRecord *self, const char *column)
{
  g_return_val_if_fail (STYR_IS_RECORD (self), FALSE);
  return find_cell (self, column) != NULL;
}

/**
 * styr_record_get_text:
 *
 * Returns: (transfer none) (nullable): the value as canonical text; NULL when there is none
 */
const char *
styr_record_get_text (StyrRecord *self, const char *column)
{
  Cell *cell;

  g_return_val_if_fail (STYR_IS_RECORD (self), NULL);
  g_return_val_if_fail (column != NULL, NULL);
  cell = find_cell (self, column);
  return cell != NULL ? cell->value : NULL;
}

/** The value as a whole number; 0 when there is none (see styr_record_has()). */
gint64
styr_record_get_int (StyrRecord *self, const char *column)
{
  const char *text = styr_record_get_text (self, column);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

/** The value as a number; 0 when there is none (see styr_record_has()). */
double
styr_record_get_number (StyrRecord *self, const char *column)
{
  const char *text = styr_record_get_text (self, column);

  return text != NULL ? g_ascii_strtod (text, NULL) : 0;
}

/** TRUE for "1", "true" and "yes". */
gboolean
styr_record_get_flag (StyrRecord *self, const char *column)
{
  const char *text = styr_record_get_text (self, column);

  return text != NULL &&
         (g_str_equal (text, "1") || g_str_equal (text, "true") || g_str_equal (text, "yes"));
}

/** The value of an enum column; the enum's first value (0) when there is none. */
int
styr_record_get_enum (StyrRecord *self, const char *column, GType enum_type)
{
  return styr_nick_to_value (enum_type, styr_record_get_text (self, column), 0);
}

/** Whether the value is exactly @value; NULL means none. */
gboolean
styr_record_is (StyrRecord *self, const char *column, const char *value)
{
  return g_strcmp0 (styr_record_get_text (self, column), value) == 0;
}

/** Whether the value says the same as @value: nothing and an empty text are the same. */
gboolean
styr_record_says (StyrRecord *self, const char *column, const char *value)
{
  const char *text = styr_record_get_text (self, column);

  return g_strcmp0 (text != NULL ? text : "", value != NULL ? value : "") == 0;
}

/**
 * styr_record_set_text:
 * @value: (nullable): NULL takes the value away
 */
void
styr_record_set_text (StyrRecord *self, const char *column, const char *value)
{
  Cell *cell;

  g_return_if_fail (STYR_IS_RECORD (self));
  g_return_if_fail (column != NULL);

  cell = find_cell (self, column);
  if (cell != NULL && value != NULL)
    {
      char *old = cell->value;

      cell->value = g_strdup (value);
      g_free (old);
    }
  else if (cell != NULL)
    {
      g_free (cell->value);
      self->n_cells--;
      memmove (cell, cell + 1, sizeof (Cell) * (gsize) (self->cells + self->n_cells - cell));
    }
  else if (value != NULL)
    add_cell (self, g_intern_string (column), value);
}

/**
 * styr_record_append:
 * @column: a literal or an interned string, of which the record has no value yet
 * @value: (nullable): NULL adds nothing
 *
 * For those who fill many records: sets a value without looking for the column.
 */
void
styr_record_append (StyrRecord *self, const char *column, const char *value)
{
  g_return_if_fail (STYR_IS_RECORD (self));
  g_return_if_fail (column != NULL);

  if (value != NULL)
    add_cell (self, column, value);
}

void
styr_record_set_int (StyrRecord *self, const char *column, gint64 value)
{
  char text[24];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);
  styr_record_set_text (self, column, text);
}

void
styr_record_set_enum (StyrRecord *self, const char *column, GType enum_type, int value)
{
  styr_record_set_text (self, column, styr_nick_from_value (enum_type, value));
}

/**
 * styr_record_dup_columns:
 *
 * Returns: (transfer container) (array zero-terminated=1): the names of the columns that have
 * values; free with g_free()
 */
const char **
styr_record_dup_columns (StyrRecord *self)
{
  const char **names;

  g_return_val_if_fail (STYR_IS_RECORD (self), NULL);

  names = g_new0 (const char *, self->n_cells + 1);
  for (guint i = 0; i < self->n_cells; i++)
    names[i] = self->cells[i].name;
  return names;
}

/** Whether two records have the same values in the same columns, in any order. */
gboolean
styr_record_equal (StyrRecord *self, StyrRecord *other)
{
  g_return_val_if_fail (STYR_IS_RECORD (self), FALSE);
  g_return_val_if_fail (STYR_IS_RECORD (other), FALSE);

  if (self->n_cells != other->n_cells)
    return FALSE;
  for (guint i = 0; i < self->n_cells; i++)
    {
      Cell *cell = &self->cells[i];
      Cell *theirs = find_cell (other, cell->name);

      if (theirs == NULL || !g_str_equal (cell->value, theirs->value))
        return FALSE;
    }
  return TRUE;
}

/**
 * styr_record_assign:
 *
 * Takes over @other's values and emits "changed" when they differ.
 *
 * Returns: whether anything changed
 */
gboolean
styr_record_assign (StyrRecord *self, StyrRecord *other)
{
  if (styr_record_equal (self, other))
    return FALSE;

  clear_cells (self);
  for (guint i = 0; i < other->n_cells; i++)
    add_cell (self, other->cells[i].name, other->cells[i].value);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return TRUE;
}
