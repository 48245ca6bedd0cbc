/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-result-topic"

#include "config.h"

#include "unknot-result-topic.h"

#include "unknot-result-words.h"
#include "unknot-summary-private.h"

#include <glib/gi18n-lib.h>

/* --- Blocks --- */

/* Returns: (transfer none): a new block in @parent, whose it is */
static UnknotTopicBlock *
add_block (UnknotTopicBlock     *parent,
           UnknotTopicBlockKind  kind,
           const char           *title)
{
  g_autoptr (UnknotTopicBlock) block = unknot_topic_block_new (kind);

  if (title != NULL)
    {
      g_autoptr (UnknotTopicText) text = unknot_topic_text_new (title, NULL, 0);

      unknot_topic_block_set_title (block, text);
    }
  unknot_topic_block_add_child (parent, block);

  return block;
}

static void
add_words (UnknotTopicBlock *parent,
           const char       *words,
           gboolean          stressed)
{
  UnknotTopicBlock *block = add_block (parent, UNKNOT_TOPIC_BLOCK_PARAGRAPH, NULL);
  UnknotTopicRange range = { UNKNOT_TOPIC_RANGE_EMPHASIS, 0, strlen (words), NULL };
  g_autoptr (UnknotTopicText) text = unknot_topic_text_new (words, &range, stressed ? 1 : 0);

  unknot_topic_block_set_text (block, text);
}

/* --- Parts --- */

static gboolean
is_for_crew (UnknotAssessment *assessment)
{
  return unknot_assessment_get_level (assessment) == UNKNOT_LEVEL_EMERGENCY;
}

/* The crew know that they were called: to them it says what the level is worth. */
static char *
dup_notice (UnknotAssessment *assessment,
            UnknotAdvice     *advice,
            gboolean          past)
{
  g_auto (GStrv) open = unknot_summary_dup_open (unknot_assessment_get_answers (assessment));
  guint n_open = open != NULL ? g_strv_length (open) : 0;

  if (past || !is_for_crew (assessment) || n_open == 0)
    return g_strdup (unknot_result_words_get_notice (advice, past));

  return g_strdup_printf (ngettext ("Treat this as an emergency, whatever the missing answer would "
                                    "be. %u question was not answered: it is named below.",
                                    "Treat this as an emergency, whatever the missing answers "
                                    "would be. %u questions were not answered: they are named "
                                    "below.", n_open),
                          n_open);
}

static void
add_head (UnknotTopicBlock *body,
          UnknotAssessment *assessment,
          UnknotAdvice     *advice,
          gboolean          past)
{
  g_autofree char *notice = dup_notice (assessment, advice, past);
  g_autofree char *time = unknot_result_words_dup_time (assessment);

  /* There it is in the title. */
  if (!is_for_crew (assessment))
    add_words (body, unknot_advice_get_time_frame (advice), TRUE);
  add_words (body, time, FALSE);
  if (notice != NULL)
    {
      UnknotTopicBlock *note = add_block (body, UNKNOT_TOPIC_BLOCK_NOTE, NULL);

      unknot_topic_block_set_note_style (note, UNKNOT_TOPIC_NOTE_IMPORTANT);
      add_words (note, notice, TRUE);
    }
}

static void
add_advice (UnknotTopicBlock *body,
            UnknotAdvice     *advice,
            UnknotAdvicePart  part)
{
  GListModel *items = unknot_advice_get_items (advice, part);
  UnknotTopicBlock *section, *list;

  if (g_list_model_get_n_items (items) == 0)
    return;

  section = add_block (body, UNKNOT_TOPIC_BLOCK_SECTION, unknot_result_words_get_title (part));
  list = add_block (section, part == UNKNOT_ADVICE_TO_DO ? UNKNOT_TOPIC_BLOCK_STEPS
                                                         : UNKNOT_TOPIC_BLOCK_LIST, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (UnknotAdviceItem) item = g_list_model_get_item (items, i);

      add_words (add_block (list, UNKNOT_TOPIC_BLOCK_ITEM, NULL),
                 unknot_advice_item_get_text (item), FALSE);
    }
}

static char *
dup_list (GStrv items)
{
  /* Translators: between things that are told, each of which may have a comma in it */
  g_autofree char *list = g_strjoinv (C_("list", "; "), items);

  return unknot_result_words_dup_begun (list);
}

