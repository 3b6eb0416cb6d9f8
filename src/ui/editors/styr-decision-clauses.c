/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-decision-parts.h"

#include "styr-enum-types.h"
#include "styr-form.h"
#include "styr-item-card.h"
#include "styr-locale.h"
#include "styr-missing-parts.h"
#include "styr-names.h"
#include "styr-widget-util.h"
#include "styr-workspace-decisions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The clauses (att-satser): what is decided, each with what its kind asks for, and what becomes of
 * those that give somebody something to do. */

/* Which kinds ask for a column; the others hide it */
static const struct
{
  const char *column, *title;
  StyrFieldKind kind;
  const char *clause_kinds;
  gboolean late;
} fields[] = {
  { "document_id", N_ ("Document"), STYR_FIELD_CHOICE, "adopt revoke interim", FALSE },
  { "valid_from", N_ ("Valid from"), STYR_FIELD_DATE, "adopt revoke interim", FALSE },
  { "until", N_ ("For the time being until"), STYR_FIELD_LONG_TEXT, "interim", FALSE },
  { "assignee_id", N_ ("Assigned to"), STYR_FIELD_UNIT, "commission", TRUE },
  { "due_on", N_ ("Done by"), STYR_FIELD_DATE, "commission", TRUE },
};

/* in the table above */
#define DOCUMENT_ROW 0
#define DAY_ROW 1

typedef struct
{
  StyrEditSession *session; /* the field rows keep it */
  char *id;
  char *which; /* for the accessible names */
  GtkWidget *kind;
  GtkWidget *rows[G_N_ELEMENTS (fields)];
  GtkWidget *link; /* opens the document */
  GtkWidget *follow_up;
  GtkWidget *state;
  GtkWidget *buttons;
  GtkWidget *reopen;
} Clause;

static void
clause_free (gpointer data)
{
  Clause *self = data;

  g_free (self->id);
  g_free (self->which);
  g_free (self);
}

static StyrRecord *
find (Clause *self)
{
  return styr_dossier_find (
      styr_edit_session_get_dossier (self->session), "decision_clause", self->id);
}

static char *
dup_title (StyrDossier *dossier, const char *id)
{
  StyrRecord *clause = styr_dossier_find (dossier, "decision_clause", id);

  if (clause == NULL)
    return g_strdup ("");
  if (styr_record_is (clause, "kind", ""))
    return g_strdup_printf (C_ ("number", "Clause %u"),
                            styr_decision_part_number (dossier, "decision_clause", id));
  return g_strdup_printf (
      C_ ("number, what it does", "%u. %s"),
      styr_decision_part_number (dossier, "decision_clause", id),
      styr_life_get_word (STYR_LIFE_CLAUSE, styr_record_get_text (clause, "kind")));
}

/* What becomes of it ----------------------------------------------------------------------------
 */

static void
append_fact (GString *text, const char *label, const char *first, const char *second)
{
  if (first == NULL)
    return;
  /* the first one follows upon the symbol, when that stands alone */
  g_string_append (text, strchr (text->str, ' ') != NULL ? " · " : " ");
  g_string_append_printf (text, "%s %s", label, first);
  if (second != NULL && *second != '\0')
    g_string_append_printf (text, ": %s", second);
}

/* "! försenat · uppskjutet till 2026-04-01: …", but "✓ verkställt 2026-05-01: …": a day says it */
static char *
dup_facts (StyrRecord *clause, StyrClauseState state)
{
  static const char *const symbols[] = { "", "◐", "!", "✓", "✓", "–" };
  GString *text = g_string_new (NULL);
  g_autofree char *paragraph =
      styr_record_has (clause, "reported_section_no")
          ? styr_format_paragraph (styr_record_get_text (clause, "reported_section_no"))
          : g_strdup (_ ("§ is missing"));

  g_string_append (text, symbols[state]);
  if ((state != STYR_CLAUSE_DONE && state != STYR_CLAUSE_REPORTED) ||
      styr_record_has (clause, "postponed_to"))
    g_string_append_printf (text, " %s", styr_clause_state_get_word (state));
  append_fact (text,
               C_ ("before a day", "postponed to"),
               styr_record_get_text (clause, "postponed_to"),
               styr_record_get_text (clause, "postponed_reason"));
  append_fact (text,
               C_ ("before a day", "carried out on"),
               styr_record_get_text (clause, "done_on"),
               styr_record_get_text (clause, "result"));
  append_fact (text,
               C_ ("before a day", "reported back on"),
               styr_record_get_text (clause, "reported_on"),
               paragraph);
  if (styr_record_has (clause, "struck_reason"))
    g_string_append_printf (text, " · %s", styr_record_get_text (clause, "struck_reason"));
  return g_string_free (text, FALSE);
}

