/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-register-view.h"

#include "styr-choice-button.h"
#include "styr-editor-style.h"
#include "styr-register-bars.h"
#include "styr-register-choice.h"
#include "styr-register-columns.h"
#include "styr-register-export.h"
#include "styr-register-filters.h"
#include "styr-register-mark.h"
#include "styr-register-rows.h"
#include "styr-register-widths.h"
#include "styr-when-shown.h"
#include "styr-wrap-layout.h"

#include <glib/gi18n-lib.h>

struct _StyrRegisterView
{
  AdwBin parent_instance;

  StyrWorkspace *workspace;
  const StyrRegisterKind *kind;
  GListModel *records;
  GtkFilter *filter;
  GListModel *filtered;
  char **wanted;      /* words, casefolded */
  GPtrArray *choices; /* StyrChoiceButton*, borrowed; data "styr-column" */
  guint refresh_id, fit_id;
  gboolean to_top; /* when the rows have been counted: they are of another unit or year */

  GtkBox *bar;
  GtkWidget *more_button;
  GtkBox *more_choices;
  GtkBox *end; /* buttons at the end of the bar */
  GtkBox *marks;
  GPtrArray *buttons;    /* of the marks, borrowed */
  GtkRevealer *revealer; /* the bars, when the register has some */
  GtkWidget *bars_button;
  StyrRegisterBars *bars;
  GMenu *exports;
  GtkEditable *search;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkColumnView *view;
  GtkWidget *columns_button;
};

enum
{
  OPENED,
  SHOWN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (StyrRegisterView, styr_register_view, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

/* How many choices stand in the bar; the others are behind a button */
#define MOST_CHOICES 2

/* Filter */

static const StyrRegisterColumn *
find_column (StyrRegisterView *self, const char *id)
{
  for (guint i = 0; i < self->kind->n_columns; i++)
    if (g_strcmp0 (self->kind->columns[i].id, id) == 0)
      return &self->kind->columns[i];
  return NULL;
}

static gboolean
fits_choices (StyrRegisterView *self, StyrRecord *record)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      StyrChoiceButton *choice = self->choices->pdata[i];
      const StyrRegisterColumn *column = g_object_get_data (G_OBJECT (choice), "styr-column");
      const char *wanted = styr_choice_button_get_selected (choice);
      g_autofree char *text = wanted != NULL ? column->dup_text (self->workspace, record) : NULL;

      if (wanted != NULL && g_strcmp0 (text, wanted) != 0)
        return FALSE;
    }
  return TRUE;
}

static GtkToggleButton *
get_mark (StyrRegisterView *self, guint index)
{
  return self->buttons->pdata[index];
}

static gboolean
fits_marks (StyrRegisterView *self, StyrRecord *record)
{
  for (guint i = 0; i < self->kind->n_marks; i++)
    if (gtk_toggle_button_get_active (get_mark (self, i)) &&
        !self->kind->marks[i].matches (self->workspace, record))
      return FALSE;
  return TRUE;
}

static gboolean
filter_cb (gpointer item, gpointer user_data)
{
  StyrRegisterView *self = user_data;

  return fits_marks (self, item) && fits_choices (self, item) &&
         (self->bars == NULL || styr_register_bars_fits (self->bars, self->workspace, item)) &&
         styr_register_filters_has_words (
             self->workspace, self->kind, (const char *const *) self->wanted, item);
}

static void
update_marks (StyrRegisterView *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->kind->n_marks; i++)
    {
      const StyrRegisterMark *mark = &self->kind->marks[i];
      GtkToggleButton *button = get_mark (self, i);
      guint count = 0;

      for (guint j = 0; j < g_list_model_get_n_items (self->records); j++)
        {
          g_autoptr (StyrRecord) record = g_list_model_get_item (self->records, j);

          count += mark->matches (self->workspace, record);
        }
      styr_register_mark_show (GTK_WIDGET (button), mark, count);
      if (count == 0 && gtk_toggle_button_get_active (button))
        gtk_toggle_button_set_active (button, FALSE);
      gtk_widget_set_visible (GTK_WIDGET (button), count > 0);
      any = any || count > 0;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->marks), any);
}

