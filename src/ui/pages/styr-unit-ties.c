/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-unit-ties.h"

#include "styr-ask-dialog.h"
#include "styr-dialogs.h"
#include "styr-locale.h"
#include "styr-unit-words.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

struct _StyrUnitTies
{
  AdwBin parent_instance;

  StyrWorkspace *workspace;
  StyrRecord *unit;
  GtkWidget *box;
  char *shown; /* what is said, in one text: buttons that are being pressed must stay */
};

enum
{
  GO_TO,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (StyrUnitTies, styr_unit_ties, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

/* The keyboard ----------------------------------------------------------------------------------
 * When rows are made anew it is where it was: at the same button of the same tie, or at the one
 * that adds to the group when the tie is gone. */

#define KEY "styr-key"

static void
set_key (GtkWidget *widget, const char *id, const char *what)
{
  g_object_set_data_full (G_OBJECT (widget), KEY, g_strconcat (id, what, NULL), g_free);
}

static GtkWidget *
find_key (GtkWidget *root, const char *key)
{
  GtkWidget *found =
      key != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (root), KEY), key) == 0 ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_key (child, key);
  return found;
}

static void
note_focus (StyrUnitTies *self, char **key, char **group)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *around;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->box))
    return;
  around = gtk_widget_get_ancestor (focus, ADW_TYPE_PREFERENCES_GROUP);
  *key = g_strdup (g_object_get_data (G_OBJECT (focus), KEY));
  *group = g_strdup (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (around)));
}

static void
restore_focus (StyrUnitTies *self, const char *key, const char *group)
{
  GtkWidget *widget = find_key (self->box, key);

  if (widget == NULL)
    widget = find_key (self->box, group);
  if (widget != NULL)
    gtk_widget_grab_focus (widget);
}

/* What the buttons of a row are about */
typedef struct
{
  StyrUnitTies *ties; /* borrowed: the row is inside it */
  StyrRecord *record;
  char *other_id, *other_name;
} Tie;

static void
tie_free (gpointer data)
{
  Tie *tie = data;

  g_object_unref (tie->record);
  g_free (tie->other_id);
  g_free (tie->other_name);
  g_free (tie);
}

static void
go_cb (GtkWidget *row)
{
  Tie *tie = g_object_get_data (G_OBJECT (row), "styr-tie");
  g_autofree char *id = g_strdup (tie->other_id);

  g_signal_emit (tie->ties, signals[GO_TO], 0, id);
}

static GtkWidget *
make_row (
    StyrUnitTies *self, StyrRecord *record, const char *other, const char *title, char *caption)
{
  GtkWidget *row = adw_action_row_new ();
  Tie *tie = g_new0 (Tie, 1);

  tie->ties = self;
  tie->record = g_object_ref (record);
  tie->other_id = g_strdup (other);
  tie->other_name = g_strdup (title);
  g_object_set_data_full (G_OBJECT (row), "styr-tie", tie, tie_free);
  set_key (row, styr_record_get_id (record), NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (caption != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), caption);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (go_cb), NULL);
  return row;
}

static void
add_button (GtkWidget *row, const char *icon, const char *verb, GCallback func)
{
  Tie *tie = g_object_get_data (G_OBJECT (row), "styr-tie");
  g_autofree char *name = g_strdup_printf (verb, tie->other_name);
  GtkWidget *button = styr_icon_button_new (icon, name);

  set_key (button, styr_record_get_id (tie->record), icon);
  g_signal_connect_swapped (button, "clicked", func, row);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* Two roles ----------------------------------------------------------------------------------- */

static void
add_fact (GtkWidget *group, const char *title, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/* The one body that both leads and prepares for the others and makes the same plans as they do. */
static void
add_roles (StyrUnitTies *self)
{
  StyrModel *model = styr_workspace_get_model (self->workspace);
  const char *type = styr_record_get_text (self->unit, "type");
  const StyrBodyType *body = styr_model_find_body_type (model, type);
  g_autofree char *own = styr_unit_dup_own_documents (model, type);
  g_autofree char *prepared = styr_unit_dup_prepared_documents (model, type);
  GtkWidget *group;

  if (body == NULL || !body->is_single || !body->is_political || own == NULL || prepared == NULL)
    return;
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Two roles"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("It leads the whole municipality, and it is answerable for its own work as well. Keep the "
         "two apart: what it prepares for others is decided by them."));
  add_fact (group, _ ("Leads: prepares for another body’s decision"), prepared);
  add_fact (group, _ ("Answers for its own work: makes"), own);
  gtk_box_append (GTK_BOX (self->box), group);
}

