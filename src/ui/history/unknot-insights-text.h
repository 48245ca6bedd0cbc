/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-insights.h"
#include "unknot-trends.h"

G_BEGIN_DECLS

const char *unknot_insights_text_get_kind         (UnknotInsightKind        kind);
char       *unknot_insights_text_dup_title        (const UnknotInsight     *insight);
char       *unknot_insights_text_dup_counts       (const UnknotInsight     *insight);
char       *unknot_insights_text_dup_interval     (const UnknotInsight     *insight);
char       *unknot_insights_text_dup_need         (const UnknotInsightNeed *need);
char       *unknot_insights_text_dup_often_title  (UnknotTrends            *trends);
char       *unknot_insights_text_dup_often_counts (UnknotTrends            *trends);

G_END_DECLS
