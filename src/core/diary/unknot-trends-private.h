/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-diary-private.h"
#include "unknot-trends.h"

G_BEGIN_DECLS

/**
 * UnknotTrendsQuestion:
 * @UNKNOT_TRENDS_STILL_GOING: of what spasm is asked first whether it goes on: its uuid
 * @UNKNOT_TRENDS_RUN: days since the run began, days since the last spasm
 * @UNKNOT_TRENDS_OFTEN: spasms in the last four weeks and in the four before, the diary's age
 * @UNKNOT_TRENDS_KNOWN: of how many of the last four weeks' days there is an entry
 * @UNKNOT_TRENDS_OTC: a row for each day with a medicine without prescription, the last first: how
 *   many days ago it was
 * @UNKNOT_TRENDS_MEDICINE: of the days of the run, yesterday and today: a row for each dose, with
 *   day, ingredient, name, amount and unit
 * @UNKNOT_TRENDS_PAINLESS: days without pain in the last four weeks
 * @UNKNOT_TRENDS_DAYS: a row for each day with spasms
 * @UNKNOT_TRENDS_WEEKS: the same for each week
 *
 * What is asked in SQL. Parameters: 1 today, 2 the first of the last 28 days, 3 the first of the 28
 * before, all yyyymmdd; 4 the first weekday, 1 for Monday; 5 the first day of the run, or yesterday,
 * where that is earlier.
 */
typedef enum
{
  UNKNOT_TRENDS_STILL_GOING,
  UNKNOT_TRENDS_RUN,
  UNKNOT_TRENDS_OFTEN,
  UNKNOT_TRENDS_KNOWN,
  UNKNOT_TRENDS_OTC,
  UNKNOT_TRENDS_MEDICINE,
  UNKNOT_TRENDS_PAINLESS,
  UNKNOT_TRENDS_DAYS,
  UNKNOT_TRENDS_WEEKS,
  UNKNOT_TRENDS_N_QUESTIONS,
} UnknotTrendsQuestion;

UnknotTrends *unknot_trends_new     (UnknotDiary           *diary,
                                     GDateWeekday           first_weekday);
gboolean      unknot_trends_ask     (UnknotTrends          *self,
                                     UnknotDatabase        *database,
                                     gboolean               with_rest,
                                     GError               **error);
const char   *unknot_trends_get_sql (UnknotTrendsQuestion   question);

G_END_DECLS
