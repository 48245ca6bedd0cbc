/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-diary-schema"

#include "config.h"

#include "unknot-diary-schema.h"

#include <glib/gi18n-lib.h>

#define MOMENT(name)                                                                               \
  name " INTEGER NOT NULL, " name "_offset INTEGER NOT NULL, "                                     \
  name "_zone TEXT NOT NULL, " name "_day INTEGER NOT NULL, "

#define NAMES "id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, "

#define EPISODE "INTEGER REFERENCES episode (id) ON DELETE CASCADE"

#define ADD_WORDS(words, column)                                                                   \
  "INSERT INTO " words " (rowid, " column ") SELECT new.id, new." column " "                       \
  "WHERE new." column " <> ''; "

#define REMOVE_WORDS(words, column)                                                                \
  "INSERT INTO " words " (" words ", rowid, " column ") SELECT 'delete', old.id, old." column " "  \
  "WHERE old." column " <> ''; "

/* The words of a column, which follow it whoever writes. Of no words nothing is kept. */
#define INDEX_WORDS(words, table, column)                                                          \
  "CREATE VIRTUAL TABLE " words " USING fts5 (" column ", content = '" table "', "                 \
  "content_rowid = 'id', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2');"             \
  "CREATE TRIGGER " words "_insert AFTER INSERT ON " table " BEGIN "                               \
  ADD_WORDS (words, column) "END;"                                                                 \
  "CREATE TRIGGER " words "_update AFTER UPDATE OF " column " ON " table " "                       \
  "WHEN new." column " <> old." column " BEGIN "                                                   \
  REMOVE_WORDS (words, column) ADD_WORDS (words, column) "END;"                                    \
  "CREATE TRIGGER " words "_delete AFTER DELETE ON " table " BEGIN "                               \
  REMOVE_WORDS (words, column) "END;"                                                              \
  "INSERT INTO " words " (rowid, " column ") "                                                     \
  "SELECT id, " column " FROM " table " WHERE " column " <> '';"

/* As before, of two columns. */
#define ADD_EVENT                                                                                  \
  "INSERT INTO event_words (rowid, title, note) SELECT new.id, new.title, new.note "               \
  "WHERE new.title <> '' OR new.note <> ''; "

#define REMOVE_EVENT                                                                               \
  "INSERT INTO event_words (event_words, rowid, title, note) "                                     \
  "SELECT 'delete', old.id, old.title, old.note WHERE old.title <> '' OR old.note <> ''; "

/* As before, of three. */
#define ADD_VISIT                                                                                  \
  "INSERT INTO visit_words (rowid, questions, goals, outcome) "                                    \
  "SELECT new.id, new.questions, new.goals, new.outcome "                                          \
  "WHERE new.questions <> '' OR new.goals <> '' OR new.outcome <> ''; "

#define REMOVE_VISIT                                                                               \
  "INSERT INTO visit_words (visit_words, rowid, questions, goals, outcome) "                       \
  "SELECT 'delete', old.id, old.questions, old.goals, old.outcome "                                \
  "WHERE old.questions <> '' OR old.goals <> '' OR old.outcome <> ''; "

#define COUNT_CHANGES(table) "ALTER TABLE " table " ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;"

#define PAIN(name) name " INTEGER CHECK (" name " BETWEEN 0 AND 10), "

#define ANSWER(name) name " INTEGER NOT NULL CHECK (" name " BETWEEN 0 AND 10), "

