/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "styr-register.h"

G_BEGIN_DECLS

/** Something worth finding among the rows: a pill above the list with how many there are, that
 * shows only them. */
typedef struct
{
  const char *id;
  const char *symbol; /* or NULL */
  const char *label;  /* N_(): "Without §" */
  gboolean (*matches) (StyrWorkspace *workspace, StyrRecord *record);
} StyrRegisterMark;

/** A column that is shown while a pill is on: what the pill is about. */
typedef struct
{
  const char *mark_id, *column_id;
} StyrRegisterLoan;

/** What a register is: borrowed, lives as long as the program. */
typedef struct
{
  const char *name;                                  /* settings, and the table's name in Excel */
  const char *title;                                 /* N_() */
  const char *search_hint;                           /* N_() */
  const char *empty_icon, *empty_title, *empty_text; /* N_(): the page before there is anything */
  const StyrRegisterColumn *columns;
  guint n_columns;
  const StyrRegisterMark *marks;
  guint n_marks;
  const char *bars_title;       /* N_(): what the bars show, or NULL */
  const StyrRegisterMark *bars; /* the rows dealt out over classes: a picture that filters too */
  guint n_bars;
  const StyrRegisterLoan *loans;
  guint n_loans;
  /* what has been dealt with stands after the others, however they are sorted; or NULL */
  gboolean (*comes_last) (StyrWorkspace *workspace, StyrRecord *record);
} StyrRegisterKind;

#define STYR_TYPE_REGISTER_VIEW (styr_register_view_get_type ())
/** A register: search, choices, pills, a table whose columns are chosen, and export. Signals:
 * "opened" (StyrRecord) when a row is activated, "shown" when other rows are shown. */
G_DECLARE_FINAL_TYPE (StyrRegisterView, styr_register_view, STYR, REGISTER_VIEW, AdwBin)

GtkWidget *styr_register_view_new (StyrWorkspace *workspace,
                                   const StyrRegisterKind *kind,
                                   GListModel *records);
void styr_register_view_add_choice (StyrRegisterView *self,
                                    const char *column_id,
                                    const char *everything,
                                    const char *name);
void styr_register_view_add_action (StyrRegisterView *self, GtkWidget *button);
void styr_register_view_add_export (StyrRegisterView *self,
                                    const char *label,
                                    const char *detailed_action);
void styr_register_view_set_empty_action (StyrRegisterView *self,
                                          const char *label,
                                          GCallback callback,
                                          gpointer user_data);
void styr_register_view_refresh (StyrRegisterView *self);
char *styr_register_view_dup_filters (StyrRegisterView *self);
guint styr_register_view_get_n_shown (StyrRegisterView *self);
StyrWorkspace *styr_register_view_get_workspace (StyrRegisterView *self);
const StyrRegisterKind *styr_register_view_get_kind (StyrRegisterView *self);
GtkColumnView *styr_register_view_get_table (StyrRegisterView *self);

G_END_DECLS
