/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-rule-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rules about the model itself: its main picture, frames, levels, roles, milestones and first day.
 */

static StyrObject
object_of_block (const StyrBlock *block)
{
  return styr_object_of_part ("block", block->id, block->name, NULL);
}

/* The place of a block in the model's main picture; NULL when it has none. */
static const StyrPlace *
find_place (StyrModel *model, const char *block)
{
  GPtrArray *pictures = styr_model_get_pictures (model);
  const StyrPicture *picture = pictures->len > 0 ? pictures->pdata[0] : NULL;

  for (guint i = 0; picture != NULL && i < picture->places->len; i++)
    {
      const StyrPlace *place = picture->places->pdata[i];

      if (g_str_equal (place->block, block))
        return place;
    }
  return NULL;
}

static gboolean
is_on_top (StyrModel *model, const StyrPlace *place)
{
  GPtrArray *levels = styr_model_get_levels (model);

  return place->axis == STYR_AXIS_MIDDLE && levels->len > 0 &&
         g_strcmp0 (place->level, ((const StyrLevel *) levels->pdata[0])->id) == 0;
}

static void
check_layout (StyrCheck *check)
{
  GPtrArray *ids = check->rule->blocks;
  const StyrBlock *first = styr_model_find_block (check->model, ids->pdata[0]);
  const StyrPlace *home = first != NULL ? find_place (check->model, first->id) : NULL;

  if (first == NULL)
    return;
  if (home == NULL)
    styr_check_add (
        check, object_of_block (first), _ ("“%s” has no place in the main picture."), first->name);
  else if (g_str_equal (check->rule->scope, "top") && !is_on_top (check->model, home))
    styr_check_add (check, object_of_block (first), _ ("“%s” is not on top."), first->name);
  if (home == NULL || !g_str_equal (check->rule->scope, "same-level"))
    return;
  for (guint i = 1; i < ids->len; i++)
    {
      const StyrBlock *block = styr_model_find_block (check->model, ids->pdata[i]);
      const StyrPlace *place = block != NULL ? find_place (check->model, block->id) : NULL;

      if (block != NULL && (place == NULL || place->axis != home->axis ||
                            g_strcmp0 (place->level, home->level) != 0))
        styr_check_add (check,
                        object_of_block (block),
                        _ ("“%s” is not on the same level as “%s”."),
                        block->name,
                        first->name);
    }
}

static void
check_frames (StyrCheck *check)
{
  GPtrArray *blocks = styr_model_get_blocks (check->model);

  for (guint i = 0; i < blocks->len; i++)
    {
      const StyrBlock *block = blocks->pdata[i];

      if (block->retired_from != NULL ||
          (check->rule->blocks->len > 0 && !styr_strings_contain (check->rule->blocks, block->id)))
        continue;
      if (block->politics == STYR_POLITICS_POLITICAL && !block->frame)
        styr_check_add (
            check, object_of_block (block), _ ("“%s” is political but has no frame."), block->name);
      else if (block->politics == STYR_POLITICS_ADMINISTRATIVE && block->frame)
        styr_check_add (check,
                        object_of_block (block),
                        _ ("“%s” has a frame but is not political."),
                        block->name);
    }
}

static gboolean
is_used (StyrModel *model, const char *level)
{
  GPtrArray *pictures = styr_model_get_pictures (model);

  for (guint i = 0; i < pictures->len; i++)
    {
      GPtrArray *places = ((const StyrPicture *) pictures->pdata[i])->places;

      for (guint k = 0; k < places->len; k++)
        if (g_strcmp0 (((const StyrPlace *) places->pdata[k])->level, level) == 0)
          return TRUE;
    }
  return FALSE;
}

static void
check_levels (StyrCheck *check)
{
  GPtrArray *levels = styr_model_get_levels (check->model);

  for (guint i = 0; i < levels->len; i++)
    {
      const StyrLevel *level = levels->pdata[i];

      if (!is_used (check->model, level->id))
        styr_check_add (check,
                        styr_object_of_part ("level", level->id, level->name, NULL),
                        _ ("The level “%s” has no block."),
                        level->name);
    }
}

