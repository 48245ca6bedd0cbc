/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-demo.h"
#include "unknot-diary-private.h"
#include "unknot-moment-entry.h"
#include "unknot-print.h"
#include "unknot-summary-dialog.h"
#include "unknot-summary-maker.h"
#include "unknot-summary-options.h"
#include "unknot-summary-paper.h"
#include "unknot-summary-print.h"
#include "unknot-summary-transcript.h"
#include "unknot-summary-view.h"
#include "unknot-test-diary.h"
#include "unknot-test-ui.h"

#include <glib/gstdio.h>

#define FIRST_PAGE UNKNOT_SUMMARY_FIRST_PAGE
#define ENTRIES UNKNOT_SUMMARY_SET (UNKNOT_SUMMARY_ENTRIES)

typedef struct
{
  DiaryFixture diary;
  UnknotProtocol *protocol;
  UnknotToday *today;
  GSettings *settings;
  GtkWindow *window;
  AdwDialog *dialog; /* nullable, weak */
  UnknotVisit *activated;
  guint n_activated;
} Fixture;

/* What a summary is expected to be of. */
typedef struct
{
  UnknotPeriod period;
  guint parts;
  const char *name;
  const char *born;
  const char *goal;     /* nullable */
  const char *question; /* nullable */
  const char *paper;
} Expected;

static const Expected three_months = { { 20260822, 20261121 }, FIRST_PAGE, .paper = "iso_a4" };

static void
activated_cb (Fixture     *fixture,
              UnknotVisit *visit)
{
  g_set_object (&fixture->activated, visit);
  fixture->n_activated++;
}

static void
open_dialog (Fixture *fixture)
{
  g_set_weak_pointer (&fixture->dialog,
                      unknot_summary_dialog_new (fixture->today, fixture->settings));
  g_signal_connect_swapped (fixture->dialog, "visit-activated", G_CALLBACK (activated_cb), fixture);
  adw_dialog_present (fixture->dialog, GTK_WIDGET (fixture->window));
  unknot_test_wait (gtk_widget_get_mapped (GTK_WIDGET (fixture->dialog)));
}

static void
close_dialog (Fixture *fixture)
{
  adw_dialog_force_close (fixture->dialog);
  unknot_test_wait (fixture->dialog == NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  unknot_test_diary_set_up (&fixture->diary, NULL);
  fixture->protocol = unknot_protocol_new_from_resource (RESOURCE_PATH "/protocol", &error);
  g_assert_no_error (error);
  fixture->today = unknot_today_new (fixture->diary.diary, G_DATE_MONDAY);
  fixture->settings = unknot_test_new_settings ("DE");
  unknot_test_diary_open (&fixture->diary);
  fixture->window = unknot_test_present_adwaita (gtk_label_new ("Today"));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (fixture->window);
  /* What it waits for holds on to it. */
  unknot_test_wait (fixture->dialog == NULL);
  g_clear_object (&fixture->activated);
  unknot_test_settle ();
  g_assert_finalize_object (fixture->settings);
  unknot_test_diary_close (fixture->diary.diary);
  unknot_test_settle ();
  g_assert_finalize_object (fixture->today);
  g_assert_finalize_object (fixture->protocol);
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

/* --- What there is --- */

static void
save_year (Fixture *fixture)
{
  g_autoptr (GDateTime) now = unknot_clock_get_now (fixture->diary.clock);
  g_autoptr (GPtrArray) year = unknot_demo_create_year (fixture->protocol, now);

  for (guint i = year->len; i > 0; i--)
    if (UNKNOT_IS_VISIT (g_ptr_array_index (year, i - 1)))
      g_ptr_array_remove_index (year, i - 1);
  g_assert_true (unknot_test_diary_try_save_all (fixture->diary.diary, year, NULL));
}

static void
save_visit (Fixture    *fixture,
            int         day,
            const char *questions,
            const char *goals,
            const char *outcome)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, 9, 0);
  g_autoptr (UnknotVisit) visit = unknot_visit_new (moment);

  unknot_visit_set_questions (visit, questions, NULL);
  unknot_visit_set_goals (visit, goals, NULL);
  unknot_visit_set_outcome (visit, outcome, NULL);
  unknot_test_diary_save (fixture->diary.diary, visit);
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
  return fixture->dialog != NULL &&
         unknot_test_is_shown (GTK_WIDGET (fixture->dialog), GTK_TYPE_LABEL, label);
}

