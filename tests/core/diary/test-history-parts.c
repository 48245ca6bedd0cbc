/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-test-history.h"

/* All on 21 November 2026, a Saturday, in UTC where nothing else is said. */

static UnknotEpisode *
save_triggered (DiaryFixture *fixture,
                int           day,
                const char   *one,
                const char   *other)
{
  const char *codes[] = { one, other, NULL };
  const char *stops[] = { "lifting", NULL };
  UnknotEpisode *episode = unknot_test_diary_make_episode (day, 8, 5);

  g_assert_true (unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_TRIGGER, codes, NULL));
  g_assert_true (unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_STOPS, stops, NULL));
  unknot_test_diary_save (fixture->diary, episode);

  return episode;
}

static void
test_history_triggers (DiaryFixture  *fixture,
                       gconstpointer  data)
{
  static const struct
  {
    int day;
    const char *one;
    const char *other;
  } spasms[] = {
    { 20261031, "sport", NULL }, { 20261101, "lifting", "twisting" },
    { 20261102, "twisting", NULL }, { 20261103, "none", NULL }, { 20261104, NULL, NULL },
    { 20261104, NULL, NULL },
    { 20261130, "twisting", "lifting" }, { 20261130, "posture", NULL }, { 20261201, "sport", NULL },
  };
  static const UnknotHistoryTrigger expected[] = {
    { "twisting", 3 }, { "lifting", 2 }, { "none", 1 }, { "posture", 1 },
  };
  g_autoptr (UnknotHistory) history = NULL;
  g_autoptr (UnknotEpisode) deleted = NULL;
  const UnknotHistoryTrigger *triggers;
  guint n;

  unknot_test_diary_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (spasms); i++)
    {
      g_autoptr (UnknotEpisode) episode =
        save_triggered (fixture, spasms[i].day, spasms[i].one, spasms[i].other);
    }
  deleted = save_triggered (fixture, 20261110, "sport", NULL);
  unknot_test_diary_mark (fixture->diary, deleted, TRUE);

  history = unknot_test_history_load (fixture, 20261101, 20261130);
  triggers = unknot_history_get_triggers (history, &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (triggers[i].code, ==, expected[i].code);
      g_assert_cmpint (triggers[i].n_spasms, ==, expected[i].n_spasms);
    }
  g_assert_cmpint (unknot_history_get_n_untriggered (history), ==, 2);
  g_assert_cmpint (unknot_history_get_n_spasms (history), ==, 7);
}

static void
assert_reliefs (UnknotHistory             *history,
                const UnknotHistoryRelief *expected,
                guint                      n_expected)
{
  const UnknotHistoryRelief *reliefs;
  guint n;

  reliefs = unknot_history_get_reliefs (history, &n);
  g_assert_cmpuint (n, ==, n_expected);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (reliefs[i].measure, ==, expected[i].measure);
      g_assert_cmpstr (reliefs[i].ingredient, ==, expected[i].ingredient);
      g_assert_cmpstr (reliefs[i].name, ==, expected[i].name);
      g_assert_cmpint (reliefs[i].n, ==, expected[i].n);
      for (guint j = 0; j < UNKNOT_HISTORY_N_EFFECTS; j++)
        g_assert_cmpint (reliefs[i].n_effects[j], ==, expected[i].n_effects[j]);
    }
}

