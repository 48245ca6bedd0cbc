/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-checkup.h"
#include "unknot-test-advice.h"

#define ABOUT_YOU 3
#define THIS_SPASM 4

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
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 21, 3, 4, 5);

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

static UnknotPage *
get_page (Fixture *fixture,
          guint    place)
{
  UnknotQuestionnaire *questionnaire = unknot_protocol_get_questionnaire (fixture->protocol);
  g_autoptr (UnknotPage) page =
    g_list_model_get_item (unknot_questionnaire_get_pages (questionnaire), place);

  g_assert_nonnull (page);

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

/* As an ordinary spasm is: the base of the vignettes. */
static void
answer_calmly (Fixture *fixture)
{
  g_autoptr (GBytes) json = unknot_test_read_file ("tests", "vignettes", "base.json", NULL);
  g_autoptr (GError) error = NULL;

  unknot_checkup_load (fixture->checkup, json, &error);
  g_assert_no_error (error);
}

static void
finish_and_restart (Fixture *fixture)
{
  unknot_checkup_finish (fixture->checkup);
  unknot_checkup_restart (fixture->checkup);
}

static gboolean
is_suggested (Fixture    *fixture,
              const char *question)
{
  return unknot_checkup_is_suggested (fixture->checkup,
                                      unknot_test_lookup (fixture->protocol, question));
}

static gboolean
is_answered (Fixture    *fixture,
             const char *question)
{
  return unknot_answers_is_answered (unknot_checkup_get_answers (fixture->checkup),
                                     unknot_test_lookup (fixture->protocol, question));
}

static char *
join_ids (GPtrArray *questions)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            unknot_question_get_id (g_ptr_array_index (questions, i)));

  return g_string_free_and_steal (ids);
}

static void
assert_open (Fixture    *fixture,
             guint       place,
             const char *expected)
{
  g_autoptr (GPtrArray) open =
    unknot_checkup_dup_open_questions (fixture->checkup, get_page (fixture, place));
  g_autofree char *ids = join_ids (open);

  g_assert_cmpstr (ids, ==, expected);
}

static gboolean
is_missing (Fixture    *fixture,
            const char *question)
{
  g_autoptr (GPtrArray) missing =
    unknot_assessment_dup_missing (unknot_checkup_get_assessment (fixture->checkup));

  return g_ptr_array_find (missing, unknot_test_lookup (fixture->protocol, question), NULL);
}

