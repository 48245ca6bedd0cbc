/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-diary-file.h"
#include "unknot-entry-list.h"
#include "unknot-test-diary.h"
#include "unknot-test-power.h"

#include <signal.h>
#include <sys/wait.h>

/* What was released is read by every later version: tests/fixtures/diary has what each of them left
 * behind, and beside it, of every entry, all that there is to know. */

#define N_KILLS 20

/* A text longer than this is told by its length and its digest. */
#define MAX_TEXT 1000

static const char *program;

/* --- What is in a diary, as text --- */

static const char *
or_none (const char *text)
{
  return text != NULL ? text : "-";
}

static void
add_moment (GString      *text,
            UnknotMoment *moment)
{
  if (moment == NULL)
    g_string_append_c (text, '-');
  else
    g_string_append_printf (text, "%" G_GINT64_FORMAT " %d %s %d", unknot_moment_get_utc (moment),
                            unknot_moment_get_offset (moment), unknot_moment_get_zone (moment),
                            unknot_moment_get_day (moment));
}

static void
add_pain (GString *text,
          int      pain)
{
  if (pain == UNKNOT_PAIN_UNKNOWN)
    g_string_append_c (text, '-');
  else
    g_string_append_printf (text, "%d", pain);
}

static void
add_text (GString    *text,
          const char *words)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, words, -1);
  g_autofree char *high = g_malloc0 (129);
  g_autofree char *escaped = NULL;

  for (guint i = 0; i < 128; i++)
    high[i] = 128 + i;
  escaped = g_strescape (words, high);
  if (strlen (words) > MAX_TEXT)
    g_string_append_printf (text, "%zu bytes, %s", strlen (words), digest);
  else
    g_string_append_printf (text, "\"%s\"", escaped);
}

static void
add_head (GString     *text,
          const char  *kind,
          UnknotEntry *entry)
{
  g_string_append_printf (text, "%s %s ", kind, unknot_entry_get_uuid (entry));
  add_moment (text, unknot_entry_get_moment (entry));
}

static void
add_dose (GString    *text,
          UnknotDose *dose)
{
  add_head (text, "dose", UNKNOT_ENTRY (dose));
  g_string_append (text, ": ");
  add_text (text, unknot_dose_get_name (dose));
  g_string_append_printf (text, " %g %s %s %s %s\n", unknot_dose_get_amount (dose),
                          or_none (unknot_dose_get_unit (dose)),
                          or_none (unknot_dose_get_ingredient (dose)),
                          or_none (unknot_dose_get_supply (dose)),
                          or_none (unknot_dose_get_effect (dose)));
}

static void
add_codes (GString       *text,
           UnknotEpisode *episode)
{
  static const UnknotVocabulary aspects[] = {
    UNKNOT_VOCABULARY_TRIGGER, UNKNOT_VOCABULARY_FEEL, UNKNOT_VOCABULARY_STOPS,
    UNKNOT_VOCABULARY_SPREADS, UNKNOT_VOCABULARY_WARNING,
  };

  for (guint i = 0; i < G_N_ELEMENTS (aspects); i++)
    {
      g_auto (GStrv) codes = unknot_episode_dup_codes (episode, aspects[i]);
      g_autofree char *all = g_strjoinv (" ", codes);

      if (*all != '\0')
        g_string_append_printf (text, "  %s %s\n", unknot_vocabulary_get_name (aspects[i]), all);
    }
}

static void
add_places (GString    *text,
            GListModel *places)
{
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (UnknotPlace) place = g_list_model_get_item (places, i);

      g_string_append_printf (text, "  place %s %s ", unknot_place_get_area (place),
                              or_none (unknot_place_get_side (place)));
      add_pain (text, unknot_place_get_pain (place));
      g_string_append_printf (text, " %s\n", or_none (unknot_place_get_kind (place)));
    }
}

static void add_entry (GString     *text,
                       UnknotEntry *entry);

static void
add_belongings (GString       *text,
                UnknotEpisode *episode,
                GListModel    *entries)
{
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (UnknotEntry) entry = g_list_model_get_item (entries, i);

      g_assert_cmpstr (unknot_entry_get_episode (entry), ==,
                       unknot_entry_get_uuid (UNKNOT_ENTRY (episode)));
      g_string_append (text, "  ");
      add_entry (text, entry);
    }
}

