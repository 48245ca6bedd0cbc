/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-ink.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_FIGURE (unknot_figure_get_type ())

G_DECLARE_FINAL_TYPE (UnknotFigure, unknot_figure, UNKNOT, FIGURE, GObject)

UnknotFigure *unknot_figure_new_from_bytes (GBytes           *bytes,
                                            GError          **error);
double        unknot_figure_get_aspect     (UnknotFigure     *self);
gboolean      unknot_figure_draw           (UnknotFigure     *self,
                                            cairo_t          *cr,
                                            double            width,
                                            double            height,
                                            const UnknotInk  *ink,
                                            GError          **error);

G_END_DECLS
