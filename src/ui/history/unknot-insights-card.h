/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-history.h"
#include "unknot-today.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_INSIGHTS_CARD (unknot_insights_card_get_type ())

G_DECLARE_FINAL_TYPE (UnknotInsightsCard, unknot_insights_card, UNKNOT, INSIGHTS_CARD, AdwBin)

GtkWidget *unknot_insights_card_new         (UnknotToday        *today);
void       unknot_insights_card_set_history (UnknotInsightsCard *self,
                                             UnknotHistory      *history);

G_END_DECLS
