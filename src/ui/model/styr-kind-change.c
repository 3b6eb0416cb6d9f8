/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-kind-change.h"

#include "styr-dialogs.h"
#include "styr-enum-types.h"
#include "styr-member-row.h"
#include "styr-nick.h"
#include "styr-widget-util.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* A change that waits for an answer. */
typedef struct
{
  GtkWidget *row; /* a reference */
  StyrWorkspace *workspace;
  char *owner;
  char *nick;
} Change;

static void
change_free (Change *change)
{
  g_object_unref (change->row);
  g_object_unref (change->workspace);
  g_free (change->owner);
  g_free (change->nick);
  g_free (change);
}

/**
 * styr_kind_change_is_needed:
 * @owner: path of an element
 * @key: a member of it
 *
 * Returns: whether the member is changed by styr_kind_change_start()
 */
gboolean
styr_kind_change_is_needed (const char *owner, const char *key)
{
  g_autofree char *list = styr_model_path_dup_list (owner);

  if (g_str_equal (list, "fields") || g_str_equal (list, "sections"))
    return g_str_equal (key, "kind");
  return g_str_equal (list, "places") && g_str_equal (key, "axis");
}

static JsonNode *
new_text (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

static JsonNode *
new_choices (void)
{
  JsonArray *array = json_array_new ();
  JsonObject *choice = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_object_set_string_member (choice, "id", "first");
  json_object_set_string_member (choice, "label", C_ ("model", "First choice"));
  json_array_add_object_element (array, choice);
  json_node_take_array (node, array);
  return node;
}

static void
add_edit (GPtrArray *edits, const char *owner, const char *key, JsonNode *value)
{
  g_autofree char *path = styr_model_path_join (owner, key);

  g_ptr_array_add (edits, styr_model_edit_new (path, value));
}

/* What the new value can't be without gets the first there is, if it has nothing. */
static void
add_companion (GPtrArray *edits, Change *change, const char *key, const char *list)
{
  g_autofree char *path = styr_model_path_join (change->owner, key);
  g_autoptr (GPtrArray) options = NULL;
  g_autoptr (JsonNode) value = NULL;

  if (styr_workspace_peek_model_value (change->workspace, path) != NULL)
    return;
  options = styr_model_options_of_list (change->workspace, list, NULL);
  if (options->len == 0)
    return;
  value = new_text (((StyrOption *) options->pdata[0])->id);
  add_edit (edits, change->owner, key, value);
}

static void
add_companions (GPtrArray *edits, Change *change)
{
  g_autofree char *list = styr_model_path_dup_list (change->owner);
  int kind;

  if (g_str_equal (list, "places"))
    {
      if (g_str_equal (change->nick, "base"))
        add_edit (edits, change->owner, "level", NULL);
      else
        add_companion (edits, change, "level", "levels");
    }
  else if (g_str_equal (list, "sections"))
    {
      kind = styr_nick_to_value (styr_section_kind_get_type (), change->nick, STYR_SECTION_FIELDS);
      if (kind == STYR_SECTION_GOALS)
        add_companion (edits, change, "goalType", "goalTypes");
      else if (kind == STYR_SECTION_ASSESSMENTS || kind == STYR_SECTION_ACTIVITIES ||
               kind == STYR_SECTION_MEASURES)
        add_companion (edits, change, "documentType", "documentTypes");
    }
  else if (g_str_equal (change->nick, "choice"))
    {
      g_autoptr (JsonNode) choices = new_choices ();
      g_autofree char *path = styr_model_path_join (change->owner, "choices");

      if (styr_workspace_peek_model_value (change->workspace, path) == NULL)
        add_edit (edits, change->owner, "choices", choices);
    }
}

static gboolean
change_plainly (Change *change, GError **error)
{
  g_autoptr (GPtrArray) edits =
      g_ptr_array_new_with_free_func ((GDestroyNotify) styr_model_edit_free);
  g_autofree char *list = styr_model_path_dup_list (change->owner);
  g_autofree char *name = styr_model_name_of_path (change->workspace, change->owner);
  g_autofree char *label = NULL;
  g_autoptr (JsonNode) value = new_text (change->nick);
  gboolean is_place = g_str_equal (list, "places");

  label = g_strdup_printf (
      _ ("Model: %s – %s"), name, is_place ? C_ ("model", "Where") : C_ ("model", "Kind"));
  add_edit (edits, change->owner, is_place ? "axis" : "kind", value);
  add_companions (edits, change);
  return styr_workspace_edit_model_many (change->workspace, label, edits, error);
}

/* What is written in documents is kept: what isn't of the new kind goes to a field of its own. */
static gboolean
change_field (Change *change, GError **error)
{
  g_autofree char *path = styr_model_path_join (change->owner, "choices");
  g_autoptr (JsonNode) choices = NULL;
  int kind = styr_nick_to_value (styr_field_kind_get_type (), change->nick, STYR_FIELD_TEXT);

  if (kind == STYR_FIELD_CHOICE &&
      styr_workspace_peek_model_value (change->workspace, path) == NULL)
    choices = new_choices ();
  return styr_workspace_change_field_kind (
      change->workspace, change->owner, (StyrFieldKind) kind, choices, error);
}

static void
finish (Change *change, gboolean keeps_values)
{
  g_autoptr (GError) error = NULL;
  gboolean done = keeps_values ? change_field (change, &error) : change_plainly (change, &error);

  styr_member_row_refresh (STYR_MEMBER_ROW (change->row));
  if (!done)
    styr_widget_show_error (change->row, error->message);
  else if (keeps_values)
    styr_widget_show_toast (
        change->row, _ ("The kind was changed. What was written is kept."), TRUE);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Change *change)
{
  if (g_str_equal (response, "change"))
    finish (change, TRUE);
  else
    styr_member_row_refresh (STYR_MEMBER_ROW (change->row));
  change_free (change);
}

static void
ask (Change *change, guint n_used, gboolean is_field)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (change->row));
  GtkWidget *dialog =
      adw_message_dialog_new (window, _ ("Something is written here already"), NULL);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  if (is_field)
    {
      adw_message_dialog_format_body (
          message,
          ngettext (
              "%u value is written in documents. If it isn’t of the new kind it is kept in a "
              "field of its own, which isn’t asked for any more.",
              "%u values are written in documents. Those that aren’t of the new kind are kept "
              "in a field of its own, which isn’t asked for any more.",
              n_used),
          n_used);
      adw_message_dialog_add_responses (
          message, "cancel", _ ("Cancel"), "change", _ ("Change the kind"), NULL);
      adw_message_dialog_set_response_appearance (message, "change", ADW_RESPONSE_SUGGESTED);
    }
  else
    {
      adw_message_dialog_format_body (
          message,
          ngettext (
              "%u document has something in this section, which another kind couldn’t show. "
              "Retire this section and make a new one instead.",
              "%u documents have something in this section, which another kind couldn’t show. "
              "Retire this section and make a new one instead.",
              n_used),
          n_used);
      adw_message_dialog_add_responses (message, "cancel", _ ("Close"), NULL);
    }
  adw_message_dialog_set_close_response (message, "cancel");
  /* Enter changes nothing. */
  adw_message_dialog_set_default_response (message, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), change);
  styr_dialog_present (message);
}

/**
 * styr_kind_change_start:
 * @row: the #StyrMemberRow that the user changed
 * @owner: path of the element
 * @value: the new kind
 *
 * Changes the kind with what follows from it; asks first when documents hold something that it
 * would touch. Nothing written is lost.
 */
void
styr_kind_change_start (GtkWidget *row,
                        StyrWorkspace *workspace,
                        const char *owner,
                        JsonNode *value)
{
  Change *change;
  g_autofree char *list = styr_model_path_dup_list (owner);
  gboolean is_field = g_str_equal (list, "fields");
  guint n_used;

  g_return_if_fail (STYR_IS_MEMBER_ROW (row));
  g_return_if_fail (value != NULL);

  change = g_new0 (Change, 1);
  change->row = g_object_ref (row);
  change->workspace = g_object_ref (workspace);
  change->owner = g_strdup (owner);
  change->nick = g_strdup (json_node_get_string (value));
  n_used = g_str_equal (list, "places") ? 0 : styr_workspace_count_model_use (workspace, owner);
  if (n_used > 0)
    {
      ask (change, n_used, is_field);
      return;
    }
  finish (change, FALSE);
  change_free (change);
}
