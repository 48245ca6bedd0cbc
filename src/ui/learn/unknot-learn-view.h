/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-library.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_LEARN_VIEW (unknot_learn_view_get_type ())

G_DECLARE_FINAL_TYPE (UnknotLearnView, unknot_learn_view, UNKNOT, LEARN_VIEW, AdwBin)

GtkWidget *unknot_learn_view_new         (UnknotLibrary   *library,
                                          gboolean         with_index);
gboolean   unknot_learn_view_is_at_start (UnknotLearnView *self);
void       unknot_learn_view_read        (UnknotLearnView *self,
                                          const char      *target);

G_END_DECLS
