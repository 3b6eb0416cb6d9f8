/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-item-columns.h"

#include "styr-workspace-private.h"

#include <glib/gi18n-lib.h>

#define PROGRESS "planned ongoing done stopped"
#define YES_NO "yes no"

static const StyrItemColumn columns[] = {
  { "document", "title", STYR_ITEM_TEXT, N_ ("Title"), TRUE, NULL },
  { "document", "designation", STYR_ITEM_TEXT, N_ ("Designation"), FALSE, NULL },
  { "document", "period_from", STYR_ITEM_DATE, N_ ("Period from"), FALSE, NULL },
  { "document", "period_to", STYR_ITEM_DATE, N_ ("Period to"), FALSE, NULL },
  { "document", "valid_from", STYR_ITEM_DATE, N_ ("Valid from"), FALSE, NULL },
  { "document", "valid_to", STYR_ITEM_DATE, N_ ("Valid to"), FALSE, NULL },
  { "document",
    "scope",
    STYR_ITEM_NICK,
    N_ ("Scope"),
    FALSE,
    "municipality several unit department officials" },
  { "document", "is_political", STYR_ITEM_NICK, N_ ("Political content"), FALSE, YES_NO },
  { "document",
    "law_requires_council",
    STYR_ITEM_NICK,
    N_ ("The law requires the council"),
    FALSE,
    YES_NO },
  { "document", "applies_to", STYR_ITEM_TEXT, N_ ("Applies to"), FALSE, NULL },
  { "document", "owner_id", STYR_ITEM_UNIT, N_ ("Owner"), FALSE, NULL },
  { "document", "responsible", STYR_ITEM_TEXT, N_ ("Responsible"), FALSE, NULL },
  { "document", "prepared_by", STYR_ITEM_TEXT, N_ ("Prepared by"), FALSE, NULL },
  { "document", "start_decision", STYR_ITEM_TEXT, N_ ("Decision to start"), FALSE, NULL },
  { "document", "decided_by", STYR_ITEM_TEXT, N_ ("Decided by"), FALSE, NULL },
  { "document", "decided_unit_id", STYR_ITEM_UNIT, N_ ("Deciding unit"), FALSE, NULL },
  { "document", "decided_on", STYR_ITEM_DATE, N_ ("Decided on"), FALSE, NULL },
  { "document", "section_no", STYR_ITEM_TEXT, N_ ("Paragraph"), FALSE, NULL },
  { "document", "registration_no", STYR_ITEM_TEXT, N_ ("Record number"), FALSE, NULL },
  { "document", "informed_on", STYR_ITEM_DATE, N_ ("Informed on"), FALSE, NULL },
  { "document",
    "informed_section_no",
    STYR_ITEM_TEXT,
    N_ ("Paragraph of the information"),
    FALSE,
    NULL },
  { "document", "replaces_id", STYR_ITEM_DOCUMENT, N_ ("Replaces"), FALSE, NULL },
  { "document", "replaces", STYR_ITEM_TEXT, N_ ("Replaces"), FALSE, NULL },
  { "document", "follow_up_months", STYR_ITEM_COUNT, N_ ("Months to the follow-up"), FALSE, NULL },
  { "document", "follow_up_on", STYR_ITEM_DATE, N_ ("Follow-up on"), FALSE, NULL },
  { "document", "follow_up_result", STYR_ITEM_TEXT, N_ ("Result of the follow-up"), FALSE, NULL },
  { "document", "publication", STYR_ITEM_NICK, N_ ("Publication"), FALSE, "external intranet" },
  { "document",
    "publication_reason",
    STYR_ITEM_TEXT,
    N_ ("Reason for the publication"),
    FALSE,
    NULL },
  { "document", "published_on", STYR_ITEM_DATE, N_ ("Published on"), FALSE, NULL },
  { "document", "is_joint", STYR_ITEM_FLAG, N_ ("Decided together with others"), TRUE, NULL },
  { "document", "partners", STYR_ITEM_TEXT, N_ ("Partners"), FALSE, NULL },
  { "document", "interim_until", STYR_ITEM_TEXT, N_ ("For the time being until"), FALSE, NULL },

  { "decision", "title", STYR_ITEM_TEXT, N_ ("Matter"), TRUE, NULL },
  { "decision", "body", STYR_ITEM_BODY, N_ ("Decided by"), FALSE, NULL },
  { "decision", "unit_id", STYR_ITEM_UNIT, N_ ("Deciding unit"), FALSE, NULL },
  { "decision", "document_id", STYR_ITEM_DOCUMENT, N_ ("Proposal"), FALSE, NULL },
  { "decision", "section_no", STYR_ITEM_TEXT, N_ ("Paragraph"), FALSE, NULL },
  { "decision", "registration_no", STYR_ITEM_TEXT, N_ ("Record number"), FALSE, NULL },
  { "decision", "larger_change", STYR_ITEM_NICK, N_ ("Larger change"), FALSE, YES_NO },
  { "decision", "note", STYR_ITEM_TEXT, N_ ("Note"), FALSE, NULL },

  { "decision_step", "body", STYR_ITEM_BODY, N_ ("Body"), FALSE, NULL },
  { "decision_step", "unit_id", STYR_ITEM_UNIT, N_ ("Unit"), FALSE, NULL },
  { "decision_step", "on_date", STYR_ITEM_DATE, N_ ("Handled on"), FALSE, NULL },
  { "decision_step", "section_no", STYR_ITEM_TEXT, N_ ("Paragraph"), FALSE, NULL },
  { "decision_step",
    "outcome",
    STYR_ITEM_NICK,
    N_ ("What the body does"),
    FALSE,
    "prepares proposes decides returns informed" },
  { "decision_step", "note", STYR_ITEM_TEXT, N_ ("Note"), FALSE, NULL },

  { "decision_clause",
    "kind",
    STYR_ITEM_NICK,
    N_ ("What the clause does"),
    TRUE,
    "adopt revoke commission interim other" },
  { "decision_clause", "text", STYR_ITEM_TEXT, N_ ("Clause"), TRUE, NULL },
  { "decision_clause", "document_id", STYR_ITEM_DOCUMENT, N_ ("Document"), FALSE, NULL },
  { "decision_clause", "valid_from", STYR_ITEM_DATE, N_ ("Valid from"), FALSE, NULL },
  { "decision_clause", "until", STYR_ITEM_TEXT, N_ ("For the time being until"), FALSE, NULL },
  { "decision_clause", "assignee_id", STYR_ITEM_UNIT, N_ ("Assigned to"), FALSE, NULL },
  { "decision_clause", "due_on", STYR_ITEM_DATE, N_ ("Done by"), FALSE, NULL },
  { "decision_clause", "postponed_to", STYR_ITEM_DATE, N_ ("Postponed to"), FALSE, NULL },
  { "decision_clause",
    "postponed_reason",
    STYR_ITEM_TEXT,
    N_ ("Why it is postponed"),
    FALSE,
    NULL },
  { "decision_clause", "done_on", STYR_ITEM_DATE, N_ ("Carried out on"), FALSE, NULL },
  { "decision_clause", "reported_on", STYR_ITEM_DATE, N_ ("Reported back on"), FALSE, NULL },
  { "decision_clause",
    "reported_section_no",
    STYR_ITEM_TEXT,
    N_ ("Paragraph of the report"),
    FALSE,
    NULL },
  { "decision_clause",
    "struck_reason",
    STYR_ITEM_TEXT,
    N_ ("Why it is no longer to be done"),
    FALSE,
    NULL },
  { "decision_clause", "result", STYR_ITEM_TEXT, N_ ("Result"), FALSE, NULL },

  { "decision_recipient", "unit_id", STYR_ITEM_UNIT, N_ ("Unit"), FALSE, NULL },
  { "decision_recipient", "name", STYR_ITEM_TEXT, N_ ("Recipient"), FALSE, NULL },
  { "decision_recipient", "sent_on", STYR_ITEM_DATE, N_ ("Sent on"), FALSE, NULL },

  { "consultation_answer", "name", STYR_ITEM_TEXT, N_ ("Asked"), FALSE, NULL },
  { "consultation_answer", "sent_on", STYR_ITEM_DATE, N_ ("Sent on"), FALSE, NULL },
  { "consultation_answer", "due_on", STYR_ITEM_DATE, N_ ("Answer by"), FALSE, NULL },
  { "consultation_answer", "answered_on", STYR_ITEM_DATE, N_ ("Answered on"), FALSE, NULL },
  { "consultation_answer",
    "stance",
    STYR_ITEM_NICK,
    N_ ("Stance"),
    FALSE,
    "supports partly objects none" },
  { "consultation_answer", "text", STYR_ITEM_TEXT, N_ ("Answer"), FALSE, NULL },
  { "consultation_answer",
    "taken_up",
    STYR_ITEM_TEXT,
    N_ ("What became of the answer"),
    FALSE,
    NULL },

  { "criterion_target", "value", STYR_ITEM_NUMBER, N_ ("Target value"), FALSE, NULL },
  { "criterion_target", "text", STYR_ITEM_TEXT, N_ ("Target"), FALSE, NULL },

  { "unit", "name", STYR_ITEM_TEXT, N_ ("Name"), TRUE, NULL },
  { "unit", "short_name", STYR_ITEM_TEXT, N_ ("Short name"), FALSE, NULL },
  { "unit", "type", STYR_ITEM_BODY, N_ ("Type of unit"), TRUE, NULL },
  { "unit", "parent_id", STYR_ITEM_UNIT, N_ ("Belongs under"), FALSE, NULL },
  { "unit", "valid_from", STYR_ITEM_DATE, N_ ("Begins"), FALSE, NULL },
  { "unit", "valid_to", STYR_ITEM_DATE, N_ ("Ends"), FALSE, NULL },
  { "unit", "inside_model", STYR_ITEM_FLAG, N_ ("Part of the steering model"), TRUE, NULL },
  { "unit", "ownership_share", STYR_ITEM_PERCENT, N_ ("Ownership share"), FALSE, NULL },
  { "unit", "host", STYR_ITEM_TEXT, N_ ("Host municipality"), FALSE, NULL },
  { "unit", "partners", STYR_ITEM_TEXT, N_ ("Partners"), FALSE, NULL },
  { "unit", "note", STYR_ITEM_TEXT, N_ ("Note"), FALSE, NULL },
  { "unit_service", "valid_from", STYR_ITEM_DATE, N_ ("Begins"), FALSE, NULL },
  { "unit_service", "valid_to", STYR_ITEM_DATE, N_ ("Ends"), FALSE, NULL },

  { "goal", "label", STYR_ITEM_TEXT, N_ ("Label"), FALSE, NULL },
  { "goal", "text", STYR_ITEM_TEXT, N_ ("Goal"), TRUE, NULL },
  { "goal", "motivation", STYR_ITEM_TEXT, N_ ("Motivation"), FALSE, NULL },
  { "goal", "own_reason", STYR_ITEM_TEXT, N_ ("Why the goal is the unit’s own"), FALSE, NULL },
  { "goal", "parent_id", STYR_ITEM_GOAL, N_ ("Area"), FALSE, NULL },

  { "criterion", "label", STYR_ITEM_TEXT, N_ ("Label"), TRUE, NULL },
  { "criterion", "kind", STYR_ITEM_NICK, N_ ("Kind of criterion"), TRUE, "text number event" },
  { "criterion", "text", STYR_ITEM_TEXT, N_ ("Criterion"), TRUE, NULL },
  { "criterion", "unit", STYR_ITEM_TEXT, N_ ("Unit of measure"), FALSE, NULL },
  { "criterion",
    "direction",
    STYR_ITEM_NICK,
    N_ ("Wanted direction"),
    TRUE,
    "higher lower equal interval increase decrease rank none" },
  { "criterion", "baseline", STYR_ITEM_NUMBER, N_ ("Starting value"), FALSE, NULL },
  { "criterion", "target_value", STYR_ITEM_NUMBER, N_ ("Target value"), FALSE, NULL },
  { "criterion", "target_text", STYR_ITEM_TEXT, N_ ("Target"), FALSE, NULL },
  { "criterion", "period_target", STYR_ITEM_NUMBER, N_ ("Target for the period"), FALSE, NULL },
  { "criterion", "due_on", STYR_ITEM_DATE, N_ ("At the latest"), FALSE, NULL },
  { "criterion", "source", STYR_ITEM_TEXT, N_ ("Source"), FALSE, NULL },

  { "goal_link", "kind", STYR_ITEM_NICK, N_ ("Kind of link"), TRUE, "direct indirect" },
  { "goal_link", "motivation", STYR_ITEM_TEXT, N_ ("Motivation of the link"), FALSE, NULL },

  { "activity", "goal_id", STYR_ITEM_GOAL, N_ ("Goal"), FALSE, NULL },
  { "activity", "text", STYR_ITEM_TEXT, N_ ("Activity"), TRUE, NULL },
  { "activity", "responsible", STYR_ITEM_TEXT, N_ ("Responsible"), FALSE, NULL },
  { "activity", "starts_on", STYR_ITEM_DATE, N_ ("Begins"), FALSE, NULL },
  { "activity", "due_on", STYR_ITEM_DATE, N_ ("Done by"), FALSE, NULL },
  { "activity", "status", STYR_ITEM_NICK, N_ ("Status"), TRUE, PROGRESS },
  { "activity", "result", STYR_ITEM_TEXT, N_ ("Result"), FALSE, NULL },

  { "measure", "goal_id", STYR_ITEM_GOAL, N_ ("Goal"), FALSE, NULL },
  { "measure", "cause", STYR_ITEM_TEXT, N_ ("Cause"), FALSE, NULL },
  { "measure", "text", STYR_ITEM_TEXT, N_ ("Measure"), TRUE, NULL },
  { "measure", "responsible", STYR_ITEM_TEXT, N_ ("Responsible"), FALSE, NULL },
  { "measure", "due_on", STYR_ITEM_DATE, N_ ("Done by"), FALSE, NULL },
  { "measure", "effect_year", STYR_ITEM_WHOLE, N_ ("Effect this year"), FALSE, NULL },
  { "measure", "effect_full", STYR_ITEM_WHOLE, N_ ("Effect in a full year"), FALSE, NULL },
  { "measure", "effect_text", STYR_ITEM_TEXT, N_ ("Effect"), FALSE, NULL },
  { "measure", "status", STYR_ITEM_NICK, N_ ("Status"), TRUE, PROGRESS },
  { "measure", "next_plan_goal_id", STYR_ITEM_GOAL, N_ ("Goal in the next plan"), FALSE, NULL },
  { "measure", "next_plan_text", STYR_ITEM_TEXT, N_ ("In the next plan"), FALSE, NULL },

  { "feedback_total", "count", STYR_ITEM_COUNT, N_ ("Number"), TRUE, NULL },
  { "feedback_total", "handled", STYR_ITEM_COUNT, N_ ("Answered"), FALSE, NULL },
  { "feedback_total", "led_to_change", STYR_ITEM_COUNT, N_ ("Led to a change"), FALSE, NULL },

  { "budget_line", "area", STYR_ITEM_TEXT, N_ ("Activity area"), TRUE, NULL },
  { "budget_line", "income", STYR_ITEM_WHOLE, N_ ("Income"), FALSE, NULL },
  { "budget_line", "cost", STYR_ITEM_WHOLE, N_ ("Costs"), FALSE, NULL },
  { "budget_line", "budget", STYR_ITEM_WHOLE, N_ ("Budget"), FALSE, NULL },
  { "budget_line", "forecast", STYR_ITEM_WHOLE, N_ ("Forecast"), FALSE, NULL },
  { "budget_line", "previous_income", STYR_ITEM_WHOLE, N_ ("Income the year before"), FALSE, NULL },
  { "budget_line", "previous_cost", STYR_ITEM_WHOLE, N_ ("Costs the year before"), FALSE, NULL },
  { "budget_line", "comment", STYR_ITEM_TEXT, N_ ("Comment"), FALSE, NULL },

  { "assessment", "grade", STYR_ITEM_GRADE, N_ ("Assessment"), FALSE, NULL },
  { "assessment",
    "trend",
    STYR_ITEM_NICK,
    N_ ("Trend"),
    FALSE,
    "unknown improved unchanged worsened" },
  { "assessment", "is_final", STYR_ITEM_FLAG, N_ ("Final"), TRUE, NULL },
  { "assessment", "analysis", STYR_ITEM_TEXT, N_ ("Analysis"), FALSE, NULL },
  { "assessment", "reason", STYR_ITEM_TEXT, N_ ("Reason"), FALSE, NULL },
  { "assessment",
    "no_measure_reason",
    STYR_ITEM_TEXT,
    N_ ("Why no measure is needed"),
    FALSE,
    NULL },
  { "assessment", "assessed_on", STYR_ITEM_DATE, N_ ("Assessed on"), FALSE, NULL },

  { "criterion_outcome", "value", STYR_ITEM_NUMBER, N_ ("Outcome"), FALSE, NULL },
  { "criterion_outcome", "happened_on", STYR_ITEM_DATE, N_ ("Happened on"), FALSE, NULL },
  { "criterion_outcome", "is_met", STYR_ITEM_NICK, N_ ("Met"), FALSE, "yes partly no unknown" },
  { "criterion_outcome", "note", STYR_ITEM_TEXT, N_ ("Note on the outcome"), FALSE, NULL },
};

