/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-bench-diary.h"
#include "unknot-storage.h"

#include <stdlib.h>

/* Usage: make-diary FOLDER
 *
 * Makes a large diary where the program keeps a person's own, were FOLDER the one of their data. */
int
main (int   argc,
      char *argv[])
{
  UnknotStorage *storage;

  if (argc != 2)
    {
      g_printerr ("Usage: make-diary FOLDER\n");
      return 2;
    }

  g_setenv ("XDG_DATA_HOME", argv[1], TRUE);
  storage = unknot_storage_new (NULL);
  unknot_bench_make_diary (unknot_storage_get_diary_path (storage));
  unknot_storage_free (storage);

  return EXIT_SUCCESS;
}
