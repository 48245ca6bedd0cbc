/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-dialog"

#include "config.h"

#include "unknot-summary-dialog.h"

#include "unknot-exchange-file.h"
#include "unknot-failure.h"
#include "unknot-print.h"
#include "unknot-summary-maker.h"
#include "unknot-summary-options.h"
#include "unknot-summary-preview.h"
#include "unknot-summary-print.h"

#include <glib/gi18n.h>

/* On fewer days than this there is little to tell. */
#define LITTLE 3

/**
 * UnknotSummaryDialog:
 *
 * The summary for the doctor as it will print, with what is to be on it beside, or below where
 * there is no room.
 *
 * ## Actions
 *
 * `summary.print` asks how to print it, `summary.save` for a file to write it to.
 */
struct _UnknotSummaryDialog
{
  AdwDialog parent_instance;

  UnknotToday *today;
  UnknotTrends *trends;    /* nullable: those that today had last */
  UnknotSummaryMaker *maker;
  UnknotSummaryVisits visits;
  GFile *file;             /* nullable: to write to when the pages are there … */
  gboolean waits_to_print; /* … or to print, then */
  gboolean is_printing;
  gboolean narrow;
  gboolean tight;          /* letters are large for its width */

  AdwToastOverlay *toasts;
  AdwBanner *banner;
  AdwBottomSheet *sheet;
  GtkWidget *separator;
  AdwBin *side;
  AdwBin *below;
  UnknotSummaryPreview *preview;
  UnknotSummaryOptions *options;
  GtkLabel *period_label;
};

G_DEFINE_FINAL_TYPE (UnknotSummaryDialog, unknot_summary_dialog, ADW_TYPE_DIALOG)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  VISIT_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A file that is written. */
typedef struct
{
  UnknotSummaryDialog *dialog;
  GFile *file;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->dialog);
  g_object_unref (saving->file);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

/* The window may have gone meanwhile. */
static gboolean
is_gone (UnknotSummaryDialog *self)
{
  return gtk_widget_get_root (GTK_WIDGET (self)) == NULL;
}

/* --- What the person is told --- */

