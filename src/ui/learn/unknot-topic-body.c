/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-topic-body"

#include "config.h"

#include "unknot-topic-body.h"

#include "unknot-figure-view.h"
#include "unknot-topic-markup.h"
#include "unknot-topic-row.h"

#include <glib/gi18n.h>

/* As much as a first screen has, in bytes of text: the rest comes while nothing else waits. */
#define N_FIRST 1500
#define N_MORE 600

/* What a row that leads to another page counts for. */
#define N_ROW 150

/**
 * UnknotTopicBody:
 *
 * All that a page to learn from says, in widgets. A link in it is followed by the action
 * `learn.open`.
 */
struct _UnknotTopicBody
{
  GtkBox parent_instance;

  UnknotLibrary *library;
  UnknotTopic *topic;
  GtkWidget *title;
  GHashTable *headings; /* by the section's id */
  GQueue pieces;        /* of Piece: what is not made yet */
  guint source;
};

G_DEFINE_FINAL_TYPE (UnknotTopicBody, unknot_topic_body, GTK_TYPE_BOX)

enum
{
  COMPLETED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  GtkBox *box;             /* what it is added to */
  UnknotTopicBlock *block; /* nullable: else it is the pages of a guide … */
  const char *group;       /* nullable: … that belong to this section of it */
  guint number;            /* of a step; 0 for anything else */
} Piece;

static guint add_next (UnknotTopicBody *self);

static void
push_piece (UnknotTopicBody  *self,
            GtkBox           *box,
            UnknotTopicBlock *block,
            guint             number)
{
  Piece *piece = g_new0 (Piece, 1);

  piece->box = box;
  piece->block = block;
  piece->number = number;
  g_queue_push_head (&self->pieces, piece);
}

/* Before all else that is to come. */
static void
push_children (UnknotTopicBody  *self,
               GtkBox           *box,
               UnknotTopicBlock *block)
{
  gboolean numbered = unknot_topic_block_get_kind (block) == UNKNOT_TOPIC_BLOCK_STEPS;

  for (guint i = unknot_topic_block_get_n_children (block); i > 0; i--)
    push_piece (self, box, unknot_topic_block_get_child (block, i - 1), numbered ? i : 0);
}

static void
push_group (UnknotTopicBody *self,
            GtkBox          *box,
            const char      *group)
{
  push_piece (self, box, NULL, 0);
  ((Piece *) g_queue_peek_head (&self->pieces))->group = group;
}

typedef struct
{
  GtkWidget *label;
  char *target;
} Link;

static void
link_free (gpointer data)
{
  Link *link = data;

  g_object_unref (link->label);
  g_free (link->target);
  g_free (link);
}

static gboolean
follow_link_cb (gpointer user_data)
{
  Link *link = user_data;

  gtk_widget_activate_action (link->label, "learn.open", "s", link->target);

  return G_SOURCE_REMOVE;
}

/* Later: the label still looks after its focus, and may then be in the window no longer. */
static gboolean
link_activated_cb (GtkWidget  *label,
                   const char *target)
{
  Link *link = g_new (Link, 1);

  link->label = g_object_ref (label);
  link->target = g_strdup (target);
  g_idle_add_full (G_PRIORITY_DEFAULT, follow_link_cb, link, link_free);

  return GDK_EVENT_STOP;
}

/* In bytes. A longer one may be too long for a line where text is large. */
#define MAX_WORD 13

static gboolean
has_long_word (const char *words)
{
  for (const char *word = words; *word != '\0'; word += strspn (word, " -"))
    {
      gsize length = strcspn (word, " -");

      if (length > MAX_WORD)
        return TRUE;
      word += length;
    }

  return FALSE;
}

/* To look for a break within every word takes five times as long. */
static GtkWidget *
create_label (GtkAccessibleRole  role,
              const char        *style,
              const char        *words)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", role,
                                   "label", words,
                                   "wrap", TRUE,
                                   "wrap-mode", has_long_word (words) ? PANGO_WRAP_WORD_CHAR
                                                                      : PANGO_WRAP_WORD,
                                   "xalign", 0.0,
                                   "selectable", TRUE,
                                   NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
