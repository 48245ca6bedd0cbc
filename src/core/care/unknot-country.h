/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  unknot_country_is_code        (const char *code);
char     *unknot_country_from_time_zone (const char *zone,
                                         const char *zone_tab);
char     *unknot_country_from_locale    (const char *locale);
char     *unknot_country_guess          (const char *zone,
                                         const char *zone_tab,
                                         const char *locale,
                                         gboolean   *certain);
char     *unknot_country_load_zone_tab  (void);

G_END_DECLS