/* A filter that isn't seen must be told */
static void
update_more (StyrRegisterView *self)
{
  gboolean any = FALSE;

  for (guint i = MOST_CHOICES; i < self->choices->len; i++)
    any = any || styr_choice_button_get_selected (self->choices->pdata[i]) != NULL;
  if (any)
    gtk_widget_add_css_class (self->more_button, "accent");
  else
    gtk_widget_remove_css_class (self->more_button, "accent");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->more_button),
                             any ? _ ("More filters ●") : _ ("More filters"));
}

static void
update (StyrRegisterView *self)
{
  guint all = g_list_model_get_n_items (self->records);
  guint shown = g_list_model_get_n_items (self->filtered);

  gtk_stack_set_visible_child_name (self->stack,
                                    all == 0 ? "empty" : (shown == 0 ? "nothing" : "list"));
  gtk_widget_set_visible (GTK_WIDGET (self->bar), all > 0);
  update_more (self);
  g_signal_emit (self, signals[SHOWN], 0);
}

static void
filter_rows (StyrRegisterView *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (self->search), -1);

  g_strfreev (self->wanted);
  self->wanted = g_strsplit (folded, " ", -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update (self);
}

/* Other rows are wanted, and they are read from the first one */
static void
filter_changed_cb (StyrRegisterView *self)
{
  filter_rows (self);
  styr_register_rows_scroll_to_top (self->view);
}

static void
mark_toggled_cb (StyrRegisterView *self)
{
  for (guint i = 0; i < self->kind->n_marks; i++)
    styr_register_columns_lend (self->view,
                                self->kind,
                                self->kind->marks[i].id,
                                gtk_toggle_button_get_active (get_mark (self, i)));
  filter_changed_cb (self);
}

static void
show_all_cb (StyrRegisterView *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    styr_choice_button_set_selected (self->choices->pdata[i], NULL);
  for (guint i = 0; i < self->kind->n_marks; i++)
    gtk_toggle_button_set_active (get_mark (self, i), FALSE);
  if (self->bars != NULL)
    styr_register_bars_clear (self->bars);
  gtk_editable_set_text (self->search, "");
  filter_changed_cb (self);
}

static void
count_rows (gpointer data)
{
  StyrRegisterView *self = data;

  update_marks (self);
  if (self->bars != NULL)
    styr_register_bars_count (self->bars, self->workspace, self->records);
  filter_rows (self);
  if (self->to_top)
    styr_register_rows_scroll_to_top (self->view);
  self->to_top = FALSE;
}

static void
context_cb (StyrRegisterView *self)
{
  self->to_top = TRUE;
  styr_register_view_refresh (self);
}

static gboolean
refresh_cb (gpointer data)
{
  StyrRegisterView *self = data;

  self->refresh_id = 0;
  styr_register_view_refresh (self);
  return G_SOURCE_REMOVE;
}

/* Many rows that change at once are counted once */
static void
records_changed_cb (StyrRegisterView *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (refresh_cb, self);
}

static void
activate_cb (GtkColumnView *view, guint position, StyrRegisterView *self)
{
  g_autoptr (StyrRecord) record =
      g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (view)), position);

  if (record != NULL)
    g_signal_emit (self, signals[OPENED], 0, record);
}

/* Choices: the texts that a column has here */

/**
 * styr_register_view_add_choice:
 * @everything: what the choice says when nothing is chosen: "All types"
 * @name: what it is called for those who don't see it
 *
 * Adds a choice among the texts of a column.
 */
void
styr_register_view_add_choice (StyrRegisterView *self,
                               const char *column_id,
                               const char *everything,
                               const char *name)
{
  const StyrRegisterColumn *column;
  GtkWidget *button;

  g_return_if_fail (STYR_IS_REGISTER_VIEW (self));
  column = find_column (self, column_id);
  g_return_if_fail (column != NULL);

  button = styr_register_choice_new (self->workspace, self->records, column, everything);
  styr_choice_button_set_name_text (STYR_CHOICE_BUTTON (button), name);
  g_object_set_data (G_OBJECT (button), "styr-column", (gpointer) column);
  g_signal_connect_object (
      button, "chosen", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->choices, button);
  if (self->choices->len <= MOST_CHOICES)
    gtk_box_insert_child_after (self->bar, button, gtk_widget_get_prev_sibling (self->more_button));
  else
    gtk_box_append (self->more_choices, button);
  gtk_widget_set_visible (self->more_button, self->choices->len > MOST_CHOICES);
}

