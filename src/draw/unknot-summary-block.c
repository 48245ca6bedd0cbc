/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-block"

#include "config.h"

#include "unknot-summary-block.h"

#include "unknot-body-map.h"
#include "unknot-ink.h"
#include "unknot-pain-chart.h"
#include "unknot-summary-text.h"
#include "unknot-topic-piece.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* All in points. At its smallest scale no text is below 8, to be read at arm's length. */
#define TITLE_SIZE 9.5
#define TEXT_SIZE 8.4

/* What a chart writes is smaller than its context says. */
#define CHART_TEXT_SIZE 9.8
#define TITLE_GAP 2.0
#define LINE_GAP 1.5
#define LABEL_WIDTH 66.0
#define FIGURE_GAP 3.0

/* A name in a table has no more lines. */
#define MAX_CELL_LINES 2

/* Rows that are no use on a page. */
#define MAX_ROWS 40

/* What is not worrying has no more lines, however much there is to say: nobody reads them. */
#define MAX_LINES 10
#define MAX_SPARE_LINES 3

/* So much is left of any text, table and picture at the last turns. */
#define LAST_LINES 2
#define LAST_OWN_LINES 3
#define LAST_ROWS 2
#define LAST_FIGURE_SHARE 0.6

/* How a part shrinks, from which turn on, and how far. At the first turn what can do with the
 * fewest words does; at the last one what is worrying, and before it all else, as far as it can. */
typedef struct
{
  guint turn;
  guint min_lines;
  guint late_turn;
  guint late_min_lines;
  guint last_min_lines; /* 0 for one */
  guint figure_turn;
  double figure_min;
  double figure_max; /* 0 where there is no picture */
  guint row_turn;
  guint min_rows;
} Manner;

static const Manner manners[] = {
  [UNKNOT_SUMMARY_GLANCE] = { 5, 1 },
  [UNKNOT_SUMMARY_CHECKUP] = { 3, 4, .late_turn = 5, .late_min_lines = 1 },
  [UNKNOT_SUMMARY_PAIN] = { 4, 1, .figure_turn = 4, .figure_min = 138, .figure_max = 146 },
  [UNKNOT_SUMMARY_STORY] = { 2, 1 },
  [UNKNOT_SUMMARY_PLACES] = { 2, 2, .last_min_lines = 2, .figure_turn = 3, .figure_min = 136,
                              .figure_max = 168 },
  [UNKNOT_SUMMARY_FUNCTION] = { 2, 1 },
  [UNKNOT_SUMMARY_MEDICINE] = { 2, 1, .row_turn = 2, .min_rows = 4 },
  [UNKNOT_SUMMARY_MEASURES] = { 2, 1, .row_turn = 1, .min_rows = 4 },
  [UNKNOT_SUMMARY_CONDITIONS] = { 4, 2 },
  [UNKNOT_SUMMARY_GOALS] = { 4, 2 },
  [UNKNOT_SUMMARY_QUESTIONS] = { 4, 3 },
  [UNKNOT_SUMMARY_NOTES] = { 1, 5, .late_turn = 4, .late_min_lines = 2 },
};

/* The columns of those that have a table. */
static const double medicine_shares[] = { 0.41, 0.09, 0.21, 0.145, 0.145, 0 };
static const double measure_shares[] = { 0.36, 0.145, 0.2, 0.13, 0.165, 0 };

struct _UnknotSummaryBlock
{
  const UnknotSummarySection *section;
  UnknotSummary *summary;
  PangoContext *context;
  double scale;
  double width;

  PangoLayout *title;
  double title_height;
  double figure_height; /* 0 where there is none */
  UnknotSummaryGrid grid;
  GPtrArray *rows; /* of UnknotSummaryRow, the head first; empty where there is no table */
  guint n_more_rows;
  PangoLayout *more;  /* nullable: how many rows are left out */
  GPtrArray *texts; /* of UnknotSummaryText */
};

static const Manner *
get_manner (UnknotSummaryBlock *self)
{
  return &manners[self->section->part];
}

/* --- What it consists of --- */

static void
say_more (UnknotSummaryBlock *self)
{
  g_autofree char *words = NULL;

  g_clear_object (&self->more);
  if (self->n_more_rows == 0)
    return;

  /* Translators: of a table, how many rows are left out */
  words = g_strdup_printf (ngettext ("and %u more", "and %u more", self->n_more_rows),
                           self->n_more_rows);
  self->more = unknot_summary_text_lay_out (self->context, words, self->grid.size, FALSE,
                                            self->width, 1);
}

