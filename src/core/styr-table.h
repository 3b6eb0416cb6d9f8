/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "styr-types.h"

G_BEGIN_DECLS

/** How a column of a table is typed, formatted and aligned, on screen and in Excel. */
typedef enum
{
  STYR_COLUMN_TEXT,
  STYR_COLUMN_ID, /* always text, never reckoned with */
  STYR_COLUMN_INTEGER,
  STYR_COLUMN_NUMBER,
  STYR_COLUMN_MONEY,   /* the value is in whole kronor; shown in the table's money unit */
  STYR_COLUMN_PERCENT, /* 0.25 = 25 % */
  STYR_COLUMN_DATE,    /* set as ISO text */
} StyrColumnKind;

typedef enum
{
  STYR_CHART_NONE,
  STYR_CHART_COLUMNS,
  STYR_CHART_STACKED,
  STYR_CHART_PIE,
} StyrChartKind;

typedef struct
{
  char *id, *title;
  StyrColumnKind kind;
  int decimals;
  int width; /* in characters */
  gboolean wrap;
  char *formula;  /* "+income +cost": a sum of other columns of the row, by id; "+net! -budget!":
                     only when  every marked one has a number, else empty; NULL = entered */
  gboolean total; /* summed in the total row */
  char *tones;    /* of each choice: 'g' good, 'm' in between, 'b' bad, 'n' neutral; NULL = none.
                     Beside a symbol or word, never alone */
  GPtrArray *choices; /* char*: offered in the cell, or NULL */
} StyrColumn;

typedef struct
{
  char *text; /* also ISO dates; NULL = empty */
  double number;
  gboolean is_number;
  char *formula;     /* Excel formula without "="; number or text is its value */
  gboolean has_kind; /* the cell is shown as kind, not as its column */
  StyrColumnKind kind;
} StyrCell;

#define STYR_TYPE_TABLE (styr_table_get_type ())
G_DECLARE_FINAL_TYPE (StyrTable, styr_table, STYR, TABLE, GObject)

StyrTable *styr_table_new (const char *name, const char *title);
const char *styr_table_get_name (StyrTable *self);
const char *styr_table_get_title (StyrTable *self);
void styr_table_set_intro (StyrTable *self, const char *intro);
const char *styr_table_get_intro (StyrTable *self);
void styr_table_set_empty_text (StyrTable *self, const char *text);
const char *styr_table_get_empty_text (StyrTable *self);
StyrColumn *styr_table_add_column (
    StyrTable *self, const char *id, const char *title, StyrColumnKind kind, int width);
guint styr_table_get_n_columns (StyrTable *self);
const StyrColumn *styr_table_get_column (StyrTable *self, guint index);
int styr_table_find_column (StyrTable *self, const char *id);
guint styr_table_add_row (StyrTable *self);
guint styr_table_get_n_rows (StyrTable *self);
void styr_table_set_text (StyrTable *self, guint row, const char *column, const char *text);
void styr_table_set_number (StyrTable *self, guint row, const char *column, double number);
void styr_table_set_formula (
    StyrTable *self, guint row, const char *column, const char *formula, double value);
void styr_table_set_formula_text (
    StyrTable *self, guint row, const char *column, const char *formula, const char *value);
void styr_table_set_cell_kind (StyrTable *self, guint row, const char *column, StyrColumnKind kind);
char *styr_table_dup_reference (StyrTable *self, const char *column, gboolean this_row);
char *styr_table_dup_formula (StyrTable *self, guint column);
void styr_column_add_choice (StyrColumn *column, const char *choice, char tone);
const StyrCell *styr_table_get_cell (StyrTable *self, guint row, guint column);
double styr_table_get_total (StyrTable *self, guint column);
void styr_table_set_chart (StyrTable *self,
                           StyrChartKind kind,
                           const char *title,
                           const char *alt_text,
                           const char *category_column,
                           const char *const *value_columns);
StyrChartKind styr_table_get_chart (StyrTable *self,
                                    const char **title,
                                    const char **alt_text,
                                    const char **category_column,
                                    const char *const **value_columns);

G_END_DECLS
