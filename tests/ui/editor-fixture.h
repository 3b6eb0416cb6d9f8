/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page-fixture.h"
#include "styr-document-editor.h"
#include "styr-field-row.h"

G_BEGIN_DECLS

void editor_fixture_open (PageFixture *fixture, const char *document_id);
void editor_fixture_tear_down (PageFixture *fixture, gconstpointer data);
char *editor_fixture_make (StyrWorkspace *workspace, const StyrDocumentType *type);
StyrFieldRow *editor_fixture_find_row (PageFixture *fixture, const char *name);
GtkWidget *editor_fixture_find_named (PageFixture *fixture, GType type, const char *name);
void editor_fixture_type (StyrFieldRow *row, const char *text);
char *editor_fixture_dup_shown (StyrFieldRow *row);
StyrDossier *editor_fixture_dup_dossier (PageFixture *fixture);
guint editor_fixture_count_changes (PageFixture *fixture);

G_END_DECLS
