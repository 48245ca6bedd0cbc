/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-places-editor"

#include "config.h"

#include "unknot-places-editor.h"

#include "unknot-body-map-view.h"
#include "unknot-body-map.h"
#include "unknot-place-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * UnknotPlacesEditor:
 *
 * Where it hurts: a body map to choose places on, a list to choose the same from, and a row for
 * each that is chosen. A place that the map does not have has its row all the same.
 */
struct _UnknotPlacesEditor
{
  GtkWidget parent_instance;

  GListStore *places; /* nullable */
  int default_pain;

  GtkWidget *map_box;
  UnknotBodyMapView *map;
  GtkListBox *rows;
  GtkWidget *list;
  AdwExpanderRow *back_list;
  AdwExpanderRow *front_list;
  GPtrArray *checks; /* one for each region; nullable, made when its list is opened */
};

G_DEFINE_FINAL_TYPE (UnknotPlacesEditor, unknot_places_editor, GTK_TYPE_WIDGET)

enum
{
  PROP_PLACES = 1,
  PROP_DEFAULT_PAIN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static guint
get_n_places (UnknotPlacesEditor *self)
{
  return self->places == NULL ? 0 : g_list_model_get_n_items (G_LIST_MODEL (self->places));
}

static UnknotPlace *
dup_place (UnknotPlacesEditor *self,
           guint               position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->places), position);
}

static gboolean
is_chosen (UnknotPlacesEditor *self,
           guint               region)
{
  for (guint i = 0; i < get_n_places (self); i++)
    {
      g_autoptr (UnknotPlace) place = dup_place (self, i);

      if (unknot_body_map_shows (region, place))
        return TRUE;
    }

  return FALSE;
}

static void
replace_place (UnknotPlacesEditor *self,
               guint               position,
               UnknotPlace        *place)
{
  g_list_store_splice (self->places, position, 1, (gpointer *) &place, 1);
}

static void
add_region (UnknotPlacesEditor *self,
            guint               region)
{
  g_autoptr (UnknotPlace) place =
    unknot_place_new (unknot_body_map_get_area (region), unknot_body_map_get_side (region),
                      self->default_pain, NULL, NULL);

  g_list_store_append (self->places, place);
}

/* What was on both sides stays on the other. */
static void
leave_other_side (UnknotPlacesEditor *self,
                  guint               position,
                  UnknotPlace        *place,
                  guint               region)
{
  gboolean left = g_str_equal (unknot_body_map_get_side (region), "left");
  g_autoptr (UnknotPlace) other =
    unknot_place_new (unknot_place_get_area (place), left ? "right" : "left",
                      unknot_place_get_pain (place), unknot_place_get_kind (place), NULL);

  replace_place (self, position, other);
}

static void
remove_region (UnknotPlacesEditor *self,
               guint               region)
{
  for (guint i = get_n_places (self); i-- > 0;)
    {
      g_autoptr (UnknotPlace) place = dup_place (self, i);

      if (!unknot_body_map_shows (region, place))
        continue;
      if (g_strcmp0 (unknot_place_get_side (place), "both") == 0)
        leave_other_side (self, i, place, region);
      else
        g_list_store_remove (self->places, i);
    }
}

static void
set_chosen (UnknotPlacesEditor *self,
            guint               region,
            gboolean            chosen)
{
  if (self->places == NULL || chosen == is_chosen (self, region))
    return;

  if (chosen)
    add_region (self, region);
  else
    remove_region (self, region);
}

static void
region_activated_cb (UnknotPlacesEditor *self,
                     guint               region)
{
  gboolean chosen = !is_chosen (self, region);
  g_autofree char *title = unknot_body_map_dup_title (unknot_body_map_get_area (region),
                                                      unknot_body_map_get_side (region));
  /* Translators: a place on the body */
  g_autofree char *text = g_strdup_printf (chosen ? _("%s: chosen") : _("%s: removed"), title);

  set_chosen (self, region, chosen);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->map), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* --- The list of all places --- */

static void
check_toggled_cb (UnknotPlacesEditor *self,
                  GtkCheckButton     *check)
{
  guint region;

  if (g_ptr_array_find (self->checks, check, &region))
    set_chosen (self, region, gtk_check_button_get_active (check));
}

static void
show_checks (UnknotPlacesEditor *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (self->checks->pdata[i] != NULL)
      gtk_check_button_set_active (self->checks->pdata[i], is_chosen (self, i));
}

