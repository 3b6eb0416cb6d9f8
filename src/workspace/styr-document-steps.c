/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-document-steps.h"

#include "styr-enum-types.h"
#include "styr-locale.h"
#include "styr-nick.h"
#include "styr-workspace-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _StyrSteps
{
  StyrWorkspace *workspace;
  StyrBatch *batch;
  GHashTable *documents; /* id to StyrRecord, as the batch will leave it */
};

/** @batch: what the steps are added to; must outlive them */
StyrSteps *
styr_steps_new (StyrWorkspace *workspace, StyrBatch *batch)
{
  StyrSteps *self = g_new0 (StyrSteps, 1);

  self->workspace = workspace;
  self->batch = batch;
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

void
styr_steps_free (StyrSteps *self)
{
  g_return_if_fail (self != NULL);
  g_hash_table_unref (self->documents);
  g_free (self);
}

/** Returns: (transfer none): the document as the steps so far leave it. Errors: NOT_FOUND */
StyrRecord *
styr_steps_get_document (StyrSteps *self, const char *document_id, GError **error)
{
  StyrRecord *document;

  g_return_val_if_fail (self != NULL && document_id != NULL, NULL);

  document = g_hash_table_lookup (self->documents, document_id);
  if (document != NULL)
    return document;
  document =
      styr_store_get (styr_workspace_get_store (self->workspace), "document", document_id, NULL);
  if (document != NULL)
    g_hash_table_insert (self->documents, g_strdup (document_id), document);
  else
    styr_workspace_map_error (
        g_error_new_literal (STYR_STORE_ERROR, STYR_STORE_ERROR_NOT_FOUND, "document"),
        NULL,
        error);
  return document;
}

static StyrDocumentStatus
status_of (StyrRecord *document)
{
  return (StyrDocumentStatus) styr_record_get_enum (document, "status", STYR_TYPE_DOCUMENT_STATUS);
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
  const StyrBodyType *type =
      styr_model_find_body_type (styr_workspace_get_model_of (self, document), body);

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
set_column (StyrSteps *self, StyrRecord *document, const char *column, const char *value)
{
  if (value == NULL || *value == '\0' || styr_record_is (document, column, value))
    return;
  styr_batch_update (self->batch, "document", styr_record_get_id (document), column, value);
  styr_record_set_text (document, column, value);
}

static void
set_status (StyrSteps *self, StyrRecord *document, StyrDocumentStatus status)
{
  set_column (
      self, document, "status", styr_nick_from_value (STYR_TYPE_DOCUMENT_STATUS, (int) status));
}

/* The last day that something applies; what ends earlier by itself still does. */
static void
end_on (StyrSteps *self, StyrRecord *document, const char *last)
{
  const char *present = styr_record_get_text (document, "valid_to");

  if (last != NULL && (present == NULL || strcmp (last, present) < 0))
    set_column (self, document, "valid_to", last);
}

/* The step in the document's own history. Several may be added in one write, so the place is
 * reckoned when it is written. */
static void
add_event (StyrSteps *self,
           StyrRecord *document,
           StyrDocumentStatus status,
           const char *date,
           const StyrStep *step)
{
  const char *document_id = styr_record_get_id (document);
  StyrRecord *event = styr_batch_event (
      self->batch, document_id, status, date, step != NULL ? step->body : NULL, 0);

  if (step != NULL)
    {
      styr_record_set_text (event, "section_no", step->section_no);
      styr_record_set_text (event, "registration_no", step->registration_no);
      styr_record_set_text (event, "note", step->reason);
    }
  styr_batch_execute (self->batch,
                      "UPDATE document_event SET position = (SELECT count (*) - 1 "
                      "FROM document_event WHERE document_id = ?2) WHERE id = ?1",
                      styr_record_get_id (event),
                      document_id,
                      NULL);
}

#define WRITTEN                                                                                    \
  "status IN ('draft', 'prepared', 'consultation') AND coalesce (year, 9999) >= CAST (?3 AS "      \
  "INTEGER))"

/* What is still being written follows over to the goals of the version in force; what is decided
 * keeps what it was decided about, and what is about a year before @year what applied then. */
static void
move_references (StyrBatch *batch, const char *old_id, const char *new_id, const char *year)
{
  static const char *const statements[] = {
    "UPDATE OR IGNORE goal_link SET target_id = (SELECT n.id FROM goal n "
    "WHERE n.document_id = ?2 AND n.recurs_from_id = goal_link.target_id) "
    "WHERE target_id IN (SELECT recurs_from_id FROM goal WHERE document_id = ?2) "
    "AND target_id IN (SELECT id FROM goal WHERE document_id = ?1) "
    "AND goal_id IN (SELECT g.id FROM goal g JOIN document d ON d.id = g.document_id "
    "WHERE " WRITTEN,
    "UPDATE OR IGNORE assessment SET goal_id = (SELECT n.id FROM goal n "
    "WHERE n.document_id = ?2 AND n.recurs_from_id = assessment.goal_id) "
    "WHERE goal_id IN (SELECT recurs_from_id FROM goal WHERE document_id = ?2) "
    "AND goal_id IN (SELECT id FROM goal WHERE document_id = ?1) "
    "AND document_id IN (SELECT id FROM document "
    "WHERE " WRITTEN,
    "UPDATE measure SET goal_id = (SELECT n.id FROM goal n "
    "WHERE n.document_id = ?2 AND n.recurs_from_id = measure.goal_id) "
    "WHERE goal_id IN (SELECT recurs_from_id FROM goal WHERE document_id = ?2) "
    "AND goal_id IN (SELECT id FROM goal WHERE document_id = ?1) "
    "AND document_id IN (SELECT id FROM document "
    "WHERE " WRITTEN,
    "UPDATE activity SET goal_id = (SELECT n.id FROM goal n "
    "WHERE n.document_id = ?2 AND n.recurs_from_id = activity.goal_id) "
    "WHERE goal_id IN (SELECT recurs_from_id FROM goal WHERE document_id = ?2) "
    "AND goal_id IN (SELECT id FROM goal WHERE document_id = ?1) "
    "AND document_id IN (SELECT id FROM document "
    "WHERE " WRITTEN,
    "UPDATE OR IGNORE criterion_outcome SET criterion_id = (SELECT n.id FROM criterion n "
    "JOIN goal g ON g.id = n.goal_id WHERE g.document_id = ?2 "
    "AND n.recurs_from_id = criterion_outcome.criterion_id) "
    "WHERE criterion_id IN (SELECT n.recurs_from_id FROM criterion n "
    "JOIN goal g ON g.id = n.goal_id WHERE g.document_id = ?2) "
    "AND criterion_id IN (SELECT o.id FROM criterion o JOIN goal p ON p.id = o.goal_id "
    "WHERE p.document_id = ?1) "
    "AND document_id IN (SELECT id FROM document "
    "WHERE " WRITTEN,
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    styr_batch_execute (batch, statements[i], old_id, new_id, year, NULL);
}

/* Whether what a document replaces would have ended by itself before it begins: last year's plan
 * isn't superseded by this year's. What was revoked didn't end by itself. */
static gboolean
ends_before (StyrRecord *old, const char *valid_from)
{
  const char *period_to = styr_record_get_text (old, "period_to");
  const char *valid_to =
      styr_record_has (old, "revoked_on") ? NULL : styr_record_get_text (old, "valid_to");

  return (period_to != NULL && strcmp (period_to, valid_from) < 0) ||
         (status_of (old) < STYR_DOCUMENT_SUPERSEDED && valid_to != NULL &&
          strcmp (valid_to, valid_from) < 0);
}

static gboolean
began_before (StyrRecord *old, const char *valid_from)
{
  const char *begin = styr_record_get_text (old, "valid_from");

  if (begin == NULL)
    begin = styr_record_get_text (old, "decided_on");
  return begin != NULL && strcmp (begin, valid_from) < 0;
}

/* The first year, at the head of a text, that the new document is looked at in: of one year alone
 * it takes the old one's place all of the year. */
static const char *
year_of_change (StyrRecord *old, const char *valid_from)
{
  const char *from = styr_record_get_text (old, "period_from");
  const char *to = styr_record_get_text (old, "period_to");
  gboolean is_of_year =
      styr_record_has (old, "year") && (from == NULL || to == NULL || strncmp (from, to, 4) == 0);

  return is_of_year ? "0" : valid_from;
}

/* What a document takes the place of applies until the day before it begins. When that is yet to
 * come, the old one keeps its status till then: styr_workspace_settle(). */
static void
supersede (StyrSteps *self,
           StyrRecord *document,
           const char *old_id,
           gboolean is_version,
           const char *valid_from,
           const char *date)
{
  StyrRecord *old = old_id != NULL ? styr_steps_get_document (self, old_id, NULL) : NULL;
  const char *today = styr_workspace_get_today (self->workspace);
  g_autofree char *last = NULL;
  gboolean later;

  if (old == NULL || is_undecided (status_of (old)) ||
      (!is_version && ends_before (old, valid_from)))
    return;
  move_references (
      self->batch, old_id, styr_record_get_id (document), year_of_change (old, valid_from));
  /* A clause of the same decision may have revoked it already, with its own words. */
  if (status_of (old) >= STYR_DOCUMENT_SUPERSEDED || styr_record_has (old, "revoked_on"))
    return;
  later = strcmp (valid_from, today) > 0 && began_before (old, valid_from);
  last = styr_date_dup_day_before (valid_from);
  end_on (self, old, last);
  if (!later)
    set_status (self, old, STYR_DOCUMENT_SUPERSEDED);
  add_event (self, old, STYR_DOCUMENT_SUPERSEDED, later ? valid_from : date, NULL);
}

static void
supersede_all (StyrSteps *self, StyrRecord *document, const char *valid_from, const char *date)
{
  const char *version = styr_record_get_text (document, "previous_version_id");
  const char *replaced = styr_record_get_text (document, "replaces_id");

  supersede (self, document, version, TRUE, valid_from, date);
  if (g_strcmp0 (replaced, version) != 0 &&
      g_strcmp0 (replaced, styr_record_get_id (document)) != 0)
    supersede (self, document, replaced, FALSE, valid_from, date);
}

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

/* The body type that decides: what was said, what the card says, what the rules say. */
static char *
dup_body (StyrSteps *self, StyrRecord *document, const char *given, StyrRecord *unit)
{
  char *body = NULL;

  if (unit != NULL)
    return g_strdup (styr_record_get_text (unit, "type"));
  if (given != NULL && *given != '\0')
    return g_strdup (given);
  if (styr_record_has (document, "decided_by"))
    return g_strdup (styr_record_get_text (document, "decided_by"));
  styr_workspace_find_decider (self->workspace, document, &body, NULL);
  return body;
}

/* A new version begins with its decision when the period has begun: until then the old one applied.
 */
static const char *
choose_start (StyrRecord *document, const StyrStep *step)
{
  const char *period = styr_record_get_text (document, "period_from");

  if (step->valid_from != NULL && *step->valid_from != '\0')
    return step->valid_from;
  if (styr_record_has (document, "valid_from"))
    return styr_record_get_text (document, "valid_from");
  if (period == NULL ||
      (styr_record_has (document, "previous_version_id") && strcmp (period, step->date) < 0))
    return step->date;
  return period;
}

static gboolean
decide (StyrSteps *self, StyrRecord *document, const StyrStep *step, GError **error)
{
  StyrRecord *unit = styr_workspace_find_unit (self->workspace, step->body);
  g_autofree char *body = dup_body (self, document, step->body, unit);
  g_autofree char *valid_from = NULL;

  if (step->date == NULL || *step->date == '\0')
    return refuse_decision (document, _ ("the date of the decision is missing"), error);
  if (body == NULL)
    return refuse_decision (document, _ ("say who has decided it"), error);

  valid_from = g_strdup (choose_start (document, step));
  set_column (self, document, "decided_on", step->date);
  set_column (self, document, "decided_by", body);
  set_column (self,
              document,
              "decided_unit_id",
              unit != NULL ? styr_record_get_id (unit)
                           : find_deciding_unit (self->workspace, document, body));
  set_column (self, document, "section_no", step->section_no);
  set_column (self, document, "registration_no", step->registration_no);
  set_column (self, document, "valid_from", valid_from);
  set_column (self, document, "interim_until", step->interim_until);
  supersede_all (self, document, valid_from, step->date);
  return TRUE;
}

/* What waited to be superseded by a document that never begins goes on applying. */
static void
let_stand (StyrSteps *self, const char *old_id, const char *valid_from)
{
  StyrRecord *old = old_id != NULL ? styr_steps_get_document (self, old_id, NULL) : NULL;
  g_autofree char *last = styr_date_dup_day_before (valid_from);

  if (old == NULL || status_of (old) >= STYR_DOCUMENT_SUPERSEDED ||
      styr_record_has (old, "revoked_on"))
    return;
  if (styr_record_is (old, "valid_to", last))
    {
      styr_batch_update (self->batch, "document", old_id, "valid_to", NULL);
      styr_record_set_text (old, "valid_to", NULL);
    }
  styr_batch_execute (self->batch,
                      "DELETE FROM document_event WHERE document_id = ?1 "
                      "AND status = 'superseded' AND on_date = ?2",
                      old_id,
                      valid_from,
                      NULL);
}

static void
let_stand_all (StyrSteps *self, StyrRecord *document, const char *revoked_on)
{
  const char *valid_from = styr_record_get_text (document, "valid_from");

  if (valid_from == NULL || strcmp (revoked_on, valid_from) > 0 ||
      strcmp (valid_from, styr_workspace_get_today (self->workspace)) <= 0)
    return;
  let_stand (self, styr_record_get_text (document, "previous_version_id"), valid_from);
  let_stand (self, styr_record_get_text (document, "replaces_id"), valid_from);
}

/* Revoked at once, or on a day to come; until then it applies. */
static gboolean
revoke_from (StyrSteps *self, StyrRecord *document, const StyrStep *step, const char *date)
{
  gboolean later = step->valid_from != NULL &&
                   strcmp (step->valid_from, styr_workspace_get_today (self->workspace)) > 0;
  g_autofree char *last =
      step->valid_from != NULL ? styr_date_dup_day_before (step->valid_from) : g_strdup (date);

  let_stand_all (self, document, step->valid_from != NULL ? step->valid_from : date);
  set_column (self, document, "revoked_on", step->valid_from != NULL ? step->valid_from : date);
  end_on (self, document, last);
  return !later;
}

static gboolean
check_step (StyrRecord *document, StyrDocumentStatus to, GError **error)
{
  StyrDocumentStatus from = status_of (document);

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

/* The next review, counted where it always is: by the view document_review_due. */
static void
count_review (StyrSteps *self, StyrRecord *document)
{
  if (!styr_record_has (document, "follow_up_on"))
    styr_batch_execute (self->batch,
                        "UPDATE document SET follow_up_on = (SELECT counted_on "
                        "FROM document_review_due WHERE document_id = ?1) WHERE id = ?1",
                        styr_record_get_id (document),
                        NULL);
}

/* A step is taken on a day that has come; what follows on a decision, not before it. */
static gboolean
check_day (StyrSteps *self,
           StyrRecord *document,
           StyrDocumentStatus status,
           const char *date,
           GError **error)
{
  StyrDay day = status == STYR_DOCUMENT_DECIDED     ? STYR_DAY_DECIDED
                : status == STYR_DOCUMENT_PUBLISHED ? STYR_DAY_PUBLISHED
                : status == STYR_DOCUMENT_REVOKED   ? STYR_DAY_REVOKED
                                                    : STYR_DAY_STEP;

  return styr_workspace_check_happened (
      self->workspace, day, date, styr_record_get_text (document, "decided_on"), error);
}

/**
 * styr_steps_take:
 *
 * Takes a document a step. Errors: NOT_FOUND; VALUE names what a decision lacks, or says why the
 * day can't be; READ_ONLY for a step back from a decision
 */
gboolean
styr_steps_take (StyrSteps *self, const char *document_id, const StyrStep *step, GError **error)
{
  StyrRecord *document;
  const char *date;
  gboolean now = TRUE;

  g_return_val_if_fail (self != NULL && document_id != NULL && step != NULL, FALSE);

  document = styr_steps_get_document (self, document_id, error);
  if (document == NULL || !check_step (document, step->status, error))
    return FALSE;
  date = step->date != NULL && *step->date != '\0' ? step->date
                                                   : styr_workspace_get_today (self->workspace);
  if (!check_day (self, document, step->status, date, error))
    return FALSE;
  if (step->status == STYR_DOCUMENT_DECIDED && !decide (self, document, step, error))
    return FALSE;
  if (step->status == STYR_DOCUMENT_REVOKED)
    now = revoke_from (self, document, step, date);
  if (step->status == STYR_DOCUMENT_SUPERSEDED)
    end_on (self, document, date);
  if (step->status == STYR_DOCUMENT_PUBLISHED)
    {
      set_column (self, document, "published_on", date);
      set_column (self, document, "publication", step->place);
      set_column (self, document, "publication_reason", step->reason);
    }
  if (now)
    set_status (self, document, step->status);
  add_event (self, document, step->status, date, step);
  if (step->status == STYR_DOCUMENT_DECIDED)
    count_review (self, document);
  return TRUE;
}

/** Takes one document a step as one write of its own; see styr_steps_take(). */
gboolean
styr_steps_take_one (StyrWorkspace *workspace,
                     const char *document_id,
                     const StyrStep *step,
                     GError **error)
{
  g_autoptr (StyrBatch) batch = styr_batch_new ();
  g_autoptr (StyrSteps) self = styr_steps_new (workspace, batch);
  g_autofree char *label = NULL;

  if (!styr_steps_take (self, document_id, step, error))
    return FALSE;
  /* Translators: the document's title, then its new status. */
  label = g_strdup_printf (
      _ ("%s: now %s"),
      styr_record_get_text (styr_steps_get_document (self, document_id, NULL), "title"),
      status_word (step->status));
  return styr_batch_write (batch, workspace, label, NULL, error);
}

/** Gives a document the status that was decided for a day that has come: its history says it
 * already. */
void
styr_steps_settle (StyrSteps *self, const char *document_id, StyrDocumentStatus status)
{
  StyrRecord *document;

  g_return_if_fail (self != NULL && document_id != NULL);

  document = styr_steps_get_document (self, document_id, NULL);
  if (document != NULL)
    set_status (self, document, status);
}
