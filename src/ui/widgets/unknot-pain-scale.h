/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_PAIN_SCALE (unknot_pain_scale_get_type ())

G_DECLARE_FINAL_TYPE (UnknotPainScale, unknot_pain_scale, UNKNOT, PAIN_SCALE, GtkWidget)

GtkWidget  *unknot_pain_scale_new       (void);
int         unknot_pain_scale_get_pain  (UnknotPainScale *self);
void        unknot_pain_scale_set_pain  (UnknotPainScale *self,
                                         int              pain);
const char *unknot_pain_scale_get_label (UnknotPainScale *self);
void        unknot_pain_scale_set_label (UnknotPainScale *self,
                                         const char      *label);

G_END_DECLS
