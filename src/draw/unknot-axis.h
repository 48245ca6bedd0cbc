/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-chart.h"
#include "unknot-period.h"

G_BEGIN_DECLS

/**
 * UnknotAxisTick:
 * @position: before which day of the period it is, from 0
 * @title: what stands beside it
 */
typedef struct
{
  guint position;
  char *title;
} UnknotAxisTick;

int     unknot_axis_get_step           (int                      highest,
                                        guint                    max_steps);
int     unknot_axis_round_up           (int                      highest);
guint   unknot_axis_get_stride         (guint                    n,
                                        double                   spacing,
                                        double                   room);
char   *unknot_axis_dup_day            (int                      day,
                                        const char              *format);
char   *unknot_axis_dup_month          (int                      day,
                                        gboolean                 with_year);
char   *unknot_axis_dup_weekday        (GDateWeekday             weekday,
                                        const char              *format);
GArray *unknot_axis_make_day_ticks     (const UnknotChart       *chart,
                                        const UnknotPeriod      *period,
                                        double                   day_width,
                                        GDateWeekday             first_weekday);
double  unknot_axis_measure_values     (const UnknotChart       *chart,
                                        int                      highest);
void    unknot_axis_draw_values        (const UnknotChart       *chart,
                                        cairo_t                 *cr,
                                        const UnknotInk         *ink,
                                        const cairo_rectangle_t *plot,
                                        int                      highest);
void    unknot_axis_draw_days          (const UnknotChart       *chart,
                                        cairo_t                 *cr,
                                        const UnknotInk         *ink,
                                        const cairo_rectangle_t *plot,
                                        double                   bottom,
                                        const UnknotPeriod      *period,
                                        GDateWeekday             first_weekday);

G_END_DECLS
