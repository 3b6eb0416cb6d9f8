/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace-private.h"

typedef struct
{
  char *folder, *path;
  StyrWorkspace *workspace;
  char *board, *committee, *department; /* unit ids */
} Fixture;

#define FIXTURE_YEAR 2024

void fixture_set_up (Fixture *fixture,
                     gconstpointer data); /* a new municipality with three units */
void fixture_set_up_package (Fixture *fixture, const char *package);
void fixture_set_up_empty (Fixture *fixture, gconstpointer data); /* an open, new database */
void fixture_tear_down (Fixture *fixture, gconstpointer data);
void fixture_reopen (Fixture *fixture);
char *fixture_dump (StyrWorkspace *workspace);
char *fixture_create (Fixture *fixture, const char *type);
void fixture_fill (Fixture *fixture, const char *document_id);
void fixture_decide (Fixture *fixture, const char *document_id, const char *date);
void fixture_make_plans (
    Fixture *fixture,
    const char *but_not); /* decided plans with goals, for what assesses and carries out */
gboolean fixture_is_review_late (Fixture *fixture,
                                 const char *document_id,
                                 const char *today); /* as the register says it */
const StyrSection *
fixture_find_section (Fixture *fixture, const char *document_id, StyrSectionKind kind);
const char *fixture_get (Fixture *fixture, const char *kind, const char *id, const char *column);
char *fixture_add_clause (Fixture *fixture,
                          const char *decision,
                          const char *kind,
                          const char *text,
                          const char *document); /* document NULL = about none */
