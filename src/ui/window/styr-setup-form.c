/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-setup-form.h"

#include "styr-dialogs.h"
#include "styr-locale.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

struct _StyrSetupForm
{
  GtkBox parent_instance;

  StyrWorkspace *workspace;
  StyrModel *model;
  gboolean tried; /* from the first try on, errors follow what is typed */

  GtkLabel *model_label;
  AdwEntryRow *name_row;
  GtkLabel *name_error;
  GtkSpinButton *year_spin;
  GtkTextView *committees_view;
  GtkLabel *committees_count;
  GtkLabel *committees_error;
  GtkWidget *create_button;
  GtkWidget *example_button;
};

G_DEFINE_FINAL_TYPE (StyrSetupForm, styr_setup_form, GTK_TYPE_BOX)

static char *
dup_name (StyrSetupForm *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
}

/* Pasted lists often have bullets or numbers: "• Barnnämnden", "3. Barnnämnden". */
static const char *
skip_bullet (const char *line)
{
  static const char *const bullets[] = { "-", "–", "•", "*", "·" };
  const char *rest = line;

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (line, bullets[i]))
      return line + strlen (bullets[i]);
  while (g_ascii_isdigit (*rest))
    rest++;
  return rest != line && (*rest == '.' || *rest == ')') ? rest + 1 : line;
}

/* The lines that say something. */
static char **
dup_committees (StyrSetupForm *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->committees_view);
  g_autoptr (GStrvBuilder) committees = g_strv_builder_new ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  lines = g_strsplit_set (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_strstrip (g_strdup (skip_bullet (g_strstrip (lines[i]))));

      if (*line != '\0')
        g_strv_builder_add (committees, line);
    }
  return g_strv_builder_end (committees);
}

static const char *
find_twice (char **committees)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; committees[i] != NULL; i++)
    if (!g_hash_table_add (seen, g_utf8_casefold (committees[i], -1)))
      return committees[i];
  return NULL;
}

static void
show_inline (GtkLabel *label, GtkWidget *widget, char *error)
{
  g_autofree char *text = error;

  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               text != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                            : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
  if (text != NULL)
    gtk_widget_add_css_class (widget, "error");
  else
    gtk_widget_remove_css_class (widget, "error");
}

/* Returns the first field with an error, or NULL. */
static GtkWidget *
check (StyrSetupForm *self)
{
  g_autofree char *name = dup_name (self);
  g_auto (GStrv) committees = dup_committees (self);
  const char *twice = find_twice (committees);
  char *wrong = NULL;
  gboolean name_is_wrong = *name == '\0';

  show_inline (self->name_error,
               GTK_WIDGET (self->name_row),
               name_is_wrong ? g_strdup (_ ("Give the municipality’s name.")) : NULL);
  if (committees[0] == NULL)
    wrong = g_strdup (_ ("Write at least one committee."));
  else if (twice != NULL)
    wrong = g_strdup_printf (_ ("“%s” is there twice."), twice);
  show_inline (self->committees_error, GTK_WIDGET (self->committees_view), g_strdup (wrong));
  if (name_is_wrong)
    {
      g_free (wrong);
      return GTK_WIDGET (self->name_row);
    }
  if (wrong == NULL)
    return NULL;
  g_free (wrong);
  return GTK_WIDGET (self->committees_view);
}

static void
edited_cb (gpointer source, StyrSetupForm *self)
{
  g_auto (GStrv) committees = dup_committees (self);
  guint n = g_strv_length (committees);
  g_autofree char *count = g_strdup_printf (ngettext ("%u committee", "%u committees", n), n);

  gtk_label_set_label (self->committees_count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->committees_count), n > 0);
  if (self->tried)
    check (self);
}

