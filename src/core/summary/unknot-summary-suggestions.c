/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-suggestions"

#include "config.h"

#include "unknot-summary-private.h"

#include "unknot-advice-item.h"

#include <glib/gi18n-lib.h>

/* Something was tried so often before it counts as of no help. */
#define TRIED_OFTEN 6

static gboolean
goes_on (UnknotSummary *self)
{
  return unknot_summary_is_current (self) &&
         unknot_trends_get_duration_days (self->trends) >= UNKNOT_SUMMARY_LONG_RUN;
}

static gboolean
is_more_frequent (UnknotSummary *self)
{
  return unknot_summary_is_current (self) && unknot_trends_get_more_frequent (self->trends) == TRUE;
}

/* Beyond the back, as the protocol's D03 has it. */
static gboolean
spreads (UnknotSummary *self)
{
  static const char *const codes[] = { "one-leg", "arm", "groin", "belly", "elsewhere" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (unknot_summary_count_code (self, UNKNOT_VOCABULARY_SPREADS, codes[i]) > 0)
      return TRUE;

  return FALSE;
}

/* Of all that was tried, what is known to have helped is less than half. */
static gboolean
is_of_no_help (UnknotSummary *self)
{
  guint n;
  const UnknotHistoryRelief *reliefs = unknot_history_get_reliefs (self->history, &n);
  int n_helped = 0, n_told = 0;

  for (guint i = 0; i < n; i++)
    {
      n_helped += reliefs[i].n_effects[2] + reliefs[i].n_effects[3];
      for (guint j = 0; j < UNKNOT_HISTORY_N_EFFECTS; j++)
        n_told += reliefs[i].n_effects[j];
    }

  return n_told >= TRIED_OFTEN && 2 * n_helped < n_told;
}

static gboolean
takes_much (UnknotSummary *self)
{
  return self->excesses->len > 0 ||
         (unknot_summary_is_current (self) &&
          unknot_trends_get_otc_days (self->trends) >= UNKNOT_SUMMARY_LONG_OTC);
}

static gboolean
does_sport (UnknotSummary *self)
{
  return unknot_summary_count_trigger (self, "sport") > 0;
}

static gboolean
sits_badly (UnknotSummary *self)
{
  return unknot_summary_count_trigger (self, "posture") > 1;
}

static gboolean
has_spasms (UnknotSummary *self)
{
  return unknot_history_get_n_spasms (self->history) > 0;
}

/* What matters most first; what fits all comes last. */
static const struct
{
  gboolean (*is_due) (UnknotSummary *);
  const char *text;
  const char *facts[3];
} suggestions[] = {
  { goes_on, N_("The spasms have gone on for two weeks or more: what may lie behind them?"),
    { "S3-37", "S3-38" } },
  { is_more_frequent, N_("The spasms come more often: what may lie behind it, and what else can be "
                         "done?"),
    { "S2-23" } },
  { spreads, N_("The pain spreads: what does that mean?"), { "S3-41", "S4-27" } },
  { takes_much, N_("Which pain medicine is safe for me, how much of it, and for how long?"),
    { "M-labels", "S3-30" } },
  { is_of_no_help, N_("What I have tried has not helped enough: who else should see me?"),
    { "S1-30", "S3-31" } },
  { does_sport, N_("When may I go back to my sport?"), { "S2-27" } },
  { sits_badly, N_("Could a physical therapist help with how I sit and stand?"), { "S3-34" } },
  { has_spasms, N_("Which stretches and exercises could keep the spasms away once they ease?"),
    { "S2-29", "S3-32" } },
};

/**
 * unknot_summary_dup_suggestions:
 *
 * Returns: (transfer full) (element-type UnknotAdviceItem): what the diary gives reason to ask a
 *   doctor, with the facts that say so, what matters most first
 */
GPtrArray *
unknot_summary_dup_suggestions (UnknotSummary *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  UnknotEvidence *evidence;

  g_return_val_if_fail (UNKNOT_IS_SUMMARY (self), items);

  evidence = unknot_protocol_get_evidence (self->protocol);
  for (guint i = 0; i < G_N_ELEMENTS (suggestions); i++)
    {
      g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_object_unref);

      if (!suggestions[i].is_due (self))
        continue;
      for (guint j = 0; suggestions[i].facts[j] != NULL; j++)
        g_ptr_array_add (facts, g_object_ref (unknot_evidence_lookup (evidence,
                                                                      suggestions[i].facts[j])));
      g_ptr_array_add (items, unknot_advice_item_new (_(suggestions[i].text), NULL, facts));
    }

  return items;
}
