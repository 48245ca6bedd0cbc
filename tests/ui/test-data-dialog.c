/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-csv-mapping.h"
#include "unknot-data-dialog.h"
#include "unknot-diary-csv.h"
#include "unknot-diary-json.h"
#include "unknot-test-exchange.h"
#include "unknot-test-ui.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* On 21 November 2026, 14:05, in UTC. */
#define UUID "aaaaaaaa-0000-4000-8000-000000000001"
#define MOMENT "{\"utc\": 1795269900000, \"offset\": 0, \"zone\": \"UTC\", \"day\": 20261121}"
#define NEW_SPASM                                                                                  \
  "{\"format\": \"unknot-diary\", \"version\": 1, \"episodes\": [{\"uuid\": \"" UUID "\", "        \
  "\"start\": " MOMENT ", \"precision\": \"exact\", \"worst\": 4, \"changed\": 1}]}"

typedef struct
{
  DiaryFixture diary;
  GtkWindow *window;
  AdwDialog *dialog;
  UnknotImport *import; /* nullable: the last that was done */
  guint n_went_back;
} Fixture;

static void
take_import_cb (Fixture      *fixture,
                UnknotImport *import)
{
  g_set_object (&fixture->import, import);
}

static void
count_return_cb (Fixture *fixture)
{
  fixture->n_went_back++;
}

static void
save_episode (Fixture *fixture,
              int      hour,
              int      worst)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261120, hour, worst);

  unknot_test_diary_save (fixture->diary.diary, episode);
}

/* Of noon on the first of November. */
static void
set_backup_time (Fixture *fixture)
{
  g_autofree char *folder = g_strconcat (fixture->diary.path, ".backups", NULL);
  g_autofree char *backup = unknot_test_diary_find_file (folder, ".db");
  g_autoptr (GFile) file = g_file_new_for_path (backup);
  g_autoptr (GError) error = NULL;

  g_file_set_attribute_uint64 (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, 1793534400,
                               G_FILE_QUERY_INFO_NONE, NULL, &error);
  g_assert_no_error (error);
}

static void
present (Fixture *fixture)
{
  fixture->dialog = unknot_data_dialog_new (fixture->diary.diary);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  g_signal_connect_swapped (fixture->dialog, "imported", G_CALLBACK (take_import_cb), fixture);
  g_signal_connect_swapped (fixture->dialog, "went-back", G_CALLBACK (count_return_cb), fixture);
  adw_dialog_present (fixture->dialog, GTK_WIDGET (fixture->window));
  unknot_test_wait (gtk_widget_get_mapped (GTK_WIDGET (fixture->dialog)));
}

/* A spasm that is in the one backup as well, and one that is in the diary alone. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  unknot_test_diary_set_up (&fixture->diary, NULL);
  unknot_test_diary_open (&fixture->diary);
  save_episode (fixture, 8, 1);
  unknot_test_diary_reopen (&fixture->diary);
  save_episode (fixture, 9, 2);
  set_backup_time (fixture);
  fixture->window = unknot_test_present_adwaita (gtk_label_new ("Today"));
  present (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (fixture->window);
  /* What it waits for holds on to it. */
  unknot_test_wait (fixture->dialog == NULL);
  g_clear_object (&fixture->import);
  unknot_test_settle ();
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

static GtkWidget *
get (Fixture    *fixture,
     GType       type,
     const char *text)
{
  return unknot_test_get (GTK_WIDGET (fixture->dialog), type, text);
}

static gboolean
shows (Fixture    *fixture,
       const char *label)
{
  return unknot_test_is_shown (GTK_WIDGET (fixture->dialog), GTK_TYPE_LABEL, label);
}

static GtkWidget *
get_page (Fixture *fixture)
{
  return GTK_WIDGET (adw_navigation_view_get_visible_page (
    ADW_NAVIGATION_VIEW (get (fixture, ADW_TYPE_NAVIGATION_VIEW, NULL))));
}

static const char *
get_title (Fixture *fixture)
{
  return adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (get_page (fixture)));
}

static gboolean
is_working (Fixture *fixture)
{
  return adw_toolbar_view_get_reveal_bottom_bars (
    ADW_TOOLBAR_VIEW (get (fixture, ADW_TYPE_TOOLBAR_VIEW, "toolbar_view")));
}

static void
wait (Fixture *fixture)
{
  g_assert_true (is_working (fixture));
  g_assert_false (gtk_widget_is_sensitive (get_page (fixture)));
  unknot_test_wait (!is_working (fixture));
  g_assert_true (gtk_widget_is_sensitive (get_page (fixture)));
}

