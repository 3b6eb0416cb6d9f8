/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-document-editor-private.h"

#include "styr-decide-dialog.h"
#include "styr-document-life.h"
#include "styr-enum-types.h"
#include "styr-file-dialog.h"
#include "styr-item-list.h"
#include "styr-locale.h"
#include "styr-names.h"
#include "styr-nick.h"
#include "styr-typed.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

static StyrWorkspace *
get_workspace (StyrDocumentEditor *self)
{
  return styr_edit_session_get_workspace (self->session);
}

static const char *
get_id (StyrDocumentEditor *self)
{
  return styr_edit_session_get_document_id (self->session);
}

/* Nothing becomes of the document while a field says what can't be saved: it would be lost. */
static gboolean
settle (StyrDocumentEditor *self)
{
  g_autoptr (GError) error = NULL;

  if (styr_typed_settle (STYR_TYPED (self), &error))
    return TRUE;
  styr_widget_show_error (GTK_WIDGET (self), error->message);
  return FALSE;
}

static void
show_section_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  styr_document_editor_show_section (STYR_DOCUMENT_EDITOR (widget),
                                     g_variant_get_string (parameter, NULL));
}

static GtkWidget *
find_item (GtkWidget *widget, const char *id)
{
  GtkWidget *found = NULL;

  if (STYR_IS_ITEM_LIST (widget))
    found = styr_item_list_find (STYR_ITEM_LIST (widget), id);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_item (child, id);
  return found;
}

static void
show_item_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrDocumentEditor *self = STYR_DOCUMENT_EDITOR (widget);
  const char *section, *id;
  GtkWidget *item;

  g_variant_get (parameter, "(&s&s)", &section, &id);
  styr_document_editor_show_section (self, section);
  item = find_item (self->body, id);
  if (item == NULL)
    return;
  styr_widget_focus_first (item);
  styr_document_editor_scroll_to (self, item);
}

static void
copy_previous_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrDocumentEditor *self = STYR_DOCUMENT_EDITOR (widget);
  g_autoptr (GError) error = NULL;

  styr_typed_flush (STYR_TYPED (self));
  if (!styr_workspace_copy_previous (get_workspace (self), get_id (self), &error))
    {
      styr_widget_show_error (widget, error->message);
      return;
    }
  styr_edit_session_refresh (self->session);
  styr_widget_show_toast (widget, _ ("Copied from last year"), TRUE);
}

static void
new_version_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrDocumentEditor *self = STYR_DOCUMENT_EDITOR (widget);
  g_autoptr (GError) error = NULL;
  StyrRecord *document = styr_dossier_get_document (styr_edit_session_get_dossier (self->session));
  int version = (int) styr_record_get_int (document, "version");
  /* Translators: the new version's number, then the number of the one that is decided. */
  g_autofree char *text = g_strdup_printf (
      _ ("Version %d is a draft. Version %d applies until you decide."), version + 1, version);
  g_autofree char *id = NULL;

  if (!settle (self))
    return;
  id = styr_workspace_new_version (get_workspace (self), get_id (self), &error);
  if (id == NULL)
    styr_widget_show_error (widget, error->message);
  else
    {
      GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

      styr_widget_show_toast (window, text, TRUE);
      gtk_widget_activate_action (window, "win.open-document", "s", id);
    }
}

static void
set_status_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrDocumentEditor *self = STYR_DOCUMENT_EDITOR (widget);
  g_autoptr (GError) error = NULL;
  int status;

  if (!styr_nick_parse (STYR_TYPE_DOCUMENT_STATUS, g_variant_get_string (parameter, NULL), &status))
    return;
  if (!settle (self))
    return;
  if (!styr_workspace_set_status (get_workspace (self),
                                  get_id (self),
                                  status,
                                  styr_workspace_get_today (get_workspace (self)),
                                  NULL,
                                  NULL,
                                  NULL,
                                  &error))
    styr_widget_show_error (widget, error->message);
}

static void
present_dialog (StyrDocumentEditor *self, StyrDocumentStatus status)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  if (!settle (self))
    return;
  styr_edit_session_refresh (self->session);
  dialog = styr_decide_dialog_new (self->session, status);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
decide_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  present_dialog (STYR_DOCUMENT_EDITOR (widget), STYR_DOCUMENT_DECIDED);
}

static void
revoke_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  present_dialog (STYR_DOCUMENT_EDITOR (widget), STYR_DOCUMENT_REVOKED);
}

static void
consult_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (settle (STYR_DOCUMENT_EDITOR (widget)))
    styr_document_life_ask_consult (STYR_DOCUMENT_EDITOR (widget)->session, widget);
}

static void
publish_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (settle (STYR_DOCUMENT_EDITOR (widget)))
    styr_document_life_ask_publish (STYR_DOCUMENT_EDITOR (widget)->session, widget);
}

