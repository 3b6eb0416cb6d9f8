/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-error.h"
#include "styr-model.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/* A package with one of each list, small enough to break in one place at a time. */
static const char *const good =
    "{\"format\":\"styrmodell-package\",\"formatVersion\":1,\"id\":\"small\",\"name\":\"Liten "
    "modell\",\"municipality\":\"Exempelby\","
    "\"status\":\"decided\",\"terminology\":{\"department\":\"kontor\"},"
    "\"bodyTypes\":[{\"id\":\"council\",\"name\":\"Fullmäktige\",\"isSingle\":true},{\"id\":"
    "\"committee\",\"name\":\"Nämnd\"},"
    "{\"id\":\"head\",\"name\":\"Chef\",\"isRole\":true,\"roleOf\":\"committee\"}],"
    "\"levels\":[{\"id\":\"top\",\"name\":\"Topp\",\"whatHow\":\"what\"}],"
    "\"blocks\":[{\"id\":\"plan\",\"name\":\"Plan\",\"politics\":\"political\"},"
    "{\"id\":\"report\",\"name\":\"Rapport\",\"politics\":\"mixed\"}],"
    "\"connectors\":[{\"from\":\"plan\",\"to\":\"report\",\"kind\":\"follows-up\"}],"
    "\"documentTypes\":[{\"id\":\"plan\",\"name\":\"Plan\",\"block\":\"plan\",\"period\":\"year\","
    "\"cadence\":\"per-unit-and-year\","
    "\"producers\":[\"committee\"],\"decisionRules\":[{\"scope\":\"unit\",\"political\":\"yes\","
    "\"decider\":\"unit\",\"reason\":\"egen fråga\"},"
    "{\"political\":\"no\",\"decider\":\"head\"},{\"decider\":\"council\"}],"
    "\"sections\":[{\"id\":\"intro\",\"title\":\"Inledning\",\"kind\":\"fields\",\"fields\":[{"
    "\"id\":\"text\",\"title\":\"Text\",\"kind\":\"long-text\","
    "\"required\":true},{\"id\":\"share\",\"title\":\"Andel\",\"kind\":\"percent\",\"min\":0,"
    "\"max\":100}]}]}],"
    "\"terms\":[{\"id\":\"t23\",\"name\":\"2023–2026\",\"firstYear\":2023,\"lastYear\":2026}],"
    "\"pictures\":[{\"id\":\"p\",\"title\":\"P\",\"template\":\"triangle\",\"baseTint\":\"#"
    "5b7c99\","
    "\"places\":[{\"block\":\"plan\",\"axis\":\"middle\",\"level\":\"top\"},{\"block\":\"report\","
    "\"axis\":\"right\",\"level\":\"top\"}]}]}";

static StyrModel *
load (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return styr_model_new_from_bytes (bytes, "prov.json", error);
}

static char *
replaced (const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (good, from, 2);

  g_assert_nonnull (parts[1]);
  return g_strjoinv (to, parts);
}

static void
test_good (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StyrModel) model = load (good, &error);
  const StyrDocumentType *type;
  const StyrField *field;
  GPtrArray *places;

  g_assert_no_error (error);
  g_assert_cmpstr (styr_model_get_name (model), ==, "Liten modell");
  g_assert_cmpstr (styr_model_get_term (model, "department"), ==, "kontor");
  g_assert_null (styr_model_get_term (model, "committee"));
  g_assert_cmpuint (styr_model_get_blocks (model)->len, ==, 2);
  g_assert_cmpuint (styr_model_get_scales (model)->len, ==, 0);
  places = styr_model_find_picture (model, "p")->places;
  g_assert_cmpuint (places->len, ==, 2);
  g_assert_cmpfloat (((StyrPlace *) places->pdata[0])->weight, ==, 1);
  g_assert_cmpint (((StyrPlace *) places->pdata[1])->axis, ==, STYR_AXIS_RIGHT);
  type = styr_model_find_document_type (model, "plan");
  g_assert_cmpint (type->cadence, ==, STYR_CADENCE_PER_UNIT_AND_YEAR);
  g_assert_true (styr_strings_contain (type->producers, "committee"));
  field = styr_section_find_field (styr_document_type_find_section (type, "intro"), "share");
  g_assert_true (field->has_min && field->has_max);
  g_assert_cmpfloat (field->max, ==, 100);
  g_assert_cmpstr (styr_model_find_term_of_year (model, 2024)->id, ==, "t23");
  g_assert_null (styr_model_find_term_of_year (model, 2027));
}

