/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-insights-card.h"
#include "unknot-test-history.h"
#include "unknot-test-ui.h"

/* On 21 November 2026, 14:05, in UTC. */

typedef struct
{
  DiaryFixture diary;
  UnknotToday *today;
  GtkWidget *card;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  unknot_test_diary_set_up (&fixture->diary, NULL);
  unknot_test_diary_open (&fixture->diary);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (fixture->window);
  unknot_test_diary_close (fixture->diary.diary);
  unknot_test_settle ();
  g_assert_finalize_object (fixture->today);
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

static void
show_history (Fixture *fixture)
{
  g_autoptr (UnknotHistory) history =
    unknot_test_history_load (&fixture->diary, 20260801, 20261121);

  unknot_insights_card_set_history (UNKNOT_INSIGHTS_CARD (fixture->card), history);
}

static void
present (Fixture *fixture)
{
  fixture->today = unknot_today_new (fixture->diary.diary, G_DATE_MONDAY);
  fixture->card = unknot_insights_card_new (fixture->today);
  fixture->window = unknot_test_present_adwaita (fixture->card);
  show_history (fixture);
  unknot_test_wait (unknot_today_get_trends (fixture->today) != NULL);
}

static void
save_spasms (Fixture   *fixture,
             const int *days,
             guint      n)
{
  for (guint i = 0; i < n; i++)
    g_object_unref (unknot_test_history_save_spasm (&fixture->diary, days[i], days[i], 5));
}

static AdwActionRow *
get_often_row (Fixture *fixture)
{
  return ADW_ACTION_ROW (unknot_test_get (fixture->card, ADW_TYPE_ACTION_ROW, "often-row"));
}

static gboolean
is_check_up_offered (Fixture *fixture)
{
  return unknot_test_is_shown (fixture->card, ADW_TYPE_BUTTON_ROW, "check-row");
}

static const char *
get_subtitle (Fixture    *fixture,
              const char *title)
{
  return adw_action_row_get_subtitle (
    ADW_ACTION_ROW (unknot_test_get (fixture->card, ADW_TYPE_ACTION_ROW, title)));
}

static void
test_insights_card_of_nothing (Fixture       *fixture,
                               gconstpointer  data)
{
  present (fixture);
  g_assert_cmpuint (unknot_test_count (fixture->card, ADW_TYPE_ACTION_ROW), ==, 4);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_often_row (fixture))),
                   ==, "Too early to say whether spasms come more often");
  g_assert_cmpstr (get_subtitle (fixture, "Nights and spasms"), ==,
                   "Still needed: 3 bad nights and 3 good nights, with an entry on the day after");
  g_assert_false (is_check_up_offered (fixture));
}

/* By the rule of the protocol: three, and two more than before. */
static void
test_insights_card_more_often (Fixture       *fixture,
                               gconstpointer  data)
{
  static const int days[] = { 20260901, 20261010, 20261101, 20261105, 20261109 };

  save_spasms (fixture, days, G_N_ELEMENTS (days));
  present (fixture);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_often_row (fixture))),
                   ==, "Spasms came more often than before");
  g_assert_cmpstr (adw_action_row_get_subtitle (get_often_row (fixture)), ==,
                   "3 in the last 28 days, 1 in the 28 days before. Talk to a doctor about it; the "
                   "check-up says how soon");
  g_assert_true (is_check_up_offered (fixture));
}

static void
test_insights_card_not_more_often (Fixture       *fixture,
                                   gconstpointer  data)
{
  static const int days[] = { 20260901, 20261008, 20261010, 20261101, 20261105, 20261109 };

  save_spasms (fixture, days, G_N_ELEMENTS (days));
  present (fixture);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_often_row (fixture))),
                   ==, "Slightly more spasms than before");
  g_assert_false (is_check_up_offered (fixture));

  unknot_test_diary_set_time (&fixture->diary, "UTC", 20261205, 9, 0);
  unknot_today_update (fixture->today);
  unknot_test_wait (g_str_equal (adw_action_row_get_subtitle (get_often_row (fixture)),
                                 "1 in the last 28 days, 2 in the 28 days before, with entries on "
                                 "1 of the last 28 days"));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_often_row (fixture))),
                   ==, "Too few entries to say whether spasms come less often");

  for (int day = 20261115; day <= 20261127; day++)
    unknot_test_history_save_day (&fixture->diary, day, TRUE, NULL);
  unknot_test_wait (g_str_has_suffix (adw_action_row_get_subtitle (get_often_row (fixture)),
                                      "14 of the last 28 days"));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_often_row (fixture))),
                   ==, "Fewer spasms than before");
}

/* Good nights and bad ones, three days apart, and a spasm after each bad one. */
static void
save_nights (Fixture *fixture)
{
  int day = 20260801;

  for (guint i = 0; i < 12; i++)
    {
      unknot_test_history_save_day (&fixture->diary, day, FALSE, i % 2 == 0 ? "broken" : "good");
      if (i % 2 == 0)
        g_object_unref (unknot_test_history_save_spasm (&fixture->diary, day, day, 4));
      unknot_test_history_save_day (&fixture->diary, unknot_period_shift_day (day, 1), TRUE, NULL);
      day = unknot_period_shift_day (day, 3);
    }
}

static void
test_insights_card_found (Fixture       *fixture,
                          gconstpointer  data)
{
  save_nights (fixture);
  present (fixture);
  g_assert_cmpstr (get_subtitle (fixture, "Bad nights went with more spasms"), ==,
                   "After broken sleep or hardly any, a spasm began that day or the next 5 of 5 "
                   "times; after a good night, 0 of 6 times.\n"
                   "In 100, that is 100 more. Chance leaves room for 42 to 100 more.");
}

/* Rows are filled again, so that the focus stays where it is. */
static void
test_insights_card_again (Fixture       *fixture,
                          gconstpointer  data)
{
  GtkWidget *row;

  present (fixture);
  row = unknot_test_get (fixture->card, ADW_TYPE_ACTION_ROW, "Nights and spasms");
  save_nights (fixture);
  show_history (fixture);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "Bad nights went with more spasms");
}

static void
test_insights_card_accessible (Fixture       *fixture,
                               gconstpointer  data)
{
  static const int days[] = { 20260901, 20261010, 20261101, 20261105, 20261109 };

  save_spasms (fixture, days, G_N_ELEMENTS (days));
  save_nights (fixture);
  present (fixture);
  unknot_test_assert_in_tree (GTK_WIDGET (get_often_row (fixture)), fixture->card);
  unknot_test_assert_narrow (fixture->card);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("/insights-card/of-nothing", test_insights_card_of_nothing);
  ADD ("/insights-card/more-often", test_insights_card_more_often);
  ADD ("/insights-card/not-more-often", test_insights_card_not_more_often);
  ADD ("/insights-card/found", test_insights_card_found);
  ADD ("/insights-card/again", test_insights_card_again);
  ADD ("/insights-card/accessible", test_insights_card_accessible);

  return g_test_run ();
}
