/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-report-sections.h"

#include "styr-document-health.h"
#include "styr-enum-types.h"
#include "styr-locale.h"
#include "styr-report-words.h"

#include <glib/gi18n-lib.h>

static gboolean
is_filled (const char *text)
{
  return text != NULL && *text != '\0';
}

/* The card ---------------------------------------------------------------------------------- */

static void
add_fact (StyrReportMaker *self,
          StyrReportBlock *card,
          const char *metadata,
          const char *title,
          const char *value)
{
  const StyrDocumentType *type = styr_dossier_get_document_type (self->dossier);
  gboolean required =
      metadata != NULL && type != NULL && styr_strings_contain (type->required_metadata, metadata);

  if (is_filled (value))
    styr_block_add_row (card, title, value, NULL);
  else if (required)
    styr_block_add_row (card, title, styr_report_not_filled_in (), NULL);
}

static char *
dup_period (StyrRecord *document)
{
  const char *from = styr_record_get_text (document, "period_from"),
             *to = styr_record_get_text (document, "period_to");

  if (from != NULL && to != NULL)
    return g_strdup_printf ("%s – %s", from, to);
  if (from != NULL)
    return g_strdup_printf (_ ("From %s"), from);
  return g_strdup (styr_record_get_text (document, "year"));
}

static const char *
name_of_unit (StyrReportMaker *self, const char *id)
{
  StyrRecord *unit = styr_dossier_find (self->dossier, "unit", id);

  return unit != NULL ? styr_record_get_text (unit, "name") : NULL;
}

/* The body itself when the card says which, else what kind of body it is. */
static char *
dup_decider (StyrReportMaker *self, StyrRecord *document)
{
  const char *body = styr_record_get_text (document, "decided_by");
  const char *unit = name_of_unit (self, styr_record_get_text (document, "decided_unit_id"));
  const StyrBodyType *type = body != NULL ? styr_model_find_body_type (self->model, body) : NULL;

  if (unit != NULL)
    return g_strdup (unit);
  return type != NULL ? styr_words_dup_capital (type->name) : g_strdup (body);
}

static char *
dup_status (StyrRecord *document)
{
  const char *status =
      styr_words_get_status (styr_record_get_enum (document, "status", STYR_TYPE_DOCUMENT_STATUS));
  gint64 version = styr_record_get_int (document, "version");

  /* Translators: a document's status and the number of its version. */
  return version > 1 ? g_strdup_printf (_ ("%s, version %d"), status, (int) version)
                     : g_strdup (status);
}

static const char *
publication_name (const char *publication)
{
  if (g_strcmp0 (publication, "external") == 0)
    return _ ("External website and intranet");
  return g_strcmp0 (publication, "intranet") == 0 ? _ ("Intranet only") : NULL;
}

static void
add_card_follow_up (StyrReportMaker *self, StyrReportBlock *card, StyrRecord *document)
{
  gint64 months = styr_record_get_int (document, "follow_up_months");
  g_autofree char *interval =
      months > 0 ? g_strdup_printf (ngettext ("Every %d month", "Every %d months", (gulong) months),
                                    (int) months)
                 : NULL;
  const char *on = styr_record_get_text (document, "follow_up_on");

  add_fact (self, card, "followUpMonths", _ ("Follow-up"), on != NULL ? on : interval);
  add_fact (self,
            card,
            "publication",
            _ ("Publication"),
            publication_name (styr_record_get_text (document, "publication")));
}

