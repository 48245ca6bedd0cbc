/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-diary-answers"

#include "config.h"

#include "unknot-diary-answers.h"

static void
fill_in_count (UnknotAnswers *answers,
               const char    *id,
               int            count)
{
  UnknotQuestion *question =
    unknot_questionnaire_lookup (unknot_answers_get_questionnaire (answers), id);

  if (question != NULL)
    unknot_answers_set_count (answers, question,
                              MIN (count, unknot_question_get_maximum (question)), NULL);
}

static void
fill_in_code (UnknotAnswers *answers,
              const char    *id,
              const char    *code)
{
  UnknotQuestion *question =
    unknot_questionnaire_lookup (unknot_answers_get_questionnaire (answers), id);

  if (question != NULL)
    unknot_answers_set_code (answers, question, code, NULL);
}

/* Whether there is a spasm now, or one that ended so lately that another would continue it. */
static gboolean
is_in_run (UnknotTrends *trends)
{
  return unknot_trends_get_days_without (trends) != UNKNOT_TRENDS_UNKNOWN &&
         unknot_trends_get_days_without (trends) <= UNKNOT_TRENDS_MAX_GAP;
}

/**
 * unknot_diary_answers_new:
 *
 * Answers what the diary can: `duration-days`, `more-frequent`, `otc-days` and `over-label`, as the
 * protocol has it under “From the diary”. That nothing was told is no answer: no duration outside a
 * run of spasms, nor before “still going?” is answered; no count of days without a dose; no “no” to
 * more frequent spasms where there was none of late; never a “no” to `over-label`, and
 * `not-sure` where what is told cannot be compared with the label for certain, but may be above it.
 *
 * Returns: (transfer full): answers for unknot_checkup_set_diary_answers()
 */
UnknotAnswers *
unknot_diary_answers_new (UnknotTrends        *trends,
                          UnknotQuestionnaire *questionnaire)
{
  UnknotAnswers *answers = unknot_answers_new (questionnaire);
  int duration_days = unknot_trends_get_duration_days (trends);
  int more_frequent = unknot_trends_get_more_frequent (trends);
  int otc_days = unknot_trends_get_otc_days (trends);

  if (duration_days != UNKNOT_TRENDS_UNKNOWN && is_in_run (trends))
    fill_in_count (answers, "duration-days", duration_days);
  if (more_frequent != UNKNOT_TRENDS_UNKNOWN && unknot_trends_get_n_recent (trends) > 0)
    fill_in_code (answers, "more-frequent", more_frequent ? "yes" : "no");
  if (otc_days > 0)
    fill_in_count (answers, "otc-days", otc_days);
  if (unknot_trends_may_be_over_label (trends))
    fill_in_code (answers, "over-label",
                  unknot_trends_is_over_label (trends) ? "yes" : "not-sure");

  return answers;
}
