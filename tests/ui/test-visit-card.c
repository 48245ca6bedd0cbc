/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-test-diary.h"
#include "unknot-test-ui.h"
#include "unknot-visit-card.h"

/* On 21 November 2026, 14:05, in UTC. */

typedef struct
{
  DiaryFixture diary;
  UnknotToday *today;
  GSettings *settings;
  UnknotVisit *visit; /* on 22 November, 10:30 */
  GtkWidget *card;
  GtkWindow *window;
  guint n_shown;   /* that the visit was asked for … */
  guint n_summary; /* … and the summary */
  guint n_left;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
add_action (Fixture    *fixture,
            const char *prefix,
            const char *name,
            guint      *count)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

  g_signal_connect_swapped (action, "activate", G_CALLBACK (count_cb), count);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (fixture->card, prefix, G_ACTION_GROUP (group));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261122, 10, 30);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  unknot_test_diary_set_up (&fixture->diary, NULL);
  unknot_test_diary_open (&fixture->diary);
  fixture->today = unknot_today_new (fixture->diary.diary, G_DATE_MONDAY);
  fixture->settings = unknot_test_new_settings ("DE");
  fixture->visit = unknot_visit_new (moment);
  fixture->card = g_object_new (UNKNOT_TYPE_VISIT_CARD, NULL);
  g_signal_connect_swapped (fixture->card, "left", G_CALLBACK (count_cb), &fixture->n_left);
  add_action (fixture, "today", "visit", &fixture->n_shown);
  add_action (fixture, "win", "summary", &fixture->n_summary);
  gtk_box_append (GTK_BOX (page), fixture->card);
  fixture->window = unknot_test_present_adwaita (page);
  unknot_visit_card_set_today (UNKNOT_VISIT_CARD (fixture->card), fixture->today,
                               fixture->settings);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (fixture->window);
  /* What it asked the diary for holds on to it until it is answered. */
  unknot_test_diary_close (fixture->diary.diary);
  unknot_test_settle ();
  g_assert_finalize_object (fixture->today);
  g_assert_finalize_object (fixture->settings);
  g_object_unref (fixture->visit);
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

static void
save (Fixture *fixture)
{
  unknot_test_diary_save (fixture->diary.diary, fixture->visit);
  unknot_test_settle ();
}

static void
set_time (Fixture *fixture,
          int      day,
          int      hour)
{
  unknot_test_diary_set_time (&fixture->diary, "UTC", day, hour, 0);
  unknot_today_update (fixture->today);
}

static AdwActionRow *
get_row (Fixture    *fixture,
         const char *name)
{
  return ADW_ACTION_ROW (unknot_test_get (fixture->card, ADW_TYPE_ACTION_ROW, name));
}

static void
assert_row (Fixture    *fixture,
            const char *name,
            const char *title,
            const char *subtitle)
{
  AdwActionRow *row = get_row (fixture, name);

  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (row)));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, title);
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, subtitle);
}

static gboolean
is_hidden (Fixture *fixture)
{
  return !gtk_widget_get_mapped (fixture->card);
}

/* From the day before on; and on the day itself also after its time, while one may still be there. */
static void
test_visit_card_visit (Fixture       *fixture,
                       gconstpointer  data)
{
  g_assert_true (is_hidden (fixture));
  save (fixture);
  assert_row (fixture, "visit_row", "Doctor’s visit tomorrow, 10:30", "No questions noted yet");
  g_signal_emit_by_name (get_row (fixture, "visit_row"), "activate");
  g_assert_cmpuint (fixture->n_shown, ==, 1);

  unknot_visit_set_questions (fixture->visit, "A scan?\n\nMay I swim & run?", NULL);
  save (fixture);
  assert_row (fixture, "visit_row", "Doctor’s visit tomorrow, 10:30", "2 questions to ask");
  unknot_visit_set_questions (fixture->visit, "A scan?", NULL);
  save (fixture);
  set_time (fixture, 20261122, 0);
  assert_row (fixture, "visit_row", "Doctor’s visit today, 10:30", "1 question to ask");
  set_time (fixture, 20261122, 23);
  assert_row (fixture, "visit_row", "Doctor’s visit today, 10:30", "1 question to ask");

  unknot_test_diary_mark (fixture->diary.diary, fixture->visit, TRUE);
  unknot_test_wait (is_hidden (fixture));
}

