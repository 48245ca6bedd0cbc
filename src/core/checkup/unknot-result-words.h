/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-advice.h"

G_BEGIN_DECLS

const char *unknot_result_words_get_title   (UnknotAdvicePart  part);
const char *unknot_result_words_get_notice  (UnknotAdvice     *advice,
                                             gboolean          past);
char       *unknot_result_words_dup_time    (UnknotAssessment *assessment);
char       *unknot_result_words_dup_begun   (const char       *text);
GStrv       unknot_result_words_dup_reasons (UnknotAssessment *assessment,
                                             UnknotRule       *rule);
char       *unknot_result_words_dup_grounds (UnknotRule       *rule);

G_END_DECLS
