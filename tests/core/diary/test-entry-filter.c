/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-entry-list.h"
#include "unknot-test-diary.h"

static UnknotEpisode *
make_spasm (int         day,
            int         worst,
            const char *area,
            const char *trigger,
            const char *note)
{
  const char *triggers[] = { trigger, NULL };
  const char *stops[] = { "lifting", NULL };
  UnknotEpisode *episode = unknot_test_diary_make_episode (day, 8, worst);
  g_autoptr (UnknotPlace) place = unknot_place_new (area, "left", -1, NULL, NULL);

  g_list_store_append (unknot_episode_get_places (episode), place);
  g_assert_true (unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_TRIGGER, triggers, NULL));
  g_assert_true (unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_STOPS, stops, NULL));
  g_assert_true (unknot_episode_set_note (episode, note, NULL));

  return episode;
}

static UnknotEntry *
make_relief (int         day,
             const char *measure)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, 8, 0);

  return UNKNOT_ENTRY (unknot_relief_new (moment, measure, NULL));
}

static UnknotEntry *
make_dose (int         day,
           const char *name,
           const char *ingredient)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, 8, 0);
  UnknotDose *dose = unknot_dose_new (moment, name, 1, NULL);

  g_assert_true (unknot_dose_set_ingredient (dose, ingredient, NULL));

  return UNKNOT_ENTRY (dose);
}

static void
add (UnknotEpisode *episode,
     UnknotEntry   *entry)
{
  unknot_episode_add (episode, entry);
  g_object_unref (entry);
}

/* The entries, by the day of November on which each is. */
static void
save_november (DiaryFixture *fixture)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  UnknotEpisode *second = make_spasm (20261102, 3, "lower", "lifting", "after the garden");
  UnknotEpisode *third = make_spasm (20261103, 5, "neck", "lifting", "in the garden");
  UnknotEpisode *fourth = make_spasm (20261104, 8, "lower", "sport", "");
  UnknotEpisode *fifth = make_spasm (20261105, 10, "upper", "sport", "garden");
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261110, 8, 0);
  const char *assessment = "{\"version\": \"1.0\", \"level\": null, \"complete\": false}";

  add (second, make_relief (20261102, "heat"));
  add (third, make_dose (20261104, "Brand", "ibuprofen"));
  add (fourth, make_dose (20261104, "Tolperison", NULL));
  add (fourth, make_relief (20261104, "cold"));
  g_ptr_array_add (entries, second);
  g_ptr_array_add (entries, third);
  g_ptr_array_add (entries, fourth);
  g_ptr_array_add (entries, fifth);
  g_ptr_array_add (entries, make_relief (20261106, "heat"));
  g_ptr_array_add (entries, make_dose (20261107, "tolperison", "other"));
  g_ptr_array_add (entries, make_dose (20261108, "Another Brand", "ibuprofen"));
  g_ptr_array_add (entries, unknot_day_new (moment));
  g_ptr_array_add (entries, unknot_check_new (moment, "{}", assessment, NULL));
  g_assert_true (unknot_test_diary_try_save_all (fixture->diary, entries, NULL));
}

