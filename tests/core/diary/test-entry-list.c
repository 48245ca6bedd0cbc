/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-entry-list.h"
#include "unknot-test-diary.h"
#include "unknot-unread.h"

/* What the model told since it was last asked: position, removed, added, each time. */
static void
record_cb (GListModel *model,
           guint       position,
           guint       removed,
           guint       added,
           GString    *record)
{
  g_string_append_printf (record, "%u-%u+%u ", position, removed, added);
}

static void
assert_record (GString    *record,
               const char *expected)
{
  g_assert_cmpstr (record->str, ==, expected);
  g_string_truncate (record, 0);
}

static void
wait_for (UnknotEntryList *list)
{
  while (unknot_entry_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

static int
get_worst (UnknotEntryList *list,
           guint            position)
{
  g_autoptr (UnknotEpisode) episode = g_list_model_get_item (G_LIST_MODEL (list), position);

  g_assert_true (UNKNOT_IS_EPISODE (episode));

  return unknot_episode_get_worst (episode);
}

static void
assert_section (UnknotEntryList *list,
                guint            position,
                int              expected_month,
                guint            expected_start,
                guint            expected_end)
{
  guint start, end;
  int month = unknot_entry_list_get_section (list, position, &start, &end);

  g_assert_cmpint (month, ==, expected_month);
  g_assert_cmpuint (start, ==, expected_start);
  g_assert_cmpuint (end, ==, expected_end);
}

static void
save (DiaryFixture *fixture,
      int           day,
      int           hour,
      int           worst)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (day, hour, worst);

  unknot_test_diary_save (fixture->diary, episode);
}

/* As another process may: n spasms, an hour apart, of a pain that goes round from 0 to 10. */
static void
insert_many (DiaryFixture *fixture,
             guint         n)
{
  g_autofree char *sql = g_strdup_printf (
    "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %u) "
    "INSERT INTO episode (uuid, started, started_offset, started_zone, started_day, precision, "
    "worst, note, changed) "
    "SELECT format ('%%08x-0000-4000-8000-000000000000', i), 1704067200000 + i * 3600000, 0, "
    "'UTC', CAST (strftime ('%%Y%%m%%d', 1704067200 + i * 3600, 'unixepoch') AS INTEGER), 'exact', "
    "i %% 11, '', 1 FROM n", n);

  unknot_test_diary_query (fixture->path, sql);
}

static void
test_list_order (DiaryFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 0));
  unknot_test_diary_open (fixture);
  save (fixture, 20261101, 9, 3);
  save (fixture, 20261031, 8, 1);
  save (fixture, 20261121, 8, 5);
  save (fixture, 20261101, 8, 2);
  save (fixture, 20261101, 9, 4);
  wait_for (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 5);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == UNKNOT_TYPE_ENTRY);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (get_worst (list, i), ==, 5 - i);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 5));

  assert_section (list, 0, 202611, 0, 4);
  assert_section (list, 3, 202611, 0, 4);
  assert_section (list, 4, 202610, 4, 5);
  assert_section (list, 5, 0, 5, G_MAXUINT);
}

/* What was written down last of a time comes first, whichever of them was changed last. */
static void
test_list_order_of_a_time (DiaryFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (UnknotEpisode) first = unknot_test_diary_make_episode (20261121, 8, 1);
  g_autoptr (UnknotEntryList) list = NULL;

  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, first);
  save (fixture, 20261121, 8, 2);
  save (fixture, 20261121, 8, 3);
  unknot_test_diary_set_time (fixture, "UTC", 20261122, 8, 0);
  g_assert_true (unknot_episode_set_worst (first, 4, NULL));
  unknot_test_diary_save (fixture->diary, first);
  list = unknot_entry_list_new (fixture->diary);
  wait_for (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  g_assert_cmpint (get_worst (list, 0), ==, 3);
  g_assert_cmpint (get_worst (list, 1), ==, 2);
  g_assert_cmpint (get_worst (list, 2), ==, 4);
}

