/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-diary.h"
#include "unknot-entry-filter.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_ENTRY_LIST (unknot_entry_list_get_type ())

G_DECLARE_FINAL_TYPE (UnknotEntryList, unknot_entry_list, UNKNOT, ENTRY_LIST, GObject)

UnknotEntryList   *unknot_entry_list_new         (UnknotDiary       *diary);
gboolean           unknot_entry_list_is_loading  (UnknotEntryList   *self);
guint              unknot_entry_list_get_limit   (UnknotEntryList   *self);
void               unknot_entry_list_set_limit   (UnknotEntryList   *self,
                                                  guint              limit);
guint              unknot_entry_list_get_n_found (UnknotEntryList   *self);
const char        *unknot_entry_list_get_search  (UnknotEntryList   *self);
void               unknot_entry_list_set_search  (UnknotEntryList   *self,
                                                  const char        *text);
UnknotEntryFilter *unknot_entry_list_get_filter  (UnknotEntryList   *self);
void               unknot_entry_list_set_filter  (UnknotEntryList   *self,
                                                  UnknotEntryFilter *filter);
gboolean           unknot_entry_list_is_filtered (UnknotEntryList   *self);
int                unknot_entry_list_get_section (UnknotEntryList   *self,
                                                  guint              position,
                                                  guint             *start,
                                                  guint             *end);

G_END_DECLS
