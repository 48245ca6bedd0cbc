/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-ongoing-card.h"
#include "unknot-pain-scale.h"
#include "unknot-test-diary.h"
#include "unknot-test-ui.h"

/* On 21 November 2026, 14:05, in UTC. */

typedef struct
{
  DiaryFixture diary;
  UnknotToday *today;
  GtkWidget *card;
  GtkWindow *window;
  GString *actions; /* what the card asked for */
} Fixture;

static void
take_action_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  Fixture *fixture = user_data;

  g_string_append_printf (fixture->actions, "%s", g_action_get_name (G_ACTION (action)));
  if (parameter != NULL)
    g_string_append_printf (fixture->actions, " %d", g_variant_get_int32 (parameter));
  g_string_append (fixture->actions, "; ");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  unknot_test_diary_set_up (&fixture->diary, NULL);
  unknot_test_diary_open (&fixture->diary);
  fixture->today = unknot_today_new (fixture->diary.diary, G_DATE_MONDAY);
  fixture->actions = g_string_new (NULL);
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
  g_string_free (fixture->actions, TRUE);
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

static void
save (Fixture       *fixture,
      UnknotEpisode *episode)
{
  unknot_test_diary_save (fixture->diary.diary, episode);
  unknot_test_wait (unknot_today_get_ongoing (fixture->today) != NULL);
}

static void
present (Fixture       *fixture,
         UnknotEpisode *episode)
{
  static const GActionEntry entries[] = {
    { .name = "how-now", .activate = take_action_cb, .parameter_type = "i" },
    { .name = "over", .activate = take_action_cb },
    { .name = "ended-earlier", .activate = take_action_cb },
    { .name = "add-details", .activate = take_action_cb },
    { .name = "check-up", .activate = take_action_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  save (fixture, episode);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  fixture->card = unknot_ongoing_card_new (fixture->today);
  gtk_widget_insert_action_group (fixture->card, "today", G_ACTION_GROUP (group));
  fixture->window = unknot_test_present_adwaita (fixture->card);
}

static void
set_time (Fixture *fixture,
          int      day,
          int      hour)
{
  unknot_test_diary_set_time (&fixture->diary, "UTC", day, hour, 0);
  unknot_today_update (fixture->today);
}

static gboolean
shows (Fixture    *fixture,
       GType       type,
       const char *text)
{
  return unknot_test_is_shown (fixture->card, type, text);
}

static const char *
get_label (Fixture    *fixture,
           const char *name)
{
  return gtk_label_get_text (GTK_LABEL (unknot_test_get (fixture->card, GTK_TYPE_LABEL, name)));
}

static void
click (Fixture    *fixture,
       const char *text,
       const char *expected)
{
  unknot_test_click (unknot_test_get (fixture->card, GTK_TYPE_BUTTON, text));
  g_assert_cmpstr (fixture->actions->str, ==, expected);
  g_string_truncate (fixture->actions, 0);
}

static void
test_ongoing_card_words (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 13, 5);

  present (fixture, episode);
  g_assert_cmpstr (get_label (fixture, "title_label"), ==, "Spasm since 13:00 · 1 h 5 min");
  g_assert_cmpstr (get_label (fixture, "last_label"), ==, "Worst so far: 5 of 10");
  g_assert_cmpstr (get_label (fixture, "now_label"), ==, "How is it now?");
  g_assert_false (shows (fixture, GTK_TYPE_BOX, "still_box"));
  g_assert_false (shows (fixture, GTK_TYPE_BOX, "again_box"));
  unknot_test_assert_label (unknot_test_get (fixture->card, UNKNOT_TYPE_PAIN_SCALE, NULL),
                            "How is it now?");
}

static void
test_ongoing_card_follows (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 9, 5);
  g_autoptr (UnknotMoment) earlier = unknot_test_diary_make_moment ("UTC", 20261121, 10, 0);
  g_autoptr (UnknotMoment) later = unknot_test_diary_make_moment ("UTC", 20261121, 12, 0);
  g_autoptr (UnknotReading) first = unknot_reading_new (earlier, 8, NULL);
  g_autoptr (UnknotReading) last = unknot_reading_new (later, 3, NULL);

  present (fixture, episode);
  unknot_episode_set_worst (episode, 8, NULL);
  unknot_episode_add (episode, UNKNOT_ENTRY (last));
  unknot_episode_add (episode, UNKNOT_ENTRY (first));
  save (fixture, episode);
  unknot_test_wait (g_str_equal (get_label (fixture, "last_label"),
                                 "12:00: 3 of 10 · worst 8"));
  set_time (fixture, 20261122, 8);
  g_assert_cmpstr (get_label (fixture, "title_label"), ==, "Spasm since Yesterday, 09:00 · 23 h");
  g_assert_cmpstr (get_label (fixture, "last_label"), ==,
                   "Yesterday, 12:00: 3 of 10 · worst 8");
}

