/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-story.h"

#include "styr-locale.h"
#include "styr-model-version.h"
#include "styr-names.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the shown model says of its own life: the project that makes it, what was decided before,
 * and the rules that wait. Each part is left out when the model has nothing of it. */

static GtkWidget *
make_group (const char *title, const char *about)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (about != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), about);
  return group;
}

static GtkWidget *
add_row (GtkWidget *group, const char *title, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 8);
  if (text != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

/* The project plan ---------------------------------------------------------------------------- */

typedef struct
{
  StyrWorkspace *workspace;
  char *id, *title;
  gboolean is_restoring;
} Step;

static void
step_free (gpointer data, GClosure *closure)
{
  Step *step = data;

  g_object_unref (step->workspace);
  g_free (step->id);
  g_free (step->title);
  g_free (step);
}

static void
toggled_cb (GtkCheckButton *check, Step *step)
{
  gboolean is_done = gtk_check_button_get_active (check);
  g_autofree char *path = g_strdup_printf ("milestones/%s/doneOn", step->id);
  g_autofree char *label =
      g_strdup_printf (is_done ? _ ("Done: %s") : _ ("Not done after all: %s"), step->title);
  g_autoptr (JsonNode) day = NULL;
  g_autoptr (GError) error = NULL;

  if (step->is_restoring)
    return;
  if (is_done)
    {
      day = json_node_new (JSON_NODE_VALUE);
      json_node_set_string (day, styr_workspace_get_today (step->workspace));
    }
  if (styr_workspace_edit_model (step->workspace, label, NULL, path, day, &error))
    return;
  styr_widget_show_error (GTK_WIDGET (check), error->message);
  step->is_restoring = TRUE;
  gtk_check_button_set_active (check, !is_done);
  step->is_restoring = FALSE;
}

static gboolean
is_late (const StyrMilestone *milestone, const char *today)
{
  return milestone->done_on == NULL && milestone->due_on != NULL &&
         strcmp (milestone->due_on, today) < 0;
}

static char *
dup_body (StyrModel *model, const char *responsible)
{
  const StyrBodyType *body = styr_model_find_body_type (model, responsible);

  return g_strdup (body != NULL ? body->name : responsible);
}

static char *
dup_step_facts (StyrModel *model, const StyrMilestone *milestone)
{
  g_autofree char *due = styr_format_date (milestone->due_on);
  g_autofree char *done = styr_format_date (milestone->done_on);
  GString *text = g_string_new (NULL);

  if (milestone->due_on != NULL)
    g_string_append_printf (text, _ ("due %s"), due);
  if (milestone->done_on != NULL)
    {
      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append_printf (text, _ ("done %s"), done);
    }
  if (milestone->responsible != NULL)
    {
      g_autofree char *body = dup_body (model, milestone->responsible);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", body);
    }
  if (milestone->note != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", milestone->note);
  return g_string_free (text, FALSE);
}

static void
add_step (GtkWidget *group, StyrWorkspace *workspace, const StyrMilestone *milestone)
{
  g_autofree char *facts = dup_step_facts (styr_workspace_get_model (workspace), milestone);
  GtkWidget *row = add_row (group, milestone->title, facts);
  GtkWidget *check = gtk_check_button_new ();
  Step *step = g_new0 (Step, 1);

  step->workspace = g_object_ref (workspace);
  step->id = g_strdup (milestone->id);
  step->title = g_strdup (milestone->title);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), milestone->done_on != NULL);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  styr_widget_set_name_text (check, milestone->title);
  g_signal_connect_data (check, "toggled", G_CALLBACK (toggled_cb), step, step_free, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  if (is_late (milestone, styr_workspace_get_today (workspace)))
    {
      GtkWidget *late = gtk_label_new (_ ("! late"));

      gtk_widget_add_css_class (late, "warning");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), late);
    }
}

/**
 * styr_model_story_make_project:
 *
 * Returns: (transfer floating) (nullable): the milestones of the shown model, which can be ticked
 * off
 */
