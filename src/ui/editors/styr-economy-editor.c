/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-section-editors.h"

#include "styr-form.h"
#include "styr-item-card.h"
#include "styr-item-list.h"
#include "styr-locale.h"
#include "styr-names.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

/* Costs are negative, net is income plus costs, deviation is net minus budget: plus is good
 * (product.md 5) */

typedef enum
{
  NET,
  DEVIATION,
  FORECAST_DEVIATION,
} Figure;

static char *
dup_title (StyrDossier *dossier, const char *id)
{
  StyrRecord *record = styr_dossier_find (dossier, "budget_line", id);
  const char *area = record != NULL ? styr_record_get_text (record, "area") : NULL;

  if (record == NULL)
    return g_strdup ("");
  return g_strdup (area != NULL && *area != '\0' ? area : _ ("The whole"));
}

static gboolean
reckon (StyrRecord *line, Figure figure, gint64 *value)
{
  gint64 net = styr_record_get_int (line, "income") + styr_record_get_int (line, "cost");
  gboolean has_net = styr_record_has (line, "income") || styr_record_has (line, "cost");
  gboolean has_budget = styr_record_has (line, "budget");

  switch (figure)
    {
    case NET:
      *value = net;
      return has_net;
    case DEVIATION:
      *value = net - styr_record_get_int (line, "budget");
      return has_net && has_budget;
    case FORECAST_DEVIATION:
    default:
      *value = styr_record_get_int (line, "forecast") - styr_record_get_int (line, "budget");
      return has_budget && styr_record_has (line, "forecast");
    }
}

static void
update_figure_cb (StyrEditSession *session, GtkWidget *label)
{
  StyrDossier *dossier = styr_edit_session_get_dossier (session);
  const char *id = g_object_get_data (G_OBJECT (label), "styr-id");
  Figure figure = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (label), "styr-figure"));
  StyrRecord *line = styr_dossier_find (dossier, "budget_line", id);
  gint64 value;
  g_autofree char *text = NULL;

  if (line != NULL && reckon (line, figure, &value))
    text = styr_format_money (value, "kr");
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "–");
}

/* A figure that is reckoned looks like a field without its control */
static void
add_figure (
    GtkWidget *form, StyrEditSession *session, const char *id, Figure figure, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *caption = styr_quiet_label_new (title);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (box, "styr-figure");
  gtk_widget_add_css_class (caption, "caption");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), label);
  g_object_set_data_full (G_OBJECT (label), "styr-id", g_strdup (id), g_free);
  g_object_set_data (G_OBJECT (label), "styr-figure", GINT_TO_POINTER (figure));
  update_figure_cb (session, label);
  g_signal_connect_object (session, "refreshed", G_CALLBACK (update_figure_cb), label, 0);
  styr_form_append_short (form, box);
}

static void
add_amount (GtkWidget *form,
            StyrEditSession *session,
            const char *id,
            const char *column,
            const char *title,
            const char *which)
{
  StyrField field = STYR_FIELD_SPEC (column, title, STYR_FIELD_MONEY);

  field.unit = (char *) "kr";
  styr_form_add (form, session, &field, styr_binding_new_item ("budget_line", id, column), which);
}

static GtkWidget *
create (StyrItemList *list, StyrRecord *record)
{
  StyrEditSession *session = styr_item_list_get_session (list);
  const char *id = styr_record_get_id (record);
  GtkWidget *card = styr_item_card_new (session, "budget_line", id, dup_title);
  GtkWidget *form = styr_form_new ();
  g_autofree char *title = dup_title (styr_edit_session_get_dossier (session), id);
  g_autofree char *which = g_utf8_strdown (title, -1);

  styr_form_add (form,
                 session,
                 &STYR_FIELD_SPEC ("area", _ ("Activity area"), STYR_FIELD_TEXT),
                 styr_binding_new_item ("budget_line", id, "area"),
                 which);
  add_amount (form, session, id, "income", _ ("Income"), which);
  add_amount (form, session, id, "cost", _ ("Costs, with minus"), which);
  add_figure (form, session, id, NET, _ ("Net (kr)"));
  add_amount (form, session, id, "budget", _ ("Budget, net"), which);
  add_figure (form, session, id, DEVIATION, _ ("Deviation (kr)"));
  add_amount (form, session, id, "forecast", _ ("Forecast, net"), which);
  add_figure (form, session, id, FORECAST_DEVIATION, _ ("Forecast against budget (kr)"));
  add_amount (form, session, id, "previous_income", _ ("Income the year before"), which);
  add_amount (form, session, id, "previous_cost", _ ("Costs the year before"), which);
  styr_form_add (form,
                 session,
                 &STYR_FIELD_SPEC ("comment", _ ("Comment"), STYR_FIELD_LONG_TEXT),
                 styr_binding_new_item ("budget_line", id, "comment"),
                 which);
  styr_item_card_append (STYR_ITEM_CARD (card), form);
  return card;
}

static gboolean
has_area (StyrDossier *dossier, const char *area)
{
  g_autoptr (GPtrArray) found = styr_dossier_dup_where (dossier, "budget_line", "area", area);

  return found->len > 0;
}

static char *
add (StyrItemList *list, GError **error)
{
  StyrEditSession *session = styr_item_list_get_session (list);
  StyrDossier *dossier = styr_edit_session_get_dossier (session);
  g_autofree char *area = g_strdup (_ ("New area"));

  /* an area has one line; the name is there to be written over */
  for (int number = 2; has_area (dossier, area); number++)
    {
      g_free (area);
      area = g_strdup_printf (_ ("New area %d"), number);
    }
  return styr_workspace_add_budget_line (styr_edit_session_get_workspace (session),
                                         styr_edit_session_get_document_id (session),
                                         area,
                                         error);
}

static void
update_sum_cb (StyrEditSession *session, GtkWidget *label)
{
  GPtrArray *lines =
      styr_dossier_get_records (styr_edit_session_get_dossier (session), "budget_line");
  gint64 net = 0, budget = 0;
  g_autofree char *net_text = NULL;
  g_autofree char *budget_text = NULL;
  g_autofree char *deviation = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      net += styr_record_get_int (lines->pdata[i], "income") +
             styr_record_get_int (lines->pdata[i], "cost");
      budget += styr_record_get_int (lines->pdata[i], "budget");
    }
  net_text = styr_format_money (net, "kr");
  budget_text = styr_format_money (budget, "kr");
  deviation = styr_format_money (net - budget, "kr");
  text = g_strdup_printf (
      _ ("In all: net %s kr, budget %s kr, deviation %s kr"), net_text, budget_text, deviation);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, lines->len > 0);
}

/**
 * styr_economy_editor_new:
 * @session: the document
 * @section: a section of kind economy
 *
 * Returns: (transfer floating): the document's lines, with net and deviation reckoned
 */
GtkWidget *
styr_economy_editor_new (StyrEditSession *session, const StyrSection *section)
{
  static const StyrItemFuncs funcs = { NULL, create, add };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = styr_item_list_new (session, section, NULL, &funcs);
  GtkWidget *sum = styr_wrapping_label_new (NULL, "heading");

  gtk_widget_add_css_class (list, "styr-cards");
  gtk_widget_add_css_class (sum, "numeric");
  styr_item_list_set_add (STYR_ITEM_LIST (list), _ ("Add line"), NULL);
  update_sum_cb (session, sum);
  g_signal_connect_object (session, "refreshed", G_CALLBACK (update_sum_cb), sum, 0);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), sum);
  return box;
}
