/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "diagram-checks.h"
#include "diagram-fixture.h"

#include <string.h>

/*
 * Made-up models swept over every template: from nothing at all to nine blocks in a level, with
 * short and long names, with and without everything else. Nothing may overlap, be cut off by the
 * picture's border or be out of reach for the keyboard.
 */

#define TODAY "2024-05-14"

static const char *const templates[] = { "triangle", "house",  "layers",
                                         "wheel",    "spiral", "scorecard" };

/* How many blocks each level has, from above. */
static const char *const shapes[] = { "1",    "2",     "5",   "9",   "11",       "13",
                                      "121",  "1919",  "31",  "139", "11111",    "123456",
                                      "2345", "11119", "424", "91",  "111111111" };

static const char *const long_names[] = { "Verksamhetsplaner och affärsplaner",
                                          "Mål",
                                          "Planeringsförutsättningar",
                                          "Kommunstyrelsens, nämndernas och bolagens mål",
                                          "Inriktningsdokument",
                                          "Budget & plan",
                                          "God ekonomisk hushållning" };
static const char *const short_names[] = { "Vision", "Mål", "Budget", "Plan", "Program" };

typedef struct
{
  const char *template_name, *shape;
  gboolean long_names, full; /* full: frames, wheels, sides, strip, connectors, arrow around */
} Sweep;

static void
add_block (GString *blocks, const Sweep *sweep, guint i)
{
  const char *name = sweep->long_names ? long_names[i % G_N_ELEMENTS (long_names)]
                                       : short_names[i % G_N_ELEMENTS (short_names)];

  g_string_append_printf (blocks,
                          "%s{\"id\":\"b%u\",\"name\":\"%s\",\"kind\":\"plan\",\"politics\":"
                          "\"political\"",
                          i > 0 ? "," : "",
                          i,
                          name);
  if (sweep->full && i % 2 == 0)
    g_string_append (blocks, ",\"frame\":true,\"frameLabel\":\"politisk\"");
  if (sweep->full && i % 3 == 0)
    g_string_append (blocks, ",\"hasWheel\":true");
  g_string_append_c (blocks, '}');
}

static void
add_place (GString *places, guint i, const char *axis, guint level, guint order)
{
  g_string_append_printf (
      places, "%s{\"block\":\"b%u\",\"axis\":\"%s\",", i > 0 ? "," : "", i, axis);
  if (!g_str_equal (axis, "base"))
    g_string_append_printf (places, "\"level\":\"l%u\",", level);
  g_string_append_printf (places, "\"order\":%u}", order);
}

static void
add_connectors (GString *connectors, guint n)
{
  static const char *const kinds[] = { "feeds", "feeds", "follows-up", "feeds", "loop" };

  for (guint i = 0; i + 1 < n; i++)
    g_string_append_printf (connectors,
                            "%s{\"from\":\"b%u\",\"to\":\"b%u\",\"kind\":\"%s\"}",
                            i > 0 ? "," : "",
                            i % 5 == 4 ? n - 1 - i / 5 : i,
                            i % 3 == 1 ? (i + 4) % n == i ? i + 1 : (i + 4) % n : i + 1,
                            kinds[i % 5]);
}

static void
fill (const Sweep *sweep, GString *levels, GString *blocks, GString *places, guint *n)
{
  static const char *const axes[] = { "left", "right", "right", "base", "base" };

  for (guint level = 0; sweep->shape[level] != '\0'; level++)
    {
      g_string_append_printf (levels,
                              "%s{\"id\":\"l%u\",\"name\":\"Nivå %u\",\"whatHow\":\"%s\"}",
                              level > 0 ? "," : "",
                              level,
                              level + 1,
                              level < 2 ? "what" : "how");
      for (guint i = 0; i < (guint) (sweep->shape[level] - '0'); i++, (*n)++)
        {
          add_block (blocks, sweep, *n);
          add_place (places, *n, "middle", level, i);
        }
    }
  for (guint i = 0; sweep->full && i < G_N_ELEMENTS (axes); i++, (*n)++)
    {
      add_block (blocks, sweep, *n);
      add_place (places, *n, axes[i], 0, i);
    }
}

