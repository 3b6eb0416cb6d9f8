/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-layout.h"

#include <math.h>

/*
 * Lines between blocks. Where a line may run is set aside by the layout, so that none ever meets a
 * text: between a column and the triangle (lines from cards bend there), outside each column (lines
 * between its cards, and the loop), and under everything (the loop). Lines leave and enter
 * horizontally and share the place where they end, so they merge on their way there.
 */

#define PORT_SPACE 15.0
#define TIP_SPACE 2.0
#define ARROW_LENGTH 7.0
#define STEP_LENGTH 12.0
#define LANE_FIRST 12.0
#define LANE_SPACE 9.0
#define CORNER 12.0
#define STEP_REACH 30.0
#define STEP_APART 18.0
#define CROSSING_SPACE 13.0
#define NO_LOOP 4.0 /* what the legend moves up when nothing runs under it all */

typedef enum
{
  ROUTE_NONE,  /* shown by a notch or only by lighting up */
  ROUTE_INNER, /* card and band */
  ROUTE_OUTER, /* two cards of a column */
  ROUTE_ROUND, /* under everything */
  ROUTE_HUG,   /* two bands that don't meet */
  ROUTE_STEP,  /* a small arrow between two neighbours */
} RouteKind;

typedef struct
{
  const StyrConnector *connector;
  StyrSlot *from, *to;
  RouteKind kind;
  gboolean from_right, to_right; /* which side it leaves and enters */
  double from_y, to_y;
  guint lane;
} Route;

/* All lines that end at one place of a block's side have the same key. */
static int
get_port_key (const StyrConnector *connector, gboolean incoming)
{
  static const int order[] = { 0, 1, 2 }; /* feeds, follows-up, loop */

  return (incoming ? 0 : 3) + order[connector->kind];
}

static gboolean
is_band (const StyrSlot *slot)
{
  return slot->place->axis == STYR_AXIS_MIDDLE;
}

static gboolean
is_right (const StyrSlot *slot)
{
  return slot->place->axis == STYR_AXIS_RIGHT;
}

static gboolean
ends_at (const StyrSlot *slot, gboolean right)
{
  return right ? slot->ends_right : slot->ends_left;
}

static void
choose_inner (Route *route)
{
  const StyrSlot *card = is_band (route->from) ? route->to : route->from;
  const StyrSlot *band = is_band (route->from) ? route->from : route->to;
  gboolean right = is_right (card);

  if (!ends_at (band, right))
    return;
  route->kind = ROUTE_INNER;
  route->from_right = route->from == band ? right : !right;
  route->to_right = route->to == band ? right : !right;
}

/* Whether two blocks of the middle are neighbours with a gap between them. */
static gboolean
are_neighbours (const StyrSlot *a, const StyrSlot *b)
{
  if (a->row == b->row)
    return MAX (a->left, b->left) - MIN (a->right, b->right) < STEP_REACH &&
           MAX (a->left, b->left) - MIN (a->right, b->right) > STEP_LENGTH &&
           MIN (a->bottom, b->bottom) - MAX (a->top, b->top) > ARROW_LENGTH;
  return ABS (a->row - b->row) == 1 &&
         MIN (a->right, b->right) - MAX (a->left, b->left) > 3 * ARROW_LENGTH;
}

static void
choose_bands (StyrPictureLayout *self, Route *route)
{
  int apart = ABS (route->from->row - route->to->row);
  gboolean right = route->from->ends_right && route->to->ends_right;
  gboolean feeds = route->connector->kind == STYR_CONNECTOR_FEEDS;

  if (!self->template->stacked)
    return;
  if (self->template->steps && feeds && are_neighbours (route->from, route->to))
    route->kind = ROUTE_STEP;
  if (apart == 0 || (apart == 1 && feeds))
    return;
  if (!right && !(route->from->ends_left && route->to->ends_left))
    return;
  route->kind = ROUTE_HUG;
  route->from_right = route->to_right = right;
}

/* Round and under: a card is left and entered on its outer side, a band on the side that turns to
 * the other end. */
static void
choose_round (Route *route)
{
  gboolean from_right =
      is_band (route->from) ? !is_band (route->to) && is_right (route->to) : is_right (route->from);
  gboolean to_right = is_band (route->to) ? !from_right : is_right (route->to);

  if (is_band (route->from) && is_band (route->to))
    from_right = TRUE, to_right = FALSE;
  if ((is_band (route->from) && !ends_at (route->from, from_right)) ||
      (is_band (route->to) && !ends_at (route->to, to_right)))
    return;
  route->kind = ROUTE_ROUND;
  route->from_right = from_right;
  route->to_right = to_right;
}

