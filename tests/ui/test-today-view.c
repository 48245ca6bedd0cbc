/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-ongoing-card.h"
#include "unknot-peg-dialog.h"
#include "unknot-rescue-page.h"
#include "unknot-spasm-dialog.h"
#include "unknot-test-diary.h"
#include "unknot-test-ui.h"
#include "unknot-today-view.h"
#include "unknot-visit-card.h"
#include "unknot-visit-dialog.h"

/* On 21 November 2026, 14:05, in UTC. */

typedef struct
{
  DiaryFixture diary;
  UnknotCheckup *checkup;
  GSettings *settings;
  UnknotToday *today;
  UnknotDraft *draft;
  UnknotEntryEditor *editor;
  GtkWidget *view;
  GtkWindow *window;
  guint n_dangers; /* that a check-up was asked for */
  guint n_checkups;
} Fixture;

static void
check_up_cb (Fixture   *fixture,
             GPtrArray *dangers)
{
  fixture->n_dangers = dangers != NULL ? dangers->len : 0;
  fixture->n_checkups++;
}

static void
present (Fixture *fixture)
{
  g_autofree char *draft = g_build_filename (fixture->diary.folder, "entry.json", NULL);

  fixture->draft = unknot_draft_new (draft);
  fixture->today = unknot_today_new (fixture->diary.diary, G_DATE_MONDAY);
  fixture->view = g_object_new (UNKNOT_TYPE_TODAY_VIEW, NULL);
  unknot_today_view_set_checkup (UNKNOT_TODAY_VIEW (fixture->view), fixture->checkup);
  fixture->editor = unknot_test_new_editor (fixture->view);
  unknot_entry_editor_set_diary (fixture->editor, fixture->diary.diary, fixture->draft);
  unknot_today_view_set_today (UNKNOT_TODAY_VIEW (fixture->view), fixture->today, fixture->editor);
  unknot_today_view_set_settings (UNKNOT_TODAY_VIEW (fixture->view), fixture->settings);
  g_signal_connect_swapped (fixture->view, "check-up", G_CALLBACK (check_up_cb), fixture);
  fixture->window = unknot_test_present_adwaita (GTK_WIDGET (fixture->editor));
  unknot_test_wait (unknot_today_get_trends (fixture->today) != NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  unknot_test_diary_set_up (&fixture->diary, NULL);
  fixture->checkup = unknot_test_new_checkup ();
  fixture->settings = unknot_test_new_settings ("DE");
  unknot_test_diary_open (&fixture->diary);
  present (fixture);
}

static void
dismiss (Fixture *fixture)
{
  unknot_test_close (fixture->window);
  unknot_test_wait (!unknot_draft_is_saving (fixture->draft));
  unknot_test_settle ();
  g_assert_finalize_object (fixture->today);
  g_assert_finalize_object (fixture->draft);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  /* With it ends what is still asked of it. */
  if (unknot_diary_is_open (fixture->diary.diary))
    unknot_test_diary_close (fixture->diary.diary);
  dismiss (fixture);
  g_assert_finalize_object (fixture->checkup);
  g_assert_finalize_object (fixture->settings);
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

static void
save (Fixture  *fixture,
      gpointer  entry)
{
  unknot_test_diary_save (fixture->diary.diary, entry);
  unknot_test_settle ();
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *text)
{
  return unknot_test_get (GTK_WIDGET (fixture->window), type, text);
}

static void
click (Fixture    *fixture,
       const char *name)
{
  unknot_test_click (find (fixture, GTK_TYPE_BUTTON, name));
}

static gboolean
shows (Fixture    *fixture,
       GType       type,
       const char *text)
{
  return unknot_test_is_shown (GTK_WIDGET (fixture->window), type, text);
}

static gboolean
is_told (Fixture    *fixture,
         const char *text)
{
  return unknot_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, text) != NULL;
}

static UnknotEpisode *
get_ongoing (Fixture *fixture)
{
  return unknot_today_get_ongoing (fixture->today);
}

static gint64
count (Fixture    *fixture,
       const char *sql)
{
  return unknot_test_diary_query (fixture->diary.path, sql);
}

static void
undo (Fixture    *fixture,
      const char *told)
{
  unknot_test_wait (is_told (fixture, told));
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "entry.undo", NULL);
}

