/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "unknot-entry.h"
#include "unknot-questionnaire.h"

G_BEGIN_DECLS

/**
 * UnknotFhirTake:
 * @resource: (transfer full): a FHIR R4 resource, which has an id
 */
typedef void (*UnknotFhirTake) (JsonObject *resource,
                                gpointer    data);

void unknot_fhir_resources_create (UnknotEntry         *entry,
                                   UnknotQuestionnaire *questionnaire,
                                   UnknotFhirTake       take,
                                   gpointer             data);

G_END_DECLS
