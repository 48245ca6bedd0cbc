/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-library.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_LEARN_INDEX (unknot_learn_index_get_type ())

G_DECLARE_FINAL_TYPE (UnknotLearnIndex, unknot_learn_index, UNKNOT, LEARN_INDEX, AdwNavigationPage)

AdwNavigationPage *unknot_learn_index_new         (UnknotLibrary    *library);
void               unknot_learn_index_search      (UnknotLearnIndex *self);
void               unknot_learn_index_focus_start (UnknotLearnIndex *self);

G_END_DECLS
