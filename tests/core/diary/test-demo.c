/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-answers-json.h"
#include "unknot-demo.h"
#include "unknot-test-diary.h"
#include "unknot-test-protocol.h"
#include "unknot-trends.h"

#define DAY_MS G_GINT64_CONSTANT (86400000)

static const char *const zones[] = { "UTC", "America/New_York", "Pacific/Auckland" };

static GDateTime *
make_time (const char *zone_name,
           int         days,
           int         hour,
           int         minute)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autoptr (GDateTime) first = NULL;

  g_assert_nonnull (zone);
  /* From 15 December 2027 on a year has 29 February in it. */
  first = g_date_time_new (zone, 2027, 12, 15, hour, minute, 0);

  return g_date_time_add_days (first, days);
}

static GPtrArray *
make_year (const char *zone,
           int         days,
           int         hour)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  g_autoptr (GDateTime) now = make_time (zone, days, hour, 0);

  return unknot_demo_create_year (protocol, now);
}

/* Of each entry what tells it from others, with what belongs to it. */
static void
describe (GString     *text,
          UnknotEntry *entry)
{
  UnknotMoment *moment = unknot_entry_get_moment (entry);

  g_string_append_printf (text, "%s %s %" G_GINT64_FORMAT " %s\n", G_OBJECT_TYPE_NAME (entry),
                          unknot_entry_get_uuid (entry), unknot_moment_get_utc (moment),
                          unknot_moment_get_zone (moment));
  if (UNKNOT_IS_EPISODE (entry))
    {
      UnknotEpisode *episode = UNKNOT_EPISODE (entry);
      GListModel *const models[] = {
        unknot_episode_get_readings (episode),
        unknot_episode_get_reliefs (episode),
        unknot_episode_get_doses (episode),
      };

      for (guint i = 0; i < G_N_ELEMENTS (models); i++)
        for (guint j = 0; j < g_list_model_get_n_items (models[i]); j++)
          {
            g_autoptr (UnknotEntry) inner = g_list_model_get_item (models[i], j);

            describe (text, inner);
          }
    }
  if (UNKNOT_IS_READING (entry))
    g_string_append_printf (text, "%d\n", unknot_reading_get_pain (UNKNOT_READING (entry)));
}

static char *
describe_year (GPtrArray *entries)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    describe (text, g_ptr_array_index (entries, i));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
gather (GPtrArray *all,
        gpointer   model)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (all, g_list_model_get_item (model, i));
}

/* Those that belong to a spasm, too. */
static GPtrArray *
gather_all (GPtrArray *entries,
            GType      type)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < entries->len; i++)
    {
      UnknotEntry *entry = g_ptr_array_index (entries, i);

      g_ptr_array_add (all, g_object_ref (entry));
      if (UNKNOT_IS_EPISODE (entry))
        {
          gather (all, unknot_episode_get_readings (UNKNOT_EPISODE (entry)));
          gather (all, unknot_episode_get_reliefs (UNKNOT_EPISODE (entry)));
          gather (all, unknot_episode_get_doses (UNKNOT_EPISODE (entry)));
        }
    }
  for (guint i = all->len; i > 0; i--)
    {
      if (!g_type_is_a (G_OBJECT_TYPE (g_ptr_array_index (all, i - 1)), type))
        g_ptr_array_remove_index (all, i - 1);
    }

  return g_steal_pointer (&all);
}

static gint64
get_utc (gpointer entry)
{
  return unknot_moment_get_utc (unknot_entry_get_moment (entry));
}

/* Its own day and offset follow from its zone, and it is of the year that ends now; a visit may be
 * that of tomorrow. */
