/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-draft.h"

#include <glib/gstdio.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
  UnknotDraft *draft;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("unknot-draft-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "a", "b", "checkup.json", NULL);
  fixture->draft = unknot_draft_new (fixture->path);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* The thread that wrote may be the last to let go of it. */
static void
assert_finalizes (UnknotDraft *draft)
{
  GWeakRef reference;
  UnknotDraft *still;

  g_weak_ref_init (&reference, draft);
  g_object_unref (draft);
  while ((still = g_weak_ref_get (&reference)) != NULL)
    {
      g_object_unref (still);
      g_main_context_iteration (NULL, FALSE);
      g_thread_yield ();
    }
  g_weak_ref_clear (&reference);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  assert_finalizes (fixture->draft);
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
wait_until_saved (UnknotDraft *draft)
{
  while (unknot_draft_is_saving (draft))
    g_main_context_iteration (NULL, TRUE);
}

static void
save (UnknotDraft *draft,
      const char  *text)
{
  g_autoptr (GBytes) content = g_bytes_new (text, strlen (text));

  unknot_draft_save (draft, content);
}

static void
assert_loads (UnknotDraft *draft,
              const char  *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = unknot_draft_load (draft, &error);
  gsize length;
  const char *text;

  g_assert_no_error (error);
  g_assert_nonnull (content);
  text = g_bytes_get_data (content, &length);
  g_assert_cmpmem (text, length, expected, strlen (expected));
}

static void
assert_mode (const char *path,
             guint       expected)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, expected);
}

static void
failed_cb (UnknotDraft *draft,
           GError      *error,
           GPtrArray   *reasons)
{
  g_ptr_array_add (reasons, g_strdup (error->message));
}

static GPtrArray *
gather_failures (UnknotDraft *draft)
{
  GPtrArray *reasons = g_ptr_array_new_with_free_func (g_free);

  g_signal_connect (draft, "failed", G_CALLBACK (failed_cb), reasons);

  return reasons;
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_draft_load_what_was_saved (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (UnknotDraft) other = unknot_draft_new (fixture->path);
  gboolean saving = FALSE;

  save (fixture->draft, "{\"one\": 1}\n");
  g_object_get (fixture->draft, "saving", &saving, NULL);
  g_assert_true (saving);
  wait_until_saved (fixture->draft);
  assert_loads (other, "{\"one\": 1}\n");

  save (fixture->draft, "");
  wait_until_saved (fixture->draft);
  assert_loads (other, "");
}

/* A first write is under way; of what comes meanwhile only the last follows it. */
static void
test_draft_last_of_many_wins (Fixture       *fixture,
                              gconstpointer  data)
{
  guint n_notifies = 0;

  g_signal_connect_swapped (fixture->draft, "notify::saving", G_CALLBACK (count_cb), &n_notifies);
  for (guint i = 0; i <= 100; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      save (fixture->draft, text);
      g_assert_true (unknot_draft_is_saving (fixture->draft));
    }
  wait_until_saved (fixture->draft);
  assert_loads (fixture->draft, "100");
  g_assert_cmpuint (n_notifies, ==, 2);
}

/* Were there two writes at once, or one for each save, more of them would fail. */
static void
test_draft_one_write_at_a_time (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *blocked = g_build_filename (fixture->folder, "a", NULL);
  g_autoptr (GPtrArray) failures = gather_failures (fixture->draft);

  g_assert_true (g_file_set_contents (blocked, "no folder", -1, NULL));
  for (guint i = 0; i <= 100; i++)
    save (fixture->draft, "lost");
  wait_until_saved (fixture->draft);
  g_assert_cmpuint (failures->len, ==, 2);
}

static void
test_draft_outlives_its_last_reference (Fixture       *fixture,
                                        gconstpointer  data)
{
  UnknotDraft *draft = unknot_draft_new (fixture->path);

  save (draft, "first");
  save (draft, "last");
  assert_finalizes (draft);
  assert_loads (fixture->draft, "last");
}

static void
test_draft_is_for_the_person_alone (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  save (fixture->draft, "private");
  wait_until_saved (fixture->draft);
  assert_mode (folder, 0700);
  assert_mode (fixture->path, 0600);
}

static void
test_draft_below_a_file (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *blocked = g_build_filename (fixture->folder, "a", NULL);
  g_autoptr (GPtrArray) failures = gather_failures (fixture->draft);
  g_autoptr (UnknotDraft) other = unknot_draft_new (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = NULL;

  g_assert_true (g_file_set_contents (blocked, "no folder", -1, NULL));
  save (fixture->draft, "lost");
  wait_until_saved (fixture->draft);
  g_assert_cmpuint (failures->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (failures, 0), !=, "");

  content = unknot_draft_load (other, &error);
  g_assert_null (content);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR);

  /* And when the way is free again, so is saving. */
  g_assert_cmpint (g_remove (blocked), ==, 0);
  save (fixture->draft, "kept");
  wait_until_saved (fixture->draft);
  assert_loads (fixture->draft, "kept");
  g_assert_cmpuint (failures->len, ==, 1);
}

static void
assert_empty (UnknotDraft *draft)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (unknot_draft_load (draft, &error));
  g_assert_no_error (error);
}

