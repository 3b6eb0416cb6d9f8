/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-band.h"

#include "styr-widget-util.h"
#include "styr-workspace-model.h"

#include <glib/gi18n-lib.h>

/* Lives as long as the band, whose parts are borrowed. */
typedef struct
{
  StyrWorkspace *workspace;
  GtkWidget *box, *label;
} Band;

static void
follow_cb (Band *band)
{
  StyrModel *model = styr_workspace_get_model (band->workspace);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (
      band->box, model != NULL && g_strcmp0 (styr_model_get_text (model, "status"), "draft") != 0);
  if (model == NULL)
    return;
  text = g_strdup_printf (_ ("You are changing the model %s, which is in force. Every change is "
                             "saved and can be undone."),
                          styr_model_get_name (model));
  gtk_label_set_text (GTK_LABEL (band->label), text);
}

static void
clicked_cb (GtkWidget *button, Band *band)
{
  styr_model_band_make_version (button, band->workspace);
}

static void
free_band_cb (gpointer data, GObject *box)
{
  Band *band = data;

  g_signal_handlers_disconnect_by_data (band->workspace, band);
  g_object_unref (band->workspace);
  g_free (band);
}

/**
 * styr_model_band_new:
 * @workspace: the workspace
 *
 * Says above a form that the model shown is decided, and offers a new version of it. It isn't seen
 * while the model is a draft.
 *
 * Returns: (transfer floating): the band
 */
GtkWidget *
styr_model_band_new (StyrWorkspace *workspace)
{
  Band *band = g_new0 (Band, 1);
  GtkWidget *button = gtk_button_new_with_label (_ ("Make a new version instead"));

  band->workspace = g_object_ref (workspace);
  band->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  band->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (band->label), 0);
  gtk_label_set_wrap (GTK_LABEL (band->label), TRUE);
  gtk_widget_set_hexpand (band->label, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (band->box, "styr-decided");
  gtk_widget_add_css_class (band->box, "in-force");
  gtk_box_append (GTK_BOX (band->box), band->label);
  gtk_box_append (GTK_BOX (band->box), button);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), band);
  g_signal_connect_swapped (workspace, "notify::model", G_CALLBACK (follow_cb), band);
  g_object_weak_ref (G_OBJECT (band->box), free_band_cb, band);
  follow_cb (band);
  return band->box;
}

/**
 * styr_model_band_make_version:
 * @widget: where it is asked for; errors and the toast are shown in its window
 * @workspace: the workspace
 *
 * Makes a draft of the shown model and shows that instead.
 */
void
styr_model_band_make_version (GtkWidget *widget, StyrWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *version =
      g_strdup_printf (_ ("Draft of %s"), styr_workspace_get_today (workspace));
  g_autofree char *id = styr_workspace_new_model_version (
      workspace, styr_workspace_get_model_id (workspace), version, &error);

  if (id == NULL || !styr_workspace_show_model (workspace, id, &error))
    styr_widget_show_error (widget, error->message);
  else
    styr_widget_show_toast (widget, _ ("You are changing a new version, a draft."), FALSE);
}
