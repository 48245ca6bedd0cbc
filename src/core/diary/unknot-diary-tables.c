/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-diary-tables"

#include "config.h"

#include "unknot-diary-tables.h"

#include "unknot-check.h"
#include "unknot-day.h"
#include "unknot-episode.h"
#include "unknot-event.h"
#include "unknot-peg.h"
#include "unknot-visit.h"

#define UPDATE_MOMENT(at)                                                                          \
  at " = excluded." at ", " at "_offset = excluded." at "_offset, "                                \
  at "_zone = excluded." at "_zone, " at "_day = excluded." at "_day, "

/* Of what stands by itself: whoever shows it must look again. */
#define CHANGED "changed = changed + 1"

#define MOMENT(at) at ", " at "_offset, " at "_zone, " at "_day, "

#define ALIVE                                                                                      \
  "deleted IS NULL AND (episode IS NULL OR "                                                       \
  "EXISTS (SELECT 1 FROM episode AS e WHERE e.id = t.episode AND e.deleted IS NULL))"

#define SELECT(columns, table, condition)                                                          \
  "SELECT id, uuid, " columns " FROM " table " AS t WHERE " condition

#define QUERIES(columns, table, at, alive)                                                         \
  [UNKNOT_DIARY_KEY_ID] = SELECT (columns, table, "id = ?"),                                       \
  [UNKNOT_DIARY_KEY_UUID] = SELECT (columns, table, "uuid = ? AND " alive),                        \
  [UNKNOT_DIARY_KEY_DAY] =                                                                         \
    SELECT (columns, table, at "_day = ? AND " alive " ORDER BY " at " DESC, id DESC"),            \
  [UNKNOT_DIARY_KEY_ALL] =                                                                         \
    SELECT (columns, table, "?1 IS NOT NULL AND " alive " ORDER BY " at " DESC, id DESC")

#define QUERIES_OF_EPISODE(columns, table)                                                         \
  QUERIES (MOMENT ("at") "(SELECT uuid FROM episode WHERE id = t.episode), " columns, table, "at", \
           ALIVE),                                                                                 \
  [UNKNOT_DIARY_KEY_EPISODE] =                                                                     \
    SELECT (MOMENT ("at") "(SELECT uuid FROM episode WHERE id = t.episode), " columns, table,      \
            "episode = ? AND deleted IS NULL ORDER BY at, id")

#define MARKS(table)                                                                               \
  .mark = "UPDATE " table " SET deleted = ? WHERE uuid = ?",                                       \
  .purge = "DELETE FROM " table " WHERE deleted IS NOT NULL"

/* How the entries of a table go into a file, and come back. */
#define EXCHANGES(table, alone)                                                                    \
  .list = "SELECT id, changed FROM " table " WHERE deleted IS NULL" alone " ORDER BY uuid",      \
  .state = "SELECT id, changed, deleted IS NOT NULL FROM " table " WHERE uuid = ?",                \
  .put = "UPDATE " table " SET deleted = NULL, changed = ? WHERE id = ?",                          \
  .get_changed = "SELECT changed FROM " table " WHERE id = ? AND deleted IS NULL",                 \
  .mark_id = "UPDATE " table " SET deleted = ? WHERE id = ?"

static void
add_episode (UnknotEntry     *entry,
             UnknotStatement *statement)
{
  UnknotEpisode *episode = UNKNOT_EPISODE (entry);

  unknot_statement_add_moment (statement, unknot_episode_get_end (episode));
  unknot_statement_add_text (statement, unknot_episode_get_precision (episode));
  unknot_statement_add_text (statement, unknot_episode_get_onset (episode));
  unknot_statement_add_integer (statement, unknot_episode_get_worst (episode));
  unknot_statement_add_positive (statement, unknot_episode_get_current (episode));
  unknot_statement_add_positive (statement, unknot_episode_get_at_rest (episode));
  unknot_statement_add_positive (statement, unknot_episode_get_on_moving (episode));
  unknot_statement_add_text (statement, unknot_episode_get_note (episode));
}