static void
test_today_view_calm (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261117, 8, 5);

  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "No spasm in the diary yet"));
  g_assert_true (shows (fixture, GTK_TYPE_BUTTON, "Log a Spasm"));
  g_assert_true (shows (fixture, GTK_TYPE_BUTTON, "painless_button"));
  g_assert_null (unknot_test_find (fixture->view, UNKNOT_TYPE_ONGOING_CARD, NULL));

  unknot_episode_end_now (episode, unknot_episode_get_start (episode));
  save (fixture, episode);
  unknot_test_wait (shows (fixture, GTK_TYPE_LABEL, "4 days without a spasm"));
}

/* Three clicks from launch to a saved spasm. */
static void
test_today_view_log (Fixture       *fixture,
                     gconstpointer  data)
{
  click (fixture, "Log a Spasm");
  click (fixture, "6");
  click (fixture, "save_button");
  unknot_test_wait (get_ongoing (fixture) != NULL);
  g_assert_cmpint (unknot_episode_get_worst (get_ongoing (fixture)), ==, 6);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM episode"), ==, 1);
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "Spasm since 14:05 · 0 min"));

  undo (fixture, "Spasm saved");
  unknot_test_wait (get_ongoing (fixture) == NULL);
  g_assert_null (unknot_test_find (fixture->view, UNKNOT_TYPE_ONGOING_CARD, NULL));
}

static void
test_today_view_keeps_time (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 13, 5);

  save (fixture, episode);
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "Spasm since 13:00 · 1 h 5 min"));
  unknot_test_diary_set_time (&fixture->diary, "UTC", 20261121, 15, 0);
  unknot_today_update (fixture->today);
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "Spasm since 13:00 · 2 h"));
  unknot_test_diary_set_time (&fixture->diary, "UTC", 20261123, 13, 0);
  unknot_today_update (fixture->today);
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "Spasm since Saturday, 21 November, 13:00 · 2 days"));
  unknot_test_settle ();
}

static void
test_today_view_how_now (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 13, 5);
  GtkWidget *card;

  save (fixture, episode);
  card = find (fixture, UNKNOT_TYPE_ONGOING_CARD, NULL);
  unknot_test_click (unknot_test_get (card, GTK_TYPE_BUTTON, "8"));
  unknot_test_wait (get_ongoing (fixture) != NULL &&
                    unknot_episode_get_current (get_ongoing (fixture)) == 8);
  g_assert_cmpint (unknot_episode_get_worst (get_ongoing (fixture)), ==, 8);
  g_assert_cmpuint (g_list_model_get_n_items (
                      unknot_episode_get_readings (get_ongoing (fixture))), ==, 1);
  g_assert_true (shows (fixture, GTK_TYPE_LABEL, "14:05: 8 of 10 · worst 8"));

  undo (fixture, "Noted: 8 of 10");
  unknot_test_wait (get_ongoing (fixture) != NULL &&
                    unknot_episode_get_worst (get_ongoing (fixture)) == 5 &&
                    count (fixture, "SELECT count (*) FROM reading WHERE deleted IS NULL") == 0);
}

static void
test_today_view_over (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 13, 5);

  save (fixture, episode);
  click (fixture, "It’s Over");
  unknot_test_wait (get_ongoing (fixture) == NULL);
  unknot_test_wait (shows (fixture, GTK_TYPE_LABEL, "The last spasm ended today"));
  g_assert_false (shows (fixture, GTK_TYPE_BUTTON, "painless_button"));

  undo (fixture, "Noted: the spasm is over");
  unknot_test_wait (get_ongoing (fixture) != NULL);
}

static void
test_today_view_painless (Fixture       *fixture,
                          gconstpointer  data)
{
  GtkWidget *button = find (fixture, GTK_TYPE_TOGGLE_BUTTON, "painless_button");

  unknot_test_click (button);
  unknot_test_wait (unknot_today_get_day (fixture->today) != NULL);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  g_assert_true (unknot_day_is_painless (unknot_today_get_day (fixture->today)));

  unknot_test_click (button);
  unknot_test_wait (unknot_today_get_day (fixture->today) == NULL);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));

  undo (fixture, "No longer noted: no pain today");
  unknot_test_wait (unknot_today_get_day (fixture->today) != NULL);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
}

