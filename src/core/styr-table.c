/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-table.h"

#include <string.h>

struct _StyrTable
{
  GObject parent_instance;

  char *name, *title, *intro, *empty_text;
  GPtrArray *columns; /* StyrColumn* */
  GPtrArray *rows;    /* StyrCell*: as many as columns */
  GPtrArray *parsed;  /* GArray* of Operand, by column; NULL where it isn't parsed yet */

  StyrChartKind chart;
  char *chart_title, *chart_alt, *chart_category;
  char **chart_values;
};

G_DEFINE_FINAL_TYPE (StyrTable, styr_table, G_TYPE_OBJECT)

/** One operand of a column's formula. */
typedef struct
{
  int column;
  double sign;
  gboolean required;
} Operand;

static void
column_free (StyrColumn *column)
{
  g_free (column->id);
  g_free (column->title);
  g_free (column->formula);
  g_free (column->tones);
  g_clear_pointer (&column->choices, g_ptr_array_unref);
  g_free (column);
}

static StyrColumn *
column_at (StyrTable *self, guint index)
{
  return g_ptr_array_index (self->columns, index);
}

static void
cell_clear (StyrCell *cell)
{
  g_clear_pointer (&cell->text, g_free);
  g_clear_pointer (&cell->formula, g_free);
  cell->is_number = FALSE;
  cell->number = 0;
}

static void
row_free (StyrTable *self, StyrCell *cells)
{
  for (guint i = 0; i < self->columns->len; i++)
    cell_clear (&cells[i]);
  g_free (cells);
}

static StyrCell *
cell_at (StyrTable *self, guint row, guint column)
{
  return &((StyrCell *) g_ptr_array_index (self->rows, row))[column];
}

static StyrCell *
cell_named (StyrTable *self, guint row, const char *column)
{
  int index = styr_table_find_column (self, column);

  g_return_val_if_fail (index >= 0, NULL);
  g_return_val_if_fail (row < self->rows->len, NULL);
  return cell_at (self, row, (guint) index);
}

/* "+income +cost" -> operands; an id that is no column of the table is a mistake in the program. */
static GArray *
parse_formula (StyrTable *self, const char *formula)
{
  g_auto (GStrv) words = g_strsplit (formula, " ", -1);
  GArray *operands = g_array_new (FALSE, FALSE, sizeof (Operand));

  for (char **word = words; *word != NULL; word++)
    {
      const char *id = *word;
      Operand operand = { -1, *id == '-' ? -1.0 : 1.0, g_str_has_suffix (id, "!") };
      g_autofree char *bare = NULL;

      if (*id == '+' || *id == '-')
        id++;
      if (*id == '\0')
        continue;
      bare = g_strndup (id, strlen (id) - (operand.required ? 1 : 0));
      operand.column = styr_table_find_column (self, bare);
      if (operand.column < 0)
        g_critical ("no column '%s' in the table %s", bare, self->name);
      else
        g_array_append_val (operands, operand);
    }
  return operands;
}

/* How many operands must have a number for the row to have a value; only_required says which are
 * counted. */
static guint
needed_operands (GArray *operands, gboolean *only_required)
{
  guint n = 0;

  for (guint i = 0; i < operands->len; i++)
    n += g_array_index (operands, Operand, i).required ? 1 : 0;
  *only_required = n > 0;
  return MAX (n, 1);
}

/* A formula is read once, not for each cell. */
static GArray *
operands_of (StyrTable *self, guint column)
{
  GArray *operands;

  while (self->parsed->len < self->columns->len)
    g_ptr_array_add (self->parsed, NULL);
  operands = g_ptr_array_index (self->parsed, column);
  if (operands == NULL)
    {
      operands = parse_formula (self, column_at (self, column)->formula);
      g_ptr_array_index (self->parsed, column) = operands;
    }
  return operands;
}

static void
compute_cell (StyrTable *self, guint row, guint column, StyrCell *cell)
{
  GArray *operands = operands_of (self, column);
  gboolean only_required;
  guint needed = needed_operands (operands, &only_required);
  guint found = 0;
  double sum = 0;

  for (guint i = 0; i < operands->len; i++)
    {
      const Operand *operand = &g_array_index (operands, Operand, i);
      const StyrCell *other = styr_table_get_cell (self, row, (guint) operand->column);

      if (!other->is_number)
        continue;
      sum += operand->sign * other->number;
      if (!only_required || operand->required)
        found++;
    }
  cell->is_number = found >= needed;
  cell->number = cell->is_number ? sum : 0;
}

