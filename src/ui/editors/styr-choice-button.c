/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-choice-button.h"

#include "styr-choice-order.h"
#include "styr-in-sight.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

/* From this many options a search entry stands above the list; in a shorter one a letter goes to
 * the option that begins with it */
#define SEARCH_FROM 5

/*
 * A button that shows what is chosen and opens a list. It builds its list when it opens: a document
 * has hundreds of these, and a GtkDropDown costs a popover and a list view each. The options are
 * buttons, which arrows, Enter, typing and assistive technology can all reach.
 */
struct _StyrChoiceButton
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *popover;
  GtkWidget *list;
  char *placeholder;
  char *none_label;
  gboolean none_is_said; /* and not the placeholder, when nothing is chosen */
  char *name;
  char *selected;
  GPtrArray *options;
  StyrOptionsFunc provider;
  StyrResolveFunc resolve;
  gpointer provider_data;
  GDestroyNotify provider_destroy;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StyrChoiceButton, styr_choice_button, GTK_TYPE_WIDGET)

static void
load_options (StyrChoiceButton *self)
{
  if (self->provider == NULL)
    return;
  g_clear_pointer (&self->options, g_ptr_array_unref);
  self->options = self->provider (self->provider_data);
}

static char *
dup_label (StyrChoiceButton *self)
{
  g_autofree char *resolved = NULL;
  const char *label = NULL;

  if (self->selected == NULL)
    return NULL;
  if (self->resolve != NULL)
    resolved = self->resolve (self->selected, self->provider_data);
  if (resolved != NULL)
    return g_steal_pointer (&resolved);
  if (self->provider != NULL)
    load_options (self);
  if (self->options != NULL)
    label = styr_options_find_label (self->options, self->selected);
  /* An id that the model no longer knows is shown as it is, not hidden */
  return g_strdup (label != NULL ? label : self->selected);
}

static void
update_label (StyrChoiceButton *self)
{
  g_autofree char *label = dup_label (self);
  const char *none = self->none_is_said ? self->none_label : self->placeholder;
  const char *shown = label != NULL ? label : none;

  gtk_label_set_text (GTK_LABEL (self->label), shown);
  if (label != NULL || self->none_is_said)
    gtk_widget_remove_css_class (self->label, "dim-label");
  else
    gtk_widget_add_css_class (self->label, "dim-label");
  styr_widget_set_tooltip (self->button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->name != NULL ? self->name : self->placeholder,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  shown,
                                  -1);
}

static void
option_clicked_cb (GtkButton *button, StyrChoiceButton *self)
{
  const char *id = g_object_get_data (G_OBJECT (button), "styr-id");
  g_autofree char *chosen = g_strdup (id);

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->button);
  if (g_strcmp0 (chosen, self->selected) == 0)
    return;
  styr_choice_button_set_selected (self, chosen);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static GtkWidget *
append_option (StyrChoiceButton *self, const char *id, const char *text)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  gboolean selected = g_strcmp0 (id, self->selected) == 0;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 52);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_opacity (check, selected ? 1 : 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "styr-option");
  styr_widget_set_name_text (button, text);
  g_object_set_data_full (G_OBJECT (button), "styr-id", g_strdup (id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (option_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->list), button);
  return button;
}

static GtkWidget *
fill_list (StyrChoiceButton *self)
{
  GtkWidget *current = NULL;
  const char *group = NULL;

  if (self->none_label != NULL)
    current = append_option (self, NULL, self->none_label);
  for (guint i = 0; self->options != NULL && i < self->options->len; i++)
    {
      StyrOption *option = g_ptr_array_index (self->options, i);
      GtkWidget *button;

      if (option->group != NULL && g_strcmp0 (option->group, group) != 0)
        {
          GtkWidget *heading = styr_quiet_label_new (option->group);

          gtk_widget_add_css_class (heading, "caption-heading");
          gtk_widget_add_css_class (heading, "styr-option-group");
          gtk_label_set_max_width_chars (GTK_LABEL (heading), 52);
          gtk_box_append (GTK_BOX (self->list), heading);
        }
      group = option->group;
      button = append_option (self, option->id, option->label);
      if (current == NULL || g_strcmp0 (option->id, self->selected) == 0)
        current = button;
    }
  if (gtk_widget_get_first_child (self->list) == NULL)
    gtk_box_append (GTK_BOX (self->list),
                    styr_quiet_label_new (_ ("There is nothing to choose yet.")));
  return current;
}

static void
close_list (StyrChoiceButton *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->button);
}

