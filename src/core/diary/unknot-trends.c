/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-trends"

#include "config.h"

#include "unknot-trends-private.h"

#include "unknot-diary-private.h"
#include "unknot-medicine-limits.h"
#include "unknot-period.h"

/**
 * UnknotTrends:
 *
 * What the diary says at a moment about how it goes, by local days, and what it can fill in of a
 * check-up. It never changes.
 */
struct _UnknotTrends
{
  GObject parent_instance;

  int today;  /* yyyymmdd */
  int recent; /* the first of the last 28 days, yyyymmdd */
  int before; /* the first of the 28 days before those, yyyymmdd */
  GDateWeekday first_weekday;
  char *still_going; /* nullable */
  int run_days; /* since the run began, whether its last spasm goes on or not */
  int duration_days;
  int more_frequent;
  int otc_days;
  UnknotMedicineVerdict medicine; /* the worst of them all */
  int n_recent;
  int n_before;
  int known_days;
  int days_without;
  int painless_days;
  GArray *days;  /* of UnknotTrendsCount */
  GArray *weeks; /* of UnknotTrendsCount */
};

G_DEFINE_FINAL_TYPE (UnknotTrends, unknot_trends, G_TYPE_OBJECT)

/* The protocol's numbers for `more-frequent`. */
#define MIN_AGE 56
#define FREQUENT_MIN 3
#define FREQUENT_MORE 2

#define MAX_GAP G_STRINGIFY (UNKNOT_TRENDS_MAX_GAP)

/* A day, yyyymmdd, as a number that rises by one each day: 0 is 1 January 1970, a Thursday. */
#define NUMBER(day)                                                                                \
  "(unixepoch (format ('%04d-%02d-%02d', " day " / 10000, " day " / 100 % 100, " day " % 100)) "   \
  "/ 86400)"

#define DAY(number) "CAST (strftime ('%Y%m%d', (" number ") * 86400, 'unixepoch') AS INTEGER)"

/* The days on which spasms began, each with the last day that one of them went on. */
#define SPANS                                                                                      \
  "spans AS MATERIALIZED (SELECT started_day AS first, max (coalesce (ended_day, ?1)) AS last "    \
  "FROM episode WHERE deleted IS NULL GROUP BY started_day)"

/* The days of SPANS as numbers, each with the last day that any before it went on. */
#define RUNS                                                                                       \
  SPANS ", "                                                                                       \
  "numbered AS (SELECT " NUMBER ("first") " AS first, " NUMBER ("last") " AS last FROM spans), "   \
  "joined AS (SELECT first, last, max (last) OVER (ORDER BY first ROWS BETWEEN "                   \
  "UNBOUNDED PRECEDING AND 1 PRECEDING) AS before FROM numbered)"

/* Of all in RUNS: the first day of the present run, NULL where there is none. */
#define RUN_BEGAN                                                                                  \
  "CASE WHEN " NUMBER ("?1") " - max (last) <= " MAX_GAP                                           \
  " THEN max (first) FILTER (WHERE before IS NULL OR first - before > " MAX_GAP ") END"

#define COUNTS                                                                                     \
  "SELECT started_day AS day, count (*) AS n, max (worst) AS worst FROM episode "                  \
  "WHERE deleted IS NULL GROUP BY started_day"

#define ALIVE_DOSE                                                                                 \
  "deleted IS NULL AND (episode IS NULL OR "                                                       \
  "episode NOT IN (SELECT id FROM episode WHERE deleted IS NOT NULL))"

/* What is worst counts here: a medicine of which nothing is known may be one for pain, and bought
 * without prescription. */
#define OTC_DOSE ALIVE_DOSE " AND supply IS NOT 'prescribed' AND ingredient IS NOT 'other'"

#define LAST_OTC_DAY(condition)                                                                    \
  "SELECT at_day FROM dose WHERE " OTC_DOSE " " condition "ORDER BY at_day DESC LIMIT 1"