static UnknotEntry *
read_episode (UnknotStatement  *statement,
              UnknotMoment     *moment,
              GError          **error)
{
  g_autoptr (UnknotMoment) end = NULL;
  g_autoptr (UnknotEpisode) episode = NULL;
  const char *precision, *onset;

  if (!unknot_statement_take_moment (statement, &end, error))
    return NULL;

  precision = unknot_statement_take_text (statement);
  onset = unknot_statement_take_text (statement);
  episode = unknot_episode_new (moment, unknot_statement_take_integer (statement), error);
  if (episode == NULL ||
      !unknot_episode_set_end (episode, end, error) ||
      !unknot_episode_set_precision (episode, precision, error) ||
      !unknot_episode_set_onset (episode, onset, error) ||
      !unknot_episode_set_current (episode, unknot_statement_take_positive (statement), error) ||
      !unknot_episode_set_at_rest (episode, unknot_statement_take_positive (statement), error) ||
      !unknot_episode_set_on_moving (episode, unknot_statement_take_positive (statement), error) ||
      !unknot_episode_set_note (episode, unknot_statement_take_text (statement), error))
    return NULL;

  return UNKNOT_ENTRY (g_steal_pointer (&episode));
}

static void
add_reading (UnknotEntry     *entry,
             UnknotStatement *statement)
{
  unknot_statement_add_integer (statement, unknot_reading_get_pain (UNKNOT_READING (entry)));
}

static UnknotEntry *
read_reading (UnknotStatement  *statement,
              UnknotMoment     *moment,
              GError          **error)
{
  return (UnknotEntry *) unknot_reading_new (moment, unknot_statement_take_integer (statement),
                                             error);
}

static void
add_relief (UnknotEntry     *entry,
            UnknotStatement *statement)
{
  UnknotRelief *relief = UNKNOT_RELIEF (entry);

  unknot_statement_add_text (statement, unknot_relief_get_measure (relief));
  unknot_statement_add_text (statement, unknot_relief_get_effect (relief));
}

static UnknotEntry *
read_relief (UnknotStatement  *statement,
             UnknotMoment     *moment,
             GError          **error)
{
  g_autoptr (UnknotRelief) relief =
    unknot_relief_new (moment, unknot_statement_take_text (statement), error);

  if (relief == NULL ||
      !unknot_relief_set_effect (relief, unknot_statement_take_text (statement), error))
    return NULL;

  return UNKNOT_ENTRY (g_steal_pointer (&relief));
}

static void
add_dose (UnknotEntry     *entry,
          UnknotStatement *statement)
{
  UnknotDose *dose = UNKNOT_DOSE (entry);

  unknot_statement_add_text (statement, unknot_dose_get_name (dose));
  unknot_statement_add_real (statement, unknot_dose_get_amount (dose));
  unknot_statement_add_text (statement, unknot_dose_get_unit (dose));
  unknot_statement_add_text (statement, unknot_dose_get_ingredient (dose));
  unknot_statement_add_text (statement, unknot_dose_get_supply (dose));
  unknot_statement_add_text (statement, unknot_dose_get_effect (dose));
}

static UnknotEntry *
read_dose (UnknotStatement  *statement,
           UnknotMoment     *moment,
           GError          **error)
{
  const char *name = unknot_statement_take_text (statement);
  g_autoptr (UnknotDose) dose =
    unknot_dose_new (moment, name, unknot_statement_take_real (statement), error);

  if (dose == NULL ||
      !unknot_dose_set_unit (dose, unknot_statement_take_text (statement), error) ||
      !unknot_dose_set_ingredient (dose, unknot_statement_take_text (statement), error) ||
      !unknot_dose_set_supply (dose, unknot_statement_take_text (statement), error) ||
      !unknot_dose_set_effect (dose, unknot_statement_take_text (statement), error))
    return NULL;

  return UNKNOT_ENTRY (g_steal_pointer (&dose));
}

