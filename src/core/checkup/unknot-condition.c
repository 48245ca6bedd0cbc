/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-condition"

#include "config.h"

#include "unknot-condition.h"

#include "unknot-json.h"

typedef enum
{
  ALL,
  ANY,
  ANSWERS,
  RANGE,
  IN_DOUBT,
  NO_OTHER_RULE,
  ALL_ANSWERED,
} ConditionKind;

typedef struct
{
  guint question;
  guint32 options;
  gboolean unanswered; /* whether no answer counts, too */
} ExpectedAnswer;

struct _UnknotCondition
{
  ConditionKind kind;
  GPtrArray *parts;           /* ALL, ANY */
  GArray *answers;            /* ANSWERS: of ExpectedAnswer … */
  guint at_least;             /* … so many must be given */
  guint question;             /* RANGE: minimum <= its count < below */
  gint32 minimum;
  gint32 below;
  guint64 rules;              /* IN_DOUBT: any of these */
};

static UnknotCondition *
condition_new (ConditionKind kind)
{
  UnknotCondition *self = g_new0 (UnknotCondition, 1);

  self->kind = kind;

  return self;
}

static gboolean
has_members (JsonObject *object,
             const char *first,
             const char *second,
             const char *third)
{
  guint n = 1 + (second != NULL) + (third != NULL);

  return json_object_get_size (object) == n && json_object_has_member (object, first) &&
         (second == NULL || json_object_has_member (object, second)) &&
         (third == NULL || json_object_has_member (object, third));
}

static UnknotCondition *
load_parts (JsonObject                   *object,
            const char                   *member,
            const char                   *where,
            const UnknotConditionContext *context,
            UnknotFaults                 *faults)
{
  UnknotCondition *self = condition_new (g_str_equal (member, "all") ? ALL : ANY);
  JsonArray *parts = unknot_json_get_array (object, member, where, faults);

  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) unknot_condition_free);
  for (guint i = 0; parts != NULL && i < json_array_get_length (parts); i++)
    {
      UnknotCondition *part = unknot_condition_new_from_json (json_array_get_element (parts, i),
                                                              where, context, faults);

      if (part != NULL)
        g_ptr_array_add (self->parts, part);
    }

  return self;
}

static UnknotQuestion *
find_question (JsonObject                   *object,
               const char                   *where,
               const UnknotConditionContext *context,
               UnknotFaults                 *faults)
{
  const char *id = unknot_json_get_string (object, "question", where, faults);
  UnknotQuestion *question;

  if (id == NULL)
    return NULL;

  question = unknot_questionnaire_lookup (context->questionnaire, id);
  if (question == NULL)
    unknot_faults_add (faults, "%s reads “%s”, which is no question.", where, id);

  return question;
}

static void
add_expected_code (ExpectedAnswer *expected,
                   UnknotQuestion *question,
                   JsonNode       *node,
                   const char     *where,
                   UnknotFaults   *faults)
{
  const char *id = unknot_question_get_id (question);
  const char *code;
  guint32 bit;

  if (!unknot_json_is_string (node))
    {
      unknot_faults_add (faults, "%s reads an answer to “%s” that is not a code.", where, id);
      return;
    }

  code = json_node_get_string (node);
  if (g_str_equal (code, "unanswered"))
    {
      if (expected->unanswered)
        unknot_faults_add (faults, "%s names “%s” twice.", where, code);
      expected->unanswered = TRUE;
      return;
    }

  bit = unknot_question_get_option_bit (question, code);
  if (bit == 0)
    unknot_faults_add (faults, "%s reads “%s”, which cannot be answered to “%s”.", where, code, id);
  if ((expected->options & bit) != 0)
    unknot_faults_add (faults, "%s names “%s” twice.", where, code);
  expected->options |= bit;
}

static ExpectedAnswer
load_expected (UnknotQuestion *question,
               JsonArray      *codes,
               const char     *where,
               UnknotFaults   *faults)
{
  ExpectedAnswer expected = { .question = unknot_question_get_position (question) };

  for (guint i = 0; codes != NULL && i < json_array_get_length (codes); i++)
    add_expected_code (&expected, question, json_array_get_element (codes, i), where, faults);

  return expected;
}

/* A set has codes, everything else is one: the two words keep a reader from taking one for the
 * other. */
static UnknotCondition *
load_answer (JsonObject                   *object,
             const char                   *verb,
             const char                   *where,
             const UnknotConditionContext *context,
             UnknotFaults                 *faults)
{
  UnknotCondition *self = condition_new (ANSWERS);
  UnknotQuestion *question = find_question (object, where, context, faults);
  JsonArray *codes = unknot_json_get_array (object, verb, where, faults);
  UnknotQuestionKind kind;
  ExpectedAnswer expected;

  self->answers = g_array_new (FALSE, FALSE, sizeof (ExpectedAnswer));
  self->at_least = 1;
  if (question == NULL)
    return self;

  kind = unknot_question_get_kind (question);
  if (kind == UNKNOT_QUESTION_COUNT ||
      (kind == UNKNOT_QUESTION_CHOICES) != g_str_equal (verb, "has"))
    {
      unknot_faults_add (faults, "%s cannot read “%s” by “%s”.", where,
                         unknot_question_get_id (question), verb);
      return self;
    }

  expected = load_expected (question, codes, where, faults);
  g_array_append_val (self->answers, expected);

  return self;
}

