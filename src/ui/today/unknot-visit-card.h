/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-today.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_VISIT_CARD (unknot_visit_card_get_type ())

G_DECLARE_FINAL_TYPE (UnknotVisitCard, unknot_visit_card, UNKNOT, VISIT_CARD, AdwBin)

void unknot_visit_card_set_today     (UnknotVisitCard *self,
                                      UnknotToday     *today,
                                      GSettings       *settings);
void unknot_visit_card_set_in_danger (UnknotVisitCard *self,
                                      gboolean         in_danger);

G_END_DECLS
