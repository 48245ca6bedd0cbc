/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-entries"

#include "config.h"

#include "unknot-summary-private.h"

#include "unknot-diary-rows.h"
#include "unknot-entry-query.h"
#include "unknot-summary-words.h"
#include "unknot-time-of-day.h"
#include "unknot-visit.h"

#include <glib/gi18n-lib.h>

/* The table of entries: a row for each that stands by itself. */

/* More of them are as many as a row can say. */
#define MAX_ITEMS 8

static char *
dup_time (UnknotMoment *moment)
{
  g_autoptr (GDateTime) local = unknot_moment_to_date_time (moment);

  return unknot_time_of_day_format (g_date_time_get_hour (local) * 60 +
                                      g_date_time_get_minute (local),
                                    unknot_time_of_day_is_twelve_hour ());
}

static char *
dup_when (UnknotEntry *entry)
{
  UnknotMoment *moment = unknot_entry_get_moment (entry);
  g_autofree char *day = unknot_summary_words_dup_short_day (unknot_moment_get_day (moment));
  g_autofree char *time = NULL;

  if (UNKNOT_IS_DAY (entry) ||
      (UNKNOT_IS_EPISODE (entry) &&
       g_strcmp0 (unknot_episode_get_precision (UNKNOT_EPISODE (entry)), "day") == 0))
    return g_steal_pointer (&day);

  time = dup_time (moment);

  /* Translators: a day, and a time of day */
  return g_strdup_printf (_("%s, %s"), day, time);
}

static char *
dup_joined (GPtrArray *items)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < MIN (items->len, MAX_ITEMS); i++)
    {
      if (i > 0)
        g_string_append (joined, _(", "));
      g_string_append (joined, g_ptr_array_index (items, i));
    }
  if (items->len > MAX_ITEMS)
    {
      g_string_append_c (joined, ' ');
      /* Translators: of a list, how many more things are left out */
      g_string_append_printf (joined, ngettext ("and %u more", "and %u more",
                                                items->len - MAX_ITEMS),
                              items->len - MAX_ITEMS);
    }

  return g_string_free_and_steal (joined);
}

static char *
dup_length (UnknotEpisode *episode)
{
  UnknotMoment *start = unknot_entry_get_moment (UNKNOT_ENTRY (episode));
  UnknotMoment *end = unknot_episode_get_end (episode);

  if (end == NULL)
    return g_strdup (_("no end"));
  /* Nobody told how long it was. */
  if (unknot_moment_compare (start, end) == 0)
    return g_strdup ("");

  return unknot_summary_words_dup_span (unknot_moment_get_utc (end) -
                                        unknot_moment_get_utc (start));
}

static char *
dup_places (UnknotEpisode *episode)
{
  GListModel *places = G_LIST_MODEL (unknot_episode_get_places (episode));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (UnknotPlace) place = g_list_model_get_item (places, i);

      g_ptr_array_add (items, unknot_place_dup_title (unknot_place_get_area (place),
                                                      unknot_place_get_side (place)));
    }

  return dup_joined (items);
}

static char *
dup_triggers (UnknotEpisode *episode)
{
  g_auto (GStrv) codes = unknot_episode_dup_codes (episode, UNKNOT_VOCABULARY_TRIGGER);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (items,
                     (gpointer) unknot_vocabulary_get_title (UNKNOT_VOCABULARY_TRIGGER, codes[i]));

  return dup_joined (items);
}

/* With what came of it, where that was told. */
static char *
dup_tried (char       *what,
           const char *effect)
{
  g_autofree char *owned = what;

  if (effect == NULL)
    return g_steal_pointer (&owned);

  /* Translators: what was tried or taken, and what came of it */
  return g_strdup_printf (C_("tried", "%s: %s"), owned,
                          unknot_vocabulary_get_title (UNKNOT_VOCABULARY_EFFECT, effect));
}

