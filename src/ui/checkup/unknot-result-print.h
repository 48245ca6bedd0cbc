/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-checkup.h"
#include "unknot-whereabouts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *unknot_result_print_new_operation (UnknotCheckup     *checkup,
                                                      UnknotWhereabouts *whereabouts,
                                                      gboolean           past);

G_END_DECLS
