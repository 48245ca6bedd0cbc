/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-checkup.h"
#include "unknot-danger.h"
#include "unknot-test-advice.h"

/* What a check-up makes of what the diary tells it. */

#define RIGHT_NOW 0
#define THIS_SPASM 4
#define N_SETS 3000

static const char *const filled_in[] = {
  "duration-days", "more-frequent", "otc-days", "over-label"
};

static const char *const named[] = {
  "bladder", "bowel", "saddle-numbness", "both-legs", "limb-weakness", "limb-numbness",
  "one-sided", "balance", "consciousness", "chest", "fever"
};

typedef struct
{
  UnknotProtocol *protocol;
  UnknotClock *clock;
  UnknotCheckup *checkup;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2026, 11, 21, 0, 4, 5);

  fixture->protocol = unknot_test_load_protocol ();
  fixture->clock = unknot_clock_new ();
  unknot_clock_set_now (fixture->clock, now);
  fixture->checkup = unknot_checkup_new (fixture->protocol, fixture->clock);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->checkup);
  g_assert_finalize_object (fixture->clock);
  g_assert_finalize_object (fixture->protocol);
}

static UnknotQuestion *
lookup (Fixture    *fixture,
        const char *question)
{
  return unknot_test_lookup (fixture->protocol, question);
}

static UnknotPage *
get_page (Fixture *fixture,
          guint    place)
{
  UnknotQuestionnaire *questionnaire = unknot_protocol_get_questionnaire (fixture->protocol);
  g_autoptr (UnknotPage) page =
    g_list_model_get_item (unknot_questionnaire_get_pages (questionnaire), place);

  return page;
}

static void
give (Fixture    *fixture,
      const char *question,
      const char *answer)
{
  unknot_test_give (fixture->protocol, unknot_checkup_get_answers (fixture->checkup), question,
                    answer);
}

static void
answer_calmly (Fixture *fixture)
{
  g_autoptr (GBytes) json = unknot_test_read_file ("tests", "vignettes", "base.json", NULL);
  g_autoptr (GError) error = NULL;

  unknot_checkup_load (fixture->checkup, json, &error);
  g_assert_no_error (error);
}

/* As the diary would: one answer, or none. */
static void
tell (Fixture    *fixture,
      const char *question,
      const char *answer)
{
  g_autoptr (UnknotAnswers) answers =
    unknot_answers_new (unknot_protocol_get_questionnaire (fixture->protocol));

  unknot_test_give (fixture->protocol, answers, question, answer);
  unknot_checkup_set_diary_answers (fixture->checkup, answers);
}

static gboolean
name_danger (Fixture    *fixture,
             const char *question,
             const char *code)
{
  UnknotDanger danger = { question, code };
  g_autoptr (GPtrArray) dangers = g_ptr_array_new ();

  g_ptr_array_add (dangers, &danger);

  return unknot_checkup_take_dangers (fixture->checkup, dangers);
}

static gboolean
is_suggested (Fixture    *fixture,
              const char *question)
{
  return unknot_checkup_is_suggested (fixture->checkup, lookup (fixture, question));
}

static gboolean
is_from_diary (Fixture    *fixture,
               const char *question)
{
  return unknot_checkup_is_from_diary (fixture->checkup, lookup (fixture, question));
}

static gboolean
is_worse_in_diary (Fixture    *fixture,
                   const char *question)
{
  return unknot_checkup_is_worse_in_diary (fixture->checkup, lookup (fixture, question));
}

static void
assert_answer (Fixture    *fixture,
               const char *question,
               const char *expected)
{
  g_autoptr (UnknotAnswers) answers =
    unknot_answers_copy (unknot_checkup_get_answers (fixture->checkup));
  guint position = unknot_question_get_position (lookup (fixture, question));
  gint32 value = unknot_answers_get_values (answers)[position];

  unknot_test_give (fixture->protocol, answers, question, expected);
  g_assert_cmpint (value, ==, unknot_answers_get_values (answers)[position]);
}

static UnknotLevel
get_level (Fixture *fixture)
{
  return unknot_assessment_get_level (unknot_checkup_get_assessment (fixture->checkup));
}

static gboolean
is_complete (Fixture *fixture)
{
  return unknot_assessment_is_complete (unknot_checkup_get_assessment (fixture->checkup));
}

