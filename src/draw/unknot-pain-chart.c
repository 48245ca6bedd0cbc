/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-pain-chart"

#include "config.h"

#include "unknot-pain-chart.h"

#include "unknot-axis.h"
#include "unknot-pain.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The narrowest column that is drawn: where days are narrower, several are one. */
#define MIN_COLUMN 2.0

/* The widest bar, and its part of a column. */
#define MAX_BAR 12.0
#define BAR_SHARE 0.62

/* Of a day with a single pain. */
#define MIN_BAR_HEIGHT 4.0

/* From columns of this width on, each mean has a dot. */
#define DOT_COLUMN 7.0
#define DOT_RADIUS 2.6
#define LONE_DOT_RADIUS 1.5

/* A marker, in heights of a line of words, and the lane that they are in. */
#define MARKER_SIZE 0.82
#define LANE_HEIGHT 1.25

/* What a legend may leave of the height at least. */
#define MIN_PLOT_SHARE 0.4

#define N_MARKER_KINDS (UNKNOT_HISTORY_MARKER_MEDICINE + 1)

/* What an item of the legend is: these, then the kinds of markers. */
enum
{
  ITEM_RANGE,
  ITEM_MEAN,
  ITEM_MARKER,
};

typedef struct
{
  guint first; /* of the markers */
  guint n;
  double x;    /* its middle */
} Cluster;

typedef struct
{
  UnknotPeriod period;
  cairo_rectangle_t plot;
  double day_width;
  guint n_days_in_column;
  guint n_columns;
  GArray *clusters;
  double marker_size;
  double lane_height;
  double bottom;     /* of the lane: where the days' titles begin */
  double legend_top; /* negative where there is none */
  UnknotHistoryMarkerKind kinds[N_MARKER_KINDS];
  guint n_kinds;
} Layout;

static void
clear_layout (Layout *layout)
{
  g_clear_pointer (&layout->clusters, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Layout, clear_layout)

static const char *
get_kind_title (UnknotHistoryMarkerKind kind)
{
  const char *const titles[N_MARKER_KINDS] = {
    /* Translators: in a legend: something that changed, such as a new chair */
    [UNKNOT_HISTORY_MARKER_EVENT] = _("Change"),
    /* Translators: in a legend */
    [UNKNOT_HISTORY_MARKER_CHECK] = _("Check-up"),
    /* Translators: in a legend: the first time that something was tried, such as heat */
    [UNKNOT_HISTORY_MARKER_MEASURE] = _("First tried"),
    /* Translators: in a legend: the first time that a medicine was taken */
    [UNKNOT_HISTORY_MARKER_MEDICINE] = _("First dose"),
  };

  return titles[kind];
}

/* --- Where things are --- */

/* Markers that would lie over one another are one. */
static void
make_clusters (const UnknotPainChart *self,
               Layout                *layout)
{
  gboolean has[N_MARKER_KINDS] = { FALSE };
  double start = 0;

  layout->clusters = g_array_new (FALSE, FALSE, sizeof (Cluster));
  for (guint i = 0; self->n_days > 0 && i < self->n_markers; i++)
    {
      int position = unknot_period_find (&layout->period, self->markers[i].day);
      /* The last one is not cut off. */
      double x = MIN (layout->plot.x + (position + 0.5) * layout->day_width,
                      self->chart.width - layout->marker_size / 2);
      Cluster *last = NULL;

      if (position < 0)
        continue;
      has[self->markers[i].kind] = TRUE;
      if (layout->clusters->len > 0)
        last = &g_array_index (layout->clusters, Cluster, layout->clusters->len - 1);
      if (last != NULL && x - last->x < layout->marker_size + 2)
        {
          last->n++;
          last->x = (start + x) / 2;
        }
      else
        {
          Cluster cluster = { i, 1, x };

          g_array_append_val (layout->clusters, cluster);
          start = x;
        }
    }
  for (guint kind = 0; kind < N_MARKER_KINDS; kind++)
    if (has[kind])
      layout->kinds[layout->n_kinds++] = kind;
}

/* What a bar shows, and a line; and what the markers are. */
static GStrv
make_legend (const Layout *layout)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = layout->n_days_in_column;

  g_strv_builder_take (builder,
                       n == 1 ? g_strdup (_("Least to worst of a day"))
                              : g_strdup_printf (ngettext ("Least to worst of %u day",
                                                           "Least to worst of %u days", n), n));
  g_strv_builder_add (builder, C_ ("pain", "Mean"));
  for (guint i = 0; i < layout->n_kinds; i++)
    g_strv_builder_add (builder, get_kind_title (layout->kinds[i]));

  return g_strv_builder_end (builder);
}

