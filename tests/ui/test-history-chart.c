/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-history-chart.h"
#include "unknot-test-history.h"
#include "unknot-test-ui.h"

/* On 21 November 2026, 14:05, in UTC, with a year of spasms. */

#define WIDTH 800

typedef struct
{
  DiaryFixture diary;
  UnknotHistory *history;
  GtkWidget *widget; /* knows how to write */
} Fixture;

static void
save_year (Fixture *fixture)
{
  static const char *const triggers[] = { "lifting", "twisting", "sport", NULL };
  static const char *const sides[] = { "left", "right", "midline" };
  static const char *const effects[] = { "a-lot", "none" };

  for (guint i = 0; i < 60; i++)
    {
      int day = unknot_period_shift_day (20261120, -6 * (int) i);
      g_autoptr (UnknotEpisode) episode =
        unknot_test_diary_make_episode (day, i * 7 % 24, 1 + i % 10);
      g_autoptr (UnknotPlace) place = unknot_place_new ("lower", sides[i % 3], -1, NULL, NULL);
      g_autoptr (UnknotRelief) relief =
        unknot_test_history_make_relief (day, i % 3 == 0 ? "heat" : "walking", effects[i % 2]);

      unknot_episode_end_now (episode, unknot_episode_get_start (episode));
      unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_TRIGGER,
                                (const char *[]) { triggers[i % 3], NULL }, NULL);
      g_list_store_append (unknot_episode_get_places (episode), place);
      unknot_episode_add (episode, UNKNOT_ENTRY (relief));
      unknot_test_diary_save (fixture->diary.diary, episode);
      g_object_unref (unknot_test_history_save_peg (&fixture->diary, day, 20, 1 + i % 10));
    }
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  unknot_test_diary_set_up (&fixture->diary, NULL);
  unknot_test_diary_open (&fixture->diary);
  save_year (fixture);
  fixture->history = unknot_test_history_load (&fixture->diary, 20251201, 20261121);
  fixture->widget = g_object_ref_sink (gtk_label_new (NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->widget);
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

static UnknotChart
make_place (Fixture            *fixture,
            UnknotHistoryChart *chart,
            double              width)
{
  UnknotChart place = { gtk_widget_get_pango_context (fixture->widget), width };

  place.height = unknot_history_chart_get_height (chart, &place);

  return place;
}

/* Where a datum is drawn it is found, and there is something to say of it. */
static void
test_history_chart_data (Fixture       *fixture,
                         gconstpointer  data)
{
  UnknotHistoryAspect aspect = GPOINTER_TO_UINT (data);
  g_autoptr (UnknotHistoryChart) chart =
    unknot_history_chart_new (aspect, fixture->history, NULL, G_DATE_MONDAY);
  UnknotChart place = make_place (fixture, chart, WIDTH);
  guint n = unknot_history_chart_get_n_data (chart, &place), n_shown = 0;
  cairo_rectangle_t box;

  g_assert_cmpuint (n, >, 1);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value = unknot_history_chart_dup_value (chart, &place, i);

      if (!unknot_history_chart_get_rectangle (chart, &place, i, &box))
        {
          g_assert_null (value);
          continue;
        }
      n_shown++;
      g_assert_nonnull (value);
      g_assert_cmpfloat (box.x, >=, -1);
      g_assert_cmpfloat (box.x + box.width, <=, place.width + 1);
      g_assert_cmpfloat (box.y, >=, -1);
      g_assert_cmpfloat (box.y + box.height, <=, place.height + 1);
      g_assert_cmpint (unknot_history_chart_find (chart, &place, box.x + box.width / 2,
                                                  box.y + box.height / 2), ==, i);
    }
  g_assert_cmpuint (n_shown, >, 1);
  g_assert_false (unknot_history_chart_get_rectangle (chart, &place, n, &box));
  g_assert_false (unknot_history_chart_get_rectangle (chart, &place, -1, &box));
  g_assert_null (unknot_history_chart_dup_value (chart, &place, n));
  g_assert_null (unknot_history_chart_dup_value (chart, &place, -1));
  g_assert_cmpint (unknot_history_chart_find (chart, &place, -5, -5), ==, -1);
}