static char *
dup_assessment (UnknotCheckup *checkup)
{
  g_autoptr (JsonNode) node =
    unknot_assessment_to_json (unknot_checkup_get_assessment (checkup));

  return json_to_string (node, FALSE);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_diary_suggests (Fixture       *fixture,
                     gconstpointer  data)
{
  UnknotQuestion *duration = lookup (fixture, "duration-days");
  guint n_notifies = 0;

  g_assert_null (unknot_checkup_get_diary_answers (fixture->checkup, duration));
  g_assert_false (is_from_diary (fixture, "duration-days"));
  g_signal_connect_swapped (fixture->checkup, "notify::assessment", G_CALLBACK (count_cb),
                            &n_notifies);
  tell (fixture, "duration-days", "20");
  g_assert_cmpuint (n_notifies, ==, 1);
  g_assert_true (is_suggested (fixture, "duration-days"));
  g_assert_true (is_from_diary (fixture, "duration-days"));
  g_assert_false (is_worse_in_diary (fixture, "duration-days"));
  g_assert_cmpint (unknot_answers_get_count (
                     unknot_checkup_get_shown_answers (fixture->checkup, duration), duration),
                   ==, 20);
  g_assert_false (is_suggested (fixture, "otc-days"));

  /* Shown, but no answer. */
  g_assert_true (unknot_checkup_is_empty (fixture->checkup));
  g_assert_cmpint (get_level (fixture), ==, UNKNOT_LEVEL_NONE);

  unknot_checkup_confirm_page (fixture->checkup, get_page (fixture, RIGHT_NOW));
  assert_answer (fixture, "duration-days", NULL);
  unknot_checkup_confirm_page (fixture->checkup, get_page (fixture, THIS_SPASM));
  assert_answer (fixture, "duration-days", "20");
  g_assert_cmpint (get_level (fixture), ==, UNKNOT_LEVEL_DOCTOR);
  g_assert_false (is_suggested (fixture, "duration-days"));
  g_assert_true (is_from_diary (fixture, "duration-days"));
}

/* What the person says stands, and says so where the diary is more worried. */
static void
test_diary_never_overwrites (Fixture       *fixture,
                             gconstpointer  data)
{
  static const struct
  {
    const char *question;
    const char *answer;
    const char *told;
    gboolean from_diary;
    gboolean worse;
  } cases[] = {
    { "duration-days", "5", "5", TRUE, FALSE },   { "duration-days", "5", "6", FALSE, TRUE },
    { "duration-days", "5", "4", FALSE, FALSE },  { "duration-days", "0", "0", TRUE, FALSE },
    { "duration-days", "5", NULL, FALSE, FALSE }, { "otc-days", "9", "10", FALSE, TRUE },
    { "over-label", "no", "yes", FALSE, TRUE },   { "over-label", "not-sure", "yes", FALSE, TRUE },
    { "over-label", "yes", "yes", TRUE, FALSE },  { "over-label", "yes", NULL, FALSE, FALSE },
    { "more-frequent", "yes", "no", FALSE, FALSE },
    { "more-frequent", "not-sure", "no", FALSE, FALSE },
    { "more-frequent", "no", "yes", FALSE, TRUE },
    { "more-frequent", "skipped", "yes", FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s: %s", cases[i].question, cases[i].answer);
      give (fixture, cases[i].question, cases[i].answer);
      tell (fixture, cases[i].question, cases[i].told);
      assert_answer (fixture, cases[i].question, cases[i].answer);
      g_assert_false (is_suggested (fixture, cases[i].question));
      g_assert_cmpint (is_from_diary (fixture, cases[i].question), ==, cases[i].from_diary);
      g_assert_cmpint (is_worse_in_diary (fixture, cases[i].question), ==, cases[i].worse);
      unknot_checkup_confirm_page (fixture->checkup, get_page (fixture, THIS_SPASM));
      assert_answer (fixture, cases[i].question, cases[i].answer);
    }
}

static void
test_diary_confirmed_then_worse (Fixture       *fixture,
                                 gconstpointer  data)
{
  tell (fixture, "otc-days", "3");
  unknot_checkup_confirm_page (fixture->checkup, get_page (fixture, THIS_SPASM));
  tell (fixture, "otc-days", "10");
  assert_answer (fixture, "otc-days", "3");
  g_assert_true (is_worse_in_diary (fixture, "otc-days"));
  tell (fixture, "otc-days", "2");
  assert_answer (fixture, "otc-days", "3");
  g_assert_false (is_worse_in_diary (fixture, "otc-days"));
  g_assert_false (is_from_diary (fixture, "otc-days"));
}

static void
test_diary_suggestion_taken_away (Fixture       *fixture,
                                  gconstpointer  data)
{
  tell (fixture, "duration-days", "20");
  unknot_checkup_clear (fixture->checkup, lookup (fixture, "duration-days"));
  g_assert_false (is_suggested (fixture, "duration-days"));
  tell (fixture, "duration-days", "21");
  g_assert_false (is_suggested (fixture, "duration-days"));
  g_assert_true (is_worse_in_diary (fixture, "duration-days"));
  unknot_checkup_confirm_page (fixture->checkup, get_page (fixture, THIS_SPASM));
  assert_answer (fixture, "duration-days", NULL);

  /* Another check-up has it again. */
  unknot_checkup_restart (fixture->checkup);
  g_assert_true (is_suggested (fixture, "duration-days"));
  unknot_checkup_set_diary_answers (fixture->checkup, NULL);
  g_assert_false (is_suggested (fixture, "duration-days"));
}

static void
test_diary_and_the_rest (Fixture       *fixture,
                         gconstpointer  data)
{
  UnknotPage *page = get_page (fixture, THIS_SPASM);

  /* “No to the rest” is no answer to what the diary says. */
  tell (fixture, "over-label", "yes");
  unknot_checkup_deny_rest (fixture->checkup, page);
  assert_answer (fixture, "worried", "no");
  assert_answer (fixture, "over-label", NULL);
  g_assert_true (is_suggested (fixture, "over-label"));

  /* Left out is not confirmed. */
  give (fixture, "over-label", "skipped");
  unknot_checkup_confirm_page (fixture->checkup, page);
  assert_answer (fixture, "over-label", "skipped");

  /* Nor is it denied in passing then. */
  give (fixture, "rash", "skipped");
  unknot_checkup_deny_rest (fixture->checkup, page);
  assert_answer (fixture, "rash", "no");
  assert_answer (fixture, "over-label", "skipped");
  g_assert_false (unknot_checkup_can_deny_rest (fixture->checkup, page));
}

/* The last check-up says nothing of this spasm, whatever it said. */
static void
test_diary_wins (Fixture       *fixture,
                 gconstpointer  data)
{
  UnknotQuestion *duration = lookup (fixture, "duration-days");

  answer_calmly (fixture);
  give (fixture, "duration-days", "7");
  unknot_checkup_finish (fixture->checkup);
  unknot_checkup_restart (fixture->checkup);
  g_assert_false (is_suggested (fixture, "duration-days"));
  tell (fixture, "duration-days", "9");
  g_assert_cmpint (unknot_answers_get_count (
                     unknot_checkup_get_shown_answers (fixture->checkup, duration), duration),
                   ==, 9);
  g_assert_true (is_suggested (fixture, "age"));
  g_assert_false (is_from_diary (fixture, "age"));
}

/* A check-up is as old as its last answer: what the diary says is none. */
static void
test_diary_leaves_its_age (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GDateTime) now = unknot_clock_get_now (fixture->clock);
  g_autoptr (GDateTime) later = g_date_time_add_days (now, 2);

  answer_calmly (fixture);
  unknot_checkup_finish (fixture->checkup);
  unknot_clock_set_now (fixture->clock, later);
  tell (fixture, "otc-days", "12");
  g_assert_true (unknot_checkup_is_old (fixture->checkup));
  g_assert_true (unknot_checkup_is_finished (fixture->checkup));
}

static void
answer_at_random (Fixture       *fixture,
                  UnknotAnswers *answers)
{
  for (guint i = 0; i < G_N_ELEMENTS (filled_in); i++)
    {
      UnknotQuestion *question = lookup (fixture, filled_in[i]);

      if (g_test_rand_bit ())
        unknot_answers_clear (answers, question);
      else if (unknot_question_get_kind (question) == UNKNOT_QUESTION_COUNT)
        unknot_answers_set_count (answers, question, g_test_rand_int_range (0, 20), NULL);
      else
        unknot_answers_set_code (answers, question,
                                 unknot_question_get_option_code (
                                   question, g_test_rand_int_range (0, 3)), NULL);
    }
}

static gboolean
is_any_suggested (Fixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (filled_in); i++)
    {
      if (is_suggested (fixture, filled_in[i]))
        return TRUE;
    }

  return FALSE;
}

