/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-csv-time.h"

#define DMY UNKNOT_CSV_ORDER_DAY_MONTH_YEAR
#define MDY UNKNOT_CSV_ORDER_MONTH_DAY_YEAR

/* In Berlin, as it is told there. */
static const struct
{
  const char *text;
  UnknotCsvOrder order;
  const char *time; /* nullable: it is none */
  gboolean has_time;
} cases[] = {
  { "2026-11-21", DMY, "2026-11-21 12:00:00", FALSE },
  { "2026-11-21", MDY, "2026-11-21 12:00:00", FALSE },
  { "21.11.2026", DMY, "2026-11-21 12:00:00", FALSE },
  { "11/21/2026", MDY, "2026-11-21 12:00:00", FALSE },
  { "5.6.26", DMY, "2026-06-05 12:00:00", FALSE },
  { "5/6/26", MDY, "2026-05-06 12:00:00", FALSE },
  { " 2026-11-21 14:05 ", DMY, "2026-11-21 14:05:00", TRUE },
  { "2026-11-21T14:05:09.250", DMY, "2026-11-21 14:05:09", TRUE },
  { "2026-11-21T14:05:09Z", DMY, "2026-11-21 15:05:09", TRUE },
  { "2026-11-21 14:05:09,5+01:00", DMY, "2026-11-21 14:05:09", TRUE },
  { "21. 11. 2026", DMY, "2026-11-21 12:00:00", FALSE },
  { "21.11.26 14h05", DMY, "2026-11-21 14:05:00", TRUE },
  { "21.11.2026 x", DMY, NULL, FALSE },
  { "x 21.11.2026", DMY, NULL, FALSE },
  { "21 11 2026", DMY, NULL, FALSE },
  { "21.11.20260", DMY, NULL, FALSE },
  { "21.11.026", DMY, NULL, FALSE },
  { "2026-11-21 - 2026-11-22", DMY, NULL, FALSE },
  { "2026-11-2026", DMY, NULL, FALSE },
  { "2026-11-21 14:60", DMY, NULL, FALSE },
  { "2026-11-21 14:05:", DMY, NULL, FALSE },
  { "14:05", DMY, NULL, FALSE },
  { "2026-11-21T14:05-05:00", DMY, "2026-11-21 20:05:00", TRUE },
  { "21.11.2026, 14:05 Uhr", DMY, NULL, FALSE },
  { "11/21/2026 2:05 PM", MDY, "2026-11-21 14:05:00", TRUE },
  { "11/21/2026, 2:05\u202fPM", MDY, "2026-11-21 14:05:00", TRUE },
  { "11/21/2026 12:05 am", MDY, "2026-11-21 00:05:00", TRUE },
  { "11/21/2026 12:05 pm", MDY, "2026-11-21 12:05:00", TRUE },
  { "11/21/2026 13:05 pm", MDY, NULL, FALSE },
  { "11/21/2026", DMY, NULL, FALSE },
  { "2026-02-30", DMY, NULL, FALSE },
  { "0000-01-01", DMY, NULL, FALSE },
  { "0001-01-01", DMY, NULL, FALSE },
  { "9999-12-31", DMY, NULL, FALSE },
  { "99999999999999999999", DMY, NULL, FALSE },
  { "2026-11-21 25:00", DMY, NULL, FALSE },
  { "2026-11-21 14", DMY, NULL, FALSE },
  { "2026-11", DMY, NULL, FALSE },
  { "yesterday", DMY, NULL, FALSE },
  { "", DMY, NULL, FALSE },
};

static void
assert_moment (UnknotMoment *moment,
               const GError *error,
               const char   *expected)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *told = NULL;

  if (expected == NULL)
    {
      g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
      g_assert_null (moment);
      return;
    }

  g_assert_no_error (error);
  time = unknot_moment_to_date_time (moment);
  told = g_date_time_format (time, "%Y-%m-%d %H:%M:%S");
  g_assert_cmpstr (told, ==, expected);
  g_assert_cmpstr (unknot_moment_get_zone (moment), ==, "Europe/Berlin");
}