static void
test_today_view_day (Fixture       *fixture,
                     gconstpointer  data)
{
  gtk_widget_activate_action (fixture->view, "today.day", NULL);
  unknot_test_click (find (fixture, GTK_TYPE_TOGGLE_BUTTON, "broken"));
  click (fixture, "Save");
  unknot_test_wait (unknot_today_get_day (fixture->today) != NULL);
  g_assert_cmpstr (unknot_day_get_sleep (unknot_today_get_day (fixture->today)), ==, "broken");
  g_assert_false (unknot_day_is_painless (unknot_today_get_day (fixture->today)));

  /* “No pain” leaves it, and its undoing, too. */
  unknot_test_click (find (fixture, GTK_TYPE_TOGGLE_BUTTON, "painless_button"));
  unknot_test_wait (unknot_today_get_day (fixture->today) != NULL &&
                    unknot_day_is_painless (unknot_today_get_day (fixture->today)));
  g_assert_cmpstr (unknot_day_get_sleep (unknot_today_get_day (fixture->today)), ==, "broken");
  undo (fixture, "Noted: no pain today");
  unknot_test_wait (unknot_today_get_day (fixture->today) != NULL &&
                    !unknot_day_is_painless (unknot_today_get_day (fixture->today)));

  /* A day of which nothing is said any longer is none. */
  gtk_widget_activate_action (fixture->view, "today.day", NULL);
  unknot_test_click (find (fixture, GTK_TYPE_TOGGLE_BUTTON, "broken"));
  click (fixture, "Save");
  unknot_test_wait (unknot_today_get_day (fixture->today) == NULL);
}

static void
test_today_view_still_going (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261118, 8, 6);

  save (fixture, episode);
  unknot_test_wait (shows (fixture, GTK_TYPE_LABEL,
                           "Nothing was entered for three days. Does it still go on?"));
}

/* S1-05 */
static void
test_today_view_asks_again (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 11, 6);

  unknot_episode_set_onset (episode, "sudden", NULL);
  save (fixture, episode);
  g_assert_true (shows (fixture, GTK_TYPE_BOX, "again_box"));
  unknot_test_click (unknot_test_get (find (fixture, UNKNOT_TYPE_ONGOING_CARD, NULL),
                                      GTK_TYPE_BUTTON, "6"));
  unknot_test_wait (!shows (fixture, GTK_TYPE_BOX, "again_box"));
}

static void
test_today_view_danger (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char *const warnings[] = { "bladder", "fever", NULL };
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 13, 5);
  g_autoptr (UnknotMoment) later = unknot_test_diary_make_moment ("UTC", 20261121, 14, 0);
  g_autoptr (UnknotCheck) check = unknot_check_new (
    later, "{}",
    "{\"protocol\": \"back-spasm\", \"version\": \"1.0\", \"level\": \"emergency\", "
    "\"complete\": true, \"rules\": [], \"not-sure\": [], \"missing\": []}", NULL);
  g_autoptr (UnknotCheck) covering = NULL;

  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_WARNING, warnings, NULL);
  save (fixture, episode);
  unknot_test_wait (shows (fixture, ADW_TYPE_ACTION_ROW, "danger_row"));
  click (fixture, "Check Now");
  g_assert_cmpuint (fixture->n_checkups, ==, 1);
  g_assert_cmpuint (fixture->n_dangers, ==, 2);

  /* One that did not ask for it does not do. */
  save (fixture, check);
  unknot_test_wait (unknot_today_get_check (fixture->today) != NULL);
  g_assert_true (shows (fixture, ADW_TYPE_ACTION_ROW, "danger_row"));

  /* A check-up since then has asked for it. */
  unknot_test_answer (fixture->checkup, "bladder", "new");
  unknot_test_answer (fixture->checkup, "fever", "yes");
  covering = unknot_checkup_to_check (fixture->checkup);
  unknot_entry_set_moment (UNKNOT_ENTRY (covering), later);
  unknot_test_diary_mark (fixture->diary.diary, check, TRUE);
  save (fixture, covering);
  unknot_test_wait (!shows (fixture, ADW_TYPE_ACTION_ROW, "danger_row"));
  g_assert_true (shows (fixture, ADW_TYPE_ACTION_ROW, "check_row"));
}

