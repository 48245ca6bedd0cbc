/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-data-page"

#include "config.h"

#include "unknot-data-page.h"

#include "unknot-backup.h"
#include "unknot-clock.h"
#include "unknot-learn-button.h"

/**
 * UnknotDataPage:
 *
 * What can be done with all of the diary: to take it out, to bring something in, to go back.
 */
struct _UnknotDataPage
{
  AdwNavigationPage parent_instance;

  GListModel *backups; /* nullable */

  AdwHeaderBar *header_bar;
  GtkListBox *backup_list;
};

G_DEFINE_FINAL_TYPE (UnknotDataPage, unknot_data_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  GO_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  UnknotBackup *backup = UNKNOT_BACKUP (item);
  g_autofree char *time = unknot_clock_format (unknot_backup_get_time (backup));
  g_autofree char *size = g_format_size (unknot_backup_get_size (backup));
  GtkWidget *row = adw_action_row_new ();

  /* Before there are words: they are not markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), time);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), size);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE,
                                           "icon-name", "document-revert-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static void
backup_activated_cb (UnknotDataPage *self,
                     GtkListBoxRow  *row)
{
  g_autoptr (UnknotBackup) backup =
    g_list_model_get_item (self->backups, gtk_list_box_row_get_index (row));

  g_signal_emit (self, signals[GO_BACK], 0, backup);
}

static void
unknot_data_page_dispose (GObject *object)
{
  UnknotDataPage *self = UNKNOT_DATA_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_DATA_PAGE);
  g_clear_object (&self->backups);

  G_OBJECT_CLASS (unknot_data_page_parent_class)->dispose (object);
}

static void
unknot_data_page_class_init (UnknotDataPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_data_page_dispose;

  /**
   * UnknotDataPage::go-back:
   * @backup: what the diary shall be again
   */
  signals[GO_BACK] = g_signal_new ("go-back", UNKNOT_TYPE_DATA_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, UNKNOT_TYPE_BACKUP);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/exchange/unknot-data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotDataPage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, UnknotDataPage, backup_list);
  gtk_widget_class_bind_template_callback (widget_class, backup_activated_cb);
}

static void
unknot_data_page_init (UnknotDataPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_header_bar_pack_start (
    self->header_bar,
    unknot_learn_button_new ("help-data", adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (self))));
}

/**
 * unknot_data_page_set_backups:
 * @backups: (element-type UnknotBackup): what the diary can go back to, the newest first
 */
void
unknot_data_page_set_backups (UnknotDataPage *self,
                              GListModel     *backups)
{
  g_return_if_fail (UNKNOT_IS_DATA_PAGE (self));

  g_set_object (&self->backups, backups);
  gtk_list_box_bind_model (self->backup_list, backups, create_row, NULL, NULL);
}

/**
 * unknot_data_page_focus_backups:
 *
 * Brings the focus to what the diary can go back to.
 */
void
unknot_data_page_focus_backups (UnknotDataPage *self)
{
  g_return_if_fail (UNKNOT_IS_DATA_PAGE (self));

  gtk_widget_child_focus (GTK_WIDGET (self->backup_list), GTK_DIR_TAB_FORWARD);
}
