/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-enum-types.h"
#include "styr-sql.h"
#include "styr-store-lists.h"

#include <glib/gi18n-lib.h>

/* A whole document with a fixed number of queries, however large it is. */

/*
 * The documents whose parts a dossier holds, as a common table expression: ?1 = the document, ?2 =
 * types of plans that its sections are about, as a JSON list. A plan per unit and year is the same
 * unit's, or one that the unit serves, of the same year or of a longer time around it; any other
 * plan is one whose period meets the document's year. They are those that counted on the last day
 * of that year.
 */
#define PLANS                                                                                      \
  "WITH doc AS (SELECT * FROM document WHERE id = ?1), "                                           \
  "plan AS (SELECT id FROM doc UNION "                                                             \
  "SELECT p.id FROM document AS p, doc WHERE p.type IN (SELECT value FROM json_each "              \
  "(?2)) "                                                                                         \
  "AND p.id <> doc.id AND ("                                                                       \
  "((p.year = doc.year OR CAST (doc.year AS TEXT) BETWEEN substr (p.period_from, 1, 4) "           \
  "AND substr (p.period_to, 1, 4)) AND (p.unit_id IS doc.unit_id "                                 \
  "OR p.unit_id IN (SELECT committee_id FROM unit_service WHERE department_id = doc.unit_id "      \
  "AND " STYR_SERVES_IN ("doc.year") "))) "                                                        \
                                     "OR (p.type IN (SELECT value FROM json_each (?3)) "           \
                                     "AND substr (coalesce (p.period_from, p.year), 1, 4) <= "     \
                                     "CAST (doc.year AS TEXT) "                                    \
                                     "AND substr (coalesce (p.period_to, p.year), 1, 4) >= CAST "  \
                                     "(doc.year AS TEXT))) "                                       \
                                     "AND " STYR_SQL_STANDING ("p", "doc.year") ") "

static void
add_json (GString *list, const char *text)
{
  g_string_append_printf (list, "%s\"%s\"", list->len > 1 ? "," : "", text);
}

/* Types of plans that the sections assess or carry out; those that are common to all units apart.
 */
static void
plan_types (StyrModel *model, const StyrDocumentType *type, char **all, char **common)
{
  GString *every = g_string_new ("["), *shared = g_string_new ("[");

  for (guint i = 0; type != NULL && i < type->sections->len; i++)
    {
      const StyrSection *section = type->sections->pdata[i];
      const StyrDocumentType *plan =
          section->document_type != NULL
              ? styr_model_find_document_type (model, section->document_type)
              : NULL;

      if (plan == NULL)
        continue;
      add_json (every, plan->id);
      if (plan->cadence != STYR_CADENCE_PER_UNIT_AND_YEAR)
        add_json (shared, plan->id);
    }
  *all = g_string_free (g_string_append_c (every, ']'), FALSE);
  *common = g_string_free (g_string_append_c (shared, ']'), FALSE);
}

static gboolean
load_values (StyrStore *self, StyrDossier *dossier, const char *document_id, GError **error)
{
  g_autoptr (GPtrArray) values =
      styr_store_select (self,
                         "document_value",
                         error,
                         "SELECT owner_id, field, value FROM document_value WHERE document_id = ?1",
                         document_id,
                         NULL);

  for (guint i = 0; values != NULL && i < values->len; i++)
    styr_dossier_set_value (dossier,
                            styr_record_get_text (values->pdata[i], "owner_id"),
                            styr_record_get_text (values->pdata[i], "field"),
                            styr_record_get_text (values->pdata[i], "value"));
  return values != NULL;
}

