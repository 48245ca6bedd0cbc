/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-glance"

#include "config.h"

#include "unknot-summary-private.h"

#include "unknot-summary-words.h"

#include <glib/gi18n-lib.h>

/* What a doctor reads first: what is worrying, how often, how bad, how long, since when, and what
 * helps. */

/* So many of what helps are named at a glance, each tried so often at least. */
#define MAX_HELPS 3
#define HELPS_MIN 3

/* So many of the questions without a sure answer are named at a glance. */
#define MAX_OPEN 6

/* Returns: whether spasms came more often at the end of the period, as the trends have it. */
static int
get_more_frequent (UnknotSummary *self)
{
  int beginning = unknot_history_get_beginning (self->history);
  int last_day = unknot_history_get_period (self->history)->last_day;
  int age = beginning != 0 ? unknot_period_count_days (beginning, last_day) : -1;

  return unknot_trends_judge_frequency (self->n_recent, self->n_before, age);
}

static void
add_dangers (UnknotSummary *self,
             GStrvBuilder  *items,
             gboolean       is_sure)
{
  for (guint i = 0; i < self->dangers->len; i++)
    {
      const UnknotSummaryDanger *danger = &g_array_index (self->dangers, UnknotSummaryDanger, i);
      const char *what = unknot_summary_get_question (self, danger->question);
      g_autofree char *day = unknot_summary_words_dup_short_day (danger->day);

      if (danger->is_sure != is_sure)
        continue;
      if (is_sure)
        g_strv_builder_take (
          items,
          /* Translators: a warning sign, the last day it was told of, and of how many spasms */
          g_strdup_printf (ngettext ("%s (%s, %d spasm)", "%s (last %s, %d spasms)", danger->n),
                           what, day, danger->n));
      else
        /* Translators: a warning sign, and the day of a note */
        g_strv_builder_take (items, g_strdup_printf (_("perhaps %s (a note of %s)"), what, day));
    }
}

static void
add_excesses (UnknotSummary *self,
              GStrvBuilder  *items)
{
  for (guint i = 0; i < self->excesses->len; i++)
    {
      const UnknotSummaryExcess *excess = &g_array_index (self->excesses, UnknotSummaryExcess, i);
      const char *medicine =
        unknot_vocabulary_get_title (UNKNOT_VOCABULARY_INGREDIENT, excess->ingredient);
      g_autofree char *day = unknot_summary_words_dup_short_day (excess->day);

      if (excess->n_above > 0)
        g_strv_builder_take (
          items,
          /* Translators: a medicine, on how many days, and the last of them */
          g_strdup_printf (ngettext ("more %s than its label allows, on %d day (%s)",
                                     "more %s than its label allows, on %d days (last %s)",
                                     excess->n_above),
                           medicine, excess->n_above, day));
      else
        g_strv_builder_take (
          items,
          /* Translators: a medicine, on how many days, and the last of them */
          g_strdup_printf (ngettext ("perhaps more %s than its label allows, on %d day (%s)",
                                     "perhaps more %s than its label allows, on %d days (last %s)",
                                     excess->n_doubtful),
                           medicine, excess->n_doubtful, day));
    }
}

/* That it has no end may have been forgotten; that it has gone on for long is not for the reader to
 * work out. */
static void
add_endless (UnknotSummary *self,
             GStrvBuilder  *items)
{
  int today = unknot_history_get_today (self->history);
  g_autofree char *day = NULL;

  if (unknot_trends_get_still_going (self->trends) == NULL ||
      self->going_since > unknot_period_shift_day (today, -UNKNOT_SUMMARY_LONG_RUN))
    return;

  day = unknot_summary_words_dup_short_day (self->going_since);
  g_strv_builder_take (items,
                       /* Translators: the day that a spasm began which has no end in the diary */
                       g_strdup_printf (_("perhaps a spasm that has gone on since %s"), day));
}

static void
add_course (UnknotSummary *self,
            GStrvBuilder  *items)
{
  int run = unknot_trends_get_duration_days (self->trends);
  int otc = unknot_trends_get_otc_days (self->trends);

  if (get_more_frequent (self) == TRUE)
    g_strv_builder_add (items, _("spasms come more often than before"));
  if (!unknot_summary_is_current (self))
    return;

  add_endless (self, items);
  if (run >= UNKNOT_SUMMARY_LONG_RUN)
    g_strv_builder_take (items,
                         g_strdup_printf (ngettext ("the spasms have gone on for %d day",
                                                    "the spasms have gone on for %d days", run),
                                          run));
  if (otc >= UNKNOT_SUMMARY_LONG_OTC)
    g_strv_builder_take (
      items, g_strdup_printf (ngettext ("a pain medicine without prescription on %d day in a row",
                                        "a pain medicine without prescription on %d days in a row",
                                        otc), otc));
}