create_text (GtkAccessibleRole  role,
             const char        *style,
             UnknotTopicText   *text)
{
  g_autofree char *markup = unknot_topic_markup_dup (text);
  GtkWidget *label = create_label (role, style, unknot_topic_text_get_text (text));

  gtk_label_set_markup (GTK_LABEL (label), markup);
  g_signal_connect (label, "activate-link", G_CALLBACK (link_activated_cb), NULL);

  return label;
}

static GtkWidget *
create_heading (const char      *style,
                UnknotTopicText *text,
                int              level)
{
  GtkWidget *label = create_text (GTK_ACCESSIBLE_ROLE_HEADING, style, text);

  gtk_widget_add_css_class (label, "topic-heading");
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);

  return label;
}

static GtkBox *
add_box (GtkBox            *box,
         GtkAccessibleRole  role,
         GtkOrientation     orientation,
         int                spacing)
{
  GtkWidget *child = g_object_new (GTK_TYPE_BOX,
                                   "accessible-role", role,
                                   "orientation", orientation,
                                   "spacing", spacing,
                                   NULL);

  gtk_box_append (box, child);

  return GTK_BOX (child);
}

static GtkBox *
add_vertical (GtkBox *box,
              int     spacing)
{
  return add_box (box, GTK_ACCESSIBLE_ROLE_GENERIC, GTK_ORIENTATION_VERTICAL, spacing);
}

/* A title that is none of the page's headings. */
static void
add_title (GtkBox           *box,
           const char       *style,
           UnknotTopicBlock *block)
{
  UnknotTopicText *title = unknot_topic_block_get_title (block);

  if (title != NULL)
    gtk_box_append (box, create_text (GTK_ACCESSIBLE_ROLE_LABEL, style, title));
}

static UnknotTopicGroup *
find_group (UnknotTopicBody *self,
            const char      *id)
{
  GListModel *groups = unknot_library_get_groups (self->library);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (UnknotTopicGroup) group = g_list_model_get_item (groups, i);

      if (g_str_equal (unknot_topic_group_get_id (group), id))
        return group;
    }

  return NULL;
}

/* A guide leads to other pages, from its sections and from itself. */
static guint
add_group (UnknotTopicBody *self,
           GtkBox          *box,
           const char      *section)
{
  g_autofree char *id = g_strjoin (section != NULL ? "#" : NULL, unknot_topic_get_id (self->topic),
                                   section, NULL);
  UnknotTopicGroup *group = find_group (self, id);
  GListModel *topics = group != NULL ? unknot_topic_group_get_topics (group) : NULL;
  GtkWidget *rows;

  if (topics == NULL)
    return 0;

  rows = adw_preferences_group_new ();
  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (UnknotTopic) topic = g_list_model_get_item (topics, i);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (rows), unknot_topic_row_new (topic));
    }
  gtk_box_append (box, rows);

  return N_ROW * g_list_model_get_n_items (topics);
}

static void
add_section (UnknotTopicBody  *self,
             GtkBox           *box,
             UnknotTopicBlock *block)
{
  GtkBox *section = add_vertical (box, 12);
  GtkWidget *heading = create_heading ("title-2", unknot_topic_block_get_title (block), 2);

  gtk_widget_set_margin_top (GTK_WIDGET (section), 12);
  gtk_box_append (section, heading);
  g_hash_table_insert (self->headings, g_strdup (unknot_topic_block_get_id (block)), heading);
  if (unknot_topic_is_guide (self->topic))
    push_group (self, section, unknot_topic_block_get_id (block));
  push_children (self, section, block);
}

/* @number: of a step; 0 where the order does not matter */
static void
add_item (UnknotTopicBody  *self,
          GtkBox           *list,
          UnknotTopicBlock *item,
          guint             number)
{
  /* Translators: the number of a step */
  g_autofree char *marker = number > 0 ? g_strdup_printf (_("%u."), number) : g_strdup ("•");
  GtkBox *row = add_box (list, GTK_ACCESSIBLE_ROLE_LIST_ITEM, GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", number > 0
                                                        ? GTK_ACCESSIBLE_ROLE_LABEL
                                                        : GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "label", marker,
                                   "yalign", 0.0,
                                   NULL);
  GtkBox *content;

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "paragraph");
  gtk_box_append (row, label);
  content = add_vertical (row, 6);
  gtk_widget_set_hexpand (GTK_WIDGET (content), TRUE);
  push_children (self, content, item);
}

