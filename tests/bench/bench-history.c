/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-bench-diary.h"
#include "unknot-bench.h"
#include "unknot-charts-page.h"
#include "unknot-history-view.h"
#include "unknot-test-diary.h"
#include "unknot-test-ui.h"

/* How much longer History takes to open with a large diary than with an empty one: its list, and its
 * charts, each until a frame shows them. */

#define N_OPENINGS 21

typedef struct
{
  DiaryFixture fixture;
  UnknotToday *today;
  UnknotDraft *draft;
  double list[N_OPENINGS];   /* ms */
  double charts[N_OPENINGS]; /* ms */
} Diary;

static gboolean painted;

static void
painted_cb (void)
{
  painted = TRUE;
}

static void
set_up (Diary    *diary,
        gboolean  is_large)
{
  g_autofree char *draft = NULL;

  unknot_test_diary_set_up (&diary->fixture, NULL);
  if (is_large)
    unknot_bench_make_diary (diary->fixture.path);
  unknot_test_diary_open (&diary->fixture);
  draft = g_build_filename (diary->fixture.folder, "entry.json", NULL);
  diary->draft = unknot_draft_new (draft);
  diary->today = unknot_today_new (diary->fixture.diary, G_DATE_MONDAY);
  while (unknot_today_get_trends (diary->today) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Diary *diary)
{
  unknot_test_diary_close (diary->fixture.diary);
  unknot_test_settle ();
  g_clear_object (&diary->today);
  g_clear_object (&diary->draft);
  unknot_test_diary_tear_down (&diary->fixture, NULL);
}

/* Until what is in @page is shown, whatever that is.
 *
 * Returns: ms since @start */
static double
wait_for (GtkWidget *page,
          gint64     start)
{
  GtkStack *stack = GTK_STACK (unknot_test_get (page, GTK_TYPE_STACK, NULL));

  while (g_str_equal (gtk_stack_get_visible_child_name (stack), "loading"))
    g_main_context_iteration (NULL, TRUE);
  painted = FALSE;
  gtk_widget_queue_draw (page);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);

  return (g_get_monotonic_time () - start) / 1000.0;
}

static void
open_history (Diary *diary,
              guint  round)
{
  GtkWidget *view = g_object_new (UNKNOT_TYPE_HISTORY_VIEW, NULL);
  UnknotEntryEditor *editor = unknot_test_new_editor (view);
  GtkWindow *window = unknot_test_present_adwaita (GTK_WIDGET (editor));
  GtkWidget *stack;
  gint64 start;

  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                    G_CALLBACK (painted_cb), NULL);
  unknot_entry_editor_set_diary (editor, diary->fixture.diary, diary->draft);
  unknot_test_settle ();

  start = g_get_monotonic_time ();
  unknot_history_view_set_today (UNKNOT_HISTORY_VIEW (view), diary->today, editor);
  diary->list[round] = wait_for (unknot_test_get (view, ADW_TYPE_BIN, "list_place"), start);

  stack = unknot_test_get (view, ADW_TYPE_VIEW_STACK, NULL);
  start = g_get_monotonic_time ();
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), "charts");
  diary->charts[round] = wait_for (unknot_test_get (view, UNKNOT_TYPE_CHARTS_PAGE, NULL), start);
  unknot_test_close (window);
  unknot_test_settle ();
}

static void
report (const char *what,
        double     *empty,
        double     *large)
{
  double floor = unknot_bench_get_quantile (empty, N_OPENINGS, 0.5);
  double median = unknot_bench_get_quantile (large, N_OPENINGS, 0.5);

  g_print ("%s: of an empty diary %.1f ms, of %d spasms %.1f ms: %.1f ms more, %.2f × "
           "(medians of %d; bound: 100 ms more)\n",
           what, floor, UNKNOT_BENCH_N_SPASMS, median, median - floor, median / floor, N_OPENINGS);
}

int
main (int   argc,
      char *argv[])
{
  Diary empty = { 0 };
  Diary large = { 0 };

  unknot_test_ui_init (&argc, &argv);
  unknot_test_get_application ();
  set_up (&empty, FALSE);
  set_up (&large, TRUE);
  for (guint i = 0; i < N_OPENINGS; i++)
    {
      open_history (&empty, i);
      open_history (&large, i);
    }
  report ("opening the list", empty.list, large.list);
  report ("opening the charts", empty.charts, large.charts);
  tear_down (&empty);
  tear_down (&large);

  return 0;
}