/* One of each kind, at one time; and what belongs to a spasm is with it alone. */
static void
test_list_kinds (DiaryFixture  *fixture,
                 gconstpointer  data)
{
  const GType expected[] = {
    UNKNOT_TYPE_CHECK, UNKNOT_TYPE_EPISODE, UNKNOT_TYPE_RELIEF, UNKNOT_TYPE_DOSE, UNKNOT_TYPE_DAY,
    UNKNOT_TYPE_EVENT, UNKNOT_TYPE_PEG, UNKNOT_TYPE_VISIT,
  };
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261121, 8, 0);
  g_autoptr (UnknotMoment) later = unknot_test_diary_make_moment ("UTC", 20261121, 8, 1);
  g_autoptr (UnknotEpisode) episode = unknot_episode_new (moment, 4, NULL);
  g_autoptr (UnknotReading) reading = unknot_reading_new (moment, 3, NULL);
  g_autoptr (UnknotRelief) own_relief = unknot_relief_new (moment, "heat", NULL);
  g_autoptr (UnknotDose) own_dose = unknot_dose_new (moment, "Ibuprofen", 1, NULL);
  g_autoptr (UnknotRelief) relief = unknot_relief_new (moment, "cold", NULL);
  g_autoptr (UnknotDose) dose = unknot_dose_new (moment, "Paracetamol", 1, NULL);
  g_autoptr (UnknotDay) day = unknot_day_new (moment);
  g_autoptr (UnknotEvent) event = unknot_event_new (moment, "scan", NULL);
  g_autoptr (UnknotPeg) peg = unknot_peg_new (moment, 1, 2, 3, NULL);
  g_autoptr (UnknotVisit) visit = unknot_visit_new (moment);
  g_autoptr (UnknotCheck) check = unknot_check_new (later, "{}", "{\"version\": \"1.0\", "
                                                    "\"level\": null, \"complete\": false}", NULL);
  g_autoptr (UnknotEntryList) list = NULL;

  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, relief);
  unknot_test_diary_save (fixture->diary, dose);
  unknot_test_diary_save (fixture->diary, day);
  unknot_test_diary_save (fixture->diary, check);
  unknot_test_diary_save (fixture->diary, event);
  unknot_test_diary_save (fixture->diary, peg);
  unknot_test_diary_save (fixture->diary, visit);
  unknot_episode_add (episode, UNKNOT_ENTRY (reading));
  unknot_episode_add (episode, UNKNOT_ENTRY (own_relief));
  unknot_episode_add (episode, UNKNOT_ENTRY (own_dose));
  unknot_test_diary_save (fixture->diary, episode);
  list = unknot_entry_list_new (fixture->diary);
  wait_for (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (UnknotEntry) entry = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_cmpstr (G_OBJECT_TYPE_NAME (entry), ==, g_type_name (expected[i]));
    }
  assert_section (list, 0, 202611, 0, G_N_ELEMENTS (expected));
}

/* What stands by itself is told of when it is changed, or comes to belong to a spasm. */
static void
test_list_changes_of_kinds (DiaryFixture  *fixture,
                            gconstpointer  data)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261121, 8, 0);
  g_autoptr (UnknotDay) day = unknot_day_new (moment);
  g_autoptr (UnknotDose) dose = unknot_dose_new (moment, "Ibuprofen", 1, NULL);
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261120, 8, 4);
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);
  g_autoptr (GString) record = g_string_new (NULL);
  g_autoptr (UnknotDay) changed = NULL;

  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, episode);
  unknot_test_diary_save (fixture->diary, dose);
  unknot_test_diary_save (fixture->diary, day);
  wait_for (list);
  g_signal_connect (list, "items-changed", G_CALLBACK (record_cb), record);

  unknot_day_set_painless (day, TRUE);
  unknot_test_diary_save (fixture->diary, day);
  wait_for (list);
  assert_record (record, "1-1+1 ");
  changed = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_true (unknot_day_is_painless (changed));

  unknot_entry_set_episode (UNKNOT_ENTRY (dose), unknot_entry_get_uuid (UNKNOT_ENTRY (episode)),
                            NULL);
  unknot_test_diary_save (fixture->diary, dose);
  wait_for (list);
  assert_record (record, "0-3+2 ");
}

