/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-advice"

#include "config.h"

#include "unknot-advice-private.h"

#include <glib/gi18n-lib.h>

/* By their labels: stop then, and see a doctor. */
#define MAX_OTC_DAYS 10

#define ADULT_AGE 18

/* Neither “not sure” nor no answer is a “no”. */
static gboolean
is_no (const UnknotAdviceGrounds *grounds,
       const char                *question)
{
  return unknot_advice_has_code (grounds, question, "no");
}

static gboolean
may_take_anti_inflammatory (const UnknotAdviceGrounds *grounds)
{
  static const char *const hindrances[] = {
    "blood-thinner", "pregnant", "steroids", "flank", "urine",
  };
  int otc_days = unknot_advice_get_count (grounds, "otc-days");
  int age = unknot_advice_get_count (grounds, "age");

  for (guint i = 0; i < G_N_ELEMENTS (hindrances); i++)
    if (!is_no (grounds, hindrances[i]))
      return FALSE;

  return otc_days >= 0 && otc_days < MAX_OTC_DAYS && age >= ADULT_AGE;
}

static gboolean
may_walk (const UnknotAdviceGrounds *grounds)
{
  return !unknot_advice_has_fired (grounds, "U03") && !unknot_advice_has_fired (grounds, "U04") &&
         !unknot_advice_has_fired (grounds, "U10");
}

static void
add_position (const UnknotAdviceGrounds *grounds,
              GListStore                *items)
{
  unknot_advice_add (grounds, items, "learn-home-care",
                     _("Find a position that eases the pain. You could lie on your back with a "
                       "pillow under your knees and your upper body a little higher. Or you "
                       "could lean back in a recliner, with your legs held up and your knees "
                       "slightly bent."),
                     "S3-21", "S3-22", NULL);
}

static void
add_heat_and_cold (const UnknotAdviceGrounds *grounds,
                   GListStore                *items)
{
  if (is_no (grounds, "limb-numbness"))
    unknot_advice_add (grounds, items, "learn-heat-cold",
                       _("Use cold or heat, whichever feels better, for 15 to 20 minutes. Then "
                         "take an hour off before the next round. It is safer with a cloth "
                         "between it and your skin, and only while you are awake."),
                       "S3-23", "S3-24", "S3-25", NULL);
  else
    unknot_advice_add (grounds, items, "learn-heat-cold",
                       _("Leave out heat and cold for now: where you cannot feel touch, you may "
                         "not feel too much heat or cold either."),
                       NULL);
}

static void
add_anti_inflammatories (const UnknotAdviceGrounds *grounds,
                         GListStore                *items)
{
  if (may_take_anti_inflammatory (grounds))
    unknot_advice_add (grounds, items, "learn-medicine",
                       _("An anti-inflammatory pain medicine may help: ibuprofen, naproxen or "
                         "aspirin. Choose only one of them and take it as its label says, for a "
                         "short time only."),
                       "S3-26", "S3-30", "M-labels", NULL);
  else
    /* “For the pain”: not the little aspirin that a doctor prescribed for the heart. */
    unknot_advice_add (grounds, items, "learn-medicine",
                       _("For the pain, take no anti-inflammatory medicine for now (ibuprofen, "
                         "naproxen or aspirin): ask a pharmacist or doctor first."),
                       "M-labels", NULL);
}

static void
add_acetaminophen (const UnknotAdviceGrounds *grounds,
                   GListStore                *items)
{
  if (is_no (grounds, "jaundice"))
    unknot_advice_add (grounds, items, "learn-medicine",
                       _("Acetaminophen (paracetamol) may ease the pain, though not "
                         "inflammation. Take it as its label says, for a short time only, and "
                         "count every product that has it inside. Ask a pharmacist first if you "
                         "take the blood thinner warfarin or have three or more alcoholic drinks "
                         "a day."),
                       "S3-27", "S3-30", "M-labels", NULL);
  else
    unknot_advice_add (grounds, items, "learn-medicine",
                       _("Take no acetaminophen (paracetamol) for now: ask a doctor first."),
                       "M-labels", NULL);
}

/* Never how much: that is for the label, and for those who know the person. */
static void
add_medicines (const UnknotAdviceGrounds *grounds,
               GListStore                *items)
{
  if (!is_no (grounds, "over-label"))
    {
      unknot_advice_add (grounds, items, "learn-medicine",
                         _("Take no pain medicine on your own for now. First tell a pharmacist "
                           "or doctor what you have taken already."),
                         "M-labels", NULL);
      return;
    }

  add_anti_inflammatories (grounds, items);
  add_acetaminophen (grounds, items);
  unknot_advice_add (grounds, items, "learn-medicine",
                     _("A cream with lidocaine, which numbs the skin, is another choice. Use it "
                       "as its label says, for a short time only, and put no heat on it."),
                     "S3-28", "S3-30", NULL);
  unknot_advice_add (grounds, items, "learn-medicine",
                     _("Before any pain medicine, ask a pharmacist if you have had an ulcer, "
                       "kidney, heart or liver disease, asthma, or an allergy to a pain "
                       "medicine. The label names more reasons to ask. After 10 days in a row on "
                       "one that you bought without a prescription, stop it and see a doctor."),
                     "M-labels", NULL);
}

static void
add_movement (const UnknotAdviceGrounds *grounds,
              GListStore                *items)
{
  unknot_advice_add (grounds, items, "learn-moving",
                     _("Do not exercise through the pain, and leave out what strains your back."),
                     "S2-20", "S3-20", NULL);
  if (may_walk (grounds))
    unknot_advice_add (grounds, items, "learn-moving",
                       _("As it eases, take short walks on level ground. If walking makes the "
                         "pain worse, sit or lie down again."),
                       "S3-36", "S2-17", NULL);
  else
    unknot_advice_add (grounds, items, "learn-moving",
                       _("Take no walks for exercise until a doctor has looked at your back."),
                       NULL);
}

/**
 * unknot_advice_add_meanwhile:
 *
 * Care at home, without what the answers speak against. In an emergency there is no meanwhile, and
 * without a level nothing is known to be safe.
 */
void
unknot_advice_add_meanwhile (const UnknotAdviceGrounds *grounds,
                             GListStore                *items)
{
  UnknotLevel level = unknot_assessment_get_level (grounds->assessment);

  if (level == UNKNOT_LEVEL_NONE || level == UNKNOT_LEVEL_EMERGENCY)
    return;

  add_position (grounds, items);
  add_heat_and_cold (grounds, items);
  unknot_advice_add (grounds, items, "learn-home-care",
                     _("Drink water through the day, unless a doctor has told you to drink less: "
                       "muscles that lack water can cramp."),
                     "S3-14", NULL);
  add_movement (grounds, items);
  add_medicines (grounds, items);
}
