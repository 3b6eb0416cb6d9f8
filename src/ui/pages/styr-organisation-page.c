/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-organisation-page.h"

#include "styr-date-entry.h"
#include "styr-field-text.h"
#include "styr-locale.h"
#include "styr-typed.h"
#include "styr-unit-dialogs.h"
#include "styr-unit-form.h"
#include "styr-unit-list.h"
#include "styr-unit-terms.h"
#include "styr-unit-words.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

#define LONGEST_TRAIL 20
#define LIST_WIDTH 300
#define FORM_WIDTH 360
#define HEADING_WIDTH 760 /* as the form's own */

struct _StyrOrganisationPage
{
  AdwBin parent_instance;

  StyrWorkspace *workspace;
  AdwLeaflet *leaflet;
  StyrUnitList *list;
  GtkStack *stack;
  StyrUnitForm *form;
  GtkWidget *day, *ended, *new_button, *back, *name;
  char *subtitle;
  GQueue trail; /* char*: units that were shown, the last one last */
};

enum
{
  PROP_WORKSPACE = 1,
  PROP_TITLE,
  PROP_SUBTITLE,
  N_PROPS
};

static void typed_init (StyrTypedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StyrOrganisationPage,
                               styr_organisation_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (STYR_TYPE_TYPED, typed_init))

static GParamSpec *properties[N_PROPS];

static void
update_subtitle (StyrOrganisationPage *self)
{
  guint n = styr_unit_list_get_n_units (self->list);
  g_autofree char *day = NULL;

  styr_parse_date (gtk_editable_get_text (GTK_EDITABLE (self->day)), &day);
  g_free (self->subtitle);
  if (gtk_switch_get_active (GTK_SWITCH (self->ended)))
    {
      self->subtitle = g_strdup_printf (ngettext ("%u unit, earlier and coming ones too",
                                                  "%u units, earlier and coming ones too",
                                                  n),
                                        n);
    }
  else if (day != NULL && *day != '\0')
    {
      g_autofree char *shown = styr_format_date (day);

      self->subtitle = g_strdup_printf (ngettext ("%u unit on %s", "%u units on %s", n), n, shown);
    }
  else
    self->subtitle = g_strdup_printf (ngettext ("%u unit today", "%u units today", n), n);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

/* What is shown to the right */

static void
remember (StyrOrganisationPage *self, const char *unit_id)
{
  if (g_strcmp0 (g_queue_peek_tail (&self->trail), unit_id) == 0)
    return;
  g_queue_push_tail (&self->trail, g_strdup (unit_id));
  if (g_queue_get_length (&self->trail) > LONGEST_TRAIL)
    g_free (g_queue_pop_head (&self->trail));
}

/* Returns: (transfer full) (nullable): the unit that is there among those shown last */
static char *
pop_there (StyrOrganisationPage *self)
{
  char *unit_id;

  while ((unit_id = g_queue_pop_tail (&self->trail)) != NULL)
    {
      g_autoptr (StyrRecord) unit = styr_unit_form_dup_record (self->workspace, unit_id);

      if (unit != NULL)
        return unit_id;
      g_free (unit_id);
    }
  return NULL;
}

static void
show (StyrOrganisationPage *self, const char *unit_id)
{
  gboolean is_terms = *unit_id == '\0';
  g_autofree char *name = is_terms ? g_strdup (_ ("Terms of office"))
                                   : styr_workspace_dup_unit_label (self->workspace, unit_id);

  if (!is_terms)
    {
      styr_unit_form_show (self->form, unit_id);
      remember (self, unit_id);
    }
  gtk_label_set_text (GTK_LABEL (self->name), is_terms ? "" : name);
  gtk_stack_set_visible_child_name (self->stack, is_terms ? "terms" : "form");
}

static gboolean
shows_form (StyrOrganisationPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "form") == 0;
}

static gboolean
may_go (StyrOrganisationPage *self, const char *unit_id)
{
  const char *shown = shows_form (self) ? styr_unit_form_get_unit (self->form) : "";

  if (g_strcmp0 (unit_id, shown) == 0 || styr_typed_may_leave (STYR_TYPED (self),
                                                               GTK_WIDGET (self),
                                                               "organisation.show",
                                                               g_variant_new_string (unit_id)))
    return TRUE;
  /* the list marks what is shown, not where one wanted to go */
  styr_unit_list_select (self->list, shown);
  return FALSE;
}

