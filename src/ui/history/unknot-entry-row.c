/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-entry-row"

#include "config.h"

#include "unknot-entry-row.h"

#include "unknot-drawn-widget.h"
#include "unknot-entry-text.h"
#include "unknot-episode.h"
#include "unknot-event.h"
#include "unknot-ink.h"
#include "unknot-pain-band.h"
#include "unknot-unread.h"
#include "unknot-visit.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* In pixels, but for what grows with the text. */
#define MARGIN 6
#define SPACING 12
#define LINE_SPACING 3
#define MIN_BADGE 30
#define BADGE_RADIUS 8

/* Of the size of the text. */
#define BADGE 2.0
#define MIN_TEXT 6
#define NATURAL_TEXT 24
#define CAPTION 0.82

/* How strong the lines below the first are, as the style sheet has it for dimmed words. */
#define DIM 0.55
#define DIM_IN_HIGH_CONTRAST 0.9

/* Of a long note no more is laid out than can be seen. */
#define MAX_NOTE 200

enum
{
  TITLE,
  DETAILS,
  NOTE,
  N_LAYOUTS
};

/**
 * UnknotEntryRow:
 *
 * An entry in a list, one after the other: how bad, what, when, and a line of the note; and its
 * menu, where it could be read. It lays its words out by itself, once for a width: as many labels,
 * each measured in both directions, would take as long as all else that a key in a search does.
 */
struct _UnknotEntryRow
{
  GtkWidget parent_instance;

  UnknotClock *clock;
  UnknotEntry *entry; /* nullable */
  char *name;         /* nullable, as @entry */

  PangoLayout *layouts[N_LAYOUTS];
  PangoLayout *badge;
  int badge_pain; /* UNKNOT_PAIN_UNKNOWN where none is shown */
  int width;      /* that @layouts are laid out for … */
  int height;     /* … which makes them so high */
  guint serial;   /* of the Pango context then */

  GtkWidget *menu_button;
};

G_DEFINE_FINAL_TYPE (UnknotEntryRow, unknot_entry_row, GTK_TYPE_WIDGET)

enum
{
  MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_first_line (const char *note)
{
  const char *start = note + strspn (note, "\n\r\t ");
  gsize length = strcspn (start, "\n\r");
  g_autofree char *line = g_strndup (start, length);

  return g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), MAX_NOTE));
}

/* The badge says how bad a spasm was. */
static char *
dup_title (UnknotEntry *entry)
{
  g_autofree char *places =
    UNKNOT_IS_EPISODE (entry) ? unknot_entry_text_dup_places (UNKNOT_EPISODE (entry)) : NULL;

  if (places == NULL)
    return unknot_entry_text_dup_title (entry);

  return *places != '\0' ? g_steal_pointer (&places) : g_strdup (_("Spasm"));
}

static char *
dup_details (UnknotEntry *entry,
             UnknotClock *clock)
{
  g_autofree char *details = unknot_entry_text_dup_details (entry, clock);
  g_autofree char *triggers =
    UNKNOT_IS_EPISODE (entry) ? unknot_entry_text_dup_triggers (UNKNOT_EPISODE (entry))
                              : g_strdup ("");

  if (*triggers == '\0')
    return g_steal_pointer (&details);

  /* Translators: when a spasm was and for how long, and what set it off */
  return g_strdup_printf (C_ ("entry", "%s · %s"), details, triggers);
}

/* Of a visit what came of it, and until then what is to be asked. */
static const char *
get_note (UnknotEntry *entry)
{
  if (UNKNOT_IS_EPISODE (entry))
    return unknot_episode_get_note (UNKNOT_EPISODE (entry));
  if (UNKNOT_IS_EVENT (entry))
    return unknot_event_get_note (UNKNOT_EVENT (entry));
  if (!UNKNOT_IS_VISIT (entry))
    return "";

  return *unknot_visit_get_outcome (UNKNOT_VISIT (entry)) != '\0'
           ? unknot_visit_get_outcome (UNKNOT_VISIT (entry))
           : unknot_visit_get_questions (UNKNOT_VISIT (entry));
}

