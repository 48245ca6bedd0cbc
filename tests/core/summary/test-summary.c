/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-advice-item.h"
#include "unknot-answers-json.h"
#include "unknot-test-history.h"
#include "unknot-test-protocol.h"
#include "unknot-test-summary.h"
#include "unknot-visit.h"

static void
assert_told (UnknotSummary     *summary,
             UnknotSummaryPart  part,
             const char        *expected)
{
  g_autofree char *told = unknot_test_summary_tell (summary, part);

  g_assert_cmpstr (told, ==, expected);
}

static void
set_codes (UnknotEpisode    *episode,
           UnknotVocabulary  aspect,
           const char       *first,
           const char       *second)
{
  const char *const codes[] = { first, second, NULL };

  g_assert_true (unknot_episode_set_codes (episode, aspect, codes, NULL));
}

static void
add_place (UnknotEpisode *episode,
           const char    *area,
           const char    *side,
           const char    *kind)
{
  g_autoptr (UnknotPlace) place = unknot_place_new (area, side, UNKNOT_PAIN_UNKNOWN, kind, NULL);

  g_list_store_append (unknot_episode_get_places (episode), place);
}

static void
take (DiaryFixture *fixture,
      int           day,
      const char   *name,
      const char   *ingredient,
      double        amount,
      const char   *unit)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, 9, 0);
  g_autoptr (UnknotDose) dose = unknot_dose_new (moment, name, amount, NULL);

  g_assert_true (unknot_dose_set_ingredient (dose, ingredient, NULL));
  g_assert_true (unknot_dose_set_unit (dose, unit, NULL));
  unknot_test_diary_save (fixture->diary, dose);
}

static void
answer (UnknotProtocol *protocol,
        UnknotAnswers  *answers,
        const char     *id,
        const char     *code)
{
  const char *const codes[] = { code, NULL };
  UnknotQuestion *question = unknot_test_lookup (protocol, id);

  if (code == NULL)
    unknot_answers_skip (answers, question);
  else if (unknot_question_get_kind (question) == UNKNOT_QUESTION_COUNT)
    g_assert_true (unknot_answers_set_count (answers, question, g_ascii_strtoll (code, NULL, 10),
                                             NULL));
  else
    g_assert_true (unknot_answers_set_codes (answers, question, codes, NULL));
}

/* @answered: pairs of a question and its answer, where it is not a calm one; then NULL */
static void
save_checkup (DiaryFixture      *fixture,
              int                day,
              const char *const *answered)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  g_autoptr (UnknotAnswers) answers = unknot_test_new_calm_answers (protocol);
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, 10, 0);
  g_autoptr (GDateTime) time = unknot_moment_to_date_time (moment);
  g_autoptr (UnknotAssessment) assessment = NULL;
  g_autoptr (JsonNode) answers_node = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *answers_json = NULL;
  g_autofree char *json = NULL;
  g_autoptr (UnknotCheck) check = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; answered[i] != NULL; i += 2)
    answer (protocol, answers, answered[i],
            g_str_equal (answered[i + 1], "skip") ? NULL : answered[i + 1]);
  assessment = unknot_rules_assess (unknot_protocol_get_rules (protocol), answers, time);
  answers_node = unknot_answers_to_json (answers);
  node = unknot_assessment_to_json (assessment);
  answers_json = json_to_string (answers_node, FALSE);
  json = json_to_string (node, FALSE);
  check = unknot_check_new (moment, answers_json, json, &error);
  g_assert_no_error (error);
  unknot_test_diary_save (fixture->diary, check);
}

/* Every part that was asked for says what there is not. */
static void
test_summary_empty (DiaryFixture  *fixture,
                    gconstpointer  data)
{
  const UnknotSummaryChoice choice = { .parts = UNKNOT_SUMMARY_FIRST_PAGE };
  g_autoptr (UnknotSummary) summary = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  g_autofree char *period = NULL;

  unknot_test_diary_open (fixture);
  summary = unknot_test_summary_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL, TRUE);
  assert_told (summary, UNKNOT_SUMMARY_GLANCE,
               "Worrying: No warning sign was entered in the diary. There was no check-up, so "
               "none was asked about.\n"
               "How often: no spasm began in this time\n"
               "Since when: nothing was entered yet\n");
  assert_told (summary, UNKNOT_SUMMARY_CHECKUP,
               "There was none: warning signs were not asked about.\n");
  assert_told (summary, UNKNOT_SUMMARY_PAIN, "No pain was entered in this time.\n");
  assert_told (summary, UNKNOT_SUMMARY_STORY, "Nothing was entered on how they went.\n");
  assert_told (summary, UNKNOT_SUMMARY_PLACES, "No place was entered.\n");
  assert_told (summary, UNKNOT_SUMMARY_FUNCTION, "Nothing was entered on what they stop.\n");
  assert_told (summary, UNKNOT_SUMMARY_MEDICINE, "No medicine was entered.\n");
  assert_told (summary, UNKNOT_SUMMARY_MEASURES, "Nothing else was tried.\n");
  assert_told (summary, UNKNOT_SUMMARY_CONDITIONS, "Nothing is known from a check-up.\n");
  assert_told (summary, UNKNOT_SUMMARY_QUESTIONS, "");
  assert_told (summary, UNKNOT_SUMMARY_NOTES, "There are no notes of this period.\n");
  assert_told (summary, UNKNOT_SUMMARY_ENTRIES, "");
  period = unknot_summary_dup_period (summary);
  g_assert_cmpstr (period, ==, "21 November 2026 · entries on 0 of 1 day · made on 21 November "
                               "2026");

  /* In the order of the parts. */
  sections = unknot_summary_make_sections (summary, &choice);
  g_assert_cmpuint (sections->len, ==, 10);
  for (guint i = 1; i < sections->len; i++)
    g_assert_cmpint (((UnknotSummarySection *) g_ptr_array_index (sections, i - 1))->part, <,
                     ((UnknotSummarySection *) g_ptr_array_index (sections, i))->part);
}