/* Over the date line the later one is of the day before. A month is still one section. */
static void
test_list_months_are_whole (DiaryFixture  *fixture,
                            gconstpointer  data)
{
  g_autoptr (UnknotMoment) there =
    unknot_test_diary_make_moment ("Pacific/Auckland", 20261201, 1, 0);
  g_autoptr (UnknotMoment) here =
    unknot_test_diary_make_moment ("Pacific/Honolulu", 20261130, 6, 0);
  g_autoptr (UnknotEpisode) first = unknot_episode_new (there, 1, NULL);
  g_autoptr (UnknotEpisode) second = unknot_episode_new (here, 2, NULL);
  g_autoptr (UnknotEntryList) list = NULL;

  g_assert_cmpint (unknot_moment_compare (there, here), <, 0);
  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, first);
  unknot_test_diary_save (fixture->diary, second);
  save (fixture, 20261130, 8, 3);
  save (fixture, 20261201, 8, 4);
  list = unknot_entry_list_new (fixture->diary);
  wait_for (list);
  assert_section (list, 0, 202612, 0, 2);
  assert_section (list, 2, 202611, 2, 4);
}

static void
test_list_small_changes (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);
  g_autoptr (GString) record = g_string_new (NULL);
  g_autoptr (UnknotEpisode) middle = unknot_test_diary_make_episode (20261110, 8, 2);
  g_autoptr (UnknotReading) reading =
    unknot_reading_new (unknot_episode_get_start (middle), 7, NULL);

  g_signal_connect (list, "items-changed", G_CALLBACK (record_cb), record);
  unknot_test_diary_open (fixture);
  wait_for (list);
  assert_record (record, "");
  save (fixture, 20261101, 8, 1);
  wait_for (list);
  assert_record (record, "0-0+1 ");
  save (fixture, 20261121, 8, 3);
  wait_for (list);
  assert_record (record, "0-0+1 ");
  unknot_test_diary_save (fixture->diary, middle);
  wait_for (list);
  assert_record (record, "1-0+1 ");
  g_assert_cmpint (get_worst (list, 1), ==, 2);

  /* A reading changes what is shown of its spasm. */
  unknot_entry_set_episode (UNKNOT_ENTRY (reading), unknot_entry_get_uuid (UNKNOT_ENTRY (middle)),
                            NULL);
  unknot_test_diary_save (fixture->diary, reading);
  wait_for (list);
  assert_record (record, "1-1+1 ");
  g_assert_cmpint (get_worst (list, 1), ==, 7);

  unknot_test_diary_mark (fixture->diary, middle, TRUE);
  wait_for (list);
  assert_record (record, "1-1+0 ");
  unknot_test_diary_mark (fixture->diary, middle, FALSE);
  wait_for (list);
  assert_record (record, "1-0+1 ");
  unknot_test_diary_close (fixture->diary);
  assert_record (record, "0-3+0 ");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 0));
}

static void
test_list_large_changes (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);
  g_autoptr (GString) record = g_string_new (NULL);

  unknot_test_diary_open (fixture);
  save (fixture, 20261121, 8, 3);
  wait_for (list);
  g_signal_connect (list, "items-changed", G_CALLBACK (record_cb), record);
  insert_many (fixture, 1000);
  unknot_diary_refresh (fixture->diary);
  wait_for (list);
  assert_record (record, "0-1+0 0-0+1001 ");
}

