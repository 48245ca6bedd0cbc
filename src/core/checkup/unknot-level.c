/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-level"

#include "config.h"

#include "unknot-level.h"

#include <glib/gi18n-lib.h>

static const char *const codes[] = {
  [UNKNOT_LEVEL_NONE] = NULL,
  [UNKNOT_LEVEL_SELF_CARE] = "self-care",
  [UNKNOT_LEVEL_DOCTOR] = "doctor",
  [UNKNOT_LEVEL_URGENT] = "urgent",
  [UNKNOT_LEVEL_EMERGENCY] = "emergency",
};

/**
 * unknot_level_to_code:
 *
 * Returns: (nullable): the protocol's code for @level, %NULL for %UNKNOT_LEVEL_NONE
 */
const char *
unknot_level_to_code (UnknotLevel level)
{
  g_return_val_if_fail (level < G_N_ELEMENTS (codes), NULL);

  return codes[level];
}

/**
 * unknot_level_from_code:
 * @level: (out): the level of that code
 *
 * Returns: %FALSE where no level has that code
 */
gboolean
unknot_level_from_code (const char  *code,
                        UnknotLevel *level)
{
  for (guint i = UNKNOT_LEVEL_SELF_CARE; i < G_N_ELEMENTS (codes); i++)
    {
      if (g_str_equal (codes[i], code))
        {
          *level = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * unknot_level_get_title:
 *
 * Returns: @level as a sentence, in the person's language
 */
const char *
unknot_level_get_title (UnknotLevel level)
{
  switch (level)
    {
    case UNKNOT_LEVEL_EMERGENCY:
      return _("Call the emergency number now");

    case UNKNOT_LEVEL_URGENT:
      return _("Get seen today");

    case UNKNOT_LEVEL_DOCTOR:
      return _("Book an appointment");

    case UNKNOT_LEVEL_SELF_CARE:
      return _("Care for it at home, and watch");

    case UNKNOT_LEVEL_NONE:
    default:
      return _("Not finished");
    }
}
