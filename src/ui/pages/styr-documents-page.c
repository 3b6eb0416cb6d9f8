/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-documents-page.h"

#include "styr-documents-register.h"
#include "styr-file-dialog.h"
#include "styr-findings-watch.h"
#include "styr-new-document.h"

#include <glib/gi18n-lib.h>

/* The register: the context's documents, and how they are. */
struct _StyrDocumentsPage
{
  AdwBin parent_instance;

  StyrWorkspace *workspace;
  StyrRegisterView *view;
  char *subtitle;
};

enum
{
  PROP_WORKSPACE = 1,
  PROP_TITLE,
  PROP_SUBTITLE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (StyrDocumentsPage, styr_documents_page, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

static void
update (StyrDocumentsPage *self)
{
  guint all = g_list_model_get_n_items (styr_workspace_get_documents (self->workspace));
  guint shown = styr_register_view_get_n_shown (self->view);
  g_autofree char *unit =
      styr_workspace_dup_unit_label (self->workspace, styr_workspace_get_unit_id (self->workspace));
  g_autofree char *count = NULL;

  if (shown == all)
    count = g_strdup_printf (ngettext ("%u document", "%u documents", all), all);
  else
    count = g_strdup_printf (ngettext ("%u of %u document", "%u of %u documents", all), shown, all);
  g_free (self->subtitle);
  self->subtitle = g_strdup_printf (C_ ("unit, year, how many documents", "%s %d: %s"),
                                    unit,
                                    styr_workspace_get_year (self->workspace),
                                    count);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

static void
opened_cb (StyrDocumentsPage *self, StyrRecord *document)
{
  gtk_widget_activate_action (
      GTK_WIDGET (self), "win.open-document", "s", styr_record_get_id (document));
}

static void
new_cb (StyrDocumentsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = styr_new_document_new (self->workspace);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
list_target_cb (const char *path, gpointer user_data)
{
  StyrDocumentsPage *self = user_data;
  g_autoptr (GError) error = NULL;

  if (styr_documents_register_export_list (self->workspace, path, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.saved", "s", path);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.error", "s", error->message);
}

static void
export_list_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const patterns[] = { "*.html", "*.pdf", "*.xlsx", NULL };
  StyrDocumentsPage *self = STYR_DOCUMENTS_PAGE (widget);
  g_autofree char *name = g_strdup_printf (
      "%s %s", _ ("Documents in force"), styr_workspace_get_municipality (self->workspace));
  StyrFileKind kind = { _ ("Export the list of documents in force"), name, NULL, patterns };

  styr_file_dialog_save (GTK_WINDOW (gtk_widget_get_root (widget)), &kind, list_target_cb, self);
}

static void
fill (StyrDocumentsPage *self)
{
  GtkWidget *view = styr_register_view_new (self->workspace,
                                            styr_documents_register_get_kind (),
                                            styr_workspace_get_documents (self->workspace));
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_New document"));

  self->view = STYR_REGISTER_VIEW (view);
  styr_register_view_add_choice (self->view, "type", _ ("All types"), _ ("Which types are shown"));
  styr_register_view_add_choice (
      self->view, "status", _ ("All statuses"), _ ("Which statuses are shown"));
  styr_register_view_add_choice (
      self->view, "decidedBy", _ ("All deciders"), _ ("Which deciders are shown"));
  styr_register_view_add_choice (
      self->view, "owner", _ ("All owners"), _ ("Which owners are shown"));
  styr_register_view_add_choice (
      self->view, "published", _ ("Published or not"), _ ("Where published"));
  styr_register_view_add_choice (
      self->view, "family", _ ("Political and administrative"), _ ("Which kinds are shown"));
  styr_register_view_add_export (
      self->view, _ ("List of documents in force…"), "documents.export-list");
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (new_cb), self);
  styr_register_view_add_action (self->view, button);
  styr_register_view_set_empty_action (self->view, _ ("New document"), G_CALLBACK (new_cb), self);
  g_signal_connect_swapped (view, "opened", G_CALLBACK (opened_cb), self);
  g_signal_connect_swapped (view, "shown", G_CALLBACK (update), self);
  g_signal_connect_object (
      self->workspace, "changed", G_CALLBACK (styr_register_view_refresh), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace,
                           "context-changed",
                           G_CALLBACK (styr_register_view_refresh),
                           view,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (styr_findings_watch_get (self->workspace),
                           "updated",
                           G_CALLBACK (styr_register_view_refresh),
                           view,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), view);
  update (self);
}

static void
styr_documents_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StyrDocumentsPage *self = STYR_DOCUMENTS_PAGE (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_TITLE:
      g_value_set_string (value, _ ("Documents"));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
styr_documents_page_dispose (GObject *object)
{
  StyrDocumentsPage *self = STYR_DOCUMENTS_PAGE (object);

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  self->view = NULL;
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (styr_documents_page_parent_class)->dispose (object);
}

static void
styr_documents_page_finalize (GObject *object)
{
  g_free (STYR_DOCUMENTS_PAGE (object)->subtitle);
  G_OBJECT_CLASS (styr_documents_page_parent_class)->finalize (object);
}

static void
styr_documents_page_class_init (StyrDocumentsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = styr_documents_page_get_property;
  object_class->dispose = styr_documents_page_dispose;
  object_class->finalize = styr_documents_page_finalize;
  properties[PROP_WORKSPACE] =
      g_param_spec_object ("workspace", NULL, NULL, STYR_TYPE_WORKSPACE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_action (
      GTK_WIDGET_CLASS (klass), "documents.export-list", NULL, export_list_cb);
}

static void
styr_documents_page_init (StyrDocumentsPage *self)
{
}

/**
 * styr_documents_page_new:
 * @workspace: the open database
 *
 * Properties, all to be read: "workspace", "title", "subtitle".
 *
 * Returns: (transfer floating): the register of the context's documents
 */
GtkWidget *
styr_documents_page_new (StyrWorkspace *workspace)
{
  StyrDocumentsPage *self;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (STYR_TYPE_DOCUMENTS_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  fill (self);
  return GTK_WIDGET (self);
}
