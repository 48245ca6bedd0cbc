/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-history-text"

#include "config.h"

#include "unknot-history-text.h"

#include "unknot-axis.h"
#include "unknot-body-map.h"
#include "unknot-level.h"
#include "unknot-time-of-day.h"

#include <glib/gi18n.h>

/* What a history says in words: days, and what is known of them. */

#define HOURS_IN_DAY 24
#define DAYS_IN_WEEK 7

static const char *
get_effect_title (guint effect)
{
  const char *const *codes = unknot_vocabulary_get_codes (UNKNOT_VOCABULARY_EFFECT);

  return unknot_vocabulary_get_title (UNKNOT_VOCABULARY_EFFECT, codes[effect]);
}

static void
add_item (GString *list,
          char    *item)
{
  unknot_history_text_add (list, _(", "), item);
}

/**
 * unknot_history_text_add:
 * @separator: what stands between them
 * @words: (transfer full): what to add
 *
 * Adds words to others, if there are any.
 */
void
unknot_history_text_add (GString    *text,
                         const char *separator,
                         char       *words)
{
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, words);
  g_free (words);
}

/* --- Days and times --- */

/**
 * unknot_history_text_dup_day:
 * @day: a local day, yyyymmdd
 *
 * Returns: (transfer full): the day, with its year
 */
char *
unknot_history_text_dup_day (int day)
{
  /* Translators: a day, as g_date_time_format () takes it: “21 November 2026” */
  return unknot_axis_dup_day (day, _("%-d %B %Y"));
}

/**
 * unknot_history_text_dup_period:
 *
 * Returns: (transfer full): from which day to which
 */
char *
unknot_history_text_dup_period (const UnknotPeriod *period)
{
  gboolean same_year = period->first_day / 10000 == period->last_day / 10000;
  /* Translators: a day of the same year as another, as g_date_time_format () takes it */
  g_autofree char *first =
    unknot_axis_dup_day (period->first_day, same_year ? _("%-d %B") : _("%-d %B %Y"));
  g_autofree char *last = unknot_history_text_dup_day (period->last_day);

  /* Translators: from a day to a day */
  return g_strdup_printf (_("%s – %s"), first, last);
}

/**
 * unknot_history_text_dup_hour:
 * @hour: 0–23
 *
 * Returns: (transfer full): when it begins and ends, as the language counts
 */
char *
unknot_history_text_dup_hour (guint hour)
{
  gboolean twelve_hour = unknot_time_of_day_is_twelve_hour ();
  g_autofree char *start = unknot_time_of_day_format (hour * 60, twelve_hour);
  g_autofree char *end = unknot_time_of_day_format ((hour + 1) % HOURS_IN_DAY * 60, twelve_hour);

  /* Translators: from a time of day to a time of day */
  return g_strdup_printf (_("%s–%s"), start, end);
}

/**
 * unknot_history_text_dup_weekday:
 * @from_monday: 0 for Monday, 6 for Sunday
 *
 * Returns: (transfer full): the weekday
 */
char *
unknot_history_text_dup_weekday (guint from_monday)
{
  return unknot_axis_dup_weekday (G_DATE_MONDAY + from_monday, "%A");
}

/* --- How often, now and before --- */

/**
 * unknot_history_text_get_change:
 * @trends: (nullable): what is known of it
 * @n_recent: (out): how many spasms started in the last 28 days, or negative
 * @n_before: (out): how many in the 28 days before, or negative where the diary is too young to
 *   tell
 */
void
unknot_history_text_get_change (UnknotTrends *trends,
                                int          *n_recent,
                                int          *n_before)
{
  gboolean is_old_enough =
    trends != NULL && unknot_trends_get_more_frequent (trends) != UNKNOT_TRENDS_UNKNOWN;

  *n_recent = trends != NULL ? unknot_trends_get_n_recent (trends) : UNKNOT_TRENDS_UNKNOWN;
  *n_before = is_old_enough ? unknot_trends_get_n_before (trends) : UNKNOT_TRENDS_UNKNOWN;
}

/**
 * unknot_history_text_dup_change:
 * @trends: (nullable): what is known of it
 *
 * Returns: (transfer full): in a line how often there were spasms lately, and before; empty where
 *   that is not known. That there were fewer is only said where most days have entries
 */
