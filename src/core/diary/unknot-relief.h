/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-entry.h"
#include "unknot-vocabulary.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_RELIEF (unknot_relief_get_type ())

G_DECLARE_FINAL_TYPE (UnknotRelief, unknot_relief, UNKNOT, RELIEF, UnknotEntry)

UnknotRelief *unknot_relief_new         (UnknotMoment  *moment,
                                         const char    *measure,
                                         GError       **error);
const char   *unknot_relief_get_measure (UnknotRelief  *self);
gboolean      unknot_relief_set_measure (UnknotRelief  *self,
                                         const char    *measure,
                                         GError       **error);
const char   *unknot_relief_get_effect  (UnknotRelief  *self);
gboolean      unknot_relief_set_effect  (UnknotRelief  *self,
                                         const char    *effect,
                                         GError       **error);

G_END_DECLS