static void
update_follow_up (Clause *self, StyrRecord *clause)
{
  StyrRecord *decision = styr_decision_get_record (self->session);
  StyrWorkspace *workspace = styr_edit_session_get_workspace (self->session);
  StyrClauseState state =
      styr_clause_get_state (clause,
                             decision != NULL ? styr_record_get_text (decision, "status") : NULL,
                             styr_workspace_get_today (workspace));
  g_autofree char *facts = dup_facts (clause, state);
  gboolean open = state == STYR_CLAUSE_OPEN || state == STYR_CLAUSE_LATE;
  GtkWidget *button = gtk_widget_get_first_child (self->buttons);

  gtk_widget_set_visible (self->follow_up, state != STYR_CLAUSE_NONE);
  gtk_label_set_text (GTK_LABEL (self->state), facts);
  if (state == STYR_CLAUSE_LATE)
    gtk_widget_add_css_class (self->state, "warning");
  else
    gtk_widget_remove_css_class (self->state, "warning");
  /* carried out, reported back, postponed, struck */
  gtk_widget_set_visible (button, open);
  button = gtk_widget_get_next_sibling (button);
  gtk_widget_set_visible (button, open || state == STYR_CLAUSE_DONE);
  button = gtk_widget_get_next_sibling (button);
  gtk_widget_set_visible (button, open);
  gtk_widget_set_visible (gtk_widget_get_next_sibling (button), open);
  gtk_widget_set_visible (self->reopen, !open && state != STYR_CLAUSE_NONE);
}

/* The same day is the first of what is adopted, and the end of what is revoked. */
static void
name_day (Clause *self, const char *kind)
{
  gboolean revokes = g_strcmp0 (kind, "revoke") == 0;
  const char *title = revokes ? _ ("Ceases to apply on") : _ ("Valid from");
  g_autofree char *name = g_strdup_printf ("%s, %s", title, self->which);

  styr_field_row_set_title (STYR_FIELD_ROW (self->rows[DAY_ROW]), title);
  styr_field_row_set_name_text (STYR_FIELD_ROW (self->rows[DAY_ROW]), name);
}

/* Which documents it can be about --------------------------------------------------------------
 */

/* Whether a decision can still adopt it */
static gboolean
is_unfinished (StyrRecord *document)
{
  return styr_record_get_enum (document, "status", STYR_TYPE_DOCUMENT_STATUS) <
         STYR_DOCUMENT_DECIDED;
}

static void
add_unfinished (StyrWorkspace *workspace, GPtrArray *options)
{
  g_autoptr (GPtrArray) documents = styr_workspace_dup_documents_to_decide (workspace);

  for (guint i = 0; i < documents->len; i++)
    {
      StyrRecord *document = documents->pdata[i];
      g_autofree char *state = styr_name_of_state (document);
      g_autofree char *label =
          g_strdup_printf ("%s · %s", styr_record_get_text (document, "title"), state);

      styr_options_add (options, styr_record_get_id (document), label, _ ("To be decided"));
    }
}

static void
add_in_force (StyrWorkspace *workspace, GPtrArray *options)
{
  g_autoptr (GPtrArray) documents = styr_workspace_dup_documents_in_force (workspace);

  for (guint i = 0; i < documents->len; i++)
    {
      StyrRecord *document = documents->pdata[i];
      const char *id = styr_record_get_id (document);
      g_autofree char *decision = styr_name_of_decision (workspace, document);
      g_autofree char *label =
          g_strjoin (" · ", styr_record_get_text (document, "title"), decision, NULL);

      if (styr_options_find_label (options, id) == NULL)
        styr_options_add (options, id, label, _ ("In force"));
    }
}

