/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-diary-backups"

#include "config.h"

#include "unknot-diary-backups.h"

#include "unknot-diary-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define DAYS_BETWEEN 7

/* Of a file: SQLite counts there how often it was written. */
#define HEADER_LENGTH 100

/* A backup is a diary of its own, named by a number that always rises and the day: a clock that is
 * set back makes an old backup no newer. */
typedef struct
{
  guint number;
  int year;
  int month;
  int day;
} Name;

static char *
get_folder (const char *path)
{
  return g_strconcat (path, ".backups", NULL);
}

static char *
get_path (const char *path,
          const Name *name)
{
  return g_strdup_printf ("%s.backups/%04u-%04d-%02d-%02d.db", path, name->number, name->year,
                          name->month, name->day);
}

static gboolean
parse_name (const char *path,
            const char *text,
            Name       *name)
{
  g_autofree char *again = NULL;

  if (sscanf (text, "%9u-%4d-%2d-%2d.db", &name->number, &name->year, &name->month, &name->day) !=
        4 ||
      !g_date_valid_dmy (name->day, name->month, name->year))
    return FALSE;

  again = get_path (path, name);

  return g_str_has_suffix (again, text);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const Name *one = a;
  const Name *other = b;

  return (one->number > other->number) - (one->number < other->number);
}

static GArray *
list_names (const char *path)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_autofree char *folder_path = get_folder (path);
  g_autoptr (GDir) folder = g_dir_open (folder_path, 0, NULL);
  const char *text;
  Name name;

  while (folder != NULL && (text = g_dir_read_name (folder)) != NULL)
    {
      if (parse_name (path, text, &name))
        g_array_append_val (names, name);
    }
  g_array_sort (names, compare_names);

  return names;
}

static Name
get_next_name (const char *path,
               GDateTime  *now)
{
  g_autoptr (GArray) names = list_names (path);
  Name next = { .number = 1 };

  if (names->len > 0)
    next.number = g_array_index (names, Name, names->len - 1).number + 1;
  g_date_time_get_ymd (now, &next.year, &next.month, &next.day);

  return next;
}

static gboolean
make_file (const char  *path,
           GError     **error)
{
  int fd;

  g_unlink (path);
  fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      unknot_database_set_system_error (error, path, errno);
      return FALSE;
    }
  close (fd);

  return TRUE;
}

/* What SQLite writes so is not synced. */
static gboolean
copy_into (UnknotDatabase  *database,
           const char      *path,
           GError         **error)
{
  UnknotStatement *statement = unknot_database_prepare (database, "VACUUM INTO ?");

  unknot_statement_add_text (statement, path);

  return unknot_statement_run (statement, error) && unknot_diary_file_sync (path, error);
}

static void
remove_old (const char *path)
{
  g_autoptr (GArray) names = list_names (path);

  for (guint i = 0; i + UNKNOT_DIARY_BACKUPS_MAX < names->len; i++)
    {
      g_autofree char *old = get_path (path, &g_array_index (names, Name, i));

      g_unlink (old);
    }
}

static gboolean
has_same_content (const char *one,
                  const char *other)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (one, FALSE, NULL);
  g_autoptr (GMappedFile) other_file = g_mapped_file_new (other, FALSE, NULL);
  gsize length;

  if (file == NULL || other_file == NULL)
    return FALSE;

  length = g_mapped_file_get_length (file);

  return length > HEADER_LENGTH && length == g_mapped_file_get_length (other_file) &&
         memcmp (g_mapped_file_get_contents (file) + HEADER_LENGTH,
                 g_mapped_file_get_contents (other_file) + HEADER_LENGTH,
                 length - HEADER_LENGTH) == 0;
}

/* Returns: (nullable): the path of the newest sound backup that holds what @copy does */
static char *
find_same (const char              *path,
           const char              *copy,
           const UnknotDiarySchema *schema)
{
  g_autoptr (GArray) names = list_names (path);

  for (guint i = names->len; i > 0; i--)
    {
      g_autofree char *backup = get_path (path, &g_array_index (names, Name, i - 1));

      if (has_same_content (backup, copy) && unknot_diary_file_check (backup, schema, NULL))
        return g_steal_pointer (&backup);
    }

  return NULL;
}

/* @only_new: whether what is in a backup already needs no other
 *
 * Returns: the path of the backup that holds what the diary does */