static void
chosen_cb (StyrUnitList *list, const char *unit_id, StyrOrganisationPage *self)
{
  g_autofree char *id = g_strdup (unit_id);

  if (!may_go (self, id))
    return;
  show (self, id);
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child_name (self->leaflet, "form");
}

static void
go_to_cb (StyrUnitForm *form, const char *unit_id, StyrOrganisationPage *self)
{
  if (may_go (self, unit_id))
    styr_organisation_page_show (self, unit_id);
}

static void
back_cb (StyrOrganisationPage *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
}

static void
folded_cb (StyrOrganisationPage *self)
{
  gtk_widget_set_visible (self->back, adw_leaflet_get_folded (self->leaflet));
}

/* A unit that was shown may be gone, because it was deleted, or by undo: whoever undoes a merger
 * sees the unit that it began with. */
static void
show_another (StyrOrganisationPage *self)
{
  g_autofree char *before = pop_there (self);

  if (before != NULL)
    {
      styr_organisation_page_show (self, before);
      return;
    }
  styr_unit_list_select (self->list, NULL);
  if (styr_unit_list_get_selected (self->list) != NULL)
    show (self, styr_unit_list_get_selected (self->list));
}

static void
changed_cb (StyrWorkspace *workspace, GHashTable *kinds, StyrOrganisationPage *self)
{
  const char *unit_id = styr_unit_form_get_unit (self->form);
  g_autoptr (StyrRecord) unit =
      unit_id != NULL ? styr_unit_form_dup_record (workspace, unit_id) : NULL;

  if (!g_hash_table_contains (kinds, "unit"))
    return;
  if (unit_id != NULL && unit == NULL)
    show_another (self);
  else if (unit != NULL && shows_form (self))
    gtk_label_set_text (GTK_LABEL (self->name), styr_record_get_text (unit, "name"));
  update_subtitle (self);
}

/* The day and the ended */

static void
day_cb (StyrOrganisationPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->day));
  g_autofree char *iso = NULL;

  if (*text != '\0' && (!styr_parse_date (text, &iso) || iso == NULL))
    {
      gtk_widget_add_css_class (self->day, "error");
      gtk_widget_set_tooltip_text (self->day, styr_field_text_explain_date (text));
      return;
    }
  gtk_widget_remove_css_class (self->day, "error");
  gtk_widget_set_tooltip_text (self->day, NULL);
  styr_unit_list_set_day (self->list, iso != NULL && *iso != '\0' ? iso : NULL);
  update_subtitle (self);
}

static void
ended_cb (StyrOrganisationPage *self)
{
  styr_unit_list_set_shows_ended (self->list, gtk_switch_get_active (GTK_SWITCH (self->ended)));
  update_subtitle (self);
}

/* New ones begin as what is shown: one more of the same kind. */
static char *
dup_type (StyrOrganisationPage *self)
{
  const char *unit_id = styr_unit_form_get_unit (self->form);
  g_autoptr (StyrRecord) unit =
      unit_id != NULL ? styr_unit_form_dup_record (self->workspace, unit_id) : NULL;

  return unit != NULL ? g_strdup (styr_record_get_text (unit, "type")) : NULL;
}

static void
new_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrOrganisationPage *self = STYR_ORGANISATION_PAGE (widget);
  g_autofree char *type = dup_type (self);

  gtk_window_present (GTK_WINDOW (styr_unit_dialogs_new_unit (widget, self->workspace, type)));
}

static void
paste_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrOrganisationPage *self = STYR_ORGANISATION_PAGE (widget);
  g_autofree char *type = dup_type (self);

  gtk_window_present (GTK_WINDOW (styr_unit_dialogs_new_units (widget, self->workspace, type)));
}

static void
show_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrOrganisationPage *self = STYR_ORGANISATION_PAGE (widget);
  const char *unit_id = g_variant_get_string (parameter, NULL);

  if (may_go (self, unit_id))
    styr_organisation_page_show (self, unit_id);
}

/* Building */

static GtkWidget *
make_line (const char *title, GtkWidget *control)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (control, FALSE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), control);
  return line;
}

