/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "unknot-faults.h"
#include "unknot-questionnaire.h"

G_BEGIN_DECLS

/**
 * UnknotCondition:
 *
 * When a rule fires: the `when` of a rule in rules.json, ready to be held against answers.
 */
typedef struct _UnknotCondition UnknotCondition;

/**
 * UnknotPremise:
 * @values: a value for each question, as unknot_answers_get_values() has them, but unanswered
 *   where the question does not apply
 * @worse_values: the same with every `not-sure` read as the worse answer
 * @missing: the questions that apply and are not answered, a bit for each
 * @fired: the rules that fired so far, a bit for each
 * @in_doubt: the rules so far that did not fire on @values but would on @worse_values
 *
 * What conditions are held against: answers, and the rules before.
 */
typedef struct
{
  gint32 values[UNKNOT_QUESTIONNAIRE_MAX_QUESTIONS];
  gint32 worse_values[UNKNOT_QUESTIONNAIRE_MAX_QUESTIONS];
  guint64 missing;
  guint64 fired;
  guint64 in_doubt;
} UnknotPremise;

/**
 * UnknotConditionContext:
 * @questionnaire: the questions that conditions name
 * @groups: (element-type utf8 GPtrArray): groups of questions, by name
 * @rules: (element-type utf8 guint): the places, from 1, of the rules before this one, by id
 *
 * What the names in a condition stand for.
 */
typedef struct
{
  UnknotQuestionnaire *questionnaire;
  GHashTable *groups;
  GHashTable *rules;
} UnknotConditionContext;

UnknotCondition *unknot_condition_new_from_json (JsonNode                     *node,
                                                 const char                   *where,
                                                 const UnknotConditionContext *context,
                                                 UnknotFaults                 *faults);
void             unknot_condition_free          (UnknotCondition              *self);
gboolean         unknot_condition_holds         (const UnknotCondition        *self,
                                                 const UnknotPremise          *reading,
                                                 const gint32                 *values);
void             unknot_condition_explain       (const UnknotCondition        *self,
                                                 const UnknotPremise          *reading,
                                                 const gint32                 *values,
                                                 guint64                      *questions,
                                                 guint64                      *doubts);
guint64          unknot_condition_get_questions (const UnknotCondition        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnknotCondition, unknot_condition_free)

G_END_DECLS
