/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-checkup"

#include "config.h"

#include "unknot-summary-private.h"

#include "unknot-summary-words.h"

#include <glib/gi18n-lib.h>

/* Where the questions about the person are, and those about the spasm that it was about. */
#define ABOUT_YOU "about-you"
#define THIS_SPASM "this-spasm"

/* A no to this one is what worries. */
#define ASSESSED "old-signs-assessed"

typedef enum
{
  ANSWER_NEW,
  ANSWER_GONE,
  ANSWER_OLD,
  ANSWER_YES,
  ANSWER_TOLD,
  ANSWER_NOT_SURE,
  ANSWER_OPEN,
  ANSWER_NO,
  ANSWER_CONDITION,
  ANSWER_NOWHERE,
} AnswerKind;

#define N_ANSWER_KINDS (ANSWER_CONDITION + 1)

static gboolean
is_no (UnknotAnswers  *answers,
       UnknotQuestion *question)
{
  switch (unknot_question_get_kind (question))
    {
    case UNKNOT_QUESTION_SIGN:
    case UNKNOT_QUESTION_FLAG:
      return unknot_answers_has_code (answers, question, "no");
    case UNKNOT_QUESTION_CHOICE:
      return unknot_question_find_option (question, "no", NULL) &&
             unknot_answers_has_code (answers, question, "no");
    case UNKNOT_QUESTION_CHOICES:
      return unknot_answers_has_code (answers, question, "none");
    case UNKNOT_QUESTION_COUNT:
    default:
      return FALSE;
    }
}

static AnswerKind
get_kind (UnknotAnswers  *answers,
          UnknotPage     *page,
          UnknotQuestion *question)
{
  gboolean about_you = g_str_equal (unknot_page_get_id (page), ABOUT_YOU);
  UnknotQuestionKind kind = unknot_question_get_kind (question);

  if (!unknot_answers_applies (answers, question))
    return ANSWER_NOWHERE;
  if (!unknot_answers_is_answered (answers, question))
    return ANSWER_OPEN;
  if (g_str_equal (unknot_question_get_id (question), ASSESSED))
    return ANSWER_CONDITION;
  if (kind != UNKNOT_QUESTION_COUNT && unknot_question_find_option (question, "not-sure", NULL) &&
      unknot_answers_has_code (answers, question, "not-sure"))
    return ANSWER_NOT_SURE;
  if (is_no (answers, question))
    return ANSWER_NO;
  if (about_you)
    return ANSWER_CONDITION;
  if (kind == UNKNOT_QUESTION_SIGN)
    return unknot_answers_has_code (answers, question, "new")    ? ANSWER_NEW
           : unknot_answers_has_code (answers, question, "gone") ? ANSWER_GONE
                                                                 : ANSWER_OLD;

  return g_str_equal (unknot_page_get_id (page), THIS_SPASM) &&
             kind != UNKNOT_QUESTION_FLAG
           ? ANSWER_TOLD : ANSWER_YES;
}

/* What stands in brackets, and after the first sentence, explains to who is asked. */
static char *
dup_short_option (const char *display)
{
  g_auto (GStrv) outside = g_strsplit (display, " (", -1);
  g_autoptr (GString) text = g_string_new (outside[0]);
  const char *end;

  for (guint i = 1; outside[0] != NULL && outside[i] != NULL; i++)
    {
      const char *rest = strchr (outside[i], ')');

      g_string_append (text, rest != NULL ? rest + 1 : "");
    }
  end = strstr (text->str, ". ");

  return end != NULL ? g_strndup (text->str, end - text->str)
                     : g_strdup (text->str);
}

