/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-answers.h"
#include "unknot-question-private.h"
#include "unknot-test-protocol.h"

typedef struct
{
  guint n_changes;
  UnknotQuestion *question;
  gint32 value;
} Changes;

static void
answers_changed_cb (UnknotAnswers  *answers,
                    UnknotQuestion *question,
                    Changes        *changes)
{
  changes->n_changes++;
  changes->question = question;
  changes->value = unknot_answers_get_values (answers)[unknot_question_get_position (question)];
}

static UnknotAnswers *
new_answers (UnknotProtocol *protocol,
             Changes        *changes)
{
  UnknotAnswers *answers = unknot_answers_new (unknot_protocol_get_questionnaire (protocol));

  if (changes != NULL)
    g_signal_connect (answers, "changed", G_CALLBACK (answers_changed_cb), changes);

  return answers;
}

static void
assert_changed (Changes        *changes,
                UnknotQuestion *question,
                gint32          value)
{
  g_assert_cmpuint (changes->n_changes, ==, 1);
  g_assert_true (changes->question == question);
  g_assert_cmpint (changes->value, ==, value);
  changes->n_changes = 0;
}

static void
set_codes (UnknotAnswers  *answers,
           UnknotQuestion *question,
           const char     *codes)
{
  g_auto (GStrv) split = g_strsplit (codes, " ", -1);
  g_autoptr (GError) error = NULL;

  g_assert_true (unknot_answers_set_codes (answers, question, (const char *const *) split, &error));
  g_assert_no_error (error);
}

static void
set_count (UnknotAnswers  *answers,
           UnknotQuestion *question,
           gint64          count)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (unknot_answers_set_count (answers, question, count, &error));
  g_assert_no_error (error);
}

static void
assert_codes (UnknotAnswers  *answers,
              UnknotQuestion *question,
              const char     *expected)
{
  g_auto (GStrv) codes = unknot_answers_get_codes (answers, question);
  g_autofree char *joined = g_strjoinv (" ", codes);

  g_assert_cmpstr (joined, ==, expected);
}

static void
assert_unanswered (UnknotAnswers  *answers,
                   UnknotQuestion *question,
                   gboolean        is_skipped)
{
  g_assert_false (unknot_answers_is_answered (answers, question));
  g_assert_cmpint (unknot_answers_is_skipped (answers, question), ==, is_skipped);
  assert_codes (answers, question, "");
  for (guint i = 0; i < unknot_question_get_n_options (question); i++)
    g_assert_false (unknot_answers_has_code (answers, question,
                                             unknot_question_get_option_code (question, i)));
  if (unknot_question_get_kind (question) == UNKNOT_QUESTION_COUNT)
    g_assert_cmpint (unknot_answers_get_count (answers, question), <, 0);
}

static void
test_answers_new (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  UnknotQuestionnaire *questionnaire = unknot_protocol_get_questionnaire (protocol);
  UnknotAnswers *answers = new_answers (protocol, NULL);

  for (guint i = 0; i < unknot_questionnaire_get_n_questions (questionnaire); i++)
    {
      assert_unanswered (answers, unknot_questionnaire_get_question (questionnaire, i), FALSE);
      g_assert_cmpint (unknot_answers_get_values (answers)[i], ==, UNKNOT_ANSWER_NONE);
    }

  g_clear_object (&protocol);
  g_assert_true (unknot_answers_get_questionnaire (answers) == questionnaire);
  g_assert_finalize_object (answers);
}

static void
test_answers_each_code (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  UnknotQuestionnaire *questionnaire = unknot_protocol_get_questionnaire (protocol);
  Changes changes = { 0 };
  g_autoptr (UnknotAnswers) answers = new_answers (protocol, &changes);

  for (guint i = 0; i < unknot_questionnaire_get_n_questions (questionnaire); i++)
    {
      UnknotQuestion *question = unknot_questionnaire_get_question (questionnaire, i);

      for (guint j = 0; j < unknot_question_get_n_options (question); j++)
        {
          const char *code = unknot_question_get_option_code (question, j);
          g_autoptr (GError) error = NULL;

          g_assert_true (unknot_answers_set_code (answers, question, code, &error));
          g_assert_no_error (error);
          assert_changed (&changes, question, 1 << j);
          assert_codes (answers, question, code);
          g_assert_true (unknot_answers_is_answered (answers, question));
          g_assert_true (unknot_answers_has_code (answers, question, code));

          g_assert_true (unknot_answers_set_code (answers, question, code, &error));
          g_assert_cmpuint (changes.n_changes, ==, 0);
        }
    }
}

