/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-topic-block.h"

G_BEGIN_DECLS

/**
 * UnknotTopicError:
 * @UNKNOT_TOPIC_ERROR_INVALID: a page cannot be read
 * @UNKNOT_TOPIC_ERROR_MISSING: there is no such page
 */
typedef enum
{
  UNKNOT_TOPIC_ERROR_INVALID,
  UNKNOT_TOPIC_ERROR_MISSING,
} UnknotTopicError;

#define UNKNOT_TOPIC_ERROR (unknot_topic_error_quark ())

GQuark unknot_topic_error_quark (void);

#define UNKNOT_TYPE_TOPIC (unknot_topic_get_type ())

G_DECLARE_FINAL_TYPE (UnknotTopic, unknot_topic, UNKNOT, TOPIC, GObject)

UnknotTopic        *unknot_topic_new           (const char        *title,
                                                const char        *notice,
                                                UnknotTopicBlock  *body);
UnknotTopic        *unknot_topic_new_from_page (const char        *file,
                                                GBytes            *page,
                                                GError           **error);
const char         *unknot_topic_get_id        (UnknotTopic       *self);
const char         *unknot_topic_get_title     (UnknotTopic       *self);
const char         *unknot_topic_get_summary   (UnknotTopic       *self);
const char         *unknot_topic_get_notice    (UnknotTopic       *self);
gboolean            unknot_topic_is_guide      (UnknotTopic       *self);
guint               unknot_topic_get_n_blocks  (UnknotTopic       *self);
UnknotTopicBlock   *unknot_topic_get_block     (UnknotTopic       *self,
                                                guint              position);
UnknotTopicBlock   *unknot_topic_find_section  (UnknotTopic       *self,
                                                const char        *id);
const char * const *unknot_topic_get_links     (UnknotTopic       *self);
const char * const *unknot_topic_get_groups    (UnknotTopic       *self);
int                 unknot_topic_get_rank      (UnknotTopic       *self,
                                                const char        *group);

G_END_DECLS
