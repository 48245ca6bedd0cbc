/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-insights-text"

#include "config.h"

#include "unknot-insights-text.h"

#include "unknot-axis.h"

#include <glib/gi18n.h>

/* What went with what, in words that say no more than was counted: never what was the cause. */

static const char *
get_measure (const char *code)
{
  return unknot_vocabulary_get_title (UNKNOT_VOCABULARY_MEASURE, code);
}

static char *
dup_weekday (GDateWeekday weekday)
{
  return unknot_axis_dup_weekday (weekday, "%A");
}

/* Of a hundred, without the sign; of what is clear never nothing. */
static int
get_percent (double part)
{
  return MAX (1, (int) (ABS (part) * 100 + 0.5));
}

static char *
dup_sleep_title (const UnknotInsight *insight)
{
  if (!insight->is_clear)
    return g_strdup (_("Bad nights and spasms: no clear difference"));

  return g_strdup (insight->difference > 0 ? _("Bad nights went with more spasms")
                                           : _("Bad nights went with fewer spasms"));
}

static char *
dup_measure_title (const UnknotInsight *insight)
{
  const char *name = get_measure (insight->measure);

  if (!insight->is_clear)
    /* Translators: %s is what was tried: “Heat” */
    return g_strdup_printf (_("%s and relief: no clear difference"), name);

  return g_strdup_printf (insight->difference > 0
                            ? _("%s went with relief more often than other measures")
                            : _("%s went with relief less often than other measures"), name);
}

static char *
dup_weekday_title (const UnknotInsight *insight)
{
  g_autofree char *name = dup_weekday (insight->weekday);

  if (!insight->is_clear)
    /* Translators: %s is a day of the week. */
    return g_strdup_printf (_("%s and spasms: no clear difference"), name);

  return g_strdup_printf (insight->difference > 0
                            ? _("%s went with more spasms than other days")
                            : _("%s went with fewer spasms than other days"), name);
}

/**
 * unknot_insights_text_get_kind:
 *
 * Returns: what is compared
 */
const char *
unknot_insights_text_get_kind (UnknotInsightKind kind)
{
  switch (kind)
    {
    case UNKNOT_INSIGHT_SLEEP:
      return _("Nights and spasms");
    case UNKNOT_INSIGHT_MEASURE:
      return _("What you tried, and relief");
    case UNKNOT_INSIGHT_WEEKDAY:
      return _("Days of the week and spasms");
    default:
      g_assert_not_reached ();
    }
}

/**
 * unknot_insights_text_dup_title:
 *
 * Returns: (transfer full): what went with what, or that nothing clearly did
 */
char *
unknot_insights_text_dup_title (const UnknotInsight *insight)
{
  switch (insight->kind)
    {
    case UNKNOT_INSIGHT_SLEEP:
      return dup_sleep_title (insight);
    case UNKNOT_INSIGHT_MEASURE:
      return dup_measure_title (insight);
    case UNKNOT_INSIGHT_WEEKDAY:
      return dup_weekday_title (insight);
    default:
      g_assert_not_reached ();
    }
}

/**
 * unknot_insights_text_dup_counts:
 *
 * Returns: (transfer full): how many times of how many it was so with it, and how many without
 */
char *
unknot_insights_text_dup_counts (const UnknotInsight *insight)
{
  g_autofree char *name = NULL;

  switch (insight->kind)
    {
    case UNKNOT_INSIGHT_SLEEP:
      return g_strdup_printf (_("After broken sleep or hardly any, a spasm began that day or the "
                                "next %d of %d times; after a good night, %d of %d times."),
                              insight->k_with, insight->n_with, insight->k_without,
                              insight->n_without);
    case UNKNOT_INSIGHT_MEASURE:
      return g_strdup_printf (_("You noted relief %d of %d times with it, and %d of %d times with "
                                "other measures."),
                              insight->k_with, insight->n_with, insight->k_without,
                              insight->n_without);
    case UNKNOT_INSIGHT_WEEKDAY:
      name = dup_weekday (insight->weekday);
      /* Translators: %s is a day of the week; all days are those with an entry. */
      return g_strdup_printf (_("%s: a spasm began on %d of %d with an entry. Other days: on "
                                "%d of %d."),
                              name, insight->k_with, insight->n_with, insight->k_without,
                              insight->n_without);
    default:
      g_assert_not_reached ();
    }
}

static char *
dup_clear_interval (const UnknotInsight *insight)
{
  gboolean more = insight->difference > 0;
  int least = get_percent (more ? insight->low : insight->high);
  int most = get_percent (more ? insight->high : insight->low);

  /* Translators: of a hundred days or times. The numbers are the difference that was counted, and
   * the least and the most that it may be but for chance. */
  return g_strdup_printf (more ? _("In 100, that is %d more. Chance leaves room for %d to %d more.")
                               : _("In 100, that is %d fewer. Chance leaves room for %d to %d "
                                   "fewer."),
                          get_percent (insight->difference), least, most);
}

/**
 * unknot_insights_text_dup_interval:
 *
 * Returns: (transfer full): how much that is, and how far chance may have bent it
 */
char *
unknot_insights_text_dup_interval (const UnknotInsight *insight)
{
  int fewer = ABS (insight->low) * 100 + 0.5;
  int more = ABS (insight->high) * 100 + 0.5;

  if (insight->is_clear)
    return dup_clear_interval (insight);

  return g_strdup_printf (_("In 100, chance leaves room for anything from %d fewer to %d more."),
                          fewer, more);
}