static const char *
find_decider (StyrModel *model,
              const char *scope,
              const char *political,
              const char *law,
              const char **unanswered)
{
  return styr_document_type_find_decider (
      styr_model_find_document_type (model, "plan"), scope, political, law, NULL, unanswered);
}

/* Rule "lägsta möjliga nivå": the first rule whose conditions hold. */
static void
test_decider (void)
{
  g_autoptr (StyrModel) model = load (good, NULL);
  const StyrDocumentType *type = styr_model_find_document_type (model, "plan");
  const char *reason = NULL, *unanswered = "";

  g_assert_cmpstr (
      styr_document_type_find_decider (type, "unit", "yes", NULL, &reason, &unanswered),
      ==,
      "unit");
  g_assert_cmpstr (reason, ==, "egen fråga");
  g_assert_null (unanswered);
  g_assert_cmpstr (find_decider (model, "unit", "no", NULL, NULL), ==, "head");
  g_assert_cmpstr (find_decider (model, "municipality", "yes", NULL, NULL), ==, "council");
  /* what isn't asked about is "no" */
  g_assert_cmpstr (find_decider (model, "unit", NULL, NULL, NULL), ==, "head");
}

/* A question that hasn't been answered is neither yes nor no. */
static void
test_decider_unanswered (void)
{
  g_autofree char *text = replaced ("\"decisionRules\":[",
                                    "\"asksPolitical\":true,\"asksLaw\":true,\"decisionRules\":["
                                    "{\"lawRequiresCouncil\":\"yes\",\"decider\":\"council\"},");
  g_autoptr (StyrModel) model = load (text, NULL);
  const char *unanswered = NULL;

  g_assert_null (find_decider (model, "unit", NULL, "no", &unanswered));
  g_assert_cmpstr (unanswered, ==, "is_political");
  g_assert_null (find_decider (model, "unit", NULL, NULL, &unanswered));
  g_assert_cmpstr (unanswered, ==, "is_political");
  g_assert_null (find_decider (model, "unit", "no", NULL, &unanswered));
  g_assert_cmpstr (unanswered, ==, "law_requires_council");
  /* nothing more is asked than what makes a difference */
  g_assert_cmpstr (find_decider (model, "unit", NULL, "yes", &unanswered), ==, "council");
  g_assert_null (unanswered);
  g_assert_cmpstr (find_decider (model, "municipality", "yes", NULL, &unanswered), ==, "council");
  g_assert_null (unanswered);
  g_assert_cmpstr (find_decider (model, "unit", "no", "no", &unanswered), ==, "head");
  g_assert_null (unanswered);
}

static void
test_round_trip (void)
{
  g_autoptr (StyrModel) model = load (good, NULL);
  g_autoptr (GBytes) first = styr_model_to_bytes (model);
  g_autoptr (StyrModel) again = styr_model_new_from_bytes (first, "igen.json", NULL);
  g_autoptr (GBytes) second = styr_model_to_bytes (again);

  g_assert_true (g_bytes_equal (first, second));
}

