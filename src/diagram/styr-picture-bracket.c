/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-layout.h"

#include <math.h>

#define AWAY 13.0
#define TICK 5.0
#define CROSSING 6.5 /* what is left open on each side of a line that passes */
#define LABEL_AWAY 8.0
#define LABEL_HEIGHT 16.0

/* The bracket along the left side: which levels say what, and which say how. Lines to the shape
 * pass through openings in it, and its words stand where none does. */

static double
get_level_edge (StyrPictureLayout *self, guint level, gboolean lower)
{
  double edge = lower ? -G_MAXDOUBLE : G_MAXDOUBLE;

  for (guint i = 0; i < self->bands->len; i++)
    {
      const StyrSlot *slot = self->bands->pdata[i];

      if (slot->level == (int) level)
        edge = lower ? MAX (edge, slot->bottom) : MIN (edge, slot->top);
    }
  return edge;
}

static double
get_x (StyrPictureLayout *self, double y)
{
  double side = self->left;

  if (self->template->pointed && self->slope > 0)
    side = self->centre - (y - self->top) * self->slope;
  return side - AWAY;
}

/* Under the point, and under the names that stand beside it. */
static double
get_start (StyrPictureLayout *self)
{
  const StyrSlot *slot = self->bands->pdata[0];

  if (self->slope <= 0)
    return slot->row < 0 ? (slot->top + slot->bottom) / 2 : self->top; /* beside half the roof */
  if (slot->n_beside > 1)
    return self->top + (slot->bottom - self->top) * 0.72;
  return self->top + 34;
}

/* Where lines pass the bracket, as heights. */
static GArray *
find_crossings (StyrPictureLayout *self, double top, double bottom)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->scene->edges->len; i++)
    {
      const StyrSceneEdge *edge = self->scene->edges->pdata[i];
      g_autoptr (GArray) points = edge->path != NULL ? styr_path_flatten (edge->path) : NULL;

      for (guint j = 1; points != NULL && j < points->len; j++)
        {
          StyrPoint a = g_array_index (points, StyrPoint, j - 1),
                    b = g_array_index (points, StyrPoint, j);
          double before = a.x - get_x (self, a.y), after = b.x - get_x (self, b.y);
          double y = a.y + (b.y - a.y) * before / (before - after);

          if ((before > 0) != (after > 0) && y > top && y < bottom)
            g_array_append_val (found, y);
        }
    }
  return found;
}

static gboolean
is_open (const GArray *crossings, double y)
{
  for (guint i = 0; i < crossings->len; i++)
    if (fabs (g_array_index (crossings, double, i) - y) < CROSSING)
      return TRUE;
  return FALSE;
}

static void
add_lines (StyrPictureLayout *self, double top, double bottom)
{
  g_autoptr (GArray) crossings = find_crossings (self, top, bottom);
  StyrPath *path = styr_path_new ();
  gboolean drawing = TRUE;

  styr_path_move (path, get_x (self, top) + TICK, top);
  styr_path_line (path, get_x (self, top), top);
  for (double y = top; y < bottom; y += 0.5)
    {
      gboolean open = is_open (crossings, y);

      if (open == drawing && open)
        styr_path_line (path, get_x (self, y), y);
      else if (open == drawing)
        styr_path_move (path, get_x (self, y), y);
      drawing = !open;
    }
  if (!drawing)
    styr_path_move (path, get_x (self, bottom), bottom);
  styr_path_line (path, get_x (self, bottom), bottom);
  styr_path_line (path, get_x (self, bottom) + TICK, bottom);
  styr_scene_note (self->scene, styr_mark_new_path (path, STYR_TONE_NONE, STYR_TONE_HAIRLINE, 1.5));
}

