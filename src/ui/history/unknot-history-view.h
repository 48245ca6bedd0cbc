/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-entry-editor.h"
#include "unknot-today.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_HISTORY_VIEW (unknot_history_view_get_type ())

G_DECLARE_FINAL_TYPE (UnknotHistoryView, unknot_history_view, UNKNOT, HISTORY_VIEW, AdwBin)

void unknot_history_view_set_today    (UnknotHistoryView *self,
                                       UnknotToday       *today,
                                       UnknotEntryEditor *editor);
void unknot_history_view_show_entries (UnknotHistoryView *self);

G_END_DECLS
