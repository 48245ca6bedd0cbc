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

#define DAYS_OF(table, alive)                                                                      \
  "UNION ALL SELECT at_day, 0, NULL FROM " table " AS t WHERE " alive "AND " IN_PERIOD             \
  "GROUP BY at_day "

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

/* One by one, as the readings and the doses: SQL takes longer to find out of each spasm whether a
 * reading tells how bad its worst was, and a summary needs each of them anyway. */
#define SPASMS_OF(episodes)                                                                        \
  "SELECT id, started_day, worst, CASE WHEN precision <> 'day' THEN " LOCAL_HOUR " END, "          \
  "CASE WHEN precision <> 'day' THEN ended - started END, onset, at_rest, on_moving, note <> '' "  \
  "FROM " episodes " WHERE " BEGAN

#define CODES_OF(episodes)                                                                         \
  "SELECT e.id, aspect, code FROM " episodes " JOIN episode_code AS c ON c.episode = e.id "        \
  "WHERE " BEGAN

#define PLACES_OF(episodes)                                                                        \
  "SELECT e.id, area, side, coalesce (p.pain, e.worst) "                                           \
  "FROM " episodes " JOIN place AS p ON p.episode = e.id WHERE " BEGAN "ORDER BY e.id"

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
    "SELECT day, max (painless), max (sleep) FROM ("
    "SELECT at_day AS day, painless, sleep FROM day WHERE deleted IS NULL AND " IN_PERIOD
    DAYS_OF ("relief", ALIVE)
    DAYS_OF ("checkup", "deleted IS NULL ")
    DAYS_OF ("event", "deleted IS NULL ")
    DAYS_OF ("peg", "deleted IS NULL ")
    ") GROUP BY day",
  [UNKNOT_HISTORY_SPASMS] = SPASMS_OF ("episode AS e"),
  [UNKNOT_HISTORY_READINGS] =
    "SELECT episode, at_day, pain FROM reading WHERE " ALIVE "AND " IN_PERIOD,
  [UNKNOT_HISTORY_SPANS] =
    /* Those of more than a day, and the unended, are few; by their days all would be looked at. */
    "SELECT started_day, max (ended_day) FROM episode INDEXED BY episode_over_days "
    "WHERE deleted IS NULL AND ended_day > started_day AND started_day <= ?2 AND "
    "ended_day >= ?1 GROUP BY started_day "
    "UNION ALL SELECT started_day, " LAST_DAY " FROM episode AS t INDEXED BY episode_ongoing "
    "WHERE " UNENDED "AND started_day <= ?2 ORDER BY 1",
  [UNKNOT_HISTORY_CODES] = CODES_OF ("episode AS e"),
  [UNKNOT_HISTORY_RELIEFS] =
    "SELECT measure, " EFFECTS " FROM relief AS t WHERE " ALIVE "AND " IN_PERIOD "GROUP BY measure",
  [UNKNOT_HISTORY_DOSES] =
    "SELECT at_day, " INGREDIENT ", ingredient, name, amount, unit, effect FROM dose "
    "WHERE " ALIVE "AND " IN_PERIOD "ORDER BY at_day, at",
  [UNKNOT_HISTORY_PLACES] = PLACES_OF ("episode AS e"),
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

/* The same where the period holds the whole diary: the index of the spasms by their days would only
 * send about the file. */
static const char *const questions_of_all[UNKNOT_HISTORY_N_QUESTIONS] = {
  [UNKNOT_HISTORY_SPASMS] = SPASMS_OF ("episode AS e NOT INDEXED"),
  [UNKNOT_HISTORY_CODES] = CODES_OF ("episode AS e NOT INDEXED"),
  [UNKNOT_HISTORY_PLACES] = PLACES_OF ("episode AS e NOT INDEXED"),
};

/* Whether there was a dose of a medicine before the period. Parameters: 1 its first day, yyyymmdd,
 * 2 the code that names the medicine, or NULL, 3 or else its name. */
static const char was_taken_before[] =
  "SELECT 1 FROM dose WHERE " ALIVE "AND at_day < ?1 AND " INGREDIENT " IS ?2 AND "
  "(?2 IS NOT NULL OR name = ?3 COLLATE NOCASE) LIMIT 1";

/* Of a spasm that began in the period. */
typedef struct
{
  gint64 id;
  int day;
  int worst;
  gboolean is_told;      /* whether a reading of that day says how bad its worst was */
  gboolean is_triggered; /* whether anything is said to have set it off */
} Spasm;

