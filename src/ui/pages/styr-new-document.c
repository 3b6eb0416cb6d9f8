/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-new-document.h"

#include "styr-choice-button.h"
#include "styr-names.h"
#include "styr-widget-util.h"
#include "styr-workspace-model.h"
#include "styr-workspace-organisation.h"

#include <glib/gi18n-lib.h>

/* Asks which document: type, unit, year. What the context says is chosen from the start; one that
 * exists already is opened instead. */
struct _StyrNewDocument
{
  AdwWindow parent_instance;

  StyrWorkspace *workspace;
  GtkWidget *type;
  GtkWidget *unit;
  GtkWidget *unit_row;
  GtkWidget *year;
  GtkWidget *year_row;
  GtkWidget *about;
  GtkWidget *existing_label;
  GtkWidget *create;
  char *existing;
};

G_DEFINE_FINAL_TYPE (StyrNewDocument, styr_new_document, ADW_TYPE_WINDOW)

static int
get_year (StyrNewDocument *self)
{
  const char *year = styr_choice_button_get_selected (STYR_CHOICE_BUTTON (self->year));

  return year != NULL ? (int) g_ascii_strtoll (year, NULL, 10)
                      : styr_workspace_get_year (self->workspace);
}

/* The model that a document of the year is made by */
static StyrModel *
get_model (StyrNewDocument *self)
{
  StyrModel *model = styr_workspace_find_model_for (self->workspace, NULL, get_year (self));

  return model != NULL ? model : styr_workspace_get_model (self->workspace);
}

static const StyrDocumentType *
get_type (StyrNewDocument *self)
{
  const char *id = styr_choice_button_get_selected (STYR_CHOICE_BUTTON (self->type));

  return id != NULL ? styr_model_find_document_type (get_model (self), id) : NULL;
}

static gboolean
may_produce (const StyrDocumentType *type, StyrRecord *unit)
{
  return type == NULL || type->producers->len == 0 ||
         styr_strings_contain (type->producers, styr_record_get_text (unit, "type"));
}

static gboolean
asks_unit (const StyrDocumentType *type)
{
  return type != NULL && (type->cadence == STYR_CADENCE_PER_UNIT_AND_YEAR ||
                          type->cadence == STYR_CADENCE_ON_DEMAND);
}

/* Only those of the year: one that has ended can't make a document of a later one */
static GPtrArray *
provide_units (gpointer user_data)
{
  StyrNewDocument *self = user_data;
  const StyrDocumentType *type = get_type (self);
  GListModel *units = styr_workspace_get_units (self->workspace);
  GPtrArray *options = styr_options_new ();

  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (StyrRecord) unit = g_list_model_get_item (units, i);

      if (may_produce (type, unit) && styr_unit_exists_in_year (unit, get_year (self)))
        styr_options_add (
            options, styr_record_get_id (unit), styr_record_get_text (unit, "name"), NULL);
    }
  return options;
}

/* Whether the document may be one of the whole municipality: its scopes say so, or nobody in
 * particular makes it */
static gboolean
may_be_whole (StyrNewDocument *self, const StyrDocumentType *type)
{
  static const char *const whole[] = { "municipality", "several", "officials" };
  g_autoptr (GPtrArray) units = NULL;

  if (type->cadence != STYR_CADENCE_ON_DEMAND)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    if (styr_strings_contain (type->scopes, whole[i]))
      return TRUE;
  units = provide_units (self);
  return units->len == 0 || (type->scopes->len == 0 && type->producers->len == 0);
}

static gboolean
needs_unit (StyrNewDocument *self, const StyrDocumentType *type)
{
  return asks_unit (type) && !may_be_whole (self, type);
}

static GPtrArray *
make_types (StyrNewDocument *self)
{
  StyrModel *model = get_model (self);
  GPtrArray *types = styr_model_get_document_types (model);
  GPtrArray *options = styr_options_new ();

  for (guint i = 0; i < types->len; i++)
    {
      StyrDocumentType *type = g_ptr_array_index (types, i);
      const StyrBlock *block =
          type->block != NULL ? styr_model_find_block (model, type->block) : NULL;
      g_autofree char *name = styr_name_sentence_case (type->name);

      if (styr_document_type_is_retired (type, styr_workspace_get_today (self->workspace)))
        continue;
      styr_options_add (options, type->id, name, block != NULL ? block->name : NULL);
    }
  return options;
}

static GPtrArray *
provide_years (gpointer user_data)
{
  StyrNewDocument *self = user_data;
  int year = styr_workspace_get_year (self->workspace);
  GPtrArray *options = styr_options_new ();

  for (int i = year + 3; i >= year - 3; i--)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);

      styr_options_add (options, text, text, NULL);
    }
  return options;
}

