/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-country-dialog"

#include "config.h"

#include "unknot-country-dialog.h"

#include <glib/gi18n.h>

/**
 * UnknotCountryDialog:
 *
 * All countries whose emergency number is known, to choose one, by its name or by typing a part of it.
 */
struct _UnknotCountryDialog
{
  AdwDialog parent_instance;

  UnknotWhereabouts *whereabouts;
  GtkCustomFilter *filter;
  GListModel *found;

  GtkEditable *search_entry;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (UnknotCountryDialog, unknot_country_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  UnknotCountryDialog *self = UNKNOT_COUNTRY_DIALOG (user_data);
  UnknotEmergencyNumber *number = UNKNOT_EMERGENCY_NUMBER (item);
  GtkWidget *row = adw_action_row_new ();

  /* Before there are words: they are not markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 unknot_emergency_number_get_name (number));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (number == unknot_whereabouts_get_number (self->whereabouts))
    {
      GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

      gtk_widget_set_name (check, "chosen");
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _("Chosen"), -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), check);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_label_new (unknot_emergency_number_get_number (number)));

  return row;
}

static void
row_activated_cb (UnknotCountryDialog *self,
                  GtkListBoxRow       *row)
{
  g_autoptr (UnknotEmergencyNumber) number =
    g_list_model_get_item (self->found, gtk_list_box_row_get_index (row));

  unknot_whereabouts_set_number (self->whereabouts, number);
  adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
is_searched_for (gpointer item,
                 gpointer user_data)
{
  UnknotCountryDialog *self = UNKNOT_COUNTRY_DIALOG (user_data);

  return unknot_emergency_number_matches (UNKNOT_EMERGENCY_NUMBER (item),
                                          gtk_editable_get_text (self->search_entry));
}

static void
search_changed_cb (UnknotCountryDialog *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/* Enter takes what was found where it is only one: the first of several may be another country. */
static void
search_activated_cb (UnknotCountryDialog *self)
{
  search_changed_cb (self);
  if (g_list_model_get_n_items (self->found) == 1)
    row_activated_cb (self, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
unknot_country_dialog_dispose (GObject *object)
{
  UnknotCountryDialog *self = UNKNOT_COUNTRY_DIALOG (object);

  gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_COUNTRY_DIALOG);
  g_clear_object (&self->whereabouts);
  g_clear_object (&self->filter);
  g_clear_object (&self->found);

  G_OBJECT_CLASS (unknot_country_dialog_parent_class)->dispose (object);
}

static void
unknot_country_dialog_class_init (UnknotCountryDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_country_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH
                                               "/preferences/unknot-country-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotCountryDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, UnknotCountryDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
}

static void
unknot_country_dialog_init (UnknotCountryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = gtk_custom_filter_new (is_searched_for, self, NULL);
}

/**
 * unknot_country_dialog_new:
 * @whereabouts: takes the choice
 */
AdwDialog *
unknot_country_dialog_new (UnknotWhereabouts *whereabouts)
{
  UnknotCountryDialog *self = g_object_new (UNKNOT_TYPE_COUNTRY_DIALOG, NULL);

  self->whereabouts = g_object_ref (whereabouts);
  self->found = G_LIST_MODEL (
    gtk_filter_list_model_new (g_object_ref (unknot_whereabouts_get_numbers (whereabouts)),
                               GTK_FILTER (g_object_ref (self->filter))));
  gtk_list_box_bind_model (self->list, self->found, create_row, self, NULL);

  return ADW_DIALOG (self);
}