static char *
dup_check_day (UnknotCheck *check)
{
  return unknot_summary_words_dup_short_day (
    unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (check))));
}

/* Where nothing is listed, the head alone tells. */
static void
add_list (GStrvBuilder          *items,
          GPtrArray             *lists,
          UnknotSummaryListKind  kind,
          const char            *head,
          GStrv                  things,
          int                    max)
{
  UnknotSummaryList *list;

  if (things == NULL)
    {
      g_strv_builder_add (items, head);
      return;
    }

  list = unknot_summary_list_new (kind, head, things, max);
  g_strv_builder_take (items, unknot_summary_list_dup_words (list));
  g_ptr_array_add (lists, list);
}

/* A later calm one does not take an earlier one back. */
static void
add_worst_verdict (UnknotSummary *self,
                   GStrvBuilder  *items,
                   GPtrArray     *lists)
{
  g_autofree char *day = dup_check_day (self->worst_check);
  const char *title = unknot_level_get_title (unknot_check_get_level (self->worst_check));
  /* Translators: the day of a check-up, and what it came to, such as “Get seen today” */
  g_autofree char *head = g_strdup_printf (_("the check-up of %s said “%s”"), day, title);

  add_list (items, lists, UNKNOT_SUMMARY_LIST_SIGNS, head,
            unknot_summary_dup_signs (self, self->worst_check, self->worst_checkup.answers),
            G_MAXINT);
}

static void
add_last_verdict (UnknotSummary *self,
                  GStrvBuilder  *items,
                  GPtrArray     *lists)
{
  UnknotLevel level = unknot_check_get_level (self->check);
  g_autofree char *day = dup_check_day (self->check);
  /* Translators: the day of a check-up, and what it came to, such as “Get seen today” */
  g_autofree char *head = g_strdup_printf (_("the last check-up (%s): “%s”"), day,
                                           unknot_level_get_title (level));

  add_list (items, lists, UNKNOT_SUMMARY_LIST_SIGNS, head,
            level >= UNKNOT_LEVEL_DOCTOR
              ? unknot_summary_dup_signs (self, self->check, self->checkup.answers) : NULL,
            G_MAXINT);
}

static void
add_verdicts (UnknotSummary *self,
              GStrvBuilder  *items,
              GPtrArray     *lists)
{
  UnknotLevel level =
    self->check != NULL ? unknot_check_get_level (self->check) : UNKNOT_LEVEL_NONE;
  gboolean was_worse =
    self->worst_check != NULL && unknot_check_get_level (self->worst_check) > level;

  if (was_worse)
    add_worst_verdict (self, items, lists);
  if (level >= UNKNOT_LEVEL_DOCTOR || (was_worse && level != UNKNOT_LEVEL_NONE))
    add_last_verdict (self, items, lists);
}

/* What was left open may be what is dangerous. */
static void
add_open (UnknotSummary *self,
          GStrvBuilder  *items,
          GPtrArray     *lists)
{
  UnknotAnswers *answers = self->checkup.answers;
  g_autofree char *day = NULL;
  g_autofree char *incomplete = NULL;
  g_autofree char *doubtful = NULL;
  GStrv open, unsure;

  if (self->check == NULL)
    return;

  day = dup_check_day (self->check);
  open = answers != NULL ? unknot_summary_dup_open (answers) : NULL;
  unsure = answers != NULL ? unknot_summary_dup_unsure (answers) : NULL;
  incomplete = g_strdup_printf (
    open != NULL
      /* Translators: the day of a check-up; what was asked in it follows */
      ? _("the check-up of %s is not complete, without an answer to")
      /* Translators: the day of a check-up */
      : _("the check-up of %s is not complete"), day);
  /* Translators: the day of a check-up; what was asked in it follows */
  doubtful = g_strdup_printf (_("in the check-up of %s not sure of"), day);
  if (open != NULL || !unknot_check_is_complete (self->check))
    add_list (items, lists, UNKNOT_SUMMARY_LIST_QUESTIONS, incomplete, open, MAX_OPEN);
  if (unsure != NULL)
    add_list (items, lists, UNKNOT_SUMMARY_LIST_QUESTIONS, doubtful, unsure, MAX_OPEN);
}

