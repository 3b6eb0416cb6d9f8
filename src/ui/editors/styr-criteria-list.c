/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-section-editors.h"

#include "styr-enum-types.h"
#include "styr-form.h"
#include "styr-item-list.h"
#include "styr-names.h"
#include "styr-nick.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* A period longer than this isn't one of years that are followed up one by one */
#define MOST_YEARS 12

/* One criterion: its letter, its text, and what its kind asks for. The parts of a kind are made
 * when a criterion first is of that kind. */
typedef struct
{
  StyrEditSession *session; /* the field rows keep it */
  char *id;
  char *which; /* "kriterium A, mål 3" */
  GtkWidget *letter;
  GtkWidget *remove;
  GtkWidget *form;
  GtkWidget *number;
  GtkWidget *event;
} Criterion;

static void
criterion_free (gpointer data)
{
  Criterion *self = data;

  g_free (self->id);
  g_free (self->which);
  g_free (self);
}

static GPtrArray *
direction_options (void)
{
  GPtrArray *options = styr_options_new ();

  styr_options_add (options, "higher", C_ ("direction", "At least"), NULL);
  styr_options_add (options, "lower", C_ ("direction", "At most"), NULL);
  styr_options_add (options, "equal", C_ ("direction", "Exactly"), NULL);
  styr_options_add (options, "interval", C_ ("direction", "Within an interval"), NULL);
  styr_options_add (options, "increase", C_ ("direction", "Should increase"), NULL);
  styr_options_add (options, "decrease", C_ ("direction", "Should decrease"), NULL);
  styr_options_add (options, "rank", C_ ("direction", "Rank among others"), NULL);
  styr_options_add (options, "none", C_ ("direction", "No direction"), NULL);
  return options;
}

static GPtrArray *
kind_options (GPtrArray *kinds)
{
  GPtrArray *options = styr_options_new ();

  if (styr_strings_contain (kinds, "text"))
    styr_options_add (options, "text", C_ ("criterion", "In words"), NULL);
  if (styr_strings_contain (kinds, "number"))
    styr_options_add (options, "number", C_ ("criterion", "A number"), NULL);
  if (styr_strings_contain (kinds, "event"))
    styr_options_add (options, "event", C_ ("criterion", "An event"), NULL);
  return options;
}

static GtkWidget *
add_field (
    Criterion *self, GtkWidget *form, const char *column, const char *title, StyrFieldKind kind)
{
  StyrField field = STYR_FIELD_SPEC (column, title, kind);
  GtkWidget *row = styr_field_row_new (
      self->session, &field, styr_binding_new_item ("criterion", self->id, column));
  g_autofree char *name = g_strdup_printf ("%s, %s", title, self->which);

  styr_field_row_set_name_text (STYR_FIELD_ROW (row), name);
  styr_form_append_short (form, row);
  return row;
}

/* On a line of its own: it names a survey or a register, and wraps */
static void
add_source (Criterion *self, GtkWidget *form)
{
  StyrField field = STYR_FIELD_SPEC ("source", _ ("Source"), STYR_FIELD_LONG_TEXT);
  GtkWidget *row = styr_field_row_new (
      self->session, &field, styr_binding_new_item ("criterion", self->id, "source"));
  g_autofree char *name = g_strdup_printf ("%s, %s", field.title, self->which);

  styr_field_row_set_name_text (STYR_FIELD_ROW (row), name);
  styr_form_append (form, row);
}

/* The first and the last year of the document; the same when it is of one year */
static void
find_years (StyrRecord *document, int *first, int *last)
{
  const char *from = styr_record_get_text (document, "period_from");
  const char *to = styr_record_get_text (document, "period_to");

  *first = from != NULL ? atoi (from) : 0;
  *last = to != NULL ? atoi (to) : *first;
}

/* A target value for each year, when the document holds several */
static void
add_targets (Criterion *self)
{
  int first, last;

  find_years (
      styr_dossier_get_document (styr_edit_session_get_dossier (self->session)), &first, &last);
  if (first == 0 || last <= first || last - first > MOST_YEARS)
    return;
  styr_form_end_line (self->number);
  for (int year = first; year <= last; year++)
    {
      g_autofree char *title = g_strdup_printf (_ ("Target value %d"), year);
      g_autofree char *name = g_strdup_printf ("%s, %s", title, self->which);
      StyrField field = STYR_FIELD_SPEC ("value", title, STYR_FIELD_NUMBER);
      GtkWidget *row =
          styr_field_row_new (self->session, &field, styr_binding_new_target (self->id, year));

      styr_field_row_set_name_text (STYR_FIELD_ROW (row), name);
      styr_form_append_short (self->number, row);
    }
}

