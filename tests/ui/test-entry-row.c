/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-entry-row.h"
#include "unknot-test-diary.h"
#include "unknot-test-ui.h"
#include "unknot-unread.h"
#include "unknot-visit.h"

/* On 21 November 2026, 14:05, in UTC. */

typedef struct
{
  UnknotClock *clock;
  GtkWidget *row;
  guint n_menus;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 21, 14, 5, 0);

  fixture->clock = unknot_clock_new ();
  unknot_clock_set_now (fixture->clock, now);
  fixture->row = g_object_ref_sink (unknot_entry_row_new (fixture->clock));
  g_signal_connect_swapped (fixture->row, "menu", G_CALLBACK (count_cb), &fixture->n_menus);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->row);
  g_assert_finalize_object (fixture->clock);
}

static void
show (Fixture  *fixture,
      gpointer  entry)
{
  unknot_entry_row_set_entry (UNKNOT_ENTRY_ROW (fixture->row), entry);
  g_assert_true (unknot_entry_row_get_entry (UNKNOT_ENTRY_ROW (fixture->row)) == entry);
}

static UnknotEntryRow *
get_row (Fixture *fixture)
{
  return UNKNOT_ENTRY_ROW (fixture->row);
}

static void
test_entry_row_episode (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char *const triggers[] = { "lifting", "sport", NULL };
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261120, 8, 6);
  g_autoptr (UnknotPlace) place =
    unknot_place_new ("lower", "left", UNKNOT_PAIN_UNKNOWN, NULL, NULL);
  GtkWidget *button = unknot_test_get (fixture->row, GTK_TYPE_BUTTON, NULL);

  unknot_episode_set_note (episode, "\n\t after <b>lifting</b> & more\r\nand then", NULL);
  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_TRIGGER, triggers, NULL);
  g_list_store_append (unknot_episode_get_places (episode), place);
  show (fixture, episode);
  g_assert_cmpstr (unknot_entry_row_get_name (get_row (fixture)), ==,
                   "Spasm: Lower back, 6 of 10, Yesterday, 08:00 · going on · Lifting, Sport");
  g_assert_cmpstr (unknot_entry_row_get_note (get_row (fixture)), ==,
                   "after <b>lifting</b> & more");
  unknot_test_assert_label (
    button, "Menu: Spasm: Lower back, 6 of 10, Yesterday, 08:00 · going on · Lifting, Sport");

  g_assert_cmpuint (fixture->n_menus, ==, 0);
  unknot_test_click (button);
  g_assert_cmpuint (fixture->n_menus, ==, 1);
}

/* What is to be asked, until something came of it. */
static void
test_entry_row_visit (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261122, 10, 30);
  g_autoptr (UnknotVisit) visit = unknot_visit_new (moment);

  show (fixture, visit);
  g_assert_cmpstr (unknot_entry_row_get_name (get_row (fixture)), ==,
                   "Visit to the doctor, Tomorrow, 10:30");
  g_assert_cmpstr (unknot_entry_row_get_note (get_row (fixture)), ==, "");

  unknot_visit_set_questions (visit, "A <b>scan</b>?\nMay I swim?", NULL);
  show (fixture, visit);
  g_assert_cmpstr (unknot_entry_row_get_note (get_row (fixture)), ==, "A <b>scan</b>?");
  unknot_visit_set_outcome (visit, "No scan.", NULL);
  show (fixture, visit);
  g_assert_cmpstr (unknot_entry_row_get_note (get_row (fixture)), ==, "No scan.");
}

/* A row is used again for another entry: nothing of the one before is left. */
static void
test_entry_row_again (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261120, 8, 6);
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261121, 12, 0);
  g_autoptr (UnknotDose) dose = unknot_dose_new (moment, "<i>Ibu</i>", 400, NULL);

  unknot_episode_set_note (episode, "a note", NULL);
  show (fixture, episode);
  show (fixture, dose);
  g_assert_cmpstr (unknot_entry_row_get_name (get_row (fixture)), ==, "<i>Ibu</i>, 12:00");
  g_assert_cmpstr (unknot_entry_row_get_note (get_row (fixture)), ==, "");
  unknot_test_assert_label (unknot_test_get (fixture->row, GTK_TYPE_BUTTON, NULL),
                            "Menu: <i>Ibu</i>, 12:00");
}

