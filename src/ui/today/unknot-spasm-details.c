/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-spasm-details"

#include "config.h"

#include "unknot-spasm-details.h"

#include "unknot-code-chips.h"
#include "unknot-dose-editor.h"
#include "unknot-entry-text.h"
#include "unknot-json.h"
#include "unknot-learn-button.h"
#include "unknot-moment-entry.h"
#include "unknot-note-view.h"
#include "unknot-pain-scale.h"
#include "unknot-places-editor.h"
#include "unknot-reliefs-editor.h"

#include <glib/gi18n.h>

/* A reading rides on the button that takes it back. */
#define READING "unknot-reading"

typedef enum
{
  ASPECT_WARNING,
  ASPECT_TRIGGER,
  ASPECT_FEEL,
  ASPECT_SPREADS,
  ASPECT_STOPS,
  N_ASPECTS
} Aspect;

static const struct
{
  UnknotVocabulary vocabulary;
  const char *title;
  const char *topic; /* nullable: the id of a page about it */
} aspects[N_ASPECTS] = {
  [ASPECT_WARNING] = { UNKNOT_VOCABULARY_WARNING, N_("Any of These?"), "learn-warning-signs" },
  [ASPECT_TRIGGER] = { UNKNOT_VOCABULARY_TRIGGER, N_("What Set It Off"), "learn-why" },
  [ASPECT_FEEL] = { UNKNOT_VOCABULARY_FEEL, N_("Feels Like"), "learn-feel" },
  [ASPECT_SPREADS] = { UNKNOT_VOCABULARY_SPREADS, N_("Spreads To"), "learn-sciatica" },
  [ASPECT_STOPS] = { UNKNOT_VOCABULARY_STOPS, N_("Stops Me From"), NULL },
};

typedef enum
{
  SCALE_AT_REST,
  SCALE_ON_MOVING,
  N_SCALES
} Scale;

static const struct
{
  const char *title;
  int (*get) (UnknotEpisode *episode);
  gboolean (*set) (UnknotEpisode *episode,
                   gint64         pain,
                   GError       **error);
} scales[N_SCALES] = {
  [SCALE_AT_REST] = { N_("At Rest"), unknot_episode_get_at_rest, unknot_episode_set_at_rest },
  [SCALE_ON_MOVING] = { N_("On Moving"), unknot_episode_get_on_moving,
                        unknot_episode_set_on_moving },
};

/**
 * UnknotSpasmDetails:
 *
 * All of a spasm that may be told, or not: everything but when it started and how bad it is.
 */
struct _UnknotSpasmDetails
{
  GtkBox parent_instance;

  UnknotClock *clock;
  UnknotMoment *moment; /* when what is added was, for all that is known */
  UnknotEpisode *given; /* as it was at first */
  GPtrArray *removed;   /* of UnknotEntry: what had been taken back before */
  GPtrArray *removed_readings; /* of UnknotReading */

  UnknotCodeChips *aspects[N_ASPECTS];
  UnknotCodeChips *onset;
  GtkWidget *warning;
  UnknotPainScale *scales[N_SCALES];
  GtkWidget *clear_buttons[N_SCALES];
  UnknotPlacesEditor *places;
  GtkWidget *readings_group; /* nullable */
  UnknotReliefsEditor *reliefs;
  GtkBox *doses;
  UnknotCodeChips *ended;
  UnknotMomentEntry *end;
  UnknotNoteView *note;
};

