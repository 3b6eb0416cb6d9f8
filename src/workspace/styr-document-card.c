/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-document-card.h"

#include "styr-locale.h"
#include "styr-workspace-model.h"
#include "styr-workspace-private.h"

/* Swedish: a name that ends in s, x or z is its own genitive. */
static char *
dup_genitive (const char *name)
{
  char last = *name != '\0' ? g_ascii_tolower (name[strlen (name) - 1]) : 's';

  return last == 's' || last == 'x' || last == 'z' ? g_strdup (name)
                                                   : g_strconcat (name, "s", NULL);
}

static char *
dup_capitalised (const char *text)
{
  g_autofree char *first = NULL;

  if (*text == '\0')
    return g_strdup (text);
  first = g_utf8_strup (text, g_utf8_next_char (text) - text);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

static void
replace (GString *text, const char *placeholder, const char *value)
{
  g_string_replace (text, placeholder, value != NULL ? value : "", 0);
}

static void
squeeze_spaces (GString *text)
{
  while (g_string_replace (text, "  ", " ", 0) > 0)
    ;
  g_strstrip (text->str);
  text->len = strlen (text->str);
}

/* The title by the type's pattern; placeholders {unit} {unitGenitive} {year} {term} */
static char *
dup_title (StyrModel *model, const StyrDocumentType *type, const char *unit_name, int year)
{
  g_autoptr (GString) text = g_string_new (type->title_pattern);
  g_autofree char *genitive = dup_genitive (unit_name);
  g_autofree char *year_text = year > 0 ? g_strdup_printf ("%d", year) : g_strdup ("");
  const StyrTerm *term = styr_model_find_term_of_year (model, year);

  if (text->len == 0)
    g_string_printf (text, "%s %s", type->name, year_text);
  replace (text, "{unitGenitive}", genitive);
  replace (text, "{unit}", unit_name);
  replace (text, "{year}", year_text);
  replace (text, "{term}", term != NULL ? term->name : year_text);
  squeeze_spaces (text);
  return dup_capitalised (text->len > 0 ? text->str : type->name);
}

static void
set_date (StyrRecord *card, const char *column, int year, int month)
{
  g_autofree char *date = g_strdup_printf ("%04d-%02d-01", year, month);

  styr_record_set_text (card, column, date);
}

/* The period's last day is the day before the month in which the next begins. */
static void
set_last_day (StyrRecord *card, int next_year, int next_month)
{
  g_autofree char *next = g_strdup_printf ("%04d-%02d-01", next_year, next_month);
  g_autofree char *date = styr_date_dup_day_before (next);

  styr_record_set_text (card, "period_to", date);
}

static void
set_period (StyrRecord *card, StyrModel *model, const StyrDocumentType *type, int year)
{
  const StyrTerm *term = styr_model_find_term_of_year (model, year);
  int month = type->period_start_month > 0 ? type->period_start_month : 1;

  switch (type->period)
    {
    case STYR_PERIOD_YEAR:
      month = 1;
      G_GNUC_FALLTHROUGH;
    case STYR_PERIOD_BROKEN_YEAR:
      styr_record_set_int (card, "year", year);
      set_date (card, "period_from", year, month);
      month += type->period_months > 0 ? type->period_months : 12;
      set_last_day (card, year + (month - 1) / 12, (month - 1) % 12 + 1);
      break;
    case STYR_PERIOD_ROLLING_YEARS:
      styr_record_set_int (card, "year", year);
      set_date (card, "period_from", year, month);
      set_last_day (card, year + MAX (type->period_years, 1), month);
      break;
    case STYR_PERIOD_TERM:
      styr_record_set_int (card, "year", term != NULL ? term->first_year : year);
      set_date (card, "period_from", term != NULL ? term->first_year : year, 1);
      set_last_day (
          card, term != NULL ? term->last_year + 1 : year + MAX (type->period_years, 1), 1);
      break;
    case STYR_PERIOD_NONE:
    case STYR_PERIOD_UNTIL_FURTHER_NOTICE:
    default:
      /* A type that is expected each year has one, whatever its period is called. */
      if (type->cadence == STYR_CADENCE_PER_YEAR || type->cadence == STYR_CADENCE_PER_UNIT_AND_YEAR)
        styr_record_set_int (card, "year", year);
      break;
    }
}

/* What the first of the political bodies makes, the assembly, applies to all. */
static gboolean
is_of_assembly (StyrModel *model, StyrRecord *unit)
{
  GPtrArray *types = styr_model_get_body_types (model);

  for (guint i = 0; unit != NULL && i < types->len; i++)
    {
      const StyrBodyType *body = g_ptr_array_index (types, i);

      if (body->is_political && body->is_single && !body->is_role)
        return styr_record_is (unit, "type", body->id);
    }
  return FALSE;
}

static void
set_scope (StyrRecord *card, const StyrDocumentType *type, gboolean has_unit)
{
  const char *likely = has_unit ? "unit" : "municipality";

  if (styr_strings_contain (type->scopes, likely))
    styr_record_set_text (card, "scope", likely);
  else if (type->scopes->len > 0)
    styr_record_set_text (card, "scope", g_ptr_array_index (type->scopes, 0));
  if (!type->asks_political && g_strcmp0 (type->family, "political") == 0)
    styr_record_set_text (card, "is_political", "yes");
}

/* The model that a new document is made by: the one in force on the first day of what it is for, or
 * today when that day has passed. */
static char *
dup_model_id (StyrWorkspace *self, const char *type, int year)
{
  g_autoptr (StyrRecord) card = styr_record_new ("document", "");
  g_autoptr (GError) error = NULL;
  const StyrDocumentType *found = NULL;
  const char *day, *first;
  StyrModel *model;
  char *id;

  model = styr_workspace_get_current_model (self);
  if (model != NULL && type != NULL)
    found = styr_model_find_document_type (model, type);
  if (found != NULL)
    set_period (card, model, found, year);
  if (found == NULL || (styr_record_has (card, "year") && !styr_record_has (card, "period_from")))
    set_date (card, "period_from", year, 1);
  day = styr_workspace_get_today (self);
  first = styr_record_get_text (card, "period_from");
  if (first != NULL && strcmp (first, day) > 0)
    day = first;
  id = styr_store_find_current_model (styr_workspace_get_store (self), day, &error);
  if (error != NULL)
    g_warning ("model of a new document: %s", error->message);
  return id;
}

/**
 * styr_workspace_find_model_for:
 * @type: (nullable): a document type; NULL = any that is of the year
 * @year: the year that the document is for
 *
 * Returns: (transfer none) (nullable): the model that a new document is made by: the one in force
 * on the first day of what it is for, or today when that day has passed
 */
StyrModel *
styr_workspace_find_model_for (StyrWorkspace *self, const char *type, int year)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);

  id = dup_model_id (self, type, year);
  return id != NULL ? styr_workspace_find_model (self, id, NULL) : NULL;
}

