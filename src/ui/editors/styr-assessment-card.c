/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-section-editors.h"

#include "styr-form.h"
#include "styr-item-card.h"
#include "styr-item-list.h"
#include "styr-names.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

/* The words of the grades can be read from this width on */
#define JUDGEMENT_WIDTH 240

/* Everything that is said about one goal at the follow-up */
typedef struct
{
  StyrEditSession *session;
  const StyrSection *section;
  const StyrScale *scale;
  char *goal_id;
  char *which; /* "mål 3" */
  StyrItemCard *card;
  GtkWidget *previous;
  GtkWidget *not_assessable;
  GtkWidget *differs;
  GtkWidget *own_analysis;
  GtkWidget *needs;
  GtkWidget *needs_label;
  GtkWidget *no_measure;
} Assessment;

static void
assessment_free (gpointer data)
{
  Assessment *self = data;

  g_free (self->goal_id);
  g_free (self->which);
  g_free (self);
}

static const StyrGrade *
find_grade (Assessment *self, StyrRecord *record)
{
  return self->scale != NULL && record != NULL
             ? styr_scale_find_grade (self->scale, styr_record_get_text (record, "grade"))
             : NULL;
}

static const StyrSection *
find_measures_section (StyrEditSession *session, const StyrSection *section)
{
  const StyrDocumentType *type =
      styr_dossier_get_document_type (styr_edit_session_get_dossier (session));

  for (guint i = 0; type != NULL && i < type->sections->len; i++)
    {
      const StyrSection *other = g_ptr_array_index (type->sections, i);

      if (other->kind == STYR_SECTION_MEASURES &&
          g_strcmp0 (other->document_type, section->document_type) == 0)
        return other;
    }
  return NULL;
}

static void
update_previous (Assessment *self)
{
  StyrDossier *dossier = styr_edit_session_get_dossier (self->session);
  g_autoptr (GPtrArray) earlier =
      styr_dossier_dup_where (dossier, "previous_assessment", "current_goal_id", self->goal_id);
  const StyrGrade *grade = NULL;

  /* the decision stands after the proposal, and counts before it */
  for (guint i = 0; i < earlier->len; i++)
    if (find_grade (self, earlier->pdata[i]) != NULL &&
        (grade == NULL || styr_record_is (earlier->pdata[i], "stage", "decision")))
      grade = find_grade (self, earlier->pdata[i]);
  gtk_widget_set_visible (self->previous, grade != NULL);
  if (grade != NULL)
    {
      g_autofree char *text = g_strdup_printf (_ ("Last year: %s %s"), grade->symbol, grade->label);

      gtk_label_set_text (GTK_LABEL (self->previous), text);
    }
}

/* What is seldom asked for is made when it first is */
static void
show_text (Assessment *self,
           GtkWidget *place,
           gboolean visible,
           StyrStage stage,
           const char *column,
           const char *title)
{
  gtk_widget_set_visible (place, visible);
  if (visible && gtk_widget_get_first_child (place) == NULL)
    styr_form_add (place,
                   self->session,
                   &STYR_FIELD_SPEC (column, title, STYR_FIELD_LONG_TEXT),
                   styr_binding_new_assessment (self->goal_id, stage, column),
                   self->which);
}

static void
update_needs (Assessment *self, const StyrGrade *grade)
{
  StyrDossier *dossier = styr_edit_session_get_dossier (self->session);
  g_autoptr (GPtrArray) measures =
      styr_dossier_dup_where (dossier, "measure", "goal_id", self->goal_id);
  gboolean needs = grade != NULL && grade->needs_measure;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->needs, needs || measures->len > 0);
  show_text (self,
             self->no_measure,
             needs && measures->len == 0,
             STYR_STAGE_PROPOSAL,
             "no_measure_reason",
             _ ("No measure, because"));
  if (measures->len > 0)
    text =
        g_strdup_printf (ngettext ("✓ %u measure", "✓ %u measures", measures->len), measures->len);
  else
    text = g_strdup (_ ("! The assessment asks for a measure, or the reason why there is none."));
  gtk_label_set_text (GTK_LABEL (self->needs_label), text);
}

static void
update (Assessment *self)
{
  StyrDossier *dossier = styr_edit_session_get_dossier (self->session);
  StyrRecord *goal = styr_dossier_find (dossier, "goal", self->goal_id);
  StyrRecord *proposal = styr_dossier_find_assessment (dossier, self->goal_id, STYR_STAGE_PROPOSAL);
  StyrRecord *decision = styr_dossier_find_assessment (dossier, self->goal_id, STYR_STAGE_DECISION);
  const StyrGrade *proposed = find_grade (self, proposal);
  const StyrGrade *decided = find_grade (self, decision);
  const StyrGrade *grade = decided != NULL ? decided : proposed;
  gboolean differs = proposed != NULL && decided != NULL && proposed != decided;

  if (goal == NULL)
    return;
  styr_item_card_set_subtitle (self->card, styr_record_get_text (goal, "text"));
  update_previous (self);
  update_needs (self, grade);
  show_text (self,
             self->not_assessable,
             grade != NULL && !grade->assessable,
             STYR_STAGE_PROPOSAL,
             "reason",
             _ ("Why it can’t be assessed, and when it can"));
  show_text (self,
             self->differs,
             differs || (decision != NULL && styr_record_has (decision, "reason")),
             STYR_STAGE_DECISION,
             "reason",
             _ ("Why the decision differs from the proposal"));
  show_text (self,
             self->own_analysis,
             differs || (decision != NULL && styr_record_has (decision, "analysis")),
             STYR_STAGE_DECISION,
             "analysis",
             _ ("Analysis in the decision"));
}

