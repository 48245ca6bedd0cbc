/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-episode"

#include "config.h"

#include "unknot-episode.h"

#include "unknot-text.h"

#include <glib/gi18n-lib.h>

/**
 * UnknotEpisode:
 *
 * A spasm, from its start to its end, and everything that belongs to it. Only when it started and
 * how bad it is must be known; whatever else may be told later, or never.
 */
struct _UnknotEpisode
{
  UnknotEntry parent_instance;

  UnknotMoment *end; /* nullable */
  const char *precision;
  const char *onset; /* nullable */
  int worst;
  int current;
  int at_rest;
  int on_moving;
  guint32 triggers;
  guint32 feel;
  guint32 stops;
  guint32 spreads;
  guint32 warnings;
  char *note;
  GListStore *places;
  GListStore *readings;
  GListStore *reliefs;
  GListStore *doses;
};

G_DEFINE_FINAL_TYPE (UnknotEpisode, unknot_episode, UNKNOT_TYPE_ENTRY)

static guint32 *
get_set (UnknotEpisode    *self,
         UnknotVocabulary  aspect)
{
  switch ((int) aspect)
    {
    case UNKNOT_VOCABULARY_TRIGGER:
      return &self->triggers;
    case UNKNOT_VOCABULARY_FEEL:
      return &self->feel;
    case UNKNOT_VOCABULARY_STOPS:
      return &self->stops;
    case UNKNOT_VOCABULARY_SPREADS:
      return &self->spreads;
    case UNKNOT_VOCABULARY_WARNING:
      return &self->warnings;
    default:
      g_assert_not_reached ();
    }
}

static GListStore *
get_store (UnknotEpisode *self,
           GType          type)
{
  if (type == UNKNOT_TYPE_READING)
    return self->readings;
  if (type == UNKNOT_TYPE_RELIEF)
    return self->reliefs;
  if (type == UNKNOT_TYPE_DOSE)
    return self->doses;

  g_assert_not_reached ();
}

static gboolean
check_order (UnknotMoment  *start,
             UnknotMoment  *end,
             GError       **error)
{
  if (end == NULL || unknot_moment_compare (start, end) <= 0)
    return TRUE;

  g_set_error_literal (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID,
                       _("A spasm cannot end before it starts."));

  return FALSE;
}

static void
take_moment (UnknotMoment **field,
             UnknotMoment  *moment)
{
  if (moment != NULL)
    unknot_moment_ref (moment);
  g_clear_pointer (field, unknot_moment_unref);
  *field = moment;
}

static void
copy_entries (GListStore *from,
              GListStore *to)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (from));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (UnknotEntry) entry = g_list_model_get_item (G_LIST_MODEL (from), i);
      g_autoptr (UnknotEntry) copy = unknot_entry_copy (entry);

      g_list_store_append (to, copy);
    }
}

static void
copy_places (GListStore *from,
             GListStore *to)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (from));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (UnknotPlace) place = g_list_model_get_item (G_LIST_MODEL (from), i);

      g_list_store_append (to, place);
    }
}

static void
unknot_episode_finalize (GObject *object)
{
  UnknotEpisode *self = UNKNOT_EPISODE (object);

  g_clear_pointer (&self->end, unknot_moment_unref);
  g_free (self->note);
  g_clear_object (&self->places);
  g_clear_object (&self->readings);
  g_clear_object (&self->reliefs);
  g_clear_object (&self->doses);

  G_OBJECT_CLASS (unknot_episode_parent_class)->finalize (object);
}

static void
unknot_episode_copy_to (UnknotEntry *entry,
                        UnknotEntry *copy)
{
  UnknotEpisode *self = UNKNOT_EPISODE (entry);
  UnknotEpisode *copied = UNKNOT_EPISODE (copy);

  take_moment (&copied->end, self->end);
  copied->precision = self->precision;
  copied->onset = self->onset;
  copied->worst = self->worst;
  copied->current = self->current;
  copied->at_rest = self->at_rest;
  copied->on_moving = self->on_moving;
  copied->triggers = self->triggers;
  copied->feel = self->feel;
  copied->stops = self->stops;
  copied->spreads = self->spreads;
  copied->warnings = self->warnings;
  g_set_str (&copied->note, self->note);
  copy_places (self->places, copied->places);
  copy_entries (self->readings, copied->readings);
  copy_entries (self->reliefs, copied->reliefs);
  copy_entries (self->doses, copied->doses);
}

