/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-history-chart.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_CHART_CARD (unknot_chart_card_get_type ())

G_DECLARE_FINAL_TYPE (UnknotChartCard, unknot_chart_card, UNKNOT, CHART_CARD, AdwBin)

GtkWidget *unknot_chart_card_new       (void);
void       unknot_chart_card_set_chart (UnknotChartCard    *self,
                                        UnknotHistoryChart *chart);

G_END_DECLS
