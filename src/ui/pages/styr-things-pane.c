/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-things-pane.h"

#include "styr-thing-row.h"

#include <glib/gi18n-lib.h>

/**
 * StyrThingsPane:
 *
 * The things behind a number of the wheel: what is counted, how many are done, and a row for each.
 * What isn't done comes first. The length of the list is the number that was clicked.
 */
struct _StyrThingsPane
{
  AdwBin parent_instance;

  GtkLabel *introduction, *sum, *empty;
  GtkListBox *list;
  guint n_things;
};

G_DEFINE_FINAL_TYPE (StyrThingsPane, styr_things_pane, ADW_TYPE_BIN)

static void
styr_things_pane_class_init (StyrThingsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/styrmodell/Styrmodell/ui/styr-things-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, StyrThingsPane, introduction);
  gtk_widget_class_bind_template_child (widget_class, StyrThingsPane, sum);
  gtk_widget_class_bind_template_child (widget_class, StyrThingsPane, empty);
  gtk_widget_class_bind_template_child (widget_class, StyrThingsPane, list);
}

static void
styr_things_pane_init (StyrThingsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static guint
append_things (StyrThingsPane *self, StyrWorkspace *workspace, GPtrArray *things, gboolean done)
{
  guint n = 0;

  for (guint i = 0; i < things->len; i++)
    {
      StyrRecord *thing = g_ptr_array_index (things, i);

      if (styr_record_get_flag (thing, "done") != done)
        continue;
      gtk_list_box_append (self->list, styr_thing_row_new (thing, workspace));
      n++;
    }
  return n;
}

/**
 * styr_things_pane_set_things:
 * @self: a pane
 * @workspace: where the things come from
 * @things: (element-type StyrRecord): what to list
 * @introduction: (nullable): what they are
 * @empty_text: what is said when there are none
 *
 * Shows another list.
 */
void
styr_things_pane_set_things (StyrThingsPane *self,
                             StyrWorkspace *workspace,
                             GPtrArray *things,
                             const char *introduction,
                             const char *empty_text)
{
  g_autofree char *sum = NULL;
  GtkWidget *child;
  guint n_done;

  g_return_if_fail (STYR_IS_THINGS_PANE (self));
  g_return_if_fail (STYR_IS_WORKSPACE (workspace));
  g_return_if_fail (things != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  append_things (self, workspace, things, FALSE);
  n_done = append_things (self, workspace, things, TRUE);
  self->n_things = things->len;
  /* Translators: "3 av 7 klara" */
  sum = g_strdup_printf (_ ("%u of %u done"), n_done, things->len);
  gtk_label_set_label (self->sum, sum);
  gtk_label_set_label (self->introduction, introduction != NULL ? introduction : "");
  gtk_label_set_label (self->empty, empty_text);
  gtk_widget_set_visible (GTK_WIDGET (self->introduction), introduction != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->sum), things->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), things->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), things->len == 0);
}

/**
 * styr_things_pane_get_n_things:
 * @self: a pane
 *
 * Returns: how many things are listed
 */
guint
styr_things_pane_get_n_things (StyrThingsPane *self)
{
  g_return_val_if_fail (STYR_IS_THINGS_PANE (self), 0);

  return self->n_things;
}
