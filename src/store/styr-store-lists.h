/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-dossier.h"
#include "styr-overview.h"
#include "styr-store.h"

G_BEGIN_DECLS

/* SQL: whether a row of unit_service holds in a year (an integer expression);
 * styr-overview-documents.c says the same in C */
#define STYR_SERVES_IN(year)                                                                       \
  "(CAST (substr (coalesce (valid_from, '0000'), 1, 4) AS INTEGER) <= " year                       \
  " AND CAST (substr (coalesce (valid_to, '9999'), 1, 4) AS INTEGER) >= " year ")"

/* styr-store-model.c: the model as rows */
StyrModel *styr_store_load_model_by_id (StyrStore *self, const char *model_id, GError **error);
GPtrArray *styr_store_list_models (StyrStore *self, GError **error); /* newest first */
char *styr_store_find_current_model (
    StyrStore *self,
    const char *today,
    GError **error); /* id of the one in force; NULL without error when the database is new */
gboolean styr_store_insert_model (StyrStore *self,
                                  const char *model_id,
                                  StyrModel *model,
                                  GError **error); /* inside a write */
gboolean styr_store_replace_model (StyrStore *self,
                                   const char *model_id,
                                   StyrModel *model,
                                   GError **error); /* inside a write: rows that differ */

/* styr-store-dossier.c */
StyrDossier *styr_store_load_dossier (StyrStore *self,
                                      StyrModel *model,
                                      const char *document_id,
                                      GError **error);

/* styr-store-lists.c: every list is people-sorted (å ä ö last) and of StyrRecord */
StyrRecord *styr_store_get_municipality (StyrStore *self, GError **error);
GPtrArray *styr_store_list_units (StyrStore *self, GError **error); /* by position, then name */
GPtrArray *
styr_store_list_documents (StyrStore *self,
                           GError **error); /* all: every document column + unit_name, n_values */
GPtrArray *styr_store_list_documents_of_year (StyrStore *self, int year, GError **error);
GPtrArray *
styr_store_list_goals (StyrStore *self,
                       StyrModel *model,
                       const char *unit_id,
                       int year,
                       GError **error); /* StyrSurvey's goal columns + unit_name; unit NULL = all */
char *styr_store_find_document (StyrStore *self,
                                const char *type,
                                const char *unit_id,
                                int year,
                                gboolean is_common,
                                GError **error);
GPtrArray *styr_store_list_link_targets (StyrStore *self,
                                         const char *document_id,
                                         const char *goal_type,
                                         GError **error);
GPtrArray *styr_store_list_history (
    StyrStore *self,
    guint limit,
    GError **error); /* kind "journal": at, author, label, kind, target_id, state */
GPtrArray *styr_store_list_years (StyrStore *self, GError **error); /* column year */
GPtrArray *
styr_store_search (StyrStore *self,
                   const char *text,
                   guint limit,
                   GError **error); /* kind "hit": kind, ref, document_id, title, snippet */
StyrSurvey *styr_store_load_survey (StyrStore *self, StyrModel *model, int year, GError **error);
void styr_survey_free (StyrSurvey *survey);

G_END_DECLS
