/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-columns-page"

#include "config.h"

#include "unknot-columns-page.h"

#include "unknot-clock.h"

#include <glib/gi18n.h>

/* So many rows are enough to see whether it is right, and leave room for what there is to choose. */
#define N_ROWS 3

/**
 * UnknotColumnsPage:
 *
 * Asks which column of a table has what, and shows what its first rows become with that.
 * `data.map-columns` takes the answer.
 */
struct _UnknotColumnsPage
{
  AdwNavigationPage parent_instance;

  UnknotCsvMapping *mapping;
  gboolean filling;

  GtkWidget *unrated_group;
  AdwSwitchRow *unrated_row;
  AdwPreferencesGroup *order_group;
  AdwPreferencesGroup *columns_group;
  AdwComboRow *start_row;
  AdwComboRow *time_row;
  AdwComboRow *end_row;
  AdwComboRow *pain_row;
  AdwComboRow *worst_row;
  AdwComboRow *note_row;
  AdwComboRow *order_row;
  GtkListBox *preview_list;
  GtkWidget *next_button;
};

G_DEFINE_FINAL_TYPE (UnknotColumnsPage, unknot_columns_page, ADW_TYPE_NAVIGATION_PAGE)

/* What the worst pain may be, in the order of the choices. */
static const int worsts[] = { UNKNOT_PAIN_MAX, 100 };

static AdwComboRow *
get_row (UnknotColumnsPage *self,
         UnknotCsvField     field)
{
  AdwComboRow *const rows[] = {
    [UNKNOT_CSV_FIELD_START] = self->start_row, [UNKNOT_CSV_FIELD_TIME] = self->time_row,
    [UNKNOT_CSV_FIELD_END] = self->end_row,     [UNKNOT_CSV_FIELD_PAIN] = self->pain_row,
    [UNKNOT_CSV_FIELD_NOTE] = self->note_row,
  };

  return rows[field];
}

static char *
describe (UnknotEpisode *episode)
{
  g_autoptr (GDateTime) time = unknot_moment_to_date_time (unknot_episode_get_start (episode));
  /* Translators: a day, as g_date_time_format () takes it: “21 November 2026” */
  const char *form = _("%-d %B %Y");
  g_autofree char *start = g_str_equal (unknot_episode_get_precision (episode), "day")
                             ? g_date_time_format (time, form) : unknot_clock_format (time);

  /* Translators: when a spasm began, and how bad it was: “21 November 2026, 08:00: 7 of 10” */
  return g_strdup_printf (_("%s: %d of 10"), start, unknot_episode_get_worst (episode));
}

/* When it ended, unless that is not told, and what was written of it. */
static char *
describe_rest (UnknotEpisode *episode)
{
  UnknotMoment *end = unknot_episode_get_end (episode);
  const char *note = unknot_episode_get_note (episode);
  g_autoptr (GDateTime) time = unknot_moment_to_date_time (end);
  g_autofree char *formatted = unknot_clock_format (time);
  /* Translators: when a spasm ended: “Until 21 November 2026, 09:00” */
  g_autofree char *until = g_strdup_printf (_("Until %s"), formatted);

  if (unknot_moment_compare (end, unknot_episode_get_start (episode)) == 0)
    return g_strdup (note);

  return *note != '\0' ? g_strdup_printf ("%s\n%s", until, note) : g_steal_pointer (&until);
}

static void
add_warning (GtkWidget *row)
{
  GtkWidget *image = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (image, "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Not Understood"), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
}

static GtkWidget *
create_row (UnknotCsvRow *item)
{
  GtkWidget *row = adw_action_row_new ();
  UnknotEpisode *episode = unknot_csv_row_get_episode (item);
  g_autofree char *title = episode != NULL
                             ? describe (episode)
                             : g_strdup_printf (_("Line %u"), unknot_csv_row_get_line (item));
  g_autofree char *subtitle = episode != NULL ? describe_rest (episode)
                                              : g_strdup (unknot_csv_row_get_fault (item));

  /* Before there are words: they are not markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), episode != NULL ? 3 : 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (episode == NULL)
    add_warning (row);

  return row;
}

/* A day that is taken for a month makes another diary, and nothing else would say so. */
static void
show_doubt (UnknotColumnsPage *self)
{
  g_autofree char *day = unknot_csv_mapping_dup_doubt (self->mapping);
  g_autofree char *sentence = NULL;
  g_autofree char *escaped = NULL;

  if (day != NULL)
    sentence = g_strdup_printf (
      unknot_csv_mapping_get_order (self->mapping) == UNKNOT_CSV_ORDER_DAY_MONTH_YEAR
        /* Translators: a day as it is written in a table, such as 3/4/2026 */
        ? _("Days such as “%s” can be read either way. They are read with the day first: if the "
            "rows above are wrong, choose the other.")
        /* Translators: a day as it is written in a table, such as 3/4/2026 */
        : _("Days such as “%s” can be read either way. They are read with the month first: if the "
            "rows above are wrong, choose the other."), day);
  escaped = sentence != NULL ? g_markup_escape_text (sentence, -1) : NULL;
  adw_preferences_group_set_description (self->order_group, escaped);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->order_row),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence != NULL ? sentence : "", -1);
}

static void
show_unrated (UnknotColumnsPage *self)
{
  guint n = unknot_csv_mapping_count_unrated (self->mapping);
  g_autofree char *subtitle =
    g_strdup_printf (ngettext ("%'u row has none, and nothing can be imported with it",
                               "%'u rows have none, and nothing can be imported with them", n), n);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->unrated_row), subtitle);
  gtk_widget_set_visible (self->unrated_group, n > 0);
}