static void
assert_moment (UnknotEntry *entry,
               GDateTime   *now)
{
  UnknotMoment *moment = unknot_entry_get_moment (entry);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (unknot_moment_get_zone (moment));
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  gint64 age = g_date_time_to_unix (now) * 1000 - unknot_moment_get_utc (moment);

  g_assert_cmpint (age, >=, UNKNOT_IS_VISIT (entry) ? -2 * DAY_MS : 0);
  g_assert_cmpint (age, <, 366 * DAY_MS);
  g_assert_nonnull (zone);
  utc = g_date_time_new_from_unix_utc (unknot_moment_get_utc (moment) / 1000);
  local = g_date_time_to_timezone (utc, zone);
  g_assert_cmpint (unknot_moment_get_offset (moment), ==,
                   g_date_time_get_utc_offset (local) / G_TIME_SPAN_MINUTE);
  g_assert_cmpint (unknot_moment_get_day (moment), ==,
                   g_date_time_get_year (local) * 10000 + g_date_time_get_month (local) * 100 +
                     g_date_time_get_day_of_month (local));
}

static int
compare_moments (gconstpointer one,
                 gconstpointer other)
{
  return unknot_moment_compare (unknot_entry_get_moment (*(UnknotEntry *const *) one),
                                unknot_entry_get_moment (*(UnknotEntry *const *) other));
}

/* One after the other, and only the last goes on; what belongs to one is within it. */
static void
assert_spasms (GPtrArray *entries)
{
  g_autoptr (GPtrArray) episodes = gather_all (entries, UNKNOT_TYPE_EPISODE);

  g_assert_cmpuint (episodes->len, >=, 25);
  g_assert_cmpuint (episodes->len, <=, 40);
  g_ptr_array_sort (episodes, compare_moments);
  for (guint i = 0; i < episodes->len; i++)
    {
      UnknotEpisode *episode = g_ptr_array_index (episodes, i);
      UnknotMoment *end = unknot_episode_get_end (episode);
      g_autoptr (GPtrArray) inner = g_ptr_array_new_with_free_func (g_object_unref);
      g_auto (GStrv) warnings = NULL;
      gboolean last = i + 1 == episodes->len;

      g_assert_true ((end == NULL) == last);
      if (!last)
        g_assert_cmpint (unknot_moment_get_utc (end), <,
                         get_utc (g_ptr_array_index (episodes, i + 1)));
      gather (inner, unknot_episode_get_readings (episode));
      g_assert_cmpuint (inner->len, >=, last ? 2 : 1);
      gather (inner, unknot_episode_get_reliefs (episode));
      gather (inner, unknot_episode_get_doses (episode));
      for (guint j = 0; j < inner->len; j++)
        {
          g_assert_cmpint (get_utc (g_ptr_array_index (inner, j)), >=, get_utc (episode));
          if (!last)
            g_assert_cmpint (get_utc (g_ptr_array_index (inner, j)), <=,
                             unknot_moment_get_utc (end));
        }
      warnings = unknot_episode_dup_codes (episode, UNKNOT_VOCABULARY_WARNING);
      g_assert_null (warnings[0]);
    }
}

static gboolean
is_nsaid (const char *ingredient)
{
  return g_str_equal (ingredient, "ibuprofen") || g_str_equal (ingredient, "naproxen") ||
         g_str_equal (ingredient, "aspirin");
}

/* By the strictest of the labels' limits in 24 hours, and never two of one kind in a day. */
static void
assert_doses (GPtrArray *entries)
{
  static const struct
  {
    const char *ingredient;
    double limit;
  } limits[] = {
    { "ibuprofen", 1200 }, { "naproxen", 660 }, { "paracetamol", 3000 }, { "lidocaine", 1 },
  };
  g_autoptr (GPtrArray) doses = gather_all (entries, UNKNOT_TYPE_DOSE);

  for (guint i = 0; i < doses->len; i++)
    {
      UnknotDose *dose = g_ptr_array_index (doses, i);
      const char *ingredient = unknot_dose_get_ingredient (dose);
      double taken = 0;
      gboolean known = FALSE;

      for (guint j = 0; j < doses->len; j++)
        {
          UnknotDose *other = g_ptr_array_index (doses, j);
          gint64 after = get_utc (other) - get_utc (dose);

          if (after < 0 || after >= DAY_MS)
            continue;
          if (g_str_equal (unknot_dose_get_ingredient (other), ingredient))
            taken += unknot_dose_get_amount (other);
          else
            g_assert_false (is_nsaid (ingredient) && is_nsaid (unknot_dose_get_ingredient (other)));
        }
      for (guint j = 0; j < G_N_ELEMENTS (limits); j++)
        {
          if (g_str_equal (limits[j].ingredient, ingredient))
            {
              g_assert_cmpfloat (taken, <=, limits[j].limit);
              known = TRUE;
            }
        }
      g_assert_true (known);
    }
}

