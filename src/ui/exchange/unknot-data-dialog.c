/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-data-dialog"

#include "config.h"

#include "unknot-data-dialog.h"

#include "unknot-backup.h"
#include "unknot-columns-page.h"
#include "unknot-data-page.h"
#include "unknot-diary-csv.h"
#include "unknot-exchange-file.h"
#include "unknot-faults-page.h"
#include "unknot-file-export.h"
#include "unknot-plan-page.h"
#include "unknot-work-bar.h"

#include <glib/gi18n.h>

/**
 * UnknotDataDialog:
 *
 * Takes all of the diary out, brings something in, and goes back to a backup, one at a time. While
 * that is done it can be stopped, and the dialog does not close.
 *
 * ## Actions
 *
 * `data.export` asks for a file to write in the form it is given, `data.import` for files to read;
 * `data.map-columns` plans with the columns that were chosen, `data.run-import` imports what was
 * planned. `data.tell` tells something.
 */
struct _UnknotDataDialog
{
  AdwDialog parent_instance;

  UnknotDiary *diary;
  UnknotProgress *progress; /* nullable: of what is being done, where it can be stopped */
  UnknotImport *import;     /* nullable: what is planned … */
  char *names;              /* nullable: … and from which files */
  GtkWidget *focus;         /* nullable, weak: what had the focus before the work */
  gboolean working;
  gboolean choosing;        /* files */
  gboolean closing;         /* as soon as the work is done */

  AdwToolbarView *toolbar_view;
  AdwToastOverlay *toasts;
  AdwNavigationView *navigation;
  UnknotDataPage *data_page;
  UnknotWorkBar *work_bar;
};

/* A file to write the diary to. */
typedef struct
{
  UnknotDataDialog *dialog;
  char *format;
  GFile *file; /* nullable: not chosen yet */
} Export;

/* A backup to go back to. */
typedef struct
{
  UnknotDataDialog *dialog;
  UnknotBackup *backup;
} Return;

G_DEFINE_FINAL_TYPE (UnknotDataDialog, unknot_data_dialog, ADW_TYPE_DIALOG)

enum
{
  IMPORTED,
  WENT_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

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

static Return *
return_new (UnknotDataDialog *self,
            UnknotBackup     *backup)
{
  Return *going = g_new0 (Return, 1);

  going->dialog = g_object_ref (self);
  going->backup = g_object_ref (backup);

  return going;
}

static void
return_free (Return *going)
{
  g_object_unref (going->dialog);
  g_object_unref (going->backup);
  g_free (going);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Return, return_free)

static void
free_return (gpointer  going,
             GClosure *closure)
{
  return_free (going);
}

/* --- What the person is told --- */

static void
tell (UnknotDataDialog *self,
      const char       *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* That is no failure. */
static gboolean
is_stopped (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
tell_failure (UnknotDataDialog *self,
              const char       *heading,
              const GError     *error)
{
  AdwDialog *dialog;

  if (is_stopped (error))
    {
      tell (self, _("Stopped. All is as it was."));
      return;
    }

  dialog = adw_alert_dialog_new (heading, error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static gboolean
is_dismissed (const GError *error)
{
  return g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED);
}

static void
tell_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  tell (UNKNOT_DATA_DIALOG (widget), g_variant_get_string (parameter, NULL));
}

/* --- One thing at a time --- */

static void
begin_work (UnknotDataDialog *self,
            const char       *title,
            gboolean          can_stop)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (!self->working && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    g_set_weak_pointer (&self->focus, focus);
  self->working = TRUE;
  g_clear_object (&self->progress);
  if (can_stop)
    self->progress = unknot_progress_new ();
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->navigation), FALSE);
  unknot_work_bar_begin (self->work_bar, title, self->progress);
  adw_toolbar_view_set_reveal_bottom_bars (self->toolbar_view, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->work_bar), GTK_DIR_TAB_FORWARD);
}

/* What failed keeps it open: the person is to hear of it. */
static void
end_work (UnknotDataDialog *self,
          const GError     *error)
{
  self->working = FALSE;
  if (error != NULL && !is_stopped (error))
    self->closing = FALSE;
  g_clear_object (&self->progress);
  unknot_work_bar_end (self->work_bar);
  adw_toolbar_view_set_reveal_bottom_bars (self->toolbar_view, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->navigation), TRUE);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (self->focus != NULL)
    gtk_widget_grab_focus (self->focus);
  g_clear_weak_pointer (&self->focus);
  if (self->closing)
    adw_dialog_close (ADW_DIALOG (self));
}

