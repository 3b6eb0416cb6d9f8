/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-compare-window.h"

#include "styr-choice-button.h"
#include "styr-file-dialog.h"
#include "styr-model-version.h"
#include "styr-model-words.h"
#include "styr-register.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

#define LIST_WIDTH 860
#define TEXT_COLUMN 90 /* characters */
#define PART_COLUMN 24

struct _StyrModelCompareWindow
{
  AdwWindow parent_instance;

  StyrWorkspace *workspace;
  GtkWidget *page; /* whose window actions are used */
  GtkWidget *before, *after, *box, *count;
  GPtrArray *differences;
};

G_DEFINE_FINAL_TYPE (StyrModelCompareWindow, styr_model_compare_window, ADW_TYPE_WINDOW)

static const char *
get_part (StyrRecord *difference)
{
  const char *list = styr_record_get_text (difference, "list");
  const StyrListWords *words = list != NULL && *list != '\0' ? styr_list_words_find (list) : NULL;

  if (styr_record_get_flag (difference, "is_of_decision"))
    return _ ("Which version it is");
  return words != NULL ? styr_model_word (words->title) : _ ("The model as a whole");
}

static const char *
get_symbol (StyrRecord *difference)
{
  if (styr_record_is (difference, "change", "added"))
    return "＋";
  if (styr_record_is (difference, "change", "removed"))
    return "−";
  return styr_record_is (difference, "change", "retired") ? "○" : "≠";
}

/* The list */

static GtkWidget *
make_row (StyrRecord *difference)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *symbol = gtk_label_new (get_symbol (difference));
  GtkWidget *label = gtk_label_new (styr_record_get_text (difference, "text"));

  gtk_widget_set_valign (symbol, GTK_ALIGN_START);
  gtk_label_set_width_chars (GTK_LABEL (symbol), 2);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), symbol);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  styr_widget_set_name_text (row, styr_record_get_text (difference, "text"));
  return row;
}

static void
fill (StyrModelCompareWindow *self, GHashTable *groups, gboolean of_decision)
{
  for (guint i = 0; i < self->differences->len; i++)
    {
      const char *part = get_part (self->differences->pdata[i]);
      GtkWidget *group = g_hash_table_lookup (groups, part);

      if (styr_record_get_flag (self->differences->pdata[i], "is_of_decision") != of_decision)
        continue;
      if (group == NULL)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), part);
          gtk_box_append (GTK_BOX (self->box), group);
          g_hash_table_insert (groups, (gpointer) part, group);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 make_row (self->differences->pdata[i]));
    }
}

/* What says which version it is always differs: it isn't counted. */
static guint
count_differences (StyrModelCompareWindow *self)
{
  guint n = 0;

  for (guint i = 0; i < self->differences->len; i++)
    n += !styr_record_get_flag (self->differences->pdata[i], "is_of_decision");
  return n;
}

/* What differs in the model itself comes first. */
static void
fill_all (StyrModelCompareWindow *self)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  fill (self, groups, FALSE);
  fill (self, groups, TRUE);
}

static void
compare (StyrModelCompareWindow *self)
{
  const char *before = styr_choice_button_get_selected (STYR_CHOICE_BUTTON (self->before));
  const char *after = styr_choice_button_get_selected (STYR_CHOICE_BUTTON (self->after));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n;

  g_clear_pointer (&self->differences, g_ptr_array_unref);
  if (before != NULL && after != NULL)
    self->differences = styr_workspace_compare_models (self->workspace, before, after, &error);
  if (self->differences == NULL)
    self->differences = g_ptr_array_new_with_free_func (g_object_unref);
  n = count_differences (self);
  if (error != NULL)
    text = g_strdup (error->message);
  else if (n == 0 && self->differences->len > 0)
    text = g_strdup (_ ("The models are the same, but not the versions."));
  else if (n == 0)
    text = g_strdup (_ ("The two are the same."));
  else
    text = g_strdup_printf (ngettext ("%u thing differs", "%u things differ", n), n);
  gtk_label_set_text (GTK_LABEL (self->count), text);
  fill_all (self);
}

