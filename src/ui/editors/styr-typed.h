/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STYR_TYPE_TYPED (styr_typed_get_type ())
/** A widget in which something is typed that is saved by and by: a document's editor, a page with a
 * form. */
G_DECLARE_INTERFACE (StyrTyped, styr_typed, STYR, TYPED, GtkWidget)

struct _StyrTypedInterface
{
  GTypeInterface parent;

  void (*flush) (StyrTyped *self);
  gboolean (*settle) (StyrTyped *self, GError **error);
};

void styr_typed_flush (StyrTyped *self);
gboolean styr_typed_settle (StyrTyped *self, GError **error);
gboolean
styr_typed_may_leave (StyrTyped *self, GtkWidget *widget, const char *action, GVariant *parameter);
char *styr_typed_dup_refusal (const char *title, const char *why);

G_END_DECLS