static gboolean
is_on_page (Fixture    *fixture,
            const char *page)
{
  GtkStack *stack = GTK_STACK (get (fixture, GTK_TYPE_STACK, "stack"));

  return g_str_equal (gtk_stack_get_visible_child_name (stack), page);
}

static UnknotSummaryView *
get_view (Fixture *fixture)
{
  return UNKNOT_SUMMARY_VIEW (get (fixture, UNKNOT_TYPE_SUMMARY_VIEW, NULL));
}

static gboolean
has_pages (Fixture *fixture)
{
  g_autofree char *place = unknot_summary_view_dup_place (get_view (fixture));

  return *place != '\0';
}

static gboolean
is_at (Fixture    *fixture,
       const char *place)
{
  g_autofree char *now = unknot_summary_view_dup_place (get_view (fixture));

  return g_str_equal (now, place);
}

static void
choose_span (Fixture *fixture,
             guint    place)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (get (fixture, ADW_TYPE_COMBO_ROW, "span_row")), place);
}

static void
switch_row (Fixture    *fixture,
            const char *row,
            gboolean    active)
{
  adw_switch_row_set_active (ADW_SWITCH_ROW (get (fixture, ADW_TYPE_SWITCH_ROW, row)), active);
}

static void
type_in (Fixture    *fixture,
         const char *row,
         const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get (fixture, ADW_TYPE_ENTRY_ROW, row)), text);
}

/* --- The same, by what --summary is made of --- */

static void
take_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **taken = user_data;

  *taken = g_object_ref (result);
}

static UnknotSummaryPaper *
make_paper (Fixture        *fixture,
            const Expected *expected)
{
  const char *const goals[] = { expected->goal, NULL };
  const char *const questions[] = { expected->question, NULL };
  const UnknotSummaryChoice choice = {
    expected->parts, expected->name, expected->born, goals, questions,
  };
  GtkPaperSize *size = gtk_paper_size_new (expected->paper);
  PangoContext *context = unknot_summary_paper_new_context (PANGO_DIRECTION_LTR);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotSummary) summary = NULL;
  UnknotSummaryPaper *paper;

  unknot_summary_load_async (fixture->diary.diary, fixture->protocol, &expected->period,
                             unknot_clock_get_first_weekday (), (expected->parts & ENTRIES) != 0,
                             NULL, take_cb, &result);
  unknot_test_wait (result != NULL);
  summary = unknot_summary_load_finish (fixture->diary.diary, result, &error);
  g_assert_no_error (error);
  paper = unknot_summary_paper_new (summary, &choice, context,
                                    gtk_paper_size_get_width (size, GTK_UNIT_POINTS),
                                    gtk_paper_size_get_height (size, GTK_UNIT_POINTS));
  g_object_unref (context);
  gtk_paper_size_free (size);

  return paper;
}

/* Without the time that it was made at. */
static char *
dup_timeless (GBytes *pdf)
{
  const char mark[] = "/CreationDate (";
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  char *copy = g_memdup2 (data, length);
  char *date = memmem (copy, length, mark, strlen (mark));

  g_assert_nonnull (date);
  for (date += strlen (mark); *date != ')'; date++)
    *date = ' ';

  return copy;
}

