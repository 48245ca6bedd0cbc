/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-print.h"
#include "unknot-topic-print.h"

#include "unknot-test-ui.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  UnknotLibrary *library;
  UnknotTopic *topic; /* unowned */
} Fixture;

static char *
build_path (Fixture    *fixture,
            const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *const languages[] = { "C", NULL };
  g_autoptr (GString) page = g_string_new (
    "<page xmlns=\"http://projectmallard.org/1.0/\" type=\"topic\" id=\"page\">"
    "<info><link type=\"guide\" xref=\"index#helps\"/><desc>About it.</desc>"
    "<revision date=\"2026-11-21\" status=\"final\"/></info><title>What it is</title>");
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *subfolder = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("unknot-topic-print-XXXXXX", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 400; i++)
    g_string_append_printf (page, "<p>Paragraph %u</p>", i);
  g_string_append (page, "</page>");
  subfolder = build_path (fixture, "C");
  g_assert_no_errno (g_mkdir (subfolder, 0700));
  path = build_path (fixture, "C/page.page");
  g_file_set_contents (path, page->str, -1, &error);
  g_assert_no_error (error);

  folder = g_file_new_for_path (fixture->folder);
  fixture->library = unknot_library_new (folder, languages);
  fixture->topic = unknot_library_get_topic (fixture->library, "page", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const names[] = { "page.pdf", "C/page.page", "C" };

  g_assert_finalize_object (fixture->library);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = build_path (fixture, names[i]);

      g_remove (path);
    }
  g_assert_no_errno (g_rmdir (fixture->folder));
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

/* Returns: whether it was printed to a file in the folder */
static gboolean
print (Fixture            *fixture,
       GtkPrintOperation  *operation,
       const char         *name,
       GError            **error)
{
  g_autofree char *path = build_path (fixture, name);
  g_autoptr (GAsyncResult) result = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  unknot_print_run_async (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, printed_cb, &result);
  unknot_test_wait (result != NULL);

  return unknot_print_finish (result, error);
}

/* Returns: what a file is called that it is printed to */
static const char *
get_file_name (GtkPrintOperation *operation)
{
  return gtk_print_settings_get (gtk_print_operation_get_print_settings (operation),
                                 GTK_PRINT_SETTINGS_OUTPUT_BASENAME);
}

/* Returns: on how many sheets */
static int
print_on (Fixture    *fixture,
          const char *format)
{
  GtkPaperSize *paper = gtk_paper_size_new (format);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPrintOperation) operation =
    unknot_topic_print_new_operation (fixture->topic, fixture->library, "What it is");
  g_autofree char *path = build_path (fixture, "page.pdf");
  g_autofree char *contents = NULL;
  g_autofree char *job_name = NULL;
  g_autoptr (GError) error = NULL;
  int n_sheets;

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_paper_size_free (paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  g_assert_cmpstr (get_file_name (operation), ==, "What it is");
  g_assert_true (print (fixture, operation, "page.pdf", &error));
  g_assert_no_error (error);

  g_object_get (operation, "job-name", &job_name, NULL);
  g_assert_cmpstr (job_name, ==, "What it is");
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  n_sheets = gtk_print_operation_get_n_pages_to_print (operation);
  g_assert_finalize_object (g_steal_pointer (&operation));

  return n_sheets;
}

/* A lower sheet has room for less. */
static void
test_topic_print_file (Fixture       *fixture,
                       gconstpointer  data)
{
  int n_on_a4 = print_on (fixture, GTK_PAPER_NAME_A4);

  g_assert_cmpint (n_on_a4, >, 8);
  g_assert_cmpint (print_on (fixture, GTK_PAPER_NAME_LETTER), >, n_on_a4);
}

/* Returns: what pdfinfo says of what was printed */
static char *
inspect (Fixture    *fixture,
         const char *option)
{
  g_autofree char *path = build_path (fixture, "page.pdf");
  const char *const command[] = { "pdfinfo", option, path, NULL };
  g_autoptr (GError) error = NULL;
  char *output;

  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                               &output, NULL, NULL, &error));
  g_assert_no_error (error);

  return output;
}

/* For those who read the file with other than their eyes; and no sheet is left over. */
static void
test_topic_print_tagged (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *program = g_find_program_in_path ("pdfinfo");
  g_autofree char *structure = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *n_sheets = NULL;

  if (program == NULL)
    {
      g_test_skip ("needs pdfinfo");
      return;
    }

  n_sheets = g_strdup_printf ("\nPages: *%d\n", print_on (fixture, GTK_PAPER_NAME_A4));
  facts = inspect (fixture, "-isodates");
  g_assert_true (g_regex_match_simple ("\nTagged: *yes\n", facts, 0, 0));
  g_assert_true (g_regex_match_simple (n_sheets, facts, 0, 0));
  structure = inspect (fixture, "-struct-text");
  g_assert_true (g_str_has_prefix (structure, "Document\n  H1 (block)\n    \"What it is\"\n"
                                              "  P (block)\n    \"Paragraph 0\"\n"));
  g_assert_nonnull (strstr (structure, "\n  P (block)\n    \"Paragraph 399\"\n"));
}

/* From right to left, the number of the sheet is at the left. */
static void
test_topic_print_mirrored (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *path = build_path (fixture, "page.pdf");
  const char *const command[] = { "pdftotext", "-layout", "-l", "1", path, "-", NULL };
  g_autofree char *program = g_find_program_in_path (command[0]);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (program == NULL)
    {
      g_test_skip ("needs pdftotext");
      return;
    }

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  print_on (fixture, GTK_PAPER_NAME_A4);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                               &text, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_regex_match_simple ("\\n *1 of \\d+ +Unknot – What it is\\n", text, 0, 0));
}

static void
test_topic_print_nowhere (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GtkPrintOperation) operation =
    unknot_topic_print_new_operation (fixture->topic, fixture->library, "What it is");
  g_autoptr (GError) error = NULL;

  g_assert_false (print (fixture, operation, "missing/page.pdf", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, "The page could not be printed: "));
}

/* It stays in the folder that is chosen. */
static void
test_topic_print_file_name (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GtkPrintOperation) operation =
    unknot_topic_print_new_operation (fixture->topic, fixture->library, "Heat and/or cold");

  g_assert_cmpstr (get_file_name (operation), ==, "Heat and-or cold");
}

static void
cancel_cb (GtkPrintOperation *operation)
{
  gtk_print_operation_cancel (operation);
}

static void
test_topic_print_cancelled (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GtkPrintOperation) operation =
    unknot_topic_print_new_operation (fixture->topic, fixture->library, "What it is");
  g_autoptr (GError) error = NULL;

  g_signal_connect (operation, "draw-page", G_CALLBACK (cancel_cb), NULL);
  g_assert_false (print (fixture, operation, "page.pdf", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  g_test_add ("/topic-print/file", Fixture, NULL, set_up, test_topic_print_file, tear_down);
  g_test_add ("/topic-print/tagged", Fixture, NULL, set_up, test_topic_print_tagged, tear_down);
  g_test_add ("/topic-print/mirrored", Fixture, NULL, set_up, test_topic_print_mirrored,
              tear_down);
  g_test_add ("/topic-print/nowhere", Fixture, NULL, set_up, test_topic_print_nowhere, tear_down);
  g_test_add ("/topic-print/file-name", Fixture, NULL, set_up, test_topic_print_file_name,
              tear_down);
  g_test_add ("/topic-print/cancelled", Fixture, NULL, set_up, test_topic_print_cancelled,
              tear_down);

  return g_test_run ();
}
