/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-dose-editor"

#include "config.h"

#include "unknot-dose-editor.h"

#include "unknot-json.h"
#include "unknot-medicine-limits.h"
#include "unknot-moment-entry.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* What a medicine is told by choosing. */
typedef enum
{
  CHOICE_UNIT,
  CHOICE_INGREDIENT,
  CHOICE_SUPPLY,
  CHOICE_EFFECT,
  N_CHOICES
} Choice;

static const struct
{
  UnknotVocabulary vocabulary;
  const char *title;
  const char *(*get) (UnknotDose *dose);
  gboolean (*set) (UnknotDose  *dose,
                   const char  *code,
                   GError     **error);
} choices[N_CHOICES] = {
  [CHOICE_UNIT] = { UNKNOT_VOCABULARY_UNIT, N_("Counted In"), unknot_dose_get_unit,
                    unknot_dose_set_unit },
  [CHOICE_INGREDIENT] = { UNKNOT_VOCABULARY_INGREDIENT, N_("What Is in It"),
                          unknot_dose_get_ingredient, unknot_dose_set_ingredient },
  [CHOICE_SUPPLY] = { UNKNOT_VOCABULARY_SUPPLY, N_("How You Got It"), unknot_dose_get_supply,
                      unknot_dose_set_supply },
  [CHOICE_EFFECT] = { UNKNOT_VOCABULARY_EFFECT, N_("Did It Help?"), unknot_dose_get_effect,
                      unknot_dose_set_effect },
};

/**
 * UnknotDoseEditor:
 *
 * One medicine that was taken. It is a dose once it has a name and an amount. What is in it follows
 * the name, and a unit a large amount, until the person chooses another.
 */
struct _UnknotDoseEditor
{
  AdwPreferencesGroup parent_instance;

