/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-country-row"

#include "config.h"

#include "unknot-country-row.h"

#include <glib/gi18n.h>

/**
 * UnknotCountryRow:
 *
 * Chooses the country, and shows its emergency number.
 */
struct _UnknotCountryRow
{
  AdwComboRow parent_instance;

  UnknotWhereabouts *whereabouts;
};

G_DEFINE_FINAL_TYPE (UnknotCountryRow, unknot_country_row, ADW_TYPE_COMBO_ROW)

static void
show_number (UnknotCountryRow *self)
{
  UnknotEmergencyNumber *number = unknot_whereabouts_get_number (self->whereabouts);
  const char *also = unknot_emergency_number_get_also (number);
  GListModel *numbers = unknot_whereabouts_get_numbers (self->whereabouts);
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (numbers); i++)
    {
      g_autoptr (UnknotEmergencyNumber) candidate = g_list_model_get_item (numbers, i);

      if (candidate == number)
        adw_combo_row_set_selected (ADW_COMBO_ROW (self), i);
    }

  subtitle = also != NULL
               ? g_strdup_printf (_("Emergency number: %s. %s"),
                                  unknot_emergency_number_get_number (number), also)
               : g_strdup_printf (_("Emergency number: %s"),
                                  unknot_emergency_number_get_number (number));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
}

static void
selected_changed_cb (UnknotCountryRow *self)
{
  UnknotEmergencyNumber *number = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));

  if (number != NULL && self->whereabouts != NULL)
    unknot_whereabouts_set_number (self->whereabouts, number);
}

static void
unknot_country_row_dispose (GObject *object)
{
  UnknotCountryRow *self = UNKNOT_COUNTRY_ROW (object);

  g_clear_object (&self->whereabouts);

  G_OBJECT_CLASS (unknot_country_row_parent_class)->dispose (object);
}

static void
unknot_country_row_class_init (UnknotCountryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = unknot_country_row_dispose;
}

static void
unknot_country_row_init (UnknotCountryRow *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Country"));
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (self), TRUE);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (self), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
}

GtkWidget *
unknot_country_row_new (UnknotWhereabouts *whereabouts)
{
  UnknotCountryRow *self = g_object_new (UNKNOT_TYPE_COUNTRY_ROW, NULL);
  g_autoptr (GtkExpression) name =
    gtk_property_expression_new (UNKNOT_TYPE_EMERGENCY_NUMBER, NULL, "name");

  adw_combo_row_set_expression (ADW_COMBO_ROW (self), name);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), unknot_whereabouts_get_numbers (whereabouts));
  self->whereabouts = g_object_ref (whereabouts);
  show_number (self);
  g_signal_connect (self, "notify::selected-item", G_CALLBACK (selected_changed_cb), NULL);
  g_signal_connect_object (whereabouts, "notify::number", G_CALLBACK (show_number), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
