/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-function-text"

#include "config.h"

#include "unknot-function-text.h"

#include "unknot-axis.h"

#include <glib/gi18n.h>
#include <math.h>

/* How pain and function changed, in words. */

/* The last of the period, or %NULL. */
static UnknotPeg *
get_last (UnknotHistory *history)
{
  GPtrArray *pegs = unknot_history_get_pegs (history);

  return pegs->len > 0 ? g_ptr_array_index (pegs, pegs->len - 1) : NULL;
}

/* Not rounded: what is not 30 % yet is not to be called so. */
static int
get_percent (double change)
{
  return floor (ABS (change) * 100 + 1e-9);
}

static gboolean
is_same (UnknotPeg *one,
         UnknotPeg *other)
{
  return g_str_equal (unknot_entry_get_uuid (UNKNOT_ENTRY (one)),
                      unknot_entry_get_uuid (UNKNOT_ENTRY (other)));
}

static char *
dup_day (UnknotPeg *peg)
{
  /* Translators: a day, as g_date_time_format () takes it: “21 November 2026” */
  return unknot_axis_dup_day (unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (peg))),
                              _("%-d %B %Y"));
}

/**
 * unknot_function_text_dup_title:
 *
 * Returns: (transfer full): the last mean of the period, and how far that is from the first ever
 */
char *
unknot_function_text_dup_title (UnknotHistory *history)
{
  UnknotPeg *first = unknot_history_get_first_peg (history);
  UnknotPeg *last = get_last (history);
  double mean = last != NULL ? unknot_peg_get_mean (last) : 0;
  double change;
  int percent;

  if (last == NULL)
    return g_strdup (first == NULL ? _("Not answered yet") : _("Not answered in this time"));
  if (is_same (first, last) || !unknot_peg_get_change (last, first, &change))
    /* Translators: the mean of three answers, each 0–10 */
    return g_strdup_printf (_("%.1f of 10"), mean);

  percent = get_percent (change);
  if (percent == 0)
    return g_strdup_printf (_("%.1f of 10, as at first"), mean);

  /* Translators: the mean of three answers, each 0–10, and by how much it changed */
  return g_strdup_printf (change < 0 ? _("%.1f of 10, %d %% lower than at first")
                                     : _("%.1f of 10, %d %% higher than at first"),
                          mean, percent);
}

/**
 * unknot_function_text_is_higher:
 *
 * Returns: whether the last mean of the period is higher than the first ever, which is worse
 */
gboolean
unknot_function_text_is_higher (UnknotHistory *history)
{
  UnknotPeg *last = get_last (history);

  return last != NULL && unknot_peg_get_mean (last) >
                           unknot_peg_get_mean (unknot_history_get_first_peg (history));
}

/**
 * unknot_function_text_asks_check:
 *
 * Returns: whether that is so much higher that it is told to go through the check-up where it goes
 *   on: by as much as would be meaningful where it was lower. Any is, where there was nothing
 */
gboolean
unknot_function_text_asks_check (UnknotHistory *history)
{
  double change;

  return unknot_function_text_is_higher (history) &&
         (!unknot_peg_get_change (get_last (history), unknot_history_get_first_peg (history),
                                  &change) ||
          get_percent (change) >= UNKNOT_PEG_MEANINGFUL);
}

static char *
dup_worse (UnknotHistory *history,
           const char    *begin)
{
  if (!unknot_function_text_asks_check (history))
    /* Translators: %s is how it was at first. */
    return g_strdup_printf (_("%s Higher is worse."), begin);

  /* Translators: %s is how it was at first. */
  return g_strdup_printf (_("%s Higher is worse. If it goes on getting worse, go through the "
                            "check-up."), begin);
}

static char *
dup_change (UnknotHistory *history)
{
  UnknotPeg *first = unknot_history_get_first_peg (history);
  UnknotPeg *last = get_last (history);
  g_autofree char *day = dup_day (first);
  g_autofree char *begin =
    /* Translators: the first mean of three answers, each 0–10, and on which day that was */
    g_strdup_printf (_("%.1f on %s."), unknot_peg_get_mean (first), day);
  double change;

  if (unknot_function_text_is_higher (history))
    return dup_worse (history, begin);
  if (!unknot_peg_get_change (last, first, &change))
    return g_steal_pointer (&begin);
  if (unknot_peg_is_improved (last, first))
    /* Translators: %s is how it was at first; %d %% a part of that. */
    return g_strdup_printf (_("%s A change of %d %% or more is a meaningful improvement."), begin,
                            UNKNOT_PEG_MEANINGFUL);

  return g_strdup_printf (_("%s From %d %% lower on it is a meaningful improvement."), begin,
                          UNKNOT_PEG_MEANINGFUL);
}

/**
 * unknot_function_text_dup_details:
 *
 * Returns: (transfer full): how it was at first, and what the change is worth; or what is needed to
 *   tell
 */
char *
unknot_function_text_dup_details (UnknotHistory *history)
{
  UnknotPeg *first = unknot_history_get_first_peg (history);
  UnknotPeg *last = get_last (history);
  g_autofree char *day = NULL;

  if (first == NULL)
    return g_strdup (_("Three numbers for the past week: how bad the pain was, and what it kept "
                       "you from"));
  if (last != NULL && !is_same (first, last))
    return dup_change (history);

  day = dup_day (first);
  if (last == NULL)
    /* Translators: %s is a day. */
    return g_strdup_printf (_("The first time was on %s"), day);

  return g_strdup_printf (_("On %s. From the second time on you see the change"), day);
}

/**
 * unknot_function_text_dup_first:
 *
 * Returns: (transfer full) (nullable): a sentence that says how it was at first and when, where that
 *   is not in the period; otherwise %NULL
 */
char *
unknot_function_text_dup_first (UnknotHistory *history)
{
  UnknotPeg *first = unknot_history_get_first_peg (history);
  GPtrArray *pegs = unknot_history_get_pegs (history);
  g_autofree char *day = NULL;

  if (first == NULL || (pegs->len > 0 && is_same (first, g_ptr_array_index (pegs, 0))))
    return NULL;

  day = dup_day (first);

  /* Translators: the first mean of three answers, each 0–10, and on which day that was */
  return g_strdup_printf (_("At first it was %.1f, on %s."), unknot_peg_get_mean (first), day);
}
