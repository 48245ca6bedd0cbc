/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-day.h"
#include "unknot-entry-row.h"
#include "unknot-filter-bar.h"
#include "unknot-history-list.h"
#include "unknot-spasm-dialog.h"
#include "unknot-test-diary.h"
#include "unknot-test-ui.h"

/* On 21 November 2026, 14:05, in UTC. */

typedef struct
{
  DiaryFixture diary;
  GtkWidget *list;
  UnknotDraft *draft;
  GtkWindow *window;
} Fixture;

static GString *announced; /* nullable: each on a line */

/* In the place of GTK's own: the accessibility backend for tests has no announcements. */
void
gtk_accessible_announce (GtkAccessible                     *self,
                         const char                        *message,
                         GtkAccessibleAnnouncementPriority  priority)
{
  if (announced != NULL)
    g_string_append_printf (announced, "%s\n", message);
}

static void
present (Fixture *fixture)
{
  AdwBin *place = ADW_BIN (adw_bin_new ());
  UnknotEntryEditor *editor = unknot_test_new_editor (GTK_WIDGET (place));

  unknot_entry_editor_set_diary (editor, fixture->diary.diary, fixture->draft);
  fixture->list = unknot_history_list_new (fixture->diary.diary, editor);
  adw_bin_set_child (place, fixture->list);
  fixture->window = unknot_test_present_adwaita (GTK_WIDGET (editor));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *draft = NULL;

  unknot_test_diary_set_up (&fixture->diary, NULL);
  unknot_test_diary_open (&fixture->diary);
  draft = g_build_filename (fixture->diary.folder, "entry.json", NULL);
  fixture->draft = unknot_draft_new (draft);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (fixture->window);
  unknot_test_diary_close (fixture->diary.diary);
  unknot_test_wait (!unknot_draft_is_saving (fixture->draft));
  unknot_test_settle ();
  g_assert_finalize_object (fixture->draft);
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

static void
save (Fixture  *fixture,
      gpointer  entry)
{
  unknot_test_diary_save (fixture->diary.diary, entry);
}

static UnknotEpisode *
save_episode (Fixture    *fixture,
              int         day,
              int         worst,
              const char *note)
{
  UnknotEpisode *episode = unknot_test_diary_make_episode (day, 8, worst);

  unknot_episode_end_now (episode, unknot_episode_get_start (episode));
  unknot_episode_set_note (episode, note, NULL);
  save (fixture, episode);

  return episode;
}

static const char *
get_shown (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (
    GTK_STACK (unknot_test_get (fixture->list, GTK_TYPE_STACK, "stack")));
}

static GtkWidget *
get_list (Fixture *fixture)
{
  return unknot_test_get (fixture->list, GTK_TYPE_LIST_VIEW, NULL);
}

/* What is read in the list, from the top, each on a line. */
static void
add_labels (GString   *labels,
            GtkWidget *widget)
{
  const char *note;

  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (labels, "%s\n", gtk_label_get_label (GTK_LABEL (widget)));
  if (UNKNOT_IS_ENTRY_ROW (widget))
    {
      note = unknot_entry_row_get_note (UNKNOT_ENTRY_ROW (widget));
      g_string_append_printf (labels, "%s\n%s%s",
                              unknot_entry_row_get_name (UNKNOT_ENTRY_ROW (widget)), note,
                              *note != '\0' ? "\n" : "");
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_labels (labels, child);
}

static gboolean
reads (Fixture    *fixture,
       const char *expected)
{
  g_autoptr (GString) labels = g_string_new (NULL);

  add_labels (labels, get_list (fixture));

  return g_str_equal (labels->str, expected);
}

static gboolean
shows (Fixture    *fixture,
       const char *name)
{
  return g_str_equal (get_shown (fixture), name);
}

static GtkEditable *
get_search (Fixture *fixture)
{
  return GTK_EDITABLE (unknot_test_get (fixture->list, GTK_TYPE_SEARCH_ENTRY, NULL));
}

static GtkAdjustment *
get_adjustment (Fixture *fixture)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_list (fixture)));
}

