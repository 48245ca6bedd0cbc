/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-answers.h"
#include "unknot-trends.h"

G_BEGIN_DECLS

UnknotAnswers *unknot_diary_answers_new (UnknotTrends        *trends,
                                         UnknotQuestionnaire *questionnaire);

G_END_DECLS
