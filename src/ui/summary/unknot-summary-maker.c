/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-maker"

#include "config.h"

#include "unknot-summary-maker.h"

#include "unknot-exchange-file.h"

/**
 * UnknotSummaryMaker:
 *
 * Makes a summary, and lays it out on paper, whenever something else is wanted: beside the main
 * loop, one thing at a time. What is not wanted any more is given up.
 */
struct _UnknotSummaryMaker
{
  GObject parent_instance;

  UnknotDiary *diary;
  UnknotProtocol *protocol; /* nullable: of its own, as no other thread may use it meanwhile */
  PangoDirection direction;

  /* What is wanted. */
  UnknotPeriod period;
  UnknotSummaryChoice choice;
  GtkPaperSize *size;
  gboolean is_outdated; /* what the diary says … */
  gboolean is_changed;  /* … and what is on the paper */
  guint update_id;
  gboolean is_stopped;

  /* What is under way. */
  GCancellable *cancellable; /* nullable: while the diary is asked */
  gboolean is_loading_entries;
  gboolean is_laying_out;
  gboolean is_saving;

  /* What is made. */
  UnknotSummary *summary;    /* nullable, as is all below */
  gboolean has_entries;
  UnknotSummaryPaper *paper;
  GtkPaperSize *paper_size;
  GPtrArray *sections;
  char *heading;
  GError *error;
};

G_DEFINE_FINAL_TYPE (UnknotSummaryMaker, unknot_summary_maker, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A layout under way, of which the thread that makes it has everything for itself. */
typedef struct
{
  UnknotSummary *summary;
  UnknotSummaryChoice choice;
  PangoDirection direction;
  GtkPaperSize *size;
  UnknotSummaryPaper *paper; /* nullable, as @sections: made by then */
  GPtrArray *sections;
} Layout;

static void update (UnknotSummaryMaker *self);

static void
clear_choice (UnknotSummaryChoice *choice)
{
  g_free ((char *) choice->name);
  g_free ((char *) choice->born);
  g_strfreev ((GStrv) choice->goals);
  g_strfreev ((GStrv) choice->questions);
  *choice = (UnknotSummaryChoice) { 0 };
}

static UnknotSummaryChoice
copy_choice (const UnknotSummaryChoice *choice)
{
  return (UnknotSummaryChoice) {
    .parts = choice->parts,
    .name = g_strdup (choice->name),
    .born = g_strdup (choice->born),
    .goals = (const char *const *) g_strdupv ((GStrv) choice->goals),
    .questions = (const char *const *) g_strdupv ((GStrv) choice->questions),
  };
}

static gboolean
is_same_list (const char *const *one,
              const char *const *other)
{
  return one == other || (one != NULL && other != NULL && g_strv_equal (one, other));
}

static gboolean
is_same_choice (const UnknotSummaryChoice *one,
                const UnknotSummaryChoice *other)
{
  return one->parts == other->parts && g_strcmp0 (one->name, other->name) == 0 &&
         g_strcmp0 (one->born, other->born) == 0 && is_same_list (one->goals, other->goals) &&
         is_same_list (one->questions, other->questions);
}

static void
layout_free (gpointer data)
{
  Layout *layout = data;

  g_clear_object (&layout->summary);
  clear_choice (&layout->choice);
  gtk_paper_size_free (layout->size);
  g_clear_object (&layout->paper);
  g_clear_pointer (&layout->sections, g_ptr_array_unref);
  g_free (layout);
}

static gboolean
wants_entries (UnknotSummaryMaker *self)
{
  return (self->choice.parts & UNKNOT_SUMMARY_SET (UNKNOT_SUMMARY_ENTRIES)) != 0;
}

static void
fail (UnknotSummaryMaker *self,
      GError             *error)
{
  g_clear_error (&self->error);
  self->error = error;
  g_clear_object (&self->summary);
}

/* --- On paper --- */

static void
lay_out_thread_cb (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Layout *layout = task_data;
  PangoContext *context = unknot_summary_paper_new_context (layout->direction);
  double width = gtk_paper_size_get_width (layout->size, GTK_UNIT_POINTS);
  double height = gtk_paper_size_get_height (layout->size, GTK_UNIT_POINTS);

  layout->paper =
    unknot_summary_paper_new (layout->summary, &layout->choice, context, width, height);
  layout->sections = unknot_summary_make_sections (layout->summary, &layout->choice);
  g_object_unref (context);
  /* The fonts go with the paper to another thread: this one must not use them for the next. */
  pango_cairo_font_map_set_default (NULL);
  g_task_return_boolean (task, TRUE);
}

/* What stands above the sections. */
static char *
dup_heading (const Layout *layout)
{
  g_autofree char *person = unknot_summary_dup_person (&layout->choice);
  g_autofree char *period = unknot_summary_dup_period (layout->summary);

  return person != NULL ? g_strconcat (person, "\n", period, NULL) : g_steal_pointer (&period);
}

static void
laid_out_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  UnknotSummaryMaker *self = UNKNOT_SUMMARY_MAKER (source);
  Layout *layout = g_task_get_task_data (G_TASK (result));

  self->is_laying_out = FALSE;
  if (self->is_stopped)
    return;

  if (!self->is_outdated && !self->is_changed)
    {
      g_set_object (&self->paper, layout->paper);
      g_clear_pointer (&self->paper_size, gtk_paper_size_free);
      self->paper_size = gtk_paper_size_copy (layout->size);
      g_clear_pointer (&self->sections, g_ptr_array_unref);
      self->sections = g_steal_pointer (&layout->sections);
      g_free (self->heading);
      self->heading = dup_heading (layout);
    }
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
lay_out (UnknotSummaryMaker *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, laid_out_cb, NULL);
  Layout *layout = g_new0 (Layout, 1);

  layout->summary = g_object_ref (self->summary);
  layout->choice = copy_choice (&self->choice);
  layout->direction = self->direction;
  layout->size = gtk_paper_size_copy (self->size);
  self->is_changed = FALSE;
  self->is_laying_out = TRUE;
  g_task_set_source_tag (task, lay_out);
  g_task_set_task_data (task, layout, layout_free);
  g_task_run_in_thread (task, lay_out_thread_cb);
}

