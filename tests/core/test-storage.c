/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-storage.h"

#include <glib/gstdio.h>
#include <unistd.h>

static char *
build_path (UnknotStorage *storage,
            const char    *name)
{
  return g_strconcat (unknot_storage_get_prefix (storage), name, NULL);
}

static void
test_storage_own (void)
{
  g_autoptr (UnknotStorage) storage = unknot_storage_new (NULL);
  g_autofree char *diary =
    g_build_filename (g_get_user_data_dir (), DATA_FOLDER, "diary.db", NULL);
  g_autofree char *draft =
    g_build_filename (g_get_user_data_dir (), DATA_FOLDER, "checkup.json", NULL);
  g_autofree char *path = build_path (storage, "checkup.json");

  g_assert_cmpstr (unknot_storage_get_diary_path (storage), ==, diary);
  g_assert_cmpstr (path, ==, draft);
  g_assert_false (unknot_storage_is_demo (storage));
}

static void
test_storage_given (void)
{
  g_autoptr (UnknotStorage) storage = unknot_storage_new ("/nowhere/mine.db");
  g_autofree char *path = build_path (storage, "checkup.json");

  g_assert_cmpstr (unknot_storage_get_diary_path (storage), ==, "/nowhere/mine.db");
  g_assert_cmpstr (path, ==, "/nowhere/mine.db.checkup.json");
  g_assert_false (unknot_storage_is_demo (storage));
}

static void
write_file (const char *path)
{
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

/* It goes with all that is in it, and nothing else goes with it. */
static void
test_storage_demo (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *elsewhere = g_dir_make_tmp ("unknot-storage-XXXXXX", NULL);
  g_autofree char *theirs = g_build_filename (elsewhere, "theirs", NULL);
  UnknotStorage *storage = unknot_storage_new_demo (&error);
  UnknotStorage *other = unknot_storage_new_demo (&error);
  g_autofree char *folder = NULL;
  g_autofree char *inner = NULL;
  g_autofree char *file = NULL;
  g_autofree char *link = NULL;
  GStatBuf status;

  g_assert_no_error (error);
  g_assert_cmpstr (unknot_storage_get_diary_path (storage), !=,
                   unknot_storage_get_diary_path (other));
  g_assert_true (unknot_storage_is_demo (storage));
  unknot_storage_free (other);

  folder = g_path_get_dirname (unknot_storage_get_diary_path (storage));
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);

  inner = build_path (storage, "backups");
  file = g_build_filename (inner, "one", NULL);
  link = build_path (storage, "link");
  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  write_file (file);
  write_file (unknot_storage_get_diary_path (storage));
  write_file (theirs);
  g_assert_cmpint (symlink (elsewhere, link), ==, 0);
  unknot_storage_free (storage);

  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (theirs, G_FILE_TEST_EXISTS));
  g_remove (theirs);
  g_rmdir (elsewhere);
}

static void
test_storage_no_place (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GError) error = NULL;

      g_setenv ("TMPDIR", "/nonexistent", TRUE);
      g_assert_null (unknot_storage_new_demo (&error));
      g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_nonnull (strstr (error->message, "/nonexistent"));
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/storage/own", test_storage_own);
  g_test_add_func ("/storage/given", test_storage_given);
  g_test_add_func ("/storage/demo", test_storage_demo);
  g_test_add_func ("/storage/no-place", test_storage_no_place);

  return g_test_run ();
}