G_DEFINE_FINAL_TYPE (UnknotSpasmDetails, unknot_spasm_details, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static UnknotDoseEditor *
get_next_dose (UnknotSpasmDetails *self,
               UnknotDoseEditor   *after)
{
  GtkWidget *next = after != NULL ? gtk_widget_get_next_sibling (GTK_WIDGET (after))
                                  : gtk_widget_get_first_child (GTK_WIDGET (self->doses));

  return next != NULL ? UNKNOT_DOSE_EDITOR (next) : NULL;
}

static UnknotDoseEditor *
find_dose (UnknotSpasmDetails *self,
           const char         *uuid)
{
  for (UnknotDoseEditor *editor = get_next_dose (self, NULL); editor != NULL;
       editor = get_next_dose (self, editor))
    {
      if (g_strcmp0 (unknot_dose_editor_get_uuid (editor), uuid) == 0)
        return editor;
    }

  return NULL;
}

static UnknotEntry *
find_entry (GListModel *entries,
            const char *uuid)
{
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (UnknotEntry) entry = g_list_model_get_item (entries, i);

      if (g_str_equal (unknot_entry_get_uuid (entry), uuid))
        return entry;
    }

  return NULL;
}

static void
changed_cb (UnknotSpasmDetails *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
show_warning (UnknotSpasmDetails *self)
{
  gtk_widget_set_visible (self->warning,
                          unknot_code_chips_get_code (self->aspects[ASPECT_WARNING]) != NULL);
}

static void
warning_changed_cb (UnknotSpasmDetails *self)
{
  gboolean was_shown = gtk_widget_get_visible (self->warning);

  show_warning (self);
  if (!was_shown && gtk_widget_get_visible (self->warning))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (GTK_LABEL (self->warning)),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
show_clear_buttons (UnknotSpasmDetails *self)
{
  for (guint i = 0; i < N_SCALES; i++)
    gtk_widget_set_visible (self->clear_buttons[i],
                            unknot_pain_scale_get_pain (self->scales[i]) != UNKNOT_PAIN_UNKNOWN);
}

static void
scale_chosen_cb (UnknotSpasmDetails *self)
{
  show_clear_buttons (self);
  changed_cb (self);
}

static void
clear_clicked_cb (GtkWidget       *button,
                  UnknotPainScale *scale)
{
  gtk_widget_grab_focus (GTK_WIDGET (scale));
  unknot_pain_scale_set_pain (scale, UNKNOT_PAIN_UNKNOWN);
  scale_chosen_cb (UNKNOT_SPASM_DETAILS (
    gtk_widget_get_ancestor (GTK_WIDGET (scale), UNKNOT_TYPE_SPASM_DETAILS)));
}

static void
show_end (UnknotSpasmDetails *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->end),
                          g_strcmp0 (unknot_code_chips_get_code (self->ended), "ended") == 0);
}

static void
ended_changed_cb (UnknotSpasmDetails *self)
{
  show_end (self);
  changed_cb (self);
}

static void
dose_removed_cb (UnknotSpasmDetails *self,
                 UnknotDoseEditor   *editor)
{
  gtk_box_remove (self->doses, GTK_WIDGET (editor));
  changed_cb (self);
}

static UnknotDoseEditor *
add_dose (UnknotSpasmDetails *self,
          UnknotDose         *dose)
{
  GtkWidget *editor = unknot_dose_editor_new (self->clock, self->moment, dose);

  g_signal_connect_swapped (editor, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (editor, "removed", G_CALLBACK (dose_removed_cb), self);
  gtk_box_append (self->doses, editor);

  return UNKNOT_DOSE_EDITOR (editor);
}

static void
add_dose_clicked_cb (UnknotSpasmDetails *self)
{
  gtk_widget_child_focus (GTK_WIDGET (add_dose (self, NULL)), GTK_DIR_TAB_FORWARD);
}

/* --- Building --- */

static AdwPreferencesGroup *
add_group (UnknotSpasmDetails *self,
           const char         *title,
           GtkWidget          *child)
{
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", title, NULL);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), child);
  gtk_box_append (GTK_BOX (self), group);

  return ADW_PREFERENCES_GROUP (group);
}

/* @inside: what stands in a group */
static void
add_learn_button (GtkWidget  *inside,
                  const char *topic)
{
  AdwPreferencesGroup *group =
    ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (inside, ADW_TYPE_PREFERENCES_GROUP));

  adw_preferences_group_set_header_suffix (
    group, unknot_learn_button_new (topic, adw_preferences_group_get_title (group)));
}