/* Services ------------------------------------------------------------------------------------ */

static gboolean
set_dates (StyrAskDialog *dialog, gpointer data, GError **error)
{
  Tie *tie = data;

  if (!styr_workspace_set_service_days (tie->ties->workspace,
                                        styr_record_get_id (tie->record),
                                        styr_ask_dialog_get (dialog, "valid_from"),
                                        styr_ask_dialog_get (dialog, "valid_to"),
                                        error))
    return FALSE;
  styr_ask_dialog_tell (dialog, _ ("The days are changed"));
  return TRUE;
}

static Tie *
tie_copy (Tie *tie)
{
  Tie *copy = g_new0 (Tie, 1);

  copy->ties = g_object_ref (tie->ties);
  copy->record = g_object_ref (tie->record);
  copy->other_id = g_strdup (tie->other_id);
  copy->other_name = g_strdup (tie->other_name);
  return copy;
}

static void
tie_copy_free (gpointer data)
{
  g_object_unref (((Tie *) data)->ties);
  tie_free (data);
}

static void
dates_cb (GtkWidget *row)
{
  Tie *tie = g_object_get_data (G_OBJECT (row), "styr-tie");
  StyrAskDialog *dialog = styr_ask_dialog_new (
      row, _ ("When"), tie->other_name, _ ("_Save"), set_dates, tie_copy (tie), tie_copy_free);

  styr_ask_dialog_add_date (
      dialog, "valid_from", _ ("Begins"), styr_record_get_text (tie->record, "valid_from"), FALSE);
  styr_ask_dialog_add_date (
      dialog, "valid_to", _ ("Ends"), styr_record_get_text (tie->record, "valid_to"), FALSE);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tell (GtkWidget *widget, gboolean done, GError *error, const char *text)
{
  if (done)
    styr_widget_show_toast (widget, text, TRUE);
  else
    styr_widget_show_error (widget, error->message);
}

static void
remove_service_cb (GtkWidget *row)
{
  Tie *tie = g_object_get_data (G_OBJECT (row), "styr-tie");
  g_autoptr (StyrUnitTies) self = g_object_ref (tie->ties);
  g_autoptr (StyrRecord) record = g_object_ref (tie->record);
  g_autoptr (GError) error = NULL;
  gboolean done =
      styr_workspace_delete_service (self->workspace, styr_record_get_id (record), &error);

  tell (GTK_WIDGET (self), done, error, _ ("No longer tied together"));
}

static gboolean
add_service (StyrAskDialog *dialog, gpointer data, GError **error)
{
  StyrUnitTies *self = data;
  const char *id = styr_record_get_id (self->unit);
  const char *other = styr_ask_dialog_get (dialog, "other");
  gboolean political =
      styr_unit_is_political (styr_workspace_get_model (self->workspace), self->unit);
  g_autofree char *service = styr_workspace_add_service (self->workspace,
                                                         political ? id : other,
                                                         political ? other : id,
                                                         styr_ask_dialog_get (dialog, "from"),
                                                         error);

  if (service != NULL)
    styr_ask_dialog_tell (dialog, _ ("The units are tied together"));
  return service != NULL;
}

static void
add_service_cb (StyrUnitTies *self)
{
  gboolean political =
      styr_unit_is_political (styr_workspace_get_model (self->workspace), self->unit);
  StyrAskDialog *dialog = styr_ask_dialog_new (GTK_WIDGET (self),
                                               political ? _ ("Add a unit that serves it")
                                                         : _ ("Add a unit that it serves"),
                                               styr_record_get_text (self->unit, "name"),
                                               C_ ("button", "_Add"),
                                               add_service,
                                               g_object_ref (self),
                                               g_object_unref);

  styr_ask_dialog_add_choice (
      dialog,
      "other",
      _ ("Unit"),
      styr_unit_new_side_options (self->workspace, styr_record_get_id (self->unit), !political),
      NULL,
      TRUE);
  styr_ask_dialog_add_date (dialog, "from", _ ("Begins"), NULL, FALSE);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
make_group (StyrUnitTies *self, const char *title, const char *add, GCallback func)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = styr_icon_button_new ("list-add-symbolic", add);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  set_key (button, title, NULL);
  g_signal_connect_object (button, "clicked", func, self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
  gtk_box_append (GTK_BOX (self->box), group);
  return group;
}

static void
add_nothing (GtkWidget *group, const char *text)
{
  GtkWidget *label = styr_quiet_label_new (text);

  gtk_widget_set_margin_top (label, 6);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), label);
}

