/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-history-questions"

#include "config.h"

#include "unknot-history-query.h"

#define ALIVE                                                                                      \
  "deleted IS NULL AND (episode IS NULL OR "                                                       \
  "episode NOT IN (SELECT id FROM episode WHERE deleted IS NOT NULL)) "

#define BEGAN "deleted IS NULL AND started_day BETWEEN ?1 AND ?2 "

#define IN_PERIOD "at_day BETWEEN ?1 AND ?2 "

/* The last day of which an unended spasm has an entry. */
#define LAST_DAY                                                                                   \
  "max (started_day, " LAST_DAY_IN ("reading") ", " LAST_DAY_IN ("relief") ", "                    \
  LAST_DAY_IN ("dose") ")"

#define LAST_DAY_IN(table)                                                                         \
  "coalesce ((SELECT max (at_day) FROM " table " WHERE episode = t.id AND deleted IS NULL), 0)"

#define UNENDED "ended IS NULL AND deleted IS NULL "

/* One at a time: then an index has it at its end. */
#define END_OF(table, day, end, alive)                                                             \
  "(SELECT " end " (" day ") FROM " table " AS t WHERE " alive ")"

#define BOUNDS_OF(table, alive)                                                                    \
  "UNION ALL SELECT " END_OF (table, "at_day", "min", alive) ", "                                  \
  END_OF (table, "at_day", "max", alive) " "

#define DAYS_OF(table, alive)                                                                      \
  "UNION ALL SELECT at_day, 0, NULL FROM " table " AS t WHERE " alive "AND " IN_PERIOD             \
  "GROUP BY at_day "

/* A code that names a medicine; any other says less of it than what the person calls it. */
#define INGREDIENT                                                                                 \
  "CASE WHEN ingredient NOT IN ('other-pain-medicine', 'other') THEN ingredient END"

#define EFFECT(code) "count (*) FILTER (WHERE effect = '" code "')"

/* In the order of the vocabulary. */
#define EFFECTS                                                                                    \
  "count (*), " EFFECT ("worse") ", " EFFECT ("none") ", " EFFECT ("a-little") ", "                \
  EFFECT ("a-lot")

#define MS_OF_DAY "86400000"

/* Also before 1970. */
#define LOCAL_HOUR                                                                                 \
  "((started + started_offset * 60000) % " MS_OF_DAY " + " MS_OF_DAY ") % " MS_OF_DAY " / 3600000"

/* Of a spasm that ended at once nobody told how long it was.
 *
 * One by one, as the readings and the doses: SQL takes longer to find out of each spasm whether a
 * reading tells how bad its worst was, and a summary needs each of them anyway. */
#define SPASMS_OF(episodes)                                                                        \
  "SELECT id, started_day, worst, CASE WHEN precision <> 'day' THEN " LOCAL_HOUR " END, "          \
  "CASE WHEN precision <> 'day' THEN nullif (ended - started, 0) END, onset, at_rest, on_moving, note <> '' "  \
  "FROM " episodes " WHERE " BEGAN

#define CODES_OF(episodes)                                                                         \
  "SELECT e.id, aspect, code FROM " episodes " JOIN episode_code AS c ON c.episode = e.id "        \
  "WHERE " BEGAN

#define PLACES_OF(episodes)                                                                        \
  "SELECT e.id, area, side, coalesce (p.pain, e.worst) "                                           \
  "FROM " episodes " JOIN place AS p ON p.episode = e.id WHERE " BEGAN "ORDER BY e.id"

