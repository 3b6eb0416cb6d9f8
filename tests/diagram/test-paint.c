/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "diagram-fixture.h"
#include "styr-paint.h"
#include "styr-text-fit.h"

#include <string.h>

#define TODAY "2024-05-14"

typedef struct
{
  StyrModel *model;
  StyrOverview *overview;
  StyrScene *scene;
  StyrPalette palette;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->model = diagram_fixture_norrkoping ();
  fixture->overview = diagram_fixture_overview (fixture->model, 2024, TODAY);
  fixture->scene = styr_picture_layout (fixture->model, NULL, fixture->overview);
  styr_palette_init (&fixture->palette, STYR_PALETTE_LIGHT, "#5b7c99");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  styr_scene_unref (fixture->scene);
  g_object_unref (fixture->overview);
  g_object_unref (fixture->model);
}

static cairo_surface_t *
new_surface (Fixture *fixture)
{
  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                     (int) styr_scene_get_width (fixture->scene),
                                     (int) styr_scene_get_height (fixture->scene));
}

static guint32
get_pixel (cairo_surface_t *surface, double x, double y)
{
  const guint8 *data;
  guint32 pixel;

  cairo_surface_flush (surface);
  data =
      cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface);
  memcpy (&pixel, data + (int) x * 4, sizeof pixel);
  return pixel;
}

static guint
count_painted (cairo_surface_t *surface)
{
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      n += get_pixel (surface, x, y) != 0;
  return n;
}

static cairo_surface_t *
paint_one (Fixture *fixture, guint index, const StyrNodeLook *look)
{
  cairo_surface_t *surface = new_surface (fixture);
  cairo_t *cr = cairo_create (surface);

  styr_paint_node (cr, fixture->scene, index, &fixture->palette, look);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

/* A node paints its own place and little more. */
static void
test_node (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < styr_scene_get_n_nodes (fixture->scene); i++)
    {
      const StyrRect *b = &styr_scene_get_node (fixture->scene, i)->bounds;
      cairo_surface_t *surface = paint_one (fixture, i, NULL);

      g_assert_cmpuint (count_painted (surface), <=, (guint) ((b->width + 4) * (b->height + 4)));
      g_assert_cmpuint (count_painted (surface), >=, (guint) (b->width * b->height * 0.4));
      cairo_surface_destroy (surface);
    }
}

/* Each look can be told from the plain one. */
static void
test_looks (Fixture *fixture, gconstpointer data)
{
  const StyrNodeLook looks[] = {
    { .hover = TRUE }, { .focus = TRUE }, { .selected = TRUE }, { .lit = TRUE }, { .dimmed = TRUE }
  };
  guint index = (guint) styr_scene_find_node (fixture->scene, "block:assignmentPlans");
  cairo_surface_t *plain = paint_one (fixture, index, NULL);
  gsize size = (gsize) cairo_image_surface_get_stride (plain) *
               (gsize) cairo_image_surface_get_height (plain);

  cairo_surface_flush (plain);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      cairo_surface_t *other = paint_one (fixture, index, &looks[i]);

      cairo_surface_flush (other);
      g_assert_cmpint (
          memcmp (cairo_image_surface_get_data (plain), cairo_image_surface_get_data (other), size),
          !=,
          0);
      cairo_surface_destroy (other);
    }
  cairo_surface_destroy (plain);
}

static guint
paint_edges (Fixture *fixture, int lit, guint32 colour)
{
  cairo_surface_t *surface = new_surface (fixture);
  cairo_t *cr = cairo_create (surface);
  guint n = 0;

  styr_paint_edges (cr, fixture->scene, &fixture->palette, lit);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      n += get_pixel (surface, x, y) == colour;
  cairo_surface_destroy (surface);
  return n;
}

/* The lines of the lit node, and only then, have the accent's colour. */
static void
test_lit_edges (Fixture *fixture, gconstpointer data)
{
  const StyrColour *accent = &fixture->palette.accent;
  guint32 colour = 0xff000000u | (guint32) (accent->red * 255 + 0.5) << 16 |
                   (guint32) (accent->green * 255 + 0.5) << 8 |
                   (guint32) (accent->blue * 255 + 0.5);
  int plans = styr_scene_find_node (fixture->scene, "block:assignmentPlans");
  int values = styr_scene_find_node (fixture->scene, "block:coreValues");

  g_assert_cmpuint (paint_edges (fixture, -1, colour), ==, 0);
  g_assert_cmpuint (paint_edges (fixture, values, colour), ==, 0);
  g_assert_cmpuint (paint_edges (fixture, plans, colour), >, 200);
}

