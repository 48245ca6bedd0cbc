/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-record.h"
#include "unknot-storage.h"
#include "unknot-test-advice.h"
#include "unknot-test-diary.h"

#include <glib/gstdio.h>

static void
forbid_message_cb (UnknotRecord *record,
                   const char   *message)
{
  g_error ("%s", message);
}

static void
wait_until_idle (UnknotRecord *record)
{
  while (unknot_record_is_busy (record))
    g_main_context_iteration (NULL, TRUE);
}

static UnknotRecord *
open_made_up (UnknotStorage *storage)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  g_autoptr (UnknotClock) clock = unknot_clock_new ();
  UnknotRecord *record =
    unknot_record_new (protocol, clock, G_DATE_MONDAY, unknot_storage_get_diary_path (storage),
                       unknot_storage_get_prefix (storage));

  g_signal_connect (record, "told", G_CALLBACK (forbid_message_cb), NULL);
  unknot_record_open (record);
  unknot_record_make_up (record);

  return record;
}

static void
test_record_make_up (void)
{
  g_autoptr (UnknotStorage) storage = unknot_storage_new_demo (NULL);
  UnknotRecord *record = open_made_up (storage);
  UnknotDiary *diary = unknot_today_get_diary (unknot_record_get_today (record));
  g_autoptr (UnknotEpisode) ongoing = NULL;
  g_autoptr (GError) error = NULL;

  wait_until_idle (record);
  ongoing = unknot_diary_dup_ongoing (diary, &error);
  g_assert_no_error (error);
  g_assert_nonnull (ongoing);

  unknot_record_close (record);
  wait_until_idle (record);
  g_assert_finalize_object (record);
}

/* Whoever closes the window at once leaves a whole diary all the same. */
static void
test_record_make_up_and_close (void)
{
  g_autoptr (UnknotStorage) storage = unknot_storage_new_demo (NULL);
  UnknotRecord *record = open_made_up (storage);

  unknot_record_close (record);
  wait_until_idle (record);
  g_assert_finalize_object (record);
  g_assert_cmpint (unknot_test_diary_query (unknot_storage_get_diary_path (storage),
                                            "SELECT count (*) FROM checkup"), ==, 3);
}

/* --- Of a person --- */

typedef struct
{
  DiaryFixture files; /* whose diary is not used */
  UnknotProtocol *protocol;
  UnknotRecord *record;
  char *told;
  GError *failure;
} Fixture;

static void
told_cb (Fixture    *fixture,
         const char *message)
{
  g_set_str (&fixture->told, message);
}

static void
diary_failed_cb (Fixture *fixture,
                 GError  *error)
{
  g_clear_error (&fixture->failure);
  fixture->failure = g_error_copy (error);
}

static void
start (Fixture *fixture)
{
  g_autofree char *prefix = g_strconcat (fixture->files.folder, "/", NULL);

  fixture->record = unknot_record_new (fixture->protocol, fixture->files.clock, G_DATE_MONDAY,
                                       fixture->files.path, prefix);
  g_signal_connect_swapped (fixture->record, "told", G_CALLBACK (told_cb), fixture);
  g_signal_connect_swapped (fixture->record, "diary-failed", G_CALLBACK (diary_failed_cb), fixture);
  unknot_record_open (fixture->record);
  g_assert_true (unknot_record_is_busy (fixture->record));
}

