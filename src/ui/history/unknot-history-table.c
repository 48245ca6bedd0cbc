/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-history-table"

#include "config.h"

#include "unknot-history-table.h"

#include "unknot-axis.h"
#include "unknot-body-map.h"

#include <glib/gi18n.h>

/* The same numbers as in a chart of a history. */

#define HOURS_IN_DAY 24
#define DAYS_IN_WEEK 7

static void
add_number_column (UnknotTable *table,
                   const char  *title)
{
  unknot_table_add_column (table, title, TRUE);
}

static void
add_word_column (UnknotTable *table,
                 const char  *title)
{
  unknot_table_add_column (table, title, FALSE);
}

/* Each of @cells is the row's. */
static void
add_row (UnknotTable *table,
         char *const *cells,
         guint        n)
{
  GStrv row = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    row[i] = cells[i];
  unknot_table_take_row (table, row);
}

#define add_cells(table, ...)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    char *cells__[] = { __VA_ARGS__ };                                                             \
    add_row (table, cells__, G_N_ELEMENTS (cells__));                                              \
  }                                                                                                \
  G_STMT_END

static char *
dup_number (int number)
{
  return g_strdup_printf ("%d", number);
}

/* An unknown one is left out. */
static char *
dup_pain (int pain)
{
  return pain == UNKNOT_HISTORY_UNKNOWN ? g_strdup ("") : dup_number (pain);
}

static void
tell_calendar (UnknotTable   *table,
               UnknotHistory *history)
{
  guint n;
  const UnknotHistoryDay *days = unknot_history_get_days (history, &n);

  add_word_column (table, _("Day with an entry"));
  add_number_column (table, _("Worst pain"));
  add_number_column (table, _("Spasms begun"));
  for (guint i = 0; i < n; i++)
    if (days[i].is_entered)
      add_cells (table, unknot_history_text_dup_day (days[i].day),
                 days[i].n_pains > 0 ? dup_number (days[i].worst) : g_strdup (_("Not said")),
                 days[i].n_spasms == 0 && days[i].has_spasm ? g_strdup (_("Went on"))
                                                            : dup_number (days[i].n_spasms));
}

static char *
dup_markers_of (UnknotHistory *history,
                int            day,
                guint         *next)
{
  GString *text = g_string_new (NULL);
  guint n;
  const UnknotHistoryMarker *markers = unknot_history_get_markers (history, &n);

  for (; *next < n && markers[*next].day <= day; (*next)++)
    {
      g_autofree char *marker = unknot_history_text_dup_marker (&markers[*next]);

      g_string_append_printf (text, "%s%s", text->len > 0 ? _("; ") : "", marker);
    }

  return g_string_free_and_steal (text);
}

static void
tell_pain (UnknotTable   *table,
           UnknotHistory *history)
{
  guint n, next_marker = 0;
  const UnknotHistoryDay *days = unknot_history_get_days (history, &n);

  add_word_column (table, _("Day"));
  add_number_column (table, _("Least pain"));
  add_number_column (table, _("Worst pain"));
  add_number_column (table, _("Mean"));
  add_word_column (table, _("Marked"));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *markers = dup_markers_of (history, days[i].day, &next_marker);

      if (days[i].n_pains == 0 && *markers == '\0')
        continue;
      add_cells (table, unknot_history_text_dup_day (days[i].day), dup_pain (days[i].lowest),
                 dup_pain (days[i].worst),
                 days[i].n_pains > 0 ? g_strdup_printf ("%.1f", days[i].mean) : g_strdup (""),
                 g_steal_pointer (&markers));
    }
}

static void
tell_weeks (UnknotTable   *table,
            UnknotHistory *history)
{
  guint n;
  const UnknotHistoryWeek *weeks = unknot_history_get_weeks (history, &n);

  add_word_column (table, _("Week from"));
  add_number_column (table, _("Spasms"));
  add_number_column (table, _("Worst pain"));
  add_number_column (table, _("Days with an entry"));
  add_number_column (table, _("Days"));
  for (guint i = 0; i < n; i++)
    add_cells (table, unknot_history_text_dup_day (weeks[i].first_day),
               dup_number (weeks[i].n_spasms), dup_pain (weeks[i].worst),
               dup_number (weeks[i].n_entered), dup_number (weeks[i].n_days));
}

static void
tell_triggers (UnknotTable   *table,
               UnknotHistory *history)
{
  int n_untold = unknot_history_get_n_untriggered (history);
  guint n;
  const UnknotHistoryTrigger *triggers = unknot_history_get_triggers (history, &n);

  add_word_column (table, _("What set them off"));
  add_number_column (table, _("Spasms"));
  for (guint i = 0; i < n; i++)
    add_cells (table, g_strdup (unknot_vocabulary_get_title (UNKNOT_VOCABULARY_TRIGGER,
                                                             triggers[i].code)),
               dup_number (triggers[i].n_spasms));
  if (n_untold > 0)
    add_cells (table, g_strdup (_("Not told")), dup_number (n_untold));
}

