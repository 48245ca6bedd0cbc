/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "unknot-csv-row.h"
#include "unknot-csv-time.h"
#include "unknot-exchange.h"

G_BEGIN_DECLS

/**
 * UnknotCsvField:
 * @UNKNOT_CSV_FIELD_START: the date on which a spasm started, perhaps with the time of day
 * @UNKNOT_CSV_FIELD_TIME: the time of day, where it has a column of its own
 * @UNKNOT_CSV_FIELD_END: when it ended, as @UNKNOT_CSV_FIELD_START, or the time of day alone
 * @UNKNOT_CSV_FIELD_PAIN: how bad it was
 * @UNKNOT_CSV_FIELD_NOTE: what else was written
 *
 * What somebody's table may tell of a spasm.
 */
typedef enum
{
  UNKNOT_CSV_FIELD_START,
  UNKNOT_CSV_FIELD_TIME,
  UNKNOT_CSV_FIELD_END,
  UNKNOT_CSV_FIELD_PAIN,
  UNKNOT_CSV_FIELD_NOTE,
  UNKNOT_CSV_N_FIELDS,
} UnknotCsvField;

/* Of a field that the table does not tell. */
#define UNKNOT_CSV_NO_COLUMN (-1)

#define UNKNOT_TYPE_CSV_MAPPING (unknot_csv_mapping_get_type ())

G_DECLARE_FINAL_TYPE (UnknotCsvMapping, unknot_csv_mapping, UNKNOT, CSV_MAPPING, GObject)

UnknotCsvMapping   *unknot_csv_mapping_new               (GBytes                *content,
                                                          GDateTime             *now,
                                                          GError               **error);
UnknotCsvMapping   *unknot_csv_mapping_copy              (UnknotCsvMapping      *self);
const char * const *unknot_csv_mapping_get_names         (UnknotCsvMapping      *self);
int                 unknot_csv_mapping_get_column        (UnknotCsvMapping      *self,
                                                          UnknotCsvField         field);
void                unknot_csv_mapping_set_column        (UnknotCsvMapping      *self,
                                                          UnknotCsvField         field,
                                                          int                    column);
UnknotCsvOrder      unknot_csv_mapping_get_order         (UnknotCsvMapping      *self);
void                unknot_csv_mapping_set_order         (UnknotCsvMapping      *self,
                                                          UnknotCsvOrder         order);
char               *unknot_csv_mapping_dup_doubt         (UnknotCsvMapping      *self);
int                 unknot_csv_mapping_get_worst         (UnknotCsvMapping      *self);
void                unknot_csv_mapping_set_worst         (UnknotCsvMapping      *self,
                                                          int                    worst);
guint               unknot_csv_mapping_count_unrated     (UnknotCsvMapping      *self);
void                unknot_csv_mapping_set_skips_unrated (UnknotCsvMapping      *self,
                                                          gboolean               skips_unrated);
gboolean            unknot_csv_mapping_is_complete       (UnknotCsvMapping      *self);
GListModel         *unknot_csv_mapping_preview           (UnknotCsvMapping      *self,
                                                          guint                  max);
char               *unknot_csv_mapping_dup_uuid          (UnknotEpisode         *episode,
                                                          guint                  number);
gboolean            unknot_csv_mapping_read              (UnknotCsvMapping      *self,
                                                          const UnknotExchange  *exchange,
                                                          guint                 *n_skipped,
                                                          GError               **error);

G_END_DECLS