/* What was released stays as it is, to the letter: a change is another step. */
static const char *const steps[] = {
  "CREATE TABLE episode ("
  NAMES
  MOMENT ("started")
  "ended INTEGER CHECK (ended >= started), ended_offset INTEGER, ended_zone TEXT, "
  "ended_day INTEGER, "
  "precision TEXT NOT NULL, onset TEXT, "
  "worst INTEGER NOT NULL CHECK (worst BETWEEN 0 AND 10), "
  PAIN ("current") PAIN ("at_rest") PAIN ("on_moving")
  "note TEXT NOT NULL, "
  "changed INTEGER NOT NULL, deleted INTEGER, "
  "CHECK ((ended IS NULL) + (ended_offset IS NULL) + (ended_zone IS NULL) + (ended_day IS NULL) "
  "       IN (0, 4))) STRICT;"
  "CREATE INDEX episode_by_day ON episode (started_day, started, changed) WHERE deleted IS NULL;"
  "CREATE INDEX episode_ongoing ON episode (started) WHERE ended IS NULL AND deleted IS NULL;"

  "CREATE TABLE place ("
  "episode " EPISODE ", position INTEGER, area TEXT NOT NULL, side TEXT, " PAIN ("pain")
  "kind TEXT, PRIMARY KEY (episode, position)) STRICT, WITHOUT ROWID;"

  "CREATE TABLE episode_code ("
  "episode " EPISODE ", aspect TEXT, code TEXT, "
  "PRIMARY KEY (episode, aspect, code)) STRICT, WITHOUT ROWID;"

  "CREATE TABLE reading ("
  NAMES MOMENT ("at")
  "episode " EPISODE " NOT NULL, "
  "pain INTEGER NOT NULL CHECK (pain BETWEEN 0 AND 10), deleted INTEGER) STRICT;"
  "CREATE INDEX reading_by_episode ON reading (episode, at);"

  "CREATE TABLE relief ("
  NAMES MOMENT ("at")
  "episode " EPISODE ", measure TEXT NOT NULL, effect TEXT, deleted INTEGER) STRICT;"
  "CREATE INDEX relief_by_episode ON relief (episode, at);"

  "CREATE TABLE dose ("
  NAMES MOMENT ("at")
  "episode " EPISODE ", name TEXT NOT NULL, amount REAL NOT NULL CHECK (amount > 0), unit TEXT, "
  "ingredient TEXT, supply TEXT, effect TEXT, deleted INTEGER) STRICT;"
  "CREATE INDEX dose_by_episode ON dose (episode, at);"
  "CREATE INDEX dose_by_day ON dose (at_day);"

  "CREATE TABLE day ("
  NAMES MOMENT ("at")
  "painless INTEGER NOT NULL CHECK (painless IN (0, 1)), sleep TEXT, deleted INTEGER) STRICT;"
  "CREATE UNIQUE INDEX day_once ON day (at_day) WHERE deleted IS NULL;"

  "CREATE TABLE checkup ("
  NAMES MOMENT ("at")
  "answers TEXT NOT NULL, assessment TEXT NOT NULL, deleted INTEGER) STRICT;"
  "CREATE INDEX checkup_by_time ON checkup (at);",

  COUNT_CHANGES ("relief") COUNT_CHANGES ("dose") COUNT_CHANGES ("day") COUNT_CHANGES ("checkup")
  INDEX_WORDS ("note_words", "episode", "note")
  INDEX_WORDS ("medicine_words", "dose", "name"),

  "CREATE TABLE event ("
  NAMES MOMENT ("at")
  "kind TEXT NOT NULL, title TEXT NOT NULL, note TEXT NOT NULL, deleted INTEGER, "
  "changed INTEGER NOT NULL DEFAULT 0) STRICT;"
  "CREATE VIRTUAL TABLE event_words USING fts5 (title, note, content = 'event', "
  "content_rowid = 'id', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2');"
  "CREATE TRIGGER event_words_insert AFTER INSERT ON event BEGIN " ADD_EVENT "END;"
  "CREATE TRIGGER event_words_update AFTER UPDATE OF title, note ON event "
  "WHEN new.title <> old.title OR new.note <> old.note BEGIN " REMOVE_EVENT ADD_EVENT "END;"
  "CREATE TRIGGER event_words_delete AFTER DELETE ON event BEGIN " REMOVE_EVENT "END;"

  "CREATE TABLE peg ("
  NAMES MOMENT ("at")
  ANSWER ("pain") ANSWER ("enjoyment") ANSWER ("activity")
  "deleted INTEGER, changed INTEGER NOT NULL DEFAULT 0) STRICT;"

  "CREATE INDEX episode_over_days ON episode (ended_day, started_day) "
  "WHERE deleted IS NULL AND ended_day > started_day;"
  "CREATE INDEX reading_by_day ON reading (at_day);"
  "CREATE INDEX relief_by_day ON relief (at_day);",

  "CREATE TABLE visit ("
  NAMES MOMENT ("at")
  "questions TEXT NOT NULL, goals TEXT NOT NULL, outcome TEXT NOT NULL, deleted INTEGER, "
  "changed INTEGER NOT NULL DEFAULT 0) STRICT;"
  "CREATE VIRTUAL TABLE visit_words USING fts5 (questions, goals, outcome, content = 'visit', "
  "content_rowid = 'id', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2');"
  "CREATE TRIGGER visit_words_insert AFTER INSERT ON visit BEGIN " ADD_VISIT "END;"
  "CREATE TRIGGER visit_words_update AFTER UPDATE OF questions, goals, outcome ON visit "
  "WHEN new.questions <> old.questions OR new.goals <> old.goals OR new.outcome <> old.outcome "
  "BEGIN " REMOVE_VISIT ADD_VISIT "END;"
  "CREATE TRIGGER visit_words_delete AFTER DELETE ON visit BEGIN " REMOVE_VISIT "END;"

  /* Whoever reads what belongs to spasms asks which of those are deleted: hardly ever any. */
  "CREATE INDEX episode_deleted ON episode (deleted) WHERE deleted IS NOT NULL;",
};

