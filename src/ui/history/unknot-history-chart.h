/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-history-text.h"
#include "unknot-table.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_HISTORY_CHART (unknot_history_chart_get_type ())

G_DECLARE_FINAL_TYPE (UnknotHistoryChart, unknot_history_chart, UNKNOT, HISTORY_CHART, GObject)

UnknotHistoryChart *unknot_history_chart_new           (UnknotHistoryAspect   aspect,
                                                        UnknotHistory        *history,
                                                        UnknotTrends         *trends,
                                                        GDateWeekday          first_weekday);
UnknotHistoryAspect unknot_history_chart_get_aspect    (UnknotHistoryChart   *self);
char               *unknot_history_chart_dup_lack      (UnknotHistoryChart   *self);
char               *unknot_history_chart_dup_summary   (UnknotHistoryChart   *self);
UnknotTable        *unknot_history_chart_create_table  (UnknotHistoryChart   *self);
double              unknot_history_chart_get_height    (UnknotHistoryChart   *self,
                                                        const UnknotChart    *place);
guint               unknot_history_chart_get_n_data    (UnknotHistoryChart   *self,
                                                        const UnknotChart    *place);
int                 unknot_history_chart_get_start     (UnknotHistoryChart   *self,
                                                        const UnknotChart    *place);
int                 unknot_history_chart_step          (UnknotHistoryChart   *self,
                                                        const UnknotChart    *place,
                                                        int                   from,
                                                        int                   by);
int                 unknot_history_chart_find          (UnknotHistoryChart   *self,
                                                        const UnknotChart    *place,
                                                        double                x,
                                                        double                y);
gboolean            unknot_history_chart_get_rectangle (UnknotHistoryChart   *self,
                                                        const UnknotChart    *place,
                                                        int                   datum,
                                                        cairo_rectangle_t    *rectangle);
char               *unknot_history_chart_dup_value     (UnknotHistoryChart   *self,
                                                        const UnknotChart    *place,
                                                        int                   datum);
int                 unknot_history_chart_get_day       (UnknotHistoryChart   *self,
                                                        const UnknotChart    *place,
                                                        int                   datum);
void                unknot_history_chart_draw          (UnknotHistoryChart   *self,
                                                        const UnknotChart    *place,
                                                        cairo_t              *cr,
                                                        const UnknotInk      *ink,
                                                        int                   hovered,
                                                        int                   focused);

G_END_DECLS
