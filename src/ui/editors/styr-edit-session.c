/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-edit-session.h"

#include "styr-workspace-decisions.h"

struct _StyrEditSession
{
  GObject parent_instance;

  StyrWorkspace *workspace;
  char *document_id;         /* "" of a decision */
  char *decision_id;         /* NULL of a document */
  StyrEditSession *document; /* of a decision that stands in a document: that one's session */
  StyrDossier *dossier;
  guint idle_id;
  gboolean ended; /* the model is another now */
};

enum
{
  REFRESHED,
  FLUSH,
  SETTLE,
  FILL,
  GONE,
  MODEL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StyrEditSession, styr_edit_session, G_TYPE_OBJECT)

static void changed_cb (StyrEditSession *self);

/* A decision as a dossier: what the fields and lists of the editor read */
static StyrDossier *
dup_decision_dossier (StyrEditSession *self)
{
  g_autoptr (StyrDecision) whole =
      styr_workspace_dup_decision (self->workspace, self->decision_id, NULL);
  StyrModel *model = styr_workspace_get_model (self->workspace);
  g_autoptr (StyrRecord) document = NULL;
  StyrDossier *dossier;
  GPtrArray *decisions;

  if (whole == NULL || model == NULL)
    return NULL;
  document = styr_record_new ("document", "");
  /* what was rejected is as closed as what was decided */
  if (styr_record_is (whole->decision, "status", "decided") ||
      styr_record_is (whole->decision, "status", "rejected"))
    styr_record_set_text (document, "status", "decided");
  else
    styr_record_set_text (document, "status", "draft");
  dossier = styr_dossier_new (model, document);
  decisions = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (decisions, g_object_ref (whole->decision));
  styr_dossier_take_records (dossier, "decision", decisions);
  styr_dossier_take_records (dossier, "decision_step", g_ptr_array_ref (whole->steps));
  styr_dossier_take_records (dossier, "decision_clause", g_ptr_array_ref (whole->clauses));
  styr_dossier_take_records (dossier, "decision_recipient", g_ptr_array_ref (whole->recipients));
  return dossier;
}

static StyrDossier *
dup_dossier (StyrEditSession *self)
{
  return self->decision_id != NULL
             ? dup_decision_dossier (self)
             : styr_workspace_dup_dossier (self->workspace, self->document_id, NULL);
}

/* Widgets point into the model that they were made from, so a session never changes model: it stays
 * with the old one, alive as long as any widget of it, and whoever shows the document makes a new
 * session. */
static gboolean
has_other_model (StyrEditSession *self, StyrDossier *dossier)
{
  return self->dossier != NULL &&
         styr_dossier_get_model (self->dossier) != styr_dossier_get_model (dossier);
}

static void
end (StyrEditSession *self)
{
  /* what is typed is saved while there is somebody who knows where it belongs */
  styr_edit_session_flush (self);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_signal_handlers_disconnect_by_func (self->workspace, changed_cb, self);
  self->ended = TRUE;
  g_signal_emit (self, signals[MODEL_CHANGED], 0);
}