static void
add_episode (GString       *text,
             UnknotEpisode *episode)
{
  add_head (text, "spasm", UNKNOT_ENTRY (episode));
  g_string_append (text, " to ");
  add_moment (text, unknot_episode_get_end (episode));
  g_string_append_printf (text, ": %s %s\n  worst %d, now ",
                          unknot_episode_get_precision (episode),
                          or_none (unknot_episode_get_onset (episode)),
                          unknot_episode_get_worst (episode));
  add_pain (text, unknot_episode_get_current (episode));
  g_string_append (text, ", at rest ");
  add_pain (text, unknot_episode_get_at_rest (episode));
  g_string_append (text, ", on moving ");
  add_pain (text, unknot_episode_get_on_moving (episode));
  g_string_append (text, "\n  note ");
  add_text (text, unknot_episode_get_note (episode));
  g_string_append_c (text, '\n');
  add_codes (text, episode);
  add_places (text, G_LIST_MODEL (unknot_episode_get_places (episode)));
  add_belongings (text, episode, unknot_episode_get_readings (episode));
  add_belongings (text, episode, unknot_episode_get_reliefs (episode));
  add_belongings (text, episode, unknot_episode_get_doses (episode));
}

static void
add_entry (GString     *text,
           UnknotEntry *entry)
{
  if (UNKNOT_IS_EPISODE (entry))
    {
      add_episode (text, UNKNOT_EPISODE (entry));
    }
  else if (UNKNOT_IS_READING (entry))
    {
      add_head (text, "reading", entry);
      g_string_append_printf (text, ": %d\n", unknot_reading_get_pain (UNKNOT_READING (entry)));
    }
  else if (UNKNOT_IS_RELIEF (entry))
    {
      add_head (text, "relief", entry);
      g_string_append_printf (text, ": %s %s\n", unknot_relief_get_measure (UNKNOT_RELIEF (entry)),
                              or_none (unknot_relief_get_effect (UNKNOT_RELIEF (entry))));
    }
  else if (UNKNOT_IS_DOSE (entry))
    {
      add_dose (text, UNKNOT_DOSE (entry));
    }
  else if (UNKNOT_IS_DAY (entry))
    {
      add_head (text, "day", entry);
      g_string_append_printf (text, ": %d %s\n", unknot_day_is_painless (UNKNOT_DAY (entry)),
                              or_none (unknot_day_get_sleep (UNKNOT_DAY (entry))));
    }
  else if (UNKNOT_IS_EVENT (entry))
    {
      add_head (text, "event", entry);
      g_string_append_printf (text, ": %s ", unknot_event_get_kind (UNKNOT_EVENT (entry)));
      add_text (text, unknot_event_get_title (UNKNOT_EVENT (entry)));
      g_string_append_c (text, ' ');
      add_text (text, unknot_event_get_note (UNKNOT_EVENT (entry)));
      g_string_append_c (text, '\n');
    }
  else if (UNKNOT_IS_PEG (entry))
    {
      add_head (text, "peg", entry);
      g_string_append_printf (text, ": %d %d %d\n", unknot_peg_get_pain (UNKNOT_PEG (entry)),
                              unknot_peg_get_enjoyment (UNKNOT_PEG (entry)),
                              unknot_peg_get_activity (UNKNOT_PEG (entry)));
    }
  else if (UNKNOT_IS_VISIT (entry))
    {
      add_head (text, "visit", entry);
      g_string_append (text, ": ");
      add_text (text, unknot_visit_get_questions (UNKNOT_VISIT (entry)));
      g_string_append_c (text, ' ');
      add_text (text, unknot_visit_get_goals (UNKNOT_VISIT (entry)));
      g_string_append_c (text, ' ');
      add_text (text, unknot_visit_get_outcome (UNKNOT_VISIT (entry)));
      g_string_append_c (text, '\n');
    }
  else
    {
      add_head (text, "check", entry);
      g_string_append_printf (text, ": %s %s\n", unknot_check_get_answers (UNKNOT_CHECK (entry)),
                              unknot_check_get_assessment (UNKNOT_CHECK (entry)));
    }
}

