/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-charts-page.h"
#include "unknot-country-dialog.h"
#include "unknot-data-dialog.h"
#include "unknot-day-dialog.h"
#include "unknot-demo.h"
#include "unknot-entry-row.h"
#include "unknot-event-dialog.h"
#include "unknot-filter-bar.h"
#include "unknot-history-list.h"
#include "unknot-history-view.h"
#include "unknot-peg-dialog.h"
#include "unknot-place.h"
#include "unknot-places-editor.h"
#include "unknot-preferences-dialog.h"
#include "unknot-questions-page.h"
#include "unknot-spasm-dialog.h"
#include "unknot-suggestions-group.h"
#include "unknot-summary-dialog.h"
#include "unknot-summary-view.h"
#include "unknot-test-diary.h"
#include "unknot-test-ui.h"
#include "unknot-today-view.h"
#include "unknot-visit-dialog.h"
#include "unknot-window.h"

#include <glib/gstdio.h>
#include <unistd.h>
#include <utime.h>

/* Draws the main pages and compares them with tests/screenshots/NAME-WxH-theme.png. What differs is left in
 * the build folder, in tests/ui/screenshots: the picture, and one that shows where it differs.
 *
 * UNKNOT_UPDATE_SCREENSHOTS=1 writes the pictures to compare with instead.
 * UNKNOT_SCREENSHOTS=FOLDER writes every page in every size and theme there, to look at. */

/* Another Cairo or FreeType smooths edges otherwise; a word that moves or changes is more than this. */
#define MAX_CHANNEL_DIFFERENCE 24
#define MAX_DIFFERENT_PIXELS 0.005

typedef struct
{
  GSettings *settings;
  UnknotCheckup *checkup;
  UnknotWhereabouts *whereabouts;
  DiaryFixture diary;
  UnknotToday *today;
  UnknotDraft *draft;
  GtkWidget *window;
} Stage;

typedef struct
{
  const char *name;
  void (*show) (Stage *stage);
  gboolean in_all; /* in every size and theme, not only narrow and light, and middling and dark */
} Page;

typedef struct
{
  const Page *page;
  int width;
  int height;
  gboolean dark;
  char *name;
} Picture;

/* --- The pages --- */

static void
open_view (Stage      *stage,
           const char *view)
{
  stage->window =
    GTK_WIDGET (unknot_window_new (unknot_test_get_application (), stage->settings));
  gtk_widget_activate_action (stage->window, "win.show-view", "s", view);
  unknot_window_set_checkup (UNKNOT_WINDOW (stage->window), stage->checkup, stage->whereabouts);
  unknot_window_set_today (UNKNOT_WINDOW (stage->window), stage->today, stage->draft);
}

static void
open_today (Stage *stage)
{
  open_view (stage, "today");
}

static void
open_window (Stage *stage)
{
  open_view (stage, "check-up");
}

static GtkWidget *
get_page (Stage *stage)
{
  AdwViewStack *views =
    ADW_VIEW_STACK (unknot_test_get (stage->window, ADW_TYPE_VIEW_STACK, NULL));
  AdwNavigationView *navigation =
    ADW_NAVIGATION_VIEW (unknot_test_get (adw_view_stack_get_visible_child (views),
                                          ADW_TYPE_NAVIGATION_VIEW, NULL));

  return GTK_WIDGET (adw_navigation_view_get_visible_page (navigation));
}

static void
click (Stage      *stage,
       const char *name)
{
  unknot_test_click (unknot_test_get (get_page (stage), GTK_TYPE_BUTTON, name));
}

static GtkWidget *
get_row (Stage      *stage,
         const char *question)
{
  return unknot_test_get (get_page (stage), GTK_TYPE_LIST_BOX_ROW, question);
}

/* As an ordinary spasm is, on the first pages. */
static void
answer_pages (Stage *stage,
              guint  n_pages)
{
  g_autoptr (UnknotAnswers) calm =
    unknot_test_new_calm_answers (unknot_checkup_get_protocol (stage->checkup));
  GListModel *pages = unknot_questionnaire_get_pages (
    unknot_protocol_get_questionnaire (unknot_checkup_get_protocol (stage->checkup)));

  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (UnknotPage) page = g_list_model_get_item (pages, i);
      GListModel *questions = unknot_page_get_questions (page);

      for (guint j = 0; j < g_list_model_get_n_items (questions); j++)
        {
          g_autoptr (UnknotQuestion) question = g_list_model_get_item (questions, j);

          unknot_answers_take_from (unknot_checkup_get_answers (stage->checkup), calm, question);
        }
    }
}

static void
show_welcome (Stage *stage)
{
  g_settings_set_boolean (stage->settings, "welcomed", FALSE);
  open_window (stage);
}

static void
show_start (Stage *stage)
{
  open_window (stage);
}

/* The page after those that are answered. */
static void
show_questions (Stage *stage,
                guint  place)
{
  answer_pages (stage, place);
  open_window (stage);
  click (stage, "start_button");
}

static void
show_right_now (Stage *stage)
{
  show_questions (stage, 0);
}

static void
show_right_now_opened (Stage *stage)
{
  show_questions (stage, 0);
  unknot_test_click (unknot_test_get (get_row (stage, "bladder"), GTK_TYPE_TOGGLE_BUTTON,
                                      "why_button"));
  unknot_test_click (unknot_test_get (get_row (stage, "bladder"), GTK_TYPE_TOGGLE_BUTTON, "Yes"));
}

