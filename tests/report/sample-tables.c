/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-tables.h"

static StyrTable *
page_new (void)
{
  StyrTable *table = styr_table_new (NULL, "Läs mig");
  guint row;

  styr_table_add_column (table, "key", "", STYR_COLUMN_TEXT, 28);
  styr_table_add_column (table, "value", "", STYR_COLUMN_TEXT, 90);
  row = styr_table_add_row (table);
  styr_table_set_text (table, row, "key", "Om arbetsboken");
  row = styr_table_add_row (table);
  styr_table_set_text (table, row, "key", "Uttagen");
  styr_table_set_text (table, row, "value", "2025-02-14");
  styr_table_set_cell_kind (table, row, "value", STYR_COLUMN_DATE);
  row = styr_table_add_row (table);
  styr_table_set_text (table, row, "key", "Drift & bidrag");
  styr_table_set_text (
      table,
      row,
      "value",
      "Kostnader är negativa. Avvikelse = netto − budget: plus är bättre än budget.");
  return table;
}

static StyrTable *
goals_new (void)
{
  static const char *const grades[] = {
    "● Uppfyllt", "◐ Delvis", "○ Ej uppfyllt", "? Kan ej bedömas"
  };
  StyrTable *table = styr_table_new ("Mal", "Mål");
  StyrColumn *column;

  styr_table_set_intro (table, "Kulturnämnden 2024: 5 av 8 mål bedömda.");
  styr_table_add_column (table, "id", "Id", STYR_COLUMN_ID, 12);
  styr_table_add_column (table, "goal", "Nämndmål", STYR_COLUMN_TEXT, 50)->wrap = TRUE;
  styr_table_add_column (table, "count", "Antal mål", STYR_COLUMN_INTEGER, 9)->total = TRUE;
  styr_table_add_column (table, "outcome", "Utfall", STYR_COLUMN_NUMBER, 10)->decimals = 1;
  styr_table_add_column (table, "share", "Andel", STYR_COLUMN_PERCENT, 10)->decimals = 1;
  styr_table_add_column (table, "due", "Klart", STYR_COLUMN_DATE, 12);
  column = styr_table_add_column (table, "grade", "Bedömning", STYR_COLUMN_TEXT, 18);
  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    styr_column_add_choice (column, grades[i], "gmbn"[i]);
  for (guint i = 0; i < 8; i++)
    {
      guint row = styr_table_add_row (table);
      g_autofree char *id = g_strdup_printf ("%03u", i + 1);

      styr_table_set_text (table, row, "id", id);
      styr_table_set_text (table,
                           row,
                           "goal",
                           i == 0 ? "=Invånare i hela kommunen ska ha nära till kultur & natur, "
                                    "<också> på kvällar och helger"
                                  : "Fler barn läser");
      styr_table_set_number (table, row, "count", i % 3 == 0);
      if (i != 2)
        styr_table_set_number (table, row, "outcome", 12.25 * i);
      styr_table_set_number (table, row, "share", i / 8.0);
      styr_table_set_text (table, row, "due", i == 3 ? "" : "2024-12-31");
      styr_table_set_text (table, row, "grade", grades[i % 4]);
    }
  return table;
}

static void
add_drift_row (StyrTable *table, const char *unit, double income, double cost, double budget)
{
  guint row = styr_table_add_row (table);

  styr_table_set_text (table, row, "unit", unit);
  if (income != 0)
    styr_table_set_number (table, row, "income", income);
  if (cost != 0)
    styr_table_set_number (table, row, "cost", cost);
  if (budget != 0)
    styr_table_set_number (table, row, "budget", budget);
}

static StyrTable *
drift_new (void)
{
  StyrTable *table = styr_table_new ("Drift", "Drift & bidrag");
  StyrColumn *column;

  styr_table_set_intro (table, "Kostnader är negativa.");
  styr_table_add_column (table, "unit", "Nämnd", STYR_COLUMN_TEXT, 30);
  styr_table_add_column (table, "income", "Intäkter 2024", STYR_COLUMN_MONEY, 14)->total = TRUE;
  styr_table_add_column (table, "cost", "Kostnader 2024", STYR_COLUMN_MONEY, 14)->total = TRUE;
  column = styr_table_add_column (table, "net", "Nettokostnad", STYR_COLUMN_MONEY, 14);
  column->formula = g_strdup ("+income +cost");
  column->total = TRUE;
  styr_table_add_column (table, "budget", "Budget [netto]", STYR_COLUMN_MONEY, 14)->total = TRUE;
  column =
      styr_table_add_column (table, "deviation", "Avvikelse mot budget", STYR_COLUMN_MONEY, 14);
  column->formula = g_strdup ("+net! -budget!");
  column->total = TRUE;
  add_drift_row (table, "Kulturnämnden", 283100400, -693800900, -415100000);
  add_drift_row (table, "Äldrenämnden", 0, -81250000, -80000000);
  add_drift_row (table, "Byggnadsnämnden", 1234567, -7654321, 0);
  add_drift_row (table, "Valnämnden", 0, 0, 0);
  styr_table_set_chart (table,
                        STYR_CHART_COLUMNS,
                        "Nettokostnad och budget",
                        "Staplar: nettokostnad och budget per nämnd",
                        "unit",
                        (const char *const[]){ "net", "budget", NULL });
  return table;
}

