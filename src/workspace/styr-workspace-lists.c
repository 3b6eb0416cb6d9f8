/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workspace-private.h"

#include "styr-document-health.h"
#include "styr-enum-types.h"
#include "styr-locale.h"
#include "styr-nick.h"

#include <glib/gi18n-lib.h>

#define HISTORY_LIMIT 1000

static int
year_of (const char *iso_date)
{
  return iso_date != NULL ? (int) g_ascii_strtoll (iso_date, NULL, 10) : 0;
}

/* Whether units of this type make documents for each unit and year. */
static gboolean
makes_plans (StyrModel *model, const char *unit_type)
{
  GPtrArray *types = styr_model_get_document_types (model);

  for (guint i = 0; i < types->len; i++)
    {
      const StyrDocumentType *type = g_ptr_array_index (types, i);

      if (type->cadence == STYR_CADENCE_PER_UNIT_AND_YEAR &&
          g_strcmp0 (type->family, "political") == 0 &&
          styr_strings_contain (type->producers, unit_type))
        return TRUE;
    }
  return FALSE;
}

/** Returns: (transfer full) (element-type StyrRecord): all units, those that make political plans
 * first, else in the store's order */
GPtrArray *
styr_workspace_load_units (StyrWorkspace *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = styr_store_list_units (styr_workspace_get_store (self), &error);
  StyrModel *model = styr_workspace_get_model (self);
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);

  if (all == NULL)
    {
      g_warning ("units: %s", error->message);
      return sorted;
    }
  for (int first = 1; first >= 0; first--)
    for (guint i = 0; i < all->len; i++)
      {
        StyrRecord *unit = g_ptr_array_index (all, i);
        int makes = model != NULL && makes_plans (model, styr_record_get_text (unit, "type"));

        if (makes == first)
          g_ptr_array_add (sorted, g_object_ref (unit));
      }
  return sorted;
}

/** Returns: (transfer full) (nullable): the ids of the context's unit and of the departments that
 * serve it; NULL for the whole municipality */
GHashTable *
styr_workspace_dup_context_units (StyrWorkspace *self)
{
  const char *unit_id = styr_workspace_get_unit_id (self);
  g_autofree char *year = g_strdup_printf ("%d", styr_workspace_get_year (self));
  g_autoptr (GPtrArray) services = NULL;
  GHashTable *ids;

  if (unit_id == NULL)
    return NULL;
  ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (ids, g_strdup (unit_id));
  services = styr_store_select (styr_workspace_get_store (self),
                                "unit_service",
                                NULL,
                                "SELECT * FROM unit_service WHERE committee_id = ?1 "
                                "AND " STYR_SERVES_IN ("CAST (?2 AS INTEGER)"),
                                unit_id,
                                year,
                                NULL);
  for (guint i = 0; services != NULL && i < services->len; i++)
    g_hash_table_add (
        ids, g_strdup (styr_record_get_text (g_ptr_array_index (services, i), "department_id")));
  return ids;
}

/* The same rule as the overview's: what is decided for all is everybody's, a plan that each unit
 * makes is its own only. */
static gboolean
is_of_units (StyrWorkspace *self, StyrRecord *document, GHashTable *units)
{
  StyrModel *model = styr_workspace_get_model_of (self, document);
  const StyrDocumentType *type =
      styr_model_find_document_type (model, styr_record_get_text (document, "type"));
  const char *unit_id = styr_record_get_text (document, "unit_id");
  const char *owner_id = styr_record_get_text (document, "owner_id");
  const StyrBodyType *body;
  StyrRecord *unit;

  if (units == NULL || (unit_id != NULL && g_hash_table_contains (units, unit_id)))
    return TRUE;
  if (type == NULL || type->cadence == STYR_CADENCE_PER_UNIT_AND_YEAR)
    return FALSE;
  unit = styr_workspace_find_unit (self, unit_id);
  body =
      unit != NULL ? styr_model_find_body_type (model, styr_record_get_text (unit, "type")) : NULL;
  return unit_id == NULL || (body != NULL && body->is_single) ||
         (owner_id != NULL && g_hash_table_contains (units, owner_id));
}

