/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "editor-fixture.h"

static GtkWidget *
make_nothing (StyrWorkspace *workspace)
{
  return gtk_label_new (NULL);
}

/** Shows a document in the fixture's window; the first call also makes the window and the database.
 */
void
editor_fixture_open (PageFixture *fixture, const char *document_id)
{
  if (fixture->workspace == NULL)
    page_fixture_set_up (fixture, make_nothing, FALSE);
  if (document_id == NULL)
    return;
  fixture->page = styr_document_editor_new (fixture->workspace, document_id);
  styr_document_editor_build_all (STYR_DOCUMENT_EDITOR (fixture->page));
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->page);
  page_fixture_settle (30);
}

void
editor_fixture_tear_down (PageFixture *fixture, gconstpointer data)
{
  page_fixture_tear_down (fixture);
}

/** Makes a document of a type for the first unit that may have one; (transfer full). */
char *
editor_fixture_make (StyrWorkspace *workspace, const StyrDocumentType *type)
{
  GListModel *units = styr_workspace_get_units (workspace);
  g_autoptr (GError) error = NULL;
  char *id;

  for (guint i = 0; type->producers->len > 0 && i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (StyrRecord) unit = g_list_model_get_item (units, i);

      if (!styr_strings_contain (type->producers, styr_record_get_text (unit, "type")))
        continue;
      id = styr_workspace_create_document (
          workspace, type->id, styr_record_get_id (unit), 2027, &error);
      g_assert_no_error (error);
      return id;
    }
  id = styr_workspace_create_document (workspace, type->id, NULL, 2027, &error);
  g_assert_no_error (error);
  return id;
}

static gboolean
has_name (GtkWidget *widget, const char *name)
{
  g_autofree char *other = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  return other == NULL;
}

/** Returns: (transfer none): the only widget of a type that a screen reader calls @name. */
GtkWidget *
editor_fixture_find_named (PageFixture *fixture, GType type, const char *name)
{
  g_autoptr (GPtrArray) all = page_fixture_find_all (fixture->page, type);
  GtkWidget *found = NULL;

  for (guint i = 0; i < all->len; i++)
    if (has_name (all->pdata[i], name))
      {
        g_assert_null (found);
        found = all->pdata[i];
      }
  if (found == NULL)
    g_error ("Nothing is called “%s”", name);
  return found;
}

/** Returns: (transfer none): the row whose control is called @name. */
StyrFieldRow *
editor_fixture_find_row (PageFixture *fixture, const char *name)
{
  g_autoptr (GPtrArray) rows = page_fixture_find_all (fixture->page, STYR_TYPE_FIELD_ROW);

  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *editor = styr_field_row_get_editor (rows->pdata[i]);

      if (STYR_IS_CHOICE_BUTTON (editor))
        editor = gtk_widget_get_first_child (editor);
      if (has_name (editor, name))
        return rows->pdata[i];
    }
  g_error ("No field is called “%s”", name);
}

/** Does what typing over the whole field does. */
void
editor_fixture_type (StyrFieldRow *row, const char *text)
{
  GtkWidget *editor = styr_field_row_get_editor (row);

  if (GTK_IS_TEXT_VIEW (editor))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), text, -1);
  else if (GTK_IS_SWITCH (editor))
    gtk_switch_set_active (GTK_SWITCH (editor), *text != '\0');
  else if (STYR_IS_CHOICE_BUTTON (editor))
    {
      styr_choice_button_set_selected (STYR_CHOICE_BUTTON (editor), text);
      g_signal_emit_by_name (editor, "chosen");
    }
  else
    gtk_editable_set_text (GTK_EDITABLE (editor), text);
}

/** Returns: (transfer full): what stands in the field. */
char *
editor_fixture_dup_shown (StyrFieldRow *row)
{
  GtkWidget *editor = styr_field_row_get_editor (row);
  GtkTextIter start, end;

  if (!GTK_IS_TEXT_VIEW (editor))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (editor)));
  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), &start, &end);
  return gtk_text_iter_get_text (&start, &end);
}

/** Returns: (transfer full): the document as it is in the database. */
StyrDossier *
editor_fixture_dup_dossier (PageFixture *fixture)
{
  g_autofree char *id = page_fixture_dup_text (fixture, "document-id");
  g_autoptr (GError) error = NULL;
  StyrDossier *dossier = styr_workspace_dup_dossier (fixture->workspace, id, &error);

  g_assert_no_error (error);
  return dossier;
}

/** How many entries the history has. */
guint
editor_fixture_count_changes (PageFixture *fixture)
{
  return g_list_model_get_n_items (styr_workspace_get_history (fixture->workspace));
}
