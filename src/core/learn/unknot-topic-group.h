/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "unknot-topic.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_TOPIC_GROUP (unknot_topic_group_get_type ())

G_DECLARE_FINAL_TYPE (UnknotTopicGroup, unknot_topic_group, UNKNOT, TOPIC_GROUP, GObject)

UnknotTopicGroup *unknot_topic_group_new        (const char       *id,
                                                 const char       *title);
const char       *unknot_topic_group_get_id     (UnknotTopicGroup *self);
const char       *unknot_topic_group_get_title  (UnknotTopicGroup *self);
GListModel       *unknot_topic_group_get_topics (UnknotTopicGroup *self);
void              unknot_topic_group_add        (UnknotTopicGroup *self,
                                                 UnknotTopic      *topic);

G_END_DECLS
