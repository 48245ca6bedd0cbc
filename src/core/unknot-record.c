/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-record"

#include "config.h"

#include "unknot-record.h"

#include "unknot-demo.h"
#include "unknot-diary-answers.h"

#include <glib/gi18n-lib.h>

/**
 * UnknotRecord:
 *
 * What the program keeps of a person: the check-up under way, the last one, and the diary. It puts
 * on the disk what is answered, and lets the one know what the other says.
 */
struct _UnknotRecord
{
  GObject parent_instance;

  UnknotClock *clock;
  UnknotCheckup *checkup;
  UnknotToday *today;
  UnknotDraft *checkup_draft;      /* the check-up under way … */
  UnknotDraft *last_checkup_draft; /* … and the last finished one */
  UnknotDraft *entry_draft;
  guint n_busy;  /* with so many things */
  gboolean opening;
  gboolean closing;
};

G_DEFINE_FINAL_TYPE (UnknotRecord, unknot_record, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  TOLD,
  DIARY_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static UnknotDiary *
get_diary (UnknotRecord *self)
{
  return unknot_today_get_diary (self->today);
}

static void
tell (UnknotRecord *self,
      const char   *message)
{
  g_signal_emit (self, signals[TOLD], 0, message);
}

static void
add_busy (UnknotRecord *self,
          int           n)
{
  gboolean busy = self->n_busy > 0;

  self->n_busy += n;
  if (busy != (self->n_busy > 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* --- Drafts --- */

static void
draft_failed_cb (UnknotRecord *self,
                 GError       *error)
{
  g_autofree char *message =
    g_strdup_printf (_("Your answers could not be kept on the disk: %s. They are still here as long "
                       "as the window is open."), error->message);

  tell (self, message);
}

static void
draft_saving_cb (UnknotRecord *self,
                 GParamSpec   *pspec,
                 UnknotDraft  *draft)
{
  add_busy (self, unknot_draft_is_saving (draft) ? 1 : -1);
}

static UnknotDraft *
create_draft (UnknotRecord *self,
              const char   *prefix,
              const char   *name)
{
  g_autofree char *path = g_strconcat (prefix, name, NULL);
  UnknotDraft *draft = unknot_draft_new (path);

  g_signal_connect_object (draft, "failed", G_CALLBACK (draft_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::saving", G_CALLBACK (draft_saving_cb), self,
                           G_CONNECT_SWAPPED);

  return draft;
}

static void
set_draft_aside (UnknotRecord *self,
                 UnknotDraft  *draft,
                 const GError *reason)
{
  g_autoptr (GDateTime) now = unknot_clock_get_now (self->clock);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = unknot_draft_set_aside (draft, now, &error);
  g_autofree char *message =
    path != NULL
      ? g_strdup_printf (_("The check-up you had begun could not be read. It is kept as “%s”."), path)
      : g_strdup (error->message);

  g_info ("%s", reason->message);
  tell (self, message);
}

static void
resume_from (UnknotRecord *self,
             UnknotDraft  *draft,
             gboolean    (*load_draft) (UnknotCheckup *, GBytes *, GError **))
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = unknot_draft_load (draft, &error);

  if (error != NULL)
    {
      g_autofree char *message =
        g_strdup_printf (_("The check-up you had begun could not be read: %s."), error->message);

      tell (self, message);
      return;
    }
  if (content != NULL && !load_draft (self->checkup, content, &error))
    set_draft_aside (self, draft, error);
}

static void
save_checkup (UnknotRecord *self)
{
  g_autoptr (GBytes) content = unknot_checkup_save (self->checkup);

  unknot_draft_save (self->checkup_draft, content);
  if (unknot_checkup_is_finished (self->checkup))
    unknot_draft_save (self->last_checkup_draft, content);
}

/* --- What the one says to the other --- */

static void
check_saved_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (UnknotRecord) self = user_data;
  g_autoptr (GError) error = NULL;

  add_busy (self, -1);
  if (!unknot_diary_change_finish (UNKNOT_DIARY (source), result, &error))
    {
      g_autofree char *message =
        g_strdup_printf (_("The result could not be written into the diary. %s It is still here as "
                           "your last check-up."), error->message);

      tell (self, message);
    }
}

static void
checkup_finished_cb (UnknotRecord *self)
{
  g_autoptr (UnknotCheck) check = NULL;

  save_checkup (self);
  if (!unknot_checkup_is_finished (self->checkup))
    return;

  check = unknot_checkup_to_check (self->checkup);
  add_busy (self, 1);
  unknot_diary_save_async (get_diary (self), UNKNOT_ENTRY (check), check_saved_cb,
                           g_object_ref (self));
}

static void
today_changed_cb (UnknotRecord *self)
{
  UnknotTrends *trends = unknot_today_get_trends (self->today);
  UnknotProtocol *protocol = unknot_checkup_get_protocol (self->checkup);
  g_autoptr (UnknotAnswers) answers = NULL;

  if (trends == NULL)
    return;

  answers = unknot_diary_answers_new (trends, unknot_protocol_get_questionnaire (protocol));
  unknot_checkup_set_diary_answers (self->checkup, answers);
}

/* --- The diary's life --- */

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (UnknotRecord) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!unknot_diary_close_finish (UNKNOT_DIARY (source), result, &error))
    tell (self, error->message);
  self->closing = FALSE;
  add_busy (self, -1);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (UnknotRecord) self = user_data;
  g_autoptr (GError) error = NULL;

  self->opening = FALSE;
  if (!unknot_diary_open_finish (UNKNOT_DIARY (source), result, &error))
    g_signal_emit (self, signals[DIARY_FAILED], 0, error);
  if (self->closing)
    unknot_record_close (self);
  add_busy (self, -1);
}

static void
made_up_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (UnknotRecord) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!unknot_diary_change_finish (UNKNOT_DIARY (source), result, &error))
    tell (self, error->message);
  add_busy (self, -1);
}

