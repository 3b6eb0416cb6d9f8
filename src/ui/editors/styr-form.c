/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-form.h"

#include "styr-field-text.h"
#include "styr-line-layout.h"
#include "styr-not-applicable.h"

/* So many short fields stand beside each other at most */
#define SHORT_PER_LINE 3

/**
 * styr_form_new:
 *
 * Returns: (transfer floating): an empty form: rows under each other, hairlines between
 */
GtkWidget *
styr_form_new (void)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (form, "styr-form");
  return form;
}

/**
 * styr_form_append:
 * @form: the form
 * @row: what takes the whole width
 *
 * Adds a row.
 */
void
styr_form_append (GtkWidget *form, GtkWidget *row)
{
  styr_form_end_line (form);
  gtk_box_append (GTK_BOX (form), row);
}

/**
 * styr_form_append_short:
 * @form: the form
 * @row: what needs little width
 *
 * Adds a row beside the short one before it, if there is one and the line isn't full.
 */
void
styr_form_append_short (GtkWidget *form, GtkWidget *row)
{
  GtkWidget *line = g_object_get_data (G_OBJECT (form), "styr-line");
  guint count = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (form), "styr-line-count"));

  if (line == NULL || count >= SHORT_PER_LINE)
    {
      line = styr_line_new (0);
      styr_line_set_homogeneous (line);
      gtk_widget_add_css_class (line, "styr-line");
      gtk_box_append (GTK_BOX (form), line);
      count = 0;
    }
  gtk_box_append (GTK_BOX (line), row);
  g_object_set_data (G_OBJECT (form), "styr-line", line);
  g_object_set_data (G_OBJECT (form), "styr-line-count", GUINT_TO_POINTER (count + 1));
}

/**
 * styr_form_end_line:
 * @form: the form
 *
 * Has the next short row start a new line.
 */
void
styr_form_end_line (GtkWidget *form)
{
  g_object_set_data (G_OBJECT (form), "styr-line", NULL);
}

/**
 * styr_form_add:
 * @form: the form
 * @session: the document
 * @field: the field
 * @binding: (transfer full): where its value lives
 * @which: (nullable): which thing it belongs to, for the accessible name: "mål 3"
 *
 * Adds a field where it fits.
 *
 * Returns: (transfer none): its row
 */
GtkWidget *
styr_form_add (GtkWidget *form,
               StyrEditSession *session,
               const StyrField *field,
               StyrBinding *binding,
               const char *which)
{
  GtkWidget *row = styr_field_row_new (session, field, binding);

  if (which != NULL)
    {
      g_autofree char *name = g_strdup_printf ("%s, %s", field->title, which);

      styr_field_row_set_name_text (STYR_FIELD_ROW (row), name);
    }
  if (styr_field_is_short (field))
    styr_form_append_short (form, row);
  else
    styr_form_append (form, row);
  return row;
}

/**
 * styr_form_add_fields:
 * @form: the form
 * @session: the document
 * @fields: StyrField
 * @owner_id: whose values: the document, a row, a goal
 * @prefix: (nullable): section id for the document's own values
 * @which: (nullable): which thing they belong to
 *
 * Adds a field for each description.
 */
void
styr_form_add_fields (GtkWidget *form,
                      StyrEditSession *session,
                      GPtrArray *fields,
                      const char *owner_id,
                      const char *prefix,
                      const char *which)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const StyrField *field = g_ptr_array_index (fields, i);
      g_autofree char *key =
          prefix != NULL ? g_strconcat (prefix, ".", field->id, NULL) : g_strdup (field->id);
      GtkWidget *row;

      /* One that is out of use is shown where something is written in it. */
      if (field->is_retired &&
          styr_dossier_get_value (styr_edit_session_get_dossier (session), owner_id, key) == NULL)
        continue;
      row = styr_form_add (form, session, field, styr_binding_new_value (owner_id, key), which);
      if (field->may_not_apply)
        styr_not_applicable_attach (STYR_FIELD_ROW (row), session, owner_id, key, field->title);
    }
}
