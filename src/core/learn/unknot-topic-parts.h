/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-topic-block.h"

G_BEGIN_DECLS

/**
 * UnknotTopicParts:
 * @id: (nullable): by what name links lead to the page
 * @title: its title
 * @summary: what it tells, in one sentence
 * @notice: (nullable): what is said at the foot of its paper, where it is not what is said of the
 *   pages to learn from
 * @is_guide: whether it is there to lead to other pages
 * @blocks: (element-type UnknotTopicBlock): what stands on it
 * @links: (element-type utf8): where it leads, as #UnknotTopicRange has it, in order, none twice;
 *   %NULL at the end
 * @groups: (element-type utf8): the guides, and sections of guides, that lead to it; %NULL at the
 *   end
 * @ranks: (element-type gint): for each of @groups, below 0 where it comes before the others there,
 *   above 0 where it comes after them
 *
 * What a page is made of.
 */
typedef struct
{
  char *id;
  char *title;
  char *summary;
  char *notice;
  gboolean is_guide;
  GPtrArray *blocks;
  GPtrArray *links;
  GPtrArray *groups;
  GArray *ranks;
} UnknotTopicParts;

void              unknot_topic_parts_init         (UnknotTopicParts *self);
void              unknot_topic_parts_clear        (UnknotTopicParts *self);
void              unknot_topic_parts_add_link     (UnknotTopicParts *self,
                                                   const char       *target);
void              unknot_topic_parts_add_group    (UnknotTopicParts *self,
                                                   const char       *group,
                                                   int               rank);
UnknotTopicBlock *unknot_topic_parts_find_section (UnknotTopicParts *self,
                                                   const char       *id);

G_END_DECLS