static AdwAlertDialog *
get_alert (Fixture *fixture)
{
  return ADW_ALERT_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
}

static void
answer (Fixture    *fixture,
        const char *response)
{
  unknot_test_click (unknot_test_get (GTK_WIDGET (get_alert (fixture)), GTK_TYPE_BUTTON, response));
}

static GFile *
get_file (Fixture    *fixture,
          const char *name)
{
  return g_file_new_build_filename (fixture->diary.folder, name, NULL);
}

static void
write_file (Fixture    *fixture,
            const char *name,
            GBytes     *content)
{
  g_autofree char *path = g_build_filename (fixture->diary.folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (content, NULL), g_bytes_get_size (content), &error);
  g_assert_no_error (error);
}

static void
write_text (Fixture    *fixture,
            const char *name,
            const char *text)
{
  g_autoptr (GBytes) content = g_bytes_new (text, strlen (text));

  write_file (fixture, name, content);
}

static void
import (Fixture    *fixture,
        const char *one,
        const char *other)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = get_file (fixture, one);
  g_autoptr (GFile) second = other != NULL ? get_file (fixture, other) : NULL;

  g_list_store_append (files, file);
  if (second != NULL)
    g_list_store_append (files, second);
  unknot_data_dialog_import (UNKNOT_DATA_DIALOG (fixture->dialog), G_LIST_MODEL (files));
}

static void
export (Fixture    *fixture,
        const char *format,
        const char *name)
{
  g_autoptr (GFile) file = get_file (fixture, name);

  unknot_data_dialog_export (UNKNOT_DATA_DIALOG (fixture->dialog), format, file);
}

static void
assert_worst (Fixture *fixture,
              int      expected)
{
  g_assert_cmpint (unknot_test_diary_query (fixture->diary.path, "SELECT sum (worst) FROM episode "
                                                                 "WHERE deleted IS NULL"),
                   ==, expected);
}

/* What the file holds is what the command line writes. */
static void
test_data_dialog_export (Fixture       *fixture,
                         gconstpointer  data)
{
  static const struct
  {
    const char *format;
    UnknotExportWrite write;
  } formats[] = {
    { "json", unknot_diary_json_write },
    { "spasms", unknot_diary_csv_write_spasms },
    { "readings", unknot_diary_csv_write_details },
  };
  GtkWidget *row = get (fixture, ADW_TYPE_ACTION_ROW, "Whole Diary…");
  g_autofree char *path = g_build_filename (fixture->diary.folder, "out", NULL);

  gtk_widget_grab_focus (row);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) expected =
        unknot_test_exchange_export (fixture->diary.diary, formats[i].write, NULL);
      g_autoptr (GBytes) content = NULL;
      GStatBuf status;

      export (fixture, formats[i].format, "out");
      g_assert_true (shows (fixture, "Exporting…"));
      wait (fixture);
      content = unknot_test_diary_read_file (path);
      g_assert_true (g_bytes_equal (content, expected));
      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmphex (status.st_mode & 0777, ==, 0600);
      unknot_test_wait (shows (fixture, "Saved as “out”"));
    }
  g_assert_true (unknot_test_get_focus (row) == row);
}

static void
test_data_dialog_export_fhir (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->diary.folder, "out", NULL);
  g_autofree char *content = NULL;

  export (fixture, "fhir", "out");
  wait (fixture);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "\"resourceType\": \"Bundle\""));
  g_assert_nonnull (strstr (content, "\"72514-3\""));
}

static void
test_data_dialog_export_fails (Fixture       *fixture,
                               gconstpointer  data)
{
  export (fixture, "json", "missing/out");
  wait (fixture);
  g_assert_cmpstr (adw_alert_dialog_get_heading (get_alert (fixture)), ==, "Nothing Was Exported");
  g_assert_cmpstr (adw_alert_dialog_get_body (get_alert (fixture)), ==,
                   "“out” could not be written: No such file or directory. Choose another folder, "
                   "and try again.");
  answer (fixture, "Close");
}

/* However little there was left to do, no file is there. */
static void
test_data_dialog_stop (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GFile) file = get_file (fixture, "out");

  export (fixture, "json", "out");
  unknot_test_click (get (fixture, GTK_TYPE_BUTTON, "Stop"));
  g_assert_false (gtk_widget_is_sensitive (get (fixture, GTK_TYPE_BUTTON, "Stop")));
  wait (fixture);
  unknot_test_wait (shows (fixture, "Stopped. All is as it was."));
  g_assert_false (g_file_query_exists (file, NULL));

  write_text (fixture, "in", NEW_SPASM);
  import (fixture, "in", NULL);
  unknot_test_wait (shows (fixture, "Looking at what is in it…"));
  unknot_test_click (get (fixture, GTK_TYPE_BUTTON, "Stop"));
  wait (fixture);
  g_assert_cmpstr (get_title (fixture), ==, "Your Data");
}

