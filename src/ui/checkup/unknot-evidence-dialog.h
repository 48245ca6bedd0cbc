/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwDialog *unknot_evidence_dialog_new (const char *title,
                                       GPtrArray  *facts);

G_END_DECLS
