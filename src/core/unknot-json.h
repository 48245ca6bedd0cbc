/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "unknot-faults.h"

G_BEGIN_DECLS

JsonNode   *unknot_json_parse         (GBytes             *json,
                                       UnknotFaults       *faults);
JsonNode   *unknot_json_parse_part    (const char         *text,
                                       gsize               length,
                                       guint               line,
                                       UnknotFaults       *faults);
JsonObject *unknot_json_as_object     (JsonNode           *node,
                                       const char         *where,
                                       UnknotFaults       *faults);
void        unknot_json_check_members (JsonObject         *object,
                                       const char         *where,
                                       const char * const *known,
                                       UnknotFaults       *faults);
gboolean    unknot_json_is_string     (JsonNode           *node);
gboolean    unknot_json_is_integer    (JsonNode           *node);
gboolean    unknot_json_is_true       (JsonNode           *node);
const char *unknot_json_find_string   (JsonObject         *object,
                                       const char         *member);
const char *unknot_json_get_string    (JsonObject         *object,
                                       const char         *member,
                                       const char         *where,
                                       UnknotFaults       *faults);
JsonArray  *unknot_json_get_array     (JsonObject         *object,
                                       const char         *member,
                                       const char         *where,
                                       UnknotFaults       *faults);
JsonObject *unknot_json_get_object    (JsonObject         *object,
                                       const char         *member,
                                       const char         *where,
                                       UnknotFaults       *faults);

G_END_DECLS