static UnknotLevel
get_level (Fixture *fixture)
{
  return unknot_assessment_get_level (unknot_checkup_get_assessment (fixture->checkup));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
count_notifies (Fixture    *fixture,
                const char *signal,
                guint      *count)
{
  g_signal_connect_swapped (fixture->checkup, signal, G_CALLBACK (count_cb), count);
}

static void
test_checkup_starts_empty (Fixture       *fixture,
                           gconstpointer  data)
{
  g_assert_true (unknot_checkup_is_empty (fixture->checkup));
  g_assert_false (unknot_checkup_is_finished (fixture->checkup));
  g_assert_cmpint (get_level (fixture), ==, UNKNOT_LEVEL_NONE);

  unknot_answers_skip (unknot_checkup_get_answers (fixture->checkup),
                       unknot_test_lookup (fixture->protocol, "bladder"));
  g_assert_false (unknot_checkup_is_empty (fixture->checkup));
}

static void
test_checkup_assesses_each_answer (Fixture       *fixture,
                                   gconstpointer  data)
{
  UnknotAnswers *answers = unknot_checkup_get_answers (fixture->checkup);
  g_autoptr (UnknotAssessment) notified = NULL;
  guint n_notifies = 0;

  count_notifies (fixture, "notify::assessment", &n_notifies);
  give (fixture, "bladder", "new");
  g_assert_cmpuint (n_notifies, ==, 1);
  g_assert_cmpint (get_level (fixture), ==, UNKNOT_LEVEL_EMERGENCY);

  g_object_get (fixture->checkup, "assessment", &notified, NULL);
  g_assert_true (notified == unknot_checkup_get_assessment (fixture->checkup));

  give (fixture, "bladder", "no");
  g_assert_cmpint (get_level (fixture), ==, UNKNOT_LEVEL_NONE);

  /* Answers that are no longer this check-up's change nothing in it. */
  g_object_ref (answers);
  unknot_checkup_restart (fixture->checkup);
  n_notifies = 0;
  unknot_test_give (fixture->protocol, answers, "bladder", "new");
  g_assert_cmpuint (n_notifies, ==, 0);
  g_assert_cmpint (get_level (fixture), ==, UNKNOT_LEVEL_NONE);
  g_object_unref (answers);
}

static void
test_checkup_suggestions (Fixture       *fixture,
                          gconstpointer  data)
{
  UnknotQuestion *age = unknot_test_lookup (fixture->protocol, "age");

  g_assert_false (is_suggested (fixture, "age"));
  answer_calmly (fixture);
  give (fixture, "osteoporosis", "skipped");
  g_assert_false (is_suggested (fixture, "age"));

  finish_and_restart (fixture);
  g_assert_true (is_suggested (fixture, "age"));
  g_assert_true (is_suggested (fixture, "past-spine-surgery"));
  g_assert_false (is_suggested (fixture, "osteoporosis"));
  /* What passes is asked anew. */
  g_assert_false (is_suggested (fixture, "pregnant"));
  g_assert_false (is_suggested (fixture, "weight-loss"));
  g_assert_false (is_suggested (fixture, "jaundice"));
  g_assert_false (is_suggested (fixture, "duration-days"));

  /* Shown, but no answer yet. */
  g_assert_cmpint (unknot_answers_get_count (
                     unknot_checkup_get_shown_answers (fixture->checkup, age), age), ==, 40);
  g_assert_true (unknot_checkup_get_shown_answers (
                   fixture->checkup, unknot_test_lookup (fixture->protocol, "jaundice")) ==
                 unknot_checkup_get_answers (fixture->checkup));
  g_assert_true (unknot_checkup_is_empty (fixture->checkup));
  g_assert_true (is_missing (fixture, "age"));
  assert_open (fixture, ABOUT_YOU,
               "age pregnant cancer weight-loss osteoporosis steroids blood-thinner aneurysm "
               "disc-or-stenosis past-spine-surgery");
}

static void
test_checkup_suggestion_counts_once_confirmed (Fixture       *fixture,
                                               gconstpointer  data)
{
  answer_calmly (fixture);
  give (fixture, "cancer", "yes");
  finish_and_restart (fixture);
  g_assert_cmpint (get_level (fixture), ==, UNKNOT_LEVEL_NONE);

  unknot_checkup_confirm_page (fixture->checkup, get_page (fixture, THIS_SPASM));
  g_assert_true (unknot_checkup_is_empty (fixture->checkup));

  /* What the person says now, or leaves out now, stands against the last time. */
  give (fixture, "age", "41");
  give (fixture, "steroids", "skipped");
  g_assert_false (is_suggested (fixture, "age"));
  g_assert_false (is_suggested (fixture, "steroids"));

  unknot_checkup_confirm_page (fixture->checkup, get_page (fixture, ABOUT_YOU));
  g_assert_cmpint (get_level (fixture), ==, UNKNOT_LEVEL_URGENT);
  g_assert_false (is_suggested (fixture, "cancer"));
  g_assert_true (is_answered (fixture, "cancer"));
  g_assert_true (is_missing (fixture, "steroids"));
  g_assert_cmpint (unknot_answers_get_count (unknot_checkup_get_answers (fixture->checkup),
                                             unknot_test_lookup (fixture->protocol, "age")),
                   ==, 41);
  assert_open (fixture, ABOUT_YOU, "pregnant weight-loss");
}

static gboolean
can_be_denied (UnknotQuestion *question)
{
  switch (unknot_question_get_kind (question))
    {
    case UNKNOT_QUESTION_SIGN:
    case UNKNOT_QUESTION_FLAG:
    case UNKNOT_QUESTION_CHOICES:
      return TRUE;
    case UNKNOT_QUESTION_CHOICE:
      return g_str_equal (unknot_question_get_id (question), "trigger");
    case UNKNOT_QUESTION_COUNT:
    default:
      return FALSE;
    }
}

static void
test_checkup_deny_rest_fills (Fixture       *fixture,
                              gconstpointer  data)
{
  UnknotAnswers *answers = unknot_checkup_get_answers (fixture->checkup);
  guint n_denied = 0;

  for (guint place = 2; place < 5; place++)
    {
      UnknotPage *page = get_page (fixture, place);
      GListModel *questions = unknot_page_get_questions (page);

      g_assert_true (unknot_checkup_can_deny_rest (fixture->checkup, page));
      unknot_checkup_deny_rest (fixture->checkup, page);
      g_assert_false (unknot_checkup_can_deny_rest (fixture->checkup, page));
      for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
        {
          g_autoptr (UnknotQuestion) question = g_list_model_get_item (questions, i);
          gboolean denied = can_be_denied (question) && unknot_answers_applies (answers, question);

          g_test_message ("%s", unknot_question_get_id (question));
          g_assert_cmpint (unknot_answers_is_answered (answers, question), ==, denied);
          g_assert_cmpint (unknot_answers_has_code (answers, question, "no") ||
                           unknot_answers_has_code (answers, question, "none"), ==, denied);
          n_denied += denied;
        }
    }
  g_assert_cmpuint (n_denied, ==, 6 + 8 + 15);
  assert_open (fixture, ABOUT_YOU, "age disc-or-stenosis");
  assert_open (fixture, THIS_SPASM, "duration-days onset severity otc-days");
  assert_open (fixture, 0, "bladder bowel saddle-numbness both-legs limb-weakness limb-numbness "
                           "one-sided balance");
}

static void
test_checkup_deny_rest_leaves_the_others (Fixture       *fixture,
                                          gconstpointer  data)
{
  UnknotAnswers *answers;

  answer_calmly (fixture);
  give (fixture, "aneurysm", NULL);
  finish_and_restart (fixture);
  answers = unknot_checkup_get_answers (fixture->checkup);
  give (fixture, "cancer", "yes");
  give (fixture, "flank", "not-sure");

  unknot_checkup_deny_rest (fixture->checkup, get_page (fixture, 2));
  unknot_checkup_deny_rest (fixture->checkup, get_page (fixture, ABOUT_YOU));
  g_assert_true (unknot_answers_has_code (answers, unknot_test_lookup (fixture->protocol, "cancer"),
                                          "yes"));
  g_assert_true (unknot_answers_has_code (answers, unknot_test_lookup (fixture->protocol, "flank"),
                                          "not-sure"));
  g_assert_true (unknot_answers_has_code (answers,
                                          unknot_test_lookup (fixture->protocol, "flank-signs"),
                                          "none"));
  g_assert_true (is_answered (fixture, "aneurysm"));
  /* What the last time suggests is confirmed, never denied. */
  g_assert_true (is_suggested (fixture, "steroids"));
}

static void
test_checkup_deny_rest_refused (Fixture       *fixture,
                                gconstpointer  data)
{
  for (guint place = 0; place < 2; place++)
    {
      UnknotPage *page = get_page (fixture, place);

      g_assert_false (unknot_checkup_can_deny_rest (fixture->checkup, page));
      g_test_expect_message ("unknot-checkup", G_LOG_LEVEL_CRITICAL,
                             "*unknot_checkup_has_emergency_items*");
      unknot_checkup_deny_rest (fixture->checkup, page);
      g_test_assert_expected_messages ();
    }
  g_assert_true (unknot_checkup_is_empty (fixture->checkup));
}

static void
test_checkup_open_questions (Fixture       *fixture,
                             gconstpointer  data)
{
  assert_open (fixture, 2, "fever very-unwell infection-risk flank urine jaundice");
  give (fixture, "fever", "no");
  give (fixture, "urine", "skipped");
  assert_open (fixture, 2, "very-unwell infection-risk flank jaundice");
  give (fixture, "flank", "yes");
  assert_open (fixture, 2, "very-unwell infection-risk flank-signs jaundice");
  give (fixture, "flank", "no");
  assert_open (fixture, 2, "very-unwell infection-risk jaundice");
}

static void
test_checkup_finished (Fixture       *fixture,
                       gconstpointer  data)
{
  gboolean finished = FALSE;
  guint n_notifies = 0;

  answer_calmly (fixture);
  give (fixture, "worried", "yes");
  g_assert_false (unknot_checkup_is_finished (fixture->checkup));

  count_notifies (fixture, "notify::finished", &n_notifies);
  unknot_checkup_finish (fixture->checkup);
  unknot_checkup_finish (fixture->checkup);
  g_object_get (fixture->checkup, "finished", &finished, NULL);
  g_assert_true (finished);
  g_assert_cmpuint (n_notifies, ==, 1);

  give (fixture, "worried", "no");
  g_assert_false (unknot_checkup_is_finished (fixture->checkup));
  g_assert_cmpuint (n_notifies, ==, 2);

  g_assert_false (unknot_checkup_is_done (fixture->checkup));
  unknot_checkup_finish (fixture->checkup);
  g_assert_true (unknot_checkup_is_done (fixture->checkup));
  give (fixture, "worried", NULL);
  unknot_checkup_finish (fixture->checkup);
  g_assert_false (unknot_checkup_is_done (fixture->checkup));
  unknot_checkup_restart (fixture->checkup);
  g_assert_false (unknot_checkup_is_finished (fixture->checkup));
}

/* By the time of the last answer, which a saved one keeps. */
static void
test_checkup_old (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GDateTime) answered = unknot_clock_get_now (fixture->clock);
  g_autoptr (GDateTime) next_day = g_date_time_add_days (answered, 1);
  g_autoptr (GDateTime) later = g_date_time_add_seconds (next_day, 1);
  g_autoptr (UnknotCheckup) loaded = unknot_checkup_new (fixture->protocol, fixture->clock);
  g_autoptr (GBytes) saved = NULL;
  g_autoptr (GError) error = NULL;

  give (fixture, "fever", "no");
  saved = unknot_checkup_save (fixture->checkup);
  unknot_clock_set_now (fixture->clock, next_day);
  g_assert_true (unknot_checkup_load (loaded, saved, &error));
  g_assert_no_error (error);
  g_assert_true (g_date_time_equal (
    unknot_assessment_get_time (unknot_checkup_get_assessment (loaded)), answered));
  g_assert_false (unknot_checkup_is_old (loaded));

  unknot_clock_set_now (fixture->clock, later);
  g_assert_true (unknot_checkup_is_old (loaded));
  g_assert_true (unknot_checkup_is_old (fixture->checkup));
  give (fixture, "urine", "no");
  g_assert_false (unknot_checkup_is_old (fixture->checkup));
}

