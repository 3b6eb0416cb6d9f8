/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-remove.h"

#include "styr-dialogs.h"
#include "styr-widget-util.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* So many of what refers to it are named in the question */
#define MAX_NAMED 6

/* What is to go, while it is asked how. */
typedef struct
{
  GtkWidget *widget; /* a reference */
  StyrWorkspace *workspace;
  char *path, *list, *name;
  GtkWidget *target; /* of move: the field that takes what is written */
} Removal;

static void
removal_free (Removal *removal)
{
  g_object_unref (removal->widget);
  g_object_unref (removal->workspace);
  g_free (removal->path);
  g_free (removal->list);
  g_free (removal->name);
  g_free (removal);
}

static void
tell (Removal *removal, gboolean done, const char *format, const GError *error)
{
  g_autofree char *text = NULL;

  if (!done)
    {
      styr_widget_show_error (removal->widget, error->message);
      return;
    }
  text = g_strdup_printf (format, removal->name);
  styr_widget_show_toast (removal->widget, text, TRUE);
}

static void
remove_it (Removal *removal, gboolean with_references)
{
  /* Translators: history: what was taken out of the model */
  g_autofree char *label = g_strdup_printf (_ ("Model: %s removed"), removal->name);
  g_autoptr (GError) error = NULL;
  gboolean done = styr_workspace_remove_from_model (
      removal->workspace, label, removal->path, with_references, &error);

  tell (removal, done, _ ("“%s” was removed"), error);
}

static gboolean
is_field (Removal *removal)
{
  return g_str_has_prefix (removal->path, "documentTypes/") &&
         (g_str_equal (removal->list, "fields") || g_str_equal (removal->list, "sections"));
}

static gboolean
can_retire (Removal *removal)
{
  const StyrJsonStruct *spec = styr_model_path_get_struct (removal->path);

  return is_field (removal) || styr_json_struct_find (spec, "retiredFrom") != NULL ||
         styr_json_struct_find (spec, "isRetired") != NULL;
}

static void
retire (Removal *removal)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) day = NULL;
  g_autofree char *path = NULL;
  g_autofree char *label = NULL;
  gboolean done;

  if (is_field (removal))
    done = styr_workspace_retire_field (removal->workspace, removal->path, &error);
  else
    {
      day =
          json_node_init_string (json_node_alloc (), styr_workspace_get_today (removal->workspace));
      path = styr_model_path_join (removal->path, "retiredFrom");
      /* Translators: history: what in the model was retired */
      label = g_strdup_printf (_ ("Model: %s retired"), removal->name);
      done = styr_workspace_edit_model (removal->workspace, label, NULL, path, day, &error);
    }
  tell (removal, done, _ ("“%s” was retired; what is written is still there"), error);
}

static void
move_values (Removal *removal)
{
  const char *target = styr_choice_button_get_selected (STYR_CHOICE_BUTTON (removal->target));
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (target == NULL)
    return;
  done = styr_workspace_move_field_values (removal->workspace, removal->path, target, &error);
  tell (removal, done, _ ("What was written in “%s” was moved"), error);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Removal *removal)
{
  if (g_str_equal (response, "retire"))
    retire (removal);
  else if (g_str_equal (response, "move"))
    move_values (removal);
  else if (g_str_equal (response, "remove"))
    remove_it (removal, TRUE);
  else
    gtk_widget_grab_focus (removal->widget);
  removal_free (removal);
}

/* What the question is about, to the left as a list should be: the dialog centres its own text. */
static GtkWidget *
make_text (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static char *
describe (GPtrArray *references, guint n_used, gboolean is_type)
{
  GString *text = g_string_new (NULL);

  if (n_used > 0 && is_type)
    g_string_append_printf (
        text,
        ngettext ("%u document is made with it.", "%u documents are made with it.", n_used),
        n_used);
  else if (n_used > 0)
    g_string_append_printf (text,
                            ngettext ("It is used in %u place in documents.",
                                      "It is used in %u places in documents.",
                                      n_used),
                            n_used);
  if (references->len > 0)
    g_string_append_printf (
        text, "%s%s", text->len > 0 ? "\n\n" : "", _ ("In the model it is used by:"));
  for (guint i = 0; i < MIN (references->len, MAX_NAMED); i++)
    g_string_append_printf (text, "\n• %s", (const char *) references->pdata[i]);
  if (references->len > MAX_NAMED)
    {
      guint n = references->len - MAX_NAMED;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n), n);
    }
  return g_string_free (text, FALSE);
}

