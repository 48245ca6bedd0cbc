/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-entry-editor.h"
#include "unknot-entry-filter.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_HISTORY_LIST (unknot_history_list_get_type ())

G_DECLARE_FINAL_TYPE (UnknotHistoryList, unknot_history_list, UNKNOT, HISTORY_LIST, AdwBin)

GtkWidget *unknot_history_list_new         (UnknotDiary       *diary,
                                            UnknotEntryEditor *editor);
void       unknot_history_list_set_filter  (UnknotHistoryList *self,
                                            UnknotEntryFilter *filter);
void       unknot_history_list_search      (UnknotHistoryList *self);
void       unknot_history_list_focus_start (UnknotHistoryList *self);

G_END_DECLS
