/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-file-error.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

/* What g_file_set_contents() says of it. */
static void
assert_reason (const char *path,
               int         number)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (g_file_set_contents (path, "x", 1, &error));
  g_assert_cmpstr (unknot_file_error_get_reason (error), !=, error->message);
  g_assert_cmpstr (unknot_file_error_get_reason (error), ==, g_strerror (number));
}

static void
test_file_error_reason (void)
{
  g_autofree char *folder = g_dir_make_tmp ("unknot-file-error-XXXXXX", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing", "a", NULL);
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *below = g_build_filename (file, "a", NULL);

  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  assert_reason (missing, ENOENT);
  assert_reason (below, ENOTDIR);
  assert_reason (folder, EISDIR);
  g_assert_cmpint (g_remove (file), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* What is said in other words, or for no known reason, stays. */
static void
test_file_error_other (void)
{
  g_autoptr (GError) other = g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "It is not there");
  g_autoptr (GError) unknown = g_error_new (G_FILE_ERROR, G_FILE_ERROR_FAILED, "It failed");

  g_assert_cmpstr (unknot_file_error_get_reason (other), ==, "It is not there");
  g_assert_cmpstr (unknot_file_error_get_reason (unknown), ==, "It failed");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/file-error/reason", test_file_error_reason);
  g_test_add_func ("/file-error/other", test_file_error_other);

  return g_test_run ();
}
