/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-history-chart"

#include "config.h"

#include "unknot-history-chart.h"

#include "unknot-bars-chart.h"
#include "unknot-body-map.h"
#include "unknot-calendar-chart.h"
#include "unknot-columns-chart.h"
#include "unknot-function-chart.h"
#include "unknot-history-summary.h"
#include "unknot-history-table.h"

#define HOURS_IN_DAY 24
#define DAYS_IN_WEEK 7

/* A body is no larger than it needs be. */
#define MAX_BODY_WIDTH 400.0

/**
 * UnknotHistoryChart:
 *
 * One of the charts of a history, whichever it is: what it shows, and where. It never changes.
 */
struct _UnknotHistoryChart
{
  GObject parent_instance;

  UnknotHistoryAspect aspect;
  UnknotHistory *history;
  UnknotTrends *trends; /* nullable */
  GDateWeekday first_weekday;
  GArray *bars;    /* of UnknotBar */
  GArray *counts;  /* of int: columns */
  GStrv titles;    /* of the columns; nullable */
  GArray *regions; /* of guint: those of the body map where there was something */
};

/* What the drawing functions want. */
typedef union
{
  UnknotCalendarChart calendar;
  UnknotPainChart pain;
  UnknotWeeksChart weeks;
  UnknotBarsChart bars;
  UnknotColumnsChart columns;
  UnknotFunctionChart function;
} Drawing;

G_DEFINE_FINAL_TYPE (UnknotHistoryChart, unknot_history_chart, G_TYPE_OBJECT)

/* --- What there is --- */

static void
take_triggers (UnknotHistoryChart *self)
{
  guint n;
  const UnknotHistoryTrigger *triggers = unknot_history_get_triggers (self->history, &n);

  for (guint i = 0; i < MIN (n, UNKNOT_HISTORY_MAX_BARS); i++)
    {
      UnknotBar bar = { unknot_vocabulary_get_title (UNKNOT_VOCABULARY_TRIGGER, triggers[i].code),
                        triggers[i].n_spasms };

      g_array_append_val (self->bars, bar);
    }
}

static void
take_reliefs (UnknotHistoryChart *self)
{
  guint n;
  const UnknotHistoryRelief *reliefs = unknot_history_get_reliefs (self->history, &n);

  for (guint i = 0; i < MIN (n, UNKNOT_HISTORY_MAX_BARS); i++)
    {
      UnknotBar bar = { unknot_history_text_get_relief_title (&reliefs[i]), reliefs[i].n };

      memcpy (bar.n_effects, reliefs[i].n_effects, sizeof bar.n_effects);
      g_array_append_val (self->bars, bar);
    }
}

static void
take_hours (UnknotHistoryChart *self)
{
  g_array_append_vals (self->counts, unknot_history_get_hours (self->history), HOURS_IN_DAY);
  self->titles = unknot_columns_chart_dup_hours ();
}

static guint
get_weekday (UnknotHistoryChart *self,
             guint               column)
{
  return (self->first_weekday - G_DATE_MONDAY + column) % DAYS_IN_WEEK;
}

static void
take_weekdays (UnknotHistoryChart *self)
{
  const int *weekdays = unknot_history_get_weekdays (self->history);

  for (guint i = 0; i < DAYS_IN_WEEK; i++)
    g_array_append_val (self->counts, weekdays[get_weekday (self, i)]);
  self->titles = unknot_columns_chart_dup_weekdays (self->first_weekday);
}

static int
count_region (UnknotHistoryChart *self,
              guint               region,
              int                *worst)
{
  guint n;
  const UnknotHistoryPlace *places = unknot_history_get_places (self->history, &n);

  return unknot_body_map_count (region, places, n, worst);
}

static void
take_regions (UnknotHistoryChart *self)
{
  for (guint region = 0; region < unknot_body_map_get_n_regions (); region++)
    {
      int worst;

      if (count_region (self, region, &worst) > 0)
        g_array_append_val (self->regions, region);
    }
}

