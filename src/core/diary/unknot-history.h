/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-diary.h"
#include "unknot-period.h"

G_BEGIN_DECLS

/* In the place of a day in a period that is asked for: from the first entry on that is no event, or
 * until the last one or today, whichever is later. */
#define UNKNOT_HISTORY_ALL 0

/* A history tells of at most so many days: of about a hundred years. */
#define UNKNOT_HISTORY_MAX_DAYS 36525

/* A pain that nobody told. */
#define UNKNOT_HISTORY_UNKNOWN (-1)

/* The effects that a relief can have, in the order of %UNKNOT_VOCABULARY_EFFECT: worse, none, a
 * little, a lot. */
#define UNKNOT_HISTORY_N_EFFECTS 4

/**
 * UnknotHistoryDay:
 * @day: the local day, yyyymmdd
 * @is_entered: whether there is anything of it: an entry, or a spasm that went on. Where there is
 *   not, nothing is known of the day, and it is a gap in whatever is drawn
 * @is_painless: whether it was said that there was no pain, and neither a spasm nor any other pain
 *   was on it
 * @has_spasm: whether a spasm began, went on or ended on it; one without an end went on until the
 *   last day of which it has an entry
 * @n_spasms: how many spasms began on it
 * @n_pains: how many pains were told of it: each reading, the worst of each spasm that began on it
 *   where no reading of it on that day tells as much, and a 0 where it was painless
 * @lowest: the least of them, 0–10, or %UNKNOT_HISTORY_UNKNOWN
 * @worst: the worst of them, 0–10, or %UNKNOT_HISTORY_UNKNOWN
 * @mean: their mean, 0–10, or %UNKNOT_HISTORY_UNKNOWN
 * @sleep: (nullable): what the night before was like, a code of %UNKNOT_VOCABULARY_SLEEP
 */
typedef struct
{
  int day;
  gboolean is_entered;
  gboolean is_painless;
  gboolean has_spasm;
  int n_spasms;
  int n_pains;
  int lowest;
  int worst;
  double mean;
  const char *sleep;
} UnknotHistoryDay;

/**
 * UnknotHistoryWeek:
 * @first_day: the local day that it begins with, yyyymmdd, perhaps before the period
 * @n_days: how many of its days are in the period, 1–7
 * @n_entered: of how many of those there is anything
 * @n_spasms: how many spasms began on those
 * @worst: the worst pain of those, 0–10, or %UNKNOT_HISTORY_UNKNOWN
 */
typedef struct
{
  int first_day;
  int n_days;
  int n_entered;
  int n_spasms;
  int worst;
} UnknotHistoryWeek;

/**
 * UnknotHistoryTrigger:
 * @code: a code of %UNKNOT_VOCABULARY_TRIGGER
 * @n_spasms: how many spasms it set off; one may have been set off by several
 */
typedef struct
{
  const char *code;
  int n_spasms;
} UnknotHistoryTrigger;

/**
 * UnknotHistoryRelief:
 * @measure: (nullable): what was tried, a code of %UNKNOT_VOCABULARY_MEASURE
 * @ingredient: (nullable): or the medicine: a code of %UNKNOT_VOCABULARY_INGREDIENT that says what
 *   is in it
 * @name: (nullable): or, where no code does, its name as it was typed the last time
 * @n: how many times it was tried
 * @n_effects: how many times with which effect: of the rest of @n nothing was said
 *
 * One of @measure, @ingredient and @name is set.
 */
typedef struct
{
  const char *measure;
  const char *ingredient;
  char *name;
  int n;
  int n_effects[UNKNOT_HISTORY_N_EFFECTS];
} UnknotHistoryRelief;

/**
 * UnknotHistoryPlace:
 * @area: a code of %UNKNOT_VOCABULARY_AREA
 * @side: (nullable): a code of %UNKNOT_VOCABULARY_SIDE
 * @n_spasms: how many spasms were there
 * @worst: the worst pain there, 0–10: the place's own where it was told, else the spasm's
 */
