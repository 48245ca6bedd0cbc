/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-peg-dialog"

#include "config.h"

#include "unknot-peg-dialog.h"

#include "unknot-entry-text.h"
#include "unknot-pain-scale.h"

#include <glib/gi18n.h>

/**
 * UnknotPegDialog:
 *
 * Three questions about the past week: how bad the pain was, and what it kept the person from. What
 * they ask for is that of the PEG scale (the fact G-PEG); the words are our own.
 */
struct _UnknotPegDialog
{
  UnknotEntryDialog parent_instance;

  UnknotPeg *given; /* nullable: as it was at first */
  UnknotClock *clock;

  UnknotPainScale *pain;
  UnknotPainScale *enjoyment;
  UnknotPainScale *activity;
  GtkWidget *delete_group;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (UnknotPegDialog, unknot_peg_dialog, UNKNOT_TYPE_ENTRY_DIALOG)

/* The mean is of all three: with one left out there is none. */
static void
show_save (UnknotPegDialog *self)
{
  gtk_widget_set_sensitive (self->save_button,
                            unknot_pain_scale_get_pain (self->pain) >= 0 &&
                            unknot_pain_scale_get_pain (self->enjoyment) >= 0 &&
                            unknot_pain_scale_get_pain (self->activity) >= 0);
}

/* Answers never change: others that bear the same name take their place. */
static UnknotPeg *
create_peg (UnknotPegDialog *self)
{
  UnknotEntry *given = (UnknotEntry *) self->given;
  g_autoptr (UnknotMoment) moment =
    given != NULL ? unknot_moment_ref (unknot_entry_get_moment (given))
                  : unknot_moment_new_now (self->clock);
  UnknotPeg *peg = unknot_peg_new (moment, unknot_pain_scale_get_pain (self->pain),
                                   unknot_pain_scale_get_pain (self->enjoyment),
                                   unknot_pain_scale_get_pain (self->activity), NULL);

  if (given != NULL)
    {
      unknot_entry_set_id (UNKNOT_ENTRY (peg), unknot_entry_get_id (given));
      unknot_entry_set_uuid (UNKNOT_ENTRY (peg), unknot_entry_get_uuid (given), NULL);
    }

  return peg;
}

static void
save_clicked_cb (UnknotPegDialog *self)
{
  g_autoptr (UnknotPeg) peg = create_peg (self);

  unknot_entry_dialog_tell (UNKNOT_ENTRY_DIALOG (self), UNKNOT_ENTRY (peg));
}

static void
unknot_peg_dialog_dispose (GObject *object)
{
  UnknotPegDialog *self = UNKNOT_PEG_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_PEG_DIALOG);
  g_clear_object (&self->given);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (unknot_peg_dialog_parent_class)->dispose (object);
}

static void
unknot_peg_dialog_class_init (UnknotPegDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_peg_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/history/unknot-peg-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotPegDialog, pain);
  gtk_widget_class_bind_template_child (widget_class, UnknotPegDialog, enjoyment);
  gtk_widget_class_bind_template_child (widget_class, UnknotPegDialog, activity);
  gtk_widget_class_bind_template_child (widget_class, UnknotPegDialog, delete_group);
  gtk_widget_class_bind_template_child (widget_class, UnknotPegDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, show_save);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, unknot_entry_dialog_delete);
}

static void
unknot_peg_dialog_init (UnknotPegDialog *self)
{
  g_type_ensure (UNKNOT_TYPE_PAIN_SCALE);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (UnknotPegDialog *self,
      UnknotPeg       *peg)
{
  int day = unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (peg)));
  g_autofree char *text = unknot_entry_text_dup_day (day, self->clock);
  /* Translators: %s is a day: “Saturday, 21 November” */
  g_autofree char *title = g_strdup_printf (_("The Week Before: %s"), text);

  self->given = g_object_ref (peg);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  unknot_pain_scale_set_pain (self->pain, unknot_peg_get_pain (peg));
  unknot_pain_scale_set_pain (self->enjoyment, unknot_peg_get_enjoyment (peg));
  unknot_pain_scale_set_pain (self->activity, unknot_peg_get_activity (peg));
  gtk_widget_set_visible (self->delete_group, TRUE);
  show_save (self);
}

/**
 * unknot_peg_dialog_new:
 * @peg: (nullable): answers that are in the diary, to be changed; %NULL for new ones
 * @clock: of which new ones take the time
 */
AdwDialog *
unknot_peg_dialog_new (UnknotPeg   *peg,
                       UnknotClock *clock)
{
  UnknotPegDialog *self = g_object_new (UNKNOT_TYPE_PEG_DIALOG, NULL);

  self->clock = g_object_ref (clock);
  if (peg != NULL)
    fill (self, peg);

  return ADW_DIALOG (self);
}
