/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-preview"

#include "config.h"

#include "unknot-summary-preview.h"

#include "unknot-summary-transcript.h"
#include "unknot-summary-view.h"

/* What is there sooner needs no sign that it takes time, in ms. */
#define PATIENCE 300

/**
 * UnknotSummaryPreview:
 *
 * The pages of a summary as they will print, or what is on them as text; or why there are none.
 *
 * ## Actions
 *
 * `preview.zoom-in` and `preview.zoom-out` show the pages larger and smaller.
 */
struct _UnknotSummaryPreview
{
  AdwBin parent_instance;

  UnknotSummaryMaker *maker; /* nullable */
  guint spinner_id;

  GtkStack *stack;
  UnknotSummaryView *view;
  UnknotSummaryTranscript *transcript;
  AdwStatusPage *failed_page;
  GtkRevealer *spinner;
  GtkWidget *bar;
  GtkLabel *place_label;
  GtkToggleButton *text_button;
  GtkWidget *zoom_box;
};

G_DEFINE_FINAL_TYPE (UnknotSummaryPreview, unknot_summary_preview, ADW_TYPE_BIN)

static void
show_spinner_cb (gpointer user_data)
{
  UnknotSummaryPreview *self = user_data;

  self->spinner_id = 0;
  gtk_revealer_set_reveal_child (self->spinner, TRUE);
}

static void
show_progress (UnknotSummaryPreview *self,
               gboolean              is_busy)
{
  if (!is_busy)
    {
      g_clear_handle_id (&self->spinner_id, g_source_remove);
      gtk_revealer_set_reveal_child (self->spinner, FALSE);
    }
  else if (self->spinner_id == 0 && !gtk_revealer_get_reveal_child (self->spinner))
    self->spinner_id = g_timeout_add_once (PATIENCE, show_spinner_cb, self);
}

static void
show_page (UnknotSummaryPreview *self)
{
  gboolean is_text = gtk_toggle_button_get_active (self->text_button);
  const GError *error = self->maker != NULL ? unknot_summary_maker_get_error (self->maker) : NULL;

  gtk_stack_set_visible_child_name (self->stack,
                                    error != NULL ? "failed" : is_text ? "text" : "pages");
  gtk_widget_set_visible (self->bar, error == NULL);
  gtk_widget_set_visible (self->zoom_box, !is_text);
}

static void
update_zoom (UnknotSummaryPreview *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-in",
                                 unknot_summary_view_can_zoom (self->view, 1));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-out",
                                 unknot_summary_view_can_zoom (self->view, -1));
}

static void
place_changed_cb (UnknotSummaryPreview *self)
{
  g_autofree char *place = unknot_summary_view_dup_place (self->view);

  gtk_label_set_label (self->place_label, place);
  update_zoom (self);
}

static void
maker_changed_cb (UnknotSummaryPreview *self)
{
  const GError *error = unknot_summary_maker_get_error (self->maker);
  GPtrArray *sections = unknot_summary_maker_get_sections (self->maker);

  unknot_summary_view_set_locked (self->view, unknot_summary_maker_is_saving (self->maker));
  unknot_summary_view_set_paper (self->view, unknot_summary_maker_get_paper (self->maker),
                                 unknot_summary_maker_get_size (self->maker));
  if (sections != NULL)
    unknot_summary_transcript_set_sections (
      self->transcript, unknot_summary_maker_get_heading (self->maker), sections);
  if (error != NULL)
    adw_status_page_set_description (self->failed_page, error->message);
  show_progress (self, unknot_summary_maker_is_making (self->maker) ||
                         unknot_summary_maker_is_saving (self->maker));
  show_page (self);
}

/* What hides does not take the focus away with it. */
static void
toggled_cb (UnknotSummaryPreview *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean has_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack));

  show_page (self);
  if (has_focus && gtk_toggle_button_get_active (self->text_button))
    unknot_summary_transcript_focus_start (self->transcript);
  else if (has_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
retry_cb (UnknotSummaryPreview *self)
{
  unknot_summary_maker_reload (self->maker);
}

static void
zoom_in_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  unknot_summary_view_zoom (UNKNOT_SUMMARY_PREVIEW (widget)->view, 1);
}

static void
zoom_out_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  unknot_summary_view_zoom (UNKNOT_SUMMARY_PREVIEW (widget)->view, -1);
}

static void
unknot_summary_preview_dispose (GObject *object)
{
  UnknotSummaryPreview *self = UNKNOT_SUMMARY_PREVIEW (object);

  g_clear_handle_id (&self->spinner_id, g_source_remove);
  g_clear_object (&self->maker);
  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_SUMMARY_PREVIEW);

  G_OBJECT_CLASS (unknot_summary_preview_parent_class)->dispose (object);
}

static void
unknot_summary_preview_class_init (UnknotSummaryPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_summary_preview_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/summary/unknot-summary-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryPreview, view);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryPreview, transcript);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryPreview, failed_page);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryPreview, spinner);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryPreview, bar);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryPreview, place_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryPreview, text_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryPreview, zoom_box);
  gtk_widget_class_bind_template_callback (widget_class, place_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);

  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_out_action);
}

static void
unknot_summary_preview_init (UnknotSummaryPreview *self)
{
  g_type_ensure (UNKNOT_TYPE_SUMMARY_TRANSCRIPT);
  g_type_ensure (UNKNOT_TYPE_SUMMARY_VIEW);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * unknot_summary_preview_set_maker:
 * @maker: what makes the pages; set once
 */
void
unknot_summary_preview_set_maker (UnknotSummaryPreview *self,
                                  UnknotSummaryMaker   *maker)
{
  g_return_if_fail (UNKNOT_IS_SUMMARY_PREVIEW (self));
  g_return_if_fail (self->maker == NULL);

  self->maker = g_object_ref (maker);
  g_signal_connect_object (maker, "changed", G_CALLBACK (maker_changed_cb), self,
                           G_CONNECT_SWAPPED);
  maker_changed_cb (self);
}

/**
 * unknot_summary_preview_get_view:
 *
 * Returns: (transfer none): the pages
 */
GtkWidget *
unknot_summary_preview_get_view (UnknotSummaryPreview *self)
{
  g_return_val_if_fail (UNKNOT_IS_SUMMARY_PREVIEW (self), NULL);

  return GTK_WIDGET (self->view);
}