static void
add_list (UnknotTopicBody  *self,
          GtkBox           *box,
          UnknotTopicBlock *block)
{
  GtkBox *list;

  add_title (box, "heading", block);
  list = add_box (box, GTK_ACCESSIBLE_ROLE_LIST, GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_start (GTK_WIDGET (list), 6);
  push_children (self, list, block);
}

static void
add_terms (UnknotTopicBody  *self,
           GtkBox           *box,
           UnknotTopicBlock *block)
{
  GtkBox *list;

  add_title (box, "heading", block);
  list = add_box (box, GTK_ACCESSIBLE_ROLE_LIST, GTK_ORIENTATION_VERTICAL, 12);
  for (guint i = 0; i < unknot_topic_block_get_n_children (block); i++)
    {
      UnknotTopicBlock *item = unknot_topic_block_get_child (block, i);
      GtkBox *row = add_box (list, GTK_ACCESSIBLE_ROLE_LIST_ITEM, GTK_ORIENTATION_VERTICAL, 3);
      GtkBox *content;

      add_title (row, "heading", item);
      content = add_vertical (row, 6);
      gtk_widget_set_margin_start (GTK_WIDGET (content), 15);
      push_children (self, content, item);
    }
}

static const struct
{
  const char *icon;
  const char *style;
  const char *word;
} notes[] = {
  [UNKNOT_TOPIC_NOTE_PLAIN] = { "help-about-symbolic", "plain-note", N_("Note") },
  [UNKNOT_TOPIC_NOTE_TIP] = { "dialog-information-symbolic", "plain-note", N_("Tip") },
  [UNKNOT_TOPIC_NOTE_IMPORTANT] = { "help-about-symbolic", "important-note", N_("Important") },
  [UNKNOT_TOPIC_NOTE_WARNING] = { "dialog-warning-symbolic", "warning-note", N_("Warning") },
};

static void
add_note (UnknotTopicBody  *self,
          GtkBox           *box,
          UnknotTopicBlock *block)
{
  UnknotTopicNoteStyle style = unknot_topic_block_get_note_style (block);
  GtkBox *note = add_box (box, GTK_ACCESSIBLE_ROLE_GROUP, GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", notes[style].icon,
                                  "valign", GTK_ALIGN_START,
                                  NULL);
  GtkBox *content;

  gtk_widget_add_css_class (GTK_WIDGET (note), notes[style].style);
  gtk_accessible_update_property (GTK_ACCESSIBLE (note), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(notes[style].word), -1);
  gtk_box_append (note, icon);
  content = add_vertical (note, 6);
  gtk_widget_set_hexpand (GTK_WIDGET (content), TRUE);
  gtk_box_append (content, create_label (GTK_ACCESSIBLE_ROLE_LABEL, "heading",
                                         _(notes[style].word)));
  if (style == UNKNOT_TOPIC_NOTE_WARNING && unknot_library_get_call (self->library) != NULL)
    gtk_box_append (content, create_label (GTK_ACCESSIBLE_ROLE_LABEL, "heading",
                                           unknot_library_get_call (self->library)));
  add_title (content, "heading", block);
  push_children (self, content, block);
}

static UnknotFigure *
load_figure (UnknotTopicBody  *self,
             const char       *name,
             GError          **error)
{
  g_autoptr (GFile) file = unknot_library_find_figure (self->library, name);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);

  return bytes != NULL ? unknot_figure_new_from_bytes (bytes, error) : NULL;
}

/* Where it cannot be drawn, what it shows is said. */
static void
add_figure (UnknotTopicBody  *self,
            GtkBox           *box,
            UnknotTopicBlock *block)
{
  const char *text = unknot_topic_text_get_text (unknot_topic_block_get_text (block));
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotFigure) figure =
    load_figure (self, unknot_topic_block_get_figure (block), &error);
  GtkBox *holder = add_vertical (box, 6);

  if (figure != NULL)
    gtk_box_append (holder, unknot_figure_view_new (figure, text));
  else
    {
      /* Translators: the first is why, the second what the picture shows: both are sentences. */
      g_autofree char *fault = g_strdup_printf (_("A picture cannot be shown here: %s It shows: %s"),
                                                error->message, text);

      gtk_box_append (holder, create_label (GTK_ACCESSIBLE_ROLE_LABEL, NULL, fault));
    }
  add_title (holder, "caption", block);
}

