/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-diary-reading"

#include "config.h"

#include "unknot-diary-private.h"

#include "unknot-diary-rows.h"

#include <glib/gi18n-lib.h>

/* What is read of the diary on the main loop, at once. */

/* In days: an index finds what began since. */
#define SEASON 90

/* More than anybody has in days, and read in a moment. */
#define MAX_RECENT 50

static gboolean
check_open (UnknotDiary  *self,
            GError      **error)
{
  if (unknot_diary_get_reader (self) != NULL)
    return TRUE;

  g_set_error_literal (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_CLOSED,
                       _("The diary is not open."));

  return FALSE;
}

/**
 * unknot_diary_dup_entry:
 * @type: the type of the entry
 *
 * Returns: (transfer full) (nullable): the entry with that uuid; %NULL without an error where there
 *   is none
 */
UnknotEntry *
unknot_diary_dup_entry (UnknotDiary  *self,
                        GType         type,
                        const char   *uuid,
                        GError      **error)
{
  g_return_val_if_fail (UNKNOT_IS_DIARY (self), NULL);
  g_return_val_if_fail (uuid != NULL, NULL);

  return check_open (self, error)
           ? unknot_diary_rows_find (unknot_diary_get_reader (self), type, UNKNOT_DIARY_KEY_UUID, 0, uuid, error)
           : NULL;
}

/**
 * unknot_diary_dup_ongoing:
 *
 * Returns: (transfer full) (nullable): the last spasm that has no end; %NULL without an error where
 *   there is none
 */
UnknotEpisode *
unknot_diary_dup_ongoing (UnknotDiary  *self,
                          GError      **error)
{
  g_return_val_if_fail (UNKNOT_IS_DIARY (self), NULL);

  return check_open (self, error)
           ? (UnknotEpisode *) unknot_diary_rows_find_ongoing (unknot_diary_get_reader (self), error)
           : NULL;
}

/**
 * unknot_diary_dup_recent:
 * @n_days: how many days ago a spasm may have ended
 *
 * Returns: (transfer full) (nullable) (element-type UnknotEpisode): the spasms that go on, and those
 *   that ended in the last @n_days, of which none is longer than a season; %NULL with @error set
 *   where they could not be read
 */
GPtrArray *
unknot_diary_dup_recent (UnknotDiary  *self,
                         int           n_days,
                         GError      **error)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) ended_from = NULL;
  g_autoptr (GDateTime) started_from = NULL;
  g_autoptr (UnknotMoment) first = NULL;

  g_return_val_if_fail (UNKNOT_IS_DIARY (self), NULL);

  if (!check_open (self, error))
    return NULL;

  now = unknot_clock_get_now (unknot_diary_get_clock (self));
  ended_from = g_date_time_add_days (now, -n_days);
  started_from = g_date_time_add_days (now, -n_days - SEASON);
  first = unknot_moment_new (started_from);

  return unknot_diary_rows_find_recent (unknot_diary_get_reader (self),
                                        g_date_time_to_unix_usec (ended_from) / 1000,
                                        unknot_moment_get_day (first), MAX_RECENT, error);
}

/**
 * unknot_diary_dup_day:
 * @day: a local day, yyyymmdd
 *
 * Returns: (transfer full) (nullable): what was said of that day as a whole; %NULL without an error
 *   where nothing was
 */
UnknotDay *
unknot_diary_dup_day (UnknotDiary  *self,
                      int           day,
                      GError      **error)
{
  g_return_val_if_fail (UNKNOT_IS_DIARY (self), NULL);

  return check_open (self, error)
           ? (UnknotDay *) unknot_diary_rows_find (unknot_diary_get_reader (self), UNKNOT_TYPE_DAY,
                                                   UNKNOT_DIARY_KEY_DAY, day, NULL, error)
           : NULL;
}

/**
 * unknot_diary_dup_last_check:
 *
 * Returns: (transfer full) (nullable): the last saved check-up; %NULL without an error where there
 *   is none
 */
