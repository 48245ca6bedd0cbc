/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-questions-page"

#include "config.h"

#include "unknot-questions-page.h"

#include "unknot-question-row.h"

#include <glib/gi18n.h>

/**
 * UnknotQuestionsPage:
 *
 * The questions of one topic. Going on names what is not answered, shows it, and lets it be left out
 * knowingly.
 */
struct _UnknotQuestionsPage
{
  AdwNavigationPage parent_instance;

  UnknotCheckup *checkup;
  UnknotPage *page;
  guint n_rows; /* of the first questions; the others are added one by one */
  guint add_row_source;
  gboolean entered;
  int n_frames_to_scroll;

  AdwWindowTitle *window_title;
  GtkProgressBar *progress;
  AdwBanner *emergency_banner;
  GtkScrolledWindow *scroller;
  GtkWidget *suggested_label;
  GtkListBox *list;
  GtkWidget *confirm_button;
  GtkWidget *deny_button;
  GtkWidget *open_box;
  GtkLabel *open_label;
  GtkWidget *emergency_open_label;
  GtkWidget *confirm_open_button;
  GtkWidget *skip_button;
  GtkWidget *next_button;
};

G_DEFINE_FINAL_TYPE (UnknotQuestionsPage, unknot_questions_page, ADW_TYPE_NAVIGATION_PAGE)

/* About what a window shows at once. The rest must not hold the page up. */
#define N_FIRST_ROWS 4

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkListBoxRow *
get_row (UnknotQuestionsPage *self,
         guint                place)
{
  return gtk_list_box_get_row_at_index (self->list, place);
}

/* Returns whether there are more to add. */
static gboolean
add_rows (UnknotQuestionsPage *self,
          guint                n_rows)
{
  GListModel *questions = unknot_page_get_questions (self->page);
  guint n_questions = g_list_model_get_n_items (questions);

  for (; n_rows > 0 && self->n_rows < n_questions; n_rows--)
    {
      g_autoptr (UnknotQuestion) question = g_list_model_get_item (questions, self->n_rows++);

      gtk_list_box_append (self->list, unknot_question_row_new (self->checkup, question));
    }

  return self->n_rows < n_questions;
}

static gboolean
add_row_cb (gpointer user_data)
{
  UnknotQuestionsPage *self = UNKNOT_QUESTIONS_PAGE (user_data);

  if (add_rows (self, 1))
    return G_SOURCE_CONTINUE;

  self->add_row_source = 0;

  return G_SOURCE_REMOVE;
}

static UnknotQuestionRow *
find_row (UnknotQuestionsPage *self,
          UnknotQuestion      *question)
{
  guint place;

  if (!unknot_page_find_question (self->page, question, &place))
    return NULL;
  if (place >= self->n_rows)
    add_rows (self, place + 1 - self->n_rows);

  return UNKNOT_QUESTION_ROW (get_row (self, place));
}

/* Whether the check-up says so of any of the open questions. */
static gboolean
is_any (UnknotQuestionsPage *self,
        GPtrArray           *open,
        gboolean           (*is) (UnknotCheckup *, UnknotQuestion *))
{
  for (guint i = 0; i < open->len; i++)
    if (is (self->checkup, g_ptr_array_index (open, i)))
      return TRUE;

  return FALSE;
}

static char *
dup_open_name (UnknotQuestionsPage *self,
               UnknotQuestion      *question)
{
  const char *name = unknot_question_get_short_text (question);

  if (unknot_checkup_is_half_answered (self->checkup, question))
    /* Translators: a sign that was answered with Yes, and not yet since when */
    return g_strdup_printf (_("%s (yes: choose when it was)"), name);

  if (unknot_checkup_is_suggested (self->checkup, question))
    {
      g_autofree char *answer = unknot_answers_dup_words (
        unknot_checkup_get_shown_answers (self->checkup, question), question);

      /* Translators: what was asked, and the answer that is filled in and not confirmed yet */
      return g_strdup_printf (_("%s (%s)"), name, answer);
    }

  return g_strdup (name);
}

/* The one below all that it confirms, or the one beside what is open, which names all that. */
static void
show_confirm_button (UnknotQuestionsPage *self,
                     gboolean             suggested)
{
  gboolean open = gtk_widget_get_visible (self->open_box);

  gtk_widget_set_visible (self->confirm_button, suggested && !open);
  gtk_widget_set_visible (self->confirm_open_button, suggested && open);
}

