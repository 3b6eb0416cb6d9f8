/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-section-editors.h"

#include "styr-field-options.h"
#include "styr-form.h"
#include "styr-goal-options.h"
#include "styr-item-card.h"
#include "styr-item-list.h"

#include <glib/gi18n-lib.h>

static char *
dup_title (StyrDossier *dossier, const char *id)
{
  StyrRecord *record = styr_dossier_find (dossier, "activity", id);
  g_autoptr (GPtrArray) all = NULL;
  guint index = 0;

  if (record == NULL)
    return g_strdup ("");
  all = styr_dossier_dup_where (
      dossier, "activity", "section", styr_record_get_text (record, "section"));
  while (index < all->len && all->pdata[index] != record)
    index++;
  return g_strdup_printf (_ ("Activity %u"), index + 1);
}

static GtkWidget *
add_field (GtkWidget *form,
           StyrEditSession *session,
           const char *id,
           const char *column,
           const char *title,
           StyrFieldKind kind,
           const char *which)
{
  StyrField field = STYR_FIELD_SPEC (column, title, kind);

  field.required = g_str_equal (column, "text");
  return styr_form_add (
      form, session, &field, styr_binding_new_item ("activity", id, column), which);
}

static GtkWidget *
create (StyrItemList *list, StyrRecord *record)
{
  StyrEditSession *session = styr_item_list_get_session (list);
  const char *id = styr_record_get_id (record);
  GtkWidget *card = styr_item_card_new (session, "activity", id, dup_title);
  GtkWidget *form = styr_form_new ();
  GtkWidget *row;
  g_autofree char *title = dup_title (styr_edit_session_get_dossier (session), id);
  g_autofree char *which = g_utf8_strdown (title, -1);

  add_field (form, session, id, "text", _ ("What is to be done"), STYR_FIELD_LONG_TEXT, which);
  styr_form_append (
      form,
      styr_goal_field_new (session, styr_item_list_get_section (list), "activity", id, which));
  add_field (form, session, id, "responsible", _ ("Responsible (role)"), STYR_FIELD_TEXT, which);
  add_field (form, session, id, "starts_on", _ ("Begins"), STYR_FIELD_DATE, which);
  add_field (form, session, id, "due_on", _ ("Done by"), STYR_FIELD_DATE, which);
  row = add_field (form, session, id, "status", _ ("State"), STYR_FIELD_CHOICE, which);
  styr_field_row_set_options (STYR_FIELD_ROW (row), styr_field_options_of_progress ());
  styr_field_row_set_certain (STYR_FIELD_ROW (row));
  add_field (form, session, id, "result", _ ("Result"), STYR_FIELD_LONG_TEXT, which);
  styr_item_card_append (STYR_ITEM_CARD (card), form);
  return card;
}

static char *
add (StyrItemList *list, GError **error)
{
  StyrEditSession *session = styr_item_list_get_session (list);

  return styr_workspace_add_activity (styr_edit_session_get_workspace (session),
                                      styr_edit_session_get_document_id (session),
                                      styr_item_list_get_section (list)->id,
                                      NULL,
                                      error);
}

/**
 * styr_activities_editor_new:
 * @session: the document
 * @section: a section of kind activities
 *
 * Returns: (transfer floating): what is to be done for the goals of the plans
 */
GtkWidget *
styr_activities_editor_new (StyrEditSession *session, const StyrSection *section)
{
  static const StyrItemFuncs funcs = { NULL, create, add };
  GtkWidget *list = styr_item_list_new (session, section, NULL, &funcs);

  gtk_widget_add_css_class (list, "styr-cards");
  styr_item_list_set_add (STYR_ITEM_LIST (list), _ ("Add activity"), NULL);
  return list;
}
