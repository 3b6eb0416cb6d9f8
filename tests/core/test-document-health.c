/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "small-model.h"

#include "styr-document-health.h"

static StyrRecord *
new_document (void)
{
  StyrRecord *document = styr_record_new ("document", "d");

  styr_record_set_text (document, "type", "vision");
  styr_record_set_text (document, "status", "published");
  styr_record_set_text (document, "decided_on", "2020-06-15");
  styr_record_set_text (document, "applies_to", "Alla");
  styr_record_set_text (document, "replaces", "Inget");
  return document;
}

static gboolean
has (StyrRecord *document, StyrHealth health)
{
  g_autoptr (StyrModel) model = small_model_new ();

  return styr_document_has_health (
      styr_model_find_document_type (model, styr_record_get_text (document, "type")),
      document,
      "2024-05-15",
      health);
}

static void
test_sound (void)
{
  g_autoptr (StyrRecord) document = new_document ();

  for (int health = 0; health < STYR_N_HEALTHS; health++)
    g_assert_false (has (document, health));
  g_assert_cmpint (styr_document_get_age (document, "2024-05-15"), ==, 3);
  g_assert_cmpint (styr_document_get_age (document, "2024-06-20"), ==, 4);
}

static void
test_amiss (void)
{
  static const struct
  {
    const char *column, *value;
    StyrHealth health;
  } cases[] = {
    { "applies_to", NULL, STYR_HEALTH_INCOMPLETE },
    { "is_joint", "1", STYR_HEALTH_INCOMPLETE }, /* with whom? */
    { "review_due_on", "2024-05-14", STYR_HEALTH_REVIEW_OVERDUE },
    { "valid_to", "2024-05-14", STYR_HEALTH_EXPIRED },
    { "valid_to", "2024-05-14", STYR_HEALTH_TO_REVOKE },
    { "status", "decided", STYR_HEALTH_UNPUBLISHED },
    { "review_result", "revoke", STYR_HEALTH_TO_REVOKE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StyrRecord) document = new_document ();

      styr_record_set_text (document, cases[i].column, cases[i].value);
      g_assert_true (has (document, cases[i].health));
      styr_record_set_text (document, "status", "superseded");
      g_assert_false (has (document, cases[i].health));
    }
}

/* A plan of a year that is over is no worse for it; on its day a review isn't late yet. */
static void
test_limits (void)
{
  g_autoptr (StyrRecord) plan = new_document ();
  g_autoptr (StyrRecord) vision = new_document ();

  styr_record_set_text (plan, "type", "plan");
  styr_record_set_text (plan, "period_to", "2023-12-31");
  g_assert_false (has (plan, STYR_HEALTH_EXPIRED));
  styr_record_set_text (vision, "review_due_on", "2024-05-15");
  g_assert_false (has (vision, STYR_HEALTH_REVIEW_OVERDUE));
  styr_record_set_text (vision, "replaces", NULL);
  g_assert_true (has (vision, STYR_HEALTH_INCOMPLETE));
  styr_record_set_text (vision, "replaces_id", "d0");
  g_assert_false (has (vision, STYR_HEALTH_INCOMPLETE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-health/sound", test_sound);
  g_test_add_func ("/document-health/amiss", test_amiss);
  g_test_add_func ("/document-health/limits", test_limits);
  return g_test_run ();
}
