/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-finding-words.h"

#include "styr-ask-dialog.h"
#include "styr-check.h"
#include "styr-field-options.h"
#include "styr-rule-kind.h"

#include <glib/gi18n-lib.h>

/* What a finding looks like in words, and what can be done about it: the same everywhere. */

#define EVERY_YEAR "0"

/** Returns: (transfer none): the sign of how bad it is; never colour alone */
const char *
styr_finding_get_symbol (StyrRecord *finding)
{
  g_return_val_if_fail (STYR_IS_RECORD (finding), "");

  if (styr_record_get_flag (finding, "is_waived"))
    return "–";
  switch (styr_severity_get_place (styr_record_get_text (finding, "severity")))
    {
    case 0:
      return "✕";
    case 1:
      return "!";
    default:
      return "i";
    }
}

/** Returns: (transfer full): the sign and the word: "! Warning" */
char *
styr_finding_dup_severity (StyrRecord *finding)
{
  const char *word;

  g_return_val_if_fail (STYR_IS_RECORD (finding), NULL);

  word = styr_record_get_flag (finding, "is_waived")
             ? _ ("Decided exception")
             : styr_severity_get_word (styr_record_get_text (finding, "severity"));
  return g_strdup_printf ("%s %s", styr_finding_get_symbol (finding), word);
}

/** Whether the finding is about what the document's card says. */
gboolean
styr_finding_is_of_card (StyrWorkspace *workspace, StyrRecord *finding)
{
  const StyrRule *rule;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace) && STYR_IS_RECORD (finding), FALSE);

  rule = styr_model_find_rule (styr_workspace_get_model (workspace),
                               styr_record_get_text (finding, "rule_id"));
  if (rule == NULL || !styr_record_is (finding, "object_kind", "document"))
    return FALSE;
  for (const StyrRuleKind *kind = styr_rule_kinds_card; kind->nick != NULL; kind++)
    if (g_strcmp0 (kind->nick, rule->kind) == 0)
      return TRUE;
  return FALSE;
}

/* Going there -------------------------------------------------------------------------------- */

static const char *
get_section_of (StyrDossier *dossier, const char *kind, const char *id)
{
  GPtrArray *records = styr_dossier_get_records (dossier, kind);

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (g_strcmp0 (styr_record_get_id (records->pdata[i]), id) == 0)
      return styr_record_get_text (records->pdata[i], "section");
  return NULL;
}

static char *
dup_place (StyrWorkspace *workspace, StyrRecord *finding)
{
  static const char *const kinds[] = { "goal", "row", "activity", "measure", NULL };
  const char *document_id = styr_record_get_text (finding, "document_id");
  const char *kind = styr_record_get_text (finding, "object_kind");
  g_autoptr (StyrDossier) dossier = NULL;
  const char *section = NULL;

  if (kind != NULL && g_strv_contains (kinds, kind))
    dossier = styr_workspace_dup_dossier (workspace, document_id, NULL);
  if (dossier != NULL)
    section = get_section_of (dossier, kind, styr_record_get_text (finding, "object_id"));
  return section != NULL ? g_strdup_printf ("%s#%s", document_id, section) : g_strdup (document_id);
}

static const char *
get_model_list (const char *kind)
{
  return g_strcmp0 (kind, "block") == 0      ? "blocks"
         : g_strcmp0 (kind, "goalType") == 0 ? "goalTypes"
                                             : NULL;
}

/** Whether there is something to open. */
gboolean
styr_finding_can_open (StyrRecord *finding)
{
  const char *kind;

  g_return_val_if_fail (STYR_IS_RECORD (finding), FALSE);

  kind = styr_record_get_text (finding, "object_kind");
  return styr_record_has (finding, "document_id") || g_strcmp0 (kind, "unit") == 0 ||
         g_strcmp0 (kind, "decision") == 0 || g_strcmp0 (kind, "model") == 0 ||
         get_model_list (kind) != NULL;
}

/**
 * styr_finding_open:
 * @widget: a widget in the window
 *
 * Shows what the finding is about: the document at its section, the decision, the unit, or the
 * part of the model.
 */
void
styr_finding_open (GtkWidget *widget, StyrWorkspace *workspace, StyrRecord *finding)
{
  const char *kind, *id;
  const char *list;

  g_return_if_fail (GTK_IS_WIDGET (widget) && STYR_IS_WORKSPACE (workspace));
  g_return_if_fail (STYR_IS_RECORD (finding));

  kind = styr_record_get_text (finding, "object_kind");
  id = styr_record_get_text (finding, "object_id");
  list = get_model_list (kind);
  if (g_strcmp0 (kind, "decision") == 0)
    gtk_widget_activate_action (widget, "win.open-decision", "s", id);
  else if (styr_record_has (finding, "document_id"))
    {
      g_autofree char *place = dup_place (workspace, finding);

      gtk_widget_activate_action (widget, "win.open-document", "s", place);
    }
  else if (g_strcmp0 (kind, "unit") == 0)
    gtk_widget_activate_action (widget, "win.show-page", "s", "organisation");
  else if (list != NULL)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s", list, id);

      gtk_widget_activate_action (widget, "win.show-model", "s", path);
    }
  else
    gtk_widget_activate_action (widget, "win.show-page", "s", "model");
}