static void
search_changed_cb (GtkSearchEntry *entry, StyrChoiceButton *self)
{
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (entry)), -1);

  styr_choice_order_seek (GTK_BOX (self->list), wanted);
}

static void
search_activate_cb (GtkSearchEntry *entry, StyrChoiceButton *self)
{
  GtkWidget *first = styr_choice_order_get_first (GTK_BOX (self->list));

  /* nothing is looked for: nothing is chosen */
  if (*gtk_editable_get_text (GTK_EDITABLE (entry)) == '\0')
    close_list (self);
  else if (first != NULL)
    g_signal_emit_by_name (first, "clicked");
}

/* A list without a search entry */
static gboolean
key_pressed_cb (StyrChoiceButton *self, guint keyval, guint keycode, GdkModifierType state)
{
  char letter[7] = "";
  g_autofree char *folded = NULL;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || self->list == NULL ||
      !g_unichar_isalnum (gdk_keyval_to_unicode (keyval)))
    return GDK_EVENT_PROPAGATE;
  g_unichar_to_utf8 (gdk_keyval_to_unicode (keyval), letter);
  folded = g_utf8_casefold (letter, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (self->list); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child) && styr_choice_order_begins (child, folded))
      {
        gtk_widget_grab_focus (child);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static void
follow_letters (StyrChoiceButton *self, GtkWidget *box)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (
      keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (box, keys);
}

static void
closed_cb (GtkPopover *popover, StyrChoiceButton *self)
{
  gtk_popover_set_child (popover, NULL);
  self->list = NULL;
  gtk_widget_set_has_tooltip (self->button, gtk_widget_get_tooltip_text (self->button) != NULL);
  /* where it was before, however the list was closed */
  if (gtk_widget_get_mapped (self->button))
    gtk_widget_grab_focus (self->button);
}

static void
open_list (gpointer data)
{
  StyrChoiceButton *self = data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *search = NULL, *current;

  load_options (self);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  current = fill_list (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  if (self->options != NULL && self->options->len >= SEARCH_FROM)
    {
      search = gtk_search_entry_new ();
      styr_widget_set_name_text (search, _ ("Search the list"));
      g_signal_connect (search, "search-changed", G_CALLBACK (search_changed_cb), self);
      g_signal_connect (search, "activate", G_CALLBACK (search_activate_cb), self);
      g_signal_connect_object (
          search, "stop-search", G_CALLBACK (close_list), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), search);
    }
  else
    follow_letters (self, box);
  gtk_box_append (GTK_BOX (box), scrolled);
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_new ();
      gtk_widget_add_css_class (self->popover, "styr-choice");
      gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect (self->popover, "closed", G_CALLBACK (closed_cb), self);
    }
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  /* it would lie over the list, since the pointer is still there */
  gtk_widget_set_has_tooltip (self->button, FALSE);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  if (search != NULL)
    gtk_widget_grab_focus (search);
  else if (current != NULL)
    gtk_widget_grab_focus (current);
}

static void
open_cb (GtkButton *button, StyrChoiceButton *self)
{
  styr_in_sight_call (GTK_WIDGET (self), open_list, self);
}

static gboolean
styr_choice_button_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (STYR_CHOICE_BUTTON (widget)->button);
}

static void
styr_choice_button_dispose (GObject *object)
{
  StyrChoiceButton *self = STYR_CHOICE_BUTTON (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  if (self->provider_destroy != NULL)
    self->provider_destroy (g_steal_pointer (&self->provider_data));
  self->provider_destroy = NULL;
  self->provider = NULL;
  G_OBJECT_CLASS (styr_choice_button_parent_class)->dispose (object);
}

static void
styr_choice_button_finalize (GObject *object)
{
  StyrChoiceButton *self = STYR_CHOICE_BUTTON (object);

  g_clear_pointer (&self->options, g_ptr_array_unref);
  g_free (self->placeholder);
  g_free (self->none_label);
  g_free (self->name);
  g_free (self->selected);
  G_OBJECT_CLASS (styr_choice_button_parent_class)->finalize (object);
}

static void
styr_choice_button_class_init (StyrChoiceButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = styr_choice_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = styr_choice_button_finalize;
  widget_class->focus = styr_widget_focus_inside;
  widget_class->grab_focus = styr_choice_button_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "choicebutton");
  signals[CHOSEN] = g_signal_new (
      "chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
styr_choice_button_init (StyrChoiceButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), arrow);
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_add_css_class (self->button, "flat");
  /* Ctrl+Enter in a dialog is about the dialog */
  gtk_widget_set_receives_default (self->button, FALSE);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect (self->button, "clicked", G_CALLBACK (open_cb), self);
}

