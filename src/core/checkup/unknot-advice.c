/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-advice"

#include "config.h"

#include "unknot-advice.h"

#include "unknot-advice-private.h"

#include <glib/gi18n-lib.h>

/**
 * UnknotAdvice:
 *
 * What an assessment means for a person: the words of the result. It never changes.
 */
struct _UnknotAdvice
{
  GObject parent_instance;

  char *title;
  const char *time_frame;
  char *notice;
  const char *topic; /* nullable */
  GListStore *items[UNKNOT_ADVICE_WATCH + 1];
};

G_DEFINE_FINAL_TYPE (UnknotAdvice, unknot_advice, G_TYPE_OBJECT)

static UnknotQuestion *
lookup_question (const UnknotAdviceGrounds *grounds,
                 const char                *id)
{
  UnknotAnswers *answers = unknot_assessment_get_answers (grounds->assessment);
  UnknotQuestion *question =
    unknot_questionnaire_lookup (unknot_answers_get_questionnaire (answers), id);

  if (question == NULL)
    g_error ("The advice reads “%s”, which is no question.", id);

  return question;
}

/* At the emergency level: what step 1 of what to do says. */
static char *
dup_call (const UnknotAdviceGrounds *grounds)
{
  if (unknot_advice_is_only_pregnancy (grounds))
    /* Translators: %s is an emergency number, such as 112. */
    return g_strdup_printf (_("Call your maternity unit or %s now"), grounds->emergency_number);
  if (grounds->country == NULL)
    /* Translators: %s is an emergency number, such as 112. */
    return g_strdup_printf (_("Call %s, or your local emergency number, now"),
                            grounds->emergency_number);

  /* Translators: %s is an emergency number, such as 112. */
  return g_strdup_printf (_("Call %s now"), grounds->emergency_number);
}

/* A level that is not certain yet does not stand where the answer is looked for. */
static char *
dup_title (const UnknotAdviceGrounds *grounds)
{
  UnknotLevel level = unknot_assessment_get_level (grounds->assessment);

  if (unknot_assessment_is_emergency_open (grounds->assessment))
    return g_strdup (_("An emergency is not ruled out yet"));
  if (level == UNKNOT_LEVEL_EMERGENCY)
    return dup_call (grounds);
  if (unknot_advice_has_fired (grounds, "U21"))
    return g_strdup (_("Call the poison line now, and get seen today"));

  return g_strdup (unknot_level_get_title (level));
}

static const char *
find_time_frame (const UnknotAdviceGrounds *grounds)
{
  if (unknot_assessment_is_emergency_open (grounds->assessment))
    return _("First answer what is still open on the first two pages");

  switch (unknot_assessment_get_level (grounds->assessment))
    {
    case UNKNOT_LEVEL_EMERGENCY:
      return _("Now");

    case UNKNOT_LEVEL_URGENT:
      return unknot_advice_has_fired (grounds, "U21") ? _("Now, even if you feel well")
                                                      : _("Within 24 hours");

    case UNKNOT_LEVEL_DOCTOR:
      return _("Within days");

    case UNKNOT_LEVEL_SELF_CARE:
      return _("Check again by day 14 of the spasm at the latest");

    case UNKNOT_LEVEL_NONE:
    default:
      return _("Finish the check-up first");
    }
}

static char *
dup_notice (const UnknotAdviceGrounds *grounds)
{
  if (unknot_assessment_is_complete (grounds->assessment))
    return NULL;

  switch (unknot_assessment_get_level (grounds->assessment))
    {
    case UNKNOT_LEVEL_EMERGENCY:
      /* Translators: %s is an emergency number, such as 112. */
      return g_strdup_printf (_("At least: call %s now. Not finished."),
                              grounds->emergency_number);

    case UNKNOT_LEVEL_URGENT:
      return g_strdup (_("At least: get seen today. Not finished."));

    case UNKNOT_LEVEL_DOCTOR:
      return g_strdup (_("At least: book an appointment. Not finished."));

    case UNKNOT_LEVEL_SELF_CARE:
    case UNKNOT_LEVEL_NONE:
    default:
      return g_strdup (_("Not finished. Care at home is advised only once every question is "
                         "answered."));
    }
}

