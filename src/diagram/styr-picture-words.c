/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-picture-layout.h"

#include <glib/gi18n-lib.h>

/*
 * The picture in words. A screen reader gets a name and one description per node, so kind, place,
 * state and relations all stand in the description.
 */

static void add_sentence (GString *text, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add_sentence (GString *text, const char *format, ...)
{
  va_list args;

  if (text->len > 0)
    g_string_append_c (text, ' ');
  va_start (args, format);
  g_string_append_vprintf (text, format, args);
  va_end (args);
}

static const char *
describe_politics (StyrPolitics politics)
{
  switch (politics)
    {
    case STYR_POLITICS_POLITICAL:
      return _ ("Political.");
    case STYR_POLITICS_ADMINISTRATIVE:
      return _ ("Administrative.");
    case STYR_POLITICS_MIXED:
    default:
      return _ ("Political and administrative.");
    }
}

/* Where in the shape: bands and rows have levels, a wheel a middle and sectors, a spiral arrows. */
static void
describe_middle (StyrPictureLayout *self, const StyrSlot *slot, GString *text)
{
  const StyrTemplate *template = self->template;

  if (template == &styr_triangle_template)
    add_sentence (text,
                  _ ("Block in the pyramid, level %d of %u from the top."),
                  slot->level + 1,
                  self->levels->len);
  else if (template->stacked)
    add_sentence (text,
                  _ ("Block in the picture, level %d of %u from the top."),
                  slot->level + 1,
                  self->levels->len);
  else if (template == &styr_ring_template && slot == self->bands->pdata[0] &&
           self->levels->len > 1)
    add_sentence (text, "%s", _ ("In the middle of the wheel."));
  else if (template == &styr_ring_template)
    add_sentence (
        text, _ ("Sector %u of %u of the wheel, clockwise."), slot->index + 1, slot->n_beside);
  else if (slot->row < 0)
    add_sentence (text, "%s", _ ("At the top of the spiral, which the arrows rise to."));
  else
    add_sentence (
        text, _ ("Arrow %u of %u of the spiral, from below."), slot->index + 1, slot->n_beside);
  if (template->stacked && slot->n_beside > 1)
    add_sentence (text, _ ("Number %u of %u on the level."), slot->index + 1, slot->n_beside);
}

static const char *
get_side_words (StyrPictureLayout *self, StyrAxis axis)
{
  if (self->template == &styr_triangle_template)
    return axis == STYR_AXIS_LEFT ? _ ("Block to the left of the pyramid, beside %s.")
                                  : _ ("Block to the right of the pyramid, beside %s.");
  return axis == STYR_AXIS_LEFT ? _ ("Block to the left of the picture, beside %s.")
                                : _ ("Block to the right of the picture, beside %s.");
}

static void
describe_place (StyrPictureLayout *self, const StyrSlot *slot, GString *text)
{
  const StyrLevel *level =
      slot->level < (int) self->levels->len ? self->levels->pdata[slot->level] : NULL;

  switch (slot->place->axis)
    {
    case STYR_AXIS_MIDDLE:
      describe_middle (self, slot, text);
      break;
    case STYR_AXIS_LEFT:
    case STYR_AXIS_RIGHT:
      if (level != NULL)
        add_sentence (text, get_side_words (self, slot->place->axis), level->name);
      else
        add_sentence (text,
                      "%s",
                      slot->place->axis == STYR_AXIS_LEFT ? _ ("Block to the left.")
                                                          : _ ("Block to the right."));
      if (slot->block->group != NULL)
        add_sentence (text, _ ("Group: %s."), slot->block->group);
      break;
    case STYR_AXIS_BASE:
    default:
      add_sentence (text,
                    "%s",
                    self->template == &styr_triangle_template
                        ? _ ("Block under the pyramid, which carries it.")
                        : _ ("Block under the picture, which carries it."));
      break;
    }
}

static void
describe_relations (StyrPictureLayout *self, const StyrSlot *slot, GString *text)
{
  GPtrArray *connectors = styr_model_get_connectors (self->model);
  g_autoptr (GString) inputs = g_string_new (NULL);
  g_autoptr (GString) outputs = g_string_new (NULL);

  for (guint i = 0; i < connectors->len; i++)
    {
      const StyrConnector *connector = connectors->pdata[i];
      const StyrSlot *from = styr_picture_find_slot (self, connector->from),
                     *to = styr_picture_find_slot (self, connector->to);

      if (from == NULL || to == NULL)
        continue;
      if (to == slot)
        g_string_append_printf (inputs, "%s%s", inputs->len > 0 ? ", " : "", from->block->name);
      if (from == slot)
        g_string_append_printf (outputs, "%s%s", outputs->len > 0 ? ", " : "", to->block->name);
    }
  if (inputs->len > 0)
    add_sentence (text, _ ("Builds on: %s."), inputs->str);
  if (outputs->len > 0)
    add_sentence (text, _ ("Leads to: %s."), outputs->str);
}

static void
describe_slot (StyrPictureLayout *self, const StyrSlot *slot)
{
  StyrNode *node = &styr_scene_peek (self->scene, (guint) slot->node)->node;
  GString *text = g_string_new (NULL);
  g_autoptr (GString) relations = g_string_new (NULL);

  node->label = g_strdup (slot->block->name);
  node->accessible_name = g_strdup (slot->block->name);
  if (styr_picture_shows_states (self))
    {
      StyrStateCounts counts = styr_overview_get_counts (self->overview, slot->block->id);
      g_autofree char *words = styr_state_counts_to_words (&counts);

      node->state_line = styr_state_counts_to_line (&counts);
      node->state_words = styr_state_counts_to_labels (&counts);
      add_sentence (text, _ ("State: %s."), words);
    }
  describe_place (self, slot, text);
  add_sentence (text, "%s", describe_politics (slot->block->politics));
  if (styr_picture_shows_wheel (self, slot->block))
    add_sentence (text, "%s", _ ("Has a quality wheel."));
  describe_relations (self, slot, relations);
  if (relations->len > 0)
    add_sentence (text, "%s", relations->str);
  node->summary = g_strdup (relations->str);
  node->accessible_description = g_string_free (text, FALSE);
}

static void
list_blocks (StyrPictureLayout *self, GPtrArray *slots, const char *title, GString *text)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < slots->len; i++)
    {
      const StyrSlot *slot = slots->pdata[i];
      const StyrNode *node = &styr_scene_peek (self->scene, (guint) slot->node)->node;
      StyrStateCounts counts = { 0 };
      g_autofree char *words = NULL;

      if (styr_picture_shows_states (self))
        counts = styr_overview_get_counts (self->overview, slot->block->id);
      words = styr_state_counts_to_words (&counts);
      g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", slot->block->name);
      if (node->state_line != NULL)
        g_string_append_printf (names, " (%s)", words);
    }
  if (names->len > 0)
    add_sentence (text, "%s: %s.", title, names->str);
}