static void
test_history_reliefs (DiaryFixture  *fixture,
                      gconstpointer  data)
{
  static const UnknotHistoryRelief expected[] = {
    { .measure = "heat", .n = 5, .n_effects = { 1, 1, 0, 2 } },
    { .name = (char *) "Tolperison", .n = 4, .n_effects = { 0, 1, 1, 0 } },
    { .ingredient = "ibuprofen", .n = 3, .n_effects = { 0, 0, 2, 1 } },
    { .name = (char *) "Salve", .n = 1, .n_effects = { 0, 0, 0, 0 } },
    { .measure = "cold", .n = 1, .n_effects = { 0, 0, 1, 0 } },
  };
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261101, 8, 5);
  g_autoptr (UnknotRelief) with_it = unknot_test_history_make_relief (20261103, "heat", "a-lot");
  g_autoptr (UnknotHistory) history = NULL;

  unknot_test_diary_open (fixture);
  unknot_episode_add (episode, UNKNOT_ENTRY (with_it));
  unknot_test_diary_save (fixture->diary, episode);
  unknot_test_history_save_relief (fixture, 20261101, "heat", "worse");
  unknot_test_history_save_relief (fixture, 20261110, "heat", "none");
  unknot_test_history_save_relief (fixture, 20261111, "heat", "a-lot");
  unknot_test_history_save_relief (fixture, 20261130, "heat", NULL);
  unknot_test_history_save_relief (fixture, 20261130, "cold", "a-little");
  unknot_test_history_save_relief (fixture, 20261031, "cold", "a-lot");
  unknot_test_history_save_relief (fixture, 20261201, "rest", "a-lot");
  unknot_test_history_save_dose (fixture, 20261101, "Brand One", "ibuprofen", "a-lot");
  unknot_test_history_save_dose (fixture, 20261102, "Brand Two", "ibuprofen", "a-little");
  unknot_test_history_save_dose (fixture, 20261103, "", "ibuprofen", "a-little");
  unknot_test_history_save_dose (fixture, 20261104, "tolperison", "other", "none");
  unknot_test_history_save_dose (fixture, 20261105, "TOLPERISON", "other-pain-medicine", NULL);
  unknot_test_history_save_dose (fixture, 20261107, "Tolperison", NULL, NULL);
  unknot_test_history_save_dose (fixture, 20261106, "tolPerison", NULL, "a-little");
  unknot_test_history_save_dose (fixture, 20261107, "Salve", NULL, NULL);

  history = unknot_test_history_load (fixture, 20261101, 20261130);
  assert_reliefs (history, expected, G_N_ELEMENTS (expected));
}

/* What belongs to a deleted spasm is deleted with it. */
static void
test_history_of_deleted (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  static const UnknotHistoryRelief with_both[] = {
    { .ingredient = "ibuprofen", .n = 1, .n_effects = { 0, 0, 0, 1 } },
    { .measure = "cold", .n = 1, .n_effects = { 0, 0, 1, 0 } },
  };
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261101, 8, 5);
  g_autoptr (UnknotPlace) place = unknot_place_new ("lower", "left", 5, NULL, NULL);
  g_autoptr (UnknotRelief) relief = unknot_test_history_make_relief (20261103, "cold", "a-little");
  g_autoptr (UnknotDose) dose = unknot_test_history_make_dose (20261102, "x", "ibuprofen", "a-lot");
  g_autoptr (UnknotHistory) before = NULL;
  g_autoptr (UnknotHistory) after = NULL;
  const UnknotHistoryDay *days;
  guint n;

  unknot_test_diary_open (fixture);
  unknot_test_history_add_reading (episode, 20261101, 10, 7);
  g_list_store_append (unknot_episode_get_places (episode), place);
  unknot_episode_add (episode, UNKNOT_ENTRY (relief));
  unknot_episode_add (episode, UNKNOT_ENTRY (dose));
  unknot_test_history_end (episode, 20261104, 8);
  unknot_test_diary_save (fixture->diary, episode);
  before = unknot_test_history_load (fixture, 20261101, 20261105);
  assert_reliefs (before, with_both, G_N_ELEMENTS (with_both));
  unknot_test_history_assert_spasms (before, "####.");

  unknot_test_diary_mark (fixture->diary, episode, TRUE);
  after = unknot_test_history_load (fixture, 20261101, 20261105);
  days = unknot_history_get_days (after, &n);
  for (guint i = 0; i < n; i++)
    unknot_test_history_assert_gap (after, days[i].day);
  unknot_test_history_assert_nothing (after);
  g_assert_cmpint (unknot_history_get_beginning (after), ==, 0);
}

/* By the clock on the wall, whatever its zone. */
static void
test_history_hours (DiaryFixture  *fixture,
                    gconstpointer  data)
{
  static const struct
  {
    const char *zone;
    int day;
    int hour;
    int minute;
    const char *precision;
  } spasms[] = {
    { "UTC", 20261101, 0, 0, "exact" },
    { "America/New_York", 20261102, 23, 59, "about" },
    { "Asia/Kolkata", 20261103, 4, 30, "exact" },
    { "Asia/Kolkata", 20261103, 4, 29, "exact" },
    { "Pacific/Auckland", 20261104, 4, 0, "exact" },
    { "UTC", 20261105, 12, 0, "day" },
    { "UTC", 20261106, 12, 0, "day" },
    { "UTC", 19691231, 22, 30, "exact" }, /* before there was a number for it */
    { "America/New_York", 19691231, 17, 0, "exact" },
  };
  g_autoptr (UnknotHistory) history = NULL;

  unknot_test_diary_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (spasms); i++)
    unknot_test_history_save_spasm_in (fixture, spasms[i].zone, spasms[i].day, spasms[i].hour,
                                       spasms[i].minute,
                                       spasms[i].precision);

  history = unknot_test_history_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL);
  for (guint i = 0; i < 24; i++)
    {
      int n = i == 4 ? 3 : i == 0 || i == 17 || i == 22 || i == 23;

      g_assert_cmpint (unknot_history_get_hours (history)[i], ==, n);
    }
  g_assert_cmpint (unknot_history_get_n_hourless (history), ==, 2);
  g_assert_cmpint (unknot_history_get_n_spasms (history), ==, 9);
}

