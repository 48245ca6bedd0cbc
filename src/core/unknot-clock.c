/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-clock"

#include "config.h"

#include "unknot-clock.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>

/**
 * UnknotClock:
 *
 * The one source of now, today and the zone. It follows the system until a test sets it; in the
 * development profile it stands at the time that `UNKNOT_NOW` says, where that is set.
 */
struct _UnknotClock
{
  GObject parent_instance;

  GDateTime *now;
};

G_DEFINE_FINAL_TYPE (UnknotClock, unknot_clock, G_TYPE_OBJECT)

static GDateTime *
get_system_time (void)
{
#ifdef DEVELOPMENT
  const char *text = g_getenv ("UNKNOT_NOW");

  if (text != NULL)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
      GDateTime *now = g_date_time_new_from_iso8601 (text, zone);

      if (now == NULL)
        g_error ("UNKNOT_NOW is no time as 2026-11-21T14:05:00: “%s”", text);
      return now;
    }
#endif

  return g_date_time_new_now_local ();
}

static void
unknot_clock_finalize (GObject *object)
{
  UnknotClock *self = UNKNOT_CLOCK (object);

  g_clear_pointer (&self->now, g_date_time_unref);

  G_OBJECT_CLASS (unknot_clock_parent_class)->finalize (object);
}

static void
unknot_clock_class_init (UnknotClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_clock_finalize;
}

static void
unknot_clock_init (UnknotClock *self)
{
}

UnknotClock *
unknot_clock_new (void)
{
  return g_object_new (UNKNOT_TYPE_CLOCK, NULL);
}

/**
 * unknot_clock_get_now:
 *
 * Returns: (transfer full): now, in the zone where the person is
 */
GDateTime *
unknot_clock_get_now (UnknotClock *self)
{
  g_return_val_if_fail (UNKNOT_IS_CLOCK (self), NULL);

  return self->now != NULL ? g_date_time_ref (self->now) : get_system_time ();
}

/**
 * unknot_clock_set_now:
 * @now: (nullable): a time at which the clock stands, in the zone it shall tell; %NULL lets it
 *   follow the system again
 */
void
unknot_clock_set_now (UnknotClock *self,
                      GDateTime   *now)
{
  g_return_if_fail (UNKNOT_IS_CLOCK (self));

  if (now != NULL)
    g_date_time_ref (now);
  g_clear_pointer (&self->now, g_date_time_unref);
  self->now = now;
}

/**
 * unknot_clock_format:
 *
 * Returns: (transfer full): the day and the minute of @time, in the person's own zone and language
 */
char *
unknot_clock_format (GDateTime *time)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (time);

  /* Translators: a day and a time, as g_date_time_format () takes it: “21 November 2026, 03:00” */
  return g_date_time_format (local, _("%-d %B %Y, %H:%M"));
}

/**
 * unknot_clock_get_first_weekday:
 *
 * Returns: with which day weeks begin where the person is, as the locale has it
 */
GDateWeekday
unknot_clock_get_first_weekday (void)
{
  /* glibc gives the day that its weekdays are counted from as a number in place of a pointer. */
  gsize origin = (gsize) nl_langinfo (_NL_TIME_WEEK_1STDAY);
  int first = *nl_langinfo (_NL_TIME_FIRST_WEEKDAY);
  int weekday = (origin == 19971201 ? 1 : 0) + first - 1; /* 0: Sunday */

  return weekday % 7 == 0 ? G_DATE_SUNDAY : weekday % 7;
}
