/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-first-run.h"

#include "styr-dialogs.h"
#include "styr-file-dialog.h"
#include "styr-model-card.h"
#include "styr-picture-file.h"
#include "styr-scene.h"
#include "styr-setup-form.h"
#include "styr-workspace-model.h"

#include <glib/gi18n-lib.h>

struct _StyrFirstRun
{
  GtkBox parent_instance;

  StyrWorkspace *workspace;
  char *example_package;
  GtkWidget *last_card; /* where the focus goes on the way back */

  GtkStack *steps;
  GtkWidget *back_button;
  GtkWidget *example_button;
  GtkWidget *example_note;
  GtkBox *cards;
};

G_DEFINE_FINAL_TYPE (StyrFirstRun, styr_first_run, GTK_TYPE_BOX)

static GtkWindow *
get_window (StyrFirstRun *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* Steps */

static void
back_clicked_cb (GtkButton *button, StyrFirstRun *self)
{
  GtkWidget *form = gtk_stack_get_visible_child (self->steps);

  gtk_stack_set_visible_child_name (self->steps, "choose");
  gtk_widget_set_visible (self->back_button, FALSE);
  gtk_stack_remove (self->steps, form);
  gtk_widget_grab_focus (self->last_card != NULL ? self->last_card : self->example_button);
}

static void
show_form (StyrFirstRun *self, StyrModel *model)
{
  GtkWidget *form = styr_setup_form_new (self->workspace, model);

  gtk_stack_add_named (self->steps, form, "form");
  gtk_stack_set_visible_child (self->steps, form);
  gtk_widget_set_visible (self->back_button, TRUE);
  gtk_widget_child_focus (form, GTK_DIR_TAB_FORWARD);
}

static void
use_package (StyrFirstRun *self, const char *name_or_path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrModel) model = styr_workspace_load_package (name_or_path, &error);

  if (model == NULL)
    styr_dialog_error (get_window (self), _ ("The model can’t be used"), error->message);
  else
    show_form (self, model);
}

static void
package_clicked_cb (GtkWidget *card, StyrFirstRun *self)
{
  self->last_card = card;
  use_package (self, g_object_get_data (G_OBJECT (card), "styr-package"));
}

static void
empty_clicked_cb (GtkWidget *card, StyrFirstRun *self)
{
  g_autoptr (StyrModel) model = styr_workspace_new_empty_model ();

  self->last_card = card;
  show_form (self, model);
}

typedef struct
{
  StyrFirstRun *first_run;
  char *path;
} Chosen;

static void
chosen_free (gpointer data)
{
  Chosen *chosen = data;

  g_object_unref (chosen->first_run);
  g_free (chosen->path);
  g_free (chosen);
}

static void
use_chosen (gpointer data)
{
  Chosen *chosen = data;

  use_package (chosen->first_run, chosen->path);
}

/* What a file is, before anything is made of it */
static char *
dup_about (StyrRecord *preview)
{
  static const char *const columns[] = { "municipality", "description", "counts" };
  GString *about = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (styr_record_has (preview, columns[i]))
      g_string_append_printf (
          about, "%s%s", about->len > 0 ? "\n\n" : "", styr_record_get_text (preview, columns[i]));
  return g_string_free (about, FALSE);
}

static void
file_chosen_cb (const char *path, gpointer user_data)
{
  StyrFirstRun *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrRecord) preview = styr_workspace_preview_import (self->workspace, path, &error);
  g_autofree char *about = NULL;
  Chosen *chosen;

  if (preview == NULL)
    {
      styr_dialog_error (get_window (self), _ ("The model can’t be used"), error->message);
      return;
    }
  about = dup_about (preview);
  chosen = g_new0 (Chosen, 1);
  chosen->first_run = g_object_ref (self);
  chosen->path = g_strdup (path);
  styr_dialog_confirm (get_window (self),
                       styr_record_get_text (preview, "name"),
                       about,
                       _ ("_Use this model"),
                       FALSE,
                       use_chosen,
                       chosen,
                       chosen_free);
}

static void
file_clicked_cb (GtkWidget *card, StyrFirstRun *self)
{
  static const char *const patterns[] = { "*.styrmodell", "*.json", NULL };
  StyrFileKind kind = { _ ("Open a model"), NULL, _ ("Steering models"), patterns };

  self->last_card = card;
  styr_file_dialog_open (get_window (self), &kind, file_chosen_cb, self);
}

static void
example_clicked_cb (GtkButton *button, StyrFirstRun *self)
{
  g_autoptr (StyrFirstRun) alive = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  GtkWindow *window = get_window (self);

  if (!styr_workspace_set_up_example (self->workspace, self->example_package, &error))
    styr_dialog_error (window, NULL, error->message);
}

/* Cards */

