/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-fact.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_ADVICE_ITEM (unknot_advice_item_get_type ())

G_DECLARE_FINAL_TYPE (UnknotAdviceItem, unknot_advice_item, UNKNOT, ADVICE_ITEM, GObject)

UnknotAdviceItem *unknot_advice_item_new       (const char       *text,
                                                const char       *topic,
                                                GPtrArray        *facts);
const char       *unknot_advice_item_get_text  (UnknotAdviceItem *self);
const char       *unknot_advice_item_get_topic (UnknotAdviceItem *self);
GPtrArray        *unknot_advice_item_get_facts (UnknotAdviceItem *self);

G_END_DECLS