static gboolean
line_meets (StyrPictureLayout *self, const StyrRect *rect)
{
  for (guint i = 0; i < self->scene->edges->len; i++)
    {
      const StyrSceneEdge *edge = self->scene->edges->pdata[i];
      g_autoptr (GArray) points = edge->path != NULL ? styr_path_flatten (edge->path) : NULL;

      for (guint j = 1; points != NULL && j < points->len; j++)
        {
          StyrPoint a = g_array_index (points, StyrPoint, j - 1),
                    b = g_array_index (points, StyrPoint, j);
          int n = 1 + (int) (hypot (b.x - a.x, b.y - a.y) / 4);

          for (int step = 0; step <= n; step++)
            {
              double x = a.x + (b.x - a.x) * step / n, y = a.y + (b.y - a.y) * step / n;

              if (x > rect->x && x < rect->x + rect->width && y > rect->y &&
                  y < rect->y + rect->height)
                return TRUE;
            }
        }
    }
  return FALSE;
}

/* The height nearest to the middle where no line passes. */
static double
choose_label_height (StyrPictureLayout *self, double top, double bottom, double width)
{
  double middle = (top + bottom) / 2, reach = (bottom - top) / 2 - LABEL_HEIGHT;

  for (double away = 0; away <= reach; away += 2)
    for (int side = -1; side <= 1; side += 2)
      {
        double y = middle + side * away;
        const StyrRect rect = { get_x (self, y) - LABEL_AWAY - width - 2,
                                y - LABEL_HEIGHT / 2 - 3,
                                width + 4,
                                LABEL_HEIGHT + 6 };

        if (!line_meets (self, &rect))
          return y;
      }
  return middle;
}

static void
add_bracket (StyrPictureLayout *self, guint first, guint last, const char *label)
{
  double top = MAX (get_level_edge (self, first, FALSE) + 3, get_start (self)),
         bottom = get_level_edge (self, last, TRUE) - 3;
  double y = choose_label_height (
      self, top, bottom, styr_text_measure (label, STYR_PICTURE_NOTE_SIZE, 700));

  add_lines (self, top, bottom);
  styr_scene_note (self->scene,
                   styr_mark_new_text (label,
                                       get_x (self, y) - LABEL_AWAY,
                                       y + STYR_PICTURE_NOTE_SIZE * 0.35,
                                       1,
                                       STYR_PICTURE_NOTE_SIZE,
                                       700,
                                       STYR_TONE_MUTED));
}

static const char *
get_label (StyrPictureLayout *self, guint level)
{
  const char *what_how = ((const StyrLevel *) self->levels->pdata[level])->what_how;

  if (what_how == NULL)
    return NULL;
  return g_str_equal (what_how, "how") ? self->picture->how_label : self->picture->what_label;
}

/** Whether the shape has brackets at its left side. */
gboolean
styr_picture_has_brackets (StyrPictureLayout *self)
{
  for (guint i = 0; self->template->brackets && i < self->levels->len; i++)
    if (get_label (self, i) != NULL)
      return TRUE;
  return FALSE;
}

/** What the brackets take beside the shape with their words; nothing when there are none. */
double
styr_picture_measure_brackets (StyrPictureLayout *self)
{
  double width = 0;

  for (guint i = 0; self->template->brackets && i < self->levels->len; i++)
    if (get_label (self, i) != NULL)
      width = MAX (width, styr_text_measure (get_label (self, i), STYR_PICTURE_NOTE_SIZE, 700));
  return width > 0 ? AWAY + LABEL_AWAY + width + 4 : 0;
}

/** Adds the brackets to the scene. The lines must be there already. */
void
styr_picture_add_brackets (StyrPictureLayout *self)
{
  if (!styr_picture_has_brackets (self))
    return;
  for (guint first = 0; first < self->levels->len;)
    {
      const char *label = get_label (self, first);
      guint last = first;

      while (last + 1 < self->levels->len &&
             g_strcmp0 (((const StyrLevel *) self->levels->pdata[last + 1])->what_how,
                        ((const StyrLevel *) self->levels->pdata[first])->what_how) == 0)
        last++;
      if (label != NULL)
        add_bracket (self, first, last, label);
      first = last + 1;
    }
}
