/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-version.h"

#include "styr-dialogs.h"
#include "styr-field-options.h"
#include "styr-locale.h"
#include "styr-names.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A version of the steering model in words, and the windows that make, decide and delete one */

/** Returns: (transfer none): the symbol of the version's status, shown with its word */
const char *
styr_model_version_get_symbol (StyrRecord *version)
{
  g_return_val_if_fail (STYR_IS_RECORD (version), "");

  if (styr_record_is (version, "status", "draft"))
    return "◐";
  if (styr_record_is (version, "status", "superseded"))
    return "○";
  return styr_record_get_flag (version, "is_current") ? "✓" : "●";
}

/** Returns: (transfer full): the status in a word */
char *
styr_model_version_dup_status (StyrRecord *version)
{
  g_return_val_if_fail (STYR_IS_RECORD (version), NULL);

  if (styr_record_is (version, "status", "draft"))
    return g_strdup (_ ("Draft"));
  if (styr_record_is (version, "status", "superseded"))
    return g_strdup (_ ("Replaced"));
  if (styr_record_is (version, "status", "interim"))
    return g_strdup (_ ("Interim"));
  return g_strdup (styr_record_get_flag (version, "is_current") ? _ ("In force") : _ ("Decided"));
}

static char *
dup_until (StyrRecord *version)
{
  const char *until = styr_record_get_text (version, "interim_until");

  /* Translators: the decision that ends an interim model. */
  return until != NULL && styr_record_is (version, "status", "interim")
             ? g_strdup_printf (_ ("applies for the time being, until %s"), until)
             : NULL;
}

/* "2025 års version" is a version already, "3" is not. */
static gboolean
says_version (const char *number)
{
  g_autofree char *text = g_utf8_casefold (number, -1);
  g_autofree char *word = g_utf8_casefold (C_ ("model", "version"), -1);

  return strstr (text, word) != NULL;
}

/** Returns: (transfer full): its name and its own number or name */
char *
styr_model_version_dup_title (StyrRecord *version)
{
  const char *number;
  g_autofree char *status = NULL;

  g_return_val_if_fail (STYR_IS_RECORD (version), NULL);

  number = styr_record_get_text (version, "version");
  status = styr_model_version_dup_status (version);
  if (number != NULL && says_version (number))
    return g_strdup_printf ("%s, %s", styr_record_get_text (version, "name"), number);
  /* A version that is called what it is has its name in the status */
  return number != NULL && g_strcmp0 (number, status) != 0
             ? g_strdup_printf (
                   _ ("%s, version %s"), styr_record_get_text (version, "name"), number)
             : g_strdup (styr_record_get_text (version, "name"));
}

static void
add_fact (GString *facts, char *fact)
{
  if (fact != NULL)
    g_string_append_printf (facts, "%s%s", facts->len > 0 ? " · " : "", fact);
  g_free (fact);
}

static char *
dup_validity (StyrRecord *version)
{
  g_autofree char *from = styr_format_date (styr_record_get_text (version, "valid_from"));
  g_autofree char *to = styr_format_date (styr_record_get_text (version, "valid_to"));

  if (styr_record_has (version, "valid_from") && styr_record_has (version, "valid_to"))
    return g_strdup_printf (_ ("holds %s to %s"), from, to);
  if (styr_record_has (version, "valid_to"))
    return g_strdup_printf (_ ("held until %s"), to);
  if (!styr_record_has (version, "valid_from"))
    return NULL;
  return g_strdup_printf (styr_record_is (version, "status", "draft") ? _ ("meant to hold from %s")
                                                                      : _ ("holds from %s"),
                          from);
}

static char *
dup_decision (StyrModel *model, StyrRecord *version)
{
  g_autofree char *day = styr_format_date (styr_record_get_text (version, "decided_on"));
  const char *section = model != NULL ? styr_model_get_text (model, "sectionNo") : NULL;
  g_autofree char *paragraph = styr_format_paragraph (section);
  const StyrBodyType *body =
      model != NULL && styr_model_get_text (model, "decidedBy") != NULL
          ? styr_model_find_body_type (model, styr_model_get_text (model, "decidedBy"))
          : NULL;
  GString *text;

  if (!styr_record_has (version, "decided_on"))
    return NULL;
  text = g_string_new (NULL);
  if (body != NULL)
    g_string_printf (text, _ ("decided by %s %s"), body->name, day);
  else
    g_string_printf (text, _ ("decided %s"), day);
  if (section != NULL)
    g_string_append_printf (text, " %s", paragraph);
  return g_string_free (text, FALSE);
}

/** Returns: (transfer full): when it holds, who decided it and how many documents it has made */
char *
styr_model_version_dup_facts (StyrWorkspace *workspace, StyrRecord *version)
{
  GString *facts = g_string_new (NULL);
  StyrModel *model;
  int n;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace) && STYR_IS_RECORD (version), NULL);

  model = styr_workspace_find_model (workspace, styr_record_get_id (version), NULL);
  n = (int) styr_record_get_int (version, "n_documents");
  add_fact (facts, dup_until (version));
  add_fact (facts, dup_validity (version));
  add_fact (facts, dup_decision (model, version));
  add_fact (facts, g_strdup_printf (ngettext ("%d document", "%d documents", n), n));
  return g_string_free (facts, FALSE);
}

/* Windows ------------------------------------------------------------------------------------- */

typedef struct
{
  GtkWidget *parent;
  StyrWorkspace *workspace;
  char *model_id;
} Spot;

static Spot *
spot_new (GtkWidget *parent, StyrWorkspace *workspace, StyrRecord *version)
{
  Spot *spot = g_new0 (Spot, 1);

  spot->parent = g_object_ref (parent);
  spot->workspace = g_object_ref (workspace);
  spot->model_id = g_strdup (styr_record_get_id (version));
  return spot;
}

