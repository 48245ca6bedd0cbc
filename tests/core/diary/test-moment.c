/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-moment.h"

static UnknotMoment *
make (const char *zone_name,
      int         year,
      int         month,
      int         day,
      int         hour,
      int         minute)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autoptr (GDateTime) time = NULL;

  g_assert_nonnull (zone);
  time = g_date_time_new (zone, year, month, day, hour, minute, 0);

  return unknot_moment_new (time);
}

static void
test_moment_parts (void)
{
  static const struct
  {
    const char *zone;
    int date[5];
    gint64 utc;
    int offset;
    int day;
  } moments[] = {
    { "UTC", { 1970, 1, 1, 0, 0 }, 0, 0, 19700101 },
    { "UTC", { 2026, 11, 21, 3, 4 }, 1795230240000, 0, 20261121 },
    /* Summer and winter, the first and the second time that it is half past two. */
    { "Europe/Berlin", { 2026, 7, 1, 0, 30 }, 1782858600000, 120, 20260701 },
    { "Europe/Berlin", { 2026, 12, 31, 23, 59 }, 1798757940000, 60, 20261231 },
    /* Half and quarter hours, and both sides of the date line. */
    { "Asia/Kathmandu", { 2026, 3, 1, 5, 0 }, 1772320500000, 345, 20260301 },
    { "America/St_Johns", { 2026, 1, 1, 0, 0 }, 1767238200000, -210, 20260101 },
    { "Pacific/Kiritimati", { 2026, 1, 1, 1, 0 }, 1767178800000, 840, 20260101 },
    { "Pacific/Pago_Pago", { 2025, 12, 31, 23, 30 }, 1767263400000, -660, 20251231 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      const int *date = moments[i].date;
      g_autoptr (UnknotMoment) moment =
        make (moments[i].zone, date[0], date[1], date[2], date[3], date[4]);
      g_autoptr (GDateTime) time = unknot_moment_to_date_time (moment);

      g_assert_cmpint (unknot_moment_get_utc (moment), ==, moments[i].utc);
      g_assert_cmpint (unknot_moment_get_offset (moment), ==, moments[i].offset);
      g_assert_cmpint (unknot_moment_get_day (moment), ==, moments[i].day);
      g_assert_cmpstr (unknot_moment_get_zone (moment), ==, moments[i].zone);
      g_assert_cmpint (g_date_time_get_hour (time), ==, date[3]);
      g_assert_cmpint (g_date_time_get_minute (time), ==, date[4]);
    }
}

/* On 25 October 2026 it is half past two twice in Berlin: an hour apart, on one day. */
static void
test_moment_the_hour_twice (void)
{
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) first = g_date_time_new_from_iso8601 ("2026-10-25T00:30:00Z", NULL);
  g_autoptr (GDateTime) second = g_date_time_new_from_iso8601 ("2026-10-25T01:30:00Z", NULL);
  g_autoptr (GDateTime) local_first = g_date_time_to_timezone (first, berlin);
  g_autoptr (GDateTime) local_second = g_date_time_to_timezone (second, berlin);
  g_autoptr (UnknotMoment) one = unknot_moment_new (local_first);
  g_autoptr (UnknotMoment) other = unknot_moment_new (local_second);
  g_autoptr (GDateTime) told_one = unknot_moment_to_date_time (one);
  g_autoptr (GDateTime) told_other = unknot_moment_to_date_time (other);

  g_assert_cmpint (g_date_time_get_hour (told_one), ==, 2);
  g_assert_cmpint (g_date_time_get_hour (told_other), ==, 2);
  g_assert_cmpint (unknot_moment_get_offset (one), ==, 120);
  g_assert_cmpint (unknot_moment_get_offset (other), ==, 60);
  g_assert_cmpint (unknot_moment_get_day (one), ==, 20261025);
  g_assert_cmpint (unknot_moment_get_day (other), ==, 20261025);
  g_assert_cmpint (unknot_moment_compare (one, other), <, 0);
  g_assert_cmpint (unknot_moment_compare (other, one), >, 0);
  g_assert_cmpint (unknot_moment_compare (one, one), ==, 0);
}

