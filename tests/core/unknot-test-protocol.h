/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-protocol.h"

G_BEGIN_DECLS

GBytes         *unknot_test_read_file         (const char     *first,
                                               ...) G_GNUC_NULL_TERMINATED;
UnknotProtocol *unknot_test_load_protocol     (void);
UnknotQuestion *unknot_test_lookup            (UnknotProtocol *protocol,
                                               const char     *id);
UnknotAnswers  *unknot_test_new_calm_answers  (UnknotProtocol *protocol);

G_END_DECLS
