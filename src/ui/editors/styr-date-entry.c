/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-date-entry.h"

#include "styr-locale.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

static void
day_selected_cb (GtkCalendar *calendar, GtkEditable *entry)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *iso = g_date_time_format (day, "%Y-%m-%d");
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER);

  gtk_editable_set_text (entry, iso);
  gtk_popover_popdown (GTK_POPOVER (popover));
  /* the same as Enter in the entry: saved at once */
  g_signal_emit_by_name (entry, "activate");
}

static void
closed_cb (GtkPopover *popover, GtkWidget *button)
{
  gtk_popover_set_child (popover, NULL);
  gtk_widget_grab_focus (button);
}

static GtkWidget *
make_calendar (GtkEditable *entry)
{
  GtkWidget *calendar = gtk_calendar_new ();
  g_autofree char *iso = NULL;

  if (styr_parse_date (gtk_editable_get_text (entry), &iso) && iso != NULL && *iso != '\0')
    {
      g_autofree char *text = g_strconcat (iso, "T12:00:00", NULL);
      g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
      g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (text, zone);

      if (day != NULL)
        gtk_calendar_select_day (GTK_CALENDAR (calendar), day);
    }
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_selected_cb), entry, 0);
  return calendar;
}

static void
open_cb (GtkWidget *button, GtkEditable *entry)
{
  GtkWidget *box = gtk_widget_get_parent (button);
  GtkWidget *popover = g_object_get_data (G_OBJECT (box), "styr-popover");

  if (popover == NULL)
    {
      popover = gtk_popover_new ();
      /* the box unparents all its children, this one too, when it goes */
      gtk_widget_set_parent (popover, box);
      g_object_set_data (G_OBJECT (box), "styr-popover", popover);
      g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), button, 0);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), make_calendar (entry));
  gtk_popover_popup (GTK_POPOVER (popover));
}

/**
 * styr_date_entry_new:
 * @entry: (out) (transfer none): the entry in it
 * @button: (out) (transfer none): the button in it that opens a calendar
 *
 * An entry for ISO dates with a calendar beside it. A day chosen in the calendar is the same as
 * typing it and Enter.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
styr_date_entry_new (GtkWidget **entry, GtkWidget **button)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  g_return_val_if_fail (entry != NULL && button != NULL, NULL);

  *entry = gtk_entry_new ();
  gtk_editable_set_max_width_chars (GTK_EDITABLE (*entry), 10);
  gtk_editable_set_width_chars (GTK_EDITABLE (*entry), 8);
  gtk_widget_set_hexpand (*entry, TRUE);
  /* in a dialog; a day chosen in the calendar doesn't do what the dialog asks about */
  gtk_entry_set_activates_default (GTK_ENTRY (*entry), TRUE);
  *button = styr_icon_button_new ("x-office-calendar-symbolic", _ ("Choose a day"));
  gtk_box_append (GTK_BOX (box), *entry);
  gtk_box_append (GTK_BOX (box), *button);
  g_signal_connect_object (*button, "clicked", G_CALLBACK (open_cb), *entry, 0);
  return box;
}
