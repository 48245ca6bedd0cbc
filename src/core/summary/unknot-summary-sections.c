/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-sections"

#include "config.h"

#include "unknot-summary-private.h"

#include "unknot-place.h"
#include "unknot-summary-words.h"

#include <glib/gi18n-lib.h>

/* A diary must be so old, in days, before the last four weeks are compared with the four before:
 * the protocol's own rule, as the numbers below are. */
#define COMPARED_DAYS 56
#define FREQUENT_MIN 3
#define FREQUENT_MORE 2

static gboolean
is_old_enough (UnknotSummary *self,
               int            n_days)
{
  int beginning = unknot_history_get_beginning (self->history);
  int last_day = unknot_history_get_period (self->history)->last_day;

  return beginning != 0 && beginning <= unknot_period_shift_day (last_day, 1 - n_days);
}

static gboolean
is_more_frequent (UnknotSummary *self)
{
  return is_old_enough (self, COMPARED_DAYS) && self->n_recent >= FREQUENT_MIN &&
         self->n_recent >= self->n_before + FREQUENT_MORE;
}

/* --- At a glance --- */

static void
add_dangers (UnknotSummary *self,
             GStrvBuilder  *items,
             gboolean       is_sure)
{
  for (guint i = 0; i < self->dangers->len; i++)
    {
      const UnknotSummaryDanger *danger = &g_array_index (self->dangers, UnknotSummaryDanger, i);
      const char *what = unknot_summary_get_question (self, danger->question);
      g_autofree char *day = unknot_summary_words_dup_day (danger->day);

      if (danger->is_sure != is_sure)
        continue;
      if (is_sure)
        g_strv_builder_take (
          items,
          /* Translators: a warning sign, the last day it was told of, and of how many spasms */
          g_strdup_printf (ngettext ("%s (diary, %s, %d spasm)", "%s (diary, last %s, %d spasms)",
                                     danger->n),
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
      g_autofree char *day = unknot_summary_words_dup_day (excess->day);

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

static void
add_course (UnknotSummary *self,
            GStrvBuilder  *items)
{
  int run = unknot_trends_get_duration_days (self->trends);
  int otc = unknot_trends_get_otc_days (self->trends);

  if (is_more_frequent (self))
    g_strv_builder_add (items, _("spasms come more often than before"));
  if (!unknot_summary_is_current (self))
    return;

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

static void
add_verdict (UnknotSummary *self,
             GStrvBuilder  *items)
{
  g_autofree char *day = NULL;

  if (self->check == NULL || unknot_check_get_level (self->check) < UNKNOT_LEVEL_URGENT)
    return;

  day = unknot_summary_words_dup_day (
    unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (self->check))));
  g_strv_builder_take (
    items,
    /* Translators: the day of a check-up, and what it came to, such as “Get seen today” */
    g_strdup_printf (_("the last check-up (%s): “%s”"), day,
                     unknot_level_get_title (unknot_check_get_level (self->check))));
}

/* What nobody was asked about is not said to be absent. */
static void
add_worrying (UnknotSummary        *self,
              UnknotSummarySection *section)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  UnknotSummaryLine *line;

  add_verdict (self, items);
  add_dangers (self, items, TRUE);
  add_excesses (self, items);
  add_course (self, items);
  add_dangers (self, items, FALSE);
  line = unknot_summary_section_add_items (section, _("Worrying"), items);
  if (line == NULL)
    line = unknot_summary_section_add (
      section, _("Worrying"),
      self->check != NULL ? _("No warning sign was entered in the diary. What was asked is in the "
                              "check-up below.")
                          : _("No warning sign was entered in the diary. There was no check-up, so "
                              "none was asked about."));
  line->weight = UNKNOT_SUMMARY_WEIGHTY;
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
  if (is_old_enough (self, COMPARED_DAYS))
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
add_bad (UnknotSummary        *self,
         UnknotSummarySection *section)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
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
  if (n_spasms > 1)
    g_strv_builder_take (items, g_strdup_printf (_("half of the spasms were %d or more"), median));
  if (self->n_at_rest > 0)
    /* Translators: a mean of pain, 0–10 */
    g_strv_builder_take (items, g_strdup_printf (_("at rest %.1f on average"), self->at_rest));
  if (self->n_on_moving > 0)
    /* Translators: a mean of pain, 0–10 */
    g_strv_builder_take (items, g_strdup_printf (_("on moving %.1f on average"), self->on_moving));
  unknot_summary_section_add_items (section, _("How bad"), items)->weight =
    UNKNOT_SUMMARY_WEIGHTY;
}

static void
add_long (UnknotSummary        *self,
          UnknotSummarySection *section)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  g_autofree char *median = unknot_summary_words_dup_span (self->median_length);
  g_autofree char *longest = unknot_summary_words_dup_span (self->longest_length);

  if (self->n_ended == 0)
    return;

  if (self->n_ended > 1)
    /* Translators: how long a spasm took, such as “2 h 30 min” */
    g_strv_builder_take (items, g_strdup_printf (_("half of the spasms took %s or more"), median));
  /* Translators: how long a spasm took, such as “2 h 30 min” */
  g_strv_builder_take (items, g_strdup_printf (_("the longest %s"), longest));
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
    g_strv_builder_add (items, _("a spasm has no end in the diary: whether it goes on is not "
                                 "known"));
  else if (run > 0)
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

  return section;
}

/* --- Pictures --- */

/**
 * unknot_summary_make_pain:
 *
 * Returns: (transfer full): what is drawn of the pain, in words
 */
UnknotSummarySection *
unknot_summary_make_pain (UnknotSummary *self)
{
  UnknotSummarySection *section =
    unknot_summary_section_new (UNKNOT_SUMMARY_PAIN, _("Pain, Day by Day (0–10)"));
  guint n_days, n_told = 0;
  const UnknotHistoryDay *days = unknot_history_get_days (self->history, &n_days);
  int worst = UNKNOT_HISTORY_UNKNOWN;
  g_autofree char *words = NULL;

  for (guint i = 0; i < n_days; i++)
    {
      n_told += days[i].n_pains > 0;
      worst = MAX (worst, days[i].worst);
    }
  if (n_told == 0)
    words = g_strdup (_("No pain was entered in this time."));
  else
    /* Translators: of how many days there is a pain, and the worst of all, 0–10 */
    words = g_strdup_printf (ngettext ("Pain was entered on %u day, at worst %d. A gap is a day without.",
                                       "Pain was entered on %u days, at worst %d. A gap is a day "
                                       "without.", n_told), n_told, worst);
  unknot_summary_section_add (section, NULL, words);

  return section;
}

/**
 * unknot_summary_make_places:
 *
 * Returns: (transfer full): where the spasms were, in words
 */
UnknotSummarySection *
unknot_summary_make_places (UnknotSummary *self)
{
  UnknotSummarySection *section =
    unknot_summary_section_new (UNKNOT_SUMMARY_PLACES, _("Where"));
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  guint n;
  const UnknotHistoryPlace *places = unknot_history_get_places (self->history, &n);
  UnknotSummaryLine *line;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = unknot_place_dup_title (places[i].area, places[i].side);

      g_strv_builder_take (items, unknot_summary_words_dup_count (title, places[i].n_spasms));
    }
  line = unknot_summary_section_add_items (section, NULL, items);
  if (line == NULL)
    line = unknot_summary_section_add (section, NULL, _("No place was entered."));
  line->weight = UNKNOT_SUMMARY_SPARE;

  return section;
}

