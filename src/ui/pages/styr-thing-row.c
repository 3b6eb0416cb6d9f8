/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-thing-row.h"

#include "styr-thing.h"

#include <glib/gi18n-lib.h>

/**
 * StyrThingRow:
 *
 * One thing of an overview in a list: the symbol of its state, its title, the state as a word, when
 * it is due. Activating the row opens the thing; one that is missing has a button that makes it.
 *
 * Row, button and the action `thing.open`, which assistive tools see, do the same.
 */
struct _StyrThingRow
{
  AdwActionRow parent_instance;

  StyrRecord *thing;
  char *target; /* parameter of win.open-document */
};

G_DEFINE_FINAL_TYPE (StyrThingRow, styr_thing_row, ADW_TYPE_ACTION_ROW)

static void
create (StyrThingRow *self)
{
  const char *unit_id = styr_record_get_text (self->thing, "unit_id");

  gtk_widget_activate_action (GTK_WIDGET (self),
                              "win.new-document",
                              "(ssi)",
                              styr_record_get_text (self->thing, "document_type"),
                              unit_id != NULL ? unit_id : "",
                              (int) styr_record_get_int (self->thing, "year"));
}

static void
open_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  StyrThingRow *self = STYR_THING_ROW (widget);

  if (self->target != NULL)
    gtk_widget_activate_action (widget, "win.open-document", "s", self->target);
  else if (styr_thing_is_missing (self->thing))
    create (self);
  else
    gtk_widget_activate_action (widget, "win.show-page", "s", "documents");
}

static void
styr_thing_row_activate (AdwActionRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "thing.open", NULL);
}

static void
styr_thing_row_finalize (GObject *object)
{
  StyrThingRow *self = STYR_THING_ROW (object);

  g_clear_object (&self->thing);
  g_free (self->target);
  G_OBJECT_CLASS (styr_thing_row_parent_class)->finalize (object);
}

static void
styr_thing_row_class_init (StyrThingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = styr_thing_row_finalize;
  ADW_ACTION_ROW_CLASS (klass)->activate = styr_thing_row_activate;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "thing.open", NULL, open_action_cb);
}

static void
styr_thing_row_init (StyrThingRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 3);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

static void
add_symbol (StyrThingRow *self)
{
  GtkWidget *symbol = gtk_label_new (styr_state_get_symbol (styr_thing_get_state (self->thing)));

  gtk_label_set_width_chars (GTK_LABEL (symbol), 2);
  gtk_widget_add_css_class (symbol, "heading");
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), symbol);
}

static void
add_suffix (StyrThingRow *self, const char *title)
{
  if (styr_thing_is_missing (self->thing))
    {
      GtkWidget *button = gtk_button_new_with_label (_ ("Create"));
      g_autofree char *name = g_strdup_printf (_ ("Create %s"), title);

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "thing.open");
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
    }
  else
    {
      GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

      gtk_widget_add_css_class (arrow, "dim-label");
      adw_action_row_add_suffix (ADW_ACTION_ROW (self), arrow);
    }
}

/**
 * styr_thing_row_new:
 * @thing: a thing of an overview; a reference is taken
 * @workspace: where it comes from
 *
 * Returns: (transfer floating): a row for a list box
 */
GtkWidget *
styr_thing_row_new (StyrRecord *thing, StyrWorkspace *workspace)
{
  StyrThingRow *self;
  g_autofree char *title = NULL;
  g_autofree char *line = NULL;

  g_return_val_if_fail (STYR_IS_RECORD (thing), NULL);
  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (STYR_TYPE_THING_ROW, NULL);
  self->thing = g_object_ref (thing);
  self->target = styr_thing_dup_target (thing, workspace);
  title = styr_text_dup_capitalised (styr_record_get_text (thing, "title"));
  line = styr_thing_dup_line (thing);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), line);
  add_symbol (self);
  add_suffix (self, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  line,
                                  -1);
  return GTK_WIDGET (self);
}

/**
 * styr_thing_row_get_thing:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
StyrRecord *
styr_thing_row_get_thing (StyrThingRow *self)
{
  g_return_val_if_fail (STYR_IS_THING_ROW (self), NULL);

  return self->thing;
}
