/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-history-summary"

#include "config.h"

#include "unknot-history-summary.h"

#include "unknot-body-map.h"
#include "unknot-function-text.h"

#include <glib/gi18n.h>

/* What a chart of a history shows in sentences, or why there is none. */

/* From so much on a chart says more than the list does. */
#define MIN_DAYS 2
#define MIN_TOLD 3
#define MIN_SPASMS 5
#define MIN_ANSWERS 2

/* So many are named in a sentence. */
#define MAX_NAMES 3

#define HOURS_IN_DAY 24
#define DAYS_IN_WEEK 7

/* How many days of a history are of which kind. */
typedef struct
{
  guint n;
  int n_entered;
  int n_painless;
  int n_with_spasm;
  int n_with_pain; /* told, be it 0 */
  int n_untold;    /* neither pain nor that there was none, nor a spasm */
  double sum;      /* of the means */
  int lowest;
  int worst;
  int worst_day; /* the last of them */
  int n_worst_days;
} Days;

static Days
count_days (UnknotHistory *history)
{
  Days count = { .lowest = UNKNOT_PAIN_MAX, .worst = UNKNOT_HISTORY_UNKNOWN };
  const UnknotHistoryDay *days = unknot_history_get_days (history, &count.n);

  for (guint i = 0; i < count.n; i++)
    {
      const UnknotHistoryDay *day = &days[i];

      count.n_entered += day->is_entered;
      count.n_painless += day->is_painless;
      count.n_with_spasm += day->has_spasm;
      count.n_untold += day->is_entered && !day->has_spasm && !day->is_painless;
      if (day->n_pains == 0)
        continue;
      count.n_with_pain++;
      count.sum += day->mean;
      count.lowest = MIN (count.lowest, day->lowest);
      if (day->worst > count.worst)
        count.n_worst_days = 0;
      if (day->worst >= count.worst)
        {
          count.worst = day->worst;
          count.worst_day = day->day;
          count.n_worst_days++;
        }
    }

  return count;
}

static void
add_sentence (GString *text,
              char    *sentence)
{
  unknot_history_text_add (text, " ", sentence);
}

static void
add_item (GString *list,
          char    *item)
{
  unknot_history_text_add (list, _(", "), item);
}

static int
count_all_told (UnknotHistory *history)
{
  guint n_reliefs;
  const UnknotHistoryRelief *reliefs = unknot_history_get_reliefs (history, &n_reliefs);
  int n = 0;

  for (guint i = 0; i < n_reliefs; i++)
    n += unknot_history_text_count_told (&reliefs[i]);

  return n;
}

/* @need: (transfer full): what at least is needed */
static char *
dup_need (char *need,
          int   least,
          int   n)
{
  g_autofree char *needed = need;

  if (n >= least)
    return NULL;

  /* Translators: what a chart needs, and how much of that there is in the days that are chosen */
  return g_strdup_printf (_("%s So far in this time: %d."), needed, n);
}

/**
 * unknot_history_summary_dup_lack:
 *
 * Returns: (transfer full) (nullable): why there is too little in the history for a chart, and what
 *   is needed; %NULL where there is enough
 */
char *
unknot_history_summary_dup_lack (UnknotHistoryAspect  aspect,
                                 UnknotHistory       *history)
{
  Days days = count_days (history);
  int n_spasms = unknot_history_get_n_spasms (history);
  guint n_places;

  switch (aspect)
    {
    case UNKNOT_HISTORY_CALENDAR:
    case UNKNOT_HISTORY_WEEKS:
      return days.n_entered > 0 ? NULL
                                : g_strdup (_("There is no entry in this time."));
    case UNKNOT_HISTORY_PAIN:
      return dup_need (
        g_strdup_printf (ngettext ("This needs %d day of which it is told how bad the pain was.",
                                   "This needs %d days of which it is told how bad the pain was.",
                                   MIN_DAYS), MIN_DAYS),
        MIN_DAYS, days.n_with_pain);
    case UNKNOT_HISTORY_TRIGGERS:
      return dup_need (
        g_strdup_printf (ngettext ("This needs %d spasm of which it is told what set it off.",
                                   "This needs %d spasms of which it is told what set them off.",
                                   MIN_TOLD), MIN_TOLD),
        MIN_TOLD, n_spasms - unknot_history_get_n_untriggered (history));
    case UNKNOT_HISTORY_RELIEFS:
      return dup_need (
        g_strdup_printf (ngettext ("This needs %d try of which it is told what came of it.",
                                   "This needs %d tries of which it is told what came of them.",
                                   MIN_TOLD), MIN_TOLD),
        MIN_TOLD, count_all_told (history));
    case UNKNOT_HISTORY_HOURS:
      return dup_need (
        g_strdup_printf (ngettext ("This needs %d spasm of which it is told at what time it began.",
                                   "This needs %d spasms of which it is told at what time they "
                                   "began.", MIN_SPASMS), MIN_SPASMS),
        MIN_SPASMS, n_spasms - unknot_history_get_n_hourless (history));
    case UNKNOT_HISTORY_WEEKDAYS:
      return dup_need (g_strdup_printf (ngettext ("This needs %d spasm.", "This needs %d spasms.",
                                                  MIN_SPASMS), MIN_SPASMS),
                       MIN_SPASMS, n_spasms);
    case UNKNOT_HISTORY_PLACES:
      unknot_history_get_places (history, &n_places);
      return dup_need (g_strdup (_("This needs a spasm of which it is told where it was.")), 1,
                       n_places);
    case UNKNOT_HISTORY_FUNCTION:
      return dup_need (
        g_strdup_printf (ngettext ("This needs %d answer about pain and function.",
                                   "This needs %d answers about pain and function.", MIN_ANSWERS),
                         MIN_ANSWERS),
        MIN_ANSWERS, unknot_history_get_pegs (history)->len);
    case UNKNOT_HISTORY_N_ASPECTS:
    default:
      g_assert_not_reached ();
    }
}

