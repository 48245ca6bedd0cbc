/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-bench-diary.h"
#include "unknot-bench.h"
#include "unknot-history-list.h"
#include "unknot-test-diary.h"
#include "unknot-test-ui.h"

/* For how long the list of all entries of a large diary keeps the main thread busy: opened, searched,
 * and scrolled, each until a frame shows what came of it. Waiting is not counted; what is left to do
 * after that frame is, with the next step. */

#define N_OPENINGS 21
#define N_KEYS 50
#define N_BROWSINGS 10
#define N_SCROLLS 100
#define N_STEPS 100 /* at most */
#define PAUSE_MS 300

/* What there is of each step. */
typedef struct
{
  double busy[N_STEPS];    /* ms */
  double longest[N_STEPS]; /* ms, that one turn of the main loop took */
  double answer[N_STEPS];  /* ms, until it was shown, waiting included */
  guint n;
} Times;

typedef struct
{
  AdwNavigationView *navigation;
  UnknotEntryEditor *editor;
  GtkListView *list_view;
  GtkEditable *search;
  gboolean filled;
  gboolean shown;
} View;

static gint64 dispatched; /* since when the main loop is at work */
static double busy, longest;

static void
stop_dispatch (void)
{
  double duration = (g_get_monotonic_time () - dispatched) / 1000.0;

  busy += duration;
  longest = MAX (longest, duration);
}

static int
poll_cb (GPollFD *fds,
         guint    n_fds,
         int      timeout)
{
  int n;

  stop_dispatch ();
  n = g_poll (fds, n_fds, timeout);
  dispatched = g_get_monotonic_time ();

  return n;
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  View       *view)
{
  /* What comes at the end was only left out before. */
  view->filled = view->filled || (position == 0 && n_added > 0);
}

static void
painted_cb (View *view)
{
  view->shown = view->filled;
}

static gint64
start_step (View *view)
{
  view->filled = view->shown = FALSE;
  busy = longest = 0;
  dispatched = g_get_monotonic_time ();

  return dispatched;
}

static void
finish_step (View   *view,
             Times  *times,
             gint64  start)
{
  while (!view->shown)
    g_main_context_iteration (NULL, TRUE);
  stop_dispatch ();
  times->busy[times->n] = busy;
  times->longest[times->n] = longest;
  times->answer[times->n] = (g_get_monotonic_time () - start) / 1000.0;
  times->n++;
}

static void
report (Times      *times,
        const char *what,
        const char *bound)
{
  g_print ("%s: the main thread %.1f ms, the slowest %.1f ms, the least %.1f ms (of %u%s), in one "
           "turn at most %.1f ms, shown after %.0f ms (median)\n", what,
           unknot_bench_get_quantile (times->busy, times->n, 0.5),
           unknot_bench_get_quantile (times->busy, times->n, 1),
           unknot_bench_get_quantile (times->busy, times->n, 0), times->n, bound,
           unknot_bench_get_quantile (times->longest, times->n, 1),
           unknot_bench_get_quantile (times->answer, times->n, 0.5));
}

static void
open_page (View        *view,
           UnknotDiary *diary,
           Times       *times)
{
  gint64 start = start_step (view);
  GtkWidget *list = unknot_history_list_new (diary, view->editor);
  AdwNavigationPage *page = adw_navigation_page_new (list, "History");

  view->list_view = GTK_LIST_VIEW (unknot_test_get (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW, NULL));
  view->search =
    GTK_EDITABLE (unknot_test_get (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY, NULL));
  g_signal_connect (gtk_list_view_get_model (view->list_view), "items-changed",
                    G_CALLBACK (items_changed_cb), view);
  adw_navigation_view_push (view->navigation, page);
  finish_step (view, times, start);
}

static void
measure_openings (View        *view,
                  UnknotDiary *diary)
{
  Times times = { .n = 0 };

  for (guint i = 0; i < N_OPENINGS; i++)
    {
      if (i > 0)
        adw_navigation_view_pop (view->navigation);
      unknot_test_settle ();
      open_page (view, diary, &times);
    }
  report (&times, "opening all entries", "");
}

