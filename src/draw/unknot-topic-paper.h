/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-library.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_TOPIC_PAPER (unknot_topic_paper_get_type ())

G_DECLARE_FINAL_TYPE (UnknotTopicPaper, unknot_topic_paper, UNKNOT, TOPIC_PAPER, GObject)

UnknotTopicPaper *unknot_topic_paper_new         (UnknotTopic       *topic,
                                                  UnknotLibrary     *library,
                                                  PangoContext      *context,
                                                  double             width,
                                                  double             height);
guint             unknot_topic_paper_get_n_pages (UnknotTopicPaper  *self);
gboolean          unknot_topic_paper_draw        (UnknotTopicPaper  *self,
                                                  cairo_t           *cr,
                                                  guint              page,
                                                  GError           **error);

G_END_DECLS
