/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-bench.h"
#include "unknot-learn-index.h"
#include "unknot-test-ui.h"
#include "unknot-topic-page.h"

/* How long each page to learn from takes to be built and measured for the first time, and the index
 * of them. What is below the first screen comes while nothing else waits: how long until all is there,
 * and how long the longest step of that holds up everything else. */

#define N_ROUNDS 31
#define BOUND_MS 30

static double
get_ms_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.0;
}

typedef struct
{
  double first;        /* ms, until there is something to show … */
  double all;          /* … and all of it … */
  double longest_step; /* … and the longest that nothing else could happen meanwhile */
} Duration;

static void
measure (GtkWidget *widget)
{
  int minimum, natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (minimum, 640), &minimum, &natural,
                      NULL, NULL);
}

/* @topic: (nullable): %NULL for the index */
static Duration
time_once (UnknotLibrary *library,
           UnknotTopic   *topic)
{
  GtkWidget *window = gtk_window_new ();
  gint64 start = g_get_monotonic_time ();
  AdwNavigationPage *page = topic != NULL ? unknot_topic_page_new (library, topic)
                                          : unknot_learn_index_new (library);
  Duration duration = { 0 };
  gboolean more = TRUE;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (page));
  measure (GTK_WIDGET (page));
  duration.first = get_ms_since (start);
  while (more)
    {
      gint64 step = g_get_monotonic_time ();

      more = g_main_context_iteration (NULL, FALSE);
      measure (GTK_WIDGET (page));
      duration.longest_step = MAX (duration.longest_step, get_ms_since (step));
    }
  duration.all = get_ms_since (start);
  gtk_window_destroy (GTK_WINDOW (window));

  return duration;
}

static void
report (UnknotLibrary *library,
        UnknotTopic   *topic)
{
  double first[N_ROUNDS], all[N_ROUNDS], steps[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      Duration duration = time_once (library, topic);

      first[i] = duration.first;
      all[i] = duration.all;
      steps[i] = duration.longest_step;
    }
  g_print ("%s: %.1f ms to the first screen (least: %.1f ms; bound: %d ms), %.1f ms to the end; "
           "longest step of the rest: %.1f ms (medians of %d)\n",
           topic != NULL ? unknot_topic_get_id (topic) : "the index of all pages",
           unknot_bench_get_quantile (first, N_ROUNDS, 0.5),
           unknot_bench_get_quantile (first, N_ROUNDS, 0), BOUND_MS,
           unknot_bench_get_quantile (all, N_ROUNDS, 0.5),
           unknot_bench_get_quantile (steps, N_ROUNDS, 0.5), N_ROUNDS);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (UnknotLibrary) library = NULL;
  GListModel *groups;
  gint64 start;

  unknot_test_ui_init (&argc, &argv);
  unknot_test_get_application ();
  library = unknot_test_new_library ("help");
  start = g_get_monotonic_time ();
  groups = unknot_library_get_groups (library);
  g_print ("all pages: %.1f ms to be read, once\n", get_ms_since (start));

  report (library, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (UnknotTopicGroup) group = g_list_model_get_item (groups, i);
      GListModel *topics = unknot_topic_group_get_topics (group);

      for (guint j = 0; j < g_list_model_get_n_items (topics); j++)
        {
          g_autoptr (UnknotTopic) topic = g_list_model_get_item (topics, j);

          report (library, topic);
        }
    }

  return 0;
}