/* The unit of the context, if it makes such documents; else the only one that does */
static void
choose_unit (StyrNewDocument *self)
{
  g_autoptr (GPtrArray) options = provide_units (self);
  const char *chosen = styr_choice_button_get_selected (STYR_CHOICE_BUTTON (self->unit));

  if (chosen != NULL && styr_options_find_label (options, chosen) != NULL)
    return;
  chosen = styr_workspace_get_unit_id (self->workspace);
  if (styr_options_find_label (options, chosen) == NULL)
    chosen = options->len == 1 ? ((StyrOption *) options->pdata[0])->id : NULL;
  styr_choice_button_set_selected (STYR_CHOICE_BUTTON (self->unit), chosen);
}

static const char *
get_unit (StyrNewDocument *self)
{
  return asks_unit (get_type (self))
             ? styr_choice_button_get_selected (STYR_CHOICE_BUTTON (self->unit))
             : NULL;
}

/* Another year: the unit may not be there then */
static void
drop_unit (StyrNewDocument *self)
{
  const char *chosen = styr_choice_button_get_selected (STYR_CHOICE_BUTTON (self->unit));
  g_autoptr (GPtrArray) options = provide_units (self);

  if (chosen != NULL && styr_options_find_label (options, chosen) == NULL)
    styr_choice_button_set_selected (STYR_CHOICE_BUTTON (self->unit), NULL);
}

static void
update_existing (StyrNewDocument *self)
{
  const StyrDocumentType *type = get_type (self);
  g_autoptr (StyrDossier) dossier = NULL;
  gboolean ready;

  drop_unit (self);
  ready = type != NULL && (!needs_unit (self, type) || get_unit (self) != NULL);
  g_clear_pointer (&self->existing, g_free);
  /* of what is made when needed, there may be several */
  if (ready && type->cadence != STYR_CADENCE_ON_DEMAND)
    self->existing =
        styr_workspace_find_document (self->workspace, type->id, get_unit (self), get_year (self));
  if (self->existing != NULL)
    dossier = styr_workspace_dup_dossier (self->workspace, self->existing, NULL);
  if (dossier != NULL)
    {
      g_autofree char *text =
          g_strdup_printf (_ ("“%s” is there already. You can go on with it."),
                           styr_record_get_text (styr_dossier_get_document (dossier), "title"));

      gtk_label_set_text (GTK_LABEL (self->existing_label), text);
    }
  gtk_widget_set_visible (self->existing_label, dossier != NULL);
  gtk_button_set_label (GTK_BUTTON (self->create),
                        dossier != NULL ? C_ ("button", "_Open") : C_ ("button", "_Create"));
  gtk_widget_set_sensitive (self->create, ready);
}

/* Another type: another unit is proposed, when the one that is chosen makes no such documents */
static void
chosen_cb (StyrNewDocument *self)
{
  const StyrDocumentType *type = get_type (self);

  gtk_label_set_text (GTK_LABEL (self->about),
                      type != NULL && type->description != NULL ? type->description : "");
  gtk_widget_set_visible (self->about, type != NULL && type->description != NULL);
  gtk_widget_set_visible (self->unit_row, asks_unit (type));
  if (type != NULL)
    styr_choice_button_set_none (STYR_CHOICE_BUTTON (self->unit),
                                 may_be_whole (self, type) ? _ ("The whole municipality") : NULL);
  choose_unit (self);
  update_existing (self);
}

/* Another year may have another model, and so other types */
static void
year_cb (StyrNewDocument *self)
{
  styr_choice_button_set_options (STYR_CHOICE_BUTTON (self->type), make_types (self));
  if (get_type (self) == NULL)
    styr_choice_button_set_selected (STYR_CHOICE_BUTTON (self->type), NULL);
  chosen_cb (self);
}

