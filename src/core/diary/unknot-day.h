/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-entry.h"
#include "unknot-vocabulary.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_DAY (unknot_day_get_type ())

G_DECLARE_FINAL_TYPE (UnknotDay, unknot_day, UNKNOT, DAY, UnknotEntry)

UnknotDay  *unknot_day_new          (UnknotMoment  *moment);
gboolean    unknot_day_is_painless  (UnknotDay     *self);
void        unknot_day_set_painless (UnknotDay     *self,
                                     gboolean       painless);
const char *unknot_day_get_sleep    (UnknotDay     *self);
gboolean    unknot_day_set_sleep    (UnknotDay     *self,
                                     const char    *sleep,
                                     GError       **error);

G_END_DECLS
