/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-check.h"

#define RESPONSE(answer)                                                                           \
  "{\"resourceType\": \"QuestionnaireResponse\", \"item\": ["                                      \
  "{\"linkId\": \"right-now\", \"item\": ["                                                        \
  "{\"linkId\": \"bladder\", \"answer\": [{\"valueInteger\": 1}]}]}, "                             \
  "{\"linkId\": \"this-spasm\", \"item\": ["                                                       \
  "{\"linkId\": \"severity\", \"answer\": [{\"valueInteger\": 2}]}, "                              \
  "{\"linkId\": \"duration-days\"" answer "}]}]}"

static UnknotCheck *
make_check (const char *zone_name,
            int         day,
            int         hour,
            const char *answers,
            const char *level)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autoptr (GDateTime) time =
    g_date_time_new (zone, day / 10000, day / 100 % 100, day % 100, hour, 59, 0);
  g_autoptr (UnknotMoment) moment = unknot_moment_new (time);
  g_autofree char *assessment =
    g_strdup_printf ("{\"version\": \"1.0\", \"level\": %s, \"complete\": true}", level);
  g_autoptr (GError) error = NULL;
  UnknotCheck *check = unknot_check_new (moment, answers, assessment, &error);

  g_assert_no_error (error);

  return check;
}

static int
get_recheck_day (const char *answers,
                 const char *level)
{
  g_autoptr (UnknotCheck) check = make_check ("UTC", 20261121, 12, answers, level);

  return unknot_check_get_recheck_day (check);
}

/* The 14th day of the spasm, over the end of a month, a year and a February. */
static void
test_check_recheck_day (void)
{
  static const struct
  {
    int day;
    int duration_days;
    int recheck_day;
  } cases[] = {
    { 20261121, 0, 20261205 },  { 20261121, 1, 20261204 },  { 20261121, 6, 20261129 },
    { 20261121, 13, 20261122 }, { 20261121, 14, 0 },        { 20261121, 15, 0 },
    { 20261121, 3650, 0 },      { 20261230, 0, 20270113 },  { 20261231, 13, 20270101 },
    { 20280215, 0, 20280229 },  { 20270215, 0, 20270301 },  { 20261020, 2, 20261101 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *answers =
        g_strdup_printf ("{\"answers\": {\"duration-days\": %d}}", cases[i].duration_days);
      g_autoptr (UnknotCheck) check =
        make_check ("Europe/Berlin", cases[i].day, 23, answers, "\"self-care\"");
      g_autoptr (UnknotCheck) copy =
        UNKNOT_CHECK (unknot_entry_copy (UNKNOT_ENTRY (check)));

      g_test_message ("%d, %d", cases[i].day, cases[i].duration_days);
      g_assert_cmpint (unknot_check_get_recheck_day (check), ==, cases[i].recheck_day);
      g_assert_cmpint (unknot_check_get_recheck_day (copy), ==, cases[i].recheck_day);
    }
}

/* By the day on the wall, wherever that was. */
static void
test_check_recheck_day_in_zones (void)
{
  static const char *const zones[] = { "Pacific/Auckland", "Pacific/Honolulu", "Asia/Kathmandu" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      for (int hour = 0; hour < 24; hour += 23)
        {
          g_autoptr (UnknotCheck) check =
            make_check (zones[i], 20261121, hour, "{\"answers\": {\"duration-days\": 4}}",
                        "\"doctor\"");

          g_assert_cmpint (unknot_check_get_recheck_day (check), ==, 20261201);
        }
    }
}

static void
test_check_recheck_day_by_level (void)
{
  static const char answers[] = "{\"answers\": {\"duration-days\": 4}}";

  g_assert_cmpint (get_recheck_day (answers, "\"self-care\""), ==, 20261201);
  g_assert_cmpint (get_recheck_day (answers, "\"doctor\""), ==, 20261201);
  g_assert_cmpint (get_recheck_day (answers, "\"urgent\""), ==, 0);
  g_assert_cmpint (get_recheck_day (answers, "\"emergency\""), ==, 0);
  g_assert_cmpint (get_recheck_day (answers, "null"), ==, 0);
}

static void
test_check_recheck_day_in_responses (void)
{
  static const struct
  {
    const char *answers;
    int recheck_day;
  } cases[] = {
    { RESPONSE (", \"answer\": [{\"valueInteger\": 4}]"), 20261201 },
    { RESPONSE (", \"answer\": [{\"valueInteger\": 14}]"), 0 },
    { RESPONSE (", \"answer\": [{\"valueInteger\": -1}]"), 0 },
    { RESPONSE (", \"answer\": [{\"valueInteger\": 4.5}]"), 0 },
    { RESPONSE (", \"answer\": [{\"valueInteger\": \"4\"}]"), 0 },
    { RESPONSE (", \"answer\": [{\"valueInteger\": 99999999999}]"), 0 },
    { RESPONSE (", \"answer\": [{\"extension\": []}]"), 0 },
    { RESPONSE (", \"answer\": [{\"valueInteger\": 4}, {\"valueInteger\": 5}]"), 0 },
    { RESPONSE (", \"answer\": [4]"), 0 },
    { RESPONSE (", \"answer\": []"), 0 },
    { RESPONSE (", \"answer\": {}"), 0 },
    { RESPONSE (""), 0 },
    { "{\"item\": 7}", 0 },
    { "{\"item\": [7, {}, {\"linkId\": 7}]}", 0 },
    { "{\"answers\": 7}", 0 },
    { "{\"answers\": {\"duration-days\": null}}", 0 },
    { "{\"answers\": {\"duration-days\": -4}}", 0 },
    { "{\"answers\": {\"age\": 4}}", 0 },
    { "{}", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].answers);
      g_assert_cmpint (get_recheck_day (cases[i].answers, "\"doctor\""), ==, cases[i].recheck_day);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/check/recheck-day", test_check_recheck_day);
  g_test_add_func ("/check/recheck-day-in-zones", test_check_recheck_day_in_zones);
  g_test_add_func ("/check/recheck-day-by-level", test_check_recheck_day_by_level);
  g_test_add_func ("/check/recheck-day-in-responses", test_check_recheck_day_in_responses);

  return g_test_run ();
}
