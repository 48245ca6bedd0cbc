/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-function-reminder.h"
#include "unknot-test-diary.h"
#include "unknot-test-ui.h"

/* On 21 November 2026, 14:05, in UTC. */

typedef struct
{
  DiaryFixture diary;
  UnknotToday *today;
  GSettings *settings;
  UnknotFunctionReminder *reminder;
  guint n_notified;
} Fixture;

static void
notified_cb (Fixture *fixture)
{
  fixture->n_notified++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  unknot_test_diary_set_up (&fixture->diary, NULL);
  unknot_test_diary_open (&fixture->diary);
  fixture->today = unknot_today_new (fixture->diary.diary, G_DATE_MONDAY);
  fixture->settings = unknot_test_new_settings ("DE");
  fixture->reminder = unknot_function_reminder_new (fixture->today, fixture->settings);
  g_signal_connect_swapped (fixture->reminder, "notify::due", G_CALLBACK (notified_cb), fixture);
  unknot_test_wait (unknot_today_get_trends (fixture->today) != NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->reminder);
  unknot_test_diary_close (fixture->diary.diary);
  unknot_test_settle ();
  g_assert_finalize_object (fixture->today);
  g_assert_finalize_object (fixture->settings);
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

static void
set_day (Fixture *fixture,
         int      day)
{
  unknot_test_diary_set_time (&fixture->diary, "UTC", day, 9, 0);
  unknot_today_update (fixture->today);
}

static gboolean
is_due (Fixture *fixture)
{
  return unknot_function_reminder_is_due (fixture->reminder);
}

static void
save_peg (Fixture *fixture,
          int      day)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, 9, 0);
  g_autoptr (UnknotPeg) peg = unknot_peg_new (moment, 3, 4, 5, NULL);

  unknot_test_diary_save (fixture->diary.diary, peg);
  unknot_test_wait (unknot_today_get_peg (fixture->today) != NULL);
}

/* Nobody is asked who does not want to be. */
static void
test_function_reminder_wanted (Fixture       *fixture,
                               gconstpointer  data)
{
  g_assert_false (is_due (fixture));
  g_settings_set_boolean (fixture->settings, "ask-function", TRUE);
  g_assert_true (is_due (fixture));
  g_assert_cmpuint (fixture->n_notified, ==, 1);
  g_settings_set_boolean (fixture->settings, "ask-function", FALSE);
  g_assert_false (is_due (fixture));
  g_assert_cmpuint (fixture->n_notified, ==, 2);
}

static void
test_function_reminder_weekly (Fixture       *fixture,
                               gconstpointer  data)
{
  g_settings_set_boolean (fixture->settings, "ask-function", TRUE);
  save_peg (fixture, 20261121);
  g_assert_false (is_due (fixture));
  set_day (fixture, 20261127);
  g_assert_false (is_due (fixture));
  set_day (fixture, 20261128);
  g_assert_true (is_due (fixture));
}

static void
test_function_reminder_dismissed (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_settings_set_boolean (fixture->settings, "ask-function", TRUE);
  unknot_function_reminder_dismiss (fixture->reminder);
  g_assert_false (is_due (fixture));
  set_day (fixture, 20261127);
  g_assert_false (is_due (fixture));
  set_day (fixture, 20261128);
  g_assert_true (is_due (fixture));
}

/* Once the clock was wrong, it is not silent for years. */
static void
test_function_reminder_clock (Fixture       *fixture,
                              gconstpointer  data)
{
  g_settings_set_boolean (fixture->settings, "ask-function", TRUE);
  set_day (fixture, 20361121);
  unknot_function_reminder_dismiss (fixture->reminder);
  g_assert_false (is_due (fixture));
  set_day (fixture, 20261121);
  g_assert_true (is_due (fixture));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("/function-reminder/wanted", test_function_reminder_wanted);
  ADD ("/function-reminder/weekly", test_function_reminder_weekly);
  ADD ("/function-reminder/dismissed", test_function_reminder_dismissed);
  ADD ("/function-reminder/clock", test_function_reminder_clock);

  return g_test_run ();
}
