/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-answers-json.h"
#include "unknot-questionnaire-response.h"
#include "unknot-test-protocol.h"

/* Any bytes as answers, in both forms: refused with a sentence, or read, assessed, and the same
 * again after a way through FHIR. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static UnknotAnswers *
pass_through_fhir (UnknotAnswers *answers,
                   GDateTime     *now)
{
  g_autoptr (JsonNode) response = unknot_questionnaire_response_new (answers, "in-progress", now);
  char *text = json_to_string (response, FALSE);
  g_autoptr (GBytes) json = g_bytes_new_take (text, strlen (text));
  g_autoptr (GError) error = NULL;
  UnknotAnswers *same =
    unknot_answers_new_from_json (unknot_answers_get_questionnaire (answers), json, &error);

  g_assert_no_error (error);

  return same;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static UnknotProtocol *protocol = NULL;
  static GDateTime *now = NULL;
  g_autoptr (GBytes) json = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotAnswers) answers = NULL;
  g_autoptr (UnknotAnswers) same = NULL;
  g_autoptr (UnknotAssessment) assessment = NULL;
  UnknotQuestionnaire *questionnaire;

  if (protocol == NULL)
    {
      protocol = unknot_test_load_protocol ();
      now = g_date_time_new_utc (2026, 11, 21, 3, 0, 0);
    }
  questionnaire = unknot_protocol_get_questionnaire (protocol);

  answers = unknot_answers_new_from_json (questionnaire, json, &error);
  if (answers == NULL)
    {
      g_assert_error (error, UNKNOT_ANSWERS_ERROR, UNKNOT_ANSWERS_ERROR_INVALID);
      g_assert_cmpstr (error->message, !=, "");
      return 0;
    }

  assessment = unknot_rules_assess (unknot_protocol_get_rules (protocol), answers, now);
  g_assert_true (unknot_assessment_is_complete (assessment) ||
                 unknot_assessment_get_level (assessment) != UNKNOT_LEVEL_SELF_CARE);
  same = pass_through_fhir (answers, now);
  for (guint i = 0; i < unknot_questionnaire_get_n_questions (questionnaire); i++)
    g_assert_cmpint (unknot_answers_get_values (same)[i], ==,
                     unknot_answers_get_values (answers)[i]);

  return 0;
}
