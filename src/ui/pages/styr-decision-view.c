/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-decision-view.h"

#include "styr-decision-parts.h"
#include "styr-item-card.h"
#include "styr-typed.h"
#include "styr-widget-util.h"
#include "styr-workspace-decisions.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define FORM_WIDTH 820
/* New widgets have their places after the next layout, what wraps may need one more: so many frames
 * a part is followed */
#define FRAMES_TO_SETTLE 5

struct _StyrDecisionView
{
  GtkWidget parent_instance;

  StyrEditSession *session;
  GtkWidget *stack;
  GtkWidget *scrolled;
  GtkWidget *proposal; /* opens the document that proposes it */
  GtkWidget *remove;
  char *title;
  char *subtitle;
  guint fill_id;
  guint follow_id;
  guint frames; /* that the part has been followed */
  char *part;   /* the one to follow */
};

enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  N_PROPS
};

static void typed_init (StyrTypedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StyrDecisionView,
                               styr_decision_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (STYR_TYPE_TYPED, typed_init))

static GParamSpec *properties[N_PROPS];

static void
set_text (StyrDecisionView *self, char **place, const char *text, int property)
{
  if (g_strcmp0 (*place, text) == 0)
    return;
  g_free (*place);
  *place = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static char *
dup_subtitle (StyrRecord *decision)
{
  const char *word =
      styr_life_get_word (STYR_LIFE_DECISION, styr_record_get_text (decision, "status"));

  if (!styr_record_has (decision, "on_date"))
    return g_strdup_printf ("%s · %s", _ ("Decision"), word);
  return g_strdup_printf (
      "%s · %s %s", _ ("Decision"), word, styr_record_get_text (decision, "on_date"));
}

static void
refreshed_cb (StyrDecisionView *self)
{
  StyrRecord *decision = styr_decision_get_record (self->session);
  g_autofree char *subtitle = NULL;
  const char *title;

  if (decision == NULL)
    return;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "decision");
  title = styr_record_get_text (decision, "title");
  subtitle = dup_subtitle (decision);
  set_text (
      self, &self->title, title != NULL && *title != '\0' ? title : _ ("Decision"), PROP_TITLE);
  set_text (self, &self->subtitle, subtitle, PROP_SUBTITLE);
  gtk_widget_set_visible (self->remove, styr_edit_session_is_editable (self->session));
  gtk_widget_set_visible (self->proposal, styr_record_has (decision, "document_id"));
  if (styr_record_has (decision, "document_id"))
    gtk_actionable_set_action_target (
        GTK_ACTIONABLE (self->proposal), "s", styr_record_get_text (decision, "document_id"));
}

static void
gone_cb (StyrDecisionView *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "gone");
}

static void
remove_cb (StyrDecisionView *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *text = g_strdup_printf (_ ("“%s” was removed"), self->title);
  g_autoptr (GError) error = NULL;

  styr_edit_session_flush (self->session);
  if (!styr_workspace_delete_decision (styr_edit_session_get_workspace (self->session),
                                       "decision",
                                       styr_edit_session_get_decision_id (self->session),
                                       &error))
    {
      styr_widget_show_error (GTK_WIDGET (self), error->message);
      return;
    }
  gtk_widget_activate_action (window, "win.show-page", "s", "decisions");
  styr_widget_show_toast (window, text, TRUE);
}

/* A part that is wanted -------------------------------------------------------------------------
 */

static GtkWidget *
find_card (GtkWidget *widget, const char *id)
{
  GtkWidget *found = NULL;

  if (STYR_IS_ITEM_CARD (widget) &&
      g_strcmp0 (styr_item_card_get_id (STYR_ITEM_CARD (widget)), id) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_card (child, id);
  return found;
}

/* Its first button that can be pressed, else its first text */
static gboolean
focus_button (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && !gtk_widget_has_css_class (widget, "flat") &&
      gtk_widget_is_sensitive (widget))
    return gtk_widget_grab_focus (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && focus_button (child))
      return TRUE;
  return FALSE;
}

static gboolean
follow_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  StyrDecisionView *self = STYR_DECISION_VIEW (widget);
  GtkWidget *form = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scrolled));
  GtkWidget *card = find_card (form, self->part);
  graphene_point_t at;

  if (card != NULL && gtk_widget_get_height (card) > 0 &&
      gtk_widget_compute_point (
          card,
          GTK_IS_VIEWPORT (form) ? gtk_viewport_get_child (GTK_VIEWPORT (form)) : form,
          &GRAPHENE_POINT_INIT (0, 0),
          &at))
    {
      gtk_adjustment_set_value (
          gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), at.y - 18);
      if (self->frames == 0 && !focus_button (card))
        styr_widget_focus_first (card);
      self->frames++;
    }
  if (card != NULL && self->frames < FRAMES_TO_SETTLE)
    return G_SOURCE_CONTINUE;
  self->follow_id = 0;
  return G_SOURCE_REMOVE;
}

/**
 * styr_decision_view_show_part:
 * @self: the view
 * @part_id: id of a clause, a step or a recipient
 *
 * Brings a part of the decision to the top, with the focus in it.
 */
