/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-database.h"
#include "unknot-entry-filter.h"

G_BEGIN_DECLS

UnknotStatement *unknot_entry_query_prepare  (UnknotDatabase    *database,
                                              UnknotEntryFilter *filter);
GType            unknot_entry_query_get_type (int                kind);

G_END_DECLS
