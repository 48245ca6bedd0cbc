/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-grade-control"

#include "config.h"

#include "unknot-grade-control.h"

#include "unknot-pain-scale.h"
#include "unknot-pain.h"

/**
 * UnknotGradeControl:
 *
 * Answers how bad a pain is, from 0 to 10.
 */
struct _UnknotGradeControl
{
  UnknotAnswerControl parent_instance;

  UnknotPainScale *scale;
};

G_DEFINE_FINAL_TYPE (UnknotGradeControl, unknot_grade_control, UNKNOT_TYPE_ANSWER_CONTROL)

static void
unknot_grade_control_show_answer (UnknotAnswerControl *control,
                                  UnknotAnswers       *answers)
{
  UnknotGradeControl *self = UNKNOT_GRADE_CONTROL (control);
  int count = unknot_answers_get_count (answers, unknot_answer_control_get_question (control));

  unknot_pain_scale_set_pain (self->scale, MAX (count, UNKNOT_PAIN_UNKNOWN));
}

static void
unknot_grade_control_constructed (GObject *object)
{
  UnknotGradeControl *self = UNKNOT_GRADE_CONTROL (object);
  UnknotQuestion *question;

  G_OBJECT_CLASS (unknot_grade_control_parent_class)->constructed (object);

  question = unknot_answer_control_get_question (UNKNOT_ANSWER_CONTROL (self));
  self->scale = UNKNOT_PAIN_SCALE (unknot_pain_scale_new ());
  unknot_pain_scale_set_label (self->scale, unknot_question_get_text (question));
  g_signal_connect_swapped (self->scale, "chosen", G_CALLBACK (unknot_answer_control_take_count),
                            self);
  gtk_widget_set_parent (GTK_WIDGET (self->scale), GTK_WIDGET (self));
}

static void
unknot_grade_control_class_init (UnknotGradeControlClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  UnknotAnswerControlClass *control_class = UNKNOT_ANSWER_CONTROL_CLASS (klass);

  object_class->constructed = unknot_grade_control_constructed;
  control_class->show_answer = unknot_grade_control_show_answer;
}

static void
unknot_grade_control_init (UnknotGradeControl *self)
{
}
