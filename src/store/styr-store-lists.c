/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-locale.h"
#include "styr-sql.h"
#include "styr-store-lists.h"

#include <stdlib.h>
#include <string.h>

/* One query for each list that more than one place shows: a number in a view, a paper and a
 * workbook comes from the same one. */

/*
 * A goal with what the year's follow-up says of it (the view goal_judgement). A goal of one year is
 * judged that year, one of a whole term in the year asked for. Which plans are looked at, which
 * documents' measures count and how many they are is asked once, before the goals. Parameters: ?1
 * the year; ?2 the first year that is looked at; ?3 the grades that ask for a measure, a JSON list.
 */
#define YEAR "CAST (?1 AS INTEGER)"
#define FIRST_YEAR "CAST (?2 AS INTEGER)"
#define OF_YEARS                                                                                   \
  "(d.year BETWEEN " FIRST_YEAR " AND " YEAR                                                       \
  " OR (substr (d.period_from, 1, 4) <= ?1 AND substr (d.period_to, 1, 4) >= ?1)) "                \
  "AND " STYR_SQL_STANDING ("d", "?1")
#define PLANS                                                                                      \
  "WITH plan AS MATERIALIZED (SELECT d.id, d.type, d.unit_id, d.year, "                            \
  "CASE WHEN substr (d.period_from, 1, 4) < substr (d.period_to, 1, 4) THEN " YEAR " "             \
  "ELSE min (max (d.year, " FIRST_YEAR "), " YEAR                                                  \
  ") END AS judged_in FROM document AS d WHERE " OF_YEARS "), "                                    \
  "measured AS MATERIALIZED (SELECT m.goal_id, w.year, count (*) AS n FROM "                       \
  "document AS w CROSS JOIN measure AS m ON m.document_id = w.id "                                 \
  "WHERE w.year IN (SELECT judged_in FROM plan) AND " STYR_SQL_STANDING (                          \
      "w", "?1") " AND m.goal_id IS NOT NULL GROUP BY m.goal_id, w.year) "
#define SAID_OF_GOALS                                                                              \
  "(SELECT count (*) FROM criterion AS c WHERE c.goal_id = g.id AND c.text <> '') AS n_criteria, " \
  "j.grade, j.trend, coalesce (j.has_analysis, 0) AS has_analysis, "                               \
  "j.grade IN (SELECT value FROM json_each (?3)) AND coalesce (j.has_no_reason, 1) AS "            \
  "needs_measure, coalesce (n.n, 0) AS n_measures "
/* Not materialized: SQLite takes the window's rows for few then, and has no index made on them. */
#define GOALS_OF_PLANS                                                                             \
  "FROM plan AS d CROSS JOIN goal AS g ON g.document_id = d.id "                                   \
  "LEFT JOIN (SELECT goal_id, year, grade, trend, coalesce (analysis, '') <> '' AS has_analysis, " \
  "no_measure_reason IS NULL AS has_no_reason FROM goal_judgement WHERE year BETWEEN " FIRST_YEAR  \
  " AND " YEAR ") AS j ON j.goal_id = g.id AND j.year = d.judged_in "                              \
  "LEFT JOIN measured AS n ON n.goal_id = g.id AND n.year = d.judged_in "

typedef struct
{
  char *key;
  StyrRecord *record;
} Sortable;

static int
compare_sortable (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Sortable *) a)->key, ((const Sortable *) b)->key);
}

/* Sorts records as people do by a column; SQLite knows no å ä ö. */
static GPtrArray *
sort_by (GPtrArray *records, const char *column)
{
  g_autofree Sortable *sortable = NULL;

  if (records == NULL || records->len == 0)
    return records;
  sortable = g_new (Sortable, records->len);
  for (guint i = 0; i < records->len; i++)
    sortable[i] = (Sortable){ styr_collate_key (styr_record_get_text (records->pdata[i], column)),
                              records->pdata[i] };
  qsort (sortable, records->len, sizeof (Sortable), compare_sortable);
  for (guint i = 0; i < records->len; i++)
    {
      records->pdata[i] = sortable[i].record;
      g_free (sortable[i].key);
    }
  return records;
}

/** The municipality; NULL without an error when the database is new. */
StyrRecord *
styr_store_get_municipality (StyrStore *self, GError **error)
{
  g_autoptr (GPtrArray) found =
      styr_store_select (self, "municipality", error, "SELECT * FROM municipality LIMIT 1", NULL);

  return found != NULL && found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
}

/** All units, by position. */
GPtrArray *
styr_store_list_units (StyrStore *self, GError **error)
{
  return styr_store_select (
      self, "unit", error, "SELECT * FROM unit ORDER BY position, name", NULL);
}

