/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-country.h"

#include <glib/gstdio.h>

/* Lines as the time zone database has them, and among them lines that no such file should have. */
#define ZONE_TAB \
  "# tzdb timezone descriptions\n" \
  "#country-\n" \
  "#code\tcoordinates\tTZ\tcomments\n" \
  "#XX\t+0000+00000\tEurope/Remarked\n" \
  "# XX\t+0000+00000\tEurope/Remarked\n" \
  "\n" \
  "CH\t+4723+00832\tEurope/Zurich\n" \
  "DE\t+5230+01322\tEurope/Berlin\tmost of Germany\n" \
  "DE\t+4742+00841\tEurope/Busingen\tBusingen\n" \
  "ZZ\t+0000+00000\n" \
  "ZZ Europe/Spaces\n" \
  "ZZ +0000+00000 Europe/Spaces\n" \
  "ZZ\tEurope/Early\t+0000+00000\n" \
  "ZZ\t+0000+00000\t\tEurope/Late\n" \
  "zz\t+0000+00000\tEurope/Small\n" \
  "ZZZ\t+0000+00000\tEurope/Three\n" \
  "Z\t+0000+00000\tEurope/One\n" \
  "\t+0000+00000\tEurope/None\n" \
  "CH,LI\t+0000+00000\tEurope/Several\n" \
  "US\t+375711-0864541\tAmerica/Indiana/Petersburg\tEastern - IN (Pike)\tmore\n" \
  "AR\t-3436-05827\tAmerica/Argentina/Buenos_Aires"