static void
test_answers_choices (void)
{
  static const struct
  {
    const char *codes;
    const char *ordered;
    gboolean is_change;
  } steps[] = {
    { "arm one-leg", "one-leg arm", TRUE },
    { "one-leg arm", "one-leg arm", FALSE },
    { "one-leg arm groin", "one-leg arm groin", TRUE },
    { "none", "none", TRUE },
    { "elsewhere belly groin arm one-leg buttock within-back",
      "within-back buttock one-leg arm groin belly elsewhere", TRUE },
    { "belly", "belly", TRUE },
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  UnknotQuestion *spreads = unknot_test_lookup (protocol, "spreads");
  Changes changes = { 0 };
  g_autoptr (UnknotAnswers) answers = new_answers (protocol, &changes);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      changes.n_changes = 0;
      set_codes (answers, spreads, steps[i].codes);

      assert_codes (answers, spreads, steps[i].ordered);
      g_assert_cmpuint (changes.n_changes, ==, steps[i].is_change ? 1 : 0);
    }

  g_assert_true (unknot_answers_has_code (answers, spreads, "belly"));
  g_assert_false (unknot_answers_has_code (answers, spreads, "groin"));
  g_assert_false (unknot_answers_has_code (answers, spreads, "Belly"));
}

static void
test_answers_counts (void)
{
  static const int counts[] = { 0, 1, 2, 3, 9, 10 };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  UnknotQuestion *severity = unknot_test_lookup (protocol, "severity");
  Changes changes = { 0 };
  g_autoptr (UnknotAnswers) answers = new_answers (protocol, &changes);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      set_count (answers, severity, counts[i]);
      assert_changed (&changes, severity, counts[i]);
      g_assert_true (unknot_answers_is_answered (answers, severity));
      g_assert_cmpint (unknot_answers_get_count (answers, severity), ==, counts[i]);
      assert_codes (answers, severity, "");
      g_assert_false (unknot_answers_has_code (answers, severity, "no"));

      set_count (answers, severity, counts[i]);
      g_assert_cmpuint (changes.n_changes, ==, 0);
    }
}

/* -1 and -2 mark what is not answered: as a count they would take an answer away unseen. */
static void
test_answers_counts_refused (void)
{
  static const gint64 counts[] = {
    -1, -2, 11, G_MAXINT32, 4294967296 + 5, -4294967296 + 5, G_MAXINT64, G_MININT64,
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  UnknotQuestion *severity = unknot_test_lookup (protocol, "severity");
  Changes changes = { 0 };
  g_autoptr (UnknotAnswers) answers = new_answers (protocol, &changes);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (GError) error = NULL;

      if (i == G_N_ELEMENTS (counts))
        {
          set_count (answers, severity, 7);
          changes.n_changes = 0;
        }
      g_assert_false (unknot_answers_set_count (answers, severity,
                                                counts[i % G_N_ELEMENTS (counts)], &error));
      g_assert_error (error, UNKNOT_ANSWERS_ERROR, UNKNOT_ANSWERS_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, "“severity” must be a whole number from 0 to 10.");
      g_assert_cmpint (unknot_answers_get_count (answers, severity), ==,
                       i < G_N_ELEMENTS (counts) ? UNKNOT_ANSWER_NONE : 7);
    }
  g_assert_cmpuint (changes.n_changes, ==, 0);
}

