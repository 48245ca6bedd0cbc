/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-work-bar"

#include "config.h"

#include "unknot-work-bar.h"

/**
 * UnknotWorkBar:
 *
 * What is being done, how far it is, and a way to stop it.
 */
struct _UnknotWorkBar
{
  AdwBin parent_instance;

  UnknotProgress *progress; /* nullable: nothing that can be stopped is being done */
  GBinding *binding;        /* nullable, as @progress */

  GtkLabel *title_label;
  GtkWidget *progress_bar;
  GtkWidget *stop_button;
};

G_DEFINE_FINAL_TYPE (UnknotWorkBar, unknot_work_bar, ADW_TYPE_BIN)

static void
stop_clicked_cb (UnknotWorkBar *self)
{
  gtk_widget_set_sensitive (self->stop_button, FALSE);
  unknot_progress_stop (self->progress);
}

static void
unknot_work_bar_dispose (GObject *object)
{
  UnknotWorkBar *self = UNKNOT_WORK_BAR (object);

  unknot_work_bar_end (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_WORK_BAR);

  G_OBJECT_CLASS (unknot_work_bar_parent_class)->dispose (object);
}

static void
unknot_work_bar_class_init (UnknotWorkBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_work_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/exchange/unknot-work-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotWorkBar, title_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotWorkBar, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, UnknotWorkBar, stop_button);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked_cb);
}

static void
unknot_work_bar_init (UnknotWorkBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * unknot_work_bar_begin:
 * @title: what is being done, to be read aloud as well
 * @progress: (nullable): of it, to be stopped; %NULL where that cannot be
 */
void
unknot_work_bar_begin (UnknotWorkBar  *self,
                       const char     *title,
                       UnknotProgress *progress)
{
  g_return_if_fail (UNKNOT_IS_WORK_BAR (self));

  unknot_work_bar_end (self);
  gtk_label_set_label (self->title_label, title);
  gtk_widget_set_visible (self->progress_bar, progress != NULL);
  gtk_widget_set_visible (self->stop_button, progress != NULL);
  gtk_widget_set_sensitive (self->stop_button, TRUE);
  if (g_set_object (&self->progress, progress) && progress != NULL)
    self->binding = g_object_bind_property (progress, "part", self->progress_bar, "fraction",
                                            G_BINDING_SYNC_CREATE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), title,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * unknot_work_bar_end:
 *
 * It is done, or was stopped.
 */
void
unknot_work_bar_end (UnknotWorkBar *self)
{
  g_return_if_fail (UNKNOT_IS_WORK_BAR (self));

  if (self->binding != NULL)
    g_binding_unbind (g_steal_pointer (&self->binding));
  g_clear_object (&self->progress);
}
