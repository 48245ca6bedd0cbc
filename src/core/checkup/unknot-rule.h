/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-condition.h"
#include "unknot-level.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_RULE (unknot_rule_get_type ())

G_DECLARE_FINAL_TYPE (UnknotRule, unknot_rule, UNKNOT, RULE, GObject)

UnknotRule            *unknot_rule_new           (const char      *id,
                                                  UnknotLevel      level,
                                                  UnknotCondition *condition,
                                                  GPtrArray       *evidence);
const char            *unknot_rule_get_id        (UnknotRule      *self);
UnknotLevel            unknot_rule_get_level     (UnknotRule      *self);
const UnknotCondition *unknot_rule_get_condition (UnknotRule      *self);
GPtrArray             *unknot_rule_get_evidence  (UnknotRule      *self);

G_END_DECLS
