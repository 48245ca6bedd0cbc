/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-checkup.h"
#include "unknot-entry-editor.h"
#include "unknot-library.h"
#include "unknot-test-advice.h"
#include "unknot-whereabouts.h"

G_BEGIN_DECLS

void               unknot_test_ui_init         (int            *argc,
                                                char         ***argv);
UnknotCheckup     *unknot_test_new_checkup     (void);
UnknotQuestion    *unknot_test_get_question    (UnknotCheckup  *checkup,
                                                const char     *id);
void               unknot_test_load_answers    (UnknotCheckup  *checkup,
                                                const char     *folder,
                                                const char     *name);
void               unknot_test_answer          (UnknotCheckup  *checkup,
                                                const char     *question,
                                                const char     *answer);
char              *unknot_test_dup_codes       (UnknotCheckup  *checkup,
                                                const char     *question);
GSettings         *unknot_test_new_settings    (const char     *country);
UnknotWhereabouts *unknot_test_new_whereabouts (const char     *country);
UnknotLibrary     *unknot_test_new_library     (const char     *folder);
AdwApplication    *unknot_test_get_application (void);
UnknotEntryEditor *unknot_test_new_editor      (GtkWidget      *view);
void               unknot_test_settle          (void);
void               unknot_test_assert_narrow   (GtkWidget      *widget);
void               unknot_test_assert_in_tree  (GtkWidget      *widget,
                                                GtkWidget      *root);
GtkWidget         *unknot_test_find            (GtkWidget      *root,
                                                GType           type,
                                                const char     *text);
GtkWidget         *unknot_test_get             (GtkWidget      *root,
                                                GType           type,
                                                const char     *text);
guint              unknot_test_count           (GtkWidget      *root,
                                                GType           type);
gboolean           unknot_test_is_shown        (GtkWidget      *root,
                                                GType           type,
                                                const char     *text);
void               unknot_test_click           (GtkWidget      *button);
gboolean           unknot_test_press           (GtkWidget      *widget,
                                                const char     *key);
GtkWindow         *unknot_test_present         (GtkWidget      *widget);
GtkWindow         *unknot_test_present_adwaita (GtkWidget      *widget);
void               unknot_test_close           (GtkWindow      *window);
GtkWidget         *unknot_test_get_focus       (GtkWidget      *widget);
void               unknot_test_catch_links     (GtkWidget      *page,
                                                char          **target);
guint              unknot_test_set_alarm       (const char     *condition);
gboolean           unknot_test_is_checked      (GtkWidget      *widget);
char              *unknot_test_dup_explained   (GtkWidget      *widget,
                                                GtkWidget      *root);

/* Lets the main loop run until it holds; what does not come true fails. */
#define unknot_test_wait(condition) \
  G_STMT_START \
  { \
    guint alarm__ = unknot_test_set_alarm (#condition); \
    while (!(condition)) \
      g_main_context_iteration (NULL, TRUE); \
    g_source_remove (alarm__); \
  } \
  G_STMT_END

#define unknot_test_assert_label(accessible, text) \
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, text)

#define unknot_test_assert_codes(checkup, question, expected) \
  G_STMT_START \
  { \
    g_autofree char *codes__ = unknot_test_dup_codes (checkup, question); \
    g_assert_cmpstr (codes__, ==, expected); \
  } \
  G_STMT_END

G_END_DECLS