static void
show_open (Stage *stage)
{
  show_questions (stage, 1);
  click (stage, "next_button");
}

static void
show_infection (Stage *stage)
{
  show_questions (stage, 2);
}

static void
show_about_you (Stage *stage)
{
  answer_pages (stage, 5);
  unknot_checkup_finish (stage->checkup);
  unknot_checkup_restart (stage->checkup);
  show_questions (stage, 3);
}

static void
show_unconfirmed (Stage *stage)
{
  show_about_you (stage);
  click (stage, "next_button");
}

static void
show_this_spasm (Stage *stage)
{
  show_questions (stage, 4);
}

/* What the diary told: not confirmed yet, confirmed, and answered before it told more. */
static void
show_this_spasm_from_diary (Stage *stage)
{
  UnknotProtocol *protocol = unknot_checkup_get_protocol (stage->checkup);
  g_autoptr (UnknotAnswers) told =
    unknot_answers_new (unknot_protocol_get_questionnaire (protocol));

  unknot_test_give (protocol, told, "duration-days", "16");
  unknot_test_give (protocol, told, "more-frequent", "yes");
  unknot_test_give (protocol, told, "otc-days", "10");
  unknot_test_give (protocol, told, "over-label", "yes");
  unknot_checkup_set_diary_answers (stage->checkup, told);
  unknot_test_answer (stage->checkup, "more-frequent", "yes");
  unknot_test_answer (stage->checkup, "otc-days", "9");
  show_this_spasm (stage);
}

/* Further down. */
static void
show_from_diary_below (Stage *stage)
{
  show_this_spasm_from_diary (stage);
  unknot_questions_page_show (UNKNOT_QUESTIONS_PAGE (get_page (stage)),
                              unknot_test_get_question (stage->checkup, "over-label"));
}

static void
show_emergency (Stage *stage)
{
  show_questions (stage, 0);
  unknot_test_answer (stage->checkup, "saddle-numbness", "new");
}

static void
show_result (Stage      *stage,
             const char *answers)
{
  unknot_test_load_answers (stage->checkup, "fixtures/rules", answers);
  open_window (stage);
  click (stage, "result_button");
}

static void
show_result_emergency (Stage *stage)
{
  show_result (stage, "E03.json");
}

static void
show_result_urgent (Stage *stage)
{
  show_result (stage, "U04.json");
}

static void
show_result_doctor (Stage *stage)
{
  show_result (stage, "D03-one-leg.json");
}

static void
show_result_self_care (Stage *stage)
{
  show_result (stage, "S01.json");
}

static void
show_result_incomplete (Stage *stage)
{
  answer_pages (stage, 5);
  unknot_test_answer (stage->checkup, "bladder", "skipped");
  unknot_test_answer (stage->checkup, "urine", "not-sure");
  unknot_test_answer (stage->checkup, "otc-days", NULL);
  unknot_checkup_finish (stage->checkup);
  open_window (stage);
  click (stage, "result_button");
}

static void
show_preferences (Stage *stage)
{
  open_window (stage);
  adw_dialog_present (unknot_preferences_dialog_new (stage->whereabouts, stage->settings),
                      stage->window);
}

static void
show_evidence (Stage *stage)
{
  show_result_doctor (stage);
  unknot_test_click (unknot_test_get (unknot_test_get (get_page (stage), ADW_TYPE_ACTION_ROW, "D03"),
                                      GTK_TYPE_BUTTON, NULL));
}

static void
show_countries (Stage *stage)
{
  open_window (stage);
  adw_dialog_present (unknot_country_dialog_new (stage->whereabouts), stage->window);
}

/* In a dialog, as it will be, with each intensity. */
static void
show_places_editor (Stage *stage)
{
  static const struct
  {
    const char *area;
    const char *side;
    int pain;
    const char *kind;
  } places[] = {
    { "lower", "left", 8, "cramp" },    { "buttock", "left", 10, NULL },
    { "lower", "midline", 5, "ache" },  { "thigh-back", "left", 3, "tingling" },
    { "hip", "both", -1, NULL },        { "neck", "right", 0, NULL },
  };
  g_autoptr (GListStore) store = g_list_store_new (UNKNOT_TYPE_PLACE);
  GtkWidget *editor = unknot_places_editor_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  AdwDialog *dialog = adw_dialog_new ();

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (UnknotPlace) place = unknot_place_new (places[i].area, places[i].side,
                                                        places[i].pain, places[i].kind, NULL);

      g_list_store_append (store, place);
    }
  unknot_places_editor_set_places (UNKNOT_PLACES_EDITOR (editor), store);
  gtk_widget_set_margin_start (editor, 12);
  gtk_widget_set_margin_end (editor, 12);
  gtk_widget_set_margin_bottom (editor, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), editor);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);
  adw_dialog_set_title (dialog, "Where");
  adw_dialog_set_content_width (dialog, 460);
  adw_dialog_set_content_height (dialog, 840);
  adw_dialog_set_child (dialog, view);
  open_window (stage);
  adw_dialog_present (dialog, stage->window);
}