static UnknotCalendarChart
make_calendar (UnknotHistoryChart *self,
               const UnknotChart  *place)
{
  UnknotCalendarChart chart = { .chart = *place, .first_weekday = self->first_weekday };

  chart.days = unknot_history_get_days (self->history, &chart.n_days);

  return chart;
}

static UnknotPainChart
make_pain (UnknotHistoryChart *self,
           const UnknotChart  *place)
{
  UnknotPainChart chart = { .chart = *place, .first_weekday = self->first_weekday };

  chart.days = unknot_history_get_days (self->history, &chart.n_days);
  chart.markers = unknot_history_get_markers (self->history, &chart.n_markers);

  return chart;
}

static UnknotWeeksChart
make_weeks (UnknotHistoryChart *self,
            const UnknotChart  *place)
{
  UnknotWeeksChart chart = {
    .chart = *place,
    .period = *unknot_history_get_period (self->history),
    .today = unknot_history_get_today (self->history),
    .first_weekday = self->first_weekday,
  };

  chart.weeks = unknot_history_get_weeks (self->history, &chart.n_weeks);
  unknot_history_text_get_change (self->trends, &chart.n_recent, &chart.n_before);

  return chart;
}

static UnknotBarsChart
make_bars (UnknotHistoryChart *self,
           const UnknotChart  *place)
{
  return (UnknotBarsChart) {
    *place, (const UnknotBar *) (gpointer) self->bars->data, self->bars->len,
    self->aspect == UNKNOT_HISTORY_RELIEFS,
  };
}

static UnknotColumnsChart
make_columns (UnknotHistoryChart *self,
              const UnknotChart  *place)
{
  return (UnknotColumnsChart) {
    *place, (const int *) (gpointer) self->counts->data, (const char *const *) self->titles,
    self->counts->len,
  };
}

static UnknotFunctionChart
make_function (UnknotHistoryChart *self,
               const UnknotChart  *place)
{
  GPtrArray *pegs = unknot_history_get_pegs (self->history);

  return (UnknotFunctionChart) {
    .chart = *place,
    .pegs = (UnknotPeg *const *) pegs->pdata,
    .n_pegs = pegs->len,
    .first = unknot_history_get_first_peg (self->history),
    .period = *unknot_history_get_period (self->history),
    .first_weekday = self->first_weekday,
  };
}

static Drawing
make_drawing (UnknotHistoryChart *self,
              const UnknotChart  *place)
{
  Drawing drawing = { 0 };

  switch (self->aspect)
    {
    case UNKNOT_HISTORY_CALENDAR:
      drawing.calendar = make_calendar (self, place);
      break;
    case UNKNOT_HISTORY_PAIN:
      drawing.pain = make_pain (self, place);
      break;
    case UNKNOT_HISTORY_WEEKS:
      drawing.weeks = make_weeks (self, place);
      break;
    case UNKNOT_HISTORY_TRIGGERS:
    case UNKNOT_HISTORY_RELIEFS:
      drawing.bars = make_bars (self, place);
      break;
    case UNKNOT_HISTORY_HOURS:
    case UNKNOT_HISTORY_WEEKDAYS:
      drawing.columns = make_columns (self, place);
      break;
    case UNKNOT_HISTORY_PLACES:
      break;
    case UNKNOT_HISTORY_FUNCTION:
      drawing.function = make_function (self, place);
      break;
    case UNKNOT_HISTORY_N_ASPECTS:
    default:
      g_assert_not_reached ();
    }

  return drawing;
}

static guint
get_region (UnknotHistoryChart *self,
            guint               datum)
{
  return g_array_index (self->regions, guint, datum);
}

/* A region that nothing was at has no datum. */
static int
find_datum_of_region (UnknotHistoryChart *self,
                      int                 region)
{
  for (guint i = 0; i < self->regions->len; i++)
    if ((int) get_region (self, i) == region)
      return i;

  return -1;
}

static double
get_body_height (const UnknotChart *place)
{
  return MIN (place->width, MAX_BODY_WIDTH) / UNKNOT_BODY_MAP_ASPECT;
}

