/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-evidence-dialog"

#include "config.h"

#include "unknot-evidence-dialog.h"

#include "unknot-fact.h"

#include <glib/gi18n.h>

/* “Healthgrades, “Back Spasm”, 2016-09-25. What to know before trusting it.” */
static char *
describe_source (UnknotFact *fact)
{
  UnknotSource *source = unknot_fact_get_source (fact);
  const char *publisher = unknot_source_get_publisher (source);
  const char *date = unknot_source_get_date (source);
  const char *doi = unknot_source_get_doi (source);
  const char *note = unknot_source_get_note (source);
  GString *text = g_string_new (NULL);

  if (publisher != NULL)
    g_string_append_printf (text, "%s: ", publisher);
  /* Translators: a title and its date */
  g_string_append_printf (text, _("“%s”, %s"), unknot_source_get_title (source),
                          date != NULL ? date : _("undated"));
  if (doi != NULL)
    g_string_append_printf (text, ", doi:%s", doi);
  if (note != NULL)
    g_string_append_printf (text, ". %s", note);
  if (!unknot_fact_is_checked (fact))
    g_string_append_printf (text, " %s", _("General knowledge, not checked in its source."));

  return g_string_free_and_steal (text);
}

static GtkWidget *
create_row (UnknotFact *fact)
{
  g_autofree char *source = describe_source (fact);
  GtkWidget *row = adw_action_row_new ();

  /* Before there are words: they are not markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), unknot_fact_get_text (fact));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), source);

  return row;
}

/**
 * unknot_evidence_dialog_new:
 * @title: what rests on the facts
 * @facts: (element-type UnknotFact): the facts
 *
 * Returns: a dialog that shows the facts, each with where it was read
 */
AdwDialog *
unknot_evidence_dialog_new (const char *title,
                            GPtrArray  *facts)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *description = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (group, _("What This Rests On"));
  adw_preferences_group_set_description (group, description);
  for (guint i = 0; i < facts->len; i++)
    adw_preferences_group_add (group, create_row (g_ptr_array_index (facts, i)));
  adw_preferences_page_add (page, group);

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (page));
  adw_dialog_set_title (dialog, _("Evidence"));
  adw_dialog_set_content_width (dialog, 600);
  adw_dialog_set_content_height (dialog, 560);
  adw_dialog_set_child (dialog, view);

  return dialog;
}
