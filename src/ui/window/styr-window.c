/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-window.h"

#include "styr-findings-watch.h"
#include "styr-pages.h"
#include "styr-settings.h"
#include "styr-window-private.h"

#include <glib/gi18n-lib.h>

/* Below the first the context moves from the header to a row of its own; the content asks for the
 * second, which decides when the sidebar folds. */
#define NARROW_WIDTH 560
#define CONTENT_WIDTH 690

enum
{
  PROP_WORKSPACE = 1,
  PROP_PAGE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (StyrWindow, styr_window, ADW_TYPE_APPLICATION_WINDOW)

static GParamSpec *properties[N_PROPS];

/* What is shown and its texts */

static gboolean
has_text (GtkWidget *widget, const char *property)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), property);

  return pspec != NULL && pspec->value_type == G_TYPE_STRING;
}

static gboolean
to_window_title (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  const char *title = g_value_get_string (from);

  if (title == NULL || *title == '\0')
    g_value_set_static_string (to, "Styrmodell");
  else
    g_value_take_string (to, g_strdup_printf ("%s – Styrmodell", title));
  return TRUE;
}

static gboolean
to_plain_text (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  const char *text = g_value_get_string (from);

  g_value_set_string (to, text != NULL ? text : "");
  return TRUE;
}

static void
bind_text (StyrWindow *self, const char *source, gpointer target, const char *property)
{
  g_binding_group_bind_full (self->page_texts,
                             source,
                             target,
                             property,
                             G_BINDING_SYNC_CREATE,
                             to_plain_text,
                             NULL,
                             NULL,
                             NULL);
}

/* Heading, header and window title say what @shown (a page or a document's editor) says of itself.
 */
void
styr_window_follow_shown (StyrWindow *self, GtkWidget *shown)
{
  gboolean is_document = self->document_id != NULL;

  g_clear_object (&self->page_texts);
  self->page_texts = g_binding_group_new ();
  adw_window_title_set_subtitle (self->document_title, "");
  if (has_text (shown, "title"))
    {
      bind_text (self, "title", self->page_title, "label");
      bind_text (self, "title", self->document_title, "title");
      g_binding_group_bind_full (self->page_texts,
                                 "title",
                                 self,
                                 "title",
                                 G_BINDING_SYNC_CREATE,
                                 to_window_title,
                                 NULL,
                                 NULL,
                                 NULL);
    }
  if (has_text (shown, "subtitle"))
    {
      bind_text (self, "subtitle", self->page_subtitle, "label");
      bind_text (self, "subtitle", self->document_title, "subtitle");
    }
  g_binding_group_set_source (self->page_texts, shown);

  gtk_widget_set_visible (self->heading, !is_document);
  gtk_widget_set_visible (self->back_button, is_document);
  gtk_widget_set_visible (GTK_WIDGET (self->context), !is_document);
  gtk_stack_set_visible_child_name (self->header_titles, is_document ? "document" : "page");
  gtk_stack_set_visible_child (self->pages, shown);
  styr_sidebar_select (self->sidebar, self->page);
  styr_window_update_actions (self);
  styr_window_make_pages_ahead (self);
}

GtkWidget *
styr_window_find_or_create_page (StyrWindow *self, const StyrPage *page)
{
  GtkWidget *widget = gtk_stack_get_child_by_name (self->pages, page->id);

  if (widget == NULL)
    {
      widget = page->create (self->workspace);
      gtk_stack_add_named (self->pages, widget, page->id);
    }
  return widget;
}

/* Where the keyboard was when a page was left is where it is when one comes back. */
void
styr_window_remember_focus (StyrWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *shown = gtk_stack_get_visible_child (self->pages);

  if (focus != NULL && shown != NULL && gtk_widget_is_ancestor (focus, shown))
    g_object_set_data_full (G_OBJECT (shown), "styr-focus", g_object_ref (focus), g_object_unref);
}

static void
restore_focus (StyrWindow *self, GtkWidget *shown)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *last = g_object_get_data (G_OBJECT (shown), "styr-focus");

  /* First, as the stack may have given the focus to the first that takes it */
  if (last != NULL && gtk_widget_is_ancestor (last, shown) && gtk_widget_grab_focus (last))
    return;
  if (focus != NULL && gtk_widget_is_ancestor (focus, shown))
    return;
  gtk_widget_child_focus (shown, GTK_DIR_TAB_FORWARD);
}

