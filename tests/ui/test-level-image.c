/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-level-image.h"
#include "unknot-test-ui.h"

#define SIZE 48

static const UnknotLevel levels[] = { UNKNOT_LEVEL_NONE, UNKNOT_LEVEL_SELF_CARE, UNKNOT_LEVEL_DOCTOR,
                                      UNKNOT_LEVEL_URGENT, UNKNOT_LEVEL_EMERGENCY };

/* What it draws, as a screen would show it. */
static GBytes *
draw (GtkWidget *image)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (image));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (image),
                                               gtk_widget_get_height (image));
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GdkTextureDownloader *downloader;
  GBytes *bytes;
  gsize stride;

  GTK_WIDGET_GET_CLASS (image)->snapshot (image, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node, &bounds);
  downloader = gdk_texture_downloader_new (texture);

  bytes = gdk_texture_downloader_download_bytes (downloader, &stride);
  gdk_texture_downloader_free (downloader);

  return bytes;
}

static void
test_level_image_accessible (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      GtkWidget *image = g_object_ref_sink (unknot_level_image_new (levels[i], SIZE));
      int minimum, natural;

      /* Words beside it say the same. */
      gtk_test_accessible_assert_role (image, GTK_ACCESSIBLE_ROLE_PRESENTATION);
      g_assert_false (gtk_widget_get_focusable (image));
      gtk_widget_measure (image, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      g_assert_cmpint (minimum, ==, SIZE);
      g_assert_cmpint (natural, ==, SIZE);
      gtk_widget_measure (image, GTK_ORIENTATION_VERTICAL, SIZE, &minimum, &natural, NULL, NULL);
      g_assert_cmpint (minimum, ==, SIZE);
      g_assert_finalize_object (image);
    }
}

/* Each level its own. */
static void
test_level_image_draws (void)
{
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      GtkWidget *image = g_object_ref_sink (unknot_level_image_new (levels[i], SIZE));
      GtkWindow *window = unknot_test_present (image);

      g_ptr_array_add (pictures, draw (image));
      for (guint j = 0; j < i; j++)
        g_assert_false (g_bytes_equal (pictures->pdata[i], pictures->pdata[j]));
      unknot_test_close (window);
      g_assert_finalize_object (image);
    }
}

static void
test_level_image_follows_theme (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkWidget *image = g_object_ref_sink (unknot_level_image_new (UNKNOT_LEVEL_URGENT, SIZE));
  GtkWindow *window = unknot_test_present (image);
  g_autoptr (GBytes) light = NULL;
  g_autoptr (GBytes) dark = NULL;

  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_LIGHT);
  light = draw (image);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  dark = draw (image);
  g_assert_false (g_bytes_equal (light, dark));

  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
  unknot_test_close (window);
  g_assert_finalize_object (image);
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  g_test_add_func ("/level-image/accessible", test_level_image_accessible);
  g_test_add_func ("/level-image/draws", test_level_image_draws);
  g_test_add_func ("/level-image/follows-theme", test_level_image_follows_theme);

  return g_test_run ();
}