static void
make_number (Criterion *self)
{
  GtkWidget *row;

  self->number = styr_form_new ();
  row = add_field (self, self->number, "direction", _ ("Direction"), STYR_FIELD_CHOICE);
  styr_field_row_set_options (STYR_FIELD_ROW (row), direction_options ());
  styr_field_row_set_certain (STYR_FIELD_ROW (row));
  add_field (self, self->number, "target_value", _ ("Target value"), STYR_FIELD_NUMBER);
  add_field (self, self->number, "unit", C_ ("of measurement", "Unit"), STYR_FIELD_TEXT);
  add_field (self, self->number, "baseline", _ ("Starting value"), STYR_FIELD_NUMBER);
  add_field (self, self->number, "period_target", _ ("Target for the period"), STYR_FIELD_NUMBER);
  add_targets (self);
  add_source (self, self->number);
  styr_form_append (self->form, self->number);
}

static void
make_event (Criterion *self)
{
  self->event = styr_form_new ();
  add_field (self, self->event, "due_on", _ ("At the latest"), STYR_FIELD_DATE);
  add_source (self, self->event);
  styr_form_append (self->form, self->event);
}

static void
update (Criterion *self)
{
  StyrDossier *dossier = styr_edit_session_get_dossier (self->session);
  StyrRecord *record = styr_dossier_find (dossier, "criterion", self->id);
  g_autofree char *letter = styr_name_of_criterion (dossier, self->id);
  StyrCriterionKind kind;

  if (record == NULL)
    return;
  kind = styr_record_get_enum (record, "kind", STYR_TYPE_CRITERION_KIND);
  gtk_label_set_text (GTK_LABEL (self->letter), letter);
  gtk_widget_set_visible (self->remove, styr_edit_session_is_editable (self->session));
  if (kind == STYR_CRITERION_NUMBER && self->number == NULL)
    make_number (self);
  if (kind == STYR_CRITERION_EVENT && self->event == NULL)
    make_event (self);
  if (self->number != NULL)
    gtk_widget_set_visible (self->number, kind == STYR_CRITERION_NUMBER);
  if (self->event != NULL)
    gtk_widget_set_visible (self->event, kind == STYR_CRITERION_EVENT);
}

static void
refreshed_cb (StyrEditSession *session, GtkWidget *widget)
{
  update (g_object_get_data (G_OBJECT (widget), "styr-criterion"));
}

static void
remove_cb (GtkWidget *widget)
{
  Criterion *self = g_object_get_data (G_OBJECT (widget), "styr-criterion");
  StyrEditSession *session = self->session;
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  g_autofree char *which = styr_name_sentence_case (self->which);
  g_autofree char *text = g_strdup_printf (_ ("%s was removed"), which);
  g_autoptr (GError) error = NULL;

  styr_edit_session_flush (session);
  if (!styr_workspace_remove_item (styr_edit_session_get_workspace (session),
                                   styr_edit_session_get_document_id (session),
                                   "criterion",
                                   self->id,
                                   &error))
    {
      styr_widget_show_error (widget, error->message);
      return;
    }
  styr_edit_session_refresh (session);
  if (window != NULL)
    styr_widget_show_toast (window, text, TRUE);
}

static GtkWidget *
make_kind (Criterion *self, const StyrGoalType *type)
{
  StyrField field = STYR_FIELD_SPEC ("kind", _ ("How it is told"), STYR_FIELD_CHOICE);
  GtkWidget *row;
  g_autofree char *name = g_strdup_printf (_ ("How it is told, %s"), self->which);

  row = styr_field_row_new (
      self->session, &field, styr_binding_new_item ("criterion", self->id, "kind"));
  styr_field_row_set_certain (STYR_FIELD_ROW (row));
  styr_field_row_set_options (STYR_FIELD_ROW (row), kind_options (type->criterion_kinds));
  styr_field_row_set_name_text (STYR_FIELD_ROW (row), name);
  styr_field_row_set_plain (STYR_FIELD_ROW (row));
  gtk_widget_set_valign (row, GTK_ALIGN_START);
  return row;
}

