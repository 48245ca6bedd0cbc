/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-questionnaire.h"

G_BEGIN_DECLS

#define UNKNOT_ANSWERS_ERROR (unknot_answers_error_quark ())

typedef enum
{
  UNKNOT_ANSWERS_ERROR_INVALID,
} UnknotAnswersError;

GQuark unknot_answers_error_quark (void);

/* In the values of unknot_answers_get_values(): what is not answered is negative. */
#define UNKNOT_ANSWER_NONE (-1)
#define UNKNOT_ANSWER_SKIPPED (-2)

#define UNKNOT_TYPE_ANSWERS (unknot_answers_get_type ())

G_DECLARE_FINAL_TYPE (UnknotAnswers, unknot_answers, UNKNOT, ANSWERS, GObject)

UnknotAnswers       *unknot_answers_new               (UnknotQuestionnaire *questionnaire);
UnknotAnswers       *unknot_answers_copy              (UnknotAnswers       *self);
UnknotQuestionnaire *unknot_answers_get_questionnaire (UnknotAnswers       *self);
const gint32        *unknot_answers_get_values        (UnknotAnswers       *self);
gboolean             unknot_answers_applies           (UnknotAnswers       *self,
                                                       UnknotQuestion      *question);
gboolean             unknot_answers_is_answered       (UnknotAnswers       *self,
                                                       UnknotQuestion      *question);
gboolean             unknot_answers_is_skipped        (UnknotAnswers       *self,
                                                       UnknotQuestion      *question);
gboolean             unknot_answers_has_code          (UnknotAnswers       *self,
                                                       UnknotQuestion      *question,
                                                       const char          *code);
GStrv                unknot_answers_get_codes         (UnknotAnswers       *self,
                                                       UnknotQuestion      *question);
int                  unknot_answers_get_count         (UnknotAnswers       *self,
                                                       UnknotQuestion      *question);
gboolean             unknot_answers_set_codes         (UnknotAnswers       *self,
                                                       UnknotQuestion      *question,
                                                       const char * const  *codes,
                                                       GError             **error);
gboolean             unknot_answers_set_code          (UnknotAnswers       *self,
                                                       UnknotQuestion      *question,
                                                       const char          *code,
                                                       GError             **error);
gboolean             unknot_answers_set_count         (UnknotAnswers       *self,
                                                       UnknotQuestion      *question,
                                                       gint64               count,
                                                       GError             **error);
void                 unknot_answers_take_from         (UnknotAnswers       *self,
                                                       UnknotAnswers       *other,
                                                       UnknotQuestion      *question);
void                 unknot_answers_skip              (UnknotAnswers       *self,
                                                       UnknotQuestion      *question);
void                 unknot_answers_clear             (UnknotAnswers       *self,
                                                       UnknotQuestion      *question);
char                *unknot_answers_dup_words         (UnknotAnswers       *self,
                                                       UnknotQuestion      *question);

G_END_DECLS
