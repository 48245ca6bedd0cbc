/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-checkup.h"
#include "unknot-draft.h"
#include "unknot-today.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_RECORD (unknot_record_get_type ())

G_DECLARE_FINAL_TYPE (UnknotRecord, unknot_record, UNKNOT, RECORD, GObject)

UnknotRecord  *unknot_record_new                (UnknotProtocol *protocol,
                                                 UnknotClock    *clock,
                                                 GDateWeekday    first_weekday,
                                                 const char     *diary_path,
                                                 const char     *draft_prefix);
UnknotCheckup *unknot_record_get_checkup        (UnknotRecord   *self);
UnknotToday   *unknot_record_get_today          (UnknotRecord   *self);
UnknotDraft   *unknot_record_get_draft          (UnknotRecord   *self);
gboolean       unknot_record_is_busy            (UnknotRecord   *self);
gboolean       unknot_record_is_unsaved         (UnknotRecord   *self);
gboolean       unknot_record_is_checkup_unsaved (UnknotRecord   *self);
void           unknot_record_retry              (UnknotRecord   *self);
void           unknot_record_open               (UnknotRecord   *self);
void           unknot_record_make_up            (UnknotRecord   *self);
void           unknot_record_close              (UnknotRecord   *self);

G_END_DECLS
