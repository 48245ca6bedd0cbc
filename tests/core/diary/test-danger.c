/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-danger.h"
#include "unknot-test-protocol.h"

typedef struct
{
  const char *area;
  const char *side;
  const char *kind;
} Place;

static UnknotEpisode *
make_episode (void)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 11, 21, 8, 0, 0);
  g_autoptr (UnknotMoment) start = unknot_moment_new (time);

  return unknot_episode_new (start, 5, NULL);
}

static void
set_code (UnknotEpisode    *episode,
          UnknotVocabulary  aspect,
          const char       *code)
{
  const char *codes[] = { code, NULL };

  g_assert_true (unknot_episode_set_codes (episode, aspect, codes, NULL));
}

static void
add_place (UnknotEpisode *episode,
           const Place   *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotPlace) added =
    unknot_place_new (place->area, place->side, UNKNOT_PAIN_UNKNOWN, place->kind, &error);

  g_assert_no_error (error);
  g_list_store_append (unknot_episode_get_places (episode), added);
}

static void
assert_dangers (UnknotEpisode *episode,
                const char    *expected)
{
  g_autoptr (GPtrArray) dangers = unknot_episode_dup_dangers (episode);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < dangers->len; i++)
    {
      const UnknotDanger *danger = g_ptr_array_index (dangers, i);

      g_string_append_printf (found, "%s%s=%s", i > 0 ? " " : "", danger->question, danger->code);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_danger_none (void)
{
  g_autoptr (UnknotEpisode) episode = make_episode ();
  const Place back = { "lower", "both", "stabbing" };

  assert_dangers (episode, "");
  add_place (episode, &back);
  set_code (episode, UNKNOT_VOCABULARY_FEEL, "tingling");
  unknot_episode_set_note (episode, "Lifted a box. Heat helped a little.", NULL);
  assert_dangers (episode, "");
}

/* Each warning that an entry can have is a question of the protocol, and answers it. */
static void
test_danger_warnings (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  const char *const *codes = unknot_vocabulary_get_codes (UNKNOT_VOCABULARY_WARNING);
  g_autoptr (UnknotEpisode) all = make_episode ();

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autoptr (UnknotEpisode) episode = make_episode ();
      UnknotQuestion *question = unknot_test_lookup (protocol, codes[i]);
      gboolean sign = unknot_question_get_kind (question) == UNKNOT_QUESTION_SIGN;
      g_autofree char *expected = g_strdup_printf ("%s=%s", codes[i], sign ? "new" : "yes");

      set_code (episode, UNKNOT_VOCABULARY_WARNING, codes[i]);
      assert_dangers (episode, expected);
    }

  g_assert_true (unknot_episode_set_codes (all, UNKNOT_VOCABULARY_WARNING, codes, NULL));
  assert_dangers (all, "bladder=new bowel=new saddle-numbness=new both-legs=new limb-weakness=new "
                       "limb-numbness=new fever=yes");
}

/* Whatever a note can name, the protocol asks for, with the code that is given, in this order. */
static void
test_danger_fits_protocol (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  g_autoptr (UnknotEpisode) episode = make_episode ();
  g_autoptr (GPtrArray) dangers = NULL;
  int last = -1;

  unknot_episode_set_note (episode,
                           "Bladder, bowel, saddle, both legs, weak, numb, slurred, unsteady, "
                           "fainted, chest pain, fever.", NULL);
  dangers = unknot_episode_dup_dangers (episode);
  g_assert_cmpuint (dangers->len, ==, 11);
  for (guint i = 0; i < dangers->len; i++)
    {
      const UnknotDanger *danger = g_ptr_array_index (dangers, i);
      UnknotQuestion *question = unknot_test_lookup (protocol, danger->question);

      g_assert_cmpstr (danger->code, ==, "not-sure");
      g_assert_true (unknot_question_find_option (question, danger->code, NULL));
      g_assert_cmpint (unknot_question_get_position (question), >, last);
      last = unknot_question_get_position (question);
    }
}

static void
test_danger_feel (void)
{
  g_autoptr (UnknotEpisode) episode = make_episode ();
  const Place saddle = { "saddle", NULL, NULL };

  set_code (episode, UNKNOT_VOCABULARY_FEEL, "numb");
  assert_dangers (episode, "limb-numbness=new");
  add_place (episode, &saddle);
  assert_dangers (episode, "saddle-numbness=new limb-numbness=new");
  set_code (episode, UNKNOT_VOCABULARY_FEEL, "tingling");
  assert_dangers (episode, "saddle-numbness=new");
  set_code (episode, UNKNOT_VOCABULARY_FEEL, "ache");
  assert_dangers (episode, "");
}

