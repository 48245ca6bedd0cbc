/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-demo"

#include "config.h"

#include "unknot-demo.h"

#include "unknot-answers-json.h"
#include "unknot-check.h"
#include "unknot-day.h"
#include "unknot-episode.h"
#include "unknot-event.h"
#include "unknot-peg.h"
#include "unknot-visit.h"

#include <glib/gi18n-lib.h>

#define HOURS(n) ((n) * 60)
#define DAYS(n) ((n) * 24 * 60)

/* How long ago the first entry was, in days. */
#define FIRST_DAY 358

/* How long the journey takes, and how far into it the clocks of that country change. */
#define TRIP_DAYS 15
#define TRIP_CHANGE_DAY 6

#define MINUTE G_GINT64_CONSTANT (60)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* Codes stand between blanks, and what belongs to one of them follows it after “/”. */
typedef struct
{
  int days_ago;
  int hour;
  int minute;
  int length; /* minutes */
  int worst;
  const char *precision; /* nullable: exact */
  const char *onset;     /* nullable */
  const char *triggers;
  const char *feel;
  const char *stops;
  const char *spreads;
  const char *places; /* area/side/pain/kind: as many as are told */
  const char *tried;  /* measure/effect */
  const char *taken;  /* ingredient/amount/unit/supply/how often/effect */
  const char *note;
} Spasm;

typedef struct
{
  int days_ago;
  int hour;
  const char *tried;
  const char *taken;
} Care;

typedef struct
{
  int days_ago;
  int hour;
  const char *answers[20]; /* id, code or number, …: where it is not “no” */
} CheckUp;

typedef struct
{
  int days_ago;
  int hour;
  const char *kind;
  const char *title;
} Event;

typedef struct
{
  int days_ago;
  int pain;
  int enjoyment;
  int activity;
} Week;

typedef struct
{
  int days_ago; /* negative: to come */
  int hour;
  int minute;
  const char *questions;
  const char *goals;
  const char *outcome;
} Visit;

typedef struct
{
  int from; /* days ago */
  int to;
} Gap;

