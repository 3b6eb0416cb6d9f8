/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-decisions-page.h"

#include "styr-decisions-register.h"
#include "styr-decision-parts.h"
#include "styr-names.h"
#include "styr-record-list.h"
#include "styr-register-menu.h"
#include "styr-ask-dialog.h"
#include "styr-workspace-decisions.h"
#include "styr-when-shown.h"

#include <glib/gi18n-lib.h>

/* The register of decisions, and the register of what was to be done because of them. */
struct _StyrDecisionsPage
{
  AdwBin parent_instance;

  StyrWorkspace *workspace;
  StyrRecordList *decisions, *commissions;
  StyrRegisterView *decisions_view, *commissions_view;
  GtkWidget *stack;
  GtkWidget *menu;
  StyrRecord *commission; /* whose menu it is */
  char *subtitle;
};

enum
{
  PROP_WORKSPACE = 1,
  PROP_TITLE,
  PROP_SUBTITLE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (StyrDecisionsPage, styr_decisions_page, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

/* What stands in it -----------------------------------------------------------------------------
 */

static guint
count (StyrRecordList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static void
update_subtitle (StyrDecisionsPage *self)
{
  guint n_decisions = count (self->decisions), n_commissions = count (self->commissions);
  g_autofree char *unit =
      styr_workspace_dup_unit_label (self->workspace, styr_workspace_get_unit_id (self->workspace));
  g_autofree char *decisions =
      g_strdup_printf (ngettext ("%u decision", "%u decisions", n_decisions), n_decisions);
  g_autofree char *commissions =
      g_strdup_printf (ngettext ("%u commission", "%u commissions", n_commissions), n_commissions);

  g_free (self->subtitle);
  /* Translators: unit, year, how many decisions, how many commissions. */
  self->subtitle = g_strdup_printf (
      _ ("%s %d: %s, %s"), unit, styr_workspace_get_year (self->workspace), decisions, commissions);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

/* A row of the register is a decision, or the document whose card says one: an id for both */
static GPtrArray *
dup_decisions (StyrDecisionsPage *self)
{
  g_autoptr (GPtrArray) found = styr_workspace_dup_decisions (self->workspace, STYR_DECISIONS_ALL);
  g_autoptr (GPtrArray) earlier =
      styr_workspace_dup_decisions (self->workspace, STYR_DECISIONS_OPEN);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < found->len + earlier->len; i++)
    {
      StyrRecord *decision = i < found->len ? found->pdata[i] : earlier->pdata[i - found->len];
      const char *id = styr_record_get_text (decision, "ref_id");

      /* what is still to be done because of an earlier year's is of this year too */
      if (g_hash_table_add (seen, (gpointer) id))
        g_ptr_array_add (rows, g_object_ref (decision));
    }
  return rows;
}

/* Those that are still to be done or reported back first */
static GPtrArray *
dup_commissions (StyrDecisionsPage *self)
{
  const char *unit_id = styr_workspace_get_unit_id (self->workspace);
  GPtrArray *rows = styr_workspace_dup_commissions (self->workspace, unit_id, FALSE);
  g_autoptr (GPtrArray) all = styr_workspace_dup_commissions (self->workspace, unit_id, TRUE);

  for (guint i = 0; i < all->len; i++)
    if (styr_record_is (all->pdata[i], "state", "reported") ||
        styr_record_is (all->pdata[i], "state", "struck"))
      g_ptr_array_add (rows, g_object_ref (all->pdata[i]));
  return rows;
}

static void
refresh (gpointer data)
{
  StyrDecisionsPage *self = data;
  g_autoptr (GPtrArray) decisions = dup_decisions (self);
  g_autoptr (GPtrArray) commissions = dup_commissions (self);

  styr_record_list_update (self->decisions, decisions);
  styr_record_list_update (self->commissions, commissions);
  styr_register_view_refresh (self->decisions_view);
  styr_register_view_refresh (self->commissions_view);
  update_subtitle (self);
}

static void
changed_cb (StyrDecisionsPage *self)
{
  styr_when_shown (self, refresh);
}

/* What can be done ------------------------------------------------------------------------------
 */

static void
decision_opened_cb (StyrDecisionsPage *self, StyrRecord *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self),
                              styr_record_is (row, "ref_kind", "document") ? "win.open-document"
                                                                           : "win.open-decision",
                              "s",
                              styr_record_get_text (row, "ref_id"));
}

static void
commission_opened_cb (StyrDecisionsPage *self, StyrRecord *clause)
{
  g_autofree char *reference = g_strjoin (
      "#", styr_record_get_text (clause, "decision_id"), styr_record_get_id (clause), NULL);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-decision", "s", reference);
}

/* What can be done with a commission, from its row */

static void
commission_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const struct
  {
    const char *name;
    void (*ask) (StyrWorkspace *workspace, StyrRecord *clause, GtkWidget *over);
  } questions[] = { { "carry-out", styr_commission_ask_carry_out },
                    { "report", styr_commission_ask_report },
                    { "postpone", styr_commission_ask_postpone },
                    { "strike", styr_commission_ask_strike } };
  StyrDecisionsPage *self = STYR_DECISIONS_PAGE (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  g_autoptr (GError) error = NULL;

  if (self->commission == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (g_str_equal (questions[i].name, name))
      questions[i].ask (self->workspace, self->commission, widget);
  if (g_str_equal (name, "open"))
    commission_opened_cb (self, self->commission);
  if (g_str_equal (name, "reopen") &&
      !styr_workspace_reopen_clause (
          self->workspace, styr_record_get_id (self->commission), &error))
    gtk_widget_activate_action (widget, "win.error", "s", error->message);
}

/* The same as the buttons of the clause */
static GMenu *
make_commission_menu (StyrRecord *clause, gpointer user_data)
{
  StyrDecisionsPage *self = user_data;
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) actions = g_menu_new ();
  StyrClauseState state =
      styr_clause_get_state (clause, "decided", styr_workspace_get_today (self->workspace));
  gboolean open = state == STYR_CLAUSE_OPEN || state == STYR_CLAUSE_LATE;

  g_set_object (&self->commission, clause);
  g_menu_append (menu, _ ("Open the clause"), "decisions.commission::open");
  if (open)
    g_menu_append (actions, _ ("Carried out…"), "decisions.commission::carry-out");
  if (open || state == STYR_CLAUSE_DONE)
    g_menu_append (actions, _ ("Reported back…"), "decisions.commission::report");
  if (open)
    {
      g_menu_append (actions, _ ("Postpone…"), "decisions.commission::postpone");
      g_menu_append (actions, _ ("Strike…"), "decisions.commission::strike");
    }
  else
    g_menu_append (actions, _ ("Open again"), "decisions.commission::reopen");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (actions));
  return menu;
}