static Layout
lay_out (const UnknotPainChart *self)
{
  const UnknotChart *chart = &self->chart;
  double line_height = unknot_chart_get_line_height (chart);
  double left = MIN (unknot_axis_measure_values (chart, UNKNOT_PAIN_MAX), chart->width / 3);
  Layout layout = { .n_days_in_column = 1 };
  double legend_height, height;
  g_auto (GStrv) legend = NULL;

  layout.plot = (cairo_rectangle_t) { left, line_height / 2, MAX (chart->width - left - 1, 1) };
  layout.day_width = layout.plot.width / MAX (self->n_days, 1);
  layout.marker_size = MARKER_SIZE * line_height;
  if (self->n_days > 0)
    {
      layout.period =
        (UnknotPeriod) { self->days[0].day, self->days[self->n_days - 1].day };
      layout.n_days_in_column = ceil (MIN_COLUMN / layout.day_width);
      layout.n_columns =
        (self->n_days + layout.n_days_in_column - 1) / layout.n_days_in_column;
    }
  make_clusters (self, &layout);
  layout.lane_height = layout.clusters->len > 0 ? LANE_HEIGHT * line_height : 0;

  legend = make_legend (&layout);
  legend_height = unknot_chart_measure_legend (chart, (const char *const *) legend);
  height = chart->height - layout.plot.y - layout.lane_height - 1.3 * line_height;
  if (height - legend_height < MIN_PLOT_SHARE * chart->height)
    legend_height = 0;
  layout.plot.height = MAX (height - legend_height, 1);
  layout.bottom = layout.plot.y + layout.plot.height + layout.lane_height;
  layout.legend_top = legend_height > 0 ? chart->height - legend_height : -1;

  return layout;
}

static double
get_y (const Layout *layout,
       double        pain)
{
  return layout->plot.y + layout->plot.height * (1 - pain / UNKNOT_PAIN_MAX);
}

static double
get_column_width (const Layout *layout)
{
  return layout->n_days_in_column * layout->day_width;
}

/* The last column may have fewer days. */
static double
get_column_middle (const UnknotPainChart *self,
                   const Layout          *layout,
                   guint                  column)
{
  guint first = column * layout->n_days_in_column;
  guint end = MIN (first + layout->n_days_in_column, self->n_days);

  return layout->plot.x + (first + end) / 2.0 * layout->day_width;
}

/* --- What there is --- */

static gboolean
get_column (const UnknotPainChart *self,
            const Layout          *layout,
            guint                  column,
            UnknotPainChartDatum  *found)
{
  double sum = 0;
  guint n_told = 0;

  *found = (UnknotPainChartDatum) { .first = column * layout->n_days_in_column,
                                    .lowest = UNKNOT_PAIN_MAX };
  found->n = MIN (layout->n_days_in_column, self->n_days - found->first);
  for (guint i = found->first; i < found->first + found->n; i++)
    {
      const UnknotHistoryDay *day = &self->days[i];

      if (day->n_pains == 0)
        continue;
      found->n_pains += day->n_pains;
      found->lowest = MIN (found->lowest, day->lowest);
      found->worst = MAX (found->worst, day->worst);
      sum += day->mean;
      n_told++;
    }
  if (found->n_pains == 0)
    return FALSE;
  found->mean = sum / n_told;

  return TRUE;
}

