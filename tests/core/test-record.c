/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styr-enum-types.h"
#include "styr-locale.h"
#include "styr-nick.h"
#include "styr-record.h"

static void
count_cb (StyrRecord *record, gpointer data)
{
  (*(int *) data)++;
}

static void
test_values (void)
{
  g_autoptr (StyrRecord) record = styr_record_new ("goal", "g1");

  g_assert_cmpstr (styr_record_get_kind (record), ==, "goal");
  g_assert_cmpstr (styr_record_get_id (record), ==, "g1");
  g_assert_false (styr_record_has (record, "text"));
  styr_record_set_text (record, "text", "Fler läser");
  styr_record_set_text (record, "text", styr_record_get_text (record, "text"));
  g_assert_cmpstr (styr_record_get_text (record, "text"), ==, "Fler läser");
  styr_record_set_int (record, "position", -7);
  g_assert_cmpint (styr_record_get_int (record, "position"), ==, -7);
  styr_record_set_text (record, "target", "12.5");
  g_assert_cmpfloat (styr_record_get_number (record, "target"), ==, 12.5);
  g_assert_false (styr_record_says (record, "target", ""));
  g_assert_true (styr_record_says (record, "unknown", ""));
  styr_record_set_enum (record, "status", STYR_TYPE_DOCUMENT_STATUS, STYR_DOCUMENT_DECIDED);
  g_assert_cmpstr (styr_record_get_text (record, "status"), ==, "decided");
  g_assert_cmpint (styr_record_get_enum (record, "status", STYR_TYPE_DOCUMENT_STATUS),
                   ==,
                   STYR_DOCUMENT_DECIDED);
  styr_record_set_text (record, "text", NULL);
  g_assert_false (styr_record_has (record, "text"));
  g_assert_true (styr_record_is (record, "text", NULL));
}

static void
test_assign (void)
{
  g_autoptr (StyrRecord) a = styr_record_new ("goal", "g1"), b = styr_record_new ("goal", "g1");
  int changes = 0;

  g_signal_connect (a, "changed", G_CALLBACK (count_cb), &changes);
  styr_record_set_text (a, "x", "1");
  styr_record_set_text (a, "y", "2");
  styr_record_set_text (b, "y", "2");
  styr_record_set_text (b, "x", "1");
  g_assert_true (styr_record_equal (a, b));
  g_assert_false (styr_record_assign (a, b));
  g_assert_cmpint (changes, ==, 0);
  styr_record_set_text (b, "x", NULL);
  g_assert_true (styr_record_assign (a, b));
  g_assert_cmpint (changes, ==, 1);
  g_assert_false (styr_record_has (a, "x"));
  g_assert_cmpstr (styr_record_get_text (a, "y"), ==, "2");
}

static void
test_swedish_order (void)
{
  g_autofree char *z = styr_collate_key ("Zäta"), *a_ring = styr_collate_key ("Åby"),
                  *o = styr_collate_key ("Öknen");

  g_assert_cmpint (strcmp (z, a_ring), <, 0);
  g_assert_cmpint (strcmp (a_ring, o), <, 0);
  g_assert_cmpint (styr_collate ("ärende", "zebra"), >, 0);
  g_assert_cmpint (styr_collate ("Mål 9", "Mål 10"), <, 0);
  g_assert_cmpint (styr_collate (NULL, "a"), <, 0);
}

static void
test_numbers (void)
{
  static const struct
  {
    double value;
    int decimals;
    const char *text;
  } shown[] = { { 1234.5, 1, "1\302\240234,5" },
                { -415100, 0, "−415\302\240100" },
                { 0.25, -1, "0,25" },
                { 12, -1, "12" },
                { -0.01, 1, "0,0" },
                { 1e6, 0, "1\302\240000\302\240000" } };
  static const struct
  {
    const char *text;
    double value;
  } read[] = { { "1 234,5", 1234.5 },
               { "1\302\240234,5", 1234.5 },
               { "−3", -3 },
               { "-3.25", -3.25 },
               { " 7 ", 7 } };
  static const char *const wrong[] = { "", "-", "tolv", "1,2,3", "12%", "\xff" };
  double value;

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *text = styr_format_number (shown[i].value, shown[i].decimals);

      g_assert_cmpstr (text, ==, shown[i].text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (read); i++)
    {
      g_assert_true (styr_parse_number (read[i].text, &value));
      g_assert_cmpfloat (value, ==, read[i].value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (styr_parse_number (wrong[i], &value));
}

static void
test_dates (void)
{
  static const char *const good[][2] = {
    { "2024-02-29", "2024-02-29" },   { "20240331", "2024-03-31" },
    { "240331", "2024-03-31" },       { "31/3 2024", "2024-03-31" },
    { "30 juni 2024", "2024-06-30" }, { "1 Dec. 2024", "2024-12-01" },
    { " 2024-03-31 ", "2024-03-31" }
  };
  static const char *const wrong[] = {
    "",         "2023-02-29", "2024-13-01",   "i våras",   "2024",
    "2024-3-1", "99/99 2024", "31 juni 2024", "3 ju 2024", "30 juni 2024 kl 9"
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *iso = NULL;

      g_assert_true (styr_parse_date (good[i][0], &iso));
      g_assert_cmpstr (iso, ==, good[i][1]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (styr_parse_date (wrong[i], NULL));
  g_assert_true (styr_looks_like_date ("2023-02-29"));
  g_assert_true (styr_looks_like_date ("31 juni 2024"));
  g_assert_false (styr_looks_like_date ("2024-3-1"));
  g_assert_false (styr_looks_like_date ("i våras"));
}

/* Some write the sign, some don't. */
static void
test_paragraph (void)
{
  static const char *const shown[][2] = {
    { "101", "§ 101" }, { "§ 28", "§ 28" }, { "KS § 7", "KS § 7" }, { "", "" }, { NULL, "" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *text = styr_format_paragraph (shown[i][0]);

      g_assert_cmpstr (text, ==, shown[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/values", test_values);
  g_test_add_func ("/record/assign", test_assign);
  g_test_add_func ("/locale/order", test_swedish_order);
  g_test_add_func ("/locale/numbers", test_numbers);
  g_test_add_func ("/locale/dates", test_dates);
  g_test_add_func ("/record/paragraph", test_paragraph);
  return g_test_run ();
}
