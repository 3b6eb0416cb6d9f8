/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-workspace.h"

G_BEGIN_DECLS

/*
 * The organisation over time: units with validity, which kontor serve which nämnd, and what became
 * of what. Every write is one journal entry; an error is one translated sentence. A unit is never
 * lost from old documents: it ends, and is deleted only when nothing names it.
 */

/* styr-workspace-organisation.c: units. Records "unit" with every column, and in addition
 * type_name, parent_name, is_current ("1" when it exists on the day) and n_documents */
GPtrArray *
styr_workspace_dup_units_on (StyrWorkspace *self,
                             const char *date); /* those that exist on the day; NULL = all ever */
gboolean styr_unit_exists_on (StyrRecord *unit, const char *date);
gboolean styr_unit_exists_in_year (StyrRecord *unit, int year);
char *
styr_workspace_add_unit (StyrWorkspace *self, const char *type, const char *name, GError **error);
gboolean styr_workspace_add_units (StyrWorkspace *self,
                                   const char *type,
                                   const char *const *pasted,
                                   GError **error); /* a list of names, in one entry */
gboolean styr_workspace_set_unit (StyrWorkspace *self,
                                  const char *unit_id,
                                  const char *column,
                                  const char *value,
                                  GError **error);
gboolean styr_workspace_end_unit (StyrWorkspace *self,
                                  const char *unit_id,
                                  const char *last_day,
                                  GError **error); /* its services end too */
char *styr_workspace_dup_unit_uses (
    StyrWorkspace *self,
    const char *unit_id); /* what names it, as a list in words; NULL when nothing does */
gboolean styr_workspace_delete_unit (StyrWorkspace *self, const char *unit_id, GError **error);
gboolean
styr_workspace_move_unit (StyrWorkspace *self, const char *unit_id, int delta, GError **error);

/* styr-workspace-services.c: nämnd and kontor, many to many. Records "unit_service" +
 * committee_name, department_name */
GPtrArray *
styr_workspace_dup_services (StyrWorkspace *self,
                             const char *unit_id,
                             const char *date); /* of a nämnd or a kontor; NULL = of all, of ever */
char *styr_workspace_add_service (StyrWorkspace *self,
                                  const char *committee_id,
                                  const char *department_id,
                                  const char *valid_from,
                                  GError **error);
gboolean styr_workspace_set_service_days (StyrWorkspace *self,
                                          const char *service_id,
                                          const char *valid_from,
                                          const char *valid_to,
                                          GError **error);
gboolean
styr_workspace_delete_service (StyrWorkspace *self, const char *service_id, GError **error);

/* styr-workspace-successions.c: renamed, merged, split, taken over. Records "unit_succession" +
 * predecessor_name, successor_name */
GPtrArray *
styr_workspace_dup_successions (StyrWorkspace *self,
                                const char *unit_id); /* from and to a unit; NULL = all; by date */
char *
styr_workspace_succeed_unit (StyrWorkspace *self,
                             const char *const *old_ids,
                             const char *name,
                             const char *date,
                             const char *note,
                             GError **error); /* renamed (one) or merged (several) into a new */
char **styr_workspace_split_unit (StyrWorkspace *self,
                                  const char *old_id,
                                  const char *const *names,
                                  const char *date,
                                  const char *note,
                                  GError **error); /* ids of the new ones */
char *styr_workspace_add_succession (StyrWorkspace *self,
                                     const char *predecessor_id,
                                     const char *successor_id,
                                     const char *date,
                                     const char *note,
                                     GError **error); /* between units that are there already */
gboolean
styr_workspace_delete_succession (StyrWorkspace *self, const char *succession_id, GError **error);

G_END_DECLS
