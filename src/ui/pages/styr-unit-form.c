/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-unit-form.h"

#include "styr-date-entry.h"
#include "styr-field-text.h"
#include "styr-locale.h"
#include "styr-names.h"
#include "styr-typed.h"
#include "styr-unit-dialogs.h"
#include "styr-unit-ties.h"
#include "styr-unit-words.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

#define FORM_WIDTH 760

typedef enum
{
  FIELD_TEXT,
  FIELD_DATE,
  FIELD_PERCENT,
  FIELD_TYPE,
  FIELD_UNIT,
  FIELD_FLAG,
} FieldKind;

typedef struct
{
  const char *column, *title;
  FieldKind kind;
} Field;

static const Field fields[] = {
  { "name", N_ ("Name"), FIELD_TEXT },
  { "short_name", N_ ("Short name"), FIELD_TEXT },
  { "type", N_ ("Type of unit"), FIELD_TYPE },
  { "parent_id", N_ ("Belongs under"), FIELD_UNIT },
  { "valid_from", N_ ("Begins"), FIELD_DATE },
  { "valid_to", N_ ("Ends"), FIELD_DATE },
  { "inside_model", N_ ("Part of the steering model"), FIELD_FLAG },
  { "note", N_ ("Note"), FIELD_TEXT },
  { "ownership_share", N_ ("Ownership share"), FIELD_PERCENT },
  { "host", N_ ("Host municipality"), FIELD_TEXT },
  { "partners", N_ ("Partners"), FIELD_TEXT },
};

/* Where the second group of fields begins: who owns it and with whom */
#define FIRST_OF_OWNERS 8
#define N_FIELDS G_N_ELEMENTS (fields)

struct _StyrUnitForm
{
  AdwBin parent_instance;

  StyrWorkspace *workspace;
  char *unit_id;
  GtkWidget *box;
  GtkWidget *ties, *owners, *owners_row;
  GtkWidget *controls[N_FIELDS]; /* what has the value */
  GtkWidget *rows[N_FIELDS];
  char *refusals[N_FIELDS]; /* why what stands in the field can't be saved; NULL = it is */
  GtkLabel *error;
  gboolean is_filling;
};

enum
{
  GO_TO,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (StyrUnitForm, styr_unit_form, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

/** Returns: (transfer full) (nullable): the unit's record with what is added to it */
StyrRecord *
styr_unit_form_dup_record (StyrWorkspace *workspace, const char *unit_id)
{
  g_autoptr (GPtrArray) units = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);

  units = styr_workspace_dup_units_on (workspace, NULL);
  for (guint i = 0; i < units->len; i++)
    if (g_strcmp0 (styr_record_get_id (units->pdata[i]), unit_id) == 0)
      return g_object_ref (units->pdata[i]);
  return NULL;
}

/* Values */

static char *
dup_shown (const Field *field, StyrRecord *unit)
{
  const char *value = styr_record_get_text (unit, field->column);

  if (field->kind == FIELD_PERCENT && value != NULL)
    return styr_format_number (styr_record_get_number (unit, field->column), -1);
  return g_strdup (value != NULL ? value : "");
}

/* Canonical text of what is in a control; FALSE when that is no value of the kind. */
static gboolean
read_control (StyrUnitForm *self, guint i, char **value, const char **sentence)
{
  GtkWidget *control = self->controls[i];
  const char *text =
      GTK_IS_EDITABLE (control) ? gtk_editable_get_text (GTK_EDITABLE (control)) : "";
  double number;

  *value = NULL;
  switch (fields[i].kind)
    {
    case FIELD_TYPE:
    case FIELD_UNIT:
      *value = g_strdup (styr_choice_button_get_selected (STYR_CHOICE_BUTTON (control)));
      return TRUE;
    case FIELD_FLAG:
      *value = g_strdup (gtk_switch_get_active (GTK_SWITCH (control)) ? "1" : "0");
      return TRUE;
    case FIELD_DATE:
      *sentence = styr_field_text_explain_date (text);
      return *text == '\0' || styr_parse_date (text, value);
    case FIELD_PERCENT:
      *sentence = _ ("Write a number from 0 to 100.");
      if (*text == '\0')
        return TRUE;
      if (!styr_parse_number (text, &number))
        return FALSE;
      *value = g_new0 (char, G_ASCII_DTOSTR_BUF_SIZE);
      g_ascii_dtostr (*value, G_ASCII_DTOSTR_BUF_SIZE, number);
      return TRUE;
    case FIELD_TEXT:
    default:
      *value = g_strstrip (g_strdup (text));
      return TRUE;
    }
}

static const char *
find_refusal (StyrUnitForm *self)
{
  for (guint i = 0; i < N_FIELDS; i++)
    if (self->refusals[i] != NULL)
      return self->refusals[i];
  return NULL;
}

static void
show_refusal (StyrUnitForm *self, guint i, const char *sentence)
{
  const char *shown;

  g_free (self->refusals[i]);
  self->refusals[i] = g_strdup (sentence);
  if (sentence != NULL)
    gtk_widget_add_css_class (self->rows[i], "error");
  else
    gtk_widget_remove_css_class (self->rows[i], "error");
  shown = sentence != NULL ? sentence : find_refusal (self);
  gtk_label_set_text (self->error, shown != NULL ? shown : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), shown != NULL);
}

