/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-finding-remedies.h"

#include "styr-document-health.h"
#include "styr-dossier.h"
#include "styr-inventory.h"
#include "styr-item-columns.h"

#include <glib/gi18n-lib.h>

/* A rule says what to do about what it finds. In a document that has been decided that can't
 * always be done: then a new version is what remains. */

/* The kinds of rules about what is written in a document, or in its card */
static gboolean
is_about_contents (const char *kind)
{
  static const char *const kinds[] = { "document-sections",
                                       "row-fields",
                                       "field-follows",
                                       "document-content",
                                       "document-period",
                                       "document-title",
                                       "document-words",
                                       "document-retired-words",
                                       "document-partners",
                                       "document-start",
                                       "goal-count",
                                       "goal-measured",
                                       "goal-targets",
                                       "goal-answered",
                                       "goal-graph",
                                       "goal-linked",
                                       "goal-choice",
                                       "goal-activity",
                                       "activity-goal",
                                       "goal-assessed",
                                       "goal-not-assessed",
                                       "deviation-measure",
                                       "deviation-analysis",
                                       "personal-number",
                                       NULL };

  return g_strv_contains (kinds, kind);
}

static gboolean
lacks_locked (const StyrInvDocument *document, GPtrArray *metadata)
{
  for (guint i = 0; i < metadata->len; i++)
    {
      g_autofree char *column = styr_metadata_get_column (metadata->pdata[i]);
      gboolean replaced = g_str_equal (column, "replaces") && document->replaces_id != NULL;

      if (!replaced && styr_item_column_get_late ("document", column) == STYR_LATE_NEVER &&
          styr_inventory_get_column (STYR_INV_DOCUMENT, document, column) == NULL)
        return TRUE;
    }
  return FALSE;
}

/* Whether a card lacks something that can't be filled in any more */
static gboolean
has_locked_card (const StyrInvDocument *document, const StyrRule *rule)
{
  g_autoptr (GPtrArray) demanded =
      styr_document_type_dup_demanded (document->kind, document->is_joint);

  return lacks_locked (document, rule->fields->len > 0 ? rule->fields : demanded);
}

static gboolean
needs_version (const StyrInvDocument *document, const StyrRule *rule)
{
  if (!document->is_decided)
    return FALSE;
  return g_str_equal (rule->kind, "document-metadata") ? has_locked_card (document, rule)
                                                       : is_about_contents (rule->kind);
}

/**
 * styr_finding_complete_remedies:
 * @inventory: what the findings were reckoned from
 * @findings: (element-type StyrRecord)
 *
 * Says in the remedy of what is found in a decided document, and can't be put right there, that a
 * new version is needed.
 */
void
styr_finding_complete_remedies (StyrInventory *inventory, GPtrArray *findings)
{
  StyrModel *model;

  g_return_if_fail (inventory != NULL && findings != NULL);

  model = styr_inventory_get_model (inventory);
  for (guint i = 0; i < findings->len; i++)
    {
      StyrRecord *finding = findings->pdata[i];
      const char *id = styr_record_get_text (finding, "document_id");
      const char *remedy = styr_record_get_text (finding, "remedy");
      const StyrRule *rule =
          styr_model_find_rule (model, styr_record_get_text (finding, "rule_id"));
      const StyrInvDocument *document =
          id != NULL ? styr_inventory_find (inventory, STYR_INV_DOCUMENT, id) : NULL;
      g_autofree char *text = NULL;

      if (document == NULL || rule == NULL || !needs_version (document, rule))
        continue;
      text = g_strdup_printf ("%s%s%s",
                              remedy != NULL ? remedy : "",
                              remedy != NULL ? " " : "",
                              _ ("The document is decided: make a new version of it."));
      styr_record_set_text (finding, "remedy", text);
    }
}
