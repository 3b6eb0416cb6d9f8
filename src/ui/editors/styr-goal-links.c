/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-section-editors.h"

#include "styr-form.h"
#include "styr-item-list.h"
#include "styr-names.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

/* The list of one goal's links, the button that adds one, and the reason when there is none */
typedef struct
{
  StyrEditSession *session;
  const StyrSection *section;
  char *goal_id;
  GtkWidget *list;
  GtkWidget *choice;
  GtkWidget *own_reason;
} Links;

static void
links_free (gpointer data)
{
  Links *self = data;

  g_free (self->goal_id);
  g_free (self);
}

static GPtrArray *
load_targets (StyrEditSession *session, const StyrSection *section)
{
  return styr_workspace_dup_link_targets (styr_edit_session_get_workspace (session),
                                          styr_edit_session_get_document_id (session),
                                          section);
}

/* The goals above seldom change: read once for all the links of a document */
static GPtrArray *
get_targets (StyrEditSession *session, const StyrSection *section)
{
  GPtrArray *targets = g_object_get_data (G_OBJECT (session), "styr-link-targets");

  if (targets == NULL)
    {
      targets = load_targets (session, section);
      g_object_set_data_full (
          G_OBJECT (session), "styr-link-targets", targets, (GDestroyNotify) g_ptr_array_unref);
    }
  return targets;
}

static char *
describe_target (StyrRecord *target)
{
  const char *label = styr_record_get_text (target, "label");
  const char *text = styr_record_get_text (target, "text");

  if (label == NULL)
    return g_strdup (text);
  return g_strdup_printf ("%s. %s", label, text != NULL ? text : "");
}

static char *
describe_target_id (StyrEditSession *session, const StyrSection *section, const char *target_id)
{
  GPtrArray *targets = get_targets (session, section);

  for (guint i = 0; i < targets->len; i++)
    if (g_strcmp0 (styr_record_get_id (targets->pdata[i]), target_id) == 0)
      return describe_target (targets->pdata[i]);
  return styr_name_of_goal_long (styr_edit_session_get_dossier (session), target_id);
}

static GPtrArray *
kind_options (void)
{
  GPtrArray *options = styr_options_new ();

  styr_options_add (options, "direct", C_ ("link between goals", "Directly"), NULL);
  styr_options_add (options, "indirect", C_ ("link between goals", "Indirectly"), NULL);
  return options;
}

static void
remove_cb (GtkButton *button, StyrEditSession *session)
{
  const char *id = g_object_get_data (G_OBJECT (button), "styr-id");
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (button)));
  g_autoptr (GError) error = NULL;

  styr_edit_session_flush (session);
  if (!styr_workspace_remove_item (styr_edit_session_get_workspace (session),
                                   styr_edit_session_get_document_id (session),
                                   "goal_link",
                                   id,
                                   &error))
    {
      styr_widget_show_error (GTK_WIDGET (button), error->message);
      return;
    }
  styr_edit_session_refresh (session);
  if (window != NULL)
    styr_widget_show_toast (window, _ ("The link was removed"), TRUE);
}

static void
show_editable_cb (StyrEditSession *session, GtkWidget *button)
{
  gtk_widget_set_visible (button, styr_edit_session_is_editable (session));
}

static GtkWidget *
make_remove (StyrEditSession *session, const char *id, const char *which)
{
  g_autofree char *name = g_strdup_printf (_ ("Remove the link to %s"), which);
  GtkWidget *button = styr_icon_button_new ("user-trash-symbolic", name);

  g_object_set_data_full (G_OBJECT (button), "styr-id", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), session, 0);
  show_editable_cb (session, button);
  g_signal_connect_object (session, "refreshed", G_CALLBACK (show_editable_cb), button, 0);
  return button;
}

static GtkWidget *
create (StyrItemList *list, StyrRecord *record)
{
  StyrEditSession *session = styr_item_list_get_session (list);
  const char *id = styr_record_get_id (record);
  StyrField kind = STYR_FIELD_SPEC ("kind", _ ("How"), STYR_FIELD_CHOICE);
  StyrField why =
      STYR_FIELD_SPEC ("motivation", _ ("How our goal contributes"), STYR_FIELD_LONG_TEXT);
  g_autofree char *text = describe_target_id (
      session, styr_item_list_get_section (list), styr_record_get_text (record, "target_id"));
  GtkWidget *form = styr_form_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row;
  g_autofree char *goal = styr_name_of_goal (styr_edit_session_get_dossier (session),
                                             styr_record_get_text (record, "goal_id"));
  g_autofree char *lower = g_utf8_strdown (goal, -1);
  /* who hears the name can't see which goal the link stands under */
  g_autofree char *which = g_strdup_printf ("%s, %s", text, lower);
  g_autofree char *kind_name = g_strdup_printf (_ ("Directly or indirectly, link to %s"), which);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  row = styr_field_row_new (session, &kind, styr_binding_new_item ("goal_link", id, "kind"));
  styr_field_row_set_options (STYR_FIELD_ROW (row), kind_options ());
  styr_field_row_set_certain (STYR_FIELD_ROW (row));
  styr_field_row_set_name_text (STYR_FIELD_ROW (row), kind_name);
  styr_field_row_set_plain (STYR_FIELD_ROW (row));
  gtk_widget_add_css_class (line, "styr-link");
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("go-up-symbolic"));
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), row);
  gtk_box_append (GTK_BOX (line), make_remove (session, id, which));
  styr_form_append (form, line);
  styr_form_add (form, session, &why, styr_binding_new_item ("goal_link", id, "motivation"), which);
  return form;
}

