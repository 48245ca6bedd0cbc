/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "unknot-database.h"
#include "unknot-entry.h"
#include "unknot-progress.h"

G_BEGIN_DECLS

/**
 * UnknotExchangeWriter:
 * @text: what is written next
 * @data: what else it takes to write it
 *
 * A diary on its way into a file, a block at a time.
 */
typedef struct
{
  GString *text;
  gpointer data;
  /*< private >*/
  UnknotDatabase *database;
  GOutputStream *stream;
  UnknotProgress *progress;
  gint64 n_written;
  gint64 n_all;
} UnknotExchangeWriter;

/**
 * UnknotExchangeWriteFile:
 *
 * Writes all of a file with @self.
 */
typedef gboolean (*UnknotExchangeWriteFile) (UnknotExchangeWriter  *self,
                                             GError               **error);

/**
 * UnknotExchangeWriteEntry:
 * @changed: how often it was changed; of a spasm, when: UTC milliseconds
 * @first: whether it is the first of its list
 *
 * Adds an entry to what @self writes next.
 */
typedef void (*UnknotExchangeWriteEntry) (UnknotExchangeWriter *self,
                                          UnknotEntry          *entry,
                                          gint64                changed,
                                          gboolean              first);

gboolean unknot_exchange_writer_run  (UnknotDatabase            *database,
                                      GOutputStream             *stream,
                                      gpointer                   data,
                                      UnknotProgress            *progress,
                                      UnknotExchangeWriteFile    write,
                                      GError                   **error);
gboolean unknot_exchange_writer_each (UnknotExchangeWriter      *self,
                                      GType                      type,
                                      const char                *sql,
                                      UnknotExchangeWriteEntry   write,
                                      GError                   **error);

G_END_DECLS
