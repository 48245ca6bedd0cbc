/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-filter-text"

#include "config.h"

#include "unknot-filter-text.h"

#include "unknot-entry-text.h"
#include "unknot-pain.h"

#include <glib/gi18n.h>

/* What a filter asks for, in words. */

/**
 * unknot_filter_text_get_treatment:
 * @treatment: as in unknot_entry_filter_with_treatment()
 *
 * Returns: (transfer none): what was tried; a medicine that has no code by its own name
 */
const char *
unknot_filter_text_get_treatment (UnknotTreatmentKind  kind,
                                  const char          *treatment)
{
  switch (kind)
    {
    case UNKNOT_TREATMENT_MEASURE:
      return unknot_vocabulary_get_title (UNKNOT_VOCABULARY_MEASURE, treatment);
    case UNKNOT_TREATMENT_INGREDIENT:
      return unknot_vocabulary_get_title (UNKNOT_VOCABULARY_INGREDIENT, treatment);
    case UNKNOT_TREATMENT_MEDICINE:
      return treatment;
    case UNKNOT_TREATMENT_NONE:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * unknot_filter_text_dup_worst:
 * @from: the least that the worst of a spasm was, 0–10
 * @to: the most
 *
 * Returns: (transfer full): the pain that is asked for
 */
char *
unknot_filter_text_dup_worst (int from,
                              int to)
{
  if (from == to)
    /* Translators: how bad it was, 0–10 */
    return g_strdup_printf (C_ ("filter", "Pain %d"), from);
  if (to == UNKNOT_PAIN_MAX)
    return g_strdup_printf (C_ ("filter", "Pain %d or more"), from);
  if (from == 0)
    return g_strdup_printf (C_ ("filter", "Pain %d or less"), to);

  return g_strdup_printf (C_ ("filter", "Pain %d–%d"), from, to);
}

/**
 * unknot_filter_text_dup_days:
 * @first_day: a local day, yyyymmdd; 0 for any
 * @last_day: another, or the same; 0 for any, though not both
 *
 * Returns: (transfer full): the days that are asked for
 */
char *
unknot_filter_text_dup_days (int          first_day,
                             int          last_day,
                             UnknotClock *clock)
{
  g_autofree char *first = first_day != 0 ? unknot_entry_text_dup_day (first_day, clock) : NULL;
  g_autofree char *last = last_day != 0 ? unknot_entry_text_dup_day (last_day, clock) : NULL;

  if (first_day == last_day)
    return g_steal_pointer (&first);
  if (last == NULL)
    /* Translators: a day */
    return g_strdup_printf (C_ ("filter", "Since %s"), first);
  if (first == NULL)
    return g_strdup_printf (C_ ("filter", "Until %s"), last);

  /* Translators: two days */
  return g_strdup_printf (C_ ("filter", "%s – %s"), first, last);
}
