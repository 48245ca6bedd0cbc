/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-answers"

#include "config.h"

#include "unknot-answers.h"

#include "unknot-question-private.h"

#include <glib/gi18n-lib.h>

/**
 * UnknotAnswers:
 *
 * What a person answered to a questionnaire. Nothing is filled in by itself: a question without an
 * answer is unanswered, never “no”.
 */
struct _UnknotAnswers
{
  GObject parent_instance;

  UnknotQuestionnaire *questionnaire;
  gint32 values[UNKNOT_QUESTIONNAIRE_MAX_QUESTIONS];
};

G_DEFINE_FINAL_TYPE (UnknotAnswers, unknot_answers, G_TYPE_OBJECT)

G_DEFINE_QUARK (unknot-answers-error-quark, unknot_answers_error)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_value (UnknotAnswers  *self,
           UnknotQuestion *question,
           gint32          value)
{
  guint position = unknot_question_get_position (question);

  if (self->values[position] == value)
    return;

  self->values[position] = value;
  g_signal_emit (self, signals[CHANGED], 0, question);
}

static void
unknot_answers_finalize (GObject *object)
{
  UnknotAnswers *self = UNKNOT_ANSWERS (object);

  g_clear_object (&self->questionnaire);

  G_OBJECT_CLASS (unknot_answers_parent_class)->finalize (object);
}

static void
unknot_answers_class_init (UnknotAnswersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_answers_finalize;

  /**
   * UnknotAnswers::changed:
   * @question: the question whose answer is another now
   */
  signals[CHANGED] = g_signal_new ("changed", UNKNOT_TYPE_ANSWERS, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, UNKNOT_TYPE_QUESTION);
}

static void
unknot_answers_init (UnknotAnswers *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->values); i++)
    self->values[i] = UNKNOT_ANSWER_NONE;
}

UnknotAnswers *
unknot_answers_new (UnknotQuestionnaire *questionnaire)
{
  UnknotAnswers *self = g_object_new (UNKNOT_TYPE_ANSWERS, NULL);

  self->questionnaire = g_object_ref (questionnaire);

  return self;
}

/**
 * unknot_answers_copy:
 *
 * Returns: (transfer full): answers of their own, the same as these
 */
UnknotAnswers *
unknot_answers_copy (UnknotAnswers *self)
{
  UnknotAnswers *copy = unknot_answers_new (self->questionnaire);

  memcpy (copy->values, self->values, sizeof self->values);

  return copy;
}

/**
 * unknot_answers_get_questionnaire:
 *
 * Returns: (transfer none): what the answers answer
 */
UnknotQuestionnaire *
unknot_answers_get_questionnaire (UnknotAnswers *self)
{
  return self->questionnaire;
}

/**
 * unknot_answers_get_values:
 *
 * Returns: (transfer none): a value for each question, by its position: a count, or a set of option
 *   bits; negative where the question is not answered
 */
const gint32 *
unknot_answers_get_values (UnknotAnswers *self)
{
  return self->values;
}

/**
 * unknot_answers_applies:
 *
 * Returns: whether @question is asked at all, given the other answers. One asked on condition needs
 *   another question that applies and was answered so
 */
gboolean
unknot_answers_applies (UnknotAnswers  *self,
                        UnknotQuestion *question)
{
  guint n_enablers;
  const UnknotEnableCondition *enablers = unknot_question_get_enablers (question, &n_enablers);

  if (n_enablers == 0)
    return TRUE;

  for (guint i = 0; i < n_enablers; i++)
    {
      gint32 value = self->values[enablers[i].question];

      if (value > 0 && (value & enablers[i].options) != 0 &&
          unknot_answers_applies (self, unknot_questionnaire_get_question (self->questionnaire,
                                                                           enablers[i].question)))
        return TRUE;
    }

  return FALSE;
}

gboolean
unknot_answers_is_answered (UnknotAnswers  *self,
                            UnknotQuestion *question)
{
  return self->values[unknot_question_get_position (question)] >= 0;
}

/**
 * unknot_answers_is_skipped:
 *
 * Returns: whether the person chose not to answer @question, which is then unanswered
 */
gboolean
unknot_answers_is_skipped (UnknotAnswers  *self,
                           UnknotQuestion *question)
{
  return self->values[unknot_question_get_position (question)] == UNKNOT_ANSWER_SKIPPED;
}

gboolean
unknot_answers_has_code (UnknotAnswers  *self,
                         UnknotQuestion *question,
                         const char     *code)
{
  gint32 value = self->values[unknot_question_get_position (question)];

  return value > 0 && (value & unknot_question_get_option_bit (question, code)) != 0;
}

/**
 * unknot_answers_get_codes:
 *
 * Returns: (transfer full): the codes that answer @question, in the order of its options; empty
 *   where it is not answered, or a count
 */
GStrv
unknot_answers_get_codes (UnknotAnswers  *self,
                          UnknotQuestion *question)
{
  gint32 value = self->values[unknot_question_get_position (question)];
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; value > 0 && i < unknot_question_get_n_options (question); i++)
    if ((value & (1u << i)) != 0)
      g_strv_builder_add (codes, unknot_question_get_option_code (question, i));

  return g_strv_builder_end (codes);
}

/**
 * unknot_answers_get_count:
 *
 * Returns: the number that answers @question; negative where it is not answered
 */
int
unknot_answers_get_count (UnknotAnswers  *self,
                          UnknotQuestion *question)
{
  g_return_val_if_fail (unknot_question_get_kind (question) == UNKNOT_QUESTION_COUNT, -1);

  return self->values[unknot_question_get_position (question)];
}