static UnknotCodeChips *
add_chips (UnknotSpasmDetails  *self,
           UnknotCodeChipsKind  kind,
           const char          *title,
           UnknotVocabulary     vocabulary)
{
  GtkWidget *chips = unknot_code_chips_new_vocabulary (kind, title, vocabulary);

  g_signal_connect_swapped (chips, "changed", G_CALLBACK (changed_cb), self);
  add_group (self, title, chips);

  return UNKNOT_CODE_CHIPS (chips);
}

static void
add_aspect (UnknotSpasmDetails *self,
            UnknotEpisode      *episode,
            Aspect              aspect)
{
  g_auto (GStrv) codes = unknot_episode_dup_codes (episode, aspects[aspect].vocabulary);

  self->aspects[aspect] = add_chips (self, UNKNOT_CODE_CHIPS_SEVERAL, _(aspects[aspect].title),
                                     aspects[aspect].vocabulary);
  unknot_code_chips_set_codes (self->aspects[aspect], (const char *const *) codes);
  if (aspects[aspect].topic != NULL)
    add_learn_button (GTK_WIDGET (self->aspects[aspect]), aspects[aspect].topic);
}

static void
add_warnings (UnknotSpasmDetails *self,
              UnknotEpisode      *episode)
{
  add_aspect (self, episode, ASPECT_WARNING);
  self->warning = g_object_new (
    GTK_TYPE_LABEL,
    "label", _("This could be a sign of something that cannot wait. Save this, then do the "
               "check-up now: it says where to get help, and how soon."),
    "wrap", TRUE,
    "xalign", 0.0,
    "margin-top", 6,
    NULL);
  gtk_widget_add_css_class (self->warning, "why");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (
                               GTK_WIDGET (self->aspects[ASPECT_WARNING]),
                               ADW_TYPE_PREFERENCES_GROUP)),
                             self->warning);
  g_signal_connect_swapped (self->aspects[ASPECT_WARNING], "changed",
                            G_CALLBACK (warning_changed_cb), self);
  show_warning (self);
}

/* It edits the list of @episode itself: who made these details follows that. */
static void
add_where (UnknotSpasmDetails *self,
           UnknotEpisode      *episode)
{
  GtkWidget *editor = unknot_places_editor_new ();

  self->places = UNKNOT_PLACES_EDITOR (editor);
  unknot_places_editor_set_places (self->places, unknot_episode_get_places (episode));
  add_group (self, _("Where"), editor);
  add_learn_button (editor, "learn-what-is");
}

static void
reading_removed_cb (UnknotSpasmDetails *self,
                    GtkWidget          *button)
{
  UnknotEntry *reading = g_object_get_data (G_OBJECT (button), READING);
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  g_ptr_array_add (self->removed_readings, g_object_ref (reading));
  gtk_widget_set_visible (row, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->readings_group), GTK_DIR_TAB_FORWARD);
  changed_cb (self);
}

static void
add_reading (UnknotSpasmDetails  *self,
             AdwPreferencesGroup *group,
             UnknotEntry         *reading)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *title = unknot_entry_text_dup_title (reading);
  g_autofree char *time = unknot_entry_text_dup_details (reading, self->clock);
  /* Translators: how bad it was, and when */
  g_autofree char *name = g_strdup_printf (_("Remove: %s, %s"), title, time);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), time);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "answer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), READING, g_object_ref (reading), g_object_unref);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (reading_removed_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);
}

static void
add_readings (UnknotSpasmDetails *self,
              UnknotEpisode      *episode)
{
  GListModel *readings = unknot_episode_get_readings (episode);
  guint n = g_list_model_get_n_items (readings);

  if (n == 0)
    return;

  self->readings_group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _("How It Was"), NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (UnknotEntry) reading = g_list_model_get_item (readings, i);

      add_reading (self, ADW_PREFERENCES_GROUP (self->readings_group), reading);
    }
  gtk_box_append (GTK_BOX (self), self->readings_group);
}

