/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-test-protocol.h"
#include "unknot-vocabulary.h"

/* What the diary fills in must be an answer to the question that it is filled in for. */
static void
test_vocabulary_is_the_protocols (void)
{
  static const struct
  {
    UnknotVocabulary vocabulary;
    const char *question;
  } shared[] = {
    { UNKNOT_VOCABULARY_ONSET, "onset" },
    { UNKNOT_VOCABULARY_TRIGGER, "trigger" },
    { UNKNOT_VOCABULARY_SPREADS, "spreads" },
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();

  for (guint i = 0; i < G_N_ELEMENTS (shared); i++)
    {
      UnknotQuestion *question = unknot_test_lookup (protocol, shared[i].question);
      const char *const *codes = unknot_vocabulary_get_codes (shared[i].vocabulary);
      guint n = unknot_question_get_n_options (question);

      g_assert_cmpuint (g_strv_length ((char **) codes), ==, n);
      for (guint j = 0; j < n; j++)
        g_assert_cmpstr (codes[j], ==, unknot_question_get_option_code (question, j));
    }
}

/* Every location and every way to spread is an area; the body map has more. */
static void
test_vocabulary_areas (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  static const char *const questions[] = { "location", "spreads" };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      UnknotQuestion *question = unknot_test_lookup (protocol, questions[i]);

      for (guint j = 0; j < unknot_question_get_n_options (question); j++)
        {
          const char *code = unknot_question_get_option_code (question, j);
          gboolean no_area = g_str_equal (code, "none") || g_str_equal (code, "within-back");

          g_assert_cmpint (unknot_vocabulary_find (UNKNOT_VOCABULARY_AREA, code) < 0, ==, no_area);
        }
    }
}

static void
test_vocabulary_warnings (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  const char *const *codes = unknot_vocabulary_get_codes (UNKNOT_VOCABULARY_WARNING);

  for (guint i = 0; codes[i] != NULL; i++)
    g_assert_true (UNKNOT_IS_QUESTION (unknot_test_lookup (protocol, codes[i])));
}

static void
test_vocabulary_codes (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (UnknotVocabulary v = UNKNOT_VOCABULARY_PRECISION; v <= UNKNOT_VOCABULARY_EVENT; v++)
    {
      const char *const *codes = unknot_vocabulary_get_codes (v);

      g_assert_true (g_hash_table_add (names, (char *) unknot_vocabulary_get_name (v)));
      g_assert_nonnull (codes[0]);
      for (int i = 0; codes[i] != NULL; i++)
        {
          const char *field = NULL;

          g_assert_cmpint (unknot_vocabulary_find (v, codes[i]), ==, i);
          g_assert_true (unknot_vocabulary_take (v, codes[i], &field, NULL));
          g_assert_cmpstr (field, ==, codes[i]);
          g_assert_true (g_unichar_isalpha (g_utf8_get_char (unknot_vocabulary_get_title (v, codes[i]))));
          for (const char *c = codes[i]; *c != '\0'; c++)
            g_assert_true (g_ascii_islower (*c) || *c == '-');
        }
    }
}

static void
test_vocabulary_refuses (void)
{
  static const char *const unknown[] = { "", "Sudden", "sudden ", "SUDDEN", "x", "\xff\xfe", "🦴" };

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      const char *field = "as it was";
      g_autoptr (GError) error = NULL;

      g_assert_false (unknot_vocabulary_take (UNKNOT_VOCABULARY_ONSET, unknown[i], &field, &error));
      g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "onset"));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpstr (field, ==, "as it was");
    }
}

static void
assert_set (UnknotVocabulary  vocabulary,
            const char       *text,
            gboolean          accepted,
            guint32           expected)
{
  g_auto (GStrv) codes = g_strsplit (text, " ", -1);
  guint32 set = 12345;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (unknot_vocabulary_take_set (vocabulary, (const char *const *) codes, &set,
                                               &error), ==, accepted);
  g_assert_cmpuint (set, ==, accepted ? expected : 12345);
  if (!accepted)
    g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
}

static void
test_vocabulary_sets (void)
{
  assert_set (UNKNOT_VOCABULARY_TRIGGER, "lifting", TRUE, 1 << 0);
  assert_set (UNKNOT_VOCABULARY_TRIGGER, "none", TRUE, 1 << 10);
  assert_set (UNKNOT_VOCABULARY_TRIGGER, "twisting lifting twisting", TRUE, 3);
  assert_set (UNKNOT_VOCABULARY_TRIGGER, "none none", TRUE, 1 << 10);
  assert_set (UNKNOT_VOCABULARY_TRIGGER, "none lifting", FALSE, 0);
  assert_set (UNKNOT_VOCABULARY_SPREADS, "arm none", FALSE, 0);
  assert_set (UNKNOT_VOCABULARY_SPREADS, "arm leg", FALSE, 0);
  assert_set (UNKNOT_VOCABULARY_STOPS, "other walking", TRUE, 1 << 10 | 1 << 2);
}

static void
test_vocabulary_set_of_nothing (void)
{
  const char *nothing[] = { NULL };
  guint32 set = 12345;

  g_assert_true (unknot_vocabulary_take_set (UNKNOT_VOCABULARY_FEEL, nothing, &set, NULL));
  g_assert_cmpuint (set, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vocabulary/is-the-protocols", test_vocabulary_is_the_protocols);
  g_test_add_func ("/vocabulary/areas", test_vocabulary_areas);
  g_test_add_func ("/vocabulary/warnings", test_vocabulary_warnings);
  g_test_add_func ("/vocabulary/codes", test_vocabulary_codes);
  g_test_add_func ("/vocabulary/refuses", test_vocabulary_refuses);
  g_test_add_func ("/vocabulary/sets", test_vocabulary_sets);
  g_test_add_func ("/vocabulary/set-of-nothing", test_vocabulary_set_of_nothing);

  return g_test_run ();
}
