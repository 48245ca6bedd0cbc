/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-month-sections.h"
#include "unknot-test-diary.h"
#include "unknot-test-ui.h"

typedef struct
{
  DiaryFixture diary;
  UnknotEntryList *entries;
  UnknotMonthSections *sections;
  guint n_changes;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static UnknotEpisode *
save_episode (Fixture *fixture,
              int      day,
              int      worst)
{
  UnknotEpisode *episode = unknot_test_diary_make_episode (day, 8, worst);

  unknot_test_diary_save (fixture->diary.diary, episode);

  return episode;
}

static void
wait_for_entries (Fixture *fixture)
{
  unknot_test_wait (!unknot_entry_list_is_loading (fixture->entries));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  unknot_test_diary_set_up (&fixture->diary, NULL);
  unknot_test_diary_open (&fixture->diary);
  fixture->entries = unknot_entry_list_new (fixture->diary.diary);
  fixture->sections = unknot_month_sections_new (fixture->entries);
  g_signal_connect_swapped (fixture->sections, "items-changed", G_CALLBACK (count_cb),
                            &fixture->n_changes);
  wait_for_entries (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  wait_for_entries (fixture);
  g_assert_finalize_object (fixture->sections);
  g_assert_finalize_object (fixture->entries);
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

static void
assert_section (Fixture *fixture,
                guint    position,
                guint    expected_start,
                guint    expected_end)
{
  guint start, end;

  gtk_section_model_get_section (GTK_SECTION_MODEL (fixture->sections), position, &start, &end);
  g_assert_cmpuint (start, ==, expected_start);
  g_assert_cmpuint (end, ==, expected_end);
}

/* Where there is no item, a section is from the last one on without an end, as GTK has it. */
static void
test_month_sections_empty (Fixture       *fixture,
                           gconstpointer  data)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->sections)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->sections), 0));
  assert_section (fixture, 0, 0, G_MAXUINT);
  assert_section (fixture, G_MAXUINT, 0, G_MAXUINT);
}

static void
test_month_sections_months (Fixture       *fixture,
                            gconstpointer  data)
{
  static const int days[] = { 20261120, 20261101, 20261031, 20251101, 20251031, 20251030 };
  static const guint bounds[][2] = { { 0, 2 }, { 0, 2 }, { 2, 3 }, { 3, 4 }, { 4, 6 }, { 4, 6 } };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_object_unref (save_episode (fixture, days[i], i));
  wait_for_entries (fixture);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->sections)), ==,
                    G_N_ELEMENTS (days));
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (fixture->sections)) ==
                 UNKNOT_TYPE_ENTRY);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (UnknotEpisode) episode =
        g_list_model_get_item (G_LIST_MODEL (fixture->sections), i);

      g_assert_cmpint (unknot_episode_get_worst (episode), ==, i);
      assert_section (fixture, i, bounds[i][0], bounds[i][1]);
    }
  assert_section (fixture, 6, 6, G_MAXUINT);
  assert_section (fixture, G_MAXUINT, 6, G_MAXUINT);
}

/* It tells of what changes just as the list does. */
static void
test_month_sections_changes (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (UnknotEpisode) november = save_episode (fixture, 20261101, 1);
  g_autoptr (UnknotEpisode) october = save_episode (fixture, 20261001, 2);

  wait_for_entries (fixture);
  g_assert_cmpuint (fixture->n_changes, >, 0);
  assert_section (fixture, 1, 1, 2);

  fixture->n_changes = 0;
  unknot_test_diary_mark (fixture->diary.diary, november, TRUE);
  wait_for_entries (fixture);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  assert_section (fixture, 0, 0, 1);
  assert_section (fixture, 1, 1, G_MAXUINT);

  /* What is closed has nothing in it. */
  unknot_test_diary_close (fixture->diary.diary);
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  assert_section (fixture, 0, 0, G_MAXUINT);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("/month-sections/empty", test_month_sections_empty);
  ADD ("/month-sections/months", test_month_sections_months);
  ADD ("/month-sections/changes", test_month_sections_changes);

  return g_test_run ();
}
