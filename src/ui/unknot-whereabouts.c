/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-whereabouts"

#include "config.h"

#include "unknot-whereabouts.h"

#include "unknot-country.h"

#include <glib/gi18n.h>
#include <locale.h>

/**
 * UnknotWhereabouts:
 *
 * Which emergency number is the person's: of the country they chose, else of the one that the time
 * zone and the language speak for.
 */
struct _UnknotWhereabouts
{
  GObject parent_instance;

  UnknotEmergencyNumbers *numbers;
  GSettings *settings;
  char *guess; /* nullable */
  gboolean guess_is_certain;
};

G_DEFINE_FINAL_TYPE (UnknotWhereabouts, unknot_whereabouts, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NUMBER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What stands for “another country” in the settings, where empty means not chosen. */
#define OTHER_COUNTRY "--"

static void
guess_country (UnknotWhereabouts *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *zone_tab = unknot_country_load_zone_tab ();

  self->guess = unknot_country_guess (g_time_zone_get_identifier (zone), zone_tab,
                                      setlocale (LC_MESSAGES, NULL), &self->guess_is_certain);
}

static void
country_changed_cb (UnknotWhereabouts *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NUMBER]);
}

static void
unknot_whereabouts_dispose (GObject *object)
{
  UnknotWhereabouts *self = UNKNOT_WHEREABOUTS (object);

  g_clear_object (&self->numbers);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->guess, g_free);

  G_OBJECT_CLASS (unknot_whereabouts_parent_class)->dispose (object);
}

static void
unknot_whereabouts_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  UnknotWhereabouts *self = UNKNOT_WHEREABOUTS (object);

  switch (prop_id)
    {
    case PROP_NUMBER:
      g_value_set_object (value, unknot_whereabouts_get_number (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_whereabouts_class_init (UnknotWhereaboutsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = unknot_whereabouts_dispose;
  object_class->get_property = unknot_whereabouts_get_property;

  /**
   * UnknotWhereabouts:number:
   *
   * The person's emergency number.
   */
  properties[PROP_NUMBER] =
    g_param_spec_object ("number", NULL, NULL, UNKNOT_TYPE_EMERGENCY_NUMBER,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
unknot_whereabouts_init (UnknotWhereabouts *self)
{
}

UnknotWhereabouts *
unknot_whereabouts_new (UnknotEmergencyNumbers *numbers,
                        GSettings              *settings)
{
  UnknotWhereabouts *self = g_object_new (UNKNOT_TYPE_WHEREABOUTS, NULL);

  self->numbers = g_object_ref (numbers);
  self->settings = g_object_ref (settings);
  guess_country (self);
  g_signal_connect_object (settings, "changed::country", G_CALLBACK (country_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * unknot_whereabouts_get_number:
 *
 * Returns: (transfer none): the person's emergency number, or that for all countries not known
 */
UnknotEmergencyNumber *
unknot_whereabouts_get_number (UnknotWhereabouts *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, "country");
  const char *country = *chosen != '\0' ? chosen : self->guess;
  UnknotEmergencyNumber *number =
    country != NULL ? unknot_emergency_numbers_lookup (self->numbers, country) : NULL;

  return number != NULL ? number : unknot_emergency_numbers_get_default (self->numbers);
}

/**
 * unknot_whereabouts_dup_call:
 *
 * Returns: (transfer full): whom to call in an emergency, in a sentence
 */
char *
unknot_whereabouts_dup_call (UnknotWhereabouts *self)
{
  UnknotEmergencyNumber *number;
  const char *digits;

  g_return_val_if_fail (UNKNOT_IS_WHEREABOUTS (self), NULL);

  number = unknot_whereabouts_get_number (self);
  digits = unknot_emergency_number_get_number (number);

  return *unknot_emergency_number_get_country (number) != '\0'
           ? g_strdup_printf (_("In an emergency, call %s."), digits)
           : g_strdup_printf (_("In an emergency, call %s or your local number."), digits);
}

/**
 * unknot_whereabouts_get_numbers:
 *
 * Returns: (transfer none): a list of #UnknotEmergencyNumber to choose from
 */
GListModel *
unknot_whereabouts_get_numbers (UnknotWhereabouts *self)
{
  return G_LIST_MODEL (self->numbers);
}

/**
 * unknot_whereabouts_is_certain:
 *
 * Returns: %FALSE where the person did not choose, and time zone and language say different things
 */
gboolean
unknot_whereabouts_is_certain (UnknotWhereabouts *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, "country");

  return *chosen != '\0' || self->guess_is_certain;
}

/**
 * unknot_whereabouts_set_number:
 *
 * Takes @number as the person's, from now on.
 */
void
unknot_whereabouts_set_number (UnknotWhereabouts     *self,
                               UnknotEmergencyNumber *number)
{
  const char *country = unknot_emergency_number_get_country (number);

  g_settings_set_string (self->settings, "country", *country != '\0' ? country : OTHER_COUNTRY);
}
