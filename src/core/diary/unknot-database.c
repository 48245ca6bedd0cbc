/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-database"

#include "config.h"

#include "unknot-database.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>

/* How long another program may hold the diary for a write of its own. */
#define BUSY_TIMEOUT_MS 5000

struct _UnknotDatabase
{
  sqlite3 *sqlite;
  char *path;
  gboolean in_use;
  GHashTable *statements; /* by their text, which is static */
};

struct _UnknotStatement
{
  UnknotDatabase *database;
  sqlite3_stmt *sqlite; /* nullable: where the text could not be prepared */
  int parameter;
  int column;
};

static int
get_error_code (int code,
                int system_errno)
{
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return UNKNOT_DIARY_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return UNKNOT_DIARY_ERROR_NOT_WRITABLE;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return UNKNOT_DIARY_ERROR_BUSY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR: /* the words are right, so what they speak of is not as it should be */
      return UNKNOT_DIARY_ERROR_DAMAGED;
    case SQLITE_CONSTRAINT:
      return UNKNOT_DIARY_ERROR_INVALID;
    default:
      break;
    }

  switch (system_errno)
    {
    case ENOSPC:
    case EDQUOT:
      return UNKNOT_DIARY_ERROR_FULL;
    case EACCES:
    case EPERM:
    case EROFS:
      return UNKNOT_DIARY_ERROR_NOT_WRITABLE;
    default:
      return UNKNOT_DIARY_ERROR_FAILED;
    }
}

static const char *
get_sentence (int code)
{
  switch (code)
    {
    case UNKNOT_DIARY_ERROR_FULL:
      return _("There is no room left on the disk. Nothing that was saved before is lost. Make some "
               "room, then try again.");
    case UNKNOT_DIARY_ERROR_NOT_WRITABLE:
      return _("The diary may not be written to. Nothing that was saved before is lost. Allow "
               "writing to its folder, then try again.");
    case UNKNOT_DIARY_ERROR_BUSY:
      return _("Another program is writing to the diary. Nothing that was saved before is lost. "
               "Close it, then try again.");
    case UNKNOT_DIARY_ERROR_DAMAGED:
      return _("The diary is damaged. It is kept as it is.");
    case UNKNOT_DIARY_ERROR_INVALID:
      return _("The entry does not fit with what is in the diary already. Nothing was changed.");
    default:
      return _("The diary could not be read or written. Nothing that was saved before is lost. Try "
               "again.");
    }
}

/* What SQLite says is for whoever looks for a fault. */
static gboolean
fail (UnknotDatabase  *self,
      GError         **error)
{
  int code = get_error_code (sqlite3_extended_errcode (self->sqlite),
                             sqlite3_system_errno (self->sqlite));

  const char *sentence = get_sentence (code);

  if (code == UNKNOT_DIARY_ERROR_DAMAGED && self->in_use)
    sentence = _("The diary is damaged. Close Unknot and open it again to see what can be saved.");

  g_info ("%s: %s", self->path, sqlite3_errmsg (self->sqlite));
  g_set_error (error, UNKNOT_DIARY_ERROR, code, "%s (%s)", sentence, self->path);

  return FALSE;
}

static void
free_statement (gpointer data)
{
  UnknotStatement *self = data;

  sqlite3_finalize (self->sqlite);
  g_free (self);
}

static char *
get_uri (const char         *path,
         UnknotDatabaseMode  mode)
{
  g_autofree char *absolute = NULL;
  g_autofree char *uri = NULL;

  if (mode == UNKNOT_DATABASE_MEMORY)
    return g_strdup (":memory:");

  absolute = g_canonicalize_filename (path, NULL);
  uri = g_filename_to_uri (absolute, NULL, NULL);

  return g_strconcat (uri, mode == UNKNOT_DATABASE_FROZEN ? "?immutable=1" : "", NULL);
}

/**
 * unknot_database_set_system_error:
 * @path: what the system could not do something with
 * @system_errno: why
 *
 * Says in the diary's own terms what the system refused.
 */