static const Spasm spasms[] = {
  { 358, 7, 35, DAYS (2) + HOURS (9), 8, NULL, "sudden", "lifting twisting", "cramp stabbing",
    "bending dressing working sitting", "within-back", "lower/left/8/cramp",
    "heat/a-lot rest/a-little walking/a-little", "ibuprofen/400/mg/bought/5/a-lot",
    N_("Lifted a crate of bottles out of the car and could not stand up straight.") },
  { 352, 18, 20, HOURS (3), 5, NULL, NULL, "twisting", "knot", "bending", "none", "lower/left/5",
    "heat/a-lot" },
  { 349, 6, 50, 40, 4, "about", NULL, "none", "twinge", "dressing", "none", "lower/both" },
  { 331, 14, 30, HOURS (6), 6, NULL, "gradual", "posture", "ache stiff", "sitting", "within-back",
    "lower/both/6/ache", "walking/a-lot position/a-little", NULL,
    N_("Three hours in a meeting on a low chair.") },

  { 297, 9, 5, DAYS (1) + HOURS (20), 7, NULL, "gradual", "overexertion lifting", "cramp stiff",
    "bending lifting turning-over", "buttock", "lower/right/7/cramp buttock/right/4/ache",
    "heat/a-lot rest/none walking/a-little", "paracetamol/1000/mg/bought/4/a-little",
    N_("Dug over the whole vegetable bed in one go. Too much at once.") },
  { 293, 21, 15, 95, 5, NULL, NULL, "none", "knot", NULL, "none", "lower/right", "heat/a-little" },
  { 290, 7, 5, 20, 4, NULL, "sudden", "twisting", "twinge", "dressing", NULL, "lower/right/4" },
  { 286, 16, 40, HOURS (8), 6, NULL, "sudden", "twisting", "cramp", "sitting driving", "none",
    "lower/right/6/cramp", "position/a-lot breathing/a-little", "ibuprofen/400/mg/bought/1/a-lot",
    N_("Reached for a bag on the back seat.") },
  { 282, 8, 30, HOURS (2), 4, "about", NULL, "none", "stiff", NULL, "none", "lower/both",
    "stretching/a-lot" },

  { 238, 11, 0, HOURS (5), 5, NULL, "sudden", "sport", "knot ache", "bending", "within-back",
    "lower/left/5/knot", "cold/a-lot stretching/a-little", NULL,
    N_("Second time back at badminton. Warm up longer the next time.") },

  { 211, 6, 30, DAYS (1) + HOURS (4), 7, NULL, "sudden", "lifting", "cramp",
    "standing bending dressing", "within-back", "lower/left/7/cramp", "heat/a-lot rest/a-little",
    "ibuprofen/400/mg/bought/3/a-little" },
  { 207, 19, 50, 55, 5, NULL, NULL, "posture", "knot", "sitting", "none", "lower/left/5",
    "heat/a-lot" },
  { 204, 13, 20, DAYS (3) + HOURS (18), 8, NULL, "sudden", "push-pull",
    "stabbing burning tingling", "sitting sleeping working driving bending", "buttock one-leg",
    "lower/left/8/stabbing buttock/left/6/burning thigh-back/left/5/tingling",
    "position/a-lot heat/none walking/a-little stretching/worse",
    "ibuprofen/400/mg/bought/7/a-little",
    N_("It runs down the back of the left thigh and tingles. Best on the right side, with a pillow "
       "between the knees.") },
  { 198, 8, 0, HOURS (9), 6, NULL, "gradual", "posture", "ache tingling", "sitting driving",
    "buttock", "lower/left/6/ache buttock/left/3", "walking/a-lot position/a-little",
    "naproxen/250/mg/prescribed/1/a-lot",
    N_("Saw the doctor: strength and reflexes are fine. Keep moving, and come back if it is no "
       "better in four weeks.") },
  { 194, 17, 30, HOURS (3), 5, NULL, NULL, "posture", "ache", "sitting", "none", "lower/left/5",
    "walking/a-lot", "naproxen/250/mg/prescribed/1/a-lot" },
  { 191, 7, 20, 35, 3, "about", NULL, "none", "stiff", NULL, "none", "lower/left",
    "stretching/a-lot" },

  { 160, 15, 45, HOURS (4), 5, NULL, "gradual", "overexertion dehydration", "cramp", "standing",
    "none", "lower/both/5/cramp", "water/a-little rest/a-lot" },
  { 139, 10, 20, HOURS (14), 6, NULL, "sudden", "small-fall", "ache stiff", "bending sitting",
    "within-back", "lower/right/5/ache buttock/right/6/ache", "cold/a-little rest/a-little",
    "paracetamol/1000/mg/bought/1/a-little",
    N_("Slipped on the last step and sat down hard. Nothing else hurts.") },
  { 134, 22, 30, HOURS (7), 5, "about", "gradual", "none", "ache", "sleeping turning-over", "none",
    "lower/both/5", "position/a-little", NULL, N_("Awake half the night.") },
  { 128, 8, 10, 45, 4, NULL, NULL, "twisting", "twinge", "dressing", NULL, "lower/left/4" },
  { 126, 12, 40, HOURS (2), 4, NULL, NULL, "posture", "stiff", "sitting", "none", "lower/both",
    "walking/a-lot" },
  { 121, 18, 5, 70, 3, "day", NULL, "none", "ache", NULL, "none", "lower/left" },

  { 88, 9, 30, HOURS (6), 5, NULL, "gradual", "posture", "knot", "working", "within-back",
    "middle/right/5/knot shoulder/right/3", "massage/a-lot position/a-little",
    "lidocaine/1/patch/bought/1/a-little",
    N_("Higher up than ever before, beside the shoulder blade. Two days at the small table.") },

  { 72, 7, 15, DAYS (1) + HOURS (11), 7, NULL, "sudden", "lifting", "cramp stabbing",
    "bending walking dressing", "within-back", "lower/left/7/cramp",
    "heat/a-lot rest/none walking/a-little", "ibuprofen/400/mg/bought/3/a-lot",
    N_("Carried all the shopping on one arm.") },
  { 69, 20, 40, HOURS (2), 4, NULL, NULL, "none", "knot", NULL, "none", "lower/left",
    "heat/a-lot" },
  { 65, 14, 0, 30, 4, NULL, "sudden", "twisting", "twinge", "driving", "none", "lower/left/4" },
  { 61, 6, 45, HOURS (10), 6, NULL, "gradual", "none", "ache stiff", "sitting bending", "elsewhere",
    "lower/right/6/ache hip/right/4/ache", "stretching/a-lot walking/a-little",
    "ibuprofen/200/mg/bought/1/a-lot" },
  { 53, 17, 0, 65, 3, "about", NULL, "posture", "stiff", NULL, "none", "lower/both",
    "stretching/a-lot" },
  { 41, 13, 10, HOURS (3), 5, NULL, NULL, "push-pull", "knot", "bending", "none",
    "lower/left/5/knot", "heat/a-lot walking" },
  { 33, 8, 20, HOURS (5), 4, NULL, "gradual", "sport", "ache", "sitting", "none", "lower/both/4",
    "stretching/a-lot" },
  { 24, 18, 10, HOURS (9), 6, NULL, "sudden", "lifting", "cramp", "bending sitting", "within-back",
    "lower/left/6/cramp", "heat/a-lot breathing/a-little", "ibuprofen/400/mg/bought/1/a-lot",
    N_("Three weeks of stretching every morning. It lets go sooner than it used to.") },
  { 9, 16, 20, 50, 3, NULL, NULL, "posture", "twinge", NULL, "none", "lower/left", "walking/a-lot",
    NULL, N_("Gone after a walk round the block.") },
};

