/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-reliefs-editor.h"
#include "unknot-test-diary.h"
#include "unknot-test-ui.h"

typedef struct
{
  GListStore *given; /* heat twice, the second of some help, and cold */
  UnknotMoment *moment;
  GtkWidget *editor;
  guint n_changes;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
give (Fixture    *fixture,
      int         hour,
      const char *measure,
      const char *effect)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261121, hour, 0);
  g_autoptr (UnknotRelief) relief = unknot_relief_new (moment, measure, NULL);

  unknot_relief_set_effect (relief, effect, NULL);
  g_list_store_append (fixture->given, relief);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->given = g_list_store_new (UNKNOT_TYPE_RELIEF);
  give (fixture, 8, "heat", NULL);
  give (fixture, 9, "heat", "a-little");
  give (fixture, 10, "cold", NULL);
  fixture->moment = unknot_test_diary_make_moment ("UTC", 20261121, 14, 0);
  fixture->editor = g_object_ref_sink (
    unknot_reliefs_editor_new (G_LIST_MODEL (fixture->given), fixture->moment));
  g_signal_connect_swapped (fixture->editor, "changed", G_CALLBACK (count_cb),
                            &fixture->n_changes);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->given);
  unknot_moment_unref (fixture->moment);
}

static char *
dup_reliefs (GListModel *reliefs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (reliefs); i++)
    {
      g_autoptr (UnknotRelief) relief = g_list_model_get_item (reliefs, i);
      g_autoptr (GDateTime) time =
        unknot_moment_to_date_time (unknot_entry_get_moment (UNKNOT_ENTRY (relief)));
      const char *effect = unknot_relief_get_effect (relief);

      g_string_append_printf (text, "%d %s %s; ", g_date_time_get_hour (time),
                              unknot_relief_get_measure (relief), effect != NULL ? effect : "-");
    }

  return g_string_free_and_steal (text);
}

static void
assert_reliefs (Fixture    *fixture,
                const char *expected)
{
  g_autofree char *text =
    dup_reliefs (unknot_reliefs_editor_get_reliefs (UNKNOT_RELIEFS_EDITOR (fixture->editor)));

  g_assert_cmpstr (text, ==, expected);
}

static void
click (Fixture    *fixture,
       const char *code)
{
  unknot_test_click (unknot_test_get (fixture->editor, GTK_TYPE_BUTTON, code));
}

static gboolean
asks (Fixture    *fixture,
      const char *question)
{
  return unknot_test_is_shown (fixture->editor, GTK_TYPE_LABEL, question);
}

static void
test_reliefs_editor_given (Fixture       *fixture,
                           gconstpointer  data)
{
  assert_reliefs (fixture, "8 heat -; 9 heat a-little; 10 cold -; ");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (
    unknot_test_get (fixture->editor, GTK_TYPE_TOGGLE_BUTTON, "heat"))));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (
    unknot_test_get (fixture->editor, GTK_TYPE_TOGGLE_BUTTON, "rest"))));
  g_assert_true (asks (fixture, "Heat: did it help?"));
  g_assert_true (asks (fixture, "Cold: did it help?"));
  g_assert_false (asks (fixture, "Rest: did it help?"));
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

static void
test_reliefs_editor_add (Fixture       *fixture,
                         gconstpointer  data)
{
  click (fixture, "rest");
  assert_reliefs (fixture, "8 heat -; 9 heat a-little; 10 cold -; 14 rest -; ");
  g_assert_true (asks (fixture, "Rest: did it help?"));
  g_assert_cmpuint (fixture->n_changes, ==, 1);

  click (fixture, "rest");
  assert_reliefs (fixture, "8 heat -; 9 heat a-little; 10 cold -; ");
  g_assert_false (asks (fixture, "Rest: did it help?"));
}

/* Each time that something was tried has an answer of its own. */
static void
test_reliefs_editor_effect (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *given = NULL;

  click (fixture, "a-lot");
  assert_reliefs (fixture, "8 heat a-lot; 9 heat a-little; 10 cold -; ");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  click (fixture, "a-lot");
  assert_reliefs (fixture, "8 heat -; 9 heat a-little; 10 cold -; ");

  given = dup_reliefs (G_LIST_MODEL (fixture->given));
  g_assert_cmpstr (given, ==, "8 heat -; 9 heat a-little; 10 cold -; ");
}

/* What is not chosen any longer goes, each time that it was tried, and what was asked about it. */
static void
test_reliefs_editor_remove (Fixture       *fixture,
                            gconstpointer  data)
{
  click (fixture, "heat");
  assert_reliefs (fixture, "10 cold -; ");
  g_assert_false (asks (fixture, "Heat: did it help?"));
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  click (fixture, "a-lot");
  assert_reliefs (fixture, "10 cold a-lot; ");

  click (fixture, "heat");
  assert_reliefs (fixture, "10 cold a-lot; 14 heat -; ");
}

static void
test_reliefs_editor_narrow (Fixture       *fixture,
                            gconstpointer  data)
{
  unknot_test_assert_narrow (fixture->editor);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("/reliefs-editor/given", test_reliefs_editor_given);
  ADD ("/reliefs-editor/add", test_reliefs_editor_add);
  ADD ("/reliefs-editor/effect", test_reliefs_editor_effect);
  ADD ("/reliefs-editor/remove", test_reliefs_editor_remove);
  ADD ("/reliefs-editor/narrow", test_reliefs_editor_narrow);

  return g_test_run ();
}
