/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-summary.h"
#include "unknot-test-diary.h"

G_BEGIN_DECLS

UnknotSummary        *unknot_test_summary_try_load (DiaryFixture       *fixture,
                                                    int                 first_day,
                                                    int                 last_day,
                                                    gboolean            with_entries,
                                                    GCancellable       *cancellable,
                                                    GError            **error);
UnknotSummary        *unknot_test_summary_load     (DiaryFixture       *fixture,
                                                    int                 first_day,
                                                    int                 last_day,
                                                    gboolean            with_entries);
UnknotSummarySection *unknot_test_summary_find     (GPtrArray          *sections,
                                                    UnknotSummaryPart   part);
char                 *unknot_test_summary_tell     (UnknotSummary      *summary,
                                                    UnknotSummaryPart   part);

G_END_DECLS
