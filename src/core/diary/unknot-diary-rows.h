/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-database.h"
#include "unknot-entry.h"
#include "unknot-vocabulary.h"

G_BEGIN_DECLS

/**
 * UnknotDiaryVisit:
 * @UNKNOT_DIARY_VISIT_LAST: the last one whose time has come
 * @UNKNOT_DIARY_VISIT_TOLD: the last one of which the person said what came of it
 * @UNKNOT_DIARY_VISIT_NEXT: the first one that is still to come
 *
 * Which visit to the doctor is looked for.
 */
typedef enum
{
  UNKNOT_DIARY_VISIT_LAST,
  UNKNOT_DIARY_VISIT_TOLD,
  UNKNOT_DIARY_VISIT_NEXT,
} UnknotDiaryVisit;

/**
 * UnknotDiaryKey:
 * @UNKNOT_DIARY_KEY_ID: its number, deleted or not
 * @UNKNOT_DIARY_KEY_UUID: its uuid
 * @UNKNOT_DIARY_KEY_DAY: its local day; of several the last
 * @UNKNOT_DIARY_KEY_EPISODE: the number of the spasm that it belongs to, the earliest first
 * @UNKNOT_DIARY_KEY_ALL: all there are, the latest first; the value plays no part
 *
 * By what entries are looked up. Deleted ones are found by their number alone.
 */
typedef enum
{
  UNKNOT_DIARY_KEY_ID,
  UNKNOT_DIARY_KEY_UUID,
  UNKNOT_DIARY_KEY_DAY,
  UNKNOT_DIARY_KEY_EPISODE,
  UNKNOT_DIARY_KEY_ALL,
} UnknotDiaryKey;

/**
 * UnknotDiaryRowState:
 * @id: the entry's number
 * @changed: how often it was changed; of a spasm, when: UTC milliseconds; of a reading always 0
 * @deleted: whether it is not shown any more
 */
typedef struct
{
  gint64 id;
  gint64 changed;
  gboolean deleted;
} UnknotDiaryRowState;

gboolean     unknot_diary_rows_write            (UnknotDatabase  *database,
                                                 GPtrArray       *entries,
                                                 gint64           now,
                                                 GError         **error);
gboolean     unknot_diary_rows_get_state        (UnknotDatabase  *database,
                                                 UnknotEntry     *entry,
                                                 UnknotDiaryRowState *state,
                                                 GError         **error);
gboolean     unknot_diary_rows_put              (UnknotDatabase  *database,
                                                 UnknotEntry     *entry,
                                                 gint64           episode,
                                                 const UnknotDiaryRowState *state,
                                                 gint64           changed,
                                                 GError         **error);
gboolean     unknot_diary_rows_update_episode   (UnknotDatabase  *database,
                                                 gint64           id,
                                                 gint64           now,
                                                 GError         **error);
gboolean     unknot_diary_rows_mark             (UnknotDatabase  *database,
                                                 UnknotEntry     *entry,
                                                 gboolean         deleted,
                                                 gint64           now,
                                                 GError         **error);
gboolean     unknot_diary_rows_purge            (UnknotDatabase  *database,
                                                 GError         **error);
UnknotEntry *unknot_diary_rows_find             (UnknotDatabase  *database,
                                                 GType            type,
                                                 UnknotDiaryKey   key,
                                                 gint64           number,
                                                 const char      *text,
                                                 GError         **error);
GPtrArray   *unknot_diary_rows_find_all         (UnknotDatabase  *database,
                                                 GType            type,
                                                 UnknotDiaryKey   key,
                                                 gint64           number,
                                                 GError         **error);
UnknotEntry *unknot_diary_rows_find_ongoing     (UnknotDatabase  *database,
                                                 GError         **error);
GPtrArray   *unknot_diary_rows_find_recent      (UnknotDatabase  *database,
                                                 gint64           ended_from,
                                                 int              started_from,
                                                 int              max,
                                                 GError         **error);
UnknotEntry *unknot_diary_rows_find_visit       (UnknotDatabase  *database,
                                                 gint64           now,
                                                 UnknotDiaryVisit which,
                                                 GError         **error);
void         unknot_diary_rows_propagate_damage (GError         **error,
                                                 GError          *local_error);
gboolean     unknot_diary_rows_take_code        (UnknotStatement  *statement,
                                                 UnknotVocabulary  vocabulary,
                                                 const char      **code,
                                                 GError          **error);

G_END_DECLS
