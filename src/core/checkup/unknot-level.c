/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-level"

#include "config.h"

#include "unknot-level.h"

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
