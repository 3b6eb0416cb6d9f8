/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-personal-number.h"
#include "styr-rule-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rules about the words of documents: titles, length, words no longer used, personal numbers. */

/* document-title -------------------------------------------------------------------------- */

static gboolean
holds (const char *folded, const char *word)
{
  g_autofree char *part = word != NULL ? g_utf8_casefold (word, -1) : NULL;

  return part != NULL && part[0] != '\0' && strstr (folded, part) != NULL;
}

static gboolean
is_titled (const StyrInvDocument *document)
{
  g_autofree char *title = g_utf8_casefold (document->title, -1);
  const StyrDocumentType *type = document->kind;

  if (holds (title, type->name) || holds (title, type->definite) || holds (title, type->plural))
    return TRUE;
  for (guint i = 0; i < type->aliases->len; i++)
    if (holds (title, type->aliases->pdata[i]))
      return TRUE;
  return holds (title, type->designation);
}

static void
check_title (StyrCheck *check)
{
  g_autoptr (GPtrArray) documents = styr_check_dup_documents (check);

  for (guint i = 0; i < documents->len; i++)
    {
      const StyrInvDocument *document = documents->pdata[i];

      if (document->kind != NULL && !is_titled (document))
        styr_check_add (check,
                        styr_object_of_document (document),
                        _ ("The title %s doesn't say that it is: %s."),
                        styr_check_name_document (check, document),
                        document->kind->name);
    }
}

/* All texts of a document ----------------------------------------------------------------- */

/* Calls @found with each text until it says TRUE; @where is what people find it under. */
typedef gboolean (*TextFunc) (const char *text, gpointer data);

static const char *
find_in_goals (const StyrInvDocument *document, TextFunc func, gpointer data)
{
  for (guint i = 0; i < document->goals->len; i++)
    {
      const StyrInvGoal *goal = document->goals->pdata[i];

      if (func (goal->text, data) || func (goal->motivation, data) || func (goal->own_reason, data))
        return goal->text;
      for (guint k = 0; k < goal->criteria->len; k++)
        if (func (((const StyrInvCriterion *) goal->criteria->pdata[k])->text, data))
          return goal->text;
    }
  return NULL;
}

static const char *
find_in_lists (const StyrInvDocument *document, TextFunc func, gpointer data)
{
  for (guint i = 0; i < document->activities->len; i++)
    {
      const StyrInvActivity *activity = document->activities->pdata[i];

      if (func (activity->text, data) || func (activity->responsible, data) ||
          func (activity->result, data))
        return activity->text;
    }
  for (guint i = 0; i < document->measures->len; i++)
    {
      const StyrInvMeasure *measure = document->measures->pdata[i];

      if (func (measure->text, data) || func (measure->cause, data) ||
          func (measure->responsible, data) || func (measure->effect_text, data) ||
          func (measure->next_plan_text, data))
        return measure->text;
    }
  for (guint i = 0; i < document->assessments->len; i++)
    {
      const StyrInvAssessment *assessment = document->assessments->pdata[i];

      if (func (assessment->analysis, data) || func (assessment->reason, data) ||
          func (assessment->no_measure_reason, data))
        return assessment->goal != NULL ? assessment->goal->text : document->title;
    }
  return NULL;
}

/* The section that a value stands in, as people know it. */
static const char *
section_of (const StyrInvDocument *document, const StyrInvValue *value)
{
  g_autofree char *id = NULL;
  const char *dot = strchr (value->field, '.');
  const StyrSection *section;

  if (dot != NULL)
    id = g_strndup (value->field, (gsize) (dot - value->field));
  for (guint i = 0; id == NULL && i < document->rows->len; i++)
    {
      const StyrInvRow *row = document->rows->pdata[i];

      if (g_str_equal (row->id, value->owner_id))
        id = g_strdup (row->section);
    }
  section = id != NULL && document->kind != NULL
                ? styr_document_type_find_section (document->kind, id)
                : NULL;
  return section != NULL ? section->title : document->title;
}

/* Where in a document the first text is that @func seeks; NULL when there is none. */
static const char *
find_text (const StyrInvDocument *document, TextFunc func, gpointer data)
{
  const char *where;

  if (func (document->title, data))
    return document->title;
  for (guint i = 0; i < document->values->len; i++)
    {
      const StyrInvValue *value = document->values->pdata[i];

      if (func (value->value, data))
        return section_of (document, value);
    }
  where = find_in_goals (document, func, data);
  return where != NULL ? where : find_in_lists (document, func, data);
}

/* document-words -------------------------------------------------------------------------- */

static gboolean
count_words (const char *text, gpointer data)
{
  guint *n = data;
  gboolean in_word = FALSE;

  for (const char *c = text; c != NULL && *c != '\0'; c++)
    {
      gboolean blank = g_ascii_isspace (*c);

      *n += !blank && !in_word;
      in_word = !blank;
    }
  return FALSE;
}

