/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-decisions-register.h"

#include "styr-life-words.h"
#include "styr-locale.h"
#include "styr-names.h"
#include "styr-workspace-decisions.h"

#include <glib/gi18n-lib.h>

/* The columns of the register of decisions and of the register of commissions. */

#define DEFINE_COPY(column)                                                                        \
  static char *dup_##column (StyrWorkspace *workspace, StyrRecord *record)                         \
  {                                                                                                \
    return g_strdup (styr_record_get_text (record, #column));                                      \
  }

#define DEFINE_PARAGRAPH(column)                                                                   \
  static char *dup_##column (StyrWorkspace *workspace, StyrRecord *record)                         \
  {                                                                                                \
    return styr_format_paragraph (styr_record_get_text (record, #column));                         \
  }

DEFINE_COPY (on_date)
DEFINE_COPY (title)
DEFINE_PARAGRAPH (section_no)
DEFINE_COPY (registration_no)
DEFINE_COPY (document_title)
DEFINE_COPY (text)
DEFINE_COPY (due)
DEFINE_COPY (decision_title)
DEFINE_COPY (assignee_name)
DEFINE_COPY (done_on)
DEFINE_COPY (reported_on)
DEFINE_COPY (postponed_reason)
DEFINE_COPY (result)

/* Decisions -------------------------------------------------------------------------------------
 */

static char *
dup_body (StyrWorkspace *workspace, StyrRecord *decision)
{
  const char *unit = styr_record_get_text (decision, "unit_name");
  g_autofree char *body = NULL;

  if (unit != NULL)
    return g_strdup (unit);
  body = styr_name_of_body (styr_workspace_get_model (workspace),
                            styr_record_get_text (decision, "body"));
  return styr_name_sentence_case (body);
}

static char *
dup_status (StyrWorkspace *workspace, StyrRecord *decision)
{
  const char *status = styr_record_get_text (decision, "status");
  const char *symbol = g_strcmp0 (status, "decided") == 0    ? "✓"
                       : g_strcmp0 (status, "proposed") == 0 ? "○"
                                                             : "–";

  return g_strdup_printf ("%s %s", symbol, styr_life_get_word (STYR_LIFE_DECISION, status));
}

/* A count; nothing where there is nothing to count */
static char *
dup_count (StyrRecord *record, const char *column)
{
  gint64 count = styr_record_get_int (record, column);

  return count > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, count) : NULL;
}

static char *
dup_clauses (StyrWorkspace *workspace, StyrRecord *decision)
{
  return dup_count (decision, "n_clauses");
}

static char *
dup_open (StyrWorkspace *workspace, StyrRecord *decision)
{
  return dup_count (decision, "n_open");
}

static char *
dup_late (StyrWorkspace *workspace, StyrRecord *decision)
{
  return dup_count (decision, "n_late");
}

static gboolean
is_proposed (StyrWorkspace *workspace, StyrRecord *decision)
{
  return styr_record_is (decision, "status", "proposed");
}

static gboolean
has_open (StyrWorkspace *workspace, StyrRecord *decision)
{
  return styr_record_get_int (decision, "n_open") > 0;
}

static gboolean
has_late (StyrWorkspace *workspace, StyrRecord *decision)
{
  return styr_record_get_int (decision, "n_late") > 0;
}

/* A person in office has no minutes with paragraphs. */
static gboolean
keeps_minutes (StyrWorkspace *workspace, StyrRecord *decision)
{
  const StyrBodyType *body = styr_model_find_body_type (styr_workspace_get_model (workspace),
                                                        styr_record_get_text (decision, "body"));

  return body == NULL || !body->is_role;
}

static gboolean
lacks_section (StyrWorkspace *workspace, StyrRecord *decision)
{
  return keeps_minutes (workspace, decision) && styr_record_is (decision, "status", "decided") &&
         !styr_record_has (decision, "section_no");
}

static const StyrRegisterColumn decision_columns[] = {
  { "date", N_ ("Date"), STYR_COLUMN_DATE, 12, FALSE, FALSE, dup_on_date },
  { "title", N_ ("Matter"), STYR_COLUMN_TEXT, 44, TRUE, FALSE, dup_title },
  { "body", N_ ("Decided by"), STYR_COLUMN_TEXT, 18, FALSE, FALSE, dup_body },
  { "sectionNo", N_ ("§"), STYR_COLUMN_TEXT, 8, FALSE, FALSE, dup_section_no },
  { "registrationNo",
    N_ ("Registration number"),
    STYR_COLUMN_ID,
    15,
    FALSE,
    TRUE,
    dup_registration_no },
  { "status", N_ ("Status"), STYR_COLUMN_TEXT, 13, FALSE, FALSE, dup_status },
  { "clauses", N_ ("Clauses"), STYR_COLUMN_INTEGER, 8, FALSE, FALSE, dup_clauses },
  { "open", N_ ("Open"), STYR_COLUMN_INTEGER, 8, FALSE, FALSE, dup_open },
  { "late", N_ ("Overdue"), STYR_COLUMN_INTEGER, 9, FALSE, FALSE, dup_late },
  { "document", N_ ("Proposed in"), STYR_COLUMN_TEXT, 26, FALSE, TRUE, dup_document_title },
};

static const StyrRegisterMark decision_marks[] = {
  { "proposed", "○", N_ ("Proposed"), is_proposed },
  { "open", "◐", N_ ("Decisions with open commissions"), has_open },
  { "late", "!", N_ ("Decisions with overdue commissions"), has_late },
  { "noSection", "○", N_ ("Lacks its §"), lacks_section },
};

static const StyrRegisterKind decisions = {
  .name = "decisions",
  .title = N_ ("Decisions"),
  .search_hint = N_ ("Filter by matter, body or registration number"),
  .empty_icon = "emblem-ok-symbolic",
  .empty_title = N_ ("No decisions yet"),
  .empty_text = N_ ("Here stand the decisions of the unit and the year: proposals, what has been "
                    "decided and by which §, and what was to be done."),
  .columns = decision_columns,
  .n_columns = G_N_ELEMENTS (decision_columns),
  .marks = decision_marks,
  .n_marks = G_N_ELEMENTS (decision_marks),
};

/* Commissions -----------------------------------------------------------------------------------
 */

static StyrClauseState
get_state (StyrWorkspace *workspace, StyrRecord *clause)
{
  return styr_clause_get_state (clause, "decided", styr_workspace_get_today (workspace));
}

static char *
dup_state (StyrWorkspace *workspace, StyrRecord *clause)
{
  static const char *const symbols[] = { "", "◐", "!", "✓", "✓", "–" };
  StyrClauseState state = get_state (workspace, clause);

  g_autofree char *word = styr_name_sentence_case (styr_clause_state_get_word (state));

  return g_strdup_printf ("%s %s", symbols[state], word);
}

#define DEFINE_STATE(name, wanted)                                                                 \
  static gboolean is_##name (StyrWorkspace *workspace, StyrRecord *clause)                         \
  {                                                                                                \
    return get_state (workspace, clause) == wanted;                                                \
  }

DEFINE_STATE (late, STYR_CLAUSE_LATE)
DEFINE_STATE (to_report, STYR_CLAUSE_DONE)

/* What is late is open too, as in the decision's own count */
static gboolean
is_open (StyrWorkspace *workspace, StyrRecord *clause)
{
  StyrClauseState state = get_state (workspace, clause);

  return state == STYR_CLAUSE_OPEN || state == STYR_CLAUSE_LATE;
}

static gboolean
lacks_report (StyrWorkspace *workspace, StyrRecord *clause)
{
  return keeps_minutes (workspace, clause) && styr_record_has (clause, "reported_on") &&
         !styr_record_has (clause, "reported_section_no");
}

static char *
dup_reported_section_no (StyrWorkspace *workspace, StyrRecord *clause)
{
  if (lacks_report (workspace, clause))
    return g_strdup (_ ("§ is missing"));
  return styr_format_paragraph (styr_record_get_text (clause, "reported_section_no"));
}

static gboolean
has_nobody (StyrWorkspace *workspace, StyrRecord *clause)
{
  return !styr_record_has (clause, "assignee_id") &&
         get_state (workspace, clause) <= STYR_CLAUSE_LATE;
}

static const StyrRegisterColumn commission_columns[] = {
  { "due", N_ ("Done by"), STYR_COLUMN_DATE, 12, FALSE, FALSE, dup_due },
  { "text", N_ ("Commission"), STYR_COLUMN_TEXT, 46, 2, FALSE, dup_text },
  { "assignee", N_ ("Assigned to"), STYR_COLUMN_TEXT, 20, FALSE, FALSE, dup_assignee_name },
  { "state", N_ ("State"), STYR_COLUMN_TEXT, 16, FALSE, FALSE, dup_state },
  { "decision", N_ ("Decision"), STYR_COLUMN_TEXT, 30, FALSE, FALSE, dup_decision_title },
  { "date", N_ ("Decided on"), STYR_COLUMN_DATE, 12, FALSE, TRUE, dup_on_date },
  { "sectionNo", N_ ("§"), STYR_COLUMN_TEXT, 8, FALSE, FALSE, dup_section_no },
  { "doneOn", N_ ("Carried out on"), STYR_COLUMN_DATE, 12, FALSE, TRUE, dup_done_on },
  { "result", N_ ("What came of it"), STYR_COLUMN_TEXT, 30, FALSE, TRUE, dup_result },
  { "reportedOn", N_ ("Reported back on"), STYR_COLUMN_DATE, 12, FALSE, FALSE, dup_reported_on },
  { "reportedSectionNo",
    N_ ("§ of the report"),
    STYR_COLUMN_TEXT,
    10,
    FALSE,
    FALSE,
    dup_reported_section_no },
  { "postponedReason",
    N_ ("Why it is postponed"),
    STYR_COLUMN_TEXT,
    26,
    FALSE,
    FALSE,
    dup_postponed_reason },
};

static const StyrRegisterMark commission_marks[] = {
  { "open", "◐", N_ ("Open"), is_open },
  { "late", "!", N_ ("Overdue"), is_late },
  { "toReport", "○", N_ ("To be reported back"), is_to_report },
  { "nobody", "○", N_ ("Without assignee"), has_nobody },
  { "noReport", "○", N_ ("Reported back without §"), lacks_report },
};

static const StyrRegisterKind commissions = {
  .name = "commissions",
  .title = N_ ("Commissions"),
  .search_hint = N_ ("Filter by commission, assignee or decision"),
  .empty_icon = "emblem-ok-symbolic",
  .empty_title = N_ ("No commissions yet"),
  .empty_text = N_ ("Here stands what has been decided that somebody is to do: by when, and "
                    "whether it has been carried out and reported back."),
  .columns = commission_columns,
  .n_columns = G_N_ELEMENTS (commission_columns),
  .marks = commission_marks,
  .n_marks = G_N_ELEMENTS (commission_marks),
};

/** What the register of decisions is. */
const StyrRegisterKind *
styr_decisions_register_get_kind (void)
{
  return &decisions;
}

/** What the register of commissions is. */
const StyrRegisterKind *
styr_commissions_register_get_kind (void)
{
  return &commissions;
}
