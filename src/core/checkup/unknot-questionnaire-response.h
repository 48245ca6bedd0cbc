/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "unknot-answers.h"

G_BEGIN_DECLS

void      unknot_questionnaire_response_load (JsonObject    *response,
                                              UnknotAnswers *answers,
                                              UnknotFaults  *faults);
JsonNode *unknot_questionnaire_response_new  (UnknotAnswers *answers,
                                              const char    *status,
                                              GDateTime     *authored);

G_END_DECLS
