/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-test-ui.h"
#include "unknot-topic-markup.h"

#define EMPHASIS UNKNOT_TOPIC_RANGE_EMPHASIS
#define LINK UNKNOT_TOPIC_RANGE_LINK
#define KEY UNKNOT_TOPIC_RANGE_KEY
#define GUI UNKNOT_TOPIC_RANGE_GUI
#define HIT UNKNOT_TOPIC_RANGE_HIT

static void
test_topic_markup_cases (void)
{
  static const struct
  {
    const char *words;
    UnknotTopicRange ranges[4];
    guint n_ranges;
    const char *markup;
  } cases[] = {
    { "", { { 0 } }, 0, "" },
    { "a <b> & \"c\"", { { 0 } }, 0, "a &lt;b&gt; &amp; &quot;c&quot;" },
    { "abc", { { EMPHASIS, 1, 2, NULL } }, 1, "a<i>b</i>c" },
    { "abc", { { KEY, 0, 1, NULL }, { GUI, 1, 2, NULL }, { HIT, 2, 3, NULL } }, 3,
      "<b>a</b><b>b</b><b>c</b>" },
    { "see <it>", { { LINK, 4, 8, "a&b#\"c" } }, 1,
      "see <a href=\"a&amp;b#&quot;c\">&lt;it&gt;</a>" },
    { "abcd", { { LINK, 0, 4, "page" }, { EMPHASIS, 1, 4, NULL }, { KEY, 2, 3, NULL } }, 3,
      "<a href=\"page\">a<i>b<b>c</b>d</i></a>" },
    { "äöü", { { HIT, 2, 4, NULL } }, 1, "ä<b>ö</b>ü" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotTopicText) text =
        unknot_topic_text_new (cases[i].words, cases[i].ranges, cases[i].n_ranges);
      g_autofree char *markup = unknot_topic_markup_dup (text);
      g_autofree char *words = NULL;
      GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));

      g_assert_cmpstr (markup, ==, cases[i].markup);

      /* A label takes it, and says the same words. */
      gtk_label_set_markup (GTK_LABEL (label), markup);
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, cases[i].words);
      g_assert_finalize_object (label);
    }
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  g_test_add_func ("/topic-markup/cases", test_topic_markup_cases);

  return g_test_run ();
}
