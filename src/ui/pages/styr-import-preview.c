/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-import-preview.h"

#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

#define LINES_SHOWN 200

struct _StyrImportPreview
{
  AdwWindow parent_instance;

  StyrWorkspace *workspace;
  StyrRecord *preview;
  char *path;
  GtkWidget *error;
};

enum
{
  IMPORTED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (StyrImportPreview, styr_import_preview, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static void
finish (StyrImportPreview *self, gboolean done, const char *text, GError *error)
{
  if (!done)
    {
      gtk_label_set_text (GTK_LABEL (self->error), error->message);
      gtk_widget_set_visible (self->error, TRUE);
      return;
    }
  g_signal_emit (self, signals[IMPORTED], 0, text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
replace_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrImportPreview *self = STYR_IMPORT_PREVIEW (widget);
  g_autoptr (GError) error = NULL;
  gboolean done = styr_workspace_import_model (self->workspace, self->path, &error);

  finish (self, done, _ ("The model is replaced"), error);
}

static void
beside_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrImportPreview *self = STYR_IMPORT_PREVIEW (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = styr_workspace_import_version (self->workspace, self->path, &error);

  finish (self, id != NULL, _ ("The model lies beside as a draft"), error);
}

/* What it is */

static void
add_fact (GtkWidget *group, const char *title, const char *text)
{
  GtkWidget *row;

  if (text == NULL || *text == '\0')
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 12);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static const char *
get_status (StyrRecord *preview)
{
  if (styr_record_is (preview, "status", "draft"))
    return _ ("Draft");
  if (styr_record_is (preview, "status", "interim"))
    return _ ("Interim");
  return styr_record_is (preview, "status", "superseded") ? _ ("Replaced") : _ ("Decided");
}

static void
add_facts (StyrImportPreview *self, GtkWidget *box)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *counts = g_strdup (styr_record_get_text (self->preview, "counts"));
  g_auto (GStrv) lines = g_strsplit (counts != NULL ? counts : "", "\n", -1);
  g_autofree char *joined = g_strjoinv (" · ", lines);

  add_fact (group, _ ("Municipality"), styr_record_get_text (self->preview, "municipality"));
  add_fact (group, _ ("Version"), styr_record_get_text (self->preview, "version"));
  add_fact (group, _ ("Status"), get_status (self->preview));
  add_fact (group, _ ("Description"), styr_record_get_text (self->preview, "description"));
  add_fact (group, _ ("What is in it"), joined);
  gtk_box_append (GTK_BOX (box), group);
}

/* What would differ, and what would lose its place */

static void
add_lines (StyrImportPreview *self,
           GtkWidget *box,
           const char *column,
           const char *title,
           const char *style)
{
  const char *text = styr_record_get_text (self->preview, column);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  guint n = text != NULL && *text != '\0' ? g_strv_length (lines) : 0;
  GtkWidget *expander, *list;

  if (n == 0)
    return;
  expander = gtk_expander_new (escaped);
  gtk_expander_set_use_markup (GTK_EXPANDER (expander), TRUE);
  list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_top (list, 6);
  gtk_widget_set_margin_start (list, 18);
  for (guint i = 0; i < n && i < LINES_SHOWN; i++)
    {
      GtkWidget *label = gtk_label_new (lines[i]);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (list), label);
    }
  if (n > LINES_SHOWN)
    gtk_box_append (GTK_BOX (list), gtk_label_new ("…"));
  if (style != NULL)
    gtk_widget_add_css_class (expander, style);
  gtk_expander_set_child (GTK_EXPANDER (expander), list);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), n <= 8);
  gtk_box_append (GTK_BOX (box), expander);
}