static void
add_day (UnknotEntry     *entry,
         UnknotStatement *statement)
{
  UnknotDay *day = UNKNOT_DAY (entry);

  unknot_statement_add_integer (statement, unknot_day_is_painless (day));
  unknot_statement_add_text (statement, unknot_day_get_sleep (day));
}

static UnknotEntry *
read_day (UnknotStatement  *statement,
          UnknotMoment     *moment,
          GError          **error)
{
  g_autoptr (UnknotDay) day = unknot_day_new (moment);

  unknot_day_set_painless (day, unknot_statement_take_integer (statement) != 0);
  if (!unknot_day_set_sleep (day, unknot_statement_take_text (statement), error))
    return NULL;

  return UNKNOT_ENTRY (g_steal_pointer (&day));
}

static void
add_check (UnknotEntry     *entry,
           UnknotStatement *statement)
{
  UnknotCheck *check = UNKNOT_CHECK (entry);

  unknot_statement_add_text (statement, unknot_check_get_answers (check));
  unknot_statement_add_text (statement, unknot_check_get_assessment (check));
}

static UnknotEntry *
read_check (UnknotStatement  *statement,
            UnknotMoment     *moment,
            GError          **error)
{
  const char *answers = unknot_statement_take_text (statement);
  const char *assessment = unknot_statement_take_text (statement);

  return (UnknotEntry *) unknot_check_new (moment, answers, assessment, error);
}

static void
add_event (UnknotEntry     *entry,
           UnknotStatement *statement)
{
  UnknotEvent *event = UNKNOT_EVENT (entry);

  unknot_statement_add_text (statement, unknot_event_get_kind (event));
  unknot_statement_add_text (statement, unknot_event_get_title (event));
  unknot_statement_add_text (statement, unknot_event_get_note (event));
}

static UnknotEntry *
read_event (UnknotStatement  *statement,
            UnknotMoment     *moment,
            GError          **error)
{
  g_autoptr (UnknotEvent) event =
    unknot_event_new (moment, unknot_statement_take_text (statement), error);

  if (event == NULL ||
      !unknot_event_set_title (event, unknot_statement_take_text (statement), error) ||
      !unknot_event_set_note (event, unknot_statement_take_text (statement), error))
    return NULL;

  return UNKNOT_ENTRY (g_steal_pointer (&event));
}

static void
add_peg (UnknotEntry     *entry,
         UnknotStatement *statement)
{
  UnknotPeg *peg = UNKNOT_PEG (entry);

  unknot_statement_add_integer (statement, unknot_peg_get_pain (peg));
  unknot_statement_add_integer (statement, unknot_peg_get_enjoyment (peg));
  unknot_statement_add_integer (statement, unknot_peg_get_activity (peg));
}

static UnknotEntry *
read_peg (UnknotStatement  *statement,
          UnknotMoment     *moment,
          GError          **error)
{
  int pain = unknot_statement_take_integer (statement);
  int enjoyment = unknot_statement_take_integer (statement);
  int activity = unknot_statement_take_integer (statement);

  return (UnknotEntry *) unknot_peg_new (moment, pain, enjoyment, activity, error);
}

static void
add_visit (UnknotEntry     *entry,
           UnknotStatement *statement)
{
  UnknotVisit *visit = UNKNOT_VISIT (entry);

  unknot_statement_add_text (statement, unknot_visit_get_questions (visit));
  unknot_statement_add_text (statement, unknot_visit_get_goals (visit));
  unknot_statement_add_text (statement, unknot_visit_get_outcome (visit));
}

