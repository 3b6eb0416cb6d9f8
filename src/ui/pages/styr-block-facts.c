/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-block-facts.h"

#include "styr-thing.h"

#include <glib/gi18n-lib.h>

/**
 * styr_block_dup_document_types:
 * @model: a model
 * @block_id: a block of it
 *
 * Returns: (transfer container) (element-type StyrDocumentType): the types of document that belong
 *   to the block, in the model's order
 */
GPtrArray *
styr_block_dup_document_types (StyrModel *model, const char *block_id)
{
  GPtrArray *all, *found = g_ptr_array_new ();

  g_return_val_if_fail (STYR_IS_MODEL (model), found);

  all = styr_model_get_document_types (model);
  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (((const StyrDocumentType *) all->pdata[i])->block, block_id) == 0)
      g_ptr_array_add (found, all->pdata[i]);
  return found;
}

/**
 * styr_block_dup_character:
 * @model: a model
 * @block: a block of it
 *
 * Returns: (transfer full): whether the block is political, and whether it says what or how, in the
 *   words of the model's picture
 */
char *
styr_block_dup_character (StyrModel *model, const StyrBlock *block)
{
  GPtrArray *pictures;
  const StyrPicture *picture;
  const char *word = NULL, *side = NULL;

  g_return_val_if_fail (STYR_IS_MODEL (model), NULL);
  g_return_val_if_fail (block != NULL, NULL);

  pictures = styr_model_get_pictures (model);
  picture = pictures->len > 0 ? pictures->pdata[0] : NULL;
  switch (block->politics)
    {
    case STYR_POLITICS_POLITICAL:
      word = _ ("Political");
      break;
    case STYR_POLITICS_ADMINISTRATIVE:
      word = _ ("Administrative");
      break;
    case STYR_POLITICS_MIXED:
      word = _ ("Administrative, decided politically");
      break;
    default:
      g_assert_not_reached ();
    }
  if (picture != NULL && g_strcmp0 (block->what_how, "what") == 0)
    side = picture->what_label;
  if (picture != NULL && g_strcmp0 (block->what_how, "how") == 0)
    side = picture->how_label;
  return side != NULL ? g_strdup_printf ("%s · %s", word, side) : g_strdup (word);
}

static void
add_body (StyrModel *model, GPtrArray *names, const char *body_id)
{
  const StyrBodyType *body = styr_model_find_body_type (model, body_id);
  const char *name;

  if (body == NULL)
    return;
  name = body->definite != NULL ? body->definite : body->name;
  if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, (gpointer) name);
}

static void
add_bodies (StyrModel *model, GPtrArray *names, GPtrArray *body_ids)
{
  for (guint i = 0; i < body_ids->len; i++)
    add_body (model, names, body_ids->pdata[i]);
}

static char *
join (GPtrArray *names)
{
  g_autofree char *text = NULL;

  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  text = g_strjoinv (", ", (char **) names->pdata);
  return styr_text_dup_capitalised (text);
}

/**
 * styr_block_dup_preparers:
 * @model: a model
 * @block_id: a block of it
 *
 * Returns: (transfer full) (nullable): who prepares the block's documents
 */
char *
styr_block_dup_preparers (StyrModel *model, const char *block_id)
{
  g_autoptr (GPtrArray) types = styr_block_dup_document_types (model, block_id);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < types->len; i++)
    add_bodies (model, names, ((const StyrDocumentType *) types->pdata[i])->preparers);
  return join (names);
}

/**
 * styr_block_dup_deciders:
 * @model: a model
 * @block_id: a block of it
 *
 * Returns: (transfer full) (nullable): who may decide the block's documents, by their decision
 * rules
 */
char *
styr_block_dup_deciders (StyrModel *model, const char *block_id)
{
  g_autoptr (GPtrArray) types = styr_block_dup_document_types (model, block_id);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < types->len; i++)
    {
      const StyrDocumentType *type = types->pdata[i];

      for (guint j = 0; j < type->decision_rules->len; j++)
        {
          const StyrDecisionRule *rule = type->decision_rules->pdata[j];

          if (g_strcmp0 (rule->decider, "unit") == 0)
            add_bodies (model, names, type->producers);
          else
            add_body (model, names, rule->decider);
        }
    }
  return join (names);
}

static char *
dup_reason (StyrModel *model, const StyrDocumentType *type, const StyrDecisionRule *rule)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *deciders = NULL;

  if (g_strcmp0 (rule->decider, "unit") == 0)
    add_bodies (model, names, type->producers);
  else
    add_body (model, names, rule->decider);
  /* With several units that decide their own it is the reason that says who does what */
  if (names->len != 1)
    return g_strdup (rule->reason);
  deciders = join (names);
  return g_strdup_printf ("%s: %s", deciders, rule->reason);
}

/**
 * styr_block_dup_decision_reasons:
 * @model: a model
 * @block_id: a block of it
 *
 * Returns: (transfer full) (element-type utf8): when each of several deciders decides, in the
 *   model's words; empty when there is only one
 */
GPtrArray *
styr_block_dup_decision_reasons (StyrModel *model, const char *block_id)
{
  g_autoptr (GPtrArray) types = styr_block_dup_document_types (model, block_id);
  GPtrArray *reasons = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *deciders = styr_block_dup_deciders (model, block_id);

  if (deciders == NULL || strstr (deciders, ", ") == NULL)
    return reasons;
  for (guint i = 0; i < types->len; i++)
    {
      const StyrDocumentType *type = types->pdata[i];

      for (guint j = 0; j < type->decision_rules->len; j++)
        {
          const StyrDecisionRule *rule = type->decision_rules->pdata[j];
          g_autofree char *reason = rule->reason != NULL ? dup_reason (model, type, rule) : NULL;

          if (reason != NULL &&
              !g_ptr_array_find_with_equal_func (reasons, reason, g_str_equal, NULL))
            g_ptr_array_add (reasons, g_steal_pointer (&reason));
        }
    }
  return reasons;
}

/**
 * styr_block_dup_informed:
 * @model: a model
 * @block_id: a block of it
 *
 * Returns: (transfer full) (nullable): who is informed of the block's documents
 */
char *
styr_block_dup_informed (StyrModel *model, const char *block_id)
{
  g_autoptr (GPtrArray) types = styr_block_dup_document_types (model, block_id);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < types->len; i++)
    add_bodies (model, names, ((const StyrDocumentType *) types->pdata[i])->informed);
  return join (names);
}

/**
 * styr_block_dup_next_deadlines:
 * @model: a model
 * @overview: the overview of the context
 * @block_id: a block of the model
 * @limit: how many at most
 *
 * Returns: (transfer container) (element-type StyrRecord): what of the block is late or yet to
 * come, nearest first
 */
GPtrArray *
styr_block_dup_next_deadlines (StyrModel *model,
                               StyrOverview *overview,
                               const char *block_id,
                               guint limit)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *all;

  g_return_val_if_fail (STYR_IS_MODEL (model), found);
  g_return_val_if_fail (STYR_IS_OVERVIEW (overview), found);

  all = styr_overview_get_deadlines (overview);
  for (guint i = 0; i < all->len && found->len < limit; i++)
    {
      StyrRecord *deadline = all->pdata[i];
      const char *type_id = styr_record_get_text (deadline, "document_type");
      const StyrDocumentType *type =
          type_id != NULL ? styr_model_find_document_type (model, type_id) : NULL;

      if (type != NULL && g_strcmp0 (type->block, block_id) == 0 &&
          !styr_record_get_flag (deadline, "done"))
        g_ptr_array_add (found, g_object_ref (deadline));
    }
  return found;
}
