/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-test-power.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* A file system below SQLite whose power can be cut. Of each file it knows what was synced, and what
 * was written since: when the power returns, any part of that is there, a write torn perhaps. Only
 * the index of the log, which outlives no crash, is left out. */

typedef struct
{
  gint64 offset;
  GBytes *bytes; /* nullable: the file is cut off at the offset */
} Operation;

typedef struct
{
  gboolean named; /* that it is there is synced */
  GByteArray *synced;
  GPtrArray *operations;
} Disk;

typedef struct
{
  sqlite3_file parent;
  Disk *disk; /* nullable */
  sqlite3_file *real;
} File;

static GMutex mutex;
static GHashTable *disks;
static sqlite3_vfs *real_vfs;
static sqlite3_vfs vfs;
static guint n_left;
static gboolean armed;
static gboolean cut;

static void
free_operation (gpointer data)
{
  Operation *operation = data;

  g_clear_pointer (&operation->bytes, g_bytes_unref);
  g_free (operation);
}

static void
free_disk (gpointer data)
{
  Disk *disk = data;

  g_byte_array_unref (disk->synced);
  g_ptr_array_unref (disk->operations);
  g_free (disk);
}

static void
apply (GByteArray      *content,
       const Operation *operation,
       gsize            length)
{
  gsize end = operation->offset + length;

  if (operation->bytes == NULL)
    {
      g_byte_array_set_size (content, operation->offset);
      return;
    }

  if (content->len < end)
    {
      gsize old = content->len;

      g_byte_array_set_size (content, end);
      memset (content->data + old, 0, end - old);
    }
  memcpy (content->data + operation->offset, g_bytes_get_data (operation->bytes, NULL), length);
}

/* Counts what would reach the disk. Returns: whether there is power to do it. */
static gboolean
spend (void)
{
  if (armed && n_left-- == 0)
    {
      cut = TRUE;
      armed = FALSE;
    }

  return !cut;
}

static void
add_operation (Disk          *disk,
               gint64         offset,
               gconstpointer  bytes,
               gsize          length)
{
  Operation *operation = g_new0 (Operation, 1);

  operation->offset = offset;
  operation->bytes = bytes != NULL ? g_bytes_new (bytes, length) : NULL;
  g_ptr_array_add (disk->operations, operation);
}

static Disk *
get_disk (const char *path)
{
  Disk *disk = g_hash_table_lookup (disks, path);
  g_autofree char *content = NULL;
  gsize length;

  if (disk != NULL)
    return disk;

  disk = g_new0 (Disk, 1);
  disk->synced = g_byte_array_new ();
  disk->operations = g_ptr_array_new_with_free_func (free_operation);
  disk->named = g_file_get_contents (path, &content, &length, NULL);
  if (disk->named)
    g_byte_array_append (disk->synced, (guint8 *) content, length);
  g_hash_table_insert (disks, g_strdup (path), disk);

  return disk;
}

static int
close_file (sqlite3_file *file)
{
  return ((File *) file)->real->pMethods->xClose (((File *) file)->real);
}

static int
read_file (sqlite3_file *file,
           void         *buffer,
           int           length,
           sqlite3_int64 offset)
{
  return ((File *) file)->real->pMethods->xRead (((File *) file)->real, buffer, length, offset);
}

static int
write_file (sqlite3_file *file,
            const void   *buffer,
            int           length,
            sqlite3_int64 offset)
{
  File *self = (File *) file;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (self->disk != NULL)
    {
      gboolean was_cut = cut;
      gboolean powered = spend ();

      /* The one during which it is cut is on its way. */
      if (!was_cut)
        add_operation (self->disk, offset, buffer, length);
      if (!powered)
        return SQLITE_IOERR_WRITE;
    }

  return self->real->pMethods->xWrite (self->real, buffer, length, offset);
}

static int
truncate_file (sqlite3_file *file,
               sqlite3_int64 size)
{
  File *self = (File *) file;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (self->disk != NULL)
    {
      if (!spend ())
        return SQLITE_IOERR_TRUNCATE;
      add_operation (self->disk, size, NULL, 0);
    }

  return self->real->pMethods->xTruncate (self->real, size);
}

static int
sync_file (sqlite3_file *file,
           int           flags)
{
  File *self = (File *) file;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (self->disk == NULL)
    return SQLITE_OK;
  if (!spend ())
    return SQLITE_IOERR_FSYNC;

  for (guint i = 0; i < self->disk->operations->len; i++)
    {
      const Operation *operation = g_ptr_array_index (self->disk->operations, i);

      apply (self->disk->synced, operation,
             operation->bytes != NULL ? g_bytes_get_size (operation->bytes) : 0);
    }
  g_ptr_array_set_size (self->disk->operations, 0);
  self->disk->named = TRUE;

  return SQLITE_OK;
}

static int
get_file_size (sqlite3_file  *file,
               sqlite3_int64 *size)
{
  return ((File *) file)->real->pMethods->xFileSize (((File *) file)->real, size);
}

static int
lock_file (sqlite3_file *file,
           int           level)
{
  return ((File *) file)->real->pMethods->xLock (((File *) file)->real, level);
}

static int
unlock_file (sqlite3_file *file,
             int           level)
{
  return ((File *) file)->real->pMethods->xUnlock (((File *) file)->real, level);
}