static void
add_table (UnknotSummaryBlock *self)
{
  GPtrArray *rows = self->section->rows;
  const double *shares = self->section->part == UNKNOT_SUMMARY_MEDICINE ? medicine_shares
                                                                        : measure_shares;

  self->grid = (UnknotSummaryGrid) { self->context, TEXT_SIZE * self->scale, self->width };
  for (guint i = 0; shares[i] > 0; i++)
    self->grid.shares[i] = shares[i];
  g_ptr_array_add (self->rows,
                   unknot_summary_row_new (&self->grid,
                                           (const char *const *) self->section->columns, TRUE,
                                           MAX_CELL_LINES));
  for (guint i = 0; i < MIN (rows->len, MAX_ROWS); i++)
    g_ptr_array_add (self->rows,
                     unknot_summary_row_new (&self->grid, g_ptr_array_index (rows, i), FALSE,
                                             MAX_CELL_LINES));
  self->n_more_rows = rows->len - MIN (rows->len, MAX_ROWS);
  say_more (self);
}

/* Only of what is worrying a doctor wants all. */
static guint
get_max_lines (const UnknotSummaryLine *line,
               double                   max_height)
{
  if (line->weight == UNKNOT_SUMMARY_WEIGHTY)
    return MAX (max_height / TEXT_SIZE, LAST_LINES);

  return line->weight == UNKNOT_SUMMARY_SPARE ? MAX_SPARE_LINES : MAX_LINES;
}

static gboolean
drop_yielding (UnknotSummaryBlock *self)
{
  gboolean dropped = FALSE;

  for (guint i = self->texts->len; i > 0; i--)
    if (((UnknotSummaryText *) g_ptr_array_index (self->texts, i - 1))->line->yields &&
        self->texts->len > 1)
      {
        g_ptr_array_remove_index (self->texts, i - 1);
        dropped = TRUE;
      }

  return dropped;
}

/* Nothing takes the room of what has none. */
static void
yield (UnknotSummaryBlock *self)
{
  if (!unknot_summary_block_is_whole (self))
    drop_yielding (self);
}

static void
add_texts (UnknotSummaryBlock *self,
           double              max_height)
{
  GPtrArray *lines = self->section->lines;
  gboolean beside = self->section->part == UNKNOT_SUMMARY_GLANCE ||
                    self->section->part == UNKNOT_SUMMARY_CHECKUP;

  for (guint i = 0; i < lines->len; i++)
    {
      const UnknotSummaryLine *line = g_ptr_array_index (lines, i);

      g_ptr_array_add (self->texts,
                       unknot_summary_text_new (line, self->context, TEXT_SIZE * self->scale,
                                                self->width, beside ? LABEL_WIDTH * self->scale : 0,
                                                get_max_lines (line, max_height)));
    }
}

static double
get_text_gap (UnknotSummaryBlock *self)
{
  return LINE_GAP * self->scale;
}

/**
 * unknot_summary_block_new:
 * @section: what it says; it must stay
 * @scale: of all letters: 1 for their own size
 * @width: how much room there is
 * @max_height: how much there is on a page
 *
 * Returns: (transfer full): the section, as high as it wants to be
 */
UnknotSummaryBlock *
unknot_summary_block_new (const UnknotSummarySection *section,
                          UnknotSummary              *summary,
                          PangoContext               *context,
                          double                      scale,
                          double                      width,
                          double                      max_height)
{
  UnknotSummaryBlock *self = g_new0 (UnknotSummaryBlock, 1);

  self->section = section;
  self->summary = g_object_ref (summary);
  self->context = g_object_ref (context);
  self->scale = scale;
  self->width = width;
  self->title =
    unknot_summary_text_lay_out (context, section->title, TITLE_SIZE * scale, TRUE, width, 2);
  self->title_height = unknot_summary_text_measure (self->title) + TITLE_GAP * scale;
  self->figure_height = get_manner (self)->figure_max;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) unknot_summary_row_free);
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) unknot_summary_text_free);
  if (section->columns != NULL)
    add_table (self);
  add_texts (self, max_height);
  yield (self);

  return self;
}

void
unknot_summary_block_free (UnknotSummaryBlock *self)
{
  g_clear_object (&self->summary);
  g_clear_object (&self->context);
  g_clear_object (&self->title);
  g_clear_object (&self->more);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

/**
 * unknot_summary_block_is_whole:
 *
 * Returns: whether all is told that would be continued
 */
gboolean
unknot_summary_block_is_whole (UnknotSummaryBlock *self)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      UnknotSummaryText *text = g_ptr_array_index (self->texts, i);

      if (text->line->continued && !unknot_summary_text_is_whole (text))
        return FALSE;
    }

  return TRUE;
}

/* --- How high it is --- */

