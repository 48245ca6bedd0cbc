/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>

/* To be preloaded into a program, which knows nothing of it: says “painted” on standard output when
 * the first frame of the first window is painted, and lets the program wait for a line on standard
 * input, so that its memory can be read; then ends it. Where that line is “watch”, the program goes on
 * until a frame shows what is in the diary: then it says for how many milliseconds the window was
 * held up the longest since the first frame, and quits. */

static gint64 dispatched; /* since when the main loop is at work */
static double longest;

static int
poll_cb (GPollFD *fds,
         guint    n_fds,
         int      timeout)
{
  int n;

  longest = MAX (longest, (g_get_monotonic_time () - dispatched) / 1000.0);
  n = g_poll (fds, n_fds, timeout);
  dispatched = g_get_monotonic_time ();

  return n;
}

static GtkWidget *
find (GtkWidget  *root,
      const char *id)
{
  GtkWidget *found = NULL;

  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), id) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, id);

  return found;
}

static gboolean
shows_diary (GtkWidget *window)
{
  const char *status = gtk_label_get_label (GTK_LABEL (find (window, "status_label")));

  return status[strspn (status, " ")] != '\0';
}

static void
quit_cb (gpointer data)
{
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "quit", NULL);
}

static void
painted_cb (GdkFrameClock *clock,
            GtkWidget     *window)
{
  char line[8] = "";

  if (dispatched != 0)
    {
      if (shows_diary (window))
        {
          g_signal_handlers_disconnect_by_func (clock, painted_cb, window);
          printf ("%.3f\n", longest);
          fflush (stdout);
          g_idle_add_once (quit_cb, NULL);
        }
      return;
    }

  puts ("painted");
  fflush (stdout);
  if (fgets (line, sizeof line, stdin) == NULL || !g_str_equal (line, "watch\n"))
    _exit (0);

  dispatched = g_get_monotonic_time ();
  g_main_context_set_poll_func (NULL, poll_cb);
}

static void
realized_cb (GtkWidget *window,
             gpointer   data)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb),
                    window);
}

/* Instead of GTK's own. */
void
gtk_window_present (GtkWindow *window)
{
  void (*present) (GtkWindow *) = (void (*) (GtkWindow *)) dlsym (RTLD_NEXT, "gtk_window_present");

  g_signal_connect_after (window, "realize", G_CALLBACK (realized_cb), NULL);
  present (window);
}