/* Run with --seed to get the same again. */
static void
test_diary_counts_only_once_confirmed (Fixture       *fixture,
                                       gconstpointer  data)
{
  guint n_suggested = 0;

  answer_calmly (fixture);
  for (guint i = 0; i < N_SETS; i++)
    {
      g_autoptr (UnknotAnswers) told = unknot_test_new_calm_answers (fixture->protocol);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      gboolean suggested;

      unknot_checkup_set_diary_answers (fixture->checkup, NULL);
      answer_at_random (fixture, unknot_checkup_get_answers (fixture->checkup));
      answer_at_random (fixture, told);
      before = dup_assessment (fixture->checkup);
      unknot_checkup_set_diary_answers (fixture->checkup, told);
      after = dup_assessment (fixture->checkup);
      g_assert_cmpstr (before, ==, after);

      suggested = is_any_suggested (fixture);
      g_assert_false (suggested && is_complete (fixture));
      n_suggested += suggested;

      /* Confirmed, they are answers as if they had been given. */
      unknot_checkup_confirm_page (fixture->checkup, get_page (fixture, THIS_SPASM));
      g_assert_false (is_any_suggested (fixture));
    }
  g_assert_cmpuint (n_suggested, >, N_SETS / 4);
}

static void
test_dangers_raise (Fixture       *fixture,
                    gconstpointer  data)
{
  static const struct
  {
    const char *question;
    const char *answer;
    const char *named;
    const char *then;
  } cases[] = {
    { "bladder", NULL, "new", "new" },          { "bladder", NULL, "not-sure", "not-sure" },
    { "bladder", "skipped", "new", "new" },     { "bladder", "skipped", "not-sure", "not-sure" },
    { "bladder", "no", "not-sure", "not-sure" }, { "bladder", "no", "new", "new" },
    { "bladder", "not-sure", "new", "new" },    { "bladder", "not-sure", "not-sure", "not-sure" },
    { "bladder", "new", "not-sure", "new" },    { "bladder", "gone", "new", "gone" },
    { "bladder", "gone", "not-sure", "gone" },  { "bladder", "old", "not-sure", "old" },
    { "bladder", "old", "new", "new" },         { "fever", NULL, "yes", "yes" },
    { "fever", "no", "yes", "yes" },            { "fever", "no", "not-sure", "not-sure" },
    { "fever", "yes", "not-sure", "yes" },      { "fever", "not-sure", "yes", "yes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean taken = g_strcmp0 (cases[i].answer, cases[i].then) != 0;

      g_test_message ("%s %s, %s", cases[i].question, cases[i].answer, cases[i].named);
      unknot_checkup_restart (fixture->checkup);
      give (fixture, cases[i].question, cases[i].answer);
      g_assert_cmpint (name_danger (fixture, cases[i].question, cases[i].named), ==, taken);
      assert_answer (fixture, cases[i].question, cases[i].then);
      g_assert_false (is_suggested (fixture, cases[i].question));
      g_assert_cmpint (is_from_diary (fixture, cases[i].question), ==, taken);
      g_assert_false (name_danger (fixture, cases[i].question, cases[i].named));
    }
}

/* They count at once; the person can still say otherwise, and is told. */
static void
test_dangers_count (Fixture       *fixture,
                    gconstpointer  data)
{
  answer_calmly (fixture);
  unknot_checkup_finish (fixture->checkup);
  g_assert_cmpint (get_level (fixture), ==, UNKNOT_LEVEL_SELF_CARE);
  g_assert_true (name_danger (fixture, "saddle-numbness", "not-sure"));
  g_assert_cmpint (get_level (fixture), ==, UNKNOT_LEVEL_URGENT);
  g_assert_false (unknot_checkup_is_finished (fixture->checkup));
  g_assert_true (name_danger (fixture, "saddle-numbness", "new"));
  g_assert_cmpint (get_level (fixture), ==, UNKNOT_LEVEL_EMERGENCY);

  give (fixture, "saddle-numbness", "no");
  g_assert_cmpint (get_level (fixture), ==, UNKNOT_LEVEL_SELF_CARE);
  g_assert_false (is_from_diary (fixture, "saddle-numbness"));
  g_assert_true (is_worse_in_diary (fixture, "saddle-numbness"));

  /* What was taken away is not offered as a mere suggestion. */
  unknot_checkup_clear (fixture->checkup, lookup (fixture, "saddle-numbness"));
  g_assert_false (is_suggested (fixture, "saddle-numbness"));

  unknot_checkup_restart (fixture->checkup);
  g_assert_false (is_worse_in_diary (fixture, "saddle-numbness"));
}

/* Answers of another day do not stand beside it as if they were of now. */
static void
test_dangers_in_an_old_checkup (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (GDateTime) now = unknot_clock_get_now (fixture->clock);
  g_autoptr (GDateTime) next_day = g_date_time_add_days (now, 1);
  g_autoptr (GDateTime) later = g_date_time_add_seconds (next_day, 1);
  g_autoptr (GDateTime) much_later = g_date_time_add_days (later, 2);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  give (fixture, "bowel", "no");
  give (fixture, "fever", "yes");
  unknot_clock_set_now (fixture->clock, next_day);
  g_assert_false (name_danger (fixture, "fever", "yes"));
  assert_answer (fixture, "bowel", "no");

  unknot_clock_set_now (fixture->clock, later);
  g_assert_false (unknot_checkup_take_dangers (fixture->checkup, none));
  assert_answer (fixture, "bowel", "no");
  g_assert_true (name_danger (fixture, "fever", "yes"));
  assert_answer (fixture, "fever", "yes");
  assert_answer (fixture, "bowel", NULL);
  g_assert_false (unknot_checkup_is_old (fixture->checkup));

  /* An emergency stays one. */
  give (fixture, "bladder", "gone");
  unknot_clock_set_now (fixture->clock, much_later);
  g_assert_true (unknot_checkup_is_old (fixture->checkup));
  g_assert_true (name_danger (fixture, "bowel", "not-sure"));
  g_assert_cmpint (get_level (fixture), ==, UNKNOT_LEVEL_EMERGENCY);
  assert_answer (fixture, "bladder", "gone");
}

/* Who said yes, and not yet since when, is sure. */
static void
test_dangers_half_answered (Fixture       *fixture,
                            gconstpointer  data)
{
  UnknotQuestion *bowel = lookup (fixture, "bowel");

  unknot_checkup_set_half_answered (fixture->checkup, bowel, TRUE);
  g_assert_false (name_danger (fixture, "bowel", "not-sure"));
  assert_answer (fixture, "bowel", NULL);
  g_assert_true (unknot_checkup_is_half_answered (fixture->checkup, bowel));
  g_assert_true (name_danger (fixture, "bowel", "new"));
  assert_answer (fixture, "bowel", "new");
  g_assert_false (unknot_checkup_is_half_answered (fixture->checkup, bowel));
}

static void
test_dangers_never_lower (Fixture       *fixture,
                          gconstpointer  data)
{
  for (guint i = 0; i < N_SETS; i++)
    {
      UnknotAnswers *answers;
      UnknotLevel before;
      gboolean complete;

      answer_calmly (fixture);
      answers = unknot_checkup_get_answers (fixture->checkup);
      for (guint j = 0; j < G_N_ELEMENTS (named); j++)
        {
          UnknotQuestion *question = lookup (fixture, named[j]);
          int option = g_test_rand_int_range (-2, unknot_question_get_n_options (question));

          if (option < 0)
            unknot_test_give (fixture->protocol, answers, named[j], option < -1 ? "skipped" : NULL);
          else
            unknot_test_give (fixture->protocol, answers, named[j],
                              unknot_question_get_option_code (question, option));
        }
      if (g_test_rand_bit ())
        give (fixture, "old-signs-assessed", g_test_rand_bit () ? "yes" : "no");

      for (guint j = 0; j < 3; j++)
        {
          const char *question = named[g_test_rand_int_range (0, G_N_ELEMENTS (named))];
          UnknotQuestion *asked = lookup (fixture, question);
          gboolean sign = unknot_question_get_kind (asked) == UNKNOT_QUESTION_SIGN;
          const char *code = g_test_rand_bit () ? "not-sure" : sign ? "new" : "yes";

          before = MAX (get_level (fixture), UNKNOT_LEVEL_SELF_CARE);
          complete = is_complete (fixture);
          name_danger (fixture, question, code);
          g_assert_cmpint (MAX (get_level (fixture), UNKNOT_LEVEL_SELF_CARE), >=, before);
          if (complete)
            g_assert_true (is_complete (fixture));
        }
    }
}

static void
test_dangers_saved (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (UnknotCheckup) loaded = unknot_checkup_new (fixture->protocol, fixture->clock);
  g_autoptr (GBytes) plain = unknot_checkup_save (fixture->checkup);
  g_autoptr (GBytes) saved = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (strstr (g_bytes_get_data (plain, NULL), "extension"));
  name_danger (fixture, "fever", "yes");
  name_danger (fixture, "balance", "not-sure");
  name_danger (fixture, "bowel", "not-sure");
  give (fixture, "bowel", "no");
  give (fixture, "bladder", "new");
  tell (fixture, "otc-days", "4");

  saved = unknot_checkup_save (fixture->checkup);
  g_assert_true (unknot_checkup_load (loaded, saved, &error));
  g_assert_no_error (error);
  g_assert_true (unknot_checkup_is_from_diary (loaded, lookup (fixture, "fever")));
  g_assert_true (unknot_checkup_is_from_diary (loaded, lookup (fixture, "balance")));
  g_assert_false (unknot_checkup_is_from_diary (loaded, lookup (fixture, "bowel")));
  g_assert_false (unknot_checkup_is_from_diary (loaded, lookup (fixture, "bladder")));
  g_assert_null (unknot_checkup_get_diary_answers (loaded, lookup (fixture, "otc-days")));

  /* The marks of what was loaded are those of this check-up, not of the one before. */
  g_assert_true (unknot_checkup_load (loaded, plain, &error));
  g_assert_no_error (error);
  g_assert_false (unknot_checkup_is_from_diary (loaded, lookup (fixture, "fever")));
}

/* What another program wrote there is left alone. */
static void
test_dangers_of_strange_marks (Fixture       *fixture,
                               gconstpointer  data)
{
  static const char *const marks[] = {
    "5", "[]", "[5]", "[{}]", "[{\"url\": 5}]",
    "[{\"url\": \"urn:other\", \"valueCode\": \"fever\"}]",
    "[{\"url\": \"urn:uuid:577d398a-19e9-4e34-a679-4fac99fec757\"}]",
    "[{\"url\": \"urn:uuid:577d398a-19e9-4e34-a679-4fac99fec757\", \"valueCode\": 5}]",
    "[{\"url\": \"urn:uuid:577d398a-19e9-4e34-a679-4fac99fec757\", \"valueCode\": \"none\"}]",
    "[{\"url\": \"urn:uuid:577d398a-19e9-4e34-a679-4fac99fec757\", \"valueCode\": \"fever\"}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *text =
        g_strdup_printf ("{\"resourceType\": \"QuestionnaireResponse\", \"status\": \"completed\", "
                         "\"authored\": 5, \"extension\": %s}", marks[i]);
      g_autoptr (GBytes) json = g_bytes_new_static (text, strlen (text));
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", marks[i]);
      unknot_checkup_load (fixture->checkup, json, &error);
      g_assert_no_error (error);
      g_assert_true (unknot_checkup_is_empty (fixture->checkup));
      g_assert_false (is_from_diary (fixture, "fever"));
    }
}

/* On the person's own day, though it is the day before in UTC; and back. */
static void
test_checkup_to_check (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (UnknotCheckup) loaded = unknot_checkup_new (fixture->protocol, fixture->clock);
  g_autoptr (UnknotCheck) check = NULL;
  g_autoptr (GBytes) answers = NULL;
  g_autofree char *assessment = NULL;
  g_autofree char *loaded_assessment = NULL;
  g_autoptr (GDateTime) later = NULL;
  g_autoptr (GError) error = NULL;

  answer_calmly (fixture);
  give (fixture, "duration-days", "3");
  give (fixture, "rash", "skipped");
  unknot_checkup_finish (fixture->checkup);
  assessment = dup_assessment (fixture->checkup);
  later = g_date_time_add_days (
    unknot_assessment_get_time (unknot_checkup_get_assessment (fixture->checkup)), 9);
  unknot_clock_set_now (fixture->clock, later);

  check = unknot_checkup_to_check (fixture->checkup);
  g_assert_cmpint (unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (check))), ==,
                   20261121);
  g_assert_cmpint (unknot_check_get_level (check), ==, get_level (fixture));
  g_assert_false (unknot_check_is_complete (check));
  g_assert_cmpstr (unknot_check_get_assessment (check), ==, assessment);

  answers = g_bytes_new_static (unknot_check_get_answers (check),
                                strlen (unknot_check_get_answers (check)));
  g_assert_true (unknot_checkup_load (loaded, answers, &error));
  g_assert_no_error (error);
  loaded_assessment = dup_assessment (loaded);
  g_assert_cmpstr (loaded_assessment, ==, assessment);
  g_assert_true (unknot_checkup_is_finished (loaded));
  g_assert_true (unknot_answers_is_skipped (unknot_checkup_get_answers (loaded),
                                            lookup (fixture, "rash")));
  g_assert_true (g_date_time_equal (
    unknot_assessment_get_time (unknot_checkup_get_assessment (loaded)),
    unknot_assessment_get_time (unknot_checkup_get_assessment (fixture->checkup))));
}

