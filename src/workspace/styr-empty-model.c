/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workspace.h"

#include "styr-locale.h"

#include <glib/gi18n-lib.h>

/* A model to begin with where none of the others fits: the bodies that the law gives every
 * municipality, one level with one block in it, a scale, the phases of the wheel and the terms. */

#define TERM_YEARS 4
#define A_FIRST_YEAR 2023 /* of a term: the year after an election */

typedef struct
{
  const char *id, *name, *plural, *definite, *short_name, *role_of;
  gboolean is_political, is_single;
} Body;

static const Body bodies[] = {
  { "council",
    N_ ("municipal council"),
    N_ ("municipal councils"),
    N_ ("the municipal council"),
    NC_ ("body", "MC"),
    NULL,
    TRUE,
    TRUE },
  { "executiveBoard",
    N_ ("municipal executive board"),
    N_ ("municipal executive boards"),
    N_ ("the municipal executive board"),
    NC_ ("body", "EB"),
    NULL,
    TRUE,
    TRUE },
  { "committee",
    N_ ("committee"),
    N_ ("committees"),
    N_ ("the committee"),
    NULL,
    NULL,
    TRUE,
    FALSE },
  { "department",
    N_ ("department"),
    N_ ("departments"),
    N_ ("the department"),
    NULL,
    NULL,
    FALSE,
    FALSE },
  { "chiefExecutive",
    N_ ("chief executive"),
    N_ ("chief executives"),
    N_ ("the chief executive"),
    NULL,
    "executiveBoard",
    FALSE,
    TRUE },
  { "departmentHead",
    N_ ("head of department"),
    N_ ("heads of department"),
    N_ ("the head of department"),
    NULL,
    "department",
    FALSE,
    FALSE },
};

static JsonObject *
add_element (JsonArray *list, const char *id)
{
  JsonObject *element = json_object_new ();

  json_object_set_string_member (element, "id", id);
  json_array_add_object_element (list, element);
  return element;
}

static JsonArray *
add_list (JsonObject *package, const char *key)
{
  JsonArray *list = json_array_new ();

  json_object_set_array_member (package, key, list);
  return list;
}

static void
set_flag (JsonObject *element, const char *key, gboolean is)
{
  if (is)
    json_object_set_boolean_member (element, key, TRUE);
}

static void
add_bodies (JsonObject *package)
{
  JsonArray *list = add_list (package, "bodyTypes");

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      const Body *body = &bodies[i];
      JsonObject *element = add_element (list, body->id);

      json_object_set_string_member (element, "name", _ (body->name));
      json_object_set_string_member (element, "plural", _ (body->plural));
      json_object_set_string_member (element, "definite", _ (body->definite));
      if (body->short_name != NULL)
        json_object_set_string_member (
            element, "shortName", g_dpgettext2 (GETTEXT_PACKAGE, "body", body->short_name));
      set_flag (element, "isPolitical", body->is_political);
      set_flag (element, "isRole", body->role_of != NULL);
      set_flag (element, "isSingle", body->is_single);
      if (body->role_of != NULL)
        json_object_set_string_member (element, "roleOf", body->role_of);
    }
}

/* One level with one block, in a triangle: something to see, and to go on from. */
static void
add_picture (JsonObject *package)
{
  JsonObject *level = add_element (add_list (package, "levels"), "vision");
  JsonObject *block = add_element (add_list (package, "blocks"), "vision");
  JsonObject *picture = add_element (add_list (package, "pictures"), "model");
  JsonObject *place = json_object_new ();

  json_object_set_string_member (level, "name", C_ ("level", "Vision"));
  json_object_set_string_member (level, "whatHow", "what");
  json_object_set_string_member (block, "name", C_ ("block", "Vision"));
  json_object_set_string_member (block, "kind", "vision");
  json_object_set_string_member (block, "politics", "political");
  json_object_set_string_member (picture, "title", _ ("Own steering model"));
  json_object_set_string_member (picture, "template", "triangle");
  json_object_set_string_member (place, "block", "vision");
  json_object_set_string_member (place, "axis", "middle");
  json_object_set_string_member (place, "level", "vision");
  json_array_add_object_element (add_list (picture, "places"), place);
}