static gint32
load_bound (JsonObject     *object,
            const char     *member,
            const char     *where,
            int             minimum,
            int             maximum,
            UnknotFaults   *faults)
{
  JsonNode *node = json_object_get_member (object, member);

  if (!unknot_json_is_integer (node) ||
      json_node_get_int (node) < minimum || json_node_get_int (node) > maximum)
    {
      unknot_faults_add (faults, "%s: “%s” must be a whole number from %d to %d to matter.",
                         where, member, minimum, maximum);
      return minimum;
    }

  return json_node_get_int (node);
}

static UnknotCondition *
load_range (JsonObject                   *object,
            const char                   *where,
            const UnknotConditionContext *context,
            UnknotFaults                 *faults)
{
  UnknotCondition *self = condition_new (RANGE);
  UnknotQuestion *question = find_question (object, where, context, faults);
  int lowest, highest;

  if (question == NULL)
    return self;
  if (unknot_question_get_kind (question) != UNKNOT_QUESTION_COUNT)
    {
      unknot_faults_add (faults, "%s compares “%s”, which is not a number.", where,
                         unknot_question_get_id (question));
      return self;
    }

  lowest = unknot_question_get_minimum (question);
  highest = unknot_question_get_maximum (question);
  self->question = unknot_question_get_position (question);
  self->minimum = lowest;
  self->below = G_MAXINT32;
  if (json_object_has_member (object, "at-least"))
    self->minimum = load_bound (object, "at-least", where, lowest + 1, highest, faults);
  else
    self->below = load_bound (object, "below", where, lowest + 1, highest, faults);

  return self;
}

static UnknotCondition *
load_group (JsonObject                   *object,
            const char                   *where,
            const UnknotConditionContext *context,
            UnknotFaults                 *faults)
{
  UnknotCondition *self = condition_new (ANSWERS);
  const char *name = unknot_json_get_string (object, "group", where, faults);
  JsonArray *codes = unknot_json_get_array (object, "is", where, faults);
  GPtrArray *group = name != NULL ? g_hash_table_lookup (context->groups, name) : NULL;

  self->answers = g_array_new (FALSE, FALSE, sizeof (ExpectedAnswer));
  if (name != NULL && group == NULL)
    unknot_faults_add (faults, "%s reads the group “%s”, which is not there.", where, name);
  if (group == NULL)
    return self;

  for (guint i = 0; i < group->len; i++)
    {
      ExpectedAnswer expected = load_expected (g_ptr_array_index (group, i), codes, where, faults);

      g_array_append_val (self->answers, expected);
    }
  self->at_least = load_bound (object, "at-least", where, 1, group->len, faults);

  return self;
}

static UnknotCondition *
load_in_doubt (JsonObject                   *object,
               const char                   *where,
               const UnknotConditionContext *context,
               UnknotFaults                 *faults)
{
  UnknotCondition *self = condition_new (IN_DOUBT);
  JsonArray *rules = unknot_json_get_array (object, "in-doubt", where, faults);

  for (guint i = 0; rules != NULL && i < json_array_get_length (rules); i++)
    {
      JsonNode *node = json_array_get_element (rules, i);
      const char *id = unknot_json_is_string (node) ? json_node_get_string (node) : "";
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (context->rules, id));

      if (place == 0)
        {
          unknot_faults_add (faults, "%s doubts “%s”, which is no rule before it.", where, id);
          continue;
        }
      if ((self->rules & (1ull << (place - 1))) != 0)
        unknot_faults_add (faults, "%s names “%s” twice.", where, id);
      self->rules |= 1ull << (place - 1);
    }

  return self;
}

static UnknotCondition *
load_fact (JsonObject    *object,
           const char    *member,
           ConditionKind  kind,
           const char    *where,
           UnknotFaults  *faults)
{
  if (!unknot_json_is_true (json_object_get_member (object, member)))
    unknot_faults_add (faults, "%s: “%s” can only be true.", where, member);

  return condition_new (kind);
}

/**
 * unknot_condition_new_from_json:
 * @node: a condition, as rules.schema.json describes it
 * @where: the rule it is of
 * @context: what the names in it stand for
 * @faults: takes everything that is wrong with it
 *
 * Returns: (transfer full) (nullable): the condition, to be used only where @faults stayed empty
 */
