/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-today"

#include "config.h"

#include "unknot-today.h"

#include "unknot-period.h"

/* S1-05: within a few hours the pain can grow. */
#define ASK_AGAIN_AFTER (3 * 60 * 60 * 1000)
#define ASK_AGAIN_UNTIL (24 * 60 * 60 * 1000)

/* As long ago as the protocol asks for signs that are new, or were. */
#define RECENT_DAYS 14

/* Not everybody in pain looks at the diary on the day after a visit. */
#define ASK_OUTCOME_DAYS 7

/**
 * UnknotToday:
 *
 * What the diary says at this moment: the spasm that goes on, the day, the last check-up, what was
 * told last of function, the visits to the doctor before and after it, and the trends. It follows the
 * diary; time goes on where unknot_today_update() is called.
 */
struct _UnknotToday
{
  GObject parent_instance;

  UnknotDiary *diary;
  GDateWeekday first_weekday;
  UnknotEpisode *ongoing; /* nullable, as is all below */
  GPtrArray *recent;      /* of UnknotEpisode */
  UnknotDay *day;
  UnknotCheck *check;
  UnknotPeg *peg;
  UnknotVisit *last_visit;
  UnknotVisit *next_visit;
  UnknotTrends *trends;
  int local_day;          /* that the trends are of, or are asked for */
  gboolean loading;
  gboolean outdated;      /* what is loading now is to be loaded again */
};

G_DEFINE_FINAL_TYPE (UnknotToday, unknot_today, G_TYPE_OBJECT)

enum
{
  CHANGED,
  FAILED,
  TIME_PASSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void load_trends (UnknotToday *self);

static UnknotMoment *
get_now (UnknotToday *self)
{
  return unknot_moment_new_now (unknot_diary_get_clock (self->diary));
}

static void
trends_loaded_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (UnknotToday) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotTrends) trends =
    unknot_trends_load_finish (UNKNOT_DIARY (source), result, &error);

  self->loading = FALSE;
  if (error != NULL && !g_error_matches (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_CLOSED))
    g_signal_emit (self, signals[FAILED], 0, error);
  if (self->outdated)
    {
      load_trends (self);
      return;
    }
  if (g_set_object (&self->trends, trends))
    g_signal_emit (self, signals[CHANGED], 0);
}

/* However often the diary changes meanwhile, it is asked once more. */
static void
load_trends (UnknotToday *self)
{
  self->outdated = self->loading;
  if (self->loading)
    return;

  self->loading = TRUE;
  unknot_trends_load_async (self->diary, self->first_weekday, trends_loaded_cb,
                            g_object_ref (self));
}

static int
get_visit_day (UnknotVisit *visit)
{
  return unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (visit)));
}

static void
read_visits (UnknotToday *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->last_visit);
  g_clear_object (&self->next_visit);
  self->last_visit = unknot_diary_dup_last_visit (self->diary, &error);
  if (error == NULL)
    self->next_visit = unknot_diary_dup_next_visit (self->diary, &error);
  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
