/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-bars-chart"

#include "config.h"

#include "unknot-bars-chart.h"

#include "unknot-pattern.h"
#include "unknot-vocabulary.h"

#include <glib/gi18n-lib.h>

/* In heights of a line of words. */
#define BAR_HEIGHT 1.05
#define ROW_GAP 0.75
#define TITLE_HEIGHT 1.25
#define TITLE_GAP 0.6
#define COUNT_GAP 0.4

/* Of the width, as much as titles may take beside their bars; longer ones stand above them. */
#define MAX_TITLE_SHARE 0.36

/* In less height than so many lines a row has no words. */
#define MIN_ROW 1.0

/* What was not told comes after the effects. */
#define ITEM_UNTOLD UNKNOT_HISTORY_N_EFFECTS

typedef struct
{
  gboolean has_titles_above;
  double left;       /* of the bars */
  double width;      /* of the longest bar */
  double row_height;
  double bar_top;    /* from the top of a row */
  double bar_height;
  int highest;
  double legend_top; /* negative where there is none */
} Layout;

static int
count_untold (const UnknotBar *bar)
{
  int n = bar->n;

  for (guint i = 0; i < UNKNOT_HISTORY_N_EFFECTS; i++)
    n -= bar->n_effects[i];

  return MAX (n, 0);
}

static GStrv
make_legend (const UnknotBarsChart *self)
{
  const char *const *codes = unknot_vocabulary_get_codes (UNKNOT_VOCABULARY_EFFECT);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean has_untold = FALSE;

  for (guint i = 0; self->has_effects && i < UNKNOT_HISTORY_N_EFFECTS; i++)
    g_strv_builder_add (builder, unknot_vocabulary_get_title (UNKNOT_VOCABULARY_EFFECT, codes[i]));
  for (guint i = 0; self->has_effects && i < self->n_bars; i++)
    has_untold = has_untold || count_untold (&self->bars[i]) > 0;
  if (has_untold)
    g_strv_builder_add (builder, C_ ("pain", "Not said"));

  return g_strv_builder_end (builder);
}

static double
measure_titles (const UnknotBarsChart *self)
{
  double widest = 0;

  for (guint i = 0; i < self->n_bars; i++)
    widest = MAX (widest, unknot_chart_measure (&self->chart, self->bars[i].title));

  return widest;
}

/* Beside the longest bar and any other. */
static double
measure_counts (const UnknotBarsChart *self,
                int                    highest)
{
  g_autofree char *count = g_strdup_printf ("%d", highest);

  return unknot_chart_measure (&self->chart, count) +
         COUNT_GAP * unknot_chart_get_line_height (&self->chart);
}

/* As if there were all the height it takes. */
static Layout
lay_out_freely (const UnknotBarsChart *self)
{
  double line_height = unknot_chart_get_line_height (&self->chart);
  double titles = measure_titles (self);
  g_auto (GStrv) legend = make_legend (self);
  Layout layout = { .highest = 1 };

  for (guint i = 0; i < self->n_bars; i++)
    layout.highest = MAX (layout.highest, self->bars[i].n);
  layout.has_titles_above = titles > MAX_TITLE_SHARE * self->chart.width;
  if (!layout.has_titles_above)
    layout.left = titles + TITLE_GAP * line_height;
  layout.width =
    MAX (self->chart.width - layout.left - measure_counts (self, layout.highest), 1);
  layout.bar_top = (layout.has_titles_above ? TITLE_HEIGHT : 0) * line_height;
  layout.bar_height = BAR_HEIGHT * line_height;
  layout.row_height = layout.bar_top + layout.bar_height + ROW_GAP * line_height;
  layout.legend_top = MAX (layout.row_height * self->n_bars - ROW_GAP * line_height, 0);

  return layout;
}

static double
get_height (const UnknotBarsChart *self,
            const Layout          *layout)
{
  g_auto (GStrv) legend = make_legend (self);

  return layout->legend_top +
         unknot_chart_measure_legend (&self->chart, (const char *const *) legend);
}

