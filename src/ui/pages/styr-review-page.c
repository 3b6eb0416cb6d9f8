/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-review-page.h"

#include "styr-ask-dialog.h"
#include "styr-finding-dialog.h"
#include "styr-findings-register.h"
#include "styr-findings-watch.h"
#include "styr-review-history.h"
#include "styr-widget-util.h"

#include <glib/gi18n-lib.h>

/* The review: what the model's rules find, by rule or by what it concerns. */
struct _StyrReviewPage
{
  AdwBin parent_instance;

  StyrWorkspace *workspace;
  StyrRegisterView *view;
  GtkToggleButton *by_object;
  const StyrRegisterKind *kind; /* what is shown */
  char *subtitle;
};

enum
{
  PROP_WORKSPACE = 1,
  PROP_TITLE,
  PROP_SUBTITLE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (StyrReviewPage, styr_review_page, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

static void fill (StyrReviewPage *self);

static void
update_subtitle (StyrReviewPage *self)
{
  guint all = g_list_model_get_n_items (styr_workspace_get_findings (self->workspace));
  guint open = styr_workspace_count_findings (self->workspace, NULL);
  guint waived = all - open;
  guint rules = styr_findings_register_count_rules (self->workspace);
  guint idle = styr_workspace_count_idle_rules (self->workspace);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *n_open = g_strdup_printf (ngettext ("%u finding", "%u findings", open), open);
  g_autofree char *n_waived =
      g_strdup_printf (ngettext ("%u decided exception", "%u decided exceptions", waived), waived);
  g_autofree char *n_rules =
      g_strdup_printf (ngettext ("%u rule checked", "%u rules checked", rules), rules);
  g_autofree char *unit =
      styr_workspace_dup_unit_label (self->workspace, styr_workspace_get_unit_id (self->workspace));

  /* Translators: unit, year, then how many findings, exceptions and rules. */
  g_string_printf (text,
                   _ ("%s %d: %s, %s, %s"),
                   unit,
                   styr_workspace_get_year (self->workspace),
                   n_open,
                   n_waived,
                   n_rules);
  if (idle > 0)
    g_string_append_printf (text,
                            ngettext (", of which %u has nothing to check yet",
                                      ", of which %u have nothing to check yet",
                                      idle),
                            idle);
  g_free (self->subtitle);
  self->subtitle = g_string_free (g_steal_pointer (&text), FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

static void
updated_cb (StyrReviewPage *self)
{
  /* brings the list up to date, which the register follows */
  GListModel *findings = styr_workspace_get_findings (self->workspace);

  /* the kinds differ in what the empty page says */
  if (g_list_model_get_n_items (findings) == 0 &&
      styr_findings_register_get_kind (self->workspace) != self->kind)
    fill (self);
  styr_register_view_refresh (self->view);
  update_subtitle (self);
}

static void
opened_cb (StyrReviewPage *self, StyrRecord *finding)
{
  styr_finding_dialog_show (GTK_WIDGET (self), self->workspace, finding);
}

static void
model_cb (StyrReviewPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "model");
}

/* By rule or by object ----------------------------------------------------------------------- */

/* Returns: (transfer none): a column of the register, wherever it stands now */
static GtkColumnViewColumn *
find_column (GtkColumnView *table, const char *title)
{
  GListModel *all = gtk_column_view_get_columns (table);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (all, i);

      if (g_strcmp0 (gtk_column_view_column_get_title (column), title) == 0)
        return column; /* the table keeps it */
    }
  return NULL;
}

/* The wanted column comes first, and what is the same there stands together. */
static void
order_cb (StyrReviewPage *self)
{
  GtkColumnView *table = styr_register_view_get_table (self->view);
  gboolean by_object = gtk_toggle_button_get_active (self->by_object);
  GtkColumnViewColumn *column = find_column (table, by_object ? _ ("Concerns") : _ ("Rule"));

  g_return_if_fail (column != NULL);

  gtk_column_view_sort_by_column (table, column, GTK_SORT_ASCENDING);
}

static GtkWidget *
make_switch (StyrReviewPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *by_rule = gtk_toggle_button_new_with_label (_ ("By rule"));
  GtkWidget *by_object = gtk_toggle_button_new_with_label (_ ("By object"));

  gtk_widget_add_css_class (box, "linked");
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (by_object), GTK_TOGGLE_BUTTON (by_rule));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (by_rule), TRUE);
  gtk_widget_set_tooltip_text (by_object,
                               _ ("What is found in the same document, goal or unit together"));
  gtk_widget_set_tooltip_text (by_rule, _ ("What the same rule finds together"));
  self->by_object = GTK_TOGGLE_BUTTON (by_object);
  g_signal_connect_object (by_object, "toggled", G_CALLBACK (order_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), by_rule);
  gtk_box_append (GTK_BOX (box), by_object);
  return box;
}