/* @with: (transfer full) (nullable): what is needed of it, where anything is
 * @without: the same */
static char *
join_needs (char *with,
            char *without)
{
  g_autofree char *first = with;
  g_autofree char *second = without;

  if (first == NULL)
    return g_steal_pointer (&second);
  if (second == NULL)
    return g_steal_pointer (&first);

  /* Translators: of what more is needed: “1 bad night and 2 good nights” */
  return g_strdup_printf (_("%s and %s"), first, second);
}

static char *
dup_sleep_need (const UnknotInsightNeed *need)
{
  int n = need->n_with;
  int m = need->n_without;

  return join_needs (
    n > 0 ? g_strdup_printf (ngettext ("%d bad night", "%d bad nights", n), n) : NULL,
    m > 0 ? g_strdup_printf (ngettext ("%d good night", "%d good nights", m), m) : NULL);
}

static char *
dup_measure_need (const UnknotInsightNeed *need)
{
  int n = need->n_with;
  int m = need->n_without;
  char *with = NULL;

  if (n > 0 && need->measure != NULL)
    /* Translators: %s is what was tried: “Heat” */
    with = g_strdup_printf (ngettext ("%d time with “%s”", "%d times with “%s”", n), n,
                            get_measure (need->measure));
  else if (n > 0)
    with = g_strdup_printf (ngettext ("%d time with one measure", "%d times with one measure", n),
                            n);

  return join_needs (with, m > 0 ? g_strdup_printf (ngettext ("%d time with something else",
                                                              "%d times with something else", m),
                                                    m) : NULL);
}

static char *
dup_weekday_need (const UnknotInsightNeed *need)
{
  int n = need->n_with;
  int m = need->n_without;
  g_autofree char *name =
    need->weekday != G_DATE_BAD_WEEKDAY ? dup_weekday (need->weekday) : NULL;
  char *with = NULL;

  if (n > 0 && name != NULL)
    /* Translators: %s is a day of the week. */
    with = g_strdup_printf (ngettext ("%d day that is a %s", "%d days that are a %s", n), n, name);
  else if (n > 0)
    with = g_strdup_printf (ngettext ("%d day of one weekday", "%d days of one weekday", n), n);

  return join_needs (with, m > 0 ? g_strdup_printf (ngettext ("%d other day", "%d other days", m),
                                                    m) : NULL);
}

/**
 * unknot_insights_text_dup_need:
 *
 * Returns: (transfer full): what is to be noted before anything can be said
 */
char *
unknot_insights_text_dup_need (const UnknotInsightNeed *need)
{
  g_autofree char *needed = NULL;

  switch (need->kind)
    {
    case UNKNOT_INSIGHT_SLEEP:
      needed = dup_sleep_need (need);
      /* Translators: %s is so many bad nights, so many good ones, or both. */
      return g_strdup_printf (_("Still needed: %s, with an entry on the day after"), needed);
    case UNKNOT_INSIGHT_MEASURE:
      needed = dup_measure_need (need);
      /* Translators: %s is so many times with something, with something else, or both. */
      return g_strdup_printf (_("Still needed: %s, with whether it helped"), needed);
    case UNKNOT_INSIGHT_WEEKDAY:
      needed = dup_weekday_need (need);
      /* Translators: %s is so many of one day of the week, of others, or both. */
      return g_strdup_printf (_("Still needed: %s, with an entry"), needed);
    default:
      g_assert_not_reached ();
    }
}

/**
 * unknot_insights_text_dup_often_title:
 *
 * Returns: (transfer full): whether spasms come more often, by the rule of the protocol
 */
char *
unknot_insights_text_dup_often_title (UnknotTrends *trends)
{
  int recent = unknot_trends_get_n_recent (trends);
  int before = unknot_trends_get_n_before (trends);

  switch (unknot_trends_get_more_frequent (trends))
    {
    case UNKNOT_TRENDS_UNKNOWN:
      return g_strdup (_("Too early to say whether spasms come more often"));
    case TRUE:
      return g_strdup (_("Spasms came more often than before"));
    default:
      break;
    }

  if (recent > before)
    return g_strdup (_("Slightly more spasms than before"));
  if (!unknot_trends_can_tell_fewer (trends))
    return g_strdup (_("Too few entries to say whether spasms come less often"));

  return g_strdup (recent < before ? _("Fewer spasms than before")
                                   : _("As many spasms as before"));
}

/**
 * unknot_insights_text_dup_often_counts:
 *
 * Returns: (transfer full): how many spasms there were, and what that is worth
 */
char *
unknot_insights_text_dup_often_counts (UnknotTrends *trends)
{
  int more = unknot_trends_get_more_frequent (trends);
  g_autofree char *counts = NULL;

  if (more == UNKNOT_TRENDS_UNKNOWN)
    return g_strdup (_("That needs a diary of 56 days: the last 28, and the 28 before"));

  counts = g_strdup_printf (_("%d in the last 28 days, %d in the 28 days before"),
                            unknot_trends_get_n_recent (trends),
                            unknot_trends_get_n_before (trends));
  if (!more)
    /* Translators: %s is how many spasms there were, %d of how many days there is an entry. */
    return g_strdup_printf (_("%s, with entries on %d of the last 28 days"), counts,
                            unknot_trends_get_known_days (trends));

  /* Translators: %s is how many spasms there were. */
  return g_strdup_printf (_("%s. Talk to a doctor about it; the check-up says how soon"), counts);
}
