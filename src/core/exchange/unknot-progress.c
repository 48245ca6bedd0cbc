/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-progress"

#include "config.h"

#include "unknot-progress.h"

/**
 * UnknotProgress:
 *
 * How far something is that takes long, and whether it shall be stopped. It is done beside the main
 * loop, and shown on it.
 */
struct _UnknotProgress
{
  GObject parent_instance;

  GMainContext *context;
  GCancellable *cancellable;
  double part;
  int told; /* percent, for whoever does it */
};

typedef struct
{
  UnknotProgress *progress;
  double part;
} Step;

G_DEFINE_FINAL_TYPE (UnknotProgress, unknot_progress, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PART,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
free_step (gpointer data)
{
  Step *step = data;

  g_object_unref (step->progress);
  g_free (step);
}

static gboolean
show_step_cb (gpointer data)
{
  Step *step = data;

  step->progress->part = step->part;
  g_object_notify_by_pspec (G_OBJECT (step->progress), properties[PROP_PART]);

  return G_SOURCE_REMOVE;
}

static void
unknot_progress_finalize (GObject *object)
{
  UnknotProgress *self = UNKNOT_PROGRESS (object);

  g_main_context_unref (self->context);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (unknot_progress_parent_class)->finalize (object);
}

static void
unknot_progress_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  UnknotProgress *self = UNKNOT_PROGRESS (object);

  switch (prop_id)
    {
    case PROP_PART:
      g_value_set_double (value, unknot_progress_get_part (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_progress_class_init (UnknotProgressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_progress_finalize;
  object_class->get_property = unknot_progress_get_property;

  /**
   * UnknotProgress:part:
   *
   * How much is done, from 0 to 1.
   */
  properties[PROP_PART] =
    g_param_spec_double ("part", NULL, NULL, 0, 1, 0,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
unknot_progress_init (UnknotProgress *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->cancellable = g_cancellable_new ();
  self->told = -1;
}

/**
 * unknot_progress_new:
 *
 * Returns: (transfer full): the progress of one piece of work, shown on this thread's main loop
 */
UnknotProgress *
unknot_progress_new (void)
{
  return g_object_new (UNKNOT_TYPE_PROGRESS, NULL);
}

double
unknot_progress_get_part (UnknotProgress *self)
{
  g_return_val_if_fail (UNKNOT_IS_PROGRESS (self), 0);

  return self->part;
}

/**
 * unknot_progress_stop:
 *
 * Asks whoever does the work to stop, and to leave everything as it was before.
 */
void
unknot_progress_stop (UnknotProgress *self)
{
  g_return_if_fail (UNKNOT_IS_PROGRESS (self));

  g_cancellable_cancel (self->cancellable);
}

/**
 * unknot_progress_step:
 * @self: (nullable): who waits for it
 * @part: how much is done, from 0 to 1
 *
 * For whoever does the work, on any one thread: called again and again.
 *
 * Returns: %FALSE with @error set to %G_IO_ERROR_CANCELLED where it shall stop
 */
gboolean
unknot_progress_step (UnknotProgress  *self,
                      double           part,
                      GError         **error)
{
  g_autoptr (GSource) source = NULL;
  Step *step;

  if (self == NULL)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if ((int) (part * 100) == self->told)
    return TRUE;

  self->told = part * 100;
  step = g_new0 (Step, 1);
  step->progress = g_object_ref (self);
  step->part = part;
  source = g_idle_source_new ();
  g_source_set_callback (source, show_step_cb, step, free_step);
  g_source_attach (source, self->context);

  return TRUE;
}
