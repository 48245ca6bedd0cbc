/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-spasm-dialog"

#include "config.h"

#include "unknot-spasm-dialog.h"

#include "unknot-code-chips.h"
#include "unknot-episode-json.h"
#include "unknot-json.h"
#include "unknot-moment-entry.h"
#include "unknot-pain-scale.h"
#include "unknot-spasm-details.h"

#include <glib/gi18n.h>

/* In pixels; as much of it as there is room for. */
#define DETAILED_HEIGHT 800

/**
 * UnknotSpasmDialog:
 *
 * Logs a spasm by a number and Save, or edits one. What is told goes to a draft as it is told; it
 * is in the diary once #UnknotSpasmDialog::saved is emitted.
 */
struct _UnknotSpasmDialog
{
  AdwDialog parent_instance;

  UnknotDiary *diary;
  UnknotDraft *draft;     /* nullable */
  UnknotEpisode *episode; /* as it was at first; its places as they are told now */
  UnknotMoment *opened;
  gboolean is_new;
  gboolean is_disposed;

  UnknotEpisode *saving; /* nullable: on its way to the diary … */
  GPtrArray *deleting;   /* nullable: … and what is to be deleted after it */

  UnknotCodeChips *when; /* nullable: where the start was told before */
  UnknotMomentEntry *start;
  UnknotSpasmDetails *details; /* nullable: not unfolded yet */
  GtkWidget *discard_button;
  GtkBox *start_box;
  UnknotPainScale *scale;
  GtkLabel *least_label;
  GtkWidget *unfold_group;
  GtkBox *details_box;
  GtkWidget *delete_group;
  AdwBanner *fault_banner;
  GtkWidget *save_button;
  GtkStack *save_stack;
  GtkWidget *save_label;
  GtkWidget *spinner;
};

G_DEFINE_FINAL_TYPE (UnknotSpasmDialog, unknot_spasm_dialog, ADW_TYPE_DIALOG)

enum
{
  DELETED,
  DISCARDED,
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void delete_next (UnknotSpasmDialog *self);

/* --- What is told --- */

static const char *
get_when (UnknotSpasmDialog *self)
{
  return self->when != NULL ? unknot_code_chips_get_code (self->when) : "other";
}

static gboolean
is_other (UnknotSpasmDialog *self)
{
  return g_str_equal (get_when (self), "other");
}

/* The start that is told, or %NULL where what is written is none. */
static UnknotMoment *
dup_start (UnknotSpasmDialog *self)
{
  g_autoptr (GDateTime) opened = unknot_moment_to_date_time (self->opened);
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) local = NULL;
  UnknotMoment *moment;

  if (is_other (self))
    {
      moment = unknot_moment_entry_get_moment (self->start);
      return moment != NULL ? unknot_moment_ref (moment) : NULL;
    }
  if (g_str_equal (get_when (self), "now"))
    return unknot_moment_ref (self->opened);

  zone = g_time_zone_new_identifier (unknot_moment_get_zone (self->opened));
  time = g_date_time_add_minutes (opened, -(int) g_ascii_strtoll (get_when (self), NULL, 10));
  local = zone != NULL ? g_date_time_to_timezone (time, zone) : g_date_time_ref (time);

  return unknot_moment_new (local);
}

static void
write_start (UnknotSpasmDialog *self,
             UnknotEpisode     *episode)
{
  g_autoptr (UnknotMoment) start = dup_start (self);

  if (start == NULL || start == unknot_episode_get_start (episode))
    return;

  unknot_episode_set_start (episode, start, NULL);
  unknot_episode_set_precision (episode, g_str_equal (get_when (self), "now") ? "exact" : "about",
                                NULL);
}

