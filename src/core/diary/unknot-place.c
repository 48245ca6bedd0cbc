/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-place"

#include "config.h"

#include "unknot-place.h"

#include <glib/gi18n-lib.h>

/**
 * UnknotPlace:
 *
 * A place on the body that hurts in a spasm, and how. It never changes.
 */
struct _UnknotPlace
{
  GObject parent_instance;

  const char *area;
  const char *side; /* nullable */
  const char *kind; /* nullable */
  int pain;
};

G_DEFINE_FINAL_TYPE (UnknotPlace, unknot_place, G_TYPE_OBJECT)

static void
unknot_place_class_init (UnknotPlaceClass *klass)
{
}

static void
unknot_place_init (UnknotPlace *self)
{
}

/**
 * unknot_place_new:
 * @area: a code of %UNKNOT_VOCABULARY_AREA
 * @side: (nullable): a code of %UNKNOT_VOCABULARY_SIDE
 * @pain: how bad it is there, or %UNKNOT_PAIN_UNKNOWN
 * @kind: (nullable): what it is like there, a code of %UNKNOT_VOCABULARY_FEEL
 *
 * Returns: (transfer full) (nullable): a place; %NULL with @error set where that is none
 */
UnknotPlace *
unknot_place_new (const char  *area,
                  const char  *side,
                  gint64       pain,
                  const char  *kind,
                  GError     **error)
{
  g_autoptr (UnknotPlace) self = g_object_new (UNKNOT_TYPE_PLACE, NULL);

  g_return_val_if_fail (area != NULL, NULL);

  if (!unknot_vocabulary_take (UNKNOT_VOCABULARY_AREA, area, &self->area, error) ||
      !unknot_vocabulary_take (UNKNOT_VOCABULARY_SIDE, side, &self->side, error) ||
      !unknot_vocabulary_take (UNKNOT_VOCABULARY_FEEL, kind, &self->kind, error) ||
      !unknot_pain_take_optional (pain, &self->pain, error))
    return NULL;

  return g_steal_pointer (&self);
}

const char *
unknot_place_get_area (UnknotPlace *self)
{
  g_return_val_if_fail (UNKNOT_IS_PLACE (self), NULL);

  return self->area;
}

/**
 * unknot_place_get_side:
 *
 * Returns: (nullable): the side of the body, %NULL where that was not said
 */
const char *
unknot_place_get_side (UnknotPlace *self)
{
  g_return_val_if_fail (UNKNOT_IS_PLACE (self), NULL);

  return self->side;
}

/**
 * unknot_place_get_pain:
 *
 * Returns: how bad it is there, or %UNKNOT_PAIN_UNKNOWN
 */
int
unknot_place_get_pain (UnknotPlace *self)
{
  g_return_val_if_fail (UNKNOT_IS_PLACE (self), UNKNOT_PAIN_UNKNOWN);

  return self->pain;
}

/**
 * unknot_place_get_kind:
 *
 * Returns: (nullable): what it is like there, %NULL where that was not said
 */
const char *
unknot_place_get_kind (UnknotPlace *self)
{
  g_return_val_if_fail (UNKNOT_IS_PLACE (self), NULL);

  return self->kind;
}

/**
 * unknot_place_dup_title:
 * @area: a code of %UNKNOT_VOCABULARY_AREA
 * @side: (nullable): a code of %UNKNOT_VOCABULARY_SIDE
 *
 * Returns: (transfer full): a place in words
 */
char *
unknot_place_dup_title (const char *area,
                        const char *side)
{
  const char *title = unknot_vocabulary_get_title (UNKNOT_VOCABULARY_AREA, area);

  /* There is no other side to it. */
  if (side == NULL || g_str_equal (area, "saddle"))
    return g_strdup (title);
  if (g_str_equal (side, "left"))
    /* Translators: a place on the body, such as “Lower back” */
    return g_strdup_printf (_("%s, left"), title);
  if (g_str_equal (side, "right"))
    /* Translators: a place on the body, such as “Lower back” */
    return g_strdup_printf (_("%s, right"), title);
  if (g_str_equal (side, "both"))
    /* Translators: a place on the body, such as “Lower back” */
    return g_strdup_printf (_("%s, both sides"), title);

  /* Translators: a place on the body, such as “Lower back” */
  return g_strdup_printf (_("%s, in the middle"), title);
}
