/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-plan-page"

#include "config.h"

#include "unknot-plan-page.h"

#include <glib/gi18n.h>

/**
 * UnknotPlanPage:
 *
 * What an import would do. `data.run-import` does it.
 */
struct _UnknotPlanPage
{
  AdwNavigationPage parent_instance;

  AdwPreferencesGroup *group;
  GtkLabel *added_label;
  GtkLabel *changed_label;
  GtkLabel *same_label;
  GtkLabel *kept_label;
  GtkWidget *skipped_row;
  GtkLabel *skipped_label;
  GtkWidget *nothing_label;
  GtkWidget *import_button;
};

G_DEFINE_FINAL_TYPE (UnknotPlanPage, unknot_plan_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_number (GtkLabel *label,
             guint     number)
{
  /* Translators: how many entries, as a number alone */
  g_autofree char *text = g_strdup_printf (_("%'u"), number);

  gtk_label_set_label (label, text);
}

static void
import_clicked_cb (UnknotPlanPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "data.run-import", NULL);
}

static void
unknot_plan_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UNKNOT_TYPE_PLAN_PAGE);

  G_OBJECT_CLASS (unknot_plan_page_parent_class)->dispose (object);
}

static void
unknot_plan_page_class_init (UnknotPlanPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_plan_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/exchange/unknot-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotPlanPage, group);
  gtk_widget_class_bind_template_child (widget_class, UnknotPlanPage, added_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotPlanPage, changed_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotPlanPage, same_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotPlanPage, kept_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotPlanPage, skipped_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotPlanPage, skipped_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotPlanPage, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotPlanPage, import_button);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
}

static void
unknot_plan_page_init (UnknotPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * unknot_plan_page_new:
 * @names: of the files
 * @counts: what would become of what is in them
 * @n_skipped: how many rows would be left out
 */
AdwNavigationPage *
unknot_plan_page_new (const char              *names,
                      const UnknotMergeCounts *counts,
                      guint                    n_skipped)
{
  UnknotPlanPage *self = g_object_new (UNKNOT_TYPE_PLAN_PAGE, NULL);
  gboolean anything = counts->n_added > 0 || counts->n_changed > 0;
  g_autofree char *escaped = g_markup_escape_text (names, -1);

  adw_preferences_group_set_description (self->group, escaped);
  show_number (self->added_label, counts->n_added);
  show_number (self->changed_label, counts->n_changed);
  show_number (self->same_label, counts->n_same);
  show_number (self->kept_label, counts->n_kept);
  show_number (self->skipped_label, n_skipped);
  gtk_widget_set_visible (self->skipped_row, n_skipped > 0);
  gtk_widget_set_visible (self->nothing_label, !anything);
  gtk_widget_set_visible (self->import_button, anything);

  return ADW_NAVIGATION_PAGE (self);
}
