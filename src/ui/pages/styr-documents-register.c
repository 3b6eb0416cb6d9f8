/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-documents-register.h"

#include "styr-document-card-view.h"
#include "styr-document-health.h"
#include "styr-dossier.h"
#include "styr-enum-types.h"
#include "styr-findings-watch.h"
#include "styr-locale.h"
#include "styr-names.h"

#include <glib/gi18n-lib.h>

/* The columns of the register of documents, and what may be amiss with a card. */

static char *
dup_title (StyrWorkspace *workspace, StyrRecord *document)
{
  return g_strdup (styr_record_get_text (document, "title"));
}

static char *
dup_type (StyrWorkspace *workspace, StyrRecord *document)
{
  return styr_name_sentence_case (styr_record_get_text (document, "type_name"));
}

static char *
dup_unit (StyrWorkspace *workspace, StyrRecord *document)
{
  return styr_workspace_dup_unit_label (workspace, styr_record_get_text (document, "unit_id"));
}

static char *
dup_period (StyrWorkspace *workspace, StyrRecord *document)
{
  const char *from = styr_record_get_text (document, "period_from");
  const char *to = styr_record_get_text (document, "period_to");

  if (from == NULL)
    return g_strdup (styr_record_has (document, "year") ? styr_record_get_text (document, "year")
                                                        : "");
  if (to == NULL)
    return g_strdup_printf (_ ("from %.4s"), from);
  if (strncmp (from, to, 4) == 0)
    return g_strndup (from, 4);
  return g_strdup_printf ("%.4s–%.4s", from, to);
}

static char *
dup_status (StyrWorkspace *workspace, StyrRecord *document)
{
  StyrDocumentStatus status = styr_record_get_enum (document, "status", STYR_TYPE_DOCUMENT_STATUS);
  StyrState state = styr_record_get_enum (document, "state", STYR_TYPE_STATE);

  if (state == STYR_STATE_LATE)
    return g_strdup_printf ("%s %s, %s",
                            styr_state_get_symbol (state),
                            styr_name_of_status (status),
                            styr_state_get_word (state));
  return g_strdup_printf ("%s %s", styr_symbol_of_status (status), styr_name_of_status (status));
}

static char *
dup_decided_by (StyrWorkspace *workspace, StyrRecord *document)
{
  return styr_name_of_decider (workspace, document);
}

static char *
dup_owner (StyrWorkspace *workspace, StyrRecord *document)
{
  const char *owner = styr_record_get_text (document, "owner_id");

  return owner != NULL ? styr_workspace_dup_unit_label (workspace, owner) : NULL;
}

static char *
dup_published (StyrWorkspace *workspace, StyrRecord *document)
{
  if (!styr_record_is (document, "status", "published"))
    return NULL;
  return g_strdup (styr_record_is (document, "publication", "intranet") ? _ ("Intranet only")
                                                                        : _ ("Website"));
}

static char *
dup_age (StyrWorkspace *workspace, StyrRecord *document)
{
  int age = styr_document_get_age (document, styr_workspace_get_today (workspace));

  return age >= 0 ? g_strdup_printf ("%d", age) : NULL;
}

static char *
dup_replaces (StyrWorkspace *workspace, StyrRecord *document)
{
  const char *title = styr_record_get_text (document, "replaces_title");

  return g_strdup (title != NULL ? title : styr_record_get_text (document, "replaces"));
}