static gboolean
is_of_year (StyrRecord *document, int year)
{
  const char *from = styr_record_get_text (document, "period_from");
  const char *to = styr_record_get_text (document, "period_to");
  StyrDocumentStatus status =
      (StyrDocumentStatus) styr_record_get_enum (document, "status", STYR_TYPE_DOCUMENT_STATUS);

  if (styr_record_get_int (document, "year") == year)
    return TRUE;
  if (status == STYR_DOCUMENT_SUPERSEDED || status == STYR_DOCUMENT_REVOKED)
    return FALSE;
  if (from != NULL && to != NULL)
    return year_of (from) <= year && year_of (to) >= year;
  return !styr_record_has (document, "year");
}

static StyrState
state_of (StyrRecord *document)
{
  switch ((StyrDocumentStatus) styr_record_get_enum (document, "status", STYR_TYPE_DOCUMENT_STATUS))
    {
    case STYR_DOCUMENT_DRAFT:
    case STYR_DOCUMENT_PREPARED:
    case STYR_DOCUMENT_CONSULTATION:
      return STYR_STATE_DRAFT;
    case STYR_DOCUMENT_DECIDED:
    case STYR_DOCUMENT_PUBLISHED:
      return STYR_STATE_IN_FORCE;
    case STYR_DOCUMENT_SUPERSEDED:
    case STYR_DOCUMENT_REVOKED:
    default:
      return STYR_STATE_NOT_APPLICABLE;
    }
}

static void
complete_document (StyrModel *model, StyrRecord *document)
{
  const StyrDocumentType *type =
      styr_model_find_document_type (model, styr_record_get_text (document, "type"));
  StyrState state = state_of (document);

  styr_record_set_text (
      document, "type_name", type != NULL ? type->name : styr_record_get_text (document, "type"));
  styr_record_set_enum (document, "state", STYR_TYPE_STATE, (int) state);
  styr_record_set_text (document, "state_word", styr_state_get_word (state));
}

/** Returns: (transfer full) (element-type StyrRecord): the context's documents with type_name,
 * unit_name, state (nick) and state_word */
GPtrArray *
styr_workspace_load_documents (StyrWorkspace *self)
{
  StyrModel *model = styr_workspace_get_model (self);
  g_autoptr (GError) error = NULL;
  int year = styr_workspace_get_year (self);
  g_autoptr (GPtrArray) all =
      styr_store_list_documents_of_year (styr_workspace_get_store (self), year, &error);
  g_autoptr (GHashTable) units = styr_workspace_dup_context_units (self);
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  if (all == NULL)
    g_warning ("documents: %s", error->message);
  for (guint i = 0; model != NULL && all != NULL && i < all->len; i++)
    {
      StyrRecord *document = g_ptr_array_index (all, i);

      if (!is_of_year (document, year) || !is_of_units (self, document, units))
        continue;
      complete_document (styr_workspace_get_model_of (self, document), document);
      g_ptr_array_add (chosen, g_object_ref (document));
    }
  return chosen;
}

/** Returns: (transfer full) (element-type StyrRecord): the documents of the context's units that
 * nobody has decided yet, those of the context's year first, with the columns of the context's
 * list. Of any year: what is decided this year is often the next one's plan. */
GPtrArray *
styr_workspace_dup_documents_to_decide (StyrWorkspace *self)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GHashTable) units = NULL;
  guint n_of_year = 0;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), chosen);

  all = styr_store_list_documents (styr_workspace_get_store (self), NULL);
  units = styr_workspace_dup_context_units (self);
  for (guint i = 0; styr_workspace_get_model (self) != NULL && all != NULL && i < all->len; i++)
    {
      StyrRecord *document = g_ptr_array_index (all, i);
      gboolean of_year = is_of_year (document, styr_workspace_get_year (self));

      if (state_of (document) != STYR_STATE_DRAFT || !is_of_units (self, document, units))
        continue;
      complete_document (styr_workspace_get_model_of (self, document), document);
      g_ptr_array_insert (chosen, of_year ? (int) n_of_year++ : -1, g_object_ref (document));
    }
  return chosen;
}

