/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-history.h"
#include "unknot-today.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_EVENTS_CARD (unknot_events_card_get_type ())

G_DECLARE_FINAL_TYPE (UnknotEventsCard, unknot_events_card, UNKNOT, EVENTS_CARD, AdwBin)

GtkWidget *unknot_events_card_new         (UnknotToday      *today);
void       unknot_events_card_set_history (UnknotEventsCard *self,
                                           UnknotHistory    *history);

G_END_DECLS