/* It ends first, and then closes. */
static void
test_data_dialog_close (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GFile) file = get_file (fixture, "out");

  export (fixture, "json", "out");
  g_assert_false (adw_dialog_close (fixture->dialog));
  g_assert_true (is_working (fixture));
  unknot_test_wait (fixture->dialog == NULL);
  g_assert_false (g_file_query_exists (file, NULL));
}

/* Who closes it meanwhile is told what failed all the same. */
static void
test_data_dialog_close_fails (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autofree char *folder = g_strconcat (fixture->diary.path, ".backups", NULL);
  g_autofree char *backup = unknot_test_diary_find_file (folder, ".db");

  g_assert_true (g_file_set_contents (backup, "not a diary", -1, NULL));
  g_signal_emit_by_name (unknot_test_get (get (fixture, GTK_TYPE_LIST_BOX, "backup_list"),
                                          ADW_TYPE_ACTION_ROW, NULL), "activate");
  answer (fixture, "Go Back");
  unknot_test_wait (is_working (fixture));
  g_assert_false (adw_dialog_close (fixture->dialog));
  wait (fixture);
  unknot_test_wait (g_strcmp0 (adw_alert_dialog_get_heading (get_alert (fixture)),
                               "Nothing Was Changed") == 0);
  answer (fixture, "Close");
  unknot_test_settle ();
  g_assert_nonnull (fixture->dialog);
  g_assert_true (adw_dialog_close (fixture->dialog));
  unknot_test_wait (fixture->dialog == NULL);
}

/* What was read for nobody is not looked into. */
static void
test_data_dialog_close_reading (Fixture       *fixture,
                                gconstpointer  data)
{
  write_text (fixture, "in", NEW_SPASM);
  import (fixture, "in", NULL);
  g_assert_false (adw_dialog_close (fixture->dialog));
  unknot_test_wait (fixture->dialog == NULL);
  assert_worst (fixture, 3);
}

/* The window goes, and the dialog with it, in the middle of it. */
static void
test_data_dialog_destroyed (Fixture       *fixture,
                            gconstpointer  data)
{
  write_text (fixture, "in", NEW_SPASM);
  import (fixture, "in", NULL);
}

static const char *
get_count (Fixture    *fixture,
           const char *id)
{
  return gtk_label_get_label (GTK_LABEL (unknot_test_get (get_page (fixture), GTK_TYPE_LABEL, id)));
}

static void
test_data_dialog_import (Fixture       *fixture,
                         gconstpointer  data)
{
  write_text (fixture, "in.json", NEW_SPASM);
  import (fixture, "in.json", NULL);
  unknot_test_wait (!is_working (fixture));
  g_assert_cmpstr (get_title (fixture), ==, "Import");
  g_assert_cmpstr (get_count (fixture, "added_label"), ==, "1");
  g_assert_cmpstr (get_count (fixture, "changed_label"), ==, "0");
  g_assert_cmpstr (get_count (fixture, "same_label"), ==, "0");
  g_assert_cmpstr (get_count (fixture, "kept_label"), ==, "0");
  g_assert_true (shows (fixture, "in.json"));
  g_assert_false (shows (fixture, "nothing_label"));
  assert_worst (fixture, 3);

  unknot_test_click (get (fixture, GTK_TYPE_BUTTON, "import_button"));
  g_assert_true (shows (fixture, "Importing…"));
  unknot_test_wait (fixture->dialog == NULL);
  unknot_test_exchange_assert_counts (fixture->import, 1, 0, 0, 0);
  assert_worst (fixture, 7);
  unknot_test_exchange_undo (fixture->import);
  assert_worst (fixture, 3);
}