static void
choose_route (StyrPictureLayout *self, Route *route)
{
  gboolean loop = route->connector->kind == STYR_CONNECTOR_LOOP;

  if (self->picture->hides_connectors)
    return;
  if (route->from->place->axis == STYR_AXIS_BASE || route->to->place->axis == STYR_AXIS_BASE)
    return;
  if (loop)
    choose_round (route);
  else if (is_band (route->from) && is_band (route->to))
    choose_bands (self, route);
  else if (is_band (route->from) || is_band (route->to))
    choose_inner (route);
  else if (is_right (route->from) != is_right (route->to))
    choose_round (route);
  else
    {
      route->kind = ROUTE_OUTER;
      route->from_right = route->to_right = is_right (route->from);
    }
}

/* Ports: where on a side lines end. */

static double
get_port_middle (StyrPictureLayout *self, const StyrSlot *slot, gboolean right)
{
  double port = right ? slot->port_right : slot->port_left;

  if (!isnan (port))
    return port;
  if (self->slope > 0 && is_band (slot) && slot->row == 0)
    return slot->bottom - 22;
  return (slot->top + slot->bottom) / 2;
}

static double
find_port (
    StyrPictureLayout *self, const GArray *routes, const StyrSlot *slot, gboolean right, int key)
{
  gboolean used[6] = { FALSE };
  int n = 0, before = 0;

  for (guint i = 0; i < routes->len; i++)
    {
      const Route *route = &g_array_index (routes, Route, i);

      if (route->kind == ROUTE_NONE || route->kind == ROUTE_STEP)
        continue;
      if (route->from == slot && route->from_right == right)
        used[get_port_key (route->connector, FALSE)] = TRUE;
      if (route->to == slot && route->to_right == right)
        used[get_port_key (route->connector, TRUE)] = TRUE;
    }
  for (int i = 0; i < 6; i++)
    {
      n += used[i];
      before += used[i] && i < key;
    }
  return get_port_middle (self, slot, right) + (before - (n - 1) / 2.0) * PORT_SPACE;
}

static void
set_ports (StyrPictureLayout *self, GArray *routes)
{
  for (guint i = 0; i < routes->len; i++)
    {
      Route *route = &g_array_index (routes, Route, i);

      route->from_y = find_port (
          self, routes, route->from, route->from_right, get_port_key (route->connector, FALSE));
      route->to_y = find_port (
          self, routes, route->to, route->to_right, get_port_key (route->connector, TRUE));
    }
}

/* Lanes beside a column: lines that would run over each other without having an end in common get
 * lanes of their own. */

static gboolean
are_apart (const Route *a, const Route *b)
{
  double top = MAX (MIN (a->from_y, a->to_y), MIN (b->from_y, b->to_y));
  double bottom = MIN (MAX (a->from_y, a->to_y), MAX (b->from_y, b->to_y));

  return top >= bottom || a->from_right != b->from_right || a->to == b->to;
}

static void
set_lanes (GArray *routes)
{
  for (guint i = 0; i < routes->len; i++)
    {
      Route *route = &g_array_index (routes, Route, i);

      for (guint j = 0; route->kind == ROUTE_OUTER && j < i; j++)
        {
          const Route *other = &g_array_index (routes, Route, j);

          if (other->kind == ROUTE_OUTER && other->lane == route->lane && !are_apart (route, other))
            {
              route->lane++;
              j = (guint) -1;
            }
        }
    }
}

static double
get_outer_x (StyrPictureLayout *self, gboolean right, guint lane)
{
  double away = MIN (LANE_FIRST + lane * LANE_SPACE, STYR_PICTURE_LANES + STYR_PICTURE_MARGIN - 8);

  return right ? self->right_column + STYR_PICTURE_CARD_WIDTH + away : self->left_column - away;
}

static guint
count_lanes (const GArray *routes)
{
  guint n = 0;

  for (guint i = 0; i < routes->len; i++)
    {
      const Route *route = &g_array_index (routes, Route, i);

      if (route->kind == ROUTE_OUTER)
        n = MAX (n, route->lane + 1);
    }
  return n;
}

