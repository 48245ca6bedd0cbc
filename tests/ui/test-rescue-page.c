/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-rescue-page.h"
#include "unknot-test-diary.h"
#include "unknot-test-ui.h"

#include <glib/gstdio.h>

/* On 21 November 2026, 14:05, in UTC. */

typedef struct
{
  DiaryFixture diary;
  GtkWidget *page;
  GtkWindow *window;
  guint n_rescued;
  char *kept;
} Fixture;

static void
take_kept_cb (Fixture    *fixture,
              const char *kept)
{
  fixture->n_rescued++;
  g_set_str (&fixture->kept, kept);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (fixture->window);
  g_free (fixture->kept);
  unknot_test_settle ();
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

static void
save_episode (Fixture *fixture,
              int      worst)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 8, worst);

  unknot_test_diary_save (fixture->diary.diary, episode);
}

static void
damage (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  unknot_test_diary_close (fixture->diary.diary);
  g_file_set_contents (fixture->diary.path, "not a diary", -1, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  unknot_test_diary_set_up (&fixture->diary, NULL);
  unknot_test_diary_open (&fixture->diary);
  save_episode (fixture, 1);
}

/* Of the first entry, as of noon on the first of November; the second is in the diary alone. */
static void
make_backup (Fixture *fixture)
{
  g_autofree char *folder = g_strconcat (fixture->diary.path, ".backups", NULL);
  g_autofree char *backup = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  unknot_test_diary_reopen (&fixture->diary);
  save_episode (fixture, 2);
  backup = unknot_test_diary_find_file (folder, ".db");
  file = g_file_new_for_path (backup);
  g_file_set_attribute_uint64 (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, 1793534400,
                               G_FILE_QUERY_INFO_NONE, NULL, &error);
  g_assert_no_error (error);
}

/* Opens the diary, which must fail, and shows why. */
static void
present (Fixture         *fixture,
         UnknotDiaryError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (unknot_test_diary_try_open (fixture->diary.diary, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, (int) code);
  fixture->page = GTK_WIDGET (unknot_rescue_page_new (fixture->diary.diary, error));
  g_signal_connect_swapped (fixture->page, "rescued", G_CALLBACK (take_kept_cb), fixture);
  fixture->window = unknot_test_present_adwaita (fixture->page);
}

static gboolean
shows (Fixture    *fixture,
       const char *button)
{
  return unknot_test_is_shown (fixture->page, GTK_TYPE_BUTTON, button);
}

static GtkWidget *
get_button (Fixture    *fixture,
            const char *button)
{
  return unknot_test_get (fixture->page, GTK_TYPE_BUTTON, button);
}

static const char *
get_description (Fixture *fixture)
{
  return adw_status_page_get_description (
    ADW_STATUS_PAGE (unknot_test_get (fixture->page, ADW_TYPE_STATUS_PAGE, NULL)));
}

static AdwDialog *
get_question (Fixture *fixture)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
}

static void
answer (Fixture    *fixture,
        const char *response)
{
  unknot_test_click (unknot_test_get (GTK_WIDGET (get_question (fixture)), GTK_TYPE_BUTTON,
                                      response));
}

static void
wait_for_rescue (Fixture *fixture)
{
  g_assert_false (gtk_widget_is_sensitive (get_button (fixture, "again_button")));
  unknot_test_wait (fixture->n_rescued > 0);
  g_assert_cmpuint (fixture->n_rescued, ==, 1);
  g_assert_true (unknot_diary_is_open (fixture->diary.diary));
}

static gint64
query (Fixture    *fixture,
       const char *sql)
{
  return unknot_test_diary_query (fixture->diary.path, sql);
}

/* The person is told where the old file is, and it is there as it was. */
static void
assert_kept (Fixture *fixture)
{
  g_autofree char *kept = g_strconcat (fixture->diary.path, ".2026-11-21-140500.damaged", NULL);
  g_autofree char *now = NULL;

  g_assert_cmpstr (fixture->kept, ==, kept);
  g_assert_true (g_file_get_contents (kept, &now, NULL, NULL));
  g_assert_cmpstr (now, ==, "not a diary");
}

static void
test_rescue_page_restore (Fixture       *fixture,
                          gconstpointer  data)
{
  make_backup (fixture);
  damage (fixture);
  present (fixture, UNKNOT_DIARY_ERROR_DAMAGED);
  g_assert_nonnull (strstr (get_description (fixture), fixture->diary.path));
  g_assert_true (shows (fixture, "begin_button"));
  g_assert_true (shows (fixture, "again_button"));
  unknot_rescue_page_focus_start (UNKNOT_RESCUE_PAGE (fixture->page));
  g_assert_true (unknot_test_get_focus (fixture->page) == get_button (fixture, "restore_button"));
  g_assert_true (unknot_test_is_shown (fixture->page, GTK_TYPE_LABEL,
                                       "What was entered after the backup is not in it. It stays "
                                       "in the damaged file, which is kept."));
  unknot_test_click (get_button (fixture, "Use the Backup of 1 November 2026, 12:00"));
  wait_for_rescue (fixture);
  assert_kept (fixture);
  g_assert_cmpint (query (fixture, "SELECT sum (worst) FROM episode"), ==, 1);
}

static void
test_rescue_page_begin_anew (Fixture       *fixture,
                             gconstpointer  data)
{
  make_backup (fixture);
  damage (fixture);
  present (fixture, UNKNOT_DIARY_ERROR_DAMAGED);
  unknot_test_click (get_button (fixture, "Begin a New Diary"));
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (get_question (fixture))),
                            "as “diary.db”, the day and time, and “.damaged”"));
  answer (fixture, "Cancel");
  unknot_test_wait (get_question (fixture) == NULL);
  g_assert_true (gtk_widget_is_sensitive (get_button (fixture, "again_button")));

  unknot_test_click (get_button (fixture, "Begin a New Diary"));
  answer (fixture, "Begin a New Diary");
  wait_for_rescue (fixture);
  assert_kept (fixture);
  g_assert_cmpint (query (fixture, "SELECT count (*) FROM episode"), ==, 0);
}

