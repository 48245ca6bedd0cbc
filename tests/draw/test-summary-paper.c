/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-answers-json.h"
#include "unknot-demo.h"
#include "unknot-summary-paper.h"
#include "unknot-summary-pdf.h"
#include "unknot-test-draw.h"
#include "unknot-test-protocol.h"
#include "unknot-test-summary.h"

#include <math.h>

/* In points. */
#define MARGIN 34
#define TITLE_SIZE 15
#define LEAST_SIZE 8

typedef struct
{
  const char *name;
  int width;
  int height;
} Size;

static const Size sizes[] = { { "a4", 595, 842 }, { "letter", 612, 792 } };

#define A4 (&sizes[0])

/* What a diary can be at its worst. */
typedef struct
{
  const char *name;
  void (*fill) (DiaryFixture *fixture);
  void (*check) (const char *text); /* nullable: of what else is on its first page */
  gboolean with_entries;            /* whether they are as hard */
} Hard;

typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
  char *text;
} Word;

/* --- Diaries --- */

static void
save_all (DiaryFixture *fixture,
          GPtrArray    *entries)
{
  g_autoptr (GError) error = NULL;

  unknot_test_diary_try_save_all (fixture->diary, entries, &error);
  g_assert_no_error (error);
}

static void
set_some_codes (UnknotEpisode    *episode,
                UnknotVocabulary  aspect,
                guint             i)
{
  const char *const *codes = unknot_vocabulary_get_codes (aspect);
  guint n = g_strv_length ((GStrv) codes);
  const char *some[] = { codes[i % (n - 1)], i % 3 > 0 ? codes[(i + 1) % (n - 1)] : NULL, NULL };

  g_assert_true (unknot_episode_set_codes (episode, aspect, some, NULL));
}

static void
add_all_places (UnknotEpisode *episode,
                guint          i)
{
  const char *const *areas = unknot_vocabulary_get_codes (UNKNOT_VOCABULARY_AREA);
  const char *const *sides = unknot_vocabulary_get_codes (UNKNOT_VOCABULARY_SIDE);
  g_autoptr (UnknotPlace) place =
    unknot_place_new (areas[i % g_strv_length ((GStrv) areas)],
                      sides[i % g_strv_length ((GStrv) sides)], i % 11, NULL, NULL);

  g_list_store_append (unknot_episode_get_places (episode), place);
}

static void
add_treatment (UnknotEpisode *episode,
               const char    *medicine,
               guint          i)
{
  const char *const *measures = unknot_vocabulary_get_codes (UNKNOT_VOCABULARY_MEASURE);
  const char *const *effects = unknot_vocabulary_get_codes (UNKNOT_VOCABULARY_EFFECT);
  UnknotMoment *moment = unknot_episode_get_start (episode);
  g_autoptr (UnknotRelief) relief =
    unknot_relief_new (moment, measures[i % g_strv_length ((GStrv) measures)], NULL);
  g_autoptr (UnknotDose) dose = unknot_dose_new (moment, medicine, 1 + i % 3, NULL);

  g_assert_true (unknot_relief_set_effect (relief, effects[i % 4], NULL));
  g_assert_true (unknot_dose_set_unit (dose, "tablet", NULL));
  unknot_episode_add (episode, UNKNOT_ENTRY (relief));
  unknot_episode_add (episode, UNKNOT_ENTRY (dose));
}

/* On every day of the three years before 21 November 2026, from the last one back. */
static UnknotEpisode *
make_spasm (guint       i,
            const char *note,
            const char *medicine)
{
  int day = unknot_period_shift_day (20261121, -(int) (i % 1096));
  UnknotEpisode *episode = unknot_test_diary_make_episode (day, i * 7 % 13, 1 + i % 10);
  g_autoptr (UnknotMoment) end = unknot_test_diary_make_moment ("UTC", day, 13 + i % 10, 30);

  g_assert_true (unknot_episode_set_end (episode, end, NULL));
  g_assert_true (unknot_episode_set_onset (episode, i % 2 == 0 ? "sudden" : "gradual", NULL));
  g_assert_true (unknot_episode_set_note (episode, note, NULL));
  set_some_codes (episode, UNKNOT_VOCABULARY_TRIGGER, i);
  set_some_codes (episode, UNKNOT_VOCABULARY_FEEL, i);
  set_some_codes (episode, UNKNOT_VOCABULARY_STOPS, i);
  set_some_codes (episode, UNKNOT_VOCABULARY_SPREADS, i);
  add_all_places (episode, i);
  add_treatment (episode, medicine, i);

  return episode;
}

