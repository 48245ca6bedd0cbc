/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_NOTE_BUFFER (unknot_note_buffer_get_type ())

G_DECLARE_FINAL_TYPE (UnknotNoteBuffer, unknot_note_buffer, UNKNOT, NOTE_BUFFER, GtkTextBuffer)

UnknotNoteBuffer *unknot_note_buffer_new      (const char       *note);
char             *unknot_note_buffer_dup_note (UnknotNoteBuffer *self);

G_END_DECLS