/* However it is gone through, each item is what is in its place; and not all of them are kept. */
static void
test_list_pages (DiaryFixture  *fixture,
                 gconstpointer  data)
{
  const guint n = 5000;
  g_autoptr (UnknotEntryList) list = NULL;
  g_autoptr (UnknotEpisode) first = NULL;
  g_autoptr (UnknotEpisode) again = NULL;
  g_autoptr (UnknotEpisode) much_later = NULL;

  unknot_test_diary_open (fixture);
  insert_many (fixture, n);
  list = unknot_entry_list_new (fixture->diary);
  wait_for (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  again = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (first == again);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (get_worst (list, i), ==, (n - 1 - i) % 11);
  for (guint i = 0; i < 1000; i++)
    {
      guint position = g_test_rand_int_range (0, n);

      g_assert_cmpint (get_worst (list, position), ==, (n - 1 - position) % 11);
    }
  for (guint i = 64; i < n; i += 64)
    get_worst (list, i);
  much_later = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (first != much_later);
  g_assert_cmpint (unknot_entry_get_id (UNKNOT_ENTRY (much_later)), ==,
                   unknot_entry_get_id (UNKNOT_ENTRY (first)));
}

/* Only the first are there, whatever comes and goes behind them. */
static void
test_list_limit (DiaryFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);
  g_autoptr (GString) record = g_string_new (NULL);

  unknot_entry_list_set_limit (list, 2);
  g_signal_connect (list, "items-changed", G_CALLBACK (record_cb), record);
  unknot_test_diary_open (fixture);
  wait_for (list);
  for (int i = 1; i <= 4; i++)
    save (fixture, 20261100 + i, 8, i);
  wait_for (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  g_assert_cmpuint (unknot_entry_list_get_n_found (list), ==, 4);
  g_assert_cmpint (get_worst (list, 0), ==, 4);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 2));
  assert_section (list, 0, 202611, 0, 2);
  assert_section (list, 2, 0, 2, G_MAXUINT);

  g_string_truncate (record, 0);
  save (fixture, 20261030, 8, 5);
  wait_for (list);
  assert_record (record, "");
  unknot_entry_list_set_limit (list, 3);
  assert_record (record, "2-0+1 ");
  g_assert_cmpint (get_worst (list, 2), ==, 2);
  unknot_entry_list_set_limit (list, 1);
  assert_record (record, "1-2+0 ");
  unknot_entry_list_set_limit (list, G_MAXUINT);
  assert_record (record, "1-0+4 ");
  g_assert_cmpint (get_worst (list, 4), ==, 5);
  assert_section (list, 4, 202610, 4, 5);
}

/* A view has the same rows for what is found as for what was there before. */
static void
test_list_limit_of_search (DiaryFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (UnknotEntryList) list = NULL;
  g_autoptr (GString) record = g_string_new (NULL);

  unknot_test_diary_open (fixture);
  insert_many (fixture, 1000);
  unknot_test_diary_query (fixture->path, "UPDATE episode SET note = 'odd' WHERE id % 2 = 1");
  list = unknot_entry_list_new (fixture->diary);
  unknot_entry_list_set_limit (list, 100);
  wait_for (list);
  for (guint i = 0; i < 100; i++)
    g_assert_cmpint (get_worst (list, i), ==, (999 - i) % 11);

  g_signal_connect (list, "items-changed", G_CALLBACK (record_cb), record);
  unknot_entry_list_set_search (list, "odd");
  unknot_entry_list_set_limit (list, 5);
  assert_record (record, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 100);
  wait_for (list);
  g_assert_cmpuint (unknot_entry_list_get_n_found (list), ==, 500);
  assert_record (record, "0-100+0 0-0+5 ");

  unknot_entry_list_set_search (list, "");
  unknot_entry_list_set_limit (list, 6);
  wait_for (list);
  assert_record (record, "5-0+1 0-6+6 ");
  unknot_entry_list_set_limit (list, 200);
  for (guint i = 0; i < 200; i++)
    g_assert_cmpint (get_worst (list, i), ==, (999 - i) % 11);
}

/* Between another process's purge and hearing of it. */
static void
test_list_item_that_is_gone (DiaryFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);
  g_autoptr (UnknotEntry) entry = NULL;

  unknot_test_diary_open (fixture);
  save (fixture, 20261121, 8, 3);
  wait_for (list);
  unknot_test_diary_query (fixture->path, "DELETE FROM episode");
  entry = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (UNKNOT_IS_UNREAD (entry));
  g_assert_false (unknot_unread_is_damaged (UNKNOT_UNREAD (entry)));
  g_assert_cmpint (unknot_moment_get_day (unknot_entry_get_moment (entry)), ==, 20261121);
  unknot_diary_refresh (fixture->diary);
  wait_for (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
}

static void
failed_cb (UnknotDiary *diary,
           GError      *error,
           GPtrArray   *messages)
{
  g_ptr_array_add (messages, g_strdup (error->message));
}