/* Their days are those of the journey. */
static const Spasm spasms_abroad[] = {
  { 1, 18, 30, HOURS (14), 6, NULL, "gradual", "posture lifting", "stiff ache", "sitting bending",
    "within-back", "lower/both/6/stiff", "walking/a-lot stretching/a-little",
    "ibuprofen/400/mg/bought/2/a-lot",
    N_("Eight hours in a narrow seat, and then the suitcase up three floors.") },
  { 9, 7, 10, HOURS (3), 4, NULL, NULL, "none", "stiff", "turning-over", "none", "lower/both/4",
    "position/a-lot", NULL, N_("The bed here is too soft. Better on the floor.") },
};

static const Spasm ongoing = {
  0, 8, 20, 0, 6, NULL, "sudden", "lifting twisting", "cramp", "bending dressing", "within-back",
  "lower/left/6/cramp", "heat/a-little"
};

static const Care cares[] = {
  { 340, 19, "stretching/a-little" },
  { 320, 20, .taken = "paracetamol/500/mg/bought/1/a-little" },
  { 228, 18, "heat/a-lot" },
  { 150, 9, .taken = "lidocaine/1/patch/bought/1" },
  { 110, 17, "walking/a-lot" },
  { 47, 13, .taken = "ibuprofen/200/mg/bought/1/a-lot" },
  { 30, 7, "stretching/a-little" },
  { 12, 20, "massage/a-lot" },
};

static const CheckUp check_ups[] = {
  { 295, 10, { "age", "44", "duration-days", "2", "onset", "gradual", "severity", "5",
               "trigger", "overexertion", "location", "lower", "spreads", "buttock",
               "otc-days", "2" } },
  { 203, 9, { "age", "44", "duration-days", "8", "onset", "sudden", "severity", "8",
              "trigger", "push-pull", "location", "lower", "spreads", "one-leg", "otc-days", "2",
              "worried", "yes" } },
  { 24, 20, { "age", "44", "duration-days", "0", "onset", "sudden", "severity", "6",
              "trigger", "lifting", "location", "lower", "spreads", "within-back",
              "otc-days", "1" } },
};

static const Event events[] = {
  { 198, 11, "medicine", N_("Naproxen, from the doctor") },
  { 168, 16, "physio", N_("Physiotherapy, once a week") },
  { 112, 9, "new-chair", N_("A chair with a back that gives") },
  { 45, 7, "other", N_("Stretching every morning") },
};

/* Asked for once a week since the worst was over. */
static const Week weeks[] = {
  { 189, 6, 7, 7 }, { 182, 6, 6, 7 }, { 168, 5, 6, 6 }, { 161, 5, 5, 6 }, { 154, 5, 5, 5 },
  { 147, 4, 5, 5 }, { 140, 5, 5, 5 }, { 133, 5, 6, 5 }, { 126, 4, 5, 4 }, { 119, 4, 4, 4 },
  { 112, 3, 4, 4 }, { 105, 3, 3, 4 }, { 91, 3, 3, 3 },  { 84, 4, 4, 3 },  { 77, 3, 3, 3 },
  { 70, 5, 5, 6 },  { 63, 4, 4, 4 },  { 56, 4, 3, 4 },  { 49, 3, 3, 3 },  { 42, 3, 2, 3 },
  { 35, 3, 2, 3 },  { 28, 2, 2, 3 },  { 21, 3, 3, 3 },  { 14, 2, 2, 2 },  { 7, 2, 2, 3 },
};

