/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-decision-parts.h"

#include "styr-form.h"
#include "styr-locale.h"
#include "styr-names.h"
#include "styr-widget-util.h"
#include "styr-workspace-decisions.h"

#include <glib/gi18n-lib.h>

/* A decision: where it stands, what it is about, its way, its clauses, who is told. */

/* Where it stands -------------------------------------------------------------------------------
 */

static const char *
symbol_of (StyrRecord *decision)
{
  if (styr_record_is (decision, "status", "decided"))
    return "✓";
  return styr_record_is (decision, "status", "proposed") ? "○" : "–";
}

/* "✓ Beslutat 2026-03-31 · Kommunfullmäktige § 45" */
static char *
dup_state (StyrEditSession *session, StyrRecord *decision)
{
  GString *text = g_string_new (symbol_of (decision));
  g_autofree char *body =
      styr_decision_dup_step_body (styr_edit_session_get_model (session), decision);
  const char *status = styr_record_get_text (decision, "status");
  g_autofree char *paragraph =
      styr_format_paragraph (styr_record_get_text (decision, "section_no"));

  g_string_append_printf (text, " %s", styr_life_get_word (STYR_LIFE_DECISION, status));
  if (styr_record_has (decision, "on_date"))
    g_string_append_printf (text, " %s", styr_record_get_text (decision, "on_date"));
  if (*body != '\0')
    g_string_append_printf (text, " · %s", body);
  if (*paragraph != '\0')
    g_string_append_printf (text, " %s", paragraph);
  return g_string_free (text, FALSE);
}

static const char *
say_lack (StyrDecisionLack lack)
{
  if (lack == STYR_LACK_CLAUSE)
    return _ ("Missing: a clause with what is decided");
  return lack == STYR_LACK_RECIPIENT ? _ ("Missing: recipients") : NULL;
}

