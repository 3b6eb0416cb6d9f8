/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-record.h"
#include "styr-model.h"

typedef struct _StyrStore StyrStore;

G_BEGIN_DECLS

/** What the caller can do: get a newer program (TOO_NEW), restore a copy (DAMAGED), close the other
 * one (BUSY), mend rights or space (ACCESS), give another value (CONSTRAINT), look elsewhere
 * (NOT_FOUND), do it anew on what others have changed (STALE); ENGINE is what is left. */
typedef enum
{
  STYR_STORE_ERROR_ENGINE,
  STYR_STORE_ERROR_TOO_NEW,
  STYR_STORE_ERROR_DAMAGED,
  STYR_STORE_ERROR_NOT_OURS,
  STYR_STORE_ERROR_BUSY,
  STYR_STORE_ERROR_ACCESS,
  STYR_STORE_ERROR_FULL,
  STYR_STORE_ERROR_CONSTRAINT,
  STYR_STORE_ERROR_NOT_FOUND,
  STYR_STORE_ERROR_STALE,
} StyrStoreError;

#define STYR_STORE_ERROR (styr_store_error_quark ())
GQuark styr_store_error_quark (void);

/** One row that a write, an undo or a redo touched. */
typedef struct
{
  const char *kind; /* table, interned */
  char *id;         /* primary key; the parts of a composite one joined with "/"; NULL: any row */
  char op;          /* 'i', 'u', 'd' */
} StyrChange;

typedef gboolean (*StyrStoreWriteFunc) (StyrStore *store, gpointer user_data, GError **error);

#define STYR_TYPE_STORE (styr_store_get_type ())
G_DECLARE_FINAL_TYPE (StyrStore, styr_store, STYR, STORE, GObject)

StyrStore *styr_store_open (const char *path, GError **error);
StyrStore *styr_store_open_to_read (const char *path,
                                    GError **error); /* writes are refused with ACCESS */
gboolean styr_store_is_read_only (StyrStore *self);
const char *styr_store_get_path (StyrStore *self);
void styr_store_close (StyrStore *self);
/* signal "changed" (GPtrArray *of StyrChange) after each commit that changed something */

/* As merge key: what the program does by itself on a day that has come. The history shows it, undo
 * and redo pass it by; what is undone from before it takes it back too, to be done anew. */
#define STYR_STORE_SETTLING "settling"

gboolean styr_store_write (StyrStore *self,
                           const char *label,
                           const char *merge_key,
                           StyrStoreWriteFunc func,
                           gpointer user_data,
                           GError **error);
/* The making of a new database's content: seen in the history as "start", not undoable */
gboolean styr_store_start (StyrStore *self,
                           const char *label,
                           StyrStoreWriteFunc func,
                           gpointer user_data,
                           GError **error);
gboolean styr_store_insert (StyrStore *self, StyrRecord *record, GError **error);
gboolean styr_store_update (StyrStore *self,
                            const char *kind,
                            const char *id,
                            const char *column,
                            const char *value,
                            GError **error);
gboolean styr_store_delete (StyrStore *self, const char *kind, const char *id, GError **error);
gboolean
styr_store_execute (StyrStore *self, GError **error, const char *sql, ...) G_GNUC_NULL_TERMINATED;
StyrRecord *styr_store_get (StyrStore *self, const char *kind, const char *id, GError **error);
GPtrArray *styr_store_select (
    StyrStore *self, const char *kind, GError **error, const char *sql, ...) G_GNUC_NULL_TERMINATED;

gboolean styr_store_undo (StyrStore *self, GError **error);
gboolean styr_store_redo (StyrStore *self, GError **error);
char *styr_store_dup_undo_label (StyrStore *self);
char *styr_store_dup_redo_label (StyrStore *self);
gboolean styr_store_undo_to (StyrStore *self, gint64 journal_id, GError **error);

gboolean styr_store_notice_others (StyrStore *self);

gboolean styr_store_copy_to (StyrStore *self, const char *path, GError **error);

G_END_DECLS
