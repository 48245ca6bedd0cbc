/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-database.h"
#include "unknot-saved-checkup.h"
#include "unknot-summary.h"
#include "unknot-trends.h"

G_BEGIN_DECLS

/* From so many days on, a run of spasms, and a medicine in a row, are told of as worrying: the
 * protocol's D01 and D13. */
#define UNKNOT_SUMMARY_LONG_RUN 14
#define UNKNOT_SUMMARY_LONG_OTC 10

/* So many of the spasms with anything in them that may be a danger are looked through, the latest
 * first: what is older than those is no news. */
#define UNKNOT_SUMMARY_MAX_DANGERS 500

/* So many notes are kept, the latest: no page holds more. */
#define UNKNOT_SUMMARY_MAX_NOTES 60

/**
 * UnknotSummaryCode:
 * @aspect: of which vocabulary it is
 * @code: a code of it
 * @n: of how many spasms it was told
 */
typedef struct
{
  UnknotVocabulary aspect;
  const char *code;
  int n;
} UnknotSummaryCode;

/**
 * UnknotSummaryDanger:
 * @question: the id of a question of the protocol
 * @is_sure: whether it was chosen; else a note has a word for it
 * @day: the last day it was told of, yyyymmdd
 * @n: of how many spasms it was told
 */
typedef struct
{
  const char *question;
  gboolean is_sure;
  int day;
  int n;
} UnknotSummaryDanger;

/**
 * UnknotSummaryNote:
 * @day: the local day of it, yyyymmdd
 * @text: what it says, in one line
 */
typedef struct
{
  int day;
  char *text;
} UnknotSummaryNote;

/**
 * UnknotSummaryMedicine:
 * @ingredient: (nullable): a code that says what is in it, as in #UnknotHistoryRelief
 * @name: its name as it was typed the last time
 * @unit: (nullable): what most of it is counted in: a code of %UNKNOT_VOCABULARY_UNIT, `mg` for
 *   what was told in g
 * @n_doses: how many times it was taken
 * @n_days: on how many days
 * @longest_run: on how many days in a row, at most
 * @highest: how much of it was taken on the day with the most, in @unit; 0 where none is told in it
 * @highest_is_least: whether there was more on that day that cannot be counted so
 * @most_doses: on the day with the most doses, how many there were
 * @n_effects: how many times with which effect; nothing was said of the rest
 */
typedef struct
{
  const char *ingredient;
  char *name;
  const char *unit;
  int n_doses;
  int n_days;
  int longest_run;
  double highest;
  gboolean highest_is_least;
  int most_doses;
  int n_effects[UNKNOT_HISTORY_N_EFFECTS];

  /* The last day so far. */
  int day;
  int run;
  double day_total;
  int day_doses;
  gboolean day_has_more;
} UnknotSummaryMedicine;

/**
 * UnknotSummaryExcess:
 * @ingredient: a code of %UNKNOT_VOCABULARY_INGREDIENT
 * @n_above: on how many days there was more of it than a label allows
 * @n_doubtful: on how many there may have been
 * @day: the last of either, yyyymmdd
 */
typedef struct
{
  const char *ingredient;
  int n_above;
  int n_doubtful;
  int day;
} UnknotSummaryExcess;

struct _UnknotSummary
{
  GObject parent_instance;

  UnknotProtocol *protocol;
  GDateWeekday first_weekday;
  UnknotHistory *history;
  UnknotTrends *trends;

  /* Of the period, in unknot_summary_ask (). */
  int n_recent; /* spasms in its last 28 days */
  int n_before; /* spasms in the 28 days before those, in the period or not */
  int going_since; /* the day of the last spasm without an end, yyyymmdd; 0 for none */
  int unchecked_since; /* the same, of the period, where no check-up followed; else 0 */
  int n_worst[UNKNOT_PAIN_MAX + 1];
  int worst_day; /* the last one that was as bad as any, yyyymmdd */
  int n_ended;
  gint64 median_length;  /* ms */
  gint64 longest_length; /* ms */
  int n_at_rest, n_on_moving;
  double at_rest, on_moving; /* means, 0–10 */
  GArray *codes;             /* of UnknotSummaryCode, the most frequent first */
  GArray *dangers;           /* of UnknotSummaryDanger: also of spasms that reached into it */
  GArray *dangers_before;    /* of UnknotSummaryDanger: of spasms that were over before it */
  int carried_day;   /* the day that the worst spasm began that reached into it; 0 for none */
  int carried_worst; /* its worst pain, 0–10 */
  GArray *notes;             /* of UnknotSummaryNote, the latest first */
  int n_notes;
  GPtrArray *medicines; /* of UnknotSummaryMedicine, that of most days first */
  GArray *excesses;     /* of UnknotSummaryExcess */
  UnknotCheck *check;   /* nullable: the last one up to the end of the period */
  UnknotSavedCheckup checkup; /* what it was told; no answers where those cannot be read */
  UnknotCheck *worst_check; /* nullable: the last of the most urgent ones in the period, of those
                               that sent to a doctor */
  UnknotSavedCheckup worst_checkup; /* as above */
  UnknotSummarySection *entries; /* nullable: what was not asked for */
};

gboolean              unknot_summary_ask              (UnknotSummary              *self,
                                                       UnknotDatabase             *database,
                                                       GCancellable               *cancellable,
                                                       GError                    **error);
gboolean              unknot_summary_ask_entries      (UnknotSummary              *self,
                                                       UnknotDatabase             *database,
                                                       GCancellable               *cancellable,
                                                       GError                    **error);
gboolean              unknot_summary_is_current       (UnknotSummary              *self);
const char           *unknot_summary_get_question     (UnknotSummary              *self,
                                                       const char                 *id);
int                   unknot_summary_count_code       (UnknotSummary              *self,
                                                       UnknotVocabulary            aspect,
                                                       const char                 *code);
int                   unknot_summary_count_trigger    (UnknotSummary              *self,
                                                       const char                 *code);
GStrv                 unknot_summary_dup_signs        (UnknotSummary              *self,
                                                       UnknotCheck                *check,
                                                       UnknotAnswers              *answers);
GStrv                 unknot_summary_dup_open         (UnknotAnswers              *answers);
GStrv                 unknot_summary_dup_unsure       (UnknotAnswers              *answers);
void                  unknot_summary_add_answers      (UnknotSummarySection       *section,
                                                       UnknotAnswers              *answers,
                                                       gboolean                    with_open);
void                  unknot_summary_add_conditions   (UnknotSummarySection       *section,
                                                       UnknotAnswers              *answers);
UnknotSummarySection *unknot_summary_make_glance      (UnknotSummary              *self);
UnknotSummarySection *unknot_summary_make_checkup     (UnknotSummary              *self);
UnknotSummarySection *unknot_summary_make_conditions  (UnknotSummary              *self);
UnknotSummarySection *unknot_summary_make_pain        (UnknotSummary              *self);
UnknotSummarySection *unknot_summary_make_story       (UnknotSummary              *self);
UnknotSummarySection *unknot_summary_make_places      (UnknotSummary              *self);
UnknotSummarySection *unknot_summary_make_function    (UnknotSummary              *self);
UnknotSummarySection *unknot_summary_make_medicine    (UnknotSummary              *self);
UnknotSummarySection *unknot_summary_make_measures    (UnknotSummary              *self);

G_END_DECLS