static void
update_status_cb (StyrEditSession *session, GtkWidget *box)
{
  StyrRecord *decision = styr_decision_get_record (session);
  GtkWidget *label = g_object_get_data (G_OBJECT (box), "styr-state");
  GtkWidget *buttons = g_object_get_data (G_OBJECT (box), "styr-buttons");
  GtkWidget *missing = g_object_get_data (G_OBJECT (box), "styr-missing");
  g_autofree char *text = NULL;
  const char *lacking;
  gboolean proposed, taken;

  if (decision == NULL)
    return;
  proposed = styr_record_is (decision, "status", "proposed");
  taken = styr_record_is (decision, "status", "decided");
  text = dup_state (session, decision);
  gtk_label_set_text (GTK_LABEL (label), text);
  lacking =
      say_lack (styr_dossier_get_decision_lack (styr_edit_session_get_dossier (session), decision));
  gtk_label_set_text (GTK_LABEL (missing), lacking != NULL ? lacking : "");
  gtk_widget_set_visible (missing, lacking != NULL);
  gtk_widget_set_visible (buttons, !taken);
  for (GtkWidget *button = gtk_widget_get_first_child (buttons); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_widget_set_visible (
        button, (g_object_get_data (G_OBJECT (button), "styr-again") == NULL) == proposed);
}

static void
decide_cb (GtkWidget *button, StyrEditSession *session)
{
  styr_decision_ask_decide (session, button);
}

static void
reject_cb (GtkWidget *button, StyrEditSession *session)
{
  styr_decision_ask_reject (session, button);
}

static void
put_off_cb (GtkWidget *button, StyrEditSession *session)
{
  styr_decision_ask_put_off (session, button);
}

static void
take_up_cb (GtkWidget *button, StyrEditSession *session)
{
  styr_decision_take_up (session, button);
}

static GtkWidget *
add_button (GtkWidget *box, StyrEditSession *session, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", callback, session, 0);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

/* Where the decision stands, and the buttons that take it further. */
static GtkWidget *
make_status (StyrEditSession *session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *state = styr_wrapping_label_new (NULL, "heading");
  GtkWidget *missing = styr_wrapping_label_new (NULL, "warning");
  GtkWidget *button = add_button (buttons, session, _ ("Decide…"), G_CALLBACK (decide_cb));

  gtk_widget_add_css_class (button, "suggested-action");
  add_button (buttons, session, _ ("Reject…"), G_CALLBACK (reject_cb));
  add_button (buttons, session, _ ("Put off…"), G_CALLBACK (put_off_cb));
  button = add_button (buttons, session, _ ("Take up again"), G_CALLBACK (take_up_cb));
  g_object_set_data (G_OBJECT (button), "styr-again", button);
  gtk_widget_set_margin_bottom (buttons, 9);
  gtk_box_append (GTK_BOX (box), state);
  gtk_box_append (GTK_BOX (box), missing);
  gtk_box_append (GTK_BOX (box), buttons);
  g_object_set_data (G_OBJECT (box), "styr-missing", missing);
  g_object_set_data (G_OBJECT (box), "styr-state", state);
  g_object_set_data (G_OBJECT (box), "styr-buttons", buttons);
  update_status_cb (session, box);
  g_signal_connect_object (session, "refreshed", G_CALLBACK (update_status_cb), box, 0);
  return box;
}

/* What it is about ------------------------------------------------------------------------------
 */

static const struct
{
  const char *column, *title;
  StyrFieldKind kind;
  gboolean late;
} fields[] = {
  { "title", N_ ("Matter"), STYR_FIELD_LONG_TEXT, FALSE },
  { "body", N_ ("Decided by"), STYR_FIELD_CHOICE, FALSE },
  { "unit_id", N_ ("Which one of them"), STYR_FIELD_UNIT, TRUE },
  { "larger_change", N_ ("Larger change"), STYR_FIELD_CHOICE, FALSE },
  { "registration_no", N_ ("Registration number"), STYR_FIELD_TEXT, TRUE },
  { "section_no", N_ ("§"), STYR_FIELD_TEXT, TRUE },
  { "note", N_ ("Note"), STYR_FIELD_LONG_TEXT, TRUE },
};

static GPtrArray *
make_options (StyrEditSession *session, const char *column)
{
  GPtrArray *options;

  if (g_str_equal (column, "body"))
    return styr_field_options_of_bodies (styr_edit_session_get_model (session));
  options = styr_options_new ();
  styr_options_add (options, "yes", C_ ("answer", "Yes"), NULL);
  styr_options_add (options, "no", C_ ("answer", "No"), NULL);
  return options;
}

/* Where there is one body of the kind only, nobody needs to say which. */
static void
update_which_cb (StyrEditSession *session, GtkWidget *row)
{
  StyrRecord *decision = styr_decision_get_record (session);
  GListModel *units = styr_workspace_get_units (styr_edit_session_get_workspace (session));
  guint n_units = 0;

  if (decision == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (StyrRecord) unit = g_list_model_get_item (units, i);

      if (styr_record_has (decision, "body") &&
          styr_record_is (unit, "type", styr_record_get_text (decision, "body")))
        n_units++;
    }
  gtk_widget_set_visible (row, n_units != 1 || styr_record_has (decision, "unit_id"));
}

static GtkWidget *
make_fields (StyrEditSession *session)
{
  GtkWidget *form = styr_form_new ();
  const char *id = styr_edit_session_get_decision_id (session);

  gtk_widget_add_css_class (form, "styr-framed");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      StyrField field = STYR_FIELD_SPEC (fields[i].column, _ (fields[i].title), fields[i].kind);
      GtkWidget *row;

      field.required = i == 0;
      row = styr_decision_add_field (
          form, styr_binding_new_item ("decision", id, fields[i].column), session, &field, NULL);
      if (fields[i].kind == STYR_FIELD_CHOICE)
        styr_field_row_set_options (STYR_FIELD_ROW (row), make_options (session, fields[i].column));
      if (fields[i].late)
        styr_field_row_set_late (STYR_FIELD_ROW (row));
      if (!g_str_equal (fields[i].column, "unit_id"))
        continue;
      update_which_cb (session, row);
      g_signal_connect_object (session, "refreshed", G_CALLBACK (update_which_cb), row, 0);
    }
  return form;
}

/* Its way ---------------------------------------------------------------------------------------
 */

static char *
dup_when (StyrRecord *step)
{
  const char *day = styr_record_get_text (step, "on_date");
  const char *section_no = styr_record_get_text (step, "section_no");

  g_autofree char *paragraph = styr_format_paragraph (section_no);

  return g_strstrip (g_strdup_printf ("%s %s", day != NULL ? day : "", paragraph));
}

static GtkWidget *
make_stop (StyrEditSession *session, StyrRecord *step, gboolean last)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *body = styr_decision_dup_step_body (styr_edit_session_get_model (session), step);
  g_autofree char *title =
      g_strdup_printf ("%s %s", styr_record_has (step, "on_date") ? "✓" : "○", body);
  g_autofree char *when = dup_when (step);
  const char *outcome =
      styr_life_get_word (STYR_LIFE_OUTCOME, styr_record_get_text (step, "outcome"));
  GtkWidget *name = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), styr_quiet_label_new (outcome));
  gtk_box_append (GTK_BOX (box), styr_quiet_label_new (when));
  gtk_box_append (GTK_BOX (line), box);
  if (!last)
    gtk_box_append (GTK_BOX (line), gtk_label_new ("→"));
  return line;
}

