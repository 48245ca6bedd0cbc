/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-answer-control.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_CHOICE_CONTROL (unknot_choice_control_get_type ())

G_DECLARE_FINAL_TYPE (UnknotChoiceControl, unknot_choice_control, UNKNOT, CHOICE_CONTROL, UnknotAnswerControl)

GtkWidget *unknot_choice_control_create_button (const char *text);

G_END_DECLS