static void
test_checkup_to_check_recheck (Fixture       *fixture,
                               gconstpointer  data)
{
  static const struct
  {
    const char *question;
    const char *answer;
    UnknotLevel level;
    int recheck_day;
  } cases[] = {
    { "duration-days", "0", UNKNOT_LEVEL_SELF_CARE, 20261205 },
    { "duration-days", "13", UNKNOT_LEVEL_SELF_CARE, 20261122 },
    { "worried", "yes", UNKNOT_LEVEL_DOCTOR, 20261122 },
    { "worried", "skipped", UNKNOT_LEVEL_NONE, 0 },
    { "fever", "yes", UNKNOT_LEVEL_URGENT, 0 },
    { "fever", "no", UNKNOT_LEVEL_NONE, 0 },
    { "worried", "yes", UNKNOT_LEVEL_DOCTOR, 20261122 },
    { "duration-days", "skipped", UNKNOT_LEVEL_DOCTOR, 0 },
    { "duration-days", "14", UNKNOT_LEVEL_DOCTOR, 0 },
    { "bladder", "new", UNKNOT_LEVEL_EMERGENCY, 0 },
  };

  answer_calmly (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotCheck) check = NULL;

      g_test_message ("%s %s", cases[i].question, cases[i].answer);
      give (fixture, cases[i].question, cases[i].answer);
      unknot_checkup_finish (fixture->checkup);
      check = unknot_checkup_to_check (fixture->checkup);
      g_assert_cmpint (unknot_check_get_level (check), ==, cases[i].level);
      g_assert_cmpint (unknot_check_get_recheck_day (check), ==, cases[i].recheck_day);
    }
}

