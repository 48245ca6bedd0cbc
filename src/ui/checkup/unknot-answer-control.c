/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-answer-control"

#include "config.h"

#include "unknot-answer-control.h"

#include "unknot-choice-control.h"
#include "unknot-count-control.h"
#include "unknot-grade-control.h"
#include "unknot-yes-no-control.h"

typedef struct
{
  UnknotCheckup *checkup;
  UnknotQuestion *question;
  gboolean showing; /* what is only shown is not the person's doing */
} UnknotAnswerControlPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (UnknotAnswerControl, unknot_answer_control, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CHECKUP,
  PROP_QUESTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_answer (UnknotAnswerControl *self)
{
  UnknotAnswerControlPrivate *priv = unknot_answer_control_get_instance_private (self);
  UnknotAnswers *answers = unknot_checkup_get_shown_answers (priv->checkup, priv->question);

  priv->showing = TRUE;
  UNKNOT_ANSWER_CONTROL_GET_CLASS (self)->show_answer (self, answers);
  priv->showing = FALSE;
}

static void
unknot_answer_control_constructed (GObject *object)
{
  UnknotAnswerControl *self = UNKNOT_ANSWER_CONTROL (object);
  UnknotAnswerControlPrivate *priv = unknot_answer_control_get_instance_private (self);

  G_OBJECT_CLASS (unknot_answer_control_parent_class)->constructed (object);

  gtk_widget_set_layout_manager (GTK_WIDGET (self), gtk_bin_layout_new ());
  g_signal_connect_object (priv->checkup, "notify::assessment", G_CALLBACK (show_answer), self,
                           G_CONNECT_SWAPPED);
}

static void
unknot_answer_control_dispose (GObject *object)
{
  UnknotAnswerControl *self = UNKNOT_ANSWER_CONTROL (object);
  UnknotAnswerControlPrivate *priv = unknot_answer_control_get_instance_private (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&priv->checkup);
  g_clear_object (&priv->question);

  G_OBJECT_CLASS (unknot_answer_control_parent_class)->dispose (object);
}

static void
unknot_answer_control_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  UnknotAnswerControl *self = UNKNOT_ANSWER_CONTROL (object);
  UnknotAnswerControlPrivate *priv = unknot_answer_control_get_instance_private (self);

  switch (prop_id)
    {
    case PROP_CHECKUP:
      priv->checkup = g_value_dup_object (value);
      break;
    case PROP_QUESTION:
      priv->question = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Among check buttons the arrows lead to the next without choosing it: what is only passed on the way
 * is no answer, and must not call an ambulance. */
static gboolean
move_focus (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  GtkDirectionType direction = g_variant_get_int32 (arguments);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gboolean forward = direction == GTK_DIR_DOWN || direction == GTK_DIR_RIGHT;
  GtkWidget *next;

  if (!GTK_IS_CHECK_BUTTON (focus))
    return (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN) &&
           gtk_widget_child_focus (widget, direction);

  next = forward ? gtk_widget_get_next_sibling (focus) : gtk_widget_get_prev_sibling (focus);

  return !GTK_IS_CHECK_BUTTON (next) || gtk_widget_grab_focus (next);
}

/* The list around the questions would take the keys that lead up and down. */
static void
add_arrow_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GtkDirectionType direction;
  } arrows[] = {
    { GDK_KEY_Up, GTK_DIR_UP },
    { GDK_KEY_KP_Up, GTK_DIR_UP },
    { GDK_KEY_Down, GTK_DIR_DOWN },
    { GDK_KEY_KP_Down, GTK_DIR_DOWN },
    { GDK_KEY_Left, GTK_DIR_LEFT },
    { GDK_KEY_KP_Left, GTK_DIR_LEFT },
    { GDK_KEY_Right, GTK_DIR_RIGHT },
    { GDK_KEY_KP_Right, GTK_DIR_RIGHT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    gtk_widget_class_add_binding (widget_class, arrows[i].key, GDK_NO_MODIFIER_MASK, move_focus,
                                  "i", arrows[i].direction);
}

static void
unknot_answer_control_class_init (UnknotAnswerControlClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = unknot_answer_control_constructed;
  object_class->dispose = unknot_answer_control_dispose;
  object_class->set_property = unknot_answer_control_set_property;

  properties[PROP_CHECKUP] =
    g_param_spec_object ("checkup", NULL, NULL, UNKNOT_TYPE_CHECKUP,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_QUESTION] =
    g_param_spec_object ("question", NULL, NULL, UNKNOT_TYPE_QUESTION,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  add_arrow_keys (GTK_WIDGET_CLASS (klass));
}

static void
unknot_answer_control_init (UnknotAnswerControl *self)
{
}

static GType
find_type (UnknotQuestion *question)
{
  switch (unknot_question_get_kind (question))
    {
    case UNKNOT_QUESTION_SIGN:
    case UNKNOT_QUESTION_FLAG:
      return UNKNOT_TYPE_YES_NO_CONTROL;
    case UNKNOT_QUESTION_CHOICE:
    case UNKNOT_QUESTION_CHOICES:
      return UNKNOT_TYPE_CHOICE_CONTROL;
    case UNKNOT_QUESTION_COUNT:
      return unknot_question_get_unit (question) != NULL ? UNKNOT_TYPE_COUNT_CONTROL
                                                         : UNKNOT_TYPE_GRADE_CONTROL;
    default:
      g_assert_not_reached ();
    }
}

/**
 * unknot_answer_control_new:
 *
 * Returns: a control that fits @question
 */
GtkWidget *
unknot_answer_control_new (UnknotCheckup  *checkup,
                           UnknotQuestion *question)
{
  UnknotAnswerControl *self = g_object_new (find_type (question),
                                            "checkup", checkup,
                                            "question", question,
                                            NULL);

  show_answer (self);

  return GTK_WIDGET (self);
}

UnknotCheckup *
unknot_answer_control_get_checkup (UnknotAnswerControl *self)
{
  UnknotAnswerControlPrivate *priv = unknot_answer_control_get_instance_private (self);

  return priv->checkup;
}

UnknotQuestion *
unknot_answer_control_get_question (UnknotAnswerControl *self)
{
  UnknotAnswerControlPrivate *priv = unknot_answer_control_get_instance_private (self);

  return priv->question;
}

/**
 * unknot_answer_control_take_codes:
 * @codes: what the person chose
 *
 * Hands an answer on to the check-up; for the subclasses.
 */
void
unknot_answer_control_take_codes (UnknotAnswerControl *self,
                                  const char * const  *codes)
{
  UnknotAnswerControlPrivate *priv = unknot_answer_control_get_instance_private (self);
  g_autoptr (GError) error = NULL;

  if (priv->showing)
    return;

  /* Only what the question offers can be chosen. */
  if (!unknot_answers_set_codes (unknot_checkup_get_answers (priv->checkup), priv->question, codes,
                                 &error))
    g_error ("%s", error->message);
}

void
unknot_answer_control_take_code (UnknotAnswerControl *self,
                                 const char          *code)
{
  const char *const codes[] = { code, NULL };

  unknot_answer_control_take_codes (self, codes);
}

void
unknot_answer_control_take_count (UnknotAnswerControl *self,
                                  int                  count)
{
  UnknotAnswerControlPrivate *priv = unknot_answer_control_get_instance_private (self);
  g_autoptr (GError) error = NULL;

  if (priv->showing)
    return;

  if (!unknot_answers_set_count (unknot_checkup_get_answers (priv->checkup), priv->question, count,
                                 &error))
    g_error ("%s", error->message);
}

/**
 * unknot_answer_control_take_nothing:
 *
 * Takes the answer away, as the person did; for the subclasses.
 */
void
unknot_answer_control_take_nothing (UnknotAnswerControl *self)
{
  UnknotAnswerControlPrivate *priv = unknot_answer_control_get_instance_private (self);

  if (!priv->showing)
    unknot_checkup_clear (priv->checkup, priv->question);
}
