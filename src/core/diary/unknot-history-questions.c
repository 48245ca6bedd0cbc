/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-history-questions"

#include "config.h"

#include "unknot-history-private.h"

#include "unknot-diary-rows.h"
#include "unknot-level.h"
#include "unknot-vocabulary.h"

#define ALIVE                                                                                      \
  "deleted IS NULL AND (episode IS NULL OR "                                                       \
  "episode NOT IN (SELECT id FROM episode WHERE deleted IS NOT NULL)) "

#define BEGAN "deleted IS NULL AND started_day BETWEEN ?1 AND ?2 "

/* That no reading of the day on which a spasm began tells how bad its worst was. A spasm has few
 * readings, a day may have many. */
#define IS_WORST_UNTOLD                                                                            \
  "NOT EXISTS (SELECT 1 FROM reading INDEXED BY reading_by_episode "                               \
  "            WHERE episode = e.id AND at_day = started_day AND pain >= worst AND "               \
  "            deleted IS NULL) "

#define IN_PERIOD "at_day BETWEEN ?1 AND ?2 "

/* The last day of which an unended spasm has an entry. */
#define LAST_DAY                                                                                   \
  "max (started_day, " LAST_DAY_IN ("reading") ", " LAST_DAY_IN ("relief") ", "                    \
  LAST_DAY_IN ("dose") ")"

#define LAST_DAY_IN(table)                                                                         \
  "coalesce ((SELECT max (at_day) FROM " table " WHERE episode = t.id AND deleted IS NULL), 0)"

#define UNENDED "ended IS NULL AND deleted IS NULL "

/* One at a time: then an index has it at its end. */
#define END_OF(table, day, end, alive)                                                             \
  "(SELECT " end " (" day ") FROM " table " AS t WHERE " alive ")"

#define BOUNDS_OF(table, alive)                                                                    \
  "UNION ALL SELECT " END_OF (table, "at_day", "min", alive) ", "                                  \
  END_OF (table, "at_day", "max", alive) " "

/* Day, spasms begun, whether painless, sleep; of the pains their number, sum, least and worst. */
#define DAYS_OF(table, alive, columns)                                                             \
  "UNION ALL SELECT at_day, 0, " columns " FROM " table " AS t WHERE " alive "AND " IN_PERIOD      \
  "GROUP BY at_day "

#define PAINS(pain) "count (*), sum (" pain "), min (" pain "), max (" pain ")"

#define NO_PAINS "0, 0, NULL, NULL"

#define NO_WORD "0, NULL, " NO_PAINS

/* A code that names a medicine; any other says less of it than what the person calls it. */
#define INGREDIENT                                                                                 \
  "CASE WHEN ingredient NOT IN ('other-pain-medicine', 'other') THEN ingredient END"

#define EFFECT(code) "count (*) FILTER (WHERE effect = '" code "')"

/* In the order of the vocabulary. */
#define EFFECTS                                                                                    \
  "count (*), " EFFECT ("worse") ", " EFFECT ("none") ", " EFFECT ("a-little") ", "           \
  EFFECT ("a-lot")

#define MS_OF_DAY "86400000"

/* Also before 1970. */
#define LOCAL_HOUR                                                                                 \
  "((started + started_offset * 60000) % " MS_OF_DAY " + " MS_OF_DAY ") % " MS_OF_DAY " / 3600000"