static void
assert_saves (Fixture        *fixture,
              const Expected *expected)
{
  g_autoptr (UnknotSummaryPaper) paper = make_paper (fixture, expected);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = unknot_summary_paper_to_pdf (paper, &error);
  g_autofree char *path = g_build_filename (fixture->diary.folder, "out.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) saved = NULL;
  g_autofree char *saved_data = NULL;
  g_autofree char *data = NULL;
  g_autofree char *pages =
    g_strdup_printf ("Page 1 of %u", unknot_summary_paper_get_n_pages (paper));

  g_assert_no_error (error);
  unknot_summary_dialog_save (UNKNOT_SUMMARY_DIALOG (fixture->dialog), file);
  unknot_test_wait (g_file_test (path, G_FILE_TEST_EXISTS));
  saved = unknot_test_diary_read_file (path);
  saved_data = dup_timeless (saved);
  data = dup_timeless (pdf);
  g_assert_cmpmem (saved_data, g_bytes_get_size (saved), data, g_bytes_get_size (pdf));
  unknot_test_wait (is_at (fixture, pages));
  unknot_test_wait (shows (fixture, "Saved as “out.pdf”"));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* --- Tests --- */

static void
test_summary_dialog_spans (Fixture       *fixture,
                           gconstpointer  data)
{
  Expected expected = three_months;

  save_year (fixture);
  open_dialog (fixture);
  assert_saves (fixture, &expected);
  choose_span (fixture, 0);
  expected.period = (UnknotPeriod) { 20261025, 20261121 };
  assert_saves (fixture, &expected);
  choose_span (fixture, 2);
  expected.period = (UnknotPeriod) { UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL };
  assert_saves (fixture, &expected);
}

static void
set_day (Fixture    *fixture,
         const char *row,
         int         day)
{
  GtkWidget *entry =
    unknot_test_get (get (fixture, ADW_TYPE_ACTION_ROW, row), UNKNOT_TYPE_MOMENT_ENTRY, NULL);

  unknot_moment_entry_set_day (UNKNOT_MOMENT_ENTRY (entry), day);
}

/* From three months ago to today, until the person says otherwise. */
static void
test_summary_dialog_days (Fixture       *fixture,
                          gconstpointer  data)
{
  Expected expected = three_months;

  save_year (fixture);
  open_dialog (fixture);
  g_assert_false (gtk_widget_get_visible (get (fixture, ADW_TYPE_ACTION_ROW, "first_row")));
  choose_span (fixture, 3);
  g_assert_true (gtk_widget_get_visible (get (fixture, ADW_TYPE_ACTION_ROW, "first_row")));
  assert_saves (fixture, &expected);
  set_day (fixture, "first_row", 20260901);
  set_day (fixture, "last_row", 20260930);
  expected.period = (UnknotPeriod) { 20260901, 20260930 };
  assert_saves (fixture, &expected);
}

/* The last visit is where it begins; its goals stay. */
static void
test_summary_dialog_last_visit (Fixture       *fixture,
                                gconstpointer  data)
{
  Expected expected = three_months;

  save_year (fixture);
  save_visit (fixture, 20260507, "Was that it?", "Carry shopping", "No scan");
  open_dialog (fixture);
  expected.period.first_day = 20260507;
  expected.goal = "Carry shopping";
  assert_saves (fixture, &expected);
  choose_span (fixture, 1);
  expected.period.first_day = 20261025;
  assert_saves (fixture, &expected);
}

/* One that nothing came of yet may not have been: what was to be asked still is. */
static void
test_summary_dialog_missed_visit (Fixture       *fixture,
                                  gconstpointer  data)
{
  Expected expected = three_months;

  save_year (fixture);
  save_visit (fixture, 20261120, "May I lift?", "Carry shopping", "");
  open_dialog (fixture);
  expected.goal = "Carry shopping";
  expected.question = "May I lift?";
  assert_saves (fixture, &expected);
}

/* What is saved while it is open is on it, too. */
static void
test_summary_dialog_next_visit (Fixture       *fixture,
                                gconstpointer  data)
{
  Expected expected = three_months;
  GtkWidget *row;

  open_dialog (fixture);
  unknot_test_wait (has_pages (fixture));
  row = get (fixture, ADW_TYPE_ACTION_ROW, "visit_row");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Plan a Visit…");
  adw_action_row_activate (ADW_ACTION_ROW (row));
  g_assert_cmpuint (fixture->n_activated, ==, 1);
  g_assert_null (fixture->activated);

  save_visit (fixture, 20261122, "May I lift?", "Sit through a film", "");
  unknot_test_wait (g_str_equal (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                                 "1 question · 1 goal"));
  adw_action_row_activate (ADW_ACTION_ROW (row));
  g_assert_cmpuint (fixture->n_activated, ==, 2);
  g_assert_cmpstr (unknot_visit_get_questions (fixture->activated), ==, "May I lift?");
  expected.goal = "Sit through a film";
  expected.question = "May I lift?";
  assert_saves (fixture, &expected);
}

static void
test_summary_dialog_parts (Fixture       *fixture,
                           gconstpointer  data)
{
  Expected expected = three_months;
  GtkWidget *parts;

  save_year (fixture);
  open_dialog (fixture);
  parts = get (fixture, ADW_TYPE_EXPANDER_ROW, "parts_row");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (parts)), ==, "All parts");
  switch_row (fixture, "Medicine", FALSE);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (parts)), ==, "10 of 11 parts");
  expected.parts &= ~UNKNOT_SUMMARY_SET (UNKNOT_SUMMARY_MEDICINE);
  assert_saves (fixture, &expected);
  switch_row (fixture, "entries_row", TRUE);
  expected.parts |= ENTRIES;
  assert_saves (fixture, &expected);
  g_assert_false (is_at (fixture, "Page 1 of 1"));
  switch_row (fixture, "entries_row", FALSE);
  expected.parts &= ~ENTRIES;
  assert_saves (fixture, &expected);
  adw_combo_row_set_selected (ADW_COMBO_ROW (get (fixture, ADW_TYPE_COMBO_ROW, "paper_row")), 1);
  expected.paper = "na_letter";
  assert_saves (fixture, &expected);
}

