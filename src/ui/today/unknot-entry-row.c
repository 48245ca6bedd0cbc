/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-entry-row"

#include "config.h"

#include "unknot-entry-row.h"

#include "unknot-entry-text.h"
#include "unknot-episode.h"

#include <glib/gi18n.h>

/**
 * UnknotEntryRow:
 *
 * An entry in a list, one after the other.
 */
struct _UnknotEntryRow
{
  AdwBin parent_instance;

  UnknotClock *clock;
  UnknotEntry *entry; /* nullable */
  char *name;         /* nullable, as @entry */

  GtkLabel *title_label;
  GtkLabel *details_label;
  GtkLabel *note_label;
  GtkWidget *delete_button;
};

G_DEFINE_FINAL_TYPE (UnknotEntryRow, unknot_entry_row, ADW_TYPE_BIN)

enum
{
  DELETED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A label measures all its text: of a long note only the first line counts here. */
#define MAX_NOTE 200

static char *
dup_first_line (const char *note)
{
  const char *start = note + strspn (note, "\n\r\t ");
  gsize length = strcspn (start, "\n\r");
  g_autofree char *line = g_strndup (start, length);

  return g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), MAX_NOTE));
}

static void
delete_clicked_cb (UnknotEntryRow *self)
{
  g_signal_emit (self, signals[DELETED], 0);
}

static void
unknot_entry_row_dispose (GObject *object)
{
  UnknotEntryRow *self = UNKNOT_ENTRY_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_ENTRY_ROW);
  g_clear_object (&self->clock);
  g_clear_object (&self->entry);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (unknot_entry_row_parent_class)->dispose (object);
}

static void
unknot_entry_row_class_init (UnknotEntryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_entry_row_dispose;

  /**
   * UnknotEntryRow::deleted:
   *
   * The person wants the entry to go.
   */
  signals[DELETED] = g_signal_new ("deleted", UNKNOT_TYPE_ENTRY_ROW, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/today/unknot-entry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotEntryRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotEntryRow, details_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotEntryRow, note_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotEntryRow, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
}

static void
unknot_entry_row_init (UnknotEntryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
unknot_entry_row_new (UnknotClock *clock)
{
  UnknotEntryRow *self = g_object_new (UNKNOT_TYPE_ENTRY_ROW, NULL);

  self->clock = g_object_ref (clock);

  return GTK_WIDGET (self);
}

/**
 * unknot_entry_row_get_entry:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
UnknotEntry *
unknot_entry_row_get_entry (UnknotEntryRow *self)
{
  g_return_val_if_fail (UNKNOT_IS_ENTRY_ROW (self), NULL);

  return self->entry;
}

/**
 * unknot_entry_row_get_name:
 *
 * Returns: (transfer none) (nullable): what it shows, and when that was, in words
 */
const char *
unknot_entry_row_get_name (UnknotEntryRow *self)
{
  g_return_val_if_fail (UNKNOT_IS_ENTRY_ROW (self), NULL);

  return self->name;
}

void
unknot_entry_row_set_entry (UnknotEntryRow *self,
                            UnknotEntry    *entry)
{
  g_autofree char *title = NULL;
  g_autofree char *details = NULL;
  g_autofree char *note = NULL;
  g_autofree char *name = NULL;
  g_autofree char *delete_name = NULL;

  g_return_if_fail (UNKNOT_IS_ENTRY_ROW (self));

  g_set_object (&self->entry, entry);
  title = unknot_entry_text_dup_title (entry);
  details = unknot_entry_text_dup_details (entry, self->clock);
  note = dup_first_line (UNKNOT_IS_EPISODE (entry)
                           ? unknot_episode_get_note (UNKNOT_EPISODE (entry)) : "");
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->details_label, details);
  gtk_label_set_label (self->note_label, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), *note != '\0');

  /* Translators: an entry of the diary, and when it was */
  name = g_strdup_printf (C_ ("entry", "%s, %s"), title, details);
  g_set_str (&self->name, name);
  /* Translators: an entry of the diary */
  delete_name = g_strdup_printf (_("Delete: %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->delete_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, delete_name, -1);
}
