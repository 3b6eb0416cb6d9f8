/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-names.h"

#include "styr-enum-types.h"
#include "styr-locale.h"

#include <glib/gi18n-lib.h>

/**
 * styr_name_sentence_case:
 * @word: (nullable): a name of the model, such as "övergripande mål"
 *
 * Returns: (transfer full): with a capital first letter
 */
char *
styr_name_sentence_case (const char *word)
{
  g_autofree char *first = NULL;
  const char *rest;

  if (word == NULL || *word == '\0')
    return g_strdup ("");
  rest = g_utf8_next_char (word);
  first = g_utf8_strup (word, rest - word);
  return g_strconcat (first, rest, NULL);
}

static guint
index_among_siblings (StyrDossier *dossier, StyrRecord *goal)
{
  GPtrArray *goals = styr_dossier_get_records (dossier, "goal");
  guint index = 0;

  for (guint i = 0; i < goals->len && goals->pdata[i] != goal; i++)
    index +=
        styr_record_is (goals->pdata[i], "type", styr_record_get_text (goal, "type")) &&
        styr_record_is (goals->pdata[i], "document_id", styr_record_get_text (goal, "document_id"));
  return index + 1;
}

/**
 * styr_name_of_goal:
 * @dossier: the document
 * @goal_id: one of its goals
 *
 * Returns: (transfer full): "Mål 3"; "" when there is no such goal
 */
char *
styr_name_of_goal (StyrDossier *dossier, const char *goal_id)
{
  StyrRecord *goal = styr_dossier_find (dossier, "goal", goal_id);
  const StyrGoalType *type;
  const char *label;
  g_autofree char *word = NULL;

  if (goal == NULL)
    return g_strdup ("");
  type = styr_model_find_goal_type (styr_dossier_get_model (dossier),
                                    styr_record_get_text (goal, "type"));
  word = styr_name_sentence_case (type != NULL ? type->name : _ ("goal"));
  label = styr_record_get_text (goal, "label");
  if (label != NULL && *label != '\0')
    return g_strdup_printf ("%s %s", word, label);
  return g_strdup_printf ("%s %u", word, index_among_siblings (dossier, goal));
}

/**
 * styr_name_of_goal_long:
 * @dossier: the document
 * @goal_id: one of its goals
 *
 * Returns: (transfer full): "Mål 3 · Fler unga läser"
 */
char *
styr_name_of_goal_long (StyrDossier *dossier, const char *goal_id)
{
  StyrRecord *goal = styr_dossier_find (dossier, "goal", goal_id);
  g_autofree char *name = styr_name_of_goal (dossier, goal_id);
  const char *text = goal != NULL ? styr_record_get_text (goal, "text") : NULL;

  if (text == NULL || *text == '\0')
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s · %s", name, text);
}

/**
 * styr_name_of_criterion:
 * @dossier: the document
 * @criterion_id: one of its criteria
 *
 * Returns: (transfer full): its letter, "A"
 */
char *
styr_name_of_criterion (StyrDossier *dossier, const char *criterion_id)
{
  StyrRecord *criterion = styr_dossier_find (dossier, "criterion", criterion_id);
  const char *label = criterion != NULL ? styr_record_get_text (criterion, "label") : NULL;
  g_autoptr (GPtrArray) siblings = NULL;

  if (criterion == NULL)
    return g_strdup ("");
  if (label != NULL && *label != '\0')
    return g_strdup (label);
  siblings = styr_dossier_dup_where (
      dossier, "criterion", "goal_id", styr_record_get_text (criterion, "goal_id"));
  for (guint i = 0; i < siblings->len; i++)
    if (siblings->pdata[i] == criterion)
      return i < 26 ? g_strdup_printf ("%c", 'A' + i) : g_strdup_printf ("%u", i + 1);
  return g_strdup ("");
}

/**
 * styr_name_of_body:
 * @model: the model
 * @body_type: (nullable): id of a body type, or a body in words
 *
 * Returns: (transfer full): "kommunfullmäktige"; "" for NULL
 */
char *
styr_name_of_body (StyrModel *model, const char *body_type)
{
  const StyrBodyType *type =
      body_type != NULL ? styr_model_find_body_type (model, body_type) : NULL;

  if (type == NULL)
    return g_strdup (body_type != NULL ? body_type : "");
  return g_strdup (type->definite != NULL ? type->definite : type->name);
}

/* Which of the bodies of a kind: the one that the document belongs to, until the decision says so
 */