/* The arrows that the picture draws; the others are told with each block. */
static void
list_lines (StyrPictureLayout *self, GString *text)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < self->scene->edges->len; i++)
    {
      const StyrSceneEdge *edge = self->scene->edges->pdata[i];

      if (edge->path != NULL || edge->arrow)
        g_string_append_printf (lines,
                                "%s%s → %s",
                                lines->len > 0 ? "; " : "",
                                styr_scene_peek (self->scene, (guint) edge->from)->node.label,
                                styr_scene_peek (self->scene, (guint) edge->to)->node.label);
    }
  if (lines->len > 0)
    /* Translators: %s is a list such as "Vision → Mål; Mål → Plan". */
    add_sentence (text, _ ("Arrows: %s."), lines->str);
}

/* Translators: each %s is the title of a picture. */
static const char *
get_shape_words (StyrPictureLayout *self)
{
  const StyrTemplate *template = self->template;

  if (template == &styr_house_template)
    return _ ("%s as a house.");
  if (template == &styr_layers_template)
    return _ ("%s as layers.");
  if (template == &styr_ring_template)
    return _ ("%s as a wheel.");
  if (template == &styr_spiral_template)
    return _ ("%s as a spiral of arrows.");
  if (template == &styr_scorecard_template)
    return _ ("%s as a table.");
  return _ ("%s as a pyramid.");
}

/** Writes names, descriptions and state lines of the nodes, and the text that stands for the whole
 * picture. */
void
styr_picture_add_words (StyrPictureLayout *self)
{
  GPtrArray *lists[] = { self->bands, self->lefts, self->rights, self->bases };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      describe_slot (self, lists[i]->pdata[j]);

  add_sentence (text,
                get_shape_words (self),
                self->picture->title != NULL ? self->picture->title
                                             : styr_model_get_name (self->model));
  if (self->around > 0)
    add_sentence (text, _ ("Around it runs an arrow: %s."), self->picture->around_label);
  if (styr_picture_shows_states (self))
    add_sentence (text, _ ("State of the year %d."), styr_overview_get_year (self->overview));
  list_blocks (self,
               self->bands,
               self->template == &styr_ring_template     ? _ ("From the middle, clockwise")
               : self->template == &styr_spiral_template ? _ ("What it rises to, and its arrows")
                                                         : _ ("From the top"),
               text);
  list_blocks (self,
               self->lefts,
               self->picture->left_title != NULL ? self->picture->left_title : _ ("To the left"),
               text);
  list_blocks (self,
               self->rights,
               self->picture->right_title != NULL ? self->picture->right_title : _ ("To the right"),
               text);
  list_blocks (self, self->bases, _ ("Under it"), text);
  list_lines (self, text);
  self->scene->alt_text = g_string_free (text, FALSE);
}
