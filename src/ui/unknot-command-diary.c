/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-command-diary"

#include "config.h"

#include "unknot-command-diary.h"

#include "unknot-demo.h"
#include "unknot-storage.h"

#include <glib/gi18n.h>

struct _UnknotCommandDiary
{
  UnknotStorage *storage;
  UnknotDiary *diary;
};

static void
close_diary (UnknotDiary *diary)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (!unknot_diary_is_open (diary))
    return;

  unknot_diary_close_async (diary, unknot_command_diary_take_cb, &result);
  unknot_command_diary_wait (&result);
}

static gboolean
open_diary (UnknotDiary  *diary,
            GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  unknot_diary_open_async (diary, unknot_command_diary_take_cb, &result);
  unknot_command_diary_wait (&result);

  return unknot_diary_open_finish (diary, result, error);
}

static gboolean
make_up (UnknotDiary  *diary,
         GError      **error)
{
  g_autoptr (UnknotProtocol) protocol =
    unknot_protocol_new_from_resource (RESOURCE_PATH "/protocol", error);
  g_autoptr (GDateTime) now = unknot_clock_get_now (unknot_diary_get_clock (diary));
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  if (protocol == NULL)
    return FALSE;

  entries = unknot_demo_create_year (protocol, now);
  unknot_diary_save_all_async (diary, entries, unknot_command_diary_take_cb, &result);
  unknot_command_diary_wait (&result);

  return unknot_diary_change_finish (diary, result, error);
}

/**
 * unknot_command_diary_open:
 * @path: (nullable): a diary to use instead of the person's own
 * @demo: whether to make one up instead, which is gone afterwards
 * @make: whether to make one where there is none
 *
 * Returns: (transfer full) (nullable): %NULL with @error set where there is no diary to work on
 */
UnknotCommandDiary *
unknot_command_diary_open (const char  *path,
                           gboolean     demo,
                           gboolean     make,
                           GError     **error)
{
  g_autoptr (UnknotClock) clock = unknot_clock_new ();
  UnknotStorage *storage = demo ? unknot_storage_new_demo (error) : unknot_storage_new (path);
  g_autoptr (UnknotCommandDiary) self = NULL;

  if (storage == NULL)
    return NULL;

  self = g_new0 (UnknotCommandDiary, 1);
  self->storage = storage;
  self->diary = unknot_diary_new (unknot_storage_get_diary_path (storage), clock);
  if (!demo && !make && !g_file_test (unknot_diary_get_path (self->diary), G_FILE_TEST_EXISTS))
    {
      g_set_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_NOT_FOUND,
                   _("There is no diary yet: “%s” does not exist."),
                   unknot_diary_get_path (self->diary));
      return NULL;
    }
  if (!open_diary (self->diary, error) || (demo && !make_up (self->diary, error)))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * unknot_command_diary_close:
 * @self: (transfer full): closed when all is written that was asked for
 */
void
unknot_command_diary_close (UnknotCommandDiary *self)
{
  close_diary (self->diary);
  g_object_unref (self->diary);
  unknot_storage_free (self->storage);
  g_free (self);
}

/**
 * unknot_command_diary_get:
 *
 * Returns: (transfer none): the diary, open
 */
UnknotDiary *
unknot_command_diary_get (UnknotCommandDiary *self)
{
  return self->diary;
}

/**
 * unknot_command_diary_take_cb:
 * @user_data: where unknot_command_diary_wait() waits for @result
 */
void
unknot_command_diary_take_cb (GObject      *source,
                              GAsyncResult *result,
                              gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/**
 * unknot_command_diary_wait:
 * @result: (inout) (transfer full): filled by unknot_command_diary_take_cb()
 *
 * A command has nothing else to do meanwhile.
 */
void
unknot_command_diary_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}
