/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-history"

#include "config.h"

#include "unknot-history-private.h"

/**
 * UnknotHistory:
 *
 * What the diary said of a period, by local days. It never changes.
 */

typedef struct
{
  UnknotHistory *history;
  GCancellable *cancellable; /* nullable */
} Query;

G_DEFINE_FINAL_TYPE (UnknotHistory, unknot_history, G_TYPE_OBJECT)

static void
free_query (gpointer data)
{
  Query *query = data;

  g_clear_object (&query->history);
  g_clear_object (&query->cancellable);
  g_free (query);
}

static void
clear_relief (gpointer data)
{
  UnknotHistoryRelief *relief = data;

  g_free (relief->name);
}

static void
clear_marker (gpointer data)
{
  UnknotHistoryMarker *marker = data;

  g_free (marker->title);
}

static gconstpointer
get_array (GArray *array,
           guint  *n)
{
  *n = array->len;

  return array->data;
}

static gboolean
load_in_thread (UnknotDatabase  *database,
                gpointer         data,
                GError         **error)
{
  Query *query = data;

  return unknot_history_ask (query->history, database, NULL, NULL, query->cancellable, error);
}

static void
loaded (GTask *task)
{
  Query *query = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&query->history), g_object_unref);
}

static void
unknot_history_finalize (GObject *object)
{
  UnknotHistory *self = UNKNOT_HISTORY (object);

  g_array_unref (self->days);
  g_array_unref (self->weeks);
  g_array_unref (self->triggers);
  g_array_unref (self->reliefs);
  g_array_unref (self->places);
  g_array_unref (self->markers);
  g_ptr_array_unref (self->pegs);
  g_clear_object (&self->first_peg);

  G_OBJECT_CLASS (unknot_history_parent_class)->finalize (object);
}

static void
unknot_history_class_init (UnknotHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_history_finalize;
}

static void
unknot_history_init (UnknotHistory *self)
{
  self->days = g_array_new (FALSE, TRUE, sizeof (UnknotHistoryDay));
  self->weeks = g_array_new (FALSE, TRUE, sizeof (UnknotHistoryWeek));
  self->triggers = g_array_new (FALSE, TRUE, sizeof (UnknotHistoryTrigger));
  self->reliefs = g_array_new (FALSE, TRUE, sizeof (UnknotHistoryRelief));
  g_array_set_clear_func (self->reliefs, clear_relief);
  self->places = g_array_new (FALSE, TRUE, sizeof (UnknotHistoryPlace));
  self->markers = g_array_new (FALSE, TRUE, sizeof (UnknotHistoryMarker));
  g_array_set_clear_func (self->markers, clear_marker);
  self->pegs = g_ptr_array_new_with_free_func (g_object_unref);
}

/* For those who ask for it themselves: nothing is known yet. */
UnknotHistory *
unknot_history_new (UnknotDiary        *diary,
                    const UnknotPeriod *period,
                    GDateWeekday        first_weekday)
{
  g_autoptr (UnknotMoment) now = unknot_moment_new_now (unknot_diary_get_clock (diary));
  UnknotHistory *self = g_object_new (UNKNOT_TYPE_HISTORY, NULL);

  self->period = *period;
  self->first_weekday = first_weekday;
  self->today = unknot_moment_get_day (now);

  return self;
}

/**
 * unknot_history_load_async:
 * @period: the days, any of them %UNKNOT_HISTORY_ALL. Of more than #UNKNOT_HISTORY_MAX_DAYS only
 *   the last are told of
 * @first_weekday: with which weeks begin
 * @cancellable: (nullable): for when another period is wanted meanwhile
 *
 * Finds out beside the main loop what the diary says of a period.
 */
void
unknot_history_load_async (UnknotDiary         *diary,
                           const UnknotPeriod  *period,
                           GDateWeekday         first_weekday,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Query *query;

  g_return_if_fail (UNKNOT_IS_DIARY (diary));
  g_return_if_fail (period->first_day <= period->last_day ||
                    period->last_day == UNKNOT_HISTORY_ALL);

  task = g_task_new (diary, cancellable, callback, user_data);
  query = g_new0 (Query, 1);
  query->history = unknot_history_new (diary, period, first_weekday);
  g_set_object (&query->cancellable, cancellable);
  g_task_set_source_tag (task, unknot_history_load_async);
  g_task_set_task_data (task, query, free_query);
  unknot_diary_run (diary, task, load_in_thread, loaded);
}

/**
 * unknot_history_load_finish:
 *
 * Returns: (transfer full) (nullable): the history; %NULL with @error set where it could not be
 *   found out, or with %G_IO_ERROR_CANCELLED
 */
UnknotHistory *
unknot_history_load_finish (UnknotDiary   *diary,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, diary), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * unknot_history_get_period:
 *
 * Returns: (transfer none): the days that it tells of, both known
 */
const UnknotPeriod *
unknot_history_get_period (UnknotHistory *self)
{
  g_return_val_if_fail (UNKNOT_IS_HISTORY (self), NULL);

  return &self->period;
}

/**
 * unknot_history_get_today:
 *
 * Returns: the local day on which it was found out, yyyymmdd
 */
int
unknot_history_get_today (UnknotHistory *self)
{
  g_return_val_if_fail (UNKNOT_IS_HISTORY (self), 0);

  return self->today;
}