void
unknot_database_set_system_error (GError     **error,
                                  const char  *path,
                                  int          system_errno)
{
  int code = get_error_code (SQLITE_OK, system_errno);

  g_set_error (error, UNKNOT_DIARY_ERROR, code, "%s (%s: %s)", get_sentence (code), path,
               g_strerror (system_errno));
}

/**
 * unknot_database_open:
 * @path: a file that is there, or nothing in memory; empty, it becomes a database when it is
 *   written to
 *
 * Returns: (transfer full) (nullable): a connection; %NULL with @error set where there is none
 */
UnknotDatabase *
unknot_database_open (const char          *path,
                      UnknotDatabaseMode   mode,
                      GError             **error)
{
  gboolean writes = mode == UNKNOT_DATABASE_WRITE || mode == UNKNOT_DATABASE_MEMORY;
  int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
              (writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
  g_autoptr (UnknotDatabase) self = g_new0 (UnknotDatabase, 1);
  g_autofree char *uri = get_uri (path, mode);

  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, free_statement);
  if (sqlite3_open_v2 (uri, &self->sqlite, flags, NULL) != SQLITE_OK)
    {
      fail (self, error);
      return NULL;
    }

  sqlite3_busy_timeout (self->sqlite, BUSY_TIMEOUT_MS);
  if (!unknot_database_execute (self, "PRAGMA trusted_schema = OFF", error))
    return NULL;
  /* SQLite opens a file that may not be written to for reading, without a word. */
  if (mode == UNKNOT_DATABASE_WRITE && sqlite3_db_readonly (self->sqlite, "main") == 1)
    {
      g_set_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_NOT_WRITABLE, "%s (%s)",
                   get_sentence (UNKNOT_DIARY_ERROR_NOT_WRITABLE), path);
      return NULL;
    }
  if (mode == UNKNOT_DATABASE_WRITE &&
      !unknot_database_execute (self,
                                "PRAGMA journal_mode = WAL;"
                                "PRAGMA synchronous = FULL;"
                                "PRAGMA foreign_keys = ON;", error))
    return NULL;

  return g_steal_pointer (&self);
}

void
unknot_database_close (UnknotDatabase *self)
{
  g_hash_table_unref (self->statements);
  sqlite3_close (self->sqlite);
  g_free (self->path);
  g_free (self);
}

/**
 * unknot_database_set_in_use:
 *
 * Says that the diary was opened: whoever hears of damage from now on can see by opening it again
 * what to do about it.
 */
void
unknot_database_set_in_use (UnknotDatabase *self)
{
  self->in_use = TRUE;
}

/**
 * unknot_database_execute:
 * @sql: statements that give nothing back
 */
gboolean
unknot_database_execute (UnknotDatabase  *self,
                         const char      *sql,
                         GError         **error)
{
  return sqlite3_exec (self->sqlite, sql, NULL, NULL, NULL) == SQLITE_OK || fail (self, error);
}

/**
 * unknot_database_enable_triggers:
 * @enable: whether what is written through this connection runs the triggers of its tables
 *
 * For whoever writes very many rows, and does once what the triggers do for each.
 */
void
unknot_database_enable_triggers (UnknotDatabase *self,
                                 gboolean        enable)
{
  sqlite3_db_config (self->sqlite, SQLITE_DBCONFIG_ENABLE_TRIGGER, enable, NULL);
}

/**
 * unknot_database_begin:
 *
 * Begins a transaction that will write. unknot_database_end() must follow where it succeeds.
 */
gboolean
unknot_database_begin (UnknotDatabase  *self,
                       GError         **error)
{
  return unknot_statement_run (unknot_database_prepare (self, "BEGIN IMMEDIATE"), error);
}

/**
 * unknot_database_end:
 * @good: whether to keep what was written since unknot_database_begin()
 *
 * Returns: %TRUE where it was kept, and is on the disk; otherwise the file is as it was before, and
 *   @error is set unless @good was %FALSE
 */
