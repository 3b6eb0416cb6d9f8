/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-status-steps.h"

#include "styr-enum-types.h"
#include "styr-names.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

/* The road from draft to published, where the document stands on it, and the steps it can take from
 * there */

static const StyrDocumentStatus road[] = { STYR_DOCUMENT_DRAFT,
                                           STYR_DOCUMENT_PREPARED,
                                           STYR_DOCUMENT_CONSULTATION,
                                           STYR_DOCUMENT_DECIDED,
                                           STYR_DOCUMENT_PUBLISHED };

/* What can be done from where; the first of a status is the natural next step */
static const struct
{
  StyrDocumentStatus from;
  const char *label;
  const char *action;
  const char *target;
} steps[] = {
  { STYR_DOCUMENT_DRAFT, N_ ("Mark as prepared"), "editor.set-status", "prepared" },
  { STYR_DOCUMENT_DRAFT, N_ ("Decide…"), "editor.decide", NULL },
  { STYR_DOCUMENT_PREPARED, N_ ("Decide…"), "editor.decide", NULL },
  { STYR_DOCUMENT_PREPARED, N_ ("Send out for comment…"), "editor.consult", NULL },
  { STYR_DOCUMENT_PREPARED, N_ ("Back to draft"), "editor.set-status", "draft" },
  { STYR_DOCUMENT_CONSULTATION, N_ ("Decide…"), "editor.decide", NULL },
  { STYR_DOCUMENT_CONSULTATION, N_ ("Ask more…"), "editor.consult", NULL },
  { STYR_DOCUMENT_CONSULTATION, N_ ("Back to prepared"), "editor.set-status", "prepared" },
  { STYR_DOCUMENT_DECIDED, N_ ("Publish…"), "editor.publish", NULL },
  { STYR_DOCUMENT_DECIDED, N_ ("Review the document…"), "editor.review", NULL },
  { STYR_DOCUMENT_DECIDED, N_ ("New version"), "editor.new-version", NULL },
  { STYR_DOCUMENT_PUBLISHED, N_ ("New version"), "editor.new-version", NULL },
  { STYR_DOCUMENT_PUBLISHED, N_ ("Review the document…"), "editor.review", NULL },
};

/* The steps that the document has taken, a bit for each. A document begins as a draft, and what is
 * published has been decided; that it was prepared or sent out is known only if it was said. */
static guint
list_taken (StyrDossier *dossier)
{
  GPtrArray *events = styr_dossier_get_records (dossier, "document_event");
  guint taken = 1u << STYR_DOCUMENT_DRAFT | 1u << STYR_DOCUMENT_DECIDED;

  for (guint i = 0; i < events->len; i++)
    taken |= 1u << styr_record_get_enum (events->pdata[i], "status", STYR_TYPE_DOCUMENT_STATUS);
  if (styr_dossier_get_records (dossier, "consultation_answer")->len > 0)
    taken |= 1u << STYR_DOCUMENT_CONSULTATION;
  return taken;
}

static const char *
step_symbol (StyrDocumentStatus step, StyrDocumentStatus status, guint taken)
{
  if (step > status)
    return "○";
  if (step == status)
    return status >= STYR_DOCUMENT_DECIDED ? "✓" : "◐";
  return (taken & 1u << step) != 0 ? "✓" : "–";
}

static GtkWidget *
make_step (StyrDocumentStatus step, StyrDocumentStatus status, guint taken)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *symbol = gtk_label_new (step_symbol (step, status, taken));
  GtkWidget *label = styr_quiet_label_new (NULL);
  g_autofree char *may_be_skipped = g_strdup_printf ("(%s)", styr_name_of_status (step));
  gboolean waits = step == STYR_DOCUMENT_CONSULTATION && step > status;

  gtk_label_set_text (GTK_LABEL (label), waits ? may_be_skipped : styr_name_of_status (step));
  gtk_label_set_width_chars (GTK_LABEL (symbol), 2);
  if (step < status && (taken & 1u << step) == 0)
    gtk_widget_set_tooltip_text (box, _ ("This step was skipped"));
  gtk_box_append (GTK_BOX (box), symbol);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "styr-step");
  if (step == status)
    {
      gtk_widget_remove_css_class (label, "dim-label");
      gtk_widget_add_css_class (box, "heading");
    }
  return box;
}

static void
fill_road (GtkWidget *list, StyrDocumentStatus status, guint taken)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (list)) != NULL)
    gtk_box_remove (GTK_BOX (list), child);
  if (status > STYR_DOCUMENT_PUBLISHED)
    {
      g_autofree char *text =
          g_strdup_printf ("%s %s", styr_symbol_of_status (status), styr_name_of_status (status));
      GtkWidget *label = styr_quiet_label_new (text);

      gtk_widget_add_css_class (label, "heading");
      gtk_box_append (GTK_BOX (list), label);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (road); i++)
    gtk_box_append (GTK_BOX (list), make_step (road[i], status, taken));
}

static void
fill_buttons (GtkWidget *box, StyrDocumentStatus status)
{
  GtkWidget *child;
  gboolean first = TRUE;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].from == status)
      {
        GtkWidget *button = gtk_button_new_with_label (_ (steps[i].label));

        gtk_actionable_set_action_name (GTK_ACTIONABLE (button), steps[i].action);
        if (steps[i].target != NULL)
          gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", steps[i].target);
        gtk_widget_add_css_class (button, first ? "suggested-action" : "flat");
        first = FALSE;
        gtk_box_append (GTK_BOX (box), button);
      }
}

static void
update_cb (StyrEditSession *session, GtkWidget *box)
{
  StyrDossier *dossier = styr_edit_session_get_dossier (session);
  StyrRecord *document = styr_dossier_get_document (dossier);
  StyrDocumentStatus status = styr_record_get_enum (document, "status", STYR_TYPE_DOCUMENT_STATUS);
  guint taken = list_taken (dossier);
  int shown = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (box), "styr-shown"));
  int wanted = (int) (taken << 8 | (guint) status) + 1;

  if (shown == wanted)
    return;
  g_object_set_data (G_OBJECT (box), "styr-shown", GINT_TO_POINTER (wanted));
  fill_road (g_object_get_data (G_OBJECT (box), "styr-road"), status, taken);
  fill_buttons (g_object_get_data (G_OBJECT (box), "styr-buttons"), status);
}

/**
 * styr_status_steps_new:
 * @session: the document
 *
 * Returns: (transfer floating): where the document stands and the buttons that take it further
 */
GtkWidget *
styr_status_steps_new (StyrEditSession *session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), buttons);
  g_object_set_data (G_OBJECT (box), "styr-road", list);
  g_object_set_data (G_OBJECT (box), "styr-buttons", buttons);
  gtk_widget_add_css_class (box, "styr-steps");
  update_cb (session, box);
  g_signal_connect_object (session, "refreshed", G_CALLBACK (update_cb), box, 0);
  return box;
}
