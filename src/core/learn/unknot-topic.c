/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-topic"

#include "config.h"

#include "unknot-topic.h"

#include "unknot-topic-parser.h"

/**
 * UnknotTopic:
 *
 * A page to learn from, or of help, in one language. It never changes.
 */
struct _UnknotTopic
{
  GObject parent_instance;

  UnknotTopicParts parts;
};

G_DEFINE_QUARK (unknot-topic-error-quark, unknot_topic_error)
G_DEFINE_FINAL_TYPE (UnknotTopic, unknot_topic, G_TYPE_OBJECT)

static void
unknot_topic_finalize (GObject *object)
{
  UnknotTopic *self = UNKNOT_TOPIC (object);

  unknot_topic_parts_clear (&self->parts);

  G_OBJECT_CLASS (unknot_topic_parent_class)->finalize (object);
}

static void
unknot_topic_class_init (UnknotTopicClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_topic_finalize;
}

static void
unknot_topic_init (UnknotTopic *self)
{
  unknot_topic_parts_init (&self->parts);
}

/**
 * unknot_topic_new:
 * @title: its title
 * @notice: as in unknot_topic_get_notice()
 * @body: in which its blocks are
 *
 * Returns: (transfer full): a page to be read on paper; no link leads to it
 */
UnknotTopic *
unknot_topic_new (const char       *title,
                  const char       *notice,
                  UnknotTopicBlock *body)
{
  UnknotTopic *self = g_object_new (UNKNOT_TYPE_TOPIC, NULL);

  self->parts.title = g_strdup (title);
  self->parts.notice = g_strdup (notice);
  for (guint i = 0; i < unknot_topic_block_get_n_children (body); i++)
    g_ptr_array_add (self->parts.blocks, g_object_ref (unknot_topic_block_get_child (body, i)));

  return self;
}

/**
 * unknot_topic_new_from_page:
 * @file: the name of the page's file, with or without folders: its id and “.page”
 * @page: the page, in the part of Mallard that Unknot uses
 * @error: set to one sentence that names the file, the line, and what is wrong
 *
 * Returns: (transfer full) (nullable): the page; %NULL with @error set where it cannot be read
 */
UnknotTopic *
unknot_topic_new_from_page (const char  *file,
                            GBytes      *page,
                            GError     **error)
{
  g_autoptr (UnknotTopic) self = g_object_new (UNKNOT_TYPE_TOPIC, NULL);
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();

  g_return_val_if_fail (file != NULL, NULL);

  if (unknot_topic_parse (file, page, &self->parts, faults))
    return g_steal_pointer (&self);

  unknot_faults_report (faults, UNKNOT_TOPIC_ERROR, UNKNOT_TOPIC_ERROR_INVALID, error);

  return NULL;
}

/**
 * unknot_topic_get_id:
 *
 * Returns: (nullable): by what name links lead to it
 */
const char *
unknot_topic_get_id (UnknotTopic *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC (self), NULL);

  return self->parts.id;
}

const char *
unknot_topic_get_title (UnknotTopic *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC (self), NULL);

  return self->parts.title;
}

/**
 * unknot_topic_get_summary:
 *
 * Returns: (nullable): what it tells, in one sentence
 */
const char *
unknot_topic_get_summary (UnknotTopic *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC (self), NULL);

  return self->parts.summary;
}

/**
 * unknot_topic_get_notice:
 *
 * Returns: (nullable): what is said at the foot of its paper, where it is not what is said of the
 *   pages to learn from
 */
const char *
unknot_topic_get_notice (UnknotTopic *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC (self), NULL);

  return self->parts.notice;
}

/**
 * unknot_topic_is_guide:
 *
 * Returns: whether it is there to lead to other pages
 */
gboolean
unknot_topic_is_guide (UnknotTopic *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC (self), FALSE);

  return self->parts.is_guide;
}

guint
unknot_topic_get_n_blocks (UnknotTopic *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC (self), 0);

  return self->parts.blocks->len;
}

/**
 * unknot_topic_get_block:
 * @position: from 0, below unknot_topic_get_n_blocks()
 *
 * Returns: (transfer none): what stands there; sections stand behind all others
 */
UnknotTopicBlock *
unknot_topic_get_block (UnknotTopic *self,
                        guint        position)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC (self), NULL);
  g_return_val_if_fail (position < self->parts.blocks->len, NULL);

  return g_ptr_array_index (self->parts.blocks, position);
}

/**
 * unknot_topic_find_section:
 *
 * Returns: (transfer none) (nullable): the section with @id
 */
UnknotTopicBlock *
unknot_topic_find_section (UnknotTopic *self,
                           const char  *id)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return unknot_topic_parts_find_section (&self->parts, id);
}

/**
 * unknot_topic_get_links:
 *
 * Returns: (transfer none) (array zero-terminated=1): where it leads, as #UnknotTopicRange has it,
 *   none twice: first the links in its words, in order, then those beside
 */
const char * const *
unknot_topic_get_links (UnknotTopic *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC (self), NULL);

  return (const char * const *) self->parts.links->pdata;
}

/**
 * unknot_topic_get_groups:
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of the #UnknotTopicGroup to which it
 *   belongs
 */
const char * const *
unknot_topic_get_groups (UnknotTopic *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC (self), NULL);

  return (const char * const *) self->parts.groups->pdata;
}

/**
 * unknot_topic_get_rank:
 * @group: one of unknot_topic_get_groups()
 *
 * Returns: below 0 where it comes before the others in @group, above 0 where it comes after them
 */
int
unknot_topic_get_rank (UnknotTopic *self,
                       const char  *group)
{
  guint position;

  g_return_val_if_fail (UNKNOT_IS_TOPIC (self), 0);
  g_return_val_if_fail (g_ptr_array_find_with_equal_func (self->parts.groups, group, g_str_equal,
                                                          &position),
                        0);

  return g_array_index (self->parts.ranks, int, position);
}