/* A visit to the doctor is an entry as any other. */
static void
test_data_dialog_visit (Fixture       *fixture,
                        gconstpointer  data)
{
  const char *count = "SELECT count (*) FROM visit WHERE deleted IS NULL";

  write_text (fixture, "in.json",
              "{\"format\": \"unknot-diary\", \"version\": 1, \"visits\": [{\"uuid\": \"" UUID "\", "
              "\"moment\": " MOMENT ", \"questions\": \"May I swim?\"}]}");
  import (fixture, "in.json", NULL);
  unknot_test_wait (!is_working (fixture));
  g_assert_cmpstr (get_count (fixture, "added_label"), ==, "1");
  unknot_test_click (get (fixture, GTK_TYPE_BUTTON, "import_button"));
  unknot_test_wait (fixture->dialog == NULL);
  g_assert_cmpint (unknot_test_diary_query (fixture->diary.path, count), ==, 1);
  unknot_test_exchange_undo (fixture->import);
  g_assert_cmpint (unknot_test_diary_query (fixture->diary.path, count), ==, 0);
}

static void
test_data_dialog_nothing_new (Fixture       *fixture,
                              gconstpointer  data)
{
  export (fixture, "json", "out");
  wait (fixture);
  import (fixture, "out", NULL);
  unknot_test_wait (!is_working (fixture));
  g_assert_cmpstr (get_count (fixture, "same_label"), ==, "2");
  g_assert_true (shows (fixture, "nothing_label"));
  g_assert_false (unknot_test_is_shown (get_page (fixture), GTK_TYPE_BUTTON, "import_button"));
}

static void
take_text_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_data_dialog_faults (Fixture       *fixture,
                         gconstpointer  data)
{
  const char *expected = "Line 2: The spasm needs a whole number as “worst”.\n"
                         "Line 3: The spasm needs a whole number as “worst”.";
  g_auto (GStrv) lines = g_strsplit (expected, "\n", -1);
  g_autofree char *copied = NULL;

  write_text (fixture, "a&b.json",
              "{\"format\": \"unknot-diary\", \"version\": 1, \"episodes\": [\n"
              "{\"uuid\": \"" UUID "\", \"start\": " MOMENT ", \"precision\": \"exact\"},\n"
              "{\"uuid\": \"" UUID "\", \"start\": " MOMENT ", \"precision\": \"exact\"}]}");
  import (fixture, "a&b.json", NULL);
  unknot_test_wait (!is_working (fixture));
  g_assert_cmpstr (get_title (fixture), ==, "Not Imported");
  g_assert_true (shows (fixture, "“a&b.json” cannot be imported. Your diary is as it was."));

  unknot_test_click (get (fixture, GTK_TYPE_BUTTON, "Copy the List"));
  unknot_test_wait (shows (fixture, "List copied"));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (get_page (fixture)), NULL, take_text_cb,
                                 &copied);
  unknot_test_wait (copied != NULL);
  g_assert_cmpstr (copied, ==, expected);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_nonnull (unknot_test_find (get_page (fixture), ADW_TYPE_ACTION_ROW, lines[i]));
}

/* What goes out to health software does not come back, and says so in one sentence. */
static void
test_data_dialog_foreign (Fixture       *fixture,
                          gconstpointer  data)
{
  export (fixture, "fhir", "out.fhir.json");
  wait (fixture);
  import (fixture, "out.fhir.json", NULL);
  unknot_test_wait (!is_working (fixture));
  g_assert_cmpstr (get_title (fixture), ==, "Not Imported");
  g_assert_nonnull (unknot_test_find (get_page (fixture), ADW_TYPE_ACTION_ROW,
                                      "This is a FHIR file, which Unknot can write but not read. "
                                      "It reads diaries that it exported itself as JSON, and "
                                      "tables as CSV."));
  unknot_test_assert_narrow (adw_dialog_get_child (fixture->dialog));
}

static void
test_data_dialog_tables (Fixture       *fixture,
                         gconstpointer  data)
{
  export (fixture, "spasms", "spasms.csv");
  wait (fixture);
  export (fixture, "readings", "readings.csv");
  wait (fixture);

  import (fixture, "readings.csv", "spasms.csv");
  unknot_test_wait (!is_working (fixture));
  g_assert_cmpstr (get_title (fixture), ==, "Import");
  g_assert_cmpstr (get_count (fixture, "same_label"), ==, "2");
  g_assert_true (shows (fixture, "readings.csv, spasms.csv"));

  import (fixture, "spasms.csv", "spasms.csv");
  unknot_test_wait (!is_working (fixture));
  g_assert_nonnull (unknot_test_find (get_page (fixture), ADW_TYPE_ACTION_ROW,
                                      "Choose one file at a time, or a table of spasms together "
                                      "with its table of readings."));

  import (fixture, "readings.csv", NULL);
  unknot_test_wait (!is_working (fixture));
  g_assert_nonnull (unknot_test_find (get_page (fixture), ADW_TYPE_ACTION_ROW,
                                      "This is a table of readings. Choose its table of spasms "
                                      "together with it."));
}

