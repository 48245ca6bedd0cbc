/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-entry-text"

#include "config.h"

#include "unknot-entry-text.h"

#include "unknot-check.h"
#include "unknot-day.h"
#include "unknot-episode.h"
#include "unknot-event.h"
#include "unknot-peg.h"
#include "unknot-period.h"
#include "unknot-time-of-day.h"
#include "unknot-unread.h"
#include "unknot-visit.h"

#include <glib/gi18n.h>

/* What an entry is in words, for rows and cards. */

#define MS_PER_MINUTE (60 * 1000)

/* So many places or triggers are named in a row. */
#define MAX_NAMES 3

static int
get_days_ago (int          day,
              UnknotClock *clock)
{
  g_autoptr (UnknotMoment) now = unknot_moment_new_now (clock);

  return unknot_period_count_days (day, unknot_moment_get_day (now));
}

/**
 * unknot_entry_text_dup_day:
 * @day: a local day, yyyymmdd
 *
 * Returns: (transfer full): “Tomorrow”, “Today”, “Yesterday”, a weekday and date, with the year where
 *   it is another
 */
char *
unknot_entry_text_dup_day (int          day,
                           UnknotClock *clock)
{
  g_autoptr (GDateTime) date = unknot_period_dup_date (day);
  g_autoptr (GDateTime) now = unknot_clock_get_now (clock);

  switch (get_days_ago (day, clock))
    {
    case -1:
      return g_strdup (_("Tomorrow"));
    case 0:
      return g_strdup (_("Today"));
    case 1:
      return g_strdup (_("Yesterday"));
    default:
      /* Translators: a day, as g_date_time_format () takes it: “Saturday, 21 November” */
      return g_date_time_format (date, g_date_time_get_year (date) == g_date_time_get_year (now)
                                         ? _("%A, %-d %B") : _("%-d %B %Y"));
    }
}

/**
 * unknot_entry_text_dup_time_of_day:
 *
 * Returns: (transfer full): the time of day as it was there
 */
char *
unknot_entry_text_dup_time_of_day (UnknotMoment *moment)
{
  g_autoptr (GDateTime) local = unknot_moment_to_date_time (moment);
  int minutes = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);

  return unknot_time_of_day_format (minutes, unknot_time_of_day_is_twelve_hour ());
}

/**
 * unknot_entry_text_dup_time:
 *
 * Returns: (transfer full): the time of day as it was there, with the day where that is not today
 */
char *
unknot_entry_text_dup_time (UnknotMoment *moment,
                            UnknotClock  *clock)
{
  g_autofree char *time = unknot_entry_text_dup_time_of_day (moment);
  g_autofree char *day = NULL;

  if (get_days_ago (unknot_moment_get_day (moment), clock) == 0)
    return g_steal_pointer (&time);

  day = unknot_entry_text_dup_day (unknot_moment_get_day (moment), clock);

  /* Translators: a day, and a time of day */
  return g_strdup_printf (_("%s, %s"), day, time);
}

/**
 * unknot_entry_text_dup_span:
 *
 * Returns: (transfer full): how long that is: minutes, hours and minutes, days and hours, or days
 */
char *
unknot_entry_text_dup_span (gint64 milliseconds)
{
  int minutes = milliseconds / MS_PER_MINUTE;
  int hours = minutes / 60;

  if (hours == 0)
    return g_strdup_printf (_("%d min"), minutes);
  if (hours < 24)
    return minutes % 60 == 0 ? g_strdup_printf (_("%d h"), hours)
                             : g_strdup_printf (_("%d h %d min"), hours, minutes % 60);

  if (hours < 72 && hours % 24 != 0)
    return g_strdup_printf (ngettext ("%d day %d h", "%d days %d h", hours / 24), hours / 24,
                            hours % 24);

  return g_strdup_printf (ngettext ("%d day", "%d days", hours / 24), hours / 24);
}

static char *
join_names (GPtrArray *titles)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (titles->len, MAX_NAMES); i++)
    {
      if (i > 0)
        g_string_append (names, _(", "));
      g_string_append (names, g_ptr_array_index (titles, i));
    }
  if (titles->len > MAX_NAMES)
    g_string_append (names, _(" …"));

  return g_string_free_and_steal (names);
}

/**
 * unknot_entry_text_dup_places:
 *
 * Returns: (transfer full): where a spasm is, each area named once, whichever of its sides it is;
 *   empty where that is not told
 */
char *
unknot_entry_text_dup_places (UnknotEpisode *episode)
{
  GListModel *places = G_LIST_MODEL (unknot_episode_get_places (episode));
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (UnknotPlace) place = g_list_model_get_item (places, i);
      const char *title =
        unknot_vocabulary_get_title (UNKNOT_VOCABULARY_AREA, unknot_place_get_area (place));

      if (!g_ptr_array_find_with_equal_func (titles, title, g_str_equal, NULL))
        g_ptr_array_add (titles, (gpointer) title);
    }

  return join_names (titles);
}

/**
 * unknot_entry_text_dup_triggers:
 *
 * Returns: (transfer full): what set a spasm off; empty where that is not told
 */
char *
unknot_entry_text_dup_triggers (UnknotEpisode *episode)
{
  g_auto (GStrv) codes = unknot_episode_dup_codes (episode, UNKNOT_VOCABULARY_TRIGGER);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (titles, (gpointer) unknot_vocabulary_get_title (UNKNOT_VOCABULARY_TRIGGER,
                                                                     codes[i]));

  return join_names (titles);
}