/* What is damaged takes nothing else out of sight. */
static void
test_list_damaged_items (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotEntryList) list = NULL;
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);

  unknot_test_diary_open (fixture);
  unknot_test_diary_allow_failure (fixture);
  g_signal_connect (fixture->diary, "failed", G_CALLBACK (failed_cb), messages);
  insert_many (fixture, 10);
  unknot_test_diary_query (fixture->path, "UPDATE episode SET precision = 'x' WHERE id IN (10, 4)");
  unknot_test_diary_query (fixture->path, "UPDATE episode SET started_day = 20269999 WHERE id = 7");
  list = unknot_entry_list_new (fixture->diary);
  wait_for (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 10);

  /* The one on a day that is none is the first, then those with the numbers 10, 9, 8, 6 … */
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (UnknotEntry) entry = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (i > 1 && i != 6)
        {
          g_assert_cmpint (get_worst (list, i), ==, i < 4 ? 10 - i : 9 - i);
          continue;
        }
      g_assert_true (UNKNOT_IS_UNREAD (entry));
      g_assert_true (unknot_unread_is_damaged (UNKNOT_UNREAD (entry)));
      if (i == 0)
        g_assert_null (unknot_entry_get_moment (entry));
      else
        g_assert_cmpint (unknot_moment_get_day (unknot_entry_get_moment (entry)), ==, 20240101);
    }
  g_assert_cmpuint (messages->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (messages, 0),
                                   "An entry in the diary is damaged."));
}

static void
test_list_damaged_item_alone (DiaryFixture  *fixture,
                              gconstpointer  data)
{
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);

  unknot_test_diary_open (fixture);
  insert_many (fixture, 1);
  unknot_test_diary_query (fixture->path, "UPDATE episode SET started_day = 0");
  unknot_diary_refresh (fixture->diary);
  wait_for (list);
  assert_section (list, 0, 0, 0, 1);
}

static void
test_list_follows_all_of_many_changes (DiaryFixture  *fixture,
                                       gconstpointer  data)
{
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);

  unknot_test_diary_open (fixture);
  for (guint i = 0; i < 50; i++)
    save (fixture, 20261121, i % 24, i % 11);
  wait_for (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 50);
}

static void
save_note (DiaryFixture *fixture,
           int           hour,
           const char   *note,
           const char   *medicine)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, hour, hour);

  unknot_episode_set_note (episode, note, NULL);
  if (medicine != NULL)
    {
      g_autoptr (UnknotDose) dose =
        unknot_dose_new (unknot_episode_get_start (episode), medicine, 1, NULL);

      unknot_episode_add (episode, UNKNOT_ENTRY (dose));
    }
  unknot_test_diary_save (fixture->diary, episode);
}

/* @expected: the spasms found, by their worst pain, which is their hour; - for something else */
static void
assert_found (UnknotEntryList *list,
              const char      *search,
              const char      *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  unknot_entry_list_set_search (list, search);
  wait_for (list);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (UnknotEntry) entry = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (UNKNOT_IS_EPISODE (entry))
        g_string_append_printf (found, "%d", unknot_episode_get_worst (UNKNOT_EPISODE (entry)));
      else
        g_string_append_c (found, '-');
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_list_search (DiaryFixture  *fixture,
                  gconstpointer  data)
{
  static const struct
  {
    const char *search;
    const char *expected;
  } searches[] = {
    { NULL, "-97654321" },
    { "", "-97654321" },
    { " \n\u3000", "-97654321" },
    { "lifting", "41" },
    { "LIFT", "41" },
    { "lifting the box", "1" },
    { "box lift", "1" },
    { "lif box", "" }, /* only the last may be begun */
    { "rucken", "2" },
    { "RÜCKEN", "2" },
    { "Ru\u0308c", "2" },
    { "ibuprofen", "-4" },
    { "ibuprofen lifting", "4" },
    { "lifting ibu", "4" },
    { "ibuprofen box", "" },
    { "aspirin", "" },
    { "half-past", "3" },
    { "past-half", "" },
    { "\"half", "3" },
    { "\"", "6" },
    { "*", "6" },
    { "back*", "6" },
    { "AND", "6" },
    { "back AND lifting", "" },
    { "NOT OR", "6" },
    { "NEAR(back pain)", "" },
    { "note:back", "" },
    { "^back", "6" },
    { "{note} : back", "" },
    { "(", "6" },
    { "';--", "6" },
    { "%", "" },
    { "🦴", "5" },
    { "🦴 ظهر", "5" },
    { "ظهر עוויתות", "5" },
    { "עווית", "5" },
    { "👩🏽‍⚕️", "5" },
    { "👩🏿", "" },
    { "痛い", "7" },
    { "หลัง", "7" },
    { "1", "7" },
    { "\xff\xfe", "" },
    { "nothing of that", "" },
  };
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261121, 23, 0);
  g_autoptr (UnknotDose) dose = unknot_dose_new (moment, "Ibuprofen 400", 1, NULL);

  unknot_test_diary_open (fixture);
  save_note (fixture, 1, "Lifting the box", NULL);
  save_note (fixture, 2, "Der Rücken", "Paracetamol");
  save_note (fixture, 3, "At half-past nine", NULL);
  save_note (fixture, 4, "lifting", "Ibuprofen");
  save_note (fixture, 5, "🦴 ظهر 👩🏽‍⚕️ עוויתות", NULL);
  save_note (fixture, 6, "back AND \"pain\" * NOT OR ( ';--", NULL);
  save_note (fixture, 7, "腰が痛い。ปวดหลังมาก 1️⃣", NULL);
  save_note (fixture, 9, "", NULL);
  unknot_test_diary_save (fixture->diary, dose);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    assert_found (list, searches[i].search, searches[i].expected);
}

