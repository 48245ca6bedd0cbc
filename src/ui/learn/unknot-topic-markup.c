/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-topic-markup"

#include "config.h"

#include "unknot-topic-markup.h"

static void
append_words (GString    *markup,
              const char *words,
              gsize       length)
{
  g_autofree char *escaped = g_markup_escape_text (words, length);

  g_string_append (markup, escaped);
}

static void
append_start (GString                *markup,
              const UnknotTopicRange *range)
{
  switch (range->kind)
    {
    case UNKNOT_TOPIC_RANGE_EMPHASIS:
      g_string_append (markup, "<i>");
      break;

    case UNKNOT_TOPIC_RANGE_LINK:
      g_string_append (markup, "<a href=\"");
      append_words (markup, range->target, strlen (range->target));
      g_string_append (markup, "\">");
      break;

    case UNKNOT_TOPIC_RANGE_KEY:
    case UNKNOT_TOPIC_RANGE_GUI:
    case UNKNOT_TOPIC_RANGE_HIT:
    default:
      g_string_append (markup, "<b>");
    }
}

static void
append_end (GString                *markup,
            const UnknotTopicRange *range)
{
  switch (range->kind)
    {
    case UNKNOT_TOPIC_RANGE_EMPHASIS:
      g_string_append (markup, "</i>");
      break;

    case UNKNOT_TOPIC_RANGE_LINK:
      g_string_append (markup, "</a>");
      break;

    case UNKNOT_TOPIC_RANGE_KEY:
    case UNKNOT_TOPIC_RANGE_GUI:
    case UNKNOT_TOPIC_RANGE_HIT:
    default:
      g_string_append (markup, "</b>");
    }
}

/* Writes up to @end, and closes what ends on the way. */
static void
append_until (GString    *markup,
              const char *words,
              gsize      *position,
              gsize       end,
              GPtrArray  *open)
{
  while (open->len > 0)
    {
      const UnknotTopicRange *innermost = g_ptr_array_index (open, open->len - 1);

      if (innermost->end > end)
        break;
      append_words (markup, words + *position, innermost->end - *position);
      append_end (markup, innermost);
      *position = innermost->end;
      g_ptr_array_remove_index (open, open->len - 1);
    }
  append_words (markup, words + *position, end - *position);
  *position = end;
}

/**
 * unknot_topic_markup_dup:
 *
 * Returns: (transfer full): @text as Pango's markup, with links as #GtkLabel knows them
 */
char *
unknot_topic_markup_dup (UnknotTopicText *text)
{
  const char *words = unknot_topic_text_get_text (text);
  GString *markup = g_string_new (NULL);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  gsize position = 0;

  for (guint i = 0; i < unknot_topic_text_get_n_ranges (text); i++)
    {
      const UnknotTopicRange *range = unknot_topic_text_get_range (text, i);

      append_until (markup, words, &position, range->start, open);
      append_start (markup, range);
      g_ptr_array_add (open, (gpointer) range);
    }
  append_until (markup, words, &position, strlen (words), open);

  return g_string_free_and_steal (markup);
}
