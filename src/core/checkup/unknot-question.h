/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * UnknotQuestionKind:
 * @UNKNOT_QUESTION_SIGN: `no`, one of the three courses `new`, `gone` and `old`, or `not-sure`
 * @UNKNOT_QUESTION_FLAG: `no`, `yes` or `not-sure`
 * @UNKNOT_QUESTION_CHOICE: one code
 * @UNKNOT_QUESTION_CHOICES: at least one code, or `none` alone
 * @UNKNOT_QUESTION_COUNT: a whole number within a range
 */
typedef enum
{
  UNKNOT_QUESTION_SIGN,
  UNKNOT_QUESTION_FLAG,
  UNKNOT_QUESTION_CHOICE,
  UNKNOT_QUESTION_CHOICES,
  UNKNOT_QUESTION_COUNT,
} UnknotQuestionKind;

/* What a question can hold: a set of options is a set of bits that stays a positive gint32. */
#define UNKNOT_QUESTION_MAX_OPTIONS 31

#define UNKNOT_TYPE_QUESTION (unknot_question_get_type ())

G_DECLARE_FINAL_TYPE (UnknotQuestion, unknot_question, UNKNOT, QUESTION, GObject)

guint               unknot_question_get_position       (UnknotQuestion *self);
const char         *unknot_question_get_id             (UnknotQuestion *self);
UnknotQuestionKind  unknot_question_get_kind           (UnknotQuestion *self);
const char         *unknot_question_get_text           (UnknotQuestion *self);
const char         *unknot_question_get_short_text     (UnknotQuestion *self);
const char         *unknot_question_get_help           (UnknotQuestion *self);
guint               unknot_question_get_n_options      (UnknotQuestion *self);
const char         *unknot_question_get_option_code    (UnknotQuestion *self,
                                                        guint           option);
const char         *unknot_question_get_option_display (UnknotQuestion *self,
                                                        guint           option);
gboolean            unknot_question_find_option        (UnknotQuestion *self,
                                                        const char     *code,
                                                        guint          *option);
guint32             unknot_question_get_option_bit     (UnknotQuestion *self,
                                                        const char     *code);
int                 unknot_question_get_minimum        (UnknotQuestion *self);
int                 unknot_question_get_maximum        (UnknotQuestion *self);
const char         *unknot_question_get_unit           (UnknotQuestion *self);

G_END_DECLS
