/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-store-workbook.h"

#include "styr-sql.h"

/* Parameters of every query: ?1 the unit's id or "", ?2 the year. */

/* The documents that count, looked at from the year's last day. */
#define STANDING STYR_SQL_STANDING ("d", "?2")

/*
 * One row a criterion, or one for a goal without criteria. same_year tells the documents of the
 * year from longer ones that cover it (a term's goals): which of them count is the model's matter.
 * The assessment is the year's (the view goal_judgement).
 */
static const char goals_sql[] =
    "WITH doc AS ("
    "  SELECT d.id, d.type, d.title, d.unit_id, d.year = ?2 AS same_year, u.name AS unit_name, "
    "u.position AS unit_position"
    "  FROM document d LEFT JOIN unit u ON u.id = d.unit_id"
    "  WHERE (?1 = '' OR d.unit_id = ?1)"
    "    AND (d.year = ?2 OR (d.period_from <= ?2 || '-12-31' AND d.period_to >= ?2 || '-01-01'))"
    "    AND " STANDING "), happened AS ("
    "  SELECT o.*, d.year, row_number () OVER (PARTITION BY o.criterion_id, d.year ORDER BY "
    "d.created_at DESC, o.id) AS rank"
    "  FROM criterion_outcome o JOIN document d ON d.id = o.document_id"
    "  WHERE d.year IN (?2, ?2 - 1) AND " STANDING ")"
    "SELECT coalesce (c.id, g.id) AS id, g.id AS goal_id, g.type AS goal_type, g.label AS "
    "goal_label, g.text AS goal_text,"
    "  doc.id AS document_id, doc.type AS document_type, doc.unit_id, doc.unit_name, doc.same_year,"
    "  CASE WHEN p.id IS NULL THEN NULL ELSE p.text END AS parent_text,"
    "  (SELECT group_concat (t.text, '; ') FROM goal_link l JOIN goal t ON t.id = l.target_id "
    "WHERE l.goal_id = g.id) AS target_text,"
    "  (SELECT group_concat (x.text, '; ') FROM (SELECT DISTINCT a.text FROM goal_link l JOIN goal "
    "t ON t.id = l.target_id"
    "     JOIN goal a ON a.id = t.parent_id WHERE l.goal_id = g.id) x) AS target_area,"
    "  c.label AS criterion_label, c.kind AS criterion_kind, c.text AS criterion_text, c.unit AS "
    "criterion_unit, coalesce ((SELECT y.value FROM criterion_target y WHERE y.criterion_id = c.id "
    "AND "
    "y.year = ?2), c.target_value) AS target_value,"
    "  c.target_text, c.period_target, c.due_on,"
    "  coalesce (before.value,"
    "    (SELECT o.value FROM criterion pc JOIN happened o ON o.criterion_id = pc.id AND o.rank = "
    "1 AND o.year = ?2 - 1"
    "       WHERE pc.goal_id = g.recurs_from_id AND pc.label = c.label), c.baseline) AS "
    "previous_value,"
    "  now.value, now.happened_on, now.is_met, now.note,"
    "  j.grade, j.trend, j.is_final, j.stage, j.analysis, j.reason, j.no_measure_reason,"
    "  (SELECT count (*) FROM measure m JOIN document d ON d.id = m.document_id"
    "     WHERE m.goal_id = g.id AND d.year = ?2 AND " STANDING ") AS n_measures "
    "FROM doc JOIN goal g ON g.document_id = doc.id"
    "  LEFT JOIN goal p ON p.id = g.parent_id"
    "  LEFT JOIN criterion c ON c.goal_id = g.id"
    "  LEFT JOIN goal_judgement j ON j.goal_id = g.id AND j.year = ?2"
    "  LEFT JOIN happened now ON now.criterion_id = c.id AND now.year = ?2 AND now.rank = 1"
    "  LEFT JOIN happened before ON before.criterion_id = c.id AND before.year = ?2 - 1 AND "
    "before.rank = 1 "
    "ORDER BY coalesce (doc.unit_position, -1), doc.unit_name, doc.unit_id, doc.type, doc.id,"
    "  coalesce (p.position, -1), g.position, g.id, c.position, c.id";

static const char measures_sql[] =
    "SELECT m.*, d.unit_id, u.name AS unit_name, d.title AS document_title, g.label AS goal_label, "
    "g.text AS goal_text,"
    "  n.text AS next_goal_text "
    "FROM measure m JOIN document d ON d.id = m.document_id LEFT JOIN unit u ON u.id = d.unit_id"
    "  LEFT JOIN goal g ON g.id = m.goal_id LEFT JOIN goal n ON n.id = m.next_plan_goal_id "
    "WHERE d.year = ?2 AND (?1 = '' OR d.unit_id = ?1) AND " STANDING
    " ORDER BY coalesce (u.position, -1), u.name, d.type, d.id, m.position, m.id";

/* The year's counts and lines are those of one report a unit (the view unit_report). */
#define FEEDBACK                                                                                   \
  "WITH total AS (SELECT f.*, r.unit_id, r.year FROM unit_report r JOIN feedback_total f ON "      \
  "f.document_id = r.document_id WHERE r.kind = 'feedback' AND r.year IN (?2, ?2 - 1) AND (?1 = "  \
  "'' OR r.unit_id = ?1)) "