static void
add_check (UnknotPlacesEditor *self,
           AdwExpanderRow     *list,
           guint               region)
{
  g_autofree char *title = unknot_body_map_dup_title (unknot_body_map_get_area (region),
                                                      unknot_body_map_get_side (region));
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON,
                                   "valign", GTK_ALIGN_CENTER,
                                   "active", is_chosen (self, region),
                                   NULL);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", title,
                                 "activatable-widget", check,
                                 NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  self->checks->pdata[region] = check;
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (check_toggled_cb), self);
  adw_expander_row_add_row (list, row);
}

/* Some forty rows take longer to make than all the rest. A place seen from both sides is listed
 * where it comes first. */
static void
list_expanded_cb (UnknotPlacesEditor *self,
                  GParamSpec         *pspec,
                  AdwExpanderRow     *list)
{
  UnknotBodyFace face =
    list == self->back_list ? UNKNOT_BODY_FACE_BACK : UNKNOT_BODY_FACE_FRONT;

  for (guint i = 0; i < self->checks->len; i++)
    if (unknot_body_map_get_face (i) == face && self->checks->pdata[i] == NULL &&
        unknot_body_map_find_place (unknot_body_map_get_area (i),
                                    unknot_body_map_get_side (i)) == (int) i)
      add_check (self, list, i);
}

/* --- The chosen places --- */

static void
row_edited_cb (UnknotPlacesEditor *self,
               UnknotPlace        *place,
               GtkListBoxRow      *row)
{
  replace_place (self, gtk_list_box_row_get_index (row), place);
}

/* The focus goes on to what stands there now. */
static void
row_removed_cb (UnknotPlacesEditor *self,
                GtkListBoxRow      *row)
{
  int position = gtk_list_box_row_get_index (row);
  GtkListBoxRow *next;

  g_list_store_remove (self->places, position);
  next = gtk_list_box_get_row_at_index (self->rows,
                                        MIN (position, (int) get_n_places (self) - 1));
  gtk_widget_grab_focus (next != NULL ? GTK_WIDGET (next) : GTK_WIDGET (self->map));
}

static void
insert_row (UnknotPlacesEditor *self,
            guint               position)
{
  g_autoptr (UnknotPlace) place = dup_place (self, position);
  GtkWidget *row = unknot_place_row_new (place);

  g_signal_connect_swapped (row, "edited", G_CALLBACK (row_edited_cb), self);
  g_signal_connect_swapped (row, "removed", G_CALLBACK (row_removed_cb), self);
  gtk_list_box_insert (self->rows, row, position);
}

/* A row whose place is replaced stays, and what is open on it. */
static void
places_changed_cb (UnknotPlacesEditor *self,
                   guint               position,
                   guint               n_removed,
                   guint               n_added)
{
  guint n_kept = MIN (n_removed, n_added);

  for (guint i = position; i < position + n_kept; i++)
    {
      g_autoptr (UnknotPlace) place = dup_place (self, i);

      unknot_place_row_set_place (UNKNOT_PLACE_ROW (gtk_list_box_get_row_at_index (self->rows, i)),
                                  place);
    }
  for (guint i = n_kept; i < n_removed; i++)
    gtk_list_box_remove (
      self->rows, GTK_WIDGET (gtk_list_box_get_row_at_index (self->rows, position + n_kept)));
  for (guint i = n_kept; i < n_added; i++)
    insert_row (self, position + i);

  gtk_widget_set_visible (GTK_WIDGET (self->rows), get_n_places (self) > 0);
  show_checks (self);
}

