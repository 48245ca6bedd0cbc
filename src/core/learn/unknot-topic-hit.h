/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-topic.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_TOPIC_HIT (unknot_topic_hit_get_type ())

G_DECLARE_FINAL_TYPE (UnknotTopicHit, unknot_topic_hit, UNKNOT, TOPIC_HIT, GObject)

UnknotTopicHit  *unknot_topic_hit_new         (UnknotTopic     *topic,
                                               const char      *section,
                                               UnknotTopicText *title,
                                               UnknotTopicText *excerpt);
UnknotTopic     *unknot_topic_hit_get_topic   (UnknotTopicHit  *self);
const char      *unknot_topic_hit_get_section (UnknotTopicHit  *self);
UnknotTopicText *unknot_topic_hit_get_title   (UnknotTopicHit  *self);
UnknotTopicText *unknot_topic_hit_get_excerpt (UnknotTopicHit  *self);

G_END_DECLS
