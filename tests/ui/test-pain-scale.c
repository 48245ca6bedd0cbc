/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-pain-scale.h"
#include "unknot-pain.h"
#include "unknot-test-ui.h"

#define N_GRADES (UNKNOT_PAIN_MAX + 1)

typedef struct
{
  UnknotPainScale *scale;
  GtkWidget *buttons[N_GRADES];
  GArray *chosen; /* of int */
  guint n_notifies;
} Fixture;

static void
chosen_cb (UnknotPainScale *scale,
           int              pain,
           Fixture         *fixture)
{
  g_assert_cmpint (unknot_pain_scale_get_pain (scale), ==, pain);
  g_array_append_val (fixture->chosen, pain);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->scale = UNKNOT_PAIN_SCALE (g_object_ref_sink (unknot_pain_scale_new ()));
  fixture->chosen = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < N_GRADES; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i);

      fixture->buttons[i] =
        unknot_test_get (GTK_WIDGET (fixture->scale), GTK_TYPE_TOGGLE_BUTTON, label);
    }
  g_signal_connect (fixture->scale, "chosen", G_CALLBACK (chosen_cb), fixture);
  g_signal_connect_swapped (fixture->scale, "notify::pain", G_CALLBACK (count_cb),
                            &fixture->n_notifies);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->scale);
  g_array_unref (fixture->chosen);
}

/* @pain: negative for none */
static void
assert_shows (Fixture *fixture,
              int      pain)
{
  g_assert_cmpint (unknot_pain_scale_get_pain (fixture->scale), ==, pain);
  for (int i = 0; i < N_GRADES; i++)
    {
      GtkToggleButton *button = GTK_TOGGLE_BUTTON (fixture->buttons[i]);

      g_assert_cmpint (gtk_toggle_button_get_active (button), ==, i == pain);
      g_assert_cmpint (unknot_test_is_checked (fixture->buttons[i]), ==, i == pain);
    }
}

static void
test_pain_scale_click (Fixture       *fixture,
                       gconstpointer  data)
{
  assert_shows (fixture, UNKNOT_PAIN_UNKNOWN);
  for (int i = 0; i < N_GRADES; i++)
    {
      unknot_test_click (fixture->buttons[i]);
      assert_shows (fixture, i);
      g_assert_cmpint (g_array_index (fixture->chosen, int, i), ==, i);
    }
  g_assert_cmpuint (fixture->n_notifies, ==, N_GRADES);

  /* The same once more is told, too, and does not take it back. */
  unknot_test_click (fixture->buttons[10]);
  assert_shows (fixture, 10);
  g_assert_cmpuint (fixture->chosen->len, ==, N_GRADES + 1);
  g_assert_cmpuint (fixture->n_notifies, ==, N_GRADES);
}

static void
test_pain_scale_set (Fixture       *fixture,
                     gconstpointer  data)
{
  g_object_set (fixture->scale, "pain", 7, NULL);
  assert_shows (fixture, 7);
  unknot_pain_scale_set_pain (fixture->scale, 7);
  unknot_pain_scale_set_pain (fixture->scale, 0);
  assert_shows (fixture, 0);
  unknot_pain_scale_set_pain (fixture->scale, UNKNOT_PAIN_UNKNOWN);
  assert_shows (fixture, UNKNOT_PAIN_UNKNOWN);
  g_assert_cmpuint (fixture->n_notifies, ==, 3);
  g_assert_cmpuint (fixture->chosen->len, ==, 0);
}

static void
test_pain_scale_accessible (Fixture       *fixture,
                            gconstpointer  data)
{
  GtkWidget *scale = GTK_WIDGET (fixture->scale);

  gtk_test_accessible_assert_role (scale, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  g_object_set (scale, "label", "How bad?", NULL);
  g_assert_cmpstr (unknot_pain_scale_get_label (fixture->scale), ==, "How bad?");
  unknot_test_assert_label (scale, "How bad?");
  for (guint i = 0; i < N_GRADES; i++)
    {
      gtk_test_accessible_assert_role (fixture->buttons[i], GTK_ACCESSIBLE_ROLE_RADIO);
      unknot_test_assert_in_tree (fixture->buttons[i], scale);
    }

  g_assert_true (unknot_test_is_shown (scale, GTK_TYPE_LABEL,
                                       "0 none · 5 hard to ignore · 10 worst imaginable"));
  g_object_set (scale, "worded", FALSE, NULL);
  g_assert_false (unknot_test_is_shown (scale, GTK_TYPE_LABEL,
                                        "0 none · 5 hard to ignore · 10 worst imaginable"));
}

static int
get_top (Fixture *fixture,
         guint    place)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (fixture->buttons[place], GTK_WIDGET (fixture->scale),
                                            &bounds));

  return bounds.origin.y;
}

/* In one line; where that is too long, 0 to 5 and 6 to 10. */
static void
test_pain_scale_lines (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkWindow *window = unknot_test_present (GTK_WIDGET (fixture->scale));

  unknot_test_wait (get_top (fixture, 10) == get_top (fixture, 0));
  gtk_window_set_default_size (window, 400, 300);
  unknot_test_wait (gtk_widget_get_width (GTK_WIDGET (fixture->scale)) == 400);
  for (guint i = 1; i < N_GRADES; i++)
    g_assert_cmpint (get_top (fixture, i), ==, get_top (fixture, i <= 5 ? 0 : 6));
  g_assert_cmpint (get_top (fixture, 6), >, get_top (fixture, 0));
  unknot_test_assert_narrow (GTK_WIDGET (fixture->scale));
  unknot_test_close (window);
}

static void
assert_leads_to (Fixture          *fixture,
                 GtkDirectionType  direction,
                 guint             place)
{
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->scale), direction));
  g_assert_true (unknot_test_get_focus (GTK_WIDGET (fixture->scale)) == fixture->buttons[place]);
}

static void
test_pain_scale_keys (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *scale = GTK_WIDGET (fixture->scale);
  GtkWindow *window = unknot_test_present (scale);

  gtk_window_set_focus (window, NULL);
  g_assert_false (gtk_widget_child_focus (scale, GTK_DIR_DOWN));
  unknot_pain_scale_set_pain (fixture->scale, 5);
  assert_leads_to (fixture, GTK_DIR_TAB_FORWARD, 5);
  assert_leads_to (fixture, GTK_DIR_RIGHT, 6);
  assert_leads_to (fixture, GTK_DIR_UP, 5);
  gtk_widget_set_direction (scale, GTK_TEXT_DIR_RTL);
  assert_leads_to (fixture, GTK_DIR_LEFT, 6);
  assert_leads_to (fixture, GTK_DIR_RIGHT, 5);
  assert_leads_to (fixture, GTK_DIR_DOWN, 6);
  g_assert_false (gtk_widget_child_focus (scale, GTK_DIR_TAB_FORWARD));
  g_assert_cmpuint (fixture->chosen->len, ==, 0);
  g_assert_true (gtk_widget_activate (fixture->buttons[6]));
  unknot_test_wait (fixture->chosen->len == 1);
  assert_shows (fixture, 6);
  unknot_test_close (window);
}

static void
add (const char *path,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  add ("/pain-scale/click", test_pain_scale_click);
  add ("/pain-scale/set", test_pain_scale_set);
  add ("/pain-scale/accessible", test_pain_scale_accessible);
  add ("/pain-scale/lines", test_pain_scale_lines);
  add ("/pain-scale/keys", test_pain_scale_keys);

  return g_test_run ();
}