static void
styr_table_finalize (GObject *object)
{
  StyrTable *self = STYR_TABLE (object);

  for (guint i = 0; i < self->rows->len; i++)
    row_free (self, g_ptr_array_index (self->rows, i));
  g_ptr_array_unref (self->rows);
  for (guint i = 0; i < self->parsed->len; i++)
    g_clear_pointer ((GArray **) &g_ptr_array_index (self->parsed, i), g_array_unref);
  g_ptr_array_unref (self->parsed);
  g_ptr_array_unref (self->columns);
  g_free (self->name);
  g_free (self->title);
  g_free (self->intro);
  g_free (self->empty_text);
  g_free (self->chart_title);
  g_free (self->chart_alt);
  g_free (self->chart_category);
  g_strfreev (self->chart_values);
  G_OBJECT_CLASS (styr_table_parent_class)->finalize (object);
}

static void
styr_table_class_init (StyrTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = styr_table_finalize;
}

static void
styr_table_init (StyrTable *self)
{
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  self->rows = g_ptr_array_new ();
  self->parsed = g_ptr_array_new ();
}

/**
 * styr_table_new:
 * @name: (nullable): the name that formulas use: an ASCII letter, then letters, digits, "_"; NULL =
 * a page to read
 * @title: what people see: the heading, the sheet's tab
 *
 * Returns: (transfer full): an empty table; add its columns before its rows
 */
StyrTable *
styr_table_new (const char *name, const char *title)
{
  StyrTable *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (STYR_TYPE_TABLE, NULL);
  self->name = g_strdup (name);
  self->title = g_strdup (title);
  return self;
}

/** The name for formulas; NULL for a page to read. */
const char *
styr_table_get_name (StyrTable *self)
{
  g_return_val_if_fail (STYR_IS_TABLE (self), NULL);
  return self->name;
}

/** What people see. */
const char *
styr_table_get_title (StyrTable *self)
{
  g_return_val_if_fail (STYR_IS_TABLE (self), NULL);
  return self->title;
}

/** Sets the sentence above the table. */
void
styr_table_set_intro (StyrTable *self, const char *intro)
{
  g_return_if_fail (STYR_IS_TABLE (self));
  g_free (self->intro);
  self->intro = g_strdup (intro);
}

/** The sentence above the table, or NULL. */
const char *
styr_table_get_intro (StyrTable *self)
{
  g_return_val_if_fail (STYR_IS_TABLE (self), NULL);
  return self->intro;
}

/** Sets what is said instead of rows when there are none. */
void
styr_table_set_empty_text (StyrTable *self, const char *text)
{
  g_return_if_fail (STYR_IS_TABLE (self));
  g_free (self->empty_text);
  self->empty_text = g_strdup (text);
}

/** What is said instead of rows when there are none, or NULL. */
const char *
styr_table_get_empty_text (StyrTable *self)
{
  g_return_val_if_fail (STYR_IS_TABLE (self), NULL);
  return self->empty_text;
}

/* Excel takes a table with the same heading twice for damaged, whatever the capitals. */
static char *
unique_title (StyrTable *self, const char *title)
{
  g_autofree char *folded = g_utf8_casefold (title, -1);

  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *other = g_utf8_casefold (column_at (self, i)->title, -1);

      if (*title != '\0' && g_str_equal (other, folded))
        return g_strdup_printf ("%s %u", title, self->columns->len + 1);
    }
  return g_strdup (title);
}

/**
 * styr_table_add_column:
 * @id: how code names the column, unique in the table
 * @title: its heading; one that is there already gets a number
 * @width: in characters
 *
 * Returns: (transfer none): the column, to set the rest of its members (strings are the table's:
 * give it a copy) before rows are added
 */
StyrColumn *
styr_table_add_column (
    StyrTable *self, const char *id, const char *title, StyrColumnKind kind, int width)
{
  StyrColumn *column;

  g_return_val_if_fail (STYR_IS_TABLE (self), NULL);
  g_return_val_if_fail (self->rows->len == 0, NULL);
  g_return_val_if_fail (id != NULL && styr_table_find_column (self, id) < 0, NULL);

  column = g_new0 (StyrColumn, 1);
  column->id = g_strdup (id);
  column->title = unique_title (self, title != NULL ? title : "");
  column->kind = kind;
  column->width = width;
  g_ptr_array_add (self->columns, column);
  return column;
}

/** Adds a value that the column's cells offer; @tone as in StyrColumn, 'n' when it is neither good
 * nor bad. */
void
styr_column_add_choice (StyrColumn *column, const char *choice, char tone)
{
  char *tones;

  g_return_if_fail (column != NULL && choice != NULL);
  if (column->choices == NULL)
    column->choices = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (column->choices, g_strdup (choice));
  tones = g_strdup_printf ("%s%c", column->tones != NULL ? column->tones : "", tone);
  g_free (column->tones);
  column->tones = tones;
}

