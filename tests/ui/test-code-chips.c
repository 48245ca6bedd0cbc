/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-code-chips.h"
#include "unknot-test-ui.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

static UnknotCodeChips *
make_chips (UnknotCodeChipsKind kind,
            UnknotVocabulary    vocabulary)
{
  GtkWidget *chips = unknot_code_chips_new_vocabulary (kind, "What was it?", vocabulary);

  return UNKNOT_CODE_CHIPS (g_object_ref_sink (chips));
}

static void
click (UnknotCodeChips *chips,
       const char      *code)
{
  unknot_test_click (unknot_test_get (GTK_WIDGET (chips), GTK_TYPE_TOGGLE_BUTTON, code));
}

static void
assert_codes (UnknotCodeChips *chips,
              const char      *expected)
{
  g_auto (GStrv) codes = unknot_code_chips_dup_codes (chips);
  g_autofree char *joined = g_strjoinv (" ", codes);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_code_chips_several (void)
{
  static const char *const codes[] = { "sport", "lifting", NULL };
  UnknotCodeChips *chips = make_chips (UNKNOT_CODE_CHIPS_SEVERAL, UNKNOT_VOCABULARY_TRIGGER);
  guint n_changes = 0;

  g_signal_connect_swapped (chips, "changed", G_CALLBACK (count_cb), &n_changes);
  assert_codes (chips, "");
  unknot_code_chips_set_codes (chips, codes);
  assert_codes (chips, "lifting sport");
  g_assert_cmpuint (n_changes, ==, 0);

  click (chips, "blow");
  click (chips, "lifting");
  assert_codes (chips, "sport blow");
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_finalize_object (chips);
}

/* “Nothing I know of” and a reason do not go together. */
static void
test_code_chips_none (void)
{
  UnknotCodeChips *chips = make_chips (UNKNOT_CODE_CHIPS_SEVERAL, UNKNOT_VOCABULARY_TRIGGER);
  guint n_changes = 0;

  click (chips, "lifting");
  click (chips, "sport");
  g_signal_connect_swapped (chips, "changed", G_CALLBACK (count_cb), &n_changes);
  click (chips, "none");
  assert_codes (chips, "none");
  click (chips, "sport");
  assert_codes (chips, "sport");
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_finalize_object (chips);
}

static void
test_code_chips_one_or_none (void)
{
  UnknotCodeChips *chips = make_chips (UNKNOT_CODE_CHIPS_ONE_OR_NONE, UNKNOT_VOCABULARY_EFFECT);

  g_assert_null (unknot_code_chips_get_code (chips));
  click (chips, "none");
  click (chips, "a-lot");
  assert_codes (chips, "a-lot");
  g_assert_cmpstr (unknot_code_chips_get_code (chips), ==, "a-lot");
  click (chips, "a-lot");
  g_assert_null (unknot_code_chips_get_code (chips));
  unknot_code_chips_set_code (chips, "worse");
  assert_codes (chips, "worse");
  unknot_code_chips_set_code (chips, NULL);
  assert_codes (chips, "");
  g_assert_finalize_object (chips);
}

static void
test_code_chips_one (void)
{
  UnknotCodeChips *chips =
    UNKNOT_CODE_CHIPS (g_object_ref_sink (unknot_code_chips_new (UNKNOT_CODE_CHIPS_ONE, "When?")));

  unknot_code_chips_add (chips, "now", "Now");
  unknot_code_chips_add (chips, "none", "Never");
  unknot_code_chips_set_code (chips, "now");
  click (chips, "now");
  assert_codes (chips, "now");
  click (chips, "none");
  assert_codes (chips, "none");
  g_assert_finalize_object (chips);
}

static void
test_code_chips_accessible (void)
{
  UnknotCodeChips *chips = make_chips (UNKNOT_CODE_CHIPS_SEVERAL, UNKNOT_VOCABULARY_WARNING);
  UnknotCodeChips *one = make_chips (UNKNOT_CODE_CHIPS_ONE_OR_NONE, UNKNOT_VOCABULARY_ONSET);
  GtkWidget *fever = unknot_test_get (GTK_WIDGET (chips), GTK_TYPE_TOGGLE_BUTTON, "fever");
  GtkWidget *sudden = unknot_test_get (GTK_WIDGET (one), GTK_TYPE_TOGGLE_BUTTON, "sudden");

  gtk_test_accessible_assert_role (chips, GTK_ACCESSIBLE_ROLE_GROUP);
  unknot_test_assert_label (chips, "What was it?");
  gtk_test_accessible_assert_role (fever, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  unknot_test_assert_in_tree (fever, GTK_WIDGET (chips));
  unknot_test_assert_label (fever, "Fever");
  g_assert_false (unknot_test_is_checked (fever));
  click (chips, "fever");
  g_assert_true (unknot_test_is_checked (fever));

  gtk_test_accessible_assert_role (one, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_test_accessible_assert_role (sudden, GTK_ACCESSIBLE_ROLE_RADIO);
  unknot_test_assert_narrow (GTK_WIDGET (chips));
  g_assert_finalize_object (chips);
  g_assert_finalize_object (one);
}

/* One stop for Tab, at the first that is chosen; the arrows lead to the others. */
static void
test_code_chips_keys (void)
{
  UnknotCodeChips *chips = make_chips (UNKNOT_CODE_CHIPS_SEVERAL, UNKNOT_VOCABULARY_FEEL);
  GtkWidget *widget = GTK_WIDGET (chips);
  GtkWindow *window = unknot_test_present (widget);

  click (chips, "ache");
  click (chips, "numb");
  gtk_window_set_focus (window, NULL);
  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
  g_assert_cmpstr (gtk_widget_get_name (unknot_test_get_focus (widget)), ==, "ache");
  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_DOWN));
  g_assert_cmpstr (gtk_widget_get_name (unknot_test_get_focus (widget)), ==, "stabbing");
  g_assert_false (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD));
  unknot_test_close (window);
  g_assert_finalize_object (chips);
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  g_test_add_func ("/code-chips/several", test_code_chips_several);
  g_test_add_func ("/code-chips/none", test_code_chips_none);
  g_test_add_func ("/code-chips/one-or-none", test_code_chips_one_or_none);
  g_test_add_func ("/code-chips/one", test_code_chips_one);
  g_test_add_func ("/code-chips/accessible", test_code_chips_accessible);
  g_test_add_func ("/code-chips/keys", test_code_chips_keys);

  return g_test_run ();
}