static GPtrArray *
dup_records (StyrItemList *list)
{
  return styr_dossier_dup_where (styr_edit_session_get_dossier (styr_item_list_get_session (list)),
                                 "goal_link",
                                 "goal_id",
                                 styr_item_list_get_owner_id (list));
}

static GPtrArray *
provide_targets (gpointer data)
{
  Links *self = data;
  GPtrArray *targets = load_targets (self->session, self->section);
  GPtrArray *options = styr_options_new ();
  g_autoptr (GPtrArray) links = styr_dossier_dup_where (
      styr_edit_session_get_dossier (self->session), "goal_link", "goal_id", self->goal_id);

  g_object_set_data_full (
      G_OBJECT (self->session), "styr-link-targets", targets, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < targets->len; i++)
    {
      const char *id = styr_record_get_id (targets->pdata[i]);
      g_autofree char *text = describe_target (targets->pdata[i]);
      gboolean linked = FALSE;

      for (guint l = 0; l < links->len; l++)
        linked |= styr_record_is (links->pdata[l], "target_id", id);
      if (!linked)
        styr_options_add (options, id, text, styr_record_get_text (targets->pdata[i], "area"));
    }
  return options;
}

static void
chosen_cb (StyrChoiceButton *choice, Links *self)
{
  g_autofree char *target = g_strdup (styr_choice_button_get_selected (choice));
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *row;

  styr_choice_button_set_selected (choice, NULL);
  styr_edit_session_flush (self->session);
  id = styr_workspace_add_link (styr_edit_session_get_workspace (self->session),
                                styr_edit_session_get_document_id (self->session),
                                self->goal_id,
                                target,
                                STYR_LINK_DIRECT,
                                &error);
  if (id == NULL)
    {
      styr_widget_show_error (GTK_WIDGET (choice), error->message);
      return;
    }
  styr_edit_session_refresh (self->session);
  row = styr_item_list_find (STYR_ITEM_LIST (self->list), id);
  if (row != NULL)
    styr_widget_focus_first (row);
}

static void
show_own_reason (Links *self, gboolean visible)
{
  StyrField reason = STYR_FIELD_SPEC (
      "own_reason", _ ("A goal of our own: why it serves none of them"), STYR_FIELD_LONG_TEXT);
  g_autofree char *goal = NULL;
  g_autofree char *lower = NULL;

  gtk_widget_set_visible (self->own_reason, visible);
  if (!visible || gtk_widget_get_first_child (self->own_reason) != NULL)
    return;
  goal = styr_name_of_goal (styr_edit_session_get_dossier (self->session), self->goal_id);
  lower = g_utf8_strdown (goal, -1);
  styr_form_add (self->own_reason,
                 self->session,
                 &reason,
                 styr_binding_new_item ("goal", self->goal_id, "own_reason"),
                 lower);
}

static void
update_cb (StyrEditSession *session, GtkWidget *box)
{
  Links *self = g_object_get_data (G_OBJECT (box), "styr-links");
  StyrRecord *goal =
      styr_dossier_find (styr_edit_session_get_dossier (session), "goal", self->goal_id);
  g_autoptr (GPtrArray) links = styr_dossier_dup_where (
      styr_edit_session_get_dossier (session), "goal_link", "goal_id", self->goal_id);

  gtk_widget_set_visible (self->choice, styr_edit_session_is_editable (session));
  show_own_reason (self, links->len == 0 || (goal != NULL && styr_record_has (goal, "own_reason")));
}

/**
 * styr_goal_links_new:
 * @session: the document
 * @section: the section of kind goals
 * @goal_id: the goal
 *
 * Returns: (transfer floating): which goals above it serves, directly or indirectly, and why; or
 * why it serves none
 */
GtkWidget *
styr_goal_links_new (StyrEditSession *session, const StyrSection *section, const char *goal_id)
{
  static const StyrItemFuncs funcs = { dup_records, create, NULL };
  Links *self = g_new0 (Links, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *goal = styr_name_of_goal (styr_edit_session_get_dossier (session), goal_id);
  g_autofree char *lower = g_utf8_strdown (goal, -1);
  g_autofree char *name = g_strdup_printf (_ ("Add link, %s"), lower);

  self->session = session;
  self->section = section;
  self->goal_id = g_strdup (goal_id);
  g_object_set_data_full (G_OBJECT (box), "styr-links", self, links_free);
  self->list = styr_item_list_new (session, section, goal_id, &funcs);
  self->choice = styr_choice_button_new (_ ("Add link…"));
  styr_choice_button_set_name_text (STYR_CHOICE_BUTTON (self->choice), name);
  styr_choice_button_set_provider (
      STYR_CHOICE_BUTTON (self->choice), provide_targets, NULL, self, NULL);
  gtk_widget_add_css_class (self->choice, "styr-add");
  gtk_widget_set_halign (self->choice, GTK_ALIGN_START);
  g_signal_connect (self->choice, "chosen", G_CALLBACK (chosen_cb), self);
  self->own_reason = styr_form_new ();
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->choice);
  gtk_box_append (GTK_BOX (box), self->own_reason);
  update_cb (session, box);
  g_signal_connect_object (session, "refreshed", G_CALLBACK (update_cb), box, 0);
  return box;
}
