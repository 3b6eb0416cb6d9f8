/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-inventory.h"

/* Which columns of which tables an inventory keeps: the store reads them and the tests fill them by
 * this table. */

#define TEXT(type, column)                                                                         \
  {                                                                                                \
#column, G_STRUCT_OFFSET(type, column), FALSE                                                  \
  }
#define INT(type, column)                                                                          \
  {                                                                                                \
#column, G_STRUCT_OFFSET(type, column), TRUE                                                   \
  }

static const StyrInvColumn unit_columns[] = {
  TEXT (StyrInvUnit, id),          TEXT (StyrInvUnit, type),
  TEXT (StyrInvUnit, name),        TEXT (StyrInvUnit, short_name),
  TEXT (StyrInvUnit, parent_id),   TEXT (StyrInvUnit, valid_from),
  TEXT (StyrInvUnit, valid_to),    TEXT (StyrInvUnit, ownership_share),
  INT (StyrInvUnit, inside_model),
};

static const StyrInvColumn unit_service_columns[] = {
  TEXT (StyrInvService, id),
  TEXT (StyrInvService, committee_id),
  TEXT (StyrInvService, department_id),
  TEXT (StyrInvService, valid_from),
  TEXT (StyrInvService, valid_to),
};

static const StyrInvColumn document_columns[] = {
  TEXT (StyrInvDocument, id),
  TEXT (StyrInvDocument, model_id),
  TEXT (StyrInvDocument, type),
  TEXT (StyrInvDocument, unit_id),
  TEXT (StyrInvDocument, title),
  TEXT (StyrInvDocument, designation),
  TEXT (StyrInvDocument, status),
  TEXT (StyrInvDocument, period_from),
  TEXT (StyrInvDocument, period_to),
  TEXT (StyrInvDocument, valid_from),
  TEXT (StyrInvDocument, valid_to),
  TEXT (StyrInvDocument, scope),
  TEXT (StyrInvDocument, is_political),
  TEXT (StyrInvDocument, law_requires_council),
  TEXT (StyrInvDocument, applies_to),
  TEXT (StyrInvDocument, owner_id),
  TEXT (StyrInvDocument, responsible),
  TEXT (StyrInvDocument, prepared_by),
  TEXT (StyrInvDocument, start_decision),
  TEXT (StyrInvDocument, decided_by),
  TEXT (StyrInvDocument, decided_unit_id),
  TEXT (StyrInvDocument, decided_on),
  TEXT (StyrInvDocument, section_no),
  TEXT (StyrInvDocument, registration_no),
  TEXT (StyrInvDocument, informed_on),
  TEXT (StyrInvDocument, informed_section_no),
  TEXT (StyrInvDocument, replaces_id),
  TEXT (StyrInvDocument, replaces),
  TEXT (StyrInvDocument, follow_up_on),
  TEXT (StyrInvDocument, follow_up_result),
  TEXT (StyrInvDocument, publication),
  TEXT (StyrInvDocument, publication_reason),
  TEXT (StyrInvDocument, previous_version_id),
  TEXT (StyrInvDocument, partners),
  TEXT (StyrInvDocument, published_on),
  TEXT (StyrInvDocument, interim_until),
  TEXT (StyrInvDocument, revoked_on),
  TEXT (StyrInvDocument, created_at),
  TEXT (StyrInvDocument, review_due_on),
  INT (StyrInvDocument, year),
  INT (StyrInvDocument, follow_up_months),
  INT (StyrInvDocument, version),
  INT (StyrInvDocument, is_joint),
  INT (StyrInvDocument, is_standing),
};

static const StyrInvColumn document_value_columns[] = {
  TEXT (StyrInvValue, owner_id),
  TEXT (StyrInvValue, document_id),
  TEXT (StyrInvValue, field),
  TEXT (StyrInvValue, value),
};

static const StyrInvColumn document_row_columns[] = {
  TEXT (StyrInvRow, id),
  TEXT (StyrInvRow, document_id),
  TEXT (StyrInvRow, section),
};

static const StyrInvColumn goal_columns[] = {
  TEXT (StyrInvGoal, id),
  TEXT (StyrInvGoal, document_id),
  TEXT (StyrInvGoal, type),
  TEXT (StyrInvGoal, parent_id),
  TEXT (StyrInvGoal, label),
  TEXT (StyrInvGoal, text),
  TEXT (StyrInvGoal, motivation),
  TEXT (StyrInvGoal, own_reason),
  TEXT (StyrInvGoal, recurs_from_id),
};

static const StyrInvColumn criterion_columns[] = {
  TEXT (StyrInvCriterion, id),          TEXT (StyrInvCriterion, goal_id),
  TEXT (StyrInvCriterion, label),       TEXT (StyrInvCriterion, kind),
  TEXT (StyrInvCriterion, text),        TEXT (StyrInvCriterion, unit),
  TEXT (StyrInvCriterion, baseline),    TEXT (StyrInvCriterion, target_value),
  TEXT (StyrInvCriterion, target_text), TEXT (StyrInvCriterion, period_target),
  TEXT (StyrInvCriterion, due_on),      TEXT (StyrInvCriterion, source),
};