/* A number that nobody touched isn't written anew with other decimals. */
static gboolean
is_as_saved (StyrUnitForm *self, guint i, StyrRecord *unit, const char *value)
{
  g_autofree char *shown = dup_shown (&fields[i], unit);

  if (GTK_IS_EDITABLE (self->controls[i]) &&
      g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->controls[i])), shown))
    return TRUE;
  return g_strcmp0 (value, styr_record_get_text (unit, fields[i].column)) == 0;
}

static void
write_field (StyrUnitForm *self, guint i)
{
  g_autoptr (StyrRecord) unit = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;
  const char *sentence = NULL;

  if (self->is_filling || self->workspace == NULL)
    return;
  unit = styr_unit_form_dup_record (self->workspace, self->unit_id);
  if (unit == NULL)
    return;
  if (!read_control (self, i, &value, &sentence))
    {
      show_refusal (self, i, sentence);
      return;
    }
  if (value != NULL && *value == '\0')
    g_clear_pointer (&value, g_free);
  if (is_as_saved (self, i, unit, value) ||
      styr_workspace_set_unit (self->workspace, self->unit_id, fields[i].column, value, &error))
    show_refusal (self, i, NULL);
  else
    show_refusal (self, i, error->message);
}

/* The keyboard may leave a field as it goes with the unit that was shown. */
static void
written_cb (GtkWidget *control, StyrUnitForm *self)
{
  for (guint i = 0; i < N_FIELDS; i++)
    if (self->controls[i] == control)
      write_field (self, i);
}

static void
left_cb (GtkEventController *controller, StyrUnitForm *self)
{
  written_cb (gtk_event_controller_get_widget (controller), self);
}

static void
switched_cb (GtkWidget *control, GParamSpec *pspec, StyrUnitForm *self)
{
  written_cb (control, self);
}

/* Controls */

static void
watch_text (StyrUnitForm *self, GtkWidget *control, const char *signal)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, 0);
  gtk_widget_add_controller (control, focus);
  g_signal_connect_object (control, signal, G_CALLBACK (written_cb), self, 0);
}

static GtkWidget *
make_choice (StyrUnitForm *self, const Field *field)
{
  GtkWidget *button = styr_choice_button_new (_ ("Choose…"));

  if (field->kind == FIELD_TYPE)
    {
      styr_choice_button_set_options (
          STYR_CHOICE_BUTTON (button),
          styr_unit_new_type_options (styr_workspace_get_model (self->workspace)));
    }
  else
    {
      styr_choice_button_set_options (STYR_CHOICE_BUTTON (button),
                                      styr_unit_new_options (self->workspace, self->unit_id, TRUE));
      styr_choice_button_set_optional (STYR_CHOICE_BUTTON (button), _ ("Nothing"));
    }
  styr_choice_button_set_name_text (STYR_CHOICE_BUTTON (button), _ (field->title));
  g_signal_connect_object (button, "chosen", G_CALLBACK (written_cb), self, 0);
  return button;
}

static GtkWidget *
make_suffix (StyrUnitForm *self, guint i)
{
  GtkWidget *button, *suffix;

  switch (fields[i].kind)
    {
    case FIELD_DATE:
      suffix = styr_date_entry_new (&self->controls[i], &button);
      gtk_widget_set_hexpand (suffix, FALSE);
      watch_text (self, self->controls[i], "activate");
      break;
    case FIELD_FLAG:
      suffix = self->controls[i] = gtk_switch_new ();
      g_signal_connect_object (suffix, "notify::active", G_CALLBACK (switched_cb), self, 0);
      break;
    case FIELD_TYPE:
    case FIELD_UNIT:
    default:
      suffix = self->controls[i] = make_choice (self, &fields[i]);
      break;
    }
  styr_widget_set_name_text (self->controls[i], _ (fields[i].title));
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  return suffix;
}