static GDateTime *
make_now (int month,
          int day,
          int hour)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");

  return g_date_time_new (zone, 2026, month, day, hour, 0, 0);
}

static void
test_csv_time_parse (void)
{
  g_autoptr (GDateTime) now = make_now (12, 31, 12);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean has_time = FALSE;
      g_autoptr (UnknotMoment) moment =
        unknot_csv_time_parse (cases[i].text, NULL, cases[i].order, now, &has_time, &error);

      assert_moment (moment, error, cases[i].time);
      g_assert_cmpint (moment != NULL && has_time, ==, cases[i].has_time);
    }
}

/* Beside a date, a time of day is in the place of the one there, which may be a program's. */
static void
test_csv_time_of_day (void)
{
  static const struct
  {
    const char *text;
    const char *time_text;
    const char *time; /* nullable: it is none */
    gboolean has_time;
  } columns[] = {
    { "21.11.2026", "", "2026-11-21 12:00:00", FALSE },
    { "21.11.2026", " 8:15 ", "2026-11-21 08:15:00", TRUE },
    { "21.11.2026", "8.15", "2026-11-21 08:15:00", TRUE },
    { "21.11.2026", "8:15 pm", "2026-11-21 20:15:00", TRUE },
    { "2026-11-21T00:00:00Z", "08:15", "2026-11-21 08:15:00", TRUE },
    { "21.11.2026 10:20:30", "08:15", "2026-11-21 08:15:00", TRUE },
    { "21.11.2026", "25:00", NULL, FALSE },
    { "21.11.2026", "21.11.2026", NULL, FALSE },
    { "21.11.2026", "08:15 x", NULL, FALSE },
    { "21.11.2026", "morning", NULL, FALSE },
    { "", "08:15", NULL, FALSE },
  };
  g_autoptr (GDateTime) now = make_now (12, 31, 12);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean has_time = FALSE;
      g_autoptr (UnknotMoment) moment = unknot_csv_time_parse (
        columns[i].text, columns[i].time_text, DMY, now, &has_time, &error);

      assert_moment (moment, error, columns[i].time);
      g_assert_cmpint (moment != NULL && has_time, ==, columns[i].has_time);
    }
}

static void
test_csv_time_end (void)
{
  static const struct
  {
    const char *start;
    const char *text;
    const char *time; /* nullable: it is none */
  } ends[] = {
    { "20.11.2026 08:15", "09:00", "2026-11-20 09:00:00" },
    { "20.11.2026 08:15", "08:15", "2026-11-20 08:15:00" },
    { "20.11.2026 22:00", "1:30 am", "2026-11-21 01:30:00" },
    { "24.10.2026 23:00", "03:30", "2026-10-25 03:30:00" },
    { "20.11.2026 08:15", "21.11.2026 06:00", "2026-11-21 06:00:00" },
    { "20.11.2026 08:15", "22.11.2026", "2026-11-22 12:00:00" },
    { "20.11.2026 08:15", "1.12.26", "2026-12-01 12:00:00" },
    { "20.11.2026 08:15", "09:10:26", "2026-11-20 09:10:26" },
    /* On the same day, without a time, it is not before the start, and nobody said that it is
     * after it. */
    { "20.11.2026 08:15", "20.11.2026", "2026-11-20 08:15:00" },
    { "20.11.2026 14:05", "20.11.2026", "2026-11-20 14:05:00" },
    { "20.11.2026 08:15", "24:00", NULL },
    { "20.11.2026 08:15", "soon", NULL },
    { "20.11.2026 08:15", "31.11.2026", NULL },
  };
  g_autoptr (GDateTime) now = make_now (12, 31, 12);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean has_time = FALSE;
      g_autoptr (UnknotMoment) start =
        unknot_csv_time_parse (ends[i].start, NULL, DMY, now, &has_time, NULL);
      g_autoptr (UnknotMoment) end =
        unknot_csv_time_parse_end (ends[i].text, start, DMY, now, &error);

      assert_moment (end, error, ends[i].time);
    }
}

