/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-row"

#include "config.h"

#include "unknot-summary-row.h"

#include "unknot-ink.h"
#include "unknot-summary-text.h"

/* Between columns, and above and below what is in a row. */
#define COLUMN_GAP 4.0
#define PADDING 1.0

/**
 * unknot_summary_row_new:
 * @cells: (array zero-terminated=1): a text for each column
 * @max_lines: how many lines a text has at most
 *
 * Returns: (transfer full): a row
 */
UnknotSummaryRow *
unknot_summary_row_new (const UnknotSummaryGrid *grid,
                        const char *const       *cells,
                        gboolean                 is_head,
                        guint                    max_lines)
{
  UnknotSummaryRow *self = g_new0 (UnknotSummaryRow, 1);

  self->is_head = is_head;
  for (guint i = 0; cells[i] != NULL; i++)
    {
      self->cells[i] = unknot_summary_text_lay_out (grid->context, cells[i], grid->size, is_head,
                                                    grid->width * grid->shares[i] - COLUMN_GAP,
                                                    max_lines);
      self->height = MAX (self->height, unknot_summary_text_measure (self->cells[i]));
    }
  self->height += 2 * PADDING;

  return self;
}

void
unknot_summary_row_free (UnknotSummaryRow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    g_clear_object (&self->cells[i]);
  g_free (self);
}

/**
 * unknot_summary_row_draw:
 * @left: where the table begins
 * @top: where the row begins
 *
 * Draws a row, and a line below it.
 */
void
unknot_summary_row_draw (UnknotSummaryRow        *self,
                         const UnknotSummaryGrid *grid,
                         cairo_t                 *cr,
                         double                   left,
                         double                   top)
{
  const UnknotInk *ink = unknot_ink_get_paper ();
  gboolean to_the_left = pango_context_get_base_dir (grid->context) == PANGO_DIRECTION_RTL;
  double x = 0;

  unknot_ink_set_source (cr, &ink->text);
  cairo_tag_begin (cr, "TR", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (self->cells) && self->cells[i] != NULL; i++)
    {
      double width = grid->width * grid->shares[i];

      cairo_tag_begin (cr, self->is_head ? "TH" : "TD", NULL);
      unknot_summary_text_show (cr, self->cells[i],
                                left + (to_the_left ? grid->width - x - width + COLUMN_GAP : x),
                                top + PADDING);
      cairo_tag_end (cr, self->is_head ? "TH" : "TD");
      x += width;
    }
  cairo_tag_end (cr, "TR");
  unknot_ink_set_source (cr, &ink->seam);
  cairo_set_line_width (cr, self->is_head ? 0.8 : 0.3);
  cairo_move_to (cr, left, top + self->height);
  cairo_line_to (cr, left + grid->width, top + self->height);
  cairo_stroke (cr);
}
