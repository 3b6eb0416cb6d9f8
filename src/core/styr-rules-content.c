/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-dossier.h"
#include "styr-rule-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rules about what documents hold: sections, fields, rows, and what they may not hold. */

static gboolean
is_answered (const StyrInvDocument *document, const char *owner_id, const char *field)
{
  g_autofree char *key = NULL;

  if (!styr_text_is_empty (styr_inventory_get_value (document, owner_id, field)))
    return TRUE;
  key = styr_not_applicable_key (field);
  return !styr_text_is_empty (styr_inventory_get_value (document, owner_id, key));
}

static gboolean
has_field (const StyrInvDocument *document, const StyrSection *section, const StyrField *field)
{
  g_autofree char *key = g_strconcat (section->id, ".", field->id, NULL);

  return is_answered (document, document->id, key);
}

static gboolean
has_any_field (const StyrInvDocument *document, const StyrSection *section)
{
  for (guint i = 0; i < section->fields->len; i++)
    if (has_field (document, section, section->fields->pdata[i]))
      return TRUE;
  return FALSE;
}

/* The lists of a document, by the kind of section --------------------------------------- */

/* The rows, goals, activities or measures of a section. (transfer container) */
static GPtrArray *
dup_items (const StyrInvDocument *document, const StyrSection *section)
{
  GPtrArray *items = g_ptr_array_new ();
  GPtrArray *all = section->kind == STYR_SECTION_GOALS        ? document->goals
                   : section->kind == STYR_SECTION_ACTIVITIES ? document->activities
                   : section->kind == STYR_SECTION_MEASURES   ? document->measures
                                                              : document->rows;

  for (guint i = 0; i < all->len; i++)
    {
      gpointer item = all->pdata[i];
      const char *home =
          section->kind == STYR_SECTION_GOALS        ? ((StyrInvGoal *) item)->type
          : section->kind == STYR_SECTION_ACTIVITIES ? ((StyrInvActivity *) item)->section
          : section->kind == STYR_SECTION_MEASURES   ? ((StyrInvMeasure *) item)->section
                                                     : ((StyrInvRow *) item)->section;

      if (g_strcmp0 (home,
                     section->kind == STYR_SECTION_GOALS ? section->goal_type : section->id) == 0)
        g_ptr_array_add (items, item);
    }
  return items;
}