static void
test_history_weekdays (DiaryFixture  *fixture,
                       gconstpointer  data)
{
  /* From a Saturday on. */
  static const int days[] = {
    20261031, 20261101, 20261102, 20261102, 20261108, 20261109, 20261111,
  };
  static const int expected[] = { 3, 0, 1, 0, 0, 0, 2 };
  g_autoptr (UnknotHistory) history = NULL;

  unknot_test_diary_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (UnknotEpisode) episode =
        unknot_test_history_save_spasm (fixture, days[i], days[i], 5);
    }
  history = unknot_test_history_load (fixture, 20261101, 20261130);
  for (guint i = 0; i < 7; i++)
    g_assert_cmpint (unknot_history_get_weekdays (history)[i], ==, expected[i]);
}

static void
test_history_places (DiaryFixture  *fixture,
                     gconstpointer  data)
{
  static const struct
  {
    int day;
    int worst;
    const char *area;
    const char *side;
    int pain;
    const char *other_area;
    const char *other_side;
    int other_pain;
  } spasms[] = {
    { 20261031, 9, "lower", "left", 9, NULL, NULL, -1 },
    { 20261101, 8, "lower", "left", 3, "thigh-back", "left", 8 },
    { 20261102, 6, "lower", "left", -1, "lower", "left", 2 }, /* twice the same */
    { 20261103, 2, "lower", "right", 2, "neck", NULL, 1 },
    { 20261104, 7, "neck", NULL, 0, "neck", "midline", -1 },
  };
  static const UnknotHistoryPlace expected[] = {
    { "lower", "left", 2, 6 }, { "neck", NULL, 2, 1 }, { "lower", "right", 1, 2 },
    { "neck", "midline", 1, 7 }, { "thigh-back", "left", 1, 8 },
  };
  g_autoptr (UnknotHistory) history = NULL;
  const UnknotHistoryPlace *places;
  guint n;

  unknot_test_diary_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (spasms); i++)
    {
      g_autoptr (UnknotEpisode) episode =
        unknot_test_diary_make_episode (spasms[i].day, 8, spasms[i].worst);
      g_autoptr (UnknotPlace) place =
        unknot_place_new (spasms[i].area, spasms[i].side, spasms[i].pain, NULL, NULL);

      g_list_store_append (unknot_episode_get_places (episode), place);
      if (spasms[i].other_area != NULL)
        {
          g_autoptr (UnknotPlace) other =
            unknot_place_new (spasms[i].other_area, spasms[i].other_side, spasms[i].other_pain,
                              "ache", NULL);

          g_list_store_append (unknot_episode_get_places (episode), other);
        }
      unknot_test_diary_save (fixture->diary, episode);
    }

  history = unknot_test_history_load (fixture, 20261101, 20261130);
  places = unknot_history_get_places (history, &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (places[i].area, ==, expected[i].area);
      g_assert_cmpstr (places[i].side, ==, expected[i].side);
      g_assert_cmpint (places[i].n_spasms, ==, expected[i].n_spasms);
      g_assert_cmpint (places[i].worst, ==, expected[i].worst);
    }
}

