/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workbook-tables.h"
#include "styr-workspace-private.h"

#include "styr-picture-file.h"
#include "styr-report.h"
#include "styr-workbook.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
finish (gboolean done, GError *cause, const char *path, GError **error)
{
  if (!done)
    styr_workspace_map_error (cause, path, error);
  return done;
}

/** Sets the error of a file name whose ending says nothing; always FALSE. */
gboolean
styr_workspace_fail_ending (const char *path, const char *endings, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error,
               STYR_WORKSPACE_ERROR,
               STYR_WORKSPACE_ERROR_VALUE,
               /* Translators: a file's name, then endings such as ".svg, .pdf". */
               _ ("“%s” says nothing about the format: let the name end in one of %s."),
               name,
               endings);
  return FALSE;
}

static gboolean
has_ending (const char *path, const char *ending)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ending);
}

static gboolean
check_has_model (StyrWorkspace *self, GError **error)
{
  if (styr_workspace_get_model (self) != NULL)
    return TRUE;
  g_set_error_literal (error,
                       STYR_WORKSPACE_ERROR,
                       STYR_WORKSPACE_ERROR_NOT_FOUND,
                       _ ("There is no municipality here yet: choose a steering model first."));
  return FALSE;
}

static const char *
get_money_unit (StyrWorkspace *self)
{
  const char *unit =
      styr_record_get_text (styr_workspace_get_municipality_record (self), "money_unit");

  return unit != NULL ? unit : "tkr";
}

/**
 * styr_workspace_export_workbook:
 * @unit_id: (nullable): NULL = all units
 * @path: an .xlsx file; an old one is replaced when the new one is whole
 */
gboolean
styr_workspace_export_workbook (
    StyrWorkspace *self, const char *unit_id, int year, const char *path, GError **error)
{
  g_autoptr (GPtrArray) tables = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *unit_label = NULL;
  GError *local = NULL;
  StyrWorkbookInfo info = { 0 };
  gboolean done;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!styr_workspace_check_target (path, error))
    return FALSE;
  if (!check_has_model (self, error))
    return FALSE;
  if (!has_ending (path, ".xlsx"))
    return styr_workspace_fail_ending (path, ".xlsx", error);
  tables = styr_workbook_tables_new (styr_workspace_get_store (self),
                                     styr_workspace_get_model (self),
                                     unit_id,
                                     year,
                                     styr_workspace_get_today (self),
                                     &local);
  if (tables == NULL)
    return finish (FALSE, local, styr_workspace_get_path (self), error);
  unit_label = styr_workspace_dup_unit_label (self, unit_id);
  subject = g_strdup_printf ("%s %d", unit_label, year);
  info.title = styr_model_get_name (styr_workspace_get_model (self));
  info.municipality = styr_workspace_get_municipality (self);
  info.subject = subject;
  info.date = styr_workspace_get_today (self);
  info.money_unit = get_money_unit (self);
  done = styr_workbook_write (tables, &info, path, &local);
  return finish (done, local, path, error);
}

/** Writes a document as a paper. @path: .pdf or .html */
gboolean
styr_workspace_export_report (StyrWorkspace *self,
                              const char *document_id,
                              const char *path,
                              GError **error)
{
  g_autoptr (StyrDossier) dossier = NULL;
  g_autofree char *unit_label = NULL;
  StyrReportInfo info = { 0 };
  GError *local = NULL;
  gboolean done;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (document_id != NULL && path != NULL, FALSE);

  if (!styr_workspace_check_target (path, error))
    return FALSE;
  if (!has_ending (path, ".pdf") && !has_ending (path, ".html"))
    return styr_workspace_fail_ending (path, ".pdf, .html", error);
  dossier = styr_workspace_dup_dossier (self, document_id, error);
  if (dossier == NULL)
    return FALSE;
  unit_label = styr_workspace_dup_unit_label (
      self, styr_record_get_text (styr_dossier_get_document (dossier), "unit_id"));
  info.municipality = styr_workspace_get_municipality (self);
  info.unit_name = unit_label;
  info.date = styr_workspace_get_today (self);
  info.is_example = styr_workspace_is_example (self);
  info.money_unit = get_money_unit (self);
  done = has_ending (path, ".pdf") ? styr_report_write_pdf (dossier, &info, path, &local)
                                   : styr_report_write_html (dossier, &info, path, &local);
  return finish (done, local, path, error);
}

