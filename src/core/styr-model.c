/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model.h"

#include "styr-error.h"
#include "styr-json-check.h"
#include "styr-json-writer.h"
#include "styr-model-loader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_BYTES (16 * 1024 * 1024)
#define MAX_DEPTH 32
#define MAX_VALUES 500000

/**
 * StyrModel:
 *
 * One version of a steering model as data. Immutable: an edit makes a new one from changed JSON. It
 * keeps the JSON that it was made from, so what was read can be written again without loss.
 */
struct _StyrModel
{
  GObject parent_instance;
  JsonNode *root;
  StyrModelData *data;
};

G_DEFINE_FINAL_TYPE (StyrModel, styr_model, G_TYPE_OBJECT)

static void
styr_model_finalize (GObject *object)
{
  StyrModel *self = STYR_MODEL (object);

  g_clear_pointer (&self->data, styr_model_data_free);
  g_clear_pointer (&self->root, json_node_unref);
  G_OBJECT_CLASS (styr_model_parent_class)->finalize (object);
}

static void
styr_model_class_init (StyrModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = styr_model_finalize;
}

static void
styr_model_init (StyrModel *self)
{
}

/**
 * styr_model_new_from_json:
 * @root: the package; kept and not to be changed afterwards
 *
 * Returns: (transfer full) (nullable): NULL with %STYR_ERROR_FORMAT or %STYR_ERROR_TOO_NEW, naming
 * the path
 */
StyrModel *
styr_model_new_from_json (JsonNode *root, GError **error)
{
  StyrModelData *data = styr_model_data_read (root, error);
  StyrModel *self;

  if (data == NULL)
    return NULL;
  self = g_object_new (STYR_TYPE_MODEL, NULL);
  self->data = data;
  self->root = json_node_ref (root);
  return self;
}

/**
 * styr_model_new_from_bytes:
 * @name: what the messages call the file
 *
 * Reads a package; refuses what is too large, too deep or not UTF-8 before parsing.
 */
StyrModel *
styr_model_new_from_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) local = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  StyrModel *self;

  if (length > MAX_BYTES)
    g_set_error (&local,
                 STYR_ERROR,
                 STYR_ERROR_FORMAT,
                 _ ("the file is larger than %d MB"),
                 MAX_BYTES / 1024 / 1024);
  else if (!g_utf8_validate_len (text, length, NULL))
    g_set_error_literal (
        &local, STYR_ERROR, STYR_ERROR_FORMAT, _ ("the file is not text in UTF-8"));
  else if (!styr_json_check (text, length, MAX_DEPTH, MAX_VALUES, &local))
    g_assert (local != NULL);
  else if (!json_parser_load_from_data (parser, text, (gssize) length, NULL))
    g_set_error (&local,
                 STYR_ERROR,
                 STYR_ERROR_FORMAT,
                 _ ("the file is no valid JSON (line %u, character %u)"),
                 json_parser_get_current_line (parser),
                 json_parser_get_current_pos (parser));
  else if ((self = styr_model_new_from_json (json_parser_get_root (parser), &local)) != NULL)
    return self;

  g_set_error (error, local->domain, local->code, "%s: %s", name, local->message);
  return NULL;
}

/** Reads the package @file; a file that can't be read gives a %G_IO_ERROR. */
StyrModel *
styr_model_new_from_file (GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);
  g_autofree char *name = g_file_get_basename (file);

  return bytes != NULL ? styr_model_new_from_bytes (bytes, name, error) : NULL;
}

/**
 * styr_model_to_json:
 *
 * Returns: (transfer none): the package; not to be changed
 */
JsonNode *
styr_model_to_json (StyrModel *self)
{
  g_return_val_if_fail (STYR_IS_MODEL (self), NULL);
  return self->root;
}

/**
 * styr_model_to_bytes:
 *
 * Returns: (transfer full): the package as a file's content: indented, members in their order, a
 * newline at the end
 */
GBytes *
styr_model_to_bytes (StyrModel *self)
{
  g_autofree char *text = NULL;
  char *file;

  g_return_val_if_fail (STYR_IS_MODEL (self), NULL);

  text = styr_json_write (self->root, TRUE);
  file = g_strconcat (text, "\n", NULL);
  return g_bytes_new_take (file, strlen (file));
}

/** The keys of the package's lists, NULL-terminated. */
const char *const *
styr_model_get_element_kinds (void)
{
  static const char *kinds[STYR_N_LISTS + 1];

  if (kinds[0] == NULL)
    for (int i = STYR_N_LISTS - 1; i >= 0; i--)
      kinds[i] = styr_model_list_get_key ((StyrModelList) i);
  return kinds;
}

const char *
styr_model_get_id (StyrModel *self)
{
  g_return_val_if_fail (STYR_IS_MODEL (self), NULL);
  return self->data->id;
}

const char *
styr_model_get_name (StyrModel *self)
{
  g_return_val_if_fail (STYR_IS_MODEL (self), NULL);
  return self->data->name;
}