static void
show_open (UnknotQuestionsPage *self,
           GPtrArray           *open)
{
  gboolean suggested = is_any (self, open, unknot_checkup_is_suggested);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *label = NULL;

  add_rows (self, G_MAXUINT);
  for (guint i = 0; i < self->n_rows; i++)
    {
      UnknotQuestionRow *row = UNKNOT_QUESTION_ROW (get_row (self, i));

      unknot_question_row_set_open (row, g_ptr_array_find (open,
                                                           unknot_question_row_get_question (row),
                                                           NULL));
    }

  for (guint i = 0; i < open->len; i++)
    g_strv_builder_take (names, dup_open_name (self, g_ptr_array_index (open, i)));
  strv = g_strv_builder_end (names);
  joined = g_strjoinv (" · ", strv);
  label = g_strdup_printf (suggested
                             ? _("Not answered or confirmed: %s")
                             : _("Not answered: %s"), joined);
  gtk_label_set_label (self->open_label, label);
  /* Not a Yes that waits for its when: it was said, and must not go lost. */
  gtk_widget_set_sensitive (self->skip_button, !is_any (self, open, unknot_checkup_is_half_answered));
  gtk_widget_set_visible (self->open_box, open->len > 0);
  show_confirm_button (self, suggested);
}

/* What was open and is answered now is named no longer. */
static void
assessment_changed_cb (UnknotQuestionsPage *self)
{
  UnknotAssessment *assessment = unknot_checkup_get_assessment (self->checkup);
  g_autoptr (GPtrArray) open = unknot_checkup_dup_open_questions (self->checkup, self->page);
  gboolean suggested = is_any (self, open, unknot_checkup_is_suggested);

  adw_banner_set_revealed (self->emergency_banner,
                           unknot_assessment_get_level (assessment) == UNKNOT_LEVEL_EMERGENCY);
  gtk_widget_set_visible (self->suggested_label, suggested);
  show_confirm_button (self, suggested);
  gtk_widget_set_sensitive (self->deny_button,
                            unknot_checkup_can_deny_rest (self->checkup, self->page));
  if (gtk_widget_get_visible (self->open_box))
    show_open (self, open);
}

static void
next_clicked_cb (UnknotQuestionsPage *self)
{
  g_autoptr (GPtrArray) open = unknot_checkup_dup_open_questions (self->checkup, self->page);

  show_open (self, open);
  if (open->len == 0)
    {
      g_signal_emit (self, signals[DONE], 0);
      return;
    }

  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->open_label),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  unknot_questions_page_show (self, g_ptr_array_index (open, 0));
}

static void
skip_clicked_cb (UnknotQuestionsPage *self)
{
  g_autoptr (GPtrArray) open = unknot_checkup_dup_open_questions (self->checkup, self->page);

  for (guint i = 0; i < open->len; i++)
    unknot_answers_skip (unknot_checkup_get_answers (self->checkup), g_ptr_array_index (open, i));
  g_signal_emit (self, signals[DONE], 0);
}

/* It stands below all that it confirms: nobody confirms what was never on the screen. */
static void
confirm_clicked_cb (UnknotQuestionsPage *self)
{
  gtk_widget_grab_focus (self->next_button);
  unknot_checkup_confirm_page (self->checkup, self->page);
}

static gboolean
is_covered (UnknotQuestionsPage *self)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  return navigation != NULL &&
         adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (navigation)) !=
           ADW_NAVIGATION_PAGE (self);
}

/* What was confirmed may have brought up the emergency page, which keeps the focus. */
static void
confirm_open_clicked_cb (UnknotQuestionsPage *self)
{
  confirm_clicked_cb (self);
  if (!is_covered (self))
    next_clicked_cb (self);
}

static void
deny_clicked_cb (UnknotQuestionsPage *self)
{
  gtk_widget_grab_focus (self->next_button);
  unknot_checkup_deny_rest (self->checkup, self->page);
}

static gboolean
scroll_to_row_cb (GtkWidget     *row,
                  GdkFrameClock *frame_clock,
                  gpointer       user_data)
{
  UnknotQuestionsPage *self = UNKNOT_QUESTIONS_PAGE (user_data);

  if (self->n_frames_to_scroll-- > 0)
    return G_SOURCE_CONTINUE;

  gtk_viewport_scroll_to (GTK_VIEWPORT (gtk_scrolled_window_get_child (self->scroller)), row, NULL);

  return G_SOURCE_REMOVE;
}

/* What it lays out anew first takes a frame. */
static void
scroll_to_row (UnknotQuestionsPage *self,
               GtkWidget           *row)
{
  self->n_frames_to_scroll = 1;
  gtk_widget_add_tick_callback (row, scroll_to_row_cb, self, NULL);
}

/* The banner may have come while another page covered this one. */
static void
shown_cb (UnknotQuestionsPage *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (row != NULL)
    scroll_to_row (self, row);
}