static void
add_card (StyrReportMaker *self)
{
  StyrRecord *document = styr_dossier_get_document (self->dossier);
  StyrReportBlock *card = styr_report_add (self->report, STYR_BLOCK_PAIRS, _ ("The document"));
  g_autofree char *period = dup_period (document), *status = dup_status (document);
  g_autofree char *decider = dup_decider (self, document);
  g_autofree char *paragraph =
      styr_format_paragraph (styr_record_get_text (document, "section_no"));
  g_autofree char *committee = styr_words_dup_term (self->model, "committee", _ ("Committee"));
  const char *replaces = styr_record_get_text (document, "replaces_title");

  add_fact (self,
            card,
            "designation",
            _ ("Kind of document"),
            is_filled (styr_record_get_text (document, "designation"))
                ? styr_record_get_text (document, "designation")
                : self->report->type);
  add_fact (self, card, NULL, committee, styr_record_get_text (document, "unit_name"));
  add_fact (self, card, "periodFrom", _ ("Period"), period);
  add_fact (self, card, NULL, _ ("Status"), status);
  add_fact (self, card, "decidedBy", _ ("Decided by"), decider);
  add_fact (
      self, card, "decidedOn", _ ("Decided on"), styr_record_get_text (document, "decided_on"));
  add_fact (self, card, "sectionNo", _ ("Section (§)"), paragraph);
  add_fact (self,
            card,
            "registrationNo",
            _ ("Registration number"),
            styr_record_get_text (document, "registration_no"));
  add_fact (
      self, card, "informedOn", _ ("Informed on"), styr_record_get_text (document, "informed_on"));
  add_fact (
      self, card, "appliesTo", _ ("Applies to"), styr_record_get_text (document, "applies_to"));
  add_fact (self,
            card,
            "replaces",
            _ ("Replaces"),
            is_filled (replaces) ? replaces : styr_record_get_text (document, "replaces"));
  add_fact (self,
            card,
            "ownerId",
            _ ("Responsible part of the organisation"),
            name_of_unit (self, styr_record_get_text (document, "owner_id")));
  add_fact (self, card, NULL, _ ("Responsible"), styr_record_get_text (document, "responsible"));
  add_card_follow_up (self, card, document);
}

/* Fields ------------------------------------------------------------------------------------ */

static const char *
choice_label (const StyrField *field, const char *value)
{
  for (guint i = 0; i < field->choices->len; i++)
    {
      const StyrChoice *choice = g_ptr_array_index (field->choices, i);

      if (g_strcmp0 (choice->id, value) == 0)
        return choice->label;
    }
  return value;
}

static char *
dup_number (const char *value, const char *unit)
{
  g_autofree char *number = styr_format_number (g_ascii_strtod (value, NULL), -1);

  return unit != NULL ? g_strdup_printf ("%s %s", number, unit) : g_steal_pointer (&number);
}

static char *
dup_linked (StyrReportMaker *self, const char *kind, const char *column, const char *id)
{
  StyrRecord *record = styr_dossier_find (self->dossier, kind, id);

  return g_strdup (record != NULL ? styr_record_get_text (record, column) : id);
}

/** A field's value as people read it; (transfer full), NULL when it isn't filled in. */
char *
styr_report_dup_value (StyrReportMaker *self, const StyrField *field, const char *value)
{
  if (!is_filled (value))
    return NULL;
  switch (field->kind)
    {
    case STYR_FIELD_NUMBER:
      return dup_number (value, field->unit);
    case STYR_FIELD_PERCENT:
      return dup_number (value, "%");
    case STYR_FIELD_MONEY:
      {
        g_autofree char *money =
            styr_format_money (g_ascii_strtoll (value, NULL, 10), self->money_unit);

        return g_strdup_printf ("%s %s", money, self->money_unit);
      }
    case STYR_FIELD_DATE:
      return styr_format_date (value);
    case STYR_FIELD_CHOICE:
      return g_strdup (choice_label (field, value));
    case STYR_FIELD_FLAG:
      return g_strdup (g_str_equal (value, "true") ? C_ ("answer", "Yes") : C_ ("answer", "No"));
    case STYR_FIELD_UNIT:
      return dup_linked (self, "unit", "name", value);
    case STYR_FIELD_REFERENCE:
      return dup_linked (self, "referenced", "title", value);
    case STYR_FIELD_TEXT:
    case STYR_FIELD_LONG_TEXT:
    case STYR_FIELD_YEAR:
    default:
      return g_strdup (value);
    }
}

/* What is written in a field, or why it doesn't apply */
static char *
dup_answer (StyrReportMaker *self, const StyrField *field, const char *key)
{
  const char *reason = styr_dossier_get_not_applicable (
      self->dossier, styr_record_get_id (styr_dossier_get_document (self->dossier)), key);

  if (reason != NULL && *reason != '\0')
    return g_strdup_printf (_ ("Doesn’t apply: %s"), reason);
  return styr_report_dup_value (self, field, styr_dossier_get_value (self->dossier, NULL, key));
}

