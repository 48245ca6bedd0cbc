/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-check.h"
#include "unknot-day.h"
#include "unknot-episode.h"
#include "unknot-event.h"
#include "unknot-peg.h"
#include "unknot-visit.h"

#include <math.h>

#define UUID "12345678-9ABC-4def-8123-456789abcdef"

static UnknotMoment *
make_moment (void)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 11, 21, 14, 5, 0);

  return unknot_moment_new (time);
}

static void
test_entry_uuid (void)
{
  static const char *const wrong[] = { "", "12345678", UUID "0", "\xff", "g2345678-9abc-4def" };
  g_autoptr (UnknotMoment) moment = make_moment ();
  g_autoptr (UnknotEntry) entry = UNKNOT_ENTRY (unknot_day_new (moment));
  g_autoptr (UnknotEntry) other = UNKNOT_ENTRY (unknot_day_new (moment));

  g_assert_cmpstr (unknot_entry_get_uuid (entry), !=, unknot_entry_get_uuid (other));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (unknot_entry_set_uuid (entry, wrong[i], &error));
      g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
      g_assert_false (unknot_entry_set_episode (entry, wrong[i], NULL));
    }
  g_assert_true (unknot_entry_set_uuid (entry, UUID, NULL));
  g_assert_cmpstr (unknot_entry_get_uuid (entry), ==, "12345678-9abc-4def-8123-456789abcdef");
  g_assert_true (unknot_entry_set_episode (entry, UUID, NULL));
  g_assert_true (unknot_entry_set_episode (entry, NULL, NULL));
  g_assert_null (unknot_entry_get_episode (entry));
}

static void
test_place (void)
{
  g_autoptr (UnknotPlace) place = unknot_place_new ("lower", "left", 6, "cramp", NULL);
  g_autoptr (UnknotPlace) bare = unknot_place_new ("arm", NULL, UNKNOT_PAIN_UNKNOWN, NULL, NULL);

  g_assert_cmpstr (unknot_place_get_area (place), ==, "lower");
  g_assert_cmpstr (unknot_place_get_side (place), ==, "left");
  g_assert_cmpint (unknot_place_get_pain (place), ==, 6);
  g_assert_cmpstr (unknot_place_get_kind (place), ==, "cramp");
  g_assert_null (unknot_place_get_side (bare));
  g_assert_null (unknot_place_get_kind (bare));
  g_assert_cmpint (unknot_place_get_pain (bare), ==, UNKNOT_PAIN_UNKNOWN);

  g_assert_null (unknot_place_new ("ear", NULL, 1, NULL, NULL));
  g_assert_null (unknot_place_new ("lower", "up", 1, NULL, NULL));
  g_assert_null (unknot_place_new ("lower", NULL, 11, NULL, NULL));
  g_assert_null (unknot_place_new ("lower", NULL, 1, "nice", NULL));
}

