/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-topic.h"

/* Any bytes as a page: refused with one sentence, or read, with all that a page must have. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
check_text (UnknotTopicText *text)
{
  const char *words = unknot_topic_text_get_text (text);
  gsize length = strlen (words);
  gsize last = 0;

  g_assert_true (g_utf8_validate (words, -1, NULL));
  g_assert_cmpuint (length, >, 0);
  for (guint i = 0; i < unknot_topic_text_get_n_ranges (text); i++)
    {
      const UnknotTopicRange *range = unknot_topic_text_get_range (text, i);

      g_assert_cmpuint (last, <=, range->start);
      g_assert_cmpuint (range->start, <, range->end);
      g_assert_cmpuint (range->end, <=, length);
      g_assert_true (g_utf8_validate_len (words + range->start, range->end - range->start, NULL));
      g_assert_cmpint (range->target != NULL, ==, range->kind == UNKNOT_TOPIC_RANGE_LINK);
      last = range->start;
    }
}

static void
check_block (UnknotTopicBlock *block)
{
  UnknotTopicBlockKind kind = unknot_topic_block_get_kind (block);
  gboolean has_text = kind == UNKNOT_TOPIC_BLOCK_PARAGRAPH || kind == UNKNOT_TOPIC_BLOCK_FIGURE;

  g_assert_cmpint (unknot_topic_block_get_text (block) != NULL, ==, has_text);
  if (has_text)
    check_text (unknot_topic_block_get_text (block));
  if (unknot_topic_block_get_title (block) != NULL)
    check_text (unknot_topic_block_get_title (block));
  g_assert_cmpint (unknot_topic_block_get_figure (block) != NULL, ==,
                   kind == UNKNOT_TOPIC_BLOCK_FIGURE);
  for (guint i = 0; i < unknot_topic_block_get_n_children (block); i++)
    check_block (unknot_topic_block_get_child (block, i));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) page = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotTopic) topic = unknot_topic_new_from_page ("a.page", page, &error);

  if (topic == NULL)
    {
      g_assert_error (error, UNKNOT_TOPIC_ERROR, UNKNOT_TOPIC_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, "a.page"));
      g_assert_null (strchr (error->message, '\n'));
      return 0;
    }

  g_assert_cmpstr (unknot_topic_get_title (topic), !=, "");
  g_assert_cmpstr (unknot_topic_get_summary (topic), !=, "");
  for (guint i = 0; i < unknot_topic_get_n_blocks (topic); i++)
    check_block (unknot_topic_get_block (topic, i));

  return 0;
}
