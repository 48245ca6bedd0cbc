/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-checkup.h"
#include "unknot-entry-editor.h"
#include "unknot-function-reminder.h"
#include "unknot-today.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_TODAY_VIEW (unknot_today_view_get_type ())

G_DECLARE_FINAL_TYPE (UnknotTodayView, unknot_today_view, UNKNOT, TODAY_VIEW, AdwBin)

gboolean unknot_today_view_is_at_start  (UnknotTodayView        *self);
void     unknot_today_view_set_checkup  (UnknotTodayView        *self,
                                         UnknotCheckup          *checkup);
void     unknot_today_view_set_today    (UnknotTodayView        *self,
                                         UnknotToday            *today,
                                         UnknotEntryEditor      *editor);
void     unknot_today_view_set_reminder (UnknotTodayView        *self,
                                         UnknotFunctionReminder *reminder);
void     unknot_today_view_set_settings (UnknotTodayView        *self,
                                         GSettings              *settings);
void     unknot_today_view_set_failure  (UnknotTodayView        *self,
                                         const GError           *error);

G_END_DECLS
