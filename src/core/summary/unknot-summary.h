/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-history.h"
#include "unknot-protocol.h"
#include "unknot-summary-section.h"

G_BEGIN_DECLS

/**
 * UnknotSummaryChoice:
 * @parts: which parts, a bit for each; those of which there is nothing to say are left out
 * @name: (nullable): whose summary it is, as it was typed
 * @born: (nullable): when that person was born, as it was typed
 * @goals: (nullable) (array zero-terminated=1): what the person wants to be able to do
 * @questions: (nullable) (array zero-terminated=1): what the person wants to ask
 *
 * What a summary is to say beside what the diary does.
 */
typedef struct
{
  guint parts;
  const char *name;
  const char *born;
  const char *const *goals;
  const char *const *questions;
} UnknotSummaryChoice;

#define UNKNOT_TYPE_SUMMARY (unknot_summary_get_type ())

G_DECLARE_FINAL_TYPE (UnknotSummary, unknot_summary, UNKNOT, SUMMARY, GObject)

void           unknot_summary_load_async        (UnknotDiary                *diary,
                                                 UnknotProtocol             *protocol,
                                                 const UnknotPeriod         *period,
                                                 GDateWeekday                first_weekday,
                                                 gboolean                    with_entries,
                                                 GCancellable               *cancellable,
                                                 GAsyncReadyCallback         callback,
                                                 gpointer                    user_data);
UnknotSummary *unknot_summary_load_finish       (UnknotDiary                *diary,
                                                 GAsyncResult               *result,
                                                 GError                    **error);
UnknotHistory *unknot_summary_get_history       (UnknotSummary              *self);
GDateWeekday   unknot_summary_get_first_weekday (UnknotSummary              *self);
const char    *unknot_summary_get_title         (void);
const char    *unknot_summary_get_notice        (void);
char          *unknot_summary_dup_person        (const UnknotSummaryChoice  *choice);
char          *unknot_summary_dup_period        (UnknotSummary              *self);
GPtrArray     *unknot_summary_make_sections     (UnknotSummary              *self,
                                                 const UnknotSummaryChoice  *choice);
GPtrArray     *unknot_summary_dup_suggestions   (UnknotSummary              *self);

G_END_DECLS