/* Of a draft found again, in an emergency. */
static void
show_start_in_emergency (Stage *stage)
{
  unknot_test_answer (stage->checkup, "saddle-numbness", "new");
  open_window (stage);
}

/* A diary that is not open: what is on the screen needs none. */
static GtkWidget *
show_spasm (Stage         *stage,
            UnknotEpisode *episode)
{
  g_autoptr (UnknotClock) clock = unknot_clock_new ();
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 21, 14, 5, 0);
  g_autoptr (UnknotDiary) diary = unknot_diary_new ("diary.db", clock);
  AdwDialog *dialog;

  unknot_clock_set_now (clock, now);
  dialog = unknot_spasm_dialog_new (diary, episode, NULL);
  open_window (stage);
  adw_dialog_present (dialog, stage->window);

  return GTK_WIDGET (dialog);
}

static void
show_spasm_new (Stage *stage)
{
  GtkWidget *dialog = show_spasm (stage, NULL);

  unknot_test_click (unknot_test_get (dialog, GTK_TYPE_TOGGLE_BUTTON, "7"));
}

static void
show_spasm_details (Stage *stage)
{
  GtkWidget *dialog = show_spasm (stage, NULL);

  unknot_test_click (unknot_test_get (dialog, GTK_TYPE_TOGGLE_BUTTON, "other"));
  unknot_test_click (unknot_test_get (dialog, GTK_TYPE_TOGGLE_BUTTON, "7"));
  g_signal_emit_by_name (unknot_test_get (dialog, ADW_TYPE_BUTTON_ROW, "unfold_row"), "activated");
  unknot_test_click (unknot_test_get (dialog, GTK_TYPE_TOGGLE_BUTTON, "bladder"));
}

static void
show_spasm_failed (Stage *stage)
{
  GtkWidget *dialog = show_spasm (stage, NULL);

  unknot_test_click (unknot_test_get (dialog, GTK_TYPE_TOGGLE_BUTTON, "7"));
  unknot_test_click (unknot_test_get (dialog, GTK_TYPE_BUTTON, "save_button"));
}

static void
scroll_to_tried_cb (GtkAdjustment *adjustment,
                    GtkWidget     *dialog)
{
  GtkWidget *scroller = unknot_test_get (dialog, GTK_TYPE_SCROLLED_WINDOW, "scroller");
  GtkWidget *group = unknot_test_get (dialog, ADW_TYPE_PREFERENCES_GROUP, "Tried");
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (group, gtk_widget_get_first_child (scroller), &bounds))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + bounds.origin.y);
}

/* Much was told. */
static void
show_spasm_edited (Stage *stage)
{
  static const char *const triggers[] = { "lifting", "twisting", NULL };
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 11, 20, 9, 30, 0);
  g_autoptr (UnknotMoment) start = unknot_moment_new (time);
  g_autoptr (UnknotEpisode) episode = unknot_episode_new (start, 8, NULL);
  g_autoptr (UnknotRelief) relief = unknot_relief_new (start, "heat", NULL);
  g_autoptr (UnknotDose) dose = unknot_dose_new (start, "Ibuprofen", 1, NULL);
  GtkWidget *dialog;
  GtkAdjustment *adjustment;

  unknot_relief_set_effect (relief, "a-little", NULL);
  unknot_dose_set_unit (dose, "tablet", NULL);
  unknot_dose_set_ingredient (dose, "ibuprofen", NULL);
  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_TRIGGER, triggers, NULL);
  unknot_episode_set_at_rest (episode, 3, NULL);
  unknot_episode_set_on_moving (episode, 8, NULL);
  unknot_episode_set_note (episode, "Lifting the washing machine.", NULL);
  unknot_episode_add (episode, UNKNOT_ENTRY (relief));
  unknot_episode_add (episode, UNKNOT_ENTRY (dose));
  dialog = show_spasm (stage, episode);
  adjustment = gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (unknot_test_get (dialog, GTK_TYPE_SCROLLED_WINDOW, "scroller")));
  g_signal_connect (adjustment, "changed", G_CALLBACK (scroll_to_tried_cb), dialog);
}

static void
open_diary (Stage *stage)
{
  unknot_test_diary_open (&stage->diary);
  unknot_test_wait (unknot_today_get_trends (stage->today) != NULL);
}

static void
fill_diary (Stage *stage)
{
  g_autoptr (GDateTime) now = unknot_clock_get_now (stage->diary.clock);
  g_autoptr (GPtrArray) year =
    unknot_demo_create_year (unknot_checkup_get_protocol (stage->checkup), now);

  open_diary (stage);
  g_assert_true (unknot_test_diary_try_save_all (stage->diary.diary, year, NULL));
  unknot_test_wait (unknot_trends_get_n_recent (unknot_today_get_trends (stage->today)) > 0);
}

static void
show_today_new (Stage *stage)
{
  open_diary (stage);
  open_today (stage);
}

static void
show_today (Stage *stage)
{
  fill_diary (stage);
  open_today (stage);
}

static void
show_today_in_doubt (Stage *stage)
{
  static const char *const warnings[] = { "saddle-numbness", "fever", NULL };
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261118, 9, 7);

  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_WARNING, warnings, NULL);
  open_diary (stage);
  unknot_test_diary_save (stage->diary.diary, episode);
  unknot_test_wait (unknot_trends_get_still_going (unknot_today_get_trends (stage->today)) != NULL);
  open_today (stage);
}

