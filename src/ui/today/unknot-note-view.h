/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_NOTE_VIEW (unknot_note_view_get_type ())

G_DECLARE_FINAL_TYPE (UnknotNoteView, unknot_note_view, UNKNOT, NOTE_VIEW, AdwBin)

GtkWidget *unknot_note_view_new      (const char     *label,
                                      const char     *note);
char      *unknot_note_view_dup_note (UnknotNoteView *self);
void       unknot_note_view_add_line (UnknotNoteView *self,
                                      const char     *line);

G_END_DECLS
