/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-decision-parts.h"

#include "styr-form.h"
#include "styr-item-card.h"
#include "styr-names.h"
#include "styr-workspace-decisions.h"

#include <glib/gi18n-lib.h>

/* The way through the bodies, and who is told of the decision. */

/** Returns: (transfer none): the decision of the session */
StyrRecord *
styr_decision_get_record (StyrEditSession *session)
{
  return styr_dossier_find (styr_edit_session_get_dossier (session),
                            "decision",
                            styr_edit_session_get_decision_id (session));
}

/** Returns: (transfer full): a list of words as options */
GPtrArray *
styr_decision_options (StyrLifeList list)
{
  GPtrArray *options = styr_options_new ();
  const char *nick;

  for (guint i = 0; (nick = styr_life_get_nick (list, i)) != NULL; i++)
    styr_options_add (options, nick, styr_life_get_word (list, nick), NULL);
  return options;
}

/** Returns: (transfer full): the parts of one kind, in order */
GPtrArray *
styr_decision_dup_parts (StyrItemList *list, const char *kind)
{
  return styr_dossier_dup_where (styr_edit_session_get_dossier (styr_item_list_get_session (list)),
                                 kind,
                                 "decision_id",
                                 styr_item_list_get_owner_id (list));
}

/** Returns: (transfer full) (nullable): id of a new part at the end */
char *
styr_decision_add_part (StyrItemList *list, const char *kind, GError **error)
{
  StyrEditSession *session = styr_item_list_get_session (list);

  return styr_workspace_add_decision_part (styr_edit_session_get_workspace (session),
                                           styr_edit_session_get_decision_id (session),
                                           kind,
                                           error);
}

/** Returns: the place of a part among those of its kind, from 1 */
guint
styr_decision_part_number (StyrDossier *dossier, const char *kind, const char *id)
{
  GPtrArray *parts = styr_dossier_get_records (dossier, kind);

  for (guint i = 0; i < parts->len; i++)
    if (g_strcmp0 (styr_record_get_id (parts->pdata[i]), id) == 0)
      return i + 1;
  return 0;
}

/** Returns: (transfer full): who handles a step: the unit, else the kind of body */
char *
styr_decision_dup_step_body (StyrModel *model, StyrRecord *step)
{
  const char *unit = styr_record_get_text (step, "unit_name");
  g_autofree char *body = NULL;

  if (unit != NULL)
    return g_strdup (unit);
  body = styr_name_of_body (model, styr_record_get_text (step, "body"));
  return styr_name_sentence_case (body);
}

/**
 * styr_decision_add_field:
 * @binding: (transfer full): where its value lives
 * @which: (nullable): which part it belongs to, for the accessible name
 *
 * Adds a field to a form; all but long texts stand beside each other.
 *
 * Returns: (transfer none): its row
 */
GtkWidget *
styr_decision_add_field (GtkWidget *form,
                         StyrBinding *binding,
                         StyrEditSession *session,
                         const StyrField *field,
                         const char *which)
{
  GtkWidget *row = styr_field_row_new (session, field, binding);

  if (which != NULL)
    {
      g_autofree char *name = g_strdup_printf ("%s, %s", field->title, which);

      styr_field_row_set_name_text (STYR_FIELD_ROW (row), name);
    }
  if (field->kind == STYR_FIELD_LONG_TEXT || field->kind == STYR_FIELD_REFERENCE)
    styr_form_append (form, row);
  else
    styr_form_append_short (form, row);
  return row;
}

/* A field of the card of one part */
typedef struct
{
  StyrEditSession *session;
  GtkWidget *form;
  const char *kind, *id, *which;
} PartForm;

static GtkWidget *
add_field (const PartForm *part, const char *column, const char *title, StyrFieldKind kind)
{
  StyrField field = STYR_FIELD_SPEC (column, title, kind);

  return styr_decision_add_field (part->form,
                                  styr_binding_new_item (part->kind, part->id, column),
                                  part->session,
                                  &field,
                                  part->which);
}

/* Steps --------------------------------------------------------------------------------------- */

static char *
dup_step_title (StyrDossier *dossier, const char *id)
{
  StyrRecord *step = styr_dossier_find (dossier, "decision_step", id);
  g_autofree char *body = NULL;

  if (step == NULL)
    return g_strdup ("");
  body = styr_decision_dup_step_body (styr_dossier_get_model (dossier), step);
  if (*body == '\0')
    return g_strdup_printf (C_ ("number", "Step %u"),
                            styr_decision_part_number (dossier, "decision_step", id));
  return g_strdup_printf (C_ ("number, body", "Step %u: %s"),
                          styr_decision_part_number (dossier, "decision_step", id),
                          body);
}

static GPtrArray *
dup_steps (StyrItemList *list)
{
  return styr_decision_dup_parts (list, "decision_step");
}