static void
fill_nothing (DiaryFixture *fixture)
{
}

static void
fill_one (DiaryFixture *fixture)
{
  g_autoptr (UnknotEpisode) spasm = unknot_test_diary_make_episode (20261121, 8, 7);

  unknot_test_diary_save (fixture->diary, spasm);
}

static void
fill_year (DiaryFixture *fixture)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  g_autoptr (GDateTime) now = unknot_clock_get_now (fixture->clock);
  g_autoptr (GPtrArray) entries = unknot_demo_create_year (protocol, now);

  save_all (fixture, entries);
}

static void
fill_spasms (DiaryFixture *fixture,
             guint         n)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *medicine = g_strdup_printf ("Medicine %u", i % 70);

      g_ptr_array_add (entries, make_spasm (i, "Worse after sitting still for long, and better "
                                               "when it was warm.", medicine));
    }
  save_all (fixture, entries);
}

static void
fill_many (DiaryFixture *fixture)
{
  fill_spasms (fixture, 5000);
}

static void
fill_long (DiaryFixture *fixture)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *unbroken = g_strnfill (100000, 'm');
  g_autoptr (GString) words = g_string_new (NULL);

  while (words->len < 100000)
    g_string_append (words, "It hurt and it hurt.\nAnd then it hurt again. ");
  for (guint i = 0; i < 40; i++)
    {
      /* More of the longest is only slower. */
      gsize length = i < 4 ? 100000 : 2000;

      g_string_truncate (words, MIN (words->len, length));
      unbroken[length] = '\0';
      g_ptr_array_add (entries, make_spasm (i, i % 2 == 0 ? words->str : unbroken,
                                            i % 3 == 0 ? words->str : unbroken));
    }
  save_all (fixture, entries);
}

static void
fill_scripts (DiaryFixture *fixture)
{
  static const char *const texts[] = {
    "כאב חזק בגב התחתון אחרי הרמה של ארגז, משמאל, עד 8 מתוך 10",
    "ألم شديد في أسفل الظهر بعد رفع صندوق، على اليسار، حتى 8 من 10",
    "箱を持ち上げた後、腰の左側に強い痛み。十段階で八。座れない。立っていると少し楽になる。",
    "ปวดหลังส่วนล่างอย่างแรงหลังจากยกกล่องหนักนั่งไม่ได้เดินแล้วดีขึ้น",
    "कमर के निचले हिस्से में तेज़ दर्द, डिब्बा उठाने के बाद",
    "👩🏽‍⚕️🧑‍🦽🔥🔥🔥 8/10 😖 → 🛌 ✅",
    "Z̸̢͎͓̈́̓a̷͈͑̐l̵̠̇g̴̨̑o̵̬͝ ́́́́́́́ Đau lưng dữ dội",
  };
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 60; i++)
    g_ptr_array_add (entries, make_spasm (i, texts[i % G_N_ELEMENTS (texts)],
                                          texts[(i + 1) % G_N_ELEMENTS (texts)]));
  save_all (fixture, entries);
}

/* Everything is worrying, and nothing calm is told. */
static void
answer_worst (UnknotAnswers *answers)
{
  UnknotQuestionnaire *questionnaire = unknot_answers_get_questionnaire (answers);

  for (guint i = 0; i < unknot_questionnaire_get_n_questions (questionnaire); i++)
    {
      UnknotQuestion *question = unknot_questionnaire_get_question (questionnaire, i);
      g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
      g_auto (GStrv) set = NULL;

      switch (unknot_question_get_kind (question))
        {
        case UNKNOT_QUESTION_SIGN:
          g_strv_builder_add (codes, "old");
          break;
        case UNKNOT_QUESTION_FLAG:
          g_strv_builder_add (codes, i % 3 == 0 ? "not-sure" : "yes");
          break;
        case UNKNOT_QUESTION_CHOICES:
          for (guint j = 0; j < unknot_question_get_n_options (question); j++)
            if (!g_str_equal (unknot_question_get_option_code (question, j), "none"))
              g_strv_builder_add (codes, unknot_question_get_option_code (question, j));
          break;
        case UNKNOT_QUESTION_CHOICE:
          g_strv_builder_add (codes, unknot_question_get_option_code (question, 1));
          break;
        case UNKNOT_QUESTION_COUNT:
        default:
          continue;
        }
      set = g_strv_builder_end (codes);
      g_assert_true (unknot_answers_set_codes (answers, question, (const char *const *) set, NULL));
    }
}

