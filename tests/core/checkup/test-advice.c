/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-advice.h"

#include "unknot-test-advice.h"

#define NUMBER UNKNOT_TEST_NUMBER

/* Where an emergency is not ruled out, this stands where else the level does. */
#define OPEN "An emergency is not ruled out yet"

typedef struct
{
  UnknotProtocol *protocol;
  UnknotAnswers *answers;
} Fixture;

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  fixture->protocol = unknot_test_load_protocol ();
  fixture->answers = unknot_test_new_calm_answers (fixture->protocol);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_clear_object (&fixture->answers);
  g_assert_finalize_object (fixture->protocol);
}

static UnknotAdvice *
advise (Fixture                *fixture,
        const UnknotTestChange *changes,
        guint                   n_changes)
{
  return unknot_test_advise_changed (fixture->protocol, fixture->answers, changes, n_changes);
}

static gboolean
says (UnknotAdvice     *advice,
      UnknotAdvicePart  part,
      const char       *words)
{
  return unknot_test_find_item (advice, part, words) != NULL;
}

static gboolean
cites (UnknotAdvice     *advice,
       UnknotAdvicePart  part,
       const char       *words,
       const char       *fact)
{
  UnknotAdviceItem *item = unknot_test_find_item (advice, part, words);

  g_assert_nonnull (item);

  return unknot_test_cites (item, fact);
}

static const char *
get_first_to_do (UnknotAdvice *advice)
{
  return unknot_advice_item_get_text (unknot_test_get_item (advice, UNKNOT_ADVICE_TO_DO, 0));
}

