/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-search-window.h"

#include "styr-pages.h"
#include "styr-names.h"
#include "styr-search-row.h"
#include "styr-shortcuts.h"

#include <glib/gi18n-lib.h>

#define MOST_HITS 30
#define MOST_UNITS 6

struct _StyrSearchWindow
{
  AdwWindow parent_instance;

  StyrWorkspace *workspace;

  GtkEditable *entry;
  GtkStack *stack;
  GtkWidget *scroller;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (StyrSearchWindow, styr_search_window, ADW_TYPE_WINDOW)

/* Filling the list */

static void
append (StyrSearchWindow *self,
        const char *group,
        const char *icon,
        const char *title,
        const char *detail,
        const char *action,
        const char *unit)
{
  g_autoptr (StyrRecord) record = styr_record_new ("result", title);

  styr_record_set_text (record, "group", group);
  styr_record_set_text (record, "icon", icon);
  styr_record_set_text (record, "title", title);
  styr_record_set_text (record, "detail", detail);
  styr_record_set_text (record, "action", action);
  styr_record_set_text (record, "unit", unit);
  gtk_list_box_append (self->list, styr_search_row_new (record));
}

static gboolean
matches (const char *title, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (title, -1);
  g_auto (GStrv) words = NULL;
  g_autofree char *wanted = g_utf8_casefold (text, -1);

  words = g_strsplit_set (wanted, " \t", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
append_pages (StyrSearchWindow *self, const char *text)
{
  guint n_pages;
  const StyrPage *pages = styr_pages_get (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    {
      const char *title = styr_page_get_title (&pages[i]);
      g_autofree char *action = g_strdup_printf ("win.show-page::%s", pages[i].id);

      if (matches (title, text))
        append (
            self, _ ("Pages"), pages[i].icon, title, styr_page_get_group (&pages[i]), action, NULL);
    }
}

static void
append_commands (StyrSearchWindow *self, const char *text)
{
  guint n_shortcuts;
  const StyrShortcut *shortcuts = styr_shortcuts_get (&n_shortcuts);

  for (guint i = 0; i < n_shortcuts; i++)
    if (shortcuts[i].icon != NULL && matches (_ (shortcuts[i].title), text))
      {
        g_autofree char *keys = NULL;
        GdkModifierType modifiers;
        guint key;

        if (shortcuts[i].keys != NULL &&
            gtk_accelerator_parse (shortcuts[i].keys, &key, &modifiers))
          keys = gtk_accelerator_get_label (key, modifiers);
        append (self,
                _ ("Commands"),
                shortcuts[i].icon,
                _ (shortcuts[i].title),
                keys,
                shortcuts[i].action,
                NULL);
      }
}

static void
append_units (StyrSearchWindow *self, const char *text)
{
  GListModel *units = styr_workspace_get_units (self->workspace);
  guint n_units = g_list_model_get_n_items (units);
  guint shown = 0;

  for (guint i = 0; i < n_units && shown < MOST_UNITS; i++)
    {
      g_autoptr (StyrRecord) unit = g_list_model_get_item (units, i);
      const char *name = styr_record_get_text (unit, "name");

      if (!matches (name, text))
        continue;
      append (self,
              _ ("Units"),
              "system-users-symbolic",
              name,
              _ ("Show everything about this unit"),
              NULL,
              styr_record_get_id (unit));
      shown++;
    }
}

typedef struct
{
  const char *kind;
  const char *group;
  const char *icon;
} HitKind;

/* In the order of the groups */
static const HitKind hit_kinds[] = {
  { "document", N_ ("Documents"), "x-office-document-symbolic" },
  { "goal", N_ ("Goals"), "emblem-ok-symbolic" },
  { "decision", N_ ("Decisions"), "emblem-ok-symbolic" },
  { "clause", N_ ("Clauses"), "emblem-ok-symbolic" },
  { "activity", N_ ("Activities"), "view-list-bullet-symbolic" },
  { "measure", N_ ("Measures"), "view-list-bullet-symbolic" },
  { "assessment", N_ ("Analyses"), "document-edit-symbolic" },
  { "value", N_ ("Texts in documents"), "document-edit-symbolic" },
};

/* "2024-04-22", of a clause "Servicepunkter på biblioteken · 2024-04-22" */
static char *
describe_decision (StyrRecord *hit)
{
  const char *day = styr_record_get_text (hit, "on_date");
  const char *title = styr_record_get_text (hit, "decision_title");

  if (day == NULL)
    day = _ ("Proposed");
  return styr_record_is (hit, "kind", "clause") ? g_strdup_printf ("%s · %s", title, day)
                                                : g_strdup (day);
}

static void
append_decision_hit (StyrSearchWindow *self, StyrRecord *hit, const HitKind *kind)
{
  g_autofree char *detail = describe_decision (hit);
  g_autoptr (GVariant) target =
      g_variant_ref_sink (g_variant_new_string (styr_record_get_text (hit, "decision_id")));
  g_autofree char *action = g_action_print_detailed_name ("win.open-decision", target);
  const char *title = styr_record_get_text (hit, "title");

  append (self, _ (kind->group), kind->icon, title != NULL ? title : "", detail, action, NULL);
}

static char *
describe_hit (StyrRecord *hit, gboolean with_snippet)
{
  static const char *const columns[] = { "type_name", "unit_name", "year" };
  g_autoptr (GString) text = g_string_new (NULL);
  const char *snippet = styr_record_get_text (hit, "snippet");

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const char *part = styr_record_get_text (hit, columns[i]);

      if (part != NULL && *part != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
    }
  /* versions of a document are all called the same */
  if (styr_record_is (hit, "kind", "document") && styr_record_has (hit, "status"))
    {
      g_autofree char *state = styr_name_of_state (hit);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", state);
    }
  if (with_snippet && snippet != NULL && *snippet != '\0')
    g_string_append_printf (text, " · %s", snippet);
  return styr_name_sentence_case (text->str);
}

static void
append_hit (StyrSearchWindow *self, StyrRecord *hit, const HitKind *kind)
{
  const char *title = styr_record_get_text (hit, "title");
  const char *document_id = styr_record_get_text (hit, "document_id");
  gboolean has_title = title != NULL && *title != '\0';
  g_autofree char *detail =
      describe_hit (hit, has_title && !styr_record_is (hit, "snippet", title));
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;

  if (document_id == NULL)
    return;
  if (!has_title)
    title = styr_record_get_text (hit, "snippet");
  target = g_variant_ref_sink (g_variant_new_string (document_id));
  action = g_action_print_detailed_name ("win.open-document", target);
  append (self, _ (kind->group), kind->icon, title != NULL ? title : "", detail, action, NULL);
}

static void
append_hits (StyrSearchWindow *self, const char *text)
{
  g_autoptr (GPtrArray) hits = styr_workspace_search (self->workspace, text, MOST_HITS);

  for (guint k = 0; k < G_N_ELEMENTS (hit_kinds); k++)
    for (guint i = 0; hits != NULL && i < hits->len; i++)
      {
        StyrRecord *hit = g_ptr_array_index (hits, i);

        if (!styr_record_is (hit, "kind", hit_kinds[k].kind))
          continue;
        if (styr_record_has (hit, "decision_id"))
          append_decision_hit (self, hit, &hit_kinds[k]);
        else
          append_hit (self, hit, &hit_kinds[k]);
      }
}

static void
fill (StyrSearchWindow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  append_pages (self, text);
  if (*text != '\0')
    {
      append_units (self, text);
      append_hits (self, text);
    }
  append_commands (self, text);

  row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0));
  gtk_list_box_select_row (self->list, row != NULL ? GTK_LIST_BOX_ROW (row) : NULL);
  gtk_adjustment_set_value (gtk_list_box_get_adjustment (self->list), 0);
  gtk_stack_set_visible_child_name (self->stack, row != NULL ? "results" : "nothing");
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *group =
      styr_record_get_text (styr_search_row_get_record (STYR_SEARCH_ROW (row)), "group");
  GtkWidget *header = NULL;

  if (before == NULL ||
      !styr_record_is (styr_search_row_get_record (STYR_SEARCH_ROW (before)), "group", group))
    {
      header = gtk_label_new (group);
      gtk_label_set_xalign (GTK_LABEL (header), 0);
      gtk_widget_add_css_class (header, "caption-heading");
      gtk_widget_add_css_class (header, "styr-search-group");
    }
  gtk_list_box_row_set_header (row, header);
}

/* Choosing */

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, StyrSearchWindow *self)
{
  g_autoptr (StyrRecord) record = g_object_ref (styr_search_row_get_record (STYR_SEARCH_ROW (row)));
  g_autoptr (StyrWorkspace) workspace = g_object_ref (self->workspace);
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  const char *unit_id = styr_record_get_text (record, "unit");
  g_autoptr (GVariant) target = NULL;
  g_autofree char *action = NULL;

  gtk_window_close (GTK_WINDOW (self));
  if (unit_id != NULL)
    styr_workspace_set_unit_id (workspace, unit_id);
  else if (g_action_parse_detailed_name (
               styr_record_get_text (record, "action"), &action, &target, NULL))
    gtk_widget_activate_action_variant (parent, action, target);
}

static void
search_changed_cb (GtkSearchEntry *entry, StyrSearchWindow *self)
{
  fill (self);
}

static void
entry_activated_cb (GtkSearchEntry *entry, StyrSearchWindow *self)
{
  GtkListBoxRow *row;

  fill (self);
  row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    row_activated_cb (self->list, row, self);
}

static void
stop_search_cb (GtkSearchEntry *entry, StyrSearchWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* From the field the arrows go into the list, so that a screen reader hears the rows; from the
 * first row they go back. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                StyrSearchWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  gboolean in_list = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (key == GDK_KEY_Escape)
    {
      gtk_window_close (GTK_WINDOW (self));
      return TRUE;
    }
  if (key == GDK_KEY_Up && in_list && index == 0)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      gtk_editable_set_position (self->entry, -1);
      return TRUE;
    }
  if (key == GDK_KEY_Down && !in_list && index >= 0)
    {
      GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->list, index + 1);

      gtk_widget_grab_focus (GTK_WIDGET (next != NULL ? next : row));
      return TRUE;
    }
  return FALSE;
}

static void
styr_search_window_dispose (GObject *object)
{
  g_clear_object (&STYR_SEARCH_WINDOW (object)->workspace);

  G_OBJECT_CLASS (styr_search_window_parent_class)->dispose (object);
}

static void
styr_search_window_class_init (StyrSearchWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = styr_search_window_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/styrmodell/Styrmodell/ui/styr-search-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StyrSearchWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, StyrSearchWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, StyrSearchWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, StyrSearchWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
styr_search_window_init (StyrSearchWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  /* Letters typed in the list go on with the search */
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry),
                                           GTK_WIDGET (self->scroller));
}

/**
 * Makes the search over @parent, whose win.* actions the results activate.
 *
 * Returns: (transfer none): a window to present; it goes away by itself.
 */
GtkWindow *
styr_search_window_new (GtkWindow *parent, StyrWorkspace *workspace)
{
  StyrSearchWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (STYR_TYPE_SEARCH_WINDOW, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return GTK_WINDOW (self);
}
