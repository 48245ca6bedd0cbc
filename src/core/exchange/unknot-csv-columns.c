/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-csv-columns"

#include "config.h"

#include "unknot-csv-columns.h"

#include "unknot-exchange.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The parts of a place, in their order. */
enum
{
  PLACE_AREA,
  PLACE_SIDE,
  PLACE_PAIN,
  PLACE_KIND,
  PLACE_N_PARTS
};

static gboolean
refuse (const char  *field,
        GError     **error)
{
  g_set_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID, _("“%s” is not understood."),
               field);

  return FALSE;
}

static const char *
or_null (const char *field)
{
  return *field != '\0' ? field : NULL;
}

/* --- Times --- */

/* The local time and its zone, as RFC 9557 has them:
 * `2026-11-21T14:05:00.000+01:00[Europe/Berlin]`. */
static char *
format_time (UnknotMoment *moment)
{
  g_autofree char *time = unknot_exchange_format_time (unknot_moment_get_utc (moment),
                                                       unknot_moment_get_offset (moment));

  return g_strdup_printf ("%s[%s]", time, unknot_moment_get_zone (moment));
}

/* @form: a digit for 0, a sign for +, anything for what follows *, and itself for anything else */
static gboolean
has_form (const char *field,
          const char *form)
{
  for (; *form != '\0' && *form != '*'; form++, field++)
    {
      if (*form == '0' ? !g_ascii_isdigit (*field)
                       : *form == '+' ? *field != '+' && *field != '-' : *form != *field)
        return FALSE;
    }

  return *form == '*' || *field == '\0';
}

static int
get_number (const char *field,
            guint       place,
            guint       length)
{
  int number = 0;

  for (guint i = place; i < place + length; i++)
    number = number * 10 + field[i] - '0';

  return number;
}

static UnknotMoment *
parse_time (const char  *field,
            GError     **error)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *zone = NULL;
  int day, offset;

  if (has_form (field, "0000-00-00T00:00:00.000+00:00[*") && g_str_has_suffix (field, "]"))
    time = g_date_time_new_utc (get_number (field, 0, 4), get_number (field, 5, 2),
                                get_number (field, 8, 2), get_number (field, 11, 2),
                                get_number (field, 14, 2), get_number (field, 17, 2));
  if (time == NULL)
    {
      refuse (field, error);
      return NULL;
    }

  day = get_number (field, 0, 4) * 10000 + get_number (field, 5, 2) * 100 +
        get_number (field, 8, 2);
  offset = get_number (field, 24, 2) * 60 + get_number (field, 27, 2);
  if (field[23] == '-')
    offset = -offset;
  zone = g_strndup (field + 30, strlen (field) - 31);

  return unknot_moment_new_stored (g_date_time_to_unix (time) * 1000 + get_number (field, 20, 3) -
                                     offset * G_GINT64_CONSTANT (60000),
                                   offset, zone, day, error);
}

/* --- What every entry has --- */

static char *
dup_uuid (UnknotEntry *entry)
{
  return g_strdup (unknot_entry_get_uuid (entry));
}

static gboolean
take_uuid (UnknotEntry  *entry,
           const char   *field,
           GError      **error)
{
  return unknot_entry_set_uuid (entry, field, error);
}

static char *
dup_time (UnknotEntry *entry)
{
  return format_time (unknot_entry_get_moment (entry));
}

static gboolean
take_time (UnknotEntry  *entry,
           const char   *field,
           GError      **error)
{
  g_autoptr (UnknotMoment) moment = parse_time (field, error);

  if (moment == NULL)
    return FALSE;

  unknot_entry_set_moment (entry, moment);

  return TRUE;
}

/* --- Numbers and codes --- */

static char *
dup_pain (int pain)
{
  return pain != UNKNOT_PAIN_UNKNOWN ? g_strdup_printf ("%d", pain) : g_strdup ("");
}

static gboolean
parse_pain (const char  *field,
            gint64      *pain,
            GError     **error)
{
  *pain = UNKNOT_PAIN_UNKNOWN;
  if (*field == '\0')
    return TRUE;

  return g_ascii_string_to_signed (field, 10, 0, UNKNOT_PAIN_MAX, pain, NULL) ||
         refuse (field, error);
}

static char *
dup_codes (UnknotEntry      *entry,
           UnknotVocabulary  aspect)
{
  g_auto (GStrv) codes = unknot_episode_dup_codes (UNKNOT_EPISODE (entry), aspect);

  return g_strjoinv (" ", codes);
}

static gboolean
take_codes (UnknotEntry       *entry,
            UnknotVocabulary   aspect,
            const char        *field,
            GError           **error)
{
  g_auto (GStrv) codes = *field != '\0' ? g_strsplit (field, " ", -1) : g_new0 (char *, 1);

  return unknot_episode_set_codes (UNKNOT_EPISODE (entry), aspect, (const char *const *) codes,
                                   error);
}

