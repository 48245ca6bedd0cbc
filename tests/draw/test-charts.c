/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-bars-chart.h"
#include "unknot-calendar-chart.h"
#include "unknot-columns-chart.h"
#include "unknot-function-chart.h"
#include "unknot-pain-chart.h"
#include "unknot-period.h"
#include "unknot-test-draw.h"
#include "unknot-weeks-chart.h"

#include <locale.h>
#include <math.h>

/* What is the same for all charts. */

#define MAX_DAYS 5000
#define FIRST_DAY 20251122

typedef enum
{
  CHART_CALENDAR,
  CHART_PAIN,
  CHART_WEEKS,
  CHART_TRIGGERS,
  CHART_RELIEFS,
  CHART_HOURS,
  CHART_WEEKDAYS,
  CHART_FUNCTION,
  N_CHARTS,
} Kind;

static const char *const names[N_CHARTS] = { "calendar", "pain",  "weeks",    "triggers",
                                             "reliefs",  "hours", "weekdays", "function" };

typedef struct
{
  Kind kind;
  PangoContext *context;
  UnknotHistoryDay *days;
  UnknotHistoryWeek *weeks;
  GStrv hours;
  GStrv weekdays;
  GPtrArray *pegs;
  UnknotCalendarChart calendar;
  UnknotPainChart pain;
  UnknotWeeksChart week;
  UnknotBarsChart bars;
  UnknotColumnsChart columns;
  UnknotFunctionChart function;
  int hovered;
  int focused;
} Subject;

static const UnknotBar triggers[] = {
  { "Lifting", 23 },   { "Sitting for long", 17 }, { "Twisting", 9 },
  { "Poor sleep", 4 }, { "Cold", 1 },
};

static const UnknotBar reliefs[] = {
  { "Heat", 31, { 1, 4, 14, 10 } },
  { "Walking", 18, { 3, 3, 6, 6 } },
  { "Ibuprofen", 12, { 0, 2, 4, 6 } },
  { "Stretching", 7, { 4, 2, 1, 0 } },
};

static const int hours[24] = { 0, 0, 1, 0, 0, 2, 7, 12, 9, 5, 3, 2,
                               1, 2, 4, 3, 5, 6, 8, 4,  2, 1, 0, 1 };

static const int weekdays[7] = { 12, 5, 3, 4, 9, 2, 0 };

static const UnknotHistoryMarker markers[] = {
  { 20251122, UNKNOT_HISTORY_MARKER_CHECK, "doctor", NULL },
  { 20251124, UNKNOT_HISTORY_MARKER_MEASURE, "heat", NULL },
  { 20260110, UNKNOT_HISTORY_MARKER_EVENT, "chair", NULL },
  { 20260310, UNKNOT_HISTORY_MARKER_MEASURE, "walking", NULL },
  { 20260312, UNKNOT_HISTORY_MARKER_MEDICINE, "ibuprofen", NULL },
  { 20260701, UNKNOT_HISTORY_MARKER_MEDICINE, "paracetamol", NULL },
};

/* --- The data --- */

/* As a diary may be: bad weeks, calm ones, and some without an entry. */
static void
fill_day (UnknotHistoryDay *day,
          guint             i)
{
  guint in_turn = i * 7919 % 101;

  if (i % 97 < 12 || in_turn > 80)
    return;
  if (in_turn > 74)
    day->is_entered = TRUE;
  else if (i / 20 % 3 == 0 || in_turn > 50)
    unknot_test_draw_set_pain (day, 0, 0);
  else
    {
      int worst = 1 + in_turn % 10;

      unknot_test_draw_set_pain (day, MAX (1, worst - (int) (i % 4)), worst);
    }
}

static guint
fill_weeks (Subject *subject,
            guint    n_days)
{
  guint offset = unknot_period_get_weekday (FIRST_DAY) - G_DATE_MONDAY;
  guint n_weeks = (n_days + offset + 6) / 7;

  subject->weeks = g_new0 (UnknotHistoryWeek, n_weeks);
  for (guint i = 0; i < n_weeks; i++)
    subject->weeks[i].first_day = unknot_period_shift_day (FIRST_DAY, 7 * i - offset);
  for (guint i = 0; i < n_days; i++)
    {
      UnknotHistoryWeek *week = &subject->weeks[(i + offset) / 7];

      week->n_days++;
      week->n_entered += subject->days[i].is_entered;
      week->n_spasms += subject->days[i].n_spasms;
    }

  return n_weeks;
}