static const UnknotDiarySchema schema = { steps, G_N_ELEMENTS (steps) };

static gboolean
run_steps (const UnknotDiarySchema  *self,
           UnknotDatabase           *database,
           GError                  **error)
{
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u",
                                            UNKNOT_DIARY_APPLICATION_ID, self->version);
  gint64 version;

  /* Asked in the transaction, as another program may have done the same meanwhile. */
  if (!unknot_database_get_number (database, "PRAGMA user_version", &version, error))
    return FALSE;
  for (guint i = version; i < self->version; i++)
    {
      if (!unknot_database_execute (database, self->steps[i], error))
        return FALSE;
    }

  return (guint) version >= self->version || unknot_database_execute (database, marks, error);
}

static gboolean
check_version (const UnknotDiarySchema  *self,
               UnknotDatabase           *database,
               const char               *path,
               gint64                   *version,
               GError                  **error)
{
  gint64 id;

  if (!unknot_database_get_number (database, "PRAGMA application_id", &id, error) ||
      !unknot_database_get_number (database, "PRAGMA user_version", version, error))
    return FALSE;

  if (id != UNKNOT_DIARY_APPLICATION_ID || *version < 1)
    {
      g_set_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_DAMAGED,
                   _("“%s” is not a diary of Unknot. It was not touched."), path);
      return FALSE;
    }
  if (*version > self->version)
    {
      g_set_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_NEWER,
                   _("“%s” was written by a newer version of Unknot: it has the form %d, and this "
                     "version knows those up to %d. It was not touched. Update Unknot to open it."),
                   path, (int) *version, (int) self->version);
      return FALSE;
    }

  return TRUE;
}

/* But for the tables behind a virtual one, which each version of SQLite makes in its own words. */
static char *
describe (UnknotDatabase  *database,
          GError         **error)
{
  g_autoptr (UnknotStatement) statement = unknot_database_prepare (
    database,
    "SELECT group_concat (type || ' ' || name || ' ' || tbl_name || ' ' || coalesce (sql, ''), "
    "                     char (10) ORDER BY type, name) FROM sqlite_schema "
    "WHERE name NOT LIKE 'sqlite_stat%' AND "
    "name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')");

  return unknot_statement_step (statement, error)
           ? g_strdup (unknot_statement_take_text (statement)) : NULL;
}

/**
 * unknot_diary_schema_get:
 *
 * Returns: the schema of the diaries that this version of Unknot writes
 */
const UnknotDiarySchema *
unknot_diary_schema_get (void)
{
  return &schema;
}

/**
 * unknot_diary_schema_check:
 * @path: where it is, for the error
 *
 * Compares what a diary is made of with what its version says, to the letter.
 *
 * Returns: %FALSE with @error set where it is no diary, newer than @self, or not as it was made
 */
gboolean
unknot_diary_schema_check (const UnknotDiarySchema  *self,
                           UnknotDatabase           *database,
                           const char               *path,
                           GError                  **error)
{
  UnknotDiarySchema as_made = { self->steps, 0 };
  g_autoptr (UnknotDatabase) model = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  gint64 version;

  if (!check_version (self, database, path, &version, error))
    return FALSE;

  as_made.version = version;
  model = unknot_database_open (path, UNKNOT_DATABASE_MEMORY, error);
  if (model == NULL || !unknot_diary_schema_upgrade (&as_made, model, error) ||
      (expected = describe (model, error)) == NULL || (found = describe (database, error)) == NULL)
    return FALSE;
  if (g_str_equal (expected, found))
    return TRUE;

  g_set_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_DAMAGED,
               _("“%s” is damaged: it is not as it was made. It is kept as it is."), path);

  return FALSE;
}

/**
 * unknot_diary_schema_upgrade:
 *
 * Brings a diary of an older version, or an empty file, to this one: wholly, or not at all.
 */
gboolean
unknot_diary_schema_upgrade (const UnknotDiarySchema  *self,
                             UnknotDatabase           *database,
                             GError                  **error)
{
  if (!unknot_database_begin (database, error))
    return FALSE;

  return unknot_database_end (database, run_steps (self, database, error), error);
}
