/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-start-page"

#include "config.h"

#include "unknot-start-page.h"

#include "unknot-level-image.h"
#include "unknot-view-header.h"

#include <glib/gi18n.h>

/**
 * UnknotStartPage:
 *
 * What a check-up is, and how to begin one, or to go on with the one that there is.
 */
struct _UnknotStartPage
{
  AdwNavigationPage parent_instance;

  UnknotCheckup *checkup;         /* nullable */
  UnknotWhereabouts *whereabouts; /* nullable */

  AdwBanner *emergency_banner;
  GtkBox *levels;
  GtkLabel *time_label;
  GtkButton *start_button;
  GtkWidget *resume_button;
  GtkWidget *restart_button;
  GtkWidget *result_button;
  GtkLabel *number_label;
};

G_DEFINE_FINAL_TYPE (UnknotStartPage, unknot_start_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_time (UnknotStartPage *self)
{
  UnknotAssessment *assessment = unknot_checkup_get_assessment (self->checkup);
  g_autofree char *time = unknot_clock_format (unknot_assessment_get_time (assessment));
  g_autofree char *text =
    unknot_checkup_is_done (self->checkup)
      /* Translators: when it was, and what it said */
      ? g_strdup_printf (_("Your last check-up, %s: %s"), time,
                         unknot_level_get_title (unknot_assessment_get_level (assessment)))
      : g_strdup_printf (_("Your check-up of %s is not finished"), time);

  gtk_label_set_label (self->time_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->time_label),
                          !unknot_checkup_is_empty (self->checkup));
}

static void
show_number (UnknotStartPage *self)
{
  g_autofree char *call = unknot_whereabouts_dup_call (self->whereabouts);

  gtk_label_set_label (self->number_label, call);
}

static void
add_level (UnknotStartPage *self,
           UnknotLevel        level)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", unknot_level_get_title (level),
                                   "xalign", 0.0,
                                   "wrap", TRUE,
                                   NULL);

  gtk_box_append (GTK_BOX (line), unknot_level_image_new (level, 24));
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (self->levels, line);
}

static void
unknot_start_page_dispose (GObject *object)
{
  UnknotStartPage *self = UNKNOT_START_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_START_PAGE);
  g_clear_object (&self->checkup);
  g_clear_object (&self->whereabouts);

  G_OBJECT_CLASS (unknot_start_page_parent_class)->dispose (object);
}

static void
unknot_start_page_class_init (UnknotStartPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_start_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/checkup/unknot-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotStartPage, emergency_banner);
  gtk_widget_class_bind_template_child (widget_class, UnknotStartPage, levels);
  gtk_widget_class_bind_template_child (widget_class, UnknotStartPage, time_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotStartPage, start_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotStartPage, resume_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotStartPage, restart_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotStartPage, result_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotStartPage, number_label);
  gtk_widget_class_bind_template_callback (widget_class, unknot_start_page_update);
}

static void
unknot_start_page_init (UnknotStartPage *self)
{
  g_type_ensure (UNKNOT_TYPE_VIEW_HEADER);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (UnknotLevel level = UNKNOT_LEVEL_EMERGENCY; level > UNKNOT_LEVEL_NONE; level--)
    add_level (self, level);
}

/**
 * unknot_start_page_set_checkup:
 * @checkup: what is begun here
 * @whereabouts: whom to call
 */
void
unknot_start_page_set_checkup (UnknotStartPage   *self,
                               UnknotCheckup     *checkup,
                               UnknotWhereabouts *whereabouts)
{
  g_return_if_fail (UNKNOT_IS_START_PAGE (self));
  g_return_if_fail (self->checkup == NULL);

  self->checkup = g_object_ref (checkup);
  self->whereabouts = g_object_ref (whereabouts);
  g_signal_connect_object (whereabouts, "notify::number", G_CALLBACK (show_number), self,
                           G_CONNECT_SWAPPED);
  unknot_start_page_update (self);
}

/**
 * unknot_start_page_update:
 *
 * Shows what the check-up has become.
 */
void
unknot_start_page_update (UnknotStartPage *self)
{
  g_autofree char *alarm = NULL;
  gboolean empty, done, old;

  g_return_if_fail (UNKNOT_IS_START_PAGE (self));

  if (self->checkup == NULL)
    return;

  empty = unknot_checkup_is_empty (self->checkup);
  done = unknot_checkup_is_done (self->checkup);
  old = unknot_checkup_is_old (self->checkup);
  gtk_button_set_label (self->start_button, empty         ? _("_Start the Check-Up")
                                            : done || old ? _("_New Check-Up")
                                                          : _("_Go On Where I Stopped"));
  gtk_widget_set_visible (self->resume_button, old && !done);
  gtk_widget_set_visible (self->restart_button, !empty && !old && !done);
  gtk_widget_set_visible (self->result_button, unknot_checkup_is_finished (self->checkup));
  alarm = unknot_checkup_dup_alarm (self->checkup);
  if (alarm != NULL)
    adw_banner_set_title (self->emergency_banner, alarm);
  adw_banner_set_revealed (self->emergency_banner, alarm != NULL);
  show_time (self);
  show_number (self);
}

/**
 * unknot_start_page_focus_start:
 *
 * Brings the focus to what there is to do, past the menu. Were it what grabs the focus of a page,
 * Tab could not leave that.
 */
void
unknot_start_page_focus_start (UnknotStartPage *self)
{
  g_return_if_fail (UNKNOT_IS_START_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->start_button));
}