static cairo_rectangle_t
get_bar (const UnknotPainChart      *self,
         const Layout               *layout,
         guint                       column,
         const UnknotPainChartDatum *found)
{
  double width = get_column_width (layout);
  double bar_width = MIN (width < 2 * MIN_COLUMN ? width : BAR_SHARE * width, MAX_BAR);
  double top = get_y (layout, found->worst);
  double height = get_y (layout, found->lowest) - top;

  if (height < MIN_BAR_HEIGHT)
    {
      top -= (MIN_BAR_HEIGHT - height) / 2;
      height = MIN_BAR_HEIGHT;
    }

  return unknot_chart_turn (
    &self->chart, (cairo_rectangle_t) { get_column_middle (self, layout, column) - bar_width / 2,
                                        top, bar_width, height });
}

static cairo_rectangle_t
get_cluster_box (const UnknotPainChart *self,
                 const Layout          *layout,
                 const Cluster         *cluster)
{
  double size = layout->marker_size;

  return unknot_chart_turn (
    &self->chart,
    (cairo_rectangle_t) { cluster->x - size / 2,
                          layout->bottom - layout->lane_height / 2 - size / 2, size, size });
}

/**
 * unknot_pain_chart_get_height:
 *
 * Returns: in how much height nothing is left out for want of room
 */
double
unknot_pain_chart_get_height (const UnknotPainChart *self)
{
  UnknotPainChart tall = *self;
  g_auto (Layout) layout = { 0 };
  double line_height = unknot_chart_get_line_height (&self->chart);
  double below;

  /* More than any chart wants: what is below the plot is as high in any. */
  tall.chart.height = 1e4;
  layout = lay_out (&tall);
  below = tall.chart.height - layout.plot.height;

  return MAX (below / (1 - MIN_PLOT_SHARE) + 1, below + 8 * line_height);
}

/**
 * unknot_pain_chart_get_n_data:
 *
 * Returns: how many data there are: columns of days from the first on, some perhaps gaps, then
 *   markers
 */
guint
unknot_pain_chart_get_n_data (const UnknotPainChart *self)
{
  g_auto (Layout) layout = lay_out (self);

  return layout.n_columns + layout.clusters->len;
}

static gboolean
get_datum (const UnknotPainChart *self,
           const Layout          *layout,
           int                    datum,
           UnknotPainChartDatum  *found)
{
  const Cluster *cluster;

  if (datum < 0 || datum >= (int) (layout->n_columns + layout->clusters->len))
    return FALSE;
  if (datum < (int) layout->n_columns)
    return get_column (self, layout, datum, found);

  cluster = &g_array_index (layout->clusters, Cluster, datum - layout->n_columns);
  *found = (UnknotPainChartDatum) { TRUE, cluster->first, cluster->n };

  return TRUE;
}

/**
 * unknot_pain_chart_get_datum:
 * @datum: from 0
 * @found: (out): what it shows
 *
 * Returns: whether there is such a datum, and it is no gap
 */
gboolean
unknot_pain_chart_get_datum (const UnknotPainChart *self,
                             int                    datum,
                             UnknotPainChartDatum  *found)
{
  g_auto (Layout) layout = lay_out (self);

  return get_datum (self, &layout, datum, found);
}

/**
 * unknot_pain_chart_step:
 * @from: a datum, or -1, or how many there are
 * @by: 1 for the next one, -1 for the one before
 *
 * Returns: the nearest datum in that direction that is no gap; -1 where there is none
 */
int
unknot_pain_chart_step (const UnknotPainChart *self,
                        int                    from,
                        int                    by)
{
  g_auto (Layout) layout = lay_out (self);
  int n = layout.n_columns + layout.clusters->len;
  UnknotPainChartDatum found;

  for (int datum = from + by; datum >= 0 && datum < n; datum += by)
    if (get_datum (self, &layout, datum, &found))
      return datum;

  return -1;
}

