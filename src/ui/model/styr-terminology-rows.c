/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-terminology-rows.h"

#include "styr-form.h"
#include "styr-member-row.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

/*
 * The municipality's own words. The glossary is data (glossary.json): what each concept is called
 * in general; a row asks what the municipality calls it.
 */

static JsonArray *
load_glossary (JsonParser *parser)
{
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data ("/se/styrmodell/Styrmodell/model/glossary.json", 0, NULL);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (text == NULL || !json_parser_load_from_data (parser, text, (gssize) size, &error))
    {
      g_critical ("The glossary can't be read: %s", error != NULL ? error->message : "not there");
      return NULL;
    }
  return json_node_get_array (json_parser_get_root (parser));
}

static const char *
get_language (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "sv") ? "sv" : "en";
}

/* A row needs a member and words of its own; they live as long as it does. */
static void
add_row (
    GtkWidget *box, StyrWorkspace *workspace, GPtrArray *rows, const char *id, const char *title)
{
  StyrJsonMember *member = g_new0 (StyrJsonMember, 1);
  StyrMemberWords *words = g_new0 (StyrMemberWords, 1);
  GtkWidget *row;

  member->key = g_intern_string (id);
  member->kind = STYR_JSON_STRING;
  words->key = member->key;
  row = styr_member_row_new (workspace, "terminology", member, words, title);
  g_object_set_data_full (G_OBJECT (row), "styr-member", member, g_free);
  g_object_set_data_full (G_OBJECT (row), "styr-words", words, g_free);
  gtk_box_append (GTK_BOX (box), row);
  g_ptr_array_add (rows, row);
}

static GtkWidget *
add_group (GtkWidget *form, const char *title)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label",
                                   title,
                                   "xalign",
                                   0.0f,
                                   "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING,
                                   NULL);
  GtkWidget *box = styr_form_new ();

  gtk_widget_add_css_class (group, "styr-group");
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (box, "styr-framed");
  gtk_box_append (GTK_BOX (group), label);
  gtk_box_append (GTK_BOX (group), box);
  gtk_widget_set_parent (group, form);
  return box;
}

/* Own concepts: a line to write one in, whose word is asked for in a row of its own. */

typedef struct
{
  GtkWidget *box; /* of the rows; borrowed, as the rest */
  GtkWidget *entry;
  StyrWorkspace *workspace;
  GPtrArray *rows;
} Adder;

static StyrMemberRow *
find_row (GPtrArray *rows, const char *id)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (styr_member_row_get_key (rows->pdata[i]), id) == 0)
      return rows->pdata[i];
  return NULL;
}

static void
add_cb (Adder *adder)
{
  g_autofree char *id = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (adder->entry))));
  StyrMemberRow *row;

  /* a path in the model has its steps between slashes */
  g_strdelimit (id, "/[]", ' ');
  if (*g_strstrip (id) == '\0')
    return;
  row = find_row (adder->rows, id);
  if (row == NULL)
    {
      add_row (adder->box, adder->workspace, adder->rows, id, id);
      row = adder->rows->pdata[adder->rows->len - 1];
    }
  gtk_widget_set_visible (adder->box, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (adder->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
add_adder (GtkWidget *box, StyrWorkspace *workspace, GPtrArray *rows)
{
  Adder *adder = g_new0 (Adder, 1);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = styr_add_button_new (_ ("Add a concept"), NULL);

  adder->box = box;
  adder->workspace = workspace;
  adder->rows = rows;
  adder->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (adder->entry, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (adder->entry), _ ("A concept of your own"));
  styr_widget_set_name_text (adder->entry, _ ("A concept of your own"));
  gtk_box_append (GTK_BOX (line), adder->entry);
  gtk_box_append (GTK_BOX (line), button);
  gtk_widget_insert_after (line, gtk_widget_get_parent (box), box);
  g_object_set_data_full (G_OBJECT (line), "styr-adder", adder, g_free);
  g_signal_connect_swapped (adder->entry, "activate", G_CALLBACK (add_cb), adder);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_cb), adder);
}

/* Words of a package for concepts that the glossary doesn't have. */
static void
add_others (GtkWidget *form, StyrWorkspace *workspace, GPtrArray *rows, GHashTable *known)
{
  JsonNode *node = styr_model_peek (workspace, "terminology");
  GtkWidget *box = add_group (form, C_ ("model", "Own words"));
  JsonObjectIter iter;
  const char *id;

  gtk_widget_set_visible (box, FALSE);
  add_adder (box, workspace, rows);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &id, NULL))
    if (!g_hash_table_contains (known, id))
      {
        gtk_widget_set_visible (box, TRUE);
        add_row (box, workspace, rows, id, id);
      }
}

/**
 * styr_terminology_rows_add:
 * @form: a widget that the groups become children of
 * @rows: (element-type StyrMemberRow): takes the rows, which @form owns
 *
 * Adds a row for each concept of the glossary and for each other word that the model has.
 */
void
styr_terminology_rows_add (GtkWidget *form, StyrWorkspace *workspace, GPtrArray *rows)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *groups = load_glossary (parser);
  const char *language = get_language ();

  gtk_widget_set_parent (
      styr_quiet_label_new (_ ("What the municipality itself calls the concepts of steering. "
                               "Reports use the words that are written here.")),
      form);
  for (guint i = 0; groups != NULL && i < json_array_get_length (groups); i++)
    {
      JsonObject *group = json_array_get_object_element (groups, i);
      JsonArray *terms = json_object_get_array_member (group, "terms");
      GtkWidget *box = add_group (form, json_object_get_string_member (group, language));

      for (guint j = 0; j < json_array_get_length (terms); j++)
        {
          JsonObject *term = json_array_get_object_element (terms, j);
          const char *id = json_object_get_string_member (term, "id");

          g_hash_table_add (known, (gpointer) id);
          add_row (box, workspace, rows, id, json_object_get_string_member (term, language));
        }
    }
  add_others (form, workspace, rows, known);
}
