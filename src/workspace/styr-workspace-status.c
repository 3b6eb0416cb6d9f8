/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-document-steps.h"
#include "styr-workspace-private.h"

#include <glib/gi18n-lib.h>

/* What must be answered before anybody can say who decides */
static const char *
ask_first (const char *column)
{
  return g_str_equal (column, "is_political")
             ? _ ("First answer whether the content is political: that says who decides.")
             : _ ("First answer whether the law requires the council: that says who decides.");
}

/**
 * styr_workspace_find_decider:
 * @document: its card; need not be stored
 * @body: (out) (transfer full) (nullable): body type id by the decision rules
 * @reason: (out) (optional) (transfer full) (nullable): why, in the model's words; without a body,
 * what must be answered first
 */
void
styr_workspace_find_decider (StyrWorkspace *self, StyrRecord *document, char **body, char **reason)
{
  StyrModel *model = styr_workspace_get_model_of (self, document);
  const StyrDocumentType *type =
      styr_model_find_document_type (model, styr_record_get_text (document, "type"));
  const char *why = NULL;
  const char *decider = NULL;
  const char *unanswered = NULL;

  if (type != NULL)
    decider =
        styr_document_type_find_decider (type,
                                         styr_record_get_text (document, "scope"),
                                         styr_record_get_text (document, "is_political"),
                                         styr_record_get_text (document, "law_requires_council"),
                                         &why,
                                         &unanswered);
  if (g_strcmp0 (decider, "unit") == 0)
    {
      StyrRecord *unit =
          styr_workspace_find_unit (self, styr_record_get_text (document, "unit_id"));

      decider = unit != NULL ? styr_record_get_text (unit, "type") : NULL;
    }
  *body = g_strdup (decider);
  if (reason != NULL)
    *reason = g_strdup (unanswered != NULL ? ask_first (unanswered) : why);
}

/**
 * styr_workspace_dup_decider:
 * @reason: (out) (optional) (transfer full) (nullable): why; when nothing is returned, what must be
 * answered before it can be said
 *
 * Returns: (transfer full) (nullable): the body type that decides the document by the model's
 * rules: the lowest level that its content allows
 */
char *
styr_workspace_dup_decider (StyrWorkspace *self, StyrDossier *dossier, char **reason)
{
  char *body = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (STYR_IS_DOSSIER (dossier), NULL);

  styr_workspace_find_decider (self, styr_dossier_get_document (dossier), &body, reason);
  return body;
}

/**
 * styr_workspace_set_status:
 * @date: (nullable): the day of the step (ISO); NULL is today, but a decision must have its date
 * @body: (nullable): who took the step: a body type's id or a unit's; NULL = by the decision rules
 * @section_no: (nullable): the paragraph of the minutes
 * @registration_no: (nullable): the record number
 *
 * Takes a document a step: between draft, prepared and consultation as one likes, then decided,
 * published, superseded or revoked. A decision fills in the card, and what the document replaces is
 * superseded from the day it begins.
 *
 * Errors: VALUE names what a decision lacks; READ_ONLY for a step back from a decision
 */
gboolean
styr_workspace_set_status (StyrWorkspace *self,
                           const char *document_id,
                           StyrDocumentStatus status,
                           const char *date,
                           const char *body,
                           const char *section_no,
                           const char *registration_no,
                           GError **error)
{
  StyrStep step = { .status = status,
                    .date = date,
                    .body = body,
                    .section_no = section_no,
                    .registration_no = registration_no };

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (document_id != NULL, FALSE);

  return styr_steps_take_one (self, document_id, &step, error);
}
