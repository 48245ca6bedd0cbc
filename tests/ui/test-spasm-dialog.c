/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-code-chips.h"
#include "unknot-moment-entry.h"
#include "unknot-pain-scale.h"
#include "unknot-spasm-dialog.h"
#include "unknot-test-diary.h"
#include "unknot-test-ui.h"

typedef struct
{
  DiaryFixture diary;
  UnknotDraft *draft;
  GtkWidget *window;
  GtkWidget *dialog; /* NULL once it is closed */
  UnknotEpisode *saved;
  GBytes *discarded;
} Fixture;

static void
take_saved_cb (Fixture       *fixture,
               UnknotEpisode *episode)
{
  g_set_object (&fixture->saved, episode);
}

static void
take_discarded_cb (Fixture *fixture,
                   GBytes  *content)
{
  fixture->discarded = g_bytes_ref (content);
}

static GtkWidget *
get (Fixture    *fixture,
     GType       type,
     const char *text)
{
  return unknot_test_get (fixture->dialog, type, text);
}

static void
open_dialog (Fixture       *fixture,
             UnknotEpisode *episode)
{
  fixture->dialog =
    GTK_WIDGET (unknot_spasm_dialog_new (fixture->diary.diary, episode, fixture->draft));
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  g_signal_connect_swapped (fixture->dialog, "saved", G_CALLBACK (take_saved_cb), fixture);
  g_signal_connect_swapped (fixture->dialog, "discarded", G_CALLBACK (take_discarded_cb), fixture);
  adw_dialog_present (ADW_DIALOG (fixture->dialog), fixture->window);
  unknot_test_wait (gtk_widget_get_mapped (get (fixture, UNKNOT_TYPE_PAIN_SCALE, NULL)));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;

  unknot_test_diary_set_up (&fixture->diary, NULL);
  unknot_test_diary_open (&fixture->diary);
  path = g_build_filename (fixture->diary.folder, "spasm.json", NULL);
  fixture->draft = unknot_draft_new (path);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 640, 600);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
wait_for_draft (Fixture *fixture)
{
  unknot_test_wait (!unknot_draft_is_saving (fixture->draft));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (GTK_WINDOW (fixture->window));
  g_assert_null (fixture->dialog);
  wait_for_draft (fixture);
  g_object_unref (fixture->draft);
  g_clear_object (&fixture->saved);
  g_clear_pointer (&fixture->discarded, g_bytes_unref);
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

static void
click (Fixture    *fixture,
       const char *text)
{
  unknot_test_click (get (fixture, GTK_TYPE_BUTTON, text));
}

static void
unfold (Fixture *fixture)
{
  g_signal_emit_by_name (get (fixture, ADW_TYPE_BUTTON_ROW, "unfold_row"), "activated");
}

static void
add_medicine (Fixture    *fixture,
              const char *name,
              const char *amount)
{
  g_signal_emit_by_name (get (fixture, ADW_TYPE_BUTTON_ROW, "Add Medicine"), "activated");
  gtk_editable_set_text (GTK_EDITABLE (get (fixture, ADW_TYPE_ENTRY_ROW, "Name")), name);
  gtk_editable_set_text (GTK_EDITABLE (get (fixture, ADW_TYPE_ENTRY_ROW, "Amount")), amount);
}

static void
write_note (Fixture    *fixture,
            const char *note)
{
  gtk_text_buffer_set_text (
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (get (fixture, GTK_TYPE_TEXT_VIEW, NULL))), note, -1);
}

static char *
repeat (const char *text,
        gsize       length)
{
  GString *string = g_string_new (NULL);

  while (string->len < length)
    g_string_append (string, text);

  return g_string_free_and_steal (string);
}