static void
assert_kept (Fixture    *fixture,
             const char *name,
             const char *born)
{
  g_autofree char *kept_name = g_settings_get_string (fixture->settings, "summary-name");
  g_autofree char *kept_born = g_settings_get_string (fixture->settings, "summary-born");

  g_assert_cmpstr (kept_name, ==, name);
  g_assert_cmpstr (kept_born, ==, born);
}

static void
assert_typed (Fixture    *fixture,
              const char *name,
              const char *born)
{
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get (fixture, ADW_TYPE_ENTRY_ROW,
                                                             "name_row"))), ==, name);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get (fixture, ADW_TYPE_ENTRY_ROW,
                                                             "born_row"))), ==, born);
}

/* It is printed, and kept only where that is asked for, as long as it is. */
static void
test_summary_dialog_person (Fixture       *fixture,
                            gconstpointer  data)
{
  Expected expected = three_months;

  open_dialog (fixture);
  type_in (fixture, "name_row", "R. Roe");
  type_in (fixture, "born_row", "1 May 1980");
  expected.name = "R. Roe";
  expected.born = "1 May 1980";
  assert_saves (fixture, &expected);
  assert_kept (fixture, "", "");
  close_dialog (fixture);

  open_dialog (fixture);
  assert_typed (fixture, "", "");
  type_in (fixture, "name_row", "R. Roe");
  switch_row (fixture, "remember_row", TRUE);
  assert_kept (fixture, "R. Roe", "");
  type_in (fixture, "born_row", "1980");
  assert_kept (fixture, "R. Roe", "1980");
  close_dialog (fixture);

  open_dialog (fixture);
  assert_typed (fixture, "R. Roe", "1980");
  switch_row (fixture, "remember_row", FALSE);
  assert_kept (fixture, "", "");
  type_in (fixture, "name_row", "R. Roe-Doe");
  assert_kept (fixture, "", "");
}

static gboolean
shows_born_fault (Fixture *fixture)
{
  return unknot_test_is_shown (GTK_WIDGET (fixture->dialog), GTK_TYPE_LABEL, "born_fault");
}

/* What may be a mistake is told when it is written, and printed and kept all the same. */
static void
test_summary_dialog_strange_birth (Fixture       *fixture,
                                   gconstpointer  data)
{
  Expected expected = three_months;

  open_dialog (fixture);
  switch_row (fixture, "remember_row", TRUE);
  gtk_widget_grab_focus (get (fixture, ADW_TYPE_ENTRY_ROW, "born_row"));
  type_in (fixture, "born_row", "1.5.2980");
  g_assert_false (shows_born_fault (fixture));
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  unknot_test_wait (shows_born_fault (fixture));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (get (fixture, GTK_TYPE_LABEL, "born_fault"))),
                   ==, "This day is still to come. It is printed as you wrote it.");
  expected.born = "1.5.2980";
  assert_saves (fixture, &expected);
  close_dialog (fixture);

  open_dialog (fixture);
  assert_typed (fixture, "", "1.5.2980");
  g_assert_true (shows_born_fault (fixture));
  type_in (fixture, "born_row", "1.5.1980");
  g_assert_false (shows_born_fault (fixture));
}