static StyrScene *
lay_out (StyrWorkspace *self, gboolean wheel, const StyrPicture *picture)
{
  StyrModel *model = styr_workspace_get_model (self);
  StyrOverview *overview = styr_workspace_get_overview (self);
  g_autoptr (GPtrArray) earlier = NULL;
  g_autofree char *centre = NULL;

  if (!wheel)
    return styr_picture_layout (model, picture != NULL ? picture->id : NULL, overview);
  earlier = styr_workspace_dup_earlier_overviews (self);
  centre = styr_workspace_dup_unit_label (self, styr_workspace_get_unit_id (self));
  return styr_wheel_layout (model, overview, earlier, centre);
}

/* "pyramid" is the model's first picture, "pyramid:id" the one with the id. FALSE when there is
 * none with that id; a model without pictures is still drawn. */
static gboolean
find_picture (StyrWorkspace *self, const char *what, const StyrPicture **picture, GError **error)
{
  GPtrArray *pictures = styr_model_get_pictures (styr_workspace_get_model (self));
  const char *id = strchr (what, ':');
  g_autoptr (GString) known = g_string_new (NULL);

  *picture = pictures->len > 0 ? pictures->pdata[0] : NULL;
  if (id == NULL)
    return TRUE;
  for (guint i = 0; i < pictures->len; i++)
    {
      const StyrPicture *one = pictures->pdata[i];

      *picture = one;
      if (g_str_equal (one->id, id + 1))
        return TRUE;
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", one->id);
    }
  g_set_error (error,
               STYR_WORKSPACE_ERROR,
               STYR_WORKSPACE_ERROR_NOT_FOUND,
               /* Translators: an id, then a list of ids. */
               _ ("The model has no picture “%s”: it has %s."),
               id + 1,
               known->str);
  return FALSE;
}

/**
 * styr_workspace_export_picture:
 * @what: "pyramid" (the model's first picture), "pyramid:" and a picture's id, or "wheel", of the
 *   context
 * @path: .svg, .pdf or .png
 */
gboolean
styr_workspace_export_picture (StyrWorkspace *self,
                               const char *what,
                               const char *path,
                               GError **error)
{
  gboolean wheel = g_strcmp0 (what, "wheel") == 0;
  g_autoptr (StyrScene) scene = NULL;
  g_autofree char *title = NULL;
  const StyrPicture *picture = NULL;
  GError *local = NULL;
  gboolean done;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (what != NULL && (wheel || g_str_has_prefix (what, "pyramid")), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!styr_workspace_check_target (path, error))
    return FALSE;
  if (!check_has_model (self, error))
    return FALSE;
  if (!has_ending (path, ".svg") && !has_ending (path, ".pdf") && !has_ending (path, ".png"))
    return styr_workspace_fail_ending (path, ".svg, .pdf, .png", error);
  if (!find_picture (self, what, &picture, error))
    return FALSE;
  scene = lay_out (self, wheel, picture);
  title = g_strdup_printf ("%s – %s %d",
                           !wheel && picture != NULL && picture->title != NULL
                               ? picture->title
                               : styr_model_get_name (styr_workspace_get_model (self)),
                           styr_workspace_get_municipality (self),
                           styr_workspace_get_year (self));
  done = styr_picture_file_write (scene,
                                  picture != NULL ? picture->base_tint : NULL,
                                  path,
                                  title,
                                  styr_workspace_get_today (self),
                                  &local);
  return finish (done, local, path, error);
}
