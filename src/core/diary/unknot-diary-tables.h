/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-diary-rows.h"

G_BEGIN_DECLS

/**
 * UnknotDiaryTable:
 * @get_type: the type of its entries
 * @has_episode: whether they belong to a spasm
 * @insert: writes an entry, or what has become of it: uuid, moment, the spasm's number where there
 *   is one, and what @add adds
 * @queries: read entries, for each key: id, uuid, moment, the spasm's uuid, and what @read takes
 * @mark: marks an entry as deleted, or not: mark, uuid
 * @purge: takes out what is marked
 * @list: (nullable): of those that do not belong to a spasm, in the order of the uuid: number, how
 *   often changed; of a spasm, when
 * @state: of the entry with a uuid: its number, how often changed, whether it is marked
 * @put: unmarks an entry, and says how often it was changed: that, its number
 * @get_changed: (nullable): how often the entry with a number was changed, unless it is marked
 * @mark_id: marks the entry with a number: mark, number
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
  const char *list;
  const char *state;
  const char *put;
  const char *get_changed;
  const char *mark_id;
  void (*add) (UnknotEntry     *entry,
               UnknotStatement *statement);
  UnknotEntry *(*read) (UnknotStatement  *statement,
                        UnknotMoment     *moment,
                        GError          **error);
} UnknotDiaryTable;

const UnknotDiaryTable *unknot_diary_tables_get     (guint position);
const UnknotDiaryTable *unknot_diary_tables_get_for (GType type);

G_END_DECLS
