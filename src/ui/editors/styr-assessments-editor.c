/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-section-editors.h"

#include "styr-item-list.h"

#include <glib/gi18n-lib.h>

static GPtrArray *
dup_records (StyrItemList *list)
{
  return styr_dossier_dup_goals (styr_edit_session_get_dossier (styr_item_list_get_session (list)),
                                 styr_item_list_get_section (list));
}

static GtkWidget *
create (StyrItemList *list, StyrRecord *goal)
{
  return styr_assessment_card_new (styr_item_list_get_session (list),
                                   styr_item_list_get_section (list),
                                   styr_record_get_id (goal));
}

/**
 * styr_assessments_editor_new:
 * @session: the document
 * @section: a section of kind assessments
 *
 * Returns: (transfer floating): a card for each goal of the plans that the document follows up
 */
GtkWidget *
styr_assessments_editor_new (StyrEditSession *session, const StyrSection *section)
{
  static const StyrItemFuncs funcs = { dup_records, create, NULL };
  GtkWidget *list = styr_item_list_new (session, section, NULL, &funcs);
  const StyrDocumentType *plan =
      section->document_type != NULL
          ? styr_model_find_document_type (styr_edit_session_get_model (session),
                                           section->document_type)
          : NULL;
  g_autofree char *empty = g_strdup_printf (
      C_ ("a document type",
          "There are no goals to assess yet: they come from the %s of the same period."),
      plan != NULL ? plan->name : _ ("plan"));

  gtk_widget_add_css_class (list, "styr-cards");
  styr_item_list_set_empty (STYR_ITEM_LIST (list), empty);
  return list;
}