UnknotCheck *
unknot_diary_dup_last_check (UnknotDiary  *self,
                             GError      **error)
{
  g_return_val_if_fail (UNKNOT_IS_DIARY (self), NULL);

  return check_open (self, error)
           ? (UnknotCheck *) unknot_diary_rows_find (unknot_diary_get_reader (self),
                                                     UNKNOT_TYPE_CHECK, UNKNOT_DIARY_KEY_ALL, 0,
                                                     NULL, error)
           : NULL;
}

static UnknotVisit *
find_visit (UnknotDiary       *self,
            UnknotDiaryVisit   which,
            GError           **error)
{
  g_autoptr (UnknotMoment) now = unknot_moment_new_now (unknot_diary_get_clock (self));

  return check_open (self, error)
           ? (UnknotVisit *) unknot_diary_rows_find_visit (unknot_diary_get_reader (self),
                                                           unknot_moment_get_utc (now), which,
                                                           error)
           : NULL;
}

/**
 * unknot_diary_dup_last_visit:
 *
 * Returns: (transfer full) (nullable): the last visit to the doctor whose time has come; %NULL
 *   without an error where there is none
 */
UnknotVisit *
unknot_diary_dup_last_visit (UnknotDiary  *self,
                             GError      **error)
{
  g_return_val_if_fail (UNKNOT_IS_DIARY (self), NULL);

  return find_visit (self, UNKNOT_DIARY_VISIT_LAST, error);
}

/**
 * unknot_diary_dup_told_visit:
 *
 * Returns: (transfer full) (nullable): the last visit to the doctor of which the person said what
 *   came of it: one that was only planned may not have been; %NULL without an error where there is
 *   none
 */
UnknotVisit *
unknot_diary_dup_told_visit (UnknotDiary  *self,
                             GError      **error)
{
  g_return_val_if_fail (UNKNOT_IS_DIARY (self), NULL);

  return find_visit (self, UNKNOT_DIARY_VISIT_TOLD, error);
}

/**
 * unknot_diary_dup_next_visit:
 *
 * Returns: (transfer full) (nullable): the first visit to the doctor that is still to come; %NULL
 *   without an error where there is none
 */
UnknotVisit *
unknot_diary_dup_next_visit (UnknotDiary  *self,
                             GError      **error)
{
  g_return_val_if_fail (UNKNOT_IS_DIARY (self), NULL);

  return find_visit (self, UNKNOT_DIARY_VISIT_NEXT, error);
}

/**
 * unknot_diary_dup_last_peg:
 *
 * Returns: (transfer full) (nullable): what was told last of function; %NULL without an error where
 *   nothing was
 */
UnknotPeg *
unknot_diary_dup_last_peg (UnknotDiary  *self,
                           GError      **error)
{
  g_return_val_if_fail (UNKNOT_IS_DIARY (self), NULL);

  return check_open (self, error)
           ? (UnknotPeg *) unknot_diary_rows_find (unknot_diary_get_reader (self), UNKNOT_TYPE_PEG,
                                                   UNKNOT_DIARY_KEY_ALL, 0, NULL, error)
           : NULL;
}

/**
 * unknot_diary_dup_on_day:
 * @day: a local day, yyyymmdd
 *
 * Returns: (transfer full) (nullable) (element-type UnknotEntry): every entry of @type of that day,
 *   the latest first; %NULL with @error set where they could not be read
 */
GPtrArray *
unknot_diary_dup_on_day (UnknotDiary  *self,
                         GType         type,
                         int           day,
                         GError      **error)
{
  g_return_val_if_fail (UNKNOT_IS_DIARY (self), NULL);

  return check_open (self, error)
           ? unknot_diary_rows_find_all (unknot_diary_get_reader (self), type, UNKNOT_DIARY_KEY_DAY, day, error)
           : NULL;
}

/**
 * unknot_diary_dup_all:
 *
 * Returns: (transfer full) (nullable) (element-type UnknotEntry): every entry of @type, the latest
 *   first; %NULL with @error set where they could not be read
 */
GPtrArray *
unknot_diary_dup_all (UnknotDiary  *self,
                      GType         type,
                      GError      **error)
{
  g_return_val_if_fail (UNKNOT_IS_DIARY (self), NULL);

  return check_open (self, error)
           ? unknot_diary_rows_find_all (unknot_diary_get_reader (self), type, UNKNOT_DIARY_KEY_ALL, 0, error)
           : NULL;
}