static char *
make (UnknotDatabase           *database,
      const char               *path,
      const UnknotDiarySchema  *schema,
      GDateTime                *now,
      gboolean                  only_new,
      GError                  **error)
{
  g_autofree char *folder = get_folder (path);
  g_autofree char *temporary = g_build_filename (folder, "new", NULL);
  g_autofree char *backup = NULL;
  Name name;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      unknot_database_set_system_error (error, folder, errno);
      return NULL;
    }

  if (!make_file (temporary, error) || !copy_into (database, temporary, error) ||
      !unknot_diary_file_check (temporary, schema, error))
    {
      g_unlink (temporary);
      return NULL;
    }
  if (only_new && (backup = find_same (path, temporary, schema)) != NULL)
    {
      g_unlink (temporary);
      return g_steal_pointer (&backup);
    }

  name = get_next_name (path, now);
  backup = get_path (path, &name);
  if (g_rename (temporary, backup) != 0)
    {
      unknot_database_set_system_error (error, backup, errno);
      return NULL;
    }

  return unknot_diary_file_sync (folder, error) ? g_steal_pointer (&backup) : NULL;
}

static char *
make_and_tell (UnknotDatabase           *database,
               const char               *path,
               const UnknotDiarySchema  *schema,
               GDateTime                *now,
               gboolean                  only_new,
               GError                  **error)
{
  g_autoptr (GError) local_error = NULL;
  char *backup = make (database, path, schema, now, only_new, &local_error);

  if (backup == NULL)
    {
      g_set_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_BACKUP,
                   _("No backup of the diary could be made. The diary itself is as it was. %s"),
                   local_error->message);
      return NULL;
    }

  remove_old (path);

  return backup;
}

/**
 * unknot_diary_backups_make:
 * @path: the diary that @database is a connection to
 *
 * Makes a backup: a copy of the diary that is on the disk, and was read again whole, before it
 * counts. The oldest go.
 */
gboolean
unknot_diary_backups_make (UnknotDatabase           *database,
                           const char               *path,
                           const UnknotDiarySchema  *schema,
                           GDateTime                *now,
                           GError                  **error)
{
  g_autofree char *backup = make_and_tell (database, path, schema, now, FALSE, error);

  return backup != NULL;
}

/**
 * unknot_diary_backups_keep:
 * @path: the diary that @database is a connection to
 *
 * Makes a backup as unknot_diary_backups_make() does, unless there is one with the same in it: who
 * looks into one backup after the other loses none of them by that.
 *
 * Returns: (transfer full): the path of the one that holds what is in the diary; %NULL with @error
 *   set where there is none
 */
char *
unknot_diary_backups_keep (UnknotDatabase           *database,
                           const char               *path,
                           const UnknotDiarySchema  *schema,
                           GDateTime                *now,
                           GError                  **error)
{
  return make_and_tell (database, path, schema, now, TRUE, error);
}

/**
 * unknot_diary_backups_list:
 *
 * Returns: (transfer full) (element-type filename): the paths of all backups, whatever they are
 *   worth, the newest first
 */
GStrv
unknot_diary_backups_list (const char *path)
{
  g_autoptr (GArray) names = list_names (path);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (guint i = names->len; i > 0; i--)
    g_strv_builder_take (paths, get_path (path, &g_array_index (names, Name, i - 1)));

  return g_strv_builder_end (paths);
}

/**
 * unknot_diary_backups_find_last:
 *
 * Returns: (transfer full) (nullable): the path of the newest backup, whatever it is worth
 */
char *
unknot_diary_backups_find_last (const char *path)
{
  g_autoptr (GArray) names = list_names (path);

  return names->len > 0 ? get_path (path, &g_array_index (names, Name, names->len - 1)) : NULL;
}

/**
 * unknot_diary_backups_find_good:
 * @schema: what the newest diary is like that can be read
 *
 * Returns: (transfer full) (nullable): the path of the newest backup that is sound
 */
char *
unknot_diary_backups_find_good (const char              *path,
                                const UnknotDiarySchema *schema)
{
  g_autoptr (GArray) names = list_names (path);

  for (guint i = names->len; i > 0; i--)
    {
      g_autofree char *backup = get_path (path, &g_array_index (names, Name, i - 1));

      if (unknot_diary_file_check (backup, schema, NULL))
        return g_steal_pointer (&backup);
    }

  return NULL;
}

/**
 * unknot_diary_backups_is_due:
 *
 * Returns: whether there is no backup of the last week, by local days; one of a day to come is of a
 *   clock that was wrong
 */
gboolean
unknot_diary_backups_is_due (const char *path,
                             GDateTime  *now)
{
  g_autoptr (GArray) names = list_names (path);
  GDate today, last;
  int year, month, day, age;
  const Name *name;

  if (names->len == 0)
    return TRUE;

  name = &g_array_index (names, Name, names->len - 1);
  g_date_time_get_ymd (now, &year, &month, &day);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, day, month, year);
  g_date_clear (&last, 1);
  g_date_set_dmy (&last, name->day, name->month, name->year);
  age = g_date_days_between (&last, &today);

  return age < 0 || age >= DAYS_BETWEEN;
}