static void
add_reasons (UnknotTopicBlock *body,
             UnknotAssessment *assessment)
{
  g_autoptr (GPtrArray) rules = unknot_assessment_dup_rules (assessment);
  UnknotTopicBlock *terms;

  if (rules->len == 0)
    return;

  terms = add_block (add_block (body, UNKNOT_TOPIC_BLOCK_SECTION, _("Why")),
                     UNKNOT_TOPIC_BLOCK_TERMS, NULL);
  for (guint i = 0; i < rules->len; i++)
    {
      UnknotRule *rule = g_ptr_array_index (rules, i);
      g_auto (GStrv) reasons = unknot_result_words_dup_reasons (assessment, rule);
      g_autofree char *list = dup_list (reasons);
      g_autofree char *grounds = unknot_result_words_dup_grounds (rule);

      add_words (add_block (terms, UNKNOT_TOPIC_BLOCK_ITEM, list), grounds, FALSE);
    }
}

static void
add_conditions (UnknotTopicBlock *body,
                UnknotAnswers    *answers)
{
  g_autoptr (UnknotSummarySection) section =
    unknot_summary_section_new (UNKNOT_SUMMARY_CONDITIONS, _("About the Patient"));
  const UnknotSummaryLine *line;
  g_autofree char *list = NULL;

  unknot_summary_add_conditions (section, answers);
  if (section->lines->len == 0)
    return;

  line = g_ptr_array_index (section->lines, 0);
  list = dup_list (line->items);
  add_words (add_block (body, UNKNOT_TOPIC_BLOCK_SECTION, section->title), list, FALSE);
}

static void
add_answers (UnknotTopicBlock *body,
             UnknotAnswers    *answers,
             gboolean          with_open)
{
  g_autoptr (UnknotSummarySection) section =
    unknot_summary_section_new (UNKNOT_SUMMARY_CHECKUP, _("Answers"));
  UnknotTopicBlock *terms;

  unknot_summary_add_answers (section, answers, with_open);
  terms = add_block (add_block (body, UNKNOT_TOPIC_BLOCK_SECTION, section->title),
                     UNKNOT_TOPIC_BLOCK_TERMS, NULL);
  for (guint i = 0; i < section->lines->len; i++)
    {
      const UnknotSummaryLine *line = g_ptr_array_index (section->lines, i);
      g_autofree char *list = dup_list (line->items);

      add_words (add_block (terms, UNKNOT_TOPIC_BLOCK_ITEM, line->label), list, FALSE);
    }
}

static void
add_open (UnknotTopicBlock *body,
          UnknotAnswers    *answers)
{
  g_auto (GStrv) open = unknot_summary_dup_open (answers);
  g_autofree char *list = NULL;

  if (open == NULL)
    return;

  list = dup_list (open);
  add_words (add_block (body, UNKNOT_TOPIC_BLOCK_SECTION, _("Not Answered")), list, FALSE);
}

static char *
dup_foot (UnknotAssessment *assessment)
{
  g_autofree char *time = unknot_result_words_dup_time (assessment);

  /* Translators: at the foot of a result that is printed: when it was answered, that it is no
   * medical record, and the version of what was asked */
  return g_strdup_printf (_("%s. %s Version %s of the check-up."), time,
                          unknot_summary_get_notice (), unknot_assessment_get_version (assessment));
}

/**
 * unknot_result_topic_new:
 * @advice: on @assessment
 * @past: whether it is an earlier check-up, which is not changed any more
 *
 * Makes a page of a check-up's result, to take along on paper. Who reads it in an emergency is the
 * crew: what was answered comes first then, else last; what was not keeps nothing else from them;
 * and what is worth knowing later is not on it.
 *
 * Returns: (transfer full): the page; it has no figures
 */
UnknotTopic *
unknot_result_topic_new (UnknotAssessment *assessment,
                         UnknotAdvice     *advice,
                         gboolean          past)
{
  g_autoptr (UnknotTopicBlock) body = unknot_topic_block_new (UNKNOT_TOPIC_BLOCK_SECTION);
  UnknotAnswers *answers = unknot_assessment_get_answers (assessment);
  g_autofree char *foot = dup_foot (assessment);

  add_head (body, assessment, advice, past);
  if (is_for_crew (assessment))
    {
      add_conditions (body, answers);
      add_answers (body, answers, FALSE);
      add_reasons (body, assessment);
      add_advice (body, advice, UNKNOT_ADVICE_TO_DO);
      add_advice (body, advice, UNKNOT_ADVICE_MEANWHILE);
      add_open (body, answers);
      add_advice (body, advice, UNKNOT_ADVICE_SAFETY_NET);
    }
  else
    {
      add_advice (body, advice, UNKNOT_ADVICE_TO_DO);
      add_reasons (body, assessment);
      add_advice (body, advice, UNKNOT_ADVICE_MEANWHILE);
      add_advice (body, advice, UNKNOT_ADVICE_SAFETY_NET);
      add_advice (body, advice, UNKNOT_ADVICE_WATCH);
      add_conditions (body, answers);
      add_answers (body, answers, TRUE);
    }

  return unknot_topic_new (unknot_advice_get_title (advice), foot, body);
}
