/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-topic-page"

#include "config.h"

#include "unknot-topic-page.h"

#include "unknot-topic-body.h"
#include "unknot-topic-row.h"

#include <glib/gi18n.h>

/* Of what stands above a section that is gone to, this much is in sight, in pixels. */
#define ABOVE 12

/**
 * UnknotTopicPage:
 *
 * A page to learn from, and below it where to read on: every link in it is a row there, too, for
 * within words a screen reader does not find them.
 */
struct _UnknotTopicPage
{
  AdwNavigationPage parent_instance;

  UnknotLibrary *library;
  UnknotTopic *topic;
  char *section; /* nullable: to be shown once there is a frame */
  guint show_id;

  AdwHeaderBar *header_bar;
  GtkScrolledWindow *scrolled_window;
  GtkViewport *viewport;
  GtkBox *content;
  UnknotTopicBody *body;
};

G_DEFINE_FINAL_TYPE (UnknotTopicPage, unknot_topic_page, ADW_TYPE_NAVIGATION_PAGE)

static GtkAdjustment *
get_adjustment (UnknotTopicPage *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scrolled_window);
}

/* Whether it is laid out, and so has a place. */
static gboolean
find_place (UnknotTopicPage *self,
            GtkWidget       *heading,
            double          *place)
{
  GtkWidget *all = gtk_viewport_get_child (self->viewport);
  graphene_rect_t bounds;

  if (gtk_widget_get_height (heading) == 0 || !gtk_widget_compute_bounds (heading, all, &bounds))
    return FALSE;

  *place = bounds.origin.y;

  return TRUE;
}

static gboolean
show_cb (GtkWidget     *widget,
         GdkFrameClock *frame_clock,
         gpointer       user_data)
{
  UnknotTopicPage *self = UNKNOT_TOPIC_PAGE (widget);
  GtkWidget *heading = unknot_topic_body_find_heading (self->body, self->section);
  double place;

  if ((self->section != NULL && !unknot_topic_body_is_complete (self->body)) ||
      !find_place (self, heading, &place))
    return G_SOURCE_CONTINUE;

  gtk_widget_grab_focus (heading);
  gtk_adjustment_set_value (get_adjustment (self), MAX (place - ABOVE, 0));
  self->show_id = 0;

  return G_SOURCE_REMOVE;
}

/* Once the title has gone out of sight it stands above. */
static void
scrolled_cb (UnknotTopicPage *self)
{
  GtkWidget *title = unknot_topic_body_find_heading (self->body, NULL);
  double place;

  adw_header_bar_set_show_title (self->header_bar,
                                 find_place (self, title, &place) &&
                                 gtk_adjustment_get_value (get_adjustment (self)) >
                                   place + gtk_widget_get_height (title));
}

static void
add_links (UnknotTopicPage *self)
{
  const char * const *links = unknot_topic_get_links (self->topic);
  GtkWidget *rows = g_object_new (ADW_TYPE_PREFERENCES_GROUP,
                                  "title", _("See Also"),
                                  "visible", FALSE,
                                  NULL);

  for (guint i = 0; links[i] != NULL; i++)
    {
      GtkWidget *row = unknot_topic_row_new_for_link (self->library, links[i]);

      if (row == NULL)
        continue;
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (rows), row);
      gtk_widget_set_visible (rows, TRUE);
    }
  gtk_box_append (self->content, rows);
}

static void
unknot_topic_page_dispose (GObject *object)
{
  UnknotTopicPage *self = UNKNOT_TOPIC_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_TOPIC_PAGE);
  g_clear_object (&self->library);
  g_clear_object (&self->topic);
  g_clear_pointer (&self->section, g_free);

  G_OBJECT_CLASS (unknot_topic_page_parent_class)->dispose (object);
}

static void
unknot_topic_page_class_init (UnknotTopicPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_topic_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/learn/unknot-topic-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotTopicPage, header_bar);
  gtk_widget_class_bind_template_child (widget_class, UnknotTopicPage, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, UnknotTopicPage, viewport);
  gtk_widget_class_bind_template_child (widget_class, UnknotTopicPage, content);
}

static void
unknot_topic_page_init (UnknotTopicPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (get_adjustment (self), "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * unknot_topic_page_new:
 * @library: that has @topic, and what it leads to
 */
AdwNavigationPage *
unknot_topic_page_new (UnknotLibrary *library,
                       UnknotTopic   *topic)
{
  UnknotTopicPage *self =
    g_object_new (UNKNOT_TYPE_TOPIC_PAGE, "title", unknot_topic_get_title (topic), NULL);
  GtkWidget *body = unknot_topic_body_new (library, topic);

  self->library = g_object_ref (library);
  self->topic = g_object_ref (topic);
  self->body = UNKNOT_TOPIC_BODY (body);
  gtk_box_append (self->content, body);
  if (unknot_topic_body_is_complete (self->body))
    add_links (self);
  else
    g_signal_connect_object (body, "completed", G_CALLBACK (add_links), self, G_CONNECT_SWAPPED);

  return ADW_NAVIGATION_PAGE (self);
}

/**
 * unknot_topic_page_get_topic:
 *
 * Returns: (transfer none): what is shown
 */
UnknotTopic *
unknot_topic_page_get_topic (UnknotTopicPage *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC_PAGE (self), NULL);

  return self->topic;
}

/**
 * unknot_topic_page_show:
 * @section: (nullable): the id of a section, or %NULL for the beginning
 *
 * Brings the heading into sight, and the focus to it, with the next frame.
 */
void
unknot_topic_page_show (UnknotTopicPage *self,
                        const char      *section)
{
  g_return_if_fail (UNKNOT_IS_TOPIC_PAGE (self));

  g_set_str (&self->section, section);
  if (self->show_id == 0)
    self->show_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), show_cb, NULL, NULL);
}