static gboolean
print (UnknotSummaryPaper  *paper,
       const char          *paper_name,
       const char          *path,
       int                 *n_pages,
       GError             **error)
{
  GtkPaperSize *size = gtk_paper_size_new (paper_name);
  g_autoptr (GtkPrintOperation) operation =
    unknot_summary_print_new_operation (paper, size, "back-spasms-2026-11-21");
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  g_autoptr (GAsyncResult) result = NULL;

  gtk_paper_size_free (size);
  g_assert_cmpstr (gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME), ==,
                   "back-spasms-2026-11-21");
  gtk_print_operation_set_export_filename (operation, path);
  unknot_print_run_async (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, take_cb, &result);
  unknot_test_wait (result != NULL);
  g_object_get (operation, "n-pages", n_pages, NULL);

  return unknot_print_finish (result, error);
}

/* As many pages are printed as are shown and saved. */
static void
test_summary_dialog_print (Fixture       *fixture,
                           gconstpointer  data)
{
  const Expected expected = { { 20260822, 20261121 }, FIRST_PAGE | ENTRIES, .paper = "iso_a4" };
  g_autoptr (UnknotSummaryPaper) paper = NULL;
  g_autofree char *path = g_build_filename (fixture->diary.folder, "printed.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->diary.folder, "missing", "a.pdf", NULL);
  g_autoptr (GError) error = NULL;
  int n_pages;

  save_year (fixture);
  paper = make_paper (fixture, &expected);
  g_assert_true (print (paper, "iso_a4", path, &n_pages, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n_pages, ==, unknot_summary_paper_get_n_pages (paper));
  g_assert_cmpint (n_pages, >, 1);
  g_assert_cmpint (g_unlink (path), ==, 0);

  g_assert_false (print (paper, "iso_a4", nowhere, &n_pages, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_nonnull (g_strrstr (error->message, "or save it as a PDF"));
}

/* How often a maker said that it is further, and which. */
typedef struct
{
  UnknotSummaryMaker *maker; /* unowned */
  guint n;
} Progress;

static gboolean
progress_cb (GSignalInvocationHint *hint,
             guint                  n_values,
             const GValue          *values,
             gpointer               user_data)
{
  Progress *progress = user_data;

  progress->maker = g_value_get_object (&values[0]);
  progress->n++;

  return TRUE;
}

static gboolean
wait_in_thread (UnknotDatabase  *database,
                gpointer         gate,
                GError         **error)
{
  g_mutex_lock (gate);
  g_mutex_unlock (gate);

  return TRUE;
}

static void
waited (GTask *task)
{
  g_task_return_boolean (task, TRUE);
}

/* The diary answers nothing that it is asked from now on, until @gate is open. */
static void
hold_diary (Fixture *fixture,
            GMutex  *gate)
{
  g_autoptr (GTask) task = g_task_new (fixture->diary.diary, NULL, NULL, NULL);

  g_mutex_lock (gate);
  g_task_set_task_data (task, gate, NULL);
  unknot_diary_run (fixture->diary.diary, task, wait_in_thread, waited);
}

/* Of a change it is told twice: when it is saved, and when the trends of it are known. */
static void
test_summary_dialog_once (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GTypeClass) maker_class = g_type_class_ref (UNKNOT_TYPE_SUMMARY_MAKER);
  guint signal = g_signal_lookup ("changed", UNKNOT_TYPE_SUMMARY_MAKER);
  g_autoptr (UnknotEpisode) spasm = unknot_test_diary_make_episode (20261120, 8, 3);
  g_autoptr (GAsyncResult) saved = NULL;
  Progress progress = { NULL };
  gulong hook;
  GMutex gate;

  hook = g_signal_add_emission_hook (signal, 0, progress_cb, &progress, NULL);
  open_dialog (fixture);
  unknot_test_wait (unknot_today_get_trends (fixture->today) != NULL && has_pages (fixture));
  unknot_test_wait (!unknot_summary_maker_is_making (progress.maker));
  progress.n = 0;

  g_mutex_init (&gate);
  unknot_diary_save_async (fixture->diary.diary, UNKNOT_ENTRY (spasm), take_cb, &saved);
  hold_diary (fixture, &gate);
  unknot_test_wait (progress.n == 1);
  g_mutex_unlock (&gate);
  unknot_test_wait (!unknot_summary_maker_is_making (progress.maker));
  /* It asked the diary, was answered, and laid that out. */
  g_assert_cmpuint (progress.n, ==, 3);
  g_signal_remove_emission_hook (signal, hook);
  g_mutex_clear (&gate);
}

static AdwAlertDialog *
get_alert (Fixture *fixture)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));

  return ADW_IS_ALERT_DIALOG (dialog) ? ADW_ALERT_DIALOG (dialog) : NULL;
}

