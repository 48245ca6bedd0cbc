/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-file-error"

#include "config.h"

#include "unknot-file-error.h"

#include <errno.h>

/* Those that writing a file can end with. */
static const struct
{
  GFileError code;
  int number;
} reasons[] = {
  { G_FILE_ERROR_ACCES, EACCES },
  { G_FILE_ERROR_EXIST, EEXIST },
  { G_FILE_ERROR_INVAL, EINVAL },
  { G_FILE_ERROR_IO, EIO },
  { G_FILE_ERROR_ISDIR, EISDIR },
  { G_FILE_ERROR_LOOP, ELOOP },
  { G_FILE_ERROR_MFILE, EMFILE },
  { G_FILE_ERROR_NAMETOOLONG, ENAMETOOLONG },
  { G_FILE_ERROR_NFILE, ENFILE },
  { G_FILE_ERROR_NODEV, ENODEV },
  { G_FILE_ERROR_NOENT, ENOENT },
  { G_FILE_ERROR_NOMEM, ENOMEM },
  { G_FILE_ERROR_NOSPC, ENOSPC },
  { G_FILE_ERROR_NOTDIR, ENOTDIR },
  { G_FILE_ERROR_NXIO, ENXIO },
  { G_FILE_ERROR_PERM, EPERM },
  { G_FILE_ERROR_ROFS, EROFS },
  { G_FILE_ERROR_TXTBSY, ETXTBSY },
};

/**
 * unknot_file_error_get_reason:
 * @error: why a file could not be read or written
 *
 * Returns: the reason alone, as the system says it: no names of functions and of files that the
 *   person never chose, as are in the words of GLib; its words where there is nothing else
 */
const char *
unknot_file_error_get_reason (const GError *error)
{
  for (guint i = 0; error->domain == G_FILE_ERROR && i < G_N_ELEMENTS (reasons); i++)
    {
      if (error->code == (int) reasons[i].code)
        return g_strerror (reasons[i].number);
    }

  return error->message;
}