/* What is found follows what is written, taken back and brought back. */
static void
test_list_search_follows (DiaryFixture  *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 8, 8);
  g_autoptr (UnknotDose) dose =
    unknot_dose_new (unknot_episode_get_start (episode), "Naproxen", 1, NULL);
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);

  unknot_test_diary_open (fixture);
  assert_found (list, "garden", "");
  unknot_episode_set_note (episode, "In the garden", NULL);
  unknot_episode_add (episode, UNKNOT_ENTRY (dose));
  unknot_test_diary_save (fixture->diary, episode);
  wait_for (list);
  assert_found (list, "garden", "8");
  assert_found (list, "naproxen", "8");

  unknot_episode_set_note (episode, "In the house", NULL);
  unknot_dose_set_name (dose, "Aspirin", NULL);
  unknot_test_diary_save (fixture->diary, episode);
  wait_for (list);
  assert_found (list, "garden", "");
  assert_found (list, "naproxen", "");
  assert_found (list, "house aspirin", "8");

  unknot_test_diary_mark (fixture->diary, dose, TRUE);
  wait_for (list);
  assert_found (list, "aspirin", "");
  unknot_test_diary_mark (fixture->diary, dose, FALSE);
  wait_for (list);
  assert_found (list, "aspirin", "8");
  unknot_test_diary_mark (fixture->diary, episode, TRUE);
  wait_for (list);
  assert_found (list, "house", "");

  g_clear_object (&list);
  unknot_test_diary_reopen (fixture);
  unknot_test_diary_assert_index (fixture);
  g_assert_cmpint (unknot_test_diary_query (fixture->path,
                                            "SELECT count (*) FROM note_words "
                                            "WHERE note_words MATCH 'house'"), ==, 0);
}

static void
test_list_search_events (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261121, 8, 0);
  g_autoptr (UnknotEvent) event = unknot_event_new (moment, "new-chair", NULL);
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);

  unknot_test_diary_open (fixture);
  save_note (fixture, 1, "On a chair in the garden", NULL);
  unknot_event_set_title (event, "Chair to kneel on 🪑", NULL);
  unknot_event_set_note (event, "For the office", NULL);
  unknot_test_diary_save (fixture->diary, event);
  wait_for (list);
  assert_found (list, "chair", "-1");
  assert_found (list, "office kneel", "-");
  assert_found (list, "🪑", "-");

  unknot_event_set_title (event, "", NULL);
  unknot_test_diary_save (fixture->diary, event);
  wait_for (list);
  assert_found (list, "chair", "1");
  assert_found (list, "office", "-");
  unknot_event_set_note (event, "", NULL);
  unknot_test_diary_save (fixture->diary, event);
  unknot_test_diary_assert_index (fixture);
  unknot_event_set_note (event, "A stool", NULL);
  unknot_test_diary_save (fixture->diary, event);
  wait_for (list);
  assert_found (list, "office", "");
  unknot_test_diary_mark (fixture->diary, event, TRUE);
  wait_for (list);
  assert_found (list, "stool", "");

  g_clear_object (&list);
  unknot_test_diary_reopen (fixture);
  unknot_test_diary_assert_index (fixture);
}