static void
add_services (StyrUnitTies *self)
{
  const char *id = styr_record_get_id (self->unit);
  g_autoptr (GPtrArray) services = styr_workspace_dup_services (self->workspace, id, NULL);
  gboolean political =
      styr_unit_is_political (styr_workspace_get_model (self->workspace), self->unit);
  GtkWidget *group = make_group (self,
                                 political ? _ ("Served by") : _ ("Serves"),
                                 political ? _ ("Add one that serves it") : _ ("Add one it serves"),
                                 G_CALLBACK (add_service_cb));

  for (guint i = 0; i < services->len; i++)
    {
      StyrRecord *service = services->pdata[i];
      gboolean is_committee = styr_record_is (service, "committee_id", id);
      g_autofree char *period =
          styr_unit_dup_period (service, styr_workspace_get_today (self->workspace));
      GtkWidget *row = make_row (
          self,
          service,
          styr_record_get_text (service, is_committee ? "department_id" : "committee_id"),
          styr_record_get_text (service, is_committee ? "department_name" : "committee_name"),
          period);

      add_button (row, "x-office-calendar-symbolic", _ ("When: %s"), G_CALLBACK (dates_cb));
      add_button (row, "user-trash-symbolic", _ ("Remove: %s"), G_CALLBACK (remove_service_cb));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  if (services->len == 0)
    add_nothing (group, _ ("None is said yet."));
}

/* Successions --------------------------------------------------------------------------------- */

static void
remove_succession_cb (GtkWidget *row)
{
  Tie *tie = g_object_get_data (G_OBJECT (row), "styr-tie");
  g_autoptr (StyrUnitTies) self = g_object_ref (tie->ties);
  g_autoptr (StyrRecord) record = g_object_ref (tie->record);
  g_autoptr (GError) error = NULL;
  gboolean done =
      styr_workspace_delete_succession (self->workspace, styr_record_get_id (record), &error);

  tell (GTK_WIDGET (self), done, error, _ ("No longer tied together"));
}

static gboolean
add_succession (StyrAskDialog *dialog, gpointer data, GError **error)
{
  StyrUnitTies *self = data;
  const char *id = styr_record_get_id (self->unit);
  const char *other = styr_ask_dialog_get (dialog, "other");
  gboolean before = g_strcmp0 (styr_ask_dialog_get (dialog, "side"), "before") == 0;
  g_autofree char *succession = styr_workspace_add_succession (self->workspace,
                                                               before ? other : id,
                                                               before ? id : other,
                                                               styr_ask_dialog_get (dialog, "on"),
                                                               styr_ask_dialog_get (dialog, "note"),
                                                               error);

  if (succession != NULL)
    styr_ask_dialog_tell (dialog, _ ("The units are tied together"));
  return succession != NULL;
}

static void
add_succession_cb (StyrUnitTies *self)
{
  StyrAskDialog *dialog = styr_ask_dialog_new (
      GTK_WIDGET (self),
      _ ("Before or after"),
      _ ("Ties together two units that are there already. To rename, merge or split a unit, use "
         "its menu instead."),
      C_ ("button", "_Add"),
      add_succession,
      g_object_ref (self),
      g_object_unref);
  GPtrArray *sides = styr_options_new ();

  styr_options_add (sides, "before", _ ("It came from"), NULL);
  styr_options_add (sides, "after", _ ("It became"), NULL);
  styr_ask_dialog_add_choice (dialog, "side", _ ("How"), sides, "before", TRUE);
  styr_ask_dialog_add_choice (
      dialog,
      "other",
      _ ("Unit"),
      styr_unit_new_options (self->workspace, styr_record_get_id (self->unit), TRUE),
      NULL,
      TRUE);
  styr_ask_dialog_add_date (dialog, "on", _ ("Day"), NULL, FALSE);
  styr_ask_dialog_add_entry (dialog, "note", _ ("By which decision"), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static char *
dup_succession_caption (StyrRecord *succession, gboolean came_from)
{
  g_autofree char *day = styr_format_date (styr_record_get_text (succession, "on_date"));
  const char *note = styr_record_get_text (succession, "note");
  GString *text = g_string_new (came_from ? _ ("came from it") : _ ("became it"));

  if (day != NULL && *day != '\0')
    g_string_append_printf (text, " · %s", day);
  if (note != NULL)
    g_string_append_printf (text, " · %s", note);
  return g_string_free (text, FALSE);
}

static void
add_successions (StyrUnitTies *self)
{
  const char *id = styr_record_get_id (self->unit);
  g_autoptr (GPtrArray) successions = styr_workspace_dup_successions (self->workspace, id);
  GtkWidget *group = make_group (self,
                                 _ ("Before and after"),
                                 _ ("Add a unit before or after"),
                                 G_CALLBACK (add_succession_cb));

  for (guint i = 0; i < successions->len; i++)
    {
      StyrRecord *succession = successions->pdata[i];
      gboolean came_from = styr_record_is (succession, "successor_id", id);
      g_autofree char *caption = dup_succession_caption (succession, came_from);
      GtkWidget *row = make_row (
          self,
          succession,
          styr_record_get_text (succession, came_from ? "predecessor_id" : "successor_id"),
          styr_record_get_text (succession, came_from ? "predecessor_name" : "successor_name"),
          caption);

      gtk_widget_set_tooltip_text (row, _ ("Go to the unit"));
      add_button (row, "user-trash-symbolic", _ ("Remove: %s"), G_CALLBACK (remove_succession_cb));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  if (successions->len == 0)
    add_nothing (group, _ ("No unit before or after it is known."));
}

/* The widget ---------------------------------------------------------------------------------- */

static void
styr_unit_ties_dispose (GObject *object)
{
  StyrUnitTies *self = STYR_UNIT_TIES (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->unit);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (styr_unit_ties_parent_class)->dispose (object);
}

static void
styr_unit_ties_class_init (StyrUnitTiesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = styr_unit_ties_dispose;
  signals[GO_TO] = g_signal_new ("go-to",
                                 G_TYPE_FROM_CLASS (klass),
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 1,
                                 G_TYPE_STRING);
}

static void
styr_unit_ties_init (StyrUnitTies *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/** Makes the groups, for no unit yet. */
GtkWidget *
styr_unit_ties_new (StyrWorkspace *workspace)
{
  StyrUnitTies *self;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (STYR_TYPE_UNIT_TIES, NULL);
  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

static void
add_said (GString *text, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree const char **columns = styr_record_dup_columns (records->pdata[i]);

      for (guint j = 0; columns[j] != NULL; j++)
        g_string_append_printf (
            text, "%s=%s\n", columns[j], styr_record_get_text (records->pdata[i], columns[j]));
    }
}

static char *
dup_said (StyrUnitTies *self)
{
  const char *id = styr_record_get_id (self->unit);
  g_autoptr (GPtrArray) services = styr_workspace_dup_services (self->workspace, id, NULL);
  g_autoptr (GPtrArray) successions = styr_workspace_dup_successions (self->workspace, id);
  GString *text = g_string_new (id);

  g_string_append_printf (text, "\n%s\n", styr_record_get_text (self->unit, "type"));
  add_said (text, services);
  add_said (text, successions);
  return g_string_free (text, FALSE);
}

/** Shows what @unit is tied to now. */
void
styr_unit_ties_show (StyrUnitTies *self, StyrRecord *unit)
{
  g_autofree char *said = NULL, *key = NULL, *group = NULL;
  GtkWidget *child;

  g_return_if_fail (STYR_IS_UNIT_TIES (self) && STYR_IS_RECORD (unit));

  g_set_object (&self->unit, unit);
  said = dup_said (self);
  if (g_strcmp0 (said, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&said);
  note_focus (self, &key, &group);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  add_roles (self);
  add_services (self);
  add_successions (self);
  restore_focus (self, key, group);
}