const char *
styr_model_get_municipality (StyrModel *self)
{
  g_return_val_if_fail (STYR_IS_MODEL (self), NULL);
  return self->data->municipality;
}

/** A scalar of the package by its key: "description", "decidedOn" …; NULL when it isn't there. */
const char *
styr_model_get_text (StyrModel *self, const char *member)
{
  g_return_val_if_fail (STYR_IS_MODEL (self), NULL);
  return styr_model_data_get_text (self->data, member);
}

/** The municipality's own word for a term of the glossary; NULL when the package says none. */
const char *
styr_model_get_term (StyrModel *self, const char *term)
{
  g_return_val_if_fail (STYR_IS_MODEL (self), NULL);
  return g_hash_table_lookup (self->data->terminology, term);
}

#define DEFINE_LIST(name, list)                                                                    \
  GPtrArray *styr_model_get_##name (StyrModel *self)                                               \
  {                                                                                                \
    g_return_val_if_fail (STYR_IS_MODEL (self), NULL);                                             \
    return self->data->lists[list];                                                                \
  }

DEFINE_LIST (body_types, STYR_LIST_BODY_TYPES)
DEFINE_LIST (levels, STYR_LIST_LEVELS)
DEFINE_LIST (blocks, STYR_LIST_BLOCKS)
DEFINE_LIST (connectors, STYR_LIST_CONNECTORS)
DEFINE_LIST (pictures, STYR_LIST_PICTURES)
DEFINE_LIST (document_types, STYR_LIST_DOCUMENT_TYPES)
DEFINE_LIST (goal_types, STYR_LIST_GOAL_TYPES)
DEFINE_LIST (scales, STYR_LIST_SCALES)
DEFINE_LIST (phases, STYR_LIST_PHASES)
DEFINE_LIST (calendar_rules, STYR_LIST_CALENDAR_RULES)
DEFINE_LIST (feedback_types, STYR_LIST_FEEDBACK_TYPES)
DEFINE_LIST (report_templates, STYR_LIST_REPORT_TEMPLATES)
DEFINE_LIST (history, STYR_LIST_HISTORY)
DEFINE_LIST (terms, STYR_LIST_TERMS)
DEFINE_LIST (rules, STYR_LIST_RULES)
DEFINE_LIST (pending_rules, STYR_LIST_PENDING_RULES)
DEFINE_LIST (roles, STYR_LIST_ROLES)
DEFINE_LIST (statements, STYR_LIST_STATEMENTS)
DEFINE_LIST (milestones, STYR_LIST_MILESTONES)

/* The id is the first member of every struct that has one. */
static gconstpointer
find_by_id (GPtrArray *list, const char *id)
{
  for (guint i = 0; id != NULL && i < list->len; i++)
    if (g_strcmp0 (*(char **) list->pdata[i], id) == 0)
      return list->pdata[i];
  return NULL;
}

#define DEFINE_FIND(name, Type, list)                                                              \
  const Type *styr_model_find_##name (StyrModel *self, const char *id)                             \
  {                                                                                                \
    g_return_val_if_fail (STYR_IS_MODEL (self), NULL);                                             \
    return find_by_id (self->data->lists[list], id);                                               \
  }

DEFINE_FIND (body_type, StyrBodyType, STYR_LIST_BODY_TYPES)
DEFINE_FIND (block, StyrBlock, STYR_LIST_BLOCKS)
DEFINE_FIND (document_type, StyrDocumentType, STYR_LIST_DOCUMENT_TYPES)
DEFINE_FIND (goal_type, StyrGoalType, STYR_LIST_GOAL_TYPES)
DEFINE_FIND (scale, StyrScale, STYR_LIST_SCALES)
DEFINE_FIND (phase, StyrPhase, STYR_LIST_PHASES)
DEFINE_FIND (picture, StyrPicture, STYR_LIST_PICTURES)
DEFINE_FIND (rule, StyrRule, STYR_LIST_RULES)

/** The term of office that @year belongs to, or NULL. */
const StyrTerm *
styr_model_find_term_of_year (StyrModel *self, int year)
{
  GPtrArray *terms = styr_model_get_terms (self);

  for (guint i = 0; i < terms->len; i++)
    {
      const StyrTerm *term = terms->pdata[i];

      if (year >= term->first_year && year <= term->last_year)
        return term;
    }
  return NULL;
}

/** Whether the voters choose in @year: the year before a term begins. The first term that the model
 * knows was voted on too. */
gboolean
styr_model_is_election_year (StyrModel *self, int year)
{
  GPtrArray *terms;

  g_return_val_if_fail (STYR_IS_MODEL (self), FALSE);

  terms = styr_model_get_terms (self);
  for (guint i = 0; i < terms->len; i++)
    if (((const StyrTerm *) terms->pdata[i])->first_year == year + 1)
      return TRUE;
  return FALSE;
}

const StyrSection *
styr_document_type_find_section (const StyrDocumentType *type, const char *id)
{
  g_return_val_if_fail (type != NULL, NULL);
  return find_by_id (type->sections, id);
}