/* What a clause can be about: what is adopted isn't decided yet, what is revoked is in force. */
static GPtrArray *
provide_documents (gpointer data)
{
  Clause *self = data;
  StyrWorkspace *workspace = styr_edit_session_get_workspace (self->session);
  StyrRecord *clause = find (self);
  gboolean revokes = clause != NULL && styr_record_is (clause, "kind", "revoke");
  gboolean adopts = clause != NULL && (styr_record_is (clause, "kind", "adopt") ||
                                       styr_record_is (clause, "kind", "interim"));
  GPtrArray *options = styr_options_new ();

  if (!revokes)
    add_unfinished (workspace, options);
  if (!adopts)
    add_in_force (workspace, options);
  return options;
}

/* Says at once what the decision would be refused for in the end, and what it would do unasked. */
static void
update_document_note (Clause *self, StyrRecord *clause)
{
  StyrRecord *decision = styr_decision_get_record (self->session);
  const char *id = styr_record_get_text (clause, "document_id");
  const char *note = NULL;
  g_autofree char *other = NULL;
  g_autoptr (StyrDossier) dossier = NULL;

  if (id != NULL && decision != NULL && !styr_record_is (decision, "status", "decided"))
    dossier =
        styr_workspace_dup_dossier (styr_edit_session_get_workspace (self->session), id, NULL);
  if (dossier != NULL)
    {
      gboolean unfinished = is_unfinished (styr_dossier_get_document (dossier));

      if (styr_record_is (clause, "kind", "revoke") && unfinished)
        note = _ ("It hasn’t been decided: there is nothing to revoke.");
      else if (!styr_record_is (clause, "kind", "revoke") && !unfinished)
        note = _ ("It has been decided already. To change it, make a new version of it.");
      else
        note = other = styr_other_decider_dup_text (styr_edit_session_get_workspace (self->session),
                                                    id,
                                                    styr_record_get_text (decision, "body"),
                                                    styr_record_get_text (decision, "unit_id"));
    }
  styr_field_row_set_note (STYR_FIELD_ROW (self->rows[DOCUMENT_ROW]), note);
}

static char *
resolve_document (const char *id, gpointer data)
{
  Clause *self = data;
  g_autoptr (StyrDossier) dossier =
      styr_workspace_dup_dossier (styr_edit_session_get_workspace (self->session), id, NULL);

  return dossier != NULL
             ? g_strdup (styr_record_get_text (styr_dossier_get_document (dossier), "title"))
             : NULL;
}

static void
update_cb (StyrEditSession *session, GtkWidget *card)
{
  Clause *self = g_object_get_data (G_OBJECT (card), "styr-clause");
  StyrRecord *clause = find (self);
  const char *kind;

  if (clause == NULL)
    return;
  kind = styr_record_get_text (clause, "kind");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_auto (GStrv) kinds = g_strsplit (fields[i].clause_kinds, " ", -1);

      gtk_widget_set_visible (
          self->rows[i],
          (kind != NULL && g_strv_contains ((const char *const *) kinds, kind)) ||
              styr_record_has (clause, fields[i].column));
    }
  name_day (self, kind);
  update_document_note (self, clause);
  gtk_widget_set_visible (self->link, styr_record_has (clause, "document_id"));
  if (styr_record_has (clause, "document_id"))
    gtk_actionable_set_action_target (
        GTK_ACTIONABLE (self->link), "s", styr_record_get_text (clause, "document_id"));
  update_follow_up (self, clause);
}

static void
carry_out_cb (GtkWidget *button, Clause *self)
{
  styr_commission_ask_carry_out (
      styr_edit_session_get_workspace (self->session), find (self), button);
}

static void
report_cb (GtkWidget *button, Clause *self)
{
  styr_commission_ask_report (styr_edit_session_get_workspace (self->session), find (self), button);
}

static void
postpone_cb (GtkWidget *button, Clause *self)
{
  styr_commission_ask_postpone (
      styr_edit_session_get_workspace (self->session), find (self), button);
}

static void
strike_cb (GtkWidget *button, Clause *self)
{
  styr_commission_ask_strike (styr_edit_session_get_workspace (self->session), find (self), button);
}

static void
reopen_cb (GtkWidget *button, Clause *self)
{
  g_autoptr (GError) error = NULL;

  if (!styr_workspace_reopen_clause (
          styr_edit_session_get_workspace (self->session), self->id, &error))
    styr_widget_show_error (button, error->message);
}

static GtkWidget *
add_button (Clause *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  /* the card that holds the button holds the clause */
  g_signal_connect (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (self->buttons), button);
  return button;
}

