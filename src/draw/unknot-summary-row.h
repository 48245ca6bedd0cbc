/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define UNKNOT_SUMMARY_ROW_MAX_CELLS 8

/**
 * UnknotSummaryGrid:
 * @context: how to write: its font and direction
 * @size: of the letters
 * @width: how wide the table is
 * @shares: of the width, what each column has; 0 after the last
 *
 * A table. All in points.
 */
typedef struct
{
  PangoContext *context;
  double size;
  double width;
  double shares[UNKNOT_SUMMARY_ROW_MAX_CELLS + 1];
} UnknotSummaryGrid;

/**
 * UnknotSummaryRow:
 * @cells: what stands in it
 * @is_head: whether it says what the columns are
 * @height: how high it is, with the room about it
 *
 * A row of a table.
 */
typedef struct
{
  PangoLayout *cells[UNKNOT_SUMMARY_ROW_MAX_CELLS];
  gboolean is_head;
  double height;
} UnknotSummaryRow;

UnknotSummaryRow *unknot_summary_row_new  (const UnknotSummaryGrid *grid,
                                           const char *const       *cells,
                                           gboolean                 is_head,
                                           guint                    max_lines);
void              unknot_summary_row_free (UnknotSummaryRow        *self);
void              unknot_summary_row_draw (UnknotSummaryRow        *self,
                                           const UnknotSummaryGrid *grid,
                                           cairo_t                 *cr,
                                           double                   left,
                                           double                   top);

G_END_DECLS
