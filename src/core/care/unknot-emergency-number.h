/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_EMERGENCY_NUMBER (unknot_emergency_number_get_type ())

G_DECLARE_FINAL_TYPE (UnknotEmergencyNumber, unknot_emergency_number, UNKNOT, EMERGENCY_NUMBER,
                      GObject)

UnknotEmergencyNumber *unknot_emergency_number_new         (const char            *country,
                                                            const char            *name,
                                                            const char            *aliases,
                                                            const char            *number,
                                                            const char            *also);
const char            *unknot_emergency_number_get_country (UnknotEmergencyNumber *self);
const char            *unknot_emergency_number_get_name    (UnknotEmergencyNumber *self);
const char            *unknot_emergency_number_get_number  (UnknotEmergencyNumber *self);
const char            *unknot_emergency_number_get_also    (UnknotEmergencyNumber *self);
gboolean               unknot_emergency_number_matches     (UnknotEmergencyNumber *self,
                                                            const char            *text);

G_END_DECLS
