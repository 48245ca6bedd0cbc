/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-ink.h"

/* WCAG 2.2, 1.4.3: the least contrast of text. */
#define MIN_CONTRAST 4.5

/* 1.4.11: that of anything else one needs to see. */
#define MIN_SHAPE_CONTRAST 3.0

static void
test_ink_contrast (void)
{
  const UnknotColor black = { 0, 0, 0 };
  const UnknotColor white = { 1, 1, 1 };
  const UnknotColor gray = { 0x77 / 255.0, 0x77 / 255.0, 0x77 / 255.0 };

  g_assert_cmpfloat_with_epsilon (unknot_ink_get_contrast (&black, &white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (unknot_ink_get_contrast (&white, &black), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (unknot_ink_get_contrast (&gray, &gray), 1, 1e-9);
  /* #777 on white is the well-known grey that just fails. */
  g_assert_cmpfloat_with_epsilon (unknot_ink_get_contrast (&gray, &white), 4.48, 0.005);
}

static void
test_ink_legible (gconstpointer data)
{
  const UnknotInk *ink = data;

  g_assert_cmpfloat (unknot_ink_get_contrast (&ink->text, &ink->ground), >=, 7);
  for (guint level = 0; level < G_N_ELEMENTS (ink->level); level++)
    g_assert_cmpfloat (unknot_ink_get_contrast (&ink->level[level], &ink->ground), >=,
                       MIN_CONTRAST);
  g_assert_cmpfloat (unknot_ink_get_contrast (&ink->focus, &ink->ground), >=, MIN_SHAPE_CONTRAST);
  g_assert_cmpfloat (unknot_ink_get_contrast (&ink->outline, &ink->ground), >=,
                     MIN_SHAPE_CONTRAST);
}

/* The more pain, the more it stands out from the body, and patterns can be seen on all of it. */
static void
test_ink_pain (gconstpointer data)
{
  const UnknotInk *ink = data;

  for (guint i = 1; i < G_N_ELEMENTS (ink->pain); i++)
    g_assert_cmpfloat (unknot_ink_get_contrast (&ink->pain[i], &ink->body), >=,
                       1.2 * unknot_ink_get_contrast (&ink->pain[i - 1], &ink->body));
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (unknot_ink_get_contrast (&ink->pain[i], &ink->pain[4]), >=,
                       MIN_SHAPE_CONTRAST);
}

/* Bars are seen on the ground, and what is drawn over them on both. */
static void
test_ink_bars (gconstpointer data)
{
  const UnknotInk *ink = data;

  g_assert_cmpfloat (unknot_ink_get_contrast (&ink->bar, &ink->ground), >=, MIN_SHAPE_CONTRAST);
  g_assert_cmpfloat (unknot_ink_get_contrast (&ink->bar_strong, &ink->bar), >=,
                     MIN_SHAPE_CONTRAST);
  g_assert_cmpfloat (unknot_ink_get_contrast (&ink->bar_strong, &ink->ground), >=,
                     MIN_SHAPE_CONTRAST);
}

/* What is filled ends where a line is; nerves and patterns are seen on what they cross. */
static void
test_ink_picture (gconstpointer data)
{
  const UnknotInk *ink = data;
  const UnknotColor *fillings[] = { &ink->ground, &ink->body,   &ink->bone,
                                    &ink->disc,   &ink->muscle, &ink->cloth };

  for (guint i = 0; i < G_N_ELEMENTS (fillings); i++)
    {
      g_assert_cmpfloat (unknot_ink_get_contrast (&ink->line, fillings[i]), >=,
                         MIN_SHAPE_CONTRAST);
      g_assert_cmpfloat (MAX (unknot_ink_get_contrast (&ink->nerve, fillings[i]),
                              unknot_ink_get_contrast (&ink->sheath, fillings[i])), >=,
                         MIN_SHAPE_CONTRAST);
    }
  g_assert_cmpfloat (unknot_ink_get_contrast (&ink->nerve, &ink->sheath), >=, MIN_SHAPE_CONTRAST);
  g_assert_cmpfloat (unknot_ink_get_contrast (&ink->accent, &ink->ground), >=, MIN_SHAPE_CONTRAST);
  g_assert_cmpfloat (unknot_ink_get_contrast (&ink->accent, &ink->body), >=, MIN_SHAPE_CONTRAST);
  g_assert_cmpfloat (unknot_ink_get_contrast (&ink->accent, &ink->cloth), >=, MIN_SHAPE_CONTRAST);
}

static void
add (const char      *name,
     const UnknotInk *ink)
{
  g_autofree char *legible = g_strdup_printf ("/ink/legible/%s", name);
  g_autofree char *pain = g_strdup_printf ("/ink/pain/%s", name);
  g_autofree char *bars = g_strdup_printf ("/ink/bars/%s", name);
  g_autofree char *picture = g_strdup_printf ("/ink/picture/%s", name);

  g_test_add_data_func (legible, ink, test_ink_legible);
  g_test_add_data_func (pain, ink, test_ink_pain);
  g_test_add_data_func (bars, ink, test_ink_bars);
  g_test_add_data_func (picture, ink, test_ink_picture);
}

static void
test_ink_screen (void)
{
  g_assert_true (unknot_ink_get_screen (FALSE, FALSE) == unknot_ink_get_light ());
  g_assert_true (unknot_ink_get_screen (TRUE, FALSE) == unknot_ink_get_dark ());
  for (gboolean on_dark = FALSE; on_dark <= TRUE; on_dark++)
    {
      const UnknotInk *usual = unknot_ink_get_screen (on_dark, FALSE);
      const UnknotInk *contrast = unknot_ink_get_screen (on_dark, TRUE);

      g_assert_cmpfloat (unknot_ink_get_contrast (&contrast->seam, &contrast->body), >=,
                         MIN_SHAPE_CONTRAST);
      g_assert_cmpfloat (unknot_ink_get_contrast (&contrast->outline, &contrast->ground), >,
                         unknot_ink_get_contrast (&usual->outline, &usual->ground));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ink/contrast", test_ink_contrast);
  g_test_add_func ("/ink/screen", test_ink_screen);
  add ("paper", unknot_ink_get_paper ());
  add ("light", unknot_ink_get_light ());
  add ("dark", unknot_ink_get_dark ());
  add ("light-high-contrast", unknot_ink_get_screen (FALSE, TRUE));
  add ("dark-high-contrast", unknot_ink_get_screen (TRUE, TRUE));

  return g_test_run ();
}
