/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-thing.h"

#include "styr-enum-types.h"
#include "styr-locale.h"

#include <glib/gi18n-lib.h>

/**
 * styr_thing_is_missing:
 * @thing: a thing of an overview
 *
 * Deadlines have no reference either, but stand in no block: they are met by several documents.
 *
 * Returns: whether it is a document that should be there and can be made at once
 */
gboolean
styr_thing_is_missing (StyrRecord *thing)
{
  g_return_val_if_fail (STYR_IS_RECORD (thing), FALSE);

  return styr_record_get_text (thing, "document_id") == NULL &&
         styr_record_get_text (thing, "block") != NULL &&
         styr_record_get_text (thing, "document_type") != NULL;
}

/**
 * styr_thing_get_state:
 * @thing: a thing of an overview
 *
 * Returns: its state
 */
StyrState
styr_thing_get_state (StyrRecord *thing)
{
  g_return_val_if_fail (STYR_IS_RECORD (thing), STYR_STATE_NOT_APPLICABLE);

  return (StyrState) styr_record_get_enum (thing, "state", STYR_TYPE_STATE);
}

static void
append_part (GString *line, const char *part)
{
  if (part == NULL || part[0] == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

/* Only documents are in force or drafts; goals, activities and deadlines are done or under way. */
static const char *
get_state_word (StyrRecord *thing, StyrState state)
{
  gboolean is_document =
      styr_record_is (thing, "ref_kind", "document") && styr_record_has (thing, "block");

  if (!is_document && state == STYR_STATE_IN_FORCE)
    return _ ("done");
  if (!is_document && state == STYR_STATE_DRAFT)
    return _ ("under way");
  return styr_state_get_word (state);
}

/**
 * styr_thing_dup_line:
 * @thing: a thing of an overview
 *
 * The line below its title: the state as a word, what is said about it, when it is due.
 *
 * Returns: (transfer full): one line, possibly empty
 */
char *
styr_thing_dup_line (StyrRecord *thing)
{
  g_autoptr (GString) line = g_string_new (NULL);
  StyrState state = styr_thing_get_state (thing);
  const char *title = styr_record_get_text (thing, "title");
  const char *subtitle = styr_record_get_text (thing, "subtitle");
  const char *due = styr_record_get_text (thing, "due");

  if (state != STYR_STATE_NOT_APPLICABLE)
    {
      g_autofree char *word = styr_text_dup_capitalised (get_state_word (thing, state));

      append_part (line, word);
    }
  /* Titles often name the unit already. */
  if (title == NULL || subtitle == NULL || strstr (title, subtitle) == NULL)
    append_part (line, subtitle);
  if (due != NULL)
    {
      g_autofree char *date = styr_format_date (due);
      /* Translators: a date, "senast 31 mars 2024" */
      g_autofree char *text = g_strdup_printf (_ ("by %s"), date);

      append_part (line, text);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static const StyrSection *
find_section (const StyrDocumentType *type, StyrSectionKind kind, const char *about)
{
  for (guint i = 0; type != NULL && i < type->sections->len; i++)
    {
      const StyrSection *section = g_ptr_array_index (type->sections, i);

      if (section->kind == kind &&
          (about == NULL || g_strcmp0 (section->document_type, about) == 0))
        return section;
    }
  return NULL;
}

static gboolean
phase_counts (StyrModel *model, StyrRecord *thing, StyrCountKind kind)
{
  const char *phase_id = styr_record_get_text (thing, "phase");
  const StyrPhase *phase = phase_id != NULL ? styr_model_find_phase (model, phase_id) : NULL;

  for (guint i = 0; phase != NULL && i < phase->counts->len; i++)
    if (((const StyrPhaseCount *) g_ptr_array_index (phase->counts, i))->count == kind)
      return TRUE;
  return FALSE;
}

/* A goal that waits for its assessment is assessed in the report about its plan, not in the plan.
 */
static char *
dup_report_target (StyrRecord *thing, StyrWorkspace *workspace, StyrSectionKind kind)
{
  GPtrArray *types = styr_model_get_document_types (styr_workspace_get_model (workspace));
  const char *plan = styr_record_get_text (thing, "document_type");

  for (guint i = 0; i < types->len; i++)
    {
      const StyrDocumentType *type = g_ptr_array_index (types, i);
      const StyrSection *section = find_section (type, kind, plan);
      g_autofree char *document = NULL;

      if (section == NULL)
        continue;
      document = styr_workspace_find_document (workspace,
                                               type->id,
                                               styr_record_get_text (thing, "unit_id"),
                                               (int) styr_record_get_int (thing, "year"));
      if (document != NULL)
        return g_strdup_printf ("%s#%s", document, section->id);
    }
  return NULL;
}

static char *
dup_goal_target (StyrRecord *thing, StyrWorkspace *workspace)
{
  StyrModel *model = styr_workspace_get_model (workspace);

  if (phase_counts (model, thing, STYR_COUNT_ASSESSMENTS))
    return dup_report_target (thing, workspace, STYR_SECTION_ASSESSMENTS);
  if (phase_counts (model, thing, STYR_COUNT_MEASURES))
    return dup_report_target (thing, workspace, STYR_SECTION_MEASURES);
  return NULL;
}

/**
 * styr_thing_dup_target:
 * @thing: a thing of an overview
 * @workspace: where it comes from
 *
 * Says what to open: the document, and in it the section where the thing is worked with.
 *
 * Returns: (transfer full) (nullable): the parameter of `win.open-document`; %NULL when there is no
 *   document to open
 */
char *
styr_thing_dup_target (StyrRecord *thing, StyrWorkspace *workspace)
{
  const char *kind, *document, *type_id;
  const StyrSection *section = NULL;
  char *target = NULL;

  g_return_val_if_fail (STYR_IS_RECORD (thing), NULL);
  g_return_val_if_fail (STYR_IS_WORKSPACE (workspace), NULL);

  kind = styr_record_get_text (thing, "ref_kind");
  document = styr_record_get_text (thing, "document_id");
  type_id = styr_record_get_text (thing, "document_type");
  if (g_strcmp0 (kind, "goal") == 0)
    target = dup_goal_target (thing, workspace);
  if (target != NULL || document == NULL)
    return target;
  if (type_id != NULL && g_strcmp0 (kind, "document") != 0)
    section =
        find_section (styr_model_find_document_type (styr_workspace_get_model (workspace), type_id),
                      g_strcmp0 (kind, "goal") == 0       ? STYR_SECTION_GOALS
                      : g_strcmp0 (kind, "activity") == 0 ? STYR_SECTION_ACTIVITIES
                                                          : STYR_SECTION_MEASURES,
                      NULL);
  return section != NULL ? g_strdup_printf ("%s#%s", document, section->id) : g_strdup (document);
}

/**
 * styr_text_dup_capitalised:
 * @text: (nullable): a term of the model, which is written as inside a sentence
 *
 * Returns: (transfer full): the text with a capital, for a heading or the start of a line
 */
char *
styr_text_dup_capitalised (const char *text)
{
  char first[7] = "";

  if (text == NULL || text[0] == '\0')
    return g_strdup ("");
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), first);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}
