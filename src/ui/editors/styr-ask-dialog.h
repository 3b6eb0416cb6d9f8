/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-choice-button.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define STYR_TYPE_ASK_DIALOG (styr_ask_dialog_get_type ())
/** A window that asks for a few things (days, choices, texts) and does something with them. It
 * stays open, with the sentence, when that can't be done. */
G_DECLARE_FINAL_TYPE (StyrAskDialog, styr_ask_dialog, STYR, ASK_DIALOG, AdwWindow)

/** Does what was asked for; the answers are had by styr_ask_dialog_get(). */
typedef gboolean (*StyrAskFunc) (StyrAskDialog *dialog, gpointer user_data, GError **error);

StyrAskDialog *styr_ask_dialog_new (GtkWidget *parent,
                                    const char *heading,
                                    const char *explanation,
                                    const char *action,
                                    StyrAskFunc func,
                                    gpointer user_data,
                                    GDestroyNotify destroy);
void styr_ask_dialog_add_entry (StyrAskDialog *self,
                                const char *key,
                                const char *title,
                                const char *value);
void styr_ask_dialog_add_text (StyrAskDialog *self,
                               const char *key,
                               const char *title,
                               const char *value);
void styr_ask_dialog_add_date (
    StyrAskDialog *self, const char *key, const char *title, const char *value, gboolean required);
void styr_ask_dialog_add_choice (StyrAskDialog *self,
                                 const char *key,
                                 const char *title,
                                 GPtrArray *options,
                                 const char *selected,
                                 gboolean required);
void styr_ask_dialog_add_checks (StyrAskDialog *self,
                                 const char *key,
                                 const char *title,
                                 GPtrArray *options);
void styr_ask_dialog_show_if (StyrAskDialog *self,
                              const char *key,
                              const char *choice,
                              const char *option);
void styr_ask_dialog_add_widget (StyrAskDialog *self, GtkWidget *widget);
const char *styr_ask_dialog_get (StyrAskDialog *self, const char *key);
char **styr_ask_dialog_dup_list (StyrAskDialog *self, const char *key);
void styr_ask_dialog_tell (StyrAskDialog *self, const char *text);
gboolean styr_ask_dialog_accept (StyrAskDialog *self);

G_END_DECLS