static void
save_ordinary (DiaryFixture *fixture)
{
  g_autoptr (UnknotEpisode) old = unknot_test_history_save_spasm (fixture, 20260901, 20260903, 8);
  g_autoptr (UnknotEpisode) last = unknot_test_history_save_spasm (fixture, 20261110, 20261110, 4);
  g_autoptr (UnknotEpisode) middle =
    unknot_test_history_save_spasm (fixture, 20261020, 20261020, 6);
  g_autoptr (UnknotRelief) heat = unknot_test_history_make_relief (20261110, "heat", "a-lot");
  g_autoptr (UnknotRelief) rest = unknot_test_history_make_relief (20261110, "rest", NULL);

  set_codes (old, UNKNOT_VOCABULARY_TRIGGER, "lifting", "twisting");
  set_codes (old, UNKNOT_VOCABULARY_STOPS, "sitting", "walking");
  set_codes (old, UNKNOT_VOCABULARY_SPREADS, "within-back", "buttock");
  g_assert_true (unknot_episode_set_onset (old, "sudden", NULL));
  g_assert_true (unknot_episode_set_at_rest (old, 5, NULL));
  g_assert_true (unknot_episode_set_at_rest (last, 2, NULL));
  g_assert_true (unknot_episode_set_on_moving (last, 4, NULL));
  set_codes (last, UNKNOT_VOCABULARY_TRIGGER, "lifting", NULL);
  set_codes (last, UNKNOT_VOCABULARY_FEEL, "cramp", NULL);
  add_place (old, "lower", "left", NULL);
  add_place (last, "lower", "left", NULL);
  add_place (last, "hip", NULL, NULL);
  g_assert_true (unknot_episode_set_note (last, "Bent\ndown.", NULL));
  unknot_episode_add (last, UNKNOT_ENTRY (heat));
  unknot_episode_add (last, UNKNOT_ENTRY (rest));
  unknot_test_diary_save (fixture->diary, old);
  unknot_test_diary_save (fixture->diary, last);
  unknot_test_history_save_day (fixture, 20261105, TRUE, "good");
  unknot_test_history_save_day (fixture, 20261111, FALSE, "broken");
  unknot_test_history_save_event (fixture, 20261001, "physio", "");
  unknot_test_history_save_event (fixture, 20261015, "other", "Moved house");
}

static void
test_summary_ordinary (DiaryFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr (UnknotSummary) summary = NULL;
  g_autofree char *period = NULL;

  unknot_test_diary_open (fixture);
  save_ordinary (fixture);
  summary = unknot_test_summary_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL, FALSE);
  assert_told (summary, UNKNOT_SUMMARY_GLANCE,
               "Worrying: No warning sign was entered in the diary. There was no check-up, so "
               "none was asked about.\n"
               "How often: 3 spasms; 1 in the last 28 days, 1 in the 28 days before; "
               "1 day entered as free of pain\n"
               "How bad: worst 8 of 10 (1 September 2026); half of the spasms were 6 or more; "
               "at rest 3.5 on average; on moving 4.0 on average\n"
               "How long: half of the spasms took 1 h or more; the longest 2 days 1 h\n"
               "Since when: diary kept since 1 September 2026; 11 days since the last spasm "
               "ended\n");
  assert_told (summary, UNKNOT_SUMMARY_PAIN,
               "Pain was entered on 4 days, at worst 8. A gap is a day without an entry.\n");
  assert_told (summary, UNKNOT_SUMMARY_STORY,
               "Began: Suddenly (1)\n"
               "Set off by: Lifting (2); Twisting or bending (1)\n"
               "Feel like: Cramp (1)\n"
               "Spread to: Buttock (1); Within the back (1)\n"
               "Changes: Moved house (15 Oct 2026); Physiotherapy began (1 Oct 2026)\n");
  assert_told (summary, UNKNOT_SUMMARY_PLACES, "Lower back, left (2); Hip (1)\n");
  assert_told (summary, UNKNOT_SUMMARY_FUNCTION,
               "Kept from: Sitting (1); Walking (1)\n"
               "Nights: Broken sleep (1); Slept well (1)\n");
  assert_told (summary, UNKNOT_SUMMARY_MEASURES, "Heat|1|1 of 1|1|0\nRest|1|not said|0|0\n");
  assert_told (summary, UNKNOT_SUMMARY_NOTES, "10 November 2026: Bent down.\n");
  period = unknot_summary_dup_period (summary);
  g_assert_cmpstr (period, ==, "1 September 2026 – 21 November 2026 · entries on 9 of 82 days · "
                               "made on 21 November 2026");
}

/* What is so today is said of a period that goes up to today alone. */
static void
test_summary_past (DiaryFixture  *fixture,
                   gconstpointer  data)
{
  g_autoptr (UnknotSummary) summary = NULL;
  g_autoptr (UnknotEpisode) going = NULL;
  g_autoptr (GDateTime) tomorrow = NULL;
  g_autofree char *told = NULL;

  unknot_test_diary_open (fixture);
  save_ordinary (fixture);
  going = unknot_test_history_save_spasm (fixture, 20261121, 0, 7);
  summary = unknot_test_summary_load (fixture, 20261001, 20261115, FALSE);
  assert_told (summary, UNKNOT_SUMMARY_GLANCE,
               "Worrying: No warning sign was entered in this period. There was no check-up, so "
               "none was asked about.\n"
               "How often: 2 spasms; 2 in the last 28 days of it, 0 in the 28 days before; "
               "1 day entered as free of pain\n"
               "How bad: worst 6 of 10 (20 October 2026); half of the spasms were 6 or more; "
               "at rest 2.0 on average; on moving 4.0 on average\n"
               "How long: half of the spasms took 1 h or more; the longest 1 h\n"
               "Since when: diary kept since 1 September 2026\n");

  g_clear_object (&summary);
  summary = unknot_test_summary_load (fixture, 20261101, UNKNOT_HISTORY_ALL, FALSE);
  told = unknot_test_summary_tell (summary, UNKNOT_SUMMARY_GLANCE);
  g_assert_nonnull (strstr (told, "; a spasm goes on, since 21 November 2026\n"));

  /* The next day it is the run of spasms that goes on, and said once. */
  g_clear_object (&summary);
  tomorrow = g_date_time_new_utc (2026, 11, 22, 12, 0, 0);
  unknot_clock_set_now (fixture->clock, tomorrow);
  g_free (told);
  summary = unknot_test_summary_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL, FALSE);
  told = unknot_test_summary_tell (summary, UNKNOT_SUMMARY_GLANCE);
  g_assert_nonnull (strstr (told, "; a spasm goes on, since 21 November 2026\n"));
}

/* Of a spasm that ended when it began, as out of a table without ends, nobody told how long. */
static void
test_summary_no_length (DiaryFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr (UnknotEpisode) told = NULL;
  g_autoptr (UnknotSummary) summary = NULL;
  g_autofree char *text = NULL;

  unknot_test_diary_open (fixture);
  unknot_test_history_save_spasm_in (fixture, "UTC", 20261101, 8, 0, "exact");
  unknot_test_history_save_spasm_in (fixture, "UTC", 20261102, 8, 0, "exact");
  told = unknot_test_history_save_spasm (fixture, 20261103, 20261103, 5);
  summary = unknot_test_summary_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL, TRUE);
  text = unknot_test_summary_tell (summary, UNKNOT_SUMMARY_GLANCE);
  g_assert_nonnull (strstr (text, "\nHow long: the longest 1 h; known of 1 of 3 spasms\n"));
}

/* --- What is worrying --- */

static void
assert_worrying (DiaryFixture *fixture,
                 const char   *expected)
{
  g_autoptr (UnknotSummary) summary =
    unknot_test_summary_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL, FALSE);
  g_autofree char *told = unknot_test_summary_tell (summary, UNKNOT_SUMMARY_GLANCE);
  g_autofree char *line = g_strdup_printf ("Worrying: %s", expected);

  told[strcspn (told, "\n")] = '\0';
  g_assert_cmpstr (told, ==, line);
}