/* Returns: the row whose name starts so, among @widget and what is in it */
static UnknotEntryRow *
find_row (GtkWidget  *widget,
          const char *name)
{
  UnknotEntryRow *row = NULL;

  if (UNKNOT_IS_ENTRY_ROW (widget))
    return g_str_has_prefix (unknot_entry_row_get_name (UNKNOT_ENTRY_ROW (widget)), name)
             ? UNKNOT_ENTRY_ROW (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && row == NULL;
       child = gtk_widget_get_next_sibling (child))
    row = find_row (child, name);

  return row;
}

static UnknotEntryRow *
get_row (Fixture    *fixture,
         const char *name)
{
  UnknotEntryRow *row = find_row (get_list (fixture), name);

  g_assert_nonnull (row);

  return row;
}

static GtkWidget *
get_cell (Fixture    *fixture,
          const char *title)
{
  return gtk_widget_get_parent (GTK_WIDGET (get_row (fixture, title)));
}

static gboolean
has_focus (Fixture    *fixture,
           const char *title)
{
  return unknot_test_get_focus (fixture->list) == get_cell (fixture, title);
}

/* How many spasms are in the diary. */
static gint64
count (Fixture *fixture)
{
  return unknot_test_diary_query (fixture->diary.path,
                                  "SELECT count (*) FROM episode WHERE deleted IS NULL");
}

static GtkWidget *
get_dialog (Fixture *fixture)
{
  return GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
}

static GtkWidget *
get_menu (Fixture *fixture)
{
  return unknot_test_get (fixture->list, GTK_TYPE_POPOVER_MENU, NULL);
}

/* --- What there is --- */

static gboolean
is_bar_shown (Fixture *fixture)
{
  return unknot_test_is_shown (fixture->list, UNKNOT_TYPE_FILTER_BAR, NULL);
}

static void
test_history_list_empty (Fixture       *fixture,
                         gconstpointer  data)
{
  present (fixture);
  unknot_test_wait (shows (fixture, "empty"));
  g_assert_false (is_bar_shown (fixture));
}

/* Before it is known what there is, it does not say that there is nothing. */
static void
test_history_list_loading (Fixture       *fixture,
                           gconstpointer  data)
{
  g_object_unref (save_episode (fixture, 20261120, 3, ""));
  unknot_test_diary_close (fixture->diary.diary);
  present (fixture);
  unknot_test_settle ();
  g_assert_cmpstr (get_shown (fixture), ==, "loading");

  unknot_test_diary_open (&fixture->diary);
  unknot_test_wait (shows (fixture, "entries"));
}

static void
test_history_list_months (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261120, 12, 0);
  g_autoptr (UnknotDay) day = unknot_day_new (moment);

  g_object_unref (save_episode (fixture, 20251103, 2, ""));
  g_object_unref (save_episode (fixture, 20261103, 3, "a note"));
  g_object_unref (save_episode (fixture, 20261031, 4, ""));
  unknot_day_set_painless (day, TRUE);
  save (fixture, day);
  present (fixture);
  unknot_test_wait (shows (fixture, "entries"));
  unknot_test_wait (reads (fixture,
                           "November 2026\n"
                           "No pain, Yesterday\n"
                           "Spasm, 3 of 10, Tuesday, 3 November, 08:00\na note\n"
                           "October 2026\n"
                           "Spasm, 4 of 10, Saturday, 31 October, 08:00\n"
                           "November 2025\n"
                           "Spasm, 2 of 10, 3 November 2025, 08:00\n"));
}