static const char *const questions[] = {
  /* But of no events: who tells of an operation years ago has no diary of those years. */
  [UNKNOT_HISTORY_BOUNDS] =
    "SELECT min (first), max (last) FROM ("
    "SELECT " END_OF ("episode", "started_day", "min", "deleted IS NULL") " AS first, "
    "max (" END_OF ("episode", "started_day", "max", "deleted IS NULL") ", "
    "coalesce (" END_OF ("episode", "ended_day", "max",
                         "deleted IS NULL AND ended_day > started_day") ", 0)) AS last "
    BOUNDS_OF ("reading", ALIVE)
    BOUNDS_OF ("relief", ALIVE)
    BOUNDS_OF ("dose", ALIVE)
    BOUNDS_OF ("day", "deleted IS NULL ")
    BOUNDS_OF ("checkup", "deleted IS NULL ")
    BOUNDS_OF ("peg", "deleted IS NULL ") ")",
  [UNKNOT_HISTORY_DAYS] =
    "SELECT day, sum (n_begun), max (painless), max (sleep), sum (n), sum (total), min (least), "
    "max (worst) FROM ("
    "SELECT started_day AS day, count (*) AS n_begun, 0 AS painless, NULL AS sleep, 0 AS n, "
    "0 AS total, NULL AS least, NULL AS worst FROM episode WHERE " BEGAN "GROUP BY started_day "
    "UNION ALL SELECT started_day, 0, 0, NULL, " PAINS ("worst") " FROM episode AS e "
    "WHERE " BEGAN "AND " IS_WORST_UNTOLD "GROUP BY started_day "
    DAYS_OF ("reading", ALIVE, "0, NULL, " PAINS ("pain"))
    DAYS_OF ("relief", ALIVE, NO_WORD)
    DAYS_OF ("day", "deleted IS NULL ", "max (painless), max (sleep), " NO_PAINS)
    DAYS_OF ("checkup", "deleted IS NULL ", NO_WORD)
    DAYS_OF ("event", "deleted IS NULL ", NO_WORD)
    DAYS_OF ("peg", "deleted IS NULL ", NO_WORD)
    ") GROUP BY day ORDER BY day",
  [UNKNOT_HISTORY_SPANS] =
    /* Those of more than a day, and the unended, are few; by their days all would be looked at. */
    "SELECT started_day, max (ended_day) FROM episode INDEXED BY episode_over_days "
    "WHERE deleted IS NULL AND ended_day > started_day AND started_day <= ?2 AND "
    "ended_day >= ?1 GROUP BY started_day "
    "UNION ALL SELECT started_day, " LAST_DAY " FROM episode AS t INDEXED BY episode_ongoing "
    "WHERE " UNENDED "AND started_day <= ?2 ORDER BY 1",
  [UNKNOT_HISTORY_TRIGGERS] =
    "SELECT code, count (*) FROM episode AS e LEFT JOIN episode_code AS c "
    "ON c.episode = e.id AND c.aspect = 'trigger' WHERE " BEGAN
    "GROUP BY code ORDER BY 2 DESC, 1",
  [UNKNOT_HISTORY_RELIEFS] =
    "SELECT measure, " EFFECTS " FROM relief AS t WHERE " ALIVE "AND " IN_PERIOD "GROUP BY measure",
  /* One by one: whoever tells of medicine needs each of them; what else is asked of doses is counted
   * on the way. */
  [UNKNOT_HISTORY_DOSES] =
    "SELECT at_day, " INGREDIENT ", ingredient, name, amount, unit, effect FROM dose "
    "WHERE " ALIVE "AND " IN_PERIOD "ORDER BY at_day, at",
  [UNKNOT_HISTORY_HOURS] =
    "SELECT CASE WHEN precision <> 'day' THEN " LOCAL_HOUR " END, count (*) FROM episode "
    "WHERE " BEGAN "GROUP BY 1",
  [UNKNOT_HISTORY_PLACES] =
    "SELECT e.id, area, side, coalesce (p.pain, e.worst) "
    "FROM episode AS e JOIN place AS p ON p.episode = e.id WHERE " BEGAN "ORDER BY e.id",
  /* Kinds as in UnknotHistoryMarkerKind, but of no medicine. Firsts are of the whole diary. */
  [UNKNOT_HISTORY_MARKERS] =
    "SELECT at_day, 1 AS kind, json_extract (assessment, '$.level') AS code, NULL AS title "
    "FROM checkup WHERE deleted IS NULL AND " IN_PERIOD
    "UNION ALL SELECT at_day, 0, kind, nullif (title, '') FROM event WHERE deleted IS NULL AND "
    IN_PERIOD
    "UNION ALL SELECT first, 2, tried, NULL FROM ("
    "SELECT min (at_day) AS first, measure AS tried FROM relief AS t "
    "WHERE " ALIVE "AND " IN_PERIOD "GROUP BY measure) "
    "WHERE NOT EXISTS (SELECT 1 FROM relief AS t WHERE " ALIVE "AND at_day < ?1 "
    "                  AND measure = tried)",
};