static GtkWidget *
make_line (Criterion *self, const StyrGoalType *type)
{
  StyrField text = STYR_FIELD_SPEC ("text", _ ("Criterion"), STYR_FIELD_LONG_TEXT);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *row;
  g_autofree char *name = styr_name_sentence_case (self->which);
  g_autofree char *remove_name = g_strdup_printf (_ ("Remove %s"), self->which);

  self->letter = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->letter, "heading");
  gtk_widget_add_css_class (self->letter, "styr-letter");
  gtk_widget_set_valign (self->letter, GTK_ALIGN_START);
  row = styr_field_row_new (
      self->session, &text, styr_binding_new_item ("criterion", self->id, "text"));
  styr_field_row_set_name_text (STYR_FIELD_ROW (row), name);
  styr_field_row_set_plain (STYR_FIELD_ROW (row));
  gtk_widget_set_hexpand (row, TRUE);
  self->remove = styr_icon_button_new ("user-trash-symbolic", remove_name);
  gtk_widget_set_valign (self->remove, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), self->letter);
  gtk_box_append (GTK_BOX (line), row);
  if (type->criterion_kinds->len > 1)
    gtk_box_append (GTK_BOX (line), make_kind (self, type));
  gtk_box_append (GTK_BOX (line), self->remove);
  return line;
}

static GtkWidget *
create (StyrItemList *list, StyrRecord *record)
{
  Criterion *self = g_new0 (Criterion, 1);
  StyrDossier *dossier;
  const StyrGoalType *type;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *goal = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *letter = NULL;

  self->session = styr_item_list_get_session (list);
  dossier = styr_edit_session_get_dossier (self->session);
  type = styr_model_find_goal_type (styr_dossier_get_model (dossier),
                                    styr_item_list_get_section (list)->goal_type);
  self->id = g_strdup (styr_record_get_id (record));
  letter = styr_name_of_criterion (dossier, self->id);
  goal = styr_name_of_goal (dossier, styr_item_list_get_owner_id (list));
  lower = g_utf8_strdown (goal, -1);
  self->which = g_strdup_printf (C_ ("letter, goal", "criterion %s, %s"), letter, lower);
  self->form = box;
  g_object_set_data_full (G_OBJECT (box), "styr-criterion", self, criterion_free);
  gtk_widget_add_css_class (box, "styr-criterion");
  gtk_box_append (GTK_BOX (box), make_line (self, type));
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (remove_cb), box, G_CONNECT_SWAPPED);
  update (self);
  g_signal_connect_object (self->session, "refreshed", G_CALLBACK (refreshed_cb), box, 0);
  return box;
}

static GPtrArray *
dup_records (StyrItemList *list)
{
  return styr_dossier_dup_where (styr_edit_session_get_dossier (styr_item_list_get_session (list)),
                                 "criterion",
                                 "goal_id",
                                 styr_item_list_get_owner_id (list));
}

static char *
add (StyrItemList *list, GError **error)
{
  StyrEditSession *session = styr_item_list_get_session (list);
  const StyrGoalType *type = styr_model_find_goal_type (
      styr_edit_session_get_model (session), styr_item_list_get_section (list)->goal_type);
  int kind = styr_nick_to_value (
      STYR_TYPE_CRITERION_KIND, g_ptr_array_index (type->criterion_kinds, 0), STYR_CRITERION_TEXT);

  return styr_workspace_add_criterion (styr_edit_session_get_workspace (session),
                                       styr_edit_session_get_document_id (session),
                                       styr_item_list_get_owner_id (list),
                                       kind,
                                       error);
}

/**
 * styr_criteria_list_new:
 * @session: the document
 * @section: the section of kind goals
 * @goal_id: the goal
 *
 * Returns: (transfer floating): how one tells that the goal is reached: A, B, C …
 */
GtkWidget *
styr_criteria_list_new (StyrEditSession *session, const StyrSection *section, const char *goal_id)
{
  static const StyrItemFuncs funcs = { dup_records, create, add };
  GtkWidget *list = styr_item_list_new (session, section, goal_id, &funcs);
  g_autofree char *goal = styr_name_of_goal (styr_edit_session_get_dossier (session), goal_id);
  g_autofree char *lower = g_utf8_strdown (goal, -1);
  g_autofree char *name = g_strdup_printf (_ ("Add criterion, %s"), lower);

  styr_item_list_set_add (STYR_ITEM_LIST (list), _ ("Add criterion"), name);
  return list;
}
