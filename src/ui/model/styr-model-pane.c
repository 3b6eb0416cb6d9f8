/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-model-pane.h"

#include "styr-model-form.h"
#include "styr-names.h"
#include "styr-typed.h"
#include "styr-widget-util.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/*
 * Forms of the model, one at a time: an element, and from there what stands in its lists, with the
 * way back above.
 *
 * # Actions
 * `pane.back` (u: a step of the way back), `pane.open` (s: a path that the shown form leads to)
 *
 * Signal "emptied": what was shown is no longer in the model.
 */
struct _StyrModelPane
{
  GtkWidget parent_instance;

  StyrWorkspace *workspace;
  GPtrArray *trail; /* char*: paths, the one that is shown last */
  GtkWidget *head, *scrolled, *clamp, *form;
  gboolean titled; /* what it shows is named elsewhere */
};

enum
{
  EMPTIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void typed_init (StyrTypedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StyrModelPane,
                               styr_model_pane,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (STYR_TYPE_TYPED, typed_init))

static void show_last (StyrModelPane *self, const char *from, gboolean focus);

static const char *
get_last (StyrModelPane *self)
{
  return self->trail->len > 0 ? self->trail->pdata[self->trail->len - 1] : NULL;
}

static void
go_back_to (StyrModelPane *self, guint index)
{
  g_autofree char *from = NULL;

  if (index + 1 >= self->trail->len ||
      !styr_typed_may_leave (
          STYR_TYPED (self), GTK_WIDGET (self), "pane.back", g_variant_new_uint32 (index)))
    return;
  from = g_strdup (self->trail->pdata[index + 1]);
  g_ptr_array_set_size (self->trail, (int) index + 1);
  show_last (self, from, TRUE);
}

static void
step_clicked_cb (GtkWidget *button, StyrModelPane *self)
{
  go_back_to (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "styr-index")));
}

static void
back_clicked_cb (StyrModelPane *self)
{
  if (self->trail->len > 1)
    go_back_to (self, self->trail->len - 2);
}

static void
opened_cb (StyrModelPane *self, const char *path)
{
  g_autofree char *opened = g_strdup (path);

  if (styr_typed_may_leave (
          STYR_TYPED (self), GTK_WIDGET (self), "pane.open", g_variant_new_string (path)))
    styr_model_pane_open (self, opened, FALSE);
}

static void
back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  go_back_to (STYR_MODEL_PANE (widget), g_variant_get_uint32 (parameter));
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  opened_cb (STYR_MODEL_PANE (widget), g_variant_get_string (parameter, NULL));
}

/* Undo may take away what is shown: what it stood in is shown then. */
static void
gone_cb (StyrModelPane *self)
{
  while (self->trail->len > 0 && styr_model_peek (self->workspace, get_last (self)) == NULL)
    g_ptr_array_set_size (self->trail, (int) self->trail->len - 1);
  show_last (self, NULL, FALSE);
  if (self->trail->len == 0)
    g_signal_emit (self, signals[EMPTIED], 0);
}

/* A label that may wrap is asked how narrow it can be when there are many steps. */
static GtkWidget *
make_arrow (void)
{
  GtkWidget *arrow = gtk_label_new ("›");

  gtk_widget_add_css_class (arrow, "dim-label");
  return arrow;
}

/* Names are lower case in the model where they stand in sentences. */
static char *
dup_heading (StyrModelPane *self, guint index)
{
  g_autofree char *name = styr_model_name_of_path (self->workspace, self->trail->pdata[index]);

  return styr_name_sentence_case (name);
}

static void
add_step (StyrModelPane *self, guint index, gboolean is_last)
{
  g_autofree char *name = dup_heading (self, index);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *button;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (is_last)
    {
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "heading");
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (self->head), label);
      return;
    }
  button = gtk_button_new ();
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "styr-step");
  styr_widget_set_name_text (button, name);
  g_object_set_data (G_OBJECT (button), "styr-index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (step_clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (self->head), button);
  gtk_box_append (GTK_BOX (self->head), make_arrow ());
}

static void
fill_head (StyrModelPane *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->head)) != NULL)
    gtk_box_remove (GTK_BOX (self->head), child);
  if (self->trail->len > 1)
    {
      GtkWidget *back = styr_icon_button_new ("go-previous-symbolic", _ ("Back"));

      g_signal_connect_object (
          back, "clicked", G_CALLBACK (back_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->head), back);
    }
  for (guint i = 0; i < self->trail->len; i++)
    add_step (self, i, i + 1 == self->trail->len);
  gtk_widget_set_visible (self->head, self->trail->len > (self->titled ? 1 : 0));
}

static void
show_last (StyrModelPane *self, const char *from, gboolean focus)
{
  const char *path = get_last (self);

  if (self->form != NULL)
    styr_model_form_flush (STYR_MODEL_FORM (self->form));
  fill_head (self);
  self->form = path != NULL ? styr_model_form_new (self->workspace, path) : NULL;
  adw_clamp_set_child (ADW_CLAMP (self->clamp), self->form);
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
  if (self->form == NULL)
    return;
  g_signal_connect_object (self->form, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "gone", G_CALLBACK (gone_cb), self, G_CONNECT_SWAPPED);
  if (focus)
    styr_model_form_focus (STYR_MODEL_FORM (self->form), from);
}

/* Names may be others now. The buttons stay: one of them may be what is being clicked, since what
 * is typed is written when the keyboard leaves the field. */
