/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-diary-schema.h"

G_BEGIN_DECLS

gboolean        unknot_diary_file_check   (const char               *path,
                                           const UnknotDiarySchema  *schema,
                                           GError                  **error);
UnknotDatabase *unknot_diary_file_open    (const char               *path,
                                           const UnknotDiarySchema  *schema,
                                           GDateTime                *now,
                                           GError                  **error);
char           *unknot_diary_file_restore (const char               *path,
                                           const char               *backup,
                                           const UnknotDiarySchema  *schema,
                                           GDateTime                *now,
                                           GError                  **error);
char           *unknot_diary_file_go_back (const char               *path,
                                           UnknotDatabase           *database,
                                           const char               *backup,
                                           const UnknotDiarySchema  *schema,
                                           GDateTime                *now,
                                           GError                  **error);
gboolean        unknot_diary_file_sync    (const char               *path,
                                           GError                  **error);

G_END_DECLS
