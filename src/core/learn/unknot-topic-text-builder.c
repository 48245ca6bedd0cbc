/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-topic-text-builder"

#include "config.h"

#include "unknot-topic-text-builder.h"

struct _UnknotTopicTextBuilder
{
  GString *text;
  GArray *ranges; /* of UnknotTopicRange, which own their targets */
};

static void
clear_range (gpointer data)
{
  UnknotTopicRange *range = data;

  g_free ((char *) range->target);
}

UnknotTopicTextBuilder *
unknot_topic_text_builder_new (void)
{
  UnknotTopicTextBuilder *self = g_new0 (UnknotTopicTextBuilder, 1);

  self->text = g_string_new (NULL);
  self->ranges = g_array_new (FALSE, FALSE, sizeof (UnknotTopicRange));
  g_array_set_clear_func (self->ranges, clear_range);

  return self;
}

void
unknot_topic_text_builder_free (UnknotTopicTextBuilder *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->ranges);
  g_free (self);
}

/**
 * unknot_topic_text_builder_append:
 * @byte: the next of the text, a blank for each blank and line's end
 */
void
unknot_topic_text_builder_append (UnknotTopicTextBuilder *self,
                                  char                    byte)
{
  GString *text = self->text;

  if (byte != ' ' || (text->len > 0 && text->str[text->len - 1] != ' '))
    g_string_append_c (text, byte);
}

/**
 * unknot_topic_text_builder_open_range:
 * @target: (nullable): where a link leads
 *
 * What is appended from now on is in it.
 *
 * Returns: its number, to close it by
 */
guint
unknot_topic_text_builder_open_range (UnknotTopicTextBuilder *self,
                                      UnknotTopicRangeKind    kind,
                                      const char             *target)
{
  UnknotTopicRange range = { kind, self->text->len, self->text->len, g_strdup (target) };

  g_array_append_val (self->ranges, range);

  return self->ranges->len - 1;
}

/**
 * unknot_topic_text_builder_close_range:
 * @range: the last that is open
 *
 * Returns: whether there are words in it
 */
gboolean
unknot_topic_text_builder_close_range (UnknotTopicTextBuilder *self,
                                       guint                   range)
{
  UnknotTopicRange *closed = &g_array_index (self->ranges, UnknotTopicRange, range);
  const char *text = self->text->str;

  closed->end = self->text->len;
  while (closed->start < closed->end && text[closed->start] == ' ')
    closed->start++;
  while (closed->end > closed->start && text[closed->end - 1] == ' ')
    closed->end--;

  return closed->start < closed->end;
}

/**
 * unknot_topic_text_builder_end:
 *
 * Returns: (transfer full) (nullable): the text, all ranges of which are closed; %NULL where there
 *   are no words
 */
UnknotTopicText *
unknot_topic_text_builder_end (UnknotTopicTextBuilder *self)
{
  GString *text = self->text;

  if (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  if (text->len == 0)
    return NULL;

  return unknot_topic_text_new (text->str, (gpointer) self->ranges->data, self->ranges->len);
}
