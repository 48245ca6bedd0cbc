/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-history.h"
#include "unknot-ink.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Black and white: what is left to tell one from another is the pattern. */
extern const UnknotInk unknot_test_draw_plain;

typedef void (*UnknotTestDrawFunc) (gconstpointer    chart,
                                    cairo_t         *cr,
                                    const UnknotInk *ink);

PangoContext     *unknot_test_draw_new_context (double              points,
                                                gboolean            right_to_left);
cairo_surface_t  *unknot_test_draw             (UnknotTestDrawFunc  func,
                                                gconstpointer       chart,
                                                const UnknotInk    *ink,
                                                int                 width,
                                                int                 height,
                                                int                 margin);
int               unknot_test_draw_get_gray    (cairo_surface_t    *surface,
                                                int                 x,
                                                int                 y);
double            unknot_test_draw_get_mean    (cairo_surface_t         *surface,
                                                const cairo_rectangle_t *box);
guint             unknot_test_draw_compare     (cairo_surface_t    *one,
                                                cairo_surface_t    *other);
void              unknot_test_draw_check       (cairo_surface_t    *surface,
                                                const char         *name);
UnknotHistoryDay *unknot_test_draw_make_days   (int                 first_day,
                                                guint               n);
void              unknot_test_draw_set_pain    (UnknotHistoryDay   *day,
                                                int                 lowest,
                                                int                 worst);

G_END_DECLS