static const Visit visits[] = {
  { 198, 11, 0, N_("Do I need a scan?\nWill the tingling in my leg go away?"),
    N_("Sit through a meeting without pain"),
    N_("No scan needed. Walk every day, and come back if it is no better in four weeks.") },
  { -1, 10, 30, N_("Why does it keep coming back?\nMay I play badminton again?"),
    N_("Sit through a meeting without pain\nCarry the shopping home"), "" },
};

/* When the diary was forgotten. */
static const Gap gaps[] = { { 262, 245 }, { 181, 172 }, { 101, 95 } };

typedef struct
{
  gint64 start; /* seconds since 1970, UTC */
  gint64 end;
} Span;

typedef struct
{
  UnknotProtocol *protocol;
  GRand *rand;
  GDate today;
  GTimeZone *home;
  GTimeZone *abroad;
  int trip_day; /* days ago that the journey began */
  Span trip;
  GArray *spans;                 /* Span: of the spasms */
  gboolean hurts[FIRST_DAY + 2]; /* by days ago: where a spasm was */
  GPtrArray *entries;
} Year;

/* It is built into the program, and tested with it. */
static void
require (gboolean good)
{
  if (!good)
    g_error ("The made-up year holds what no diary can");
}

static gboolean
is_abroad (Year *year,
           int   days_ago)
{
  return days_ago <= year->trip_day && days_ago > year->trip_day - TRIP_DAYS;
}

static GDateTime *
make_time (Year      *year,
           GTimeZone *zone,
           int        days_ago,
           int        hour,
           int        minute)
{
  GDate date = year->today;

  if (days_ago < 0)
    g_date_add_days (&date, -days_ago);
  else
    g_date_subtract_days (&date, days_ago);

  return g_date_time_new (zone, g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date), hour, minute, 0);
}

/* By the clocks where the person was that day. */
static gint64
get_time (Year *year,
          int   days_ago,
          int   hour,
          int   minute)
{
  GTimeZone *zone = is_abroad (year, days_ago) ? year->abroad : year->home;
  g_autoptr (GDateTime) time = make_time (year, zone, days_ago, hour, minute);

  return g_date_time_to_unix (time);
}

static GDateTime *
to_local (Year   *year,
          gint64  time)
{
  gboolean abroad = time >= year->trip.start && time < year->trip.end;
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);

  return g_date_time_to_timezone (utc, abroad ? year->abroad : year->home);
}

static UnknotMoment *
make_moment (Year   *year,
             gint64  time)
{
  g_autoptr (GDateTime) local = to_local (year, time);

  return unknot_moment_new (local);
}

static gboolean
is_night (Year   *year,
          gint64  time)
{
  g_autoptr (GDateTime) local = to_local (year, time);

  return g_date_time_get_hour (local) < 7 || g_date_time_get_hour (local) >= 22;
}

static int
count_days_ago (Year   *year,
                gint64  time)
{
  g_autoptr (GDateTime) local = to_local (year, time);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, g_date_time_get_day_of_month (local), g_date_time_get_month (local),
                  g_date_time_get_year (local));

  return g_date_days_between (&date, &year->today);
}

/* The same day makes the same names, so that two demos of a day are one. */
static void
add_entry (Year          *year,
           gpointer       entry,
           UnknotEpisode *episode)
{
  g_autofree char *uuid = NULL;
  guint32 chance[4];

  for (guint i = 0; i < G_N_ELEMENTS (chance); i++)
    chance[i] = g_rand_int (year->rand);
  uuid = g_strdup_printf ("%08x-%04x-4%03x-8%03x-%04x%08x", chance[0], chance[1] >> 16,
                          chance[1] & 0xfff, chance[2] & 0xfff, chance[2] >> 16, chance[3]);

  require (unknot_entry_set_uuid (entry, uuid, NULL));
  if (episode != NULL)
    unknot_episode_add (episode, entry);
  else
    g_ptr_array_add (year->entries, g_object_ref (entry));
}

static const char *
get_part (GStrv  parts,
          guint  position)
{
  return position < g_strv_length (parts) ? parts[position] : NULL;
}