/* Export */

static char *
dup_version_title (StyrModelCompareWindow *self, GtkWidget *choice)
{
  const char *id = styr_choice_button_get_selected (STYR_CHOICE_BUTTON (choice));
  GListModel *models = styr_workspace_get_models (self->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (models); i++)
    {
      g_autoptr (StyrRecord) version = g_list_model_get_item (models, i);

      if (g_strcmp0 (styr_record_get_id (version), id) == 0)
        return styr_model_version_dup_title (version);
    }
  return g_strdup ("");
}

static char *
dup_title (StyrModelCompareWindow *self)
{
  g_autofree char *before = dup_version_title (self, self->before);
  g_autofree char *after = dup_version_title (self, self->after);

  return g_strdup_printf (_ ("%s compared with %s"), after, before);
}

static void
exported_cb (const char *path, gpointer user_data)
{
  StyrModelCompareWindow *self = user_data;
  g_autoptr (GError) error = NULL;

  if (styr_model_compare_window_export (self, path, &error))
    gtk_widget_activate_action (self->page, "win.saved", "s", path);
  else
    gtk_widget_activate_action (self->page, "win.error", "s", error->message);
}

static void
export_cb (StyrModelCompareWindow *self)
{
  static const char *const patterns[] = { "*.html", "*.pdf", "*.xlsx", NULL };
  g_autofree char *title = dup_title (self);
  g_autofree char *name = g_strdup (title);
  StyrFileKind kind = { _ ("Export the comparison"), NULL, NULL, patterns };

  g_strdelimit (name, "/\\:*?\"<>|", '-');
  kind.name = name;
  styr_file_dialog_save (GTK_WINDOW (self), &kind, exported_cb, self);
}

/**
 * styr_model_compare_window_export:
 * @path: a file that ends with .html, .pdf or .xlsx
 *
 * Writes what differs. Errors: WRITE
 */
gboolean
styr_model_compare_window_export (StyrModelCompareWindow *self, const char *path, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *title = NULL;
  StyrTable *table;

  g_return_val_if_fail (STYR_IS_MODEL_COMPARE_WINDOW (self) && path != NULL, FALSE);

  title = dup_title (self);
  table = styr_table_new (_ ("Comparison"), title);
  g_ptr_array_add (tables, table);
  styr_table_set_empty_text (table, _ ("The two are the same."));
  styr_table_add_column (table, "part", _ ("Part"), STYR_COLUMN_TEXT, PART_COLUMN)->wrap = TRUE;
  styr_table_add_column (table, "text", _ ("What differs"), STYR_COLUMN_TEXT, TEXT_COLUMN)->wrap =
      TRUE;
  for (guint i = 0; i < self->differences->len; i++)
    {
      guint row = styr_table_add_row (table);

      styr_table_set_text (table, row, "part", get_part (self->differences->pdata[i]));
      styr_table_set_text (
          table, row, "text", styr_record_get_text (self->differences->pdata[i], "text"));
    }
  return styr_workspace_export_tables (self->workspace, tables, title, NULL, path, error);
}

/* The window */

static GPtrArray *
new_options (StyrModelCompareWindow *self)
{
  GListModel *models = styr_workspace_get_models (self->workspace);
  GPtrArray *options = styr_options_new ();

  for (guint i = 0; i < g_list_model_get_n_items (models); i++)
    {
      g_autoptr (StyrRecord) version = g_list_model_get_item (models, i);
      g_autofree char *title = styr_model_version_dup_title (version);
      g_autofree char *status = styr_model_version_dup_status (version);
      g_autofree char *label = g_strdup_printf ("%s (%s)", title, status);

      styr_options_add (options, styr_record_get_id (version), label, NULL);
    }
  return options;
}

