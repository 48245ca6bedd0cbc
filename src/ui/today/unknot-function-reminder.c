/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-function-reminder"

#include "config.h"

#include "unknot-function-reminder.h"

#include "unknot-period.h"

/* The questions are about a week. */
#define INTERVAL 7

/**
 * UnknotFunctionReminder:
 *
 * Whether it is time to ask about pain and function: once a week, where the person wants that.
 */
struct _UnknotFunctionReminder
{
  GObject parent_instance;

  UnknotToday *today;
  GSettings *settings;
  gboolean is_due;
};

G_DEFINE_FINAL_TYPE (UnknotFunctionReminder, unknot_function_reminder, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DUE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static int
get_local_day (UnknotFunctionReminder *self)
{
  g_autoptr (UnknotMoment) now =
    unknot_moment_new_now (unknot_diary_get_clock (unknot_today_get_diary (self->today)));

  return unknot_moment_get_day (now);
}

/* What is of a day to come says nothing: the clock was wrong then. */
static gboolean
is_recent (UnknotFunctionReminder *self,
           int                     day)
{
  int today = get_local_day (self);

  return day <= today && day > unknot_period_shift_day (today, -INTERVAL);
}

static gboolean
find_out (UnknotFunctionReminder *self)
{
  UnknotPeg *peg = unknot_today_get_peg (self->today);

  /* Before the diary was read nobody knows when it was asked last. */
  if (unknot_today_get_trends (self->today) == NULL ||
      !g_settings_get_boolean (self->settings, "ask-function") ||
      is_recent (self, g_settings_get_int (self->settings, "function-dismissed")))
    return FALSE;

  return peg == NULL ||
         !is_recent (self, unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (peg))));
}

static void
update (UnknotFunctionReminder *self)
{
  gboolean is_due = find_out (self);

  if (self->is_due == is_due)
    return;

  self->is_due = is_due;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DUE]);
}

static void
unknot_function_reminder_dispose (GObject *object)
{
  UnknotFunctionReminder *self = UNKNOT_FUNCTION_REMINDER (object);

  g_clear_object (&self->today);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (unknot_function_reminder_parent_class)->dispose (object);
}

static void
unknot_function_reminder_get_property (GObject    *object,
                                       guint       prop_id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  UnknotFunctionReminder *self = UNKNOT_FUNCTION_REMINDER (object);

  switch (prop_id)
    {
    case PROP_DUE:
      g_value_set_boolean (value, self->is_due);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_function_reminder_class_init (UnknotFunctionReminderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = unknot_function_reminder_dispose;
  object_class->get_property = unknot_function_reminder_get_property;

  /**
   * UnknotFunctionReminder:due:
   *
   * Whether it is time to ask.
   */
  properties[PROP_DUE] =
    g_param_spec_boolean ("due", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
unknot_function_reminder_init (UnknotFunctionReminder *self)
{
}

/**
 * unknot_function_reminder_new:
 * @today: which knows when the person answered last
 * @settings: which say whether to ask, and when the person did not want to answer
 */
UnknotFunctionReminder *
unknot_function_reminder_new (UnknotToday *today,
                              GSettings   *settings)
{
  UnknotFunctionReminder *self = g_object_new (UNKNOT_TYPE_FUNCTION_REMINDER, NULL);

  self->today = g_object_ref (today);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (today, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

/**
 * unknot_function_reminder_is_due:
 *
 * Returns: whether it is time to ask
 */
gboolean
unknot_function_reminder_is_due (UnknotFunctionReminder *self)
{
  g_return_val_if_fail (UNKNOT_IS_FUNCTION_REMINDER (self), FALSE);

  return self->is_due;
}

/**
 * unknot_function_reminder_dismiss:
 *
 * The person does not want to answer: it is not asked again for a week.
 */
void
unknot_function_reminder_dismiss (UnknotFunctionReminder *self)
{
  g_return_if_fail (UNKNOT_IS_FUNCTION_REMINDER (self));

  g_settings_set_int (self->settings, "function-dismissed", get_local_day (self));
}
