/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-pain-scale"

#include "config.h"

#include "unknot-pain-scale.h"

#include "unknot-button-order.h"
#include "unknot-pain.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Where the line breaks when it must: 0 to 5, and 6 to 10. */
#define N_FIRST 6

/**
 * UnknotPainScale:
 *
 * How bad a pain is, by one click on a number from 0 to 10: buttons, not a slider, for an unsteady
 * hand.
 */
struct _UnknotPainScale
{
  GtkWidget parent_instance;

  int pain;
  char *label; /* nullable */
  GPtrArray *buttons; /* of GtkToggleButton: one for each number, in order */
  GtkWidget *legend;
};

G_DEFINE_FINAL_TYPE (UnknotPainScale, unknot_pain_scale, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_PAIN,
  PROP_WORDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
button_clicked_cb (UnknotPainScale *self,
                   GtkWidget       *button)
{
  guint pain;

  g_ptr_array_find (self->buttons, button, &pain);
  unknot_pain_scale_set_pain (self, pain);
  g_signal_emit (self, signals[CHOSEN], 0, self->pain);
}

static GtkWidget *
create_button (UnknotPainScale *self,
               int              pain)
{
  g_autofree char *label = g_strdup_printf ("%d", pain);
  GtkWidget *button = g_object_new (GTK_TYPE_TOGGLE_BUTTON,
                                    "label", label,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO,
                                    NULL);

  gtk_widget_add_css_class (button, "grade");
  if (pain > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                                 g_ptr_array_index (self->buttons, 0));
  g_signal_connect (button, "toggled", G_CALLBACK (unknot_button_order_show_checked), NULL);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (button_clicked_cb), self);
  unknot_button_order_show_checked (GTK_TOGGLE_BUTTON (button));

  return button;
}

static GtkWidget *
create_wrap_box (void)
{
  return g_object_new (ADW_TYPE_WRAP_BOX,
                       "child-spacing", 4,
                       "line-spacing", 4,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_GENERIC,
                       NULL);
}

static gboolean
unknot_pain_scale_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  UnknotPainScale *self = UNKNOT_PAIN_SCALE (widget);

  return unknot_button_order_focus (widget, self->buttons, MAX (self->pain, 0), direction);
}

static gboolean
unknot_pain_scale_grab_focus (GtkWidget *widget)
{
  UnknotPainScale *self = UNKNOT_PAIN_SCALE (widget);

  return gtk_widget_grab_focus (g_ptr_array_index (self->buttons, MAX (self->pain, 0)));
}

static void
unknot_pain_scale_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (unknot_pain_scale_parent_class)->dispose (object);
}

static void
unknot_pain_scale_finalize (GObject *object)
{
  UnknotPainScale *self = UNKNOT_PAIN_SCALE (object);

  g_free (self->label);
  g_ptr_array_unref (self->buttons);

  G_OBJECT_CLASS (unknot_pain_scale_parent_class)->finalize (object);
}

static void
unknot_pain_scale_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  UnknotPainScale *self = UNKNOT_PAIN_SCALE (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_PAIN:
      g_value_set_int (value, self->pain);
      break;
    case PROP_WORDED:
      g_value_set_boolean (value, gtk_widget_get_visible (self->legend));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_worded (UnknotPainScale *self,
            gboolean         worded)
{
  if (gtk_widget_get_visible (self->legend) == worded)
    return;

  gtk_widget_set_visible (self->legend, worded);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDED]);
}