static GtkWidget *
create_step (StyrItemList *list, StyrRecord *record)
{
  StyrEditSession *session = styr_item_list_get_session (list);
  const char *id = styr_record_get_id (record);
  const char *kind = "decision_step";
  GtkWidget *card = styr_item_card_new (session, kind, id, dup_step_title);
  g_autofree char *which = g_strdup_printf (
      C_ ("number", "step %u"),
      styr_decision_part_number (styr_edit_session_get_dossier (session), kind, id));
  PartForm part = { session, styr_form_new (), kind, id, which };
  GtkWidget *row = add_field (&part, "body", _ ("Body"), STYR_FIELD_CHOICE);

  styr_field_row_set_options (STYR_FIELD_ROW (row),
                              styr_field_options_of_bodies (styr_edit_session_get_model (session)));
  add_field (&part, "unit_id", _ ("Unit"), STYR_FIELD_UNIT);
  row = add_field (&part, "outcome", _ ("What the body does"), STYR_FIELD_CHOICE);
  styr_field_row_set_options (STYR_FIELD_ROW (row), styr_decision_options (STYR_LIFE_OUTCOME));
  add_field (&part, "on_date", _ ("Handled on"), STYR_FIELD_DATE);
  row = add_field (&part, "section_no", _ ("§"), STYR_FIELD_TEXT);
  styr_field_row_set_late (STYR_FIELD_ROW (row));
  add_field (&part, "note", _ ("Note"), STYR_FIELD_LONG_TEXT);
  styr_item_card_append (STYR_ITEM_CARD (card), part.form);
  return card;
}

static char *
add_step (StyrItemList *list, GError **error)
{
  return styr_decision_add_part (list, "decision_step", error);
}

/** The bodies that handle the matter, one after the other. */
GtkWidget *
styr_decision_steps_new (StyrEditSession *session)
{
  static const StyrItemFuncs funcs = { dup_steps, create_step, add_step };
  GtkWidget *list =
      styr_item_list_new (session, NULL, styr_edit_session_get_decision_id (session), &funcs);

  gtk_widget_add_css_class (list, "styr-cards");
  styr_item_list_set_add (STYR_ITEM_LIST (list), _ ("Add step"), NULL);
  return list;
}

/* Recipients ---------------------------------------------------------------------------------- */

static char *
dup_recipient_title (StyrDossier *dossier, const char *id)
{
  StyrRecord *recipient = styr_dossier_find (dossier, "decision_recipient", id);
  const char *name = NULL;

  if (recipient != NULL)
    name =
        styr_record_get_text (recipient, "unit_name") ?: styr_record_get_text (recipient, "name");
  return g_strdup (name != NULL ? name : _ ("Recipient"));
}

static GPtrArray *
dup_recipients (StyrItemList *list)
{
  return styr_decision_dup_parts (list, "decision_recipient");
}

static GtkWidget *
create_recipient (StyrItemList *list, StyrRecord *record)
{
  StyrEditSession *session = styr_item_list_get_session (list);
  const char *id = styr_record_get_id (record);
  const char *kind = "decision_recipient";
  GtkWidget *card = styr_item_card_new (session, kind, id, dup_recipient_title);
  g_autofree char *which = g_strdup_printf (
      C_ ("number", "recipient %u"),
      styr_decision_part_number (styr_edit_session_get_dossier (session), kind, id));
  PartForm part = { session, styr_form_new (), kind, id, which };
  GtkWidget *rows[] = { add_field (&part, "unit_id", _ ("Unit"), STYR_FIELD_UNIT),
                        add_field (&part, "name", _ ("Or someone else"), STYR_FIELD_TEXT),
                        add_field (&part, "sent_on", _ ("Sent on"), STYR_FIELD_DATE) };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    styr_field_row_set_open (STYR_FIELD_ROW (rows[i]));
  styr_item_card_set_open (STYR_ITEM_CARD (card));
  styr_item_card_append (STYR_ITEM_CARD (card), part.form);
  return card;
}

static char *
add_recipient (StyrItemList *list, GError **error)
{
  return styr_decision_add_part (list, "decision_recipient", error);
}

/** Who gets an extract of the minutes: known when they are, so the list stays open. */
GtkWidget *
styr_decision_recipients_new (StyrEditSession *session)
{
  static const StyrItemFuncs funcs = { dup_recipients, create_recipient, add_recipient };
  GtkWidget *list =
      styr_item_list_new (session, NULL, styr_edit_session_get_decision_id (session), &funcs);

  gtk_widget_add_css_class (list, "styr-cards");
  styr_item_list_set_add (STYR_ITEM_LIST (list), _ ("Add recipient"), NULL);
  styr_item_list_set_open (STYR_ITEM_LIST (list));
  return list;
}