/* Each week, but for some that were left out; it gets better, not evenly. */
static GPtrArray *
make_pegs (guint n_days)
{
  GPtrArray *pegs = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_days; i += i % 97 > 70 ? 28 : 7)
    {
      int day = unknot_period_shift_day (FIRST_DAY, i);
      g_autoptr (GDateTime) time =
        g_date_time_new_utc (day / 10000, day / 100 % 100, day % 100, 9, 0, 0);
      g_autoptr (UnknotMoment) moment = unknot_moment_new (time);
      int mean = 8 - (int) MIN (i / 70, 6);

      g_ptr_array_add (pegs, unknot_peg_new (moment, mean, mean + i % 3, mean - i % 2, NULL));
    }

  return pegs;
}

static Subject
make_subject (Kind     kind,
              double   points,
              gboolean right_to_left,
              double   width,
              double   height,
              guint    n_days)
{
  PangoContext *context = unknot_test_draw_new_context (points, right_to_left);
  const UnknotChart chart = { context, width, height };
  Subject subject = { .kind = kind, .context = context, .hovered = -1, .focused = -1 };
  guint n_weeks;

  subject.days = unknot_test_draw_make_days (FIRST_DAY, n_days);
  for (guint i = 0; i < n_days; i++)
    fill_day (&subject.days[i], i);
  n_weeks = n_days > 0 ? fill_weeks (&subject, n_days) : 0;
  subject.hours = unknot_columns_chart_dup_hours ();
  subject.weekdays = unknot_columns_chart_dup_weekdays (G_DATE_MONDAY);
  subject.calendar = (UnknotCalendarChart) { chart, subject.days, n_days, G_DATE_MONDAY };
  subject.pain = (UnknotPainChart) { chart,   subject.days,           n_days,
                                     markers, G_N_ELEMENTS (markers), G_DATE_MONDAY };
  subject.week = (UnknotWeeksChart) {
    .chart = chart, .weeks = subject.weeks, .n_weeks = n_weeks, .n_recent = 7, .n_before = 3,
    .first_weekday = G_DATE_MONDAY,
  };
  if (n_days > 0)
    {
      subject.week.today = subject.days[n_days - 1].day;
      subject.week.period = (UnknotPeriod) { FIRST_DAY, subject.week.today };
    }
  subject.bars = (UnknotBarsChart) {
    chart, kind == CHART_TRIGGERS ? triggers : reliefs,
    MIN (n_days, kind == CHART_TRIGGERS ? G_N_ELEMENTS (triggers) : G_N_ELEMENTS (reliefs)),
    kind == CHART_RELIEFS,
  };
  if (kind == CHART_HOURS)
    subject.columns = (UnknotColumnsChart) { chart, hours, (const char *const *) subject.hours,
                                             n_days > 0 ? 24 : 0 };
  else
    subject.columns = (UnknotColumnsChart) {
      chart, weekdays, (const char *const *) subject.weekdays, n_days > 0 ? 7 : 0,
    };
  subject.pegs = make_pegs (n_days);
  subject.function = (UnknotFunctionChart) {
    .chart = chart, .pegs = (UnknotPeg *const *) subject.pegs->pdata,
    .n_pegs = subject.pegs->len, .period = subject.week.period, .first_weekday = G_DATE_MONDAY,
  };
  if (n_days > 0)
    subject.function.first = g_ptr_array_index (subject.pegs, 0);

  return subject;
}

