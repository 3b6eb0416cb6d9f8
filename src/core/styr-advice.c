/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-advice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Questions worth asking about a document. The words come from a file, the forms and the deciders
 * from the model. */

static StyrRecord *
new_advice (StyrDossier *dossier, const char *topic, const char *object_kind, const char *object_id)
{
  StyrRecord *advice = styr_record_new ("advice", NULL);

  styr_record_set_text (advice, "topic", topic);
  styr_record_set_text (advice, "object_kind", object_kind);
  styr_record_set_text (advice, "object_id", object_id);
  styr_record_set_text (
      advice, "document_id", styr_record_get_id (styr_dossier_get_document (dossier)));
  return advice;
}

static void
set_quote (StyrRecord *advice, const char *text, guint start, guint end)
{
  g_autofree char *quote = g_utf8_substring (text, start, end);

  styr_record_set_text (advice, "quote", quote);
  styr_record_set_int (advice, "start", start);
  styr_record_set_int (advice, "end", end);
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

/* Wording of goals --------------------------------------------------------------------------- */

/* A figure to reach answers what the advice would ask. */
static gboolean
has_figure (StyrDossier *dossier, StyrRecord *goal)
{
  g_autoptr (GPtrArray) criteria =
      styr_dossier_dup_where (dossier, "criterion", "goal_id", styr_record_get_id (goal));

  for (guint i = 0; i < criteria->len; i++)
    if (styr_record_has (criteria->pdata[i], "target_value") ||
        styr_record_has (criteria->pdata[i], "period_target") ||
        styr_record_has (criteria->pdata[i], "target_text") ||
        styr_record_has (criteria->pdata[i], "due_on"))
      return TRUE;
  return FALSE;
}

static void
add_wording (
    GPtrArray *found, StyrDossier *dossier, StyrWords *words, const char *kind, StyrRecord *record)
{
  const char *text = styr_record_get_text (record, "text");
  g_autoptr (GArray) spans = text != NULL ? styr_words_find (words, "hardToFollowUp", text) : NULL;
  g_autofree char *sentence = NULL;
  StyrRecord *advice;
  const StyrWordSpan *span;

  if (spans == NULL || spans->len == 0)
    return;
  span = &g_array_index (spans, StyrWordSpan, 0);
  advice = new_advice (dossier, "wording", kind, styr_record_get_id (record));
  set_quote (advice, text, span->start, span->end);
  styr_record_set_text (advice, "column", "text");
  /* Translators: a word of a goal that is hard to follow up. */
  sentence = g_strdup_printf (_ ("“%s”: compared with what, by when, by which source?"),
                              styr_record_get_text (advice, "quote"));
  styr_record_set_text (advice, "text", sentence);
  g_ptr_array_add (found, advice);
}

/**
 * styr_advice_on_goals:
 *
 * Words in the document's own goals and criteria that make them hard to follow up, where there is
 * no figure or day that says when they are reached.
 *
 * Returns: (transfer full) (element-type StyrRecord): see the header
 */
GPtrArray *
styr_advice_on_goals (StyrDossier *dossier, StyrWords *words)
{
  GPtrArray *found = new_list ();
  GPtrArray *goals;
  const char *document_id;

  g_return_val_if_fail (STYR_IS_DOSSIER (dossier) && words != NULL, found);

  document_id = styr_record_get_id (styr_dossier_get_document (dossier));
  goals = styr_dossier_get_records (dossier, "goal");
  for (guint i = 0; i < goals->len; i++)
    {
      StyrRecord *goal = goals->pdata[i];
      const StyrGoalType *type = styr_model_find_goal_type (styr_dossier_get_model (dossier),
                                                            styr_record_get_text (goal, "type"));

      if (styr_record_is (goal, "document_id", document_id) &&
          (type == NULL || type->needs_criteria || type->scale != NULL) &&
          !has_figure (dossier, goal))
        add_wording (found, dossier, words, "goal", goal);
    }
  return found;
}

/* Language of goals -------------------------------------------------------------------------- */

/* From the end of the sentence before to the end of its own. */
static void
widen_to_sentence (const char *text, StyrWordSpan *span)
{
  const char *start = g_utf8_offset_to_pointer (text, span->start);
  const char *end = g_utf8_offset_to_pointer (text, span->end);

  while (start > text && !strchr ("\n", start[-1]) &&
         !(g_ascii_isspace (start[-1]) && start - 1 > text && strchr (".!?", start[-2]) != NULL))
    start--;
  while (*end != '\0' && *end != '\n' &&
         !(strchr (".!?", *end) != NULL && (end[1] == '\0' || g_ascii_isspace (end[1]))))
    end++;
  if (*end != '\0' && *end != '\n')
    end++;
  span->start = (guint) g_utf8_pointer_to_offset (text, start);
  span->end = (guint) g_utf8_pointer_to_offset (text, end);
}

static void
add_language (GPtrArray *found,
              StyrDossier *dossier,
              StyrWords *words,
              const char *owner_id,
              const char *field)
{
  const char *text = styr_dossier_get_value (dossier, owner_id, field);
  g_autoptr (GArray) spans = text != NULL ? styr_words_find (words, "goalLanguage", text) : NULL;
  const char *document_id = styr_record_get_id (styr_dossier_get_document (dossier));
  guint last = 0;

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      StyrWordSpan span = g_array_index (spans, StyrWordSpan, i);
      StyrRecord *advice;

      /* One sentence, one remark. */
      if (i > 0 && span.start < last)
        continue;
      widen_to_sentence (text, &span);
      last = span.end;
      advice =
          new_advice (dossier, "goal-language", "value", owner_id != NULL ? owner_id : document_id);
      set_quote (advice, text, span.start, span.end);
      styr_record_set_text (advice, "owner_id", owner_id != NULL ? owner_id : document_id);
      styr_record_set_text (advice, "field", field);
      styr_record_set_text (
          advice,
          "text",
          _ ("This reads like a goal, and a document of this type holds none. Does it belong in a "
             "plan?"));
      g_ptr_array_add (found, advice);
    }
}