static char *
dup_dose (UnknotDose *dose)
{
  g_autofree char *name = unknot_summary_words_dup_name (unknot_dose_get_name (dose));
  g_autofree char *amount =
    unknot_summary_words_dup_amount (unknot_dose_get_amount (dose), unknot_dose_get_unit (dose));

  /* Translators: a medicine, and how much of it, such as “400 mg” */
  return dup_tried (g_strdup_printf (C_("dose", "%s %s"), name, amount),
                    unknot_dose_get_effect (dose));
}

static char *
dup_relief (UnknotRelief *relief)
{
  return dup_tried (g_strdup (unknot_vocabulary_get_title (UNKNOT_VOCABULARY_MEASURE,
                                                           unknot_relief_get_measure (relief))),
                    unknot_relief_get_effect (relief));
}

static char *
dup_all_tried (UnknotEpisode *episode)
{
  GListModel *reliefs = unknot_episode_get_reliefs (episode);
  GListModel *doses = unknot_episode_get_doses (episode);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (reliefs); i++)
    {
      g_autoptr (UnknotRelief) relief = g_list_model_get_item (reliefs, i);

      g_ptr_array_add (items, dup_relief (relief));
    }
  for (guint i = 0; i < g_list_model_get_n_items (doses); i++)
    {
      g_autoptr (UnknotDose) dose = g_list_model_get_item (doses, i);

      g_ptr_array_add (items, dup_dose (dose));
    }

  return dup_joined (items);
}

static void
add_spasm (GStrvBuilder  *cells,
           UnknotEpisode *episode)
{
  g_strv_builder_take (cells, g_strdup_printf ("%d", unknot_episode_get_worst (episode)));
  g_strv_builder_take (cells, dup_length (episode));
  g_strv_builder_take (cells, dup_places (episode));
  g_strv_builder_take (cells, dup_triggers (episode));
  g_strv_builder_take (cells, dup_all_tried (episode));
  g_strv_builder_take (cells, unknot_summary_words_dup_line (unknot_episode_get_note (episode)));
}

static char *
dup_day (UnknotDay *day)
{
  const char *sleep = unknot_day_get_sleep (day);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  if (unknot_day_is_painless (day))
    g_ptr_array_add (items, (gpointer) _("No pain"));
  if (sleep != NULL)
    g_ptr_array_add (items,
                     (gpointer) unknot_vocabulary_get_title (UNKNOT_VOCABULARY_SLEEP, sleep));

  return dup_joined (items);
}

static char *
dup_event (UnknotEvent *event)
{
  const char *title = unknot_event_get_title (event);
  const char *note = unknot_event_get_note (event);
  g_autofree char *what =
    *title != '\0' ? unknot_summary_words_dup_name (title)
                   : g_strdup (unknot_vocabulary_get_title (UNKNOT_VOCABULARY_EVENT,
                                                            unknot_event_get_kind (event)));
  g_autofree char *words = unknot_summary_words_dup_line (note);

  /* Translators: what happened, and a note on it */
  return *words != '\0' ? g_strdup_printf (C_("event", "%s: %s"), what, words)
                        : g_steal_pointer (&what);
}

/* What was to be asked stands on the first page, as long as it is to come. */
static char *
dup_visit (UnknotVisit *visit)
{
  g_autofree char *outcome = unknot_summary_words_dup_line (unknot_visit_get_outcome (visit));

  /* Translators: what came of a visit to the doctor */
  return *outcome != '\0' ? g_strdup_printf (_("Visit to the doctor: %s"), outcome)
                          : g_strdup (_("Visit to the doctor"));
}

