/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-data-dialog-import"

#include "config.h"

#include "unknot-data-dialog-private.h"

#include "unknot-columns-page.h"
#include "unknot-diary-csv.h"
#include "unknot-exchange-file.h"
#include "unknot-faults-page.h"
#include "unknot-plan-page.h"

#include <glib/gi18n.h>

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (UnknotDataDialog) self = user_data;
  UnknotImport *import = UNKNOT_IMPORT (source);
  g_autoptr (GError) error = NULL;
  gboolean good = unknot_import_finish (import, result, &error);

  if (unknot_data_dialog_is_gone (self))
    return;

  if (!good)
    {
      unknot_data_dialog_end_work (self, error);
      adw_navigation_view_pop_to_page (self->navigation, ADW_NAVIGATION_PAGE (self->data_page));
      unknot_data_dialog_tell_failure (self, _("Nothing Was Imported"), error);
      return;
    }

  g_signal_emit_by_name (self, "imported", import);
  self->closing = TRUE;
  unknot_data_dialog_end_work (self, NULL);
}

static void
run_import_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  UnknotDataDialog *self = UNKNOT_DATA_DIALOG (widget);

  unknot_data_dialog_begin_work (self, _("Importing…"), TRUE);
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

  if (unknot_data_dialog_is_gone (self))
    return;

  /* It may have been done before it could be stopped. */
  good = good && unknot_progress_step (self->progress, 1, &error);
  unknot_data_dialog_end_work (self, error);
  if (good)
    adw_navigation_view_push (self->navigation,
                              unknot_plan_page_new (self->names, unknot_import_get_counts (import),
                                                    unknot_import_get_n_skipped (import)));
  else if (g_error_matches (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID))
    show_faults (self, error);
  else
    unknot_data_dialog_tell_failure (self, _("Nothing Was Imported"), error);
}

static void
plan (UnknotDataDialog *self,
      UnknotImport     *import)
{
  g_set_object (&self->import, import);
  unknot_data_dialog_begin_work (self, _("Looking at what is in it…"), TRUE);
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
  g_autoptr (UnknotCsvMapping) mapping = unknot_csv_mapping_new (content, now, error);

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

  if (unknot_data_dialog_is_gone (self))
    return;

  unknot_data_dialog_end_work (self, error);
  if (contents == NULL)
    {
      unknot_data_dialog_tell_failure (self, _("Nothing Was Imported"), error);
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

  if (!unknot_data_dialog_end_choosing (self, error))
    return;
  if (files == NULL)
    unknot_data_dialog_tell_failure (self, _("Nothing Was Imported"), error);
  else
    unknot_data_dialog_import (self, files);
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  UnknotDataDialog *self = UNKNOT_DATA_DIALOG (widget);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) readable = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  if (!unknot_data_dialog_begin_choosing (self))
    return;

  gtk_file_filter_set_name (readable, _("Diaries and Tables (JSON, CSV)"));
  gtk_file_filter_add_suffix (readable, "json");
  gtk_file_filter_add_suffix (readable, "csv");
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, readable);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _("Import Files"));
  gtk_file_dialog_open_multiple (dialog, window, NULL, files_chosen_cb,
                                 g_object_ref (self));
}

void
unknot_data_dialog_install_import (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "data.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "data.map-columns", NULL, map_columns_action);
  gtk_widget_class_install_action (widget_class, "data.run-import", NULL, run_import_action);
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
  unknot_data_dialog_begin_work (self, _("Reading the file…"), FALSE);
  unknot_exchange_file_load_async (files, loaded_cb, g_object_ref (self));
}
