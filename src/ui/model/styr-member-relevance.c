/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-member-relevance.h"

#include "styr-rule-kind.h"

#include <glib/gi18n-lib.h>

/* Members that only some kinds of an element have. `on` is the member that says which. */
static const struct
{
  const char *list, *key, *on, *values;
} conditions[] = {
  { "sections", "itemName", "kind", "rows" },
  { "sections", "preset", "kind", "rows" },
  { "sections", "goalType", "kind", "goals assessments activities measures" },
  { "sections", "linkGoalType", "kind", "goals" },
  { "sections", "parentGoalType", "kind", "goals" },
  { "sections", "documentType", "kind", "assessments activities measures" },
  { "sections", "scale", "kind", "assessments" },
  { "fields", "unit", "kind", "number money percent" },
  { "fields", "min", "kind", "number money percent year" },
  { "fields", "max", "kind", "number money percent year" },
  { "fields", "choices", "kind", "choice" },
  { "fields", "documentType", "kind", "reference" },
  { "fields", "placeholder", "kind", "text long-text number money percent year date" },
  { "places", "level", "axis", "middle left right" },
  { "places", "weight", "axis", "middle base" },
  { "documentTypes", "periodYears", "period", "rolling-years" },
  { "documentTypes", "periodStartMonth", "period", "broken-year rolling-years" },
  { "rollUps", "share", "strategy", "share all-and-share" },
};

/* What every rule has; the rest are parameters, of which its kind reads some. */
static const char *const of_every_rule[] = { "id",         "title",  "severity",  "kind",
                                             "isOff",      "remedy", "paragraph", "notWaivable",
                                             "isImplicit", "from",   "decided",   "draftsToo",
                                             NULL };

static const char *
get_text (JsonObject *element, const char *key)
{
  return json_object_get_string_member_with_default (element, key, "");
}

static const StyrRuleParam *
find_param (JsonObject *element, const char *key)
{
  const StyrRuleKind *kind = styr_rule_kind_find (get_text (element, "kind"));

  return kind != NULL ? styr_rule_kind_find_param (kind, key) : NULL;
}

static gboolean
has_word (const char *words, const char *word)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) list, word);
}

/**
 * styr_member_is_relevant:
 * @list: key of the list that @element stands in
 * @element: an element as it is now
 * @key: a member of it
 *
 * Returns: whether the member means something for the element; one that has a value always does
 */
gboolean
styr_member_is_relevant (const char *list, JsonObject *element, const char *key)
{
  g_return_val_if_fail (list != NULL && element != NULL && key != NULL, FALSE);

  if (json_object_has_member (element, key))
    return TRUE;
  if (g_str_equal (list, "rules"))
    return g_strv_contains (of_every_rule, key) || find_param (element, key) != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    if (g_str_equal (conditions[i].list, list) && g_str_equal (conditions[i].key, key))
      return has_word (conditions[i].values, get_text (element, conditions[i].on));
  return TRUE;
}

/**
 * styr_member_title_for:
 *
 * Returns: (nullable): what the member is called in this very element; NULL as always
 */
const char *
styr_member_title_for (const char *list, JsonObject *element, const char *key)
{
  const StyrRuleParam *param;

  g_return_val_if_fail (list != NULL && element != NULL && key != NULL, NULL);

  if (!g_str_equal (list, "rules"))
    return NULL;
  param = find_param (element, key);
  return param != NULL && param->label != NULL ? _ (param->label) : NULL;
}

/**
 * styr_member_means_all:
 * @list: key of the list that the element stands in
 * @key: a member that holds several of something
 *
 * Returns: whether nothing chosen means every one there is
 */
gboolean
styr_member_means_all (const char *list, const char *key)
{
  g_return_val_if_fail (list != NULL && key != NULL, FALSE);

  return g_str_equal (list, "rules") &&
         (g_str_equal (key, "documentTypes") || g_str_equal (key, "goalTypes"));
}
