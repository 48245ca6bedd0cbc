/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-draft"

#include "config.h"

#include "unknot-draft.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include <errno.h>
#include <fcntl.h>

/**
 * UnknotDraft:
 *
 * A file that always holds the last thing that was saved to it, whole: after a crash, too. Saving
 * is done beside the main loop, one write at a time; of what comes meanwhile only the last is
 * written. What could not be written stays in memory.
 */
struct _UnknotDraft
{
  GObject parent_instance;

  char *path;
  GBytes *content; /* nullable: while saving or unsaved, what the file shall hold; %NULL: none */
  gboolean is_waiting; /* it is to be written after the write under way */
  gboolean saving;
  gboolean unsaved;
};

/* What the thread is given. */
typedef struct
{
  char *path;
  GBytes *content; /* nullable: there shall be no file */
} Work;

G_DEFINE_FINAL_TYPE (UnknotDraft, unknot_draft, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SAVING,
  PROP_UNSAVED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void start_saving (UnknotDraft *self);

static gboolean
fail (int      code,
      GError **error)
{
  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (code), g_strerror (code));

  return FALSE;
}

static gboolean
write_file (const char  *path,
            GBytes      *content,
            GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gsize length;
  const char *text = g_bytes_get_data (content, &length);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (errno, error);

  return g_file_set_contents_full (path, text, length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, error);
}

/* That the file is gone is on the disk only when its folder is. */
static gboolean
remove_file (const char  *path,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor;
  gboolean synced;

  if (g_unlink (path) != 0)
    return errno == ENOENT || fail (errno, error);

  descriptor = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (descriptor < 0)
    return fail (errno, error);

  synced = g_fsync (descriptor) == 0 || fail (errno, error);

  return g_close (descriptor, synced ? error : NULL) && synced;
}

static void
free_work (gpointer data)
{
  Work *work = data;

  g_free (work->path);
  g_clear_pointer (&work->content, g_bytes_unref);
  g_free (work);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;

  if (work->content != NULL ? write_file (work->path, work->content, &error)
                            : remove_file (work->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
set_unsaved (UnknotDraft *self,
             gboolean     unsaved)
{
  if (self->unsaved == unsaved)
    return;

  self->unsaved = unsaved;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNSAVED]);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (UnknotDraft) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean good = g_task_propagate_boolean (G_TASK (result), &error);

  set_unsaved (self, !good && self->content != NULL);
  if (!good)
    g_signal_emit (self, signals[FAILED], 0, error);

  if (self->is_waiting)
    {
      start_saving (self);
      return;
    }

  self->saving = FALSE;
  if (!self->unsaved)
    g_clear_pointer (&self->content, g_bytes_unref);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVING]);
}

static void
start_saving (UnknotDraft *self)
{
  /* The draft stays out of it: the thread may let go of the task last. */
  g_autoptr (GTask) task = g_task_new (NULL, NULL, saved_cb, g_object_ref (self));
  Work *work = g_new0 (Work, 1);

  self->is_waiting = FALSE;
  work->path = g_strdup (self->path);
  work->content = self->content != NULL ? g_bytes_ref (self->content) : NULL;
  g_task_set_source_tag (task, start_saving);
  g_task_set_task_data (task, work, free_work);
  g_task_run_in_thread (task, save_in_thread);
}

static void
take (UnknotDraft *self,
      GBytes      *content)
{
  if (content != NULL)
    g_bytes_ref (content);
  g_clear_pointer (&self->content, g_bytes_unref);
  self->content = content;
  if (content == NULL)
    set_unsaved (self, FALSE);
  if (self->saving)
    {
      self->is_waiting = TRUE;
      return;
    }

  self->saving = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVING]);
  start_saving (self);
}

static void
unknot_draft_finalize (GObject *object)
{
  UnknotDraft *self = UNKNOT_DRAFT (object);

  g_clear_pointer (&self->content, g_bytes_unref);
  g_free (self->path);

  G_OBJECT_CLASS (unknot_draft_parent_class)->finalize (object);
}

