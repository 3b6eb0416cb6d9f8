/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-document-health.h"

#include "styr-dossier.h"
#include "styr-enum-types.h"
#include "styr-locale.h"

/*
 * What can be seen of a document's health on its card alone ("ordning och reda bland styrande
 * dokument", domain.md 1.1.3). The records are those of the store's list: every column of the
 * document, review_due_on and review_result.
 */

/** Whether the document applies: decided or published, neither superseded nor revoked. */
gboolean
styr_document_is_in_force (StyrRecord *document)
{
  g_return_val_if_fail (STYR_IS_RECORD (document), FALSE);

  return styr_record_is (document, "status", "decided") ||
         styr_record_is (document, "status", "published");
}

/**
 * styr_document_type_dup_demanded:
 * @type: (nullable): a type that the model no longer has demands nothing
 * @is_joint: whether the document is decided together with others
 *
 * The metadata that the type demands: some only of what is decided together with others.
 *
 * Returns: (transfer container) (element-type utf8)
 */
GPtrArray *
styr_document_type_dup_demanded (const StyrDocumentType *type, gboolean is_joint)
{
  GPtrArray *demanded = g_ptr_array_new ();

  if (type == NULL)
    return demanded;
  g_ptr_array_extend (demanded, type->required_metadata, NULL, NULL);
  if (is_joint)
    g_ptr_array_extend (demanded, type->required_when_joint, NULL, NULL);
  return demanded;
}

/** What styr_document_type_dup_demanded() says of this very document. (transfer container) */
GPtrArray *
styr_document_dup_demanded (const StyrDocumentType *type, StyrRecord *document)
{
  g_return_val_if_fail (STYR_IS_RECORD (document), g_ptr_array_new ());
  return styr_document_type_dup_demanded (type, styr_record_get_flag (document, "is_joint"));
}

/**
 * styr_document_dup_missing_metadata:
 * @type: (nullable): a type that the model no longer has demands nothing
 *
 * Returns: (transfer full) (element-type utf8): the metadata that the type demands and the card
 * lacks
 */
GPtrArray *
styr_document_dup_missing_metadata (const StyrDocumentType *type, StyrRecord *document)
{
  g_autoptr (GPtrArray) demanded = styr_document_dup_demanded (type, document);
  GPtrArray *missing = g_ptr_array_new ();

  g_return_val_if_fail (STYR_IS_RECORD (document), missing);

  for (guint i = 0; i < demanded->len; i++)
    {
      g_autofree char *column = styr_metadata_get_column (demanded->pdata[i]);
      const char *text = styr_record_get_text (document, column);

      if ((text == NULL || *text == '\0') &&
          !(g_str_equal (column, "replaces") && styr_record_has (document, "replaces_id")))
        g_ptr_array_add (missing, demanded->pdata[i]);
    }
  return missing;
}

static gboolean
is_before (StyrRecord *document, const char *column, const char *day)
{
  const char *date = styr_record_get_text (document, column);

  return date != NULL && g_strcmp0 (date, day) < 0;
}

static gboolean
is_expired (StyrRecord *document, const char *today)
{
  return styr_record_has (document, "valid_to") ? is_before (document, "valid_to", today)
                                                : is_before (document, "period_to", today);
}

/* A plan or a report of a year is over when the year is; that says nothing of its health. */
static gboolean
is_standing (const StyrDocumentType *type)
{
  return type == NULL || type->period == STYR_PERIOD_NONE ||
         type->period == STYR_PERIOD_UNTIL_FURTHER_NOTICE ||
         (type->period == STYR_PERIOD_ROLLING_YEARS && type->cadence != STYR_CADENCE_PER_YEAR &&
          type->cadence != STYR_CADENCE_PER_UNIT_AND_YEAR);
}

/** Whether something is amiss with the document's card. @today: ISO date */
gboolean
styr_document_has_health (const StyrDocumentType *type,
                          StyrRecord *document,
                          const char *today,
                          StyrHealth health)
{
  g_autoptr (GPtrArray) missing = NULL;

  g_return_val_if_fail (STYR_IS_RECORD (document), FALSE);

  if (!styr_document_is_in_force (document))
    return FALSE;
  switch (health)
    {
    case STYR_HEALTH_INCOMPLETE:
      missing = styr_document_dup_missing_metadata (type, document);
      return missing->len > 0;
    case STYR_HEALTH_REVIEW_OVERDUE:
      return is_before (document, "review_due_on", today);
    case STYR_HEALTH_EXPIRED:
      return is_standing (type) && is_expired (document, today);
    case STYR_HEALTH_UNPUBLISHED:
      return styr_record_is (document, "status", "decided") && is_standing (type);
    case STYR_HEALTH_TO_REVOKE:
      return styr_record_is (document, "review_result", "revoke") ||
             (is_standing (type) && is_expired (document, today));
    case STYR_N_HEALTHS:
    default:
      return FALSE;
    }
}

/** Whole years since the document was decided, on the day @today; -1 when it isn't. */
int
styr_document_get_age (StyrRecord *document, const char *today)
{
  const char *decided = styr_record_get_text (document, "decided_on");
  g_autoptr (GDate) from = decided != NULL ? styr_date_from_iso (decided) : NULL;
  g_autoptr (GDate) to = styr_date_from_iso (today);

  if (from == NULL || to == NULL)
    return -1;
  return MAX (0, g_date_days_between (from, to) / 365);
}
