/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-advice.h"
#include "unknot-test-protocol.h"

G_BEGIN_DECLS

#define UNKNOT_TEST_NUMBER "0118"

/**
 * UnknotTestChange:
 * @question: the question's id
 * @answer: a code or a number, “skipped”, or %NULL for no answer
 */
typedef struct
{
  const char *question;
  const char *answer;
} UnknotTestChange;

typedef void (*UnknotTestAnswersFunc) (UnknotProtocol *protocol,
                                       UnknotAnswers  *answers);

guint             unknot_test_each_fixture   (UnknotProtocol         *protocol,
                                              UnknotTestAnswersFunc   func);
void              unknot_test_give           (UnknotProtocol         *protocol,
                                              UnknotAnswers          *answers,
                                              const char             *question,
                                              const char             *answer);
UnknotAssessment *unknot_test_assess         (UnknotProtocol         *protocol,
                                              UnknotAnswers          *answers);
UnknotAdvice     *unknot_test_advise         (UnknotProtocol         *protocol,
                                              UnknotAnswers          *answers,
                                              const char             *country);
UnknotAdvice     *unknot_test_advise_changed (UnknotProtocol         *protocol,
                                              UnknotAnswers          *answers,
                                              const UnknotTestChange *changes,
                                              guint                   n_changes);
guint             unknot_test_count_items    (UnknotAdvice           *advice,
                                              UnknotAdvicePart        part);
UnknotAdviceItem *unknot_test_get_item       (UnknotAdvice           *advice,
                                              UnknotAdvicePart        part,
                                              guint                   position);
UnknotAdviceItem *unknot_test_find_item      (UnknotAdvice           *advice,
                                              UnknotAdvicePart        part,
                                              const char             *words);
gboolean          unknot_test_cites          (UnknotAdviceItem       *item,
                                              const char             *fact);

G_END_DECLS
