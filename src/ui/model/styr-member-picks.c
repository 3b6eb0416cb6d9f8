/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-member-picks.h"

#include "styr-in-sight.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

/*
 * Several chosen of those there are: a button that names the chosen ones and opens a list with
 * boxes to tick. What is ticked later stands later; where the order means something the list shows
 * the chosen ones first, in order, with buttons that move them.
 */
struct _StyrMemberPicks
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *popover;
  GtkWidget *list;
  GPtrArray *ids;
  GPtrArray *options;
  StyrOptionsFunc provider;
  gpointer provider_data;
  GDestroyNotify provider_destroy;
  gboolean ordered;
  char *name;
  const char *none; /* what it is called when nothing is chosen; static; NULL: none */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StyrMemberPicks, styr_member_picks, GTK_TYPE_WIDGET)

static void fill_list (StyrMemberPicks *self, const char *focus_id, const char *focus_name);

static void
load_options (StyrMemberPicks *self)
{
  g_clear_pointer (&self->options, g_ptr_array_unref);
  self->options = self->provider (self->provider_data);
}

static void
update_label (StyrMemberPicks *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  load_options (self);
  for (guint i = 0; i < self->ids->len; i++)
    {
      const char *label = styr_options_find_label (self->options, self->ids->pdata[i]);

      g_string_append_printf (text,
                              "%s%s",
                              i > 0 ? (self->ordered ? " → " : ", ") : "",
                              label != NULL ? label : (char *) self->ids->pdata[i]);
    }
  if (self->ids->len == 0)
    {
      g_string_assign (text, self->none != NULL ? self->none : C_ ("model", "None"));
      gtk_widget_add_css_class (self->label, "dim-label");
    }
  else
    gtk_widget_remove_css_class (self->label, "dim-label");
  gtk_label_set_text (GTK_LABEL (self->label), text->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->name != NULL ? self->name : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text->str,
                                  -1);
}

static int
find_id (StyrMemberPicks *self, const char *id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_strcmp0 (self->ids->pdata[i], id) == 0)
      return (int) i;
  return -1;
}

static void
changed (StyrMemberPicks *self)
{
  update_label (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
toggled_cb (GtkCheckButton *check, StyrMemberPicks *self)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (check), "styr-id"));
  int index = find_id (self, id);

  if (gtk_check_button_get_active (check) == (index >= 0))
    return;
  if (index >= 0)
    g_ptr_array_remove_index (self->ids, (guint) index);
  else
    g_ptr_array_add (self->ids, g_strdup (id));
  changed (self);
  if (self->ordered && self->list != NULL)
    fill_list (self, id, NULL);
}

static void
move_cb (GtkWidget *button, StyrMemberPicks *self)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "styr-id"));
  int index = find_id (self, id);
  const char *icon = gtk_button_get_icon_name (GTK_BUTTON (button));
  g_autofree char *name = g_strdup (icon);
  int other = g_str_has_prefix (icon, "go-up") ? index - 1 : index + 1;
  gpointer swap;

  if (index < 0 || other < 0 || other >= (int) self->ids->len)
    return;
  swap = self->ids->pdata[index];
  self->ids->pdata[index] = self->ids->pdata[other];
  self->ids->pdata[other] = swap;
  changed (self);
  fill_list (self, id, name);
}

static GtkWidget *
make_mover (StyrMemberPicks *self, const char *icon, const char *name, const char *id)
{
  GtkWidget *button = styr_icon_button_new (icon, name);

  g_object_set_data_full (G_OBJECT (button), "styr-id", g_strdup (id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (move_cb), self);
  return button;
}

static void
append_option (StyrMemberPicks *self,
               const char *id,
               const char *text,
               const char *focus_id,
               const char *focus_icon)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_check_button_new_with_label (text);
  gboolean chosen = find_id (self, id) >= 0;
  gboolean wanted = focus_id != NULL && g_strcmp0 (id, focus_id) == 0;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_widget_add_css_class (check, "styr-option");
  g_object_set_data_full (G_OBJECT (check), "styr-id", g_strdup (id), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (self->list), row);
  if (wanted && focus_icon == NULL)
    gtk_widget_grab_focus (check);
  if (!self->ordered || !chosen)
    return;
  gtk_box_append (GTK_BOX (row), make_mover (self, "go-up-symbolic", C_ ("model", "Earlier"), id));
  gtk_box_append (GTK_BOX (row), make_mover (self, "go-down-symbolic", C_ ("model", "Later"), id));
  if (wanted && focus_icon != NULL)
    gtk_widget_grab_focus (g_str_equal (focus_icon, "go-up-symbolic")
                               ? gtk_widget_get_prev_sibling (gtk_widget_get_last_child (row))
                               : gtk_widget_get_last_child (row));
}

static void
fill_list (StyrMemberPicks *self, const char *focus_id, const char *focus_icon)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  if (self->ordered)
    for (guint i = 0; i < self->ids->len; i++)
      {
        const char *label = styr_options_find_label (self->options, self->ids->pdata[i]);

        append_option (self,
                       self->ids->pdata[i],
                       label != NULL ? label : self->ids->pdata[i],
                       focus_id,
                       focus_icon);
      }
  for (guint i = 0; i < self->options->len; i++)
    {
      const StyrOption *option = self->options->pdata[i];

      if (!self->ordered || find_id (self, option->id) < 0)
        append_option (self, option->id, option->label, focus_id, focus_icon);
    }
  if (gtk_widget_get_first_child (self->list) == NULL)
    gtk_box_append (GTK_BOX (self->list),
                    styr_quiet_label_new (_ ("There is nothing to choose yet.")));
}

