/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-chart-card.h"
#include "unknot-chart-view.h"
#include "unknot-table-dialog.h"
#include "unknot-test-history.h"
#include "unknot-test-ui.h"

/* On 21 November 2026, 14:05, in UTC. */

typedef struct
{
  DiaryFixture diary;
  UnknotHistory *history;
  GtkWidget *view;
  GtkWindow *window;
  int day; /* that was activated; 0 for none */
} Fixture;

static void
save_spasm (Fixture    *fixture,
            int         day,
            int         worst,
            const char *trigger)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (day, 8, worst);

  unknot_episode_end_now (episode, unknot_episode_get_start (episode));
  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_TRIGGER, (const char *[]) { trigger, NULL },
                            NULL);
  unknot_test_diary_save (fixture->diary.diary, episode);
}

static void
activated_cb (Fixture *fixture,
              int      day)
{
  fixture->day = day;
}

static void
load (Fixture *fixture)
{
  unknot_test_diary_set_up (&fixture->diary, NULL);
  unknot_test_diary_open (&fixture->diary);
  save_spasm (fixture, 20261102, 6, "lifting");
  save_spasm (fixture, 20261109, 8, "lifting");
  save_spasm (fixture, 20261110, 3, "twisting");
  save_spasm (fixture, 20261119, 4, "lifting");
  fixture->history = unknot_test_history_load (&fixture->diary, 20261101, 20261121);
}

/* @data: not %NULL where the arrows are used. They make an announcement, which a window that is on
 * the screen has no means for in a test. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  load (fixture);
  fixture->view = unknot_chart_view_new ();
  g_signal_connect_swapped (fixture->view, "day-activated", G_CALLBACK (activated_cb), fixture);
  if (data != NULL)
    {
      fixture->window = GTK_WINDOW (gtk_window_new ());
      gtk_window_set_child (fixture->window, fixture->view);
      gtk_widget_set_direction (fixture->view, GPOINTER_TO_INT (data));
    }
  else
    fixture->window = unknot_test_present (fixture->view);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (fixture->window);
  g_assert_finalize_object (fixture->history);
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

static void
show (Fixture             *fixture,
      UnknotHistoryAspect  aspect)
{
  g_autoptr (UnknotHistoryChart) chart =
    unknot_history_chart_new (aspect, fixture->history, NULL, G_DATE_MONDAY);

  unknot_chart_view_set_chart (UNKNOT_CHART_VIEW (fixture->view), chart);
  if (!gtk_widget_get_mapped (fixture->view))
    {
      int height;

      gtk_widget_measure (fixture->view, GTK_ORIENTATION_VERTICAL, 600, &height, NULL, NULL, NULL);
      gtk_widget_allocate (fixture->view, 600, height, -1, NULL);
    }
}

static void
show_and_wait (Fixture             *fixture,
               UnknotHistoryAspect  aspect)
{
  show (fixture, aspect);
  unknot_test_wait (gtk_widget_get_height (fixture->view) > 0);
}

static void
assert_value (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *value = NULL;

  g_object_get (fixture->view, "value", &value, NULL);
  g_assert_cmpstr (value, ==, expected);
}

static GtkEventController *
get_controller (GtkWidget *widget,
                GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return controller;
    }

  g_assert_not_reached ();
}

/* The middle of a datum. */
static void
get_middle (Fixture *fixture,
            int      datum,
            double  *x,
            double  *y)
{
  UnknotChart place = { gtk_widget_get_pango_context (fixture->view),
                        gtk_widget_get_width (fixture->view),
                        gtk_widget_get_height (fixture->view) };
  cairo_rectangle_t box;

  g_assert_true (unknot_history_chart_get_rectangle (
    unknot_chart_view_get_chart (UNKNOT_CHART_VIEW (fixture->view)), &place, datum, &box));
  *x = box.x + box.width / 2;
  *y = box.y + box.height / 2;
}

static void
hover (Fixture *fixture,
       int      datum)
{
  double x, y;

  get_middle (fixture, datum, &x, &y);
  g_signal_emit_by_name (get_controller (fixture->view, GTK_TYPE_EVENT_CONTROLLER_MOTION), "motion",
                         x, y);
}

static void
leave (Fixture *fixture)
{
  g_signal_emit_by_name (get_controller (fixture->view, GTK_TYPE_EVENT_CONTROLLER_MOTION), "leave");
}

static void
click (Fixture *fixture,
       int      datum)
{
  double x, y;

  get_middle (fixture, datum, &x, &y);
  g_signal_emit_by_name (get_controller (fixture->view, GTK_TYPE_GESTURE_CLICK), "released", 1, x,
                         y);
}