static void
test_checkup_restart_keeps_last_answers (Fixture       *fixture,
                                         gconstpointer  data)
{
  answer_calmly (fixture);
  finish_and_restart (fixture);
  g_assert_true (unknot_checkup_is_empty (fixture->checkup));
  g_assert_true (is_suggested (fixture, "age"));

  /* What was not finished in between is not the last check-up. */
  give (fixture, "cancer", "yes");
  unknot_checkup_restart (fixture->checkup);
  g_assert_true (unknot_checkup_is_empty (fixture->checkup));
  g_assert_true (is_suggested (fixture, "age"));
  g_assert_false (unknot_answers_has_code (
    unknot_checkup_get_shown_answers (fixture->checkup,
                                      unknot_test_lookup (fixture->protocol, "cancer")),
    unknot_test_lookup (fixture->protocol, "cancer"), "yes"));

  give (fixture, "cancer", "no");
  finish_and_restart (fixture);
  g_assert_false (is_suggested (fixture, "age"));
  g_assert_true (is_suggested (fixture, "cancer"));
}

/* Whoever takes a suggestion away does not want it back, nor confirmed. */
static void
test_checkup_clear (Fixture       *fixture,
                    gconstpointer  data)
{
  UnknotQuestion *age = unknot_test_lookup (fixture->protocol, "age");
  guint n_notifies = 0;

  answer_calmly (fixture);
  finish_and_restart (fixture);
  count_notifies (fixture, "notify::assessment", &n_notifies);
  unknot_checkup_clear (fixture->checkup, age);
  g_assert_cmpuint (n_notifies, ==, 1);
  g_assert_false (is_suggested (fixture, "age"));
  g_assert_true (is_suggested (fixture, "cancer"));
  unknot_checkup_confirm_page (fixture->checkup, get_page (fixture, ABOUT_YOU));
  g_assert_false (is_answered (fixture, "age"));
  g_assert_true (is_answered (fixture, "cancer"));

}