/** The description of a column that may be written in; NULL when there is none such. */
const StyrItemColumn *
styr_item_column_find (const char *kind, const char *column)
{
  g_return_val_if_fail (kind != NULL && column != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i].kind, kind) && g_str_equal (columns[i].column, column))
      return &columns[i];
  return NULL;
}

/** The translated name of a column, as forms and history say it. */
const char *
styr_item_column_get_title (const StyrItemColumn *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return _ (self->title);
}

/** The translated name of one part of a document, for the history. */
const char *
styr_item_kind_get_name (const char *kind)
{
  static const struct
  {
    const char *kind, *name;
  } names[] = {
    { "goal", NC_ ("part of a document", "goal") },
    { "criterion", NC_ ("part of a document", "criterion") },
    { "goal_link", NC_ ("part of a document", "goal link") },
    { "activity", NC_ ("part of a document", "activity") },
    { "measure", NC_ ("part of a document", "measure") },
    { "feedback_total", NC_ ("part of a document", "feedback count") },
    { "budget_line", NC_ ("part of a document", "budget line") },
    { "document_row", NC_ ("part of a document", "row") },
    { "decision", NC_ ("part of a document", "decision") },
    { "decision_step", NC_ ("part of a document", "step") },
    { "decision_clause", NC_ ("part of a document", "clause") }, /* att-sats */
    { "decision_recipient", NC_ ("part of a document", "recipient") },
    { "consultation_answer", NC_ ("part of a document", "consultation answer") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].kind, kind))
      return g_dpgettext2 (GETTEXT_PACKAGE, "part of a document", names[i].name);
  return kind;
}

