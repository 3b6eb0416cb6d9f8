/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace-fixture.h"

#include "styr-document-health.h"
#include "styr-workspace-decisions.h"

#include <glib/gstdio.h>

#define PACKAGE "norrkoping"

void
fixture_set_up_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("STYR_TODAY", "2024-11-15", TRUE);
  fixture->folder = g_dir_make_tmp ("styr-workspace-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "data", "styrmodell.db", NULL);
  fixture->workspace = styr_workspace_open (fixture->path, &error);
  g_assert_no_error (error);
}

static gboolean
add_department_cb (StyrStore *store, gpointer data, GError **error)
{
  return styr_store_execute (store,
                             error,
                             "INSERT INTO unit (id, type, name, position) "
                             "VALUES ('kontor', 'department', 'Kulturkontoret', 90)",
                             NULL) &&
         styr_store_execute (store,
                             error,
                             "INSERT INTO unit_service (id, committee_id, department_id) "
                             "VALUES ('tjanst', ?1, 'kontor')",
                             data,
                             NULL);
}

/* A new municipality with the model of a package. */
void
fixture_set_up_package (Fixture *fixture, const char *package)
{
  const char *const committees[] = { "• Kultur- och fritidsnämnden", "socialnämnden", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrModel) model = NULL;
  g_autoptr (StyrRecord) committee = NULL;
  g_autoptr (StyrRecord) board = NULL;

  fixture_set_up_empty (fixture, NULL);
  model = styr_workspace_load_package (package, &error);
  g_assert_no_error (error);
  styr_workspace_set_up (
      fixture->workspace, model, "Exempelby kommun", committees, FIXTURE_YEAR, &error);
  g_assert_no_error (error);
  committee = styr_workspace_match_unit (fixture->workspace, "KULTUR- OCH FRITIDSNÄMNDEN", &error);
  g_assert_no_error (error);
  board = styr_workspace_match_unit (fixture->workspace, "ks", &error);
  g_assert_no_error (error);
  fixture->committee = g_strdup (styr_record_get_id (committee));
  fixture->board = g_strdup (styr_record_get_id (board));
  styr_store_start (styr_workspace_get_store (fixture->workspace),
                    "Kontor",
                    add_department_cb,
                    fixture->committee,
                    &error);
  g_assert_no_error (error);
  fixture->department = g_strdup ("kontor");
}

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture_set_up_package (fixture, PACKAGE);
}

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  styr_workspace_close (fixture->workspace);
  g_clear_object (&fixture->workspace);
  fixture->workspace = styr_workspace_open (fixture->path, &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->workspace != NULL)
    styr_workspace_close (fixture->workspace);
  g_assert_finalize_object (g_steal_pointer (&fixture->workspace));
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->board);
  g_free (fixture->committee);
  g_free (fixture->department);
}

static void
dump_table (StyrStore *store, const char *table, GString *dump)
{
  g_autofree char *sql =
      g_strcmp0 (table, "search_entry") == 0
          ? g_strdup ("SELECT kind, ref, document_id, title, body FROM search_entry "
                      "ORDER BY kind, ref")
          : g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2, 3", table);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = styr_store_select (store, table, &error, sql, NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      StyrRecord *row = g_ptr_array_index (rows, i);
      g_autofree const char **columns = styr_record_dup_columns (row);

      g_string_append_printf (dump, "%s id=%s", table, styr_record_get_id (row));
      for (guint c = 0; columns[c] != NULL; c++)
        g_string_append_printf (dump, " %s=%s", columns[c], styr_record_get_text (row, columns[c]));
      g_string_append_c (dump, '\n');
    }
}

/* Every row of every table but the journal's own. */
char *
fixture_dump (StyrWorkspace *workspace)
{
  StyrStore *store = styr_workspace_get_store (workspace);
  g_autoptr (GPtrArray) tables = styr_store_select (
      store,
      "table",
      NULL,
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
      "AND name NOT LIKE 'search%' AND name <> 'journal' ORDER BY name",
      NULL);
  GString *dump = g_string_new (NULL);

  g_assert_cmpuint (tables->len, >, 15);
  for (guint i = 0; i < tables->len; i++)
    dump_table (store, styr_record_get_text (g_ptr_array_index (tables, i), "name"), dump);
  dump_table (store, "search_entry", dump);
  return g_string_free (dump, FALSE);
}

static gboolean
add_maker_cb (StyrStore *store, gpointer data, GError **error)
{
  return styr_store_execute (store,
                             error,
                             "INSERT INTO unit (id, type, name, position) "
                             "VALUES ('maker-' || ?1, ?1, 'Exempelbolaget', 95)",
                             data,
                             NULL);
}

static char *
find_unit_of (Fixture *fixture, const char *body_type)
{
  return styr_workspace_dup_one (fixture->workspace,
                                 "SELECT id AS value FROM unit WHERE type = ?1 "
                                 "ORDER BY position LIMIT 1",
                                 body_type,
                                 NULL,
                                 NULL);
}

/* Whether the document is about one unit's year: its money, its plans. */
static gboolean
is_of_unit (const StyrDocumentType *type)
{
  gboolean of_unit = type->cadence == STYR_CADENCE_PER_UNIT_AND_YEAR;

  for (guint i = 0; !of_unit && type->cadence == STYR_CADENCE_ON_DEMAND && i < type->sections->len;
       i++)
    {
      StyrSectionKind kind = ((const StyrSection *) type->sections->pdata[i])->kind;

      of_unit = kind == STYR_SECTION_ECONOMY || kind == STYR_SECTION_FEEDBACK ||
                kind == STYR_SECTION_MEASURES || kind == STYR_SECTION_ACTIVITIES;
    }
  return of_unit;
}

