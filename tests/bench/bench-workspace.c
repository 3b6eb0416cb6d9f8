/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-clock.h"
#include "styr-paint.h"
#include "styr-workspace.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>

/* Budgets of the product: a page switch or a search 50 ms, a single edit 8 ms, a frame 16.7 ms. */
#define SWITCH_MS 50.0
#define EDIT_MS 8.0
#define FRAME_MS 16.7

typedef struct
{
  StyrWorkspace *workspace;
  char *document;
  StyrScene *scene;
  cairo_surface_t *surface;
  int title;
} Bench;

static void
open_document_cb (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrDossier) dossier =
      styr_workspace_dup_dossier (bench->workspace, bench->document, &error);

  if (dossier == NULL)
    g_error ("%s", error->message);
}

static void
search_cb (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GPtrArray) found = styr_workspace_search (bench->workspace, "bibliotek", 50);

  if (found->len == 0)
    g_error ("The search finds nothing in the example");
}

static void
reckon_cb (gpointer data)
{
  Bench *bench = data;
  int year = styr_workspace_get_year (bench->workspace);

  styr_workspace_set_year (bench->workspace, year - 1);
  styr_workspace_get_overview (bench->workspace);
  styr_workspace_set_year (bench->workspace, year);
  styr_workspace_get_overview (bench->workspace);
}

static void
edit_cb (gpointer data)
{
  Bench *bench = data;
  g_autofree char *title = g_strdup_printf ("Title %d", bench->title++);
  g_autoptr (GError) error = NULL;

  if (!styr_workspace_set_card (bench->workspace, bench->document, "title", title, &error))
    g_error ("%s", error->message);
}

static void
layout_cb (gpointer data)
{
  Bench *bench = data;
  g_autoptr (StyrScene) scene =
      styr_picture_layout (styr_workspace_get_model (bench->workspace),
                           NULL,
                           styr_workspace_get_overview (bench->workspace));

  if (styr_scene_get_n_nodes (scene) == 0)
    g_error ("The pyramid is empty");
}

static void
paint_cb (gpointer data)
{
  Bench *bench = data;
  cairo_t *cr = cairo_create (bench->surface);
  StyrPalette palette;

  styr_palette_init (&palette, STYR_PALETTE_LIGHT, "#3d5a80");
  styr_paint_scene (cr, bench->scene, &palette);
  cairo_destroy (cr);
  cairo_surface_flush (bench->surface);
}

/* A draft, since a decided document can't be edited. */
static char *
dup_draft (StyrWorkspace *workspace)
{
  GListModel *documents = styr_workspace_get_documents (workspace);

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (StyrRecord) document = g_list_model_get_item (documents, i);

      if (styr_record_is (document, "status", "draft"))
        return g_strdup (styr_record_get_id (document));
    }
  g_error ("The example has no draft");
}

static void
measure (Bench *bench, guint rounds)
{
  bench_report ("open a document (dossier)",
                bench_median (open_document_cb, bench, rounds),
                SWITCH_MS,
                "budget");
  bench_report ("search", bench_median (search_cb, bench, rounds), SWITCH_MS, "budget");
  bench_report ("change of year, there and back",
                bench_median (reckon_cb, bench, rounds),
                2 * SWITCH_MS,
                "budget");
  bench_report ("single edit", bench_median (edit_cb, bench, rounds), EDIT_MS, "budget");
  bench_report ("pyramid, layout", bench_median (layout_cb, bench, rounds), FRAME_MS, "frame");
  bench_report (
      "pyramid, paint of everything", bench_median (paint_cb, bench, rounds), FRAME_MS, "frame");
}

int
main (int argc, char **argv)
{
  guint rounds = bench_rounds (argc, argv, 25);
  g_autofree char *folder = g_dir_make_tmp ("styr-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrWorkspace) workspace = NULL;
  Bench bench = { 0 };

  setlocale (LC_ALL, "");
  workspace = styr_workspace_open (path, &error);
  if (workspace == NULL || !styr_workspace_set_up_example (workspace, "norrkoping", &error))
    g_error ("%s", error->message);
  styr_workspace_set_year (workspace, 2024);

  bench.workspace = workspace;
  bench.document = dup_draft (workspace);
  bench.scene = styr_picture_layout (
      styr_workspace_get_model (workspace), NULL, styr_workspace_get_overview (workspace));
  bench.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                              (int) styr_scene_get_width (bench.scene),
                                              (int) styr_scene_get_height (bench.scene));
  measure (&bench, rounds);

  cairo_surface_destroy (bench.surface);
  styr_scene_unref (bench.scene);
  g_free (bench.document);
  styr_workspace_close (workspace);
  return EXIT_SUCCESS;
}
