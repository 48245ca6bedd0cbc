/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-function-reminder.h"
#include "unknot-today.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_TODAY_PAGE (unknot_today_page_get_type ())

G_DECLARE_FINAL_TYPE (UnknotTodayPage, unknot_today_page, UNKNOT, TODAY_PAGE, AdwNavigationPage)

void unknot_today_page_set_today    (UnknotTodayPage        *self,
                                     UnknotToday            *today);
void unknot_today_page_set_reminder (UnknotTodayPage        *self,
                                     UnknotFunctionReminder *reminder);
void unknot_today_page_set_settings (UnknotTodayPage        *self,
                                     GSettings              *settings);
void unknot_today_page_set_alarm    (UnknotTodayPage        *self,
                                     const char             *alarm);
void unknot_today_page_set_draft    (UnknotTodayPage        *self,
                                     UnknotEpisode          *episode);
void unknot_today_page_set_danger   (UnknotTodayPage        *self,
                                     const char             *names,
                                     gboolean                worse);
void unknot_today_page_focus_start  (UnknotTodayPage        *self);

G_END_DECLS
