/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-country-row.h"
#include "unknot-test-ui.h"
#include "unknot-welcome-page.h"

#define CHECK_COUNTRY "Please check your country: it decides which number to call."

typedef struct
{
  UnknotWhereabouts *whereabouts;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->whereabouts = unknot_test_new_whereabouts (data);
  fixture->page = g_object_ref_sink (unknot_welcome_page_new ());
  unknot_welcome_page_set_whereabouts (UNKNOT_WELCOME_PAGE (fixture->page), fixture->whereabouts);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->whereabouts);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_welcome_page_accessible (Fixture       *fixture,
                              gconstpointer  data)
{
  GtkWidget *title = unknot_test_get (fixture->page, GTK_TYPE_LABEL, "Welcome to Unknot");
  GtkWidget *icon = unknot_test_get (fixture->page, GTK_TYPE_IMAGE, "icon");

  gtk_test_accessible_assert_role (title, GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_role (icon, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_test_accessible_assert_role (unknot_test_get (fixture->page, GTK_TYPE_BUTTON, "Begin"),
                                   GTK_ACCESSIBLE_ROLE_BUTTON);
  g_assert_true (unknot_test_is_shown (fixture->page, ADW_TYPE_ACTION_ROW, "Not a medical device"));
  g_assert_true (unknot_test_is_shown (fixture->page, ADW_TYPE_ACTION_ROW,
                                       "Your answers stay here"));
}

static void
test_welcome_page_begin (Fixture       *fixture,
                         gconstpointer  data)
{
  guint n_done = 0;

  g_signal_connect_swapped (fixture->page, "done", G_CALLBACK (count_cb), &n_done);
  unknot_test_click (unknot_test_get (fixture->page, GTK_TYPE_BUTTON, "Begin"));
  g_assert_cmpuint (n_done, ==, 1);
}

static gboolean
asks_for_country (Fixture *fixture)
{
  GtkWidget *row = unknot_test_get (fixture->page, UNKNOT_TYPE_COUNTRY_ROW, NULL);

  return strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), CHECK_COUNTRY) != NULL;
}

static void
test_welcome_page_certain (Fixture       *fixture,
                           gconstpointer  data)
{
  g_assert_true (unknot_test_is_shown (fixture->page, GTK_TYPE_LABEL, "Japan: call 119."));
  g_assert_false (asks_for_country (fixture));
}

/* In the tests' time zone, UTC, nobody can tell where the person is. */
static void
test_welcome_page_uncertain (Fixture       *fixture,
                             gconstpointer  data)
{
  g_assert_true (asks_for_country (fixture));
}

static void
add (const char *path,
     const char *country,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, country, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  add ("/welcome-page/accessible", "", test_welcome_page_accessible);
  add ("/welcome-page/begin", "", test_welcome_page_begin);
  add ("/welcome-page/certain", "JP", test_welcome_page_certain);
  add ("/welcome-page/uncertain", "", test_welcome_page_uncertain);

  return g_test_run ();
}
