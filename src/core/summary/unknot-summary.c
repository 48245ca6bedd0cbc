/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary"

#include "config.h"

#include "unknot-summary-private.h"

#include "unknot-advice-item.h"
#include "unknot-history-private.h"
#include "unknot-summary-words.h"
#include "unknot-trends-private.h"

#include <glib/gi18n-lib.h>

/**
 * UnknotSummary:
 *
 * What the diary says of a period to a doctor: what the patient told, and no diagnosis. It never
 * changes.
 */

G_DEFINE_FINAL_TYPE (UnknotSummary, unknot_summary, G_TYPE_OBJECT)

typedef struct
{
  UnknotSummary *summary;
  gboolean with_entries;
  GCancellable *cancellable; /* nullable */
} Loading;

static void
free_loading (gpointer data)
{
  Loading *loading = data;

  g_clear_object (&loading->summary);
  g_clear_object (&loading->cancellable);
  g_free (loading);
}

static void
free_medicine (gpointer data)
{
  UnknotSummaryMedicine *medicine = data;

  g_free (medicine->name);
  g_free (medicine);
}

static void
clear_note (gpointer data)
{
  UnknotSummaryNote *note = data;

  g_free (note->text);
}

/* --- Loading --- */

static gboolean
ask_in_thread (UnknotDatabase  *database,
               gpointer         data,
               GError         **error)
{
  Loading *loading = data;
  UnknotSummary *summary = loading->summary;

  return unknot_summary_ask (summary, database, loading->cancellable, error) &&
         unknot_trends_ask (summary->trends, database, FALSE, error) &&
         (!loading->with_entries ||
          unknot_summary_ask_entries (summary, database, loading->cancellable, error));
}

static void
asked (GTask *task)
{
  Loading *loading = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&loading->summary), g_object_unref);
}

static void
unknot_summary_finalize (GObject *object)
{
  UnknotSummary *self = UNKNOT_SUMMARY (object);

  g_clear_object (&self->protocol);
  g_clear_object (&self->history);
  g_clear_object (&self->trends);
  g_array_unref (self->codes);
  g_array_unref (self->dangers);
  g_array_unref (self->dangers_before);
  g_array_unref (self->notes);
  g_ptr_array_unref (self->medicines);
  g_array_unref (self->excesses);
  g_clear_object (&self->check);
  unknot_saved_checkup_clear (&self->checkup);
  g_clear_object (&self->worst_check);
  unknot_saved_checkup_clear (&self->worst_checkup);
  g_clear_pointer (&self->entries, unknot_summary_section_free);

  G_OBJECT_CLASS (unknot_summary_parent_class)->finalize (object);
}

static void
unknot_summary_class_init (UnknotSummaryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_summary_finalize;
}

static void
unknot_summary_init (UnknotSummary *self)
{
  self->codes = g_array_new (FALSE, FALSE, sizeof (UnknotSummaryCode));
  self->dangers = g_array_new (FALSE, FALSE, sizeof (UnknotSummaryDanger));
  self->dangers_before = g_array_new (FALSE, FALSE, sizeof (UnknotSummaryDanger));
  self->notes = g_array_new (FALSE, FALSE, sizeof (UnknotSummaryNote));
  g_array_set_clear_func (self->notes, clear_note);
  self->medicines = g_ptr_array_new_with_free_func (free_medicine);
  self->excesses = g_array_new (FALSE, FALSE, sizeof (UnknotSummaryExcess));
}

/**
 * unknot_summary_load_async:
 * @protocol: what the questions of the check-up are
 * @period: the days, as unknot_history_load_async() takes them
 * @first_weekday: with which weeks begin
 * @with_entries: whether %UNKNOT_SUMMARY_ENTRIES is wanted: that takes the longer, the more there
 *   are
 * @cancellable: (nullable): for when another period is wanted meanwhile
 *
 * Finds out beside the main loop what the diary says of a period.
 */
