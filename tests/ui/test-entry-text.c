/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-check.h"
#include "unknot-day.h"
#include "unknot-entry-text.h"
#include "unknot-event.h"
#include "unknot-peg.h"
#include "unknot-visit.h"
#include "unknot-test-diary.h"
#include "unknot-unread.h"

#define MINUTE G_GINT64_CONSTANT (60000)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

static UnknotClock *
make_clock (const char *zone_name,
            int         day,
            int         hour)
{
  UnknotClock *clock = unknot_clock_new ();
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment (zone_name, day, hour, 0);
  g_autoptr (GDateTime) now = unknot_moment_to_date_time (moment);

  unknot_clock_set_now (clock, now);

  return clock;
}

static void
assert_title (gpointer    entry,
              const char *expected)
{
  g_autofree char *title = unknot_entry_text_dup_title (entry);

  g_assert_cmpstr (title, ==, expected);
}

static void
add_place (UnknotEpisode *episode,
           const char    *area,
           const char    *side)
{
  g_autoptr (UnknotPlace) place = unknot_place_new (area, side, UNKNOT_PAIN_UNKNOWN, NULL, NULL);

  g_list_store_append (unknot_episode_get_places (episode), place);
}

static void
test_entry_text_episode (void)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 8, 6);

  assert_title (episode, "Spasm, 6 of 10");
  add_place (episode, "lower", "left");
  assert_title (episode, "Spasm: Lower back, 6 of 10");
  add_place (episode, "lower", "right");
  assert_title (episode, "Spasm: Lower back, 6 of 10");
  add_place (episode, "buttock", NULL);
  add_place (episode, "lower", "midline");
  add_place (episode, "neck", NULL);
  assert_title (episode, "Spasm: Lower back, Buttock, Neck, 6 of 10");
  add_place (episode, "buttock", "both");
  assert_title (episode, "Spasm: Lower back, Buttock, Neck, 6 of 10");
  add_place (episode, "foot", "left");
  assert_title (episode, "Spasm: Lower back, Buttock, Neck …, 6 of 10");
}

static void
test_entry_text_check (void)
{
  static const struct
  {
    const char *level;
    const char *title;
  } cases[] = {
    { "\"emergency\"", "Check-up: Call the emergency number now" },
    { "\"urgent\"", "Check-up: Get seen today" },
    { "\"doctor\"", "Check-up: Book an appointment" },
    { "\"self-care\"", "Check-up: Care for it at home, and watch" },
    { "null", "Check-up: Not finished" },
  };
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261121, 8, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *assessment = g_strdup_printf (
        "{\"protocol\": \"back-spasm\", \"version\": \"1.0\", \"level\": %s, "
        "\"complete\": true, \"rules\": [], \"not-sure\": [], \"missing\": []}",
        cases[i].level);
      g_autoptr (UnknotCheck) check = unknot_check_new (moment, "{}", assessment, NULL);

      assert_title (check, cases[i].title);
    }
}

static void
test_entry_text_day (void)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261121, 8, 0);
  g_autoptr (UnknotDay) day = unknot_day_new (moment);

  assert_title (day, "A day");
  unknot_day_set_sleep (day, "hardly", NULL);
  assert_title (day, "Hardly slept");
  unknot_day_set_painless (day, TRUE);
  assert_title (day, "No pain");
}

static void
test_entry_text_others (void)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261121, 8, 0);
  g_autoptr (UnknotDose) dose = unknot_dose_new (moment, "Ibu <600> & %s", 1, NULL);
  g_autoptr (UnknotRelief) relief = unknot_relief_new (moment, "heat", NULL);
  g_autoptr (UnknotReading) reading = unknot_reading_new (moment, 0, NULL);
  g_autoptr (UnknotEvent) event = unknot_event_new (moment, "new-chair", NULL);
  g_autoptr (UnknotPeg) peg = unknot_peg_new (moment, 4, 3, 6, NULL);
  g_autoptr (UnknotVisit) visit = unknot_visit_new (moment);

  assert_title (dose, "Ibu <600> & %s");
  assert_title (relief, "Heat");
  assert_title (reading, "Pain, 0 of 10");
  assert_title (event, "A new chair");
  unknot_event_set_title (event, "For <kneeling>", NULL);
  assert_title (event, "For <kneeling>");
  assert_title (peg, "Pain and function, 4.3 of 10");
  assert_title (visit, "Visit to the doctor");
}