diary_changed_cb (UnknotToday *self)
{
  g_autoptr (UnknotMoment) now = get_now (self);
  GError *errors[5] = { NULL };

  g_clear_object (&self->ongoing);
  g_clear_object (&self->day);
  g_clear_object (&self->check);
  g_clear_object (&self->peg);
  g_clear_pointer (&self->recent, g_ptr_array_unref);
  self->ongoing = unknot_diary_dup_ongoing (self->diary, &errors[0]);
  self->day = unknot_diary_dup_day (self->diary, unknot_moment_get_day (now), &errors[1]);
  self->check = unknot_diary_dup_last_check (self->diary, &errors[2]);
  self->recent = unknot_diary_dup_recent (self->diary, RECENT_DAYS, &errors[3]);
  self->peg = unknot_diary_dup_last_peg (self->diary, &errors[4]);
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      if (errors[i] != NULL)
        g_signal_emit (self, signals[FAILED], 0, errors[i]);
      g_clear_error (&errors[i]);
    }
  read_visits (self);

  self->local_day = unknot_moment_get_day (now);
  load_trends (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
unknot_today_dispose (GObject *object)
{
  UnknotToday *self = UNKNOT_TODAY (object);

  g_clear_object (&self->diary);
  g_clear_object (&self->ongoing);
  g_clear_object (&self->day);
  g_clear_object (&self->check);
  g_clear_object (&self->peg);
  g_clear_object (&self->last_visit);
  g_clear_object (&self->next_visit);
  g_clear_object (&self->trends);
  g_clear_pointer (&self->recent, g_ptr_array_unref);

  G_OBJECT_CLASS (unknot_today_parent_class)->dispose (object);
}

static void
unknot_today_class_init (UnknotTodayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = unknot_today_dispose;

  /**
   * UnknotToday::changed:
   *
   * Something is not as it was before. Where the trends are others, nothing else is: they are found
   * out later than the rest.
   */
  signals[CHANGED] = g_signal_new ("changed", UNKNOT_TYPE_TODAY, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * UnknotToday::failed:
   * @error: why
   *
   * Something could not be read.
   */
  signals[FAILED] = g_signal_new ("failed", UNKNOT_TYPE_TODAY, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  /**
   * UnknotToday::time-passed:
   *
   * Time went on, and nothing else is other than before.
   */
  signals[TIME_PASSED] = g_signal_new ("time-passed", UNKNOT_TYPE_TODAY, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
unknot_today_init (UnknotToday *self)
{
}

/**
 * unknot_today_new:
 * @diary: open, or to be opened
 * @first_weekday: with which weeks begin
 */
UnknotToday *
unknot_today_new (UnknotDiary  *diary,
                  GDateWeekday  first_weekday)
{
  UnknotToday *self = g_object_new (UNKNOT_TYPE_TODAY, NULL);

  self->diary = g_object_ref (diary);
  self->first_weekday = first_weekday;
  g_signal_connect_object (diary, "changed", G_CALLBACK (diary_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (unknot_diary_is_open (diary))
    diary_changed_cb (self);

  return self;
}

/**
 * unknot_today_get_diary:
 *
 * Returns: (transfer none): what it follows
 */
UnknotDiary *
unknot_today_get_diary (UnknotToday *self)
{
  g_return_val_if_fail (UNKNOT_IS_TODAY (self), NULL);

  return self->diary;
}

/**
 * unknot_today_get_ongoing:
 *
 * Returns: (transfer none) (nullable): the last spasm that has no end
 */
UnknotEpisode *
unknot_today_get_ongoing (UnknotToday *self)
{
  g_return_val_if_fail (UNKNOT_IS_TODAY (self), NULL);

  return self->ongoing;
}

/**
 * unknot_today_get_other_ongoing:
 *
 * Returns: (transfer none) (nullable): the last spasm but unknot_today_get_ongoing() that has no end
 */
UnknotEpisode *
unknot_today_get_other_ongoing (UnknotToday *self)
{
  g_return_val_if_fail (UNKNOT_IS_TODAY (self), NULL);

  for (guint i = 0; self->recent != NULL && i < self->recent->len; i++)
    {
      UnknotEpisode *episode = g_ptr_array_index (self->recent, i);

      if (unknot_episode_get_end (episode) == NULL && self->ongoing != NULL &&
          !g_str_equal (unknot_entry_get_uuid (UNKNOT_ENTRY (episode)),
                        unknot_entry_get_uuid (UNKNOT_ENTRY (self->ongoing))))
        return episode;
    }

  return NULL;
}

/**
 * unknot_today_get_recent:
 *
 * Returns: (transfer none) (nullable) (element-type UnknotEpisode): the spasms that go on, and those
 *   that ended in the last fourteen days
 */
GPtrArray *
unknot_today_get_recent (UnknotToday *self)
{
  g_return_val_if_fail (UNKNOT_IS_TODAY (self), NULL);

  return self->recent;
}

/**
 * unknot_today_get_day:
 *
 * Returns: (transfer none) (nullable): what was said of this day as a whole
 */
UnknotDay *
unknot_today_get_day (UnknotToday *self)
{
  g_return_val_if_fail (UNKNOT_IS_TODAY (self), NULL);

  return self->day;
}

/**
 * unknot_today_get_check:
 *
 * Returns: (transfer none) (nullable): the last saved check-up
 */
UnknotCheck *
unknot_today_get_check (UnknotToday *self)
{
  g_return_val_if_fail (UNKNOT_IS_TODAY (self), NULL);

  return self->check;
}

/**
 * unknot_today_get_peg:
 *
 * Returns: (transfer none) (nullable): what was told last of function
 */
UnknotPeg *
unknot_today_get_peg (UnknotToday *self)
{
  g_return_val_if_fail (UNKNOT_IS_TODAY (self), NULL);

  return self->peg;
}

/**
 * unknot_today_get_visit:
 *
 * Returns: (transfer none) (nullable): the visit to the doctor that there is something to do about:
 *   one of today or tomorrow; or one of the last week of which nothing was told that came of it
 */
UnknotVisit *
unknot_today_get_visit (UnknotToday *self)
{
  g_return_val_if_fail (UNKNOT_IS_TODAY (self), NULL);

  if (self->next_visit != NULL &&
      get_visit_day (self->next_visit) <= unknot_period_shift_day (self->local_day, 1))
    return self->next_visit;
  if (self->last_visit != NULL && *unknot_visit_get_outcome (self->last_visit) == '\0' &&
      get_visit_day (self->last_visit) >= unknot_period_shift_day (self->local_day,
                                                                   -ASK_OUTCOME_DAYS))
    return self->last_visit;

  return NULL;
}

/**
 * unknot_today_get_trends:
 *
 * Returns: (transfer none) (nullable): the trends, where they are found out
 */
UnknotTrends *
unknot_today_get_trends (UnknotToday *self)
{
  g_return_val_if_fail (UNKNOT_IS_TODAY (self), NULL);

  return self->trends;
}

/**
 * unknot_today_get_elapsed:
 *
 * Returns: for how many milliseconds the spasm has gone on; 0 where there is none, or the clock was
 *   set back to before it
 */
gint64
unknot_today_get_elapsed (UnknotToday *self)
{
  g_autoptr (UnknotMoment) now = NULL;
  UnknotMoment *start;

  g_return_val_if_fail (UNKNOT_IS_TODAY (self), 0);

  if (self->ongoing == NULL)
    return 0;

  now = get_now (self);
  start = unknot_episode_get_start (self->ongoing);

  return MAX (0, unknot_moment_get_utc (now) - unknot_moment_get_utc (start));
}

/**
 * unknot_today_is_still_going:
 *
 * Returns: %FALSE where the person is to be asked whether the spasm still goes on, as there was no
 *   entry for three days
 */
gboolean
unknot_today_is_still_going (UnknotToday *self)
{
  g_return_val_if_fail (UNKNOT_IS_TODAY (self), TRUE);

  return self->ongoing == NULL || self->trends == NULL ||
         g_strcmp0 (unknot_trends_get_still_going (self->trends),
                    unknot_entry_get_uuid (UNKNOT_ENTRY (self->ongoing))) != 0;
}

/**
 * unknot_today_asks_again:
 *
 * A spasm that began suddenly can grow within a few hours (S1-05).
 *
 * Returns: whether the spasm did begin so, some hours ago, and the person has not said since how it
 *   is
 */
gboolean
unknot_today_asks_again (UnknotToday *self)
{
  gint64 elapsed, from;
  GListModel *readings;

  g_return_val_if_fail (UNKNOT_IS_TODAY (self), FALSE);

  elapsed = unknot_today_get_elapsed (self);
  if (elapsed < ASK_AGAIN_AFTER || elapsed >= ASK_AGAIN_UNTIL ||
      g_strcmp0 (unknot_episode_get_onset (self->ongoing), "sudden") != 0)
    return FALSE;

  from = unknot_moment_get_utc (unknot_episode_get_start (self->ongoing)) + ASK_AGAIN_AFTER;
  readings = unknot_episode_get_readings (self->ongoing);
  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (UnknotEntry) reading = g_list_model_get_item (readings, i);

      if (unknot_moment_get_utc (unknot_entry_get_moment (reading)) >= from)
        return FALSE;
    }

  return TRUE;
}

/* A clock that is set back makes visits come again. */
static gboolean
are_visits_outdated (UnknotToday  *self,
                     UnknotMoment *now)
{
  UnknotEntry *last = (UnknotEntry *) self->last_visit;
  UnknotEntry *next = (UnknotEntry *) self->next_visit;

  return (last != NULL && unknot_moment_compare (unknot_entry_get_moment (last), now) > 0) ||
         (next != NULL && unknot_moment_compare (unknot_entry_get_moment (next), now) <= 0);
}

/**
 * unknot_today_update:
 *
 * Looks what another program changed, and what follows from the time.
 */
void
unknot_today_update (UnknotToday *self)
{
  g_autoptr (UnknotMoment) now = NULL;

  g_return_if_fail (UNKNOT_IS_TODAY (self));

  if (!unknot_diary_is_open (self->diary))
    return;

  unknot_diary_refresh (self->diary);
  now = get_now (self);
  if (unknot_moment_get_day (now) != self->local_day || are_visits_outdated (self, now))
    diary_changed_cb (self);
  else
    g_signal_emit (self, signals[TIME_PASSED], 0);
}
