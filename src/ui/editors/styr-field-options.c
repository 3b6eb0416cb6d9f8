/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-field-options.h"

#include "styr-names.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  StyrEditSession *session; /* the row that asks keeps it alive */
  StyrFieldKind kind;
  char *document_type;
} Query;

/**
 * styr_field_options_of_choices:
 * @choices: (nullable): StyrChoice
 *
 * Returns: (transfer full): the choices of a field of the model
 */
GPtrArray *
styr_field_options_of_choices (GPtrArray *choices)
{
  GPtrArray *options = styr_options_new ();

  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      StyrChoice *choice = g_ptr_array_index (choices, i);

      styr_options_add (options, choice->id, choice->label, NULL);
    }
  return options;
}

/**
 * styr_field_options_query_new:
 * @session: the document; must outlive the query
 * @field: a field of kind unit or reference
 *
 * Returns: (transfer full): what styr_field_options_provide() needs
 */
gpointer
styr_field_options_query_new (StyrEditSession *session, const StyrField *field)
{
  Query *query = g_new0 (Query, 1);

  query->session = session;
  query->kind = field->kind;
  query->document_type = g_strdup (field->document_type);
  return query;
}

/**
 * styr_field_options_query_free:
 * @query: the query
 *
 * Frees it.
 */
void
styr_field_options_query_free (gpointer query)
{
  g_free (((Query *) query)->document_type);
  g_free (query);
}

static void
add_units (GPtrArray *options, StyrWorkspace *workspace, StyrModel *model)
{
  GListModel *units = styr_workspace_get_units (workspace);

  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (StyrRecord) unit = g_list_model_get_item (units, i);
      const StyrBodyType *type =
          styr_model_find_body_type (model, styr_record_get_text (unit, "type"));

      styr_options_add (options,
                        styr_record_get_id (unit),
                        styr_record_get_text (unit, "name"),
                        type != NULL ? (type->plural != NULL ? type->plural : type->name) : NULL);
    }
}

static char *
dup_title (StyrWorkspace *workspace, const char *document_id)
{
  g_autoptr (StyrDossier) dossier = styr_workspace_dup_dossier (workspace, document_id, NULL);

  return dossier != NULL
             ? g_strdup (styr_record_get_text (styr_dossier_get_document (dossier), "title"))
             : NULL;
}

/* The register shows one year; what a document replaces or builds on is often last year's */
static void
add_last_year (GPtrArray *options, Query *query)
{
  StyrWorkspace *workspace = styr_edit_session_get_workspace (query->session);
  StyrRecord *document = styr_dossier_get_document (styr_edit_session_get_dossier (query->session));
  const char *type =
      query->document_type != NULL ? query->document_type : styr_record_get_text (document, "type");
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;

  if (styr_record_has (document, "year"))
    id = styr_workspace_find_document (workspace,
                                       type,
                                       styr_record_get_text (document, "unit_id"),
                                       (int) styr_record_get_int (document, "year") - 1);
  if (id == NULL || styr_options_find_label (options, id) != NULL ||
      g_str_equal (id, styr_record_get_id (document)))
    return;
  title = dup_title (workspace, id);
  styr_options_add (options, id, title, _ ("Last year"));
}

/* Whether another document of the register is called the same, such as another version of it */
static gboolean
has_namesake (GListModel *documents, StyrRecord *document)
{
  guint found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (documents) && found < 2; i++)
    {
      g_autoptr (StyrRecord) other = g_list_model_get_item (documents, i);

      found += styr_record_is (other, "title", styr_record_get_text (document, "title"));
    }
  return found > 1;
}

/* Returns: (transfer full): its title, with version and status when others have the same */
static char *
dup_label (GListModel *documents, StyrRecord *document)
{
  const char *title = styr_record_get_text (document, "title");
  g_autofree char *state = NULL;

  if (!has_namesake (documents, document))
    return g_strdup (title);
  state = styr_name_of_state (document);
  return g_strdup_printf ("%s · %s", title, state);
}

static void
add_documents (GPtrArray *options, Query *query)
{
  GListModel *documents =
      styr_workspace_get_documents (styr_edit_session_get_workspace (query->session));

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (StyrRecord) document = g_list_model_get_item (documents, i);
      const char *id = styr_record_get_id (document);
      g_autofree char *type =
          styr_name_sentence_case (styr_record_get_text (document, "type_name"));

      if (query->document_type != NULL && !styr_record_is (document, "type", query->document_type))
        continue;
      if (g_strcmp0 (id, styr_edit_session_get_document_id (query->session)) != 0)
        {
          g_autofree char *label = dup_label (documents, document);

          styr_options_add (options, id, label, type);
        }
    }
  add_last_year (options, query);
}

/**
 * styr_field_options_provide:
 * @query: from styr_field_options_query_new()
 *
 * Returns: (transfer full): the units or documents as they are now
 */
GPtrArray *
styr_field_options_provide (gpointer data)
{
  Query *query = data;
  GPtrArray *options = styr_options_new ();

  if (query->kind == STYR_FIELD_UNIT)
    add_units (options,
               styr_edit_session_get_workspace (query->session),
               styr_edit_session_get_model (query->session));
  else
    add_documents (options, query);
  return options;
}

/**
 * styr_field_options_resolve:
 * @id: id of a unit or a document
 * @query: from styr_field_options_query_new()
 *
 * Returns: (transfer full) (nullable): its name, also when it is not one of the options of this
 * year
 */
char *
styr_field_options_resolve (const char *id, gpointer data)
{
  Query *query = data;
  StyrWorkspace *workspace = styr_edit_session_get_workspace (query->session);
  GListModel *documents;

  if (query->kind == STYR_FIELD_UNIT)
    {
      StyrRecord *unit = styr_workspace_find_unit (workspace, id);

      return unit != NULL ? g_strdup (styr_record_get_text (unit, "name")) : NULL;
    }
  documents = styr_workspace_get_documents (workspace);
  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (StyrRecord) document = g_list_model_get_item (documents, i);

      if (g_strcmp0 (styr_record_get_id (document), id) == 0)
        return dup_label (documents, document);
    }
  return dup_title (workspace, id);
}

/**
 * styr_field_options_of_bodies:
 * @model: the model
 *
 * Returns: (transfer full): the model's bodies and roles
 */
GPtrArray *
styr_field_options_of_bodies (StyrModel *model)
{
  GPtrArray *options = styr_options_new ();
  GPtrArray *types = styr_model_get_body_types (model);

  for (guint i = 0; i < types->len; i++)
    {
      StyrBodyType *type = g_ptr_array_index (types, i);

      g_autofree char *name = styr_name_sentence_case (type->name);

      styr_options_add (options, type->id, name, NULL);
    }
  return options;
}

/**
 * styr_field_options_of_progress:
 *
 * Returns: (transfer full): how far an activity or a measure has come
 */
GPtrArray *
styr_field_options_of_progress (void)
{
  GPtrArray *options = styr_options_new ();

  styr_options_add (options, "planned", C_ ("progress", "○ Planned"), NULL);
  styr_options_add (options, "ongoing", C_ ("progress", "◐ Ongoing"), NULL);
  styr_options_add (options, "done", C_ ("progress", "✓ Done"), NULL);
  styr_options_add (options, "stopped", C_ ("progress", "– Stopped"), NULL);
  return options;
}
