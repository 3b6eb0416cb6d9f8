/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workspace-decisions.h"
#include "styr-workspace-private.h"

#include <glib/gi18n-lib.h>

#define NEAREST 3

/* A clause is shown where it was decided. */
static void
add_decision (StyrWorkspace *self, StyrRecord *hit)
{
  const char *ref = styr_record_get_text (hit, "ref");
  g_autofree char *clause_of = NULL;
  g_autoptr (StyrDecision) decision = NULL;

  if (styr_record_is (hit, "kind", "clause"))
    clause_of = styr_workspace_dup_one (
        self, "SELECT decision_id AS value FROM decision_clause WHERE id = ?1", ref, NULL, NULL);
  else if (!styr_record_is (hit, "kind", "decision"))
    return;
  decision = styr_workspace_dup_decision (self, clause_of != NULL ? clause_of : ref, NULL);
  if (decision == NULL)
    return;
  styr_record_set_text (hit, "decision_id", styr_record_get_id (decision->decision));
  styr_record_set_text (hit, "decision_title", styr_record_get_text (decision->decision, "title"));
  styr_record_set_text (hit, "on_date", styr_record_get_text (decision->decision, "on_date"));
}

/**
 * styr_workspace_search:
 *
 * Returns: (transfer full) (element-type StyrRecord): hits, best first: kind, ref, document_id,
 * title, snippet, type_name, unit_name, year; of decisions and clauses also decision_id,
 * decision_title, on_date
 */
GPtrArray *
styr_workspace_search (StyrWorkspace *self, const char *text, guint limit)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *hits;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  hits = styr_store_search (styr_workspace_get_store (self), text, limit, &error);
  if (hits == NULL)
    {
      g_message ("search: %s", error->message);
      return g_ptr_array_new_with_free_func (g_object_unref);
    }
  for (guint i = 0; i < hits->len; i++)
    {
      StyrRecord *hit = g_ptr_array_index (hits, i);
      StyrModel *model = styr_workspace_get_model_of (self, hit);
      const char *type_id = styr_record_get_text (hit, "document_type");
      const StyrDocumentType *type =
          model != NULL && type_id != NULL ? styr_model_find_document_type (model, type_id) : NULL;

      styr_record_set_text (hit, "type_name", type != NULL ? type->name : type_id);
      add_decision (self, hit);
    }
  return hits;
}

static char *
dup_folded (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : "", -1);

  return g_strdup (g_strstrip (folded));
}

/* How many letters must be put in, taken out or changed to make one word of the other. */
static glong
edit_distance (const char *first, const char *second)
{
  glong rows, columns;
  g_autofree gunichar *a = g_utf8_to_ucs4_fast (first, -1, &rows);
  g_autofree gunichar *b = g_utf8_to_ucs4_fast (second, -1, &columns);
  g_autofree glong *line = g_new (glong, columns + 1);

  for (glong j = 0; j <= columns; j++)
    line[j] = j;
  for (glong i = 1; i <= rows; i++)
    {
      glong diagonal = line[0];

      line[0] = i;
      for (glong j = 1; j <= columns; j++)
        {
          glong above = line[j];
          glong changed = diagonal + (a[i - 1] != b[j - 1]);

          line[j] = MIN (changed, MIN (above, line[j - 1]) + 1);
          diagonal = above;
        }
    }
  return line[columns];
}

typedef struct
{
  StyrRecord *unit;
  glong distance;
} Candidate;

/* Names of bodies end alike, so what they begin with tells more. */
static glong
common_start (const char *first, const char *second)
{
  glong n = 0;

  while (*first != '\0' && g_utf8_get_char (first) == g_utf8_get_char (second))
    {
      first = g_utf8_next_char (first);
      second = g_utf8_next_char (second);
      n++;
    }
  return n;
}

static glong
distance_to (StyrRecord *unit, const char *key)
{
  const char *short_name = styr_record_get_text (unit, "short_name");
  g_autofree char *name = dup_folded (styr_record_get_text (unit, "name"));
  g_autofree char *brief = dup_folded (short_name != NULL ? short_name : "");
  glong by_name = edit_distance (name, key) - 2 * common_start (name, key);

  /* The beginning of a name, or a word in it, is nearer than any misspelling. */
  if (strlen (key) >= 3 && strstr (name, key) != NULL)
    return G_MINLONG;
  return *brief != '\0' ? MIN (by_name, edit_distance (brief, key) + 1) : by_name;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  glong first = ((const Candidate *) a)->distance;
  glong second = ((const Candidate *) b)->distance;

  return (first > second) - (first < second);
}

static char *
dup_nearest (GListModel *units, const char *key)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (StyrRecord) unit = g_list_model_get_item (units, i);
      Candidate candidate = { unit, distance_to (unit, key) };

      g_array_append_val (candidates, candidate); /* the list keeps the unit */
    }
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < MIN (NEAREST, candidates->len); i++)
    {
      StyrRecord *unit = g_array_index (candidates, Candidate, i).unit;

      g_string_append (names, i > 0 ? ", " : "");
      g_string_append_printf (
          names, C_ ("one name of several", "“%s”"), styr_record_get_text (unit, "name"));
    }
  return g_strdup (names->str);
}

static gboolean
is_called (StyrRecord *unit, const char *key)
{
  const char *short_name = styr_record_get_text (unit, "short_name");
  g_autofree char *name = dup_folded (styr_record_get_text (unit, "name"));
  g_autofree char *brief = dup_folded (short_name != NULL ? short_name : "");

  return g_str_equal (name, key) || (*brief != '\0' && g_str_equal (brief, key));
}

/**
 * styr_workspace_match_unit:
 * @name: a full or short name in any case, or an id
 *
 * Returns: (transfer full): the unit. Errors: NOT_FOUND names the nearest
 */
StyrRecord *
styr_workspace_match_unit (StyrWorkspace *self, const char *name, GError **error)
{
  GListModel *units;
  g_autofree char *key = NULL;
  g_autofree char *nearest = NULL;

  g_return_val_if_fail (STYR_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  units = styr_workspace_get_units (self);
  key = dup_folded (name);
  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (StyrRecord) unit = g_list_model_get_item (units, i);

      if (g_strcmp0 (styr_record_get_id (unit), name) == 0 || is_called (unit, key))
        return g_steal_pointer (&unit);
    }
  nearest = dup_nearest (units, key);
  if (*nearest == '\0')
    g_set_error (error,
                 STYR_WORKSPACE_ERROR,
                 STYR_WORKSPACE_ERROR_NOT_FOUND,
                 _ ("There is no unit “%s”: there are no units yet."),
                 name);
  else
    g_set_error (error,
                 STYR_WORKSPACE_ERROR,
                 STYR_WORKSPACE_ERROR_NOT_FOUND,
                 /* Translators: what was asked for, then up to three names. */
                 _ ("There is no unit “%s”. Nearest are %s."),
                 name,
                 nearest);
  return NULL;
}