/**
 * unknot_pain_chart_find:
 *
 * Returns: the datum that lies under a point, days anywhere above or below what is drawn of them;
 *   -1 for none
 */
int
unknot_pain_chart_find (const UnknotPainChart *self,
                        double                 x,
                        double                 y)
{
  g_auto (Layout) layout = lay_out (self);
  double along = unknot_chart_turn_x (&self->chart, x);
  UnknotPainChartDatum found;
  int column;

  for (guint i = 0; i < layout.clusters->len; i++)
    {
      cairo_rectangle_t box =
        get_cluster_box (self, &layout, &g_array_index (layout.clusters, Cluster, i));

      if (unknot_chart_contains (&box, x, y))
        return layout.n_columns + i;
    }
  if (layout.n_columns == 0 || along < layout.plot.x || y < 0 ||
      y > layout.plot.y + layout.plot.height)
    return -1;
  column = (along - layout.plot.x) / get_column_width (&layout);

  return column < (int) layout.n_columns && get_datum (self, &layout, column, &found) ? column
                                                                                    : -1;
}

static gboolean
get_rectangle (const UnknotPainChart *self,
               const Layout          *layout,
               int                    datum,
               cairo_rectangle_t     *rectangle)
{
  UnknotPainChartDatum found;

  if (!get_datum (self, layout, datum, &found))
    return FALSE;
  if (found.is_marker)
    *rectangle = get_cluster_box (
      self, layout, &g_array_index (layout->clusters, Cluster, datum - layout->n_columns));
  else
    *rectangle = get_bar (self, layout, datum, &found);

  return TRUE;
}

/**
 * unknot_pain_chart_get_rectangle:
 * @datum: from 0
 * @rectangle: (out): where it is
 *
 * Returns: whether there is such a datum, and it is no gap
 */
gboolean
unknot_pain_chart_get_rectangle (const UnknotPainChart *self,
                                 int                    datum,
                                 cairo_rectangle_t     *rectangle)
{
  g_auto (Layout) layout = lay_out (self);

  return get_rectangle (self, &layout, datum, rectangle);
}

/* --- Drawing --- */

static void
trace_bar (cairo_t                 *cr,
           const cairo_rectangle_t *box)
{
  double radius = MIN (MIN (box->width, box->height) / 2, 3);

  cairo_new_sub_path (cr);
  cairo_arc (cr, box->x + radius, box->y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_arc (cr, box->x + box->width - radius, box->y + radius, radius, 1.5 * G_PI, 2 * G_PI);
  cairo_arc (cr, box->x + box->width - radius, box->y + box->height - radius, radius, 0,
             0.5 * G_PI);
  cairo_arc (cr, box->x + radius, box->y + box->height - radius, radius, 0.5 * G_PI, G_PI);
  cairo_close_path (cr);
}

static void
draw_ranges (const UnknotPainChart *self,
             cairo_t               *cr,
             const UnknotInk       *ink,
             const Layout          *layout,
             GArray                *columns)
{
  unknot_ink_set_source (cr, &ink->bar);
  for (guint i = 0; i < columns->len; i++)
    {
      const UnknotPainChartDatum *found = &g_array_index (columns, UnknotPainChartDatum, i);
      cairo_rectangle_t box;

      if (found->n_pains == 0)
        continue;
      box = get_bar (self, layout, i, found);
      if (box.width < DOT_COLUMN * BAR_SHARE)
        cairo_rectangle (cr, box.x, box.y, box.width, box.height);
      else
        trace_bar (cr, &box);
    }
  cairo_fill (cr);
}

static void
add_dot (cairo_t *cr,
         double   x,
         double   y,
         double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
}

static gboolean
is_gap (GArray *columns,
        guint   i)
{
  return i >= columns->len || g_array_index (columns, UnknotPainChartDatum, i).n_pains == 0;
}

/* Only what follows without a gap is joined; what stands alone is a dot. */
static void
draw_means (const UnknotPainChart *self,
            cairo_t               *cr,
            const UnknotInk       *ink,
            const Layout          *layout,
            GArray                *columns)
{
  gboolean has_dots = get_column_width (layout) >= DOT_COLUMN;

  unknot_ink_set_source (cr, &ink->bar_strong);
  cairo_set_line_width (cr, has_dots ? 1.6 : 1.3);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < columns->len; i++)
    {
      double x = unknot_chart_turn_x (&self->chart, get_column_middle (self, layout, i));
      double y = get_y (layout, g_array_index (columns, UnknotPainChartDatum, i).mean);

      if (is_gap (columns, i))
        continue;
      if (i > 0 && !is_gap (columns, i - 1))
        cairo_line_to (cr, x, y);
      else
        cairo_move_to (cr, x, y);
    }
  cairo_stroke (cr);

  for (guint i = 0; i < columns->len; i++)
    {
      double x = unknot_chart_turn_x (&self->chart, get_column_middle (self, layout, i));
      double y = get_y (layout, g_array_index (columns, UnknotPainChartDatum, i).mean);
      gboolean is_alone = (i == 0 || is_gap (columns, i - 1)) && is_gap (columns, i + 1);

      if (!is_gap (columns, i) && (has_dots || is_alone))
        add_dot (cr, x, y, has_dots ? DOT_RADIUS : LONE_DOT_RADIUS);
    }
  cairo_fill (cr);
}

