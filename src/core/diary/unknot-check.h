/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-entry.h"
#include "unknot-level.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_CHECK (unknot_check_get_type ())

G_DECLARE_FINAL_TYPE (UnknotCheck, unknot_check, UNKNOT, CHECK, UnknotEntry)

UnknotCheck *unknot_check_new             (UnknotMoment  *moment,
                                           const char    *answers,
                                           const char    *assessment,
                                           GError       **error);
const char  *unknot_check_get_answers     (UnknotCheck   *self);
const char  *unknot_check_get_assessment  (UnknotCheck   *self);
const char  *unknot_check_get_version     (UnknotCheck   *self);
UnknotLevel  unknot_check_get_level       (UnknotCheck   *self);
gboolean     unknot_check_is_complete     (UnknotCheck   *self);
int          unknot_check_get_recheck_day (UnknotCheck   *self);

G_END_DECLS
