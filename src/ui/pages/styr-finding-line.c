/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-finding-line.h"

#include "styr-check.h"
#include "styr-finding-dialog.h"
#include "styr-finding-words.h"
#include "styr-widget-util.h"
#include "styr-wrap-layout.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* A finding, or advice, where one writes: calm lines. A finding has its sign and what can be done
 * about it; advice is grey, with a lamp, and asks for nothing. */

static const char *
get_class (StyrRecord *finding)
{
  if (styr_record_get_flag (finding, "is_waived"))
    return "waived";
  return styr_severity_get_place (styr_record_get_text (finding, "severity")) == 0 ? "error"
                                                                                   : "warning";
}

static GtkWidget *
make_symbol (StyrRecord *finding)
{
  g_autofree char *severity = styr_finding_dup_severity (finding);
  GtkWidget *label = gtk_label_new (styr_finding_get_symbol (finding));

  gtk_widget_add_css_class (label, "styr-finding-symbol");
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (label, severity);
  styr_widget_set_name_text (label, severity);
  return label;
}

static void
set_finding (GtkWidget *widget, StyrWorkspace *workspace, StyrRecord *finding)
{
  g_object_set_data_full (
      G_OBJECT (widget), "styr-workspace", g_object_ref (workspace), g_object_unref);
  g_object_set_data_full (
      G_OBJECT (widget), "styr-finding", g_object_ref (finding), g_object_unref);
}

static void
exception_cb (GtkWidget *button, gpointer user_data)
{
  styr_finding_ask_exception (button,
                              g_object_get_data (G_OBJECT (button), "styr-workspace"),
                              g_object_get_data (G_OBJECT (button), "styr-finding"));
}

static void
take_back_cb (GtkWidget *button, gpointer user_data)
{
  styr_finding_take_back (button,
                          g_object_get_data (G_OBJECT (button), "styr-workspace"),
                          g_object_get_data (G_OBJECT (button), "styr-finding"));
}

static void
rule_cb (GtkWidget *button, gpointer user_data)
{
  styr_finding_show_rule (button, g_object_get_data (G_OBJECT (button), "styr-finding"));
}

static GtkWidget *
make_button (const char *label,
             const char *name,
             GCallback callback,
             StyrWorkspace *workspace,
             StyrRecord *finding)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, name);
  set_finding (button, workspace, finding);
  g_signal_connect (button, "clicked", callback, NULL);
  return button;
}

static GtkWidget *
make_buttons (StyrWorkspace *workspace, StyrRecord *finding)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  /* below each other where there is no room, as in the document's card */
  gtk_widget_set_layout_manager (box, styr_wrap_layout_new ());
  if (styr_record_has (finding, "waiver_id"))
    gtk_box_append (GTK_BOX (box),
                    make_button (_ ("Take back exception"),
                                 _ ("What the exception is for is found again"),
                                 G_CALLBACK (take_back_cb),
                                 workspace,
                                 finding));
  else if (styr_record_get_flag (finding, "is_waivable"))
    gtk_box_append (GTK_BOX (box),
                    make_button (_ ("Decide exception…"),
                                 _ ("Register that the rule doesn’t apply here, and why"),
                                 G_CALLBACK (exception_cb),
                                 workspace,
                                 finding));
  gtk_box_append (GTK_BOX (box),
                  make_button (_ ("Show rule"),
                               styr_record_get_text (finding, "rule_title"),
                               G_CALLBACK (rule_cb),
                               workspace,
                               finding));
  return box;
}

/**
 * styr_finding_line_new:
 *
 * Returns: (transfer floating): a finding beside what it is about: sign, text, remedy, and what can
 * be done about it
 */
GtkWidget *
styr_finding_line_new (StyrWorkspace *workspace, StyrRecord *finding)
{
  GtkWidget *line, *texts;
  const char *remedy, *reason;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace) && STYR_IS_RECORD (finding), NULL);

  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  remedy = styr_record_get_text (finding, "remedy");
  reason = styr_record_get_text (finding, "waiver_reason");
  gtk_widget_add_css_class (line, "styr-finding");
  gtk_widget_add_css_class (line, get_class (finding));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts),
                  styr_wrapping_label_new (styr_record_get_text (finding, "text"), NULL));
  if (reason != NULL)
    {
      g_autofree char *text = g_strdup_printf (_ ("Decided exception: %s"), reason);

      gtk_box_append (GTK_BOX (texts), styr_quiet_label_new (text));
    }
  else if (remedy != NULL)
    gtk_box_append (GTK_BOX (texts), styr_quiet_label_new (remedy));
  gtk_box_append (GTK_BOX (texts), make_buttons (workspace, finding));
  gtk_box_append (GTK_BOX (line), make_symbol (finding));
  gtk_box_append (GTK_BOX (line), texts);
  return line;
}