  UnknotDose *dose; /* as it was given, or a new one that is none yet */
  GtkEditable *name;
  GtkEditable *amount;
  AdwComboRow *rows[N_CHOICES];
  gboolean chosen[N_CHOICES]; /* whether it is the person’s, and follows nothing */
  UnknotMomentEntry *taken;
  GtkLabel *fault;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (UnknotDoseEditor, unknot_dose_editor, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* “400” and “0,5”; what may be meant to part thousands is no amount. Negative where it is none. */
static double
parse_amount (const char *text)
{
  g_autofree char *number = g_strstrip (g_strdelimit (g_strdup (text), ",", '.'));
  const char *point = strchr (number, '.');
  double amount;

  if (*number == '\0' || strspn (number, "0123456789.") != strlen (number) ||
      (point != NULL && (strchr (point + 1, '.') != NULL || point[1] == '\0')) ||
      (point != NULL && strlen (point + 1) == 3 && point > number && *number != '0'))
    return -1;

  amount = g_ascii_strtod (number, NULL);

  return isfinite (amount) ? amount : -1;
}

static char *
format_amount (double amount)
{
  return g_strdup_printf ("%.10g", amount);
}

static const char *
get_code (UnknotDoseEditor *self,
          Choice            choice)
{
  guint selected = adw_combo_row_get_selected (self->rows[choice]);

  /* The first is that nothing is said. */
  return selected > 0 && selected != GTK_INVALID_LIST_POSITION
           ? unknot_vocabulary_get_codes (choices[choice].vocabulary)[selected - 1]
           : NULL;
}

static void
set_code (UnknotDoseEditor *self,
          Choice            choice,
          const char       *code)
{
  int place = code != NULL ? unknot_vocabulary_find (choices[choice].vocabulary, code) : -1;

  adw_combo_row_set_selected (self->rows[choice], place + 1);
}

static void
show_fault (UnknotDoseEditor *self,
            const char       *fault)
{
  if (fault != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), fault,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_label_set_label (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
}

/* Returns: (nullable): what is to be read from what is written, to be shown until another is
 *   chosen. */
static const char *
guess_code (UnknotDoseEditor *self,
            Choice            choice)
{
  switch (choice)
    {
    case CHOICE_UNIT:
      return unknot_dose_guess_unit (parse_amount (gtk_editable_get_text (self->amount)));
    case CHOICE_INGREDIENT:
      return unknot_dose_guess_ingredient (gtk_editable_get_text (self->name));
    default:
      return NULL;
    }
}

/* One that is as it would be guessed goes on following. */
static void
note_chosen (UnknotDoseEditor *self)
{
  for (guint i = 0; i < N_CHOICES; i++)
    {
      const char *code = get_code (self, i);

      self->chosen[i] = code != NULL && g_strcmp0 (code, guess_code (self, i)) != 0;
    }
}

static void
follow (UnknotDoseEditor *self,
        Choice            choice)
{
  if (self->filling || self->chosen[choice])
    return;

  self->filling = TRUE;
  set_code (self, choice, guess_code (self, choice));
  self->filling = FALSE;
}

/* A row shows by itself what is said. */
static void
show_missing_unit (UnknotDoseEditor *self)
{
  gboolean is_limited = unknot_medicine_limits_has (get_code (self, CHOICE_INGREDIENT));

  if (get_code (self, CHOICE_UNIT) != NULL)
    return;

  adw_action_row_set_subtitle (
    ADW_ACTION_ROW (self->rows[CHOICE_UNIT]),
    is_limited ? _("Not said. Without it, the amount cannot be compared with the label.")
               : _("Not said"));
}

static void
changed_cb (UnknotDoseEditor *self)
{
  if (self->filling)
    return;

  show_fault (self, NULL);
  show_missing_unit (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
name_changed_cb (UnknotDoseEditor *self)
{
  follow (self, CHOICE_INGREDIENT);
  changed_cb (self);
}

static void
amount_changed_cb (UnknotDoseEditor *self)
{
  follow (self, CHOICE_UNIT);
  changed_cb (self);
}

static void
selected_cb (UnknotDoseEditor *self,
             GParamSpec       *pspec,
             AdwComboRow      *row)
{
  if (self->filling)
    return;

  for (guint i = 0; i < N_CHOICES; i++)
    self->chosen[i] |= self->rows[i] == row;
  changed_cb (self);
}

static void
remove_clicked_cb (UnknotDoseEditor *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static GtkEditable *
add_entry (UnknotDoseEditor *self,
           const char       *title,
           GtkInputPurpose   purpose,
           GCallback         callback)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW,
                                 "title", title,
                                 "input-purpose", purpose,
                                 "activates-default", TRUE,
                                 NULL);

  g_signal_connect_swapped (row, "changed", callback, self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  return GTK_EDITABLE (row);
}

static void
add_choice (UnknotDoseEditor *self,
            Choice            choice)
{
  UnknotVocabulary vocabulary = choices[choice].vocabulary;
  const char *const *codes = unknot_vocabulary_get_codes (vocabulary);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GtkWidget *row;

  gtk_string_list_append (titles, _("Not said"));
  for (guint i = 0; codes[i] != NULL; i++)
    gtk_string_list_append (titles, unknot_vocabulary_get_title (vocabulary, codes[i]));
  row = g_object_new (ADW_TYPE_COMBO_ROW,
                      "title", _(choices[choice].title),
                      "use-subtitle", TRUE,
                      "model", titles,
                      NULL);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (selected_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  self->rows[choice] = ADW_COMBO_ROW (row);
}

static void
add_taken (UnknotDoseEditor *self,
           UnknotClock      *clock)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", _("Taken"),
                                   "xalign", 0.0,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   NULL);
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW,
                                 "activatable", FALSE,
                                 "focusable", FALSE,
                                 "title", _("Taken"),
                                 "child", box,
                                 NULL);

  self->taken = UNKNOT_MOMENT_ENTRY (
    unknot_moment_entry_new (clock, unknot_entry_get_moment (UNKNOT_ENTRY (self->dose)),
                             _("Taken")));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->taken));
  g_signal_connect_swapped (self->taken, "changed", G_CALLBACK (changed_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
add_remove_button (UnknotDoseEditor *self)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON,
                                    "name", "remove",
                                    "icon-name", "user-trash-symbolic",
                                    "tooltip-text", _("Remove This Medicine"),
                                    "valign", GTK_ALIGN_CENTER,
                                    NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "answer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Remove This Medicine"), -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_clicked_cb), self);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
}

