/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-dose-editor.h"
#include "unknot-moment-entry.h"
#include "unknot-test-diary.h"
#include "unknot-test-ui.h"

/* On 21 November 2026, 14:05, in UTC. */

typedef struct
{
  UnknotClock *clock;
  UnknotMoment *moment; /* noon */
  UnknotDoseEditor *editor;
  GtkWindow *window;
  guint n_changes;
  guint n_removed;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
dismiss (Fixture *fixture)
{
  unknot_test_close (fixture->window);
  g_assert_finalize_object (fixture->editor);
}

static void
present (Fixture    *fixture,
         UnknotDose *dose)
{
  fixture->editor = g_object_ref_sink (UNKNOT_DOSE_EDITOR (
    unknot_dose_editor_new (fixture->clock, fixture->moment, dose)));
  g_signal_connect_swapped (fixture->editor, "changed", G_CALLBACK (count_cb),
                            &fixture->n_changes);
  g_signal_connect_swapped (fixture->editor, "removed", G_CALLBACK (count_cb),
                            &fixture->n_removed);
  fixture->window = unknot_test_present_adwaita (GTK_WIDGET (fixture->editor));
}

static void
edit (Fixture    *fixture,
      UnknotDose *dose)
{
  dismiss (fixture);
  present (fixture, dose);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 21, 14, 5, 0);

  fixture->clock = unknot_clock_new ();
  unknot_clock_set_now (fixture->clock, now);
  fixture->moment = unknot_test_diary_make_moment ("UTC", 20261121, 12, 0);
  present (fixture, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  dismiss (fixture);
  unknot_moment_unref (fixture->moment);
  g_object_unref (fixture->clock);
}

static GtkWidget *
get (Fixture    *fixture,
     GType       type,
     const char *text)
{
  return unknot_test_get (GTK_WIDGET (fixture->editor), type, text);
}

static void
put (Fixture    *fixture,
     const char *row,
     const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get (fixture, ADW_TYPE_ENTRY_ROW, row)), text);
}

static const char *
get_written (Fixture    *fixture,
             const char *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (get (fixture, ADW_TYPE_ENTRY_ROW, row)));
}

static void
choose (Fixture    *fixture,
        const char *row,
        guint       position)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (get (fixture, ADW_TYPE_COMBO_ROW, row)), position);
}

static void
assert_refused (Fixture    *fixture,
                const char *fault)
{
  g_autoptr (UnknotDose) dose = unknot_dose_editor_dup_dose (fixture->editor);

  g_assert_null (dose);
  g_assert_false (unknot_dose_editor_is_empty (fixture->editor));
  g_assert_false (unknot_dose_editor_check (fixture->editor));
  g_assert_true (unknot_test_is_shown (GTK_WIDGET (fixture->editor), GTK_TYPE_LABEL, fault));
}

#define NO_NAME "This medicine has no name yet. Write one, or remove the medicine."
#define NO_AMOUNT "Write the amount as a number above 0, or remove the medicine."

static UnknotDose *
make_dose (Fixture *fixture)
{
  UnknotDose *dose = unknot_dose_new (fixture->moment, "Ibuprofen", 400, NULL);

  unknot_dose_set_unit (dose, "mg", NULL);
  unknot_dose_set_effect (dose, "a-lot", NULL);

  return dose;
}

static void
test_dose_editor_new (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (UnknotDose) dose = NULL;

  g_assert_true (unknot_dose_editor_is_empty (fixture->editor));
  g_assert_true (unknot_dose_editor_check (fixture->editor));
  g_assert_null (unknot_dose_editor_dup_dose (fixture->editor));

  put (fixture, "Name", "\tIbu <600> ");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  assert_refused (fixture, NO_AMOUNT);
  put (fixture, "Amount", "1,5");
  g_assert_false (unknot_test_is_shown (GTK_WIDGET (fixture->editor), GTK_TYPE_LABEL, NO_AMOUNT));
  g_assert_true (unknot_dose_editor_check (fixture->editor));

  dose = unknot_dose_editor_dup_dose (fixture->editor);
  g_assert_cmpstr (unknot_entry_get_uuid (UNKNOT_ENTRY (dose)), ==,
                   unknot_dose_editor_get_uuid (fixture->editor));
  g_assert_cmpstr (unknot_dose_get_name (dose), ==, "Ibu <600>");
  g_assert_cmpfloat_with_epsilon (unknot_dose_get_amount (dose), 1.5, 1e-9);
  g_assert_null (unknot_dose_get_unit (dose));
  g_assert_cmpint (unknot_moment_compare (unknot_entry_get_moment (UNKNOT_ENTRY (dose)),
                                          fixture->moment), ==, 0);
}