#define DOCUMENTS "SELECT d.*, " OF_DOCUMENTS
#define OF_DOCUMENTS                                                                               \
  "u.name AS unit_name, v.due_on AS review_due_on, v.reviewed_on, v.result AS "                    \
  "review_result, r.title AS replaces_title FROM document AS d "                                   \
  "LEFT JOIN document AS r ON r.id = d.replaces_id LEFT JOIN unit AS u ON u.id = d.unit_id "       \
  "LEFT JOIN document_review_due AS v ON v.document_id = d.id "

/** All documents, with unit_name, replaces_title, and the next review (review_due_on) and the last
 * one (reviewed_on, review_result). */
GPtrArray *
styr_store_list_documents (StyrStore *self, GError **error)
{
  return sort_by (styr_store_select (self, "document", error, DOCUMENTS, NULL), "title");
}

/* What may concern ?1 and so many years on each side: what is of them, or without a year, or has ?1
 * in its period. */
#define AROUND(years)                                                                              \
  "WHERE (d.year IS NULL OR d.year BETWEEN CAST (?1 AS INTEGER) - " years " AND CAST "             \
  "(?1 AS INTEGER) + " years " OR (substr (d.period_from, 1, 4) <= ?1 AND substr "                 \
  "(d.period_to, 1, 4) >= ?1)) AND NOT " STYR_SQL_NOT_YET ("d", "?1")

/** The same of those that may concern @year: of it, without a year, or with a period that has the
 * year in it. */
GPtrArray *
styr_store_list_documents_of_year (StyrStore *self, int year, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%04d", year);

  return sort_by (styr_store_select (self,
                                     "document",
                                     error,
                                     "SELECT d.*, " STYR_SQL_STATUS (
                                         "d", "?1") " AS status, " OF_DOCUMENTS AROUND ("0"),
                                     text,
                                     NULL),
                  "title");
}

/* What an overview reckons from, and those columns alone. A plan for next year falls due this year.
 */
static GPtrArray *
survey_documents (StyrStore *self, const char *year, GError **error)
{
  return sort_by (styr_store_select (self,
                                     "document",
                                     error,
                                     "SELECT d.id, d.type, d.unit_id, d.owner_id, d.year, d.title, "
                                     "d.period_from, d.period_to, d.valid_from, d.valid_to, "
                                     "d.previous_version_id, " STYR_SQL_STATUS (
                                         "d", "?1") " AS status FROM document AS d " AROUND ("2"),
                                     year,
                                     NULL),
                  "title");
}

static char *
grades_that_need_measures (StyrModel *model)
{
  GPtrArray *scales = styr_model_get_scales (model);
  GString *list = g_string_new ("[");

  for (guint i = 0; i < scales->len; i++)
    {
      const StyrScale *scale = scales->pdata[i];

      for (guint j = 0; j < scale->grades->len; j++)
        {
          const StyrGrade *grade = scale->grades->pdata[j];

          if (grade->needs_measure)
            g_string_append_printf (list, "%s\"%s\"", list->len > 1 ? "," : "", grade->id);
        }
    }
  return g_string_free (g_string_append_c (list, ']'), FALSE);
}

/**
 * styr_store_list_goals:
 * @unit_id: (nullable): NULL = of every unit
 *
 * The goals of plans of a year, and those of plans whose period holds the year.
 */
GPtrArray *
styr_store_list_goals (
    StyrStore *self, StyrModel *model, const char *unit_id, int year, GError **error)
{
  g_autofree char *grades = grades_that_need_measures (model);
  g_autofree char *year_text = g_strdup_printf ("%04d", year);

  return styr_store_select (self,
                            "goal",
                            error,
                            PLANS
                            "SELECT g.*, d.type AS document_type, "
                            "d.unit_id AS document_unit_id, d.year AS document_year, "
                            "u.name AS unit_name, (SELECT count (*) FROM goal_link AS l "
                            "WHERE l.goal_id = g.id) AS n_links, " SAID_OF_GOALS GOALS_OF_PLANS
                            "LEFT JOIN unit AS u ON u.id = d.unit_id "
                            "WHERE (?4 = '' OR d.unit_id = ?4) "
                            "ORDER BY u.position, u.name, d.id, g.position, g.rowid",
                            year_text,
                            year_text,
                            grades,
                            unit_id != NULL ? unit_id : "",
                            NULL);
}

#define NAMED                                                                                      \
  "SELECT d.id FROM document AS d WHERE d.type = ?1 AND " STYR_SQL_STATUS (                        \
      "d",                                                                                         \
      "?3") " NOT IN ('superseded', 'revoked') AND NOT " STYR_SQL_NOT_YET ("d",                    \
                                                                           "?3") " AND (d.year = " \
                                                                                 "CAST (?3 AS "    \
                                                                                 "INTEGER) OR "    \
                                                                                 "(d.year IS "     \
                                                                                 "NULL AND "       \
                                                                                 "d.period_to IS " \
                                                                                 "NULL) "          \
                                                                                 "OR "             \
                                                                                 "(d.period_from " \
                                                                                 "<= ?3 || "       \
                                                                                 "'-12-31' AND "   \
                                                                                 "d.period_to >= " \
                                                                                 "?3 || "          \
                                                                                 "'-01-01')) "