/* A month is named once, and only where it has something. */
static void
test_history_list_deleting (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (UnknotEpisode) newest = save_episode (fixture, 20261103, 1, "");
  g_autoptr (UnknotEpisode) middle = save_episode (fixture, 20261003, 2, "");
  g_autoptr (UnknotEpisode) oldest = save_episode (fixture, 20261002, 3, "");
  static const char november[] =
    "November 2026\n"
    "Spasm, 1 of 10, Tuesday, 3 November, 08:00\n";
  static const char october[] =
    "October 2026\n"
    "Spasm, 2 of 10, Saturday, 3 October, 08:00\n"
    "Spasm, 3 of 10, Friday, 2 October, 08:00\n";
  g_autofree char *all = g_strconcat (november, october, NULL);

  present (fixture);
  unknot_test_wait (reads (fixture, all));
  unknot_test_diary_mark (fixture->diary.diary, newest, TRUE);
  unknot_test_wait (reads (fixture, october));
  unknot_test_diary_mark (fixture->diary.diary, middle, TRUE);
  unknot_test_wait (reads (fixture,
                           "October 2026\n"
                           "Spasm, 3 of 10, Friday, 2 October, 08:00\n"));
  unknot_test_diary_mark (fixture->diary.diary, oldest, TRUE);
  unknot_test_wait (shows (fixture, "empty"));

  unknot_test_diary_mark (fixture->diary.diary, oldest, FALSE);
  unknot_test_diary_mark (fixture->diary.diary, newest, FALSE);
  unknot_test_diary_mark (fixture->diary.diary, middle, FALSE);
  unknot_test_wait (reads (fixture, all));
}

static void
test_history_list_changing (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = save_episode (fixture, 20261103, 1, "");
  g_autoptr (UnknotMoment) start = unknot_test_diary_make_moment ("UTC", 20261003, 8, 0);

  present (fixture);
  unknot_test_wait (shows (fixture, "entries"));
  unknot_episode_set_end (episode, NULL, NULL);
  unknot_episode_set_start (episode, start, NULL);
  save (fixture, episode);
  unknot_test_wait (reads (fixture,
                           "October 2026\n"
                           "Spasm, 1 of 10, Saturday, 3 October, 08:00 · going on\n"));
}

/* --- Searching --- */

static void
test_history_list_search (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261005, 12, 0);
  g_autoptr (UnknotDose) dose = unknot_dose_new (moment, "Ibuprofen", 400, NULL);
  g_autoptr (UnknotEpisode) noted = save_episode (fixture, 20261103, 1, "nach dem Heben, müde");
  g_autoptr (UnknotEpisode) medicated = save_episode (fixture, 20261002, 2, "");
  g_autoptr (UnknotDose) own = unknot_dose_new (moment, "Heparin", 1, NULL);
  static const char with_note[] =
    "November 2026\n"
    "Spasm, 1 of 10, Tuesday, 3 November, 08:00\nnach dem Heben, müde\n";
  static const char with_dose[] =
    "October 2026\n"
    "Spasm, 2 of 10, Friday, 2 October, 08:00\n";

  unknot_episode_add (medicated, UNKNOT_ENTRY (dose));
  save (fixture, medicated);
  save (fixture, own);
  present (fixture);
  unknot_test_wait (shows (fixture, "entries"));

  gtk_editable_set_text (get_search (fixture), "MUDE heb");
  unknot_test_wait (reads (fixture, with_note));
  gtk_editable_set_text (get_search (fixture), "ibu");
  unknot_test_wait (reads (fixture, with_dose));
  gtk_editable_set_text (get_search (fixture), "hep");
  unknot_test_wait (reads (fixture, "October 2026\nHeparin, Monday, 5 October, 12:00\n"));
  gtk_editable_set_text (get_search (fixture), "he");
  unknot_test_wait (reads (fixture,
                           "November 2026\n"
                           "Spasm, 1 of 10, Tuesday, 3 November, 08:00\n"
                           "nach dem Heben, müde\n"
                           "October 2026\n"
                           "Heparin, Monday, 5 October, 12:00\n"));
  gtk_editable_set_text (get_search (fixture), "hex");
  unknot_test_wait (shows (fixture, "not-found"));
  g_assert_true (unknot_test_is_shown (fixture->list, GTK_TYPE_LABEL,
                                       "Notes, names of medicine and words of events are "
                                       "searched."));
  unknot_test_assert_label (GTK_ACCESSIBLE (get_search (fixture)),
                            "Search notes, medicine and events");
  gtk_editable_set_text (get_search (fixture), " ");
  unknot_test_wait (shows (fixture, "entries"));
}

