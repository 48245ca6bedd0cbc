/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-entry-row.h"
#include "unknot-test-diary.h"
#include "unknot-test-ui.h"

/* On 21 November 2026, 14:05, in UTC. */

typedef struct
{
  UnknotClock *clock;
  GtkWidget *row;
  guint n_deleted;
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
  g_signal_connect_swapped (fixture->row, "deleted", G_CALLBACK (count_cb), &fixture->n_deleted);
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

static const char *
get_label (Fixture    *fixture,
           const char *name)
{
  return gtk_label_get_text (GTK_LABEL (unknot_test_get (fixture->row, GTK_TYPE_LABEL, name)));
}

static gboolean
shows_note (Fixture *fixture)
{
  return unknot_test_is_shown (fixture->row, GTK_TYPE_LABEL, "note_label");
}

static void
test_entry_row_episode (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261120, 8, 6);
  GtkWidget *button = unknot_test_get (fixture->row, GTK_TYPE_BUTTON, NULL);

  unknot_episode_set_note (episode, "\n\t after <b>lifting</b> & more\r\nand then", NULL);
  show (fixture, episode);
  g_assert_cmpstr (get_label (fixture, "title_label"), ==, "Spasm, 6 of 10");
  g_assert_cmpstr (get_label (fixture, "details_label"), ==, "Yesterday, 08:00 · going on");
  g_assert_cmpstr (get_label (fixture, "note_label"), ==, "after <b>lifting</b> & more");
  g_assert_true (shows_note (fixture));
  unknot_test_assert_label (button, "Delete: Spasm, 6 of 10, Yesterday, 08:00 · going on");

  g_assert_cmpuint (fixture->n_deleted, ==, 0);
  unknot_test_click (button);
  g_assert_cmpuint (fixture->n_deleted, ==, 1);
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
  g_assert_cmpstr (get_label (fixture, "title_label"), ==, "<i>Ibu</i>");
  g_assert_cmpstr (get_label (fixture, "details_label"), ==, "12:00");
  g_assert_false (shows_note (fixture));
  unknot_test_assert_label (unknot_test_get (fixture->row, GTK_TYPE_BUTTON, NULL),
                            "Delete: <i>Ibu</i>, 12:00");
}

static void
test_entry_row_blank_note (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261120, 8, 6);

  unknot_episode_set_note (episode, " \n\t\r\n", NULL);
  show (fixture, episode);
  g_assert_false (shows_note (fixture));
}

/* Of a note as long as may be a label lays out no more than can be seen. */
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
      shown = get_label (fixture, "note_label");
      g_assert_cmpint (g_utf8_strlen (shown, -1), ==, 200);
      g_assert_true (g_str_has_prefix (note->str, shown));
    }
}

/* The words begin at the right, the button is at the left. */
static void
test_entry_row_right_to_left (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261120, 8, 6);
  graphene_rect_t title, button;
  GtkWindow *window;

  show (fixture, episode);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = unknot_test_present (fixture->row);
  g_assert_true (gtk_widget_compute_bounds (
    unknot_test_get (fixture->row, GTK_TYPE_LABEL, "title_label"), fixture->row, &title));
  g_assert_true (gtk_widget_compute_bounds (
    unknot_test_get (fixture->row, GTK_TYPE_BUTTON, NULL), fixture->row, &button));
  g_assert_cmpfloat (button.origin.x + button.size.width, <=, title.origin.x);
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
  ADD ("/entry-row/again", test_entry_row_again);
  ADD ("/entry-row/blank-note", test_entry_row_blank_note);
  ADD ("/entry-row/long-note", test_entry_row_long_note);
  ADD ("/entry-row/right-to-left", test_entry_row_right_to_left);
  ADD ("/entry-row/narrow", test_entry_row_narrow);

  return g_test_run ();
}
