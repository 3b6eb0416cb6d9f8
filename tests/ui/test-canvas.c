/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-canvas-layer.h"
#include "styr-canvas-node.h"
#include "styr-canvas-outline.h"
#include "styr-canvas-private.h"
#include "styr-canvas-view.h"
#include "styr-canvas.h"
#include "styr-model.h"

#include <adwaita.h>

/* Three bands, a card at each side; b is fed by a and left, and followed up by right. Lone has no
 * relations. */
static const char package[] =
    "{'format':'styrmodell-package','formatVersion':1,'id':'small','name':'Small','municipality':'"
    "Small',"
    "'status':'decided','levels':[{'id':'one','name':'One'},{'id':'two','name':'Two'}],"
    "'blocks':["
    "{'id':'a','name':'Alfa','politics':'political'},"
    "{'id':'b','name':'Beta','politics':'political'},"
    "{'id':'lone','name':'Lone','politics':'administrative'},"
    "{'id':'left','name':'Left','politics':'political'},"
    "{'id':'extra','name':'Extra','politics':'mixed'},"
    "{'id':'right','name':'Right','politics':'mixed'}],"
    "'connectors':[{'from':'a','to':'b','kind':'feeds'},{'from':'left','to':'b','kind':'feeds'},"
    "{'from':'b','to':'right','kind':'follows-up'}],"
    "'pictures':[{'id':'pyramid','title':'Small','template':'triangle','baseTint':'#5b7c99',"
    "'places':[{'block':'a','axis':'middle','level':'one'},"
    "{'block':'b','axis':'middle','level':'two','order':1},"
    "{'block':'lone','axis':'middle','level':'two','order':2},"
    "{'block':'left','axis':'left','level':'two'},"
    "{'block':'right','axis':'right','level':'two'}%s]}]}";

static StyrScene *
create_scene (const char *more_places)
{
  g_autofree char *json = g_strdup_printf (package, more_places);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (StyrModel) model = NULL;
  g_autoptr (GError) error = NULL;

  g_strdelimit (json, "'", '"');
  bytes = g_bytes_new (json, strlen (json));
  model = styr_model_new_from_bytes (bytes, "small", &error);
  g_assert_no_error (error);
  return styr_picture_layout (model, "pyramid", NULL);
}

/* Lets timers run and frames be painted. */
static void
settle (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

typedef struct
{
  GtkWidget *window, *before, *after;
  StyrCanvas *canvas;
  StyrScene *scene;
  char *activated;
} Fixture;

static void
node_activated_cb (Fixture *fixture, const char *id)
{
  g_free (fixture->activated);
  fixture->activated = g_strdup (id);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->scene = create_scene ("");
  fixture->canvas = STYR_CANVAS (styr_canvas_new ());
  fixture->before = gtk_button_new_with_label ("before");
  fixture->after = gtk_button_new_with_label ("after");
  fixture->window = gtk_window_new ();
  gtk_widget_set_vexpand (GTK_WIDGET (fixture->canvas), TRUE);
  gtk_box_append (GTK_BOX (box), fixture->before);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->canvas));
  gtk_box_append (GTK_BOX (box), fixture->after);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  styr_canvas_set_scene (fixture->canvas, fixture->scene, "#5b7c99");
  g_signal_connect_swapped (
      fixture->canvas, "node-activated", G_CALLBACK (node_activated_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (250);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StyrCanvas) canvas = g_object_ref (fixture->canvas);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle (20);
  g_assert_finalize_object (g_steal_pointer (&canvas));
  styr_scene_unref (fixture->scene);
  g_free (fixture->activated);
}

static StyrCanvasNode *
find (Fixture *fixture, const char *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (STYR_IS_CANVAS_NODE (child) &&
        g_strcmp0 (styr_canvas_node_get_node (STYR_CANVAS_NODE (child))->id, id) == 0)
      return STYR_CANVAS_NODE (child);
  return NULL;
}

static StyrCanvasLayer *
find_layer (Fixture *fixture, guint number)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (STYR_IS_CANVAS_LAYER (child) && number-- == 0)
      return STYR_CANVAS_LAYER (child);
  return NULL;
}

