/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-country"

#include "config.h"

#include "unknot-country.h"

#include <string.h>

static char *
read_zone_tab (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "zone.tab", NULL);
  char *zone_tab = NULL;

  g_file_get_contents (path, &zone_tab, NULL, NULL);

  return zone_tab;
}

/**
 * unknot_country_is_code:
 *
 * Returns: whether @code has the shape of an ISO 3166-1 alpha-2 code: two capital letters
 */
gboolean
unknot_country_is_code (const char *code)
{
  return strlen (code) == 2 && g_ascii_isupper (code[0]) && g_ascii_isupper (code[1]);
}

/**
 * unknot_country_from_time_zone:
 * @zone: (nullable): a zone's id, such as “Europe/Berlin”, or as TZ may have it, “:Europe/Berlin”
 * @zone_tab: (nullable): the text of the time zone database's zone.tab
 *
 * Returns: (transfer full) (nullable): the code of the country that @zone is in, or %NULL where
 *   @zone_tab does not list it
 */
char *
unknot_country_from_time_zone (const char *zone,
                               const char *zone_tab)
{
  g_auto (GStrv) lines = NULL;

  if (zone == NULL || zone_tab == NULL)
    return NULL;

  if (*zone == ':')
    zone++;
  lines = g_strsplit (zone_tab, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      /* code, coordinates, zone, and a comment in some lines */
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 4);

      if (g_strv_length (fields) >= 3 &&
          unknot_country_is_code (fields[0]) &&
          g_str_equal (fields[2], zone))
        return g_strdup (fields[0]);
    }

  return NULL;
}

/**
 * unknot_country_from_locale:
 * @locale: (nullable): a locale's name, such as “de_CH.UTF-8”
 *
 * Returns: (transfer full) (nullable): the code of the country that @locale names, or %NULL where
 *   it names none
 */
char *
unknot_country_from_locale (const char *locale)
{
  g_autofree char *country = NULL;
  gsize language;

  if (locale == NULL)
    return NULL;

  language = strspn (locale, "abcdefghijklmnopqrstuvwxyz");
  if (language < 2 || language > 3 || locale[language] != '_')
    return NULL;

  locale += language + 1;
  country = g_strndup (locale, strcspn (locale, ".@"));

  return unknot_country_is_code (country) ? g_steal_pointer (&country) : NULL;
}

/**
 * unknot_country_guess:
 * @zone: (nullable): the id of the zone where the person is
 * @zone_tab: (nullable): the text of the time zone database's zone.tab
 * @locale: (nullable): the name of the person's locale
 * @certain: (out): %FALSE where the person is to be asked: the two disagree, or the zone, which is
 *   where the person is and not what they speak, does not tell
 *
 * Guesses the country that the person is in. The zone comes first: it is set anew on a journey,
 * the locale stays.
 *
 * Returns: (transfer full) (nullable): the country's code, or %NULL where neither tells
 */
char *
unknot_country_guess (const char *zone,
                      const char *zone_tab,
                      const char *locale,
                      gboolean   *certain)
{
  g_autofree char *of_zone = unknot_country_from_time_zone (zone, zone_tab);
  g_autofree char *of_locale = unknot_country_from_locale (locale);

  *certain = of_zone != NULL && (of_locale == NULL || g_str_equal (of_zone, of_locale));

  return of_zone != NULL ? g_steal_pointer (&of_zone) : g_steal_pointer (&of_locale);
}

/**
 * unknot_country_load_zone_tab:
 *
 * Reads the system's zone.tab.
 *
 * Returns: (transfer full) (nullable): its text, or %NULL where it cannot be read
 */
char *
unknot_country_load_zone_tab (void)
{
  const char *folder = g_getenv ("TZDIR");
  char *zone_tab = NULL;

  if (folder != NULL && *folder != '\0')
    zone_tab = read_zone_tab (folder);

  return zone_tab != NULL ? zone_tab : read_zone_tab ("/usr/share/zoneinfo");
}
