/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "unknot-emergency-numbers.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_WHEREABOUTS (unknot_whereabouts_get_type ())

G_DECLARE_FINAL_TYPE (UnknotWhereabouts, unknot_whereabouts, UNKNOT, WHEREABOUTS, GObject)

UnknotWhereabouts     *unknot_whereabouts_new         (UnknotEmergencyNumbers *numbers,
                                                       GSettings              *settings);
UnknotEmergencyNumber *unknot_whereabouts_get_number  (UnknotWhereabouts      *self);
char                  *unknot_whereabouts_dup_call    (UnknotWhereabouts      *self);
GListModel            *unknot_whereabouts_get_numbers (UnknotWhereabouts      *self);
gboolean               unknot_whereabouts_is_certain  (UnknotWhereabouts      *self);
void                   unknot_whereabouts_set_number  (UnknotWhereabouts      *self,
                                                       UnknotEmergencyNumber  *number);

G_END_DECLS
