/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-vocabulary"

#include "config.h"

#include "unknot-vocabulary.h"

#include <glib/gi18n-lib.h>

#define CODES(...) { __VA_ARGS__, NULL }

static const struct
{
  const char *name;
  const char *codes[UNKNOT_VOCABULARY_MAX_CODES + 1];
} vocabularies[] = {
  [UNKNOT_VOCABULARY_PRECISION] = { "precision", CODES ("exact", "about", "day") },
  [UNKNOT_VOCABULARY_ONSET] = { "onset", CODES ("sudden", "gradual", "not-sure") },
  [UNKNOT_VOCABULARY_TRIGGER] = { "trigger",
                                  CODES ("lifting", "twisting", "push-pull", "sport", "small-fall",
                                         "blow", "overexertion", "posture", "dehydration", "other",
                                         "none") },
  [UNKNOT_VOCABULARY_FEEL] = { "feel", CODES ("cramp", "knot", "twinge", "ache", "stabbing",
                                              "burning", "throbbing", "stiff", "tingling",
                                              "numb") },
  [UNKNOT_VOCABULARY_STOPS] = { "stops", CODES ("sitting", "standing", "walking", "bending",
                                                "lifting", "turning-over", "sleeping", "dressing",
                                                "driving", "working", "other") },
  [UNKNOT_VOCABULARY_SPREADS] = { "spreads", CODES ("within-back", "buttock", "one-leg", "arm",
                                                    "groin", "belly", "elsewhere", "none") },
  [UNKNOT_VOCABULARY_AREA] = { "area", CODES ("upper", "middle", "lower", "buttock", "one-leg",
                                              "arm", "groin", "belly", "elsewhere") },
  [UNKNOT_VOCABULARY_SIDE] = { "side", CODES ("left", "both", "right") },
  [UNKNOT_VOCABULARY_MEASURE] = { "measure", CODES ("heat", "cold", "rest", "position", "walking",
                                                    "stretching", "massage", "water", "breathing",
                                                    "other") },
  [UNKNOT_VOCABULARY_EFFECT] = { "effect", CODES ("worse", "none", "a-little", "a-lot") },
  [UNKNOT_VOCABULARY_INGREDIENT] = { "ingredient", CODES ("ibuprofen", "naproxen", "aspirin",
                                                          "paracetamol", "lidocaine",
                                                          "other-pain-medicine", "other") },
  [UNKNOT_VOCABULARY_UNIT] = { "unit", CODES ("mg", "g", "ml", "tablet", "drop", "patch",
                                              "application") },
  [UNKNOT_VOCABULARY_SUPPLY] = { "supply", CODES ("bought", "prescribed") },
  [UNKNOT_VOCABULARY_SLEEP] = { "sleep", CODES ("good", "broken", "hardly") },
};

/* In these, `none` is what is left when no other code holds; elsewhere it is a code as any other. */
static gboolean
has_exclusive_none (UnknotVocabulary self)
{
  return self == UNKNOT_VOCABULARY_TRIGGER || self == UNKNOT_VOCABULARY_SPREADS;
}

static gboolean
refuse (UnknotVocabulary   self,
        const char        *code,
        GError           **error)
{
  g_autofree char *valid = g_utf8_make_valid (code, -1);

  g_set_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID,
               _("“%s” is not one of the answers for “%s”."), valid, vocabularies[self].name);

  return FALSE;
}

/**
 * unknot_vocabulary_get_name:
 *
 * Returns: the name of the field, as it is kept and exchanged
 */
const char *
unknot_vocabulary_get_name (UnknotVocabulary self)
{
  return vocabularies[self].name;
}

/**
 * unknot_vocabulary_get_codes:
 *
 * Returns: (transfer none) (array zero-terminated=1): every code, in the order to show them
 */
const char * const *
unknot_vocabulary_get_codes (UnknotVocabulary self)
{
  return vocabularies[self].codes;
}

/**
 * unknot_vocabulary_find:
 *
 * Returns: the place of @code among the codes, or -1
 */
int
unknot_vocabulary_find (UnknotVocabulary  self,
                        const char       *code)
{
  for (int i = 0; vocabularies[self].codes[i] != NULL; i++)
    {
      if (g_str_equal (vocabularies[self].codes[i], code))
        return i;
    }

  return -1;
}

/**
 * unknot_vocabulary_take:
 * @code: (nullable): a code, %NULL for none given
 * @field: (inout): set to the code, in static memory
 *
 * Returns: %FALSE with @error set, and @field as it was, where @code is unknown
 */
gboolean
unknot_vocabulary_take (UnknotVocabulary   self,
                        const char        *code,
                        const char       **field,
                        GError           **error)
{
  int place;

  if (code == NULL)
    {
      *field = NULL;
      return TRUE;
    }

  place = unknot_vocabulary_find (self, code);
  if (place < 0)
    return refuse (self, code, error);

  *field = vocabularies[self].codes[place];

  return TRUE;
}

/**
 * unknot_vocabulary_take_set:
 * @codes: (array zero-terminated=1): codes, in any order
 * @field: (inout): set to a bit for each, at the code's place
 *
 * Returns: %FALSE with @error set, and @field as it was, where a code is unknown, or is `none`
 *   beside others where that says that none of the others holds
 */
gboolean
unknot_vocabulary_take_set (UnknotVocabulary     self,
                            const char * const  *codes,
                            guint32             *field,
                            GError             **error)
{
  guint32 set = 0;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      int place = unknot_vocabulary_find (self, codes[i]);

      if (place < 0)
        return refuse (self, codes[i], error);
      set |= 1u << place;
    }

  if (has_exclusive_none (self) && (set & (set - 1)) != 0 &&
      (set & (1u << unknot_vocabulary_find (self, "none"))) != 0)
    {
      g_set_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID,
                   _("“none” does not go with other answers for “%s”."), vocabularies[self].name);
      return FALSE;
    }

  *field = set;

  return TRUE;
}