static gboolean
create_decision (StyrAskDialog *dialog, gpointer user_data, GError **error)
{
  StyrDecisionsPage *self = user_data;
  g_autofree char *id = styr_workspace_create_decision (self->workspace,
                                                        styr_ask_dialog_get (dialog, "title"),
                                                        styr_ask_dialog_get (dialog, "document"),
                                                        error);

  if (id == NULL)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-decision", "s", id);
  return TRUE;
}

static GPtrArray *
document_options (StyrWorkspace *workspace)
{
  GListModel *documents = styr_workspace_get_documents (workspace);
  GPtrArray *options = styr_options_new ();

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (StyrRecord) document = g_list_model_get_item (documents, i);
      g_autofree char *type =
          styr_name_sentence_case (styr_record_get_text (document, "type_name"));

      styr_options_add (
          options, styr_record_get_id (document), styr_record_get_text (document, "title"), type);
    }
  return options;
}

static void
new_cb (StyrDecisionsPage *self)
{
  StyrAskDialog *dialog =
      styr_ask_dialog_new (GTK_WIDGET (self),
                           _ ("New decision"),
                           _ ("A decision begins as a proposal. Choose the document that it comes "
                              "from, if there is one: then its steps, body by body, are filled in "
                              "from the model."),
                           _ ("_Make"),
                           create_decision,
                           g_object_ref (self),
                           g_object_unref);

  styr_ask_dialog_add_entry (dialog, "title", _ ("Matter"), NULL);
  styr_ask_dialog_add_choice (
      dialog, "document", _ ("Proposed in"), document_options (self->workspace), NULL, FALSE);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
new_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  new_cb (STYR_DECISIONS_PAGE (widget));
}

