/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-entry-filter"

#include "config.h"

#include "unknot-entry-filter.h"

#include "unknot-pain.h"

/**
 * UnknotEntryFilter:
 *
 * Which entries are wanted: those for which all holds that it says. It never changes; each of
 * `unknot_entry_filter_with_…` () makes another of it.
 */
struct _UnknotEntryFilter
{
  GObject parent_instance;

  gboolean spasms_only;
  const char *area;    /* nullable */
  const char *trigger; /* nullable */
  int worst_from;
  int worst_to;
  UnknotTreatmentKind treatment_kind;
  char *treatment; /* nullable */
  int first_day;   /* yyyymmdd, 0 for any */
  int last_day;    /* yyyymmdd, 0 for any */
};

G_DEFINE_FINAL_TYPE (UnknotEntryFilter, unknot_entry_filter, G_TYPE_OBJECT)

static UnknotEntryFilter *
copy (UnknotEntryFilter *self)
{
  UnknotEntryFilter *copied = unknot_entry_filter_new ();

  copied->spasms_only = self->spasms_only;
  copied->area = self->area;
  copied->trigger = self->trigger;
  copied->worst_from = self->worst_from;
  copied->worst_to = self->worst_to;
  copied->treatment_kind = self->treatment_kind;
  copied->treatment = g_strdup (self->treatment);
  copied->first_day = self->first_day;
  copied->last_day = self->last_day;

  return copied;
}

static void
unknot_entry_filter_finalize (GObject *object)
{
  UnknotEntryFilter *self = UNKNOT_ENTRY_FILTER (object);

  g_free (self->treatment);

  G_OBJECT_CLASS (unknot_entry_filter_parent_class)->finalize (object);
}

static void
unknot_entry_filter_class_init (UnknotEntryFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_entry_filter_finalize;
}

static void
unknot_entry_filter_init (UnknotEntryFilter *self)
{
  self->worst_to = UNKNOT_PAIN_MAX;
}

/**
 * unknot_entry_filter_new:
 *
 * Returns: (transfer full): a filter that leaves nothing out
 */
UnknotEntryFilter *
unknot_entry_filter_new (void)
{
  return g_object_new (UNKNOT_TYPE_ENTRY_FILTER, NULL);
}

/**
 * unknot_entry_filter_with_spasms_only:
 * @spasms_only: whether to leave out all but spasms
 *
 * Returns: (transfer full): the same filter but for that
 */
UnknotEntryFilter *
unknot_entry_filter_with_spasms_only (UnknotEntryFilter *self,
                                      gboolean           spasms_only)
{
  UnknotEntryFilter *other;

  g_return_val_if_fail (UNKNOT_IS_ENTRY_FILTER (self), NULL);

  other = copy (self);
  other->spasms_only = spasms_only;

  return other;
}

/**
 * unknot_entry_filter_with_area:
 * @area: (nullable): where a spasm must have been, on either side: a code of
 *   %UNKNOT_VOCABULARY_AREA; %NULL for anywhere
 *
 * Returns: (transfer full): the same filter but for that
 */
UnknotEntryFilter *
unknot_entry_filter_with_area (UnknotEntryFilter *self,
                               const char        *area)
{
  g_autoptr (UnknotEntryFilter) other = NULL;

  g_return_val_if_fail (UNKNOT_IS_ENTRY_FILTER (self), NULL);

  other = copy (self);
  if (!unknot_vocabulary_take (UNKNOT_VOCABULARY_AREA, area, &other->area, NULL))
    g_return_val_if_reached (NULL);

  return g_steal_pointer (&other);
}

/**
 * unknot_entry_filter_with_trigger:
 * @trigger: (nullable): what must have set off a spasm: a code of %UNKNOT_VOCABULARY_TRIGGER; %NULL
 *   for anything
 *
 * Returns: (transfer full): the same filter but for that
 */
UnknotEntryFilter *
unknot_entry_filter_with_trigger (UnknotEntryFilter *self,
                                  const char        *trigger)
{
  g_autoptr (UnknotEntryFilter) other = NULL;

  g_return_val_if_fail (UNKNOT_IS_ENTRY_FILTER (self), NULL);

  other = copy (self);
  if (!unknot_vocabulary_take (UNKNOT_VOCABULARY_TRIGGER, trigger, &other->trigger, NULL))
    g_return_val_if_reached (NULL);

  return g_steal_pointer (&other);
}

/**
 * unknot_entry_filter_with_worst:
 * @from: the least that the worst of a spasm must have been, 0–10
 * @to: the most, @from–10
 *
 * Returns: (transfer full): the same filter but for that
 */
UnknotEntryFilter *
unknot_entry_filter_with_worst (UnknotEntryFilter *self,
                                int                from,
                                int                to)
{
  UnknotEntryFilter *other;

  g_return_val_if_fail (UNKNOT_IS_ENTRY_FILTER (self), NULL);
  g_return_val_if_fail (from >= 0 && from <= to && to <= UNKNOT_PAIN_MAX, NULL);

  other = copy (self);
  other->worst_from = from;
  other->worst_to = to;

  return other;
}