/* One word may be in a question, the other in what came of it. */
static void
test_list_search_visits (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261121, 8, 0);
  g_autoptr (UnknotVisit) visit = unknot_visit_new (moment);
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);

  unknot_test_diary_open (fixture);
  save_note (fixture, 1, "No swimming for a week", NULL);
  unknot_visit_set_questions (visit, "May I go swimming?", NULL);
  unknot_visit_set_goals (visit, "Kneel in the garden 🪴", NULL);
  unknot_test_diary_save (fixture->diary, visit);
  wait_for (list);
  assert_found (list, "swimming", "-1");
  assert_found (list, "garden may", "-");
  assert_found (list, "🪴", "-");
  assert_found (list, "scan", "");

  unknot_visit_set_questions (visit, "", NULL);
  unknot_visit_set_outcome (visit, "No scan needed", NULL);
  unknot_test_diary_save (fixture->diary, visit);
  wait_for (list);
  assert_found (list, "swimming", "1");
  assert_found (list, "scan kneel", "-");
  unknot_test_diary_assert_index (fixture);
  unknot_test_diary_mark (fixture->diary, visit, TRUE);
  wait_for (list);
  assert_found (list, "scan", "");

  g_clear_object (&list);
  unknot_test_diary_reopen (fixture);
  unknot_test_diary_assert_index (fixture);
}

/* The index has what the notes and names have, whatever became of them. */
static void
test_list_search_index_stays_sound (DiaryFixture  *fixture,
                                    gconstpointer  data)
{
  static const char *const texts[] = { "", "box", "lifting a box", "Rücken", "🦴", "box box" };
  UnknotEpisode *episodes[12];

  unknot_test_diary_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (episodes); i++)
    {
      g_autoptr (UnknotDose) dose = NULL;

      episodes[i] = unknot_test_diary_make_episode (20261121, i, 5);
      dose = unknot_dose_new (unknot_episode_get_start (episodes[i]), "Ibuprofen", 1, NULL);
      unknot_episode_add (episodes[i], UNKNOT_ENTRY (dose));
    }
  for (guint i = 0; i < 500; i++)
    {
      UnknotEpisode *episode = episodes[g_test_rand_int_range (0, G_N_ELEMENTS (episodes))];
      g_autoptr (UnknotDose) dose = g_list_model_get_item (unknot_episode_get_doses (episode), 0);
      const char *text = texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))];
      gboolean deleted = g_test_rand_bit ();

      unknot_episode_set_note (episode, text, NULL);
      unknot_dose_set_name (dose, text, NULL);
      unknot_test_diary_save (fixture->diary, episode);
      unknot_test_diary_mark (fixture->diary, g_test_rand_bit () ? (gpointer) dose : episode,
                              deleted);
      if (i % 50 == 49)
        unknot_test_diary_reopen (fixture);
      unknot_test_diary_assert_index (fixture);
    }
  for (guint i = 0; i < G_N_ELEMENTS (episodes); i++)
    g_object_unref (episodes[i]);
}

/* However much is typed, and wherever it is cut off, what has it is found. */
static void
test_list_search_for_much (DiaryFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *letters = g_strnfill (100000, 'x');
  g_autofree char *quotes = g_strnfill (100000, '"');
  g_autofree char *dashes = g_malloc0 (100001);

  for (guint i = 0; words->len < 100000; i++)
    g_string_append_printf (words, "wörd%u ", i);
  for (guint i = 0; i < 100000; i++)
    dashes[i] = i % 2 ? '-' : 'a';
  unknot_test_diary_open (fixture);
  save_note (fixture, 1, words->str, NULL);
  save_note (fixture, 2, letters, NULL);
  save_note (fixture, 3, quotes, NULL);
  save_note (fixture, 4, dashes, NULL);
  assert_found (list, words->str, "1");
  assert_found (list, letters, "2");
  assert_found (list, quotes, "3");
  assert_found (list, dashes, "4");
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* Who types faster than answers come sees the answer to what was typed last, and no other. */
static void
test_list_search_drops_the_outdated (DiaryFixture  *fixture,
                                     gconstpointer  data)
{
  static const char *const typed[] = { "l", "li", "lif", "lifting", "lifting b", "lifting" };
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);
  g_autoptr (GString) record = g_string_new (NULL);
  guint n_notified = 0;

  unknot_test_diary_open (fixture);
  save_note (fixture, 1, "Lifting a box", NULL);
  save_note (fixture, 2, "Lying", NULL);
  save_note (fixture, 3, "Nothing", NULL);
  wait_for (list);
  g_signal_connect (list, "items-changed", G_CALLBACK (record_cb), record);
  g_signal_connect_swapped (list, "notify::search", G_CALLBACK (count_cb), &n_notified);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    unknot_entry_list_set_search (list, typed[i]);
  g_assert_cmpuint (n_notified, ==, G_N_ELEMENTS (typed));
  g_assert_cmpstr (unknot_entry_list_get_search (list), ==, "lifting");
  g_assert_true (unknot_entry_list_is_loading (list));
  assert_record (record, "");
  wait_for (list);
  assert_record (record, "0-2+0 ");
  g_assert_cmpint (get_worst (list, 0), ==, 1);

  unknot_entry_list_set_search (list, "lifting");
  g_assert_false (unknot_entry_list_is_loading (list));
  g_object_set (list, "search", "", NULL);
  g_assert_null (unknot_entry_list_get_search (list));
  wait_for (list);
  assert_record (record, "0-0+2 ");
}

