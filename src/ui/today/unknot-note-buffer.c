/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-note-buffer"

#include "config.h"

#include "unknot-note-buffer.h"

#include <string.h>

/* Where a line is broken for the eye alone: GTK takes it for the end of a line, and no key writes
 * it. In a text from elsewhere it means what a line feed does. */
#define BREAK "\u2029"
#define BREAK_CHARACTER 0x2029

/* So many characters of a line stay together, and so many at most. */
#define MIN_RUN 1000
#define MAX_RUN 2000

/**
 * UnknotNoteBuffer:
 *
 * A note of any length. Whenever a letter is typed GTK lays out the whole line that it is in, and a
 * line of a hundred thousand letters without a blank takes it a minute. So a line that is too long
 * is shown as several; the note is as it was written.
 */
struct _UnknotNoteBuffer
{
  GtkTextBuffer parent_instance;

  gboolean replaying; /* what was broken before */
};

G_DEFINE_FINAL_TYPE (UnknotNoteBuffer, unknot_note_buffer, GTK_TYPE_TEXT_BUFFER)

static gboolean
ends_line (gunichar character)
{
  return character == '\n' || character == '\r' || character == BREAK_CHARACTER;
}

static gboolean
is_after_space (const GtkTextIter *position)
{
  GtkTextIter before = *position;

  return gtk_text_iter_backward_char (&before) &&
         g_unichar_isspace (gtk_text_iter_get_char (&before));
}

static PangoLogAttr *
dup_attributes (const GtkTextIter *position,
                const char        *text,
                int                length)
{
  glong n = g_utf8_strlen (text, length) + 1;
  PangoLogAttr *attributes = g_new0 (PangoLogAttr, n);

  pango_get_log_attrs (text, length, -1, gtk_get_default_language (), attributes, n);
  attributes[0].is_line_break = is_after_space (position);

  return attributes;
}

static gboolean
may_break (const PangoLogAttr *attributes,
           int                 run)
{
  return (run >= MIN_RUN && attributes->is_line_break) ||
         (run >= MAX_RUN && attributes->is_cursor_position);
}

/* What is to be inserted in the place of @text. */
static GString *
break_text (const GtkTextIter *position,
            const char        *text,
            int                length)
{
  g_autofree PangoLogAttr *attributes = dup_attributes (position, text, length);
  GString *broken = g_string_sized_new (length);
  int run = gtk_text_iter_get_line_offset (position);
  const char *end = text + length;

  for (guint i = 0; text < end; i++, text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (ends_line (character))
        {
          run = 0;
          g_string_append_unichar (broken, character == BREAK_CHARACTER ? '\n' : character);
          continue;
        }
      if (may_break (&attributes[i], run))
        {
          run = 0;
          g_string_append (broken, BREAK);
        }
      run++;
      g_string_append_unichar (broken, character);
    }

  return broken;
}

static void
unknot_note_buffer_insert_text (GtkTextBuffer *buffer,
                                GtkTextIter   *position,
                                const char    *text,
                                int            length)
{
  g_autoptr (GString) broken = NULL;

  if (!UNKNOT_NOTE_BUFFER (buffer)->replaying)
    {
      broken = break_text (position, text, length);
      text = broken->str;
      length = broken->len;
    }

  GTK_TEXT_BUFFER_CLASS (unknot_note_buffer_parent_class)->insert_text (buffer, position, text,
                                                                       length);
}

static void
unknot_note_buffer_undo (GtkTextBuffer *buffer)
{
  UNKNOT_NOTE_BUFFER (buffer)->replaying = TRUE;
  GTK_TEXT_BUFFER_CLASS (unknot_note_buffer_parent_class)->undo (buffer);
  UNKNOT_NOTE_BUFFER (buffer)->replaying = FALSE;
}

static void
unknot_note_buffer_redo (GtkTextBuffer *buffer)
{
  UNKNOT_NOTE_BUFFER (buffer)->replaying = TRUE;
  GTK_TEXT_BUFFER_CLASS (unknot_note_buffer_parent_class)->redo (buffer);
  UNKNOT_NOTE_BUFFER (buffer)->replaying = FALSE;
}

static void
unknot_note_buffer_class_init (UnknotNoteBufferClass *klass)
{
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  buffer_class->insert_text = unknot_note_buffer_insert_text;
  buffer_class->undo = unknot_note_buffer_undo;
  buffer_class->redo = unknot_note_buffer_redo;
}

static void
unknot_note_buffer_init (UnknotNoteBuffer *self)
{
}

UnknotNoteBuffer *
unknot_note_buffer_new (const char *note)
{
  return g_object_new (UNKNOT_TYPE_NOTE_BUFFER, "text", note, NULL);
}

/**
 * unknot_note_buffer_dup_note:
 *
 * Returns: (transfer full): the note as it was written
 */
char *
unknot_note_buffer_dup_note (UnknotNoteBuffer *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_auto (GStrv) pieces = NULL;

  g_return_val_if_fail (UNKNOT_IS_NOTE_BUFFER (self), NULL);

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self), &start, &end);
  text = gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self), &start, &end, TRUE);
  pieces = g_strsplit (text, BREAK, -1);

  return g_strjoinv ("", pieces);
}