static const char *
get_focus (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && STYR_IS_CANVAS_NODE (focus)
             ? styr_canvas_node_get_node (STYR_CANVAS_NODE (focus))->id
             : NULL;
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  StyrCanvasNode *b = find (fixture, "block:b");

  g_assert_nonnull (b);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->canvas), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (b), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (b),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       styr_canvas_node_get_node (b)->accessible_name);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->canvas),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       styr_scene_get_alt_text (fixture->scene));
  gtk_test_accessible_assert_relation (
      GTK_ACCESSIBLE (find (fixture, "block:a")), GTK_ACCESSIBLE_RELATION_FLOW_TO, b, NULL);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (find_layer (fixture, 0)),
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  styr_canvas_set_selected (fixture->canvas, "block:a");
  gtk_test_accessible_assert_state (
      GTK_ACCESSIBLE (find (fixture, "block:a")), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  styr_canvas_set_selected (fixture->canvas, "block:b");
  gtk_test_accessible_assert_state (
      GTK_ACCESSIBLE (find (fixture, "block:a")), GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  gtk_test_accessible_assert_state (
      GTK_ACCESSIBLE (find (fixture, "block:b")), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  g_assert_cmpstr (styr_canvas_get_selected (fixture->canvas), ==, "block:b");
}

static void
test_tab (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (fixture->before);
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  g_assert_cmpstr (get_focus (fixture), ==, styr_scene_get_node (fixture->scene, 0)->id);
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == fixture->after);

  g_assert_true (styr_canvas_focus_node (fixture->canvas, "block:right"));
  settle (20);
  gtk_widget_grab_focus (fixture->after);
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD);
  g_assert_cmpstr (get_focus (fixture), ==, "block:right");
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == fixture->before);
}

static void
test_arrows (Fixture *fixture, gconstpointer data)
{
  const StyrDirection directions[] = { [GTK_DIR_UP] = STYR_DIRECTION_UP,
                                       [GTK_DIR_DOWN] = STYR_DIRECTION_DOWN,
                                       [GTK_DIR_LEFT] = STYR_DIRECTION_LEFT,
                                       [GTK_DIR_RIGHT] = STYR_DIRECTION_RIGHT };

  for (guint direction = GTK_DIR_UP; direction <= GTK_DIR_RIGHT; direction++)
    {
      int from = styr_scene_find_node (fixture->scene, "block:b");
      int to = styr_scene_neighbour (fixture->scene, from, directions[direction]);

      styr_canvas_focus_node (fixture->canvas, "block:b");
      gtk_widget_child_focus (GTK_WIDGET (fixture->canvas), direction);
      g_assert_cmpstr (get_focus (fixture),
                       ==,
                       styr_scene_get_node (fixture->scene, (guint) (to >= 0 ? to : from))->id);
    }
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.last", NULL);
  g_assert_cmpstr (
      get_focus (fixture),
      ==,
      styr_scene_get_node (fixture->scene, styr_scene_get_n_nodes (fixture->scene) - 1)->id);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.first", NULL);
  g_assert_cmpstr (get_focus (fixture), ==, styr_scene_get_node (fixture->scene, 0)->id);
}

static void
test_activate (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (find (fixture, "block:left")), "node.activate", NULL);
  g_assert_cmpstr (fixture->activated, ==, "block:left");
  styr_canvas_focus_node (fixture->canvas, "block:b");
  settle (20);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.activate", NULL);
  g_assert_cmpstr (fixture->activated, ==, "block:b");
}

static void
test_same_nodes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StyrScene) again = create_scene ("");
  StyrCanvasNode *b = find (fixture, "block:b");

  styr_canvas_focus_node (fixture->canvas, "block:b");
  styr_canvas_set_scene (fixture->canvas, again, "#5b7c99");
  g_assert_true (find (fixture, "block:b") == b);
  g_assert_cmpstr (get_focus (fixture), ==, "block:b");
  g_assert_true (styr_canvas_get_scene (fixture->canvas) == again);
}