static const char *
find_topic (const UnknotAdviceGrounds *grounds)
{
  if (unknot_assessment_is_emergency_open (grounds->assessment))
    return NULL;

  switch (unknot_assessment_get_level (grounds->assessment))
    {
    case UNKNOT_LEVEL_URGENT:
      return "learn-see-whom";

    case UNKNOT_LEVEL_DOCTOR:
      return "learn-doctor";

    case UNKNOT_LEVEL_SELF_CARE:
      return "learn-home-care";

    case UNKNOT_LEVEL_EMERGENCY:
    case UNKNOT_LEVEL_NONE:
    default:
      return NULL;
    }
}

static void
unknot_advice_finalize (GObject *object)
{
  UnknotAdvice *self = UNKNOT_ADVICE (object);

  g_free (self->title);
  g_free (self->notice);
  for (guint i = 0; i < G_N_ELEMENTS (self->items); i++)
    g_clear_object (&self->items[i]);

  G_OBJECT_CLASS (unknot_advice_parent_class)->finalize (object);
}

static void
unknot_advice_class_init (UnknotAdviceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_advice_finalize;
}

static void
unknot_advice_init (UnknotAdvice *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->items); i++)
    self->items[i] = g_list_store_new (UNKNOT_TYPE_ADVICE_ITEM);
}

/**
 * unknot_advice_has_fired:
 *
 * Returns: whether the rule with the id @rule fired
 */
gboolean
unknot_advice_has_fired (const UnknotAdviceGrounds *grounds,
                         const char                *rule)
{
  for (guint i = 0; i < grounds->rules->len; i++)
    if (g_str_equal (unknot_rule_get_id (g_ptr_array_index (grounds->rules, i)), rule))
      return TRUE;

  return FALSE;
}

/**
 * unknot_advice_is_only_pregnancy:
 *
 * Returns: whether the emergency is one of the pregnancy, and no other
 */
gboolean
unknot_advice_is_only_pregnancy (const UnknotAdviceGrounds *grounds)
{
  for (guint i = 0; i < grounds->rules->len; i++)
    {
      UnknotRule *rule = g_ptr_array_index (grounds->rules, i);

      if (unknot_rule_get_level (rule) == UNKNOT_LEVEL_EMERGENCY &&
          !g_str_equal (unknot_rule_get_id (rule), "E17"))
        return FALSE;
    }

  return unknot_advice_has_fired (grounds, "E17");
}

/**
 * unknot_advice_has_code:
 *
 * Returns: whether @question was answered with @code
 */
gboolean
unknot_advice_has_code (const UnknotAdviceGrounds *grounds,
                        const char                *question,
                        const char                *code)
{
  UnknotQuestion *asked = lookup_question (grounds, question);

  if (unknot_question_get_option_bit (asked, code) == 0)
    g_error ("The advice reads “%s”, which is no answer to “%s”.", code, question);

  return unknot_answers_has_code (unknot_assessment_get_answers (grounds->assessment), asked, code);
}

/**
 * unknot_advice_get_count:
 *
 * Returns: the number that answers @question; negative where it is not answered
 */
int
unknot_advice_get_count (const UnknotAdviceGrounds *grounds,
                         const char                *question)
{
  return unknot_answers_get_count (unknot_assessment_get_answers (grounds->assessment),
                                   lookup_question (grounds, question));
}

/**
 * unknot_advice_add:
 * @topic: (nullable): the id of the page to learn more about it from
 * @text: what the item says
 * @...: the ids of what it rests on, %NULL at the end
 */
void
unknot_advice_add (const UnknotAdviceGrounds *grounds,
                   GListStore                *items,
                   const char                *topic,
                   const char                *text,
                   ...)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_object_unref);
  const char *id;
  va_list ids;

  va_start (ids, text);
  while ((id = va_arg (ids, const char *)) != NULL)
    {
      UnknotFact *fact = unknot_evidence_lookup (grounds->evidence, id);

      if (fact == NULL)
        g_error ("The advice cites “%s”, which is no evidence.", id);

      g_ptr_array_add (facts, g_object_ref (fact));
    }
  va_end (ids);

  unknot_advice_add_with_facts (items, topic, text, facts);
}

