/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-rule-kind.h"

#include "styr-error.h"
#include "styr-model-loader.h"

#include <glib/gi18n-lib.h>

/* All kinds of rules, and whether a rule has the parameters of its kind. */

static const StyrRuleKind *const tables[] = {
  styr_rule_kinds_goal,      styr_rule_kinds_links,    styr_rule_kinds_graph,
  styr_rule_kinds_follow_up, styr_rule_kinds_decision, styr_rule_kinds_unit,
  styr_rule_kinds_document,  styr_rule_kinds_card,     styr_rule_kinds_life,
  styr_rule_kinds_content,   styr_rule_kinds_words,    styr_rule_kinds_model,
};

/* Members that every rule has, whatever its kind. */
static const char *const common[] = { "id",         "kind",      "severity", "title",
                                      "remedy",     "paragraph", "isOff",    "notWaivable",
                                      "isImplicit", "from",      "decided",  "draftsToo",
                                      NULL };

/** The kind of a nick; NULL when there is none. */
const StyrRuleKind *
styr_rule_kind_find (const char *nick)
{
  for (guint i = 0; nick != NULL && i < G_N_ELEMENTS (tables); i++)
    for (const StyrRuleKind *kind = tables[i]; kind->nick != NULL; kind++)
      if (g_str_equal (kind->nick, nick))
        return kind;
  return NULL;
}

/** All kinds, those that look at the same together. (transfer container): StyrRuleKind* */
GPtrArray *
styr_rule_kinds_list (void)
{
  GPtrArray *kinds = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const StyrRuleKind *kind = tables[i]; kind->nick != NULL; kind++)
      g_ptr_array_add (kinds, (gpointer) kind);
  return kinds;
}

/** The parameter of a kind that reads @member of a rule; NULL when it doesn't use it. */
const StyrRuleParam *
styr_rule_kind_find_param (const StyrRuleKind *kind, const char *member)
{
  g_return_val_if_fail (kind != NULL && member != NULL, NULL);
  for (const StyrRuleParam *param = kind->params; param->member != NULL; param++)
    if (g_str_equal (param->member, member))
      return param;
  return NULL;
}

/* Whether a rule says something in a member. */
static gboolean
is_given (const StyrRule *rule, const StyrJsonMember *member)
{
  const char *at = (const char *) rule + member->offset;

  switch (member->kind)
    {
    case STYR_JSON_STRINGS:
    case STYR_JSON_STRUCTS:
      return (*(GPtrArray *const *) (gconstpointer) at)->len > 0;
    case STYR_JSON_BOOLEAN:
      return *(const gboolean *) (gconstpointer) at;
    case STYR_JSON_INTEGER:
    case STYR_JSON_ENUM:
      return *(const int *) (gconstpointer) at != 0;
    case STYR_JSON_NUMBER:
      return member->flag_offset != 0 &&
             *(const gboolean *) (gconstpointer) ((const char *) rule + member->flag_offset);
    case STYR_JSON_STRING:
    case STYR_JSON_ID:
    case STYR_JSON_DATE:
    case STYR_JSON_COLOUR:
    default:
      return *(char *const *) (gconstpointer) at != NULL;
    }
}

static gboolean
are_same_texts (GPtrArray *texts, GPtrArray *others)
{
  if (texts->len != others->len)
    return FALSE;
  for (guint i = 0; i < texts->len; i++)
    if (!g_str_equal (texts->pdata[i], others->pdata[i]))
      return FALSE;
  return TRUE;
}

/* Whether two rules say the same in a member. */
static gboolean
is_same (const StyrRule *rule, const StyrRule *other, const StyrJsonMember *member)
{
  gconstpointer one = (const char *) rule + member->offset;
  gconstpointer two = (const char *) other + member->offset;

  if (is_given (rule, member) != is_given (other, member))
    return FALSE;
  switch (member->kind)
    {
    case STYR_JSON_STRINGS:
      return are_same_texts (*(GPtrArray *const *) one, *(GPtrArray *const *) two);
    case STYR_JSON_BOOLEAN:
    case STYR_JSON_INTEGER:
    case STYR_JSON_ENUM:
      return *(const int *) one == *(const int *) two;
    case STYR_JSON_NUMBER:
      return !is_given (rule, member) || !(*(const double *) one < *(const double *) two ||
                                           *(const double *) one > *(const double *) two);
    case STYR_JSON_STRUCTS:
      return (*(GPtrArray *const *) one)->len == 0;
    case STYR_JSON_STRING:
    case STYR_JSON_ID:
    case STYR_JSON_DATE:
    case STYR_JSON_COLOUR:
    default:
      return g_strcmp0 (*(char *const *) one, *(char *const *) two) == 0;
    }
}

