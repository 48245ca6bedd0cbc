/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-whereabouts.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_COUNTRY_ROW (unknot_country_row_get_type ())

G_DECLARE_FINAL_TYPE (UnknotCountryRow, unknot_country_row, UNKNOT, COUNTRY_ROW, AdwActionRow)

void unknot_country_row_set_whereabouts (UnknotCountryRow  *self,
                                         UnknotWhereabouts *whereabouts);

G_END_DECLS