/**
 * unknot_history_get_beginning:
 *
 * Returns: the first local day of which the diary has anything but an event, in the period or
 *   not, yyyymmdd; 0 where there is none
 */
int
unknot_history_get_beginning (UnknotHistory *self)
{
  g_return_val_if_fail (UNKNOT_IS_HISTORY (self), 0);

  return self->beginning;
}

/**
 * unknot_history_get_n_entered:
 *
 * Returns: of how many days of the period there is anything
 */
int
unknot_history_get_n_entered (UnknotHistory *self)
{
  g_return_val_if_fail (UNKNOT_IS_HISTORY (self), 0);

  return self->n_entered;
}

/**
 * unknot_history_get_n_spasms:
 *
 * Returns: how many spasms began in the period
 */
int
unknot_history_get_n_spasms (UnknotHistory *self)
{
  g_return_val_if_fail (UNKNOT_IS_HISTORY (self), 0);

  return self->n_spasms;
}

/**
 * unknot_history_get_days:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): every day of the period, in order: each at the place
 *   that unknot_period_find() gives
 */
const UnknotHistoryDay *
unknot_history_get_days (UnknotHistory *self,
                         guint         *n)
{
  g_return_val_if_fail (UNKNOT_IS_HISTORY (self), NULL);

  return get_array (self->days, n);
}

/**
 * unknot_history_get_weeks:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): every week with a day in the period, in order. How
 *   the last four compare with the four before is the matter of #UnknotTrends
 */
const UnknotHistoryWeek *
unknot_history_get_weeks (UnknotHistory *self,
                          guint         *n)
{
  g_return_val_if_fail (UNKNOT_IS_HISTORY (self), NULL);

  return get_array (self->weeks, n);
}

/**
 * unknot_history_get_triggers:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): what set off the spasms that began in the period, what
 *   set off the most first
 */
const UnknotHistoryTrigger *
unknot_history_get_triggers (UnknotHistory *self,
                             guint         *n)
{
  g_return_val_if_fail (UNKNOT_IS_HISTORY (self), NULL);

  return get_array (self->triggers, n);
}

/**
 * unknot_history_get_n_untriggered:
 *
 * Returns: of how many spasms nothing was said about what set them off, not even that it is unknown
 */
int
unknot_history_get_n_untriggered (UnknotHistory *self)
{
  g_return_val_if_fail (UNKNOT_IS_HISTORY (self), 0);

  return self->n_untriggered;
}

/**
 * unknot_history_get_reliefs:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): what was tried in the period, for a spasm or by
 *   itself, what was tried the most first
 */
const UnknotHistoryRelief *
unknot_history_get_reliefs (UnknotHistory *self,
                            guint         *n)
{
  g_return_val_if_fail (UNKNOT_IS_HISTORY (self), NULL);

  return get_array (self->reliefs, n);
}

/**
 * unknot_history_get_hours:
 *
 * Returns: (transfer none) (array fixed-size=24): how many spasms began in each hour of the local
 *   day, from midnight on
 */
const int *
unknot_history_get_hours (UnknotHistory *self)
{
  g_return_val_if_fail (UNKNOT_IS_HISTORY (self), NULL);

  return self->hours;
}

/**
 * unknot_history_get_n_hourless:
 *
 * Returns: of how many spasms only the day is known when they began
 */
int
unknot_history_get_n_hourless (UnknotHistory *self)
{
  g_return_val_if_fail (UNKNOT_IS_HISTORY (self), 0);

  return self->n_hourless;
}

/**
 * unknot_history_get_weekdays:
 *
 * Returns: (transfer none) (array fixed-size=7): how many spasms began on each day of the week,
 *   from Monday on
 */
const int *
unknot_history_get_weekdays (UnknotHistory *self)
{
  g_return_val_if_fail (UNKNOT_IS_HISTORY (self), NULL);

  return self->weekdays;
}

/**
 * unknot_history_get_places:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): where the spasms were that began in the period, where
 *   most were first
 */
const UnknotHistoryPlace *
unknot_history_get_places (UnknotHistory *self,
                           guint         *n)
{
  g_return_val_if_fail (UNKNOT_IS_HISTORY (self), NULL);

  return get_array (self->places, n);
}

/**
 * unknot_history_get_markers:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): what to mark on the days of the period, in order
 */
const UnknotHistoryMarker *
unknot_history_get_markers (UnknotHistory *self,
                            guint         *n)
{
  g_return_val_if_fail (UNKNOT_IS_HISTORY (self), NULL);

  return get_array (self->markers, n);
}

/**
 * unknot_history_get_pegs:
 *
 * Returns: (transfer none) (element-type UnknotPeg): what was told of function in the period, in
 *   order
 */
GPtrArray *
unknot_history_get_pegs (UnknotHistory *self)
{
  g_return_val_if_fail (UNKNOT_IS_HISTORY (self), NULL);

  return self->pegs;
}

/**
 * unknot_history_get_first_peg:
 *
 * Returns: (transfer none) (nullable): what was told of function first, in the period or not: what
 *   to compare later ones with
 */
UnknotPeg *
unknot_history_get_first_peg (UnknotHistory *self)
{
  g_return_val_if_fail (UNKNOT_IS_HISTORY (self), NULL);

  return self->first_peg;
}
