/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-clock.h"
#include "unknot-entry-filter.h"

G_BEGIN_DECLS

const char *unknot_filter_text_get_treatment (UnknotTreatmentKind  kind,
                                              const char          *treatment);
char       *unknot_filter_text_dup_worst     (int                  from,
                                              int                  to);
char       *unknot_filter_text_dup_days      (int                  first_day,
                                              int                  last_day,
                                              UnknotClock         *clock);

G_END_DECLS
