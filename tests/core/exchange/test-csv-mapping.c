/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-csv-mapping.h"
#include "unknot-test-exchange.h"

#define TABLE                                                                                      \
  "Nr;Date;Time;Severity (0-100);Comments\n"                                                       \
  "1;21.11.2026;14:05;75;Lifted a box\n"                                                           \
  "2;22.11.2026;;0;\n"

static UnknotCsvMapping *
make_mapping (const char *table)
{
  g_autoptr (GBytes) bytes = g_bytes_new (table, strlen (table));
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 30, 12, 0, 0);
  g_autoptr (GError) error = NULL;
  UnknotCsvMapping *mapping = unknot_csv_mapping_new (bytes, now, &error);

  g_assert_no_error (error);

  return mapping;
}

static void
assert_columns (const char *names,
                int         start,
                int         time,
                int         end,
                int         pain,
                int         note)
{
  g_autoptr (UnknotCsvMapping) mapping = make_mapping (names);

  g_assert_cmpint (unknot_csv_mapping_get_column (mapping, UNKNOT_CSV_FIELD_START), ==, start);
  g_assert_cmpint (unknot_csv_mapping_get_column (mapping, UNKNOT_CSV_FIELD_TIME), ==, time);
  g_assert_cmpint (unknot_csv_mapping_get_column (mapping, UNKNOT_CSV_FIELD_END), ==, end);
  g_assert_cmpint (unknot_csv_mapping_get_column (mapping, UNKNOT_CSV_FIELD_PAIN), ==, pain);
  g_assert_cmpint (unknot_csv_mapping_get_column (mapping, UNKNOT_CSV_FIELD_NOTE), ==, note);
}

static void
test_csv_mapping_columns (void)
{
  assert_columns ("date,pain\n", 0, -1, -1, 1, -1);
  assert_columns ("Pain level,Started,Ended,Notes\n", 1, -1, 2, 0, 3);
  assert_columns ("Nr;Date;Time;Severity (0-100);Comments\n", 1, 2, -1, 3, 4);
  assert_columns ("When;Day;How bad\n", 1, 0, -1, -1, -1);
  assert_columns ("Date,Start,End,Pain\n", 0, 1, 2, 3, -1);
  assert_columns ("Start time,Start date,End time,Pain\n", 1, 0, 2, 3, -1);
  assert_columns ("a,b,c\n", -1, -1, -1, -1, -1);
}

static void
test_csv_mapping_forms (void)
{
  g_autoptr (UnknotCsvMapping) mapping = make_mapping (TABLE);
  g_autoptr (UnknotCsvMapping) other = make_mapping ("date,pain\n11/12/2026,3\n11/21/2026,4\n");
  g_autoptr (UnknotCsvMapping) usual = make_mapping ("date,pain\n11/12/2026,30/100\n");
  g_autoptr (UnknotCsvMapping) mistyped =
    make_mapping ("date,pain\n11/12/2026,7\n11/21/2026,8\n11/22/2026,99\n");

  g_assert_cmpint (unknot_csv_mapping_get_worst (mapping), ==, 100);
  g_assert_cmpint (unknot_csv_mapping_get_order (mapping), ==, UNKNOT_CSV_ORDER_DAY_MONTH_YEAR);
  g_assert_cmpint (unknot_csv_mapping_get_worst (other), ==, 10);
  g_assert_cmpint (unknot_csv_mapping_get_order (other), ==, UNKNOT_CSV_ORDER_MONTH_DAY_YEAR);
  g_assert_cmpstr (unknot_csv_mapping_get_names (other)[1], ==, "pain");
  g_assert_cmpint (unknot_csv_mapping_get_worst (usual), ==, 100);
  g_assert_cmpint (unknot_csv_mapping_get_worst (mistyped), ==, 10);
  g_assert_cmpint (unknot_csv_mapping_get_order (usual), ==, unknot_csv_time_get_usual_order ());
}

