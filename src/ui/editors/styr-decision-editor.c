/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-section-editors.h"

#include "styr-decision-parts.h"
#include "styr-item-card.h"
#include "styr-workspace-decisions.h"

#include <glib/gi18n-lib.h>

/* The decisions that a document proposes. Each is edited by a session of its own, the same as on
 * the decision's page. */

static char *
dup_title (StyrDossier *dossier, const char *id)
{
  guint number = styr_decision_part_number (dossier, "decision", id);

  return number > 0 ? g_strdup_printf (_ ("Decision %u"), number) : g_strdup ("");
}

static GtkWidget *
make_link (const char *decision_id)
{
  GtkWidget *link = gtk_button_new_with_label (_ ("Open in the register of decisions"));

  gtk_widget_add_css_class (link, "flat");
  gtk_widget_set_halign (link, GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (link), "s", decision_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (link), "win.open-decision");
  return link;
}

static GtkWidget *
create (StyrItemList *list, StyrRecord *record)
{
  StyrEditSession *document = styr_item_list_get_session (list);
  const char *id = styr_record_get_id (record);
  StyrEditSession *session =
      styr_edit_session_new_decision (styr_edit_session_get_workspace (document), id, document);
  GtkWidget *card = styr_item_card_new (document, "decision", id, dup_title);

  g_object_set_data_full (G_OBJECT (card), "styr-decision-session", session, g_object_unref);
  if (styr_edit_session_get_dossier (session) != NULL)
    styr_item_card_append (STYR_ITEM_CARD (card), styr_decision_form_new (session));
  styr_item_card_append (STYR_ITEM_CARD (card), make_link (id));
  return card;
}

static char *
add (StyrItemList *list, GError **error)
{
  StyrEditSession *session = styr_item_list_get_session (list);

  return styr_workspace_add_decision (styr_edit_session_get_workspace (session),
                                      styr_edit_session_get_document_id (session),
                                      error);
}

/**
 * styr_decision_editor_new:
 * @session: the document
 * @section: a section of kind decision
 *
 * Returns: (transfer floating): what the document proposes to decide
 */
GtkWidget *
styr_decision_editor_new (StyrEditSession *session, const StyrSection *section)
{
  static const StyrItemFuncs funcs = { NULL, create, add };
  GtkWidget *list = styr_item_list_new (session, section, NULL, &funcs);

  gtk_widget_add_css_class (list, "styr-cards");
  styr_item_list_set_add (STYR_ITEM_LIST (list), _ ("Add decision"), NULL);
  return list;
}
