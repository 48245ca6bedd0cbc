/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-entry.h"
#include "unknot-json-place.h"

G_BEGIN_DECLS

JsonNode    *unknot_entry_to_json       (UnknotEntry            *self);
UnknotEntry *unknot_entry_new_from_json (GType                   type,
                                         JsonNode               *json,
                                         GError                **error);
UnknotEntry *unknot_entry_read_json     (GType                   type,
                                         const UnknotJsonPlace  *place);

G_END_DECLS