static GtkWidget *
make_field (StyrUnitForm *self, guint i)
{
  GtkWidget *row;

  if (fields[i].kind == FIELD_TEXT || fields[i].kind == FIELD_PERCENT)
    {
      row = self->controls[i] = adw_entry_row_new ();
      watch_text (self, row, "entry-activated");
      if (fields[i].kind == FIELD_PERCENT)
        adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), gtk_label_new ("%"));
    }
  else
    {
      row = adw_action_row_new ();
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_suffix (self, i));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_set_focusable (row, FALSE);
    }
  self->rows[i] = row;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (fields[i].title));
  return row;
}

/* The form */

static void
set_control (StyrUnitForm *self, guint i, StyrRecord *unit)
{
  g_autofree char *shown = dup_shown (&fields[i], unit);
  GtkWidget *control = self->controls[i];

  if (GTK_IS_SWITCH (control))
    gtk_switch_set_active (GTK_SWITCH (control), styr_record_get_flag (unit, fields[i].column));
  else if (STYR_IS_CHOICE_BUTTON (control))
    styr_choice_button_set_selected (STYR_CHOICE_BUTTON (control), *shown != '\0' ? shown : NULL);
  else if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (control)), shown) != 0)
    gtk_editable_set_text (GTK_EDITABLE (control), shown);
}

/* Who owns it and with whom is asked of units of which there can be several, and lies open where
 * something is written. */
static gboolean
has_owners (StyrRecord *unit)
{
  for (guint i = FIRST_OF_OWNERS; i < N_FIELDS; i++)
    if (styr_record_has (unit, fields[i].column))
      return TRUE;
  return FALSE;
}

static gboolean
can_have_owners (StyrUnitForm *self, StyrRecord *unit)
{
  StyrModel *model = styr_workspace_get_model (self->workspace);
  const StyrBodyType *type = styr_model_find_body_type (model, styr_record_get_text (unit, "type"));

  return type == NULL || !type->is_single || has_owners (unit);
}

static void
update (StyrUnitForm *self)
{
  g_autoptr (StyrRecord) unit = styr_unit_form_dup_record (self->workspace, self->unit_id);

  if (unit == NULL)
    return;
  self->is_filling = TRUE;
  for (guint i = 0; i < N_FIELDS; i++)
    if (self->refusals[i] == NULL)
      set_control (self, i, unit);
  self->is_filling = FALSE;
  gtk_widget_set_visible (self->owners, can_have_owners (self, unit));
  if (has_owners (unit))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->owners_row), TRUE);
  styr_unit_ties_show (STYR_UNIT_TIES (self->ties), unit);
}

static void
tie_chosen_cb (GtkWidget *ties, const char *unit_id, StyrUnitForm *self)
{
  g_signal_emit (self, signals[GO_TO], 0, unit_id);
}

static char *
dup_documents (StyrUnitForm *self)
{
  g_autoptr (StyrRecord) unit = styr_unit_form_dup_record (self->workspace, self->unit_id);
  int n = unit != NULL ? (int) styr_record_get_int (unit, "n_documents") : 0;

  return n > 0 ? g_strdup_printf (ngettext ("%d document of its own", "%d documents of its own", n),
                                  n)
               : NULL;
}

static GtkWidget *
make_unit_group (StyrUnitForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *documents = dup_documents (self);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("The unit"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), documents);
  adw_preferences_group_set_header_suffix (
      ADW_PREFERENCES_GROUP (group), styr_unit_dialogs_make_menu (self->workspace, self->unit_id));
  for (guint i = 0; i < FIRST_OF_OWNERS; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_field (self, i));
  return group;
}

static GtkWidget *
make_owners_group (StyrUnitForm *self)
{
  self->owners = adw_preferences_group_new ();
  self->owners_row = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->owners_row), _ ("Owners and partners"));
  for (guint i = FIRST_OF_OWNERS; i < N_FIELDS; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self->owners_row), make_field (self, i));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->owners), self->owners_row);
  return self->owners;
}

static void
build (StyrUnitForm *self)
{
  GtkWidget *child;

  for (guint i = 0; i < N_FIELDS; i++)
    {
      self->controls[i] = NULL;
      g_clear_pointer (&self->refusals[i], g_free);
    }
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  if (self->unit_id == NULL)
    return;
  gtk_box_append (GTK_BOX (self->box), make_unit_group (self));
  gtk_box_append (GTK_BOX (self->box), make_owners_group (self));
  self->error = GTK_LABEL (styr_wrapping_label_new (NULL, "error"));
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->error));
  self->ties = styr_unit_ties_new (self->workspace);
  g_signal_connect_object (self->ties, "go-to", G_CALLBACK (tie_chosen_cb), self, 0);
  gtk_box_append (GTK_BOX (self->box), self->ties);
}

