/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "unknot-emergency-number.h"
#include "unknot-faults.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_EMERGENCY_NUMBERS (unknot_emergency_numbers_get_type ())

G_DECLARE_FINAL_TYPE (UnknotEmergencyNumbers, unknot_emergency_numbers, UNKNOT, EMERGENCY_NUMBERS,
                      GObject)

UnknotEmergencyNumbers *unknot_emergency_numbers_new_from_json (GBytes                 *json,
                                                                UnknotFaults           *faults);
UnknotEmergencyNumber  *unknot_emergency_numbers_lookup        (UnknotEmergencyNumbers *self,
                                                                const char             *country);
UnknotEmergencyNumber  *unknot_emergency_numbers_get_default   (UnknotEmergencyNumbers *self);

G_END_DECLS