void
styr_decision_view_show_part (StyrDecisionView *self, const char *part_id)
{
  g_return_if_fail (STYR_IS_DECISION_VIEW (self) && part_id != NULL);

  /* all that stands above it has its height */
  while (styr_edit_session_fill (self->session))
    ;
  g_free (self->part);
  self->part = g_strdup (part_id);
  self->frames = 0;
  if (self->follow_id == 0)
    self->follow_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), follow_cb, NULL, NULL);
}

/* Building --------------------------------------------------------------------------------------
 */

static gboolean
fill_cb (gpointer user_data)
{
  StyrDecisionView *self = user_data;

  if (styr_edit_session_fill (self->session))
    return G_SOURCE_CONTINUE;
  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

static GtkWidget *
make_bar (StyrDecisionView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->proposal = gtk_button_new_with_label (_ ("Open the proposal"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->proposal), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->proposal), "win.open-document");
  self->remove = gtk_button_new_with_label (_ ("Remove the proposal"));
  gtk_widget_add_css_class (self->remove, "flat");
  g_signal_connect_object (
      self->remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_halign (bar, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (bar), self->proposal);
  gtk_box_append (GTK_BOX (bar), self->remove);
  return bar;
}

static GtkWidget *
make_gone (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "edit-delete-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("The decision is no longer there"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page),
      _ ("It was removed, or what made it was undone. Redo brings it back."));
  return page;
}

static GtkWidget *
make_form (StyrDecisionView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *clamp = adw_clamp_new ();

  gtk_widget_add_css_class (box, "styr-document");
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), styr_decision_form_new (self->session));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), FORM_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  return clamp;
}

static void model_changed_cb (StyrDecisionView *self);

static void
build (StyrDecisionView *self)
{
  if (styr_edit_session_get_dossier (self->session) == NULL)
    return gone_cb (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), make_form (self));
  refreshed_cb (self);
  if (self->fill_id == 0)
    self->fill_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, fill_cb, self, NULL);
}

static void
start (StyrDecisionView *self, StyrWorkspace *workspace, const char *decision_id)
{
  self->session = styr_edit_session_new_decision (workspace, decision_id, NULL);
  g_signal_connect_object (
      self->session, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "gone", G_CALLBACK (gone_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->session, "model-changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  build (self);
}

/* Everything was made from the old model: it is made again from the new one. */
static void
model_changed_cb (StyrDecisionView *self)
{
  g_autoptr (StyrEditSession) old = g_steal_pointer (&self->session);

  g_signal_handlers_disconnect_by_data (old, self);
  start (self, styr_edit_session_get_workspace (old), styr_edit_session_get_decision_id (old));
}

static void
styr_decision_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StyrDecisionView *self = STYR_DECISION_VIEW (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title != NULL ? self->title : "");
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle != NULL ? self->subtitle : "");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
styr_decision_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  /* GTK goes by the places of widgets, and those of a new view have none yet */
  if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_get_width (widget) == 0)
    return styr_widget_focus_first (widget);
  return GTK_WIDGET_CLASS (styr_decision_view_parent_class)->focus (widget, direction);
}

static void
styr_decision_view_dispose (GObject *object)
{
  StyrDecisionView *self = STYR_DECISION_VIEW (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  if (self->follow_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->follow_id);
  self->follow_id = 0;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (styr_decision_view_parent_class)->dispose (object);
}

static void
styr_decision_view_finalize (GObject *object)
{
  g_free (STYR_DECISION_VIEW (object)->title);
  g_free (STYR_DECISION_VIEW (object)->part);
  g_free (STYR_DECISION_VIEW (object)->subtitle);
  G_OBJECT_CLASS (styr_decision_view_parent_class)->finalize (object);
}

/* What is typed */

static void
typed_flush (StyrTyped *typed)
{
  StyrDecisionView *self = STYR_DECISION_VIEW (typed);

  if (self->session != NULL)
    styr_edit_session_flush (self->session);
}

static gboolean
typed_settle (StyrTyped *typed, GError **error)
{
  StyrDecisionView *self = STYR_DECISION_VIEW (typed);

  return self->session == NULL || styr_edit_session_settle (self->session, error);
}

static void
typed_init (StyrTypedInterface *iface)
{
  iface->flush = typed_flush;
  iface->settle = typed_settle;
}

static void
styr_decision_view_class_init (StyrDecisionViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = styr_decision_view_get_property;
  object_class->dispose = styr_decision_view_dispose;
  object_class->finalize = styr_decision_view_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  GTK_WIDGET_CLASS (klass)->focus = styr_decision_view_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "decisionview");
}

static void
styr_decision_view_init (StyrDecisionView *self)
{
  self->stack = gtk_stack_new ();
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_stack_add_named (GTK_STACK (self->stack), self->scrolled, "decision");
  gtk_stack_add_named (GTK_STACK (self->stack), make_gone (), "gone");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

/**
 * styr_decision_view_new:
 * @workspace: the open database
 * @decision_id: the decision
 *
 * Returns: (transfer floating): the decision, to be read and written in
 */
GtkWidget *
styr_decision_view_new (StyrWorkspace *workspace, const char *decision_id)
{
  StyrDecisionView *self;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace) && decision_id != NULL, NULL);

  self = g_object_new (STYR_TYPE_DECISION_VIEW, NULL);
  start (self, workspace, decision_id);
  return GTK_WIDGET (self);
}
