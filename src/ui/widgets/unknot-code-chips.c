/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-code-chips"

#include "config.h"

#include "unknot-code-chips.h"

#include "unknot-button-order.h"

#include <adwaita.h>

/**
 * UnknotCodeChips:
 *
 * Codes to choose from, each a large button in as many lines as they need.
 */
struct _UnknotCodeChips
{
  GtkWidget parent_instance;

  UnknotCodeChipsKind kind;
  gboolean has_vocabulary;
  UnknotVocabulary vocabulary;
  AdwWrapBox *box;
  GPtrArray *buttons; /* of GtkToggleButton, named by their codes */
};

G_DEFINE_FINAL_TYPE (UnknotCodeChips, unknot_code_chips, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Where “none” means that no other holds, the vocabulary refuses it beside others. */
static gboolean
go_together (UnknotCodeChips *self)
{
  g_auto (GStrv) codes = unknot_code_chips_dup_codes (self);
  guint32 set;

  return !self->has_vocabulary ||
         unknot_vocabulary_take_set (self->vocabulary, (const char *const *) codes, &set, NULL);
}

static void
settle (UnknotCodeChips *self,
        GtkToggleButton *clicked)
{
  const char *code = gtk_widget_get_name (GTK_WIDGET (clicked));

  if (self->kind == UNKNOT_CODE_CHIPS_ONE)
    gtk_toggle_button_set_active (clicked, TRUE);
  if (!gtk_toggle_button_get_active (clicked))
    return;

  if (self->kind != UNKNOT_CODE_CHIPS_SEVERAL ||
      (g_str_equal (code, "none") && !go_together (self)))
    {
      unknot_code_chips_set_code (self, code);
      return;
    }

  for (guint i = 0; i < self->buttons->len && !go_together (self); i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);

      if (g_str_equal (gtk_widget_get_name (button), "none"))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
    }
}

static void
button_clicked_cb (UnknotCodeChips *self,
                   GtkToggleButton *button)
{
  settle (self, button);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
unknot_code_chips_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  UnknotCodeChips *self = UNKNOT_CODE_CHIPS (widget);
  guint home = 0;

  for (guint i = self->buttons->len; i > 0; i--)
    {
      if (gtk_toggle_button_get_active (g_ptr_array_index (self->buttons, i - 1)))
        home = i - 1;
    }

  return unknot_button_order_focus (widget, self->buttons, home, direction);
}

