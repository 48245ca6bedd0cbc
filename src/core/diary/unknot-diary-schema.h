/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-database.h"

G_BEGIN_DECLS

/* In the file's header: that it is a diary, and no other program's database. */
#define UNKNOT_DIARY_APPLICATION_ID 0x556e6b74

/**
 * UnknotDiarySchema:
 * @steps: what makes each version out of the one before; the first makes a diary of an empty file
 * @version: how many of them there are
 */
typedef struct
{
  const char * const *steps;
  guint version;
} UnknotDiarySchema;

const UnknotDiarySchema *unknot_diary_schema_get     (void);
gboolean                 unknot_diary_schema_check   (const UnknotDiarySchema  *self,
                                                      UnknotDatabase           *database,
                                                      const char               *path,
                                                      GError                  **error);
gboolean                 unknot_diary_schema_upgrade (const UnknotDiarySchema  *self,
                                                      UnknotDatabase           *database,
                                                      GError                  **error);

G_END_DECLS