static void
set_codes (UnknotEpisode    *episode,
           UnknotVocabulary  aspect,
           const char       *text)
{
  g_auto (GStrv) codes = text != NULL ? g_strsplit (text, " ", -1) : g_new0 (char *, 1);

  require (unknot_episode_set_codes (episode, aspect, (const char *const *) codes, NULL));
}

static void
add_places (UnknotEpisode *episode,
            const char    *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "/", -1);
      const char *pain = get_part (parts, 2);
      g_autoptr (UnknotPlace) place =
        unknot_place_new (parts[0], get_part (parts, 1),
                          pain != NULL ? g_ascii_strtoll (pain, NULL, 10) : UNKNOT_PAIN_UNKNOWN,
                          get_part (parts, 3), NULL);

      require (place != NULL);
      g_list_store_append (unknot_episode_get_places (episode), place);
    }
}

static void
add_reading (Year          *year,
             UnknotEpisode *episode,
             gint64         time,
             int            pain)
{
  g_autoptr (UnknotMoment) moment = make_moment (year, time);
  g_autoptr (UnknotReading) reading = unknot_reading_new (moment, pain, NULL);

  require (reading != NULL && unknot_episode_set_current (episode, pain, NULL));
  add_entry (year, reading, episode);
}

/* It grows for up to three hours, and then lets go, not quite evenly. */
static void
add_readings (Year          *year,
              UnknotEpisode *episode,
              const Span    *span)
{
  int worst = unknot_episode_get_worst (episode);
  gint64 length = span->end - span->start;
  gint64 peak = MIN (length / 5, 3 * HOUR);
  gint64 step = MAX (peak, HOUR);

  if (peak > 20 * MINUTE)
    add_reading (year, episode, span->start + 10 * MINUTE, worst - 2);
  for (gint64 after = peak; after < length; after += step)
    {
      int pain = worst - (worst - 1) * (after - peak) / (length - peak);
      int jitter = after > peak ? g_rand_int_range (year->rand, -1, 2) : 0;

      step = MIN (step + step / 2, 6 * HOUR);
      if (after == peak || !is_night (year, span->start + after))
        add_reading (year, episode, span->start + after, CLAMP (pain + jitter, 1, worst));
    }
}

static void
add_reliefs (Year          *year,
             UnknotEpisode *episode,
             const char    *text,
             gint64         start,
             gint64         step)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "/", -1);
      g_autoptr (UnknotMoment) moment = make_moment (year, start + (i + 1) * step);
      g_autoptr (UnknotRelief) relief = unknot_relief_new (moment, parts[0], NULL);

      require (relief != NULL && unknot_relief_set_effect (relief, get_part (parts, 1), NULL));
      add_entry (year, relief, episode);
    }
}

static void
add_dose (Year          *year,
          UnknotEpisode *episode,
          GStrv          parts,
          gint64         time)
{
  g_autoptr (UnknotMoment) moment = make_moment (year, time);
  const char *name = unknot_vocabulary_get_title (UNKNOT_VOCABULARY_INGREDIENT, parts[0]);
  g_autoptr (UnknotDose) dose =
    unknot_dose_new (moment, name, g_ascii_strtod (parts[1], NULL), NULL);

  require (dose != NULL && unknot_dose_set_ingredient (dose, parts[0], NULL) &&
           unknot_dose_set_unit (dose, parts[2], NULL) &&
           unknot_dose_set_supply (dose, parts[3], NULL) &&
           unknot_dose_set_effect (dose, get_part (parts, 5), NULL));
  add_entry (year, dose, episode);
}

/* Twelve hours apart, while it lasts, and not at night: far within what any label allows. */
static void
add_doses (Year          *year,
           UnknotEpisode *episode,
           const char    *text,
           const Span    *span)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", -1);
  gint64 time = span->start + 30 * MINUTE;

  for (int n = g_ascii_strtoll (parts[4], NULL, 10); n > 0; n--)
    {
      while (is_night (year, time))
        time += HOUR;
      if (time < span->end)
        add_dose (year, episode, parts, time);
      time += 12 * HOUR;
    }
}