static void
add_scale (UnknotSpasmDetails *self,
           UnknotEpisode      *episode,
           Scale               scale)
{
  const char *title = _(scales[scale].title);
  GtkWidget *widget = unknot_pain_scale_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Clear"));
  AdwPreferencesGroup *group = add_group (self, title, widget);

  self->scales[scale] = UNKNOT_PAIN_SCALE (widget);
  self->clear_buttons[scale] = button;
  g_object_set (widget,
                "worded", FALSE,
                "label", title,
                "pain", scales[scale].get (episode),
                NULL);
  gtk_widget_add_css_class (button, "flat");
  adw_preferences_group_set_header_suffix (group, button);
  g_signal_connect_swapped (widget, "chosen", G_CALLBACK (scale_chosen_cb), self);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clear_clicked_cb), widget,
                           G_CONNECT_DEFAULT);
}

static void
add_reliefs (UnknotSpasmDetails *self,
             UnknotEpisode      *episode)
{
  GtkWidget *editor =
    unknot_reliefs_editor_new (unknot_episode_get_reliefs (episode), self->moment);

  self->reliefs = UNKNOT_RELIEFS_EDITOR (editor);
  g_signal_connect_swapped (editor, "changed", G_CALLBACK (changed_cb), self);
  add_group (self, _("Tried"), editor);
  add_learn_button (editor, "learn-home-care");
}

static void
medicine_page_activated_cb (GtkWidget *row)
{
  gtk_widget_activate_action (row, "win.explain", "s", "learn-medicine");
}

static GtkWidget *
create_medicine_page_row (void)
{
  GtkWidget *row = g_object_new (ADW_TYPE_BUTTON_ROW,
                                 "title", _("About Medicine"),
                                 "end-icon-name", "go-next-symbolic",
                                 NULL);

  g_signal_connect (row, "activated", G_CALLBACK (medicine_page_activated_cb), NULL);

  return row;
}

static void
add_doses (UnknotSpasmDetails *self,
           UnknotEpisode      *episode)
{
  GListModel *doses = unknot_episode_get_doses (episode);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_button_row_new ();

  self->doses = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->doses));
  for (guint i = 0; i < g_list_model_get_n_items (doses); i++)
    {
      g_autoptr (UnknotDose) dose = g_list_model_get_item (doses, i);

      add_dose (self, dose);
    }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Add Medicine"));
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (row), "list-add-symbolic");
  g_signal_connect_swapped (row, "activated", G_CALLBACK (add_dose_clicked_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_medicine_page_row ());
  gtk_box_append (GTK_BOX (self), group);
}

static void
add_end (UnknotSpasmDetails *self,
         UnknotEpisode      *episode)
{
  UnknotMoment *end = unknot_episode_get_end (episode);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *ended = unknot_code_chips_new (UNKNOT_CODE_CHIPS_ONE, _("Ended"));
  GtkWidget *entry;
  g_autoptr (UnknotMoment) now = unknot_moment_new_now (self->clock);

  entry = unknot_moment_entry_new (self->clock, end != NULL ? end : now, _("Ended"));
  self->ended = UNKNOT_CODE_CHIPS (ended);
  self->end = UNKNOT_MOMENT_ENTRY (entry);
  unknot_code_chips_add (self->ended, "not-yet", _("Not yet"));
  unknot_code_chips_add (self->ended, "ended", _("It is over"));
  unknot_code_chips_set_code (self->ended, end != NULL ? "ended" : "not-yet");
  show_end (self);
  gtk_box_append (GTK_BOX (box), ended);
  gtk_box_append (GTK_BOX (box), entry);
  g_signal_connect_swapped (ended, "changed", G_CALLBACK (ended_changed_cb), self);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  add_group (self, _("Ended"), box);
}

