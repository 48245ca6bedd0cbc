/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-exchange-writer"

#include "config.h"

#include "unknot-exchange-writer.h"

#include "unknot-diary-rows.h"

/* So much is written at once. */
#define BLOCK 16384

static gboolean
flush (UnknotExchangeWriter  *self,
       GError               **error)
{
  gsize written;

  if (!g_output_stream_write_all (self->stream, self->text->str, self->text->len, &written, NULL,
                                  error))
    return FALSE;

  g_string_truncate (self->text, 0);

  return unknot_progress_step (self->progress,
                               MIN (self->n_written / (double) MAX (self->n_all, 1), 1), error);
}

static gboolean
write_next (UnknotExchangeWriter      *self,
            GType                      type,
            UnknotStatement           *statement,
            UnknotExchangeWriteEntry   write,
            gboolean                   first,
            GError                   **error)
{
  gint64 id = unknot_statement_take_integer (statement);
  gint64 changed = unknot_statement_take_integer (statement);
  g_autoptr (UnknotEntry) entry =
    unknot_diary_rows_find (self->database, type, UNKNOT_DIARY_KEY_ID, id, NULL, error);

  if (entry == NULL)
    return FALSE;

  write (self, entry, changed, first);
  self->n_written++;

  return self->text->len < BLOCK || flush (self, error);
}

/* What is read is of one moment, whoever else writes meanwhile. */
static gboolean
run (UnknotExchangeWriter     *self,
     UnknotExchangeWriteFile   write,
     GError                  **error)
{
  return unknot_database_execute (self->database, "BEGIN", error) &&
         unknot_database_get_number (self->database,
                                     "SELECT (SELECT count (*) FROM episode) + "
                                     "(SELECT count (*) FROM relief WHERE episode IS NULL) + "
                                     "(SELECT count (*) FROM dose WHERE episode IS NULL) + "
                                     "(SELECT count (*) FROM day) + "
                                     "(SELECT count (*) FROM checkup) + "
                                     "(SELECT count (*) FROM event) + (SELECT count (*) FROM peg) + "
                                     "(SELECT count (*) FROM visit)",
                                     &self->n_all, error) &&
         write (self, error) &&
         flush (self, error);
}

/**
 * unknot_exchange_writer_run:
 * @database: a connection that does nothing else meanwhile
 * @data: for @write
 * @progress: (nullable): told how far it is
 * @write: writes all of the file
 */
gboolean
unknot_exchange_writer_run (UnknotDatabase           *database,
                            GOutputStream            *stream,
                            gpointer                  data,
                            UnknotProgress           *progress,
                            UnknotExchangeWriteFile   write,
                            GError                  **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  UnknotExchangeWriter self = { text, data, database, stream, progress };
  gboolean good = run (&self, write, error);

  unknot_database_end (database, FALSE, NULL);

  return good;
}

/**
 * unknot_exchange_writer_each:
 * @type: the type of the entries
 * @sql: gives the number of each of them, and what @write is told of how new it is
 * @write: writes an entry
 *
 * Writes entries, one at a time.
 */
gboolean
unknot_exchange_writer_each (UnknotExchangeWriter      *self,
                             GType                      type,
                             const char                *sql,
                             UnknotExchangeWriteEntry   write,
                             GError                   **error)
{
  g_autoptr (UnknotStatement) statement = unknot_database_prepare (self->database, sql);
  g_autoptr (GError) local_error = NULL;
  gboolean first = TRUE;

  while (unknot_statement_step (statement, &local_error) &&
         write_next (self, type, statement, write, first, &local_error))
    first = FALSE;
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}