/**
 * styr_choice_button_new:
 * @placeholder: what is shown when nothing is chosen
 *
 * Returns: (transfer floating): a button that opens a list to choose from. Signal "chosen" when the
 * user chose another.
 */
GtkWidget *
styr_choice_button_new (const char *placeholder)
{
  StyrChoiceButton *self = g_object_new (STYR_TYPE_CHOICE_BUTTON, NULL);

  self->placeholder = g_strdup (placeholder);
  update_label (self);
  return GTK_WIDGET (self);
}

/**
 * styr_choice_button_set_options:
 * @self: the button
 * @options: (transfer full): StyrOption
 *
 * Sets what can be chosen, once and for all.
 */
void
styr_choice_button_set_options (StyrChoiceButton *self, GPtrArray *options)
{
  g_return_if_fail (STYR_IS_CHOICE_BUTTON (self));

  g_clear_pointer (&self->options, g_ptr_array_unref);
  self->options = options;
  update_label (self);
}

/**
 * styr_choice_button_set_provider:
 * @self: the button
 * @func: gives the options each time they are needed
 * @resolve: (nullable): gives the label of what is chosen
 * @user_data: for @func
 * @destroy: (nullable): frees @user_data
 *
 * Sets where the options come from when they change with the data.
 */
void
styr_choice_button_set_provider (StyrChoiceButton *self,
                                 StyrOptionsFunc func,
                                 StyrResolveFunc resolve,
                                 gpointer user_data,
                                 GDestroyNotify destroy)
{
  g_return_if_fail (STYR_IS_CHOICE_BUTTON (self) && func != NULL && self->provider == NULL);

  self->provider = func;
  self->resolve = resolve;
  self->provider_data = user_data;
  self->provider_destroy = destroy;
  update_label (self);
}

/**
 * styr_choice_button_set_optional:
 * @self: the button
 * @none_label: (nullable): text of the option that empties the choice
 *
 * Lets the user choose nothing again.
 */
void
styr_choice_button_set_optional (StyrChoiceButton *self, const char *none_label)
{
  g_return_if_fail (STYR_IS_CHOICE_BUTTON (self));

  g_free (self->none_label);
  self->none_label = g_strdup (none_label);
}

/**
 * styr_choice_button_set_none:
 * @self: the button
 * @none_label: (nullable): what choosing nothing means, such as “The whole municipality”; NULL when
 * something must be chosen
 *
 * Lets nothing be a choice like the others, which is shown when it is made.
 */
void
styr_choice_button_set_none (StyrChoiceButton *self, const char *none_label)
{
  g_return_if_fail (STYR_IS_CHOICE_BUTTON (self));

  styr_choice_button_set_optional (self, none_label);
  self->none_is_said = none_label != NULL;
  update_label (self);
}

/**
 * styr_choice_button_set_wrap:
 * @self: the button
 * @wrap: whether a long label goes on in the next line, else it is cut
 *
 * Sets how a label is shown that is longer than the button is wide.
 */
void
styr_choice_button_set_wrap (StyrChoiceButton *self, gboolean wrap)
{
  g_return_if_fail (STYR_IS_CHOICE_BUTTON (self));

  gtk_label_set_wrap (GTK_LABEL (self->label), wrap);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (self->label),
                           wrap ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
}

/**
 * styr_choice_button_set_name_text:
 * @self: the button
 * @name: accessible name; the chosen option is the description
 *
 * Names the button.
 */
void
styr_choice_button_set_name_text (StyrChoiceButton *self, const char *name)
{
  g_return_if_fail (STYR_IS_CHOICE_BUTTON (self));

  g_free (self->name);
  self->name = g_strdup (name);
  update_label (self);
}

/**
 * styr_choice_button_set_selected:
 * @self: the button
 * @id: (nullable): an option's id; NULL or "" for none
 *
 * Shows a choice, without the signal.
 */
void
styr_choice_button_set_selected (StyrChoiceButton *self, const char *id)
{
  g_return_if_fail (STYR_IS_CHOICE_BUTTON (self));

  if (id != NULL && *id == '\0')
    id = NULL;
  if (g_strcmp0 (id, self->selected) == 0)
    return;
  g_free (self->selected);
  self->selected = g_strdup (id);
  update_label (self);
}

/**
 * styr_choice_button_get_selected:
 * @self: the button
 *
 * Returns: (nullable): id of what is chosen
 */
const char *
styr_choice_button_get_selected (StyrChoiceButton *self)
{
  g_return_val_if_fail (STYR_IS_CHOICE_BUTTON (self), NULL);

  return self->selected;
}