guint
styr_table_get_n_columns (StyrTable *self)
{
  g_return_val_if_fail (STYR_IS_TABLE (self), 0);
  return self->columns->len;
}

/** The column at @index, owned by the table. */
const StyrColumn *
styr_table_get_column (StyrTable *self, guint index)
{
  g_return_val_if_fail (STYR_IS_TABLE (self), NULL);
  g_return_val_if_fail (index < self->columns->len, NULL);
  return column_at (self, index);
}

/** The index of the column @id, -1 when there is none. */
int
styr_table_find_column (StyrTable *self, const char *id)
{
  g_return_val_if_fail (STYR_IS_TABLE (self), -1);
  for (guint i = 0; i < self->columns->len; i++)
    if (g_strcmp0 (column_at (self, i)->id, id) == 0)
      return (int) i;
  return -1;
}

/** Adds an empty row and returns its index. */
guint
styr_table_add_row (StyrTable *self)
{
  g_return_val_if_fail (STYR_IS_TABLE (self), 0);
  g_return_val_if_fail (self->columns->len > 0, 0);
  g_ptr_array_add (self->rows, g_new0 (StyrCell, self->columns->len));
  return self->rows->len - 1;
}

guint
styr_table_get_n_rows (StyrTable *self)
{
  g_return_val_if_fail (STYR_IS_TABLE (self), 0);
  return self->rows->len;
}

/** Sets a cell's text (a date as ISO text); NULL and "" empty it. Text that isn't UTF-8 is mended,
 * or no writer could write it. */
void
styr_table_set_text (StyrTable *self, guint row, const char *column, const char *text)
{
  StyrCell *cell;

  g_return_if_fail (STYR_IS_TABLE (self));
  cell = cell_named (self, row, column);
  g_return_if_fail (cell != NULL);
  cell_clear (cell);
  cell->text = text != NULL && *text != '\0' ? g_utf8_make_valid (text, -1) : NULL;
}

/** Sets a cell's number: kronor in a money column, 0.25 for 25 %. */
void
styr_table_set_number (StyrTable *self, guint row, const char *column, double number)
{
  StyrCell *cell;

  g_return_if_fail (STYR_IS_TABLE (self));
  cell = cell_named (self, row, column);
  g_return_if_fail (cell != NULL);
  cell_clear (cell);
  cell->is_number = TRUE;
  cell->number = number;
}

/** Sets a cell's own Excel formula (without "=") and the number it gives. In a money cell @value is
 * in kronor. */
void
styr_table_set_formula (
    StyrTable *self, guint row, const char *column, const char *formula, double value)
{
  g_return_if_fail (formula != NULL);
  styr_table_set_number (self, row, column, value);
  cell_named (self, row, column)->formula = g_strdup (formula);
}

/** Sets a cell's own Excel formula (without "=") and the text it gives. */
void
styr_table_set_formula_text (
    StyrTable *self, guint row, const char *column, const char *formula, const char *value)
{
  g_return_if_fail (formula != NULL);
  styr_table_set_text (self, row, column, value);
  cell_named (self, row, column)->formula = g_strdup (formula);
}

/** Shows one cell in another way than its column: amounts and counts in the same column of a list
 * of checks. */
void
styr_table_set_cell_kind (StyrTable *self, guint row, const char *column, StyrColumnKind kind)
{
  StyrCell *cell;

  g_return_if_fail (STYR_IS_TABLE (self));
  cell = cell_named (self, row, column);
  g_return_if_fail (cell != NULL);
  cell->has_kind = TRUE;
  cell->kind = kind;
}

/** The cell, with the value of its column's formula; owned by the table. */
const StyrCell *
styr_table_get_cell (StyrTable *self, guint row, guint column)
{
  StyrCell *cell;

  g_return_val_if_fail (STYR_IS_TABLE (self), NULL);
  g_return_val_if_fail (row < self->rows->len && column < self->columns->len, NULL);

  cell = cell_at (self, row, column);
  if (column_at (self, column)->formula != NULL)
    compute_cell (self, row, column, cell);
  return cell;
}

/** The sum of the column's numbers. */
double
styr_table_get_total (StyrTable *self, guint column)
{
  double sum = 0;

  g_return_val_if_fail (STYR_IS_TABLE (self), 0);
  g_return_val_if_fail (column < self->columns->len, 0);
  for (guint row = 0; row < self->rows->len; row++)
    {
      const StyrCell *cell = styr_table_get_cell (self, row, column);

      sum += cell->is_number ? cell->number : 0;
    }
  return sum;
}