static void
show_entries (Stage *stage)
{
  fill_diary (stage);
  open_view (stage, "history");
  unknot_test_wait (unknot_test_find (stage->window, UNKNOT_TYPE_ENTRY_ROW, NULL) != NULL);
}

static UnknotEntryFilter *
make_filter (void)
{
  g_autoptr (UnknotEntryFilter) any = unknot_entry_filter_new ();
  g_autoptr (UnknotEntryFilter) where = unknot_entry_filter_with_area (any, "lower");
  g_autoptr (UnknotEntryFilter) worst = unknot_entry_filter_with_worst (where, 4, UNKNOT_PAIN_MAX);

  return unknot_entry_filter_with_days (worst, 20261001, 0);
}

static void
filter_entries (Stage *stage)
{
  g_autoptr (UnknotEntryFilter) filter = make_filter ();

  show_entries (stage);
  unknot_history_list_set_filter (
    UNKNOT_HISTORY_LIST (unknot_test_get (stage->window, UNKNOT_TYPE_HISTORY_LIST, NULL)), filter);
}

static void
show_filtered (Stage *stage)
{
  filter_entries (stage);
  unknot_test_wait (unknot_test_find (stage->window, UNKNOT_TYPE_ENTRY_ROW, NULL) != NULL);
}

static void
show_filter_dialog (Stage *stage)
{
  filter_entries (stage);
  unknot_test_click (unknot_test_get (unknot_test_get (stage->window, UNKNOT_TYPE_FILTER_BAR, NULL),
                                      GTK_TYPE_BUTTON, "Filter…"));
}

static void
show_nothing_matches (Stage *stage)
{
  show_entries (stage);
  gtk_widget_activate_action (unknot_test_get (stage->window, UNKNOT_TYPE_HISTORY_VIEW, NULL),
                              "history.search", NULL);
  gtk_editable_set_text (GTK_EDITABLE (unknot_test_get (stage->window, GTK_TYPE_SEARCH_ENTRY,
                                                        NULL)), "football");
  unknot_test_wait (unknot_test_is_shown (stage->window, GTK_TYPE_LABEL, "Nothing Matches"));
}

static GtkWidget *
open_charts (Stage *stage)
{
  GtkWidget *view, *page;
  GtkStack *stack;

  open_view (stage, "history");
  view = unknot_test_get (stage->window, UNKNOT_TYPE_HISTORY_VIEW, NULL);
  adw_view_stack_set_visible_child_name (
    ADW_VIEW_STACK (unknot_test_get (view, ADW_TYPE_VIEW_STACK, NULL)), "charts");
  gtk_window_set_default_size (GTK_WINDOW (stage->window), 360, 640);
  gtk_window_present (GTK_WINDOW (stage->window));
  page = unknot_test_get (stage->window, UNKNOT_TYPE_CHARTS_PAGE, NULL);
  stack = GTK_STACK (unknot_test_get (page, GTK_TYPE_STACK, NULL));
  unknot_test_wait (g_str_equal (gtk_stack_get_visible_child_name (stack), "charts"));

  return page;
}

static void
show_charts (Stage *stage)
{
  fill_diary (stage);
  open_charts (stage);
}

/* Too little for most of them. */
static void
show_charts_of_few (Stage *stage)
{
  open_diary (stage);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (UnknotEpisode) episode =
        unknot_test_diary_make_episode (20261117 + 2 * i, 9, 4 + i);

      unknot_episode_end_now (episode, unknot_episode_get_start (episode));
      unknot_test_diary_save (stage->diary.diary, episode);
    }
  unknot_test_wait (unknot_trends_get_n_recent (unknot_today_get_trends (stage->today)) == 3);
  open_charts (stage);
}

static void
show_chart_table (Stage *stage)
{
  GtkWidget *page;

  fill_diary (stage);
  page = open_charts (stage);
  unknot_test_click (unknot_test_get (page, GTK_TYPE_BUTTON, "table_button"));
}

static void
show_day (Stage *stage)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261121, 9, 0);
  g_autoptr (UnknotDay) day = unknot_day_new (moment);

  unknot_day_set_painless (day, TRUE);
  unknot_day_set_sleep (day, "broken", NULL);
  open_today (stage);
  adw_dialog_present (unknot_day_dialog_new (day, stage->diary.clock), stage->window);
}

/* Once a week, where the person wants it. */
static void
show_today_asking (Stage *stage)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261118, 9, 7);

  unknot_episode_end_now (episode, unknot_episode_get_start (episode));
  g_settings_set_boolean (stage->settings, "ask-function", TRUE);
  open_diary (stage);
  unknot_test_diary_save (stage->diary.diary, episode);
  unknot_test_wait (unknot_trends_get_n_recent (unknot_today_get_trends (stage->today)) > 0);
  open_today (stage);
}

static void
show_peg (Stage *stage)
{
  AdwDialog *dialog = unknot_peg_dialog_new (NULL, stage->diary.clock);

  open_today (stage);
  adw_dialog_present (dialog, stage->window);
  unknot_test_click (unknot_test_get (GTK_WIDGET (dialog), GTK_TYPE_TOGGLE_BUTTON, "6"));
}

