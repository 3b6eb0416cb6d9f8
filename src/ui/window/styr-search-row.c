/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-search-row.h"

struct _StyrSearchRow
{
  GtkListBoxRow parent_instance;

  StyrRecord *record;
};

G_DEFINE_FINAL_TYPE (StyrSearchRow, styr_search_row, GTK_TYPE_LIST_BOX_ROW)

static void
styr_search_row_dispose (GObject *object)
{
  g_clear_object (&STYR_SEARCH_ROW (object)->record);

  G_OBJECT_CLASS (styr_search_row_parent_class)->dispose (object);
}

static void
styr_search_row_class_init (StyrSearchRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = styr_search_row_dispose;
}

static void
styr_search_row_init (StyrSearchRow *self)
{
}

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  return label;
}

/**
 * Makes a row of @record; see StyrSearchRow for its columns.
 */
GtkWidget *
styr_search_row_new (StyrRecord *record)
{
  StyrSearchRow *self;
  GtkWidget *box, *texts;
  const char *title, *detail;
  g_autofree char *name = NULL;

  g_return_val_if_fail (STYR_IS_RECORD (record), NULL);

  self = g_object_new (STYR_TYPE_SEARCH_ROW, NULL);
  self->record = g_object_ref (record);
  title = styr_record_get_text (record, "title");
  detail = styr_record_get_text (record, "detail");
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box),
                  gtk_image_new_from_icon_name (styr_record_get_text (record, "icon")));
  gtk_box_append (GTK_BOX (texts), create_label (title));
  if (detail != NULL && *detail != '\0')
    {
      GtkWidget *label = create_label (detail);

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (texts), label);
    }
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  name = g_strdup_printf ("%s, %s", title, styr_record_get_text (record, "group"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  detail != NULL ? detail : "",
                                  -1);
  return GTK_WIDGET (self);
}

/**
 * Returns: (transfer none): what the row shows.
 */
StyrRecord *
styr_search_row_get_record (StyrSearchRow *self)
{
  g_return_val_if_fail (STYR_IS_SEARCH_ROW (self), NULL);

  return self->record;
}