static UnknotEntry *
read_visit (UnknotStatement  *statement,
            UnknotMoment     *moment,
            GError          **error)
{
  g_autoptr (UnknotVisit) visit = unknot_visit_new (moment);

  if (!unknot_visit_set_questions (visit, unknot_statement_take_text (statement), error) ||
      !unknot_visit_set_goals (visit, unknot_statement_take_text (statement), error) ||
      !unknot_visit_set_outcome (visit, unknot_statement_take_text (statement), error))
    return NULL;

  return UNKNOT_ENTRY (g_steal_pointer (&visit));
}

static const UnknotDiaryTable tables[] = {
  {
    .get_type = unknot_episode_get_type,
    .insert = "INSERT INTO episode (uuid, " MOMENT ("started") MOMENT ("ended")
              "precision, onset, worst, current, at_rest, on_moving, note, changed) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
              "ON CONFLICT (uuid) DO UPDATE SET " UPDATE_MOMENT ("started") UPDATE_MOMENT ("ended")
              "precision = excluded.precision, onset = excluded.onset, worst = excluded.worst, "
              "current = excluded.current, at_rest = excluded.at_rest, "
              "on_moving = excluded.on_moving, note = excluded.note, "
              "changed = max (changed + 1, excluded.changed)",
    .queries = { QUERIES (MOMENT ("started") "NULL, " MOMENT ("ended") "precision, onset, worst, "
                          "current, at_rest, on_moving, note", "episode", "started",
                          "deleted IS NULL") },
    MARKS ("episode"),
    EXCHANGES ("episode", ""),
    .add = add_episode,
    .read = read_episode,
  },
  {
    .get_type = unknot_reading_get_type,
    .has_episode = TRUE,
    .insert = "INSERT INTO reading (uuid, " MOMENT ("at") "episode, pain) "
              "VALUES (?, ?, ?, ?, ?, ?, ?) "
              "ON CONFLICT (uuid) DO UPDATE SET " UPDATE_MOMENT ("at")
              "episode = excluded.episode, pain = excluded.pain",
    .queries = { QUERIES_OF_EPISODE ("pain", "reading") },
    MARKS ("reading"),
    .state = "SELECT id, 0, deleted IS NOT NULL FROM reading WHERE uuid = ?",
    .put = "UPDATE reading SET deleted = NULL WHERE ?1 IS NOT NULL AND id = ?2",
    .mark_id = "UPDATE reading SET deleted = ? WHERE id = ?",
    .add = add_reading,
    .read = read_reading,
  },
  {
    .get_type = unknot_relief_get_type,
    .has_episode = TRUE,
    .insert = "INSERT INTO relief (uuid, " MOMENT ("at") "episode, measure, effect) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
              "ON CONFLICT (uuid) DO UPDATE SET " UPDATE_MOMENT ("at")
              "episode = excluded.episode, measure = excluded.measure, "
              "effect = excluded.effect, " CHANGED,
    .queries = { QUERIES_OF_EPISODE ("measure, effect", "relief") },
    MARKS ("relief"),
    EXCHANGES ("relief", " AND episode IS NULL"),
    .add = add_relief,
    .read = read_relief,
  },
  {
    .get_type = unknot_dose_get_type,
    .has_episode = TRUE,
    .insert = "INSERT INTO dose (uuid, " MOMENT ("at") "episode, name, amount, unit, ingredient, "
              "supply, effect) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
              "ON CONFLICT (uuid) DO UPDATE SET " UPDATE_MOMENT ("at")
              "episode = excluded.episode, name = excluded.name, amount = excluded.amount, "
              "unit = excluded.unit, ingredient = excluded.ingredient, "
              "supply = excluded.supply, effect = excluded.effect, " CHANGED,
    .queries = { QUERIES_OF_EPISODE ("name, amount, unit, ingredient, supply, effect", "dose") },
    MARKS ("dose"),
    EXCHANGES ("dose", " AND episode IS NULL"),
    .add = add_dose,
    .read = read_dose,
  },
  {
    .get_type = unknot_day_get_type,
    .insert = "INSERT INTO day (uuid, " MOMENT ("at") "painless, sleep) "
              "VALUES (?, ?, ?, ?, ?, ?, ?) "
              "ON CONFLICT (uuid) DO UPDATE SET " UPDATE_MOMENT ("at")
              "painless = excluded.painless, sleep = excluded.sleep, " CHANGED,
    .queries = { QUERIES (MOMENT ("at") "NULL, painless, sleep", "day", "at", "deleted IS NULL") },
    MARKS ("day"),
    EXCHANGES ("day", ""),
    .add = add_day,
    .read = read_day,
  },
  {
    .get_type = unknot_check_get_type,
    .insert = "INSERT INTO checkup (uuid, " MOMENT ("at") "answers, assessment) "
              "VALUES (?, ?, ?, ?, ?, ?, ?) "
              "ON CONFLICT (uuid) DO UPDATE SET " UPDATE_MOMENT ("at")
              "answers = excluded.answers, assessment = excluded.assessment, " CHANGED,
    .queries = { QUERIES (MOMENT ("at") "NULL, answers, assessment", "checkup", "at",
                          "deleted IS NULL") },
    MARKS ("checkup"),
    EXCHANGES ("checkup", ""),
    .add = add_check,
    .read = read_check,
  },
  {
    .get_type = unknot_event_get_type,
    .insert = "INSERT INTO event (uuid, " MOMENT ("at") "kind, title, note) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
              "ON CONFLICT (uuid) DO UPDATE SET " UPDATE_MOMENT ("at")
              "kind = excluded.kind, title = excluded.title, note = excluded.note, " CHANGED,
    .queries = { QUERIES (MOMENT ("at") "NULL, kind, title, note", "event", "at",
                          "deleted IS NULL") },
    MARKS ("event"),
    EXCHANGES ("event", ""),
    .add = add_event,
    .read = read_event,
  },
  {
    .get_type = unknot_peg_get_type,
    .insert = "INSERT INTO peg (uuid, " MOMENT ("at") "pain, enjoyment, activity) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
              "ON CONFLICT (uuid) DO UPDATE SET " UPDATE_MOMENT ("at")
              "pain = excluded.pain, enjoyment = excluded.enjoyment, "
              "activity = excluded.activity, " CHANGED,
    .queries = { QUERIES (MOMENT ("at") "NULL, pain, enjoyment, activity", "peg", "at",
                          "deleted IS NULL") },
    MARKS ("peg"),
    EXCHANGES ("peg", ""),
    .add = add_peg,
    .read = read_peg,
  },
  {
    .get_type = unknot_visit_get_type,
    .insert = "INSERT INTO visit (uuid, " MOMENT ("at") "questions, goals, outcome) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
              "ON CONFLICT (uuid) DO UPDATE SET " UPDATE_MOMENT ("at")
              "questions = excluded.questions, goals = excluded.goals, "
              "outcome = excluded.outcome, " CHANGED,
    .queries = { QUERIES (MOMENT ("at") "NULL, questions, goals, outcome", "visit", "at",
                          "deleted IS NULL") },
    MARKS ("visit"),
    EXCHANGES ("visit", ""),
    .add = add_visit,
    .read = read_visit,
  },
};

/**
 * unknot_diary_tables_get:
 *
 * Returns: (nullable): the table at @position, those first that others belong to; %NULL after the
 *   last one
 */
const UnknotDiaryTable *
unknot_diary_tables_get (guint position)
{
  return position < G_N_ELEMENTS (tables) ? &tables[position] : NULL;
}

/**
 * unknot_diary_tables_get_for:
 *
 * Returns: the table of the entries of @type
 */
const UnknotDiaryTable *
unknot_diary_tables_get_for (GType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (tables[i].get_type () == type)
        return &tables[i];
    }

  g_assert_not_reached ();
}