/* --- Story and function --- */

static void
add_codes (UnknotSummary        *self,
           UnknotSummarySection *section,
           UnknotVocabulary      aspect,
           const char           *label)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();

  for (guint i = 0; i < self->codes->len; i++)
    {
      const UnknotSummaryCode *code = &g_array_index (self->codes, UnknotSummaryCode, i);

      if (code->aspect == aspect)
        g_strv_builder_take (
          items, unknot_summary_words_dup_count (unknot_vocabulary_get_title (aspect, code->code),
                                                 code->n));
    }
  unknot_summary_section_add_items (section, label, items);
}

static void
add_triggers (UnknotSummary        *self,
              UnknotSummarySection *section)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  guint n;
  const UnknotHistoryTrigger *triggers = unknot_history_get_triggers (self->history, &n);

  for (guint i = 0; i < n; i++)
    g_strv_builder_take (
      items, unknot_summary_words_dup_count (
               unknot_vocabulary_get_title (UNKNOT_VOCABULARY_TRIGGER, triggers[i].code),
               triggers[i].n_spasms));
  unknot_summary_section_add_items (section, _("Set off by"), items);
}

/* What the person says has changed; what was tried first is in the chart alone. */
static void
add_changes (UnknotSummary        *self,
             UnknotSummarySection *section)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  guint n;
  const UnknotHistoryMarker *markers = unknot_history_get_markers (self->history, &n);

  for (guint i = n; i > 0; i--)
    {
      const UnknotHistoryMarker *marker = &markers[i - 1];
      g_autofree char *title = NULL;
      g_autofree char *day = NULL;

      if (marker->kind != UNKNOT_HISTORY_MARKER_EVENT)
        continue;
      title = marker->title != NULL
                ? unknot_summary_words_dup_line (marker->title)
                : g_strdup (unknot_vocabulary_get_title (UNKNOT_VOCABULARY_EVENT, marker->code));
      day = unknot_summary_words_dup_day (marker->day);
      /* Translators: what happened, such as “Physiotherapy began”, and the day */
      g_strv_builder_take (items, g_strdup_printf (C_("event", "%s (%s)"), title, day));
    }
  unknot_summary_section_add_items (section, _("Changes"), items);
}