static char *
dup_words (UnknotAnswers  *answers,
           UnknotQuestion *question)
{
  g_autoptr (GStrvBuilder) options = NULL;
  g_auto (GStrv) chosen = NULL;

  if (unknot_question_get_kind (question) != UNKNOT_QUESTION_CHOICES)
    return unknot_answers_dup_words (answers, question);

  options = g_strv_builder_new ();
  for (guint i = 0; i < unknot_question_get_n_options (question); i++)
    if (unknot_answers_has_code (answers, question, unknot_question_get_option_code (question, i)))
      g_strv_builder_take (
        options, dup_short_option (unknot_question_get_option_display (question, i)));
  chosen = g_strv_builder_end (options);

  /* Translators: between things that were chosen, each of which may have a comma in it */
  return g_strjoinv (C_("chosen", " / "), chosen);
}

static char *
dup_answer (UnknotAnswers  *answers,
            UnknotQuestion *question,
            AnswerKind      kind)
{
  const char *name = unknot_question_get_short_text (question);
  g_autofree char *words = NULL;

  if (kind == ANSWER_NO || kind == ANSWER_OPEN || kind == ANSWER_NOT_SURE ||
      unknot_question_get_kind (question) == UNKNOT_QUESTION_SIGN ||
      (unknot_question_get_kind (question) == UNKNOT_QUESTION_FLAG &&
       unknot_answers_has_code (answers, question, "yes")))
    return g_strdup (name);

  words = dup_words (answers, question);

  /* Translators: what was asked, and the person's own answer */
  return g_strdup_printf (_("%s: %s"), name, words);
}

static char *
dup_sign (UnknotAnswers  *answers,
          UnknotQuestion *question)
{
  const char *name = unknot_question_get_short_text (question);
  UnknotQuestionKind kind = unknot_question_get_kind (question);

  if (kind != UNKNOT_QUESTION_COUNT && unknot_question_find_option (question, "not-sure", NULL) &&
      unknot_answers_has_code (answers, question, "not-sure"))
    /* Translators: a sign of which the person was not sure */
    return g_strdup_printf (_("%s (not sure)"), name);
  if (kind != UNKNOT_QUESTION_SIGN)
    return dup_answer (answers, question, ANSWER_YES);
  if (unknot_answers_has_code (answers, question, "new"))
    /* Translators: a sign that is new or gets worse */
    return g_strdup_printf (_("%s (new)"), name);
  if (unknot_answers_has_code (answers, question, "gone"))
    /* Translators: a sign that there was in the 14 days before, and not any more */
    return g_strdup_printf (_("%s (gone again)"), name);

  return g_strdup (name);
}

/**
 * unknot_summary_dup_signs:
 * @answers: (nullable): what was answered in @check
 *
 * Returns: (transfer full) (nullable): the answers for which @check came to its level, in the order
 *   of the rules: the worst first; %NULL where they cannot be told, as those of a check-up by other
 *   rules
 */
GStrv
unknot_summary_dup_signs (UnknotSummary *self,
                          UnknotCheck   *check,
                          UnknotAnswers *answers)
{
  g_autoptr (GStrvBuilder) signs = g_strv_builder_new ();
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (UnknotAssessment) assessment = NULL;
  g_autoptr (GPtrArray) rules = NULL;

  if (answers == NULL)
    return NULL;

  time = unknot_moment_to_date_time (unknot_entry_get_moment (UNKNOT_ENTRY (check)));
  assessment = unknot_rules_assess (unknot_protocol_get_rules (self->protocol), answers, time);
  rules = unknot_assessment_dup_rules (assessment);
  for (guint i = 0; i < rules->len; i++)
    {
      UnknotRule *rule = g_ptr_array_index (rules, i);
      g_autoptr (GPtrArray) reasons = NULL;

      if (unknot_rule_get_level (rule) != unknot_check_get_level (check))
        continue;
      reasons = unknot_assessment_dup_reasons (assessment, rule);
      for (guint j = 0; j < reasons->len; j++)
        {
          UnknotQuestion *question = g_ptr_array_index (reasons, j);

          if (unknot_answers_is_answered (answers, question) && !is_no (answers, question) &&
              g_hash_table_add (told, question))
            g_strv_builder_take (signs, dup_sign (answers, question));
        }
    }

  return g_hash_table_size (told) > 0 ? g_strv_builder_end (signs) : NULL;
}