static UnknotEpisode *
create_episode (Year        *year,
                const Spasm *spasm,
                const Span  *span)
{
  g_autoptr (UnknotMoment) start = make_moment (year, span->start);
  UnknotEpisode *episode = unknot_episode_new (start, spasm->worst, NULL);

  require (episode != NULL && unknot_episode_set_onset (episode, spasm->onset, NULL));
  if (spasm->precision != NULL)
    require (unknot_episode_set_precision (episode, spasm->precision, NULL));
  if (spasm->onset != NULL)
    require (unknot_episode_set_on_moving (episode, spasm->worst, NULL) &&
             unknot_episode_set_at_rest (episode, MAX (spasm->worst - 3, 1), NULL));
  if (spasm->note != NULL)
    require (unknot_episode_set_note (episode, _(spasm->note), NULL));
  set_codes (episode, UNKNOT_VOCABULARY_TRIGGER, spasm->triggers);
  set_codes (episode, UNKNOT_VOCABULARY_FEEL, spasm->feel);
  set_codes (episode, UNKNOT_VOCABULARY_STOPS, spasm->stops);
  set_codes (episode, UNKNOT_VOCABULARY_SPREADS, spasm->spreads);
  add_places (episode, spasm->places);
  add_entry (year, episode, NULL);

  return episode;
}

static void
note_span (Year       *year,
           const Span *span)
{
  g_array_append_val (year->spans, *span);
  for (int day = count_days_ago (year, span->end); day <= count_days_ago (year, span->start); day++)
    year->hurts[CLAMP (day, 0, FIRST_DAY + 1)] = TRUE;
}

static Span
get_span (Year        *year,
          const Spasm *spasm,
          int          days_ago)
{
  gint64 start = get_time (year, days_ago, spasm->hour, spasm->minute) +
                 g_rand_int_range (year->rand, 0, 15) * MINUTE;

  return (Span) { start, start + spasm->length * MINUTE };
}

static void
add_spasm (Year        *year,
           const Spasm *spasm,
           const Span  *span)
{
  g_autoptr (UnknotEpisode) episode = create_episode (year, spasm, span);
  g_autoptr (UnknotMoment) end = make_moment (year, span->end);

  require (unknot_episode_set_end (episode, end, NULL));
  add_readings (year, episode, span);
  if (spasm->tried != NULL)
    add_reliefs (year, episode, spasm->tried, span->start,
                 MIN ((span->end - span->start) / 6, 2 * HOUR));
  if (spasm->taken != NULL)
    add_doses (year, episode, spasm->taken, span);
  note_span (year, span);
}

/* Where there is another one about that time, it is enough. */
static void
add_spasm_abroad (Year        *year,
                  const Spasm *spasm)
{
  Span span = get_span (year, spasm, year->trip_day - spasm->days_ago);

  for (guint i = 0; i < year->spans->len; i++)
    {
      const Span *other = &g_array_index (year->spans, Span, i);

      if (span.start < other->end + DAY && other->start < span.end + DAY)
        return;
    }

  add_spasm (year, spasm, &span);
}

/* It began this morning, or where that is not yet so long ago, last evening. */
static void
add_ongoing (Year      *year,
             GDateTime *now)
{
  gboolean early = g_date_time_get_hour (now) < 10;
  gint64 start = early ? get_time (year, 1, 20, 40) : get_time (year, 0, 8, 20);
  Span span = { start, start + 75 * MINUTE };
  g_autoptr (UnknotEpisode) episode = create_episode (year, &ongoing, &span);

  add_reading (year, episode, start + 5 * MINUTE, ongoing.worst);
  add_reading (year, episode, span.end, ongoing.worst - 1);
  add_reliefs (year, episode, ongoing.tried, start, 20 * MINUTE);
}

static void
add_care (Year       *year,
          const Care *care)
{
  gint64 start = get_time (year, care->days_ago, care->hour, 0) +
                 g_rand_int_range (year->rand, 0, 60) * MINUTE;
  Span span = { start, start + HOUR };

  if (care->tried != NULL)
    add_reliefs (year, NULL, care->tried, start, 0);
  if (care->taken != NULL)
    add_doses (year, NULL, care->taken, &span);
}

static gboolean
is_forgotten (int days_ago)
{
  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    {
      if (days_ago <= gaps[i].from && days_ago >= gaps[i].to)
        return TRUE;
    }

  return FALSE;
}

/* On a day of travel it may be the same day twice. */
static gboolean
is_travelling (Year *year,
               int   days_ago)
{
  int into = year->trip_day - days_ago;

  return (into >= -1 && into <= 0) || (into >= TRIP_DAYS - 1 && into <= TRIP_DAYS);
}