static void
assert_start (Fixture             *fixture,
              UnknotHistoryAspect  aspect,
              const char          *expected)
{
  g_autoptr (UnknotHistoryChart) chart =
    unknot_history_chart_new (aspect, fixture->history, NULL, G_DATE_SUNDAY);
  UnknotChart place = make_place (fixture, chart, WIDTH);
  int start = unknot_history_chart_get_start (chart, &place);
  g_autofree char *value = unknot_history_chart_dup_value (chart, &place, start);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_history_chart_start (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotHistory) empty =
    unknot_test_history_load (&fixture->diary, 20100101, 20100131);
  g_autoptr (UnknotHistoryChart) chart =
    unknot_history_chart_new (UNKNOT_HISTORY_PLACES, empty, NULL, G_DATE_MONDAY);
  UnknotChart place = make_place (fixture, chart, WIDTH);

  assert_start (fixture, UNKNOT_HISTORY_CALENDAR, "Saturday, 21 November 2026: no entry");
  /* The last day that is drawn, no marker. */
  assert_start (fixture, UNKNOT_HISTORY_PAIN, "20 November 2026: 1 of 10");
  /* The first of those that have the most. */
  assert_start (fixture, UNKNOT_HISTORY_WEEKDAYS, "Sunday: 9 of 60 spasms");
  assert_start (fixture, UNKNOT_HISTORY_HOURS, "00:00–01:00: 3 of 60 spasms");
  assert_start (fixture, UNKNOT_HISTORY_TRIGGERS, "Lifting: 20 of 60 spasms");
  g_assert_cmpint (unknot_history_chart_get_start (chart, &place), ==, -1);
}

/* A day that has entries can be gone to; several at once cannot. */
static void
test_history_chart_day (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (UnknotHistoryChart) calendar =
    unknot_history_chart_new (UNKNOT_HISTORY_CALENDAR, fixture->history, NULL, G_DATE_MONDAY);
  g_autoptr (UnknotHistoryChart) pain =
    unknot_history_chart_new (UNKNOT_HISTORY_PAIN, fixture->history, NULL, G_DATE_MONDAY);
  g_autoptr (UnknotHistoryChart) hours =
    unknot_history_chart_new (UNKNOT_HISTORY_HOURS, fixture->history, NULL, G_DATE_MONDAY);
  UnknotChart wide = make_place (fixture, calendar, WIDTH);
  UnknotChart narrow = make_place (fixture, pain, 200);

  g_assert_cmpint (unknot_history_chart_get_day (calendar, &wide, 354), ==, 20261120);
  g_assert_cmpint (unknot_history_chart_get_day (calendar, &wide, 355), ==, 0);
  g_assert_cmpint (unknot_history_chart_get_day (calendar, &wide, 356), ==, 0);
  g_assert_cmpint (unknot_history_chart_get_day (calendar, &wide, -1), ==, 0);
  g_assert_cmpint (unknot_history_chart_get_day (pain, &wide, 354), ==, 20261120);
  g_assert_cmpint (unknot_history_chart_get_day (pain, &narrow,
                                                 unknot_history_chart_get_start (pain, &narrow)),
                   ==, 0);
  g_assert_cmpint (unknot_history_chart_get_day (hours, &wide, 7), ==, 0);
}

/* What has a name may be without number; the rest is in the table. */
static void
test_history_chart_many_bars (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (UnknotHistoryChart) chart = NULL;
  g_autoptr (UnknotTable) table = NULL;
  g_autofree char *summary = NULL;
  UnknotChart place;

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("Medicine %u", i);

      unknot_test_history_save_dose (&fixture->diary, 20261121, name, "other", "none");
    }
  g_clear_object (&fixture->history);
  fixture->history = unknot_test_history_load (&fixture->diary, 20251201, 20261121);
  chart = unknot_history_chart_new (UNKNOT_HISTORY_RELIEFS, fixture->history, NULL, G_DATE_MONDAY);
  place = make_place (fixture, chart, WIDTH);
  table = unknot_history_chart_create_table (chart);
  summary = unknot_history_chart_dup_summary (chart);

  g_assert_true (g_str_has_suffix (summary, " The first 12 of 32 are drawn."));
  g_assert_cmpuint (unknot_history_chart_get_n_data (chart, &place), ==, 12);
  g_assert_cmpuint (g_list_model_get_n_items (unknot_table_get_rows (table)), ==, 32);
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  for (guint aspect = 0; aspect < UNKNOT_HISTORY_N_ASPECTS; aspect++)
    {
      g_autofree char *path = g_strdup_printf ("/history-chart/data/%u", aspect);

      g_test_add (path, Fixture, GUINT_TO_POINTER (aspect), set_up, test_history_chart_data,
                  tear_down);
    }
  g_test_add ("/history-chart/start", Fixture, NULL, set_up, test_history_chart_start, tear_down);
  g_test_add ("/history-chart/day", Fixture, NULL, set_up, test_history_chart_day, tear_down);
  g_test_add ("/history-chart/many-bars", Fixture, NULL, set_up, test_history_chart_many_bars,
              tear_down);

  return g_test_run ();
}