static void
wait_for (UnknotEntryList *list)
{
  while (unknot_entry_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_days (UnknotEntryList *list,
             const char      *expected)
{
  g_autoptr (GString) days = g_string_new (NULL);

  wait_for (list);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (UnknotEntry) entry = g_list_model_get_item (G_LIST_MODEL (list), i);
      int day = unknot_moment_get_day (unknot_entry_get_moment (entry));

      g_string_append_printf (days, "%s%d", i > 0 ? " " : "", day % 100);
    }
  g_assert_cmpstr (days->str, ==, expected);
}

/* Takes over the filter. */
static void
assert_filtered (UnknotEntryList   *list,
                 UnknotEntryFilter *filter,
                 const char        *expected)
{
  unknot_entry_list_set_filter (list, filter);
  g_object_unref (filter);
  assert_days (list, expected);
}

static void
test_filter_each (DiaryFixture  *fixture,
                  gconstpointer  data)
{
  g_autoptr (UnknotEntryFilter) none = unknot_entry_filter_new ();
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);

  unknot_test_diary_open (fixture);
  save_november (fixture);
  assert_days (list, "10 10 8 7 6 5 4 3 2");
  assert_filtered (list, unknot_entry_filter_with_spasms_only (none, TRUE), "5 4 3 2");
  assert_filtered (list, unknot_entry_filter_with_area (none, "lower"), "4 2");
  assert_filtered (list, unknot_entry_filter_with_trigger (none, "lifting"), "3 2");
  assert_filtered (list, unknot_entry_filter_with_trigger (none, "posture"), "");
  assert_filtered (list, unknot_entry_filter_with_worst (none, 5, 8), "4 3");
  assert_filtered (list, unknot_entry_filter_with_worst (none, 10, 10), "5");
  assert_filtered (list, unknot_entry_filter_with_worst (none, 0, 3), "2");
  assert_filtered (list, unknot_entry_filter_with_worst (none, 0, 10), "10 10 8 7 6 5 4 3 2");
  assert_filtered (list, unknot_entry_filter_with_days (none, 20261104, 20261106), "6 5 4");
  assert_filtered (list, unknot_entry_filter_with_days (none, 0, 20261103), "3 2");
  assert_filtered (list, unknot_entry_filter_with_days (none, 20261110, 0), "10 10");
  assert_filtered (list, unknot_entry_filter_with_days (none, 20261201, 0), "");
}

static void
test_filter_treatments (DiaryFixture  *fixture,
                        gconstpointer  data)
{
  static const struct
  {
    UnknotTreatmentKind kind;
    const char *treatment;
    const char *expected;
  } treatments[] = {
    { UNKNOT_TREATMENT_MEASURE, "heat", "6 2" },
    { UNKNOT_TREATMENT_MEASURE, "cold", "4" },
    { UNKNOT_TREATMENT_MEASURE, "rest", "" },
    { UNKNOT_TREATMENT_INGREDIENT, "ibuprofen", "8 3" },
    { UNKNOT_TREATMENT_INGREDIENT, "heat", "" },
    { UNKNOT_TREATMENT_MEDICINE, "Tolperison", "7 4" },
    { UNKNOT_TREATMENT_MEDICINE, "Brand", "3" },
    { UNKNOT_TREATMENT_MEDICINE, "Tol", "" },
    { UNKNOT_TREATMENT_NONE, NULL, "10 10 8 7 6 5 4 3 2" },
  };
  g_autoptr (UnknotEntryFilter) none = unknot_entry_filter_new ();
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);

  unknot_test_diary_open (fixture);
  save_november (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (treatments); i++)
    assert_filtered (list,
                     unknot_entry_filter_with_treatment (none, treatments[i].kind,
                                                         treatments[i].treatment),
                     treatments[i].expected);
}

/* What was taken back was not tried. */
static void
test_filter_deleted_treatment (DiaryFixture  *fixture,
                               gconstpointer  data)
{
  g_autoptr (UnknotEntryFilter) none = unknot_entry_filter_new ();
  g_autoptr (UnknotEpisode) episode = make_spasm (20261102, 3, "lower", "lifting", "");
  g_autoptr (UnknotEntry) dose = make_dose (20261102, "x", "ibuprofen");
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);

  unknot_test_diary_open (fixture);
  unknot_episode_add (episode, dose);
  unknot_test_diary_save (fixture->diary, episode);
  assert_filtered (list,
                   unknot_entry_filter_with_treatment (none, UNKNOT_TREATMENT_INGREDIENT,
                                                       "ibuprofen"), "2");
  unknot_test_diary_mark (fixture->diary, dose, TRUE);
  assert_days (list, "");
}

