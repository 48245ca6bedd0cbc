/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-ink.h"

/* WCAG 2.2, 1.4.3: the least contrast of text. */
#define MIN_CONTRAST 4.5

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
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ink/contrast", test_ink_contrast);
  g_test_add_data_func ("/ink/legible/paper", unknot_ink_get_paper (), test_ink_legible);
  g_test_add_data_func ("/ink/legible/light", unknot_ink_get_light (), test_ink_legible);
  g_test_add_data_func ("/ink/legible/dark", unknot_ink_get_dark (), test_ink_legible);

  return g_test_run ();
}