static void
test_summary_dialog_not_saved (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->diary.folder, "missing", "out.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  open_dialog (fixture);
  unknot_summary_dialog_save (UNKNOT_SUMMARY_DIALOG (fixture->dialog), file);
  unknot_test_wait (get_alert (fixture) != NULL);
  g_assert_cmpstr (adw_alert_dialog_get_heading (get_alert (fixture)), ==, "Not Saved");
  g_assert_nonnull (g_strrstr (adw_alert_dialog_get_body (get_alert (fixture)),
                               "Choose another folder"));
  adw_dialog_force_close (ADW_DIALOG (get_alert (fixture)));
  assert_saves (fixture, &three_months);
}

/* The sentence is in the place of the pages; there is nothing to print. */
static void
test_summary_dialog_not_loaded (Fixture       *fixture,
                                gconstpointer  data)
{
  unknot_test_diary_close (fixture->diary.diary);
  open_dialog (fixture);
  unknot_test_wait (is_on_page (fixture, "failed"));
  unknot_test_wait (!gtk_widget_is_sensitive (get (fixture, GTK_TYPE_BUTTON, "print_button")));
  g_assert_false (gtk_widget_is_sensitive (get (fixture, GTK_TYPE_BUTTON, "save_button")));

  unknot_test_diary_open (&fixture->diary);
  if (!has_pages (fixture))
    unknot_test_click (get (fixture, GTK_TYPE_BUTTON, "Try Again"));
  unknot_test_wait (has_pages (fixture) && is_on_page (fixture, "pages"));
  g_assert_true (gtk_widget_is_sensitive (get (fixture, GTK_TYPE_BUTTON, "print_button")));
}

static void
test_summary_dialog_banner (Fixture       *fixture,
                            gconstpointer  data)
{
  AdwBanner *banner;

  open_dialog (fixture);
  banner = ADW_BANNER (get (fixture, ADW_TYPE_BANNER, NULL));
  unknot_test_wait (adw_banner_get_revealed (banner));
  g_assert_true (g_str_has_prefix (adw_banner_get_title (banner), "There is nothing"));
  unknot_test_wait (has_pages (fixture));
  save_year (fixture);
  unknot_test_wait (!adw_banner_get_revealed (banner));
}

static gboolean
is_cut (Fixture    *fixture,
        const char *text)
{
  GtkWidget *label = get (fixture, GTK_TYPE_LABEL, text);

  return pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label)));
}