/** Returns: (transfer full) (element-type StyrRecord): every document of every unit that applies on
 * the day it is, with the columns of the context's list */
GPtrArray *
styr_workspace_dup_documents_in_force (StyrWorkspace *self)
{
  g_autoptr (GPtrArray) all = NULL;
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);
  const char *today;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), chosen);

  all = styr_store_list_documents (styr_workspace_get_store (self), NULL);
  today = styr_workspace_get_today (self);
  for (guint i = 0; styr_workspace_get_model (self) != NULL && all != NULL && i < all->len; i++)
    {
      StyrRecord *document = g_ptr_array_index (all, i);
      const char *from = styr_record_get_text (document, "valid_from");
      const char *to = styr_record_get_text (document, "valid_to");

      if (from == NULL)
        from = styr_record_get_text (document, "period_from");
      if (to == NULL)
        to = styr_record_get_text (document, "period_to");
      if (!styr_document_is_in_force (document) || (from != NULL && strcmp (from, today) > 0) ||
          (to != NULL && strcmp (to, today) < 0))
        continue;
      complete_document (styr_workspace_get_model_of (self, document), document);
      g_ptr_array_add (chosen, g_object_ref (document));
    }
  return chosen;
}

/** Returns: (transfer full) (element-type StyrRecord): the newest entries of the journal */
GPtrArray *
styr_workspace_load_history (StyrWorkspace *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records =
      styr_store_list_history (styr_workspace_get_store (self), HISTORY_LIMIT, &error);

  if (records == NULL)
    {
      g_warning ("history: %s", error->message);
      return g_ptr_array_new ();
    }
  return records;
}

/** Returns: (transfer full) (nullable): the overview of the context's unit in @year */
StyrOverview *
styr_workspace_reckon_overview (StyrWorkspace *self, int year)
{
  StyrModel *model = styr_workspace_get_model (self);
  StyrContext context = { styr_workspace_get_unit_id (self),
                          year,
                          styr_workspace_get_today (self) };
  g_autoptr (GError) error = NULL;
  StyrOverview *overview;
  StyrSurvey *survey =
      styr_store_load_survey (styr_workspace_get_store (self), model, year, &error);

  if (survey == NULL)
    {
      g_warning ("survey: %s", error->message);
      return NULL;
    }
  overview = styr_overview_new (model, &context, survey);
  styr_survey_free (survey);
  return overview;
}

/** Returns: (transfer full) (element-type StyrOverview): of the years with documents before the
 * context's, newest first, at most three */
GPtrArray *
styr_workspace_reckon_earlier (StyrWorkspace *self)
{
  g_autoptr (GPtrArray) years = styr_store_list_years (styr_workspace_get_store (self), NULL);
  GPtrArray *earlier = g_ptr_array_new_with_free_func (g_object_unref);
  int chosen = styr_workspace_get_year (self);

  if (styr_workspace_get_model (self) == NULL || years == NULL)
    return earlier;
  for (int year = chosen - 1; year >= chosen - 3; year--)
    for (guint i = 0; i < years->len; i++)
      if (styr_record_get_int (g_ptr_array_index (years, i), "year") == year)
        {
          StyrOverview *overview = styr_workspace_reckon_overview (self, year);

          if (overview != NULL)
            g_ptr_array_add (earlier, overview);
        }
  return earlier;
}

/* The latest year, not after @today, with documents of types that every unit makes each year; with
 * @all of any type. */
