/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-axis.h"
#include "unknot-test-draw.h"

static void
test_axis_steps (void)
{
  static const struct
  {
    int highest;
    guint max_steps;
    int step;
  } steps[] = {
    { 0, 5, 1 },   { 1, 5, 1 },   { 5, 5, 1 },   { 6, 5, 2 },    { 10, 5, 2 },      { 11, 5, 5 },
    { 25, 5, 5 },  { 26, 5, 10 }, { 51, 5, 20 }, { 251, 5, 100 }, { 10, 1, 10 },    { 10, 0, 10 },
    { 10, 20, 1 }, { 7, 2, 5 },   { 3, 1, 5 },   { 100000, 4, 50000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_cmpint (unknot_axis_get_step (steps[i].highest, steps[i].max_steps), ==,
                     steps[i].step);
  g_assert_cmpint (unknot_axis_round_up (4), ==, 4);
  g_assert_cmpint (unknot_axis_round_up (5), ==, 6);
  g_assert_cmpint (unknot_axis_round_up (7), ==, 8);
  g_assert_cmpint (unknot_axis_round_up (12), ==, 15);
}

static void
test_axis_strides (void)
{
  static const struct
  {
    guint n;
    double spacing;
    double room;
    guint stride;
  } strides[] = {
    { 24, 30, 20, 1 }, { 24, 12, 20, 2 },  { 24, 12, 50, 6 },  { 24, 1, 100, 24 }, { 7, 40, 20, 1 },
    { 7, 40, 50, 2 },  { 7, 10, 25, 3 },   { 7, 10, 1000, 7 }, { 24, 0, 20, 24 },  { 0, 10, 20, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (strides); i++)
    {
      g_test_message ("%u of %g for %g", strides[i].n, strides[i].spacing, strides[i].room);
      g_assert_cmpuint (
        unknot_axis_get_stride (strides[i].n, strides[i].spacing, strides[i].room), ==,
        strides[i].stride);
    }
}

static void
test_axis_words (void)
{
  g_autofree char *day = unknot_axis_dup_day (20240229, "%-d %B %Y");
  g_autofree char *month = unknot_axis_dup_month (20261121, FALSE);
  g_autofree char *with_year = unknot_axis_dup_month (20261121, TRUE);
  g_autofree char *monday = unknot_axis_dup_weekday (G_DATE_MONDAY, "%a");
  g_autofree char *sunday = unknot_axis_dup_weekday (G_DATE_SUNDAY, "%A");

  g_assert_cmpstr (day, ==, "29 February 2024");
  g_assert_cmpstr (month, ==, "Nov");
  g_assert_cmpstr (with_year, ==, "Nov 2026");
  g_assert_cmpstr (monday, ==, "Mon");
  g_assert_cmpstr (sunday, ==, "Sunday");
}

/* The titles of the ticks, and where they are: `3 Jan/0 10 Jan/7`. */
static char *
describe (const UnknotChart  *chart,
          const UnknotPeriod *period,
          double              width)
{
  g_autoptr (GArray) ticks = unknot_axis_make_day_ticks (
    chart, period, width / unknot_period_get_n_days (period), G_DATE_MONDAY);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    {
      UnknotAxisTick *tick = &g_array_index (ticks, UnknotAxisTick, i);

      g_string_append_printf (text, "%s%s/%u", i > 0 ? " " : "",
                              tick->title != NULL ? tick->title : "", tick->position);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_axis_days (void)
{
  static const struct
  {
    UnknotPeriod period;
    double width;
    const char *ticks;
  } cases[] = {
    /* A Saturday. */
    { { 20261121, 20261124 }, 400, "21 Nov/0 22 Nov/1 23 Nov/2 24 Nov/3" },
    /* The first Monday, and those that follow. */
    { { 20261121, 20261211 }, 400, "23 Nov/2 30 Nov/9 7 Dec/16" },
    { { 20251115, 20260320 }, 400, "Dec 2025/16 2026/47 Feb/78 Mar/106" },
    { { 20250101, 20271231 }, 400, "Jan 2025/0 Jul/181 2026/365 Jul/546 2027/730 Jul/911" },
    /* The last has no room. */
    { { 20000601, 20261121 }, 300, "2005/1675 2010/3501 2015/5327 2020/7153 /8980" },
    { { 20261121, 20261121 }, 400, "21 Nov/0" },
    { { 20261121, 20261121 }, 3, "" },
  };
  PangoContext *context = unknot_test_draw_new_context (11, FALSE);
  const UnknotChart chart = { context, 400, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ticks = describe (&chart, &cases[i].period, cases[i].width);

      g_assert_cmpstr (ticks, ==, cases[i].ticks);
    }
  g_object_unref (context);
}

/* Whatever the days, the width and the size of words, no title runs into the next tick. */
static void
test_axis_room (void)
{
  static const guint counts[] = { 1, 7, 14, 28, 90, 365, 1000, 5000, 36525 };
  guint n_titles = 0;

  for (double points = 11; points <= 33; points += 11)
    {
      PangoContext *context = unknot_test_draw_new_context (points, FALSE);

      for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
        for (double width = 50; width < 1000; width += 130)
          {
            const UnknotChart chart = { context, width, 200 };
            const UnknotPeriod period = { 20000117,
                                          unknot_period_shift_day (20000117, counts[i] - 1) };
            double day_width = width / counts[i];
            g_autoptr (GArray) ticks =
              unknot_axis_make_day_ticks (&chart, &period, day_width, G_DATE_SUNDAY);

            for (guint j = 0; j < ticks->len; j++)
              {
                UnknotAxisTick *tick = &g_array_index (ticks, UnknotAxisTick, j);
                double end =
                  j + 1 < ticks->len
                    ? g_array_index (ticks, UnknotAxisTick, j + 1).position * day_width
                    : width;

                if (tick->title == NULL)
                  continue;
                n_titles++;
                g_assert_cmpfloat (tick->position * day_width +
                                     unknot_chart_measure (&chart, tick->title), <=, end);
              }
          }
      g_object_unref (context);
    }
  g_assert_cmpuint (n_titles, >, 500);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/axis/steps", test_axis_steps);
  g_test_add_func ("/axis/strides", test_axis_strides);
  g_test_add_func ("/axis/words", test_axis_words);
  g_test_add_func ("/axis/days", test_axis_days);
  g_test_add_func ("/axis/room", test_axis_room);

  return g_test_run ();
}