static void
test_filter_together (DiaryFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (UnknotEntryFilter) none = unknot_entry_filter_new ();
  g_autoptr (UnknotEntryFilter) lifting = unknot_entry_filter_with_trigger (none, "lifting");
  g_autoptr (UnknotEntryFilter) early = unknot_entry_filter_with_days (lifting, 0, 20261102);
  g_autoptr (UnknotEntryFilter) heat =
    unknot_entry_filter_with_treatment (early, UNKNOT_TREATMENT_MEASURE, "heat");
  g_autoptr (UnknotEntryFilter) bad = unknot_entry_filter_with_worst (heat, 4, 10);
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);

  unknot_test_diary_open (fixture);
  save_november (fixture);
  assert_filtered (list, g_object_ref (lifting), "3 2");
  assert_filtered (list, g_object_ref (early), "2");
  assert_filtered (list, g_object_ref (heat), "2");
  assert_filtered (list, g_object_ref (bad), "");
  assert_filtered (list, unknot_entry_filter_with_trigger (bad, NULL), "");
  assert_filtered (list, unknot_entry_filter_with_worst (heat, 0, 10), "2");
}

static void
test_filter_with_search (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotEntryFilter) none = unknot_entry_filter_new ();
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);

  unknot_test_diary_open (fixture);
  save_november (fixture);
  unknot_entry_list_set_search (list, "garden");
  assert_days (list, "5 3 2");
  assert_filtered (list, unknot_entry_filter_with_trigger (none, "lifting"), "3 2");
  unknot_entry_list_set_limit (list, 1);
  assert_days (list, "3");
  assert_filtered (list, unknot_entry_filter_with_days (none, 0, 20261102), "2");
  assert_filtered (list, g_object_ref (none), "5");
  unknot_entry_list_set_limit (list, G_MAXUINT);
  assert_filtered (list, unknot_entry_filter_with_area (none, "lower"), "2");
  unknot_entry_list_set_search (list, "tolperison");
  assert_days (list, "4");
  unknot_entry_list_set_filter (list, NULL);
  assert_days (list, "7 4");
}

/* What is saved meanwhile comes in only where it is wanted. */
static void
test_filter_follows (DiaryFixture  *fixture,
                     gconstpointer  data)
{
  g_autoptr (UnknotEntryFilter) none = unknot_entry_filter_new ();
  g_autoptr (UnknotEpisode) wanted = make_spasm (20261112, 7, "lower", "sport", "");
  g_autoptr (UnknotEpisode) other = make_spasm (20261113, 7, "neck", "sport", "");
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);

  unknot_test_diary_open (fixture);
  save_november (fixture);
  assert_filtered (list, unknot_entry_filter_with_area (none, "lower"), "4 2");
  unknot_test_diary_save (fixture->diary, wanted);
  unknot_test_diary_save (fixture->diary, other);
  assert_days (list, "12 4 2");
  unknot_test_diary_mark (fixture->diary, wanted, TRUE);
  assert_days (list, "4 2");
}

static void
test_filter_drops_the_outdated (DiaryFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr (UnknotEntryFilter) none = unknot_entry_filter_new ();
  g_autoptr (UnknotEntryFilter) lower = unknot_entry_filter_with_area (none, "lower");
  g_autoptr (UnknotEntryFilter) neck = unknot_entry_filter_with_area (none, "neck");
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);

  unknot_test_diary_open (fixture);
  save_november (fixture);
  wait_for (list);
  unknot_entry_list_set_filter (list, lower);
  unknot_entry_list_set_filter (list, neck);
  assert_days (list, "3");
}

