/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-checkup"

#include "config.h"

#include "unknot-checkup.h"

#include "unknot-answers-json.h"
#include "unknot-json.h"
#include "unknot-questionnaire-response.h"

/**
 * UnknotCheckup:
 *
 * A check-up that is being answered: its answers, and what the protocol says to them at each moment.
 * What was said about oneself the last time is shown again, and counts only once it is confirmed.
 */
struct _UnknotCheckup
{
  GObject parent_instance;

  UnknotProtocol *protocol;
  UnknotClock *clock;
  UnknotAnswers *answers;
  UnknotAnswers *last_answers; /* nullable: those of the check-up before this one */
  UnknotAssessment *assessment;
  guint64 half_answered; /* questions, a bit for each */
  gboolean finished;
};

G_DEFINE_FINAL_TYPE (UnknotCheckup, unknot_checkup, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ASSESSMENT,
  PROP_FINISHED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
assess (UnknotCheckup *self,
        GDateTime     *time)
{
  g_clear_object (&self->assessment);
  self->assessment = unknot_rules_assess (unknot_protocol_get_rules (self->protocol),
                                          self->answers, time);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASSESSMENT]);
}

static void
assess_now (UnknotCheckup *self)
{
  g_autoptr (GDateTime) now = unknot_clock_get_now (self->clock);

  assess (self, now);
}

static void
set_finished (UnknotCheckup *self,
              gboolean       finished)
{
  if (self->finished == finished)
    return;

  self->finished = finished;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINISHED]);
}

static void
answers_changed_cb (UnknotCheckup *self)
{
  set_finished (self, FALSE);
  assess_now (self);
}

static void
take_answers (UnknotCheckup *self,
              UnknotAnswers *answers,
              GDateTime     *time)
{
  if (self->answers != NULL)
    g_signal_handlers_disconnect_by_data (self->answers, self);
  g_clear_object (&self->answers);
  self->answers = answers;
  self->half_answered = 0;
  g_signal_connect_object (answers, "changed", G_CALLBACK (answers_changed_cb), self,
                           G_CONNECT_SWAPPED);
  assess (self, time);
}

static void
clear_answers (UnknotCheckup *self)
{
  g_autoptr (GDateTime) now = unknot_clock_get_now (self->clock);

  take_answers (self, unknot_answers_new (unknot_protocol_get_questionnaire (self->protocol)),
                now);
}

/* What one is, or has, from one spasm to the next; not what one only had at the time. */
static gboolean
is_lasting (UnknotCheckup  *self,
            UnknotQuestion *question)
{
  static const char *const passing[] = {
    "pregnant", "pregnancy-signs", "weight-loss", "old-signs-assessed", NULL
  };
  UnknotPage *page =
    unknot_questionnaire_lookup_page (unknot_protocol_get_questionnaire (self->protocol),
                                      "about-you");

  return page != NULL && unknot_page_find_question (page, question, NULL) &&
         !g_strv_contains (passing, unknot_question_get_id (question));
}

static void
unknot_checkup_dispose (GObject *object)
{
  UnknotCheckup *self = UNKNOT_CHECKUP (object);

  g_clear_object (&self->protocol);
  g_clear_object (&self->clock);
  g_clear_object (&self->answers);
  g_clear_object (&self->last_answers);
  g_clear_object (&self->assessment);

  G_OBJECT_CLASS (unknot_checkup_parent_class)->dispose (object);
}