static void
test_errors (void)
{
  static const struct
  {
    const char *from, *to, *message;
  } cases[] = {
    { "long-text", "txt", "documentTypes[0].sections[0].fields[0].kind: okänd sort 'txt'" },
    { "\"required\":true",
      "\"requierd\":true",
      "documentTypes[0].sections[0].fields[0].requierd: okänd nyckel" },
    { "\"block\":\"plan\"", "\"block\":\"plam\"", "documentTypes[0].block: " },
    { "[\"committee\"]", "[\"comittee\"]", "documentTypes[0].producers[0]: " },
    { "\"to\":\"report\"", "\"to\":\"rapport\"", "connectors[0].to: " },
    { "\"id\":\"report\"", "\"id\":\"plan\"", "blocks[1]: " },
    { "\"id\":\"top\"", "\"id\":\"to p\"", "levels[0].id: " },
    { "\"name\":\"Topp\",", "", "levels[0].name: " },
    { "\"min\":0", "\"min\":\"0\"", "documentTypes[0].sections[0].fields[1].min: " },
    { "\"firstYear\":2023", "\"firstYear\":2023.5", "terms[0].firstYear: " },
    { "\"isSingle\":true", "\"isSingle\":1", "bodyTypes[0].isSingle: " },
    { "\"decided\"", "\"beslutad\"", "status: " },
    { "{\"department\":\"kontor\"}", "{\"department\":3}", "terminology.department: " },
    { "{\"department\":\"kontor\"}", "[]", "terminology: " },
    { "\"levels\":[{", "\"levels\":{\"a\":[{", NULL },
    { "styrmodell-package", "something", "format: " },
    { "\"axis\":\"middle\",\"level\":\"top\"",
      "\"axis\":\"middle\"",
      "pictures[0].places[0].level: " },
    { "\"block\":\"report\",\"axis\"",
      "\"block\":\"plan\",\"axis\"",
      "pictures[0].places[1].block: " },
    { "\"lastYear\":2026", "\"lastYear\":2022", "terms[0]: " },
    { "\"lastYear\":2026", "\"lastYear\":20260", "terms[0].lastYear: " },
    { "\"kind\":\"percent\"",
      "\"kind\":\"choice\"",
      "documentTypes[0].sections[0].fields[1].choices: " },
    { "\"kind\":\"fields\"", "\"kind\":\"goals\"", "documentTypes[0].sections[0].goalType: " },
    { "\"producers\"",
      "\"requiredMetadata\":[\"nonsense\"],\"producers\"",
      "documentTypes[0].requiredMetadata[0]: " },
    { "\"producers\"", "\"reviewMonths\":-1,\"producers\"", "documentTypes[0].reviewMonths: " },
    { "\"roleOf\":\"committee\"", "\"roleOf\":\"head\"", "bodyTypes[2].roleOf: " },
    { "#5b7c99", "rosa", "pictures[0].baseTint: " },
    { "\"triangle\"", "\"square\"", "pictures[0].template: " },
    { "\"terms\":",
      "\"rules\":[{\"id\":\"N1\",\"kind\":\"goal-count\",\"title\":\"R\",\"severity\":\"hard\"}],"
      "\"terms\":",
      "rules[0].severity: " },
    { "\"terms\":",
      "\"calendarRules\":[{\"id\":\"r\",\"title\":\"R\",\"month\":13,\"day\":1}],\"terms\":",
      "calendarRules[0].month: " },
    { "\"levels\":", "\"nivåer\":", "nivåer: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = replaced (cases[i].from, cases[i].to);
      g_autoptr (GError) error = NULL;
      g_autoptr (StyrModel) model = load (text, &error);
      g_autofree char *start = g_strconcat ("prov.json: ", cases[i].message, NULL);

      g_assert_error (error, STYR_ERROR, STYR_ERROR_FORMAT);
      g_assert_null (model);
      if (cases[i].message != NULL && !g_str_has_prefix (error->message, start))
        g_error ("«%s» should begin «%s»", error->message, start);
    }
}

static void
test_newer_format (void)
{
  g_autofree char *text = replaced ("\"formatVersion\":1", "\"formatVersion\":99,\"something\":[]");
  g_autoptr (GError) error = NULL;

  g_assert_null (load (text, &error));
  g_assert_error (error, STYR_ERROR, STYR_ERROR_TOO_NEW);
}

/* Every shipped package loads, and is written as it was read. */
static void
test_shipped (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("STYR_DATA_DIR"), "models", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  int n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_autoptr (GFile) file = g_file_new_for_path (path);
        g_autoptr (GError) error = NULL;
        g_autoptr (StyrModel) model = styr_model_new_from_file (file, &error);
        g_autoptr (GBytes) bytes = NULL, shipped = g_file_load_bytes (file, NULL, NULL, NULL);

        g_assert_no_error (error);
        bytes = styr_model_to_bytes (model);
        g_assert_true (g_bytes_equal (bytes, shipped));
        n++;
      }
  g_assert_cmpint (n, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("STYR_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  setlocale (LC_ALL, "");
  g_test_add_func ("/model/good", test_good);
  g_test_add_func ("/model/decider", test_decider);
  g_test_add_func ("/model/decider-unanswered", test_decider_unanswered);
  g_test_add_func ("/model/round-trip", test_round_trip);
  g_test_add_func ("/model/errors", test_errors);
  g_test_add_func ("/model/newer-format", test_newer_format);
  g_test_add_func ("/model/shipped", test_shipped);
  return g_test_run ();
}