static void
wait_for (UnknotEntryList *list)
{
  while (unknot_entry_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

/* The diary is open: everything in it is what the text beside the fixture says. */
static void
assert_all_there (DiaryFixture *fixture,
                  const char   *name)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "tests", "fixtures", "diary", file, NULL);
  g_autofree char *expected = NULL;
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  wait_for (list);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (UnknotEntry) entry = g_list_model_get_item (G_LIST_MODEL (list), i);

      add_entry (text, entry);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* --- The tests --- */

static const struct
{
  const char *name;
  const char *search;
  guint n_found;
} searches[] = {
  { "1-empty", "back", 0 },
  { "1-ordinary", "buck", 1 },
  { "1-ordinary", "IBUPROFEN mich", 1 },
  { "1-deleted", "garten", 1 },
  { "1-deleted", "paracetamol gartenarbeit", 1 },
  { "1-deleted", "ibu", 1 },
  { "1-deleted", "umzug", 0 },
  { "1-deleted", "diclofenac", 0 },
  { "1-deleted", "naproxen", 0 },
  { "1-deleted", "aspirin", 0 },
  { "1-travel", "twice", 1 },
  { "1-travel", "ibuprofen", 2 },
  { "1-writing", "ظهر 🦴", 1 },
  { "1-writing", "الظهر תשנג", 0 },
  { "1-writing", "בגב الظهر", 1 },
  { "1-writing", "zeile zeile", 1 },
  { "1-writing", "rucken", 1 },
  { "1-writing", "facade Naive", 1 },
  { "1-writing", "痛い", 1 },
  { "1-writing", "पीठ", 1 },
  { "1-writing", "drop table episode", 1 },
  { "1-writing", "grosse", 0 },
  { "1-writing", "größe", 1 },
  { "1-full", "number 8", 1 },
  { "1-full", "medicine", 1 + 4 },
  { "2-ordinary", "bückte ibuprofen", 1 },
  { "2-ordinary", "para", 1 },
  { "3-ordinary", "bückte ibuprofen", 1 },
  { "3-ordinary", "STUHL knie", 1 },
  { "3-deleted", "krankengymnastik", 0 },
  { "3-deleted", "ibu", 1 },
  { "3-travel", "scan", 2 },
  { "3-writing", "ظهر 🦴", 2 },
  { "3-writing", "痛い", 2 },
  { "3-writing", "rontgen", 1 },
  { "3-full", "number 8", 1 },
  { "3-full", "event", 6 },
  { "4-ordinary", "knie schwimmen", 1 },
  { "4-deleted", "röntgen", 0 },
  { "4-deleted", "treppe", 1 },
  { "4-writing", "ظهر 🦴", 3 },
  { "4-writing", "痛い", 3 },
};

static guint
count_found (DiaryFixture *fixture,
             const char   *search)
{
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);

  unknot_entry_list_set_search (list, search);
  wait_for (list);

  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static void
test_versions_are_read (DiaryFixture  *fixture,
                        gconstpointer  data)
{
  const char *name = data;
  g_autofree char *backups = g_strconcat (fixture->path, ".backups", NULL);
  gint64 version, n_entries;

  unknot_test_diary_install (fixture, name);
  version = unknot_test_diary_query (fixture->path, "PRAGMA user_version");
  n_entries = unknot_test_diary_query (fixture->path, "SELECT count (*) FROM episode");
  g_assert_cmpint (version, ==, g_ascii_digit_value (*name));
  unknot_test_diary_open (fixture);
  if (version < unknot_diary_schema_get ()->version)
    {
      g_autofree char *backup = unknot_test_diary_find_file (backups, ".db");

      g_assert_cmpint (unknot_test_diary_query (backup, "PRAGMA user_version"), ==, version);
      g_assert_cmpint (unknot_test_diary_query (backup, "SELECT count (*) FROM episode"), ==,
                       n_entries);
      g_assert_true (unknot_diary_file_check (backup, unknot_diary_schema_get (), NULL));
    }

  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (unknot_test_diary_query (fixture->path, "PRAGMA user_version"), ==,
                       unknot_diary_schema_get ()->version);
      assert_all_there (fixture, name);
      unknot_test_diary_assert_index (fixture);
      for (guint j = 0; j < G_N_ELEMENTS (searches); j++)
        {
          if (g_str_equal (searches[j].name, name))
            g_assert_cmpuint (count_found (fixture, searches[j].search), ==, searches[j].n_found);
        }
      unknot_test_diary_reopen (fixture);
    }
}

/* After whatever ended it: it is the version that it was, as @name says, or the new one, and all of
 * it is there. A new one has a backup of what it was. */
static void
assert_one_or_the_other (DiaryFixture *fixture,
                         const char   *name,
                         guint        *n_upgraded)
{
  g_autofree char *backups = g_strconcat (fixture->path, ".backups", NULL);
  gint64 before = g_ascii_digit_value (*name);
  gint64 version = unknot_test_diary_query (fixture->path, "PRAGMA user_version");
  gint64 n_tables = unknot_test_diary_query (fixture->path,
                                             "SELECT count (*) FROM sqlite_schema WHERE name IN "
                                             "('episode', 'note_words', 'event_words', "
                                             "'visit_words')");

  g_assert_true (version == before || version == unknot_diary_schema_get ()->version);
  g_assert_cmpint (n_tables, ==, version);
  if (version > before)
    {
      g_autofree char *backup = unknot_test_diary_find_file (backups, ".db");

      g_assert_true (unknot_diary_file_check (backup, unknot_diary_schema_get (), NULL));
      g_assert_cmpint (unknot_test_diary_query (backup, "PRAGMA user_version"), ==, before);
      (*n_upgraded)++;
    }
  unknot_test_diary_open (fixture);
  assert_all_there (fixture, name);
  unknot_test_diary_assert_index (fixture);
  unknot_test_diary_close (fixture->diary);
}

