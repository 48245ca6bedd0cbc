/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The extensions of FHIR R4 that the check-up uses. */
#define UNKNOT_FHIR_DATA_ABSENT_REASON \
  "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
#define UNKNOT_FHIR_MAX_VALUE \
  "http://hl7.org/fhir/StructureDefinition/maxValue"
#define UNKNOT_FHIR_MIN_VALUE \
  "http://hl7.org/fhir/StructureDefinition/minValue"
#define UNKNOT_FHIR_OPTION_EXCLUSIVE \
  "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive"
#define UNKNOT_FHIR_SHORT_TEXT \
  "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-shortText"
#define UNKNOT_FHIR_UNIT \
  "http://hl7.org/fhir/StructureDefinition/questionnaire-unit"

JsonNode *unknot_fhir_find_extension (JsonObject *element,
                                      const char *url,
                                      const char *value);

G_END_DECLS
