/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-register-choice.h"

#include "styr-choice-button.h"
#include "styr-enum-types.h"

typedef struct
{
  StyrWorkspace *workspace;
  GListModel *records;
  const StyrRegisterColumn *column;
} Choice;

static int
compare_options (gconstpointer a, gconstpointer b)
{
  const StyrOption *one = *(StyrOption *const *) a, *other = *(StyrOption *const *) b;

  return g_utf8_collate (one->label, other->label);
}

/* Where a text stands in a document's life, from its first row; 0 when it isn't a status */
static int
get_stage (Choice *choice, StyrRecord *record)
{
  return g_str_equal (choice->column->id, "status") &&
                 g_str_equal (styr_record_get_kind (record), "document")
             ? styr_record_get_enum (record, "status", STYR_TYPE_DOCUMENT_STATUS)
             : 0;
}

static int
compare_stages (gconstpointer a, gconstpointer b, gpointer stages)
{
  const StyrOption *one = *(StyrOption *const *) a, *other = *(StyrOption *const *) b;
  int order = GPOINTER_TO_INT (g_hash_table_lookup (stages, one->label)) -
              GPOINTER_TO_INT (g_hash_table_lookup (stages, other->label));

  return order != 0 ? order : compare_options (a, b);
}

static GPtrArray *
provide_texts (gpointer user_data)
{
  Choice *choice = user_data;
  g_autoptr (GHashTable) stages = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *options = styr_options_new ();

  for (guint i = 0; i < g_list_model_get_n_items (choice->records); i++)
    {
      g_autoptr (StyrRecord) record = g_list_model_get_item (choice->records, i);
      g_autofree char *text = choice->column->dup_text (choice->workspace, record);

      if (text != NULL && *text != '\0' &&
          g_hash_table_insert (stages,
                               (gpointer) g_intern_string (text),
                               GINT_TO_POINTER (get_stage (choice, record))))
        styr_options_add (options, text, text, NULL);
    }
  g_ptr_array_sort_with_data (options, compare_stages, stages);
  return options;
}

/**
 * styr_register_choice_new:
 * @workspace: outlives the button, as @records does
 * @records: (element-type StyrRecord): the register's rows, looked through when the choice is
 * opened
 * @column: lives as long as the program
 * @everything: what the choice says when nothing is chosen: "All types"
 *
 * Returns: (transfer floating): a choice among the texts that @column has in @records
 */
GtkWidget *
styr_register_choice_new (StyrWorkspace *workspace,
                          GListModel *records,
                          const StyrRegisterColumn *column,
                          const char *everything)
{
  GtkWidget *button = styr_choice_button_new (everything);
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice){ workspace, records, column };
  styr_choice_button_set_optional (STYR_CHOICE_BUTTON (button), everything);
  styr_choice_button_set_provider (
      STYR_CHOICE_BUTTON (button), provide_texts, NULL, choice, g_free);
  return button;
}
