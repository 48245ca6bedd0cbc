/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-database.h"
#include "unknot-diary.h"
#include "unknot-progress.h"

G_BEGIN_DECLS

/**
 * UnknotExportWrite:
 * @database: a connection that reads
 * @data: what else it takes
 * @progress: (nullable): told how far it is
 *
 * Writes what is in a diary: unknot_diary_json_write() is one.
 */
typedef gboolean (*UnknotExportWrite) (UnknotDatabase  *database,
                                       GOutputStream   *stream,
                                       gpointer         data,
                                       UnknotProgress  *progress,
                                       GError         **error);

void     unknot_export_async  (UnknotDiary          *diary,
                               UnknotExportWrite     write,
                               gpointer              data,
                               GOutputStream        *stream,
                               UnknotProgress       *progress,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
gboolean unknot_export_finish (GAsyncResult         *result,
                               GError              **error);

G_END_DECLS
