/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-place-row"

#include "config.h"

#include "unknot-place-row.h"

#include "unknot-body-map.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * UnknotPlaceRow:
 *
 * A place that hurts: how bad it is there, and what it is like.
 */
struct _UnknotPlaceRow
{
  GtkListBoxRow parent_instance;

  UnknotPlace *place; /* nullable */
  gboolean showing;

  GtkLabel *title;
  GtkWidget *remove_button;
  GtkLabel *pain_label;
  GtkDropDown *pain_control;
  GtkLabel *kind_label;
  GtkDropDown *kind_control;
};

G_DEFINE_FINAL_TYPE (UnknotPlaceRow, unknot_place_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  EDITED,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* In both, the first is that it is not said. */
static int
get_pain (UnknotPlaceRow *self)
{
  return (int) gtk_drop_down_get_selected (self->pain_control) - 1;
}

static const char *
get_kind (UnknotPlaceRow *self)
{
  const char * const *codes = unknot_vocabulary_get_codes (UNKNOT_VOCABULARY_FEEL);
  guint selected = gtk_drop_down_get_selected (self->kind_control);

  return selected == 0 ? NULL : codes[selected - 1];
}

static void
selected_cb (UnknotPlaceRow *self)
{
  g_autoptr (UnknotPlace) edited = NULL;

  if (self->place == NULL || self->showing)
    return;
  if (get_pain (self) == unknot_place_get_pain (self->place) &&
      g_strcmp0 (get_kind (self), unknot_place_get_kind (self->place)) == 0)
    return;

  edited = unknot_place_new (unknot_place_get_area (self->place),
                             unknot_place_get_side (self->place), get_pain (self),
                             get_kind (self), NULL);
  g_signal_emit (self, signals[EDITED], 0, edited);
}

static void
remove_clicked_cb (UnknotPlaceRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
name_control (GtkWidget  *control,
              const char *what,
              const char *title)
{
  /* Translators: what a control is for, and of which place on the body */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), what, title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
fill_controls (UnknotPlaceRow *self)
{
  const char * const *codes = unknot_vocabulary_get_codes (UNKNOT_VOCABULARY_FEEL);
  g_autoptr (GtkStringList) pains = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_string_list_append (pains, C_ ("pain", "Not said"));
  for (int pain = 0; pain <= UNKNOT_PAIN_MAX; pain++)
    gtk_string_list_take (pains, g_strdup_printf ("%d", pain));
  gtk_string_list_append (kinds, C_ ("feel", "Not said"));
  for (guint i = 0; codes[i] != NULL; i++)
    gtk_string_list_append (kinds, unknot_vocabulary_get_title (UNKNOT_VOCABULARY_FEEL, codes[i]));

  gtk_drop_down_set_model (self->pain_control, G_LIST_MODEL (pains));
  gtk_drop_down_set_model (self->kind_control, G_LIST_MODEL (kinds));
}

static void
unknot_place_row_dispose (GObject *object)
{
  UnknotPlaceRow *self = UNKNOT_PLACE_ROW (object);

  g_clear_object (&self->place);
  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_PLACE_ROW);

  G_OBJECT_CLASS (unknot_place_row_parent_class)->dispose (object);
}

static void
unknot_place_row_class_init (UnknotPlaceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_place_row_dispose;

  /**
   * UnknotPlaceRow::edited:
   * @place: what the person makes of the row's place; the row still has the old one
   */
  signals[EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, UNKNOT_TYPE_PLACE);

  /**
   * UnknotPlaceRow::removed:
   *
   * The person wants the place no longer.
   */
  signals[REMOVED] =
    g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/today/unknot-place-row.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotPlaceRow, title);
  gtk_widget_class_bind_template_child (widget_class, UnknotPlaceRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotPlaceRow, pain_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotPlaceRow, pain_control);
  gtk_widget_class_bind_template_child (widget_class, UnknotPlaceRow, kind_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotPlaceRow, kind_control);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
unknot_place_row_init (UnknotPlaceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_controls (self);
}

GtkWidget *
unknot_place_row_new (UnknotPlace *place)
{
  UnknotPlaceRow *self = g_object_new (UNKNOT_TYPE_PLACE_ROW, NULL);

  unknot_place_row_set_place (self, place);

  return GTK_WIDGET (self);
}

/**
 * unknot_place_row_get_place:
 *
 * Returns: (transfer none): what the row shows
 */
UnknotPlace *
unknot_place_row_get_place (UnknotPlaceRow *self)
{
  g_return_val_if_fail (UNKNOT_IS_PLACE_ROW (self), NULL);

  return self->place;
}

void
unknot_place_row_set_place (UnknotPlaceRow *self,
                            UnknotPlace    *place)
{
  const char *kind;
  g_autofree char *title = NULL;

  g_return_if_fail (UNKNOT_IS_PLACE_ROW (self));
  g_return_if_fail (UNKNOT_IS_PLACE (place));

  /* Nothing is edited by showing it. */
  self->showing = TRUE;
  g_set_object (&self->place, place);
  kind = unknot_place_get_kind (place);
  title = unknot_body_map_dup_title (unknot_place_get_area (place), unknot_place_get_side (place));
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  name_control (self->remove_button, _("Remove"), title);
  name_control (GTK_WIDGET (self->pain_control), gtk_label_get_label (self->pain_label), title);
  name_control (GTK_WIDGET (self->kind_control), gtk_label_get_label (self->kind_label), title);
  gtk_drop_down_set_selected (self->pain_control, unknot_place_get_pain (place) + 1);
  gtk_drop_down_set_selected (
    self->kind_control,
    kind == NULL ? 0 : unknot_vocabulary_find (UNKNOT_VOCABULARY_FEEL, kind) + 1);
  self->showing = FALSE;
}