static void
press (Fixture          *fixture,
       GtkDirectionType  direction,
       gboolean          expected)
{
  g_assert_cmpint (gtk_widget_child_focus (fixture->view, direction), ==, expected);
}

static GtkShortcut *
find_shortcut (GtkWidget *widget,
               guint      key)
{
  GListModel *shortcuts = G_LIST_MODEL (get_controller (widget, GTK_TYPE_SHORTCUT_CONTROLLER));

  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

      if (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key)
        return shortcut;
    }

  g_assert_not_reached ();
}

static void
press_key (Fixture *fixture,
           guint    key)
{
  GtkShortcut *shortcut = find_shortcut (fixture->view, key);

  g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                               fixture->view,
                                               gtk_shortcut_get_arguments (shortcut)));
}

static void
test_chart_view_accessible (Fixture       *fixture,
                            gconstpointer  data)
{
  show_and_wait (fixture, UNKNOT_HISTORY_TRIGGERS);
  gtk_test_accessible_assert_role (fixture->view, GTK_ACCESSIBLE_ROLE_GROUP);
  unknot_test_assert_label (fixture->view, "What set them off");
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Most often, of 4 spasms: Lifting 3, Twisting or bending "
                                       "1.");
  click (fixture, 1);
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "At Twisting or bending: 1 of 4 spasms. Most often, of 4 "
                                       "spasms: Lifting 3, Twisting or bending 1.");
}

/* What the pointer is over goes before what was chosen, which stays; and there is always
 * something. */
static void
test_chart_view_pointer (Fixture       *fixture,
                         gconstpointer  data)
{
  show_and_wait (fixture, UNKNOT_HISTORY_TRIGGERS);
  assert_value (fixture, "Lifting: 3 of 4 spasms");
  hover (fixture, 1);
  assert_value (fixture, "Twisting or bending: 1 of 4 spasms");
  leave (fixture);
  assert_value (fixture, "Lifting: 3 of 4 spasms");
  click (fixture, 1);
  assert_value (fixture, "Twisting or bending: 1 of 4 spasms");
  g_assert_true (gtk_widget_has_focus (fixture->view));
  hover (fixture, 0);
  assert_value (fixture, "Lifting: 3 of 4 spasms");
  leave (fixture);
  assert_value (fixture, "Twisting or bending: 1 of 4 spasms");
  gtk_window_set_focus (fixture->window, NULL);
  assert_value (fixture, "Twisting or bending: 1 of 4 spasms");
}

static void
test_chart_view_day (Fixture       *fixture,
                     gconstpointer  data)
{
  show_and_wait (fixture, UNKNOT_HISTORY_CALENDAR);
  click (fixture, 0);
  g_assert_cmpint (unknot_chart_view_get_day (UNKNOT_CHART_VIEW (fixture->view)), ==, 0);
  g_signal_emit_by_name (fixture->view, "activate");
  g_assert_cmpint (fixture->day, ==, 0);
  click (fixture, 1);
  g_assert_cmpint (unknot_chart_view_get_day (UNKNOT_CHART_VIEW (fixture->view)), ==, 20261102);
  g_assert_cmpint (fixture->day, ==, 0);
  g_signal_emit_by_name (fixture->view, "activate");
  g_assert_cmpint (fixture->day, ==, 20261102);
}

static void
test_chart_view_keys_along (Fixture       *fixture,
                            gconstpointer  data)
{
  gboolean is_turned = GPOINTER_TO_INT (data) == GTK_TEXT_DIR_RTL;
  GtkDirectionType on = is_turned ? GTK_DIR_LEFT : GTK_DIR_RIGHT;
  GtkDirectionType back = is_turned ? GTK_DIR_RIGHT : GTK_DIR_LEFT;

  show (fixture, UNKNOT_HISTORY_PAIN);
  gtk_widget_grab_focus (fixture->view);
  assert_value (fixture, "19 November 2026: 4 of 10");
  press (fixture, on, TRUE);
  assert_value (fixture, "19 November 2026: 4 of 10");
  press (fixture, back, TRUE);
  assert_value (fixture, "10 November 2026: 3 of 10");
  press (fixture, back, TRUE);
  assert_value (fixture, "9 November 2026: 8 of 10");
  press (fixture, back, TRUE);
  press (fixture, back, TRUE);
  assert_value (fixture, "2 November 2026: 6 of 10");
  press (fixture, GTK_DIR_UP, FALSE);
  press (fixture, GTK_DIR_TAB_FORWARD, FALSE);
}