static void
add_note (UnknotSpasmDetails *self,
          UnknotEpisode      *episode)
{
  GtkWidget *note = unknot_note_view_new (_("Note"), unknot_episode_get_note (episode));

  self->note = UNKNOT_NOTE_VIEW (note);
  g_signal_connect_swapped (note, "changed", G_CALLBACK (changed_cb), self);
  add_group (self, _("Note"), note);
}

static void
build (UnknotSpasmDetails *self,
       UnknotEpisode      *episode)
{
  add_warnings (self, episode);
  add_where (self, episode);
  self->onset = add_chips (self, UNKNOT_CODE_CHIPS_ONE_OR_NONE, _("How It Began"),
                           UNKNOT_VOCABULARY_ONSET);
  unknot_code_chips_set_code (self->onset, unknot_episode_get_onset (episode));
  add_aspect (self, episode, ASPECT_TRIGGER);
  add_aspect (self, episode, ASPECT_FEEL);
  for (guint i = 0; i < N_SCALES; i++)
    add_scale (self, episode, i);
  show_clear_buttons (self);
  add_aspect (self, episode, ASPECT_SPREADS);
  add_aspect (self, episode, ASPECT_STOPS);
  add_readings (self, episode);
  add_reliefs (self, episode);
  add_doses (self, episode);
  add_end (self, episode);
  add_note (self, episode);
}

static void
unknot_spasm_details_dispose (GObject *object)
{
  UnknotSpasmDetails *self = UNKNOT_SPASM_DETAILS (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->given);

  G_OBJECT_CLASS (unknot_spasm_details_parent_class)->dispose (object);
}

static void
unknot_spasm_details_finalize (GObject *object)
{
  UnknotSpasmDetails *self = UNKNOT_SPASM_DETAILS (object);

  g_clear_pointer (&self->moment, unknot_moment_unref);
  g_ptr_array_unref (self->removed);
  g_ptr_array_unref (self->removed_readings);

  G_OBJECT_CLASS (unknot_spasm_details_parent_class)->finalize (object);
}

