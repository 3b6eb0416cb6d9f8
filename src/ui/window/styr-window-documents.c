/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-window.h"

#include "styr-decision-view.h"
#include "styr-document-editor.h"
#include "styr-new-document.h"
#include "styr-typed.h"
#include "styr-workspace-decisions.h"
#include "styr-window-private.h"

#include <glib/gi18n-lib.h>

/* A document opens on top of the page it was opened from; another one that is opened from there
 * goes on top of that. Decisions do the same: on the trail they are called "decision:ID". */

#define DECISION "decision:"

#define LONGEST_TRAIL 20

static StyrTyped *
get_typed (StyrWindow *self)
{
  GtkWidget *shown =
      self->editor != NULL ? self->editor : gtk_stack_get_visible_child (self->pages);

  return STYR_IS_TYPED (shown) ? STYR_TYPED (shown) : NULL;
}

/* Saves what is being typed, wherever that is. */
void
styr_window_flush (StyrWindow *self)
{
  if (get_typed (self) != NULL)
    styr_typed_flush (get_typed (self));
}

/* Saves what is being typed before what is shown is left by an action. What can't be saved is never
 * thrown away unasked: then a question is put, and the action is done when the answer is yes.
 *
 * @parameter: (nullable): of the action
 *
 * Returns: whether it may be left now */
gboolean
styr_window_may_leave (StyrWindow *self, const char *action, GVariant *parameter)
{
  return get_typed (self) == NULL ||
         styr_typed_may_leave (get_typed (self), GTK_WIDGET (self), action, parameter);
}

/* Takes away the editor when it is no longer what is shown. */
void
styr_window_close_document (StyrWindow *self)
{
  GtkWidget *editor = g_steal_pointer (&self->editor);

  g_queue_clear_full (&self->trail, g_free);
  if (editor != NULL)
    gtk_stack_remove (self->pages, editor);
}

static gboolean
is_decision (const char *reference)
{
  return g_str_has_prefix (reference, DECISION);
}

static char *
dup_id (const char *reference)
{
  const char *hash = strchr (reference, '#');

  return hash != NULL ? g_strndup (reference, (gsize) (hash - reference)) : g_strdup (reference);
}

/* What stands after # in a reference: a section of a document, a part of a decision */
static void
show_place (StyrWindow *self, const char *place)
{
  if (STYR_IS_DECISION_VIEW (self->editor))
    styr_decision_view_show_part (STYR_DECISION_VIEW (self->editor), place);
  else
    styr_document_editor_show_section (STYR_DOCUMENT_EDITOR (self->editor), place);
}

/* @reference: a document's id, or "id#section"; "decision:id", or "decision:id#part" */
static void
show_document (StyrWindow *self, const char *reference)
{
  const char *hash = strchr (reference, '#');
  GtkWidget *old = self->editor;

  if (g_strcmp0 (self->document_id, reference) != 0)
    {
      g_free (self->document_id);
      self->document_id = dup_id (reference);
    }
  self->editor =
      is_decision (reference)
          ? styr_decision_view_new (self->workspace, self->document_id + strlen (DECISION))
          : styr_document_editor_new (self->workspace, self->document_id);
  gtk_stack_add_child (self->pages, self->editor);
  styr_window_follow_shown (self, self->editor);
  gtk_widget_child_focus (self->editor, GTK_DIR_TAB_FORWARD);
  if (old != NULL)
    gtk_stack_remove (self->pages, old);
  if (hash != NULL)
    show_place (self, hash + 1);
}

static void
open_document (StyrWindow *self, const char *reference)
{
  g_autofree char *id = dup_id (reference);
  const char *hash = strchr (reference, '#');

  styr_window_flush (self);
  styr_window_remember_focus (self);
  if (self->editor != NULL && g_strcmp0 (self->document_id, id) == 0)
    {
      if (hash != NULL)
        show_place (self, hash + 1);
      return;
    }
  if (self->document_id != NULL)
    g_queue_push_tail (&self->trail, g_strdup (self->document_id));
  if (g_queue_get_length (&self->trail) > LONGEST_TRAIL)
    g_free (g_queue_pop_head (&self->trail));
  show_document (self, reference);
}

