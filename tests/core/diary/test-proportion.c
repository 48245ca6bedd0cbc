/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-proportion.h"

/* The examples of the paper, to their four digits. */
static void
test_proportion_of_the_paper (void)
{
  static const struct
  {
    int k_one;
    int n_one;
    int k_other;
    int n_other;
    double low;
    double high;
  } cases[] = {
    { 56, 70, 48, 80, 0.0524, 0.3339 },
    { 9, 10, 3, 10, 0.1705, 0.8090 },
    { 6, 7, 2, 7, 0.0582, 0.8062 },
    { 5, 56, 0, 29, -0.0381, 0.1926 },
    { 0, 10, 0, 20, -0.1611, 0.2775 },
    { 0, 10, 0, 10, -0.2775, 0.2775 },
    { 10, 10, 0, 20, 0.6791, 1.0000 },
    { 10, 10, 0, 10, 0.6075, 1.0000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double low, high;

      unknot_proportion_compare (cases[i].k_one, cases[i].n_one, cases[i].k_other,
                                 cases[i].n_other, 0.95, &low, &high);
      g_assert_cmpfloat_with_epsilon (low, cases[i].low, 0.00005);
      g_assert_cmpfloat_with_epsilon (high, cases[i].high, 0.00005);
    }
}

/* Whatever the numbers: the difference is within, turning them about turns the bounds about, and
 * what is to be surer is wider. */
static void
test_proportion_properties (void)
{
  for (guint i = 0; i < 1000; i++)
    {
      int n_one = g_test_rand_int_range (1, 200);
      int n_other = g_test_rand_int_range (1, 200);
      int k_one = g_test_rand_int_range (0, n_one + 1);
      int k_other = g_test_rand_int_range (0, n_other + 1);
      double difference = k_one / (double) n_one - k_other / (double) n_other;
      double low, high, turned_low, turned_high, surer_low, surer_high;

      unknot_proportion_compare (k_one, n_one, k_other, n_other, 0.95, &low, &high);
      unknot_proportion_compare (k_other, n_other, k_one, n_one, 0.95, &turned_low, &turned_high);
      unknot_proportion_compare (k_one, n_one, k_other, n_other, 0.99, &surer_low, &surer_high);
      g_assert_cmpfloat (low, >=, -1 - 1e-9);
      g_assert_cmpfloat (low, <=, difference + 1e-9);
      g_assert_cmpfloat (high, >=, difference - 1e-9);
      g_assert_cmpfloat (high, <=, 1 + 1e-9);
      g_assert_cmpfloat_with_epsilon (turned_low, -high, 1e-9);
      g_assert_cmpfloat_with_epsilon (turned_high, -low, 1e-9);
      g_assert_cmpfloat (surer_low, <=, low + 1e-9);
      g_assert_cmpfloat (surer_high, >=, high - 1e-9);
      g_assert_cmpfloat (surer_high - surer_low, >, high - low);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/proportion/of-the-paper", test_proportion_of_the_paper);
  g_test_add_func ("/proportion/properties", test_proportion_properties);

  return g_test_run ();
}