/* Short values stand together as words and values, long ones as text under their question. */
static gboolean
add_fields (StyrReportMaker *self, const StyrSection *section)
{
  StyrReportBlock *pairs = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < section->fields->len; i++)
    {
      const StyrField *field = g_ptr_array_index (section->fields, i);
      g_autofree char *key = g_strconcat (section->id, ".", field->id, NULL);
      g_autofree char *value = dup_answer (self, field, key);

      any = any || value != NULL;
      if (value == NULL && (!field->required || field->is_retired))
        continue;
      if (field->kind == STYR_FIELD_LONG_TEXT)
        {
          pairs = NULL;
          if (value != NULL)
            styr_report_add_text (self->report, field->title, value);
          else
            styr_report_add_gap (self->report, field->title);
          continue;
        }
      if (pairs == NULL)
        pairs = styr_report_add (self->report, STYR_BLOCK_PAIRS, section->title);
      styr_block_add_row (
          pairs, field->title, value != NULL ? value : styr_report_not_filled_in (), NULL);
    }
  return any;
}

static double
column_weight (const StyrField *field)
{
  switch (field->kind)
    {
    case STYR_FIELD_LONG_TEXT:
      return 3;
    case STYR_FIELD_TEXT:
    case STYR_FIELD_REFERENCE:
    case STYR_FIELD_UNIT:
      return 2;
    case STYR_FIELD_CHOICE:
      return 1.5;
    case STYR_FIELD_NUMBER:
    case STYR_FIELD_MONEY:
    case STYR_FIELD_PERCENT:
    case STYR_FIELD_YEAR:
    case STYR_FIELD_DATE:
    case STYR_FIELD_FLAG:
    default:
      return 1.2;
    }
}

static gboolean
is_number_field (const StyrField *field)
{
  return field->kind == STYR_FIELD_NUMBER || field->kind == STYR_FIELD_MONEY ||
         field->kind == STYR_FIELD_PERCENT;
}

static char **
dup_row (StyrReportMaker *self, const StyrSection *section, StyrRecord *row, gboolean *any)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  *any = FALSE;
  for (guint i = 0; i < section->fields->len; i++)
    {
      const StyrField *field = g_ptr_array_index (section->fields, i);
      g_autofree char *value = styr_report_dup_value (
          self, field, styr_dossier_get_value (self->dossier, styr_record_get_id (row), field->id));
      gboolean asked = field->required && !field->is_retired;
      g_autofree char *valid = value != NULL ? g_utf8_make_valid (value, -1) : NULL;

      *any = *any || value != NULL;
      if (!styr_dossier_shows_field (self->dossier, section, field, NULL))
        continue;
      g_strv_builder_add (builder,
                          valid != NULL ? valid
                          : asked       ? styr_report_not_filled_in ()
                                        : "");
    }
  return g_strv_builder_end (builder);
}

/* A section of rows as a table. */
static gboolean
add_rows (StyrReportMaker *self, const StyrSection *section)
{
  g_autoptr (GPtrArray) rows = styr_dossier_dup_rows (self->dossier, section);
  StyrReportBlock *table = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      gboolean any;
      char **cells = dup_row (self, section, g_ptr_array_index (rows, i), &any);

      if (!any)
        {
          g_strfreev (cells);
          continue;
        }
      if (table == NULL)
        {
          table = styr_report_add (self->report, STYR_BLOCK_TABLE, section->title);
          table->quiet = TRUE;
          for (guint j = 0; j < section->fields->len; j++)
            {
              const StyrField *field = g_ptr_array_index (section->fields, j);

              if (styr_dossier_shows_field (self->dossier, section, field, NULL))
                styr_block_add_column (
                    table, field->title, column_weight (field), is_number_field (field));
            }
        }
      styr_block_take_row (table, cells);
    }
  return table != NULL;
}

/* Sections ---------------------------------------------------------------------------------- */

static gboolean
add_content (StyrReportMaker *self, const StyrSection *section)
{
  gboolean fields = FALSE;

  if (section->kind != STYR_SECTION_ROWS && section->fields->len > 0)
    fields = add_fields (self, section);
  switch (section->kind)
    {
    case STYR_SECTION_ROWS:
      return add_rows (self, section);
    case STYR_SECTION_GOALS:
      return styr_report_add_goals (self, section) || fields;
    case STYR_SECTION_ASSESSMENTS:
      return styr_report_add_assessments (self, section) || fields;
    case STYR_SECTION_ACTIVITIES:
      return styr_report_add_activities (self, section) || fields;
    case STYR_SECTION_MEASURES:
      return styr_report_add_measures (self, section) || fields;
    case STYR_SECTION_FEEDBACK:
      return styr_report_add_feedback (self, section) || fields;
    case STYR_SECTION_ECONOMY:
      return styr_report_add_economy (self, section) || fields;
    case STYR_SECTION_DECISION:
      return styr_report_add_decisions (self, section) || fields;
    case STYR_SECTION_FIELDS:
    default:
      return fields;
    }
}