/* Whether there was a dose of a medicine before the period. Parameters: 1 its first day, yyyymmdd,
 * 2 the code that names the medicine, or NULL, 3 or else its name. */
static const char was_taken_before[] =
  "SELECT 1 FROM dose WHERE " ALIVE "AND at_day < ?1 AND " INGREDIENT " IS ?2 AND "
  "(?2 IS NOT NULL OR name = ?3 COLLATE NOCASE) LIMIT 1";

typedef struct
{
  UnknotHistory *history;
  UnknotDatabase *database;
  GCancellable *cancellable;
  int n_covered;         /* of the days: up to where the spans so far go */
  GArray *last_episodes; /* of gint64: the last spasm that each place was counted for */
  GHashTable *medicines; /* of what a medicine is called by to its position in the reliefs */
  UnknotHistoryDoseFunc dose_func; /* nullable */
  gpointer data;
} Query;

/* Takes a row. */
typedef gboolean (*Take) (Query            *query,
                          UnknotStatement  *statement,
                          GError          **error);

static gboolean
ask (Query                  *query,
     UnknotHistoryQuestion   question,
     Take                    take,
     GError                **error)
{
  g_autoptr (UnknotStatement) statement =
    unknot_database_prepare (query->database, questions[question]);
  g_autoptr (GError) local_error = NULL;

  if (question != UNKNOT_HISTORY_BOUNDS)
    {
      unknot_statement_add_integer (statement, query->history->period.first_day);
      unknot_statement_add_integer (statement, query->history->period.last_day);
    }
  while (!g_cancellable_set_error_if_cancelled (query->cancellable, &local_error) &&
         unknot_statement_step (statement, &local_error) &&
         take (query, statement, &local_error))
    continue;

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
take_bounds (Query            *query,
             UnknotStatement  *statement,
             GError          **error)
{
  UnknotHistory *self = query->history;
  UnknotPeriod *period = &self->period;
  int last;

  self->beginning = unknot_statement_take_integer (statement);
  last = unknot_statement_take_integer (statement);
  if (period->last_day == UNKNOT_HISTORY_ALL)
    period->last_day = MAX (MAX (last, self->today), period->first_day);
  if (period->first_day == UNKNOT_HISTORY_ALL)
    period->first_day = self->beginning != 0 ? MIN (self->beginning, period->last_day)
                                             : period->last_day;
  if (unknot_period_get_n_days (period) > UNKNOT_HISTORY_MAX_DAYS)
    period->first_day = unknot_period_shift_day (period->last_day, 1 - UNKNOT_HISTORY_MAX_DAYS);

  return TRUE;
}

static UnknotHistoryDay *
get_day (UnknotHistory *self,
         guint          position)
{
  return &g_array_index (self->days, UnknotHistoryDay, position);
}

static gboolean
take_day (Query            *query,
          UnknotStatement  *statement,
          GError          **error)
{
  UnknotHistory *self = query->history;
  int number = unknot_statement_take_integer (statement);
  UnknotHistoryDay *day = get_day (self, unknot_period_find (&self->period, number));

  day->is_entered = TRUE;
  day->n_spasms = unknot_statement_take_integer (statement);
  day->has_spasm = day->n_spasms > 0;
  day->is_painless = unknot_statement_take_integer (statement) != 0;
  if (!unknot_diary_rows_take_code (statement, UNKNOT_VOCABULARY_SLEEP, &day->sleep, error))
    return FALSE;
  day->n_pains = unknot_statement_take_integer (statement);
  day->mean = unknot_statement_take_integer (statement) / (double) MAX (day->n_pains, 1);
  day->lowest = unknot_statement_take_positive (statement);
  day->worst = unknot_statement_take_positive (statement);

  return TRUE;
}

/* They come in the order of their first days. */
static gboolean
take_span (Query            *query,
           UnknotStatement  *statement,
           GError          **error)
{
  UnknotHistory *self = query->history;
  int first_day = unknot_statement_take_integer (statement);
  int last_day = unknot_statement_take_integer (statement);
  int first = unknot_period_find (&self->period, MAX (first_day, self->period.first_day));
  int last = unknot_period_find (&self->period, MIN (last_day, self->period.last_day));

  for (int i = MAX (first, query->n_covered); i <= last; i++)
    get_day (self, i)->is_entered = get_day (self, i)->has_spasm = TRUE;
  query->n_covered = MAX (query->n_covered, last + 1);

  return TRUE;
}

static gboolean
take_trigger (Query            *query,
              UnknotStatement  *statement,
              GError          **error)
{
  UnknotHistory *self = query->history;
  UnknotHistoryTrigger trigger;

  if (!unknot_diary_rows_take_code (statement, UNKNOT_VOCABULARY_TRIGGER, &trigger.code, error))
    return FALSE;

  trigger.n_spasms = unknot_statement_take_integer (statement);
  if (trigger.code != NULL)
    g_array_append_val (self->triggers, trigger);
  else
    self->n_untriggered = trigger.n_spasms;

  return TRUE;
}

static gboolean
take_relief (Query            *query,
             UnknotStatement  *statement,
             GError          **error)
{
  UnknotHistoryRelief relief = { 0 };

  if (!unknot_diary_rows_take_code (statement, UNKNOT_VOCABULARY_MEASURE, &relief.measure, error))
    return FALSE;

  relief.n = unknot_statement_take_integer (statement);
  for (guint i = 0; i < UNKNOT_HISTORY_N_EFFECTS; i++)
    relief.n_effects[i] = unknot_statement_take_integer (statement);
  g_array_append_val (query->history->reliefs, relief);

  return TRUE;
}

static gboolean
take_hour (Query            *query,
           UnknotStatement  *statement,
           GError          **error)
{
  int hour = unknot_statement_take_positive (statement);
  int n_spasms = unknot_statement_take_integer (statement);

  if (hour >= 0)
    query->history->hours[hour] = n_spasms;
  else
    query->history->n_hourless = n_spasms;

  return TRUE;
}

static guint
find_place (Query      *query,
            const char *area,
            const char *side)
{
  GArray *places = query->history->places;
  const UnknotHistoryPlace place = { area, side };
  const gint64 no_episode = 0;

  /* A vocabulary has each code once. */
  for (guint i = 0; i < places->len; i++)
    {
      const UnknotHistoryPlace *found = &g_array_index (places, UnknotHistoryPlace, i);

      if (found->area == area && found->side == side)
        return i;
    }
  g_array_append_val (places, place);
  g_array_append_val (query->last_episodes, no_episode);

  return places->len - 1;
}

/* Those of a spasm follow one another: an older entry may have a place twice. */
static gboolean
take_place (Query            *query,
            UnknotStatement  *statement,
            GError          **error)
{
  gint64 episode = unknot_statement_take_integer (statement);
  const char *area, *side;
  UnknotHistoryPlace *place;
  gint64 *last_episode;
  guint position;
  int pain;

  if (!unknot_diary_rows_take_code (statement, UNKNOT_VOCABULARY_AREA, &area, error) ||
      !unknot_diary_rows_take_code (statement, UNKNOT_VOCABULARY_SIDE, &side, error))
    return FALSE;

  pain = unknot_statement_take_integer (statement);
  position = find_place (query, area, side);
  place = &g_array_index (query->history->places, UnknotHistoryPlace, position);
  last_episode = &g_array_index (query->last_episodes, gint64, position);
  place->n_spasms += *last_episode != episode;
  place->worst = MAX (place->worst, pain);
  *last_episode = episode;

  return TRUE;
}

/* The most frequent first. */
static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const UnknotHistoryPlace *one = a;
  const UnknotHistoryPlace *other = b;

  if (one->n_spasms != other->n_spasms)
    return other->n_spasms - one->n_spasms;
  if (one->area != other->area)
    return strcmp (one->area, other->area);

  return g_strcmp0 (one->side, other->side);
}