/* A check-up before the danger was entered says nothing of it, one after it does. */
static void
test_today_view_danger_after_check (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 13, 5);
  g_autoptr (UnknotMoment) earlier = unknot_test_diary_make_moment ("UTC", 20261121, 14, 0);
  g_autoptr (UnknotMoment) later = unknot_test_diary_make_moment ("UTC", 20261121, 14, 10);
  g_autoptr (UnknotCheck) before = NULL;
  g_autoptr (UnknotCheck) after = NULL;

  unknot_test_answer (fixture->checkup, "fever", "no");
  before = unknot_checkup_to_check (fixture->checkup);
  after = unknot_checkup_to_check (fixture->checkup);
  unknot_entry_set_moment (UNKNOT_ENTRY (before), earlier);
  unknot_entry_set_moment (UNKNOT_ENTRY (after), later);
  save (fixture, episode);
  save (fixture, before);
  g_assert_false (shows (fixture, ADW_TYPE_ACTION_ROW, "danger_row"));

  click (fixture, "Add Details…");
  unknot_test_click (find (fixture, GTK_TYPE_TOGGLE_BUTTON, "fever"));
  click (fixture, "save_button");
  unknot_test_wait (shows (fixture, ADW_TYPE_ACTION_ROW, "danger_row"));
  unknot_test_settle ();
  g_assert_true (shows (fixture, ADW_TYPE_ACTION_ROW, "danger_row"));

  save (fixture, after);
  unknot_test_wait (!shows (fixture, ADW_TYPE_ACTION_ROW, "danger_row"));
}

/* What eases pain is told where the last check-up allows for it. */
static void
test_today_view_care (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 13, 5);
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261121, 14, 0);
  g_autoptr (UnknotCheck) calm = NULL;
  g_autoptr (UnknotCheck) emergency = NULL;

  save (fixture, episode);
  unknot_test_wait (shows (fixture, ADW_TYPE_ACTION_ROW, "check_row"));
  g_assert_false (shows (fixture, ADW_TYPE_ACTION_ROW, "care_row"));

  unknot_test_load_answers (fixture->checkup, "fixtures/rules", "S01.json");
  calm = unknot_checkup_to_check (fixture->checkup);
  unknot_entry_set_moment (UNKNOT_ENTRY (calm), moment);
  save (fixture, calm);
  unknot_test_wait (shows (fixture, ADW_TYPE_ACTION_ROW, "care_row"));

  unknot_test_load_answers (fixture->checkup, "fixtures/rules", "E01.json");
  emergency = unknot_checkup_to_check (fixture->checkup);
  unknot_entry_set_moment (UNKNOT_ENTRY (emergency), moment);
  unknot_test_diary_mark (fixture->diary.diary, calm, TRUE);
  save (fixture, emergency);
  unknot_test_wait (!shows (fixture, ADW_TYPE_ACTION_ROW, "care_row"));
}

/* Undoing a change takes back what it added, and brings back what it removed. */
static void
test_today_view_undo_details (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 13, 5);
  g_autoptr (UnknotRelief) relief =
    unknot_relief_new (unknot_episode_get_start (episode), "heat", NULL);

  unknot_episode_add (episode, UNKNOT_ENTRY (relief));
  save (fixture, episode);
  click (fixture, "Add Details…");
  unknot_test_click (find (fixture, GTK_TYPE_TOGGLE_BUTTON, "heat"));
  unknot_test_click (find (fixture, GTK_TYPE_TOGGLE_BUTTON, "cold"));
  click (fixture, "save_button");
  unknot_test_wait (count (fixture, "SELECT count (*) FROM relief WHERE measure = 'cold' AND deleted IS NULL") == 1);
  unknot_test_wait (count (fixture, "SELECT count (*) FROM relief WHERE measure = 'heat' AND deleted IS NULL") == 0);

  undo (fixture, "Entry changed");
  unknot_test_wait (count (fixture, "SELECT count (*) FROM relief WHERE measure = 'cold' AND deleted IS NULL") == 0);
  unknot_test_wait (count (fixture, "SELECT count (*) FROM relief WHERE measure = 'heat' AND deleted IS NULL") == 1);
}