static void
assert_explains (Fixture    *fixture,
                 GtkWidget  *widget,
                 const char *topic)
{
  g_autofree char *explained = unknot_test_dup_explained (widget, fixture->dialog);
  g_autofree char *name = g_strconcat (topic, ".page", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "help", "C", name, NULL);

  g_assert_cmpstr (explained, ==, topic);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static void
close_dialog (Fixture *fixture)
{
  g_assert_true (adw_dialog_close (ADW_DIALOG (fixture->dialog)));
  unknot_test_wait (fixture->dialog == NULL);
}

static void
save (Fixture *fixture)
{
  click (fixture, "save_button");
  unknot_test_wait (fixture->dialog == NULL);
  g_assert_nonnull (fixture->saved);
}

/* What the diary says of it. */
static UnknotEpisode *
read_again (Fixture    *fixture,
            const char *uuid)
{
  g_autoptr (GError) error = NULL;
  UnknotEntry *entry =
    unknot_diary_dup_entry (fixture->diary.diary, UNKNOT_TYPE_EPISODE, uuid, &error);

  g_assert_no_error (error);

  return UNKNOT_EPISODE (entry);
}

static UnknotEpisode *
read_saved (Fixture *fixture)
{
  return read_again (fixture, unknot_entry_get_uuid (UNKNOT_ENTRY (fixture->saved)));
}

static void
assert_start (UnknotEpisode *episode,
              const char    *expected)
{
  g_autoptr (GDateTime) time = unknot_moment_to_date_time (unknot_episode_get_start (episode));
  g_autofree char *text = g_date_time_format_iso8601 (time);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_draft_empty (Fixture *fixture)
{
  gboolean is_new;
  g_autoptr (GError) error = NULL;

  wait_for_draft (fixture);
  g_assert_null (unknot_spasm_dialog_load_draft (fixture->draft, &is_new, &error));
  g_assert_no_error (error);
}

/* The second and third click after “Log a Spasm”. */
static void
test_spasm_dialog_three_clicks (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = NULL;

  open_dialog (fixture, NULL);
  g_assert_cmpstr (adw_dialog_get_title (ADW_DIALOG (fixture->dialog)), ==, "Log a Spasm");
  g_assert_false (gtk_widget_get_sensitive (get (fixture, GTK_TYPE_BUTTON, "save_button")));
  click (fixture, "7");
  save (fixture);

  episode = read_saved (fixture);
  g_assert_cmpint (unknot_episode_get_worst (episode), ==, 7);
  g_assert_cmpstr (unknot_episode_get_precision (episode), ==, "exact");
  g_assert_null (unknot_episode_get_end (episode));
  assert_start (episode, "2026-11-21T14:05:00Z");
  assert_draft_empty (fixture);
}

static void
test_spasm_dialog_keyboard (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = NULL;

  open_dialog (fixture, NULL);
  unknot_test_wait (unknot_test_get_focus (fixture->window) ==
                    get (fixture, GTK_TYPE_TOGGLE_BUTTON, "0"));
  for (guint i = 0; i < 4; i++)
    gtk_widget_child_focus (get (fixture, UNKNOT_TYPE_PAIN_SCALE, NULL), GTK_DIR_RIGHT);
  g_assert_true (unknot_test_get_focus (fixture->window) ==
                 get (fixture, GTK_TYPE_TOGGLE_BUTTON, "4"));
  gtk_widget_activate (unknot_test_get_focus (fixture->window));
  unknot_test_wait (gtk_widget_get_sensitive (get (fixture, GTK_TYPE_BUTTON, "save_button")));
  g_assert_true (adw_dialog_get_default_widget (ADW_DIALOG (fixture->dialog)) ==
                 get (fixture, GTK_TYPE_BUTTON, "save_button"));
  gtk_widget_activate (get (fixture, GTK_TYPE_BUTTON, "save_button"));
  unknot_test_wait (fixture->dialog == NULL);
  episode = read_saved (fixture);
  g_assert_cmpint (unknot_episode_get_worst (episode), ==, 4);
}

static void
test_spasm_dialog_started (Fixture       *fixture,
                           gconstpointer  data)
{
  static const struct
  {
    const char *when;
    const char *start;
  } cases[] = {
    { "15", "2026-11-21T13:50:00Z" },
    { "30", "2026-11-21T13:35:00Z" },
    { "60", "2026-11-21T13:05:00Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      open_dialog (fixture, NULL);
      click (fixture, cases[i].when);
      click (fixture, "1");
      save (fixture);
      assert_start (fixture->saved, cases[i].start);
      g_assert_cmpstr (unknot_episode_get_precision (fixture->saved), ==, "about");
    }
}

static void
test_spasm_dialog_other_start (Fixture       *fixture,
                               gconstpointer  data)
{
  UnknotMomentEntry *entry;

  open_dialog (fixture, NULL);
  entry = UNKNOT_MOMENT_ENTRY (get (fixture, UNKNOT_TYPE_MOMENT_ENTRY, NULL));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (entry)));
  click (fixture, "other");
  click (fixture, "1");
  unknot_moment_entry_set_text (entry, "14:06");
  click (fixture, "save_button");
  g_assert_true (unknot_test_is_shown (GTK_WIDGET (entry), GTK_TYPE_LABEL,
                                       "This time is still to come. Choose one that has passed."));
  g_assert_null (fixture->saved);

  unknot_moment_entry_set_twelve_hour (entry, TRUE);
  unknot_moment_entry_set_text (entry, "9:30 am");
  unknot_moment_entry_set_day (entry, 20261120);
  save (fixture);
  assert_start (fixture->saved, "2026-11-20T09:30:00Z");
  g_assert_cmpstr (unknot_episode_get_precision (fixture->saved), ==, "about");
}

static void
test_spasm_dialog_details (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = NULL;
  g_autoptr (UnknotDose) dose = NULL;
  g_autoptr (UnknotRelief) relief = NULL;

  open_dialog (fixture, NULL);
  g_assert_null (unknot_test_find (fixture->dialog, ADW_TYPE_PREFERENCES_GROUP, "Note"));
  unfold (fixture);
  g_assert_false (unknot_test_is_shown (fixture->dialog, ADW_TYPE_PREFERENCES_GROUP, "where"));
  click (fixture, "3");
  click (fixture, "bladder");
  click (fixture, "sudden");
  click (fixture, "lifting");
  click (fixture, "cramp");
  click (fixture, "within-back");
  click (fixture, "driving");
  click (fixture, "heat");
  click (fixture, "a-lot");
  unknot_test_click (unknot_test_get (
    get (fixture, ADW_TYPE_PREFERENCES_GROUP, "At Rest"), GTK_TYPE_TOGGLE_BUTTON, "2"));
  add_medicine (fixture, " Ibu ", "0,5");
  adw_combo_row_set_selected (ADW_COMBO_ROW (get (fixture, ADW_TYPE_COMBO_ROW, "Counted In")), 2);
  write_note (fixture, "after lifting");
  save (fixture);

  episode = read_saved (fixture);
  g_assert_true (unknot_episode_has_code (episode, UNKNOT_VOCABULARY_WARNING, "bladder"));
  g_assert_true (unknot_episode_has_code (episode, UNKNOT_VOCABULARY_TRIGGER, "lifting"));
  g_assert_true (unknot_episode_has_code (episode, UNKNOT_VOCABULARY_FEEL, "cramp"));
  g_assert_true (unknot_episode_has_code (episode, UNKNOT_VOCABULARY_SPREADS, "within-back"));
  g_assert_true (unknot_episode_has_code (episode, UNKNOT_VOCABULARY_STOPS, "driving"));
  g_assert_cmpstr (unknot_episode_get_onset (episode), ==, "sudden");
  g_assert_cmpint (unknot_episode_get_at_rest (episode), ==, 2);
  g_assert_cmpint (unknot_episode_get_on_moving (episode), ==, UNKNOT_PAIN_UNKNOWN);
  g_assert_cmpstr (unknot_episode_get_note (episode), ==, "after lifting");
  relief = g_list_model_get_item (unknot_episode_get_reliefs (episode), 0);
  g_assert_cmpstr (unknot_relief_get_measure (relief), ==, "heat");
  g_assert_cmpstr (unknot_relief_get_effect (relief), ==, "a-lot");
  dose = g_list_model_get_item (unknot_episode_get_doses (episode), 0);
  g_assert_cmpstr (unknot_dose_get_name (dose), ==, "Ibu");
  g_assert_cmpfloat_with_epsilon (unknot_dose_get_amount (dose), 0.5, 1e-9);
  g_assert_cmpstr (unknot_dose_get_unit (dose), ==, "g");
}

/* However long, and in whatever script: it can be opened, written on and saved. */
/* What is asked for leads to the page about it, which is there. */
static void
test_spasm_dialog_learn (Fixture       *fixture,
                         gconstpointer  data)
{
  static const struct
  {
    const char *title, *topic;
  } cases[] = {
    { "Any of These?", "learn-warning-signs" }, { "Where", "learn-what-is" },
    { "What Set It Off", "learn-why" },         { "Feels Like", "learn-feel" },
    { "Spreads To", "learn-sciatica" },         { "Tried", "learn-home-care" },
  };

  open_dialog (fixture, NULL);
  unfold (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *group = get (fixture, ADW_TYPE_PREFERENCES_GROUP, cases[i].title);
      GtkWidget *button = unknot_test_get (group, GTK_TYPE_BUTTON, "learn-button");
      g_autofree char *label = g_strconcat ("Learn more: ", cases[i].title, NULL);

      unknot_test_assert_label (button, label);
      assert_explains (fixture, button, cases[i].topic);
    }
  assert_explains (fixture, get (fixture, ADW_TYPE_BUTTON_ROW, "About Medicine"),
                   "learn-medicine");
  unknot_test_assert_narrow (fixture->dialog);
}

static void
test_spasm_dialog_long_note (Fixture       *fixture,
                             gconstpointer  data)
{
  static const char *const pieces[] = { "x", "word and ", "שלום 😀 ", "👩‍👩‍👧‍👦", "line\n" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (UnknotEpisode) given = unknot_test_diary_make_episode (20261121, 9, 6);
      g_autoptr (UnknotEpisode) episode = NULL;
      g_autofree char *note = repeat (pieces[i], 100000);
      g_autofree char *longer = g_strconcat (note, "y", NULL);
      GtkTextView *view;

      unknot_episode_set_note (given, note, NULL);
      unknot_test_diary_save (fixture->diary.diary, given);
      open_dialog (fixture, given);
      view = GTK_TEXT_VIEW (get (fixture, GTK_TYPE_TEXT_VIEW, NULL));
      gtk_widget_grab_focus (GTK_WIDGET (view));
      unknot_test_settle ();
      g_signal_emit_by_name (view, "move-cursor", GTK_MOVEMENT_BUFFER_ENDS, 1, FALSE);
      g_signal_emit_by_name (view, "insert-at-cursor", "y");
      unknot_test_settle ();
      save (fixture);
      episode = read_saved (fixture);
      g_assert_cmpstr (unknot_episode_get_note (episode), ==, longer);
    }
}

/* A danger is not passed over. */
static void
test_spasm_dialog_warning (Fixture       *fixture,
                           gconstpointer  data)
{
  static const char words[] =
    "This could be a sign of something that cannot wait. Save this, then do the check-up now: it "
    "says where to get help, and how soon.";

  open_dialog (fixture, NULL);
  unfold (fixture);
  g_assert_false (unknot_test_is_shown (fixture->dialog, GTK_TYPE_LABEL, words));
  click (fixture, "limb-weakness");
  g_assert_true (unknot_test_is_shown (fixture->dialog, GTK_TYPE_LABEL, words));
  click (fixture, "limb-weakness");
  g_assert_false (unknot_test_is_shown (fixture->dialog, GTK_TYPE_LABEL, words));
}

static void
test_spasm_dialog_half_a_medicine (Fixture       *fixture,
                                   gconstpointer  data)
{
  static const char *const amounts[] = { "", "0", "-1", "x", "1,000", "1.2.3", "inf", "1." };
  GtkWidget *editor;

  open_dialog (fixture, NULL);
  unfold (fixture);
  click (fixture, "3");
  add_medicine (fixture, "Ibu", "");
  editor = get (fixture, ADW_TYPE_PREFERENCES_GROUP, "Medicine");
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      GtkEditable *amount = GTK_EDITABLE (get (fixture, ADW_TYPE_ENTRY_ROW, "Amount"));

      gtk_editable_set_text (amount, amounts[i]);
      click (fixture, "save_button");
      g_assert_true (unknot_test_is_shown (
        editor, GTK_TYPE_LABEL, "Write the amount as a number above 0, or remove the medicine."));
    }
  gtk_editable_set_text (GTK_EDITABLE (get (fixture, ADW_TYPE_ENTRY_ROW, "Name")), " ");
  click (fixture, "save_button");
  g_assert_true (unknot_test_is_shown (
    editor, GTK_TYPE_LABEL, "This medicine has no name yet. Write one, or remove the medicine."));
  g_assert_null (fixture->saved);

  click (fixture, "remove");
  save (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (unknot_episode_get_doses (fixture->saved)), ==, 0);
}

