/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-entry.h"
#include "unknot-pain.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_READING (unknot_reading_get_type ())

G_DECLARE_FINAL_TYPE (UnknotReading, unknot_reading, UNKNOT, READING, UnknotEntry)

UnknotReading *unknot_reading_new      (UnknotMoment   *moment,
                                        gint64          pain,
                                        GError        **error);
int            unknot_reading_get_pain (UnknotReading  *self);
gboolean       unknot_reading_set_pain (UnknotReading  *self,
                                        gint64          pain,
                                        GError        **error);

G_END_DECLS
