/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-application.h"
#include "unknot-test-ui.h"

#include <glib/gstdio.h>

/* A person has begun an entry, and something is in the way of what keeps it meanwhile. */
typedef struct Fixture Fixture;

struct Fixture
{
  char *folder;
  char *draft;
  char *inside; /* makes the draft a folder that is not empty */
  GtkApplication *application;
  GtkWidget *window;
  void (*sit) (Fixture *fixture);
};

static void
block (Fixture *fixture)
{
  g_assert_cmpint (g_mkdir_with_parents (fixture->inside, 0700), ==, 0);
}

static void
unblock (Fixture *fixture)
{
  g_assert_cmpint (g_rmdir (fixture->inside), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->draft), ==, 0);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GSettings) settings = unknot_test_new_settings ("DE");
  g_autoptr (GError) error = NULL;

  g_settings_set_boolean (settings, "welcomed", TRUE);
  fixture->folder = g_dir_make_tmp ("unknot-application-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->draft = g_build_filename (fixture->folder, "diary.db.entry.json", NULL);
  fixture->inside = g_build_filename (fixture->draft, "inside", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->draft);
  g_free (fixture->inside);
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

static gboolean
is_asked (Fixture *fixture)
{
  return ADW_IS_ALERT_DIALOG (get_dialog (fixture));
}

static void
quit (Fixture *fixture)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "quit", NULL);
}

static void
answer (Fixture    *fixture,
        const char *response)
{
  g_autoptr (AdwDialog) question = g_object_ref (get_dialog (fixture));

  unknot_test_click (unknot_test_get (GTK_WIDGET (question), GTK_TYPE_BUTTON, response));
}

static void
begin_entry (Fixture *fixture)
{
  unknot_test_click (unknot_test_get (fixture->window, GTK_TYPE_BUTTON, "Log a Spasm"));
  unknot_test_click (unknot_test_get (GTK_WIDGET (get_dialog (fixture)), GTK_TYPE_BUTTON, "7"));
}

/* Begins an entry that is not on the disk, which the person is told. */
static void
begin_entry_in_vain (Fixture *fixture)
{
  block (fixture);
  begin_entry (fixture);
  unknot_test_wait (unknot_test_find (fixture->window, g_type_from_name ("AdwToastWidget"), NULL));
}

static void
assert_in_draft (Fixture *fixture)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (fixture->draft, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "\"worst\" : 7"));
}

static gboolean
sit_cb (gpointer data)
{
  Fixture *fixture = data;

  fixture->window = GTK_WIDGET (gtk_application_get_windows (fixture->application)->data);
  unknot_test_wait (gtk_widget_is_sensitive (unknot_test_get (fixture->window, GTK_TYPE_BUTTON,
                                                              "Log a Spasm")));
  fixture->sit (fixture);

  return G_SOURCE_REMOVE;
}

static void
activated_cb (Fixture *fixture)
{
  g_idle_add (sit_cb, fixture);
}

/* Runs the program until @sit has ended it. */
static void
run (Fixture *fixture,
     void   (*sit) (Fixture *))
{
  g_autofree char *diary = g_build_filename (fixture->folder, "diary.db", NULL);
  char *arguments[] = { (char *) "unknot", (char *) "--diary", diary, NULL };
  guint alarm = unknot_test_set_alarm ("the program ends");

  fixture->application = GTK_APPLICATION (unknot_application_new ());
  fixture->sit = sit;
  g_signal_connect_data (fixture->application, "activate", G_CALLBACK (activated_cb), fixture, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_assert_cmpint (g_application_run (G_APPLICATION (fixture->application), 3, arguments), ==, 0);
  g_source_remove (alarm);
  g_assert_finalize_object (fixture->application);
}

static void
quit_with_all_kept (Fixture *fixture)
{
  begin_entry (fixture);
  quit (fixture);
}

/* What is on the disk is not asked about. */
static void
test_application_quit (Fixture       *fixture,
                       gconstpointer  data)
{
  run (fixture, quit_with_all_kept);
  assert_in_draft (fixture);
}

static void
quit_anyway (Fixture *fixture)
{
  begin_entry_in_vain (fixture);
  quit (fixture);
  g_assert_true (is_asked (fixture));
  quit (fixture);
  g_assert_cmpuint (unknot_test_count (fixture->window, ADW_TYPE_ALERT_DIALOG), ==, 1);
  answer (fixture, "Cancel");
  unknot_test_wait (!is_asked (fixture));

  /* And again, as if nothing had been asked. */
  quit (fixture);
  answer (fixture, "Quit Anyway");
}

static void
test_application_quit_anyway (Fixture       *fixture,
                              gconstpointer  data)
{
  run (fixture, quit_anyway);
  unblock (fixture);
}

static void
try_again (Fixture *fixture)
{
  begin_entry_in_vain (fixture);
  quit (fixture);
  answer (fixture, "Try Again");
  unknot_test_wait (!is_asked (fixture));
  unknot_test_wait (is_asked (fixture));
  unblock (fixture);
  answer (fixture, "Try Again");
}

/* What can be kept after all is, and then the program ends as it was asked to. */
static void
test_application_try_again (Fixture       *fixture,
                            gconstpointer  data)
{
  run (fixture, try_again);
  assert_in_draft (fixture);
}

static void
close_window (Fixture *fixture)
{
  begin_entry_in_vain (fixture);

  /* The first goes to the form alone; what is in it is still to be lost. */
  gtk_window_close (GTK_WINDOW (fixture->window));
  unknot_test_wait (get_dialog (fixture) == NULL);
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_true (is_asked (fixture));
  answer (fixture, "Cancel");
  unknot_test_wait (get_dialog (fixture) == NULL);
  g_assert_true (unknot_test_is_shown (fixture->window, GTK_TYPE_BUTTON, "Continue"));

  unblock (fixture);
  gtk_window_close (GTK_WINDOW (fixture->window));
  answer (fixture, "Try Again");
}

static void
test_application_close (Fixture       *fixture,
                        gconstpointer  data)
{
  run (fixture, close_window);
  assert_in_draft (fixture);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("/application/quit", test_application_quit);
  ADD ("/application/quit-anyway", test_application_quit_anyway);
  ADD ("/application/try-again", test_application_try_again);
  ADD ("/application/close", test_application_close);

  return g_test_run ();
}