typedef struct
{
  UnknotHistory *history;
  UnknotDatabase *database;
  GCancellable *cancellable;
  UnknotHistoryDay *day; /* nullable: the last one that was entered */
  int n_covered;         /* of the days: up to where the spans so far go */
  GArray *spasms;        /* of Spasm */
  GHashTable *by_id;     /* of those */
  GArray *last_episodes; /* of gint64: the last spasm that each place was counted for */
  GHashTable *medicines; /* of what a medicine is called by to its position in the reliefs */
  const UnknotHistoryWatch *watch; /* nullable */
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
  const UnknotHistory *self = query->history;
  gboolean is_of_all =
    questions_of_all[question] != NULL && self->period.first_day <= self->beginning;
  g_autoptr (UnknotStatement) statement = unknot_database_prepare (
    query->database, is_of_all ? questions_of_all[question] : questions[question]);
  g_autoptr (GError) local_error = NULL;

  if (question != UNKNOT_HISTORY_BOUNDS)
    {
      unknot_statement_add_integer (statement, self->period.first_day);
      unknot_statement_add_integer (statement, self->period.last_day);
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

/* @number: of a day in the period, yyyymmdd, that there is an entry of: often of the last one */
static UnknotHistoryDay *
enter_day (Query *query,
           int    number)
{
  UnknotHistory *self = query->history;

  if (query->day == NULL || query->day->day != number)
    {
      query->day = get_day (self, unknot_period_find (&self->period, number));
      query->day->is_entered = TRUE;
    }

  return query->day;
}

static gboolean
take_day (Query            *query,
          UnknotStatement  *statement,
          GError          **error)
{
  UnknotHistoryDay *day = enter_day (query, unknot_statement_take_integer (statement));

  day->is_painless = unknot_statement_take_integer (statement) != 0;

  return unknot_diary_rows_take_code (statement, UNKNOT_VOCABULARY_SLEEP, &day->sleep, error);
}

static gboolean
take_spasm (Query            *query,
            UnknotStatement  *statement,
            GError          **error)
{
  UnknotHistory *self = query->history;
  Spasm spasm = { 0 };
  UnknotHistorySpasm told = { 0 };
  UnknotHistoryDay *day;
  int hour;

  spasm.id = unknot_statement_take_integer (statement);
  told.day = spasm.day = unknot_statement_take_integer (statement);
  told.worst = spasm.worst = unknot_statement_take_integer (statement);
  hour = unknot_statement_take_positive (statement);
  g_array_append_val (query->spasms, spasm);
  day = enter_day (query, spasm.day);
  day->n_spasms++;
  day->has_spasm = TRUE;
  if (hour >= 0)
    self->hours[hour]++;
  else
    self->n_hourless++;
  if (query->watch == NULL)
    return TRUE;

  told.length = unknot_statement_take_positive (statement);
  if (!unknot_diary_rows_take_code (statement, UNKNOT_VOCABULARY_ONSET, &told.onset, error))
    return FALSE;
  told.at_rest = unknot_statement_take_positive (statement);
  told.on_moving = unknot_statement_take_positive (statement);
  told.has_note = unknot_statement_take_integer (statement) != 0;
  query->watch->take_spasm (&told, query->data);

  return TRUE;
}

static void
add_pain (UnknotHistoryDay *day,
          int               pain)
{
  day->lowest = day->n_pains > 0 ? MIN (day->lowest, pain) : pain;
  day->worst = MAX (day->worst, pain);
  day->mean += pain;
  day->n_pains++;
}

static gboolean
take_reading (Query            *query,
              UnknotStatement  *statement,
              GError          **error)
{
  gint64 episode = unknot_statement_take_integer (statement);
  int day = unknot_statement_take_integer (statement);
  int pain = unknot_statement_take_integer (statement);
  Spasm *spasm = g_hash_table_lookup (query->by_id, &episode);

  add_pain (enter_day (query, day), pain);
  if (spasm != NULL && spasm->day == day && pain >= spasm->worst)
    spasm->is_told = TRUE;

  return TRUE;
}

static gboolean
ask_pains (Query   *query,
           GError **error)
{
  if (!ask (query, UNKNOT_HISTORY_SPASMS, take_spasm, error))
    return FALSE;

  for (guint i = 0; i < query->spasms->len; i++)
    g_hash_table_add (query->by_id, &g_array_index (query->spasms, Spasm, i));
  if (!ask (query, UNKNOT_HISTORY_READINGS, take_reading, error))
    return FALSE;

  for (guint i = 0; i < query->spasms->len; i++)
    {
      const Spasm *spasm = &g_array_index (query->spasms, Spasm, i);

      if (!spasm->is_told)
        add_pain (enter_day (query, spasm->day), spasm->worst);
    }

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

static void
count_trigger (UnknotHistory *self,
               const char    *code)
{
  const UnknotHistoryTrigger trigger = { code, 1 };

  /* A vocabulary has each code once. */
  for (guint i = 0; i < self->triggers->len; i++)
    {
      UnknotHistoryTrigger *found = &g_array_index (self->triggers, UnknotHistoryTrigger, i);

      if (found->code == code)
        {
          found->n_spasms++;
          return;
        }
    }
  g_array_append_val (self->triggers, trigger);
}

static gboolean
take_code (Query            *query,
           UnknotStatement  *statement,
           GError          **error)
{
  static const UnknotVocabulary aspects[] = { UNKNOT_VOCABULARY_TRIGGER, UNKNOT_VOCABULARY_FEEL,
                                              UNKNOT_VOCABULARY_STOPS, UNKNOT_VOCABULARY_SPREADS };
  gint64 episode = unknot_statement_take_integer (statement);
  const char *aspect = unknot_statement_take_text (statement);
  const char *code;
  guint i = 0;

  while (i < G_N_ELEMENTS (aspects) &&
         !g_str_equal (unknot_vocabulary_get_name (aspects[i]), aspect))
    i++;
  if (i == G_N_ELEMENTS (aspects))
    return TRUE;

  if (!unknot_diary_rows_take_code (statement, aspects[i], &code, error))
    return FALSE;
  if (aspects[i] == UNKNOT_VOCABULARY_TRIGGER)
    {
      Spasm *spasm = g_hash_table_lookup (query->by_id, &episode);

      count_trigger (query->history, code);
      if (spasm != NULL)
        spasm->is_triggered = TRUE;
    }
  else if (query->watch != NULL)
    {
      query->watch->take_code (aspects[i], code, query->data);
    }

  return TRUE;
}

/* The most frequent first. */
static int
compare_triggers (gconstpointer a,
                  gconstpointer b)
{
  const UnknotHistoryTrigger *one = a;
  const UnknotHistoryTrigger *other = b;

  return one->n_spasms != other->n_spasms ? other->n_spasms - one->n_spasms
                                          : strcmp (one->code, other->code);
}

static gboolean
ask_codes (Query   *query,
           GError **error)
{
  if (!ask (query, UNKNOT_HISTORY_CODES, take_code, error))
    return FALSE;

  for (guint i = 0; i < query->spasms->len; i++)
    query->history->n_untriggered += !g_array_index (query->spasms, Spasm, i).is_triggered;
  g_array_sort (query->history->triggers, compare_triggers);

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

  enter_day (query, dose.day);
  relief = &g_array_index (self->reliefs, UnknotHistoryRelief, dose.medicine);
  relief->n++;
  if (dose.effect != NULL)
    relief->n_effects[unknot_vocabulary_find (UNKNOT_VOCABULARY_EFFECT, dose.effect)]++;
  if (dose.code == NULL)
    g_set_str (&relief->name, dose.name);
  if (query->watch != NULL)
    query->watch->take_dose (&dose, query->data);

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
    add_pain (day, 0);
  day->mean = day->n_pains > 0 ? day->mean / day->n_pains : UNKNOT_HISTORY_UNKNOWN;
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
  g_hash_table_unref (query->by_id);
  g_array_unref (query->spasms);
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
 * @watch: (nullable): is told of each spasm that began in the period, and each dose
 * @data: for @watch
 * @cancellable: (nullable): to leave off
 *
 * In the thread of the diary: finds out all that @self tells.
 */
gboolean
unknot_history_ask (UnknotHistory             *self,
                    UnknotDatabase            *database,
                    const UnknotHistoryWatch  *watch,
                    gpointer                   data,
                    GCancellable              *cancellable,
                    GError                   **error)
{
  g_auto (Query) query = {
    .history = self,
    .database = database,
    .cancellable = cancellable,
    .spasms = g_array_new (FALSE, FALSE, sizeof (Spasm)),
    .by_id = g_hash_table_new (g_int64_hash, g_int64_equal),
    .last_episodes = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .medicines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .watch = watch,
    .data = data,
  };

  if (!ask (&query, UNKNOT_HISTORY_BOUNDS, take_bounds, error))
    return FALSE;

  make_days (self);
  if (!ask (&query, UNKNOT_HISTORY_DAYS, take_day, error) || !ask_pains (&query, error) ||
      !ask (&query, UNKNOT_HISTORY_SPANS, take_span, error) || !ask_reliefs (&query, error))
    return FALSE;

  finish_days (self);

  return ask_codes (&query, error) && ask_places (&query, error) &&
         ask_markers (&query, error) && ask_pegs (&query, error);
}