static const char *const questions[] = {
  /* But of no events: who tells of an operation years ago has no diary of those years. */
  [UNKNOT_HISTORY_BOUNDS] =
    "SELECT min (first), max (last) FROM ("
    "SELECT " END_OF ("episode", "started_day", "min", "deleted IS NULL") " AS first, "
    "max (" END_OF ("episode", "started_day", "max", "deleted IS NULL") ", "
    "coalesce (" END_OF ("episode", "ended_day", "max",
                         "deleted IS NULL AND ended_day > started_day") ", 0)) AS last "
    BOUNDS_OF ("reading", ALIVE)
    BOUNDS_OF ("relief", ALIVE)
    BOUNDS_OF ("dose", ALIVE)
    BOUNDS_OF ("day", "deleted IS NULL ")
    BOUNDS_OF ("checkup", "deleted IS NULL ")
    BOUNDS_OF ("peg", "deleted IS NULL ") ")",
  [UNKNOT_HISTORY_DAYS] =
    "SELECT day, max (painless), max (sleep) FROM ("
    "SELECT at_day AS day, painless, sleep FROM day WHERE deleted IS NULL AND " IN_PERIOD
    DAYS_OF ("relief", ALIVE)
    DAYS_OF ("checkup", "deleted IS NULL ")
    DAYS_OF ("event", "deleted IS NULL ")
    DAYS_OF ("peg", "deleted IS NULL ")
    ") GROUP BY day",
  [UNKNOT_HISTORY_SPASMS] = SPASMS_OF ("episode AS e"),
  [UNKNOT_HISTORY_READINGS] =
    "SELECT episode, at_day, pain FROM reading WHERE " ALIVE "AND " IN_PERIOD,
  [UNKNOT_HISTORY_SPANS] =
    /* Those of more than a day, and the unended, are few; by their days all would be looked at. */
    "SELECT started_day, max (ended_day) FROM episode INDEXED BY episode_over_days "
    "WHERE deleted IS NULL AND ended_day > started_day AND started_day <= ?2 AND "
    "ended_day >= ?1 GROUP BY started_day "
    "UNION ALL SELECT started_day, " LAST_DAY " FROM episode AS t INDEXED BY episode_ongoing "
    "WHERE " UNENDED "AND started_day <= ?2 ORDER BY 1",
  [UNKNOT_HISTORY_CODES] = CODES_OF ("episode AS e"),
  [UNKNOT_HISTORY_RELIEFS] =
    "SELECT measure, " EFFECTS " FROM relief AS t WHERE " ALIVE "AND " IN_PERIOD "GROUP BY measure",
  [UNKNOT_HISTORY_DOSES] =
    "SELECT at_day, " INGREDIENT ", ingredient, name, amount, unit, effect FROM dose "
    "WHERE " ALIVE "AND " IN_PERIOD "ORDER BY at_day, at",
  [UNKNOT_HISTORY_PLACES] = PLACES_OF ("episode AS e"),
  /* Kinds as in UnknotHistoryMarkerKind, but of no medicine. Firsts are of the whole diary. */
  [UNKNOT_HISTORY_MARKERS] =
    "SELECT at_day, 1 AS kind, json_extract (assessment, '$.level') AS code, NULL AS title "
    "FROM checkup WHERE deleted IS NULL AND " IN_PERIOD
    "UNION ALL SELECT at_day, 0, kind, nullif (title, '') FROM event WHERE deleted IS NULL AND "
    IN_PERIOD
    "UNION ALL SELECT first, 2, tried, NULL FROM ("
    "SELECT min (at_day) AS first, measure AS tried FROM relief AS t "
    "WHERE " ALIVE "AND " IN_PERIOD "GROUP BY measure) "
    "WHERE NOT EXISTS (SELECT 1 FROM relief AS t WHERE " ALIVE "AND at_day < ?1 "
    "                  AND measure = tried)",
};

/* The same where the period holds the whole diary: the index of the spasms by their days would only
 * send about the file. */
static const char *const questions_of_all[UNKNOT_HISTORY_N_QUESTIONS] = {
  [UNKNOT_HISTORY_SPASMS] = SPASMS_OF ("episode AS e NOT INDEXED"),
  [UNKNOT_HISTORY_CODES] = CODES_OF ("episode AS e NOT INDEXED"),
  [UNKNOT_HISTORY_PLACES] = PLACES_OF ("episode AS e NOT INDEXED"),
};

/* Whether there was a dose of a medicine before the period. Parameters: 1 its first day, yyyymmdd,
 * 2 the code that names the medicine, or NULL, 3 or else its name. */
static const char was_taken_before[] =
  "SELECT 1 FROM dose WHERE " ALIVE "AND at_day < ?1 AND " INGREDIENT " IS ?2 AND "
  "(?2 IS NOT NULL OR name = ?3 COLLATE NOCASE) LIMIT 1";

/* For measuring: what a question is in SQL. */
const char *
unknot_history_get_sql (UnknotHistoryQuestion question)
{
  return questions[question];
}

/* Has every row of the answer taken. */
gboolean
unknot_history_query_ask (UnknotHistoryQuery      *query,
                          UnknotHistoryQuestion    question,
                          UnknotHistoryQueryTake   take,
                          GError                 **error)
{
  const UnknotHistory *self = query->history;
  gboolean is_of_all =
    questions_of_all[question] != NULL && self->period.first_day <= self->beginning;
  g_autoptr (UnknotStatement) statement = unknot_database_prepare (
    query->database, is_of_all ? questions_of_all[question] : questions[question]);
  g_autoptr (GError) local_error = NULL;

  if (question != UNKNOT_HISTORY_BOUNDS)
    {
      unknot_statement_add_integer (statement, self->period.first_day);
      unknot_statement_add_integer (statement, self->period.last_day);
    }
  while (!g_cancellable_set_error_if_cancelled (query->cancellable, &local_error) &&
         unknot_statement_step (statement, &local_error) &&
         take (query, statement, &local_error))
    continue;

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * unknot_history_query_was_taken:
 * @was_taken: (out): whether there was a dose of the same medicine as @dose before the period
 */
gboolean
unknot_history_query_was_taken (UnknotHistoryQuery       *query,
                                const UnknotHistoryDose  *dose,
                                gboolean                 *was_taken,
                                GError                  **error)
{
  g_autoptr (UnknotStatement) statement =
    unknot_database_prepare (query->database, was_taken_before);
  g_autoptr (GError) local_error = NULL;

  unknot_statement_add_integer (statement, query->history->period.first_day);
  unknot_statement_add_text (statement, dose->code);
  unknot_statement_add_text (statement, dose->name);
  *was_taken = unknot_statement_step (statement, &local_error);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}
