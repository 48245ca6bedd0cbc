/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-advice.h"

G_BEGIN_DECLS

/**
 * UnknotAdviceGrounds:
 * @rules: (element-type UnknotRule): the rules that fired
 * @emergency_number: what to dial
 * @country: (nullable): where that is
 *
 * What the parts of an advice are made from.
 */
typedef struct
{
  UnknotAssessment *assessment;
  UnknotEvidence *evidence;
  GPtrArray *rules;
  const char *emergency_number;
  const char *country;
} UnknotAdviceGrounds;

gboolean unknot_advice_has_fired         (const UnknotAdviceGrounds *grounds,
                                          const char                *rule);
gboolean unknot_advice_is_only_pregnancy (const UnknotAdviceGrounds *grounds);
gboolean unknot_advice_has_code          (const UnknotAdviceGrounds *grounds,
                                          const char                *question,
                                          const char                *code);
int      unknot_advice_get_count         (const UnknotAdviceGrounds *grounds,
                                          const char                *question);
void     unknot_advice_add               (const UnknotAdviceGrounds *grounds,
                                          GListStore                *items,
                                          const char                *topic,
                                          const char                *text,
                                          ...) G_GNUC_NULL_TERMINATED;
void     unknot_advice_add_with_facts    (GListStore                *items,
                                          const char                *topic,
                                          const char                *text,
                                          GPtrArray                 *facts);

void     unknot_advice_add_to_do         (const UnknotAdviceGrounds *grounds,
                                          GListStore                *items);
void     unknot_advice_add_meanwhile     (const UnknotAdviceGrounds *grounds,
                                          GListStore                *items);
void     unknot_advice_add_safety_net    (const UnknotAdviceGrounds *grounds,
                                          GListStore                *items);
void     unknot_advice_add_watch         (const UnknotAdviceGrounds *grounds,
                                          GListStore                *items);

G_END_DECLS
