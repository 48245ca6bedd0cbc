/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-entry-editor.h"
#include "unknot-event-dialog.h"
#include "unknot-events-card.h"
#include "unknot-test-history.h"
#include "unknot-test-ui.h"

/* On 21 November 2026, 14:05, in UTC. */

typedef struct
{
  DiaryFixture diary;
  UnknotToday *today;
  UnknotDraft *draft;
  UnknotEntryEditor *editor;
  GtkWidget *card;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *draft = NULL;

  unknot_test_diary_set_up (&fixture->diary, NULL);
  unknot_test_diary_open (&fixture->diary);
  draft = g_build_filename (fixture->diary.folder, "entry.json", NULL);
  fixture->draft = unknot_draft_new (draft);
  fixture->today = unknot_today_new (fixture->diary.diary, G_DATE_MONDAY);
  fixture->card = unknot_events_card_new (fixture->today);
  fixture->editor = unknot_test_new_editor (fixture->card);
  fixture->window = unknot_test_present_adwaita (GTK_WIDGET (fixture->editor));
  unknot_entry_editor_set_diary (fixture->editor, fixture->diary.diary, fixture->draft);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (fixture->window);
  unknot_test_diary_close (fixture->diary.diary);
  unknot_test_settle ();
  g_assert_finalize_object (fixture->today);
  g_assert_finalize_object (fixture->draft);
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

static void
show_history (Fixture *fixture)
{
  g_autoptr (UnknotHistory) history =
    unknot_test_history_load (&fixture->diary, 20261001, 20261121);

  unknot_events_card_set_history (UNKNOT_EVENTS_CARD (fixture->card), history);
}

static GtkWidget *
get_row (Fixture    *fixture,
         const char *title)
{
  return unknot_test_get (fixture->card, ADW_TYPE_ACTION_ROW, title);
}

static void
assert_row (Fixture    *fixture,
            const char *title,
            const char *subtitle)
{
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (get_row (fixture, title))), ==,
                   subtitle);
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
}

static void
test_events_card_of_nothing (Fixture       *fixture,
                             gconstpointer  data)
{
  show_history (fixture);
  g_assert_true (unknot_test_is_shown (fixture->card, ADW_TYPE_ACTION_ROW,
                                       "Nothing noted in this time"));
  unknot_test_click (unknot_test_get (fixture->card, ADW_TYPE_BUTTON_ROW, "add-row"));
  g_assert_true (UNKNOT_IS_EVENT_DIALOG (get_dialog (fixture)));
}

/* The latest first; what is not of the time is not there. */
static void
test_events_card_rows (Fixture       *fixture,
                       gconstpointer  data)
{
  unknot_test_history_save_event (&fixture->diary, 20260901, "scan", "");
  unknot_test_history_save_event (&fixture->diary, 20261102, "new-chair", "");
  unknot_test_history_save_event (&fixture->diary, 20261120, "physio", "Six <times>");
  show_history (fixture);
  g_assert_false (unknot_test_is_shown (fixture->card, ADW_TYPE_ACTION_ROW,
                                        "Nothing noted in this time"));
  g_assert_cmpuint (unknot_test_count (fixture->card, ADW_TYPE_ACTION_ROW), ==, 1 + 2);
  assert_row (fixture, "Six <times>", "Physiotherapy began · Yesterday");
  assert_row (fixture, "A new chair", "Monday, 2 November");
  g_assert_true (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (get_row (fixture, "Six <times>"))) <
                 gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (get_row (fixture, "A new chair"))));
}

static void
test_events_card_many (Fixture       *fixture,
                       gconstpointer  data)
{
  for (guint i = 1; i <= 12; i++)
    unknot_test_history_save_event (&fixture->diary, 20261100 + i, "scan", "");
  show_history (fixture);
  g_assert_cmpuint (unknot_test_count (fixture->card, ADW_TYPE_ACTION_ROW), ==, 1 + 10);
}

static void
test_events_card_open (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261102, 9, 0);
  g_autoptr (UnknotEvent) event = unknot_event_new (moment, "scan", NULL);

  unknot_test_history_save_event (&fixture->diary, 20261102, "new-chair", "");
  unknot_event_set_title (event, "Lower back", NULL);
  unknot_event_set_note (event, "A note.", NULL);
  unknot_test_diary_save (fixture->diary.diary, event);
  show_history (fixture);
  g_signal_emit_by_name (get_row (fixture, "Lower back"), "activated");
  g_assert_true (UNKNOT_IS_EVENT_DIALOG (get_dialog (fixture)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (
                     unknot_test_get (GTK_WIDGET (get_dialog (fixture)), ADW_TYPE_ENTRY_ROW,
                                      "title_row"))), ==, "Lower back");
}

/* The focus stays where it is, or goes to what is still there. */
static void
test_events_card_focus (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261102, 9, 0);
  g_autoptr (UnknotEvent) event = unknot_event_new (moment, "scan", NULL);
  GtkWidget *row;

  unknot_test_diary_save (fixture->diary.diary, event);
  show_history (fixture);
  row = get_row (fixture, "A scan");
  gtk_widget_grab_focus (row);
  unknot_event_set_title (event, "Lower back", NULL);
  unknot_test_diary_save (fixture->diary.diary, event);
  show_history (fixture);
  g_assert_true (unknot_test_get_focus (fixture->card) == row);
  g_assert_true (get_row (fixture, "Lower back") == row);

  unknot_test_diary_mark (fixture->diary.diary, event, TRUE);
  show_history (fixture);
  g_assert_true (unknot_test_get_focus (fixture->card) ==
                 unknot_test_get (fixture->card, ADW_TYPE_BUTTON_ROW, "add-row"));
}

static void
test_events_card_accessible (Fixture       *fixture,
                             gconstpointer  data)
{
  unknot_test_history_save_event (&fixture->diary, 20261120, "physio",
                                  "Donaudampfschifffahrtsgesellschaftskapitän");
  show_history (fixture);
  unknot_test_assert_in_tree (get_row (fixture, "Donaudampfschifffahrtsgesellschaftskapitän"),
                              fixture->card);
  unknot_test_assert_narrow (fixture->card);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("/events-card/of-nothing", test_events_card_of_nothing);
  ADD ("/events-card/rows", test_events_card_rows);
  ADD ("/events-card/many", test_events_card_many);
  ADD ("/events-card/open", test_events_card_open);
  ADD ("/events-card/focus", test_events_card_focus);
  ADD ("/events-card/accessible", test_events_card_accessible);

  return g_test_run ();
}