/**
 * unknot_entry_text_dup_title:
 *
 * Returns: (transfer full): what the entry is, in a line
 */
char *
unknot_entry_text_dup_title (UnknotEntry *entry)
{
  if (UNKNOT_IS_EPISODE (entry))
    {
      g_autofree char *places = unknot_entry_text_dup_places (UNKNOT_EPISODE (entry));
      int worst = unknot_episode_get_worst (UNKNOT_EPISODE (entry));

      /* Translators: where it hurt, and how bad it was at worst, 0–10 */
      return *places != '\0' ? g_strdup_printf (_("Spasm: %s, %d of 10"), places, worst)
                             : g_strdup_printf (_("Spasm, %d of 10"), worst);
    }
  if (UNKNOT_IS_CHECK (entry))
    return g_strdup_printf (_("Check-up: %s"),
                            unknot_level_get_title (unknot_check_get_level (UNKNOT_CHECK (entry))));
  if (UNKNOT_IS_DAY (entry))
    {
      const char *sleep = unknot_day_get_sleep (UNKNOT_DAY (entry));

      if (!unknot_day_is_painless (UNKNOT_DAY (entry)))
        return g_strdup (sleep != NULL
                           ? unknot_vocabulary_get_title (UNKNOT_VOCABULARY_SLEEP, sleep)
                           : _("A day"));
      return g_strdup (_("No pain"));
    }
  if (UNKNOT_IS_DOSE (entry))
    return g_strdup (unknot_dose_get_name (UNKNOT_DOSE (entry)));
  if (UNKNOT_IS_RELIEF (entry))
    return g_strdup (unknot_vocabulary_get_title (UNKNOT_VOCABULARY_MEASURE,
                                                  unknot_relief_get_measure (UNKNOT_RELIEF (entry))));
  if (UNKNOT_IS_EVENT (entry))
    {
      const char *kind = unknot_event_get_kind (UNKNOT_EVENT (entry));
      const char *title = unknot_event_get_title (UNKNOT_EVENT (entry));

      return g_strdup (*title != '\0'
                         ? title : unknot_vocabulary_get_title (UNKNOT_VOCABULARY_EVENT, kind));
    }
  if (UNKNOT_IS_PEG (entry))
    /* Translators: the mean of how bad the pain was and how much it was in the way, 0–10 */
    return g_strdup_printf (_("Pain and function, %.1f of 10"),
                            unknot_peg_get_mean (UNKNOT_PEG (entry)));
  if (UNKNOT_IS_VISIT (entry))
    return g_strdup (_("Visit to the doctor"));
  if (UNKNOT_IS_READING (entry))
    return g_strdup_printf (_("Pain, %d of 10"), unknot_reading_get_pain (UNKNOT_READING (entry)));
  if (UNKNOT_IS_UNREAD (entry))
    return g_strdup (unknot_unread_is_damaged (UNKNOT_UNREAD (entry))
                       ? _("Damaged entry") : _("Entry that could not be read"));

  g_assert_not_reached ();
}

/**
 * unknot_entry_text_dup_details:
 *
 * Returns: (transfer full): when it was, as far as that is known, and for how long
 */
char *
unknot_entry_text_dup_details (UnknotEntry *entry,
                               UnknotClock *clock)
{
  UnknotMoment *moment = unknot_entry_get_moment (entry);
  g_autofree char *time = NULL;
  g_autofree char *span = NULL;
  UnknotMoment *end;

  if (moment == NULL)
    return g_strdup (_("Day unknown"));
  if (UNKNOT_IS_DAY (entry) || UNKNOT_IS_EVENT (entry) || UNKNOT_IS_UNREAD (entry))
    return unknot_entry_text_dup_day (unknot_moment_get_day (moment), clock);

  if (!UNKNOT_IS_EPISODE (entry))
    return unknot_entry_text_dup_time (moment, clock);

  time = g_str_equal (unknot_episode_get_precision (UNKNOT_EPISODE (entry)), "day")
           ? unknot_entry_text_dup_day (unknot_moment_get_day (moment), clock)
           : unknot_entry_text_dup_time (moment, clock);
  end = unknot_episode_get_end (UNKNOT_EPISODE (entry));
  if (end == NULL)
    /* Translators: when a spasm began that has not ended */
    return g_strdup_printf (_("%s · going on"), time);
  /* Of one that ended at once nobody told how long it was. */
  if (unknot_moment_compare (moment, end) == 0)
    return g_steal_pointer (&time);

  span = unknot_entry_text_dup_span (unknot_moment_get_utc (end) - unknot_moment_get_utc (moment));

  /* Translators: when a spasm began, and how long it was */
  return g_strdup_printf (_("%s · %s"), time, span);
}

/**
 * unknot_entry_text_dup_recheck:
 * @day: a local day, yyyymmdd
 *
 * Returns: (transfer full): by when to check again
 */
char *
unknot_entry_text_dup_recheck (int          day,
                               UnknotClock *clock)
{
  g_autoptr (GDateTime) date = unknot_period_dup_date (day);
  g_autofree char *text = NULL;

  if (get_days_ago (day, clock) >= 0)
    return g_strdup (_("Check again today"));

  /* Translators: a day, as g_date_time_format () takes it */
  text = g_date_time_format (date, _("%-d %B"));

  return g_strdup_printf (_("Check again by %s"), text);
}
