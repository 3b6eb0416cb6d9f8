/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-document-card-view.h"

#include "styr-document-health.h"
#include "styr-document-life.h"
#include "styr-document-notes.h"
#include "styr-field-options.h"
#include "styr-form.h"
#include "styr-section-editor.h"
#include "styr-status-steps.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

/* The document card ("ordning och reda", domain.md 1.1.3): what the register and the reader need to
 * know of any governing document */

typedef enum
{
  SHOW_ALWAYS,
  SHOW_REQUIRED, /* only where the model asks for it, or something stands in it */
  SHOW_SCOPE,
  SHOW_POLITICAL,
  SHOW_LAW,
  SHOW_PERIOD,
  SHOW_INTRANET,
  SHOW_JOINT,
} Show;

typedef struct
{
  const char *group;
  const char *column;
  const char *title;
  StyrFieldKind kind;
  Show show;
} CardField;

static const CardField fields[] = {
  { N_ ("The document"), "title", N_ ("Title"), STYR_FIELD_LONG_TEXT, SHOW_ALWAYS },
  { NULL, "designation", N_ ("Designation"), STYR_FIELD_LONG_TEXT, SHOW_ALWAYS },
  { NULL, "applies_to", N_ ("Applies to"), STYR_FIELD_LONG_TEXT, SHOW_ALWAYS },
  { NULL, "scope", N_ ("How far it reaches"), STYR_FIELD_CHOICE, SHOW_SCOPE },
  { NULL, "is_political", N_ ("Political content?"), STYR_FIELD_CHOICE, SHOW_POLITICAL },
  { NULL,
    "law_requires_council",
    N_ ("Does the law require the council’s decision?"),
    STYR_FIELD_CHOICE,
    SHOW_LAW },
  { NULL, "is_joint", N_ ("Decided together with others"), STYR_FIELD_CHOICE, SHOW_ALWAYS },
  { NULL, "partners", N_ ("Together with"), STYR_FIELD_TEXT, SHOW_JOINT },
  { NULL, "start_decision", N_ ("Decision to begin the work"), STYR_FIELD_TEXT, SHOW_REQUIRED },
  { N_ ("Decision"), "decided_by", N_ ("Decided by"), STYR_FIELD_CHOICE, SHOW_ALWAYS },
  { NULL, "decided_on", N_ ("Decided on"), STYR_FIELD_DATE, SHOW_ALWAYS },
  { NULL, "section_no", N_ ("§"), STYR_FIELD_TEXT, SHOW_ALWAYS },
  { NULL, "registration_no", N_ ("Registration number"), STYR_FIELD_TEXT, SHOW_ALWAYS },
  { NULL, "informed_on", N_ ("Informed on"), STYR_FIELD_DATE, SHOW_REQUIRED },
  { NULL, "informed_section_no", N_ ("§ of the information"), STYR_FIELD_TEXT, SHOW_REQUIRED },
  { N_ ("Validity"), "period_from", N_ ("Applies from"), STYR_FIELD_DATE, SHOW_PERIOD },
  { NULL, "period_to", N_ ("Applies to and with"), STYR_FIELD_DATE, SHOW_PERIOD },
  { NULL, "valid_from", N_ ("In force from"), STYR_FIELD_DATE, SHOW_REQUIRED },
  { NULL, "valid_to", N_ ("In force until"), STYR_FIELD_DATE, SHOW_REQUIRED },
  { NULL, "interim_until", N_ ("For the time being until"), STYR_FIELD_TEXT, SHOW_REQUIRED },
  { NULL, "replaces_id", N_ ("Replaces"), STYR_FIELD_REFERENCE, SHOW_ALWAYS },
  { NULL, "replaces", N_ ("Replaces, in words"), STYR_FIELD_LONG_TEXT, SHOW_ALWAYS },
  { N_ ("Responsibility"), "owner_id", N_ ("Responsible unit"), STYR_FIELD_UNIT, SHOW_ALWAYS },
  { NULL, "responsible", N_ ("Responsible (role)"), STYR_FIELD_LONG_TEXT, SHOW_ALWAYS },
  { NULL, "follow_up_months", N_ ("Followed up after, months"), STYR_FIELD_NUMBER, SHOW_ALWAYS },
  { NULL, "follow_up_on", N_ ("Next follow-up"), STYR_FIELD_DATE, SHOW_REQUIRED },
  { NULL, "follow_up_result", N_ ("Result of the follow-up"), STYR_FIELD_LONG_TEXT, SHOW_REQUIRED },
  { N_ ("Publication"), "publication", N_ ("Published"), STYR_FIELD_CHOICE, SHOW_ALWAYS },
  { NULL, "published_on", N_ ("Published on"), STYR_FIELD_DATE, SHOW_REQUIRED },
  { NULL, "publication_reason", N_ ("Why only on the intranet"), STYR_FIELD_TEXT, SHOW_INTRANET },
};

