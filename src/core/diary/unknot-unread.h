/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-entry.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_UNREAD (unknot_unread_get_type ())

G_DECLARE_FINAL_TYPE (UnknotUnread, unknot_unread, UNKNOT, UNREAD, UnknotEntry)

UnknotUnread *unknot_unread_new        (int           day,
                                        gboolean      damaged);
gboolean      unknot_unread_is_damaged (UnknotUnread *self);

G_END_DECLS
