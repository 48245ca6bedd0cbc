/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-diary-rows.h"

G_BEGIN_DECLS

/**
 * UnknotDiaryTable:
 * @get_type: the type of its entries
 * @has_episode: whether they belong to a spasm
 * @insert: writes an entry, or what has become of it: uuid, moment, the spasm's number where there
 *   is one, and what @add adds; gives its number back
 * @queries: read entries, for each key: id, uuid, moment, the spasm's uuid, and what @read takes
 * @mark: marks an entry as deleted, or not: mark, uuid
 * @purge: takes out what is marked
 *
 * How the entries of a type are kept.
 */
typedef struct
{
  GType (*get_type) (void);
  gboolean has_episode;
  const char *insert;
  const char *queries[UNKNOT_DIARY_KEY_ALL + 1];
  const char *mark;
  const char *purge;
  void (*add) (UnknotEntry     *entry,
               UnknotStatement *statement);
  UnknotEntry *(*read) (UnknotStatement  *statement,
                        UnknotMoment     *moment,
                        GError          **error);
} UnknotDiaryTable;

const UnknotDiaryTable *unknot_diary_tables_get     (guint position);
const UnknotDiaryTable *unknot_diary_tables_get_for (GType type);

G_END_DECLS
