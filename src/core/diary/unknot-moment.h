/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-clock.h"
#include "unknot-diary-error.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_MOMENT (unknot_moment_get_type ())

typedef struct _UnknotMoment UnknotMoment;

GType         unknot_moment_get_type     (void);
UnknotMoment *unknot_moment_new          (GDateTime     *time);
UnknotMoment *unknot_moment_new_now      (UnknotClock   *clock);
UnknotMoment *unknot_moment_new_stored   (gint64         utc,
                                          gint64         offset,
                                          const char    *zone,
                                          gint64         day,
                                          GError       **error);
UnknotMoment *unknot_moment_ref          (UnknotMoment  *self);
void          unknot_moment_unref        (UnknotMoment  *self);
gint64        unknot_moment_get_utc      (UnknotMoment  *self);
int           unknot_moment_get_offset   (UnknotMoment  *self);
const char   *unknot_moment_get_zone     (UnknotMoment  *self);
int           unknot_moment_get_day      (UnknotMoment  *self);
GDateTime    *unknot_moment_to_date_time (UnknotMoment  *self);
int           unknot_moment_compare      (UnknotMoment  *self,
                                          UnknotMoment  *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnknotMoment, unknot_moment_unref)

G_END_DECLS
