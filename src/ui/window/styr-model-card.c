/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-card.h"

#define PICTURE_WIDTH 168
#define PICTURE_HEIGHT 112

struct _StyrModelCard
{
  GtkButton parent_instance;

  GtkWidget *box;
  GtkWidget *image;
};

G_DEFINE_FINAL_TYPE (StyrModelCard, styr_model_card, GTK_TYPE_BUTTON)

static void
styr_model_card_class_init (StyrModelCardClass *klass)
{
}

static void
styr_model_card_init (StyrModelCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  gtk_button_set_child (GTK_BUTTON (self), self->box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "styr-model-card");
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * @icon_name: shown until there is a picture
 * @text: (nullable): a sentence or two
 */
GtkWidget *
styr_model_card_new (const char *icon_name, const char *title, const char *text)
{
  StyrModelCard *self;
  GtkWidget *texts, *arrow;

  g_return_val_if_fail (icon_name != NULL && title != NULL, NULL);

  self = g_object_new (STYR_TYPE_MODEL_CARD, NULL);
  texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  self->image = gtk_image_new_from_icon_name (icon_name);
  gtk_box_append (GTK_BOX (self->box), self->image);
  gtk_box_append (GTK_BOX (texts), create_label (title, "heading"));
  if (text != NULL && *text != '\0')
    gtk_box_append (GTK_BOX (texts), create_label (text, "dim-label"));
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (self->box), texts);
  gtk_widget_add_css_class (arrow, "dim-label");
  gtk_widget_add_css_class (arrow, "styr-model-arrow");
  gtk_box_append (GTK_BOX (self->box), arrow);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "",
                                  -1);
  return GTK_WIDGET (self);
}

/**
 * Replaces the icon by a picture.
 *
 * @png: a picture file's bytes; bad ones leave the icon
 */
void
styr_model_card_set_picture (StyrModelCard *self, GBytes *png, const char *alternative_text)
{
  g_autoptr (GdkTexture) texture = NULL;
  GtkWidget *picture;

  g_return_if_fail (STYR_IS_MODEL_CARD (self));
  g_return_if_fail (png != NULL);

  texture = gdk_texture_new_from_bytes (png, NULL);
  if (texture == NULL || self->image == NULL)
    return;
  picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), alternative_text);
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_widget_set_size_request (picture, PICTURE_WIDTH, PICTURE_HEIGHT);
  gtk_widget_set_halign (picture, GTK_ALIGN_START);
  gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (picture, "styr-model-picture");
  gtk_box_remove (GTK_BOX (self->box), g_steal_pointer (&self->image));
  gtk_box_prepend (GTK_BOX (self->box), picture);
}
