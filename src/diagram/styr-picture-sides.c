/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-layout.h"

#include <string.h>

#define CARD_PAD_X 12.0
#define CARD_PAD_Y 6.0
#define CARD_RADIUS 8.0
#define CARD_SPACE 8.0
#define GROUP_SPACE 12.0
#define GROUP_HEIGHT 24.0
#define ROW_HEIGHT 21.0

static double
get_card_room (guint line, guint n_lines, double size, gpointer data)
{
  return STYR_PICTURE_CARD_WIDTH - 2 * CARD_PAD_X;
}

static void
fit_name (const StyrBlock *block, StyrFittedText *text)
{
  const double sizes[] = { STYR_PICTURE_CARD_SIZE, STYR_PICTURE_SMALL_CARD_SIZE };

  styr_text_fit (text,
                 block->name,
                 block->short_name,
                 sizes,
                 G_N_ELEMENTS (sizes),
                 600,
                 3,
                 get_card_room,
                 NULL);
}

static double
measure_card (StyrPictureLayout *self, const StyrBlock *block)
{
  StyrFittedText text;
  StyrStateRow row;
  double height;

  fit_name (block, &text);
  styr_picture_get_state_row (self, block, &row);
  height = 2 * CARD_PAD_Y + text.n_lines * text.size * STYR_TEXT_LINE_HEIGHT;
  if (!styr_state_row_is_empty (&row))
    height += ROW_HEIGHT;
  else if (styr_picture_measure_tab (block) > 0)
    height += STYR_PICTURE_TAB_HEIGHT - CARD_PAD_Y;
  styr_fitted_text_clear (&text);
  return height;
}

static gboolean
begins_group (GPtrArray *slots, guint i)
{
  const StyrSlot *slot = slots->pdata[i];

  return slot->block->group != NULL &&
         (i == 0 ||
          g_strcmp0 (((StyrSlot *) slots->pdata[i - 1])->block->group, slot->block->group) != 0);
}

/* What has to be free above a card: the group's name, and air. */
static double
measure_above (GPtrArray *slots, guint i)
{
  gboolean begins = begins_group (slots, i);

  if (i == 0)
    return begins ? GROUP_HEIGHT : 0;
  return begins ? GROUP_HEIGHT + GROUP_SPACE : CARD_SPACE;
}

/* Cards of a group stand together, where the first of them stands. */
static void
gather_groups (GPtrArray *slots)
{
  for (guint i = 0; i < slots->len; i++)
    {
      const char *group = ((StyrSlot *) slots->pdata[i])->block->group;
      guint next = i + 1;

      for (guint j = i + 1; group != NULL && j < slots->len; j++)
        if (g_strcmp0 (((StyrSlot *) slots->pdata[j])->block->group, group) == 0)
          {
            gpointer slot = slots->pdata[j];

            memmove (&slots->pdata[next + 1], &slots->pdata[next], (j - next) * sizeof (gpointer));
            slots->pdata[next++] = slot;
          }
      i = next - 1;
    }
}

static double
measure_column (StyrPictureLayout *self, GPtrArray *slots)
{
  double height = 0;

  gather_groups (slots);
  for (guint i = 0; i < slots->len; i++)
    {
      StyrSlot *slot = slots->pdata[i];

      slot->height = measure_card (self, slot->block);
      height += measure_above (slots, i) + slot->height;
    }
  return height;
}

/** How high the higher one of the columns is at least, without its title. */
double
styr_picture_measure_sides (StyrPictureLayout *self)
{
  double left = measure_column (self, self->lefts), right = measure_column (self, self->rights);

  return MAX (left, right);
}

static double
get_level_middle (StyrPictureLayout *self, int level)
{
  for (guint i = 0; i < self->bands->len; i++)
    {
      const StyrSlot *slot = self->bands->pdata[i];

      if (slot->level == level)
        return (slot->top + slot->bottom) / 2;
    }
  return (self->top + self->bottom) / 2;
}

/* Cards that were pushed together so that they don't overlap; their common place is the mean of
 * where each wants to be. */
typedef struct
{
  guint first, n;
  double wish, height;
} Cluster;

