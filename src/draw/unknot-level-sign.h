/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-ink.h"

G_BEGIN_DECLS

void unknot_level_sign_draw (cairo_t         *cr,
                             double           size,
                             UnknotLevel      level,
                             const UnknotInk *ink);

G_END_DECLS
