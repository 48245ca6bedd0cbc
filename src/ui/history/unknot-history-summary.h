/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-history-text.h"

G_BEGIN_DECLS

/* Of what has names so many are drawn; the table has the rest. */
#define UNKNOT_HISTORY_MAX_BARS 12

char *unknot_history_summary_dup_lack (UnknotHistoryAspect  aspect,
                                       UnknotHistory       *history);
char *unknot_history_summary_dup      (UnknotHistoryAspect  aspect,
                                       UnknotHistory       *history,
                                       UnknotTrends        *trends);

G_END_DECLS