/* The first day of which there is anything. */
#define BEGINNING                                                                                  \
  "beginning AS MATERIALIZED (SELECT min (day) AS day FROM (SELECT min (started_day) AS day FROM episode WHERE deleted IS NULL "    \
  "UNION ALL SELECT min (at_day) FROM dose WHERE deleted IS NULL "                                 \
  "UNION ALL SELECT min (at_day) FROM relief WHERE deleted IS NULL "                               \
  "UNION ALL SELECT min (at_day) FROM day WHERE deleted IS NULL "                                  \
  "UNION ALL SELECT min (at_day) FROM checkup WHERE deleted IS NULL))"

#define KNOWN_BY(table)                                                                            \
  " UNION SELECT at_day FROM " table " WHERE deleted IS NULL AND at_day BETWEEN ?2 AND ?1"

#define LAST_DAY_IN(table)                                                                         \
  "coalesce ((SELECT max (at_day) FROM " table " WHERE episode = t.id AND deleted IS NULL), 0)"

/* No upper bounds: who flies west has entries of days to come. */
static const char *const questions[] = {
  [UNKNOT_TRENDS_STILL_GOING] =
    "SELECT uuid FROM episode AS t WHERE ended IS NULL AND deleted IS NULL AND "
    NUMBER ("?1") " - " NUMBER ("max (started_day, "
            LAST_DAY_IN ("reading") ", " LAST_DAY_IN ("relief") ", " LAST_DAY_IN ("dose") ")")
    " >= " MAX_GAP " ORDER BY started DESC, id DESC LIMIT 1",
  [UNKNOT_TRENDS_RUN] =
    "WITH " RUNS " SELECT max (0, coalesce (" NUMBER ("?1") " - " RUN_BEGAN ", 0)), "
    "max (0, " NUMBER ("?1") " - max (last)) FROM joined",
  [UNKNOT_TRENDS_OFTEN] =
    "WITH " BEGINNING " SELECT count (*) FILTER (WHERE started_day >= ?2), "
    "count (*) FILTER (WHERE started_day < ?2), "
    "(SELECT " NUMBER ("?1") " - " NUMBER ("day") " FROM beginning) "
    "FROM episode WHERE deleted IS NULL AND started_day >= ?3",
  [UNKNOT_TRENDS_KNOWN] =
    "SELECT count (*) FROM (SELECT started_day FROM episode "
    "WHERE deleted IS NULL AND started_day BETWEEN ?2 AND ?1"
    KNOWN_BY ("reading") KNOWN_BY ("relief") KNOWN_BY ("dose") KNOWN_BY ("day") ")",
  /* Day by day back from the last, as nobody steps further than the first gap. */
  [UNKNOT_TRENDS_OTC] =
    "WITH days (day) AS (SELECT (" LAST_OTC_DAY ("") ") "
    "UNION ALL SELECT (" LAST_OTC_DAY ("AND at_day < day ") ") FROM days WHERE day IS NOT NULL) "
    "SELECT " NUMBER ("?1") " - " NUMBER ("day") " FROM days WHERE day IS NOT NULL",
  [UNKNOT_TRENDS_MEDICINE] =
    "SELECT at_day, ingredient, name, amount, unit FROM dose WHERE " ALIVE_DOSE " AND "
    "at_day >= ?5 ORDER BY at_day",
  /* No spasm began, ended or went on: each is asked of its index. */
  [UNKNOT_TRENDS_PAINLESS] =
    "SELECT count (*) FROM day WHERE deleted IS NULL AND painless AND at_day >= ?2 "
    "AND NOT EXISTS (SELECT 1 FROM episode WHERE deleted IS NULL AND started_day = at_day) "
    "AND NOT EXISTS (SELECT 1 FROM episode INDEXED BY episode_over_days WHERE deleted IS NULL AND "
    "                ended_day > started_day AND ended_day >= at_day AND started_day < at_day) "
    "AND NOT EXISTS (SELECT 1 FROM episode INDEXED BY episode_ongoing WHERE ended IS NULL AND "
    "                deleted IS NULL AND started_day < at_day AND at_day <= ?1)",
  [UNKNOT_TRENDS_DAYS] = COUNTS " ORDER BY started_day",
  /* From a Monday in 1582 on, so that nothing is negative. */
  [UNKNOT_TRENDS_WEEKS] =
    "WITH days AS (" COUNTS "), "
    "weeks AS (SELECT (" NUMBER ("day") " + 141438 - ?4 + 1) / 7 AS week, n, worst FROM days) "
    "SELECT " DAY ("week * 7 - 141438 + ?4 - 1") ", sum (n), max (worst) FROM weeks "
    "GROUP BY week ORDER BY week",
};