const StyrField *
styr_section_find_field (const StyrSection *section, const char *id)
{
  g_return_val_if_fail (section != NULL, NULL);
  return find_by_id (section->fields, id);
}

const StyrGrade *
styr_scale_find_grade (const StyrScale *scale, const char *id)
{
  g_return_val_if_fail (scale != NULL, NULL);
  return find_by_id (scale->grades, id);
}

/* What the conditions of the decision rules look at */
typedef struct
{
  const char *scope;
  gboolean political, law_requires_council;
} Answers;

static gboolean
condition_holds (const char *condition, gboolean is)
{
  return condition == NULL || g_str_equal (condition, is ? "yes" : "no");
}

static const StyrDecisionRule *
find_decision_rule (const StyrDocumentType *type, const Answers *answers)
{
  for (guint i = 0; i < type->decision_rules->len; i++)
    {
      const StyrDecisionRule *rule = type->decision_rules->pdata[i];

      if ((rule->scope == NULL || g_strcmp0 (rule->scope, answers->scope) == 0) &&
          condition_holds (rule->political, answers->political) &&
          condition_holds (rule->law_requires_council, answers->law_requires_council))
        return rule;
    }
  return NULL;
}

/* What isn't asked about is "no" when nothing is said. */
static gboolean
is_open (gboolean asks, const char *answer)
{
  return asks && answer == NULL;
}

static gboolean
is_same_decider (const StyrDecisionRule *rule, const StyrDecisionRule *other)
{
  return g_strcmp0 (rule != NULL ? rule->decider : NULL, other != NULL ? other->decider : NULL) ==
         0;
}

/* Whether it makes a difference if the content is political, be it with the law's answer or, when
 * that isn't there either, with any */
static gboolean
politics_matter (const StyrDocumentType *type, Answers answers, gboolean law_is_open)
{
  for (int law = 0; law <= 1; law++)
    {
      Answers yes = answers, no = answers;

      if (law_is_open)
        yes.law_requires_council = no.law_requires_council = law == 1;
      yes.political = TRUE;
      no.political = FALSE;
      if (!is_same_decider (find_decision_rule (type, &yes), find_decision_rule (type, &no)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
law_matters (const StyrDocumentType *type, Answers answers)
{
  Answers yes = answers;

  yes.law_requires_council = TRUE;
  answers.law_requires_council = FALSE;
  return !is_same_decider (find_decision_rule (type, &yes), find_decision_rule (type, &answers));
}

/**
 * styr_document_type_find_decider:
 * @type: a document type
 * @scope: (nullable): whom the document concerns
 * @political: (nullable): "yes" or "no"; NULL: not answered
 * @law_requires_council: (nullable): "yes" or "no"; NULL: not answered
 * @reason: (out) (optional) (transfer none) (nullable): why, in the package's words
 * @unanswered: (out) (optional) (transfer none) (nullable): the column of the document's card that
 * must be answered before it can be said
 *
 * Who decides a document: the first decision rule whose conditions hold ("lägsta möjliga nivå",
 * domain.md 1.1.4). A question that is asked and hasn't been answered is neither yes nor no: as
 * long as it makes a difference, nothing is said.
 *
 * Returns: (nullable): a body type's id, or "unit" for the document's own unit; NULL when no rule
 * fits, or the answer that it depends on isn't there
 */
const char *
styr_document_type_find_decider (const StyrDocumentType *type,
                                 const char *scope,
                                 const char *political,
                                 const char *law_requires_council,
                                 const char **reason,
                                 const char **unanswered)
{
  Answers answers = { scope,
                      g_strcmp0 (political, "yes") == 0,
                      g_strcmp0 (law_requires_council, "yes") == 0 };
  const StyrDecisionRule *rule;
  const char *open = NULL;
  gboolean law_is_open;

  g_return_val_if_fail (type != NULL, NULL);

  law_is_open = is_open (type->asks_law, law_requires_council);
  if (is_open (type->asks_political, political) && politics_matter (type, answers, law_is_open))
    open = "is_political";
  else if (law_is_open && law_matters (type, answers))
    open = "law_requires_council";
  rule = open == NULL ? find_decision_rule (type, &answers) : NULL;
  if (reason != NULL)
    *reason = rule != NULL ? rule->reason : NULL;
  if (unanswered != NULL)
    *unanswered = open;
  return rule != NULL ? rule->decider : NULL;
}

/** Whether no new documents of the type are made from @iso_date on. */
gboolean
styr_document_type_is_retired (const StyrDocumentType *type, const char *iso_date)
{
  g_return_val_if_fail (type != NULL && iso_date != NULL, FALSE);
  return type->retired_from != NULL && strcmp (type->retired_from, iso_date) <= 0;
}

/** Whether a list of texts, such as a document type's producers, holds @string. */
gboolean
styr_strings_contain (GPtrArray *strings, const char *string)
{
  return string != NULL && g_ptr_array_find_with_equal_func (strings, string, g_str_equal, NULL);
}
