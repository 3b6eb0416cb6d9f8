/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-report-sections.h"

#include "styr-life-words.h"
#include "styr-locale.h"
#include "styr-report-words.h"

#include <glib/gi18n-lib.h>

/* What a document proposes to decide: the clauses (att-satser) by number, the way to the decision
 * and who is told. */

static GPtrArray *
dup_parts (StyrReportMaker *self, StyrRecord *decision, const char *kind)
{
  return styr_dossier_dup_where (self->dossier, kind, "decision_id", styr_record_get_id (decision));
}

static char *
dup_body (StyrReportMaker *self, StyrRecord *record)
{
  const char *unit = styr_record_get_text (record, "unit_name");
  const char *body = styr_record_get_text (record, "body");
  const StyrBodyType *type = body != NULL ? styr_model_find_body_type (self->model, body) : NULL;

  if (unit != NULL)
    return g_strdup (unit);
  return styr_words_dup_capital (type != NULL ? type->name : "");
}

/* "✓ Beslutat 2024-04-22 · Kommunfullmäktige § 71" */
static void
add_state (StyrReportMaker *self, StyrRecord *decision)
{
  const char *status = styr_record_get_text (decision, "status");
  const char *day = styr_record_get_text (decision, "on_date");
  g_autofree char *body = dup_body (self, decision);
  g_autofree char *paragraph =
      styr_format_paragraph (styr_record_get_text (decision, "section_no"));
  g_autofree char *text = NULL;

  text = g_strdup_printf ("%s %s %s %s",
                          styr_life_get_word (STYR_LIFE_DECISION, status),
                          day != NULL ? day : "",
                          body,
                          paragraph);
  styr_report_add_text (self->report, styr_record_get_text (decision, "title"), g_strstrip (text));
}

/* Who is to do it, and by when, after the words of the clause */
static char *
dup_clause (StyrRecord *clause, guint number)
{
  const char *words = styr_record_get_text (clause, "text");
  const char *unit = styr_record_get_text (clause, "assignee_name");
  const char *due = styr_record_get_text (clause, "due_on");
  GString *text = g_string_new (NULL);

  if (words == NULL || *words == '\0')
    words = styr_record_get_text (clause, "document_title");
  g_string_append_printf (text, "%u. %s", number, words != NULL ? words : "");
  if (unit != NULL && due != NULL)
    g_string_append_printf (text, " (%s, %s)", unit, due);
  else if (unit != NULL || due != NULL)
    g_string_append_printf (text, " (%s)", unit != NULL ? unit : due);
  return g_string_free (text, FALSE);
}

static void
add_clauses (StyrReportMaker *self, StyrRecord *decision)
{
  g_autoptr (GPtrArray) clauses = dup_parts (self, decision, "decision_clause");

  for (guint i = 0; i < clauses->len; i++)
    {
      g_autofree char *text = dup_clause (g_ptr_array_index (clauses, i), i + 1);

      styr_report_add (self->report, STYR_BLOCK_PARAGRAPH, text);
    }
}

static void
add_steps (StyrReportMaker *self, StyrRecord *decision)
{
  g_autoptr (GPtrArray) steps = dup_parts (self, decision, "decision_step");
  StyrReportBlock *table;

  if (steps->len == 0)
    return;
  table = styr_report_add (self->report, STYR_BLOCK_TABLE, _ ("The way to the decision"));
  styr_block_add_column (table, _ ("Body"), 2, FALSE);
  styr_block_add_column (table, _ ("What the body does"), 1.4, FALSE);
  styr_block_add_column (table, _ ("Date"), 1, FALSE);
  styr_block_add_column (table, _ ("§"), 0.8, FALSE);
  for (guint i = 0; i < steps->len; i++)
    {
      StyrRecord *step = g_ptr_array_index (steps, i);
      g_autofree char *body = dup_body (self, step);
      g_autofree char *paragraph =
          styr_format_paragraph (styr_record_get_text (step, "section_no"));
      const char *day = styr_record_get_text (step, "on_date");

      styr_block_add_row (
          table,
          body,
          styr_life_get_word (STYR_LIFE_OUTCOME, styr_record_get_text (step, "outcome")),
          day != NULL ? day : "",
          paragraph,
          NULL);
    }
}

static void
add_recipients (StyrReportMaker *self, StyrRecord *decision)
{
  g_autoptr (GPtrArray) recipients = dup_parts (self, decision, "decision_recipient");
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < recipients->len; i++)
    {
      const char *name = styr_record_get_text (recipients->pdata[i], "unit_name");

      if (name == NULL)
        name = styr_record_get_text (recipients->pdata[i], "name");
      if (name != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  if (names->len > 0)
    styr_report_add_text (self->report, _ ("Recipients"), names->str);
}

/** The decisions that a document proposes. */
gboolean
styr_report_add_decisions (StyrReportMaker *self, const StyrSection *section)
{
  g_autoptr (GPtrArray) decisions = styr_dossier_dup_rows (self->dossier, section);

  for (guint i = 0; i < decisions->len; i++)
    {
      StyrRecord *decision = g_ptr_array_index (decisions, i);

      add_state (self, decision);
      add_clauses (self, decision);
      add_steps (self, decision);
      add_recipients (self, decision);
    }
  return decisions->len > 0;
}