/* For the visit, not after it. */
static void
test_visit_card_summary (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWidget *row = unknot_test_get (fixture->card, ADW_TYPE_BUTTON_ROW, "summary_row");

  save (fixture);
  g_assert_true (gtk_widget_get_mapped (row));
  g_signal_emit_by_name (row, "activate");
  g_assert_cmpuint (fixture->n_summary, ==, 1);
  set_time (fixture, 20261122, 9);
  g_assert_true (gtk_widget_get_mapped (row));
  set_time (fixture, 20261123, 9);
  g_assert_false (gtk_widget_get_mapped (row));
}

static void
test_visit_card_outcome (Fixture       *fixture,
                         gconstpointer  data)
{
  save (fixture);
  set_time (fixture, 20261123, 0);
  assert_row (fixture, "outcome_row", "What came of the doctor’s visit?", "Yesterday, 10:30");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_row (fixture, "visit_row"))));
  gtk_widget_grab_focus (GTK_WIDGET (get_row (fixture, "outcome_row")));
  g_signal_emit_by_name (get_row (fixture, "outcome_row"), "activate");
  g_assert_cmpuint (fixture->n_shown, ==, 1);

  unknot_visit_set_outcome (fixture->visit, "No scan.", NULL);
  save (fixture);
  g_assert_true (is_hidden (fixture));
  g_assert_cmpuint (fixture->n_left, ==, 1);
}

/* It is of this visit alone. */
static void
test_visit_card_dismissed (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (UnknotMoment) later = unknot_test_diary_make_moment ("UTC", 20261124, 9, 0);
  g_autoptr (UnknotVisit) another = unknot_visit_new (later);
  GtkWidget *button = unknot_test_get (fixture->card, GTK_TYPE_BUTTON, "dismiss_button");

  save (fixture);
  set_time (fixture, 20261123, 8);
  gtk_widget_grab_focus (button);
  unknot_test_click (button);
  g_assert_true (is_hidden (fixture));
  g_assert_cmpuint (fixture->n_left, ==, 1);
  set_time (fixture, 20261124, 8);
  g_assert_true (is_hidden (fixture));

  unknot_test_diary_save (fixture->diary.diary, another);
  unknot_test_wait (!is_hidden (fixture));
  assert_row (fixture, "visit_row", "Doctor’s visit today, 09:00", "No questions noted yet");
  set_time (fixture, 20261125, 8);
  assert_row (fixture, "outcome_row", "What came of the doctor’s visit?", "Yesterday, 09:00");
}

static void
test_visit_card_in_danger (Fixture       *fixture,
                           gconstpointer  data)
{
  unknot_visit_card_set_in_danger (UNKNOT_VISIT_CARD (fixture->card), TRUE);
  save (fixture);
  g_assert_true (is_hidden (fixture));
  unknot_visit_card_set_in_danger (UNKNOT_VISIT_CARD (fixture->card), FALSE);
  g_assert_false (is_hidden (fixture));
  set_time (fixture, 20261123, 8);
  g_assert_false (is_hidden (fixture));
  unknot_visit_card_set_in_danger (UNKNOT_VISIT_CARD (fixture->card), TRUE);
  g_assert_true (is_hidden (fixture));
}

static void
test_visit_card_narrow (Fixture       *fixture,
                        gconstpointer  data)
{
  save (fixture);
  unknot_test_assert_narrow (fixture->card);
  set_time (fixture, 20261123, 8);
  unknot_test_assert_narrow (fixture->card);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("/visit-card/visit", test_visit_card_visit);
  ADD ("/visit-card/summary", test_visit_card_summary);
  ADD ("/visit-card/outcome", test_visit_card_outcome);
  ADD ("/visit-card/dismissed", test_visit_card_dismissed);
  ADD ("/visit-card/in-danger", test_visit_card_in_danger);
  ADD ("/visit-card/narrow", test_visit_card_narrow);

  return g_test_run ();
}