#define ECONOMY                                                                                    \
  "WITH line AS (SELECT b.*, r.unit_id, r.year FROM unit_report r JOIN budget_line b ON "          \
  "b.document_id = r.document_id WHERE r.kind = 'economy' AND r.year = ?2 AND (?1 = '' OR "        \
  "r.unit_id = ?1)) "

static const char feedback_sql[] =
    FEEDBACK "SELECT f.unit_id || '/' || f.type AS id, f.unit_id, u.name AS unit_name, f.type,"
             "  sum (CASE WHEN f.year = ?2 THEN f.count END) AS count,"
             "  sum (CASE WHEN f.year = ?2 THEN f.handled END) AS handled,"
             "  sum (CASE WHEN f.year = ?2 THEN f.led_to_change END) AS led_to_change,"
             "  sum (CASE WHEN f.year = ?2 - 1 THEN f.count END) AS previous "
             "FROM total f JOIN unit u ON u.id = f.unit_id "
             "GROUP BY f.unit_id, f.type ORDER BY u.position, u.name, f.unit_id, f.type";

static const char economy_sql[] =
    ECONOMY "SELECT b.*, u.name AS unit_name FROM line b JOIN unit u ON u.id = b.unit_id "
            "ORDER BY u.position, u.name, b.unit_id, b.position, b.area";

/* Reckoned apart from the lists above, so that the workbook's own sums have something to be checked
 * against. */
static const char sums_sql[] =
    "WITH line AS (SELECT b.* FROM budget_line b JOIN unit_report r ON r.document_id = "
    "b.document_id WHERE r.kind = 'economy' AND r.year = ?2 AND (?1 = '' OR r.unit_id = ?1)),"
    "  heard AS (SELECT f.count, r.year FROM feedback_total f JOIN unit_report r ON r.document_id "
    "= "
    "f.document_id WHERE r.kind = 'feedback' AND (?1 = '' OR r.unit_id = ?1)),"
    "  act AS (SELECT m.* FROM measure m WHERE m.document_id IN"
    "    (SELECT d.id FROM document d WHERE d.year = ?2 AND (?1 = '' OR d.unit_id = ?1)"
    "     AND " STANDING ")) "
    "SELECT 'sums' AS id, (SELECT count (*) FROM line) AS lines, (SELECT total (income) FROM line) "
    "AS income,"
    "  (SELECT total (cost) FROM line) AS cost, (SELECT total (budget) FROM line) AS budget,"
    "  (SELECT total (forecast) FROM line) AS forecast,"
    "  (SELECT total (count) FROM heard WHERE year = ?2) AS feedback,"
    "  (SELECT total (count) FROM heard WHERE year = ?2 - 1) AS previous_feedback,"
    "  (SELECT count (*) FROM act) AS measures,"
    "  (SELECT total (effect_year) FROM act) AS effect_year, (SELECT total (effect_full) FROM act) "
    "AS effect_full";

static GPtrArray *
list (StyrStore *self,
      const char *kind,
      const char *sql,
      const char *unit_id,
      int year,
      GError **error)
{
  g_autofree char *year_text = g_strdup_printf ("%d", year);

  g_return_val_if_fail (STYR_IS_STORE (self), NULL);
  return styr_store_select (
      self, kind, error, sql, unit_id != NULL ? unit_id : "", year_text, NULL);
}

/**
 * styr_store_list_workbook_goals:
 * @unit_id: (nullable): NULL = all
 *
 * Returns: (transfer full) (element-type StyrRecord) (nullable): a record a criterion (or a goal
 * without any), with its goal, the goals above, the year's outcome and assessment; NULL with an
 * error
 */
GPtrArray *
styr_store_list_workbook_goals (StyrStore *self, const char *unit_id, int year, GError **error)
{
  return list (self, "workbook_goal", goals_sql, unit_id, year, error);
}

/** The measures of the year's documents, with goal and unit; see styr_store_list_workbook_goals().
 */
GPtrArray *
styr_store_list_workbook_measures (StyrStore *self, const char *unit_id, int year, GError **error)
{
  return list (self, "measure", measures_sql, unit_id, year, error);
}

/** Feedback per unit and type: count, handled, led_to_change and the year before's count
 * (previous). */
GPtrArray *
styr_store_list_workbook_feedback (StyrStore *self, const char *unit_id, int year, GError **error)
{
  return list (self, "workbook_feedback", feedback_sql, unit_id, year, error);
}

/** The year's lines of the economy, by unit. Whole kronor, costs negative. */
GPtrArray *
styr_store_list_workbook_economy (StyrStore *self, const char *unit_id, int year, GError **error)
{
  return list (self, "budget_line", economy_sql, unit_id, year, error);
}

/** Sums and counts to check the workbook against: (transfer full), NULL with an error. */
StyrRecord *
styr_store_get_workbook_sums (StyrStore *self, const char *unit_id, int year, GError **error)
{
  g_autoptr (GPtrArray) found = list (self, "workbook_sums", sums_sql, unit_id, year, error);

  return found != NULL ? g_object_ref (g_ptr_array_index (found, 0)) : NULL;
}