static const StyrInvColumn criterion_target_columns[] = {
  TEXT (StyrInvTarget, id),   TEXT (StyrInvTarget, criterion_id), TEXT (StyrInvTarget, value),
  TEXT (StyrInvTarget, text), INT (StyrInvTarget, year),
};

static const StyrInvColumn goal_link_columns[] = {
  TEXT (StyrInvLink, id),
  TEXT (StyrInvLink, goal_id),
  TEXT (StyrInvLink, target_id),
  TEXT (StyrInvLink, kind),
};

static const StyrInvColumn assessment_columns[] = {
  TEXT (StyrInvAssessment, id),          TEXT (StyrInvAssessment, goal_id),
  TEXT (StyrInvAssessment, document_id), TEXT (StyrInvAssessment, stage),
  TEXT (StyrInvAssessment, grade),       TEXT (StyrInvAssessment, analysis),
  TEXT (StyrInvAssessment, reason),      TEXT (StyrInvAssessment, no_measure_reason),
};

static const StyrInvColumn activity_columns[] = {
  TEXT (StyrInvActivity, id),        TEXT (StyrInvActivity, document_id),
  TEXT (StyrInvActivity, section),   TEXT (StyrInvActivity, goal_id),
  TEXT (StyrInvActivity, text),      TEXT (StyrInvActivity, responsible),
  TEXT (StyrInvActivity, starts_on), TEXT (StyrInvActivity, due_on),
  TEXT (StyrInvActivity, status),    TEXT (StyrInvActivity, result),
};

static const StyrInvColumn measure_columns[] = {
  TEXT (StyrInvMeasure, id),
  TEXT (StyrInvMeasure, document_id),
  TEXT (StyrInvMeasure, section),
  TEXT (StyrInvMeasure, goal_id),
  TEXT (StyrInvMeasure, cause),
  TEXT (StyrInvMeasure, text),
  TEXT (StyrInvMeasure, responsible),
  TEXT (StyrInvMeasure, due_on),
  TEXT (StyrInvMeasure, effect_year),
  TEXT (StyrInvMeasure, effect_full),
  TEXT (StyrInvMeasure, effect_text),
  TEXT (StyrInvMeasure, status),
  TEXT (StyrInvMeasure, next_plan_goal_id),
  TEXT (StyrInvMeasure, next_plan_text),
};

static const StyrInvColumn decision_columns[] = {
  TEXT (StyrInvDecision, id),
  TEXT (StyrInvDecision, document_id),
  TEXT (StyrInvDecision, title),
  TEXT (StyrInvDecision, status),
  TEXT (StyrInvDecision, body),
  TEXT (StyrInvDecision, unit_id),
  TEXT (StyrInvDecision, on_date),
  TEXT (StyrInvDecision, section_no),
  TEXT (StyrInvDecision, registration_no),
  TEXT (StyrInvDecision, note),
};

static const StyrInvColumn decision_step_columns[] = {
  TEXT (StyrInvStep, id),      TEXT (StyrInvStep, decision_id), TEXT (StyrInvStep, body),
  TEXT (StyrInvStep, unit_id), TEXT (StyrInvStep, on_date),     TEXT (StyrInvStep, section_no),
  TEXT (StyrInvStep, outcome),
};

static const StyrInvColumn decision_clause_columns[] = {
  TEXT (StyrInvClause, id),
  TEXT (StyrInvClause, decision_id),
  TEXT (StyrInvClause, kind),
  TEXT (StyrInvClause, text),
  TEXT (StyrInvClause, document_id),
  TEXT (StyrInvClause, valid_from),
  TEXT (StyrInvClause, until),
  TEXT (StyrInvClause, assignee_id),
  TEXT (StyrInvClause, due_on),
  TEXT (StyrInvClause, postponed_to),
  TEXT (StyrInvClause, done_on),
  TEXT (StyrInvClause, reported_on),
  TEXT (StyrInvClause, struck_reason),
  TEXT (StyrInvClause, result),
};

static const StyrInvColumn decision_recipient_columns[] = {
  TEXT (StyrInvRecipient, id),
  TEXT (StyrInvRecipient, decision_id),
  TEXT (StyrInvRecipient, unit_id),
  TEXT (StyrInvRecipient, name),
};

static const StyrInvColumn waiver_columns[] = {
  TEXT (StyrInvWaiver, id),          TEXT (StyrInvWaiver, rule_id),
  TEXT (StyrInvWaiver, object_kind), TEXT (StyrInvWaiver, object_id),
  TEXT (StyrInvWaiver, reason),      TEXT (StyrInvWaiver, decided_by),
  TEXT (StyrInvWaiver, decided_on),  TEXT (StyrInvWaiver, section_no),
  TEXT (StyrInvWaiver, valid_to),    TEXT (StyrInvWaiver, model_id),
  INT (StyrInvWaiver, year),
};