/* What is typed while the answer is not there yet drops the question. */
static void
test_history_list_as_typed (Fixture       *fixture,
                            gconstpointer  data)
{
  static const char *const typed[] = { "l", "li", "lif", "lift", "lifti", "liftin", "lifting" };

  g_object_unref (save_episode (fixture, 20261103, 1, "lifting"));
  g_object_unref (save_episode (fixture, 20261104, 2, "lifted"));
  present (fixture);
  unknot_test_wait (shows (fixture, "entries"));
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    gtk_editable_set_text (get_search (fixture), typed[i]);
  unknot_test_wait (reads (fixture,
                           "November 2026\n"
                           "Spasm, 1 of 10, Tuesday, 3 November, 08:00\nlifting\n"));
}

/* A screen reader hears how many there are, be they in the list yet or not, and that once. */
static void
test_history_list_announced (Fixture       *fixture,
                             gconstpointer  data)
{
  for (guint i = 0; i < 12; i++)
    g_object_unref (save_episode (fixture, 20261101 + i, 3, i == 0 ? "lifted, sneezed" : "lifted"));
  present (fixture);
  unknot_test_wait (shows (fixture, "entries"));
  announced = g_string_new (NULL);

  gtk_editable_set_text (get_search (fixture), "lift");
  g_assert_cmpstr (announced->str, ==, "");
  unknot_test_wait (announced->len > 0);
  g_assert_cmpstr (announced->str, ==, "12 entries match\n");
  gtk_editable_set_text (get_search (fixture), "x");
  gtk_editable_set_text (get_search (fixture), "sneezed");
  unknot_test_wait (g_str_equal (announced->str, "12 entries match\n1 entry matches\n"));
  gtk_editable_set_text (get_search (fixture), "sneezed x");
  unknot_test_wait (shows (fixture, "not-found"));
  g_assert_true (g_str_has_suffix (announced->str, "\n1 entry matches\nNothing matches\n"));

  g_string_truncate (announced, 0);
  gtk_editable_set_text (get_search (fixture), "");
  unknot_test_wait (shows (fixture, "entries"));
  g_object_unref (save_episode (fixture, 20261120, 4, ""));
  unknot_test_wait (find_row (get_list (fixture), "Spasm, 4 of 10") != NULL);
  g_assert_cmpstr (announced->str, ==, "");
  g_string_free (g_steal_pointer (&announced), TRUE);
}

/* Where the search is closed everything is there again. */
static void
test_history_list_search_closed (Fixture       *fixture,
                                 gconstpointer  data)
{
  gboolean search_mode;

  g_object_unref (save_episode (fixture, 20261103, 1, ""));
  present (fixture);
  unknot_test_wait (shows (fixture, "entries"));
  unknot_history_list_search (UNKNOT_HISTORY_LIST (fixture->list));
  g_object_get (fixture->list, "search-mode", &search_mode, NULL);
  g_assert_true (search_mode);
  gtk_editable_set_text (get_search (fixture), "x");
  unknot_test_wait (shows (fixture, "not-found"));

  g_signal_emit_by_name (get_search (fixture), "stop-search");
  g_object_get (fixture->list, "search-mode", &search_mode, NULL);
  g_assert_false (search_mode);
  unknot_test_wait (shows (fixture, "entries"));
  g_assert_cmpstr (gtk_editable_get_text (get_search (fixture)), ==, "");
}

/* --- Filtering --- */