/* Whether there is nothing in the diary outside of the period. */
static gboolean
is_whole (UnknotSummary *self)
{
  int beginning = unknot_history_get_beginning (self->history);

  return beginning == 0 ||
         (unknot_history_get_period (self->history)->first_day <= beginning &&
          unknot_summary_is_current (self));
}

/* What nobody was asked about is not said to be absent, nor what is outside of the period. */
static const char *
get_nothing_worrying (UnknotSummary *self)
{
  if (is_whole (self))
    return self->check != NULL ? _("No warning sign was entered in the diary. What was asked is in "
                                   "the check-up below.")
                               : _("No warning sign was entered in the diary. There was no "
                                   "check-up, so none was asked about.");

  return self->check != NULL ? _("No warning sign was entered in this period. What was asked is in "
                                 "the check-up below.")
                             : _("No warning sign was entered in this period. There was no "
                                 "check-up, so none was asked about.");
}

static void
add_before (UnknotSummary        *self,
            UnknotSummarySection *section)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  UnknotSummaryLine *line;

  for (guint i = 0; i < self->dangers_before->len; i++)
    {
      const UnknotSummaryDanger *danger =
        &g_array_index (self->dangers_before, UnknotSummaryDanger, i);
      g_autofree char *day = unknot_summary_words_dup_short_day (danger->day);

      if (danger->is_sure)
        g_strv_builder_take (
          items,
          /* Translators: a warning sign, and the last day it was told of */
          g_strdup_printf (C_("sign before", "%s (%s)"),
                           unknot_summary_get_question (self, danger->question), day));
    }
  /* Translators: warning signs that were entered before the period follow */
  line = unknot_summary_section_add_items (section, _("Before this period"), items);
  if (line != NULL)
    line->weight = UNKNOT_SUMMARY_WEIGHTY;
}

static void
add_worrying (UnknotSummary        *self,
              UnknotSummarySection *section)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  g_autoptr (GPtrArray) lists =
    g_ptr_array_new_with_free_func ((GDestroyNotify) unknot_summary_list_free);
  UnknotSummaryLine *line;

  add_verdicts (self, items, lists);
  add_dangers (self, items, TRUE);
  if (self->unchecked_since != 0)
    g_strv_builder_add (items, _("the spasm that goes on was not checked for warning signs"));
  add_open (self, items, lists);
  add_excesses (self, items);
  add_course (self, items);
  add_dangers (self, items, FALSE);
  line = unknot_summary_section_add_items (section, _("Worrying"), items);
  if (line == NULL)
    line = unknot_summary_section_add (section, _("Worrying"), get_nothing_worrying (self));
  line->lists = g_steal_pointer (&lists);
  line->weight = UNKNOT_SUMMARY_WEIGHTY;
  add_before (self, section);
}

static int
count_painless (UnknotSummary *self)
{
  guint n;
  const UnknotHistoryDay *days = unknot_history_get_days (self->history, &n);
  int n_painless = 0;

  for (guint i = 0; i < n; i++)
    n_painless += days[i].is_painless;

  return n_painless;
}

static void
add_often (UnknotSummary        *self,
           UnknotSummarySection *section)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  int n_spasms = unknot_history_get_n_spasms (self->history);
  int n_painless = count_painless (self);

  g_strv_builder_take (items, n_spasms == 0
                                ? g_strdup (_("no spasm began in this time"))
                                : g_strdup_printf (ngettext ("%d spasm", "%d spasms", n_spasms),
                                                   n_spasms));
  if (get_more_frequent (self) != UNKNOT_TRENDS_UNKNOWN)
    g_strv_builder_take (
      items, g_strdup_printf (unknot_summary_is_current (self)
                                /* Translators: how many spasms there were */
                                ? _("%d in the last 28 days, %d in the 28 days before")
                                /* Translators: how many spasms there were */
                                : _("%d in the last 28 days of it, %d in the 28 days before"),
                              self->n_recent, self->n_before));
  if (n_painless > 0)
    g_strv_builder_take (items, g_strdup_printf (ngettext ("%d day entered as free of pain",
                                                           "%d days entered as free of pain",
                                                           n_painless), n_painless));
  unknot_summary_section_add_items (section, _("How often"), items)->weight =
    UNKNOT_SUMMARY_WEIGHTY;
}