static gboolean
ask_places (Query   *query,
            GError **error)
{
  if (!ask (query, UNKNOT_HISTORY_PLACES, take_place, error))
    return FALSE;

  g_array_sort (query->history->places, compare_places);

  return TRUE;
}

/* --- Medicine --- */

/* A marker for it, unless it was taken before the period. */
static gboolean
mark_medicine (Query                    *query,
               const UnknotHistoryDose  *dose,
               GError                  **error)
{
  UnknotHistory *self = query->history;
  UnknotHistoryMarker marker = { dose->day, UNKNOT_HISTORY_MARKER_MEDICINE, dose->code, NULL };
  g_autoptr (UnknotStatement) statement =
    unknot_database_prepare (query->database, was_taken_before);
  g_autoptr (GError) local_error = NULL;

  unknot_statement_add_integer (statement, self->period.first_day);
  unknot_statement_add_text (statement, dose->code);
  unknot_statement_add_text (statement, dose->name);
  if (unknot_statement_step (statement, &local_error))
    return TRUE;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  marker.title = dose->code == NULL ? g_strdup (dose->name) : NULL;
  g_array_append_val (self->markers, marker);

  return TRUE;
}

/* Sets the position of its medicine in the reliefs; at its first dose it is put there. */
static gboolean
find_medicine (Query              *query,
               UnknotHistoryDose  *dose,
               GError            **error)
{
  GArray *reliefs = query->history->reliefs;
  const UnknotHistoryRelief relief = { .ingredient = dose->code };
  /* A name is no code. */
  g_autofree char *folded = dose->code == NULL ? g_ascii_strdown (dose->name, -1) : NULL;
  g_autofree char *key = dose->code != NULL ? g_strconcat ("=", dose->code, NULL)
                                            : g_strconcat (":", folded, NULL);
  gpointer position;

  if (g_hash_table_lookup_extended (query->medicines, key, NULL, &position))
    {
      dose->medicine = GPOINTER_TO_UINT (position);
      return TRUE;
    }

  dose->medicine = reliefs->len;
  g_array_append_val (reliefs, relief);
  g_hash_table_insert (query->medicines, g_steal_pointer (&key), GUINT_TO_POINTER (dose->medicine));

  return mark_medicine (query, dose, error);
}

