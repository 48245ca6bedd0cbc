/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_CLOCK (unknot_clock_get_type ())

G_DECLARE_FINAL_TYPE (UnknotClock, unknot_clock, UNKNOT, CLOCK, GObject)

UnknotClock  *unknot_clock_new               (void);
GDateTime    *unknot_clock_get_now           (UnknotClock *self);
void          unknot_clock_set_now           (UnknotClock *self,
                                              GDateTime   *now);
char         *unknot_clock_format            (GDateTime   *time);
GDateWeekday  unknot_clock_get_first_weekday (void);

G_END_DECLS