static void
test_country_is_code (void)
{
  static const char *const good[] = { "DE", "AA", "ZZ" };
  static const char *const bad[] = {
    "", "D", "DEU", "de", "De", "dE", "D1", "D ", " DE", "DE ", "Ä", "ÄÖ", "[]", "@@",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (unknot_country_is_code (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (unknot_country_is_code (bad[i]));
}

static void
assert_of_time_zone (const char *zone,
                     const char *zone_tab,
                     const char *expected)
{
  g_autofree char *country = unknot_country_from_time_zone (zone, zone_tab);

  g_assert_cmpstr (country, ==, expected);
}

static void
test_country_from_time_zone (void)
{
  static const struct
  {
    const char *zone;
    const char *country;
  } cases[] = {
    { "Europe/Zurich", "CH" },
    { "Europe/Berlin", "DE" },
    { "Europe/Busingen", "DE" },
    { "America/Indiana/Petersburg", "US" },
    /* as TZ may have it */
    { ":Europe/Berlin", "DE" },
    { "::Europe/Berlin", NULL },
    { ":/etc/localtime", NULL },
    /* the last line ends with no newline */
    { "America/Argentina/Buenos_Aires", "AR" },
    /* not the whole id, or more than it */
    { "Europe", NULL },
    { "Europe/Ber", NULL },
    { "Berlin", NULL },
    { "Europe/Berlin/Mitte", NULL },
    { "europe/berlin", NULL },
    { "Europe/Berlin\tmost of Germany", NULL },
    /* zones of no country, and none */
    { "UTC", NULL },
    { "Etc/GMT+1", NULL },
    { "most of Germany", NULL },
    { "TZ", NULL },
    { NULL, NULL },
    /* remarks and malformed lines */
    { "Europe/Remarked", NULL },
    { "Europe/Spaces", NULL },
    { "Europe/Early", NULL },
    { "Europe/Late", NULL },
    { "Europe/Small", NULL },
    { "Europe/Three", NULL },
    { "Europe/One", NULL },
    { "Europe/None", NULL },
    { "Europe/Several", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_of_time_zone (cases[i].zone, ZONE_TAB, cases[i].country);
      assert_of_time_zone (cases[i].zone, NULL, NULL);
      assert_of_time_zone (cases[i].zone, "", NULL);
      assert_of_time_zone (cases[i].zone, "# nothing but a remark", NULL);
    }
}

static void
test_country_from_locale (void)
{
  static const struct
  {
    const char *locale;
    const char *country;
  } cases[] = {
    { "de_CH.UTF-8", "CH" },
    { "de_CH", "CH" },
    { "de_DE@euro", "DE" },
    { "sr_RS.UTF-8@latin", "RS" },
    { "hsb_DE.utf8", "DE" },
    { "en_US.ISO-8859-1", "US" },
    /* no country */
    { NULL, NULL },
    { "", NULL },
    { "C", NULL },
    { "C.UTF-8", NULL },
    { "POSIX", NULL },
    { "en", NULL },
    { "en.UTF-8", NULL },
    { "ca@valencia", NULL },
    { "es_419", NULL },
    { "zh_Hans", NULL },
    /* not the name of a locale */
    { "de_", NULL },
    { "de_.UTF-8", NULL },
    { "de_ch", NULL },
    { "de_CHE", NULL },
    { "de_CH_DE", NULL },
    { "de__CH", NULL },
    { "_CH", NULL },
    { "d_CH", NULL },
    { "CH", NULL },
    { "DE_CH", NULL },
    { "LC_CTYPE=de_CH.UTF-8;LC_TIME=C", NULL },
    { "german_DE", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *country = unknot_country_from_locale (cases[i].locale);

      g_assert_cmpstr (country, ==, cases[i].country);
    }
}

static void
test_country_guess (void)
{
  static const struct
  {
    const char *zone;
    const char *locale;
    const char *country;
    gboolean certain;
  } cases[] = {
    { "Europe/Zurich", "de_CH.UTF-8", "CH", TRUE },
    { "Europe/Zurich", "de_DE.UTF-8", "CH", FALSE },
    { "Europe/Berlin", "en_US.UTF-8", "DE", FALSE },
    { "Europe/Berlin", "C.UTF-8", "DE", TRUE },
    { "Europe/Berlin", NULL, "DE", TRUE },
    { "UTC", "de_CH.UTF-8", "CH", FALSE },
    { "Asia/Calcutta", "en_US.UTF-8", "US", FALSE },
    { NULL, "de_CH.UTF-8", "CH", FALSE },
    { "UTC", "C.UTF-8", NULL, FALSE },
    { NULL, NULL, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean certain = !cases[i].certain;
      g_autofree char *country =
        unknot_country_guess (cases[i].zone, ZONE_TAB, cases[i].locale, &certain);

      g_assert_cmpstr (country, ==, cases[i].country);
      g_assert_cmpint (certain, ==, cases[i].certain);
    }
}

static void
test_country_guess_without_zone_tab (void)
{
  gboolean certain = TRUE;
  g_autofree char *country = unknot_country_guess ("Europe/Berlin", NULL, "de_CH", &certain);

  g_assert_cmpstr (country, ==, "CH");
  g_assert_false (certain);
}

static void
assert_loads (const char *folder,
              const char *expected)
{
  g_autofree char *zone_tab = NULL;

  g_setenv ("TZDIR", folder, TRUE);
  zone_tab = unknot_country_load_zone_tab ();
  g_assert_cmpstr (zone_tab, ==, expected);
  g_unsetenv ("TZDIR");
}

/* The system may have a zone.tab or not: what holds no other is to give just what it gives. */
static void
test_country_load_zone_tab (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("unknot-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "zone.tab", NULL);
  g_autofree char *of_system = NULL;
  g_autofree char *loaded = NULL;

  g_assert_no_error (error);
  g_file_get_contents ("/usr/share/zoneinfo/zone.tab", &of_system, NULL, NULL);

  g_unsetenv ("TZDIR");
  loaded = unknot_country_load_zone_tab ();
  g_assert_cmpstr (loaded, ==, of_system);
  assert_loads (folder, of_system);
  assert_loads ("", of_system);

  g_file_set_contents (path, ZONE_TAB, -1, &error);
  g_assert_no_error (error);
  assert_loads (folder, ZONE_TAB);

  g_remove (path);
  g_rmdir (folder);
}

static void
test_country_zone_tab_of_system (void)
{
  g_autofree char *zone_tab = unknot_country_load_zone_tab ();

  if (zone_tab == NULL)
    {
      g_test_skip ("this system has no zone.tab");
      return;
    }

  assert_of_time_zone ("Europe/Berlin", zone_tab, "DE");
  assert_of_time_zone ("America/New_York", zone_tab, "US");
  assert_of_time_zone ("Asia/Tokyo", zone_tab, "JP");
  assert_of_time_zone ("UTC", zone_tab, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/country/is-code", test_country_is_code);
  g_test_add_func ("/country/from-time-zone", test_country_from_time_zone);
  g_test_add_func ("/country/from-locale", test_country_from_locale);
  g_test_add_func ("/country/guess", test_country_guess);
  g_test_add_func ("/country/guess-without-zone-tab", test_country_guess_without_zone_tab);
  g_test_add_func ("/country/load-zone-tab", test_country_load_zone_tab);
  g_test_add_func ("/country/zone-tab-of-system", test_country_zone_tab_of_system);

  return g_test_run ();
}
