/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-bench.h"
#include "unknot-library.h"

#include <locale.h>

#define N_ROUNDS 101
#define SEARCH_BOUND_MS 5

/* Letter by letter, as they are typed: what stands on every page, on few, and nowhere. */
static const char *const searches[] = {
  "the", "heat hour", "bladder numb", "a b c d", "when can I do sport again", "xyz",
};

static double
get_ms (gint64 since)
{
  return (g_get_monotonic_time () - since) / 1000.0;
}

static UnknotLibrary *
make_library (void)
{
  static const char *const languages[] = { "C", NULL };
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "help", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  return unknot_library_new (folder, languages);
}

static double
measure_search (UnknotLibrary *library,
                const char    *text)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GListModel) hits = unknot_library_search (library, text);

  return get_ms (start);
}

/* The first letter of all waits for the index. */
static void
bench_first (void)
{
  double reading[N_ROUNDS], first[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (UnknotLibrary) library = make_library ();
      gint64 start = g_get_monotonic_time ();

      g_assert_cmpuint (g_list_model_get_n_items (unknot_library_get_groups (library)), >, 0);
      reading[i] = get_ms (start);
      first[i] = measure_search (library, "t");
    }

  g_print ("library: %.2f ms to read all pages, %.2f ms for the first letter searched for (bound: "
           "%d ms; medians of %d)\n",
           unknot_bench_get_quantile (reading, N_ROUNDS, 0.5),
           unknot_bench_get_quantile (first, N_ROUNDS, 0.5), SEARCH_BOUND_MS, N_ROUNDS);
}

static void
bench_search (void)
{
  g_autoptr (UnknotLibrary) library = make_library ();
  double worst = 0;
  g_autofree char *slowest = NULL;

  measure_search (library, "t");
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    for (const char *end = searches[i] + 1; end[-1] != '\0'; end++)
      {
        g_autofree char *text = g_strndup (searches[i], end - searches[i]);
        double rounds[N_ROUNDS];
        double median;

        for (guint j = 0; j < N_ROUNDS; j++)
          rounds[j] = measure_search (library, text);
        median = unknot_bench_get_quantile (rounds, N_ROUNDS, 0.5);
        if (median < worst)
          continue;
        worst = median;
        g_set_str (&slowest, text);
      }

  g_print ("library: at most %.2f ms a letter, for “%s” (bound: %d ms; medians of %d)\n", worst,
           slowest, SEARCH_BOUND_MS, N_ROUNDS);
}

int
main (void)
{
  setlocale (LC_ALL, "");

  bench_first ();
  bench_search ();

  return 0;
}
