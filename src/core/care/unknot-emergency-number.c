/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-emergency-number"

#include "config.h"

#include "unknot-emergency-number.h"

#include <glib/gi18n-lib.h>

/**
 * UnknotEmergencyNumber:
 *
 * The number that calls an ambulance in one country. It never changes.
 */
struct _UnknotEmergencyNumber
{
  GObject parent_instance;

  char *country;
  char *name;
  char *aliases;
  char *number;
  char *also;
};

G_DEFINE_FINAL_TYPE (UnknotEmergencyNumber, unknot_emergency_number, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_COUNTRY,
  PROP_NAME,
  PROP_NUMBER,
  PROP_ALSO,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
unknot_emergency_number_get_property (GObject    *object,
                                      guint       property_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  UnknotEmergencyNumber *self = UNKNOT_EMERGENCY_NUMBER (object);

  switch (property_id)
    {
    case PROP_COUNTRY:
      g_value_set_string (value, unknot_emergency_number_get_country (self));
      break;

    case PROP_NAME:
      g_value_set_string (value, unknot_emergency_number_get_name (self));
      break;

    case PROP_NUMBER:
      g_value_set_string (value, unknot_emergency_number_get_number (self));
      break;

    case PROP_ALSO:
      g_value_set_string (value, unknot_emergency_number_get_also (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
unknot_emergency_number_finalize (GObject *object)
{
  UnknotEmergencyNumber *self = UNKNOT_EMERGENCY_NUMBER (object);

  g_free (self->country);
  g_free (self->name);
  g_free (self->aliases);
  g_free (self->number);
  g_free (self->also);

  G_OBJECT_CLASS (unknot_emergency_number_parent_class)->finalize (object);
}

static void
unknot_emergency_number_class_init (UnknotEmergencyNumberClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_emergency_number_finalize;
  object_class->get_property = unknot_emergency_number_get_property;

  properties[PROP_COUNTRY] =
    g_param_spec_string ("country", NULL, NULL,
                         NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL,
                         NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NUMBER] =
    g_param_spec_string ("number", NULL, NULL,
                         NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ALSO] =
    g_param_spec_string ("also", NULL, NULL,
                         NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
unknot_emergency_number_init (UnknotEmergencyNumber *self)
{
}

/**
 * unknot_emergency_number_new:
 * @country: the country's ISO 3166-1 alpha-2 code, empty where it stands for any other country
 * @name: its name in English
 * @aliases: (nullable): other names that it is searched for by, in English
 * @number: what to dial
 * @also: (nullable): what else to know before dialling, in English
 *
 * Returns: (transfer full): the number
 */
UnknotEmergencyNumber *
unknot_emergency_number_new (const char *country,
                             const char *name,
                             const char *aliases,
                             const char *number,
                             const char *also)
{
  UnknotEmergencyNumber *self = g_object_new (UNKNOT_TYPE_EMERGENCY_NUMBER, NULL);

  self->country = g_strdup (country);
  self->name = g_strdup (name);
  self->aliases = g_strdup (aliases);
  self->number = g_strdup (number);
  self->also = g_strdup (also);

  return self;
}

/**
 * unknot_emergency_number_get_country:
 *
 * Returns: the country's ISO 3166-1 alpha-2 code, empty where it stands for any other country
 */
const char *
unknot_emergency_number_get_country (UnknotEmergencyNumber *self)
{
  g_return_val_if_fail (UNKNOT_IS_EMERGENCY_NUMBER (self), NULL);

  return self->country;
}

/**
 * unknot_emergency_number_get_name:
 *
 * Returns: the country's name, in the person's language
 */
const char *
unknot_emergency_number_get_name (UnknotEmergencyNumber *self)
{
  g_return_val_if_fail (UNKNOT_IS_EMERGENCY_NUMBER (self), NULL);

  return _(self->name);
}

const char *
unknot_emergency_number_get_number (UnknotEmergencyNumber *self)
{
  g_return_val_if_fail (UNKNOT_IS_EMERGENCY_NUMBER (self), NULL);

  return self->number;
}

/**
 * unknot_emergency_number_get_also:
 *
 * Returns: (nullable): what else to know before dialling, in the person's language
 */
const char *
unknot_emergency_number_get_also (UnknotEmergencyNumber *self)
{
  g_return_val_if_fail (UNKNOT_IS_EMERGENCY_NUMBER (self), NULL);

  return self->also != NULL ? _(self->also) : NULL;
}

/**
 * unknot_emergency_number_matches:
 * @text: what is searched for
 *
 * Returns: whether each word of @text begins a word of the country's names or is its code
 */
gboolean
unknot_emergency_number_matches (UnknotEmergencyNumber *self,
                                 const char            *text)
{
  g_autofree char *names = NULL;

  g_return_val_if_fail (UNKNOT_IS_EMERGENCY_NUMBER (self), FALSE);

  names = g_strjoin (" ", _(self->name), self->name, self->country, self->aliases, NULL);

  return g_str_match_string (text, names, TRUE);
}
