/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-transcript"

#include "config.h"

#include "unknot-summary-transcript.h"

#include "unknot-summary.h"

#include <glib/gi18n.h>

/**
 * UnknotSummaryTranscript:
 *
 * What is on the pages of a summary, as text: for those who do not see the pages, or not well. Each
 * section can be gone to by the keyboard. The table of entries is not repeated.
 */
struct _UnknotSummaryTranscript
{
  AdwBin parent_instance;

  GPtrArray *sections; /* nullable */
  GtkWidget *box;
  GtkWidget *first; /* nullable: what can be gone to */
};

G_DEFINE_FINAL_TYPE (UnknotSummaryTranscript, unknot_summary_transcript, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char        *text,
            GtkAccessibleRole  role)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "accessible-role", role,
                       "label", text,
                       "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR,
                       "xalign", 0.0,
                       "selectable", TRUE,
                       NULL);
}

static void
append_line (GString                 *text,
             const UnknotSummaryLine *line)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) cut = NULL;
  g_autofree char *items = NULL;

  for (guint i = 0; line->items[i] != NULL; i++)
    g_strv_builder_take (
      builder, unknot_summary_line_cut_item (line, i, g_utf8_strlen (line->items[i], -1),
                                             UNKNOT_SUMMARY_LONGEST_ITEM));
  cut = g_strv_builder_end (builder);
  items = g_strjoinv (line->apart ? "\n" : " · ", cut);

  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (line->label != NULL)
    /* Translators: what it is about, and what there is to say */
    g_string_append_printf (text, line->apart ? "%s:\n%s" : _("%s: %s"), line->label, items);
  else
    g_string_append (text, items);
  if (line->n_more > 0)
    g_string_append_printf (text, ngettext (" (%d more)", " (%d more)", line->n_more),
                            line->n_more);
}

/* Each cell with the column that it is in, the first alone. */
static void
append_row (GString                    *text,
            const UnknotSummarySection *section,
            const char *const          *cells)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, cells[0]);
  for (guint i = 1; cells[i] != NULL; i++)
    if (*cells[i] != '\0')
      g_string_append_printf (text, _(" · %s: %s"), section->columns[i], cells[i]);
}

static char *
dup_text (const UnknotSummarySection *section)
{
  GString *text = g_string_new (NULL);

  if (section->part == UNKNOT_SUMMARY_ENTRIES)
    g_string_printf (text,
                     ngettext ("%u row, on a page of its own", "%u rows, on pages of their own",
                               section->rows->len),
                     section->rows->len);
  else
    for (guint i = 0; i < section->rows->len; i++)
      append_row (text, section, g_ptr_array_index (section->rows, i));
  for (guint i = 0; i < section->lines->len; i++)
    append_line (text, g_ptr_array_index (section->lines, i));

  return g_string_free_and_steal (text);
}

static void
add_heading (UnknotSummaryTranscript *self,
             const char              *heading)
{
  GtkWidget *title = make_label (unknot_summary_get_title (), GTK_ACCESSIBLE_ROLE_HEADING);

  gtk_label_set_selectable (GTK_LABEL (title), FALSE);
  gtk_widget_add_css_class (title, "title-2");
  gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1, -1);
  gtk_box_append (GTK_BOX (self->box), title);
  self->first = make_label (heading, GTK_ACCESSIBLE_ROLE_PARAGRAPH);
  gtk_box_append (GTK_BOX (self->box), self->first);
}

static void
add_section (UnknotSummaryTranscript    *self,
             const UnknotSummarySection *section)
{
  GtkWidget *group = g_object_new (GTK_TYPE_BOX,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                   "orientation", GTK_ORIENTATION_VERTICAL,
                                   "spacing", 6,
                                   NULL);
  GtkWidget *heading = make_label (section->title, GTK_ACCESSIBLE_ROLE_HEADING);
  g_autofree char *text = dup_text (section);
  GtkWidget *label = make_label (text, GTK_ACCESSIBLE_ROLE_PARAGRAPH);

  gtk_label_set_selectable (GTK_LABEL (heading), FALSE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (label, "paragraph");
  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  section->title, -1);
  gtk_box_append (GTK_BOX (group), heading);
  gtk_box_append (GTK_BOX (group), label);
  gtk_box_append (GTK_BOX (self->box), group);
}

static void
unknot_summary_transcript_dispose (GObject *object)
{
  UnknotSummaryTranscript *self = UNKNOT_SUMMARY_TRANSCRIPT (object);

  g_clear_pointer (&self->sections, g_ptr_array_unref);

  G_OBJECT_CLASS (unknot_summary_transcript_parent_class)->dispose (object);
}

static void
unknot_summary_transcript_class_init (UnknotSummaryTranscriptClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_summary_transcript_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
unknot_summary_transcript_init (UnknotSummaryTranscript *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  adw_bin_set_child (ADW_BIN (self), self->box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The summary as text"), -1);
}

/**
 * unknot_summary_transcript_set_sections:
 * @heading: what stands above them
 * @sections: (element-type UnknotSummarySection): what is on the pages
 */
void
unknot_summary_transcript_set_sections (UnknotSummaryTranscript *self,
                                        const char              *heading,
                                        GPtrArray               *sections)
{
  GtkWidget *child;

  g_return_if_fail (UNKNOT_IS_SUMMARY_TRANSCRIPT (self));

  if (self->sections == sections)
    return;

  g_clear_pointer (&self->sections, g_ptr_array_unref);
  self->sections = g_ptr_array_ref (sections);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  add_heading (self, heading);
  for (guint i = 0; i < sections->len; i++)
    add_section (self, g_ptr_array_index (sections, i));
}

/**
 * unknot_summary_transcript_focus_start:
 *
 * Brings the focus to where one begins to read, with nothing selected.
 */
void
unknot_summary_transcript_focus_start (UnknotSummaryTranscript *self)
{
  g_return_if_fail (UNKNOT_IS_SUMMARY_TRANSCRIPT (self));

  if (self->first == NULL)
    return;

  /* A label selects all of itself then. */
  gtk_widget_grab_focus (self->first);
  gtk_label_select_region (GTK_LABEL (self->first), 0, 0);
}