static gboolean
refresh_cb (gpointer user_data)
{
  g_autoptr (StyrEditSession) self = g_object_ref (user_data);
  g_autoptr (StyrDossier) dossier = dup_dossier (self);

  self->idle_id = 0;
  if (dossier != NULL && has_other_model (self, dossier))
    end (self);
  else
    styr_edit_session_refresh (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (StyrEditSession *self)
{
  /* Several writes in a row are read once. Before drawing, so that nothing stale is ever seen. */
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (G_PRIORITY_DEFAULT, refresh_cb, self, NULL);
}

static void
styr_edit_session_dispose (GObject *object)
{
  StyrEditSession *self = STYR_EDIT_SESSION (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_object (&self->dossier);
  g_clear_object (&self->document);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (styr_edit_session_parent_class)->dispose (object);
}

static void
styr_edit_session_finalize (GObject *object)
{
  g_free (STYR_EDIT_SESSION (object)->document_id);
  g_free (STYR_EDIT_SESSION (object)->decision_id);
  G_OBJECT_CLASS (styr_edit_session_parent_class)->finalize (object);
}

static void
styr_edit_session_class_init (StyrEditSessionClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = styr_edit_session_dispose;
  G_OBJECT_CLASS (klass)->finalize = styr_edit_session_finalize;
  signals[REFRESHED] =
      g_signal_new ("refreshed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FLUSH] =
      g_signal_new ("flush", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SETTLE] = g_signal_new ("settle",
                                  type,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  g_signal_accumulator_true_handled,
                                  NULL,
                                  NULL,
                                  G_TYPE_BOOLEAN,
                                  1,
                                  G_TYPE_POINTER);
  signals[FILL] = g_signal_new ("fill",
                                type,
                                G_SIGNAL_RUN_LAST,
                                0,
                                g_signal_accumulator_true_handled,
                                NULL,
                                NULL,
                                G_TYPE_BOOLEAN,
                                0);
  signals[GONE] =
      g_signal_new ("gone", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MODEL_CHANGED] =
      g_signal_new ("model-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
styr_edit_session_init (StyrEditSession *self)
{
}

/**
 * styr_edit_session_new:
 * @workspace: the open database
 * @document_id: the document
 *
 * Returns: (transfer full): a session that follows the document. Its dossier is %NULL when there is
 * no such document.
 */
StyrEditSession *
styr_edit_session_new (StyrWorkspace *workspace, const char *document_id)
{
  StyrEditSession *self;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace) && document_id != NULL, NULL);

  self = g_object_new (STYR_TYPE_EDIT_SESSION, NULL);
  self->workspace = g_object_ref (workspace);
  self->document_id = g_strdup (document_id);
  self->dossier = dup_dossier (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/* A decision that stands in a document holds that back too. */
static gboolean
settle_cb (StyrEditSession *self, gpointer sentence)
{
  gboolean held = FALSE;

  g_signal_emit (self, signals[SETTLE], 0, sentence, &held);
  return held;
}

/**
 * styr_edit_session_new_decision:
 * @workspace: the open database
 * @decision_id: the decision
 * @document: (nullable): the session of the document that it stands in: what that may not, this may
 * not either, and it saves and makes its lists when that does
 *
 * Returns: (transfer full): a session that follows the decision. Its dossier is %NULL when there is
 * no such decision.
 */
StyrEditSession *
styr_edit_session_new_decision (StyrWorkspace *workspace,
                                const char *decision_id,
                                StyrEditSession *document)
{
  StyrEditSession *self;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace) && decision_id != NULL, NULL);

  self = g_object_new (STYR_TYPE_EDIT_SESSION, NULL);
  self->workspace = g_object_ref (workspace);
  self->document_id = g_strdup ("");
  self->decision_id = g_strdup (decision_id);
  self->dossier = dup_dossier (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (g_set_object (&self->document, document))
    {
      g_signal_connect_object (
          document, "flush", G_CALLBACK (styr_edit_session_flush), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (document, "settle", G_CALLBACK (settle_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (
          document, "fill", G_CALLBACK (styr_edit_session_fill), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (
          document, "refreshed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  return self;
}

/**
 * styr_edit_session_get_decision_id:
 * @self: the session
 *
 * Returns: (nullable): id of the decision, when it is one that is edited
 */
const char *
styr_edit_session_get_decision_id (StyrEditSession *self)
{
  g_return_val_if_fail (STYR_IS_EDIT_SESSION (self), NULL);

  return self->decision_id;
}

/**
 * styr_edit_session_get_workspace:
 * @self: the session
 *
 * Returns: (transfer none): the open database
 */
StyrWorkspace *
styr_edit_session_get_workspace (StyrEditSession *self)
{
  g_return_val_if_fail (STYR_IS_EDIT_SESSION (self), NULL);

  return self->workspace;
}

/**
 * styr_edit_session_get_document_id:
 * @self: the session
 *
 * Returns: id of the document
 */
const char *
styr_edit_session_get_document_id (StyrEditSession *self)
{
  g_return_val_if_fail (STYR_IS_EDIT_SESSION (self), NULL);

  return self->document_id;
}

/**
 * styr_edit_session_get_dossier:
 * @self: the session
 *
 * Returns: (transfer none) (nullable): the document as it was at the last refresh
 */
StyrDossier *
styr_edit_session_get_dossier (StyrEditSession *self)
{
  g_return_val_if_fail (STYR_IS_EDIT_SESSION (self), NULL);

  return self->dossier;
}

/**
 * styr_edit_session_get_model:
 * @self: the session
 *
 * Returns: (transfer none): the model the document follows
 */
StyrModel *
styr_edit_session_get_model (StyrEditSession *self)
{
  g_return_val_if_fail (STYR_IS_EDIT_SESSION (self), NULL);

  return self->dossier != NULL ? styr_dossier_get_model (self->dossier)
                               : styr_workspace_get_model (self->workspace);
}

/**
 * styr_edit_session_is_editable:
 * @self: the session
 *
 * Returns: whether the document may be written in: a decided one may not
 */
gboolean
styr_edit_session_is_editable (StyrEditSession *self)
{
  g_return_val_if_fail (STYR_IS_EDIT_SESSION (self), FALSE);

  return self->dossier != NULL && styr_dossier_is_editable (self->dossier) &&
         (self->document == NULL || styr_edit_session_is_editable (self->document));
}

/**
 * styr_edit_session_refresh:
 * @self: the session
 *
 * Reads the document anew, now, and tells the widgets. When the model has changed the widgets are
 * to be thrown away instead, which has to wait until none of them is at work.
 */
void
styr_edit_session_refresh (StyrEditSession *self)
{
  g_autoptr (StyrEditSession) keep = NULL;
  g_autoptr (StyrDossier) dossier = NULL;

  g_return_if_fail (STYR_IS_EDIT_SESSION (self));

  if (self->ended)
    return;
  keep = g_object_ref (self);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  dossier = dup_dossier (self);
  if (dossier == NULL)
    {
      g_signal_emit (self, signals[GONE], 0);
      return;
    }
  if (has_other_model (self, dossier))
    {
      changed_cb (self);
      return;
    }
  g_set_object (&self->dossier, dossier);
  g_signal_emit (self, signals[REFRESHED], 0);
}

/**
 * styr_edit_session_flush:
 * @self: the session
 *
 * Has every field write what was typed in it.
 */
void
styr_edit_session_flush (StyrEditSession *self)
{
  g_return_if_fail (STYR_IS_EDIT_SESSION (self));

  g_signal_emit (self, signals[FLUSH], 0);
}

/**
 * styr_edit_session_settle:
 * @self: the session
 * @error: VALUE: which field says something that can't be saved, and why
 *
 * Saves what was typed, before anything becomes of the document or it is left: what a field says
 * and can't be saved must not be lost, least of all by a decision. The first such field gets the
 * focus.
 *
 * Returns: whether all that stands in the fields is saved
 */
gboolean
styr_edit_session_settle (StyrEditSession *self, GError **error)
{
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (STYR_IS_EDIT_SESSION (self), FALSE);

  if (self->document != NULL)
    return styr_edit_session_settle (self->document, error);
  styr_edit_session_flush (self);
  if (!settle_cb (self, &sentence))
    return TRUE;
  g_set_error_literal (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE, sentence);
  return FALSE;
}

/**
 * styr_edit_session_fill:
 * @self: the session
 *
 * Has one list that put off some of its items make the next one. A long document is shown before
 * all of it is made.
 *
 * Returns: whether there was anything to make
 */
gboolean
styr_edit_session_fill (StyrEditSession *self)
{
  gboolean filled = FALSE;

  g_return_val_if_fail (STYR_IS_EDIT_SESSION (self), FALSE);

  g_signal_emit (self, signals[FILL], 0, &filled);
  return filled;
}

/**
 * styr_edit_session_write:
 * @self: the session
 * @binding: where
 * @value: canonical text
 * @error: why it was refused, as one sentence
 *
 * Returns: whether it was written
 */
gboolean
styr_edit_session_write (StyrEditSession *self,
                         StyrBinding *binding,
                         const char *value,
                         GError **error)
{
  g_return_val_if_fail (STYR_IS_EDIT_SESSION (self) && self->dossier != NULL, FALSE);

  return styr_binding_write (binding, self->workspace, self->dossier, value, error);
}

/**
 * styr_edit_session_move_item:
 * @self: the session
 * @kind: kind of record
 * @id: its id
 * @delta: how many places, negative towards the beginning
 * @error: why it was refused, as one sentence
 *
 * Returns: whether it was moved
 */
gboolean
styr_edit_session_move_item (
    StyrEditSession *self, const char *kind, const char *id, int delta, GError **error)
{
  g_return_val_if_fail (STYR_IS_EDIT_SESSION (self), FALSE);

  return self->decision_id != NULL
             ? styr_workspace_move_decision_part (self->workspace, kind, id, delta, error)
             : styr_workspace_move_item (
                   self->workspace, self->document_id, kind, id, delta, error);
}

/**
 * styr_edit_session_remove_item:
 * @self: the session
 * @kind: kind of record
 * @id: its id
 * @error: why it was refused, as one sentence
 *
 * Returns: whether it was removed
 */
gboolean
styr_edit_session_remove_item (StyrEditSession *self,
                               const char *kind,
                               const char *id,
                               GError **error)
{
  g_return_val_if_fail (STYR_IS_EDIT_SESSION (self), FALSE);

  return self->decision_id != NULL
             ? styr_workspace_delete_decision (self->workspace, kind, id, error)
             : styr_workspace_remove_item (self->workspace, self->document_id, kind, id, error);
}
