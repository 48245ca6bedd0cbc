/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-topic-parser"

#include "config.h"

#include "unknot-topic-parser.h"

#include "unknot-topic-elements.h"
#include "unknot-topic-text-builder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MALLARD "http://projectmallard.org/1.0/"

/* Far more than anybody would read, and little enough to be read at once. */
#define MAX_SIZE (256 * 1024)
#define MAX_DEPTH 16

/* An element that is open. */
typedef struct
{
  UnknotElement element;
  UnknotTopicBlock *block; /* what it becomes, if it becomes one */
  int range;               /* the number of the range that it becomes; -1 if it becomes none */
  guint n_children;        /* how many elements it has so far */
} Frame;

typedef struct
{
  const char *file;
  GMarkupParseContext *context;
  UnknotTopicParts *parts;
  UnknotFaults *faults;

  GArray *frames;
  UnknotTopicTextBuilder *text; /* of the title, paragraph or summary that is open */
  GPtrArray *see_also;
} Parser;

static void
clear_frame (gpointer data)
{
  Frame *frame = data;

  g_clear_object (&frame->block);
}

/* Names the first fault: nothing behind it is read. */
static void G_GNUC_PRINTF (3, 4)
fail (Parser      *parser,
      GError     **error,
      const char  *format,
      ...)
{
  g_autofree char *what = NULL;
  va_list arguments;
  int line;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_markup_parse_context_get_position (parser->context, &line, NULL);
  /* Translators: a file’s name, and what is wrong in that line, a sentence. */
  unknot_faults_add (parser->faults, _("%s, line %d: %s"), parser->file, line, what);
  g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, what);
}

static Frame *
get_frame (Parser *parser)
{
  return parser->frames->len > 0
           ? &g_array_index (parser->frames, Frame, parser->frames->len - 1)
           : NULL;
}

/* The block in which what is open stands; %NULL on the page itself. */
static UnknotTopicBlock *
get_block (Parser *parser)
{
  for (guint i = parser->frames->len; i > 0; i--)
    {
      Frame *frame = &g_array_index (parser->frames, Frame, i - 1);

      if (frame->block != NULL)
        return frame->block;
    }

  return NULL;
}

/* A page's name or a section's. */
static gboolean
is_name (const char *text,
         gsize       length)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";

  return length > 0 && strspn (text, letters) >= length;
}

/* Gives “page” or “page#section”, also where the page itself is left out. */
static char *
dup_target (Parser      *parser,
            const char  *xref,
            GError     **error)
{
  const char *hash = strchr (xref, '#');
  gsize length = hash != NULL ? (gsize) (hash - xref) : strlen (xref);

  if ((hash == xref || is_name (xref, length)) &&
      (hash == NULL || is_name (hash + 1, strlen (hash + 1))))
    return hash == xref ? g_strconcat (parser->parts->id, xref, NULL) : g_strdup (xref);

  fail (parser, error, _("A link leads to “%s”, which cannot be the name of a page."), xref);

  return NULL;
}

static const char *
find_attribute (const char **names,
                const char **values,
                const char  *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];

  return NULL;
}

static const char *
get_attribute (Parser         *parser,
               UnknotElement   element,
               const char    **names,
               const char    **values,
               const char     *name,
               GError        **error)
{
  const char *value = find_attribute (names, values, name);

  if (value != NULL && *value != '\0')
    return value;

  fail (parser, error, _("“%s” does not say its “%s”."), unknot_element_get_name (element), name);

  return NULL;
}

static gboolean
check_attributes (Parser         *parser,
                  UnknotElement   element,
                  const char    **names,
                  GError        **error)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (!g_str_has_prefix (names[i], "xmlns") &&
        !unknot_element_has_attribute (element, names[i]))
      {
        fail (parser, error, _("“%s” has “%s”, which is not known."),
              unknot_element_get_name (element), names[i]);
        return FALSE;
      }

  return TRUE;
}

static void
refuse_value (Parser         *parser,
              UnknotElement   element,
              const char     *name,
              const char     *value,
              GError        **error)
{
  fail (parser, error, _("The “%s” of “%s” is “%s”, which is not known."), name,
        unknot_element_get_name (element), value);
}