static void
unknot_pain_scale_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  UnknotPainScale *self = UNKNOT_PAIN_SCALE (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      unknot_pain_scale_set_label (self, g_value_get_string (value));
      break;
    case PROP_PAIN:
      unknot_pain_scale_set_pain (self, g_value_get_int (value));
      break;
    case PROP_WORDED:
      set_worded (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_pain_scale_class_init (UnknotPainScaleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_pain_scale_dispose;
  object_class->finalize = unknot_pain_scale_finalize;
  object_class->get_property = unknot_pain_scale_get_property;
  object_class->set_property = unknot_pain_scale_set_property;
  widget_class->focus = unknot_pain_scale_focus;
  widget_class->grab_focus = unknot_pain_scale_grab_focus;

  /**
   * UnknotPainScale:label:
   *
   * What is asked, for a screen reader.
   */
  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * UnknotPainScale:pain:
   *
   * The number that is chosen, or %UNKNOT_PAIN_UNKNOWN.
   */
  properties[PROP_PAIN] =
    g_param_spec_int ("pain", NULL, NULL, UNKNOT_PAIN_UNKNOWN, UNKNOT_PAIN_MAX, UNKNOT_PAIN_UNKNOWN,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * UnknotPainScale:worded:
   *
   * Whether words below say what the numbers mean.
   */
  properties[PROP_WORDED] =
    g_param_spec_boolean ("worded", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * UnknotPainScale::chosen:
   * @pain: the number
   *
   * The person chose a number, perhaps the one that was chosen already.
   */
  signals[CHOSEN] = g_signal_new ("chosen", UNKNOT_TYPE_PAIN_SCALE, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "painscale");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  unknot_button_order_add_keys (widget_class);
}

static void
unknot_pain_scale_init (UnknotPainScale *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *lines = create_wrap_box ();
  GtkWidget *first = create_wrap_box ();
  GtkWidget *second = create_wrap_box ();

  self->pain = UNKNOT_PAIN_UNKNOWN;
  self->buttons = g_ptr_array_new ();
  for (int i = 0; i <= UNKNOT_PAIN_MAX; i++)
    {
      GtkWidget *button = create_button (self, i);

      g_ptr_array_add (self->buttons, button);
      adw_wrap_box_append (ADW_WRAP_BOX (i < N_FIRST ? first : second), button);
    }
  adw_wrap_box_append (ADW_WRAP_BOX (lines), first);
  adw_wrap_box_append (ADW_WRAP_BOX (lines), second);

  self->legend = g_object_new (GTK_TYPE_LABEL,
                               "label", _("0 none · 5 hard to ignore · 10 worst imaginable"),
                               "xalign", 0.0,
                               "wrap", TRUE,
                               NULL);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), self->legend);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

GtkWidget *
unknot_pain_scale_new (void)
{
  return g_object_new (UNKNOT_TYPE_PAIN_SCALE, NULL);
}

/**
 * unknot_pain_scale_get_pain:
 *
 * Returns: the number that is chosen, or %UNKNOT_PAIN_UNKNOWN
 */
int
unknot_pain_scale_get_pain (UnknotPainScale *self)
{
  g_return_val_if_fail (UNKNOT_IS_PAIN_SCALE (self), UNKNOT_PAIN_UNKNOWN);

  return self->pain;
}

/**
 * unknot_pain_scale_set_pain:
 * @pain: a number from 0 to 10, or %UNKNOT_PAIN_UNKNOWN
 */
void
unknot_pain_scale_set_pain (UnknotPainScale *self,
                            int              pain)
{
  g_return_if_fail (UNKNOT_IS_PAIN_SCALE (self));
  g_return_if_fail (pain >= UNKNOT_PAIN_UNKNOWN && pain <= UNKNOT_PAIN_MAX);

  if (self->pain == pain)
    return;

  self->pain = pain;
  for (int i = 0; i <= UNKNOT_PAIN_MAX; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, i), i == pain);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAIN]);
}

/**
 * unknot_pain_scale_get_label:
 *
 * Returns: (nullable): what is asked
 */
const char *
unknot_pain_scale_get_label (UnknotPainScale *self)
{
  g_return_val_if_fail (UNKNOT_IS_PAIN_SCALE (self), NULL);

  return self->label;
}

/**
 * unknot_pain_scale_set_label:
 * @label: what is asked, for a screen reader
 */
void
unknot_pain_scale_set_label (UnknotPainScale *self,
                             const char      *label)
{
  g_return_if_fail (UNKNOT_IS_PAIN_SCALE (self));

  if (!g_set_str (&self->label, label))
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : "", -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}