/* The other fields of the section, by path. */
static GPtrArray *
list_targets (Removal *removal)
{
  g_autofree char *list_path = styr_model_path_dup_parent (removal->path);
  JsonNode *node = styr_workspace_peek_model_value (removal->workspace, list_path);
  GPtrArray *options = styr_options_new ();

  for (guint i = 0; node != NULL && i < json_array_get_length (json_node_get_array (node)); i++)
    {
      g_autofree char *path =
          styr_model_path_dup_element (list_path, json_node_get_array (node), i);
      g_autofree char *name = styr_model_name_of_path (removal->workspace, path);

      if (!g_str_equal (path, removal->path))
        styr_options_add (options, path, name, NULL);
    }
  return options;
}

static void
target_chosen_cb (StyrChoiceButton *button, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (
      dialog, "move", styr_choice_button_get_selected (button) != NULL);
}

static void
add_move (Removal *removal, AdwMessageDialog *dialog, GtkWidget *box)
{
  GPtrArray *targets = list_targets (removal);

  if (targets->len == 0)
    {
      g_ptr_array_unref (targets);
      return;
    }
  removal->target = styr_choice_button_new (_ ("Field that takes what is written…"));
  styr_choice_button_set_options (STYR_CHOICE_BUTTON (removal->target), targets);
  styr_choice_button_set_name_text (STYR_CHOICE_BUTTON (removal->target),
                                    _ ("Move what is written to"));
  gtk_box_append (GTK_BOX (box), removal->target);
  adw_message_dialog_add_response (dialog, "move", _ ("Move what is written"));
  adw_message_dialog_set_response_enabled (dialog, "move", FALSE);
  g_signal_connect (removal->target, "chosen", G_CALLBACK (target_chosen_cb), dialog);
}

static void
ask (Removal *removal, GPtrArray *references, guint n_used)
{
  g_autofree char *heading = g_strdup_printf (_ ("Remove “%s”?"), removal->name);
  g_autofree char *body =
      describe (references, n_used, g_str_equal (removal->list, "documentTypes"));
  GtkWidget *window =
      adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (removal->widget)), heading, NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (window);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), make_text (body));
  adw_message_dialog_set_extra_child (dialog, box);
  adw_message_dialog_add_response (dialog, "cancel", _ ("Cancel"));
  if (can_retire (removal))
    {
      adw_message_dialog_add_response (dialog, "retire", _ ("Keep as retired"));
      adw_message_dialog_set_response_appearance (dialog, "retire", ADW_RESPONSE_SUGGESTED);
      gtk_box_append (GTK_BOX (box),
                      make_text (_ ("Kept as retired, it is still read in documents that have it, "
                                    "but nothing new is made with it.")));
    }
  if (n_used > 0 && is_field (removal) && g_str_equal (removal->list, "fields"))
    add_move (removal, dialog, box);
  /* what documents hold is never thrown away with the model's part that describes it */
  if (n_used == 0)
    {
      adw_message_dialog_add_response (dialog, "remove", _ ("Remove with what refers to it"));
      adw_message_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), removal);
  styr_dialog_present (dialog);
}

/**
 * styr_model_remove_ask:
 * @widget: where the user is
 * @path: an element of the model
 *
 * Takes the element out of the model. Asks first when something refers to it or documents use it,
 * and offers what keeps everything that is written; what is done can be undone.
 */
void
styr_model_remove_ask (GtkWidget *widget, StyrWorkspace *workspace, const char *path)
{
  g_autoptr (GPtrArray) references = NULL;
  Removal *removal;
  guint n_used;

  g_return_if_fail (GTK_IS_WIDGET (widget) && STYR_IS_WORKSPACE (workspace) && path != NULL);

  references = styr_workspace_dup_model_references (workspace, path);
  n_used = styr_workspace_count_model_use (workspace, path);
  removal = g_new0 (Removal, 1);
  removal->widget = g_object_ref (widget);
  removal->workspace = g_object_ref (workspace);
  removal->path = g_strdup (path);
  removal->list = styr_model_path_dup_list (path);
  removal->name = styr_model_name_of_path (workspace, path);
  if (n_used > 0 || references->len > 0)
    {
      ask (removal, references, n_used);
      return;
    }
  /* what is the element's own, such as a block's place in the picture, goes along */
  remove_it (removal, TRUE);
  removal_free (removal);
}