/* --- Editing --- */

static UnknotEpisode *
make_full (Fixture *fixture)
{
  UnknotEpisode *episode = unknot_test_diary_make_episode (20261121, 9, 6);
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261121, 10, 0);
  g_autoptr (UnknotPlace) place = unknot_place_new ("lower", "left", 6, "cramp", NULL);
  g_autoptr (UnknotReading) reading = unknot_reading_new (moment, 5, NULL);
  g_autoptr (UnknotRelief) heat = unknot_relief_new (moment, "heat", NULL);
  g_autoptr (UnknotRelief) cold = unknot_relief_new (moment, "cold", NULL);
  g_autoptr (UnknotDose) dose = unknot_dose_new (moment, "Ibu", 1.0 / 3, NULL);

  g_list_store_append (unknot_episode_get_places (episode), place);
  unknot_episode_add (episode, UNKNOT_ENTRY (reading));
  unknot_episode_add (episode, UNKNOT_ENTRY (heat));
  unknot_episode_add (episode, UNKNOT_ENTRY (cold));
  unknot_episode_add (episode, UNKNOT_ENTRY (dose));
  unknot_episode_set_note (episode, "before", NULL);
  unknot_test_diary_save (fixture->diary.diary, episode);

  return episode;
}

static void
test_spasm_dialog_edit_keeps (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (UnknotEpisode) given = make_full (fixture);
  g_autoptr (UnknotEpisode) episode = NULL;
  g_autoptr (UnknotDose) dose = NULL;

  open_dialog (fixture, given);
  g_assert_cmpstr (adw_dialog_get_title (ADW_DIALOG (fixture->dialog)), ==, "Spasm");
  click (fixture, "gradual");
  save (fixture);

  g_assert_null (unknot_episode_get_onset (given));
  episode = read_saved (fixture);
  g_assert_cmpstr (unknot_entry_get_uuid (UNKNOT_ENTRY (episode)), ==,
                   unknot_entry_get_uuid (UNKNOT_ENTRY (given)));
  g_assert_cmpstr (unknot_episode_get_onset (episode), ==, "gradual");
  g_assert_cmpstr (unknot_episode_get_precision (episode), ==, "exact");
  g_assert_cmpstr (unknot_episode_get_note (episode), ==, "before");
  g_assert_cmpint (unknot_episode_get_worst (episode), ==, 6);
  assert_start (episode, "2026-11-21T09:00:00Z");
  g_assert_cmpuint (
    g_list_model_get_n_items (G_LIST_MODEL (unknot_episode_get_places (episode))), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (unknot_episode_get_readings (episode)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (unknot_episode_get_reliefs (episode)), ==, 2);
  dose = g_list_model_get_item (unknot_episode_get_doses (episode), 0);
  g_assert_cmpfloat_with_epsilon (unknot_dose_get_amount (dose), 1.0 / 3, 1e-15);
}

/* Also where the dialog is closed in between. */
static void
test_spasm_dialog_remove (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotEpisode) given = make_full (fixture);
  g_autoptr (UnknotEpisode) episode = NULL;
  g_autoptr (UnknotRelief) left = NULL;

  open_dialog (fixture, given);
  click (fixture, "heat");
  close_dialog (fixture);
  open_dialog (fixture, given);
  click (fixture, "remove");
  save (fixture);

  episode = read_saved (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (unknot_episode_get_doses (episode)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (unknot_episode_get_reliefs (episode)), ==, 1);
  left = g_list_model_get_item (unknot_episode_get_reliefs (episode), 0);
  g_assert_cmpstr (unknot_relief_get_measure (left), ==, "cold");
}

static void
test_spasm_dialog_end (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (UnknotEpisode) given = make_full (fixture);
  GtkWidget *group;
  UnknotMomentEntry *entry;

  open_dialog (fixture, given);
  group = get (fixture, ADW_TYPE_PREFERENCES_GROUP, "Ended");
  entry = UNKNOT_MOMENT_ENTRY (unknot_test_get (group, UNKNOT_TYPE_MOMENT_ENTRY, NULL));
  click (fixture, "ended");
  unknot_moment_entry_set_text (entry, "08:59");
  click (fixture, "save_button");
  g_assert_true (unknot_test_is_shown (group, GTK_TYPE_LABEL,
                                       "A spasm cannot end before it starts."));
  unknot_moment_entry_set_text (entry, "11:00");
  save (fixture);
  g_assert_cmpint (unknot_moment_get_utc (unknot_episode_get_end (fixture->saved)) -
                     unknot_moment_get_utc (unknot_episode_get_start (fixture->saved)),
                   ==, 2 * 60 * 60 * 1000);

  open_dialog (fixture, fixture->saved);
  click (fixture, "not-yet");
  save (fixture);
  g_assert_null (unknot_episode_get_end (fixture->saved));
}

/* What was said at one time is not taken back by a lower worst. */
static void
test_spasm_dialog_least (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotEpisode) given = make_full (fixture);

  open_dialog (fixture, given);
  click (fixture, "3");
  g_assert_cmpint (unknot_pain_scale_get_pain (
                     UNKNOT_PAIN_SCALE (get (fixture, UNKNOT_TYPE_PAIN_SCALE, NULL))),
                   ==, 5);
  g_assert_true (unknot_test_is_shown (
    fixture->dialog, GTK_TYPE_LABEL, "You said 5 at one time: at its worst, it was at least that."));
  click (fixture, "9");
  g_assert_false (gtk_widget_get_visible (get (fixture, GTK_TYPE_LABEL, "least_label")));
}