static void
start_page (Parser      *parser,
            const char **names,
            const char **values,
            GError     **error)
{
  const char *namespace = find_attribute (names, values, "xmlns");
  const char *id = get_attribute (parser, UNKNOT_ELEMENT_PAGE, names, values, "id", error);
  const char *type =
    id != NULL ? get_attribute (parser, UNKNOT_ELEMENT_PAGE, names, values, "type", error) : NULL;
  g_autofree char *name = g_path_get_basename (parser->file);

  if (type == NULL)
    return;

  if (g_strcmp0 (namespace, MALLARD) != 0)
    {
      fail (parser, error, _("This is no page of Mallard."));
      return;
    }
  if (!is_name (id, strlen (id)) || !g_str_has_prefix (name, id) ||
      !g_str_equal (name + strlen (id), ".page"))
    {
      fail (parser, error, _("The page’s id is “%s”, not the name of its file."), id);
      return;
    }
  if (!g_str_equal (type, "topic") && !g_str_equal (type, "guide"))
    {
      refuse_value (parser, UNKNOT_ELEMENT_PAGE, "type", type, error);
      return;
    }

  parser->parts->id = g_strdup (id);
  parser->parts->is_guide = g_str_equal (type, "guide");
}

static void
add_group (Parser      *parser,
           const char  *target,
           const char  *group,
           GError     **error)
{
  int rank = 0;

  if (g_strcmp0 (group, "#first") == 0)
    rank = -1;
  else if (g_strcmp0 (group, "#last") == 0)
    rank = 1;
  else if (group != NULL)
    {
      refuse_value (parser, UNKNOT_ELEMENT_INFO_LINK, "group", group, error);
      return;
    }

  unknot_topic_parts_add_group (parser->parts, target, rank);
}

static void
start_info_link (Parser      *parser,
                 const char **names,
                 const char **values,
                 GError     **error)
{
  UnknotElement element = UNKNOT_ELEMENT_INFO_LINK;
  const char *type = get_attribute (parser, element, names, values, "type", error);
  const char *xref =
    type != NULL ? get_attribute (parser, element, names, values, "xref", error) : NULL;
  g_autofree char *target = xref != NULL ? dup_target (parser, xref, error) : NULL;

  if (target == NULL)
    return;

  if (g_str_equal (type, "guide"))
    add_group (parser, target, find_attribute (names, values, "group"), error);
  else if (g_str_equal (type, "seealso"))
    g_ptr_array_add (parser->see_also, g_steal_pointer (&target));
  else
    refuse_value (parser, element, "type", type, error);
}

static void
start_section (Parser            *parser,
               UnknotTopicBlock  *block,
               const char       **names,
               const char       **values,
               GError           **error)
{
  const char *id = get_attribute (parser, UNKNOT_ELEMENT_SECTION, names, values, "id", error);

  if (id == NULL)
    return;

  if (!is_name (id, strlen (id)))
    {
      refuse_value (parser, UNKNOT_ELEMENT_SECTION, "id", id, error);
      return;
    }
  if (unknot_topic_parts_find_section (parser->parts, id) != NULL)
    {
      fail (parser, error, _("The section “%s” stands twice."), id);
      return;
    }

  unknot_topic_block_set_id (block, id);
}

static void
start_note (Parser            *parser,
            UnknotTopicBlock  *block,
            const char        *style,
            GError           **error)
{
  static const char *const styles[] = {
    [UNKNOT_TOPIC_NOTE_TIP] = "tip",
    [UNKNOT_TOPIC_NOTE_IMPORTANT] = "important",
    [UNKNOT_TOPIC_NOTE_WARNING] = "warning",
  };

  if (style == NULL)
    return;

  for (guint i = UNKNOT_TOPIC_NOTE_TIP; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (styles[i], style))
      {
        unknot_topic_block_set_note_style (block, i);
        return;
      }

  refuse_value (parser, UNKNOT_ELEMENT_NOTE, "style", style, error);
}