static UnknotStatement *
ask (UnknotTrends         *self,
     UnknotDatabase       *database,
     UnknotTrendsQuestion  question)
{
  UnknotStatement *statement = unknot_database_prepare (database, questions[question]);

  unknot_statement_add_integer (statement, self->today);
  unknot_statement_add_integer (statement, self->recent);
  unknot_statement_add_integer (statement, self->before);
  unknot_statement_add_integer (statement, self->first_weekday);

  return statement;
}

/* Returns: whether there is a row to take, or none and no error. */
static gboolean
step (UnknotStatement  *statement,
      gboolean         *row,
      GError          **error)
{
  g_autoptr (GError) local_error = NULL;

  *row = unknot_statement_step (statement, &local_error);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
ask_run (UnknotTrends    *self,
         UnknotDatabase  *database,
         GError         **error)
{
  g_autoptr (UnknotStatement) going = ask (self, database, UNKNOT_TRENDS_STILL_GOING);
  g_autoptr (UnknotStatement) run = ask (self, database, UNKNOT_TRENDS_RUN);
  gboolean row;

  if (!step (going, &row, error))
    return FALSE;
  if (row)
    self->still_going = g_strdup (unknot_statement_take_text (going));

  if (!step (run, &row, error))
    return FALSE;
  self->duration_days = self->run_days = unknot_statement_take_integer (run);
  self->days_without = unknot_statement_take_positive (run);
  if (self->still_going != NULL)
    self->duration_days = self->days_without = UNKNOT_TRENDS_UNKNOWN;

  return TRUE;
}

static gboolean
ask_often (UnknotTrends    *self,
           UnknotDatabase  *database,
           GError         **error)
{
  g_autoptr (UnknotStatement) often = ask (self, database, UNKNOT_TRENDS_OFTEN);
  gboolean row;

  if (!step (often, &row, error))
    return FALSE;
  self->n_recent = unknot_statement_take_integer (often);
  self->n_before = unknot_statement_take_integer (often);
  self->more_frequent = unknot_trends_judge_frequency (self->n_recent, self->n_before,
                                                       unknot_statement_take_positive (often));

  return TRUE;
}

static gboolean
ask_number (UnknotTrends          *self,
            UnknotDatabase        *database,
            UnknotTrendsQuestion   question,
            int                   *number,
            GError               **error)
{
  g_autoptr (UnknotStatement) statement = ask (self, database, question);
  gboolean row;

  if (!step (statement, &row, error))
    return FALSE;
  *number = unknot_statement_take_integer (statement);

  return TRUE;
}

/* Of the runs that go up to yesterday at least, the longest. */
static gboolean
ask_otc (UnknotTrends    *self,
         UnknotDatabase  *database,
         GError         **error)
{
  g_autoptr (UnknotStatement) statement = ask (self, database, UNKNOT_TRENDS_OTC);
  int n_days = 0;
  gint64 last_ago = 0;
  gboolean row;

  for (;;)
    {
      gint64 ago;

      if (!step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      ago = unknot_statement_take_integer (statement);
      if (n_days > 0 && ago != last_ago + 1)
        n_days = 0;
      if (n_days == 0 && ago > 1)
        return TRUE;
      n_days++;
      self->otc_days = MAX (self->otc_days, n_days);
      last_ago = ago;
    }
}

/* Ends with the first day that is above a limit. */
static gboolean
ask_medicine (UnknotTrends    *self,
              UnknotDatabase  *database,
              GError         **error)
{
  g_autoptr (UnknotStatement) statement = ask (self, database, UNKNOT_TRENDS_MEDICINE);
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (UnknotMedicineTotal));
  int totals_day = 0;
  gboolean row;

  /* Whether the last of the run goes on or not: too much was too much. */
  unknot_statement_add_integer (statement,
                                unknot_period_shift_day (self->today, -MAX (self->run_days, 1)));
  while (self->medicine != UNKNOT_MEDICINE_ABOVE)
    {
      UnknotMedicineTotal *total;
      const char *ingredient, *name;
      double amount;
      int day;

      if (!step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      day = unknot_statement_take_integer (statement);
      ingredient = unknot_statement_take_text (statement);
      name = unknot_statement_take_text (statement);
      amount = unknot_statement_take_real (statement);
      if (day != totals_day)
        g_array_set_size (totals, 0);
      totals_day = day;
      total = unknot_medicine_limits_add (totals, ingredient, name, amount,
                                          unknot_statement_take_text (statement));
      if (total != NULL)
        self->medicine = MAX (self->medicine, unknot_medicine_total_judge (total));
    }

  return TRUE;
}

static gboolean
ask_counts (UnknotTrends          *self,
            UnknotDatabase        *database,
            UnknotTrendsQuestion   question,
            GArray                *counts,
            GError               **error)
{
  g_autoptr (UnknotStatement) statement = ask (self, database, question);
  gboolean row;

  for (;;)
    {
      UnknotTrendsCount count;

      if (!step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      count.day = unknot_statement_take_integer (statement);
      count.n_spasms = unknot_statement_take_integer (statement);
      count.worst = unknot_statement_take_integer (statement);
      g_array_append_val (counts, count);
    }
}

static gboolean
load_in_thread (UnknotDatabase  *database,
                gpointer         data,
                GError         **error)
{
  return unknot_trends_ask (data, database, TRUE, error);
}

static void
loaded (GTask *task)
{
  g_task_return_pointer (task, g_object_ref (g_task_get_task_data (task)), g_object_unref);
}

static int
get_day_before (GDateTime *now,
                int        n_days)
{
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -n_days);
  int year, month, day;

  g_date_time_get_ymd (then, &year, &month, &day);

  return year * 10000 + month * 100 + day;
}

static void
unknot_trends_finalize (GObject *object)
{
  UnknotTrends *self = UNKNOT_TRENDS (object);

  g_free (self->still_going);
  g_array_unref (self->days);
  g_array_unref (self->weeks);

  G_OBJECT_CLASS (unknot_trends_parent_class)->finalize (object);
}

static void
unknot_trends_class_init (UnknotTrendsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_trends_finalize;
}

static void
unknot_trends_init (UnknotTrends *self)
{
  self->days = g_array_new (FALSE, FALSE, sizeof (UnknotTrendsCount));
  self->weeks = g_array_new (FALSE, FALSE, sizeof (UnknotTrendsCount));
}

/* For those who ask for it themselves: nothing is known yet. */
UnknotTrends *
unknot_trends_new (UnknotDiary  *diary,
                   GDateWeekday  first_weekday)
{
  g_autoptr (GDateTime) now = unknot_clock_get_now (unknot_diary_get_clock (diary));
  UnknotTrends *self = g_object_new (UNKNOT_TYPE_TRENDS, NULL);

  self->today = get_day_before (now, 0);
  self->recent = get_day_before (now, 27);
  self->before = get_day_before (now, 55);
  self->first_weekday = first_weekday;

  return self;
}

/* In the thread of the diary: finds out how long, how often and for how many days in a row; the
 * rest, which takes most of the time, only where it is wanted. */
gboolean
unknot_trends_ask (UnknotTrends    *self,
                   UnknotDatabase  *database,
                   gboolean         with_rest,
                   GError         **error)
{
  if (!ask_run (self, database, error) || !ask_often (self, database, error) ||
      !ask_otc (self, database, error))
    return FALSE;

  return !with_rest ||
         (ask_number (self, database, UNKNOT_TRENDS_KNOWN, &self->known_days, error) &&
          ask_medicine (self, database, error) &&
          ask_number (self, database, UNKNOT_TRENDS_PAINLESS, &self->painless_days, error) &&
          ask_counts (self, database, UNKNOT_TRENDS_DAYS, self->days, error) &&
          ask_counts (self, database, UNKNOT_TRENDS_WEEKS, self->weeks, error));
}

/* For measuring: what a question is in SQL. */
const char *
unknot_trends_get_sql (UnknotTrendsQuestion question)
{
  return questions[question];
}

/**
 * unknot_trends_load_async:
 * @first_weekday: with which weeks begin
 *
 * Finds out beside the main loop what the diary says today.
 */
void
unknot_trends_load_async (UnknotDiary         *diary,
                          GDateWeekday         first_weekday,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (diary, NULL, callback, user_data);

  g_task_set_source_tag (task, unknot_trends_load_async);
  g_task_set_task_data (task, unknot_trends_new (diary, first_weekday), g_object_unref);
  unknot_diary_run (diary, task, load_in_thread, loaded);
}

/**
 * unknot_trends_load_finish:
 *
 * Returns: (transfer full) (nullable): the trends; %NULL with @error set where they could not be
 *   found out
 */
UnknotTrends *
unknot_trends_load_finish (UnknotDiary   *diary,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, diary), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * unknot_trends_judge_frequency:
 * @n_recent: how many spasms started in 28 days in a row
 * @n_before: how many started in the 28 days before those
 * @age: how many days the first of the diary is before the last of those; negative where it has
 *   none
 *
 * The protocol's rule for `more-frequent`, under “From the diary”: spasms come more often where at
 * least three started in the 28 days, and at least two more than in those before.
 *
 * Returns: whether they do; %UNKNOT_TRENDS_UNKNOWN where the diary is younger than 56 days, and
 *   the two are not to be compared
 */
int
unknot_trends_judge_frequency (int n_recent,
                               int n_before,
                               int age)
{
  if (age < MIN_AGE)
    return UNKNOT_TRENDS_UNKNOWN;

  return n_recent >= FREQUENT_MIN && n_recent >= n_before + FREQUENT_MORE;
}

/**
 * unknot_trends_get_still_going:
 *
 * Returns: (nullable): the uuid of the last spasm that has no end and of which there was no entry
 *   for three days: before anything is made of it, the person is asked whether it still goes on
 */
const char *
unknot_trends_get_still_going (UnknotTrends *self)
{
  g_return_val_if_fail (UNKNOT_IS_TRENDS (self), NULL);

  return self->still_going;
}

/**
 * unknot_trends_get_duration_days:
 *
 * Returns: the protocol's `duration-days`: days since the first of the run of spasms that goes on
 *   or ended within three days, joined through gaps of at most three days; 0 where there is none,
 *   %UNKNOT_TRENDS_UNKNOWN where unknot_trends_get_still_going() is open
 */
int
unknot_trends_get_duration_days (UnknotTrends *self)
{
  g_return_val_if_fail (UNKNOT_IS_TRENDS (self), UNKNOT_TRENDS_UNKNOWN);

  return self->duration_days;
}

/**
 * unknot_trends_get_more_frequent:
 *
 * Returns: the protocol's `more-frequent`: unknot_trends_judge_frequency() of the last 28 days,
 *   today among them
 */
int
unknot_trends_get_more_frequent (UnknotTrends *self)
{
  g_return_val_if_fail (UNKNOT_IS_TRENDS (self), UNKNOT_TRENDS_UNKNOWN);

  return self->more_frequent;
}

/**
 * unknot_trends_get_otc_days:
 *
 * Returns: the protocol's `otc-days`: days in a row up to today or yesterday with a dose of a pain
 *   medicine that was not prescribed
 */
int
unknot_trends_get_otc_days (UnknotTrends *self)
{
  g_return_val_if_fail (UNKNOT_IS_TRENDS (self), 0);

  return self->otc_days;
}

/**
 * unknot_trends_is_over_label:
 *
 * Returns: the protocol's `over-label`: whether on a day since the present run of spasms began, or
 *   yesterday or today, there is more of an ingredient than a label allows, bought or prescribed.
 *   %FALSE does not say that there was not: not every dose is told, or can be counted
 */
gboolean
unknot_trends_is_over_label (UnknotTrends *self)
{
  g_return_val_if_fail (UNKNOT_IS_TRENDS (self), FALSE);

  return self->medicine == UNKNOT_MEDICINE_ABOVE;
}

/**
 * unknot_trends_may_be_over_label:
 *
 * Returns: as unknot_trends_is_over_label(), and also %TRUE where it is only in doubt: with tablets
 *   of any strength, or amounts without a unit, that may be more than a label allows
 */
gboolean
unknot_trends_may_be_over_label (UnknotTrends *self)
{
  g_return_val_if_fail (UNKNOT_IS_TRENDS (self), FALSE);

  return self->medicine >= UNKNOT_MEDICINE_DOUBTFUL;
}

/**
 * unknot_trends_get_n_recent:
 *
 * Returns: how many spasms started in the last 28 days, today among them
 */
int
unknot_trends_get_n_recent (UnknotTrends *self)
{
  g_return_val_if_fail (UNKNOT_IS_TRENDS (self), 0);

  return self->n_recent;
}

/**
 * unknot_trends_get_n_before:
 *
 * Returns: how many spasms started in the 28 days before those
 */
int
unknot_trends_get_n_before (UnknotTrends *self)
{
  g_return_val_if_fail (UNKNOT_IS_TRENDS (self), 0);

  return self->n_before;
}

/**
 * unknot_trends_get_known_days:
 *
 * Returns: of how many of the last 28 days there is an entry
 */
int
unknot_trends_get_known_days (UnknotTrends *self)
{
  g_return_val_if_fail (UNKNOT_IS_TRENDS (self), 0);

  return self->known_days;
}

/**
 * unknot_trends_can_tell_fewer:
 *
 * Returns: whether enough is known of the last 28 days to say that there were fewer spasms than
 *   before, or none: not where #UNKNOT_TRENDS_MIN_KNOWN_DAYS have no entry, nor while
 *   unknot_trends_get_still_going() is open
 */
gboolean
unknot_trends_can_tell_fewer (UnknotTrends *self)
{
  g_return_val_if_fail (UNKNOT_IS_TRENDS (self), FALSE);

  return self->still_going == NULL && self->known_days >= UNKNOT_TRENDS_MIN_KNOWN_DAYS;
}

/**
 * unknot_trends_get_days_without:
 *
 * Returns: days since the last spasm ended, 0 where one was today; %UNKNOT_TRENDS_UNKNOWN where
 *   there was none ever, or unknot_trends_get_still_going() is open
 */
int
unknot_trends_get_days_without (UnknotTrends *self)
{
  g_return_val_if_fail (UNKNOT_IS_TRENDS (self), UNKNOT_TRENDS_UNKNOWN);

  return self->days_without;
}

/**
 * unknot_trends_get_painless_days:
 *
 * Returns: of how many of the last 28 days the person said that there was no pain, and no spasm was
 *   on them
 */
int
unknot_trends_get_painless_days (UnknotTrends *self)
{
  g_return_val_if_fail (UNKNOT_IS_TRENDS (self), 0);

  return self->painless_days;
}

/**
 * unknot_trends_get_days:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): every day on which spasms started, in order
 */
const UnknotTrendsCount *
unknot_trends_get_days (UnknotTrends *self,
                        guint        *n)
{
  g_return_val_if_fail (UNKNOT_IS_TRENDS (self), NULL);

  *n = self->days->len;

  return (gconstpointer) self->days->data;
}

/**
 * unknot_trends_get_weeks:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): every week in which spasms started, in order
 */
const UnknotTrendsCount *
unknot_trends_get_weeks (UnknotTrends *self,
                         guint        *n)
{
  g_return_val_if_fail (UNKNOT_IS_TRENDS (self), NULL);

  *n = self->weeks->len;

  return (gconstpointer) self->weeks->data;
}