static gboolean
refuse (const StyrItemColumn *self, const char *format, GError **error)
{
  g_set_error (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE, format, _ (self->title));
  return FALSE;
}

static gboolean
check_nick (const StyrItemColumn *self, const char *value, GError **error)
{
  g_auto (GStrv) nicks = g_strsplit (self->nicks, " ", -1);

  if (g_strv_contains ((const char *const *) nicks, value))
    return TRUE;
  return refuse (self, _ ("“%s” doesn’t have that choice."), error);
}

static gboolean
check_percent (const StyrItemColumn *self, const char *value, GError **error)
{
  double share = g_ascii_strtod (value, NULL);

  if (!styr_workspace_check_number (_ (self->title), value, FALSE, error))
    return FALSE;
  if (share >= 0 && share <= 100)
    return TRUE;
  return refuse (self, _ ("“%s” is to be between 0 and 100 percent."), error);
}

static gboolean
check_body (const StyrItemColumn *self, StyrWorkspace *workspace, const char *id, GError **error)
{
  StyrModel *model = styr_workspace_get_model (workspace);

  if (model != NULL && styr_model_find_body_type (model, id) != NULL)
    return TRUE;
  return refuse (self, _ ("“%s” names a body that the steering model doesn’t have."), error);
}

static gboolean
check_exists (const StyrItemColumn *self,
              StyrWorkspace *workspace,
              const char *kind,
              const char *id,
              GError **error)
{
  g_autoptr (StyrRecord) record =
      styr_store_get (styr_workspace_get_store (workspace), kind, id, NULL);

  if (record != NULL)
    return TRUE;
  return refuse (self, _ ("“%s” names something that isn’t there."), error);
}

