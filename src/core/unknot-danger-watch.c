/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-danger-watch"

#include "config.h"

#include "unknot-danger-watch.h"

#include "unknot-checkup.h"

/**
 * UnknotDangerWatch:
 *
 * The dangers that the diary tells of, of the last fourteen days as the protocol asks for, and that
 * no check-up has looked at.
 */
struct _UnknotDangerWatch
{
  GObject parent_instance;

  UnknotProtocol *protocol;
  UnknotToday *today;
  GHashTable *noted;  /* from a spasm's uuid to the UnknotMoment when something was entered of it */
  GPtrArray *dangers; /* of UnknotDanger, each question once */
  gboolean worse;
};

G_DEFINE_FINAL_TYPE (UnknotDangerWatch, unknot_danger_watch, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static UnknotDanger *
find_danger (GPtrArray  *dangers,
             const char *question)
{
  for (guint i = 0; i < dangers->len; i++)
    {
      UnknotDanger *danger = g_ptr_array_index (dangers, i);

      if (g_str_equal (danger->question, question))
        return danger;
    }

  return NULL;
}

/* What is certain in one entry is not in doubt for a word in another. */
static void
add_danger (GPtrArray          *dangers,
            const UnknotDanger *danger)
{
  UnknotDanger *there = find_danger (dangers, danger->question);

  if (there == NULL)
    g_ptr_array_add (dangers, g_memdup2 (danger, sizeof *danger));
  else if (g_str_equal (there->code, "not-sure"))
    there->code = danger->code;
}

/* Whether the last check-up asked for it: after it was entered, where that was now; else with answers
 * as worrying. */
static gboolean
was_looked_at (UnknotDangerWatch *self,
               UnknotEpisode     *episode,
               UnknotCheckup     *past,
               GPtrArray         *dangers)
{
  UnknotCheck *check = unknot_today_get_check (self->today);
  UnknotMoment *noted =
    g_hash_table_lookup (self->noted, unknot_entry_get_uuid (UNKNOT_ENTRY (episode)));
  UnknotMoment *from = noted != NULL ? noted : unknot_episode_get_start (episode);

  if (past == NULL ||
      unknot_moment_compare (unknot_entry_get_moment (UNKNOT_ENTRY (check)), from) < 0)
    return FALSE;

  return noted != NULL || unknot_checkup_covers (past, dangers);
}

static void
add_of_episode (UnknotDangerWatch *self,
                UnknotEpisode     *episode,
                UnknotCheckup     *past,
                GPtrArray         *found)
{
  g_autoptr (GPtrArray) dangers = unknot_episode_dup_dangers (episode);

  if (dangers->len == 0 || was_looked_at (self, episode, past, dangers))
    return;

  for (guint i = 0; i < dangers->len; i++)
    add_danger (found, g_ptr_array_index (dangers, i));
}

/* U21: even if well. */
static void
add_over_label (UnknotDangerWatch *self,
                UnknotCheckup     *past,
                GPtrArray         *found)
{
  static const UnknotDanger over_label = { "over-label", "yes" };
  UnknotTrends *trends = unknot_today_get_trends (self->today);
  g_autoptr (GPtrArray) dangers = g_ptr_array_new ();

  if (trends == NULL || !unknot_trends_is_over_label (trends))
    return;

  g_ptr_array_add (dangers, (gpointer) &over_label);
  if (past == NULL || !unknot_checkup_covers (past, dangers))
    add_danger (found, &over_label);
}

/* D17, U14 and others go by how bad it is: one who said that it got worse since is to be asked again. */
static gboolean
is_worse (UnknotDangerWatch *self,
          UnknotCheckup     *past)
{
  UnknotEpisode *ongoing = unknot_today_get_ongoing (self->today);
  UnknotCheck *check = unknot_today_get_check (self->today);
  GListModel *readings;
  int severity;

  if (past == NULL || ongoing == NULL)
    return FALSE;

  severity = unknot_answers_get_count (
    unknot_checkup_get_answers (past),
    unknot_questionnaire_lookup (unknot_protocol_get_questionnaire (self->protocol), "severity"));
  readings = unknot_episode_get_readings (ongoing);
  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (UnknotReading) reading = g_list_model_get_item (readings, i);

      if (unknot_moment_compare (unknot_entry_get_moment (UNKNOT_ENTRY (reading)),
                                 unknot_entry_get_moment (UNKNOT_ENTRY (check))) > 0 &&
          unknot_reading_get_pain (reading) > severity)
        return TRUE;
    }

  return FALSE;
}

