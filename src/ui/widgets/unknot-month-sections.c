/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-month-sections"

#include "config.h"

#include "unknot-month-sections.h"

/**
 * UnknotMonthSections:
 *
 * Tells GTK which entries are of one month: core knows that, and does not know of GTK.
 */
struct _UnknotMonthSections
{
  GObject parent_instance;

  UnknotEntryList *entries;
};

static GType
get_item_type (GListModel *model)
{
  return UNKNOT_TYPE_ENTRY;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (UNKNOT_MONTH_SECTIONS (model)->entries));
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (UNKNOT_MONTH_SECTIONS (model)->entries), position);
}

static void
init_list_model (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
get_section (GtkSectionModel *model,
             guint            position,
             guint           *start,
             guint           *end)
{
  unknot_entry_list_get_section (UNKNOT_MONTH_SECTIONS (model)->entries, position, start, end);
}

static void
init_section_model (GtkSectionModelInterface *interface)
{
  interface->get_section = get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (UnknotMonthSections, unknot_month_sections, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, init_section_model))

static void
unknot_month_sections_dispose (GObject *object)
{
  g_clear_object (&UNKNOT_MONTH_SECTIONS (object)->entries);

  G_OBJECT_CLASS (unknot_month_sections_parent_class)->dispose (object);
}

static void
unknot_month_sections_class_init (UnknotMonthSectionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = unknot_month_sections_dispose;
}

static void
unknot_month_sections_init (UnknotMonthSections *self)
{
}

UnknotMonthSections *
unknot_month_sections_new (UnknotEntryList *entries)
{
  UnknotMonthSections *self = g_object_new (UNKNOT_TYPE_MONTH_SECTIONS, NULL);

  self->entries = g_object_ref (entries);
  g_signal_connect_object (entries, "items-changed", G_CALLBACK (g_list_model_items_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}
