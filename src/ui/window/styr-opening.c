/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-opening.h"

#include "styr-settings.h"

struct _StyrOpening
{
  GThread *thread;
  char *path;
  char *unit_id; /* looked at last */
  int year;
  StyrWorkspace *workspace;
  GError *error;
};

/* The unit and year that were looked at last, if this database has them. */
static void
restore_context (StyrOpening *self)
{
  g_autoptr (GArray) years = styr_workspace_dup_years (self->workspace);

  if (*self->unit_id != '\0' && styr_workspace_find_unit (self->workspace, self->unit_id) != NULL)
    styr_workspace_set_unit_id (self->workspace, self->unit_id);
  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) == self->year)
      styr_workspace_set_year (self->workspace, self->year);
}

static gpointer
open_in_thread (gpointer data)
{
  StyrOpening *self = data;

  self->workspace = styr_workspace_open (self->path, &self->error);
  if (self->workspace != NULL && styr_workspace_get_model (self->workspace) != NULL)
    {
      restore_context (self);
      /* The first page asks for it; it stays until the next change */
      styr_workspace_get_overview (self->workspace);
    }
  return NULL;
}

/**
 * Begins to open the database at @path, with the unit and year that were looked at last.
 *
 * Returns: (transfer full): give it to styr_opening_finish()
 */
StyrOpening *
styr_opening_start (const char *path)
{
  StyrOpening *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (StyrOpening, 1);
  self->path = g_strdup (path);
  self->unit_id = styr_settings_dup_text ("last-unit");
  self->year = styr_settings_get_int ("last-year", 0);
  self->thread = g_thread_new ("styr-opening", open_in_thread, self);
  return self;
}

/**
 * Waits until the database is open.
 *
 * @self: (transfer full)
 *
 * Returns: (transfer full): the workspace, or NULL with the error of styr_workspace_open()
 */
StyrWorkspace *
styr_opening_finish (StyrOpening *self, GError **error)
{
  StyrWorkspace *workspace;

  g_return_val_if_fail (self != NULL, NULL);

  g_thread_join (self->thread);
  workspace = self->workspace;
  if (self->error != NULL)
    g_propagate_error (error, self->error);
  g_free (self->unit_id);
  g_free (self->path);
  g_free (self);
  return workspace;
}