/* Each kind has an outline of its own. */
static void
draw_marker (cairo_t                 *cr,
             const UnknotInk         *ink,
             UnknotHistoryMarkerKind  kind,
             const cairo_rectangle_t *box)
{
  cairo_save (cr);
  cairo_translate (cr, box->x + box->width / 2, box->y + box->height / 2);
  cairo_scale (cr, box->width / 16, box->width / 16);
  cairo_set_line_width (cr, 2);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  unknot_ink_set_source (cr, &ink->text);

  switch (kind)
    {
    case UNKNOT_HISTORY_MARKER_EVENT:
      cairo_move_to (cr, 0, -7);
      cairo_line_to (cr, 7, 0);
      cairo_line_to (cr, 0, 7);
      cairo_line_to (cr, -7, 0);
      cairo_close_path (cr);
      cairo_fill (cr);
      break;
    case UNKNOT_HISTORY_MARKER_CHECK:
      cairo_rectangle (cr, -6, -6, 12, 12);
      cairo_move_to (cr, -3, 0);
      cairo_line_to (cr, -0.8, 2.6);
      cairo_line_to (cr, 3.2, -2.8);
      cairo_stroke (cr);
      break;
    case UNKNOT_HISTORY_MARKER_MEASURE:
      cairo_move_to (cr, 0, -6);
      cairo_line_to (cr, 6.5, 5.5);
      cairo_line_to (cr, -6.5, 5.5);
      cairo_close_path (cr);
      cairo_stroke (cr);
      break;
    case UNKNOT_HISTORY_MARKER_MEDICINE:
      cairo_rotate (cr, -G_PI / 4);
      trace_bar (cr, &(cairo_rectangle_t) { -7, -3.6, 14, 7.2 });
      cairo_stroke (cr);
      cairo_rectangle (cr, -6, -3, 6, 6);
      cairo_fill (cr);
      break;
    default:
      g_assert_not_reached ();
    }
  cairo_restore (cr);
}

static void
draw_clusters (const UnknotPainChart *self,
               cairo_t               *cr,
               const UnknotInk       *ink,
               const Layout          *layout)
{
  for (guint i = 0; i < layout->clusters->len; i++)
    {
      const Cluster *cluster = &g_array_index (layout->clusters, Cluster, i);
      cairo_rectangle_t box = get_cluster_box (self, layout, cluster);
      double y = box.y + box.height / 2;
      g_autofree char *n = g_strdup_printf ("%u", cluster->n);

      if (cluster->n == 1)
        {
          draw_marker (cr, ink, self->markers[cluster->first].kind, &box);
          continue;
        }
      unknot_ink_set_source (cr, &ink->text);
      add_dot (cr, box.x + box.width / 2, y, box.width / 2);
      cairo_fill (cr);
      unknot_ink_set_source (cr, &ink->ground);
      unknot_chart_write (&self->chart, cr, n, cluster->x, y, 0.5, -1);
    }
}