static void
show_event (Stage *stage)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261109, 16, 0);
  g_autoptr (UnknotEvent) event = unknot_event_new (moment, "physio", NULL);

  unknot_event_set_title (event, "Once a week, six times", NULL);
  unknot_event_set_note (event, "Exercises for the back and the hips.", NULL);
  open_today (stage);
  adw_dialog_present (unknot_event_dialog_new (event, stage->diary.clock), stage->window);
}

static UnknotVisit *
make_visit (int day)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, 10, 30);
  UnknotVisit *visit = unknot_visit_new (moment);

  unknot_visit_set_questions (visit, "Do I need a scan?\nMay I swim while it hurts?", NULL);
  unknot_visit_set_goals (visit, "Carry the shopping up the stairs again", NULL);

  return visit;
}

static void
show_today_visit (Stage *stage)
{
  g_autoptr (UnknotVisit) visit = make_visit (20261122);

  open_diary (stage);
  unknot_test_diary_save (stage->diary.diary, visit);
  open_today (stage);
}

static void
show_today_outcome (Stage *stage)
{
  g_autoptr (UnknotVisit) visit = make_visit (20261120);

  open_diary (stage);
  unknot_test_diary_save (stage->diary.diary, visit);
  open_today (stage);
}

/* With what the diary gives reason to ask. */
static void
show_visit (Stage *stage)
{
  g_autoptr (UnknotVisit) visit = make_visit (20261122);
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261114, 8, 6);
  AdwDialog *dialog;

  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_SPREADS,
                            (const char *[]) { "one-leg", NULL }, NULL);
  unknot_episode_end_now (episode, unknot_episode_get_start (episode));
  open_diary (stage);
  unknot_test_diary_save (stage->diary.diary, episode);
  open_today (stage);
  dialog = unknot_visit_dialog_new (visit, TRUE, stage->diary.diary,
                                    unknot_checkup_get_protocol (stage->checkup));
  adw_dialog_present (dialog, stage->window);
  unknot_test_wait (gtk_widget_get_visible (
    unknot_test_get (GTK_WIDGET (dialog), UNKNOT_TYPE_SUGGESTIONS_GROUP, NULL)));
}

static void
show_visit_outcome (Stage *stage)
{
  g_autoptr (UnknotVisit) visit = make_visit (20261120);

  unknot_visit_set_outcome (visit, "No scan: strength and reflexes are fine. Keep moving.", NULL);
  open_today (stage);
  adw_dialog_present (unknot_visit_dialog_new (visit, FALSE, stage->diary.diary,
                                               unknot_checkup_get_protocol (stage->checkup)),
                      stage->window);
}

static void
show_rescue (Stage *stage)
{
  g_autoptr (GError) error =
    g_error_new (UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_DAMAGED,
                 "“diary.db” is damaged: it is not as it was made. It is kept as it is.");

  open_today (stage);
  unknot_window_set_failure (UNKNOT_WINDOW (stage->window), error);
}

/* Of a year, with a backup of noon on the first of November. */
static AdwDialog *
open_data (Stage *stage)
{
  g_autofree char *folder = g_strconcat (stage->diary.path, ".backups", NULL);
  g_autofree char *name = g_build_filename (folder, "0001-2026-11-01.db", NULL);
  AdwDialog *dialog;
  struct utimbuf times = { 1793534400, 1793534400 };

  fill_diary (stage);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (name, "", -1, NULL));
  g_assert_cmpint (truncate (name, 98304), ==, 0);
  g_assert_cmpint (g_utime (name, &times), ==, 0);
  open_today (stage);
  dialog = unknot_data_dialog_new (stage->diary.diary);
  adw_dialog_present (dialog, stage->window);

  return dialog;
}

static void
show_data (Stage *stage)
{
  open_data (stage);
}

static void
import_text (Stage      *stage,
             const char *name,
             const char *text)
{
  AdwDialog *dialog = open_data (stage);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_build_filename (stage->diary.folder, name, NULL);

  g_assert_true (g_file_set_contents (g_file_peek_path (file), text, -1, NULL));
  g_list_store_append (files, file);
  unknot_data_dialog_import (UNKNOT_DATA_DIALOG (dialog), G_LIST_MODEL (files));
  unknot_test_wait (adw_dialog_get_can_close (dialog));
}

static void
show_import (Stage *stage)
{
  import_text (stage, "unknot-2026-11-01.unknot.json",
               "{\"format\": \"unknot-diary\", \"version\": 1, \"episodes\": [{"
               "\"uuid\": \"aaaaaaaa-0000-4000-8000-000000000001\", \"start\": "
               "{\"utc\": 1795269900000, \"offset\": 0, \"zone\": \"UTC\", \"day\": 20261121}, "
               "\"precision\": \"exact\", \"worst\": 4}]}");
}

static void
show_columns (Stage *stage)
{
  import_text (stage, "back.csv",
               "Date,Time,Pain,Comment\n13.11.2026,08:15,6,Lifted a crate\n"
               "14.11.2026,,4,\n15.11.2026,7:30,high,Woke up with it\n");
}