static void
unknot_places_editor_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  UnknotPlacesEditor *self = UNKNOT_PLACES_EDITOR (object);

  switch (prop_id)
    {
    case PROP_PLACES:
      g_value_set_object (value, self->places);
      break;
    case PROP_DEFAULT_PAIN:
      g_value_set_int (value, self->default_pain);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_places_editor_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  UnknotPlacesEditor *self = UNKNOT_PLACES_EDITOR (object);

  switch (prop_id)
    {
    case PROP_PLACES:
      unknot_places_editor_set_places (self, g_value_get_object (value));
      break;
    case PROP_DEFAULT_PAIN:
      unknot_places_editor_set_default_pain (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_places_editor_dispose (GObject *object)
{
  UnknotPlacesEditor *self = UNKNOT_PLACES_EDITOR (object);

  if (self->places != NULL)
    g_signal_handlers_disconnect_by_func (self->places, places_changed_cb, self);
  g_clear_object (&self->places);
  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_PLACES_EDITOR);

  G_OBJECT_CLASS (unknot_places_editor_parent_class)->dispose (object);
}

static void
unknot_places_editor_finalize (GObject *object)
{
  UnknotPlacesEditor *self = UNKNOT_PLACES_EDITOR (object);

  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (unknot_places_editor_parent_class)->finalize (object);
}

static void
unknot_places_editor_class_init (UnknotPlacesEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = unknot_places_editor_get_property;
  object_class->set_property = unknot_places_editor_set_property;
  object_class->dispose = unknot_places_editor_dispose;
  object_class->finalize = unknot_places_editor_finalize;

  /**
   * UnknotPlacesEditor:places: (nullable)
   *
   * A store of #UnknotPlace: what is edited.
   */
  properties[PROP_PLACES] =
    g_param_spec_object ("places", NULL, NULL, G_TYPE_LIST_STORE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * UnknotPlacesEditor:default-pain:
   *
   * How bad it is at a place that is chosen, until the person says otherwise.
   */
  properties[PROP_DEFAULT_PAIN] =
    g_param_spec_int ("default-pain", NULL, NULL, UNKNOT_PAIN_UNKNOWN, UNKNOT_PAIN_MAX,
                      UNKNOT_PAIN_UNKNOWN,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (UNKNOT_TYPE_BODY_MAP_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/today/unknot-places-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotPlacesEditor, map_box);
  gtk_widget_class_bind_template_child (widget_class, UnknotPlacesEditor, map);
  gtk_widget_class_bind_template_child (widget_class, UnknotPlacesEditor, rows);
  gtk_widget_class_bind_template_child (widget_class, UnknotPlacesEditor, list);
  gtk_widget_class_bind_template_child (widget_class, UnknotPlacesEditor, back_list);
  gtk_widget_class_bind_template_child (widget_class, UnknotPlacesEditor, front_list);
  gtk_widget_class_bind_template_callback (widget_class, region_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_expanded_cb);
}

static void
unknot_places_editor_init (UnknotPlacesEditor *self)
{
  self->default_pain = UNKNOT_PAIN_UNKNOWN;
  self->checks = g_ptr_array_new ();
  g_ptr_array_set_size (self->checks, unknot_body_map_get_n_regions ());
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
unknot_places_editor_new (void)
{
  return g_object_new (UNKNOT_TYPE_PLACES_EDITOR, NULL);
}

/**
 * unknot_places_editor_get_places:
 *
 * Returns: (transfer none) (nullable): what is edited
 */
GListStore *
unknot_places_editor_get_places (UnknotPlacesEditor *self)
{
  g_return_val_if_fail (UNKNOT_IS_PLACES_EDITOR (self), NULL);

  return self->places;
}

/**
 * unknot_places_editor_set_places:
 * @places: (nullable): a store of #UnknotPlace to edit
 */
void
unknot_places_editor_set_places (UnknotPlacesEditor *self,
                                 GListStore         *places)
{
  guint n_old;

  g_return_if_fail (UNKNOT_IS_PLACES_EDITOR (self));
  g_return_if_fail (places == NULL || G_IS_LIST_STORE (places));

  if (places == self->places)
    return;

  n_old = get_n_places (self);
  if (self->places != NULL)
    g_signal_handlers_disconnect_by_func (self->places, places_changed_cb, self);
  g_set_object (&self->places, places);
  if (places != NULL)
    g_signal_connect_object (places, "items-changed", G_CALLBACK (places_changed_cb), self,
                             G_CONNECT_SWAPPED);
  unknot_body_map_view_set_places (self->map, G_LIST_MODEL (places));
  places_changed_cb (self, 0, n_old, get_n_places (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACES]);
}

int
unknot_places_editor_get_default_pain (UnknotPlacesEditor *self)
{
  g_return_val_if_fail (UNKNOT_IS_PLACES_EDITOR (self), UNKNOT_PAIN_UNKNOWN);

  return self->default_pain;
}

/**
 * unknot_places_editor_set_default_pain:
 * @default_pain: how bad it is at a place that is chosen from now on, or %UNKNOT_PAIN_UNKNOWN
 */
void
unknot_places_editor_set_default_pain (UnknotPlacesEditor *self,
                                       int                 default_pain)
{
  g_return_if_fail (UNKNOT_IS_PLACES_EDITOR (self));
  g_return_if_fail (default_pain >= UNKNOT_PAIN_UNKNOWN && default_pain <= UNKNOT_PAIN_MAX);

  if (default_pain == self->default_pain)
    return;

  self->default_pain = default_pain;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DEFAULT_PAIN]);
}
