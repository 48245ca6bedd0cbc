/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-checkup.h"
#include "unknot-draft.h"
#include "unknot-function-reminder.h"
#include "unknot-library.h"
#include "unknot-today.h"
#include "unknot-whereabouts.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_MAIN_VIEW (unknot_main_view_get_type ())

G_DECLARE_FINAL_TYPE (UnknotMainView, unknot_main_view, UNKNOT, MAIN_VIEW, AdwBin)

GtkWidget  *unknot_main_view_new          (UnknotLibrary          *library);
void        unknot_main_view_set_checkup  (UnknotMainView         *self,
                                           UnknotCheckup          *checkup,
                                           UnknotWhereabouts      *whereabouts);
void        unknot_main_view_set_today    (UnknotMainView         *self,
                                           UnknotToday            *today,
                                           UnknotDraft            *draft);
void        unknot_main_view_set_reminder (UnknotMainView         *self,
                                           UnknotFunctionReminder *reminder);
void        unknot_main_view_set_settings (UnknotMainView         *self,
                                           GSettings              *settings);
void        unknot_main_view_set_failure  (UnknotMainView         *self,
                                           const GError           *error);
void        unknot_main_view_show         (UnknotMainView         *self,
                                           const char             *name);
void        unknot_main_view_log          (UnknotMainView         *self);
void        unknot_main_view_plan_visit   (UnknotMainView         *self);
void        unknot_main_view_summarize    (UnknotMainView         *self,
                                           GSettings              *settings);
const char *unknot_main_view_get_help     (UnknotMainView         *self);

G_END_DECLS