/* What is in a column is looked at when it is chosen: its name may be in any language. */
static void
test_csv_mapping_chosen (void)
{
  g_autoptr (UnknotCsvMapping) mapping =
    make_mapping ("Datum;Schmerz;Tag\n11/21/2026;30;3.4.2026\n11/22/2026;40;4.4.2026\n");

  unknot_csv_mapping_set_column (mapping, UNKNOT_CSV_FIELD_START, 0);
  unknot_csv_mapping_set_column (mapping, UNKNOT_CSV_FIELD_PAIN, 1);
  g_assert_cmpint (unknot_csv_mapping_get_order (mapping), ==, UNKNOT_CSV_ORDER_MONTH_DAY_YEAR);
  g_assert_cmpint (unknot_csv_mapping_get_worst (mapping), ==, 100);

  unknot_csv_mapping_set_column (mapping, UNKNOT_CSV_FIELD_START, 2);
  unknot_csv_mapping_set_column (mapping, UNKNOT_CSV_FIELD_PAIN, 0);
  g_assert_cmpint (unknot_csv_mapping_get_order (mapping), ==, UNKNOT_CSV_ORDER_DAY_MONTH_YEAR);
  g_assert_cmpint (unknot_csv_mapping_get_worst (mapping), ==, 10);

  /* One that is not there has nothing in it. */
  unknot_csv_mapping_set_column (mapping, UNKNOT_CSV_FIELD_PAIN, 9);
  g_assert_cmpint (unknot_csv_mapping_get_worst (mapping), ==, 10);

  /* What the person chose of the same column stays. */
  unknot_csv_mapping_set_order (mapping, UNKNOT_CSV_ORDER_MONTH_DAY_YEAR);
  unknot_csv_mapping_set_column (mapping, UNKNOT_CSV_FIELD_START, 2);
  unknot_csv_mapping_set_column (mapping, UNKNOT_CSV_FIELD_NOTE, 1);
  g_assert_cmpint (unknot_csv_mapping_get_order (mapping), ==, UNKNOT_CSV_ORDER_MONTH_DAY_YEAR);
}

static void
assert_doubtful (const char *rows,
                 const char *expected)
{
  g_autofree char *table = g_strconcat ("date,other,pain\n", rows, NULL);
  g_autoptr (UnknotCsvMapping) mapping = make_mapping (table);
  g_autofree char *doubtful = unknot_csv_mapping_dup_doubt (mapping);

  g_assert_cmpstr (doubtful, ==, expected);
}

/* A single day that tells in which order it is written tells it of all. */
static void
test_csv_mapping_doubtful (void)
{
  g_autoptr (UnknotCsvMapping) other = make_mapping ("date,other,pain\n13/4/2026,3/4/2026,4\n");
  g_autofree char *doubtful = NULL;

  assert_doubtful ("3/4/2026,,4\n5/6/2026,,4\n", "3/4/2026");
  assert_doubtful ("soon,,4\n4/4/2026,,4\n5/6/2026,,4\n", "5/6/2026");
  assert_doubtful ("3/4/2026,,4\n13/6/2026,,4\n", NULL);
  assert_doubtful ("2026-04-03,,4\n", NULL);
  assert_doubtful ("4/4/2026,,4\n", NULL);
  assert_doubtful ("", NULL);

  /* Of the column that has the day. */
  unknot_csv_mapping_set_column (other, UNKNOT_CSV_FIELD_START, 1);
  doubtful = unknot_csv_mapping_dup_doubt (other);
  g_assert_cmpstr (doubtful, ==, "3/4/2026");
}

static void
test_csv_mapping_preview (void)
{
  g_autoptr (UnknotCsvMapping) mapping = make_mapping (TABLE "3;soon;;5;\n\n;;;;\n4;23.11.2026;;101;\n");
  g_autoptr (GListModel) preview = unknot_csv_mapping_preview (mapping, 10);
  g_autoptr (GListModel) less = unknot_csv_mapping_preview (mapping, 2);
  g_autoptr (UnknotCsvRow) first = g_list_model_get_item (preview, 0);
  g_autoptr (UnknotCsvRow) second = g_list_model_get_item (preview, 1);
  g_autoptr (UnknotCsvRow) third = g_list_model_get_item (preview, 2);
  g_autoptr (UnknotCsvRow) fourth = g_list_model_get_item (preview, 3);
  UnknotEpisode *episode = unknot_csv_row_get_episode (first);

  g_assert_cmpuint (g_list_model_get_n_items (preview), ==, 4);
  g_assert_cmpuint (g_list_model_get_n_items (less), ==, 2);
  g_assert_cmpuint (unknot_csv_row_get_line (first), ==, 2);
  g_assert_cmpint (unknot_episode_get_worst (episode), ==, 8);
  g_assert_cmpstr (unknot_episode_get_note (episode), ==, "Lifted a box");
  g_assert_cmpstr (unknot_episode_get_precision (episode), ==, "exact");
  g_assert_cmpint (unknot_moment_get_utc (unknot_episode_get_start (episode)), ==, 1795269900000);
  g_assert_cmpstr (unknot_episode_get_precision (unknot_csv_row_get_episode (second)), ==, "day");
  g_assert_nonnull (unknot_episode_get_end (unknot_csv_row_get_episode (second)));
  g_assert_null (unknot_csv_row_get_episode (third));
  g_assert_cmpstr (unknot_csv_row_get_fault (third), ==,
                   "“soon” is not a date that is understood.");
  g_assert_cmpstr (unknot_csv_row_get_fault (fourth), ==, "“101” is not a pain from 0 to 100.");
  g_assert_cmpuint (unknot_csv_row_get_line (fourth), ==, 7);
}

