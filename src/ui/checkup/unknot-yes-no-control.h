/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-answer-control.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_YES_NO_CONTROL (unknot_yes_no_control_get_type ())

G_DECLARE_FINAL_TYPE (UnknotYesNoControl, unknot_yes_no_control, UNKNOT, YES_NO_CONTROL, UnknotAnswerControl)

G_END_DECLS
