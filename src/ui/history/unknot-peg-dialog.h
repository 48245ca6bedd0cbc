/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-clock.h"
#include "unknot-entry-dialog.h"
#include "unknot-peg.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_PEG_DIALOG (unknot_peg_dialog_get_type ())

G_DECLARE_FINAL_TYPE (UnknotPegDialog, unknot_peg_dialog, UNKNOT, PEG_DIALOG,
                      UnknotEntryDialog)

AdwDialog *unknot_peg_dialog_new (UnknotPeg   *peg,
                                  UnknotClock *clock);

G_END_DECLS