static void
test_other_nodes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StyrScene) more = create_scene (",{'block':'extra','axis':'right','level':'one'}");
  StyrCanvasNode *b = find (fixture, "block:b");

  g_assert_null (find (fixture, "block:extra"));
  styr_canvas_set_scene (fixture->canvas, more, "#5b7c99");
  settle (50);
  g_assert_nonnull (find (fixture, "block:extra"));
  g_assert_true (find (fixture, "block:b") == b);
  styr_canvas_focus_node (fixture->canvas, "block:extra");
  styr_canvas_set_scene (fixture->canvas, fixture->scene, "#5b7c99");
  g_assert_null (find (fixture, "block:extra"));
  g_assert_nonnull (get_focus (fixture));
  styr_canvas_set_scene (fixture->canvas, NULL, NULL);
  g_assert_null (find (fixture, "block:b"));
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  double fitted = styr_canvas_get_zoom (fixture->canvas);

  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.zoom-in", NULL);
  g_assert_cmpfloat (styr_canvas_get_zoom (fixture->canvas), >, fitted);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 500);
  settle (150);
  g_assert_cmpfloat_with_epsilon (styr_canvas_get_zoom (fixture->canvas), fitted * 1.25, 0.001);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.zoom-fit", NULL);
  settle (50);
  g_assert_cmpfloat (styr_canvas_get_zoom (fixture->canvas), <, fitted);
}

static void
point_at (Fixture *fixture, const char *id)
{
  gtk_widget_set_state_flags (GTK_WIDGET (find (fixture, id)), GTK_STATE_FLAG_PRELIGHT, FALSE);
  styr_canvas_pointer_moved (fixture->canvas);
}

/* Pointing at one shape paints that shape; resting on it paints what it is related to and the
   connectors, and never titles and legend. */
static void
test_repaint (Fixture *fixture, gconstpointer data)
{
  StyrCanvasNode *b = find (fixture, "block:b");
  StyrCanvasNode *lone = find (fixture, "block:lone");
  guint background = styr_canvas_layer_get_n_paints (find_layer (fixture, 0));
  guint edges = styr_canvas_layer_get_n_paints (find_layer (fixture, 1));
  guint overlay = styr_canvas_layer_get_n_paints (find_layer (fixture, 2));
  guint n_b = styr_canvas_node_get_n_paints (b);
  guint n_lone = styr_canvas_node_get_n_paints (lone);

  g_assert_cmpuint (n_b, >, 0);
  point_at (fixture, "block:b");
  settle (60);
  g_assert_cmpuint (styr_canvas_node_get_n_paints (b), ==, n_b + 1);
  g_assert_cmpuint (styr_canvas_node_get_n_paints (lone), ==, n_lone);
  g_assert_cmpuint (styr_canvas_layer_get_n_paints (find_layer (fixture, 1)), ==, edges);

  settle (250);
  g_assert_cmpuint (styr_canvas_node_get_n_paints (lone), ==, n_lone + 1);
  g_assert_cmpuint (styr_canvas_layer_get_n_paints (find_layer (fixture, 1)), ==, edges + 1);
  g_assert_cmpuint (styr_canvas_layer_get_n_paints (find_layer (fixture, 0)), ==, background);
  g_assert_cmpuint (styr_canvas_layer_get_n_paints (find_layer (fixture, 2)), ==, overlay);
}

/* A pointer that rests somewhere doesn't outshine the keyboard. */
static void
test_key_led (Fixture *fixture, gconstpointer data)
{
  StyrCanvasNode *right = find (fixture, "block:right");
  guint n;

  point_at (fixture, "block:left");
  settle (300);
  n = styr_canvas_node_get_n_paints (right);
  gtk_window_set_focus_visible (GTK_WINDOW (fixture->window), TRUE);
  styr_canvas_focus_node (fixture->canvas, "block:b");
  settle (100);
  g_assert_cmpuint (styr_canvas_node_get_n_paints (right), ==, n + 1);
}

/* A shape without relations doesn't dim the others. */
static void
test_unrelated (Fixture *fixture, gconstpointer data)
{
  StyrCanvasNode *a = find (fixture, "block:a");
  guint n = styr_canvas_node_get_n_paints (a);

  point_at (fixture, "block:lone");
  settle (300);
  g_assert_cmpuint (styr_canvas_node_get_n_paints (a), ==, n);
}

