/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-entry.h"
#include "unknot-vocabulary.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_EVENT (unknot_event_get_type ())

G_DECLARE_FINAL_TYPE (UnknotEvent, unknot_event, UNKNOT, EVENT, UnknotEntry)

UnknotEvent *unknot_event_new       (UnknotMoment  *moment,
                                     const char    *kind,
                                     GError       **error);
const char  *unknot_event_get_kind  (UnknotEvent   *self);
gboolean     unknot_event_set_kind  (UnknotEvent   *self,
                                     const char    *kind,
                                     GError       **error);
const char  *unknot_event_get_title (UnknotEvent   *self);
gboolean     unknot_event_set_title (UnknotEvent   *self,
                                     const char    *title,
                                     GError       **error);
const char  *unknot_event_get_note  (UnknotEvent   *self);
gboolean     unknot_event_set_note  (UnknotEvent   *self,
                                     const char    *note,
                                     GError       **error);

G_END_DECLS
