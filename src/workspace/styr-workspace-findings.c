/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workspace-findings.h"

#include "styr-check.h"
#include "styr-finding-remedies.h"
#include "styr-record-list.h"
#include "styr-store-inventory.h"
#include "styr-workspace-private.h"

/* Findings are kept beside the workspace until something changes: a page, the picture and the
 * editor ask for the same ones. */

typedef struct
{
  GPtrArray *all;       /* StyrRecord: of the whole municipality; NULL = not reckoned */
  guint n_idle;         /* rules that had nothing to check then */
  StyrRecordList *list; /* those of the context's unit */
  gboolean is_listed;   /* the list is as all */
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_clear_pointer (&kept->all, g_ptr_array_unref);
  g_clear_object (&kept->list);
  g_free (kept);
}

static GQuark
kept_quark (void)
{
  return g_quark_from_static_string ("styr-workspace-findings");
}

static Kept *
get_kept (StyrWorkspace *self)
{
  Kept *kept = g_object_get_qdata (G_OBJECT (self), kept_quark ());

  if (kept == NULL)
    {
      kept = g_new0 (Kept, 1);
      kept->list = styr_record_list_new ();
      g_object_set_qdata_full (G_OBJECT (self), kept_quark (), kept, kept_free);
    }
  return kept;
}

/** What findings are reckoned from has changed; they are reckoned anew when somebody asks. */
void
styr_workspace_forget_findings (StyrWorkspace *self)
{
  Kept *kept;

  g_return_if_fail (STYR_IS_WORKSPACE (self));

  kept = g_object_get_qdata (G_OBJECT (self), kept_quark ());
  if (kept == NULL)
    return;
  g_clear_pointer (&kept->all, g_ptr_array_unref);
  kept->is_listed = FALSE;
}

static gboolean
has_waivers (StyrWorkspace *self, const char *model_id)
{
  g_autofree char *first = styr_workspace_dup_one (
      self, "SELECT id AS value FROM waiver WHERE model_id = ?1 LIMIT 1", model_id, NULL, NULL);

  return first != NULL;
}

/* Documents are read with the model they were made by, exceptions with the one they were decided
 * for. */
static void
add_models (StyrWorkspace *self, StyrInventory *inventory)
{
  GListModel *models = styr_workspace_get_models (self);

  for (guint i = 0; i < g_list_model_get_n_items (models); i++)
    {
      g_autoptr (StyrRecord) record = g_list_model_get_item (models, i);
      StyrModel *model = NULL;

      if (styr_record_get_int (record, "n_documents") > 0 ||
          g_strcmp0 (styr_record_get_id (record), styr_workspace_get_model_id (self)) == 0 ||
          has_waivers (self, styr_record_get_id (record)))
        model = styr_workspace_find_model (self, styr_record_get_id (record), NULL);
      if (model != NULL)
        styr_inventory_add_model (inventory, styr_record_get_id (record), model);
    }
}

/* The context stays that of the municipality: a unit's findings are those of them that are its. */
static StyrInventory *
load_inventory (StyrWorkspace *self, GError **error)
{
  StyrContext context = { NULL, styr_workspace_get_year (self), styr_workspace_get_today (self) };
  g_autoptr (StyrInventory) inventory =
      styr_inventory_new (styr_workspace_get_model (self), &context);
  GError *local = NULL;

  add_models (self, inventory);
  if (styr_store_fill_inventory (styr_workspace_get_store (self), inventory, &local))
    return g_steal_pointer (&inventory);
  styr_workspace_map_error (local, styr_workspace_get_path (self), error);
  return NULL;
}

static void
add_unit_names (StyrWorkspace *self, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const char *unit_id = styr_record_get_text (findings->pdata[i], "unit_id");
      StyrRecord *unit = unit_id != NULL ? styr_workspace_find_unit (self, unit_id) : NULL;

      if (unit != NULL)
        styr_record_set_text (findings->pdata[i], "unit_name", styr_record_get_text (unit, "name"));
    }
}

static GPtrArray *
run_rules (StyrWorkspace *self, const char *rule_id, guint *n_idle, GError **error)
{
  g_autoptr (StyrInventory) inventory = NULL;
  GPtrArray *findings;

  *n_idle = 0;
  if (styr_workspace_get_model (self) == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);
  inventory = load_inventory (self, error);
  if (inventory == NULL)
    return NULL;
  findings = styr_check_run_counting (inventory, rule_id, n_idle);
  add_unit_names (self, findings);
  styr_finding_complete_remedies (inventory, findings);
  return findings;
}

static GPtrArray *
get_all (StyrWorkspace *self, GError **error)
{
  Kept *kept = get_kept (self);

  if (kept->all == NULL)
    kept->all = run_rules (self, NULL, &kept->n_idle, error);
  return kept->all;
}

/* For those who can only show what there is: an error is told in the log. */
static GPtrArray *
get_all_or_none (StyrWorkspace *self)
{
  static GPtrArray *none;
  g_autoptr (GError) error = NULL;
  GPtrArray *all = get_all (self, &error);

  if (all != NULL)
    return all;
  g_warning ("findings: %s", error->message);
  if (none == NULL)
    none = g_ptr_array_new ();
  return none;
}

