/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-inventory-private.h"

#include <stdlib.h>
#include <string.h>

/*
 * Rows are kept in one arena per table and texts in one chunk: at the size of a large municipality
 * there are a hundred thousand values, and what is read once is freed once.
 */

#define SLAB_SIZE ((gsize) 64 * 1024)

/**
 * styr_inventory_new:
 * @model: the model whose rules are checked
 * @context: the unit (NULL = all), the year and today
 */
StyrInventory *
styr_inventory_new (StyrModel *model, const StyrContext *context)
{
  StyrInventory *self;

  g_return_val_if_fail (STYR_IS_MODEL (model) && context != NULL && context->today != NULL, NULL);

  self = g_new0 (StyrInventory, 1);
  self->model = g_object_ref (model);
  self->today = g_strdup (context->today);
  self->year = context->year;
  self->models = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->texts = g_string_chunk_new ((gsize) 256 * 1024);
  for (int i = 0; i < STYR_N_INV_TABLES; i++)
    self->rows[i] = g_ptr_array_new ();
  self->slabs = g_ptr_array_new_with_free_func (g_free);
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->empty = g_ptr_array_new ();
  return self;
}

void
styr_inventory_free (StyrInventory *self)
{
  if (self == NULL)
    return;
  for (int i = 0; i < STYR_N_INV_TABLES; i++)
    {
      g_ptr_array_unref (self->rows[i]);
      g_clear_pointer (&self->by_id[i], g_hash_table_unref);
    }
  g_ptr_array_unref (self->slabs);
  g_ptr_array_unref (self->lists);
  g_ptr_array_unref (self->empty);
  g_string_chunk_free (self->texts);
  g_hash_table_unref (self->models);
  g_object_unref (self->model);
  g_free (self->today);
  g_free (self);
}

/** Tells which model the documents of @model_id are read with; without it, the one that is checked.
 */
void
styr_inventory_add_model (StyrInventory *self, const char *model_id, StyrModel *model)
{
  g_return_if_fail (self != NULL && model_id != NULL && STYR_IS_MODEL (model));
  g_hash_table_insert (self->models, g_strdup (model_id), g_object_ref (model));
}

/** A new row of @table, all empty. Its columns are set through styr_inventory_get_columns(). */
gpointer
styr_inventory_add_row (StyrInventory *self, StyrInvTable table)
{
  gsize size = (styr_inventory_get_row_size (table) + 15) & ~(gsize) 15;
  gpointer row;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->slab_left < size)
    {
      self->slab = g_malloc0 (SLAB_SIZE);
      self->slab_left = SLAB_SIZE;
      g_ptr_array_add (self->slabs, self->slab);
    }
  row = self->slab;
  self->slab += size;
  self->slab_left -= size;
  g_ptr_array_add (self->rows[table], row);
  return row;
}

/** A copy of @text that lives as long as the inventory; NULL and "" give NULL. */
const char *
styr_inventory_keep (StyrInventory *self, const char *text)
{
  return text != NULL && text[0] != '\0' ? g_string_chunk_insert (self->texts, text) : NULL;
}

/**
 * styr_inventory_add:
 * @first_column: (nullable): name of a column, followed by its text, more such pairs, and NULL
 *
 * Adds a row by names, for those who don't read it from a database.
 *
 * Returns: (transfer none): the row
 */
gpointer
styr_inventory_add (StyrInventory *self, StyrInvTable table, const char *first_column, ...)
{
  gpointer row = styr_inventory_add_row (self, table);
  guint n_columns;
  const StyrInvColumn *columns = styr_inventory_get_columns (table, &n_columns);
  va_list args;

  va_start (args, first_column);
  for (const char *name = first_column; name != NULL; name = va_arg (args, const char *))
    {
      const char *value = va_arg (args, const char *);
      guint i = 0;

      while (i < n_columns && !g_str_equal (columns[i].name, name))
        i++;
      if (i == n_columns)
        g_error ("%s has no column %s", styr_inventory_get_table_name (table), name);
      if (columns[i].is_int)
        *(int *) (gpointer) ((char *) row + columns[i].offset) = atoi (value);
      else
        *(const char **) (gpointer) ((char *) row + columns[i].offset) =
            styr_inventory_keep (self, value);
    }
  va_end (args);
  return row;
}

/** The model whose rules are checked. */
StyrModel *
styr_inventory_get_model (StyrInventory *self)
{
  return self->model;
}

/** The model that the documents of @model_id are read with; NULL when it wasn't added. */
StyrModel *
styr_inventory_find_model (StyrInventory *self, const char *model_id)
{
  g_return_val_if_fail (self != NULL && model_id != NULL, NULL);
  return g_hash_table_lookup (self->models, model_id);
}