static void
unknot_code_chips_dispose (GObject *object)
{
  UnknotCodeChips *self = UNKNOT_CODE_CHIPS (object);

  g_clear_pointer ((GtkWidget **) &self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (unknot_code_chips_parent_class)->dispose (object);
}

static void
unknot_code_chips_finalize (GObject *object)
{
  UnknotCodeChips *self = UNKNOT_CODE_CHIPS (object);

  g_ptr_array_unref (self->buttons);

  G_OBJECT_CLASS (unknot_code_chips_parent_class)->finalize (object);
}

static void
unknot_code_chips_class_init (UnknotCodeChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_code_chips_dispose;
  object_class->finalize = unknot_code_chips_finalize;
  widget_class->focus = unknot_code_chips_focus;

  /**
   * UnknotCodeChips::changed:
   *
   * The person chose otherwise.
   */
  signals[CHANGED] = g_signal_new ("changed", UNKNOT_TYPE_CODE_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "codechips");
  unknot_button_order_add_keys (widget_class);
}

static void
unknot_code_chips_init (UnknotCodeChips *self)
{
  self->buttons = g_ptr_array_new ();
  self->box = g_object_new (ADW_TYPE_WRAP_BOX,
                            "child-spacing", 6,
                            "line-spacing", 6,
                            "accessible-role", GTK_ACCESSIBLE_ROLE_GENERIC,
                            NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

/**
 * unknot_code_chips_new:
 * @label: what is asked, for a screen reader
 *
 * Returns: (transfer floating): chips, of which there are none yet
 */
GtkWidget *
unknot_code_chips_new (UnknotCodeChipsKind  kind,
                       const char          *label)
{
  UnknotCodeChips *self = g_object_new (UNKNOT_TYPE_CODE_CHIPS,
                                        "accessible-role",
                                        kind == UNKNOT_CODE_CHIPS_SEVERAL
                                          ? GTK_ACCESSIBLE_ROLE_GROUP
                                          : GTK_ACCESSIBLE_ROLE_RADIO_GROUP,
                                        NULL);

  self->kind = kind;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

/**
 * unknot_code_chips_new_vocabulary:
 * @label: what is asked, for a screen reader
 *
 * Returns: (transfer floating): a chip for each code of @vocabulary
 */
GtkWidget *
unknot_code_chips_new_vocabulary (UnknotCodeChipsKind  kind,
                                  const char          *label,
                                  UnknotVocabulary     vocabulary)
{
  GtkWidget *widget = unknot_code_chips_new (kind, label);
  UnknotCodeChips *self = UNKNOT_CODE_CHIPS (widget);
  const char *const *codes = unknot_vocabulary_get_codes (vocabulary);

  self->has_vocabulary = TRUE;
  self->vocabulary = vocabulary;
  for (guint i = 0; codes[i] != NULL; i++)
    unknot_code_chips_add (self, codes[i], unknot_vocabulary_get_title (vocabulary, codes[i]));

  return widget;
}

/**
 * unknot_code_chips_add:
 * @title: what @code means, in words
 */
void
unknot_code_chips_add (UnknotCodeChips *self,
                       const char      *code,
                       const char      *title)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", title,
                                   "wrap", TRUE,
                                   "justify", GTK_JUSTIFY_CENTER,
                                   NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_TOGGLE_BUTTON,
                                    "child", label,
                                    "name", code,
                                    "accessible-role",
                                    self->kind == UNKNOT_CODE_CHIPS_SEVERAL
                                      ? GTK_ACCESSIBLE_ROLE_CHECKBOX
                                      : GTK_ACCESSIBLE_ROLE_RADIO,
                                    NULL);

  gtk_widget_add_css_class (button, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_signal_connect (button, "toggled", G_CALLBACK (unknot_button_order_show_checked), NULL);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (button_clicked_cb), self);
  unknot_button_order_show_checked (GTK_TOGGLE_BUTTON (button));
  g_ptr_array_add (self->buttons, button);
  adw_wrap_box_append (self->box, button);
}

/**
 * unknot_code_chips_dup_codes:
 *
 * Returns: (transfer full): what is chosen
 */
GStrv
unknot_code_chips_dup_codes (UnknotCodeChips *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (UNKNOT_IS_CODE_CHIPS (self), NULL);

  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);

      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
        g_strv_builder_add (builder, gtk_widget_get_name (button));
    }

  return g_strv_builder_end (builder);
}

/**
 * unknot_code_chips_set_codes:
 * @codes: (array zero-terminated=1): what shall be chosen
 */
void
unknot_code_chips_set_codes (UnknotCodeChips    *self,
                             const char * const *codes)
{
  g_return_if_fail (UNKNOT_IS_CODE_CHIPS (self));

  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                    g_strv_contains (codes, gtk_widget_get_name (button)));
    }
}

/**
 * unknot_code_chips_get_code:
 *
 * Returns: (nullable): what is chosen, the first where it is several
 */
const char *
unknot_code_chips_get_code (UnknotCodeChips *self)
{
  g_return_val_if_fail (UNKNOT_IS_CODE_CHIPS (self), NULL);

  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);

      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
        return gtk_widget_get_name (button);
    }

  return NULL;
}

/**
 * unknot_code_chips_set_code:
 * @code: (nullable): what shall be chosen, and nothing else
 */
void
unknot_code_chips_set_code (UnknotCodeChips *self,
                            const char      *code)
{
  const char *const codes[] = { code, NULL };

  unknot_code_chips_set_codes (self, codes);
}