static void
draw_picture (StyrModelCard *card, StyrModel *model)
{
  GPtrArray *pictures = styr_model_get_pictures (model);
  const StyrPicture *picture = pictures->len > 0 ? g_ptr_array_index (pictures, 0) : NULL;
  g_autoptr (StyrScene) scene = NULL;
  g_autoptr (GBytes) png = NULL;

  if (picture == NULL)
    return;
  scene = styr_picture_layout (model, picture->id, NULL);
  /* Twice the size that is shown, for screens with small pixels */
  png = scene != NULL
            ? styr_picture_to_png (
                  scene, picture->base_tint, 336 / MAX (styr_scene_get_width (scene), 1), NULL)
            : NULL;
  if (png != NULL)
    styr_model_card_set_picture (card, png, picture->title);
}

/* The pictures come when the window is already there. */
static gboolean
draw_pictures_cb (gpointer data)
{
  StyrFirstRun *self = data;

  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    {
      const char *package = g_object_get_data (G_OBJECT (card), "styr-package");
      g_autoptr (StyrModel) model =
          package != NULL ? styr_workspace_load_package (package, NULL) : NULL;

      if (model != NULL)
        draw_picture (STYR_MODEL_CARD (card), model);
    }
  return G_SOURCE_REMOVE;
}

static void
add_package (StyrFirstRun *self, StyrRecord *package)
{
  GtkWidget *card = styr_model_card_new ("styr-pyramid-symbolic",
                                         styr_record_get_text (package, "name"),
                                         styr_record_get_text (package, "description"));

  /* the path: a file that can't be read may have taken the place of the id */
  g_object_set_data_full (
      G_OBJECT (card), "styr-package", g_strdup (styr_record_get_text (package, "path")), g_free);
  g_signal_connect (card, "clicked", G_CALLBACK (package_clicked_cb), self);
  gtk_box_append (self->cards, card);
}

/* A file among the models that can't be used: it says what is to be mended. */
static void
add_fault (StyrFirstRun *self, StyrRecord *package)
{
  GtkWidget *card = styr_model_card_new ("dialog-warning-symbolic",
                                         styr_record_get_text (package, "name"),
                                         styr_record_get_text (package, "fault"));

  gtk_widget_set_sensitive (card, FALSE);
  gtk_box_append (self->cards, card);
}

static void
add_card (StyrFirstRun *self, const char *icon, const char *title, const char *text, GCallback func)
{
  GtkWidget *card = styr_model_card_new (icon, title, text);

  g_signal_connect (card, "clicked", func, self);
  gtk_box_append (self->cards, card);
}

static void
add_cards (StyrFirstRun *self)
{
  g_autoptr (GListModel) packages = styr_workspace_list_packages ();
  guint n_packages = g_list_model_get_n_items (packages);

  for (guint i = 0; i < n_packages; i++)
    {
      g_autoptr (StyrRecord) package = g_list_model_get_item (packages, i);

      if (styr_record_has (package, "fault"))
        add_fault (self, package);
      else
        add_package (self, package);
    }
  add_card (self,
            "document-open-symbolic",
            _ ("Open a file…"),
            _ ("A model that a colleague or another municipality has exported."),
            G_CALLBACK (file_clicked_cb));
  add_card (self,
            "list-add-symbolic",
            _ ("Empty model"),
            _ ("Only the municipality and its committees; blocks and documents come later."),
            G_CALLBACK (empty_clicked_cb));
}

static void
styr_first_run_dispose (GObject *object)
{
  StyrFirstRun *self = STYR_FIRST_RUN (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->example_package, g_free);

  G_OBJECT_CLASS (styr_first_run_parent_class)->dispose (object);
}

static void
styr_first_run_class_init (StyrFirstRunClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = styr_first_run_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/styrmodell/Styrmodell/ui/styr-first-run.ui");
  gtk_widget_class_bind_template_child (widget_class, StyrFirstRun, steps);
  gtk_widget_class_bind_template_child (widget_class, StyrFirstRun, back_button);
  gtk_widget_class_bind_template_child (widget_class, StyrFirstRun, example_button);
  gtk_widget_class_bind_template_child (widget_class, StyrFirstRun, example_note);
  gtk_widget_class_bind_template_child (widget_class, StyrFirstRun, cards);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, example_clicked_cb);
}

static void
styr_first_run_init (StyrFirstRun *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * @workspace: one without a model; when it has got one, the window goes on
 */
GtkWidget *
styr_first_run_new (StyrWorkspace *workspace)
{
  StyrFirstRun *self;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (STYR_TYPE_FIRST_RUN, NULL);
  self->workspace = g_object_ref (workspace);
  self->example_package = styr_workspace_dup_first_example ();
  add_cards (self);
  gtk_widget_set_visible (self->example_button, self->example_package != NULL);
  gtk_widget_set_visible (self->example_note, self->example_package != NULL);
  g_idle_add_full (G_PRIORITY_LOW, draw_pictures_cb, g_object_ref (self), g_object_unref);
  return GTK_WIDGET (self);
}

/**
 * Goes on with the model in the file at @path, or says what is wrong with it.
 */
void
styr_first_run_open_file (StyrFirstRun *self, const char *path)
{
  g_return_if_fail (STYR_IS_FIRST_RUN (self));
  g_return_if_fail (path != NULL);

  use_package (self, path);
}
