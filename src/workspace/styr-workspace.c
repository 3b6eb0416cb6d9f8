/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workspace.h"

#include "styr-locale.h"
#include "styr-model-shelf.h"
#include "styr-workspace-model.h"
#include "styr-workspace-decisions.h"
#include "styr-workspace-findings.h"
#include "styr-workspace-struct.h"

#include <glib/gi18n-lib.h>

/**
 * StyrWorkspace:
 *
 * One open database: its model, the context (unit, year, today) that everything is looked at in,
 * the lists that views show, edits and undo. Views talk to the workspace and never to each other;
 * everything they show is refreshed from here after each write.
 */
enum
{
  PROP_MODEL = 1,
  PROP_MODEL_ID,
  PROP_UNIT_ID,
  PROP_YEAR,
  PROP_MUNICIPALITY_NAME,
  PROP_IS_EXAMPLE,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_CONTEXT_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StyrWorkspace, styr_workspace, G_TYPE_OBJECT)

static void
update_undo (StyrWorkspace *self)
{
  g_autofree char *undo = styr_store_dup_undo_label (self->store);
  g_autofree char *redo = styr_store_dup_redo_label (self->store);

  if (self->can_undo != (undo != NULL))
    {
      self->can_undo = undo != NULL;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
    }
  if (self->can_redo != (redo != NULL))
    {
      self->can_redo = redo != NULL;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
    }
}

static void
load_municipality (StyrWorkspace *self)
{
  g_clear_object (&self->municipality);
  self->municipality = styr_store_get_municipality (self->store, NULL);
}

/* Which model is in force or shown may have changed, or what it says. */
void
styr_workspace_reload_model (StyrWorkspace *self)
{
  g_autoptr (StyrModel) model = NULL;
  g_autofree char *model_id = g_strdup (styr_model_shelf_get_shown_id (self->shelf));

  g_set_object (&model, styr_model_shelf_get_shown (self->shelf));
  g_clear_error (&self->fault);
  styr_model_shelf_reload (self->shelf, self->today, &self->fault);
  if (g_strcmp0 (model_id, styr_model_shelf_get_shown_id (self->shelf)) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL_ID]);
  if (model != styr_model_shelf_get_shown (self->shelf) || self->fault != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

static void
reload_head (StyrWorkspace *self, GHashTable *kinds)
{
  if (g_hash_table_contains (kinds, "model") || g_hash_table_contains (kinds, "model_element"))
    styr_workspace_reload_model (self);
  if (g_hash_table_contains (kinds, "municipality"))
    {
      load_municipality (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MUNICIPALITY_NAME]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_EXAMPLE]);
    }
}

static gboolean
touches_any (GHashTable *kinds, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_hash_table_contains (kinds, names[i]))
      return TRUE;
  return FALSE;
}

static void
refresh_lists (StyrWorkspace *self, GHashTable *kinds)
{
  static const char *const of_units[] = { "unit", "model", "model_element", NULL };
  static const char *const of_documents[] = { "document",      "unit",           "unit_service",
                                              "model_element", "document_value", NULL };
  static const char *const of_models[] = { "model", "document", NULL };

  if (touches_any (kinds, of_units))
    styr_workspace_take_list (self->units, styr_workspace_load_units (self));
  if (self->documents != NULL && touches_any (kinds, of_documents))
    styr_workspace_take_list (self->documents, styr_workspace_load_documents (self));
  if (touches_any (kinds, of_models))
    styr_model_shelf_refresh_list (self->shelf);
  if (self->history != NULL)
    styr_workspace_take_list (self->history, styr_workspace_load_history (self));
}

/* An undo can take away the unit that is looked at. */
static void
leave_lost_unit (StyrWorkspace *self)
{
  if (self->unit_id != NULL && styr_workspace_find_unit (self, self->unit_id) == NULL)
    styr_workspace_set_unit_id (self, NULL);
}

static void
store_changed_cb (StyrStore *store, GPtrArray *changes, StyrWorkspace *self)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < changes->len; i++)
    g_hash_table_add (kinds,
                      (gpointer) ((const StyrChange *) g_ptr_array_index (changes, i))->kind);
  /* Who hears of the new model must find everything else new too. */
  g_object_freeze_notify (G_OBJECT (self));
  styr_workspace_forget_overviews (self);
  styr_model_shelf_forget_changed (self->shelf, changes);
  reload_head (self, kinds);
  refresh_lists (self, kinds);
  leave_lost_unit (self);
  g_object_thaw_notify (G_OBJECT (self));
  update_undo (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, kinds);
}