/* Chance is asked the same for every day, so that one that is left out changes no other. */
static void
add_day (Year *year,
         int   days_ago)
{
  gboolean told = g_rand_int_range (year->rand, 0, 100) < (days_ago < 10 ? 80 : 45);
  gboolean good = g_rand_int_range (year->rand, 0, 100) < 85;
  int night = g_rand_int_range (year->rand, 0, 100);
  int minutes = g_rand_int_range (year->rand, 0, 90);
  gboolean hurts = year->hurts[days_ago];
  const char *sleep = hurts ? (night < 30 ? "hardly" : "broken")
                      : night < 65 ? "good" : night < 85 ? "broken" : NULL;
  g_autoptr (UnknotMoment) moment = NULL;
  g_autoptr (UnknotDay) day = NULL;

  if (!told || is_travelling (year, days_ago) ||
      (is_forgotten (days_ago) && !is_abroad (year, days_ago)))
    return;

  moment = make_moment (year, get_time (year, days_ago, 20, 0) + minutes * MINUTE);
  day = unknot_day_new (moment);
  unknot_day_set_painless (day, good && !hurts);
  require (unknot_day_set_sleep (day, sleep, NULL));
  add_entry (year, day, NULL);
}

static void
set_answer (UnknotAnswers *answers,
            const char    *id,
            const char    *value)
{
  UnknotQuestion *question =
    unknot_questionnaire_lookup (unknot_answers_get_questionnaire (answers), id);
  const char *codes[] = { value, NULL };

  require (question != NULL);
  if (unknot_question_get_kind (question) == UNKNOT_QUESTION_COUNT)
    require (unknot_answers_set_count (answers, question, g_ascii_strtoll (value, NULL, 10), NULL));
  else
    require (unknot_answers_set_codes (answers, question, codes, NULL));
}

static UnknotAnswers *
create_answers (Year          *year,
                const CheckUp *check_up)
{
  UnknotQuestionnaire *questionnaire = unknot_protocol_get_questionnaire (year->protocol);
  UnknotAnswers *answers = unknot_answers_new (questionnaire);

  for (guint i = 0; check_up->answers[i] != NULL; i += 2)
    set_answer (answers, check_up->answers[i], check_up->answers[i + 1]);
  for (guint i = 0; i < unknot_questionnaire_get_n_questions (questionnaire); i++)
    {
      UnknotQuestion *question = unknot_questionnaire_get_question (questionnaire, i);

      if (unknot_answers_applies (answers, question) &&
          !unknot_answers_is_answered (answers, question))
        set_answer (answers, unknot_question_get_id (question),
                    unknot_question_find_option (question, "no", NULL) ? "no" : "none");
    }

  return answers;
}

static void
add_check_up (Year          *year,
              const CheckUp *check_up)
{
  gint64 time = get_time (year, check_up->days_ago, check_up->hour, 15);
  g_autoptr (GDateTime) local = to_local (year, time);
  g_autoptr (UnknotMoment) moment = unknot_moment_new (local);
  g_autoptr (UnknotAnswers) answers = create_answers (year, check_up);
  g_autoptr (UnknotAssessment) assessment =
    unknot_rules_assess (unknot_protocol_get_rules (year->protocol), answers, local);
  g_autoptr (JsonNode) answers_node = unknot_answers_to_json (answers);
  g_autoptr (JsonNode) assessment_node = unknot_assessment_to_json (assessment);
  g_autofree char *answers_json = json_to_string (answers_node, FALSE);
  g_autofree char *assessment_json = json_to_string (assessment_node, FALSE);
  g_autoptr (UnknotCheck) check =
    unknot_check_new (moment, answers_json, assessment_json, NULL);

  require (check != NULL);
  add_entry (year, check, NULL);
}

static void
add_event (Year        *year,
           const Event *event)
{
  g_autoptr (UnknotMoment) moment =
    make_moment (year, get_time (year, event->days_ago, event->hour, 40));
  g_autoptr (UnknotEvent) added = unknot_event_new (moment, event->kind, NULL);

  require (added != NULL && unknot_event_set_title (added, _(event->title), NULL));
  add_entry (year, added, NULL);
}

static void
add_week (Year       *year,
          const Week *week)
{
  g_autoptr (UnknotMoment) moment = make_moment (year, get_time (year, week->days_ago, 19, 30));
  g_autoptr (UnknotPeg) peg =
    unknot_peg_new (moment, week->pain, week->enjoyment, week->activity, NULL);

  require (peg != NULL);
  add_entry (year, peg, NULL);
}