static double
get_table_height (UnknotSummaryBlock *self)
{
  double height = self->more != NULL ? unknot_summary_text_measure (self->more) : 0;

  for (guint i = 0; i < self->rows->len; i++)
    height += ((UnknotSummaryRow *) g_ptr_array_index (self->rows, i))->height;

  return height;
}

/**
 * unknot_summary_block_get_height:
 *
 * Returns: how high it is
 */
double
unknot_summary_block_get_height (UnknotSummaryBlock *self)
{
  double height = self->title_height + get_table_height (self);

  if (self->figure_height > 0)
    height += self->figure_height + FIGURE_GAP;
  for (guint i = 0; i < self->texts->len; i++)
    height += ((UnknotSummaryText *) g_ptr_array_index (self->texts, i))->height +
              get_text_gap (self);

  return height;
}

static gboolean
shrink_rows (UnknotSummaryBlock *self,
             guint               min_rows,
             double              excess)
{
  double before = get_table_height (self);

  while (self->rows->len > 1 + min_rows &&
         before - get_table_height (self) < excess)
    {
      g_ptr_array_set_size (self->rows, self->rows->len - 1);
      self->n_more_rows++;
      say_more (self);
    }

  return get_table_height (self) < before;
}

static gboolean
shrink_figure (UnknotSummaryBlock *self,
               double              min_height,
               double              excess)
{
  double before = self->figure_height;

  self->figure_height = MAX (before - excess, MIN (min_height, before));

  return self->figure_height < before;
}

/* The highest first, as long as that helps. */
static gboolean
shrink_texts (UnknotSummaryBlock  *self,
              UnknotSummaryWeight  weight,
              guint                min_lines,
              double               excess)
{
  gboolean shrunk = FALSE;

  while (excess > 0)
    {
      UnknotSummaryText *highest = NULL;
      double before;

      for (guint i = 0; i < self->texts->len; i++)
        {
          UnknotSummaryText *text = g_ptr_array_index (self->texts, i);

          if (text->line->weight == weight &&
              unknot_summary_text_can_shrink (text, min_lines) &&
              (highest == NULL || text->height > highest->height))
            highest = text;
        }
      if (highest == NULL)
        break;
      before = highest->height;
      /* Of what matters, each is to keep as much as the others: a line at a time. */
      shrunk |= unknot_summary_text_shrink (
        highest, weight >= UNKNOT_SUMMARY_OWN ? MIN (excess, 1) : excess, min_lines);
      excess -= before - highest->height;
    }

  return shrunk;
}

/**
 * unknot_summary_block_shrink:
 * @turn: from 0, less than #UNKNOT_SUMMARY_BLOCK_N_TURNS
 * @excess: by how much it is to be lower
 *
 * Leaves out what it can do without at this turn, and says how much that is.
 *
 * Returns: whether it is lower now
 */
gboolean
unknot_summary_block_shrink (UnknotSummaryBlock *self,
                             guint               turn,
                             double              excess)
{
  const Manner *manner = get_manner (self);
  gboolean shrunk = FALSE;

  if (turn == 0)
    return shrink_texts (self, UNKNOT_SUMMARY_SPARE, 1, excess);
  if (turn >= UNKNOT_SUMMARY_BLOCK_LAST_TURN - 1)
    return shrink_texts (self, UNKNOT_SUMMARY_ORDINARY, MAX (manner->last_min_lines, 1),
                         excess) ||
           shrink_rows (self, LAST_ROWS, excess) ||
           shrink_figure (self, LAST_FIGURE_SHARE * manner->figure_min, excess) ||
           drop_yielding (self) ||
           (turn == UNKNOT_SUMMARY_BLOCK_LAST_TURN &&
            (shrink_texts (self, UNKNOT_SUMMARY_OWN, LAST_OWN_LINES, excess) ||
             shrink_texts (self, UNKNOT_SUMMARY_WEIGHTY, LAST_LINES, excess)));

  if (turn >= manner->turn)
    shrunk = shrink_texts (self, UNKNOT_SUMMARY_ORDINARY, manner->min_lines, excess);
  if (!shrunk && manner->late_turn > 0 && turn >= manner->late_turn)
    shrunk = shrink_texts (self, UNKNOT_SUMMARY_ORDINARY, manner->late_min_lines, excess);
  if (!shrunk && self->rows->len > 0 && turn >= manner->row_turn)
    shrunk = shrink_rows (self, manner->min_rows, excess);
  if (!shrunk && turn >= manner->figure_turn)
    shrunk = shrink_figure (self, manner->figure_min, excess);

  return shrunk;
}

/* --- Drawing --- */

