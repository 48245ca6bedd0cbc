/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void unknot_proportion_compare (int     k_one,
                                int     n_one,
                                int     k_other,
                                int     n_other,
                                double  level,
                                double *low,
                                double *high);

G_END_DECLS
