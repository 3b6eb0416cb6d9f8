/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-goal-options.h"

#include "styr-names.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  StyrEditSession *session; /* the row that asks keeps it alive */
  const StyrSection *section;
} Query;

static const char *
find_plan_title (StyrDossier *dossier, StyrRecord *goal)
{
  StyrRecord *plan =
      styr_dossier_find (dossier, "plan", styr_record_get_text (goal, "document_id"));

  return plan != NULL ? styr_record_get_text (plan, "title") : NULL;
}

static GPtrArray *
provide_goals (gpointer data)
{
  Query *query = data;
  StyrDossier *dossier = styr_edit_session_get_dossier (query->session);
  g_autoptr (GPtrArray) goals = styr_dossier_dup_goals (dossier, query->section);
  GPtrArray *options = styr_options_new ();

  for (guint i = 0; i < goals->len; i++)
    {
      const char *id = styr_record_get_id (goals->pdata[i]);
      g_autofree char *name = styr_name_of_goal_long (dossier, id);

      styr_options_add (options, id, name, find_plan_title (dossier, goals->pdata[i]));
    }
  return options;
}

static char *
resolve_goal (const char *id, gpointer data)
{
  StyrDossier *dossier = styr_edit_session_get_dossier (((Query *) data)->session);

  return styr_dossier_find (dossier, "goal", id) != NULL ? styr_name_of_goal_long (dossier, id)
                                                         : NULL;
}

/**
 * styr_goal_field_new:
 * @session: the document
 * @section: a section of activities or measures
 * @kind: kind of the record
 * @id: its id
 * @which: what it is called, for the accessible name
 *
 * Returns: (transfer floating): a field for which of the plans' goals the record belongs to
 */
GtkWidget *
styr_goal_field_new (StyrEditSession *session,
                     const StyrSection *section,
                     const char *kind,
                     const char *id,
                     const char *which)
{
  StyrField field = STYR_FIELD_SPEC ("goal_id", _ ("Belongs to the goal"), STYR_FIELD_CHOICE);
  GtkWidget *row =
      styr_field_row_new (session, &field, styr_binding_new_item (kind, id, "goal_id"));
  Query *query = g_new0 (Query, 1);
  g_autofree char *name = g_strdup_printf ("%s, %s", field.title, which);

  query->session = session;
  query->section = section;
  styr_field_row_set_provider (STYR_FIELD_ROW (row), provide_goals, resolve_goal, query, g_free);
  styr_field_row_set_name_text (STYR_FIELD_ROW (row), name);
  return row;
}
