/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-database.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean unknot_diary_search_index     (UnknotDatabase  *database,
                                        GError         **error);
gboolean unknot_diary_search_run       (UnknotDatabase  *database,
                                        const char      *text,
                                        GCancellable    *cancellable,
                                        GArray         **found,
                                        GError         **error);
gboolean unknot_diary_search_has_words (const char      *text);
gboolean unknot_diary_search_has       (GArray          *found,
                                        GType            type,
                                        gint64           id);

G_END_DECLS
