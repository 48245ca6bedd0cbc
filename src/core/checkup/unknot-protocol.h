/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-rules.h"

G_BEGIN_DECLS

#define UNKNOT_PROTOCOL_ERROR (unknot_protocol_error_quark ())

typedef enum
{
  UNKNOT_PROTOCOL_ERROR_INVALID,
} UnknotProtocolError;

GQuark unknot_protocol_error_quark (void);

#define UNKNOT_TYPE_PROTOCOL (unknot_protocol_get_type ())

G_DECLARE_FINAL_TYPE (UnknotProtocol, unknot_protocol, UNKNOT, PROTOCOL, GObject)

UnknotProtocol      *unknot_protocol_new               (GBytes          *questionnaire,
                                                        GBytes          *rules,
                                                        GBytes          *evidence,
                                                        GError         **error);
UnknotProtocol      *unknot_protocol_new_from_resource (const char      *path,
                                                        GError         **error);
UnknotQuestionnaire *unknot_protocol_get_questionnaire (UnknotProtocol  *self);
UnknotRules         *unknot_protocol_get_rules         (UnknotProtocol  *self);
UnknotEvidence      *unknot_protocol_get_evidence      (UnknotProtocol  *self);

G_END_DECLS
