/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-diary-private.h"
#include "unknot-history.h"

G_BEGIN_DECLS

/**
 * UnknotHistoryQuestion:
 * @UNKNOT_HISTORY_BOUNDS: the first and the last day of which there is anything
 * @UNKNOT_HISTORY_DAYS: a row for each day of which there is more than spasms, readings and
 *   doses
 * @UNKNOT_HISTORY_SPASMS: a row for each spasm that began
 * @UNKNOT_HISTORY_READINGS: a row for each reading
 * @UNKNOT_HISTORY_SPANS: a row for each day on which spasms began that did not end on it: that day,
 *   and the last on which one of them went on
 * @UNKNOT_HISTORY_CODES: a row for each code of each spasm that began
 * @UNKNOT_HISTORY_RELIEFS: a row for each measure
 * @UNKNOT_HISTORY_DOSES: a row for each dose, by their times
 * @UNKNOT_HISTORY_PLACES: a row for each place of each spasm, spasm by spasm
 * @UNKNOT_HISTORY_MARKERS: a row for each marker but those of medicine
 *
 * What is asked in SQL. Parameters, but of the bounds: 1 the first day, 2 the last, both yyyymmdd.
 */
typedef enum
{
  UNKNOT_HISTORY_BOUNDS,
  UNKNOT_HISTORY_DAYS,
  UNKNOT_HISTORY_SPASMS,
  UNKNOT_HISTORY_READINGS,
  UNKNOT_HISTORY_SPANS,
  UNKNOT_HISTORY_CODES,
  UNKNOT_HISTORY_RELIEFS,
  UNKNOT_HISTORY_DOSES,
  UNKNOT_HISTORY_PLACES,
  UNKNOT_HISTORY_MARKERS,
  UNKNOT_HISTORY_N_QUESTIONS,
} UnknotHistoryQuestion;

/**
 * UnknotHistoryDose:
 * @day: the local day that it was taken on, yyyymmdd
 * @medicine: a number that the doses of the same medicine have, and no others
 * @code: (nullable): the code of @medicine, as in #UnknotHistoryRelief
 * @ingredient: (nullable): a code of %UNKNOT_VOCABULARY_INGREDIENT, whatever it says
 * @name: what it was called
 * @amount: how much
 * @unit: (nullable): of what, a code of %UNKNOT_VOCABULARY_UNIT
 * @effect: (nullable): what came of it, a code of %UNKNOT_VOCABULARY_EFFECT
 *
 * A dose, only while it is told of.
 */
typedef struct
{
  int day;
  guint medicine;
  const char *code;
  const char *ingredient;
  const char *name;
  double amount;
  const char *unit;
  const char *effect;
} UnknotHistoryDose;

/**
 * UnknotHistorySpasm:
 * @day: the local day that it began on, yyyymmdd
 * @worst: its worst pain, 0–10
 * @length: how long it went on, ms, or -1 where that is not known
 * @onset: (nullable): how it began, a code of %UNKNOT_VOCABULARY_ONSET
 * @at_rest: the pain at rest, 0–10, or -1
 * @on_moving: the pain when moving, 0–10, or -1
 * @has_note: whether there is a note
 *
 * A spasm, only while it is told of.
 */
typedef struct
{
  int day;
  int worst;
  gint64 length;
  const char *onset;
  int at_rest;
  int on_moving;
  gboolean has_note;
} UnknotHistorySpasm;

/**
 * UnknotHistoryWatch:
 * @take_spasm: is told of each spasm that began in the period
 * @take_code: is told of each code of those spasms that says what it felt like, what it stopped or
 *   where it spread
 * @take_dose: is told of each dose, the earlier first
 *
 * For who wants to know more than a history says of what it read.
 */
typedef struct
{
  void (*take_spasm) (const UnknotHistorySpasm *spasm,
                      gpointer                  data);
  void (*take_code)  (UnknotVocabulary          aspect,
                      const char               *code,
                      gpointer                  data);
  void (*take_dose)  (const UnknotHistoryDose  *dose,
                      gpointer                  data);
} UnknotHistoryWatch;

struct _UnknotHistory
{
  GObject parent_instance;

  UnknotPeriod period;
  GDateWeekday first_weekday;
  int today;     /* yyyymmdd */
  int beginning; /* yyyymmdd, 0 where there is none */
  GArray *days;  /* of UnknotHistoryDay, one for each day of the period */
  GArray *weeks; /* of UnknotHistoryWeek */
  int weekdays[7];
  int n_entered; /* of the days */
  int n_spasms;
  GArray *triggers; /* of UnknotHistoryTrigger */
  int n_untriggered;
  GArray *reliefs; /* of UnknotHistoryRelief */
  int hours[24];
  int n_hourless;
  GArray *places;       /* of UnknotHistoryPlace */
  GArray *markers;      /* of UnknotHistoryMarker */
  GPtrArray *pegs;      /* of UnknotPeg */
  UnknotPeg *first_peg; /* nullable */
};

UnknotHistory *unknot_history_new     (UnknotDiary               *diary,
                                       const UnknotPeriod        *period,
                                       GDateWeekday               first_weekday);
const char    *unknot_history_get_sql (UnknotHistoryQuestion      question);
gboolean       unknot_history_ask     (UnknotHistory             *self,
                                       UnknotDatabase            *database,
                                       const UnknotHistoryWatch  *watch,
                                       gpointer                   data,
                                       GCancellable              *cancellable,
                                       GError                   **error);

G_END_DECLS