static void
spot_free (gpointer data)
{
  Spot *spot = data;

  g_object_unref (spot->parent);
  g_object_unref (spot->workspace);
  g_free (spot->model_id);
  g_free (spot);
}

static gboolean
make_version (StyrAskDialog *dialog, gpointer data, GError **error)
{
  Spot *spot = data;
  g_autofree char *id = styr_workspace_new_model_version (
      spot->workspace, spot->model_id, styr_ask_dialog_get (dialog, "version"), error);

  if (id == NULL)
    return FALSE;
  styr_widget_show_toast (spot->parent, _ ("A draft was made"), TRUE);
  return TRUE;
}

/** Returns: (transfer none): a window that makes a draft out of @version; present it */
StyrAskDialog *
styr_model_version_ask_new (GtkWidget *parent, StyrWorkspace *workspace, StyrRecord *version)
{
  StyrAskDialog *dialog;

  g_return_val_if_fail (GTK_IS_WIDGET (parent) && STYR_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (STYR_IS_RECORD (version), NULL);

  dialog = styr_ask_dialog_new (parent,
                                _ ("New version"),
                                _ ("A draft that begins as a copy. What is in force stays so until "
                                   "the draft is decided."),
                                _ ("_Make a draft"),
                                make_version,
                                spot_new (parent, workspace, version),
                                spot_free);
  styr_ask_dialog_add_entry (dialog, "version", _ ("Its number or name"), NULL);
  return dialog;
}

static gboolean
decide (StyrAskDialog *dialog, gpointer data, GError **error)
{
  Spot *spot = data;

  if (!styr_workspace_decide_model (spot->workspace,
                                    spot->model_id,
                                    styr_ask_dialog_get (dialog, "status"),
                                    styr_ask_dialog_get (dialog, "body"),
                                    styr_ask_dialog_get (dialog, "date"),
                                    styr_ask_dialog_get (dialog, "section"),
                                    styr_ask_dialog_get (dialog, "number"),
                                    styr_ask_dialog_get (dialog, "from"),
                                    styr_ask_dialog_get (dialog, "until"),
                                    error))
    return FALSE;
  styr_widget_show_toast (spot->parent, _ ("The model is decided"), TRUE);
  return TRUE;
}

/** Returns: (transfer none): a window that decides @version; present it */
StyrAskDialog *
styr_model_version_ask_decide (GtkWidget *parent, StyrWorkspace *workspace, StyrRecord *version)
{
  GPtrArray *kinds = styr_options_new ();
  StyrAskDialog *dialog;
  StyrModel *model, *current;
  const char *body;

  g_return_val_if_fail (GTK_IS_WIDGET (parent) && STYR_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (STYR_IS_RECORD (version), NULL);

  model = styr_workspace_find_model (workspace, styr_record_get_id (version), NULL);
  if (model == NULL)
    model = styr_workspace_get_model (workspace);
  current = styr_workspace_get_current_model (workspace);
  /* Whoever decided the one before it, most likely */
  body = styr_model_get_text (model, "decidedBy");
  if (body == NULL && current != NULL)
    body = styr_model_get_text (current, "decidedBy");
  styr_options_add (kinds, "decided", _ ("For good"), NULL);
  styr_options_add (kinds, "interim", _ ("For the time being"), NULL);
  dialog = styr_ask_dialog_new (parent,
                                _ ("Decide the model"),
                                _ ("The model in force until then ends the day before. Documents "
                                   "that were made by it keep it."),
                                C_ ("button", "_Decide"),
                                decide,
                                spot_new (parent, workspace, version),
                                spot_free);
  styr_ask_dialog_add_choice (dialog, "status", _ ("Holds"), kinds, "decided", TRUE);
  styr_ask_dialog_add_choice (
      dialog, "body", _ ("Decided by"), styr_field_options_of_bodies (model), body, TRUE);
  styr_ask_dialog_add_date (dialog, "date", _ ("Decided on"), NULL, TRUE);
  styr_ask_dialog_add_date (dialog, "from", _ ("Valid from"), NULL, FALSE);
  styr_ask_dialog_add_entry (dialog, "section", _ ("§"), NULL);
  styr_ask_dialog_add_entry (dialog, "number", _ ("Registration number"), NULL);
  styr_ask_dialog_add_entry (dialog, "until", _ ("Until which decision"), NULL);
  styr_ask_dialog_show_if (dialog, "until", "status", "interim");
  return dialog;
}

static void
delete_version (gpointer data)
{
  Spot *spot = data;
  g_autoptr (GError) error = NULL;

  if (styr_workspace_delete_model (spot->workspace, spot->model_id, &error))
    styr_widget_show_toast (spot->parent, _ ("The draft is deleted"), TRUE);
  else
    styr_widget_show_error (spot->parent, error->message);
}

/** Asks whether the draft @version is to be deleted, and does it. */
void
styr_model_version_ask_delete (GtkWidget *parent, StyrWorkspace *workspace, StyrRecord *version)
{
  g_autofree char *title = NULL;
  g_autofree char *heading = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent) && STYR_IS_WORKSPACE (workspace));
  g_return_if_fail (STYR_IS_RECORD (version));

  title = styr_model_version_dup_title (version);
  heading = g_strdup_printf (_ ("Delete %s?"), title);
  styr_dialog_confirm (GTK_WINDOW (gtk_widget_get_root (parent)),
                       heading,
                       _ ("The draft with everything in it goes. The deletion can be undone."),
                       _ ("_Delete"),
                       TRUE,
                       delete_version,
                       spot_new (parent, workspace, version),
                       spot_free);
}
