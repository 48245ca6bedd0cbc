/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-episode.h"
#include "unknot-merge.h"

G_BEGIN_DECLS

/**
 * UnknotCsvMatch:
 *
 * Finds of each row of somebody's table which spasm in the diary it is, within a transaction. A
 * table names none of them: all that it tells is when each began, and several may have at once.
 */
typedef struct _UnknotCsvMatch UnknotCsvMatch;

UnknotCsvMatch *unknot_csv_match_new  (UnknotMerge     *merge,
                                       UnknotDatabase  *database);
void            unknot_csv_match_free (UnknotCsvMatch  *self);
gboolean        unknot_csv_match_take (UnknotCsvMatch  *self,
                                       UnknotEpisode   *episode,
                                       GError         **error);
gboolean        unknot_csv_match_end  (UnknotCsvMatch  *self,
                                       GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnknotCsvMatch, unknot_csv_match_free)

G_END_DECLS
