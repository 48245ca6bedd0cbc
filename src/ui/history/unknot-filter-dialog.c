/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-filter-dialog"

#include "config.h"

#include "unknot-filter-dialog.h"

#include "unknot-day-row.h"
#include "unknot-filter-text.h"

#include <glib/gi18n.h>

/**
 * UnknotFilterDialog:
 *
 * Asks which entries are wanted. What is chosen holds at once.
 */
struct _UnknotFilterDialog
{
  AdwDialog parent_instance;

  UnknotEntryFilter *filter;
  gboolean is_filling;

  AdwComboRow *area_row;
  AdwComboRow *trigger_row;
  AdwComboRow *treatment_row;
  AdwSpinRow *from_row;
  AdwSpinRow *to_row;
  UnknotDayRow *first_row;
  UnknotDayRow *last_row;
  AdwSwitchRow *spasms_row;
  GtkWidget *clear_row;
};

G_DEFINE_FINAL_TYPE (UnknotFilterDialog, unknot_filter_dialog, ADW_TYPE_DIALOG)

enum
{
  PROP_0,
  PROP_FILTER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* --- The choices: the first is any, then codes in their order --- */

static void
add_titles (GtkStringList    *titles,
            UnknotVocabulary  vocabulary)
{
  const char *const *codes = unknot_vocabulary_get_codes (vocabulary);

  for (guint i = 0; codes[i] != NULL; i++)
    gtk_string_list_append (titles, unknot_vocabulary_get_title (vocabulary, codes[i]));
}

static void
fill_row (AdwComboRow      *row,
          UnknotVocabulary  vocabulary)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, C_ ("filter", "Any"));
  add_titles (titles, vocabulary);
  if (vocabulary == UNKNOT_VOCABULARY_MEASURE)
    add_titles (titles, UNKNOT_VOCABULARY_INGREDIENT);
  adw_combo_row_set_model (row, G_LIST_MODEL (titles));
}

static guint
count_codes (UnknotVocabulary vocabulary)
{
  return g_strv_length ((GStrv) unknot_vocabulary_get_codes (vocabulary));
}

static const char *
get_code (AdwComboRow      *row,
          UnknotVocabulary  vocabulary)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected > 0 ? unknot_vocabulary_get_codes (vocabulary)[selected - 1] : NULL;
}

static void
set_code (AdwComboRow      *row,
          UnknotVocabulary  vocabulary,
          const char       *code)
{
  adw_combo_row_set_selected (row, code != NULL ? unknot_vocabulary_find (vocabulary, code) + 1
                                                : 0);
}

static UnknotTreatmentKind
get_treatment (UnknotFilterDialog  *self,
               const char         **treatment)
{
  guint n_measures = count_codes (UNKNOT_VOCABULARY_MEASURE);
  guint selected = adw_combo_row_get_selected (self->treatment_row);

  if (selected > n_measures)
    {
      *treatment =
        unknot_vocabulary_get_codes (UNKNOT_VOCABULARY_INGREDIENT)[selected - n_measures - 1];
      return UNKNOT_TREATMENT_INGREDIENT;
    }

  *treatment = get_code (self->treatment_row, UNKNOT_VOCABULARY_MEASURE);

  return *treatment != NULL ? UNKNOT_TREATMENT_MEASURE : UNKNOT_TREATMENT_NONE;
}

/* A medicine by its name is not among the choices. */
static void
set_treatment (UnknotFilterDialog  *self,
               UnknotTreatmentKind  kind,
               const char          *treatment)
{
  if (kind == UNKNOT_TREATMENT_INGREDIENT)
    adw_combo_row_set_selected (self->treatment_row,
                                count_codes (UNKNOT_VOCABULARY_MEASURE) + 1 +
                                  unknot_vocabulary_find (UNKNOT_VOCABULARY_INGREDIENT,
                                                          treatment));
  else
    set_code (self->treatment_row, UNKNOT_VOCABULARY_MEASURE,
              kind == UNKNOT_TREATMENT_MEASURE ? treatment : NULL);
}