/**
 * unknot_advice_add_with_facts:
 * @topic: (nullable): the id of the page to learn more about it from
 * @facts: (transfer none) (element-type UnknotFact): what the item rests on
 */
void
unknot_advice_add_with_facts (GListStore *items,
                              const char *topic,
                              const char *text,
                              GPtrArray  *facts)
{
  g_autoptr (UnknotAdviceItem) item = unknot_advice_item_new (text, topic, facts);

  g_list_store_append (items, item);
}

/**
 * unknot_advice_new:
 * @evidence: what the protocol of @assessment rests on
 * @emergency_number: what to dial where the person is
 * @country: (nullable): that country's ISO 3166-1 alpha-2 code; %NULL or empty where it is not known
 *
 * Puts into words what “The result, for every level” in the protocol says to @assessment. It is an
 * error in the program where these words cite what is not in @evidence.
 *
 * Returns: (transfer full): the advice
 */
UnknotAdvice *
unknot_advice_new (UnknotAssessment *assessment,
                   UnknotEvidence   *evidence,
                   const char       *emergency_number,
                   const char       *country)
{
  UnknotAdvice *self = g_object_new (UNKNOT_TYPE_ADVICE, NULL);
  g_autoptr (GPtrArray) rules = unknot_assessment_dup_rules (assessment);
  UnknotAdviceGrounds grounds = {
    assessment, evidence, rules, emergency_number,
    country != NULL && *country != '\0' ? country : NULL
  };

  self->title = dup_title (&grounds);
  self->time_frame = find_time_frame (&grounds);
  self->notice = dup_notice (&grounds);
  self->topic = find_topic (&grounds);
  unknot_advice_add_to_do (&grounds, self->items[UNKNOT_ADVICE_TO_DO]);
  unknot_advice_add_meanwhile (&grounds, self->items[UNKNOT_ADVICE_MEANWHILE]);
  unknot_advice_add_safety_net (&grounds, self->items[UNKNOT_ADVICE_SAFETY_NET]);
  unknot_advice_add_watch (&grounds, self->items[UNKNOT_ADVICE_WATCH]);

  return self;
}

/**
 * unknot_advice_get_title:
 *
 * Returns: the level as a sentence; or, while questions that ask for an emergency are open, that none
 *   is ruled out
 */
const char *
unknot_advice_get_title (UnknotAdvice *self)
{
  g_return_val_if_fail (UNKNOT_IS_ADVICE (self), NULL);

  return self->title;
}

/**
 * unknot_advice_get_time_frame:
 *
 * Returns: by when to do it
 */
const char *
unknot_advice_get_time_frame (UnknotAdvice *self)
{
  g_return_val_if_fail (UNKNOT_IS_ADVICE (self), NULL);

  return self->time_frame;
}

/**
 * unknot_advice_get_notice:
 *
 * Returns: (nullable): what is to be said of answers that are missing, one or two lines; to be
 *   shown before all else
 */
const char *
unknot_advice_get_notice (UnknotAdvice *self)
{
  g_return_val_if_fail (UNKNOT_IS_ADVICE (self), NULL);

  return self->notice;
}

/**
 * unknot_advice_get_topic:
 *
 * Returns: (nullable): the id of the page that says more about what the level asks for; %NULL where
 *   nothing is to stand before doing that
 */
const char *
unknot_advice_get_topic (UnknotAdvice *self)
{
  g_return_val_if_fail (UNKNOT_IS_ADVICE (self), NULL);

  return self->topic;
}

/**
 * unknot_advice_get_items:
 *
 * Returns: (transfer none): a list of #UnknotAdviceItem, in order; empty where the part says
 *   nothing at this level
 */
GListModel *
unknot_advice_get_items (UnknotAdvice     *self,
                         UnknotAdvicePart  part)
{
  g_return_val_if_fail (UNKNOT_IS_ADVICE (self), NULL);
  g_return_val_if_fail (part < G_N_ELEMENTS (self->items), NULL);

  return G_LIST_MODEL (self->items[part]);
}
