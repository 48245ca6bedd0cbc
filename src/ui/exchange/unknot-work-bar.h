/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-progress.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_WORK_BAR (unknot_work_bar_get_type ())

G_DECLARE_FINAL_TYPE (UnknotWorkBar, unknot_work_bar, UNKNOT, WORK_BAR, AdwBin)

void unknot_work_bar_begin (UnknotWorkBar  *self,
                            const char     *title,
                            UnknotProgress *progress);
void unknot_work_bar_end   (UnknotWorkBar  *self);

G_END_DECLS