/* --- Layout --- */

/* In pixels. */
static double
get_text_size (UnknotEntryRow *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  return pango_units_to_double (
    pango_font_description_get_size (pango_context_get_font_description (context)));
}

static int
get_badge_size (UnknotEntryRow *self)
{
  return MAX (MIN_BADGE, ceil (BADGE * get_text_size (self)));
}

/* All the way across but for the words. */
static int
get_beside (UnknotEntryRow *self)
{
  int minimum;

  gtk_widget_measure (self->menu_button, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);

  return 2 * MARGIN + get_badge_size (self) + SPACING + SPACING + minimum;
}

/* To the side where a line begins, whichever way its words are written. */
static void
align (UnknotEntryRow *self,
       PangoLayout    *layout)
{
  gboolean to_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  PangoDirection direction =
    pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (layout, 0));

  /* Pango turns it round for words that are written against the direction of the widget. */
  if (direction == (to_right ? PANGO_DIRECTION_LTR : PANGO_DIRECTION_RTL))
    to_right = !to_right;
  pango_layout_set_alignment (layout, to_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

static gboolean
is_empty (PangoLayout *layout)
{
  return *pango_layout_get_text (layout) == '\0';
}

/* @width: of the whole row */
static void
lay_out (UnknotEntryRow *self,
         int             width)
{
  guint serial = pango_context_get_serial (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  int text_width = MAX (0, width - get_beside (self));

  if (self->width == width && self->serial == serial)
    return;

  self->width = width;
  self->serial = serial;
  self->height = 0;
  for (guint i = 0; i < N_LAYOUTS; i++)
    {
      PangoLayout *layout = self->layouts[i];
      int height;

      if (is_empty (layout))
        continue;

      pango_layout_set_width (layout, pango_units_from_double (text_width));
      align (self, layout);
      pango_layout_get_pixel_size (layout, NULL, &height);
      self->height += height + (self->height > 0 ? LINE_SPACING : 0);
    }
}

static GtkSizeRequestMode
unknot_entry_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
unknot_entry_row_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  UnknotEntryRow *self = UNKNOT_ENTRY_ROW (widget);
  int natural_width = get_beside (self) + NATURAL_TEXT * get_text_size (self);
  int button;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = get_beside (self) + MIN_TEXT * get_text_size (self);
      *natural = natural_width;
      return;
    }

  lay_out (self, for_size >= 0 ? for_size : natural_width);
  gtk_widget_measure (self->menu_button, orientation, -1, &button, NULL, NULL, NULL);
  *minimum = *natural = 2 * MARGIN + MAX (MAX (self->height, get_badge_size (self)), button);
}

static void
unknot_entry_row_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  UnknotEntryRow *self = UNKNOT_ENTRY_ROW (widget);
  GtkRequisition button;

  lay_out (self, width);
  gtk_widget_get_preferred_size (self->menu_button, &button, NULL);
  gtk_widget_size_allocate (
    self->menu_button,
    &(GtkAllocation) {
      gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? MARGIN
                                                            : width - MARGIN - button.width,
      (height - button.height) / 2, button.width, button.height },
    -1);
}

/* --- Drawing --- */

static GdkRGBA
to_rgba (const UnknotColor *color)
{
  return (GdkRGBA) { color->red, color->green, color->blue, 1 };
}

