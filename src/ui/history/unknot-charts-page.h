/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-today.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_CHARTS_PAGE (unknot_charts_page_get_type ())

G_DECLARE_FINAL_TYPE (UnknotChartsPage, unknot_charts_page, UNKNOT, CHARTS_PAGE, AdwBin)

GtkWidget *unknot_charts_page_new (UnknotToday *today);

G_END_DECLS
