/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-json.h"
#include "unknot-moment.h"

G_BEGIN_DECLS

/**
 * UnknotJsonPlace:
 * @object: what is read
 * @name: what it is, as a fault names it
 * @faults: where its faults go
 *
 * Where in a document something of an entry stands.
 */
typedef struct
{
  JsonObject *object;
  const char *name;
  UnknotFaults *faults;
} UnknotJsonPlace;

void          unknot_json_place_take_fault      (const UnknotJsonPlace  *self,
                                                 GError                **error);
const char   *unknot_json_place_get_text        (const UnknotJsonPlace  *self,
                                                 const char             *member);
const char   *unknot_json_place_get_needed_text (const UnknotJsonPlace  *self,
                                                 const char             *member);
gboolean      unknot_json_place_get_integer     (const UnknotJsonPlace  *self,
                                                 const char             *member,
                                                 gint64                 *integer);
gboolean      unknot_json_place_get_pain        (const UnknotJsonPlace  *self,
                                                 const char             *member,
                                                 gint64                 *pain);
gboolean      unknot_json_place_get_amount      (const UnknotJsonPlace  *self,
                                                 const char             *member,
                                                 double                 *amount);
UnknotMoment *unknot_json_place_get_moment      (const UnknotJsonPlace  *self,
                                                 const char             *member);
void          unknot_json_add_optional          (JsonObject             *object,
                                                 const char             *member,
                                                 const char             *text);
void          unknot_json_add_pain              (JsonObject             *object,
                                                 const char             *member,
                                                 int                     pain);
void          unknot_json_add_moment            (JsonObject             *object,
                                                 const char             *member,
                                                 UnknotMoment           *moment);

G_END_DECLS