static void
test_reading (void)
{
  g_autoptr (UnknotMoment) moment = make_moment ();
  g_autoptr (UnknotReading) reading = unknot_reading_new (moment, 0, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (unknot_reading_get_pain (reading), ==, 0);
  g_assert_true (unknot_entry_get_moment (UNKNOT_ENTRY (reading)) == moment);
  g_assert_null (unknot_reading_new (moment, UNKNOT_PAIN_UNKNOWN, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
}

static void
test_relief (void)
{
  g_autoptr (UnknotMoment) moment = make_moment ();
  g_autoptr (UnknotRelief) relief = unknot_relief_new (moment, "heat", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (unknot_relief_get_measure (relief), ==, "heat");
  g_assert_null (unknot_relief_get_effect (relief));
  g_assert_true (unknot_relief_set_effect (relief, "a-lot", NULL));
  g_assert_false (unknot_relief_set_effect (relief, "miracle", &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
  g_assert_cmpstr (unknot_relief_get_effect (relief), ==, "a-lot");
  g_assert_null (unknot_relief_new (moment, "leeches", NULL));
}

static void
test_dose (void)
{
  static const double wrong[] = { 0, -1, NAN, INFINITY, -INFINITY };
  g_autoptr (UnknotMoment) moment = make_moment ();
  g_autoptr (UnknotDose) dose = unknot_dose_new (moment, "Ibu 400 “akut”", 0.5, NULL);

  g_assert_cmpstr (unknot_dose_get_name (dose), ==, "Ibu 400 “akut”");
  g_assert_cmpfloat (unknot_dose_get_amount (dose), >, 0.49);
  g_assert_cmpfloat (unknot_dose_get_amount (dose), <, 0.51);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (unknot_dose_new (moment, "x", wrong[i], &error));
      g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
    }
  g_assert_null (unknot_dose_new (moment, "\xff", 1, NULL));

  g_assert_true (unknot_dose_set_unit (dose, "tablet", NULL));
  g_assert_true (unknot_dose_set_ingredient (dose, "ibuprofen", NULL));
  g_assert_true (unknot_dose_set_supply (dose, "bought", NULL));
  g_assert_true (unknot_dose_set_effect (dose, "none", NULL));
  g_assert_false (unknot_dose_set_unit (dose, "spoon", NULL));
  g_assert_false (unknot_dose_set_ingredient (dose, "Ibuprofen", NULL));
  g_assert_false (unknot_dose_set_supply (dose, "stolen", NULL));
  g_assert_false (unknot_dose_set_effect (dose, "", NULL));
  g_assert_cmpstr (unknot_dose_get_unit (dose), ==, "tablet");
  g_assert_cmpstr (unknot_dose_get_ingredient (dose), ==, "ibuprofen");
  g_assert_cmpstr (unknot_dose_get_supply (dose), ==, "bought");
  g_assert_cmpstr (unknot_dose_get_effect (dose), ==, "none");
}

static void
test_dose_guess_ingredient (void)
{
  static const struct
  {
    const char *name;
    const char *ingredient;
  } cases[] = {
    { "Ibuprofen", "ibuprofen" },
    { "ibuprofen", "ibuprofen" },
    { "NAPROXEN sodium 220", "naproxen" },
    { "Aspirin", "aspirin" },
    { "Acetylsalicylic  Acid", "aspirin" },
    { "acetylsalicylic-acid", "aspirin" },
    { "acetylsalicylate", NULL },
    { "Paracetamol 500", "paracetamol" },
    { "Paracetamol500", "paracetamol" },
    { "Paracétamol", "paracetamol" },
    { "2 × Acetaminophen (night)", "paracetamol" },
    { "Lidocaine plaster", "lidocaine" },
    { "paracetamol + aspirin", "paracetamol" },
    { "aspirin + paracetamol", "aspirin" },
    { "Ibu", NULL },
    { "coparacetamol", NULL },
    { "", NULL },
    { "|", NULL },
    { "\xff aspirin", "aspirin" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (unknot_dose_guess_ingredient (cases[i].name), ==, cases[i].ingredient);
    }
}

static void
test_dose_guess_unit (void)
{
  g_assert_null (unknot_dose_guess_unit (-1));
  g_assert_null (unknot_dose_guess_unit (49.9));
  g_assert_cmpstr (unknot_dose_guess_unit (50), ==, "mg");
  g_assert_cmpstr (unknot_dose_guess_unit (5000), ==, "mg");
}

static void
test_day (void)
{
  g_autoptr (UnknotMoment) moment = make_moment ();
  g_autoptr (UnknotDay) day = unknot_day_new (moment);

  g_assert_false (unknot_day_is_painless (day));
  g_assert_null (unknot_day_get_sleep (day));
  unknot_day_set_painless (day, TRUE);
  g_assert_true (unknot_day_is_painless (day));
  g_assert_true (unknot_day_set_sleep (day, "broken", NULL));
  g_assert_false (unknot_day_set_sleep (day, "8", NULL));
  g_assert_cmpstr (unknot_day_get_sleep (day), ==, "broken");
}

static void
test_check (void)
{
  g_autoptr (UnknotMoment) moment = make_moment ();
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotCheck) check =
    unknot_check_new (moment, "{\"age\": 44}",
                      "{\"version\": \"1.0\", \"level\": \"urgent\", \"complete\": true}", &error);
  g_autoptr (UnknotCheck) open =
    unknot_check_new (moment, "{}",
                      "{\"version\": \"1.0\", \"level\": null, \"complete\": false}", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (unknot_check_get_answers (check), ==, "{\"age\": 44}");
  g_assert_cmpstr (unknot_check_get_version (check), ==, "1.0");
  g_assert_cmpint (unknot_check_get_level (check), ==, UNKNOT_LEVEL_URGENT);
  g_assert_true (unknot_check_is_complete (check));
  g_assert_cmpint (unknot_check_get_level (open), ==, UNKNOT_LEVEL_NONE);
  g_assert_false (unknot_check_is_complete (open));
}

static void
test_check_refused (void)
{
  static const struct
  {
    const char *answers;
    const char *assessment;
  } checks[] = {
    { "", "{\"version\": \"1.0\", \"level\": null, \"complete\": false}" },
    { "[]", "{\"version\": \"1.0\", \"level\": null, \"complete\": false}" },
    { "{", "{\"version\": \"1.0\", \"level\": null, \"complete\": false}" },
    { "{}", "" },
    { "{}", "7" },
    { "{}", "{}" },
    { "{}", "{\"version\": 1, \"level\": null, \"complete\": false}" },
    { "{}", "{\"version\": \"1.0\", \"level\": \"fine\", \"complete\": false}" },
    { "{}", "{\"version\": \"1.0\", \"complete\": false}" },
    { "{}", "{\"version\": \"1.0\", \"level\": 3, \"complete\": false}" },
    { "{}", "{\"version\": \"1.0\", \"level\": null}" },
    { "{}", "{\"version\": \"1.0\", \"level\": null, \"complete\": 1}" },
    { "{}", "{\"version\": \"1.0\", \"level\": null, \"complete\": {}}" },
  };
  g_autoptr (UnknotMoment) moment = make_moment ();

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (unknot_check_new (moment, checks[i].answers, checks[i].assessment, &error));
      g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
    }
}

static void
test_event (void)
{
  g_autoptr (UnknotMoment) moment = make_moment ();
  g_autoptr (UnknotEvent) event = unknot_event_new (moment, "physio", NULL);
  g_autoptr (UnknotEvent) copy = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (unknot_event_get_kind (event), ==, "physio");
  g_assert_cmpstr (unknot_event_get_title (event), ==, "");
  g_assert_cmpstr (unknot_event_get_note (event), ==, "");
  g_assert_true (unknot_event_set_kind (event, "new-chair", NULL));
  g_assert_true (unknot_event_set_title (event, "Kneeling chair", NULL));
  g_assert_true (unknot_event_set_note (event, "For the desk.", NULL));
  g_assert_false (unknot_event_set_kind (event, "new chair", &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
  g_assert_false (unknot_event_set_title (event, "\xff", NULL));
  g_assert_false (unknot_event_set_note (event, "\xff", NULL));
  g_assert_null (unknot_event_new (moment, "wedding", NULL));

  copy = UNKNOT_EVENT (unknot_entry_copy (UNKNOT_ENTRY (event)));
  g_assert_cmpstr (unknot_entry_get_uuid (UNKNOT_ENTRY (copy)), ==,
                   unknot_entry_get_uuid (UNKNOT_ENTRY (event)));
  g_assert_cmpstr (unknot_event_get_kind (copy), ==, "new-chair");
  g_assert_cmpstr (unknot_event_get_title (copy), ==, "Kneeling chair");
  g_assert_cmpstr (unknot_event_get_note (copy), ==, "For the desk.");
}

static void
test_visit (void)
{
  g_autoptr (UnknotMoment) moment = make_moment ();
  g_autoptr (UnknotVisit) visit = unknot_visit_new (moment);
  g_autoptr (UnknotVisit) copy = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (unknot_visit_get_questions (visit), ==, "");
  g_assert_cmpstr (unknot_visit_get_goals (visit), ==, "");
  g_assert_cmpstr (unknot_visit_get_outcome (visit), ==, "");
  g_assert_true (unknot_visit_set_questions (visit, "Do I need a scan?\nMay I swim?", NULL));
  g_assert_true (unknot_visit_set_goals (visit, "Carry the shopping", NULL));
  g_assert_true (unknot_visit_set_outcome (visit, "No scan. Walk more.", NULL));
  g_assert_false (unknot_visit_set_questions (visit, "\xff", &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
  g_assert_false (unknot_visit_set_goals (visit, "\xff", NULL));
  g_assert_false (unknot_visit_set_outcome (visit, "\xff", NULL));

  copy = UNKNOT_VISIT (unknot_entry_copy (UNKNOT_ENTRY (visit)));
  g_assert_cmpstr (unknot_entry_get_uuid (UNKNOT_ENTRY (copy)), ==,
                   unknot_entry_get_uuid (UNKNOT_ENTRY (visit)));
  g_assert_cmpstr (unknot_visit_get_questions (copy), ==, "Do I need a scan?\nMay I swim?");
  g_assert_cmpstr (unknot_visit_get_goals (copy), ==, "Carry the shopping");
  g_assert_cmpstr (unknot_visit_get_outcome (copy), ==, "No scan. Walk more.");
}

static void
assert_lines (const char *text,
              const char *expected)
{
  g_auto (GStrv) lines = unknot_visit_split_lines (text);
  g_autofree char *joined = g_strjoinv ("|", lines);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_visit_lines (void)
{
  assert_lines ("", "");
  assert_lines (" \n\r\n\t", "");
  assert_lines ("A scan?", "A scan?");
  assert_lines ("\nA scan?\r\n\r\n  May I swim? \n", "A scan?|May I swim?");
  assert_lines ("腰?\n 🪴", "腰?|🪴");
}

static void
test_peg (void)
{
  static const int wrong[][3] = { { 11, 5, 5 }, { 5, -1, 5 }, { 5, 5, 11 } };
  g_autoptr (UnknotMoment) moment = make_moment ();
  g_autoptr (UnknotPeg) peg = unknot_peg_new (moment, 4, 0, 9, NULL);
  g_autoptr (UnknotPeg) copy = UNKNOT_PEG (unknot_entry_copy (UNKNOT_ENTRY (peg)));

  g_assert_cmpint (unknot_peg_get_pain (copy), ==, 4);
  g_assert_cmpint (unknot_peg_get_enjoyment (copy), ==, 0);
  g_assert_cmpint (unknot_peg_get_activity (copy), ==, 9);
  g_assert_cmpfloat_with_epsilon (unknot_peg_get_mean (peg), 13 / 3.0, 1e-9);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (unknot_peg_new (moment, wrong[i][0], wrong[i][1], wrong[i][2], &error));
      g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
    }
}

static void
test_peg_change (void)
{
  static const struct
  {
    int first[3];
    int later[3];
    gboolean is_known;
    double change;
    gboolean is_improved;
  } cases[] = {
    { { 10, 10, 10 }, { 7, 7, 7 }, TRUE, -0.3, TRUE },
    { { 10, 10, 10 }, { 7, 7, 8 }, TRUE, -8 / 30.0, FALSE },
    { { 4, 3, 3 }, { 2, 2, 3 }, TRUE, -0.3, TRUE },
    { { 4, 3, 3 }, { 4, 3, 3 }, TRUE, 0, FALSE },
    { { 2, 4, 4 }, { 5, 5, 3 }, TRUE, 0.3, FALSE },
    { { 0, 0, 1 }, { 0, 0, 0 }, TRUE, -1, TRUE },
    { { 0, 0, 1 }, { 10, 10, 10 }, TRUE, 29, FALSE },
    { { 0, 0, 0 }, { 0, 0, 0 }, FALSE, 0, FALSE },
    { { 0, 0, 0 }, { 3, 3, 3 }, FALSE, 0, FALSE },
  };
  g_autoptr (UnknotMoment) moment = make_moment ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const int *f = cases[i].first;
      const int *l = cases[i].later;
      g_autoptr (UnknotPeg) first = unknot_peg_new (moment, f[0], f[1], f[2], NULL);
      g_autoptr (UnknotPeg) later = unknot_peg_new (moment, l[0], l[1], l[2], NULL);
      double change = 0;

      g_assert_cmpint (unknot_peg_get_change (later, first, &change), ==, cases[i].is_known);
      g_assert_cmpfloat_with_epsilon (change, cases[i].change, 1e-9);
      g_assert_cmpint (unknot_peg_is_improved (later, first), ==, cases[i].is_improved);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/entry/uuid", test_entry_uuid);
  g_test_add_func ("/place", test_place);
  g_test_add_func ("/reading", test_reading);
  g_test_add_func ("/relief", test_relief);
  g_test_add_func ("/dose", test_dose);
  g_test_add_func ("/dose/guess-ingredient", test_dose_guess_ingredient);
  g_test_add_func ("/dose/guess-unit", test_dose_guess_unit);
  g_test_add_func ("/day", test_day);
  g_test_add_func ("/check", test_check);
  g_test_add_func ("/check/refused", test_check_refused);
  g_test_add_func ("/event", test_event);
  g_test_add_func ("/visit", test_visit);
  g_test_add_func ("/visit/lines", test_visit_lines);
  g_test_add_func ("/peg", test_peg);
  g_test_add_func ("/peg/change", test_peg_change);

  return g_test_run ();
}
