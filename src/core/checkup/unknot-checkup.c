/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-checkup"

#include "config.h"

#include "unknot-checkup.h"

#include "unknot-answers-json.h"
#include "unknot-danger.h"
#include "unknot-saved-checkup.h"

#include <glib/gi18n-lib.h>

/* As long as the protocol asks for a sign that is new, or was. */
#define ALARM_DAYS 14

/**
 * UnknotCheckup:
 *
 * A check-up that is being answered: its answers, and what the protocol says to them at each moment.
 * What was said about oneself the last time is shown again, and what the diary tells is shown; both
 * count only once they are confirmed. Only a danger that an entry names counts at once.
 */
struct _UnknotCheckup
{
  GObject parent_instance;

  UnknotProtocol *protocol;
  UnknotClock *clock;
  UnknotAnswers *answers;
  UnknotAnswers *last_answers; /* nullable: those of the check-up before this one */
  UnknotAnswers *diary_answers; /* nullable: what the diary suggests */
  UnknotAnswers *dangers; /* what entries in the diary named, and became an answer */
  UnknotAssessment *assessment;
  guint64 half_answered; /* questions, a bit for each */
  guint64 refused; /* questions to which the diary is to suggest nothing any longer */
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
              UnknotAnswers *dangers,
              GDateTime     *time)
{
  if (self->answers != NULL)
    g_signal_handlers_disconnect_by_data (self->answers, self);
  g_clear_object (&self->answers);
  self->answers = answers;
  g_clear_object (&self->dangers);
  self->dangers = dangers;
  self->half_answered = 0;
  self->refused = 0;
  g_signal_connect_object (answers, "changed", G_CALLBACK (answers_changed_cb), self,
                           G_CONNECT_SWAPPED);
  assess (self, time);
}