/**
 * unknot_entry_filter_with_treatment:
 * @kind: what @treatment is
 * @treatment: (nullable): what must have been tried, for a spasm or by itself; %NULL for
 *   %UNKNOT_TREATMENT_NONE alone
 *
 * Returns: (transfer full): the same filter but for that
 */
UnknotEntryFilter *
unknot_entry_filter_with_treatment (UnknotEntryFilter   *self,
                                    UnknotTreatmentKind  kind,
                                    const char          *treatment)
{
  UnknotEntryFilter *other;

  g_return_val_if_fail (UNKNOT_IS_ENTRY_FILTER (self), NULL);
  g_return_val_if_fail ((kind == UNKNOT_TREATMENT_NONE) == (treatment == NULL), NULL);

  other = copy (self);
  other->treatment_kind = kind;
  g_set_str (&other->treatment, treatment);

  return other;
}

/**
 * unknot_entry_filter_with_days:
 * @first_day: the first local day, yyyymmdd; 0 for any
 * @last_day: the last one, yyyymmdd; 0 for any
 *
 * Returns: (transfer full): the same filter but for that
 */
UnknotEntryFilter *
unknot_entry_filter_with_days (UnknotEntryFilter *self,
                               int                first_day,
                               int                last_day)
{
  UnknotEntryFilter *other;

  g_return_val_if_fail (UNKNOT_IS_ENTRY_FILTER (self), NULL);
  g_return_val_if_fail (first_day <= last_day || last_day == 0, NULL);

  other = copy (self);
  other->first_day = first_day;
  other->last_day = last_day;

  return other;
}

gboolean
unknot_entry_filter_is_spasms_only (UnknotEntryFilter *self)
{
  g_return_val_if_fail (UNKNOT_IS_ENTRY_FILTER (self), FALSE);

  return self->spasms_only;
}

/**
 * unknot_entry_filter_get_area:
 *
 * Returns: (nullable): where, a code of %UNKNOT_VOCABULARY_AREA
 */
const char *
unknot_entry_filter_get_area (UnknotEntryFilter *self)
{
  g_return_val_if_fail (UNKNOT_IS_ENTRY_FILTER (self), NULL);

  return self->area;
}

/**
 * unknot_entry_filter_get_trigger:
 *
 * Returns: (nullable): what set it off, a code of %UNKNOT_VOCABULARY_TRIGGER
 */
const char *
unknot_entry_filter_get_trigger (UnknotEntryFilter *self)
{
  g_return_val_if_fail (UNKNOT_IS_ENTRY_FILTER (self), NULL);

  return self->trigger;
}

int
unknot_entry_filter_get_worst_from (UnknotEntryFilter *self)
{
  g_return_val_if_fail (UNKNOT_IS_ENTRY_FILTER (self), 0);

  return self->worst_from;
}

int
unknot_entry_filter_get_worst_to (UnknotEntryFilter *self)
{
  g_return_val_if_fail (UNKNOT_IS_ENTRY_FILTER (self), 0);

  return self->worst_to;
}

UnknotTreatmentKind
unknot_entry_filter_get_treatment_kind (UnknotEntryFilter *self)
{
  g_return_val_if_fail (UNKNOT_IS_ENTRY_FILTER (self), UNKNOT_TREATMENT_NONE);

  return self->treatment_kind;
}

/**
 * unknot_entry_filter_get_treatment:
 *
 * Returns: (nullable): what was tried, as unknot_entry_filter_get_treatment_kind() says
 */
const char *
unknot_entry_filter_get_treatment (UnknotEntryFilter *self)
{
  g_return_val_if_fail (UNKNOT_IS_ENTRY_FILTER (self), NULL);

  return self->treatment;
}

int
unknot_entry_filter_get_first_day (UnknotEntryFilter *self)
{
  g_return_val_if_fail (UNKNOT_IS_ENTRY_FILTER (self), 0);

  return self->first_day;
}

int
unknot_entry_filter_get_last_day (UnknotEntryFilter *self)
{
  g_return_val_if_fail (UNKNOT_IS_ENTRY_FILTER (self), 0);

  return self->last_day;
}

/**
 * unknot_entry_filter_is_empty:
 *
 * Returns: whether nothing is left out
 */
gboolean
unknot_entry_filter_is_empty (UnknotEntryFilter *self)
{
  g_autoptr (UnknotEntryFilter) empty = unknot_entry_filter_new ();

  return unknot_entry_filter_equal (self, empty);
}

gboolean
unknot_entry_filter_equal (UnknotEntryFilter *self,
                           UnknotEntryFilter *other)
{
  g_return_val_if_fail (UNKNOT_IS_ENTRY_FILTER (self), FALSE);
  g_return_val_if_fail (UNKNOT_IS_ENTRY_FILTER (other), FALSE);

  return self->spasms_only == other->spasms_only && self->area == other->area &&
         self->trigger == other->trigger && self->worst_from == other->worst_from &&
         self->worst_to == other->worst_to && self->treatment_kind == other->treatment_kind &&
         g_strcmp0 (self->treatment, other->treatment) == 0 &&
         self->first_day == other->first_day && self->last_day == other->last_day;
}