/**
 * unknot_summary_make_story:
 *
 * Returns: (transfer full): how the spasms went
 */
UnknotSummarySection *
unknot_summary_make_story (UnknotSummary *self)
{
  UnknotSummarySection *section =
    unknot_summary_section_new (UNKNOT_SUMMARY_STORY, _("The Spasms"));

  /* Translators: how spasms began: suddenly, or bit by bit */
  add_codes (self, section, UNKNOT_VOCABULARY_ONSET, _("Began"));
  add_triggers (self, section);
  add_codes (self, section, UNKNOT_VOCABULARY_FEEL, _("Feel like"));
  add_codes (self, section, UNKNOT_VOCABULARY_SPREADS, _("Spread to"));
  add_changes (self, section);
  if (section->lines->len == 0)
    unknot_summary_section_add (section, NULL, _("Nothing was entered on how they went."));

  return section;
}

/* A change counts where it is a meaningful one; see unknot_peg_is_improved(). */
static void
add_peg (UnknotSummary        *self,
         UnknotSummarySection *section)
{
  GPtrArray *pegs = unknot_history_get_pegs (self->history);
  UnknotPeg *first = unknot_history_get_first_peg (self->history);
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  g_autofree char *day = NULL;
  double change;
  UnknotPeg *last;

  if (pegs->len == 0)
    return;

  last = g_ptr_array_index (pegs, pegs->len - 1);
  day = unknot_summary_words_dup_day (
    unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (last))));
  g_strv_builder_take (
    items,
    /* Translators: the three questions of the PEG scale, 0–10, and the day they were answered */
    g_strdup_printf (_("pain %d, enjoyment of life %d, general activity %d of 10 (%s)"),
                     unknot_peg_get_pain (last), unknot_peg_get_enjoyment (last),
                     unknot_peg_get_activity (last), day));
  g_strv_builder_take (items, g_strdup_printf (_("mean %.1f"), unknot_peg_get_mean (last)));
  if (first != last && unknot_peg_get_change (last, first, &change))
    {
      g_autofree char *first_day = unknot_summary_words_dup_day (
        unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (first))));

      g_strv_builder_take (
        items,
        unknot_peg_is_improved (last, first)
          /* Translators: a change in percent, and since which day */
          ? g_strdup_printf (_("%+.0f %% since %s, a change that counts"), 100 * change, first_day)
          /* Translators: a change in percent, and since which day */
          : g_strdup_printf (_("%+.0f %% since %s"), 100 * change, first_day));
    }
  unknot_summary_section_add_items (section, _("Pain and function (PEG)"), items);
}

static void
add_sleep (UnknotSummary        *self,
           UnknotSummarySection *section)
{
  const char *const *codes = unknot_vocabulary_get_codes (UNKNOT_VOCABULARY_SLEEP);
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  guint n_days;
  const UnknotHistoryDay *days = unknot_history_get_days (self->history, &n_days);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      int n = 0;

      for (guint j = 0; j < n_days; j++)
        n += g_strcmp0 (days[j].sleep, codes[i]) == 0;
      if (n > 0)
        g_strv_builder_take (
          items, unknot_summary_words_dup_count (
                   unknot_vocabulary_get_title (UNKNOT_VOCABULARY_SLEEP, codes[i]), n));
    }
  unknot_summary_section_add_items (section, _("Nights"), items);
}

/**
 * unknot_summary_make_function:
 *
 * Returns: (transfer full): what the spasms are in the way of
 */
UnknotSummarySection *
unknot_summary_make_function (UnknotSummary *self)
{
  UnknotSummarySection *section =
    unknot_summary_section_new (UNKNOT_SUMMARY_FUNCTION, _("In the Way Of"));

  add_codes (self, section, UNKNOT_VOCABULARY_STOPS, _("Kept from"));
  add_peg (self, section);
  add_sleep (self, section);
  if (section->lines->len == 0)
    unknot_summary_section_add (section, NULL, _("Nothing was entered on what they stop."));

  return section;
}

/* --- What was tried --- */