/* They are made when somebody wants to see them. */
static void
sources_expanded_cb (GtkExpander *expander,
                     GParamSpec  *pspec,
                     Piece       *sources)
{
  UnknotTopicBody *self =
    UNKNOT_TOPIC_BODY (gtk_widget_get_ancestor (GTK_WIDGET (expander), UNKNOT_TYPE_TOPIC_BODY));
  guint n_others = g_queue_get_length (&self->pieces);

  if (gtk_widget_get_first_child (GTK_WIDGET (sources->box)) != NULL)
    return;

  push_children (self, sources->box, sources->block);
  while (g_queue_get_length (&self->pieces) > n_others)
    add_next (self);
}

static void
free_sources (gpointer  data,
              GClosure *closure)
{
  g_free (data);
}

/* Quieter than the rest, and out of the way of who wants to know what to do. */
static void
add_sources (UnknotTopicBody  *self,
             GtkBox           *box,
             UnknotTopicBlock *block)
{
  UnknotTopicText *title = unknot_topic_block_get_title (block);
  /* Translators: “Where this comes from”, and how many sources that are */
  g_autofree char *label = g_strdup_printf (C_ ("sources", "%s (%u)"),
                                            unknot_topic_text_get_text (title),
                                            unknot_topic_block_get_n_children (block));
  GtkWidget *expander = gtk_expander_new (NULL);
  Piece *sources = g_new0 (Piece, 1);

  gtk_expander_set_label_widget (GTK_EXPANDER (expander),
                                 g_object_new (GTK_TYPE_LABEL,
                                               "label", label,
                                               "wrap", TRUE,
                                               "xalign", 0.0,
                                               NULL));
  sources->box = g_object_new (GTK_TYPE_BOX,
                               "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                               "orientation", GTK_ORIENTATION_VERTICAL,
                               "spacing", 3,
                               "margin-top", 6,
                               NULL);
  sources->block = block;
  gtk_expander_set_child (GTK_EXPANDER (expander), GTK_WIDGET (sources->box));
  gtk_widget_add_css_class (expander, "sources");
  g_signal_connect_data (expander, "notify::expanded", G_CALLBACK (sources_expanded_cb), sources,
                         free_sources, G_CONNECT_DEFAULT);
  gtk_box_append (box, expander);
}

static void
add_block (UnknotTopicBody  *self,
           GtkBox           *box,
           UnknotTopicBlock *block,
           guint             number)
{
  switch (unknot_topic_block_get_kind (block))
    {
    case UNKNOT_TOPIC_BLOCK_SECTION:
      add_section (self, box, block);
      break;

    case UNKNOT_TOPIC_BLOCK_PARAGRAPH:
      gtk_box_append (box, create_text (GTK_ACCESSIBLE_ROLE_LABEL, "paragraph",
                                        unknot_topic_block_get_text (block)));
      break;

    case UNKNOT_TOPIC_BLOCK_LIST:
    case UNKNOT_TOPIC_BLOCK_STEPS:
      add_list (self, box, block);
      break;

    case UNKNOT_TOPIC_BLOCK_TERMS:
      add_terms (self, box, block);
      break;

    case UNKNOT_TOPIC_BLOCK_NOTE:
      add_note (self, box, block);
      break;

    case UNKNOT_TOPIC_BLOCK_FIGURE:
      add_figure (self, box, block);
      break;

    case UNKNOT_TOPIC_BLOCK_SOURCES:
      add_sources (self, box, block);
      break;

    case UNKNOT_TOPIC_BLOCK_ITEM:
    default:
      add_item (self, box, block, number);
    }
}

/* --- Making some of it at a time --- */

static guint
count_letters (UnknotTopicBlock *block)
{
  UnknotTopicText *title = unknot_topic_block_get_title (block);
  UnknotTopicText *text = unknot_topic_block_get_text (block);
  guint n_letters = 0;

  if (title != NULL)
    n_letters += strlen (unknot_topic_text_get_text (title));
  if (text != NULL)
    n_letters += strlen (unknot_topic_text_get_text (text));
  if (unknot_topic_block_get_kind (block) == UNKNOT_TOPIC_BLOCK_TERMS)
    for (guint i = 0; i < unknot_topic_block_get_n_children (block); i++)
      n_letters += count_letters (unknot_topic_block_get_child (block, i));

  return n_letters;
}

