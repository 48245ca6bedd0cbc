/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-advice"

#include "config.h"

#include "unknot-advice-private.h"

#include <glib/gi18n-lib.h>

/* What the rules that gave the level rest on. */
static GPtrArray *
dup_facts_of_level (const UnknotAdviceGrounds *grounds)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < grounds->rules->len; i++)
    {
      UnknotRule *rule = g_ptr_array_index (grounds->rules, i);
      GPtrArray *evidence = unknot_rule_get_evidence (rule);

      if (unknot_rule_get_level (rule) != unknot_assessment_get_level (grounds->assessment))
        continue;

      for (guint j = 0; j < evidence->len; j++)
        if (!g_ptr_array_find (facts, g_ptr_array_index (evidence, j), NULL))
          g_ptr_array_add (facts, g_object_ref (g_ptr_array_index (evidence, j)));
    }

  return facts;
}

static void
add_poison_line (const UnknotAdviceGrounds *grounds,
                 GListStore                *items)
{
  g_autofree char *text = NULL;

  if (!unknot_advice_has_fired (grounds, "U21"))
    return;

  if (g_strcmp0 (grounds->country, "US") == 0)
    text = g_strdup (_("You took more of a pain medicine than its label allows. Call the poison "
                       "line now, even if you feel well: 1-800-222-1222. The number is printed "
                       "on US labels."));
  else
    /* Translators: %s is an emergency number, such as 112. */
    text = g_strdup_printf (_("You took more of a pain medicine than its label allows. Call your "
                              "poison line now, even if you feel well. If you do not know its "
                              "number, call %s."),
                            grounds->emergency_number);

  unknot_advice_add (grounds, items, NULL, text, "M-labels", NULL);
}

static char *
dup_call (const UnknotAdviceGrounds *grounds)
{
  if (unknot_advice_is_only_pregnancy (grounds))
    /* Translators: %1$s is an emergency number, such as 112. */
    return g_strdup_printf (_("Call your maternity unit or %1$s now, and say what you answered "
                              "here. Choose %1$s for heavy bleeding, for sharp belly pain that "
                              "does not stop, or if you cannot reach the unit at once."),
                            grounds->emergency_number);

  if (unknot_advice_has_fired (grounds, "E17") ||
      unknot_advice_has_code (grounds, "pregnant", "yes"))
    /* Translators: %1$s is an emergency number, such as 112. */
    return g_strdup_printf (_("Call %1$s or your maternity unit now, and say what you answered "
                              "here. Choose %1$s if you are not sure: some of your signs may "
                              "have nothing to do with the pregnancy."),
                            grounds->emergency_number);

  /* Translators: %s is an emergency number, such as 112. */
  return g_strdup_printf (_("Call %s now, and say what you answered here."),
                          grounds->emergency_number);
}

static void
add_emergency (const UnknotAdviceGrounds *grounds,
               GListStore                *items)
{
  g_autoptr (GPtrArray) facts = dup_facts_of_level (grounds);
  g_autofree char *call = dup_call (grounds);

  unknot_advice_add_with_facts (items, NULL, call, facts);
  add_poison_line (grounds, items);
  unknot_advice_add (grounds, items, NULL,
                     _("Do not wait to see whether it passes, and do not drive yourself."),
                     NULL);
  unknot_advice_add (grounds, items, NULL,
                     _("Until help comes, keep lying or sitting in the way that hurts least. "
                       "Have a list of your medicines ready to take along."),
                     "S2-17", "S4-37", NULL);
}

static void
add_take_along (const UnknotAdviceGrounds *grounds,
                GListStore                *items)
{
  unknot_advice_add (grounds, items, "learn-doctor",
                     _("Take a list of your medicines with you, and look through what you "
                       "answered here: you will be asked about the pain and about other signs."),
                     "S4-37", NULL);
}

