/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define UNKNOT_BENCH_N_SPASMS 100000

/* One after the other, the first again after the last: each finds another spasm first,
 * and one in ten at least. */
static const char *const unknot_bench_searches[] = {
  "l", "w", "lif", "ibu", "co", "worse ibu", "lifting a", "worse", "s", "",
};

void unknot_bench_make_diary   (const char *path);
void unknot_bench_leave_spasms (const char *path,
                                int         n_spasms);

G_END_DECLS
