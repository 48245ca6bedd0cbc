/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-sections"

#include "config.h"

#include "unknot-summary-private.h"

#include "unknot-place.h"
#include "unknot-summary-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* So many places are named first that were told of most often. */
#define N_FREQUENT_PLACES 2

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
    words = g_strdup_printf (ngettext ("Pain was entered on %u day, at worst %d. A gap is a day "
                                       "without an entry.",
                                       "Pain was entered on %u days, at worst %d. A gap is a day "
                                       "without an entry.", n_told), n_told, worst);
  unknot_summary_section_add (section, NULL, words);

  return section;
}

/* What is not of the back may be of the nerves, or of what is inside. */
static guint
get_place_rank (const char *area)
{
  static const char *const beyond[] = {
    "one-leg", "arm", "groin", "belly", "chest", "thigh-back", "thigh-front", "knee", "calf",
    "shin", "foot", "elsewhere", NULL
  };

  if (g_str_equal (area, "saddle"))
    return 0;

  return g_strv_contains (beyond, area) ? 1 : 2;
}

static void
add_place (GStrvBuilder             *items,
           const UnknotHistoryPlace *place)
{
  g_autofree char *title = unknot_place_dup_title (place->area, place->side);

  g_strv_builder_take (items, unknot_summary_words_dup_count (title, place->n_spasms));
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

  for (guint i = 0; i < MIN (n, N_FREQUENT_PLACES); i++)
    add_place (items, &places[i]);
  for (guint rank = 0; rank < 3; rank++)
    for (guint i = N_FREQUENT_PLACES; i < n; i++)
      if (get_place_rank (places[i].area) == rank)
        add_place (items, &places[i]);
  if (unknot_summary_section_add_items (section, NULL, items) == NULL)
    unknot_summary_section_add (section, NULL, _("No place was entered."));

  return section;
}

/* --- Story and function --- */

static void
add_code (GStrvBuilder            *items,
          const UnknotSummaryCode *code)
{
  g_strv_builder_take (
    items,
    unknot_summary_words_dup_count (unknot_vocabulary_get_title (code->aspect, code->code),
                                    code->n));
}

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
        add_code (items, code);
    }
  unknot_summary_section_add_items (section, label, items);
}

/* Spasms that spread beyond the back are fewer, and matter more. */
static void
add_spreads (UnknotSummary        *self,
             UnknotSummarySection *section)
{
  static const char *const within[] = { "within-back", "none", NULL };
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();

  for (guint rank = 0; rank < 2; rank++)
    for (guint i = 0; i < self->codes->len; i++)
      {
        const UnknotSummaryCode *code = &g_array_index (self->codes, UnknotSummaryCode, i);

        if (code->aspect == UNKNOT_VOCABULARY_SPREADS &&
            g_strv_contains (within, code->code) == (rank == 1))
          add_code (items, code);
      }
  unknot_summary_section_add_items (section, _("Spread to"), items);
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
  UnknotSummaryLine *line;

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
      day = unknot_summary_words_dup_short_day (marker->day);
      /* Translators: what happened, such as “Physiotherapy began”, and the day */
      g_strv_builder_take (items, g_strdup_printf (C_("event", "%s (%s)"), title, day));
    }
  line = unknot_summary_section_add_items (section, _("Changes"), items);
  if (line != NULL)
    line->weight = UNKNOT_SUMMARY_SPARE;
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
  add_spreads (self, section);
  add_changes (self, section);
  if (section->lines->len == 0)
    unknot_summary_section_add (section, NULL, _("Nothing was entered on how they went."));

  return section;
}

/* A change counts where it is a meaningful one; see unknot_peg_is_improved(). */
static char *
dup_change (UnknotPeg *last,
            UnknotPeg *first,
            double     change)
{
  int percent = floor (100 * fabs (change) + 0.5 + 1e-9);
  g_autofree char *day = unknot_summary_words_dup_short_day (
    unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (first))));

  if (change > 0)
    /* Translators: a change in percent, and since which day */
    return g_strdup_printf (_("+%d %% since %s (worse)"), percent, day);
  if (percent == 0)
    /* Translators: a day */
    return g_strdup_printf (_("as on %s"), day);

  return unknot_peg_is_improved (last, first)
           /* Translators: a change in percent, and since which day; the sign is a minus */
           ? g_strdup_printf (_("−%d %% since %s (better), a change that counts"), percent, day)
           /* Translators: a change in percent, and since which day; the sign is a minus */
           : g_strdup_printf (_("−%d %% since %s (better)"), percent, day);
}

static void
add_peg (UnknotSummary        *self,
         UnknotSummarySection *section)
{
  GPtrArray *pegs = unknot_history_get_pegs (self->history);
  UnknotPeg *first = unknot_history_get_first_peg (self->history);
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  g_autofree char *mean = NULL;
  g_autofree char *day = NULL;
  double change;
  UnknotPeg *last;

  if (pegs->len == 0)
    return;

  last = g_ptr_array_index (pegs, pegs->len - 1);
  mean = unknot_summary_words_dup_mean (unknot_peg_get_mean (last));
  day = unknot_summary_words_dup_short_day (
    unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (last))));
  /* Translators: the mean of the PEG scale, 0–10, and the day that it was answered */
  g_strv_builder_take (items,
                       g_strdup_printf (_("%s of 10 (%s)"), mean, day));
  if (first != last && unknot_peg_get_change (last, first, &change))
    g_strv_builder_take (items, dup_change (last, first, change));
  g_strv_builder_take (
    items,
    /* Translators: the three questions of the PEG scale, each 0–10 */
    g_strdup_printf (_("pain %d, enjoyment of life %d, general activity %d"),
                     unknot_peg_get_pain (last), unknot_peg_get_enjoyment (last),
                     unknot_peg_get_activity (last)));
  unknot_summary_section_add_items (section, _("Pain and function (PEG)"), items);
}

/* The worst first: the vocabulary has it last. */
static void
add_sleep (UnknotSummary        *self,
           UnknotSummarySection *section)
{
  const char *const *codes = unknot_vocabulary_get_codes (UNKNOT_VOCABULARY_SLEEP);
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  guint n_days;
  const UnknotHistoryDay *days = unknot_history_get_days (self->history, &n_days);

  for (guint i = g_strv_length ((GStrv) codes); i > 0; i--)
    {
      const char *code = codes[i - 1];
      int n = 0;

      for (guint j = 0; j < n_days; j++)
        n += g_strcmp0 (days[j].sleep, code) == 0;
      if (n > 0)
        g_strv_builder_take (
          items, unknot_summary_words_dup_count (
                   unknot_vocabulary_get_title (UNKNOT_VOCABULARY_SLEEP, code), n));
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
    unknot_summary_section_new (UNKNOT_SUMMARY_FUNCTION, _("Daily Life"));

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
