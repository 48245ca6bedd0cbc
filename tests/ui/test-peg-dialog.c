/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-pain-scale.h"
#include "unknot-peg-dialog.h"
#include "unknot-test-diary.h"
#include "unknot-test-ui.h"

/* On 21 November 2026, 14:05, in UTC. */

static const char *const scales[] = { "pain", "enjoyment", "activity" };

typedef struct
{
  DiaryFixture diary;
  AdwDialog *dialog;
  GtkWindow *window;
  UnknotPeg *told;  /* nullable */
  guint n_deleted;
} Fixture;

static void
told_cb (Fixture   *fixture,
         UnknotPeg *peg)
{
  g_set_object (&fixture->told, peg);
}

static void
deleted_cb (Fixture *fixture)
{
  fixture->n_deleted++;
}

static void
present (Fixture   *fixture,
         UnknotPeg *peg)
{
  fixture->dialog = unknot_peg_dialog_new (peg, fixture->diary.clock);
  g_signal_connect_swapped (fixture->dialog, "told", G_CALLBACK (told_cb), fixture);
  g_signal_connect_swapped (fixture->dialog, "deleted", G_CALLBACK (deleted_cb), fixture);
  fixture->window = unknot_test_present_adwaita (gtk_button_new ());
  adw_dialog_present (fixture->dialog, GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (fixture->window);
  g_clear_object (&fixture->told);
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  unknot_test_diary_set_up (&fixture->diary, NULL);
}

static GtkWidget *
get (Fixture    *fixture,
     GType       type,
     const char *name)
{
  return unknot_test_get (GTK_WIDGET (fixture->dialog), type, name);
}

static void
choose (Fixture    *fixture,
        guint       scale,
        const char *number)
{
  unknot_test_click (unknot_test_get (get (fixture, UNKNOT_TYPE_PAIN_SCALE, scales[scale]),
                                      GTK_TYPE_TOGGLE_BUTTON, number));
}

static void
assert_told (Fixture *fixture,
             int      pain,
             int      enjoyment,
             int      activity)
{
  g_assert_nonnull (fixture->told);
  g_assert_cmpint (unknot_peg_get_pain (fixture->told), ==, pain);
  g_assert_cmpint (unknot_peg_get_enjoyment (fixture->told), ==, enjoyment);
  g_assert_cmpint (unknot_peg_get_activity (fixture->told), ==, activity);
}

/* There is no mean of two. */
static void
test_peg_dialog_new (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *save;

  present (fixture, NULL);
  save = get (fixture, GTK_TYPE_BUTTON, "save_button");
  g_assert_false (unknot_test_is_shown (GTK_WIDGET (fixture->dialog), ADW_TYPE_PREFERENCES_GROUP,
                                        "delete_group"));
  choose (fixture, 0, "6");
  choose (fixture, 2, "0");
  g_assert_false (gtk_widget_get_sensitive (save));
  choose (fixture, 1, "10");
  unknot_test_click (save);
  assert_told (fixture, 6, 10, 0);
  g_assert_cmpint (unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (fixture->told))),
                   ==, 20261121);
}

static void
test_peg_dialog_edit (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261107, 9, 0);
  g_autoptr (UnknotPeg) peg = unknot_peg_new (moment, 6, 7, 8, NULL);

  present (fixture, peg);
  g_assert_cmpstr (adw_dialog_get_title (fixture->dialog), ==,
                   "The Week Before: Saturday, 7 November");
  choose (fixture, 1, "2");
  unknot_test_click (get (fixture, GTK_TYPE_BUTTON, "save_button"));
  assert_told (fixture, 6, 2, 8);
  g_assert_true (fixture->told != peg);
  g_assert_cmpint (unknot_peg_get_enjoyment (peg), ==, 7);
  g_assert_cmpstr (unknot_entry_get_uuid (UNKNOT_ENTRY (fixture->told)), ==,
                   unknot_entry_get_uuid (UNKNOT_ENTRY (peg)));
  g_assert_true (unknot_entry_get_moment (UNKNOT_ENTRY (fixture->told)) == moment);
}

static void
test_peg_dialog_delete (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261107, 9, 0);
  g_autoptr (UnknotPeg) peg = unknot_peg_new (moment, 6, 7, 8, NULL);

  present (fixture, peg);
  g_signal_emit_by_name (get (fixture, ADW_TYPE_BUTTON_ROW, "Delete These Answers"), "activated");
  g_assert_cmpuint (fixture->n_deleted, ==, 1);
  g_assert_null (fixture->told);
}

static void
test_peg_dialog_accessible (Fixture       *fixture,
                            gconstpointer  data)
{
  static const char *const questions[] = {
    "How bad was the pain on average?",
    "How much did it keep you from enjoying life?",
    "How much did it get in the way of what you usually do?",
  };

  present (fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      GtkWidget *scale = get (fixture, UNKNOT_TYPE_PAIN_SCALE, scales[i]);

      unknot_test_assert_label (scale, questions[i]);
      gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           i == 0 ? "0 none · 10 worst imaginable"
                                                  : "0 not at all · 10 completely");
      unknot_test_assert_in_tree (scale, GTK_WIDGET (fixture->dialog));
    }
  unknot_test_assert_narrow (adw_dialog_get_child (ADW_DIALOG (fixture->dialog)));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("/peg-dialog/new", test_peg_dialog_new);
  ADD ("/peg-dialog/edit", test_peg_dialog_edit);
  ADD ("/peg-dialog/delete", test_peg_dialog_delete);
  ADD ("/peg-dialog/accessible", test_peg_dialog_accessible);

  return g_test_run ();
}