static void
sum_up_calendar (GString       *text,
                 UnknotHistory *history)
{
  Days days = count_days (history);
  int n_without = days.n - days.n_entered;
  g_autofree char *period =
    unknot_history_text_dup_period (unknot_history_get_period (history));

  /* Translators: in which days there were how many with spasms */
  add_sentence (text, g_strdup_printf (ngettext ("%s: spasms on %d of %u day.",
                                                 "%s: spasms on %d of %u days.", days.n),
                                       period, days.n_with_spasm, days.n));
  if (days.worst > 0)
    add_sentence (text, g_strdup_printf (_("The worst pain was %d of 10."), days.worst));
  if (days.n_painless > 0)
    add_sentence (text, g_strdup_printf (ngettext ("No pain on %d day.", "No pain on %d days.",
                                                   days.n_painless), days.n_painless));
  if (days.n_untold > 0)
    add_sentence (text, g_strdup_printf (ngettext ("Other entries on %d day.",
                                                   "Other entries on %d days.", days.n_untold),
                                         days.n_untold));
  if (n_without > 0)
    add_sentence (text, g_strdup_printf (ngettext ("No entry on %d day.", "No entry on %d days.",
                                                   n_without), n_without));
}

static void
sum_up_pain (GString       *text,
             UnknotHistory *history)
{
  Days days = count_days (history);
  g_autofree char *day = NULL;

  add_sentence (text, g_strdup_printf (ngettext ("Pain told on %d of %u day: %d to %d of 10, %.1f on "
                                                 "average.",
                                                 "Pain told on %d of %u days: %d to %d of 10, %.1f "
                                                 "on an average day.", days.n),
                                       days.n_with_pain, days.n, days.lowest, days.worst,
                                       days.sum / days.n_with_pain));
  if (days.worst == 0)
    return;

  day = unknot_history_text_dup_day (days.worst_day);
  if (days.n_worst_days == 1)
    add_sentence (text, g_strdup_printf (_("The worst was on %s."), day));
  else
    add_sentence (text, g_strdup_printf (ngettext ("The worst was on %d day, the last time on %s.",
                                                   "The worst was on %d days, the last time on %s.",
                                                   days.n_worst_days), days.n_worst_days, day));
}

static char *
dup_difference (int      n,
                int      n_before,
                gboolean can_tell_fewer)
{
  int more = n - n_before;

  if (more == 0)
    return g_strdup_printf (_("%d in the last 28 days, as many as in the 28 days before."), n);
  if (!can_tell_fewer && more < 0)
    return g_strdup_printf (_("%d in the last 28 days, %d in the 28 days before."), n, n_before);

  return g_strdup_printf (more > 0
                            ? _("%d in the last 28 days, %d more than in the 28 days before.")
                            : _("%d in the last 28 days, %d fewer than in the 28 days before."),
                          n, ABS (more));
}

static void
sum_up_weeks (GString       *text,
              UnknotHistory *history,
              UnknotTrends  *trends)
{
  int n_spasms = unknot_history_get_n_spasms (history);
  guint n_weeks;
  const UnknotHistoryWeek *weeks = unknot_history_get_weeks (history, &n_weeks);
  int most = 0, worst = UNKNOT_HISTORY_UNKNOWN;
  g_autofree char *period =
    unknot_history_text_dup_period (unknot_history_get_period (history));
  int n_recent, n_before;

  for (guint i = 0; i < n_weeks; i++)
    {
      most = MAX (most, weeks[i].n_spasms);
      worst = MAX (worst, weeks[i].worst);
    }
  /* Translators: how many spasms, and in which days */
  add_sentence (text, g_strdup_printf (ngettext ("%d spasm, %s.", "%d spasms, %s.", n_spasms),
                                       n_spasms, period));
  if (n_spasms > 0)
    add_sentence (text, g_strdup_printf (_("At most %d in a week; the worst pain was %d of 10."),
                                         most, worst));
  unknot_history_text_get_change (trends, &n_recent, &n_before);
  if (n_before >= 0 && unknot_history_get_period (history)->last_day >=
                         unknot_history_get_today (history))
    add_sentence (text, dup_difference (n_recent, n_before, unknot_trends_can_tell_fewer (trends)));
}