static void
start_media (Parser      *parser,
             const char **names,
             const char **values,
             GError     **error)
{
  static const char folder[] = "figures/";
  static const char ending[] = ".svg";
  const char *type = find_attribute (names, values, "type");
  const char *src = get_attribute (parser, UNKNOT_ELEMENT_MEDIA, names, values, "src", error);
  const char *name;

  if (src == NULL)
    return;
  if (g_strcmp0 (type, "image") != 0)
    {
      refuse_value (parser, UNKNOT_ELEMENT_MEDIA, "type", type != NULL ? type : "", error);
      return;
    }
  if (unknot_topic_block_get_figure (get_block (parser)) != NULL)
    {
      fail (parser, error, _("There are two pictures in one figure."));
      return;
    }

  /* Nothing but what lies in that folder, wherever a page comes from. */
  name = src + strlen (folder);
  if (!g_str_has_prefix (src, folder) || !g_str_has_suffix (name, ending) ||
      !is_name (name, strlen (name) - strlen (ending)))
    {
      refuse_value (parser, UNKNOT_ELEMENT_MEDIA, "src", src, error);
      return;
    }

  unknot_topic_block_set_figure (get_block (parser), src);
}

static void
open_range (Parser               *parser,
            Frame                *frame,
            UnknotTopicRangeKind  kind,
            const char           *target)
{
  frame->range = unknot_topic_text_builder_open_range (parser->text, kind, target);
}

static void
start_link (Parser      *parser,
            Frame       *frame,
            const char **names,
            const char **values,
            GError     **error)
{
  const char *action = find_attribute (names, values, "action");
  const char *xref = get_attribute (parser, UNKNOT_ELEMENT_LINK, names, values, "xref", error);
  g_autofree char *target = xref != NULL ? dup_target (parser, xref, error) : NULL;

  if (target == NULL)
    return;

  if (action != NULL)
    {
      static const char scheme[] = "unknot:";
      const char *name = action + strlen (scheme);

      if (!g_str_has_prefix (action, scheme) || !is_name (name, strlen (name)))
        {
          refuse_value (parser, UNKNOT_ELEMENT_LINK, "action", action, error);
          return;
        }
      g_set_str (&target, action);
    }

  open_range (parser, frame, UNKNOT_TOPIC_RANGE_LINK, target);
  unknot_topic_parts_add_link (parser->parts, target);
}

static void
start_key (Parser *parser,
           Frame  *frame,
           Frame  *parent)
{
  if (parent->element == UNKNOT_ELEMENT_KEYSEQ && parent->n_children > 1)
    unknot_topic_text_builder_append (parser->text, '+');
  open_range (parser, frame, UNKNOT_TOPIC_RANGE_KEY, NULL);
}

static void
start_block (Parser      *parser,
             Frame       *frame,
             const char **names,
             const char **values,
             GError     **error)
{
  static const UnknotTopicBlockKind kinds[UNKNOT_N_ELEMENTS] = {
    [UNKNOT_ELEMENT_SECTION] = UNKNOT_TOPIC_BLOCK_SECTION,
    [UNKNOT_ELEMENT_P] = UNKNOT_TOPIC_BLOCK_PARAGRAPH,
    [UNKNOT_ELEMENT_LIST] = UNKNOT_TOPIC_BLOCK_LIST,
    [UNKNOT_ELEMENT_STEPS] = UNKNOT_TOPIC_BLOCK_STEPS,
    [UNKNOT_ELEMENT_TERMS] = UNKNOT_TOPIC_BLOCK_TERMS,
    [UNKNOT_ELEMENT_ITEM] = UNKNOT_TOPIC_BLOCK_ITEM,
    [UNKNOT_ELEMENT_NOTE] = UNKNOT_TOPIC_BLOCK_NOTE,
    [UNKNOT_ELEMENT_FIGURE] = UNKNOT_TOPIC_BLOCK_FIGURE,
  };
  const char *style = find_attribute (names, values, "style");
  UnknotTopicBlockKind kind = kinds[frame->element];

  if (frame->element == UNKNOT_ELEMENT_LIST && g_strcmp0 (style, "sources") == 0)
    kind = UNKNOT_TOPIC_BLOCK_SOURCES;
  else if (frame->element == UNKNOT_ELEMENT_LIST && style != NULL)
    {
      refuse_value (parser, UNKNOT_ELEMENT_LIST, "style", style, error);
      return;
    }

  frame->block = unknot_topic_block_new (kind);
  if (frame->element == UNKNOT_ELEMENT_SECTION)
    start_section (parser, frame->block, names, values, error);
  else if (frame->element == UNKNOT_ELEMENT_NOTE)
    start_note (parser, frame->block, style, error);
}

