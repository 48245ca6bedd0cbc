/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-topic-text"

#include "config.h"

#include "unknot-topic-text.h"

/**
 * UnknotTopicText:
 *
 * Words of a page, and what they are besides. It never changes.
 */
struct _UnknotTopicText
{
  char *text;
  GArray *ranges; /* of UnknotTopicRange, which own their targets */
};

G_DEFINE_BOXED_TYPE (UnknotTopicText, unknot_topic_text, unknot_topic_text_ref,
                     unknot_topic_text_unref)

static void
clear_range (gpointer data)
{
  UnknotTopicRange *range = data;

  g_free ((char *) range->target);
}

static void
clear (gpointer data)
{
  UnknotTopicText *self = data;

  g_free (self->text);
  g_array_unref (self->ranges);
}

/**
 * unknot_topic_text_new:
 * @text: UTF-8
 * @ranges: (array length=n_ranges) (nullable): parts of it, as #UnknotTopicRange asks for
 *
 * Returns: (transfer full): a copy of both
 */
UnknotTopicText *
unknot_topic_text_new (const char             *text,
                       const UnknotTopicRange *ranges,
                       guint                   n_ranges)
{
  UnknotTopicText *self = g_atomic_rc_box_new0 (UnknotTopicText);

  self->text = g_strdup (text);
  self->ranges = g_array_sized_new (FALSE, FALSE, sizeof (UnknotTopicRange), n_ranges);
  g_array_set_clear_func (self->ranges, clear_range);
  for (guint i = 0; i < n_ranges; i++)
    {
      UnknotTopicRange range = ranges[i];

      range.target = g_strdup (range.target);
      g_array_append_val (self->ranges, range);
    }

  return self;
}

UnknotTopicText *
unknot_topic_text_ref (UnknotTopicText *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
unknot_topic_text_unref (UnknotTopicText *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * unknot_topic_text_get_text:
 *
 * Returns: the words, in UTF-8, in one line
 */
const char *
unknot_topic_text_get_text (UnknotTopicText *self)
{
  return self->text;
}

guint
unknot_topic_text_get_n_ranges (UnknotTopicText *self)
{
  return self->ranges->len;
}

/**
 * unknot_topic_text_get_range:
 * @position: from 0, below unknot_topic_text_get_n_ranges()
 *
 * Returns: (transfer none): a part of the words
 */
const UnknotTopicRange *
unknot_topic_text_get_range (UnknotTopicText *self,
                             guint            position)
{
  g_return_val_if_fail (position < self->ranges->len, NULL);

  return &g_array_index (self->ranges, UnknotTopicRange, position);
}