/**
 * unknot_answers_set_codes:
 * @codes: (array zero-terminated=1): at least one; several only for choices
 * @error: %UNKNOT_ANSWERS_ERROR_INVALID, its message a line for each fault
 *
 * Returns: %FALSE where @codes do not answer @question; the answer is then as before
 */
gboolean
unknot_answers_set_codes (UnknotAnswers       *self,
                          UnknotQuestion      *question,
                          const char * const  *codes,
                          GError             **error)
{
  const char *id = unknot_question_get_id (question);
  guint32 none = unknot_question_get_option_bit (question, "none");
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  guint32 value = 0;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      guint32 bit = unknot_question_get_option_bit (question, codes[i]);

      if (bit == 0)
        unknot_faults_add (faults, _("“%s” is not an answer to “%s”."), codes[i], id);
      else if ((value & bit) != 0)
        unknot_faults_add (faults, _("“%s” answers “%s” twice."), codes[i], id);
      value |= bit;
    }

  if (codes[0] == NULL)
    unknot_faults_add (faults, _("“%s” needs at least one answer; leave it out if there is none."),
                       id);
  else if (unknot_faults_get_size (faults) == 0 && codes[1] != NULL &&
           unknot_question_get_kind (question) != UNKNOT_QUESTION_CHOICES)
    unknot_faults_add (faults, _("“%s” takes one answer only."), id);
  else if ((value & none) != 0 && value != none)
    unknot_faults_add (faults, _("“none” cannot stand beside another answer to “%s”."), id);

  if (!unknot_faults_report (faults, UNKNOT_ANSWERS_ERROR, UNKNOT_ANSWERS_ERROR_INVALID, error))
    return FALSE;

  set_value (self, question, value);

  return TRUE;
}

/**
 * unknot_answers_set_code:
 * @error: %UNKNOT_ANSWERS_ERROR_INVALID, its message a sentence
 *
 * Returns: %FALSE where @code does not answer @question; the answer is then as before
 */
gboolean
unknot_answers_set_code (UnknotAnswers   *self,
                         UnknotQuestion  *question,
                         const char      *code,
                         GError         **error)
{
  const char *const codes[] = { code, NULL };

  return unknot_answers_set_codes (self, question, codes, error);
}

/**
 * unknot_answers_set_count:
 * @error: %UNKNOT_ANSWERS_ERROR_INVALID, its message a sentence
 *
 * Returns: %FALSE where @count is out of the question's range; the answer is then as before
 */
gboolean
unknot_answers_set_count (UnknotAnswers   *self,
                          UnknotQuestion  *question,
                          gint64           count,
                          GError         **error)
{
  int minimum = unknot_question_get_minimum (question);
  int maximum = unknot_question_get_maximum (question);

  g_return_val_if_fail (unknot_question_get_kind (question) == UNKNOT_QUESTION_COUNT, FALSE);

  if (count < minimum || count > maximum)
    {
      g_set_error (error, UNKNOT_ANSWERS_ERROR, UNKNOT_ANSWERS_ERROR_INVALID,
                   _("“%s” must be a whole number from %d to %d."),
                   unknot_question_get_id (question), minimum, maximum);
      return FALSE;
    }

  set_value (self, question, count);

  return TRUE;
}

/**
 * unknot_answers_take_from:
 * @other: answers to the same questionnaire
 *
 * Answers @question as @other does.
 */
void
unknot_answers_take_from (UnknotAnswers  *self,
                          UnknotAnswers  *other,
                          UnknotQuestion *question)
{
  g_return_if_fail (self->questionnaire == other->questionnaire);

  set_value (self, question, other->values[unknot_question_get_position (question)]);
}

/**
 * unknot_answers_skip:
 *
 * Leaves @question unanswered, as the person chose.
 */
void
unknot_answers_skip (UnknotAnswers  *self,
                     UnknotQuestion *question)
{
  set_value (self, question, UNKNOT_ANSWER_SKIPPED);
}

/**
 * unknot_answers_clear:
 *
 * Takes the answer to @question away.
 */
void
unknot_answers_clear (UnknotAnswers  *self,
                      UnknotQuestion *question)
{
  set_value (self, question, UNKNOT_ANSWER_NONE);
}

/**
 * unknot_answers_dup_words:
 *
 * Returns: (transfer full): the answer to @question in the words it was chosen by
 */
char *
unknot_answers_dup_words (UnknotAnswers  *self,
                          UnknotQuestion *question)
{
  g_auto (GStrv) codes = NULL;
  g_autoptr (GStrvBuilder) displays = NULL;
  g_auto (GStrv) strv = NULL;

  if (!unknot_answers_is_answered (self, question))
    return g_strdup (_("not answered"));

  if (unknot_question_get_kind (question) == UNKNOT_QUESTION_COUNT)
    {
      const char *unit = unknot_question_get_unit (question);
      int count = unknot_answers_get_count (self, question);

      return unit != NULL ? g_strdup_printf ("%d %s", count, unit)
                          : g_strdup_printf (_("%d of %d"), count,
                                             unknot_question_get_maximum (question));
    }

  codes = unknot_answers_get_codes (self, question);
  displays = g_strv_builder_new ();
  for (guint i = 0; codes[i] != NULL; i++)
    {
      guint option;

      if (unknot_question_find_option (question, codes[i], &option))
        g_strv_builder_add (displays, unknot_question_get_option_display (question, option));
    }
  strv = g_strv_builder_end (displays);

  return g_strjoinv (", ", strv);
}