static void
update_head (StyrModelPane *self)
{
  guint index = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->head);
       child != NULL && index < self->trail->len;
       child = gtk_widget_get_next_sibling (child))
    {
      gboolean is_last = index + 1 == self->trail->len;
      g_autofree char *name = NULL;

      if (is_last ? child != gtk_widget_get_last_child (self->head)
                  : !gtk_widget_has_css_class (child, "styr-step"))
        continue;
      name = dup_heading (self, index++);
      if (is_last)
        gtk_label_set_text (GTK_LABEL (child), name);
      else
        {
          gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (child))), name);
          styr_widget_set_name_text (child, name);
        }
    }
}

static void
model_changed_cb (StyrModelPane *self)
{
  /* what is typed may be written while the window closes */
  if (self->workspace == NULL)
    return;
  if (self->trail->len > 0 && styr_model_peek (self->workspace, get_last (self)) != NULL)
    update_head (self);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  StyrModelPane *self = STYR_MODEL_PANE (widget);

  if (self->trail->len < 2)
    return FALSE;
  back_clicked_cb (self);
  return TRUE;
}

/* A click beside the fields leaves the list, too: its keys, such as Delete, would else still be
 * about the row that is chosen there. */
static void
pressed_cb (StyrModelPane *self)
{
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
styr_model_pane_dispose (GObject *object)
{
  StyrModelPane *self = STYR_MODEL_PANE (object);
  GtkWidget *child;

  self->form = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (styr_model_pane_parent_class)->dispose (object);
}

static void
styr_model_pane_finalize (GObject *object)
{
  g_ptr_array_unref (STYR_MODEL_PANE (object)->trail);
  G_OBJECT_CLASS (styr_model_pane_parent_class)->finalize (object);
}

/* What is typed */

static void
typed_flush (StyrTyped *typed)
{
  StyrModelPane *self = STYR_MODEL_PANE (typed);

  if (self->form != NULL)
    styr_model_form_flush (STYR_MODEL_FORM (self->form));
}

static gboolean
typed_settle (StyrTyped *typed, GError **error)
{
  StyrModelPane *self = STYR_MODEL_PANE (typed);

  return self->form == NULL || styr_model_form_settle (STYR_MODEL_FORM (self->form), error);
}

static void
typed_init (StyrTypedInterface *iface)
{
  iface->flush = typed_flush;
  iface->settle = typed_settle;
}

static void
styr_model_pane_class_init (StyrModelPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = styr_model_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = styr_model_pane_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  widget_class->focus = styr_widget_focus_inside;
  gtk_widget_class_set_css_name (widget_class, "modelpane");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_install_action (widget_class, "pane.back", "u", back_cb);
  gtk_widget_class_install_action (widget_class, "pane.open", "s", open_cb);
  signals[EMPTIED] = g_signal_new (
      "emptied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
styr_model_pane_init (StyrModelPane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *head_clamp;
  GtkGesture *click = gtk_gesture_click_new ();

  /* in the end, so that a field that takes the click has the keyboard already */
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (widget, TRUE);
  self->trail = g_ptr_array_new_with_free_func (g_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (widget)),
                                  GTK_ORIENTATION_VERTICAL);
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->head, "styr-trail");
  head_clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (head_clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (head_clamp), self->head);
  gtk_widget_set_parent (head_clamp, widget);
  self->clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), 720);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->clamp);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, widget);
}

/**
 * styr_model_pane_new:
 *
 * Returns: (transfer floating): a pane that shows nothing yet
 */
GtkWidget *
styr_model_pane_new (StyrWorkspace *workspace)
{
  StyrModelPane *self;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (STYR_TYPE_MODEL_PANE, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (
      workspace, "notify::model", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * styr_model_pane_show:
 * @path: (nullable): an element, "" for the model itself, "terminology", or NULL for nothing
 *
 * Shows a form; there is nothing to go back to.
 */
void
styr_model_pane_show (StyrModelPane *self, const char *path)
{
  g_autofree char *wanted = g_strdup (path);

  g_return_if_fail (STYR_IS_MODEL_PANE (self));

  if (self->trail->len == 1 && g_strcmp0 (get_last (self), path) == 0)
    return;
  g_ptr_array_set_size (self->trail, 0);
  if (wanted != NULL)
    g_ptr_array_add (self->trail, g_steal_pointer (&wanted));
  show_last (self, NULL, FALSE);
}

/**
 * styr_model_pane_open:
 * @path: an element that the shown form leads to
 * @is_new: whether it was made just now
 *
 * Shows its form with the way back to the one that was shown.
 */
void
styr_model_pane_open (StyrModelPane *self, const char *path, gboolean is_new)
{
  g_return_if_fail (STYR_IS_MODEL_PANE (self) && path != NULL);

  g_ptr_array_add (self->trail, g_strdup (path));
  show_last (self, NULL, TRUE);
}

/**
 * styr_model_pane_set_titled:
 * @titled: whether the name of the first element stands above the pane already
 */
void
styr_model_pane_set_titled (StyrModelPane *self, gboolean titled)
{
  g_return_if_fail (STYR_IS_MODEL_PANE (self));

  self->titled = titled;
  fill_head (self);
}

/** Moves the keyboard to the first field. */
void
styr_model_pane_focus (StyrModelPane *self)
{
  g_return_if_fail (STYR_IS_MODEL_PANE (self));

  if (self->form != NULL)
    styr_model_form_focus (STYR_MODEL_FORM (self->form), NULL);
}

/** Returns: (transfer none) (nullable): path of what is shown */
const char *
styr_model_pane_get_path (StyrModelPane *self)
{
  g_return_val_if_fail (STYR_IS_MODEL_PANE (self), NULL);

  return get_last (self);
}

/** Returns: (transfer none) (nullable): path of the element that was shown first, which all ways
 * back end at */
const char *
styr_model_pane_get_root (StyrModelPane *self)
{
  g_return_val_if_fail (STYR_IS_MODEL_PANE (self), NULL);

  return self->trail->len > 0 ? self->trail->pdata[0] : NULL;
}
