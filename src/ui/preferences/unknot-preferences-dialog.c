/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-preferences-dialog"

#include "config.h"

#include "unknot-preferences-dialog.h"

#include "unknot-country-row.h"

#include <glib/gi18n.h>

struct _UnknotPreferencesDialog
{
  AdwPreferencesDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (UnknotPreferencesDialog, unknot_preferences_dialog,
                     ADW_TYPE_PREFERENCES_DIALOG)

static void
unknot_preferences_dialog_class_init (UnknotPreferencesDialogClass *klass)
{
}

static void
unknot_preferences_dialog_init (UnknotPreferencesDialog *self)
{
}

static AdwPreferencesGroup *
create_emergency_group (UnknotWhereabouts *whereabouts)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  UnknotCountryRow *row = g_object_new (UNKNOT_TYPE_COUNTRY_ROW, NULL);

  adw_preferences_group_set_title (group, _("In an Emergency"));
  adw_preferences_group_set_description (group, _("Which number Unknot tells you to call"));
  unknot_country_row_set_whereabouts (row, whereabouts);
  adw_preferences_group_add (group, GTK_WIDGET (row));

  return group;
}

static AdwPreferencesGroup *
create_history_group (GSettings *settings)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *row = g_object_new (ADW_TYPE_SWITCH_ROW,
                                 "title", _("Ask About _Pain and Function"),
                                 "subtitle", _("Three questions on Today, once a week"),
                                 "use-underline", TRUE,
                                 NULL);

  adw_preferences_group_set_title (group, _("History"));
  g_settings_bind (settings, "ask-function", row, "active", G_SETTINGS_BIND_DEFAULT);
  adw_preferences_group_add (group, row);

  return group;
}

/**
 * unknot_preferences_dialog_new:
 * @settings: what the person chose, which is changed here
 */
AdwDialog *
unknot_preferences_dialog_new (UnknotWhereabouts *whereabouts,
                               GSettings         *settings)
{
  UnknotPreferencesDialog *self = g_object_new (UNKNOT_TYPE_PREFERENCES_DIALOG, NULL);
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  adw_preferences_page_add (page, create_emergency_group (whereabouts));
  adw_preferences_page_add (page, create_history_group (settings));
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (self), page);

  return ADW_DIALOG (self);
}
