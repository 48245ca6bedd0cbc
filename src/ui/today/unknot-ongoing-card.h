/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-today.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_ONGOING_CARD (unknot_ongoing_card_get_type ())

G_DECLARE_FINAL_TYPE (UnknotOngoingCard, unknot_ongoing_card, UNKNOT, ONGOING_CARD, AdwBin)

GtkWidget *unknot_ongoing_card_new (UnknotToday *today);

G_END_DECLS