static const char *
find_decider (StyrWorkspace *workspace, StyrRecord *document)
{
  const char *unit_id = styr_record_get_text (document, "unit_id");
  const char *body = styr_record_get_text (document, "decided_by");
  StyrRecord *unit;

  if (styr_record_has (document, "decided_unit_id"))
    return styr_record_get_text (document, "decided_unit_id");
  unit = unit_id != NULL && body != NULL ? styr_workspace_find_unit (workspace, unit_id) : NULL;
  return unit != NULL && styr_record_is (unit, "type", body) ? unit_id : NULL;
}

/**
 * styr_name_of_decider:
 * @workspace: the open database
 * @document: a document
 *
 * Returns: (transfer full): who decided it or is to: a board by its own name, a person in office by
 * the office; "" when nobody is said
 */
char *
styr_name_of_decider (StyrWorkspace *workspace, StyrRecord *document)
{
  StyrModel *model;
  const StyrBodyType *body;
  const char *unit, *kind;
  g_autofree char *name = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace) && STYR_IS_RECORD (document), NULL);

  model = styr_workspace_get_model (workspace);
  kind = styr_record_get_text (document, "decided_by");
  body = styr_model_find_body_type (model, kind);
  unit = find_decider (workspace, document);
  if (unit != NULL && (body == NULL || !body->is_role))
    return styr_workspace_dup_unit_label (workspace, unit);
  name = styr_name_of_body (model, kind);
  return styr_name_sentence_case (name);
}

/**
 * styr_name_of_decision:
 * @workspace: the open database
 * @document: a document
 *
 * Returns: (transfer full) (nullable): who decided it and where the minutes say so:
 * "Kommunfullmäktige § 46"; NULL when nobody is said
 */
char *
styr_name_of_decision (StyrWorkspace *workspace, StyrRecord *document)
{
  g_autofree char *decider = styr_name_of_decider (workspace, document);
  g_autofree char *paragraph =
      styr_format_paragraph (styr_record_get_text (document, "section_no"));

  if (decider == NULL || *decider == '\0')
    return NULL;
  return *paragraph != '\0' ? g_strdup_printf ("%s %s", decider, paragraph)
                            : g_steal_pointer (&decider);
}

/**
 * styr_name_of_status:
 * @status: status of a document
 *
 * Returns: its word
 */
const char *
styr_name_of_status (StyrDocumentStatus status)
{
  switch (status)
    {
    case STYR_DOCUMENT_DRAFT:
      return C_ ("document status", "Draft");
    case STYR_DOCUMENT_PREPARED:
      return C_ ("document status", "Prepared");
    case STYR_DOCUMENT_CONSULTATION:
      return C_ ("document status", "Out for comment");
    case STYR_DOCUMENT_DECIDED:
      return C_ ("document status", "Decided");
    case STYR_DOCUMENT_PUBLISHED:
      return C_ ("document status", "Published");
    case STYR_DOCUMENT_SUPERSEDED:
      return C_ ("document status", "Superseded");
    case STYR_DOCUMENT_REVOKED:
      return C_ ("document status", "Revoked");
    default:
      return "";
    }
}

/**
 * styr_symbol_of_status:
 * @status: status of a document
 *
 * Returns: its symbol, the same as the states of a block have
 */
const char *
styr_symbol_of_status (StyrDocumentStatus status)
{
  if (status < STYR_DOCUMENT_DECIDED)
    return "◐";
  return status <= STYR_DOCUMENT_PUBLISHED ? "✓" : "–";
}

/**
 * styr_name_of_state:
 * @document: a document
 *
 * Returns: (transfer full): "✓ Beslutad"; from the second version on "version 2 · ◐ Utkast"
 */
char *
styr_name_of_state (StyrRecord *document)
{
  StyrDocumentStatus status;
  int version;
  g_autofree char *state = NULL;
  g_autofree char *number = NULL;

  g_return_val_if_fail (STYR_IS_RECORD (document), NULL);

  status = styr_record_get_enum (document, "status", STYR_TYPE_DOCUMENT_STATUS);
  version = (int) styr_record_get_int (document, "version");
  state = g_strdup_printf ("%s %s", styr_symbol_of_status (status), styr_name_of_status (status));
  if (version <= 1)
    return g_steal_pointer (&state);
  number = g_strdup_printf (_ ("version %d"), version);
  return g_strdup_printf ("%s · %s", number, state);
}
