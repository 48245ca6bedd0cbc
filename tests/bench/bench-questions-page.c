/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-bench.h"
#include "unknot-questions-page.h"
#include "unknot-test-ui.h"

/* How long a page of questions takes to be built and measured for the first time, beside the least
 * that it could be: as many rows with nothing but a label. What is below the first screen comes while
 * nothing else waits: how long until all is there, and how long the longest step of that holds up
 * everything else. */

#define N_PAGES 5
#define N_ROUNDS 31
#define BOUND_MS 30

static GtkWidget *
create_floor (UnknotPage *page)
{
  GListModel *questions = unknot_page_get_questions (page);
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (UnknotQuestion) question = g_list_model_get_item (questions, i);
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *label = gtk_label_new (unknot_question_get_text (question));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }

  return list;
}

typedef struct
{
  double first;        /* ms, until there is something to show … */
  double all;          /* … and all of it … */
  double longest_step; /* … and the longest that nothing else could happen meanwhile */
} Duration;

static double
get_ms_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.0;
}

static void
measure (GtkWidget *widget)
{
  int minimum, natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (minimum, 640), &minimum, &natural,
                      NULL, NULL);
}

/* @page: %NULL for the page itself, else what to make a floor of */
static Duration
time_once (UnknotCheckup *checkup,
           guint          place,
           UnknotPage    *page)
{
  GtkWidget *window = gtk_window_new ();
  gint64 start = g_get_monotonic_time ();
  GtkWidget *widget = page != NULL ? create_floor (page)
                                   : GTK_WIDGET (unknot_questions_page_new (checkup, place));
  Duration duration = { 0 };
  gboolean more = TRUE;

  gtk_window_set_child (GTK_WINDOW (window), widget);
  measure (widget);
  duration.first = get_ms_since (start);
  while (more)
    {
      gint64 step = g_get_monotonic_time ();

      more = g_main_context_iteration (NULL, FALSE);
      measure (widget);
      duration.longest_step = MAX (duration.longest_step, get_ms_since (step));
    }
  duration.all = get_ms_since (start);
  gtk_window_destroy (GTK_WINDOW (window));

  return duration;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (UnknotCheckup) checkup = NULL;
  GListModel *pages;

  unknot_test_ui_init (&argc, &argv);
  unknot_test_get_application ();
  checkup = unknot_test_new_checkup ();
  pages = unknot_questionnaire_get_pages (
    unknot_protocol_get_questionnaire (unknot_checkup_get_protocol (checkup)));

  for (guint place = 0; place < N_PAGES; place++)
    {
      g_autoptr (UnknotPage) page = g_list_model_get_item (pages, place);
      double first[N_ROUNDS], all[N_ROUNDS], steps[N_ROUNDS], bare[N_ROUNDS];
      double all_ms, bare_ms;

      for (guint i = 0; i < N_ROUNDS; i++)
        {
          Duration own = time_once (checkup, place, NULL);

          first[i] = own.first;
          all[i] = own.all;
          steps[i] = own.longest_step;
          bare[i] = time_once (checkup, place, page).first;
        }
      all_ms = unknot_bench_get_quantile (all, N_ROUNDS, 0.5);
      bare_ms = unknot_bench_get_quantile (bare, N_ROUNDS, 0.5);
      g_print ("page %u, %u questions: %.1f ms to the first screen (least: %.1f ms; bound: %d ms), "
               "%.1f ms to the last question, %.1f × bare rows' %.1f ms; longest step of the rest: "
               "%.1f ms (medians of %d)\n",
               place + 1, g_list_model_get_n_items (unknot_page_get_questions (page)),
               unknot_bench_get_quantile (first, N_ROUNDS, 0.5),
               unknot_bench_get_quantile (first, N_ROUNDS, 0), BOUND_MS, all_ms, all_ms / bare_ms,
               bare_ms, unknot_bench_get_quantile (steps, N_ROUNDS, 0.5), N_ROUNDS);
    }

  return 0;
}