static GtkWidget *
make_follow_up (Clause *self)
{
  self->follow_up = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->follow_up, "styr-follow-up");
  self->state = styr_wrapping_label_new (NULL, NULL);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  add_button (self, _ ("Carried out…"), G_CALLBACK (carry_out_cb));
  add_button (self, _ ("Reported back…"), G_CALLBACK (report_cb));
  add_button (self, _ ("Postpone…"), G_CALLBACK (postpone_cb));
  add_button (self, _ ("Strike…"), G_CALLBACK (strike_cb));
  self->reopen = add_button (self, _ ("Open again"), G_CALLBACK (reopen_cb));
  gtk_box_append (GTK_BOX (self->follow_up), self->state);
  gtk_box_append (GTK_BOX (self->follow_up), self->buttons);
  return self->follow_up;
}

/* The form --------------------------------------------------------------------------------------
 */

static GtkWidget *
add_field (Clause *self,
           GtkWidget *form,
           const char *column,
           const char *title,
           StyrFieldKind kind,
           const char *which)
{
  StyrField field = STYR_FIELD_SPEC (column, title, kind);

  field.required = g_str_equal (column, "text");
  return styr_decision_add_field (form,
                                  styr_binding_new_item ("decision_clause", self->id, column),
                                  self->session,
                                  &field,
                                  which);
}

static void
add_fields (Clause *self, GtkWidget *form, const char *which)
{
  GtkWidget *row =
      add_field (self, form, "kind", _ ("What the clause does"), STYR_FIELD_CHOICE, which);

  styr_field_row_set_options (STYR_FIELD_ROW (row), styr_decision_options (STYR_LIFE_CLAUSE));
  styr_field_row_set_certain (STYR_FIELD_ROW (row));
  self->kind = row;
  add_field (self, form, "text", _ ("The clause"), STYR_FIELD_LONG_TEXT, which);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      self->rows[i] =
          add_field (self, form, fields[i].column, _ (fields[i].title), fields[i].kind, which);
      if (fields[i].late)
        styr_field_row_set_late (STYR_FIELD_ROW (self->rows[i]));
    }
  /* the card that holds the row holds the clause */
  styr_field_row_set_provider (
      STYR_FIELD_ROW (self->rows[DOCUMENT_ROW]), provide_documents, resolve_document, self, NULL);
}

static GtkWidget *
create (StyrItemList *list, StyrRecord *record)
{
  Clause *self = g_new0 (Clause, 1);
  GtkWidget *card, *form;

  self->session = styr_item_list_get_session (list);
  self->id = g_strdup (styr_record_get_id (record));
  card = styr_item_card_new (self->session, "decision_clause", self->id, dup_title);
  g_object_set_data_full (G_OBJECT (card), "styr-clause", self, clause_free);
  self->which = g_strdup_printf (
      C_ ("number", "clause %u"),
      styr_decision_part_number (
          styr_edit_session_get_dossier (self->session), "decision_clause", self->id));
  form = styr_form_new ();
  add_fields (self, form, self->which);
  self->link = gtk_button_new_with_label (_ ("Open the document"));
  gtk_widget_add_css_class (self->link, "flat");
  gtk_widget_set_halign (self->link, GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->link), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->link), "win.open-document");
  styr_item_card_append (STYR_ITEM_CARD (card), form);
  styr_item_card_append (STYR_ITEM_CARD (card), self->link);
  styr_item_card_append (STYR_ITEM_CARD (card), make_follow_up (self));
  styr_item_list_set_first_field (card, styr_field_row_get_editor (STYR_FIELD_ROW (self->kind)));
  update_cb (self->session, card);
  g_signal_connect_object (self->session, "refreshed", G_CALLBACK (update_cb), card, 0);
  return card;
}

static GPtrArray *
dup_records (StyrItemList *list)
{
  return styr_decision_dup_parts (list, "decision_clause");
}

static char *
add (StyrItemList *list, GError **error)
{
  return styr_decision_add_part (list, "decision_clause", error);
}

/** What is decided, clause by clause. */
GtkWidget *
styr_decision_clauses_new (StyrEditSession *session)
{
  static const StyrItemFuncs funcs = { dup_records, create, add };
  GtkWidget *list =
      styr_item_list_new (session, NULL, styr_edit_session_get_decision_id (session), &funcs);

  gtk_widget_add_css_class (list, "styr-cards");
  styr_item_list_set_add (STYR_ITEM_LIST (list), _ ("Add clause"), NULL);
  return list;
}
