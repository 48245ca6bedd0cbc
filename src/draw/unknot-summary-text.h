/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-summary-section.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* On what page is told what has no room on the first. */
#define UNKNOT_SUMMARY_TEXT_NEXT_PAGE 2

/**
 * UnknotSummaryExtent:
 * @n_lines: how many lines some items take
 * @is_exact: whether they take no more
 */
typedef struct
{
  guint n_lines;
  gboolean is_exact;
} UnknotSummaryExtent;

/**
 * UnknotSummaryText:
 * @line: what it says
 * @label: (nullable): its label, where that stands beside it
 * @layout: what is said of it, with its label where that does not stand beside it
 * @indent: where @layout begins, from where texts begin
 * @height: how high it is
 *
 * Something that is told, in as many lines as there is room for. All in points.
 */
typedef struct
{
  const UnknotSummaryLine *line;
  PangoLayout *label;
  PangoLayout *layout;
  double indent;
  double height;

  /*< private >*/
  guint n_items;                /* of those that may be told */
  glong *lengths;               /* of the items, in characters */
  glong longest;                /* of the lengths */
  gsize *ends;                  /* of the items, in the bytes of the text made last */
  UnknotSummaryExtent *extents; /* by how far items are cut, and how many are told */
  guint least_lines;            /* it cannot be told in so few */
  glong most_in_line;           /* no line has more characters */
} UnknotSummaryText;

UnknotSummaryText *unknot_summary_text_new       (const UnknotSummaryLine *line,
                                                  PangoContext            *context,
                                                  double                   size,
                                                  double                   width,
                                                  double                   label_width,
                                                  guint                    max_lines);
void               unknot_summary_text_free      (UnknotSummaryText       *self);
gboolean           unknot_summary_text_can_shrink (UnknotSummaryText     *self,
                                                  guint                    min_lines);
gboolean           unknot_summary_text_is_whole  (UnknotSummaryText       *self);
gboolean           unknot_summary_text_shrink    (UnknotSummaryText       *self,
                                                  double                   excess,
                                                  guint                    min_lines);
PangoLayout       *unknot_summary_text_lay_out   (PangoContext            *context,
                                                  const char              *text,
                                                  double                   size,
                                                  gboolean                 bold,
                                                  double                   width,
                                                  guint                    max_lines);
double             unknot_summary_text_measure   (PangoLayout             *layout);
void               unknot_summary_text_show      (cairo_t                 *cr,
                                                  PangoLayout             *layout,
                                                  double                   left,
                                                  double                   top);

G_END_DECLS