/* At twice the size on a phone nothing is cut of what it is, and of what is missing in it. */
static void
test_summary_dialog_large_letters (Fixture       *fixture,
                                   gconstpointer  data)
{
  const char *nothing = "There is nothing of this period in the diary yet.";
  GtkSettings *settings = gtk_settings_get_default ();
  AdwBanner *banner;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  gtk_window_set_default_size (fixture->window, 360, 640);
  unknot_test_wait (gtk_widget_get_width (GTK_WIDGET (fixture->window)) <= 360);
  open_dialog (fixture);
  banner = ADW_BANNER (get (fixture, ADW_TYPE_BANNER, NULL));
  unknot_test_wait (g_strcmp0 (adw_banner_get_title (banner), nothing) == 0);
  unknot_test_wait (gtk_widget_get_height (get (fixture, GTK_TYPE_LABEL, nothing)) > 0);
  g_assert_false (is_cut (fixture, nothing));
  g_assert_false (is_cut (fixture, "Summary"));
  g_assert_cmpstr (adw_dialog_get_title (fixture->dialog), ==, "Doctor Summary");

  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  unknot_test_wait (g_strcmp0 (adw_banner_get_title (banner), nothing) != 0);
  unknot_test_settle ();
  g_assert_false (is_cut (fixture, "Doctor Summary"));
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* Headings and paragraphs, in the order of the pages, which Tab goes to. One reads from the
 * beginning, and nothing is selected that would be copied or said instead. */
static void
test_summary_dialog_text (Fixture       *fixture,
                          gconstpointer  data)
{
  GtkWidget *transcript, *heading, *line, *first;

  save_year (fixture);
  open_dialog (fixture);
  unknot_test_wait (has_pages (fixture));
  unknot_test_click (get (fixture, GTK_TYPE_TOGGLE_BUTTON, "As Text"));
  g_assert_true (is_on_page (fixture, "text"));
  transcript = get (fixture, UNKNOT_TYPE_SUMMARY_TRANSCRIPT, NULL);
  heading = unknot_test_get (transcript, GTK_TYPE_LABEL, "At a Glance");
  gtk_test_accessible_assert_role (heading, GTK_ACCESSIBLE_ROLE_HEADING);
  line = gtk_widget_get_next_sibling (heading);
  g_assert_true (g_str_has_prefix (gtk_label_get_label (GTK_LABEL (line)), "Worrying: "));
  unknot_test_wait (gtk_widget_get_height (line) > 0);
  first = unknot_test_get_focus (transcript);
  g_assert_true (gtk_widget_is_ancestor (first, transcript));
  g_assert_false (gtk_label_get_selection_bounds (GTK_LABEL (first), NULL, NULL));
  g_assert_true (gtk_widget_child_focus (transcript, GTK_DIR_TAB_FORWARD));
  g_assert_true (unknot_test_get_focus (transcript) == line);
  g_assert_true (shows (fixture, "Page 1 of 1"));

  unknot_test_click (get (fixture, GTK_TYPE_TOGGLE_BUTTON, "As Text"));
  g_assert_true (is_on_page (fixture, "pages"));
  unknot_test_assert_label (GTK_ACCESSIBLE (get_view (fixture)), "Page 1 of 1");
}

/* A label of hundreds of thousands of letters takes minutes to lay out. */
static void
test_summary_dialog_long_text (Fixture       *fixture,
                               gconstpointer  data)
{
  const char *beginning = "21 November 2026: ";
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 8, 5);
  g_autofree char *note = g_strnfill (800000, 'a');
  g_autofree char *told = g_strnfill (600 - strlen (beginning), 'a');
  g_autofree char *expected = g_strdup_printf ("%s%s… (%d more characters)", beginning, told,
                                               800000 - (600 - (int) strlen (beginning)));
  GtkWidget *heading;

  g_assert_true (unknot_episode_set_note (episode, note, NULL));
  unknot_test_diary_save (fixture->diary.diary, episode);
  open_dialog (fixture);
  unknot_test_wait (has_pages (fixture));
  heading = unknot_test_get (get (fixture, UNKNOT_TYPE_SUMMARY_TRANSCRIPT, NULL), GTK_TYPE_LABEL,
                             "In My Own Words");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_widget_get_next_sibling (heading))), ==,
                   expected);
}

static GtkAdjustment *
get_adjustment (Fixture *fixture)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_view (fixture)));
}

static double
get_scrolled (Fixture *fixture)
{
  return gtk_adjustment_get_value (get_adjustment (fixture));
}

