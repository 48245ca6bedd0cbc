/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * UnknotTopicRangeKind:
 * @UNKNOT_TOPIC_RANGE_EMPHASIS: what is stressed
 * @UNKNOT_TOPIC_RANGE_LINK: what leads somewhere
 * @UNKNOT_TOPIC_RANGE_KEY: a key of the keyboard
 * @UNKNOT_TOPIC_RANGE_GUI: what stands on a button or a row of the program
 * @UNKNOT_TOPIC_RANGE_HIT: what was searched for
 */
typedef enum
{
  UNKNOT_TOPIC_RANGE_EMPHASIS,
  UNKNOT_TOPIC_RANGE_LINK,
  UNKNOT_TOPIC_RANGE_KEY,
  UNKNOT_TOPIC_RANGE_GUI,
  UNKNOT_TOPIC_RANGE_HIT,
} UnknotTopicRangeKind;

/**
 * UnknotTopicRange:
 * @kind: what is so
 * @start: where it begins, in bytes
 * @end: where it ends, in bytes: the first that is not in it
 * @target: (nullable): where a link leads: `page`, `page#section`, or what the program does, as
 *   `unknot:check-up`
 *
 * A part of a text that is not empty and does not begin or end with a blank. Ranges stand in the
 * order of their beginnings; they may lie within each other, but never overlap otherwise.
 */
typedef struct
{
  UnknotTopicRangeKind kind;
  gsize start;
  gsize end;
  const char *target;
} UnknotTopicRange;

#define UNKNOT_TYPE_TOPIC_TEXT (unknot_topic_text_get_type ())

typedef struct _UnknotTopicText UnknotTopicText;

GType                   unknot_topic_text_get_type     (void);
UnknotTopicText        *unknot_topic_text_new          (const char             *text,
                                                        const UnknotTopicRange *ranges,
                                                        guint                   n_ranges);
UnknotTopicText        *unknot_topic_text_ref          (UnknotTopicText        *self);
void                    unknot_topic_text_unref        (UnknotTopicText        *self);
const char             *unknot_topic_text_get_text     (UnknotTopicText        *self);
guint                   unknot_topic_text_get_n_ranges (UnknotTopicText        *self);
const UnknotTopicRange *unknot_topic_text_get_range    (UnknotTopicText        *self,
                                                        guint                   position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnknotTopicText, unknot_topic_text_unref)

G_END_DECLS
