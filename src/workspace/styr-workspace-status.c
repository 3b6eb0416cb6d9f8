/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-batch.h"
#include "styr-workspace-private.h"

#include "styr-enum-types.h"
#include "styr-locale.h"
#include "styr-nick.h"

#include <glib/gi18n-lib.h>

/**
 * styr_workspace_find_decider:
 * @document: its card; need not be stored
 * @body: (out) (transfer full) (nullable): body type id by the decision rules
 * @reason: (out) (optional) (transfer full) (nullable): why, in the model's words
 */
void
styr_workspace_find_decider (StyrWorkspace *self, StyrRecord *document, char **body, char **reason)
{
  StyrModel *model = styr_workspace_get_model (self);
  const StyrDocumentType *type =
      styr_model_find_document_type (model, styr_record_get_text (document, "type"));
  const char *why = NULL;
  const char *decider = NULL;

  if (type != NULL)
    decider =
        styr_document_type_get_decider (type,
                                        styr_record_get_text (document, "scope"),
                                        styr_record_get_flag (document, "is_political"),
                                        styr_record_get_flag (document, "law_requires_council"),
                                        &why);
  if (g_strcmp0 (decider, "unit") == 0)
    {
      StyrRecord *unit =
          styr_workspace_find_unit (self, styr_record_get_text (document, "unit_id"));

      decider = unit != NULL ? styr_record_get_text (unit, "type") : NULL;
    }
  *body = g_strdup (decider);
  if (reason != NULL)
    *reason = g_strdup (why);
}

/**
 * styr_workspace_dup_decider:
 * @reason: (out) (optional) (transfer full) (nullable): why
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

static gboolean
is_undecided (StyrDocumentStatus status)
{
  return status < STYR_DOCUMENT_DECIDED;
}

static gboolean
may_step (StyrDocumentStatus from, StyrDocumentStatus to)
{
  if (from == to)
    return FALSE;
  if (is_undecided (from))
    return is_undecided (to) || to == STYR_DOCUMENT_DECIDED;
  if (from == STYR_DOCUMENT_DECIDED && to == STYR_DOCUMENT_PUBLISHED)
    return TRUE;
  return from < STYR_DOCUMENT_SUPERSEDED && to >= STYR_DOCUMENT_SUPERSEDED;
}

static const char *
status_word (StyrDocumentStatus status)
{
  switch (status)
    {
    case STYR_DOCUMENT_DRAFT:
      return C_ ("document status", "draft");
    case STYR_DOCUMENT_PREPARED:
      return C_ ("document status", "prepared");
    case STYR_DOCUMENT_CONSULTATION:
      return C_ ("document status", "out for consultation");
    case STYR_DOCUMENT_DECIDED:
      return C_ ("document status", "decided");
    case STYR_DOCUMENT_PUBLISHED:
      return C_ ("document status", "published");
    case STYR_DOCUMENT_SUPERSEDED:
      return C_ ("document status", "superseded");
    case STYR_DOCUMENT_REVOKED:
    default:
      return C_ ("document status", "revoked");
    }
}

/* The unit that decides: the document's own if it is of the deciding type, else the only one of
 * that type. */
static const char *
find_deciding_unit (StyrWorkspace *self, StyrRecord *document, const char *body)
{
  GListModel *units = styr_workspace_get_units (self);
  StyrRecord *own = styr_workspace_find_unit (self, styr_record_get_text (document, "unit_id"));
  const StyrBodyType *type = styr_model_find_body_type (styr_workspace_get_model (self), body);

  if (own != NULL && styr_record_is (own, "type", body))
    return styr_record_get_id (own);
  for (guint i = 0; type != NULL && type->is_single && i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (StyrRecord) unit = g_list_model_get_item (units, i);

      if (styr_record_is (unit, "type", body))
        return styr_record_get_id (unit);
    }
  return NULL;
}

static void
set_if_given (StyrBatch *batch, StyrRecord *document, const char *column, const char *value)
{
  if (value != NULL && *value != '\0' && !styr_record_is (document, column, value))
    styr_batch_update (batch, "document", styr_record_get_id (document), column, value);
}

static void
set_if_empty (StyrBatch *batch, StyrRecord *document, const char *column, const char *value)
{
  if (!styr_record_has (document, column))
    set_if_given (batch, document, column, value);
}

static char *
dup_months_later (const char *date, int months)
{
  g_autoptr (GDate) day = styr_date_from_iso (date);

  g_date_add_months (day, (guint) months);
  return styr_date_to_iso (day);
}

static char *
dup_day_before (const char *date)
{
  g_autoptr (GDate) day = styr_date_from_iso (date);

  g_date_subtract_days (day, 1);
  return styr_date_to_iso (day);
}