static guint
add_next (UnknotTopicBody *self)
{
  g_autofree Piece *piece = g_queue_pop_head (&self->pieces);

  if (piece->block == NULL)
    return add_group (self, piece->box, piece->group);

  add_block (self, piece->box, piece->block, piece->number);

  return count_letters (piece->block);
}

static void
add_some (UnknotTopicBody *self,
          guint            n_letters)
{
  guint n_added = 0;

  while (n_added < n_letters && !g_queue_is_empty (&self->pieces))
    n_added += add_next (self);
}

static gboolean
add_more_cb (gpointer user_data)
{
  UnknotTopicBody *self = UNKNOT_TOPIC_BODY (user_data);

  add_some (self, N_MORE);
  if (!g_queue_is_empty (&self->pieces))
    return G_SOURCE_CONTINUE;

  self->source = 0;
  g_signal_emit (self, signals[COMPLETED], 0);

  return G_SOURCE_REMOVE;
}

static void
unknot_topic_body_dispose (GObject *object)
{
  UnknotTopicBody *self = UNKNOT_TOPIC_BODY (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_queue_clear_full (&self->pieces, g_free);

  G_OBJECT_CLASS (unknot_topic_body_parent_class)->dispose (object);
}

static void
unknot_topic_body_finalize (GObject *object)
{
  UnknotTopicBody *self = UNKNOT_TOPIC_BODY (object);

  g_clear_object (&self->library);
  g_clear_object (&self->topic);
  g_hash_table_unref (self->headings);

  G_OBJECT_CLASS (unknot_topic_body_parent_class)->finalize (object);
}

static void
unknot_topic_body_class_init (UnknotTopicBodyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = unknot_topic_body_dispose;
  object_class->finalize = unknot_topic_body_finalize;

  /**
   * UnknotTopicBody::completed:
   *
   * The last part of the page is there.
   */
  signals[COMPLETED] = g_signal_new ("completed", UNKNOT_TYPE_TOPIC_BODY, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
unknot_topic_body_init (UnknotTopicBody *self)
{
  g_queue_init (&self->pieces);
  self->headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

/**
 * unknot_topic_body_new:
 * @library: has the figures of @topic, and the pages that it leads to where it is a guide
 */
GtkWidget *
unknot_topic_body_new (UnknotLibrary *library,
                       UnknotTopic   *topic)
{
  UnknotTopicBody *self = g_object_new (UNKNOT_TYPE_TOPIC_BODY, NULL);
  g_autoptr (UnknotTopicText) title =
    unknot_topic_text_new (unknot_topic_get_title (topic), NULL, 0);

  self->library = g_object_ref (library);
  self->topic = g_object_ref (topic);
  self->title = create_heading ("title-1", title, 1);
  gtk_box_append (GTK_BOX (self), self->title);
  if (unknot_topic_is_guide (topic))
    push_group (self, GTK_BOX (self), NULL);
  for (guint i = unknot_topic_get_n_blocks (topic); i > 0; i--)
    push_piece (self, GTK_BOX (self), unknot_topic_get_block (topic, i - 1), 0);
  add_some (self, N_FIRST);
  if (!g_queue_is_empty (&self->pieces))
    self->source = g_idle_add (add_more_cb, self);

  return GTK_WIDGET (self);
}

/**
 * unknot_topic_body_is_complete:
 *
 * Returns: whether all of the page is there; else #UnknotTopicBody::completed tells when it is
 */
gboolean
unknot_topic_body_is_complete (UnknotTopicBody *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC_BODY (self), FALSE);

  return g_queue_is_empty (&self->pieces);
}

/**
 * unknot_topic_body_find_heading:
 * @section: (nullable): a section's id; %NULL for the page itself
 *
 * Returns: (transfer none): what the section begins with; where there is none, what the page begins
 *   with
 */
GtkWidget *
unknot_topic_body_find_heading (UnknotTopicBody *self,
                                const char      *section)
{
  GtkWidget *heading = NULL;

  g_return_val_if_fail (UNKNOT_IS_TOPIC_BODY (self), NULL);

  if (section != NULL)
    heading = g_hash_table_lookup (self->headings, section);

  return heading != NULL ? heading : self->title;
}