static void
fill_worrying (DiaryFixture *fixture)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  g_autoptr (UnknotAnswers) answers =
    unknot_answers_new (unknot_protocol_get_questionnaire (protocol));
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261121, 9, 0);
  g_autoptr (UnknotCheck) check = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *json = NULL;
  const char *const *warnings = unknot_vocabulary_get_codes (UNKNOT_VOCABULARY_WARNING);
  g_autoptr (UnknotEpisode) spasm = NULL;

  /* Of each kind there is some. */
  fill_spasms (fixture, 200);
  answer_worst (answers);
  node = unknot_answers_to_json (answers);
  json = json_to_string (node, FALSE);
  check = unknot_check_new (
    moment, json, "{\"version\": \"1.0\", \"level\": \"emergency\", \"complete\": false}", NULL);
  unknot_test_diary_save (fixture->diary, check);
  spasm = unknot_test_diary_make_episode (20261121, 8, 9);
  g_assert_true (unknot_episode_set_codes (spasm, UNKNOT_VOCABULARY_WARNING, warnings, NULL));
  g_assert_true (unknot_episode_set_note (spasm, "Slurred, unsteady, faint, short of breath.",
                                          NULL));
  unknot_test_diary_save (fixture->diary, spasm);
}

/* The year that the program makes up may become another; this does not. */
static void
fill_fixed (DiaryFixture *fixture)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  g_autoptr (UnknotAnswers) answers = unknot_test_new_calm_answers (protocol);
  g_autoptr (JsonNode) node = unknot_answers_to_json (answers);
  g_autofree char *json = json_to_string (node, FALSE);
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261101, 9, 0);
  g_autoptr (UnknotCheck) check = unknot_check_new (
    moment, json, "{\"version\": \"1.0\", \"level\": \"self-care\", \"complete\": true}", NULL);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 1; i < 90; i += 1 + i % 5)
    g_ptr_array_add (entries, make_spasm (i, i % 2 == 0 ? "Bent down to tie a shoe." : "",
                                          i % 3 == 0 ? "Ibuprofen" : "Paracetamol"));
  g_ptr_array_add (entries, g_object_ref (check));
  save_all (fixture, entries);
}

/* --- Paper --- */

static UnknotSummaryPaper *
lay_out (UnknotSummary  *summary,
         const Size     *size,
         PangoDirection  direction,
         gboolean        with_own,
         gboolean        with_entries)
{
  static const char *const goals[] = {
    "Walk to work and back", "Sit through a film", "Sleep through the night",
    "Carry the shopping home without having to think about how", NULL
  };
  static const char *const questions[] = {
    "Is it my bed?", "May I lift my child?", "Who sends the report to my employer?", NULL
  };
  const UnknotSummaryChoice choice = {
    .parts = UNKNOT_SUMMARY_FIRST_PAGE |
             (with_entries ? UNKNOT_SUMMARY_SET (UNKNOT_SUMMARY_ENTRIES) : 0),
    .name = with_own ? "Sam Example" : NULL,
    .born = with_own ? "1 May 1980" : NULL,
    .goals = with_own ? goals : NULL,
    .questions = with_own ? questions : NULL,
  };
  PangoContext *context = unknot_summary_paper_new_context (direction);
  UnknotSummaryPaper *paper =
    unknot_summary_paper_new (summary, &choice, context, size->width, size->height);

  g_object_unref (context);

  return paper;
}

static char *
write_pdf (DiaryFixture       *fixture,
           UnknotSummaryPaper *paper)
{
  char *path = g_build_filename (fixture->folder, "summary.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = unknot_summary_paper_to_pdf (paper, &error);

  g_assert_no_error (error);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);

  return path;
}

/* To be looked at: UNKNOT_SCREENSHOTS=DIR writes all. */
static void
keep (UnknotSummaryPaper *paper,
      const Hard         *hard,
      const Size         *size,
      PangoDirection      direction)
{
  const char *folder = g_getenv ("UNKNOT_SCREENSHOTS");
  g_autofree char *path = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (folder == NULL)
    return;

  path = g_strdup_printf ("%s/summary-%s-%s-%s.pdf", folder, hard->name, size->name,
                          direction == PANGO_DIRECTION_RTL ? "rtl" : "ltr");
  pdf = unknot_summary_paper_to_pdf (paper, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf),
                                      NULL));
}

static gboolean
skip_without (const char *name)
{
  g_autofree char *program = g_find_program_in_path (name);

  if (program == NULL)
    g_test_skip_printf ("needs %s", name);

  return program == NULL;
}

static char *
run (const char *const *command)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));

  return output;
}

