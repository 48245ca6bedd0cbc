/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-note-buffer.h"
#include "unknot-test-ui.h"

/* What GTK lays out in an instant. */
#define MAX_LINE 2100

static char *
repeat (const char *text,
        gsize       length)
{
  GString *string = g_string_new (NULL);

  while (string->len < length)
    g_string_append (string, text);

  return g_string_free_and_steal (string);
}

static void
type (UnknotNoteBuffer *buffer,
      const char       *text)
{
  g_assert_true (
    gtk_text_buffer_insert_interactive_at_cursor (GTK_TEXT_BUFFER (buffer), text, -1, TRUE));
}

static void
assert_note (UnknotNoteBuffer *buffer,
             const char       *expected)
{
  g_autofree char *note = unknot_note_buffer_dup_note (buffer);

  g_assert_cmpstr (note, ==, expected);
}

/* None is too long, and none begins within what is one sign to the eye. */
static void
assert_lines (UnknotNoteBuffer *buffer)
{
  int n = gtk_text_buffer_get_line_count (GTK_TEXT_BUFFER (buffer));

  for (int i = 0; i < n; i++)
    {
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (buffer), &iter, i);
      g_assert_cmpint (gtk_text_iter_get_chars_in_line (&iter), <=, MAX_LINE);
      g_assert_false (g_unichar_iszerowidth (gtk_text_iter_get_char (&iter)));
    }
}

static void
test_note_buffer_short (void)
{
  static const char note[] = "after <b>lifting</b>,\r\nand\tthe car\n\nשלום 👩‍👧 é\n";
  g_autoptr (UnknotNoteBuffer) buffer = unknot_note_buffer_new (note);
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, note);
  assert_note (buffer, note);
}

static void
test_note_buffer_long (void)
{
  static const char *const pieces[] = {
    "x", "word and ", "words\n", "שלום 😀 ", "👩‍👩‍👧‍👦", "e\u0301\u0323", "腰が痛い", "🇩🇪", " ", "\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *note = repeat (pieces[i], 100000);
      g_autoptr (UnknotNoteBuffer) buffer = unknot_note_buffer_new (note);

      g_test_message ("Piece %u", i);
      assert_note (buffer, note);
      assert_lines (buffer);
    }
}

/* Where there are words, a line does not end within one. */
static void
test_note_buffer_words (void)
{
  g_autofree char *note = repeat ("word ", 100000);
  g_autoptr (UnknotNoteBuffer) buffer = unknot_note_buffer_new (note);

  g_assert_cmpint (gtk_text_buffer_get_line_count (GTK_TEXT_BUFFER (buffer)), >, 50);
  for (int i = 0; i < 50; i++)
    {
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (buffer), &iter, i);
      g_assert_cmpint (gtk_text_iter_get_char (&iter), ==, 'w');
    }
}

static void
test_note_buffer_typed (void)
{
  static const char *const keys[] = { "x", "x ", "痛" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (UnknotNoteBuffer) buffer = unknot_note_buffer_new ("");
      g_autofree char *note = repeat (keys[i], 10000);

      for (const char *key = note; *key != '\0'; key = g_utf8_next_char (key))
        {
          g_autofree char *letter = g_utf8_substring (key, 0, 1);

          type (buffer, letter);
        }
      assert_note (buffer, note);
      assert_lines (buffer);
    }
}

static void
test_note_buffer_pasted (void)
{
  g_autofree char *pasted = repeat ("x", 50000);
  g_autofree char *note = g_strconcat ("before ", pasted, " after", NULL);
  g_autoptr (UnknotNoteBuffer) buffer = unknot_note_buffer_new ("before  after");
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &iter, 7);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (buffer), &iter);
  type (buffer, pasted);
  assert_note (buffer, note);
  assert_lines (buffer);

  gtk_text_buffer_undo (GTK_TEXT_BUFFER (buffer));
  assert_note (buffer, "before  after");
  gtk_text_buffer_redo (GTK_TEXT_BUFFER (buffer));
  assert_note (buffer, note);
  assert_lines (buffer);
  gtk_text_buffer_undo (GTK_TEXT_BUFFER (buffer));
  assert_note (buffer, "before  after");
}

/* What is deleted can be had back, whichever lines it was on. */
static void
test_note_buffer_deleted (void)
{
  g_autofree char *note = repeat ("0123456789", 30000);
  g_autoptr (UnknotNoteBuffer) buffer = unknot_note_buffer_new (note);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &start, 10);
  gtk_text_buffer_get_end_iter (GTK_TEXT_BUFFER (buffer), &end);
  gtk_text_buffer_delete_interactive (GTK_TEXT_BUFFER (buffer), &start, &end, TRUE);
  assert_note (buffer, "0123456789");
  gtk_text_buffer_undo (GTK_TEXT_BUFFER (buffer));
  assert_note (buffer, note);
  assert_lines (buffer);
}

/* What a text from elsewhere has for the end of a line stays one. */
static void
test_note_buffer_separator (void)
{
  g_autoptr (UnknotNoteBuffer) buffer = unknot_note_buffer_new ("one\u2029two");

  assert_note (buffer, "one\ntwo");
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  g_test_add_func ("/note-buffer/short", test_note_buffer_short);
  g_test_add_func ("/note-buffer/long", test_note_buffer_long);
  g_test_add_func ("/note-buffer/words", test_note_buffer_words);
  g_test_add_func ("/note-buffer/typed", test_note_buffer_typed);
  g_test_add_func ("/note-buffer/pasted", test_note_buffer_pasted);
  g_test_add_func ("/note-buffer/deleted", test_note_buffer_deleted);
  g_test_add_func ("/note-buffer/separator", test_note_buffer_separator);

  return g_test_run ();
}