static void
add_changes (StyrImportPreview *self, GtkWidget *box)
{
  int n = (int) styr_record_get_int (self->preview, "n_differences");
  int n_lost = (int) styr_record_get_int (self->preview, "n_lost");
  g_autofree char *title =
      g_strdup_printf (ngettext ("%d thing differs from the model that is shown",
                                 "%d things differ from the model that is shown",
                                 n),
                       n);
  g_autofree char *lost = g_strdup_printf (
      ngettext ("! %d thing that is written would lose its place: it can’t take the model’s place",
                "! %d things that are written would lose their places: it can’t take the model’s "
                "place",
                n_lost),
      n_lost);

  if (n == 0)
    gtk_box_append (GTK_BOX (box),
                    styr_quiet_label_new (_ ("It is the same as the model that is shown.")));
  add_lines (self, box, "lost", lost, "warning");
  add_lines (self, box, "differences", title, NULL);
}

/* The window */

static GtkWidget *
make_header (StyrImportPreview *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (
      ADW_HEADER_BAR (header),
      adw_window_title_new (_ ("Import model"), styr_record_get_text (self->preview, "name")));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  return header;
}

static void
add_choice (GtkWidget *box, const char *label, const char *about, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (label);
  GtkWidget *text = styr_quiet_label_new (about);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (text, "styr-choice-about");
  gtk_box_append (GTK_BOX (inner), title);
  gtk_box_append (GTK_BOX (inner), text);
  gtk_button_set_child (GTK_BUTTON (button), inner);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  styr_widget_set_name_text (button, label);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
make_choices (StyrImportPreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->error = styr_wrapping_label_new (NULL, "error");
  gtk_widget_set_visible (self->error, FALSE);
  gtk_box_append (GTK_BOX (box), self->error);
  add_choice (box,
              _ ("Put it beside as a draft"),
              _ ("A version of its own. What is in force stays so until the draft is decided."),
              "preview.beside");
  add_choice (box,
              _ ("Replace this model"),
              _ ("Documents and goals stay as they are, and the change can be undone."),
              "preview.replace");
  gtk_widget_add_css_class (box, "styr-dialog");
  return box;
}

static void
build (StyrImportPreview *self)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  add_facts (self, inner);
  add_changes (self, inner);
  gtk_widget_add_css_class (inner, "styr-dialog");
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), inner);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (outer), make_header (self));
  gtk_box_append (GTK_BOX (outer), scroller);
  gtk_box_append (GTK_BOX (outer), make_choices (self));
  adw_window_set_content (ADW_WINDOW (self), outer);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Import model"));
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "preview.replace", styr_record_get_int (self->preview, "n_lost") == 0);
}

static void
styr_import_preview_dispose (GObject *object)
{
  StyrImportPreview *self = STYR_IMPORT_PREVIEW (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->preview);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (styr_import_preview_parent_class)->dispose (object);
}

static void
styr_import_preview_class_init (StyrImportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = styr_import_preview_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_install_action (widget_class, "preview.replace", NULL, replace_cb);
  gtk_widget_class_install_action (widget_class, "preview.beside", NULL, beside_cb);
  signals[IMPORTED] = g_signal_new ("imported",
                                    G_TYPE_FROM_CLASS (klass),
                                    G_SIGNAL_RUN_LAST,
                                    0,
                                    NULL,
                                    NULL,
                                    NULL,
                                    G_TYPE_NONE,
                                    1,
                                    G_TYPE_STRING);
}

static void
styr_import_preview_init (StyrImportPreview *self)
{
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 620, 640);
}

/**
 * styr_import_preview_new:
 * @path: the package file
 * @preview: what styr_workspace_preview_import() says of it
 *
 * Returns: (transfer none): the window; present it
 */
GtkWidget *
styr_import_preview_new (StyrWorkspace *workspace, const char *path, StyrRecord *preview)
{
  StyrImportPreview *self;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace) && STYR_IS_RECORD (preview), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (STYR_TYPE_IMPORT_PREVIEW, NULL);
  self->workspace = g_object_ref (workspace);
  self->preview = g_object_ref (preview);
  self->path = g_strdup (path);
  build (self);
  return GTK_WIDGET (self);
}