/* Nor where it was changed before it was taken away. */
static void
test_checkup_clear_changed (Fixture       *fixture,
                            gconstpointer  data)
{
  answer_calmly (fixture);
  finish_and_restart (fixture);
  give (fixture, "age", "4");
  unknot_checkup_clear (fixture->checkup, unknot_test_lookup (fixture->protocol, "age"));
  g_assert_false (is_answered (fixture, "age"));
  g_assert_false (is_suggested (fixture, "age"));
}

static void
test_checkup_load_last (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char last[] = "{\"answers\": {\"age\": 71, \"fever\": \"no\"}}";
  g_autoptr (GBytes) json = g_bytes_new_static (last, strlen (last));
  g_autoptr (GBytes) rubbish = g_bytes_new_static ("[]", 2);
  g_autoptr (GError) error = NULL;

  give (fixture, "bladder", "no");
  g_assert_true (unknot_checkup_load_last (fixture->checkup, json, &error));
  g_assert_no_error (error);
  g_assert_true (is_suggested (fixture, "age"));
  g_assert_false (is_suggested (fixture, "fever"));
  g_assert_true (is_answered (fixture, "bladder"));
  g_assert_false (is_answered (fixture, "age"));

  g_assert_false (unknot_checkup_load_last (fixture->checkup, rubbish, &error));
  g_assert_nonnull (error);
  g_assert_true (is_suggested (fixture, "age"));
}