/* Which of the two it is in, and what it is. */
static void
test_data_dialog_damaged_table (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (GBytes) spasms =
    unknot_test_exchange_export (fixture->diary.diary, unknot_diary_csv_write_spasms, NULL);
  g_autoptr (GBytes) readings =
    unknot_test_exchange_export (fixture->diary.diary, unknot_diary_csv_write_details, NULL);
  g_autoptr (GByteArray) damaged = g_bytes_unref_to_array (g_steal_pointer (&readings));
  g_autoptr (GBytes) content = NULL;

  g_byte_array_append (damaged, (const guint8 *) "\0", 1);
  content = g_byte_array_free_to_bytes (g_steal_pointer (&damaged));
  write_file (fixture, "spasms.csv", spasms);
  write_file (fixture, "readings.csv", content);
  import (fixture, "spasms.csv", "readings.csv");
  unknot_test_wait (!is_working (fixture));
  g_assert_cmpstr (get_title (fixture), ==, "Not Imported");
  g_assert_nonnull (unknot_test_find (get_page (fixture), ADW_TYPE_ACTION_ROW,
                                      "In the file of readings: Line 2: There is a NUL here, a "
                                      "character that no text has. The file may be damaged: "
                                      "export or save it once more, and try again."));
}

static gboolean
previews (Fixture    *fixture,
          const char *title)
{
  return unknot_test_find (get_page (fixture), ADW_TYPE_ACTION_ROW, title) != NULL;
}