/* The number is a button: chosen, it says so, and is none that is chosen. */
static void
test_ongoing_card_how_now (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 13, 5);
  GtkWidget *scale;

  present (fixture, episode);
  scale = unknot_test_get (fixture->card, UNKNOT_TYPE_PAIN_SCALE, NULL);
  click (fixture, "8", "how-now 8; ");
  g_assert_cmpint (unknot_pain_scale_get_pain (UNKNOT_PAIN_SCALE (scale)), ==,
                   UNKNOT_PAIN_UNKNOWN);
  click (fixture, "8", "how-now 8; ");
  click (fixture, "0", "how-now 0; ");
}

static void
test_ongoing_card_buttons (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 13, 5);

  present (fixture, episode);
  click (fixture, "It’s Over", "over; ");
  click (fixture, "Add Details…", "add-details; ");
  gtk_widget_grab_focus (fixture->card);
  g_assert_true (unknot_test_get_focus (fixture->card) ==
                 unknot_test_get (fixture->card, GTK_TYPE_TOGGLE_BUTTON, "0"));
}

static void
test_ongoing_card_still_going (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 13, 5);

  present (fixture, episode);
  set_time (fixture, 20261124, 12);
  g_assert_false (shows (fixture, GTK_TYPE_BOX, "still_box"));
  set_time (fixture, 20261124, 15);
  unknot_test_wait (shows (fixture, GTK_TYPE_BOX, "still_box"));
  g_assert_cmpstr (get_label (fixture, "now_label"), ==, "If it does: how is it now?");
  click (fixture, "No, It Ended Earlier…", "ended-earlier; ");
}

/* S1-05: what began suddenly is asked about again within hours, and no longer on the next day. */
static void
test_ongoing_card_asks_again (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 13, 5);

  unknot_episode_set_onset (episode, "sudden", NULL);
  present (fixture, episode);
  g_assert_false (shows (fixture, GTK_TYPE_BOX, "again_box"));
  set_time (fixture, 20261121, 17);
  g_assert_true (shows (fixture, GTK_TYPE_BOX, "again_box"));
  click (fixture, "Check Again", "check-up; ");
  set_time (fixture, 20261122, 17);
  g_assert_false (shows (fixture, GTK_TYPE_BOX, "again_box"));
}

/* What is over is left as it was until the card is taken away. */
static void
test_ongoing_card_over (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 13, 5);

  present (fixture, episode);
  unknot_episode_end_now (episode, unknot_episode_get_start (episode));
  unknot_test_diary_save (fixture->diary.diary, episode);
  unknot_test_wait (unknot_today_get_ongoing (fixture->today) == NULL);
  g_assert_cmpstr (get_label (fixture, "title_label"), ==, "Spasm since 13:00 · 1 h 5 min");
}

static void
test_ongoing_card_narrow (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20251121, 13, 5);

  unknot_episode_set_onset (episode, "sudden", NULL);
  present (fixture, episode);
  unknot_test_assert_narrow (fixture->card);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("/ongoing-card/words", test_ongoing_card_words);
  ADD ("/ongoing-card/follows", test_ongoing_card_follows);
  ADD ("/ongoing-card/how-now", test_ongoing_card_how_now);
  ADD ("/ongoing-card/buttons", test_ongoing_card_buttons);
  ADD ("/ongoing-card/still-going", test_ongoing_card_still_going);
  ADD ("/ongoing-card/asks-again", test_ongoing_card_asks_again);
  ADD ("/ongoing-card/over", test_ongoing_card_over);
  ADD ("/ongoing-card/narrow", test_ongoing_card_narrow);

  return g_test_run ();
}
