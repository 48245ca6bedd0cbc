/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-hit-row"

#include "config.h"

#include "unknot-hit-row.h"

#include "unknot-topic-markup.h"

#include <glib/gi18n.h>

/**
 * UnknotHitRow:
 *
 * Where what is searched for was found: it is bold in what stands around it.
 */
struct _UnknotHitRow
{
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkLabel *page_label;
  GtkLabel *excerpt_label;
};

G_DEFINE_FINAL_TYPE (UnknotHitRow, unknot_hit_row, ADW_TYPE_BIN)

static void
show_text (GtkLabel        *label,
           UnknotTopicText *text)
{
  g_autofree char *markup = unknot_topic_markup_dup (text);

  gtk_label_set_label (label, markup);
  gtk_widget_set_visible (GTK_WIDGET (label), *markup != '\0');
}

static void
unknot_hit_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UNKNOT_TYPE_HIT_ROW);

  G_OBJECT_CLASS (unknot_hit_row_parent_class)->dispose (object);
}

static void
unknot_hit_row_class_init (UnknotHitRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_hit_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/learn/unknot-hit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotHitRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotHitRow, page_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotHitRow, excerpt_label);
}

static void
unknot_hit_row_init (UnknotHitRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
unknot_hit_row_new (void)
{
  return g_object_new (UNKNOT_TYPE_HIT_ROW, NULL);
}

void
unknot_hit_row_set_hit (UnknotHitRow   *self,
                        UnknotTopicHit *hit)
{
  g_return_if_fail (UNKNOT_IS_HIT_ROW (self));

  show_text (self->title_label, unknot_topic_hit_get_title (hit));
  gtk_label_set_label (self->page_label, unknot_topic_get_title (unknot_topic_hit_get_topic (hit)));
  gtk_widget_set_visible (GTK_WIDGET (self->page_label),
                          unknot_topic_hit_get_section (hit) != NULL);
  show_text (self->excerpt_label, unknot_topic_hit_get_excerpt (hit));
}

/**
 * unknot_hit_row_dup_name:
 *
 * Returns: (transfer full): all that a row says of @hit, for a screen reader
 */
char *
unknot_hit_row_dup_name (UnknotTopicHit *hit)
{
  const char *title = unknot_topic_text_get_text (unknot_topic_hit_get_title (hit));
  const char *page = unknot_topic_get_title (unknot_topic_hit_get_topic (hit));
  const char *excerpt = unknot_topic_text_get_text (unknot_topic_hit_get_excerpt (hit));

  if (unknot_topic_hit_get_section (hit) == NULL)
    /* Translators: the title of a page, and some words from it */
    return g_strdup_printf (C_("hit", "%s: %s"), title, excerpt);

  /* Translators: the title of a part of a page, that of the page, and some words from it */
  return g_strdup_printf (C_("hit", "%s, in %s: %s"), title, page, excerpt);
}