/* What has not been is a mistake; what is of today is none, whatever hour it has, and wherever that
 * day is told of. */
static void
test_csv_time_to_come (void)
{
  static const struct
  {
    const char *text;
    gboolean is_to_come;
  } days[] = {
    { "21.11.2026", FALSE },
    { "21.11.2026 23:59", FALSE },
    { "22.11.2026", TRUE },
    { "22.11.2026 00:00", TRUE },
    { "21.11.2027", TRUE },
    { "1.12.2026", TRUE },
    /* At 23:00 in Berlin it is tomorrow further in the east, and noon further in the west. */
    { "2026-11-22T07:00+09:00", FALSE },
    { "2026-11-23T07:00+09:00", TRUE },
    { "2026-11-21T23:59-10:00", FALSE },
    { "2026-11-22T00:00-10:00", TRUE },
  };
  g_autoptr (GDateTime) now = make_now (11, 21, 23);
  g_autoptr (UnknotMoment) start = NULL;
  gboolean has_time;

  start = unknot_csv_time_parse ("20.11.2026", NULL, DMY, now, &has_time, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *fault = g_strdup_printf ("“%s” is after today.", days[i].text);
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) end_error = NULL;
      g_autoptr (UnknotMoment) moment =
        unknot_csv_time_parse (days[i].text, NULL, DMY, now, &has_time, &error);
      g_autoptr (UnknotMoment) end =
        unknot_csv_time_parse_end (days[i].text, start, DMY, now, &end_error);

      g_assert_true ((moment == NULL) == days[i].is_to_come);
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==,
                       days[i].is_to_come ? fault : NULL);
      g_assert_cmpstr (end_error != NULL ? end_error->message : NULL, ==,
                       days[i].is_to_come ? fault : NULL);
    }
}

static void
test_csv_time_order (void)
{
  UnknotCsvOrder order = MDY;

  g_assert_true (unknot_csv_time_tells_order ("21.11.2026", &order));
  g_assert_cmpint (order, ==, DMY);
  g_assert_true (unknot_csv_time_tells_order ("11/21/2026", &order));
  g_assert_cmpint (order, ==, MDY);
  g_assert_false (unknot_csv_time_tells_order ("11/12/2026", &order));
  g_assert_false (unknot_csv_time_tells_order ("2026-11-21", &order));
  g_assert_false (unknot_csv_time_tells_order ("31/31/2026", &order));
  g_assert_false (unknot_csv_time_tells_order ("soon", &order));
  g_assert_cmpint (order, ==, MDY);
  g_assert_true (unknot_csv_time_is_doubtful ("11/12/2026"));
  g_assert_true (unknot_csv_time_is_doubtful (" 1.2.26 08:00 "));
  g_assert_false (unknot_csv_time_is_doubtful ("11/11/2026"));
  g_assert_false (unknot_csv_time_is_doubtful ("11/13/2026"));
  g_assert_false (unknot_csv_time_is_doubtful ("0/11/2026"));
  g_assert_false (unknot_csv_time_is_doubtful ("2026-11-12"));
  g_assert_false (unknot_csv_time_is_doubtful ("soon"));
  /* The locale of the tests is that of C. */
  g_assert_cmpint (unknot_csv_time_get_usual_order (), ==, MDY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-time/parse", test_csv_time_parse);
  g_test_add_func ("/csv-time/of-day", test_csv_time_of_day);
  g_test_add_func ("/csv-time/end", test_csv_time_end);
  g_test_add_func ("/csv-time/to-come", test_csv_time_to_come);
  g_test_add_func ("/csv-time/order", test_csv_time_order);

  return g_test_run ();
}