static void
test_summary_dangers (DiaryFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (UnknotEpisode) first = NULL;
  g_autoptr (UnknotEpisode) second = NULL;
  g_autoptr (UnknotEpisode) third = NULL;

  unknot_test_diary_open (fixture);
  first = unknot_test_history_save_spasm (fixture, 20261101, 20261101, 4);
  second = unknot_test_history_save_spasm (fixture, 20261110, 20261110, 4);
  third = unknot_test_history_save_spasm (fixture, 20261112, 20261112, 4);
  set_codes (first, UNKNOT_VOCABULARY_WARNING, "bladder", NULL);
  set_codes (second, UNKNOT_VOCABULARY_WARNING, "bladder", "fever");
  g_assert_true (unknot_episode_set_note (third, "Slurred my words.", NULL));
  unknot_test_diary_save (fixture->diary, first);
  unknot_test_diary_save (fixture->diary, second);
  unknot_test_diary_save (fixture->diary, third);
  assert_worrying (fixture,
                   "trouble passing, feeling or holding urine (last 10 Nov 2026, 2 spasms); "
                   "fever in the last 7 days (10 Nov 2026, 1 spasm); perhaps a weak or numb side "
                   "or face, slurred speech (a note of 12 Nov 2026)");

  /* Deleted, it was never there. */
  unknot_test_diary_mark (fixture->diary, second, TRUE);
  unknot_test_diary_mark (fixture->diary, third, TRUE);
  assert_worrying (fixture, "trouble passing, feeling or holding urine (1 Nov 2026, 1 spasm)");
}

/* A spasm counts in every period it went on in; what was over before is told of as that. */
static void
test_summary_dangers_carried (DiaryFixture  *fixture,
                              gconstpointer  data)
{
  g_autoptr (UnknotEpisode) over = NULL;
  g_autoptr (UnknotEpisode) ended = NULL;
  g_autoptr (UnknotEpisode) going = NULL;
  g_autoptr (UnknotSummary) summary = NULL;
  g_autofree char *told = NULL;

  unknot_test_diary_open (fixture);
  over = unknot_test_history_save_spasm (fixture, 20260828, 20260828, 4);
  ended = unknot_test_history_save_spasm (fixture, 20261030, 20261101, 6);
  set_codes (over, UNKNOT_VOCABULARY_WARNING, "limb-weakness", NULL);
  set_codes (ended, UNKNOT_VOCABULARY_WARNING, "fever", NULL);
  unknot_test_diary_save (fixture->diary, over);
  unknot_test_diary_save (fixture->diary, ended);
  summary = unknot_test_summary_load (fixture, 20261101, 20261121, FALSE);
  told = unknot_test_summary_tell (summary, UNKNOT_SUMMARY_GLANCE);
  g_assert_true (g_str_has_prefix (
    told, "Worrying: fever in the last 7 days (30 Oct 2026, 1 spasm)\n"
          "Before this period: a weak arm or leg (28 Aug 2026)\n"
          "How often: no spasm began in this time; "));
  g_assert_nonnull (strstr (told, "\nHow bad: worst 6 of 10 in a spasm from before this period "
                                  "(since 30 October 2026)\n"));

  /* From the day after its end on it is over. */
  g_clear_object (&summary);
  g_free (told);
  summary = unknot_test_summary_load (fixture, 20261102, 20261121, FALSE);
  told = unknot_test_summary_tell (summary, UNKNOT_SUMMARY_GLANCE);
  g_assert_true (g_str_has_prefix (
    told, "Worrying: No warning sign was entered in this period. There was no check-up, so none "
          "was asked about.\n"
          "Before this period: fever in the last 7 days (30 Oct 2026); a weak arm or leg (28 Aug "
          "2026)\n"));
  g_assert_null (strstr (told, "How bad: "));

  going = unknot_test_history_save_spasm (fixture, 20261025, 0, 9);
  set_codes (going, UNKNOT_VOCABULARY_WARNING, "bladder", "saddle-numbness");
  unknot_test_diary_save (fixture->diary, going);
  g_clear_object (&summary);
  g_free (told);
  summary = unknot_test_summary_load (fixture, 20261102, 20261121, FALSE);
  told = unknot_test_summary_tell (summary, UNKNOT_SUMMARY_GLANCE);
  g_assert_nonnull (strstr (told, "trouble passing, feeling or holding urine (25 Oct 2026, 1 "
                                  "spasm); numb or changed feeling between the legs (25 Oct 2026, "
                                  "1 spasm)"));
  g_assert_nonnull (strstr (told, "\nHow bad: worst 9 of 10 in a spasm from before this period "
                                  "(since 25 October 2026)\n"));
}

/* Each kind of entry from which the check-up takes a danger is looked through here as well. */
static void
test_summary_dangers_of_places (DiaryFixture  *fixture,
                                gconstpointer  data)
{
  static const struct
  {
    const char *area;
    const char *side;
    const char *kind;
    const char *expected;
  } cases[] = {
    { "saddle", NULL, "numb", "numb or changed feeling between the legs (11 Nov 2026, 1 spasm); "
                              "a part that cannot feel touch (11 Nov 2026, 1 spasm)" },
    { "groin", "left", "tingling", "numb or changed feeling between the legs (11 Nov 2026, 1 "
                                   "spasm)" },
    { "one-leg", "both", NULL, "pain, numbness or weakness in both legs (11 Nov 2026, 1 "
                               "spasm)" },
    { "shoulder", "left", "numb", "a part that cannot feel touch (11 Nov 2026, 1 spasm)" },
  };

  unknot_test_diary_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotEpisode) spasm =
        unknot_test_history_save_spasm (fixture, 20261111, 20261111, 4);

      add_place (spasm, cases[i].area, cases[i].side, cases[i].kind);
      unknot_test_diary_save (fixture->diary, spasm);
      assert_worrying (fixture, cases[i].expected);
      unknot_test_diary_mark (fixture->diary, spasm, TRUE);
    }
}

static void
test_summary_course (DiaryFixture  *fixture,
                     gconstpointer  data)
{
  unknot_test_diary_open (fixture);
  unknot_test_history_save_day (fixture, 20260901, TRUE, NULL);
  for (int day = 20261107; day <= 20261121; day += 2)
    g_object_unref (unknot_test_history_save_spasm (fixture, day, day, 3));
  for (int day = 20261111; day <= 20261121; day++)
    take (fixture, day, "Ibuprofen", "ibuprofen", day == 20261115 ? 1600 : 400, "mg");
  assert_worrying (fixture, "more Ibuprofen than its label allows, on 1 day (15 Nov 2026); "
                            "spasms come more often than before; the spasms have gone on for 14 "
                            "days; a pain medicine without prescription on 11 days in a row");
}