char *
unknot_history_text_dup_change (UnknotTrends *trends)
{
  int n, n_before, n_known;

  unknot_history_text_get_change (trends, &n, &n_before);
  if (n < 0)
    return g_strdup ("");
  n_known = unknot_trends_get_known_days (trends);
  if (n_known == 0)
    return g_strdup (_("No entry in the last 28 days"));
  if (n_before < 0)
    return g_strdup_printf (ngettext ("%d spasm in the last 28 days",
                                      "%d spasms in the last 28 days", n), n);
  if (n <= n_before && !unknot_trends_can_tell_fewer (trends))
    return g_strdup_printf (ngettext ("%d spasm noted in the last 28 days, %d in the 28 days before, "
                                      "with entries on %d of the 28 days",
                                      "%d spasms noted in the last 28 days, %d in the 28 days "
                                      "before, with entries on %d of the 28 days", n),
                            n, n_before, n_known);
  if (n == 0 && n_before == 0)
    return g_strdup (_("No spasm in the last 56 days"));
  if (n == n_before)
    return g_strdup_printf (_("As many spasms as before: %d in the last 28 days, and in the 28 "
                              "days before"), n);

  return g_strdup_printf (n > n_before ? _("More spasms: %d in the last 28 days, %d in the 28 days "
                                           "before")
                                       : _("Fewer spasms: %d in the last 28 days, %d in the 28 "
                                           "days before"), n, n_before);
}

/* --- What there is --- */

/**
 * unknot_history_text_get_title:
 *
 * Returns: what a chart of it shows
 */
const char *
unknot_history_text_get_title (UnknotHistoryAspect aspect)
{
  const char *const titles[UNKNOT_HISTORY_N_ASPECTS] = {
    [UNKNOT_HISTORY_CALENDAR] = _("Days by worst pain"),
    [UNKNOT_HISTORY_PAIN] = _("Pain over time"),
    [UNKNOT_HISTORY_WEEKS] = _("Spasms a week"),
    [UNKNOT_HISTORY_TRIGGERS] = _("What set them off"),
    [UNKNOT_HISTORY_RELIEFS] = _("What was tried, and what came of it"),
    [UNKNOT_HISTORY_HOURS] = _("Time of day when spasms began"),
    [UNKNOT_HISTORY_WEEKDAYS] = _("Weekday when spasms began"),
    [UNKNOT_HISTORY_PLACES] = _("Where spasms were"),
    [UNKNOT_HISTORY_FUNCTION] = _("Pain and function over time"),
  };

  return titles[aspect];
}

/* --- Single data --- */

/**
 * unknot_history_text_get_relief_title:
 *
 * Returns: (transfer none): what was tried
 */
const char *
unknot_history_text_get_relief_title (const UnknotHistoryRelief *relief)
{
  if (relief->measure != NULL)
    return unknot_vocabulary_get_title (UNKNOT_VOCABULARY_MEASURE, relief->measure);
  if (relief->ingredient != NULL)
    return unknot_vocabulary_get_title (UNKNOT_VOCABULARY_INGREDIENT, relief->ingredient);

  return relief->name;
}

/**
 * unknot_history_text_count_told:
 *
 * Returns: of how many tries it is told what came of them
 */
int
unknot_history_text_count_told (const UnknotHistoryRelief *relief)
{
  int n = 0;

  for (guint i = 0; i < UNKNOT_HISTORY_N_EFFECTS; i++)
    n += relief->n_effects[i];

  return n;
}

/**
 * unknot_history_text_dup_marker:
 *
 * Returns: (transfer full): what is marked
 */
char *
unknot_history_text_dup_marker (const UnknotHistoryMarker *marker)
{
  UnknotLevel level = UNKNOT_LEVEL_NONE;
  const char *title = marker->title;

  switch (marker->kind)
    {
    case UNKNOT_HISTORY_MARKER_EVENT:
      if (title == NULL)
        title = unknot_vocabulary_get_title (UNKNOT_VOCABULARY_EVENT, marker->code);
      return g_strdup (title);
    case UNKNOT_HISTORY_MARKER_CHECK:
      unknot_level_from_code (marker->code, &level);
      return g_strdup_printf (_("Check-up: %s"), unknot_level_get_title (level));
    case UNKNOT_HISTORY_MARKER_MEASURE:
      return g_strdup_printf (_("First tried: %s"),
                              unknot_vocabulary_get_title (UNKNOT_VOCABULARY_MEASURE,
                                                           marker->code));
    case UNKNOT_HISTORY_MARKER_MEDICINE:
      if (marker->code != NULL)
        title = unknot_vocabulary_get_title (UNKNOT_VOCABULARY_INGREDIENT, marker->code);
      return g_strdup_printf (_("First dose: %s"), title);
    default:
      g_assert_not_reached ();
    }
}

/**
 * unknot_history_text_dup_day_value:
 *
 * Returns: (transfer full): what is known of a day
 */
