/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "unknot-advice-item.h"
#include "unknot-assessment.h"
#include "unknot-evidence.h"

G_BEGIN_DECLS

/**
 * UnknotAdvicePart:
 * @UNKNOT_ADVICE_TO_DO: what to do, in this order
 * @UNKNOT_ADVICE_MEANWHILE: what can help until then, without what the answers speak against
 * @UNKNOT_ADVICE_SAFETY_NET: which signs call for more
 * @UNKNOT_ADVICE_WATCH: what is worth knowing beside it
 */
typedef enum
{
  UNKNOT_ADVICE_TO_DO,
  UNKNOT_ADVICE_MEANWHILE,
  UNKNOT_ADVICE_SAFETY_NET,
  UNKNOT_ADVICE_WATCH,
} UnknotAdvicePart;

#define UNKNOT_TYPE_ADVICE (unknot_advice_get_type ())

G_DECLARE_FINAL_TYPE (UnknotAdvice, unknot_advice, UNKNOT, ADVICE, GObject)

UnknotAdvice *unknot_advice_new            (UnknotAssessment *assessment,
                                            UnknotEvidence   *evidence,
                                            const char       *emergency_number,
                                            const char       *country);
const char   *unknot_advice_get_title      (UnknotAdvice     *self);
const char   *unknot_advice_get_time_frame (UnknotAdvice     *self);
const char   *unknot_advice_get_notice     (UnknotAdvice     *self);
const char   *unknot_advice_get_topic      (UnknotAdvice     *self);
GListModel   *unknot_advice_get_items      (UnknotAdvice     *self,
                                            UnknotAdvicePart  part);

G_END_DECLS