/* Its number says how bad it was; its colour, too. */
static void
draw_badge (UnknotEntryRow *self,
            GtkSnapshot    *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const UnknotInk *ink = unknot_drawn_widget_get_ink (widget);
  const UnknotColor *fill = &ink->pain[unknot_pain_band_get (self->badge_pain)];
  const UnknotColor *words = unknot_ink_get_contrast (fill, &ink->text) >
                                 unknot_ink_get_contrast (fill, &ink->ground)
                               ? &ink->text : &ink->ground;
  GdkRGBA line = to_rgba (&ink->outline);
  GdkRGBA text = to_rgba (words);
  GdkRGBA color = to_rgba (fill);
  int size = get_badge_size (self);
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = right_to_left ? gtk_widget_get_width (widget) - MARGIN - size : MARGIN;
  int y = (gtk_widget_get_height (widget) - size) / 2;
  int width, height;
  GskRoundedRect box;

  gsk_rounded_rect_init_from_rect (&box, &GRAPHENE_RECT_INIT (x, y, size, size), BADGE_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &box);
  gtk_snapshot_append_color (snapshot, &color, &box.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &box, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { line, line, line, line });

  pango_layout_get_pixel_size (self->badge, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (x + (size - width) / 2, y + (size - height) / 2));
  gtk_snapshot_append_layout (snapshot, self->badge, &text);
  gtk_snapshot_restore (snapshot);
}

static void
draw_words (UnknotEntryRow *self,
            GtkSnapshot    *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int badge = MARGIN + get_badge_size (self) + SPACING;
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot,
    &GRAPHENE_POINT_INIT (right_to_left ? get_beside (self) - badge : badge,
                          (gtk_widget_get_height (widget) - self->height) / 2));
  for (guint i = 0; i < N_LAYOUTS; i++)
    {
      int height;

      if (is_empty (self->layouts[i]))
        continue;

      gtk_snapshot_append_layout (snapshot, self->layouts[i], &color);
      pango_layout_get_pixel_size (self->layouts[i], NULL, &height);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, height + LINE_SPACING));
      if (i == TITLE)
        color.alpha *= adw_style_manager_get_high_contrast (style) ? DIM_IN_HIGH_CONTRAST : DIM;
    }
  gtk_snapshot_restore (snapshot);
}

static void
unknot_entry_row_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  UnknotEntryRow *self = UNKNOT_ENTRY_ROW (widget);

  if (self->badge_pain != UNKNOT_PAIN_UNKNOWN)
    draw_badge (self, snapshot);
  draw_words (self, snapshot);
  gtk_widget_snapshot_child (widget, self->menu_button, snapshot);
}

static void
menu_clicked_cb (UnknotEntryRow *self)
{
  g_signal_emit (self, signals[MENU], 0);
}

static void
unknot_entry_row_dispose (GObject *object)
{
  UnknotEntryRow *self = UNKNOT_ENTRY_ROW (object);

  g_clear_pointer (&self->menu_button, gtk_widget_unparent);
  g_clear_object (&self->clock);
  g_clear_object (&self->entry);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (unknot_entry_row_parent_class)->dispose (object);
}

static void
unknot_entry_row_finalize (GObject *object)
{
  UnknotEntryRow *self = UNKNOT_ENTRY_ROW (object);

  for (guint i = 0; i < N_LAYOUTS; i++)
    g_object_unref (self->layouts[i]);
  g_object_unref (self->badge);

  G_OBJECT_CLASS (unknot_entry_row_parent_class)->finalize (object);
}

static void
unknot_entry_row_class_init (UnknotEntryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_entry_row_dispose;
  object_class->finalize = unknot_entry_row_finalize;
  widget_class->get_request_mode = unknot_entry_row_get_request_mode;
  widget_class->measure = unknot_entry_row_measure;
  widget_class->size_allocate = unknot_entry_row_size_allocate;
  widget_class->snapshot = unknot_entry_row_snapshot;

  /**
   * UnknotEntryRow::menu:
   *
   * The person wants to see what can be done with the entry.
   */
  signals[MENU] = g_signal_new ("menu", UNKNOT_TYPE_ENTRY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

/* @n_lines: at most */
static PangoLayout *
create_layout (UnknotEntryRow *self,
               int             n_lines,
               PangoAttribute *attribute)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (attribute != NULL)
    pango_attr_list_insert (attributes, attribute);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -n_lines);

  return layout;
}

