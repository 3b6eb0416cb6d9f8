/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-findings-watch.h"

#include "styr-workspace-model.h"

/* How long nothing must have happened, in milliseconds */
#define QUIET 700

struct _StyrFindingsWatch
{
  GObject parent_instance;

  StyrWorkspace *workspace; /* whose watch this is; not owned */
  guint update_id;
  gboolean is_ready;
  guint n_waiting;       /* open findings of the context */
  GHashTable *documents; /* char*: those with open errors or warnings */
  GHashTable *fresh;     /* char*: findings that weren't in the last kept check */
};

enum
{
  UPDATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (StyrFindingsWatch, styr_findings_watch, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

/* Information tells of something; it breaks no rule. */
static gboolean
breaks_rule (StyrRecord *finding)
{
  return !styr_record_get_flag (finding, "is_waived") &&
         !styr_record_is (finding, "severity", "information");
}

static void
note_documents (StyrFindingsWatch *self)
{
  g_autoptr (GPtrArray) all = styr_workspace_dup_findings (self->workspace, NULL, NULL);

  g_hash_table_remove_all (self->documents);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const char *id = styr_record_get_text (all->pdata[i], "document_id");

      if (id != NULL && breaks_rule (all->pdata[i]))
        g_hash_table_add (self->documents, g_strdup (id));
    }
}

static void
note_fresh (StyrFindingsWatch *self)
{
  g_autoptr (GPtrArray) runs = styr_workspace_dup_runs (self->workspace);
  g_autoptr (GPtrArray) changes = NULL;

  StyrRecord *last = NULL;

  g_hash_table_remove_all (self->fresh);
  /* a check of another year or model says nothing of what is new here */
  for (guint i = 0; i < runs->len && last == NULL; i++)
    if (styr_record_get_int (runs->pdata[i], "year") == styr_workspace_get_year (self->workspace) &&
        styr_record_is (runs->pdata[i], "model_id", styr_workspace_get_model_id (self->workspace)))
      last = runs->pdata[i];
  if (last != NULL)
    changes = styr_workspace_compare_runs (self->workspace, styr_record_get_id (last), NULL, NULL);
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    if (styr_record_is (changes->pdata[i], "change", "new"))
      g_hash_table_add (self->fresh, g_strdup (styr_record_get_id (changes->pdata[i])));
}

/** Reckons the findings now and tells everybody. */
void
styr_findings_watch_update (StyrFindingsWatch *self)
{
  g_return_if_fail (STYR_IS_FINDINGS_WATCH (self));

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (styr_workspace_get_model (self->workspace) == NULL)
    return;
  self->n_waiting = styr_workspace_count_findings (self->workspace, NULL);
  note_documents (self);
  note_fresh (self);
  self->is_ready = TRUE;
  g_signal_emit (self, signals[UPDATED], 0);
}

static gboolean
update_cb (gpointer data)
{
  StyrFindingsWatch *self = data;

  self->update_id = 0;
  styr_findings_watch_update (self);
  return G_SOURCE_REMOVE;
}

/* Every change puts it off a little more: nobody who types waits for the rules. */
static void
changed_cb (StyrFindingsWatch *self)
{
  g_clear_handle_id (&self->update_id, g_source_remove);
  self->update_id = g_timeout_add_full (G_PRIORITY_LOW, QUIET, update_cb, self, NULL);
}

static void
styr_findings_watch_finalize (GObject *object)
{
  StyrFindingsWatch *self = STYR_FINDINGS_WATCH (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_hash_table_unref (self->documents);
  g_hash_table_unref (self->fresh);
  G_OBJECT_CLASS (styr_findings_watch_parent_class)->finalize (object);
}

static void
styr_findings_watch_class_init (StyrFindingsWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = styr_findings_watch_finalize;
  signals[UPDATED] = g_signal_new (
      "updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
styr_findings_watch_init (StyrFindingsWatch *self)
{
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->fresh = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * styr_findings_watch_get:
 *
 * The first time it is asked for, it is not ready before "updated".
 *
 * Returns: (transfer none): the workspace's watch
 */
StyrFindingsWatch *
styr_findings_watch_get (StyrWorkspace *workspace)
{
  StyrFindingsWatch *self;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);

  self = g_object_get_data (G_OBJECT (workspace), "styr-findings-watch");
  if (self != NULL)
    return self;
  self = g_object_new (STYR_TYPE_FINDINGS_WATCH, NULL);
  self->workspace = workspace;
  g_object_set_data_full (G_OBJECT (workspace), "styr-findings-watch", self, g_object_unref);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      workspace, "context-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return self;
}

/** Forgets what it was about to do: the workspace is being closed. */
void
styr_findings_watch_stop (StyrFindingsWatch *self)
{
  g_return_if_fail (STYR_IS_FINDINGS_WATCH (self));
  g_clear_handle_id (&self->update_id, g_source_remove);
}

/** Whether nothing has changed since it was reckoned: asking costs nothing then. */
gboolean
styr_findings_watch_is_current (StyrFindingsWatch *self)
{
  g_return_val_if_fail (STYR_IS_FINDINGS_WATCH (self), FALSE);
  return self->is_ready && self->update_id == 0;
}

/** How many open findings the context had when it was last reckoned. */
guint
styr_findings_watch_get_n_waiting (StyrFindingsWatch *self)
{
  g_return_val_if_fail (STYR_IS_FINDINGS_WATCH (self), 0);
  return self->n_waiting;
}

/** Whether something in the document breaks a rule: an open error or warning. */
gboolean
styr_findings_watch_breaks (StyrFindingsWatch *self, const char *document_id)
{
  g_return_val_if_fail (STYR_IS_FINDINGS_WATCH (self) && document_id != NULL, FALSE);
  return g_hash_table_contains (self->documents, document_id);
}

/** Whether the finding wasn't in the last check that was kept. */
gboolean
styr_findings_watch_is_new (StyrFindingsWatch *self, const char *finding_id)
{
  g_return_val_if_fail (STYR_IS_FINDINGS_WATCH (self) && finding_id != NULL, FALSE);
  return g_hash_table_contains (self->fresh, finding_id);
}