static void
clear_subject (Subject *subject)
{
  g_clear_object (&subject->context);
  g_clear_pointer (&subject->days, g_free);
  g_clear_pointer (&subject->weeks, g_free);
  g_clear_pointer (&subject->hours, g_strfreev);
  g_clear_pointer (&subject->weekdays, g_strfreev);
  g_clear_pointer (&subject->pegs, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Subject, clear_subject)

/* --- Any chart --- */

static void
draw (gconstpointer    data,
      cairo_t         *cr,
      const UnknotInk *ink)
{
  const Subject *self = data;

  switch (self->kind)
    {
    case CHART_CALENDAR:
      unknot_calendar_chart_draw (&self->calendar, cr, ink, self->hovered, self->focused);
      break;
    case CHART_PAIN:
      unknot_pain_chart_draw (&self->pain, cr, ink, self->hovered, self->focused);
      break;
    case CHART_WEEKS:
      unknot_weeks_chart_draw (&self->week, cr, ink, self->hovered, self->focused);
      break;
    case CHART_TRIGGERS:
    case CHART_RELIEFS:
      unknot_bars_chart_draw (&self->bars, cr, ink, self->hovered, self->focused);
      break;
    case CHART_HOURS:
    case CHART_WEEKDAYS:
      unknot_columns_chart_draw (&self->columns, cr, ink, self->hovered, self->focused);
      break;
    case CHART_FUNCTION:
      unknot_function_chart_draw (&self->function, cr, ink, self->hovered, self->focused);
      break;
    case N_CHARTS:
    default:
      g_assert_not_reached ();
    }
}

static guint
get_n_data (const Subject *self)
{
  switch (self->kind)
    {
    case CHART_CALENDAR:
      return self->calendar.n_days;
    case CHART_PAIN:
      return unknot_pain_chart_get_n_data (&self->pain);
    case CHART_WEEKS:
      return unknot_weeks_chart_get_n_data (&self->week);
    case CHART_TRIGGERS:
    case CHART_RELIEFS:
      return self->bars.n_bars;
    case CHART_HOURS:
    case CHART_WEEKDAYS:
      return self->columns.n_counts;
    case CHART_FUNCTION:
      return self->function.n_pegs;
    case N_CHARTS:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
get_rectangle (const Subject     *self,
               int                datum,
               cairo_rectangle_t *rectangle)
{
  switch (self->kind)
    {
    case CHART_CALENDAR:
      return unknot_calendar_chart_get_rectangle (&self->calendar, datum, rectangle);
    case CHART_PAIN:
      return unknot_pain_chart_get_rectangle (&self->pain, datum, rectangle);
    case CHART_WEEKS:
      return unknot_weeks_chart_get_rectangle (&self->week, datum, rectangle);
    case CHART_TRIGGERS:
    case CHART_RELIEFS:
      return unknot_bars_chart_get_rectangle (&self->bars, datum, rectangle);
    case CHART_HOURS:
    case CHART_WEEKDAYS:
      return unknot_columns_chart_get_rectangle (&self->columns, datum, rectangle);
    case CHART_FUNCTION:
      return unknot_function_chart_get_rectangle (&self->function, datum, rectangle);
    case N_CHARTS:
    default:
      g_assert_not_reached ();
    }
}

static int
find (const Subject *self,
      double         x,
      double         y)
{
  switch (self->kind)
    {
    case CHART_CALENDAR:
      return unknot_calendar_chart_find (&self->calendar, x, y);
    case CHART_PAIN:
      return unknot_pain_chart_find (&self->pain, x, y);
    case CHART_WEEKS:
      return unknot_weeks_chart_find (&self->week, x, y);
    case CHART_TRIGGERS:
    case CHART_RELIEFS:
      return unknot_bars_chart_find (&self->bars, x, y);
    case CHART_HOURS:
    case CHART_WEEKDAYS:
      return unknot_columns_chart_find (&self->columns, x, y);
    case CHART_FUNCTION:
      return unknot_function_chart_find (&self->function, x, y);
    case N_CHARTS:
    default:
      g_assert_not_reached ();
    }
}

static double
get_height (const Subject *self)
{
  switch (self->kind)
    {
    case CHART_CALENDAR:
      return unknot_calendar_chart_get_height (&self->calendar);
    case CHART_PAIN:
      return unknot_pain_chart_get_height (&self->pain);
    case CHART_WEEKS:
      return unknot_weeks_chart_get_height (&self->week);
    case CHART_TRIGGERS:
    case CHART_RELIEFS:
      return unknot_bars_chart_get_height (&self->bars);
    case CHART_HOURS:
    case CHART_WEEKDAYS:
      return unknot_columns_chart_get_height (&self->columns);
    case CHART_FUNCTION:
      return unknot_function_chart_get_height (&self->function);
    case N_CHARTS:
    default:
      g_assert_not_reached ();
    }
}

/* --- Tests --- */

/* Each datum is where it is drawn, and nowhere else. */
static void
check_data (const Subject *subject)
{
  guint n_data = get_n_data (subject);
  guint n_found = 0;
  cairo_rectangle_t box;

  for (guint i = 0; i < n_data; i += 1 + n_data / 400)
    {
      if (!get_rectangle (subject, i, &box))
        continue;
      n_found++;
      g_test_message ("%s %u: %g, %g, %g × %g", names[subject->kind], i, box.x, box.y, box.width,
                      box.height);
      g_assert_true (isfinite (box.x) && isfinite (box.y));
      g_assert_true (isfinite (box.width) && box.width > 0);
      g_assert_true (isfinite (box.height) && box.height > 0);
      g_assert_cmpint (find (subject, box.x + box.width / 2, box.y + box.height / 2), ==, i);
    }
  if (n_data > 40)
    g_assert_cmpuint (n_found, >, 20);
  g_assert_false (get_rectangle (subject, -1, &box));
  g_assert_false (get_rectangle (subject, n_data, &box));
}

static void
test_charts_found (gconstpointer data)
{
  static const guint counts[] = { 0, 1, 3, 50, 365, MAX_DAYS };
  static const int widths[] = { 336, 776 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (widths); j++)
      for (gboolean rtl = FALSE; rtl <= TRUE; rtl++)
        {
          g_auto (Subject) subject =
            make_subject (GPOINTER_TO_INT (data), 11, rtl, widths[j], 300, counts[i]);

          check_data (&subject);
        }
}

static void
test_charts_outside (gconstpointer data)
{
  g_auto (Subject) subject = make_subject (GPOINTER_TO_INT (data), 11, FALSE, 776, 300, 365);

  g_assert_cmpint (find (&subject, -20, 100), ==, -1);
  g_assert_cmpint (find (&subject, 800, 100), ==, -1);
  g_assert_cmpint (find (&subject, 400, -20), ==, -1);
  g_assert_cmpint (find (&subject, 400, 299), ==, -1);
}

/* From right to left, all is where it would be in a mirror. */
static void
test_charts_mirrored (gconstpointer data)
{
  g_auto (Subject) usual = make_subject (GPOINTER_TO_INT (data), 11, FALSE, 776, 300, 365);
  g_auto (Subject) turned = make_subject (GPOINTER_TO_INT (data), 11, TRUE, 776, 300, 365);

  g_assert_cmpuint (get_n_data (&usual), ==, get_n_data (&turned));
  for (guint i = 0; i < get_n_data (&usual); i++)
    {
      cairo_rectangle_t one, other;

      if (!get_rectangle (&usual, i, &one))
        continue;
      g_assert_true (get_rectangle (&turned, i, &other));
      g_assert_cmpfloat_with_epsilon (one.x, 776 - other.x - other.width, 1e-6);
      g_assert_cmpfloat_with_epsilon (one.y, other.y, 1e-6);
    }
}

/* Nothing is drawn outside, in any height that the chart asks for, with words of any size. */
static void
test_charts_inside (gconstpointer data)
{
  static const guint counts[] = { 0, 1, 14, 365, 800 };
  static const double points[] = { 11, 22, 33 };
  int margin = 30;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (points); j++)
      for (gboolean rtl = FALSE; rtl <= TRUE; rtl++)
        {
          g_auto (Subject) subject =
            make_subject (GPOINTER_TO_INT (data), points[j], rtl, 336, 0, counts[i]);
          int height = MAX (ceil (get_height (&subject)), 200);
          cairo_surface_t *surface;

          clear_subject (&subject);
          subject = make_subject (GPOINTER_TO_INT (data), points[j], rtl, 336, height, counts[i]);
          surface = unknot_test_draw (draw, &subject, &unknot_test_draw_plain, 336, height, margin);
          g_test_message ("%u days, %g points, %d", counts[i], points[j], rtl);
          for (int y = 0; y < height + 2 * margin; y++)
            for (int x = 0; x < 336 + 2 * margin; x++)
              if (x < margin - 2 || x >= 336 + margin + 2 || y < margin - 2 ||
                  y >= height + margin + 2)
                g_assert_cmpint (unknot_test_draw_get_gray (surface, x, y), ==, 255);
          cairo_surface_destroy (surface);
        }
}

/* Rather too little is drawn than anything that breaks. */
static void
test_charts_sizes (gconstpointer data)
{
  static const double sizes[][2] = { { 0, 0 },    { 1, 1 },     { 10, 300 },
                                     { 800, 10 }, { 60, 40 },   { 20000, 20000 } };
  static const guint counts[] = { 0, 1, 50, MAX_DAYS };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (counts); j++)
      {
        g_auto (Subject) subject = make_subject (GPOINTER_TO_INT (data), 22, FALSE, sizes[i][0],
                                                 sizes[i][1], counts[j]);
        guint n_data = get_n_data (&subject);
        cairo_rectangle_t box;

        subject.hovered = 0;
        subject.focused = 0;
        cairo_surface_destroy (
          unknot_test_draw (draw, &subject, unknot_ink_get_light (), 60, 40, 0));
        find (&subject, 5, 5);
        for (guint datum = 0; datum < n_data; datum += 1 + n_data / 50)
          if (get_rectangle (&subject, datum, &box))
            {
              g_assert_true (isfinite (box.x) && isfinite (box.y));
              g_assert_true (isfinite (box.width) && isfinite (box.height));
              g_assert_true (box.width >= 0 && box.height >= 0);
            }
      }
}

static void
test_charts_marks (gconstpointer data)
{
  g_auto (Subject) subject = make_subject (GPOINTER_TO_INT (data), 11, FALSE, 776, 300, 50);
  cairo_surface_t *bare, *hovered, *focused;
  cairo_rectangle_t box;
  int datum = 0;

  while (!get_rectangle (&subject, datum, &box))
    datum++;
  bare = unknot_test_draw (draw, &subject, unknot_ink_get_light (), 776, 300, 0);
  subject.hovered = datum;
  hovered = unknot_test_draw (draw, &subject, unknot_ink_get_light (), 776, 300, 0);
  subject.hovered = -1;
  subject.focused = datum;
  focused = unknot_test_draw (draw, &subject, unknot_ink_get_light (), 776, 300, 0);
  g_assert_cmpuint (unknot_test_draw_compare (bare, hovered), >, 8);
  g_assert_cmpuint (unknot_test_draw_compare (bare, focused), >, 30);
  g_assert_cmpuint (unknot_test_draw_compare (hovered, focused), >, 30);
  cairo_surface_destroy (bare);
  cairo_surface_destroy (hovered);
  cairo_surface_destroy (focused);
}

static void
check_picture (Kind             kind,
               int              width,
               int              height,
               const UnknotInk *ink,
               const char      *theme)
{
  g_auto (Subject) subject = make_subject (kind, 11, FALSE, width - 24, height - 24, 365);
  g_autofree char *name = g_strdup_printf ("%s-%d-%s", names[kind], width, theme);
  cairo_surface_t *surface;

  /* As a calendar is: all of it. */
  if (kind == CHART_CALENDAR)
    {
      subject.calendar.chart.height = ceil (get_height (&subject));
      height = subject.calendar.chart.height + 24;
    }
  surface = unknot_test_draw (draw, &subject, ink, width - 24, height - 24, 12);
  unknot_test_draw_check (surface, name);
  cairo_surface_destroy (surface);
}

static void
test_charts_pictures (gconstpointer data)
{
  check_picture (GPOINTER_TO_INT (data), 360, 240, unknot_ink_get_light (), "light");
  check_picture (GPOINTER_TO_INT (data), 800, 300, unknot_ink_get_dark (), "dark");
}

static void
add (Kind        kind,
     const char *test,
     void (*func) (gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/charts/%s/%s", names[kind], test);

  g_test_add_data_func (path, GINT_TO_POINTER (kind), func);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (Kind kind = 0; kind < N_CHARTS; kind++)
    {
      add (kind, "found", test_charts_found);
      add (kind, "outside", test_charts_outside);
      add (kind, "mirrored", test_charts_mirrored);
      add (kind, "inside", test_charts_inside);
      add (kind, "sizes", test_charts_sizes);
      add (kind, "marks", test_charts_marks);
      add (kind, "pictures", test_charts_pictures);
    }

  return g_test_run ();
}