static void
closed_cb (GtkPopover *popover, StyrMemberPicks *self)
{
  gtk_popover_set_child (popover, NULL);
  self->list = NULL;
  /* what had the keyboard is gone */
  gtk_widget_grab_focus (self->button);
}

static void
open_list (gpointer data)
{
  StyrMemberPicks *self = data;
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  load_options (self);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  fill_list (self, NULL, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_new ();
      gtk_widget_add_css_class (self->popover, "styr-choice");
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect (self->popover, "closed", G_CALLBACK (closed_cb), self);
    }
  gtk_popover_set_child (GTK_POPOVER (self->popover), scrolled);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  /* a popover moves the focus into itself, and would now go on to the second */
  if (gtk_widget_get_focus_child (self->list) == NULL)
    gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static void
open_cb (GtkButton *button, StyrMemberPicks *self)
{
  styr_in_sight_call (GTK_WIDGET (self), open_list, self);
}

static gboolean
styr_member_picks_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (STYR_MEMBER_PICKS (widget)->button);
}

static void
styr_member_picks_dispose (GObject *object)
{
  StyrMemberPicks *self = STYR_MEMBER_PICKS (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  if (self->provider_destroy != NULL)
    self->provider_destroy (g_steal_pointer (&self->provider_data));
  self->provider_destroy = NULL;
  G_OBJECT_CLASS (styr_member_picks_parent_class)->dispose (object);
}

static void
styr_member_picks_finalize (GObject *object)
{
  StyrMemberPicks *self = STYR_MEMBER_PICKS (object);

  g_clear_pointer (&self->options, g_ptr_array_unref);
  g_ptr_array_unref (self->ids);
  g_free (self->name);
  G_OBJECT_CLASS (styr_member_picks_parent_class)->finalize (object);
}

static void
styr_member_picks_class_init (StyrMemberPicksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = styr_member_picks_dispose;
  G_OBJECT_CLASS (klass)->finalize = styr_member_picks_finalize;
  widget_class->focus = styr_widget_focus_inside;
  widget_class->grab_focus = styr_member_picks_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "choicebutton");
  signals[CHOSEN] = g_signal_new (
      "chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
styr_member_picks_init (StyrMemberPicks *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect (self->button, "clicked", G_CALLBACK (open_cb), self);
}

/**
 * styr_member_picks_new:
 * @provider: gives the options each time they are needed
 * @user_data: for @provider
 * @destroy: (nullable): frees @user_data
 * @ordered: whether the order of the chosen ones means something
 *
 * Returns: (transfer floating): a button that opens a list to tick. Signal "chosen" when the user
 * ticked, unticked or moved one.
 */
GtkWidget *
styr_member_picks_new (StyrOptionsFunc provider,
                       gpointer user_data,
                       GDestroyNotify destroy,
                       gboolean ordered)
{
  StyrMemberPicks *self = g_object_new (STYR_TYPE_MEMBER_PICKS, NULL);

  self->provider = provider;
  self->provider_data = user_data;
  self->provider_destroy = destroy;
  self->ordered = ordered;
  update_label (self);
  return GTK_WIDGET (self);
}

/**
 * styr_member_picks_set_name_text:
 * @name: accessible name; what is chosen is the description
 */
void
styr_member_picks_set_name_text (StyrMemberPicks *self, const char *name)
{
  g_return_if_fail (STYR_IS_MEMBER_PICKS (self));

  g_free (self->name);
  self->name = g_strdup (name);
  update_label (self);
}

/**
 * styr_member_picks_set_none:
 * @none: (nullable): what is shown when nothing is chosen; it lives as long as the program
 */
void
styr_member_picks_set_none (StyrMemberPicks *self, const char *none)
{
  g_return_if_fail (STYR_IS_MEMBER_PICKS (self));

  self->none = none;
  update_label (self);
}

static gboolean
is_chosen (StyrMemberPicks *self, GPtrArray *ids)
{
  gboolean same = ids->len == self->ids->len;

  for (guint i = 0; same && i < ids->len; i++)
    same = g_strcmp0 (ids->pdata[i], self->ids->pdata[i]) == 0;
  return same;
}

/**
 * styr_member_picks_set_ids:
 * @ids: (element-type utf8): what is chosen; copied
 *
 * Shows what is chosen, without the signal.
 */
void
styr_member_picks_set_ids (StyrMemberPicks *self, GPtrArray *ids)
{
  g_return_if_fail (STYR_IS_MEMBER_PICKS (self));

  /* the open list, and the focus in it, stay when it is what was ticked there that comes back */
  if (is_chosen (self, ids))
    {
      update_label (self);
      return;
    }
  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (self->ids, g_strdup (ids->pdata[i]));
  update_label (self);
  if (self->list != NULL)
    fill_list (self, NULL, NULL);
}

/**
 * styr_member_picks_get_ids:
 *
 * Returns: (transfer none) (element-type utf8): what is chosen, in order
 */
GPtrArray *
styr_member_picks_get_ids (StyrMemberPicks *self)
{
  g_return_val_if_fail (STYR_IS_MEMBER_PICKS (self), NULL);

  return self->ids;
}
