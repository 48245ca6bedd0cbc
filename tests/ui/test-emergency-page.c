/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-emergency-page.h"
#include "unknot-test-ui.h"

#include <glib/gstdio.h>

#define CALLED "I have called, or someone is calling for me"
#define GO_ON "Go On With the Check-Up"

typedef struct
{
  UnknotCheckup *checkup;
  UnknotWhereabouts *whereabouts;
  GtkWindow *window; /* which has the actions */
  GtkWidget *page;
  GString *actions; /* the names of those activated */
} Fixture;

static void
activated_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  GString *actions = user_data;

  g_string_append_printf (actions, "%s ", g_action_get_name (G_ACTION (action)));
  if (parameter != NULL)
    g_string_append_printf (actions, "“%s” ", g_variant_get_string (parameter, NULL));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const GActionEntry entries[] = {
    { .name = "review", .activate = activated_cb },
    { .name = "go-on", .activate = activated_cb },
    { .name = "print", .activate = activated_cb },
    { .name = "tell", .activate = activated_cb, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  fixture->checkup = unknot_test_new_checkup ();
  fixture->whereabouts = unknot_test_new_whereabouts ("DE");
  fixture->actions = g_string_new (NULL);
  unknot_test_answer (fixture->checkup, "saddle-numbness", "new");
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries),
                                   fixture->actions);
  fixture->page = GTK_WIDGET (unknot_emergency_page_new (fixture->checkup, fixture->whereabouts));
  g_object_ref_sink (fixture->page);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "checkup", G_ACTION_GROUP (group));
  gtk_window_set_child (fixture->window, fixture->page);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (fixture->window);
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->checkup);
  g_assert_finalize_object (fixture->whereabouts);
  g_string_free (fixture->actions, TRUE);
}

static gboolean
says (Fixture    *fixture,
      const char *text)
{
  return unknot_test_is_shown (fixture->page, GTK_TYPE_LABEL, text);
}

static GtkWidget *
get_button (Fixture    *fixture,
            const char *label)
{
  return unknot_test_get (fixture->page, GTK_TYPE_BUTTON, label);
}

static GtkWidget *
get_called_button (Fixture *fixture)
{
  return unknot_test_get (fixture->page, GTK_TYPE_CHECK_BUTTON, CALLED);
}

static void
choose_country (Fixture    *fixture,
                const char *country)
{
  GListModel *numbers = unknot_whereabouts_get_numbers (fixture->whereabouts);

  for (guint i = 0; i < g_list_model_get_n_items (numbers); i++)
    {
      g_autoptr (UnknotEmergencyNumber) number = g_list_model_get_item (numbers, i);

      if (g_str_equal (unknot_emergency_number_get_country (number), country))
        unknot_whereabouts_set_number (fixture->whereabouts, number);
    }
}

static void
test_emergency_page_accessible (Fixture       *fixture,
                                gconstpointer  data)
{
  GtkWidget *title = unknot_test_get (fixture->page, GTK_TYPE_LABEL, "Call 112 now");
  GtkWidget *change = get_button (fixture, "Change");
  GtkWidget *steps = unknot_test_get (fixture->page, GTK_TYPE_BOX, "steps");
  guint n_steps = 0;

  gtk_test_accessible_assert_role (title, GTK_ACCESSIBLE_ROLE_HEADING);
  unknot_test_assert_label (change, "Change the country");
  unknot_test_assert_label (get_called_button (fixture), CALLED);
  gtk_test_accessible_assert_role (steps, GTK_ACCESSIBLE_ROLE_LIST);
  unknot_test_assert_label (steps, "What to do");
  for (GtkWidget *step = gtk_widget_get_first_child (steps); step != NULL;
       step = gtk_widget_get_next_sibling (step))
    {
      g_autofree char *start = g_strdup_printf ("%u. ", ++n_steps);

      gtk_test_accessible_assert_role (step, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (step)), start));
      g_assert_true (gtk_label_get_wrap (GTK_LABEL (step)));
    }
  g_assert_cmpuint (n_steps, >=, 3);
}

/* Below all that says to call. */
static void
test_emergency_page_print (Fixture       *fixture,
                           gconstpointer  data)
{
  GtkWidget *steps = unknot_test_get (fixture->page, GTK_TYPE_BOX, "steps");
  GtkWidget *button = get_button (fixture, "Print for the Crew");
  GtkWidget *above = gtk_widget_get_ancestor (button, ADW_TYPE_WRAP_BOX);

  unknot_test_click (button);
  g_assert_cmpstr (fixture->actions->str, ==, "print ");
  while (above != NULL && above != steps)
    above = gtk_widget_get_prev_sibling (above);
  g_assert_true (above == steps);
}

static void
test_emergency_page_number (Fixture       *fixture,
                            gconstpointer  data)
{
  GtkWidget *number = unknot_test_get (fixture->page, GTK_TYPE_LABEL, "112");

  g_assert_true (gtk_widget_has_css_class (number, "emergency-number"));
  g_assert_true (says (fixture, "Germany"));

  choose_country (fixture, "NO");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (number)), ==, "113");
  g_assert_true (says (fixture, "Norway. You can also call 112."));
  g_assert_true (says (fixture, "Call 113 now"));
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page)), ==,
                   "Call 113 now");
}