/* A spasm whose end may have been forgotten worries as it would if it went on. */
static void
test_summary_endless (DiaryFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (UnknotEpisode) late = NULL;
  g_autoptr (UnknotEpisode) early = NULL;
  g_autoptr (UnknotSummary) summary = NULL;
  g_autofree char *told = NULL;

  unknot_test_diary_open (fixture);
  late = unknot_test_history_save_spasm (fixture, 20261108, 0, 3);
  assert_worrying (fixture, "the spasm that goes on was not checked for warning signs");
  unknot_test_diary_mark (fixture->diary, late, TRUE);
  early = unknot_test_history_save_spasm (fixture, 20261107, 0, 3);
  assert_worrying (fixture, "the spasm that goes on was not checked for warning signs; perhaps a "
                            "spasm that has gone on since 7 Nov 2026");
  summary = unknot_test_summary_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL, FALSE);
  told = unknot_test_summary_tell (summary, UNKNOT_SUMMARY_GLANCE);
  g_assert_nonnull (strstr (told, "Since when: diary kept since 7 November 2026; a spasm since 7 "
                                  "November 2026 has no end in the diary, and may go on\n"));
}

static void
assert_helps (DiaryFixture *fixture,
              const char   *expected)
{
  g_autoptr (UnknotSummary) summary =
    unknot_test_summary_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL, FALSE);
  g_autofree char *told = unknot_test_summary_tell (summary, UNKNOT_SUMMARY_GLANCE);
  const char *found = strstr (told, "What helps: ");

  g_assert_cmpstr (found != NULL ? found + strlen ("What helps: ") : NULL, ==, expected);
}

/* What was tried thrice or more, and helped half of the time or more. */
static void
test_summary_helps (DiaryFixture  *fixture,
                    gconstpointer  data)
{
  unknot_test_diary_open (fixture);
  for (int day = 20261101; day <= 20261103; day++)
    {
      assert_helps (fixture, NULL);
      unknot_test_history_save_relief (fixture, day, "cold", "none");
      unknot_test_history_save_relief (fixture, day, "rest", NULL);
    }
  assert_helps (fixture, "nothing that was tried helped half of the time\n");
  for (int day = 20261101; day <= 20261104; day++)
    {
      unknot_test_history_save_relief (fixture, day, "heat", day % 2 == 0 ? "a-little" : "worse");
      unknot_test_history_save_dose (fixture, day, "Ibuprofen", "ibuprofen", "a-lot");
    }
  unknot_test_history_save_relief (fixture, 20261105, "walking", "a-lot");
  assert_helps (fixture, "Ibuprofen (4 of 4 times); Heat (2 of 4 times)\n");
}

/* --- The check-up --- */

static void
test_summary_checkup (DiaryFixture  *fixture,
                      gconstpointer  data)
{
  static const char *const answered[] = {
    "bladder", "old", "limb-weakness", "new", "balance", "not-sure", "fever", "yes", "cancer",
    "yes", "steroids", "not-sure", "infection-risk", "weak-immunity", "age", "61", "spreads", "one-leg",
    "old-signs-assessed", "no", "worried", "skip", NULL
  };
  g_autoptr (UnknotSummary) summary = NULL;
  g_autofree char *told = NULL;
  g_auto (GStrv) lines = NULL;

  unknot_test_diary_open (fixture);
  save_checkup (fixture, 20261120, answered);
  summary = unknot_test_summary_load (fixture, 20261101, 20261121, FALSE);
  told = unknot_test_summary_tell (summary, UNKNOT_SUMMARY_CHECKUP);
  lines = g_strsplit (told, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 9);
  g_assert_cmpstr (lines[0], ==, "Result: it was not finished; its advice was at least "
                                 "“Call the emergency number now”");
  g_assert_cmpstr (lines[1], ==, "New or worse: a weak arm or leg");
  g_assert_cmpstr (lines[2], ==, "For 15+ days: trouble passing, feeling or holding urine");
  g_assert_cmpstr (lines[3], ==, "Yes: fever in the last 7 days; a raised risk of infection: A "
                                 "weak immune system, from any medicine or illness");
  g_assert_cmpstr (lines[4], ==, "Not sure: poor balance or clumsy hands; steroid tablets for "
                                 "months");
  g_assert_cmpstr (lines[5], ==, "Not answered: your worry about it");
  g_assert_true (g_str_has_prefix (lines[6],
                                   "No: lost control or feeling of the bowels; numb or "));
  g_assert_null (strstr (lines[6], "weak arm or leg"));
  g_assert_true (g_str_has_prefix (lines[7], "That spasm: worst pain in the last 24 hours: 4 of "
                                             "10; how the pain started: "));
  g_assert_nonnull (strstr (lines[7], "Down one leg or both"));
  assert_told (summary, UNKNOT_SUMMARY_CONDITIONS,
               "age: 61 years; cancer, now or in the past; a doctor’s look at each long-standing "
               "sign: No\n");
  assert_worrying (fixture,
                   "the last check-up (20 Nov 2026): “Call the emergency number now”: a weak arm "
                   "or leg (new) / fever in the last 7 days / a raised risk of infection: A weak "
                   "immune system, from any medicine or illness / cancer, now or in the past / "
                   "pain or tingling that spreads: Down one leg or both, even part of the way; "
                   "the check-up of 20 Nov 2026 is not complete, without an answer to: your worry "
                   "about it; in the check-up of 20 Nov 2026 not sure of: poor balance or clumsy "
                   "hands / steroid tablets for months");
}

/* Every question that applies is told of, once. */
static void
test_summary_checkup_whole (DiaryFixture  *fixture,
                            gconstpointer  data)
{
  static const char *const answered[] = { NULL };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  UnknotQuestionnaire *questionnaire = unknot_protocol_get_questionnaire (protocol);
  g_autoptr (UnknotAnswers) answers = unknot_test_new_calm_answers (protocol);
  g_autoptr (UnknotSummary) summary = NULL;
  g_autofree char *checkup = NULL;
  g_autofree char *conditions = NULL;
  g_autofree char *all = NULL;

  unknot_test_diary_open (fixture);
  save_checkup (fixture, 20261120, answered);
  summary = unknot_test_summary_load (fixture, 20261101, 20261121, FALSE);
  checkup = unknot_test_summary_tell (summary, UNKNOT_SUMMARY_CHECKUP);
  conditions = unknot_test_summary_tell (summary, UNKNOT_SUMMARY_CONDITIONS);
  all = g_strconcat (checkup, conditions, NULL);
  g_assert_nonnull (strstr (all, "its advice was “Care for it at home, and watch”"));
  g_assert_nonnull (strstr (all, "\nYes: none of the signs\n"));
  for (guint i = 0; i < unknot_questionnaire_get_n_questions (questionnaire); i++)
    {
      UnknotQuestion *question = unknot_questionnaire_get_question (questionnaire, i);
      const char *found = strstr (all, unknot_question_get_short_text (question));

      g_assert_true ((found != NULL) == unknot_answers_applies (answers, question));
    }
}