/* --- Nothing is cut off --- */

static guint
count_in_row (cairo_surface_t *surface,
              int              left,
              int              right,
              int              y)
{
  guint n_pixels = 0;

  for (int x = left; x < right; x++)
    n_pixels += unknot_test_draw_get_gray (surface, x, y) < 250;

  return n_pixels;
}

static void
draw (gconstpointer    paper,
      cairo_t         *cr,
      const UnknotInk *ink)
{
  unknot_summary_paper_draw ((UnknotSummaryPaper *) paper, cr, 0);
}

static void
assert_margins (UnknotSummaryPaper *paper,
                const Size         *size)
{
  cairo_surface_t *surface =
    unknot_test_draw (draw, paper, unknot_ink_get_paper (), size->width, size->height, 0);
  guint n_inside = 0;

  for (int y = 0; y < size->height; y++)
    {
      gboolean outside = y < MARGIN - 3 || y >= size->height - MARGIN + 3;

      g_assert_cmpuint (count_in_row (surface, 0, MARGIN - 3, y), ==, 0);
      g_assert_cmpuint (count_in_row (surface, size->width - MARGIN + 3, size->width, y), ==, 0);
      if (outside)
        g_assert_cmpuint (count_in_row (surface, 0, size->width, y), ==, 0);
      else
        n_inside += count_in_row (surface, 0, size->width, y);
    }
  g_assert_cmpuint (n_inside, >, 5000);
  cairo_surface_destroy (surface);
}

/* --- Nothing lies over anything else, or is too small --- */

static void
clear_word (gpointer data)
{
  g_free (((Word *) data)->text);
}

static double
read_number (const char *line,
             const char *name)
{
  const char *found = strstr (line, name);

  g_assert_nonnull (found);

  return g_ascii_strtod (found + strlen (name), NULL);
}

/* Of all sheets: each begins with a word without text. */
static GArray *
read_words (const char *path)
{
  const char *const command[] = { "pdftotext", "-bbox", path, "-", NULL };
  g_autofree char *output = run (command);
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);
  GArray *words = g_array_new (FALSE, TRUE, sizeof (Word));

  g_array_set_clear_func (words, clear_word);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      Word word = { 0 };

      if (strstr (lines[i], "<page ") != NULL)
        {
          g_array_append_val (words, word);
          continue;
        }
      if (strstr (lines[i], "<word ") == NULL)
        continue;
      word.left = read_number (lines[i], "xMin=\"");
      word.top = read_number (lines[i], "yMin=\"");
      word.right = read_number (lines[i], "xMax=\"");
      word.bottom = read_number (lines[i], "yMax=\"");
      word.text = g_strdup (strchr (lines[i], '>') + 1);
      *strrchr (word.text, '<') = '\0';
      g_array_append_val (words, word);
    }

  return words;
}

/* Letters have room about them: lines may share some of it. */
static gboolean
overlap (const Word *one,
         const Word *other)
{
  double width = MIN (one->right, other->right) - MAX (one->left, other->left);
  double height = MIN (one->bottom, other->bottom) - MAX (one->top, other->top);
  double least = MIN (one->bottom - one->top, other->bottom - other->top);

  return width > 1 && height > 0.4 * least;
}

static gboolean
is_plain (const char *text)
{
  return text[strspn (text, "abcdefghijklmnopqrstuvwxyz")] == '\0';
}

/* A word of the title says how high words of its size are. Other scripts have fonts of their own;
 * what has no font has its number in a box. */
static void
assert_legible (GArray *words)
{
  const Word *title = &g_array_index (words, Word, 1);

  g_assert_cmpstr (title->text, ==, "Back");
  for (guint i = 2; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      double size = TITLE_SIZE * (word->bottom - word->top) / (title->bottom - title->top);

      if (word->text != NULL && is_plain (word->text) && size < LEAST_SIZE - 0.05)
        g_error ("“%s” is only %.1f points high", word->text, size);
    }
}

static void
assert_words (const char *path)
{
  g_autoptr (GArray) words = read_words (path);

  assert_legible (words);
  g_assert_cmpuint (words->len, >, 60);
  for (guint i = 0; i < words->len; i++)
    for (guint j = i + 1; j < words->len; j++)
      {
        const Word *one = &g_array_index (words, Word, i);
        const Word *other = &g_array_index (words, Word, j);

        if (other->text == NULL)
          break;
        if (one->text != NULL && overlap (one, other))
          g_error ("“%s” lies over “%s” at %.0f, %.0f", one->text, other->text, one->left,
                   one->top);
      }
}

