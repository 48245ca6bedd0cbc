/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-vocabulary"

#include "config.h"

#include "unknot-vocabulary.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *codes[UNKNOT_VOCABULARY_MAX_CODES + 1];
  const char *titles[UNKNOT_VOCABULARY_MAX_CODES]; /* in the context of the name */
} vocabularies[] = {
  [UNKNOT_VOCABULARY_PRECISION] = {
    .name = "precision",
    .codes = {
      "exact", "about", "day"
    },
    .titles = {
      NC_ ("precision", "Exactly known"), NC_ ("precision", "About then"),
      NC_ ("precision", "Some time that day")
    },
  },
  [UNKNOT_VOCABULARY_ONSET] = {
    .name = "onset",
    .codes = {
      "sudden", "gradual", "not-sure"
    },
    .titles = {
      NC_ ("onset", "Suddenly"), NC_ ("onset", "Bit by bit"), NC_ ("onset", "Not sure")
    },
  },
  [UNKNOT_VOCABULARY_TRIGGER] = {
    .name = "trigger",
    .codes = {
      "lifting", "twisting", "push-pull", "sport", "small-fall", "blow", "overexertion",
      "posture", "dehydration", "other", "none"
    },
    .titles = {
      NC_ ("trigger", "Lifting"), NC_ ("trigger", "Twisting or bending"),
      NC_ ("trigger", "Pushing or pulling"), NC_ ("trigger", "Sport"),
      NC_ ("trigger", "A small fall"), NC_ ("trigger", "A blow"),
      NC_ ("trigger", "Too much effort"), NC_ ("trigger", "Sitting or standing badly"),
      NC_ ("trigger", "Too little to drink"), NC_ ("trigger", "Something else"),
      NC_ ("trigger", "Nothing I know of")
    },
  },
  [UNKNOT_VOCABULARY_FEEL] = {
    .name = "feel",
    .codes = {
      "cramp", "knot", "twinge", "ache", "stabbing", "burning", "throbbing", "stiff", "tingling",
      "numb"
    },
    .titles = {
      NC_ ("feel", "Cramp"), NC_ ("feel", "Knot"), NC_ ("feel", "Twinge"), NC_ ("feel", "Ache"),
      NC_ ("feel", "Stabbing"), NC_ ("feel", "Burning"), NC_ ("feel", "Throbbing"),
      NC_ ("feel", "Stiff"), NC_ ("feel", "Tingling"), NC_ ("feel", "Numb")
    },
  },
  [UNKNOT_VOCABULARY_STOPS] = {
    .name = "stops",
    .codes = {
      "sitting", "standing", "walking", "bending", "lifting", "turning-over", "sleeping",
      "dressing", "driving", "working", "other"
    },
    .titles = {
      NC_ ("stops", "Sitting"), NC_ ("stops", "Standing"), NC_ ("stops", "Walking"),
      NC_ ("stops", "Bending"), NC_ ("stops", "Lifting"), NC_ ("stops", "Turning over in bed"),
      NC_ ("stops", "Sleeping"), NC_ ("stops", "Dressing"), NC_ ("stops", "Driving"),
      NC_ ("stops", "Working"), NC_ ("stops", "Something else")
    },
  },
  [UNKNOT_VOCABULARY_SPREADS] = {
    .name = "spreads",
    .codes = {
      "within-back", "buttock", "one-leg", "arm", "groin", "belly", "elsewhere", "none"
    },
    .titles = {
      NC_ ("spreads", "Within the back"), NC_ ("spreads", "Buttock"), NC_ ("spreads", "One leg"),
      NC_ ("spreads", "Arm"), NC_ ("spreads", "Groin"), NC_ ("spreads", "Belly"),
      NC_ ("spreads", "Elsewhere"), NC_ ("spreads", "It stays in one place")
    },
  },
  [UNKNOT_VOCABULARY_WARNING] = {
    .name = "warning",
    .codes = {
      "bladder", "bowel", "saddle-numbness", "both-legs", "limb-weakness", "limb-numbness",
      "fever"
    },
    .titles = {
      NC_ ("warning", "Trouble passing urine, or leaking"),
      NC_ ("warning", "Lost control of the bowels"), NC_ ("warning", "Numb between the legs"),
      NC_ ("warning", "Pain or tingling in both legs"), NC_ ("warning", "A weak leg or arm"),
      NC_ ("warning", "A leg or arm that cannot feel"), NC_ ("warning", "Fever")
    },
  },
  [UNKNOT_VOCABULARY_AREA] = {
    .name = "area",
    .codes = {
      "upper", "middle", "lower", "buttock", "one-leg", "arm", "groin", "belly", "elsewhere",
      "neck", "shoulder", "chest", "flank", "saddle", "hip", "thigh-back", "thigh-front", "knee",
      "calf", "shin", "foot"
    },
    .titles = {
      NC_ ("area", "Upper back"), NC_ ("area", "Middle of the back"), NC_ ("area", "Lower back"),
      NC_ ("area", "Buttock"), NC_ ("area", "Leg"), NC_ ("area", "Arm"), NC_ ("area", "Groin"),
      NC_ ("area", "Belly"), NC_ ("area", "Elsewhere"), NC_ ("area", "Neck"),
      NC_ ("area", "Shoulder"), NC_ ("area", "Chest"), NC_ ("area", "Flank"),
      NC_ ("area", "Between the legs"), NC_ ("area", "Hip"), NC_ ("area", "Back of the thigh"),
      NC_ ("area", "Front of the thigh"), NC_ ("area", "Knee"), NC_ ("area", "Calf"),
      NC_ ("area", "Shin"), NC_ ("area", "Foot")
    },
  },
  [UNKNOT_VOCABULARY_SIDE] = {
    .name = "side",
    .codes = {
      "left", "both", "right", "midline"
    },
    .titles = {
      NC_ ("side", "Left"), NC_ ("side", "Both sides"), NC_ ("side", "Right"),
      NC_ ("side", "In the middle")
    },
  },
  [UNKNOT_VOCABULARY_MEASURE] = {
    .name = "measure",
    .codes = {
      "heat", "cold", "rest", "position", "walking", "stretching", "massage", "water",
      "breathing", "other"
    },
    .titles = {
      NC_ ("measure", "Heat"), NC_ ("measure", "Cold"), NC_ ("measure", "Rest"),
      NC_ ("measure", "A better position"), NC_ ("measure", "Walking"),
      NC_ ("measure", "Stretching"), NC_ ("measure", "Massage"),
      NC_ ("measure", "Drinking water"), NC_ ("measure", "Slow breathing"),
      NC_ ("measure", "Something else")
    },
  },
  [UNKNOT_VOCABULARY_EFFECT] = {
    .name = "effect",
    .codes = {
      "worse", "none", "a-little", "a-lot"
    },
    .titles = {
      NC_ ("effect", "Made it worse"), NC_ ("effect", "No help"),
      NC_ ("effect", "Helped a little"), NC_ ("effect", "Helped a lot")
    },
  },
  [UNKNOT_VOCABULARY_INGREDIENT] = {
    .name = "ingredient",
    .codes = {
      "ibuprofen", "naproxen", "aspirin", "paracetamol", "lidocaine", "other-pain-medicine",
      "other"
    },
    .titles = {
      NC_ ("ingredient", "Ibuprofen"), NC_ ("ingredient", "Naproxen"),
      NC_ ("ingredient", "Aspirin"), NC_ ("ingredient", "Paracetamol (acetaminophen)"),
      NC_ ("ingredient", "Lidocaine"), NC_ ("ingredient", "Another pain medicine"),
      NC_ ("ingredient", "Another medicine")
    },
  },
  [UNKNOT_VOCABULARY_UNIT] = {
    .name = "unit",
    .codes = {
      "mg", "g", "ml", "tablet", "drop", "patch", "application"
    },
    .titles = {
      NC_ ("unit", "mg"), NC_ ("unit", "g"), NC_ ("unit", "ml"), NC_ ("unit", "Tablets"),
      NC_ ("unit", "Drops"), NC_ ("unit", "Patches"), NC_ ("unit", "Applications")
    },
  },
  [UNKNOT_VOCABULARY_SUPPLY] = {
    .name = "supply",
    .codes = {
      "bought", "prescribed"
    },
    .titles = {
      NC_ ("supply", "Bought without prescription"), NC_ ("supply", "Prescribed")
    },
  },
  [UNKNOT_VOCABULARY_SLEEP] = {
    .name = "sleep",
    .codes = {
      "good", "broken", "hardly"
    },
    .titles = {
      NC_ ("sleep", "Slept well"), NC_ ("sleep", "Broken sleep"), NC_ ("sleep", "Hardly slept")
    },
  },
  [UNKNOT_VOCABULARY_EVENT] = {
    .name = "event",
    .codes = {
      "physio", "scan", "new-chair", "medicine", "operation", "other"
    },
    .titles = {
      NC_ ("event", "Physiotherapy began"), NC_ ("event", "A scan"), NC_ ("event", "A new chair"),
      NC_ ("event", "A medicine began"), NC_ ("event", "An operation"),
      NC_ ("event", "Something else")
    },
  },
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
 * unknot_vocabulary_get_title:
 * @code: one of the codes
 *
 * Returns: (transfer none): @code in words, translated, as a title
 */
const char *
unknot_vocabulary_get_title (UnknotVocabulary  self,
                             const char       *code)
{
  int place = unknot_vocabulary_find (self, code);

  g_return_val_if_fail (place >= 0, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, vocabularies[self].name, vocabularies[self].titles[place]);
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