/* At most one a day, none painless on which a spasm was. */
static void
assert_days (GPtrArray *entries)
{
  g_autoptr (GPtrArray) days = gather_all (entries, UNKNOT_TYPE_DAY);
  g_autoptr (GPtrArray) episodes = gather_all (entries, UNKNOT_TYPE_EPISODE);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_assert_cmpuint (days->len, >, 60);
  for (guint i = 0; i < days->len; i++)
    {
      int day = unknot_moment_get_day (unknot_entry_get_moment (g_ptr_array_index (days, i)));

      g_assert_true (g_hash_table_add (seen, GINT_TO_POINTER (day)));
      for (guint j = 0; unknot_day_is_painless (g_ptr_array_index (days, i)) && j < episodes->len;
           j++)
        {
          UnknotEpisode *episode = g_ptr_array_index (episodes, j);
          UnknotMoment *end = unknot_episode_get_end (episode);

          g_assert_false (day >= unknot_moment_get_day (unknot_episode_get_start (episode)) &&
                          (end == NULL || day <= unknot_moment_get_day (end)));
        }
    }
}

/* In another zone, before and after the clocks change there. */
static void
assert_trip (GPtrArray  *entries,
             const char *home)
{
  g_autoptr (GPtrArray) all = gather_all (entries, UNKNOT_TYPE_ENTRY);
  const char *abroad = NULL;
  gint64 first = G_MAXINT64, last = 0;
  int least = G_MAXINT, most = G_MININT;

  for (guint i = 0; i < all->len; i++)
    {
      UnknotMoment *moment = unknot_entry_get_moment (g_ptr_array_index (all, i));

      if (g_str_equal (unknot_moment_get_zone (moment), home))
        continue;
      if (abroad != NULL)
        g_assert_cmpstr (unknot_moment_get_zone (moment), ==, abroad);
      abroad = unknot_moment_get_zone (moment);
      first = MIN (first, unknot_moment_get_utc (moment));
      last = MAX (last, unknot_moment_get_utc (moment));
      least = MIN (least, unknot_moment_get_offset (moment));
      most = MAX (most, unknot_moment_get_offset (moment));
    }

  g_assert_nonnull (abroad);
  g_assert_cmpint (last - first, >, 7 * DAY_MS);
  g_assert_cmpint (last - first, <, 16 * DAY_MS);
  g_assert_cmpint (most - least, ==, 60);
}

static void
test_demo_is_sound (gconstpointer data)
{
  const char *zone = data;
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  /* Kept, or they would be read again for each moment. */
  g_autoptr (GTimeZone) home = g_time_zone_new_identifier (zone);
  g_autoptr (GTimeZone) new_york = g_time_zone_new_identifier ("America/New_York");
  g_autoptr (GTimeZone) lisbon = g_time_zone_new_identifier ("Europe/Lisbon");

  for (int day = 0; day < 400; day++)
    {
      g_autoptr (GDateTime) now = make_time (zone, day, day * 7 % 24, day * 13 % 60);
      g_autoptr (GPtrArray) entries = unknot_demo_create_year (protocol, now);
      g_autoptr (GPtrArray) all = gather_all (entries, UNKNOT_TYPE_ENTRY);

      for (guint i = 0; i < all->len; i++)
        assert_moment (g_ptr_array_index (all, i), now);
      assert_spasms (entries);
      assert_doses (entries);
      assert_days (entries);
      assert_trip (entries, zone);
    }
}