static void
update_path_cb (StyrEditSession *session, GtkWidget *path)
{
  GPtrArray *steps =
      styr_dossier_get_records (styr_edit_session_get_dossier (session), "decision_step");
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (path)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (path), child);
  gtk_widget_set_visible (path, steps->len > 0);
  for (guint i = 0; i < steps->len; i++)
    {
      GtkWidget *stop = gtk_flow_box_child_new ();

      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (stop),
                                    make_stop (session, steps->pdata[i], i + 1 == steps->len));
      gtk_widget_set_focusable (stop, FALSE);
      gtk_flow_box_append (GTK_FLOW_BOX (path), stop);
    }
}

/* The way of the matter at a glance: body after body, with arrows. */
static GtkWidget *
make_path (StyrEditSession *session)
{
  GtkWidget *path = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (path), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (path), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (path), 6);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (path), 5);
  gtk_widget_add_css_class (path, "styr-decision-path");
  update_path_cb (session, path);
  g_signal_connect_object (session, "refreshed", G_CALLBACK (update_path_cb), path, 0);
  return path;
}

static void
update_propose_cb (StyrEditSession *session, GtkWidget *button)
{
  GPtrArray *steps =
      styr_dossier_get_records (styr_edit_session_get_dossier (session), "decision_step");
  gboolean can_propose = steps->len == 0 && styr_edit_session_is_editable (session);

  /* the keyboard stays with the steps when the button that it was on goes away */
  if (!can_propose && gtk_widget_has_focus (button))
    gtk_widget_child_focus (gtk_widget_get_next_sibling (button), GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (button, can_propose);
}

static void
propose_cb (GtkWidget *button, StyrEditSession *session)
{
  g_autoptr (GError) error = NULL;

  styr_edit_session_flush (session);
  if (!styr_workspace_propose_steps (styr_edit_session_get_workspace (session),
                                     styr_edit_session_get_decision_id (session),
                                     &error))
    styr_widget_show_error (button, error->message);
}

static GtkWidget *
make_propose (StyrEditSession *session)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Take the steps from the model"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (propose_cb), session, 0);
  update_propose_cb (session, button);
  g_signal_connect_object (session, "refreshed", G_CALLBACK (update_propose_cb), button, 0);
  return button;
}

/* All of it -------------------------------------------------------------------------------------
 */

static void
add_heading (GtkWidget *box, const char *text)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "title-4");
  gtk_widget_add_css_class (label, "styr-decision-heading");
  gtk_box_append (GTK_BOX (box), label);
}

/**
 * styr_decision_form_new:
 * @session: of a decision
 *
 * Returns: (transfer floating): the whole decision, as it is on its page and in the document that
 * proposes it
 */
GtkWidget *
styr_decision_form_new (StyrEditSession *session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  g_return_val_if_fail (STYR_IS_EDIT_SESSION (session), box);

  gtk_widget_add_css_class (box, "styr-decision");
  gtk_box_append (GTK_BOX (box), make_status (session));
  gtk_box_append (GTK_BOX (box), make_path (session));
  gtk_box_append (GTK_BOX (box), make_fields (session));
  /* Translators: att-satser. */
  add_heading (box, _ ("Clauses"));
  gtk_box_append (GTK_BOX (box), styr_decision_clauses_new (session));
  add_heading (box, _ ("The way to the decision"));
  gtk_box_append (GTK_BOX (box), make_propose (session));
  gtk_box_append (GTK_BOX (box), styr_decision_steps_new (session));
  add_heading (box, _ ("Recipients"));
  gtk_box_append (GTK_BOX (box), styr_decision_recipients_new (session));
  return box;
}