/* Of that spasm, how bad it was and how it began tell more than what is asked before. */
static guint
get_rank (UnknotQuestion *question)
{
  const char *id = unknot_question_get_id (question);

  return g_str_equal (id, "severity") ? 0 : g_str_equal (id, "onset") ? 1 : 2;
}

static void
sort_page (UnknotAnswers *answers,
           UnknotPage    *page,
           GPtrArray     *kinds,
           guint          rank)
{
  GListModel *questions = unknot_page_get_questions (page);

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (UnknotQuestion) question = g_list_model_get_item (questions, i);
      AnswerKind kind = get_kind (answers, page, question);

      if (kind != ANSWER_NOWHERE && get_rank (question) == rank)
        g_strv_builder_take (g_ptr_array_index (kinds, kind), dup_answer (answers, question, kind));
    }
}

/* Returns: a builder for each kind. */
static GPtrArray *
sort_answers (UnknotAnswers *answers)
{
  GListModel *pages =
    unknot_questionnaire_get_pages (unknot_answers_get_questionnaire (answers));
  GPtrArray *kinds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strv_builder_unref);

  for (guint i = 0; i < N_ANSWER_KINDS; i++)
    g_ptr_array_add (kinds, g_strv_builder_new ());
  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (UnknotPage) page = g_list_model_get_item (pages, i);

      for (guint rank = 0; rank < 3; rank++)
        sort_page (answers, page, kinds, rank);
    }

  return kinds;
}

static GStrv
dup_kind (UnknotAnswers *answers,
          AnswerKind     kind)
{
  g_autoptr (GPtrArray) kinds = sort_answers (answers);
  g_auto (GStrv) all = g_strv_builder_end (g_ptr_array_index (kinds, kind));

  return all[0] != NULL ? g_steal_pointer (&all) : NULL;
}

/**
 * unknot_summary_dup_open:
 *
 * Returns: (transfer full) (nullable): the questions without an answer, in their order; %NULL for
 *   none
 */
GStrv
unknot_summary_dup_open (UnknotAnswers *answers)
{
  return dup_kind (answers, ANSWER_OPEN);
}

/**
 * unknot_summary_dup_unsure:
 *
 * Returns: (transfer full) (nullable): the questions that were answered with not being sure, in
 *   their order; %NULL for none
 */
GStrv
unknot_summary_dup_unsure (UnknotAnswers *answers)
{
  return dup_kind (answers, ANSWER_NOT_SURE);
}

/* An assessment that is not whole says at least so much, and that it is not. */
static char *
dup_verdict (UnknotCheck *check)
{
  const char *title = unknot_level_get_title (unknot_check_get_level (check));

  if (unknot_check_get_level (check) == UNKNOT_LEVEL_NONE)
    return g_strdup (_("it was not finished"));
  if (unknot_check_is_complete (check))
    /* Translators: what a check-up came to, such as “Get seen today” */
    return g_strdup_printf (_("its advice was “%s”"), title);

  /* Translators: what a check-up came to, such as “Get seen today” */
  return g_strdup_printf (_("it was not finished; its advice was at least “%s”"), title);
}

static void
add_kind (UnknotSummarySection *section,
          const char           *label,
          GPtrArray            *kinds,
          AnswerKind            kind,
          UnknotSummaryWeight   weight)
{
  UnknotSummaryLine *line =
    unknot_summary_section_add_items (section, label, g_ptr_array_index (kinds, kind));

  if (line != NULL)
    line->weight = weight;
}

/**
 * unknot_summary_add_answers:
 * @with_open: whether to name the questions without an answer
 *
 * Adds what was answered to a check-up, but for what the person told of themselves: a line for each
 * kind of answer.
 */