static void
test_demo_same_on_the_same_day (void)
{
  g_autoptr (GPtrArray) one = make_year ("UTC", 3, 12);
  g_autoptr (GPtrArray) same = make_year ("UTC", 3, 18);
  g_autoptr (GPtrArray) another = make_year ("UTC", 4, 12);
  g_autofree char *text = describe_year (one);
  g_autofree char *same_text = describe_year (same);
  g_autofree char *other_text = describe_year (another);

  g_assert_cmpstr (text, ==, same_text);
  g_assert_cmpstr (text, !=, other_text);
}

/* At night the last spasm is that of the evening; all else is as it is at noon. */
static void
test_demo_early (void)
{
  g_autoptr (GPtrArray) noon = make_year ("UTC", 3, 12);
  g_autoptr (GPtrArray) night = make_year ("UTC", 3, 0);
  UnknotEntry *ongoing, *ongoing_at_night;
  g_autofree char *text = NULL;
  g_autofree char *night_text = NULL;

  g_assert_cmpuint (noon->len, ==, night->len);
  ongoing = g_ptr_array_index (noon, noon->len - 1);
  ongoing_at_night = g_ptr_array_index (night, night->len - 1);
  g_assert_cmpint (unknot_moment_get_day (unknot_entry_get_moment (ongoing)), ==, 20271218);
  g_assert_cmpint (unknot_moment_get_day (unknot_entry_get_moment (ongoing_at_night)), ==,
                   20271217);

  g_ptr_array_set_size (noon, noon->len - 1);
  g_ptr_array_set_size (night, night->len - 1);
  text = describe_year (noon);
  night_text = describe_year (night);
  g_assert_cmpstr (text, ==, night_text);
}

static void
test_demo_check_ups (void)
{
  static const UnknotLevel levels[] = {
    UNKNOT_LEVEL_SELF_CARE, UNKNOT_LEVEL_DOCTOR, UNKNOT_LEVEL_SELF_CARE
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  g_autoptr (GPtrArray) entries = make_year ("UTC", 0, 12);
  g_autoptr (GPtrArray) checks = gather_all (entries, UNKNOT_TYPE_CHECK);

  g_ptr_array_sort (checks, compare_moments);
  g_assert_cmpuint (checks->len, ==, G_N_ELEMENTS (levels));
  for (guint i = 0; i < checks->len; i++)
    {
      UnknotCheck *check = g_ptr_array_index (checks, i);
      const char *json = unknot_check_get_answers (check);
      g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
      g_autoptr (UnknotAnswers) answers =
        unknot_answers_new_from_json (unknot_protocol_get_questionnaire (protocol), bytes, NULL);

      g_assert_nonnull (answers);
      g_assert_true (unknot_check_is_complete (check));
      g_assert_cmpint (unknot_check_get_level (check), ==, levels[i]);
    }
}

/* One that was, and one that is tomorrow, whenever and wherever it is asked. */
static void
test_demo_visits (gconstpointer data)
{
  for (int hour = 0; hour < 24; hour++)
    {
      g_autoptr (GPtrArray) entries = make_year (data, 100, hour);
      g_autoptr (GPtrArray) visits = gather_all (entries, UNKNOT_TYPE_VISIT);
      UnknotVisit *last, *next;

      g_assert_cmpuint (visits->len, ==, 2);
      last = g_ptr_array_index (visits, 0);
      next = g_ptr_array_index (visits, 1);
      g_assert_cmpstr (unknot_visit_get_outcome (last), !=, "");
      g_assert_cmpstr (unknot_visit_get_outcome (next), ==, "");
      g_assert_cmpint (unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (next))), ==,
                       20280325);
    }
}

static gint64
count (DiaryFixture *fixture,
       const char   *what,
       const char   *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (DISTINCT %s) FROM %s", what, table);

  return unknot_test_diary_query (fixture->path, sql);
}

static void
take_trends_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(UnknotTrends **) user_data =
    unknot_trends_load_finish (UNKNOT_DIARY (source), result, &error);
  g_assert_no_error (error);
}

