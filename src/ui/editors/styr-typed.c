/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-typed.h"

#include "styr-dialogs.h"

#include <glib/gi18n-lib.h>

/* What is said about the widget while it is being left */
#define ASKING "styr-typed-asking"   /* the question is put */
#define LEAVING "styr-typed-leaving" /* what can't be saved may go */

G_DEFINE_INTERFACE (StyrTyped, styr_typed, GTK_TYPE_WIDGET)

static void
styr_typed_default_init (StyrTypedInterface *iface)
{
}

/**
 * styr_typed_flush:
 * @self: the widget
 *
 * Saves what is typed; what can't be saved stays as it stands.
 */
void
styr_typed_flush (StyrTyped *self)
{
  g_return_if_fail (STYR_IS_TYPED (self));

  STYR_TYPED_GET_IFACE (self)->flush (self);
}

/**
 * styr_typed_settle:
 * @self: the widget
 * @error: VALUE: which field says something that can't be saved, and why
 *
 * Saves what is typed. The first field that can't be saved as it stands gets the keyboard.
 *
 * Returns: whether all that stands in the fields is saved
 */
gboolean
styr_typed_settle (StyrTyped *self, GError **error)
{
  g_return_val_if_fail (STYR_IS_TYPED (self), FALSE);

  return STYR_TYPED_GET_IFACE (self)->settle (self, error);
}

/* The action that leaves, to be done when the user says so */
typedef struct
{
  StyrTyped *typed;
  GtkWidget *widget;
  char *action;
  GVariant *parameter;
} Leaving;

static void
leaving_free (gpointer data)
{
  Leaving *leaving = data;

  g_object_set_data (G_OBJECT (leaving->typed), ASKING, NULL);
  g_object_unref (leaving->typed);
  g_object_unref (leaving->widget);
  g_free (leaving->action);
  g_clear_pointer (&leaving->parameter, g_variant_unref);
  g_free (leaving);
}

static void
leave_anyway (gpointer data)
{
  Leaving *leaving = data;

  g_object_set_data (G_OBJECT (leaving->typed), LEAVING, GINT_TO_POINTER (TRUE));
  gtk_widget_activate_action_variant (leaving->widget, leaving->action, leaving->parameter);
  g_object_set_data (G_OBJECT (leaving->typed), LEAVING, NULL);
}

static void
ask (StyrTyped *self,
     GtkWidget *widget,
     const char *action,
     GVariant *parameter,
     const char *sentence)
{
  Leaving *leaving = g_new0 (Leaving, 1);

  leaving->typed = g_object_ref (self);
  leaving->widget = g_object_ref (widget);
  leaving->action = g_strdup (action);
  leaving->parameter = parameter != NULL ? g_variant_ref (parameter) : NULL;
  g_object_set_data (G_OBJECT (self), ASKING, GINT_TO_POINTER (TRUE));
  styr_dialog_confirm (GTK_WINDOW (gtk_widget_get_root (widget)),
                       _ ("Leave what isn’t saved?"),
                       sentence,
                       _ ("_Leave without it"),
                       TRUE,
                       leave_anyway,
                       leaving,
                       leaving_free);
}

/**
 * styr_typed_may_leave:
 * @self: what is to be left, or shows something else
 * @widget: where @action is activated
 * @action: what leaves
 * @parameter: (nullable): of the action; a floating one is consumed
 *
 * Saves what is typed before it is left. What can't be saved is never thrown away unasked: then a
 * question is put, once, and the action is activated (anew) when the answer is yes.
 *
 * Returns: whether it may be left now
 */
gboolean
styr_typed_may_leave (StyrTyped *self, GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GVariant) given = parameter != NULL ? g_variant_ref_sink (parameter) : NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (STYR_IS_TYPED (self) && GTK_IS_WIDGET (widget) && action != NULL, FALSE);

  if (g_object_get_data (G_OBJECT (self), LEAVING) != NULL || styr_typed_settle (self, &error))
    return TRUE;
  if (g_object_get_data (G_OBJECT (self), ASKING) == NULL)
    ask (self, widget, action, given, error->message);
  return FALSE;
}

/**
 * styr_typed_dup_refusal:
 * @title: the title of a field
 * @why: a translated sentence
 *
 * Returns: (transfer full): the sentence of an error of styr_typed_settle()
 */
char *
styr_typed_dup_refusal (const char *title, const char *why)
{
  g_return_val_if_fail (title != NULL && why != NULL, NULL);

  /* Translators: the title of a field, then what is wrong with what stands in it. */
  return g_strdup_printf (_ ("“%s” can’t be saved as it stands. %s"), title, why);
}