static PangoContext *
make_figure_context (UnknotSummaryBlock *self,
                     double              size)
{
  PangoContext *context =
    pango_font_map_create_context (pango_context_get_font_map (self->context));
  PangoFontDescription *font =
    pango_font_description_copy (pango_context_get_font_description (self->context));

  pango_font_description_set_absolute_size (font, size * self->scale * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  pango_context_set_base_dir (context, pango_context_get_base_dir (self->context));
  pango_context_set_language (context, pango_context_get_language (self->context));
  pango_context_set_round_glyph_positions (
    context, pango_context_get_round_glyph_positions (self->context));
  pango_font_description_free (font);

  return context;
}

static void
draw_pain (UnknotSummaryBlock *self,
           cairo_t            *cr,
           PangoContext       *context)
{
  UnknotHistory *history = unknot_summary_get_history (self->summary);
  UnknotPainChart chart = { { context, self->width, self->figure_height } };

  chart.days = unknot_history_get_days (history, &chart.n_days);
  chart.markers = unknot_history_get_markers (history, &chart.n_markers);
  chart.first_weekday = unknot_summary_get_first_weekday (self->summary);
  unknot_pain_chart_draw (&chart, cr, unknot_ink_get_paper (), -1, -1);
}

static void
draw_places (UnknotSummaryBlock *self,
             cairo_t            *cr,
             PangoContext       *context)
{
  guint n;
  const UnknotHistoryPlace *places =
    unknot_history_get_places (unknot_summary_get_history (self->summary), &n);

  unknot_body_map_draw_printed (cr, context, self->width, self->figure_height,
                                unknot_ink_get_paper (), places, n);
}

static void
draw_figure (UnknotSummaryBlock *self,
             cairo_t            *cr,
             double              left,
             double              top)
{
  gboolean is_chart = self->section->part == UNKNOT_SUMMARY_PAIN;
  PangoContext *context = make_figure_context (self, is_chart ? CHART_TEXT_SIZE : TEXT_SIZE);

  cairo_tag_begin (cr, "Figure", NULL);
  cairo_save (cr);
  cairo_translate (cr, left, top);
  if (is_chart)
    draw_pain (self, cr, context);
  else
    draw_places (self, cr, context);
  cairo_restore (cr);
  cairo_tag_end (cr, "Figure");
  g_object_unref (context);
}

static double
draw_table (UnknotSummaryBlock *self,
            cairo_t            *cr,
            double              left,
            double              top)
{
  cairo_tag_begin (cr, "Table", NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      UnknotSummaryRow *row = g_ptr_array_index (self->rows, i);

      unknot_summary_row_draw (row, &self->grid, cr, left, top);
      top += row->height;
    }
  cairo_tag_end (cr, "Table");
  if (self->more == NULL)
    return top;

  unknot_ink_set_source (cr, &unknot_ink_get_paper ()->text);
  cairo_tag_begin (cr, "P", NULL);
  unknot_summary_text_show (cr, self->more, left, top);
  cairo_tag_end (cr, "P");

  return top + unknot_summary_text_measure (self->more);
}

static void
draw_text (UnknotSummaryBlock *self,
           UnknotSummaryText  *text,
           cairo_t            *cr,
           double              left,
           double              top)
{
  gboolean to_the_left = pango_context_get_base_dir (self->context) == PANGO_DIRECTION_RTL;
  double label_width = text->label != NULL ? pango_layout_get_width (text->label) / PANGO_SCALE : 0;

  cairo_tag_begin (cr, "P", NULL);
  if (text->label != NULL)
    unknot_summary_text_show (cr, text->label,
                              to_the_left ? left + self->width - label_width : left, top);
  unknot_summary_text_show (cr, text->layout, to_the_left ? left : left + text->indent, top);
  cairo_tag_end (cr, "P");
}

/**
 * unknot_summary_block_draw:
 * @left: where it begins
 * @top: where it begins
 *
 * Draws it: on a PDF, a heading, and what is below it tagged as what it is.
 */
void
unknot_summary_block_draw (UnknotSummaryBlock *self,
                           cairo_t            *cr,
                           double              left,
                           double              top)
{
  unknot_ink_set_source (cr, &unknot_ink_get_paper ()->text);
  cairo_tag_begin (cr, "H2", NULL);
  unknot_summary_text_show (cr, self->title, left, top);
  cairo_tag_end (cr, "H2");
  top += self->title_height;

  if (self->figure_height > 0)
    {
      draw_figure (self, cr, left, top);
      top += self->figure_height + FIGURE_GAP;
    }
  if (self->rows->len > 0)
    top = draw_table (self, cr, left, top);
  for (guint i = 0; i < self->texts->len; i++)
    {
      UnknotSummaryText *text = g_ptr_array_index (self->texts, i);

      unknot_ink_set_source (cr, &unknot_ink_get_paper ()->text);
      top += get_text_gap (self);
      draw_text (self, text, cr, left, top);
      top += text->height;
    }
}
