/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define UNKNOT_BENCH_N_SPASMS 100000

/* In turns what finds every spasm, and what finds every other one: each key changes all there is. */
static const char *const unknot_bench_searches[] = {
  "i", "n", "ib", "no", "ibu", "note", "note ibu", "note spasm", "a ibuprofen", "",
};

void unknot_bench_make_diary (const char *path);

G_END_DECLS
