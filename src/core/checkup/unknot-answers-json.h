/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-answers.h"

G_BEGIN_DECLS

UnknotAnswers *unknot_answers_new_from_json (UnknotQuestionnaire  *questionnaire,
                                             GBytes               *json,
                                             GError              **error);

G_END_DECLS