/* The window may have gone meanwhile. */
static gboolean
is_gone (UnknotDataDialog *self)
{
  return gtk_widget_get_root (GTK_WIDGET (self)) == NULL;
}

/* What would not end by itself for long ends soon, and then the dialog closes. */
static void
unknot_data_dialog_close_attempt (AdwDialog *dialog)
{
  UnknotDataDialog *self = UNKNOT_DATA_DIALOG (dialog);

  self->closing = TRUE;
  if (self->progress != NULL)
    unknot_progress_stop (self->progress);
}

static GtkWindow *
get_window (UnknotDataDialog *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* --- Out --- */

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

  if (is_gone (self))
    return;

  end_work (self, error);
  if (good)
    tell (self, message);
  else
    tell_failure (self, _("Nothing Was Exported"), error);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  export->dialog->choosing = FALSE;
  if (is_gone (export->dialog) || is_dismissed (error))
    return;
  if (file == NULL)
    tell_failure (export->dialog, _("Nothing Was Exported"), error);
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
  const char *format = g_variant_get_string (parameter, NULL);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *suggested = suggest_name (self, format);

  if (self->choosing)
    return;

  self->choosing = TRUE;
  gtk_file_dialog_set_title (dialog, unknot_file_export_get_title (format));
  gtk_file_dialog_set_initial_name (dialog, suggested);
  gtk_file_dialog_save (dialog, get_window (self), NULL, file_chosen_cb,
                        export_new (self, format, NULL));
}

/* --- In --- */

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (UnknotDataDialog) self = user_data;
  UnknotImport *import = UNKNOT_IMPORT (source);
  g_autoptr (GError) error = NULL;
  gboolean good = unknot_import_finish (import, result, &error);

  if (is_gone (self))
    return;

  if (!good)
    {
      end_work (self, error);
      adw_navigation_view_pop_to_page (self->navigation, ADW_NAVIGATION_PAGE (self->data_page));
      tell_failure (self, _("Nothing Was Imported"), error);
      return;
    }

  g_signal_emit (self, signals[IMPORTED], 0, import);
  self->closing = TRUE;
  end_work (self, NULL);
}

static void
run_import_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  UnknotDataDialog *self = UNKNOT_DATA_DIALOG (widget);

  begin_work (self, _("Importing…"), TRUE);
  unknot_import_run_async (self->import, self->progress, imported_cb, g_object_ref (self));
}

static void
show_faults (UnknotDataDialog *self,
             const GError     *error)
{
  adw_navigation_view_push (self->navigation, unknot_faults_page_new (self->names, error));
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (UnknotDataDialog) self = user_data;
  UnknotImport *import = UNKNOT_IMPORT (source);
  g_autoptr (GError) error = NULL;
  gboolean good = unknot_import_finish (import, result, &error);

  if (is_gone (self))
    return;

  /* It may have been done before it could be stopped. */
  good = good && unknot_progress_step (self->progress, 1, &error);
  end_work (self, error);
  if (good)
    adw_navigation_view_push (self->navigation,
                              unknot_plan_page_new (self->names,
                                                    unknot_import_get_counts (import)));
  else if (g_error_matches (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID))
    show_faults (self, error);
  else
    tell_failure (self, _("Nothing Was Imported"), error);
}

static void
plan (UnknotDataDialog *self,
      UnknotImport     *import)
{
  g_set_object (&self->import, import);
  begin_work (self, _("Looking at what is in it…"), TRUE);
  unknot_import_plan_async (import, self->progress, planned_cb, g_object_ref (self));
}

/* Both tables of one diary, in any order. */
static UnknotImport *
create_import_of_tables (UnknotDataDialog  *self,
                         GPtrArray         *contents,
                         GError           **error)
{
  GBytes *tables[2] = { NULL };

  for (guint i = 0; i < contents->len; i++)
    {
      GBytes *content = g_ptr_array_index (contents, i);
      gboolean is_details = unknot_diary_csv_is_details (content);

      if (tables[is_details] != NULL)
        {
          g_set_error_literal (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID,
                               _("Choose one file at a time, or a table of spasms together with "
                                 "its table of readings."));
          return NULL;
        }
      tables[is_details] = content;
    }
  if (tables[FALSE] != NULL)
    return unknot_import_new_csv (self->diary, tables[FALSE], tables[TRUE]);

  g_set_error_literal (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID,
                       _("This is a table of readings. Choose its table of spasms together with "
                         "it."));

  return NULL;
}

/* A table that another program wrote, or a person. */
static gboolean
is_foreign (GBytes *content)
{
  return !unknot_diary_csv_is_spasms (content) && !unknot_diary_csv_is_details (content);
}