typedef struct
{
  const char *area;
  const char *side;
  int n_spasms;
  int worst;
} UnknotHistoryPlace;

/**
 * UnknotHistoryMarkerKind:
 * @UNKNOT_HISTORY_MARKER_EVENT: something that changed: @code of %UNKNOT_VOCABULARY_EVENT, @title
 *   where it was given one
 * @UNKNOT_HISTORY_MARKER_CHECK: a check-up: @code names its level, as unknot_level_to_code()
 * @UNKNOT_HISTORY_MARKER_MEASURE: the first time ever that a measure was tried: @code of
 *   %UNKNOT_VOCABULARY_MEASURE
 * @UNKNOT_HISTORY_MARKER_MEDICINE: the first dose ever of a medicine: @code of
 *   %UNKNOT_VOCABULARY_INGREDIENT, or @title is its name, as in #UnknotHistoryRelief
 */
typedef enum
{
  UNKNOT_HISTORY_MARKER_EVENT,
  UNKNOT_HISTORY_MARKER_CHECK,
  UNKNOT_HISTORY_MARKER_MEASURE,
  UNKNOT_HISTORY_MARKER_MEDICINE,
} UnknotHistoryMarkerKind;

/**
 * UnknotHistoryMarker:
 * @day: the local day, yyyymmdd
 * @kind: what it is
 * @code: (nullable): what it is of that kind
 * @title: (nullable): the same in the person's own words
 */
typedef struct
{
  int day;
  UnknotHistoryMarkerKind kind;
  const char *code;
  char *title;
} UnknotHistoryMarker;

#define UNKNOT_TYPE_HISTORY (unknot_history_get_type ())

G_DECLARE_FINAL_TYPE (UnknotHistory, unknot_history, UNKNOT, HISTORY, GObject)

void                        unknot_history_load_async        (UnknotDiary          *diary,
                                                              const UnknotPeriod   *period,
                                                              GDateWeekday          first_weekday,
                                                              GCancellable         *cancellable,
                                                              GAsyncReadyCallback   callback,
                                                              gpointer              user_data);
UnknotHistory              *unknot_history_load_finish       (UnknotDiary          *diary,
                                                              GAsyncResult         *result,
                                                              GError              **error);
const UnknotPeriod         *unknot_history_get_period        (UnknotHistory        *self);
int                         unknot_history_get_today         (UnknotHistory        *self);
int                         unknot_history_get_beginning     (UnknotHistory        *self);
int                         unknot_history_get_n_entered     (UnknotHistory        *self);
int                         unknot_history_get_n_spasms      (UnknotHistory        *self);
const UnknotHistoryDay     *unknot_history_get_days          (UnknotHistory        *self,
                                                              guint                *n);
const UnknotHistoryWeek    *unknot_history_get_weeks         (UnknotHistory        *self,
                                                              guint                *n);
const UnknotHistoryTrigger *unknot_history_get_triggers      (UnknotHistory        *self,
                                                              guint                *n);
int                         unknot_history_get_n_untriggered (UnknotHistory        *self);
const UnknotHistoryRelief  *unknot_history_get_reliefs       (UnknotHistory        *self,
                                                              guint                *n);
const int                  *unknot_history_get_hours         (UnknotHistory        *self);
int                         unknot_history_get_n_hourless    (UnknotHistory        *self);
const int                  *unknot_history_get_weekdays      (UnknotHistory        *self);
const UnknotHistoryPlace   *unknot_history_get_places        (UnknotHistory        *self,
                                                              guint                *n);
const UnknotHistoryMarker  *unknot_history_get_markers       (UnknotHistory        *self,
                                                              guint                *n);
GPtrArray                  *unknot_history_get_pegs          (UnknotHistory        *self);
UnknotPeg                  *unknot_history_get_first_peg     (UnknotHistory        *self);

G_END_DECLS
