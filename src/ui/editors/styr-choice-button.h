/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STYR_TYPE_CHOICE_BUTTON (styr_choice_button_get_type ())
G_DECLARE_FINAL_TYPE (StyrChoiceButton, styr_choice_button, STYR, CHOICE_BUTTON, GtkWidget)

/** What can be chosen, as StyrOption; asked for each time the list opens. */
typedef GPtrArray *(*StyrOptionsFunc) (gpointer user_data);

/** The label of an id without asking for all the options; also of one that is no longer among them.
 * (transfer full) (nullable) */
typedef char *(*StyrResolveFunc) (const char *id, gpointer user_data);

/** One thing to choose. */
typedef struct
{
  char *id, *label, *group;
} StyrOption;

GPtrArray *styr_options_new (void);
void styr_options_add (GPtrArray *options, const char *id, const char *label, const char *group);
const char *styr_options_find_label (GPtrArray *options, const char *id);

GtkWidget *styr_choice_button_new (const char *placeholder);
void styr_choice_button_set_options (StyrChoiceButton *self, GPtrArray *options);
void styr_choice_button_set_provider (StyrChoiceButton *self,
                                      StyrOptionsFunc func,
                                      StyrResolveFunc resolve,
                                      gpointer user_data,
                                      GDestroyNotify destroy);
void styr_choice_button_set_optional (StyrChoiceButton *self, const char *none_label);
void styr_choice_button_set_none (StyrChoiceButton *self, const char *none_label);
void styr_choice_button_set_wrap (StyrChoiceButton *self, gboolean wrap);
void styr_choice_button_set_name_text (StyrChoiceButton *self, const char *name);
void styr_choice_button_set_selected (StyrChoiceButton *self, const char *id);
const char *styr_choice_button_get_selected (StyrChoiceButton *self);

G_END_DECLS