static void
clear_answers (UnknotCheckup *self)
{
  UnknotQuestionnaire *questionnaire = unknot_protocol_get_questionnaire (self->protocol);
  g_autoptr (GDateTime) now = unknot_clock_get_now (self->clock);

  take_answers (self, unknot_answers_new (questionnaire), unknot_answers_new (questionnaire), now);
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

static guint64
get_bit (UnknotQuestion *question)
{
  return 1ull << unknot_question_get_position (question);
}

/* Returns: (nullable): those of which the answer to @question is shown before it is confirmed. */
static UnknotAnswers *
find_suggestion (UnknotCheckup  *self,
                 UnknotQuestion *question)
{
  if (unknot_answers_is_answered (self->answers, question) ||
      unknot_answers_is_skipped (self->answers, question))
    return NULL;

  if (self->diary_answers != NULL && (self->refused & get_bit (question)) == 0 &&
      unknot_answers_is_answered (self->diary_answers, question))
    return self->diary_answers;
  if (self->last_answers != NULL && is_lasting (self, question) &&
      unknot_answers_is_answered (self->last_answers, question))
    return self->last_answers;

  return NULL;
}

/* Returns: how worrying an answer is, to be compared with another to the same question; negative
 *   where there is none. An `old` sign and one that is not sure have no order. */
static int
get_worry (UnknotAnswers  *answers,
           UnknotQuestion *question)
{
  if (unknot_question_get_kind (question) == UNKNOT_QUESTION_COUNT)
    return unknot_answers_get_count (answers, question);
  if (!unknot_answers_is_answered (answers, question))
    return -1;
  if (unknot_answers_has_code (answers, question, "no"))
    return 0;
  if (unknot_answers_has_code (answers, question, "not-sure") ||
      unknot_answers_has_code (answers, question, "old"))
    return 1;

  return 2;
}

/* Only raises: whatever else was said of it stays. */
static gboolean
take_danger (UnknotCheckup      *self,
             const UnknotDanger *danger)
{
  UnknotQuestion *question =
    unknot_questionnaire_lookup (unknot_protocol_get_questionnaire (self->protocol),
                                 danger->question);
  g_autoptr (UnknotAnswers) named = NULL;

  g_return_val_if_fail (question != NULL, FALSE);

  named = unknot_answers_copy (self->dangers);
  if (!unknot_answers_set_code (named, question, danger->code, NULL))
    g_return_val_if_reached (FALSE);

  /* A yes without its when is more than a doubt. */
  if (get_worry (named, question) <= get_worry (self->answers, question) ||
      (unknot_checkup_is_half_answered (self, question) &&
       unknot_answers_has_code (named, question, "not-sure")))
    return FALSE;

  self->half_answered &= ~get_bit (question);
  unknot_answers_take_from (self->dangers, named, question);
  unknot_answers_take_from (self->answers, named, question);

  return TRUE;
}

static void
unknot_checkup_dispose (GObject *object)
{
  UnknotCheckup *self = UNKNOT_CHECKUP (object);

  g_clear_object (&self->protocol);
  g_clear_object (&self->clock);
  g_clear_object (&self->answers);
  g_clear_object (&self->last_answers);
  g_clear_object (&self->diary_answers);
  g_clear_object (&self->dangers);
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
 * unknot_checkup_new_from_check:
 * @check: a saved check-up
 *
 * Returns: (transfer full) (nullable): what was answered then, at that time; %NULL with @error set
 *   where the answers are none of @protocol
 */
UnknotCheckup *
unknot_checkup_new_from_check (UnknotProtocol  *protocol,
                               UnknotCheck     *check,
                               GError         **error)
{
  UnknotMoment *moment = unknot_entry_get_moment (UNKNOT_ENTRY (check));
  const char *text = unknot_check_get_answers (check);
  g_autoptr (GDateTime) time = unknot_moment_to_date_time (moment);
  g_autoptr (GBytes) answers = g_bytes_new (text, strlen (text));
  g_autoptr (UnknotClock) clock = unknot_clock_new ();
  g_autoptr (UnknotCheckup) self = NULL;

  unknot_clock_set_now (clock, time);
  self = unknot_checkup_new (protocol, clock);
  if (!unknot_checkup_load (self, answers, error))
    return NULL;

  return g_steal_pointer (&self);
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
 * unknot_checkup_is_emergency:
 *
 * Returns: whether what was answered within a day means that the person must call for help now
 */
gboolean
unknot_checkup_is_emergency (UnknotCheckup *self)
{
  g_return_val_if_fail (UNKNOT_IS_CHECKUP (self), FALSE);

  return !unknot_checkup_is_old (self) &&
         unknot_assessment_get_level (self->assessment) == UNKNOT_LEVEL_EMERGENCY;
}

/**
 * unknot_checkup_dup_alarm:
 *
 * Returns: (transfer full) (nullable): a sentence, where what was answered within fourteen days means
 *   that the person must call for help; %NULL where it does not, or is another spasm's by now
 */
char *
unknot_checkup_dup_alarm (UnknotCheckup *self)
{
  GDateTime *time;
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (UNKNOT_IS_CHECKUP (self), NULL);

  if (unknot_assessment_get_level (self->assessment) != UNKNOT_LEVEL_EMERGENCY)
    return NULL;
  if (!unknot_checkup_is_old (self))
    return g_strdup (unknot_checkup_is_done (self)
                       ? _("Your last check-up said: call for help now")
                       : _("Your answers in the check-up mean: call for help now"));

  now = unknot_clock_get_now (self->clock);
  time = unknot_assessment_get_time (self->assessment);
  if (g_date_time_difference (now, time) > ALARM_DAYS * G_TIME_SPAN_DAY)
    return NULL;

  text = unknot_clock_format (time);

  return g_strdup_printf (_("Your answers of %s meant: call for help. If nobody looked at it, call now."),
                          text);
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
 * Returns: whether @question shows an answer of the last check-up or of the diary, which does not
 *   count before it is confirmed
 */
gboolean
unknot_checkup_is_suggested (UnknotCheckup  *self,
                             UnknotQuestion *question)
{
  g_return_val_if_fail (UNKNOT_IS_CHECKUP (self), FALSE);

  return find_suggestion (self, question) != NULL;
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
  UnknotAnswers *suggestion;

  g_return_val_if_fail (UNKNOT_IS_CHECKUP (self), NULL);

  suggestion = find_suggestion (self, question);

  return suggestion != NULL ? suggestion : self->answers;
}

/**
 * unknot_checkup_set_diary_answers:
 * @answers: (transfer none) (nullable): what the diary can answer now; copied
 *
 * Takes the answers to suggest from the diary, in the place of those before. They stay for the
 * check-ups after this one, too, until others are set. What the person answered stays as it is.
 */
void
unknot_checkup_set_diary_answers (UnknotCheckup *self,
                                  UnknotAnswers *answers)
{
  g_return_if_fail (UNKNOT_IS_CHECKUP (self));

  g_clear_object (&self->diary_answers);
  if (answers != NULL)
    self->diary_answers = unknot_answers_copy (answers);

  /* It stays as old as its last answer: nothing was answered, only what is shown is other. */
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASSESSMENT]);
}

/**
 * unknot_checkup_get_diary_answers:
 *
 * Returns: (transfer none) (nullable): the answers that hold what the diary says to @question;
 *   %NULL where it says nothing
 */
UnknotAnswers *
unknot_checkup_get_diary_answers (UnknotCheckup  *self,
                                  UnknotQuestion *question)
{
  g_return_val_if_fail (UNKNOT_IS_CHECKUP (self), NULL);

  if (unknot_answers_is_answered (self->dangers, question))
    return self->dangers;
  if (self->diary_answers != NULL && unknot_answers_is_answered (self->diary_answers, question))
    return self->diary_answers;

  return NULL;
}

/**
 * unknot_checkup_is_from_diary:
 *
 * Returns: whether @question shows what the diary says, be it the answer already or not
 */
gboolean
unknot_checkup_is_from_diary (UnknotCheckup  *self,
                              UnknotQuestion *question)
{
  UnknotAnswers *said = unknot_checkup_get_diary_answers (self, question);
  UnknotAnswers *shown = unknot_checkup_get_shown_answers (self, question);
  guint position = unknot_question_get_position (question);

  return said != NULL && unknot_answers_get_values (said)[position] ==
                           unknot_answers_get_values (shown)[position];
}

/**
 * unknot_checkup_is_worse_in_diary:
 *
 * Returns: whether what the diary says to @question is more worrying than what is shown
 */
gboolean
unknot_checkup_is_worse_in_diary (UnknotCheckup  *self,
                                  UnknotQuestion *question)
{
  UnknotAnswers *said = unknot_checkup_get_diary_answers (self, question);

  return said != NULL &&
         get_worry (said, question) >
           get_worry (unknot_checkup_get_shown_answers (self, question), question);
}

/**
 * unknot_checkup_take_dangers:
 * @dangers: (element-type UnknotDanger): what an entry names that is made now
 *
 * Answers with what an entry names where nothing as worrying was answered yet: it counts at once,
 * and the person can change it. As any answer, it opens a finished check-up again. An old one is
 * started anew before, so that what was “no” another day does not stand beside it as of now; but
 * not where it was an emergency, which stays one.
 *
 * Returns: whether any of it was new here
 */
gboolean
unknot_checkup_take_dangers (UnknotCheckup *self,
                             GPtrArray     *dangers)
{
  gboolean taken = FALSE;

  g_return_val_if_fail (UNKNOT_IS_CHECKUP (self), FALSE);

  if (dangers->len > 0 && unknot_checkup_is_old (self) &&
      unknot_assessment_get_level (self->assessment) != UNKNOT_LEVEL_EMERGENCY)
    unknot_checkup_restart (self);
  for (guint i = 0; i < dangers->len; i++)
    taken |= take_danger (self, g_ptr_array_index (dangers, i));

  return taken;
}

/**
 * unknot_checkup_covers:
 * @dangers: (element-type UnknotDanger): what an entry names
 *
 * Returns: whether each of @dangers was answered with something as worrying, or, where it is only
 *   a word in a note, with anything
 */
gboolean
unknot_checkup_covers (UnknotCheckup *self,
                       GPtrArray     *dangers)
{
  g_return_val_if_fail (UNKNOT_IS_CHECKUP (self), FALSE);

  for (guint i = 0; i < dangers->len; i++)
    {
      const UnknotDanger *danger = g_ptr_array_index (dangers, i);
      UnknotQuestion *question =
        unknot_questionnaire_lookup (unknot_protocol_get_questionnaire (self->protocol),
                                     danger->question);
      gboolean doubt = g_str_equal (danger->code, "not-sure");

      if (get_worry (self->answers, question) < (doubt ? 0 : 2))
        return FALSE;
    }

  return TRUE;
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
  self->refused |= get_bit (question);
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

  return (self->half_answered & get_bit (question)) != 0;
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
  g_return_if_fail (UNKNOT_IS_CHECKUP (self));

  if (half_answered)
    self->half_answered |= get_bit (question);
  else
    self->half_answered &= ~get_bit (question);
}

/**
 * unknot_checkup_load:
 * @json: what unknot_checkup_save() gave, or the answers of a #UnknotCheck
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
  g_auto (UnknotSavedCheckup) saved = { 0 };

  g_return_val_if_fail (UNKNOT_IS_CHECKUP (self), FALSE);

  if (!unknot_saved_checkup_read (&saved, unknot_protocol_get_questionnaire (self->protocol), json,
                                  error))
    return FALSE;

  /* Without a time, it is taken as just answered. */
  if (saved.time == NULL)
    saved.time = unknot_clock_get_now (self->clock);
  take_answers (self, g_steal_pointer (&saved.answers), g_steal_pointer (&saved.dangers),
                saved.time);
  set_finished (self, !saved.in_progress);

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
  UnknotQuestionnaire *questionnaire;
  g_autoptr (UnknotAnswers) dangers = NULL;
  const char *status = "in-progress";

  g_return_val_if_fail (UNKNOT_IS_CHECKUP (self), NULL);

  questionnaire = unknot_protocol_get_questionnaire (self->protocol);
  dangers = unknot_answers_copy (self->dangers);
  for (guint i = 0; i < unknot_questionnaire_get_n_questions (questionnaire); i++)
    {
      UnknotQuestion *question = unknot_questionnaire_get_question (questionnaire, i);

      if (!unknot_checkup_is_from_diary (self, question))
        unknot_answers_clear (dangers, question);
    }
  if (self->finished)
    status = unknot_assessment_is_complete (self->assessment) ? "completed" : "stopped";

  return unknot_saved_checkup_write (self->answers, dangers, status,
                                     unknot_assessment_get_time (self->assessment));
}

/**
 * unknot_checkup_to_check:
 *
 * Returns: (transfer full): the check-up as it is now, as a new entry for the diary, of the time of
 *   the last answer. unknot_checkup_load() takes its answers
 */
UnknotCheck *
unknot_checkup_to_check (UnknotCheckup *self)
{
  g_autoptr (UnknotMoment) moment = NULL;
  g_autoptr (GBytes) saved = NULL;
  g_autofree char *answers = NULL;
  g_autofree char *assessment = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  UnknotCheck *check;

  g_return_val_if_fail (UNKNOT_IS_CHECKUP (self), NULL);

  moment = unknot_moment_new (unknot_assessment_get_time (self->assessment));
  saved = unknot_checkup_save (self);
  answers = g_strndup (g_bytes_get_data (saved, NULL), g_bytes_get_size (saved));
  node = unknot_assessment_to_json (self->assessment);
  assessment = json_to_string (node, FALSE);
  check = unknot_check_new (moment, answers, assessment, &error);
  /* Both were just written. */
  if (check == NULL)
    g_error ("%s", error->message);

  return check;
}