/* Puts a file where the folder has to be, so that nothing can be written. */
static char *
block (Fixture *fixture)
{
  char *blocked = g_build_filename (fixture->folder, "a", NULL);

  g_assert_true (g_file_set_contents (blocked, "no folder", -1, NULL));

  return blocked;
}

/* What could not be written is not lost as long as the draft is there. */
static void
test_draft_unsaved (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *blocked = block (fixture);
  g_autoptr (UnknotDraft) other = unknot_draft_new (fixture->path);
  guint n_notifies = 0;
  gboolean unsaved = FALSE;

  g_signal_connect_swapped (fixture->draft, "notify::unsaved", G_CALLBACK (count_cb), &n_notifies);
  unknot_draft_retry (fixture->draft);
  g_assert_false (unknot_draft_is_saving (fixture->draft));
  save (fixture->draft, "none");
  save (fixture->draft, "one");
  while (n_notifies == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (unknot_draft_is_saving (fixture->draft));
  wait_until_saved (fixture->draft);
  g_object_get (fixture->draft, "unsaved", &unsaved, NULL);
  g_assert_true (unsaved);
  assert_loads (fixture->draft, "one");

  /* Neither a second failure nor another attempt that is under way changes that. */
  save (fixture->draft, "two");
  g_assert_true (unknot_draft_is_unsaved (fixture->draft));
  wait_until_saved (fixture->draft);
  g_assert_true (unknot_draft_is_unsaved (fixture->draft));
  g_assert_cmpuint (n_notifies, ==, 1);
  assert_loads (fixture->draft, "two");

  g_assert_cmpint (g_remove (blocked), ==, 0);
  unknot_draft_retry (fixture->draft);
  g_assert_true (unknot_draft_is_saving (fixture->draft));
  wait_until_saved (fixture->draft);
  g_assert_false (unknot_draft_is_unsaved (fixture->draft));
  g_assert_cmpuint (n_notifies, ==, 2);
  assert_loads (other, "two");
}

/* What the person wants no more is not missed, whether there is a file to take away or not. */
static void
test_draft_unsaved_cleared (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *blocked = block (fixture);

  save (fixture->draft, "lost");
  wait_until_saved (fixture->draft);
  unknot_draft_clear (fixture->draft);
  g_assert_false (unknot_draft_is_unsaved (fixture->draft));
  wait_until_saved (fixture->draft);
  g_assert_false (unknot_draft_is_unsaved (fixture->draft));

  save (fixture->draft, "lost");
  wait_until_saved (fixture->draft);
  g_assert_true (unknot_draft_is_unsaved (fixture->draft));
  g_assert_cmpint (g_remove (blocked), ==, 0);
  unknot_draft_clear (fixture->draft);
  wait_until_saved (fixture->draft);
  g_assert_false (unknot_draft_is_unsaved (fixture->draft));
  assert_empty (fixture->draft);
}

static void
test_draft_read_only_folder (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (UnknotDraft) other = unknot_draft_new (fixture->path);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GPtrArray) failures = gather_failures (fixture->draft);

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }

  save (fixture->draft, "old");
  wait_until_saved (fixture->draft);
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  save (fixture->draft, "new");
  wait_until_saved (fixture->draft);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  g_assert_cmpuint (failures->len, ==, 1);
  g_assert_true (unknot_draft_is_unsaved (fixture->draft));
  assert_loads (other, "old");
  assert_loads (fixture->draft, "new");
}

static void
test_draft_clear (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) failures = gather_failures (fixture->draft);

  unknot_draft_clear (fixture->draft);
  wait_until_saved (fixture->draft);
  assert_empty (fixture->draft);

  save (fixture->draft, "old");
  wait_until_saved (fixture->draft);
  unknot_draft_clear (fixture->draft);
  g_assert_true (unknot_draft_is_saving (fixture->draft));
  wait_until_saved (fixture->draft);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  assert_empty (fixture->draft);
  g_assert_cmpuint (failures->len, ==, 0);
}