static void
start_over (DiaryFixture *fixture,
            const char   *name)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  if (g_file_test (folder, G_FILE_TEST_EXISTS))
    unknot_test_diary_remove_all (folder);
  unknot_test_diary_install (fixture, name);
}

static void
test_versions_killed (DiaryFixture  *fixture,
                      gconstpointer  data)
{
  const char *name = data;
  const char *arguments[] = { program, "--open", fixture->path, NULL };
  guint n_upgraded = 0;

  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autoptr (GError) error = NULL;
      GPid pid;
      int status;

      start_over (fixture, name);
      g_spawn_async (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                     &error);
      g_assert_no_error (error);
      g_usleep (g_test_rand_int_range (0, 60000));
      g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
      assert_one_or_the_other (fixture, name, &n_upgraded);
    }
  g_test_message ("%u of %d were upgraded", n_upgraded, N_KILLS);
}

/* Opens a diary, and waits to be killed. */
static void
open_until_killed (const char *path)
{
  g_autoptr (UnknotClock) clock = unknot_clock_new ();
  g_autoptr (UnknotDiary) diary = unknot_diary_new (path, clock);
  g_autoptr (GError) error = NULL;

  unknot_test_diary_try_open (diary, &error);
  g_assert_no_error (error);
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

/* At each thing in turn that is asked of the disk. */
static void
test_versions_power_is_cut (DiaryFixture  *fixture,
                            gconstpointer  data)
{
  const char *name = data;
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  gboolean was_cut = TRUE;
  guint n_upgraded = 0;
  guint n = 0;

  unknot_test_power_set_up ();
  while (was_cut)
    {
      start_over (fixture, name);
      unknot_test_power_arm (n++);
      if (unknot_test_diary_try_open (fixture->diary, NULL))
        unknot_test_diary_close (fixture->diary);
      was_cut = unknot_test_power_is_cut ();
      unknot_test_power_return (random);
      assert_one_or_the_other (fixture, name, &n_upgraded);
    }
  g_assert_cmpuint (n, >, 10);
  g_assert_cmpuint (n_upgraded, >, 0);
  g_assert_cmpuint (n_upgraded, <, n);
  g_test_message ("%u power cuts, %u after the upgrade", n, n_upgraded);
}

static void
add (const char   *path,
     gconstpointer data,
     void (*test) (DiaryFixture *, gconstpointer))
{
  g_test_add (path, DiaryFixture, data, unknot_test_diary_set_up, test,
              unknot_test_diary_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--open"))
    open_until_killed (argv[2]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);

  add ("/diary-versions/1-empty", "1-empty", test_versions_are_read);
  add ("/diary-versions/1-ordinary", "1-ordinary", test_versions_are_read);
  add ("/diary-versions/1-deleted", "1-deleted", test_versions_are_read);
  add ("/diary-versions/1-travel", "1-travel", test_versions_are_read);
  add ("/diary-versions/1-writing", "1-writing", test_versions_are_read);
  add ("/diary-versions/1-full", "1-full", test_versions_are_read);
  add ("/diary-versions/2-ordinary", "2-ordinary", test_versions_are_read);
  add ("/diary-versions/3-ordinary", "3-ordinary", test_versions_are_read);
  add ("/diary-versions/3-deleted", "3-deleted", test_versions_are_read);
  add ("/diary-versions/3-travel", "3-travel", test_versions_are_read);
  add ("/diary-versions/3-writing", "3-writing", test_versions_are_read);
  add ("/diary-versions/3-full", "3-full", test_versions_are_read);
  add ("/diary-versions/4-ordinary", "4-ordinary", test_versions_are_read);
  add ("/diary-versions/4-deleted", "4-deleted", test_versions_are_read);
  add ("/diary-versions/4-writing", "4-writing", test_versions_are_read);
  add ("/diary-versions/1-killed", "1-writing", test_versions_killed);
  add ("/diary-versions/2-killed", "2-ordinary", test_versions_killed);
  add ("/diary-versions/3-killed", "3-writing", test_versions_killed);
  add ("/diary-versions/1-power-is-cut", "1-ordinary", test_versions_power_is_cut);
  add ("/diary-versions/2-power-is-cut", "2-ordinary", test_versions_power_is_cut);
  add ("/diary-versions/3-power-is-cut", "3-ordinary", test_versions_power_is_cut);

  return g_test_run ();
}