static void
start (Parser      *parser,
       Frame       *frame,
       Frame       *parent,
       const char **names,
       const char **values,
       GError     **error)
{
  switch (frame->element)
    {
    case UNKNOT_ELEMENT_PAGE:
      start_page (parser, names, values, error);
      break;
    case UNKNOT_ELEMENT_INFO_LINK:
      start_info_link (parser, names, values, error);
      break;
    case UNKNOT_ELEMENT_P:
      parser->text = unknot_topic_text_builder_new ();
      if (parent->element != UNKNOT_ELEMENT_MEDIA)
        start_block (parser, frame, names, values, error);
      break;
    case UNKNOT_ELEMENT_TITLE:
    case UNKNOT_ELEMENT_DESC:
      parser->text = unknot_topic_text_builder_new ();
      break;
    case UNKNOT_ELEMENT_SECTION:
    case UNKNOT_ELEMENT_LIST:
    case UNKNOT_ELEMENT_STEPS:
    case UNKNOT_ELEMENT_TERMS:
    case UNKNOT_ELEMENT_ITEM:
    case UNKNOT_ELEMENT_NOTE:
    case UNKNOT_ELEMENT_FIGURE:
      start_block (parser, frame, names, values, error);
      break;
    case UNKNOT_ELEMENT_MEDIA:
      start_media (parser, names, values, error);
      break;
    case UNKNOT_ELEMENT_EM:
      open_range (parser, frame, UNKNOT_TOPIC_RANGE_EMPHASIS, NULL);
      break;
    case UNKNOT_ELEMENT_LINK:
      start_link (parser, frame, names, values, error);
      break;
    case UNKNOT_ELEMENT_KEY:
      start_key (parser, frame, parent);
      break;
    case UNKNOT_ELEMENT_GUI:
      open_range (parser, frame, UNKNOT_TOPIC_RANGE_GUI, NULL);
      break;
    default:
      break;
    }
}

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *name,
                  const char          **names,
                  const char          **values,
                  gpointer              data,
                  GError              **error)
{
  Parser *parser = data;
  Frame frame = { .range = -1 };
  Frame *parent = get_frame (parser);
  guint depth = parser->frames->len;

  if (depth == MAX_DEPTH)
    {
      fail (parser, error, _("Too much lies within each other."));
      return;
    }
  /* GMarkup would take one page after the other. */
  if (!unknot_element_find (name, parent != NULL ? &parent->element : NULL, &frame.element) ||
      (frame.element == UNKNOT_ELEMENT_PAGE && parser->parts->id != NULL) ||
      (frame.element == UNKNOT_ELEMENT_TITLE && parent->element == UNKNOT_ELEMENT_ITEM &&
       g_array_index (parser->frames, Frame, depth - 2).element != UNKNOT_ELEMENT_TERMS))
    {
      fail (parser, error, _("“%s” is not known here."), name);
      return;
    }
  if (!check_attributes (parser, frame.element, names, error))
    return;

  if (parent != NULL)
    parent->n_children++;
  g_array_append_val (parser->frames, frame);
  start (parser, &g_array_index (parser->frames, Frame, depth),
         depth > 0 ? &g_array_index (parser->frames, Frame, depth - 1) : NULL, names, values,
         error);
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              data,
         GError              **error)
{
  Parser *parser = data;
  Frame *frame = get_frame (parser);
  gboolean takes_words = parser->text != NULL && frame->element != UNKNOT_ELEMENT_KEYSEQ;

  if (frame != NULL && unknot_element_is_credit (frame->element))
    return;

  for (gsize i = 0; i < length; i++)
    {
      if (!is_blank (text[i]) && !takes_words)
        {
          fail (parser, error, _("There are words where none can be."));
          return;
        }
      if (!is_blank (text[i]) && g_ascii_iscntrl (text[i]))
        {
          fail (parser, error, _("There is a control character."));
          return;
        }
      if (takes_words)
        unknot_topic_text_builder_append (parser->text, is_blank (text[i]) ? ' ' : text[i]);
    }
}