static void
fill (UnknotDoseEditor *self)
{
  g_autofree char *amount = format_amount (unknot_dose_get_amount (self->dose));

  gtk_editable_set_text (self->name, unknot_dose_get_name (self->dose));
  gtk_editable_set_text (self->amount, amount);
  for (guint i = 0; i < N_CHOICES; i++)
    set_code (self, i, choices[i].get (self->dose));
  note_chosen (self);
  show_missing_unit (self);
}

static void
unknot_dose_editor_finalize (GObject *object)
{
  UnknotDoseEditor *self = UNKNOT_DOSE_EDITOR (object);

  g_clear_object (&self->dose);

  G_OBJECT_CLASS (unknot_dose_editor_parent_class)->finalize (object);
}

static void
unknot_dose_editor_class_init (UnknotDoseEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_dose_editor_finalize;

  /**
   * UnknotDoseEditor::changed:
   *
   * The person wrote or chose something else.
   */
  signals[CHANGED] = g_signal_new ("changed", UNKNOT_TYPE_DOSE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  /**
   * UnknotDoseEditor::removed:
   *
   * The person takes the medicine back.
   */
  signals[REMOVED] = g_signal_new ("removed", UNKNOT_TYPE_DOSE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
unknot_dose_editor_init (UnknotDoseEditor *self)
{
}

/**
 * unknot_dose_editor_new:
 * @moment: when a new one was taken, for all that is known
 * @dose: (nullable): the dose to edit, which is not changed; %NULL for a new one
 */
GtkWidget *
unknot_dose_editor_new (UnknotClock  *clock,
                        UnknotMoment *moment,
                        UnknotDose   *dose)
{
  UnknotDoseEditor *self = g_object_new (UNKNOT_TYPE_DOSE_EDITOR, "title", _("Medicine"), NULL);

  self->filling = TRUE;
  self->dose = dose != NULL ? UNKNOT_DOSE (unknot_entry_copy (UNKNOT_ENTRY (dose)))
                            : unknot_dose_new (moment, "", 1, NULL);
  self->name = add_entry (self, _("Name"), GTK_INPUT_PURPOSE_FREE_FORM,
                          G_CALLBACK (name_changed_cb));
  self->amount = add_entry (self, _("Amount"), GTK_INPUT_PURPOSE_NUMBER,
                            G_CALLBACK (amount_changed_cb));
  for (guint i = 0; i < N_CHOICES; i++)
    add_choice (self, i);
  add_taken (self, clock);
  add_remove_button (self);
  self->fault = g_object_new (GTK_TYPE_LABEL,
                              "wrap", TRUE, "xalign", 0.0, "visible", FALSE, "margin-top", 6, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "error");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->fault));
  if (dose != NULL)
    fill (self);
  self->filling = FALSE;

  return GTK_WIDGET (self);
}

/**
 * unknot_dose_editor_get_uuid:
 *
 * Returns: the uuid of the dose
 */
const char *
unknot_dose_editor_get_uuid (UnknotDoseEditor *self)
{
  g_return_val_if_fail (UNKNOT_IS_DOSE_EDITOR (self), NULL);

  return unknot_entry_get_uuid (UNKNOT_ENTRY (self->dose));
}

/**
 * unknot_dose_editor_dup_dose:
 *
 * Returns: (transfer full) (nullable): the dose as it is told now; %NULL where that is none yet
 */
UnknotDose *
unknot_dose_editor_dup_dose (UnknotDoseEditor *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  g_autofree char *shown = format_amount (unknot_dose_get_amount (self->dose));
  double amount = parse_amount (gtk_editable_get_text (self->amount));
  UnknotMoment *taken = unknot_moment_entry_get_moment (self->taken);
  g_autoptr (UnknotDose) dose = UNKNOT_DOSE (unknot_entry_copy (UNKNOT_ENTRY (self->dose)));

  /* One whose amount is shown with fewer digits than it has keeps them. */
  if (g_str_equal (gtk_editable_get_text (self->amount), shown))
    amount = unknot_dose_get_amount (self->dose);
  if (*name == '\0' || taken == NULL || !unknot_dose_set_name (dose, name, NULL) ||
      !unknot_dose_set_amount (dose, amount, NULL))
    return NULL;

  unknot_entry_set_moment (UNKNOT_ENTRY (dose), taken);
  for (guint i = 0; i < N_CHOICES; i++)
    choices[i].set (dose, get_code (self, i), NULL);

  return g_steal_pointer (&dose);
}

/**
 * unknot_dose_editor_is_empty:
 *
 * Returns: whether nothing of a medicine is told, nor was before
 */
gboolean
unknot_dose_editor_is_empty (UnknotDoseEditor *self)
{
  g_return_val_if_fail (UNKNOT_IS_DOSE_EDITOR (self), TRUE);

  for (guint i = 0; i < N_CHOICES; i++)
    {
      if (get_code (self, i) != NULL)
        return FALSE;
    }

  return *unknot_dose_get_name (self->dose) == '\0' &&
         *gtk_editable_get_text (self->name) == '\0' &&
         *gtk_editable_get_text (self->amount) == '\0';
}

/**
 * unknot_dose_editor_check:
 *
 * Says below the medicine what is missing, and brings the focus there.
 *
 * Returns: whether it is a dose, or empty
 */
gboolean
unknot_dose_editor_check (UnknotDoseEditor *self)
{
  g_autoptr (UnknotDose) dose = unknot_dose_editor_dup_dose (self);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  if (dose != NULL || unknot_dose_editor_is_empty (self))
    return TRUE;

  if (*name == '\0')
    {
      show_fault (self, _("This medicine has no name yet. Write one, or remove the medicine."));
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
    }
  else if (parse_amount (gtk_editable_get_text (self->amount)) <= 0)
    {
      show_fault (self, _("Write the amount as a number above 0, or remove the medicine."));
      gtk_widget_grab_focus (GTK_WIDGET (self->amount));
    }
  else
    {
      unknot_moment_entry_check (self->taken);
      gtk_widget_child_focus (GTK_WIDGET (self->taken), GTK_DIR_TAB_FORWARD);
    }

  return FALSE;
}

/**
 * unknot_dose_editor_dup_unfinished:
 *
 * Returns: (transfer full): all that is written, be it a dose or not
 */
JsonNode *
unknot_dose_editor_dup_unfinished (UnknotDoseEditor *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonNode *node = json_node_alloc ();

  json_object_set_string_member (object, "uuid", unknot_dose_editor_get_uuid (self));
  json_object_set_string_member (object, "name", gtk_editable_get_text (self->name));
  json_object_set_string_member (object, "amount", gtk_editable_get_text (self->amount));
  for (guint i = 0; i < N_CHOICES; i++)
    {
      if (get_code (self, i) != NULL)
        json_object_set_string_member (object,
                                       unknot_vocabulary_get_name (choices[i].vocabulary),
                                       get_code (self, i));
    }
  json_object_set_member (object, "taken", unknot_moment_entry_dup_written (self->taken));
  json_node_init_object (node, object);

  return node;
}

/**
 * unknot_dose_editor_load_unfinished:
 * @unfinished: from unknot_dose_editor_dup_unfinished()
 *
 * Writes as the person had. What cannot be read is left as it is.
 */
void
unknot_dose_editor_load_unfinished (UnknotDoseEditor *self,
                                    JsonObject       *unfinished)
{
  const char *uuid = unknot_json_find_string (unfinished, "uuid");
  const char *name = unknot_json_find_string (unfinished, "name");
  const char *amount = unknot_json_find_string (unfinished, "amount");

  g_return_if_fail (UNKNOT_IS_DOSE_EDITOR (self));

  self->filling = TRUE;
  if (uuid != NULL)
    unknot_entry_set_uuid (UNKNOT_ENTRY (self->dose), uuid, NULL);
  if (name != NULL)
    gtk_editable_set_text (self->name, name);
  if (amount != NULL)
    gtk_editable_set_text (self->amount, amount);
  for (guint i = 0; i < N_CHOICES; i++)
    set_code (self, i, unknot_json_find_string (
                         unfinished, unknot_vocabulary_get_name (choices[i].vocabulary)));
  unknot_moment_entry_load_written (self->taken, json_object_get_member (unfinished, "taken"));
  note_chosen (self);
  show_missing_unit (self);
  self->filling = FALSE;
}