/* A write that is under way does not bring back what was cleared after it, nor the other way round. */
static void
test_draft_clear_in_order (Fixture       *fixture,
                           gconstpointer  data)
{
  save (fixture->draft, "one");
  save (fixture->draft, "two");
  unknot_draft_clear (fixture->draft);
  wait_until_saved (fixture->draft);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  unknot_draft_clear (fixture->draft);
  save (fixture->draft, "three");
  wait_until_saved (fixture->draft);
  assert_loads (fixture->draft, "three");
}

/* What is loaded is what was last saved, whether it is on the disk yet or not. */
static void
test_draft_load_while_saving (Fixture       *fixture,
                              gconstpointer  data)
{
  save (fixture->draft, "one");
  assert_loads (fixture->draft, "one");
  save (fixture->draft, "two");
  assert_loads (fixture->draft, "two");
  unknot_draft_clear (fixture->draft);
  assert_empty (fixture->draft);
  g_assert_true (unknot_draft_is_saving (fixture->draft));
  wait_until_saved (fixture->draft);
  assert_empty (fixture->draft);
}

static void
test_draft_clear_fails (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GPtrArray) failures = gather_failures (fixture->draft);

  g_assert_cmpint (g_mkdir_with_parents (fixture->path, 0700), ==, 0);
  unknot_draft_clear (fixture->draft);
  wait_until_saved (fixture->draft);
  g_assert_cmpuint (failures->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (failures, 0), !=, "");
}

/* The file cannot be replaced by a folder's name: what is there stays as it is. */
static void
test_draft_failure_keeps_the_old (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autofree char *inside = g_build_filename (fixture->path, "old", NULL);
  g_autoptr (GPtrArray) failures = gather_failures (fixture->draft);

  g_assert_cmpint (g_mkdir_with_parents (fixture->path, 0700), ==, 0);
  g_assert_true (g_file_set_contents (inside, "old", -1, NULL));
  save (fixture->draft, "new");
  wait_until_saved (fixture->draft);
  g_assert_cmpuint (failures->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (failures, 0), !=, "");
  g_assert_true (g_file_test (inside, G_FILE_TEST_IS_REGULAR));
}

static void
test_draft_missing_is_no_error (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = unknot_draft_load (fixture->draft, &error);

  g_assert_null (content);
  g_assert_no_error (error);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_draft_set_aside (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 21, 3, 4, 5);
  g_autofree char *expected = g_strconcat (fixture->path, ".2026-11-21-030405.broken", NULL);
  g_autofree char *path = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  save (fixture->draft, "broken");
  wait_until_saved (fixture->draft);
  path = unknot_draft_set_aside (fixture->draft, now, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (path, ==, expected);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "broken");
  g_assert_null (unknot_draft_load (fixture->draft, &error));
  g_assert_no_error (error);

  save (fixture->draft, "whole");
  wait_until_saved (fixture->draft);
  assert_loads (fixture->draft, "whole");
}

static void
test_draft_set_aside_nothing (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 21, 3, 4, 5);
  g_autoptr (GError) error = NULL;

  g_assert_null (unknot_draft_set_aside (fixture->draft, now, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, fixture->path));
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
  g_test_init (&argc, &argv, NULL);

  add ("/draft/load-what-was-saved", test_draft_load_what_was_saved);
  add ("/draft/last-of-many-wins", test_draft_last_of_many_wins);
  add ("/draft/one-write-at-a-time", test_draft_one_write_at_a_time);
  add ("/draft/outlives-its-last-reference", test_draft_outlives_its_last_reference);
  add ("/draft/is-for-the-person-alone", test_draft_is_for_the_person_alone);
  add ("/draft/below-a-file", test_draft_below_a_file);
  add ("/draft/unsaved", test_draft_unsaved);
  add ("/draft/unsaved-cleared", test_draft_unsaved_cleared);
  add ("/draft/read-only-folder", test_draft_read_only_folder);
  add ("/draft/failure-keeps-the-old", test_draft_failure_keeps_the_old);
  add ("/draft/clear", test_draft_clear);
  add ("/draft/clear-in-order", test_draft_clear_in_order);
  add ("/draft/load-while-saving", test_draft_load_while_saving);
  add ("/draft/clear-fails", test_draft_clear_fails);
  add ("/draft/missing-is-no-error", test_draft_missing_is_no_error);
  add ("/draft/set-aside", test_draft_set_aside);
  add ("/draft/set-aside-nothing", test_draft_set_aside_nothing);

  return g_test_run ();
}
