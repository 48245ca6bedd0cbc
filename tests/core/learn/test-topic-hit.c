/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-topic-hit.h"

#include <string.h>

static void
test_topic_hit_holds (void)
{
  static const char page[] = "<page xmlns=\"http://projectmallard.org/1.0/\" type=\"topic\" "
                             "id=\"heat\"><info><desc>D</desc></info><title>T</title></page>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));
  g_autoptr (UnknotTopic) topic = unknot_topic_new_from_page ("heat.page", bytes, NULL);
  g_autoptr (UnknotTopicText) title = unknot_topic_text_new ("Title", NULL, 0);
  g_autoptr (UnknotTopicText) excerpt = unknot_topic_text_new ("Excerpt", NULL, 0);
  UnknotTopicHit *hit = unknot_topic_hit_new (topic, "section", title, excerpt);
  UnknotTopicHit *before = unknot_topic_hit_new (topic, NULL, title, excerpt);

  g_assert_true (unknot_topic_hit_get_topic (hit) == topic);
  g_assert_cmpstr (unknot_topic_hit_get_section (hit), ==, "section");
  g_assert_null (unknot_topic_hit_get_section (before));
  g_assert_true (unknot_topic_hit_get_title (hit) == title);
  g_assert_true (unknot_topic_hit_get_excerpt (hit) == excerpt);
  g_assert_finalize_object (hit);
  g_assert_finalize_object (before);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/topic-hit/holds", test_topic_hit_holds);

  return g_test_run ();
}
