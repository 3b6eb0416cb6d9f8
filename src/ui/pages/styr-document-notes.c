/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-document-notes.h"

#include "styr-finding-words.h"
#include "styr-findings-watch.h"

struct _StyrDocumentNotes
{
  GObject parent_instance;

  StyrEditSession *session; /* whose notes they are; not owned */
  GHashTable *findings;     /* place → StyrRecord* */
  GHashTable *advice;
};

enum
{
  UPDATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (StyrDocumentNotes, styr_document_notes, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

/* Where a finding belongs -------------------------------------------------------------------- */

static StyrRecord *
find_record (StyrDossier *dossier, const char *kind, const char *id)
{
  GPtrArray *records = styr_dossier_get_records (dossier, kind);

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (g_strcmp0 (styr_record_get_id (records->pdata[i]), id) == 0)
      return records->pdata[i];
  return NULL;
}

static const StyrSection *
find_section (StyrDossier *dossier, const char *id, StyrSectionKind kind)
{
  const StyrDocumentType *type = styr_dossier_get_document_type (dossier);

  for (guint i = 0; type != NULL && i < type->sections->len; i++)
    {
      const StyrSection *section = type->sections->pdata[i];

      if (id != NULL ? g_strcmp0 (section->id, id) == 0 : section->kind == kind)
        return section;
    }
  return NULL;
}

static char *
dup_section_place (const StyrSection *section)
{
  return section != NULL ? g_strdup_printf ("section/%s", section->id) : NULL;
}

/* The goal's own card, or where another document's goals are assessed. */
static char *
dup_goal_place (StyrDossier *dossier, const char *goal_id)
{
  StyrRecord *goal = find_record (dossier, "goal", goal_id);
  const char *document_id = styr_record_get_id (styr_dossier_get_document (dossier));

  if (goal != NULL && styr_record_is (goal, "document_id", document_id))
    return g_strdup_printf ("goal/%s", goal_id);
  return dup_section_place (find_section (dossier, NULL, STYR_SECTION_ASSESSMENTS));
}

static char *
dup_item_place (StyrDossier *dossier, const char *kind, const char *id)
{
  StyrRecord *record;

  if (g_strcmp0 (kind, "goal") == 0)
    return dup_goal_place (dossier, id);
  record = kind != NULL ? find_record (dossier, kind, id) : NULL;
  if (record == NULL)
    return NULL;
  if (g_str_equal (kind, "criterion"))
    return dup_goal_place (dossier, styr_record_get_text (record, "goal_id"));
  return dup_section_place (
      find_section (dossier, styr_record_get_text (record, "section"), STYR_SECTION_FIELDS));
}

/* The section that the rule names, when it is about a document. */
static char *
dup_rule_place (StyrDossier *dossier, const StyrRule *rule)
{
  for (guint i = 0; rule != NULL && i < rule->sections->len; i++)
    {
      const StyrSection *section =
          find_section (dossier, rule->sections->pdata[i], STYR_SECTION_FIELDS);

      if (section != NULL)
        return dup_section_place (section);
    }
  return NULL;
}

static char *
dup_place (StyrDocumentNotes *self, StyrDossier *dossier, StyrRecord *finding)
{
  StyrWorkspace *workspace = styr_edit_session_get_workspace (self->session);
  const char *kind = styr_record_get_text (finding, "object_kind");
  static const char *const items[] = { "goal", "criterion", "row", "activity", "measure", NULL };
  char *place = NULL;

  if (styr_finding_is_of_card (workspace, finding))
    return g_strdup ("card");
  if (kind != NULL && g_strv_contains (items, kind))
    place = dup_item_place (dossier, kind, styr_record_get_text (finding, "object_id"));
  else
    place = dup_rule_place (dossier,
                            styr_model_find_rule (styr_workspace_get_model (workspace),
                                                  styr_record_get_text (finding, "rule_id")));
  return place != NULL ? place : g_strdup ("top");
}

/* "section.field" of the document, or a field of a row */
static char *
dup_advice_place (StyrDossier *dossier, StyrRecord *advice)
{
  const char *field = styr_record_get_text (advice, "field");
  const char *owner = styr_record_get_text (advice, "owner_id");
  char *place = NULL;

  if (styr_record_is (advice, "topic", "wording"))
    place = dup_item_place (dossier,
                            styr_record_get_text (advice, "object_kind"),
                            styr_record_get_text (advice, "object_id"));
  else if (field != NULL && strchr (field, '.') != NULL)
    {
      g_autofree char *section = g_strndup (field, (gsize) (strchr (field, '.') - field));

      place = dup_section_place (find_section (dossier, section, STYR_SECTION_FIELDS));
    }
  else if (owner != NULL)
    place = dup_item_place (dossier, "row", owner);
  return place != NULL ? place : g_strdup ("top");
}

/* Reading ------------------------------------------------------------------------------------ */

static void
put (GHashTable *table, char *place, StyrRecord *record)
{
  GPtrArray *list = g_hash_table_lookup (table, place);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (table, g_strdup (place), list);
    }
  g_ptr_array_add (list, g_object_ref (record));
  g_free (place);
}

/* What was decided is as it is: there is nothing to advise. */
static void
read_advice (StyrDocumentNotes *self, StyrWorkspace *workspace, const char *document_id)
{
  g_autoptr (GPtrArray) all = NULL;

  if (!styr_edit_session_is_editable (self->session))
    return;
  all = styr_workspace_dup_advice (workspace, document_id);
  for (guint i = 0; i < all->len; i++)
    if (!styr_record_is (all->pdata[i], "topic", "decider"))
      put (self->advice,
           dup_advice_place (styr_edit_session_get_dossier (self->session), all->pdata[i]),
           all->pdata[i]);
}

static void
update_cb (StyrDocumentNotes *self)
{
  StyrDossier *dossier = styr_edit_session_get_dossier (self->session);
  StyrWorkspace *workspace = styr_edit_session_get_workspace (self->session);
  const char *document_id = styr_edit_session_get_document_id (self->session);
  g_autoptr (GPtrArray) found = NULL;

  if (dossier == NULL || document_id == NULL)
    return;
  g_hash_table_remove_all (self->findings);
  g_hash_table_remove_all (self->advice);
  found = styr_workspace_dup_findings_of (workspace, "document", document_id);
  for (guint i = 0; i < found->len; i++)
    put (self->findings, dup_place (self, dossier, found->pdata[i]), found->pdata[i]);
  read_advice (self, workspace, document_id);
  g_signal_emit (self, signals[UPDATED], 0);
}

static void
styr_document_notes_finalize (GObject *object)
{
  g_hash_table_unref (STYR_DOCUMENT_NOTES (object)->findings);
  g_hash_table_unref (STYR_DOCUMENT_NOTES (object)->advice);
  G_OBJECT_CLASS (styr_document_notes_parent_class)->finalize (object);
}

static void
styr_document_notes_class_init (StyrDocumentNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = styr_document_notes_finalize;
  signals[UPDATED] = g_signal_new (
      "updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
styr_document_notes_init (StyrDocumentNotes *self)
{
  self->findings =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->advice =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * styr_document_notes_get:
 *
 * Returns: (transfer none): the session's notes; there is one for each session
 */
StyrDocumentNotes *
styr_document_notes_get (StyrEditSession *session)
{
  StyrDocumentNotes *self;
  StyrFindingsWatch *watch;

  g_return_val_if_fail (STYR_IS_EDIT_SESSION (session), NULL);

  self = g_object_get_data (G_OBJECT (session), "styr-document-notes");
  if (self != NULL)
    return self;
  self = g_object_new (STYR_TYPE_DOCUMENT_NOTES, NULL);
  self->session = session;
  g_object_set_data_full (G_OBJECT (session), "styr-document-notes", self, g_object_unref);
  watch = styr_findings_watch_get (styr_edit_session_get_workspace (session));
  g_signal_connect_object (watch, "updated", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  if (styr_findings_watch_is_current (watch))
    update_cb (self);
  return self;
}

/** Returns: (transfer none) (nullable) (element-type StyrRecord): what is found there */
GPtrArray *
styr_document_notes_get_findings (StyrDocumentNotes *self, const char *place)
{
  g_return_val_if_fail (STYR_IS_DOCUMENT_NOTES (self) && place != NULL, NULL);
  return g_hash_table_lookup (self->findings, place);
}

/** Returns: (transfer none) (nullable) (element-type StyrRecord): what is asked there */
GPtrArray *
styr_document_notes_get_advice (StyrDocumentNotes *self, const char *place)
{
  g_return_val_if_fail (STYR_IS_DOCUMENT_NOTES (self) && place != NULL, NULL);
  return g_hash_table_lookup (self->advice, place);
}
