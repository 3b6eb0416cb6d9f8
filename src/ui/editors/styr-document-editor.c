/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-document-editor-private.h"

#include "styr-document-card-view.h"
#include "styr-document-gone.h"
#include "styr-document-notes.h"
#include "styr-editor-style.h"
#include "styr-enum-types.h"
#include "styr-names.h"
#include "styr-outline.h"
#include "styr-section-editor.h"
#include "styr-typed.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

#define FORM_WIDTH 720
#define OUTLINE_WIDTH 216
#define CARD_WIDTH 300
/* How many sections are made before the first frame; the card and the rest follow between frames */
#define SECTIONS_AT_ONCE 2
/* How long the making goes on before a frame may be drawn, in microseconds */
#define BUILD_SLICE 8000

enum
{
  PROP_0,
  PROP_WORKSPACE,
  PROP_DOCUMENT_ID,
  PROP_TITLE,
  PROP_SUBTITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void typed_init (StyrTypedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StyrDocumentEditor,
                               styr_document_editor,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (STYR_TYPE_TYPED, typed_init))

static const StyrDocumentType *
get_type (StyrDocumentEditor *self)
{
  return styr_dossier_get_document_type (styr_edit_session_get_dossier (self->session));
}

/* Sections ----------------------------------------------------------------------------------- */

static gboolean
build_next (StyrDocumentEditor *self)
{
  const StyrDocumentType *type = get_type (self);
  GtkWidget *section;
  const StyrSection *of_type;

  if (type == NULL || self->sections->len >= type->sections->len)
    return FALSE;
  of_type = g_ptr_array_index (type->sections, self->sections->len);
  section = styr_section_editor_new (self->session, of_type);
  gtk_box_append (GTK_BOX (section),
                  styr_notes_box_new_for (self->session, "section", of_type->id));
  gtk_widget_set_visible (
      section, styr_dossier_shows_section (styr_edit_session_get_dossier (self->session), of_type));
  gtk_box_append (GTK_BOX (self->body), section);
  g_ptr_array_add (self->sections, section);
  return TRUE;
}

/* Whatever wasn't made at once; FALSE when all of the document is there */
static gboolean
build_more (StyrDocumentEditor *self)
{
  if (adw_bin_get_child (ADW_BIN (self->card_place)) != NULL)
    return styr_edit_session_fill (self->session) || build_next (self);
  adw_bin_set_child (ADW_BIN (self->card_place), styr_document_card_view_new (self->session));
  return TRUE;
}

/* The sections up to @index, each as high as it will be */
static void
build_until (StyrDocumentEditor *self, guint index)
{
  while (self->sections->len <= index ? build_more (self) : styr_edit_session_fill (self->session))
    ;
}

static gboolean
build_cb (gpointer user_data)
{
  StyrDocumentEditor *self = user_data;
  gint64 until = g_get_monotonic_time () + BUILD_SLICE;

  do
    if (!build_more (self))
      {
        self->build_id = 0;
        return G_SOURCE_REMOVE;
      }
  while (g_get_monotonic_time () < until);
  return G_SOURCE_CONTINUE;
}

/* Returns: (nullable): the section of the document's type, and its place in @index */
static const StyrSection *
find_section (StyrDocumentEditor *self, const char *id, guint *index)
{
  const StyrDocumentType *type = get_type (self);

  for (guint i = 0; type != NULL && i < type->sections->len; i++)
    {
      const StyrSection *section = g_ptr_array_index (type->sections, i);

      if (g_strcmp0 (section->id, id) == 0)
        {
          *index = i;
          return section;
        }
    }
  return NULL;
}

/* Title and state ---------------------------------------------------------------------------- */

static void
set_text (StyrDocumentEditor *self, char **place, const char *text, int property)
{
  if (g_strcmp0 (*place, text) == 0)
    return;
  g_free (*place);
  *place = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
update_texts (StyrDocumentEditor *self, StyrRecord *document)
{
  const StyrDocumentType *type = get_type (self);
  g_autofree char *name = styr_name_sentence_case (type != NULL ? type->name : "");
  g_autofree char *state = styr_name_of_state (document);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", name, state);

  set_text (self, &self->title, styr_record_get_text (document, "title"), PROP_TITLE);
  set_text (self, &self->subtitle, subtitle, PROP_SUBTITLE);
}

static void
refreshed_cb (StyrDocumentEditor *self)
{
  StyrRecord *document = styr_dossier_get_document (styr_edit_session_get_dossier (self->session));

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "document");
  gtk_widget_set_visible (self->toolbar, TRUE);
  update_texts (self, document);
  styr_document_editor_update_bar (self, document);
  styr_document_editor_update_actions (self);
}

static void
gone_cb (StyrDocumentEditor *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "gone");
  gtk_widget_set_visible (self->toolbar, FALSE);
  gtk_widget_set_visible (self->bar, FALSE);
}