static void
test_rescue_page_no_backup (Fixture       *fixture,
                            gconstpointer  data)
{
  damage (fixture);
  present (fixture, UNKNOT_DIARY_ERROR_DAMAGED);
  g_assert_false (shows (fixture, "restore_button"));
  g_assert_true (shows (fixture, "begin_button"));
  unknot_rescue_page_focus_start (UNKNOT_RESCUE_PAGE (fixture->page));
  g_assert_true (unknot_test_get_focus (fixture->page) == get_button (fixture, "again_button"));
  g_assert_false (unknot_test_is_shown (fixture->page, GTK_TYPE_LABEL, "backup_label"));
  unknot_test_click (get_button (fixture, "begin_button"));
  answer (fixture, "Begin a New Diary");
  wait_for_rescue (fixture);
  assert_kept (fixture);
}

/* What is gone cannot be kept. */
static void
test_rescue_page_gone (Fixture       *fixture,
                       gconstpointer  data)
{
  make_backup (fixture);
  unknot_test_diary_close (fixture->diary.diary);
  g_assert_cmpint (g_remove (fixture->diary.path), ==, 0);
  present (fixture, UNKNOT_DIARY_ERROR_DAMAGED);
  g_assert_true (unknot_test_is_shown (fixture->page, GTK_TYPE_LABEL,
                                       "What was entered after the backup is not in it."));
  unknot_test_click (get_button (fixture, "begin_button"));
  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (get_question (fixture))), ==,
                   "There is nothing in the new diary.");
  answer (fixture, "Begin a New Diary");
  wait_for_rescue (fixture);
  g_assert_null (fixture->kept);
}

/* What a newer program has written is in order: nothing takes its place. */
static void
test_rescue_page_newer (Fixture       *fixture,
                        gconstpointer  data)
{
  make_backup (fixture);
  unknot_test_diary_close (fixture->diary.diary);
  query (fixture, "PRAGMA user_version = 10000");
  present (fixture, UNKNOT_DIARY_ERROR_NEWER);
  g_assert_false (shows (fixture, "restore_button"));
  g_assert_false (shows (fixture, "begin_button"));
  g_assert_true (shows (fixture, "again_button"));

  unknot_test_click (get_button (fixture, "again_button"));
  unknot_test_wait (gtk_widget_is_sensitive (get_button (fixture, "again_button")));
  g_assert_cmpuint (fixture->n_rescued, ==, 0);
  g_assert_cmpint (query (fixture, "SELECT sum (worst) FROM episode"), ==, 3);
}

/* It is in the way, until it is not. */
static void
test_rescue_page_mended (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *aside = g_strconcat (fixture->diary.path, ".aside", NULL);

  unknot_test_diary_close (fixture->diary.diary);
  g_assert_cmpint (g_rename (fixture->diary.path, aside), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->diary.path, 0700), ==, 0);
  present (fixture, UNKNOT_DIARY_ERROR_FAILED);
  g_assert_nonnull (strstr (get_description (fixture), "is a folder"));
  g_assert_false (shows (fixture, "restore_button"));
  g_assert_false (shows (fixture, "begin_button"));

  g_assert_cmpint (g_rmdir (fixture->diary.path), ==, 0);
  g_assert_cmpint (g_rename (aside, fixture->diary.path), ==, 0);
  unknot_test_click (get_button (fixture, "again_button"));
  wait_for_rescue (fixture);
  g_assert_null (fixture->kept);
  g_assert_cmpint (query (fixture, "SELECT sum (worst) FROM episode"), ==, 1);
}

/* The name of a folder is no markup. */
static void
test_rescue_page_markup (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GError) error = g_error_new (UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_DAMAGED,
                                          "“/a<b>&c” is damaged.");

  fixture->page = GTK_WIDGET (unknot_rescue_page_new (fixture->diary.diary, error));
  fixture->window = unknot_test_present_adwaita (fixture->page);
  g_assert_nonnull (unknot_test_find (fixture->page, GTK_TYPE_LABEL, error->message));
}

static void
test_rescue_page_narrow (Fixture       *fixture,
                         gconstpointer  data)
{
  make_backup (fixture);
  damage (fixture);
  present (fixture, UNKNOT_DIARY_ERROR_DAMAGED);
  unknot_test_assert_narrow (fixture->page);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("/rescue-page/restore", test_rescue_page_restore);
  ADD ("/rescue-page/begin-anew", test_rescue_page_begin_anew);
  ADD ("/rescue-page/no-backup", test_rescue_page_no_backup);
  ADD ("/rescue-page/gone", test_rescue_page_gone);
  ADD ("/rescue-page/newer", test_rescue_page_newer);
  ADD ("/rescue-page/mended", test_rescue_page_mended);
  ADD ("/rescue-page/markup", test_rescue_page_markup);
  ADD ("/rescue-page/narrow", test_rescue_page_narrow);

  return g_test_run ();
}
