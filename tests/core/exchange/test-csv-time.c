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
  { "2026-11-21T14:05-05:00", DMY, "2026-11-21 20:05:00", TRUE },
  { "21.11.2026, 14:05 Uhr", DMY, NULL, FALSE },
  { "11/21/2026 2:05 PM", MDY, "2026-11-21 14:05:00", TRUE },
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
test_csv_time_parse (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean has_time = FALSE;
      g_autoptr (UnknotMoment) moment =
        unknot_csv_time_parse (cases[i].text, cases[i].order, zone, &has_time, &error);
      g_autoptr (GDateTime) time = NULL;
      g_autofree char *told = NULL;

      if (cases[i].time == NULL)
        {
          g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
          g_assert_null (moment);
          continue;
        }
      g_assert_no_error (error);
      time = unknot_moment_to_date_time (moment);
      told = g_date_time_format (time, "%Y-%m-%d %H:%M:%S");
      g_assert_cmpstr (told, ==, cases[i].time);
      g_assert_cmpint (has_time, ==, cases[i].has_time);
      g_assert_cmpstr (unknot_moment_get_zone (moment), ==, "Europe/Berlin");
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
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-time/parse", test_csv_time_parse);
  g_test_add_func ("/csv-time/order", test_csv_time_order);

  return g_test_run ();
}