static void
test_moment_stored (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotMoment) moment =
    unknot_moment_new_stored (1798757940000, 60, "Europe/Berlin", 20261231, &error);

  g_assert_no_error (error);
  g_assert_cmpint (unknot_moment_get_utc (moment), ==, 1798757940000);
  g_assert_cmpint (unknot_moment_get_offset (moment), ==, 60);
  g_assert_cmpint (unknot_moment_get_day (moment), ==, 20261231);
  g_assert_cmpstr (unknot_moment_get_zone (moment), ==, "Europe/Berlin");
}

/* A zone that is no more, or was given another offset since, changes nothing of what was kept. */
static void
test_moment_stored_zone_is_not_looked_up (void)
{
  g_autoptr (UnknotMoment) moment =
    unknot_moment_new_stored (1798757940000, 600, "Nowhere/Never", 20270101, NULL);
  g_autoptr (GDateTime) time = unknot_moment_to_date_time (moment);

  g_assert_cmpint (g_date_time_get_hour (time), ==, 8);
  g_assert_cmpint (g_date_time_get_day_of_month (time), ==, 1);
}

/* Every day has the same length here, and yet each date is found, before 1970 too. */
static void
test_moment_stored_days (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (-3 * 3600 - 1800);

  for (gint64 utc = -60000000000000; utc <= 60000000000000; utc += 123456789012)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc_usec (utc * 1000);
      g_autoptr (GDateTime) local = g_date_time_to_timezone (time, zone);
      g_autoptr (UnknotMoment) moment = unknot_moment_new (local);
      g_autoptr (UnknotMoment) stored =
        unknot_moment_new_stored (utc, -210, "Somewhere", unknot_moment_get_day (moment), NULL);

      g_assert_nonnull (stored);
      g_assert_null (unknot_moment_new_stored (utc, -210, "Somewhere",
                                               unknot_moment_get_day (moment) + 1, NULL));
    }
}

static void
test_moment_refused (void)
{
  static const struct
  {
    gint64 utc;
    gint64 offset;
    const char *zone;
    gint64 day;
  } moments[] = {
    { 1798757940000, 60, "Europe/Berlin", 20270101 },
    { 1798757940000, 0, "UTC", 20261230 },
    { 1798757940000, 2000, "UTC", 20270102 },
    { 1798757940000, -2000, "UTC", 20261230 },
    { 1798757940000, G_MAXINT64, "UTC", 20261231 },
    { 1798757940000, G_MININT64, "UTC", 20261231 },
    { 1798757940000, 60, NULL, 20261231 },
    { 60480000000001, 0, "UTC", 38860719 },
    { -60480000000001, 0, "UTC", 530616 },
    { 1798757940000, 60, "\xff", 20261231 },
    { 1798757940000, 60, "UTC", 0 },
    { 1798757940000, 60, "UTC", -20261231 },
    { G_MAXINT64, 0, "UTC", 20261231 },
    { G_MININT64, 0, "UTC", 20261231 },
    { 1000000000000000, 0, "UTC", 20261231 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (unknot_moment_new_stored (moments[i].utc, moments[i].offset, moments[i].zone,
                                               moments[i].day, &error));
      g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/moment/parts", test_moment_parts);
  g_test_add_func ("/moment/the-hour-twice", test_moment_the_hour_twice);
  g_test_add_func ("/moment/stored", test_moment_stored);
  g_test_add_func ("/moment/stored-zone-is-not-looked-up",
                   test_moment_stored_zone_is_not_looked_up);
  g_test_add_func ("/moment/stored-days", test_moment_stored_days);
  g_test_add_func ("/moment/refused", test_moment_refused);

  return g_test_run ();
}
