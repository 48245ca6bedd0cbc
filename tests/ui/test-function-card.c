/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-function-card.h"
#include "unknot-test-history.h"
#include "unknot-test-ui.h"

/* On 21 November 2026, 14:05, in UTC. */

typedef struct
{
  DiaryFixture diary;
  GtkWidget *card;
  GtkWindow *window;
  GSettings *settings;
  guint n_asked; /* how many times the card asked for the questions … */
  guint n_checks; /* … and for the check-up */
} Fixture;

static void
tell_function_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  ((Fixture *) user_data)->n_asked++;
}

static void
check_up_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  ((Fixture *) user_data)->n_checks++;
}

static void
insert_actions (Fixture *fixture)
{
  g_autoptr (GSimpleActionGroup) entry = g_simple_action_group_new ();
  g_autoptr (GSimpleActionGroup) win = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) tell_function = g_simple_action_new ("tell-function", NULL);
  g_autoptr (GSimpleAction) check_up = g_simple_action_new ("check-up", NULL);
  g_autoptr (GAction) ask_function = g_settings_create_action (fixture->settings, "ask-function");

  g_signal_connect (tell_function, "activate", G_CALLBACK (tell_function_cb), fixture);
  g_action_map_add_action (G_ACTION_MAP (entry), G_ACTION (tell_function));
  g_signal_connect (check_up, "activate", G_CALLBACK (check_up_cb), fixture);
  g_action_map_add_action (G_ACTION_MAP (win), ask_function);
  g_action_map_add_action (G_ACTION_MAP (win), G_ACTION (check_up));
  gtk_widget_insert_action_group (fixture->card, "entry", G_ACTION_GROUP (entry));
  gtk_widget_insert_action_group (fixture->card, "win", G_ACTION_GROUP (win));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  unknot_test_diary_set_up (&fixture->diary, NULL);
  unknot_test_diary_open (&fixture->diary);
  fixture->settings = unknot_test_new_settings ("DE");
  fixture->card = unknot_function_card_new ();
  insert_actions (fixture);
  fixture->window = unknot_test_present_adwaita (fixture->card);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (fixture->window);
  g_assert_finalize_object (fixture->settings);
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

static void
save (Fixture *fixture,
      int      day,
      int      pain,
      int      enjoyment,
      int      activity)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, 9, 0);
  g_autoptr (UnknotPeg) peg = unknot_peg_new (moment, pain, enjoyment, activity, NULL);

  unknot_test_diary_save (fixture->diary.diary, peg);
}

static void
assert_change (Fixture    *fixture,
               const char *title,
               const char *details)
{
  GtkWidget *row = unknot_test_get (fixture->card, ADW_TYPE_ACTION_ROW, "change-row");
  g_autoptr (UnknotHistory) history =
    unknot_test_history_load (&fixture->diary, 20261101, 20261121);

  unknot_function_card_set_history (UNKNOT_FUNCTION_CARD (fixture->card), history);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, title);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, details);
}

static void
test_function_card_change (Fixture       *fixture,
                           gconstpointer  data)
{
  assert_change (fixture, "Not answered yet",
                 "Three numbers for the past week: how bad the pain was, and what it kept you "
                 "from");
  save (fixture, 20260801, 7, 7, 6);
  assert_change (fixture, "Not answered in this time", "The first time was on 1 August 2026");
  save (fixture, 20261102, 7, 7, 6);
  assert_change (fixture, "6.7 of 10, as at first",
                 "6.7 on 1 August 2026. From 30 % lower on it is a meaningful improvement.");
  save (fixture, 20261107, 8, 9, 7);
  assert_change (fixture, "8.0 of 10, 20 % higher than at first",
                 "6.7 on 1 August 2026. Higher is worse.");
  save (fixture, 20261114, 4, 5, 5);
  assert_change (fixture, "4.7 of 10, 30 % lower than at first",
                 "6.7 on 1 August 2026. A change of 30 % or more is a meaningful improvement.");
}

