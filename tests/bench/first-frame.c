/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>

/* To be preloaded into a program, which knows nothing of it: says a line on standard output when the
 * first frame of the first window is painted, and lets the program wait for a line on standard input,
 * so that its memory can be read; then ends it. */

static void
painted_cb (GdkFrameClock *clock,
            gpointer       data)
{
  puts ("painted");
  fflush (stdout);
  getchar ();
  _exit (0);
}

static void
realized_cb (GtkWidget *window,
             gpointer   data)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb),
                    NULL);
}

/* Instead of GTK's own. */
void
gtk_window_present (GtkWindow *window)
{
  void (*present) (GtkWindow *) = (void (*) (GtkWindow *)) dlsym (RTLD_NEXT, "gtk_window_present");

  g_signal_connect_after (window, "realize", G_CALLBACK (realized_cb), NULL);
  present (window);
}