static UnknotEntryFilter *
make_filter (int from,
             int to)
{
  g_autoptr (UnknotEntryFilter) any = unknot_entry_filter_new ();

  return unknot_entry_filter_with_worst (any, from, to);
}

/* Nothing matching is not nothing there, and all is there again by one click. */
static void
test_history_list_filter (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotEntryFilter) bad = make_filter (5, 10);
  g_autoptr (UnknotEntryFilter) worst = make_filter (10, 10);

  g_object_unref (save_episode (fixture, 20261103, 4, ""));
  g_object_unref (save_episode (fixture, 20261104, 6, ""));
  present (fixture);
  unknot_test_wait (shows (fixture, "entries"));
  g_assert_true (is_bar_shown (fixture));

  unknot_history_list_set_filter (UNKNOT_HISTORY_LIST (fixture->list), bad);
  unknot_test_wait (reads (fixture,
                           "November 2026\n"
                           "Spasm, 6 of 10, Wednesday, 4 November, 08:00\n"));
  unknot_history_list_set_filter (UNKNOT_HISTORY_LIST (fixture->list), worst);
  unknot_test_wait (shows (fixture, "not-found"));
  g_assert_true (is_bar_shown (fixture));

  unknot_test_click (unknot_test_get (fixture->list, GTK_TYPE_BUTTON, "Show All Entries"));
  unknot_test_wait (reads (fixture,
                           "November 2026\n"
                           "Spasm, 6 of 10, Wednesday, 4 November, 08:00\n"
                           "Spasm, 4 of 10, Tuesday, 3 November, 08:00\n"));
  g_assert_null (unknot_test_find (fixture->list, GTK_TYPE_BUTTON, "Remove filter: Pain 10"));
}

/* A chip takes back what it says. */
static void
test_history_list_chip (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (UnknotEntryFilter) worst = make_filter (10, 10);
  GtkWidget *chip;

  g_object_unref (save_episode (fixture, 20261103, 4, ""));
  present (fixture);
  unknot_history_list_set_filter (UNKNOT_HISTORY_LIST (fixture->list), worst);
  unknot_test_wait (shows (fixture, "not-found"));
  chip = gtk_widget_get_ancestor (unknot_test_get (fixture->list, GTK_TYPE_LABEL, "Pain 10"),
                                  GTK_TYPE_BUTTON);
  unknot_test_click (chip);
  unknot_test_wait (shows (fixture, "entries"));
}

/* --- What can be done --- */

static void
test_history_list_opened (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261105, 12, 0);
  g_autoptr (UnknotDose) dose = unknot_dose_new (moment, "Heparin", 1, NULL);

  g_object_unref (save_episode (fixture, 20261103, 1, ""));
  g_object_unref (save_episode (fixture, 20261002, 2, ""));
  save (fixture, dose);
  present (fixture);
  unknot_test_wait (shows (fixture, "entries"));
  /* There is no more to see of it. */
  gtk_widget_activate (get_cell (fixture, "Heparin"));
  g_assert_null (get_dialog (fixture));

  g_assert_true (gtk_widget_activate (get_cell (fixture, "Spasm, 2 of 10")));
  g_assert_true (UNKNOT_IS_SPASM_DIALOG (get_dialog (fixture)));
}

static void
test_history_list_accessible (Fixture       *fixture,
                              gconstpointer  data)
{
  g_object_unref (save_episode (fixture, 20261120, 3, "a note"));
  present (fixture);
  unknot_test_wait (shows (fixture, "entries"));
  unknot_test_assert_label (get_list (fixture), "All entries");
  unknot_test_assert_label (get_cell (fixture, "Spasm, 3 of 10"),
                            "Spasm, 3 of 10, Yesterday, 08:00");
  gtk_test_accessible_assert_role (unknot_test_get (get_list (fixture), GTK_TYPE_LABEL,
                                                    "November 2026"),
                                   GTK_ACCESSIBLE_ROLE_HEADING);
}

