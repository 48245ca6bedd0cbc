/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-history-days"

#include "config.h"

#include "unknot-history-query.h"

static UnknotHistoryDay *
get_day (UnknotHistory *self,
         guint          position)
{
  return &g_array_index (self->days, UnknotHistoryDay, position);
}

static void
make_days (UnknotHistory *self)
{
  int number = self->period.first_day;

  g_array_set_size (self->days, unknot_period_get_n_days (&self->period));
  for (guint i = 0; i < self->days->len; i++)
    {
      UnknotHistoryDay *day = get_day (self, i);

      day->day = number;
      day->lowest = day->worst = UNKNOT_HISTORY_UNKNOWN;
      number = unknot_period_shift_day (number, 1);
    }
}

/**
 * unknot_history_query_enter_day:
 * @number: of a day in the period, yyyymmdd: often of the last one again
 *
 * Returns: (transfer none): the day, of which there is an entry
 */
UnknotHistoryDay *
unknot_history_query_enter_day (UnknotHistoryQuery *query,
                                int                 number)
{
  UnknotHistory *self = query->history;

  if (query->day == NULL || query->day->day != number)
    {
      query->day = get_day (self, unknot_period_find (&self->period, number));
      query->day->is_entered = TRUE;
    }

  return query->day;
}

static gboolean
take_day (UnknotHistoryQuery  *query,
          UnknotStatement     *statement,
          GError             **error)
{
  UnknotHistoryDay *day =
    unknot_history_query_enter_day (query, unknot_statement_take_integer (statement));

  day->is_painless = unknot_statement_take_integer (statement) != 0;

  return unknot_diary_rows_take_code (statement, UNKNOT_VOCABULARY_SLEEP, &day->sleep, error);
}

static gboolean
take_spasm (UnknotHistoryQuery  *query,
            UnknotStatement     *statement,
            GError             **error)
{
  UnknotHistory *self = query->history;
  UnknotHistoryQuerySpasm spasm = { 0 };
  UnknotHistorySpasm told = { 0 };
  UnknotHistoryDay *day;
  int hour;

  spasm.id = unknot_statement_take_integer (statement);
  told.day = spasm.day = unknot_statement_take_integer (statement);
  told.worst = spasm.worst = unknot_statement_take_integer (statement);
  hour = unknot_statement_take_positive (statement);
  g_array_append_val (query->spasms, spasm);
  day = unknot_history_query_enter_day (query, spasm.day);
  day->n_spasms++;
  day->has_spasm = TRUE;
  if (hour >= 0)
    self->hours[hour]++;
  else
    self->n_hourless++;
  if (query->watch == NULL)
    return TRUE;

  told.length = unknot_statement_take_positive (statement);
  if (!unknot_diary_rows_take_code (statement, UNKNOT_VOCABULARY_ONSET, &told.onset, error))
    return FALSE;
  told.at_rest = unknot_statement_take_positive (statement);
  told.on_moving = unknot_statement_take_positive (statement);
  told.has_note = unknot_statement_take_integer (statement) != 0;
  query->watch->take_spasm (&told, query->data);

  return TRUE;
}

static void
add_pain (UnknotHistoryDay *day,
          int               pain)
{
  day->lowest = day->n_pains > 0 ? MIN (day->lowest, pain) : pain;
  day->worst = MAX (day->worst, pain);
  day->mean += pain;
  day->n_pains++;
}

static gboolean
take_reading (UnknotHistoryQuery  *query,
              UnknotStatement     *statement,
              GError             **error)
{
  gint64 episode = unknot_statement_take_integer (statement);
  int day = unknot_statement_take_integer (statement);
  int pain = unknot_statement_take_integer (statement);
  UnknotHistoryQuerySpasm *spasm = g_hash_table_lookup (query->by_id, &episode);

  add_pain (unknot_history_query_enter_day (query, day), pain);
  if (spasm != NULL && spasm->day == day && pain >= spasm->worst)
    spasm->is_told = TRUE;

  return TRUE;
}