static GtkWidget *
make_filters (StyrOrganisationPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button;
  GtkWidget *day = styr_date_entry_new (&self->day, &button);

  self->ended = gtk_switch_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->day), _ ("today"));
  styr_widget_set_name_text (self->day, _ ("As it was on"));
  styr_widget_set_name_text (self->ended, _ ("Show earlier and coming"));
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), make_line (_ ("As it was on"), day));
  gtk_box_append (GTK_BOX (box), make_line (_ ("Show earlier and coming"), self->ended));
  g_signal_connect_object (self->day, "changed", G_CALLBACK (day_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->ended, "notify::active", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static GtkWidget *
make_new_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("New unit…"), "organisation.new");
  g_menu_append (menu, _ ("Paste a list…"), "organisation.paste");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("New unit"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_margin_start (button, 18);
  gtk_widget_set_margin_end (button, 12);
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_set_margin_bottom (button, 12);
  return button;
}

/* A list box lets Tab go through all its rows, and each would be shown on the way: arrows go
 * through the rows, Tab to what is beside. */
static gboolean
list_key_cb (GtkEventControllerKey *controller,
             guint key,
             guint code,
             GdkModifierType state,
             StyrOrganisationPage *self)
{
  gboolean is_back = key == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) != 0;

  if ((key != GDK_KEY_Tab && key != GDK_KEY_ISO_Left_Tab) || (state & GDK_CONTROL_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  if (is_back)
    gtk_widget_grab_focus (self->ended);
  else
    gtk_widget_grab_focus (self->new_button);
  return GDK_EVENT_STOP;
}

static void
watch_keys (StyrOrganisationPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (list_key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static GtkWidget *
make_list (StyrOrganisationPage *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_size_request (column, LIST_WIDTH, -1);
  /* The labels in it want all the room there is, which is the form's */
  gtk_widget_set_hexpand (column, FALSE);
  gtk_box_append (GTK_BOX (column), make_filters (self));
  self->list = STYR_UNIT_LIST (styr_unit_list_new (self->workspace));
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (chosen_cb), self, 0);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->list));
  self->new_button = make_new_button ();
  gtk_box_append (GTK_BOX (column), self->new_button);
  watch_keys (self);
  return column;
}

static GtkWidget *
make_heading (StyrOrganisationPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *clamp = adw_clamp_new ();

  self->back = styr_icon_button_new ("go-previous-symbolic", _ ("Back to the list"));
  self->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_wrap (GTK_LABEL (self->name), TRUE);
  gtk_widget_add_css_class (self->name, "title-3");
  gtk_widget_set_margin_start (bar, 18);
  gtk_widget_set_margin_end (bar, 18);
  gtk_widget_set_margin_bottom (bar, 6);
  gtk_box_append (GTK_BOX (bar), self->back);
  gtk_box_append (GTK_BOX (bar), self->name);
  g_signal_connect_object (self->back, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), HEADING_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), HEADING_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), bar);
  return clamp;
}

static GtkWidget *
make_right (StyrOrganisationPage *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_size_request (column, FORM_WIDTH, -1);
  gtk_widget_set_hexpand (column, TRUE);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->form = STYR_UNIT_FORM (styr_unit_form_new (self->workspace));
  g_signal_connect_object (self->form, "go-to", G_CALLBACK (go_to_cb), self, 0);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->form), "form");
  gtk_stack_add_named (self->stack, styr_unit_terms_new (self->workspace), "terms");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (column), make_heading (self));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->stack));
  return column;
}

static void
build (StyrOrganisationPage *self)
{
  AdwLeafletPage *page;

  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  page = adw_leaflet_append (self->leaflet, make_list (self));
  adw_leaflet_page_set_name (page, "list");
  page = adw_leaflet_append (self->leaflet, gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_leaflet_page_set_navigatable (page, FALSE);
  page = adw_leaflet_append (self->leaflet, make_right (self));
  adw_leaflet_page_set_name (page, "form");
  adw_leaflet_set_can_navigate_back (self->leaflet, TRUE);
  g_signal_connect_object (
      self->leaflet, "notify::folded", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->leaflet));
}

