/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-history-private.h"

#include "unknot-diary-rows.h"

G_BEGIN_DECLS

/**
 * UnknotHistoryQuerySpasm:
 * @id: its number in the diary
 * @day: the local day that it began on, yyyymmdd, in the period
 * @worst: its worst pain, 0–10
 * @is_told: whether a reading of that day says how bad its worst was
 * @is_triggered: whether anything is said to have set it off
 */
typedef struct
{
  gint64 id;
  int day;
  int worst;
  gboolean is_told;
  gboolean is_triggered;
} UnknotHistoryQuerySpasm;

/**
 * UnknotHistoryQuery:
 * @history: what is found out
 * @cancellable: (nullable): to leave off
 * @day: (nullable): the last day that was entered
 * @n_covered: of the days: up to where the spans so far go
 * @spasms: of #UnknotHistoryQuerySpasm
 * @by_id: the same by their numbers
 * @last_episodes: of #gint64: the last spasm that each place was counted for
 * @medicines: of what a medicine is called by to its position in the reliefs
 * @watch: (nullable): who else wants to know
 * @data: for @watch
 *
 * A history while it is found out, in the thread of the diary.
 */
typedef struct
{
  UnknotHistory *history;
  UnknotDatabase *database;
  GCancellable *cancellable;
  UnknotHistoryDay *day;
  int n_covered;
  GArray *spasms;
  GHashTable *by_id;
  GArray *last_episodes;
  GHashTable *medicines;
  const UnknotHistoryWatch *watch;
  gpointer data;
} UnknotHistoryQuery;

/* Takes a row. */
typedef gboolean (*UnknotHistoryQueryTake) (UnknotHistoryQuery  *query,
                                            UnknotStatement     *statement,
                                            GError             **error);

gboolean          unknot_history_query_ask            (UnknotHistoryQuery       *query,
                                                       UnknotHistoryQuestion     question,
                                                       UnknotHistoryQueryTake    take,
                                                       GError                  **error);
gboolean          unknot_history_query_was_taken      (UnknotHistoryQuery       *query,
                                                       const UnknotHistoryDose  *dose,
                                                       gboolean                 *was_taken,
                                                       GError                  **error);
UnknotHistoryDay *unknot_history_query_enter_day      (UnknotHistoryQuery       *query,
                                                       int                       number);
gboolean          unknot_history_query_ask_days       (UnknotHistoryQuery       *query,
                                                       GError                  **error);
void              unknot_history_query_finish_days    (UnknotHistoryQuery       *query);
gboolean          unknot_history_query_ask_spasms     (UnknotHistoryQuery       *query,
                                                       GError                  **error);
gboolean          unknot_history_query_ask_treatments (UnknotHistoryQuery       *query,
                                                       GError                  **error);

G_END_DECLS
