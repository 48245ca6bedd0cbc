/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-test-ui.h"

/**
 * unknot_test_ui_init:
 *
 * To be called instead of g_test_init(), before anything of GTK.
 */
void
unknot_test_ui_init (int    *argc,
                     char ***argv)
{
  /* What a widget tells of itself is asked of the widget here, not over the bus. */
  g_setenv ("GTK_A11Y", "test", TRUE);

  g_test_init (argc, argv, NULL);
  adw_init ();
}

/**
 * unknot_test_new_checkup:
 *
 * Returns: (transfer full): a check-up of the protocol as it is shipped, at some time
 */
UnknotCheckup *
unknot_test_new_checkup (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  g_autoptr (UnknotClock) clock = unknot_clock_new ();
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 21, 3, 0, 0);

  unknot_clock_set_now (clock, now);

  return unknot_checkup_new (protocol, clock);
}

/**
 * unknot_test_get_question:
 *
 * Returns: (transfer none): the question with @id, which must be there
 */
UnknotQuestion *
unknot_test_get_question (UnknotCheckup *checkup,
                          const char    *id)
{
  return unknot_test_lookup (unknot_checkup_get_protocol (checkup), id);
}

/**
 * unknot_test_load_answers:
 * @folder: below tests/
 * @name: a file of answers
 *
 * Makes @checkup one that was answered so.
 */
void
unknot_test_load_answers (UnknotCheckup *checkup,
                          const char    *folder,
                          const char    *name)
{
  g_autofree char *path = g_build_filename ("tests", folder, NULL);
  g_autoptr (GBytes) json = unknot_test_read_file (path, name, NULL);
  g_autoptr (GError) error = NULL;

  unknot_checkup_load (checkup, json, &error);
  g_assert_no_error (error);
}

/**
 * unknot_test_answer:
 * @answer: as in #UnknotTestChange
 *
 * Answers as if another widget had.
 */
void
unknot_test_answer (UnknotCheckup *checkup,
                    const char    *question,
                    const char    *answer)
{
  unknot_test_give (unknot_checkup_get_protocol (checkup), unknot_checkup_get_answers (checkup),
                    question, answer);
}

/**
 * unknot_test_dup_codes:
 *
 * Returns: (transfer full): what @question was answered with, joined; empty where it is not answered
 */
char *
unknot_test_dup_codes (UnknotCheckup *checkup,
                       const char    *question)
{
  g_auto (GStrv) codes = unknot_answers_get_codes (unknot_checkup_get_answers (checkup),
                                                   unknot_test_get_question (checkup, question));

  return g_strjoinv (" ", codes);
}

/**
 * unknot_test_new_settings:
 * @country: as in the settings: empty where none was chosen
 *
 * Returns: (transfer full): settings as of a first start, kept in memory
 */
GSettings *
unknot_test_new_settings (const char *country)
{
  GSettings *settings =
    g_settings_new_with_path ("io.github.unknot.Unknot", RESOURCE_PATH "/");
  g_auto (GStrv) keys = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
  g_settings_set_string (settings, "country", country);

  return settings;
}

/**
 * unknot_test_new_whereabouts:
 * @country: as in unknot_test_new_settings()
 */
UnknotWhereabouts *
unknot_test_new_whereabouts (const char *country)
{
  g_autoptr (GSettings) settings = unknot_test_new_settings (country);
  g_autoptr (GBytes) json = unknot_test_read_file ("data", "emergency-numbers.json", NULL);
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (UnknotEmergencyNumbers) numbers =
    unknot_emergency_numbers_new_from_json (json, faults);

  g_assert_nonnull (numbers);

  return unknot_whereabouts_new (numbers, settings);
}

/**
 * unknot_test_new_library:
 * @folder: below the project's
 *
 * Returns: (transfer full): the pages in it, in English
 */
UnknotLibrary *
unknot_test_new_library (const char *folder)
{
  static const char *const languages[] = { "C", NULL };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return unknot_library_new (file, languages);
}

/**
 * unknot_test_new_editor:
 *
 * Returns: (transfer floating): what surrounds @view in the window, without a diary
 */
UnknotEntryEditor *
unknot_test_new_editor (GtkWidget *view)
{
  GtkWidget *toasts = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), view);

  return g_object_new (UNKNOT_TYPE_ENTRY_EDITOR, "child", toasts, NULL);
}

/**
 * unknot_test_settle:
 *
 * Lets what waits for an idle moment happen.
 */
void
unknot_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static int
get_font_size (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);

  return PANGO_PIXELS (pango_font_description_get_size (
    pango_context_get_font_description (context)));
}

/**
 * unknot_test_assert_narrow:
 * @widget: a window, or what can stand in one
 *
 * All that @widget holds fits in 360 pixels, also where text is twice as large.
 */