/* A comma is a point; what could part thousands is not guessed at. */
static void
test_dose_editor_amounts (Fixture       *fixture,
                          gconstpointer  data)
{
  static const struct
  {
    const char *text;
    double amount; /* negative where it is none */
  } cases[] = {
    { "400", 400 },   { " 0,5 ", 0.5 },  { ".5", 0.5 },      { "0.125", 0.125 }, { "0,1250", 0.125 },
    { "1.25", 1.25 }, { "1000", 1000 },  { "1,000", -1 },    { "1.000", -1 },    { "12,500", -1 },
    { "1 000", -1 },  { "1.000,5", -1 }, { "1e3", -1 },      { "0x10", -1 },     { "-1", -1 },
    { "0", -1 },      { "0,0", -1 },     { ".", -1 },        { "5.", -1 },       { "½", -1 },
    { "٤٠٠", -1 },    { "inf", -1 },     { "400 mg", -1 },   { " ", -1 },
  };

  put (fixture, "Name", "Ibu");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotDose) dose = NULL;

      g_test_message ("%s", cases[i].text);
      put (fixture, "Amount", cases[i].text);
      dose = unknot_dose_editor_dup_dose (fixture->editor);
      if (cases[i].amount < 0)
        assert_refused (fixture, NO_AMOUNT);
      else
        g_assert_cmpfloat_with_epsilon (unknot_dose_get_amount (dose), cases[i].amount, 1e-9);
    }
}

#define NO_UNIT "Not said. Without it, the amount cannot be compared with the label."

static void
assert_unit_shown (Fixture    *fixture,
                   const char *shown)
{
  AdwActionRow *row = ADW_ACTION_ROW (get (fixture, ADW_TYPE_COMBO_ROW, "Counted In"));

  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, shown);
}

static void
assert_codes (Fixture    *fixture,
              const char *unit,
              const char *ingredient)
{
  g_autoptr (UnknotDose) dose = unknot_dose_editor_dup_dose (fixture->editor);

  g_assert_cmpstr (unknot_dose_get_unit (dose), ==, unit);
  g_assert_cmpstr (unknot_dose_get_ingredient (dose), ==, ingredient);
}

static guint
find_position (UnknotVocabulary  vocabulary,
               const char       *code)
{
  return unknot_vocabulary_find (vocabulary, code) + 1;
}

/* Who touches nothing else has told all that a limit needs. */
static void
test_dose_editor_follows (Fixture       *fixture,
                          gconstpointer  data)
{
  put (fixture, "Name", "Paracetamol");
  put (fixture, "Amount", "5000");
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  assert_codes (fixture, "mg", "paracetamol");

  put (fixture, "Name", "Ibu");
  put (fixture, "Amount", "49");
  assert_codes (fixture, NULL, NULL);
  put (fixture, "Name", "my Ibuprofen 400");
  put (fixture, "Amount", "50");
  assert_codes (fixture, "mg", "ibuprofen");

  put (fixture, "Name", "");
  put (fixture, "Amount", "");
  g_assert_true (unknot_dose_editor_is_empty (fixture->editor));
}

static void
test_dose_editor_chosen (Fixture       *fixture,
                         gconstpointer  data)
{
  put (fixture, "Name", "Paracetamol");
  put (fixture, "Amount", "60");
  choose (fixture, "Counted In", find_position (UNKNOT_VOCABULARY_UNIT, "drop"));
  choose (fixture, "What Is in It", find_position (UNKNOT_VOCABULARY_INGREDIENT, "other"));
  put (fixture, "Name", "Aspirin");
  put (fixture, "Amount", "600");
  assert_codes (fixture, "drop", "other");

  /* “Not said” is chosen, too. */
  choose (fixture, "Counted In", 0);
  choose (fixture, "What Is in It", 0);
  put (fixture, "Name", "Naproxen");
  put (fixture, "Amount", "500");
  assert_codes (fixture, NULL, NULL);
}

