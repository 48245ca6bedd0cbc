/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-checkup.h"
#include "unknot-draft.h"
#include "unknot-today.h"
#include "unknot-whereabouts.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_WINDOW (unknot_window_get_type ())

G_DECLARE_FINAL_TYPE (UnknotWindow, unknot_window, UNKNOT, WINDOW, AdwApplicationWindow)

UnknotWindow *unknot_window_new             (AdwApplication    *application,
                                             GSettings         *settings);
void          unknot_window_set_whereabouts (UnknotWindow      *self,
                                             UnknotWhereabouts *whereabouts);
void          unknot_window_set_checkup     (UnknotWindow      *self,
                                             UnknotCheckup     *checkup,
                                             UnknotWhereabouts *whereabouts);
void          unknot_window_set_today       (UnknotWindow      *self,
                                             UnknotToday       *today,
                                             UnknotDraft       *draft);
void          unknot_window_set_failure     (UnknotWindow      *self,
                                             const GError      *error);
void          unknot_window_tell            (UnknotWindow      *self,
                                             const char        *message);
void          unknot_window_help            (UnknotWindow      *self);

G_END_DECLS