static void
add_visit (Year        *year,
           const Visit *planned)
{
  g_autoptr (UnknotMoment) moment =
    make_moment (year, get_time (year, planned->days_ago, planned->hour, planned->minute));
  g_autoptr (UnknotVisit) visit = unknot_visit_new (moment);

  require (unknot_visit_set_questions (visit, _(planned->questions), NULL) &&
           unknot_visit_set_goals (visit, _(planned->goals), NULL));
  if (*planned->outcome != '\0')
    require (unknot_visit_set_outcome (visit, _(planned->outcome), NULL));
  add_entry (year, visit, NULL);
}

static GTimeSpan
get_offset (Year      *year,
            GTimeZone *zone,
            int        days_ago)
{
  g_autoptr (GDateTime) noon = make_time (year, zone, days_ago, 12, 0);

  return g_date_time_get_utc_offset (noon);
}

/* Far away, and while the clocks change there: they do so twice a year, at most eight months apart.
 * Where the system knows no other zone, the person stays at home. */
static void
plan_trip (Year *year)
{
  static const char *const names[] = { "America/New_York", "Europe/Lisbon" };
  int change = 340;

  for (guint i = 0; i < G_N_ELEMENTS (names) && year->abroad == NULL; i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (names[i]);

      if (zone != NULL && get_offset (year, zone, 0) != get_offset (year, year->home, 0))
        year->abroad = g_steal_pointer (&zone);
    }
  if (year->abroad == NULL)
    year->abroad = g_time_zone_ref (year->home);

  while (change > 30 &&
         get_offset (year, year->abroad, change) == get_offset (year, year->abroad, change + 1))
    change--;
  year->trip_day = change + TRIP_CHANGE_DAY;
  year->trip.start = get_time (year, year->trip_day, 0, 0);
  year->trip.end = get_time (year, year->trip_day - TRIP_DAYS + 1, 23, 59);
}

static void
fill (Year      *year,
      GDateTime *now)
{
  for (guint i = 0; i < G_N_ELEMENTS (spasms); i++)
    {
      Span span = get_span (year, &spasms[i], spasms[i].days_ago);

      add_spasm (year, &spasms[i], &span);
    }
  for (guint i = 0; i < G_N_ELEMENTS (spasms_abroad); i++)
    add_spasm_abroad (year, &spasms_abroad[i]);
  for (guint i = 0; i < G_N_ELEMENTS (cares); i++)
    add_care (year, &cares[i]);
  for (guint i = 0; i < G_N_ELEMENTS (check_ups); i++)
    add_check_up (year, &check_ups[i]);
  /* Of yesterday it depends on the hour whether it was a good day. */
  for (int days_ago = FIRST_DAY; days_ago > 1; days_ago--)
    add_day (year, days_ago);
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    add_event (year, &events[i]);
  for (guint i = 0; i < G_N_ELEMENTS (weeks); i++)
    add_week (year, &weeks[i]);
  for (guint i = 0; i < G_N_ELEMENTS (visits); i++)
    add_visit (year, &visits[i]);
  add_ongoing (year, now);
}

/**
 * unknot_demo_create_year:
 * @now: in the zone where the person is
 *
 * Makes up what a person may have written down in the year up to @now, for trials and pictures: the
 * same for the same day, but for the last spasm, which goes on and begins this morning or last
 * evening. A visit to the doctor is planned for the day after. What is saved of check-ups is what
 * @protocol says to their answers.
 *
 * Returns: (transfer full) (element-type UnknotEntry): entries that were never saved
 */
GPtrArray *
unknot_demo_create_year (UnknotProtocol *protocol,
                         GDateTime      *now)
{
  Year year = {
    .protocol = protocol,
    .home = g_date_time_get_timezone (now),
    .spans = g_array_new (FALSE, FALSE, sizeof (Span)),
    .entries = g_ptr_array_new_with_free_func (g_object_unref),
  };

  g_date_clear (&year.today, 1);
  g_date_set_dmy (&year.today, g_date_time_get_day_of_month (now), g_date_time_get_month (now),
                  g_date_time_get_year (now));
  year.rand = g_rand_new_with_seed (g_date_get_julian (&year.today));
  plan_trip (&year);
  fill (&year, now);

  g_time_zone_unref (year.abroad);
  g_array_unref (year.spans);
  g_rand_free (year.rand);

  return year.entries;
}
