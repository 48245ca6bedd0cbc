/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-diary.h"

G_BEGIN_DECLS

/**
 * UnknotSummaryVisits:
 * @last: (nullable): the last visit to the doctor
 * @next: (nullable): the next one
 * @goals: (array zero-terminated=1): what the person wants to be able to do: the goals of @next, or
 *   else those of @last, which stay until there are others
 * @questions: (array zero-terminated=1): what the person wants to ask: the questions of @next
 *
 * What a summary has from the visits that are planned and past.
 */
typedef struct
{
  UnknotVisit *last;
  UnknotVisit *next;
  GStrv goals;
  GStrv questions;
} UnknotSummaryVisits;

gboolean unknot_summary_visits_read  (UnknotSummaryVisits  *self,
                                      UnknotDiary          *diary,
                                      GError              **error);
void     unknot_summary_visits_clear (UnknotSummaryVisits  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UnknotSummaryVisits, unknot_summary_visits_clear)

G_END_DECLS
