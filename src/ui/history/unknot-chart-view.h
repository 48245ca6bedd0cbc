/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-history-chart.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_CHART_VIEW (unknot_chart_view_get_type ())

G_DECLARE_FINAL_TYPE (UnknotChartView, unknot_chart_view, UNKNOT, CHART_VIEW, GtkWidget)

GtkWidget          *unknot_chart_view_new       (void);
UnknotHistoryChart *unknot_chart_view_get_chart (UnknotChartView    *self);
void                unknot_chart_view_set_chart (UnknotChartView    *self,
                                                 UnknotHistoryChart *chart);
char               *unknot_chart_view_dup_value (UnknotChartView    *self);
int                 unknot_chart_view_get_day   (UnknotChartView    *self);

G_END_DECLS