/* Where the middle of a region is seen. */
static cairo_rectangle_t
get_region_box (const UnknotChart *place,
                guint              region)
{
  double size = get_body_height (place) / 20;
  double x, y;

  unknot_body_map_get_middle (region, place->width, place->height, &x, &y);

  return (cairo_rectangle_t) { x - size / 2, y - size / 2, size, size };
}

/* --- The object --- */

static void
unknot_history_chart_finalize (GObject *object)
{
  UnknotHistoryChart *self = UNKNOT_HISTORY_CHART (object);

  g_clear_object (&self->history);
  g_clear_object (&self->trends);
  g_array_unref (self->bars);
  g_array_unref (self->counts);
  g_strfreev (self->titles);
  g_array_unref (self->regions);

  G_OBJECT_CLASS (unknot_history_chart_parent_class)->finalize (object);
}

static void
unknot_history_chart_class_init (UnknotHistoryChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_history_chart_finalize;
}

static void
unknot_history_chart_init (UnknotHistoryChart *self)
{
  self->bars = g_array_new (FALSE, FALSE, sizeof (UnknotBar));
  self->counts = g_array_new (FALSE, FALSE, sizeof (int));
  self->regions = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * unknot_history_chart_new:
 * @trends: (nullable): how often there were spasms lately
 * @first_weekday: with which weeks begin
 */
UnknotHistoryChart *
unknot_history_chart_new (UnknotHistoryAspect  aspect,
                          UnknotHistory       *history,
                          UnknotTrends        *trends,
                          GDateWeekday         first_weekday)
{
  UnknotHistoryChart *self = g_object_new (UNKNOT_TYPE_HISTORY_CHART, NULL);

  self->aspect = aspect;
  self->history = g_object_ref (history);
  g_set_object (&self->trends, trends);
  self->first_weekday = first_weekday;
  if (aspect == UNKNOT_HISTORY_TRIGGERS)
    take_triggers (self);
  else if (aspect == UNKNOT_HISTORY_RELIEFS)
    take_reliefs (self);
  else if (aspect == UNKNOT_HISTORY_HOURS)
    take_hours (self);
  else if (aspect == UNKNOT_HISTORY_WEEKDAYS)
    take_weekdays (self);
  else if (aspect == UNKNOT_HISTORY_PLACES)
    take_regions (self);

  return self;
}

UnknotHistoryAspect
unknot_history_chart_get_aspect (UnknotHistoryChart *self)
{
  g_return_val_if_fail (UNKNOT_IS_HISTORY_CHART (self), UNKNOT_HISTORY_CALENDAR);

  return self->aspect;
}

/**
 * unknot_history_chart_dup_lack:
 *
 * Returns: (transfer full) (nullable): unknot_history_summary_dup_lack()
 */
char *
unknot_history_chart_dup_lack (UnknotHistoryChart *self)
{
  g_return_val_if_fail (UNKNOT_IS_HISTORY_CHART (self), NULL);

  return unknot_history_summary_dup_lack (self->aspect, self->history);
}

/**
 * unknot_history_chart_dup_summary:
 *
 * Returns: (transfer full): in sentences what it shows, where there is enough to show
 */
char *
unknot_history_chart_dup_summary (UnknotHistoryChart *self)
{
  g_return_val_if_fail (UNKNOT_IS_HISTORY_CHART (self), NULL);

  return unknot_history_summary_dup (self->aspect, self->history, self->trends);
}

/**
 * unknot_history_chart_create_table:
 *
 * Returns: (transfer full): the same numbers
 */
UnknotTable *
unknot_history_chart_create_table (UnknotHistoryChart *self)
{
  g_return_val_if_fail (UNKNOT_IS_HISTORY_CHART (self), NULL);

  return unknot_history_table_new (self->aspect, self->history, self->first_weekday);
}

/**
 * unknot_history_chart_get_height:
 * @place: where it is drawn; its height is not looked at
 *
 * Returns: in how much height all of it is seen
 */
double
unknot_history_chart_get_height (UnknotHistoryChart *self,
                                 const UnknotChart  *place)
{
  Drawing drawing;

  g_return_val_if_fail (UNKNOT_IS_HISTORY_CHART (self), 0);

  drawing = make_drawing (self, place);
  switch (self->aspect)
    {
    case UNKNOT_HISTORY_CALENDAR:
      return unknot_calendar_chart_get_height (&drawing.calendar);
    case UNKNOT_HISTORY_PAIN:
      return unknot_pain_chart_get_height (&drawing.pain);
    case UNKNOT_HISTORY_WEEKS:
      return unknot_weeks_chart_get_height (&drawing.weeks);
    case UNKNOT_HISTORY_TRIGGERS:
    case UNKNOT_HISTORY_RELIEFS:
      return unknot_bars_chart_get_height (&drawing.bars);
    case UNKNOT_HISTORY_HOURS:
    case UNKNOT_HISTORY_WEEKDAYS:
      return unknot_columns_chart_get_height (&drawing.columns);
    case UNKNOT_HISTORY_PLACES:
      return get_body_height (place);
    case UNKNOT_HISTORY_FUNCTION:
      return unknot_function_chart_get_height (&drawing.function);
    case UNKNOT_HISTORY_N_ASPECTS:
    default:
      g_assert_not_reached ();
    }
}

/**
 * unknot_history_chart_get_n_data:
 *
 * Returns: how many data there are where it is drawn there, some perhaps gaps
 */
guint
unknot_history_chart_get_n_data (UnknotHistoryChart *self,
                                 const UnknotChart  *place)
{
  Drawing drawing;

  g_return_val_if_fail (UNKNOT_IS_HISTORY_CHART (self), 0);

  drawing = make_drawing (self, place);
  switch (self->aspect)
    {
    case UNKNOT_HISTORY_CALENDAR:
      return drawing.calendar.n_days;
    case UNKNOT_HISTORY_PAIN:
      return unknot_pain_chart_get_n_data (&drawing.pain);
    case UNKNOT_HISTORY_WEEKS:
      return unknot_weeks_chart_get_n_data (&drawing.weeks);
    case UNKNOT_HISTORY_TRIGGERS:
    case UNKNOT_HISTORY_RELIEFS:
      return drawing.bars.n_bars;
    case UNKNOT_HISTORY_HOURS:
    case UNKNOT_HISTORY_WEEKDAYS:
      return drawing.columns.n_counts;
    case UNKNOT_HISTORY_PLACES:
      return self->regions->len;
    case UNKNOT_HISTORY_FUNCTION:
      return drawing.function.n_pegs;
    case UNKNOT_HISTORY_N_ASPECTS:
    default:
      g_assert_not_reached ();
    }
}

/**
 * unknot_history_chart_find:
 *
 * Returns: the datum under a point, or -1
 */
int
unknot_history_chart_find (UnknotHistoryChart *self,
                           const UnknotChart  *place,
                           double              x,
                           double              y)
{
  Drawing drawing;

  g_return_val_if_fail (UNKNOT_IS_HISTORY_CHART (self), -1);

  drawing = make_drawing (self, place);
  switch (self->aspect)
    {
    case UNKNOT_HISTORY_CALENDAR:
      return unknot_calendar_chart_find (&drawing.calendar, x, y);
    case UNKNOT_HISTORY_PAIN:
      return unknot_pain_chart_find (&drawing.pain, x, y);
    case UNKNOT_HISTORY_WEEKS:
      return unknot_weeks_chart_find (&drawing.weeks, x, y);
    case UNKNOT_HISTORY_TRIGGERS:
    case UNKNOT_HISTORY_RELIEFS:
      return unknot_bars_chart_find (&drawing.bars, x, y);
    case UNKNOT_HISTORY_HOURS:
    case UNKNOT_HISTORY_WEEKDAYS:
      return unknot_columns_chart_find (&drawing.columns, x, y);
    case UNKNOT_HISTORY_PLACES:
      return find_datum_of_region (
        self, unknot_body_map_find_region (place->width, place->height, x, y));
    case UNKNOT_HISTORY_FUNCTION:
      return unknot_function_chart_find (&drawing.function, x, y);
    case UNKNOT_HISTORY_N_ASPECTS:
    default:
      g_assert_not_reached ();
    }
}

/**
 * unknot_history_chart_get_rectangle:
 * @datum: from 0
 * @rectangle: (out): where it is
 *
 * Returns: whether there is such a datum, and it is no gap
 */
gboolean
unknot_history_chart_get_rectangle (UnknotHistoryChart *self,
                                    const UnknotChart  *place,
                                    int                 datum,
                                    cairo_rectangle_t  *rectangle)
{
  Drawing drawing;

  g_return_val_if_fail (UNKNOT_IS_HISTORY_CHART (self), FALSE);

  drawing = make_drawing (self, place);
  switch (self->aspect)
    {
    case UNKNOT_HISTORY_CALENDAR:
      return unknot_calendar_chart_get_rectangle (&drawing.calendar, datum, rectangle);
    case UNKNOT_HISTORY_PAIN:
      return unknot_pain_chart_get_rectangle (&drawing.pain, datum, rectangle);
    case UNKNOT_HISTORY_WEEKS:
      return unknot_weeks_chart_get_rectangle (&drawing.weeks, datum, rectangle);
    case UNKNOT_HISTORY_TRIGGERS:
    case UNKNOT_HISTORY_RELIEFS:
      return unknot_bars_chart_get_rectangle (&drawing.bars, datum, rectangle);
    case UNKNOT_HISTORY_HOURS:
    case UNKNOT_HISTORY_WEEKDAYS:
      return unknot_columns_chart_get_rectangle (&drawing.columns, datum, rectangle);
    case UNKNOT_HISTORY_PLACES:
      if (datum < 0 || datum >= (int) self->regions->len)
        return FALSE;
      *rectangle = get_region_box (place, get_region (self, datum));
      return TRUE;
    case UNKNOT_HISTORY_FUNCTION:
      return unknot_function_chart_get_rectangle (&drawing.function, datum, rectangle);
    case UNKNOT_HISTORY_N_ASPECTS:
    default:
      g_assert_not_reached ();
    }
}

/**
 * unknot_history_chart_step:
 * @from: a datum, or -1, or how many there are
 * @by: how far the next one is, back where it is negative
 *
 * Returns: the nearest datum in that direction that is no gap; -1 where there is none
 */
int
unknot_history_chart_step (UnknotHistoryChart *self,
                           const UnknotChart  *place,
                           int                 from,
                           int                 by)
{
  UnknotPainChart pain;
  int datum = from + by;

  g_return_val_if_fail (UNKNOT_IS_HISTORY_CHART (self), -1);

  if (self->aspect != UNKNOT_HISTORY_PAIN)
    return datum >= 0 && datum < (int) unknot_history_chart_get_n_data (self, place) ? datum : -1;

  pain = make_pain (self, place);

  return unknot_pain_chart_step (&pain, from, by);
}

/* The last one that is no marker. */
static int
find_last_pain (UnknotHistoryChart *self,
                const UnknotChart  *place)
{
  UnknotPainChart chart = make_pain (self, place);
  int datum = unknot_pain_chart_get_n_data (&chart);
  UnknotPainChartDatum found;

  do
    datum = unknot_pain_chart_step (&chart, datum, -1);
  while (unknot_pain_chart_get_datum (&chart, datum, &found) && found.is_marker);

  return datum;
}

static int
find_highest (UnknotHistoryChart *self)
{
  const int *counts = (const int *) (gpointer) self->counts->data;
  guint highest = 0;

  for (guint i = 1; i < self->counts->len; i++)
    if (counts[i] > counts[highest])
      highest = i;

  return highest;
}

/**
 * unknot_history_chart_get_start:
 *
 * Returns: the datum to begin with: the last day of those that follow one another, else what there
 *   is most of, or comes first; -1 where there is none
 */
int
unknot_history_chart_get_start (UnknotHistoryChart *self,
                                const UnknotChart  *place)
{
  g_return_val_if_fail (UNKNOT_IS_HISTORY_CHART (self), -1);

  switch (self->aspect)
    {
    case UNKNOT_HISTORY_PAIN:
      return find_last_pain (self, place);
    case UNKNOT_HISTORY_CALENDAR:
    case UNKNOT_HISTORY_WEEKS:
    case UNKNOT_HISTORY_FUNCTION:
      return (int) unknot_history_chart_get_n_data (self, place) - 1;
    case UNKNOT_HISTORY_HOURS:
    case UNKNOT_HISTORY_WEEKDAYS:
      return find_highest (self);
    case UNKNOT_HISTORY_TRIGGERS:
    case UNKNOT_HISTORY_RELIEFS:
    case UNKNOT_HISTORY_PLACES:
      return unknot_history_chart_step (self, place, -1, 1);
    case UNKNOT_HISTORY_N_ASPECTS:
    default:
      g_assert_not_reached ();
    }
}

static UnknotPeg *
get_peg (UnknotHistoryChart *self,
         guint               datum)
{
  return g_ptr_array_index (unknot_history_get_pegs (self->history), datum);
}

static char *
dup_region_value (UnknotHistoryChart *self,
                  guint               region)
{
  int worst;
  int n = count_region (self, region, &worst);

  return unknot_history_text_dup_place_value (unknot_body_map_get_area (region),
                                              unknot_body_map_get_side (region), n, worst);
}

static char *
dup_weeks_value (UnknotHistoryChart *self,
                 const UnknotChart  *place,
                 int                 datum)
{
  UnknotWeeksChart chart = make_weeks (self, place);
  UnknotWeeksChartDatum found;

  if (!unknot_weeks_chart_get_datum (&chart, datum, &found))
    return NULL;

  return unknot_history_text_dup_weeks_value (self->history, &found);
}

static char *
dup_pain_value (UnknotHistoryChart *self,
                const UnknotChart  *place,
                int                 datum)
{
  UnknotPainChart chart = make_pain (self, place);
  UnknotPainChartDatum found;

  if (!unknot_pain_chart_get_datum (&chart, datum, &found))
    return NULL;

  return unknot_history_text_dup_pain_value (self->history, &found);
}

/**
 * unknot_history_chart_dup_value:
 * @datum: from 0
 *
 * Returns: (transfer full) (nullable): what it shows; %NULL where there is no such datum, or it is
 *   a gap
 */
char *
unknot_history_chart_dup_value (UnknotHistoryChart *self,
                                const UnknotChart  *place,
                                int                 datum)
{
  guint n;

  g_return_val_if_fail (UNKNOT_IS_HISTORY_CHART (self), NULL);

  if (datum < 0 || datum >= (int) unknot_history_chart_get_n_data (self, place))
    return NULL;

  switch (self->aspect)
    {
    case UNKNOT_HISTORY_CALENDAR:
      return unknot_history_text_dup_day_value (&unknot_history_get_days (self->history,
                                                                          &n)[datum]);
    case UNKNOT_HISTORY_PAIN:
      return dup_pain_value (self, place, datum);
    case UNKNOT_HISTORY_WEEKS:
      return dup_weeks_value (self, place, datum);
    case UNKNOT_HISTORY_TRIGGERS:
      return unknot_history_text_dup_trigger_value (self->history, datum);
    case UNKNOT_HISTORY_RELIEFS:
      return unknot_history_text_dup_relief_value (&unknot_history_get_reliefs (self->history,
                                                                                &n)[datum]);
    case UNKNOT_HISTORY_HOURS:
      return unknot_history_text_dup_hour_value (self->history, datum);
    case UNKNOT_HISTORY_WEEKDAYS:
      return unknot_history_text_dup_weekday_value (self->history,
                                                    G_DATE_MONDAY + get_weekday (self, datum));
    case UNKNOT_HISTORY_PLACES:
      return dup_region_value (self, get_region (self, datum));
    case UNKNOT_HISTORY_FUNCTION:
      return unknot_history_text_dup_peg_value (get_peg (self, datum));
    case UNKNOT_HISTORY_N_ASPECTS:
    default:
      g_assert_not_reached ();
    }
}

static int
get_day_of_peg (UnknotHistoryChart *self,
                guint               datum)
{
  if (datum >= unknot_history_get_pegs (self->history)->len)
    return 0;

  return unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (get_peg (self, datum))));
}

