/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-print.h"
#include "unknot-result-print.h"
#include "unknot-test-ui.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path; /* of a file in it */
  UnknotCheckup *checkup;
  UnknotWhereabouts *whereabouts;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("unknot-result-print-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "result.pdf", NULL);
  fixture->checkup = unknot_test_new_checkup ();
  fixture->whereabouts = unknot_test_new_whereabouts ("DE");
  unknot_test_load_answers (fixture->checkup, "fixtures/rules", data);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->checkup);
  g_assert_finalize_object (fixture->whereabouts);
  g_remove (fixture->path);
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GAsyncResult **printed = user_data;

  *printed = g_object_ref (result);
}

/* Returns: whether it was printed to @path */
static gboolean
print (Fixture     *fixture,
       const char  *path,
       gboolean     past,
       GError     **error)
{
  g_autoptr (GtkPrintOperation) operation =
    unknot_result_print_new_operation (fixture->checkup, fixture->whereabouts, past);
  g_autoptr (GAsyncResult) result = NULL;
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  g_autofree char *job_name = NULL;

  g_object_get (operation, "job-name", &job_name, NULL);
  g_assert_cmpstr (job_name, ==, "Result of the Check-Up");
  g_assert_cmpstr (gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME), ==,
                   "Result of the Check-Up");
  gtk_print_operation_set_export_filename (operation, path);
  unknot_print_run_async (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, printed_cb, &result);
  unknot_test_wait (result != NULL);

  return unknot_print_finish (result, error);
}

/* Returns: (nullable): what it says, and what each of it is; %NULL where that cannot be told */
static char *
print_and_read (Fixture  *fixture,
                gboolean  past)
{
  const char *const command[] = { "pdfinfo", "-struct-text", fixture->path, NULL };
  g_autofree char *program = g_find_program_in_path (command[0]);
  g_autoptr (GError) error = NULL;
  char *structure = NULL;

  g_assert_true (print (fixture, fixture->path, past, &error));
  g_assert_no_error (error);
  if (program == NULL)
    {
      g_test_skip ("needs pdfinfo");
      return NULL;
    }
  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                               &structure, NULL, NULL, &error));
  g_assert_no_error (error);

  return structure;
}

static void
test_result_print_file (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *structure = print_and_read (fixture, FALSE);

  if (structure == NULL)
    return;
  g_assert_true (g_str_has_prefix (structure, "Document\n  H1 (block)\n    \"Call 112 now\"\n"));
  g_assert_nonnull (strstr (structure, "\n  H2 (block)\n    \"Answers\"\n  L (block)\n"
                                       "    LI (block)\n      Lbl (block)\n"
                                       "        \"New or worse\"\n"));
  g_assert_null (strstr (structure, "This is an earlier check-up."));
}

static void
test_result_print_past (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *structure = print_and_read (fixture, TRUE);

  if (structure != NULL)
    g_assert_nonnull (strstr (structure, "\"This is an earlier check-up."));
}

static void
test_result_print_nowhere (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "missing", "result.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (print (fixture, path, FALSE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, "The page could not be printed: "));
  g_assert_true (g_str_has_suffix (error->message,
                                   "Look whether the printer is on, and try again."));
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  g_test_add ("/result-print/file", Fixture, "E01.json", set_up, test_result_print_file,
              tear_down);
  g_test_add ("/result-print/past", Fixture, "E01.json", set_up, test_result_print_past,
              tear_down);
  g_test_add ("/result-print/nowhere", Fixture, "E01.json", set_up, test_result_print_nowhere,
              tear_down);

  return g_test_run ();
}
