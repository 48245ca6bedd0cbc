/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-diary-file"
#define _GNU_SOURCE /* renameat2 */

#include "config.h"

#include "unknot-diary-file.h"

#include "unknot-diary-backups.h"
#include "unknot-diary-rows.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
fail (GError     **error,
      const char  *path)
{
  unknot_database_set_system_error (error, path, errno);

  return FALSE;
}

/* What was committed and not yet moved into the file itself. */
static gboolean
has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  return g_stat (log, &status) == 0 && status.st_size > 0;
}

static gboolean
check_integrity (UnknotDatabase  *database,
                 const char      *path,
                 GError         **error)
{
  g_autoptr (UnknotStatement) statement =
    unknot_database_prepare (database, "PRAGMA integrity_check (1)");
  const char *verdict;

  if (!unknot_statement_step (statement, error))
    return FALSE;

  verdict = unknot_statement_take_text (statement);
  if (g_strcmp0 (verdict, "ok") == 0)
    return TRUE;

  g_info ("%s: %s", path, verdict);
  g_set_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_DAMAGED,
               _("“%s” is damaged. It is kept as it is."), path);

  return FALSE;
}

/* SQLite takes a last page that is cut off for one that ends in nothing, and a file that says that
 * it can be written by later versions alone for one that may only be read. */
static gboolean
check_outside (const char  *path,
               gint64       size,
               GError     **error)
{
  /* https://www.sqlite.org/fileformat.html, 1.3: what it is, its page size, who may write it. */
  guint8 header[20] = { 0 };
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean read_all;

  if (fd < 0)
    return fail (error, path);
  read_all = read (fd, header, sizeof header) == sizeof header;
  close (fd);

  if (read_all && header[18] <= 2 && size % MAX (header[16] << 8, 512) == 0)
    return TRUE;

  g_set_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_DAMAGED,
               _("“%s” is damaged at its beginning or its end. It is kept as it is."), path);

  return FALSE;
}

static gboolean
check_with_log (const char               *path,
                const UnknotDiarySchema  *schema,
                GError                  **error)
{
  g_autoptr (UnknotDatabase) database = unknot_database_open (path, UNKNOT_DATABASE_READ, error);

  return database != NULL && unknot_diary_schema_check (schema, database, path, error) &&
         check_integrity (database, path, error);
}

static gboolean
check_frozen (const char               *path,
              const UnknotDiarySchema  *schema,
              gint64                    size,
              GError                  **error)
{
  g_autoptr (UnknotDatabase) database =
    unknot_database_open (path, UNKNOT_DATABASE_FROZEN, error);

  return database != NULL && unknot_diary_schema_check (schema, database, path, error) &&
         check_outside (path, size, error) && check_integrity (database, path, error);
}

static gboolean
check_not_gone (const char  *path,
                GError     **error)
{
  g_autofree char *backup = unknot_diary_backups_find_last (path);

  if (backup == NULL && !has_log (path))
    return TRUE;

  g_set_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_DAMAGED,
               _("“%s” is gone, but something of it is still there."), path);

  return FALSE;
}

/* Where that is another's to decide, so be it. */
static void
keep_from_others (const char *path)
{
  GStatBuf status;

  if (g_stat (path, &status) == 0 && (status.st_mode & 0077) != 0)
    g_chmod (path, status.st_mode & 0700);
}

/* Never over what another process has made meanwhile. */
static gboolean
move_to_its_name (const char  *temporary,
                  const char  *path,
                  GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (renameat2 (AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) != 0)
    {
      if (errno == EEXIST)
        g_unlink (temporary);
      else if ((errno != EINVAL && errno != ENOSYS) || g_rename (temporary, path) != 0)
        return fail (error, path);
    }

  return unknot_diary_file_sync (folder, error);
}

static gboolean
make_empty (const char               *path,
            const UnknotDiarySchema  *schema,
            GError                  **error)
{
  g_autoptr (UnknotDatabase) database =
    unknot_database_open (path, UNKNOT_DATABASE_WRITE, error);

  return database != NULL && unknot_diary_schema_upgrade (schema, database, error);
}

static char *
make_temporary (const char  *path,
                GError     **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      fail (error, path);
      return NULL;
    }
  close (fd);

  return g_steal_pointer (&temporary);
}

static void
remove_temporary (const char *temporary)
{
  g_autofree char *log = g_strconcat (temporary, "-wal", NULL);
  g_autofree char *index = g_strconcat (temporary, "-shm", NULL);

  g_unlink (temporary);
  g_unlink (log);
  g_unlink (index);
}