static void
unknot_spasm_details_class_init (UnknotSpasmDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = unknot_spasm_details_dispose;
  object_class->finalize = unknot_spasm_details_finalize;

  /**
   * UnknotSpasmDetails::changed:
   *
   * The person told something else.
   */
  signals[CHANGED] = g_signal_new ("changed", UNKNOT_TYPE_SPASM_DETAILS, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
unknot_spasm_details_init (UnknotSpasmDetails *self)
{
  self->removed = g_ptr_array_new_with_free_func (g_object_unref);
  self->removed_readings = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
}

/**
 * unknot_spasm_details_new:
 * @episode: what to begin with, which is not changed
 */
GtkWidget *
unknot_spasm_details_new (UnknotClock   *clock,
                          UnknotEpisode *episode)
{
  UnknotSpasmDetails *self = g_object_new (UNKNOT_TYPE_SPASM_DETAILS, NULL);

  self->clock = g_object_ref (clock);
  self->given = UNKNOT_EPISODE (unknot_entry_copy (UNKNOT_ENTRY (episode)));
  self->moment = unknot_episode_get_end (episode) != NULL
                   ? unknot_moment_ref (unknot_episode_get_start (episode))
                   : unknot_moment_new_now (clock);
  build (self, episode);

  return GTK_WIDGET (self);
}

/* --- Taking --- */

static void
write_reliefs (UnknotSpasmDetails *self,
               UnknotEpisode      *episode)
{
  GListModel *told = unknot_reliefs_editor_get_reliefs (self->reliefs);
  GListModel *had = unknot_episode_get_reliefs (episode);

  while (g_list_model_get_n_items (had) > 0)
    {
      g_autoptr (UnknotEntry) entry = g_list_model_get_item (had, 0);

      unknot_episode_remove (episode, entry);
    }
  for (guint i = 0; i < g_list_model_get_n_items (told); i++)
    {
      g_autoptr (UnknotEntry) entry = g_list_model_get_item (told, i);
      g_autoptr (UnknotEntry) copy = unknot_entry_copy (entry);

      unknot_episode_add (episode, copy);
    }
}

/* One that is none any longer stays as it was until it is one again, or removed. */
static void
write_doses (UnknotSpasmDetails *self,
             UnknotEpisode      *episode)
{
  GListModel *had = unknot_episode_get_doses (episode);

  for (guint i = g_list_model_get_n_items (had); i > 0; i--)
    {
      g_autoptr (UnknotEntry) entry = g_list_model_get_item (had, i - 1);

      if (find_dose (self, unknot_entry_get_uuid (entry)) == NULL)
        unknot_episode_remove (episode, entry);
    }
  for (UnknotDoseEditor *editor = get_next_dose (self, NULL); editor != NULL;
       editor = get_next_dose (self, editor))
    {
      g_autoptr (UnknotDose) dose = unknot_dose_editor_dup_dose (editor);
      UnknotEntry *entry = find_entry (had, unknot_dose_editor_get_uuid (editor));

      if (dose == NULL)
        continue;
      if (entry != NULL)
        unknot_episode_remove (episode, entry);
      unknot_episode_add (episode, UNKNOT_ENTRY (dose));
    }
}

static void
write_readings (UnknotSpasmDetails *self,
                UnknotEpisode      *episode)
{
  for (guint i = 0; i < self->removed_readings->len; i++)
    {
      UnknotEntry *removed = g_ptr_array_index (self->removed_readings, i);
      UnknotEntry *reading = find_entry (unknot_episode_get_readings (episode),
                                         unknot_entry_get_uuid (removed));

      if (reading != NULL)
        unknot_episode_remove (episode, reading);
    }
}

static gboolean
write_end (UnknotSpasmDetails *self,
           UnknotEpisode      *episode,
           GError            **error)
{
  UnknotMoment *end = unknot_moment_entry_get_moment (self->end);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->end)))
    return unknot_episode_set_end (episode, NULL, error);

  return end == NULL || unknot_episode_set_end (episode, end, error);
}

/**
 * unknot_spasm_details_set_pain:
 * @pain: how bad the spasm is: of a place that is added, too
 */
void
unknot_spasm_details_set_pain (UnknotSpasmDetails *self,
                               int                 pain)
{
  g_return_if_fail (UNKNOT_IS_SPASM_DETAILS (self));

  unknot_places_editor_set_default_pain (self->places, pain);
}

/**
 * unknot_spasm_details_tell_end:
 *
 * Takes it that the spasm is over, and brings the focus to when that was.
 */
void
unknot_spasm_details_tell_end (UnknotSpasmDetails *self)
{
  g_return_if_fail (UNKNOT_IS_SPASM_DETAILS (self));

  unknot_code_chips_set_code (self->ended, "ended");
  show_end (self);
  gtk_widget_child_focus (GTK_WIDGET (self->end), GTK_DIR_TAB_FORWARD);
}

/**
 * unknot_spasm_details_write_to:
 * @episode: takes what is told; what cannot be taken yet is left out
 */
void
unknot_spasm_details_write_to (UnknotSpasmDetails *self,
                               UnknotEpisode      *episode)
{
  g_autofree char *note = NULL;

  g_return_if_fail (UNKNOT_IS_SPASM_DETAILS (self));

  for (guint i = 0; i < N_ASPECTS; i++)
    {
      g_auto (GStrv) codes = unknot_code_chips_dup_codes (self->aspects[i]);

      unknot_episode_set_codes (episode, aspects[i].vocabulary, (const char *const *) codes, NULL);
    }
  unknot_episode_set_onset (episode, unknot_code_chips_get_code (self->onset), NULL);
  for (guint i = 0; i < N_SCALES; i++)
    scales[i].set (episode, unknot_pain_scale_get_pain (self->scales[i]), NULL);
  write_readings (self, episode);
  write_reliefs (self, episode);
  write_doses (self, episode);
  write_end (self, episode, NULL);
  note = unknot_note_view_dup_note (self->note);
  unknot_episode_set_note (episode, note, NULL);
}

