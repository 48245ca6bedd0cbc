/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-csv.h"

/* Rows as text: “|” after each field, “/” after each row; and then the faults. */
static char *
read_all (const char *text,
          gsize       length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (UnknotCsv) csv = unknot_csv_new (bytes, faults);
  g_autoptr (GString) read = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  GStrv row;

  while ((row = unknot_csv_read_row (csv)) != NULL)
    {
      for (guint i = 0; row[i] != NULL; i++)
        g_string_append_printf (read, "%s|", row[i]);
      g_string_append_printf (read, "/%u ", unknot_csv_get_line (csv));
      g_strfreev (row);
    }
  g_assert_true (unknot_csv_get_part (csv) >= 1);
  if (!unknot_faults_report (faults, G_FILE_ERROR, 0, &error))
    g_string_append (read, error->message);

  return g_string_free_and_steal (g_steal_pointer (&read));
}

static const struct
{
  const char *text;
  const char *read;
} cases[] = {
  { "a,b\r\nc,d\r\n", "a|b|/1 c|d|/2 " },
  { "a,b\nc,d", "a|b|/1 c|d|/2 " },
  { "a\rb", "a|/1 b|/2 " },
  { "\n\na\n\n", "a|/3 " },
  { ",,\n", "|||/1 " },
  { "\"a\"\"b\",\"\"\n", "a\"b||/1 " },
  { "\"a\r\nb\",c\nd,e", "a\r\nb|c|/1 d|e|/3 " },
  { "a;b,c;d\n1;2\n", "a|b,c|d|/1 1|2|/2 " },
  { "a\tb\n\"x;y\"\tz\n", "a|b|/1 x;y|z|/2 " },
  { "\"a,b,c\";d\n", "a,b,c|d|/1 " },
  { "\xef\xbb\xbf" "a,b\n", "a|b|/1 " },
  { "", "The file is empty." },
  { "a,b\"c\n", "Line 1: There is a quotation mark in a field that does not begin with one." },
  { "a,b\n\"c\"d\n", "a|b|/1 Line 2: Something follows a quotation mark that ends a field." },
  { "a\n\"b\nc", "a|/1 Line 2: A quotation mark opens here and is never closed." },
  { "a\n\n\xff", "Line 3: This is not UTF-8 text. Save the file as UTF-8, and try again." },
  { "PK\x03\x04\x14,\x06",
    "This is a spreadsheet, or packed. Open it where it was made, save it as CSV, and import that." },
};

static void
test_csv_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *read = read_all (cases[i].text, strlen (cases[i].text));

      g_assert_cmpstr (read, ==, cases[i].read);
    }
}

static void
test_csv_nul (void)
{
  g_autofree char *read = read_all ("a\nb\0c\n\0", 7);
  g_autofree char *binary = read_all ("a\nb\0c\n\xff", 7);

  g_assert_cmpstr (read, ==,
                   "Line 2: There is a NUL here, a character that no text has. The file may be "
                   "damaged: export or save it once more, and try again.");
  /* What is not text at all is told as that. */
  g_assert_cmpstr (binary, ==,
                   "Line 3: This is not UTF-8 text. Save the file as UTF-8, and try again.");
}

static void
test_csv_wide (void)
{
  g_autofree char *commas = g_strnfill (1000, ',');
  g_autofree char *read = read_all (commas, 1000);

  g_assert_cmpstr (read, ==, "Line 1: There are too many fields.");
}

/* What goes out comes in again, and no spreadsheet takes it for a formula. */
static void
test_csv_write (void)
{
  static const char *const fields[] = {
    "", "a", "a b", "a,b", "a;b", "a\tb", "\"a\"", "a\r\nb", "=1+1", "+1", "-1", "@x", "\tx", "\rx",
    "'", "'=1", "''", "“x”", "=", "-",
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (UnknotFaults) faults = unknot_faults_new ();
      g_autoptr (UnknotCsv) csv = NULL;
      g_auto (GStrv) row = NULL;

      unknot_csv_append_field (text, "x");
      unknot_csv_append_field (text, fields[i]);
      unknot_csv_append_field (text, fields[i]);
      unknot_csv_append_end (text);
      g_assert_true (g_str_has_suffix (text->str, "\r\n"));
      bytes = g_bytes_new (text->str, text->len);
      csv = unknot_csv_new (bytes, faults);
      row = unknot_csv_read_row (csv);
      g_assert_cmpuint (g_strv_length (row), ==, 3);
      g_assert_null (strchr ("=+-@\t\r", *row[1] != '\0' ? *row[1] : 'x'));
      g_assert_cmpstr (unknot_csv_unguard (row[1]), ==, fields[i]);
      g_assert_cmpstr (unknot_csv_unguard (row[2]), ==, fields[i]);
      g_assert_cmpuint (unknot_faults_get_size (faults), ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/read", test_csv_read);
  g_test_add_func ("/csv/nul", test_csv_nul);
  g_test_add_func ("/csv/wide", test_csv_wide);
  g_test_add_func ("/csv/write", test_csv_write);

  return g_test_run ();
}
