/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workspace-private.h"

#include <glib/gi18n-lib.h>

gboolean
styr_workspace_can_undo (StyrWorkspace *self)
{
  gboolean can = FALSE;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_object_get (self, "can-undo", &can, NULL);
  return can;
}

gboolean
styr_workspace_can_redo (StyrWorkspace *self)
{
  gboolean can = FALSE;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_object_get (self, "can-redo", &can, NULL);
  return can;
}

/** Returns: (transfer full) (nullable): what the next undo takes back, in the user's words */
char *
styr_workspace_dup_undo_label (StyrWorkspace *self)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  return styr_store_dup_undo_label (styr_workspace_get_store (self));
}

/** Returns: (transfer full) (nullable): what the next redo does again */
char *
styr_workspace_dup_redo_label (StyrWorkspace *self)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  return styr_store_dup_redo_label (styr_workspace_get_store (self));
}

typedef gboolean (*Step) (StyrStore *store, GError **error);

/* A model that can't be read must not stay in the database: step by step back, until it can. */
static gboolean
check_model (StyrWorkspace *self, Step back, GError **error)
{
  if (styr_workspace_check_model (self, error))
    return TRUE;
  while (!styr_workspace_check_model (self, NULL) && back (styr_workspace_get_store (self), NULL))
    ;
  return FALSE;
}

static gboolean
finish (StyrWorkspace *self, gboolean done, Step back, GError *cause, GError **error)
{
  if (!done && g_error_matches (cause, STYR_STORE_ERROR, STYR_STORE_ERROR_CONSTRAINT))
    {
      /* The store's sentence says which of undo and redo it was. */
      g_set_error_literal (
          error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_FAILED, cause->message);
      g_error_free (cause);
    }
  else if (!done)
    styr_workspace_map_error (cause, styr_workspace_get_path (self), error);
  done = done && check_model (self, back, error);
  styr_workspace_settle_quietly (self);
  return done;
}

/** Takes back the latest change that isn't taken back. Errors: STYR_WORKSPACE_ERROR_NOT_FOUND when
 * there is none. */
gboolean
styr_workspace_undo (StyrWorkspace *self, GError **error)
{
  GError *local = NULL;
  gboolean done;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);

  if (!styr_workspace_can_undo (self))
    {
      g_set_error_literal (error,
                           STYR_WORKSPACE_ERROR,
                           STYR_WORKSPACE_ERROR_NOT_FOUND,
                           _ ("There is nothing to undo."));
      return FALSE;
    }
  done = styr_store_undo (styr_workspace_get_store (self), &local);
  return finish (self, done, styr_store_redo, local, error);
}

/** Does the latest undone change again. Errors: STYR_WORKSPACE_ERROR_NOT_FOUND when there is none.
 */
gboolean
styr_workspace_redo (StyrWorkspace *self, GError **error)
{
  GError *local = NULL;
  gboolean done;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);

  if (!styr_workspace_can_redo (self))
    {
      g_set_error_literal (error,
                           STYR_WORKSPACE_ERROR,
                           STYR_WORKSPACE_ERROR_NOT_FOUND,
                           _ ("There is nothing to redo."));
      return FALSE;
    }
  done = styr_store_redo (styr_workspace_get_store (self), &local);
  return finish (self, done, styr_store_undo, local, error);
}

/** Takes back every change made after the history's entry @journal_id. */
gboolean
styr_workspace_undo_to (StyrWorkspace *self, gint64 journal_id, GError **error)
{
  GError *local = NULL;
  gboolean done;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);

  done = styr_store_undo_to (styr_workspace_get_store (self), journal_id, &local);
  return finish (self, done, styr_store_redo, local, error);
}
