/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-dossier.h"

#include "styr-enum-types.h"
#include "styr-nick.h"

#include <string.h>

/**
 * StyrDossier:
 *
 * A whole document: its card, field values, rows, goals with criteria and links, assessments,
 * activities, measures, feedback and economy. Plans whose goals a section assesses or carries out
 * are in it too. Editor, completion, reports and workbook all read dossiers; nothing in it is
 * written back.
 */
struct _StyrDossier
{
  GObject parent_instance;
  StyrModel *model;
  StyrRecord *document;
  const StyrDocumentType *type; /* the model's */
  GHashTable *values;           /* "owner\tfield" to text */
  GHashTable *records;          /* kind (interned) to GPtrArray of StyrRecord */
};

G_DEFINE_FINAL_TYPE (StyrDossier, styr_dossier, G_TYPE_OBJECT)

static void
styr_dossier_finalize (GObject *object)
{
  StyrDossier *self = STYR_DOSSIER (object);

  g_hash_table_unref (self->values);
  g_hash_table_unref (self->records);
  g_clear_object (&self->document);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (styr_dossier_parent_class)->finalize (object);
}

static void
styr_dossier_class_init (StyrDossierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = styr_dossier_finalize;
}

static void
styr_dossier_init (StyrDossier *self)
{
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->records =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * styr_dossier_new:
 * @document: its row; its type must be one of the model's
 *
 * Returns: (transfer full): an empty dossier; the store fills it
 */
StyrDossier *
styr_dossier_new (StyrModel *model, StyrRecord *document)
{
  StyrDossier *self = g_object_new (STYR_TYPE_DOSSIER, NULL);

  self->model = g_object_ref (model);
  self->document = g_object_ref (document);
  self->type = styr_model_find_document_type (model, styr_record_get_text (document, "type"));
  return self;
}

StyrModel *
styr_dossier_get_model (StyrDossier *self)
{
  g_return_val_if_fail (STYR_IS_DOSSIER (self), NULL);
  return self->model;
}

StyrRecord *
styr_dossier_get_document (StyrDossier *self)
{
  g_return_val_if_fail (STYR_IS_DOSSIER (self), NULL);
  return self->document;
}

/** The document's type; NULL when the model no longer has it. */
const StyrDocumentType *
styr_dossier_get_document_type (StyrDossier *self)
{
  g_return_val_if_fail (STYR_IS_DOSSIER (self), NULL);
  return self->type;
}

/** Whether the document may still be changed: what is decided is changed by a new version only. */
gboolean
styr_dossier_is_editable (StyrDossier *self)
{
  g_return_val_if_fail (STYR_IS_DOSSIER (self), FALSE);
  return styr_record_get_enum (self->document, "status", STYR_TYPE_DOCUMENT_STATUS) <
         STYR_DOCUMENT_DECIDED;
}

/**
 * styr_dossier_take_records:
 * @records: (transfer full) (element-type StyrRecord): in the order in which they are shown
 */
void
styr_dossier_take_records (StyrDossier *self, const char *kind, GPtrArray *records)
{
  g_return_if_fail (STYR_IS_DOSSIER (self));
  g_return_if_fail (records != NULL);
  g_hash_table_insert (self->records, (gpointer) g_intern_string (kind), records);
}

static char *
value_key (const char *owner_id, const char *field)
{
  return g_strconcat (owner_id, "\t", field, NULL);
}

void
styr_dossier_set_value (StyrDossier *self,
                        const char *owner_id,
                        const char *field,
                        const char *value)
{
  g_return_if_fail (STYR_IS_DOSSIER (self));
  g_hash_table_insert (self->values, value_key (owner_id, field), g_strdup (value));
}

/**
 * styr_dossier_get_value:
 * @owner_id: (nullable): a row or goal of the document; NULL = the document itself
 * @field: "section.field" for the document, else just the field
 *
 * Returns: (transfer none) (nullable): canonical text; NULL when it isn't filled in
 */
const char *
styr_dossier_get_value (StyrDossier *self, const char *owner_id, const char *field)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (STYR_IS_DOSSIER (self), NULL);
  key = value_key (owner_id != NULL ? owner_id : styr_record_get_id (self->document), field);
  return g_hash_table_lookup (self->values, key);
}

