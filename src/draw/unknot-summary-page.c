/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-page"

#include "config.h"

#include "unknot-summary-page.h"

#include "unknot-ink.h"
#include "unknot-summary-block.h"

/* All in points, at a scale of 1. */
#define BAND_GAP 8.0
#define BLOCK_GAP 6.0
#define COLUMN_GAP 16.0

/* Of the width, what the first of two columns has. */
#define FIRST_SHARE 0.57

#define N_BANDS 6
#define N_COLUMNS 2

/* With how large letters, and whether also what is worrying is told in fewer words: tried one after
 * the other, until all has room. */
static const struct
{
  double scale;
  guint n_turns;
} attempts[] = {
  { 1, UNKNOT_SUMMARY_BLOCK_LAST_TURN - 1 },
  { 0.955, UNKNOT_SUMMARY_BLOCK_LAST_TURN },
  { 0.955, UNKNOT_SUMMARY_BLOCK_N_TURNS },
};

/* Where each part stands: in a band over the whole width, in its first column or its second. Where
 * the other has nothing in it, a column has the whole width. */
static const struct
{
  guint band;
  guint column;
} seats[] = {
  [UNKNOT_SUMMARY_GLANCE] = { 0, 0 },     [UNKNOT_SUMMARY_CHECKUP] = { 1, 0 },
  [UNKNOT_SUMMARY_PAIN] = { 2, 0 },       [UNKNOT_SUMMARY_STORY] = { 2, 0 },
  [UNKNOT_SUMMARY_PLACES] = { 2, 1 },     [UNKNOT_SUMMARY_FUNCTION] = { 2, 1 },
  [UNKNOT_SUMMARY_MEDICINE] = { 3, 0 },   [UNKNOT_SUMMARY_MEASURES] = { 3, 1 },
  [UNKNOT_SUMMARY_CONDITIONS] = { 4, 1 }, [UNKNOT_SUMMARY_GOALS] = { 4, 1 },
  [UNKNOT_SUMMARY_QUESTIONS] = { 4, 0 },  [UNKNOT_SUMMARY_NOTES] = { 5, 0 },
};

typedef struct
{
  GPtrArray *blocks; /* of UnknotSummaryBlock */
  double start;      /* from where texts begin */
  double width;
} Column;

struct _UnknotSummaryPage
{
  PangoContext *context;
  double width;
  double scale;
  Column columns[N_BANDS][N_COLUMNS];
  double squeeze; /* what it is drawn at, where all else was not enough */
};

/* --- How high all is --- */

static double
get_column_height (UnknotSummaryPage *self,
                   const Column      *column)
{
  double height = 0;

  for (guint i = 0; i < column->blocks->len; i++)
    height += unknot_summary_block_get_height (g_ptr_array_index (column->blocks, i)) +
              (i > 0 ? BLOCK_GAP * self->scale : 0);

  return height;
}

static double
get_band_height (UnknotSummaryPage *self,
                 guint              band)
{
  return MAX (get_column_height (self, &self->columns[band][0]),
              get_column_height (self, &self->columns[band][1]));
}

/* With the gap above it. */
static double
get_height (UnknotSummaryPage *self)
{
  double height = 0;

  for (guint i = 0; i < N_BANDS; i++)
    {
      double band = get_band_height (self, i);

      if (band > 0)
        height += band + BAND_GAP * self->scale;
    }

  return height;
}

static gboolean
shrink_column (UnknotSummaryPage *self,
               Column            *column,
               guint              turn,
               double             excess)
{
  UnknotSummaryBlock *highest = NULL;
  g_autoptr (GPtrArray) left = g_ptr_array_copy (column->blocks, NULL, NULL);

  /* The copy has nothing to free. */
  g_ptr_array_set_free_func (left, NULL);
  while (left->len > 0)
    {
      guint place = 0;

      for (guint i = 0; i < left->len; i++)
        if (unknot_summary_block_get_height (g_ptr_array_index (left, i)) >
            unknot_summary_block_get_height (g_ptr_array_index (left, place)))
          place = i;
      highest = g_ptr_array_steal_index (left, place);
      if (unknot_summary_block_shrink (highest, turn, excess))
        return TRUE;
    }

  return FALSE;
}

/* Only what is the highest beside something else makes room. */
static gboolean
shrink_band (UnknotSummaryPage *self,
             guint              band,
             guint              turn,
             double             excess)
{
  double heights[N_COLUMNS] = { get_column_height (self, &self->columns[band][0]),
                                get_column_height (self, &self->columns[band][1]) };
  guint higher = heights[0] >= heights[1] ? 0 : 1;
  double difference = heights[higher] - heights[1 - higher];

  if (heights[1 - higher] > 0 && difference > 1)
    excess = MIN (excess, difference);

  return shrink_column (self, &self->columns[band][higher], turn, excess);
}

/* What is below can do without first. */
static gboolean
shrink (UnknotSummaryPage *self,
        guint              turn,
        double             height)
{
  double excess;

  while ((excess = get_height (self) - height) > 0)
    {
      gboolean shrunk = FALSE;

      for (guint i = N_BANDS; i > 0 && !shrunk; i--)
        shrunk = shrink_band (self, i - 1, turn, excess);
      if (!shrunk)
        return FALSE;
    }

  return TRUE;
}

/* --- Where it is --- */

static void
clear_columns (UnknotSummaryPage *self)
{
  for (guint i = 0; i < N_BANDS; i++)
    for (guint j = 0; j < N_COLUMNS; j++)
      g_clear_pointer (&self->columns[i][j].blocks, g_ptr_array_unref);
}