/**
 * unknot_spasm_details_check:
 * @episode: with the start that is told
 *
 * Says beside it what cannot be taken, and brings the focus there.
 *
 * Returns: whether all can be taken
 */
gboolean
unknot_spasm_details_check (UnknotSpasmDetails *self,
                            UnknotEpisode      *episode)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (UNKNOT_IS_SPASM_DETAILS (self), FALSE);

  for (UnknotDoseEditor *editor = get_next_dose (self, NULL); editor != NULL;
       editor = get_next_dose (self, editor))
    {
      if (!unknot_dose_editor_check (editor))
        return FALSE;
    }

  if (!gtk_widget_get_visible (GTK_WIDGET (self->end)))
    return TRUE;
  if (unknot_moment_entry_check (self->end) && write_end (self, episode, &error))
    return TRUE;

  if (error != NULL)
    unknot_moment_entry_show_fault (self->end, error->message);
  gtk_widget_child_focus (GTK_WIDGET (self->end), GTK_DIR_TAB_BACKWARD);

  return FALSE;
}

/* Adds each entry of @had that is not in @told any longer. */
static void
add_removed (GPtrArray  *removed,
             GListModel *had,
             GListModel *told)
{
  for (guint i = 0; i < g_list_model_get_n_items (had); i++)
    {
      g_autoptr (UnknotEntry) entry = g_list_model_get_item (had, i);

      if (find_entry (told, unknot_entry_get_uuid (entry)) == NULL)
        g_ptr_array_add (removed, g_steal_pointer (&entry));
    }
}

/**
 * unknot_spasm_details_dup_removed:
 *
 * Returns: (transfer full) (element-type UnknotEntry): the medicines, and what was tried, that the
 *   person took back
 */
GPtrArray *
unknot_spasm_details_dup_removed (UnknotSpasmDetails *self)
{
  g_autoptr (UnknotEpisode) told = UNKNOT_EPISODE (unknot_entry_copy (UNKNOT_ENTRY (self->given)));
  GPtrArray *removed = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (UNKNOT_IS_SPASM_DETAILS (self), removed);

  unknot_spasm_details_write_to (self, told);
  add_removed (removed, unknot_episode_get_readings (self->given),
               unknot_episode_get_readings (told));
  add_removed (removed, unknot_episode_get_reliefs (self->given),
               unknot_episode_get_reliefs (told));
  add_removed (removed, unknot_episode_get_doses (self->given), unknot_episode_get_doses (told));
  for (guint i = 0; i < self->removed->len; i++)
    g_ptr_array_add (removed, g_object_ref (g_ptr_array_index (self->removed, i)));

  return removed;
}

static JsonArray *
make_unfinished_doses (UnknotSpasmDetails *self)
{
  JsonArray *doses = json_array_new ();

  for (UnknotDoseEditor *editor = get_next_dose (self, NULL); editor != NULL;
       editor = get_next_dose (self, editor))
    {
      g_autoptr (UnknotDose) dose = unknot_dose_editor_dup_dose (editor);

      if (dose == NULL && !unknot_dose_editor_is_empty (editor))
        json_array_add_element (doses, unknot_dose_editor_dup_unfinished (editor));
    }

  return doses;
}

/**
 * unknot_spasm_details_dup_unfinished:
 *
 * Returns: (transfer full): what unknot_spasm_details_write_to() cannot say: a medicine without a
 *   name, half a time, what was taken back
 */
