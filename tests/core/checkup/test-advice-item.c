/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-advice-item.h"

static void
test_advice_item_text (void)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  char words[] = "Rest.";
  char topic[] = "learn-rest";
  UnknotAdviceItem *item = unknot_advice_item_new (words, topic, facts);
  UnknotAdviceItem *bare = unknot_advice_item_new (words, NULL, facts);
  g_autofree char *text = NULL;

  words[0] = 'B';
  topic[0] = 'B';
  g_object_get (item, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "Rest.");
  g_assert_cmpstr (unknot_advice_item_get_text (item), ==, "Rest.");
  g_assert_cmpstr (unknot_advice_item_get_topic (item), ==, "learn-rest");
  g_assert_null (unknot_advice_item_get_topic (bare));
  g_assert_true (unknot_advice_item_get_facts (item) == facts);
  g_assert_finalize_object (item);
  g_assert_finalize_object (bare);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/advice-item/text", test_advice_item_text);

  return g_test_run ();
}
