/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * UnknotLevel:
 * @UNKNOT_LEVEL_NONE: no level yet: nothing fired, and answers are missing
 * @UNKNOT_LEVEL_SELF_CARE: care for it at home, and watch
 * @UNKNOT_LEVEL_DOCTOR: book an appointment, within days
 * @UNKNOT_LEVEL_URGENT: get seen today, within 24 hours
 * @UNKNOT_LEVEL_EMERGENCY: call the emergency number now
 *
 * Where to get help, in rising order. It is advice, never a diagnosis.
 */
typedef enum
{
  UNKNOT_LEVEL_NONE,
  UNKNOT_LEVEL_SELF_CARE,
  UNKNOT_LEVEL_DOCTOR,
  UNKNOT_LEVEL_URGENT,
  UNKNOT_LEVEL_EMERGENCY,
} UnknotLevel;

const char *unknot_level_to_code   (UnknotLevel  level);
gboolean    unknot_level_from_code (const char  *code,
                                    UnknotLevel *level);
const char *unknot_level_get_title (UnknotLevel  level);

G_END_DECLS
