/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "unknot-checkup.h"

G_BEGIN_DECLS

/**
 * UnknotAnswerControl:
 *
 * What one question is answered with. It shows the answer that a check-up has, and gives it the
 * answer that the person chooses.
 */
#define UNKNOT_TYPE_ANSWER_CONTROL (unknot_answer_control_get_type ())

G_DECLARE_DERIVABLE_TYPE (UnknotAnswerControl, unknot_answer_control, UNKNOT, ANSWER_CONTROL,
                          GtkWidget)

struct _UnknotAnswerControlClass
{
  GtkWidgetClass parent_class;

  void (*show_answer) (UnknotAnswerControl *self,
                       UnknotAnswers       *answers);
};

GtkWidget      *unknot_answer_control_new          (UnknotCheckup       *checkup,
                                                    UnknotQuestion      *question);
UnknotCheckup  *unknot_answer_control_get_checkup  (UnknotAnswerControl *self);
UnknotQuestion *unknot_answer_control_get_question (UnknotAnswerControl *self);
void            unknot_answer_control_take_codes   (UnknotAnswerControl *self,
                                                    const char * const  *codes);
void            unknot_answer_control_take_code    (UnknotAnswerControl *self,
                                                    const char          *code);
void            unknot_answer_control_take_count   (UnknotAnswerControl *self,
                                                    int                  count);
void            unknot_answer_control_take_nothing (UnknotAnswerControl *self);

G_END_DECLS
