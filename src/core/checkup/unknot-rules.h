/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-assessment.h"
#include "unknot-evidence.h"

G_BEGIN_DECLS

/* Sets of rules are the bits of a guint64. */
#define UNKNOT_RULES_MAX_RULES 64

#define UNKNOT_TYPE_RULES (unknot_rules_get_type ())

G_DECLARE_FINAL_TYPE (UnknotRules, unknot_rules, UNKNOT, RULES, GObject)

UnknotRules      *unknot_rules_new_from_json (GBytes              *json,
                                              UnknotQuestionnaire *questionnaire,
                                              UnknotEvidence      *evidence,
                                              UnknotFaults        *faults);
const char       *unknot_rules_get_protocol  (UnknotRules         *self);
const char       *unknot_rules_get_version   (UnknotRules         *self);
guint             unknot_rules_get_n_rules   (UnknotRules         *self);
UnknotRule       *unknot_rules_get_rule      (UnknotRules         *self,
                                              guint                position);
GPtrArray        *unknot_rules_get_group     (UnknotRules         *self,
                                              const char          *name);
UnknotAssessment *unknot_rules_assess        (UnknotRules         *self,
                                              UnknotAnswers       *answers,
                                              GDateTime           *time);

G_END_DECLS
