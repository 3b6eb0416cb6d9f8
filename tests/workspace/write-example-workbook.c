/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-workspace.h"

#include <glib/gstdio.h>

/* write-example-workbook FILE [UNIT]: the example municipality's workbook, for
 * check_recalculated.py */
static gboolean
write_workbook (StyrWorkspace *workspace, const char *path, const char *unit, GError **error)
{
  g_autoptr (StyrRecord) found = NULL;

  if (!styr_workspace_set_up_example (workspace, "norrkoping", error))
    return FALSE;
  if (unit != NULL && (found = styr_workspace_match_unit (workspace, unit, error)) == NULL)
    return FALSE;
  return styr_workspace_export_workbook (
      workspace, found != NULL ? styr_record_get_id (found) : NULL, 2024, path, error);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("styr-example-XXXXXX", NULL);
  g_autofree char *database = g_build_filename (folder, "styrmodell.db", NULL);
  g_autoptr (GError) error = NULL;
  StyrWorkspace *workspace;
  gboolean done;

  if (argc < 2)
    return 2;
  workspace = styr_workspace_open (database, &error);
  done =
      workspace != NULL && write_workbook (workspace, argv[1], argc > 2 ? argv[2] : NULL, &error);
  if (!done)
    g_printerr ("%s\n", error->message);
  if (workspace != NULL)
    styr_workspace_close (workspace);
  g_unlink (database);
  g_rmdir (folder);
  return done ? 0 : 1;
}