/**
 * styr_workspace_get_findings:
 *
 * What is found in the context: of the unit that is looked at, or of all.
 *
 * Returns: (transfer none) (element-type StyrRecord): by severity, rule and title
 */
GListModel *
styr_workspace_get_findings (StyrWorkspace *self)
{
  g_autoptr (GHashTable) units = NULL;
  GPtrArray *all;
  Kept *kept;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);

  all = get_all_or_none (self);
  kept = get_kept (self);
  if (!kept->is_listed)
    {
      g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);

      units = styr_workspace_dup_context_units (self);
      for (guint i = 0; i < all->len; i++)
        {
          const char *unit_id = styr_record_get_text (all->pdata[i], "unit_id");

          if (units == NULL || (unit_id != NULL && g_hash_table_contains (units, unit_id)))
            g_ptr_array_add (shown, g_object_ref (all->pdata[i]));
        }
      styr_record_list_update (kept->list, shown);
      kept->is_listed = TRUE;
    }
  return G_LIST_MODEL (kept->list);
}

/**
 * styr_workspace_dup_findings:
 * @rule_id: (nullable): only this rule; NULL = all that are on
 *
 * What is found in the whole municipality. A rule that is off, or that the model doesn't have,
 * finds nothing.
 *
 * Returns: (transfer full) (nullable) (element-type StyrRecord)
 */
GPtrArray *
styr_workspace_dup_findings (StyrWorkspace *self, const char *rule_id, GError **error)
{
  GPtrArray *all, *copy;
  guint n_idle;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);

  if (rule_id != NULL)
    return run_rules (self, rule_id, &n_idle, error);
  all = get_all (self, error);
  if (all == NULL)
    return NULL;
  copy = g_ptr_array_new_full (all->len, g_object_unref);
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (copy, g_object_ref (all->pdata[i]));
  return copy;
}

/* Of what ------------------------------------------------------------------------------------ */

static gboolean
is_of_block (StyrWorkspace *self, StyrRecord *finding, const char *block_id)
{
  const char *type_id = styr_record_get_text (finding, "document_type");
  const StyrDocumentType *type =
      type_id != NULL ? styr_model_find_document_type (styr_workspace_get_model (self), type_id)
                      : NULL;

  return type != NULL && g_strcmp0 (type->block, block_id) == 0;
}

static gboolean
is_of_decision (StyrWorkspace *self, StyrRecord *finding, const char *decision_id)
{
  g_autofree char *decision = NULL;

  if (!styr_record_is (finding, "object_kind", "clause"))
    return FALSE;
  decision =
      styr_workspace_dup_one (self,
                              "SELECT decision_id AS value FROM decision_clause WHERE id = ?1",
                              styr_record_get_text (finding, "object_id"),
                              NULL,
                              NULL);
  return g_strcmp0 (decision, decision_id) == 0;
}

static gboolean
is_of (StyrWorkspace *self, StyrRecord *finding, const char *kind, const char *id)
{
  if (styr_record_is (finding, "object_kind", kind) && styr_record_is (finding, "object_id", id))
    return TRUE;
  if (g_str_equal (kind, "document"))
    return styr_record_is (finding, "document_id", id);
  if (g_str_equal (kind, "unit"))
    return styr_record_is (finding, "unit_id", id);
  if (g_str_equal (kind, "block"))
    return is_of_block (self, finding, id);
  return g_str_equal (kind, "decision") && is_of_decision (self, finding, id);
}

/**
 * styr_workspace_dup_findings_of:
 * @object_kind: what a finding is about, or "document", "unit", "block", "decision": what is found
 *   in their parts too
 *
 * Returns: (transfer full) (element-type StyrRecord): waived ones too
 */
GPtrArray *
styr_workspace_dup_findings_of (StyrWorkspace *self, const char *object_kind, const char *object_id)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *all;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), found);
  g_return_val_if_fail (object_kind != NULL && object_id != NULL, found);

  all = get_all_or_none (self);
  for (guint i = 0; i < all->len; i++)
    if (is_of (self, all->pdata[i], object_kind, object_id))
      g_ptr_array_add (found, g_object_ref (all->pdata[i]));
  return found;
}

/** How many open findings there are in the context. @severity: (nullable): NULL = of any */
guint
styr_workspace_count_findings (StyrWorkspace *self, const char *severity)
{
  GListModel *findings;
  guint n = 0;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), 0);

  findings = styr_workspace_get_findings (self);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (StyrRecord) finding = g_list_model_get_item (findings, i);

      n += !styr_record_get_flag (finding, "is_waived") &&
           (severity == NULL || styr_record_is (finding, "severity", severity));
    }
  return n;
}

/** How many of the shown model's rules have nothing to check in the context's year: nothing that
 * they concern is there yet, in the whole municipality. */
guint
styr_workspace_count_idle_rules (StyrWorkspace *self)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), 0);

  return get_all (self, NULL) != NULL ? get_kept (self)->n_idle : 0;
}
