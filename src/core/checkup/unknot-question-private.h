/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "unknot-faults.h"
#include "unknot-question.h"

G_BEGIN_DECLS

/* One of @options to the question at @question switches a question on. */
typedef struct
{
  guint question;
  guint32 options;
} UnknotEnableCondition;

UnknotQuestion              *unknot_question_new_from_fhir (JsonObject            *item,
                                                            guint                  position,
                                                            char                 **code_system,
                                                            UnknotFaults          *faults);
void                         unknot_question_enable_when   (UnknotQuestion        *self,
                                                            UnknotEnableCondition  condition);
const UnknotEnableCondition *unknot_question_get_enablers  (UnknotQuestion        *self,
                                                            guint                 *n_enablers);

G_END_DECLS