/**
 * styr_not_applicable_key:
 *
 * Returns: (transfer full): the name under which the reason is kept why a field doesn't apply
 */
char *
styr_not_applicable_key (const char *field)
{
  g_return_val_if_fail (field != NULL, NULL);
  return g_strconcat (field, ":na", NULL);
}

/**
 * styr_dossier_get_not_applicable:
 * @owner_id: (nullable): as in styr_dossier_get_value()
 *
 * Returns: (transfer none) (nullable): why the field doesn't apply ("ej tillämplig"); NULL when it
 * does
 */
const char *
styr_dossier_get_not_applicable (StyrDossier *self, const char *owner_id, const char *field)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (STYR_IS_DOSSIER (self) && field != NULL, NULL);
  key = styr_not_applicable_key (field);
  return styr_dossier_get_value (self, owner_id, key);
}

/**
 * styr_dossier_get_records:
 *
 * Returns: (transfer none) (element-type StyrRecord): all of a kind; never NULL
 */
GPtrArray *
styr_dossier_get_records (StyrDossier *self, const char *kind)
{
  GPtrArray *records;

  g_return_val_if_fail (STYR_IS_DOSSIER (self), NULL);
  records = g_hash_table_lookup (self->records, kind);
  if (records == NULL)
    {
      records = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->records, (gpointer) g_intern_string (kind), records);
    }
  return records;
}

/** The record of @kind with @id; (transfer none), NULL when there is none. */
StyrRecord *
styr_dossier_find (StyrDossier *self, const char *kind, const char *id)
{
  GPtrArray *records = styr_dossier_get_records (self, kind);

  for (guint i = 0; id != NULL && i < records->len; i++)
    if (g_strcmp0 (styr_record_get_id (records->pdata[i]), id) == 0)
      return records->pdata[i];
  return NULL;
}

/**
 * styr_dossier_dup_where:
 *
 * Returns: (transfer full) (element-type StyrRecord): those of @kind whose @column is @value, in
 * order
 */
GPtrArray *
styr_dossier_dup_where (StyrDossier *self, const char *kind, const char *column, const char *value)
{
  GPtrArray *records = styr_dossier_get_records (self, kind);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    if (styr_record_is (records->pdata[i], column, value))
      g_ptr_array_add (found, g_object_ref (records->pdata[i]));
  return found;
}

/**
 * styr_dossier_dup_rows:
 *
 * Returns: (transfer full) (element-type StyrRecord): the records that a section lists: rows,
 * activities, measures, feedback or economy
 */
GPtrArray *
styr_dossier_dup_rows (StyrDossier *self, const StyrSection *section)
{
  g_return_val_if_fail (section != NULL, NULL);

  switch (section->kind)
    {
    case STYR_SECTION_ROWS:
      return styr_dossier_dup_where (self, "document_row", "section", section->id);
    case STYR_SECTION_ACTIVITIES:
      return styr_dossier_dup_where (self, "activity", "section", section->id);
    case STYR_SECTION_MEASURES:
      return styr_dossier_dup_where (self, "measure", "section", section->id);
    case STYR_SECTION_FEEDBACK:
      return g_ptr_array_copy (styr_dossier_get_records (self, "feedback_total"),
                               (GCopyFunc) (void *) g_object_ref,
                               NULL);
    case STYR_SECTION_ECONOMY:
      return g_ptr_array_copy (
          styr_dossier_get_records (self, "budget_line"), (GCopyFunc) (void *) g_object_ref, NULL);
    case STYR_SECTION_DECISION:
      return g_ptr_array_copy (
          styr_dossier_get_records (self, "decision"), (GCopyFunc) (void *) g_object_ref, NULL);
    case STYR_SECTION_GOALS:
    case STYR_SECTION_ASSESSMENTS:
      return styr_dossier_dup_goals (self, section);
    case STYR_SECTION_FIELDS:
    default:
      return g_ptr_array_new_with_free_func (g_object_unref);
    }
}