static void
add_drawn (GString *text,
           guint    n)
{
  if (n > UNKNOT_HISTORY_MAX_BARS)
    add_sentence (text, g_strdup_printf (ngettext ("The first %d of %u is drawn.",
                                                   "The first %d of %u are drawn.", n),
                                         UNKNOT_HISTORY_MAX_BARS, n));
}

static void
sum_up_triggers (GString       *text,
                 UnknotHistory *history)
{
  int n_untold = unknot_history_get_n_untriggered (history);
  g_autoptr (GString) list = g_string_new (NULL);
  guint n;
  const UnknotHistoryTrigger *triggers = unknot_history_get_triggers (history, &n);

  for (guint i = 0; i < MIN (n, MAX_NAMES); i++)
    /* Translators: what set spasms off, and how many */
    add_item (list, g_strdup_printf (C_ ("trigger", "%s %d"),
                                     unknot_vocabulary_get_title (UNKNOT_VOCABULARY_TRIGGER,
                                                                  triggers[i].code),
                                     triggers[i].n_spasms));
  add_sentence (text, g_strdup_printf (ngettext ("Most often, of %d spasm: %s.",
                                                 "Most often, of %d spasms: %s.",
                                                 unknot_history_get_n_spasms (history)),
                                       unknot_history_get_n_spasms (history), list->str));
  if (n_untold > 0)
    add_sentence (text, g_strdup_printf (ngettext ("Nothing is told of %d.",
                                                   "Nothing is told of %d.", n_untold), n_untold));
  add_drawn (text, n);
}

static void
sum_up_reliefs (GString       *text,
                UnknotHistory *history)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n, n_named = 0;
  const UnknotHistoryRelief *reliefs = unknot_history_get_reliefs (history, &n);

  for (guint i = 0; i < n && n_named < MAX_NAMES; i++)
    {
      const UnknotHistoryRelief *relief = &reliefs[i];
      int n_told = unknot_history_text_count_told (relief);
      int n_helped = relief->n_effects[UNKNOT_HISTORY_N_EFFECTS - 2] +
                     relief->n_effects[UNKNOT_HISTORY_N_EFFECTS - 1];

      if (n_told == 0)
        continue;
      /* Translators: what was tried, how many times it eased the pain, and how many times it was
       * told what came of it */
      add_item (list, g_strdup_printf (ngettext ("%s %d of %d time", "%s %d of %d times", n_told),
                                       unknot_history_text_get_relief_title (relief), n_helped,
                                       n_told));
      n_named++;
    }
  add_sentence (text, g_strdup_printf (_("How often it was better afterwards: %s."), list->str));
  add_drawn (text, n);
}

static int
get_least (const int *counts,
           guint      n)
{
  int least = counts[0];

  for (guint i = 1; i < n; i++)
    least = MIN (least, counts[i]);

  return least;
}

static int
get_most (const int *counts,
          guint      n)
{
  int most = 0;

  for (guint i = 0; i < n; i++)
    most = MAX (most, counts[i]);

  return most;
}

/* Where those that have the most are few. */
static void
add_most (GString   *text,
          const int *counts,
          guint      n,
          char    *(*dup_title) (guint))
{
  g_autoptr (GString) list = g_string_new (NULL);
  int most = get_most (counts, n);
  guint n_most = 0;

  for (guint i = 0; i < n; i++)
    if (counts[i] == most)
      {
        add_item (list, dup_title (i));
        n_most++;
      }
  if (n_most <= MAX_NAMES)
    /* Translators: the hours of the day, or the weekdays, that have the most spasms */
    add_sentence (text, g_strdup_printf (_("The most: %s."), list->str));
}

static void
sum_up_hours (GString       *text,
              UnknotHistory *history)
{
  const int *hours = unknot_history_get_hours (history);
  int n_untold = unknot_history_get_n_hourless (history);

  /* Translators: how many spasms began in an hour of the day, and how many there are in all */
  add_sentence (text, g_strdup_printf (_("Between %d and %d of %d in each hour."),
                                       get_least (hours, HOURS_IN_DAY),
                                       get_most (hours, HOURS_IN_DAY),
                                       unknot_history_get_n_spasms (history) - n_untold));
  add_most (text, hours, HOURS_IN_DAY, unknot_history_text_dup_hour);
  if (n_untold > 0)
    add_sentence (text, g_strdup_printf (ngettext ("Of %d only the day is told.",
                                                   "Of %d only the day is told.", n_untold),
                                         n_untold));
}

