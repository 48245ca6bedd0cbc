/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-country-row"

#include "config.h"

#include "unknot-country-row.h"

#include "unknot-country-dialog.h"

#include <glib/gi18n.h>

/**
 * UnknotCountryRow:
 *
 * Says which country the person is in and its emergency number, asks where that is not certain, and
 * leads to the choice of another.
 */
struct _UnknotCountryRow
{
  AdwActionRow parent_instance;

  UnknotWhereabouts *whereabouts; /* nullable */
  GtkWidget *warning;
};

G_DEFINE_FINAL_TYPE (UnknotCountryRow, unknot_country_row, ADW_TYPE_ACTION_ROW)

static char *
dup_subtitle (UnknotCountryRow *self)
{
  UnknotEmergencyNumber *number = unknot_whereabouts_get_number (self->whereabouts);
  const char *name = unknot_emergency_number_get_name (number);
  const char *also = unknot_emergency_number_get_also (number);
  g_autoptr (GString) text = g_string_new (NULL);

  if (*unknot_emergency_number_get_country (number) == '\0' &&
      !unknot_whereabouts_is_certain (self->whereabouts))
    name = _("Not known");
  /* Translators: a country, and its emergency number */
  g_string_append_printf (text, _("%s: call %s."), name,
                          unknot_emergency_number_get_number (number));
  if (also != NULL)
    g_string_append_printf (text, " %s", also);
  if (!unknot_whereabouts_is_certain (self->whereabouts))
    g_string_append_printf (text, "\n%s", _("Please check your country: it decides which number to call."));

  return g_strdup (text->str);
}

static void
update (UnknotCountryRow *self)
{
  g_autofree char *subtitle = dup_subtitle (self);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_widget_set_visible (self->warning, !unknot_whereabouts_is_certain (self->whereabouts));
}

static void
unknot_country_row_activate (AdwActionRow *row)
{
  UnknotCountryRow *self = UNKNOT_COUNTRY_ROW (row);

  if (self->whereabouts != NULL)
    adw_dialog_present (unknot_country_dialog_new (self->whereabouts), GTK_WIDGET (self));
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
  AdwActionRowClass *row_class = ADW_ACTION_ROW_CLASS (klass);

  object_class->dispose = unknot_country_row_dispose;
  row_class->activate = unknot_country_row_activate;
}

static void
unknot_country_row_init (UnknotCountryRow *self)
{
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE,
                                   "icon-name", "go-next-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   NULL);

  self->warning = g_object_new (GTK_TYPE_IMAGE,
                                "icon-name", "dialog-warning-symbolic",
                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                "visible", FALSE,
                                NULL);
  gtk_widget_add_css_class (self->warning, "warning");
  /* Before there are words: they are not markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Country"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->warning);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

/**
 * unknot_country_row_set_whereabouts:
 * @whereabouts: what the row shows, and what is chosen in it
 */
void
unknot_country_row_set_whereabouts (UnknotCountryRow  *self,
                                    UnknotWhereabouts *whereabouts)
{
  g_return_if_fail (UNKNOT_IS_COUNTRY_ROW (self));
  g_return_if_fail (self->whereabouts == NULL);

  self->whereabouts = g_object_ref (whereabouts);
  g_signal_connect_object (whereabouts, "notify::number", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