/* What is mapped otherwise is read otherwise. */
static void
test_csv_mapping_change (void)
{
  g_autoptr (UnknotCsvMapping) mapping = make_mapping ("a,b,c,d\n1/2/2026,3/2/2026,4 /5,x\n");
  g_autoptr (GListModel) nothing = unknot_csv_mapping_preview (mapping, 1);
  g_autoptr (GListModel) preview = NULL;
  g_autoptr (UnknotCsvRow) row = NULL;
  UnknotEpisode *episode;

  g_assert_cmpuint (g_list_model_get_n_items (nothing), ==, 0);
  g_assert_false (unknot_csv_mapping_is_complete (mapping));
  unknot_csv_mapping_set_column (mapping, UNKNOT_CSV_FIELD_START, 0);
  unknot_csv_mapping_set_column (mapping, UNKNOT_CSV_FIELD_END, 1);
  unknot_csv_mapping_set_column (mapping, UNKNOT_CSV_FIELD_PAIN, 2);
  unknot_csv_mapping_set_column (mapping, UNKNOT_CSV_FIELD_NOTE, 3);
  unknot_csv_mapping_set_order (mapping, UNKNOT_CSV_ORDER_MONTH_DAY_YEAR);
  unknot_csv_mapping_set_worst (mapping, 5);
  g_assert_true (unknot_csv_mapping_is_complete (mapping));
  preview = unknot_csv_mapping_preview (mapping, 1);
  row = g_list_model_get_item (preview, 0);
  episode = unknot_csv_row_get_episode (row);

  g_assert_cmpint (unknot_moment_get_day (unknot_episode_get_start (episode)), ==, 20260102);
  g_assert_cmpint (unknot_moment_get_day (unknot_episode_get_end (episode)), ==, 20260302);
  g_assert_cmpint (unknot_episode_get_worst (episode), ==, 8);
  g_assert_cmpstr (unknot_episode_get_note (episode), ==, "x");
}

static void
assert_no_table (const char *text,
                 const char *fault)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 30, 12, 0, 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (unknot_csv_mapping_new (bytes, now, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, fault);
}

/* Before anybody is asked what its columns are, however far down it breaks. */
static void
test_csv_mapping_no_table (void)
{
  g_autoptr (GString) table = g_string_new (TABLE);

  assert_no_table ("\n\n", "The file is empty.");
  assert_no_table ("a,\"b", "Line 1: A quotation mark opens here and is never closed.");
  for (guint i = 0; i < 1000; i++)
    g_string_append (table, "3;23.11.2026;;5;\n");
  g_string_append (table, "4;24.11.2026;;5;\"It hurt\n5;25.11.2026;;5;\n");
  assert_no_table (table->str, "Line 1004: A quotation mark opens here and is never closed.");
  assert_no_table ("date,pain\n2026-11-21,\"4\"5\n",
                   "Line 2: Something follows a quotation mark that ends a field.");
}

/* The same table twice is the same spasms, also elsewhere; those that began at the same time in it
 * are two. What is written into it later does not take the place of what is there. */