static void
add_worst (UnknotSummary *self,
           GStrvBuilder  *items)
{
  g_autofree char *at_rest = unknot_summary_words_dup_mean (self->at_rest);
  g_autofree char *on_moving = unknot_summary_words_dup_mean (self->on_moving);
  g_autofree char *day = NULL;
  int n_spasms = unknot_history_get_n_spasms (self->history);
  int worst = UNKNOT_PAIN_MAX, median = UNKNOT_PAIN_MAX, n_worse = 0;

  if (n_spasms == 0)
    return;

  while (worst > 0 && self->n_worst[worst] == 0)
    worst--;
  while ((n_worse += self->n_worst[median]) * 2 < n_spasms)
    median--;
  day = unknot_summary_words_dup_day (self->worst_day);
  /* Translators: the worst pain of all, 0–10, and its day */
  g_strv_builder_take (items, g_strdup_printf (_("worst %d of 10 (%s)"), worst, day));
  if (n_spasms > 1 && self->n_worst[worst] == n_spasms)
    g_strv_builder_take (items, g_strdup_printf (_("all of the spasms were %d"), worst));
  else if (n_spasms > 1)
    g_strv_builder_take (items, g_strdup_printf (_("half of the spasms were %d or more"), median));
  if (self->n_at_rest > 0)
    /* Translators: a mean of pain, 0–10 */
    g_strv_builder_take (items, g_strdup_printf (_("at rest %s on average"), at_rest));
  if (self->n_on_moving > 0)
    /* Translators: a mean of pain, 0–10 */
    g_strv_builder_take (items, g_strdup_printf (_("on moving %s on average"), on_moving));
}

static void
add_carried (UnknotSummary *self,
             GStrvBuilder  *items)
{
  g_autofree char *day = NULL;

  if (self->carried_day == 0)
    return;

  day = unknot_summary_words_dup_day (self->carried_day);
  g_strv_builder_take (
    items,
    /* Translators: the worst pain of a spasm, 0–10, and the day it began, before the period */
    g_strdup_printf (_("worst %d of 10 in a spasm from before this period (since %s)"),
                     self->carried_worst, day));
}

static void
add_bad (UnknotSummary        *self,
         UnknotSummarySection *section)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  UnknotSummaryLine *line;

  add_worst (self, items);
  add_carried (self, items);
  line = unknot_summary_section_add_items (section, _("How bad"), items);
  if (line != NULL)
    line->weight = UNKNOT_SUMMARY_WEIGHTY;
}

static void
add_long (UnknotSummary        *self,
          UnknotSummarySection *section)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  g_autofree char *median = unknot_summary_words_dup_span (self->median_length);
  g_autofree char *longest = unknot_summary_words_dup_span (self->longest_length);
  int n_spasms = unknot_history_get_n_spasms (self->history);

  if (self->n_ended == 0)
    return;

  if (self->n_ended > 1)
    /* Translators: how long a spasm took, such as “2 h 30 min” */
    g_strv_builder_take (items, g_strdup_printf (_("half of the spasms took %s or more"), median));
  /* Translators: how long a spasm took, such as “2 h 30 min” */
  g_strv_builder_take (items, g_strdup_printf (_("the longest %s"), longest));
  if (self->n_ended < n_spasms)
    g_strv_builder_take (items, g_strdup_printf (ngettext ("known of %d of %d spasm",
                                                           "known of %d of %d spasms", n_spasms),
                                                 self->n_ended, n_spasms));
  unknot_summary_section_add_items (section, _("How long"), items);
}

static void
add_present_run (UnknotSummary *self,
                 GStrvBuilder  *items)
{
  int today = unknot_history_get_today (self->history);
  int run = unknot_trends_get_duration_days (self->trends);
  int without = unknot_trends_get_days_without (self->trends);
  g_autofree char *day =
    unknot_summary_words_dup_day (unknot_period_shift_day (today, -MAX (run, 0)));
  g_autofree char *going =
    self->going_since != 0 ? unknot_summary_words_dup_day (self->going_since) : NULL;

  if (self->going_since != 0 && unknot_trends_get_still_going (self->trends) == NULL)
    /* Translators: the day that a spasm began which goes on */
    g_strv_builder_take (items, g_strdup_printf (_("a spasm goes on, since %s"), going));
  if (unknot_trends_get_still_going (self->trends) != NULL)
    /* Translators: the day that a spasm began */
    g_strv_builder_take (items, g_strdup_printf (_("a spasm since %s has no end in the diary, "
                                                   "and may go on"), going));
  else if (run > 0 && self->going_since != unknot_period_shift_day (today, -run))
    g_strv_builder_take (items,
                         /* Translators: how many days ago spasms began that follow one another, and
                          * the day they began */
                         g_strdup_printf (ngettext ("at present spasms since %2$s, %1$d day ago",
                                                    "at present spasms since %2$s, %1$d days ago",
                                                    run), run, day));
  else if (without == 0 && self->going_since == 0)
    g_strv_builder_add (items, _("the last spasm is of today"));
  else if (without > 0)
    g_strv_builder_take (items, g_strdup_printf (ngettext ("%d day since the last spasm ended",
                                                           "%d days since the last spasm ended",
                                                           without), without));
}

