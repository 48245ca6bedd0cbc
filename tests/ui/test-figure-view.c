/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-figure-view.h"
#include "unknot-test-ui.h"

static const char square[] =
  "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"100\" "
  "viewBox=\"0 0 200 100\"><rect width=\"200\" height=\"100\"/></svg>";

static GtkWidget *
create_view (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (square, strlen (square));
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotFigure) figure = unknot_figure_new_from_bytes (bytes, &error);

  g_assert_no_error (error);

  return g_object_ref_sink (unknot_figure_view_new (figure, "A square."));
}

static void
test_figure_view_accessible (void)
{
  GtkWidget *view = create_view ();

  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_IMG);
  unknot_test_assert_label (view, "A square.");
  g_assert_finalize_object (view);
}

/* It keeps its shape, and grows no more where it would tell no more. */
static void
test_figure_view_size (void)
{
  static const struct
  {
    int width, height;
  } sizes[] = { { 120, 60 }, { 340, 170 }, { 420, 210 }, { 900, 210 } };
  GtkWidget *view = create_view ();
  int minimum, natural;

  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, <=, 320);
  g_assert_cmpint (natural, ==, 420);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, sizes[i].width, &minimum, &natural, NULL,
                          NULL);
      g_assert_cmpint (minimum, ==, sizes[i].height);
      g_assert_cmpint (natural, ==, sizes[i].height);
    }
  g_assert_finalize_object (view);
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  g_test_add_func ("/figure-view/accessible", test_figure_view_accessible);
  g_test_add_func ("/figure-view/size", test_figure_view_size);

  return g_test_run ();
}
