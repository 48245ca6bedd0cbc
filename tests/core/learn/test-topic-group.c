/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-topic-group.h"

#include <string.h>

static UnknotTopic *
make_topic (void)
{
  static const char page[] = "<page xmlns=\"http://projectmallard.org/1.0/\" type=\"topic\" "
                             "id=\"heat\"><info><desc>D</desc></info><title>T</title></page>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));
  g_autoptr (GError) error = NULL;
  UnknotTopic *topic = unknot_topic_new_from_page ("heat.page", bytes, &error);

  g_assert_no_error (error);

  return topic;
}

static void
test_topic_group_topics (void)
{
  UnknotTopicGroup *group = unknot_topic_group_new ("index#helps", "What helps?");
  UnknotTopic *topic = make_topic ();
  GListModel *topics = unknot_topic_group_get_topics (group);
  g_autoptr (UnknotTopic) first = NULL;

  g_assert_cmpstr (unknot_topic_group_get_id (group), ==, "index#helps");
  g_assert_cmpstr (unknot_topic_group_get_title (group), ==, "What helps?");
  g_assert_true (g_list_model_get_item_type (topics) == UNKNOT_TYPE_TOPIC);
  g_assert_cmpuint (g_list_model_get_n_items (topics), ==, 0);

  unknot_topic_group_add (group, topic);
  g_assert_cmpuint (g_list_model_get_n_items (topics), ==, 1);
  first = g_list_model_get_item (topics, 0);
  g_assert_true (first == topic);

  g_clear_object (&first);
  g_assert_finalize_object (group);
  g_assert_finalize_object (topic);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/topic-group/topics", test_topic_group_topics);

  return g_test_run ();
}
