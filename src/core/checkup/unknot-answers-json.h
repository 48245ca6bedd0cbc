/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-answers.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

UnknotAnswers *unknot_answers_new_from_json (UnknotQuestionnaire  *questionnaire,
                                             GBytes               *json,
                                             GError              **error);
JsonNode      *unknot_answers_to_json       (UnknotAnswers        *self);

G_END_DECLS
