/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-outline.h"

#include "styr-line-layout.h"
#include "styr-section-editor.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

/* The document's sections, how far each has come, and which one is in sight. Each is a button that
 * goes there. */
struct _StyrOutline
{
  GtkWidget parent_instance;

  StyrEditSession *session;
  GtkWidget *summary;
  GtkWidget *bar;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (StyrOutline, styr_outline, GTK_TYPE_WIDGET)

static const StyrSection *
get_section (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "styr-section");
}

static void
show_completion (GtkWidget *button, StyrCompletion completion)
{
  GtkLabel *badge = g_object_get_data (G_OBJECT (button), "styr-badge");
  g_autofree char *text = styr_completion_dup_text (completion);
  g_autofree char *described =
      g_strdup_printf (_ ("%d of %d done"), completion.done, completion.total);

  if (g_str_equal (text, gtk_label_get_text (badge)))
    return;
  gtk_label_set_text (badge, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  completion.total > 0 ? described : "",
                                  -1);
}

static void
refreshed_cb (StyrOutline *self)
{
  StyrDossier *dossier = styr_edit_session_get_dossier (self->session);
  StyrCompletion all = styr_dossier_get_completion (dossier);
  g_autofree char *text = g_strdup_printf (_ ("%d of %d done"), all.done, all.total);

  gtk_label_set_text (GTK_LABEL (self->summary), text);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar),
                                 all.total > 0 ? (double) all.done / all.total : 0);
  gtk_widget_set_visible (gtk_widget_get_parent (self->bar), all.total > 0);
  for (GtkWidget *button = gtk_widget_get_first_child (self->list); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      const StyrSection *section = get_section (button);
      show_completion (button, styr_dossier_get_section_completion (dossier, section));
    }
}

static GtkWidget *
make_button (const StyrSection *section)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = styr_line_new (6);
  GtkWidget *title = gtk_label_new (section->title);
  GtkWidget *badge = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (badge, "numeric");
  gtk_widget_add_css_class (badge, "dim-label");
  gtk_widget_add_css_class (badge, "caption");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  styr_widget_set_name_text (button, section->title);
  g_object_set_data (G_OBJECT (button), "styr-section", (gpointer) section);
  g_object_set_data (G_OBJECT (button), "styr-badge", badge);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "editor.show-section");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", section->id);
  return button;
}

static void
styr_outline_dispose (GObject *object)
{
  StyrOutline *self = STYR_OUTLINE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (styr_outline_parent_class)->dispose (object);
}

static void
styr_outline_class_init (StyrOutlineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = styr_outline_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "outline");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_NAVIGATION);
}

static void
styr_outline_init (StyrOutline *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *progress = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->summary = styr_quiet_label_new (NULL);
  gtk_widget_add_css_class (self->summary, "caption");
  self->bar = gtk_progress_bar_new ();
  styr_widget_set_name_text (self->bar, _ ("How much of the document is done"));
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_add_css_class (progress, "styr-outline-progress");
  gtk_box_append (GTK_BOX (progress), self->summary);
  gtk_box_append (GTK_BOX (progress), self->bar);
  gtk_box_append (GTK_BOX (box), progress);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_EXTERNAL, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
  styr_widget_set_name_text (GTK_WIDGET (self), _ ("Outline"));
}

/**
 * styr_outline_new:
 * @session: the document
 *
 * Returns: (transfer floating): the outline of the document
 */
GtkWidget *
styr_outline_new (StyrEditSession *session)
{
  StyrOutline *self;
  const StyrDocumentType *type;

  g_return_val_if_fail (STYR_IS_EDIT_SESSION (session), NULL);

  self = g_object_new (STYR_TYPE_OUTLINE, NULL);
  self->session = g_object_ref (session);
  type = styr_dossier_get_document_type (styr_edit_session_get_dossier (session));
  for (guint i = 0; type != NULL && i < type->sections->len; i++)
    {
      const StyrSection *section = g_ptr_array_index (type->sections, i);

      if (styr_dossier_shows_section (styr_edit_session_get_dossier (session), section))
        gtk_box_append (GTK_BOX (self->list), make_button (section));
    }
  refreshed_cb (self);
  g_signal_connect_object (
      session, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * styr_outline_set_current:
 * @self: the outline
 * @section_id: (nullable): the section that is in sight
 *
 * Marks it.
 */
void
styr_outline_set_current (StyrOutline *self, const char *section_id)
{
  g_return_if_fail (STYR_IS_OUTLINE (self));

  for (GtkWidget *button = gtk_widget_get_first_child (self->list); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (g_strcmp0 (get_section (button)->id, section_id) == 0)
      gtk_widget_add_css_class (button, "current");
    else
      gtk_widget_remove_css_class (button, "current");
}

/**
 * styr_outline_get_current:
 * @self: the outline
 *
 * Returns: (transfer none) (nullable): id of the section that is marked
 */
const char *
styr_outline_get_current (StyrOutline *self)
{
  g_return_val_if_fail (STYR_IS_OUTLINE (self), NULL);

  for (GtkWidget *button = gtk_widget_get_first_child (self->list); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (gtk_widget_has_css_class (button, "current"))
      return get_section (button)->id;
  return NULL;
}
