/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-document-editor-private.h"

#include "styr-field-row.h"
#include "styr-outline.h"
#include "styr-widget-util.h"

/* New widgets have their places after the next layout, what wraps may need one more: so many frames
 * a place is followed */
#define FRAMES_TO_SETTLE 5
/* Free space above and below the field with the focus */
#define MARGIN_OF_FOCUS 18
/* The section that has begun above this line is the current one */
#define CURRENT_LINE 120
/* A narrower form is no pleasure to write in: the card folds before, then the outline */
#define ROOM_OF_FORM 540

static void
measure_room_cb (GtkWidget *widget,
                 GtkOrientation orientation,
                 int for_size,
                 int *minimum,
                 int *natural,
                 int *minimum_baseline,
                 int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget),
                      orientation,
                      for_size,
                      minimum,
                      natural,
                      minimum_baseline,
                      natural_baseline);
  /* The sides' folding must not depend on how long the document's texts are */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, ROOM_OF_FORM);
}

static void
allocate_room_cb (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
}

/**
 * styr_document_editor_make_room:
 * @form: what scrolls
 *
 * Returns: (transfer floating): @form, asking for the width that is good to write in
 */
GtkWidget *
styr_document_editor_make_room (GtkWidget *form)
{
  GtkWidget *room = adw_bin_new ();

  g_return_val_if_fail (GTK_IS_WIDGET (form), NULL);

  gtk_widget_set_layout_manager (room,
                                 gtk_custom_layout_new (NULL, measure_room_cb, allocate_room_cb));
  adw_bin_set_child (ADW_BIN (room), form);
  return room;
}

/**
 * styr_document_editor_update_current:
 * @self: the editor
 *
 * Marks in the outline which section is in sight. Reckoned from places in the form, which scrolling
 * doesn't change.
 */
void
styr_document_editor_update_current (StyrDocumentEditor *self)
{
  const StyrDocumentType *type =
      styr_dossier_get_document_type (styr_edit_session_get_dossier (self->session));
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  double line = gtk_adjustment_get_value (adjustment) + CURRENT_LINE;
  const StyrSection *current = NULL;

  for (guint i = 0; type != NULL && i < self->sections->len; i++)
    {
      graphene_point_t at;

      if (gtk_widget_compute_point (
              self->sections->pdata[i], self->body, &GRAPHENE_POINT_INIT (0, 0), &at) &&
          (at.y <= line || i == 0))
        current = g_ptr_array_index (type->sections, i);
    }
  styr_outline_set_current (STYR_OUTLINE (self->outline), current != NULL ? current->id : NULL);
}

/* What is wanted comes to the top; what only got the focus just comes into sight, with the whole
 * field it is part of */
static void
scroll_now (StyrDocumentEditor *self)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  GtkWidget *field =
      self->focused != NULL ? gtk_widget_get_ancestor (self->focused, STYR_TYPE_FIELD_ROW) : NULL;
  GtkWidget *target = field != NULL ? field : self->focused;
  graphene_point_t at;

  if (self->wanted != NULL &&
      gtk_widget_compute_point (self->wanted, self->body, &GRAPHENE_POINT_INIT (0, 0), &at))
    {
      if (at.y != self->wanted_at)
        self->frames = 0;
      self->wanted_at = at.y;
      gtk_adjustment_set_value (adjustment, MAX (0, at.y - 6));
    }
  else if (target != NULL)
    styr_widget_scroll_to (
        target,
        &GRAPHENE_POINT_INIT (0, -MARGIN_OF_FOCUS),
        MIN (gtk_widget_get_height (target), gtk_adjustment_get_page_size (adjustment) / 2) +
            2 * MARGIN_OF_FOCUS);
}

/* The section that is on its way to the top, else the one whose field has come into sight */
static const StyrSection *
find_wanted (StyrDocumentEditor *self)
{
  const StyrDocumentType *type =
      styr_dossier_get_document_type (styr_edit_session_get_dossier (self->session));
  GtkWidget *wanted = self->wanted != NULL ? self->wanted : self->focused;

  for (guint i = 0; wanted != NULL && i < self->sections->len; i++)
    if (wanted == self->sections->pdata[i] ||
        gtk_widget_is_ancestor (wanted, self->sections->pdata[i]))
      return type->sections->pdata[i];
  return NULL;
}

/* A short section at the end never comes to the top, but who went there or writes there is there */
static gboolean
mark_wanted (StyrDocumentEditor *self)
{
  const StyrSection *wanted = find_wanted (self);

  if (wanted == NULL)
    return FALSE;
  styr_outline_set_current (STYR_OUTLINE (self->outline), wanted->id);
  return TRUE;
}

/**
 * styr_document_editor_dup_place:
 * @self: the editor
 *
 * Returns: (transfer full) (nullable): id of the section that is in sight, or soon will be
 */
char *
styr_document_editor_dup_place (StyrDocumentEditor *self)
{
  const StyrSection *wanted = find_wanted (self);

  return g_strdup (wanted != NULL ? wanted->id
                                  : styr_outline_get_current (STYR_OUTLINE (self->outline)));
}

static gboolean
scroll_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  StyrDocumentEditor *self = STYR_DOCUMENT_EDITOR (widget);

  /* the first tick comes before the layout that gives new widgets their places */
  if (self->frames > 0)
    scroll_now (self);
  /* What is still to be made below may be what lets a section come to the top */
  if (self->build_id != 0)
    self->frames = 0;
  if (++self->frames < FRAMES_TO_SETTLE)
    return G_SOURCE_CONTINUE;
  if (!mark_wanted (self))
    styr_document_editor_update_current (self);
  self->tick_id = 0;
  g_clear_weak_pointer (&self->wanted);
  g_clear_weak_pointer (&self->focused);
  return G_SOURCE_REMOVE;
}

static void
start_scrolling (StyrDocumentEditor *self)
{
  self->frames = 0;
  self->wanted_at = -1;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_tick_cb, NULL, NULL);
}

/**
 * styr_document_editor_find_focus:
 * @self: the editor
 *
 * Returns: (transfer none) (nullable): what has the focus in the form
 */
GtkWidget *
styr_document_editor_find_focus (StyrDocumentEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && self->body != NULL && gtk_widget_is_ancestor (focus, self->body) ? focus
                                                                                           : NULL;
}

/**
 * styr_document_editor_reveal_focus:
 * @self: the editor
 *
 * Brings the field with the focus into sight.
 */
void
styr_document_editor_reveal_focus (StyrDocumentEditor *self)
{
  GtkWidget *focus = styr_document_editor_find_focus (self);

  if (focus == NULL)
    return;
  g_set_weak_pointer (&self->focused, focus);
  start_scrolling (self);
}

/**
 * styr_document_editor_stop_scrolling:
 * @self: the editor
 *
 * Lets the form stay where it is: whoever scrolls by hand knows best.
 *
 * Returns: %GDK_EVENT_PROPAGATE
 */
gboolean
styr_document_editor_stop_scrolling (StyrDocumentEditor *self)
{
  g_clear_weak_pointer (&self->wanted);
  g_clear_weak_pointer (&self->focused);
  return GDK_EVENT_PROPAGATE;
}

/**
 * styr_document_editor_scroll_to:
 * @self: the editor
 * @widget: something in the form
 *
 * Scrolls until it stands at the top, also when it was made just now.
 */
void
styr_document_editor_scroll_to (StyrDocumentEditor *self, GtkWidget *widget)
{
  g_set_weak_pointer (&self->wanted, widget);
  start_scrolling (self);
}