/* What is no spasm is told in the last column alone; what was tried, in the one for that. */
static void
add_other (GStrvBuilder *cells,
           UnknotEntry  *entry)
{
  g_autofree char *tried = UNKNOT_IS_RELIEF (entry) ? dup_relief (UNKNOT_RELIEF (entry))
                           : UNKNOT_IS_DOSE (entry) ? dup_dose (UNKNOT_DOSE (entry))
                                                    : g_strdup ("");
  g_autofree char *note = NULL;

  if (UNKNOT_IS_DAY (entry))
    note = dup_day (UNKNOT_DAY (entry));
  else if (UNKNOT_IS_CHECK (entry))
    note = g_strdup_printf (
      _("Check-up: %s"), unknot_level_get_title (unknot_check_get_level (UNKNOT_CHECK (entry))));
  else if (UNKNOT_IS_EVENT (entry))
    note = dup_event (UNKNOT_EVENT (entry));
  else if (UNKNOT_IS_VISIT (entry))
    note = dup_visit (UNKNOT_VISIT (entry));
  else if (UNKNOT_IS_PEG (entry))
    note = g_strdup_printf (_("Pain and function, %.1f of 10"),
                            unknot_peg_get_mean (UNKNOT_PEG (entry)));

  for (guint i = 0; i < 4; i++)
    g_strv_builder_add (cells, "");
  g_strv_builder_add (cells, tried);
  g_strv_builder_add (cells, note != NULL ? note : "");
}

static void
add_row (UnknotSummarySection *section,
         UnknotEntry          *entry)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

  g_strv_builder_take (cells, dup_when (entry));
  if (UNKNOT_IS_EPISODE (entry))
    add_spasm (cells, UNKNOT_EPISODE (entry));
  else
    add_other (cells, entry);
  unknot_summary_section_take_row (section, cells);
}

/* A day of which what was told was taken back. */
static gboolean
is_bare (UnknotEntry *entry)
{
  return UNKNOT_IS_DAY (entry) && !unknot_day_is_painless (UNKNOT_DAY (entry)) &&
         unknot_day_get_sleep (UNKNOT_DAY (entry)) == NULL;
}

static gboolean
add_next (UnknotSummarySection  *section,
          UnknotDatabase        *database,
          UnknotStatement       *statement,
          GError               **error)
{
  GType type = unknot_entry_query_get_type (unknot_statement_take_integer (statement));
  g_autoptr (UnknotEntry) entry =
    unknot_diary_rows_find (database, type, UNKNOT_DIARY_KEY_ID,
                            unknot_statement_take_integer (statement), NULL, error);

  if (entry == NULL)
    return FALSE;

  if (!is_bare (entry))
    add_row (section, entry);

  return TRUE;
}

/**
 * unknot_summary_ask_entries:
 * @self: with its history
 * @cancellable: (nullable): to leave off
 *
 * In the thread of the diary: reads every entry of the period, the latest first.
 */
gboolean
unknot_summary_ask_entries (UnknotSummary   *self,
                            UnknotDatabase  *database,
                            GCancellable    *cancellable,
                            GError         **error)
{
  const UnknotPeriod *period = unknot_history_get_period (self->history);
  g_autoptr (UnknotEntryFilter) none = unknot_entry_filter_new ();
  g_autoptr (UnknotEntryFilter) filter =
    unknot_entry_filter_with_days (none, period->first_day, period->last_day);
  g_autoptr (UnknotStatement) statement = unknot_entry_query_prepare (database, filter);
  g_autoptr (GError) local_error = NULL;

  self->entries = unknot_summary_section_new (UNKNOT_SUMMARY_ENTRIES, _("All Entries"));
  unknot_summary_section_set_columns (self->entries, C_("entries", "When"), C_("entries", "Worst"),
                                      C_("entries", "Length"), C_("entries", "Where"),
                                      C_("entries", "Set off by"), C_("entries", "Tried and taken"),
                                      C_("entries", "Note"), NULL);
  while (!g_cancellable_set_error_if_cancelled (cancellable, &local_error) &&
         unknot_statement_step (statement, &local_error) &&
         add_next (self->entries, database, statement, &local_error))
    continue;

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}
