/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-data-dialog-export"

#include "config.h"

#include "unknot-data-dialog-private.h"

#include "unknot-exchange-file.h"
#include "unknot-file-export.h"

#include <glib/gi18n.h>

/* A file to write the diary to. */
typedef struct
{
  UnknotDataDialog *dialog;
  char *format;
  GFile *file; /* nullable: not chosen yet */
} Export;

static Export *
export_new (UnknotDataDialog *self,
            const char       *format,
            GFile            *file)
{
  Export *export = g_new0 (Export, 1);

  export->dialog = g_object_ref (self);
  export->format = g_strdup (format);
  g_set_object (&export->file, file);

  return export;
}

static void
export_free (Export *export)
{
  g_object_unref (export->dialog);
  g_free (export->format);
  g_clear_object (&export->file);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  UnknotDataDialog *self = export->dialog;
  g_autofree char *name = unknot_exchange_file_dup_name (export->file);
  /* Translators: the name of a file */
  g_autofree char *message = g_strdup_printf (_("Saved as “%s”"), name);
  g_autoptr (GError) error = NULL;
  gboolean good = unknot_file_export_finish (result, &error);

  if (unknot_data_dialog_is_gone (self))
    return;

  unknot_data_dialog_end_work (self, error);
  if (good)
    unknot_data_dialog_tell (self, message);
  else
    unknot_data_dialog_tell_failure (self, _("Nothing Was Exported"), error);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (!unknot_data_dialog_end_choosing (export->dialog, error))
    return;
  if (file == NULL)
    unknot_data_dialog_tell_failure (export->dialog, _("Nothing Was Exported"), error);
  else
    unknot_data_dialog_export (export->dialog, export->format, file);
}

/* Of the day, so that one does not take the place of another. */
static char *
suggest_name (UnknotDataDialog *self,
              const char       *format)
{
  g_autoptr (GDateTime) now = unknot_clock_get_now (unknot_diary_get_clock (self->diary));
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");

  return g_strconcat ("unknot-", day, unknot_file_export_get_ending (format), NULL);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  UnknotDataDialog *self = UNKNOT_DATA_DIALOG (widget);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  const char *format = g_variant_get_string (parameter, NULL);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *suggested = suggest_name (self, format);

  if (!unknot_data_dialog_begin_choosing (self))
    return;

  gtk_file_dialog_set_title (dialog, unknot_file_export_get_title (format));
  gtk_file_dialog_set_initial_name (dialog, suggested);
  gtk_file_dialog_save (dialog, window, NULL, file_chosen_cb,
                        export_new (self, format, NULL));
}

void
unknot_data_dialog_install_export (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "data.export", "s", export_action);
}

/**
 * unknot_data_dialog_export:
 * @format: as `data.export` takes it
 * @file: what the person chose
 *
 * Writes all of the diary, and tells what came of it. Nothing else may be under way.
 */
void
unknot_data_dialog_export (UnknotDataDialog *self,
                           const char       *format,
                           GFile            *file)
{
  g_return_if_fail (UNKNOT_IS_DATA_DIALOG (self));
  g_return_if_fail (!self->working);

  unknot_data_dialog_begin_work (self, _("Exporting…"), TRUE);
  unknot_file_export_async (self->diary, format, file, self->progress, exported_cb,
                            export_new (self, format, file));
}