/**
 * styr_document_card_new:
 * @unit: (nullable): whose document it is
 *
 * Returns: (transfer full): a new record of kind "document" with everything that the type, the unit
 * and the year tell
 */
StyrRecord *
styr_document_card_new (StyrWorkspace *workspace,
                        const StyrDocumentType *type,
                        StyrRecord *unit,
                        int year)
{
  g_autofree char *model_id = dup_model_id (workspace, type->id, year);
  StyrModel *model = styr_workspace_find_model (workspace, model_id, NULL);
  const char *unit_id = unit != NULL ? styr_record_get_id (unit) : NULL;
  g_autofree char *id = styr_workspace_new_id ();
  g_autofree char *now = styr_workspace_dup_now ();
  g_autofree char *applies_to =
      styr_workspace_dup_unit_label (workspace, is_of_assembly (model, unit) ? NULL : unit_id);
  g_autofree char *title = NULL;
  g_autofree char *decider = NULL;
  StyrRecord *card = styr_record_new ("document", id);

  styr_record_set_text (card, "model_id", model_id);
  styr_record_set_text (card, "type", type->id);
  styr_record_set_text (card, "unit_id", unit_id);
  title = dup_title (model,
                     type,
                     unit != NULL ? styr_record_get_text (unit, "name")
                                  : styr_workspace_get_municipality (workspace),
                     year);
  styr_record_set_text (card, "title", title);
  styr_record_set_text (card, "designation", type->designation);
  styr_record_set_text (card, "status", "draft");
  set_period (card, model, type, year);
  set_scope (card, type, unit != NULL);
  styr_record_set_text (card, "applies_to", applies_to);
  styr_record_set_text (card, "publication", type->publication);
  if (type->is_joint)
    styr_record_set_int (card, "is_joint", TRUE);
  if (type->review_months > 0)
    styr_record_set_int (card, "follow_up_months", type->review_months);
  styr_record_set_int (card, "version", 1);
  styr_record_set_text (card, "created_at", now);
  styr_workspace_find_decider (workspace, card, &decider, NULL);
  styr_record_set_text (card, "decided_by", decider);
  return card;
}