static void
check_words (StyrCheck *check)
{
  g_autoptr (GPtrArray) documents = styr_check_dup_documents (check);

  for (guint i = 0; i < documents->len; i++)
    {
      const StyrInvDocument *document = documents->pdata[i];
      guint n = 0;

      find_text (document, count_words, &n);
      if (n > check->rule->max)
        styr_check_add (check,
                        styr_object_of_document (document),
                        _ ("%s has %u words; the model says %s."),
                        styr_check_name_document (check, document),
                        n,
                        styr_check_bounds (check, FALSE, 0, TRUE, (int) check->rule->max));
    }
}

/* document-retired-words ------------------------------------------------------------------ */

typedef struct
{
  GRegex *words;
  char *found; /* the word as it was written */
} Retired;

static gboolean
find_retired (const char *text, gpointer data)
{
  Retired *retired = data;
  g_autoptr (GMatchInfo) match = NULL;

  if (text == NULL || !g_regex_match (retired->words, text, 0, &match))
    return FALSE;
  g_free (retired->found);
  retired->found = g_match_info_fetch (match, 0);
  return TRUE;
}

/* Whole words, large or small letters, in one pass over the text. */
static GRegex *
compile_words (GPtrArray *words)
{
  g_autoptr (GString) pattern = g_string_new ("(?<!\\pL)(?:");

  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *word = g_regex_escape_string (words->pdata[i], -1);

      if (i > 0)
        g_string_append_c (pattern, '|');
      g_string_append (pattern, word);
    }
  g_string_append (pattern, ")(?!\\pL)");
  return g_regex_new (pattern->str, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
}

static void
check_retired_words (StyrCheck *check)
{
  g_autoptr (GPtrArray) documents = styr_check_dup_documents (check);
  Retired retired = { compile_words (check->rule->words), NULL };

  for (guint i = 0; retired.words != NULL && i < documents->len; i++)
    {
      const StyrInvDocument *document = documents->pdata[i];
      const char *where = find_text (document, find_retired, &retired);

      if (where != NULL)
        styr_check_add (check,
                        styr_object_of_document (document),
                        _ ("%s uses the word “%s” under %s."),
                        styr_check_name_document (check, document),
                        retired.found,
                        styr_check_short_text (check, where));
    }
  g_clear_pointer (&retired.words, g_regex_unref);
  g_free (retired.found);
}

/* personal-number ------------------------------------------------------------------------- */

static gboolean
find_personal_number (const char *text, gpointer data)
{
  (void) data;
  return styr_text_has_personal_number (text);
}

static gboolean
clause_has_number (const StyrInvClause *clause)
{
  return styr_text_has_personal_number (clause->text) ||
         styr_text_has_personal_number (clause->result);
}

static void
check_decisions_for_numbers (StyrCheck *check)
{
  GPtrArray *clauses = styr_inventory_get_rows (check->inventory, STYR_INV_CLAUSE);

  for (guint i = 0; i < clauses->len; i++)
    {
      const StyrInvClause *clause = clauses->pdata[i];

      if (clause_has_number (clause))
        styr_check_add (check,
                        styr_object_of_clause (clause),
                        _ ("There seems to be a personal number in the decision “%s”."),
                        clause->decision != NULL ? clause->decision->title : "");
    }
}

/* Also drafts and documents out of force: whoever reads the database reads them. */
static void
check_personal_numbers (StyrCheck *check)
{
  GPtrArray *documents = styr_inventory_get_rows (check->inventory, STYR_INV_DOCUMENT);

  for (guint i = 0; i < documents->len; i++)
    {
      const StyrInvDocument *document = documents->pdata[i];
      const char *where = styr_check_concerns_type (check, document->type)
                              ? find_text (document, find_personal_number, NULL)
                              : NULL;

      if (where != NULL)
        styr_check_add (check,
                        styr_object_of_document (document),
                        _ ("There seems to be a personal number in %s, under %s."),
                        styr_check_name_document (check, document),
                        styr_check_short_text (check, where));
    }
  if (check->rule->document_types->len == 0)
    check_decisions_for_numbers (check);
}

const StyrRuleKind styr_rule_kinds_words[] = {
  { "document-title",
    N_ ("The title says the type"),
    N_ ("Finds documents whose title has neither the type's name nor another name of it."),
    { { "documentTypes", N_ ("Document types; empty is all"), FALSE } },
    check_title },
  { "document-words",
    N_ ("Short enough"),
    N_ ("Finds documents with too many words."),
    { { "documentTypes", N_ ("Document types; empty is all"), FALSE },
      { "max", N_ ("At most so many words"), TRUE } },
    check_words },
  { "document-retired-words",
    N_ ("Words no longer used"),
    N_ ("Finds documents with words that the model has left."),
    { { "documentTypes", N_ ("Document types; empty is all"), FALSE },
      { "words", N_ ("Words, in every form they take"), TRUE } },
    check_retired_words },
  { "personal-number",
    N_ ("No personal numbers"),
    N_ ("Finds texts with something that looks like a personal number."),
    { { "documentTypes", N_ ("Document types; empty is all"), FALSE } },
    check_personal_numbers },
  { 0 },
};