static void
refreshed_cb (StyrEditSession *session, GtkWidget *card)
{
  update (g_object_get_data (G_OBJECT (card), "styr-assessment"));
}

static void
add_measure_cb (GtkWidget *button, GtkWidget *card)
{
  Assessment *self = g_object_get_data (G_OBJECT (card), "styr-assessment");
  const StyrSection *measures = find_measures_section (self->session, self->section);
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  g_assert (measures != NULL);

  styr_edit_session_flush (self->session);
  id = styr_workspace_add_measure (styr_edit_session_get_workspace (self->session),
                                   styr_edit_session_get_document_id (self->session),
                                   measures->id,
                                   self->goal_id,
                                   &error);
  if (id == NULL)
    {
      styr_widget_show_error (button, error->message);
      return;
    }
  styr_edit_session_refresh (self->session);
  gtk_widget_activate_action (button, "editor.show-item", "(ss)", measures->id, id);
}

static void
make_needs (Assessment *self)
{
  self->needs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->needs, "styr-line-text");
  self->needs_label = styr_wrapping_label_new (NULL, NULL);
  gtk_widget_set_hexpand (self->needs_label, TRUE);
  gtk_box_append (GTK_BOX (self->needs), self->needs_label);
  if (find_measures_section (self->session, self->section) != NULL)
    {
      g_autofree char *name = g_strdup_printf (_ ("Add measure, %s"), self->which);
      GtkWidget *button = styr_add_button_new (_ ("Add measure"), name);

      g_signal_connect_object (button, "clicked", G_CALLBACK (add_measure_cb), self->card, 0);
      gtk_box_append (GTK_BOX (self->needs), button);
    }
}

static GtkWidget *
add_place (GtkWidget *form)
{
  GtkWidget *place = styr_form_new ();

  styr_form_append (form, place);
  return place;
}

/* Side by side where there is room, else under each other */
static GtkWidget *
make_judgements (Assessment *self)
{
  GtkWidget *line = gtk_flow_box_new ();
  const StyrStage stages[] = { STYR_STAGE_PROPOSAL, STYR_STAGE_DECISION };

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (line), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (line), TRUE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (line), G_N_ELEMENTS (stages));
  gtk_widget_add_css_class (line, "styr-judgements");
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      GtkWidget *child = gtk_flow_box_child_new ();
      GtkWidget *judgement =
          styr_judgement_new (self->session, self->scale, self->goal_id, stages[i]);

      gtk_widget_set_size_request (judgement, JUDGEMENT_WIDTH, -1);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), judgement);
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_append (GTK_FLOW_BOX (line), child);
    }
  return line;
}

static void
make_form (Assessment *self)
{
  GtkWidget *form = styr_form_new ();

  self->previous = styr_quiet_label_new (NULL);
  gtk_widget_add_css_class (self->previous, "styr-line-text");
  styr_form_append (form, self->previous);
  styr_form_append (form, make_judgements (self));
  self->not_assessable = add_place (form);
  styr_form_add (form,
                 self->session,
                 &STYR_FIELD_SPEC ("analysis", _ ("Analysis"), STYR_FIELD_LONG_TEXT),
                 styr_binding_new_assessment (self->goal_id, STYR_STAGE_PROPOSAL, "analysis"),
                 self->which);
  self->differs = add_place (form);
  self->own_analysis = add_place (form);
  make_needs (self);
  styr_form_append (form, self->needs);
  self->no_measure = add_place (form);
  styr_item_card_append (self->card, form);
}

/* The criteria are the plan's; only what became of them is written here */

static GPtrArray *
dup_criteria (StyrItemList *list)
{
  return styr_dossier_dup_where (styr_edit_session_get_dossier (styr_item_list_get_session (list)),
                                 "criterion",
                                 "goal_id",
                                 styr_item_list_get_owner_id (list));
}

static GtkWidget *
create_outcome (StyrItemList *list, StyrRecord *criterion)
{
  return styr_outcome_row_new (styr_item_list_get_session (list), styr_record_get_id (criterion));
}

/**
 * styr_assessment_card_new:
 * @session: the document
 * @section: the section of kind assessments
 * @goal_id: a goal of a plan
 *
 * Returns: (transfer floating): outcomes, proposal and decision side by side, analysis, and the
 * measure if the grade asks for one
 */
GtkWidget *
styr_assessment_card_new (StyrEditSession *session, const StyrSection *section, const char *goal_id)
{
  static const StyrItemFuncs funcs = { dup_criteria, create_outcome, NULL };
  Assessment *self = g_new0 (Assessment, 1);
  StyrModel *model = styr_edit_session_get_model (session);
  GtkWidget *card = styr_item_card_new (session, "goal", goal_id, styr_name_of_goal);
  g_autofree char *name = styr_name_of_goal (styr_edit_session_get_dossier (session), goal_id);

  self->session = session;
  self->section = section;
  self->scale = section->scale != NULL ? styr_model_find_scale (model, section->scale) : NULL;
  self->goal_id = g_strdup (goal_id);
  self->which = g_utf8_strdown (name, -1);
  self->card = STYR_ITEM_CARD (card);
  g_object_set_data_full (G_OBJECT (card), "styr-assessment", self, assessment_free);
  styr_item_card_set_fixed (self->card);
  styr_item_card_append (self->card, styr_item_list_new (session, section, goal_id, &funcs));
  make_form (self);
  update (self);
  g_signal_connect_object (session, "refreshed", G_CALLBACK (refreshed_cb), card, 0);
  return card;
}