static void
review_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (settle (STYR_DOCUMENT_EDITOR (widget)))
    styr_document_life_ask_review (STYR_DOCUMENT_EDITOR (widget)->session, widget);
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrDocumentEditor *self = STYR_DOCUMENT_EDITOR (widget);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  g_autofree char *text = g_strdup_printf (_ ("“%s” was removed"), self->title);
  g_autoptr (GError) error = NULL;

  styr_typed_flush (STYR_TYPED (self));
  if (!styr_workspace_delete_document (get_workspace (self), get_id (self), &error))
    {
      styr_widget_show_error (widget, error->message);
      return;
    }
  if (window == NULL)
    return;
  gtk_widget_activate_action (window, "win.show-page", "s", "documents");
  styr_widget_show_toast (window, text, TRUE);
}

static void
export_to (const char *path, gpointer user_data)
{
  StyrDocumentEditor *self = user_data;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = g_strdup_printf (_ ("Saved as %s"), name);
  g_autoptr (GError) error = NULL;

  if (styr_workspace_export_report (get_workspace (self), get_id (self), path, &error))
    styr_widget_show_toast (GTK_WIDGET (self), text, FALSE);
  else
    styr_widget_show_error (GTK_WIDGET (self), error->message);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrDocumentEditor *self = STYR_DOCUMENT_EDITOR (widget);
  gboolean html = g_str_equal (g_variant_get_string (parameter, NULL), "html");
  const char *const pdf_patterns[] = { "*.pdf", NULL };
  const char *const html_patterns[] = { "*.html", NULL };
  g_autofree char *name = g_strdup_printf ("%s.%s", self->title, html ? "html" : "pdf");
  StyrFileKind kind = { html ? _ ("Export as web page") : _ ("Export as PDF"),
                        g_strdelimit (name, "/", '-'),
                        html ? _ ("Web pages") : _ ("PDF documents"),
                        html ? html_patterns : pdf_patterns };
  GtkRoot *root = gtk_widget_get_root (widget);

  styr_typed_flush (STYR_TYPED (self));
  styr_file_dialog_save (GTK_WINDOW (root), &kind, export_to, self);
}

/**
 * styr_document_editor_install_actions:
 * @widget_class: the editor's class
 *
 * Installs what can be done with a document.
 */
void
styr_document_editor_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "editor.show-section", "s", show_section_cb);
  gtk_widget_class_install_action (widget_class, "editor.show-item", "(ss)", show_item_cb);
  gtk_widget_class_install_action (widget_class, "editor.copy-previous", NULL, copy_previous_cb);
  gtk_widget_class_install_action (widget_class, "editor.new-version", NULL, new_version_cb);
  gtk_widget_class_install_action (widget_class, "editor.set-status", "s", set_status_cb);
  gtk_widget_class_install_action (widget_class, "editor.decide", NULL, decide_cb);
  gtk_widget_class_install_action (widget_class, "editor.revoke", NULL, revoke_cb);
  gtk_widget_class_install_action (widget_class, "editor.consult", NULL, consult_cb);
  gtk_widget_class_install_action (widget_class, "editor.publish", NULL, publish_cb);
  gtk_widget_class_install_action (widget_class, "editor.review", NULL, review_cb);
  gtk_widget_class_install_action (widget_class, "editor.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "editor.export", "s", export_cb);
}

/**
 * styr_document_editor_make_menu:
 *
 * Returns: (transfer full): the menu of the editor's bar
 */
GMenuModel *
styr_document_editor_make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) exports = g_menu_new ();
  g_autoptr (GMenu) document = g_menu_new ();

  g_menu_append (exports, _ ("Export as PDF…"), "editor.export::pdf");
  g_menu_append (exports, _ ("Export as web page…"), "editor.export::html");
  g_menu_append (document, _ ("New version"), "editor.new-version");
  g_menu_append (document, _ ("Send out for comment…"), "editor.consult");
  g_menu_append (document, _ ("Publish…"), "editor.publish");
  g_menu_append (document, _ ("Review the document…"), "editor.review");
  g_menu_append (document, _ ("Revoke…"), "editor.revoke");
  g_menu_append (document, _ ("Remove the document"), "editor.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (exports));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (document));
  return G_MENU_MODEL (menu);
}

/**
 * styr_document_editor_update_actions:
 * @self: the editor
 *
 * Enables what the document's status allows.
 */