/* Pages are made when they are first shown, if not before: the start pays for one only. */
void
styr_window_show_page (StyrWindow *self, const char *id)
{
  const StyrPage *page = styr_pages_find (id);
  GtkWidget *widget;

  if (page == NULL || self->workspace == NULL || styr_workspace_get_model (self->workspace) == NULL)
    return;

  styr_window_flush (self);
  styr_window_remember_focus (self);
  widget = styr_window_find_or_create_page (self, page);
  if (g_strcmp0 (self->page, page->id) != 0)
    {
      g_free (self->page);
      self->page = g_strdup (page->id);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
    }
  g_clear_pointer (&self->document_id, g_free);
  styr_window_follow_shown (self, widget);
  /* Before the document goes: a stack keeps a child alive that the focus was in as it went */
  restore_focus (self, widget);
  styr_window_close_document (self);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

/* The workspace */

static void
remove_pages (StyrWindow *self)
{
  GtkWidget *child;

  styr_window_stop_ahead (self);
  g_queue_clear_full (&self->trail, g_free);
  g_clear_pointer (&self->document_id, g_free);
  g_clear_object (&self->page_texts);
  self->editor = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    {
      g_autoptr (GtkWidget) page = g_object_ref (child);

      gtk_stack_remove (self->pages, page);
      /* Whoever holds on to it for a while yet: it must not ask a closed workspace */
      g_object_run_dispose (G_OBJECT (page));
    }
}

static void
changed_cb (StyrWorkspace *workspace, GHashTable *kinds, StyrWindow *self)
{
  const char *shown = gtk_stack_get_visible_child_name (self->root);
  gboolean has_model = styr_workspace_get_model (workspace) != NULL;

  /* Its "Undo" would undo something else from now on */
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  /* Here and not when "model" is notified: by now everything else is read too */
  if (has_model != (g_strcmp0 (shown, "main") == 0))
    styr_window_show_content (self);
  styr_window_update_undo (self);
}

static void
context_changed_cb (StyrWorkspace *workspace, StyrWindow *self)
{
  const char *unit_id = styr_workspace_get_unit_id (workspace);

  styr_settings_set_text ("last-unit", unit_id);
  styr_settings_set_int ("last-year", styr_workspace_get_year (workspace));
}

/* The sidebar says it too, so the badge is for when that is away. */
static void
update_badge_cb (StyrWindow *self)
{
  gtk_widget_set_visible (self->example_badge,
                          self->workspace != NULL && styr_workspace_is_example (self->workspace) &&
                              !adw_flap_get_reveal_flap (self->flap));
}

static void
update_municipality_cb (StyrWorkspace *workspace, GParamSpec *pspec, StyrWindow *self)
{
  const char *name = styr_workspace_get_municipality (workspace);
  gboolean example = styr_workspace_is_example (workspace);

  adw_window_title_set_subtitle (self->app_title, name != NULL ? name : "");
  g_object_set (self->sidebar, "example", example, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.start-own", example);
  update_badge_cb (self);
}

/* What the model's rules find waits for somebody: as many as the page says. */
static void
count_findings_cb (StyrFindingsWatch *watch, StyrWindow *self)
{
  guint n = styr_findings_watch_get_n_waiting (watch);
  g_autofree char *explanation = g_strdup_printf (ngettext ("%u finding", "%u findings", n), n);

  if (self->workspace != NULL && styr_findings_watch_get (self->workspace) == watch)
    styr_sidebar_set_count (self->sidebar, "review", n, explanation);
}

static void
watch_findings (StyrWindow *self)
{
  styr_sidebar_set_count (self->sidebar, "review", 0, "");
  if (self->workspace != NULL)
    g_signal_connect_object (styr_findings_watch_get (self->workspace),
                             "updated",
                             G_CALLBACK (count_findings_cb),
                             self,
                             0);
}

/**
 * Shows @workspace from now on; what was typed in the old one is saved.
 *
 * @workspace: (nullable)
 */
void
styr_window_set_workspace (StyrWindow *self, StyrWorkspace *workspace)
{
  g_return_if_fail (STYR_IS_WINDOW (self));
  g_return_if_fail (workspace == NULL || STYR_IS_WORKSPACE (workspace));

  if (self->workspace == workspace)
    return;
  styr_window_flush (self);
  remove_pages (self);
  /* it may be closed as soon as it isn't shown */
  if (self->workspace != NULL)
    styr_findings_watch_stop (styr_findings_watch_get (self->workspace));
  g_set_object (&self->workspace, workspace);
  g_signal_group_set_target (self->signals, workspace);
  styr_context_bar_set_workspace (self->context, workspace);
  if (workspace != NULL)
    {
      update_municipality_cb (workspace, NULL, self);
      styr_window_show_content (self);
    }
  watch_findings (self);
  styr_window_update_undo (self);
  styr_window_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

/**
 * Returns: (transfer none) (nullable): the workspace that is shown.
 */
StyrWorkspace *
styr_window_get_workspace (StyrWindow *self)
{
  g_return_val_if_fail (STYR_IS_WINDOW (self), NULL);

  return self->workspace;
}

/**
 * Returns: (transfer none) (nullable): the id of the page that is shown or lies behind the
 * document.
 */
const char *
styr_window_get_page (StyrWindow *self)
{
  g_return_val_if_fail (STYR_IS_WINDOW (self), NULL);

  return self->page;
}

/* Width */

static gboolean
follow_width_cb (gpointer data)
{
  StyrWindow *self = data;
  AdwBin *from = self->narrow ? self->context_place : self->narrow_context_place;
  AdwBin *to = self->narrow ? self->narrow_context_place : self->context_place;

  if (adw_bin_get_child (from) != NULL)
    {
      g_object_ref (self->context);
      adw_bin_set_child (from, NULL);
      adw_bin_set_child (to, GTK_WIDGET (self->context));
      g_object_unref (self->context);
      gtk_widget_set_visible (GTK_WIDGET (self->narrow_context_place), self->narrow);
      gtk_widget_set_visible (GTK_WIDGET (self->context_place), !self->narrow);
    }
  return G_SOURCE_REMOVE;
}

static void
measure_content_cb (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  gtk_widget_measure (
      child, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  /* The sidebar's folding must not depend on how long today's texts are */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, CONTENT_WIDTH);
}

static void
allocate_content_cb (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));

  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
  if (STYR_IS_WINDOW (root) && STYR_WINDOW (root)->narrow != (width < NARROW_WIDTH))
    {
      StyrWindow *self = STYR_WINDOW (root);

      self->narrow = width < NARROW_WIDTH;
      /* Not now: widgets must not move while sizes are given out */
      g_idle_add_full (G_PRIORITY_HIGH_IDLE, follow_width_cb, g_object_ref (self), g_object_unref);
    }
}

static void
folded_cb (AdwFlap *flap, GParamSpec *pspec, gpointer user_data)
{
  gtk_widget_remove_css_class (GTK_WIDGET (flap), "folded");
  if (adw_flap_get_folded (flap))
    gtk_widget_add_css_class (GTK_WIDGET (flap), "folded");
}

/* The window */

static void
save_size (StyrWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  styr_settings_set_flag ("maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  styr_settings_set_int ("window-width", MAX (width, 360));
  styr_settings_set_int ("window-height", MAX (height, 294));
  if (self->page != NULL)
    styr_settings_set_text ("last-page", self->page);
}

static gboolean
styr_window_close_request (GtkWindow *window)
{
  StyrWindow *self = STYR_WINDOW (window);

  if (!styr_window_may_leave (self, "window.close", NULL))
    return TRUE;
  save_size (self);
  g_clear_handle_id (&self->copy_id, g_source_remove);
  styr_window_flush (self);
  remove_pages (self);
  if (self->workspace != NULL)
    {
      g_signal_group_set_target (self->signals, NULL);
      styr_context_bar_set_workspace (self->context, NULL);
      styr_findings_watch_stop (styr_findings_watch_get (self->workspace));
      styr_workspace_close (self->workspace);
      g_clear_object (&self->workspace);
    }
  return GTK_WINDOW_CLASS (styr_window_parent_class)->close_request (window);
}

static void
styr_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StyrWindow *self = STYR_WINDOW (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_PAGE:
      g_value_set_string (value, self->page);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
styr_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StyrWindow *self = STYR_WINDOW (object);

  if (id == PROP_WORKSPACE)
    styr_window_set_workspace (self, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
styr_window_dispose (GObject *object)
{
  StyrWindow *self = STYR_WINDOW (object);

  g_clear_handle_id (&self->copy_id, g_source_remove);
  g_clear_handle_id (&self->day_id, g_source_remove);
  g_clear_handle_id (&self->ahead_id, g_source_remove);
  g_clear_object (&self->signals);
  g_clear_object (&self->page_texts);
  g_clear_object (&self->workspace);
  g_queue_clear_full (&self->trail, g_free);

  G_OBJECT_CLASS (styr_window_parent_class)->dispose (object);
}

static void
styr_window_finalize (GObject *object)
{
  StyrWindow *self = STYR_WINDOW (object);

  g_free (self->path);
  g_free (self->page);
  g_free (self->document_id);

  G_OBJECT_CLASS (styr_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, StyrWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, StyrWindow, root);
  gtk_widget_class_bind_template_child (widget_class, StyrWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, StyrWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, StyrWindow, app_title);
  gtk_widget_class_bind_template_child (widget_class, StyrWindow, content);
  gtk_widget_class_bind_template_child (widget_class, StyrWindow, header_titles);
  gtk_widget_class_bind_template_child (widget_class, StyrWindow, document_title);
  gtk_widget_class_bind_template_child (widget_class, StyrWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, StyrWindow, context);
  gtk_widget_class_bind_template_child (widget_class, StyrWindow, context_place);
  gtk_widget_class_bind_template_child (widget_class, StyrWindow, narrow_context_place);
  gtk_widget_class_bind_template_child (widget_class, StyrWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, StyrWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, StyrWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, StyrWindow, page_title);
  gtk_widget_class_bind_template_child (widget_class, StyrWindow, page_subtitle);
  gtk_widget_class_bind_template_child (widget_class, StyrWindow, example_badge);
  gtk_widget_class_bind_template_child (widget_class, StyrWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_badge_cb);
}

static void
styr_window_class_init (StyrWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = styr_window_get_property;
  object_class->set_property = styr_window_set_property;
  object_class->dispose = styr_window_dispose;
  object_class->finalize = styr_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = styr_window_close_request;

  properties[PROP_WORKSPACE] =
      g_param_spec_object ("workspace",
                           NULL,
                           NULL,
                           STYR_TYPE_WORKSPACE,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PAGE] =
      g_param_spec_string ("page", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (STYR_TYPE_SIDEBAR);
  g_type_ensure (STYR_TYPE_CONTEXT_BAR);
  g_type_ensure (STYR_TYPE_VERSION_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/styrmodell/Styrmodell/ui/styr-window.ui");
  bind_children (widget_class);
  styr_window_add_actions (widget_class);
  styr_window_add_file_actions (widget_class);
  styr_window_add_document_actions (widget_class);
  styr_window_add_own_action (widget_class);
}

static void
follow_workspace (StyrWindow *self)
{
  self->signals = g_signal_group_new (STYR_TYPE_WORKSPACE);
  g_signal_group_connect_object (self->signals, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_group_connect_object (
      self->signals, "context-changed", G_CALLBACK (context_changed_cb), self, 0);
  g_signal_group_connect_object (
      self->signals, "notify::municipality-name", G_CALLBACK (update_municipality_cb), self, 0);
  g_signal_group_connect_object (
      self->signals, "notify::is-example", G_CALLBACK (update_municipality_cb), self, 0);
}

static void
styr_window_init (StyrWindow *self)
{
  g_queue_init (&self->trail);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (
      self->content, gtk_custom_layout_new (NULL, measure_content_cb, allocate_content_cb));
  follow_workspace (self);
  self->day_id = g_timeout_add_seconds (60, styr_window_follow_day_cb, self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (styr_window_follow_others_cb), NULL);
  styr_window_update_undo (self);
  styr_window_update_actions (self);
}

/* The size it had last, but never larger than the screen that is there now. */
static void
restore_size (StyrWindow *self)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  GdkRectangle screen = { 0, 0, G_MAXINT, G_MAXINT };

  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &screen);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               MIN (styr_settings_get_int ("window-width", 1280), screen.width),
                               MIN (styr_settings_get_int ("window-height", 820), screen.height));
  if (styr_settings_get_flag ("maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/**
 * Makes a window of the size it had last; give it a database or a workspace, then present it.
 */
StyrWindow *
styr_window_new (GtkApplication *application)
{
  StyrWindow *self = g_object_new (STYR_TYPE_WINDOW, "application", application, NULL);

  restore_size (self);
  return self;
}
