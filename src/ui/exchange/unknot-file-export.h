/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-diary.h"
#include "unknot-progress.h"

G_BEGIN_DECLS

const char *unknot_file_export_get_title  (const char           *format);
const char *unknot_file_export_get_ending (const char           *format);
void        unknot_file_export_async      (UnknotDiary          *diary,
                                           const char           *format,
                                           GFile                *file,
                                           UnknotProgress       *progress,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean    unknot_file_export_finish     (GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