static gboolean
ask_pains (UnknotHistoryQuery  *query,
           GError             **error)
{
  if (!unknot_history_query_ask (query, UNKNOT_HISTORY_SPASMS, take_spasm, error))
    return FALSE;

  for (guint i = 0; i < query->spasms->len; i++)
    g_hash_table_add (query->by_id, &g_array_index (query->spasms, UnknotHistoryQuerySpasm, i));
  if (!unknot_history_query_ask (query, UNKNOT_HISTORY_READINGS, take_reading, error))
    return FALSE;

  for (guint i = 0; i < query->spasms->len; i++)
    {
      const UnknotHistoryQuerySpasm *spasm =
        &g_array_index (query->spasms, UnknotHistoryQuerySpasm, i);

      if (!spasm->is_told)
        add_pain (unknot_history_query_enter_day (query, spasm->day), spasm->worst);
    }

  return TRUE;
}

/* They come in the order of their first days. */
static gboolean
take_span (UnknotHistoryQuery  *query,
           UnknotStatement     *statement,
           GError             **error)
{
  UnknotHistory *self = query->history;
  int first_day = unknot_statement_take_integer (statement);
  int last_day = unknot_statement_take_integer (statement);
  int first = unknot_period_find (&self->period, MAX (first_day, self->period.first_day));
  int last = unknot_period_find (&self->period, MIN (last_day, self->period.last_day));

  for (int i = MAX (first, query->n_covered); i <= last; i++)
    get_day (self, i)->is_entered = get_day (self, i)->has_spasm = TRUE;
  query->n_covered = MAX (query->n_covered, last + 1);

  return TRUE;
}

/* Of the days all but what treatments tell. */
gboolean
unknot_history_query_ask_days (UnknotHistoryQuery  *query,
                               GError             **error)
{
  make_days (query->history);

  return unknot_history_query_ask (query, UNKNOT_HISTORY_DAYS, take_day, error) &&
         ask_pains (query, error) &&
         unknot_history_query_ask (query, UNKNOT_HISTORY_SPANS, take_span, error);
}

static void
finish_day (UnknotHistoryDay *day)
{
  day->is_painless = day->is_painless && !day->has_spasm && day->worst <= 0;
  if (day->is_painless)
    add_pain (day, 0);
  day->mean = day->n_pains > 0 ? day->mean / day->n_pains : UNKNOT_HISTORY_UNKNOWN;
}

static UnknotHistoryWeek *
add_week (UnknotHistory *self,
          int            first_day)
{
  UnknotHistoryWeek week = { .first_day = first_day, .worst = UNKNOT_HISTORY_UNKNOWN };

  g_array_append_val (self->weeks, week);

  return &g_array_index (self->weeks, UnknotHistoryWeek, self->weeks->len - 1);
}

/* Once all that can be told of a day was: makes weeks of the days. */
void
unknot_history_query_finish_days (UnknotHistoryQuery *query)
{
  UnknotHistory *self = query->history;
  GDateWeekday weekday = unknot_period_get_weekday (self->period.first_day);
  int n_before = (weekday - self->first_weekday + 7) % 7;
  UnknotHistoryWeek *week =
    add_week (self, unknot_period_shift_day (self->period.first_day, -n_before));

  for (guint i = 0; i < self->days->len; i++)
    {
      UnknotHistoryDay *day = get_day (self, i);

      finish_day (day);
      if (i > 0 && weekday == self->first_weekday)
        week = add_week (self, day->day);
      week->n_days++;
      week->n_entered += day->is_entered;
      self->n_entered += day->is_entered;
      week->n_spasms += day->n_spasms;
      week->worst = MAX (week->worst, day->worst);
      self->weekdays[weekday - G_DATE_MONDAY] += day->n_spasms;
      self->n_spasms += day->n_spasms;
      weekday = weekday % 7 + 1;
    }
}
