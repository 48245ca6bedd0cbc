/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-storage"
#define _XOPEN_SOURCE 700 /* for nftw () */

#include "config.h"

#include "unknot-storage.h"

#include <ftw.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

struct _UnknotStorage
{
  char *diary;
  char *prefix;
  char *folder; /* nullable: removed in the end, with all that is in it */
};

static int
remove_cb (const char        *path,
           const struct stat *status,
           int                type,
           struct FTW        *place)
{
  remove (path);

  return 0;
}

/**
 * unknot_storage_new:
 * @diary: (nullable): the path of a diary, beside which the rest is kept as well; %NULL for the
 *   person's own
 *
 * Returns: (transfer full): where nothing was touched yet
 */
UnknotStorage *
unknot_storage_new (const char *diary)
{
  UnknotStorage *self = g_new0 (UnknotStorage, 1);

  if (diary != NULL)
    {
      self->diary = g_strdup (diary);
      self->prefix = g_strconcat (diary, ".", NULL);
    }
  else
    {
      self->prefix =
        g_build_filename (g_get_user_data_dir (), DATA_FOLDER, G_DIR_SEPARATOR_S, NULL);
      self->diary = g_strconcat (self->prefix, "diary.db", NULL);
    }

  return self;
}

/**
 * unknot_storage_new_demo:
 *
 * Makes a folder for this person alone, which goes with unknot_storage_free().
 *
 * Returns: (transfer full) (nullable): a place to try things in; %NULL with @error set, its message
 *   a sentence, where there is none
 */
UnknotStorage *
unknot_storage_new_demo (GError **error)
{
  UnknotStorage *self;
  g_autoptr (GError) local_error = NULL;
  char *folder = g_dir_make_tmp ("unknot-demo-XXXXXX", &local_error);

  if (folder == NULL)
    {
      g_set_error (error, local_error->domain, local_error->code,
                   _("There is no place for the made-up diary: %s."), local_error->message);
      return NULL;
    }

  self = g_new0 (UnknotStorage, 1);
  self->folder = folder;
  self->prefix = g_strconcat (folder, G_DIR_SEPARATOR_S, NULL);
  self->diary = g_strconcat (self->prefix, "diary.db", NULL);

  return self;
}

void
unknot_storage_free (UnknotStorage *self)
{
  if (self->folder != NULL)
    nftw (self->folder, remove_cb, 8, FTW_DEPTH | FTW_MOUNT | FTW_PHYS);
  g_free (self->diary);
  g_free (self->prefix);
  g_free (self->folder);
  g_free (self);
}

gboolean
unknot_storage_is_demo (UnknotStorage *self)
{
  return self->folder != NULL;
}

const char *
unknot_storage_get_diary_path (UnknotStorage *self)
{
  return self->diary;
}

/**
 * unknot_storage_get_prefix:
 *
 * Returns: where what belongs to the diary is kept: a path to which a file's name is added
 */
const char *
unknot_storage_get_prefix (UnknotStorage *self)
{
  return self->prefix;
}
