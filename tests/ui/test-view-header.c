/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-main-view.h"
#include "unknot-test-ui.h"
#include "unknot-view-header.h"
#include "unknot-window.h"

typedef struct
{
  GSettings *settings;
  GtkWidget *window;
  GtkWidget *header;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->settings = unknot_test_new_settings ("DE");
  g_settings_set_boolean (fixture->settings, "welcomed", TRUE);
  fixture->window =
    GTK_WIDGET (unknot_window_new (unknot_test_get_application (), fixture->settings));
  fixture->header =
    g_object_ref (unknot_test_get (fixture->window, UNKNOT_TYPE_VIEW_HEADER, NULL));
}

/* It holds on to the stack that it is in only while it is in a window. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->header);
  g_assert_finalize_object (fixture->settings);
}

static GtkWidget *
get_title (GtkWidget *header)
{
  return adw_header_bar_get_title_widget (
    ADW_HEADER_BAR (unknot_test_get (header, ADW_TYPE_HEADER_BAR, NULL)));
}

static void
test_view_header_switcher (Fixture       *fixture,
                           gconstpointer  data)
{
  GtkWidget *stack = unknot_test_get (fixture->window, ADW_TYPE_VIEW_STACK, NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_object_set (fixture->window, "narrow", FALSE, NULL);
      g_assert_true (ADW_IS_VIEW_SWITCHER (get_title (fixture->header)));
      g_assert_true (adw_view_switcher_get_stack (
                       ADW_VIEW_SWITCHER (get_title (fixture->header))) == ADW_VIEW_STACK (stack));
      g_object_set (fixture->window, "narrow", TRUE, NULL);
      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (get_title (fixture->header))), ==, "Today");
    }
}

/* One that is made in a narrow window has its page's title from the start. */
static void
test_view_header_late (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkWidget *header;

  g_object_set (fixture->window, "narrow", TRUE, NULL);
  gtk_widget_activate_action (fixture->window, "win.show-view", "s", "check-up");
  header = adw_view_stack_get_visible_child (
    ADW_VIEW_STACK (unknot_test_get (fixture->window, ADW_TYPE_VIEW_STACK, NULL)));
  header = unknot_test_get (header, UNKNOT_TYPE_VIEW_HEADER, NULL);
  g_assert_true (header != fixture->header);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (get_title (header))), ==, "Check-Up");
  g_object_set (fixture->window, "narrow", FALSE, NULL);
  g_assert_true (ADW_IS_VIEW_SWITCHER (get_title (header)));
}

/* Out of the window it lets go of it, and follows it no more; back in it, it does again. */
static void
test_view_header_moved (Fixture       *fixture,
                        gconstpointer  data)
{
  AdwToastOverlay *toasts =
    ADW_TOAST_OVERLAY (unknot_test_get (fixture->window, ADW_TYPE_TOAST_OVERLAY, NULL));
  g_autoptr (GtkWidget) view = g_object_ref (adw_toast_overlay_get_child (toasts));

  g_object_set (fixture->window, "narrow", FALSE, NULL);
  adw_toast_overlay_set_child (toasts, NULL);
  g_assert_null (adw_view_switcher_get_stack (ADW_VIEW_SWITCHER (get_title (fixture->header))));
  g_object_set (fixture->window, "narrow", TRUE, NULL);
  g_assert_true (ADW_IS_VIEW_SWITCHER (get_title (fixture->header)));

  adw_toast_overlay_set_child (toasts, view);
  g_assert_true (GTK_IS_LABEL (get_title (fixture->header)));
  g_object_set (fixture->window, "narrow", FALSE, NULL);
  g_assert_nonnull (adw_view_switcher_get_stack (ADW_VIEW_SWITCHER (get_title (fixture->header))));
}

static gboolean
is_action_of (GtkWidget  *widget,
              const char *name)
{
  GtkWidgetClass *klass = GTK_WIDGET_GET_CLASS (widget);
  const GVariantType *parameter;
  const char *action, *property;
  GType owner;

  for (guint i = 0;
       gtk_widget_class_query_action (klass, i, &owner, &action, &parameter, &property); i++)
    {
      if (g_str_equal (action, name))
        return TRUE;
    }

  return FALSE;
}

static void
assert_actions (Fixture    *fixture,
                GMenuModel *menu)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section =
        g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *action = NULL;

      if (section != NULL)
        {
          assert_actions (fixture, section);
          continue;
        }
      g_assert_true (g_menu_model_get_item_attribute (menu, i, "action", "s", &action));
      if (g_str_has_prefix (action, "app."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (unknot_test_get_application ()),
                                                  action + strlen ("app.")));
      else
        g_assert_true (is_action_of (GTK_WIDGET (fixture->window), action));
    }
}

/* The menu is there once the window is on the screen, and all of it does something. */
static void
test_view_header_menu (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkMenuButton *button =
    GTK_MENU_BUTTON (unknot_test_get (fixture->header, GTK_TYPE_MENU_BUTTON, NULL));

  g_assert_null (gtk_menu_button_get_menu_model (button));
  gtk_window_present (GTK_WINDOW (fixture->window));
  unknot_test_wait (gtk_menu_button_get_menu_model (button) != NULL);
  g_assert_true (gtk_menu_button_get_primary (button));
  g_assert_cmpint (g_menu_model_get_n_items (gtk_menu_button_get_menu_model (button)), >, 0);
  assert_actions (fixture, gtk_menu_button_get_menu_model (button));
}

static void
test_view_header_elsewhere (void)
{
  GtkWidget *header = g_object_new (UNKNOT_TYPE_VIEW_HEADER, NULL);
  GtkWindow *window = unknot_test_present_adwaita (header);

  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (get_title (header))), ==, "");
  unknot_test_close (window);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("/view-header/switcher", test_view_header_switcher);
  ADD ("/view-header/late", test_view_header_late);
  ADD ("/view-header/moved", test_view_header_moved);
  ADD ("/view-header/menu", test_view_header_menu);
  g_test_add_func ("/view-header/elsewhere", test_view_header_elsewhere);

  return g_test_run ();
}