static void
test_entry_text_span (void)
{
  static const struct
  {
    gint64 span;
    const char *text;
  } cases[] = {
    { 0, "0 min" },
    { MINUTE - 1, "0 min" },
    { 59 * MINUTE, "59 min" },
    { HOUR, "1 h" },
    { HOUR + MINUTE, "1 h 1 min" },
    { DAY - 1, "23 h 59 min" },
    { DAY, "1 day" },
    { 2 * DAY - 1, "1 day 23 h" },
    { 2 * DAY, "2 days" },
    { 3 * DAY - 1, "2 days 23 h" },
    { 4 * DAY - 1, "3 days" },
    { 20000 * DAY, "20000 days" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = unknot_entry_text_dup_span (cases[i].span);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_entry_text_day_name (void)
{
  static const struct
  {
    int now;
    int day;
    const char *text;
  } cases[] = {
    { 20261121, 20261121, "Today" },
    { 20261121, 20261120, "Yesterday" },
    { 20261121, 20261119, "Thursday, 19 November" },
    { 20261121, 20260101, "Thursday, 1 January" },
    { 20261121, 20251231, "31 December 2025" },
    { 20261121, 20261122, "Tomorrow" },
    { 20261121, 20261123, "Monday, 23 November" },
    { 20261231, 20270101, "Tomorrow" },
    { 20270101, 20261231, "Yesterday" },
    { 20270102, 20261231, "31 December 2026" },
    { 20280301, 20280229, "Yesterday" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotClock) clock = make_clock ("Europe/Berlin", cases[i].now, 0);
      g_autofree char *text = unknot_entry_text_dup_day (cases[i].day, clock);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Each is told as the clock on the wall told it, where the person was. */
static void
test_entry_text_time (void)
{
  static const struct
  {
    const char *zone;
    int day;
    int hour;
    const char *text;
  } cases[] = {
    { "Europe/Berlin", 20261121, 0, "00:00" },
    { "Europe/Berlin", 20261120, 23, "Yesterday, 23:00" },
    { "Asia/Tokyo", 20261121, 9, "09:00" },
    { "America/Los_Angeles", 20261120, 23, "Yesterday, 23:00" },
    { "Asia/Kathmandu", 20261101, 12, "Sunday, 1 November, 12:00" },
    { "Pacific/Kiritimati", 20251231, 6, "31 December 2025, 06:00" },
    { "Europe/Berlin", 20260329, 3, "Sunday, 29 March, 03:00" },
  };
  g_autoptr (UnknotClock) clock = make_clock ("Europe/Berlin", 20261121, 14);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotMoment) moment =
        unknot_test_diary_make_moment (cases[i].zone, cases[i].day, cases[i].hour, 0);
      g_autofree char *text = unknot_entry_text_dup_time (moment, clock);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
assert_details (gpointer     entry,
                UnknotClock *clock,
                const char  *expected)
{
  g_autofree char *details = unknot_entry_text_dup_details (entry, clock);

  g_assert_cmpstr (details, ==, expected);
}

static void
test_entry_text_details (void)
{
  g_autoptr (UnknotClock) clock = make_clock ("UTC", 20261121, 14);
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261120, 22, 6);
  g_autoptr (UnknotMoment) end = unknot_test_diary_make_moment ("Asia/Tokyo", 20261121, 9, 30);
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261121, 8, 0);
  g_autoptr (UnknotDay) day = unknot_day_new (moment);
  g_autoptr (UnknotRelief) relief = unknot_relief_new (moment, "heat", NULL);

  assert_details (episode, clock, "Yesterday, 22:00 · going on");
  unknot_episode_set_end (episode, end, NULL);
  assert_details (episode, clock, "Yesterday, 22:00 · 2 h 30 min");
  /* Of a time that nobody told, nothing is made up. */
  unknot_episode_set_end (episode, unknot_episode_get_start (episode), NULL);
  assert_details (episode, clock, "Yesterday, 22:00");
  unknot_episode_set_precision (episode, "day", NULL);
  assert_details (episode, clock, "Yesterday");
  assert_details (day, clock, "Today");
  assert_details (relief, clock, "08:00");
}

static void
test_entry_text_unread (void)
{
  g_autoptr (UnknotClock) clock = make_clock ("UTC", 20261121, 14);
  g_autoptr (UnknotUnread) damaged = unknot_unread_new (20261120, TRUE);
  g_autoptr (UnknotUnread) gone = unknot_unread_new (20260230, FALSE);

  assert_title (damaged, "Damaged entry");
  assert_details (damaged, clock, "Yesterday");
  assert_title (gone, "Entry that could not be read");
  assert_details (gone, clock, "Day unknown");
}

static void
test_entry_text_recheck (void)
{
  static const struct
  {
    int day;
    const char *text;
  } cases[] = {
    { 20261120, "Check again today" },
    { 20261121, "Check again today" },
    { 20261122, "Check again by 22 November" },
    { 20270101, "Check again by 1 January" },
  };
  g_autoptr (UnknotClock) clock = make_clock ("UTC", 20261121, 14);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = unknot_entry_text_dup_recheck (cases[i].day, clock);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/entry-text/episode", test_entry_text_episode);
  g_test_add_func ("/entry-text/check", test_entry_text_check);
  g_test_add_func ("/entry-text/day", test_entry_text_day);
  g_test_add_func ("/entry-text/others", test_entry_text_others);
  g_test_add_func ("/entry-text/span", test_entry_text_span);
  g_test_add_func ("/entry-text/day-name", test_entry_text_day_name);
  g_test_add_func ("/entry-text/time", test_entry_text_time);
  g_test_add_func ("/entry-text/details", test_entry_text_details);
  g_test_add_func ("/entry-text/unread", test_entry_text_unread);
  g_test_add_func ("/entry-text/recheck", test_entry_text_recheck);

  return g_test_run ();
}
