/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-csv-mapping.h"
#include "unknot-diary.h"
#include "unknot-merge.h"
#include "unknot-progress.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_IMPORT (unknot_import_get_type ())

G_DECLARE_FINAL_TYPE (UnknotImport, unknot_import, UNKNOT, IMPORT, GObject)

UnknotImport            *unknot_import_new_json      (UnknotDiary          *diary,
                                                      GBytes               *content);
UnknotImport            *unknot_import_new_csv       (UnknotDiary          *diary,
                                                      GBytes               *spasms,
                                                      GBytes               *details);
UnknotImport            *unknot_import_new_mapping   (UnknotDiary          *diary,
                                                      UnknotCsvMapping     *mapping);
void                     unknot_import_plan_async    (UnknotImport         *self,
                                                      UnknotProgress       *progress,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
void                     unknot_import_run_async     (UnknotImport         *self,
                                                      UnknotProgress       *progress,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
void                     unknot_import_undo_async    (UnknotImport         *self,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
gboolean                 unknot_import_finish        (UnknotImport         *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);
const UnknotMergeCounts *unknot_import_get_counts    (UnknotImport         *self);
guint                    unknot_import_get_n_skipped (UnknotImport         *self);
guint                    unknot_import_get_n_left    (UnknotImport         *self);

G_END_DECLS