static void
draw_item (cairo_t                 *cr,
           const UnknotInk         *ink,
           guint                    item,
           const cairo_rectangle_t *box,
           gconstpointer            data)
{
  const Layout *layout = data;
  double size = MIN (box->width, box->height);
  cairo_rectangle_t square = { box->x + (box->width - size) / 2,
                               box->y + (box->height - size) / 2, size, size };

  if (item >= ITEM_MARKER)
    {
      draw_marker (cr, ink, layout->kinds[item - ITEM_MARKER], &square);
      return;
    }
  if (item == ITEM_RANGE)
    {
      square.x += size / 4;
      square.width = size / 2;
      unknot_ink_set_source (cr, &ink->bar);
      trace_bar (cr, &square);
      cairo_fill (cr);
      return;
    }
  unknot_ink_set_source (cr, &ink->bar_strong);
  cairo_set_line_width (cr, 1.6);
  cairo_move_to (cr, box->x, box->y + box->height / 2);
  cairo_line_to (cr, box->x + box->width, box->y + box->height / 2);
  cairo_stroke (cr);
  add_dot (cr, box->x + box->width / 2, box->y + box->height / 2, DOT_RADIUS);
  cairo_fill (cr);
}

static void
draw_legend (const UnknotPainChart *self,
             cairo_t               *cr,
             const UnknotInk       *ink,
             const Layout          *layout)
{
  g_auto (GStrv) legend = make_legend (layout);

  if (layout->legend_top >= 0)
    unknot_chart_draw_legend (&self->chart, cr, ink, (const char *const *) legend,
                              layout->legend_top, draw_item, layout);
}

static void
draw_columns (const UnknotPainChart *self,
              cairo_t               *cr,
              const UnknotInk       *ink,
              const Layout          *layout)
{
  g_autoptr (GArray) columns =
    g_array_sized_new (FALSE, FALSE, sizeof (UnknotPainChartDatum), layout->n_columns);

  for (guint i = 0; i < layout->n_columns; i++)
    {
      UnknotPainChartDatum found;

      get_column (self, layout, i, &found);
      g_array_append_val (columns, found);
    }
  draw_ranges (self, cr, ink, layout, columns);
  draw_means (self, cr, ink, layout, columns);
}

/**
 * unknot_pain_chart_draw:
 * @cr: where to draw, the chart's upper left corner at its origin
 * @ink: the colours; the ground is not painted
 * @hovered: the datum under the pointer, or -1
 * @focused: the datum that the keyboard is at, or -1
 *
 * Draws for each day how bad the pain was, from the least to the worst, and its mean. However many
 * days there are, no more columns are drawn than can be told apart. Below are the markers.
 */
void
unknot_pain_chart_draw (const UnknotPainChart *self,
                        cairo_t               *cr,
                        const UnknotInk       *ink,
                        int                    hovered,
                        int                    focused)
{
  g_auto (Layout) layout = lay_out (self);
  cairo_rectangle_t box;

  cairo_save (cr);
  unknot_axis_draw_values (&self->chart, cr, ink, &layout.plot, UNKNOT_PAIN_MAX);
  if (self->n_days > 0)
    unknot_axis_draw_days (&self->chart, cr, ink, &layout.plot, layout.bottom, &layout.period,
                           self->first_weekday);
  draw_columns (self, cr, ink, &layout);
  draw_clusters (self, cr, ink, &layout);
  draw_legend (self, cr, ink, &layout);
  if (get_rectangle (self, &layout, hovered, &box))
    unknot_chart_draw_hover (cr, ink, &box);
  if (get_rectangle (self, &layout, focused, &box))
    unknot_chart_draw_focus (cr, ink, &box);
  cairo_restore (cr);
}