/* Set before there is a diary, and kept while there is none. */
static void
test_list_search_without_a_diary (DiaryFixture  *fixture,
                                  gconstpointer  data)
{
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);

  unknot_entry_list_set_search (list, "box");
  g_assert_false (unknot_entry_list_is_loading (list));
  unknot_test_diary_open (fixture);
  save_note (fixture, 1, "A box", NULL);
  save_note (fixture, 2, "Another", NULL);
  wait_for (list);
  assert_found (list, "box", "1");
  unknot_entry_list_set_search (list, "another");
  unknot_test_diary_close (fixture->diary);
  wait_for (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  unknot_test_diary_open (fixture);
  wait_for (list);
  assert_found (list, "another", "2");
}

static void
test_list_outlives_nothing (DiaryFixture  *fixture,
                            gconstpointer  data)
{
  UnknotEntryList *list;

  unknot_test_diary_open (fixture);
  save (fixture, 20261121, 8, 3);
  list = unknot_entry_list_new (fixture->diary);
  wait_for (list);
  get_worst (list, 0);
  g_assert_finalize_object (list);
  save (fixture, 20261121, 9, 3);
}

static void
add (const char *path,
     void (*test) (DiaryFixture *, gconstpointer))
{
  g_test_add (path, DiaryFixture, NULL, unknot_test_diary_set_up, test,
              unknot_test_diary_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/entry-list/order", test_list_order);
  add ("/entry-list/order-of-a-time", test_list_order_of_a_time);
  add ("/entry-list/kinds", test_list_kinds);
  add ("/entry-list/changes-of-kinds", test_list_changes_of_kinds);
  add ("/entry-list/months-are-whole", test_list_months_are_whole);
  add ("/entry-list/small-changes", test_list_small_changes);
  add ("/entry-list/large-changes", test_list_large_changes);
  add ("/entry-list/pages", test_list_pages);
  add ("/entry-list/limit", test_list_limit);
  add ("/entry-list/limit-of-search", test_list_limit_of_search);
  add ("/entry-list/item-that-is-gone", test_list_item_that_is_gone);
  add ("/entry-list/damaged-items", test_list_damaged_items);
  add ("/entry-list/damaged-item-alone", test_list_damaged_item_alone);
  add ("/entry-list/follows-all-of-many-changes", test_list_follows_all_of_many_changes);
  add ("/entry-list/search", test_list_search);
  add ("/entry-list/search-follows", test_list_search_follows);
  add ("/entry-list/search-events", test_list_search_events);
  add ("/entry-list/search-visits", test_list_search_visits);
  add ("/entry-list/search-index-stays-sound", test_list_search_index_stays_sound);
  add ("/entry-list/search-for-much", test_list_search_for_much);
  add ("/entry-list/search-drops-the-outdated", test_list_search_drops_the_outdated);
  add ("/entry-list/search-without-a-diary", test_list_search_without_a_diary);
  add ("/entry-list/outlives-nothing", test_list_outlives_nothing);

  return g_test_run ();
}