static void
add_scale (JsonObject *package)
{
  static const struct
  {
    const char *id, *label, *symbol;
    gboolean reached, assessable, needs_measure;
  } grades[] = {
    { "fulfilled", NC_ ("grade", "Fulfilled"), "●", TRUE, TRUE, FALSE },
    { "partly", NC_ ("grade", "Partly fulfilled"), "◐", FALSE, TRUE, TRUE },
    { "notFulfilled", NC_ ("grade", "Not fulfilled"), "○", FALSE, TRUE, TRUE },
    { "notAssessable", NC_ ("grade", "Can’t be assessed"), "?", FALSE, FALSE, FALSE },
  };
  JsonObject *scale = add_element (add_list (package, "scales"), "fulfilment");
  JsonArray *list;

  json_object_set_string_member (scale, "name", _ ("Goal fulfilment"));
  list = add_list (scale, "grades");
  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      JsonObject *grade = add_element (list, grades[i].id);

      json_object_set_string_member (
          grade, "label", g_dpgettext2 (GETTEXT_PACKAGE, "grade", grades[i].label));
      json_object_set_string_member (grade, "symbol", grades[i].symbol);
      set_flag (grade, "reached", grades[i].reached);
      set_flag (grade, "assessable", grades[i].assessable);
      set_flag (grade, "needsMeasure", grades[i].needs_measure);
    }
}

static void
add_phases (JsonObject *package)
{
  static const char *const phases[][2] = {
    { "plan", NC_ ("phase", "Plan") },
    { "do", NC_ ("phase", "Carry out") },
    { "check", NC_ ("phase", "Follow up") },
    { "act", NC_ ("phase", "Improve") },
  };
  JsonArray *list = add_list (package, "phases");

  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    json_object_set_string_member (add_element (list, phases[i][0]),
                                   "name",
                                   g_dpgettext2 (GETTEXT_PACKAGE, "phase", phases[i][1]));
}

/* This year's term and the next. */
static void
add_terms (JsonObject *package, int year)
{
  JsonArray *list = add_list (package, "terms");
  int first = year - (((year - A_FIRST_YEAR) % TERM_YEARS) + TERM_YEARS) % TERM_YEARS;

  for (int i = 0; i < 2; i++, first += TERM_YEARS)
    {
      g_autofree char *id = g_strdup_printf ("term%d", first);
      g_autofree char *name = g_strdup_printf ("%d–%d", first, first + TERM_YEARS - 1);
      JsonObject *term = add_element (list, id);

      json_object_set_string_member (term, "name", name);
      json_object_set_int_member (term, "firstYear", first);
      json_object_set_int_member (term, "lastYear", first + TERM_YEARS - 1);
    }
}

static int
this_year (void)
{
  const char *given = g_getenv ("STYR_TODAY");
  g_autofree char *today = given != NULL ? g_strdup (given) : styr_today ();

  return (int) g_ascii_strtoll (today, NULL, 10);
}

/** Returns: (transfer full): a model to build on: what every municipality has, in the user's
 * language */
StyrModel *
styr_workspace_new_empty_model (void)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GError) error = NULL;
  JsonObject *package = json_object_new ();
  StyrModel *model;

  json_node_take_object (root, package);
  json_object_set_string_member (package, "format", "styrmodell-package");
  json_object_set_int_member (package, "formatVersion", 1);
  json_object_set_string_member (package, "id", "own");
  json_object_set_string_member (package, "name", _ ("Own steering model"));
  json_object_set_string_member (package, "municipality", _ ("Own municipality"));
  json_object_set_string_member (package, "status", "draft");
  add_bodies (package);
  add_picture (package);
  add_scale (package);
  add_phases (package);
  add_terms (package, this_year ());
  model = styr_model_new_from_json (root, &error);
  if (model == NULL)
    g_critical ("empty model: %s", error->message);
  return model;
}