/**
 * styr_rule_asks_same:
 * @other: the rule of the same number in another model
 *
 * Whether two rules ask for the same: one kind with the same parameters, whatever the wording and
 * the severity. A number alone says nothing: another model may use it for another rule.
 */
gboolean
styr_rule_asks_same (const StyrRule *rule, const StyrRule *other)
{
  static const char *const wording[] = { "id",          "severity",   "title",
                                         "remedy",      "paragraph",  "isOff",
                                         "notWaivable", "isImplicit", NULL };
  const StyrJsonStruct *item = styr_model_list_get_struct (STYR_LIST_RULES);

  g_return_val_if_fail (rule != NULL && other != NULL, FALSE);

  for (const StyrJsonMember *member = item->members; member->key != NULL; member++)
    if (!g_strv_contains (wording, member->key) && !is_same (rule, other, member))
      return FALSE;
  return TRUE;
}

/* The first text of a member that its parameter doesn't know; NULL when it knows them all. */
static const char *
find_unknown (const StyrRule *rule, const StyrJsonMember *member, const StyrRuleParam *param)
{
  gconstpointer at = (const char *) rule + member->offset;
  g_auto (GStrv) known = g_strsplit (param->values, " ", -1);

  if (member->kind == STYR_JSON_STRING)
    {
      const char *text = *(char *const *) at;

      return text != NULL && !g_strv_contains ((const char *const *) known, text) ? text : NULL;
    }
  for (guint i = 0; member->kind == STYR_JSON_STRINGS && i < (*(GPtrArray *const *) at)->len; i++)
    {
      const char *text = (*(GPtrArray *const *) at)->pdata[i];

      if (!g_strv_contains ((const char *const *) known, text))
        return text;
    }
  return NULL;
}

static gboolean
check_values (const StyrRule *rule,
              const StyrJsonMember *member,
              const StyrRuleParam *param,
              guint index,
              GError **error)
{
  const char *unknown =
      param != NULL && param->values != NULL ? find_unknown (rule, member, param) : NULL;

  if (unknown == NULL)
    return TRUE;
  g_set_error (error,
               STYR_ERROR,
               STYR_ERROR_FORMAT,
               _ ("rules[%u].%s: “%s” is none of: %s"),
               index,
               member->key,
               unknown,
               param->values);
  return FALSE;
}

/**
 * styr_rule_check_params:
 * @index: the rule's place in the package, for the error
 *
 * Whether the rule's kind exists, and whether the rule has the parameters that the kind needs and
 * none that it doesn't use: a parameter that does nothing would be a rule that says another thing
 * than it checks. A rule that is off may be unfinished.
 */
gboolean
styr_rule_check_params (const StyrRule *rule, guint index, GError **error)
{
  const StyrRuleKind *kind;
  const StyrJsonStruct *item = styr_model_list_get_struct (STYR_LIST_RULES);

  g_return_val_if_fail (rule != NULL, FALSE);

  kind = styr_rule_kind_find (rule->kind);
  if (kind == NULL)
    {
      g_set_error (error,
                   STYR_ERROR,
                   STYR_ERROR_FORMAT,
                   _ ("rules[%u].kind: there is no kind of rule “%s”"),
                   index,
                   rule->kind);
      return FALSE;
    }
  if (rule->is_off)
    return TRUE;
  for (const StyrJsonMember *member = item->members; member->key != NULL; member++)
    {
      const StyrRuleParam *param = styr_rule_kind_find_param (kind, member->key);
      gboolean given = is_given (rule, member);

      if (!check_values (rule, member, param, index, error))
        return FALSE;
      if (param != NULL ? given || !param->needed : !given || g_strv_contains (common, member->key))
        continue;
      g_set_error (error,
                   STYR_ERROR,
                   STYR_ERROR_FORMAT,
                   param != NULL ? _ ("rules[%u].%s: rules of the kind “%s” need it")
                                 : _ ("rules[%u].%s: rules of the kind “%s” don't use it"),
                   index,
                   member->key,
                   kind->nick);
      return FALSE;
    }
  return TRUE;
}
