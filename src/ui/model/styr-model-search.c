/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-search.h"

#include "styr-names.h"
#include "styr-widget-util.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define PATH "styr-path"
/* More than this many found are not looked through anyway. */
#define MAX_FOUND 100

typedef struct
{
  StyrWorkspace *workspace;
  char *wanted; /* folded */
  GPtrArray *found;
  guint limit;
} Search;

static void
search_list (Search *search, const char *list_path, JsonArray *array, const char *within);

static gboolean
has_text (Search *search, JsonNode *node)
{
  g_autofree char *folded = NULL;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return FALSE;
  folded = g_utf8_casefold (json_node_get_string (node), -1);
  return strstr (folded, search->wanted) != NULL;
}

static gboolean
has_text_in_list (Search *search, JsonNode *node)
{
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    if (has_text (search, json_array_get_element (json_node_get_array (node), i)))
      return TRUE;
  return FALSE;
}

/* What is written in the element itself; what refers to others is found there. */
static gboolean
matches (Search *search, const StyrJsonStruct *spec, JsonObject *element)
{
  for (const StyrJsonMember *m = spec->members; m->key != NULL; m++)
    {
      JsonNode *node = json_object_get_member (element, m->key);

      if (node == NULL || m->refers_to != NULL || m->allowed != NULL || m->kind == STYR_JSON_ENUM)
        continue;
      if (has_text (search, node) ||
          (m->kind == STYR_JSON_STRINGS && has_text_in_list (search, node)))
        return TRUE;
    }
  return FALSE;
}

static void
search_element (Search *search, const char *path, JsonObject *element, const char *within)
{
  const StyrJsonStruct *spec = styr_model_path_get_struct (path);
  g_autofree char *list = styr_model_path_dup_list (path);
  g_autofree char *name = NULL;
  g_autofree char *inner = NULL;

  if (spec == NULL || search->found->len >= search->limit)
    return;
  name = styr_model_name_of_element (search->workspace, list, element);
  if (matches (search, spec, element))
    styr_options_add (search->found, path, name, within);
  inner = g_strdup_printf ("%s › %s", within, name);
  for (const StyrJsonMember *m = spec->members; m->key != NULL; m++)
    if (m->kind == STYR_JSON_STRUCTS && json_object_has_member (element, m->key))
      {
        g_autofree char *list_path = styr_model_path_join (path, m->key);

        search_list (search, list_path, json_object_get_array_member (element, m->key), inner);
      }
}

static void
search_list (Search *search, const char *list_path, JsonArray *array, const char *within)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *path = styr_model_path_dup_element (list_path, array, i);

      search_element (search, path, json_array_get_object_element (array, i), within);
    }
}

/**
 * styr_model_search:
 * @text: what to look for; case doesn't matter
 * @limit: how many at most
 *
 * Looks through every element of the shown model.
 *
 * Returns: (transfer full) (element-type StyrOption): path, name and where it stands
 */
GPtrArray *
styr_model_search (StyrWorkspace *workspace, const char *text, guint limit)
{
  Search search = { .workspace = workspace, .limit = limit };

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace) && text != NULL, NULL);

  search.wanted = g_utf8_casefold (text, -1);
  search.found = styr_options_new ();
  for (int i = 0; i < STYR_N_LISTS; i++)
    {
      const char *key = styr_model_list_get_key ((StyrModelList) i);
      JsonNode *node = styr_model_peek (workspace, key);
      const StyrListWords *words = styr_list_words_find (key);

      if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
        search_list (&search, key, json_node_get_array (node), styr_model_word (words->title));
    }
  g_free (search.wanted);
  return search.found;
}

/** Returns: (transfer floating): a list for styr_model_search_show() */
GtkWidget *
styr_model_search_list_new (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "styr-elements");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (list),
                                styr_quiet_label_new (_ ("Nothing in the model matches.")));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Found in the model"), -1);
  return list;
}

/**
 * styr_model_search_show:
 * @list_box: where the rows stand, instead of those that stood there
 * @text: what is looked for in the model
 *
 * Makes a row of each element that was found.
 */
void
styr_model_search_show (GtkWidget *list_box, StyrWorkspace *workspace, const char *text)
{
  g_autoptr (GPtrArray) found = NULL;
  GtkListBoxRow *row;

  g_return_if_fail (GTK_IS_LIST_BOX (list_box));

  found = styr_model_search (workspace, text, MAX_FOUND);
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list_box), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list_box), GTK_WIDGET (row));
  for (guint i = 0; i < found->len; i++)
    {
      const StyrOption *option = found->pdata[i];
      GtkWidget *line = adw_action_row_new ();
      g_autofree char *name = styr_name_sentence_case (option->label);
      g_autofree char *title = g_markup_escape_text (name, -1);
      g_autofree char *subtitle = g_markup_escape_text (option->group, -1);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (line), subtitle);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (line), 2);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), TRUE);
      g_object_set_data_full (G_OBJECT (line), PATH, g_strdup (option->id), g_free);
      gtk_list_box_append (GTK_LIST_BOX (list_box), line);
    }
}

/** Returns: (transfer none): where in the model what a row is about stands */
const char *
styr_model_search_get_path (GtkWidget *row)
{
  g_return_val_if_fail (GTK_IS_LIST_BOX_ROW (row), NULL);

  return g_object_get_data (G_OBJECT (row), PATH);
}
