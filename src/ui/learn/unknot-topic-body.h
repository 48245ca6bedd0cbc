/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "unknot-library.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_TOPIC_BODY (unknot_topic_body_get_type ())

G_DECLARE_FINAL_TYPE (UnknotTopicBody, unknot_topic_body, UNKNOT, TOPIC_BODY, GtkBox)

GtkWidget *unknot_topic_body_new          (UnknotLibrary   *library,
                                           UnknotTopic     *topic);
gboolean   unknot_topic_body_is_complete  (UnknotTopicBody *self);
GtkWidget *unknot_topic_body_find_heading (UnknotTopicBody *self,
                                           const char      *section);

G_END_DECLS
