/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-section-editors.h"

#include "styr-form.h"
#include "styr-item-card.h"
#include "styr-item-list.h"
#include "styr-names.h"

#include <glib/gi18n-lib.h>

static char *
dup_title (StyrDossier *dossier, const char *id)
{
  StyrRecord *row = styr_dossier_find (dossier, "document_row", id);
  const StyrSection *section;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *word = NULL;
  guint index = 0;

  if (row == NULL)
    return g_strdup ("");
  section = styr_document_type_find_section (styr_dossier_get_document_type (dossier),
                                             styr_record_get_text (row, "section"));
  if (section == NULL)
    return g_strdup ("");
  rows = styr_dossier_dup_rows (dossier, section);
  while (index < rows->len && rows->pdata[index] != row)
    index++;
  word = styr_name_sentence_case (section->item_name != NULL ? section->item_name : _ ("row"));
  return g_strdup_printf ("%s %u", word, index + 1);
}

static GtkWidget *
create (StyrItemList *list, StyrRecord *record)
{
  StyrEditSession *session = styr_item_list_get_session (list);
  const char *id = styr_record_get_id (record);
  GtkWidget *card = styr_item_card_new (session, "document_row", id, dup_title);
  GtkWidget *form = styr_form_new ();
  g_autofree char *which = dup_title (styr_edit_session_get_dossier (session), id);
  g_autofree char *lower = g_utf8_strdown (which, -1);

  styr_form_add_fields (form, session, styr_item_list_get_section (list)->fields, id, NULL, lower);
  styr_item_card_append (STYR_ITEM_CARD (card), form);
  return card;
}

static char *
add (StyrItemList *list, GError **error)
{
  StyrEditSession *session = styr_item_list_get_session (list);

  return styr_workspace_add_row (styr_edit_session_get_workspace (session),
                                 styr_edit_session_get_document_id (session),
                                 styr_item_list_get_section (list)->id,
                                 error);
}

/**
 * styr_rows_editor_new:
 * @session: the document
 * @section: a section of kind rows
 *
 * Returns: (transfer floating): its records, each with the section's fields as columns
 */
GtkWidget *
styr_rows_editor_new (StyrEditSession *session, const StyrSection *section)
{
  static const StyrItemFuncs funcs = { NULL, create, add };
  GtkWidget *list = styr_item_list_new (session, section, NULL, &funcs);
  const char *item = section->item_name != NULL ? section->item_name : _ ("row");
  g_autofree char *label = g_strdup_printf (C_ ("button: a risk, a conclusion …", "Add %s"), item);
  g_autofree char *name = g_strdup_printf (
      C_ ("a risk, a conclusion …, in which section", "Add %s, %s"), item, section->title);

  gtk_widget_add_css_class (list, "styr-cards");
  styr_item_list_set_add (STYR_ITEM_LIST (list), label, name);
  return list;
}