static void
test_today_view_emergency (Fixture       *fixture,
                           gconstpointer  data)
{
  AdwBanner *banner = ADW_BANNER (find (fixture, ADW_TYPE_BANNER, NULL));

  g_assert_false (adw_banner_get_revealed (banner));
  unknot_test_answer (fixture->checkup, "bladder", "new");
  g_assert_true (adw_banner_get_revealed (banner));
  unknot_test_answer (fixture->checkup, "bladder", "no");
  g_assert_false (adw_banner_get_revealed (banner));
}

/* What was begun is offered again, also after the end of the program. */
static void
test_today_view_draft (Fixture       *fixture,
                       gconstpointer  data)
{
  g_assert_false (shows (fixture, ADW_TYPE_ACTION_ROW, "draft_row"));
  click (fixture, "Log a Spasm");
  click (fixture, "7");
  unknot_test_settle ();
  dismiss (fixture);

  present (fixture);
  g_assert_true (shows (fixture, ADW_TYPE_ACTION_ROW, "draft_row"));
  click (fixture, "Continue");
  click (fixture, "save_button");
  unknot_test_wait (get_ongoing (fixture) != NULL);
  g_assert_cmpint (unknot_episode_get_worst (get_ongoing (fixture)), ==, 7);
  unknot_test_wait (!shows (fixture, ADW_TYPE_ACTION_ROW, "draft_row"));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* They are in another view. */
static void
test_today_view_entries (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 13, 5);
  GtkWidget *row = find (fixture, ADW_TYPE_BUTTON_ROW, "entries_row");
  guint n_asked = 0;

  g_signal_connect_swapped (fixture->view, "show-entries", G_CALLBACK (count_cb), &n_asked);
  g_assert_false (gtk_widget_get_visible (row));
  save (fixture, episode);
  unknot_test_wait (gtk_widget_get_visible (row));
  gtk_widget_activate_action (row, "today.entries", NULL);
  g_assert_cmpuint (n_asked, ==, 1);
}

/* As a dialog saves what became of a spasm. */
static void
note (Fixture       *fixture,
      UnknotEntry   *before,
      UnknotEpisode *episode)
{
  unknot_test_diary_save (fixture->diary.diary, episode);
  g_signal_emit_by_name (fixture->editor, "noted", before, episode);
  unknot_test_settle ();
}

/* Each danger more that is noted is told of, once; what comes into the diary otherwise is not. */
static void
test_today_view_more_dangers (Fixture       *fixture,
                              gconstpointer  data)
{
  static const char *const one[] = { "fever", NULL };
  static const char *const two[] = { "bladder", "fever", NULL };
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 13, 5);
  g_autoptr (UnknotEntry) harmless = unknot_entry_copy (UNKNOT_ENTRY (episode));
  g_autoptr (UnknotEntry) feverish = NULL;
  guint n_told = 0;

  g_signal_connect_swapped (fixture->view, "danger", G_CALLBACK (count_cb), &n_told);
  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_WARNING, one, NULL);
  save (fixture, episode);
  unknot_test_wait (shows (fixture, ADW_TYPE_ACTION_ROW, "danger_row"));
  g_assert_cmpuint (n_told, ==, 0);
  note (fixture, harmless, episode);
  g_assert_cmpuint (n_told, ==, 1);
  feverish = unknot_entry_copy (UNKNOT_ENTRY (episode));
  unknot_episode_set_note (episode, "a note", NULL);
  note (fixture, feverish, episode);
  g_assert_cmpuint (n_told, ==, 1);
  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_WARNING, two, NULL);
  note (fixture, feverish, episode);
  g_assert_cmpuint (n_told, ==, 2);
}