/* Building ----------------------------------------------------------------------------------- */

static GtkWidget *
make_toggle (const char *icon_name, const char *name, GtkWidget *flap)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), icon_name);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  styr_widget_set_name_text (button, name);
  g_object_bind_property (
      flap, "reveal-flap", button, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  return button;
}

static void
make_toolbar (StyrDocumentEditor *self)
{
  GtkWidget *menu = gtk_menu_button_new ();
  g_autoptr (GMenuModel) model = styr_document_editor_make_menu ();
  GtkWidget *space = gtk_label_new (NULL);

  self->toolbar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->toolbar, "styr-editor-bar");
  gtk_widget_set_hexpand (space, TRUE);
  self->copy_button = gtk_button_new_with_label (_ ("Copy from last year"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->copy_button), "editor.copy-previous");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu), model);
  gtk_widget_set_tooltip_text (menu, _ ("More about the document"));
  gtk_widget_add_css_class (menu, "flat");
  styr_widget_set_name_text (menu, _ ("More about the document"));
  gtk_box_append (GTK_BOX (self->toolbar),
                  make_toggle ("view-list-symbolic", _ ("Outline"), self->outline_flap));
  gtk_box_append (GTK_BOX (self->toolbar), space);
  gtk_box_append (GTK_BOX (self->toolbar), self->copy_button);
  gtk_box_append (GTK_BOX (self->toolbar), menu);
  gtk_box_append (
      GTK_BOX (self->toolbar),
      make_toggle ("sidebar-show-right-symbolic", _ ("Document card"), self->card_flap));
  gtk_widget_insert_after (self->toolbar, GTK_WIDGET (self), NULL);
}

static void
make_bar (StyrDocumentEditor *self)
{
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->bar_label = styr_quiet_label_new (NULL);
  gtk_widget_remove_css_class (self->bar_label, "dim-label");
  gtk_widget_set_hexpand (self->bar_label, TRUE);
  gtk_widget_add_css_class (self->bar, "styr-decided");
  gtk_box_append (GTK_BOX (self->bar), gtk_image_new_from_icon_name ("changes-prevent-symbolic"));
  gtk_box_append (GTK_BOX (self->bar), self->bar_label);
  /* above what scrolls: it is always seen */
  gtk_widget_insert_before (self->bar, GTK_WIDGET (self), self->stack);
}

static void
make_form (StyrDocumentEditor *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkAdjustment *adjustment;

  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), styr_notes_box_new (self->session, "top"));
  gtk_box_append (GTK_BOX (box), self->body);
  gtk_widget_add_css_class (box, "styr-document");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), FORM_WIDTH + 36);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), FORM_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), clamp);
  /* the viewport would scroll at once, to where a new widget is not yet */
  gtk_viewport_set_scroll_to_focus (
      GTK_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scrolled))), FALSE);
  gtk_widget_set_hexpand (self->scrolled, TRUE);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (
      scroll, "scroll", G_CALLBACK (styr_document_editor_stop_scrolling), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->scrolled, scroll);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  g_signal_connect_object (adjustment,
                           "value-changed",
                           G_CALLBACK (styr_document_editor_update_current),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment,
                           "changed",
                           G_CALLBACK (styr_document_editor_update_current),
                           self,
                           G_CONNECT_SWAPPED);
}

static GtkWidget *
make_flap (GtkWidget *content, GtkWidget *side, int width, GtkPackType position)
{
  GtkWidget *flap = adw_flap_new ();

  gtk_widget_set_size_request (side, width, -1);
  /* what is in it expands; the side itself is to keep its width */
  gtk_widget_set_hexpand (side, FALSE);
  gtk_widget_set_hexpand (content, TRUE);
  gtk_widget_add_css_class (side, "styr-side");
  adw_flap_set_content (ADW_FLAP (flap), content);
  adw_flap_set_flap (ADW_FLAP (flap), side);
  adw_flap_set_separator (ADW_FLAP (flap), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_flap_set_flap_position (ADW_FLAP (flap), position);
  adw_flap_set_fold_threshold_policy (ADW_FLAP (flap), ADW_FOLD_THRESHOLD_POLICY_NATURAL);
  /* swiping is for touch; with a pointer it would take selections in text */
  adw_flap_set_swipe_to_open (ADW_FLAP (flap), FALSE);
  adw_flap_set_swipe_to_close (ADW_FLAP (flap), FALSE);
  return flap;
}

static void model_changed_cb (StyrDocumentEditor *self);

static void
build (StyrDocumentEditor *self)
{
  make_form (self);
  self->outline = styr_outline_new (self->session);
  self->outline_flap = make_flap (styr_document_editor_make_room (self->scrolled),
                                  self->outline,
                                  OUTLINE_WIDTH,
                                  GTK_PACK_START);
  self->card_place = adw_bin_new ();
  self->card_flap = make_flap (self->outline_flap, self->card_place, CARD_WIDTH, GTK_PACK_END);
  make_bar (self);
  make_toolbar (self);
  gtk_widget_set_vexpand (self->card_flap, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), self->card_flap, "document");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "document");
  for (guint i = 0; i < SECTIONS_AT_ONCE; i++)
    build_next (self);
  self->build_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, build_cb, self, NULL);
  refreshed_cb (self);
  /* after the sections, so that actions and bar speak of what is seen */
  g_signal_connect_object (
      self->session, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->session, "model-changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
}