/* What was told before stays: only what is written anew is read. */
static void
test_dose_editor_given_follows (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (UnknotDose) given = unknot_dose_new (fixture->moment, "Ibuprofen", 400, NULL);

  edit (fixture, given);
  assert_codes (fixture, NULL, NULL);
  put (fixture, "Amount", "600");
  assert_codes (fixture, "mg", NULL);
  put (fixture, "Name", "Naproxen");
  assert_codes (fixture, "mg", "naproxen");

  unknot_dose_set_unit (given, "g", NULL);
  unknot_dose_set_ingredient (given, "aspirin", NULL);
  edit (fixture, given);
  put (fixture, "Name", "Paracetamol");
  put (fixture, "Amount", "600");
  assert_codes (fixture, "g", "aspirin");

  unknot_dose_set_unit (given, "mg", NULL);
  unknot_dose_set_ingredient (given, "ibuprofen", NULL);
  edit (fixture, given);
  put (fixture, "Name", "Paracetamol");
  put (fixture, "Amount", "2");
  assert_codes (fixture, NULL, "paracetamol");
}

static void
test_dose_editor_missing_unit (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (UnknotDose) given = unknot_dose_new (fixture->moment, "x", 2, NULL);
  g_autoptr (JsonNode) unfinished = NULL;

  put (fixture, "Name", "Metamizole");
  put (fixture, "Amount", "2");
  assert_unit_shown (fixture, "Not said");
  put (fixture, "Name", "Lidocaine");
  assert_unit_shown (fixture, NO_UNIT);
  g_assert_true (unknot_dose_editor_check (fixture->editor));
  assert_codes (fixture, NULL, "lidocaine");
  unknot_test_assert_narrow (GTK_WIDGET (fixture->editor));
  unfinished = unknot_dose_editor_dup_unfinished (fixture->editor);
  put (fixture, "Amount", "200");
  assert_unit_shown (fixture, "mg");
  put (fixture, "Amount", "2");
  assert_unit_shown (fixture, NO_UNIT);
  choose (fixture, "Counted In", find_position (UNKNOT_VOCABULARY_UNIT, "tablet"));
  assert_unit_shown (fixture, "Tablets");

  edit (fixture, NULL);
  unknot_dose_editor_load_unfinished (fixture->editor, json_node_get_object (unfinished));
  assert_unit_shown (fixture, NO_UNIT);

  unknot_dose_set_ingredient (given, "aspirin", NULL);
  edit (fixture, given);
  assert_unit_shown (fixture, NO_UNIT);
  choose (fixture, "What Is in It", find_position (UNKNOT_VOCABULARY_INGREDIENT, "other"));
  assert_unit_shown (fixture, "Not said");
}

/* What is refused says why. */
static void
test_dose_editor_endless_amount (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *digits = g_strnfill (400, '9');

  put (fixture, "Name", "Ibu");
  put (fixture, "Amount", digits);
  assert_refused (fixture, NO_AMOUNT);
}

static void
test_dose_editor_choices (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotDose) dose = NULL;

  choose (fixture, "Counted In", 1);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  assert_refused (fixture, NO_NAME);
  choose (fixture, "What Is in It", 1);
  choose (fixture, "How You Got It", 1);
  choose (fixture, "Did It Help?", 1);
  put (fixture, "Name", "Ibu");
  put (fixture, "Amount", "400");

  dose = unknot_dose_editor_dup_dose (fixture->editor);
  g_assert_cmpstr (unknot_dose_get_unit (dose), ==,
                   unknot_vocabulary_get_codes (UNKNOT_VOCABULARY_UNIT)[0]);
  g_assert_cmpstr (unknot_dose_get_ingredient (dose), ==,
                   unknot_vocabulary_get_codes (UNKNOT_VOCABULARY_INGREDIENT)[0]);
  g_assert_cmpstr (unknot_dose_get_supply (dose), ==,
                   unknot_vocabulary_get_codes (UNKNOT_VOCABULARY_SUPPLY)[0]);
  g_assert_cmpstr (unknot_dose_get_effect (dose), ==,
                   unknot_vocabulary_get_codes (UNKNOT_VOCABULARY_EFFECT)[0]);
}

