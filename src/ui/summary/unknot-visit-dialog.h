/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-diary.h"
#include "unknot-entry-dialog.h"
#include "unknot-protocol.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_VISIT_DIALOG (unknot_visit_dialog_get_type ())

G_DECLARE_FINAL_TYPE (UnknotVisitDialog, unknot_visit_dialog, UNKNOT, VISIT_DIALOG,
                      UnknotEntryDialog)

AdwDialog *unknot_visit_dialog_new (UnknotVisit    *visit,
                                    gboolean        is_new,
                                    UnknotDiary    *diary,
                                    UnknotProtocol *protocol);

G_END_DECLS
