/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-topic-hit.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_HIT_ROW (unknot_hit_row_get_type ())

G_DECLARE_FINAL_TYPE (UnknotHitRow, unknot_hit_row, UNKNOT, HIT_ROW, AdwBin)

GtkWidget *unknot_hit_row_new      (void);
void       unknot_hit_row_set_hit  (UnknotHitRow   *self,
                                    UnknotTopicHit *hit);
char      *unknot_hit_row_dup_name (UnknotTopicHit *hit);

G_END_DECLS