/* The last one up to the end of the period, also from before it; one without answers that can be
 * read still has its verdict. */
static void
test_summary_checkup_before (DiaryFixture  *fixture,
                             gconstpointer  data)
{
  static const char *const answered[] = { "worried", "yes", NULL };
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261030, 9, 0);
  g_autoptr (UnknotCheck) strange =
    unknot_check_new (moment, "{\"answers\": {\"unheard-of\": \"yes\"}}",
                      "{\"version\": \"9.9\", \"level\": \"urgent\", \"complete\": true}", NULL);
  g_autoptr (UnknotSummary) summary = NULL;

  unknot_test_diary_open (fixture);
  save_checkup (fixture, 20261118, answered);
  unknot_test_diary_save (fixture->diary, strange);
  summary = unknot_test_summary_load (fixture, 20261101, 20261115, FALSE);
  assert_told (summary, UNKNOT_SUMMARY_CHECKUP,
               "Result: its advice was “Get seen today”\n"
               "Its answers are of another version of the check-up, and are not shown here.\n");
  assert_told (summary, UNKNOT_SUMMARY_CONDITIONS, "Nothing is known from a check-up.\n");
}

/* A later calm one does not hide what an earlier one of the period came to. */
static void
test_summary_checkup_worst (DiaryFixture  *fixture,
                            gconstpointer  data)
{
  static const char *const alarming[] = { "bladder", "new", "fever", "yes", NULL };
  static const char *const urgent[] = { "fever", "yes", NULL };
  static const char *const calm[] = { NULL };
  g_autoptr (UnknotSummary) summary = NULL;
  g_autofree char *told = NULL;

  unknot_test_diary_open (fixture);
  save_checkup (fixture, 20261115, alarming);
  save_checkup (fixture, 20261116, urgent);
  save_checkup (fixture, 20261118, calm);
  assert_worrying (fixture,
                   "the check-up of 15 Nov 2026 said “Call the emergency number now”: trouble "
                   "passing, feeling or holding urine (new); the last check-up (18 Nov 2026): "
                   "“Care for it at home, and watch”");

  /* Those before the period are no part of it. */
  summary = unknot_test_summary_load (fixture, 20261117, 20261121, FALSE);
  told = unknot_test_summary_tell (summary, UNKNOT_SUMMARY_GLANCE);
  g_assert_null (strstr (told, "the check-up of"));
}

/* However many signs there are, they come in the order of the rules, the worst first, and where
 * there is no room none is cut. */
static void
test_summary_checkup_everything (DiaryFixture  *fixture,
                                 gconstpointer  data)
{
  static const char *const answered[] = {
    "bladder", "new", "bowel", "new", "saddle-numbness", "new", "both-legs", "new",
    "limb-weakness", "new", "limb-numbness", "new", "one-sided", "new", "balance", "new",
    "consciousness", "yes", "chest", "yes", "sudden-severe", "yes", "belly", "yes", "head-neck",
    "yes", "body-spasms", "yes", "major-accident", "yes", "fever", "yes", "very-unwell", "yes", NULL
  };
  const UnknotSummaryChoice choice = { .parts = UNKNOT_SUMMARY_SET (UNKNOT_SUMMARY_GLANCE) };
  g_autoptr (UnknotSummary) summary = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  const UnknotSummaryLine *line;
  g_autofree char *words = NULL;

  unknot_test_diary_open (fixture);
  save_checkup (fixture, 20261120, answered);
  summary = unknot_test_summary_load (fixture, 20261101, 20261121, FALSE);
  sections = unknot_summary_make_sections (summary, &choice);
  line = g_ptr_array_index (
    unknot_test_summary_find (sections, UNKNOT_SUMMARY_GLANCE)->lines, 0);
  g_assert_cmpstr (line->label, ==, "Worrying");
  g_assert_true (g_str_has_prefix (line->items[0],
                                   "the last check-up (20 Nov 2026): “Call the emergency number "
                                   "now”: trouble passing, feeling or holding urine (new) / "));
  g_assert_nonnull (strstr (line->items[0], " / chest, breathing or calf trouble"));

  words = unknot_summary_line_cut_item (line, 0, g_utf8_strlen (line->items[0], -1), 240);
  g_assert_cmpstr (words, ==,
                   "the last check-up (20 Nov 2026): “Call the emergency number now”: trouble "
                   "passing, feeling or holding urine (new) / lost control or feeling of the "
                   "bowels (new) / numb or changed feeling between the legs (new) and 14 more "
                   "signs");
}

/* What was not answered does not look calm. */
static void
test_summary_checkup_open (DiaryFixture  *fixture,
                           gconstpointer  data)
{
  static const char *const some[] = { "bladder", "skip", "bowel", "skip", NULL };
  static const char *const many[] = {
    "bladder", "skip", "bowel", "skip", "saddle-numbness", "skip", "both-legs", "skip",
    "limb-weakness", "skip", "limb-numbness", "skip", "fever", "skip", NULL
  };
  g_autoptr (UnknotSummary) summary = NULL;
  g_autofree char *told = NULL;

  unknot_test_diary_open (fixture);
  save_checkup (fixture, 20261115, some);
  assert_worrying (fixture,
                   "the check-up of 15 Nov 2026 is not complete, without an answer to: trouble "
                   "passing, feeling or holding urine / lost control or feeling of the bowels");

  /* Of many, the first are named. */
  save_checkup (fixture, 20261116, many);
  summary = unknot_test_summary_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL, FALSE);
  told = unknot_test_summary_tell (summary, UNKNOT_SUMMARY_GLANCE);
  g_assert_nonnull (strstr (told, "without an answer to: trouble passing, "));
  g_assert_nonnull (strstr (told, " and 1 more\n"));
}

/* A check-up before a spasm says nothing of it. */
static void
test_summary_unchecked (DiaryFixture  *fixture,
                        gconstpointer  data)
{
  static const char *const calm[] = { NULL };
  g_autoptr (UnknotEpisode) first = NULL;
  g_autoptr (UnknotEpisode) going = NULL;
  g_autoptr (UnknotSummary) summary = NULL;
  g_autofree char *told = NULL;

  unknot_test_diary_open (fixture);
  first = unknot_test_history_save_spasm (fixture, 20261118, 20261118, 3);
  save_checkup (fixture, 20261118, calm);
  assert_worrying (fixture, "No warning sign was entered in the diary. What was asked is in the "
                            "check-up below.");

  going = unknot_test_history_save_spasm (fixture, 20261119, 0, 3);
  assert_worrying (fixture, "the spasm that goes on was not checked for warning signs");

  /* It had not begun by then. */
  summary = unknot_test_summary_load (fixture, 20261101, 20261118, FALSE);
  told = unknot_test_summary_tell (summary, UNKNOT_SUMMARY_GLANCE);
  g_assert_null (strstr (told, "was not checked"));

  /* Checked two hours after its beginning. */
  save_checkup (fixture, 20261119, calm);
  assert_worrying (fixture, "No warning sign was entered in the diary. What was asked is in the "
                            "check-up below.");
}

