/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-topic-parts"

#include "config.h"

#include "unknot-topic-parts.h"

/**
 * unknot_topic_parts_init:
 *
 * Makes it a page on which nothing stands yet.
 */
void
unknot_topic_parts_init (UnknotTopicParts *self)
{
  *self = (UnknotTopicParts) { 0 };
  self->blocks = g_ptr_array_new_with_free_func (g_object_unref);
  self->links = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  self->groups = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  self->ranks = g_array_new (FALSE, FALSE, sizeof (int));
}

/**
 * unknot_topic_parts_clear:
 *
 * Frees what is in it.
 */
void
unknot_topic_parts_clear (UnknotTopicParts *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->notice);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->groups);
  g_array_unref (self->ranks);
}

/**
 * unknot_topic_parts_add_link:
 *
 * Adds where it leads, unless it is there.
 */
void
unknot_topic_parts_add_link (UnknotTopicParts *self,
                             const char       *target)
{
  if (!g_ptr_array_find_with_equal_func (self->links, target, g_str_equal, NULL))
    g_ptr_array_add (self->links, g_strdup (target));
}

void
unknot_topic_parts_add_group (UnknotTopicParts *self,
                              const char       *group,
                              int               rank)
{
  g_ptr_array_add (self->groups, g_strdup (group));
  g_array_append_val (self->ranks, rank);
}

/**
 * unknot_topic_parts_find_section:
 *
 * Returns: (transfer none) (nullable): the section with @id
 */
UnknotTopicBlock *
unknot_topic_parts_find_section (UnknotTopicParts *self,
                                 const char       *id)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      UnknotTopicBlock *block = g_ptr_array_index (self->blocks, i);

      if (g_strcmp0 (unknot_topic_block_get_id (block), id) == 0)
        return block;
    }

  return NULL;
}
