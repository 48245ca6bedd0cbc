/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-topic-text.h"

static void
test_topic_text_plain (void)
{
  g_autoptr (UnknotTopicText) text = unknot_topic_text_new ("Sich regen", NULL, 0);

  g_assert_cmpstr (unknot_topic_text_get_text (text), ==, "Sich regen");
  g_assert_cmpuint (unknot_topic_text_get_n_ranges (text), ==, 0);
}

/* Neither the words nor the ranges are still the caller's. */
static void
test_topic_text_copies (void)
{
  char words[] = "See heat";
  char target[] = "heat#how";
  UnknotTopicRange ranges[] = {
    { UNKNOT_TOPIC_RANGE_EMPHASIS, 0, 3, NULL },
    { UNKNOT_TOPIC_RANGE_LINK, 4, 8, target },
  };
  g_autoptr (UnknotTopicText) text =
    unknot_topic_text_new (words, ranges, G_N_ELEMENTS (ranges));
  const UnknotTopicRange *link;

  words[0] = target[0] = 'x';
  ranges[1].start = 0;

  g_assert_cmpstr (unknot_topic_text_get_text (text), ==, "See heat");
  g_assert_cmpuint (unknot_topic_text_get_n_ranges (text), ==, 2);
  g_assert_cmpint (unknot_topic_text_get_range (text, 0)->kind, ==, UNKNOT_TOPIC_RANGE_EMPHASIS);
  g_assert_null (unknot_topic_text_get_range (text, 0)->target);
  link = unknot_topic_text_get_range (text, 1);
  g_assert_cmpint (link->kind, ==, UNKNOT_TOPIC_RANGE_LINK);
  g_assert_cmpuint (link->start, ==, 4);
  g_assert_cmpuint (link->end, ==, 8);
  g_assert_cmpstr (link->target, ==, "heat#how");
}

static void
test_topic_text_boxed (void)
{
  UnknotTopicText *text = unknot_topic_text_new ("Heat", NULL, 0);
  UnknotTopicText *same = g_boxed_copy (UNKNOT_TYPE_TOPIC_TEXT, text);

  unknot_topic_text_unref (text);

  g_assert_cmpstr (unknot_topic_text_get_text (same), ==, "Heat");
  g_boxed_free (UNKNOT_TYPE_TOPIC_TEXT, same);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/topic-text/plain", test_topic_text_plain);
  g_test_add_func ("/topic-text/copies", test_topic_text_copies);
  g_test_add_func ("/topic-text/boxed", test_topic_text_boxed);

  return g_test_run ();
}