static void
add_since (UnknotSummary        *self,
           UnknotSummarySection *section)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  int beginning = unknot_history_get_beginning (self->history);
  g_autofree char *day = beginning != 0 ? unknot_summary_words_dup_day (beginning) : NULL;

  if (beginning == 0)
    {
      unknot_summary_section_add (section, _("Since when"), _("nothing was entered yet"));
      return;
    }

  /* Translators: the day of the first entry */
  g_strv_builder_take (items, g_strdup_printf (_("diary kept since %s"), day));
  if (unknot_summary_is_current (self))
    add_present_run (self, items);
  unknot_summary_section_add_items (section, _("Since when"), items)->weight =
    UNKNOT_SUMMARY_WEIGHTY;
}

static int
count_told (const UnknotHistoryRelief *relief)
{
  int n = 0;

  for (guint i = 0; i < UNKNOT_HISTORY_N_EFFECTS; i++)
    n += relief->n_effects[i];

  return n;
}

static int
count_helped (const UnknotHistoryRelief *relief)
{
  return relief->n_effects[2] + relief->n_effects[3];
}

static int
compare_helped (gconstpointer a,
                gconstpointer b)
{
  return count_helped (*(const UnknotHistoryRelief *const *) b) -
         count_helped (*(const UnknotHistoryRelief *const *) a);
}

static char *
dup_help (const UnknotHistoryRelief *relief)
{
  g_autofree char *name =
    relief->measure != NULL
      ? g_strdup (unknot_vocabulary_get_title (UNKNOT_VOCABULARY_MEASURE, relief->measure))
    : relief->ingredient != NULL
      ? g_strdup (unknot_vocabulary_get_title (UNKNOT_VOCABULARY_INGREDIENT, relief->ingredient))
      : unknot_summary_words_dup_name (relief->name);

  /* Translators: what was tried or taken, how many times it helped, and of how many */
  return g_strdup_printf (C_("helped", "%s (%d of %d times)"), name, count_helped (relief),
                          count_told (relief));
}

/* What helped at least half of the time; the tables below tell of the rest. */
static void
add_helps (UnknotSummary        *self,
           UnknotSummarySection *section)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  g_autoptr (GPtrArray) helps = g_ptr_array_new ();
  guint n, n_tried = 0;
  const UnknotHistoryRelief *reliefs = unknot_history_get_reliefs (self->history, &n);

  for (guint i = 0; i < n; i++)
    {
      int n_told = count_told (&reliefs[i]);

      n_tried += n_told >= HELPS_MIN;
      if (n_told >= HELPS_MIN && 2 * count_helped (&reliefs[i]) >= n_told)
        g_ptr_array_add (helps, (gpointer) &reliefs[i]);
    }
  if (n_tried == 0)
    return;

  g_ptr_array_sort (helps, compare_helped);
  for (guint i = 0; i < MIN (helps->len, MAX_HELPS); i++)
    g_strv_builder_take (items, dup_help (g_ptr_array_index (helps, i)));
  if (helps->len == 0)
    g_strv_builder_add (items, _("nothing that was tried helped half of the time"));
  unknot_summary_section_add_items (section, _("What helps"), items);
}

/**
 * unknot_summary_make_glance:
 *
 * Returns: (transfer full): what matters most
 */
UnknotSummarySection *
unknot_summary_make_glance (UnknotSummary *self)
{
  UnknotSummarySection *section =
    unknot_summary_section_new (UNKNOT_SUMMARY_GLANCE, _("At a Glance"));

  add_worrying (self, section);
  add_often (self, section);
  add_bad (self, section);
  add_long (self, section);
  add_since (self, section);
  add_helps (self, section);

  return section;
}