static int
latest_year (StyrWorkspace *self, int today, gboolean all)
{
  StyrModel *model = styr_workspace_get_model (self);
  g_autoptr (GPtrArray) used =
      styr_store_select (styr_workspace_get_store (self),
                         "used",
                         NULL,
                         "SELECT DISTINCT type, year FROM document WHERE year IS NOT NULL",
                         NULL);
  int latest = 0;

  for (guint i = 0; model != NULL && used != NULL && i < used->len; i++)
    {
      StyrRecord *record = g_ptr_array_index (used, i);
      int year = (int) styr_record_get_int (record, "year");
      const StyrDocumentType *type =
          styr_model_find_document_type (model, styr_record_get_text (record, "type"));

      if (year <= today && year > latest &&
          (all || (type != NULL && type->cadence == STYR_CADENCE_PER_UNIT_AND_YEAR)))
        latest = year;
    }
  return latest;
}

/** The latest year that has plans and isn't after today's; else the first year; before set-up
 * today's. */
int
styr_workspace_choose_year (StyrWorkspace *self)
{
  StyrRecord *municipality = styr_workspace_get_municipality_record (self);
  int today = year_of (styr_workspace_get_today (self));
  int latest = latest_year (self, today, FALSE);

  if (latest == 0)
    latest = latest_year (self, today, TRUE);
  if (latest != 0)
    return latest;
  return municipality != NULL ? (int) styr_record_get_int (municipality, "first_year") : today;
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
add_year (GArray *years, int year, int first)
{
  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) == year)
      return;
  if (year >= first)
    g_array_append_val (years, year);
}

/** Returns: (transfer full) (element-type int): the years that can be looked at, ascending: those
 * with documents and the one after them, today's and the next, and the context's; none before the
 * municipality's first but the context's */
GArray *
styr_workspace_dup_years (StyrWorkspace *self)
{
  g_autoptr (GPtrArray) used = NULL;
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));
  StyrRecord *municipality;
  int today, first, last = 0;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), years);

  used = styr_store_list_years (styr_workspace_get_store (self), NULL);
  municipality = styr_workspace_get_municipality_record (self);
  today = year_of (styr_workspace_get_today (self));
  first = municipality != NULL ? (int) styr_record_get_int (municipality, "first_year") : today;
  for (guint i = 0; used != NULL && i < used->len; i++)
    {
      int year = (int) styr_record_get_int (g_ptr_array_index (used, i), "year");

      add_year (years, year, MAX (first, 1));
      last = MAX (last, year);
    }
  if (last > 0)
    add_year (years, last + 1, first);
  add_year (years, today, first);
  add_year (years, today + 1, first);
  add_year (years, styr_workspace_get_year (self), 0);
  g_array_sort (years, compare_years);
  return years;
}

/** Returns: (transfer none) (nullable): the unit with @id, until the units change */
StyrRecord *
styr_workspace_find_unit (StyrWorkspace *self, const char *id)
{
  GListModel *units;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);

  units = styr_workspace_get_units (self);
  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (StyrRecord) unit = g_list_model_get_item (units, i);

      if (g_strcmp0 (styr_record_get_id (unit), id) == 0)
        return unit; /* the list keeps it */
    }
  return NULL;
}

/** Returns: (transfer full): the unit's name; for NULL the words for the whole municipality */
char *
styr_workspace_dup_unit_label (StyrWorkspace *self, const char *id)
{
  StyrRecord *unit;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);

  if (id == NULL || *id == '\0')
    return g_strdup (_ ("The whole municipality"));
  unit = styr_workspace_find_unit (self, id);
  return g_strdup (unit != NULL ? styr_record_get_text (unit, "name") : id);
}

/** Returns: (transfer full) (element-type StyrRecord): the context's goals, for lists outside of
 * documents */
GPtrArray *
styr_workspace_list_goals (StyrWorkspace *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *goals;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);

  if (styr_workspace_get_model (self) == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);
  goals = styr_store_list_goals (styr_workspace_get_store (self),
                                 styr_workspace_get_model (self),
                                 styr_workspace_get_unit_id (self),
                                 styr_workspace_get_year (self),
                                 &error);
  if (goals == NULL)
    {
      g_warning ("goals: %s", error->message);
      return g_ptr_array_new_with_free_func (g_object_unref);
    }
  return goals;
}