static StyrModel *
make_model (const Sweep *sweep)
{
  g_autoptr (GString) levels = g_string_new (NULL);
  g_autoptr (GString) blocks = g_string_new (NULL);
  g_autoptr (GString) places = g_string_new (NULL);
  g_autoptr (GString) connectors = g_string_new (NULL);
  g_autofree char *json = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  StyrModel *model;
  guint n = 0;

  fill (sweep, levels, blocks, places, &n);
  if (sweep->full)
    add_connectors (connectors, n);
  json = g_strdup_printf (
      "{\"format\":\"styrmodell-package\",\"formatVersion\":1,\"id\":\"sweep\",\"name\":\"Svep\","
      "\"municipality\":\"Exempelköping\",\"status\":\"draft\",\"levels\":[%s],\"blocks\":[%s],"
      "\"connectors\":[%s],\"pictures\":[{\"id\":\"p\",\"title\":\"Svepet\",\"template\":\"%s\","
      "\"baseTint\":\"#5b7c99\""
      "%s,\"places\":[%s]}]}",
      levels->str,
      blocks->str,
      connectors->str,
      sweep->template_name,
      sweep->full ? ",\"whatLabel\":\"VAD\",\"howLabel\":\"Verksamhetens "
                    "hur\",\"leftTitle\":\"Det\","
                    "\"rightTitle\":\"Sedan\",\"aroundLabel\":\"Styrning och ledning\""
                  : "",
      places->str);
  bytes = g_bytes_new (json, strlen (json));
  model = styr_model_new_from_bytes (bytes, "sweep.json", &error);
  g_assert_no_error (error);
  return model;
}

static void
test_sweep (gconstpointer data)
{
  Sweep sweep = { .template_name = data };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    for (int variant = 0; variant < 4; variant++)
      {
        g_autoptr (StyrModel) model = NULL;
        g_autoptr (StyrOverview) overview = NULL;
        g_autoptr (StyrScene) scene = NULL;

        sweep.shape = shapes[i];
        sweep.long_names = variant & 1;
        sweep.full = variant >> 1;
        g_test_message ("%s %s, variant %d", sweep.template_name, sweep.shape, variant);
        model = make_model (&sweep);
        overview = diagram_fixture_overview (model, 2024, TODAY);
        scene = styr_picture_layout (model, NULL, overview);
        diagram_check_no_overlap (scene);
        diagram_check_texts (scene);
        diagram_check_texts_in_nodes (scene);
        diagram_check_neighbours (scene);
        diagram_check_edges (scene);
      }
}

/* Levels without blocks, and a picture without places, give a picture with a caption. */
static void
test_nothing (gconstpointer data)
{
  const Sweep sweep = { .template_name = data, .shape = "00" };
  const Sweep none = { .template_name = data, .shape = "" };
  g_autoptr (StyrModel) model = make_model (&sweep);
  g_autoptr (StyrModel) bare = make_model (&none);
  g_autoptr (StyrScene) scene = styr_picture_layout (model, NULL, NULL);
  g_autoptr (StyrScene) empty = styr_picture_layout (bare, NULL, NULL);

  g_assert_cmpuint (styr_scene_get_n_nodes (scene), ==, 0);
  g_assert_cmpuint (styr_scene_get_n_nodes (empty), ==, 0);
  diagram_check_texts (scene);
  diagram_check_texts (empty);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_autofree char *sweep = g_strdup_printf ("/diagram/sweep/%s", templates[i]);
      g_autofree char *nothing = g_strdup_printf ("/diagram/nothing/%s", templates[i]);

      g_test_add_data_func (sweep, templates[i], test_sweep);
      g_test_add_data_func (nothing, templates[i], test_nothing);
    }
  return g_test_run ();
}