static void
show_faults (Stage *stage)
{
  import_text (stage, "unknot-2026-11-01.unknot.json",
               "{\"format\": \"unknot-diary\", \"version\": 1, \"episodes\": [{\n"
               "\"uuid\": \"1\"},\n{\"uuid\": \"2\"}], \"pain\": 3}");
}

static gboolean
has_summary (Stage *stage)
{
  GtkWidget *view = unknot_test_find (stage->window, UNKNOT_TYPE_SUMMARY_VIEW, NULL);
  g_autofree char *place = unknot_summary_view_dup_place (UNKNOT_SUMMARY_VIEW (view));

  return *place != '\0';
}

static void
open_summary (Stage *stage)
{
  open_today (stage);
  gtk_widget_activate_action (stage->window, "win.summary", NULL);
  unknot_test_wait (has_summary (stage));
}

static void
show_summary (Stage *stage)
{
  fill_diary (stage);
  open_summary (stage);
}

static void
show_summary_of_nothing (Stage *stage)
{
  open_diary (stage);
  open_summary (stage);
}

static void
show_summary_as_text (Stage *stage)
{
  GtkWidget *button;

  show_summary (stage);
  gtk_window_present (GTK_WINDOW (stage->window));
  button = unknot_test_get (stage->window, GTK_TYPE_TOGGLE_BUTTON, "As Text");
  unknot_test_wait (gtk_widget_get_mapped (button));
  gtk_widget_grab_focus (button);
  unknot_test_click (button);
}

/* What is on it is below, where there is no room beside. */
static void
show_summary_options (Stage *stage)
{
  show_summary (stage);
  g_object_set (unknot_test_get (stage->window, UNKNOT_TYPE_SUMMARY_DIALOG, NULL),
                "narrow", TRUE,
                NULL);
  adw_bottom_sheet_set_open (
    ADW_BOTTOM_SHEET (unknot_test_get (stage->window, ADW_TYPE_BOTTOM_SHEET, NULL)), TRUE);
}

static void
show_learn (Stage *stage)
{
  open_view (stage, "learn");
}

static void
show_topic (Stage *stage)
{
  open_view (stage, "learn");
  gtk_widget_activate_action (get_page (stage), "learn.open", "s", "learn-heat-cold");
}

/* Where a section is gone to, with its figure. */
static void
show_section (Stage *stage)
{
  open_view (stage, "learn");
  gtk_widget_activate_action (get_page (stage), "learn.open", "s", "learn-heat-cold#how");
}

static void
show_found (Stage *stage)
{
  open_view (stage, "learn");
  gtk_widget_activate_action (get_page (stage), "learn.search", NULL);
  gtk_editable_set_text (
    GTK_EDITABLE (unknot_test_get (get_page (stage), GTK_TYPE_SEARCH_ENTRY, NULL)), "heat cold");
}

/* Over a result. */
static void
show_explanation (Stage *stage)
{
  show_result_self_care (stage);
  gtk_widget_activate_action (stage->window, "win.explain", "s", "learn-home-care");
}

static const Page pages[] = {
  { "today-new", show_today_new },
  { "today", show_today, TRUE },
  { "today-in-doubt", show_today_in_doubt },
  { "today-asking", show_today_asking },
  { "entries", show_entries, TRUE },
  { "entries-filtered", show_filtered },
  { "entries-not-found", show_nothing_matches },
  { "filter", show_filter_dialog },
  { "charts", show_charts, TRUE },
  { "charts-of-few", show_charts_of_few },
  { "chart-table", show_chart_table },
  { "day-dialog", show_day },
  { "peg-dialog", show_peg },
  { "event-dialog", show_event },
  { "today-visit", show_today_visit },
  { "today-outcome", show_today_outcome },
  { "visit-dialog", show_visit },
  { "visit-dialog-outcome", show_visit_outcome },
  { "rescue", show_rescue },
  { "data", show_data, TRUE },
  { "import", show_import },
  { "import-columns", show_columns, TRUE },
  { "import-faults", show_faults },
  { "summary", show_summary, TRUE },
  { "summary-of-nothing", show_summary_of_nothing },
  { "summary-as-text", show_summary_as_text },
  { "summary-options", show_summary_options },
  { "learn", show_learn },
  { "topic", show_topic, TRUE },
  { "topic-section", show_section },
  { "found", show_found },
  { "explanation", show_explanation },
  { "welcome", show_welcome },
  { "start", show_start, TRUE },
  { "right-now", show_right_now },
  { "right-now-opened", show_right_now_opened, TRUE },
  { "not-answered", show_open },
  { "infection", show_infection },
  { "about-you", show_about_you },
  { "not-confirmed", show_unconfirmed },
  { "this-spasm", show_this_spasm },
  { "this-spasm-from-diary", show_this_spasm_from_diary },
  { "this-spasm-from-diary-below", show_from_diary_below },
  { "emergency", show_emergency, TRUE },
  { "result-emergency", show_result_emergency },
  { "result-urgent", show_result_urgent, TRUE },
  { "result-doctor", show_result_doctor },
  { "result-self-care", show_result_self_care },
  { "result-incomplete", show_result_incomplete },
  { "start-in-emergency", show_start_in_emergency },
  { "places-editor", show_places_editor, TRUE },
  { "preferences", show_preferences },
  { "countries", show_countries },
  { "evidence", show_evidence },
  { "spasm-dialog", show_spasm_new, TRUE },
  { "spasm-dialog-details", show_spasm_details },
  { "spasm-dialog-edited", show_spasm_edited },
  { "spasm-dialog-failed", show_spasm_failed },
};