static StyrPoint
get_end (StyrPictureLayout *self, const StyrSlot *slot, gboolean right, double y, double away)
{
  double x = right ? styr_picture_right_at (self, slot, y) + away
                   : styr_picture_left_at (self, slot, y) - away;

  return (StyrPoint){ x, y };
}

/* The lines themselves. */

static StyrPath *
draw_inner (StyrPictureLayout *self, const Route *route, StyrPoint start, StyrPoint end)
{
  StyrPath *path = styr_path_new ();
  gboolean from_card = !is_band (route->from);
  StyrPoint card = from_card ? start : end, band = from_card ? end : start;
  double bend = is_right (from_card ? route->from : route->to) ? self->right + self->right_edge
                                                               : self->left - self->left_edge;
  double half = (card.x + bend) / 2;

  if (from_card)
    {
      styr_path_move (path, card.x, card.y);
      styr_path_curve (path, half, card.y, half, band.y, bend, band.y);
      styr_path_line (path, band.x, band.y);
    }
  else
    {
      styr_path_move (path, band.x, band.y);
      styr_path_line (path, bend, band.y);
      styr_path_curve (path, half, band.y, half, card.y, card.x, card.y);
    }
  return path;
}

static StyrPath *
draw_outer (StyrPictureLayout *self, const Route *route, StyrPoint start, StyrPoint end)
{
  StyrPath *path = styr_path_new ();
  double x = get_outer_x (self, route->from_right, route->lane);
  const StyrPoint points[] = { start, { x, start.y }, { x, end.y }, end };

  styr_path_route (path, points, G_N_ELEMENTS (points), CORNER);
  return path;
}

static StyrPath *
draw_hug (StyrPictureLayout *self, const Route *route, StyrPoint start, StyrPoint end)
{
  StyrPath *path = styr_path_new ();
  double away = 30 + fabs (end.y - start.y) * 0.12;
  double x = route->from_right ? MAX (start.x, end.x) + away : MIN (start.x, end.x) - away;

  styr_path_move (path, start.x, start.y);
  styr_path_curve (path, x, start.y, x, end.y, end.x, end.y);
  return path;
}

static double
get_turn_x (StyrPictureLayout *self, const StyrSlot *slot, gboolean right, guint lane)
{
  if (!is_band (slot))
    return get_outer_x (self, right, lane);
  return right ? self->right_turn : self->left_turn;
}

/* The loop carries its words in a gap of its own. */
static StyrPath *
draw_round (StyrPictureLayout *self,
            const Route *route,
            StyrPoint start,
            StyrPoint end,
            guint lane,
            double label_width)
{
  StyrPath *path = styr_path_new ();
  double y =
      route->connector->kind == STYR_CONNECTOR_LOOP ? self->lane : self->lane - CROSSING_SPACE;
  double x1 = get_turn_x (self, route->from, route->from_right, lane),
         x2 = get_turn_x (self, route->to, route->to_right, lane);
  double gap = label_width / 2 + 12, sign = x1 > x2 ? 1 : -1;
  const StyrPoint whole[] = { start, { x1, start.y }, { x1, y }, { x2, y }, { x2, end.y }, end };
  const StyrPoint first[] = { start, { x1, start.y }, { x1, y }, { self->centre + sign * gap, y } };
  const StyrPoint second[] = { { self->centre - sign * gap, y }, { x2, y }, { x2, end.y }, end };

  if (label_width <= 0)
    {
      styr_path_route (path, whole, G_N_ELEMENTS (whole), CORNER);
      return path;
    }
  styr_path_route (path, first, G_N_ELEMENTS (first), CORNER);
  styr_path_route (path, second, G_N_ELEMENTS (second), CORNER);
  return path;
}

static gboolean
meets_step (StyrPictureLayout *self, StyrPoint tip)
{
  for (guint i = 0; i < self->scene->edges->len; i++)
    {
      const StyrSceneEdge *edge = self->scene->edges->pdata[i];

      if (edge->path == NULL && edge->arrow &&
          hypot (edge->tip.x - tip.x, edge->tip.y - tip.y) < STEP_APART)
        return TRUE;
    }
  return FALSE;
}