/* --- Everything is there --- */

static char *
read_text (const char *path)
{
  const char *const command[] = { "pdftotext", "-layout", path, "-", NULL };

  return run (command);
}

static void
assert_told (const char *text,
             const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not on the page:\n%s", words, text);
}

static void
assert_complete (const char *text)
{
  static const char *const titles[] = {
    "Back Spasms: Summary for the Doctor", "Sam Example, born 1 May 1980", "At a Glance",
    "Worrying", "How often", "Since when", "Last Check-Up", "Pain, Day by Day (0–10)",
    "The Spasms", "Where", "Daily Life", "Medicine", "What Was Tried", "About the Patient",
    "My Goals", "Walk to work", "Questions for This Visit", "Is it my bed?", "In My Own Words",
    "Reported by the patient and made with Unknot.", "1 of 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    assert_told (text, titles[i]);
}

/* What is worrying is not what is left out. */
static void
check_worrying (const char *text)
{
  static const char *const signs[] = {
    "Call the emergency number now", "lost control or feeling of the bowels (",
    "numb or changed feeling between the legs (", "a weak arm or leg (",
    "fever in the last 7 days (",
  };
  g_auto (GStrv) words = g_regex_split_simple ("\\s+", text, 0, 0);
  g_autofree char *line = g_strjoinv (" ", words);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    assert_told (line, signs[i]);

  /* Signs are left out whole, and counted. */
  *strstr (line, "How often") = '\0';
  assert_told (line, "Worrying");
  assert_told (line, " more signs");
  g_assert_null (strstr (line, " more character"));
}

/* Whatever is left out of a long note is counted. */
static void
check_long (const char *text)
{
  const char *notes = strstr (text, "In My Own Words");
  const char *mark;
  guint64 n_more;

  g_assert_nonnull (notes);
  mark = strstr (notes, "… (");
  g_assert_nonnull (mark);
  n_more = g_ascii_strtoull (mark + strlen ("… ("), NULL, 10);
  g_assert_cmpuint (n_more, >, 99000);
  g_assert_cmpuint (n_more, <, 100100);
  g_assert_nonnull (strstr (notes, " more\n"));
}

static const Hard hards[] = {
  { "nothing", fill_nothing, NULL, FALSE },
  { "one", fill_one, NULL, FALSE },
  { "year", fill_year, NULL, FALSE },
  { "many", fill_many, NULL, FALSE },
  { "long", fill_long, check_long, TRUE },
  { "scripts", fill_scripts, NULL, TRUE },
  { "worrying", fill_worrying, check_worrying, FALSE },
};

static void
assert_hard_entries (DiaryFixture  *fixture,
                     UnknotSummary *summary)
{
  g_autoptr (UnknotSummaryPaper) paper = lay_out (summary, A4, PANGO_DIRECTION_LTR, FALSE, TRUE);
  g_autofree char *path = NULL;

  g_assert_cmpuint (unknot_summary_paper_get_n_pages (paper), >, 2);
  path = write_pdf (fixture, paper);
  assert_words (path);
}

/* Whatever the diary holds, the first page is within its margins, nothing on it lies over anything
 * else or is too small to be read, and every part is on it. */
static void
test_summary_paper_hard (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  const Hard *hard = data;
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autoptr (UnknotSummary) summary = NULL;

  unknot_test_diary_open (fixture);
  hard->fill (fixture);
  summary = unknot_test_summary_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL,
                                      hard->with_entries);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (PangoDirection direction = PANGO_DIRECTION_LTR; direction <= PANGO_DIRECTION_RTL;
         direction++)
      {
        g_autoptr (UnknotSummaryPaper) paper =
          lay_out (summary, &sizes[i], direction, TRUE, FALSE);
        g_autofree char *path = NULL;
        g_autofree char *text = NULL;

        g_assert_cmpuint (unknot_summary_paper_get_n_pages (paper), ==, 1);
        assert_margins (paper, &sizes[i]);
        keep (paper, hard, &sizes[i], direction);
        if (program == NULL)
          continue;
        path = write_pdf (fixture, paper);
        assert_words (path);
        text = read_text (path);
        assert_complete (text);
        if (hard->check != NULL && i == 0 && direction == PANGO_DIRECTION_LTR)
          hard->check (text);
      }
  if (hard->with_entries && program != NULL)
    assert_hard_entries (fixture, summary);
}

/* --- The table --- */

static guint
count (const char *text,
       const char *words)
{
  guint n = 0;

  for (const char *found = text; (found = strstr (found, words)) != NULL; found += strlen (words))
    n++;

  return n;
}