static void
unknot_draft_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  UnknotDraft *self = UNKNOT_DRAFT (object);

  switch (prop_id)
    {
    case PROP_SAVING:
      g_value_set_boolean (value, self->saving);
      break;
    case PROP_UNSAVED:
      g_value_set_boolean (value, self->unsaved);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_draft_class_init (UnknotDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_draft_finalize;
  object_class->get_property = unknot_draft_get_property;

  /**
   * UnknotDraft:saving:
   *
   * Whether something is on its way to the disk.
   */
  properties[PROP_SAVING] =
    g_param_spec_boolean ("saving", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * UnknotDraft:unsaved:
   *
   * Whether what was last to be saved could not be: it is in memory alone, until it is written, or
   * cleared, after all. A file that could not be taken away is nothing that can be lost.
   */
  properties[PROP_UNSAVED] =
    g_param_spec_boolean ("unsaved", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * UnknotDraft::failed:
   * @error: why
   *
   * Something could not be saved. What was saved before is still there.
   */
  signals[FAILED] = g_signal_new ("failed", UNKNOT_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
unknot_draft_init (UnknotDraft *self)
{
}

/**
 * unknot_draft_new:
 * @path: the file; its folder is made, for the person alone, when something is saved
 */
UnknotDraft *
unknot_draft_new (const char *path)
{
  UnknotDraft *self = g_object_new (UNKNOT_TYPE_DRAFT, NULL);

  self->path = g_strdup (path);

  return self;
}

/**
 * unknot_draft_load:
 * @error: set where there is a file that cannot be read
 *
 * Returns: (transfer full) (nullable): what was last saved, be it on the disk yet or not; %NULL
 *   without an error where nothing was
 */
GBytes *
unknot_draft_load (UnknotDraft  *self,
                   GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  char *content;
  gsize length;

  g_return_val_if_fail (UNKNOT_IS_DRAFT (self), NULL);

  if (self->saving || self->unsaved)
    return self->content != NULL ? g_bytes_ref (self->content) : NULL;

  if (g_file_get_contents (self->path, &content, &length, &local_error))
    return g_bytes_new_take (content, length);

  if (!g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/**
 * unknot_draft_set_aside:
 * @now: names the file that is kept
 *
 * Keeps a file that cannot be used under another name.
 *
 * Returns: (transfer full) (nullable): the path where it is now
 */
char *
unknot_draft_set_aside (UnknotDraft  *self,
                        GDateTime    *now,
                        GError      **error)
{
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *path = g_strdup_printf ("%s.%s.broken", self->path, time);
  int code;

  g_return_val_if_fail (UNKNOT_IS_DRAFT (self), NULL);

  if (g_rename (self->path, path) == 0)
    return g_steal_pointer (&path);

  code = errno;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
               _("“%s” could not be renamed: %s."), self->path, g_strerror (code));

  return NULL;
}

/**
 * unknot_draft_save:
 * @content: what the file shall hold
 *
 * Writes @content to the disk as soon as may be. #UnknotDraft::failed tells where that failed.
 */
void
unknot_draft_save (UnknotDraft *self,
                   GBytes      *content)
{
  g_return_if_fail (UNKNOT_IS_DRAFT (self));
  g_return_if_fail (content != NULL);

  take (self, content);
}

/**
 * unknot_draft_clear:
 *
 * Takes the file away, after all that was to be saved so far. #UnknotDraft::failed tells where that
 * failed.
 */
void
unknot_draft_clear (UnknotDraft *self)
{
  g_return_if_fail (UNKNOT_IS_DRAFT (self));

  take (self, NULL);
}

gboolean
unknot_draft_is_saving (UnknotDraft *self)
{
  g_return_val_if_fail (UNKNOT_IS_DRAFT (self), FALSE);

  return self->saving;
}

/**
 * unknot_draft_retry:
 *
 * Writes what is unsaved once more, unless a write is under way.
 */
void
unknot_draft_retry (UnknotDraft *self)
{
  g_return_if_fail (UNKNOT_IS_DRAFT (self));

  if (self->unsaved && !self->saving)
    take (self, self->content);
}

gboolean
unknot_draft_is_unsaved (UnknotDraft *self)
{
  g_return_val_if_fail (UNKNOT_IS_DRAFT (self), FALSE);

  return self->unsaved;
}