/* What the document and the plans that it is about hold: ?1 ?2 ?3 as PLANS has them. */
static const struct
{
  const char *kind, *sql;
} of_plans[] = {
  { "goal",
    PLANS "SELECT g.*, d.type AS document_type, d.unit_id AS document_unit_id FROM goal AS g "
          "JOIN document AS d ON d.id = g.document_id "
          "WHERE g.document_id IN plan ORDER BY d.unit_id, d.id, g.position, g.rowid" },
  { "criterion",
    PLANS "SELECT c.* FROM criterion AS c JOIN goal AS g ON g.id = c.goal_id WHERE g.document_id "
          "IN plan "
          "ORDER BY c.goal_id, c.position, c.rowid" },
  { "criterion_target",
    PLANS "SELECT t.* FROM criterion_target AS t JOIN criterion AS c ON c.id = t.criterion_id "
          "JOIN goal AS g ON g.id = c.goal_id WHERE g.document_id IN plan "
          "ORDER BY t.criterion_id, t.year" },
  { "goal_link",
    PLANS "SELECT l.*, t.text AS target_text, t.label AS target_label FROM goal_link AS l JOIN "
          "goal AS g ON g.id = l.goal_id "
          "JOIN goal AS t ON t.id = l.target_id WHERE g.document_id IN plan ORDER BY l.goal_id, "
          "l.kind, t.position" },
  { "plan", PLANS "SELECT * FROM document WHERE id IN plan AND id <> ?1 ORDER BY type, unit_id" },
};

/* What is the document's own, ?1. */
static const struct
{
  const char *kind, *sql;
} of_document[] = {
  { "document_row",
    "SELECT * FROM document_row WHERE document_id = ?1 ORDER BY section, position, rowid" },
  { "document_event",
    "SELECT * FROM document_event WHERE document_id = ?1 ORDER BY position, on_date, rowid" },
  { "assessment", "SELECT * FROM assessment WHERE document_id = ?1 ORDER BY goal_id, stage" },
  { "criterion_outcome", "SELECT * FROM criterion_outcome WHERE document_id = ?1" },
  { "activity", "SELECT * FROM activity WHERE document_id = ?1 ORDER BY section, position, rowid" },
  { "measure", "SELECT * FROM measure WHERE document_id = ?1 ORDER BY section, position, rowid" },
  { "previous_assessment",
    "SELECT a.*, g2.id AS current_goal_id FROM goal AS g2 JOIN assessment AS a ON a.goal_id = "
    "g2.recurs_from_id "
    "JOIN document AS p ON p.id = g2.document_id JOIN document AS d ON d.id = ?1 WHERE p.year = "
    "d.year AND a.document_id <> ?1 ORDER BY a.stage" },
  /* beside the counts of the report of the year before that is in force */
  { "feedback_total",
    "WITH before AS (SELECT p.id FROM document AS p JOIN document AS d ON d.id = ?1 WHERE p.type "
    "= d.type AND p.unit_id = d.unit_id AND p.year = d.year - 1 AND p.status NOT IN "
    "('superseded', 'revoked') ORDER BY p.status IN ('decided', 'published') DESC, p.version "
    "DESC, p.id LIMIT 1) "
    "SELECT f.*, p.count AS previous_count FROM feedback_total AS f LEFT JOIN feedback_total AS "
    "p "
    "ON p.document_id = (SELECT id FROM before) AND p.type = f.type AND p.area = f.area "
    "WHERE f.document_id = ?1 ORDER BY f.type, f.area" },
  { "decision",
    "SELECT c.*, u.name AS unit_name FROM decision AS c LEFT JOIN unit AS u ON u.id = c.unit_id "
    "WHERE c.document_id = ?1 ORDER BY c.position, c.rowid" },
  { "decision_step",
    "SELECT s.*, u.name AS unit_name FROM decision_step AS s JOIN decision AS c ON c.id = "
    "s.decision_id LEFT JOIN unit AS u ON u.id = s.unit_id WHERE c.document_id = ?1 "
    "ORDER BY s.decision_id, s.position, s.rowid" },
  { "decision_clause",
    "SELECT l.*, d.title AS document_title, u.name AS assignee_name FROM decision_clause AS l "
    "JOIN decision AS c ON c.id = l.decision_id LEFT JOIN document AS d ON d.id = l.document_id "
    "LEFT JOIN unit AS u ON u.id = l.assignee_id WHERE c.document_id = ?1 "
    "ORDER BY l.decision_id, l.position, l.rowid" },
  { "decision_recipient",
    "SELECT r.*, u.name AS unit_name FROM decision_recipient AS r JOIN decision AS c ON c.id = "
    "r.decision_id LEFT JOIN unit AS u ON u.id = r.unit_id WHERE c.document_id = ?1 "
    "ORDER BY r.decision_id, r.position, r.rowid" },
  { "consultation_answer",
    "SELECT a.*, u.name AS unit_name FROM consultation_answer AS a LEFT JOIN unit AS u ON u.id = "
    "a.unit_id WHERE a.document_id = ?1 ORDER BY a.position, a.rowid" },
  { "document_review",
    "SELECT * FROM document_review WHERE document_id = ?1 ORDER BY on_date, position, rowid" },
  { "budget_line", "SELECT * FROM budget_line WHERE document_id = ?1 ORDER BY position, rowid" },
  /* those that the values and the card name by id */
  { "unit",
    "SELECT u.* FROM unit AS u WHERE u.id IN (SELECT value FROM document_value WHERE document_id "
    "= ?1) OR u.id IN (SELECT owner_id FROM document WHERE id = ?1) OR u.id IN (SELECT "
    "decided_unit_id FROM document WHERE id = ?1)" },
  { "referenced",
    "SELECT d.id, d.title FROM document AS d WHERE d.id IN (SELECT value FROM document_value "
    "WHERE document_id = ?1)" },
};