static void
create_clicked_cb (gpointer source, StyrSetupForm *self)
{
  g_autoptr (StyrSetupForm) alive = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = dup_name (self);
  g_auto (GStrv) committees = dup_committees (self);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *wrong;

  self->tried = TRUE;
  wrong = check (self);
  if (wrong != NULL)
    {
      gtk_widget_grab_focus (wrong);
      return;
    }
  gtk_spin_button_update (self->year_spin);
  /* The window goes on by itself when the workspace has got its model */
  if (!styr_workspace_set_up (self->workspace,
                              self->model,
                              name,
                              (const char *const *) committees,
                              gtk_spin_button_get_value_as_int (self->year_spin),
                              &error))
    styr_dialog_error (window, NULL, error->message);
}

static void
example_clicked_cb (gpointer source, StyrSetupForm *self)
{
  g_autoptr (StyrSetupForm) alive = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  if (!styr_workspace_set_up_example (self->workspace, styr_model_get_id (self->model), &error))
    styr_dialog_error (window, NULL, error->message);
}

static void
styr_setup_form_dispose (GObject *object)
{
  StyrSetupForm *self = STYR_SETUP_FORM (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (styr_setup_form_parent_class)->dispose (object);
}

static void
styr_setup_form_class_init (StyrSetupFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = styr_setup_form_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/styrmodell/Styrmodell/ui/styr-setup-form.ui");
  gtk_widget_class_bind_template_child (widget_class, StyrSetupForm, model_label);
  gtk_widget_class_bind_template_child (widget_class, StyrSetupForm, name_row);
  gtk_widget_class_bind_template_child (widget_class, StyrSetupForm, name_error);
  gtk_widget_class_bind_template_child (widget_class, StyrSetupForm, year_spin);
  gtk_widget_class_bind_template_child (widget_class, StyrSetupForm, committees_view);
  gtk_widget_class_bind_template_child (widget_class, StyrSetupForm, committees_count);
  gtk_widget_class_bind_template_child (widget_class, StyrSetupForm, committees_error);
  gtk_widget_class_bind_template_child (widget_class, StyrSetupForm, create_button);
  gtk_widget_class_bind_template_child (widget_class, StyrSetupForm, example_button);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, example_clicked_cb);
}

static gboolean
select_cb (gpointer data)
{
  gtk_editable_select_region (GTK_EDITABLE (data), 0, -1);
  return G_SOURCE_REMOVE;
}

/* What the model proposes is replaced by typing: chosen the first time one comes there, after the
 * row has placed the cursor. */
static void
name_entered_cb (GtkEventController *controller, StyrSetupForm *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, select_cb, g_object_ref (self->name_row), g_object_unref);
  g_signal_handlers_disconnect_by_func (controller, name_entered_cb, self);
}

static void
styr_setup_form_init (StyrSetupForm *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (
      gtk_text_view_get_buffer (self->committees_view), "changed", G_CALLBACK (edited_cb), self);
  g_signal_connect (self->name_row, "entry-activated", G_CALLBACK (create_clicked_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (name_entered_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->name_row), focus);
}

/**
 * @workspace: one without a model
 * @model: what it gets
 */
GtkWidget *
styr_setup_form_new (StyrWorkspace *workspace, StyrModel *model)
{
  StyrSetupForm *self;
  g_autofree char *text = NULL;
  const char *municipality;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (STYR_IS_MODEL (model), NULL);

  self = g_object_new (STYR_TYPE_SETUP_FORM, NULL);
  self->workspace = g_object_ref (workspace);
  self->model = g_object_ref (model);
  gtk_widget_set_visible (self->example_button,
                          styr_workspace_has_example (styr_model_get_id (model)));
  text = g_strdup_printf (_ ("You begin with the model “%s”."), styr_model_get_name (model));
  gtk_label_set_label (self->model_label, text);
  municipality = styr_model_get_municipality (model);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), municipality != NULL ? municipality : "");
  gtk_spin_button_set_value (self->year_spin, atoi (styr_workspace_get_today (workspace)));
  return GTK_WIDGET (self);
}
