/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-faults.h"

#include <gio/gio.h>

static char *
report (UnknotFaults *faults)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (unknot_faults_report (faults, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);

  return g_strdup (error->message);
}

static void
test_faults_none (void)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (unknot_faults_get_size (faults), ==, 0);
  g_assert_true (unknot_faults_report (faults, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, &error));
  g_assert_no_error (error);
}

static void
test_faults_all_at_once (void)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autofree char *first = NULL;
  g_autofree char *all = NULL;

  unknot_faults_add (faults, "“%s” stands %d times.", "bladder", 2);
  first = report (faults);
  g_assert_cmpstr (first, ==, "“bladder” stands 2 times.");

  unknot_faults_add (faults, "The file is empty.");
  unknot_faults_add (faults, "The file is empty.");
  g_assert_cmpuint (unknot_faults_get_size (faults), ==, 3);
  all = report (faults);
  g_assert_cmpstr (all, ==,
                   "“bladder” stands 2 times.\nThe file is empty.\nThe file is empty.");
}

static void
test_faults_error_not_wanted (void)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();

  unknot_faults_add (faults, "The file is empty.");

  g_assert_false (unknot_faults_report (faults, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, NULL));
}

static void
test_faults_one_line (void)
{
  static const struct
  {
    const char *quoted;
    const char *shown;
  } cases[] = {
    { "", "" },
    { "a\nb", "a\357\277\275b" },
    { "a\r\nb", "a\357\277\275\357\277\275b" },
    { "\t", "\357\277\275" },
    { "\001\033[2J", "\357\277\275\357\277\275[2J" },
    { "\177", "\357\277\275" },
    { "NEL \302\205", "NEL \357\277\275" },
    { "CSI \302\233", "CSI \357\277\275" },
    { "line separator \342\200\250", "line separator \357\277\275" },
    { "paragraph separator \342\200\251", "paragraph separator \357\277\275" },
    { "not UTF-8 \377", "not UTF-8 \357\277\275" },
    { "%s %n 38 °C, “né”, 背中 🙂", "%s %n 38 °C, “né”, 背中 🙂" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotFaults) faults = unknot_faults_new ();
      g_autofree char *expected = g_strdup_printf ("“%s” is not known.", cases[i].shown);
      g_autofree char *message = NULL;

      unknot_faults_add (faults, "“%s” is not known.", cases[i].quoted);
      message = report (faults);

      g_assert_cmpstr (message, ==, expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/faults/none", test_faults_none);
  g_test_add_func ("/faults/all-at-once", test_faults_all_at_once);
  g_test_add_func ("/faults/error-not-wanted", test_faults_error_not_wanted);
  g_test_add_func ("/faults/one-line", test_faults_one_line);

  return g_test_run ();
}