static void
test_chart_view_keys_calendar (Fixture       *fixture,
                               gconstpointer  data)
{
  show (fixture, UNKNOT_HISTORY_CALENDAR);
  gtk_widget_grab_focus (fixture->view);
  assert_value (fixture, "Saturday, 21 November 2026: no entry");
  press (fixture, GTK_DIR_LEFT, TRUE);
  assert_value (fixture, "Saturday, 14 November 2026: no entry");
  press (fixture, GTK_DIR_UP, TRUE);
  assert_value (fixture, "Friday, 13 November 2026: no entry");
  press (fixture, GTK_DIR_RIGHT, TRUE);
  press (fixture, GTK_DIR_RIGHT, TRUE);
  assert_value (fixture, "Friday, 20 November 2026: no entry");
  press (fixture, GTK_DIR_DOWN, TRUE);
  assert_value (fixture, "Saturday, 21 November 2026: no entry");
}

static void
test_chart_view_keys_ends (Fixture       *fixture,
                           gconstpointer  data)
{
  show (fixture, UNKNOT_HISTORY_PAIN);
  press_key (fixture, GDK_KEY_Home);
  assert_value (fixture, "2 November 2026: 6 of 10");
  press_key (fixture, GDK_KEY_End);
  assert_value (fixture, "19 November 2026: 4 of 10");
  press_key (fixture, GDK_KEY_Return);
  g_assert_cmpint (fixture->day, ==, 20261119);
}

static void
test_chart_view_keys_down (Fixture       *fixture,
                           gconstpointer  data)
{
  show (fixture, UNKNOT_HISTORY_TRIGGERS);
  gtk_widget_grab_focus (fixture->view);
  assert_value (fixture, "Lifting: 3 of 4 spasms");
  press (fixture, GTK_DIR_DOWN, TRUE);
  assert_value (fixture, "Twisting or bending: 1 of 4 spasms");
  press (fixture, GTK_DIR_LEFT, FALSE);
  press (fixture, GTK_DIR_UP, TRUE);
  assert_value (fixture, "Lifting: 3 of 4 spasms");
}

/* Along the weeks, from the last one on; each leads to the entries of its day. */
static void
test_chart_view_function (Fixture       *fixture,
                          gconstpointer  data)
{
  g_object_unref (unknot_test_history_save_peg (&fixture->diary, 20261109, 9, 6));
  g_object_unref (unknot_test_history_save_peg (&fixture->diary, 20261116, 9, 4));
  g_clear_object (&fixture->history);
  fixture->history = unknot_test_history_load (&fixture->diary, 20261101, 20261121);
  show (fixture, UNKNOT_HISTORY_FUNCTION);
  gtk_widget_grab_focus (fixture->view);
  assert_value (fixture, "16 November 2026: 4.0 of 10. Pain 4, enjoying life 4, usual activities 4");
  press (fixture, GTK_DIR_LEFT, TRUE);
  assert_value (fixture, "9 November 2026: 6.0 of 10. Pain 6, enjoying life 6, usual activities 6");
  g_assert_cmpint (unknot_chart_view_get_day (UNKNOT_CHART_VIEW (fixture->view)), ==, 20261109);
}

/* In another chart one begins anew. */
static void
test_chart_view_other_chart (Fixture       *fixture,
                             gconstpointer  data)
{
  show_and_wait (fixture, UNKNOT_HISTORY_TRIGGERS);
  click (fixture, 1);
  show (fixture, UNKNOT_HISTORY_CALENDAR);
  assert_value (fixture, "Saturday, 21 November 2026: no entry");
  unknot_chart_view_set_chart (UNKNOT_CHART_VIEW (fixture->view), NULL);
  assert_value (fixture, "");
}

static void
test_chart_view_size (Fixture       *fixture,
                      gconstpointer  data)
{
  for (guint aspect = 0; aspect < UNKNOT_HISTORY_N_ASPECTS; aspect++)
    {
      int minimum;

      show (fixture, aspect);
      gtk_widget_measure (fixture->view, GTK_ORIENTATION_VERTICAL, 336, &minimum, NULL, NULL,
                          NULL);
      g_assert_cmpint (minimum, >, 40);
      unknot_test_assert_narrow (fixture->view);
    }
}

/* --- The card around it --- */

typedef struct
{
  Fixture base;
  GtkWidget *card;
} CardFixture;

static void
set_up_card (CardFixture   *fixture,
             gconstpointer  data)
{
  load (&fixture->base);
  fixture->card = unknot_chart_card_new ();
  fixture->base.view = unknot_test_get (fixture->card, UNKNOT_TYPE_CHART_VIEW, NULL);
  g_signal_connect_swapped (fixture->card, "day-activated", G_CALLBACK (activated_cb), fixture);
  fixture->base.window = unknot_test_present_adwaita (fixture->card);
}

static void
tear_down_card (CardFixture   *fixture,
                gconstpointer  data)
{
  tear_down (&fixture->base, NULL);
}