gboolean
unknot_database_end (UnknotDatabase  *self,
                     gboolean         good,
                     GError         **error)
{
  if (good && unknot_statement_run (unknot_database_prepare (self, "COMMIT"), error))
    return TRUE;

  /* Some failures have rolled back already. */
  if (!sqlite3_get_autocommit (self->sqlite))
    unknot_statement_run (unknot_database_prepare (self, "ROLLBACK"), NULL);

  return FALSE;
}

/**
 * unknot_database_fill_from:
 * @from: another file, which nobody writes to meanwhile
 *
 * Puts all that is in @from in the place of all that is in @self, in one transaction of its own:
 * whoever reads @self meanwhile reads what was there before.
 *
 * Returns: %FALSE with @error set where the file is as it was
 */
gboolean
unknot_database_fill_from (UnknotDatabase  *self,
                           UnknotDatabase  *from,
                           GError         **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (self->sqlite, "main", from->sqlite, "main");

  int result;

  if (backup == NULL)
    return fail (self, error);

  /* That another program does not let go need not be an error to what finishes it. */
  result = sqlite3_backup_step (backup, -1);
  sqlite3_backup_finish (backup);

  return result == SQLITE_DONE || fail (self, error);
}

/**
 * unknot_database_get_number:
 * @sql: a static string: a statement without parameters
 * @number: (out): the first column of its first row
 */
gboolean
unknot_database_get_number (UnknotDatabase  *self,
                            const char      *sql,
                            gint64          *number,
                            GError         **error)
{
  g_autoptr (UnknotStatement) statement = unknot_database_prepare (self, sql);

  if (!unknot_statement_step (statement, error))
    return FALSE;

  *number = unknot_statement_take_integer (statement);

  return TRUE;
}

/**
 * unknot_database_prepare:
 * @sql: a static string: one statement
 *
 * Returns: (transfer full): the statement, not in use elsewhere; prepared only once
 */
UnknotStatement *
unknot_database_prepare (UnknotDatabase *self,
                         const char     *sql)
{
  UnknotStatement *statement = g_hash_table_lookup (self->statements, sql);

  if (statement == NULL)
    {
      statement = g_new0 (UnknotStatement, 1);
      statement->database = self;
      g_hash_table_insert (self->statements, (char *) sql, statement);
    }
  if (statement->sqlite == NULL)
    sqlite3_prepare_v3 (self->sqlite, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement->sqlite, NULL);
  statement->parameter = 1;
  statement->column = 0;

  return statement;
}

/**
 * unknot_database_get_n_changes:
 *
 * Returns: how many rows the last statement changed that does change rows
 */
int
unknot_database_get_n_changes (UnknotDatabase *self)
{
  return sqlite3_changes (self->sqlite);
}

void
unknot_statement_add_integer (UnknotStatement *self,
                              gint64           integer)
{
  sqlite3_bind_int64 (self->sqlite, self->parameter++, integer);
}

/**
 * unknot_statement_add_positive:
 *
 * Adds @integer, or NULL where it is negative.
 */
void
unknot_statement_add_positive (UnknotStatement *self,
                               gint64           integer)
{
  if (integer >= 0)
    sqlite3_bind_int64 (self->sqlite, self->parameter++, integer);
  else
    sqlite3_bind_null (self->sqlite, self->parameter++);
}

void
unknot_statement_add_real (UnknotStatement *self,
                           double           real)
{
  sqlite3_bind_double (self->sqlite, self->parameter++, real);
}

/**
 * unknot_statement_add_text:
 * @text: (nullable): not copied: it must stay until the statement is finished
 */
void
unknot_statement_add_text (UnknotStatement *self,
                           const char      *text)
{
  sqlite3_bind_text (self->sqlite, self->parameter++, text, -1, SQLITE_STATIC);
}

/**
 * unknot_statement_add_moment:
 * @moment: (nullable): takes four parameters: UTC, offset, zone, day
 */