static gboolean
has_decision (StyrCheck *check, const StyrInvDocument *document)
{
  GPtrArray *decisions = styr_inventory_get_rows (check->inventory, STYR_INV_DECISION);

  for (guint i = 0; i < decisions->len; i++)
    {
      const StyrInvDecision *decision = decisions->pdata[i];

      if (decision->document == document && decision->clauses->len > 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_filled (StyrCheck *check, const StyrInvDocument *document, const StyrSection *section)
{
  g_autoptr (GPtrArray) items = NULL;

  switch (section->kind)
    {
    case STYR_SECTION_ROWS:
    case STYR_SECTION_GOALS:
    case STYR_SECTION_ACTIVITIES:
    case STYR_SECTION_MEASURES:
      items = dup_items (document, section);
      return items->len > 0;
    case STYR_SECTION_ASSESSMENTS:
      return document->assessments->len > 0;
    case STYR_SECTION_DECISION:
      return has_decision (check, document);
    case STYR_SECTION_FIELDS:
    case STYR_SECTION_FEEDBACK:
    case STYR_SECTION_ECONOMY:
    default:
      return section->fields->len == 0 || has_any_field (document, section);
    }
}

/* document-sections ----------------------------------------------------------------------- */

static void
add_fields_missing (StyrCheck *check,
                    const StyrInvDocument *document,
                    const StyrSection *section,
                    GPtrArray *missing)
{
  for (guint i = 0; section->kind != STYR_SECTION_ROWS && i < section->fields->len; i++)
    {
      const StyrField *field = section->fields->pdata[i];

      if (field->required && !field->is_retired &&
          (document->is_decided || !field->is_filled_after_decision) &&
          !has_field (document, section, field))
        g_ptr_array_add (
            missing, (gpointer) styr_check_text (check, "%s: %s", section->title, field->title));
    }
}

static void
add_required_missing (StyrCheck *check, const StyrInvDocument *document, GPtrArray *missing)
{
  for (guint i = 0; i < document->kind->sections->len; i++)
    {
      const StyrSection *section = document->kind->sections->pdata[i];

      if (!section->required || section->is_retired)
        continue;
      if (!is_filled (check, document, section))
        g_ptr_array_add (missing, section->title);
      else
        add_fields_missing (check, document, section, missing);
    }
}

static void
add_place_missing (StyrCheck *check,
                   const StyrInvDocument *document,
                   const char *path,
                   GPtrArray *missing)
{
  g_auto (GStrv) parts = g_strsplit (path, ".", 2);
  const StyrSection *section = styr_document_type_find_section (document->kind, parts[0]);
  const StyrField *field =
      section != NULL && parts[1] != NULL ? styr_section_find_field (section, parts[1]) : NULL;

  if (section == NULL)
    return;
  if (parts[1] == NULL && !is_filled (check, document, section))
    g_ptr_array_add (missing, section->title);
  else if (field != NULL && !has_field (document, section, field))
    g_ptr_array_add (missing,
                     (gpointer) styr_check_text (check, "%s: %s", section->title, field->title));
}

/* Of places with | between them one is enough: only when each is empty are they missing. */
static void
add_named_missing (StyrCheck *check,
                   const StyrInvDocument *document,
                   const char *paths,
                   GPtrArray *missing)
{
  g_auto (GStrv) places = g_strsplit (paths, "|", -1);
  g_autoptr (GPtrArray) empty = g_ptr_array_new ();

  for (guint i = 0; places[i] != NULL; i++)
    {
      add_place_missing (check, document, places[i], empty);
      if (empty->len == i)
        return;
    }
  g_ptr_array_extend (missing, empty, NULL, NULL);
}

static void
check_sections (StyrCheck *check)
{
  g_autoptr (GPtrArray) documents = styr_check_dup_documents (check);
  GPtrArray *sections = check->rule->sections;

  for (guint i = 0; i < documents->len; i++)
    {
      const StyrInvDocument *document = documents->pdata[i];
      g_autoptr (GPtrArray) missing = g_ptr_array_new ();

      if (document->kind == NULL)
        continue;
      for (guint k = 0; k < sections->len; k++)
        add_named_missing (check, document, sections->pdata[k], missing);
      if (sections->len == 0)
        add_required_missing (check, document, missing);
      if (missing->len > 0)
        styr_check_add (check,
                        styr_object_of_document (document),
                        _ ("%s has nothing under: %s."),
                        styr_check_name_document (check, document),
                        styr_check_list_words (check, missing));
    }
}

/* row-fields ------------------------------------------------------------------------------ */

static StyrInvTable
table_of (const StyrSection *section)
{
  switch (section->kind)
    {
    case STYR_SECTION_GOALS:
      return STYR_INV_GOAL;
    case STYR_SECTION_ACTIVITIES:
      return STYR_INV_ACTIVITY;
    case STYR_SECTION_MEASURES:
      return STYR_INV_MEASURE;
    case STYR_SECTION_FIELDS:
    case STYR_SECTION_ROWS:
    case STYR_SECTION_ASSESSMENTS:
    case STYR_SECTION_FEEDBACK:
    case STYR_SECTION_ECONOMY:
    case STYR_SECTION_DECISION:
    default:
      return STYR_INV_ROW;
    }
}

/* What people know the item by: its text, or the row's first column. */
static const char *
title_of_item (const StyrInvDocument *document, const StyrSection *section, const char *item)
{
  StyrInvTable table = table_of (section);

  if (table != STYR_INV_ROW)
    return styr_inventory_get_column (table, item, "text");
  return section->fields->len > 0
             ? styr_inventory_get_value (
                   document, item, ((const StyrField *) section->fields->pdata[0])->id)
             : NULL;
}

static void
check_item (StyrCheck *check,
            const StyrInvDocument *document,
            const StyrSection *section,
            gpointer item)
{
  const char *id = *(const char *const *) item; /* the first member of every row */
  StyrInvTable table = table_of (section);
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  const char *title;

  for (guint i = 0; i < check->rule->fields->len; i++)
    {
      const char *name = check->rule->fields->pdata[i];
      const StyrField *field = styr_section_find_field (section, name);

      if (is_answered (document, id, name) ||
          (table != STYR_INV_ROW &&
           !styr_text_is_empty (styr_inventory_get_column (table, item, name))))
        continue;
      g_ptr_array_add (missing, (gpointer) (field != NULL ? field->title : name));
    }
  if (missing->len == 0)
    return;
  title = table == STYR_INV_ROW ? title_of_item (document, section, id)
                                : styr_inventory_get_column (table, item, "text");
  styr_check_add (
      check,
      styr_object_of_part (table == STYR_INV_ROW ? "row" : styr_inventory_get_table_name (table),
                           id,
                           title != NULL ? title : section->title,
                           document),
      _ ("In %s, %s %s lacks: %s."),
      styr_check_name_document (check, document),
      section->item_name != NULL ? section->item_name : section->title,
      styr_check_short_text (check, title),
      styr_check_list_words (check, missing));
}

static void
check_rows (StyrCheck *check)
{
  g_autoptr (GPtrArray) documents = styr_check_dup_documents (check);

  for (guint i = 0; i < documents->len; i++)
    for (guint k = 0; k < check->rule->sections->len; k++)
      {
        const StyrInvDocument *document = documents->pdata[i];
        const StyrSection *section =
            document->kind != NULL
                ? styr_document_type_find_section (document->kind, check->rule->sections->pdata[k])
                : NULL;
        g_autoptr (GPtrArray) items = section != NULL ? dup_items (document, section) : NULL;

        for (guint n = 0; items != NULL && n < items->len; n++)
          check_item (check, document, section, items->pdata[n]);
      }
}

/* field-follows --------------------------------------------------------------------------- */

static const char *
title_of_field (const StyrInvDocument *document, const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, ".", 2);
  const StyrSection *section =
      document->kind != NULL ? styr_document_type_find_section (document->kind, parts[0]) : NULL;
  const StyrField *field =
      section != NULL && parts[1] != NULL ? styr_section_find_field (section, parts[1]) : NULL;

  return field != NULL ? field->title : NULL;
}

static void
check_follows (StyrCheck *check)
{
  g_autoptr (GPtrArray) documents = styr_check_dup_documents (check);
  const char *asked, *demanded;

  if (check->rule->fields->len < 2)
    return;
  asked = check->rule->fields->pdata[0];
  demanded = check->rule->fields->pdata[1];
  for (guint i = 0; i < documents->len; i++)
    {
      const StyrInvDocument *document = documents->pdata[i];
      const char *answer = styr_inventory_get_value (document, document->id, asked);
      const char *title = title_of_field (document, demanded);

      if (title != NULL && (g_strcmp0 (answer, "true") == 0 || g_strcmp0 (answer, "yes") == 0) &&
          !is_answered (document, document->id, demanded))
        styr_check_add (check,
                        styr_object_of_document (document),
                        _ ("%s says yes to “%s” but “%s” is empty."),
                        styr_check_name_document (check, document),
                        title_of_field (document, asked),
                        title);
    }
}

/* document-content ------------------------------------------------------------------------ */

static const char *
count_content (StyrCheck *check, const StyrInvDocument *document, const char *kind)
{
  gulong n;

  if (g_str_equal (kind, "goals") && (n = document->goals->len) > 0)
    return styr_check_text (check, ngettext ("%lu goal", "%lu goals", n), n);
  if (g_str_equal (kind, "activities") && (n = document->activities->len) > 0)
    return styr_check_text (check, ngettext ("%lu activity", "%lu activities", n), n);
  if (g_str_equal (kind, "measures") && (n = document->measures->len) > 0)
    return styr_check_text (check, ngettext ("%lu measure", "%lu measures", n), n);
  if (g_str_equal (kind, "assessments") && (n = document->assessments->len) > 0)
    return styr_check_text (check, ngettext ("%lu assessment", "%lu assessments", n), n);
  return NULL;
}

static void
check_content (StyrCheck *check)
{
  g_autoptr (GPtrArray) documents = styr_check_dup_documents (check);

  for (guint i = 0; i < documents->len; i++)
    {
      const StyrInvDocument *document = documents->pdata[i];
      GPtrArray *kinds = check->rule->kinds;
      g_autoptr (GPtrArray) found = g_ptr_array_new ();

      if (document->kind == NULL)
        continue;
      if (kinds->len == 0)
        kinds = document->kind->forbidden_content;
      for (guint k = 0; k < kinds->len; k++)
        {
          const char *words = count_content (check, document, kinds->pdata[k]);

          if (words != NULL)
            g_ptr_array_add (found, (gpointer) words);
        }
      if (found->len > 0)
        styr_check_add (check,
                        styr_object_of_document (document),
                        _ ("%s has %s, which %s may not have."),
                        styr_check_name_document (check, document),
                        styr_check_list_words (check, found),
                        document->kind->plural != NULL ? document->kind->plural
                                                       : document->kind->name);
    }
}

const StyrRuleKind styr_rule_kinds_content[] = {
  { "document-sections",
    N_ ("Sections are filled in"),
    N_ ("Finds documents where a section or a field is empty."),
    { { "documentTypes", N_ ("Document types; empty is all"), FALSE },
      { "sections", N_ ("Sections, or section.field; empty is all required"), FALSE } },
    check_sections },
  { "row-fields",
    N_ ("Rows are complete"),
    N_ ("Finds rows of a list where a column is empty."),
    { { "documentTypes", N_ ("Document types; empty is all"), FALSE },
      { "sections", N_ ("Lists"), TRUE },
      { "fields", N_ ("Columns"), TRUE } },
    check_rows },
  { "field-follows",
    N_ ("A yes asks for an answer"),
    N_ ("Finds documents where one field says yes and the other is empty."),
    { { "documentTypes", N_ ("Document types; empty is all"), FALSE },
      { "fields", N_ ("The question, then the answer: section.field"), TRUE } },
    check_follows },
  { "document-content",
    N_ ("Holds nothing that it may not"),
    N_ ("Finds goals, activities, measures or assessments where they may not be."),
    { { "documentTypes", N_ ("Document types; empty is all"), FALSE },
      { "kinds",
        N_ ("What may not be there; empty is what the type forbids"),
        FALSE,
        "goals activities measures" } },
    check_content },
  { 0 },
};