static void
test_data_dialog_columns (Fixture       *fixture,
                          gconstpointer  data)
{
  AdwComboRow *order, *pain;
  GtkWidget *next;

  write_text (fixture, "own.csv",
              "Clock;Day;How <b>bad</b>;Until\n08:00;3/4/2026;4;09:00\n;x;5;\n;;;\n");
  import (fixture, "own.csv", NULL);
  unknot_test_wait (!is_working (fixture));
  g_assert_cmpstr (get_title (fixture), ==, "Import a Table");
  next = get (fixture, GTK_TYPE_BUTTON, "next_button");
  pain = ADW_COMBO_ROW (get (fixture, ADW_TYPE_COMBO_ROW, "pain_row"));
  order = ADW_COMBO_ROW (get (fixture, ADW_TYPE_COMBO_ROW, "order_row"));

  /* How bad it was is not to be found by its name. */
  g_assert_false (gtk_widget_is_sensitive (next));
  g_assert_true (shows (fixture, "Choose the columns of the day and of how bad it was."));
  adw_combo_row_set_selected (pain, 3);
  g_assert_true (gtk_widget_is_sensitive (next));
  g_assert_true (previews (fixture, "4 March 2026: 4 of 10"));
  g_assert_true (shows (fixture, "Days such as “3/4/2026” can be read either way. They are read "
                                 "with the month first: if the rows above are wrong, choose the "
                                 "other."));
  g_assert_true (previews (fixture, "Line 3"));
  g_assert_false (previews (fixture, "Line 4"));
  g_assert_true (shows (fixture, "“x” is not a date that is understood."));
  adw_combo_row_set_selected (order, UNKNOT_CSV_ORDER_DAY_MONTH_YEAR);
  adw_combo_row_set_selected (ADW_COMBO_ROW (get (fixture, ADW_TYPE_COMBO_ROW, "time_row")), 1);
  g_assert_true (previews (fixture, "3 April 2026, 08:00: 4 of 10"));
  g_assert_true (shows (fixture, "Days such as “3/4/2026” can be read either way. They are read "
                                 "with the day first: if the rows above are wrong, choose the "
                                 "other."));
  g_assert_true (shows (fixture, "Until 3 April 2026, 09:00"));
  g_assert_false (previews (fixture, "4 March 2026: 4 of 10"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (get (fixture, ADW_TYPE_COMBO_ROW, "worst_row")), 1);
  g_assert_true (previews (fixture, "3 April 2026, 08:00: 0 of 10"));
  unknot_test_assert_narrow (adw_dialog_get_child (fixture->dialog));

  unknot_test_click (next);
  unknot_test_wait (!is_working (fixture));
  g_assert_cmpstr (get_title (fixture), ==, "Not Imported");
  g_assert_true (previews (fixture, "Line 3: “x” is not a date that is understood."));
}

static void
test_data_dialog_table (Fixture       *fixture,
                        gconstpointer  data)
{
  write_text (fixture, "own.csv", "Date,Pain\n2026-11-21,40/100\n");
  import (fixture, "own.csv", NULL);
  unknot_test_wait (!is_working (fixture));
  g_assert_false (unknot_test_is_shown (get_page (fixture), ADW_TYPE_SWITCH_ROW, "unrated_row"));
  unknot_test_click (get (fixture, GTK_TYPE_BUTTON, "next_button"));
  unknot_test_wait (!is_working (fixture));
  g_assert_cmpstr (get_count (fixture, "added_label"), ==, "1");
  g_assert_false (unknot_test_is_shown (get_page (fixture), ADW_TYPE_ACTION_ROW, "skipped_row"));
  unknot_test_click (get (fixture, GTK_TYPE_BUTTON, "import_button"));
  unknot_test_wait (fixture->dialog == NULL);
  assert_worst (fixture, 7);
}

static gboolean
offers_to_leave_out (Fixture *fixture)
{
  return unknot_test_is_shown (get_page (fixture), ADW_TYPE_SWITCH_ROW, "unrated_row");
}

/* Rows in which nobody wrote how bad it was: asked for, and counted before. */
static void
test_data_dialog_unrated (Fixture       *fixture,
                          gconstpointer  data)
{
  AdwSwitchRow *row;
  AdwComboRow *pain;
  GtkWidget *next;

  write_text (fixture, "own.csv",
              "Date,Pain,Weather\n2026-11-18,,1\n2026-11-19,,\n2026-11-20,4,2\n");
  import (fixture, "own.csv", NULL);
  unknot_test_wait (!is_working (fixture));
  next = get (fixture, GTK_TYPE_BUTTON, "next_button");
  pain = ADW_COMBO_ROW (get (fixture, ADW_TYPE_COMBO_ROW, "pain_row"));
  row = ADW_SWITCH_ROW (get (fixture, ADW_TYPE_SWITCH_ROW, "unrated_row"));
  g_assert_true (offers_to_leave_out (fixture));
  g_assert_false (adw_switch_row_get_active (row));
  g_assert_true (shows (fixture, "2 rows have none, and nothing can be imported with them"));
  g_assert_true (shows (fixture, "This row has no pain. Such rows can be left out."));
  unknot_test_assert_narrow (adw_dialog_get_child (fixture->dialog));

  adw_combo_row_set_selected (pain, 3);
  g_assert_true (shows (fixture, "1 row has none, and nothing can be imported with it"));
  adw_combo_row_set_selected (pain, 0);
  g_assert_false (offers_to_leave_out (fixture));
  adw_combo_row_set_selected (pain, 2);

  adw_switch_row_set_active (row, TRUE);
  g_assert_true (offers_to_leave_out (fixture));
  g_assert_false (shows (fixture, "This row has no pain. Such rows can be left out."));
  g_assert_true (previews (fixture, "20 November 2026: 4 of 10"));
  unknot_test_click (next);
  unknot_test_wait (!is_working (fixture));
  g_assert_cmpstr (get_count (fixture, "added_label"), ==, "1");
  g_assert_cmpstr (get_count (fixture, "skipped_label"), ==, "2");
  g_assert_true (unknot_test_is_shown (get_page (fixture), ADW_TYPE_ACTION_ROW, "skipped_row"));
  unknot_test_assert_narrow (adw_dialog_get_child (fixture->dialog));
  unknot_test_click (get (fixture, GTK_TYPE_BUTTON, "import_button"));
  unknot_test_wait (fixture->dialog == NULL);
  assert_worst (fixture, 7);
}

static void
test_data_dialog_no_table (Fixture       *fixture,
                           gconstpointer  data)
{
  write_text (fixture, "own.csv", "\xff\xfe");
  import (fixture, "own.csv", NULL);
  unknot_test_wait (!is_working (fixture));
  g_assert_cmpstr (get_title (fixture), ==, "Not Imported");
  g_assert_true (previews (fixture, "Line 1: This is not UTF-8 text. Save the file as UTF-8, and try again."));

  write_text (fixture, "own.csv", "Date,Pain,Note\n2026-11-21,4,\"It hurt\n2026-11-22,5,\n");
  import (fixture, "own.csv", NULL);
  unknot_test_wait (!is_working (fixture));
  g_assert_cmpstr (get_title (fixture), ==, "Not Imported");
  g_assert_true (previews (fixture, "Line 2: A quotation mark opens here and is never closed."));
}

static void
assert_not_read (Fixture    *fixture,
                 const char *name,
                 const char *why)
{
  import (fixture, name, NULL);
  wait (fixture);
  g_assert_cmpstr (adw_alert_dialog_get_heading (get_alert (fixture)), ==, "Nothing Was Imported");
  g_assert_cmpstr (adw_alert_dialog_get_body (get_alert (fixture)), ==, why);
  answer (fixture, "Close");
}

static void
test_data_dialog_not_read (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *large = g_build_filename (fixture->diary.folder, "large", NULL);
  int fd = g_open (large, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);

  g_assert_cmpint (ftruncate (fd, UNKNOT_EXCHANGE_MAX_SIZE + 1), ==, 0);
  close (fd);
  assert_not_read (fixture, "large",
                   "The file is larger than 100 MB, which no diary is. Nothing was imported.");
  assert_not_read (fixture, "unknot",
                   "“unknot” could not be read, and nothing was imported: It is not a file");
}

/* Where it was, though the list is made anew. */
static void
assert_focus_on_backup (Fixture *fixture)
{
  g_assert_true (gtk_widget_is_ancestor (unknot_test_get_focus (GTK_WIDGET (fixture->dialog)),
                                         get (fixture, GTK_TYPE_LIST_BOX, "backup_list")));
}

static void
test_data_dialog_go_back (Fixture       *fixture,
                          gconstpointer  data)
{
  GtkWidget *row = get (fixture, ADW_TYPE_ACTION_ROW, "1 November 2026, 12:00");

  unknot_test_click (row);
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (get_alert (fixture)),
                            "after 1 November 2026, 12:00 is not in it"));
  answer (fixture, "Cancel");
  unknot_test_wait (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) ==
                    fixture->dialog);
  assert_worst (fixture, 3);
  g_assert_cmpuint (fixture->n_went_back, ==, 0);

  unknot_test_click (row);
  answer (fixture, "Go Back");
  g_assert_true (shows (fixture, "Going back…"));
  g_assert_false (unknot_test_is_shown (GTK_WIDGET (fixture->dialog), GTK_TYPE_BUTTON, "Stop"));
  unknot_test_wait (fixture->n_went_back == 1);
  assert_worst (fixture, 1);
  unknot_test_wait (shows (fixture, "Backup restored"));
  g_assert_nonnull (gtk_list_box_get_row_at_index (
    GTK_LIST_BOX (get (fixture, GTK_TYPE_LIST_BOX, "backup_list")), 1));
  assert_focus_on_backup (fixture);
}

