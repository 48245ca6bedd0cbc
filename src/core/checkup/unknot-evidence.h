/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-fact.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_EVIDENCE (unknot_evidence_get_type ())

G_DECLARE_FINAL_TYPE (UnknotEvidence, unknot_evidence, UNKNOT, EVIDENCE, GObject)

UnknotEvidence *unknot_evidence_new_from_json (GBytes         *json,
                                               UnknotFaults   *faults);
UnknotFact     *unknot_evidence_lookup        (UnknotEvidence *self,
                                               const char     *id);

G_END_DECLS