static void
time_key (View  *view,
          guint  round,
          Times *times)
{
  gint64 start = start_step (view);

  gtk_editable_set_text (view->search,
                         unknot_bench_searches[round % G_N_ELEMENTS (unknot_bench_searches)]);
  finish_step (view, times, start);
}

static void
pause_over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
}

static void
pause_typing (void)
{
  gboolean over = FALSE;

  g_timeout_add_once (PAUSE_MS, pause_over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
measure_keys (View *view)
{
  Times times = { .n = 0 };
  Times pauses = { .n = 0 };

  unknot_history_list_search (
    UNKNOT_HISTORY_LIST (gtk_widget_get_ancestor (GTK_WIDGET (view->search),
                                                  UNKNOT_TYPE_HISTORY_LIST)));
  for (guint i = 0; i < N_KEYS; i++)
    time_key (view, i, &times);
  for (guint i = 0; i < N_KEYS; i++)
    {
      pause_typing ();
      time_key (view, i, &pauses);
    }
  report (&times, "a key in the search of all entries", "; bound: 20 ms");
  report (&pauses, "the same after a pause", "; bound: 20 ms");
}

/* From the first that the person sees of it to all that they can scroll to. */
static void
measure_browsing (View *view)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (view->list_view));
  Times times = { .n = 0 };
  Times keys = { .n = 0 };

  for (guint i = 0; i < N_BROWSINGS; i++)
    {
      gint64 start;

      time_key (view, i, &keys);
      pause_typing ();
      start = start_step (view);
      gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view->list_view)),
                                i + 1);
      while (g_list_model_get_n_items (model) < UNKNOT_BENCH_N_SPASMS / 10)
        g_main_context_iteration (NULL, TRUE);
      view->shown = TRUE;
      finish_step (view, &times, start);
    }
  report (&times, "all that can be scrolled to", "");
}

/* @part: of the height of the window, to move on by; or 0 to go anywhere */
static void
measure_scrolls (View       *view,
                 double      part,
                 const char *what)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view->list_view));
  Times times = { .n = 0 };

  gtk_adjustment_set_value (adjustment, 1);
  pause_typing ();
  for (guint i = 0; i < N_SCROLLS; i++)
    {
      double value = gtk_adjustment_get_value (adjustment);
      gint64 start = start_step (view);

      view->filled = TRUE;
      gtk_adjustment_set_value (adjustment,
                                part > 0
                                  ? value + part * gtk_adjustment_get_page_size (adjustment)
                                  : i * 37 % N_SCROLLS * gtk_adjustment_get_upper (adjustment) /
                                      N_SCROLLS + 1);
      finish_step (view, &times, start);
    }
  report (&times, what, "");
}

int
main (int   argc,
      char *argv[])
{
  DiaryFixture fixture;
  View view = { 0 };
  GtkWindow *window;

  unknot_test_ui_init (&argc, &argv);
  unknot_test_get_application ();
  /* It is drawn again and again, whatever is typed. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  unknot_test_diary_set_up (&fixture, NULL);
  unknot_bench_make_diary (fixture.path);
  unknot_test_diary_open (&fixture);

  view.navigation = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  adw_navigation_view_add (view.navigation,
                           adw_navigation_page_new (gtk_label_new (NULL), "Start"));
  view.editor = unknot_test_new_editor (GTK_WIDGET (view.navigation));
  window = unknot_test_present_adwaita (GTK_WIDGET (view.editor));
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                            G_CALLBACK (painted_cb), &view);
  g_main_context_set_poll_func (NULL, poll_cb);

  measure_openings (&view, fixture.diary);
  measure_keys (&view);
  measure_browsing (&view);
  measure_scrolls (&view, 0.125, "scrolling by an eighth of the window");
  measure_scrolls (&view, 0, "going anywhere");

  g_main_context_set_poll_func (NULL, NULL);
  unknot_test_close (window);
  unknot_test_settle ();
  unknot_test_diary_tear_down (&fixture, NULL);

  return 0;
}