static gboolean
covers (Fixture    *fixture,
        const char *question,
        const char *code)
{
  UnknotDanger danger = { question, code };
  g_autoptr (GPtrArray) dangers = g_ptr_array_new ();

  g_ptr_array_add (dangers, &danger);

  return unknot_checkup_covers (fixture->checkup, dangers);
}

/* A danger is looked at where it was answered as worrying; a word in a note, where it was answered. */
static void
test_dangers_covered (Fixture       *fixture,
                      gconstpointer  data)
{
  g_assert_false (covers (fixture, "bladder", "new"));
  g_assert_false (covers (fixture, "bladder", "not-sure"));
  give (fixture, "bladder", "no");
  g_assert_false (covers (fixture, "bladder", "new"));
  g_assert_true (covers (fixture, "bladder", "not-sure"));
  give (fixture, "bladder", "not-sure");
  g_assert_false (covers (fixture, "bladder", "new"));
  give (fixture, "bladder", "old");
  g_assert_false (covers (fixture, "bladder", "new"));
  give (fixture, "bladder", "gone");
  g_assert_true (covers (fixture, "bladder", "new"));
  give (fixture, "fever", "yes");
  g_assert_true (covers (fixture, "fever", "yes"));
}

/* What was answered comes back as of then. */
static void
test_checkup_from_check (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotCheck) check = NULL;
  g_autoptr (UnknotCheck) strange = NULL;
  g_autoptr (UnknotCheckup) past = NULL;
  g_autoptr (UnknotMoment) moment = NULL;
  g_autoptr (GError) error = NULL;

  answer_calmly (fixture);
  give (fixture, "bladder", "new");
  unknot_checkup_finish (fixture->checkup);
  check = unknot_checkup_to_check (fixture->checkup);
  past = unknot_checkup_new_from_check (fixture->protocol, check, &error);
  g_assert_no_error (error);
  g_assert_true (unknot_checkup_is_emergency (past));
  moment = unknot_moment_new (unknot_assessment_get_time (unknot_checkup_get_assessment (past)));
  g_assert_cmpint (unknot_moment_compare (moment, unknot_entry_get_moment (UNKNOT_ENTRY (check))), ==,
                   0);

  strange = unknot_check_new (moment, "{\"answers\": {\"tea\": \"yes\"}}",
                              unknot_check_get_assessment (check), &error);
  g_assert_no_error (error);
  g_assert_null (unknot_checkup_new_from_check (fixture->protocol, strange, &error));
  g_assert_nonnull (error);
}