/* Whether the column can hold @value, not empty. A grade is checked where its goal is known. */
static gboolean
check (const StyrItemColumn *self, StyrWorkspace *workspace, const char *value, GError **error)
{
  const char *title = _ (self->title);

  switch (self->value)
    {
    case STYR_ITEM_DATE:
      return styr_workspace_check_date (title, value, error);
    case STYR_ITEM_NUMBER:
      return styr_workspace_check_number (title, value, FALSE, error);
    case STYR_ITEM_WHOLE:
      return styr_workspace_check_number (title, value, TRUE, error);
    case STYR_ITEM_COUNT:
      if (*value == '-')
        return refuse (self, _ ("“%s” can’t be negative."), error);
      return styr_workspace_check_number (title, value, TRUE, error);
    case STYR_ITEM_NICK:
      return check_nick (self, value, error);
    case STYR_ITEM_PERCENT:
      return check_percent (self, value, error);
    case STYR_ITEM_BODY:
      return check_body (self, workspace, value, error);
    case STYR_ITEM_GOAL:
      return check_exists (self, workspace, "goal", value, error);
    case STYR_ITEM_UNIT:
      return check_exists (self, workspace, "unit", value, error);
    case STYR_ITEM_DOCUMENT:
      return check_exists (self, workspace, "document", value, error);
    case STYR_ITEM_FLAG:
      if (g_str_equal (value, "0") || g_str_equal (value, "1"))
        return TRUE;
      return refuse (self, _ ("“%s” is to be yes or no."), error);
    case STYR_ITEM_TEXT:
    case STYR_ITEM_GRADE:
    default:
      return TRUE;
    }
}