static void
test_dose_editor_taken (Fixture       *fixture,
                        gconstpointer  data)
{
  UnknotMomentEntry *entry = UNKNOT_MOMENT_ENTRY (get (fixture, UNKNOT_TYPE_MOMENT_ENTRY, NULL));
  g_autoptr (UnknotDose) dose = NULL;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;

  put (fixture, "Name", "Ibu");
  put (fixture, "Amount", "400");
  unknot_moment_entry_set_text (entry, "12:");
  assert_refused (fixture, "Write the time as “14:05”.");
  unknot_moment_entry_set_text (entry, "9:30");
  unknot_moment_entry_set_day (entry, 20261120);
  dose = unknot_dose_editor_dup_dose (fixture->editor);
  time = unknot_moment_to_date_time (unknot_entry_get_moment (UNKNOT_ENTRY (dose)));
  text = g_date_time_format_iso8601 (time);
  g_assert_cmpstr (text, ==, "2026-11-20T09:30:00Z");
}

/* Nothing changes that is not changed, to the last digit. */
static void
test_dose_editor_given (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (UnknotDose) given = make_dose (fixture);
  g_autoptr (UnknotDose) dose = NULL;

  unknot_dose_set_amount (given, 1000.0 / 3, NULL);
  edit (fixture, given);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  g_assert_cmpstr (get_written (fixture, "Amount"), ==, "333.3333333");
  dose = unknot_dose_editor_dup_dose (fixture->editor);
  g_assert_true (dose != given);
  g_assert_cmpstr (unknot_entry_get_uuid (UNKNOT_ENTRY (dose)), ==,
                   unknot_entry_get_uuid (UNKNOT_ENTRY (given)));
  g_assert_cmpfloat_with_epsilon (unknot_dose_get_amount (dose), 1000.0 / 3, 1e-12);
  g_assert_cmpstr (unknot_dose_get_unit (dose), ==, "mg");
  g_assert_cmpstr (unknot_dose_get_effect (dose), ==, "a-lot");
  g_assert_null (unknot_dose_get_supply (dose));

  choose (fixture, "Did It Help?", 0);
  g_clear_object (&dose);
  dose = unknot_dose_editor_dup_dose (fixture->editor);
  g_assert_null (unknot_dose_get_effect (dose));
  g_assert_cmpstr (unknot_dose_get_effect (given), ==, "a-lot");
}

/* One that was there is not taken away by emptying it, nor passed over as if it still were. */
static void
test_dose_editor_emptied (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotDose) given = unknot_dose_new (fixture->moment, "Ibuprofen", 400, NULL);

  edit (fixture, given);
  put (fixture, "Name", "");
  put (fixture, "Amount", "");
  assert_refused (fixture, NO_NAME);
}

static void
test_dose_editor_unfinished (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *uuid = g_strdup (unknot_dose_editor_get_uuid (fixture->editor));
  g_autoptr (JsonNode) unfinished = NULL;
  g_autoptr (UnknotDose) dose = NULL;

  put (fixture, "Name", "Ibu");
  put (fixture, "Amount", "4 or 5");
  choose (fixture, "Did It Help?", 2);
  unknot_moment_entry_set_text (UNKNOT_MOMENT_ENTRY (get (fixture, UNKNOT_TYPE_MOMENT_ENTRY, NULL)),
                                "9:");
  unfinished = unknot_dose_editor_dup_unfinished (fixture->editor);

  edit (fixture, NULL);
  fixture->n_changes = 0;
  unknot_dose_editor_load_unfinished (fixture->editor, json_node_get_object (unfinished));
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  g_assert_cmpstr (unknot_dose_editor_get_uuid (fixture->editor), ==, uuid);
  g_assert_cmpstr (get_written (fixture, "Name"), ==, "Ibu");
  g_assert_cmpstr (get_written (fixture, "Amount"), ==, "4 or 5");
  g_assert_cmpstr (unknot_moment_entry_get_text (UNKNOT_MOMENT_ENTRY (
                     get (fixture, UNKNOT_TYPE_MOMENT_ENTRY, NULL))), ==, "9:");
  put (fixture, "Amount", "4");
  unknot_moment_entry_set_text (UNKNOT_MOMENT_ENTRY (get (fixture, UNKNOT_TYPE_MOMENT_ENTRY, NULL)),
                                "9:00");
  dose = unknot_dose_editor_dup_dose (fixture->editor);
  g_assert_cmpstr (unknot_dose_get_effect (dose), ==,
                   unknot_vocabulary_get_codes (UNKNOT_VOCABULARY_EFFECT)[1]);
}