/* The spasm as it is told now: what is not shown is as it was. */
static UnknotEpisode *
collect (UnknotSpasmDialog *self)
{
  UnknotEpisode *episode = UNKNOT_EPISODE (unknot_entry_copy (UNKNOT_ENTRY (self->episode)));

  if (self->details != NULL) /* which tell the end anew */
    unknot_episode_set_end (episode, NULL, NULL);
  write_start (self, episode);
  if (unknot_pain_scale_get_pain (self->scale) != UNKNOT_PAIN_UNKNOWN)
    unknot_episode_set_worst (episode, unknot_pain_scale_get_pain (self->scale), NULL);
  if (self->details != NULL)
    unknot_spasm_details_write_to (self->details, episode);

  return episode;
}

/* What the diary will not go below: how bad it was at a time. */
static int
get_least (UnknotSpasmDialog *self)
{
  GListModel *readings = unknot_episode_get_readings (self->episode);
  int least = unknot_episode_get_current (self->episode);

  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (UnknotReading) reading = g_list_model_get_item (readings, i);

      least = MAX (least, unknot_reading_get_pain (reading));
    }

  return least;
}

/* --- The draft --- */

static GBytes *
make_draft (UnknotSpasmDialog *self)
{
  g_autoptr (UnknotEpisode) episode = collect (self);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_alloc ();
  char *text;

  json_object_set_boolean_member (object, "new", self->is_new);
  json_object_set_boolean_member (object, "chosen", unknot_pain_scale_get_pain (self->scale)
                                                      != UNKNOT_PAIN_UNKNOWN);
  json_object_set_member (object, "spasm", unknot_episode_to_json (episode));
  if (is_other (self))
    json_object_set_member (object, "start", unknot_moment_entry_dup_written (self->start));
  if (self->details != NULL)
    json_object_set_member (object, "unfinished",
                            unknot_spasm_details_dup_unfinished (self->details));
  json_node_init_object (node, object);
  text = json_to_string (node, TRUE);

  return g_bytes_new_take (text, strlen (text));
}

static JsonNode *
parse_draft (UnknotDraft  *draft,
             GError      **error)
{
  g_autoptr (GBytes) content = unknot_draft_load (draft, error);
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (JsonNode) node = NULL;

  if (content == NULL)
    return NULL;

  node = unknot_json_parse (content, faults);
  if (node != NULL)
    unknot_json_as_object (node, _("The draft"), faults);

  return unknot_faults_report (faults, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID, error)
           ? g_steal_pointer (&node)
           : NULL;
}

static UnknotEpisode *
read_draft (JsonNode  *node,
            gboolean  *is_new,
            GError   **error)
{
  JsonObject *object = json_node_get_object (node);

  *is_new = unknot_json_is_true (json_object_get_member (object, "new"));

  return unknot_episode_new_from_json (json_object_get_member (object, "spasm"), error);
}

static void
changed_cb (UnknotSpasmDialog *self)
{
  gtk_widget_set_visible (self->discard_button, TRUE);
  if (self->draft != NULL)
    {
      g_autoptr (GBytes) content = make_draft (self);

      unknot_draft_save (self->draft, content);
    }
}

/* --- Saving --- */

static void
show_saving (UnknotSpasmDialog *self,
             gboolean           saving)
{
  gtk_widget_set_sensitive (self->save_button, !saving);
  gtk_widget_set_sensitive (self->discard_button, !saving);
  adw_dialog_set_can_close (ADW_DIALOG (self), !saving);
  gtk_stack_set_visible_child (self->save_stack, saving ? self->spinner : self->save_label);
}