/* Returns: (transfer full) (nullable): %NULL where that is a fault */
static UnknotTopicText *
end_text (Parser         *parser,
          UnknotElement   element,
          gboolean        is_first,
          GError        **error)
{
  g_autoptr (UnknotTopicTextBuilder) builder = g_steal_pointer (&parser->text);
  UnknotTopicText *text;

  if (!is_first)
    {
      fail (parser, error, _("There is one “%s” too many."), unknot_element_get_name (element));
      return NULL;
    }

  text = unknot_topic_text_builder_end (builder);
  if (text == NULL)
    fail (parser, error, _("There are no words in “%s”."), unknot_element_get_name (element));

  return text;
}

static void
end_title (Parser  *parser,
           GError **error)
{
  UnknotTopicBlock *block = get_block (parser);
  gboolean is_first = block != NULL ? unknot_topic_block_get_title (block) == NULL
                                    : parser->parts->title == NULL;
  g_autoptr (UnknotTopicText) title = end_text (parser, UNKNOT_ELEMENT_TITLE, is_first, error);

  if (title == NULL)
    return;

  if (block != NULL)
    unknot_topic_block_set_title (block, title);
  else
    parser->parts->title = g_strdup (unknot_topic_text_get_text (title));
}

/* A paragraph of its own, or the words of the figure around it. */
static void
end_paragraph (Parser  *parser,
               GError **error)
{
  UnknotTopicBlock *block = get_block (parser);
  g_autoptr (UnknotTopicText) text =
    end_text (parser, UNKNOT_ELEMENT_P, unknot_topic_block_get_text (block) == NULL, error);

  if (text != NULL)
    unknot_topic_block_set_text (block, text);
}

static void
end_summary (Parser  *parser,
             GError **error)
{
  g_autoptr (UnknotTopicText) text =
    end_text (parser, UNKNOT_ELEMENT_DESC, parser->parts->summary == NULL, error);

  if (text != NULL)
    parser->parts->summary = g_strdup (unknot_topic_text_get_text (text));
}

static gboolean
needs_title (UnknotTopicBlockKind kind,
             Frame               *parent)
{
  return kind == UNKNOT_TOPIC_BLOCK_SECTION || kind == UNKNOT_TOPIC_BLOCK_SOURCES ||
         (kind == UNKNOT_TOPIC_BLOCK_ITEM && parent->element == UNKNOT_ELEMENT_TERMS);
}

static gboolean
needs_children (UnknotTopicBlockKind kind)
{
  return kind != UNKNOT_TOPIC_BLOCK_SECTION && kind != UNKNOT_TOPIC_BLOCK_PARAGRAPH &&
         kind != UNKNOT_TOPIC_BLOCK_FIGURE;
}

static gboolean
is_behind_section (Parser               *parser,
                   UnknotTopicBlockKind  kind)
{
  GPtrArray *blocks = parser->parts->blocks;

  return kind != UNKNOT_TOPIC_BLOCK_SECTION && blocks->len > 0 &&
         unknot_topic_block_get_kind (g_ptr_array_index (blocks, blocks->len - 1))
           == UNKNOT_TOPIC_BLOCK_SECTION;
}

static void
end_block (Parser            *parser,
           UnknotElement      element,
           UnknotTopicBlock  *block,
           GError           **error)
{
  UnknotTopicBlockKind kind = unknot_topic_block_get_kind (block);
  UnknotTopicBlock *around = get_block (parser);
  const char *missing = NULL;

  if (needs_title (kind, get_frame (parser)) && unknot_topic_block_get_title (block) == NULL)
    missing = "title";
  else if (needs_children (kind) && unknot_topic_block_get_n_children (block) == 0)
    missing = kind == UNKNOT_TOPIC_BLOCK_ITEM || kind == UNKNOT_TOPIC_BLOCK_NOTE ? "p" : "item";
  else if (kind == UNKNOT_TOPIC_BLOCK_FIGURE && unknot_topic_block_get_figure (block) == NULL)
    missing = "media";
  else if (kind == UNKNOT_TOPIC_BLOCK_FIGURE && unknot_topic_block_get_text (block) == NULL)
    missing = "p";

  if (missing != NULL)
    fail (parser, error, _("There is no “%s” in “%s”."), missing,
          unknot_element_get_name (element));
  else if (around != NULL)
    unknot_topic_block_add_child (around, block);
  else if (is_behind_section (parser, kind))
    fail (parser, error, _("“%s” stands behind a section."), unknot_element_get_name (element));
  else
    g_ptr_array_add (parser->parts->blocks, g_object_ref (block));
}