/* --- Medicine --- */

static void
test_summary_medicine (DiaryFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr (UnknotSummary) summary = NULL;

  unknot_test_diary_open (fixture);
  take (fixture, 20261101, "Nurofen", "ibuprofen", 400, "mg");
  take (fixture, 20261101, "Ibuprofen", "ibuprofen", 0.4, "g");
  take (fixture, 20261102, "Ibuprofen", "ibuprofen", 400, "mg");
  take (fixture, 20261102, "Ibuprofen", "ibuprofen", 1, "tablet");
  take (fixture, 20261103, "Ibuprofen", "ibuprofen", 200, "mg");
  take (fixture, 20261105, "Ibuprofen", "ibuprofen", 200, "mg");
  take (fixture, 20261103, "Old salve", NULL, 1, NULL);
  take (fixture, 20261103, "old SALVE", "other", 2, NULL);
  take (fixture, 20261120, "Lidocaine", "lidocaine", 1, "patch");
  unknot_test_history_save_dose (fixture, 20261120, "Lidocaine", "lidocaine", "a-little");
  summary = unknot_test_summary_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL, FALSE);
  assert_told (summary, UNKNOT_SUMMARY_MEDICINE,
               "Ibuprofen|4|800 mg|3 days|not said\n"
               "Lidocaine|1|at least 1 patch|1 day|1 of 1\n"
               "old SALVE|1|2 doses|1 day|not said\n"
               "At present: a pain medicine without prescription on 1 day in a row.\n");

  /* A run goes on over the end of a month; a day of two doses is one day. */
  take (fixture, 20261030, "Ibuprofen", "ibuprofen", 400, "mg");
  take (fixture, 20261031, "Ibuprofen", "ibuprofen", 400, "mg");
  g_clear_object (&summary);
  summary = unknot_test_summary_load (fixture, UNKNOT_HISTORY_ALL, 20261110, FALSE);
  assert_told (summary, UNKNOT_SUMMARY_MEDICINE,
               "Ibuprofen|6|800 mg|5 days|not said\nold SALVE|1|2 doses|1 day|not said\n");
}

/* What is left out where there is no room is at the end: the worst is not. */
static void
test_summary_worst_first (DiaryFixture  *fixture,
                          gconstpointer  data)
{
  static const char *const places[] = { "lower", "middle", "upper", "neck", "foot", "saddle" };
  g_autoptr (UnknotSummary) summary = NULL;
  g_autofree char *story = NULL;

  unknot_test_diary_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      int day = 20261101 + i;
      g_autoptr (UnknotEpisode) spasm = unknot_test_history_save_spasm (fixture, day, day, 5);

      for (guint j = 0; j < G_N_ELEMENTS (places) - i; j++)
        add_place (spasm, places[j], NULL, NULL);
      set_codes (spasm, UNKNOT_VOCABULARY_SPREADS, i < 3 ? "none" : "within-back",
                 i == 4 ? "one-leg" : NULL);
      unknot_test_diary_save (fixture->diary, spasm);
      unknot_test_history_save_day (fixture, day + 7, FALSE, i < 1   ? "hardly"
                                                             : i < 3 ? "broken"
                                                                     : "good");
    }
  summary = unknot_test_summary_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL, FALSE);
  assert_told (summary, UNKNOT_SUMMARY_PLACES,
               "Lower back (6); Middle of the back (5); Between the legs (1); Foot (2); "
               "Upper back (4); Neck (3)\n");
  assert_told (summary, UNKNOT_SUMMARY_FUNCTION,
               "Nights: Hardly slept (1); Broken sleep (2); Slept well (3)\n");
  story = unknot_test_summary_tell (summary, UNKNOT_SUMMARY_STORY);
  g_assert_nonnull (strstr (story, "Spread to: One leg (1); "));
}

static void
assert_change (DiaryFixture *fixture,
               const char   *expected)
{
  g_autoptr (UnknotSummary) summary =
    unknot_test_summary_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL, FALSE);
  g_autofree char *told = unknot_test_summary_tell (summary, UNKNOT_SUMMARY_FUNCTION);

  g_assert_nonnull (strstr (told, expected));
}

static void
test_summary_peg (DiaryFixture  *fixture,
                  gconstpointer  data)
{
  g_autoptr (UnknotSummary) summary = NULL;

  unknot_test_diary_open (fixture);
  g_object_unref (unknot_test_history_save_peg (fixture, 20261001, 8, 6));
  g_object_unref (unknot_test_history_save_peg (fixture, 20261120, 8, 3));
  summary = unknot_test_summary_load (fixture, 20261101, 20261121, FALSE);
  assert_told (summary, UNKNOT_SUMMARY_FUNCTION,
               "Pain and function (PEG): 3.0 of 10 (20 Nov 2026); −50 % since 1 Oct 2026 (better), "
               "a change that counts; pain 3, enjoyment of life 3, general activity 3\n");
  g_clear_object (&summary);
  summary = unknot_test_summary_load (fixture, 20261001, 20261002, FALSE);
  assert_told (summary, UNKNOT_SUMMARY_FUNCTION,
               "Pain and function (PEG): 6.0 of 10 (1 Oct 2026); pain 6, enjoyment of life 6, "
               "general activity 6\n");
  g_object_unref (unknot_test_history_save_peg (fixture, 20261121, 8, 7));
  assert_change (fixture, "7.0 of 10 (21 Nov 2026); +17 % since 1 Oct 2026 (worse); ");
}

static void
test_summary_peg_little (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  unknot_test_diary_open (fixture);
  g_object_unref (unknot_test_history_save_peg (fixture, 20261001, 8, 6));
  g_object_unref (unknot_test_history_save_peg (fixture, 20261120, 8, 5));
  assert_change (fixture, "5.0 of 10 (20 Nov 2026); −17 % since 1 Oct 2026 (better); ");
  g_object_unref (unknot_test_history_save_peg (fixture, 20261121, 8, 6));
  assert_change (fixture, "6.0 of 10 (21 Nov 2026); as on 1 Oct 2026; ");
}

/* A mean is rounded as a person would. */
static void
test_summary_same (DiaryFixture  *fixture,
                   gconstpointer  data)
{
  g_autoptr (UnknotSummary) summary = NULL;
  g_autofree char *told = NULL;

  unknot_test_diary_open (fixture);
  for (guint i = 0; i < 20; i++)
    {
      int day = 20261101 + i;
      g_autoptr (UnknotEpisode) spasm = unknot_test_history_save_spasm (fixture, day, day, 10);

      g_assert_true (unknot_episode_set_at_rest (spasm, i < 17 ? 3 : 2, NULL));
      g_assert_true (unknot_episode_set_on_moving (spasm, i < 17 ? 6 : 5, NULL));
      unknot_test_diary_save (fixture->diary, spasm);
    }
  summary = unknot_test_summary_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL, FALSE);
  told = unknot_test_summary_tell (summary, UNKNOT_SUMMARY_GLANCE);
  g_assert_nonnull (strstr (told, "all of the spasms were 10; at rest 2.9 on average; "
                                  "on moving 5.9 on average\n"));
}