static gboolean
take_dose (Query            *query,
           UnknotStatement  *statement,
           GError          **error)
{
  UnknotHistory *self = query->history;
  UnknotHistoryDose dose = { .day = unknot_statement_take_integer (statement) };
  UnknotHistoryRelief *relief;

  if (!unknot_diary_rows_take_code (statement, UNKNOT_VOCABULARY_INGREDIENT, &dose.code, error) ||
      !unknot_diary_rows_take_code (statement, UNKNOT_VOCABULARY_INGREDIENT, &dose.ingredient,
                                    error))
    return FALSE;
  dose.name = unknot_statement_take_text (statement);
  dose.amount = unknot_statement_take_real (statement);
  if (!unknot_diary_rows_take_code (statement, UNKNOT_VOCABULARY_UNIT, &dose.unit, error) ||
      !unknot_diary_rows_take_code (statement, UNKNOT_VOCABULARY_EFFECT, &dose.effect, error) ||
      !find_medicine (query, &dose, error))
    return FALSE;

  get_day (self, unknot_period_find (&self->period, dose.day))->is_entered = TRUE;
  relief = &g_array_index (self->reliefs, UnknotHistoryRelief, dose.medicine);
  relief->n++;
  if (dose.effect != NULL)
    relief->n_effects[unknot_vocabulary_find (UNKNOT_VOCABULARY_EFFECT, dose.effect)]++;
  if (dose.code == NULL)
    g_set_str (&relief->name, dose.name);
  if (query->dose_func != NULL)
    query->dose_func (&dose, query->data);

  return TRUE;
}