static const struct
{
  const char *name;
  const StyrInvColumn *columns;
  guint n_columns;
  gsize size;
} tables[STYR_N_INV_TABLES] = {
  [STYR_INV_UNIT] = { "unit", unit_columns, G_N_ELEMENTS (unit_columns), sizeof (StyrInvUnit) },
  [STYR_INV_SERVICE] = { "unit_service",
                         unit_service_columns,
                         G_N_ELEMENTS (unit_service_columns),
                         sizeof (StyrInvService) },
  [STYR_INV_DOCUMENT] = { "document",
                          document_columns,
                          G_N_ELEMENTS (document_columns),
                          sizeof (StyrInvDocument) },
  [STYR_INV_VALUE] = { "document_value",
                       document_value_columns,
                       G_N_ELEMENTS (document_value_columns),
                       sizeof (StyrInvValue) },
  [STYR_INV_ROW] = { "document_row",
                     document_row_columns,
                     G_N_ELEMENTS (document_row_columns),
                     sizeof (StyrInvRow) },
  [STYR_INV_GOAL] = { "goal", goal_columns, G_N_ELEMENTS (goal_columns), sizeof (StyrInvGoal) },
  [STYR_INV_CRITERION] = { "criterion",
                           criterion_columns,
                           G_N_ELEMENTS (criterion_columns),
                           sizeof (StyrInvCriterion) },
  [STYR_INV_TARGET] = { "criterion_target",
                        criterion_target_columns,
                        G_N_ELEMENTS (criterion_target_columns),
                        sizeof (StyrInvTarget) },
  [STYR_INV_LINK] = { "goal_link",
                      goal_link_columns,
                      G_N_ELEMENTS (goal_link_columns),
                      sizeof (StyrInvLink) },
  [STYR_INV_ASSESSMENT] = { "assessment",
                            assessment_columns,
                            G_N_ELEMENTS (assessment_columns),
                            sizeof (StyrInvAssessment) },
  [STYR_INV_ACTIVITY] = { "activity",
                          activity_columns,
                          G_N_ELEMENTS (activity_columns),
                          sizeof (StyrInvActivity) },
  [STYR_INV_MEASURE] = { "measure",
                         measure_columns,
                         G_N_ELEMENTS (measure_columns),
                         sizeof (StyrInvMeasure) },
  [STYR_INV_DECISION] = { "decision",
                          decision_columns,
                          G_N_ELEMENTS (decision_columns),
                          sizeof (StyrInvDecision) },
  [STYR_INV_STEP] = { "decision_step",
                      decision_step_columns,
                      G_N_ELEMENTS (decision_step_columns),
                      sizeof (StyrInvStep) },
  [STYR_INV_CLAUSE] = { "decision_clause",
                        decision_clause_columns,
                        G_N_ELEMENTS (decision_clause_columns),
                        sizeof (StyrInvClause) },
  [STYR_INV_RECIPIENT] = { "decision_recipient",
                           decision_recipient_columns,
                           G_N_ELEMENTS (decision_recipient_columns),
                           sizeof (StyrInvRecipient) },
  [STYR_INV_WAIVER] = { "waiver",
                        waiver_columns,
                        G_N_ELEMENTS (waiver_columns),
                        sizeof (StyrInvWaiver) },
};

/** The table or view that the rows are read from. */
const char *
styr_inventory_get_table_name (StyrInvTable table)
{
  g_return_val_if_fail (table < STYR_N_INV_TABLES, NULL);
  return tables[table].name;
}

/** The columns that are kept of @table, with their places in its struct. */
const StyrInvColumn *
styr_inventory_get_columns (StyrInvTable table, guint *n_columns)
{
  g_return_val_if_fail (table < STYR_N_INV_TABLES && n_columns != NULL, NULL);
  *n_columns = tables[table].n_columns;
  return tables[table].columns;
}

/** The size of the struct of a row of @table. */
gsize
styr_inventory_get_row_size (StyrInvTable table)
{
  g_return_val_if_fail (table < STYR_N_INV_TABLES, 0);
  return tables[table].size;
}

/**
 * styr_inventory_get_column:
 * @row: a row of @table
 *
 * A text column by its name, for rules that name columns.
 *
 * Returns: (transfer none) (nullable): NULL when it is empty, or when the table has no such column
 */
const char *
styr_inventory_get_column (StyrInvTable table, gconstpointer row, const char *column)
{
  g_return_val_if_fail (table < STYR_N_INV_TABLES && row != NULL && column != NULL, NULL);
  for (guint i = 0; i < tables[table].n_columns; i++)
    {
      const StyrInvColumn *found = &tables[table].columns[i];

      if (!found->is_int && g_str_equal (found->name, column))
        return *(const char *const *) (gconstpointer) ((const char *) row + found->offset);
    }
  return NULL;
}