static void
test_history_markers (DiaryFixture  *fixture,
                      gconstpointer  data)
{
  static const UnknotHistoryMarker expected[] = {
    { 20261102, UNKNOT_HISTORY_MARKER_EVENT, "physio", (char *) "Six times" },
    { 20261103, UNKNOT_HISTORY_MARKER_EVENT, "scan", NULL },
    { 20261103, UNKNOT_HISTORY_MARKER_CHECK, "emergency", NULL },
    { 20261103, UNKNOT_HISTORY_MARKER_MEASURE, "cold", NULL },
    { 20261103, UNKNOT_HISTORY_MARKER_MEDICINE, NULL, (char *) "Salve" },
    { 20261103, UNKNOT_HISTORY_MARKER_MEDICINE, "ibuprofen", NULL },
    { 20261104, UNKNOT_HISTORY_MARKER_CHECK, NULL, NULL },
    { 20261104, UNKNOT_HISTORY_MARKER_CHECK, "self-care", NULL },
  };
  g_autoptr (UnknotHistory) history = NULL;
  const UnknotHistoryMarker *markers;
  guint n;

  unknot_test_diary_open (fixture);
  unknot_test_history_save_event (fixture, 20261031, "physio", "Before");
  unknot_test_history_save_event (fixture, 20261103, "scan", "");
  unknot_test_history_save_event (fixture, 20261102, "physio", "Six times");
  unknot_test_history_save_event (fixture, 20261201, "physio", "After");
  unknot_test_history_save_check (fixture, 20261031, "doctor");
  unknot_test_history_save_check (fixture, 20261103, "emergency");
  unknot_test_history_save_check (fixture, 20261104, NULL);
  unknot_test_history_save_check (fixture, 20261104, "self-care");
  unknot_test_history_save_check (fixture, 20261201, "doctor");
  /* Not for the first time in November. */
  unknot_test_history_save_relief (fixture, 20261020, "heat", NULL);
  unknot_test_history_save_relief (fixture, 20261103, "heat", NULL);
  unknot_test_history_save_relief (fixture, 20261105, "cold", NULL);
  unknot_test_history_save_relief (fixture, 20261103, "cold", NULL);
  unknot_test_history_save_dose (fixture, 20261020, "Old", NULL, NULL);
  unknot_test_history_save_dose (fixture, 20261103, "OLD", NULL, NULL);
  unknot_test_history_save_dose (fixture, 20261104, "salve", NULL, NULL);
  unknot_test_history_save_dose (fixture, 20261103, "Salve", NULL, NULL);
  unknot_test_history_save_dose (fixture, 20261103, "Brand", "ibuprofen", NULL);
  unknot_test_history_save_dose (fixture, 20261104, "Another", "ibuprofen", NULL);

  history = unknot_test_history_load (fixture, 20261101, 20261130);
  markers = unknot_history_get_markers (history, &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (markers[i].day, ==, expected[i].day);
      g_assert_cmpint (markers[i].kind, ==, expected[i].kind);
      g_assert_cmpstr (markers[i].code, ==, expected[i].code);
      g_assert_cmpstr (markers[i].title, ==, expected[i].title);
    }
}

static void
test_history_pegs (DiaryFixture  *fixture,
                   gconstpointer  data)
{
  g_autoptr (UnknotPeg) first = NULL;
  g_autoptr (UnknotPeg) evening = NULL;
  g_autoptr (UnknotPeg) morning = NULL;
  g_autoptr (UnknotPeg) deleted = NULL;
  g_autoptr (UnknotPeg) after = NULL;
  g_autoptr (UnknotHistory) without = NULL;
  g_autoptr (UnknotHistory) history = NULL;
  GPtrArray *pegs;

  unknot_test_diary_open (fixture);
  deleted = unknot_test_history_save_peg (fixture, 20261001, 8, 9);
  unknot_test_diary_mark (fixture->diary, deleted, TRUE);
  without = unknot_test_history_load (fixture, 20261001, 20261121);
  g_assert_null (unknot_history_get_first_peg (without));
  g_assert_cmpuint (unknot_history_get_pegs (without)->len, ==, 0);

  after = unknot_test_history_save_peg (fixture, 20261111, 8, 1);
  evening = unknot_test_history_save_peg (fixture, 20261110, 20, 2);
  morning = unknot_test_history_save_peg (fixture, 20261110, 8, 3);
  first = unknot_test_history_save_peg (fixture, 20261031, 8, 10);
  history = unknot_test_history_load (fixture, 20261101, 20261110);
  pegs = unknot_history_get_pegs (history);
  g_assert_cmpuint (pegs->len, ==, 2);
  g_assert_cmpint (unknot_peg_get_pain (g_ptr_array_index (pegs, 0)), ==, 3);
  g_assert_cmpint (unknot_peg_get_pain (g_ptr_array_index (pegs, 1)), ==, 2);
  g_assert_cmpint (unknot_peg_get_pain (unknot_history_get_first_peg (history)), ==, 10);
}

static void
add (const char *path,
     void (*test) (DiaryFixture *, gconstpointer))
{
  g_test_add (path, DiaryFixture, NULL, unknot_test_diary_set_up, test,
              unknot_test_diary_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/history-parts/triggers", test_history_triggers);
  add ("/history-parts/reliefs", test_history_reliefs);
  add ("/history-parts/of-deleted", test_history_of_deleted);
  add ("/history-parts/hours", test_history_hours);
  add ("/history-parts/weekdays", test_history_weekdays);
  add ("/history-parts/places", test_history_places);
  add ("/history-parts/markers", test_history_markers);
  add ("/history-parts/pegs", test_history_pegs);

  return g_test_run ();
}