static void
end (Fixture *fixture)
{
  unknot_record_close (fixture->record);
  wait_until_idle (fixture->record);
  g_assert_finalize_object (fixture->record);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  unknot_test_diary_set_up (&fixture->files, NULL);
  fixture->protocol = unknot_test_load_protocol ();
  start (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  end (fixture);
  g_free (fixture->told);
  g_clear_error (&fixture->failure);
  g_assert_finalize_object (fixture->protocol);
  unknot_test_diary_tear_down (&fixture->files, NULL);
}

static void
restart (Fixture *fixture)
{
  end (fixture);
  start (fixture);
}

static UnknotCheckup *
get_checkup (Fixture *fixture)
{
  return unknot_record_get_checkup (fixture->record);
}

static void
give (Fixture    *fixture,
      const char *question,
      const char *answer)
{
  unknot_test_give (fixture->protocol, unknot_checkup_get_answers (get_checkup (fixture)), question,
                    answer);
}

static void
assert_answer (Fixture    *fixture,
               const char *question,
               const char *code)
{
  UnknotAnswers *answers = unknot_checkup_get_answers (get_checkup (fixture));

  g_assert_true (unknot_answers_has_code (answers, unknot_test_lookup (fixture->protocol, question),
                                          code));
}

/* Each answer is on the disk when the program may end, and there again when it starts. */
static void
test_record_keeps_answers (Fixture       *fixture,
                           gconstpointer  data)
{
  wait_until_idle (fixture->record);
  give (fixture, "bladder", "no");
  give (fixture, "bowel", "not-sure");
  g_assert_true (unknot_record_is_busy (fixture->record));
  restart (fixture);
  assert_answer (fixture, "bladder", "no");
  assert_answer (fixture, "bowel", "not-sure");
}

/* A result goes to the diary, also when the diary is still being opened. */
static void
test_record_saves_results (Fixture       *fixture,
                           gconstpointer  data)
{
  UnknotToday *today = unknot_record_get_today (fixture->record);

  give (fixture, "fever", "yes");
  unknot_checkup_finish (get_checkup (fixture));
  wait_until_idle (fixture->record);
  g_assert_null (fixture->told);
  g_assert_cmpint (unknot_check_get_level (unknot_today_get_check (today)), ==, UNKNOT_LEVEL_URGENT);

  /* Another answer, another result. */
  give (fixture, "bladder", "new");
  unknot_checkup_finish (get_checkup (fixture));
  wait_until_idle (fixture->record);
  g_assert_cmpint (unknot_check_get_level (unknot_today_get_check (today)), ==,
                   UNKNOT_LEVEL_EMERGENCY);
  g_assert_cmpint (unknot_test_diary_query (fixture->files.path, "SELECT count (*) FROM checkup"), ==,
                   2);

  /* One that was finished before is not saved again. */
  restart (fixture);
  wait_until_idle (fixture->record);
  g_assert_true (unknot_checkup_is_finished (get_checkup (fixture)));
  g_assert_cmpint (unknot_test_diary_query (fixture->files.path, "SELECT count (*) FROM checkup"), ==,
                   2);
}

/* The check-up is told what the diary knows, and again when that changes. */
static void
test_record_fills_in (Fixture       *fixture,
                      gconstpointer  data)
{
  UnknotDiary *diary = unknot_today_get_diary (unknot_record_get_today (fixture->record));
  UnknotQuestion *question = unknot_test_lookup (fixture->protocol, "duration-days");
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261119, 9, 5);

  wait_until_idle (fixture->record);
  unknot_test_diary_save (diary, episode);
  while (!unknot_checkup_is_suggested (get_checkup (fixture), question))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (unknot_answers_get_count (
                     unknot_checkup_get_shown_answers (get_checkup (fixture), question), question),
                   ==, 2);
  g_assert_false (unknot_answers_is_answered (unknot_checkup_get_answers (get_checkup (fixture)),
                                              question));
}

/* Nothing is written for time alone. */
static void
test_record_rests (Fixture       *fixture,
                   gconstpointer  data)
{
  UnknotToday *today = unknot_record_get_today (fixture->record);

  while (unknot_today_get_trends (today) == NULL)
    g_main_context_iteration (NULL, TRUE);
  wait_until_idle (fixture->record);
  unknot_test_diary_set_time (&fixture->files, "UTC", 20261121, 14, 6);
  unknot_today_update (today);
  g_assert_false (unknot_record_is_busy (fixture->record));
}

/* Without the diary the check-up works, and says what of it could not be kept. */
static void
test_record_without_diary (Fixture       *fixture,
                           gconstpointer  data)
{
  end (fixture);
  g_assert_true (g_file_set_contents (fixture->files.path, "no diary", -1, NULL));
  start (fixture);
  wait_until_idle (fixture->record);
  g_assert_error (fixture->failure, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_DAMAGED);

  unknot_checkup_finish (get_checkup (fixture));
  wait_until_idle (fixture->record);
  g_assert_nonnull (strstr (fixture->told, "could not be written into the diary"));
  restart (fixture);
  g_assert_true (unknot_checkup_is_finished (get_checkup (fixture)));
}

/* Answers that cannot be put on the disk are told of, and are when they can. */
static void
test_record_unsaved (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *blocked = g_build_filename (fixture->files.folder, "checkup.json", NULL);
  g_autofree char *inside = g_build_filename (blocked, "inside", NULL);

  wait_until_idle (fixture->record);
  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);
  g_assert_false (unknot_record_is_unsaved (fixture->record));
  give (fixture, "bladder", "no");
  wait_until_idle (fixture->record);
  g_assert_true (unknot_record_is_unsaved (fixture->record));
  g_assert_nonnull (strstr (fixture->told, "could not be kept on the disk"));

  unknot_record_retry (fixture->record);
  g_assert_true (unknot_record_is_busy (fixture->record));
  wait_until_idle (fixture->record);
  g_assert_true (unknot_record_is_unsaved (fixture->record));

  g_assert_cmpint (g_rmdir (inside), ==, 0);
  g_assert_cmpint (g_rmdir (blocked), ==, 0);
  unknot_record_retry (fixture->record);
  wait_until_idle (fixture->record);
  g_assert_false (unknot_record_is_unsaved (fixture->record));
  restart (fixture);
  assert_answer (fixture, "bladder", "no");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/make-up", test_record_make_up);
  g_test_add_func ("/record/make-up-and-close", test_record_make_up_and_close);
  ADD ("/record/keeps-answers", test_record_keeps_answers);
  ADD ("/record/saves-results", test_record_saves_results);
  ADD ("/record/fills-in", test_record_fills_in);
  ADD ("/record/rests", test_record_rests);
  ADD ("/record/without-diary", test_record_without_diary);
  ADD ("/record/unsaved", test_record_unsaved);

  return g_test_run ();
}
