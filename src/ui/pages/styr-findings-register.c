/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-findings-register.h"

#include "styr-finding-words.h"
#include "styr-findings-watch.h"
#include "styr-rule-kind.h"

#include <glib/gi18n-lib.h>

/* The columns of what the rules find, and what to look for among it. */

static char *
dup_severity (StyrWorkspace *workspace, StyrRecord *finding)
{
  return styr_finding_dup_severity (finding);
}

#define DEFINE_COPY(name, column)                                                                  \
  static char *dup_##name (StyrWorkspace *workspace, StyrRecord *finding)                          \
  {                                                                                                \
    return g_strdup (styr_record_get_text (finding, column));                                      \
  }

DEFINE_COPY (rule, "rule_id")
DEFINE_COPY (rule_title, "rule_title")
DEFINE_COPY (object, "object_title")
DEFINE_COPY (text, "text")
DEFINE_COPY (remedy, "remedy")
DEFINE_COPY (paragraph, "paragraph")
DEFINE_COPY (unit, "unit_name")
DEFINE_COPY (reason, "waiver_reason")

static const StyrRegisterColumn columns[] = {
  { "severity", N_ ("Severity"), STYR_COLUMN_TEXT, 15, FALSE, FALSE, dup_severity },
  { "rule", N_ ("Rule"), STYR_COLUMN_ID, 6, FALSE, FALSE, dup_rule },
  { "object", N_ ("Concerns"), STYR_COLUMN_TEXT, 22, FALSE, FALSE, dup_object },
  { "text", N_ ("What is wrong"), STYR_COLUMN_TEXT, 44, 3, FALSE, dup_text },
  { "remedy", N_ ("What to do"), STYR_COLUMN_TEXT, 24, 3, FALSE, dup_remedy },
  { "paragraph", N_ ("Source"), STYR_COLUMN_TEXT, 13, FALSE, TRUE, dup_paragraph },
  { "unit", N_ ("Unit"), STYR_COLUMN_TEXT, 20, FALSE, TRUE, dup_unit },
  { "ruleTitle", N_ ("The rule in words"), STYR_COLUMN_TEXT, 40, FALSE, TRUE, dup_rule_title },
  { "reason", N_ ("Why the exception"), STYR_COLUMN_TEXT, 30, FALSE, TRUE, dup_reason },
};

static gboolean
is_open (StyrRecord *finding, const char *severity)
{
  return !styr_record_get_flag (finding, "is_waived") &&
         styr_record_is (finding, "severity", severity);
}

static gboolean
is_error (StyrWorkspace *workspace, StyrRecord *finding)
{
  return is_open (finding, "error");
}

static gboolean
is_warning (StyrWorkspace *workspace, StyrRecord *finding)
{
  return is_open (finding, "warning");
}

static gboolean
is_information (StyrWorkspace *workspace, StyrRecord *finding)
{
  return is_open (finding, "information");
}

static gboolean
is_waived (StyrWorkspace *workspace, StyrRecord *finding)
{
  return styr_record_get_flag (finding, "is_waived");
}

static gboolean
is_new (StyrWorkspace *workspace, StyrRecord *finding)
{
  return styr_findings_watch_is_new (styr_findings_watch_get (workspace),
                                     styr_record_get_id (finding));
}

static const StyrRegisterMark marks[] = {
  { "error", "✕", N_ ("Errors"), is_error },
  { "warning", "!", N_ ("Warnings"), is_warning },
  { "information", "i", N_ ("For information"), is_information },
  { "waived", "–", N_ ("Decided exceptions"), is_waived },
  { "new", "+", N_ ("New since the last kept review"), is_new },
};

static const StyrRegisterLoan loans[] = { { "waived", "reason" } };

#define KIND(icon, heading, words)                                                                 \
  {                                                                                                \
    .name = "findings", .title = N_ ("Review"),                                                    \
    .search_hint = N_ ("Filter by rule, object or text"), .empty_icon = (icon),                    \
    .empty_title = (heading), .empty_text = (words), .columns = columns,                           \
    .n_columns = G_N_ELEMENTS (columns), .marks = marks, .n_marks = G_N_ELEMENTS (marks),          \
    .loans = loans, .n_loans = G_N_ELEMENTS (loans), .comes_last = is_waived,                      \
  }

static const StyrRegisterKind all_well =
    KIND ("emblem-ok-symbolic",
          N_ ("Everything follows the model’s rules"),
          N_ ("No rule finds anything in the unit and the year that you look at."));

static const StyrRegisterKind well_so_far =
    KIND ("emblem-ok-symbolic",
          N_ ("What there is follows the model’s rules"),
          N_ ("No rule finds anything in the unit and the year that you look at, but some have "
              "nothing to check there yet."));

static const StyrRegisterKind no_rules =
    KIND ("styr-review-symbolic",
          N_ ("The model has no rules yet"),
          N_ ("Rules say what the municipality’s documents, goals and decisions must fulfil. Add "
              "them to the model, and what breaks them is listed here."));

/** How many rules of the shown model are checked. */
guint
styr_findings_register_count_rules (StyrWorkspace *workspace)
{
  StyrModel *model;
  GPtrArray *rules;
  guint n = 0;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), 0);

  model = styr_workspace_get_model (workspace);
  rules = model != NULL ? styr_model_get_rules (model) : NULL;
  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      const StyrRule *rule = rules->pdata[i];

      n += !rule->is_off && styr_rule_kind_find (rule->kind) != NULL;
    }
  return n;
}

/** What the register of findings is: the same columns, and an empty page that says what its
 * emptiness means. */
const StyrRegisterKind *
styr_findings_register_get_kind (StyrWorkspace *workspace)
{
  if (styr_findings_register_count_rules (workspace) == 0)
    return &no_rules;
  return styr_workspace_count_idle_rules (workspace) > 0 ? &well_so_far : &all_well;
}
