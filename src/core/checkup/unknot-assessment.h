/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "unknot-answers.h"
#include "unknot-level.h"
#include "unknot-rule.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_ASSESSMENT (unknot_assessment_get_type ())

G_DECLARE_FINAL_TYPE (UnknotAssessment, unknot_assessment, UNKNOT, ASSESSMENT, GObject)

UnknotLevel    unknot_assessment_get_level         (UnknotAssessment *self);
gboolean       unknot_assessment_is_complete       (UnknotAssessment *self);
gboolean       unknot_assessment_is_emergency_open (UnknotAssessment *self);
GDateTime     *unknot_assessment_get_time          (UnknotAssessment *self);
const char    *unknot_assessment_get_version       (UnknotAssessment *self);
UnknotAnswers *unknot_assessment_get_answers       (UnknotAssessment *self);
GPtrArray     *unknot_assessment_dup_rules         (UnknotAssessment *self);
GPtrArray     *unknot_assessment_dup_reasons       (UnknotAssessment *self,
                                                    UnknotRule       *rule);
GPtrArray     *unknot_assessment_dup_not_sure      (UnknotAssessment *self);
GPtrArray     *unknot_assessment_dup_missing       (UnknotAssessment *self);
JsonNode      *unknot_assessment_to_json           (UnknotAssessment *self);

G_END_DECLS