static void
changed_cb (StyrWorkspace *workspace, GHashTable *kinds, StyrUnitForm *self)
{
  if (self->unit_id != NULL &&
      (g_hash_table_contains (kinds, "unit") || g_hash_table_contains (kinds, "unit_service") ||
       g_hash_table_contains (kinds, "unit_succession")))
    update (self);
}

static void
styr_unit_form_dispose (GObject *object)
{
  StyrUnitForm *self = STYR_UNIT_FORM (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->unit_id, g_free);
  G_OBJECT_CLASS (styr_unit_form_parent_class)->dispose (object);
}

static void
styr_unit_form_finalize (GObject *object)
{
  for (guint i = 0; i < N_FIELDS; i++)
    g_free (STYR_UNIT_FORM (object)->refusals[i]);
  G_OBJECT_CLASS (styr_unit_form_parent_class)->finalize (object);
}

static void
styr_unit_form_class_init (StyrUnitFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = styr_unit_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = styr_unit_form_finalize;
  signals[GO_TO] = g_signal_new ("go-to",
                                 G_TYPE_FROM_CLASS (klass),
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 1,
                                 G_TYPE_STRING);
}

static void
styr_unit_form_init (StyrUnitForm *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_set_margin_start (self->box, 18);
  gtk_widget_set_margin_end (self->box, 18);
  gtk_widget_set_margin_top (self->box, 12);
  gtk_widget_set_margin_bottom (self->box, 36);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), FORM_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), FORM_WIDTH);
  gtk_widget_set_halign (clamp, GTK_ALIGN_FILL);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->box);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/** Makes a form that shows nothing yet. */
GtkWidget *
styr_unit_form_new (StyrWorkspace *workspace)
{
  StyrUnitForm *self;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (STYR_TYPE_UNIT_FORM, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  return GTK_WIDGET (self);
}

/** Writes what is being typed. */
void
styr_unit_form_flush (StyrUnitForm *self)
{
  g_return_if_fail (STYR_IS_UNIT_FORM (self));

  for (guint i = 0; self->unit_id != NULL && i < N_FIELDS; i++)
    if (GTK_IS_EDITABLE (self->controls[i]))
      write_field (self, i);
}

/**
 * styr_unit_form_settle:
 * @error: VALUE: which field says something that can't be saved, and why
 *
 * Writes what is being typed. The first field that can't be saved as it stands gets the keyboard.
 *
 * Returns: whether all that stands in the form is saved
 */
gboolean
styr_unit_form_settle (StyrUnitForm *self, GError **error)
{
  g_return_val_if_fail (STYR_IS_UNIT_FORM (self), FALSE);

  styr_unit_form_flush (self);
  for (guint i = 0; self->unit_id != NULL && i < N_FIELDS; i++)
    if (self->refusals[i] != NULL)
      {
        g_autofree char *sentence = styr_typed_dup_refusal (_ (fields[i].title), self->refusals[i]);

        g_set_error_literal (error, STYR_WORKSPACE_ERROR, STYR_WORKSPACE_ERROR_VALUE, sentence);
        gtk_widget_grab_focus (self->controls[i]);
        return FALSE;
      }
  return TRUE;
}

/** Shows another unit; what was typed for the one before is written first. */
void
styr_unit_form_show (StyrUnitForm *self, const char *unit_id)
{
  g_return_if_fail (STYR_IS_UNIT_FORM (self));

  if (g_strcmp0 (unit_id, self->unit_id) == 0)
    return;
  styr_unit_form_flush (self);
  g_free (self->unit_id);
  self->unit_id = g_strdup (unit_id);
  build (self);
  update (self);
}

/** Returns: (transfer none) (nullable): the unit that is shown */
const char *
styr_unit_form_get_unit (StyrUnitForm *self)
{
  g_return_val_if_fail (STYR_IS_UNIT_FORM (self), NULL);
  return self->unit_id;
}

/** Returns: (transfer none) (nullable): what has the value of a column of the table */
GtkWidget *
styr_unit_form_get_row (StyrUnitForm *self, const char *column)
{
  g_return_val_if_fail (STYR_IS_UNIT_FORM (self) && column != NULL, NULL);

  for (guint i = 0; self->unit_id != NULL && i < N_FIELDS; i++)
    if (g_str_equal (fields[i].column, column))
      return self->controls[i];
  return NULL;
}