static void
map_columns_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  UnknotDataDialog *self = UNKNOT_DATA_DIALOG (widget);
  UnknotColumnsPage *page =
    UNKNOT_COLUMNS_PAGE (adw_navigation_view_get_visible_page (self->navigation));
  g_autoptr (UnknotImport) import =
    unknot_import_new_mapping (self->diary, unknot_columns_page_get_mapping (page));

  plan (self, import);
}

static AdwNavigationPage *
create_columns_page (UnknotDataDialog  *self,
                     GBytes            *content,
                     GError           **error)
{
  g_autoptr (GDateTime) now = unknot_clock_get_now (unknot_diary_get_clock (self->diary));
  g_autoptr (UnknotCsvMapping) mapping =
    unknot_csv_mapping_new (content, g_date_time_get_timezone (now), error);

  return mapping != NULL ? unknot_columns_page_new (self->names, mapping) : NULL;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (UnknotDataDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contents = unknot_exchange_file_load_finish (result, &error);
  g_autoptr (UnknotImport) import = NULL;
  AdwNavigationPage *page = NULL;

  if (is_gone (self))
    return;

  end_work (self, error);
  if (contents == NULL)
    {
      tell_failure (self, _("Nothing Was Imported"), error);
      return;
    }
  if (self->closing)
    return;

  if (contents->len == 1 && unknot_exchange_is_json (g_ptr_array_index (contents, 0)))
    import = unknot_import_new_json (self->diary, g_ptr_array_index (contents, 0));
  else if (contents->len == 1 && is_foreign (g_ptr_array_index (contents, 0)))
    page = create_columns_page (self, g_ptr_array_index (contents, 0), &error);
  else
    import = create_import_of_tables (self, contents, &error);

  if (import != NULL)
    plan (self, import);
  else if (page != NULL)
    adw_navigation_view_push (self->navigation, page);
  else
    show_faults (self, error);
}

static void
files_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (UnknotDataDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) files =
    gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  self->choosing = FALSE;
  if (is_gone (self) || is_dismissed (error))
    return;
  if (files == NULL)
    tell_failure (self, _("Nothing Was Imported"), error);
  else
    unknot_data_dialog_import (self, files);
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  UnknotDataDialog *self = UNKNOT_DATA_DIALOG (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) readable = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  if (self->choosing)
    return;

  self->choosing = TRUE;
  gtk_file_filter_set_name (readable, _("Diaries and Tables (JSON, CSV)"));
  gtk_file_filter_add_suffix (readable, "json");
  gtk_file_filter_add_suffix (readable, "csv");
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, readable);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _("Import Files"));
  gtk_file_dialog_open_multiple (dialog, get_window (self), NULL, files_chosen_cb,
                                 g_object_ref (self));
}

/* --- Back --- */

static void
list_backups (UnknotDataDialog *self)
{
  g_autoptr (GListModel) backups = unknot_diary_list_backups (self->diary);

  unknot_data_page_set_backups (self->data_page, backups);
}

static void
went_back_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Return) going = user_data;
  UnknotDataDialog *self = going->dialog;
  g_autofree char *time = unknot_clock_format (unknot_backup_get_time (going->backup));
  /* Translators: the day and the time of a backup */
  g_autofree char *message = g_strdup_printf (_("The diary is as it was on %s"), time);
  g_autoptr (GError) error = NULL;
  gboolean good = unknot_diary_go_back_finish (UNKNOT_DIARY (source), result, &error);

  if (is_gone (self))
    return;

  end_work (self, error);
  list_backups (self);
  if (!good)
    {
      tell_failure (self, _("Nothing Was Changed"), error);
      return;
    }

  g_signal_emit (self, signals[WENT_BACK], 0);
  tell (self, message);
}

static void
going_back_cb (Return     *going,
               const char *response)
{
  UnknotDataDialog *self = going->dialog;

  if (is_gone (self) || self->working)
    return;

  begin_work (self, _("Going back…"), FALSE);
  unknot_diary_go_back_async (self->diary, going->backup, went_back_cb,
                              return_new (self, going->backup));
}