static void
test_advice_levels (Fixture       *fixture,
                    gconstpointer  data)
{
  static const struct
  {
    UnknotTestChange change;
    const char *title, *time_frame, *to_do, *fact;
    guint n_to_do;
    const char *topic;
  } cases[] = {
    { { "bladder", "new" }, "Call " NUMBER " now", "Now", "Call " NUMBER " now", "G-MACP", 3,
      NULL },
    { { "fever", "yes" }, "Get seen today", "Within 24 hours", "within 24 hours", "S2-09", 3,
      "learn-see-whom" },
    { { "worried", "yes" }, "Book an appointment", "Within days", "book an appointment", "S0-26",
      2, "learn-doctor" },
    { { "worried", "no" }, "Care for it at home, and watch",
      "Check again by day 14 of the spasm at the latest", "at home", "S3-18", 3,
      "learn-home-care" },
    { { "worried", NULL }, "Not finished", "Finish the check-up first", "“Not sure”", "P-unsure",
      2, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UnknotAdvice *advice = advise (fixture, &cases[i].change, 1);

      g_assert_cmpstr (unknot_advice_get_title (advice), ==, cases[i].title);
      g_assert_cmpstr (unknot_advice_get_time_frame (advice), ==, cases[i].time_frame);
      g_assert_cmpuint (unknot_test_count_items (advice, UNKNOT_ADVICE_TO_DO), ==,
                        cases[i].n_to_do);
      g_assert_true (cites (advice, UNKNOT_ADVICE_TO_DO, cases[i].to_do, cases[i].fact));
      g_assert_cmpstr (unknot_advice_get_topic (advice), ==, cases[i].topic);
      g_assert_finalize_object (advice);
    }
}

/* What gave the level is cited with it, and nothing of a lower one. */
static void
test_advice_facts_of_level (Fixture       *fixture,
                            gconstpointer  data)
{
  static const UnknotTestChange changes[] = { { "rash", "yes" }, { "otc-days", "10" } };
  g_autoptr (UnknotAdvice) advice = advise (fixture, changes, G_N_ELEMENTS (changes));

  g_assert_true (cites (advice, UNKNOT_ADVICE_TO_DO, "within 24 hours", "G-Shingles"));
  g_assert_false (cites (advice, UNKNOT_ADVICE_TO_DO, "within 24 hours", "M-labels"));
}

static void
test_advice_emergency (Fixture       *fixture,
                       gconstpointer  data)
{
  static const UnknotTestChange change = { "bowel", "gone" };
  g_autoptr (UnknotAdvice) advice = advise (fixture, &change, 1);

  g_assert_true (says (advice, UNKNOT_ADVICE_TO_DO, "do not drive yourself"));
  g_assert_true (says (advice, UNKNOT_ADVICE_TO_DO, "Do not wait"));
  g_assert_true (says (advice, UNKNOT_ADVICE_TO_DO, "list of your medicines"));
  g_assert_true (says (advice, UNKNOT_ADVICE_TO_DO, "lying or sitting"));
}

static void
test_advice_country_not_known (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (UnknotAdvice) absent = NULL;
  g_autoptr (UnknotAdvice) empty = NULL;

  unknot_test_give (fixture->protocol, fixture->answers, "bladder", "new");
  absent = unknot_test_advise (fixture->protocol, fixture->answers, NULL);
  empty = unknot_test_advise (fixture->protocol, fixture->answers, "");
  g_assert_cmpstr (unknot_advice_get_title (absent), ==,
                   "Call " NUMBER ", or your local emergency number, now");
  g_assert_cmpstr (unknot_advice_get_title (empty), ==, unknot_advice_get_title (absent));
}

static void
test_advice_notice (Fixture       *fixture,
                    gconstpointer  data)
{
#define CALL "At least: call " NUMBER " now. Not finished."
#define TODAY "At least: get seen today. Not finished."
#define BOOK "At least: book an appointment. Not finished."
#define NO_LEVEL "Not finished. Care at home is advised only once every question is answered."
  static const struct
  {
    UnknotTestChange changes[2];
    const char *notice;
    const char *title;
  } cases[] = {
    { { { "worried", "no" } }, NULL, "Care for it at home, and watch" },
    { { { "bladder", "new" } }, NULL, "Call " NUMBER " now" },
    { { { "bladder", "new" }, { "rash", NULL } }, CALL, "Call " NUMBER " now" },
    /* No question comes before the call. */
    { { { "bladder", "new" }, { "bowel", NULL } }, CALL, "Call " NUMBER " now" },
    { { { "rash", "yes" }, { "lump", NULL } }, TODAY, "Get seen today" },
    { { { "rash", "yes" }, { "fever", "skipped" } }, TODAY, "Get seen today" },
    { { { "rash", "yes" }, { "balance", "skipped" } }, TODAY, OPEN },
    { { { "worried", "yes" }, { "age", NULL } }, BOOK, "Book an appointment" },
    { { { "worried", "yes" }, { "chest", NULL } }, BOOK, OPEN },
    { { { "worried", NULL } }, NO_LEVEL, "Not finished" },
    { { { "major-accident", NULL } }, NO_LEVEL, OPEN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotAdvice) advice = advise (fixture, cases[i].changes, 2);

      g_assert_cmpstr (unknot_advice_get_notice (advice), ==, cases[i].notice);
      g_assert_cmpstr (unknot_advice_get_title (advice), ==, cases[i].title);
    }
}

/* No page stands before a question or a call. */
static void
test_advice_topic_of_open_emergency (Fixture       *fixture,
                                     gconstpointer  data)
{
  static const UnknotTestChange changes[] = { { "rash", "yes" }, { "balance", "skipped" } };
  g_autoptr (UnknotAdvice) advice = advise (fixture, changes, G_N_ELEMENTS (changes));

  g_assert_null (unknot_advice_get_topic (advice));
}

/* Each of the fifteen, and no other question. */
static void
test_advice_emergency_open (Fixture       *fixture,
                                    gconstpointer  data)
{
  static const char *const items[] = {
    "bladder", "bowel", "saddle-numbness", "both-legs", "limb-weakness", "limb-numbness",
    "one-sided", "balance", "consciousness", "chest", "sudden-severe", "belly", "head-neck",
    "body-spasms", "major-accident", NULL
  };
  UnknotQuestionnaire *questionnaire = unknot_protocol_get_questionnaire (fixture->protocol);
  guint n_missed = 0;

  for (guint i = 0; i < unknot_questionnaire_get_n_questions (questionnaire); i++)
    {
      UnknotQuestion *question = unknot_questionnaire_get_question (questionnaire, i);
      const UnknotTestChange change = { unknot_question_get_id (question), NULL };
      gboolean is_item = g_strv_contains (items, change.question);
      g_autoptr (UnknotAdvice) advice = NULL;

      if (!unknot_answers_applies (fixture->answers, question))
        continue;

      advice = advise (fixture, &change, 1);
      g_assert_nonnull (unknot_advice_get_notice (advice));
      g_assert_cmpint (g_str_equal (unknot_advice_get_title (advice), OPEN), ==, is_item);
      g_assert_cmpint (says (advice, UNKNOT_ADVICE_TO_DO, "Answer what is still open on the first two"),
                       ==, is_item);
      n_missed += is_item;
    }

  g_assert_cmpuint (n_missed, ==, g_strv_length ((char **) items));
}

static void
test_advice_poison_line (Fixture       *fixture,
                         gconstpointer  data)
{
  static const struct
  {
    const char *country, *over_label, *bladder;
    int position; /* negative where there is none */
    gboolean is_us;
  } cases[] = {
    { "US", "yes", "no", 0, TRUE },   { "GB", "yes", "no", 0, FALSE },
    { "", "yes", "no", 0, FALSE },    { NULL, "yes", "no", 0, FALSE },
    { "US", "yes", "new", 1, TRUE },  { "DE", "yes", "new", 1, FALSE },
    { "US", "not-sure", "no", -1, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotAdvice) advice = NULL;
      UnknotAdviceItem *item;
      const char *text;

      unknot_test_give (fixture->protocol, fixture->answers, "over-label", cases[i].over_label);
      unknot_test_give (fixture->protocol, fixture->answers, "bladder", cases[i].bladder);
      advice = unknot_test_advise (fixture->protocol, fixture->answers, cases[i].country);
      item = unknot_test_find_item (advice, UNKNOT_ADVICE_TO_DO, "poison line");
      g_assert_cmpint (item != NULL, ==, cases[i].position >= 0);
      if (item == NULL)
        continue;

      text = unknot_advice_item_get_text (item);
      g_assert_true (unknot_test_get_item (advice, UNKNOT_ADVICE_TO_DO, cases[i].position) == item);
      g_assert_nonnull (strstr (text, "even if you feel well"));
      g_assert_cmpint (strstr (text, "1-800-222-1222") != NULL, ==, cases[i].is_us);
      g_assert_cmpint (strstr (text, NUMBER) != NULL, ==, !cases[i].is_us);
      g_assert_true (unknot_test_cites (item, "M-labels"));
    }
}

static void
test_advice_pregnancy (Fixture       *fixture,
                       gconstpointer  data)
{
#define UNIT_FIRST "Call your maternity unit or " NUMBER " now"
#define NUMBER_FIRST "Call " NUMBER " or your maternity unit now"
#define NUMBER_ONLY "Call " NUMBER " now"
  static const struct
  {
    UnknotTestChange changes[3];
    const char *call;
    gboolean is_in_safety_net;
  } cases[] = {
    { { { "pregnant", "yes" }, { "pregnancy-signs", "bleeding" } }, UNIT_FIRST, TRUE },
    { { { "pregnant", "not-sure" }, { "pregnancy-signs", "waters" } }, UNIT_FIRST, TRUE },
    { { { "pregnant", "yes" }, { "pregnancy-signs", "waters" }, { "chest", "yes" } },
      NUMBER_FIRST, TRUE },
    { { { "pregnant", "not-sure" }, { "pregnancy-signs", "waters" }, { "chest", "yes" } },
      NUMBER_FIRST, TRUE },
    { { { "pregnant", "yes" }, { "pregnancy-signs", "none" }, { "bowel", "new" } },
      NUMBER_FIRST, TRUE },
    { { { "pregnant", "not-sure" }, { "pregnancy-signs", "none" }, { "bowel", "new" } },
      NUMBER_ONLY, TRUE },
    { { { "pregnant", NULL }, { "bowel", "new" } }, NUMBER_ONLY, TRUE },
    { { { "pregnant", "no" }, { "bowel", "new" } }, NUMBER_ONLY, FALSE },
    { { { "pregnant", "yes" }, { "pregnancy-signs", "none" } }, "Call your doctor", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotAdvice) advice = advise (fixture, cases[i].changes, 3);

      g_assert_true (g_str_has_prefix (get_first_to_do (advice), cases[i].call));
      g_assert_cmpint (says (advice, UNKNOT_ADVICE_SAFETY_NET, "pregnancy"), ==,
                       cases[i].is_in_safety_net);
    }
}

static void
test_advice_treated_back (Fixture       *fixture,
                          gconstpointer  data)
{
  static const struct
  {
    const char *answer, *fact;
  } cases[] = {
    { "treated-returned", "S0-23" }, { "treated-persists", "S0-24" },
    { "treated-improving", NULL },   { "not-sure", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const UnknotTestChange changes[] = { { "rash", "yes" },
                                           { "disc-or-stenosis", cases[i].answer } };
      g_autoptr (UnknotAdvice) advice = advise (fixture, changes, 2);
      gboolean is_team =
        g_str_has_prefix (get_first_to_do (advice), "Call the team that treats your back today");

      g_assert_cmpint (is_team, ==, cases[i].fact != NULL);
      if (cases[i].fact != NULL)
        g_assert_true (cites (advice, UNKNOT_ADVICE_TO_DO, "the team", cases[i].fact));
    }
}

static void
test_advice_every_level (Fixture       *fixture,
                         gconstpointer  data)
{
  static const struct
  {
    UnknotTestChange change;
    gboolean is_for_today;
  } levels[] = {
    { { "bladder", "new" }, TRUE }, { { "rash", "yes" }, TRUE },    { { "worried", "yes" }, FALSE },
    { { "worried", "no" }, FALSE }, { { "worried", NULL }, FALSE },
  };
  static const char *const calling_for_the_number[] = {
    "passing urine", "bladder or bowels", "between your legs", "both legs", "truly weak",
    "cannot feel touch", "unsteady", "one side of your body", "speech is slurred", "faint",
    "chest pain", "tears or rips", "belly pain", "stiff neck", "spasms in the jaw", "accident",
    "ending your life", "hurting you",
  };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (UnknotAdvice) advice = advise (fixture, &levels[i].change, 1);

      for (guint j = 0; j < G_N_ELEMENTS (calling_for_the_number); j++)
        {
          UnknotAdviceItem *item = unknot_test_find_item (advice, UNKNOT_ADVICE_SAFETY_NET,
                                                          calling_for_the_number[j]);

          g_assert_nonnull (item);
          g_assert_nonnull (strstr (unknot_advice_item_get_text (item), NUMBER));
        }
      g_assert_true (cites (advice, UNKNOT_ADVICE_SAFETY_NET, "same day for a fever", "G-NHS"));
      g_assert_true (cites (advice, UNKNOT_ADVICE_SAFETY_NET, "day 14", "S3-37"));
      g_assert_cmpuint (unknot_test_count_items (advice, UNKNOT_ADVICE_SAFETY_NET), <, 15);
      g_assert_true (cites (advice, UNKNOT_ADVICE_WATCH, "visit is always right", "S2-19"));
      g_assert_true (cites (advice, UNKNOT_ADVICE_WATCH, "chiropractor", "S4-42"));
      /* A visit to book must not put off what is for today. */
      g_assert_cmpint (says (advice, UNKNOT_ADVICE_WATCH, "After you have been seen"), ==,
                       levels[i].is_for_today);
    }
}

static void
assert_page (const char *topic)
{
  g_autofree char *name = g_strconcat (topic, ".page", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "help", "C", name, NULL);

  g_test_message ("%s", path);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static void
assert_items_whole (UnknotProtocol *protocol,
                    UnknotAnswers  *answers)
{
  UnknotEvidence *evidence = unknot_protocol_get_evidence (protocol);
  g_autoptr (UnknotAdvice) advice = unknot_test_advise (protocol, answers, "US");

  if (unknot_advice_get_topic (advice) != NULL)
    assert_page (unknot_advice_get_topic (advice));
  for (guint part = UNKNOT_ADVICE_TO_DO; part <= UNKNOT_ADVICE_WATCH; part++)
    for (guint i = 0; i < unknot_test_count_items (advice, part); i++)
      {
        UnknotAdviceItem *item = unknot_test_get_item (advice, part, i);
        const char *text = unknot_advice_item_get_text (item);
        GPtrArray *facts = unknot_advice_item_get_facts (item);

        g_assert_true (g_str_has_suffix (text, "."));
        g_assert_null (strchr (text, '%'));
        if (unknot_advice_item_get_topic (item) != NULL)
          assert_page (unknot_advice_item_get_topic (item));
        for (guint j = 0; j < facts->len; j++)
          {
            UnknotFact *fact = g_ptr_array_index (facts, j);

            g_assert_true (unknot_evidence_lookup (evidence, unknot_fact_get_id (fact)) == fact);
          }
      }
}

/* Each leads to the page that is about it, and a call to none. */
static void
test_advice_topics (Fixture       *fixture,
                    gconstpointer  data)
{
  static const struct
  {
    UnknotAdvicePart part;
    const char *words, *topic;
  } cases[] = {
    { UNKNOT_ADVICE_TO_DO, "within 24 hours", "learn-see-whom" },
    { UNKNOT_ADVICE_TO_DO, "If nobody can see you", NULL },
    { UNKNOT_ADVICE_TO_DO, "list of your medicines", "learn-doctor" },
    { UNKNOT_ADVICE_MEANWHILE, "position", "learn-home-care" },
    { UNKNOT_ADVICE_MEANWHILE, "cold or heat", "learn-heat-cold" },
    { UNKNOT_ADVICE_MEANWHILE, "lidocaine", "learn-medicine" },
    { UNKNOT_ADVICE_MEANWHILE, "short walks", "learn-moving" },
    { UNKNOT_ADVICE_SAFETY_NET, "between your legs", "learn-warning-signs" },
    { UNKNOT_ADVICE_SAFETY_NET, "ending your life", NULL },
    { UNKNOT_ADVICE_WATCH, "visit is always right", "learn-see-whom" },
  };
  static const UnknotTestChange change = { "rash", "yes" };
  g_autoptr (UnknotAdvice) advice = advise (fixture, &change, 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UnknotAdviceItem *item = unknot_test_find_item (advice, cases[i].part, cases[i].words);

      g_assert_nonnull (item);
      g_assert_cmpstr (unknot_advice_item_get_topic (item), ==, cases[i].topic);
    }
}

static void
test_advice_fixtures (Fixture       *fixture,
                      gconstpointer  data)
{
  g_assert_cmpuint (unknot_test_each_fixture (fixture->protocol, assert_items_whole), >, 100);
}

static void
test_advice_unknown_fact (Fixture       *fixture,
                          gconstpointer  data)
{
  static const char json[] =
    "{\"sources\": [{\"id\": \"A\", \"title\": \"Backs\", \"name\": \"Press\", "
    "\"kind\": \"article\"}], \"facts\": [{\"id\": \"A-1\", \"source\": \"A\", "
    "\"use\": [\"T\"], \"text\": \"Backs bend.\", \"checked\": true}]}";

  if (g_test_subprocess ())
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
      g_autoptr (UnknotFaults) faults = unknot_faults_new ();
      g_autoptr (UnknotEvidence) evidence = unknot_evidence_new_from_json (bytes, faults);
      g_autoptr (UnknotAssessment) assessment =
        unknot_test_assess (fixture->protocol, fixture->answers);
      g_autoptr (UnknotAdvice) advice = unknot_advice_new (assessment, evidence, NUMBER, NULL);

      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*which is no evidence*");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/advice/levels", test_advice_levels },
    { "/advice/facts-of-level", test_advice_facts_of_level },
    { "/advice/emergency", test_advice_emergency },
    { "/advice/country-not-known", test_advice_country_not_known },
    { "/advice/notice", test_advice_notice },
    { "/advice/topic-of-open-emergency", test_advice_topic_of_open_emergency },
    { "/advice/emergency-open", test_advice_emergency_open },
    { "/advice/poison-line", test_advice_poison_line },
    { "/advice/pregnancy", test_advice_pregnancy },
    { "/advice/treated-back", test_advice_treated_back },
    { "/advice/every-level", test_advice_every_level },
    { "/advice/topics", test_advice_topics },
    { "/advice/fixtures", test_advice_fixtures },
    { "/advice/unknown-fact", test_advice_unknown_fact },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);

  return g_test_run ();
}