static gboolean
load_parts (StyrStore *self,
            StyrDossier *dossier,
            const char *document_id,
            const char *all,
            const char *common,
            GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (of_plans); i++)
    {
      GPtrArray *found = styr_store_select (
          self, of_plans[i].kind, error, of_plans[i].sql, document_id, all, common, NULL);

      if (found == NULL)
        return FALSE;
      styr_dossier_take_records (dossier, of_plans[i].kind, found);
    }
  for (guint i = 0; i < G_N_ELEMENTS (of_document); i++)
    {
      GPtrArray *found = styr_store_select (
          self, of_document[i].kind, error, of_document[i].sql, document_id, NULL);

      if (found == NULL)
        return FALSE;
      styr_dossier_take_records (dossier, of_document[i].kind, found);
    }
  return TRUE;
}

/**
 * styr_store_load_dossier:
 *
 * Returns: (transfer full) (nullable): the whole document with what its sections are about; NULL
 * with an error
 */
StyrDossier *
styr_store_load_dossier (StyrStore *self, StyrModel *model, const char *document_id, GError **error)
{
  g_autoptr (GPtrArray) found = styr_store_select (
      self,
      "document",
      error,
      "SELECT d.*, u.name AS unit_name, r.title AS replaces_title, "
      "v.due_on AS review_due_on FROM document AS d "
      "LEFT JOIN unit AS u ON u.id = d.unit_id LEFT JOIN document AS r ON r.id = d.replaces_id "
      "LEFT JOIN document_review_due AS v ON v.document_id = d.id "
      "WHERE d.id = ?1",
      document_id,
      NULL);
  g_autoptr (StyrDossier) dossier = NULL;
  g_autofree char *all = NULL, *common = NULL;

  if (found == NULL)
    return NULL;
  if (found->len == 0)
    {
      g_set_error_literal (error,
                           STYR_STORE_ERROR,
                           STYR_STORE_ERROR_NOT_FOUND,
                           _ ("The document is no longer there."));
      return NULL;
    }
  dossier = styr_dossier_new (model, found->pdata[0]);
  plan_types (model, styr_dossier_get_document_type (dossier), &all, &common);
  if (!load_values (self, dossier, document_id, error) ||
      !load_parts (self, dossier, document_id, all, common, error))
    return NULL;
  return g_steal_pointer (&dossier);
}