static void
test_danger_places (void)
{
  static const struct
  {
    Place places[2];
    const char *expected;
  } cases[] = {
    { { { "lower", NULL, "numb" } }, "limb-numbness=new" },
    { { { "arm", "left", "numb" } }, "limb-numbness=new" },
    { { { "saddle", "midline", "numb" } }, "saddle-numbness=new limb-numbness=new" },
    { { { "saddle", NULL, "tingling" } }, "saddle-numbness=new" },
    { { { "saddle", NULL, "ache" } }, "" },
    { { { "buttock", "left", "tingling" } }, "saddle-numbness=new" },
    { { { "groin", "left", "numb" } }, "saddle-numbness=new limb-numbness=new" },
    { { { "buttock", "left", "stabbing" } }, "" },
    { { { "foot", "left", "tingling" } }, "" },
    { { { "one-leg", "both", NULL } }, "both-legs=new" },
    { { { "thigh-back", "both", "ache" } }, "both-legs=new" },
    { { { "thigh-front", "both", NULL } }, "both-legs=new" },
    { { { "knee", "both", NULL } }, "both-legs=new" },
    { { { "shin", "left", NULL }, { "foot", "right", NULL } }, "both-legs=new" },
    { { { "calf", "right", "cramp" }, { "calf", "left", "cramp" } }, "both-legs=new" },
    { { { "calf", "right", "numb" }, { "one-leg", "left", NULL } },
      "both-legs=new limb-numbness=new" },
    { { { "calf", "right", NULL }, { "foot", "right", NULL } }, "" },
    { { { "calf", "right", NULL }, { "arm", "left", NULL } }, "" },
    { { { "calf", "right", NULL }, { "foot", NULL, NULL } }, "" },
    { { { "calf", "right", NULL }, { "hip", "left", NULL } }, "" },
    { { { "lower", "both", NULL }, { "buttock", "both", NULL } }, "" },
    { { { "arm", "both", NULL } }, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotEpisode) episode = make_episode ();

      g_test_message ("%u", i);
      add_place (episode, &cases[i].places[0]);
      if (cases[i].places[1].area != NULL)
        add_place (episode, &cases[i].places[1]);
      assert_dangers (episode, cases[i].expected);
    }
}

static void
test_danger_note (void)
{
  static const struct
  {
    const char *note;
    const char *expected;
  } cases[] = {
    { "My foot went NUMB.", "limb-numbness=not-sure" },
    { "not numb", "limb-numbness=not-sure" },
    { "Numbness since noon", "limb-numbness=not-sure" },
    { "number of pills", "limb-numbness=not-sure" },
    { "benumbed", "" },
    { "Nümb", "limb-numbness=not-sure" },
    { "Nu\xcc\x81mb", "limb-numbness=not-sure" },
    { "(numb)", "limb-numbness=not-sure" },
    { "week", "" },
    { "legs are\nweak", "limb-weakness=not-sure" },
    { "pain in both  legs", "both-legs=not-sure" },
    { "pain in both\nlegs", "both-legs=not-sure" },
    { "BOTH-LEGS", "both-legs=not-sure" },
    { "both, legs", "both-legs=not-sure" },
    { "both hands on both ledges", "" },
    { "I can't feel my toes", "limb-numbness=not-sure" },
    { "I can’t feel my toes", "limb-numbness=not-sure" },
    { "the bladder and a fever", "bladder=not-sure fever=not-sure" },
    { "incontinence", "bladder=not-sure bowel=not-sure" },
    { "", "" },
    { "|", "" },
    { "🙂 numb", "limb-numbness=not-sure" },
    { "足がnumbです", "limb-numbness=not-sure" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotEpisode) episode = make_episode ();

      g_test_message ("%s", cases[i].note);
      unknot_episode_set_note (episode, cases[i].note, NULL);
      assert_dangers (episode, cases[i].expected);
    }
}

/* What was chosen is not made a doubt by what is written beside it. */
static void
test_danger_note_beside_code (void)
{
  g_autoptr (UnknotEpisode) episode = make_episode ();

  set_code (episode, UNKNOT_VOCABULARY_WARNING, "bladder");
  unknot_episode_set_note (episode, "bladder, and weak", NULL);
  assert_dangers (episode, "bladder=new limb-weakness=not-sure");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/danger/none", test_danger_none);
  g_test_add_func ("/danger/warnings", test_danger_warnings);
  g_test_add_func ("/danger/fits-protocol", test_danger_fits_protocol);
  g_test_add_func ("/danger/feel", test_danger_feel);
  g_test_add_func ("/danger/places", test_danger_places);
  g_test_add_func ("/danger/note", test_danger_note);
  g_test_add_func ("/danger/note-beside-code", test_danger_note_beside_code);

  return g_test_run ();
}
