/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "styr-workbook-sheet.h"

/* Pixels: what the title, scale and legend take, and the library's own height */
#define AROUND_BARS 120.0
#define OWN_HEIGHT 288.0

/* Told apart by lightness too: they must read in grey print. */
static const lxw_color_t series_colours[] = { 0x2B4A6B, 0x8FB0D3, 0xD5DFEA, 0xF4F4F4, 0xFFFFFF };

static void
add_series (StyrXlsxSheet *self, lxw_chart *chart, guint category, guint column, guint index)
{
  const StyrColumn *spec = styr_table_get_column (self->table, column);
  lxw_row_t first = self->header_row + 1, last = self->header_row + styr_xlsx_data_rows (self);
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_fill fill = { .color = series_colours[index % G_N_ELEMENTS (series_colours)] };
  lxw_chart_line line = { .color = STYR_XLSX_MUTED, .width = 0.5 };
  gboolean dark = index % G_N_ELEMENTS (series_colours) == 0;
  lxw_chart_font font = { .size = 9, .color = dark ? 0xFFFFFF : STYR_XLSX_INK };

  if (series == NULL)
    {
      styr_xlsx_check (self, LXW_ERROR_MEMORY_MALLOC_FAILED);
      return;
    }
  chart_series_set_categories (
      series, self->sheet_name, first, (lxw_col_t) category, last, (lxw_col_t) category);
  chart_series_set_values (
      series, self->sheet_name, first, (lxw_col_t) column, last, (lxw_col_t) column);
  chart_series_set_name_range (series, self->sheet_name, self->header_row, (lxw_col_t) column);
  chart_series_set_fill (series, &fill);
  chart_series_set_line (series, &line);
  if (spec->kind != STYR_COLUMN_MONEY)
    {
      chart_series_set_labels (series);
      chart_series_set_labels_num_format (series, "0;-0;;");
      chart_series_set_labels_font (series, &font);
    }
}

static void
set_look (StyrXlsxSheet *self, lxw_chart *chart, const char *title, StyrColumnKind kind)
{
  lxw_chart_font title_font = { .size = 12, .bold = LXW_TRUE, .color = STYR_XLSX_INK };
  lxw_chart_font font = { .size = 9, .color = STYR_XLSX_INK };
  lxw_chart_line grid = { .color = STYR_XLSX_LINE, .width = 0.5 };
  lxw_chart_line none = { .none = LXW_TRUE };
  char buffer[64];
  const char *code = styr_xlsx_formats_number (self->formats, kind, 0, buffer, sizeof buffer);

  if (title != NULL)
    chart_title_set_name (chart, title);
  chart_title_set_name_font (chart, &title_font);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  chart_legend_set_font (chart, &font);
  chart_chartarea_set_line (chart, &none);
  chart_axis_set_num_font (chart->x_axis, &font);
  chart_axis_set_num_font (chart->y_axis, &font);
  chart_axis_major_gridlines_set_line (chart->x_axis, &grid);
  chart_axis_set_line (chart->x_axis, &none);
  /* Lying bars, so that long names stand level: the first row on top, the scale below. Costs are
   * negative: the names stand at the edge, not in the bars. The library calls the values' axis x
   * here. */
  chart_axis_set_reverse (chart->y_axis);
  chart_axis_set_interval_unit (chart->y_axis, 1);
  chart_set_series_gap (chart, 45);
  chart_axis_set_label_position (chart->y_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
  chart_axis_set_label_position (chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_HIGH);
  if (code != NULL)
    chart_axis_set_num_format (chart->x_axis, code);
}

static uint8_t
chart_type (StyrChartKind kind)
{
  if (kind == STYR_CHART_PIE)
    return LXW_CHART_DOUGHNUT;
  return kind == STYR_CHART_STACKED ? LXW_CHART_BAR_STACKED : LXW_CHART_BAR;
}

/* So high that every row has its bars and its name. */
static double
height_scale (StyrXlsxSheet *self, StyrChartKind kind, guint n_series)
{
  guint bar = kind == STYR_CHART_STACKED ? 26 : 12 + 10 * n_series;

  return kind == STYR_CHART_PIE
             ? 1
             : (AROUND_BARS + MIN (styr_xlsx_data_rows (self), 60) * bar) / OWN_HEIGHT;
}

/** Adds the table's chart, if it has one and there is something to show. */
void
styr_xlsx_write_chart (StyrXlsxSheet *self)
{
  const char *title, *alt_text, *category;
  const char *const *values;
  StyrChartKind kind = styr_table_get_chart (self->table, &title, &alt_text, &category, &values);
  lxw_chart_options options = {
    .x_scale = 1.6,
    .y_scale = height_scale (self, kind, values != NULL ? g_strv_length ((GStrv) values) : 0),
    .x_offset = 2,
    .object_position = LXW_OBJECT_MOVE_DONT_SIZE
  };
  int category_index, first = -1;
  lxw_chart *chart;

  if (kind == STYR_CHART_NONE || styr_table_get_n_rows (self->table) == 0)
    return;
  category_index = styr_table_find_column (self->table, category);
  chart = workbook_add_chart (self->workbook, chart_type (kind));
  if (chart == NULL)
    {
      styr_xlsx_check (self, LXW_ERROR_MEMORY_MALLOC_FAILED);
      return;
    }
  for (guint i = 0; values[i] != NULL; i++)
    {
      int column = styr_table_find_column (self->table, values[i]);

      g_assert (column >= 0 && category_index >= 0);
      first = first < 0 ? column : first;
      add_series (self, chart, (guint) category_index, (guint) column, i);
    }
  if (first >= 0 && kind != STYR_CHART_PIE)
    set_look (self, chart, title, styr_table_get_column (self->table, (guint) first)->kind);
  options.description = (char *) alt_text;
  styr_xlsx_check (
      self, worksheet_insert_chart_opt (self->worksheet, self->last_row + 2, 0, chart, &options));
}