static void
test_view (void)
{
  g_autoptr (StyrScene) scene = create_scene ("");
  double width = styr_scene_get_width (scene);
  StyrRect corner = { width - 10, 0, 10, 10 };
  StyrCanvasView view = { 1, 0, 0, FALSE };
  double x, y;

  styr_canvas_view_fit (&view, scene, 800, 600);
  g_assert_true (view.fitted);
  g_assert_cmpfloat (width * view.scale, <=, 800);
  g_assert_cmpfloat (styr_scene_get_height (scene) * view.scale, <=, 600);
  g_assert_cmpfloat_with_epsilon (2 * view.x + width * view.scale, 800, 0.001);

  x = (200 - view.x) / view.scale;
  y = (100 - view.y) / view.scale;
  styr_canvas_view_zoom (&view, 3, 200, 100);
  g_assert_false (view.fitted);
  g_assert_cmpfloat_with_epsilon (view.x + x * view.scale, 200, 0.001);
  g_assert_cmpfloat_with_epsilon (view.y + y * view.scale, 100, 0.001);

  styr_canvas_view_pan (&view, -100000, 100000);
  styr_canvas_view_hold (&view, scene, 800, 600);
  g_assert_cmpfloat (view.x + width * view.scale, >=, 400 - 0.001);
  g_assert_cmpfloat (view.y, <=, 300);

  styr_canvas_view_pan (&view, 100000, 0);
  styr_canvas_view_hold (&view, scene, 800, 600);
  g_assert_cmpfloat (view.x, <=, 400);
  g_assert_true (styr_canvas_view_reveal (&view, &corner, 800, 600));
  x = view.x + corner.x * view.scale;
  g_assert_cmpfloat (x, >=, 0);
  g_assert_cmpfloat (x + corner.width * view.scale, <=, 800);
  g_assert_false (styr_canvas_view_reveal (&view, &corner, 800, 600));
}

static void
outline_activated_cb (char **activated, const char *id)
{
  g_free (*activated);
  *activated = g_strdup (id);
}

static void
test_outline (void)
{
  g_autoptr (StyrScene) scene = create_scene ("");
  GtkWidget *outline = g_object_ref_sink (styr_canvas_outline_new ());
  GtkWidget *list = outline;
  g_autofree char *activated = NULL;
  guint n = 0, n_focusable = 0;

  styr_canvas_outline_set_scene (STYR_CANVAS_OUTLINE (outline), scene);
  g_signal_connect_swapped (
      outline, "node-activated", G_CALLBACK (outline_activated_cb), &activated);
  while (!GTK_IS_LIST_BOX (list))
    {
      GtkWidget *child = gtk_widget_get_first_child (list);

      list = child;
      g_assert_nonnull (list);
    }
  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n) != NULL)
    n++;
  for (guint i = 0; i < styr_scene_get_n_nodes (scene); i++)
    n_focusable += styr_scene_get_node (scene, i)->focusable ? 1 : 0;
  g_assert_cmpuint (n, ==, n_focusable);
  g_signal_emit_by_name (
      list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_cmpstr (activated, ==, styr_scene_get_node (scene, 0)->id);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)),
      GTK_ACCESSIBLE_PROPERTY_LABEL,
      styr_scene_get_node (scene, 0)->accessible_name);
  styr_canvas_outline_set_scene (STYR_CANVAS_OUTLINE (outline), NULL);
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_finalize_object (outline);
}

#define ADD(path, func) g_test_add ("/canvas/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/canvas/view", test_view);
  g_test_add_func ("/canvas/outline", test_outline);
  ADD ("accessible", test_accessible);
  ADD ("selection", test_selection);
  ADD ("tab", test_tab);
  ADD ("arrows", test_arrows);
  ADD ("activate", test_activate);
  ADD ("same-nodes", test_same_nodes);
  ADD ("other-nodes", test_other_nodes);
  ADD ("zoom", test_zoom);
  ADD ("repaint", test_repaint);
  ADD ("key-led", test_key_led);
  ADD ("unrelated", test_unrelated);
  return g_test_run ();
}
