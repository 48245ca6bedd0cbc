/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-test-advice.h"

#include "unknot-answers-json.h"

/**
 * unknot_test_each_fixture:
 * @func: called for the answers in each file of tests/fixtures/rules
 *
 * Returns: how many there are
 */
guint
unknot_test_each_fixture (UnknotProtocol        *protocol,
                          UnknotTestAnswersFunc  func)
{
  UnknotQuestionnaire *questionnaire = unknot_protocol_get_questionnaire (protocol);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "tests", "fixtures", "rules", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  const char *name;
  guint n_files = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autoptr (GBytes) json = unknot_test_read_file ("tests", "fixtures", "rules", name, NULL);
      g_autoptr (UnknotAnswers) answers = NULL;

      if (g_str_equal (name, "expected.json"))
        continue;

      g_test_message ("%s", name);
      answers = unknot_answers_new_from_json (questionnaire, json, &error);
      g_assert_no_error (error);
      func (protocol, answers);
      n_files++;
    }

  return n_files;
}

/**
 * unknot_test_give:
 * @answer: as in #UnknotTestChange
 *
 * Answers @question, or takes its answer away.
 */
void
unknot_test_give (UnknotProtocol *protocol,
                  UnknotAnswers  *answers,
                  const char     *question,
                  const char     *answer)
{
  UnknotQuestion *asked = unknot_test_lookup (protocol, question);
  g_autoptr (GError) error = NULL;

  if (answer == NULL)
    unknot_answers_clear (answers, asked);
  else if (g_str_equal (answer, "skipped"))
    unknot_answers_skip (answers, asked);
  else if (unknot_question_get_kind (asked) == UNKNOT_QUESTION_COUNT)
    unknot_answers_set_count (answers, asked, g_ascii_strtoll (answer, NULL, 10), &error);
  else
    unknot_answers_set_code (answers, asked, answer, &error);
  g_assert_no_error (error);
}

/**
 * unknot_test_assess:
 *
 * Returns: (transfer full): what the protocol says to @answers, at some time
 */
UnknotAssessment *
unknot_test_assess (UnknotProtocol *protocol,
                    UnknotAnswers  *answers)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 11, 21, 3, 0, 0);

  return unknot_rules_assess (unknot_protocol_get_rules (protocol), answers, time);
}

/**
 * unknot_test_advise:
 *
 * Returns: (transfer full): the advice to @answers, with %UNKNOT_TEST_NUMBER to call
 */
UnknotAdvice *
unknot_test_advise (UnknotProtocol *protocol,
                    UnknotAnswers  *answers,
                    const char     *country)
{
  g_autoptr (UnknotAssessment) assessment = unknot_test_assess (protocol, answers);

  return unknot_advice_new (assessment, unknot_protocol_get_evidence (protocol),
                            UNKNOT_TEST_NUMBER, country);
}

/**
 * unknot_test_advise_changed:
 * @answers: (transfer none): stay as they are
 * @changes: (array length=n_changes): those without a question change nothing
 *
 * Returns: (transfer full): the advice to @answers with @changes
 */
UnknotAdvice *
unknot_test_advise_changed (UnknotProtocol         *protocol,
                            UnknotAnswers          *answers,
                            const UnknotTestChange *changes,
                            guint                   n_changes)
{
  g_autoptr (UnknotAnswers) changed = unknot_answers_copy (answers);

  for (guint i = 0; i < n_changes && changes[i].question != NULL; i++)
    {
      g_test_message ("%s: %s", changes[i].question,
                      changes[i].answer != NULL ? changes[i].answer : "no answer");
      unknot_test_give (protocol, changed, changes[i].question, changes[i].answer);
    }

  return unknot_test_advise (protocol, changed, "GB");
}

guint
unknot_test_count_items (UnknotAdvice     *advice,
                         UnknotAdvicePart  part)
{
  return g_list_model_get_n_items (unknot_advice_get_items (advice, part));
}

/**
 * unknot_test_get_item:
 *
 * Returns: (transfer none): the item at @position, which must be there
 */
UnknotAdviceItem *
unknot_test_get_item (UnknotAdvice     *advice,
                      UnknotAdvicePart  part,
                      guint             position)
{
  g_autoptr (UnknotAdviceItem) item =
    g_list_model_get_item (unknot_advice_get_items (advice, part), position);

  g_assert_true (UNKNOT_IS_ADVICE_ITEM (item));

  return item;
}

/**
 * unknot_test_find_item:
 *
 * Returns: (transfer none) (nullable): the first item that says @words
 */
UnknotAdviceItem *
unknot_test_find_item (UnknotAdvice     *advice,
                       UnknotAdvicePart  part,
                       const char       *words)
{
  for (guint i = 0; i < unknot_test_count_items (advice, part); i++)
    {
      UnknotAdviceItem *item = unknot_test_get_item (advice, part, i);

      if (strstr (unknot_advice_item_get_text (item), words) != NULL)
        return item;
    }

  return NULL;
}

gboolean
unknot_test_cites (UnknotAdviceItem *item,
                   const char       *fact)
{
  GPtrArray *facts = unknot_advice_item_get_facts (item);

  for (guint i = 0; i < facts->len; i++)
    if (g_str_equal (unknot_fact_get_id (g_ptr_array_index (facts, i)), fact))
      return TRUE;

  return FALSE;
}