static char *
dup_medicine (const UnknotSummaryMedicine *medicine)
{
  return medicine->ingredient != NULL
           ? g_strdup (unknot_vocabulary_get_title (UNKNOT_VOCABULARY_INGREDIENT,
                                                    medicine->ingredient))
           : unknot_summary_words_dup_line (medicine->name);
}

static char *
dup_highest (const UnknotSummaryMedicine *medicine)
{
  g_autofree char *amount = NULL;

  if (medicine->highest <= 0)
    return g_strdup_printf (ngettext ("%d dose", "%d doses", medicine->most_doses),
                            medicine->most_doses);

  amount = unknot_summary_words_dup_amount (medicine->highest, medicine->unit);

  /* Translators: an amount of medicine, such as “400 mg” */
  return medicine->highest_is_least ? g_strdup_printf (_("at least %s"), amount)
                                    : g_steal_pointer (&amount);
}

/* Of how many times it was told what came of it, how many it helped. */
static char *
dup_helped (const int *n_effects)
{
  int n = 0;

  for (guint i = 0; i < UNKNOT_HISTORY_N_EFFECTS; i++)
    n += n_effects[i];
  if (n == 0)
    return g_strdup (_("not said"));

  /* Translators: how many times something helped, of how many times it was told */
  return g_strdup_printf (_("%d of %d"), n_effects[2] + n_effects[3], n);
}

/**
 * unknot_summary_make_medicine:
 *
 * Returns: (transfer full): what was taken
 */
UnknotSummarySection *
unknot_summary_make_medicine (UnknotSummary *self)
{
  UnknotSummarySection *section =
    unknot_summary_section_new (UNKNOT_SUMMARY_MEDICINE, _("Medicine"));
  int otc = unknot_trends_get_otc_days (self->trends);

  if (self->medicines->len == 0)
    {
      unknot_summary_section_add (section, NULL, _("No medicine was entered."));
      return section;
    }

  unknot_summary_section_set_columns (section, C_("medicine", "Name"), C_("medicine", "Days"),
                                      C_("medicine", "Most in a day"), C_("medicine", "In a row"),
                                      C_("medicine", "Helped"), NULL);
  for (guint i = 0; i < self->medicines->len; i++)
    {
      const UnknotSummaryMedicine *medicine = g_ptr_array_index (self->medicines, i);
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

      g_strv_builder_take (cells, dup_medicine (medicine));
      g_strv_builder_take (cells, g_strdup_printf ("%d", medicine->n_days));
      g_strv_builder_take (cells, dup_highest (medicine));
      g_strv_builder_take (cells, g_strdup_printf (ngettext ("%d day", "%d days",
                                                             medicine->longest_run),
                                                   medicine->longest_run));
      g_strv_builder_take (cells, dup_helped (medicine->n_effects));
      unknot_summary_section_take_row (section, cells);
    }
  if (unknot_summary_is_current (self) && otc > 0)
    {
      g_autofree char *words = g_strdup_printf (
        ngettext ("At present: a pain medicine without prescription on %d day in a row.",
                  "At present: a pain medicine without prescription on %d days in a row.", otc),
        otc);

      unknot_summary_section_add (section, NULL, words);
    }

  return section;
}

/**
 * unknot_summary_make_measures:
 *
 * Returns: (transfer full): what else was tried
 */
UnknotSummarySection *
unknot_summary_make_measures (UnknotSummary *self)
{
  UnknotSummarySection *section =
    unknot_summary_section_new (UNKNOT_SUMMARY_MEASURES, _("What Was Tried"));
  guint n;
  const UnknotHistoryRelief *reliefs = unknot_history_get_reliefs (self->history, &n);

  unknot_summary_section_set_columns (section, C_("measure", "What"), C_("measure", "Times"),
                                      C_("measure", "Helped"), C_("measure", "A lot"),
                                      C_("measure", "Worse"), NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

      if (reliefs[i].measure == NULL)
        continue;
      g_strv_builder_add (cells, unknot_vocabulary_get_title (UNKNOT_VOCABULARY_MEASURE,
                                                              reliefs[i].measure));
      g_strv_builder_take (cells, g_strdup_printf ("%d", reliefs[i].n));
      g_strv_builder_take (cells, dup_helped (reliefs[i].n_effects));
      g_strv_builder_take (cells, g_strdup_printf ("%d", reliefs[i].n_effects[3]));
      g_strv_builder_take (cells, g_strdup_printf ("%d", reliefs[i].n_effects[0]));
      unknot_summary_section_take_row (section, cells);
    }
  if (section->rows->len == 0)
    {
      g_clear_pointer (&section->columns, g_strfreev);
      unknot_summary_section_add (section, NULL, _("Nothing else was tried."));
    }

  return section;
}