/* The whole scene in every palette, at three scales; nothing is painted behind it. */
static void
test_scene (Fixture *fixture, gconstpointer data)
{
  for (int kind = STYR_PALETTE_LIGHT; kind <= STYR_PALETTE_PRINT; kind++)
    {
      cairo_surface_t *surface = new_surface (fixture);
      cairo_t *cr = cairo_create (surface);
      StyrPalette palette;

      styr_palette_init (&palette, (StyrPaletteKind) kind, "#5b7c99");
      cairo_scale (cr, 1.0 / (1 + kind % 3), 1.0 / (1 + kind % 3));
      styr_paint_scene (cr, fixture->scene, &palette);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      g_assert_cmphex (get_pixel (surface, 1, 1), ==, 0);
      g_assert_cmpuint (count_painted (surface), >, 10000);
      cairo_surface_destroy (surface);
    }
}

/* The screen paints layer by layer, each node on its own and moved to its own place; a file paints
 * the whole scene. Both give the same picture. */
static void
test_layers (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *whole = new_surface (fixture), *parts = new_surface (fixture);
  cairo_t *one = cairo_create (whole), *other = cairo_create (parts);

  styr_paint_scene (one, fixture->scene, &fixture->palette);
  styr_paint_background (other, fixture->scene, &fixture->palette);
  styr_paint_edges (other, fixture->scene, &fixture->palette, -1);
  for (guint i = 0; i < styr_scene_get_n_nodes (fixture->scene); i++)
    {
      const StyrRect *b = &styr_scene_get_node (fixture->scene, i)->bounds;
      const StyrNodeLook look = { 0 };

      cairo_save (other);
      cairo_translate (other, b->x, b->y);
      cairo_translate (other, -b->x, -b->y);
      styr_paint_node (other, fixture->scene, i, &fixture->palette, &look);
      cairo_restore (other);
    }
  styr_paint_overlay (other, fixture->scene, &fixture->palette);
  cairo_destroy (one);
  cairo_destroy (other);
  cairo_surface_flush (whole);
  cairo_surface_flush (parts);
  g_assert_cmpint (memcmp (cairo_image_surface_get_data (whole),
                           cairo_image_surface_get_data (parts),
                           (gsize) cairo_image_surface_get_stride (whole) *
                               (gsize) cairo_image_surface_get_height (whole)),
                   ==,
                   0);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (parts);
}

static double
get_room (guint line, guint n_lines, double size, gpointer data)
{
  return *(double *) data;
}

/* Wrap evenly, then shrink one step, then the short name, then an ellipsis. */
static void
test_text_fit (void)
{
  const double sizes[] = { 18, 14 };
  double wide = 400, middle = 160, narrow = 76, tiny = 50;
  StyrFittedText text;

  styr_text_fit (
      &text, "Målområden med övergripande mål", "Mål", sizes, 2, 600, 2, get_room, &wide);
  g_assert_cmpuint (text.n_lines, ==, 1);
  g_assert_true (text.whole);
  styr_fitted_text_clear (&text);

  styr_text_fit (
      &text, "Målområden med övergripande mål", "Mål", sizes, 2, 600, 2, get_room, &middle);
  g_assert_cmpuint (text.n_lines, ==, 2);
  g_assert_cmpstr (text.lines[0], ==, "Målområden med");
  g_assert_cmpfloat (text.size, ==, 18);
  styr_fitted_text_clear (&text);

  styr_text_fit (
      &text, "Målområden med övergripande mål", "Mål", sizes, 2, 600, 2, get_room, &narrow);
  g_assert_cmpstr (text.lines[0], ==, "Mål");
  g_assert_false (text.whole);
  styr_fitted_text_clear (&text);

  styr_text_fit (&text, "Planeringsförutsättningar", NULL, sizes, 2, 600, 2, get_room, &tiny);
  g_assert_true (g_str_has_suffix (text.lines[0], "…"));
  g_assert_cmpfloat (text.width, <=, tiny);
  g_assert_false (text.whole);
  styr_fitted_text_clear (&text);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/diagram/paint/node", test_node);
  ADD ("/diagram/paint/looks", test_looks);
  ADD ("/diagram/paint/lit-edges", test_lit_edges);
  ADD ("/diagram/paint/scene", test_scene);
  ADD ("/diagram/paint/layers", test_layers);
  g_test_add_func ("/diagram/paint/text-fit", test_text_fit);
  return g_test_run ();
}
