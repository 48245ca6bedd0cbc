/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-insights-text.h"
#include "unknot-test-ui.h"

typedef struct
{
  UnknotInsight insight;
  const char *title;
  const char *counts;
  const char *interval;
} Case;

static const Case cases[] = {
  { { UNKNOT_INSIGHT_SLEEP, NULL, G_DATE_BAD_WEEKDAY, 9, 8, 10, 1, 0.7889, 0.3446, 0.9116, 0.95,
      TRUE },
    "Bad nights went with more spasms",
    "After broken sleep or hardly any, a spasm began that day or the next 8 of 9 times; after a "
    "good night, 1 of 10 times.",
    "In 100, that is 79 more. Chance leaves room for 34 to 91 more." },
  { { UNKNOT_INSIGHT_SLEEP, NULL, G_DATE_BAD_WEEKDAY, 10, 1, 9, 8, -0.7889, -0.9116, -0.3446, 0.95,
      TRUE },
    "Bad nights went with fewer spasms",
    "After broken sleep or hardly any, a spasm began that day or the next 1 of 10 times; after a "
    "good night, 8 of 9 times.",
    "In 100, that is 79 fewer. Chance leaves room for 34 to 91 fewer." },
  { { UNKNOT_INSIGHT_SLEEP, NULL, G_DATE_BAD_WEEKDAY, 4, 2, 3, 0, 0.5, -0.1616, 0.85, 0.95, FALSE },
    "Bad nights and spasms: no clear difference",
    "After broken sleep or hardly any, a spasm began that day or the next 2 of 4 times; after a "
    "good night, 0 of 3 times.",
    "In 100, chance leaves room for anything from 16 fewer to 85 more." },
  { { UNKNOT_INSIGHT_MEASURE, "heat", G_DATE_BAD_WEEKDAY, 8, 7, 12, 3, 0.625, 0.1, 0.8, 0.99,
      TRUE },
    "Heat went with relief more often than other measures",
    "You noted relief 7 of 8 times with it, and 3 of 12 times with other measures.",
    "In 100, that is 63 more. Chance leaves room for 10 to 80 more." },
  { { UNKNOT_INSIGHT_MEASURE, "cold", G_DATE_BAD_WEEKDAY, 400, 90, 400, 110, -0.05, -0.096, -0.004,
      0.99, TRUE },
    "Cold went with relief less often than other measures",
    "You noted relief 90 of 400 times with it, and 110 of 400 times with other measures.",
    "In 100, that is 5 fewer. Chance leaves room for 1 to 10 fewer." },
  { { UNKNOT_INSIGHT_WEEKDAY, NULL, G_DATE_MONDAY, 8, 5, 40, 6, 0.475, 0.02, 0.75, 0.99, TRUE },
    "Monday went with more spasms than other days",
    "Monday: a spasm began on 5 of 8 with an entry. Other days: on 6 of 40.",
    "In 100, that is 48 more. Chance leaves room for 2 to 75 more." },
};

static void
test_insights_text_found (gconstpointer data)
{
  const Case *expected = data;
  g_autofree char *title = unknot_insights_text_dup_title (&expected->insight);
  g_autofree char *counts = unknot_insights_text_dup_counts (&expected->insight);
  g_autofree char *interval = unknot_insights_text_dup_interval (&expected->insight);

  g_assert_cmpstr (title, ==, expected->title);
  g_assert_cmpstr (counts, ==, expected->counts);
  g_assert_cmpstr (interval, ==, expected->interval);
}

static void
test_insights_text_needs (void)
{
  static const struct
  {
    UnknotInsightNeed need;
    const char *text;
  } needs[] = {
    { { UNKNOT_INSIGHT_SLEEP, NULL, G_DATE_BAD_WEEKDAY, 1, 2 },
      "Still needed: 1 bad night and 2 good nights, with an entry on the day after" },
    { { UNKNOT_INSIGHT_SLEEP, NULL, G_DATE_BAD_WEEKDAY, 0, 1 },
      "Still needed: 1 good night, with an entry on the day after" },
    { { UNKNOT_INSIGHT_MEASURE, NULL, G_DATE_BAD_WEEKDAY, 3, 3 },
      "Still needed: 3 times with one measure and 3 times with something else, with whether it "
      "helped" },
    { { UNKNOT_INSIGHT_MEASURE, "heat", G_DATE_BAD_WEEKDAY, 1, 0 },
      "Still needed: 1 time with “Heat”, with whether it helped" },
    { { UNKNOT_INSIGHT_WEEKDAY, NULL, G_DATE_BAD_WEEKDAY, 3, 3 },
      "Still needed: 3 days of one weekday and 3 other days, with an entry" },
    { { UNKNOT_INSIGHT_WEEKDAY, NULL, G_DATE_FRIDAY, 2, 1 },
      "Still needed: 2 days that are a Friday and 1 other day, with an entry" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    {
      g_autofree char *text = unknot_insights_text_dup_need (&needs[i].need);

      g_assert_cmpstr (text, ==, needs[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/insights-text/found/%u", i);

      g_test_add_data_func (path, &cases[i], test_insights_text_found);
    }
  g_test_add_func ("/insights-text/needs", test_insights_text_needs);

  return g_test_run ();
}
