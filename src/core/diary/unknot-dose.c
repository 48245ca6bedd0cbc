/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-dose"

#include "config.h"

#include "unknot-dose.h"

#include "unknot-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * UnknotDose:
 *
 * A medicine that was taken, as the person tells it.
 */
struct _UnknotDose
{
  UnknotEntry parent_instance;

  char *name;
  double amount;
  const char *unit; /* nullable */
  const char *ingredient; /* nullable */
  const char *supply; /* nullable */
  const char *effect; /* nullable */
};

G_DEFINE_FINAL_TYPE (UnknotDose, unknot_dose, UNKNOT_TYPE_ENTRY)

/* By what the ingredients are called that a label sets a limit to. */
static const struct
{
  const char *ingredient;
  const char *names;
} namings[] = {
  { "ibuprofen",
    /* Translators: here and below, the names of a medicine’s ingredient that people or packages use
     * for it, with “|” between them: beginnings of words, or several words of which the last is a
     * beginning. No brands. Upper case and accents make no difference. They are never shown; the
     * English ones are looked for as well. */
    NC_ ("names of an ingredient", "ibuprofen") },
  { "naproxen", NC_ ("names of an ingredient", "naproxen") },
  { "aspirin", NC_ ("names of an ingredient", "aspirin|acetylsalicylic acid") },
  { "paracetamol", NC_ ("names of an ingredient", "paracetamol|acetaminophen") },
  { "lidocaine", NC_ ("names of an ingredient", "lidocaine") },
};

/* Nobody takes so many tablets at once, and hardly a dose in mg is less. */
#define LEAST_MG 50

static void
unknot_dose_finalize (GObject *object)
{
  UnknotDose *self = UNKNOT_DOSE (object);

  g_free (self->name);

  G_OBJECT_CLASS (unknot_dose_parent_class)->finalize (object);
}

static void
unknot_dose_copy_to (UnknotEntry *entry,
                     UnknotEntry *copy)
{
  UnknotDose *self = UNKNOT_DOSE (entry);
  UnknotDose *copied = UNKNOT_DOSE (copy);

  g_set_str (&copied->name, self->name);
  copied->amount = self->amount;
  copied->unit = self->unit;
  copied->ingredient = self->ingredient;
  copied->supply = self->supply;
  copied->effect = self->effect;
}

static void
unknot_dose_class_init (UnknotDoseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  UnknotEntryClass *entry_class = UNKNOT_ENTRY_CLASS (klass);

  object_class->finalize = unknot_dose_finalize;

  entry_class->copy_to = unknot_dose_copy_to;
}

static void
unknot_dose_init (UnknotDose *self)
{
  self->name = g_strdup ("");
}

/**
 * unknot_dose_new:
 * @moment: when it was
 * @name: the medicine, in the person’s words
 * @amount: how much of it, more than 0
 *
 * Returns: (transfer full) (nullable): a dose; %NULL with @error set where that is none
 */
