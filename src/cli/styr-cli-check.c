/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-cli.h"

#include "styr-check.h"
#include "styr-record-list.h"
#include "styr-workspace-findings.h"

#include <glib/gi18n.h>

/* The check of the steering model for scripts: what is open decides the status. */

static const StyrCliColumn columns[] = {
  { "rule_id", "rule", NULL, 't' },
  { "severity", "severity", NULL, 't' },
  { "object_kind", "objectKind", NULL, 't' },
  { "object_id", "objectId", NULL, 't' },
  { "object_title", "objectTitle", NULL, 't' },
  { "document_id", "document", NULL, 't' },
  { "unit_name", "unit", NULL, 't' },
  { "text", "text", NULL, 't' },
  { "remedy", "remedy", NULL, 't' },
  { "paragraph", "paragraph", NULL, 't' },
  { "is_waived", "waived", NULL, 'b' },
  { "waiver_reason", "waiverReason", NULL, 't' },
  { "is_implicit", "implicit", NULL, 'b' },
  { "year", "year", NULL, 'i' },
};

static gboolean
check_rule (StyrWorkspace *workspace, const char *rule_id)
{
  const StyrRule *rule = styr_model_find_rule (styr_workspace_get_model (workspace), rule_id);

  if (rule == NULL)
    {
      g_printerr (_ ("styrmodell-cli: The steering model has no rule “%s”.\n"), rule_id);
      return FALSE;
    }
  if (rule->is_off)
    g_printerr (_ ("styrmodell-cli: The rule “%s” is off.\n"), rule_id);
  return TRUE;
}

static GListModel *
dup_chosen (GListModel *findings, const char *rule_id)
{
  StyrRecordList *chosen = styr_record_list_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (StyrRecord) finding = g_list_model_get_item (findings, i);

      if (rule_id == NULL || styr_record_is (finding, "rule_id", rule_id))
        g_ptr_array_add (records, g_object_ref (finding));
    }
  styr_record_list_update (chosen, records);
  return G_LIST_MODEL (chosen);
}

static guint
count_open (GListModel *findings)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (StyrRecord) finding = g_list_model_get_item (findings, i);

      n += !styr_record_get_flag (finding, "is_waived");
    }
  return n;
}

static void
print_finding (StyrRecord *finding)
{
  const char *reason = styr_record_get_text (finding, "waiver_reason");
  const char *remedy = styr_record_get_text (finding, "remedy");
  const char *paragraph = styr_record_get_text (finding, "paragraph");

  /* what is excepted is no error, whatever its rule says of those that are */
  g_print ("%s %s: %s\n",
           styr_record_get_flag (finding, "is_waived")
               ? _ ("Decided exception")
               : styr_severity_get_word (styr_record_get_text (finding, "severity")),
           styr_record_get_text (finding, "rule_id"),
           styr_record_get_text (finding, "text"));
  if (reason != NULL)
    g_print ("    %s: %s\n", _ ("Reason"), reason);
  else if (remedy != NULL)
    g_print ("    %s\n", remedy);
  if (paragraph != NULL)
    g_print ("    %s: %s\n", _ ("Source"), paragraph);
}

static void
print_text (GListModel *findings, guint n_open)
{
  guint n = g_list_model_get_n_items (findings);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (StyrRecord) finding = g_list_model_get_item (findings, i);

      print_finding (finding);
    }
  if (n == 0)
    g_print ("%s\n", _ ("No rule finds anything."));
  else
    {
      g_print (_ ("Open: %u. Decided exceptions: %u."), n_open, n - n_open);
      g_print ("\n");
    }
}

/** check: 1 when something open is found, 0 when not; decided exceptions don't count. */
StyrCliStatus
styr_cli_check (const StyrCliOptions *options)
{
  StyrCliStatus status;
  g_autoptr (StyrWorkspace) workspace = styr_cli_open (options, TRUE, &status);
  g_autoptr (GListModel) findings = NULL;
  g_autoptr (GPtrArray) checked = NULL;
  GError *error = NULL;
  guint n_open;

  if (workspace == NULL)
    return status;
  if (options->rule != NULL && !check_rule (workspace, options->rule))
    return STYR_CLI_BAD_INPUT;
  /* A check that couldn't be made is not a good answer. */
  checked = styr_workspace_dup_findings (workspace, NULL, &error);
  if (checked == NULL)
    return styr_cli_fail (error);
  findings = dup_chosen (styr_workspace_get_findings (workspace), options->rule);
  n_open = count_open (findings);
  if (g_strcmp0 (options->format, "json") == 0)
    styr_cli_print_json (findings, columns, G_N_ELEMENTS (columns));
  else
    print_text (findings, n_open);
  return n_open > 0 ? STYR_CLI_NEGATIVE : STYR_CLI_DONE;
}
