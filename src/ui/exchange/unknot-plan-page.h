/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-merge.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_PLAN_PAGE (unknot_plan_page_get_type ())

G_DECLARE_FINAL_TYPE (UnknotPlanPage, unknot_plan_page, UNKNOT, PLAN_PAGE, AdwNavigationPage)

AdwNavigationPage *unknot_plan_page_new (const char              *names,
                                         const UnknotMergeCounts *counts,
                                         guint                    n_skipped);

G_END_DECLS