static void
end_page (Parser  *parser,
          GError **error)
{
  UnknotTopicParts *parts = parser->parts;

  if (parts->title == NULL || parts->summary == NULL)
    fail (parser, error, _("There is no “%s” in “%s”."), parts->title == NULL ? "title" : "desc",
          unknot_element_get_name (UNKNOT_ELEMENT_PAGE));
}

static void
end_element_cb (GMarkupParseContext  *context,
                const char           *name,
                gpointer              data,
                GError              **error)
{
  Parser *parser = data;
  Frame *frame = get_frame (parser);
  UnknotElement element = frame->element;
  g_autoptr (UnknotTopicBlock) block = NULL;

  if (frame->range >= 0 && !unknot_topic_text_builder_close_range (parser->text, frame->range))
    fail (parser, error, _("There are no words in “%s”."), unknot_element_get_name (element));
  else if (element == UNKNOT_ELEMENT_P)
    end_paragraph (parser, error);

  block = g_steal_pointer (&frame->block);
  g_array_set_size (parser->frames, parser->frames->len - 1);
  if (*error != NULL)
    return;

  if (element == UNKNOT_ELEMENT_TITLE)
    end_title (parser, error);
  else if (element == UNKNOT_ELEMENT_DESC)
    end_summary (parser, error);
  else if (element == UNKNOT_ELEMENT_PAGE)
    end_page (parser, error);
  else if (block != NULL)
    end_block (parser, element, block, error);
}

static gboolean
check_text (const char   *file,
            GBytes       *page,
            UnknotFaults *faults)
{
  gsize length;
  const char *text = g_bytes_get_data (page, &length);

  if (length > MAX_SIZE)
    unknot_faults_add (faults, _("%s: The file is too large for a page."), file);
  else if (length == 0)
    unknot_faults_add (faults, _("%s: The file is empty."), file);
  else if (!g_utf8_validate_len (text, length, NULL))
    unknot_faults_add (faults, _("%s: The file is not UTF-8 text."), file);
  else
    return TRUE;

  return FALSE;
}

static gboolean
parse (Parser       *parser,
       GBytes       *page,
       GError      **error)
{
  gsize length;
  const char *text = g_bytes_get_data (page, &length);

  return g_markup_parse_context_parse (parser->context, text, length, error) &&
         g_markup_parse_context_end_parse (parser->context, error);
}

/**
 * unknot_topic_parse:
 * @file: the name of the page's file, as a fault names it
 * @page: the page, in the part of Mallard that Unknot uses
 * @parts: takes what is on the page; of no use where there is a fault
 * @faults: takes the first thing that is wrong with it: where it stands, and what
 *
 * Returns: whether it could be read
 */
gboolean
unknot_topic_parse (const char       *file,
                    GBytes           *page,
                    UnknotTopicParts *parts,
                    UnknotFaults     *faults)
{
  static const GMarkupParser callbacks = { start_element_cb, end_element_cb, text_cb, NULL, NULL };
  g_autoptr (GPtrArray) see_also = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (UnknotTopicTextBuilder) text = NULL; /* left open by a fault */
  g_autoptr (GError) error = NULL;
  Parser parser = { file, NULL, parts, faults, frames, NULL, see_also };
  guint n_faults = unknot_faults_get_size (faults);
  gboolean read;

  if (!check_text (file, page, faults))
    return FALSE;

  g_array_set_clear_func (frames, clear_frame);

  context = g_markup_parse_context_new (&callbacks, G_MARKUP_TREAT_CDATA_AS_TEXT, &parser, NULL);
  parser.context = context;
  read = parse (&parser, page, &error);
  text = parser.text;
  if (!read && unknot_faults_get_size (faults) == n_faults)
    unknot_faults_add (faults, _("%s: The file is not XML: %s."), file, error->message);
  for (guint i = 0; read && i < see_also->len; i++)
    unknot_topic_parts_add_link (parts, g_ptr_array_index (see_also, i));

  return read;
}
