/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-cli.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#define WIDEST 72

static char *
dup_cell (StyrRecord *record, const StyrCliColumn *column)
{
  const char *text = styr_record_get_text (record, column->column);
  g_autofree char *line = g_strdup (text != NULL ? text : "");

  g_strdelimit (line, "\n\t\r", ' ');
  if (g_utf8_strlen (line, -1) > WIDEST)
    {
      g_autofree char *start = g_utf8_substring (line, 0, WIDEST - 1);

      return g_strconcat (start, "…", NULL);
    }
  return g_steal_pointer (&line);
}

static void
append_padded (GString *line, const char *text, glong width, gboolean last)
{
  g_string_append (line, text);
  for (glong i = g_utf8_strlen (text, -1); !last && i < width + 2; i++)
    g_string_append_c (line, ' ');
}

static void
print_line (GPtrArray *cells, const glong *widths)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < cells->len; i++)
    append_padded (line, g_ptr_array_index (cells, i), widths[i], i + 1 == cells->len);
  g_strchomp (line->str);
  g_print ("%s\n", line->str);
}

static GPtrArray *
make_row (StyrRecord *record, const StyrCliColumn *columns, guint n_columns)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_columns; i++)
    if (columns[i].title != NULL)
      g_ptr_array_add (
          row, record != NULL ? dup_cell (record, &columns[i]) : g_strdup (_ (columns[i].title)));
  return row;
}

/** Prints records in columns under their titles; nothing when there are none. */
void
styr_cli_print_text (GListModel *records, const StyrCliColumn *columns, guint n_columns)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autofree glong *widths = g_new0 (glong, n_columns);

  if (g_list_model_get_n_items (records) == 0)
    return;
  g_ptr_array_add (rows, make_row (NULL, columns, n_columns));
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (StyrRecord) record = g_list_model_get_item (records, i);

      g_ptr_array_add (rows, make_row (record, columns, n_columns));
    }
  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);

      for (guint j = 0; j < row->len; j++)
        widths[j] = MAX (widths[j], g_utf8_strlen (g_ptr_array_index (row, j), -1));
    }
  for (guint i = 0; i < rows->len; i++)
    print_line (g_ptr_array_index (rows, i), widths);
}

static void
add_member (JsonBuilder *builder, StyrRecord *record, const StyrCliColumn *column)
{
  json_builder_set_member_name (builder, column->key);
  if (g_str_equal (column->column, "id"))
    json_builder_add_string_value (builder, styr_record_get_id (record));
  else if (!styr_record_has (record, column->column))
    json_builder_add_null_value (builder);
  else if (column->kind == 'i')
    json_builder_add_int_value (builder, styr_record_get_int (record, column->column));
  else if (column->kind == 'b')
    json_builder_add_boolean_value (builder, styr_record_get_flag (record, column->column));
  else
    json_builder_add_string_value (builder, styr_record_get_text (record, column->column));
}

/** Prints records as a JSON array of objects with the same members in the same order. */
void
styr_cli_print_json (GListModel *records, const StyrCliColumn *columns, guint n_columns)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (StyrRecord) record = g_list_model_get_item (records, i);

      json_builder_begin_object (builder);
      for (guint j = 0; j < n_columns; j++)
        add_member (builder, record, &columns[j]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  g_print ("%s\n", text);
}