static void
show_card (CardFixture         *fixture,
           UnknotHistoryAspect  aspect)
{
  g_autoptr (UnknotHistoryChart) chart =
    unknot_history_chart_new (aspect, fixture->base.history, NULL, G_DATE_MONDAY);

  unknot_chart_card_set_chart (UNKNOT_CHART_CARD (fixture->card), chart);
}

static void
test_chart_card_says (CardFixture   *fixture,
                      gconstpointer  data)
{
  show_card (fixture, UNKNOT_HISTORY_TRIGGERS);
  g_assert_true (unknot_test_is_shown (fixture->card, GTK_TYPE_LABEL, "What set them off"));
  g_assert_true (unknot_test_is_shown (fixture->card, GTK_TYPE_LABEL,
                                       "Most often, of 4 spasms: Lifting 3, Twisting or bending "
                                       "1."));
  g_assert_true (gtk_widget_get_visible (fixture->base.view));
  unknot_test_wait (gtk_widget_get_height (fixture->base.view) > 0);
  click (&fixture->base, 0);
  g_assert_true (unknot_test_is_shown (fixture->card, GTK_TYPE_LABEL, "Lifting: 3 of 4 spasms"));

  show_card (fixture, UNKNOT_HISTORY_WEEKDAYS);
  g_assert_true (unknot_test_is_shown (fixture->card, GTK_TYPE_LABEL,
                                       "This needs 5 spasms. So far in this time: 4."));
  g_assert_false (gtk_widget_get_visible (fixture->base.view));
  g_assert_false (unknot_test_is_shown (fixture->card, GTK_TYPE_BUTTON, "table_button"));
}

static void
test_chart_card_day (CardFixture   *fixture,
                     gconstpointer  data)
{
  show_card (fixture, UNKNOT_HISTORY_CALENDAR);
  unknot_test_wait (gtk_widget_get_height (fixture->base.view) > 0);
  g_assert_false (unknot_test_is_shown (fixture->card, GTK_TYPE_BUTTON, "day_button"));
  click (&fixture->base, 8);
  g_assert_true (unknot_test_is_shown (fixture->card, GTK_TYPE_BUTTON, "day_button"));
  unknot_test_click (unknot_test_get (fixture->card, GTK_TYPE_BUTTON, "day_button"));
  g_assert_cmpint (fixture->base.day, ==, 20261109);
}

static void
test_chart_card_table (CardFixture   *fixture,
                       gconstpointer  data)
{
  AdwDialog *dialog;

  show_card (fixture, UNKNOT_HISTORY_TRIGGERS);
  unknot_test_click (unknot_test_get (fixture->card, GTK_TYPE_BUTTON, "table_button"));
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->base.window));
  g_assert_true (UNKNOT_IS_TABLE_DIALOG (dialog));
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "What set them off");
  unknot_test_wait (unknot_test_is_shown (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "Lifting"));
}

static void
test_chart_card_narrow (CardFixture   *fixture,
                        gconstpointer  data)
{
  show_card (fixture, UNKNOT_HISTORY_CALENDAR);
  unknot_test_assert_narrow (fixture->card);
}

static void
add (const char    *path,
     gconstpointer  data,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

static void
add_card (const char *path,
          void (*test) (CardFixture *, gconstpointer))
{
  g_test_add (path, CardFixture, NULL, set_up_card, test, tear_down_card);
}

int
main (int   argc,
      char *argv[])
{
  gconstpointer ltr = GINT_TO_POINTER (GTK_TEXT_DIR_LTR);
  gconstpointer rtl = GINT_TO_POINTER (GTK_TEXT_DIR_RTL);

  unknot_test_ui_init (&argc, &argv);

  add ("/chart-view/accessible", NULL, test_chart_view_accessible);
  add ("/chart-view/pointer", NULL, test_chart_view_pointer);
  add ("/chart-view/day", NULL, test_chart_view_day);
  add ("/chart-view/keys/left-to-right", ltr, test_chart_view_keys_along);
  add ("/chart-view/keys/right-to-left", rtl, test_chart_view_keys_along);
  add ("/chart-view/keys/calendar", ltr, test_chart_view_keys_calendar);
  add ("/chart-view/keys/ends", ltr, test_chart_view_keys_ends);
  add ("/chart-view/keys/down", ltr, test_chart_view_keys_down);
  add ("/chart-view/keys/function", ltr, test_chart_view_function);
  add ("/chart-view/other-chart", NULL, test_chart_view_other_chart);
  add ("/chart-view/size", NULL, test_chart_view_size);
  add_card ("/chart-card/says", test_chart_card_says);
  add_card ("/chart-card/day", test_chart_card_day);
  add_card ("/chart-card/table", test_chart_card_table);
  add_card ("/chart-card/narrow", test_chart_card_narrow);

  return g_test_run ();
}
