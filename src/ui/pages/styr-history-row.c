/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-history-row.h"

#include "styr-locale.h"

#include <glib/gi18n-lib.h>

struct _StyrHistoryRow
{
  GtkBox parent_instance;

  StyrRecord *entry;
  GSignalGroup *signals;
  gint64 newest; /* id of the latest change that holds: there is nothing to undo after it */

  GtkLabel *symbol;
  GtkLabel *label;
  GtkLabel *detail;
  GtkWidget *button;
};

enum
{
  SIGNAL_UNDO_TO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StyrHistoryRow, styr_history_row, GTK_TYPE_BOX)

typedef struct
{
  const char *kind;
  const char *state;
  const char *symbol;
  const char *word;
} EntryState;

static const EntryState states[] = {
  { "start", NULL, "●", NC_ ("history", "begun") },
  { "change", "done", "✓", NC_ ("history", "done") },
  { "change", "undone", "↶", NC_ ("history", "undone") },
  { "change", "abandoned", "–", NC_ ("history", "undone, and replaced by other changes") },
  { "undo", NULL, "↶", NC_ ("history", "undo") },
  { "redo", NULL, "↷", NC_ ("history", "redo") },
};

static const EntryState *
find_state (StyrRecord *entry)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (styr_record_is (entry, "kind", states[i].kind) &&
        (states[i].state == NULL || styr_record_is (entry, "state", states[i].state)))
      return &states[i];
  return &states[1];
}

static char *
dup_label (StyrRecord *entry)
{
  const char *label = styr_record_get_text (entry, "label");

  if (label == NULL)
    return g_strdup ("");
  if (styr_record_is (entry, "kind", "undo"))
    return g_strdup_printf (_ ("Undid: %s"), label);
  if (styr_record_is (entry, "kind", "redo"))
    return g_strdup_printf (_ ("Redid: %s"), label);
  return g_strdup (label);
}

static gboolean
can_undo_to (StyrHistoryRow *self)
{
  gint64 id = g_ascii_strtoll (styr_record_get_id (self->entry), NULL, 10);

  return id < self->newest && (styr_record_is (self->entry, "kind", "start") ||
                               (styr_record_is (self->entry, "kind", "change") &&
                                styr_record_is (self->entry, "state", "done")));
}

static void
update (StyrHistoryRow *self)
{
  const EntryState *state;
  g_autofree char *label = NULL;
  g_autofree char *time = NULL;
  g_autofree char *detail = NULL;
  const char *author;

  if (self->entry == NULL)
    return;
  state = find_state (self->entry);
  label = dup_label (self->entry);
  time = styr_format_date (styr_record_get_text (self->entry, "at"));
  author = styr_record_get_text (self->entry, "author");
  detail = g_strdup_printf ("%s  ·  %s  ·  %s",
                            time,
                            author != NULL ? author : "–",
                            g_dpgettext2 (NULL, "history", state->word));

  gtk_label_set_label (self->symbol, state->symbol);
  gtk_label_set_label (self->label, label);
  gtk_label_set_label (self->detail, detail);
  gtk_widget_set_visible (self->button, can_undo_to (self));
  if (styr_record_is (self->entry, "kind", "change") &&
      !styr_record_is (self->entry, "state", "done"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "undone");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "undone");
}

static void
clicked_cb (GtkButton *button, StyrHistoryRow *self)
{
  g_signal_emit (self, signals[SIGNAL_UNDO_TO], 0, self->entry);
}

static void
styr_history_row_dispose (GObject *object)
{
  StyrHistoryRow *self = STYR_HISTORY_ROW (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (styr_history_row_parent_class)->dispose (object);
}

static void
styr_history_row_class_init (StyrHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = styr_history_row_dispose;

  signals[SIGNAL_UNDO_TO] = g_signal_new ("undo-to",
                                          STYR_TYPE_HISTORY_ROW,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          STYR_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/styrmodell/Styrmodell/ui/styr-history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StyrHistoryRow, symbol);
  gtk_widget_class_bind_template_child (widget_class, StyrHistoryRow, label);
  gtk_widget_class_bind_template_child (widget_class, StyrHistoryRow, detail);
  gtk_widget_class_bind_template_child (widget_class, StyrHistoryRow, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
styr_history_row_init (StyrHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (STYR_TYPE_RECORD);
  g_signal_group_connect_object (
      self->signals, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * Makes an empty row; give it an entry.
 */
GtkWidget *
styr_history_row_new (void)
{
  return g_object_new (STYR_TYPE_HISTORY_ROW, NULL);
}

/**
 * Shows @entry and follows its changes.
 *
 * @entry: (nullable): a "journal" record
 */
void
styr_history_row_set_entry (StyrHistoryRow *self, StyrRecord *entry)
{
  g_return_if_fail (STYR_IS_HISTORY_ROW (self));

  if (!g_set_object (&self->entry, entry))
    return;
  g_signal_group_set_target (self->signals, entry);
  update (self);
}

/**
 * Tells which entry is the latest change that holds; after it there is nothing to undo.
 */
void
styr_history_row_set_newest (StyrHistoryRow *self, gint64 newest)
{
  g_return_if_fail (STYR_IS_HISTORY_ROW (self));

  if (self->newest == newest)
    return;
  self->newest = newest;
  update (self);
}

/**
 * Returns: (transfer full): the whole row in words, for screen readers.
 */
char *
styr_history_row_dup_name (StyrHistoryRow *self)
{
  g_return_val_if_fail (STYR_IS_HISTORY_ROW (self), NULL);

  return g_strdup_printf (
      "%s, %s", gtk_label_get_label (self->label), gtk_label_get_label (self->detail));
}