/* A unit that makes documents of the type: the committee where it may, the department, or the first
 * body of the other types, which is set up when there is none. */
static char *
dup_maker (Fixture *fixture, const StyrDocumentType *type)
{
  g_autoptr (GError) error = NULL;
  const char *producer = type->producers->len > 0 ? type->producers->pdata[0] : NULL;
  char *unit;

  if (!is_of_unit (type))
    return NULL;
  if (styr_strings_contain (type->producers, "department"))
    return g_strdup (fixture->department);
  if (styr_strings_contain (type->producers, "committee"))
    return g_strdup (fixture->committee);
  g_assert_nonnull (producer);
  unit = find_unit_of (fixture, producer);
  if (unit != NULL)
    return unit;
  styr_store_start (styr_workspace_get_store (fixture->workspace),
                    "Organ",
                    add_maker_cb,
                    (gpointer) producer,
                    &error);
  g_assert_no_error (error);
  return find_unit_of (fixture, producer);
}

char *
fixture_create (Fixture *fixture, const char *type_id)
{
  const StyrDocumentType *type =
      styr_model_find_document_type (styr_workspace_get_model (fixture->workspace), type_id);
  g_autoptr (GError) error = NULL;
  g_autofree char *maker = NULL;
  char *id;

  g_assert_nonnull (type);
  maker = dup_maker (fixture, type);
  id = styr_workspace_create_document (fixture->workspace, type_id, maker, FIXTURE_YEAR, &error);
  g_assert_no_error (error);
  g_assert_nonnull (id);
  return id;
}

/* What says who decides: no to what is asked and hasn't been answered */
static void
answer (Fixture *fixture, const char *document_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrDossier) dossier =
      styr_workspace_dup_dossier (fixture->workspace, document_id, &error);
  StyrRecord *document;
  const StyrDocumentType *type;

  g_assert_no_error (error);
  document = styr_dossier_get_document (dossier);
  type = styr_dossier_get_document_type (dossier);
  if (type->asks_political && !styr_record_has (document, "is_political"))
    styr_workspace_set_card (fixture->workspace, document_id, "is_political", "no", &error);
  g_assert_no_error (error);
  if (type->asks_law && !styr_record_has (document, "law_requires_council"))
    styr_workspace_set_card (fixture->workspace, document_id, "law_requires_council", "no", &error);
  g_assert_no_error (error);
}

void
fixture_decide (Fixture *fixture, const char *document_id, const char *date)
{
  g_autoptr (GError) error = NULL;

  answer (fixture, document_id);
  styr_workspace_set_status (fixture->workspace,
                             document_id,
                             STYR_DOCUMENT_DECIDED,
                             date,
                             NULL,
                             "§ 12",
                             "KS 2024/17",
                             &error);
  g_assert_no_error (error);
}

gboolean
fixture_is_review_late (Fixture *fixture, const char *document_id, const char *today)
{
  GListModel *documents = styr_workspace_get_documents (fixture->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (StyrRecord) document = g_list_model_get_item (documents, i);

      if (g_str_equal (styr_record_get_id (document), document_id))
        return styr_document_has_health (NULL, document, today, STYR_HEALTH_REVIEW_OVERDUE);
    }
  g_error ("The register doesn't have %s", document_id);
}

void
fixture_make_plans (Fixture *fixture, const char *but_not)
{
  static const char *const types[] = { "overallGoals", "assignmentPlan" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *id = NULL;

      if (g_strcmp0 (but_not, types[i]) == 0)
        continue;
      id = fixture_create (fixture, types[i]);
      fixture_fill (fixture, id);
      fixture_decide (fixture, id, "2023-12-11");
    }
}

const StyrSection *
fixture_find_section (Fixture *fixture, const char *document_id, StyrSectionKind kind)
{
  g_autoptr (StyrDossier) dossier =
      styr_workspace_dup_dossier (fixture->workspace, document_id, NULL);
  const StyrDocumentType *type = styr_dossier_get_document_type (dossier);

  for (guint i = 0; i < type->sections->len; i++)
    {
      const StyrSection *section = g_ptr_array_index (type->sections, i);

      if (section->kind == kind)
        return section;
    }
  return NULL;
}

/* What stands in a column of a row, interned. */
const char *
fixture_get (Fixture *fixture, const char *kind, const char *id, const char *column)
{
  g_autoptr (StyrRecord) record =
      styr_store_get (styr_workspace_get_store (fixture->workspace), kind, id, NULL);

  g_assert_nonnull (record);
  return g_intern_string (styr_record_get_text (record, column));
}

/* Adds a clause to a decision that hasn't been taken, and returns its id. */
char *
fixture_add_clause (Fixture *fixture,
                    const char *decision,
                    const char *kind,
                    const char *text,
                    const char *document)
{
  StyrWorkspace *self = fixture->workspace;
  g_autoptr (GError) error = NULL;
  char *id = styr_workspace_add_decision_part (self, decision, "decision_clause", &error);

  g_assert_no_error (error);
  styr_workspace_set_decision (self, "decision_clause", id, "kind", kind, &error);
  g_assert_no_error (error);
  styr_workspace_set_decision (self, "decision_clause", id, "text", text, &error);
  g_assert_no_error (error);
  if (document != NULL)
    styr_workspace_set_decision (self, "decision_clause", id, "document_id", document, &error);
  g_assert_no_error (error);
  return id;
}