/* --- What there is to ask --- */

static void
test_summary_questions (DiaryFixture  *fixture,
                        gconstpointer  data)
{
  static const char *const own[] = { "Is it\nmy bed?", NULL };
  static const char *const goals[] = { "Walk to work", "Sit through a film", NULL };
  const UnknotSummaryChoice choice = {
    UNKNOT_SUMMARY_FIRST_PAGE, " Jo Doe ", "1 May 1980", goals, own
  };
  g_autoptr (UnknotSummary) summary = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GPtrArray) suggestions = NULL;
  g_autofree char *person = NULL;
  UnknotSummarySection *section;
  const UnknotSummaryLine *line;

  unknot_test_diary_open (fixture);
  save_ordinary (fixture);
  summary = unknot_test_summary_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL, FALSE);
  sections = unknot_summary_make_sections (summary, &choice);
  section = unknot_test_summary_find (sections, UNKNOT_SUMMARY_QUESTIONS);
  g_assert_cmpuint (section->lines->len, ==, 2);
  line = g_ptr_array_index (section->lines, 0);
  g_assert_null (line->label);
  g_assert_cmpstr (line->items[0], ==, "Is it my bed?");
  line = g_ptr_array_index (section->lines, 1);
  g_assert_cmpstr (line->label, ==, "Suggested");
  g_assert_cmpint (line->weight, ==, UNKNOT_SUMMARY_SPARE);
  suggestions = unknot_summary_dup_suggestions (summary);
  g_assert_cmpuint (suggestions->len, ==, g_strv_length (line->items));
  g_assert_cmpuint (suggestions->len, ==, 1);
  section = unknot_test_summary_find (sections, UNKNOT_SUMMARY_GOALS);
  line = g_ptr_array_index (section->lines, 0);
  g_assert_cmpstrv (line->items, goals);
  person = unknot_summary_dup_person (&choice);
  g_assert_cmpstr (person, ==, "Jo Doe, born 1 May 1980");
}

/* What was suggested and taken up is not told twice. */
static void
test_summary_question_taken_up (DiaryFixture  *fixture,
                                gconstpointer  data)
{
  const char *own[] = { "Is it my bed?", NULL, NULL };
  const UnknotSummaryChoice choice = {
    UNKNOT_SUMMARY_FIRST_PAGE, NULL, NULL, NULL, own
  };
  g_autoptr (UnknotSummary) summary = NULL;
  g_autoptr (GPtrArray) suggestions = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  g_autofree char *taken_up = NULL;
  UnknotSummarySection *section;
  const UnknotSummaryLine *line;

  unknot_test_diary_open (fixture);
  save_ordinary (fixture);
  summary = unknot_test_summary_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL, FALSE);
  suggestions = unknot_summary_dup_suggestions (summary);
  g_assert_cmpuint (suggestions->len, ==, 1);
  taken_up = g_strconcat (unknot_advice_item_get_text (g_ptr_array_index (suggestions, 0)), " ",
                          NULL);
  own[1] = taken_up;
  sections = unknot_summary_make_sections (summary, &choice);
  section = unknot_test_summary_find (sections, UNKNOT_SUMMARY_QUESTIONS);
  g_assert_cmpuint (section->lines->len, ==, 1);
  line = g_ptr_array_index (section->lines, 0);
  g_assert_null (line->label);
  g_assert_cmpuint (g_strv_length (line->items), ==, 2);
}

static void
assert_suggests (DiaryFixture *fixture,
                 const char   *beginning)
{
  g_autoptr (UnknotSummary) summary =
    unknot_test_summary_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL, FALSE);
  g_autoptr (GPtrArray) suggestions = unknot_summary_dup_suggestions (summary);
  gboolean found = FALSE;

  for (guint i = 0; i < suggestions->len; i++)
    {
      UnknotAdviceItem *item = g_ptr_array_index (suggestions, i);

      g_assert_cmpuint (unknot_advice_item_get_facts (item)->len, >, 0);
      found |= g_str_has_prefix (unknot_advice_item_get_text (item), beginning);
    }
  if (!found)
    g_error ("“%s …” is not suggested", beginning);
}

/* Each is, where the diary gives reason to. */
static void
test_summary_suggestions (DiaryFixture  *fixture,
                          gconstpointer  data)
{
  unknot_test_diary_open (fixture);
  unknot_test_history_save_day (fixture, 20260901, TRUE, NULL);
  for (int day = 20261107; day <= 20261121; day += 2)
    {
      g_autoptr (UnknotEpisode) spasm = unknot_test_history_save_spasm (fixture, day, day, 3);

      set_codes (spasm, UNKNOT_VOCABULARY_TRIGGER, "sport", "posture");
      set_codes (spasm, UNKNOT_VOCABULARY_SPREADS, "arm", NULL);
      unknot_test_diary_save (fixture->diary, spasm);
      unknot_test_history_save_relief (fixture, day, "heat", "none");
    }
  for (int day = 20261112; day <= 20261121; day++)
    take (fixture, day, "Ibuprofen", "ibuprofen", 400, "mg");
  assert_suggests (fixture, "The spasms have gone on");
  assert_suggests (fixture, "The spasms come more often");
  assert_suggests (fixture, "The pain spreads");
  assert_suggests (fixture, "Which pain medicine");
  assert_suggests (fixture, "What I have tried");
  assert_suggests (fixture, "When may I go back");
  assert_suggests (fixture, "Could a physical therapist");
  assert_suggests (fixture, "Which stretches");
}

/* --- The rest --- */

static void
test_summary_notes (DiaryFixture  *fixture,
                    gconstpointer  data)
{
  const UnknotSummaryChoice choice = { .parts = UNKNOT_SUMMARY_SET (UNKNOT_SUMMARY_NOTES) };
  g_autoptr (GPtrArray) spasms = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (UnknotSummary) summary = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GError) error = NULL;
  const UnknotSummaryLine *line;

  unknot_test_diary_open (fixture);
  for (guint i = 0; i < 100; i++)
    {
      UnknotEpisode *spasm = unknot_test_diary_make_episode (20261101, i % 12, 3);

      unknot_episode_set_note (spasm, i % 12 == 11 ? "Late" : "Early", NULL);
      g_ptr_array_add (spasms, spasm);
    }
  unknot_test_diary_try_save_all (fixture->diary, spasms, &error);
  g_assert_no_error (error);
  summary = unknot_test_summary_load (fixture, 20261101, 20261121, FALSE);
  sections = unknot_summary_make_sections (summary, &choice);
  line = g_ptr_array_index (
    ((UnknotSummarySection *) g_ptr_array_index (sections, 0))->lines, 0);
  g_assert_cmpuint (g_strv_length (line->items) + line->n_more, ==, 100);
  g_assert_cmpstr (line->items[0], ==, "1 November 2026: Late");
}