static int
check_reserved_lock (sqlite3_file *file,
                     int          *locked)
{
  return ((File *) file)->real->pMethods->xCheckReservedLock (((File *) file)->real, locked);
}

static int
control_file (sqlite3_file *file,
              int           operation,
              void         *argument)
{
  return ((File *) file)->real->pMethods->xFileControl (((File *) file)->real, operation, argument);
}

static int
get_sector_size (sqlite3_file *file)
{
  return ((File *) file)->real->pMethods->xSectorSize (((File *) file)->real);
}

static int
get_device_characteristics (sqlite3_file *file)
{
  return ((File *) file)->real->pMethods->xDeviceCharacteristics (((File *) file)->real);
}

static int
map_index (sqlite3_file   *file,
           int             page,
           int             size,
           int             extend,
           void volatile **memory)
{
  return ((File *) file)->real->pMethods->xShmMap (((File *) file)->real, page, size, extend,
                                                   memory);
}

static int
lock_index (sqlite3_file *file,
            int           offset,
            int           n,
            int           flags)
{
  return ((File *) file)->real->pMethods->xShmLock (((File *) file)->real, offset, n, flags);
}

static void
order_index (sqlite3_file *file)
{
  ((File *) file)->real->pMethods->xShmBarrier (((File *) file)->real);
}

static int
unmap_index (sqlite3_file *file,
             int           remove)
{
  return ((File *) file)->real->pMethods->xShmUnmap (((File *) file)->real, remove);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = close_file,
  .xRead = read_file,
  .xWrite = write_file,
  .xTruncate = truncate_file,
  .xSync = sync_file,
  .xFileSize = get_file_size,
  .xLock = lock_file,
  .xUnlock = unlock_file,
  .xCheckReservedLock = check_reserved_lock,
  .xFileControl = control_file,
  .xSectorSize = get_sector_size,
  .xDeviceCharacteristics = get_device_characteristics,
  .xShmMap = map_index,
  .xShmLock = lock_index,
  .xShmBarrier = order_index,
  .xShmUnmap = unmap_index,
};

static int
open_file (sqlite3_vfs  *self,
           const char   *path,
           sqlite3_file *file,
           int           flags,
           int          *out_flags)
{
  File *opened = (File *) file;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  gboolean watched = (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL)) != 0 && path != NULL;
  int result;

  opened->real = (sqlite3_file *) (opened + 1);
  opened->disk = watched ? get_disk (path) : NULL;
  result = real_vfs->xOpen (real_vfs, path, opened->real, flags, out_flags);
  opened->parent.pMethods = opened->real->pMethods != NULL ? &methods : NULL;

  return result;
}

static int
delete_file (sqlite3_vfs *self,
             const char  *path,
             int          sync_folder)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (cut)
    return SQLITE_IOERR_DELETE;
  g_hash_table_remove (disks, path);

  return real_vfs->xDelete (real_vfs, path, sync_folder);
}

/* From now on, for every connection that is opened; once is enough for all tests of a program. */
void
unknot_test_power_set_up (void)
{
  if (disks != NULL)
    {
      g_hash_table_remove_all (disks);
      return;
    }

  disks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_disk);
  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "power";
  vfs.szOsFile = sizeof (File) + real_vfs->szOsFile;
  vfs.xOpen = open_file;
  vfs.xDelete = delete_file;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, TRUE), ==, SQLITE_OK);
}

/* Cuts the power when so many more things were asked of the disk. */
void
unknot_test_power_arm (guint n_operations)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  n_left = n_operations;
  armed = TRUE;
}

gboolean
unknot_test_power_is_cut (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  return cut;
}

/* Any part of what was not synced may have come to the disk, a write as far as a sector's end. */
static void
apply_some (Disk  *disk,
            GRand *random)
{
  for (guint i = 0; i < disk->operations->len; i++)
    {
      const Operation *operation = g_ptr_array_index (disk->operations, i);
      gsize length = operation->bytes != NULL ? g_bytes_get_size (operation->bytes) : 0;

      switch (g_rand_int_range (random, 0, 4))
        {
        case 0:
        case 1:
          break;
        case 2:
          apply (disk->synced, operation, length);
          break;
        default:
          if (length > 512)
            length = g_rand_int_range (random, 0, length / 512 + 1) * 512;
          apply (disk->synced, operation, length);
          break;
        }
    }
}

/* Makes the files what is left of them. Every connection must be closed. */
void
unknot_test_power_return (GRand *random)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  GHashTableIter iter;
  gpointer path, disk;

  g_hash_table_iter_init (&iter, disks);
  while (g_hash_table_iter_next (&iter, &path, &disk))
    {
      Disk *kept = disk;
      g_autofree char *index = g_strconcat (path, "-shm", NULL);

      g_unlink (index);
      apply_some (kept, random);
      if (!kept->named && g_rand_boolean (random))
        g_unlink (path);
      else
        g_assert_true (g_file_set_contents_full (path, (char *) kept->synced->data,
                                                 kept->synced->len, G_FILE_SET_CONTENTS_NONE, 0600,
                                                 NULL));
    }
  g_hash_table_remove_all (disks);
  cut = FALSE;
  armed = FALSE;
}