/* A new model ---------------------------------------------------------------------------------- */

static void
start_session (StyrDocumentEditor *self, StyrWorkspace *workspace, const char *document_id)
{
  self->session = styr_edit_session_new (workspace, document_id);
  g_signal_connect_object (self->session, "gone", G_CALLBACK (gone_cb), self, G_CONNECT_SWAPPED);
  if (styr_edit_session_get_dossier (self->session) != NULL)
    build (self);
}

static void
stop_building (StyrDocumentEditor *self)
{
  g_clear_handle_id (&self->build_id, g_source_remove);
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  g_clear_weak_pointer (&self->wanted);
  g_clear_weak_pointer (&self->focused);
}

/* Where the section was in the old model, if the new one has it too */
static void
go_back (StyrDocumentEditor *self, const char *section_id, gboolean focused)
{
  guint index;

  if (focused)
    styr_document_editor_show_section (self, section_id);
  if (focused || find_section (self, section_id, &index) == NULL)
    return;
  build_until (self, index);
  if (index > 0)
    styr_document_editor_scroll_to (self, self->sections->pdata[index]);
}

/* Everything in the editor was made from the old model: it is made again from the new one. */
static void
model_changed_cb (StyrDocumentEditor *self)
{
  g_autoptr (StyrEditSession) old = g_object_ref (self->session);
  g_autoptr (GtkWidget) old_form = g_object_ref (self->card_flap);
  g_autofree char *section = styr_document_editor_dup_place (self);
  gboolean outline_shown = adw_flap_get_reveal_flap (ADW_FLAP (self->outline_flap));
  gboolean card_shown = adw_flap_get_reveal_flap (ADW_FLAP (self->card_flap));
  gboolean focused = styr_document_editor_find_focus (self) != NULL;

  g_signal_handlers_disconnect_by_data (old, self);
  stop_building (self);
  g_ptr_array_set_size (self->sections, 0);
  gtk_widget_unparent (self->toolbar);
  gtk_widget_unparent (self->bar);
  gtk_stack_remove (GTK_STACK (self->stack), self->card_flap);
  stop_building (self);
  g_clear_object (&self->session);
  start_session (
      self, styr_edit_session_get_workspace (old), styr_edit_session_get_document_id (old));
  adw_flap_set_reveal_flap (ADW_FLAP (self->outline_flap), outline_shown);
  adw_flap_set_reveal_flap (ADW_FLAP (self->card_flap), card_shown);
  go_back (self, section, focused);
}

/* The widget --------------------------------------------------------------------------------- */

static void
styr_document_editor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StyrDocumentEditor *self = STYR_DOCUMENT_EDITOR (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, styr_edit_session_get_workspace (self->session));
      break;
    case PROP_DOCUMENT_ID:
      g_value_set_string (value, styr_edit_session_get_document_id (self->session));
      break;
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
styr_document_editor_focus (GtkWidget *widget, GtkDirectionType direction)
{
  /* GTK goes by the places of widgets, and those of a new editor have none yet: start where the
   * writing starts */
  if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_get_width (widget) == 0 &&
      STYR_DOCUMENT_EDITOR (widget)->body != NULL)
    return styr_widget_focus_first (STYR_DOCUMENT_EDITOR (widget)->body);
  return GTK_WIDGET_CLASS (styr_document_editor_parent_class)->focus (widget, direction);
}

static void
styr_document_editor_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (styr_document_editor_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget),
                           "notify::focus-widget",
                           G_CALLBACK (styr_document_editor_reveal_focus),
                           widget,
                           G_CONNECT_SWAPPED);
}