void
unknot_summary_load_async (UnknotDiary         *diary,
                           UnknotProtocol      *protocol,
                           const UnknotPeriod  *period,
                           GDateWeekday         first_weekday,
                           gboolean             with_entries,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Loading *loading;

  g_return_if_fail (UNKNOT_IS_DIARY (diary));
  g_return_if_fail (UNKNOT_IS_PROTOCOL (protocol));

  task = g_task_new (diary, cancellable, callback, user_data);
  loading = g_new0 (Loading, 1);
  loading->summary = g_object_new (UNKNOT_TYPE_SUMMARY, NULL);
  loading->summary->protocol = g_object_ref (protocol);
  loading->summary->first_weekday = first_weekday;
  loading->summary->history = unknot_history_new (diary, period, first_weekday);
  loading->summary->trends = unknot_trends_new (diary, first_weekday);
  loading->with_entries = with_entries;
  g_set_object (&loading->cancellable, cancellable);
  g_task_set_source_tag (task, unknot_summary_load_async);
  g_task_set_task_data (task, loading, free_loading);
  unknot_diary_run (diary, task, ask_in_thread, asked);
}

/**
 * unknot_summary_load_finish:
 *
 * Returns: (transfer full) (nullable): the summary; %NULL with @error set where it could not be
 *   found out, or with %G_IO_ERROR_CANCELLED
 */
UnknotSummary *
unknot_summary_load_finish (UnknotDiary   *diary,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, diary), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * unknot_summary_get_history:
 *
 * Returns: (transfer none): what to draw of it
 */
UnknotHistory *
unknot_summary_get_history (UnknotSummary *self)
{
  g_return_val_if_fail (UNKNOT_IS_SUMMARY (self), NULL);

  return self->history;
}

/**
 * unknot_summary_get_first_weekday:
 *
 * Returns: with which weeks begin in it
 */
GDateWeekday
unknot_summary_get_first_weekday (UnknotSummary *self)
{
  g_return_val_if_fail (UNKNOT_IS_SUMMARY (self), G_DATE_MONDAY);

  return self->first_weekday;
}

/* --- What its parts share --- */

/* Whether the period goes up to today: then what is so today belongs to it. */
gboolean
unknot_summary_is_current (UnknotSummary *self)
{
  return unknot_history_get_period (self->history)->last_day >=
         unknot_history_get_today (self->history);
}

/* Returns: what the question is about, in a few words. */
const char *
unknot_summary_get_question (UnknotSummary *self,
                             const char    *id)
{
  UnknotQuestion *question =
    unknot_questionnaire_lookup (unknot_protocol_get_questionnaire (self->protocol), id);

  return question != NULL ? unknot_question_get_short_text (question) : id;
}

/* Returns: of how many spasms it was told. */
int
unknot_summary_count_code (UnknotSummary    *self,
                           UnknotVocabulary  aspect,
                           const char       *code)
{
  for (guint i = 0; i < self->codes->len; i++)
    {
      const UnknotSummaryCode *found = &g_array_index (self->codes, UnknotSummaryCode, i);

      if (found->aspect == aspect && g_str_equal (found->code, code))
        return found->n;
    }

  return 0;
}

int
unknot_summary_count_trigger (UnknotSummary *self,
                              const char    *code)
{
  guint n;
  const UnknotHistoryTrigger *triggers = unknot_history_get_triggers (self->history, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (triggers[i].code, code))
      return triggers[i].n_spasms;

  return 0;
}

/* --- What it says --- */

/**
 * unknot_summary_get_title:
 *
 * Returns: what stands above it
 */
const char *
unknot_summary_get_title (void)
{
  return _("Back Spasms: Summary for the Doctor");
}

/**
 * unknot_summary_get_notice:
 *
 * Returns: what stands at the foot of each of its pages
 */
const char *
unknot_summary_get_notice (void)
{
  return _("Reported by the patient and made with Unknot. It is not a medical record, and holds no "
           "diagnosis.");
}