static void
test_summary_dialog_keys (Fixture       *fixture,
                          gconstpointer  data)
{
  GtkWidget *view;
  double down;

  open_dialog (fixture);
  unknot_test_wait (has_pages (fixture));
  view = GTK_WIDGET (get_view (fixture));
  unknot_test_wait (gtk_adjustment_get_page_size (get_adjustment (fixture)) > 0 &&
                    gtk_adjustment_get_upper (get_adjustment (fixture)) >
                      gtk_adjustment_get_page_size (get_adjustment (fixture)));
  g_assert_true (unknot_test_get_focus (view) == view);

  g_assert_true (unknot_test_press (view, "Down"));
  down = get_scrolled (fixture);
  g_assert_cmpfloat (down, >, 0);
  g_assert_true (unknot_test_press (view, "End"));
  g_assert_cmpfloat (get_scrolled (fixture), >, down);
  g_assert_true (unknot_test_press (view, "Home"));
  g_assert_cmpfloat (get_scrolled (fixture), <, 1);

  g_assert_true (unknot_test_press (view, "plus"));
  g_assert_cmpfloat (unknot_summary_view_get_zoom (get_view (fixture)), >, 1);
  g_assert_true (unknot_test_press (view, "minus"));
  g_assert_true (unknot_test_press (view, "minus"));
  g_assert_cmpfloat (unknot_summary_view_get_zoom (get_view (fixture)), <, 1);
  for (guint i = 0; i < 9; i++)
    unknot_test_press (view, "minus");
  g_assert_false (gtk_widget_is_sensitive (
    unknot_test_get (GTK_WIDGET (fixture->dialog), GTK_TYPE_BUTTON, "smaller_button")));
  g_assert_true (unknot_test_press (view, "0"));
  g_assert_cmpfloat_with_epsilon (unknot_summary_view_get_zoom (get_view (fixture)), 1, 0.001);
}

/* Nobody waits any more. */
static void
test_summary_dialog_close_early (Fixture       *fixture,
                                 gconstpointer  data)
{
  save_year (fixture);
  open_dialog (fixture);
  switch_row (fixture, "entries_row", TRUE);
  close_dialog (fixture);
}

/* Neither the pages nor the name outlive it. */
static void
test_summary_dialog_close (Fixture       *fixture,
                           gconstpointer  data)
{
  GtkWidget *view = NULL, *options = NULL;

  open_dialog (fixture);
  unknot_test_wait (has_pages (fixture));
  g_set_weak_pointer (&view, GTK_WIDGET (get_view (fixture)));
  g_set_weak_pointer (&options, get (fixture, UNKNOT_TYPE_SUMMARY_OPTIONS, NULL));
  close_dialog (fixture);
  unknot_test_wait (view == NULL && options == NULL);
}

static void
test_summary_dialog_narrow (Fixture       *fixture,
                            gconstpointer  data)
{
  GtkWidget *widget;

  save_year (fixture);
  open_dialog (fixture);
  unknot_test_wait (has_pages (fixture));
  widget = GTK_WIDGET (fixture->dialog);
  unknot_test_assert_narrow (get (fixture, UNKNOT_TYPE_SUMMARY_OPTIONS, NULL));
  unknot_test_assert_narrow (gtk_widget_get_first_child (widget));
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  add ("/summary-dialog/spans", test_summary_dialog_spans);
  add ("/summary-dialog/days", test_summary_dialog_days);
  add ("/summary-dialog/last-visit", test_summary_dialog_last_visit);
  add ("/summary-dialog/missed-visit", test_summary_dialog_missed_visit);
  add ("/summary-dialog/next-visit", test_summary_dialog_next_visit);
  add ("/summary-dialog/parts", test_summary_dialog_parts);
  add ("/summary-dialog/large-letters", test_summary_dialog_large_letters);
  add ("/summary-dialog/person", test_summary_dialog_person);
  add ("/summary-dialog/strange-birth", test_summary_dialog_strange_birth);
  add ("/summary-dialog/print", test_summary_dialog_print);
  add ("/summary-dialog/once", test_summary_dialog_once);
  add ("/summary-dialog/not-saved", test_summary_dialog_not_saved);
  add ("/summary-dialog/not-loaded", test_summary_dialog_not_loaded);
  add ("/summary-dialog/banner", test_summary_dialog_banner);
  add ("/summary-dialog/text", test_summary_dialog_text);
  add ("/summary-dialog/long-text", test_summary_dialog_long_text);
  add ("/summary-dialog/keys", test_summary_dialog_keys);
  add ("/summary-dialog/close-early", test_summary_dialog_close_early);
  add ("/summary-dialog/close", test_summary_dialog_close);
  add ("/summary-dialog/narrow", test_summary_dialog_narrow);
#undef add

  return g_test_run ();
}