static void
save_visit (DiaryFixture *fixture,
            int           day,
            const char   *outcome)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, 11, 0);
  g_autoptr (UnknotVisit) visit = unknot_visit_new (moment);

  g_assert_true (unknot_visit_set_outcome (visit, outcome, NULL));
  unknot_test_diary_save (fixture->diary, visit);
}

static void
test_summary_entries (DiaryFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (UnknotSummary) summary = NULL;
  g_autoptr (UnknotEpisode) going = NULL;

  unknot_test_diary_open (fixture);
  save_ordinary (fixture);
  going = unknot_test_history_save_spasm (fixture, 20261121, 0, 7);
  take (fixture, 20261112, "Ibuprofen", "ibuprofen", 400, "mg");
  g_object_unref (unknot_test_history_save_peg (fixture, 20261113, 8, 6));
  unknot_test_history_save_check (fixture, 20261114, "doctor");
  unknot_test_history_save_day (fixture, 20261117, FALSE, NULL);
  save_visit (fixture, 20261118, "");
  save_visit (fixture, 20261119, "Keep\nmoving.");
  summary = unknot_test_summary_load (fixture, 20261015, 20261121, TRUE);
  assert_told (summary, UNKNOT_SUMMARY_ENTRIES,
               "21 Nov 2026, 08:00|7|no end||||\n"
               "19 Nov 2026, 11:00||||||Visit to the doctor: Keep moving.\n"
               "18 Nov 2026, 11:00||||||Visit to the doctor\n"
               "14 Nov 2026, 08:00||||||Check-up: Book an appointment\n"
               "13 Nov 2026, 08:00||||||Pain and function, 6.0 of 10\n"
               "12 Nov 2026, 09:00|||||Ibuprofen 400 mg|\n"
               "11 Nov 2026||||||Broken sleep\n"
               "10 Nov 2026, 08:00|4|1 h|Lower back, left, Hip|Lifting|Heat: Helped a lot, Rest|"
               "Bent down.\n"
               "5 Nov 2026||||||No pain, Slept well\n"
               "20 Oct 2026, 08:00|6|1 h||||\n"
               "15 Oct 2026, 08:00||||||Moved house\n");
}

/* What is told to be more frequent is what the protocol has as such. */
static void
test_summary_more_frequent (DiaryFixture  *fixture,
                            gconstpointer  data)
{
  unknot_test_diary_open (fixture);
  unknot_test_history_save_day (fixture, 20260901, TRUE, NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_object_unref (unknot_test_history_save_spasm (fixture, 20261001 + i, 20261001 + i, 3));
      assert_worrying (fixture, "No warning sign was entered in the diary. There was no check-up, so "
                                "none was asked about.");
    }
  for (guint i = 0; i < 5; i++)
    {
      g_object_unref (unknot_test_history_save_spasm (fixture, 20261026 + i, 20261026 + i, 3));
      assert_worrying (fixture, i < 4 ? "No warning sign was entered in the diary. There was no "
                                        "check-up, so none was asked about."
                                      : "spasms come more often than before");
    }
}

static void
assert_often (DiaryFixture *fixture,
              int           last_day,
              const char   *expected)
{
  g_autoptr (UnknotSummary) summary =
    unknot_test_summary_load (fixture, UNKNOT_HISTORY_ALL, last_day, FALSE);
  g_autofree char *told = unknot_test_summary_tell (summary, UNKNOT_SUMMARY_GLANCE);
  g_autofree char *line = g_strdup_printf ("\nHow often: %s\n", expected);

  g_assert_nonnull (strstr (told, line));
}

/* A diary is as old at the end of the period as the trends have it: 55 days are not enough. */
static void
test_summary_of_a_young_diary (DiaryFixture  *fixture,
                               gconstpointer  data)
{
  unknot_test_diary_open (fixture);
  for (int day = 20261110; day < 20261115; day++)
    g_object_unref (unknot_test_history_save_spasm (fixture, day, day, 3));
  unknot_test_history_save_day (fixture, 20260927, FALSE, NULL); /* 55 days ago */
  assert_worrying (fixture, "No warning sign was entered in the diary. There was no check-up, so "
                            "none was asked about.");
  assert_often (fixture, UNKNOT_HISTORY_ALL, "5 spasms");

  unknot_test_history_save_day (fixture, 20260926, FALSE, NULL);
  assert_worrying (fixture, "spasms come more often than before");
  assert_often (fixture, UNKNOT_HISTORY_ALL,
                "5 spasms; 5 in the last 28 days, 0 in the 28 days before");
  assert_often (fixture, 20261120, "5 spasms");
}

static void
test_summary_cancelled (DiaryFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  unknot_test_diary_open (fixture);
  g_cancellable_cancel (cancellable);
  g_assert_null (unknot_test_summary_try_load (fixture, 20261001, 20261121, TRUE, cancellable,
                                               &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_summary_closed (DiaryFixture  *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (unknot_test_summary_try_load (fixture, 20261001, 20261121, TRUE, NULL, &error));
  g_assert_nonnull (error);
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

  add ("/summary/empty", test_summary_empty);
  add ("/summary/ordinary", test_summary_ordinary);
  add ("/summary/past", test_summary_past);
  add ("/summary/no-length", test_summary_no_length);
  add ("/summary/dangers", test_summary_dangers);
  add ("/summary/dangers-carried", test_summary_dangers_carried);
  add ("/summary/dangers-of-places", test_summary_dangers_of_places);
  add ("/summary/course", test_summary_course);
  add ("/summary/endless", test_summary_endless);
  add ("/summary/helps", test_summary_helps);
  add ("/summary/checkup", test_summary_checkup);
  add ("/summary/checkup-whole", test_summary_checkup_whole);
  add ("/summary/checkup-before", test_summary_checkup_before);
  add ("/summary/checkup-worst", test_summary_checkup_worst);
  add ("/summary/checkup-everything", test_summary_checkup_everything);
  add ("/summary/checkup-open", test_summary_checkup_open);
  add ("/summary/unchecked", test_summary_unchecked);
  add ("/summary/medicine", test_summary_medicine);
  add ("/summary/worst-first", test_summary_worst_first);
  add ("/summary/peg", test_summary_peg);
  add ("/summary/peg-little", test_summary_peg_little);
  add ("/summary/same", test_summary_same);
  add ("/summary/questions", test_summary_questions);
  add ("/summary/question-taken-up", test_summary_question_taken_up);
  add ("/summary/suggestions", test_summary_suggestions);
  add ("/summary/notes", test_summary_notes);
  add ("/summary/entries", test_summary_entries);
  add ("/summary/more-frequent", test_summary_more_frequent);
  add ("/summary/of-a-young-diary", test_summary_of_a_young_diary);
  add ("/summary/cancelled", test_summary_cancelled);
  add ("/summary/closed", test_summary_closed);

  return g_test_run ();
}