static void
test_csv_mapping_import (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotCsvMapping) mapping = make_mapping (TABLE "\n;;;;\n3;22.11.2026;;0;\n");
  g_autoptr (GBytes) later = g_bytes_new_static (TABLE, strlen (TABLE));
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2026, 11, 30, 12, 0, 0);
  g_autoptr (UnknotCsvMapping) elsewhere = unknot_csv_mapping_new (later, now, NULL);
  g_autoptr (UnknotCsvMapping) longer =
    make_mapping ("Date;Time;Severity;Comments;New\n21.11.2026;14:05;75;Lifted two boxes;x\n");
  g_autoptr (UnknotImport) import = NULL;
  g_autoptr (UnknotImport) second = NULL;
  g_autoptr (UnknotImport) third = NULL;
  g_autoptr (UnknotImport) fourth = NULL;

  unknot_test_diary_open (fixture);
  import = unknot_import_new_mapping (fixture->diary, mapping);
  unknot_csv_mapping_set_column (mapping, UNKNOT_CSV_FIELD_PAIN, 0);
  unknot_test_exchange_run (import);
  unknot_test_exchange_assert_counts (import, 3, 0, 0, 0);
  unknot_csv_mapping_set_column (mapping, UNKNOT_CSV_FIELD_PAIN, 3);
  second = unknot_import_new_mapping (fixture->diary, mapping);
  unknot_test_exchange_run (second);
  unknot_test_exchange_assert_counts (second, 0, 0, 3, 0);
  third = unknot_import_new_mapping (fixture->diary, elsewhere);
  unknot_test_exchange_run (third);
  unknot_test_exchange_assert_counts (third, 0, 0, 0, 2);
  fourth = unknot_import_new_mapping (fixture->diary, longer);
  unknot_test_exchange_run (fourth);
  unknot_test_exchange_assert_counts (fourth, 0, 0, 0, 1);
}

/* What is told before is what is done. */
static void
assert_becomes (DiaryFixture *fixture,
                const char   *rows,
                guint         n_added,
                guint         n_same,
                guint         n_kept)
{
  g_autofree char *table = g_strconcat ("Date;Severity;Comments\n", rows, NULL);
  g_autoptr (UnknotCsvMapping) mapping = make_mapping (table);
  g_autoptr (UnknotImport) import = unknot_import_new_mapping (fixture->diary, mapping);

  unknot_test_exchange_plan (import);
  unknot_test_exchange_assert_counts (import, n_added, 0, n_same, n_kept);
  unknot_test_exchange_run (import);
  unknot_test_exchange_assert_counts (import, n_added, 0, n_same, n_kept);
}

static UnknotEpisode *
find_noted (DiaryFixture *fixture,
            const char   *note,
            guint        *n)
{
  g_autoptr (GPtrArray) all = unknot_diary_dup_all (fixture->diary, UNKNOT_TYPE_EPISODE, NULL);
  UnknotEpisode *found = NULL;

  *n = 0;
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (unknot_episode_get_note (g_ptr_array_index (all, i)), note))
      {
        g_set_object (&found, g_ptr_array_index (all, i));
        (*n)++;
      }

  return found;
}

#define ROW(pain, note) "21.11.2026;" #pain ";" note "\n"

/* Several spasms of a day that no time tells apart: however the table was changed meanwhile, none is
 * there twice, none is left out, and what was written otherwise since is told as that. */
static void
test_csv_mapping_edited (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotEpisode) first = NULL;
  g_autoptr (UnknotEpisode) changed = NULL;
  g_autoptr (UnknotEpisode) again = NULL;
  g_autoptr (UnknotEpisode) new = NULL;
  guint n;

  unknot_test_diary_open (fixture);
  assert_becomes (fixture, ROW (7, "A") ROW (5, "B"), 2, 0, 0);
  assert_becomes (fixture, ROW (3, "new") ROW (7, "A") ROW (5, "B"), 1, 2, 0);
  new = find_noted (fixture, "new", &n);
  g_assert_cmpuint (n, ==, 1);
  assert_becomes (fixture, ROW (5, "B") ROW (3, "new") ROW (7, "A"), 0, 3, 0);
  assert_becomes (fixture, ROW (5, "B"), 0, 1, 0);

  assert_becomes (fixture, ROW (7, "A, at noon") ROW (5, "B") ROW (3, "new"), 0, 2, 1);
  assert_becomes (fixture, ROW (8, "A") ROW (5, "B") ROW (3, "new") ROW (1, "last"), 1, 2, 1);
  changed = find_noted (fixture, "A, at noon", &n);
  g_assert_null (changed);
  first = find_noted (fixture, "A", &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (unknot_episode_get_worst (first), ==, 7);

  assert_becomes (fixture, ROW (7, "A") ROW (7, "A") ROW (5, "B") ROW (3, "new") ROW (1, "last"),
                  1, 4, 0);
  g_clear_object (&first);
  first = find_noted (fixture, "A", &n);
  g_assert_cmpuint (n, ==, 2);
}