/**
 * unknot_summary_dup_person:
 *
 * Returns: (transfer full) (nullable): whose it is; %NULL where nothing was typed
 */
char *
unknot_summary_dup_person (const UnknotSummaryChoice *choice)
{
  g_autofree char *name =
    choice->name != NULL ? unknot_summary_words_dup_name (choice->name)
                         : g_strdup ("");
  g_autofree char *born =
    choice->born != NULL ? unknot_summary_words_dup_name (choice->born)
                         : g_strdup ("");

  if (*name != '\0' && *born != '\0')
    /* Translators: a name, and a date of birth */
    return g_strdup_printf (_("%s, born %s"), name, born);
  if (*born != '\0')
    return g_strdup_printf (_("Born %s"), born);

  return *name != '\0' ? g_steal_pointer (&name) : NULL;
}

/**
 * unknot_summary_dup_period:
 *
 * Returns: (transfer full): of which days it is, of how many of those there is anything, and of
 *   which day it is itself
 */
char *
unknot_summary_dup_period (UnknotSummary *self)
{
  g_autofree char *period = NULL;
  g_autofree char *today = NULL;
  g_autofree char *entered = NULL;
  guint n;

  g_return_val_if_fail (UNKNOT_IS_SUMMARY (self), NULL);

  n = unknot_period_get_n_days (unknot_history_get_period (self->history));
  period = unknot_summary_words_dup_period (unknot_history_get_period (self->history));
  today = unknot_summary_words_dup_day (unknot_history_get_today (self->history));
  entered = g_strdup_printf (ngettext ("entries on %u of %u day", "entries on %u of %u days", n),
                             (guint) unknot_history_get_n_entered (self->history), n);

  /* Translators: a period, on how many days of it there are entries, and the day it was made */
  return g_strdup_printf (_("%s · %s · made on %s"), period, entered, today);
}

static void
add_notes (UnknotSummary *self,
           GPtrArray     *sections)
{
  UnknotSummarySection *section =
    unknot_summary_section_new (UNKNOT_SUMMARY_NOTES, _("In My Own Words"));
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  UnknotSummaryLine *line;

  for (guint i = 0; i < self->notes->len; i++)
    {
      const UnknotSummaryNote *note = &g_array_index (self->notes, UnknotSummaryNote, i);
      g_autofree char *day = unknot_summary_words_dup_day (note->day);

      /* Translators: a day, and what was noted of it */
      g_strv_builder_take (items, g_strdup_printf (_("%s: %s"), day, note->text));
    }
  line = unknot_summary_section_add_items (section, NULL, items);
  if (line == NULL)
    line = unknot_summary_section_add (section, NULL, _("There are no notes of this period."));
  line->apart = TRUE;
  line->n_more = self->n_notes - (int) self->notes->len;
  g_ptr_array_add (sections, section);
}

static void
add_own (GPtrArray          *sections,
         UnknotSummaryPart   part,
         const char         *title,
         const char *const  *own,
         GPtrArray          *suggestions)
{
  g_autoptr (UnknotSummarySection) section = unknot_summary_section_new (part, title);
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) told = NULL;
  UnknotSummaryLine *line;

  for (guint i = 0; own != NULL && own[i] != NULL; i++)
    g_strv_builder_take (lines, unknot_summary_words_dup_line (own[i]));
  told = g_strv_builder_end (lines);
  g_strv_builder_addv (items, (const char **) told);
  line = unknot_summary_section_add_items (section, NULL, items);
  if (line != NULL)
    {
      line->weight = UNKNOT_SUMMARY_OWN;
      line->continued = part == UNKNOT_SUMMARY_QUESTIONS;
    }
  for (guint i = 0; suggestions != NULL && i < suggestions->len; i++)
    {
      const char *text = unknot_advice_item_get_text (g_ptr_array_index (suggestions, i));

      /* What the person took up is the person's own. */
      if (!g_strv_contains ((const char *const *) told, text))
        g_strv_builder_add (items, text);
    }
  /* Translators: questions that Unknot suggests to ask follow */
  line = unknot_summary_section_add_items (section, C_("questions", "Suggested"), items);
  if (section->lines->len == 0)
    return;

  for (guint i = 0; i < section->lines->len; i++)
    ((UnknotSummaryLine *) g_ptr_array_index (section->lines, i))->apart = TRUE;
  /* What the person wants to ask comes first. */
  if (line != NULL && section->lines->len > 1)
    {
      line->weight = UNKNOT_SUMMARY_SPARE;
      line->yields = TRUE;
    }
  g_ptr_array_add (sections, g_steal_pointer (&section));
}

