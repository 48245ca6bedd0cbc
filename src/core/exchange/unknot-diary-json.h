/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "unknot-database.h"
#include "unknot-exchange.h"

G_BEGIN_DECLS

/* Of what is written. A later version of Unknot reads all before. */
#define UNKNOT_DIARY_JSON_VERSION 1

gboolean unknot_diary_json_read  (GBytes                *content,
                                  const UnknotExchange  *exchange,
                                  GError               **error);
gboolean unknot_diary_json_write (UnknotDatabase        *database,
                                  GOutputStream         *stream,
                                  gpointer               data,
                                  UnknotProgress        *progress,
                                  GError               **error);

G_END_DECLS