static void
fail (UnknotSpasmDialog *self,
      const char        *text)
{
  g_clear_object (&self->saving);
  g_clear_pointer (&self->deleting, g_ptr_array_unref);
  if (self->is_disposed)
    return;

  show_saving (self, FALSE);
  adw_banner_set_title (self->fault_banner, text);
  adw_banner_set_revealed (self->fault_banner, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
finish (UnknotSpasmDialog *self)
{
  g_autoptr (UnknotEpisode) saved = g_steal_pointer (&self->saving);

  g_clear_pointer (&self->deleting, g_ptr_array_unref);
  if (self->draft != NULL)
    unknot_draft_clear (self->draft);
  g_signal_emit (self, signals[SAVED], 0, saved);
  if (self->is_disposed)
    return;

  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  adw_dialog_close (ADW_DIALOG (self));
}

/* What was taken back before it was ever saved is not there, which is as well. */
static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (UnknotSpasmDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (unknot_diary_change_finish (UNKNOT_DIARY (source), result, &error) ||
      g_error_matches (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_NOT_FOUND))
    {
      delete_next (self);
      return;
    }

  /* Translators: %s is why, a sentence or more. */
  text = g_strdup_printf (_("The spasm is saved, but what you removed is still in the diary. %s "
                            "Try again."),
                          error->message);
  fail (self, text);
}

static void
delete_next (UnknotSpasmDialog *self)
{
  g_autoptr (UnknotEntry) entry = NULL;

  if (self->deleting->len == 0)
    {
      finish (self);
      return;
    }

  entry = g_ptr_array_steal_index (self->deleting, 0);
  unknot_diary_delete_async (self->diary, entry, deleted_cb, g_object_ref (self));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (UnknotSpasmDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (unknot_diary_change_finish (UNKNOT_DIARY (source), result, &error))
    {
      delete_next (self);
      return;
    }

  /* Translators: %s is why, a sentence or more. */
  text = g_strdup_printf (_("The spasm was not saved. %s Your entry is still here: try again."),
                          error->message);
  fail (self, text);
}

static gboolean
check (UnknotSpasmDialog *self,
       UnknotEpisode     *episode)
{
  if (is_other (self) && !unknot_moment_entry_check (self->start))
    {
      gtk_widget_child_focus (GTK_WIDGET (self->start), GTK_DIR_TAB_BACKWARD);
      return FALSE;
    }

  return self->details == NULL || unknot_spasm_details_check (self->details, episode);
}

static void
save_clicked_cb (UnknotSpasmDialog *self)
{
  g_autoptr (UnknotEpisode) episode = collect (self);

  adw_banner_set_revealed (self->fault_banner, FALSE);
  if (self->saving != NULL || !check (self, episode))
    return;

  show_saving (self, TRUE);
  self->saving = g_object_ref (episode);
  self->deleting = self->details != NULL ? unknot_spasm_details_dup_removed (self->details)
                                         : g_ptr_array_new_with_free_func (g_object_unref);
  unknot_diary_save_async (self->diary, UNKNOT_ENTRY (episode), saved_cb, g_object_ref (self));
}

/* --- What the person does --- */

/* In the diary it is taken out of sight by who made the dialog, and can be brought back there. */
static void
delete_clicked_cb (UnknotSpasmDialog *self)
{
  if (self->draft != NULL)
    unknot_draft_clear (self->draft);
  g_signal_emit (self, signals[DELETED], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
discard_clicked_cb (UnknotSpasmDialog *self)
{
  g_autoptr (GBytes) content = make_draft (self);

  if (self->draft != NULL)
    unknot_draft_clear (self->draft);
  g_signal_emit (self, signals[DISCARDED], 0, content);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
chosen_cb (UnknotSpasmDialog *self,
           int                pain)
{
  int least = get_least (self);

  gtk_widget_set_visible (GTK_WIDGET (self->least_label), pain < least);
  if (pain < least)
    {
      g_autofree char *text = g_strdup_printf (_("You said %d at one time: at its worst, it was at "
                                                 "least that."),
                                               least);

      gtk_label_set_label (self->least_label, text);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      unknot_pain_scale_set_pain (self->scale, least);
    }
  gtk_widget_set_sensitive (self->save_button, self->saving == NULL);
  if (self->details != NULL)
    unknot_spasm_details_set_pain (self->details, unknot_pain_scale_get_pain (self->scale));
  changed_cb (self);
}

static void
when_changed_cb (UnknotSpasmDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->start), is_other (self));
  if (is_other (self))
    gtk_widget_child_focus (GTK_WIDGET (self->start), GTK_DIR_TAB_BACKWARD);
  changed_cb (self);
}

static void
unfold (UnknotSpasmDialog *self)
{
  GtkWidget *details =
    unknot_spasm_details_new (unknot_diary_get_clock (self->diary), self->episode);

  self->details = UNKNOT_SPASM_DETAILS (details);
  unknot_spasm_details_set_pain (self->details, unknot_pain_scale_get_pain (self->scale));
  g_signal_connect_swapped (details, "changed", G_CALLBACK (changed_cb), self);
  gtk_box_append (self->details_box, details);
  gtk_widget_set_visible (GTK_WIDGET (self->details_box), TRUE);
  gtk_widget_set_visible (self->unfold_group, FALSE);
  adw_dialog_set_content_height (ADW_DIALOG (self), DETAILED_HEIGHT);
}

static void
unfold_cb (UnknotSpasmDialog *self)
{
  unfold (self);
  gtk_widget_child_focus (GTK_WIDGET (self->details), GTK_DIR_TAB_FORWARD);
}

static gboolean
save_shortcut_cb (GtkWidget *widget,
                  GVariant  *arguments,
                  gpointer   user_data)
{
  return gtk_widget_activate (UNKNOT_SPASM_DIALOG (widget)->save_button);
}

/* --- Building --- */

static void
add_when (UnknotSpasmDialog *self)
{
  GtkWidget *when = unknot_code_chips_new (UNKNOT_CODE_CHIPS_ONE, _("Started"));

  self->when = UNKNOT_CODE_CHIPS (when);
  unknot_code_chips_add (self->when, "now", _("Now"));
  unknot_code_chips_add (self->when, "15", _("15 Min Ago"));
  unknot_code_chips_add (self->when, "30", _("30 Min"));
  unknot_code_chips_add (self->when, "60", _("1 h"));
  unknot_code_chips_add (self->when, "other", _("Other…"));
  unknot_code_chips_set_code (self->when, "now");
  g_signal_connect_swapped (when, "changed", G_CALLBACK (when_changed_cb), self);
  gtk_box_append (self->start_box, when);
}

static void
add_start (UnknotSpasmDialog *self)
{
  GtkWidget *start = unknot_moment_entry_new (unknot_diary_get_clock (self->diary),
                                              unknot_episode_get_start (self->episode),
                                              _("Started"));

  self->start = UNKNOT_MOMENT_ENTRY (start);
  gtk_widget_set_visible (start, is_other (self));
  g_signal_connect_swapped (start, "changed", G_CALLBACK (changed_cb), self);
  gtk_box_append (self->start_box, start);
}

/* What a draft has that the spasm in it has not. */
static void
resume (UnknotSpasmDialog *self,
        JsonObject        *draft)
{
  unknot_moment_entry_load_written (self->start, json_object_get_member (draft, "start"));
  if (json_object_has_member (draft, "unfinished"))
    {
      if (self->details == NULL)
        unfold (self);
      unknot_spasm_details_load_unfinished (self->details,
                                            json_object_get_member (draft, "unfinished"));
    }
  gtk_widget_set_visible (self->discard_button, TRUE);
}

static void
fill (UnknotSpasmDialog *self,
      gboolean           is_chosen)
{
  adw_dialog_set_title (ADW_DIALOG (self), self->is_new ? _("Log a Spasm") : _("Spasm"));
  add_start (self);
  if (is_chosen)
    unknot_pain_scale_set_pain (self->scale, unknot_episode_get_worst (self->episode));
  gtk_widget_set_sensitive (self->save_button, is_chosen);
  g_signal_connect_object (unknot_episode_get_places (self->episode), "items-changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->delete_group, !self->is_new);
  if (!self->is_new)
    unfold (self);
}

static void
unknot_spasm_dialog_dispose (GObject *object)
{
  UnknotSpasmDialog *self = UNKNOT_SPASM_DIALOG (object);

  self->is_disposed = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_SPASM_DIALOG);

  G_OBJECT_CLASS (unknot_spasm_dialog_parent_class)->dispose (object);
}

static void
unknot_spasm_dialog_finalize (GObject *object)
{
  UnknotSpasmDialog *self = UNKNOT_SPASM_DIALOG (object);

  g_clear_object (&self->diary);
  g_clear_object (&self->draft);
  g_clear_object (&self->episode);
  g_clear_pointer (&self->opened, unknot_moment_unref);

  G_OBJECT_CLASS (unknot_spasm_dialog_parent_class)->finalize (object);
}

static void
unknot_spasm_dialog_class_init (UnknotSpasmDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_spasm_dialog_dispose;
  object_class->finalize = unknot_spasm_dialog_finalize;

  /**
   * UnknotSpasmDialog::deleted:
   *
   * The person wants the spasm to go.
   */
  signals[DELETED] = g_signal_new ("deleted", UNKNOT_TYPE_SPASM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  /**
   * UnknotSpasmDialog::discarded:
   * @content: (type GBytes): what was thrown away; saved to the draft, it is there again
   */
  signals[DISCARDED] = g_signal_new ("discarded", UNKNOT_TYPE_SPASM_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BYTES);

  /**
   * UnknotSpasmDialog::saved:
   * @episode: what is in the diary now
   */
  signals[SAVED] = g_signal_new ("saved", UNKNOT_TYPE_SPASM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, UNKNOT_TYPE_EPISODE);

  g_type_ensure (UNKNOT_TYPE_PAIN_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/today/unknot-spasm-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotSpasmDialog, discard_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotSpasmDialog, start_box);
  gtk_widget_class_bind_template_child (widget_class, UnknotSpasmDialog, scale);
  gtk_widget_class_bind_template_child (widget_class, UnknotSpasmDialog, least_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotSpasmDialog, unfold_group);
  gtk_widget_class_bind_template_child (widget_class, UnknotSpasmDialog, details_box);
  gtk_widget_class_bind_template_child (widget_class, UnknotSpasmDialog, fault_banner);
  gtk_widget_class_bind_template_child (widget_class, UnknotSpasmDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotSpasmDialog, save_stack);
  gtk_widget_class_bind_template_child (widget_class, UnknotSpasmDialog, save_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotSpasmDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, UnknotSpasmDialog, delete_group);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, unfold_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);

  /* Also from a note, where Enter alone begins a line. */
  /* A dialog keeps the application's shortcuts to the window below it. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, GDK_NO_MODIFIER_MASK, "app.help",
                                       NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, save_shortcut_cb,
                                NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, save_shortcut_cb,
                                NULL);
}

static void
unknot_spasm_dialog_init (UnknotSpasmDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* With its first frame: until then the dialog goes through what it holds to find a focus. */
static gboolean
focus_first_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  gtk_widget_grab_focus (widget);

  return G_SOURCE_REMOVE;
}

/* Whether the draft is of what shall be edited. */
static gboolean
is_same (UnknotEpisode *drafted,
         gboolean       is_new,
         UnknotEpisode *episode)
{
  if (episode == NULL)
    return is_new;

  return g_str_equal (unknot_entry_get_uuid (UNKNOT_ENTRY (drafted)),
                      unknot_entry_get_uuid (UNKNOT_ENTRY (episode)));
}

static UnknotSpasmDialog *
create (UnknotDiary *diary,
        UnknotDraft *draft)
{
  UnknotSpasmDialog *self = g_object_new (UNKNOT_TYPE_SPASM_DIALOG, NULL);

  g_set_object (&self->diary, diary);
  g_set_object (&self->draft, draft);
  self->opened = unknot_moment_new_now (unknot_diary_get_clock (diary));

  return self;
}

/**
 * unknot_spasm_dialog_new:
 * @diary: takes the spasm
 * @episode: (nullable): the spasm to edit, which is not changed; %NULL for a new one
 * @draft: (nullable): keeps what is told meanwhile. Where it has something of the same spasm, or of
 *   a new one where @episode is %NULL, the dialog goes on with that; anything else in it is replaced
 *   as soon as something is told
 */
AdwDialog *
unknot_spasm_dialog_new (UnknotDiary   *diary,
                         UnknotEpisode *episode,
                         UnknotDraft   *draft)
{
  UnknotSpasmDialog *self = create (diary, draft);
  g_autoptr (JsonNode) node = draft != NULL ? parse_draft (draft, NULL) : NULL;
  g_autoptr (UnknotEpisode) drafted = NULL;
  gboolean is_new = FALSE;

  self->is_new = episode == NULL;
  if (node != NULL)
    drafted = read_draft (node, &is_new, NULL);

  if (drafted != NULL && is_same (drafted, is_new, episode))
    {
      JsonObject *object = json_node_get_object (node);

      self->is_new = is_new;
      self->episode = g_steal_pointer (&drafted);
      fill (self, unknot_json_is_true (json_object_get_member (object, "chosen")));
      resume (self, object);
      if (self->is_new)
        adw_dialog_set_title (ADW_DIALOG (self), _("Unfinished Entry"));
    }
  else
    {
      if (self->is_new)
        add_when (self);
      self->episode = episode != NULL ? UNKNOT_EPISODE (unknot_entry_copy (UNKNOT_ENTRY (episode)))
                                      : unknot_episode_new (self->opened, 0, NULL);
      fill (self, !self->is_new);
    }

  if (self->is_new)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->scale), focus_first_cb, NULL, NULL);

  return ADW_DIALOG (self);
}

/**
 * unknot_spasm_dialog_new_like:
 * @diary: takes the spasm
 * @like: what is said of it at first; see unknot_episode_new_like()
 * @draft: (nullable): keeps what is told meanwhile, in the place of what is in it
 *
 * Returns: (transfer floating): a dialog that logs a spasm like another
 */
AdwDialog *
unknot_spasm_dialog_new_like (UnknotDiary   *diary,
                              UnknotEpisode *like,
                              UnknotDraft   *draft)
{
  UnknotSpasmDialog *self = create (diary, draft);

  self->is_new = TRUE;
  self->episode = unknot_episode_new_like (like, self->opened);
  add_when (self);
  fill (self, TRUE);
  unfold (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->scale), focus_first_cb, NULL, NULL);

  return ADW_DIALOG (self);
}

static gboolean
focus_end_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       user_data)
{
  unknot_spasm_details_tell_end (UNKNOT_SPASM_DIALOG (widget)->details);

  return G_SOURCE_REMOVE;
}

/**
 * unknot_spasm_dialog_tell_end:
 *
 * Asks when a spasm that is edited ended.
 */
void
unknot_spasm_dialog_tell_end (UnknotSpasmDialog *self)
{
  g_return_if_fail (UNKNOT_IS_SPASM_DIALOG (self));
  g_return_if_fail (self->details != NULL);

  gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_end_cb, NULL, NULL);
}

/**
 * unknot_spasm_dialog_load_draft:
 * @is_new: (out): whether it is not in the diary yet
 * @error: set where there is a draft that cannot be read
 *
 * Looks for a spasm that was told of and not saved; unknot_spasm_dialog_new() goes on with it.
 *
 * Returns: (transfer full) (nullable): the spasm; %NULL without an error where there is none
 */
UnknotEpisode *
unknot_spasm_dialog_load_draft (UnknotDraft  *draft,
                                gboolean     *is_new,
                                GError      **error)
{
  g_autoptr (JsonNode) node = parse_draft (draft, error);

  return node != NULL ? read_draft (node, is_new, error) : NULL;
}
