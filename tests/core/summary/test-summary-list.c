/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-summary-section.h"

static UnknotSummaryList *
make_list (UnknotSummaryListKind kind,
           int                   max)
{
  static const char *const things[] = {
    "one, or so", "two / or so", "three", "four of these, four of those", "five of them", NULL
  };

  return unknot_summary_list_new (kind, "On Monday", g_strdupv ((GStrv) things), max);
}

static void
assert_cut (UnknotSummaryListKind  kind,
            int                    max,
            glong                  max_characters,
            const char            *expected)
{
  g_autoptr (UnknotSummaryList) list = make_list (kind, max);
  g_autofree char *words = unknot_summary_list_cut (list, max_characters);

  g_assert_cmpstr (words, ==, expected);
}

#define ALL                                                                                        \
  "On Monday: one, or so / two / or so / three / four of these, four of those / five of them"
#define FOUR                                                                                       \
  "On Monday: one, or so / two / or so / three / four of these, four of those and 1 more"
#define THREE "On Monday: one, or so / two / or so / three and 2 more"

/* Things are left out whole, the last first, and counted; the head never is, nor the first ones. */
static void
test_summary_list_cut (void)
{
  const UnknotSummaryListKind signs = UNKNOT_SUMMARY_LIST_SIGNS;
  const UnknotSummaryListKind questions = UNKNOT_SUMMARY_LIST_QUESTIONS;

  assert_cut (questions, G_MAXINT, G_MAXLONG, ALL);
  assert_cut (questions, G_MAXINT, strlen (ALL), ALL);
  assert_cut (questions, G_MAXINT, strlen (ALL) - 1, FOUR);
  assert_cut (questions, G_MAXINT, strlen (FOUR), FOUR);
  assert_cut (questions, G_MAXINT, strlen (FOUR) - 1, THREE);
  assert_cut (questions, G_MAXINT, 0, "On Monday: one, or so and 4 more");
  assert_cut (signs, G_MAXINT, 0, THREE " signs");
}

/* Of those that are never told of there are more wherever it is cut. */
static void
test_summary_list_max (void)
{
  const UnknotSummaryListKind signs = UNKNOT_SUMMARY_LIST_SIGNS;
  const UnknotSummaryListKind questions = UNKNOT_SUMMARY_LIST_QUESTIONS;
  g_autoptr (UnknotSummaryList) list = make_list (questions, 4);
  g_autofree char *all = unknot_summary_list_dup_words (list);

  g_assert_cmpstr (all, ==, FOUR);
  assert_cut (questions, 4, strlen (THREE), THREE);
  assert_cut (signs, 4, G_MAXLONG, FOUR " sign");
  assert_cut (signs, 2, 0, "On Monday: one, or so / two / or so and 3 more signs");
  assert_cut (questions, 5, G_MAXLONG, ALL);
}

/* Of a line, what is a list is cut as one. */
static void
test_summary_list_line (void)
{
  g_autoptr (UnknotSummarySection) section =
    unknot_summary_section_new (UNKNOT_SUMMARY_GLANCE, "Title");
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  UnknotSummaryList *list = make_list (UNKNOT_SUMMARY_LIST_SIGNS, G_MAXINT);
  g_autofree char *all = unknot_summary_list_dup_words (list);
  glong length = g_utf8_strlen (all, -1);
  UnknotSummaryLine *line;
  g_autofree char *whole = NULL;
  g_autofree char *cut = NULL;
  g_autofree char *text = NULL;

  g_strv_builder_add_many (items, "nothing but words", all, NULL);
  line = unknot_summary_section_add_items (section, NULL, items);
  line->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) unknot_summary_list_free);
  g_ptr_array_add (line->lists, list);

  whole = unknot_summary_line_cut_item (line, 1, length, length);
  g_assert_cmpstr (whole, ==, all);
  cut = unknot_summary_line_cut_item (line, 1, length, 60);
  g_assert_cmpstr (cut, ==, THREE " signs");
  text = unknot_summary_line_cut_item (line, 0, strlen ("nothing but words"), 7);
  g_assert_cmpstr (text, ==, "nothing… (10 more characters)");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/summary-list/cut", test_summary_list_cut);
  g_test_add_func ("/summary-list/max", test_summary_list_max);
  g_test_add_func ("/summary-list/line", test_summary_list_line);

  return g_test_run ();
}