static void
go_back (Fixture    *fixture,
         const char *time)
{
  guint n_before = fixture->n_went_back;

  unknot_test_click (get (fixture, ADW_TYPE_ACTION_ROW, time));
  answer (fixture, "Go Back");
  unknot_test_wait (fixture->n_went_back == n_before + 1);
}

/* Without a question: it goes back to what the person had. The focus does not go with the
 * button. */
static void
test_data_dialog_undo_return (Fixture       *fixture,
                              gconstpointer  data)
{
  go_back (fixture, "1 November 2026, 12:00");
  assert_worst (fixture, 1);
  unknot_test_wait (shows (fixture, "Backup restored"));
  assert_focus_on_backup (fixture);

  gtk_widget_grab_focus (get (fixture, GTK_TYPE_BUTTON, "Undo"));
  unknot_test_click (get (fixture, GTK_TYPE_BUTTON, "Undo"));
  unknot_test_wait (fixture->n_went_back == 2);
  assert_worst (fixture, 3);
  unknot_test_wait (shows (fixture, "The diary is as it was before"));
  assert_focus_on_backup (fixture);
  unknot_test_wait (!shows (fixture, "Backup restored"));
  assert_focus_on_backup (fixture);
}

/* It waits for what is under way, of which is told beside it. */
static void
test_data_dialog_undo_return_later (Fixture       *fixture,
                                    gconstpointer  data)
{
  go_back (fixture, "1 November 2026, 12:00");
  unknot_test_wait (shows (fixture, "Backup restored"));
  export (fixture, "json", "out.json");
  g_assert_false (gtk_widget_is_sensitive (get (fixture, GTK_TYPE_BUTTON, "Undo")));
  unknot_test_wait (shows (fixture, "Saved as “out.json”"));
  assert_worst (fixture, 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "data.undo-return",
                                             NULL));
  unknot_test_wait (fixture->n_went_back == 2);
  assert_worst (fixture, 3);
}

