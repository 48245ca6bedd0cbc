/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-test-diary.h"
#include "unknot-test-power.h"

#define N_CUTS 300

typedef struct
{
  GPtrArray *acknowledged;
  guint n_under_way;
} Ledger;

typedef struct
{
  Ledger *ledger;
  char *uuid;
} Entry;

static void
entered_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Entry *entry = user_data;

  entry->ledger->n_under_way--;
  if (unknot_diary_change_finish (UNKNOT_DIARY (source), result, NULL))
    g_ptr_array_add (entry->ledger->acknowledged, entry->uuid);
  else
    g_free (entry->uuid);
}

/* Saves some entries, several at once perhaps, each with a note that needs more than a page, and has
 * two words. */
static void
save_some (DiaryFixture *fixture,
           Ledger       *ledger,
           GRand        *random)
{
  guint n = g_rand_int_range (random, 1, 6);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (UnknotEpisode) episode =
        unknot_test_diary_make_episode (20261121, g_rand_int_range (random, 0, 24), 5);
      g_autoptr (UnknotReading) reading =
        unknot_reading_new (unknot_episode_get_start (episode), 3, NULL);
      g_autofree char *dots = g_strnfill (g_rand_int_range (random, 0, 9000), '.');
      g_autofree char *note = g_strdup_printf ("spasm %s %u", dots, g_rand_int (random));
      Entry *entry = g_new0 (Entry, 1);

      unknot_episode_set_note (episode, note, NULL);
      unknot_episode_add (episode, UNKNOT_ENTRY (reading));
      entry->ledger = ledger;
      entry->uuid = g_strdup (unknot_entry_get_uuid (UNKNOT_ENTRY (episode)));
      ledger->n_under_way++;
      unknot_diary_save_async (fixture->diary, UNKNOT_ENTRY (episode), entered_cb, entry);
    }
  while (ledger->n_under_way > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_all_there (DiaryFixture *fixture,
                  Ledger       *ledger)
{
  for (guint i = 0; i < ledger->acknowledged->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (UnknotEpisode) episode = (UnknotEpisode *) unknot_diary_dup_entry (
        fixture->diary, UNKNOT_TYPE_EPISODE, g_ptr_array_index (ledger->acknowledged, i), &error);

      g_assert_no_error (error);
      g_assert_nonnull (episode);
      /* Whole: what belongs to it came with it. */
      g_assert_cmpuint (g_list_model_get_n_items (unknot_episode_get_readings (episode)), ==, 1);
    }
}

static void
test_power_is_cut (DiaryFixture  *fixture,
                   gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  Ledger ledger = { g_ptr_array_new_with_free_func (g_free), 0 };

  /* Its name is given by the file system, not by SQLite: made before. */
  unknot_test_diary_open (fixture);
  unknot_test_diary_close (fixture->diary);
  unknot_test_power_set_up ();

  for (guint i = 0; i < N_CUTS; i++)
    {
      g_autoptr (GError) error = NULL;

      unknot_test_diary_try_open (fixture->diary, &error);
      g_assert_no_error (error);
      if (i % 10 == 0)
        assert_all_there (fixture, &ledger);

      unknot_test_power_arm (g_rand_int_range (random, 0, 400));
      while (!unknot_test_power_is_cut ())
        save_some (fixture, &ledger, random);
      unknot_test_diary_close (fixture->diary);
      unknot_test_power_return (random);
    }

  unknot_test_diary_open (fixture);
  assert_all_there (fixture, &ledger);
  unknot_test_diary_assert_index (fixture);
  g_assert_cmpuint (ledger.acknowledged->len, >, N_CUTS);
  g_test_message ("%u entries, %u power cuts", ledger.acknowledged->len, (guint) N_CUTS);
  g_ptr_array_unref (ledger.acknowledged);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/diary/power-is-cut", DiaryFixture, NULL, unknot_test_diary_set_up,
              test_power_is_cut, unknot_test_diary_tear_down);

  return g_test_run ();
}