/* What is not saved is not said to be. */
static void
test_today_view_cannot_save (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 13, 5);

  save (fixture, episode);
  unknot_test_diary_close (fixture->diary.diary);
  click (fixture, "It’s Over");
  unknot_test_wait (is_told (fixture, "The diary is not open."));
  g_assert_false (is_told (fixture, "Noted: the spasm is over"));
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM episode WHERE ended IS NULL"), ==, 1);
}

static UnknotVisit *
save_visit (Fixture *fixture,
            int      day)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, 10, 30);
  UnknotVisit *visit = unknot_visit_new (moment);

  save (fixture, visit);

  return visit;
}

/* What came of it is told, or is not to be asked; the focus is where there is something to do. */
static void
test_today_view_visit (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (UnknotVisit) visit = save_visit (fixture, 20261120);
  GtkWidget *view;

  g_assert_true (shows (fixture, ADW_TYPE_ACTION_ROW, "outcome_row"));
  g_signal_emit_by_name (find (fixture, ADW_TYPE_ACTION_ROW, "outcome_row"), "activate");
  view = find (fixture, UNKNOT_TYPE_VISIT_DIALOG, NULL);
  view = unknot_test_get (unknot_test_get (view, ADW_TYPE_PREFERENCES_GROUP, "outcome_group"),
                          GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "No scan.", -1);
  unknot_test_click (unknot_test_get (find (fixture, UNKNOT_TYPE_VISIT_DIALOG, NULL),
                                      GTK_TYPE_BUTTON, "save_button"));
  unknot_test_wait (!shows (fixture, UNKNOT_TYPE_VISIT_CARD, NULL));
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM visit WHERE outcome = 'No scan.'"), ==,
                   1);

  undo (fixture, "Visit changed");
  unknot_test_wait (shows (fixture, ADW_TYPE_ACTION_ROW, "outcome_row"));
  gtk_widget_grab_focus (find (fixture, GTK_TYPE_BUTTON, "dismiss_button"));
  click (fixture, "dismiss_button");
  g_assert_false (shows (fixture, UNKNOT_TYPE_VISIT_CARD, NULL));
  g_assert_true (unknot_test_get_focus (fixture->view) ==
                 find (fixture, GTK_TYPE_BUTTON, "log_button"));
}

/* What may be an emergency is not to wait until tomorrow. */
static void
test_today_view_visit_in_danger (Fixture       *fixture,
                                 gconstpointer  data)
{
  static const char *const warnings[] = { "bladder", NULL };
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 13, 5);
  g_autoptr (UnknotVisit) visit = save_visit (fixture, 20261122);

  g_assert_true (shows (fixture, ADW_TYPE_ACTION_ROW, "visit_row"));
  unknot_test_answer (fixture->checkup, "bladder", "new");
  g_assert_false (shows (fixture, ADW_TYPE_ACTION_ROW, "visit_row"));
  unknot_test_answer (fixture->checkup, "bladder", NULL);
  g_assert_true (shows (fixture, ADW_TYPE_ACTION_ROW, "visit_row"));

  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_WARNING, warnings, NULL);
  save (fixture, episode);
  unknot_test_wait (shows (fixture, ADW_TYPE_ACTION_ROW, "danger_row"));
  g_assert_false (shows (fixture, ADW_TYPE_ACTION_ROW, "visit_row"));
}

static void
test_today_view_narrow (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261118, 11, 6);

  unknot_episode_set_onset (episode, "sudden", NULL);
  save (fixture, episode);
  unknot_test_wait (shows (fixture, GTK_TYPE_LABEL, "title_label"));
  unknot_test_assert_narrow (GTK_WIDGET (fixture->window));
}

