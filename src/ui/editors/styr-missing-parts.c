/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-missing-parts.h"

#include "styr-document-card-view.h"
#include "styr-document-health.h"
#include "styr-names.h"
#include "styr-workspace-decisions.h"

#include <glib/gi18n-lib.h>

/* What a document lacks when it is about to be decided, be it alone or with others. */

/* What the decision itself writes, and what can only be known after it */
static gboolean
comes_with_decision (const char *column)
{
  static const char *const columns[] = { "decided_by",       "decided_on",          "valid_from",
                                         "valid_to",         "informed_on",         "follow_up_on",
                                         "follow_up_result", "informed_section_no", NULL };

  return g_strv_contains (columns, column);
}

static gboolean
is_given (StyrRecord *document, const char *column, const StyrGivenParts *given)
{
  if (comes_with_decision (column))
    return TRUE;
  if (g_str_equal (column, "section_no"))
    return given->section_no;
  if (g_str_equal (column, "registration_no"))
    return given->registration_no;
  if (g_str_equal (column, "replaces") && styr_record_has (document, "replaces_id"))
    return TRUE;
  return styr_record_has (document, column);
}

/* Returns: (transfer container) (element-type utf8): the names of what the model requires and that
 * isn't there, as long as the dossier lives */
static GPtrArray *
list_missing (StyrDossier *dossier, const StyrGivenParts *given)
{
  GPtrArray *names = g_ptr_array_new ();
  const StyrDocumentType *type = styr_dossier_get_document_type (dossier);
  StyrRecord *document = styr_dossier_get_document (dossier);
  g_autoptr (GPtrArray) demanded = styr_document_dup_demanded (type, document);

  for (guint i = 0; i < demanded->len; i++)
    {
      g_autofree char *column = styr_metadata_get_column (demanded->pdata[i]);
      const char *title = styr_document_card_view_find_title (column);

      if (title != NULL && !is_given (document, column, given))
        g_ptr_array_add (names, (gpointer) title);
    }
  for (guint i = 0; type != NULL && i < type->sections->len; i++)
    {
      const StyrSection *section = type->sections->pdata[i];
      StyrCompletion completion = styr_dossier_get_section_completion (dossier, section);

      if (completion.done < completion.total)
        g_ptr_array_add (names, section->title);
    }
  return names;
}

/**
 * styr_missing_parts_dup_text:
 * @dossier: a document that isn't decided
 * @given: what comes with the decision
 *
 * Returns: (transfer full) (nullable): what the model requires and that isn't there, as a sentence;
 * NULL when nothing is missing
 */
char *
styr_missing_parts_dup_text (StyrDossier *dossier, const StyrGivenParts *given)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *list = NULL;
  guint count;

  g_return_val_if_fail (STYR_IS_DOSSIER (dossier) && given != NULL, NULL);

  names = list_missing (dossier, given);
  count = names->len;
  if (count == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  /* a name may hold a comma */
  list = g_strjoinv ("; ", (char **) names->pdata);
  return g_strdup_printf (
      /* Translators: how many, then their names. */
      ngettext ("%u required part is missing: %s", "%u required parts are missing: %s", count),
      count,
      list);
}

/** Returns: (transfer full) (nullable): who was asked for comment and hasn't answered, as a
 * sentence; NULL when everybody has */
char *
styr_missing_answers_dup_text (StyrWorkspace *workspace, const char *document_id)
{
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  guint missing = 0;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace) && document_id != NULL, NULL);

  answers = styr_workspace_dup_consultation (workspace, document_id);
  for (guint i = 0; i < answers->len; i++)
    {
      StyrRecord *answer = answers->pdata[i];
      const char *who =
          styr_record_get_text (answer, "unit_name") ?: styr_record_get_text (answer, "name");

      if (styr_record_is (answer, "state", "answered"))
        continue;
      g_string_append_printf (names, "%s%s", missing > 0 ? ", " : "", who != NULL ? who : "…");
      missing++;
    }
  if (missing == 0)
    return NULL;
  return g_strdup_printf (
      /* Translators: how many, of how many, then their names. */
      ngettext ("%u of %u hasn’t answered the consultation: %s",
                "%u of %u haven’t answered the consultation: %s",
                missing),
      missing,
      answers->len,
      names->str);
}

/** Returns: (transfer full) (nullable): that a next version of the document is being written, as a
 * sentence for the one who is about to revoke it */
char *
styr_draft_of_next_dup_text (StyrWorkspace *workspace, const char *document_id)
{
  g_autoptr (StyrRecord) draft = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace) && document_id != NULL, NULL);

  draft = styr_workspace_dup_next_draft (workspace, document_id);
  if (draft == NULL)
    return NULL;
  /* Translators: a document's title, then the number of its version. */
  return g_strdup_printf (_ ("There is a draft of the next version: “%s”, version %d. It stays a "
                             "draft when this one is revoked."),
                          styr_record_get_text (draft, "title"),
                          (int) styr_record_get_int (draft, "version"));
}

/* The document itself when it is decided, or else the one whose place it takes */
static StyrDossier *
dup_decided (StyrWorkspace *workspace, const char *document_id)
{
  g_autoptr (StyrDossier) dossier = styr_workspace_dup_dossier (workspace, document_id, NULL);
  StyrRecord *document;
  const char *replaced;

  if (dossier == NULL || !styr_dossier_is_editable (dossier))
    return g_steal_pointer (&dossier);
  document = styr_dossier_get_document (dossier);
  replaced = styr_record_get_text (document, "replaces_id")
                 ?: styr_record_get_text (document, "previous_version_id");
  return replaced != NULL ? styr_workspace_dup_dossier (workspace, replaced, NULL) : NULL;
}

/**
 * styr_other_decider_dup_text:
 * @document_id: what is adopted or revoked
 * @body: (nullable): id of the type of the body that decides now
 * @unit_id: (nullable): which one of them, when it is known
 *
 * Returns: (transfer full) (nullable): that another body decided the document that is revoked or
 * replaced, as a sentence; NULL when it was the same, or nobody is said
 */
char *
styr_other_decider_dup_text (StyrWorkspace *workspace,
                             const char *document_id,
                             const char *body,
                             const char *unit_id)
{
  g_autoptr (StyrDossier) dossier = NULL;
  g_autofree char *decision = NULL;
  StyrRecord *document;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace) && document_id != NULL, NULL);

  dossier = body != NULL ? dup_decided (workspace, document_id) : NULL;
  document = dossier != NULL ? styr_dossier_get_document (dossier) : NULL;
  if (document == NULL || !styr_record_has (document, "decided_by"))
    return NULL;
  if (styr_record_is (document, "decided_by", body) &&
      (unit_id == NULL || *unit_id == '\0' || !styr_record_has (document, "decided_unit_id") ||
       styr_record_is (document, "decided_unit_id", unit_id)))
    return NULL;
  decision = styr_name_of_decision (workspace, document);
  if (decision == NULL)
    return NULL;
  /* Translators: a document's title, then who decided it: "Kommunfullmäktige § 46". */
  return g_strdup_printf (_ ("“%s” was decided by %s, not by the body that decides now."),
                          styr_record_get_text (document, "title"),
                          decision);
}
