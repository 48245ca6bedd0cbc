/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-episode.h"

G_BEGIN_DECLS

/**
 * UnknotCsvColumn:
 * @name: what stands above it
 * @dup: what an entry has in it
 * @take: hands an entry what it has in it, which may be nothing
 *
 * A column of a table of entries.
 */
typedef struct
{
  const char *name;
  char *(*dup) (UnknotEntry *entry);
  gboolean (*take) (UnknotEntry  *entry,
                    const char   *field,
                    GError      **error);
} UnknotCsvColumn;

/* No table has more. */
#define UNKNOT_CSV_MAX_COLUMNS 20

const UnknotCsvColumn *unknot_csv_columns_get (GType  type,
                                               guint *n);

G_END_DECLS
