/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-advice"

#include "config.h"

#include "unknot-advice-private.h"

#include <glib/gi18n-lib.h>

static void
add_nerve_signs (const UnknotAdviceGrounds *grounds,
                 GListStore                *items)
{
  const char *number = grounds->emergency_number;
  g_autofree char *saddle = NULL, *limbs = NULL, *head = NULL;

  /* Translators: %s is an emergency number, such as 112. */
  saddle = g_strdup_printf (_("Call %s at once if any of this is new or gets worse: trouble "
                              "passing urine, losing control of your bladder or bowels, or a "
                              "numb, tingling or changed feeling between your legs or around "
                              "your bottom."),
                            number);
  unknot_advice_add (grounds, items, "learn-warning-signs", saddle,
                     "S0-16", "S3-42", "S4-28", "G-GIRFT", "G-MACP", "G-NHS", NULL);

  /* Translators: %s is an emergency number, such as 112. */
  limbs = g_strdup_printf (_("Call %s at once if any of this is new or gets worse: pain, "
                             "tingling, numbness or weakness in both legs, an arm or a leg that "
                             "is truly weak, a part of your body that cannot feel touch, "
                             "unsteady walking, or clumsy hands."),
                           number);
  unknot_advice_add (grounds, items, "learn-warning-signs", limbs,
                     "G-NHS", "S3-43", "S0-14", "S3-44", "S3-46", "S3-47", "G-Cord", NULL);

  /* Translators: %s is an emergency number, such as 112. */
  head = g_strdup_printf (_("Call %s at once if your face or one side of your body turns weak, "
                            "numb or odd, if your speech is slurred, if a part of you cannot "
                            "move at all, or if you faint, are very drowsy or confused, or have "
                            "a fit (seizure)."),
                          number);
  unknot_advice_add (grounds, items, "learn-warning-signs", head,
                     "S0-18", "S0-19", "S0-20", "S0-21", "S0-22", "S3-45", "G-Spasm", "M-labels",
                     NULL);
}

static void
add_alarm_signs (const UnknotAdviceGrounds *grounds,
                 GListStore                *items)
{
  const char *number = grounds->emergency_number;
  g_autofree char *chest = NULL, *belly = NULL, *others = NULL;

  /* Translators: %s is an emergency number, such as 112. */
  chest = g_strdup_printf (_("Call %s at once for chest pain, shortness of breath, coughing up "
                             "blood, a newly swollen calf, pain that tears or rips, or very bad "
                             "pain that comes within minutes with nothing to set it off."),
                           number);
  unknot_advice_add (grounds, items, "learn-warning-signs", chest,
                     "G-NHS", "G-AHA", "G-Dissect", "G-AAA", NULL);

  /* Translators: %s is an emergency number, such as 112. */
  belly = g_strdup_printf (_("Call %s at once for strong or steady belly pain, a hard or pulsing "
                             "belly, vomiting blood, or black stools."),
                           number);
  unknot_advice_add (grounds, items, "learn-warning-signs", belly,
                     "G-AAA", "G-Preg", "G-Mayo", "M-labels", NULL);

  /* Translators: %s is an emergency number, such as 112. */
  others = g_strdup_printf (_("Call %s at once for a bad headache with a stiff neck, for light "
                              "that hurts your eyes, for spasms in the jaw, face, throat or "
                              "hands or through the whole body, or after a serious accident."),
                            number);
  unknot_advice_add (grounds, items, "learn-warning-signs", others,
                     "G-Mening", "G-Spasm", "G-NHS", "G-AHCPR", NULL);
}

/* A fever alone is for the same day: what makes it more must stand beside it. */
static void
add_fever (const UnknotAdviceGrounds *grounds,
           GListStore                *items)
{
  g_autofree char *fever = NULL, *pregnancy = NULL;

  /* Translators: %s is an emergency number, such as 112. */
  fever = g_strdup_printf (_("Call %s at once for a fever with shaking chills or with feeling "
                             "very ill. Any one of the three is enough if you have diabetes, a "
                             "weak immune system, a recent infection (not a cold or flu), or a "
                             "recent operation or injection at your spine, or if you inject "
                             "drugs."),
                           grounds->emergency_number);
  unknot_advice_add (grounds, items, "learn-warning-signs", fever,
                     "G-SEA", "G-AHCPR", "G-Kidney", NULL);

  if (unknot_advice_has_code (grounds, "pregnant", "no"))
    return;

  /* Translators: %s is an emergency number, such as 112. */
  pregnancy = g_strdup_printf (_("In pregnancy and in the six weeks after birth, call your "
                                 "maternity unit or %s at once for a fever, bleeding, pains in "
                                 "waves, waters that break, or a baby that moves less."),
                               grounds->emergency_number);
  unknot_advice_add (grounds, items, "learn-warning-signs", pregnancy, "G-Preg", NULL);
}

/**
 * unknot_advice_add_safety_net:
 *
 * What to look out for. It stands with every level: no answer of today speaks for tomorrow.
 */
void
unknot_advice_add_safety_net (const UnknotAdviceGrounds *grounds,
                              GListStore                *items)
{
  g_autofree char *crisis = NULL;

  add_nerve_signs (grounds, items);
  add_alarm_signs (grounds, items);
  add_fever (grounds, items);
  unknot_advice_add (grounds, items, "learn-warning-signs",
                     _("Get seen the same day for a fever, for feeling very ill, for pain in "
                       "your side, for burning or blood when you pass urine, for urine as dark "
                       "as cola, or for yellow skin or eyes."),
                     "G-NHS", "S2-09", "S3-15", "S3-16", "G-Kidney", NULL);
  unknot_advice_add (grounds, items, "learn-warning-signs",
                     _("Get seen the same day for a strip of painful blisters, for a hot, red or "
                       "swollen place or a new lump on your back, for losing weight without "
                       "trying, or for pain all night that no position eases."),
                     "G-Shingles", "G-NHS", "S1-19", "G-AHCPR", NULL);
  unknot_advice_add (grounds, items, "learn-see-whom",
                     _("Book an appointment if the spasm is still there on day 14, even if it is "
                       "no worse."),
                     "S3-37", "S0-25", NULL);

  /* Translators: %s is an emergency number, such as 112. */
  crisis = g_strdup_printf (_("If you think of ending your life, or if someone is hurting you, "
                              "call %s or a crisis line."),
                            grounds->emergency_number);
  unknot_advice_add (grounds, items, NULL, crisis, NULL);
}

/**
 * unknot_advice_add_watch:
 *
 * What is worth knowing at every level. A visit to book never stands against getting help today.
 */
void
unknot_advice_add_watch (const UnknotAdviceGrounds *grounds,
                         GListStore                *items)
{
  if (unknot_assessment_get_level (grounds->assessment) >= UNKNOT_LEVEL_URGENT)
    unknot_advice_add (grounds, items, "learn-see-whom",
                       _("After you have been seen: if this is your first spasm, or you are "
                         "still unsure, booking a visit is always right."),
                       "S2-19", NULL);
  else
    unknot_advice_add (grounds, items, "learn-see-whom",
                       _("Is this your first spasm, or are you unsure? Booking a visit is always "
                         "right."),
                       "S2-19", NULL);
  unknot_advice_add (grounds, items, "learn-see-whom",
                     _("See a doctor or another healthcare provider before you go to a "
                       "chiropractor."),
                     "S4-42", NULL);
}
