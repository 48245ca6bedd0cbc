/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-chart-card.h"
#include "unknot-chart-view.h"
#include "unknot-charts-page.h"
#include "unknot-test-history.h"
#include "unknot-test-ui.h"

/* On 21 November 2026, 14:05, in UTC. */

typedef struct
{
  DiaryFixture diary;
  UnknotToday *today;
  GtkWidget *page;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  unknot_test_diary_set_up (&fixture->diary, NULL);
  unknot_test_diary_open (&fixture->diary);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (fixture->window);
  unknot_test_settle ();
  g_assert_finalize_object (fixture->today);
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

static void
present (Fixture *fixture)
{
  fixture->today = unknot_today_new (fixture->diary.diary, G_DATE_MONDAY);
  unknot_test_wait (unknot_today_get_trends (fixture->today) != NULL);
  fixture->page = unknot_charts_page_new (fixture->today);
  fixture->window = unknot_test_present_adwaita (fixture->page);
}

static gboolean
shows (Fixture    *fixture,
       const char *name)
{
  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (
                        unknot_test_get (fixture->page, GTK_TYPE_STACK, NULL))), name);
}

static gboolean
reads (Fixture    *fixture,
       const char *text)
{
  return unknot_test_is_shown (fixture->page, GTK_TYPE_LABEL, text);
}

static void
save_spasm (Fixture *fixture,
            int      day)
{
  g_autoptr (UnknotEpisode) episode =
    unknot_test_history_save_spasm (&fixture->diary, day, day, 5);
}

static GtkWidget *
get_button (Fixture    *fixture,
            const char *name)
{
  return unknot_test_get (fixture->page, GTK_TYPE_BUTTON, name);
}

static void
choose_span (Fixture *fixture,
             guint    span)
{
  gtk_drop_down_set_selected (
    GTK_DROP_DOWN (unknot_test_get (fixture->page, GTK_TYPE_DROP_DOWN, NULL)), span);
}

static void
test_charts_page_empty (Fixture       *fixture,
                        gconstpointer  data)
{
  present (fixture);
  unknot_test_wait (shows (fixture, "empty"));
  save_spasm (fixture, 20261120);
  unknot_test_wait (shows (fixture, "charts"));
  g_assert_true (reads (fixture, "1 spasm in the last 28 days"));
}

static void
test_charts_page_cards (Fixture       *fixture,
                        gconstpointer  data)
{
  save_spasm (fixture, 20260915);
  save_spasm (fixture, 20261120);
  save_spasm (fixture, 20261121);
  present (fixture);
  unknot_test_wait (shows (fixture, "charts"));
  g_assert_cmpuint (unknot_test_count (fixture->page, UNKNOT_TYPE_CHART_CARD), ==, 9);
  g_assert_true (reads (fixture, "22 August – 21 November 2026"));
  g_assert_true (reads (fixture, "More spasms: 2 in the last 28 days, 0 in the 28 days before"));
  /* From the month on that the diary began in. */
  g_assert_true (reads (fixture, "1 September – 21 November 2026: spasms on 3 of 82 days. The worst "
                                 "pain was 5 of 10. No entry on 79 days."));
  g_assert_true (reads (fixture, "This needs 5 spasms. So far in this time: 3."));
  g_assert_true (reads (fixture, "Not answered yet"));
  g_assert_true (reads (fixture, "Nothing noted in this time"));
  g_assert_true (reads (fixture, "Nights and spasms"));
}

/* By the rule of the protocol, which is not to be looked for below the charts. */
static void
test_charts_page_offers_check_up (Fixture       *fixture,
                                  gconstpointer  data)
{
  save_spasm (fixture, 20260901);
  save_spasm (fixture, 20261119);
  save_spasm (fixture, 20261120);
  present (fixture);
  unknot_test_wait (shows (fixture, "charts"));
  g_assert_false (unknot_test_is_shown (fixture->page, GTK_TYPE_BOX, "offer_box"));
  save_spasm (fixture, 20261121);
  unknot_test_wait (unknot_test_is_shown (fixture->page, GTK_TYPE_BOX, "offer_box"));
}

static void
test_charts_page_follows (Fixture       *fixture,
                          gconstpointer  data)
{
  save_spasm (fixture, 20261120);
  present (fixture);
  unknot_test_wait (reads (fixture, "This needs 5 spasms. So far in this time: 1."));
  save_spasm (fixture, 20261119);
  unknot_test_wait (reads (fixture, "This needs 5 spasms. So far in this time: 2."));
  g_assert_true (reads (fixture, "2 spasms in the last 28 days"));
}

/* Nothing is read for nobody. */
static void
test_charts_page_hidden (Fixture       *fixture,
                         gconstpointer  data)
{
  save_spasm (fixture, 20261120);
  present (fixture);
  unknot_test_wait (reads (fixture, "This needs 5 spasms. So far in this time: 1."));
  gtk_widget_set_visible (fixture->page, FALSE);
  save_spasm (fixture, 20261119);
  unknot_test_wait (unknot_trends_get_n_recent (unknot_today_get_trends (fixture->today)) == 2);
  unknot_test_settle ();
  g_assert_nonnull (unknot_test_find (fixture->page, GTK_TYPE_LABEL,
                                      "This needs 5 spasms. So far in this time: 1."));
  gtk_widget_set_visible (fixture->page, TRUE);
  unknot_test_wait (reads (fixture, "This needs 5 spasms. So far in this time: 2."));
}