/* At first to an answer, past the button that explains: to the first that is still open. */
static gboolean
unknot_questions_page_focus (GtkWidget        *widget,
                             GtkDirectionType  direction)
{
  UnknotQuestionsPage *self = UNKNOT_QUESTIONS_PAGE (widget);
  g_autoptr (GPtrArray) open = NULL;

  if (self->entered)
    return GTK_WIDGET_CLASS (unknot_questions_page_parent_class)->focus (widget, direction);

  self->entered = TRUE;
  open = unknot_checkup_dup_open_questions (self->checkup, self->page);

  return gtk_widget_grab_focus (open->len > 0
                                  ? GTK_WIDGET (find_row (self, g_ptr_array_index (open, 0)))
                                  : GTK_WIDGET (get_row (self, 0)));
}

static void
unknot_questions_page_dispose (GObject *object)
{
  UnknotQuestionsPage *self = UNKNOT_QUESTIONS_PAGE (object);

  g_clear_handle_id (&self->add_row_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_QUESTIONS_PAGE);
  g_clear_object (&self->checkup);
  g_clear_object (&self->page);

  G_OBJECT_CLASS (unknot_questions_page_parent_class)->dispose (object);
}

static void
unknot_questions_page_class_init (UnknotQuestionsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_questions_page_dispose;
  widget_class->focus = unknot_questions_page_focus;

  /**
   * UnknotQuestionsPage::done:
   *
   * The person goes on: all is answered, or left out knowingly.
   */
  signals[DONE] = g_signal_new ("done", UNKNOT_TYPE_QUESTIONS_PAGE, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/checkup/unknot-questions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotQuestionsPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, UnknotQuestionsPage, progress);
  gtk_widget_class_bind_template_child (widget_class, UnknotQuestionsPage, emergency_banner);
  gtk_widget_class_bind_template_child (widget_class, UnknotQuestionsPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, UnknotQuestionsPage, suggested_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotQuestionsPage, list);
  gtk_widget_class_bind_template_child (widget_class, UnknotQuestionsPage, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotQuestionsPage, deny_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotQuestionsPage, open_box);
  gtk_widget_class_bind_template_child (widget_class, UnknotQuestionsPage, open_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotQuestionsPage, emergency_open_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotQuestionsPage, confirm_open_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotQuestionsPage, skip_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotQuestionsPage, next_button);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, deny_clicked_cb);
}

static void
unknot_questions_page_init (UnknotQuestionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * unknot_questions_page_new:
 * @place: which of the questionnaire's pages, from 0
 */
AdwNavigationPage *
unknot_questions_page_new (UnknotCheckup *checkup,
                           guint          place)
{
  UnknotProtocol *protocol = unknot_checkup_get_protocol (checkup);
  GListModel *pages =
    unknot_questionnaire_get_pages (unknot_protocol_get_questionnaire (protocol));
  UnknotQuestionsPage *self = g_object_new (UNKNOT_TYPE_QUESTIONS_PAGE, NULL);
  guint n_pages = g_list_model_get_n_items (pages);
  gboolean has_emergency_items;
  g_autofree char *subtitle = NULL;

  self->checkup = g_object_ref (checkup);
  self->page = g_list_model_get_item (pages, place);
  /* Translators: which page of how many */
  subtitle = g_strdup_printf (_("%u of %u"), place + 1, n_pages);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), unknot_page_get_title (self->page));
  adw_navigation_page_set_tag (ADW_NAVIGATION_PAGE (self), unknot_page_get_id (self->page));
  adw_window_title_set_title (self->window_title, unknot_page_get_title (self->page));
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_progress_bar_set_fraction (self->progress, (double) place / n_pages);
  has_emergency_items = unknot_checkup_has_emergency_items (checkup, self->page);
  gtk_widget_set_visible (self->deny_button, !has_emergency_items);
  gtk_widget_set_visible (self->emergency_open_label, has_emergency_items);
  if (add_rows (self, N_FIRST_ROWS))
    self->add_row_source = g_idle_add (add_row_cb, self);

  g_signal_connect_object (checkup, "notify::assessment", G_CALLBACK (assessment_changed_cb), self,
                           G_CONNECT_SWAPPED);
  assessment_changed_cb (self);

  return ADW_NAVIGATION_PAGE (self);
}

/**
 * unknot_questions_page_show:
 *
 * Scrolls to @question and gives its control the focus.
 */
void
unknot_questions_page_show (UnknotQuestionsPage *self,
                            UnknotQuestion      *question)
{
  UnknotQuestionRow *row = find_row (self, question);

  g_return_if_fail (row != NULL);

  gtk_widget_grab_focus (GTK_WIDGET (row));
  scroll_to_row (self, GTK_WIDGET (row));
}