/* It gets its name only when it is whole: a diary without anything in it would pass for damaged. */
static gboolean
create (const char               *path,
        const UnknotDiarySchema  *schema,
        GError                  **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (error, folder);

  temporary = make_temporary (path, error);
  if (temporary == NULL)
    return FALSE;
  if (make_empty (temporary, schema, error) && unknot_diary_file_sync (temporary, error) &&
      move_to_its_name (temporary, path, error))
    return TRUE;

  remove_temporary (temporary);

  return FALSE;
}

static gboolean
upgrade (UnknotDatabase           *database,
         const char               *path,
         const UnknotDiarySchema  *schema,
         GDateTime                *now,
         GError                  **error)
{
  gint64 version;

  if (!unknot_database_get_number (database, "PRAGMA user_version", &version, error))
    return FALSE;

  return version == schema->version ||
         (unknot_diary_backups_make (database, path, schema, now, error) &&
          unknot_diary_schema_upgrade (schema, database, error));
}

static char *
copy_to_temporary (const char  *backup,
                   const char  *path,
                   GError     **error)
{
  g_autofree char *temporary = make_temporary (path, error);
  g_autoptr (GFile) from = g_file_new_for_path (backup);
  g_autoptr (GFile) to = NULL;
  g_autoptr (GError) local_error = NULL;

  if (temporary == NULL)
    return NULL;

  to = g_file_new_for_path (temporary);
  if (!g_file_copy (from, to, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL,
                    NULL, &local_error))
    {
      unknot_database_set_system_error (
        error, path,
        g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? ENOSPC : EIO);
      g_unlink (temporary);
      return NULL;
    }

  g_chmod (temporary, 0600);
  if (!unknot_diary_file_sync (temporary, error))
    {
      g_unlink (temporary);
      return NULL;
    }

  return g_steal_pointer (&temporary);
}

static char *
name_aside (const char *path,
            GDateTime  *now)
{
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d-%H%M%S");

  for (guint i = 1;; i++)
    {
      g_autofree char *again = i > 1 ? g_strdup_printf ("-%u", i) : g_strdup ("");
      g_autofree char *aside = g_strconcat (path, ".", time, again, ".damaged", NULL);
      g_autofree char *log = g_strconcat (aside, "-wal", NULL);

      if (!g_file_test (aside, G_FILE_TEST_EXISTS) && !g_file_test (log, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&aside);
    }
}

/* The log goes first: beside another file of the same name it would be taken for that one's. */
static gboolean
set_aside (const char  *path,
           const char  *aside,
           GError     **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *log_aside = g_strconcat (aside, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);

  if (g_rename (log, log_aside) != 0 && errno != ENOENT)
    return fail (error, log);
  g_unlink (index);
  if (g_rename (path, aside) != 0 && errno != ENOENT)
    return fail (error, path);

  return TRUE;
}

/**
 * unknot_diary_file_sync:
 * @path: a file or a folder
 *
 * Returns: %TRUE when what is in it is on the disk
 */
gboolean
unknot_diary_file_sync (const char  *path,
                        GError     **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean good;

  if (fd < 0)
    return fail (error, path);

  good = fsync (fd) == 0 || fail (error, path);
  close (fd);

  return good;
}

/**
 * unknot_diary_file_check:
 * @schema: what the newest diary is like that can be read
 *
 * Reads a diary from its first to its last byte, and changes none. Where it has no write-ahead log,
 * nothing is made beside it either.
 *
 * Returns: %FALSE with @error set where it is damaged, or newer than @schema
 */
gboolean
unknot_diary_file_check (const char               *path,
                         const UnknotDiarySchema  *schema,
                         GError                  **error)
{
  g_autoptr (GError) local_error = NULL;
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return fail (error, path);
  if (S_ISDIR (status.st_mode))
    {
      g_set_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_FAILED,
                   _("“%s” is a folder, and a diary is a file. It was not touched."), path);
      return FALSE;
    }
  if (status.st_size == 0)
    {
      g_set_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_DAMAGED,
                   _("“%s” is damaged: there is nothing in it. It is kept as it is."), path);
      return FALSE;
    }

  if (!has_log (path))
    {
      if (check_frozen (path, schema, status.st_size, &local_error))
        return TRUE;
      /* Unless another process has just begun to write: then it was read amid changes. */
      if (!has_log (path))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }

  return check_with_log (path, schema, error);
}

