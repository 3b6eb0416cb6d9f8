/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-register-bars.h"

#include <glib/gi18n-lib.h>

#define BAR_HEIGHT 56
#define BAR_WIDTH 44

typedef struct
{
  GtkToggleButton *button;
  GtkWidget *bar;
  GtkLabel *number;
  guint count;
} Bar;

struct _StyrRegisterBars
{
  GtkBox parent_instance;

  const StyrRegisterKind *kind;
  Bar *bars;
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (StyrRegisterBars, styr_register_bars, GTK_TYPE_BOX)

static guint signals[N_SIGNALS];

static void
toggled_cb (StyrRegisterBars *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_bar (StyrRegisterBars *self, guint index)
{
  Bar *bar = &self->bars[index];
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (_ (self->kind->bars[index].label));

  bar->button = GTK_TOGGLE_BUTTON (button);
  bar->number = GTK_LABEL (gtk_label_new (NULL));
  bar->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (bar->bar, "styr-bar");
  gtk_widget_add_css_class (GTK_WIDGET (bar->number), "numeric");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_halign (bar->bar, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (bar->number), GTK_ALIGN_END);
  gtk_widget_set_vexpand (GTK_WIDGET (bar->number), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (bar->number));
  gtk_box_append (GTK_BOX (box), bar->bar);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "styr-bar-button");
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self), button);
}

static void
styr_register_bars_finalize (GObject *object)
{
  g_free (STYR_REGISTER_BARS (object)->bars);
  G_OBJECT_CLASS (styr_register_bars_parent_class)->finalize (object);
}

static void
styr_register_bars_class_init (StyrRegisterBarsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = styr_register_bars_finalize;
  signals[CHANGED] = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
styr_register_bars_init (StyrRegisterBars *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

/** Returns: (transfer floating): the bars of a register that has some */
GtkWidget *
styr_register_bars_new (const StyrRegisterKind *kind)
{
  StyrRegisterBars *self;
  GtkWidget *title;

  g_return_val_if_fail (kind != NULL && kind->n_bars > 0, NULL);

  self = g_object_new (STYR_TYPE_REGISTER_BARS, NULL);
  self->kind = kind;
  self->bars = g_new0 (Bar, kind->n_bars);
  title = gtk_label_new (_ (kind->bars_title));
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_margin_end (title, 12);
  gtk_box_append (GTK_BOX (self), title);
  for (guint i = 0; i < kind->n_bars; i++)
    add_bar (self, i);
  return GTK_WIDGET (self);
}

/** Counts the rows of each class and draws the bars as high as the numbers say. */
void
styr_register_bars_count (StyrRegisterBars *self, StyrWorkspace *workspace, GListModel *records)
{
  guint most = 1;

  g_return_if_fail (STYR_IS_REGISTER_BARS (self) && G_IS_LIST_MODEL (records));

  for (guint i = 0; i < self->kind->n_bars; i++)
    {
      self->bars[i].count = 0;
      for (guint j = 0; j < g_list_model_get_n_items (records); j++)
        {
          g_autoptr (StyrRecord) record = g_list_model_get_item (records, j);

          self->bars[i].count += self->kind->bars[i].matches (workspace, record);
        }
      most = MAX (most, self->bars[i].count);
    }
  for (guint i = 0; i < self->kind->n_bars; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", self->bars[i].count);
      g_autofree char *name = g_strdup_printf (
          "%s %s: %s", _ (self->kind->bars_title), _ (self->kind->bars[i].label), number);

      gtk_label_set_text (self->bars[i].number, number);
      gtk_widget_set_size_request (
          self->bars[i].bar, BAR_WIDTH, MAX (2, (int) (BAR_HEIGHT * self->bars[i].count / most)));
      gtk_widget_set_sensitive (GTK_WIDGET (self->bars[i].button), self->bars[i].count > 0);
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (self->bars[i].button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

/** Whether the row belongs to a class that is pressed; with none pressed every row does. */
gboolean
styr_register_bars_fits (StyrRegisterBars *self, StyrWorkspace *workspace, StyrRecord *record)
{
  gboolean any = FALSE;

  g_return_val_if_fail (STYR_IS_REGISTER_BARS (self), TRUE);

  for (guint i = 0; i < self->kind->n_bars; i++)
    if (gtk_toggle_button_get_active (self->bars[i].button))
      {
        if (self->kind->bars[i].matches (workspace, record))
          return TRUE;
        any = TRUE;
      }
  return !any;
}

/** Returns: (transfer full) (nullable): the classes that are pressed; NULL with none */
char *
styr_register_bars_dup_chosen (StyrRegisterBars *self)
{
  GString *chosen = NULL;

  g_return_val_if_fail (STYR_IS_REGISTER_BARS (self), NULL);

  for (guint i = 0; i < self->kind->n_bars; i++)
    if (gtk_toggle_button_get_active (self->bars[i].button))
      {
        const char *label = _ (self->kind->bars[i].label);

        if (chosen == NULL)
          chosen = g_string_new (label);
        else
          g_string_append_printf (chosen, ", %s", label);
      }
  return chosen != NULL ? g_string_free (chosen, FALSE) : NULL;
}

/** Lets every bar go. */
void
styr_register_bars_clear (StyrRegisterBars *self)
{
  g_return_if_fail (STYR_IS_REGISTER_BARS (self));

  for (guint i = 0; i < self->kind->n_bars; i++)
    gtk_toggle_button_set_active (self->bars[i].button, FALSE);
}