static void
fill_marks (StyrRegisterView *self)
{
  for (guint i = 0; i < self->kind->n_marks; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      gtk_widget_add_css_class (button, "styr-mark");
      g_signal_connect_object (
          button, "toggled", G_CALLBACK (mark_toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->marks, button);
      g_ptr_array_add (self->buttons, button);
    }
}

static void
fill_bars (StyrRegisterView *self)
{
  GtkWidget *bars;

  gtk_widget_set_visible (self->bars_button, self->kind->n_bars > 0);
  if (self->kind->n_bars == 0)
    return;
  bars = styr_register_bars_new (self->kind);
  self->bars = STYR_REGISTER_BARS (bars);
  gtk_widget_set_tooltip_text (self->bars_button, _ (self->kind->bars_title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bars_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->kind->bars_title),
                                  -1);
  gtk_revealer_set_child (self->revealer, bars);
  g_signal_connect_object (
      bars, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
fit_cb (gpointer data)
{
  StyrRegisterView *self = data;

  self->fit_id = 0;
  styr_register_widths_fit (self->view, gtk_widget_get_width (GTK_WIDGET (self->view)));
  return G_SOURCE_REMOVE;
}

/* After the allocation that said how wide the view is */
static void
resized_cb (StyrRegisterView *self)
{
  if (self->fit_id == 0)
    self->fit_id = g_idle_add (fit_cb, self);
}

static void
fill (StyrRegisterView *self)
{
  g_autoptr (GtkSortListModel) sorted = NULL;

  g_object_set (self->search, "placeholder-text", _ (self->kind->search_hint), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->kind->search_hint),
                                  -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (self->kind->title), -1);
  adw_status_page_set_icon_name (self->empty, self->kind->empty_icon);
  adw_status_page_set_title (self->empty, _ (self->kind->empty_title));
  adw_status_page_set_description (self->empty, _ (self->kind->empty_text));
  fill_marks (self);
  fill_bars (self);
  styr_register_columns_add (
      self->view, self->workspace, self->kind->columns, self->kind->n_columns);
  styr_register_columns_recall (self->view, self->kind);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->columns_button),
                               styr_register_columns_new_chooser (self->view, self->kind));
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, self, NULL));
  self->filtered = G_LIST_MODEL (
      gtk_filter_list_model_new (g_object_ref (self->records), g_object_ref (self->filter)));
  sorted = gtk_sort_list_model_new (
      g_object_ref (self->filtered),
      styr_register_columns_new_sorter (self->view, self->workspace, self->kind));
  styr_register_rows_set (self->view, G_LIST_MODEL (sorted));
  g_signal_connect_object (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view)),
                           "changed",
                           G_CALLBACK (resized_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->records, "items-changed", G_CALLBACK (records_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->workspace, "context-changed", G_CALLBACK (context_cb), self, G_CONNECT_SWAPPED);
  count_rows (self);
}

static void
styr_register_view_dispose (GObject *object)
{
  StyrRegisterView *self = STYR_REGISTER_VIEW (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_handle_id (&self->fit_id, g_source_remove);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), STYR_TYPE_REGISTER_VIEW);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->records);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_strfreev);
  G_OBJECT_CLASS (styr_register_view_parent_class)->dispose (object);
}

static void
styr_register_view_class_init (StyrRegisterViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = styr_register_view_dispose;
  signals[OPENED] = g_signal_new ("opened",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  STYR_TYPE_RECORD);
  signals[SHOWN] = g_signal_new (
      "shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (
      widget_class, "register.export", "s", styr_register_view_export_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/styrmodell/Styrmodell/ui/styr-register-view.ui");
  gtk_widget_class_bind_template_child (widget_class, StyrRegisterView, bar);
  gtk_widget_class_bind_template_child (widget_class, StyrRegisterView, end);
  gtk_widget_class_bind_template_child (widget_class, StyrRegisterView, more_button);
  gtk_widget_class_bind_template_child (widget_class, StyrRegisterView, more_choices);
  gtk_widget_class_bind_template_child (widget_class, StyrRegisterView, marks);
  gtk_widget_class_bind_template_child (widget_class, StyrRegisterView, search);
  gtk_widget_class_bind_template_child (widget_class, StyrRegisterView, stack);
  gtk_widget_class_bind_template_child (widget_class, StyrRegisterView, empty);
  gtk_widget_class_bind_template_child (widget_class, StyrRegisterView, view);
  gtk_widget_class_bind_template_child (widget_class, StyrRegisterView, columns_button);
  gtk_widget_class_bind_template_child (widget_class, StyrRegisterView, revealer);
  gtk_widget_class_bind_template_child (widget_class, StyrRegisterView, bars_button);
  gtk_widget_class_bind_template_child (widget_class, StyrRegisterView, exports);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  styr_editor_style_load ();
}

static void
styr_register_view_init (StyrRegisterView *self)
{
  self->choices = g_ptr_array_new ();
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->marks), styr_wrap_layout_new ());
  gtk_widget_set_layout_manager (GTK_WIDGET (self->bar), styr_wrap_layout_new ());
}

