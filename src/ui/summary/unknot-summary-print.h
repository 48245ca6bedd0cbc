/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-summary-paper.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *unknot_summary_print_new_operation (UnknotSummaryPaper *paper,
                                                       GtkPaperSize       *size,
                                                       const char         *file_name);

G_END_DECLS
