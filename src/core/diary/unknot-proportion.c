/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-proportion"

#include "config.h"

#include "unknot-proportion.h"

#include <math.h>

/* No level that is asked for needs more. */
#define MAX_Z 10

/* How many standard deviations around the mean hold @level of a normal distribution. */
static double
get_z (double level)
{
  double low = 0, high = MAX_Z;

  for (guint i = 0; i < 60; i++)
    {
      double middle = (low + high) / 2;

      if (erf (middle * M_SQRT1_2) < level)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/* Wilson's score interval: E. B. Wilson, Journal of the American Statistical Association 22 (1927)
 * 209–212. */
static void
get_interval (int     k,
              int     n,
              double  z,
              double *low,
              double *high)
{
  double p = k / (double) n;
  double part = z * z / n;
  double middle = (p + part / 2) / (1 + part);
  double reach = z * sqrt (p * (1 - p) / n + part / n / 4) / (1 + part);

  *low = middle - reach;
  *high = middle + reach;
}

/**
 * unknot_proportion_compare:
 * @k_one: so many
 * @n_one: of so many, more than 0
 * @k_other: and so many
 * @n_other: of so many others, more than 0
 * @level: how often such an interval has what it is about in it, between 0 and 1
 * @low: (out): the least that the proportion of the one may be above that of the other, −1 to 1
 * @high: (out): the most
 *
 * Finds between which bounds two proportions differ, in the long run, if each of the ones and each
 * of the others is by chance and apart from all the rest. It is method 10 of R. G. Newcombe,
 * “Interval estimation for the difference between independent proportions: comparison of eleven
 * methods”, Statistics in Medicine 17 (1998) 873–890, as it does well with few of each and where
 * none, or all, are so many. Where p₁ and p₂ are the proportions, and l and u the bounds of Wilson’s
 * score interval for each, the bounds are p₁ − p₂ − √((p₁ − l₁)² + (u₂ − p₂)²) and
 * p₁ − p₂ + √((u₁ − p₁)² + (p₂ − l₂)²).
 */
void
unknot_proportion_compare (int     k_one,
                           int     n_one,
                           int     k_other,
                           int     n_other,
                           double  level,
                           double *low,
                           double *high)
{
  double one, other, low_one, high_one, low_other, high_other, z;

  g_return_if_fail (0 <= k_one && k_one <= n_one && n_one > 0);
  g_return_if_fail (0 <= k_other && k_other <= n_other && n_other > 0);
  g_return_if_fail (0 < level && level < 1);

  z = get_z (level);
  one = k_one / (double) n_one;
  other = k_other / (double) n_other;
  get_interval (k_one, n_one, z, &low_one, &high_one);
  get_interval (k_other, n_other, z, &low_other, &high_other);
  *low = one - other - hypot (one - low_one, high_other - other);
  *high = one - other + hypot (high_one - one, other - low_other);
}