static void
test_charts_page_goes_back (Fixture       *fixture,
                            gconstpointer  data)
{
  save_spasm (fixture, 20261001);
  save_spasm (fixture, 20261120);
  present (fixture);
  unknot_test_wait (shows (fixture, "charts"));
  g_assert_false (gtk_widget_get_sensitive (get_button (fixture, "earlier_button")));
  g_assert_false (gtk_widget_get_sensitive (get_button (fixture, "later_button")));

  choose_span (fixture, 1);
  unknot_test_wait (reads (fixture, "25 October – 21 November 2026"));
  g_assert_false (gtk_widget_get_sensitive (get_button (fixture, "later_button")));
  unknot_test_click (get_button (fixture, "earlier_button"));
  unknot_test_wait (reads (fixture, "27 September – 24 October 2026"));
  g_assert_false (gtk_widget_get_sensitive (get_button (fixture, "earlier_button")));
  unknot_test_click (get_button (fixture, "later_button"));
  unknot_test_wait (reads (fixture, "25 October – 21 November 2026"));

  unknot_test_click (get_button (fixture, "earlier_button"));
  choose_span (fixture, 0);
  unknot_test_wait (reads (fixture, "8 November – 21 November 2026"));
  choose_span (fixture, 4);
  unknot_test_wait (reads (fixture, "1 October – 21 November 2026"));
  g_assert_false (gtk_widget_get_sensitive (get_button (fixture, "earlier_button")));
}

/* A button that has led as far as it can has the focus no longer. */
static void
test_charts_page_keeps_focus (Fixture       *fixture,
                              gconstpointer  data)
{
  save_spasm (fixture, 20261001);
  present (fixture);
  unknot_test_wait (shows (fixture, "charts"));
  choose_span (fixture, 1);
  unknot_test_wait (reads (fixture, "25 October – 21 November 2026"));
  gtk_widget_grab_focus (get_button (fixture, "earlier_button"));
  unknot_test_click (get_button (fixture, "earlier_button"));
  unknot_test_wait (reads (fixture, "27 September – 24 October 2026"));
  unknot_test_assert_in_tree (unknot_test_get_focus (fixture->page),
                              unknot_test_get (fixture->page, GTK_TYPE_DROP_DOWN, NULL));
}

/* What is read too late is not shown. */
static void
test_charts_page_last_choice (Fixture       *fixture,
                              gconstpointer  data)
{
  save_spasm (fixture, 20261001);
  present (fixture);
  unknot_test_wait (shows (fixture, "charts"));
  choose_span (fixture, 1);
  choose_span (fixture, 3);
  choose_span (fixture, 0);
  unknot_test_wait (reads (fixture, "8 November – 21 November 2026"));
  unknot_test_settle ();
  g_assert_true (reads (fixture, "8 November – 21 November 2026"));
}

static void
test_charts_page_fails (Fixture       *fixture,
                        gconstpointer  data)
{
  save_spasm (fixture, 20261120);
  present (fixture);
  unknot_test_wait (shows (fixture, "charts"));
  unknot_test_diary_close (fixture->diary.diary);
  choose_span (fixture, 0);
  unknot_test_wait (shows (fixture, "failed"));
  g_assert_cmpstr (adw_status_page_get_description (ADW_STATUS_PAGE (
                     unknot_test_get (fixture->page, ADW_TYPE_STATUS_PAGE, "failed_page"))),
                   !=, NULL);
  unknot_test_diary_open (&fixture->diary);
  unknot_test_click (get_button (fixture, "again_button"));
  unknot_test_wait (shows (fixture, "charts"));
  g_assert_true (reads (fixture, "8 November – 21 November 2026"));
}

static void
activated_cb (int *activated,
              int  day)
{
  *activated = day;
}

static void
test_charts_page_day (Fixture       *fixture,
                      gconstpointer  data)
{
  int day = 0;

  save_spasm (fixture, 20261121);
  present (fixture);
  g_signal_connect_swapped (fixture->page, "day-activated", G_CALLBACK (activated_cb), &day);
  unknot_test_wait (shows (fixture, "charts"));
  gtk_widget_grab_focus (unknot_test_get (fixture->page, UNKNOT_TYPE_CHART_VIEW, NULL));
  g_signal_emit_by_name (unknot_test_get (fixture->page, UNKNOT_TYPE_CHART_VIEW, NULL),
                         "activate");
  g_assert_cmpint (day, ==, 20261121);
}

static void
test_charts_page_narrow (Fixture       *fixture,
                         gconstpointer  data)
{
  for (guint i = 0; i < 6; i++)
    save_spasm (fixture, 20261110 + i);
  present (fixture);
  unknot_test_wait (shows (fixture, "charts"));
  unknot_test_assert_narrow (fixture->page);
}

static void
add (const char *path,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  add ("/charts-page/empty", test_charts_page_empty);
  add ("/charts-page/cards", test_charts_page_cards);
  add ("/charts-page/offers-check-up", test_charts_page_offers_check_up);
  add ("/charts-page/follows", test_charts_page_follows);
  add ("/charts-page/hidden", test_charts_page_hidden);
  add ("/charts-page/goes-back", test_charts_page_goes_back);
  add ("/charts-page/keeps-focus", test_charts_page_keeps_focus);
  add ("/charts-page/last-choice", test_charts_page_last_choice);
  add ("/charts-page/fails", test_charts_page_fails);
  add ("/charts-page/day", test_charts_page_day);
  add ("/charts-page/narrow", test_charts_page_narrow);

  return g_test_run ();
}