static void
tell (UnknotSummaryDialog *self,
      const char          *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* A banner has three lines at most. */
static void
show_banner (UnknotSummaryDialog *self)
{
  UnknotSummary *summary = unknot_summary_maker_get_summary (self->maker);
  int n = summary != NULL
            ? unknot_history_get_n_entered (unknot_summary_get_history (summary)) : LITTLE;

  if (n == 0)
    adw_banner_set_title (self->banner,
                          self->tight
                            ? _("There is nothing of this period in the diary yet.")
                            : _("There is nothing of this period in the diary yet. What you log "
                                "from now on will be on the page."));
  else if (n < LITTLE)
    adw_banner_set_title (self->banner,
                          self->tight ? _("There is little of this period in the diary yet.")
                                      : _("There is little of this period in the diary yet. A "
                                          "longer one may tell more."));
  adw_banner_set_revealed (self->banner, n < LITTLE);
}

static void
tightened_cb (UnknotSummaryDialog *self)
{
  self->tight = TRUE;
  show_banner (self);
}

static void
loosened_cb (UnknotSummaryDialog *self)
{
  self->tight = FALSE;
  show_banner (self);
}

/* --- What is wanted --- */

static void
say_what_is_wanted (UnknotSummaryDialog *self)
{
  UnknotPeriod period = unknot_summary_options_get_period (self->options);
  g_autofree char *title = unknot_summary_options_dup_period (self->options);
  GtkPaperSize *size = unknot_summary_options_dup_size (self->options);
  UnknotSummaryChoice choice = {
    .goals = (const char *const *) self->visits.goals,
    .questions = (const char *const *) self->visits.questions,
  };

  unknot_summary_options_fill_choice (self->options, &choice);
  unknot_summary_maker_set_period (self->maker, &period);
  unknot_summary_maker_set_choice (self->maker, &choice);
  unknot_summary_maker_set_size (self->maker, size);
  gtk_paper_size_free (size);
  gtk_label_set_label (self->period_label, title);
}

static void
options_changed_cb (UnknotSummaryDialog *self)
{
  say_what_is_wanted (self);
}

/* Where the visits cannot be read, neither can the rest, which says so. */
static void
read_visits (UnknotSummaryDialog *self)
{
  unknot_summary_visits_clear (&self->visits);
  if (unknot_summary_visits_read (&self->visits, unknot_today_get_diary (self->today), NULL))
    unknot_summary_options_set_visits (self->options, &self->visits);
}

/* It is told again when the trends are known, which the summary finds out for itself. */
static void
today_changed_cb (UnknotSummaryDialog *self)
{
  if (g_set_object (&self->trends, unknot_today_get_trends (self->today)))
    return;

  read_visits (self);
  say_what_is_wanted (self);
  unknot_summary_maker_reload (self->maker);
}

static void
visit_activated_cb (UnknotSummaryDialog *self)
{
  g_signal_emit (self, signals[VISIT_ACTIVATED], 0, self->visits.next);
}

/* --- Out --- */

static GtkWindow *
get_window (UnknotSummaryDialog *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* Of the day, so that one does not take the place of another. */
static char *
suggest_name (UnknotSummaryDialog *self)
{
  g_autoptr (GDateTime) now =
    unknot_clock_get_now (unknot_diary_get_clock (unknot_today_get_diary (self->today)));
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");

  /* Translators: the name of a file, without its ending, with the day it was made on */
  return g_strdup_printf (_("back-spasms-%s"), day);
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (UnknotSummaryDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  self->is_printing = FALSE;
  if (unknot_print_finish (result, &error) || is_gone (self) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  unknot_failure_tell (GTK_WIDGET (self), _("Not Printed"), error);
}

static void
print (UnknotSummaryDialog *self)
{
  g_autofree char *name = suggest_name (self);
  g_autoptr (GtkPrintOperation) operation =
    unknot_summary_print_new_operation (unknot_summary_maker_get_paper (self->maker),
                                        unknot_summary_maker_get_size (self->maker), name);

  self->is_printing = TRUE;
  unknot_print_run_async (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, get_window (self),
                          printed_cb, g_object_ref (self));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  UnknotSummaryDialog *self = saving->dialog;
  g_autofree char *name = unknot_exchange_file_dup_name (saving->file);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  gboolean good =
    unknot_summary_maker_save_finish (UNKNOT_SUMMARY_MAKER (source), result, &error);

  if (is_gone (self))
    return;

  /* Translators: the name of a file */
  message = g_strdup_printf (_("Saved as “%s”"), name);
  if (good)
    tell (self, message);
  else
    unknot_failure_tell (GTK_WIDGET (self), _("Not Saved"), error);
}

static void
save (UnknotSummaryDialog *self)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->dialog = g_object_ref (self);
  saving->file = g_steal_pointer (&self->file);
  unknot_summary_maker_save_async (self->maker, saving->file, saved_cb, saving);
}

/* What is printed and saved is what was chosen last. */
static void
do_what_waits (UnknotSummaryDialog *self)
{
  if (unknot_summary_maker_get_error (self->maker) != NULL)
    {
      self->waits_to_print = FALSE;
      g_clear_object (&self->file);
      return;
    }
  if (unknot_summary_maker_is_making (self->maker) ||
      unknot_summary_maker_is_saving (self->maker) || self->is_printing ||
      unknot_summary_maker_get_paper (self->maker) == NULL)
    return;

  if (self->waits_to_print)
    {
      self->waits_to_print = FALSE;
      print (self);
    }
  else if (self->file != NULL)
    save (self);
}

static void
maker_changed_cb (UnknotSummaryDialog *self)
{
  gboolean has_failed = unknot_summary_maker_get_error (self->maker) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "summary.print", !has_failed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "summary.save", !has_failed);
  if (!unknot_summary_maker_is_making (self->maker))
    show_banner (self);
  do_what_waits (self);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  UnknotSummaryDialog *self = UNKNOT_SUMMARY_DIALOG (widget);

  self->waits_to_print = !self->is_printing;
  do_what_waits (self);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (UnknotSummaryDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (is_gone (self) || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  if (file == NULL)
    unknot_failure_tell (GTK_WIDGET (self), _("Not Saved"), error);
  else
    unknot_summary_dialog_save (self, file);
}

static GListModel *
create_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("PDF files"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  g_list_store_append (filters, filter);

  return G_LIST_MODEL (filters);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  UnknotSummaryDialog *self = UNKNOT_SUMMARY_DIALOG (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = create_filters ();
  g_autofree char *suggested = suggest_name (self);
  g_autofree char *file_name = g_strconcat (suggested, ".pdf", NULL);

  gtk_file_dialog_set_title (dialog, _("Save as PDF"));
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_save (dialog, get_window (self), NULL, file_chosen_cb, g_object_ref (self));
}

/* --- Type --- */

/* What is to be on the pages goes below them where there is no room beside. An AdwMultiLayoutView
 * would keep what has the focus for ever when the dialog is closed (libadwaita 1.7). */
static void
set_narrow (UnknotSummaryDialog *self,
            gboolean             narrow)
{
  g_autoptr (GtkWidget) options = g_object_ref (GTK_WIDGET (self->options));

  adw_bin_set_child (narrow ? self->side : self->below, NULL);
  adw_bin_set_child (narrow ? self->below : self->side, options);
  gtk_widget_set_visible (self->separator, !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->side), !narrow);
  adw_bottom_sheet_set_open (self->sheet, FALSE);
  adw_bottom_sheet_set_can_open (self->sheet, narrow);
  adw_bottom_sheet_set_reveal_bottom_bar (self->sheet, narrow);
}

static void
unknot_summary_dialog_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  UnknotSummaryDialog *self = UNKNOT_SUMMARY_DIALOG (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_summary_dialog_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  UnknotSummaryDialog *self = UNKNOT_SUMMARY_DIALOG (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        return;
      self->narrow = g_value_get_boolean (value);
      set_narrow (self, self->narrow);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Nobody waits for it any more. */
static void
unknot_summary_dialog_unroot (GtkWidget *widget)
{
  UnknotSummaryDialog *self = UNKNOT_SUMMARY_DIALOG (widget);

  unknot_summary_maker_stop (self->maker);

  GTK_WIDGET_CLASS (unknot_summary_dialog_parent_class)->unroot (widget);
}

static void
unknot_summary_dialog_dispose (GObject *object)
{
  UnknotSummaryDialog *self = UNKNOT_SUMMARY_DIALOG (object);

  /* Pages and a name: what a dialog holds outlives it else (libadwaita 1.7). */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_SUMMARY_DIALOG);
  g_clear_object (&self->today);
  g_clear_object (&self->trends);
  g_clear_object (&self->maker);
  g_clear_object (&self->file);
  unknot_summary_visits_clear (&self->visits);

  G_OBJECT_CLASS (unknot_summary_dialog_parent_class)->dispose (object);
}

static void
unknot_summary_dialog_class_init (UnknotSummaryDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_summary_dialog_dispose;
  object_class->get_property = unknot_summary_dialog_get_property;
  object_class->set_property = unknot_summary_dialog_set_property;
  widget_class->unroot = unknot_summary_dialog_unroot;

  /**
   * UnknotSummaryDialog:narrow:
   *
   * Whether there is no room beside the pages.
   */
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * UnknotSummaryDialog::visit-activated:
   * @visit: (nullable): the next one, or %NULL where one is to be planned
   *
   * The person wants to see the next visit.
   */
  signals[VISIT_ACTIVATED] =
    g_signal_new ("visit-activated", UNKNOT_TYPE_SUMMARY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, UNKNOT_TYPE_VISIT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/summary/unknot-summary-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryDialog, sheet);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryDialog, separator);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryDialog, side);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryDialog, below);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryDialog, options);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryDialog, period_label);
  gtk_widget_class_bind_template_callback (widget_class, tightened_cb);
  gtk_widget_class_bind_template_callback (widget_class, loosened_cb);
  gtk_widget_class_bind_template_callback (widget_class, options_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, visit_activated_cb);

  gtk_widget_class_install_action (widget_class, "summary.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "summary.save", NULL, save_action);

  /* A dialog keeps the application's shortcuts to the window below it. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, GDK_NO_MODIFIER_MASK, "app.help",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "summary.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "summary.save",
                                       NULL);
}

static void
unknot_summary_dialog_init (UnknotSummaryDialog *self)
{
  g_type_ensure (UNKNOT_TYPE_SUMMARY_OPTIONS);
  g_type_ensure (UNKNOT_TYPE_SUMMARY_PREVIEW);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * unknot_summary_dialog_new:
 * @today: of a diary that is open
 * @settings: which keep the name, where the person asks for that
 */
AdwDialog *
unknot_summary_dialog_new (UnknotToday *today,
                           GSettings   *settings)
{
  UnknotSummaryDialog *self = g_object_new (UNKNOT_TYPE_SUMMARY_DIALOG, NULL);
  UnknotDiary *diary = unknot_today_get_diary (today);
  GtkTextDirection direction = gtk_widget_get_default_direction ();

  self->today = g_object_ref (today);
  g_set_object (&self->trends, unknot_today_get_trends (today));
  self->maker = unknot_summary_maker_new (diary, direction == GTK_TEXT_DIR_RTL
                                                   ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  unknot_summary_options_set_up (self->options, unknot_diary_get_clock (diary), settings);
  unknot_summary_preview_set_maker (self->preview, self->maker);
  g_signal_connect_object (self->maker, "changed", G_CALLBACK (maker_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (today, "changed", G_CALLBACK (today_changed_cb), self,
                           G_CONNECT_SWAPPED);
  read_visits (self);
  say_what_is_wanted (self);
  adw_dialog_set_focus (ADW_DIALOG (self), unknot_summary_preview_get_view (self->preview));

  return ADW_DIALOG (self);
}

/**
 * unknot_summary_dialog_save:
 * @file: what the person chose
 *
 * Writes the pages to a PDF, and tells what came of it.
 */
void
unknot_summary_dialog_save (UnknotSummaryDialog *self,
                            GFile               *file)
{
  g_return_if_fail (UNKNOT_IS_SUMMARY_DIALOG (self));

  g_set_object (&self->file, file);
  do_what_waits (self);
}
