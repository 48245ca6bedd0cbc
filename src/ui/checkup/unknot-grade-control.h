/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-answer-control.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_GRADE_CONTROL (unknot_grade_control_get_type ())

G_DECLARE_FINAL_TYPE (UnknotGradeControl, unknot_grade_control, UNKNOT, GRADE_CONTROL, UnknotAnswerControl)

G_END_DECLS
