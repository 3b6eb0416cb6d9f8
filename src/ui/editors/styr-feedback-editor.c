/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-section-editors.h"

#include "styr-field-row.h"
#include "styr-names.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

/* Totals, never single cases and never persons: type × area, as the document says them */

#define CELL_WIDTH 84

static const char *const columns[] = { "count", "handled", "led_to_change" };

static const char *
column_title (guint column)
{
  switch (column)
    {
    case 0:
      return C_ ("feedback", "Received");
    case 1:
      return C_ ("feedback", "Answered");
    default:
      return C_ ("feedback", "Led to a change");
    }
}

static GtkWidget *
make_cell (StyrEditSession *session, const StyrFeedbackType *type, const char *area, guint column)
{
  StyrField field = STYR_FIELD_SPEC (columns[column], column_title (column), STYR_FIELD_NUMBER);
  GtkWidget *row;
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", column_title (column), type->name, area);

  field.has_min = TRUE;
  row = styr_field_row_new (
      session, &field, styr_binding_new_feedback (type->id, area, columns[column]));
  styr_field_row_set_plain (STYR_FIELD_ROW (row));
  gtk_widget_set_size_request (row, CELL_WIDTH, -1);
  gtk_widget_set_hexpand (row, FALSE);
  styr_field_row_set_name_text (STYR_FIELD_ROW (row), name);
  return row;
}

static GtkWidget *
make_label (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* the areas take what the figures leave */
  gtk_widget_set_hexpand (label, xalign == 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
update_total_cb (StyrEditSession *session, GtkWidget *label)
{
  const StyrFeedbackType *type = g_object_get_data (G_OBJECT (label), "styr-type");
  const char *column = g_object_get_data (G_OBJECT (label), "styr-column");
  GPtrArray *records =
      styr_dossier_get_records (styr_edit_session_get_dossier (session), "feedback_total");
  gint64 total = 0, previous = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < records->len; i++)
    if (styr_record_is (records->pdata[i], "type", type->id))
      {
        total += styr_record_get_int (records->pdata[i], column);
        previous += styr_record_get_int (records->pdata[i], "previous_count");
      }
  if (g_str_equal (column, "count") && previous > 0)
    text = g_strdup_printf (_ ("%d (last year %d)"), (int) total, (int) previous);
  else
    text = g_strdup_printf ("%d", (int) total);
  gtk_label_set_text (GTK_LABEL (label), text);
}

static GtkWidget *
make_total (StyrEditSession *session, const StyrFeedbackType *type, guint column)
{
  GtkWidget *label = make_label (NULL, 1, "heading");

  gtk_widget_add_css_class (label, "numeric");
  g_object_set_data (G_OBJECT (label), "styr-type", (gpointer) type);
  g_object_set_data (G_OBJECT (label), "styr-column", (gpointer) columns[column]);
  update_total_cb (session, label);
  g_signal_connect_object (session, "refreshed", G_CALLBACK (update_total_cb), label, 0);
  return label;
}

/* The model's areas, and those that someone counted before the model dropped them */
static GPtrArray *
dup_areas (StyrEditSession *session, const StyrFeedbackType *type)
{
  GPtrArray *records =
      styr_dossier_get_records (styr_edit_session_get_dossier (session), "feedback_total");
  GPtrArray *areas = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < type->areas->len; i++)
    g_ptr_array_add (areas, g_strdup (type->areas->pdata[i]));
  for (guint i = 0; i < records->len; i++)
    {
      const char *area = styr_record_get_text (records->pdata[i], "area");

      if (styr_record_is (records->pdata[i], "type", type->id) && area != NULL &&
          !styr_strings_contain (areas, area))
        g_ptr_array_add (areas, g_strdup (area));
    }
  if (areas->len == 0)
    g_ptr_array_add (areas, g_strdup (_ ("All")));
  return areas;
}

static void
add_type (GtkGrid *grid, StyrEditSession *session, const StyrFeedbackType *type)
{
  g_autoptr (GPtrArray) areas = dup_areas (session, type);
  g_autofree char *name = styr_name_sentence_case (type->name);
  int top = 0;

  gtk_grid_attach (grid, make_label (name, 0, "heading"), 0, top, 1, 1);
  for (guint column = 0; column < G_N_ELEMENTS (columns); column++)
    gtk_grid_attach (
        grid, make_label (column_title (column), 1, "caption"), (int) column + 1, top, 1, 1);
  for (guint i = 0; i < areas->len; i++)
    {
      top++;
      gtk_grid_attach (grid, make_label (areas->pdata[i], 0, NULL), 0, top, 1, 1);
      for (guint column = 0; column < G_N_ELEMENTS (columns); column++)
        gtk_grid_attach (
            grid, make_cell (session, type, areas->pdata[i], column), (int) column + 1, top, 1, 1);
    }
  top++;
  gtk_grid_attach (grid, make_label (_ ("Total"), 0, "heading"), 0, top, 1, 1);
  for (guint column = 0; column < G_N_ELEMENTS (columns); column++)
    gtk_grid_attach (grid, make_total (session, type, column), (int) column + 1, top, 1, 1);
}

/**
 * styr_feedback_editor_new:
 * @session: the document
 * @section: a section of kind feedback
 *
 * Returns: (transfer floating): a table for each type of feedback, with totals
 */
GtkWidget *
styr_feedback_editor_new (StyrEditSession *session, const StyrSection *section)
{
  GPtrArray *types = styr_model_get_feedback_types (styr_edit_session_get_model (session));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (box, "styr-cards");
  for (guint i = 0; i < types->len; i++)
    {
      GtkWidget *grid = gtk_grid_new ();

      gtk_widget_add_css_class (grid, "styr-table");
      gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
      add_type (GTK_GRID (grid), session, g_ptr_array_index (types, i));
      gtk_box_append (GTK_BOX (box), grid);
    }
  return box;
}
