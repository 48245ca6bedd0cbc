/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-clock.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_DAY_ROW (unknot_day_row_get_type ())

G_DECLARE_FINAL_TYPE (UnknotDayRow, unknot_day_row, UNKNOT, DAY_ROW, AdwActionRow)

void unknot_day_row_set_clock (UnknotDayRow *self,
                               UnknotClock  *clock);
int  unknot_day_row_get_day   (UnknotDayRow *self);
void unknot_day_row_set_day   (UnknotDayRow *self,
                               int           day);

G_END_DECLS
