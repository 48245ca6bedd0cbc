/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-filter-bar"

#include "config.h"

#include "unknot-filter-bar.h"

#include "unknot-filter-dialog.h"
#include "unknot-filter-text.h"
#include "unknot-pain.h"

#include <glib/gi18n.h>

/* A filter without what a chip stands for rides on that chip. */
#define WITHOUT "unknot-without"

/**
 * UnknotFilterBar:
 *
 * What entries are asked for: a button to ask, and a chip for each thing that was asked, which takes
 * it back.
 */
struct _UnknotFilterBar
{
  AdwBin parent_instance;

  UnknotClock *clock; /* nullable */
  UnknotEntryFilter *filter;
  GtkWidget *filter_button;
};

G_DEFINE_FINAL_TYPE (UnknotFilterBar, unknot_filter_bar, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_FILTER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static AdwWrapBox *
get_box (UnknotFilterBar *self)
{
  return ADW_WRAP_BOX (adw_bin_get_child (ADW_BIN (self)));
}

static void
chip_clicked_cb (UnknotFilterBar *self,
                 GtkWidget       *chip)
{
  g_autoptr (UnknotEntryFilter) without =
    g_object_ref (g_object_get_data (G_OBJECT (chip), WITHOUT));

  /* The chip goes, and the focus would with it. */
  gtk_widget_grab_focus (self->filter_button);
  unknot_filter_bar_set_filter (self, without);
}

/* @without: (transfer full): what is asked where the chip is gone */
static void
add_chip (UnknotFilterBar   *self,
          const char        *title,
          UnknotEntryFilter *without)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", title,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0,
                                   NULL);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE,
                                   "icon-name", "window-close-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   NULL);
  GtkWidget *chip = gtk_button_new ();
  /* Translators: %s is something that entries are filtered by, for example “Lower back” */
  g_autofree char *name = g_strdup_printf (_("Remove filter: %s"), title);

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), image);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (chip), WITHOUT, without, g_object_unref);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_wrap_box_append (get_box (self), chip);
}

static void
add_chips (UnknotFilterBar *self)
{
  UnknotEntryFilter *filter = self->filter;
  const char *area = unknot_entry_filter_get_area (filter);
  const char *trigger = unknot_entry_filter_get_trigger (filter);
  UnknotTreatmentKind kind = unknot_entry_filter_get_treatment_kind (filter);
  int from = unknot_entry_filter_get_worst_from (filter);
  int to = unknot_entry_filter_get_worst_to (filter);
  int first_day = unknot_entry_filter_get_first_day (filter);
  int last_day = unknot_entry_filter_get_last_day (filter);

  if (unknot_entry_filter_is_spasms_only (filter))
    add_chip (self, _("Only spasms"), unknot_entry_filter_with_spasms_only (filter, FALSE));
  if (area != NULL)
    add_chip (self, unknot_vocabulary_get_title (UNKNOT_VOCABULARY_AREA, area),
              unknot_entry_filter_with_area (filter, NULL));
  if (trigger != NULL)
    add_chip (self, unknot_vocabulary_get_title (UNKNOT_VOCABULARY_TRIGGER, trigger),
              unknot_entry_filter_with_trigger (filter, NULL));
  if (from > 0 || to < UNKNOT_PAIN_MAX)
    {
      g_autofree char *worst = unknot_filter_text_dup_worst (from, to);

      add_chip (self, worst, unknot_entry_filter_with_worst (filter, 0, UNKNOT_PAIN_MAX));
    }
  if (kind != UNKNOT_TREATMENT_NONE)
    add_chip (self,
              unknot_filter_text_get_treatment (kind, unknot_entry_filter_get_treatment (filter)),
              unknot_entry_filter_with_treatment (filter, UNKNOT_TREATMENT_NONE, NULL));
  if (first_day != 0 || last_day != 0)
    {
      g_autofree char *days = unknot_filter_text_dup_days (first_day, last_day, self->clock);

      add_chip (self, days, unknot_entry_filter_with_days (filter, 0, 0));
    }
}

static void
show_filter (UnknotFilterBar *self)
{
  GtkWidget *chip;

  while ((chip = gtk_widget_get_next_sibling (self->filter_button)) != NULL)
    adw_wrap_box_remove (get_box (self), chip);
  add_chips (self);
}

static void
filter_clicked_cb (UnknotFilterBar *self)
{
  AdwDialog *dialog = unknot_filter_dialog_new (self->clock);

  unknot_filter_dialog_set_filter (UNKNOT_FILTER_DIALOG (dialog), self->filter);
  g_object_bind_property (dialog, "filter", self, "filter", G_BINDING_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
unknot_filter_bar_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  UnknotFilterBar *self = UNKNOT_FILTER_BAR (object);

  switch (prop_id)
    {
    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_filter_bar_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  UnknotFilterBar *self = UNKNOT_FILTER_BAR (object);

  switch (prop_id)
    {
    case PROP_FILTER:
      unknot_filter_bar_set_filter (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_filter_bar_dispose (GObject *object)
{
  UnknotFilterBar *self = UNKNOT_FILTER_BAR (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (unknot_filter_bar_parent_class)->dispose (object);
}

static void
unknot_filter_bar_class_init (UnknotFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = unknot_filter_bar_dispose;
  object_class->get_property = unknot_filter_bar_get_property;
  object_class->set_property = unknot_filter_bar_set_property;

  /**
   * UnknotFilterBar:filter:
   *
   * What is asked for.
   */
  properties[PROP_FILTER] =
    g_param_spec_object ("filter", NULL, NULL, UNKNOT_TYPE_ENTRY_FILTER,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
unknot_filter_bar_init (UnknotFilterBar *self)
{
  GtkWidget *box = g_object_new (ADW_TYPE_WRAP_BOX,
                                 "child-spacing", 6,
                                 "line-spacing", 6,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GENERIC,
                                 NULL);

  self->filter = unknot_entry_filter_new ();
  self->filter_button = gtk_button_new_with_mnemonic (_("_Filter…"));
  gtk_widget_add_css_class (self->filter_button, "chip");
  g_signal_connect_object (self->filter_button, "clicked", G_CALLBACK (filter_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_wrap_box_append (ADW_WRAP_BOX (box), self->filter_button);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * unknot_filter_bar_set_clock:
 * @clock: by which a day is “Today”
 */
void
unknot_filter_bar_set_clock (UnknotFilterBar *self,
                             UnknotClock     *clock)
{
  g_return_if_fail (UNKNOT_IS_FILTER_BAR (self));

  g_set_object (&self->clock, clock);
}

/**
 * unknot_filter_bar_get_filter:
 *
 * Returns: (transfer none): what is asked for
 */
UnknotEntryFilter *
unknot_filter_bar_get_filter (UnknotFilterBar *self)
{
  g_return_val_if_fail (UNKNOT_IS_FILTER_BAR (self), NULL);

  return self->filter;
}

void
unknot_filter_bar_set_filter (UnknotFilterBar   *self,
                              UnknotEntryFilter *filter)
{
  g_return_if_fail (UNKNOT_IS_FILTER_BAR (self));
  g_return_if_fail (UNKNOT_IS_ENTRY_FILTER (filter));

  if (unknot_entry_filter_equal (filter, self->filter))
    return;

  g_set_object (&self->filter, filter);
  show_filter (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}
