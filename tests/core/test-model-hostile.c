/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-error.h"
#include "styr-json-check.h"
#include "styr-json-writer.h"
#include "styr-model.h"

#include <string.h>

/* Files that want to do harm, or that would be read as something else than they say. */

#define HEAD                                                                                       \
  "\"format\":\"styrmodell-package\",\"formatVersion\":1,\"id\":\"x\",\"name\":\"X\","             \
  "\"municipality\":\"X\",\"status\":\"draft\""

static StyrModel *
load (const char *text, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);

  return styr_model_new_from_bytes (bytes, "prov.json", error);
}

static void
assert_refused (const char *text, gsize length, const char *place)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load (text, length, &error));
  g_assert_error (error, STYR_ERROR, STYR_ERROR_FORMAT);
  g_assert_true (g_str_has_prefix (error->message, "prov.json: "));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  if (strstr (error->message, place) == NULL)
    g_error ("“%s” doesn't say “%s”", error->message, place);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text, *place;
  } cases[] = {
    { "", "1" },
    { "null", "" },
    { "[]", "" },
    { "{", "" },
    { "\"x\"", "" },
    { "{\"format\":[]}", "format: " },
    { "{\"format\":\"styrmodell-package\"}", "formatVersion: " },
    { "{" HEAD "} x", "" },
    { "{" HEAD ",}", "" },
    { "{" HEAD " /* no */}", "" },
    { "{" HEAD ",'levels':[]}", "" },
    { "{" HEAD ",\n\"levels\":[],\n\"levels\":[]}", "levels: " },
    { "{" HEAD ",\"blocks\":[{\"id\":\"a\",\"name\":\"A\",\"politics\":\"mixed\",\"n\\u0061me\":"
      "\"B\"}]}",
      "blocks[0].name: " },
    { "{" HEAD ",\"owner\":\"a\\u0000b\"}", "owner: " },
    { "{" HEAD ",\"owner\":\"\\ud800\"}", "owner: " },
    { "{" HEAD ",\"owner\":\"\\udc00\\ud800\"}", "owner: " },
    { "{" HEAD ",\"owner\":\"\xff\xfe\"}", "UTF-8" },
    { "{" HEAD ",\"owner\":\"\xed\xa0\x80\"}", "UTF-8" },
    { "{" HEAD ",\"levels\":[{\"id\":\"a\",\"name\":\"A\",\"weight\":1e999}]}",
      "levels[0].weight: " },
    { "{" HEAD ",\"terms\":[{\"id\":\"a\",\"name\":\"A\",\"firstYear\":99999999999999999999,"
      "\"lastYear\":2026}]}",
      "terms[0].firstYear: " },
    { "{" HEAD ",\"terms\":[{\"id\":\"a\",\"name\":\"A\",\"firstYear\":4294969319,\"lastYear\":"
      "2026}]}",
      "terms[0].firstYear: " },
    { "{" HEAD ",\"levels\":[[[[]]]]}", "levels[0]: " },
    { "{" HEAD ",\"levels\":{\"a\":1}}", "levels: " },
    { "{" HEAD ",\"levels\":[{\"id\":\"a\",\"name\":{}}]}", "levels[0].name: " },
    { "{" HEAD ",\"levels\":[{\"id\":\"a\",\"name\":\"A\"},{\"id\":\"a\",\"name\":\"B\"}]}",
      "levels[1]: " },
    { "{" HEAD ",\"goalTypes\":[{\"id\":\"a\",\"name\":\"A\",\"parent\":\"b\"},{\"id\":\"b\","
      "\"name\":\"B\",\"parent\":\"a\"}]}",
      "goalTypes[0].parent: " },
    { "{" HEAD ",\"goalTypes\":[{\"id\":\"a\",\"name\":\"A\",\"parent\":\"a\"}]}",
      "goalTypes[0].parent: " },
    { "{" HEAD ",\"terminology\":{\"committee\":null}}", "terminology.committee: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].text, strlen (cases[i].text), cases[i].place);
  assert_refused (
      "{" HEAD ",\"owner\":\"a\0b\"}", sizeof "{" HEAD ",\"owner\":\"a\0b\"}" - 1, "UTF-8");
}

/* Towers, crowds and very long files: refused before anything is built of them. */
static void
test_large (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 began = g_get_monotonic_time ();

  for (int i = 0; i < 100000; i++)
    g_string_append_c (text, '[');
  assert_refused (text->str, text->len, "[0][0]");

  g_string_assign (text, "{" HEAD ",\"aliases\":[");
  for (int i = 0; i < 1000000; i++)
    g_string_append (text, "1000000000,");
  g_string_append (text, "1]}");
  assert_refused (text->str, text->len, "aliases[");

  while (text->len < 17 * 1024 * 1024)
    g_string_append_len (text, text->str, (gssize) MIN (text->len, 1024 * 1024));
  assert_refused (text->str, text->len, "MB");

  /* Long chains are walked once: a quarter of a million steps, not its square. */
  g_string_assign (text, "{" HEAD ",\"goalTypes\":[{\"id\":\"g0\",\"name\":\"0\"}");
  for (int i = 1; i < 50000; i++)
    g_string_append_printf (
        text, ",{\"id\":\"g%d\",\"name\":\"%d\",\"parent\":\"g%d\"}", i, i, i - 1);
  g_string_append (text, "]}");
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (StyrModel) model = load (text->str, text->len, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (styr_model_get_goal_types (model)->len, ==, 50000);
  }
  g_assert_cmpint (g_get_monotonic_time () - began, <, 20 * G_USEC_PER_SEC);
}

/* A name of thousands of characters is laid out for seconds, and as often as it stands in a
 * picture: it is refused where it stands. What is as long as may be is read. */
static void
test_long (void)
{
  static const struct
  {
    const char *before, *after, *place;
    gsize most;
  } cases[] = {
    { "\"owner\":\"", "\"", "owner: ", 20000 },
    { "\"levels\":[{\"id\":\"a\",\"name\":\"", "\"}]", "levels[0].name: ", 300 },
    { "\"levels\":[{\"name\":\"A\",\"id\":\"", "\"}]", "levels[0].id: ", 300 },
    { "\"terminology\":{\"committee\":\"", "\"}", "terminology.committee: ", 300 },
    { "\"blocks\":[{\"id\":\"a\",\"name\":\"A\",\"politics\":\"mixed\",\"frameLabel\":\"",
      "\"}]",
      "blocks[0].frameLabel: ",
      300 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize over = 0; over < 2; over++)
      {
        g_autofree char *filling = g_strnfill (cases[i].most + over, 'a');
        g_autofree char *text =
            g_strconcat ("{" HEAD ",", cases[i].before, filling, cases[i].after, "}", NULL);
        g_autoptr (GError) error = NULL;
        g_autoptr (StyrModel) model = NULL;

        if (over > 0)
          {
            assert_refused (text, strlen (text), cases[i].place);
            continue;
          }
        model = load (text, strlen (text), &error);
        g_assert_no_error (error);
      }
}

/* Every line and place is drawn: no picture has thousands of them. */
static void
test_many_lines (void)
{
  for (int n = 2000; n <= 2001; n++)
    {
      g_autoptr (GString) text = g_string_new (
          "{" HEAD ",\"blocks\":[{\"id\":\"a\",\"name\":\"A\",\"politics\":\"mixed\"},"
          "{\"id\":\"b\",\"name\":\"B\",\"politics\":\"mixed\"}],\"connectors\":[");
      g_autoptr (GError) error = NULL;
      g_autoptr (StyrModel) model = NULL;

      for (int i = 0; i < n; i++)
        g_string_append_printf (
            text, "%s{\"from\":\"a\",\"to\":\"b\",\"kind\":\"feeds\"}", i > 0 ? "," : "");
      g_string_append (text, "]}");
      if (n > 2000)
        {
          assert_refused (text->str, text->len, "connectors: ");
          continue;
        }
      model = load (text->str, text->len, &error);
      g_assert_no_error (error);
    }
}

static void
test_newer (void)
{
  static const char text[] = "{\"format\":\"styrmodell-package\",\"formatVersion\":2,\"new\":1}";
  g_autoptr (GError) error = NULL;

  g_assert_null (load (text, sizeof text - 1, &error));
  g_assert_error (error, STYR_ERROR, STYR_ERROR_TOO_NEW);
}

static void
test_writer (void)
{
  static const char *const texts[] = {
    "[1.1,0.1,-2.5,1e+300,3.0,7,-1,true,false,null]",
    "{\"å\":\"ä\\\"\\\\\\n\\t\\u0001ö\",\"a\":{},\"b\":[]}",
    "[0.30000000000000004,123456789012345678]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (texts[i], NULL);
      g_autofree char *written = styr_json_write (node, FALSE);

      g_assert_cmpstr (written, ==, texts[i]);
      g_assert_true (styr_json_check (written, strlen (written), 3, 100, NULL));
    }
}

static void
test_depth (void)
{
  g_assert_true (styr_json_check ("{\"a[[[[\":[1]}", 13, 2, 10, NULL));
  g_assert_false (styr_json_check ("[[[1]]]", 7, 2, 10, NULL));
  g_assert_false (styr_json_check ("[1,2,3]", 7, 2, 3, NULL));
  g_assert_false (styr_json_check ("[01]", 4, 2, 3, NULL));
  g_assert_false (styr_json_check ("[1", 2, 2, 3, NULL));
  g_assert_false (styr_json_check ("\"a", 2, 2, 3, NULL));
  g_assert_false (styr_json_check ("\"\\u00", 5, 2, 3, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile/refused", test_refused);
  g_test_add_func ("/hostile/large", test_large);
  g_test_add_func ("/hostile/long", test_long);
  g_test_add_func ("/hostile/many-lines", test_many_lines);
  g_test_add_func ("/hostile/newer", test_newer);
  g_test_add_func ("/hostile/writer", test_writer);
  g_test_add_func ("/hostile/depth", test_depth);
  return g_test_run ();
}
