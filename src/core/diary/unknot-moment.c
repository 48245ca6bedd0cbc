/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-moment"

#include "config.h"

#include "unknot-moment.h"

#include <glib/gi18n-lib.h>

/* As far as any zone is, or ever was, from UTC. */
#define MAX_OFFSET (26 * 60)

#define MS_PER_DAY G_GINT64_CONSTANT (86400000)

/* About 1,900 years either way from 1970: every year has at most four digits. */
#define MAX_UTC (MS_PER_DAY * 700000)

/* 1 January 1970, as GDate counts days. */
#define JULIAN_1970 719163

/**
 * UnknotMoment:
 *
 * When something was, as the person's clock and calendar told it there. It never changes: what is
 * known of zones may change, and the person may travel, but an entry stays on its day.
 */
struct _UnknotMoment
{
  gint64 utc;
  int offset;
  int day;
  char *zone;
};

G_DEFINE_BOXED_TYPE (UnknotMoment, unknot_moment, unknot_moment_ref, unknot_moment_unref)

static void
clear (gpointer data)
{
  UnknotMoment *self = data;

  g_free (self->zone);
}

static int
get_day_of (GDateTime *time)
{
  return g_date_time_get_year (time) * 10000 + g_date_time_get_month (time) * 100 +
         g_date_time_get_day_of_month (time);
}

/* Without a GDateTime: a page of a list has hundreds of moments to check. */
static gboolean
is_on_day (gint64 utc,
           gint64 offset,
           gint64 day)
{
  gint64 local, number;
  GDate date;

  if (offset < -MAX_OFFSET || offset > MAX_OFFSET || utc < -MAX_UTC || utc > MAX_UTC)
    return FALSE;

  local = utc + offset * 60 * 1000;
  number = local / MS_PER_DAY - (local % MS_PER_DAY < 0);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, number + JULIAN_1970);

  return g_date_get_year (&date) * 10000 + g_date_get_month (&date) * 100 + g_date_get_day (&date)
         == day;
}

static GDateTime *
to_local_time (gint64 utc,
               int    offset)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (offset * 60);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc_usec (utc * 1000);

  return g_date_time_to_timezone (time, zone);
}

/**
 * unknot_moment_new:
 * @time: a time in the zone where the person is
 *
 * Returns: (transfer full): that moment, to the millisecond
 */
UnknotMoment *
unknot_moment_new (GDateTime *time)
{
  UnknotMoment *self = g_atomic_rc_box_new0 (UnknotMoment);
  const char *zone = g_time_zone_get_identifier (g_date_time_get_timezone (time));

  self->utc = g_date_time_to_unix_usec (time) / 1000;
  self->offset = g_date_time_get_utc_offset (time) / G_TIME_SPAN_MINUTE;
  self->day = get_day_of (time);
  self->zone = g_strdup (*zone == ':' ? zone + 1 : zone);

  return self;
}

/**
 * unknot_moment_new_now:
 *
 * Returns: (transfer full): this moment, where the person is
 */
UnknotMoment *
unknot_moment_new_now (UnknotClock *clock)
{
  g_autoptr (GDateTime) now = unknot_clock_get_now (clock);

  return unknot_moment_new (now);
}

/**
 * unknot_moment_new_stored:
 * @utc: milliseconds since 1970-01-01 00:00 UTC
 * @offset: minutes that local time was ahead of UTC
 * @zone: the zone's name, as in the time zone database
 * @day: the local day, yyyymmdd
 *
 * A moment as it was kept. It is refused where its parts do not fit together.
 *
 * Returns: (transfer full) (nullable): the moment; %NULL with @error set otherwise
 */
UnknotMoment *
unknot_moment_new_stored (gint64       utc,
                          gint64       offset,
                          const char  *zone,
                          gint64       day,
                          GError     **error)
{
  UnknotMoment *self;

  if (!is_on_day (utc, offset, day) || zone == NULL || !g_utf8_validate (zone, -1, NULL))
    {
      g_set_error_literal (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID,
                           _("A time in the diary does not fit its day or its zone."));
      return NULL;
    }

  self = g_atomic_rc_box_new0 (UnknotMoment);
  self->utc = utc;
  self->offset = offset;
  self->day = day;
  self->zone = g_strdup (zone);

  return self;
}

UnknotMoment *
unknot_moment_ref (UnknotMoment *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
unknot_moment_unref (UnknotMoment *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * unknot_moment_get_utc:
 *
 * Returns: milliseconds since 1970-01-01 00:00 UTC
 */
gint64
unknot_moment_get_utc (UnknotMoment *self)
{
  return self->utc;
}

/**
 * unknot_moment_get_offset:
 *
 * Returns: minutes that local time was ahead of UTC
 */
int
unknot_moment_get_offset (UnknotMoment *self)
{
  return self->offset;
}

/**
 * unknot_moment_get_zone:
 *
 * Returns: the zone's name, as in the time zone database
 */
const char *
unknot_moment_get_zone (UnknotMoment *self)
{
  return self->zone;
}

/**
 * unknot_moment_get_day:
 *
 * Returns: the local day, yyyymmdd
 */
int
unknot_moment_get_day (UnknotMoment *self)
{
  return self->day;
}

/**
 * unknot_moment_to_date_time:
 *
 * Returns: (transfer full): the moment, in the local time it was then and there
 */
GDateTime *
unknot_moment_to_date_time (UnknotMoment *self)
{
  return to_local_time (self->utc, self->offset);
}

/**
 * unknot_moment_compare:
 *
 * Returns: less than, equal to or greater than 0 where @self is before, at or after @other
 */
int
unknot_moment_compare (UnknotMoment *self,
                       UnknotMoment *other)
{
  return (self->utc > other->utc) - (self->utc < other->utc);
}