static void
open_document_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrWindow *self = STYR_WINDOW (widget);
  g_autofree char *id = dup_id (g_variant_get_string (parameter, NULL));
  g_autoptr (StyrDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;

  if (self->workspace == NULL)
    return;
  dossier = styr_workspace_dup_dossier (self->workspace, id, &error);
  if (dossier == NULL)
    styr_window_show_error (self, error);
  else if (g_strcmp0 (self->document_id, id) == 0 ||
           styr_window_may_leave (self, action, parameter))
    open_document (self, g_variant_get_string (parameter, NULL));
}

static void
open_decision_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrWindow *self = STYR_WINDOW (widget);
  const char *wanted = g_variant_get_string (parameter, NULL);
  g_autofree char *id = dup_id (wanted);
  g_autofree char *reference = g_strconcat (DECISION, wanted, NULL);
  g_autoptr (StyrDecision) decision = NULL;
  g_autoptr (GError) error = NULL;

  if (self->workspace == NULL)
    return;
  decision = styr_workspace_dup_decision (self->workspace, id, &error);
  if (decision == NULL)
    styr_window_show_error (self, error);
  else if (styr_window_may_leave (self, action, parameter))
    open_document (self, reference);
}

static void
new_document_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrWindow *self = STYR_WINDOW (widget);
  const char *type, *unit_id;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  int year;

  if (self->workspace == NULL)
    return;
  g_variant_get (parameter, "(&s&si)", &type, &unit_id, &year);
  if (!styr_window_may_leave (self, action, parameter))
    return;
  id = styr_workspace_create_document (
      self->workspace, type, *unit_id != '\0' ? unit_id : NULL, year, &error);
  if (id == NULL)
    {
      styr_window_show_error (self, error);
      return;
    }
  open_document (self, id);
  styr_window_show_toast (self, _ ("The document is made as a draft"), TRUE);
}

static gboolean
is_there (StyrWindow *self, const char *reference)
{
  g_autoptr (StyrDossier) dossier = NULL;
  g_autoptr (StyrDecision) decision = NULL;

  if (is_decision (reference))
    {
      decision = styr_workspace_dup_decision (self->workspace, reference + strlen (DECISION), NULL);
      return decision != NULL;
    }
  dossier = styr_workspace_dup_dossier (self->workspace, reference, NULL);
  return dossier != NULL;
}

/* Documents that are gone (a creation undone, say) are passed over. */
static char *
pop_trail (StyrWindow *self)
{
  char *id;

  while ((id = g_queue_pop_tail (&self->trail)) != NULL)
    {
      if (is_there (self, id))
        return id;
      g_free (id);
    }
  return NULL;
}

static void
back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrWindow *self = STYR_WINDOW (widget);
  g_autofree char *id = NULL;

  if (self->document_id == NULL || !styr_window_may_leave (self, action, parameter))
    return;
  id = pop_trail (self);
  if (id != NULL)
    show_document (self, id);
  else
    styr_window_show_page (self, self->page);
}

/* A new decision where decisions are shown, else a new document */
static void
new_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StyrWindow *self = STYR_WINDOW (widget);
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, self->page), *dialog;

  if (self->workspace == NULL || styr_workspace_get_model (self->workspace) == NULL)
    return;
  styr_window_flush (self);
  if (page != NULL && gtk_widget_activate_action (page, "decisions.new", NULL))
    return;
  dialog = styr_new_document_new (self->workspace);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Adds the actions about documents to the window's class. */
void
styr_window_add_document_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-document", "s", open_document_cb);
  gtk_widget_class_install_action (widget_class, "win.open-decision", "s", open_decision_cb);
  gtk_widget_class_install_action (widget_class, "win.new-document", "(ssi)", new_document_cb);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
}

/**
 * Returns: (transfer none) (nullable): the id of the document that is open; of a decision
 * "decision:ID".
 */
const char *
styr_window_get_document_id (StyrWindow *self)
{
  g_return_val_if_fail (STYR_IS_WINDOW (self), NULL);

  return self->document_id;
}