static void
take_filter (UnknotFilterDialog *self,
             UnknotEntryFilter  *filter)
{
  if (unknot_entry_filter_equal (filter, self->filter))
    return;

  g_set_object (&self->filter, filter);
  gtk_widget_set_sensitive (self->clear_row, !unknot_entry_filter_is_empty (filter));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

static UnknotEntryFilter *
collect (UnknotFilterDialog *self)
{
  const char *treatment;
  UnknotTreatmentKind kind = get_treatment (self, &treatment);
  g_autoptr (UnknotEntryFilter) any = unknot_entry_filter_new ();
  g_autoptr (UnknotEntryFilter) spasms =
    unknot_entry_filter_with_spasms_only (any, adw_switch_row_get_active (self->spasms_row));
  g_autoptr (UnknotEntryFilter) where =
    unknot_entry_filter_with_area (spasms, get_code (self->area_row, UNKNOT_VOCABULARY_AREA));
  g_autoptr (UnknotEntryFilter) why = unknot_entry_filter_with_trigger (
    where, get_code (self->trigger_row, UNKNOT_VOCABULARY_TRIGGER));
  g_autoptr (UnknotEntryFilter) worst = unknot_entry_filter_with_worst (
    why, adw_spin_row_get_value (self->from_row), adw_spin_row_get_value (self->to_row));
  g_autoptr (UnknotEntryFilter) tried = unknot_entry_filter_with_treatment (worst, kind, treatment);

  return unknot_entry_filter_with_days (tried, unknot_day_row_get_day (self->first_row),
                                        unknot_day_row_get_day (self->last_row));
}

static void
changed_cb (UnknotFilterDialog *self)
{
  g_autoptr (UnknotEntryFilter) filter = NULL;

  if (self->is_filling)
    return;

  filter = collect (self);
  take_filter (self, filter);
}

/* Of two that would leave nothing, the one that was not touched gives way. */
static void
from_changed_cb (UnknotFilterDialog *self)
{
  if (adw_spin_row_get_value (self->to_row) < adw_spin_row_get_value (self->from_row))
    adw_spin_row_set_value (self->to_row, adw_spin_row_get_value (self->from_row));
  changed_cb (self);
}

static void
to_changed_cb (UnknotFilterDialog *self)
{
  if (adw_spin_row_get_value (self->from_row) > adw_spin_row_get_value (self->to_row))
    adw_spin_row_set_value (self->from_row, adw_spin_row_get_value (self->to_row));
  changed_cb (self);
}

static gboolean
are_days_crossed (UnknotFilterDialog *self)
{
  int last_day = unknot_day_row_get_day (self->last_row);

  return last_day != 0 && unknot_day_row_get_day (self->first_row) > last_day;
}

static void
first_changed_cb (UnknotFilterDialog *self)
{
  if (are_days_crossed (self))
    unknot_day_row_set_day (self->last_row, unknot_day_row_get_day (self->first_row));
  changed_cb (self);
}

static void
last_changed_cb (UnknotFilterDialog *self)
{
  if (are_days_crossed (self))
    unknot_day_row_set_day (self->first_row, unknot_day_row_get_day (self->last_row));
  changed_cb (self);
}

static void
clear_cb (UnknotFilterDialog *self)
{
  g_autoptr (UnknotEntryFilter) empty = unknot_entry_filter_new ();

  unknot_filter_dialog_set_filter (self, empty);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
unknot_filter_dialog_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  UnknotFilterDialog *self = UNKNOT_FILTER_DIALOG (object);

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
unknot_filter_dialog_dispose (GObject *object)
{
  UnknotFilterDialog *self = UNKNOT_FILTER_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_FILTER_DIALOG);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (unknot_filter_dialog_parent_class)->dispose (object);
}

static void
unknot_filter_dialog_class_init (UnknotFilterDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_filter_dialog_dispose;
  object_class->get_property = unknot_filter_dialog_get_property;

  /**
   * UnknotFilterDialog:filter:
   *
   * What is asked for.
   */
  properties[PROP_FILTER] =
    g_param_spec_object ("filter", NULL, NULL, UNKNOT_TYPE_ENTRY_FILTER,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (UNKNOT_TYPE_DAY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/history/unknot-filter-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotFilterDialog, area_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotFilterDialog, trigger_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotFilterDialog, treatment_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotFilterDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotFilterDialog, to_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotFilterDialog, first_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotFilterDialog, last_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotFilterDialog, spasms_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotFilterDialog, clear_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, from_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, to_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, last_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
unknot_filter_dialog_init (UnknotFilterDialog *self)
{
  self->filter = unknot_entry_filter_new ();
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_row (self->area_row, UNKNOT_VOCABULARY_AREA);
  fill_row (self->trigger_row, UNKNOT_VOCABULARY_TRIGGER);
  fill_row (self->treatment_row, UNKNOT_VOCABULARY_MEASURE);
  gtk_widget_set_sensitive (self->clear_row, FALSE);
  self->is_filling = FALSE;
}

/**
 * unknot_filter_dialog_new:
 * @clock: by which a day is “Today”
 */
AdwDialog *
unknot_filter_dialog_new (UnknotClock *clock)
{
  UnknotFilterDialog *self = g_object_new (UNKNOT_TYPE_FILTER_DIALOG, NULL);

  unknot_day_row_set_clock (self->first_row, clock);
  unknot_day_row_set_clock (self->last_row, clock);

  return ADW_DIALOG (self);
}

/**
 * unknot_filter_dialog_get_filter:
 *
 * Returns: (transfer none): what is asked for
 */
UnknotEntryFilter *
unknot_filter_dialog_get_filter (UnknotFilterDialog *self)
{
  g_return_val_if_fail (UNKNOT_IS_FILTER_DIALOG (self), NULL);

  return self->filter;
}

void
unknot_filter_dialog_set_filter (UnknotFilterDialog *self,
                                 UnknotEntryFilter  *filter)
{
  g_return_if_fail (UNKNOT_IS_FILTER_DIALOG (self));

  self->is_filling = TRUE;
  set_code (self->area_row, UNKNOT_VOCABULARY_AREA, unknot_entry_filter_get_area (filter));
  set_code (self->trigger_row, UNKNOT_VOCABULARY_TRIGGER, unknot_entry_filter_get_trigger (filter));
  set_treatment (self, unknot_entry_filter_get_treatment_kind (filter),
                 unknot_entry_filter_get_treatment (filter));
  adw_spin_row_set_value (self->to_row, unknot_entry_filter_get_worst_to (filter));
  adw_spin_row_set_value (self->from_row, unknot_entry_filter_get_worst_from (filter));
  unknot_day_row_set_day (self->last_row, unknot_entry_filter_get_last_day (filter));
  unknot_day_row_set_day (self->first_row, unknot_entry_filter_get_first_day (filter));
  adw_switch_row_set_active (self->spasms_row, unknot_entry_filter_is_spasms_only (filter));
  self->is_filling = FALSE;
  take_filter (self, filter);
}
