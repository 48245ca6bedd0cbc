/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-source.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_FACT (unknot_fact_get_type ())

G_DECLARE_FINAL_TYPE (UnknotFact, unknot_fact, UNKNOT, FACT, GObject)

UnknotFact   *unknot_fact_new        (const char   *id,
                                      const char   *text,
                                      gboolean      checked,
                                      UnknotSource *source);
const char   *unknot_fact_get_id     (UnknotFact   *self);
const char   *unknot_fact_get_text   (UnknotFact   *self);
gboolean      unknot_fact_is_checked (UnknotFact   *self);
UnknotSource *unknot_fact_get_source (UnknotFact   *self);

G_END_DECLS