/* From the row, and from the button in it, which is not the row. */
static void
test_history_list_delete_key (Fixture       *fixture,
                              gconstpointer  data)
{
  g_object_unref (save_episode (fixture, 20261103, 1, ""));
  g_object_unref (save_episode (fixture, 20261002, 2, ""));
  present (fixture);
  unknot_test_wait (shows (fixture, "entries"));
  gtk_widget_grab_focus (unknot_test_get (fixture->list, UNKNOT_TYPE_FILTER_BAR, NULL));
  g_assert_false (unknot_test_press (get_list (fixture), "Delete"));
  g_assert_false (unknot_test_press (get_list (fixture), "Menu"));

  gtk_widget_grab_focus (get_cell (fixture, "Spasm, 2 of 10"));
  g_assert_true (unknot_test_press (get_list (fixture), "Delete"));
  unknot_test_wait (find_row (get_list (fixture), "Spasm, 2 of 10") == NULL);
  g_assert_cmpint (count (fixture), ==, 1);

  gtk_widget_grab_focus (unknot_test_get (GTK_WIDGET (get_row (fixture, "Spasm, 1 of 10")),
                                          GTK_TYPE_BUTTON, NULL));
  g_assert_true (unknot_test_press (get_list (fixture), "Delete"));
  unknot_test_wait (shows (fixture, "empty"));
  g_assert_cmpint (count (fixture), ==, 0);
  g_assert_null (get_dialog (fixture));
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_get_visible (get_menu (fixture)));
  gtk_popover_popdown (GTK_POPOVER (get_menu (fixture)));
  g_assert_true (gtk_widget_activate_action (get_menu (fixture), action, NULL));
}

/* The menu is of the row that it was asked for at. */
static void
test_history_list_menu (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char *const triggers[] = { "lifting", NULL };
  g_autoptr (UnknotEpisode) second = save_episode (fixture, 20261002, 2, "");

  unknot_episode_set_codes (second, UNKNOT_VOCABULARY_TRIGGER, triggers, NULL);
  save (fixture, second);
  g_object_unref (save_episode (fixture, 20261103, 1, ""));
  present (fixture);
  unknot_test_wait (shows (fixture, "entries"));
  unknot_test_click (unknot_test_get (GTK_WIDGET (get_row (fixture, "Spasm, 2 of 10")),
                                      GTK_TYPE_BUTTON, NULL));
  activate (fixture, "entries.open");
  g_assert_true (UNKNOT_IS_SPASM_DIALOG (get_dialog (fixture)));
  adw_dialog_close (ADW_DIALOG (get_dialog (fixture)));
  unknot_test_wait (get_dialog (fixture) == NULL);

  gtk_widget_grab_focus (get_cell (fixture, "Spasm, 2 of 10"));
  g_assert_true (unknot_test_press (get_list (fixture), "<Shift>F10"));
  activate (fixture, "entries.duplicate");
  unknot_test_click (unknot_test_get (get_dialog (fixture), GTK_TYPE_BUTTON, "save_button"));
  unknot_test_wait (find_row (get_list (fixture), "Spasm, 2 of 10, 14:05") != NULL);
  unknot_test_wait (get_dialog (fixture) == NULL);
  g_assert_true (has_focus (fixture, "Spasm, 2 of 10, Friday, 2 October"));
  g_assert_true (g_str_has_suffix (unknot_entry_row_get_name (
                                     get_row (fixture, "Spasm, 2 of 10, 14:05")), " · Lifting"));
  g_assert_cmpint (count (fixture), ==, 3);

  gtk_widget_grab_focus (get_cell (fixture, "Spasm, 1 of 10"));
  g_assert_true (unknot_test_press (get_list (fixture), "Menu"));
  activate (fixture, "entries.delete");
  unknot_test_wait (find_row (get_list (fixture), "Spasm, 1 of 10") == NULL);
  g_assert_cmpint (count (fixture), ==, 2);
}