static void
show_preview (UnknotColumnsPage *self)
{
  g_autoptr (GListModel) rows = NULL;
  gboolean complete = unknot_csv_mapping_is_complete (self->mapping);
  GtkListBoxRow *row;

  /* To remove all would remove what stands in their place, too. */
  while ((row = gtk_list_box_get_row_at_index (self->preview_list, 0)) != NULL)
    gtk_list_box_remove (self->preview_list, GTK_WIDGET (row));
  gtk_widget_set_sensitive (self->next_button, complete);
  show_doubt (self);
  if (!complete)
    return;

  rows = unknot_csv_mapping_preview (self->mapping, N_ROWS);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (UnknotCsvRow) item = g_list_model_get_item (rows, i);

      gtk_list_box_append (self->preview_list, create_row (item));
    }
}

/* What follows from the columns alone: how things are written, and which rows have no pain. */
static void
fill_forms (UnknotColumnsPage *self)
{
  self->filling = TRUE;
  adw_combo_row_set_selected (self->worst_row,
                              unknot_csv_mapping_get_worst (self->mapping) > UNKNOT_PAIN_MAX);
  adw_combo_row_set_selected (self->order_row, unknot_csv_mapping_get_order (self->mapping));
  self->filling = FALSE;
  show_unrated (self);
  show_preview (self);
}

/* The first item of each stands for no column. */
static void
column_chosen_cb (UnknotColumnsPage *self)
{
  if (self->filling)
    return;

  for (guint i = 0; i < UNKNOT_CSV_N_FIELDS; i++)
    unknot_csv_mapping_set_column (self->mapping, i,
                                   (int) adw_combo_row_get_selected (get_row (self, i)) - 1);
  fill_forms (self);
}

static void
form_chosen_cb (UnknotColumnsPage *self)
{
  if (self->filling)
    return;

  unknot_csv_mapping_set_worst (self->mapping, worsts[adw_combo_row_get_selected (self->worst_row)]);
  unknot_csv_mapping_set_order (self->mapping, adw_combo_row_get_selected (self->order_row));
  unknot_csv_mapping_set_skips_unrated (self->mapping,
                                        adw_switch_row_get_active (self->unrated_row));
  show_preview (self);
}

static void
next_clicked_cb (UnknotColumnsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "data.map-columns", NULL);
}

static void
fill (UnknotColumnsPage *self)
{
  const char *const *names = unknot_csv_mapping_get_names (self->mapping);
  g_autoptr (GtkStringList) items = gtk_string_list_new (NULL);

  gtk_string_list_append (items, _("None"));
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf (_("Column %u"), i + 1);

      gtk_string_list_append (items, *names[i] != '\0' ? names[i] : number);
    }

  for (guint i = 0; i < UNKNOT_CSV_N_FIELDS; i++)
    {
      adw_combo_row_set_model (get_row (self, i), G_LIST_MODEL (items));
      adw_combo_row_set_selected (get_row (self, i),
                                  unknot_csv_mapping_get_column (self->mapping, i) + 1);
    }
  fill_forms (self);
}

static void
unknot_columns_page_dispose (GObject *object)
{
  UnknotColumnsPage *self = UNKNOT_COLUMNS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_COLUMNS_PAGE);
  g_clear_object (&self->mapping);

  G_OBJECT_CLASS (unknot_columns_page_parent_class)->dispose (object);
}

static void
unknot_columns_page_class_init (UnknotColumnsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_columns_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/exchange/unknot-columns-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotColumnsPage, unrated_group);
  gtk_widget_class_bind_template_child (widget_class, UnknotColumnsPage, unrated_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotColumnsPage, order_group);
  gtk_widget_class_bind_template_child (widget_class, UnknotColumnsPage, columns_group);
  gtk_widget_class_bind_template_child (widget_class, UnknotColumnsPage, start_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotColumnsPage, time_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotColumnsPage, end_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotColumnsPage, pain_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotColumnsPage, worst_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotColumnsPage, note_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotColumnsPage, order_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotColumnsPage, preview_list);
  gtk_widget_class_bind_template_child (widget_class, UnknotColumnsPage, next_button);
  gtk_widget_class_bind_template_callback (widget_class, column_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
}

static void
unknot_columns_page_init (UnknotColumnsPage *self)
{
  /* What is chosen while it is made was chosen by nobody. */
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * unknot_columns_page_new:
 * @name: of the file
 * @mapping: of the table in it, which becomes what is chosen
 */
AdwNavigationPage *
unknot_columns_page_new (const char       *name,
                         UnknotCsvMapping *mapping)
{
  UnknotColumnsPage *self = g_object_new (UNKNOT_TYPE_COLUMNS_PAGE, NULL);
  g_autofree char *description =
    /* Translators: the name of a file */
    g_markup_printf_escaped (_("Which column of “%s” has what. Its first row has to be the names of "
                               "the columns. The day may have the time with it. A spasm without an "
                               "end is not taken to go on."), name);

  self->mapping = g_object_ref (mapping);
  adw_preferences_group_set_description (self->columns_group, description);
  fill (self);

  return ADW_NAVIGATION_PAGE (self);
}

/**
 * unknot_columns_page_get_mapping:
 *
 * Returns: (transfer none): what was chosen
 */
UnknotCsvMapping *
unknot_columns_page_get_mapping (UnknotColumnsPage *self)
{
  g_return_val_if_fail (UNKNOT_IS_COLUMNS_PAGE (self), NULL);

  return self->mapping;
}
