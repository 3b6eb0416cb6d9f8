/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-edit-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STYR_TYPE_DOCUMENT_NOTES (styr_document_notes_get_type ())
/** What the rules find in the document that is edited, and the advice about it, by the place where
 * it is to be shown: "top", "card", "section/ID" or "goal/ID". Signal: "updated". */
G_DECLARE_FINAL_TYPE (StyrDocumentNotes, styr_document_notes, STYR, DOCUMENT_NOTES, GObject)

StyrDocumentNotes *styr_document_notes_get (StyrEditSession *session);
GPtrArray *styr_document_notes_get_findings (StyrDocumentNotes *self, const char *place);
GPtrArray *styr_document_notes_get_advice (StyrDocumentNotes *self, const char *place);

/* A box that shows them; nothing is seen when there are none. (transfer floating) */
GtkWidget *styr_notes_box_new (StyrEditSession *session, const char *place);
GtkWidget *styr_notes_box_new_for (StyrEditSession *session, const char *kind, const char *id);

G_END_DECLS