char *
unknot_history_text_dup_day_value (const UnknotHistoryDay *day)
{
  /* Translators: a day, as g_date_time_format () takes it: “Saturday, 21 November 2026” */
  g_autofree char *date = unknot_axis_dup_day (day->day, _("%A, %-d %B %Y"));
  GString *text;

  if (!day->is_entered)
    return g_strdup_printf (_("%s: no entry"), date);
  if (day->is_painless)
    return g_strdup_printf (_("%s: no pain"), date);

  text = g_string_new (NULL);
  if (day->n_spasms > 0)
    add_item (text, g_strdup_printf (ngettext ("%d spasm", "%d spasms", day->n_spasms),
                                     day->n_spasms));
  else if (day->has_spasm)
    add_item (text, g_strdup (_("a spasm went on")));
  add_item (text, day->worst != UNKNOT_HISTORY_UNKNOWN
                    ? g_strdup_printf (_("worst pain %d of 10"), day->worst)
                    : g_strdup (_("pain not told")));
  g_string_prepend (text, _(": "));
  g_string_prepend (text, date);

  return g_string_free_and_steal (text);
}

static char *
dup_markers (UnknotHistory               *history,
             const UnknotPainChartDatum  *datum)
{
  guint n;
  const UnknotHistoryMarker *markers = unknot_history_get_markers (history, &n);
  GString *text = g_string_new (NULL);

  for (guint i = datum->first; i < datum->first + datum->n; i++)
    {
      g_autofree char *date = unknot_history_text_dup_day (markers[i].day);
      g_autofree char *marker = unknot_history_text_dup_marker (&markers[i]);

      /* Translators: a day, and what was on it */
      unknot_history_text_add (text, _("; "),
                               g_strdup_printf (_("%s: %s"), date, marker));
    }

  return g_string_free_and_steal (text);
}

/**
 * unknot_history_text_dup_pain_value:
 * @datum: one of the pain chart of the history
 *
 * Returns: (transfer full): which days it shows and how bad the pain was, or what it marks
 */
char *
unknot_history_text_dup_pain_value (UnknotHistory              *history,
                                    const UnknotPainChartDatum *datum)
{
  guint n;
  const UnknotHistoryDay *days = unknot_history_get_days (history, &n);
  g_autofree char *when = NULL;

  if (datum->is_marker)
    return dup_markers (history, datum);

  if (datum->n == 1)
    when = unknot_history_text_dup_day (days[datum->first].day);
  else
    when = unknot_history_text_dup_period (
      &(UnknotPeriod) { days[datum->first].day, days[datum->first + datum->n - 1].day });
  if (datum->lowest == datum->worst)
    /* Translators: a day, and how bad the pain was */
    return g_strdup_printf (_("%s: %d of 10"), when, datum->worst);

  /* Translators: a day, and how bad the pain was: the least, the worst, the mean */
  return g_strdup_printf (_("%s: %d to %d of 10, %.1f on average"), when, datum->lowest,
                          datum->worst, datum->mean);
}

/**
 * unknot_history_text_dup_weeks_value:
 * @datum: one of the weeks chart of the history
 *
 * Returns: (transfer full): which week it shows, and how many spasms began in it
 */
char *
unknot_history_text_dup_weeks_value (UnknotHistory               *history,
                                     const UnknotWeeksChartDatum *datum)
{
  guint n;
  const UnknotHistoryWeek *week = &unknot_history_get_weeks (history, &n)[datum->highest];
  g_autofree char *day = unknot_history_text_dup_day (week->first_day);
  GString *text = g_string_new (NULL);

  if (datum->n > 1)
    add_item (text, g_strdup_printf (ngettext ("Most of %u week", "Most of %u weeks", datum->n),
                                     datum->n));
  /* Translators: the day that a week begins with */
  add_item (text, g_strdup_printf (_("Week from %s"), day));
  g_string_append (text, _(": "));
  if (week->n_entered == 0)
    g_string_append (text, _("no entry"));
  else
    g_string_append_printf (text, ngettext ("%d spasm", "%d spasms", week->n_spasms),
                            week->n_spasms);
  if (week->worst > 0)
    add_item (text, g_strdup_printf (_("worst pain %d of 10"), week->worst));
  if (week->n_days < DAYS_IN_WEEK)
    add_item (text, g_strdup_printf (ngettext ("%d day of it", "%d days of it", week->n_days),
                                     week->n_days));

  return g_string_free_and_steal (text);
}

