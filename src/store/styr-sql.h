/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to the store: the only header that shows SQLite. */

#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

#include "styr-store.h"

G_BEGIN_DECLS

/** One step of the schema: the text of its script, or the name of one of the program's own. */
typedef struct
{
  const char *file, *sql;
} StyrMigration;

/* A document (a table's name) that isn't of one year alone is looked at from the last day of a year
 * (an expression, text). Of one year alone are those that were revoked after it: they applied all
 * of it. The parts below are only asked of lasting documents, so that the many others cost nothing.
 */
#define STYR_SQL_LASTING(document)                                                                 \
  "((" document ".year IS NULL OR substr (" document ".period_from, 1, 4) < substr (" document     \
  ".period_to, 1, 4) OR " document ".status = 'revoked') AND " document                            \
  ".status NOT IN ('draft', 'prepared', 'consultation'))"
/* Until when a document that was revoked or replaced applied, or is to apply. */
#define STYR_SQL_TO_DATE(document)                                                                 \
  "CASE WHEN " document ".status IN ('superseded', 'revoked') THEN min (coalesce (" document       \
  ".valid_to, date (" document ".revoked_on, '-1 day')), coalesce (date (" document                \
  ".revoked_on, '-1 day'), " document ".valid_to)) ELSE coalesce (" document                       \
  ".valid_to, '9999-12-31') END"
#define STYR_SQL_OVER_YEAR_END(document, year)                                                     \
  "coalesce (" document ".valid_from, " document ".decided_on) <= " year " || '-12-31' "           \
  "AND " STYR_SQL_TO_DATE (document) " >= " year " || '-12-31'"
/* It applied though it no more does. */
#define STYR_SQL_APPLIED(document, year)                                                           \
  "((" STYR_SQL_LASTING (document) " AND " STYR_SQL_OVER_YEAR_END (document, year) ") IS TRUE)"
/* It wasn't decided yet, nor began to apply, though it has now. One that was decided after the
 * first year of its own counts there too, unless another of the same applied then. */
#define STYR_SQL_NOT_YET(document, year)                                                           \
  "((" STYR_SQL_LASTING (                                                                          \
      document) " AND min (coalesce (" document ".decided_on, " document                           \
                ".valid_from), coalesce (" document ".valid_from, " document                       \
                ".decided_on)) > " year " || '-12-31' AND (" document                              \
                ".period_from IS NULL OR " document ".period_from <= " year                        \
                " || '-12-31') AND (" document ".year IS NOT CAST (" year                          \
                " AS INTEGER) OR EXISTS (SELECT 1 "                                                \
                "FROM document AS b WHERE b.id <> " document ".id AND b.type = " document          \
                ".type AND b.unit_id IS " document ".unit_id AND b.year IS " document              \
                ".year AND " STYR_SQL_LASTING ("b") " AND " STYR_SQL_OVER_YEAR_END (               \
                    "b", year) "))) IS TRUE)"
/* The status that counts in the year, and whether the document does: as the view standing_document
 * says, which needn't be asked of most. */
#define STYR_SQL_STATUS(document, year)                                                            \
  "CASE WHEN " document ".status IN ('superseded', 'revoked') AND " STYR_SQL_APPLIED (             \
      document, year) " THEN CASE WHEN " document                                                  \
                      ".published_on IS NULL THEN 'decided' ELSE 'published' END "                 \
                      "ELSE " document ".status END"
#define STYR_SQL_STANDING(document, year)                                                          \
  "(CASE WHEN " document ".status IN ('decided', 'published') "                                    \
  "AND NOT (" STYR_SQL_LASTING (                                                                   \
      document) " IS TRUE) THEN 1 "                                                                \
                "WHEN " STYR_SQL_NOT_YET (                                                         \
                    document, year) " THEN 0 "                                                     \
                                    "WHEN " STYR_SQL_APPLIED (                                     \
                                        document,                                                  \
                                        year) " THEN 1 "                                           \
                                              "ELSE EXISTS (SELECT 1 FROM standing_document AS s " \
                                              "WHERE s.id = " document ".id) END)"

struct _StyrStore
{
  GObject parent_instance;
  char *path;
  sqlite3 *db;
  GHashTable *statements; /* SQL to sqlite3_stmt, prepared once */
  GHashTable *not_null;   /* "table.column" of columns that must have a value */
  gboolean is_ready;      /* opened to the end; one that was refused is closed untouched */
  gboolean is_read_only;
  gboolean writing;
  gint64 seen_version;    /* of the database, after what is known of others' writes */
  gboolean others_wrote;  /* in a write: somebody else did since what is known */
  GHashTable *model_sums; /* model id to the checksum of the rows it was read from last */
  char *merge_key;        /* of the newest journal entry, if it may still grow */
  gint64 merge_time;
  gint64 merge_id;
};

/** A column of a query's rows, and what it is to a record: a value of its own, one more of the same
 * name (the last one counts), or the id. */
typedef struct
{
  const char *name; /* interned */
  enum
  {
    STYR_SQL_NEW,
    STYR_SQL_AGAIN,
    STYR_SQL_ID,
  } use;
} StyrSqlColumn;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)

sqlite3_stmt *styr_sql_prepare (StyrStore *self, const char *sql, GError **error);
gboolean styr_sql_run (StyrStore *self, const char *sql, GError **error);
void styr_sql_bind (sqlite3_stmt *statement, int index, const char *text);
gboolean styr_sql_finish (StyrStore *self, sqlite3_stmt *statement, GError **error);
gint64 styr_sql_get_int (StyrStore *self, const char *sql);
StyrSqlColumn *styr_sql_dup_columns (sqlite3_stmt *statement);
StyrRecord *
styr_sql_to_record (sqlite3_stmt *statement, const char *kind, const StyrSqlColumn *columns);
gboolean styr_sql_fail (StyrStore *self, int code, GError **error);
void styr_sql_set_error (GError **error, int code, const char *path, const char *detail);
gboolean styr_sql_is_name (const char *name);
void styr_store_emit_changed (StyrStore *self, gconstpointer changeset, int size);
void styr_store_emit (StyrStore *self, GPtrArray *changes);
void styr_change_free (gpointer change);

/* styr-store-others.c */
void styr_others_remember (StyrStore *self);
gboolean styr_others_have_written (StyrStore *self);
gboolean styr_others_refuse (GError **error);
void styr_others_tell (StyrStore *self);

gboolean styr_store_open_database (StyrStore *self,
                                   const StyrMigration *migrations,
                                   guint n_migrations,
                                   GError **error);
gboolean styr_store_copy_database (sqlite3 *db, const char *path, GError **error);

gboolean styr_journal_add_barrier (StyrStore *self, const char *label, GError **error);
StyrStore *styr_store_open_migrated (const char *path,
                                     const StyrMigration *migrations,
                                     guint n_migrations,
                                     GError **error);

G_END_DECLS