/* Selects the words in the first text in @root that has them. Returns: whether one has */
static gboolean
select_words (GtkWidget *root, const char *words)
{
  if (GTK_IS_TEXT_VIEW (root))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (root));
      GtkTextIter from, start, end;

      gtk_text_buffer_get_start_iter (buffer, &from);
      if (!gtk_text_iter_forward_search (&from, words, 0, &start, &end, NULL))
        return FALSE;
      gtk_widget_grab_focus (root);
      gtk_text_buffer_select_range (buffer, &start, &end);
      return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (select_words (child, words))
      return TRUE;
  return FALSE;
}

/* What the advice is about stands in the form around it. */
static void
show_words_cb (GtkWidget *button, gpointer user_data)
{
  const char *words = g_object_get_data (G_OBJECT (button), "styr-quote");
  GtkWidget *notes = gtk_widget_get_ancestor (button, GTK_TYPE_BOX);

  while (notes != NULL && !gtk_widget_has_css_class (notes, "styr-notes"))
    notes = gtk_widget_get_parent (notes);
  if (notes != NULL && gtk_widget_get_parent (notes) != NULL)
    select_words (gtk_widget_get_parent (notes), words);
}

static GtkWidget *
make_jump (const char *quote)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Go to the text"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "styr-quote", g_strdup (quote), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (show_words_cb), NULL);
  return button;
}

/**
 * styr_advice_line_new:
 *
 * Returns: (transfer floating): a question about what is written, grey and with a lamp
 */
GtkWidget *
styr_advice_line_new (StyrRecord *advice)
{
  GtkWidget *line, *texts, *lamp;
  const char *quote;

  g_return_val_if_fail (STYR_IS_RECORD (advice), NULL);

  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  lamp = gtk_image_new_from_icon_name ("styr-lamp-symbolic");
  quote = styr_record_get_text (advice, "quote");
  gtk_widget_add_css_class (line, "styr-advice");
  gtk_widget_set_valign (lamp, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (lamp, _ ("Advice: not a rule of the model, and counted nowhere"));
  styr_widget_set_name_text (lamp, _ ("Advice"));
  gtk_widget_set_hexpand (texts, TRUE);
  if (quote != NULL && styr_record_is (advice, "topic", "goal-language"))
    {
      g_autofree char *text = g_strdup_printf (_ ("“%s”"), quote);

      gtk_box_append (GTK_BOX (texts), styr_quiet_label_new (text));
    }
  gtk_box_append (GTK_BOX (texts), styr_quiet_label_new (styr_record_get_text (advice, "text")));
  if (quote != NULL)
    gtk_box_append (GTK_BOX (texts), make_jump (quote));
  gtk_box_append (GTK_BOX (line), lamp);
  gtk_box_append (GTK_BOX (line), texts);
  return line;
}

/* In lists ----------------------------------------------------------------------------------- */

static void
row_activated_cb (GtkWidget *row, gpointer user_data)
{
  styr_finding_dialog_show (row,
                            g_object_get_data (G_OBJECT (row), "styr-workspace"),
                            g_object_get_data (G_OBJECT (row), "styr-finding"));
}

/**
 * styr_finding_row_new:
 *
 * Returns: (transfer floating): a finding as a row of a list; it opens what is known about it
 */
GtkWidget *
styr_finding_row_new (StyrWorkspace *workspace, StyrRecord *finding)
{
  GtkWidget *row, *symbol;

  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace) && STYR_IS_RECORD (finding), NULL);

  row = adw_action_row_new ();
  symbol = make_symbol (finding);
  gtk_widget_set_valign (symbol, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (row, "styr-finding-row");
  gtk_widget_add_css_class (row, get_class (finding));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), styr_record_get_text (finding, "text"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), symbol);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  set_finding (row, workspace, finding);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), NULL);
  return row;
}