UnknotCondition *
unknot_condition_new_from_json (JsonNode                     *node,
                                const char                   *where,
                                const UnknotConditionContext *context,
                                UnknotFaults                 *faults)
{
  JsonObject *object = unknot_json_as_object (node, where, faults);

  if (object == NULL)
    return NULL;

  if (has_members (object, "all", NULL, NULL))
    return load_parts (object, "all", where, context, faults);
  if (has_members (object, "any", NULL, NULL))
    return load_parts (object, "any", where, context, faults);
  if (has_members (object, "question", "is", NULL))
    return load_answer (object, "is", where, context, faults);
  if (has_members (object, "question", "has", NULL))
    return load_answer (object, "has", where, context, faults);
  if (has_members (object, "question", "at-least", NULL) ||
      has_members (object, "question", "below", NULL))
    return load_range (object, where, context, faults);
  if (has_members (object, "group", "is", "at-least"))
    return load_group (object, where, context, faults);
  if (has_members (object, "in-doubt", NULL, NULL))
    return load_in_doubt (object, where, context, faults);
  if (has_members (object, "no-other-rule", NULL, NULL))
    return load_fact (object, "no-other-rule", NO_OTHER_RULE, where, faults);
  if (has_members (object, "all-answered", NULL, NULL))
    return load_fact (object, "all-answered", ALL_ANSWERED, where, faults);

  unknot_faults_add (faults, "%s has a condition of no known form.", where);

  return NULL;
}

void
unknot_condition_free (UnknotCondition *self)
{
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->answers, g_array_unref);
  g_free (self);
}

static gboolean
is_given (const ExpectedAnswer *expected,
          const gint32         *values)
{
  gint32 value = values[expected->question];

  return value < 0 ? expected->unanswered : (value & expected->options) != 0;
}

static gboolean
are_given (const UnknotCondition *self,
           const gint32          *values)
{
  guint given = 0;

  for (guint i = 0; i < self->answers->len && given < self->at_least; i++)
    given += is_given (&g_array_index (self->answers, ExpectedAnswer, i), values);

  return given >= self->at_least;
}

/**
 * unknot_condition_holds:
 * @reading: the answers, and the rules before
 * @values: which of the reading's two sets of values to go by
 */
gboolean
unknot_condition_holds (const UnknotCondition *self,
                        const UnknotPremise   *reading,
                        const gint32          *values)
{
  switch (self->kind)
    {
    case ALL:
    case ANY:
      for (guint i = 0; i < self->parts->len; i++)
        {
          gboolean holds = unknot_condition_holds (g_ptr_array_index (self->parts, i),
                                                   reading, values);

          if (holds == (self->kind == ANY))
            return holds;
        }
      return self->kind == ALL;

    case ANSWERS:
      return are_given (self, values);

    case RANGE:
      return values[self->question] >= self->minimum && values[self->question] < self->below;

    case IN_DOUBT:
      return (reading->in_doubt & self->rules) != 0;

    case NO_OTHER_RULE:
      return reading->fired == 0;

    case ALL_ANSWERED:
      return reading->missing == 0;

    default:
      g_assert_not_reached ();
    }
}

/**
 * unknot_condition_explain:
 * @questions: (inout): takes the questions whose answers make the condition hold, a bit for each
 * @doubts: (inout): takes the rules in doubt that do
 *
 * Says why a condition that holds does so.
 */
void
unknot_condition_explain (const UnknotCondition *self,
                          const UnknotPremise   *reading,
                          const gint32          *values,
                          guint64               *questions,
                          guint64               *doubts)
{
  switch (self->kind)
    {
    case ALL:
    case ANY:
      for (guint i = 0; i < self->parts->len; i++)
        {
          const UnknotCondition *part = g_ptr_array_index (self->parts, i);

          if (unknot_condition_holds (part, reading, values))
            unknot_condition_explain (part, reading, values, questions, doubts);
        }
      break;

    case ANSWERS:
      for (guint i = 0; i < self->answers->len; i++)
        {
          const ExpectedAnswer *expected = &g_array_index (self->answers, ExpectedAnswer, i);

          if (is_given (expected, values))
            *questions |= 1ull << expected->question;
        }
      break;

    case RANGE:
      *questions |= 1ull << self->question;
      break;

    case IN_DOUBT:
      *doubts |= reading->in_doubt & self->rules;
      break;

    case NO_OTHER_RULE:
    case ALL_ANSWERED:
      break;

    default:
      g_assert_not_reached ();
    }
}

/**
 * unknot_condition_get_questions:
 *
 * Returns: the questions that the condition reads, a bit for each
 */
guint64
unknot_condition_get_questions (const UnknotCondition *self)
{
  guint64 questions = 0;

  for (guint i = 0; self->parts != NULL && i < self->parts->len; i++)
    questions |= unknot_condition_get_questions (g_ptr_array_index (self->parts, i));
  for (guint i = 0; self->answers != NULL && i < self->answers->len; i++)
    questions |= 1ull << g_array_index (self->answers, ExpectedAnswer, i).question;
  if (self->kind == RANGE)
    questions |= 1ull << self->question;

  return questions;
}