static char *
dup_share (const char *title,
           int         n,
           int         n_all)
{
  /* Translators: what spasms have in common, how many have it, and how many there are */
  return g_strdup_printf (ngettext ("%s: %d of %d spasm", "%s: %d of %d spasms", n_all), title, n,
                          n_all);
}

/**
 * unknot_history_text_dup_trigger_value:
 * @trigger: a position in unknot_history_get_triggers()
 *
 * Returns: (transfer full): how many spasms it set off
 */
char *
unknot_history_text_dup_trigger_value (UnknotHistory *history,
                                       guint          trigger)
{
  guint n;
  const UnknotHistoryTrigger *triggers = unknot_history_get_triggers (history, &n);

  return dup_share (unknot_vocabulary_get_title (UNKNOT_VOCABULARY_TRIGGER, triggers[trigger].code),
                    triggers[trigger].n_spasms, unknot_history_get_n_spasms (history));
}

/**
 * unknot_history_text_dup_relief_value:
 *
 * Returns: (transfer full): how many times it was tried, and what came of it
 */
char *
unknot_history_text_dup_relief_value (const UnknotHistoryRelief *relief)
{
  g_autoptr (GString) effects = g_string_new (NULL);
  const char *title = unknot_history_text_get_relief_title (relief);
  int n_untold = relief->n - unknot_history_text_count_told (relief);

  for (guint i = UNKNOT_HISTORY_N_EFFECTS; i > 0; i--)
    if (relief->n_effects[i - 1] > 0)
      /* Translators: what came of something that was tried, and how many times */
      add_item (effects, g_strdup_printf (C_ ("effect", "%s %d"), get_effect_title (i - 1),
                                          relief->n_effects[i - 1]));
  if (n_untold > 0)
    add_item (effects, g_strdup_printf (_("not told %d"), n_untold));

  /* Translators: what was tried, how many times, and what came of it */
  return g_strdup_printf (ngettext ("%s: tried %d time. %s", "%s: tried %d times. %s", relief->n),
                          title, relief->n, effects->str);
}

/**
 * unknot_history_text_dup_hour_value:
 * @hour: 0–23
 *
 * Returns: (transfer full): how many spasms began in it
 */
char *
unknot_history_text_dup_hour_value (UnknotHistory *history,
                                    guint          hour)
{
  g_autofree char *title = unknot_history_text_dup_hour (hour);

  return dup_share (title, unknot_history_get_hours (history)[hour],
                    unknot_history_get_n_spasms (history) -
                      unknot_history_get_n_hourless (history));
}

/**
 * unknot_history_text_dup_weekday_value:
 *
 * Returns: (transfer full): how many spasms began on it
 */
char *
unknot_history_text_dup_weekday_value (UnknotHistory *history,
                                       GDateWeekday   weekday)
{
  g_autofree char *title = unknot_history_text_dup_weekday (weekday - G_DATE_MONDAY);

  return dup_share (title, unknot_history_get_weekdays (history)[weekday - G_DATE_MONDAY],
                    unknot_history_get_n_spasms (history));
}

/**
 * unknot_history_text_dup_place_value:
 * @area: a code of %UNKNOT_VOCABULARY_AREA
 * @side: (nullable): a code of %UNKNOT_VOCABULARY_SIDE
 * @n_spasms: how many spasms were there
 * @worst: how bad the worst was, 0–10
 *
 * Returns: (transfer full): all that
 */
char *
unknot_history_text_dup_place_value (const char *area,
                                     const char *side,
                                     int         n_spasms,
                                     int         worst)
{
  g_autofree char *title = unknot_body_map_dup_title (area, side);

  /* Translators: a place on the body */
  return g_strdup_printf (ngettext ("%s: %d spasm, worst pain %d of 10",
                                    "%s: %d spasms, worst pain %d of 10", n_spasms),
                          title, n_spasms, worst);
}

/**
 * unknot_history_text_dup_peg_value:
 *
 * Returns: (transfer full): when that was told, and what
 */
char *
unknot_history_text_dup_peg_value (UnknotPeg *peg)
{
  UnknotMoment *moment = unknot_entry_get_moment (UNKNOT_ENTRY (peg));
  g_autofree char *day = unknot_history_text_dup_day (unknot_moment_get_day (moment));

  /* Translators: a day, the mean of three answers, and each of them: how bad the pain was, and how
   * much it kept the person from enjoying life and from usual activities, all 0–10 */
  return g_strdup_printf (_("%s: %.1f of 10. Pain %d, enjoying life %d, usual activities %d"), day,
                          unknot_peg_get_mean (peg), unknot_peg_get_pain (peg),
                          unknot_peg_get_enjoyment (peg), unknot_peg_get_activity (peg));
}
