/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-unit-dialogs.h"

#include "styr-dialogs.h"
#include "styr-unit-form.h"
#include "styr-unit-words.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

/* What can become of a unit: the bar above its form and the windows that its menu opens */

typedef struct
{
  GtkWidget *bar; /* borrowed, except in a question's copy */
  StyrWorkspace *workspace;
  char *unit_id;
} Spot;

static Spot *
spot_new (GtkWidget *bar, StyrWorkspace *workspace, const char *unit_id)
{
  Spot *spot = g_new0 (Spot, 1);

  spot->bar = bar;
  spot->workspace = g_object_ref (workspace);
  spot->unit_id = g_strdup (unit_id);
  return spot;
}

static void
spot_free (gpointer data)
{
  Spot *spot = data;

  g_object_unref (spot->workspace);
  g_free (spot->unit_id);
  g_free (spot);
}

static void
spot_closure_free (gpointer data, GClosure *closure)
{
  spot_free (data);
}

static void
asked_free (gpointer data)
{
  g_object_unref (((Spot *) data)->bar);
  spot_free (data);
}

/* The one that has just begun is what one wants to see next. */
static gboolean
show_new (Spot *spot, const char *unit_id, StyrAskDialog *dialog, const char *text)
{
  if (unit_id == NULL)
    return FALSE;
  gtk_widget_activate_action (spot->bar, "organisation.show", "s", unit_id);
  styr_ask_dialog_tell (dialog, text);
  return TRUE;
}

static char *
dup_name (Spot *spot)
{
  return styr_workspace_dup_unit_label (spot->workspace, spot->unit_id);
}

static StyrAskDialog *
ask (Spot *spot, const char *heading, const char *explanation, const char *action, StyrAskFunc func)
{
  return styr_ask_dialog_new (spot->bar,
                              heading,
                              explanation,
                              action,
                              func,
                              spot_new (g_object_ref (spot->bar), spot->workspace, spot->unit_id),
                              asked_free);
}

/* Renamed */

static gboolean
rename_unit (StyrAskDialog *dialog, gpointer data, GError **error)
{
  Spot *spot = data;
  const char *const old[] = { spot->unit_id, NULL };
  g_autofree char *id = styr_workspace_succeed_unit (spot->workspace,
                                                     old,
                                                     styr_ask_dialog_get (dialog, "name"),
                                                     styr_ask_dialog_get (dialog, "date"),
                                                     styr_ask_dialog_get (dialog, "note"),
                                                     error);

  return show_new (spot, id, dialog, _ ("The unit is renamed"));
}