/* --- When it goes wrong --- */

static void
test_spasm_dialog_fails (Fixture       *fixture,
                         gconstpointer  data)
{
  AdwBanner *banner;

  unknot_test_diary_close (fixture->diary.diary);
  open_dialog (fixture, NULL);
  click (fixture, "7");
  click (fixture, "save_button");
  banner = ADW_BANNER (get (fixture, ADW_TYPE_BANNER, NULL));
  unknot_test_wait (adw_banner_get_revealed (banner));
  g_assert_cmpstr (adw_banner_get_title (banner), ==,
                   "The spasm was not saved. The diary is not open. Your entry is still here: try "
                   "again.");
  g_assert_null (fixture->saved);

  unknot_test_diary_open (&fixture->diary);
  save (fixture);
  g_assert_cmpint (unknot_episode_get_worst (fixture->saved), ==, 7);
}

static void
test_spasm_dialog_untouched (Fixture       *fixture,
                             gconstpointer  data)
{
  open_dialog (fixture, NULL);
  g_assert_false (gtk_widget_get_visible (get (fixture, GTK_TYPE_BUTTON, "discard_button")));
  unfold (fixture);
  close_dialog (fixture);
  g_assert_false (unknot_draft_is_saving (fixture->draft));
  assert_draft_empty (fixture);
}

