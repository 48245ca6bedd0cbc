/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-clock.h"
#include "unknot-entry-dialog.h"
#include "unknot-event.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_EVENT_DIALOG (unknot_event_dialog_get_type ())

G_DECLARE_FINAL_TYPE (UnknotEventDialog, unknot_event_dialog, UNKNOT, EVENT_DIALOG,
                      UnknotEntryDialog)

AdwDialog *unknot_event_dialog_new (UnknotEvent *event,
                                    UnknotClock *clock);

G_END_DECLS