int
styr_inventory_get_year (StyrInventory *self)
{
  return self->year;
}

const char *
styr_inventory_get_today (StyrInventory *self)
{
  return self->today;
}

/** All rows of @table, as structs of its type, in the order they were added. */
GPtrArray *
styr_inventory_get_rows (StyrInventory *self, StyrInvTable table)
{
  g_return_val_if_fail (self != NULL && table < STYR_N_INV_TABLES, NULL);
  return self->rows[table];
}

/** The row of a table whose rows have an id; NULL when there is none. */
gpointer
styr_inventory_find (StyrInventory *self, StyrInvTable table, const char *id)
{
  g_return_val_if_fail (self != NULL && table < STYR_N_INV_TABLES, NULL);
  g_return_val_if_fail (table != STYR_INV_VALUE, NULL);

  if (id == NULL)
    return NULL;
  if (self->by_id[table] == NULL)
    {
      GPtrArray *rows = self->rows[table];

      self->by_id[table] = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < rows->len; i++)
        g_hash_table_insert (
            self->by_id[table], (gpointer) * (const char *const *) rows->pdata[i], rows->pdata[i]);
    }
  return g_hash_table_lookup (self->by_id[table], id);
}

/**
 * styr_inventory_get_value:
 * @owner_id: the document's id, or that of one of its rows, goals …
 * @field: "section.field"; in a row or a goal just "field"
 *
 * Returns: (transfer none) (nullable): the value as canonical text
 */
const char *
styr_inventory_get_value (const StyrInvDocument *document, const char *owner_id, const char *field)
{
  g_return_val_if_fail (document != NULL && owner_id != NULL && field != NULL, NULL);
  for (guint i = 0; i < document->values->len; i++)
    {
      const StyrInvValue *value = document->values->pdata[i];

      if (g_str_equal (value->field, field) && g_str_equal (value->owner_id, owner_id))
        return value->value;
    }
  return NULL;
}

/** Whether a unit existed on an ISO date. */
gboolean
styr_inventory_unit_exists_on (const StyrInvUnit *unit, const char *date)
{
  g_return_val_if_fail (unit != NULL && date != NULL, FALSE);
  return (unit->valid_from == NULL || strcmp (unit->valid_from, date) <= 0) &&
         (unit->valid_to == NULL || strcmp (unit->valid_to, date) >= 0);
}

/** Whether a unit existed some day of a year. */
gboolean
styr_inventory_unit_exists_in_year (const StyrInvUnit *unit, int year)
{
  g_return_val_if_fail (unit != NULL, FALSE);
  return (unit->valid_from == NULL || styr_inventory_year_of (unit->valid_from) <= year) &&
         (unit->valid_to == NULL || styr_inventory_year_of (unit->valid_to) >= year);
}

static gboolean
is_plan_of (const StyrInvDocument *plan, const StyrInvDocument *report, gboolean is_common)
{
  if (plan->year == report->year && plan->unit == report->unit)
    return TRUE;
  if (is_common)
    return plan->in_year || styr_inventory_holds_in_year (plan, report->year);
  for (guint i = 0;
       report->unit != NULL && plan->year == report->year && i < report->unit->serves->len;
       i++)
    {
      const StyrInvService *service = report->unit->serves->pdata[i];

      if (service->committee == plan->unit &&
          (service->valid_from == NULL ||
           styr_inventory_year_of (service->valid_from) <= report->year) &&
          (service->valid_to == NULL || styr_inventory_year_of (service->valid_to) >= report->year))
        return TRUE;
    }
  return FALSE;
}

/**
 * styr_inventory_dup_plans:
 *
 * The plans that a section of a report is about: the same unit's of the same year, or those common
 * to all whose period holds the report's year; the same as a dossier holds.
 *
 * Returns: (transfer container): StyrInvDocument*
 */
GPtrArray *
styr_inventory_dup_plans (StyrInventory *self,
                          const StyrInvDocument *report,
                          const StyrSection *section)
{
  GPtrArray *plans = g_ptr_array_new ();
  GPtrArray *documents;
  const StyrDocumentType *type;

  g_return_val_if_fail (self != NULL && report != NULL && section != NULL, plans);

  if (section->document_type == NULL)
    return plans;
  documents = self->rows[STYR_INV_DOCUMENT];
  type = styr_model_find_document_type (report->model, section->document_type);
  for (guint i = 0; i < documents->len; i++)
    {
      StyrInvDocument *plan = documents->pdata[i];

      if (plan != report && plan->is_standing && g_str_equal (plan->type, section->document_type) &&
          is_plan_of (
              plan, report, type != NULL && type->cadence != STYR_CADENCE_PER_UNIT_AND_YEAR))
        g_ptr_array_add (plans, plan);
    }
  return plans;
}