GtkWidget *
styr_model_story_make_project (StyrWorkspace *workspace)
{
  GPtrArray *milestones;
  GtkWidget *group, *bar;
  g_autofree char *about = NULL;
  guint n_done = 0, n_late = 0;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);

  milestones = styr_model_get_milestones (styr_workspace_get_model (workspace));
  if (milestones->len == 0)
    return NULL;
  for (guint i = 0; i < milestones->len; i++)
    {
      const StyrMilestone *milestone = milestones->pdata[i];

      n_done += milestone->done_on != NULL;
      n_late += is_late (milestone, styr_workspace_get_today (workspace));
    }
  if (n_late > 0)
    about = g_strdup_printf (_ ("%u of %u done, %u late"), n_done, milestones->len, n_late);
  else
    about = g_strdup_printf (_ ("%u of %u done"), n_done, milestones->len);
  group = make_group (_ ("Project plan"), about);
  bar = gtk_progress_bar_new ();
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), (double) n_done / milestones->len);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  styr_widget_set_name_text (bar, about);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), bar);
  for (guint i = 0; i < milestones->len; i++)
    add_step (group, workspace, milestones->pdata[i]);
  return group;
}

/* History and waiting rules ------------------------------------------------------------------- */

/* What was decided: a line of the history */
typedef struct
{
  const char *date; /* a day, or only a year */
  const char *body; /* nullable */
  char *text;
} Event;

static void
event_free (gpointer data)
{
  g_free (((Event *) data)->text);
  g_free (data);
}

static void
add_event (GPtrArray *events, const char *date, const char *body, char *text)
{
  Event *event = g_new0 (Event, 1);

  event->date = date;
  event->body = body;
  event->text = text;
  g_ptr_array_add (events, event);
}

static gboolean
has_event (GPtrArray *events, const char *date)
{
  for (guint i = 0; i < events->len; i++)
    if (g_str_equal (((Event *) events->pdata[i])->date, date))
      return TRUE;
  return FALSE;
}

/* The versions that were decided, unless the package tells of that day itself */
static void
add_versions (GPtrArray *events, StyrWorkspace *workspace)
{
  GListModel *models = styr_workspace_get_models (workspace);

  for (guint i = 0; i < g_list_model_get_n_items (models); i++)
    {
      g_autoptr (StyrRecord) version = g_list_model_get_item (models, i);
      StyrModel *model = styr_workspace_find_model (workspace, styr_record_get_id (version), NULL);
      const char *date = model != NULL ? styr_model_get_text (model, "decidedOn") : NULL;
      g_autofree char *title = NULL;

      if (date == NULL || styr_record_is (version, "status", "draft") || has_event (events, date))
        continue;
      title = styr_model_version_dup_title (version);
      add_event (events,
                 date,
                 styr_model_get_text (model, "decidedBy"),
                 styr_record_is (version, "status", "interim")
                     ? g_strdup_printf (_ ("%s is decided for the time being."), title)
                     : g_strdup_printf (_ ("%s is decided."), title));
    }
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(Event *const *) a)->date, (*(Event *const *) b)->date);
}

/** Returns: (transfer floating) (nullable): what was decided about the model, the oldest first */
GtkWidget *
styr_model_story_make_history (StyrWorkspace *workspace)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (event_free);
  StyrModel *model;
  GPtrArray *entries;
  GtkWidget *group;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);

  model = styr_workspace_get_model (workspace);
  entries = styr_model_get_history (model);
  for (guint i = 0; i < entries->len; i++)
    {
      const StyrHistoryEntry *entry = entries->pdata[i];

      add_event (events, entry->date, entry->body, g_strdup (entry->note));
    }
  add_versions (events, workspace);
  if (events->len == 0)
    return NULL;
  g_ptr_array_sort (events, compare_events);
  group = make_group (_ ("The model’s history"), NULL);
  for (guint i = 0; i < events->len; i++)
    {
      const Event *event = events->pdata[i];
      g_autofree char *day = styr_format_date (event->date);
      g_autofree char *name = event->body != NULL ? dup_body (model, event->body) : NULL;
      g_autofree char *body = styr_name_sentence_case (name);
      g_autofree char *title =
          name != NULL ? g_strdup_printf ("%s · %s", day, body) : g_strdup (day);

      add_row (group, title, event->text);
    }
  return group;
}

/** Returns: (transfer floating) (nullable): the rules that wait for something, and for what */
GtkWidget *
styr_model_story_make_pending (StyrModel *model)
{
  GPtrArray *rules;
  GtkWidget *group;

  g_return_val_if_fail (STYR_IS_MODEL (model), NULL);

  rules = styr_model_get_pending_rules (model);
  if (rules->len == 0)
    return NULL;
  group = make_group (_ ("Rules that wait"),
                      _ ("Written in the steering model, but not checked by the program yet."));
  for (guint i = 0; i < rules->len; i++)
    {
      const StyrPendingRule *rule = rules->pdata[i];
      g_autofree char *title = g_strdup_printf ("%s · %s", rule->id, rule->title);

      add_row (group, title, rule->reason);
    }
  return group;
}