/* What was deleted is brought back in its own place, and what comes after it is still found. */
static void
test_csv_mapping_deleted (DiaryFixture  *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotEpisode) first = NULL;
  guint n;

  unknot_test_diary_open (fixture);
  assert_becomes (fixture, ROW (7, "A") ROW (5, "B"), 2, 0, 0);
  first = find_noted (fixture, "A", &n);
  unknot_test_diary_mark (fixture->diary, first, TRUE);
  assert_becomes (fixture, ROW (5, "B"), 0, 1, 0);
  assert_becomes (fixture, ROW (5, "B") ROW (7, "A"), 1, 1, 0);
  assert_becomes (fixture, ROW (7, "A") ROW (5, "B"), 0, 2, 0);
}

/* More than anybody looks among. */
static void
test_csv_mapping_many (DiaryFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GString) turned = g_string_new (NULL);

  unknot_test_diary_open (fixture);
  for (guint i = 0; i < 300; i++)
    {
      g_string_append_printf (rows, "21.11.2026;%u;%u\n", i % 11, i);
      g_string_append_printf (turned, "21.11.2026;%u;%u\n", (i + 50) % 300 % 11, (i + 50) % 300);
    }
  assert_becomes (fixture, rows->str, 300, 0, 0);
  assert_becomes (fixture, rows->str, 0, 300, 0);
  assert_becomes (fixture, turned->str, 0, 300, 0);
  assert_becomes (fixture, ROW (4, "last of all"), 0, 0, 1);
}

static void
test_csv_mapping_faults (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotCsvMapping) mapping =
    make_mapping (TABLE "3;soon;;5;\n4;23.11.2026;;-1;\n5;1.12.2026;;5;\n");
  g_autoptr (UnknotImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) episodes = NULL;

  unknot_test_diary_open (fixture);
  import = unknot_import_new_mapping (fixture->diary, mapping);
  g_assert_false (unknot_test_exchange_try (import, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==,
                   "Line 4: “soon” is not a date that is understood.\n"
                   "Line 5: “-1” is not a pain from 0 to 100.\n"
                   "Line 6: “1.12.2026” is after today.");
  episodes = unknot_diary_dup_all (fixture->diary, UNKNOT_TYPE_EPISODE, NULL);
  g_assert_cmpuint (episodes->len, ==, 0);
}

static void
assert_unrated (const char *rows,
                guint       n)
{
  g_autofree char *table = g_strconcat ("date;pain;note;other\n", rows, NULL);
  g_autoptr (UnknotCsvMapping) mapping = make_mapping (table);

  g_assert_cmpuint (unknot_csv_mapping_count_unrated (mapping), ==, n);
}

/* Blank, and nothing else; in a row that says anything of what is asked for. */
static void
test_csv_mapping_unrated (void)
{
  g_autoptr (UnknotCsvMapping) none = make_mapping ("date;note\n21.11.2026;A\n");
  g_autoptr (UnknotCsvMapping) other = make_mapping ("date;pain;other\n21.11.2026;7;\n");

  assert_unrated ("", 0);
  assert_unrated ("21.11.2026;0;;\n21.11.2026;-;;\n21.11.2026;bad;;\n", 0);
  assert_unrated (";;;\n;;;x\n\n", 0);
  assert_unrated ("21.11.2026;;;\n21.11.2026; \t;;\n21.11.2026\n;;Was away;\n21.11.2026;4;;\n", 4);

  g_assert_cmpuint (unknot_csv_mapping_count_unrated (none), ==, 0);
  g_assert_cmpuint (unknot_csv_mapping_count_unrated (other), ==, 0);
  unknot_csv_mapping_set_column (other, UNKNOT_CSV_FIELD_PAIN, 2);
  g_assert_cmpuint (unknot_csv_mapping_count_unrated (other), ==, 1);
}

