/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-insights"

#include "config.h"

#include "unknot-insights.h"

#include "unknot-proportion.h"
#include "unknot-vocabulary.h"

/* How often one of a kind may be wrong, all of them together. */
#define ERROR 0.05

/* Of the effects, from this on it helped. */
#define A_LITTLE 2

/**
 * UnknotInsights:
 *
 * What went with what in a period, as far as its history has enough to say so, and what is still
 * needed where it has not. It never changes.
 */
struct _UnknotInsights
{
  GObject parent_instance;

  GArray *found; /* of UnknotInsight */
  GArray *needs; /* of UnknotInsightNeed */
};

G_DEFINE_FINAL_TYPE (UnknotInsights, unknot_insights, G_TYPE_OBJECT)

static void
count (UnknotInsight *insight,
       gboolean       with,
       int            n,
       int            k)
{
  if (with)
    {
      insight->n_with += n;
      insight->k_with += k;
    }
  else
    {
      insight->n_without += n;
      insight->k_without += k;
    }
}

static UnknotInsightNeed
get_need (const UnknotInsight *insight)
{
  return (UnknotInsightNeed) {
    insight->kind, insight->measure, insight->weekday,
    MAX (0, UNKNOT_INSIGHTS_MIN - insight->n_with),
    MAX (0, UNKNOT_INSIGHTS_MIN - insight->n_without),
  };
}

static int
get_total_need (const UnknotInsight *insight)
{
  UnknotInsightNeed need = get_need (insight);

  return need.n_with + need.n_without;
}

static void
compare (UnknotInsight *insight,
         double         level)
{
  insight->level = level;
  insight->difference = insight->k_with / (double) insight->n_with -
                        insight->k_without / (double) insight->n_without;
  unknot_proportion_compare (insight->k_with, insight->n_with, insight->k_without,
                             insight->n_without, level, &insight->low, &insight->high);
  insight->is_clear = insight->low > 0 || insight->high < 0;
}

/* Of several of a kind only what is clear is said; of one that there is nothing to see, too. */
static void
take_kind (UnknotInsights *self,
           UnknotInsight  *insights,
           guint           n)
{
  const UnknotInsight *nearest = &insights[0];
  guint n_enough = 0;

  for (guint i = 0; i < n; i++)
    {
      n_enough += get_total_need (&insights[i]) == 0;
      if (get_total_need (&insights[i]) < get_total_need (nearest))
        nearest = &insights[i];
    }
  if (n_enough == 0)
    {
      UnknotInsightNeed need = get_need (nearest);

      if (nearest->n_with == 0)
        {
          need.measure = NULL;
          need.weekday = G_DATE_BAD_WEEKDAY;
        }
      g_array_append_val (self->needs, need);
      return;
    }

  for (guint i = 0; i < n; i++)
    {
      if (get_total_need (&insights[i]) > 0)
        continue;
      compare (&insights[i], 1 - ERROR / n_enough);
      if (insights[i].is_clear || n == 1)
        g_array_append_val (self->found, insights[i]);
    }
}

static void
take_sleep (UnknotInsights *self,
            UnknotHistory  *history)
{
  UnknotInsight insight = { UNKNOT_INSIGHT_SLEEP };
  const UnknotHistoryDay *days;
  guint n;

  days = unknot_history_get_days (history, &n);
  for (guint i = 1; i + 1 < n; i++)
    {
      if (days[i].sleep == NULL || days[i - 1].has_spasm || !days[i + 1].is_entered)
        continue;
      count (&insight, !g_str_equal (days[i].sleep, "good"), 1,
             days[i].n_spasms > 0 || days[i + 1].n_spasms > 0);
    }
  take_kind (self, &insight, 1);
}

static void
count_measure (UnknotInsight             *insight,
               const UnknotHistoryRelief *relief)
{
  gboolean with = g_strcmp0 (relief->measure, insight->measure) == 0;

  for (guint i = 0; i < UNKNOT_HISTORY_N_EFFECTS; i++)
    count (insight, with, relief->n_effects[i], i >= A_LITTLE ? relief->n_effects[i] : 0);
}

static void
take_measures (UnknotInsights *self,
               UnknotHistory  *history)
{
  UnknotInsight insights[UNKNOT_VOCABULARY_MAX_CODES] = { 0 };
  const UnknotHistoryRelief *reliefs;
  const char *const *codes = unknot_vocabulary_get_codes (UNKNOT_VOCABULARY_MEASURE);
  guint n_reliefs;
  guint n = 0;

  reliefs = unknot_history_get_reliefs (history, &n_reliefs);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      /* Whatever that was, it was not always the same. */
      if (g_str_equal (codes[i], "other"))
        continue;

      insights[n].kind = UNKNOT_INSIGHT_MEASURE;
      insights[n].measure = codes[i];
      for (guint j = 0; j < n_reliefs; j++)
        {
          if (reliefs[j].measure != NULL)
            count_measure (&insights[n], &reliefs[j]);
        }
      n++;
    }
  take_kind (self, insights, n);
}

static void
take_weekdays (UnknotInsights *self,
               UnknotHistory  *history)
{
  UnknotInsight insights[7] = { 0 };
  GDateWeekday weekday =
    unknot_period_get_weekday (unknot_history_get_period (history)->first_day);
  const UnknotHistoryDay *days;
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (insights); i++)
    {
      insights[i].kind = UNKNOT_INSIGHT_WEEKDAY;
      insights[i].weekday = G_DATE_MONDAY + i;
    }

  days = unknot_history_get_days (history, &n);
  for (guint i = 0; i < n; i++, weekday = weekday % 7 + 1)
    {
      for (guint j = 0; days[i].is_entered && j < G_N_ELEMENTS (insights); j++)
        count (&insights[j], insights[j].weekday == weekday, 1, days[i].n_spasms > 0);
    }
  take_kind (self, insights, G_N_ELEMENTS (insights));
}

static void
unknot_insights_finalize (GObject *object)
{
  UnknotInsights *self = UNKNOT_INSIGHTS (object);

  g_array_unref (self->found);
  g_array_unref (self->needs);

  G_OBJECT_CLASS (unknot_insights_parent_class)->finalize (object);
}

static void
unknot_insights_class_init (UnknotInsightsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_insights_finalize;
}

static void
unknot_insights_init (UnknotInsights *self)
{
  self->found = g_array_new (FALSE, FALSE, sizeof (UnknotInsight));
  self->needs = g_array_new (FALSE, FALSE, sizeof (UnknotInsightNeed));
}

UnknotInsights *
unknot_insights_new (UnknotHistory *history)
{
  UnknotInsights *self = g_object_new (UNKNOT_TYPE_INSIGHTS, NULL);

  take_sleep (self, history);
  take_measures (self, history);
  take_weekdays (self, history);

  return self;
}

/**
 * unknot_insights_get_found:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): what can be said: of sleep, once there is enough, in
 *   any case; of measures and weekdays, of which several are compared, only what is clear
 */
const UnknotInsight *
unknot_insights_get_found (UnknotInsights *self,
                           guint          *n)
{
  g_return_val_if_fail (UNKNOT_IS_INSIGHTS (self), NULL);

  *n = self->found->len;

  return (gconstpointer) self->found->data;
}

/**
 * unknot_insights_get_needs:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): what is still needed, for each kind of which nothing
 *   can be compared yet
 */
const UnknotInsightNeed *
unknot_insights_get_needs (UnknotInsights *self,
                           guint          *n)
{
  g_return_val_if_fail (UNKNOT_IS_INSIGHTS (self), NULL);

  *n = self->needs->len;

  return (gconstpointer) self->needs->data;
}