/* Some sheets of them. */
#define N_ROWS 150

/* Each entry is in it once, and each sheet has its head, its number and the notice. */
static void
test_summary_paper_entries (DiaryFixture  *fixture,
                            gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (UnknotSummary) summary = NULL;

  if (skip_without ("pdftotext"))
    return;

  unknot_test_diary_open (fixture);
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *note = g_strdup_printf ("n%03u%s", i, i % 7 == 0 ? " and many more words "
                                               "that take another line, or two of them" : "");

      g_ptr_array_add (entries, make_spasm (i, note, "Ibuprofen"));
    }
  save_all (fixture, entries);
  summary = unknot_test_summary_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (UnknotSummaryPaper) paper =
        lay_out (summary, &sizes[i], PANGO_DIRECTION_LTR, TRUE, TRUE);
      guint n_pages = unknot_summary_paper_get_n_pages (paper);
      g_autofree char *path = write_pdf (fixture, paper);
      g_autofree char *text = read_text (path);
      g_auto (GStrv) sheets = g_strsplit (text, "\f", -1);

      g_assert_cmpuint (n_pages, >, 5);
      g_assert_cmpuint (g_strv_length (sheets), ==, n_pages + 1);
      assert_words (path);
      for (guint page = 0; page < n_pages; page++)
        {
          g_autofree char *number = g_strdup_printf ("%u of %u\n", page + 1, n_pages);

          g_assert_nonnull (strstr (sheets[page], number));
          g_assert_nonnull (strstr (sheets[page], "Reported by the patient"));
          g_assert_nonnull (strstr (sheets[page], "Sam Example, born 1 May 1980"));
          g_assert_cmpuint (count (sheets[page], "Tried and taken"), ==, page > 0);
        }
      *strchr (text, '\f') = ' ';
      for (guint j = 0; j < N_ROWS; j++)
        {
          g_autofree char *note = g_strdup_printf ("n%03u", j);

          g_assert_cmpuint (count (strstr (text, "All Entries"), note), ==, 1);
        }
    }
}

/* --- Questions --- */

#define N_SHORT 8
#define N_QUESTIONS 30

static char **
make_questions (guint n)
{
  g_autoptr (GStrvBuilder) questions = g_strv_builder_new ();

  for (guint i = 0; i < n; i++)
    g_strv_builder_take (questions, g_strdup_printf ("May I carry crate q%02u?", i));

  return g_strv_builder_end (questions);
}

/* Sheets, and an empty text. */
static GStrv
print_questions (DiaryFixture      *fixture,
                 UnknotSummary     *summary,
                 const Size        *size,
                 PangoDirection     direction,
                 const char *const *questions,
                 gboolean           with_entries)
{
  const UnknotSummaryChoice choice = {
    .parts = UNKNOT_SUMMARY_FIRST_PAGE |
             (with_entries ? UNKNOT_SUMMARY_SET (UNKNOT_SUMMARY_ENTRIES) : 0),
    .questions = questions,
  };
  PangoContext *context = unknot_summary_paper_new_context (direction);
  g_autoptr (UnknotSummaryPaper) paper =
    unknot_summary_paper_new (summary, &choice, context, size->width, size->height);
  g_autofree char *path = write_pdf (fixture, paper);
  g_autofree char *text = read_text (path);
  const Hard hard = { .name = with_entries ? "questions-entries" : "questions" };
  GStrv sheets = g_strsplit (text, "\f", -1);

  g_assert_cmpuint (g_strv_length (sheets), ==, unknot_summary_paper_get_n_pages (paper) + 1);
  assert_words (path);
  keep (paper, &hard, size, direction);
  g_object_unref (context);

  return sheets;
}

static guint
count_questions (const char *sheet,
                 guint       n)
{
  guint n_found = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("q%02u", i);

      n_found += strstr (sheet, name) != NULL;
    }

  return n_found;
}

/* Some short questions are all on the first page, with as full a diary as there is. */
static void
test_summary_paper_questions (DiaryFixture  *fixture,
                              gconstpointer  data)
{
  g_auto (GStrv) questions = make_questions (N_SHORT);
  g_autoptr (UnknotSummary) summary = NULL;

  if (skip_without ("pdftotext"))
    return;

  unknot_test_diary_open (fixture);
  fill_year (fixture);
  summary = unknot_test_summary_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_auto (GStrv) sheets = print_questions (fixture, summary, &sizes[i], PANGO_DIRECTION_LTR,
                                               (const char *const *) questions, FALSE);

      g_assert_cmpuint (g_strv_length (sheets), ==, 2);
      g_assert_cmpuint (count_questions (sheets[0], N_SHORT), ==, N_SHORT);
    }
}