#define CODES(name, aspect)                                                                        \
  static char *dup_##name (UnknotEntry *entry)                                                     \
  {                                                                                                \
    return dup_codes (entry, aspect);                                                              \
  }                                                                                                \
                                                                                                   \
  static gboolean take_##name (UnknotEntry *entry, const char *field, GError **error)              \
  {                                                                                                \
    return take_codes (entry, aspect, field, error);                                               \
  }

CODES (trigger, UNKNOT_VOCABULARY_TRIGGER)
CODES (feel, UNKNOT_VOCABULARY_FEEL)
CODES (stops, UNKNOT_VOCABULARY_STOPS)
CODES (spreads, UNKNOT_VOCABULARY_SPREADS)
CODES (warning, UNKNOT_VOCABULARY_WARNING)

#define PAIN(name)                                                                                 \
  static char *dup_##name (UnknotEntry *entry)                                                     \
  {                                                                                                \
    return dup_pain (unknot_episode_get_##name (UNKNOT_EPISODE (entry)));                          \
  }                                                                                                \
                                                                                                   \
  static gboolean take_##name (UnknotEntry *entry, const char *field, GError **error)              \
  {                                                                                                \
    gint64 pain;                                                                                   \
                                                                                                   \
    return parse_pain (field, &pain, error) &&                                                     \
           unknot_episode_set_##name (UNKNOT_EPISODE (entry), pain, error);                        \
  }

PAIN (current)
PAIN (at_rest)
PAIN (on_moving)
PAIN (worst)

/* --- Spasms --- */

static char *
dup_end (UnknotEntry *entry)
{
  UnknotMoment *end = unknot_episode_get_end (UNKNOT_EPISODE (entry));

  return end != NULL ? format_time (end) : g_strdup ("");
}

static gboolean
take_end (UnknotEntry  *entry,
          const char   *field,
          GError      **error)
{
  g_autoptr (UnknotMoment) end = NULL;

  if (*field == '\0')
    return TRUE;

  end = parse_time (field, error);

  return end != NULL && unknot_episode_set_end (UNKNOT_EPISODE (entry), end, error);
}

static char *
dup_precision (UnknotEntry *entry)
{
  return g_strdup (unknot_episode_get_precision (UNKNOT_EPISODE (entry)));
}

static gboolean
take_precision (UnknotEntry  *entry,
                const char   *field,
                GError      **error)
{
  return *field == '\0' || unknot_episode_set_precision (UNKNOT_EPISODE (entry), field, error);
}

static gboolean
take_worst_needed (UnknotEntry  *entry,
                   const char   *field,
                   GError      **error)
{
  return *field != '\0' ? take_worst (entry, field, error) : refuse (field, error);
}

static char *
dup_places (UnknotEntry *entry)
{
  GListModel *places = G_LIST_MODEL (unknot_episode_get_places (UNKNOT_EPISODE (entry)));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (UnknotPlace) place = g_list_model_get_item (places, i);
      const char *side = unknot_place_get_side (place);
      const char *kind = unknot_place_get_kind (place);
      g_autofree char *pain = dup_pain (unknot_place_get_pain (place));

      g_string_append_printf (text, "%s%s/%s/%s/%s", i > 0 ? " " : "",
                              unknot_place_get_area (place), side != NULL ? side : "", pain,
                              kind != NULL ? kind : "");
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gboolean
take_place (UnknotEpisode  *episode,
            const char     *field,
            GError        **error)
{
  g_auto (GStrv) parts = g_strsplit (field, "/", -1);
  g_autoptr (UnknotPlace) place = NULL;
  gint64 pain;

  if (g_strv_length (parts) != PLACE_N_PARTS)
    return refuse (field, error);
  if (!parse_pain (parts[PLACE_PAIN], &pain, error))
    return FALSE;
  place = unknot_place_new (parts[PLACE_AREA], or_null (parts[PLACE_SIDE]), pain,
                            or_null (parts[PLACE_KIND]), error);
  if (place == NULL)
    return FALSE;

  g_list_store_append (unknot_episode_get_places (episode), place);

  return TRUE;
}

static gboolean
take_places (UnknotEntry  *entry,
             const char   *field,
             GError      **error)
{
  g_auto (GStrv) places = *field != '\0' ? g_strsplit (field, " ", -1) : g_new0 (char *, 1);

  for (guint i = 0; places[i] != NULL; i++)
    {
      if (!take_place (UNKNOT_EPISODE (entry), places[i], error))
        return FALSE;
    }

  return TRUE;
}

/* A text, or a code, that may be missing. */
#define OPTIONAL(Type, type, name)                                                                 \
  static char *dup_##type##_##name (UnknotEntry *entry)                                            \
  {                                                                                                \
    const char *text = unknot_##type##_get_##name (UNKNOT_##Type (entry));                         \
                                                                                                   \
    return g_strdup (text != NULL ? text : "");                                                    \
  }                                                                                                \
                                                                                                   \
  static gboolean take_##type##_##name (UnknotEntry *entry, const char *field, GError **error)     \
  {                                                                                                \
    return *field == '\0' ||                                                                       \
           unknot_##type##_set_##name (UNKNOT_##Type (entry), field, error);                       \
  }

OPTIONAL (EPISODE, episode, onset)
OPTIONAL (EPISODE, episode, note)

static const UnknotCsvColumn spasms[] = {
  { "id", dup_uuid, take_uuid },
  { "start", dup_time, take_time },
  { "end", dup_end, take_end },
  { "precision", dup_precision, take_precision },
  { "onset", dup_episode_onset, take_episode_onset },
  { "current", dup_current, take_current },
  { "at_rest", dup_at_rest, take_at_rest },
  { "on_moving", dup_on_moving, take_on_moving },
  { "worst", dup_worst, take_worst_needed },
  { "trigger", dup_trigger, take_trigger },
  { "feel", dup_feel, take_feel },
  { "stops", dup_stops, take_stops },
  { "spreads", dup_spreads, take_spreads },
  { "warning", dup_warning, take_warning },
  { "places", dup_places, take_places },
  { "note", dup_episode_note, take_episode_note },
};

/* --- What belongs to them --- */

OPTIONAL (RELIEF, relief, measure)
OPTIONAL (RELIEF, relief, effect)
OPTIONAL (DOSE, dose, name)
OPTIONAL (DOSE, dose, unit)
OPTIONAL (DOSE, dose, ingredient)
OPTIONAL (DOSE, dose, supply)
OPTIONAL (DOSE, dose, effect)

static char *
dup_spasm (UnknotEntry *entry)
{
  const char *episode = unknot_entry_get_episode (entry);

  return g_strdup (episode != NULL ? episode : "");
}

static gboolean
take_spasm (UnknotEntry  *entry,
            const char   *field,
            GError      **error)
{
  return unknot_entry_set_episode (entry, or_null (field), error);
}

static char *
dup_reading_pain (UnknotEntry *entry)
{
  return dup_pain (unknot_reading_get_pain (UNKNOT_READING (entry)));
}

static gboolean
take_reading_pain (UnknotEntry  *entry,
                   const char   *field,
                   GError      **error)
{
  gint64 pain;

  return parse_pain (field, &pain, error) &&
         (pain != UNKNOT_PAIN_UNKNOWN || refuse (field, error)) &&
         unknot_reading_set_pain (UNKNOT_READING (entry), pain, error);
}

/* As few digits as bring the same number back. */
static char *
dup_dose_amount (UnknotEntry *entry)
{
  double amount = unknot_dose_get_amount (UNKNOT_DOSE (entry));
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.15g", amount);
  if (memcmp (&(double) { g_ascii_strtod (text, NULL) }, &amount, sizeof amount) != 0)
    g_ascii_dtostr (text, sizeof text, amount);

  return g_strdup (text);
}

static gboolean
take_dose_amount (UnknotEntry  *entry,
                  const char   *field,
                  GError      **error)
{
  char *end;
  double amount = g_ascii_strtod (field, &end);

  return *field != '\0' && *end == '\0'
           ? unknot_dose_set_amount (UNKNOT_DOSE (entry), amount, error) : refuse (field, error);
}

static gboolean
take_measure_needed (UnknotEntry  *entry,
                     const char   *field,
                     GError      **error)
{
  return *field != '\0' ? take_relief_measure (entry, field, error) : refuse (field, error);
}

#define OF_ALL                                                                                     \
  { "id", dup_uuid, take_uuid },                                                                   \
  { "spasm", dup_spasm, take_spasm },                                                              \
  { "time", dup_time, take_time }

static const UnknotCsvColumn readings[] = {
  OF_ALL,
  { "pain", dup_reading_pain, take_reading_pain },
};

static const UnknotCsvColumn reliefs[] = {
  OF_ALL,
  { "measure", dup_relief_measure, take_measure_needed },
  { "effect", dup_relief_effect, take_relief_effect },
};

static const UnknotCsvColumn doses[] = {
  OF_ALL,
  { "medicine", dup_dose_name, take_dose_name },
  { "amount", dup_dose_amount, take_dose_amount },
  { "unit", dup_dose_unit, take_dose_unit },
  { "ingredient", dup_dose_ingredient, take_dose_ingredient },
  { "supply", dup_dose_supply, take_dose_supply },
  { "effect", dup_dose_effect, take_dose_effect },
};

/**
 * unknot_csv_columns_get:
 * @type: the type of an entry: of a spasm, or of what may belong to one
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): what there is to write of such an entry
 */
const UnknotCsvColumn *
unknot_csv_columns_get (GType  type,
                        guint *n)
{
  const struct
  {
    GType type;
    const UnknotCsvColumn *columns;
    guint n;
  } all[] = {
    { UNKNOT_TYPE_EPISODE, spasms, G_N_ELEMENTS (spasms) },
    { UNKNOT_TYPE_READING, readings, G_N_ELEMENTS (readings) },
    { UNKNOT_TYPE_RELIEF, reliefs, G_N_ELEMENTS (reliefs) },
    { UNKNOT_TYPE_DOSE, doses, G_N_ELEMENTS (doses) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      if (all[i].type == type)
        {
          *n = all[i].n;
          return all[i].columns;
        }
    }

  g_assert_not_reached ();
}
