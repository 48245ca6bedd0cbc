/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-answer-control.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_COUNT_CONTROL (unknot_count_control_get_type ())

G_DECLARE_FINAL_TYPE (UnknotCountControl, unknot_count_control, UNKNOT, COUNT_CONTROL, UnknotAnswerControl)

G_END_DECLS
