/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-diary-csv.h"
#include "unknot-test-exchange.h"

#define UUID "aaaaaaaa-0000-4000-8000-000000000001"
#define OTHER_UUID "bbbbbbbb-0000-4000-8000-000000000002"
#define TIME "2026-11-21T14:05:00.000+00:00[UTC]"
#define NAMES                                                                                      \
  "id,start,end,precision,onset,current,at_rest,on_moving,worst,trigger,feel,stops,spreads,"       \
  "warning,places,note\r\n"
#define SPASM(uuid) uuid "," TIME ",,,,,,,7,,,,,,,\r\n"
#define DETAIL_NAMES                                                                               \
  "id,spasm,time,kind,pain,measure,medicine,amount,unit,ingredient,supply,effect\r\n"

/* Two diaries: what goes out of the first goes into the second. */
typedef struct
{
  DiaryFixture from;
  DiaryFixture to;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  unknot_test_diary_set_up (&fixture->from, NULL);
  unknot_test_diary_set_up (&fixture->to, NULL);
  unknot_test_diary_open (&fixture->to);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_diary_tear_down (&fixture->from, NULL);
  unknot_test_diary_tear_down (&fixture->to, NULL);
}

/* All that is told of spasms and medicine comes in as it went out. */
static void
test_diary_csv_lossless (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GBytes) spasms = NULL;
  g_autoptr (GBytes) details = NULL;
  g_autoptr (GBytes) spasms_again = NULL;
  g_autoptr (GBytes) details_again = NULL;
  g_autoptr (UnknotImport) import = NULL;
  g_autoptr (UnknotImport) second = NULL;
  g_autofree char *json = NULL;
  g_autofree char *json_again = NULL;
  UnknotMergeCounts counts;

  unknot_test_diary_install (&fixture->from, data);
  unknot_test_diary_open (&fixture->from);
  spasms = unknot_test_exchange_export (fixture->from.diary, unknot_diary_csv_write_spasms, NULL);
  details = unknot_test_exchange_export (fixture->from.diary, unknot_diary_csv_write_details, NULL);

  import = unknot_import_new_csv (fixture->to.diary, spasms, details);
  unknot_test_exchange_run (import);
  counts = *unknot_import_get_counts (import);
  g_assert_cmpuint (counts.n_changed + counts.n_same + counts.n_kept, ==, 0);
  spasms_again =
    unknot_test_exchange_export (fixture->to.diary, unknot_diary_csv_write_spasms, NULL);
  details_again =
    unknot_test_exchange_export (fixture->to.diary, unknot_diary_csv_write_details, NULL);
  g_assert_true (g_bytes_equal (spasms_again, spasms));
  g_assert_true (g_bytes_equal (details_again, details));

  /* What is there already is the same, and older, whatever else the diary knows. */
  second = unknot_import_new_csv (fixture->from.diary, spasms, details);
  json = unknot_test_exchange_to_json (fixture->from.diary);
  unknot_test_exchange_run (second);
  unknot_test_exchange_assert_counts (second, 0, 0, counts.n_added, 0);
  json_again = unknot_test_exchange_to_json (fixture->from.diary);
  g_assert_cmpstr (json_again, ==, json);
}

static gboolean
count_cb (UnknotEntry  *entry,
          gint64        changed,
          gpointer      data,
          GError      **error)
{
  *(guint *) data += 1;

  return TRUE;
}