static void
test_emergency_page_why (Fixture       *fixture,
                         gconstpointer  data)
{
  g_assert_true (says (fixture, "Because of: numb or changed feeling between the legs"));

  /* What is less than an emergency is no reason here. */
  unknot_test_answer (fixture->checkup, "rash", "yes");
  unknot_test_answer (fixture->checkup, "body-spasms", "yes");
  g_assert_true (says (fixture, "Because of: numb or changed feeling between the legs · "
                                "spasms beyond the back, or a fit"));
}

/* Two rules can rest on the same answer: it is named once. */
static void
test_emergency_page_why_once (Fixture       *fixture,
                              gconstpointer  data)
{
  unknot_test_answer (fixture->checkup, "saddle-numbness", "no");
  unknot_test_answer (fixture->checkup, "fever", "yes");
  unknot_test_answer (fixture->checkup, "pregnant", "yes");
  unknot_test_answer (fixture->checkup, "infection-risk", "diabetes");
  g_assert_true (says (fixture, "Because of: fever in the last 7 days · a raised risk of infection: "
                                "Diabetes · pregnancy, or a birth in the last 6 weeks"));
}

static void
test_emergency_page_narrow (Fixture       *fixture,
                            gconstpointer  data)
{
  unknot_test_assert_narrow (fixture->page);
}

static void
test_emergency_page_nothing_leaves_it (Fixture       *fixture,
                                       gconstpointer  data)
{
  GtkWidget *go_on = get_button (fixture, GO_ON);

  g_assert_false (adw_navigation_page_get_can_pop (ADW_NAVIGATION_PAGE (fixture->page)));
  g_assert_false (unknot_test_is_checked (get_called_button (fixture)));
  g_assert_false (gtk_widget_is_sensitive (go_on));
  gtk_test_accessible_assert_state (go_on, GTK_ACCESSIBLE_STATE_DISABLED, TRUE);

  unknot_test_click (get_called_button (fixture));
  unknot_test_click (go_on);
  g_assert_cmpstr (fixture->actions->str, ==, "go-on ");
  g_assert_cmpint (unknot_assessment_get_level (unknot_checkup_get_assessment (fixture->checkup)),
                   ==, UNKNOT_LEVEL_EMERGENCY);

  unknot_emergency_page_set_called (UNKNOT_EMERGENCY_PAGE (fixture->page), FALSE);
  g_assert_false (unknot_test_is_checked (get_called_button (fixture)));
  g_assert_false (gtk_widget_is_sensitive (go_on));
}

static void
test_emergency_page_review (Fixture       *fixture,
                            gconstpointer  data)
{
  unknot_test_click (get_button (fixture, "Look at My Answers Again"));
  g_assert_cmpstr (fixture->actions->str, ==, "review ");
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
}

static void
test_emergency_page_copy (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *text = NULL;

  unknot_test_click (get_button (fixture, "Copy Number"));
  g_assert_cmpstr (fixture->actions->str, ==, "tell “Number copied” ");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->page), NULL, text_read_cb,
                                 &text);
  unknot_test_wait (text != NULL);
  g_assert_cmpstr (text, ==, "112");
}

static void
test_emergency_page_no_way_to_call (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_assert_false (unknot_test_is_shown (fixture->page, GTK_TYPE_BUTTON, "Call"));
  g_assert_true (unknot_test_is_shown (fixture->page, GTK_TYPE_BUTTON, "Copy Number"));
}

/* A program for tel: links, known to the system before it is asked for. */
static void
install_caller (void)
{
  static const char entry[] = "[Desktop Entry]\n"
                              "Type=Application\n"
                              "Name=Phone\n"
                              "Exec=true %u\n"
                              "MimeType=x-scheme-handler/tel;\n";
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "applications", NULL);
  g_autofree char *path = g_build_filename (folder, "phone.desktop", NULL);
  g_autofree char *list = g_build_filename (folder, "mimeapps.list", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, entry, -1, NULL));
  g_assert_true (g_file_set_contents (list, "[Default Applications]\n"
                                            "x-scheme-handler/tel=phone.desktop\n", -1, NULL));
}

static void
test_emergency_page_call (void)
{
  Fixture fixture = { NULL };

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  install_caller ();
  set_up (&fixture, NULL);
  g_assert_true (unknot_test_is_shown (fixture.page, GTK_TYPE_BUTTON, "Call"));
  tear_down (&fixture, NULL);
}

static void
add (const char *path,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  add ("/emergency-page/accessible", test_emergency_page_accessible);
  add ("/emergency-page/print", test_emergency_page_print);
  add ("/emergency-page/number", test_emergency_page_number);
  add ("/emergency-page/why", test_emergency_page_why);
  add ("/emergency-page/narrow", test_emergency_page_narrow);
  add ("/emergency-page/nothing-leaves-it", test_emergency_page_nothing_leaves_it);
  add ("/emergency-page/review", test_emergency_page_review);
  add ("/emergency-page/copy", test_emergency_page_copy);
  add ("/emergency-page/no-way-to-call", test_emergency_page_no_way_to_call);
  g_test_add_func ("/emergency-page/call", test_emergency_page_call);
  add ("/emergency-page/why-once", test_emergency_page_why_once);

  return g_test_run ();
}
