/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-documents-page.h"

#include "styr-choice-button.h"
#include "styr-documents-columns.h"
#include "styr-editor-style.h"
#include "styr-enum-types.h"
#include "styr-names.h"
#include "styr-new-document.h"
#include "styr-nick.h"

#include <glib/gi18n-lib.h>

/* The register: the context's documents as a table that can be sorted and narrowed down. */
struct _StyrDocumentsPage
{
  AdwBin parent_instance;

  StyrWorkspace *workspace;
  GtkFilter *filter;
  GListModel *filtered;
  char **wanted; /* words, casefolded */
  char *subtitle;

  GtkWidget *bar;
  GtkEditable *search;
  GtkWidget *new_button;
  GtkWidget *types;
  GtkWidget *states;
  GtkStack *stack;
  GtkColumnView *view;
};

enum
{
  PROP_WORKSPACE = 1,
  PROP_TITLE,
  PROP_SUBTITLE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (StyrDocumentsPage, styr_documents_page, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

/* Filter */

/* Each of the words stands somewhere in what the row shows */
static gboolean
has_words (StyrDocumentsPage *self, StyrRecord *document)
{
  g_autofree char *unit =
      styr_workspace_dup_unit_label (self->workspace, styr_record_get_text (document, "unit_id"));
  const char *number = styr_record_get_text (document, "registration_no");
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (self->wanted == NULL)
    return TRUE;
  text = g_strconcat (styr_record_get_text (document, "title"),
                      "\n",
                      styr_record_get_text (document, "type_name"),
                      "\n",
                      unit != NULL ? unit : "",
                      "\n",
                      number,
                      NULL);
  folded = g_utf8_casefold (text, -1);
  for (char **word = self->wanted; *word != NULL; word++)
    if (strstr (folded, *word) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
filter_cb (gpointer item, gpointer user_data)
{
  StyrDocumentsPage *self = user_data;
  const char *type = styr_choice_button_get_selected (STYR_CHOICE_BUTTON (self->types));
  const char *status = styr_choice_button_get_selected (STYR_CHOICE_BUTTON (self->states));

  return (type == NULL || styr_record_is (item, "type", type)) &&
         (status == NULL || styr_record_is (item, "status", status)) && has_words (self, item);
}

static void
update (StyrDocumentsPage *self)
{
  guint all = g_list_model_get_n_items (styr_workspace_get_documents (self->workspace));
  guint shown = g_list_model_get_n_items (self->filtered);
  g_autofree char *unit =
      styr_workspace_dup_unit_label (self->workspace, styr_workspace_get_unit_id (self->workspace));
  g_autofree char *count = NULL;

  gtk_stack_set_visible_child_name (self->stack,
                                    all == 0 ? "empty" : (shown == 0 ? "nothing" : "list"));
  gtk_widget_set_visible (self->bar, all > 0);
  if (shown == all)
    count = g_strdup_printf (ngettext ("%u document", "%u documents", all), all);
  else
    count = g_strdup_printf (ngettext ("%u of %u document", "%u of %u documents", all), shown, all);
  g_free (self->subtitle);
  self->subtitle = g_strdup_printf (C_ ("unit, year, how many documents", "%s %d: %s"),
                                    unit,
                                    styr_workspace_get_year (self->workspace),
                                    count);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

static void
filter_changed_cb (StyrDocumentsPage *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (self->search), -1);

  g_strfreev (self->wanted);
  self->wanted = g_strsplit (folded, " ", -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update (self);
}

static void
show_all_cb (StyrDocumentsPage *self)
{
  styr_choice_button_set_selected (STYR_CHOICE_BUTTON (self->types), NULL);
  styr_choice_button_set_selected (STYR_CHOICE_BUTTON (self->states), NULL);
  gtk_editable_set_text (self->search, "");
  filter_changed_cb (self);
}

/* What there is to choose: only the types that have documents here */
static GPtrArray *
provide_types (gpointer user_data)
{
  StyrDocumentsPage *self = user_data;
  GListModel *documents = styr_workspace_get_documents (self->workspace);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *options = styr_options_new ();

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (StyrRecord) document = g_list_model_get_item (documents, i);
      const char *type = g_intern_string (styr_record_get_text (document, "type"));

      if (g_hash_table_add (seen, (gpointer) type))
        {
          g_autofree char *name =
              styr_name_sentence_case (styr_record_get_text (document, "type_name"));

          styr_options_add (options, type, name, NULL);
        }
    }
  return options;
}

static GPtrArray *
make_status_options (void)
{
  GPtrArray *options = styr_options_new ();

  for (int status = STYR_DOCUMENT_DRAFT; status <= STYR_DOCUMENT_REVOKED; status++)
    {
      g_autofree char *label =
          g_strdup_printf ("%s %s", styr_symbol_of_status (status), styr_name_of_status (status));

      styr_options_add (
          options, styr_nick_from_value (STYR_TYPE_DOCUMENT_STATUS, status), label, NULL);
    }
  return options;
}

static GtkWidget *
make_choice (StyrDocumentsPage *self, const char *everything, const char *name)
{
  GtkWidget *choice = styr_choice_button_new (everything);

  styr_choice_button_set_optional (STYR_CHOICE_BUTTON (choice), everything);
  styr_choice_button_set_name_text (STYR_CHOICE_BUTTON (choice), name);
  g_signal_connect_object (
      choice, "chosen", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (
      GTK_BOX (self->bar), choice, gtk_widget_get_prev_sibling (self->new_button));
  return choice;
}

/* Callbacks */

static void
activate_cb (GtkColumnView *view, guint position, StyrDocumentsPage *self)
{
  g_autoptr (StyrRecord) document =
      g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (view)), position);

  if (document != NULL)
    gtk_widget_activate_action (
        GTK_WIDGET (view), "win.open-document", "s", styr_record_get_id (document));
}

static void
new_cb (StyrDocumentsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = styr_new_document_new (self->workspace);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
fill (StyrDocumentsPage *self)
{
  GListModel *documents = g_object_ref (styr_workspace_get_documents (self->workspace));
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;

  self->types = make_choice (self, _ ("All types"), _ ("Which types are shown"));
  self->states = make_choice (self, _ ("All statuses"), _ ("Which statuses are shown"));
  styr_choice_button_set_provider (
      STYR_CHOICE_BUTTON (self->types), provide_types, NULL, self, NULL);
  styr_choice_button_set_options (STYR_CHOICE_BUTTON (self->states), make_status_options ());
  styr_documents_columns_add (self->view, self->workspace);
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_cb, self, NULL));
  self->filtered =
      G_LIST_MODEL (gtk_filter_list_model_new (documents, g_object_ref (self->filter)));
  sorted = gtk_sort_list_model_new (g_object_ref (self->filtered),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  /* nothing is chosen before someone chooses */
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  g_signal_connect_object (
      self->filtered, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->workspace, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->workspace, "context-changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

/* The widget */

static void
styr_documents_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StyrDocumentsPage *self = STYR_DOCUMENTS_PAGE (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_TITLE:
      g_value_set_string (value, _ ("Documents"));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
styr_documents_page_dispose (GObject *object)
{
  StyrDocumentsPage *self = STYR_DOCUMENTS_PAGE (object);

  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (styr_documents_page_parent_class)->dispose (object);
}

static void
styr_documents_page_finalize (GObject *object)
{
  g_strfreev (STYR_DOCUMENTS_PAGE (object)->wanted);
  g_free (STYR_DOCUMENTS_PAGE (object)->subtitle);
  G_OBJECT_CLASS (styr_documents_page_parent_class)->finalize (object);
}

static void
styr_documents_page_class_init (StyrDocumentsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = styr_documents_page_get_property;
  object_class->dispose = styr_documents_page_dispose;
  object_class->finalize = styr_documents_page_finalize;
  properties[PROP_WORKSPACE] =
      g_param_spec_object ("workspace", NULL, NULL, STYR_TYPE_WORKSPACE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/styrmodell/Styrmodell/ui/styr-documents-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StyrDocumentsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, StyrDocumentsPage, search);
  gtk_widget_class_bind_template_child (widget_class, StyrDocumentsPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, StyrDocumentsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, StyrDocumentsPage, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  styr_editor_style_load ();
}

static void
styr_documents_page_init (StyrDocumentsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * styr_documents_page_new:
 * @workspace: the open database
 *
 * Properties, all to be read: "workspace", "title", "subtitle".
 *
 * Returns: (transfer floating): the register of the context's documents
 */
GtkWidget *
styr_documents_page_new (StyrWorkspace *workspace)
{
  StyrDocumentsPage *self;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (STYR_TYPE_DOCUMENTS_PAGE, NULL);
  self->workspace = g_object_ref (workspace);
  fill (self);
  return GTK_WIDGET (self);
}
