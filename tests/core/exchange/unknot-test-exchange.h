/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-export.h"
#include "unknot-import.h"
#include "unknot-test-diary.h"

G_BEGIN_DECLS

GBytes       *unknot_test_exchange_export  (UnknotDiary        *diary,
                                            UnknotExportWrite   write,
                                            gpointer            data);
char         *unknot_test_exchange_to_json (UnknotDiary        *diary);
UnknotImport *unknot_test_exchange_json    (UnknotDiary        *diary,
                                            const char         *json);
gboolean      unknot_test_exchange_try     (UnknotImport       *import,
                                            GError            **error);
void          unknot_test_exchange_plan    (UnknotImport       *import);
void          unknot_test_exchange_run     (UnknotImport       *import);
void          unknot_test_exchange_undo    (UnknotImport       *import);
void          unknot_test_exchange_assert_counts (UnknotImport *import,
                                                  guint         n_added,
                                                  guint         n_changed,
                                                  guint         n_same,
                                                  guint         n_kept);

G_END_DECLS