static void
update (UnknotDangerWatch *self)
{
  UnknotCheck *check = unknot_today_get_check (self->today);
  GPtrArray *recent = unknot_today_get_recent (self->today);
  g_autoptr (UnknotCheckup) past =
    check != NULL ? unknot_checkup_new_from_check (self->protocol, check, NULL) : NULL;

  g_ptr_array_set_size (self->dangers, 0);
  for (guint i = 0; recent != NULL && i < recent->len; i++)
    add_of_episode (self, g_ptr_array_index (recent, i), past, self->dangers);
  add_over_label (self, past, self->dangers);
  self->worse = is_worse (self, past);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
unknot_danger_watch_dispose (GObject *object)
{
  UnknotDangerWatch *self = UNKNOT_DANGER_WATCH (object);

  g_clear_object (&self->protocol);
  g_clear_object (&self->today);
  g_clear_pointer (&self->noted, g_hash_table_unref);
  g_clear_pointer (&self->dangers, g_ptr_array_unref);

  G_OBJECT_CLASS (unknot_danger_watch_parent_class)->dispose (object);
}

static void
unknot_danger_watch_class_init (UnknotDangerWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = unknot_danger_watch_dispose;

  /**
   * UnknotDangerWatch::changed:
   *
   * The dangers may be others than before.
   */
  signals[CHANGED] = g_signal_new ("changed", UNKNOT_TYPE_DANGER_WATCH, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
unknot_danger_watch_init (UnknotDangerWatch *self)
{
  self->noted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) unknot_moment_unref);
  self->dangers = g_ptr_array_new_with_free_func (g_free);
}

UnknotDangerWatch *
unknot_danger_watch_new (UnknotProtocol *protocol,
                         UnknotToday    *today)
{
  UnknotDangerWatch *self = g_object_new (UNKNOT_TYPE_DANGER_WATCH, NULL);

  self->protocol = g_object_ref (protocol);
  self->today = g_object_ref (today);
  g_signal_connect_object (today, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

/**
 * unknot_danger_watch_get_dangers:
 *
 * Returns: (transfer none) (element-type UnknotDanger): what is to be looked at, may be empty; for
 *   unknot_checkup_take_dangers()
 */
GPtrArray *
unknot_danger_watch_get_dangers (UnknotDangerWatch *self)
{
  g_return_val_if_fail (UNKNOT_IS_DANGER_WATCH (self), NULL);

  return self->dangers;
}

/**
 * unknot_danger_watch_is_worse:
 *
 * Returns: whether the person said since the last check-up that the spasm is worse than it was then
 */
gboolean
unknot_danger_watch_is_worse (UnknotDangerWatch *self)
{
  g_return_val_if_fail (UNKNOT_IS_DANGER_WATCH (self), FALSE);

  return self->worse;
}

/**
 * unknot_danger_watch_dup_names:
 *
 * Returns: (transfer full): the dangers in short words
 */
char *
unknot_danger_watch_dup_names (UnknotDangerWatch *self)
{
  UnknotQuestionnaire *questionnaire = unknot_protocol_get_questionnaire (self->protocol);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (UNKNOT_IS_DANGER_WATCH (self), NULL);

  for (guint i = 0; i < self->dangers->len; i++)
    {
      UnknotDanger *danger = g_ptr_array_index (self->dangers, i);

      g_strv_builder_add (builder, unknot_question_get_short_text (
                                     unknot_questionnaire_lookup (questionnaire,
                                                                  danger->question)));
    }
  names = g_strv_builder_end (builder);

  return g_strjoinv (" · ", names);
}

static gboolean
names_more (UnknotEpisode *episode,
            UnknotEpisode *before)
{
  g_autoptr (GPtrArray) dangers = unknot_episode_dup_dangers (episode);
  g_autoptr (GPtrArray) known = before != NULL ? unknot_episode_dup_dangers (before) : NULL;

  for (guint i = 0; i < dangers->len; i++)
    {
      UnknotDanger *danger = g_ptr_array_index (dangers, i);
      UnknotDanger *there = known != NULL ? find_danger (known, danger->question) : NULL;

      if (there == NULL || !g_str_equal (there->code, danger->code))
        return TRUE;
    }

  return FALSE;
}

/**
 * unknot_danger_watch_note:
 * @before: (nullable): the spasm as it was
 * @episode: as it was entered now: what it names in addition is a sign of now, whatever a check-up
 *   said before
 *
 * Returns: whether it names more, and there is something to be looked at
 */
gboolean
unknot_danger_watch_note (UnknotDangerWatch *self,
                          UnknotEpisode     *before,
                          UnknotEpisode     *episode)
{
  UnknotClock *clock;

  g_return_val_if_fail (UNKNOT_IS_DANGER_WATCH (self), FALSE);

  if (!names_more (episode, before))
    return FALSE;

  clock = unknot_diary_get_clock (unknot_today_get_diary (self->today));
  g_hash_table_insert (self->noted,
                       g_strdup (unknot_entry_get_uuid (UNKNOT_ENTRY (episode))),
                       unknot_moment_new_now (clock));
  update (self);

  return self->dangers->len > 0;
}