static void
add_entries (UnknotSummary *self,
             GPtrArray     *sections)
{
  UnknotSummarySection *section;

  if (self->entries == NULL)
    return;

  section = unknot_summary_section_new (UNKNOT_SUMMARY_ENTRIES, self->entries->title);
  section->columns = g_strdupv (self->entries->columns);
  g_ptr_array_unref (section->rows);
  section->rows = g_ptr_array_ref (self->entries->rows);
  g_ptr_array_add (sections, section);
}

/**
 * unknot_summary_make_sections:
 *
 * Returns: (transfer full) (element-type UnknotSummarySection): what it says, in the order of
 *   #UnknotSummaryPart
 */
GPtrArray *
unknot_summary_make_sections (UnknotSummary             *self,
                              const UnknotSummaryChoice *choice)
{
  static UnknotSummarySection *(*const makers[]) (UnknotSummary *) = {
    [UNKNOT_SUMMARY_GLANCE] = unknot_summary_make_glance,
    [UNKNOT_SUMMARY_CHECKUP] = unknot_summary_make_checkup,
    [UNKNOT_SUMMARY_PAIN] = unknot_summary_make_pain,
    [UNKNOT_SUMMARY_STORY] = unknot_summary_make_story,
    [UNKNOT_SUMMARY_PLACES] = unknot_summary_make_places,
    [UNKNOT_SUMMARY_FUNCTION] = unknot_summary_make_function,
    [UNKNOT_SUMMARY_MEDICINE] = unknot_summary_make_medicine,
    [UNKNOT_SUMMARY_MEASURES] = unknot_summary_make_measures,
    [UNKNOT_SUMMARY_CONDITIONS] = unknot_summary_make_conditions,
  };
  GPtrArray *sections =
    g_ptr_array_new_with_free_func ((GDestroyNotify) unknot_summary_section_free);
  g_autoptr (GPtrArray) suggestions = NULL;

  g_return_val_if_fail (UNKNOT_IS_SUMMARY (self), sections);

  for (guint part = 0; part < G_N_ELEMENTS (makers); part++)
    {
      UnknotSummarySection *section =
        (choice->parts & UNKNOT_SUMMARY_SET (part)) != 0 ? makers[part] (self) : NULL;

      if (section != NULL)
        g_ptr_array_add (sections, section);
    }
  if ((choice->parts & UNKNOT_SUMMARY_SET (UNKNOT_SUMMARY_GOALS)) != 0)
    add_own (sections, UNKNOT_SUMMARY_GOALS, _("My Goals"), choice->goals, NULL);
  suggestions = unknot_summary_dup_suggestions (self);
  if ((choice->parts & UNKNOT_SUMMARY_SET (UNKNOT_SUMMARY_QUESTIONS)) != 0)
    add_own (sections, UNKNOT_SUMMARY_QUESTIONS, _("Questions for This Visit"),
             choice->questions, suggestions);
  if ((choice->parts & UNKNOT_SUMMARY_SET (UNKNOT_SUMMARY_NOTES)) != 0)
    add_notes (self, sections);
  if ((choice->parts & UNKNOT_SUMMARY_SET (UNKNOT_SUMMARY_ENTRIES)) != 0)
    add_entries (self, sections);

  return sections;
}
