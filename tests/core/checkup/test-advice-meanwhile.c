/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-test-advice.h"

/* What the result must leave out of the care at home, said anew as the protocol says it. */

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

static gboolean
says (UnknotAdvice *advice,
      const char   *words)
{
  return unknot_test_find_item (advice, UNKNOT_ADVICE_MEANWHILE, words) != NULL;
}

/* Whether @thing is named otherwise than to advise against it. */
static gboolean
offers (UnknotAdvice *advice,
        const char   *thing)
{
  for (guint i = 0; i < unknot_test_count_items (advice, UNKNOT_ADVICE_MEANWHILE); i++)
    {
      UnknotAdviceItem *item = unknot_test_get_item (advice, UNKNOT_ADVICE_MEANWHILE, i);
      g_autofree char *text = g_utf8_strdown (unknot_advice_item_get_text (item), -1);

      if (strstr (text, thing) != NULL && strstr (text, "take no ") == NULL &&
          strstr (text, "leave out heat") == NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
offers_anti_inflammatory (UnknotAdvice *advice)
{
  return offers (advice, "ibuprofen") || offers (advice, "naproxen") ||
         offers (advice, "aspirin") || offers (advice, "anti-inflammatory");
}

static void
test_advice_meanwhile_facts (Fixture       *fixture,
                             gconstpointer  data)
{
  static const struct
  {
    const char *words, *fact;
  } cases[] = {
    { "pillow under your knees", "S3-21" }, { "recliner", "S3-22" },
    { "15 to 20 minutes", "S3-24" },        { "an hour off", "S3-25" },
    { "Drink water", "S3-14" },             { "Do not exercise through the pain", "S2-20" },
    { "short walks", "S3-36" },             { "ibuprofen", "S3-26" },
    { "paracetamol", "S3-27" },             { "lidocaine", "S3-28" },
    { "ibuprofen", "S3-30" },               { "paracetamol", "S3-30" },
    { "lidocaine", "S3-30" },               { "ask a pharmacist if", "M-labels" },
  };
  g_autoptr (UnknotAdvice) advice = unknot_test_advise (fixture->protocol, fixture->answers, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UnknotAdviceItem *item =
        unknot_test_find_item (advice, UNKNOT_ADVICE_MEANWHILE, cases[i].words);

      g_test_message ("%s", cases[i].words);
      g_assert_nonnull (item);
      g_assert_true (unknot_test_cites (item, cases[i].fact));
    }
}

static void
test_advice_meanwhile_exclusions (Fixture       *fixture,
                                  gconstpointer  data)
{
  /* What is offered: a, anti-inflammatories; p, paracetamol; l, lidocaine; h, heat and cold. */
  static const struct
  {
    UnknotTestChange change;
    const char *offered;
  } cases[] = {
    { { "worried", "yes" }, "aplh" },
    { { "blood-thinner", "yes" }, "plh" },
    { { "blood-thinner", "not-sure" }, "plh" },
    { { "blood-thinner", "skipped" }, "plh" },
    { { "blood-thinner", NULL }, "plh" },
    { { "pregnant", "yes" }, "plh" },
    { { "pregnant", "not-sure" }, "plh" },
    { { "pregnant", "skipped" }, "plh" },
    { { "pregnant", NULL }, "plh" },
    { { "steroids", "yes" }, "plh" },
    { { "steroids", "not-sure" }, "plh" },
    { { "steroids", "skipped" }, "plh" },
    { { "steroids", NULL }, "plh" },
    { { "flank", "yes" }, "plh" },
    { { "flank", "not-sure" }, "plh" },
    { { "flank", "skipped" }, "plh" },
    { { "flank", NULL }, "plh" },
    { { "urine", "yes" }, "plh" },
    { { "urine", "not-sure" }, "plh" },
    { { "urine", "skipped" }, "plh" },
    { { "urine", NULL }, "plh" },
    { { "otc-days", "9" }, "aplh" },
    { { "otc-days", "10" }, "plh" },
    { { "otc-days", "365" }, "plh" },
    { { "otc-days", "skipped" }, "plh" },
    { { "otc-days", NULL }, "plh" },
    { { "age", "18" }, "aplh" },
    { { "age", "17" }, "plh" },
    { { "age", "0" }, "plh" },
    { { "age", "skipped" }, "plh" },
    { { "age", NULL }, "plh" },
    { { "jaundice", "yes" }, "alh" },
    { { "jaundice", "not-sure" }, "alh" },
    { { "jaundice", "skipped" }, "alh" },
    { { "jaundice", NULL }, "alh" },
    { { "over-label", "yes" }, "h" },
    { { "over-label", "not-sure" }, "h" },
    { { "over-label", "skipped" }, "h" },
    { { "over-label", NULL }, "h" },
    { { "limb-numbness", "old" }, "apl" },
    { { "limb-numbness", "not-sure" }, "apl" },
    { { "limb-numbness", "skipped" }, "apl" },
    { { "limb-numbness", NULL }, "apl" },
  };

  /* Else a missing answer would leave no level, and nothing to offer. */
  unknot_test_give (fixture->protocol, fixture->answers, "worried", "yes");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotAdvice) advice =
        unknot_test_advise_changed (fixture->protocol, fixture->answers, &cases[i].change, 1);
      const char *offered = cases[i].offered;
      gboolean any_medicine = strchr (offered, 'l') != NULL;

      g_assert_cmpint (offers_anti_inflammatory (advice), ==, strchr (offered, 'a') != NULL);
      g_assert_cmpint (offers (advice, "paracetamol"), ==, strchr (offered, 'p') != NULL);
      g_assert_cmpint (offers (advice, "lidocaine"), ==, any_medicine);
      g_assert_cmpint (offers (advice, "heat, whichever"), ==, strchr (offered, 'h') != NULL);
      g_assert_true (offers (advice, "short walks"));
      g_assert_cmpint (says (advice, "an ulcer, kidney, heart or liver disease, asthma"), ==,
                       any_medicine);
      g_assert_cmpint (says (advice, "Take no pain medicine"), ==, !any_medicine);
      g_assert_cmpint (says (advice, "take no anti-inflammatory"), ==,
                       any_medicine && strchr (offered, 'a') == NULL);
    }
}

static void
test_advice_meanwhile_walking (Fixture       *fixture,
                               gconstpointer  data)
{
  static const struct
  {
    UnknotTestChange changes[2];
    gboolean is_offered;
  } cases[] = {
    { { { "osteoporosis", "yes" }, { "trigger", "small-fall" } }, FALSE },
    { { { "age", "70" }, { "trigger", "blow" } }, FALSE },
    { { { "steroids", "yes" }, { "onset", "sudden" } }, FALSE },
    { { { "osteoporosis", "yes" }, { "onset", "sudden" } }, FALSE },
    { { { "blood-thinner", "yes" }, { "severity", "8" } }, FALSE },
    { { { "blood-thinner", "yes" }, { "trigger", "blow" } }, FALSE },
    { { { "osteoporosis", "yes" }, { "trigger", "lifting" } }, TRUE },
    { { { "age", "69" }, { "trigger", "blow" } }, TRUE },
    { { { "steroids", "yes" }, { "onset", "gradual" } }, TRUE },
    { { { "blood-thinner", "yes" }, { "severity", "7" } }, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotAdvice) advice =
        unknot_test_advise_changed (fixture->protocol, fixture->answers, cases[i].changes, 2);

      g_assert_cmpint (offers (advice, "short walks"), ==, cases[i].is_offered);
      g_assert_cmpint (says (advice, "Take no walks"), ==, !cases[i].is_offered);
    }
}

static gboolean
is_no (UnknotProtocol *protocol,
       UnknotAnswers  *answers,
       const char     *id)
{
  return unknot_answers_has_code (answers, unknot_test_lookup (protocol, id), "no");
}

static int
get_count (UnknotProtocol *protocol,
           UnknotAnswers  *answers,
           const char     *id)
{
  return unknot_answers_get_count (answers, unknot_test_lookup (protocol, id));
}

static void
assert_left_out (UnknotProtocol *protocol,
                 UnknotAnswers  *answers)
{
  g_autoptr (UnknotAssessment) assessment = unknot_test_assess (protocol, answers);
  g_autoptr (UnknotAdvice) advice = unknot_test_advise (protocol, answers, NULL);
  UnknotLevel level = unknot_assessment_get_level (assessment);
  gboolean has_meanwhile = level != UNKNOT_LEVEL_NONE && level != UNKNOT_LEVEL_EMERGENCY;
  gboolean may_take_any = has_meanwhile && is_no (protocol, answers, "over-label");
  int otc_days = get_count (protocol, answers, "otc-days");

  g_assert_cmpint (unknot_test_count_items (advice, UNKNOT_ADVICE_MEANWHILE) > 0, ==,
                   has_meanwhile);
  g_assert_cmpint (offers (advice, "lidocaine"), ==, may_take_any);
  g_assert_cmpint (offers (advice, "paracetamol"), ==,
                   may_take_any && is_no (protocol, answers, "jaundice"));
  g_assert_cmpint (offers_anti_inflammatory (advice), ==,
                   may_take_any && is_no (protocol, answers, "blood-thinner") &&
                   is_no (protocol, answers, "pregnant") && is_no (protocol, answers, "steroids") &&
                   is_no (protocol, answers, "flank") && is_no (protocol, answers, "urine") &&
                   otc_days >= 0 && otc_days < 10 && get_count (protocol, answers, "age") >= 18);
  g_assert_cmpint (offers (advice, "heat, whichever"), ==,
                   has_meanwhile && is_no (protocol, answers, "limb-numbness"));
}

/* With @answers, and with one answer fewer. */
static void
assert_left_out_with_fewer (UnknotProtocol *protocol,
                            UnknotAnswers  *answers)
{
  static const char *const read[] = {
    "blood-thinner", "pregnant", "steroids", "flank", "urine", "otc-days", "age", "jaundice",
    "over-label", "limb-numbness",
  };

  assert_left_out (protocol, answers);
  for (guint i = 0; i < G_N_ELEMENTS (read); i++)
    {
      g_autoptr (UnknotAnswers) fewer = unknot_answers_copy (answers);

      unknot_test_give (protocol, fewer, read[i], NULL);
      assert_left_out (protocol, fewer);
    }
}

static void
test_advice_meanwhile_fixtures (Fixture       *fixture,
                                gconstpointer  data)
{
  g_assert_cmpuint (unknot_test_each_fixture (fixture->protocol, assert_left_out_with_fewer), >,
                    100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/advice-meanwhile/facts", Fixture, NULL,
              fixture_set_up, test_advice_meanwhile_facts, fixture_tear_down);
  g_test_add ("/advice-meanwhile/exclusions", Fixture, NULL,
              fixture_set_up, test_advice_meanwhile_exclusions, fixture_tear_down);
  g_test_add ("/advice-meanwhile/walking", Fixture, NULL,
              fixture_set_up, test_advice_meanwhile_walking, fixture_tear_down);
  g_test_add ("/advice-meanwhile/fixtures", Fixture, NULL,
              fixture_set_up, test_advice_meanwhile_fixtures, fixture_tear_down);

  return g_test_run ();
}