/**
 * unknot_diary_file_open:
 * @schema: what the diary shall be like
 * @now: names the backup that is made where the diary is of an older version
 *
 * Opens a diary for writing, makes it first where there is none, brings it to @schema, and takes
 * out what was deleted.
 *
 * Returns: (transfer full) (nullable): the connection; %NULL with @error set otherwise, and the file
 *   as it was
 */
UnknotDatabase *
unknot_diary_file_open (const char               *path,
                        const UnknotDiarySchema  *schema,
                        GDateTime                *now,
                        GError                  **error)
{
  g_autoptr (UnknotDatabase) database = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) &&
      (!check_not_gone (path, error) || !create (path, schema, error)))
    return NULL;
  if (!unknot_diary_file_check (path, schema, error))
    return NULL;

  keep_from_others (path);
  database = unknot_database_open (path, UNKNOT_DATABASE_WRITE, error);
  if (database == NULL || !upgrade (database, path, schema, now, error) ||
      !unknot_diary_rows_purge (database, error))
    return NULL;

  return g_steal_pointer (&database);
}

/**
 * unknot_diary_file_restore:
 * @backup: (nullable): a backup; %NULL for a new diary with nothing in it
 * @now: names the file that is kept
 *
 * Keeps a diary that cannot be opened under a dated name, its write-ahead log beside it, and puts a
 * working copy in its place. Where the copy cannot be made, everything stays as it is.
 *
 * Returns: (transfer full) (nullable): where the old file is now; %NULL with @error set where that
 *   failed
 */
char *
unknot_diary_file_restore (const char               *path,
                           const char               *backup,
                           const UnknotDiarySchema  *schema,
                           GDateTime                *now,
                           GError                  **error)
{
  g_autofree char *aside = name_aside (path, now);
  g_autofree char *temporary = NULL;

  if (backup == NULL)
    return set_aside (path, aside, error) && create (path, schema, error)
             ? g_steal_pointer (&aside) : NULL;

  if (!unknot_diary_file_check (backup, schema, error))
    return NULL;
  temporary = copy_to_temporary (backup, path, error);
  if (temporary == NULL)
    return NULL;
  if (set_aside (path, aside, error) && move_to_its_name (temporary, path, error))
    return g_steal_pointer (&aside);

  g_unlink (temporary);

  return NULL;
}

/* A backup may be of an older version: a copy of it is brought to this one. */
static gboolean
fill_from_copy (UnknotDatabase           *database,
                const char               *copy,
                const UnknotDiarySchema  *schema,
                GError                  **error)
{
  g_autoptr (UnknotDatabase) from = unknot_database_open (copy, UNKNOT_DATABASE_WRITE, error);

  return from != NULL && unknot_diary_schema_upgrade (schema, from, error) &&
         unknot_database_fill_from (database, from, error);
}

/**
 * unknot_diary_file_go_back:
 * @database: a connection that writes to the diary
 * @backup: a backup of it
 * @now: names the backup that is made first of what is in the diary, unless there is one
 *
 * Puts what is in @backup in the place of what is in the diary, which others may read meanwhile.
 *
 * Returns: (transfer full): the path of the backup of what was in the diary; %NULL with @error set
 *   where the diary is as it was
 */
char *
unknot_diary_file_go_back (const char               *path,
                           UnknotDatabase           *database,
                           const char               *backup,
                           const UnknotDiarySchema  *schema,
                           GDateTime                *now,
                           GError                  **error)
{
  g_autofree char *copy = NULL;
  g_autofree char *before = NULL;
  GError *local_error = NULL;
  gboolean good;

  if (!unknot_diary_file_check (backup, schema, &local_error))
    {
      if (g_error_matches (local_error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_DAMAGED))
        {
          g_error_free (local_error);
          local_error = g_error_new (UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_DAMAGED,
                                     _("This backup is damaged. Your diary is not, and is as it "
                                       "was. Choose another backup."));
        }
      g_propagate_error (error, local_error);
      return NULL;
    }
  /* Before the newest backup takes the place of the oldest, which may be this one. */
  copy = copy_to_temporary (backup, path, error);
  if (copy == NULL)
    return NULL;

  before = unknot_diary_backups_keep (database, path, schema, now, error);
  good = before != NULL && fill_from_copy (database, copy, schema, error);
  remove_temporary (copy);

  return good ? g_steal_pointer (&before) : NULL;
}
