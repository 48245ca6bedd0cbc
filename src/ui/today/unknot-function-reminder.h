/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-today.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_FUNCTION_REMINDER (unknot_function_reminder_get_type ())

G_DECLARE_FINAL_TYPE (UnknotFunctionReminder, unknot_function_reminder, UNKNOT, FUNCTION_REMINDER,
                      GObject)

UnknotFunctionReminder *unknot_function_reminder_new     (UnknotToday            *today,
                                                          GSettings              *settings);
gboolean                unknot_function_reminder_is_due  (UnknotFunctionReminder *self);
void                    unknot_function_reminder_dismiss (UnknotFunctionReminder *self);

G_END_DECLS