static void
styr_document_editor_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (
      gtk_widget_get_root (widget), styr_document_editor_reveal_focus, widget);
  GTK_WIDGET_CLASS (styr_document_editor_parent_class)->unroot (widget);
}

static void
styr_document_editor_unmap (GtkWidget *widget)
{
  /* whoever leaves the page has said what they wanted to say */
  styr_typed_flush (STYR_TYPED (widget));
  GTK_WIDGET_CLASS (styr_document_editor_parent_class)->unmap (widget);
}

static void
styr_document_editor_dispose (GObject *object)
{
  StyrDocumentEditor *self = STYR_DOCUMENT_EDITOR (object);
  GtkWidget *child;

  stop_building (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (styr_document_editor_parent_class)->dispose (object);
}

static void
styr_document_editor_finalize (GObject *object)
{
  g_free (STYR_DOCUMENT_EDITOR (object)->title);
  g_free (STYR_DOCUMENT_EDITOR (object)->subtitle);
  G_OBJECT_CLASS (styr_document_editor_parent_class)->finalize (object);
}

/* What is typed */

static void
typed_flush (StyrTyped *typed)
{
  StyrDocumentEditor *self = STYR_DOCUMENT_EDITOR (typed);

  if (self->session != NULL)
    styr_edit_session_flush (self->session);
}

static gboolean
typed_settle (StyrTyped *typed, GError **error)
{
  StyrDocumentEditor *self = STYR_DOCUMENT_EDITOR (typed);

  return self->session == NULL || styr_edit_session_settle (self->session, error);
}

static void
typed_init (StyrTypedInterface *iface)
{
  iface->flush = typed_flush;
  iface->settle = typed_settle;
}

static void
styr_document_editor_class_init (StyrDocumentEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = styr_document_editor_get_property;
  object_class->dispose = styr_document_editor_dispose;
  object_class->finalize = styr_document_editor_finalize;
  widget_class->focus = styr_document_editor_focus;
  widget_class->root = styr_document_editor_root;
  widget_class->unroot = styr_document_editor_unroot;
  widget_class->unmap = styr_document_editor_unmap;
  properties[PROP_WORKSPACE] =
      g_param_spec_object ("workspace", NULL, NULL, STYR_TYPE_WORKSPACE, flags);
  properties[PROP_DOCUMENT_ID] = g_param_spec_string ("document-id", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "documenteditor");
  styr_document_editor_install_actions (widget_class);
  styr_editor_style_load ();
}

static void
styr_document_editor_init (StyrDocumentEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->sections = g_ptr_array_new ();
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

/**
 * styr_document_editor_new:
 * @workspace: the open database
 * @document_id: the document
 *
 * Properties, all to be read: "workspace", "document-id", "title", "subtitle".
 *
 * Returns: (transfer floating): an editor of the document, made from its type's description in the
 * model
 */
GtkWidget *
styr_document_editor_new (StyrWorkspace *workspace, const char *document_id)
{
  StyrDocumentEditor *self;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace) && document_id != NULL, NULL);

  self = g_object_new (STYR_TYPE_DOCUMENT_EDITOR, NULL);
  gtk_stack_add_named (GTK_STACK (self->stack), styr_document_gone_new (), "gone");
  start_session (self, workspace, document_id);
  return GTK_WIDGET (self);
}

/**
 * styr_document_editor_build_all:
 * @self: the editor
 *
 * Makes the sections that are still to come, at once.
 */
void
styr_document_editor_build_all (StyrDocumentEditor *self)
{
  g_return_if_fail (STYR_IS_DOCUMENT_EDITOR (self));

  if (styr_edit_session_get_dossier (self->session) != NULL)
    build_until (self, G_MAXUINT);
}

/**
 * styr_document_editor_show_section:
 * @self: the editor
 * @section_id: one of the document type's sections
 *
 * Scrolls there and moves the focus to its first field. An unknown id does nothing.
 */
void
styr_document_editor_show_section (StyrDocumentEditor *self, const char *section_id)
{
  guint index;

  g_return_if_fail (STYR_IS_DOCUMENT_EDITOR (self));

  if (styr_edit_session_get_dossier (self->session) == NULL ||
      find_section (self, section_id, &index) == NULL)
    return;
  /* what stands before it must have its height */
  build_until (self, index);
  styr_widget_focus_first (self->sections->pdata[index]);
  styr_document_editor_scroll_to (self, self->sections->pdata[index]);
  if (adw_flap_get_folded (ADW_FLAP (self->outline_flap)))
    adw_flap_set_reveal_flap (ADW_FLAP (self->outline_flap), FALSE);
}