/* Building --------------------------------------------------------------------------------------
 */

static void
add_decisions (StyrDecisionsPage *self)
{
  GtkWidget *view = styr_register_view_new (
      self->workspace, styr_decisions_register_get_kind (), G_LIST_MODEL (self->decisions));
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_New decision"));

  self->decisions_view = STYR_REGISTER_VIEW (view);
  styr_register_view_add_choice (
      self->decisions_view, "body", _ ("All bodies"), _ ("Which bodies are shown"));
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (new_cb), self, G_CONNECT_SWAPPED);
  styr_register_view_add_action (self->decisions_view, button);
  styr_register_view_set_empty_action (
      self->decisions_view, _ ("New decision"), G_CALLBACK (new_cb), self);
  g_signal_connect_object (
      view, "opened", G_CALLBACK (decision_opened_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_titled (GTK_STACK (self->stack), view, "decisions", _ ("Decisions"));
}

static void
add_commissions (StyrDecisionsPage *self)
{
  GtkWidget *view = styr_register_view_new (
      self->workspace, styr_commissions_register_get_kind (), G_LIST_MODEL (self->commissions));

  self->commissions_view = STYR_REGISTER_VIEW (view);
  styr_register_view_add_choice (
      self->commissions_view, "assignee", _ ("Everyone"), _ ("Whose commissions are shown"));
  g_signal_connect_object (
      view, "opened", G_CALLBACK (commission_opened_cb), self, G_CONNECT_SWAPPED);
  self->menu = styr_register_menu_add (styr_register_view_get_table (self->commissions_view),
                                       GTK_WIDGET (self),
                                       make_commission_menu,
                                       self);
  gtk_stack_add_titled (GTK_STACK (self->stack), view, "commissions", _ ("Commissions"));
}

static void
fill (StyrDecisionsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (self->stack));
  gtk_widget_set_halign (switcher, GTK_ALIGN_START);
  gtk_widget_set_margin_start (switcher, 18);
  add_decisions (self);
  add_commissions (self);
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (
      self->workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->workspace, "context-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
styr_decisions_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StyrDecisionsPage *self = STYR_DECISIONS_PAGE (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_TITLE:
      g_value_set_string (value, _ ("Decisions"));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
styr_decisions_page_dispose (GObject *object)
{
  StyrDecisionsPage *self = STYR_DECISIONS_PAGE (object);

  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->commission);
  g_clear_object (&self->workspace);
  g_clear_object (&self->decisions);
  g_clear_object (&self->commissions);
  G_OBJECT_CLASS (styr_decisions_page_parent_class)->dispose (object);
}

static void
styr_decisions_page_finalize (GObject *object)
{
  g_free (STYR_DECISIONS_PAGE (object)->subtitle);
  G_OBJECT_CLASS (styr_decisions_page_parent_class)->finalize (object);
}

static void
styr_decisions_page_class_init (StyrDecisionsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = styr_decisions_page_get_property;
  object_class->dispose = styr_decisions_page_dispose;
  object_class->finalize = styr_decisions_page_finalize;
  properties[PROP_WORKSPACE] =
      g_param_spec_object ("workspace", NULL, NULL, STYR_TYPE_WORKSPACE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_action (
      GTK_WIDGET_CLASS (klass), "decisions.commission", "s", commission_action_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "decisions.new", NULL, new_action_cb);
}

static void
styr_decisions_page_init (StyrDecisionsPage *self)
{
  self->decisions = styr_record_list_new ();
  self->commissions = styr_record_list_new ();
}

/**
 * styr_decisions_page_new:
 * @workspace: the open database
 *
 * Properties, all to be read: "workspace", "title", "subtitle".
 *
 * Returns: (transfer floating): the registers of decisions and commissions of the context
 */
GtkWidget *
styr_decisions_page_new (StyrWorkspace *workspace)
{
  StyrDecisionsPage *self;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (STYR_TYPE_DECISIONS_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  fill (self);
  return GTK_WIDGET (self);
}
