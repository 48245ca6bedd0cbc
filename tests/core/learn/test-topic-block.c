/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-topic-block.h"

static void
test_topic_block_empty (void)
{
  UnknotTopicBlock *block = unknot_topic_block_new (UNKNOT_TOPIC_BLOCK_STEPS);

  g_assert_cmpint (unknot_topic_block_get_kind (block), ==, UNKNOT_TOPIC_BLOCK_STEPS);
  g_assert_cmpint (unknot_topic_block_get_note_style (block), ==, UNKNOT_TOPIC_NOTE_PLAIN);
  g_assert_null (unknot_topic_block_get_id (block));
  g_assert_null (unknot_topic_block_get_title (block));
  g_assert_null (unknot_topic_block_get_text (block));
  g_assert_null (unknot_topic_block_get_figure (block));
  g_assert_cmpuint (unknot_topic_block_get_n_children (block), ==, 0);
  g_assert_finalize_object (block);
}

static void
test_topic_block_holds (void)
{
  g_autoptr (UnknotTopicText) title = unknot_topic_text_new ("Title", NULL, 0);
  g_autoptr (UnknotTopicText) text = unknot_topic_text_new ("Text", NULL, 0);
  g_autoptr (UnknotTopicBlock) block = unknot_topic_block_new (UNKNOT_TOPIC_BLOCK_NOTE);

  unknot_topic_block_set_note_style (block, UNKNOT_TOPIC_NOTE_WARNING);
  unknot_topic_block_set_id (block, "id");
  unknot_topic_block_set_title (block, title);
  unknot_topic_block_set_text (block, title);
  unknot_topic_block_set_text (block, text);
  unknot_topic_block_set_figure (block, "figures/back.svg");

  g_assert_cmpint (unknot_topic_block_get_note_style (block), ==, UNKNOT_TOPIC_NOTE_WARNING);
  g_assert_cmpstr (unknot_topic_block_get_id (block), ==, "id");
  g_assert_true (unknot_topic_block_get_title (block) == title);
  g_assert_true (unknot_topic_block_get_text (block) == text);
  g_assert_cmpstr (unknot_topic_block_get_figure (block), ==, "figures/back.svg");
}

static void
test_topic_block_children (void)
{
  UnknotTopicBlock *list = unknot_topic_block_new (UNKNOT_TOPIC_BLOCK_LIST);
  UnknotTopicBlock *first = unknot_topic_block_new (UNKNOT_TOPIC_BLOCK_ITEM);
  UnknotTopicBlock *second = unknot_topic_block_new (UNKNOT_TOPIC_BLOCK_ITEM);

  unknot_topic_block_add_child (list, first);
  unknot_topic_block_add_child (list, second);

  g_assert_cmpuint (unknot_topic_block_get_n_children (list), ==, 2);
  g_assert_true (unknot_topic_block_get_child (list, 0) == first);
  g_assert_true (unknot_topic_block_get_child (list, 1) == second);
  g_assert_finalize_object (list);
  g_assert_finalize_object (first);
  g_assert_finalize_object (second);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/topic-block/empty", test_topic_block_empty);
  g_test_add_func ("/topic-block/holds", test_topic_block_holds);
  g_test_add_func ("/topic-block/children", test_topic_block_children);

  return g_test_run ();
}
