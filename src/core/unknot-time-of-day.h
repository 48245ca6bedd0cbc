/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  unknot_time_of_day_is_twelve_hour (void);
char     *unknot_time_of_day_format         (int         minutes,
                                             gboolean    twelve_hour);
gboolean  unknot_time_of_day_parse          (const char *text,
                                             gboolean    twelve_hour,
                                             int        *minutes);

G_END_DECLS
