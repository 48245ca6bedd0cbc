/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-result-words"

#include "config.h"

#include "unknot-result-words.h"

#include "unknot-clock.h"

#include <glib/gi18n-lib.h>

/**
 * unknot_result_words_get_title:
 *
 * Returns: what stands over the advice of @part
 */
const char *
unknot_result_words_get_title (UnknotAdvicePart part)
{
  switch (part)
    {
    case UNKNOT_ADVICE_TO_DO:
      return _("What to Do");

    case UNKNOT_ADVICE_MEANWHILE:
      return _("Meanwhile");

    case UNKNOT_ADVICE_SAFETY_NET:
      return _("Signs That Call for More");

    case UNKNOT_ADVICE_WATCH:
    default:
      return _("Worth Knowing");
    }
}

/**
 * unknot_result_words_get_notice:
 * @past: whether it is an earlier check-up, which is not changed any more
 *
 * Returns: (nullable): what is to be said before all else
 */
const char *
unknot_result_words_get_notice (UnknotAdvice *advice,
                                gboolean      past)
{
  return past ? _("This is an earlier check-up. What it says was for that time.")
              : unknot_advice_get_notice (advice);
}

/**
 * unknot_result_words_dup_time:
 *
 * Returns: (transfer full): when it was answered
 */
char *
unknot_result_words_dup_time (UnknotAssessment *assessment)
{
  g_autofree char *time = unknot_clock_format (unknot_assessment_get_time (assessment));

  return g_strdup_printf (_("Answered on %s"), time);
}

/**
 * unknot_result_words_dup_begun:
 * @text: as a question is called in the middle of a sentence; not empty
 *
 * Returns: (transfer full): @text as it stands at the beginning of one
 */
char *
unknot_result_words_dup_begun (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (text), NULL);
}

/**
 * unknot_result_words_dup_reasons:
 * @rule: a rule that fired
 *
 * Returns: (transfer full): the person's own answers that made @rule fire, a line each; never none
 */
GStrv
unknot_result_words_dup_reasons (UnknotAssessment *assessment,
                                 UnknotRule       *rule)
{
  g_autoptr (GPtrArray) reasons = unknot_assessment_dup_reasons (assessment, rule);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (guint i = 0; i < reasons->len; i++)
    {
      UnknotQuestion *question = g_ptr_array_index (reasons, i);
      g_autofree char *name =
        unknot_result_words_dup_begun (unknot_question_get_short_text (question));
      g_autofree char *answer =
        unknot_answers_dup_words (unknot_assessment_get_answers (assessment), question);

      /* Translators: what was asked, and the person's own answer */
      g_strv_builder_take (lines, g_strdup_printf (_("%s: %s"), name, answer));
    }
  if (reasons->len == 0)
    g_strv_builder_add (lines, _("All questions are answered, and none of the answers speaks for "
                                 "danger."));

  return g_strv_builder_end (lines);
}

/* The names of those who say so, each once. */
static char *
dup_source_names (UnknotRule *rule)
{
  GPtrArray *facts = unknot_rule_get_evidence (rule);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < facts->len; i++)
    {
      UnknotSource *source = unknot_fact_get_source (g_ptr_array_index (facts, i));
      const char *name = unknot_source_get_publisher (source) != NULL
                           ? unknot_source_get_publisher (source)
                           : unknot_source_get_title (source);

      if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (char *) name);
    }
  g_ptr_array_add (names, NULL);

  return g_strjoinv (" · ", (char **) names->pdata);
}

/**
 * unknot_result_words_dup_grounds:
 *
 * Returns: (transfer full): what @rule asks for, and who says so
 */
char *
unknot_result_words_dup_grounds (UnknotRule *rule)
{
  g_autofree char *sources = dup_source_names (rule);

  /* Translators: what an answer means, such as “Get seen today”; and those who say so */
  return g_strdup_printf (_("%s — %s"), unknot_level_get_title (unknot_rule_get_level (rule)),
                          sources);
}