static void
unknot_record_dispose (GObject *object)
{
  UnknotRecord *self = UNKNOT_RECORD (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->checkup);
  g_clear_object (&self->today);
  g_clear_object (&self->checkup_draft);
  g_clear_object (&self->last_checkup_draft);
  g_clear_object (&self->entry_draft);

  G_OBJECT_CLASS (unknot_record_parent_class)->dispose (object);
}

static void
unknot_record_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  UnknotRecord *self = UNKNOT_RECORD (object);

  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, unknot_record_is_busy (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_record_class_init (UnknotRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = unknot_record_dispose;
  object_class->get_property = unknot_record_get_property;

  /**
   * UnknotRecord:busy:
   *
   * Whether something is on its way to the disk: the program must not end.
   */
  properties[PROP_BUSY] =
    g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * UnknotRecord::told:
   * @message: sentences
   *
   * There is something that the person has to know.
   */
  signals[TOLD] = g_signal_new ("told", UNKNOT_TYPE_RECORD, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * UnknotRecord::diary-failed:
   * @error: why
   *
   * The diary could not be opened. It is as it was.
   */
  signals[DIARY_FAILED] = g_signal_new ("diary-failed", UNKNOT_TYPE_RECORD, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
unknot_record_init (UnknotRecord *self)
{
}

/**
 * unknot_record_new:
 * @first_weekday: with which weeks begin
 * @diary_path: the file of the diary
 * @draft_prefix: where what is not finished is kept: a path to which a file's name is added
 */
UnknotRecord *
unknot_record_new (UnknotProtocol *protocol,
                   UnknotClock    *clock,
                   GDateWeekday    first_weekday,
                   const char     *diary_path,
                   const char     *draft_prefix)
{
  UnknotRecord *self = g_object_new (UNKNOT_TYPE_RECORD, NULL);
  g_autoptr (UnknotDiary) diary = unknot_diary_new (diary_path, clock);

  self->clock = g_object_ref (clock);
  self->checkup = unknot_checkup_new (protocol, clock);
  self->today = unknot_today_new (diary, first_weekday);
  self->checkup_draft = create_draft (self, draft_prefix, "checkup.json");
  self->last_checkup_draft = create_draft (self, draft_prefix, "last-checkup.json");
  self->entry_draft = create_draft (self, draft_prefix, "entry.json");

  return self;
}

/**
 * unknot_record_get_checkup:
 *
 * Returns: (transfer none): the check-up under way
 */
UnknotCheckup *
unknot_record_get_checkup (UnknotRecord *self)
{
  g_return_val_if_fail (UNKNOT_IS_RECORD (self), NULL);

  return self->checkup;
}

/**
 * unknot_record_get_today:
 *
 * Returns: (transfer none): what the diary says now
 */
UnknotToday *
unknot_record_get_today (UnknotRecord *self)
{
  g_return_val_if_fail (UNKNOT_IS_RECORD (self), NULL);

  return self->today;
}

/**
 * unknot_record_get_draft:
 *
 * Returns: (transfer none): where an entry is kept while it is written
 */
UnknotDraft *
unknot_record_get_draft (UnknotRecord *self)
{
  g_return_val_if_fail (UNKNOT_IS_RECORD (self), NULL);

  return self->entry_draft;
}

gboolean
unknot_record_is_busy (UnknotRecord *self)
{
  g_return_val_if_fail (UNKNOT_IS_RECORD (self), FALSE);

  return self->n_busy > 0;
}

/**
 * unknot_record_is_unsaved:
 *
 * Returns: whether something could not be put on the disk, and would be lost if the program ended
 */
gboolean
unknot_record_is_unsaved (UnknotRecord *self)
{
  g_return_val_if_fail (UNKNOT_IS_RECORD (self), FALSE);

  return unknot_record_is_checkup_unsaved (self) || unknot_draft_is_unsaved (self->entry_draft);
}

/**
 * unknot_record_is_checkup_unsaved:
 *
 * Returns: whether it is answers to the check-up that could not be put on the disk
 */
gboolean
unknot_record_is_checkup_unsaved (UnknotRecord *self)
{
  g_return_val_if_fail (UNKNOT_IS_RECORD (self), FALSE);

  return unknot_draft_is_unsaved (self->checkup_draft) ||
         unknot_draft_is_unsaved (self->last_checkup_draft);
}

/**
 * unknot_record_retry:
 *
 * Tries once more to put on the disk what could not be. #UnknotRecord:busy tells how long.
 */
void
unknot_record_retry (UnknotRecord *self)
{
  g_return_if_fail (UNKNOT_IS_RECORD (self));

  unknot_draft_retry (self->checkup_draft);
  unknot_draft_retry (self->last_checkup_draft);
  unknot_draft_retry (self->entry_draft);
}

/**
 * unknot_record_open:
 *
 * Takes up what was begun, and starts to open the diary: #UnknotRecord::diary-failed tells where
 * that failed.
 */
void
unknot_record_open (UnknotRecord *self)
{
  g_return_if_fail (UNKNOT_IS_RECORD (self));

  resume_from (self, self->last_checkup_draft, unknot_checkup_load_last);
  resume_from (self, self->checkup_draft, unknot_checkup_load);
  g_signal_connect_object (self->checkup, "notify::assessment", G_CALLBACK (save_checkup), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->checkup, "notify::finished", G_CALLBACK (checkup_finished_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->today, "changed", G_CALLBACK (today_changed_cb), self,
                           G_CONNECT_SWAPPED);

  self->opening = TRUE;
  add_busy (self, 1);
  unknot_diary_open_async (get_diary (self), opened_cb, g_object_ref (self));
}

/**
 * unknot_record_make_up:
 *
 * Fills the diary with a made-up year. It is to be a new one, which unknot_record_open() just makes.
 */
void
unknot_record_make_up (UnknotRecord *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  g_return_if_fail (UNKNOT_IS_RECORD (self));

  now = unknot_clock_get_now (self->clock);
  entries = unknot_demo_create_year (unknot_checkup_get_protocol (self->checkup), now);
  add_busy (self, 1);
  unknot_diary_save_all_async (get_diary (self), entries, made_up_cb, g_object_ref (self));
}

/**
 * unknot_record_close:
 *
 * Closes the diary when all is written that was to be saved. Nothing can be saved in it afterwards.
 */
void
unknot_record_close (UnknotRecord *self)
{
  g_return_if_fail (UNKNOT_IS_RECORD (self));

  self->closing = TRUE;
  if (self->opening || !unknot_diary_is_open (get_diary (self)))
    return;

  add_busy (self, 1);
  unknot_diary_close_async (get_diary (self), closed_cb, g_object_ref (self));
}
