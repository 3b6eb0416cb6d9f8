/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-section-editors.h"

#include "styr-item-list.h"
#include "styr-names.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

static GPtrArray *
dup_goals (StyrItemList *list)
{
  const StyrSection *section = styr_item_list_get_section (list);
  const char *parent = styr_item_list_get_owner_id (list);
  StyrDossier *dossier = styr_edit_session_get_dossier (styr_item_list_get_session (list));
  g_autoptr (GPtrArray) all = styr_dossier_dup_goals (dossier, section);
  GPtrArray *goals = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    {
      const char *own = styr_record_get_text (all->pdata[i], "parent_id");

      /* A goal whose group is gone stands last, with those that never had one */
      if (section->parent_goal_type == NULL || g_strcmp0 (own, parent) == 0 ||
          (parent == NULL && styr_dossier_find (dossier, "goal", own) == NULL))
        g_ptr_array_add (goals, g_object_ref (all->pdata[i]));
    }
  return goals;
}

static GtkWidget *
create_goal (StyrItemList *list, StyrRecord *goal)
{
  return styr_goal_card_new (styr_item_list_get_session (list),
                             styr_item_list_get_section (list),
                             styr_record_get_id (goal));
}

static char *
add_goal (StyrItemList *list, GError **error)
{
  StyrEditSession *session = styr_item_list_get_session (list);

  return styr_workspace_add_goal (styr_edit_session_get_workspace (session),
                                  styr_edit_session_get_document_id (session),
                                  styr_item_list_get_section (list)->id,
                                  styr_item_list_get_owner_id (list),
                                  error);
}

static GtkWidget *
goal_list_new (StyrEditSession *session,
               const StyrSection *section,
               const char *parent_id,
               const char *parent_name)
{
  static const StyrItemFuncs funcs = { dup_goals, create_goal, add_goal };
  const StyrGoalType *type =
      styr_model_find_goal_type (styr_edit_session_get_model (session), section->goal_type);
  const char *word = type != NULL ? type->name : _ ("goal");
  GtkWidget *list = styr_item_list_new (session, section, parent_id, &funcs);
  g_autofree char *label = g_strdup_printf (C_ ("button: a risk, a conclusion …", "Add %s"), word);
  g_autofree char *name =
      parent_name != NULL ? g_strdup_printf ("%s, %s", label, parent_name) : NULL;

  gtk_widget_add_css_class (list, "styr-cards");
  styr_item_list_set_add (STYR_ITEM_LIST (list), label, name);
  return list;
}

/* The groups: målområden, each with its goals */

static GPtrArray *
dup_groups (StyrItemList *list)
{
  StyrEditSession *session = styr_item_list_get_session (list);
  StyrDossier *dossier = styr_edit_session_get_dossier (session);
  g_autoptr (GPtrArray) all = styr_dossier_dup_where (
      dossier, "goal", "type", styr_item_list_get_section (list)->parent_goal_type);
  GPtrArray *own = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    if (styr_record_is (all->pdata[i], "document_id", styr_edit_session_get_document_id (session)))
      g_ptr_array_add (own, g_object_ref (all->pdata[i]));
  return own;
}

static void
update_group_cb (GtkWidget *heading, StyrEditSession *session)
{
  const char *id = g_object_get_data (G_OBJECT (heading), "styr-id");
  g_autofree char *name = styr_name_of_goal_long (styr_edit_session_get_dossier (session), id);

  gtk_label_set_text (GTK_LABEL (heading), name);
}

static void
group_refreshed_cb (StyrEditSession *session, GtkWidget *heading)
{
  update_group_cb (heading, session);
}

static GtkWidget *
create_group (StyrItemList *list, StyrRecord *group)
{
  StyrEditSession *session = styr_item_list_get_session (list);
  const char *id = styr_record_get_id (group);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (NULL);
  g_autofree char *name = styr_name_of_goal (styr_edit_session_get_dossier (session), id);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "title-4");
  gtk_widget_add_css_class (heading, "styr-group");
  g_object_set_data_full (G_OBJECT (heading), "styr-id", g_strdup (id), g_free);
  update_group_cb (heading, session);
  g_signal_connect_object (session, "refreshed", G_CALLBACK (group_refreshed_cb), heading, 0);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box),
                  goal_list_new (session, styr_item_list_get_section (list), id, name));
  return box;
}

static void
update_loose_cb (StyrEditSession *session, GtkWidget *loose)
{
  GtkWidget *groups = gtk_widget_get_prev_sibling (loose);
  gboolean no_groups =
      gtk_widget_get_first_child (styr_item_list_get_box (STYR_ITEM_LIST (groups))) == NULL;

  /* With groups, goals are added in them; what stands outside is only shown if there is something
   */
  gtk_widget_set_visible (loose,
                          no_groups || gtk_widget_get_first_child (styr_item_list_get_box (
                                           STYR_ITEM_LIST (loose))) != NULL);
}

/**
 * styr_goals_editor_new:
 * @session: the document
 * @section: a section of kind goals
 *
 * Returns: (transfer floating): its goals with criteria and links, under their groups if the model
 * groups them
 */
GtkWidget *
styr_goals_editor_new (StyrEditSession *session, const StyrSection *section)
{
  static const StyrItemFuncs funcs = { dup_groups, create_group, NULL };
  GtkWidget *box, *groups, *loose;

  if (section->parent_goal_type == NULL)
    return goal_list_new (session, section, NULL, NULL);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  groups = styr_item_list_new (session, section, NULL, &funcs);
  gtk_widget_add_css_class (groups, "styr-cards");
  loose = goal_list_new (session, section, NULL, NULL);
  gtk_box_append (GTK_BOX (box), groups);
  gtk_box_append (GTK_BOX (box), loose);
  update_loose_cb (session, loose);
  g_signal_connect_object (
      session, "refreshed", G_CALLBACK (update_loose_cb), loose, G_CONNECT_AFTER);
  return box;
}
