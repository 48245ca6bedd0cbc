/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-diary-schema.h"

G_BEGIN_DECLS

/* So many are kept. */
#define UNKNOT_DIARY_BACKUPS_MAX 8

gboolean  unknot_diary_backups_make      (UnknotDatabase           *database,
                                          const char               *path,
                                          const UnknotDiarySchema  *schema,
                                          GDateTime                *now,
                                          GError                  **error);
char     *unknot_diary_backups_keep      (UnknotDatabase           *database,
                                          const char               *path,
                                          const UnknotDiarySchema  *schema,
                                          GDateTime                *now,
                                          GError                  **error);
GStrv     unknot_diary_backups_list      (const char               *path);
char     *unknot_diary_backups_find_last (const char               *path);
char     *unknot_diary_backups_find_good (const char               *path,
                                          const UnknotDiarySchema  *schema);
gboolean  unknot_diary_backups_is_due    (const char               *path,
                                          GDateTime                *now);

G_END_DECLS