static void
add_event (StyrWorkspace *self,
           StyrBatch *batch,
           const char *document_id,
           StyrDocumentStatus status,
           const char *date,
           const char *body)
{
  g_autofree char *count = styr_workspace_dup_one (
      self,
      "SELECT count (*) AS value FROM document_event WHERE document_id = ?1",
      document_id,
      NULL,
      NULL);

  styr_batch_event (batch,
                    document_id,
                    status,
                    date,
                    body,
                    count != NULL ? (int) g_ascii_strtoll (count, NULL, 10) : 0);
}

/* What is still being written follows over to the goals of the version in force; what is decided
 * keeps what it was decided about. */
static void
move_references (StyrBatch *batch, const char *old_id, const char *new_id)
{
  static const char *const statements[] = {
    "UPDATE OR IGNORE goal_link SET target_id = (SELECT n.id FROM goal n "
    "WHERE n.document_id = ?2 AND n.recurs_from_id = goal_link.target_id) "
    "WHERE target_id IN (SELECT recurs_from_id FROM goal WHERE document_id = ?2) "
    "AND target_id IN (SELECT id FROM goal WHERE document_id = ?1) "
    "AND goal_id IN (SELECT g.id FROM goal g JOIN document d ON d.id = g.document_id "
    "WHERE d.status IN ('draft', 'prepared', 'consultation'))",
    "UPDATE OR IGNORE assessment SET goal_id = (SELECT n.id FROM goal n "
    "WHERE n.document_id = ?2 AND n.recurs_from_id = assessment.goal_id) "
    "WHERE goal_id IN (SELECT recurs_from_id FROM goal WHERE document_id = ?2) "
    "AND goal_id IN (SELECT id FROM goal WHERE document_id = ?1) "
    "AND document_id IN (SELECT id FROM document "
    "WHERE status IN ('draft', 'prepared', 'consultation'))",
    "UPDATE measure SET goal_id = (SELECT n.id FROM goal n "
    "WHERE n.document_id = ?2 AND n.recurs_from_id = measure.goal_id) "
    "WHERE goal_id IN (SELECT recurs_from_id FROM goal WHERE document_id = ?2) "
    "AND goal_id IN (SELECT id FROM goal WHERE document_id = ?1) "
    "AND document_id IN (SELECT id FROM document "
    "WHERE status IN ('draft', 'prepared', 'consultation'))",
    "UPDATE activity SET goal_id = (SELECT n.id FROM goal n "
    "WHERE n.document_id = ?2 AND n.recurs_from_id = activity.goal_id) "
    "WHERE goal_id IN (SELECT recurs_from_id FROM goal WHERE document_id = ?2) "
    "AND goal_id IN (SELECT id FROM goal WHERE document_id = ?1) "
    "AND document_id IN (SELECT id FROM document "
    "WHERE status IN ('draft', 'prepared', 'consultation'))",
    "UPDATE OR IGNORE criterion_outcome SET criterion_id = (SELECT n.id FROM criterion o "
    "JOIN goal g ON g.recurs_from_id = o.goal_id AND g.document_id = ?2 "
    "JOIN criterion n ON n.goal_id = g.id AND n.label = o.label AND n.kind = o.kind "
    "WHERE o.id = criterion_outcome.criterion_id) "
    "WHERE criterion_id IN (SELECT o.id FROM criterion o JOIN goal p ON p.id = o.goal_id "
    "JOIN goal g ON g.recurs_from_id = o.goal_id AND g.document_id = ?2 "
    "JOIN criterion n ON n.goal_id = g.id AND n.label = o.label AND n.kind = o.kind "
    "WHERE p.document_id = ?1) "
    "AND document_id IN (SELECT id FROM document "
    "WHERE status IN ('draft', 'prepared', 'consultation'))",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    styr_batch_execute (batch, statements[i], old_id, new_id, NULL);
}

static void
supersede (StyrWorkspace *self,
           StyrBatch *batch,
           StyrRecord *document,
           const char *valid_from,
           const char *date)
{
  const char *old_id = styr_record_get_text (document, "previous_version_id");
  g_autoptr (StyrRecord) old = NULL;
  g_autofree char *last = NULL;

  if (old_id != NULL)
    old = styr_store_get (styr_workspace_get_store (self), "document", old_id, NULL);
  if (old == NULL ||
      styr_record_get_enum (old, "status", STYR_TYPE_DOCUMENT_STATUS) >= STYR_DOCUMENT_SUPERSEDED)
    return;
  last = dup_day_before (valid_from);
  styr_batch_update (batch, "document", old_id, "status", "superseded");
  styr_batch_update (batch, "document", old_id, "valid_to", last);
  add_event (self, batch, old_id, STYR_DOCUMENT_SUPERSEDED, date, NULL);
  move_references (batch, old_id, styr_record_get_id (document));
}

typedef struct
{
  const char *date, *body, *section_no, *registration_no;
} Decision;

static gboolean
refuse_decision (StyrRecord *document, const char *missing, GError **error)
{
  g_set_error (error,
               STYR_WORKSPACE_ERROR,
               STYR_WORKSPACE_ERROR_VALUE,
               /* Translators: the document's title, then what is missing. */
               _ ("“%s” can’t be decided yet: %s."),
               styr_record_get_text (document, "title"),
               missing);
  return FALSE;
}

static gboolean
decide (StyrWorkspace *self,
        StyrBatch *batch,
        StyrRecord *document,
        const Decision *decision,
        GError **error)
{
  StyrRecord *unit = styr_workspace_find_unit (self, decision->body);
  g_autofree char *body = g_strdup (decision->body);
  g_autofree char *follow_up = NULL;
  const char *valid_from = styr_record_get_text (document, "valid_from");
  gint64 months = styr_record_get_int (document, "follow_up_months");

  if (decision->date == NULL || *decision->date == '\0')
    return refuse_decision (document, _ ("the date of the decision is missing"), error);
  if (unit != NULL)
    {
      g_free (body);
      body = g_strdup (styr_record_get_text (unit, "type"));
    }
  if (body == NULL || *body == '\0')
    {
      g_free (body);
      body = g_strdup (styr_record_get_text (document, "decided_by"));
    }
  if (body == NULL)
    styr_workspace_find_decider (self, document, &body, NULL);
  if (body == NULL)
    return refuse_decision (document, _ ("say who has decided it"), error);

  if (valid_from == NULL)
    valid_from = styr_record_get_text (document, "period_from");
  if (valid_from == NULL)
    valid_from = decision->date;
  set_if_given (batch, document, "decided_on", decision->date);
  set_if_given (batch, document, "decided_by", body);
  set_if_given (batch,
                document,
                "decided_unit_id",
                unit != NULL ? styr_record_get_id (unit)
                             : find_deciding_unit (self, document, body));
  set_if_given (batch, document, "section_no", decision->section_no);
  set_if_given (batch, document, "registration_no", decision->registration_no);
  set_if_empty (batch, document, "valid_from", valid_from);
  if (months > 0)
    follow_up = dup_months_later (decision->date, (int) months);
  set_if_empty (batch, document, "follow_up_on", follow_up);
  supersede (self, batch, document, valid_from, decision->date);
  return TRUE;
}

static gboolean
check_step (StyrRecord *document, StyrDocumentStatus from, StyrDocumentStatus to, GError **error)
{
  if (may_step (from, to))
    return TRUE;
  g_set_error (error,
               STYR_WORKSPACE_ERROR,
               is_undecided (from) ? STYR_WORKSPACE_ERROR_VALUE : STYR_WORKSPACE_ERROR_READ_ONLY,
               /* Translators: the title, then two document statuses. */
               _ ("“%s” is %s and can’t become %s: make a new version of it instead."),
               styr_record_get_text (document, "title"),
               status_word (from),
               status_word (to));
  return FALSE;
}

/**
 * styr_workspace_set_status:
 * @date: (nullable): the day of the step (ISO); NULL is today, but a decision must have its date
 * @body: (nullable): who took the step: a body type's id or a unit's; NULL = by the decision rules
 * @section_no: (nullable): the paragraph of the minutes
 * @registration_no: (nullable): the record number
 *
 * Takes a document a step: between draft, prepared and consultation as one likes, then decided,
 * published, superseded or revoked. A decision fills in the card and supersedes the version before.
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
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrRecord) document = NULL;
  g_autofree char *label = NULL;
  Decision decision = { date, body, section_no, registration_no };

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (document_id != NULL, FALSE);

  document = styr_store_get (styr_workspace_get_store (self), "document", document_id, NULL);
  if (document == NULL)
    {
      styr_workspace_map_error (
          g_error_new_literal (STYR_STORE_ERROR, STYR_STORE_ERROR_NOT_FOUND, "document"),
          NULL,
          error);
      return FALSE;
    }
  if (!check_step (
          document,
          (StyrDocumentStatus) styr_record_get_enum (document, "status", STYR_TYPE_DOCUMENT_STATUS),
          status,
          error))
    return FALSE;
  if (date != NULL && *date != '\0' && !styr_workspace_check_date (_ ("Date"), date, error))
    return FALSE;
  if (status == STYR_DOCUMENT_DECIDED && !decide (self, batch, document, &decision, error))
    return FALSE;
  if (date == NULL || *date == '\0')
    date = styr_workspace_get_today (self);
  if (status >= STYR_DOCUMENT_SUPERSEDED)
    set_if_empty (batch, document, "valid_to", date);
  styr_batch_update (batch,
                     "document",
                     document_id,
                     "status",
                     styr_nick_from_value (STYR_TYPE_DOCUMENT_STATUS, (int) status));
  add_event (self, batch, document_id, status, date, body);
  /* Translators: the document's title, then its new status. */
  label = g_strdup_printf (
      _ ("%s: now %s"), styr_record_get_text (document, "title"), status_word (status));
  return styr_batch_write (batch, self, label, NULL, error);
}