/* Returns: FALSE when a decided document has no measures and needs none: then there is no heading
 * either */
static gboolean
add_section (StyrReportMaker *self, const StyrSection *section, const char *title, guint number)
{
  StyrCompletion completion = styr_dossier_get_section_completion (self->dossier, section);
  gboolean awaited = section->kind != STYR_SECTION_MEASURES || completion.done < completion.total ||
                     !styr_document_is_in_force (styr_dossier_get_document (self->dossier));
  g_autofree char *heading = g_strdup_printf ("%u  %s", number, title);
  guint before;

  styr_report_add_heading (self->report, 2, heading);
  before = self->report->blocks->len;
  add_content (self, section);
  if (self->report->blocks->len > before)
    return TRUE;
  if (awaited)
    styr_report_add_gap (self->report, NULL);
  else
    g_ptr_array_remove_index (self->report->blocks, before - 1);
  return awaited;
}

static const StyrReportTemplate *
find_template (StyrModel *model, const StyrDocumentType *type)
{
  GPtrArray *templates = styr_model_get_report_templates (model);

  for (guint i = 0; i < templates->len; i++)
    {
      const StyrReportTemplate *template = g_ptr_array_index (templates, i);

      if (g_strcmp0 (template->document_type, type->id) == 0)
        return template;
    }
  return NULL;
}

/* The template's chapters in its order; a section that it leaves out would be lost, so it follows
 * at the end. */
static void
add_sections (StyrReportMaker *self, const StyrDocumentType *type)
{
  const StyrReportTemplate *template = find_template (self->model, type);
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  guint number = 0;

  for (guint i = 0; template != NULL && i < template->chapters->len; i++)
    {
      const StyrReportChapter *chapter = g_ptr_array_index (template->chapters, i);
      const StyrSection *section = chapter->section != NULL
                                       ? styr_document_type_find_section (type, chapter->section)
                                       : NULL;

      if (section != NULL && g_hash_table_add (done, (gpointer) section) &&
          styr_dossier_shows_section (self->dossier, section))
        number += add_section (
            self, section, chapter->title != NULL ? chapter->title : section->title, number + 1);
    }
  for (guint i = 0; i < type->sections->len; i++)
    {
      const StyrSection *section = g_ptr_array_index (type->sections, i);

      if (g_hash_table_add (done, (gpointer) section) &&
          styr_dossier_shows_section (self->dossier, section))
        number += add_section (self, section, section->title, number + 1);
    }
}

/**
 * styr_report_new:
 *
 * Returns: (transfer full): the document as blocks, the same for every format
 */
StyrReport *
styr_report_new (StyrDossier *dossier, const StyrReportInfo *info)
{
  StyrReport *self = g_new0 (StyrReport, 1);
  StyrRecord *document = styr_dossier_get_document (dossier);
  const StyrDocumentType *type = styr_dossier_get_document_type (dossier);
  const char *unit =
      info->unit_name != NULL ? info->unit_name : styr_record_get_text (document, "unit_name");
  StyrReportMaker maker = { .report = self,
                            .dossier = dossier,
                            .model = styr_dossier_get_model (dossier),
                            .money_unit = info->money_unit != NULL ? info->money_unit : "tkr" };

  self->title = g_utf8_make_valid (styr_record_get_text (document, "title") != NULL
                                       ? styr_record_get_text (document, "title")
                                       : "",
                                   -1);
  self->municipality = g_strdup (info->municipality != NULL ? info->municipality : "");
  self->unit = g_strdup (unit);
  self->date = g_strdup (info->date != NULL ? info->date : "");
  self->type = styr_words_dup_capital (type != NULL ? type->name : NULL);
  self->is_example = info->is_example;
  add_card (&maker);
  if (type != NULL)
    add_sections (&maker, type);
  styr_report_drop_empty_columns (maker.report);
  return self;
}