void
unknot_test_assert_narrow (GtkWidget *widget)
{
  static const int sizes[] = { 11, 22 };
  GtkSettings *settings = gtk_settings_get_default ();
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWindow *window = root != NULL ? GTK_WINDOW (root) : unknot_test_present (widget);
  g_autofree char *own_font = NULL;

  g_object_get (settings, "gtk-font-name", &own_font, NULL);
  gtk_window_present (window);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *font = g_strdup_printf ("Inter Variable %d", sizes[i]);
      int minimum, wanted = sizes[i] * 96 / 72;

      g_object_set (settings, "gtk-font-name", font, NULL);
      unknot_test_wait (ABS (get_font_size (widget) - wanted) <= 1);
      gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_test_message ("%s: %d pixels", font, minimum);
      g_assert_cmpint (minimum, <=, 360);
    }
  g_object_set (settings, "gtk-font-name", own_font, NULL);
  if (root == NULL)
    unknot_test_close (window);
}

/**
 * unknot_test_get_application:
 *
 * Returns: (transfer none): what a window and its style sheet need of an application, and nothing
 *   on the disk; always the same
 */
AdwApplication *
unknot_test_get_application (void)
{
  static const char *const names[] = { "preferences", "country", "shortcuts", "help", "about" };
  static AdwApplication *application;
  g_autoptr (GError) error = NULL;

  if (application != NULL)
    return application;

  application = g_object_new (ADW_TYPE_APPLICATION,
                              "application-id", APPLICATION_ID,
                              "resource-base-path", RESOURCE_PATH,
                              "flags", G_APPLICATION_NON_UNIQUE,
                              NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (names[i], NULL);

      g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (action));
    }
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  return application;
}

static char *
dup_text (GtkWidget *widget)
{
  const char *label = NULL;

  if (GTK_IS_LABEL (widget))
    return g_strdup (gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_BUTTON (widget))
    label = gtk_button_get_label (GTK_BUTTON (widget));
  if (GTK_IS_CHECK_BUTTON (widget) && gtk_check_button_get_child (GTK_CHECK_BUTTON (widget)))
    return dup_text (gtk_check_button_get_child (GTK_CHECK_BUTTON (widget)));
  if (ADW_IS_PREFERENCES_ROW (widget))
    label = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  if (ADW_IS_PREFERENCES_GROUP (widget))
    label = adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (widget));
  if (label != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (label, "_", -1);

      return g_strjoinv ("", parts);
    }

  return g_strdup (gtk_widget_get_name (widget));
}

static gboolean
matches (GtkWidget  *widget,
         GType       type,
         const char *text)
{
  g_autofree char *own = NULL;

  if (!g_type_is_a (G_OBJECT_TYPE (widget), type))
    return FALSE;

  own = dup_text (widget);

  return text == NULL || g_str_equal (own, text) ||
         g_str_equal (gtk_widget_get_name (widget), text) ||
         g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), text) == 0;
}

/**
 * unknot_test_assert_in_tree:
 *
 * A screen reader that walks down from @root comes to @widget: no container on the way has no role,
 * which would cut off all that is in it.
 */
void
unknot_test_assert_in_tree (GtkWidget *widget,
                            GtkWidget *root)
{
  for (; widget != root; widget = gtk_widget_get_parent (widget))
    {
      GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

      g_assert_cmpint (role, !=, GTK_ACCESSIBLE_ROLE_NONE);
      g_assert_cmpint (role, !=, GTK_ACCESSIBLE_ROLE_PRESENTATION);
    }
}

/**
 * unknot_test_find:
 * @type: of which type; its children count, too
 * @text: (nullable): its words, its name, or its id in a template; %NULL for any
 *
 * Returns: (transfer none) (nullable): the first such widget in @root, shown or not
 */