static Layout
lay_out (const UnknotBarsChart *self)
{
  Layout layout = lay_out_freely (self);
  double height = get_height (self, &layout);
  double share = height > 0 ? self->chart.height / height : 1;

  if (share >= 1)
    return layout;
  layout.row_height *= share;
  layout.bar_top *= share;
  layout.bar_height *= share;
  layout.legend_top *= share;

  return layout;
}

static double
get_length (const Layout *layout,
            int           n)
{
  return layout->width * n / layout->highest;
}

/* The whole row, from where reading starts to its end. */
static cairo_rectangle_t
get_row (const UnknotBarsChart *self,
         const Layout          *layout,
         guint                  bar)
{
  return (cairo_rectangle_t) { 0, bar * layout->row_height, self->chart.width,
                               layout->bar_top + layout->bar_height };
}

/**
 * unknot_bars_chart_get_height:
 *
 * Returns: how much height it takes in its width; in less, all is smaller
 */
double
unknot_bars_chart_get_height (const UnknotBarsChart *self)
{
  Layout layout = lay_out_freely (self);

  return get_height (self, &layout);
}

/**
 * unknot_bars_chart_find:
 *
 * Returns: the bar that lies under a point, anywhere in its row; -1 for none
 */
int
unknot_bars_chart_find (const UnknotBarsChart *self,
                        double                 x,
                        double                 y)
{
  Layout layout = lay_out (self);

  for (guint i = 0; i < self->n_bars; i++)
    {
      cairo_rectangle_t row = get_row (self, &layout, i);

      if (unknot_chart_contains (&row, x, y))
        return i;
    }

  return -1;
}

/**
 * unknot_bars_chart_get_rectangle:
 * @bar: from 0
 * @rectangle: (out): where its row is
 *
 * Returns: whether there is such a bar
 */
gboolean
unknot_bars_chart_get_rectangle (const UnknotBarsChart *self,
                                 int                    bar,
                                 cairo_rectangle_t     *rectangle)
{
  Layout layout = lay_out (self);

  if (bar < 0 || bar >= (int) self->n_bars)
    return FALSE;
  *rectangle = get_row (self, &layout, bar);

  return TRUE;
}

/* --- Drawing --- */

/* The better the effect, the more of the ink; what made it worse has its own. */
static void
draw_part (cairo_t                 *cr,
           const UnknotInk         *ink,
           guint                    item,
           const cairo_rectangle_t *box,
           gconstpointer            data)
{
  const UnknotColor *const colors[] = { &ink->accent, &ink->body, &ink->bar, &ink->bar_strong,
                                        &ink->ground };

  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  unknot_ink_set_source (cr, colors[item]);
  cairo_fill (cr);
  switch (item)
    {
    case 0: /* worse */
      unknot_pattern_add_lines (cr, box, 6, 1);
      unknot_pattern_add_lines (cr, box, 6, -1);
      unknot_ink_set_source (cr, &ink->ground);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
      break;
    case 1: /* none */
      cairo_save (cr);
      cairo_rectangle (cr, box->x, box->y, box->width, box->height);
      cairo_clip (cr);
      unknot_ink_set_source (cr, &ink->text);
      unknot_pattern_draw_dots (cr, 6, 0.9);
      cairo_restore (cr);
      break;
    case 2: /* a little */
      unknot_pattern_add_lines (cr, box, 5, -1);
      unknot_ink_set_source (cr, &ink->bar_strong);
      cairo_set_line_width (cr, 1.6);
      cairo_stroke (cr);
      break;
    default:
      break;
    }
  unknot_ink_set_source (cr, &ink->outline);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_stroke (cr);
}

static void
draw_effects (const UnknotBarsChart *self,
              cairo_t               *cr,
              const UnknotInk       *ink,
              const Layout          *layout,
              guint                  row)
{
  const UnknotBar *bar = &self->bars[row];
  int n_past = 0;

  for (guint item = 0; item <= ITEM_UNTOLD; item++)
    {
      int n = item < ITEM_UNTOLD ? bar->n_effects[item] : count_untold (bar);
      cairo_rectangle_t box = { layout->left + get_length (layout, n_past),
                                row * layout->row_height + layout->bar_top,
                                get_length (layout, n), layout->bar_height };

      n_past += n;
      if (n == 0)
        continue;
      box = unknot_chart_turn (&self->chart, box);
      draw_part (cr, ink, item, &box, NULL);
    }
}

