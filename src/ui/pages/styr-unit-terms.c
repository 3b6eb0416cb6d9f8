/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-unit-terms.h"

#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

#define TERMS_WIDTH 760

static GtkWidget *
make_row (StyrModel *model, const StyrTerm *term, int year)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *years = g_strdup_printf ("%d–%d", term->first_year, term->last_year);
  g_autoptr (GString) text = g_string_new (NULL);

  if (term->name != NULL && g_strcmp0 (term->name, years) != 0)
    g_string_append (text, term->name);
  for (int i = term->first_year; i <= term->last_year; i++)
    if (styr_model_is_election_year (model, i))
      {
        g_string_append_printf (text, "%s", text->len > 0 ? " · " : "");
        g_string_append_printf (text, _ ("election year %d"), i);
      }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), years);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text->str);
  if (year >= term->first_year && year <= term->last_year)
    {
      GtkWidget *badge = gtk_label_new (_ ("now"));

      gtk_widget_add_css_class (badge, "styr-badge");
      gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), badge);
    }
  return row;
}

static void
fill (StyrWorkspace *workspace, GtkWidget *bin)
{
  StyrModel *model = styr_workspace_get_model (workspace);
  int year = (int) g_ascii_strtoll (styr_workspace_get_today (workspace), NULL, 10);
  GtkWidget *group = adw_preferences_group_new ();
  GPtrArray *terms = styr_model_get_terms (model);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Terms of office"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("They belong to the steering model and are changed on the page Model. Plans and deadlines "
         "follow them."));
  for (guint i = 0; i < terms->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               make_row (model, terms->pdata[i], year));
  adw_clamp_set_child (ADW_CLAMP (bin), group);
}

static void
model_cb (StyrWorkspace *workspace, GParamSpec *pspec, GtkWidget *clamp)
{
  if (styr_workspace_get_model (workspace) != NULL)
    fill (workspace, clamp);
}

/** Returns: (transfer floating): the terms of office of the shown model, with their election years
 */
GtkWidget *
styr_unit_terms_new (StyrWorkspace *workspace)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), TERMS_WIDTH);
  gtk_widget_set_margin_start (clamp, 18);
  gtk_widget_set_margin_end (clamp, 18);
  gtk_widget_set_margin_bottom (clamp, 36);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  g_signal_connect_object (workspace, "notify::model", G_CALLBACK (model_cb), clamp, 0);
  if (styr_workspace_get_model (workspace) != NULL)
    fill (workspace, clamp);
  return scroller;
}