/* Kept reviews ------------------------------------------------------------------------------- */

static gboolean
keep_cb (StyrAskDialog *dialog, gpointer user_data, GError **error)
{
  StyrReviewPage *self = user_data;
  g_autofree char *id =
      styr_workspace_record_run (self->workspace, styr_ask_dialog_get (dialog, "note"), error);

  if (id == NULL)
    return FALSE;
  gtk_widget_activate_action (
      GTK_WIDGET (self), "win.toast", "(sb)", _ ("The review is kept"), TRUE);
  return TRUE;
}

static void
ask_keep_cb (StyrReviewPage *self)
{
  StyrAskDialog *dialog = styr_ask_dialog_new (
      GTK_WIDGET (self),
      _ ("Keep the review"),
      _ ("What the rules find today in the whole municipality is kept, so that a later review can "
         "be compared with it."),
      _ ("_Keep"),
      keep_cb,
      g_object_ref (self),
      g_object_unref);

  styr_ask_dialog_add_entry (dialog, "note", _ ("Note"), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
history_cb (StyrReviewPage *self)
{
  styr_review_history_show (GTK_WIDGET (self), self->workspace);
}

static void
add_actions (StyrReviewPage *self)
{
  GtkWidget *keep = gtk_button_new_with_mnemonic (_ ("_Keep the review…"));
  GtkWidget *history = gtk_button_new_from_icon_name ("document-open-recent-symbolic");

  gtk_widget_set_tooltip_text (history, _ ("Compare with earlier reviews"));
  styr_widget_set_name_text (history, _ ("Compare with earlier reviews"));
  g_signal_connect_object (keep, "clicked", G_CALLBACK (ask_keep_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "clicked", G_CALLBACK (history_cb), self, G_CONNECT_SWAPPED);
  styr_register_view_add_action (self->view, make_switch (self));
  styr_register_view_add_action (self->view, history);
  styr_register_view_add_action (self->view, keep);
}

/* The page ----------------------------------------------------------------------------------- */

static void
fill (StyrReviewPage *self)
{
  GtkWidget *view;

  self->kind = styr_findings_register_get_kind (self->workspace);
  view = styr_register_view_new (
      self->workspace, self->kind, styr_workspace_get_findings (self->workspace));
  self->view = STYR_REGISTER_VIEW (view);
  add_actions (self);
  if (styr_findings_register_count_rules (self->workspace) == 0)
    styr_register_view_set_empty_action (
        self->view, _ ("Go to the model"), G_CALLBACK (model_cb), self);
  g_signal_connect_object (view, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), view);
  order_cb (self);
}

static void
styr_review_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StyrReviewPage *self = STYR_REVIEW_PAGE (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_TITLE:
      g_value_set_string (value, _ ("Review"));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
styr_review_page_dispose (GObject *object)
{
  g_clear_object (&STYR_REVIEW_PAGE (object)->workspace);
  G_OBJECT_CLASS (styr_review_page_parent_class)->dispose (object);
}

static void
styr_review_page_finalize (GObject *object)
{
  g_free (STYR_REVIEW_PAGE (object)->subtitle);
  G_OBJECT_CLASS (styr_review_page_parent_class)->finalize (object);
}

static void
styr_review_page_class_init (StyrReviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = styr_review_page_get_property;
  object_class->dispose = styr_review_page_dispose;
  object_class->finalize = styr_review_page_finalize;
  properties[PROP_WORKSPACE] =
      g_param_spec_object ("workspace", NULL, NULL, STYR_TYPE_WORKSPACE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
styr_review_page_init (StyrReviewPage *self)
{
}

/**
 * styr_review_page_new:
 * @workspace: the open database
 *
 * Properties, all to be read: "workspace", "title", "subtitle".
 *
 * Returns: (transfer floating): what the model's rules find in the context
 */
GtkWidget *
styr_review_page_new (StyrWorkspace *workspace)
{
  StyrReviewPage *self;
  StyrFindingsWatch *watch;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (STYR_TYPE_REVIEW_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  watch = styr_findings_watch_get (workspace);
  if (!styr_findings_watch_is_current (watch))
    styr_findings_watch_update (watch);
  fill (self);
  update_subtitle (self);
  g_signal_connect_object (watch, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