/* More than have room there are all on the next page, before any table; the first says so, and
 * suggests none in place of them. */
static void
test_summary_paper_more_questions (DiaryFixture  *fixture,
                                   gconstpointer  data)
{
  g_auto (GStrv) questions = make_questions (N_QUESTIONS);
  g_autoptr (UnknotSummary) summary = NULL;

  if (skip_without ("pdftotext"))
    return;

  unknot_test_diary_open (fixture);
  fill_year (fixture);
  summary = unknot_test_summary_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (PangoDirection direction = PANGO_DIRECTION_LTR; direction <= PANGO_DIRECTION_RTL;
         direction++)
      for (guint with_entries = 0; with_entries < 2; with_entries++)
        {
          g_auto (GStrv) sheets =
            print_questions (fixture, summary, &sizes[i], direction,
                             (const char *const *) questions, with_entries > 0);
          guint n_sheets = g_strv_length (sheets) - 1;
          guint n_first = count_questions (sheets[0], N_QUESTIONS);
          g_autofree char *more = g_strdup_printf ("and %u more, on page 2", N_QUESTIONS - n_first);
          g_autofree char *number = g_strdup_printf ("2 of %u", n_sheets);

          g_assert_cmpuint (n_first, >=, 2);
          g_assert_cmpuint (n_first, <, N_QUESTIONS);
          assert_told (sheets[0], more);
          g_assert_null (strstr (sheets[0], "Suggested"));
          /* However short of room it is, where they go beyond the back is told. */
          if (direction == PANGO_DIRECTION_LTR)
            assert_told (sheets[0], "the thigh, left (1)");
          assert_told (sheets[1], "Questions for This Visit");
          assert_told (sheets[1], number);
          assert_told (sheets[1], "Reported by the patient");
          g_assert_cmpuint (count_questions (sheets[1], N_QUESTIONS), ==, N_QUESTIONS);
          g_assert_null (strstr (sheets[1], "Tried and taken"));
          if (with_entries > 0)
            assert_told (sheets[2], "Tried and taken");
          else
            g_assert_cmpuint (n_sheets, ==, 2);
        }
}

/* A question of any length is told to its end. */
static void
test_summary_paper_long_question (DiaryFixture  *fixture,
                                  gconstpointer  data)
{
  g_autoptr (GString) question = g_string_new ("Here it begins.");
  g_autoptr (UnknotSummary) summary = NULL;
  g_auto (GStrv) sheets = NULL;
  guint n_sheets;

  if (skip_without ("pdftotext"))
    return;

  while (question->len < 20000)
    g_string_append (question, " It hurt and it hurt, and then it hurt again.");
  g_string_append (question, " Here it ends?");
  unknot_test_diary_open (fixture);
  fill_one (fixture);
  summary = unknot_test_summary_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL, FALSE);
  sheets = print_questions (fixture, summary, A4, PANGO_DIRECTION_LTR,
                            (const char *const[]) { question->str, NULL }, FALSE);
  n_sheets = g_strv_length (sheets) - 1;
  g_assert_cmpuint (n_sheets, >, 2);
  assert_told (sheets[0], "in full on page 2");
  assert_told (sheets[1], "Here it begins.");
  assert_told (sheets[n_sheets - 1], "Here it ends?");
}

/* --- Structure --- */

static const char *
find_bytes (GBytes     *pdf,
            const char *words)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  return memmem (data, size, words, strlen (words));
}

/* The last of them is the one that counts. */
static void
assert_described (const char *path)
{
  static const char *const figures[] = { "Pain, Day by Day", "Where: " };
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) pdf = g_mapped_file_get_bytes (file);
  const char *const command[] = { "pdfinfo", path, NULL };
  g_autofree char *errors = NULL;

  g_assert_nonnull (find_bytes (pdf, "   /Lang (en)\n"));
  g_assert_nonnull (find_bytes (pdf, "/DisplayDocTitle true"));
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (GString) alt = g_string_new ("   /Alt <FEFF");

      for (const char *p = figures[i]; *p != '\0'; p++)
        g_string_append_printf (alt, "%04X", *p);
      g_assert_nonnull (find_bytes (pdf, alt->str));
    }
  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                               NULL, &errors, NULL, NULL));
  g_assert_cmpstr (errors, ==, "");
}

