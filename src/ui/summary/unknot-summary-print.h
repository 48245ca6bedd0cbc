/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-summary-paper.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *unknot_summary_print_new_operation (UnknotSummaryPaper  *paper,
                                                       GtkPaperSize        *size);
void               unknot_summary_print_run_async     (GtkPrintOperation        *operation,
                                                       GtkPrintOperationAction   action,
                                                       GtkWindow                *parent,
                                                       GAsyncReadyCallback       callback,
                                                       gpointer                  user_data);
gboolean           unknot_summary_print_finish        (GAsyncResult        *result,
                                                       GError             **error);

G_END_DECLS
