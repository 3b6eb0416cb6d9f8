/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-register-filters.h"

#include "styr-choice-button.h"

#include <glib/gi18n-lib.h>

/* What is chosen of a register's rows. */

/** Whether each of the words stands somewhere in the row, shown or not. @words: (nullable):
 * casefolded */
gboolean
styr_register_filters_has_words (StyrWorkspace *workspace,
                                 const StyrRegisterKind *kind,
                                 const char *const *words,
                                 StyrRecord *record)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (kind != NULL && STYR_IS_RECORD (record), FALSE);

  if (words == NULL || words[0] == NULL)
    return TRUE;
  text = g_string_new (NULL);
  for (guint i = 0; i < kind->n_columns; i++)
    {
      g_autofree char *cell = kind->columns[i].dup_text (workspace, record);

      if (cell != NULL)
        g_string_append_printf (text, "%s\n", cell);
    }
  folded = g_utf8_casefold (text->str, -1);
  for (const char *const *word = words; *word != NULL; word++)
    if (strstr (folded, *word) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * styr_register_filters_dup_text:
 * @marks: (element-type GtkToggleButton): the pills, as many as @kind has
 * @choices: (element-type StyrChoiceButton)
 * @bars: (nullable)
 * @words: what is searched for, or ""
 *
 * Returns: (transfer full) (nullable): what is chosen, for those who only see the list: "Errors,
 * “plan”"; NULL when all of it is shown
 */
char *
styr_register_filters_dup_text (const StyrRegisterKind *kind,
                                GPtrArray *marks,
                                GPtrArray *choices,
                                StyrRegisterBars *bars,
                                const char *words)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *chosen = NULL;

  g_return_val_if_fail (kind != NULL && marks != NULL && choices != NULL, NULL);

  for (guint i = 0; i < kind->n_marks; i++)
    if (gtk_toggle_button_get_active (marks->pdata[i]))
      g_ptr_array_add (parts, g_strdup (_ (kind->marks[i].label)));
  for (guint i = 0; i < choices->len; i++)
    if (styr_choice_button_get_selected (choices->pdata[i]) != NULL)
      g_ptr_array_add (parts, g_strdup (styr_choice_button_get_selected (choices->pdata[i])));
  chosen = bars != NULL ? styr_register_bars_dup_chosen (bars) : NULL;
  if (chosen != NULL)
    g_ptr_array_add (parts, g_strdup_printf ("%s: %s", _ (kind->bars_title), chosen));
  if (words != NULL && *words != '\0')
    /* Translators: words that somebody searches for. */
    g_ptr_array_add (parts, g_strdup_printf (_ ("“%s”"), words));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}