/* --- What the diary says --- */

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (UnknotSummaryMaker) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotSummary) summary =
    unknot_summary_load_finish (UNKNOT_DIARY (source), result, &error);

  g_clear_object (&self->cancellable);
  if (self->is_stopped)
    return;

  if (summary != NULL)
    {
      g_set_object (&self->summary, summary);
      self->has_entries = self->is_loading_entries;
      self->is_changed = TRUE;
      g_clear_error (&self->error);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fail (self, g_steal_pointer (&error));
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
ensure_protocol (UnknotSummaryMaker *self)
{
  g_autoptr (GError) error = NULL;

  if (self->protocol == NULL)
    self->protocol = unknot_protocol_new_from_resource (RESOURCE_PATH "/protocol", &error);
  if (self->protocol == NULL)
    fail (self, g_steal_pointer (&error));

  return self->protocol != NULL;
}

static void
load (UnknotSummaryMaker *self)
{
  self->is_outdated = FALSE;
  if (!ensure_protocol (self))
    return;

  self->is_loading_entries = wants_entries (self);
  self->cancellable = g_cancellable_new ();
  unknot_summary_load_async (self->diary, self->protocol, &self->period,
                             unknot_clock_get_first_weekday (), self->is_loading_entries,
                             self->cancellable, loaded_cb, g_object_ref (self));
}

/* One thing at a time: what is made is used by one thread alone. */
static void
update (UnknotSummaryMaker *self)
{
  if (self->cancellable != NULL && self->is_outdated)
    g_cancellable_cancel (self->cancellable);
  if (self->cancellable != NULL || self->is_laying_out || self->is_saving)
    return;

  if (self->is_outdated)
    load (self);
  else if (self->is_changed && self->summary != NULL && self->size != NULL)
    lay_out (self);
}

static void
update_cb (gpointer user_data)
{
  UnknotSummaryMaker *self = user_data;

  self->update_id = 0;
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Until all is said that is wanted. */
static void
queue_update (UnknotSummaryMaker *self)
{
  if (self->update_id == 0 && !self->is_stopped)
    self->update_id = g_idle_add_once (update_cb, self);
}

/* --- Saving --- */

static void
draw_thread_cb (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *pdf = unknot_summary_paper_to_pdf (task_data, &error);

  if (pdf != NULL)
    g_task_return_pointer (task, pdf, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  UnknotSummaryMaker *self = UNKNOT_SUMMARY_MAKER (source);
  g_autoptr (GTask) task = user_data;
  GFile *file = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) pdf = g_task_propagate_pointer (G_TASK (result), &error);

  self->is_saving = FALSE;
  if (!self->is_stopped)
    {
      update (self);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  if (pdf == NULL)
    g_task_return_error (task, error);
  else
    unknot_exchange_file_save (task, file, pdf);
}

/* --- Type --- */

static void
unknot_summary_maker_finalize (GObject *object)
{
  UnknotSummaryMaker *self = UNKNOT_SUMMARY_MAKER (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_object_unref (self->diary);
  g_clear_object (&self->protocol);
  clear_choice (&self->choice);
  g_clear_pointer (&self->size, gtk_paper_size_free);
  g_clear_object (&self->summary);
  g_clear_object (&self->paper);
  g_clear_pointer (&self->paper_size, gtk_paper_size_free);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_free (self->heading);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (unknot_summary_maker_parent_class)->finalize (object);
}

static void
unknot_summary_maker_class_init (UnknotSummaryMakerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_summary_maker_finalize;

  /**
   * UnknotSummaryMaker::changed:
   *
   * Something else is made, or under way.
   */
  signals[CHANGED] = g_signal_new ("changed", UNKNOT_TYPE_SUMMARY_MAKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
unknot_summary_maker_init (UnknotSummaryMaker *self)
{
  self->is_outdated = TRUE;
}

/**
 * unknot_summary_maker_new:
 * @diary: open
 * @direction: which way the person's language is read
 */
UnknotSummaryMaker *
unknot_summary_maker_new (UnknotDiary    *diary,
                          PangoDirection  direction)
{
  UnknotSummaryMaker *self = g_object_new (UNKNOT_TYPE_SUMMARY_MAKER, NULL);

  self->diary = g_object_ref (diary);
  self->direction = direction;

  return self;
}

/**
 * unknot_summary_maker_set_period:
 * @period: the days, as unknot_summary_load_async() takes them
 */
void
unknot_summary_maker_set_period (UnknotSummaryMaker *self,
                                 const UnknotPeriod *period)
{
  g_return_if_fail (UNKNOT_IS_SUMMARY_MAKER (self));

  if (self->period.first_day == period->first_day && self->period.last_day == period->last_day)
    return;

  self->period = *period;
  unknot_summary_maker_reload (self);
}

/**
 * unknot_summary_maker_set_choice:
 * @choice: what the summary is to say, which is copied
 */
void
unknot_summary_maker_set_choice (UnknotSummaryMaker        *self,
                                 const UnknotSummaryChoice *choice)
{
  g_return_if_fail (UNKNOT_IS_SUMMARY_MAKER (self));

  if (is_same_choice (&self->choice, choice))
    return;

  clear_choice (&self->choice);
  self->choice = copy_choice (choice);
  self->is_changed = TRUE;
  if (wants_entries (self) &&
      !(self->cancellable != NULL ? self->is_loading_entries : self->has_entries))
    self->is_outdated = TRUE;
  queue_update (self);
}

/**
 * unknot_summary_maker_set_size:
 * @size: of the sheets, which is copied
 */
void
unknot_summary_maker_set_size (UnknotSummaryMaker *self,
                               GtkPaperSize       *size)
{
  g_return_if_fail (UNKNOT_IS_SUMMARY_MAKER (self));

  if (self->size != NULL && gtk_paper_size_is_equal (self->size, size))
    return;

  g_clear_pointer (&self->size, gtk_paper_size_free);
  self->size = gtk_paper_size_copy (size);
  self->is_changed = TRUE;
  queue_update (self);
}

/**
 * unknot_summary_maker_reload:
 *
 * Asks the diary again: it says something else, or did not answer.
 */
void
unknot_summary_maker_reload (UnknotSummaryMaker *self)
{
  g_return_if_fail (UNKNOT_IS_SUMMARY_MAKER (self));

  self->is_outdated = TRUE;
  queue_update (self);
}

/**
 * unknot_summary_maker_stop:
 *
 * Gives up what is under way, but for a file that is written, and makes nothing more.
 */
void
unknot_summary_maker_stop (UnknotSummaryMaker *self)
{
  g_return_if_fail (UNKNOT_IS_SUMMARY_MAKER (self));

  self->is_stopped = TRUE;
  g_clear_handle_id (&self->update_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
}

/**
 * unknot_summary_maker_is_making:
 *
 * Returns: whether what is made is not what is wanted yet
 */
gboolean
unknot_summary_maker_is_making (UnknotSummaryMaker *self)
{
  g_return_val_if_fail (UNKNOT_IS_SUMMARY_MAKER (self), FALSE);

  return self->update_id != 0 || self->cancellable != NULL || self->is_laying_out ||
         (self->is_saving && (self->is_outdated || self->is_changed));
}

/**
 * unknot_summary_maker_is_saving:
 *
 * Returns: whether what is made is used by another thread: it must not be drawn
 */
gboolean
unknot_summary_maker_is_saving (UnknotSummaryMaker *self)
{
  g_return_val_if_fail (UNKNOT_IS_SUMMARY_MAKER (self), FALSE);

  return self->is_saving;
}

/**
 * unknot_summary_maker_get_paper:
 *
 * Returns: (transfer none) (nullable): the pages, not those before them while others are made
 */
UnknotSummaryPaper *
unknot_summary_maker_get_paper (UnknotSummaryMaker *self)
{
  g_return_val_if_fail (UNKNOT_IS_SUMMARY_MAKER (self), NULL);

  return self->paper;
}

/**
 * unknot_summary_maker_get_size:
 *
 * Returns: (transfer none) (nullable): of the sheets that the pages are laid out on
 */
GtkPaperSize *
unknot_summary_maker_get_size (UnknotSummaryMaker *self)
{
  g_return_val_if_fail (UNKNOT_IS_SUMMARY_MAKER (self), NULL);

  return self->paper_size;
}

/**
 * unknot_summary_maker_get_summary:
 *
 * Returns: (transfer none) (nullable): what the diary says
 */
UnknotSummary *
unknot_summary_maker_get_summary (UnknotSummaryMaker *self)
{
  g_return_val_if_fail (UNKNOT_IS_SUMMARY_MAKER (self), NULL);

  return self->summary;
}

/**
 * unknot_summary_maker_get_sections:
 *
 * Returns: (transfer none) (element-type UnknotSummarySection) (nullable): what is on the pages
 */
GPtrArray *
unknot_summary_maker_get_sections (UnknotSummaryMaker *self)
{
  g_return_val_if_fail (UNKNOT_IS_SUMMARY_MAKER (self), NULL);

  return self->sections;
}

/**
 * unknot_summary_maker_get_heading:
 *
 * Returns: (transfer none) (nullable): whose summary it is, and of which days
 */
const char *
unknot_summary_maker_get_heading (UnknotSummaryMaker *self)
{
  g_return_val_if_fail (UNKNOT_IS_SUMMARY_MAKER (self), NULL);

  return self->heading;
}

/**
 * unknot_summary_maker_get_error:
 *
 * Returns: (transfer none) (nullable): why there is no summary
 */
const GError *
unknot_summary_maker_get_error (UnknotSummaryMaker *self)
{
  g_return_val_if_fail (UNKNOT_IS_SUMMARY_MAKER (self), NULL);

  return self->error;
}

/**
 * unknot_summary_maker_save_async:
 * @file: what the person chose
 *
 * Writes the pages to a PDF, all of it or nothing, beside the main loop. There must be pages.
 */
void
unknot_summary_maker_save_async (UnknotSummaryMaker  *self,
                                 GFile               *file,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) drawing = NULL;
  GTask *task;

  g_return_if_fail (UNKNOT_IS_SUMMARY_MAKER (self));
  g_return_if_fail (self->paper != NULL && !self->is_saving);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, unknot_summary_maker_save_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  self->is_saving = TRUE;
  drawing = g_task_new (self, NULL, drawn_cb, task);
  g_task_set_source_tag (drawing, draw_thread_cb);
  g_task_set_task_data (drawing, g_object_ref (self->paper), g_object_unref);
  g_task_run_in_thread (drawing, draw_thread_cb);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * unknot_summary_maker_save_finish:
 *
 * Returns: %TRUE where the file is on the disk; %FALSE with @error set to a sentence, and the file
 *   as it was
 */
gboolean
unknot_summary_maker_save_finish (UnknotSummaryMaker  *self,
                                  GAsyncResult        *result,
                                  GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
