/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "unknot-database.h"
#include "unknot-exchange.h"

G_BEGIN_DECLS

gboolean unknot_diary_csv_write_spasms  (UnknotDatabase        *database,
                                         GOutputStream         *stream,
                                         gpointer               data,
                                         UnknotProgress        *progress,
                                         GError               **error);
gboolean unknot_diary_csv_write_details (UnknotDatabase        *database,
                                         GOutputStream         *stream,
                                         gpointer               data,
                                         UnknotProgress        *progress,
                                         GError               **error);
gboolean unknot_diary_csv_is_spasms     (GBytes                *content);
gboolean unknot_diary_csv_is_details    (GBytes                *content);
gboolean unknot_diary_csv_read          (GBytes                *spasms,
                                         GBytes                *details,
                                         const UnknotExchange  *exchange,
                                         GError               **error);

G_END_DECLS