/* A day cannot be had twice, and of a dose there is no more to see. */
static void
test_history_list_menu_of_others (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261105, 12, 0);
  g_autoptr (UnknotDose) dose = unknot_dose_new (moment, "Heparin", 1, NULL);

  save (fixture, dose);
  present (fixture);
  unknot_test_wait (shows (fixture, "entries"));
  unknot_test_click (unknot_test_get (GTK_WIDGET (get_row (fixture, "Heparin")), GTK_TYPE_BUTTON,
                                      NULL));
  gtk_widget_activate_action (fixture->list, "entries.open", NULL);
  gtk_widget_activate_action (fixture->list, "entries.duplicate", NULL);
  g_assert_null (get_dialog (fixture));
  activate (fixture, "entries.delete");
  unknot_test_wait (shows (fixture, "empty"));
}

/* What is damaged is there to be seen, and nothing can be done with it by mistake. */
static void
test_history_list_damaged (Fixture       *fixture,
                           gconstpointer  data)
{
  GtkWidget *row;

  g_object_unref (save_episode (fixture, 20261103, 3, ""));
  g_object_unref (save_episode (fixture, 20261104, 4, ""));
  g_object_unref (save_episode (fixture, 20261105, 5, ""));
  unknot_test_diary_query (fixture->diary.path,
                           "UPDATE episode SET precision = 'x' WHERE started_day = 20261104");
  unknot_test_diary_query (fixture->diary.path,
                           "UPDATE episode SET started_day = 0 WHERE started_day = 20261103");
  unknot_test_diary_allow_failure (&fixture->diary);
  present (fixture);
  unknot_test_wait (reads (fixture,
                           "November 2026\n"
                           "Spasm, 5 of 10, Thursday, 5 November, 08:00\n"
                           "Damaged entry, Wednesday, 4 November\n"
                           "Day unknown\n"
                           "Damaged entry, Day unknown\n"));

  row = GTK_WIDGET (get_row (fixture, "Damaged entry, Wednesday"));
  g_assert_false (unknot_test_is_shown (row, GTK_TYPE_BUTTON, NULL));
  gtk_widget_grab_focus (gtk_widget_get_parent (row));
  g_assert_false (unknot_test_press (get_list (fixture), "Delete"));
  g_assert_true (unknot_test_press (get_list (fixture), "Menu"));
  g_assert_false (gtk_widget_get_visible (get_menu (fixture)));
  g_signal_emit_by_name (get_list (fixture), "activate", 1);
  g_assert_null (get_dialog (fixture));
  g_assert_cmpint (count (fixture), ==, 3);
}

/* --- How it is built --- */

static void
save_many (Fixture *fixture,
           int      n)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < n; i++)
    {
      UnknotEpisode *episode = unknot_test_diary_make_episode (20200101 + i % 6 * 10000, i % 24, 5);

      unknot_episode_end_now (episode, unknot_episode_get_start (episode));
      unknot_episode_set_note (episode, i % 2 ? "a note" : "", NULL);
      g_ptr_array_add (entries, episode);
    }
  g_assert_true (unknot_test_diary_try_save_all (fixture->diary.diary, entries, NULL));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static guint
count_items (Fixture *fixture)
{
  return g_list_model_get_n_items (
    G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (get_list (fixture)))));
}

/* Whoever goes through thousands of entries to the end sees them all in a few hundred rows. */
static void
test_history_list_rows (Fixture       *fixture,
                        gconstpointer  data)
{
  guint n_rows = 0;
  double last = -1;

  save_many (fixture, 3000);
  present (fixture);
  g_signal_connect_swapped (gtk_list_view_get_factory (GTK_LIST_VIEW (get_list (fixture))), "setup",
                            G_CALLBACK (count_cb), &n_rows);
  unknot_test_wait (shows (fixture, "entries"));
  gtk_widget_grab_focus (get_list (fixture));
  unknot_test_wait (count_items (fixture) == 3000);
  while (gtk_adjustment_get_value (get_adjustment (fixture)) > last)
    {
      last = gtk_adjustment_get_value (get_adjustment (fixture));
      gtk_adjustment_set_value (get_adjustment (fixture),
                                last + gtk_adjustment_get_page_size (get_adjustment (fixture)));
      unknot_test_settle ();
    }
  g_test_message ("%u rows", n_rows);
  g_assert_cmpuint (n_rows, >, 10);
  g_assert_cmpuint (n_rows, <=, 300);
}