static void
assert_same_values (Fixture       *fixture,
                    UnknotAnswers *one,
                    UnknotAnswers *other)
{
  guint n_questions = unknot_questionnaire_get_n_questions (
    unknot_protocol_get_questionnaire (fixture->protocol));

  g_assert_cmpmem (unknot_answers_get_values (one), n_questions * sizeof (gint32),
                   unknot_answers_get_values (other), n_questions * sizeof (gint32));
}

static void
assert_saved_member (GBytes     *saved,
                     const char *name,
                     const char *expected)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (saved, &length);

  json_parser_load_from_data (parser, text, length, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (json_parser_get_root (parser)),
                                                  name), ==, expected);
}

static void
test_checkup_save_and_load (Fixture       *fixture,
                            gconstpointer  data)
{
  static const struct
  {
    const char *night_pain;
    gboolean finish;
    const char *status;
  } cases[] = {
    { "no", TRUE, "completed" },
    { "not-sure", FALSE, "in-progress" },
    { "skipped", TRUE, "stopped" },
    { "skipped", FALSE, "in-progress" },
    { NULL, TRUE, "stopped" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotCheckup) loaded = unknot_checkup_new (fixture->protocol, fixture->clock);
      g_autoptr (GBytes) saved = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      answer_calmly (fixture);
      give (fixture, "spreads", "one-leg");
      give (fixture, "night-pain", cases[i].night_pain);
      if (cases[i].finish)
        unknot_checkup_finish (fixture->checkup);

      saved = unknot_checkup_save (fixture->checkup);
      assert_saved_member (saved, "resourceType", "QuestionnaireResponse");
      assert_saved_member (saved, "status", cases[i].status);
      assert_saved_member (saved, "authored", "2026-11-21T03:04:05+00:00");

      g_assert_true (unknot_checkup_load (loaded, saved, &error));
      g_assert_no_error (error);
      assert_same_values (fixture, unknot_checkup_get_answers (loaded),
                          unknot_checkup_get_answers (fixture->checkup));
      g_assert_cmpint (unknot_checkup_is_finished (loaded), ==, cases[i].finish);
      g_assert_cmpint (unknot_assessment_get_level (unknot_checkup_get_assessment (loaded)), ==,
                       get_level (fixture));
    }
}