static void
draw_bar (const UnknotBarsChart *self,
          cairo_t               *cr,
          const UnknotInk       *ink,
          const Layout          *layout,
          guint                  row)
{
  cairo_rectangle_t box = unknot_chart_turn (
    &self->chart,
    (cairo_rectangle_t) { layout->left, row * layout->row_height + layout->bar_top,
                          get_length (layout, self->bars[row].n), layout->bar_height });

  if (self->has_effects)
    {
      draw_effects (self, cr, ink, layout, row);
      return;
    }
  unknot_ink_set_source (cr, &ink->bar);
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  cairo_fill (cr);
}

static void
draw_words (const UnknotBarsChart *self,
            cairo_t               *cr,
            const UnknotInk       *ink,
            const Layout          *layout,
            guint                  row)
{
  const UnknotBar *bar = &self->bars[row];
  double line_height = unknot_chart_get_line_height (&self->chart);
  double top = row * layout->row_height;
  double middle = top + layout->bar_top + layout->bar_height / 2;
  g_autofree char *count = g_strdup_printf ("%d", bar->n);

  unknot_ink_set_source (cr, &ink->text);
  if (layout->has_titles_above)
    unknot_chart_write (&self->chart, cr, bar->title, 0, top + layout->bar_top / 2, 0,
                        self->chart.width);
  else
    unknot_chart_write (&self->chart, cr, bar->title, layout->left - TITLE_GAP * line_height,
                        middle, 1, -1);
  unknot_chart_write (&self->chart, cr, count,
                      layout->left + get_length (layout, bar->n) + COUNT_GAP * line_height, middle,
                      0, -1);
}

static void
draw_frame (const UnknotBarsChart *self,
            cairo_t               *cr,
            const UnknotInk       *ink,
            const Layout          *layout)
{
  double x = layout->left + 0.5;

  /* It would go through the titles. */
  if (layout->has_titles_above)
    return;
  unknot_ink_set_source (cr, &ink->outline);
  cairo_set_line_width (cr, 1);
  unknot_chart_draw_line (&self->chart, cr, x, 0, x,
                          self->n_bars > 0 ? layout->legend_top : self->chart.height);
}

/**
 * unknot_bars_chart_draw:
 * @cr: where to draw, the chart's upper left corner at its origin
 * @ink: the colours; the ground is not painted
 * @hovered: the bar under the pointer, or -1
 * @focused: the bar that the keyboard is at, or -1
 *
 * Draws a bar for each, from where reading starts, and how many it stands for at its end. Effects
 * are told by a colour and by a pattern, each without the other.
 */
void
unknot_bars_chart_draw (const UnknotBarsChart *self,
                        cairo_t               *cr,
                        const UnknotInk       *ink,
                        int                    hovered,
                        int                    focused)
{
  Layout layout = lay_out (self);
  g_auto (GStrv) legend = make_legend (self);
  gboolean has_words =
    layout.row_height >= MIN_ROW * unknot_chart_get_line_height (&self->chart);
  cairo_rectangle_t row;

  cairo_save (cr);
  for (guint i = 0; i < self->n_bars; i++)
    {
      draw_bar (self, cr, ink, &layout, i);
      if (has_words)
        draw_words (self, cr, ink, &layout, i);
    }
  draw_frame (self, cr, ink, &layout);
  if (has_words)
    unknot_chart_draw_legend (&self->chart, cr, ink, (const char *const *) legend,
                              layout.legend_top, draw_part, NULL);
  if (unknot_bars_chart_get_rectangle (self, hovered, &row))
    unknot_chart_draw_hover (cr, ink, &row);
  if (unknot_bars_chart_get_rectangle (self, focused, &row))
    unknot_chart_draw_focus (cr, ink, &row);
  cairo_restore (cr);
}
