/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-time-of-day.h"

static void
test_time_of_day_parse (void)
{
  static const struct
  {
    const char *text;
    int minutes;        /* where hours are counted to 24; negative where it is no time */
    int twelve_minutes; /* where they are counted to 12 */
  } cases[] = {
    { "14:05", 845, 845 },
    { " 14:05 ", 845, 845 },
    { "14.05", 845, 845 },
    { "14h05", 845, 845 },
    { "1405", 845, 845 },
    { "905", 545, -1 },
    { "9:05", 545, -1 },
    { "14", 840, 840 },
    { "0:00", 0, 0 },
    { "12:30", 750, -1 },
    { "23:59", 1439, 1439 },
    { "2:05 PM", 845, 845 },
    { "2:05pm", 845, 845 },
    { "2 p.m.", 840, 840 },
    { "12 am", 0, 0 },
    { "12:30 PM", 750, 750 },
    { "11:59 a", 719, 719 },
    { "١٤:٠٥", 845, 845 },
    { "", -1, -1 },
    { "24:00", -1, -1 },
    { "14:60", -1, -1 },
    { "14:5", -1, -1 },
    { "14:05:00", -1, -1 },
    { "13 pm", -1, -1 },
    { "0 am", -1, -1 },
    { "9 x", -1, -1 },
    { "-1", -1, -1 },
    { "noon", -1, -1 },
    { "99999999999", -1, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int minutes = -1, twelve_minutes = -1;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (unknot_time_of_day_parse (cases[i].text, FALSE, &minutes), ==,
                       cases[i].minutes >= 0);
      g_assert_cmpint (minutes, ==, cases[i].minutes);
      g_assert_cmpint (unknot_time_of_day_parse (cases[i].text, TRUE, &twelve_minutes), ==,
                       cases[i].twelve_minutes >= 0);
      g_assert_cmpint (twelve_minutes, ==, cases[i].twelve_minutes);
    }
}

static void
test_time_of_day_format (void)
{
  static const struct
  {
    int minutes;
    const char *text;
    const char *twelve_text;
  } cases[] = {
    { 0, "00:00", "12:00 AM" },   { 59, "00:59", "12:59 AM" },   { 545, "09:05", "9:05 AM" },
    { 720, "12:00", "12:00 PM" }, { 845, "14:05", "2:05 PM" },   { 1439, "23:59", "11:59 PM" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = unknot_time_of_day_format (cases[i].minutes, FALSE);
      g_autofree char *twelve_text = unknot_time_of_day_format (cases[i].minutes, TRUE);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (twelve_text, ==, cases[i].twelve_text);
    }
}

/* Every minute of a day is read as it is written. */
static void
test_time_of_day_both_ways (void)
{
  for (int twelve_hour = 0; twelve_hour <= 1; twelve_hour++)
    {
      for (int i = 0; i < 24 * 60; i++)
        {
          g_autofree char *text = unknot_time_of_day_format (i, twelve_hour);
          int minutes;

          g_assert_true (unknot_time_of_day_parse (text, twelve_hour, &minutes));
          g_assert_cmpint (minutes, ==, i);
        }
    }
}

static void
test_time_of_day_language (void)
{
  g_assert_false (unknot_time_of_day_is_twelve_hour ());
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time-of-day/parse", test_time_of_day_parse);
  g_test_add_func ("/time-of-day/format", test_time_of_day_format);
  g_test_add_func ("/time-of-day/both-ways", test_time_of_day_both_ways);
  g_test_add_func ("/time-of-day/language", test_time_of_day_language);

  return g_test_run ();
}
