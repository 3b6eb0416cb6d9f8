/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-section-editors.h"

#include "styr-document-notes.h"
#include "styr-form.h"
#include "styr-item-card.h"
#include "styr-names.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
sub_heading_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "styr-sub");
  return label;
}

/* Number and text stand on one line, as they will in the document */
static void
add_text (GtkWidget *form,
          StyrEditSession *session,
          const StyrGoalType *type,
          const char *goal_id,
          const char *name)
{
  g_autofree char *word = styr_name_sentence_case (type != NULL ? type->name : _ ("goal"));
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_autofree char *label_name = g_strdup_printf (_ ("Number, %s"), lower);
  StyrField label = STYR_FIELD_SPEC ("label", C_ ("of a goal", "No."), STYR_FIELD_TEXT);
  StyrField text = STYR_FIELD_SPEC ("text", word, STYR_FIELD_LONG_TEXT);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label_row, *text_row;

  text.required = TRUE;
  label_row =
      styr_field_row_new (session, &label, styr_binding_new_item ("goal", goal_id, "label"));
  text_row = styr_field_row_new (session, &text, styr_binding_new_item ("goal", goal_id, "text"));
  styr_field_row_set_name_text (STYR_FIELD_ROW (label_row), label_name);
  styr_field_row_set_name_text (STYR_FIELD_ROW (text_row), name);
  gtk_widget_set_size_request (label_row, 72, -1);
  gtk_widget_set_hexpand (text_row, TRUE);
  gtk_widget_add_css_class (line, "styr-line");
  gtk_widget_add_css_class (text_row, "styr-strong");
  gtk_box_append (GTK_BOX (line), text_row);
  gtk_box_append (GTK_BOX (line), label_row);
  styr_form_append (form, line);
}

static gboolean
has_own_motivation (const StyrGoalType *type)
{
  for (guint i = 0; type != NULL && i < type->fields->len; i++)
    if (g_str_equal (((StyrField *) type->fields->pdata[i])->id, "motivation"))
      return TRUE;
  return FALSE;
}

/**
 * styr_goal_card_new:
 * @session: the document
 * @section: the section of kind goals
 * @goal_id: the goal
 *
 * Returns: (transfer floating): everything about one goal
 */
GtkWidget *
styr_goal_card_new (StyrEditSession *session, const StyrSection *section, const char *goal_id)
{
  const StyrGoalType *type =
      styr_model_find_goal_type (styr_edit_session_get_model (session), section->goal_type);
  GtkWidget *card = styr_item_card_new (session, "goal", goal_id, styr_name_of_goal);
  GtkWidget *form = styr_form_new ();
  g_autofree char *name = styr_name_of_goal (styr_edit_session_get_dossier (session), goal_id);
  g_autofree char *lower = g_utf8_strdown (name, -1);

  add_text (form, session, type, goal_id, name);
  if (type != NULL)
    styr_form_add_fields (form, session, type->fields, goal_id, NULL, lower);
  if (!has_own_motivation (type))
    styr_form_add (form,
                   session,
                   &STYR_FIELD_SPEC ("motivation", _ ("Why this goal"), STYR_FIELD_LONG_TEXT),
                   styr_binding_new_item ("goal", goal_id, "motivation"),
                   lower);
  if (type != NULL && type->criterion_kinds->len > 0)
    {
      styr_form_append (form, sub_heading_new (_ ("The goal is reached when")));
      styr_form_append (form, styr_criteria_list_new (session, section, goal_id));
    }
  if (section->link_goal_type != NULL)
    {
      const StyrGoalType *target = styr_model_find_goal_type (styr_edit_session_get_model (session),
                                                              section->link_goal_type);
      g_autofree char *text = g_strdup_printf (C_ ("the plural of a goal type", "Serves these %s"),
                                               target != NULL ? target->plural : _ ("goals"));

      styr_form_append (form, sub_heading_new (text));
      styr_form_append (form, styr_goal_links_new (session, section, goal_id));
    }
  styr_item_card_append (STYR_ITEM_CARD (card), form);
  styr_item_card_append (STYR_ITEM_CARD (card), styr_notes_box_new_for (session, "goal", goal_id));
  return card;
}