static void
sum_up_weekdays (GString       *text,
                 UnknotHistory *history)
{
  const int *weekdays = unknot_history_get_weekdays (history);

  /* Translators: how many spasms began on a weekday, and how many there are in all */
  add_sentence (text, g_strdup_printf (_("Between %d and %d of %d on each weekday."),
                                       get_least (weekdays, DAYS_IN_WEEK),
                                       get_most (weekdays, DAYS_IN_WEEK),
                                       unknot_history_get_n_spasms (history)));
  add_most (text, weekdays, DAYS_IN_WEEK, unknot_history_text_dup_weekday);
}

static void
sum_up_places (GString       *text,
               UnknotHistory *history)
{
  g_autoptr (GString) list = g_string_new (NULL);
  gboolean has_both = FALSE;
  guint n;
  const UnknotHistoryPlace *places = unknot_history_get_places (history, &n);

  for (guint i = 0; i < n; i++)
    has_both |= g_strcmp0 (places[i].side, "both") == 0;
  for (guint i = 0; i < MIN (n, MAX_NAMES); i++)
    {
      g_autofree char *title = unknot_body_map_dup_title (places[i].area, places[i].side);

      /* Translators: a place on the body, how many spasms were there, and how bad the worst was */
      unknot_history_text_add (list, _("; "),
                               g_strdup_printf (ngettext ("%s, %d spasm, at worst %d of 10",
                                                     "%s, %d spasms, at worst %d of 10",
                                                     places[i].n_spasms),
                                           title, places[i].n_spasms, places[i].worst));
    }
  add_sentence (text, g_strdup_printf (_("Most often: %s."), list->str));
  if (has_both)
    add_sentence (text, g_strdup (_("On the map, a spasm on both sides counts on each side.")));
}

static void
sum_up_function (GString       *text,
                 UnknotHistory *history)
{
  GPtrArray *pegs = unknot_history_get_pegs (history);
  g_autofree char *last = unknot_function_text_dup_title (history);
  g_autofree char *first = unknot_function_text_dup_first (history);
  double least = UNKNOT_PAIN_MAX;
  double most = 0;

  for (guint i = 0; i < pegs->len; i++)
    {
      double mean = unknot_peg_get_mean (g_ptr_array_index (pegs, i));

      least = MIN (least, mean);
      most = MAX (most, mean);
    }
  /* Translators: how often it was answered, and the least and the highest mean of answers, 0–10 */
  add_sentence (text, g_strdup_printf (ngettext ("Answered %u time: from %.1f to %.1f of 10.",
                                                 "Answered %u times: from %.1f to %.1f of 10.",
                                                 pegs->len), pegs->len, least, most));
  /* Translators: the last mean of answers, and how far that is from the first */
  add_sentence (text, g_strdup_printf (_("The last: %s."), last));
  if (first != NULL)
    add_sentence (text, g_steal_pointer (&first));
  if (unknot_function_text_is_higher (history))
    add_sentence (text, g_strdup (_("Higher is worse.")));
}

/**
 * unknot_history_summary_dup:
 * @history: enough for a chart: see unknot_history_summary_dup_lack()
 * @trends: (nullable): how often there were spasms lately
 *
 * Returns: (transfer full): in sentences what a chart of it shows
 */
char *
unknot_history_summary_dup (UnknotHistoryAspect  aspect,
                            UnknotHistory       *history,
                            UnknotTrends        *trends)
{
  GString *text = g_string_new (NULL);

  switch (aspect)
    {
    case UNKNOT_HISTORY_CALENDAR:
      sum_up_calendar (text, history);
      break;
    case UNKNOT_HISTORY_PAIN:
      sum_up_pain (text, history);
      break;
    case UNKNOT_HISTORY_WEEKS:
      sum_up_weeks (text, history, trends);
      break;
    case UNKNOT_HISTORY_TRIGGERS:
      sum_up_triggers (text, history);
      break;
    case UNKNOT_HISTORY_RELIEFS:
      sum_up_reliefs (text, history);
      break;
    case UNKNOT_HISTORY_HOURS:
      sum_up_hours (text, history);
      break;
    case UNKNOT_HISTORY_WEEKDAYS:
      sum_up_weekdays (text, history);
      break;
    case UNKNOT_HISTORY_PLACES:
      sum_up_places (text, history);
      break;
    case UNKNOT_HISTORY_FUNCTION:
      sum_up_function (text, history);
      break;
    case UNKNOT_HISTORY_N_ASPECTS:
    default:
      g_assert_not_reached ();
    }

  return g_string_free_and_steal (text);
}