void
unknot_statement_add_moment (UnknotStatement *self,
                             UnknotMoment    *moment)
{
  if (moment == NULL)
    {
      self->parameter += 4;
      return;
    }

  unknot_statement_add_integer (self, unknot_moment_get_utc (moment));
  unknot_statement_add_integer (self, unknot_moment_get_offset (moment));
  unknot_statement_add_text (self, unknot_moment_get_zone (moment));
  unknot_statement_add_integer (self, unknot_moment_get_day (moment));
}

/**
 * unknot_statement_step:
 *
 * Returns: %TRUE where there is a row; %FALSE after the last one, or with @error set
 */
gboolean
unknot_statement_step (UnknotStatement  *self,
                       GError          **error)
{
  int result = self->sqlite != NULL ? sqlite3_step (self->sqlite) : SQLITE_ERROR;

  self->column = 0;
  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    fail (self->database, error);

  return FALSE;
}

/**
 * unknot_statement_run:
 *
 * Runs a statement to its end, and finishes it.
 *
 * Returns: %FALSE with @error set where it failed
 */
gboolean
unknot_statement_run (UnknotStatement  *self,
                      GError          **error)
{
  g_autoptr (UnknotStatement) statement = self;
  g_autoptr (GError) local_error = NULL;

  while (unknot_statement_step (statement, &local_error))
    continue;
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * unknot_statement_insert:
 * @id: (out): the number of the row that was inserted; 0 where one that was there was changed
 *
 * Runs a statement that inserts a row, or changes it, to its end, and finishes it.
 *
 * Returns: %FALSE with @error set where it failed
 */
gboolean
unknot_statement_insert (UnknotStatement  *self,
                         gint64           *id,
                         GError          **error)
{
  sqlite3_set_last_insert_rowid (self->database->sqlite, 0);
  if (!unknot_statement_run (self, error))
    return FALSE;

  *id = sqlite3_last_insert_rowid (self->database->sqlite);

  return TRUE;
}

gint64
unknot_statement_take_integer (UnknotStatement *self)
{
  return sqlite3_column_int64 (self->sqlite, self->column++);
}

/**
 * unknot_statement_take_positive:
 *
 * Returns: the next column, -1 where it is NULL
 */
gint64
unknot_statement_take_positive (UnknotStatement *self)
{
  if (sqlite3_column_type (self->sqlite, self->column) != SQLITE_NULL)
    return unknot_statement_take_integer (self);

  self->column++;

  return -1;
}

double
unknot_statement_take_real (UnknotStatement *self)
{
  return sqlite3_column_double (self->sqlite, self->column++);
}

/**
 * unknot_statement_take_text:
 *
 * Returns: (transfer none) (nullable): the next column, until the statement is stepped or finished
 */
const char *
unknot_statement_take_text (UnknotStatement *self)
{
  return (const char *) sqlite3_column_text (self->sqlite, self->column++);
}

/**
 * unknot_statement_take_moment:
 * @moment: (out) (transfer full) (nullable): the next four columns; %NULL where they are
 */
gboolean
unknot_statement_take_moment (UnknotStatement  *self,
                              UnknotMoment    **moment,
                              GError          **error)
{
  gboolean none = sqlite3_column_type (self->sqlite, self->column) == SQLITE_NULL;
  gint64 utc = unknot_statement_take_integer (self);
  gint64 offset = unknot_statement_take_integer (self);
  const char *zone = unknot_statement_take_text (self);
  gint64 day = unknot_statement_take_integer (self);

  *moment = none ? NULL : unknot_moment_new_stored (utc, offset, zone, day, error);

  return none || *moment != NULL;
}

/**
 * unknot_statement_finish:
 *
 * Lets go of what it reads: one that is left in the middle would keep all later changes unseen.
 */
void
unknot_statement_finish (UnknotStatement *self)
{
  if (self->sqlite == NULL)
    return;

  sqlite3_reset (self->sqlite);
  sqlite3_clear_bindings (self->sqlite);
}