/* As after a crash: half a medicine, half a time, a note. */
static void
test_spasm_dialog_resume (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotEpisode) drafted = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_new = FALSE;

  open_dialog (fixture, NULL);
  click (fixture, "other");
  unfold (fixture);
  unknot_moment_entry_set_text (
    UNKNOT_MOMENT_ENTRY (get (fixture, UNKNOT_TYPE_MOMENT_ENTRY, NULL)), "13:");
  click (fixture, "lifting");
  add_medicine (fixture, "Ibu", "4 or 5");
  write_note (fixture, "half a");
  close_dialog (fixture);

  wait_for_draft (fixture);
  drafted = unknot_spasm_dialog_load_draft (fixture->draft, &is_new, &error);
  g_assert_no_error (error);
  g_assert_true (is_new);
  g_assert_cmpstr (unknot_episode_get_note (drafted), ==, "half a");

  open_dialog (fixture, NULL);
  g_assert_true (gtk_widget_get_visible (get (fixture, GTK_TYPE_BUTTON, "discard_button")));
  g_assert_false (gtk_widget_get_sensitive (get (fixture, GTK_TYPE_BUTTON, "save_button")));
  g_assert_cmpstr (unknot_moment_entry_get_text (
                     UNKNOT_MOMENT_ENTRY (get (fixture, UNKNOT_TYPE_MOMENT_ENTRY, NULL))),
                   ==, "13:");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get (fixture, ADW_TYPE_ENTRY_ROW, "Name"))),
                   ==, "Ibu");
  g_assert_cmpstr (
    gtk_editable_get_text (GTK_EDITABLE (get (fixture, ADW_TYPE_ENTRY_ROW, "Amount"))), ==,
    "4 or 5");
  gtk_editable_set_text (GTK_EDITABLE (get (fixture, ADW_TYPE_ENTRY_ROW, "Amount")), "4");
  unknot_moment_entry_set_text (
    UNKNOT_MOMENT_ENTRY (get (fixture, UNKNOT_TYPE_MOMENT_ENTRY, NULL)), "13:10");
  click (fixture, "8");
  save (fixture);
  g_assert_cmpstr (unknot_entry_get_uuid (UNKNOT_ENTRY (fixture->saved)), ==,
                   unknot_entry_get_uuid (UNKNOT_ENTRY (drafted)));
  assert_start (fixture->saved, "2026-11-21T13:10:00Z");
  g_assert_true (unknot_episode_has_code (fixture->saved, UNKNOT_VOCABULARY_TRIGGER, "lifting"));
  g_assert_cmpstr (unknot_episode_get_note (fixture->saved), ==, "half a");
  g_assert_cmpuint (g_list_model_get_n_items (unknot_episode_get_doses (fixture->saved)), ==, 1);
  assert_draft_empty (fixture);
}