static GtkWidget *
add_choice (StyrModelCompareWindow *self, GtkWidget *group, const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = styr_choice_button_new (_ ("Choose…"));

  styr_choice_button_set_options (STYR_CHOICE_BUTTON (button), new_options (self));
  styr_choice_button_set_name_text (STYR_CHOICE_BUTTON (button), title);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_object (button, "chosen", G_CALLBACK (compare), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_header (StyrModelCompareWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *export = gtk_button_new_with_mnemonic (_ ("_Export…"));

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (_ ("Compare versions"), NULL));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), export);
  g_signal_connect_object (export, "clicked", G_CALLBACK (export_cb), self, G_CONNECT_SWAPPED);
  return header;
}

static void
build (StyrModelCompareWindow *self)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *group = adw_preferences_group_new ();

  self->before = add_choice (self, group, _ ("Before"));
  self->after = add_choice (self, group, _ ("After"));
  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_label_set_wrap (GTK_LABEL (self->count), TRUE);
  gtk_widget_add_css_class (self->count, "heading");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (inner), group);
  gtk_box_append (GTK_BOX (inner), self->count);
  gtk_box_append (GTK_BOX (inner), self->box);
  gtk_widget_add_css_class (inner, "styr-dialog");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), LIST_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), inner);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (outer), make_header (self));
  gtk_box_append (GTK_BOX (outer), scroller);
  adw_window_set_content (ADW_WINDOW (self), outer);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Compare versions"));
}

static void
styr_model_compare_window_dispose (GObject *object)
{
  StyrModelCompareWindow *self = STYR_MODEL_COMPARE_WINDOW (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->page);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  G_OBJECT_CLASS (styr_model_compare_window_parent_class)->dispose (object);
}

static void
styr_model_compare_window_class_init (StyrModelCompareWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = styr_model_compare_window_dispose;
  gtk_widget_class_add_binding_action (
      GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
styr_model_compare_window_init (StyrModelCompareWindow *self)
{
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 760, 640);
}

/**
 * styr_model_compare_window_new:
 * @parent: a widget in the window
 * @model_id: the version that is compared with the one in force; when it is that itself, with the
 * next one
 *
 * Returns: (transfer none): the window; present it
 */
GtkWidget *
styr_model_compare_window_new (GtkWidget *parent, StyrWorkspace *workspace, const char *model_id)
{
  StyrModelCompareWindow *self;
  GtkRoot *root;
  const char *before;

  g_return_val_if_fail (GTK_IS_WIDGET (parent) && STYR_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (model_id != NULL, NULL);

  self = g_object_new (STYR_TYPE_MODEL_COMPARE_WINDOW, NULL);
  self->workspace = g_object_ref (workspace);
  self->page = g_object_ref (parent);
  root = gtk_widget_get_root (parent);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  build (self);
  before = styr_workspace_get_current_model_id (workspace);
  if (g_strcmp0 (before, model_id) == 0)
    {
      GListModel *models = styr_workspace_get_models (workspace);

      for (guint i = 0; i < g_list_model_get_n_items (models); i++)
        {
          g_autoptr (StyrRecord) version = g_list_model_get_item (models, i);

          if (g_strcmp0 (styr_record_get_id (version), model_id) != 0)
            {
              styr_model_compare_window_choose (self, model_id, styr_record_get_id (version));
              return GTK_WIDGET (self);
            }
        }
    }
  styr_model_compare_window_choose (self, before != NULL ? before : model_id, model_id);
  return GTK_WIDGET (self);
}

/** Chooses the two versions that are compared. */
void
styr_model_compare_window_choose (StyrModelCompareWindow *self,
                                  const char *before_id,
                                  const char *after_id)
{
  g_return_if_fail (STYR_IS_MODEL_COMPARE_WINDOW (self));

  styr_choice_button_set_selected (STYR_CHOICE_BUTTON (self->before), before_id);
  styr_choice_button_set_selected (STYR_CHOICE_BUTTON (self->after), after_id);
  compare (self);
}

/** Returns: how many things differ, without what says which version it is */
guint
styr_model_compare_window_get_n_differences (StyrModelCompareWindow *self)
{
  g_return_val_if_fail (STYR_IS_MODEL_COMPARE_WINDOW (self), 0);
  return count_differences (self);
}
