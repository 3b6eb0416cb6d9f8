/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-section-editors.h"

#include "styr-form.h"
#include "styr-names.h"
#include "styr-widget-util.h"
#include "styr-workspace-organisation.h"

#include <glib/gi18n-lib.h>

/* One judgement of a goal: the proposal or the decision. Grade as buttons, all to be seen at once,
 * then trend and whether it is final. */
typedef struct
{
  StyrEditSession *session;
  StyrBinding *grade;
  GtkWidget *grid;
} Judgement;

static void
judgement_free (gpointer data)
{
  Judgement *self = data;

  styr_binding_free (self->grade);
  g_free (self);
}

static GPtrArray *
trend_options (void)
{
  GPtrArray *options = styr_options_new ();

  styr_options_add (options, "improved", C_ ("trend", "↗ Improved"), NULL);
  styr_options_add (options, "unchanged", C_ ("trend", "→ Unchanged"), NULL);
  styr_options_add (options, "worsened", C_ ("trend", "↘ Worsened"), NULL);
  styr_options_add (options, "unknown", C_ ("trend", "· Unknown"), NULL);
  return options;
}

static GPtrArray *
final_options (void)
{
  GPtrArray *options = styr_options_new ();

  styr_options_add (options, "1", C_ ("assessment", "Final"), NULL);
  styr_options_add (options, "0", C_ ("assessment", "Forecast"), NULL);
  return options;
}

static void
update (Judgement *self)
{
  const char *grade =
      styr_binding_read (self->grade, styr_edit_session_get_dossier (self->session));
  gboolean editable = styr_edit_session_is_editable (self->session);
  GtkWidget *button = gtk_widget_get_first_child (self->grid);

  for (; button != NULL; button = gtk_widget_get_next_sibling (button))
    {
      const StyrGrade *own = g_object_get_data (G_OBJECT (button), "styr-grade");

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), g_str_equal (own->id, grade));
      gtk_widget_set_sensitive (button, editable || g_str_equal (own->id, grade));
      gtk_widget_set_can_target (button, editable);
    }
}

static void
refreshed_cb (StyrEditSession *session, GtkWidget *box)
{
  update (g_object_get_data (G_OBJECT (box), "styr-judgement"));
}

static void
clicked_cb (GtkWidget *button, GtkWidget *box)
{
  Judgement *self = g_object_get_data (G_OBJECT (box), "styr-judgement");
  const StyrGrade *grade = g_object_get_data (G_OBJECT (button), "styr-grade");
  g_autoptr (GError) error = NULL;

  if (!styr_edit_session_is_editable (self->session))
    {
      update (self);
      return;
    }
  /* pressed once more, the grade is taken back */
  if (!styr_edit_session_write (
          self->session,
          self->grade,
          gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)) ? grade->id : "",
          &error))
    styr_widget_show_error (button, error->message);
  styr_edit_session_refresh (self->session);
}

static GtkWidget *
make_grade_button (const StyrGrade *grade, const char *which)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (grade->label);
  g_autofree char *name = g_strdup_printf ("%s, %s", grade->label, which);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), gtk_label_new (grade->symbol));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "styr-grade");
  gtk_widget_set_tooltip_text (button, grade->meaning);
  styr_widget_set_name_text (button, name);
  g_object_set_data (G_OBJECT (button), "styr-grade", (gpointer) grade);
  return button;
}

static GtkWidget *
make_grid (const StyrScale *scale, const char *which, GtkWidget *box)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_add_css_class (grid, "styr-grades");
  for (guint i = 0; scale != NULL && i < scale->grades->len; i++)
    {
      GtkWidget *button = make_grade_button (g_ptr_array_index (scale->grades, i), which);

      g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), box, 0);
      gtk_grid_attach (GTK_GRID (grid), button, i % 2, i / 2, 1, 1);
    }
  return grid;
}

static void
add_choice (GtkWidget *form,
            Judgement *self,
            const char *goal_id,
            StyrStage stage,
            const char *column,
            const char *title,
            GPtrArray *options,
            const char *which)
{
  StyrField field = STYR_FIELD_SPEC (column, title, STYR_FIELD_CHOICE);
  GtkWidget *row;

  field.placeholder = g_str_equal (column, "is_final") ? (char *) C_ ("assessment", "Final") : NULL;
  row = styr_form_add (
      form, self->session, &field, styr_binding_new_assessment (goal_id, stage, column), which);
  styr_field_row_set_options (STYR_FIELD_ROW (row), options);
  /* the trend has "unknown" for what is not known: "none" beside it would say the same */
  styr_field_row_set_certain (STYR_FIELD_ROW (row));
}

/* Returns: (transfer full) (nullable): whose judgement it is: the one unit that works for the
 * document's, or the body that decides */
static char *
dup_judge (StyrEditSession *session, StyrStage stage)
{
  StyrWorkspace *workspace = styr_edit_session_get_workspace (session);
  StyrRecord *document = styr_dossier_get_document (styr_edit_session_get_dossier (session));
  const char *unit = styr_record_get_text (document, "unit_id");
  g_autoptr (GPtrArray) services = NULL;

  if (stage != STYR_STAGE_PROPOSAL)
    return styr_name_of_decider (workspace, document);
  services =
      unit != NULL
          ? styr_workspace_dup_services (workspace, unit, styr_workspace_get_today (workspace))
          : NULL;
  if (services == NULL || services->len != 1 ||
      !styr_record_is (services->pdata[0], "committee_id", unit))
    return NULL;
  return g_strdup (styr_record_get_text (services->pdata[0], "department_name"));
}

/**
 * styr_judgement_new:
 * @session: the document
 * @scale: (nullable): the scale of grades
 * @goal_id: the goal that is judged
 * @stage: whose judgement
 *
 * Returns: (transfer floating): grade, trend and whether it is final
 */
GtkWidget *
styr_judgement_new (StyrEditSession *session,
                    const StyrScale *scale,
                    const char *goal_id,
                    StyrStage stage)
{
  Judgement *self = g_new0 (Judgement, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *title =
      stage == STYR_STAGE_PROPOSAL ? C_ ("assessment", "Proposal") : C_ ("assessment", "Decision");
  g_autofree char *judge = dup_judge (session, stage);
  g_autofree char *said =
      judge != NULL && *judge != '\0' ? g_strdup_printf ("%s: %s", title, judge) : g_strdup (title);
  GtkWidget *heading = gtk_label_new (said);
  GtkWidget *form = styr_form_new ();
  g_autofree char *goal = styr_name_of_goal (styr_edit_session_get_dossier (session), goal_id);
  g_autofree char *joined = g_strdup_printf ("%s, %s", title, goal);
  g_autofree char *which = g_utf8_strdown (joined, -1);

  self->session = session;
  self->grade = styr_binding_new_assessment (goal_id, stage, "grade");
  g_object_set_data_full (G_OBJECT (box), "styr-judgement", self, judgement_free);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_widget_add_css_class (heading, "styr-sub");
  self->grid = make_grid (scale, which, box);
  add_choice (form, self, goal_id, stage, "trend", _ ("Trend"), trend_options (), which);
  add_choice (form, self, goal_id, stage, "is_final", _ ("Kind"), final_options (), which);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), self->grid);
  gtk_box_append (GTK_BOX (box), form);
  update (self);
  g_signal_connect_object (session, "refreshed", G_CALLBACK (refreshed_cb), box, 0);
  return box;
}