/* What there is to show: every list, filter and chart has something of each kind. */
static void
test_demo_fills_a_diary (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  g_autoptr (GDateTime) now = unknot_clock_get_now (fixture->clock);
  g_autoptr (GPtrArray) entries = unknot_demo_create_year (protocol, now);
  g_autoptr (UnknotEpisode) ongoing = NULL;
  g_autoptr (UnknotTrends) trends = NULL;
  g_autoptr (GError) error = NULL;

  unknot_test_diary_open (fixture);
  g_assert_true (unknot_test_diary_try_save_all (fixture->diary, entries, &error));
  g_assert_no_error (error);

  g_assert_cmpint (count (fixture, "area", "place"), >=, 5);
  g_assert_cmpint (count (fixture, "side", "place"), >=, 3);
  g_assert_cmpint (count (fixture, "code", "episode_code WHERE aspect = 'trigger'"), >=, 8);
  g_assert_cmpint (count (fixture, "code", "episode_code WHERE aspect = 'feel'"), >=, 7);
  g_assert_cmpint (count (fixture, "code", "episode_code WHERE aspect = 'stops'"), >=, 8);
  g_assert_cmpint (count (fixture, "code", "episode_code WHERE aspect = 'spreads'"), >=, 4);
  g_assert_cmpint (count (fixture, "note", "episode"), >=, 12);
  g_assert_cmpint (count (fixture, "worst", "episode"), >=, 5);
  g_assert_cmpint (count (fixture, "at_rest", "episode"), >=, 3);
  g_assert_cmpint (count (fixture, "measure", "relief"), >=, 8);
  g_assert_cmpint (count (fixture, "effect", "relief"), ==, 4);
  g_assert_cmpint (count (fixture, "id", "relief WHERE episode IS NULL"), >=, 4);
  g_assert_cmpint (count (fixture, "ingredient", "dose"), >=, 4);
  g_assert_cmpint (count (fixture, "supply", "dose"), ==, 2);
  g_assert_cmpint (count (fixture, "id", "dose WHERE episode IS NULL"), >=, 3);
  g_assert_cmpint (count (fixture, "sleep", "day WHERE painless"), >=, 2);
  g_assert_cmpint (count (fixture, "sleep", "day WHERE NOT painless"), >=, 2);
  g_assert_cmpint (count (fixture, "id", "reading"), >, 100);
  g_assert_cmpint (count (fixture, "kind", "event"), >=, 4);
  g_assert_cmpint (count (fixture, "id", "peg"), >=, 20);
  g_assert_cmpint (count (fixture, "questions", "visit"), ==, 2);

  /* Its label keeps heat away from a patch. */
  g_assert_cmpint (count (fixture, "dose.id", "dose JOIN relief USING (episode) "
                          "WHERE ingredient = 'lidocaine' AND measure = 'heat'"), ==, 0);

  ongoing = unknot_diary_dup_ongoing (fixture->diary, &error);
  g_assert_no_error (error);
  g_assert_nonnull (ongoing);
  unknot_trends_load_async (fixture->diary, G_DATE_MONDAY, take_trends_cb, &trends);
  while (trends == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (unknot_trends_get_still_going (trends));
  g_assert_cmpint (unknot_trends_get_more_frequent (trends), ==, FALSE);
  g_assert_cmpint (unknot_trends_get_n_recent (trends), ==, 3);
  g_assert_cmpint (unknot_trends_get_n_before (trends), ==, 3);
  g_assert_cmpint (unknot_trends_get_painless_days (trends), >, 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *path = g_strdup_printf ("/demo/is-sound/%s", zones[i]);
      g_autofree char *visits_path = g_strdup_printf ("/demo/visits/%s", zones[i]);

      g_test_add_data_func (path, zones[i], test_demo_is_sound);
      g_test_add_data_func (visits_path, zones[i], test_demo_visits);
    }
  g_test_add_func ("/demo/same-on-the-same-day", test_demo_same_on_the_same_day);
  g_test_add_func ("/demo/early", test_demo_early);
  g_test_add_func ("/demo/check-ups", test_demo_check_ups);
  g_test_add ("/demo/fills-a-diary", DiaryFixture, NULL, unknot_test_diary_set_up,
              test_demo_fills_a_diary, unknot_test_diary_tear_down);

  return g_test_run ();
}
