/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-context-bar.h"
#include "styr-pages.h"
#include "styr-sidebar.h"
#include "styr-version-bar.h"
#include "styr-window.h"

G_BEGIN_DECLS

/*
 * What the window's files share: styr-window.c (the widget, pages), -documents.c (the document
 * shown, going back), -ahead.c (pages before they are asked for), -actions.c (undo, dialogs,
 * search), -files.c (export and import), -database.c (opening, faults, first run), -own.c (from the
 * example to an own municipality).
 */
struct _StyrWindow
{
  AdwApplicationWindow parent_instance;

  StyrWorkspace *workspace;
  GSignalGroup *signals;
  GBindingGroup *page_texts; /* title and subtitle of what is shown */
  char *path;                /* of the database, also when it couldn't be opened */
  char *page;
  char *document_id;      /* NULL: a page is shown */
  GtkWidget *editor;      /* of document_id */
  GQueue trail;           /* char*: documents to go back to, newest last */
  AdwToast *undo_toast;   /* the toast whose button still means what it says */
  AdwToast *undone_toast; /* says what was undone or redone last */
  gboolean narrow;
  guint day_id;          /* looks now and then whether it is another day */
  guint copy_id;         /* the daily copy that waits for a quiet moment */
  guint ahead_id;        /* makes pages before they are shown */
  GtkWidget *made_ahead; /* the last one, which is still to be measured; borrowed */
  gboolean copied;       /* the daily copy of this run was made */

  AdwToastOverlay *toasts;
  GtkStack *root;
  AdwFlap *flap;
  StyrSidebar *sidebar;
  AdwWindowTitle *app_title;
  GtkWidget *content;
  GtkStack *header_titles;
  AdwWindowTitle *document_title;
  GtkWidget *back_button;
  StyrContextBar *context;
  AdwBin *context_place, *narrow_context_place;
  GtkWidget *undo_button, *redo_button;
  GtkWidget *heading;
  GtkLabel *page_title, *page_subtitle;
  GtkWidget *example_badge;
  GtkStack *pages;
};

void styr_window_add_actions (GtkWidgetClass *widget_class);
void styr_window_add_file_actions (GtkWidgetClass *widget_class);
void styr_window_add_document_actions (GtkWidgetClass *widget_class);
void styr_window_add_own_action (GtkWidgetClass *widget_class);

void styr_window_remember_focus (StyrWindow *self);
GtkWidget *styr_window_find_or_create_page (StyrWindow *self, const StyrPage *page);
void styr_window_make_pages_ahead (StyrWindow *self);
void styr_window_stop_ahead (StyrWindow *self);
void styr_window_show_page (StyrWindow *self, const char *id);
void styr_window_follow_shown (StyrWindow *self, GtkWidget *shown);
void styr_window_update_actions (StyrWindow *self);
void styr_window_update_undo (StyrWindow *self);
void styr_window_show_toast (StyrWindow *self, const char *text, gboolean offer_undo);
void styr_window_show_saved (StyrWindow *self, const char *path);
void styr_window_show_error (StyrWindow *self, const GError *error);
void styr_window_flush (StyrWindow *self);
gboolean styr_window_may_leave (StyrWindow *self, const char *action, GVariant *parameter);
void styr_window_close_document (StyrWindow *self);
void styr_window_show_content (StyrWindow *self);
void styr_window_import_model (StyrWindow *self, const char *path);

gboolean styr_window_follow_day_cb (gpointer data);
void styr_window_follow_others_cb (StyrWindow *self);

G_END_DECLS
