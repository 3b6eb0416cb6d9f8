/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-choice-button.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define STYR_TYPE_STEP_DIALOG (styr_step_dialog_get_type ())
/** A small window that asks for what a step needs: days, choices, texts. What is given is read with
 * styr_step_dialog_get() when the step is taken. */
G_DECLARE_FINAL_TYPE (StyrStepDialog, styr_step_dialog, STYR, STEP_DIALOG, AdwWindow)

/** Takes the step. Returns FALSE with one sentence when it can't be taken: the window stays. */
typedef gboolean (*StyrStepFunc) (StyrStepDialog *dialog, gpointer user_data, GError **error);

StyrStepDialog *
styr_step_dialog_new (const char *title, const char *explanation, const char *accept_label);
void styr_step_dialog_set_func (StyrStepDialog *self,
                                StyrStepFunc func,
                                gpointer user_data,
                                GDestroyNotify destroy);
void styr_step_dialog_add_date (
    StyrStepDialog *self, const char *id, const char *title, const char *value, gboolean required);
void styr_step_dialog_add_entry (StyrStepDialog *self,
                                 const char *id,
                                 const char *title,
                                 const char *value);
void styr_step_dialog_add_text (StyrStepDialog *self,
                                const char *id,
                                const char *title,
                                const char *value);
void styr_step_dialog_add_choice (StyrStepDialog *self,
                                  const char *id,
                                  const char *title,
                                  GPtrArray *options,
                                  const char *selected);
void styr_step_dialog_add_checks (StyrStepDialog *self,
                                  const char *id,
                                  const char *title,
                                  GPtrArray *options);
void styr_step_dialog_add_widget (StyrStepDialog *self, GtkWidget *widget);
const char *styr_step_dialog_get (StyrStepDialog *self, const char *id);
char **styr_step_dialog_dup_checked (StyrStepDialog *self, const char *id);
void styr_step_dialog_show (StyrStepDialog *self, GtkWidget *over);

G_END_DECLS
