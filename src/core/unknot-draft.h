/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_DRAFT (unknot_draft_get_type ())

G_DECLARE_FINAL_TYPE (UnknotDraft, unknot_draft, UNKNOT, DRAFT, GObject)

UnknotDraft *unknot_draft_new          (const char   *path);
GBytes      *unknot_draft_load         (UnknotDraft  *self,
                                        GError      **error);
char        *unknot_draft_set_aside    (UnknotDraft  *self,
                                        GDateTime    *now,
                                        GError      **error);
void         unknot_draft_save         (UnknotDraft  *self,
                                        GBytes       *content);
void         unknot_draft_clear        (UnknotDraft  *self);
void         unknot_draft_retry        (UnknotDraft  *self);
gboolean     unknot_draft_is_saving    (UnknotDraft  *self);
gboolean     unknot_draft_is_unsaved   (UnknotDraft  *self);

G_END_DECLS