UnknotDose *
unknot_dose_new (UnknotMoment  *moment,
                 const char    *name,
                 double         amount,
                 GError       **error)
{
  g_autoptr (UnknotDose) self = g_object_new (UNKNOT_TYPE_DOSE, NULL);

  unknot_entry_set_moment (UNKNOT_ENTRY (self), moment);
  if (!unknot_dose_set_name (self, name, error) ||
      !unknot_dose_set_amount (self, amount, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * unknot_dose_get_name:
 *
 * Returns: the medicine, in the person’s words
 */
const char *
unknot_dose_get_name (UnknotDose *self)
{
  g_return_val_if_fail (UNKNOT_IS_DOSE (self), NULL);

  return self->name;
}

gboolean
unknot_dose_set_name (UnknotDose  *self,
                      const char  *name,
                      GError     **error)
{
  g_return_val_if_fail (UNKNOT_IS_DOSE (self), FALSE);

  return unknot_text_take (name, &self->name, error);
}

/**
 * unknot_dose_get_amount:
 *
 * Returns: how much of it, more than 0
 */
double
unknot_dose_get_amount (UnknotDose *self)
{
  g_return_val_if_fail (UNKNOT_IS_DOSE (self), 0);

  return self->amount;
}

gboolean
unknot_dose_set_amount (UnknotDose  *self,
                        double       amount,
                        GError     **error)
{
  g_return_val_if_fail (UNKNOT_IS_DOSE (self), FALSE);

  if (!isfinite (amount) || amount <= 0)
    {
      g_set_error_literal (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID,
                           _("An amount of medicine is a number above 0."));
      return FALSE;
    }

  self->amount = amount;

  return TRUE;
}

/**
 * unknot_dose_get_unit:
 *
 * Returns: (nullable): what @amount counts, a code of %UNKNOT_VOCABULARY_UNIT
 */
const char *
unknot_dose_get_unit (UnknotDose *self)
{
  g_return_val_if_fail (UNKNOT_IS_DOSE (self), NULL);

  return self->unit;
}

gboolean
unknot_dose_set_unit (UnknotDose  *self,
                      const char  *unit,
                      GError     **error)
{
  g_return_val_if_fail (UNKNOT_IS_DOSE (self), FALSE);

  return unknot_vocabulary_take (UNKNOT_VOCABULARY_UNIT, unit, &self->unit, error);
}

/**
 * unknot_dose_get_ingredient:
 *
 * Returns: (nullable): what is in it, a code of %UNKNOT_VOCABULARY_INGREDIENT
 */
const char *
unknot_dose_get_ingredient (UnknotDose *self)
{
  g_return_val_if_fail (UNKNOT_IS_DOSE (self), NULL);

  return self->ingredient;
}

gboolean
unknot_dose_set_ingredient (UnknotDose  *self,
                            const char  *ingredient,
                            GError     **error)
{
  g_return_val_if_fail (UNKNOT_IS_DOSE (self), FALSE);

  return unknot_vocabulary_take (UNKNOT_VOCABULARY_INGREDIENT, ingredient, &self->ingredient,
                                 error);
}

/**
 * unknot_dose_get_supply:
 *
 * Returns: (nullable): how it was come by, a code of %UNKNOT_VOCABULARY_SUPPLY
 */
const char *
unknot_dose_get_supply (UnknotDose *self)
{
  g_return_val_if_fail (UNKNOT_IS_DOSE (self), NULL);

  return self->supply;
}

gboolean
unknot_dose_set_supply (UnknotDose  *self,
                        const char  *supply,
                        GError     **error)
{
  g_return_val_if_fail (UNKNOT_IS_DOSE (self), FALSE);

  return unknot_vocabulary_take (UNKNOT_VOCABULARY_SUPPLY, supply, &self->supply, error);
}

/**
 * unknot_dose_get_effect:
 *
 * Returns: (nullable): what came of it, a code of %UNKNOT_VOCABULARY_EFFECT
 */
const char *
unknot_dose_get_effect (UnknotDose *self)
{
  g_return_val_if_fail (UNKNOT_IS_DOSE (self), NULL);

  return self->effect;
}

gboolean
unknot_dose_set_effect (UnknotDose  *self,
                        const char  *effect,
                        GError     **error)
{
  g_return_val_if_fail (UNKNOT_IS_DOSE (self), FALSE);

  return unknot_vocabulary_take (UNKNOT_VOCABULARY_EFFECT, effect, &self->effect, error);
}

/* Returns: (nullable): the earlier of two places in a text. */
static const char *
get_first (const char *place,
           const char *other)
{
  return place == NULL || (other != NULL && other < place) ? other : place;
}

/**
 * unknot_dose_guess_ingredient:
 * @name: the medicine, in the person’s words
 *
 * Returns: (transfer none) (nullable): the ingredient that @name names, a code of
 *   %UNKNOT_VOCABULARY_INGREDIENT, the first of several; %NULL where it names none
 */
const char *
unknot_dose_guess_ingredient (const char *name)
{
  const char *ingredient = NULL;
  const char *first = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  folded = unknot_text_fold (name);
  for (guint i = 0; i < G_N_ELEMENTS (namings); i++)
    {
      const char *translated =
        g_dpgettext2 (GETTEXT_PACKAGE, "names of an ingredient", namings[i].names);
      const char *place = get_first (unknot_text_find_words (folded, namings[i].names),
                                     unknot_text_find_words (folded, translated));

      if (place != NULL && get_first (first, place) == place)
        {
          ingredient = namings[i].ingredient;
          first = place;
        }
    }

  return ingredient;
}

/**
 * unknot_dose_guess_unit:
 * @amount: how much of a medicine, in a unit that was not said
 *
 * Returns: (transfer none) (nullable): `mg` where @amount is more than anyone counts in tablets;
 *   %NULL where it could be anything
 */
const char *
unknot_dose_guess_unit (double amount)
{
  return amount >= LEAST_MG ? "mg" : NULL;
}