/* Undo is of the last one, and not offered of those before. */
static void
test_data_dialog_undo_return_again (Fixture       *fixture,
                                    gconstpointer  data)
{
  go_back (fixture, "1 November 2026, 12:00");
  unknot_test_wait (shows (fixture, "Backup restored"));
  go_back (fixture, "1 November 2026, 12:00");
  unknot_test_wait (unknot_test_count (GTK_WIDGET (fixture->dialog),
                                       g_type_from_name ("AdwToastWidget")) == 1);
  unknot_test_click (get (fixture, GTK_TYPE_BUTTON, "Undo"));
  unknot_test_wait (fixture->n_went_back == 3);
  assert_worst (fixture, 1);
  unknot_test_wait (shows (fixture, "The diary is as it was before"));
}

static void
test_data_dialog_bad_backup (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *folder = g_strconcat (fixture->diary.path, ".backups", NULL);
  g_autofree char *backup = unknot_test_diary_find_file (folder, ".db");

  g_assert_true (g_file_set_contents (backup, "not a diary", -1, NULL));
  unknot_test_click (get (fixture, ADW_TYPE_ACTION_ROW, "1 November 2026, 12:00"));
  answer (fixture, "Go Back");
  wait (fixture);
  g_assert_cmpstr (adw_alert_dialog_get_heading (get_alert (fixture)), ==, "Nothing Was Changed");
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (get_alert (fixture)), "is damaged"));
  g_assert_cmpuint (fixture->n_went_back, ==, 0);
  assert_worst (fixture, 3);
}

static void
test_data_dialog_help (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *topic = unknot_test_dup_explained (
    get (fixture, GTK_TYPE_BUTTON, "learn-button"), GTK_WIDGET (fixture->window));

  g_assert_cmpstr (topic, ==, "help-data");
}

static void
test_data_dialog_narrow (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWidget *dialog = adw_dialog_get_child (fixture->dialog);

  unknot_test_assert_narrow (dialog);
  write_text (fixture, "unknot-diary-with-a-long-name-2026-11-21.json", NEW_SPASM);
  import (fixture, "unknot-diary-with-a-long-name-2026-11-21.json", NULL);
  unknot_test_assert_narrow (dialog);
  unknot_test_wait (!is_working (fixture));
  g_assert_cmpstr (get_title (fixture), ==, "Import");
  unknot_test_assert_narrow (dialog);
  write_text (fixture, "faults", "{\"unknot-diary-with-a-long-name-2026-11-21\": 1}");
  import (fixture, "faults", NULL);
  unknot_test_wait (!is_working (fixture));
  g_assert_cmpstr (get_title (fixture), ==, "Not Imported");
  unknot_test_assert_narrow (dialog);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("/data-dialog/export", test_data_dialog_export);
  ADD ("/data-dialog/export-fhir", test_data_dialog_export_fhir);
  ADD ("/data-dialog/export-fails", test_data_dialog_export_fails);
  ADD ("/data-dialog/stop", test_data_dialog_stop);
  ADD ("/data-dialog/close", test_data_dialog_close);
  ADD ("/data-dialog/close-fails", test_data_dialog_close_fails);
  ADD ("/data-dialog/close-reading", test_data_dialog_close_reading);
  ADD ("/data-dialog/destroyed", test_data_dialog_destroyed);
  ADD ("/data-dialog/import", test_data_dialog_import);
  ADD ("/data-dialog/visit", test_data_dialog_visit);
  ADD ("/data-dialog/nothing-new", test_data_dialog_nothing_new);
  ADD ("/data-dialog/faults", test_data_dialog_faults);
  ADD ("/data-dialog/foreign", test_data_dialog_foreign);
  ADD ("/data-dialog/tables", test_data_dialog_tables);
  ADD ("/data-dialog/damaged-table", test_data_dialog_damaged_table);
  ADD ("/data-dialog/columns", test_data_dialog_columns);
  ADD ("/data-dialog/table", test_data_dialog_table);
  ADD ("/data-dialog/unrated", test_data_dialog_unrated);
  ADD ("/data-dialog/no-table", test_data_dialog_no_table);
  ADD ("/data-dialog/not-read", test_data_dialog_not_read);
  ADD ("/data-dialog/go-back", test_data_dialog_go_back);
  ADD ("/data-dialog/undo-return", test_data_dialog_undo_return);
  ADD ("/data-dialog/undo-return-later", test_data_dialog_undo_return_later);
  ADD ("/data-dialog/undo-return-again", test_data_dialog_undo_return_again);
  ADD ("/data-dialog/bad-backup", test_data_dialog_bad_backup);
  ADD ("/data-dialog/help", test_data_dialog_help);
  ADD ("/data-dialog/narrow", test_data_dialog_narrow);

  return g_test_run ();
}