#define NEWEST_FIRST                                                                               \
  "d.year IS CAST (?3 AS INTEGER) DESC, d.version DESC, d.created_at DESC, d.id LIMIT 1"

/**
 * styr_store_find_document:
 * @unit_id: (nullable): NULL = the whole municipality
 * @is_common: whether another unit's will do, when the unit has none
 *
 * Returns: (transfer full) (nullable): the id of the newest version of a type's document for the
 * unit and year, or of the one that applied without a year; NULL without an error when there is
 * none
 */
char *
styr_store_find_document (StyrStore *self,
                          const char *type,
                          const char *unit_id,
                          int year,
                          gboolean is_common,
                          GError **error)
{
  g_autofree char *year_text = g_strdup_printf ("%04d", year);
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (STYR_IS_STORE (self) && type != NULL, NULL);

  found = styr_store_select (
      self,
      "document",
      error,
      is_common ? NAMED "ORDER BY coalesce (d.unit_id, '') = ?2 DESC, " NEWEST_FIRST
                : NAMED "AND coalesce (d.unit_id, '') = ?2 ORDER BY " NEWEST_FIRST,
      type,
      unit_id != NULL ? unit_id : "",
      year_text,
      NULL);
  return found != NULL && found->len > 0 ? g_strdup (styr_record_get_id (found->pdata[0])) : NULL;
}

/**
 * styr_store_list_link_targets:
 *
 * The goals of a type in other documents that count for a document: in its year, as it was on the
 * year's last day, or without a year.
 *
 * Returns: (transfer full) (nullable): goals + area, area_label, document_title
 */
GPtrArray *
styr_store_list_link_targets (StyrStore *self,
                              const char *document_id,
                              const char *goal_type,
                              GError **error)
{
  static const char sql[] =
      "SELECT g.*, p.text AS area, p.label AS area_label, d.title AS document_title "
      "FROM document o CROSS JOIN document d JOIN goal g ON g.document_id = d.id "
      "LEFT JOIN goal p ON p.id = g.parent_id "
      "WHERE o.id = ?1 AND g.type = ?2 AND d.id <> o.id "
      "AND (d.year IS o.year OR d.year IS NULL OR o.year IS NULL "
      "OR (d.period_from <= o.year || '-12-31' AND d.period_to >= o.year || '-01-01')) "
      "AND " STYR_SQL_STANDING ("d",
                                "o.year") " ORDER BY d.year, d.id, p.position, g.position, g.id";

  g_return_val_if_fail (STYR_IS_STORE (self) && document_id != NULL && goal_type != NULL, NULL);
  return styr_store_select (self, "goal", error, sql, document_id, goal_type, NULL);
}

/** The newest @limit entries of the journal, newest first. */
GPtrArray *
styr_store_list_history (StyrStore *self, guint limit, GError **error)
{
  g_autofree char *most = g_strdup_printf ("%u", limit);

  return styr_store_select (self,
                            "journal",
                            error,
                            "SELECT id, at, author, label, kind, target_id, state FROM journal "
                            "ORDER BY id DESC LIMIT CAST (?1 AS INTEGER)",
                            most,
                            NULL);
}

/** The years that documents are of, ascending. */
GPtrArray *
styr_store_list_years (StyrStore *self, GError **error)
{
  return styr_store_select (
      self,
      "year",
      error,
      "SELECT DISTINCT year FROM document WHERE year IS NOT NULL ORDER BY year",
      NULL);
}

/* What a person types, as a query that can't be wrong: every word quoted, every word a beginning.
 */
static char *
search_query (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);
  GString *query = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = NULL;
      g_autofree char *quoted = NULL;

      if (words[i][0] == '\0')
        continue;
      parts = g_strsplit (words[i], "\"", -1);
      quoted = g_strjoinv ("", parts);
      if (quoted[0] != '\0')
        g_string_append_printf (query, "%s\"%s\"*", query->len > 0 ? " " : "", quoted);
    }
  return g_string_free (query, FALSE);
}

/** What holds all words of @text, each as a beginning; titles first. An empty text finds nothing.
 */