static const struct
{
  int width;
  int height;
} sizes[] = { { 360, 640 }, { 800, 600 }, { 1280, 900 } };

/* --- Taking a picture --- */

static GdkTexture *
draw (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GError) error = NULL;
  int width = gtk_widget_get_width (window);
  int height = gtk_widget_get_height (window);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  GdkTexture *texture;

  gsk_renderer_realize_for_display (renderer, gtk_widget_get_display (window), &error);
  g_assert_no_error (error);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (renderer, node, &bounds);
  gsk_renderer_unrealize (renderer);

  return texture;
}

static GBytes *
get_pixels (GdkTexture *texture)
{
  GdkTextureDownloader *downloader = gdk_texture_downloader_new (texture);
  gsize stride;
  GBytes *pixels = gdk_texture_downloader_download_bytes (downloader, &stride);

  g_assert_cmpuint (stride, ==, 4 * gdk_texture_get_width (texture));
  gdk_texture_downloader_free (downloader);

  return pixels;
}

static void
painted_cb (guint *n_frames)
{
  (*n_frames)++;
}

static void
wait_for_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint n_frames = 0;
  gulong handler =
    g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &n_frames);

  gtk_widget_queue_draw (window);
  unknot_test_wait (n_frames > 0);
  g_signal_handler_disconnect (clock, handler);
}

/* When three frames are the same, nothing moves any longer. */
static GdkTexture *
draw_at_rest (GtkWidget *window)
{
  g_autoptr (GdkTexture) texture = draw (window);
  g_autoptr (GBytes) pixels = get_pixels (texture);

  for (guint n_same = 1; n_same < 3;)
    {
      g_autoptr (GBytes) last_pixels = g_steal_pointer (&pixels);

      wait_for_frame (window);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_clear_object (&texture);
      texture = draw (window);
      pixels = get_pixels (texture);
      n_same = g_bytes_equal (pixels, last_pixels) ? n_same + 1 : 1;
    }

  return g_steal_pointer (&texture);
}

static void
put_on_screen (Stage         *stage,
               const Picture *picture)
{
  GtkWidget *icon = unknot_test_find (stage->window, GTK_TYPE_IMAGE, "icon");

  /* The same in every profile. */
  gtk_widget_remove_css_class (stage->window, "devel");
  if (icon != NULL)
    {
      g_autofree char *path = g_test_build_filename (
        G_TEST_DIST, "data", "icons", "hicolor", "scalable", "apps", "io.github.unknot.Unknot.svg",
        NULL);

      gtk_image_set_from_file (GTK_IMAGE (icon), path);
    }
  gtk_widget_set_can_target (stage->window, FALSE); /* wherever the pointer is */
  gtk_window_set_default_size (GTK_WINDOW (stage->window), picture->width, picture->height);
  gtk_window_present (GTK_WINDOW (stage->window));
  unknot_test_wait (gtk_widget_get_width (stage->window) == picture->width &&
                    gtk_widget_get_height (stage->window) == picture->height);
  wait_for_frame (stage->window);
  gtk_widget_unset_state_flags (stage->window, GTK_STATE_FLAG_BACKDROP);
  gtk_window_set_focus_visible (GTK_WINDOW (stage->window), FALSE);
}

static GdkTexture *
take (const Picture *picture)
{
  Stage stage = { NULL };
  g_autofree char *draft = NULL;
  GdkTexture *texture;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      picture->dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                    : ADW_COLOR_SCHEME_FORCE_LIGHT);
  stage.whereabouts = unknot_test_new_whereabouts ("DE");
  stage.settings = unknot_test_new_settings ("DE");
  stage.checkup = unknot_test_new_checkup ();
  unknot_test_diary_set_up (&stage.diary, NULL);
  draft = g_build_filename (stage.diary.folder, "entry.json", NULL);
  stage.today = unknot_today_new (stage.diary.diary, G_DATE_MONDAY);
  stage.draft = unknot_draft_new (draft);
  g_settings_set_boolean (stage.settings, "welcomed", TRUE);
  picture->page->show (&stage);
  unknot_test_settle ();
  put_on_screen (&stage, picture);
  texture = draw_at_rest (stage.window);

  unknot_test_close (GTK_WINDOW (stage.window));
  g_assert_finalize_object (stage.checkup);
  g_assert_finalize_object (stage.whereabouts);
  g_assert_finalize_object (stage.settings);
  unknot_test_settle ();
  g_assert_finalize_object (stage.today);
  g_assert_finalize_object (stage.draft);
  unknot_test_diary_tear_down (&stage.diary, NULL);

  return texture;
}

/* --- Comparing --- */

static void
save (GdkTexture    *texture,
      const char    *folder,
      const Picture *picture,
      const char    *ending)
{
  g_autofree char *path = g_strdup_printf ("%s/%s%s.png", folder, picture->name, ending);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_true (gdk_texture_save_to_png (texture, path));
  g_test_message ("%s", path);
}

static gboolean
is_same_color (const guint8 *one,
               const guint8 *other)
{
  for (guint i = 0; i < 4; i++)
    if (ABS (one[i] - other[i]) > MAX_CHANNEL_DIFFERENCE)
      return FALSE;

  return TRUE;
}

