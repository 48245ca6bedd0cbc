/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-advice-item"

#include "config.h"

#include "unknot-advice-item.h"

/**
 * UnknotAdviceItem:
 *
 * One thing that an advice says, and what it rests on. It never changes.
 */
struct _UnknotAdviceItem
{
  GObject parent_instance;

  char *text;
  char *topic; /* nullable */
  GPtrArray *facts;
};

G_DEFINE_FINAL_TYPE (UnknotAdviceItem, unknot_advice_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
unknot_advice_item_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  UnknotAdviceItem *self = UNKNOT_ADVICE_ITEM (object);

  switch (property_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, unknot_advice_item_get_text (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
unknot_advice_item_finalize (GObject *object)
{
  UnknotAdviceItem *self = UNKNOT_ADVICE_ITEM (object);

  g_free (self->text);
  g_free (self->topic);
  g_clear_pointer (&self->facts, g_ptr_array_unref);

  G_OBJECT_CLASS (unknot_advice_item_parent_class)->finalize (object);
}

static void
unknot_advice_item_class_init (UnknotAdviceItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_advice_item_finalize;
  object_class->get_property = unknot_advice_item_get_property;

  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL,
                         NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
unknot_advice_item_init (UnknotAdviceItem *self)
{
}

/**
 * unknot_advice_item_new:
 * @text: what it says, in the person's language
 * @topic: (nullable): the id of the page to learn more about it from
 * @facts: (transfer none) (element-type UnknotFact): what it rests on, may be empty
 */
UnknotAdviceItem *
unknot_advice_item_new (const char *text,
                        const char *topic,
                        GPtrArray  *facts)
{
  UnknotAdviceItem *self = g_object_new (UNKNOT_TYPE_ADVICE_ITEM, NULL);

  self->text = g_strdup (text);
  self->topic = g_strdup (topic);
  self->facts = g_ptr_array_ref (facts);

  return self;
}

/**
 * unknot_advice_item_get_text:
 *
 * Returns: whole sentences, in the person's language
 */
const char *
unknot_advice_item_get_text (UnknotAdviceItem *self)
{
  g_return_val_if_fail (UNKNOT_IS_ADVICE_ITEM (self), NULL);

  return self->text;
}

/**
 * unknot_advice_item_get_topic:
 *
 * Returns: (nullable): the id of the page to learn more about it from
 */
const char *
unknot_advice_item_get_topic (UnknotAdviceItem *self)
{
  g_return_val_if_fail (UNKNOT_IS_ADVICE_ITEM (self), NULL);

  return self->topic;
}

/**
 * unknot_advice_item_get_facts:
 *
 * Returns: (transfer none) (element-type UnknotFact): what the item rests on; empty where that is
 *   the protocol alone
 */
GPtrArray *
unknot_advice_item_get_facts (UnknotAdviceItem *self)
{
  g_return_val_if_fail (UNKNOT_IS_ADVICE_ITEM (self), NULL);

  return self->facts;
}
