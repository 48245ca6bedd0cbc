/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-episode.h"
#include "unknot-period.h"

G_BEGIN_DECLS

char *unknot_summary_words_dup_day       (int                 day);
char *unknot_summary_words_dup_short_day (int                 day);
char *unknot_summary_words_dup_period    (const UnknotPeriod *period);
char *unknot_summary_words_dup_span      (gint64              milliseconds);
char *unknot_summary_words_dup_amount    (double              amount,
                                          const char         *unit);
char *unknot_summary_words_dup_mean      (double              mean);
char *unknot_summary_words_dup_count     (const char         *title,
                                          int                 n);
char *unknot_summary_words_dup_line      (const char         *text);
char *unknot_summary_words_cut           (const char         *line,
                                          glong               length,
                                          glong               max);
char *unknot_summary_words_dup_name      (const char         *text);

G_END_DECLS