/* The whole path of what is kept stays until it was read, and can be copied. */
static void
test_today_view_rescued (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GError) error =
    g_error_new_literal (UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_DAMAGED, "It is damaged.");
  const char *kept =
    "/home/person/.local/share/unknot/diary.db.2026-11-21-140500.damaged";
  GtkWidget *dialog, *path;

  unknot_today_view_set_failure (UNKNOT_TODAY_VIEW (fixture->view), error);
  g_signal_emit_by_name (find (fixture, UNKNOT_TYPE_RESCUE_PAGE, NULL), "rescued", kept);
  dialog = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  path = unknot_test_get (dialog, GTK_TYPE_LABEL, kept);
  g_assert_true (gtk_label_get_selectable (GTK_LABEL (path)));
  unknot_test_assert_narrow (GTK_WIDGET (fixture->window));
  unknot_test_click (unknot_test_get (dialog, GTK_TYPE_BUTTON, "Close"));
  unknot_test_wait (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)) == NULL);
  unknot_test_wait (unknot_test_find (fixture->view, UNKNOT_TYPE_RESCUE_PAGE, NULL) == NULL);
  g_assert_true (shows (fixture, GTK_TYPE_BUTTON, "Log a Spasm"));
}

static void
save_danger (Fixture *fixture)
{
  static const char *const warnings[] = { "saddle-numbness", NULL };
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 9, 7);

  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_WARNING, warnings, NULL);
  save (fixture, episode);
  unknot_test_wait (shows (fixture, GTK_TYPE_BUTTON, "danger_button"));
}

/* Quiet: once a week, and not before a danger was looked at. */
static void
test_today_view_function (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GSettings) settings = unknot_test_new_settings ("DE");
  g_autoptr (UnknotFunctionReminder) reminder =
    unknot_function_reminder_new (fixture->today, settings);

  unknot_today_view_set_reminder (UNKNOT_TODAY_VIEW (fixture->view), reminder);
  g_assert_false (shows (fixture, GTK_TYPE_BUTTON, "function_button"));
  g_settings_set_boolean (settings, "ask-function", TRUE);
  g_assert_true (shows (fixture, GTK_TYPE_BUTTON, "function_button"));
  unknot_test_assert_narrow (GTK_WIDGET (fixture->window));
  click (fixture, "function_button");
  g_assert_true (UNKNOT_IS_PEG_DIALOG (
    adw_window_get_visible_dialog (ADW_WINDOW (fixture->window))));
  adw_dialog_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));

  gtk_widget_grab_focus (find (fixture, GTK_TYPE_BUTTON, "function_dismiss_button"));
  click (fixture, "function_dismiss_button");
  g_assert_false (shows (fixture, GTK_TYPE_BUTTON, "function_button"));
  g_assert_true (unknot_test_get_focus (fixture->view) ==
                 find (fixture, GTK_TYPE_BUTTON, "log_button"));

  g_settings_reset (settings, "function-dismissed");
  g_assert_true (shows (fixture, GTK_TYPE_BUTTON, "function_button"));
  save_danger (fixture);
  g_assert_false (shows (fixture, GTK_TYPE_BUTTON, "function_button"));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("/today-view/calm", test_today_view_calm);
  ADD ("/today-view/log", test_today_view_log);
  ADD ("/today-view/rescued", test_today_view_rescued);
  ADD ("/today-view/keeps-time", test_today_view_keeps_time);
  ADD ("/today-view/how-now", test_today_view_how_now);
  ADD ("/today-view/over", test_today_view_over);
  ADD ("/today-view/painless", test_today_view_painless);
  ADD ("/today-view/day", test_today_view_day);
  ADD ("/today-view/still-going", test_today_view_still_going);
  ADD ("/today-view/asks-again", test_today_view_asks_again);
  ADD ("/today-view/danger", test_today_view_danger);
  ADD ("/today-view/danger-after-check", test_today_view_danger_after_check);
  ADD ("/today-view/care", test_today_view_care);
  ADD ("/today-view/undo-details", test_today_view_undo_details);
  ADD ("/today-view/emergency", test_today_view_emergency);
  ADD ("/today-view/draft", test_today_view_draft);
  ADD ("/today-view/function", test_today_view_function);
  ADD ("/today-view/entries", test_today_view_entries);
  ADD ("/today-view/more-dangers", test_today_view_more_dangers);
  ADD ("/today-view/visit", test_today_view_visit);
  ADD ("/today-view/visit-in-danger", test_today_view_visit_in_danger);
  ADD ("/today-view/cannot-save", test_today_view_cannot_save);
  ADD ("/today-view/narrow", test_today_view_narrow);

  return g_test_run ();
}