GPtrArray *
styr_store_search (StyrStore *self, const char *text, guint limit, GError **error)
{
  g_autofree char *query = search_query (text);
  g_autofree char *most = g_strdup_printf ("%u", limit);

  if (query[0] == '\0')
    return g_ptr_array_new_with_free_func (g_object_unref);
  return styr_store_select (self,
                            "hit",
                            error,
                            "SELECT e.kind, e.ref, e.document_id, e.title, snippet (search, -1, "
                            "'', '', '…', 12) AS snippet, d.title AS document_title, "
                            "d.type AS document_type, d.year AS year, d.version AS version, "
                            "d.status AS status, d.model_id AS model_id, u.name AS unit_name "
                            "FROM search JOIN search_entry AS e ON e.id = search.rowid LEFT JOIN "
                            "document AS d ON d.id = e.document_id "
                            "LEFT JOIN unit AS u ON u.id = d.unit_id WHERE search MATCH ?1 ORDER "
                            "BY bm25 (search, 6.0, 1.0) LIMIT CAST (?2 AS INTEGER)",
                            query,
                            most,
                            NULL);
}

/* The first year that a phase counts parts of documents of. */
static char *
first_year_counted (StyrModel *model, int year)
{
  GPtrArray *phases = styr_model_get_phases (model);

  for (guint i = 0; i < phases->len; i++)
    {
      const StyrPhase *phase = phases->pdata[i];

      for (guint j = 0; j < phase->counts->len; j++)
        if (((const StyrPhaseCount *) phase->counts->pdata[j])->previous_year)
          return g_strdup_printf ("%04d", year - 1);
    }
  return g_strdup_printf ("%04d", year);
}

#define WORK "SELECT a.id, a.document_id, a.text, a.status, a.due_on FROM document AS d CROSS JOIN "
#define WORK_OF_YEARS " AS a ON a.document_id = d.id WHERE " OF_YEARS " ORDER BY d.id, a.position"

static GPtrArray *
survey_goals (
    StyrStore *self, StyrModel *model, const char *year, const char *first_year, GError **error)
{
  g_autofree char *grades = grades_that_need_measures (model);

  return styr_store_select (self,
                            "goal",
                            error,
                            PLANS "SELECT g.id, g.document_id, "
                                  "g.type, g.text, " SAID_OF_GOALS GOALS_OF_PLANS
                                  "ORDER BY d.unit_id, d.id, g.position, g.rowid",
                            year,
                            first_year,
                            grades,
                            NULL);
}

/* The rest, in the order of the struct; what couldn't be read is NULL, and what is after it. */
static void
survey_work (
    StyrStore *self, StyrSurvey *survey, const char *year, const char *first_year, GError **error)
{
  survey->activities = styr_store_select (
      self, "activity", error, WORK "activity" WORK_OF_YEARS, year, first_year, NULL);
  if (survey->activities != NULL)
    survey->measures = styr_store_select (
        self, "measure", error, WORK "measure" WORK_OF_YEARS, year, first_year, NULL);
  if (survey->measures != NULL)
    survey->innovations =
        styr_store_select (self,
                           "innovation",
                           error,
                           "SELECT * FROM innovation WHERE year = CAST (?1 AS INTEGER)",
                           year,
                           NULL);
}

/**
 * styr_store_load_survey:
 *
 * What an overview of @year needs, of the year before it too when a phase of @model counts that; no
 * column that it doesn't ask for.
 *
 * Returns: (transfer full) (nullable): free with styr_survey_free()
 */
StyrSurvey *
styr_store_load_survey (StyrStore *self, StyrModel *model, int year, GError **error)
{
  StyrSurvey *survey = g_new0 (StyrSurvey, 1);
  g_autofree char *text = g_strdup_printf ("%04d", year);
  g_autofree char *first_year = first_year_counted (model, year);

  survey->units = styr_store_list_units (self, error);
  if (survey->units != NULL)
    survey->services =
        styr_store_select (self, "unit_service", error, "SELECT * FROM unit_service", NULL);
  if (survey->services != NULL)
    survey->documents = survey_documents (self, text, error);
  if (survey->documents != NULL)
    survey->goals = survey_goals (self, model, text, first_year, error);
  if (survey->goals != NULL)
    survey_work (self, survey, text, first_year, error);
  if (survey->innovations != NULL)
    return survey;
  styr_survey_free (survey);
  return NULL;
}

void
styr_survey_free (StyrSurvey *survey)
{
  if (survey == NULL)
    return;
  g_clear_pointer (&survey->units, g_ptr_array_unref);
  g_clear_pointer (&survey->services, g_ptr_array_unref);
  g_clear_pointer (&survey->documents, g_ptr_array_unref);
  g_clear_pointer (&survey->goals, g_ptr_array_unref);
  g_clear_pointer (&survey->activities, g_ptr_array_unref);
  g_clear_pointer (&survey->measures, g_ptr_array_unref);
  g_clear_pointer (&survey->innovations, g_ptr_array_unref);
  g_free (survey);
}
