/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-document-editor.h"
#include "styr-edit-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What styr-document-editor.c (the widget) and -actions.c (what can be done with the document)
 * share. */
struct _StyrDocumentEditor
{
  GtkWidget parent_instance;

  StyrEditSession *session;
  GtkWidget *toolbar;
  GtkWidget *copy_button;
  GtkWidget *stack; /* the document, or that it is gone */
  GtkWidget *outline_flap;
  GtkWidget *card_flap;
  GtkWidget *card_place; /* empty until the first frame is drawn */
  GtkWidget *outline;
  GtkWidget *scrolled;
  GtkWidget *body;
  GtkWidget *bar; /* decided: read-only */
  GtkWidget *bar_label;
  GPtrArray *sections; /* GtkWidget*: made so far, in order */
  char *title;
  char *subtitle;
  guint build_id;
  guint tick_id;
  GtkWidget *wanted;  /* scroll here once it has its place */
  GtkWidget *focused; /* or just into sight */
  float wanted_at;
  int frames;
};

void styr_document_editor_install_actions (GtkWidgetClass *widget_class);
GMenuModel *styr_document_editor_make_menu (void);
void styr_document_editor_update_actions (StyrDocumentEditor *self);
void styr_document_editor_update_bar (StyrDocumentEditor *self, StyrRecord *document);
char *styr_document_editor_dup_place (StyrDocumentEditor *self);
GtkWidget *styr_document_editor_make_room (GtkWidget *form);
void styr_document_editor_scroll_to (StyrDocumentEditor *self, GtkWidget *widget);
void styr_document_editor_update_current (StyrDocumentEditor *self);
GtkWidget *styr_document_editor_find_focus (StyrDocumentEditor *self);
void styr_document_editor_reveal_focus (StyrDocumentEditor *self);
gboolean styr_document_editor_stop_scrolling (StyrDocumentEditor *self);

G_END_DECLS