/* Only where that is asked for; and what is wrong in other rows is told all the same. */
static void
test_csv_mapping_skip (DiaryFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr (UnknotCsvMapping) mapping =
    make_mapping ("Date;Severity\n20.11.2026;\n21.11.2026;7\nsoon;\n22.11.2026;4\n");
  g_autoptr (UnknotCsvMapping) faulty =
    make_mapping ("Date;Severity\n20.11.2026;\n21.11.2026;bad\nsoon;4\n");
  g_autoptr (UnknotImport) refused = NULL;
  g_autoptr (UnknotImport) import = NULL;
  g_autoptr (UnknotImport) still = NULL;
  g_autoptr (GListModel) preview = NULL;
  g_autoptr (UnknotCsvRow) first = NULL;
  g_autoptr (GError) error = NULL;

  unknot_test_diary_open (fixture);
  refused = unknot_import_new_mapping (fixture->diary, mapping);
  g_assert_false (unknot_test_exchange_try (refused, &error));
  g_assert_cmpstr (error->message, ==,
                   "Line 2: This row has no pain. Such rows can be left out.\n"
                   "Line 4: “soon” is not a date that is understood.");
  g_clear_error (&error);

  unknot_csv_mapping_set_skips_unrated (mapping, TRUE);
  preview = unknot_csv_mapping_preview (mapping, 1);
  first = g_list_model_get_item (preview, 0);
  g_assert_cmpuint (unknot_csv_row_get_line (first), ==, 3);
  import = unknot_import_new_mapping (fixture->diary, mapping);
  unknot_test_exchange_plan (import);
  unknot_test_exchange_assert_counts (import, 2, 0, 0, 0);
  g_assert_cmpuint (unknot_import_get_n_skipped (import), ==, 2);
  unknot_test_exchange_run (import);
  unknot_test_exchange_assert_counts (import, 2, 0, 0, 0);
  g_assert_cmpuint (unknot_import_get_n_skipped (import), ==, 2);

  unknot_csv_mapping_set_skips_unrated (faulty, TRUE);
  still = unknot_import_new_mapping (fixture->diary, faulty);
  g_assert_false (unknot_test_exchange_try (still, &error));
  g_assert_cmpstr (error->message, ==,
                   "Line 3: “bad” is not a pain from 0 to 10.\n"
                   "Line 4: “soon” is not a date that is understood.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-mapping/columns", test_csv_mapping_columns);
  g_test_add_func ("/csv-mapping/forms", test_csv_mapping_forms);
  g_test_add_func ("/csv-mapping/chosen", test_csv_mapping_chosen);
  g_test_add_func ("/csv-mapping/doubtful", test_csv_mapping_doubtful);
  g_test_add_func ("/csv-mapping/unrated", test_csv_mapping_unrated);
  g_test_add_func ("/csv-mapping/preview", test_csv_mapping_preview);
  g_test_add_func ("/csv-mapping/change", test_csv_mapping_change);
  g_test_add_func ("/csv-mapping/no-table", test_csv_mapping_no_table);
  g_test_add ("/csv-mapping/import", DiaryFixture, NULL, unknot_test_diary_set_up,
              test_csv_mapping_import, unknot_test_diary_tear_down);
  g_test_add ("/csv-mapping/edited", DiaryFixture, NULL, unknot_test_diary_set_up,
              test_csv_mapping_edited, unknot_test_diary_tear_down);
  g_test_add ("/csv-mapping/deleted", DiaryFixture, NULL, unknot_test_diary_set_up,
              test_csv_mapping_deleted, unknot_test_diary_tear_down);
  g_test_add ("/csv-mapping/many", DiaryFixture, NULL, unknot_test_diary_set_up,
              test_csv_mapping_many, unknot_test_diary_tear_down);
  g_test_add ("/csv-mapping/skip", DiaryFixture, NULL, unknot_test_diary_set_up,
              test_csv_mapping_skip, unknot_test_diary_tear_down);
  g_test_add ("/csv-mapping/faults", DiaryFixture, NULL, unknot_test_diary_set_up,
              test_csv_mapping_faults, unknot_test_diary_tear_down);

  return g_test_run ();
}
