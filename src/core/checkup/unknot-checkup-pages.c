/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-checkup"

#include "config.h"

#include "unknot-checkup.h"

/* What is done to a page of a check-up as a whole. */

/**
 * unknot_checkup_confirm_page:
 *
 * Makes what is suggested on @page the person's answers.
 */
void
unknot_checkup_confirm_page (UnknotCheckup *self,
                             UnknotPage    *page)
{
  GListModel *questions = unknot_page_get_questions (page);

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (UnknotQuestion) question = g_list_model_get_item (questions, i);

      if (unknot_checkup_is_suggested (self, question))
        unknot_answers_take_from (unknot_checkup_get_answers (self),
                                  unknot_checkup_get_shown_answers (self, question), question);
    }
}

/* “No to the rest” is for signs, flags, sets and the trigger. A number or how it began has no “no”,
 * and whether a disc is treated must have been read. */
static const char *
get_denial (UnknotQuestion *question)
{
  switch (unknot_question_get_kind (question))
    {
    case UNKNOT_QUESTION_SIGN:
    case UNKNOT_QUESTION_FLAG:
      return "no";
    case UNKNOT_QUESTION_CHOICE:
    case UNKNOT_QUESTION_CHOICES:
      return unknot_question_find_option (question, "none", NULL) ? "none" : NULL;
    case UNKNOT_QUESTION_COUNT:
    default:
      return NULL;
    }
}

/* What the diary speaks of is not denied in passing, not even where it was left out before. */
static gboolean
can_deny (UnknotCheckup  *self,
          UnknotQuestion *question)
{
  UnknotAnswers *answers = unknot_checkup_get_answers (self);

  return get_denial (question) != NULL &&
         unknot_answers_applies (answers, question) &&
         !unknot_answers_is_answered (answers, question) &&
         !unknot_checkup_is_suggested (self, question) &&
         !unknot_checkup_is_half_answered (self, question) &&
         unknot_checkup_get_diary_answers (self, question) == NULL;
}

/**
 * unknot_checkup_has_emergency_items:
 *
 * Returns: whether @page asks for the signs of an emergency, each of which is to be answered by itself
 */
gboolean
unknot_checkup_has_emergency_items (UnknotCheckup *self,
                                    UnknotPage    *page)
{
  GPtrArray *items =
    unknot_rules_get_group (unknot_protocol_get_rules (unknot_checkup_get_protocol (self)),
                            "emergency-items");

  for (guint i = 0; items != NULL && i < items->len; i++)
    if (unknot_page_find_question (page, g_ptr_array_index (items, i), NULL))
      return TRUE;

  return FALSE;
}

/**
 * unknot_checkup_can_deny_rest:
 *
 * Returns: whether there is something on @page that unknot_checkup_deny_rest() would answer
 */
gboolean
unknot_checkup_can_deny_rest (UnknotCheckup *self,
                              UnknotPage    *page)
{
  GListModel *questions = unknot_page_get_questions (page);

  if (unknot_checkup_has_emergency_items (self, page))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (UnknotQuestion) question = g_list_model_get_item (questions, i);

      if (can_deny (self, question))
        return TRUE;
    }

  return FALSE;
}

/**
 * unknot_checkup_deny_rest:
 *
 * Answers “no”, or “none”, to what is not answered on @page and has such an answer. It is not for a
 * page with emergency items.
 */
void
unknot_checkup_deny_rest (UnknotCheckup *self,
                          UnknotPage    *page)
{
  GListModel *questions = unknot_page_get_questions (page);

  g_return_if_fail (!unknot_checkup_has_emergency_items (self, page));

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (UnknotQuestion) question = g_list_model_get_item (questions, i);

      if (can_deny (self, question))
        unknot_answers_set_code (unknot_checkup_get_answers (self), question,
                                 get_denial (question), NULL);
    }
}

/**
 * unknot_checkup_dup_open_questions:
 *
 * Returns: (transfer full) (element-type UnknotQuestion): the questions of @page that apply and are
 *   neither answered nor skipped
 */
GPtrArray *
unknot_checkup_dup_open_questions (UnknotCheckup *self,
                                   UnknotPage    *page)
{
  UnknotAnswers *answers = unknot_checkup_get_answers (self);
  GListModel *questions = unknot_page_get_questions (page);
  GPtrArray *open = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (UnknotQuestion) question = g_list_model_get_item (questions, i);

      if (unknot_answers_applies (answers, question) &&
          !unknot_answers_is_answered (answers, question) &&
          !unknot_answers_is_skipped (answers, question))
        g_ptr_array_add (open, g_steal_pointer (&question));
    }

  return open;
}