/* The most frequent first. */
static int
compare_reliefs (gconstpointer a,
                 gconstpointer b)
{
  const UnknotHistoryRelief *one = a;
  const UnknotHistoryRelief *other = b;
  int order = other->n - one->n;

  if (order == 0)
    order = g_strcmp0 (one->measure, other->measure);
  if (order == 0)
    order = g_strcmp0 (one->ingredient, other->ingredient);

  return order != 0 ? order : g_strcmp0 (one->name, other->name);
}

static gboolean
ask_reliefs (Query   *query,
             GError **error)
{
  if (!ask (query, UNKNOT_HISTORY_RELIEFS, take_relief, error) ||
      !ask (query, UNKNOT_HISTORY_DOSES, take_dose, error))
    return FALSE;

  g_array_sort (query->history->reliefs, compare_reliefs);

  return TRUE;
}

/* --- Markers --- */

static gboolean
take_marker_code (UnknotStatement          *statement,
                  UnknotHistoryMarkerKind   kind,
                  const char              **code,
                  GError                  **error)
{
  static const UnknotVocabulary vocabularies[] = {
    [UNKNOT_HISTORY_MARKER_EVENT] = UNKNOT_VOCABULARY_EVENT,
    [UNKNOT_HISTORY_MARKER_MEASURE] = UNKNOT_VOCABULARY_MEASURE,
    [UNKNOT_HISTORY_MARKER_MEDICINE] = UNKNOT_VOCABULARY_INGREDIENT,
  };
  UnknotLevel level = UNKNOT_LEVEL_NONE;
  const char *text;

  if (kind != UNKNOT_HISTORY_MARKER_CHECK)
    return unknot_diary_rows_take_code (statement, vocabularies[kind], code, error);

  text = unknot_statement_take_text (statement);
  if (text != NULL)
    unknot_level_from_code (text, &level);
  *code = unknot_level_to_code (level);

  return TRUE;
}

static gboolean
take_marker (Query            *query,
             UnknotStatement  *statement,
             GError          **error)
{
  UnknotHistoryMarker marker;

  marker.day = unknot_statement_take_integer (statement);
  marker.kind = unknot_statement_take_integer (statement);
  if (!take_marker_code (statement, marker.kind, &marker.code, error))
    return FALSE;

  marker.title = g_strdup (unknot_statement_take_text (statement));
  g_array_append_val (query->history->markers, marker);

  return TRUE;
}

/* The earlier first. */
static int
compare_markers (gconstpointer a,
                 gconstpointer b)
{
  const UnknotHistoryMarker *one = a;
  const UnknotHistoryMarker *other = b;
  int order = one->day - other->day;

  if (order == 0)
    order = (int) one->kind - (int) other->kind;
  if (order == 0)
    order = g_strcmp0 (one->code, other->code);

  return order != 0 ? order : g_strcmp0 (one->title, other->title);
}

static gboolean
ask_markers (Query   *query,
             GError **error)
{
  if (!ask (query, UNKNOT_HISTORY_MARKERS, take_marker, error))
    return FALSE;

  g_array_sort (query->history->markers, compare_markers);

  return TRUE;
}

/* All of them are few: one a week. */
static gboolean
ask_pegs (Query   *query,
          GError **error)
{
  UnknotHistory *self = query->history;
  g_autoptr (GPtrArray) pegs =
    unknot_diary_rows_find_all (query->database, UNKNOT_TYPE_PEG, UNKNOT_DIARY_KEY_ALL, 0, error);

  if (pegs == NULL)
    return FALSE;

  for (guint i = pegs->len; i > 0; i--)
    {
      UnknotEntry *peg = g_ptr_array_index (pegs, i - 1);
      int day = unknot_moment_get_day (unknot_entry_get_moment (peg));

      if (i == pegs->len)
        self->first_peg = UNKNOT_PEG (g_object_ref (peg));
      if (unknot_period_find (&self->period, day) >= 0)
        g_ptr_array_add (self->pegs, g_object_ref (peg));
    }

  return TRUE;
}

