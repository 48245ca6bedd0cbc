/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-protocol.h"

G_BEGIN_DECLS

GPtrArray *unknot_demo_create_year (UnknotProtocol *protocol,
                                    GDateTime      *now);

G_END_DECLS