/**
 * styr_register_view_new:
 * @kind: lives as long as the program
 * @records: (element-type StyrRecord): followed
 *
 * Returns: (transfer floating): a register
 */
GtkWidget *
styr_register_view_new (StyrWorkspace *workspace, const StyrRegisterKind *kind, GListModel *records)
{
  StyrRegisterView *self;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (kind != NULL && G_IS_LIST_MODEL (records), NULL);

  self = g_object_new (STYR_TYPE_REGISTER_VIEW, NULL);
  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  self->records = g_object_ref (records);
  fill (self);
  return GTK_WIDGET (self);
}

/** Adds a button at the end of the bar, beside the primary action's place. */
void
styr_register_view_add_action (StyrRegisterView *self, GtkWidget *button)
{
  g_return_if_fail (STYR_IS_REGISTER_VIEW (self) && GTK_IS_WIDGET (button));
  gtk_box_append (self->end, button);
}

/** Adds another thing to the export menu, in a part of its own. */
void
styr_register_view_add_export (StyrRegisterView *self,
                               const char *label,
                               const char *detailed_action)
{
  g_return_if_fail (STYR_IS_REGISTER_VIEW (self) && label != NULL);
  g_menu_append (self->exports, label, detailed_action);
}

/** Gives the empty page the one button that says what to do first. */
void
styr_register_view_set_empty_action (StyrRegisterView *self,
                                     const char *label,
                                     GCallback callback,
                                     gpointer user_data)
{
  GtkWidget *button;

  g_return_if_fail (STYR_IS_REGISTER_VIEW (self) && label != NULL);

  button = gtk_button_new_with_label (label);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (button, "clicked", callback, user_data);
  adw_status_page_set_child (self->empty, button);
}

/** Counts and filters anew, when what the rows say has changed without them; a register that isn't
 * seen does it when it is. */
void
styr_register_view_refresh (StyrRegisterView *self)
{
  g_return_if_fail (STYR_IS_REGISTER_VIEW (self));

  styr_when_shown (self, count_rows);
}

/**
 * styr_register_view_dup_filters:
 *
 * Returns: (transfer full) (nullable): what is chosen of the register: "Errors, “plan”"; NULL when
 * all of it is shown
 */
char *
styr_register_view_dup_filters (StyrRegisterView *self)
{
  g_return_val_if_fail (STYR_IS_REGISTER_VIEW (self), NULL);

  return styr_register_filters_dup_text (
      self->kind, self->buttons, self->choices, self->bars, gtk_editable_get_text (self->search));
}

/** How many rows are shown now. */
guint
styr_register_view_get_n_shown (StyrRegisterView *self)
{
  g_return_val_if_fail (STYR_IS_REGISTER_VIEW (self), 0);
  return g_list_model_get_n_items (self->filtered);
}

/** Returns: (transfer none): the open database */
StyrWorkspace *
styr_register_view_get_workspace (StyrRegisterView *self)
{
  g_return_val_if_fail (STYR_IS_REGISTER_VIEW (self), NULL);
  return self->workspace;
}

/** Returns: (transfer none): what the register is */
const StyrRegisterKind *
styr_register_view_get_kind (StyrRegisterView *self)
{
  g_return_val_if_fail (STYR_IS_REGISTER_VIEW (self), NULL);
  return self->kind;
}

/** Returns: (transfer none): the table itself */
GtkColumnView *
styr_register_view_get_table (StyrRegisterView *self)
{
  g_return_val_if_fail (STYR_IS_REGISTER_VIEW (self), NULL);
  return self->view;
}
