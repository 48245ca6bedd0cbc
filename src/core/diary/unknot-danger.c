/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-danger"

#include "config.h"

#include "unknot-danger.h"

#include "unknot-text.h"

#include <glib/gi18n-lib.h>

/* In the order of the protocol. */
static const struct
{
  const char *question;
  const char *yes;
  const char *words;
} dangers[] = {
  { "bladder", "new",
    /* Translators: here and below, the words by which a note could tell of this, with “|” between
     * them: beginnings of words, or several words of which the last is a beginning. Upper case and
     * accents make no difference. They are never shown: give all that people use for it in your
     * language. */
    NC_ ("words in a note", "bladder|urin|pee|incontinen|leak|wet myself|catheter") },
  { "bowel", "new", NC_ ("words in a note", "bowel|stools|poop|soiled|faeces|feces|incontinen") },
  { "saddle-numbness", "new",
    NC_ ("words in a note", "saddle|genital|crotch|between my legs|between the legs|private part|"
                            "when wiping|anus") },
  { "both-legs", "new",
    NC_ ("words in a note", "both leg|both my leg|both of my leg|both feet|both my feet|both thigh|"
                            "both calves|both knees|other leg|each leg") },
  { "limb-weakness", "new",
    NC_ ("words in a note", "weak|foot drop|foot slap|gave way|gives way|giving way|cannot stand|"
                            "can't stand|dropping things|drop things|paralys|paralyz") },
  { "limb-numbness", "new",
    NC_ ("words in a note", "numb|no feeling|cannot feel|can't feel|lost feeling|dead leg") },
  { "one-sided", "new",
    NC_ ("words in a note", "slur|droop|one side of my|cannot move my|can't move my") },
  { "balance", "new", NC_ ("words in a note", "unsteady|clumsy|balance|stumbl|falling over") },
  { "consciousness", "yes",
    NC_ ("words in a note", "faint|passed out|blacked out|unconscious|confus|drows") },
  { "chest", "yes",
    NC_ ("words in a note", "chest pain|chest tight|tight chest|short of breath|"
                            "shortness of breath|breathless|cannot breathe|can't breathe|"
                            "coughing blood|coughed blood|coughing up blood|coughed up blood|"
                            "swollen calf") },
  { "fever", "yes", NC_ ("words in a note", "fever|temperature|chills|shiver") },
};

static gboolean
is_any_of (const char         *code,
           const char * const *codes)
{
  return code != NULL && g_strv_contains (codes, code);
}

/* Numb or tingling where a saddle touches, a buttock or the groin: the protocol asks for each of
 * them. What a place between the legs is like may be said of the whole spasm only. */
static gboolean
is_numb_saddle (UnknotEpisode *episode,
                UnknotPlace   *place)
{
  static const char *const areas[] = { "saddle", "buttock", "groin", NULL };
  static const char *const kinds[] = { "numb", "tingling", NULL };
  const char *area = unknot_place_get_area (place);

  if (unknot_place_get_kind (place) != NULL)
    return is_any_of (area, areas) && is_any_of (unknot_place_get_kind (place), kinds);

  return g_str_equal (area, "saddle") &&
         (unknot_episode_has_code (episode, UNKNOT_VOCABULARY_FEEL, "numb") ||
          unknot_episode_has_code (episode, UNKNOT_VOCABULARY_FEEL, "tingling"));
}

static gboolean
is_numb (UnknotEpisode *episode,
         UnknotPlace   *place)
{
  return g_strcmp0 (unknot_place_get_kind (place), "numb") == 0;
}

static gboolean
is_leg (UnknotPlace *place,
        const char  *side)
{
  static const char *const areas[] = {
    "one-leg", "thigh-back", "thigh-front", "knee", "calf", "shin", "foot", NULL
  };

  return is_any_of (unknot_place_get_area (place), areas) &&
         (g_strcmp0 (unknot_place_get_side (place), side) == 0 ||
          g_strcmp0 (unknot_place_get_side (place), "both") == 0);
}

static gboolean
is_left_leg (UnknotEpisode *episode,
             UnknotPlace   *place)
{
  return is_leg (place, "left");
}

static gboolean
is_right_leg (UnknotEpisode *episode,
              UnknotPlace   *place)
{
  return is_leg (place, "right");
}

static gboolean
has_place (UnknotEpisode  *episode,
           gboolean      (*is) (UnknotEpisode *, UnknotPlace *))
{
  GListModel *places = G_LIST_MODEL (unknot_episode_get_places (episode));

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (UnknotPlace) place = g_list_model_get_item (places, i);

      if (is (episode, place))
        return TRUE;
    }

  return FALSE;
}

/* Whether it was chosen, not only written. */
static gboolean
is_told (UnknotEpisode *episode,
         const char    *question)
{
  if (unknot_vocabulary_find (UNKNOT_VOCABULARY_WARNING, question) >= 0 &&
      unknot_episode_has_code (episode, UNKNOT_VOCABULARY_WARNING, question))
    return TRUE;
  if (g_str_equal (question, "saddle-numbness"))
    return has_place (episode, is_numb_saddle);
  if (g_str_equal (question, "both-legs"))
    return has_place (episode, is_left_leg) && has_place (episode, is_right_leg);
  if (g_str_equal (question, "limb-numbness"))
    return unknot_episode_has_code (episode, UNKNOT_VOCABULARY_FEEL, "numb") ||
           has_place (episode, is_numb);

  return FALSE;
}

static void
take (GPtrArray  *found,
      const char *question,
      const char *code)
{
  UnknotDanger *danger = g_new (UnknotDanger, 1);

  danger->question = question;
  danger->code = code;
  g_ptr_array_add (found, danger);
}

/**
 * unknot_episode_dup_dangers:
 * @episode: a spasm that goes on, or is entered now
 *
 * Finds what an entry says to the check-up’s questions about dangers. What was chosen in it is
 * there now: `new`, or `yes`, however long the spasm has gone on. A word in the note is no answer,
 * not even “not numb”: it makes the question `not-sure`, for the person to be asked.
 *
 * Returns: (transfer full) (element-type UnknotDanger): one for each question, in the protocol’s
 *   order; for unknot_checkup_take_dangers()
 */
GPtrArray *
unknot_episode_dup_dangers (UnknotEpisode *episode)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *note = NULL;

  g_return_val_if_fail (UNKNOT_IS_EPISODE (episode), found);

  note = unknot_text_fold (unknot_episode_get_note (episode));
  for (guint i = 0; i < G_N_ELEMENTS (dangers); i++)
    {
      if (is_told (episode, dangers[i].question))
        take (found, dangers[i].question, dangers[i].yes);
      else if (unknot_text_find_words (note, g_dpgettext2 (GETTEXT_PACKAGE, "words in a note",
                                                           dangers[i].words)) != NULL)
        take (found, dangers[i].question, "not-sure");
    }

  return found;
}