/* As another version of the program may have written it. */
static void
test_dose_editor_unreadable (Fixture       *fixture,
                             gconstpointer  data)
{
  static const char *const unfinished[] = {
    "{}",
    "{\"uuid\": 1, \"name\": 2, \"amount\": 3, \"effect\": \"a-lot\", \"taken\": 4}",
    "{\"uuid\": \"x\", \"name\": null, \"amount\": [], \"effect\": \"a-lot\", \"unit\": \"ton\", "
    "\"taken\": {\"day\": \"x\", \"time\": {}}}",
  };
  g_autoptr (UnknotDose) given = make_dose (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (unfinished); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (unfinished[i], NULL);
      g_autoptr (UnknotDose) dose = NULL;

      edit (fixture, given);
      unknot_dose_editor_load_unfinished (fixture->editor, json_node_get_object (node));
      dose = unknot_dose_editor_dup_dose (fixture->editor);
      g_assert_cmpstr (unknot_entry_get_uuid (UNKNOT_ENTRY (dose)), ==,
                       unknot_entry_get_uuid (UNKNOT_ENTRY (given)));
      g_assert_cmpstr (unknot_dose_get_name (dose), ==, "Ibuprofen");
      g_assert_cmpfloat_with_epsilon (unknot_dose_get_amount (dose), 400, 1e-9);
      g_assert_cmpint (unknot_moment_compare (unknot_entry_get_moment (UNKNOT_ENTRY (dose)),
                                              fixture->moment), ==, 0);
    }
}

static void
test_dose_editor_remove (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWidget *button = get (fixture, GTK_TYPE_BUTTON, "remove");

  unknot_test_assert_label (button, "Remove This Medicine");
  unknot_test_click (button);
  g_assert_cmpuint (fixture->n_removed, ==, 1);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

static void
test_dose_editor_narrow (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *name = g_strnfill (1000, 'x');

  put (fixture, "Name", name);
  unknot_dose_editor_check (fixture->editor);
  unknot_test_assert_narrow (GTK_WIDGET (fixture->editor));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("/dose-editor/new", test_dose_editor_new);
  ADD ("/dose-editor/amounts", test_dose_editor_amounts);
  ADD ("/dose-editor/follows", test_dose_editor_follows);
  ADD ("/dose-editor/chosen", test_dose_editor_chosen);
  ADD ("/dose-editor/given-follows", test_dose_editor_given_follows);
  ADD ("/dose-editor/missing-unit", test_dose_editor_missing_unit);
  ADD ("/dose-editor/endless-amount", test_dose_editor_endless_amount);
  ADD ("/dose-editor/choices", test_dose_editor_choices);
  ADD ("/dose-editor/taken", test_dose_editor_taken);
  ADD ("/dose-editor/given", test_dose_editor_given);
  ADD ("/dose-editor/emptied", test_dose_editor_emptied);
  ADD ("/dose-editor/unfinished", test_dose_editor_unfinished);
  ADD ("/dose-editor/unreadable", test_dose_editor_unreadable);
  ADD ("/dose-editor/remove", test_dose_editor_remove);
  ADD ("/dose-editor/narrow", test_dose_editor_narrow);

  return g_test_run ();
}
