/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-section-editors.h"

#include "styr-enum-types.h"
#include "styr-form.h"
#include "styr-locale.h"
#include "styr-names.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

static GPtrArray *
met_options (void)
{
  GPtrArray *options = styr_options_new ();

  styr_options_add (options, "yes", C_ ("criterion met", "● Yes"), NULL);
  styr_options_add (options, "partly", C_ ("criterion met", "◐ Partly"), NULL);
  styr_options_add (options, "no", C_ ("criterion met", "○ No"), NULL);
  styr_options_add (options, "unknown", C_ ("criterion met", "? Not known"), NULL);
  return options;
}

/* What has the target value: that of the document's year, or the criterion itself. */
static StyrRecord *
find_target (StyrDossier *dossier, StyrRecord *criterion)
{
  GPtrArray *targets = styr_dossier_get_records (dossier, "criterion_target");
  int year = styr_record_get_int (styr_dossier_get_document (dossier), "year");

  for (guint i = 0; i < targets->len; i++)
    if (styr_record_is (targets->pdata[i], "criterion_id", styr_record_get_id (criterion)) &&
        styr_record_get_int (targets->pdata[i], "year") == year)
      return targets->pdata[i];
  return criterion;
}

static char *
describe_target (StyrDossier *dossier, StyrRecord *criterion)
{
  const char *unit = styr_record_get_text (criterion, "unit");
  StyrRecord *target = find_target (dossier, criterion);
  const char *column = target != criterion ? "value" : "target_value";
  g_autofree char *value = NULL;

  if (styr_record_has (criterion, "due_on"))
    return g_strdup_printf (_ ("At the latest %s"), styr_record_get_text (criterion, "due_on"));
  if (!styr_record_has (target, column))
    return NULL;
  value = styr_format_number (styr_record_get_number (target, column), -1);
  return g_strdup_printf (_ ("Target %s %s"), value, unit != NULL ? unit : "");
}

static void
update_cb (StyrEditSession *session, GtkWidget *label)
{
  StyrDossier *dossier = styr_edit_session_get_dossier (session);
  const char *id = g_object_get_data (G_OBJECT (label), "styr-id");
  StyrRecord *criterion = styr_dossier_find (dossier, "criterion", id);
  g_autofree char *letter = styr_name_of_criterion (dossier, id);
  g_autofree char *target = criterion != NULL ? describe_target (dossier, criterion) : NULL;
  const char *text = criterion != NULL ? styr_record_get_text (criterion, "text") : NULL;
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>  %s%s%s",
                                                     letter,
                                                     text != NULL ? text : "",
                                                     target != NULL ? " · " : "",
                                                     target != NULL ? target : "");

  gtk_label_set_markup (GTK_LABEL (label), markup);
}

static void
add_value (GtkWidget *form, StyrEditSession *session, StyrRecord *criterion, const char *which)
{
  const char *id = styr_record_get_id (criterion);
  StyrCriterionKind kind = styr_record_get_enum (criterion, "kind", STYR_TYPE_CRITERION_KIND);
  StyrField value = STYR_FIELD_SPEC ("value", _ ("Outcome"), STYR_FIELD_NUMBER);

  if (kind == STYR_CRITERION_EVENT)
    styr_form_add (form,
                   session,
                   &STYR_FIELD_SPEC ("happened_on", _ ("Happened on"), STYR_FIELD_DATE),
                   styr_binding_new_outcome (id, "happened_on"),
                   which);
  if (kind != STYR_CRITERION_NUMBER)
    return;
  value.unit = (char *) styr_record_get_text (criterion, "unit");
  styr_form_add (form, session, &value, styr_binding_new_outcome (id, "value"), which);
}

/**
 * styr_outcome_row_new:
 * @session: the document
 * @criterion_id: a criterion of a goal that is assessed
 *
 * Returns: (transfer floating): the criterion as the plan has it, and what became of it
 */
GtkWidget *
styr_outcome_row_new (StyrEditSession *session, const char *criterion_id)
{
  StyrDossier *dossier = styr_edit_session_get_dossier (session);
  StyrRecord *criterion = styr_dossier_find (dossier, "criterion", criterion_id);
  StyrField note = STYR_FIELD_SPEC ("note", _ ("Comment"), STYR_FIELD_TEXT);
  StyrField met = STYR_FIELD_SPEC ("is_met", C_ ("criterion", "Met?"), STYR_FIELD_CHOICE);
  GtkWidget *form = styr_form_new ();
  GtkWidget *label = styr_wrapping_label_new (NULL, "styr-line-text");
  GtkWidget *row;
  g_autofree char *letter = styr_name_of_criterion (dossier, criterion_id);
  g_autofree char *goal = styr_name_of_goal (dossier, styr_record_get_text (criterion, "goal_id"));
  g_autofree char *lower = g_utf8_strdown (goal, -1);
  g_autofree char *which = g_strdup_printf (C_ ("letter, goal", "criterion %s, %s"), letter, lower);

  g_object_set_data_full (G_OBJECT (label), "styr-id", g_strdup (criterion_id), g_free);
  update_cb (session, label);
  g_signal_connect_object (session, "refreshed", G_CALLBACK (update_cb), label, 0);
  styr_form_append (form, label);
  add_value (form, session, criterion, which);
  row =
      styr_form_add (form, session, &met, styr_binding_new_outcome (criterion_id, "is_met"), which);
  styr_field_row_set_options (STYR_FIELD_ROW (row), met_options ());
  row = styr_field_row_new (session, &note, styr_binding_new_outcome (criterion_id, "note"));
  {
    g_autofree char *name = g_strdup_printf ("%s, %s", note.title, which);

    styr_field_row_set_name_text (STYR_FIELD_ROW (row), name);
  }
  styr_form_append_short (form, row);
  gtk_widget_add_css_class (form, "styr-outcome");
  return form;
}