static void
add_urgent (const UnknotAdviceGrounds *grounds,
            GListStore                *items)
{
  g_autoptr (GPtrArray) facts = dup_facts_of_level (grounds);

  add_poison_line (grounds, items);
  if (unknot_advice_has_fired (grounds, "U09"))
    unknot_advice_add (grounds, items, NULL,
                       _("Call the team that treats your back today. Say that the trouble has "
                         "come back, or does not go away."),
                       "S0-23", "S0-24", NULL);
  unknot_advice_add_with_facts (items, "learn-see-whom",
                                _("Get seen by a doctor within 24 hours. Call your doctor’s "
                                  "practice today; if it is closed, an out-of-hours service or "
                                  "urgent care."),
                                facts);
  unknot_advice_add (grounds, items, NULL,
                     _("If nobody can see you today, go to an emergency department."),
                     NULL);
  add_take_along (grounds, items);
}

static void
add_doctor (const UnknotAdviceGrounds *grounds,
            GListStore                *items)
{
  g_autoptr (GPtrArray) facts = dup_facts_of_level (grounds);

  unknot_advice_add_with_facts (items, "learn-see-whom",
                                _("Call your doctor’s practice, and book an appointment within "
                                  "the next days."),
                                facts);
  add_take_along (grounds, items);
}

static void
add_self_care (const UnknotAdviceGrounds *grounds,
               GListStore                *items)
{
  unknot_advice_add (grounds, items, "learn-home-care",
                     _("Care for your back at home. Back spasms are usually not serious, and "
                       "simple care is usually enough."),
                     "S3-01", "S3-18", NULL);
  unknot_advice_add (grounds, items, "learn-warning-signs",
                     _("Watch for the signs that call for more. If one of them comes, do not "
                       "wait for day 14."),
                     "G-HSSIB", "S1-05", NULL);
  unknot_advice_add (grounds, items, "learn-see-whom",
                     _("Do this check-up again on day 14 of the spasm at the latest, and at once "
                       "if it gets worse or something new comes."),
                     "S3-37", NULL);
}

/* Whatever else is advised, these come first. */
static void
add_emergency_items (const UnknotAdviceGrounds *grounds,
                     GListStore                *items)
{
  g_autofree char *text = NULL;

  if (!unknot_assessment_is_emergency_open (grounds->assessment))
    return;

  /* Translators: %s is an emergency number, such as 112. */
  text = g_strdup_printf (_("Answer what is still open on the first two pages. It asks for the "
                            "signs of an emergency: if you have one of them, call %s now."),
                          grounds->emergency_number);
  unknot_advice_add (grounds, items, NULL, text, NULL);
}

static void
add_no_level (const UnknotAdviceGrounds *grounds,
              GListStore                *items)
{
  unknot_advice_add (grounds, items, NULL,
                     _("Answer the questions that are still open. A question without an answer "
                       "is never read as a no."),
                     NULL);
  unknot_advice_add (grounds, items, NULL,
                     _("Where you cannot tell, choose “Not sure”: doubt is taken seriously here."),
                     "P-unsure", NULL);
}

/**
 * unknot_advice_add_to_do:
 *
 * What to do, and by when.
 */
void
unknot_advice_add_to_do (const UnknotAdviceGrounds *grounds,
                         GListStore                *items)
{
  add_emergency_items (grounds, items);
  switch (unknot_assessment_get_level (grounds->assessment))
    {
    case UNKNOT_LEVEL_EMERGENCY:
      add_emergency (grounds, items);
      break;

    case UNKNOT_LEVEL_URGENT:
      add_urgent (grounds, items);
      break;

    case UNKNOT_LEVEL_DOCTOR:
      add_doctor (grounds, items);
      break;

    case UNKNOT_LEVEL_SELF_CARE:
      add_self_care (grounds, items);
      break;

    case UNKNOT_LEVEL_NONE:
    default:
      add_no_level (grounds, items);
    }
}
