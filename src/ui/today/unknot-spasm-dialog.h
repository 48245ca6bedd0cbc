/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-diary.h"
#include "unknot-draft.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_SPASM_DIALOG (unknot_spasm_dialog_get_type ())

G_DECLARE_FINAL_TYPE (UnknotSpasmDialog, unknot_spasm_dialog, UNKNOT, SPASM_DIALOG, AdwDialog)

AdwDialog     *unknot_spasm_dialog_new        (UnknotDiary    *diary,
                                               UnknotEpisode  *episode,
                                               UnknotDraft    *draft);
AdwDialog     *unknot_spasm_dialog_new_like   (UnknotDiary    *diary,
                                               UnknotEpisode  *like,
                                               UnknotDraft    *draft);
void           unknot_spasm_dialog_tell_end   (UnknotSpasmDialog *self);
UnknotEpisode *unknot_spasm_dialog_load_draft (UnknotDraft    *draft,
                                               gboolean       *is_new,
                                               GError        **error);

G_END_DECLS
