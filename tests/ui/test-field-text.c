/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-field-text.h"

typedef struct
{
  StyrFieldKind kind;
  const char *typed, *canonical, *shown; /* canonical NULL: refused */
} Case;

static const Case cases[] = {
  { STYR_FIELD_TEXT, "  Bibliotek ", "Bibliotek", "Bibliotek" },
  { STYR_FIELD_LONG_TEXT, "Rad ett\nRad två ", "Rad ett\nRad två ", "Rad ett\nRad två " },
  { STYR_FIELD_NUMBER, "1 234,5", "1234.5", "1\u00a0234,5" },
  { STYR_FIELD_NUMBER, "-12", "-12", "−12" },
  { STYR_FIELD_NUMBER, "", "", "" },
  { STYR_FIELD_NUMBER, "många", NULL, NULL },
  { STYR_FIELD_PERCENT, "85 %", "85", "85" },
  { STYR_FIELD_PERCENT, "2,25", "2.25", "2,25" },
  { STYR_FIELD_MONEY, "12 500 kr", "12500", "12\u00a0500" },
  { STYR_FIELD_MONEY, "1,3 mnkr", "1300000", "1\u00a0300\u00a0000" },
  { STYR_FIELD_MONEY, "-45 tkr", "-45000", "−45\u00a0000" },
  { STYR_FIELD_MONEY, "tkr", NULL, NULL },
  { STYR_FIELD_YEAR, "2024", "2024", "2024" },
  { STYR_FIELD_YEAR, "24", NULL, NULL },
  { STYR_FIELD_DATE, "2024-03-31", "2024-03-31", "2024-03-31" },
  { STYR_FIELD_DATE, "2024-02-31", NULL, NULL },
};

static void
test_parse (gconstpointer data)
{
  const Case *c = data;
  StyrField field = { .kind = c->kind };
  g_autofree char *canonical = NULL;
  g_autofree char *message = NULL;
  g_autofree char *shown = NULL;

  if (c->canonical == NULL)
    {
      g_assert_false (styr_field_text_parse (&field, c->typed, &canonical, &message));
      g_assert_null (canonical);
      g_assert_nonnull (message);
      return;
    }
  g_assert_true (styr_field_text_parse (&field, c->typed, &canonical, &message));
  g_assert_cmpstr (canonical, ==, c->canonical);
  g_assert_null (message);
  shown = styr_field_text_show (&field, canonical);
  g_assert_cmpstr (shown, ==, c->shown);
}

/* What is shown can be typed again and means the same */
static void
test_round_trip (gconstpointer data)
{
  const Case *c = data;
  StyrField field = { .kind = c->kind };
  g_autofree char *canonical = NULL;
  g_autofree char *message = NULL;

  if (c->canonical == NULL)
    return;
  g_assert_true (styr_field_text_parse (&field, c->shown, &canonical, &message));
  g_assert_cmpstr (canonical, ==, c->canonical);
}

static void
test_range (void)
{
  StyrField field = {
    .kind = STYR_FIELD_NUMBER, .has_min = TRUE, .min = 1, .has_max = TRUE, .max = 4
  };
  const char *const refused[] = { "0", "4,5", "-1" };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *canonical = NULL;
      g_autofree char *message = NULL;

      g_assert_false (styr_field_text_parse (&field, refused[i], &canonical, &message));
      g_assert_nonnull (strstr (message, "4"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *parse = g_strdup_printf ("/field-text/parse/%u", i);
      g_autofree char *again = g_strdup_printf ("/field-text/round-trip/%u", i);

      g_test_add_data_func (parse, &cases[i], test_parse);
      g_test_add_data_func (again, &cases[i], test_round_trip);
    }
  g_test_add_func ("/field-text/range", test_range);
  return g_test_run ();
}