static void
styr_workspace_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StyrWorkspace *self = STYR_WORKSPACE (object);

  switch (id)
    {
    case PROP_MODEL:
      g_value_set_object (value, styr_workspace_get_model (self));
      break;
    case PROP_MODEL_ID:
      g_value_set_string (value, styr_workspace_get_model_id (self));
      break;
    case PROP_UNIT_ID:
      g_value_set_string (value, self->unit_id);
      break;
    case PROP_YEAR:
      g_value_set_int (value, self->year);
      break;
    case PROP_MUNICIPALITY_NAME:
      g_value_set_string (value, styr_workspace_get_municipality (self));
      break;
    case PROP_IS_EXAMPLE:
      g_value_set_boolean (value, styr_workspace_is_example (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->can_undo);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->can_redo);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
styr_workspace_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StyrWorkspace *self = STYR_WORKSPACE (object);

  switch (id)
    {
    case PROP_UNIT_ID:
      styr_workspace_set_unit_id (self, g_value_get_string (value));
      break;
    case PROP_YEAR:
      styr_workspace_set_year (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
styr_workspace_dispose (GObject *object)
{
  styr_workspace_close (STYR_WORKSPACE (object));
  G_OBJECT_CLASS (styr_workspace_parent_class)->dispose (object);
}

static void
styr_workspace_finalize (GObject *object)
{
  StyrWorkspace *self = STYR_WORKSPACE (object);

  g_clear_pointer (&self->shelf, styr_model_shelf_free);
  g_clear_object (&self->store);
  g_clear_object (&self->municipality);
  g_clear_object (&self->units);
  g_clear_object (&self->documents);
  g_clear_object (&self->history);
  g_clear_error (&self->fault);
  g_free (self->unit_id);
  g_free (self->today);
  G_OBJECT_CLASS (styr_workspace_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags both = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, STYR_TYPE_MODEL, read);
  properties[PROP_MODEL_ID] = g_param_spec_string ("model-id", NULL, NULL, NULL, read);
  properties[PROP_UNIT_ID] = g_param_spec_string ("unit-id", NULL, NULL, NULL, both);
  properties[PROP_YEAR] = g_param_spec_int ("year", NULL, NULL, 0, 9999, 0, both);
  properties[PROP_MUNICIPALITY_NAME] =
      g_param_spec_string ("municipality-name", NULL, NULL, NULL, read);
  properties[PROP_IS_EXAMPLE] = g_param_spec_boolean ("is-example", NULL, NULL, FALSE, read);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, read);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static guint
new_signal (const char *name, guint n_params, GType param)
{
  GType params[] = { param };

  return g_signal_newv (name,
                        STYR_TYPE_WORKSPACE,
                        G_SIGNAL_RUN_LAST,
                        NULL,
                        NULL,
                        NULL,
                        NULL,
                        G_TYPE_NONE,
                        n_params,
                        n_params > 0 ? params : NULL);
}

static void
styr_workspace_class_init (StyrWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = styr_workspace_get_property;
  object_class->set_property = styr_workspace_set_property;
  object_class->dispose = styr_workspace_dispose;
  object_class->finalize = styr_workspace_finalize;
  install_properties (object_class);

  /**
   * StyrWorkspace::changed:
   * @kinds: (element-type utf8): the set of tables that a write, an undo or a redo touched
   */
  signals[SIGNAL_CHANGED] = new_signal ("changed", 1, G_TYPE_HASH_TABLE);
  /**
   * StyrWorkspace::context-changed: another unit, year or day is looked at.
   */
  signals[SIGNAL_CONTEXT_CHANGED] = new_signal ("context-changed", 0, G_TYPE_NONE);
}

static void
styr_workspace_init (StyrWorkspace *self)
{
  const char *given = g_getenv ("STYR_TODAY");
  g_autoptr (GDate) date = given != NULL ? styr_date_from_iso (given) : NULL;

  self->today = date != NULL ? g_strdup (given) : styr_today ();
  self->units = styr_record_list_new ();
}

/* What was decided to begin or end on a day that has come. A database that can't be written to now
 * is settled another time. */
void
styr_workspace_settle_quietly (StyrWorkspace *self)
{
  g_autoptr (GError) error = NULL;

  if (!styr_store_is_read_only (self->store) && styr_workspace_get_model (self) != NULL &&
      !styr_workspace_settle (self, &error))
    g_message ("settling: %s", error->message);
}

/* Takes the store, or the error of opening it. */
static StyrWorkspace *
new_on (StyrStore *store, const char *path, GError *failure, GError **error)
{
  g_autoptr (StyrWorkspace) self = g_object_new (STYR_TYPE_WORKSPACE, NULL);
  g_autoptr (GError) local = failure;

  self->store = store;
  if (self->store != NULL)
    self->shelf = styr_model_shelf_new (self->store);
  if (self->store == NULL || !styr_model_shelf_reload (self->shelf, self->today, &local))
    {
      styr_workspace_map_error (g_steal_pointer (&local), path, error);
      return NULL;
    }
  load_municipality (self);
  self->year = styr_workspace_choose_year (self);
  styr_workspace_take_list (self->units, styr_workspace_load_units (self));
  update_undo (self);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, 0);
  styr_workspace_settle_quietly (self);
  return g_steal_pointer (&self);
}

/**
 * styr_workspace_open:
 * @path: the database; made, with its folder, when there is none
 *
 * Opens a database and sets the context: the whole municipality, the latest year that has documents
 * and isn't after today's.
 *
 * Returns: (transfer full): the workspace; NULL with a STYR_WORKSPACE_ERROR whose sentence says
 * what, where and what to do
 */
StyrWorkspace *
styr_workspace_open (const char *path, GError **error)
{
  GError *local = NULL;
  StyrStore *store;

  g_return_val_if_fail (path != NULL, NULL);

  store = styr_store_open (path, &local);
  return new_on (store, path, local, error);
}

/**
 * styr_workspace_open_to_read:
 * @path: a database that is there
 *
 * Opens a database for somebody who only looks: nothing in the file is changed, neither is what has
 * come due settled. Everything is read as after styr_workspace_open(); writes are refused.
 *
 * Returns: (transfer full): the workspace; NULL with a STYR_WORKSPACE_ERROR
 */
StyrWorkspace *
styr_workspace_open_to_read (const char *path, GError **error)
{
  GError *local = NULL;
  StyrStore *store;

  g_return_val_if_fail (path != NULL, NULL);

  store = styr_store_open_to_read (path, &local);
  return new_on (store, path, local, error);
}

/** Closes the database. Nothing but the release of the workspace may follow. */
void
styr_workspace_close (StyrWorkspace *self)
{
  g_return_if_fail (STYR_IS_WORKSPACE (self));

  styr_workspace_forget_overviews (self);
  if (self->store != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->store, self);
      styr_store_close (self->store);
    }
}

/* Whether the model in the database can be read, as it is now. */
gboolean
styr_workspace_check_model (StyrWorkspace *self, GError **error)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);

  if (self->fault == NULL)
    return TRUE;
  styr_workspace_map_error (g_error_copy (self->fault), styr_store_get_path (self->store), error);
  return FALSE;
}

