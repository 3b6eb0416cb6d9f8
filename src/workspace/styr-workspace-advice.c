/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workspace-findings.h"

#include "styr-advice.h"
#include "styr-paths.h"
#include "styr-workspace-private.h"

/* The language that municipalities write in, whatever the interface is in. */
#define WORDS "sv.json"

/* Returns: (transfer none) (nullable): the words that advice goes by. Read once: the file comes
 * with the program. */
StyrWords *
styr_workspace_get_words (void)
{
  static StyrWords *words;
  static gboolean is_read;
  g_autofree char *path = NULL, *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  if (is_read)
    return words;
  is_read = TRUE;
  path = styr_paths_find_data ("words", WORDS);
  if (path == NULL)
    {
      g_warning ("advice: no words/%s", WORDS);
      return NULL;
    }
  if (g_file_get_contents (path, &text, &size, &error))
    {
      bytes = g_bytes_new_take (g_steal_pointer (&text), size);
      words = styr_words_new_from_bytes (bytes, WORDS, &error);
    }
  if (words == NULL)
    g_warning ("advice: %s", error->message);
  return words;
}

static void
take_all (GPtrArray *all, GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    g_ptr_array_add (all, g_object_ref (more->pdata[i]));
  g_ptr_array_unref (more);
}

/**
 * styr_workspace_dup_advice:
 *
 * Questions worth asking about a document; never findings, and counted nowhere. See styr-advice.h.
 *
 * Returns: (transfer full) (element-type StyrRecord)
 */
GPtrArray *
styr_workspace_dup_advice (StyrWorkspace *self, const char *document_id)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (StyrDossier) dossier = NULL;
  g_autofree char *decider = NULL, *reason = NULL;
  StyrRecord *on_decider;
  StyrWords *words;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), all);
  g_return_val_if_fail (document_id != NULL, all);

  dossier = styr_workspace_dup_dossier (self, document_id, NULL);
  if (dossier == NULL)
    return all;
  decider = styr_workspace_dup_decider (self, dossier, &reason);
  on_decider = styr_advice_on_decider (dossier, decider, reason);
  if (on_decider != NULL)
    g_ptr_array_add (all, on_decider);
  words = styr_workspace_get_words ();
  if (words == NULL)
    return all;
  take_all (all, styr_advice_on_goals (dossier, words));
  take_all (all, styr_advice_on_language (dossier, words));
  return all;
}
