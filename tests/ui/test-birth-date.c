/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-birth-date.h"

#define TODAY 20261121
#define STRANGE "This does not look like a date of birth. It is printed as you wrote it."
#define TO_COME "This day is still to come. It is printed as you wrote it."

static const struct
{
  const char *text;
  const char *fault; /* nullable */
} cases[] = {
  { "", NULL },
  { "  ", NULL },
  { "1.5.1980", NULL },
  { " 31.12.1980 ", NULL },
  { "12/31/1980", NULL },
  { "1980-12-31", NULL },
  { "31 12 80", NULL },
  { "80-12-31", NULL },
  { "1/5/26", NULL },
  { "1/5/27", NULL },
  { "1980", NULL },
  { "05/1980", NULL },
  { "1 May 1980", NULL },
  { "May 1, 1980", NULL },
  { "1er mai 1980", NULL },
  { "1980年5月1日", NULL },
  { "\u0661/\u0665/\u0661\u0669\u0668\u0660", NULL },
  { "5 May 80", NULL },
  { "1.1.1897", NULL },
  { "21.11.2026", NULL },
  /* Either the 4th of December or the 12th of April. */
  { "4/12/2026", NULL },
  { "22.11.2026", TO_COME },
  { "2026-12-01", TO_COME },
  { "1 May 2080", TO_COME },
  { "2080", TO_COME },
  { "abc", STRANGE },
  { "May", STRANGE },
  { "-", STRANGE },
  { "12", STRANGE },
  { "5/80", STRANGE },
  { "31.2.1980", STRANGE },
  { "1980-13-01", STRANGE },
  { "0.0.1980", STRANGE },
  { "1.1.1880", STRANGE },
  { "1 May 1180", STRANGE },
  { "1 2 3 4", STRANGE },
  { "99999999999999999999", TO_COME },
};

/* Nothing is asked to be written in a certain way: only what can be no date of birth is told. */
static void
test_birth_date_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (unknot_birth_date_find_fault (cases[i].text, TODAY), ==, cases[i].fault);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/birth-date/faults", test_birth_date_faults);

  return g_test_run ();
}
