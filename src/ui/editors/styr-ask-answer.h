/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  STYR_ANSWER_ENTRY, /* a GtkEditable */
  STYR_ANSWER_TEXT,  /* a GtkTextView */
  STYR_ANSWER_DATE,  /* a GtkEditable for an ISO date */
  STYR_ANSWER_CHOICE,
  STYR_ANSWER_CHECKS, /* a box of check buttons, each with "styr-id" */
} StyrAnswerKind;

/** One thing that a dialog asks for, and what was answered. */
typedef struct
{
  char *key, *title;
  StyrAnswerKind kind;
  gboolean required;
  GtkWidget *control; /* holds the answer; (transfer none) */
  char *value;        /* what was last read: a text, an ISO date, an option's id, ids on lines */
} StyrAskAnswer;

StyrAskAnswer *styr_ask_answer_new (
    const char *key, const char *title, StyrAnswerKind kind, GtkWidget *control, gboolean required);
void styr_ask_answer_free (StyrAskAnswer *self);
char *styr_ask_answer_read (StyrAskAnswer *self);

G_END_DECLS