static void
check_roles (StyrCheck *check)
{
  guint n = styr_model_get_roles (check->model)->len;
  int min = check->rule->has_min ? (int) check->rule->min : 1;

  if ((int) n < min)
    styr_check_add (check,
                    styr_object_of_model (check->model),
                    ngettext ("The model describes %u role; it should be %s.",
                              "The model describes %u roles; it should be %s.",
                              n),
                    n,
                    styr_check_bounds (check, TRUE, min, FALSE, 0));
}

static StyrObject
object_of_milestone (const StyrMilestone *milestone)
{
  return styr_object_of_part ("milestone", milestone->id, milestone->title, NULL);
}

static void
check_late (StyrCheck *check, GPtrArray *milestones)
{
  for (guint i = 0; i < milestones->len; i++)
    {
      const StyrMilestone *milestone = milestones->pdata[i];

      if (milestone->due_on != NULL && milestone->done_on == NULL &&
          strcmp (milestone->due_on, check->today) < 0)
        styr_check_add (check,
                        object_of_milestone (milestone),
                        _ ("“%s” was to be done %s."),
                        milestone->title,
                        styr_check_date (check, milestone->due_on));
    }
}

/* Each step is compared with the last one before it that has a day of its own. */
static void
check_order (StyrCheck *check, GPtrArray *milestones)
{
  const StyrMilestone *before = NULL;

  for (guint i = 0; i < milestones->len; i++)
    {
      const StyrMilestone *milestone = milestones->pdata[i];

      if (before != NULL && milestone->done_on != NULL &&
          (before->done_on == NULL || strcmp (milestone->done_on, before->done_on) < 0))
        styr_check_add (check,
                        object_of_milestone (milestone),
                        _ ("“%s” was done before “%s”."),
                        milestone->title,
                        before->title);
      before = milestone;
    }
}

static void
check_milestones (StyrCheck *check)
{
  GPtrArray *milestones = styr_model_get_milestones (check->model);

  if (g_str_equal (check->rule->scope, "order"))
    check_order (check, milestones);
  else
    check_late (check, milestones);
}

static void
check_valid_from (StyrCheck *check)
{
  const char *day = styr_model_get_text (check->model, "validFrom");

  if (g_strcmp0 (day, check->rule->from) == 0)
    return;
  styr_check_add (check,
                  styr_object_of_model (check->model),
                  day != NULL ? _ ("The model applies from %s; it was to apply from %s.")
                              : _ ("The model has %s as its first day; it was to apply from %s."),
                  styr_check_date (check, day),
                  styr_check_date (check, check->rule->from));
}

const StyrRuleKind styr_rule_kinds_model[] = {
  { "model-layout",
    N_ ("Blocks stand where they should"),
    N_ ("Finds blocks that are not on one level, or not on top, in the main picture."),
    { { "blocks", N_ ("Blocks; the first is the one to compare with"), TRUE },
      { "scope", N_ ("same-level or top"), TRUE, "same-level top" } },
    check_layout },
  { "model-frames",
    N_ ("Political parts have a frame"),
    N_ ("Finds political blocks without a frame, and frames without politics."),
    { { "blocks", N_ ("Blocks; empty is all"), FALSE } },
    check_frames },
  { "model-levels",
    N_ ("Every level is used"),
    N_ ("Finds levels without a block."),
    { { NULL, NULL, FALSE } },
    check_levels },
  { "model-roles",
    N_ ("Roles are described"),
    N_ ("Finds a model with too few roles."),
    { { "min", N_ ("At least"), TRUE } },
    check_roles },
  { "model-milestones",
    N_ ("The project keeps its plan"),
    N_ ("Finds milestones that are late or done out of order."),
    { { "scope", N_ ("late or order"), TRUE, "late order" } },
    check_milestones },
  { "model-valid-from",
    N_ ("The model begins on its day"),
    N_ ("Finds a model that applies from another day."),
    { { "from", N_ ("The day"), TRUE } },
    check_valid_from },
  { 0 },
};