static void
test_spasm_dialog_discard (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (UnknotEpisode) drafted = NULL;
  gboolean is_new;

  open_dialog (fixture, NULL);
  click (fixture, "7");
  click (fixture, "discard_button");
  unknot_test_wait (fixture->dialog == NULL);
  g_assert_null (fixture->saved);
  assert_draft_empty (fixture);

  /* And back. */
  unknot_draft_save (fixture->draft, fixture->discarded);
  drafted = unknot_spasm_dialog_load_draft (fixture->draft, &is_new, NULL);
  g_assert_cmpint (unknot_episode_get_worst (drafted), ==, 7);
}

static void
test_spasm_dialog_other_draft (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (UnknotEpisode) given = make_full (fixture);
  g_autoptr (GBytes) broken = g_bytes_new_static ("{\"new\": 1}", 10);
  g_autoptr (GError) error = NULL;
  gboolean is_new;

  open_dialog (fixture, NULL);
  click (fixture, "7");
  close_dialog (fixture);
  open_dialog (fixture, given);
  g_assert_cmpint (unknot_pain_scale_get_pain (
                     UNKNOT_PAIN_SCALE (get (fixture, UNKNOT_TYPE_PAIN_SCALE, NULL))),
                   ==, 6);
  close_dialog (fixture);

  unknot_draft_save (fixture->draft, broken);
  g_assert_null (unknot_spasm_dialog_load_draft (fixture->draft, &is_new, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
}

static void
test_spasm_dialog_accessible (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (UnknotEpisode) given = make_full (fixture);

  open_dialog (fixture, given);
  unknot_test_assert_label (get (fixture, UNKNOT_TYPE_PAIN_SCALE, NULL),
                            "How bad is it at its worst?");
  unknot_test_assert_label (get (fixture, GTK_TYPE_BUTTON, "save_button"), "Save");
  unknot_test_assert_label (get (fixture, GTK_TYPE_TEXT_VIEW, NULL), "Note");
  unknot_test_assert_label (get (fixture, GTK_TYPE_BUTTON, "remove"), "Remove This Medicine");
  unknot_test_assert_narrow (get (fixture, ADW_TYPE_TOOLBAR_VIEW, NULL));
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

  add ("/spasm-dialog/three-clicks", test_spasm_dialog_three_clicks);
  add ("/spasm-dialog/keyboard", test_spasm_dialog_keyboard);
  add ("/spasm-dialog/started", test_spasm_dialog_started);
  add ("/spasm-dialog/other-start", test_spasm_dialog_other_start);
  add ("/spasm-dialog/details", test_spasm_dialog_details);
  add ("/spasm-dialog/learn", test_spasm_dialog_learn);
  add ("/spasm-dialog/long-note", test_spasm_dialog_long_note);
  add ("/spasm-dialog/warning", test_spasm_dialog_warning);
  add ("/spasm-dialog/half-a-medicine", test_spasm_dialog_half_a_medicine);
  add ("/spasm-dialog/edit-keeps", test_spasm_dialog_edit_keeps);
  add ("/spasm-dialog/remove", test_spasm_dialog_remove);
  add ("/spasm-dialog/end", test_spasm_dialog_end);
  add ("/spasm-dialog/least", test_spasm_dialog_least);
  add ("/spasm-dialog/fails", test_spasm_dialog_fails);
  add ("/spasm-dialog/untouched", test_spasm_dialog_untouched);
  add ("/spasm-dialog/resume", test_spasm_dialog_resume);
  add ("/spasm-dialog/discard", test_spasm_dialog_discard);
  add ("/spasm-dialog/other-draft", test_spasm_dialog_other_draft);
  add ("/spasm-dialog/accessible", test_spasm_dialog_accessible);

  return g_test_run ();
}