/** Shows the rule where it can be changed. @widget: a widget in the window */
void
styr_finding_show_rule (GtkWidget *widget, StyrRecord *finding)
{
  g_autofree char *path = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget) && STYR_IS_RECORD (finding));

  path = g_strdup_printf ("rules/%s", styr_record_get_text (finding, "rule_id"));
  gtk_widget_activate_action (widget, "win.show-model", "s", path);
}

/* Exceptions --------------------------------------------------------------------------------- */

typedef struct
{
  StyrWorkspace *workspace;
  StyrRecord *finding;
  GtkWidget *widget; /* weak: what tells that it is done */
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_clear_weak_pointer (&asking->widget);
  g_object_unref (asking->workspace);
  g_object_unref (asking->finding);
  g_free (asking);
}

/* What is wrong one year is something else the next: the exception is for that year, unless
 * somebody says otherwise. */
static void
add_year (StyrAskDialog *dialog, StyrRecord *finding, int shown)
{
  int year = styr_record_get_int (finding, "year");
  GPtrArray *years = styr_options_new ();
  g_autofree char *id = g_strdup_printf ("%d", year);
  g_autofree char *label = g_strdup_printf (
      year == shown ? _ ("Only %d") : _ ("Only the period that begins in %d"), year);

  styr_options_add (years, id, label, NULL);
  styr_options_add (years, EVERY_YEAR, _ ("Every year"), NULL);
  styr_ask_dialog_add_choice (dialog, "year", _ ("Concerns"), years, id, TRUE);
}

static int
get_year (const Asking *asking, StyrAskDialog *dialog)
{
  const char *year =
      styr_record_has (asking->finding, "year") ? styr_ask_dialog_get (dialog, "year") : NULL;

  return year != NULL ? (int) g_ascii_strtoll (year, NULL, 10) : 0;
}

static gboolean
waive_cb (StyrAskDialog *dialog, gpointer user_data, GError **error)
{
  Asking *asking = user_data;
  g_auto (GStrv) lines = styr_ask_dialog_dup_list (dialog, "reason");
  g_autofree char *reason = g_strjoinv ("\n", lines);

  if (!styr_workspace_waive (asking->workspace,
                             styr_record_get_text (asking->finding, "rule_id"),
                             styr_record_get_text (asking->finding, "object_kind"),
                             styr_record_get_text (asking->finding, "object_id"),
                             get_year (asking, dialog),
                             reason,
                             styr_ask_dialog_get (dialog, "body"),
                             styr_ask_dialog_get (dialog, "decided-on"),
                             styr_ask_dialog_get (dialog, "section"),
                             styr_ask_dialog_get (dialog, "valid-to"),
                             error))
    return FALSE;
  if (asking->widget != NULL)
    gtk_widget_activate_action (
        asking->widget, "win.toast", "(sb)", _ ("The exception is registered"), TRUE);
  return TRUE;
}

/**
 * styr_finding_ask_exception:
 * @widget: a widget in the window
 *
 * Asks for the reason and the decision, and registers the exception.
 *
 * Returns: (transfer none): the window that asks
 */
GtkWindow *
styr_finding_ask_exception (GtkWidget *widget, StyrWorkspace *workspace, StyrRecord *finding)
{
  StyrAskDialog *dialog;
  GPtrArray *bodies;
  Asking *asking;

  g_return_val_if_fail (GTK_IS_WIDGET (widget) && STYR_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (STYR_IS_RECORD (finding), NULL);

  asking = g_new0 (Asking, 1);
  asking->workspace = g_object_ref (workspace);
  asking->finding = g_object_ref (finding);
  g_set_weak_pointer (&asking->widget, widget);
  dialog = styr_ask_dialog_new (widget,
                                _ ("Decide an exception"),
                                styr_record_get_text (finding, "text"),
                                _ ("_Register exception"),
                                waive_cb,
                                asking,
                                asking_free);
  bodies = styr_field_options_of_bodies (styr_workspace_get_model (workspace));
  styr_ask_dialog_add_choice (dialog, "body", _ ("Decided by"), bodies, NULL, TRUE);
  styr_ask_dialog_add_date (dialog, "decided-on", _ ("Decided on"), NULL, TRUE);
  styr_ask_dialog_add_entry (dialog, "section", _ ("§"), NULL);
  if (styr_record_has (finding, "year"))
    add_year (dialog, finding, styr_workspace_get_year (workspace));
  styr_ask_dialog_add_date (dialog, "valid-to", _ ("Applies until"), NULL, FALSE);
  styr_ask_dialog_add_text (dialog, "reason", _ ("Why the exception is made"), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}

/** Takes the exception back: what it was for is found again. @widget: a widget in the window */
void
styr_finding_take_back (GtkWidget *widget, StyrWorkspace *workspace, StyrRecord *finding)
{
  g_autoptr (GError) error = NULL;
  const char *waiver_id;

  g_return_if_fail (GTK_IS_WIDGET (widget) && STYR_IS_WORKSPACE (workspace));
  g_return_if_fail (STYR_IS_RECORD (finding));

  waiver_id = styr_record_get_text (finding, "waiver_id");
  if (waiver_id == NULL)
    return;
  if (styr_workspace_unwaive (workspace, waiver_id, &error))
    gtk_widget_activate_action (
        widget, "win.toast", "(sb)", _ ("The exception is taken back"), TRUE);
  else
    gtk_widget_activate_action (widget, "win.error", "s", error->message);
}
