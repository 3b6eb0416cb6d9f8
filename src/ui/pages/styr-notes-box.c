/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-document-notes.h"
#include "styr-finding-line.h"

/* What is to be said at one place of a document. It is made anew only when it says something else,
 * so that the keyboard stays where it is. */

static void
add_words (GString *words, GPtrArray *records)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const char *id = styr_record_get_id (records->pdata[i]);
      const char *text = styr_record_get_text (records->pdata[i], "text");
      const char *quote = styr_record_get_text (records->pdata[i], "quote");
      const char *reason = styr_record_get_text (records->pdata[i], "waiver_reason");

      g_string_append_printf (words,
                              "%s %s %s %s\n",
                              id != NULL ? id : "",
                              text,
                              quote != NULL ? quote : "",
                              reason != NULL ? reason : "");
    }
}

static void
fill (GtkBox *box, StyrEditSession *session, GPtrArray *findings, GPtrArray *advice)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    gtk_box_append (
        box, styr_finding_line_new (styr_edit_session_get_workspace (session), findings->pdata[i]));
  for (guint i = 0; advice != NULL && i < advice->len; i++)
    gtk_box_append (box, styr_advice_line_new (advice->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (box), findings != NULL || advice != NULL);
}

static void
update_cb (StyrDocumentNotes *notes, GtkBox *box)
{
  StyrEditSession *session = g_object_get_data (G_OBJECT (box), "styr-session");
  const char *place = g_object_get_data (G_OBJECT (box), "styr-place");
  const char *before = g_object_get_data (G_OBJECT (box), "styr-words");
  GPtrArray *findings = styr_document_notes_get_findings (notes, place);
  GPtrArray *advice = styr_document_notes_get_advice (notes, place);
  g_autoptr (GString) words = g_string_new (NULL);

  add_words (words, findings);
  add_words (words, advice);
  if (g_strcmp0 (before, words->str) == 0)
    return;
  g_object_set_data_full (G_OBJECT (box), "styr-words", g_strdup (words->str), g_free);
  fill (box, session, findings, advice);
}

/**
 * styr_notes_box_new:
 * @place: "top", "card", "section/ID" or "goal/ID"
 *
 * Returns: (transfer floating): the findings and the advice of the place
 */
GtkWidget *
styr_notes_box_new (StyrEditSession *session, const char *place)
{
  StyrDocumentNotes *notes;
  GtkWidget *box;

  g_return_val_if_fail (STYR_IS_EDIT_SESSION (session) && place != NULL, NULL);

  notes = styr_document_notes_get (session);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (box, "styr-notes");
  gtk_widget_set_visible (box, FALSE);
  g_object_set_data_full (G_OBJECT (box), "styr-place", g_strdup (place), g_free);
  g_object_set_data_full (G_OBJECT (box), "styr-session", g_object_ref (session), g_object_unref);
  g_signal_connect_object (notes, "updated", G_CALLBACK (update_cb), box, 0);
  update_cb (notes, GTK_BOX (box));
  return box;
}

/** The same for one thing of a kind: "goal", "section". */
GtkWidget *
styr_notes_box_new_for (StyrEditSession *session, const char *kind, const char *id)
{
  g_autofree char *place = g_strdup_printf ("%s/%s", kind, id);

  return styr_notes_box_new (session, place);
}