StyrStore *
styr_workspace_get_store (StyrWorkspace *self)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  return self->store;
}

const char *
styr_workspace_get_model_id (StyrWorkspace *self)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  return self->shelf != NULL ? styr_model_shelf_get_shown_id (self->shelf) : NULL;
}

StyrModelShelf *
styr_workspace_get_shelf (StyrWorkspace *self)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  return self->shelf;
}

/* Another model is shown: the lists are read with it. */
void
styr_workspace_model_shown (StyrWorkspace *self)
{
  g_return_if_fail (STYR_IS_WORKSPACE (self));

  styr_model_shelf_refresh_list (self->shelf);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL_ID]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
  styr_workspace_take_list (self->units, styr_workspace_load_units (self));
  styr_workspace_context_changed (self);
}

StyrRecord *
styr_workspace_get_municipality_record (StyrWorkspace *self)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  return self->municipality;
}

void
styr_workspace_forget_overviews (StyrWorkspace *self)
{
  g_clear_object (&self->overview);
  g_clear_pointer (&self->earlier, g_ptr_array_unref);
  styr_workspace_forget_findings (self);
}

const char *
styr_workspace_get_path (StyrWorkspace *self)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  return styr_store_get_path (self->store);
}

/** Returns: (transfer none) (nullable): the model that is shown: the one in force until another is
 * chosen; NULL before the first run's choice */
StyrModel *
styr_workspace_get_model (StyrWorkspace *self)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  return self->shelf != NULL ? styr_model_shelf_get_shown (self->shelf) : NULL;
}

/** Returns: (transfer none) (nullable): the municipality's name */
const char *
styr_workspace_get_municipality (StyrWorkspace *self)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  return self->municipality != NULL ? styr_record_get_text (self->municipality, "name") : NULL;
}

/** Whether the texts are made up for an example, which the interface must say. */
gboolean
styr_workspace_is_example (StyrWorkspace *self)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), FALSE);
  return self->municipality != NULL && styr_record_get_flag (self->municipality, "is_example");
}

/** Returns: (transfer none) (nullable): the unit that is looked at; NULL is the whole municipality
 */
const char *
styr_workspace_get_unit_id (StyrWorkspace *self)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  return self->unit_id;
}

int
styr_workspace_get_year (StyrWorkspace *self)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), 0);
  return self->year;
}

/** Returns: (transfer none): all units: those that make plans of their own first */
GListModel *
styr_workspace_get_units (StyrWorkspace *self)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  return G_LIST_MODEL (self->units);
}

/** Returns: (transfer none): the context's documents, and those in force without a year */
GListModel *
styr_workspace_get_documents (StyrWorkspace *self)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);

  if (self->documents == NULL)
    {
      self->documents = styr_record_list_new ();
      styr_workspace_take_list (self->documents, styr_workspace_load_documents (self));
    }
  return G_LIST_MODEL (self->documents);
}

/** Returns: (transfer none): the journal, newest first */
GListModel *
styr_workspace_get_history (StyrWorkspace *self)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);

  if (self->history == NULL)
    {
      self->history = styr_record_list_new ();
      styr_workspace_take_list (self->history, styr_workspace_load_history (self));
    }
  return G_LIST_MODEL (self->history);
}