void
unknot_summary_add_answers (UnknotSummarySection *section,
                            UnknotAnswers        *answers,
                            gboolean              with_open)
{
  g_autoptr (GPtrArray) kinds = sort_answers (answers);
  guint n_before = section->lines->len;

  /* Translators: signs that are new or get worse follow */
  add_kind (section, C_("answers", "New or worse"), kinds, ANSWER_NEW, UNKNOT_SUMMARY_WEIGHTY);
  /* Translators: signs that there were in the 14 days before, and not any more, follow */
  add_kind (section, C_("answers", "In last 14 days, gone"), kinds, ANSWER_GONE,
            UNKNOT_SUMMARY_WEIGHTY);
  /* Translators: signs that there have been for 15 days or longer, and that do not get worse,
   * follow */
  add_kind (section, C_("answers", "For 15+ days"), kinds, ANSWER_OLD, UNKNOT_SUMMARY_WEIGHTY);
  add_kind (section, C_("answers", "Yes"), kinds, ANSWER_YES, UNKNOT_SUMMARY_WEIGHTY);
  if (section->lines->len == n_before)
    unknot_summary_section_add (section, C_("answers", "Yes"), C_("answers", "none of the signs"));
  add_kind (section, C_("answers", "Not sure"), kinds, ANSWER_NOT_SURE, UNKNOT_SUMMARY_WEIGHTY);
  if (with_open)
    add_kind (section, C_("answers", "Not answered"), kinds, ANSWER_OPEN, UNKNOT_SUMMARY_WEIGHTY);
  add_kind (section, C_("answers", "No"), kinds, ANSWER_NO, UNKNOT_SUMMARY_ORDINARY);
  add_kind (section, C_("answers", "That spasm"), kinds, ANSWER_TOLD, UNKNOT_SUMMARY_SPARE);
}

/**
 * unknot_summary_add_conditions:
 *
 * Adds what the person told of themselves in a check-up: a line, or none.
 */
void
unknot_summary_add_conditions (UnknotSummarySection *section,
                               UnknotAnswers        *answers)
{
  g_autoptr (GPtrArray) kinds = sort_answers (answers);

  add_kind (section, NULL, kinds, ANSWER_CONDITION, UNKNOT_SUMMARY_WEIGHTY);
}

/**
 * unknot_summary_make_checkup:
 *
 * Returns: (transfer full): the last check-up up to the end of the period
 */
UnknotSummarySection *
unknot_summary_make_checkup (UnknotSummary *self)
{
  UnknotSummarySection *section;
  g_autofree char *verdict = NULL;
  g_autofree char *title = NULL;
  g_autofree char *day = NULL;
  int at;

  if (self->check == NULL)
    {
      section = unknot_summary_section_new (UNKNOT_SUMMARY_CHECKUP, _("Last Check-Up"));
      unknot_summary_section_add (section, NULL,
                                  _("There was none: warning signs were not asked about."));
      return section;
    }

  at = unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (self->check)));
  verdict = dup_verdict (self->check);
  day = unknot_summary_words_dup_day (at);
  /* Translators: the day of the last check-up */
  title = g_strdup_printf (_("Last Check-Up: %s"), day);
  section = unknot_summary_section_new (UNKNOT_SUMMARY_CHECKUP, title);
  unknot_summary_section_add (section, _("Result"), verdict)->weight = UNKNOT_SUMMARY_WEIGHTY;
  if (self->checkup.answers != NULL)
    unknot_summary_add_answers (section, self->checkup.answers, TRUE);
  else
    unknot_summary_section_add (section, NULL,
                                _("Its answers are of another version of the check-up, and are "
                                  "not shown here."));

  return section;
}

/**
 * unknot_summary_make_conditions:
 *
 * Returns: (transfer full): what the person told of themselves in that check-up
 */
UnknotSummarySection *
unknot_summary_make_conditions (UnknotSummary *self)
{
  UnknotSummarySection *section =
    unknot_summary_section_new (UNKNOT_SUMMARY_CONDITIONS, _("About the Patient"));

  if (self->checkup.answers != NULL)
    unknot_summary_add_conditions (section, self->checkup.answers);
  if (section->lines->len == 0)
    unknot_summary_section_add (section, NULL, _("Nothing is known from a check-up."));

  return section;
}