/* What is a little less is not rounded up. */
static void
test_function_card_nearly (Fixture       *fixture,
                           gconstpointer  data)
{
  save (fixture, 20261107, 9, 9, 9);
  assert_change (fixture, "9.0 of 10",
                 "On 7 November 2026. From the second time on you see the change");
  save (fixture, 20261114, 6, 6, 7);
  assert_change (fixture, "6.3 of 10, 29 % lower than at first",
                 "9.0 on 7 November 2026. From 30 % lower on it is a meaningful improvement.");
}

/* Where there was nothing, there is no part of it. */
static void
test_function_card_from_zero (Fixture       *fixture,
                              gconstpointer  data)
{
  save (fixture, 20261107, 0, 0, 0);
  save (fixture, 20261114, 1, 0, 0);
  assert_change (fixture, "0.3 of 10",
                 "0.0 on 7 November 2026. Higher is worse. If it goes on getting worse, go "
                 "through the check-up.");
  save (fixture, 20261121, 0, 0, 0);
  assert_change (fixture, "0.0 of 10", "0.0 on 7 November 2026.");
}

static gboolean
leads_to_check (Fixture *fixture)
{
  return unknot_test_is_shown (fixture->card, ADW_TYPE_BUTTON_ROW, "function-check-row");
}

/* What is much worse leads to the check-up; what is a little less does not. */
static void
test_function_card_worse (Fixture       *fixture,
                          gconstpointer  data)
{
  save (fixture, 20261102, 3, 3, 4);
  save (fixture, 20261107, 4, 4, 4);
  assert_change (fixture, "4.0 of 10, 20 % higher than at first",
                 "3.3 on 2 November 2026. Higher is worse.");
  g_assert_false (leads_to_check (fixture));
  save (fixture, 20261114, 4, 4, 5);
  assert_change (fixture, "4.3 of 10, 30 % higher than at first",
                 "3.3 on 2 November 2026. Higher is worse. If it goes on getting worse, go "
                 "through the check-up.");
  unknot_test_click (unknot_test_get (fixture->card, ADW_TYPE_BUTTON_ROW, "function-check-row"));
  g_assert_cmpuint (fixture->n_checks, ==, 1);
  unknot_test_assert_narrow (fixture->card);

  save (fixture, 20261121, 3, 3, 3);
  assert_change (fixture, "3.0 of 10, 10 % lower than at first",
                 "3.3 on 2 November 2026. From 30 % lower on it is a meaningful improvement.");
  g_assert_false (leads_to_check (fixture));
}

static void
test_function_card_answer (Fixture       *fixture,
                           gconstpointer  data)
{
  unknot_test_click (unknot_test_get (fixture->card, ADW_TYPE_BUTTON_ROW, "answer-row"));
  g_assert_cmpuint (fixture->n_asked, ==, 1);
}

static void
test_function_card_ask (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWidget *ask = unknot_test_get (fixture->card, GTK_TYPE_SWITCH, "ask-switch");

  g_assert_false (gtk_switch_get_active (GTK_SWITCH (ask)));
  unknot_test_click (ask);
  g_assert_true (g_settings_get_boolean (fixture->settings, "ask-function"));
  g_settings_set_boolean (fixture->settings, "ask-function", FALSE);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (ask)));
}

static void
test_function_card_accessible (Fixture       *fixture,
                               gconstpointer  data)
{
  GtkWidget *ask = unknot_test_get (fixture->card, GTK_TYPE_SWITCH, "ask-switch");

  save (fixture, 20261107, 9, 9, 9);
  save (fixture, 20261114, 6, 6, 6);
  assert_change (fixture, "6.0 of 10, 33 % lower than at first",
                 "9.0 on 7 November 2026. A change of 30 % or more is a meaningful improvement.");
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (ask),
                                                   GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  unknot_test_assert_narrow (fixture->card);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("/function-card/change", test_function_card_change);
  ADD ("/function-card/nearly", test_function_card_nearly);
  ADD ("/function-card/from-zero", test_function_card_from_zero);
  ADD ("/function-card/worse", test_function_card_worse);
  ADD ("/function-card/answer", test_function_card_answer);
  ADD ("/function-card/ask", test_function_card_ask);
  ADD ("/function-card/accessible", test_function_card_accessible);

  return g_test_run ();
}