/* What the type demands of what applies; a draft is not ready yet */
static char *
dup_missing (StyrWorkspace *workspace, StyrRecord *document)
{
  const StyrDocumentType *type = styr_model_find_document_type (
      styr_workspace_get_model (workspace), styr_record_get_text (document, "type"));
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  if (!styr_document_is_in_force (document))
    return NULL;
  missing = styr_document_dup_missing_metadata (type, document);
  for (guint i = 0; i < missing->len; i++)
    {
      g_autofree char *column = styr_metadata_get_column (missing->pdata[i]);
      const char *title = styr_document_card_view_find_title (column);

      if (title != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", title);
    }
  return g_strdup (names->str);
}

static char *
dup_family (StyrWorkspace *workspace, StyrRecord *document)
{
  const StyrDocumentType *type = styr_model_find_document_type (
      styr_workspace_get_model (workspace), styr_record_get_text (document, "type"));

  if (type == NULL || type->family == NULL)
    return NULL;
  return g_strdup (g_str_equal (type->family, "political") ? C_ ("documents", "Political")
                                                           : C_ ("documents", "Administrative"));
}

#define DEFINE_COPY(column)                                                                        \
  static char *dup_##column (StyrWorkspace *workspace, StyrRecord *document)                       \
  {                                                                                                \
    return g_strdup (styr_record_get_text (document, #column));                                    \
  }

#define DEFINE_PARAGRAPH(column)                                                                   \
  static char *dup_##column (StyrWorkspace *workspace, StyrRecord *document)                       \
  {                                                                                                \
    return styr_format_paragraph (styr_record_get_text (document, #column));                       \
  }

DEFINE_COPY (decided_on)
DEFINE_PARAGRAPH (section_no)
DEFINE_COPY (registration_no)
DEFINE_COPY (valid_from)
DEFINE_COPY (valid_to)
DEFINE_COPY (review_due_on)
DEFINE_COPY (applies_to)
DEFINE_COPY (designation)

static const StyrRegisterColumn columns[] = {
  { "title", N_ ("Title"), STYR_COLUMN_TEXT, 44, TRUE, FALSE, dup_title },
  { "type", N_ ("Type"), STYR_COLUMN_TEXT, 15, FALSE, FALSE, dup_type },
  { "unit", N_ ("Unit"), STYR_COLUMN_TEXT, 15, FALSE, FALSE, dup_unit },
  { "period", N_ ("Period"), STYR_COLUMN_TEXT, 10, FALSE, FALSE, dup_period },
  { "status", N_ ("Status"), STYR_COLUMN_TEXT, 11, FALSE, FALSE, dup_status },
  { "decidedOn", N_ ("Decided on"), STYR_COLUMN_DATE, 11, FALSE, FALSE, dup_decided_on },
  { "decidedBy", N_ ("Decided by"), STYR_COLUMN_TEXT, 15, FALSE, FALSE, dup_decided_by },
  { "sectionNo", N_ ("§"), STYR_COLUMN_TEXT, 8, FALSE, TRUE, dup_section_no },
  { "registrationNo",
    N_ ("Registration number"),
    STYR_COLUMN_ID,
    15,
    FALSE,
    TRUE,
    dup_registration_no },
  { "designation", N_ ("Designation"), STYR_COLUMN_TEXT, 16, FALSE, TRUE, dup_designation },
  { "family", N_ ("Character"), STYR_COLUMN_TEXT, 14, FALSE, TRUE, dup_family },
  { "validFrom", N_ ("In force from"), STYR_COLUMN_DATE, 11, FALSE, TRUE, dup_valid_from },
  { "validTo", N_ ("In force to"), STYR_COLUMN_DATE, 11, FALSE, TRUE, dup_valid_to },
  { "appliesTo", N_ ("Applies to"), STYR_COLUMN_TEXT, 22, FALSE, TRUE, dup_applies_to },
  { "replaces", N_ ("Replaces"), STYR_COLUMN_TEXT, 26, FALSE, TRUE, dup_replaces },
  { "owner", N_ ("Owner"), STYR_COLUMN_TEXT, 18, FALSE, TRUE, dup_owner },
  { "review", N_ ("Next review"), STYR_COLUMN_DATE, 12, FALSE, TRUE, dup_review_due_on },
  { "published", N_ ("Published"), STYR_COLUMN_TEXT, 14, FALSE, TRUE, dup_published },
  { "age", N_ ("Age in years"), STYR_COLUMN_INTEGER, 9, FALSE, TRUE, dup_age },
  /* Translators: a column of what a document's card lacks: "Saknas". */
  { "missing", N_ ("Missing on the card"), STYR_COLUMN_TEXT, 24, 2, TRUE, dup_missing },
};

static gboolean
has_health (StyrWorkspace *workspace, StyrRecord *document, StyrHealth health)
{
  return styr_document_has_health (
      styr_model_find_document_type (styr_workspace_get_model (workspace),
                                     styr_record_get_text (document, "type")),
      document,
      styr_workspace_get_today (workspace),
      health);
}

#define DEFINE_MARK(name, health)                                                                  \
  static gboolean is_##name (StyrWorkspace *workspace, StyrRecord *document)                       \
  {                                                                                                \
    return has_health (workspace, document, health);                                               \
  }

DEFINE_MARK (incomplete, STYR_HEALTH_INCOMPLETE)
DEFINE_MARK (review_overdue, STYR_HEALTH_REVIEW_OVERDUE)
DEFINE_MARK (expired, STYR_HEALTH_EXPIRED)
DEFINE_MARK (unpublished, STYR_HEALTH_UNPUBLISHED)
DEFINE_MARK (to_revoke, STYR_HEALTH_TO_REVOKE)

/* As it was when the rules were last checked, a moment ago */
static gboolean
is_breaking (StyrWorkspace *workspace, StyrRecord *document)
{
  return styr_findings_watch_breaks (styr_findings_watch_get (workspace),
                                     styr_record_get_id (document));
}

static const StyrRegisterMark marks[] = {
  { "breaks", "✕", N_ ("Breaks a rule"), is_breaking },
  { "incomplete", "○", N_ ("Card incomplete"), is_incomplete },
  { "review", "!", N_ ("Review overdue"), is_review_overdue },
  { "expired", "!", N_ ("Time is over"), is_expired },
  { "unpublished", "◐", N_ ("Not published"), is_unpublished },
  { "revoke", "–", N_ ("Proposed for revocation"), is_to_revoke },
};

static gboolean
is_aged (StyrWorkspace *workspace, StyrRecord *document, int from, int to)
{
  int age = styr_document_is_in_force (document)
                ? styr_document_get_age (document, styr_workspace_get_today (workspace))
                : -1;

  return age >= from && age < to;
}

#define DEFINE_AGE(from, to)                                                                       \
  static gboolean is_aged_##from (StyrWorkspace *workspace, StyrRecord *document)                  \
  {                                                                                                \
    return is_aged (workspace, document, from, to);                                                \
  }

DEFINE_AGE (0, 1)
DEFINE_AGE (1, 2)
DEFINE_AGE (2, 4)
DEFINE_AGE (4, 8)
DEFINE_AGE (8, G_MAXINT)

static const StyrRegisterMark ages[] = {
  { "age0", NULL, N_ ("under 1 year"), is_aged_0 },
  { "age1", NULL, N_ ("1 year"), is_aged_1 },
  { "age2", NULL, N_ ("2–3 years"), is_aged_2 },
  { "age4", NULL, N_ ("4–7 years"), is_aged_4 },
  { "age8", NULL, N_ ("8 years or more"), is_aged_8 },
};

static const StyrRegisterLoan loans[] = {
  { "incomplete", "missing" },
  { "review", "review" },
  { "expired", "validTo" },
};

static const StyrRegisterKind kind = {
  .name = "documents",
  .title = N_ ("Documents"),
  .search_hint = N_ ("Filter by title, unit or registration number"),
  .empty_icon = "x-office-document-symbolic",
  .empty_title = N_ ("No documents yet"),
  .empty_text = N_ ("Here stand the documents of the steering model for the unit and the year: "
                    "plans, guidelines, reports. Start with the one that comes first in the year."),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .marks = marks,
  .n_marks = G_N_ELEMENTS (marks),
  .bars_title = N_ ("Age of documents in force"),
  .bars = ages,
  .n_bars = G_N_ELEMENTS (ages),
  .loans = loans,
  .n_loans = G_N_ELEMENTS (loans),
};

/* The list that others go by: what applies today, the political and the administrative apart */

static const char *const list_columns[] = { "title",     "type",      "decidedBy",
                                            "decidedOn", "sectionNo", "registrationNo",
                                            "validFrom", "appliesTo", "replaces",
                                            NULL };

static GListStore *
pick_family (StyrWorkspace *workspace, GPtrArray *documents, const char *family)
{
  GListStore *picked = g_list_store_new (STYR_TYPE_RECORD);

  for (guint i = 0; i < documents->len; i++)
    {
      const StyrDocumentType *type = styr_model_find_document_type (
          styr_workspace_get_model (workspace), styr_record_get_text (documents->pdata[i], "type"));

      if (type != NULL && g_strcmp0 (type->family, family) == 0)
        g_list_store_append (picked, documents->pdata[i]);
    }
  return picked;
}

static StyrTable *
new_family_table (StyrWorkspace *workspace,
                  GPtrArray *documents,
                  const char *family,
                  const char *name,
                  const char *title)
{
  g_autoptr (GListStore) picked = pick_family (workspace, documents, family);
  StyrRegisterColumn chosen[G_N_ELEMENTS (list_columns)];
  guint n = 0;

  for (guint i = 0; list_columns[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
      if (g_str_equal (columns[j].id, list_columns[i]))
        chosen[n++] = columns[j];
  return styr_register_new_table (workspace, chosen, n, G_LIST_MODEL (picked), name, title);
}

/**
 * styr_documents_register_new_list:
 *
 * Returns: (transfer full) (element-type StyrTable): every document in force today, of all units, a
 * table for each family: the list that is published
 */
GPtrArray *
styr_documents_register_new_list (StyrWorkspace *workspace)
{
  g_autoptr (GPtrArray) documents = NULL;
  GPtrArray *tables = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), tables);

  documents = styr_workspace_dup_documents_in_force (workspace);
  g_ptr_array_add (
      tables,
      new_family_table (
          workspace, documents, "political", "politicalDocuments", _ ("Political documents")));
  g_ptr_array_add (tables,
                   new_family_table (workspace,
                                     documents,
                                     "administrative",
                                     "administrativeDocuments",
                                     _ ("Administrative documents")));
  return tables;
}

/** Writes the list that is published: @path as in styr_workspace_export_tables(). It is the whole
 * municipality's, whatever unit is looked at. */
gboolean
styr_documents_register_export_list (StyrWorkspace *workspace, const char *path, GError **error)
{
  g_autoptr (GPtrArray) tables = styr_documents_register_new_list (workspace);

  return styr_workspace_export_tables (
      workspace, tables, _ ("Documents in force"), NULL, path, error);
}

/** What the register of documents is. */
const StyrRegisterKind *
styr_documents_register_get_kind (void)
{
  return &kind;
}