static void
unknot_checkup_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  UnknotCheckup *self = UNKNOT_CHECKUP (object);

  switch (prop_id)
    {
    case PROP_ASSESSMENT:
      g_value_set_object (value, self->assessment);
      break;
    case PROP_FINISHED:
      g_value_set_boolean (value, self->finished);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_checkup_class_init (UnknotCheckupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = unknot_checkup_dispose;
  object_class->get_property = unknot_checkup_get_property;

  /**
   * UnknotCheckup:assessment:
   *
   * What the protocol says to the answers as they are now.
   */
  properties[PROP_ASSESSMENT] =
    g_param_spec_object ("assessment", NULL, NULL, UNKNOT_TYPE_ASSESSMENT,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * UnknotCheckup:finished:
   *
   * Whether the person went through to the result. Changing an answer opens it again.
   */
  properties[PROP_FINISHED] =
    g_param_spec_boolean ("finished", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
unknot_checkup_init (UnknotCheckup *self)
{
}

/**
 * unknot_checkup_new:
 *
 * Returns: (transfer full): a check-up with nothing answered
 */
UnknotCheckup *
unknot_checkup_new (UnknotProtocol *protocol,
                    UnknotClock    *clock)
{
  UnknotCheckup *self = g_object_new (UNKNOT_TYPE_CHECKUP, NULL);

  self->protocol = g_object_ref (protocol);
  self->clock = g_object_ref (clock);
  clear_answers (self);

  return self;
}

/**
 * unknot_checkup_get_protocol:
 *
 * Returns: (transfer none): what is asked, and what follows
 */
UnknotProtocol *
unknot_checkup_get_protocol (UnknotCheckup *self)
{
  g_return_val_if_fail (UNKNOT_IS_CHECKUP (self), NULL);

  return self->protocol;
}

/**
 * unknot_checkup_get_answers:
 *
 * Returns: (transfer none): the answers so far, to be changed as the person answers. They are
 *   others after unknot_checkup_restart() and unknot_checkup_load()
 */
UnknotAnswers *
unknot_checkup_get_answers (UnknotCheckup *self)
{
  g_return_val_if_fail (UNKNOT_IS_CHECKUP (self), NULL);

  return self->answers;
}

/**
 * unknot_checkup_get_assessment:
 *
 * Returns: (transfer none): what the protocol says to the answers as they are now
 */
UnknotAssessment *
unknot_checkup_get_assessment (UnknotCheckup *self)
{
  g_return_val_if_fail (UNKNOT_IS_CHECKUP (self), NULL);

  return self->assessment;
}

gboolean
unknot_checkup_is_finished (UnknotCheckup *self)
{
  g_return_val_if_fail (UNKNOT_IS_CHECKUP (self), FALSE);

  return self->finished;
}

/**
 * unknot_checkup_is_done:
 *
 * Returns: whether the person went through to the result, and left nothing out
 */
gboolean
unknot_checkup_is_done (UnknotCheckup *self)
{
  g_return_val_if_fail (UNKNOT_IS_CHECKUP (self), FALSE);

  return self->finished && unknot_assessment_is_complete (self->assessment);
}

/**
 * unknot_checkup_is_empty:
 *
 * Returns: whether nothing was answered, nor skipped
 */
gboolean
unknot_checkup_is_empty (UnknotCheckup *self)
{
  UnknotQuestionnaire *questionnaire;

  g_return_val_if_fail (UNKNOT_IS_CHECKUP (self), TRUE);

  questionnaire = unknot_protocol_get_questionnaire (self->protocol);
  for (guint i = 0; i < unknot_questionnaire_get_n_questions (questionnaire); i++)
    if (unknot_answers_get_values (self->answers)[i] != UNKNOT_ANSWER_NONE)
      return FALSE;

  return TRUE;
}

/**
 * unknot_checkup_is_old:
 *
 * Returns: whether it was last answered more than a day ago: what is asked about right now may have
 *   changed since
 */
gboolean
unknot_checkup_is_old (UnknotCheckup *self)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (UNKNOT_IS_CHECKUP (self), FALSE);

  now = unknot_clock_get_now (self->clock);

  return g_date_time_difference (now, unknot_assessment_get_time (self->assessment)) >
         G_TIME_SPAN_DAY;
}

/**
 * unknot_checkup_restart:
 *
 * Starts anew with nothing answered. The answers of a finished check-up become the last ones.
 */
void
unknot_checkup_restart (UnknotCheckup *self)
{
  g_return_if_fail (UNKNOT_IS_CHECKUP (self));

  if (self->finished)
    g_set_object (&self->last_answers, self->answers);
  set_finished (self, FALSE);
  clear_answers (self);
}

/**
 * unknot_checkup_finish:
 *
 * Says that the person went through to the result.
 */
void
unknot_checkup_finish (UnknotCheckup *self)
{
  g_return_if_fail (UNKNOT_IS_CHECKUP (self));

  set_finished (self, TRUE);
}

/**
 * unknot_checkup_is_suggested:
 *
 * Returns: whether @question shows the last check-up's answer, which does not count before it is
 *   confirmed
 */
gboolean
unknot_checkup_is_suggested (UnknotCheckup  *self,
                             UnknotQuestion *question)
{
  g_return_val_if_fail (UNKNOT_IS_CHECKUP (self), FALSE);

  return self->last_answers != NULL &&
         !unknot_answers_is_answered (self->answers, question) &&
         !unknot_answers_is_skipped (self->answers, question) &&
         unknot_answers_is_answered (self->last_answers, question) &&
         is_lasting (self, question);
}

/**
 * unknot_checkup_get_shown_answers:
 *
 * Returns: (transfer none): the answers that hold what is shown as the answer to @question
 */
UnknotAnswers *
unknot_checkup_get_shown_answers (UnknotCheckup  *self,
                                  UnknotQuestion *question)
{
  return unknot_checkup_is_suggested (self, question) ? self->last_answers : self->answers;
}

/**
 * unknot_checkup_clear:
 *
 * Takes the answer to @question away, also one that is only suggested: it is not to come back.
 */
void
unknot_checkup_clear (UnknotCheckup  *self,
                      UnknotQuestion *question)
{
  g_return_if_fail (UNKNOT_IS_CHECKUP (self));

  if (self->last_answers != NULL)
    unknot_answers_clear (self->last_answers, question);
  if (unknot_answers_is_answered (self->answers, question) ||
      unknot_answers_is_skipped (self->answers, question))
    unknot_answers_clear (self->answers, question);
  else
    assess_now (self);
}

/**
 * unknot_checkup_is_half_answered:
 *
 * Returns: whether the person began to answer @question with a yes that is no answer yet
 */
gboolean
unknot_checkup_is_half_answered (UnknotCheckup  *self,
                                 UnknotQuestion *question)
{
  g_return_val_if_fail (UNKNOT_IS_CHECKUP (self), FALSE);

  return (self->half_answered & (1ull << unknot_question_get_position (question))) != 0;
}

/**
 * unknot_checkup_set_half_answered:
 *
 * Says that the person began to answer @question with a yes that is no answer yet: it is not to be
 * filled in with a no.
 */
void
unknot_checkup_set_half_answered (UnknotCheckup  *self,
                                  UnknotQuestion *question,
                                  gboolean        half_answered)
{
  guint64 bit = 1ull << unknot_question_get_position (question);

  g_return_if_fail (UNKNOT_IS_CHECKUP (self));

  if (half_answered)
    self->half_answered |= bit;
  else
    self->half_answered &= ~bit;
}

/* What a document that could be loaded says of itself. Without a time, it is taken as just answered. */
static void
read_head (UnknotCheckup  *self,
           GBytes         *json,
           gboolean       *in_progress,
           GDateTime     **time)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (JsonNode) root = unknot_json_parse (json, faults);
  JsonObject *object = json_node_get_object (root);
  const char *status = json_object_get_string_member_with_default (object, "status", "");
  const char *authored = json_object_get_string_member_with_default (object, "authored", "");

  *in_progress = g_str_equal (status, "in-progress");
  *time = g_date_time_new_from_iso8601 (authored, NULL);
  if (*time == NULL)
    *time = unknot_clock_get_now (self->clock);
}

/**
 * unknot_checkup_load:
 * @json: what unknot_checkup_save() gave
 *
 * Takes up a check-up where it was left. Its assessment is of the time of the last answer.
 *
 * Returns: %FALSE where @json cannot be used; the check-up is then as before
 */
gboolean
unknot_checkup_load (UnknotCheckup  *self,
                     GBytes         *json,
                     GError        **error)
{
  g_autoptr (GDateTime) time = NULL;
  gboolean in_progress;
  UnknotAnswers *answers;

  g_return_val_if_fail (UNKNOT_IS_CHECKUP (self), FALSE);

  answers = unknot_answers_new_from_json (unknot_protocol_get_questionnaire (self->protocol),
                                          json, error);
  if (answers == NULL)
    return FALSE;

  read_head (self, json, &in_progress, &time);
  take_answers (self, answers, time);
  set_finished (self, !in_progress);

  return TRUE;
}

/**
 * unknot_checkup_load_last:
 * @json: what unknot_checkup_save() gave for the last finished check-up
 *
 * Takes the answers to suggest.
 *
 * Returns: %FALSE where @json cannot be used; the check-up is then as before
 */
gboolean
unknot_checkup_load_last (UnknotCheckup  *self,
                          GBytes         *json,
                          GError        **error)
{
  UnknotAnswers *answers;

  g_return_val_if_fail (UNKNOT_IS_CHECKUP (self), FALSE);

  answers = unknot_answers_new_from_json (unknot_protocol_get_questionnaire (self->protocol),
                                          json, error);
  if (answers == NULL)
    return FALSE;

  g_clear_object (&self->last_answers);
  self->last_answers = answers;

  return TRUE;
}

/**
 * unknot_checkup_save:
 *
 * Returns: (transfer full): the check-up as a FHIR R4 QuestionnaireResponse
 */
GBytes *
unknot_checkup_save (UnknotCheckup *self)
{
  g_autoptr (JsonNode) response = NULL;
  const char *status = "in-progress";
  char *text;

  g_return_val_if_fail (UNKNOT_IS_CHECKUP (self), NULL);

  if (self->finished)
    status = unknot_assessment_is_complete (self->assessment) ? "completed" : "stopped";
  response = unknot_questionnaire_response_new (self->answers, status,
                                                unknot_assessment_get_time (self->assessment));
  text = json_to_string (response, TRUE);

  return g_bytes_new_take (text, strlen (text));
}
