/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-reliefs-editor"

#include "config.h"

#include "unknot-reliefs-editor.h"

#include "unknot-code-chips.h"

#include <glib/gi18n.h>

/**
 * UnknotReliefsEditor:
 *
 * What was tried, each by a tap; below, what came of each.
 */
struct _UnknotReliefsEditor
{
  GtkBox parent_instance;

  GListStore *reliefs; /* of UnknotRelief, its own */
  UnknotMoment *moment;
  UnknotCodeChips *measures;
  GtkBox *effects;
};

G_DEFINE_FINAL_TYPE (UnknotReliefsEditor, unknot_reliefs_editor, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
effect_changed_cb (UnknotCodeChips *chips,
                   UnknotRelief    *relief)
{
  GtkWidget *self = gtk_widget_get_ancestor (GTK_WIDGET (chips), UNKNOT_TYPE_RELIEFS_EDITOR);

  unknot_relief_set_effect (relief, unknot_code_chips_get_code (chips), NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_effect (UnknotReliefsEditor *self,
            UnknotRelief        *relief)
{
  const char *measure = unknot_vocabulary_get_title (UNKNOT_VOCABULARY_MEASURE,
                                                     unknot_relief_get_measure (relief));
  /* Translators: %s is what was tried, such as “Heat”. */
  g_autofree char *question = g_strdup_printf (_("%s: did it help?"), measure);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", question,
                                   "wrap", TRUE,
                                   "xalign", 0.0,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   NULL);
  GtkWidget *chips = unknot_code_chips_new_vocabulary (UNKNOT_CODE_CHIPS_ONE_OR_NONE, question,
                                                       UNKNOT_VOCABULARY_EFFECT);

  gtk_widget_set_name (box, unknot_entry_get_uuid (UNKNOT_ENTRY (relief)));
  unknot_code_chips_set_code (UNKNOT_CODE_CHIPS (chips), unknot_relief_get_effect (relief));
  g_signal_connect_object (chips, "changed", G_CALLBACK (effect_changed_cb), relief,
                           G_CONNECT_DEFAULT);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), chips);
  gtk_box_append (self->effects, box);
}

static void
add_relief (UnknotReliefsEditor *self,
            const char          *measure)
{
  g_autoptr (UnknotRelief) relief = unknot_relief_new (self->moment, measure, NULL);

  g_list_store_append (self->reliefs, relief);
  add_effect (self, relief);
}

static void
remove_relief (UnknotReliefsEditor *self,
               guint                position)
{
  g_autoptr (UnknotEntry) relief =
    g_list_model_get_item (G_LIST_MODEL (self->reliefs), position);
  GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->effects));

  while (!g_str_equal (gtk_widget_get_name (box), unknot_entry_get_uuid (relief)))
    box = gtk_widget_get_next_sibling (box);
  gtk_box_remove (self->effects, box);
  g_list_store_remove (self->reliefs, position);
}

static GStrv
dup_measures (UnknotReliefsEditor *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->reliefs)); i++)
    {
      g_autoptr (UnknotRelief) relief = g_list_model_get_item (G_LIST_MODEL (self->reliefs), i);

      g_strv_builder_add (builder, unknot_relief_get_measure (relief));
    }

  return g_strv_builder_end (builder);
}

/* What was tried more than once has a relief for each time; not chosen any longer, all of them go. */
static void
measures_changed_cb (UnknotReliefsEditor *self)
{
  g_auto (GStrv) chosen = unknot_code_chips_dup_codes (self->measures);
  g_auto (GStrv) had = dup_measures (self);

  for (guint i = g_strv_length (had); i > 0; i--)
    {
      if (!g_strv_contains ((const char *const *) chosen, had[i - 1]))
        remove_relief (self, i - 1);
    }
  for (guint i = 0; chosen[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) had, chosen[i]))
        add_relief (self, chosen[i]);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
unknot_reliefs_editor_finalize (GObject *object)
{
  UnknotReliefsEditor *self = UNKNOT_RELIEFS_EDITOR (object);

  g_clear_object (&self->reliefs);
  g_clear_pointer (&self->moment, unknot_moment_unref);

  G_OBJECT_CLASS (unknot_reliefs_editor_parent_class)->finalize (object);
}

static void
unknot_reliefs_editor_class_init (UnknotReliefsEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_reliefs_editor_finalize;

  /**
   * UnknotReliefsEditor::changed:
   *
   * The person told otherwise.
   */
  signals[CHANGED] = g_signal_new ("changed", UNKNOT_TYPE_RELIEFS_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
unknot_reliefs_editor_init (UnknotReliefsEditor *self)
{
  self->reliefs = g_list_store_new (UNKNOT_TYPE_RELIEF);
  self->measures = UNKNOT_CODE_CHIPS (unknot_code_chips_new_vocabulary (
    UNKNOT_CODE_CHIPS_SEVERAL, _("Tried"), UNKNOT_VOCABULARY_MEASURE));
  self->effects = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->measures));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->effects));
  g_signal_connect_swapped (self->measures, "changed", G_CALLBACK (measures_changed_cb), self);
}

/**
 * unknot_reliefs_editor_new:
 * @reliefs: the #UnknotRelief s to begin with; they are copied
 * @moment: when what is added was tried
 */
GtkWidget *
unknot_reliefs_editor_new (GListModel   *reliefs,
                           UnknotMoment *moment)
{
  UnknotReliefsEditor *self = g_object_new (UNKNOT_TYPE_RELIEFS_EDITOR, NULL);
  g_auto (GStrv) measures = NULL;

  self->moment = unknot_moment_ref (moment);
  for (guint i = 0; i < g_list_model_get_n_items (reliefs); i++)
    {
      g_autoptr (UnknotEntry) relief = g_list_model_get_item (reliefs, i);
      g_autoptr (UnknotEntry) copy = unknot_entry_copy (relief);

      g_list_store_append (self->reliefs, copy);
      add_effect (self, UNKNOT_RELIEF (copy));
    }
  measures = dup_measures (self);
  unknot_code_chips_set_codes (self->measures, (const char *const *) measures);

  return GTK_WIDGET (self);
}

/**
 * unknot_reliefs_editor_get_reliefs:
 *
 * Returns: (transfer none): the #UnknotRelief s as they are told now
 */
GListModel *
unknot_reliefs_editor_get_reliefs (UnknotReliefsEditor *self)
{
  g_return_val_if_fail (UNKNOT_IS_RELIEFS_EDITOR (self), NULL);

  return G_LIST_MODEL (self->reliefs);
}
