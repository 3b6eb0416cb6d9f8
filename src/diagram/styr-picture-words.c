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

static void
describe_place (StyrPictureLayout *self, const StyrSlot *slot, GString *text)
{
  const StyrLevel *level =
      slot->level < (int) self->levels->len ? self->levels->pdata[slot->level] : NULL;

  switch (slot->place->axis)
    {
    case STYR_AXIS_MIDDLE:
      add_sentence (text,
                    _ ("Block in the pyramid, level %d of %u from the top."),
                    slot->level + 1,
                    self->levels->len);
      if (slot->n_beside > 1)
        add_sentence (text, _ ("Number %u of %u on the level."), slot->index + 1, slot->n_beside);
      break;
    case STYR_AXIS_LEFT:
    case STYR_AXIS_RIGHT:
      if (level != NULL)
        add_sentence (text,
                      slot->place->axis == STYR_AXIS_LEFT
                          ? _ ("Block to the left of the pyramid, beside %s.")
                          : _ ("Block to the right of the pyramid, beside %s."),
                      level->name);
      if (slot->block->group != NULL)
        add_sentence (text, _ ("Group: %s."), slot->block->group);
      break;
    case STYR_AXIS_BASE:
    default:
      add_sentence (text, "%s", _ ("Block under the pyramid, which carries it."));
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

  node->label = g_strdup (slot->block->name);
  node->accessible_name = g_strdup (slot->block->name);
  if (self->overview != NULL)
    {
      StyrStateCounts counts = styr_overview_get_counts (self->overview, slot->block->id);
      g_autofree char *words = styr_state_counts_to_words (&counts);

      node->state_line = styr_state_counts_to_line (&counts);
      add_sentence (text, _ ("State: %s."), words);
    }
  describe_place (self, slot, text);
  add_sentence (text, "%s", describe_politics (slot->block->politics));
  if (slot->block->has_wheel)
    add_sentence (text, "%s", _ ("Has a quality wheel."));
  describe_relations (self, slot, text);
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

      if (self->overview != NULL)
        counts = styr_overview_get_counts (self->overview, slot->block->id);
      words = styr_state_counts_to_words (&counts);
      g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", slot->block->name);
      if (node->state_line != NULL)
        g_string_append_printf (names, " (%s)", words);
    }
  if (names->len > 0)
    add_sentence (text, "%s: %s.", title, names->str);
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
                _ ("%s as a pyramid."),
                self->picture->title != NULL ? self->picture->title
                                             : styr_model_get_name (self->model));
  if (self->overview != NULL)
    add_sentence (text, _ ("State of the year %d."), styr_overview_get_year (self->overview));
  list_blocks (self, self->bands, _ ("From the top"), text);
  list_blocks (self,
               self->lefts,
               self->picture->left_title != NULL ? self->picture->left_title : _ ("To the left"),
               text);
  list_blocks (self,
               self->rights,
               self->picture->right_title != NULL ? self->picture->right_title : _ ("To the right"),
               text);
  list_blocks (self, self->bases, _ ("Under it"), text);
  self->scene->alt_text = g_string_free (text, FALSE);
}