static const struct
{
  const char *spasms;
  const char *details; /* nullable */
  const char *fault;
} refused[] = {
  { "", NULL, "The file is empty." },
  { "a,b\r\n", NULL, "Line 1: These are not spasms that Unknot wrote. Tables of any "
    "other kind are imported in the window, under Your Data." },
  { NAMES "x\r\n", NULL, "Line 2: There are not as many fields as in the first line." },
  { NAMES SPASM ("me"), NULL, "Line 2, “id”: “me” is not the id of an entry." },
  { NAMES SPASM (UUID) SPASM (UUID), NULL, "Line 3: The id “" UUID "” is given twice." },
  { NAMES UUID ",yesterday,,,,,,,7,,,,,,,\r\n" SPASM ("me"), NULL,
    "Line 2, “start”: “yesterday” is not understood.\n"
    "Line 3, “id”: “me” is not the id of an entry." },
  { NAMES UUID ",0000-01-01T00:00:00.000+00:00[UTC],,,,,,,7,,,,,,,\r\n", NULL,
    "Line 2, “start”: “0000-01-01T00:00:00.000+00:00[UTC]” is not understood." },
  { NAMES UUID ",9999-12-31T00:00:00.000+00:00[UTC],,,,,,,7,,,,,,,\r\n", NULL,
    "Line 2, “start”: A time in the diary does not fit its day or its zone." },
  { NAMES UUID ",2026-02-30T00:00:00.000+00:00[UTC],,,,,,,7,,,,,,,\r\n", NULL,
    "Line 2, “start”: “2026-02-30T00:00:00.000+00:00[UTC]” is not understood." },
  { NAMES UUID "," TIME ",2026-11-21T14:04:59.999+00:00[UTC],,,,,,7,,,,,,,\r\n", NULL,
    "Line 2, “end”: A spasm cannot end before it starts." },
  { NAMES UUID "," TIME ",,,,,,,,,,,,,,\r\n", NULL, "Line 2, “worst”: “” is not understood." },
  { NAMES UUID "," TIME ",,,,,,,11,,,,,,,\r\n", NULL, "Line 2, “worst”: “11” is not understood." },
  { NAMES UUID "," TIME ",,,,,,,7,barking,,,,,,\r\n", NULL,
    "Line 2, “trigger”: “barking” is not one of the answers for “trigger”." },
  { NAMES UUID "," TIME ",,,,,,,7,,,,,,lower/left,\r\n", NULL,
    "Line 2, “places”: “lower/left” is not understood." },
  { NAMES SPASM (UUID), "a,b\r\n",
    "In the file of readings: Line 1: These are not readings that Unknot wrote.", },
  { NAMES SPASM (UUID), DETAIL_NAMES OTHER_UUID "," UUID "," TIME ",dog,,,,,,,,\r\n",
    "In the file of readings: Line 2, “kind”: “dog” is not understood." },
  { NAMES SPASM (UUID), DETAIL_NAMES OTHER_UUID ",," TIME ",reading,7,,,,,,,\r\n",
    "In the file of readings: Line 2: A reading needs the spasm that it is of." },
  { NAMES SPASM (UUID), DETAIL_NAMES OTHER_UUID "," OTHER_UUID "," TIME ",reading,7,,,,,,,\r\n",
    "In the file of readings: The spasm “" OTHER_UUID "” is not in the file of spasms." },
  { NAMES SPASM (UUID), DETAIL_NAMES UUID "," UUID "," TIME ",reading,7,,,,,,,\r\n",
    "Line 2: The id “" UUID "” is given twice." },
  { NAMES SPASM (UUID), DETAIL_NAMES OTHER_UUID "," UUID "," TIME ",dose,,,x,inf,,,,\r\n",
    "In the file of readings: Line 2, “amount”: An amount of medicine is a number above 0." },
  { NAMES SPASM (UUID), DETAIL_NAMES OTHER_UUID "," UUID "," TIME ",dose,,,x,two,,,,\r\n",
    "In the file of readings: Line 2, “amount”: “two” is not understood." },
};

static void
test_diary_csv_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GBytes) spasms = g_bytes_new (refused[i].spasms, strlen (refused[i].spasms));
      g_autoptr (GBytes) details =
        refused[i].details != NULL ? g_bytes_new (refused[i].details, strlen (refused[i].details))
                                   : NULL;
      g_autoptr (GError) error = NULL;
      guint n = 0;
      UnknotExchange exchange = { count_cb, &n, NULL };

      g_assert_false (unknot_diary_csv_read (spasms, details, &exchange, &error));
      g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, refused[i].fault);
    }
}

static void
assert_form (const char *content,
             gboolean    is_json,
             gboolean    is_spasms,
             gboolean    is_details)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));

  g_assert_cmpint (unknot_exchange_is_json (bytes), ==, is_json);
  g_assert_cmpint (unknot_diary_csv_is_spasms (bytes), ==, is_spasms);
  g_assert_cmpint (unknot_diary_csv_is_details (bytes), ==, is_details);
}

static void
test_diary_csv_forms (void)
{
  assert_form (NAMES, FALSE, TRUE, FALSE);
  assert_form (NAMES SPASM (UUID), FALSE, TRUE, FALSE);
  assert_form (DETAIL_NAMES, FALSE, FALSE, TRUE);
  assert_form (NAMES "\xff", FALSE, TRUE, FALSE);
  assert_form (DETAIL_NAMES "\xff", FALSE, FALSE, TRUE);
  assert_form ("id,start\r\n", FALSE, FALSE, FALSE);
  assert_form ("\"id", FALSE, FALSE, FALSE);
  assert_form ("\xef\xbb\xbf\r\n {\"format\": \"unknot-diary\"}", TRUE, FALSE, FALSE);
  assert_form ("[", TRUE, FALSE, FALSE);
  assert_form ("", TRUE, FALSE, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const names[] = {
    "3-deleted", "3-full", "3-ordinary", "3-travel", "3-writing",
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/diary-csv/lossless/", names[i], NULL);

      g_test_add (path, Fixture, names[i], set_up, test_diary_csv_lossless, tear_down);
    }
  g_test_add_func ("/diary-csv/forms", test_diary_csv_forms);
  g_test_add_func ("/diary-csv/refused", test_diary_csv_refused);

  return g_test_run ();
}