/* @difference: what is the same, faded; what is not, red. Returns how many pixels are not. */
static gsize
compare (GBytes      *one,
         GBytes      *other,
         GdkTexture **difference,
         int          width,
         int          height)
{
  gsize length;
  const guint8 *a = g_bytes_get_data (one, &length);
  const guint8 *b = g_bytes_get_data (other, NULL);
  guint8 *shown = g_malloc (length);
  g_autoptr (GBytes) bytes = NULL;
  gsize n_different = 0;

  for (gsize i = 0; i < length; i += 4)
    {
      gboolean same = is_same_color (a + i, b + i);
      guint8 gray = 192 + (a[i] + a[i + 1] + a[i + 2]) / 12;

      n_different += !same;
      shown[i] = shown[i + 1] = same ? gray : 0;
      shown[i + 2] = same ? gray : 255;
      shown[i + 3] = 255;
    }
  bytes = g_bytes_new_take (shown, length);
  *difference = gdk_memory_texture_new (width, height, GDK_MEMORY_B8G8R8A8_PREMULTIPLIED, bytes,
                                        4 * width);

  return n_different;
}

static void
compare_with_kept (GdkTexture    *texture,
                   const Picture *picture,
                   const char    *kept_folder)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "tests", "ui", "screenshots", NULL);
  g_autofree char *path = g_strdup_printf ("%s/%s.png", kept_folder, picture->name);
  g_autoptr (GdkTexture) kept = gdk_texture_new_from_filename (path, NULL);
  g_autoptr (GdkTexture) difference = NULL;
  g_autoptr (GBytes) pixels = get_pixels (texture);
  g_autoptr (GBytes) kept_pixels = NULL;
  gsize n_different;

  if (kept == NULL)
    {
      g_test_message ("There is no %s; UNKNOT_UPDATE_SCREENSHOTS=1 makes it.", path);
      save (texture, folder, picture, "");
      g_test_fail ();
      return;
    }

  g_assert_cmpint (gdk_texture_get_width (kept), ==, picture->width);
  g_assert_cmpint (gdk_texture_get_height (kept), ==, picture->height);
  kept_pixels = get_pixels (kept);
  n_different = compare (pixels, kept_pixels, &difference, picture->width, picture->height);
  if (n_different <= MAX_DIFFERENT_PIXELS * picture->width * picture->height)
    return;

  g_test_message ("%.2f %% of the pixels differ.",
                  100.0 * n_different / (picture->width * picture->height));
  save (texture, folder, picture, "");
  save (difference, folder, picture, "-difference");
  g_test_fail ();
}

static void
test_screenshots (gconstpointer data)
{
  const Picture *picture = data;
  g_autofree char *kept = g_test_build_filename (G_TEST_DIST, "tests", "screenshots", NULL);
  g_autoptr (GdkTexture) texture = take (picture);

  if (g_getenv ("UNKNOT_SCREENSHOTS") != NULL)
    save (texture, g_getenv ("UNKNOT_SCREENSHOTS"), picture, "");
  else if (g_strcmp0 (g_getenv ("UNKNOT_UPDATE_SCREENSHOTS"), "1") == 0)
    save (texture, kept, picture, "");
  else
    compare_with_kept (texture, picture, kept);
}

/* --- Which pictures there are --- */

static void
free_picture (gpointer data)
{
  Picture *picture = data;

  g_free (picture->name);
  g_free (picture);
}

static void
add (const Page *page,
     guint       size,
     gboolean    dark)
{
  Picture *picture = g_new0 (Picture, 1);
  g_autofree char *path = NULL;

  picture->page = page;
  picture->width = sizes[size].width;
  picture->height = sizes[size].height;
  picture->dark = dark;
  picture->name = g_strdup_printf ("%s-%dx%d-%s", page->name, picture->width, picture->height,
                                   dark ? "dark" : "light");
  path = g_strdup_printf ("/screenshots/%s", picture->name);
  g_test_add_data_func_full (path, picture, test_screenshots, free_picture);
}

/* What the person's desktop could say otherwise; and no frame for want of a compositor. */
static void
settle_looks (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_string (provider, "window.solid-csd { padding: 0; border: none; "
                                               "box-shadow: none; }");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
  g_object_set (gtk_settings_get_default (),
                "gtk-enable-animations", FALSE,
                "gtk-cursor-blink", FALSE,
                "gtk-font-name", "Inter Variable 11",
                "gtk-icon-theme-name", "Adwaita",
                "gtk-decoration-layout", ":close",
                "gtk-xft-antialias", 1,
                "gtk-xft-hinting", 0,
                "gtk-xft-rgba", "none",
                "gtk-xft-dpi", 96 * 1024,
                NULL);
}

int
main (int   argc,
      char *argv[])
{
  gboolean all = g_getenv ("UNKNOT_SCREENSHOTS") != NULL;

  unknot_test_ui_init (&argc, &argv);
  settle_looks ();

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
      for (gboolean dark = FALSE; dark <= TRUE; dark++)
        if (all || pages[i].in_all || (size == 0 && !dark) || (size == 1 && dark))
          add (&pages[i], size, dark);

  return g_test_run ();
}