static gboolean
is_text (const StyrField *field)
{
  return field->kind == STYR_FIELD_TEXT || field->kind == STYR_FIELD_LONG_TEXT;
}

static void
add_of_section (GPtrArray *found,
                StyrDossier *dossier,
                StyrWords *words,
                const StyrSection *section)
{
  g_autoptr (GPtrArray) rows =
      section->kind == STYR_SECTION_ROWS ? styr_dossier_dup_rows (dossier, section) : NULL;

  for (guint i = 0; i < section->fields->len; i++)
    {
      const StyrField *field = section->fields->pdata[i];
      g_autofree char *key = g_strconcat (section->id, ".", field->id, NULL);

      if (!is_text (field))
        continue;
      if (rows == NULL)
        add_language (found, dossier, words, NULL, key);
      for (guint j = 0; rows != NULL && j < rows->len; j++)
        add_language (found, dossier, words, styr_record_get_id (rows->pdata[j]), field->id);
    }
}

/* A report tells what became of goals: its figures are no new ones. */
static gboolean
is_report (const StyrDocumentType *type)
{
  for (guint i = 0; i < type->sections->len; i++)
    switch (((const StyrSection *) type->sections->pdata[i])->kind)
      {
      case STYR_SECTION_ASSESSMENTS:
      case STYR_SECTION_FEEDBACK:
      case STYR_SECTION_ECONOMY:
        return TRUE;
      case STYR_SECTION_FIELDS:
      case STYR_SECTION_ROWS:
      case STYR_SECTION_GOALS:
      case STYR_SECTION_ACTIVITIES:
      case STYR_SECTION_MEASURES:
      case STYR_SECTION_DECISION:
      default:
        break;
      }
  return FALSE;
}

/**
 * styr_advice_on_language:
 *
 * Sentences that read like goals in a document whose type may hold none and is no report.
 *
 * Returns: (transfer full) (element-type StyrRecord): see the header
 */
GPtrArray *
styr_advice_on_language (StyrDossier *dossier, StyrWords *words)
{
  GPtrArray *found = new_list ();
  const StyrDocumentType *type;

  g_return_val_if_fail (STYR_IS_DOSSIER (dossier) && words != NULL, found);

  type = styr_dossier_get_document_type (dossier);
  if (type == NULL || !styr_strings_contain (type->forbidden_content, "goals") || is_report (type))
    return found;
  for (guint i = 0; i < type->sections->len; i++)
    add_of_section (found, dossier, words, type->sections->pdata[i]);
  return found;
}

/* Lowest level ------------------------------------------------------------------------------- */

static const char *
name_of (StyrModel *model, const char *body)
{
  const StyrBodyType *type = styr_model_find_body_type (model, body);

  return type == NULL ? body : type->definite != NULL ? type->definite : type->name;
}

/**
 * styr_advice_on_decider:
 * @proposed: (nullable): the body type that the model's rules give
 * @reason: (nullable): why, in the model's words
 *
 * Who decides this, at the lowest level that its content allows, and whether somebody else is
 * chosen.
 *
 * Returns: (transfer full) (nullable): see the header; NULL when the model says nothing
 */
StyrRecord *
styr_advice_on_decider (StyrDossier *dossier, const char *proposed, const char *reason)
{
  StyrRecord *document, *advice;
  StyrModel *model;
  const char *chosen;
  g_autofree char *text = NULL;

  g_return_val_if_fail (STYR_IS_DOSSIER (dossier), NULL);

  if (proposed == NULL)
    return NULL;
  document = styr_dossier_get_document (dossier);
  model = styr_dossier_get_model (dossier);
  chosen = styr_record_get_text (document, "decided_by");
  if (chosen == NULL || g_str_equal (chosen, proposed))
    /* Translators: a body, such as “kommunfullmäktige”. */
    text = g_strdup_printf (_ ("By the model, %s decides this."), name_of (model, proposed));
  else
    /* Translators: a body by the model, then the one that is chosen. */
    text = g_strdup_printf (_ ("By the model, %s decides this, but %s is chosen."),
                            name_of (model, proposed),
                            name_of (model, chosen));
  advice = new_advice (dossier, "decider", "document", styr_record_get_id (document));
  styr_record_set_text (advice, "text", text);
  styr_record_set_text (advice, "proposed", proposed);
  styr_record_set_text (advice, "chosen", chosen);
  styr_record_set_text (advice, "reason", reason);
  styr_record_set_int (advice, "differs", chosen != NULL && !g_str_equal (chosen, proposed));
  return advice;
}