static void
unknot_entry_row_init (UnknotEntryRow *self)
{
  self->layouts[TITLE] = create_layout (self, 2, NULL);
  self->layouts[DETAILS] = create_layout (self, 2, pango_attr_scale_new (CAPTION));
  self->layouts[NOTE] = create_layout (self, 1, pango_attr_scale_new (CAPTION));
  self->badge = create_layout (self, 1, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  self->badge_pain = UNKNOT_PAIN_UNKNOWN;
  self->width = -1;

  self->menu_button = gtk_button_new_from_icon_name ("view-more-symbolic");
  gtk_widget_add_css_class (self->menu_button, "flat");
  gtk_widget_add_css_class (self->menu_button, "answer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button),
                                  GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  gtk_widget_set_parent (self->menu_button, GTK_WIDGET (self));
  g_signal_connect_swapped (self->menu_button, "clicked", G_CALLBACK (menu_clicked_cb), self);
}

GtkWidget *
unknot_entry_row_new (UnknotClock *clock)
{
  UnknotEntryRow *self = g_object_new (UNKNOT_TYPE_ENTRY_ROW, NULL);

  self->clock = g_object_ref (clock);

  return GTK_WIDGET (self);
}

/**
 * unknot_entry_row_get_entry:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
UnknotEntry *
unknot_entry_row_get_entry (UnknotEntryRow *self)
{
  g_return_val_if_fail (UNKNOT_IS_ENTRY_ROW (self), NULL);

  return self->entry;
}

/**
 * unknot_entry_row_get_name:
 *
 * Returns: (transfer none) (nullable): all that it shows but for the note, in words to be spoken
 */
const char *
unknot_entry_row_get_name (UnknotEntryRow *self)
{
  g_return_val_if_fail (UNKNOT_IS_ENTRY_ROW (self), NULL);

  return self->name;
}

/**
 * unknot_entry_row_get_note:
 *
 * Returns: (transfer none): of the note, the line that it shows
 */
const char *
unknot_entry_row_get_note (UnknotEntryRow *self)
{
  g_return_val_if_fail (UNKNOT_IS_ENTRY_ROW (self), NULL);

  return pango_layout_get_text (self->layouts[NOTE]);
}

static void
show_badge (UnknotEntryRow *self)
{
  g_autofree char *number = NULL;

  self->badge_pain = UNKNOT_IS_EPISODE (self->entry)
                       ? unknot_episode_get_worst (UNKNOT_EPISODE (self->entry))
                       : UNKNOT_PAIN_UNKNOWN;
  if (self->badge_pain == UNKNOT_PAIN_UNKNOWN)
    return;

  number = g_strdup_printf ("%d", self->badge_pain);
  pango_layout_set_text (self->badge, number, -1);
}

void
unknot_entry_row_set_entry (UnknotEntryRow *self,
                            UnknotEntry    *entry)
{
  g_autofree char *spoken = NULL;
  g_autofree char *title = NULL;
  g_autofree char *details = NULL;
  g_autofree char *note = NULL;
  g_autofree char *menu = NULL;

  g_return_if_fail (UNKNOT_IS_ENTRY_ROW (self));

  g_set_object (&self->entry, entry);
  show_badge (self);
  spoken = unknot_entry_text_dup_title (entry);
  title = dup_title (entry);
  details = dup_details (entry, self->clock);
  note = dup_first_line (get_note (entry));
  pango_layout_set_text (self->layouts[TITLE], title, -1);
  pango_layout_set_text (self->layouts[DETAILS], details, -1);
  pango_layout_set_text (self->layouts[NOTE], note, -1);
  self->width = -1;
  gtk_widget_queue_resize (GTK_WIDGET (self));

  g_clear_pointer (&self->name, g_free);
  /* Translators: an entry of the diary, and when it was */
  self->name = g_strdup_printf (C_ ("entry", "%s, %s"), spoken, details);
  /* Translators: what can be done with an entry of the diary */
  menu = g_strdup_printf (_("Menu: %s"), self->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
  gtk_widget_set_visible (self->menu_button, !UNKNOT_IS_UNREAD (entry));
}
