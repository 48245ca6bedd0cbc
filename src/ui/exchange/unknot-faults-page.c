/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-faults-page"

#include "config.h"

#include "unknot-faults-page.h"

#include <glib/gi18n.h>

/**
 * UnknotFaultsPage:
 *
 * Why a file cannot be imported: all that is wrong with it, to be read and copied.
 */
struct _UnknotFaultsPage
{
  AdwNavigationPage parent_instance;

  char *faults; /* a line each */

  AdwPreferencesGroup *group;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (UnknotFaultsPage, unknot_faults_page, ADW_TYPE_NAVIGATION_PAGE)

static void
copy_clicked_cb (UnknotFaultsPage *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->faults);
  gtk_widget_activate_action (GTK_WIDGET (self), "data.tell", "s", _("List copied"));
}

static void
add_rows (UnknotFaultsPage *self)
{
  g_auto (GStrv) faults = g_strsplit (self->faults, "\n", -1);

  for (guint i = 0; faults[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      /* Before there are words: they are not markup. */
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), faults[i]);
      gtk_list_box_append (self->list, row);
    }
}

static void
unknot_faults_page_dispose (GObject *object)
{
  UnknotFaultsPage *self = UNKNOT_FAULTS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_FAULTS_PAGE);
  g_clear_pointer (&self->faults, g_free);

  G_OBJECT_CLASS (unknot_faults_page_parent_class)->dispose (object);
}

static void
unknot_faults_page_class_init (UnknotFaultsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_faults_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/exchange/unknot-faults-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotFaultsPage, group);
  gtk_widget_class_bind_template_child (widget_class, UnknotFaultsPage, list);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
unknot_faults_page_init (UnknotFaultsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * unknot_faults_page_new:
 * @names: of the files
 * @error: its message a line for each fault
 */
AdwNavigationPage *
unknot_faults_page_new (const char   *names,
                        const GError *error)
{
  UnknotFaultsPage *self = g_object_new (UNKNOT_TYPE_FAULTS_PAGE, NULL);
  /* Translators: the name of a file, or of several */
  g_autofree char *description =
    g_markup_printf_escaped (_("“%s” cannot be imported. Your diary is as it was."), names);

  self->faults = g_strdup (error->message);
  adw_preferences_group_set_description (self->group, description);
  add_rows (self);

  return ADW_NAVIGATION_PAGE (self);
}