static StyrTable *
feedback_new (void)
{
  StyrTable *table = styr_table_new ("Synpunkter", "Synpunkter");

  styr_table_add_column (table, "unit", "Nämnd", STYR_COLUMN_TEXT, 30);
  styr_table_add_column (table, "praise", "Beröm", STYR_COLUMN_INTEGER, 12)->total = TRUE;
  styr_table_add_column (table, "complaint", "Klagomål", STYR_COLUMN_INTEGER, 12)->total = TRUE;
  for (guint i = 0; i < 4; i++)
    {
      guint row = styr_table_add_row (table);
      g_autofree char *unit = g_strdup_printf ("Nämnd %u", i + 1);

      styr_table_set_text (table, row, "unit", unit);
      styr_table_set_number (table, row, "praise", 3 * i);
      styr_table_set_number (table, row, "complaint", 7 + i);
    }
  styr_table_set_chart (table,
                        STYR_CHART_STACKED,
                        "Synpunkter",
                        "Staplar: synpunkter per nämnd och typ",
                        "unit",
                        (const char *const[]){ "praise", "complaint", NULL });
  return table;
}

static StyrTable *
empty_new (void)
{
  StyrTable *table = styr_table_new ("Atgarder", "Avvikelser och åtgärder");
  StyrColumn *column;

  styr_table_set_empty_text (table, "Det finns inga åtgärder 2024.");
  styr_table_add_column (table, "id", "Id", STYR_COLUMN_ID, 12);
  styr_table_add_column (table, "a", "Effekt i år", STYR_COLUMN_MONEY, 12)->total = TRUE;
  column = styr_table_add_column (table, "b", "Dubbelt", STYR_COLUMN_MONEY, 12);
  column->formula = g_strdup ("+a +a");
  column->total = TRUE;
  return table;
}

static StyrTable *
checks_new (StyrTable *goals, StyrTable *drift)
{
  StyrTable *table = styr_table_new ("Kontroll", "Kontroll");
  g_autofree char *net = styr_table_dup_reference (drift, "net", FALSE);
  g_autofree char *count = styr_table_dup_reference (goals, "count", FALSE);
  g_autofree char *net_formula = g_strdup_printf ("SUM(%s)", net);
  g_autofree char *count_formula = g_strdup_printf ("SUM(%s)", count);
  guint row;

  styr_table_add_column (table, "what", "Kontroll", STYR_COLUMN_TEXT, 40);
  styr_table_add_column (table, "sheet", "Enligt bladet", STYR_COLUMN_NUMBER, 16);
  styr_table_add_column (table, "store", "Enligt underlaget", STYR_COLUMN_NUMBER, 16);
  styr_table_add_column (table, "difference", "Skillnad", STYR_COLUMN_NUMBER, 16)->formula =
      g_strdup ("+sheet -store");
  styr_table_add_column (table, "result", "Resultat", STYR_COLUMN_TEXT, 16);
  row = styr_table_add_row (table);
  styr_table_set_text (table, row, "what", "Nettokostnad");
  styr_table_set_formula (table, row, "sheet", net_formula, styr_table_get_total (drift, 3));
  styr_table_set_cell_kind (table, row, "sheet", STYR_COLUMN_MONEY);
  styr_table_set_number (table, row, "store", styr_table_get_total (drift, 3));
  styr_table_set_cell_kind (table, row, "store", STYR_COLUMN_MONEY);
  styr_table_set_formula_text (
      table,
      row,
      "result",
      "IF(ABS(N(Kontroll[[#This Row],[Skillnad]]))<0.001,\"ok\",\"avviker\")",
      "ok");
  styr_table_set_cell_kind (table, row, "difference", STYR_COLUMN_MONEY);
  row = styr_table_add_row (table);
  styr_table_set_text (table, row, "what", "Nettokostnad mot ett annat underlag");
  styr_table_set_formula (table, row, "sheet", net_formula, styr_table_get_total (drift, 3));
  styr_table_set_cell_kind (table, row, "sheet", STYR_COLUMN_MONEY);
  styr_table_set_number (table, row, "store", styr_table_get_total (drift, 3) + 1500000);
  styr_table_set_cell_kind (table, row, "store", STYR_COLUMN_MONEY);
  styr_table_set_cell_kind (table, row, "difference", STYR_COLUMN_MONEY);
  styr_table_set_formula_text (
      table,
      row,
      "result",
      "IF(ABS(N(Kontroll[[#This Row],[Skillnad]]))<0.001,\"ok\",\"avviker\")",
      "avviker");
  row = styr_table_add_row (table);
  styr_table_set_text (table, row, "what", "Antal mål");
  styr_table_set_formula (table, row, "sheet", count_formula, 3);
  styr_table_set_number (table, row, "store", 4);
  styr_table_set_formula_text (
      table,
      row,
      "result",
      "IF(ABS(N(Kontroll[[#This Row],[Skillnad]]))<0.001,\"ok\",\"avviker\")",
      "avviker");
  return table;
}

GPtrArray *
sample_tables_new (void)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func (g_object_unref);
  StyrTable *goals = goals_new (), *drift = drift_new ();

  g_ptr_array_add (tables, page_new ());
  g_ptr_array_add (tables, goals);
  g_ptr_array_add (tables, drift);
  g_ptr_array_add (tables, feedback_new ());
  g_ptr_array_add (tables, empty_new ());
  g_ptr_array_add (tables, checks_new (goals, drift));
  return tables;
}