static void
styr_organisation_page_constructed (GObject *object)
{
  StyrOrganisationPage *self = STYR_ORGANISATION_PAGE (object);

  G_OBJECT_CLASS (styr_organisation_page_parent_class)->constructed (object);
  build (self);
  folded_cb (self);
  styr_unit_list_select (self->list, NULL);
  if (styr_unit_list_get_selected (self->list) != NULL)
    show (self, styr_unit_list_get_selected (self->list));
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (changed_cb), self, 0);
  update_subtitle (self);
}

static void
styr_organisation_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StyrOrganisationPage *self = STYR_ORGANISATION_PAGE (object);

  if (id == PROP_WORKSPACE)
    g_value_set_object (value, self->workspace);
  else if (id == PROP_TITLE)
    g_value_set_string (value, _ ("Organisation"));
  else if (id == PROP_SUBTITLE)
    g_value_set_string (value, self->subtitle);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
styr_organisation_page_set_property (GObject *object,
                                     guint id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  if (id == PROP_WORKSPACE)
    STYR_ORGANISATION_PAGE (object)->workspace = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
styr_organisation_page_dispose (GObject *object)
{
  StyrOrganisationPage *self = STYR_ORGANISATION_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (styr_organisation_page_parent_class)->dispose (object);
}

static void
styr_organisation_page_finalize (GObject *object)
{
  g_free (STYR_ORGANISATION_PAGE (object)->subtitle);
  g_queue_clear_full (&STYR_ORGANISATION_PAGE (object)->trail, g_free);
  G_OBJECT_CLASS (styr_organisation_page_parent_class)->finalize (object);
}

/* Who comes to the page comes to the units; the day is for those who look for it. */
static gboolean
styr_organisation_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  StyrOrganisationPage *self = STYR_ORGANISATION_PAGE (widget);

  if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_get_focus_child (widget) == NULL &&
      gtk_widget_child_focus (GTK_WIDGET (self->list), direction))
    return TRUE;
  return GTK_WIDGET_CLASS (styr_organisation_page_parent_class)->focus (widget, direction);
}

/* What is typed */

static void
typed_flush (StyrTyped *typed)
{
  StyrOrganisationPage *self = STYR_ORGANISATION_PAGE (typed);

  if (shows_form (self))
    styr_unit_form_flush (self->form);
}

static gboolean
typed_settle (StyrTyped *typed, GError **error)
{
  StyrOrganisationPage *self = STYR_ORGANISATION_PAGE (typed);

  return !shows_form (self) || styr_unit_form_settle (self->form, error);
}

static void
typed_init (StyrTypedInterface *iface)
{
  iface->flush = typed_flush;
  iface->settle = typed_settle;
}

static void
styr_organisation_page_class_init (StyrOrganisationPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = styr_organisation_page_constructed;
  object_class->get_property = styr_organisation_page_get_property;
  object_class->set_property = styr_organisation_page_set_property;
  object_class->dispose = styr_organisation_page_dispose;
  object_class->finalize = styr_organisation_page_finalize;
  widget_class->focus = styr_organisation_page_focus;
  gtk_widget_class_install_action (widget_class, "organisation.show", "s", show_cb);
  gtk_widget_class_install_action (widget_class, "organisation.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "organisation.paste", NULL, paste_cb);

  properties[PROP_WORKSPACE] =
      g_param_spec_object ("workspace",
                           NULL,
                           NULL,
                           STYR_TYPE_WORKSPACE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUBTITLE] =
      g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
styr_organisation_page_init (StyrOrganisationPage *self)
{
}

/** Makes the organisation's page of @workspace. */
GtkWidget *
styr_organisation_page_new (StyrWorkspace *workspace)
{
  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);

  return g_object_new (STYR_TYPE_ORGANISATION_PAGE, "workspace", workspace, NULL);
}

/** Shows a unit's form, among the ended ones when it has ended. */
void
styr_organisation_page_show (StyrOrganisationPage *self, const char *unit_id)
{
  g_autofree char *id = g_strdup (unit_id);

  g_return_if_fail (STYR_IS_ORGANISATION_PAGE (self) && unit_id != NULL);

  styr_unit_list_select (self->list, id);
  if (g_strcmp0 (styr_unit_list_get_selected (self->list), id) != 0)
    {
      gtk_switch_set_active (GTK_SWITCH (self->ended), TRUE);
      styr_unit_list_select (self->list, id);
    }
  show (self, id);
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child_name (self->leaflet, "form");
}
