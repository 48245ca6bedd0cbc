/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-episode.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_CSV_ROW (unknot_csv_row_get_type ())

G_DECLARE_FINAL_TYPE (UnknotCsvRow, unknot_csv_row, UNKNOT, CSV_ROW, GObject)

UnknotCsvRow  *unknot_csv_row_new         (guint          line,
                                           UnknotEpisode *episode,
                                           const char    *fault);
guint          unknot_csv_row_get_line    (UnknotCsvRow  *self);
UnknotEpisode *unknot_csv_row_get_episode (UnknotCsvRow  *self);
const char    *unknot_csv_row_get_fault   (UnknotCsvRow  *self);

G_END_DECLS
