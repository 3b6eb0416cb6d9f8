/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-element-adder.h"

#include "styr-in-sight.h"
#include "styr-model-new.h"
#include "styr-rule-kind-dialog.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

/* What a button and its popover share; owned by the button. */
typedef struct
{
  StyrElementList *list; /* borrowed: the button stands in it */
  GtkWidget *box;        /* of the button and its popover; borrowed */
  GtkWidget *label, *popover, *name, *number, *block, *message;
} Adder;

static char *
dup_list (Adder *adder)
{
  return styr_model_path_dup_list (styr_element_list_get_path (adder->list));
}

static void
add (Adder *adder, const char *name, const char *number)
{
  g_autoptr (GError) error = NULL;
  StyrWorkspace *workspace = styr_element_list_get_workspace (adder->list);
  const char *block = adder->block != NULL && name != NULL
                          ? styr_choice_button_get_selected (STYR_CHOICE_BUTTON (adder->block))
                          : NULL;
  g_autofree char *path =
      block != NULL
          ? styr_model_new_add_to_block (workspace, block, name, &error)
          : styr_model_new_add (
                workspace, styr_element_list_get_path (adder->list), name, number, NULL, &error);

  if (path == NULL && adder->popover != NULL && gtk_widget_get_visible (adder->popover))
    {
      gtk_label_set_text (GTK_LABEL (adder->message), error->message);
      gtk_widget_set_visible (adder->message, TRUE);
      return;
    }
  if (adder->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (adder->popover));
  if (path == NULL)
    styr_widget_show_error (GTK_WIDGET (adder->list), error->message);
  else
    styr_element_list_open (adder->list, path, TRUE);
}

static void
named_cb (Adder *adder)
{
  g_autofree char *name =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (adder->name))));
  g_autofree char *number =
      adder->number != NULL
          ? g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (adder->number))))
          : NULL;

  if (*name == '\0')
    gtk_widget_grab_focus (adder->name);
  else if (number != NULL && *number == '\0')
    gtk_widget_grab_focus (adder->number);
  else
    add (adder, name, number);
}

static GtkWidget *
make_label (const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static GtkWidget *
make_entry (Adder *adder, GtkWidget *box, const char *title)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 28);
  styr_widget_set_name_text (entry, title);
  gtk_box_append (GTK_BOX (box), make_label (title));
  gtk_box_append (GTK_BOX (box), entry);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (named_cb), adder);
  return entry;
}

/* The block of the last document type is a good guess: one makes several of a block. */
static const char *
guess_block (StyrWorkspace *workspace, GPtrArray *blocks)
{
  JsonNode *node = styr_workspace_peek_model_value (workspace, "documentTypes");
  JsonArray *types = node != NULL ? json_node_get_array (node) : NULL;
  guint n = types != NULL ? json_array_get_length (types) : 0;

  if (n > 0)
    return json_object_get_string_member (json_array_get_object_element (types, n - 1), "block");
  return ((StyrOption *) blocks->pdata[0])->id;
}

/* A document type belongs to a block: which one is asked with its name. */
static void
add_block (Adder *adder, GtkWidget *box)
{
  StyrWorkspace *workspace = styr_element_list_get_workspace (adder->list);
  g_autoptr (GPtrArray) blocks = styr_model_options_of_list (workspace, "blocks", NULL);
  const char *title = C_ ("model", "Block");

  if (blocks->len == 0)
    return;
  adder->block = styr_choice_button_new (title);
  styr_choice_button_set_name_text (STYR_CHOICE_BUTTON (adder->block), title);
  styr_choice_button_set_options (STYR_CHOICE_BUTTON (adder->block), g_ptr_array_ref (blocks));
  styr_choice_button_set_selected (STYR_CHOICE_BUTTON (adder->block),
                                   guess_block (workspace, blocks));
  gtk_box_append (GTK_BOX (box), make_label (title));
  gtk_box_append (GTK_BOX (box), adder->block);
}

static GtkWidget *
make_content (Adder *adder, const char *list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_ ("Add"));
  const StyrListWords *words = styr_list_words_find (list);

  gtk_widget_add_css_class (box, "styr-adder");
  adder->number = NULL;
  if (styr_model_new_needs_number (list))
    adder->number = make_entry (adder, box, C_ ("model", "Rule number"));
  /* the first member that a person fills in is what it is called */
  for (const StyrMemberWords *w = words->members; w->key != NULL || w->title != NULL; w++)
    if (w->key != NULL && w->hint != STYR_HINT_HIDDEN)
      {
        adder->name = make_entry (adder, box, styr_model_word (w->title));
        break;
      }
  adder->block = NULL;
  if (g_str_equal (list, "documentTypes"))
    add_block (adder, box);
  adder->message = styr_wrapping_label_new (NULL, "error");
  gtk_label_set_max_width_chars (GTK_LABEL (adder->message), 36);
  gtk_widget_set_visible (adder->message, FALSE);
  gtk_box_append (GTK_BOX (box), adder->message);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (named_cb), adder);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
kind_chosen_cb (const char *path, gpointer user_data)
{
  styr_element_list_open (STYR_ELEMENT_LIST (user_data), path, TRUE);
}

static void
ask_name (gpointer data)
{
  Adder *adder = data;
  g_autofree char *list = dup_list (adder);

  if (adder->popover == NULL)
    {
      adder->popover = gtk_popover_new ();
      gtk_widget_set_parent (adder->popover, adder->box);
    }
  gtk_popover_set_child (GTK_POPOVER (adder->popover), make_content (adder, list));
  gtk_popover_popup (GTK_POPOVER (adder->popover));
  gtk_widget_grab_focus (adder->number != NULL ? adder->number : adder->name);
}

static void
clicked_cb (Adder *adder)
{
  g_autofree char *list = dup_list (adder);

  if (g_str_equal (list, "rules"))
    {
      styr_rule_kind_dialog_open (
          GTK_WIDGET (adder->list), styr_element_list_get_workspace (adder->list), kind_chosen_cb);
      return;
    }
  if (!styr_model_new_needs_name (list))
    {
      add (adder, NULL, NULL);
      return;
    }
  styr_in_sight_call (adder->box, ask_name, adder);
}

/**
 * styr_element_adder_new:
 * @list: where new elements go; it outlives the button
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
styr_element_adder_new (StyrElementList *list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  Adder *adder = g_new0 (Adder, 1);

  /* the box unparents all its children, the popover too, when it goes */
  adder->list = list;
  adder->box = box;
  adder->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (adder->label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (content), adder->label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "styr-add");
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), button);
  g_object_set_data_full (G_OBJECT (box), "styr-adder", adder, g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), adder);
  return box;
}

/**
 * styr_element_adder_update:
 * @adder: the button
 *
 * Names it after what the list holds now.
 */
void
styr_element_adder_update (GtkWidget *widget)
{
  Adder *adder = g_object_get_data (G_OBJECT (widget), "styr-adder");
  g_autofree char *list = NULL;
  const StyrListWords *words;

  g_return_if_fail (adder != NULL);

  list = dup_list (adder);
  words = styr_list_words_find (list);
  gtk_label_set_text (GTK_LABEL (adder->label), styr_model_word (words->add));
  styr_widget_set_name_text (gtk_widget_get_first_child (widget), styr_model_word (words->add));
}
