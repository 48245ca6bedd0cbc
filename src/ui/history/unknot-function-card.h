/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-history.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_FUNCTION_CARD (unknot_function_card_get_type ())

G_DECLARE_FINAL_TYPE (UnknotFunctionCard, unknot_function_card, UNKNOT, FUNCTION_CARD, AdwBin)

GtkWidget *unknot_function_card_new         (void);
void       unknot_function_card_set_history (UnknotFunctionCard *self,
                                             UnknotHistory      *history);

G_END_DECLS