static void
test_history_list_narrow (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotEntryFilter) bad = make_filter (5, 10);

  g_object_unref (save_episode (fixture, 20261103, 6, "a note"));
  present (fixture);
  unknot_history_list_set_filter (UNKNOT_HISTORY_LIST (fixture->list), bad);
  unknot_test_wait (shows (fixture, "entries"));
  unknot_test_assert_narrow (GTK_WIDGET (fixture->window));
}

/* The month above the first row is in sight wherever that row has the focus. */
static void
test_history_list_top (Fixture       *fixture,
                       gconstpointer  data)
{
  for (int i = 1; i <= 10; i++)
    {
      g_object_unref (save_episode (fixture, 20261100 + i, i, "a note"));
      g_object_unref (save_episode (fixture, 20261110 + i, 0, "a note"));
    }
  present (fixture);
  unknot_test_wait (shows (fixture, "entries"));
  gtk_widget_grab_focus (get_list (fixture));
  unknot_test_wait (gtk_adjustment_get_upper (get_adjustment (fixture)) >
                    gtk_adjustment_get_page_size (get_adjustment (fixture)));
  unknot_test_wait (gtk_adjustment_get_value (get_adjustment (fixture)) <= 0);

  /* Once somebody looks through it, all of it is there. */
  while (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (
           get_list (fixture))))) < 20)
    {
      gtk_adjustment_set_value (get_adjustment (fixture), 200);
      g_main_context_iteration (NULL, TRUE);
    }
  gtk_list_view_scroll_to (GTK_LIST_VIEW (get_list (fixture)), 19, GTK_LIST_SCROLL_FOCUS, NULL);
  unknot_test_wait (gtk_adjustment_get_value (get_adjustment (fixture)) > 100 &&
                    has_focus (fixture, "Spasm, 1 of 10"));
  gtk_list_view_scroll_to (GTK_LIST_VIEW (get_list (fixture)), 0, GTK_LIST_SCROLL_FOCUS, NULL);
  unknot_test_wait (gtk_adjustment_get_value (get_adjustment (fixture)) <= 0);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("/history-list/empty", test_history_list_empty);
  ADD ("/history-list/loading", test_history_list_loading);
  ADD ("/history-list/months", test_history_list_months);
  ADD ("/history-list/deleting", test_history_list_deleting);
  ADD ("/history-list/changing", test_history_list_changing);
  ADD ("/history-list/search", test_history_list_search);
  ADD ("/history-list/as-typed", test_history_list_as_typed);
  ADD ("/history-list/announced", test_history_list_announced);
  ADD ("/history-list/search-closed", test_history_list_search_closed);
  ADD ("/history-list/filter", test_history_list_filter);
  ADD ("/history-list/chip", test_history_list_chip);
  ADD ("/history-list/opened", test_history_list_opened);
  ADD ("/history-list/accessible", test_history_list_accessible);
  ADD ("/history-list/delete-key", test_history_list_delete_key);
  ADD ("/history-list/menu", test_history_list_menu);
  ADD ("/history-list/menu-of-others", test_history_list_menu_of_others);
  ADD ("/history-list/damaged", test_history_list_damaged);
  ADD ("/history-list/rows", test_history_list_rows);
  ADD ("/history-list/narrow", test_history_list_narrow);
  ADD ("/history-list/top", test_history_list_top);

  return g_test_run ();
}
