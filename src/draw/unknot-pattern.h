/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

void unknot_pattern_draw_dots  (cairo_t                 *cr,
                                double                   step,
                                double                   radius);
void unknot_pattern_draw_lines (cairo_t                 *cr,
                                double                   step,
                                double                   line_width,
                                int                      slope);
void unknot_pattern_add_lines  (cairo_t                 *cr,
                                const cairo_rectangle_t *box,
                                double                   step,
                                int                      slope);

G_END_DECLS
