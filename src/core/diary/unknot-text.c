/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-text.h"

#include <glib/gi18n-lib.h>

/**
 * unknot_text_take:
 * @text: what a person wrote, of any length
 * @field: (inout): set to a copy of it
 *
 * Returns: %FALSE with @error set, and @field as it was, where @text is no UTF-8
 */
gboolean
unknot_text_take (const char  *text,
                  char       **field,
                  GError     **error)
{
  g_return_val_if_fail (text != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID,
                           _("A text has bytes in it that are no letters."));
      return FALSE;
    }

  g_set_str (field, text);

  return TRUE;
}