GtkWidget *
unknot_test_find (GtkWidget  *root,
                  GType       type,
                  const char *text)
{
  if (matches (root, type, text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = unknot_test_find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * unknot_test_get:
 *
 * Returns: (transfer none): as unknot_test_find(), which must find one
 */
GtkWidget *
unknot_test_get (GtkWidget  *root,
                 GType       type,
                 const char *text)
{
  GtkWidget *found = unknot_test_find (root, type, text);

  if (found == NULL)
    g_error ("There is no %s “%s”.", g_type_name (type), text);

  return found;
}

guint
unknot_test_count (GtkWidget *root,
                   GType      type)
{
  guint count = matches (root, type, NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += unknot_test_count (child, type);

  return count;
}

/**
 * unknot_test_is_shown:
 *
 * Returns: whether there is such a widget, and nothing between it and @root hides it
 */
gboolean
unknot_test_is_shown (GtkWidget  *root,
                      GType       type,
                      const char *text)
{
  GtkWidget *found = unknot_test_find (root, type, text);

  for (GtkWidget *widget = found; widget != NULL && widget != root;
       widget = gtk_widget_get_parent (widget))
    if (!gtk_widget_get_visible (widget) ||
        (GTK_IS_REVEALER (widget) && !gtk_revealer_get_reveal_child (GTK_REVEALER (widget))))
      return FALSE;

  return found != NULL;
}

/**
 * unknot_test_click:
 *
 * Clicks on what a person could click on.
 */
void
unknot_test_click (GtkWidget *button)
{
  g_assert_true (gtk_widget_is_sensitive (button));
  if (GTK_IS_CHECK_BUTTON (button))
    g_signal_emit_by_name (button, "activate");
  else if (GTK_IS_BUTTON (button))
    g_signal_emit_by_name (button, "clicked");
  else
    g_assert_true (gtk_widget_activate (button));
}

static void
catch_link_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       target)
{
  g_set_str (target, g_variant_get_string (parameter, NULL));
}

/**
 * unknot_test_catch_links:
 * @page: that has links to pages to learn from
 * @target: (inout) (nullable): what one led to last, for the caller to free
 *
 * Takes what asks for `learn.open`.
 */
void
unknot_test_catch_links (GtkWidget  *page,
                         char      **target)
{
  static const GActionEntry entries[] = {
    { .name = "open", .activate = catch_link_cb, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), target);
  gtk_widget_insert_action_group (page, "learn", G_ACTION_GROUP (actions));
}

static void
alarm_cb (gpointer data)
{
  g_error ("This did not come true: %s", (const char *) data);
}

/**
 * unknot_test_set_alarm:
 *
 * Returns: the id of a source that fails the test after half a minute
 */
guint
unknot_test_set_alarm (const char *condition)
{
  return g_timeout_add_seconds_once (30, alarm_cb, (gpointer) condition);
}

/**
 * unknot_test_press:
 * @widget: what has a shortcut
 * @key: its trigger, or one of them, as gtk_shortcut_trigger_to_string() has it
 *
 * Returns: whether the shortcut did something
 */
gboolean
unknot_test_press (GtkWidget  *widget,
                   const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0;
           GTK_IS_SHORTCUT_CONTROLLER (controller) && j < g_list_model_get_n_items (controller);
           j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (controller, j);
          g_autofree char *trigger =
            gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));
          g_auto (GStrv) keys = g_strsplit (trigger, "|", -1);

          if (g_strv_contains ((const char *const *) keys, key))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }

  g_error ("Nothing waits for %s.", key);
}

/**
 * unknot_test_present:
 *
 * Returns: (transfer none): a window with @widget, on the screen
 */
GtkWindow *
unknot_test_present (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 480);
  gtk_window_present (GTK_WINDOW (window));
  unknot_test_wait (gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0);

  return GTK_WINDOW (window);
}

/**
 * unknot_test_present_adwaita:
 *
 * Returns: (transfer none): a window with @widget, on the screen, that dialogs can be shown on
 */
GtkWindow *
unknot_test_present_adwaita (GtkWidget *widget)
{
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), widget);
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 720);
  gtk_window_present (GTK_WINDOW (window));
  unknot_test_wait (gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0);

  return GTK_WINDOW (window);
}

/**
 * unknot_test_close:
 *
 * Closes @window, which nothing may hold on to.
 */
void
unknot_test_close (GtkWindow *window)
{
  GtkWindow *pointer = window;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &pointer);
  gtk_window_destroy (window);
  unknot_test_wait (pointer == NULL);
}

/**
 * unknot_test_get_focus:
 *
 * Returns: (transfer none) (nullable): what has the focus in the window of @widget
 */
GtkWidget *
unknot_test_get_focus (GtkWidget *widget)
{
  return gtk_root_get_focus (gtk_widget_get_root (widget));
}

/**
 * unknot_test_is_checked:
 *
 * Returns: whether @widget tells a screen reader that it is checked
 */
gboolean
unknot_test_is_checked (GtkWidget *widget)
{
  g_autofree char *other =
    gtk_test_accessible_check_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_CHECKED,
                                     GTK_ACCESSIBLE_TRISTATE_TRUE);

  return other == NULL;
}

static void
explain_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  g_set_str ((char **) user_data, g_variant_get_string (parameter, NULL));
}

/**
 * unknot_test_dup_explained:
 * @root: what @widget is in, in the place of a window
 *
 * Returns: (transfer full) (nullable): the page that is shown when @widget is clicked on
 */
char *
unknot_test_dup_explained (GtkWidget *widget,
                           GtkWidget *root)
{
  static const GActionEntry entries[] = {
    { .name = "explain", .activate = explain_cb, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  char *topic = NULL;

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries),
                                   &topic);
  gtk_widget_insert_action_group (root, "win", G_ACTION_GROUP (actions));
  if (ADW_IS_BUTTON_ROW (widget))
    g_signal_emit_by_name (widget, "activated");
  else
    unknot_test_click (widget);
  gtk_widget_insert_action_group (root, "win", NULL);

  return topic;
}