static void
go_back_cb (UnknotDataDialog *self,
            UnknotBackup     *backup)
{
  g_autofree char *time = unknot_clock_format (unknot_backup_get_time (backup));
  /* Translators: the day and the time of a backup */
  g_autofree char *body =
    g_strdup_printf (_("What you entered or changed after %s is not in it. The diary as it is now "
                       "stays among the backups, so that you can come back to it."), time);
  AdwAlertDialog *question =
    ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Go Back to This Backup?"), body));

  adw_alert_dialog_add_responses (question,
                                  "cancel", _("_Cancel"),
                                  "go-back", _("_Go Back"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (question, "go-back", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (question, "cancel");
  adw_alert_dialog_set_close_response (question, "cancel");
  g_signal_connect_data (question, "response::go-back", G_CALLBACK (going_back_cb),
                         return_new (self, backup), free_return, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (question), GTK_WIDGET (self));
}

/* --- Type --- */

/* Nobody waits for it any more. */
static void
unknot_data_dialog_unroot (GtkWidget *widget)
{
  UnknotDataDialog *self = UNKNOT_DATA_DIALOG (widget);

  if (self->progress != NULL)
    unknot_progress_stop (self->progress);

  GTK_WIDGET_CLASS (unknot_data_dialog_parent_class)->unroot (widget);
}

static void
unknot_data_dialog_dispose (GObject *object)
{
  UnknotDataDialog *self = UNKNOT_DATA_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_DATA_DIALOG);
  g_clear_object (&self->diary);
  g_clear_object (&self->progress);
  g_clear_object (&self->import);
  g_clear_pointer (&self->names, g_free);
  g_clear_weak_pointer (&self->focus);

  G_OBJECT_CLASS (unknot_data_dialog_parent_class)->dispose (object);
}

static void
unknot_data_dialog_class_init (UnknotDataDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AdwDialogClass *dialog_class = ADW_DIALOG_CLASS (klass);

  object_class->dispose = unknot_data_dialog_dispose;
  widget_class->unroot = unknot_data_dialog_unroot;
  dialog_class->close_attempt = unknot_data_dialog_close_attempt;

  /**
   * UnknotDataDialog::imported:
   * @import: what was done, and can be undone
   *
   * Something was imported. The dialog closes.
   */
  signals[IMPORTED] = g_signal_new ("imported", UNKNOT_TYPE_DATA_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, UNKNOT_TYPE_IMPORT);

  /**
   * UnknotDataDialog::went-back:
   *
   * The diary is that of a backup: what was imported before can be undone no more.
   */
  signals[WENT_BACK] = g_signal_new ("went-back", UNKNOT_TYPE_DATA_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/exchange/unknot-data-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotDataDialog, toolbar_view);
  gtk_widget_class_bind_template_child (widget_class, UnknotDataDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, UnknotDataDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, UnknotDataDialog, data_page);
  gtk_widget_class_bind_template_child (widget_class, UnknotDataDialog, work_bar);
  gtk_widget_class_bind_template_callback (widget_class, go_back_cb);

  gtk_widget_class_install_action (widget_class, "data.export", "s", export_action);
  gtk_widget_class_install_action (widget_class, "data.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "data.map-columns", NULL, map_columns_action);
  gtk_widget_class_install_action (widget_class, "data.run-import", NULL, run_import_action);
  gtk_widget_class_install_action (widget_class, "data.tell", "s", tell_action);
}

static void
unknot_data_dialog_init (UnknotDataDialog *self)
{
  g_type_ensure (UNKNOT_TYPE_DATA_PAGE);
  g_type_ensure (UNKNOT_TYPE_WORK_BAR);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * unknot_data_dialog_new:
 * @diary: open
 */
AdwDialog *
unknot_data_dialog_new (UnknotDiary *diary)
{
  UnknotDataDialog *self = g_object_new (UNKNOT_TYPE_DATA_DIALOG, NULL);

  self->diary = g_object_ref (diary);
  list_backups (self);

  return ADW_DIALOG (self);
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

  begin_work (self, _("Exporting…"), TRUE);
  unknot_file_export_async (self->diary, format, file, self->progress, exported_cb,
                            export_new (self, format, file));
}

/**
 * unknot_data_dialog_import:
 * @files: (element-type GFile): what the person chose
 *
 * Reads files, and shows what would become of them, or what is wrong with them. Nothing else may be
 * under way.
 */
void
unknot_data_dialog_import (UnknotDataDialog *self,
                           GListModel       *files)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_return_if_fail (UNKNOT_IS_DATA_DIALOG (self));
  g_return_if_fail (!self->working);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      g_strv_builder_take (names, unknot_exchange_file_dup_name (file));
    }
  all = g_strv_builder_end (names);
  g_free (self->names);
  /* Translators: between the names of two files */
  self->names = g_strjoinv (_(", "), all);
  begin_work (self, _("Reading the file…"), FALSE);
  unknot_exchange_file_load_async (files, loaded_cb, g_object_ref (self));
}
