/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-pain.h"

#include <glib/gi18n-lib.h>

/**
 * unknot_pain_take:
 * @pain: how bad a pain is
 * @field: (inout): set to @pain
 *
 * Returns: %FALSE with @error set, and @field as it was, where @pain is not from 0 to 10
 */
gboolean
unknot_pain_take (gint64   pain,
                  int     *field,
                  GError **error)
{
  if (pain < 0 || pain > UNKNOT_PAIN_MAX)
    {
      g_set_error_literal (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID,
                           _("Pain is a number from 0 to 10."));
      return FALSE;
    }

  *field = pain;

  return TRUE;
}

/**
 * unknot_pain_take_optional:
 * @pain: as for unknot_pain_take(), or %UNKNOT_PAIN_UNKNOWN
 */
gboolean
unknot_pain_take_optional (gint64   pain,
                           int     *field,
                           GError **error)
{
  if (pain != UNKNOT_PAIN_UNKNOWN)
    return unknot_pain_take (pain, field, error);

  *field = UNKNOT_PAIN_UNKNOWN;

  return TRUE;
}