static void
unknot_episode_class_init (UnknotEpisodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  UnknotEntryClass *entry_class = UNKNOT_ENTRY_CLASS (klass);

  object_class->finalize = unknot_episode_finalize;

  entry_class->copy_to = unknot_episode_copy_to;
}

static void
unknot_episode_init (UnknotEpisode *self)
{
  unknot_vocabulary_take (UNKNOT_VOCABULARY_PRECISION, "exact", &self->precision, NULL);
  self->current = UNKNOT_PAIN_UNKNOWN;
  self->at_rest = UNKNOT_PAIN_UNKNOWN;
  self->on_moving = UNKNOT_PAIN_UNKNOWN;
  self->note = g_strdup ("");
  self->places = g_list_store_new (UNKNOT_TYPE_PLACE);
  self->readings = g_list_store_new (UNKNOT_TYPE_READING);
  self->reliefs = g_list_store_new (UNKNOT_TYPE_RELIEF);
  self->doses = g_list_store_new (UNKNOT_TYPE_DOSE);
}

/**
 * unknot_episode_new:
 * @start: when it started
 * @worst: how bad it was at its worst so far, 0 to 10
 *
 * Returns: (transfer full) (nullable): a spasm; %NULL with @error set where that is none
 */
UnknotEpisode *
unknot_episode_new (UnknotMoment  *start,
                    gint64         worst,
                    GError       **error)
{
  g_autoptr (UnknotEpisode) self = g_object_new (UNKNOT_TYPE_EPISODE, NULL);

  unknot_entry_set_moment (UNKNOT_ENTRY (self), start);
  if (!unknot_episode_set_worst (self, worst, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * unknot_episode_new_like:
 * @like: another spasm
 * @start: when it started
 *
 * Returns: (transfer full): a spasm of which the same is said as of @like: where it was, how bad,
 *   what it was like, what set it off. What was noted, tried, taken and named as a danger then was
 *   of then alone.
 */
UnknotEpisode *
unknot_episode_new_like (UnknotEpisode *like,
                         UnknotMoment  *start)
{
  UnknotEpisode *self;

  g_return_val_if_fail (UNKNOT_IS_EPISODE (like), NULL);

  self = unknot_episode_new (start, like->worst, NULL);
  self->onset = like->onset;
  self->at_rest = like->at_rest;
  self->on_moving = like->on_moving;
  self->triggers = like->triggers;
  self->feel = like->feel;
  self->stops = like->stops;
  self->spreads = like->spreads;
  copy_places (like->places, self->places);

  return self;
}

UnknotMoment *
unknot_episode_get_start (UnknotEpisode *self)
{
  return unknot_entry_get_moment (UNKNOT_ENTRY (self));
}

gboolean
unknot_episode_set_start (UnknotEpisode  *self,
                          UnknotMoment   *start,
                          GError        **error)
{
  g_return_val_if_fail (UNKNOT_IS_EPISODE (self), FALSE);

  if (!check_order (start, self->end, error))
    return FALSE;

  unknot_entry_set_moment (UNKNOT_ENTRY (self), start);

  return TRUE;
}

/**
 * unknot_episode_get_precision:
 *
 * Returns: how well the start is known, a code of %UNKNOT_VOCABULARY_PRECISION: at first `exact`
 */
const char *
unknot_episode_get_precision (UnknotEpisode *self)
{
  g_return_val_if_fail (UNKNOT_IS_EPISODE (self), NULL);

  return self->precision;
}

gboolean
unknot_episode_set_precision (UnknotEpisode  *self,
                              const char     *precision,
                              GError        **error)
{
  g_return_val_if_fail (UNKNOT_IS_EPISODE (self), FALSE);
  g_return_val_if_fail (precision != NULL, FALSE);

  return unknot_vocabulary_take (UNKNOT_VOCABULARY_PRECISION, precision, &self->precision, error);
}

/**
 * unknot_episode_get_end:
 *
 * Returns: (transfer none) (nullable): when it ended, %NULL where it goes on
 */
UnknotMoment *
unknot_episode_get_end (UnknotEpisode *self)
{
  g_return_val_if_fail (UNKNOT_IS_EPISODE (self), NULL);

  return self->end;
}

/**
 * unknot_episode_set_end:
 * @end: (nullable): when it ended, as the person tells it
 */
gboolean
unknot_episode_set_end (UnknotEpisode  *self,
                        UnknotMoment   *end,
                        GError        **error)
{
  g_return_val_if_fail (UNKNOT_IS_EPISODE (self), FALSE);

  if (!check_order (unknot_episode_get_start (self), end, error))
    return FALSE;

  take_moment (&self->end, end);

  return TRUE;
}

/**
 * unknot_episode_end_now:
 *
 * Ends the spasm. Where the clock was set back meanwhile, to before the start, it ends as it
 * starts: “It's over” is true whatever a clock says.
 */
void
unknot_episode_end_now (UnknotEpisode *self,
                        UnknotMoment  *now)
{
  UnknotMoment *start = unknot_episode_get_start (self);

  g_return_if_fail (UNKNOT_IS_EPISODE (self));

  take_moment (&self->end, unknot_moment_compare (start, now) <= 0 ? now : start);
}

/**
 * unknot_episode_get_onset:
 *
 * Returns: (nullable): how it began, a code of %UNKNOT_VOCABULARY_ONSET
 */
const char *
unknot_episode_get_onset (UnknotEpisode *self)
{
  g_return_val_if_fail (UNKNOT_IS_EPISODE (self), NULL);

  return self->onset;
}

gboolean
unknot_episode_set_onset (UnknotEpisode  *self,
                          const char     *onset,
                          GError        **error)
{
  g_return_val_if_fail (UNKNOT_IS_EPISODE (self), FALSE);

  return unknot_vocabulary_take (UNKNOT_VOCABULARY_ONSET, onset, &self->onset, error);
}

/**
 * unknot_episode_get_worst:
 *
 * Returns: how bad it was at its worst, 0 to 10
 */
int
unknot_episode_get_worst (UnknotEpisode *self)
{
  g_return_val_if_fail (UNKNOT_IS_EPISODE (self), UNKNOT_PAIN_UNKNOWN);

  return self->worst;
}

gboolean
unknot_episode_set_worst (UnknotEpisode  *self,
                          gint64          pain,
                          GError        **error)
{
  g_return_val_if_fail (UNKNOT_IS_EPISODE (self), FALSE);

  return unknot_pain_take (pain, &self->worst, error);
}

/**
 * unknot_episode_get_current:
 *
 * Returns: how bad it was when that was last asked, or %UNKNOT_PAIN_UNKNOWN
 */
int
unknot_episode_get_current (UnknotEpisode *self)
{
  g_return_val_if_fail (UNKNOT_IS_EPISODE (self), UNKNOT_PAIN_UNKNOWN);

  return self->current;
}

/**
 * unknot_episode_set_current:
 *
 * Says how bad it is. That is the worst then, where nothing worse was told before.
 */
gboolean
unknot_episode_set_current (UnknotEpisode  *self,
                            gint64          pain,
                            GError        **error)
{
  g_return_val_if_fail (UNKNOT_IS_EPISODE (self), FALSE);

  if (!unknot_pain_take_optional (pain, &self->current, error))
    return FALSE;

  self->worst = MAX (self->worst, self->current);

  return TRUE;
}

/**
 * unknot_episode_get_at_rest:
 *
 * Returns: how bad it is while at rest, or %UNKNOT_PAIN_UNKNOWN
 */
int
unknot_episode_get_at_rest (UnknotEpisode *self)
{
  g_return_val_if_fail (UNKNOT_IS_EPISODE (self), UNKNOT_PAIN_UNKNOWN);

  return self->at_rest;
}

gboolean
unknot_episode_set_at_rest (UnknotEpisode  *self,
                            gint64          pain,
                            GError        **error)
{
  g_return_val_if_fail (UNKNOT_IS_EPISODE (self), FALSE);

  return unknot_pain_take_optional (pain, &self->at_rest, error);
}

/**
 * unknot_episode_get_on_moving:
 *
 * Returns: how bad it is on movement, or %UNKNOT_PAIN_UNKNOWN
 */
int
unknot_episode_get_on_moving (UnknotEpisode *self)
{
  g_return_val_if_fail (UNKNOT_IS_EPISODE (self), UNKNOT_PAIN_UNKNOWN);

  return self->on_moving;
}

gboolean
unknot_episode_set_on_moving (UnknotEpisode  *self,
                              gint64          pain,
                              GError        **error)
{
  g_return_val_if_fail (UNKNOT_IS_EPISODE (self), FALSE);

  return unknot_pain_take_optional (pain, &self->on_moving, error);
}

/**
 * unknot_episode_has_code:
 * @aspect: %UNKNOT_VOCABULARY_TRIGGER, %UNKNOT_VOCABULARY_FEEL, %UNKNOT_VOCABULARY_STOPS,
 *   %UNKNOT_VOCABULARY_SPREADS or %UNKNOT_VOCABULARY_WARNING
 *
 * Returns: whether @code was told of it
 */
gboolean
unknot_episode_has_code (UnknotEpisode    *self,
                         UnknotVocabulary  aspect,
                         const char       *code)
{
  int place = unknot_vocabulary_find (aspect, code);

  g_return_val_if_fail (UNKNOT_IS_EPISODE (self), FALSE);

  return place >= 0 && (*get_set (self, aspect) & (1u << place)) != 0;
}

/**
 * unknot_episode_dup_codes:
 * @aspect: as for unknot_episode_has_code()
 *
 * Returns: (transfer full): the codes that were told, in the vocabulary's order
 */
GStrv
unknot_episode_dup_codes (UnknotEpisode    *self,
                          UnknotVocabulary  aspect)
{
  const char *const *codes = unknot_vocabulary_get_codes (aspect);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (UNKNOT_IS_EPISODE (self), NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      if ((*get_set (self, aspect) & (1u << i)) != 0)
        g_strv_builder_add (builder, codes[i]);
    }

  return g_strv_builder_end (builder);
}

/**
 * unknot_episode_set_codes:
 * @aspect: as for unknot_episode_has_code()
 * @codes: (array zero-terminated=1): what is told now, may be empty
 */
gboolean
unknot_episode_set_codes (UnknotEpisode        *self,
                          UnknotVocabulary      aspect,
                          const char * const   *codes,
                          GError              **error)
{
  g_return_val_if_fail (UNKNOT_IS_EPISODE (self), FALSE);

  return unknot_vocabulary_take_set (aspect, codes, get_set (self, aspect), error);
}

/**
 * unknot_episode_get_note:
 *
 * Returns: what else the person wrote, may be empty
 */
const char *
unknot_episode_get_note (UnknotEpisode *self)
{
  g_return_val_if_fail (UNKNOT_IS_EPISODE (self), NULL);

  return self->note;
}

gboolean
unknot_episode_set_note (UnknotEpisode  *self,
                         const char     *note,
                         GError        **error)
{
  g_return_val_if_fail (UNKNOT_IS_EPISODE (self), FALSE);

  return unknot_text_take (note, &self->note, error);
}

/**
 * unknot_episode_get_places:
 *
 * Returns: (transfer none): the #UnknotPlace s where it hurts, to be changed as the person does
 */
GListStore *
unknot_episode_get_places (UnknotEpisode *self)
{
  g_return_val_if_fail (UNKNOT_IS_EPISODE (self), NULL);

  return self->places;
}

/**
 * unknot_episode_get_readings:
 *
 * Returns: (transfer none): the #UnknotReading s of it
 */
GListModel *
unknot_episode_get_readings (UnknotEpisode *self)
{
  g_return_val_if_fail (UNKNOT_IS_EPISODE (self), NULL);

  return G_LIST_MODEL (self->readings);
}

/**
 * unknot_episode_get_reliefs:
 *
 * Returns: (transfer none): the #UnknotRelief s: what was tried in it
 */
GListModel *
unknot_episode_get_reliefs (UnknotEpisode *self)
{
  g_return_val_if_fail (UNKNOT_IS_EPISODE (self), NULL);

  return G_LIST_MODEL (self->reliefs);
}

/**
 * unknot_episode_get_doses:
 *
 * Returns: (transfer none): the #UnknotDose s: the medicine taken in it
 */
GListModel *
unknot_episode_get_doses (UnknotEpisode *self)
{
  g_return_val_if_fail (UNKNOT_IS_EPISODE (self), NULL);

  return G_LIST_MODEL (self->doses);
}

/**
 * unknot_episode_add:
 * @entry: (transfer none): a reading, a relief or a dose that belongs to it
 */
void
unknot_episode_add (UnknotEpisode *self,
                    UnknotEntry   *entry)
{
  g_return_if_fail (UNKNOT_IS_EPISODE (self));

  unknot_entry_set_episode (entry, unknot_entry_get_uuid (UNKNOT_ENTRY (self)), NULL);
  g_list_store_append (get_store (self, G_OBJECT_TYPE (entry)), entry);
}

/**
 * unknot_episode_remove:
 * @entry: what unknot_episode_add() added
 *
 * Takes @entry away from the object. What of it is in the diary stays there until
 * unknot_diary_delete_async().
 */
void
unknot_episode_remove (UnknotEpisode *self,
                       UnknotEntry   *entry)
{
  GListStore *store = get_store (self, G_OBJECT_TYPE (entry));
  guint position;

  g_return_if_fail (UNKNOT_IS_EPISODE (self));

  if (g_list_store_find (store, entry, &position))
    g_list_store_remove (store, position);
}
