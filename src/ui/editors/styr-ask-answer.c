/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-ask-answer.h"

#include "styr-choice-button.h"
#include "styr-field-text.h"
#include "styr-locale.h"

#include <glib/gi18n-lib.h>

/** Returns: (transfer full): an answer that @control, of @kind, is going to hold */
StyrAskAnswer *
styr_ask_answer_new (
    const char *key, const char *title, StyrAnswerKind kind, GtkWidget *control, gboolean required)
{
  StyrAskAnswer *self;

  g_return_val_if_fail (key != NULL && title != NULL && GTK_IS_WIDGET (control), NULL);

  self = g_new0 (StyrAskAnswer, 1);
  self->key = g_strdup (key);
  self->title = g_strdup (title);
  self->kind = kind;
  self->control = control;
  self->required = required;
  return self;
}

/** Frees the answer, not its control. */
void
styr_ask_answer_free (StyrAskAnswer *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->key);
  g_free (self->title);
  g_free (self->value);
  g_free (self);
}

static char *
read_date (StyrAskAnswer *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->control));

  if (*text != '\0' && !styr_parse_date (text, &self->value))
    return g_strdup (styr_field_text_explain_date (text));
  if (self->required && (self->value == NULL || *self->value == '\0'))
    return g_strdup_printf (_ ("“%s” is missing: write the day as 2026-03-31."), self->title);
  return NULL;
}

static char *
read_choice (StyrAskAnswer *self)
{
  self->value = g_strdup (styr_choice_button_get_selected (STYR_CHOICE_BUTTON (self->control)));
  if (self->required && self->value == NULL)
    return g_strdup_printf (_ ("Choose something under “%s”."), self->title);
  return NULL;
}

static char *
dup_text (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static char *
dup_checked (GtkWidget *box)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (child)))
      {
        if (ids->len > 0)
          g_string_append_c (ids, '\n');
        g_string_append (ids, g_object_get_data (G_OBJECT (child), "styr-id"));
      }
  return g_strdup (ids->str);
}

/**
 * styr_ask_answer_read:
 *
 * Takes what the control holds as the answer's value.
 *
 * Returns: (transfer full) (nullable): a sentence when it is no answer, otherwise NULL
 */
char *
styr_ask_answer_read (StyrAskAnswer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_clear_pointer (&self->value, g_free);
  switch (self->kind)
    {
    case STYR_ANSWER_DATE:
      return read_date (self);
    case STYR_ANSWER_CHOICE:
      return read_choice (self);
    case STYR_ANSWER_TEXT:
      self->value = dup_text (self->control);
      break;
    case STYR_ANSWER_CHECKS:
      self->value = dup_checked (self->control);
      break;
    case STYR_ANSWER_ENTRY:
    default:
      self->value = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->control))));
      break;
    }
  return NULL;
}
