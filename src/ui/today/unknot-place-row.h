/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "unknot-place.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_PLACE_ROW (unknot_place_row_get_type ())

G_DECLARE_FINAL_TYPE (UnknotPlaceRow, unknot_place_row, UNKNOT, PLACE_ROW, GtkListBoxRow)

GtkWidget   *unknot_place_row_new       (UnknotPlace    *place);
UnknotPlace *unknot_place_row_get_place (UnknotPlaceRow *self);
void         unknot_place_row_set_place (UnknotPlaceRow *self,
                                         UnknotPlace    *place);

G_END_DECLS
