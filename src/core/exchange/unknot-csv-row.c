/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-csv-row"

#include "config.h"

#include "unknot-csv-row.h"

/**
 * UnknotCsvRow:
 *
 * What a row of somebody's table would become: a spasm, or nothing, for a reason.
 */
struct _UnknotCsvRow
{
  GObject parent_instance;

  guint line;
  UnknotEpisode *episode; /* nullable */
  char *fault;            /* nullable */
};

G_DEFINE_FINAL_TYPE (UnknotCsvRow, unknot_csv_row, G_TYPE_OBJECT)

static void
unknot_csv_row_finalize (GObject *object)
{
  UnknotCsvRow *self = UNKNOT_CSV_ROW (object);

  g_clear_object (&self->episode);
  g_free (self->fault);

  G_OBJECT_CLASS (unknot_csv_row_parent_class)->finalize (object);
}

static void
unknot_csv_row_class_init (UnknotCsvRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_csv_row_finalize;
}

static void
unknot_csv_row_init (UnknotCsvRow *self)
{
}

/**
 * unknot_csv_row_new:
 * @line: the line that it begins on
 * @episode: (nullable): what it would become
 * @fault: (nullable): why it would become nothing, a sentence
 */
UnknotCsvRow *
unknot_csv_row_new (guint          line,
                    UnknotEpisode *episode,
                    const char    *fault)
{
  UnknotCsvRow *self = g_object_new (UNKNOT_TYPE_CSV_ROW, NULL);

  self->line = line;
  g_set_object (&self->episode, episode);
  self->fault = g_strdup (fault);

  return self;
}

guint
unknot_csv_row_get_line (UnknotCsvRow *self)
{
  g_return_val_if_fail (UNKNOT_IS_CSV_ROW (self), 0);

  return self->line;
}

/**
 * unknot_csv_row_get_episode:
 *
 * Returns: (transfer none) (nullable): what it would become
 */
UnknotEpisode *
unknot_csv_row_get_episode (UnknotCsvRow *self)
{
  g_return_val_if_fail (UNKNOT_IS_CSV_ROW (self), NULL);

  return self->episode;
}

/**
 * unknot_csv_row_get_fault:
 *
 * Returns: (nullable): why it would become nothing, a sentence
 */
const char *
unknot_csv_row_get_fault (UnknotCsvRow *self)
{
  g_return_val_if_fail (UNKNOT_IS_CSV_ROW (self), NULL);

  return self->fault;
}
