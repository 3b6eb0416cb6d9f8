/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-sidebar.h"

#include "styr-pages.h"

#include <glib/gi18n-lib.h>

struct _StyrSidebar
{
  GtkBox parent_instance;

  GtkListBox *list;
  GtkWidget *example;
  GtkListBoxRow *shown; /* borrowed; of the page that is shown */
};

enum
{
  PROP_EXAMPLE = 1,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (StyrSidebar, styr_sidebar, GTK_TYPE_BOX)

static GParamSpec *properties[N_PROPS];

static const StyrPage *
get_page (GtkListBoxRow *row)
{
  guint n_pages;
  const StyrPage *pages = styr_pages_get (&n_pages);
  int index = gtk_list_box_row_get_index (row);

  g_assert (index >= 0 && (guint) index < n_pages);
  return &pages[index];
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (list), "win.show-page", "s", get_page (row)->id);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const StyrPage *page = get_page (row);
  GtkWidget *header = NULL;

  if (before == NULL || g_strcmp0 (get_page (before)->group, page->group) != 0)
    {
      header = gtk_label_new (styr_page_get_group (page));
      gtk_label_set_xalign (GTK_LABEL (header), 0);
      gtk_widget_add_css_class (header, "styr-sidebar-group");
      gtk_widget_add_css_class (header, "caption-heading");
    }
  gtk_list_box_row_set_header (row, header);
}

/* How much waits there; seen when there is something. */
static GtkWidget *
create_count (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "styr-count");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (label, FALSE);
  return label;
}

static GtkWidget *
create_row (const StyrPage *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (styr_page_get_title (page));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (page->icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), create_count ());
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, styr_page_get_title (page), -1);
  return row;
}

static void
styr_sidebar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StyrSidebar *self = STYR_SIDEBAR (object);

  if (id == PROP_EXAMPLE)
    g_value_set_boolean (value, gtk_widget_get_visible (self->example));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
styr_sidebar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StyrSidebar *self = STYR_SIDEBAR (object);

  if (id == PROP_EXAMPLE)
    gtk_widget_set_visible (self->example, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
styr_sidebar_class_init (StyrSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = styr_sidebar_get_property;
  object_class->set_property = styr_sidebar_set_property;

  properties[PROP_EXAMPLE] = g_param_spec_boolean (
      "example", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/styrmodell/Styrmodell/ui/styr-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, StyrSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, StyrSidebar, example);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

/* The keyboard on its way through the rows marks them; what is shown is another thing. */
static void
left_cb (StyrSidebar *self)
{
  if (self->shown != NULL)
    gtk_list_box_select_row (self->list, self->shown);
}

static void
watch_focus (StyrSidebar *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), focus);
}

static void
styr_sidebar_init (StyrSidebar *self)
{
  guint n_pages;
  const StyrPage *pages = styr_pages_get (&n_pages);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < n_pages; i++)
    gtk_list_box_append (self->list, create_row (&pages[i]));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  watch_focus (self);
}

/**
 * Marks the page that is shown.
 *
 * @page_id: (nullable): NULL when none of them is
 */
void
styr_sidebar_select (StyrSidebar *self, const char *page_id)
{
  guint n_pages;
  const StyrPage *pages = styr_pages_get (&n_pages);

  g_return_if_fail (STYR_IS_SIDEBAR (self));

  for (guint i = 0; i < n_pages; i++)
    if (g_strcmp0 (pages[i].id, page_id) == 0)
      {
        self->shown = gtk_list_box_get_row_at_index (self->list, (int) i);
        gtk_list_box_select_row (self->list, self->shown);
        return;
      }
  self->shown = NULL;
  gtk_list_box_unselect_all (self->list);
}

/**
 * Shows beside a page's name how much waits there.
 *
 * @page_id: a page; one that the sidebar doesn't have is passed over
 * @n_waiting: 0 = nothing is shown
 * @explanation: what is counted, in words
 */
void
styr_sidebar_set_count (StyrSidebar *self,
                        const char *page_id,
                        guint n_waiting,
                        const char *explanation)
{
  guint n_pages;
  const StyrPage *pages = styr_pages_get (&n_pages);

  g_return_if_fail (STYR_IS_SIDEBAR (self) && page_id != NULL);

  for (guint i = 0; i < n_pages; i++)
    if (g_str_equal (pages[i].id, page_id))
      {
        GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);
        GtkWidget *count = gtk_widget_get_last_child (gtk_list_box_row_get_child (row));
        g_autofree char *text = g_strdup_printf ("%u", n_waiting);
        g_autofree char *name =
            n_waiting > 0 ? g_strdup_printf ("%s, %s", styr_page_get_title (&pages[i]), explanation)
                          : g_strdup (styr_page_get_title (&pages[i]));

        gtk_label_set_text (GTK_LABEL (count), text);
        gtk_widget_set_tooltip_text (count, explanation);
        gtk_widget_set_visible (count, n_waiting > 0);
        gtk_accessible_update_property (
            GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      }
}