static void
rename_cb (GSimpleAction *action, GVariant *parameter, Spot *spot)
{
  g_autofree char *name = dup_name (spot);
  StyrAskDialog *dialog =
      ask (spot,
           _ ("Rename from a day"),
           _ ("The unit ends the day before, and one with the new name begins. Documents from "
              "before keep the old name."),
           C_ ("button", "_Rename"),
           rename_unit);

  styr_ask_dialog_add_entry (dialog, "name", _ ("New name"), name);
  styr_ask_dialog_add_date (dialog, "date", _ ("From"), NULL, TRUE);
  styr_ask_dialog_add_entry (dialog, "note", _ ("By which decision"), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Merged */

static gboolean
merge_units (StyrAskDialog *dialog, gpointer data, GError **error)
{
  Spot *spot = data;
  g_auto (GStrv) others = styr_ask_dialog_dup_list (dialog, "others");
  g_autoptr (GPtrArray) old = g_ptr_array_new ();
  g_autofree char *id = NULL;

  if (others[0] == NULL)
    {
      g_set_error_literal (error,
                           STYR_WORKSPACE_ERROR,
                           STYR_WORKSPACE_ERROR_VALUE,
                           _ ("Choose at least one more unit to merge it with."));
      return FALSE;
    }
  g_ptr_array_add (old, spot->unit_id);
  for (guint i = 0; others[i] != NULL; i++)
    g_ptr_array_add (old, others[i]);
  g_ptr_array_add (old, NULL);
  id = styr_workspace_succeed_unit (spot->workspace,
                                    (const char *const *) old->pdata,
                                    styr_ask_dialog_get (dialog, "name"),
                                    styr_ask_dialog_get (dialog, "date"),
                                    styr_ask_dialog_get (dialog, "note"),
                                    error);
  return show_new (spot, id, dialog, _ ("The units are merged"));
}

/* Units of the same kind that there are today */
static GPtrArray *
new_twin_options (Spot *spot)
{
  g_autoptr (StyrRecord) unit = styr_unit_form_dup_record (spot->workspace, spot->unit_id);
  g_autoptr (GPtrArray) units =
      styr_workspace_dup_units_on (spot->workspace, styr_workspace_get_today (spot->workspace));
  GPtrArray *options = styr_options_new ();

  for (guint i = 0; unit != NULL && i < units->len; i++)
    if (g_strcmp0 (styr_record_get_id (units->pdata[i]), spot->unit_id) != 0 &&
        styr_record_is (units->pdata[i], "type", styr_record_get_text (unit, "type")))
      styr_options_add (options,
                        styr_record_get_id (units->pdata[i]),
                        styr_record_get_text (units->pdata[i], "name"),
                        NULL);
  return options;
}

static void
merge_cb (GSimpleAction *action, GVariant *parameter, Spot *spot)
{
  g_autofree char *name = dup_name (spot);
  g_autofree char *with = g_strdup_printf (_ ("Merge %s with"), name);
  StyrAskDialog *dialog =
      ask (spot,
           _ ("Merge units"),
           _ ("They all end the day before, and a new unit begins. Those that serve them, and what "
              "is under them, follow."),
           C_ ("button", "_Merge"),
           merge_units);

  styr_ask_dialog_add_entry (dialog, "name", _ ("Name of the new unit"), NULL);
  styr_ask_dialog_add_date (dialog, "date", _ ("From"), NULL, TRUE);
  styr_ask_dialog_add_entry (dialog, "note", _ ("By which decision"), NULL);
  styr_ask_dialog_add_checks (dialog, "others", with, new_twin_options (spot));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Split */

static gboolean
split_unit (StyrAskDialog *dialog, gpointer data, GError **error)
{
  Spot *spot = data;
  g_auto (GStrv) names = styr_ask_dialog_dup_list (dialog, "names");
  g_auto (GStrv) ids = NULL;

  if (g_strv_length (names) < 2)
    {
      g_set_error_literal (error,
                           STYR_WORKSPACE_ERROR,
                           STYR_WORKSPACE_ERROR_VALUE,
                           _ ("Write at least two names, one on each line."));
      return FALSE;
    }
  ids = styr_workspace_split_unit (spot->workspace,
                                   spot->unit_id,
                                   (const char *const *) names,
                                   styr_ask_dialog_get (dialog, "date"),
                                   styr_ask_dialog_get (dialog, "note"),
                                   error);
  return show_new (spot, ids != NULL ? ids[0] : NULL, dialog, _ ("The unit is split"));
}

static void
split_cb (GSimpleAction *action, GVariant *parameter, Spot *spot)
{
  g_autofree char *name = dup_name (spot);
  /* Translators: a unit's name. */
  g_autofree char *text = g_strdup_printf (
      _ ("%s ends the day before, and new ones begin. Those that serve it, and those it serves, "
         "follow to all of them: remove what doesn’t hold afterwards. What is under it follows to "
         "the first of them."),
      name);
  StyrAskDialog *dialog =
      ask (spot, _ ("Split the unit"), text, C_ ("button", "_Split"), split_unit);

  styr_ask_dialog_add_date (dialog, "date", _ ("From"), NULL, TRUE);
  styr_ask_dialog_add_entry (dialog, "note", _ ("By which decision"), NULL);
  styr_ask_dialog_add_text (dialog, "names", _ ("Names of the new units, one on each line"), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Ended */

static gboolean
end_unit (StyrAskDialog *dialog, gpointer data, GError **error)
{
  Spot *spot = data;

  if (!styr_workspace_end_unit (
          spot->workspace, spot->unit_id, styr_ask_dialog_get (dialog, "day"), error))
    return FALSE;
  styr_ask_dialog_tell (dialog, _ ("The unit has its last day"));
  return TRUE;
}

static void
end_cb (GSimpleAction *action, GVariant *parameter, Spot *spot)
{
  g_autofree char *name = dup_name (spot);
  /* Translators: a unit's name. */
  g_autofree char *text =
      g_strdup_printf (_ ("%s stays in the documents of its time, and among the ended."), name);
  StyrAskDialog *dialog = ask (spot, _ ("End the unit"), text, C_ ("button", "_End"), end_unit);

  styr_ask_dialog_add_date (
      dialog, "day", _ ("Last day"), styr_workspace_get_today (spot->workspace), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Deleted */

static void
delete_unit (gpointer data)
{
  Spot *spot = data;
  g_autoptr (GtkWidget) bar = g_object_ref (spot->bar);
  g_autofree char *name = dup_name (spot);
  g_autofree char *text = g_strdup_printf (_ ("%s is deleted"), name);
  g_autoptr (GError) error = NULL;

  if (styr_workspace_delete_unit (spot->workspace, spot->unit_id, &error))
    styr_widget_show_toast (bar, text, TRUE);
  else
    styr_widget_show_error (bar, error->message);
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, Spot *spot)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (spot->bar));
  g_autofree char *uses = styr_workspace_dup_unit_uses (spot->workspace, spot->unit_id);
  g_autofree char *name = dup_name (spot);
  g_autofree char *heading = NULL;
  g_autoptr (GError) error = NULL;

  if (uses != NULL)
    {
      /* Refused with the sentence that says what names it */
      styr_workspace_delete_unit (spot->workspace, spot->unit_id, &error);
      styr_dialog_error (
          window, _ ("The unit can’t be deleted"), error != NULL ? error->message : uses);
      return;
    }
  heading = g_strdup_printf (_ ("Delete %s?"), name);
  styr_dialog_confirm (window,
                       heading,
                       _ ("Nothing refers to it. The deletion can be undone."),
                       _ ("_Delete"),
                       TRUE,
                       delete_unit,
                       spot_new (g_object_ref (spot->bar), spot->workspace, spot->unit_id),
                       asked_free);
}

/* Moved */

/* The place among those of the same type, which is what the list shows */
static int
find_step (Spot *spot, int direction)
{
  g_autoptr (GPtrArray) units = styr_workspace_dup_units_on (spot->workspace, NULL);
  const char *type = NULL;
  int from = -1;

  for (guint i = 0; i < units->len; i++)
    if (g_strcmp0 (styr_record_get_id (units->pdata[i]), spot->unit_id) == 0)
      {
        from = (int) i;
        type = styr_record_get_text (units->pdata[i], "type");
      }
  for (int i = from + direction; from >= 0 && i >= 0 && i < (int) units->len; i += direction)
    if (styr_record_is (units->pdata[i], "type", type))
      return i - from;
  return 0;
}

static void
move_cb (GSimpleAction *action, GVariant *parameter, Spot *spot)
{
  gboolean is_up = g_str_equal (g_action_get_name (G_ACTION (action)), "up");
  int delta = find_step (spot, is_up ? -1 : 1);
  g_autoptr (GError) error = NULL;

  if (delta != 0 && !styr_workspace_move_unit (spot->workspace, spot->unit_id, delta, &error))
    styr_widget_show_error (spot->bar, error->message);
}

/* The bar */

static GMenu *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  g_autoptr (GMenu) away = g_menu_new ();

  g_menu_append (change, _ ("Rename from a day…"), "unit.rename");
  g_menu_append (change, _ ("Merge…"), "unit.merge");
  g_menu_append (change, _ ("Split…"), "unit.split");
  g_menu_append (change, _ ("End…"), "unit.end");
  g_menu_append (order, _ ("Move up"), "unit.up");
  g_menu_append (order, _ ("Move down"), "unit.down");
  g_menu_append (away, _ ("Delete…"), "unit.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (away));
  return menu;
}

static void
add_actions (GtkWidget *bar, StyrWorkspace *workspace, const char *unit_id)
{
  static const struct
  {
    const char *name;
    void (*func) (GSimpleAction *action, GVariant *parameter, Spot *spot);
  } actions[] = { { "rename", rename_cb }, { "merge", merge_cb }, { "split", split_cb },
                  { "end", end_cb },       { "up", move_cb },     { "down", move_cb },
                  { "delete", delete_cb } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (actions[i].name, NULL);

      g_signal_connect_data (action,
                             "activate",
                             G_CALLBACK (actions[i].func),
                             spot_new (bar, workspace, unit_id),
                             spot_closure_free,
                             0);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (bar, "unit", G_ACTION_GROUP (group));
}

/** Returns: (transfer floating): a button with the menu of what can become of the unit */
GtkWidget *
styr_unit_dialogs_make_menu (StyrWorkspace *workspace, const char *unit_id)
{
  GtkWidget *button;
  g_autoptr (GMenu) menu = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace) && unit_id != NULL, NULL);

  menu = make_menu ();
  button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Change the organisation"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  add_actions (button, workspace, unit_id);
  return button;
}

/* New ones */

static gboolean
add_unit (StyrAskDialog *dialog, gpointer data, GError **error)
{
  Spot *spot = data;
  const char *name = styr_ask_dialog_get (dialog, "name");
  g_autofree char *id =
      styr_workspace_add_unit (spot->workspace, styr_ask_dialog_get (dialog, "type"), name, error);

  return id != NULL;
}

static gboolean
add_units (StyrAskDialog *dialog, gpointer data, GError **error)
{
  Spot *spot = data;
  g_auto (GStrv) names = styr_ask_dialog_dup_list (dialog, "names");

  return styr_workspace_add_units (
      spot->workspace, styr_ask_dialog_get (dialog, "type"), (const char *const *) names, error);
}

static StyrAskDialog *
ask_new (GtkWidget *parent,
         StyrWorkspace *workspace,
         const char *type,
         const char *heading,
         const char *explanation,
         StyrAskFunc func)
{
  StyrAskDialog *dialog = styr_ask_dialog_new (parent,
                                               heading,
                                               explanation,
                                               C_ ("button", "_Add"),
                                               func,
                                               spot_new (g_object_ref (parent), workspace, NULL),
                                               asked_free);

  styr_ask_dialog_add_choice (dialog,
                              "type",
                              _ ("Type of unit"),
                              styr_unit_new_type_options (styr_workspace_get_model (workspace)),
                              type,
                              TRUE);
  return dialog;
}

/** Returns: (transfer none): a window that asks for a new unit; present it. @type: (nullable): what
 * is chosen at first */
StyrAskDialog *
styr_unit_dialogs_new_unit (GtkWidget *parent, StyrWorkspace *workspace, const char *type)
{
  StyrAskDialog *dialog;

  g_return_val_if_fail (GTK_IS_WIDGET (parent) && STYR_IS_WORKSPACE (workspace), NULL);

  dialog = ask_new (parent, workspace, type, _ ("New unit"), NULL, add_unit);
  styr_ask_dialog_add_entry (dialog, "name", _ ("Name"), NULL);
  return dialog;
}

/** Returns: (transfer none): a window for a pasted list of names; present it */
StyrAskDialog *
styr_unit_dialogs_new_units (GtkWidget *parent, StyrWorkspace *workspace, const char *type)
{
  StyrAskDialog *dialog;

  g_return_val_if_fail (GTK_IS_WIDGET (parent) && STYR_IS_WORKSPACE (workspace), NULL);

  dialog = ask_new (parent, workspace, type, _ ("Paste a list of units"), NULL, add_units);
  styr_ask_dialog_add_text (dialog, "names", _ ("Names, one on each line"), NULL);
  return dialog;
}