/* An arrow alone, in the gap between two blocks; where one stands already it says the same. */
static void
draw_step (StyrPictureLayout *self, const Route *route, StyrSceneEdge *edge)
{
  const StyrSlot *from = route->from, *to = route->to;
  double left = MAX (from->left, to->left), right = MIN (from->right, to->right);
  double top = MAX (from->top, to->top), bottom = MIN (from->bottom, to->bottom);
  gboolean beside = from->row == to->row && left > right;
  gboolean back = beside ? to->left < from->left : to->top < from->top;
  double half = (back ? -1 : 1) * STEP_LENGTH / 2;
  StyrPoint tip = { (left + right) / 2, (top + bottom) / 2 };

  if (beside)
    tip.x += half;
  else
    tip.y += half;
  edge->arrow = !meets_step (self, tip);
  edge->tip = tip;
  edge->angle = beside ? (back ? -G_PI / 2 : G_PI / 2) : back ? 0 : G_PI;
}

static void
draw_route (StyrPictureLayout *self,
            const Route *route,
            StyrSceneEdge *edge,
            guint lane,
            double label_width)
{
  StyrPoint start = get_end (self, route->from, route->from_right, route->from_y, 0);
  StyrPoint end =
      get_end (self, route->to, route->to_right, route->to_y, TIP_SPACE + ARROW_LENGTH - 1);

  edge->arrow = route->kind != ROUTE_STEP;
  edge->tip = get_end (self, route->to, route->to_right, route->to_y, TIP_SPACE);
  edge->angle = route->to_right ? -G_PI / 2 : G_PI / 2;
  switch (route->kind)
    {
    case ROUTE_INNER:
      edge->path = draw_inner (self, route, start, end);
      break;
    case ROUTE_OUTER:
      edge->path = draw_outer (self, route, start, end);
      break;
    case ROUTE_ROUND:
      edge->path = draw_round (self,
                               route,
                               start,
                               end,
                               lane,
                               route->connector->kind == STYR_CONNECTOR_LOOP ? label_width : 0);
      break;
    case ROUTE_HUG:
      edge->path = draw_hug (self, route, start, end);
      break;
    case ROUTE_STEP:
      draw_step (self, route, edge);
      break;
    case ROUTE_NONE:
    default:
      edge->arrow = FALSE;
      break;
    }
}

static const char *
find_loop_label (const GArray *routes)
{
  for (guint i = 0; i < routes->len; i++)
    {
      const Route *route = &g_array_index (routes, Route, i);

      if (route->kind == ROUTE_ROUND && route->connector->kind == STYR_CONNECTOR_LOOP &&
          route->connector->label != NULL)
        return route->connector->label;
    }
  return NULL;
}

static gboolean
has_round (const GArray *routes)
{
  for (guint i = 0; i < routes->len; i++)
    if (g_array_index (routes, Route, i).kind == ROUTE_ROUND)
      return TRUE;
  return FALSE;
}

static GArray *
collect_routes (StyrPictureLayout *self)
{
  GPtrArray *connectors = styr_model_get_connectors (self->model);
  GArray *routes = g_array_new (FALSE, TRUE, sizeof (Route));

  for (guint i = 0; i < connectors->len; i++)
    {
      Route route = { .connector = connectors->pdata[i] };

      route.from = styr_picture_find_slot (self, route.connector->from);
      route.to = styr_picture_find_slot (self, route.connector->to);
      if (route.from == NULL || route.to == NULL || route.from == route.to)
        continue;
      choose_route (self, &route);
      g_array_append_val (routes, route);
    }
  return routes;
}

/** Adds the model's connectors to the scene: all as relations, most as lines. */
void
styr_picture_add_edges (StyrPictureLayout *self)
{
  g_autoptr (GArray) routes = collect_routes (self);
  const char *label = find_loop_label (routes);
  double label_width = label != NULL ? styr_text_measure (label, STYR_PICTURE_NOTE_SIZE, 600) : 0;
  guint lane;

  set_ports (self, routes);
  set_lanes (routes);
  if (!has_round (routes))
    self->lane = self->strip_bottom - NO_LOOP;
  lane = count_lanes (routes);
  for (guint i = 0; i < routes->len; i++)
    {
      const Route *route = &g_array_index (routes, Route, i);
      StyrSceneEdge *edge = styr_scene_add_edge (
          self->scene, route->from->node, route->to->node, route->connector->kind);

      draw_route (self, route, edge, lane, label_width);
    }
  if (label != NULL)
    styr_scene_note (self->scene,
                     styr_mark_new_text (label,
                                         self->centre,
                                         self->lane + STYR_PICTURE_NOTE_SIZE * 0.34,
                                         0.5,
                                         STYR_PICTURE_NOTE_SIZE,
                                         600,
                                         STYR_TONE_INK));
}