/* A målområde groups goals; it isn't assessed or carried out itself. */
static gboolean
is_grouping_type (StyrModel *model, const char *goal_type)
{
  GPtrArray *types = styr_model_get_goal_types (model);

  for (guint i = 0; i < types->len; i++)
    if (g_strcmp0 (((const StyrGoalType *) types->pdata[i])->parent, goal_type) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
goal_is_of_section (StyrDossier *self, StyrRecord *goal, const StyrSection *section)
{
  const char *type = styr_record_get_text (goal, "type");
  gboolean own = styr_record_is (goal, "document_id", styr_record_get_id (self->document));

  if (section->kind == STYR_SECTION_GOALS)
    return own && g_strcmp0 (type, section->goal_type) == 0;
  if (section->document_type != NULL &&
      !styr_record_is (goal, "document_type", section->document_type))
    return FALSE;
  if (section->document_type == NULL && !own)
    return FALSE;
  return section->goal_type != NULL ? g_strcmp0 (type, section->goal_type) == 0
                                    : !is_grouping_type (self->model, type);
}

/* Where the goal stands in the document that set it: among the goals of which section */
static guint
find_place (StyrDossier *self, StyrRecord *goal)
{
  const StyrDocumentType *type =
      styr_model_find_document_type (self->model, styr_record_get_text (goal, "document_type"));

  for (guint i = 0; type != NULL && i < type->sections->len; i++)
    {
      const StyrSection *section = type->sections->pdata[i];

      if (section->kind == STYR_SECTION_GOALS && styr_record_is (goal, "type", section->goal_type))
        return i;
    }
  return G_MAXUINT;
}

/* After those of the same document that stand before it there */
static void
add_in_place (StyrDossier *self, GPtrArray *goals, StyrRecord *goal)
{
  const char *document = styr_record_get_text (goal, "document_id");
  guint place = find_place (self, goal);
  guint index = goals->len;

  while (index > 0 && styr_record_is (goals->pdata[index - 1], "document_id", document) &&
         find_place (self, goals->pdata[index - 1]) > place)
    index--;
  g_ptr_array_insert (goals, (int) index, g_object_ref (goal));
}

/**
 * styr_dossier_dup_goals:
 *
 * Returns: (transfer full) (element-type StyrRecord): the goals that a section holds (goals) or is
 * about (assessments, activities, measures), in the order of the documents that set them
 */
GPtrArray *
styr_dossier_dup_goals (StyrDossier *self, const StyrSection *section)
{
  GPtrArray *goals, *found = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (STYR_IS_DOSSIER (self) && section != NULL, found);

  goals = styr_dossier_get_records (self, "goal");
  for (guint i = 0; i < goals->len; i++)
    if (goal_is_of_section (self, goals->pdata[i], section))
      add_in_place (self, found, goals->pdata[i]);
  return found;
}

/** This document's assessment of a goal at a stage; (transfer none), NULL when there is none yet.
 */
StyrRecord *
styr_dossier_find_assessment (StyrDossier *self, const char *goal_id, StyrStage stage)
{
  GPtrArray *assessments = styr_dossier_get_records (self, "assessment");
  const char *nick = styr_nick_from_value (STYR_TYPE_STAGE, stage);

  for (guint i = 0; i < assessments->len; i++)
    if (styr_record_is (assessments->pdata[i], "goal_id", goal_id) &&
        styr_record_is (assessments->pdata[i], "stage", nick) &&
        styr_record_is (assessments->pdata[i], "document_id", styr_record_get_id (self->document)))
      return assessments->pdata[i];
  return NULL;
}

/** What this document says that became of a criterion; (transfer none), NULL when it says nothing.
 */
StyrRecord *
styr_dossier_find_outcome (StyrDossier *self, const char *criterion_id)
{
  GPtrArray *outcomes = styr_dossier_get_records (self, "criterion_outcome");

  for (guint i = 0; i < outcomes->len; i++)
    if (styr_record_is (outcomes->pdata[i], "criterion_id", criterion_id) &&
        styr_record_is (outcomes->pdata[i], "document_id", styr_record_get_id (self->document)))
      return outcomes->pdata[i];
  return NULL;
}