/**
 * unknot_history_chart_get_day:
 * @datum: from 0
 *
 * Returns: the day that it shows, yyyymmdd, where it is one of which there is an entry; else 0
 */
int
unknot_history_chart_get_day (UnknotHistoryChart *self,
                              const UnknotChart  *place,
                              int                 datum)
{
  const UnknotHistoryDay *days;
  UnknotPainChart pain;
  UnknotPainChartDatum found;
  guint n;

  g_return_val_if_fail (UNKNOT_IS_HISTORY_CHART (self), 0);

  if (datum < 0)
    return 0;

  days = unknot_history_get_days (self->history, &n);
  if (self->aspect == UNKNOT_HISTORY_CALENDAR)
    return datum < (int) n && days[datum].is_entered ? days[datum].day : 0;
  if (self->aspect == UNKNOT_HISTORY_FUNCTION)
    return get_day_of_peg (self, datum);
  if (self->aspect != UNKNOT_HISTORY_PAIN)
    return 0;

  pain = make_pain (self, place);
  if (!unknot_pain_chart_get_datum (&pain, datum, &found) || found.n > 1)
    return 0;

  return found.is_marker ? pain.markers[found.first].day : days[found.first].day;
}

/**
 * unknot_history_chart_draw:
 * @cr: where to draw, the chart's upper left corner at its origin
 * @ink: the colours; the ground is not painted
 * @hovered: the datum under the pointer, or -1
 * @focused: the datum that the keyboard is at, or -1
 */