static gboolean
has_column (GPtrArray *sections,
            guint      band,
            guint      column)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const UnknotSummarySection *section = g_ptr_array_index (sections, i);

      if (section->part != UNKNOT_SUMMARY_ENTRIES && seats[section->part].band == band &&
          seats[section->part].column == column)
        return TRUE;
    }

  return FALSE;
}

static void
make_columns (UnknotSummaryPage *self,
              GPtrArray         *sections)
{
  clear_columns (self);
  for (guint i = 0; i < N_BANDS; i++)
    {
      gboolean both = has_column (sections, i, 0) && has_column (sections, i, 1);
      double first = FIRST_SHARE * (self->width - COLUMN_GAP);
      double second = self->width - COLUMN_GAP - first;

      self->columns[i][0] = (Column) { NULL, 0, both ? first : self->width };
      self->columns[i][1] =
        (Column) { NULL, both ? first + COLUMN_GAP : 0, both ? second : self->width };
      for (guint j = 0; j < N_COLUMNS; j++)
        self->columns[i][j].blocks =
          g_ptr_array_new_with_free_func ((GDestroyNotify) unknot_summary_block_free);
    }
}

static void
lay_out (UnknotSummaryPage *self,
         GPtrArray         *sections,
         UnknotSummary     *summary,
         double             height)
{
  make_columns (self, sections);
  for (guint i = 0; i < sections->len; i++)
    {
      const UnknotSummarySection *section = g_ptr_array_index (sections, i);
      Column *column;

      if (section->part == UNKNOT_SUMMARY_ENTRIES)
        continue;
      column = &self->columns[seats[section->part].band][seats[section->part].column];
      g_ptr_array_add (column->blocks,
                       unknot_summary_block_new (section, summary, self->context, self->scale,
                                                 column->width, height));
    }
}

/**
 * unknot_summary_page_new:
 * @sections: (element-type UnknotSummarySection): what it says; they must stay
 * @context: how to write: its font and direction
 * @width: how much room there is
 * @height: how much room there is
 *
 * Returns: (transfer full): all sections but the table of entries in that room, whatever they say:
 *   what has no place is left out, what matters least first, and how much that is is said
 */
UnknotSummaryPage *
unknot_summary_page_new (GPtrArray     *sections,
                         UnknotSummary *summary,
                         PangoContext  *context,
                         double         width,
                         double         height)
{
  UnknotSummaryPage *self = g_new0 (UnknotSummaryPage, 1);
  gboolean done = FALSE;

  self->context = g_object_ref (context);
  self->width = width;
  self->squeeze = 1;
  for (guint i = 0; i < G_N_ELEMENTS (attempts) && !done; i++)
    {
      self->scale = attempts[i].scale;
      lay_out (self, sections, summary, height);
      for (guint turn = 0; turn < attempts[i].n_turns && !done; turn++)
        done = shrink (self, turn, height);
    }
  if (!done)
    self->squeeze = height / get_height (self);

  return self;
}

void
unknot_summary_page_free (UnknotSummaryPage *self)
{
  clear_columns (self);
  g_clear_object (&self->context);
  g_free (self);
}

/**
 * unknot_summary_page_is_whole:
 *
 * Returns: whether there is nothing to continue on another page
 */
gboolean
unknot_summary_page_is_whole (UnknotSummaryPage *self)
{
  for (guint i = 0; i < N_BANDS; i++)
    for (guint j = 0; j < N_COLUMNS; j++)
      for (guint k = 0; k < self->columns[i][j].blocks->len; k++)
        if (!unknot_summary_block_is_whole (g_ptr_array_index (self->columns[i][j].blocks, k)))
          return FALSE;

  return TRUE;
}

/* --- Drawing --- */

static void
draw_rule (UnknotSummaryPage *self,
           cairo_t           *cr,
           double             y)
{
  unknot_ink_set_source (cr, &unknot_ink_get_paper ()->outline);
  cairo_set_line_width (cr, 0.6);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, self->width, y);
  cairo_stroke (cr);
}

static void
draw_column (UnknotSummaryPage *self,
             cairo_t           *cr,
             const Column      *column,
             double             top)
{
  gboolean to_the_left = pango_context_get_base_dir (self->context) == PANGO_DIRECTION_RTL;
  double left = to_the_left ? self->width - column->start - column->width : column->start;

  for (guint i = 0; i < column->blocks->len; i++)
    {
      UnknotSummaryBlock *block = g_ptr_array_index (column->blocks, i);

      unknot_summary_block_draw (block, cr, left, top);
      top += unknot_summary_block_get_height (block) + BLOCK_GAP * self->scale;
    }
}

/**
 * unknot_summary_page_draw:
 * @left: where it begins
 * @top: where it begins
 *
 * Draws it, from the first section to the last.
 */
void
unknot_summary_page_draw (UnknotSummaryPage *self,
                          cairo_t           *cr,
                          double             left,
                          double             top)
{
  gboolean to_the_left = pango_context_get_base_dir (self->context) == PANGO_DIRECTION_RTL;
  double y = 0;

  cairo_save (cr);
  cairo_translate (cr, to_the_left ? left + self->width * (1 - self->squeeze) : left, top);
  cairo_scale (cr, self->squeeze, self->squeeze);
  for (guint i = 0; i < N_BANDS; i++)
    {
      double height = get_band_height (self, i);

      if (height <= 0)
        continue;
      draw_rule (self, cr, y + BAND_GAP * self->scale / 2 - 1);
      y += BAND_GAP * self->scale;
      for (guint j = 0; j < N_COLUMNS; j++)
        draw_column (self, cr, &self->columns[i][j], y);
      y += height;
    }
  cairo_restore (cr);
}
