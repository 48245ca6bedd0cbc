/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-summary-words.h"

static void
assert_text (char       *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_summary_words_days (void)
{
  const UnknotPeriod year = { 20251128, 20261121 };
  const UnknotPeriod day = { 20240229, 20240229 };

  assert_text (unknot_summary_words_dup_day (20260103), "3 January 2026");
  assert_text (unknot_summary_words_dup_day (99991231), "31 December 9999");
  assert_text (unknot_summary_words_dup_short_day (20260103), "3 Jan 2026");
  assert_text (unknot_summary_words_dup_period (&year), "28 November 2025 – 21 November 2026");
  assert_text (unknot_summary_words_dup_period (&day), "29 February 2024");
}

static void
test_summary_words_spans (void)
{
  static const struct
  {
    gint64 minutes;
    const char *words;
  } cases[] = {
    { 0, "0 min" },           { 59, "59 min" },         { 60, "1 h" },
    { 61, "1 h 1 min" },      { 24 * 60, "1 day" },     { 25 * 60, "1 day 1 h" },
    { 49 * 60, "2 days 1 h" }, { 73 * 60, "3 days" },
    { 90 * 60, "4 days" },    { 365 * 24 * 60, "365 days" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (unknot_summary_words_dup_span (cases[i].minutes * 60000), cases[i].words);
}

static void
test_summary_words_amounts (void)
{
  assert_text (unknot_summary_words_dup_amount (400, "mg"), "400 mg");
  assert_text (unknot_summary_words_dup_amount (0.5, "g"), "0.5 g");
  assert_text (unknot_summary_words_dup_amount (1, "tablet"), "1 tablet");
  assert_text (unknot_summary_words_dup_amount (1.5, "tablet"), "1.5 tablets");
  assert_text (unknot_summary_words_dup_amount (20, "drop"), "20 drops");
  assert_text (unknot_summary_words_dup_amount (1, "patch"), "1 patch");
  assert_text (unknot_summary_words_dup_amount (3, "application"), "3 applications");
  assert_text (unknot_summary_words_dup_amount (2, NULL), "2");
}

/* One line, whatever was typed; nothing in it turns what follows round. */
static void
test_summary_words_lines (void)
{
  assert_text (unknot_summary_words_dup_line (""), "");
  assert_text (unknot_summary_words_dup_line ("  a\n\tb\r\n\u2028c  "), "a b c");
  assert_text (unknot_summary_words_dup_line ("a\u202eb\u2066c\u2069d"), "abcd");
  /* What is read from the right keeps to itself. */
  assert_text (unknot_summary_words_dup_line ("כאב 👩‍👦 ألم"), "\u2068כאב 👩‍👦 ألم\u2069");
  /* Accents are as many as a language has. */
  assert_text (unknot_summary_words_dup_line ("e\u0302\u0301o\u0323\u0302"), "ếộ");
  assert_text (unknot_summary_words_dup_line ("x\u0301\u0302\u0316\u0303\u0317.x\u0301"),
               "x\u0316.x\u0301");
  assert_text (unknot_summary_words_dup_line ("ज़्"), "ज़्");
}

static void
assert_cut (const char *line,
            glong       max,
            const char *expected)
{
  assert_text (unknot_summary_words_cut (line, g_utf8_strlen (line, -1), max), expected);
}

static char *
repeat (const char *text,
        guint       n)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);

  return g_string_free_and_steal (all);
}

/* Wherever the parts that are composed by themselves begin. */
static void
test_summary_words_long_lines (void)
{
  static const struct
  {
    const char *apart;
    const char *composed;
  } letters[] = {
    { "e\u0302\u0301", "ế" },
    { "\u1112\u1161\u11ab", "한" },
    { "\u0928\u093c", "ऩ" },
  };
  g_autofree char *accents = repeat ("\u0316", 5000);
  g_autofree char *piled = g_strconcat ("x", accents, "y", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    for (guint n_before = 0; n_before < 4; n_before++)
      {
        g_autofree char *before = repeat ("a", n_before);
        g_autofree char *apart = repeat (letters[i].apart, 400);
        g_autofree char *composed = repeat (letters[i].composed, 400);
        g_autofree char *line = g_strconcat (before, apart, NULL);
        g_autofree char *expected = g_strconcat (before, composed, NULL);

        assert_text (unknot_summary_words_dup_line (line), expected);
      }
  assert_text (unknot_summary_words_dup_line (piled), "x\u0316y");
}

static void
test_summary_words_cut (void)
{
  g_autofree char *many = g_strnfill (100000, 'x');

  assert_cut ("four", 4, "four");
  assert_cut ("fives", 4, "five… (1 more character)");
  assert_cut (many, 3, "xxx… (99997 more characters)");
  /* What belongs to a letter stays with it, or goes with it. */
  assert_cut ("ae\u0301b", 2, "a… (3 more characters)");
  assert_cut ("a👍🏽b", 2, "a… (3 more characters)");
  /* What is begun is ended. */
  assert_cut ("\u2068כאב\u2069", 3, "\u2068כא\u2069… (2 more characters)");
}

static void
test_summary_words_names (void)
{
  g_autofree char *many = g_strnfill (100, 'x');
  g_autofree char *name = unknot_summary_words_dup_name (many);

  g_assert_true (g_str_has_suffix (name, "xxx… (20 more characters)"));
  assert_text (unknot_summary_words_dup_name (" Jo\nDoe "), "Jo Doe");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/summary-words/days", test_summary_words_days);
  g_test_add_func ("/summary-words/spans", test_summary_words_spans);
  g_test_add_func ("/summary-words/amounts", test_summary_words_amounts);
  g_test_add_func ("/summary-words/lines", test_summary_words_lines);
  g_test_add_func ("/summary-words/long-lines", test_summary_words_long_lines);
  g_test_add_func ("/summary-words/cut", test_summary_words_cut);
  g_test_add_func ("/summary-words/names", test_summary_words_names);

  return g_test_run ();
}