static void
create_cb (StyrNewDocument *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  const StyrDocumentType *type = get_type (self);
  const char *unit = get_unit (self);

  if (type == NULL || parent == NULL)
    return;
  if (self->existing != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.open-document", "s", self->existing);
  else
    gtk_widget_activate_action (GTK_WIDGET (parent),
                                "win.new-document",
                                "(ssi)",
                                type->id,
                                unit != NULL ? unit : "",
                                get_year (self));
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
add_choice (StyrNewDocument *self, GtkWidget *group, const char *title, GtkWidget **choice)
{
  GtkWidget *row = adw_action_row_new ();

  *choice = styr_choice_button_new (_ ("Choose…"));
  styr_choice_button_set_name_text (STYR_CHOICE_BUTTON (*choice), title);
  gtk_widget_set_valign (*choice, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (*choice, FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), *choice);
  /* one stop for the keyboard, not the row and its button */
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_signal_connect_object (*choice,
                           "chosen",
                           choice == &self->type   ? G_CALLBACK (chosen_cb)
                           : choice == &self->year ? G_CALLBACK (year_cb)
                                                   : G_CALLBACK (update_existing),
                           self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static GtkWidget *
make_header (StyrNewDocument *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->create = gtk_button_new_with_mnemonic (C_ ("button", "_Create"));
  gtk_widget_add_css_class (self->create, "suggested-action");
  g_signal_connect_object (
      cancel, "clicked", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->create, "clicked", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->create);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (_ ("New document"), NULL));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->create);
  return header;
}

static GtkWidget *
make_content (StyrNewDocument *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *group = adw_preferences_group_new ();

  gtk_box_append (GTK_BOX (box), make_header (self));
  add_choice (self, group, _ ("Type"), &self->type);
  self->unit_row = add_choice (self, group, _ ("Unit"), &self->unit);
  self->year_row = add_choice (self, group, _ ("Year"), &self->year);
  self->about = styr_quiet_label_new (NULL);
  self->existing_label = styr_wrapping_label_new (NULL, NULL);
  gtk_box_append (GTK_BOX (inner), group);
  gtk_box_append (GTK_BOX (inner), self->about);
  gtk_box_append (GTK_BOX (inner), self->existing_label);
  gtk_widget_add_css_class (inner, "styr-dialog");
  gtk_box_append (GTK_BOX (box), inner);
  return box;
}

/* What the unit of the context makes each year is the likeliest */
static const char *
guess_type (StyrNewDocument *self)
{
  GPtrArray *types = styr_model_get_document_types (get_model (self));
  StyrRecord *unit =
      styr_workspace_get_unit_id (self->workspace) != NULL
          ? styr_workspace_find_unit (self->workspace, styr_workspace_get_unit_id (self->workspace))
          : NULL;

  for (guint i = 0; unit != NULL && i < types->len; i++)
    {
      StyrDocumentType *type = g_ptr_array_index (types, i);

      if (type->cadence == STYR_CADENCE_PER_UNIT_AND_YEAR && may_produce (type, unit) &&
          !styr_document_type_is_retired (type, styr_workspace_get_today (self->workspace)))
        return type->id;
    }
  return NULL;
}

static void
styr_new_document_dispose (GObject *object)
{
  g_clear_object (&STYR_NEW_DOCUMENT (object)->workspace);
  g_clear_pointer (&STYR_NEW_DOCUMENT (object)->existing, g_free);
  G_OBJECT_CLASS (styr_new_document_parent_class)->dispose (object);
}

static void
styr_new_document_class_init (StyrNewDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = styr_new_document_dispose;
  gtk_widget_class_add_binding_action (
      GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (
      GTK_WIDGET_CLASS (klass), GDK_KEY_Return, GDK_CONTROL_MASK, "default.activate", NULL);
}

static void
styr_new_document_init (StyrNewDocument *self)
{
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, -1);
  gtk_window_set_title (GTK_WINDOW (self), _ ("New document"));
}

/**
 * styr_new_document_new:
 * @workspace: the open database
 *
 * Returns: (transfer none): a window that asks which document to make; set its parent window and
 * present it
 */
GtkWidget *
styr_new_document_new (StyrWorkspace *workspace)
{
  StyrNewDocument *self;
  g_autofree char *year = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (STYR_TYPE_NEW_DOCUMENT, NULL);
  self->workspace = g_object_ref (workspace);
  adw_window_set_content (ADW_WINDOW (self), make_content (self));
  year = g_strdup_printf ("%d", styr_workspace_get_year (workspace));
  styr_choice_button_set_options (STYR_CHOICE_BUTTON (self->type), make_types (self));
  styr_choice_button_set_provider (
      STYR_CHOICE_BUTTON (self->unit), provide_units, NULL, self, NULL);
  styr_choice_button_set_provider (
      STYR_CHOICE_BUTTON (self->year), provide_years, NULL, self, NULL);
  styr_choice_button_set_selected (STYR_CHOICE_BUTTON (self->year), year);
  styr_choice_button_set_selected (STYR_CHOICE_BUTTON (self->type), guess_type (self));
  gtk_window_set_focus (GTK_WINDOW (self), self->type);
  chosen_cb (self);
  return GTK_WIDGET (self);
}