void
unknot_history_chart_draw (UnknotHistoryChart *self,
                           const UnknotChart  *place,
                           cairo_t            *cr,
                           const UnknotInk    *ink,
                           int                 hovered,
                           int                 focused)
{
  const UnknotHistoryPlace *places;
  Drawing drawing;
  guint n;

  g_return_if_fail (UNKNOT_IS_HISTORY_CHART (self));

  drawing = make_drawing (self, place);
  switch (self->aspect)
    {
    case UNKNOT_HISTORY_CALENDAR:
      unknot_calendar_chart_draw (&drawing.calendar, cr, ink, hovered, focused);
      break;
    case UNKNOT_HISTORY_PAIN:
      unknot_pain_chart_draw (&drawing.pain, cr, ink, hovered, focused);
      break;
    case UNKNOT_HISTORY_WEEKS:
      unknot_weeks_chart_draw (&drawing.weeks, cr, ink, hovered, focused);
      break;
    case UNKNOT_HISTORY_TRIGGERS:
    case UNKNOT_HISTORY_RELIEFS:
      unknot_bars_chart_draw (&drawing.bars, cr, ink, hovered, focused);
      break;
    case UNKNOT_HISTORY_HOURS:
    case UNKNOT_HISTORY_WEEKDAYS:
      unknot_columns_chart_draw (&drawing.columns, cr, ink, hovered, focused);
      break;
    case UNKNOT_HISTORY_PLACES:
      places = unknot_history_get_places (self->history, &n);
      unknot_body_map_draw_history (cr, place->context, place->width, place->height, ink, places, n,
                                    hovered < 0 ? -1 : (int) get_region (self, hovered),
                                    focused < 0 ? -1 : (int) get_region (self, focused));
      break;
    case UNKNOT_HISTORY_FUNCTION:
      unknot_function_chart_draw (&drawing.function, cr, ink, hovered, focused);
      break;
    case UNKNOT_HISTORY_N_ASPECTS:
    default:
      g_assert_not_reached ();
    }
}