/* The row of another entry has its menu again. */
static void
test_entry_row_unread (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (UnknotUnread) unread = unknot_unread_new (20261120, TRUE);
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261120, 8, 6);
  GtkWidget *button = unknot_test_get (fixture->row, GTK_TYPE_BUTTON, NULL);

  show (fixture, unread);
  g_assert_cmpstr (unknot_entry_row_get_name (get_row (fixture)), ==, "Damaged entry, Yesterday");
  g_assert_false (gtk_widget_get_visible (button));
  show (fixture, episode);
  g_assert_true (gtk_widget_get_visible (button));
}

static int
get_height (Fixture *fixture,
            int      width)
{
  int height;

  gtk_widget_measure (fixture->row, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

/* As high as the lines that there are, at the width that there is, also after another entry. */
static void
test_entry_row_height (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (UnknotEpisode) plain = unknot_test_diary_make_episode (20261120, 8, 6);
  g_autoptr (UnknotEpisode) noted = unknot_test_diary_make_episode (20261120, 8, 6);
  g_autoptr (UnknotEpisode) blank = unknot_test_diary_make_episode (20261120, 8, 6);
  GtkWindow *window = unknot_test_present (fixture->row);
  int two_lines, three_lines;

  unknot_episode_set_note (noted, "a note", NULL);
  unknot_episode_set_note (blank, " \n\t\r\n", NULL);
  show (fixture, plain);
  two_lines = get_height (fixture, 400);
  show (fixture, noted);
  three_lines = get_height (fixture, 400);
  g_assert_cmpint (three_lines, >, two_lines);
  g_assert_cmpint (get_height (fixture, 200), >, three_lines);
  g_assert_cmpint (get_height (fixture, 400), ==, three_lines);
  show (fixture, blank);
  g_assert_cmpint (get_height (fixture, 400), ==, two_lines);
  unknot_test_close (window);
}

/* Of a note as long as may be no more is laid out than can be seen. */
static void
test_entry_row_long_note (Fixture       *fixture,
                          gconstpointer  data)
{
  static const char *const letters[] = { "x", "ש", "😀", "word " };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261120, 8, 6);
      g_autoptr (GString) note = g_string_new (NULL);
      const char *shown;

      while (note->len < 100000)
        g_string_append (note, letters[i]);
      unknot_episode_set_note (episode, note->str, NULL);
      show (fixture, episode);
      shown = unknot_entry_row_get_note (get_row (fixture));
      g_assert_cmpint (g_utf8_strlen (shown, -1), ==, 200);
      g_assert_true (g_str_has_prefix (note->str, shown));
    }
}

/* Where words are written from the right, the button is at the left. */
static void
test_entry_row_right_to_left (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261120, 8, 6);
  graphene_rect_t button;
  GtkWindow *window;

  show (fixture, episode);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = unknot_test_present (fixture->row);
  g_assert_true (gtk_widget_compute_bounds (
    unknot_test_get (fixture->row, GTK_TYPE_BUTTON, NULL), fixture->row, &button));
  g_assert_cmpfloat (button.origin.x + button.size.width, <,
                     gtk_widget_get_width (fixture->row) / 2);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  unknot_test_close (window);
}

static void
test_entry_row_narrow (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20251121, 12, 0);
  g_autofree char *name = g_strnfill (1000, 'x');
  g_autoptr (UnknotDose) dose = unknot_dose_new (moment, name, 400, NULL);

  show (fixture, dose);
  unknot_test_assert_narrow (fixture->row);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("/entry-row/episode", test_entry_row_episode);
  ADD ("/entry-row/visit", test_entry_row_visit);
  ADD ("/entry-row/again", test_entry_row_again);
  ADD ("/entry-row/unread", test_entry_row_unread);
  ADD ("/entry-row/height", test_entry_row_height);
  ADD ("/entry-row/long-note", test_entry_row_long_note);
  ADD ("/entry-row/right-to-left", test_entry_row_right_to_left);
  ADD ("/entry-row/narrow", test_entry_row_narrow);

  return g_test_run ();
}
