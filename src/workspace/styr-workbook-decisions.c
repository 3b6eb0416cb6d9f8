/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workbook-source.h"

#include "styr-decision-private.h"
#include "styr-life-words.h"
#include "styr-locale.h"

#include <glib/gi18n-lib.h>

/* The sheet of decisions: a row for each clause (att-sats), so that what was to be done can be
 * sorted by unit, day and state. */

#define YEARS_CLAUSES                                                                              \
  STYR_DECISIONS_CONTEXT                                                                           \
  "SELECT l.*, b.title AS decision_title, b.status, b.body, b.on_date, b.section_no, "             \
  "b.registration_no, v.name AS unit_name, u.name AS assignee_name, e.title AS document_title "    \
  "FROM " STYR_CLAUSES "JOIN decision AS b ON b.id = l.decision_id "                               \
  "LEFT JOIN document AS d ON d.id = b.document_id "                                               \
  "LEFT JOIN unit AS u ON u.id = l.assignee_id LEFT JOIN unit AS v ON v.id = b.unit_id "           \
  "WHERE b.status = 'decided' AND (" STYR_DECISION_IS_OURS "OR " STYR_CLAUSE_IS_FOR_US ") "        \
  "AND (substr (b.on_date, 1, 4) = ?2 OR (substr (b.on_date, 1, 4) < ?2 "                          \
  "AND l.kind = 'commission' AND l.reported_on IS NULL AND l.struck_reason IS NULL)) "             \
  "ORDER BY b.on_date, b.id, l.position"

static void
add_column (StyrTable *table, const char *id, StyrColumnKind kind, int width, const char *title)
{
  styr_table_add_column (table, id, title, kind, width)->wrap = kind == STYR_COLUMN_TEXT;
}

static void
add_columns (StyrTable *table)
{
  add_column (table, "date", STYR_COLUMN_DATE, 12, _ ("Decided on"));
  add_column (table, "matter", STYR_COLUMN_TEXT, 34, _ ("Matter"));
  add_column (table, "body", STYR_COLUMN_TEXT, 20, _ ("Decided by"));
  add_column (table, "section", STYR_COLUMN_ID, 9, _ ("§"));
  add_column (table, "registration", STYR_COLUMN_ID, 16, _ ("Registration number"));
  add_column (table, "kind", STYR_COLUMN_TEXT, 16, _ ("What the clause does"));
  add_column (table, "clause", STYR_COLUMN_TEXT, 46, _ ("Clause"));
  add_column (table, "document", STYR_COLUMN_TEXT, 30, _ ("Document"));
  add_column (table, "assignee", STYR_COLUMN_TEXT, 22, _ ("Assigned to"));
  add_column (table, "due", STYR_COLUMN_DATE, 12, _ ("Done by"));
  add_column (table, "state", STYR_COLUMN_TEXT, 16, _ ("State"));
  add_column (table, "done", STYR_COLUMN_DATE, 12, _ ("Carried out on"));
  add_column (table, "result", STYR_COLUMN_TEXT, 30, _ ("What came of it"));
  add_column (table, "reported", STYR_COLUMN_DATE, 12, _ ("Reported back on"));
  add_column (table, "reportedSection", STYR_COLUMN_ID, 9, _ ("§ of the report"));
  add_column (table, "postponedReason", STYR_COLUMN_TEXT, 26, _ ("Why it is postponed"));
  add_column (table, "struckReason", STYR_COLUMN_TEXT, 26, _ ("Why it is no longer to be done"));
}

static void
set_paragraph (StyrTable *table, guint row, const char *column, const char *section_no)
{
  g_autofree char *text = styr_format_paragraph (section_no);

  if (*text != '\0')
    styr_table_set_text (table, row, column, text);
}

static void
add_row (StyrWorkbookSource *source, StyrTable *table, StyrRecord *clause)
{
  static const struct
  {
    const char *column, *field;
  } copies[] = {
    { "date", "on_date" },
    { "matter", "decision_title" },
    { "registration", "registration_no" },
    { "clause", "text" },
    { "document", "document_title" },
    { "assignee", "assignee_name" },
    { "done", "done_on" },
    { "result", "result" },
    { "reported", "reported_on" },
    { "postponedReason", "postponed_reason" },
    { "struckReason", "struck_reason" },
  };
  const char *body = styr_record_get_text (clause, "unit_name");
  const StyrBodyType *type =
      styr_record_has (clause, "body")
          ? styr_model_find_body_type (source->model, styr_record_get_text (clause, "body"))
          : NULL;
  guint row = styr_table_add_row (table);

  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    styr_table_set_text (
        table, row, copies[i].column, styr_record_get_text (clause, copies[i].field));
  set_paragraph (table, row, "section", styr_record_get_text (clause, "section_no"));
  set_paragraph (
      table, row, "reportedSection", styr_record_get_text (clause, "reported_section_no"));
  if (body == NULL && type != NULL)
    body = type->name;
  styr_table_set_text (table, row, "body", body);
  styr_table_set_text (
      table,
      row,
      "kind",
      styr_life_get_word (STYR_LIFE_CLAUSE, styr_record_get_text (clause, "kind")));
  styr_table_set_text (table, row, "due", styr_clause_get_due (clause));
  styr_table_set_text (
      table,
      row,
      "state",
      styr_clause_state_get_word (styr_clause_get_state (clause, "decided", source->today)));
}

/**
 * styr_workbook_decisions_new:
 * @source: what the workbook is made from
 * @store: where the decisions are
 *
 * Returns: (transfer full) (nullable): the clauses of the year's decisions and the commissions that
 * are still open; NULL when there are none
 */
StyrTable *
styr_workbook_decisions_new (StyrWorkbookSource *source, StyrStore *store)
{
  g_autofree char *year = g_strdup_printf ("%04d", source->year);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) clauses = styr_store_select (store,
                                                     "decision_clause",
                                                     &error,
                                                     YEARS_CLAUSES,
                                                     source->unit_id != NULL ? source->unit_id : "",
                                                     year,
                                                     NULL);
  StyrTable *table;

  if (clauses == NULL)
    g_warning ("workbook: %s", error->message);
  if (clauses == NULL || clauses->len == 0)
    return NULL;
  /* Translators: a name for formulas: no spaces, no å ä ö. Swedish: Beslut */
  table =
      styr_workbook_source_new_table (C_ ("table name", "Decisions"), C_ ("sheet", "Decisions"));
  add_columns (table);
  for (guint i = 0; i < clauses->len; i++)
    add_row (source, table, g_ptr_array_index (clauses, i));
  styr_table_set_intro (
      table, _ ("The clauses of the year’s decisions, and older commissions that are still open."));
  return table;
}