void
styr_document_editor_update_actions (StyrDocumentEditor *self)
{
  StyrRecord *document = styr_dossier_get_document (styr_edit_session_get_dossier (self->session));
  StyrDocumentStatus status = styr_record_get_enum (document, "status", STYR_TYPE_DOCUMENT_STATUS);
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean in_force = status == STYR_DOCUMENT_DECIDED || status == STYR_DOCUMENT_PUBLISHED;
  /* a new version already has the contents of the one before it */
  gboolean can_copy = status < STYR_DOCUMENT_DECIDED &&
                      styr_record_get_int (document, "version") <= 1 &&
                      styr_workspace_can_copy_previous (get_workspace (self), get_id (self));

  gtk_widget_action_set_enabled (widget, "editor.copy-previous", can_copy);
  gtk_widget_set_visible (self->copy_button, can_copy);
  gtk_widget_action_set_enabled (widget, "editor.new-version", in_force);
  gtk_widget_action_set_enabled (widget, "editor.consult", status < STYR_DOCUMENT_DECIDED);
  gtk_widget_action_set_enabled (widget, "editor.publish", status == STYR_DOCUMENT_DECIDED);
  gtk_widget_action_set_enabled (widget, "editor.review", in_force);
  gtk_widget_action_set_enabled (widget, "editor.revoke", in_force);
  gtk_widget_action_set_enabled (widget, "editor.decide", status < STYR_DOCUMENT_DECIDED);
  gtk_widget_action_set_enabled (widget, "editor.delete", status < STYR_DOCUMENT_DECIDED);
}

/* The last time that something became of the document */
static StyrRecord *
find_event (StyrDocumentEditor *self, StyrDocumentStatus status)
{
  GPtrArray *events =
      styr_dossier_get_records (styr_edit_session_get_dossier (self->session), "document_event");
  const char *nick = styr_nick_from_value (STYR_TYPE_DOCUMENT_STATUS, (int) status);

  for (guint i = events->len; i > 0; i--)
    if (styr_record_is (events->pdata[i - 1], "status", nick))
      return events->pdata[i - 1];
  return NULL;
}

/* "✓ Beslutad 2024-04-22 · Kommunfullmäktige § 71" */
static void
append_decision (StyrDocumentEditor *self, GString *text, StyrRecord *document)
{
  g_autofree char *body =
      styr_name_of_decider (styr_edit_session_get_workspace (self->session), document);
  g_autofree char *paragraph =
      styr_format_paragraph (styr_record_get_text (document, "section_no"));

  g_string_append (text, styr_name_of_status (STYR_DOCUMENT_DECIDED));
  if (styr_record_has (document, "decided_on"))
    g_string_append_printf (text, " %s", styr_record_get_text (document, "decided_on"));
  if (*body != '\0')
    g_string_append_printf (text, " · %s", body);
  if (*paragraph != '\0')
    g_string_append_printf (text, " %s", paragraph);
}

/* " · upphävd 2025-02-03 § 12": what became of it after the decision, with its own day and § */
static void
append_step (StyrDocumentEditor *self,
             GString *text,
             StyrRecord *document,
             StyrDocumentStatus status,
             const char *column)
{
  StyrRecord *event = find_event (self, status);
  const char *day = column != NULL ? styr_record_get_text (document, column) : NULL;
  g_autofree char *word = g_utf8_strdown (styr_name_of_status (status), -1);
  g_autofree char *paragraph = NULL;

  if (event != NULL && (day == NULL || status == STYR_DOCUMENT_REVOKED))
    day = styr_record_get_text (event, "on_date");
  paragraph =
      styr_format_paragraph (event != NULL ? styr_record_get_text (event, "section_no") : NULL);
  g_string_append_printf (text, " · %s", word);
  if (day != NULL)
    g_string_append_printf (text, " %s", day);
  if (*paragraph != '\0')
    g_string_append_printf (text, " %s", paragraph);
}

/**
 * styr_document_editor_update_bar:
 * @self: the editor
 * @document: its document
 *
 * Says that the document is decided and so only to be read, and what has become of it since, or
 * hides that.
 */
void
styr_document_editor_update_bar (StyrDocumentEditor *self, StyrRecord *document)
{
  StyrDocumentStatus status = styr_record_get_enum (document, "status", STYR_TYPE_DOCUMENT_STATUS);
  g_autoptr (GString) text = g_string_new (NULL);

  gtk_widget_set_visible (self->bar, status >= STYR_DOCUMENT_DECIDED);
  if (status < STYR_DOCUMENT_DECIDED)
    return gtk_widget_remove_css_class (GTK_WIDGET (self), "locked");
  gtk_widget_add_css_class (GTK_WIDGET (self), "locked");
  g_string_append_printf (text, "%s ", styr_symbol_of_status (status));
  append_decision (self, text, document);
  if (status == STYR_DOCUMENT_PUBLISHED || styr_record_has (document, "published_on"))
    append_step (self, text, document, STYR_DOCUMENT_PUBLISHED, "published_on");
  if (status == STYR_DOCUMENT_SUPERSEDED)
    append_step (self, text, document, status, NULL);
  if (status == STYR_DOCUMENT_REVOKED || styr_record_has (document, "revoked_on"))
    append_step (self, text, document, STYR_DOCUMENT_REVOKED, "revoked_on");
  g_string_append_printf (text, ". %s", _ ("What has been decided is not changed."));
  gtk_label_set_text (GTK_LABEL (self->bar_label), text->str);
}