/* A day later it is not one of now. */
static void
test_checkup_emergency (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GDateTime) now = unknot_clock_get_now (fixture->clock);
  g_autoptr (GDateTime) day = g_date_time_add_days (now, 1);
  g_autoptr (GDateTime) later = g_date_time_add_seconds (day, 1);

  answer_calmly (fixture);
  g_assert_false (unknot_checkup_is_emergency (fixture->checkup));
  give (fixture, "bladder", "new");
  g_assert_true (unknot_checkup_is_emergency (fixture->checkup));
  unknot_clock_set_now (fixture->clock, day);
  g_assert_true (unknot_checkup_is_emergency (fixture->checkup));
  unknot_clock_set_now (fixture->clock, later);
  g_assert_false (unknot_checkup_is_emergency (fixture->checkup));
}

/* It is told for as long as such a sign counts, and no longer. */
static void
test_checkup_alarm (Fixture       *fixture,
                    gconstpointer  data)
{
  static const struct
  {
    int days;
    const char *begins;
  } cases[] = {
    { 0, "Your answers in the check-up mean: call for help now" },
    { 2, "Your answers of " },
    { 14, "Your answers of " },
    { 15, NULL },
  };
  g_autoptr (GDateTime) now = unknot_clock_get_now (fixture->clock);

  give (fixture, "bladder", "new");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) later = g_date_time_add_days (now, cases[i].days);
      g_autofree char *alarm = NULL;

      unknot_clock_set_now (fixture->clock, later);
      alarm = unknot_checkup_dup_alarm (fixture->checkup);
      if (cases[i].begins == NULL)
        g_assert_null (alarm);
      else
        g_assert_true (g_str_has_prefix (alarm, cases[i].begins));
    }
  give (fixture, "bladder", "no");
  g_assert_null (unknot_checkup_dup_alarm (fixture->checkup));
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
  g_test_init (&argc, &argv, NULL);

  add ("/checkup-diary/suggests", test_diary_suggests);
  add ("/checkup-diary/never-overwrites", test_diary_never_overwrites);
  add ("/checkup-diary/confirmed-then-worse", test_diary_confirmed_then_worse);
  add ("/checkup-diary/suggestion-taken-away", test_diary_suggestion_taken_away);
  add ("/checkup-diary/and-the-rest", test_diary_and_the_rest);
  add ("/checkup-diary/wins", test_diary_wins);
  add ("/checkup-diary/leaves-its-age", test_diary_leaves_its_age);
  add ("/checkup-diary/counts-only-once-confirmed", test_diary_counts_only_once_confirmed);
  add ("/checkup-diary/dangers-raise", test_dangers_raise);
  add ("/checkup-diary/dangers-count", test_dangers_count);
  add ("/checkup-diary/dangers-in-an-old-checkup", test_dangers_in_an_old_checkup);
  add ("/checkup-diary/dangers-half-answered", test_dangers_half_answered);
  add ("/checkup-diary/dangers-never-lower", test_dangers_never_lower);
  add ("/checkup-diary/dangers-saved", test_dangers_saved);
  add ("/checkup-diary/dangers-of-strange-marks", test_dangers_of_strange_marks);
  add ("/checkup-diary/to-check", test_checkup_to_check);
  add ("/checkup-diary/to-check-recheck", test_checkup_to_check_recheck);
  add ("/checkup-diary/dangers-covered", test_dangers_covered);
  add ("/checkup-diary/from-check", test_checkup_from_check);
  add ("/checkup-diary/emergency", test_checkup_emergency);
  add ("/checkup-diary/alarm", test_checkup_alarm);

  return g_test_run ();
}
