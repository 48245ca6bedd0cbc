/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "unknot-figure.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_FIGURE_VIEW (unknot_figure_view_get_type ())

G_DECLARE_FINAL_TYPE (UnknotFigureView, unknot_figure_view, UNKNOT, FIGURE_VIEW, GtkWidget)

GtkWidget *unknot_figure_view_new (UnknotFigure *figure,
                                   const char   *text);

G_END_DECLS
