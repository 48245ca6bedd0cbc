/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-library.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_TOPIC_PAGE (unknot_topic_page_get_type ())

G_DECLARE_FINAL_TYPE (UnknotTopicPage, unknot_topic_page, UNKNOT, TOPIC_PAGE, AdwNavigationPage)

AdwNavigationPage *unknot_topic_page_new       (UnknotLibrary   *library,
                                                UnknotTopic     *topic);
UnknotTopic       *unknot_topic_page_get_topic (UnknotTopicPage *self);
void               unknot_topic_page_show      (UnknotTopicPage *self,
                                                const char      *section);

G_END_DECLS
