/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * UnknotPrintWork:
 * @lay_out: makes it fit sheets of so many points; returns on how many
 * @draw: draws a sheet, in points; %FALSE with an error set where it is not whole
 * @dup_failure: (nullable): the sentence that a person is told of an error; without it, what went
 *   wrong is all that is said
 *
 * What can be printed. Other sheets are another layout, so that it is made anew for a preview and
 * then for printing.
 */
typedef struct
{
  guint    (*lay_out) (gpointer         data,
                       GtkPrintContext *context);
  gboolean (*draw)    (gpointer         data,
                       GtkPrintContext *context,
                       guint            page,
                       GError         **error);
  char    *(*dup_failure) (const GError *error);
} UnknotPrintWork;

GtkPrintOperation *unknot_print_new_operation (const char               *name,
                                               const char               *file_name,
                                               const UnknotPrintWork    *work,
                                               gpointer                  data,
                                               GDestroyNotify            free_data);
void               unknot_print_run_async     (GtkPrintOperation        *operation,
                                               GtkPrintOperationAction   action,
                                               GtkWindow                *parent,
                                               GAsyncReadyCallback       callback,
                                               gpointer                  user_data);
gboolean           unknot_print_finish        (GAsyncResult             *result,
                                               GError                  **error);

G_END_DECLS
