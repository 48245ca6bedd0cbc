/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-topic-text.h"

G_BEGIN_DECLS

/**
 * UnknotTopicTextBuilder:
 *
 * Makes a text of the pieces in which a page gives it. Blanks between words become one, those at
 * its ends none, and those at the ends of a range are left to what is around it.
 */
typedef struct _UnknotTopicTextBuilder UnknotTopicTextBuilder;

UnknotTopicTextBuilder *unknot_topic_text_builder_new         (void);
void                    unknot_topic_text_builder_free        (UnknotTopicTextBuilder *self);
void                    unknot_topic_text_builder_append      (UnknotTopicTextBuilder *self,
                                                               char                    byte);
guint                   unknot_topic_text_builder_open_range  (UnknotTopicTextBuilder *self,
                                                               UnknotTopicRangeKind    kind,
                                                               const char             *target);
gboolean                unknot_topic_text_builder_close_range (UnknotTopicTextBuilder *self,
                                                               guint                   range);
UnknotTopicText        *unknot_topic_text_builder_end         (UnknotTopicTextBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnknotTopicTextBuilder, unknot_topic_text_builder_free)

G_END_DECLS