static StyrRecord *
get_document (StyrEditSession *session)
{
  return styr_dossier_get_document (styr_edit_session_get_dossier (session));
}

static const StyrDocumentType *
get_type (StyrEditSession *session)
{
  return styr_dossier_get_document_type (styr_edit_session_get_dossier (session));
}

static gboolean
names_column (GPtrArray *metadata, const char *column)
{
  for (guint i = 0; i < metadata->len; i++)
    {
      g_autofree char *named = styr_metadata_get_column (metadata->pdata[i]);

      if (g_str_equal (named, column))
        return TRUE;
    }
  return FALSE;
}

/* Whether the type demands it, if only of what is decided with others: then it is shown only there.
 */
static gboolean
may_be_required (const StyrDocumentType *type, const char *column)
{
  return type != NULL && (names_column (type->required_metadata, column) ||
                          names_column (type->required_when_joint, column));
}

static const char *
scope_label (const char *scope)
{
  if (g_strcmp0 (scope, "municipality") == 0)
    return C_ ("scope", "The whole municipality");
  if (g_strcmp0 (scope, "several") == 0)
    return C_ ("scope", "Several committees");
  if (g_strcmp0 (scope, "unit") == 0)
    return C_ ("scope", "The own committee");
  if (g_strcmp0 (scope, "department") == 0)
    return C_ ("scope", "The own department");
  return C_ ("scope", "Officials in all departments");
}

static GPtrArray *
make_options (StyrEditSession *session, const char *column)
{
  const StyrDocumentType *type = get_type (session);
  GPtrArray *options;

  if (g_str_equal (column, "decided_by"))
    return styr_field_options_of_bodies (styr_edit_session_get_model (session));
  options = styr_options_new ();
  if (g_str_equal (column, "scope"))
    for (guint i = 0; type != NULL && i < type->scopes->len; i++)
      styr_options_add (
          options, type->scopes->pdata[i], scope_label (type->scopes->pdata[i]), NULL);
  else if (g_str_equal (column, "publication"))
    {
      styr_options_add (options, "external", C_ ("publication", "On the public website"), NULL);
      styr_options_add (options, "intranet", C_ ("publication", "Only on the intranet"), NULL);
    }
  else if (g_str_equal (column, "is_joint"))
    {
      styr_options_add (options, "1", C_ ("answer", "Yes"), NULL);
      styr_options_add (options, "0", C_ ("answer", "No"), NULL);
    }
  else
    {
      styr_options_add (options, "yes", C_ ("answer", "Yes"), NULL);
      styr_options_add (options, "no", C_ ("answer", "No"), NULL);
    }
  return options;
}

static gboolean
is_shown (StyrEditSession *session, const CardField *field)
{
  const StyrDocumentType *type = get_type (session);
  StyrRecord *document = get_document (session);

  g_autoptr (GPtrArray) demanded = styr_document_dup_demanded (type, document);

  if (names_column (demanded, field->column))
    return TRUE;
  switch (field->show)
    {
    case SHOW_ALWAYS:
      return TRUE;
    case SHOW_SCOPE:
      return type != NULL && type->scopes->len > 0;
    case SHOW_POLITICAL:
      return type != NULL && type->asks_political;
    case SHOW_LAW:
      return type != NULL && type->asks_law;
    case SHOW_PERIOD:
      return type == NULL || type->period != STYR_PERIOD_NONE ||
             styr_record_has (document, field->column);
    case SHOW_INTRANET:
      return styr_record_is (document, "publication", "intranet");
    case SHOW_JOINT:
      return styr_record_get_int (document, "is_joint") != 0 ||
             styr_record_has (document, field->column);
    case SHOW_REQUIRED:
    default:
      return styr_record_has (document, field->column);
    }
}

static void
update_decider (StyrEditSession *session, GtkWidget *row)
{
  g_autofree char *reason = NULL;
  g_autofree char *body = styr_workspace_dup_decider (
      styr_edit_session_get_workspace (session), styr_edit_session_get_dossier (session), &reason);
  const StyrBodyType *type =
      body != NULL ? styr_model_find_body_type (styr_edit_session_get_model (session), body) : NULL;
  g_autofree char *note = NULL;

  if (type != NULL)
    note = g_strdup_printf (
        _ ("By the model’s rules: %s. %s"), type->name, reason != NULL ? reason : "");
  else
    note = g_steal_pointer (&reason);
  styr_field_row_set_note (STYR_FIELD_ROW (row), note);
}