/* What is no such document stays as it is. */
static void
test_summary_paper_not_described (void)
{
  static const char *const documents[] = {
    "", "%PDF-1.4\n", "trailer\n<< /Size 3\n   /Root 1 0 R\n   /Info 2 0 R\nstartxref\n0\n",
    "<< /Type /StructElem\n   /S /Figure\n>>\nendobj\n",
    "1 0 obj\n<< /Type /StructElem\n   /S /Figure\n", "1 0 obj\n<< /Type /Catalog\n>>\nendobj\n",
  };
  static const char *const none[] = { NULL };
  static const char *const one[] = { "A picture", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GByteArray) pdf = g_byte_array_new ();

      g_byte_array_append (pdf, (const guint8 *) documents[i], strlen (documents[i]));
      g_assert_false (unknot_summary_pdf_describe (pdf, "en", none));
      g_assert_false (unknot_summary_pdf_describe (pdf, "en", one));
      g_assert_cmpmem (pdf->data, pdf->len, documents[i], strlen (documents[i]));
    }
}

static void
test_summary_paper_structure (DiaryFixture  *fixture,
                              gconstpointer  data)
{
  static const char *const elements[] = { "Document", "H1", "H2", "P", "Figure", "Table", "TR",
                                          "TH", "TD" };
  g_autoptr (UnknotSummary) summary = NULL;
  g_autoptr (UnknotSummaryPaper) paper = NULL;
  g_autofree char *path = NULL;
  g_autofree char *structure = NULL;
  g_autofree char *info = NULL;

  if (skip_without ("pdfinfo"))
    return;

  unknot_test_diary_open (fixture);
  fill_year (fixture);
  summary = unknot_test_summary_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL, TRUE);
  paper = lay_out (summary, A4, PANGO_DIRECTION_LTR, TRUE, TRUE);
  path = write_pdf (fixture, paper);
  structure = run ((const char *const[]) { "pdfinfo", "-struct", path, NULL });
  info = run ((const char *const[]) { "pdfinfo", path, NULL });
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      g_autofree char *pattern = g_strdup_printf ("^ *%s\\b", elements[i]);

      if (!g_regex_match_simple (pattern, structure, G_REGEX_MULTILINE, 0))
        g_error ("There is no %s in:\n%s", elements[i], structure);
    }
  g_assert_cmpuint (count (structure, "Figure"), ==, 2);
  g_assert_nonnull (strstr (info, "Title:           Back Spasms: Summary for the Doctor\n"));
  g_assert_nonnull (strstr (info, "Tagged:          yes\n"));
  assert_described (path);
}

/* --- What it looks like --- */

static void
test_summary_paper_pictures (DiaryFixture  *fixture,
                             gconstpointer  data)
{
  const UnknotSummaryChoice choice = { .parts = UNKNOT_SUMMARY_FIRST_PAGE };
  PangoContext *context = unknot_test_draw_new_context (10, FALSE);
  g_autoptr (UnknotSummary) summary = NULL;

  unknot_test_diary_open (fixture);
  fill_fixed (fixture);
  summary = unknot_test_summary_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (UnknotSummaryPaper) paper =
        unknot_summary_paper_new (summary, &choice, context, sizes[i].width, sizes[i].height);
      cairo_surface_t *surface = unknot_test_draw (draw, paper, unknot_ink_get_paper (),
                                                   sizes[i].width, sizes[i].height, 0);
      g_autofree char *name = g_strdup_printf ("summary-%s", sizes[i].name);

      unknot_test_draw_check (surface, name);
      cairo_surface_destroy (surface);
    }
  g_object_unref (context);
}

static void
add (const char    *path,
     gconstpointer  data,
     void         (*test) (DiaryFixture *, gconstpointer))
{
  g_test_add (path, DiaryFixture, data, unknot_test_diary_set_up, test,
              unknot_test_diary_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (hards); i++)
    {
      g_autofree char *path = g_strdup_printf ("/summary-paper/hard/%s", hards[i].name);

      add (path, &hards[i], test_summary_paper_hard);
    }
  add ("/summary-paper/entries", NULL, test_summary_paper_entries);
  add ("/summary-paper/questions", NULL, test_summary_paper_questions);
  add ("/summary-paper/more-questions", NULL, test_summary_paper_more_questions);
  add ("/summary-paper/long-question", NULL, test_summary_paper_long_question);
  add ("/summary-paper/structure", NULL, test_summary_paper_structure);
  g_test_add_func ("/summary-paper/not-described", test_summary_paper_not_described);
  add ("/summary-paper/pictures", NULL, test_summary_paper_pictures);

  return g_test_run ();
}
