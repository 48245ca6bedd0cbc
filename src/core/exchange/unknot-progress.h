/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_PROGRESS (unknot_progress_get_type ())

G_DECLARE_FINAL_TYPE (UnknotProgress, unknot_progress, UNKNOT, PROGRESS, GObject)

UnknotProgress *unknot_progress_new      (void);
double          unknot_progress_get_part (UnknotProgress  *self);
void            unknot_progress_stop     (UnknotProgress  *self);
gboolean        unknot_progress_step     (UnknotProgress  *self,
                                          double           part,
                                          GError         **error);

G_END_DECLS
