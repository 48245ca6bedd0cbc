/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-entry.h"
#include "unknot-faults.h"
#include "unknot-progress.h"

G_BEGIN_DECLS

/* More than a diary of a hundred years: what is larger is another file, or never ends. */
#define UNKNOT_EXCHANGE_MAX_SIZE (100 * 1000 * 1000)

/* So many faults of a file are named; then it is not read any further. */
#define UNKNOT_EXCHANGE_MAX_FAULTS 100

/**
 * UnknotExchangeTake:
 * @entry: an entry that stands by itself; a spasm with all that belongs to it
 * @changed: how often it was changed; of a spasm, when: UTC milliseconds
 * @data: who takes it
 *
 * Takes what was read of a file, one entry after the other.
 *
 * Returns: %FALSE with @error set where reading shall end
 */
typedef gboolean (*UnknotExchangeTake) (UnknotEntry  *entry,
                                        gint64        changed,
                                        gpointer      data,
                                        GError      **error);

/**
 * UnknotExchange:
 * @take: takes what is read
 * @data: for @take
 * @progress: (nullable): told how far it is
 *
 * What a file is read or written for.
 */
typedef struct
{
  UnknotExchangeTake take;
  gpointer data;
  UnknotProgress *progress;
} UnknotExchange;

gboolean  unknot_exchange_check_size  (gsize          size,
                                       GError       **error);
gboolean  unknot_exchange_check_text  (const char    *text,
                                       gsize          length,
                                       UnknotFaults  *faults);
gboolean  unknot_exchange_is_json     (GBytes        *content);
gboolean  unknot_exchange_is_enough   (UnknotFaults  *faults);
gboolean  unknot_exchange_report      (UnknotFaults  *faults,
                                       GError       **error);
gboolean  unknot_exchange_add_uuid    (GHashTable    *uuids,
                                       UnknotEntry   *entry,
                                       guint          line,
                                       UnknotFaults  *faults);
char     *unknot_exchange_format_time (gint64         utc,
                                       int            offset);

G_END_DECLS
