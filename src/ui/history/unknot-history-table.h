/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-history-text.h"
#include "unknot-table.h"

G_BEGIN_DECLS

UnknotTable *unknot_history_table_new (UnknotHistoryAspect  aspect,
                                       UnknotHistory       *history,
                                       GDateWeekday         first_weekday);

G_END_DECLS