static void
test_answers_codes_refused (void)
{
  static const struct
  {
    const char *id;
    const char *answer;
    const char *codes[4];
    const char *message;
  } cases[] = {
    { "fever", "no", { "Yes" }, "“Yes” is not an answer to “fever”." },
    { "fever", "no", { "" }, "“” is not an answer to “fever”." },
    { "fever", "no", { "new" }, "“new” is not an answer to “fever”." },
    { "bladder", "old", { "yes" }, "“yes” is not an answer to “bladder”." },
    { "onset", "sudden", { "no" }, "“no” is not an answer to “onset”." },
    { "severity", NULL, { "5" }, "“5” is not an answer to “severity”." },
    { "spreads", "arm groin", { "belly", "back" }, "“back” is not an answer to “spreads”." },
    { "fever", "no", { NULL },
      "“fever” needs at least one answer; leave it out if there is none." },
    { "spreads", "arm groin", { NULL },
      "“spreads” needs at least one answer; leave it out if there is none." },
    { "severity", NULL, { NULL },
      "“severity” needs at least one answer; leave it out if there is none." },
    { "fever", "no", { "yes", "not-sure" }, "“fever” takes one answer only." },
    { "bladder", "old", { "no", "new" }, "“bladder” takes one answer only." },
    { "trigger", "blow", { "sport", "none" }, "“trigger” takes one answer only." },
    { "fever", "no", { "yes", "yes" }, "“yes” answers “fever” twice." },
    { "spreads", "arm groin", { "belly", "arm", "belly" }, "“belly” answers “spreads” twice." },
    { "spreads", "arm groin", { "none", "none" }, "“none” answers “spreads” twice." },
    { "spreads", "arm groin", { "none", "belly" },
      "“none” cannot stand beside another answer to “spreads”." },
    { "spreads", "none", { "belly", "arm", "none" },
      "“none” cannot stand beside another answer to “spreads”." },
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UnknotQuestion *question = unknot_test_lookup (protocol, cases[i].id);
      Changes changes = { 0 };
      g_autoptr (UnknotAnswers) answers = new_answers (protocol, &changes);
      g_autoptr (GError) error = NULL;

      g_assert_false (unknot_answers_set_codes (answers, question, cases[i].codes, &error));
      g_assert_error (error, UNKNOT_ANSWERS_ERROR, UNKNOT_ANSWERS_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, cases[i].message);
      assert_unanswered (answers, question, FALSE);

      unknot_answers_skip (answers, question);
      g_assert_false (unknot_answers_set_codes (answers, question, cases[i].codes, NULL));
      assert_unanswered (answers, question, TRUE);

      if (cases[i].answer == NULL)
        continue;
      set_codes (answers, question, cases[i].answer);
      changes.n_changes = 0;
      g_assert_false (unknot_answers_set_codes (answers, question, cases[i].codes, NULL));
      assert_codes (answers, question, cases[i].answer);
      g_assert_cmpuint (changes.n_changes, ==, 0);
    }
}

static void
test_answers_skip_and_clear (void)
{
  static const char *const ids[] = { "bladder", "fever", "onset", "spreads", "severity" };
  static void (*const take_away[]) (UnknotAnswers *, UnknotQuestion *) = {
    unknot_answers_clear, unknot_answers_skip,
  };
  static const gint32 values[] = { UNKNOT_ANSWER_NONE, UNKNOT_ANSWER_SKIPPED };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  Changes changes = { 0 };
  g_autoptr (UnknotAnswers) answers = new_answers (protocol, &changes);

  for (guint i = 0; i < G_N_ELEMENTS (ids) * G_N_ELEMENTS (take_away); i++)
    {
      UnknotQuestion *question = unknot_test_lookup (protocol, ids[i / 2]);
      guint first = i % 2;

      unknot_answers_clear (answers, question);
      if (unknot_question_get_kind (question) == UNKNOT_QUESTION_COUNT)
        set_count (answers, question, 1);
      else
        set_codes (answers, question, unknot_question_get_option_code (question, 0));
      changes.n_changes = 0;

      take_away[first] (answers, question);
      assert_changed (&changes, question, values[first]);
      assert_unanswered (answers, question, first == 1);
      take_away[first] (answers, question);
      g_assert_cmpuint (changes.n_changes, ==, 0);

      take_away[!first] (answers, question);
      assert_changed (&changes, question, values[!first]);
      assert_unanswered (answers, question, first == 0);
    }
}

static void
assert_applies (UnknotProtocol *protocol,
                const char     *id,
                const char     *by,
                const char     *applying)
{
  UnknotQuestion *question = unknot_test_lookup (protocol, id);
  UnknotQuestion *condition = unknot_test_lookup (protocol, by);
  g_auto (GStrv) codes = g_strsplit (applying, " ", -1);
  g_autoptr (UnknotAnswers) answers = new_answers (protocol, NULL);

  g_assert_false (unknot_answers_applies (answers, question));
  for (guint i = 0; i < unknot_question_get_n_options (condition); i++)
    {
      const char *code = unknot_question_get_option_code (condition, i);

      set_codes (answers, condition, code);
      g_assert_cmpint (unknot_answers_applies (answers, question), ==,
                       g_strv_contains ((const char *const *) codes, code));
    }

  set_codes (answers, condition, codes[0]);
  g_assert_true (unknot_answers_applies (answers, question));
  unknot_answers_skip (answers, condition);
  g_assert_false (unknot_answers_applies (answers, question));

  set_codes (answers, condition, codes[0]);
  unknot_answers_clear (answers, condition);
  g_assert_false (unknot_answers_applies (answers, question));
}

