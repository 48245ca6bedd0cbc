/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-pain.h"
#include "unknot-vocabulary.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_PLACE (unknot_place_get_type ())

G_DECLARE_FINAL_TYPE (UnknotPlace, unknot_place, UNKNOT, PLACE, GObject)

UnknotPlace *unknot_place_new       (const char   *area,
                                     const char   *side,
                                     gint64        pain,
                                     const char   *kind,
                                     GError      **error);
const char  *unknot_place_get_area  (UnknotPlace  *self);
const char  *unknot_place_get_side  (UnknotPlace  *self);
int          unknot_place_get_pain  (UnknotPlace  *self);
const char  *unknot_place_get_kind  (UnknotPlace  *self);
char        *unknot_place_dup_title (const char   *area,
                                     const char   *side);

G_END_DECLS
