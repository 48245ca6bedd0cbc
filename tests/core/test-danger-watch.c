/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-danger-watch.h"

#include "unknot-checkup.h"
#include "unknot-test-advice.h"
#include "unknot-test-diary.h"

/* On 21 November 2026, 14:05, in UTC. */

typedef struct
{
  DiaryFixture diary;
  UnknotProtocol *protocol;
  UnknotToday *today;
  UnknotDangerWatch *watch;
} Fixture;

static void
start (Fixture *fixture)
{
  unknot_test_diary_open (&fixture->diary);
  fixture->today = unknot_today_new (fixture->diary.diary, G_DATE_MONDAY);
  fixture->watch = unknot_danger_watch_new (fixture->protocol, fixture->today);
}

static void
end (Fixture *fixture)
{
  unknot_test_diary_close (fixture->diary.diary);
  g_assert_finalize_object (fixture->watch);
  g_assert_finalize_object (fixture->today);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  unknot_test_diary_set_up (&fixture->diary, NULL);
  fixture->protocol = unknot_test_load_protocol ();
  start (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  end (fixture);
  g_assert_finalize_object (fixture->protocol);
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

static void
restart (Fixture *fixture)
{
  end (fixture);
  start (fixture);
}

static void
save (Fixture  *fixture,
      gpointer  entry)
{
  unknot_test_diary_save (fixture->diary.diary, entry);
}

/* @names: codes of warnings, with blanks between */
static UnknotEpisode *
make_spasm (int         day,
            int         hour,
            const char *names)
{
  g_auto (GStrv) codes = g_strsplit (names, " ", -1);
  UnknotEpisode *episode = unknot_test_diary_make_episode (day, hour, 5);

  if (*names != '\0')
    unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_WARNING, (const char *const *) codes, NULL);

  return episode;
}

static void
save_check (Fixture    *fixture,
            int         hour,
            const char *question,
            const char *answer)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261121, hour, 0);
  g_autoptr (UnknotCheckup) checkup = unknot_checkup_new (fixture->protocol, fixture->diary.clock);
  g_autoptr (UnknotCheck) check = NULL;

  unknot_test_give (fixture->protocol, unknot_checkup_get_answers (checkup), question, answer);
  check = unknot_checkup_to_check (checkup);
  unknot_entry_set_moment (UNKNOT_ENTRY (check), moment);
  save (fixture, check);
}

/* @expected: questions with their codes, with blanks between */
static void
assert_dangers (Fixture    *fixture,
                const char *expected)
{
  GPtrArray *dangers = unknot_danger_watch_get_dangers (fixture->watch);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < dangers->len; i++)
    {
      UnknotDanger *danger = g_ptr_array_index (dangers, i);

      g_string_append_printf (found, "%s%s=%s", i > 0 ? " " : "", danger->question, danger->code);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* It stays until a check-up has asked, over restarts too, and when the spasm is over. */
static void
test_watch_stays (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = make_spasm (20261121, 9, "bladder");

  assert_dangers (fixture, "");
  save (fixture, episode);
  assert_dangers (fixture, "bladder=new");
  unknot_episode_end_now (episode, unknot_episode_get_start (episode));
  save (fixture, episode);
  assert_dangers (fixture, "bladder=new");
  restart (fixture);
  assert_dangers (fixture, "bladder=new");

  unknot_test_diary_set_time (&fixture->diary, "UTC", 20261205, 8, 59);
  restart (fixture);
  assert_dangers (fixture, "bladder=new");
  unknot_test_diary_set_time (&fixture->diary, "UTC", 20261205, 9, 1);
  restart (fixture);
  assert_dangers (fixture, "");
}

/* A check-up that was told less has not looked at it. */
static void
test_watch_check (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = make_spasm (20261121, 9, "bladder");

  save_check (fixture, 8, "bladder", "new");
  save (fixture, episode);
  assert_dangers (fixture, "bladder=new");
  save_check (fixture, 10, "bladder", "no");
  assert_dangers (fixture, "bladder=new");
  save_check (fixture, 11, "bladder", "gone");
  assert_dangers (fixture, "");
}

/* What is entered now is of now, whatever was said before; then what is said after it counts. */
static void
test_watch_note (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (UnknotEpisode) before = make_spasm (20261121, 9, "");
  g_autoptr (UnknotEpisode) after = UNKNOT_EPISODE (unknot_entry_copy (UNKNOT_ENTRY (before)));
  const char *warnings[] = { "bladder", NULL };

  save (fixture, before);
  save_check (fixture, 10, "bladder", "new");
  assert_dangers (fixture, "");

  unknot_episode_set_codes (after, UNKNOT_VOCABULARY_WARNING, warnings, NULL);
  save (fixture, after);
  unknot_danger_watch_note (fixture->watch, before, after);
  assert_dangers (fixture, "bladder=new");

  save_check (fixture, 15, "bladder", "no");
  assert_dangers (fixture, "");

  /* Saved once more, it says nothing new. */
  unknot_danger_watch_note (fixture->watch, after, after);
  assert_dangers (fixture, "");
}

/* All spasms of these days count, each question once, and what is certain before what is in doubt. */
static void
test_watch_several (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (UnknotEpisode) first = make_spasm (20261121, 9, "bladder");
  g_autoptr (UnknotEpisode) second = make_spasm (20261121, 10, "fever bladder");
  g_autoptr (UnknotEpisode) third = make_spasm (20261121, 11, "");

  unknot_episode_set_note (third, "the bladder again, and numb", NULL);
  save (fixture, first);
  save (fixture, third);
  save (fixture, second);
  assert_dangers (fixture, "bladder=new limb-numbness=not-sure fever=yes");
}

static void
test_watch_over_label (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261121, 9, 0);
  g_autoptr (UnknotDose) dose = unknot_dose_new (moment, "Paracetamol", 5, NULL);

  unknot_dose_set_unit (dose, "g", NULL);
  unknot_dose_set_ingredient (dose, "paracetamol", NULL);
  save (fixture, dose);
  while (unknot_today_get_trends (fixture->today) == NULL ||
         !unknot_trends_is_over_label (unknot_today_get_trends (fixture->today)))
    g_main_context_iteration (NULL, TRUE);
  assert_dangers (fixture, "over-label=yes");
  save_check (fixture, 10, "over-label", "yes");
  assert_dangers (fixture, "");
}

static void
test_watch_worse (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = make_spasm (20261121, 9, "");
  g_autoptr (UnknotMoment) later = unknot_test_diary_make_moment ("UTC", 20261121, 12, 0);
  g_autoptr (UnknotReading) same = unknot_reading_new (later, 4, NULL);
  g_autoptr (UnknotReading) worse = unknot_reading_new (later, 5, NULL);

  save (fixture, episode);
  save_check (fixture, 10, "severity", "4");
  unknot_episode_add (episode, UNKNOT_ENTRY (same));
  save (fixture, episode);
  g_assert_false (unknot_danger_watch_is_worse (fixture->watch));
  unknot_episode_add (episode, UNKNOT_ENTRY (worse));
  save (fixture, episode);
  g_assert_true (unknot_danger_watch_is_worse (fixture->watch));
  save_check (fixture, 13, "severity", "5");
  g_assert_false (unknot_danger_watch_is_worse (fixture->watch));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/danger-watch/stays", test_watch_stays);
  ADD ("/danger-watch/check", test_watch_check);
  ADD ("/danger-watch/note", test_watch_note);
  ADD ("/danger-watch/several", test_watch_several);
  ADD ("/danger-watch/over-label", test_watch_over_label);
  ADD ("/danger-watch/worse", test_watch_worse);

  return g_test_run ();
}
