/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-command-summary"

#include "config.h"

#include "unknot-command-summary.h"

#include "unknot-command-diary.h"
#include "unknot-summary-paper.h"
#include "unknot-summary-visits.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <stdio.h>

#define POINTS_PER_MM (72 / 25.4)

typedef struct
{
  const char *name;
  double width; /* in points */
  double height;
} Paper;

static const Paper papers[] = {
  { "a4", 210 * POINTS_PER_MM, 297 * POINTS_PER_MM },
  { "letter", 8.5 * 72, 11 * 72 },
};

/* In mm: such a sheet is no A4. */
#define LETTER_HEIGHT 279

static gboolean
parse_day (const char *text,
           int        *day)
{
  int year, month, day_of_month;
  char rest;

  if (sscanf (text, "%4d-%2d-%2d%c", &year, &month, &day_of_month, &rest) != 3 ||
      strlen (text) != strlen ("2026-11-21") || !g_date_valid_dmy (day_of_month, month, year))
    return FALSE;

  *day = year * 10000 + month * 100 + day_of_month;

  return TRUE;
}

/* What is not said is as long as there is anything. */
static gboolean
get_period (const UnknotCommandSummary *self,
            UnknotPeriod               *period)
{
  *period = (UnknotPeriod) { UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL };

  return (self->from == NULL || parse_day (self->from, &period->first_day)) &&
         (self->to == NULL || parse_day (self->to, &period->last_day));
}

/* Returns: (nullable): the paper that is wanted, else what the locale has. */
static const Paper *
find_paper (const UnknotCommandSummary *self)
{
  /* glibc gives it as a number in place of a pointer. */
  gsize height = (gsize) nl_langinfo (_NL_PAPER_HEIGHT);

  if (self->paper == NULL)
    return &papers[height == LETTER_HEIGHT ? 1 : 0];
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (papers[i].name, self->paper) == 0)
      return &papers[i];

  return NULL;
}

static int
get_today (void)
{
  g_autoptr (UnknotClock) clock = unknot_clock_new ();
  g_autoptr (UnknotMoment) now = unknot_moment_new_now (clock);

  return unknot_moment_get_day (now);
}

static UnknotSummary *
load (const UnknotCommandSummary  *self,
      UnknotCommandDiary          *diary,
      UnknotProtocol              *protocol,
      GError                     **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  UnknotPeriod period;

  get_period (self, &period);
  unknot_summary_load_async (unknot_command_diary_get (diary), protocol, &period,
                             unknot_clock_get_first_weekday (), self->entries, NULL,
                             unknot_command_diary_take_cb, &result);
  unknot_command_diary_wait (&result);

  return unknot_summary_load_finish (unknot_command_diary_get (diary), result, error);
}

/* Without a display nothing else says which way it is read. */
static PangoDirection
get_direction (void)
{
  /* Translators: leave this as it is, or say default:RTL where your language is written from the
   * right to the left. */
  return g_str_equal (_("default:LTR"), "default:RTL") ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
}

/**
 * unknot_command_summary_find_misuse:
 *
 * Returns: (nullable): what is wrong with how it is wanted
 */
const char *
unknot_command_summary_find_misuse (const UnknotCommandSummary *self)
{
  UnknotPeriod period;

  if (!get_period (self, &period))
    return _("A day is written as 2026-11-21");
  if (period.last_day != UNKNOT_HISTORY_ALL && period.first_day > period.last_day)
    return _("The last day is before the first");
  if (period.first_day > get_today ())
    return _("The first day is after today");
  if (find_paper (self) == NULL)
    return _("The paper is a4 or letter");

  return NULL;
}

/**
 * unknot_command_summary_run:
 * @self: in which unknot_command_summary_find_misuse() found nothing
 * @options: of which diary
 *
 * Returns: (transfer full) (nullable): the summary as a PDF; %NULL with @error set to a sentence
 */
GBytes *
unknot_command_summary_run (const UnknotCommandSummary      *self,
                            const UnknotCommandLineOptions  *options,
                            GError                         **error)
{
  UnknotSummaryChoice choice = {
    .parts = UNKNOT_SUMMARY_FIRST_PAGE |
             (self->entries ? UNKNOT_SUMMARY_SET (UNKNOT_SUMMARY_ENTRIES) : 0),
  };
  const Paper *size = find_paper (self);
  g_autoptr (UnknotProtocol) protocol =
    unknot_protocol_new_from_resource (RESOURCE_PATH "/protocol", error);
  g_autoptr (UnknotCommandDiary) diary = NULL;
  g_autoptr (UnknotSummary) summary = NULL;
  g_autoptr (UnknotSummaryPaper) paper = NULL;
  g_auto (UnknotSummaryVisits) visits = { NULL };
  PangoContext *context;

  if (protocol == NULL)
    return NULL;
  diary = unknot_command_diary_open (options->diary, options->demo, FALSE, error);
  if (diary == NULL)
    return NULL;
  summary = load (self, diary, protocol, error);
  if (summary == NULL ||
      !unknot_summary_visits_read (&visits, unknot_command_diary_get (diary), error))
    return NULL;

  choice.goals = (const char *const *) visits.goals;
  choice.questions = (const char *const *) visits.questions;
  context = unknot_summary_paper_new_context (get_direction ());
  paper = unknot_summary_paper_new (summary, &choice, context, size->width, size->height);
  g_object_unref (context);

  return unknot_summary_paper_to_pdf (paper, error);
}