/* In a structured reference [ ] # ' are escaped by ', and anything but letters, digits and space
 * asks for one more pair of brackets. */
static char *
escape_title (const char *title, gboolean *special)
{
  GString *escaped = g_string_new (NULL);

  *special = FALSE;
  for (const char *c = title; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (strchr ("[]#'", *c) != NULL)
        g_string_append_c (escaped, '\'');
      if (*c != ' ' && !g_unichar_isalnum (g_utf8_get_char (c)))
        *special = TRUE;
      g_string_append_unichar (escaped, g_utf8_get_char (c));
    }
  return g_string_free (escaped, FALSE);
}

/**
 * styr_table_dup_reference:
 * @this_row: the column's cell in the formula's own row, instead of the whole column
 *
 * Returns: (transfer full): "Drift[[#This Row],[Budget]]" or "Drift[Budget]". LibreOffice reads
 * only this long form, not "[@Budget]".
 */
char *
styr_table_dup_reference (StyrTable *self, const char *column, gboolean this_row)
{
  g_autofree char *title = NULL;
  gboolean special;
  int index;

  g_return_val_if_fail (STYR_IS_TABLE (self) && self->name != NULL, NULL);
  index = styr_table_find_column (self, column);
  g_return_val_if_fail (index >= 0, NULL);

  title = escape_title (column_at (self, (guint) index)->title, &special);
  if (this_row)
    return g_strdup_printf ("%s[[#This Row],[%s]]", self->name, title);
  return g_strdup_printf (special ? "%s[[%s]]" : "%s[%s]", self->name, title);
}

/**
 * styr_table_dup_formula:
 *
 * Returns: (transfer full) (nullable): the Excel formula (without "=") of every cell of a column
 * with a formula, else NULL. It gives "" where its operands lack numbers, as styr_table_get_cell()
 * does; N() makes such a "" count as nothing in turn.
 */
char *
styr_table_dup_formula (StyrTable *self, guint column)
{
  GArray *operands;
  g_autoptr (GString) counted = g_string_new (NULL);
  g_autoptr (GString) sum = g_string_new (NULL);
  gboolean only_required;
  guint needed;

  g_return_val_if_fail (STYR_IS_TABLE (self) && column < self->columns->len, NULL);
  if (column_at (self, column)->formula == NULL)
    return NULL;

  operands = operands_of (self, column);
  needed = needed_operands (operands, &only_required);
  for (guint i = 0; i < operands->len; i++)
    {
      const Operand *operand = &g_array_index (operands, Operand, i);
      g_autofree char *reference =
          styr_table_dup_reference (self, column_at (self, (guint) operand->column)->id, TRUE);
      const char *sign = operand->sign < 0 ? "-" : sum->len > 0 ? "+" : "";

      g_string_append_printf (sum, "%sN(%s)", sign, reference);
      if (!only_required || operand->required)
        g_string_append_printf (counted, "%s%s", counted->len > 0 ? "," : "", reference);
    }
  return g_strdup_printf ("IF(COUNT(%s)<%u,\"\",%s)", counted->str, needed, sum->str);
}

/**
 * styr_table_set_chart:
 * @category_column: the column that names the points
 * @value_columns: (array zero-terminated=1): one series each
 * @alt_text: what the chart shows, in words
 */
void
styr_table_set_chart (StyrTable *self,
                      StyrChartKind kind,
                      const char *title,
                      const char *alt_text,
                      const char *category_column,
                      const char *const *value_columns)
{
  g_return_if_fail (STYR_IS_TABLE (self));
  g_return_if_fail (kind == STYR_CHART_NONE || (category_column != NULL && value_columns != NULL));

  g_strfreev (self->chart_values);
  g_free (self->chart_title);
  g_free (self->chart_alt);
  g_free (self->chart_category);
  self->chart = kind;
  self->chart_title = g_strdup (title);
  self->chart_alt = g_strdup (alt_text);
  self->chart_category = g_strdup (category_column);
  self->chart_values = g_strdupv ((char **) value_columns);
}

/** The chart of the table, STYR_CHART_NONE when it has none. What is returned through pointers
 * (each may be NULL) is the table's. */
StyrChartKind
styr_table_get_chart (StyrTable *self,
                      const char **title,
                      const char **alt_text,
                      const char **category_column,
                      const char *const **value_columns)
{
  g_return_val_if_fail (STYR_IS_TABLE (self), STYR_CHART_NONE);
  if (title != NULL)
    *title = self->chart_title;
  if (alt_text != NULL)
    *alt_text = self->chart_alt;
  if (category_column != NULL)
    *category_column = self->chart_category;
  if (value_columns != NULL)
    *value_columns = (const char *const *) self->chart_values;
  return self->chart;
}