static void
test_answers_applies (void)
{
  static const char *const signs[] = {
    "bladder", "bowel", "saddle-numbness", "both-legs", "limb-weakness", "limb-numbness",
    "one-sided", "balance",
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();

  assert_applies (protocol, "flank-signs", "flank", "yes not-sure");
  assert_applies (protocol, "pregnancy-signs", "pregnant", "yes not-sure");
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    assert_applies (protocol, "old-signs-assessed", signs[i], "old");
}

static void
test_answers_applies_by_any (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  UnknotQuestion *assessed = unknot_test_lookup (protocol, "old-signs-assessed");
  g_autoptr (UnknotAnswers) answers = new_answers (protocol, NULL);

  set_codes (answers, unknot_test_lookup (protocol, "sexual-change"), "old");
  unknot_answers_skip (answers, unknot_test_lookup (protocol, "bladder"));
  set_codes (answers, unknot_test_lookup (protocol, "bowel"), "new");
  set_codes (answers, unknot_test_lookup (protocol, "balance"), "no");
  g_assert_false (unknot_answers_applies (answers, assessed));

  set_codes (answers, unknot_test_lookup (protocol, "limb-numbness"), "old");
  g_assert_true (unknot_answers_applies (answers, assessed));

  set_codes (answers, unknot_test_lookup (protocol, "one-sided"), "old");
  set_codes (answers, unknot_test_lookup (protocol, "limb-numbness"), "gone");
  g_assert_true (unknot_answers_applies (answers, assessed));
}

static void
test_answers_applies_always (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  UnknotQuestionnaire *questionnaire = unknot_protocol_get_questionnaire (protocol);
  g_autoptr (UnknotAnswers) answers = new_answers (protocol, NULL);
  guint n_applying = 0;

  for (guint i = 0; i < unknot_questionnaire_get_n_questions (questionnaire); i++)
    {
      UnknotQuestion *question = unknot_questionnaire_get_question (questionnaire, i);

      unknot_answers_skip (answers, question);
      if (unknot_answers_applies (answers, question))
        n_applying++;
    }

  g_assert_cmpuint (n_applying, ==, 50);
}

/* An answer is kept while its question does not apply, and switches nothing on meanwhile. */
static void
test_answers_applies_through (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  UnknotQuestion *flank = unknot_test_lookup (protocol, "flank");
  UnknotQuestion *signs = unknot_test_lookup (protocol, "flank-signs");
  UnknotQuestion *urine = unknot_test_lookup (protocol, "urine");
  g_autoptr (UnknotAnswers) answers = new_answers (protocol, NULL);
  UnknotEnableCondition vomiting = {
    unknot_question_get_position (signs), unknot_question_get_option_bit (signs, "vomiting"),
  };

  unknot_question_enable_when (urine, vomiting);

  set_codes (answers, signs, "vomiting cannot-keep-still");
  g_assert_false (unknot_answers_applies (answers, signs));
  g_assert_false (unknot_answers_applies (answers, urine));

  set_codes (answers, flank, "yes");
  g_assert_true (unknot_answers_applies (answers, urine));

  set_codes (answers, flank, "no");
  g_assert_false (unknot_answers_applies (answers, urine));
  assert_codes (answers, signs, "vomiting cannot-keep-still");

  set_codes (answers, flank, "not-sure");
  set_codes (answers, signs, "cannot-keep-still");
  g_assert_false (unknot_answers_applies (answers, urine));
}

static void
test_answers_copy (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  UnknotQuestion *severity = unknot_test_lookup (protocol, "severity");
  UnknotQuestion *spreads = unknot_test_lookup (protocol, "spreads");
  UnknotQuestion *worried = unknot_test_lookup (protocol, "worried");
  Changes changes = { 0 };
  UnknotAnswers *answers = new_answers (protocol, &changes);
  UnknotAnswers *copy;

  set_count (answers, severity, 7);
  set_codes (answers, spreads, "arm groin");
  unknot_answers_skip (answers, worried);
  changes.n_changes = 0;
  copy = unknot_answers_copy (answers);

  g_assert_true (unknot_answers_get_questionnaire (copy) ==
                 unknot_protocol_get_questionnaire (protocol));
  g_assert_cmpmem (unknot_answers_get_values (copy), 53 * sizeof (gint32),
                   unknot_answers_get_values (answers), 53 * sizeof (gint32));

  set_count (copy, severity, 2);
  unknot_answers_clear (copy, worried);
  g_assert_cmpint (unknot_answers_get_count (answers, severity), ==, 7);
  assert_unanswered (answers, worried, TRUE);
  g_assert_cmpuint (changes.n_changes, ==, 0);

  set_codes (answers, spreads, "none");
  assert_codes (copy, spreads, "arm groin");

  g_assert_finalize_object (answers);
  g_assert_cmpint (unknot_answers_get_count (copy, severity), ==, 2);
  g_assert_finalize_object (copy);
}

static void
test_answers_take_from (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  UnknotQuestion *severity = unknot_test_lookup (protocol, "severity");
  UnknotQuestion *fever = unknot_test_lookup (protocol, "fever");
  Changes changes = { 0 };
  g_autoptr (UnknotAnswers) answers = new_answers (protocol, &changes);
  g_autoptr (UnknotAnswers) other = new_answers (protocol, NULL);

  set_count (other, severity, 7);
  set_codes (other, fever, "yes");
  unknot_answers_take_from (answers, other, severity);
  assert_changed (&changes, severity, 7);
  assert_unanswered (answers, fever, FALSE);
  unknot_answers_take_from (answers, other, severity);
  g_assert_cmpuint (changes.n_changes, ==, 0);

  unknot_answers_skip (other, severity);
  unknot_answers_take_from (answers, other, severity);
  assert_changed (&changes, severity, UNKNOT_ANSWER_SKIPPED);
  unknot_answers_clear (other, severity);
  unknot_answers_take_from (answers, other, severity);
  assert_changed (&changes, severity, UNKNOT_ANSWER_NONE);
  assert_codes (other, fever, "yes");
}

static void
test_answers_dup_words (void)
{
  static const struct
  {
    const char *question;
    const char *answer;
    const char *expected;
  } cases[] = {
    { "fever", NULL, "not answered" },
    { "fever", "yes", "Yes" },
    { "fever", "not-sure", "Not sure" },
    { "bladder", "gone", "Had it in the last 14 days, gone now" },
    { "age", "0", "0 years" },
    { "age", "44", "44 years" },
    { "duration-days", "12", "12 days" },
    { "severity", "0", "0 of 10" },
    { "severity", "10", "10 of 10" },
    { "spreads", "none", "Nowhere else" },
    /* In the question's order, whatever the person's was. */
    { "spreads", "one-leg buttock", "Into a buttock, Down one leg or both, even part of the way" },
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  g_autoptr (UnknotAnswers) answers = new_answers (protocol, NULL);
  UnknotQuestion *fever = unknot_test_lookup (protocol, "fever");
  g_autofree char *skipped = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UnknotQuestion *question = unknot_test_lookup (protocol, cases[i].question);
      g_autofree char *words = NULL;

      if (unknot_question_get_kind (question) == UNKNOT_QUESTION_COUNT)
        set_count (answers, question, g_ascii_strtoll (cases[i].answer, NULL, 10));
      else if (cases[i].answer != NULL)
        set_codes (answers, question, cases[i].answer);
      words = unknot_answers_dup_words (answers, question);
      g_assert_cmpstr (words, ==, cases[i].expected);
    }

  unknot_answers_skip (answers, fever);
  skipped = unknot_answers_dup_words (answers, fever);
  g_assert_cmpstr (skipped, ==, "not answered");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/answers/new", test_answers_new);
  g_test_add_func ("/answers/each-code", test_answers_each_code);
  g_test_add_func ("/answers/choices", test_answers_choices);
  g_test_add_func ("/answers/counts", test_answers_counts);
  g_test_add_func ("/answers/counts-refused", test_answers_counts_refused);
  g_test_add_func ("/answers/codes-refused", test_answers_codes_refused);
  g_test_add_func ("/answers/skip-and-clear", test_answers_skip_and_clear);
  g_test_add_func ("/answers/applies", test_answers_applies);
  g_test_add_func ("/answers/applies-by-any", test_answers_applies_by_any);
  g_test_add_func ("/answers/applies-always", test_answers_applies_always);
  g_test_add_func ("/answers/applies-through", test_answers_applies_through);
  g_test_add_func ("/answers/copy", test_answers_copy);
  g_test_add_func ("/answers/take-from", test_answers_take_from);
  g_test_add_func ("/answers/dup-words", test_answers_dup_words);

  return g_test_run ();
}
