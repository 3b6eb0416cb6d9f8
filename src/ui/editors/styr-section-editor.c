/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-section-editor.h"

#include "styr-form.h"
#include "styr-section-editors.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

/* "" when nothing is asked for */
static const char *
get_symbol (StyrCompletion completion)
{
  if (completion.total == 0)
    return "";
  if (completion.done >= completion.total)
    return "✓";
  return completion.done > 0 ? "◐" : "○";
}

/**
 * styr_completion_dup_text:
 * @completion: done and total
 *
 * Returns: (transfer full): "◐ 2/5"
 */
char *
styr_completion_dup_text (StyrCompletion completion)
{
  if (completion.total == 0)
    return g_strdup ("");
  return g_strdup_printf ("%s %d/%d", get_symbol (completion), completion.done, completion.total);
}

static GtkWidget *
make_list (StyrEditSession *session, const StyrSection *section)
{
  switch (section->kind)
    {
    case STYR_SECTION_ROWS:
      return styr_rows_editor_new (session, section);
    case STYR_SECTION_GOALS:
      return styr_goals_editor_new (session, section);
    case STYR_SECTION_ASSESSMENTS:
      return styr_assessments_editor_new (session, section);
    case STYR_SECTION_ACTIVITIES:
      return styr_activities_editor_new (session, section);
    case STYR_SECTION_MEASURES:
      return styr_measures_editor_new (session, section);
    case STYR_SECTION_FEEDBACK:
      return styr_feedback_editor_new (session, section);
    case STYR_SECTION_ECONOMY:
      return styr_economy_editor_new (session, section);
    case STYR_SECTION_DECISION:
      return styr_decision_editor_new (session, section);
    case STYR_SECTION_FIELDS:
    default:
      return NULL;
    }
}

static void
update_badge_cb (StyrEditSession *session, GtkWidget *badge)
{
  const StyrSection *section = g_object_get_data (G_OBJECT (badge), "styr-section");
  StyrCompletion completion =
      styr_dossier_get_section_completion (styr_edit_session_get_dossier (session), section);
  g_autofree char *text = styr_completion_dup_text (completion);

  gtk_label_set_text (GTK_LABEL (badge), text);
  gtk_widget_set_visible (badge, *text != '\0');
}

static GtkWidget *
make_head (StyrEditSession *session, const StyrSection *section)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *badge = gtk_label_new (NULL);

  gtk_label_set_text (GTK_LABEL (title), section->title);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "title-3");
  gtk_widget_add_css_class (badge, "dim-label");
  gtk_widget_add_css_class (badge, "numeric");
  gtk_widget_set_valign (badge, GTK_ALIGN_BASELINE);
  g_object_set_data (G_OBJECT (badge), "styr-section", (gpointer) section);
  update_badge_cb (session, badge);
  g_signal_connect_object (session, "refreshed", G_CALLBACK (update_badge_cb), badge, 0);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), badge);
  return head;
}

/**
 * styr_section_editor_new:
 * @session: the document
 * @section: one of its type's sections
 *
 * Returns: (transfer floating): title, instruction, the section's fields as a form and its list
 */
GtkWidget *
styr_section_editor_new (StyrEditSession *session, const StyrSection *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list;

  gtk_widget_add_css_class (box, "styr-section");
  gtk_box_append (GTK_BOX (box), make_head (session, section));
  if (section->help != NULL)
    {
      GtkWidget *help = styr_quiet_label_new (section->help);

      gtk_widget_add_css_class (help, "styr-help");
      gtk_box_append (GTK_BOX (box), help);
    }
  if (section->kind != STYR_SECTION_ROWS && section->fields->len > 0)
    {
      GtkWidget *form = styr_form_new ();

      gtk_widget_add_css_class (form, "styr-framed");
      styr_form_add_fields (form,
                            session,
                            section->fields,
                            styr_edit_session_get_document_id (session),
                            section->id,
                            NULL);
      gtk_box_append (GTK_BOX (box), form);
    }
  list = make_list (session, section);
  if (list != NULL)
    gtk_box_append (GTK_BOX (box), list);
  return box;
}
