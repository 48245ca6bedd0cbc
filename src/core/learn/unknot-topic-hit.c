/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-topic-hit"

#include "config.h"

#include "unknot-topic-hit.h"

/**
 * UnknotTopicHit:
 *
 * A place on a page where what was searched for stands.
 */
struct _UnknotTopicHit
{
  GObject parent_instance;

  UnknotTopic *topic;
  char *section;
  UnknotTopicText *title;
  UnknotTopicText *excerpt;
};

G_DEFINE_FINAL_TYPE (UnknotTopicHit, unknot_topic_hit, G_TYPE_OBJECT)

static void
unknot_topic_hit_finalize (GObject *object)
{
  UnknotTopicHit *self = UNKNOT_TOPIC_HIT (object);

  g_clear_object (&self->topic);
  g_free (self->section);
  g_clear_pointer (&self->title, unknot_topic_text_unref);
  g_clear_pointer (&self->excerpt, unknot_topic_text_unref);

  G_OBJECT_CLASS (unknot_topic_hit_parent_class)->finalize (object);
}

static void
unknot_topic_hit_class_init (UnknotTopicHitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_topic_hit_finalize;
}

static void
unknot_topic_hit_init (UnknotTopicHit *self)
{
}

/**
 * unknot_topic_hit_new:
 * @section: (nullable): the id of a section of @topic
 */
UnknotTopicHit *
unknot_topic_hit_new (UnknotTopic     *topic,
                      const char      *section,
                      UnknotTopicText *title,
                      UnknotTopicText *excerpt)
{
  UnknotTopicHit *self = g_object_new (UNKNOT_TYPE_TOPIC_HIT, NULL);

  self->topic = g_object_ref (topic);
  self->section = g_strdup (section);
  self->title = unknot_topic_text_ref (title);
  self->excerpt = unknot_topic_text_ref (excerpt);

  return self;
}

UnknotTopic *
unknot_topic_hit_get_topic (UnknotTopicHit *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC_HIT (self), NULL);

  return self->topic;
}

/**
 * unknot_topic_hit_get_section:
 *
 * Returns: (nullable): the id of the section; %NULL where it stands before the first
 */
const char *
unknot_topic_hit_get_section (UnknotTopicHit *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC_HIT (self), NULL);

  return self->section;
}

/**
 * unknot_topic_hit_get_title:
 *
 * Returns: (transfer none): the title of the page, or of the section, what was searched for marked
 */
UnknotTopicText *
unknot_topic_hit_get_title (UnknotTopicHit *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC_HIT (self), NULL);

  return self->title;
}

/**
 * unknot_topic_hit_get_excerpt:
 *
 * Returns: (transfer none): some words of it, what was searched for marked; “…” stands where words
 *   are left out
 */
UnknotTopicText *
unknot_topic_hit_get_excerpt (UnknotTopicHit *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC_HIT (self), NULL);

  return self->excerpt;
}