static void
tell_reliefs (UnknotTable   *table,
              UnknotHistory *history)
{
  const char *const *effects = unknot_vocabulary_get_codes (UNKNOT_VOCABULARY_EFFECT);
  guint n;
  const UnknotHistoryRelief *reliefs = unknot_history_get_reliefs (history, &n);

  add_word_column (table, _("What was tried"));
  add_number_column (table, _("Times"));
  for (guint i = 0; i < UNKNOT_HISTORY_N_EFFECTS; i++)
    add_number_column (table, unknot_vocabulary_get_title (UNKNOT_VOCABULARY_EFFECT, effects[i]));
  add_number_column (table, _("Not told"));
  for (guint i = 0; i < n; i++)
    add_cells (table, g_strdup (unknot_history_text_get_relief_title (&reliefs[i])),
               dup_number (reliefs[i].n), dup_number (reliefs[i].n_effects[0]),
               dup_number (reliefs[i].n_effects[1]), dup_number (reliefs[i].n_effects[2]),
               dup_number (reliefs[i].n_effects[3]),
               dup_number (reliefs[i].n - unknot_history_text_count_told (&reliefs[i])));
}

static void
tell_hours (UnknotTable   *table,
            UnknotHistory *history)
{
  int n_untold = unknot_history_get_n_hourless (history);

  add_word_column (table, _("Time of day"));
  add_number_column (table, _("Spasms"));
  for (guint i = 0; i < HOURS_IN_DAY; i++)
    add_cells (table, unknot_history_text_dup_hour (i),
               dup_number (unknot_history_get_hours (history)[i]));
  if (n_untold > 0)
    add_cells (table, g_strdup (_("Not told")), dup_number (n_untold));
}

static void
tell_weekdays (UnknotTable   *table,
               UnknotHistory *history,
               GDateWeekday   first_weekday)
{
  add_word_column (table, _("Weekday"));
  add_number_column (table, _("Spasms"));
  for (guint i = 0; i < DAYS_IN_WEEK; i++)
    {
      guint day = (first_weekday - G_DATE_MONDAY + i) % DAYS_IN_WEEK;

      add_cells (table, unknot_axis_dup_weekday (G_DATE_MONDAY + day, "%A"),
                 dup_number (unknot_history_get_weekdays (history)[day]));
    }
}

static void
tell_places (UnknotTable   *table,
             UnknotHistory *history)
{
  guint n;
  const UnknotHistoryPlace *places = unknot_history_get_places (history, &n);

  add_word_column (table, _("Place"));
  add_number_column (table, _("Spasms"));
  add_number_column (table, _("Worst pain"));
  for (guint i = 0; i < n; i++)
    add_cells (table, unknot_body_map_dup_title (places[i].area, places[i].side),
               dup_number (places[i].n_spasms), dup_pain (places[i].worst));
}

static void
tell_function (UnknotTable   *table,
               UnknotHistory *history)
{
  GPtrArray *pegs = unknot_history_get_pegs (history);

  add_word_column (table, _("Day"));
  add_number_column (table, _("Mean"));
  add_number_column (table, _("Pain"));
  add_number_column (table, _("Enjoying life"));
  add_number_column (table, _("Usual activities"));
  for (guint i = 0; i < pegs->len; i++)
    {
      UnknotPeg *peg = g_ptr_array_index (pegs, i);
      int day = unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (peg)));

      add_cells (table, unknot_history_text_dup_day (day),
                 g_strdup_printf ("%.1f", unknot_peg_get_mean (peg)),
                 dup_number (unknot_peg_get_pain (peg)),
                 dup_number (unknot_peg_get_enjoyment (peg)),
                 dup_number (unknot_peg_get_activity (peg)));
    }
}

/**
 * unknot_history_table_new:
 * @first_weekday: with which weeks begin
 *
 * Returns: (transfer full): the numbers that a chart of it shows
 */
UnknotTable *
unknot_history_table_new (UnknotHistoryAspect  aspect,
                          UnknotHistory       *history,
                          GDateWeekday         first_weekday)
{
  UnknotTable *table = unknot_table_new ();

  switch (aspect)
    {
    case UNKNOT_HISTORY_CALENDAR:
      tell_calendar (table, history);
      break;
    case UNKNOT_HISTORY_PAIN:
      tell_pain (table, history);
      break;
    case UNKNOT_HISTORY_WEEKS:
      tell_weeks (table, history);
      break;
    case UNKNOT_HISTORY_TRIGGERS:
      tell_triggers (table, history);
      break;
    case UNKNOT_HISTORY_RELIEFS:
      tell_reliefs (table, history);
      break;
    case UNKNOT_HISTORY_HOURS:
      tell_hours (table, history);
      break;
    case UNKNOT_HISTORY_WEEKDAYS:
      tell_weekdays (table, history, first_weekday);
      break;
    case UNKNOT_HISTORY_PLACES:
      tell_places (table, history);
      break;
    case UNKNOT_HISTORY_FUNCTION:
      tell_function (table, history);
      break;
    case UNKNOT_HISTORY_N_ASPECTS:
    default:
      g_assert_not_reached ();
    }

  return table;
}