/**
 * styr_item_column_check_given:
 * @value: (nullable): canonical text, or empty
 *
 * Whether the column can hold @value; a grade is checked where its goal is known. A word or a
 * number that must be there can't be emptied, a text can. Errors: STYR_WORKSPACE_ERROR_VALUE
 */
gboolean
styr_item_column_check_given (const StyrItemColumn *self,
                              StyrWorkspace *workspace,
                              const char *value,
                              GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (value != NULL && *value != '\0')
    return check (self, workspace, value, error);
  if (!self->never_null || self->value == STYR_ITEM_TEXT)
    return TRUE;
  return refuse (self, _ ("“%s” can’t be empty."), error);
}

/**
 * styr_item_column_get_late:
 * @kind: "document", "decision" or a part of a decision; nothing else changes after a decision
 *
 * The only place that says what of a card or a decision may be written once it has been decided.
 */
StyrLate
styr_item_column_get_late (const char *kind, const char *column)
{
  static const struct
  {
    const char *kind;
    StyrLate late;
    const char *columns; /* apart by blanks */
  } late[] = {
    { "document", STYR_LATE_ONCE, "section_no registration_no informed_on informed_section_no" },
    { "document",
      STYR_LATE_ALWAYS,
      "owner_id responsible follow_up_months follow_up_on follow_up_result publication "
      "publication_reason" },
    { "decision", STYR_LATE_ONCE, "section_no registration_no unit_id" },
    { "decision", STYR_LATE_ALWAYS, "note" },
    { "decision_step", STYR_LATE_ONCE, "section_no unit_id" },
    { "decision_step", STYR_LATE_ALWAYS, "note" },
    { "decision_clause", STYR_LATE_ONCE, "assignee_id due_on" },
    { "decision_clause",
      STYR_LATE_ALWAYS,
      "done_on reported_on reported_section_no result postponed_reason struck_reason" },
    { "decision_recipient", STYR_LATE_ALWAYS, "unit_id name sent_on" },
  };

  g_return_val_if_fail (kind != NULL && column != NULL, STYR_LATE_NEVER);

  for (guint i = 0; i < G_N_ELEMENTS (late); i++)
    if (g_str_equal (late[i].kind, kind))
      {
        g_auto (GStrv) names = g_strsplit (late[i].columns, " ", -1);

        if (g_strv_contains ((const char *const *) names, column))
          return late[i].late;
      }
  return STYR_LATE_NEVER;
}

/** Whether a column of a card, a decision or a part of one may be written. @is_decided: whether it
 * has been decided */
gboolean
styr_item_may_set (StyrRecord *record, gboolean is_decided, const char *column)
{
  StyrLate late;

  g_return_val_if_fail (STYR_IS_RECORD (record) && column != NULL, FALSE);

  late = styr_item_column_get_late (styr_record_get_kind (record), column);
  return !is_decided || late == STYR_LATE_ALWAYS ||
         (late == STYR_LATE_ONCE && !styr_record_has (record, column));
}