JsonNode *
unknot_spasm_details_dup_unfinished (UnknotSpasmDetails *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (GPtrArray) removed = unknot_spasm_details_dup_removed (self);
  JsonArray *readings = json_array_new ();
  JsonArray *reliefs = json_array_new ();
  JsonArray *doses = json_array_new ();
  JsonNode *node = json_node_alloc ();

  for (guint i = 0; i < removed->len; i++)
    {
      UnknotEntry *entry = g_ptr_array_index (removed, i);

      json_array_add_string_element (UNKNOT_IS_DOSE (entry)      ? doses
                                     : UNKNOT_IS_RELIEF (entry) ? reliefs
                                                                : readings,
                                     unknot_entry_get_uuid (entry));
    }
  json_object_set_array_member (object, "removed-readings", readings);
  json_object_set_array_member (object, "removed-reliefs", reliefs);
  json_object_set_array_member (object, "removed-doses", doses);
  json_object_set_array_member (object, "doses", make_unfinished_doses (self));
  if (gtk_widget_get_visible (GTK_WIDGET (self->end)))
    json_object_set_member (object, "end", unknot_moment_entry_dup_written (self->end));
  json_node_init_object (node, object);

  return node;
}

static JsonArray *
find_array (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static void
load_unfinished_doses (UnknotSpasmDetails *self,
                       JsonArray          *doses)
{
  for (guint i = 0; doses != NULL && i < json_array_get_length (doses); i++)
    {
      JsonNode *node = json_array_get_element (doses, i);
      UnknotDoseEditor *editor;

      if (!JSON_NODE_HOLDS_OBJECT (node))
        continue;
      editor = find_dose (self, unknot_json_find_string (json_node_get_object (node), "uuid"));
      if (editor == NULL)
        editor = add_dose (self, NULL);
      unknot_dose_editor_load_unfinished (editor, json_node_get_object (node));
    }
}

/* Only what names it counts for what is to be removed. */
static UnknotEntry *
make_removed (UnknotSpasmDetails *self,
              GType               type)
{
  if (type == UNKNOT_TYPE_DOSE)
    return UNKNOT_ENTRY (unknot_dose_new (self->moment, "", 1, NULL));
  if (type == UNKNOT_TYPE_RELIEF)
    return UNKNOT_ENTRY (unknot_relief_new (self->moment, "other", NULL));

  return UNKNOT_ENTRY (unknot_reading_new (self->moment, 0, NULL));
}

static void
load_removed (UnknotSpasmDetails *self,
              JsonArray          *uuids,
              GType               type)
{
  for (guint i = 0; uuids != NULL && i < json_array_get_length (uuids); i++)
    {
      JsonNode *node = json_array_get_element (uuids, i);
      g_autoptr (UnknotEntry) entry = make_removed (self, type);

      if (unknot_json_is_string (node) &&
          unknot_entry_set_uuid (entry, json_node_get_string (node), NULL))
        g_ptr_array_add (self->removed, g_steal_pointer (&entry));
    }
}

/**
 * unknot_spasm_details_load_unfinished:
 * @unfinished: (nullable): from unknot_spasm_details_dup_unfinished()
 *
 * Writes as the person had. What cannot be read is left as it is.
 */
void
unknot_spasm_details_load_unfinished (UnknotSpasmDetails *self,
                                      JsonNode           *unfinished)
{
  JsonObject *object;

  g_return_if_fail (UNKNOT_IS_SPASM_DETAILS (self));

  if (unfinished == NULL || !JSON_NODE_HOLDS_OBJECT (unfinished))
    return;

  object = json_node_get_object (unfinished);
  load_unfinished_doses (self, find_array (object, "doses"));
  load_removed (self, find_array (object, "removed-readings"), UNKNOT_TYPE_READING);
  load_removed (self, find_array (object, "removed-reliefs"), UNKNOT_TYPE_RELIEF);
  load_removed (self, find_array (object, "removed-doses"), UNKNOT_TYPE_DOSE);
  if (json_object_has_member (object, "end"))
    {
      unknot_code_chips_set_code (self->ended, "ended");
      unknot_moment_entry_load_written (self->end, json_object_get_member (object, "end"));
      show_end (self);
    }
}