static void
test_checkup_load_rubbish (Fixture       *fixture,
                           gconstpointer  data)
{
  static const char *const rubbish[] = {
    "",
    "{\"resourceType\": \"Questionn",
    "[]",
    "{\"answers\": {\"bladder\": \"perhaps\"}}",
    "{\"answers\": {\"age\": 400}}",
    "{\"resourceType\": \"Patient\"}",
  };
  UnknotAnswers *answers;
  g_autoptr (UnknotAnswers) before = NULL;
  guint n_notifies = 0;

  answer_calmly (fixture);
  unknot_checkup_finish (fixture->checkup);
  answers = unknot_checkup_get_answers (fixture->checkup);
  before = unknot_answers_copy (answers);
  count_notifies (fixture, "notify", &n_notifies);

  for (guint i = 0; i < G_N_ELEMENTS (rubbish); i++)
    {
      g_autoptr (GBytes) json = g_bytes_new_static (rubbish[i], strlen (rubbish[i]));
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rubbish[i]);
      g_assert_false (unknot_checkup_load (fixture->checkup, json, &error));
      g_assert_nonnull (error);
      g_assert_true (unknot_checkup_get_answers (fixture->checkup) == answers);
      assert_same_values (fixture, answers, before);
      g_assert_true (unknot_checkup_is_finished (fixture->checkup));
    }
  g_assert_cmpuint (n_notifies, ==, 0);
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

  add ("/checkup/starts-empty", test_checkup_starts_empty);
  add ("/checkup/assesses-each-answer", test_checkup_assesses_each_answer);
  add ("/checkup/suggestions", test_checkup_suggestions);
  add ("/checkup/suggestion-counts-once-confirmed", test_checkup_suggestion_counts_once_confirmed);
  add ("/checkup/deny-rest-fills", test_checkup_deny_rest_fills);
  add ("/checkup/deny-rest-leaves-the-others", test_checkup_deny_rest_leaves_the_others);
  add ("/checkup/deny-rest-refused", test_checkup_deny_rest_refused);
  add ("/checkup/open-questions", test_checkup_open_questions);
  add ("/checkup/finished", test_checkup_finished);
  add ("/checkup/old", test_checkup_old);
  add ("/checkup/restart-keeps-last-answers", test_checkup_restart_keeps_last_answers);
  add ("/checkup/save-and-load", test_checkup_save_and_load);
  add ("/checkup/clear", test_checkup_clear);
  add ("/checkup/clear-changed", test_checkup_clear_changed);
  add ("/checkup/load-last", test_checkup_load_last);
  add ("/checkup/load-rubbish", test_checkup_load_rubbish);

  return g_test_run ();
}
