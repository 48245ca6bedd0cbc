/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-topic-group"

#include "config.h"

#include "unknot-topic-group.h"

/**
 * UnknotTopicGroup:
 *
 * The pages that answer one question.
 */
struct _UnknotTopicGroup
{
  GObject parent_instance;

  char *id;
  char *title;
  GListStore *topics;
};

G_DEFINE_FINAL_TYPE (UnknotTopicGroup, unknot_topic_group, G_TYPE_OBJECT)

static void
unknot_topic_group_finalize (GObject *object)
{
  UnknotTopicGroup *self = UNKNOT_TOPIC_GROUP (object);

  g_free (self->id);
  g_free (self->title);
  g_clear_object (&self->topics);

  G_OBJECT_CLASS (unknot_topic_group_parent_class)->finalize (object);
}

static void
unknot_topic_group_class_init (UnknotTopicGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_topic_group_finalize;
}

static void
unknot_topic_group_init (UnknotTopicGroup *self)
{
  self->topics = g_list_store_new (UNKNOT_TYPE_TOPIC);
}

UnknotTopicGroup *
unknot_topic_group_new (const char *id,
                        const char *title)
{
  UnknotTopicGroup *self = g_object_new (UNKNOT_TYPE_TOPIC_GROUP, NULL);

  self->id = g_strdup (id);
  self->title = g_strdup (title);

  return self;
}

/**
 * unknot_topic_group_get_id:
 *
 * Returns: by what name pages say that they belong to it: `guide#section`, or `guide`; one of
 *   unknot_topic_get_groups()
 */
const char *
unknot_topic_group_get_id (UnknotTopicGroup *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC_GROUP (self), NULL);

  return self->id;
}

const char *
unknot_topic_group_get_title (UnknotTopicGroup *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC_GROUP (self), NULL);

  return self->title;
}

/**
 * unknot_topic_group_get_topics:
 *
 * Returns: (transfer none): a list of #UnknotTopic, in order, never empty in a #UnknotLibrary
 */
GListModel *
unknot_topic_group_get_topics (UnknotTopicGroup *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC_GROUP (self), NULL);

  return G_LIST_MODEL (self->topics);
}

void
unknot_topic_group_add (UnknotTopicGroup *self,
                        UnknotTopic      *topic)
{
  g_return_if_fail (UNKNOT_IS_TOPIC_GROUP (self));

  g_list_store_append (self->topics, topic);
}