static void
make_days (UnknotHistory *self)
{
  int number = self->period.first_day;

  g_array_set_size (self->days, unknot_period_get_n_days (&self->period));
  for (guint i = 0; i < self->days->len; i++)
    {
      UnknotHistoryDay *day = get_day (self, i);

      day->day = number;
      day->lowest = day->worst = UNKNOT_HISTORY_UNKNOWN;
      number = unknot_period_shift_day (number, 1);
    }
}

static void
finish_day (UnknotHistoryDay *day)
{
  day->is_painless = day->is_painless && !day->has_spasm && day->worst <= 0;
  if (day->is_painless)
    {
      day->n_pains++;
      day->lowest = day->worst = 0;
    }
  if (day->n_pains == 0)
    day->mean = UNKNOT_HISTORY_UNKNOWN;
}

static UnknotHistoryWeek *
add_week (UnknotHistory *self,
          int            first_day)
{
  UnknotHistoryWeek week = { .first_day = first_day, .worst = UNKNOT_HISTORY_UNKNOWN };

  g_array_append_val (self->weeks, week);

  return &g_array_index (self->weeks, UnknotHistoryWeek, self->weeks->len - 1);
}

static void
finish_days (UnknotHistory *self)
{
  GDateWeekday weekday = unknot_period_get_weekday (self->period.first_day);
  int n_before = (weekday - self->first_weekday + 7) % 7;
  UnknotHistoryWeek *week =
    add_week (self, unknot_period_shift_day (self->period.first_day, -n_before));

  for (guint i = 0; i < self->days->len; i++)
    {
      UnknotHistoryDay *day = get_day (self, i);

      finish_day (day);
      if (i > 0 && weekday == self->first_weekday)
        week = add_week (self, day->day);
      week->n_days++;
      week->n_entered += day->is_entered;
      week->n_spasms += day->n_spasms;
      week->worst = MAX (week->worst, day->worst);
      self->weekdays[weekday - G_DATE_MONDAY] += day->n_spasms;
      self->n_spasms += day->n_spasms;
      weekday = weekday % 7 + 1;
    }
}

static void
clear_query (Query *query)
{
  g_array_unref (query->last_episodes);
  g_hash_table_unref (query->medicines);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Query, clear_query)

/* For measuring: what a question is in SQL. */
const char *
unknot_history_get_sql (UnknotHistoryQuestion question)
{
  return questions[question];
}

/**
 * unknot_history_ask:
 * @with_hours: whether the hours are wanted too
 * @dose_func: (nullable): is told of each dose of the period, in the order of their days
 * @data: for @dose_func
 * @cancellable: (nullable): to leave off
 *
 * In the thread of the diary: finds out all that @self tells.
 */
gboolean
unknot_history_ask (UnknotHistory          *self,
                    UnknotDatabase         *database,
                    gboolean                with_hours,
                    UnknotHistoryDoseFunc   dose_func,
                    gpointer                data,
                    GCancellable           *cancellable,
                    GError                **error)
{
  g_auto (Query) query = {
    .history = self,
    .database = database,
    .cancellable = cancellable,
    .last_episodes = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .medicines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .dose_func = dose_func,
    .data = data,
  };

  if (!ask (&query, UNKNOT_HISTORY_BOUNDS, take_bounds, error))
    return FALSE;

  make_days (self);
  if (!ask (&query, UNKNOT_HISTORY_DAYS, take_day, error) ||
      !ask (&query, UNKNOT_HISTORY_SPANS, take_span, error) || !ask_reliefs (&query, error))
    return FALSE;

  finish_days (self);

  return ask (&query, UNKNOT_HISTORY_TRIGGERS, take_trigger, error) &&
         (!with_hours || ask (&query, UNKNOT_HISTORY_HOURS, take_hour, error)) &&
         ask_places (&query, error) && ask_markers (&query, error) && ask_pegs (&query, error);
}
