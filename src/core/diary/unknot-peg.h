/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-entry.h"
#include "unknot-pain.h"

G_BEGIN_DECLS

/* In percent: a mean that is so much lower than the first is a meaningful improvement: the fact
 * G-30-percent. */
#define UNKNOT_PEG_MEANINGFUL 30

#define UNKNOT_TYPE_PEG (unknot_peg_get_type ())

G_DECLARE_FINAL_TYPE (UnknotPeg, unknot_peg, UNKNOT, PEG, UnknotEntry)

UnknotPeg *unknot_peg_new           (UnknotMoment  *moment,
                                     gint64         pain,
                                     gint64         enjoyment,
                                     gint64         activity,
                                     GError       **error);
int        unknot_peg_get_pain      (UnknotPeg     *self);
int        unknot_peg_get_enjoyment (UnknotPeg     *self);
int        unknot_peg_get_activity  (UnknotPeg     *self);
double     unknot_peg_get_mean      (UnknotPeg     *self);
gboolean   unknot_peg_get_change    (UnknotPeg     *self,
                                     UnknotPeg     *first,
                                     double        *change);
gboolean   unknot_peg_is_improved   (UnknotPeg     *self,
                                     UnknotPeg     *first);

G_END_DECLS
