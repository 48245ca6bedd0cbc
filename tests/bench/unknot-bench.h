/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdlib.h>

G_BEGIN_DECLS

static inline int
unknot_bench_compare (gconstpointer a,
                      gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

/* What @part of the values, from 0 to 1, is not above: 0.5 for the median. Sorts them. */
static inline double
unknot_bench_get_quantile (double *values,
                           guint   n,
                           double  part)
{
  qsort (values, n, sizeof *values, unknot_bench_compare);

  return values[(guint) (part * (n - 1))];
}

G_END_DECLS