static void
place_cards (StyrPictureLayout *self, GPtrArray *slots, double x)
{
  g_autofree Cluster *clusters = g_new0 (Cluster, slots->len + 1);
  guint n = 0;

  for (guint i = 0; i < slots->len; i++)
    {
      StyrSlot *slot = slots->pdata[i];
      double above = measure_above (slots, i), height = slot->height;
      double wish = get_level_middle (self, slot->level) - height / 2 - above;

      slot->left = x;
      slot->right = x + STYR_PICTURE_CARD_WIDTH;
      clusters[n++] = (Cluster){
        i,
        1,
        CLAMP (wish, self->cards_top, MAX (self->cards_top, self->bottom - height - above)),
        height + above
      };
      while (n > 1 && clusters[n - 2].wish + clusters[n - 2].height > clusters[n - 1].wish)
        {
          Cluster *a = &clusters[n - 2], b = clusters[n - 1];

          a->wish = (a->wish * a->n + (b.wish - a->height) * b.n) / (a->n + b.n);
          a->n += b.n;
          a->height += b.height;
          a->wish =
              CLAMP (a->wish, self->cards_top, MAX (self->cards_top, self->bottom - a->height));
          n--;
        }
    }
  for (guint c = 0; c < n; c++)
    {
      double y = clusters[c].wish;

      for (guint i = clusters[c].first; i < clusters[c].first + clusters[c].n; i++)
        {
          StyrSlot *slot = slots->pdata[i];

          slot->top = y + measure_above (slots, i);
          slot->bottom = slot->top + slot->height;
          y = slot->bottom;
        }
    }
}

static void
add_card_text (StyrPictureLayout *self, const StyrSlot *slot, StyrSceneNode *node, StyrTone tone)
{
  StyrFittedText text;
  StyrStateRow row;
  double x = slot->left + CARD_PAD_X, y = slot->top + CARD_PAD_Y;

  fit_name (slot->block, &text);
  for (guint i = 0; i < text.n_lines; i++)
    g_ptr_array_add (node->marks,
                     styr_mark_new_text (text.lines[i],
                                         x,
                                         y + (i + 0.82) * text.size * STYR_TEXT_LINE_HEIGHT,
                                         0,
                                         text.size,
                                         600,
                                         tone));
  y += text.n_lines * text.size * STYR_TEXT_LINE_HEIGHT + ROW_HEIGHT;
  styr_picture_get_state_row (self, slot->block, &row);
  if (!styr_state_row_is_empty (&row))
    styr_state_row_add_marks (&row, node->marks, x, y - 4, 0, tone);
  styr_fitted_text_clear (&text);
}

static void
add_cards (StyrPictureLayout *self, GPtrArray *slots)
{
  for (guint i = 0; i < slots->len; i++)
    {
      StyrSlot *slot = slots->pdata[i];
      const StyrRect rect = {
        slot->left, slot->top, slot->right - slot->left, slot->bottom - slot->top
      };
      StyrSceneNode *node = styr_scene_add_node (
          self->scene, "block", slot->block->id, styr_path_new_rectangle (&rect, CARD_RADIUS));

      slot->node = (int) self->scene->nodes->len - 1;
      node->next = (StyrPoint){ 0, 1 };
      styr_picture_add_body (self, node, slot->block, STYR_TONE_TINT);
      styr_picture_add_tab (node, slot->block, &rect, 0, CARD_RADIUS);
      add_card_text (self, slot, node, STYR_TONE_ON_TINT);
      if (begins_group (slots, i))
        styr_scene_note (self->scene,
                         styr_mark_new_text (slot->block->group,
                                             slot->left + 2,
                                             slot->top - 7,
                                             0,
                                             STYR_PICTURE_NOTE_SIZE,
                                             400,
                                             STYR_TONE_MUTED));
    }
}

static void
add_title (StyrPictureLayout *self, GPtrArray *slots, const char *title, double x)
{
  StyrPath *line;

  if (slots->len == 0 || title == NULL)
    return;
  line = styr_path_new ();
  styr_path_move (line, x, self->cards_top - 8);
  styr_path_line (line, x + STYR_PICTURE_CARD_WIDTH, self->cards_top - 8);
  styr_scene_note (
      self->scene,
      styr_mark_new_text (
          title, x + 2, self->cards_top - 15, 0, STYR_PICTURE_CARD_SIZE, 700, STYR_TONE_INK));
  styr_scene_note (self->scene, styr_mark_new_path (line, STYR_TONE_NONE, STYR_TONE_HAIRLINE, 1));
}

/** Adds the cards of both columns to the scene, left first, under their titles. */
void
styr_picture_add_sides (StyrPictureLayout *self)
{
  place_cards (self, self->lefts, self->left_column);
  place_cards (self, self->rights, self->right_column);
  add_cards (self, self->lefts);
  add_cards (self, self->rights);
  add_title (self, self->lefts, self->picture->left_title, self->left_column);
  add_title (self, self->rights, self->picture->right_title, self->right_column);
}