/* Nothing that is found, and nothing that there is, are two things to tell. */
static void
test_filter_is_filtered (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotEntryFilter) none = unknot_entry_filter_new ();
  g_autoptr (UnknotEntryFilter) spasms = unknot_entry_filter_with_spasms_only (none, TRUE);
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);

  unknot_test_diary_open (fixture);
  g_assert_false (unknot_entry_list_is_filtered (list));
  unknot_entry_list_set_search (list, "  ");
  g_assert_false (unknot_entry_list_is_filtered (list));
  unknot_entry_list_set_search (list, " x");
  g_assert_true (unknot_entry_list_is_filtered (list));
  unknot_entry_list_set_search (list, NULL);
  unknot_entry_list_set_filter (list, none);
  g_assert_false (unknot_entry_list_is_filtered (list));
  g_assert_null (unknot_entry_list_get_filter (list));
  unknot_entry_list_set_filter (list, spasms);
  g_assert_true (unknot_entry_list_is_filtered (list));
  g_assert_true (unknot_entry_list_get_filter (list) == spasms);
  wait_for (list);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_filter_notifies (DiaryFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (UnknotEntryFilter) none = unknot_entry_filter_new ();
  g_autoptr (UnknotEntryFilter) neck = unknot_entry_filter_with_area (none, "neck");
  g_autoptr (UnknotEntryFilter) same = unknot_entry_filter_with_area (none, "neck");
  g_autoptr (UnknotEntryFilter) found = NULL;
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);
  guint n = 0;

  g_signal_connect_swapped (list, "notify::filter", G_CALLBACK (count_cb), &n);
  unknot_entry_list_set_filter (list, none);
  g_assert_cmpuint (n, ==, 0);
  g_object_set (list, "filter", neck, NULL);
  unknot_entry_list_set_filter (list, same);
  g_assert_cmpuint (n, ==, 1);
  g_object_get (list, "filter", &found, NULL);
  g_assert_true (found == neck);
  unknot_entry_list_set_filter (list, NULL);
  g_assert_cmpuint (n, ==, 2);
}

/* Each makes another, and leaves the one that it comes from as it is. */
static void
test_filter_does_not_change (void)
{
  g_autoptr (UnknotEntryFilter) none = unknot_entry_filter_new ();
  g_autoptr (UnknotEntryFilter) a = unknot_entry_filter_with_spasms_only (none, TRUE);
  g_autoptr (UnknotEntryFilter) b = unknot_entry_filter_with_area (a, "lower");
  g_autoptr (UnknotEntryFilter) c = unknot_entry_filter_with_trigger (b, "sport");
  g_autoptr (UnknotEntryFilter) d = unknot_entry_filter_with_worst (c, 2, 9);
  g_autoptr (UnknotEntryFilter) e =
    unknot_entry_filter_with_treatment (d, UNKNOT_TREATMENT_MEDICINE, "Brand");
  g_autoptr (UnknotEntryFilter) f = unknot_entry_filter_with_days (e, 20261101, 20261130);
  UnknotEntryFilter *all[] = { none, a, b, c, d, e, f };

  g_assert_true (unknot_entry_filter_is_empty (none));
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_assert_cmpint (unknot_entry_filter_is_empty (all[i]), ==, i == 0);
      for (guint j = 0; j < G_N_ELEMENTS (all); j++)
        g_assert_cmpint (unknot_entry_filter_equal (all[i], all[j]), ==, i == j);
    }

  g_assert_true (unknot_entry_filter_is_spasms_only (f));
  g_assert_cmpstr (unknot_entry_filter_get_area (f), ==, "lower");
  g_assert_cmpstr (unknot_entry_filter_get_trigger (f), ==, "sport");
  g_assert_cmpint (unknot_entry_filter_get_worst_from (f), ==, 2);
  g_assert_cmpint (unknot_entry_filter_get_worst_to (f), ==, 9);
  g_assert_cmpint (unknot_entry_filter_get_treatment_kind (f), ==, UNKNOT_TREATMENT_MEDICINE);
  g_assert_cmpstr (unknot_entry_filter_get_treatment (f), ==, "Brand");
  g_assert_cmpint (unknot_entry_filter_get_first_day (f), ==, 20261101);
  g_assert_cmpint (unknot_entry_filter_get_last_day (f), ==, 20261130);
}

static void
add_test (const char *path,
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

  add_test ("/entry-filter/each", test_filter_each);
  add_test ("/entry-filter/treatments", test_filter_treatments);
  add_test ("/entry-filter/deleted-treatment", test_filter_deleted_treatment);
  add_test ("/entry-filter/together", test_filter_together);
  add_test ("/entry-filter/with-search", test_filter_with_search);
  add_test ("/entry-filter/follows", test_filter_follows);
  add_test ("/entry-filter/drops-the-outdated", test_filter_drops_the_outdated);
  add_test ("/entry-filter/is-filtered", test_filter_is_filtered);
  add_test ("/entry-filter/notifies", test_filter_notifies);
  g_test_add_func ("/entry-filter/does-not-change", test_filter_does_not_change);

  return g_test_run ();
}