static void
update_row_cb (StyrEditSession *session, GtkWidget *row)
{
  const CardField *field = g_object_get_data (G_OBJECT (row), "styr-card-field");

  gtk_widget_set_visible (row, is_shown (session, field));
  if (g_str_equal (field->column, "decided_by"))
    update_decider (session, row);
}

static GtkWidget *
make_row (StyrEditSession *session, const CardField *card_field)
{
  StyrField field = STYR_FIELD_SPEC (card_field->column, _ (card_field->title), card_field->kind);
  GtkWidget *row;

  field.required = may_be_required (get_type (session), card_field->column);
  field.has_min = card_field->kind == STYR_FIELD_NUMBER;
  field.min = 1;
  row = styr_field_row_new (session, &field, styr_binding_new_card (card_field->column));
  if (card_field->kind == STYR_FIELD_CHOICE)
    styr_field_row_set_options (STYR_FIELD_ROW (row), make_options (session, card_field->column));
  if (g_str_equal (card_field->column, "is_joint"))
    styr_field_row_set_certain (STYR_FIELD_ROW (row));
  if (styr_workspace_stays_open (card_field->column))
    styr_field_row_set_open (STYR_FIELD_ROW (row));
  else if (styr_workspace_comes_late (card_field->column))
    styr_field_row_set_late (STYR_FIELD_ROW (row));
  g_object_set_data (G_OBJECT (row), "styr-card-field", (gpointer) card_field);
  update_row_cb (session, row);
  g_signal_connect_object (session, "refreshed", G_CALLBACK (update_row_cb), row, 0);
  return row;
}

static void
update_completion_cb (StyrEditSession *session, GtkWidget *label)
{
  g_autofree char *text = styr_completion_dup_text (
      styr_dossier_get_card_completion (styr_edit_session_get_dossier (session)));

  gtk_label_set_text (GTK_LABEL (label), text);
}

static GtkWidget *
make_head (StyrEditSession *session)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (_ ("Document card"));
  GtkWidget *badge = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "title-4");
  gtk_widget_add_css_class (badge, "dim-label");
  gtk_widget_add_css_class (badge, "numeric");
  gtk_widget_set_tooltip_text (
      badge, _ ("What the model requires of the card, and how much of it is filled in"));
  update_completion_cb (session, badge);
  g_signal_connect_object (session, "refreshed", G_CALLBACK (update_completion_cb), badge, 0);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), badge);
  return head;
}

/**
 * styr_document_card_view_find_title:
 * @column: a column of the document's card
 *
 * Returns: (nullable): the words that the card has for it
 */
const char *
styr_document_card_view_find_title (const char *column)
{
  g_return_val_if_fail (column != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].column, column))
      return _ (fields[i].title);
  return NULL;
}

/**
 * styr_document_card_view_new:
 * @session: the document
 *
 * Returns: (transfer floating): the document card: status steps, then everything about decision,
 * validity, responsibility, publication
 */
GtkWidget *
styr_document_card_view_new (StyrEditSession *session)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *form = NULL;

  gtk_widget_add_css_class (scrolled, "styr-document-card");
  gtk_box_append (GTK_BOX (box), make_head (session));
  gtk_box_append (GTK_BOX (box), styr_status_steps_new (session));
  gtk_box_append (GTK_BOX (box), styr_notes_box_new (session, "card"));
  gtk_box_append (GTK_BOX (box), styr_document_answers_new (session));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (fields[i].group != NULL)
        {
          GtkWidget *heading = gtk_label_new (_ (fields[i].group));

          gtk_label_set_xalign (GTK_LABEL (heading), 0);
          gtk_widget_add_css_class (heading, "heading");
          gtk_box_append (GTK_BOX (box), heading);
          form = styr_form_new ();
          gtk_widget_add_css_class (form, "styr-framed");
          gtk_box_append (GTK_BOX (box), form);
        }
      styr_form_append (form, make_row (session, &fields[i]));
    }
  gtk_box_append (GTK_BOX (box), styr_document_decisions_new (session));
  gtk_box_append (GTK_BOX (box), styr_document_reviews_new (session));
  gtk_box_append (GTK_BOX (box), styr_document_chain_new (session));
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_EXTERNAL, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  return scrolled;
}
