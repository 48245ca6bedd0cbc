/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-figure"

#include "config.h"

#include "unknot-figure.h"

#include <glib/gi18n-lib.h>
#include <librsvg/rsvg.h>
#include <math.h>

/**
 * UnknotFigure:
 *
 * A picture on a page: an SVG file whose colours are those of classes, which are named as what they
 * are in the ink: `body`, `bone`, `accent`… A file says how it looks on white where nothing else
 * does.
 */
struct _UnknotFigure
{
  GObject parent_instance;

  RsvgHandle *handle;
  double aspect;
};

G_DEFINE_FINAL_TYPE (UnknotFigure, unknot_figure, G_TYPE_OBJECT)

static void
add_rule (GString           *style,
          const char        *classes,
          const char        *property,
          const UnknotColor *color)
{
  /* The file's own colours would prevail without it. */
  g_string_append_printf (style, "%s { %s: #%02x%02x%02x !important; }\n", classes, property,
                          (guint) round (255 * color->red), (guint) round (255 * color->green),
                          (guint) round (255 * color->blue));
}

static char *
dup_style (const UnknotInk *ink)
{
  GString *style = g_string_new (NULL);

  add_rule (style, ".line, .body, .bone, .disc, .muscle, .cloth, .edge, .fibre", "stroke",
            &ink->line);
  add_rule (style, ".dot", "fill", &ink->line);
  add_rule (style, ".seam", "stroke", &ink->seam);
  add_rule (style, ".leader, .callout", "stroke", &ink->text);
  add_rule (style, ".sign", "fill", &ink->text);
  add_rule (style, ".ground, .callout", "fill", &ink->ground);
  add_rule (style, ".body, .skin", "fill", &ink->body);
  add_rule (style, ".bone", "fill", &ink->bone);
  add_rule (style, ".disc", "fill", &ink->disc);
  add_rule (style, ".muscle", "fill", &ink->muscle);
  add_rule (style, ".cloth", "fill", &ink->cloth);
  add_rule (style, ".casing", "stroke", &ink->sheath);
  add_rule (style, ".nerve", "stroke", &ink->nerve);
  add_rule (style, ".accent", "stroke", &ink->accent);

  return g_string_free_and_steal (style);
}

static void
unknot_figure_finalize (GObject *object)
{
  UnknotFigure *self = UNKNOT_FIGURE (object);

  g_clear_object (&self->handle);

  G_OBJECT_CLASS (unknot_figure_parent_class)->finalize (object);
}

static void
unknot_figure_class_init (UnknotFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_figure_finalize;
}

static void
unknot_figure_init (UnknotFigure *self)
{
}

/**
 * unknot_figure_new_from_bytes:
 * @bytes: an SVG file that says its width and height; what it refers to outside itself is not
 *   looked at
 *
 * Returns: (transfer full): a figure, or %NULL with @error set to a sentence
 */
UnknotFigure *
unknot_figure_new_from_bytes (GBytes  *bytes,
                              GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (UnknotFigure) self = g_object_new (UNKNOT_TYPE_FIGURE, NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  double width, height;

  self->handle = rsvg_handle_new_from_data (data, size, &fault);
  if (self->handle == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("The picture cannot be read: %s"), fault->message);
      return NULL;
    }
  if (!rsvg_handle_get_intrinsic_size_in_pixels (self->handle, &width, &height) ||
      !(width > 0 && height > 0))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("The picture cannot be read: it does not say how large it is"));
      return NULL;
    }

  self->aspect = width / height;

  return g_steal_pointer (&self);
}

/**
 * unknot_figure_get_aspect:
 *
 * Returns: its width through its height
 */
double
unknot_figure_get_aspect (UnknotFigure *self)
{
  g_return_val_if_fail (UNKNOT_IS_FIGURE (self), 1);

  return self->aspect;
}

/**
 * unknot_figure_draw:
 * @cr: where to draw, the upper left corner at its origin
 * @width: the width there is, in the units of @cr
 * @height: the height there is; the figure stands in the middle
 * @ink: the colours; the ground is not painted
 *
 * Returns: whether all of it was drawn; %FALSE with @error set to a sentence
 */
gboolean
unknot_figure_draw (UnknotFigure     *self,
                    cairo_t          *cr,
                    double            width,
                    double            height,
                    const UnknotInk  *ink,
                    GError          **error)
{
  RsvgRectangle viewport;
  g_autoptr (GError) fault = NULL;
  g_autofree char *style = NULL;
  gboolean done;

  g_return_val_if_fail (UNKNOT_IS_FIGURE (self), FALSE);

  viewport.width = MIN (width, height * self->aspect);
  viewport.height = viewport.width / self->aspect;
  viewport.x = (width - viewport.width) / 2;
  viewport.y = (height - viewport.height) / 2;
  style = dup_style (ink);

  /* What goes on beyond its edge, such as a leg, is not to be seen there. */
  cairo_save (cr);
  cairo_rectangle (cr, viewport.x, viewport.y, viewport.width, viewport.height);
  cairo_clip (cr);
  done =
    rsvg_handle_set_stylesheet (self->handle, (const guint8 *) style, strlen (style), &fault) &&
    rsvg_handle_render_document (self->handle, cr, &viewport, &fault);
  cairo_restore (cr);
  if (done)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture cannot be drawn: %s"),
               fault->message);

  return FALSE;
}
